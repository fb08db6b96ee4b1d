"""A strategy for every public type.

`hypothesis.strategies.from_type(Register)` uses them, and so does every strategy that Hypothesis
infers from a type hint.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from functools import cache, partial
from types import GenericAlias
from typing import Any, cast, get_args

from attrs import fields
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

import nsc_program as nsc
from nsc_program.catalog.hanoi import HANOI
from nsc_program.checks._types import Finding
from nsc_program.records._records import RECORD_CLASSES
from nsc_program.testing.strategies import (
    _drawing_records,
    _drawing_registers,
    _plans,
    _results,
    _values,
)
from nsc_program.verdicts._notes import Note

CLASSES = tuple(kind.__name__ for kind in RECORD_CLASSES)

TEXTS: Mapping[str, tuple[str, ...]] = {
    "indicator": tuple(indicator.id for indicator in HANOI.indicators),
    "target": ("2021-2025/experts",),
    "part": ("2021-2025/experts",),
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
    "question": ("strict", "which"),
}
"""The values of fields that hold text, by the name of the field."""

WHOLE = st.integers(0, 9) | st.integers(0, 10_000)


def _text(name: str) -> SearchStrategy[str]:
    return st.sampled_from(TEXTS[name])


def _of_type(name: str, kind: Any) -> SearchStrategy[Any]:
    """Draw values of one field: by its type and, if it holds text, by its name."""
    plain: Mapping[Any, SearchStrategy[Any]] = {
        int: WHOLE,
        date: _values.days(HANOI),
        Fraction: _values.numbers(),
        Fraction | None: st.none() | _values.numbers(),
        str | None: st.none() | st.sampled_from(("made up",)),
    }
    if kind is str:
        return _text(name)
    if name == "things":
        return st.integers(1, 9)
    if isinstance(kind, GenericAlias) and kind.__origin__ is tuple:
        return st.lists(_of_type(name, get_args(kind)[0]), max_size=3).map(tuple)
    return plain[kind] if kind in plain else st.from_type(kind)


def of_fields(kind: type[Any]) -> SearchStrategy[Any]:
    """Draw values of a type whose fields can each have any value of their own type."""
    values = {field.name: _of_type(field.name, field.type) for field in fields(kind)}
    return st.builds(kind, **values)


def _answer_values() -> SearchStrategy[Any]:
    return st.booleans() | st.sampled_from(("all", "some")) | _values.numbers()


def _answer() -> SearchStrategy[Any]:
    return st.builds(
        nsc.Answer,
        value=_answer_values(),
        label=_values.texts(),
        attested_by=st.sampled_from(((), ("made-up",))),
    )


def _asked() -> SearchStrategy[nsc.plan.Asked]:
    return st.builds(nsc.plan.Asked, _text("question"), _answer_values())


def _phase_evaluations() -> SearchStrategy[nsc.verdicts.PhaseEvaluation]:
    return _results.part_of(_results.evaluations(), lambda evaluation: evaluation.phases)


def _sides() -> SearchStrategy[nsc.verdicts.Side]:
    return _results.part_of(
        _results.phase_comparisons(),
        lambda comparison: [
            side for change in comparison for side in (change.earlier, change.later)
        ],
    )


def _any_register() -> SearchStrategy[nsc.Register]:
    return _drawing_registers.registers(
        HANOI, _drawing_registers.all_kinds(None, exact=False), (0, 10)
    )


def _choices() -> SearchStrategy[nsc.Choice]:
    indicators = [target.indicator for target in HANOI.targets]
    return st.sampled_from(
        [indicator for indicator in indicators if isinstance(indicator, nsc.Choice)]
    )


def _bounds_of(kind: type[Any]) -> SearchStrategy[Any]:
    return st.builds(kind, st.integers(1, 60))


def _interdependent() -> Iterator[tuple[type[Any], Callable[[], SearchStrategy[Any]]]]:
    """Yield each type whose fields depend on each other, with what makes its strategy."""
    for record_class in _drawing_records.CLASSES:
        yield record_class, partial(_drawing_records.of_class, HANOI, cast(Any, record_class))
    for kind in (nsc.AtLeast, nsc.MoreThan, nsc.About, nsc.Plain, nsc.AtMost, nsc.LessThan):
        yield kind, partial(_bounds_of, kind)
    strategies: dict[type[Any], Callable[[], SearchStrategy[Any]]] = {
        nsc.Between: lambda: st.builds(
            lambda low, more, about: nsc.Between(low, low + more, about=about),
            _values.numbers(),
            st.integers(1, 30),
            st.booleans(),
        ),
        nsc.Growth: lambda: st.builds(nsc.Growth, _values.periods()),
        nsc.Range: _values.ranges,
        nsc.Period: _values.periods,
        nsc.Text: _values.texts,
        nsc.Document: _values.documents,
        nsc.Citation: _values.citations,
        nsc.Unit: lambda: _plans.indicators().map(lambda indicator: indicator.unit),
        nsc.Indicator: _plans.indicators,
        nsc.Answer: _answer,
        nsc.plan.Asked: _asked,
        nsc.Question: _plans.questions,
        nsc.Reading: _plans.readings,
        nsc.Choice: _choices,
        nsc.Target: _plans.targets,
        nsc.Phase: _plans.phases,
        nsc.Objective: _plans.objectives,
        nsc.FundingSource: _plans.funding_sources,
        nsc.Program: _plans.programs,
        nsc.Completeness: lambda: _drawing_registers.claims(HANOI),
        nsc.RejectedRow: lambda: _drawing_registers.rejected_rows(HANOI),
        nsc.Register: _any_register,
        nsc.Figures: _results.figures,
        nsc.Evaluation: _results.evaluations,
        nsc.Verdict: _results.verdicts,
        nsc.verdicts.PhaseEvaluation: _phase_evaluations,
        nsc.verdicts.ObjectiveFigure: lambda: _results.part_of(
            _results.evaluations(), lambda evaluation: evaluation.objectives
        ),
        nsc.verdicts.Sweep: _results.sweeps,
        nsc.verdicts.TargetSweep: lambda: _results.part_of(
            _results.sweeps(), lambda sweep: sweep.targets
        ),
        nsc.verdicts.Outcome: lambda: _results.part_of(
            _results.sweeps(),
            lambda sweep: [outcome for target in sweep.targets for outcome in target.outcomes],
        ),
        nsc.verdicts.PhaseComparison: _results.phase_comparisons,
        nsc.verdicts.Change: lambda: _results.part_of(
            _results.phase_comparisons(), lambda comparison: comparison.changes
        ),
        nsc.verdicts.Side: _sides,
        nsc.verdicts.Evidence: _results.evidences,
        nsc.verdicts.FundingTotal: _results.funding_totals,
    }
    yield from strategies.items()


@cache
def _all() -> Mapping[type[Any], Callable[[], SearchStrategy[Any]]]:
    return dict(_interdependent())


def of_type(kind: type[Any]) -> SearchStrategy[Any]:
    """Draw values of a public type."""
    return _all()[kind]() if kind in _all() else of_fields(kind)


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
