"""A strategy for every public type: `hypothesis.strategies.from_type(Register)`, and so for what refers to one."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from functools import cache, partial
from types import GenericAlias
from typing import Any, get_args

from attrs import fields
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

import nsc_program as nsc
from nsc_program.catalog.hanoi import HANOI
from nsc_program.records._counting import COUNTED_BY
from nsc_program.records._records import AnyRecord
from nsc_program.testing.strategies import _plans, _records, _registers, _results, _values

CLASSES = tuple(kind.__name__ for kind in COUNTED_BY)

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
    "enterprise": _records.FEW_ENTERPRISES,
    "code": _records.FEW_ENTERPRISES,
    "what": CLASSES,
    "kind": CLASSES,
    "id": ("r1", "r2", "r3"),
    "keys": ("P1", "p1", "P-1"),
    "key": _records.FEW_PEOPLE,
    "question": ("strict", "which"),
}
"""What stands in fields that hold text, by their names."""

WHOLE = st.integers(0, 9) | st.integers(0, 10_000)


def _text(name: str) -> SearchStrategy[str]:
    return st.sampled_from(TEXTS[name])


def _of_type(name: str, kind: Any) -> SearchStrategy[Any]:
    """Values of one field, by its type and, of text, its name."""
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
    """Values of a type of which each field can be anything of its own type."""
    return st.builds(kind, **{each.name: _of_type(each.name, each.type) for each in fields(kind)})


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
    return _results.part_of(_results.evaluations(), lambda drawn: drawn.phases)


def _sides() -> SearchStrategy[nsc.verdicts.Side]:
    return _results.part_of(
        _results.phase_comparisons(), lambda drawn: [s for c in drawn for s in (c.earlier, c.later)]
    )


def _any_register() -> SearchStrategy[nsc.Register]:
    return _registers.registers(HANOI, _registers.all_kinds(None, exact=False), (0, 10))


def _bounds_of(kind: type[Any]) -> SearchStrategy[Any]:
    return st.builds(kind, st.integers(1, 60))


def _made() -> Iterator[tuple[type[Any], Callable[[], SearchStrategy[Any]]]]:
    """The types that are not just any values in their fields."""
    for kind in get_args(AnyRecord):
        yield kind, partial(_records.of_class, HANOI, kind)
    for kind in (nsc.AtLeast, nsc.MoreThan, nsc.About, nsc.Plain, nsc.AtMost, nsc.LessThan):
        yield kind, partial(_bounds_of, kind)
    made: dict[type[Any], Callable[[], SearchStrategy[Any]]] = {
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
        nsc.Unit: lambda: _plans.indicators().map(lambda drawn: drawn.unit),
        nsc.Indicator: _plans.indicators,
        nsc.Answer: _answer,
        nsc.plan.Asked: _asked,
        nsc.Question: _plans.questions,
        nsc.Reading: _plans.readings,
        nsc.Choice: lambda: st.sampled_from(
            [each.indicator for each in HANOI.targets if isinstance(each.indicator, nsc.Choice)]
        ),
        nsc.Target: _plans.targets,
        nsc.Phase: _plans.phases,
        nsc.Objective: _plans.objectives,
        nsc.FundingSource: _plans.funding_sources,
        nsc.Program: _plans.programs,
        nsc.Completeness: lambda: _registers.claims(HANOI),
        nsc.RejectedRow: lambda: _registers.rejected_rows(HANOI),
        nsc.Register: _any_register,
        nsc.Figures: _results.figures,
        nsc.Evaluation: _results.evaluations,
        nsc.Verdict: _results.verdicts,
        nsc.verdicts.PhaseEvaluation: _phase_evaluations,
        nsc.verdicts.ObjectiveFigure: lambda: _results.part_of(
            _results.evaluations(), lambda drawn: drawn.objectives
        ),
        nsc.verdicts.Sweep: _results.sweeps,
        nsc.verdicts.TargetSweep: lambda: _results.part_of(
            _results.sweeps(), lambda drawn: drawn.targets
        ),
        nsc.verdicts.Outcome: lambda: _results.part_of(
            _results.sweeps(), lambda drawn: [o for t in drawn.targets for o in t.outcomes]
        ),
        nsc.verdicts.PhaseComparison: _results.phase_comparisons,
        nsc.verdicts.Change: lambda: _results.part_of(
            _results.phase_comparisons(), lambda drawn: drawn.changes
        ),
        nsc.verdicts.Side: _sides,
        nsc.verdicts.Evidence: _results.evidences,
        nsc.verdicts.FundingTotal: _results.funding_totals,
    }
    yield from made.items()


@cache
def _all() -> Mapping[type[Any], Callable[[], SearchStrategy[Any]]]:
    return dict(_made())


def of_type(kind: type[Any]) -> SearchStrategy[Any]:
    """Values of a public type."""
    return _all()[kind]() if kind in _all() else of_fields(kind)
