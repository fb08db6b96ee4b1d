"""One way leads from records to results, and every result knows what it was made from."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from building import supports
from each import for_each
from nsc_program import (
    HANOI,
    NATIONAL,
    Evaluation,
    Figures,
    InvalidType,
    InvalidValue,
    Period,
    Range,
    Register,
    assess,
    compare_phases,
    evaluate,
    evidence,
    findings,
    funding,
    in_force,
    sweep,
    tally,
)
from nsc_program.serialization import digest, from_json, to_json
from nsc_program.testing.strategies import days, readings, registers

SUPPORTED = "2021-2025/supported"
AS_OF = date(2024, 6, 30)


@given(registers(), days(), readings())
def test_assess_is_tally_and_evaluate(register: Register, as_of: date, reading: object) -> None:
    assessed = assess(HANOI, register, as_of=as_of, reading=reading)  # type: ignore[arg-type]
    figures = tally(HANOI, register, as_of=as_of)
    assert evaluate(HANOI, figures, reading) == assessed  # type: ignore[arg-type]
    assert (HANOI, figures) == (assessed.made_from().program, assessed.made_from().figures)


class TestFiguresKnowTheirPlan:
    FIGURES = tally(HANOI, Register(), as_of=AS_OF)

    def test_tally_names_the_plan_and_edition(self) -> None:
        assert (HANOI.id, HANOI.edition) == (self.FIGURES.program, self.FIGURES.edition)

    @pytest.mark.parametrize(
        "judge",
        [
            lambda figures: evaluate(NATIONAL, figures),
            lambda figures: sweep(NATIONAL, figures),
            lambda figures: evaluate(evolve(HANOI, edition="made up"), figures),
        ],
        ids=["evaluate", "sweep", "another edition"],
    )
    def test_figures_of_another_plan_or_edition_are_refused(
        self, judge: Callable[[Figures], object]
    ) -> None:
        with pytest.raises(InvalidValue, match=r"^figures: the figures were made for the plan '"):
            judge(self.FIGURES)

    def test_figures_made_by_hand_fit_any_plan(self) -> None:
        by_hand = Figures(AS_OF, self.FIGURES.figures)
        assert evaluate(HANOI, self.FIGURES) == evaluate(HANOI, by_hand)
        assert digest(evaluate(HANOI, self.FIGURES)) != digest(evaluate(HANOI, by_hand))


class TestPeriodsOfTheCaller:
    YEAR = Period(date(2023, 12, 1), date(2024, 11, 30))

    def test_figures_include_the_callers_reporting_year(self) -> None:
        inside = supports(3, date(2023, 12, 1))
        before = [evolve(each, id=f"before-{each.id}") for each in supports(2, date(2023, 11, 30))]
        register = Register([*inside, *before])
        figures = tally(HANOI, register, as_of=AS_OF, periods=[self.YEAR])
        supported = HANOI.indicator("supported")
        assert Range.at_least(3) == figures.figure(supported, self.YEAR).range
        plain = tally(HANOI, register, as_of=AS_OF)
        assert set(plain.figures) < set(figures.figures)

    @given(st.data())
    def test_other_figures_do_not_change(self, data: st.DataObject) -> None:
        register, as_of = data.draw(registers()), data.draw(days())
        first, last = sorted((data.draw(days()), data.draw(days())))
        more = tally(HANOI, register, as_of=as_of, periods=[Period(first, last)])
        assert set(tally(HANOI, register, as_of=as_of).figures) <= set(more.figures)

    def test_other_values_than_periods_are_refused(self) -> None:
        with pytest.raises(InvalidType, match=r"^periods: expected a Period"):
            tally(HANOI, Register(), as_of=AS_OF, periods=["2024"])  # type: ignore[list-item]


class TestReadFromADocument:
    """A document contains neither the plan nor the figures."""

    EVALUATION = assess(HANOI, Register(), as_of=AS_OF)
    READ = from_json(to_json(EVALUATION), Evaluation)

    def test_a_read_evaluation_keeps_the_digest(self) -> None:
        assert self.EVALUATION == self.READ
        assert digest(self.EVALUATION) == digest(self.READ) == self.READ.stated_digest
        assert to_json(self.EVALUATION) == to_json(self.READ)

    def test_a_result_without_plan_and_digest_cannot_be_written(self) -> None:
        with pytest.raises(InvalidValue, match=r"holds neither the plan nor the figures"):
            to_json(evolve(self.EVALUATION, inputs=None))

    @pytest.mark.parametrize(
        "ask",
        [
            lambda read: evidence(read, Register(), SUPPORTED),
            lambda read: compare_phases(read, "2021-2025", "2026-2030"),
            lambda read: findings(read, Register()),
        ],
        ids=["evidence", "compare_phases", "findings"],
    )
    def test_a_read_evaluation_is_refused_where_plan_and_figures_are_needed(
        self, ask: Callable[[Evaluation], object]
    ) -> None:
        with pytest.raises(InvalidValue, match=r"was read from a document"):
            ask(self.READ)


# As a caller without a type checker has them.
PLAN: Any = HANOI
HELD: Any = Register()
KNOWN: Any = Figures(AS_OF)
LIST: Any = []


@for_each(
    ("call", "said"),
    [
        (
            lambda: tally(HELD, PLAN, as_of=AS_OF),
            "program: expected a Program, got Register",
        ),
        (lambda: tally(HANOI, LIST, as_of=AS_OF), "register: expected a Register, got list"),
        (lambda: assess(HELD, PLAN, as_of=AS_OF), "program: expected a Program, got Reg"),
        (lambda: evaluate(KNOWN, PLAN), "program: expected a Program, got Figures"),
        (lambda: evaluate(HANOI, HELD), "figures: expected a Figures, got Register"),
        (lambda: evaluate(HANOI, KNOWN, LIST), "reading: expected a Reading, got list"),
        (lambda: sweep(KNOWN, PLAN), "program: expected a Program, got Figures"),
        (lambda: evidence(HELD, PLAN, SUPPORTED), "evaluation: expected an Evaluation"),
        (lambda: evidence(evaluate(HANOI, KNOWN), PLAN, SUPPORTED), "register: expected"),
        (lambda: compare_phases(PLAN, "2021-2025", "2026-2030"), "evaluation: expected an Eval"),
        (lambda: findings(HELD, PLAN), "evaluation: expected an Evaluation, got Register"),
        (lambda: funding(HELD, PLAN), "program: expected a Program, got Register"),
        (lambda: in_force(PLAN, AS_OF), "programs: expected an iterable of a Program each, got"),
    ],
    ids=range(13),
)
def test_swapped_arguments_are_named(call: Callable[[], object], said: str) -> None:
    with pytest.raises(InvalidType, match=f"^{said}"):
        call()


def test_a_verdict_keeps_the_figures_it_compared() -> None:
    evaluation = assess(HANOI, Register(), as_of=AS_OF)
    for verdict in evaluation.verdicts:
        kept = {(figure.period, figure.range) for figure in verdict.figures}
        assert {(each.period, each.possible) for each in verdict.comparisons} <= kept


def test_large_values_have_a_short_repr_without_keys() -> None:
    register = Register(supports(1_000, AS_OF))
    evaluation = assess(HANOI, register, as_of=AS_OF)
    shown = [
        repr(each)
        for each in (
            register,
            HANOI,
            evaluation,
            evaluation.made_from().figures,
            evidence(evaluation, register, SUPPORTED),
            *evidence(evaluation, register, SUPPORTED).figures,
            sweep(HANOI, evaluation.made_from().figures),
            compare_phases(evaluation, "2021-2025", "2026-2030"),
        )
    ]
    assert "<Register: 1,000 records, 0 claims, 0 rejected rows>" == shown[0]
    assert "1 attained" not in shown[2]
    assert [] == [each for each in shown if "\n" in each or "SAMPLE" in each or len(each) > 200]
