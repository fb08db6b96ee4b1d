"""Hypothesis strategies for plans with other numbers, and for figures and tolerances near them."""

from collections.abc import Mapping
from fractions import Fraction

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from drawing import FIRST, SECOND, days, maybe
from nsc_program import HANOI, About, Between, Figure, Figures, Program, Range, Reading, Target
from nsc_program.plan import Bound
from nsc_program.plan._bounds import worded
from nsc_program.testing import strategies as nsc

# The plan's verdicts turn at these numbers: those of its targets, with tolerance and growth, and
# one more or less.
AMOUNTS = sorted(
    {
        n + d
        for n in (1, 2, 3, 9, 10, 15, 20, 40, 60, 1350, 1425, 1500, 2000, 2250, 3000)
        for d in (-1, 0, 1)
    }
)


def tolerances() -> SearchStrategy[Fraction]:
    return st.sampled_from([Fraction(0), Fraction(1, 20), Fraction(1, 10)]) | st.fractions(
        0, Fraction(1, 10), max_denominator=10**6
    )


def two_tolerances() -> SearchStrategy[tuple[Fraction, Fraction]]:
    """Draw two tolerances, the smaller first, which usually differ."""
    apart = [
        (Fraction(0), Fraction(1, 20)),
        (Fraction(1, 20), Fraction(1, 10)),
        (Fraction(0), Fraction(1, 10)),
    ]
    return st.sampled_from(apart) | st.builds(
        lambda part, of: (part * of, of), st.fractions(0, 1, max_denominator=1000), tolerances()
    )


def amounts() -> SearchStrategy[int]:
    return st.sampled_from(AMOUNTS) | st.integers(0, 5000)


def bounds() -> SearchStrategy[Bound]:
    """Draw every kind of bound, with a whole number above zero."""
    return nsc.bounds(positive=True, whole=True)


@st.composite
def roughly(draw: DrawFn, number: int) -> Bound:
    """Draw the bounds that a tolerance affects."""
    worded: list[Bound] = [
        About(number),
        Between(number, number + draw(st.integers(1, 30)), about=True),
    ]
    return draw(st.sampled_from(worded))


@st.composite
def near(draw: DrawFn, number: int) -> Range:
    """Draw what a count near a number can be."""
    wide = number // 8 + 1
    low = number + draw(st.integers(-wide, wide))
    return Range(low, draw(st.sampled_from((None, low, low + 1, low + wide))))


def with_bounds(program: Program, wanted: Mapping[str, Bound]) -> Program:
    """Draw the same plan with other numbers.

    A part that asks for more than its whole becomes a target of its own.
    """
    found = {target.id: wanted.get(target.id, target.bound) for target in program.targets}

    def changed(target: Target) -> Target:
        least, most = worded(found[target.id]).low, worded(found[target.part_of or target.id]).high
        above = least is not None and most is not None and least > most
        return evolve(target, bound=found[target.id], part_of=None if above else target.part_of)

    phases = (evolve(phase, targets=tuple(map(changed, phase.targets))) for phase in program.phases)
    return evolve(program, phases=tuple(phases))


def small_numbers() -> SearchStrategy[dict[str, int]]:
    """Draw a number for each target, within reach of a handful of records."""
    return st.fixed_dictionaries(
        {target.id: st.sampled_from((1, 1, 2, 3, 10)) for target in HANOI.targets}
    )


def with_numbers(program: Program, numbers: Mapping[str, int]) -> Program:
    """Draw the same plan in the same words, with other numbers in them."""
    return with_bounds(
        program, {name: _worded_as(program.target(name).bound, n) for name, n in numbers.items()}
    )


def _worded_as(bound: Bound, number: int) -> Bound:
    return bound if isinstance(bound, Between) else type(bound)(number)


@st.composite
def counts(draw: DrawFn) -> Range:
    """Draw what a count can be: whole, from a number or from 0 up, often without a high end."""
    low = draw(st.just(0) | amounts())
    return Range(low, draw(maybe(st.just(low) | amounts().map(lambda more: low + more))))


def few(most: int) -> SearchStrategy[Range]:
    """Draw what a small count can be."""
    return st.builds(
        lambda low, more: Range(low, None if more is None else low + more),
        st.integers(0, most),
        maybe(st.integers(0, 4)),
    )


def _clamped(low: int, high: int) -> SearchStrategy[int]:
    return amounts().map(lambda number: min(max(number, low), high))


@st.composite
def narrower(draw: DrawFn, outer: Range) -> Range:
    """Draw a part of what a count can be."""
    first, last = int(outer.low or 0), None if outer.high is None else int(outer.high)
    low = draw(_clamped(first, first + 5000 if last is None else last))
    high = _clamped(low, low + 5000 if last is None else last)
    return Range(low, draw(maybe(high) if last is None else high))


@st.composite
def figures(draw: DrawFn, program: Program, reading: Reading) -> Figures:
    """Draw figures, as of any day, for the indicators of the targets under a reading."""
    indicators = dict.fromkeys(
        program.indicator_of(target.id, reading).id for target in program.targets
    )
    wanted = [(indicator, period) for indicator in indicators for period in (FIRST, SECOND)]
    return Figures(draw(days()), tuple(Figure(*which, draw(counts())) for which in wanted))
