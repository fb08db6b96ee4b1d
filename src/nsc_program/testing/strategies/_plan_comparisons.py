"""Strategies for comparisons of plans."""

from collections.abc import Iterable

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from nsc_program.catalog.hanoi import HANOI
from nsc_program.testing.strategies._fields import composed
from nsc_program.testing.strategies._plans import programs
from nsc_program.verdicts._plan_comparison import PlanComparison, compare_plans
from nsc_program.verdicts._planned_numbers import NumberPair, PlannedNumber, PlanSide

_IDS = (("one",), ("one", "another"))


def plan_comparisons() -> SearchStrategy[PlanComparison]:
    """Draw comparisons of Hanoi's plan with one or two small plans.

    Returns:
        A strategy for comparisons of plans drawn by `programs`, with Hanoi's at any place.
    """
    return composed(_comparison)


def _comparison(draw: DrawFn) -> PlanComparison:
    """Draw a comparison of plans with different ids."""
    others = [evolve(draw(programs()), id=name) for name in draw(st.sampled_from(_IDS))]
    return compare_plans(draw(st.permutations([HANOI, *others])))


def sides(comparison: PlanComparison) -> Iterable[PlanSide]:
    """Return the sides of every indicator."""
    return [side for compared in comparison for side in compared.sides]


def planned_numbers(comparison: PlanComparison) -> Iterable[PlannedNumber]:
    """Return the numbers of every plan for every indicator."""
    return [number for side in sides(comparison) for number in side.numbers]


def pairs(comparison: PlanComparison) -> Iterable[NumberPair]:
    """Return the pairs of numbers of every indicator."""
    return [pair for compared in comparison for pair in compared.pairs]
