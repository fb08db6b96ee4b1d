"""A strategy for every public type.

`hypothesis.strategies.from_type(Register)` uses them, and so does every strategy that Hypothesis
infers from a type hint.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from fractions import Fraction
from functools import cache, partial
from operator import attrgetter
from types import GenericAlias
from typing import Any, cast, get_args

from attrs import fields
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

import nsc_program as nsc
from nsc_program.catalog.hanoi import HANOI
from nsc_program.checks._types import Finding
from nsc_program.plan._conditions import Condition, Event
from nsc_program.records._records import RECORD_CLASSES
from nsc_program.testing.strategies import (
    _drawing_records,
    _drawing_registers,
    _figures,
    _indicators,
    _plan_comparisons,
    _plans,
    _results,
    _rules,
    _targets,
    _values,
)
from nsc_program.values._validators import YEARS
from nsc_program.verdicts._notes import Note

CLASSES = tuple(kind.__name__ for kind in RECORD_CLASSES)

TEXTS: Mapping[str, tuple[str, ...]] = {
    "indicator": tuple(indicator.id for indicator in HANOI.indicators),
    "target": ("2021-2025/experts",),
    "part": ("2021-2025/experts", "female"),
    "numerator": ("things/some", "experts"),
    "denominator": ("things", "trained-persons"),
    "whole": ("2021-2025/trained",),
    "report": ("r1", "r2"),
    "reports": ("r1", "r2"),
    "source": ("state-budget", "enterprises"),
    "phases": tuple(phase.id for phase in HANOI.phases),
    "started_in": ("2021-2025",),
    "completed_in": ("2026-2030",),
    "enterprise": _drawing_records.FEW_ENTERPRISES,
    "code": _drawing_records.FEW_ENTERPRISES,
    "what": CLASSES,
    "kind": CLASSES,
    "id": ("r1", "r2", "r3"),
    "keys": ("P1", "p1", "P-1"),
    "key": _drawing_records.FEW_PEOPLE,
    "territory": ("VN-HN", "VN"),
    "question": ("strict", "which"),
}
"""The values of fields that hold text, by the name of the field."""

WHOLE = st.integers(0, 9) | st.integers(0, 10_000)


def _text(name: str) -> SearchStrategy[str]:
    """Draw the text of a field by the name of the field."""
    return st.sampled_from(TEXTS[name])


def _of_type(name: str, kind: Any) -> SearchStrategy[Any]:
    """Draw values of one field: by its type and, if it holds text, by its name."""
    if kind is str:
        return _text(name)
    if name == "things":
        return st.integers(1, 9)
    if name == "spending_year":
        return st.sampled_from(YEARS)
    if isinstance(kind, GenericAlias) and kind.__origin__ is tuple:
        return st.lists(_of_type(name, get_args(kind)[0]), max_size=3).map(tuple)
    return _plain()[kind] if kind in _plain() else st.from_type(kind)


@cache
def _plain() -> Mapping[Any, SearchStrategy[Any]]:
    """Return the strategies for numbers, days and texts that do not depend on the field."""
    return {
        int: WHOLE,
        date: _values.days(HANOI),
        Fraction: _values.numbers(),
        Fraction | None: st.none() | _values.numbers(),
        str | None: st.none() | st.sampled_from(("made up",)),
    }


def of_fields(kind: type[Any]) -> SearchStrategy[Any]:
    """Draw values of a type whose fields can each have any value of their own type."""
    values = {field.name: _of_type(field.name, field.type) for field in fields(kind)}
    return st.builds(kind, **values)


def _answer_values() -> SearchStrategy[Any]:
    """Draw the value of an answer."""
    return st.booleans() | st.sampled_from(("all", "some")) | _values.numbers()


def _answer() -> SearchStrategy[Any]:
    """Draw answers to questions."""
    return st.builds(
        nsc.Answer,
        value=_answer_values(),
        label=_values.texts(),
        attested_by=st.sampled_from(((), ("made-up",))),
    )


def _asked() -> SearchStrategy[nsc.plan.Asked]:
    """Draw questions as a verdict asked them."""
    return st.builds(nsc.plan.Asked, _text("question"), _answer_values())


def _any_register() -> SearchStrategy[nsc.Register]:
    """Draw registers with records of every class."""
    kinds = _drawing_registers.all_kinds(None, exact=False)
    return _drawing_registers.registers(HANOI, kinds, (0, 10))


def _choices() -> SearchStrategy[nsc.Choice]:
    """Draw the choices between indicators in Hanoi's plan."""
    indicators = [target.indicator for target in HANOI.targets]
    return st.sampled_from([drawn for drawn in indicators if isinstance(drawn, nsc.Choice)])


def _units() -> SearchStrategy[nsc.Unit]:
    """Draw the units of indicators."""
    return _indicators.indicators().map(attrgetter("unit"))


def _partitions() -> SearchStrategy[nsc.plan.Partition]:
    """Draw partitions of indicators."""
    parts = st.lists(st.sampled_from(("north", "south", "west")), min_size=2, unique=True)
    return st.builds(nsc.plan.Partition, id=_text("id"), parts=parts.map(tuple))


def _bounds_of(kind: type[Any]) -> SearchStrategy[Any]:
    """Draw bounds of one wording with one number."""
    return st.builds(kind, st.integers(1, 60))


def _between() -> SearchStrategy[nsc.Between]:
    """Draw bounds with two numbers."""
    return st.builds(_from_low, _values.numbers(), st.integers(1, 30), about=st.booleans())


def _from_low(low: Fraction, more: int, *, about: bool) -> nsc.Between:
    """Build a bound whose second number is greater than the first by `more`."""
    return nsc.Between(low, low + more, about=about)


def _from_baseline(kind: type[Any]) -> SearchStrategy[Any]:
    """Draw changes from any baseline."""
    return st.builds(kind, _values.periods(), falling=st.booleans())


def _during() -> SearchStrategy[nsc.plan.During]:
    """Draw parts of a phase."""
    return st.builds(nsc.plan.During, _values.periods())


def _part(
    whole: Callable[[], SearchStrategy[Any]], parts: Callable[[Any], Iterable[Any]]
) -> SearchStrategy[Any]:
    """Draw a result, and then one of its parts."""
    return _results.part_of(whole(), parts)


def _left_out() -> SearchStrategy[nsc.verdicts.LeftOut]:
    """Draw records that are not counted; only a condition has an explanation of its own."""
    others = st.sampled_from([why for why in nsc.records.WhyNot if why != "condition"])
    kind, name = st.sampled_from(CLASSES), st.sampled_from(TEXTS["id"])
    by_rule = st.builds(
        nsc.verdicts.LeftOut, kind, name, st.just(nsc.records.WhyNot.CONDITION), _rules.not_met()
    )
    return by_rule | st.builds(nsc.verdicts.LeftOut, kind, name, others)


def _sides(comparison: nsc.verdicts.PhaseComparison) -> list[nsc.verdicts.Side]:
    """Return both sides of every change."""
    return [side for change in comparison for side in (change.earlier, change.later)]


def _outcomes(sweep: nsc.verdicts.Sweep) -> list[nsc.verdicts.Outcome]:
    """Return the outcomes of every target."""
    return [outcome for target in sweep.targets for outcome in target.outcomes]


_PARTS_OF_PLANS: Mapping[type[Any], Callable[[Any], Iterable[Any]]] = {
    nsc.verdicts.ComparedPlan: attrgetter("plans"),
    nsc.verdicts.ComparedIndicator: attrgetter("indicators"),
    nsc.verdicts.PlanSide: _plan_comparisons.sides,
    nsc.verdicts.PlannedNumber: _plan_comparisons.planned_numbers,
    nsc.verdicts.NumberPair: _plan_comparisons.pairs,
}
"""The parts of a comparison of plans, by their class."""
_WITH_ONE_NUMBER = (nsc.AtLeast, nsc.MoreThan, nsc.About, nsc.Plain, nsc.AtMost, nsc.LessThan)
_INTERDEPENDENT: Mapping[type[Any], Callable[[], SearchStrategy[Any]]] = {
    **{
        kind: partial(_drawing_records.of_class, HANOI, cast(Any, kind))
        for kind in _drawing_records.CLASSES
    },
    **{kind: partial(_bounds_of, kind) for kind in _WITH_ONE_NUMBER},
    **{kind: partial(_rules.conditions, kind) for kind in get_args(Condition)},
    **{kind: partial(_rules.events, kind) for kind in get_args(Event)},
    nsc.plan.Counting: _rules.counting_rules,
    nsc.plan.NotMet: _rules.not_met,
    nsc.verdicts.LeftOut: _left_out,
    nsc.Between: _between,
    nsc.Growth: partial(_from_baseline, nsc.Growth),
    nsc.plan.Difference: partial(_from_baseline, nsc.plan.Difference),
    nsc.plan.During: _during,
    nsc.Range: _values.ranges,
    nsc.Period: _values.periods,
    nsc.Text: _values.texts,
    nsc.Document: _values.documents,
    nsc.Citation: _values.citations,
    nsc.Unit: _units,
    nsc.plan.Partition: _partitions,
    nsc.Indicator: _indicators.indicators,
    nsc.Answer: _answer,
    nsc.plan.Asked: _asked,
    nsc.Question: _plans.questions,
    nsc.Reading: _plans.readings,
    nsc.Choice: _choices,
    nsc.Target: _targets.targets,
    nsc.Phase: _plans.phases,
    nsc.Objective: _plans.objectives,
    nsc.FundingSource: _plans.funding_sources,
    nsc.plan.BudgetItem: _plans.budget_items,
    nsc.Program: _plans.programs,
    nsc.Completeness: partial(_drawing_registers.claims, HANOI),
    nsc.RejectedRow: partial(_drawing_registers.rejected_rows, HANOI),
    nsc.Register: _any_register,
    nsc.Figures: _figures.figures,
    nsc.Evaluation: _results.evaluations,
    nsc.Verdict: _results.verdicts,
    nsc.verdicts.PhaseEvaluation: partial(_part, _results.evaluations, attrgetter("phases")),
    nsc.verdicts.ObjectiveFigure: partial(_part, _results.evaluations, attrgetter("objectives")),
    nsc.verdicts.Sweep: _results.sweeps,
    nsc.verdicts.TargetSweep: partial(_part, _results.sweeps, attrgetter("targets")),
    nsc.verdicts.Outcome: partial(_part, _results.sweeps, _outcomes),
    nsc.verdicts.PhaseComparison: _results.phase_comparisons,
    nsc.verdicts.Change: partial(_part, _results.phase_comparisons, attrgetter("changes")),
    nsc.verdicts.Side: partial(_part, _results.phase_comparisons, _sides),
    **{
        kind: partial(_part, _plan_comparisons.plan_comparisons, parts)
        for kind, parts in _PARTS_OF_PLANS.items()
    },
    nsc.verdicts.PlanComparison: _plan_comparisons.plan_comparisons,
    nsc.verdicts.Evidence: _results.evidences,
    nsc.verdicts.Diff: _results.diffs,
    nsc.verdicts.DiffSide: partial(_part, _results.diffs, attrgetter("before", "after")),
    nsc.verdicts.TargetChange: _results.target_changes,
    nsc.verdicts.FundingTotal: _results.funding_totals,
    nsc.verdicts.FundingByYear: _results.fundings_by_year,
    nsc.verdicts.FundingYear: _results.funding_years,
    nsc.verdicts.FundingTotals: _results.all_fundings,
    nsc.checks.Findings: lambda: st.builds(
        nsc.checks.Findings.of, _results.evaluations(), st.lists(findings(), max_size=3)
    ),
}
"""What makes the strategy of each type whose fields depend on each other."""


def of_type(kind: type[Any]) -> SearchStrategy[Any]:
    """Draw values of a public type."""
    return _INTERDEPENDENT[kind]() if kind in _INTERDEPENDENT else of_fields(kind)


def notes() -> SearchStrategy[Note]:
    """Draw notes: what a figure or a verdict rests on.

    Returns:
        A strategy for notes of every class.
    """
    return st.one_of([of_type(kind) for kind in get_args(Note)])


def findings() -> SearchStrategy[Finding]:
    """Draw findings: entries of a register that look wrong.

    Returns:
        A strategy for findings of every class.
    """
    return st.one_of([of_type(kind) for kind in get_args(Finding)])
