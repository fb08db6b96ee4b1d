"""The strategies themselves: valid values only, every branch of every type, small examples."""

import ast
import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import Any, get_args

import pytest
from attrs import evolve, fields
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample
from hypothesis.strategies import SearchStrategy

import nsc_program
from nsc_program import (
    HANOI,
    NATIONAL,
    About,
    AtLeast,
    AtMost,
    Between,
    Choice,
    EachYear,
    EnterpriseKind,
    Evaluation,
    Expert,
    Fact,
    Figures,
    Growth,
    InvalidType,
    InvalidValue,
    LessThan,
    Level,
    MoreThan,
    Period,
    PilotModel,
    Plain,
    Program,
    Range,
    Reached,
    Reading,
    Register,
    ReportedFigure,
    Scope,
    Status,
    Support,
    Target,
    Training,
    UnknownId,
    YearlyGrowth,
    evaluate,
    tally,
)
from nsc_program.checks import Finding
from nsc_program.plan import Basis, Bound, Difference, During, MeanGrowth, facts
from nsc_program.records import AnyRecord
from nsc_program.testing import strategies as nsc
from nsc_program.testing._hypothesis import public_types
from nsc_program.testing.strategies import Near, _targets, near_threshold
from nsc_program.verdicts import Note
from tracing import first_traced, untraced_environment

# `find` writes what it found, which may be a whole plan.
pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")

ROOT = Path(nsc_program.__file__).parent
ANY = settings(
    max_examples=2_000,
    database=None,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
LEAST = settings(ANY, phases=[Phase.generate, Phase.shrink])
FIRST_OF_300 = settings(ANY, max_examples=300, derandomize=True)
FIRST_OF_3_000 = settings(FIRST_OF_300, max_examples=3_000)
LAST = HANOI.phases[0].period.end


HANOI_PHASES = tuple(evolve(phase, targets=()) for phase in HANOI.phases)


def found(
    strategy: SearchStrategy[Any], wanted: Callable[[Any], object], how: settings = ANY
) -> Any:  # noqa: ANN401
    """Return a value of a strategy that satisfies a condition, and the smallest if asked for."""
    # Hypothesis warns of the long representations of some strategies too.
    behind = st.deferred(lambda: strategy)
    return find(behind, lambda drawn: bool(wanted(drawn)), settings=how)


class TestTypes:
    """Every public type is known to Hypothesis wherever both are installed."""

    @pytest.mark.parametrize("kind", public_types(), ids=lambda kind: kind.__name__)
    def test_only_values_of_the_type_are_drawn(self, kind: type[Any]) -> None:
        @settings(max_examples=10, database=None, deadline=None)
        @given(st.from_type(kind))
        def drawn(value: object) -> None:
            assert kind is type(value)
            assert hash(value) == hash(value)

        drawn()

    @pytest.mark.parametrize("kind", public_types(), ids=lambda kind: kind.__name__)
    def test_each_field_has_more_than_one_value(self, kind: type[Any]) -> None:
        varied = {field.name for field in fields(kind)} - ONE_VALUE.get(kind.__name__, set())
        seen: dict[str, set[Any]] = {name: set() for name in varied}

        def every_field_has_two(value: object) -> bool:
            for name, values in seen.items():
                values.add(getattr(value, name))
            return all(len(values) > 1 for values in seen.values())

        found(st.from_type(kind), every_field_has_two, FIRST_OF_3_000)

    def test_the_library_does_not_import_hypothesis(self) -> None:
        code = "import sys, nsc_program.cli; print('hypothesis' in sys.modules)"
        assert "False\n" == _python(code)

    def test_hypothesis_does_not_import_the_strategies(self) -> None:
        code = (
            "import sys, hypothesis; "
            "print([name for name in sys.modules if 'nsc_program.testing.strategies' in name])"
        )
        assert "[]\n" == _python(code)

    def test_strategies_for_other_types_do_not_change(self) -> None:
        """Results are sequences and mappings, and must not be drawn for those types in general."""
        kinds = (
            *("Sequence[int]", "Mapping[str, int]", "Iterable[str]", "Collection[int]"),
            *("Sized", "Hashable", "object"),
        )
        code = (
            "from collections.abc import *\n"
            "from hypothesis import Phase, find, settings, strategies as st\n"
            "first = settings(phases=[Phase.generate], database=None)\n"
            f"for kind in ({', '.join(kinds)}):\n"
            "    drawn = st.lists(st.from_type(kind), min_size=3)\n"
            "    print(find(drawn, lambda each: True, settings=first))"
        )
        printed = _python(code, untraced_environment())
        assert len(kinds) == len(printed.splitlines())
        assert "nsc_program" not in printed

    @pytest.mark.parametrize("missing", ["attrs", "dateutil"])
    def test_hypothesis_works_where_this_library_cannot_be_imported(self, missing: str) -> None:
        code = f"import sys; sys.modules[{missing!r}] = None; import hypothesis; print('imported')"
        assert "imported\n" == _python(code)

    @pytest.mark.parametrize(
        "first",
        [
            "nsc_program.testing._hypothesis",
            "nsc_program.testing.strategies",
            "nsc_program.testing.properties",
        ],
    )
    def test_any_module_may_be_imported_first(self, first: str) -> None:
        assert "True\n" == _python(
            f"import sys, {first}; print('hypothesis' in sys.modules or True)"
        )

    def test_hypothesis_does_not_import_a_plan(self) -> None:
        code = "import sys, hypothesis; print('nsc_program.catalog' in sys.modules)"
        assert "False\n" == _python(code)

    def test_types_are_known_without_an_import_of_the_strategies(self) -> None:
        code = (
            "from hypothesis import find; from hypothesis.strategies import from_type\n"
            "from nsc_program import Register\n"
            "print(find(from_type(Register), lambda register: True))"
        )
        assert _python(code).startswith("<Register: ")


ONE_VALUE: Mapping[str, set[str]] = {
    "EstimatesWouldDecide": {"target"},
    # Results for one plan, Hanoi's, all have these fields in common.
    "Evaluation": {"program", "edition", "title", "library", "stated_digest", "questions"},
    "Sweep": {"program", "edition", "title", "library", "stated_digest", "questions"},
    "PhaseComparison": {
        *("program", "edition", "title", "library", "stated_digest"),
        *("earlier", "later", "questions"),
    },
    "PlanComparison": {"library"},
    "Findings": {"program", "edition", "library"},
    "FundingTotals": {"program", "edition", "library"},
    "Diff": {"program", "library"},
    "DiffSide": {"edition"},
    # Hanoi's plan does not name amounts.
    "FundingByYear": {"planned"},
    "FundingYear": {"planned", "planned_cumulative"},
    # In these fields nothing depends on what is drawn.
    "Target": {"id", "title", "citations", "adds_up_to"},
    "Phase": {"id"},
    "Objective": {"id", "title", "citations"},
    "FundingSource": {"label", "citations"},
    "BudgetItem": {"source", "citations"},
    "Question": {"phrase"},
    "Indicator": set(),
    "Program": {"id", "edition", "title", "issuer", "indicators", "questions", "citations"},
    "PartAboveWhole": {"part", "whole"},
    "PartTooLarge": {"part", "whole"},
    **{
        kind.__name__: {"id", "recorded_on", "part"}
        for kind in nsc._drawing_records.CLASSES
        if kind is not Fact
    },
}
"""Fields that are the same in all values drawn from a type."""


@pytest.mark.parametrize(
    ("bound", "reversed_bound"),
    [
        (AtMost(5), AtLeast(5)),
        (LessThan(5), AtLeast(5)),
        (Between(5, 9), AtMost(5)),
        (AtLeast(5), AtMost(5)),
        (About(5), AtMost(5)),
    ],
)
def test_a_limit_that_contradicts_others_is_reversed(bound: Bound, reversed_bound: Bound) -> None:
    assert reversed_bound == _targets._reversed(bound)


def _python(code: str, environment: Mapping[str, str] | None = None) -> str:
    command = [sys.executable, "-c", code]
    run = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)  # noqa: S603
    return run.stdout


def _asks(kind: type[Any], plan: Program) -> bool:
    """Say whether a target asks for a fall."""
    return any(isinstance(each.basis, kind) and each.basis.falling for each in plan.targets)


def _has(field: str, kind: type[Any], plan: Program) -> bool:
    return any(kind is type(getattr(target, field)) for target in plan.targets)


def _is(field: str, value: object, each: object) -> bool:
    return getattr(each, field) is value


BRANCHES: Mapping[str, tuple[SearchStrategy[Any], Callable[[Any], object]]] = {
    **{
        f"a plan with {kind.__name__}": (
            nsc.programs(),
            partial(_has, "bound", kind),
        )
        for kind in (AtLeast, MoreThan, About, Between, Plain, AtMost, LessThan)
    },
    **{
        f"a plan with {kind.__name__}": (
            nsc.programs(),
            partial(_has, "basis", kind),
        )
        for kind in get_args(Basis)
    },
    "a plan without targets": (nsc.programs(), lambda plan: not plan.targets),
    "a plan with a choice": (
        nsc.programs(),
        lambda plan: any(type(t.indicator) is Choice for t in plan.targets),
    ),
    "a plan with a part": (nsc.programs(), lambda plan: any(t.part_of for t in plan.targets)),
    "a plan that was amended": (nsc.programs(), lambda plan: plan.past),
    "a plan with an aim and a source": (
        nsc.programs(),
        lambda plan: plan.objectives and plan.funding_sources,
    ),
    "a plan with a budget of two periods": (
        nsc.programs(),
        lambda plan: len({item.period for item in plan.budget}) > 1,
    ),
    "phases that overlap": (
        nsc.programs(),
        lambda plan: any(
            a.period.meets(b.period) for a in plan.phases for b in plan.phases if a is not b
        ),
    ),
    "a rough range": (nsc.bounds(), lambda bound: isinstance(bound, Between) and bound.about),
    "a number below zero": (
        nsc.bounds(),
        lambda bound: isinstance(bound, AtMost) and bound.number < 0,
    ),
    "half a thing": (
        nsc.bounds(),
        lambda bound: isinstance(bound, Plain) and bound.number.denominator == 2,
    ),
    "everything": (nsc.ranges(), lambda each: each == Range(None, None)),
    "one number": (nsc.ranges(), lambda each: each.low is not None and each.low == each.high),
    "an open end": (nsc.ranges(), lambda each: each.low_open and not each.high_open),
    "a leap day": (nsc.whole_years(), lambda each: (each.first.month, each.first.day) == (2, 29)),
    "no tolerance": (nsc.readings(), lambda reading: reading.tolerance == 0),
    "an answer of the plan's own": (
        nsc.readings(),
        lambda reading: dict(reading.choices).get("trained") == "participations",
    ),
    "an empty register": (nsc.registers(), lambda register: register == Register()),
    "no records, all claimed": (
        nsc.registers(),
        lambda register: not register.records and len(register.completeness) > 5,
    ),
    "a correction": (
        nsc.registers(),
        lambda register: len(register.latest) < len(register.records),
    ),
    "a withdrawal": (
        nsc.registers(),
        lambda register: len(register.current) < len(register.latest),
    ),
    "a rejected row of a record": (
        nsc.registers(),
        lambda register: any(map(register.doubts, _records(register))),
    ),
    "a row without id": (
        nsc.registers(),
        lambda register: any(not row.identified for row in register.rejected),
    ),
    "every class of records": (
        nsc.registers(min_size=30, max_size=40),
        lambda register: len({type(record) for record in register.records}) == 9,
    ),
    "a thing not verified": (
        nsc.registers(),
        lambda register: any(not record.verified for record in register.records),
    ),
    "a support on the last day": (nsc.supports(), lambda each: each.completed_on == LAST),
    "a support on the day after": (
        nsc.supports(),
        lambda each: each.started_on == date(2026, 1, 1),
    ),
    "a support on some day": (nsc.supports(), lambda each: each.started_on.day == 19),
    "a support that goes on": (nsc.supports(), lambda each: each.completed_on is None),
    "a support with two sources": (nsc.supports(), lambda each: len(each.funding) > 1),
    "a support with a year": (nsc.supports(), lambda each: each.spending_year is not None),
    "money whose year is unknown": (
        nsc.fundings_by_year(),
        lambda each: each.unknown_years.low != 0,
    ),
    "money that is surely of a year": (nsc.funding_years(), lambda each: each.vnd.low),
    "no solutions": (nsc.supports(), lambda each: each.solutions == ()),
    "all four solutions": (nsc.pilot_models(), lambda each: len(each.solutions or ()) == 4),
    "solutions not recorded": (nsc.pilot_models(), lambda each: each.solutions is None),
    "a model for the nation": (
        nsc.pilot_models(),
        lambda each: each.scope is Scope.NATION and each.withdrawn_on,
    ),
    "an expert of every level": (
        nsc.experts(),
        lambda each: each.regional_on and each.international_on and each.trained_on,
    ),
    "an expert without dates": (
        nsc.experts(),
        lambda each: not (each.trained_on or each.certified_on or each.regional_on),
    ),
    "a headcount": (nsc.trainings(), lambda each: each.headcount == 5),
    "a body not asked for": (
        nsc.assessment_bodies(),
        lambda each: each.serves_key_products is None,
    ),
    "a body that lapsed": (
        nsc.assessment_bodies(),
        lambda each: each.conforming_until and not each.conforming_since,
    ),
    "an estimate": (
        nsc.reported_figures(),
        lambda each: each.estimate and each.issued > each.period.end,
    ),
    "an early report": (nsc.reported_figures(), lambda each: each.issued < each.period.end),
    "a report of zero": (nsc.reported_figures(), lambda each: each.value == Range(0, 0)),
    "a report below zero": (
        nsc.reported_figures(),
        lambda each: each.value.low is not None and each.value.low < 0,
    ),
    "a report of half": (
        nsc.reported_figures(),
        lambda each: each.value.low and each.value.low.denominator == 2,
    ),
    "a report since ever": (nsc.reported_figures(), lambda each: each.period.start is None),
    "a claim since ever": (
        nsc.claims(),
        lambda each: each.period.start is None and each.recorded_on,
    ),
    "a row of another class": (
        nsc.rejected_rows(),
        lambda each: each.what == "ReportedFigure" and not each.identified,
    ),
    "an event": (nsc.disseminations(), lambda each: each.topic),
    "a plain fact": (nsc.facts(), lambda each: each.verified),
    "a description": (nsc.enterprises(), lambda each: each.name),
    **{
        f"a fall by {kind.__name__}": (
            nsc.programs(),
            partial(_asks, kind),
        )
        for kind in (Growth, Difference, YearlyGrowth, MeanGrowth)
    },
    "a baseline that is a day": (
        nsc.programs(),
        lambda plan: any(
            isinstance(t.basis, (Growth, Difference)) and t.basis.baseline.start is None
            for t in plan.targets
        ),
    ),
    "growth every year": (nsc.bases(), lambda each: type(each) is YearlyGrowth),
    "figures of nothing": (nsc.figures(), lambda each: not each.figures),
    "figures at a number of the plan": (
        nsc.figures(),
        lambda each: any(
            f.indicator == "supported" and f.range == Range(1425, 1425) for f in each.figures
        ),
    ),
    **{f"status {status}": (nsc.verdicts(), partial(_is, "status", status)) for status in Status},
    **{f"kind {kind}": (nsc.supports(), partial(_is, "kind", kind)) for kind in EnterpriseKind},
    **{f"level {level}": (nsc.supports(), partial(_is, "level", level)) for level in Level},
}


def _records(register: Register) -> list[Any]:
    return [record for record in register.records if not isinstance(record, Fact)]


class TestBranches:
    """Every variant is drawn: every bound and basis, empty values, zero, first and last days."""

    @pytest.mark.parametrize("name", BRANCHES)
    def test_every_variant_is_found(self, name: str) -> None:
        strategy, wanted = BRANCHES[name]
        assert wanted(found(strategy, wanted))

    @pytest.mark.parametrize("kinds", [nsc.notes(), nsc.findings()])
    def test_every_kind_of_note_and_finding_is_found(
        self, kinds: SearchStrategy[Note | Finding]
    ) -> None:
        with pytest.raises(NoSuchExample):
            found(kinds, lambda drawn: type(drawn) not in public_types(), FIRST_OF_300)

    def test_a_missing_variant_is_not_found(self) -> None:
        with pytest.raises(NoSuchExample):
            found(
                nsc.supports(),
                lambda each: each.completed_on and each.completed_on < each.started_on,
                FIRST_OF_300,
            )


class TestOptions:
    """Strategies draw exactly what a user asks for."""

    @given(nsc.registers(NATIONAL, kinds=[Support, Fact], min_size=2, max_size=4))
    def test_kinds_and_sizes_are_respected(self, register: Register) -> None:
        assert {type(record) for record in register.records} <= {Support, Fact}
        assert 1 <= len(register.records) <= 4

    @given(nsc.registers(corrected=False))
    def test_versions_can_be_excluded(self, register: Register) -> None:
        assert len(register.records) == len(register.latest)
        assert {None} == {getattr(record, "recorded_on", None) for record in register.records} | {
            None
        }

    @given(nsc.programs(), st.data())
    def test_exact_registers_have_exact_counts(self, program: Program, data: st.DataObject) -> None:
        register = data.draw(nsc.registers(program, exact=True))
        known = tally(program, register, as_of=program.period.end)
        counted = [each for each in known.figures if program.indicator(each.indicator).accumulates]
        assert [] == [each for each in counted if each.range.low != each.range.high]

    @given(nsc.records(kinds=[Training, Expert]))
    def test_records_of_given_kinds_are_drawn(self, record: AnyRecord) -> None:
        assert isinstance(record, (Training, Expert))

    @pytest.mark.parametrize("draw", [nsc.registers, nsc.records])
    @pytest.mark.parametrize(
        ("options", "error", "says"),
        [
            (
                {"kinds": [int]},
                InvalidType,
                r"^kinds: expected classes of records \(Enterprise, .*got .<class 'int'>",
            ),
            ({"kinds": [[]]}, InvalidType, r"^kinds: expected classes of records"),
            ({"kinds": "Support"}, InvalidType, r"^kinds: expected several classes of records"),
            ({"kinds": Support}, InvalidType, r"^kinds: expected several classes of records"),
            ({"kinds": []}, InvalidValue, r"^kinds: expected at least one class"),
            ({"program": "hanoi"}, InvalidType, r"^program: expected a Program, got str 'hanoi'"),
        ],
    )
    def test_options_that_cannot_be_drawn_are_refused(
        self,
        draw: Callable[..., object],
        options: dict[str, Any],
        error: type[Exception],
        says: str,
    ) -> None:
        with pytest.raises(error, match=says):
            draw(**options)

    @pytest.mark.parametrize(
        ("options", "error", "says"),
        [
            (
                {"kinds": [ReportedFigure], "exact": True},
                InvalidValue,
                "a register with reports is not exact",
            ),
            (
                {"min_size": 5, "max_size": 4},
                InvalidValue,
                "expected 0 to 200 in rising order, got 5 and 4",
            ),
            ({"min_size": -1}, InvalidValue, "got -1 and 10"),
            ({"max_size": 201}, InvalidValue, "got 0 and 201"),
            ({"min_size": True}, InvalidType, "min_size: expected a whole number, got bool True"),
            ({"max_size": 2.0}, InvalidType, "max_size: expected a whole number, got float 2.0"),
        ],
    )
    def test_sizes_that_do_not_fit_are_refused(
        self, options: dict[str, Any], error: type[Exception], says: str
    ) -> None:
        with pytest.raises(error, match=says):
            nsc.registers(**options)

    @settings(max_examples=5, database=None)
    @given(nsc.registers(min_size=20))
    def test_the_greatest_size_follows_the_least(self, register: Register) -> None:
        assert len(register.records) >= 10

    @settings(max_examples=3, database=None)
    @given(nsc.registers(min_size=100, max_size=200))
    def test_the_greatest_size_is_drawn(self, register: Register) -> None:
        assert len(register.records) > 50

    def test_a_plan_without_targets_can_be_drawn_for(self) -> None:
        plan = Program(
            id="p",
            edition="e",
            title=nsc._values.MADE_UP,
            issuer=nsc._values.MADE_UP,
            indicators=(),
            phases=HANOI_PHASES,
        )
        assert found(nsc.registers(plan), lambda register: len(register.records) == 9)
        assert () == found(nsc.figures(plan), lambda _: True).figures

    def test_a_strategy_is_shown_by_its_name(self) -> None:
        assert "register()" == repr(nsc.registers())

    def test_comparisons_of_a_plan_with_one_phase_are_refused(self) -> None:
        plan = found(nsc.programs(), lambda each: len(each.phases) == 1)
        with pytest.raises(InvalidValue, match="no phase begins after another"):
            nsc.phase_comparisons(plan)

    def test_verdicts_on_a_plan_without_targets_are_refused(self) -> None:
        plan = found(nsc.programs(), lambda each: not each.targets)
        with pytest.raises(InvalidValue, match="it has no target to judge"):
            nsc.verdicts(plan)

    @given(nsc.programs(), st.data())
    def test_figures_and_results_of_any_plan_are_drawn(
        self, program: Program, data: st.DataObject
    ) -> None:
        known, reading = data.draw(nsc.figures(program)), data.draw(nsc.readings(program))
        assert isinstance(known, Figures)
        assert isinstance(reading, Reading)
        assert isinstance(data.draw(nsc.evaluations(program)), Evaluation)


class TestShrinking:
    """Counter-examples become small: few records, each with its simplest values."""

    def test_counting_rows_shrinks_to_two_records(self) -> None:
        def is_wrong(register: Register) -> bool:
            rows = [
                each for each in register.current if isinstance(each, Support) and each.completed_on
            ]
            return len(rows) > len({each.enterprise for each in rows})

        register = found(nsc.registers(kinds=[Support, PilotModel]), is_wrong, LEAST)
        assert 2 <= len(register.records) <= 3
        assert 1 == len({each.enterprise for each in register.current if isinstance(each, Support)})
        assert () == register.rejected

    def test_counting_branches_shrinks_to_a_branch(self) -> None:
        def is_wrong(register: Register) -> bool:
            codes = {each.enterprise for each in register.current if isinstance(each, PilotModel)}
            return len(codes) > len({code[:10] for code in codes})

        assert (
            2
            <= len(found(nsc.registers(kinds=[Support, PilotModel]), is_wrong, LEAST).records)
            <= 3
        )

    def test_counting_withdrawn_records_shrinks_to_one(self) -> None:
        def is_wrong(register: Register) -> bool:
            supports = [each for each in register.latest if isinstance(each, Support)]
            return any(each.annulled and not each.verified for each in supports)

        register = found(nsc.registers(kinds=[Support, PilotModel]), is_wrong, LEAST)
        assert 1 <= len(register.records) <= 3


def _named(program: Program) -> list[Any]:
    return [
        pytest.param(program, target.id, id=f"{program.id} {target.id}")
        for target in program.targets
    ]


def _plan(bound: Bound, basis: Basis, indicator: str = "share") -> Program:
    """Return a plan with one target, by default about a share from 0 to 100."""
    made_up = nsc._values
    share = evolve(nsc._indicators.SHARE, domain=Range(0, 100))
    target = Target(
        id="2021-2025/share",
        title=made_up.MADE_UP,
        indicator=indicator,
        basis=basis,
        bound=bound,
        citations=(made_up.CITED,),
    )
    return Program(
        id="p",
        edition="e",
        title=made_up.MADE_UP,
        issuer=made_up.MADE_UP,
        indicators=(share, *nsc._indicators.OWN[:4]),
        phases=(evolve(HANOI_PHASES[0], targets=(target,)),),
    )


def _hold_the_stated_status(program: Program, target: str) -> None:
    """Check that registers near a threshold have the status that they state."""

    @settings(max_examples=20, database=None, deadline=None)
    @given(near_threshold(program, target))
    @first_traced
    def drawn(near: Near) -> None:
        verdict = evaluate(program, tally(program, near.register, as_of=near.as_of))[target]
        assert (Status.ATTAINED if near.attained else Status.MISSED) is verdict.status
        compared = next(each for each in verdict.comparisons if each.period == near.period)
        assert Range.exactly(near.count) == compared.possible

    drawn()


class TestNearThreshold:
    """Registers are drawn at one too few, just enough and one more, with a true statement."""

    @pytest.mark.parametrize(("program", "target"), [*_named(HANOI), *_named(NATIONAL)])
    def test_the_stated_status_is_right(self, program: Program, target: str) -> None:
        _hold_the_stated_status(program, target)

    @settings(max_examples=20, deadline=None)
    @given(st.data(), nsc.programs())
    def test_the_stated_status_is_right_for_any_plan_and_reading(
        self, data: st.DataObject, program: Program
    ) -> None:
        for target in program.targets:
            reading = evolve(
                data.draw(nsc.readings(program)), planned_baseline=False
            )  # which may leave the target undecided
            near = data.draw(near_threshold(program, target.id, reading=reading))
            verdict = evaluate(program, tally(program, near.register, as_of=near.as_of), reading)[
                target.id
            ]
            assert (Status.ATTAINED if near.attained else Status.MISSED) is verdict.status

    @pytest.mark.parametrize("step", [-1, 0, 1])
    @pytest.mark.parametrize(
        "target", ["2021-2025/models", "2026-2030/experts", "2026-2030/supported"]
    )
    def test_all_three_numbers_are_drawn(self, target: str, step: int) -> None:
        near = found(near_threshold(HANOI, target), lambda each: each.count == each.number + step)
        assert near.attained is (step >= 0)

    @pytest.mark.parametrize(
        "wanted",
        [
            lambda record: record.enterprise == "0100000001-001",
            lambda record: record.enterprise == "0100000001" and "decoy" in record.id,
            lambda record: record.recognised_on == date(2020, 12, 31),
            lambda record: record.recognised_on == date(2026, 1, 1),
            lambda record: record.recognised_on == date(2021, 1, 1),
            lambda record: record.renewal,
        ],
        ids=[
            "a branch",
            "named again",
            "the day before",
            "the day after",
            "the first day",
            "a renewal",
        ],
    )
    def test_records_that_must_not_count_are_added(
        self, wanted: Callable[[PilotModel], bool]
    ) -> None:
        near = found(
            near_threshold(HANOI, "2021-2025/models"),
            lambda each: any(map(wanted, each.register.records)),
        )
        assert any(map(wanted, near.register.records))

    def test_withdrawn_records_and_replaced_reports_are_added(self) -> None:
        bodies = found(
            near_threshold(HANOI, "2021-2025/bodies"),
            lambda each: any(r.annulled for r in each.register.records),
        )
        assert len(bodies.register.current) < len(bodies.register.latest)
        harmonised = found(near_threshold(NATIONAL, "2021-2025/harmonised"), lambda _: True)
        assert {ReportedFigure} == {type(record) for record in harmonised.register.records}

    def test_a_register_near_a_threshold_has_a_short_repr(self) -> None:
        near = found(near_threshold(HANOI, "2021-2025/supported"), lambda each: each.attained)
        held = "attained, turns at 1425; 1425 records, 2030-12-31"
        assert f"<2021-2025/supported: 1425 over 2021-01-01 to 2025-12-31, {held}>" == repr(near)

    @pytest.mark.parametrize(
        ("bound", "basis"),
        [
            (AtLeast(100), Reached()),
            (Plain(100), Reached()),
            (AtLeast(100), EachYear()),
            (AtMost(0), Reached()),
            (MoreThan(Fraction(199, 2)), Reached()),
        ],
    )
    def test_a_share_may_turn_at_the_end_of_its_domain(self, bound: Bound, basis: Basis) -> None:
        _hold_the_stated_status(_plan(bound, basis), "2021-2025/share")

    def test_a_share_without_another_number_has_no_replaced_report(self) -> None:
        plan = _plan(AtLeast(Fraction(1, 2)), Reached())
        narrow = evolve(plan.indicators[0], domain=Range(0, Fraction(1, 2)))
        near = found(
            near_threshold(
                evolve(plan, indicators=(narrow, *plan.indicators[1:])), "2021-2025/share"
            ),
            lambda each: each.attained,
        )
        assert 1 == len(near.register.records)

    @pytest.mark.parametrize(
        ("bound", "basis", "says"),
        [
            (MoreThan(100), Reached(), "no possible value of 'share' changes its verdict"),
            (AtLeast(0), Reached(), "no possible value of 'share' changes its verdict"),
            (AtMost(100), EachYear(), "no possible value of 'share' changes its verdict"),
        ],
    )
    def test_a_share_whose_status_never_changes_is_refused(
        self, bound: Bound, basis: Basis, says: str
    ) -> None:
        with pytest.raises(InvalidValue, match=says):
            near_threshold(_plan(bound, basis), "2021-2025/share")

    @pytest.mark.parametrize(
        ("indicator", "basis", "says"),
        [
            ("things", YearlyGrowth(), "at numbers too large to write down"),
        ],
    )
    def test_growth_whose_status_never_changes_is_refused(
        self, indicator: str, basis: Basis, says: str
    ) -> None:
        with pytest.raises(InvalidValue, match=says):
            near_threshold(_plan(AtLeast(10**5), basis, indicator), "2021-2025/share")

    @pytest.mark.parametrize(
        "since",
        [Period.until(date(2020, 12, 31)), Period.of_years(1, 1)],
    )
    def test_growth_from_the_first_possible_days_is_drawn(self, since: Period) -> None:
        _hold_the_stated_status(_plan(AtLeast(50), Growth(since), "things"), "2021-2025/share")

    @pytest.mark.parametrize(
        "basis",
        [
            During(Period.of_years(2023, 2023)),
            MeanGrowth(),
            MeanGrowth(falling=True),
            YearlyGrowth(falling=True),
            *(
                kind(baseline, falling=falling)
                for kind in (Growth, Difference)
                for baseline in (Period.of_years(2016, 2020), Period.until(date(2020, 12, 31)))
                for falling in (False, True)
            ),
        ],
        ids=str,
    )
    @pytest.mark.parametrize("indicator", ["things", "money"])
    @pytest.mark.parametrize("bound", [AtLeast(40), AtMost(40)], ids=str)
    def test_every_basis_turns_where_it_says(
        self, bound: Bound, basis: Basis, indicator: str
    ) -> None:
        _hold_the_stated_status(_plan(bound, basis, indicator), "2021-2025/share")

    @pytest.mark.parametrize("falling", [False, True])
    def test_a_share_turns_at_percentage_points(self, *, falling: bool) -> None:
        points = Difference(Period.of_years(2020, 2020), falling=falling)
        _hold_the_stated_status(_plan(AtLeast(60), points), "2021-2025/share")

    @pytest.mark.parametrize(
        ("bound", "basis", "says"),
        [
            (AtMost(100), Growth(Period.of_years(2020, 2020), falling=True), "changes its verdict"),
            (AtLeast(99), YearlyGrowth(falling=True), "at numbers too large to write down"),
        ],
        ids=["at most all", "nothing left for the next year"],
    )
    def test_a_change_whose_status_never_changes_is_refused(
        self, bound: Bound, basis: Basis, says: str
    ) -> None:
        with pytest.raises(InvalidValue, match=says):
            near_threshold(_plan(bound, basis, "things"), "2021-2025/share")

    @pytest.mark.parametrize("given_", [{"program": None}, {"reading": None}])
    def test_other_values_than_plans_and_readings_are_refused(self, given_: dict[str, Any]) -> None:
        with pytest.raises(InvalidType, match=r"expected a (Program|Reading), got None"):
            near_threshold(
                given_.get("program", HANOI),
                "2021-2025/bodies",
                reading=given_.get("reading", Reading()),
            )

    def test_an_unknown_target_is_refused(self) -> None:
        with pytest.raises(UnknownId, match="2021-2025/nothing"):
            near_threshold(HANOI, "2021-2025/nothing")

    def test_a_reading_that_never_decides_the_target_is_refused(self) -> None:
        reading = Reading(planned_baseline=True, choices={"trained": "participations"})
        with pytest.raises(
            InvalidValue, match="'2026-2030/trained': nothing decides it under this reading"
        ):
            near_threshold(HANOI, "2026-2030/trained", reading=reading)

    @pytest.mark.parametrize(
        "indicator", [each.id for each in HANOI.indicators if each.accumulates]
    )
    def test_a_thing_is_counted_in_every_way_it_is_built_for(self, indicator: str) -> None:
        record = nsc._built_evidence.record_of(HANOI.indicator(indicator), "K1", "r1", LAST)
        assert (indicator, LAST) in {(fact.indicator, fact.on) for fact in facts(HANOI, record)}


class TestConstruction:
    """Values are not drawn and thrown away: no filters, assumptions or lists of unique items."""

    @pytest.mark.parametrize(
        "path", sorted((ROOT / "testing" / "strategies").glob("*.py")), ids=lambda path: path.name
    )
    def test_nothing_is_filtered(self, path: Path) -> None:
        calls = [
            node.func
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
            if isinstance(node, ast.Call)
        ]
        names = {getattr(call, "attr", getattr(call, "id", "")) for call in calls}
        assert set() == names & {"filter", "assume", "reject"}

    def test_few_draws_are_thrown_away(self) -> None:
        drawn: list[Register] = []

        @settings(max_examples=200, database=None, phases=[Phase.generate], deadline=None)
        @given(nsc.registers(min_size=50, max_size=50))
        def draw(register: Register) -> None:
            drawn.append(register)

        draw()
        assert 200 == len(drawn)

    def test_days_of_a_long_plan_are_drawn(self) -> None:
        days = nsc._fields.Days((date(2025, 12, 31), date(2021, 1, 1)), date(2021, 1, 1), 3)
        both = [date(2025, 12, 31), date(2021, 1, 1), date(2025, 12, 31)]
        assert [*both, date(2021, 1, 1), date(2021, 1, 2), date(2021, 1, 3)] == list(days)
        assert both == days[:3]

    def test_numbers_of_an_indicator_begin_with_the_smallest(self) -> None:
        money = next(each for each in nsc._indicators.OWN if each.id == "money")
        first = nsc._drawing_numbers.numbers_of(money)[:3]
        assert (Fraction(0), Fraction(1, 2), Fraction(1)) == first
        assert Period.of_years(2021, 2025) == HANOI.phases[0].period
