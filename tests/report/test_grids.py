"""Sweeps, comparisons of phases and evidence as grids and lines of text."""

from datetime import date
from fractions import Fraction

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from building import AFTER, FIRST, IN_SECOND, SECOND, bodies, report, supports, trainings
from nsc_program import (
    HANOI,
    AtLeast,
    Audience,
    EachYear,
    EnterpriseKind,
    Level,
    Period,
    Range,
    Reading,
    Register,
    Scope,
    Solution,
    Status,
    YearlyGrowth,
    assess,
    compare_phases,
    evaluate,
    evidence,
    sweep,
    tally,
)
from nsc_program.figures import Unverified
from nsc_program.plan._targets import Phase
from nsc_program.records import AnyRecord, WhyNot
from nsc_program.report import (
    LABELS,
    Grid,
    change_grid,
    evidence_lines,
    figures_grid,
    label,
    notes,
    phrases,
    sweep_grid,
    table,
)
from nsc_program.values import Lang, read_period
from nsc_program.verdicts import Incomparable, PlansDiffer

_YEARS = st.integers(1900, 2099)
_DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))
_PARTS = st.one_of(
    st.builds(Period.of_month, _YEARS, st.integers(1, 12)),
    st.builds(Period.of_quarter, _YEARS, st.integers(1, 4)),
    st.builds(Period.of_half, _YEARS, st.integers(1, 2)),
    _YEARS.map(lambda year: Period.of_years(year, year)),
)
_SPANS = st.one_of(
    _DAYS.map(Period.until),
    st.lists(_DAYS, min_size=2, max_size=2).map(lambda days: Period(*sorted(days))),
)
H3 = "2021-2025/supported"


def complete(*records: AnyRecord) -> Register:
    return Register.complete_through(AFTER, records)


class TestFigures:
    """A row for each indicator and period; a period is written so that it reads back."""

    @pytest.mark.parametrize(
        ("lang", "cells"),
        [
            ("vi", ("quý I/2022", "chưa có số liệu", "5 doanh nghiệp")),
            ("en", ("Q1 2022", "unknown", "5 enterprises")),
        ],
    )
    def test_estimates_stand_in_a_column_of_their_own(
        self, lang: Lang, cells: tuple[str, ...]
    ) -> None:
        quarter = Period.of_quarter(2022, 1)
        estimate = evolve(report("supported", 5, quarter), estimate=True)
        figures = tally(HANOI, Register([estimate]), as_of=AFTER, periods=[quarter])

        rows = figures_grid(HANOI, figures, lang, [quarter, quarter]).rows

        assert len(HANOI.indicators) == len(rows)
        assert cells == next(row[1:4] for row in rows if row[3])

    def test_all_periods_stand_in_the_order_of_the_plan(self) -> None:
        rows = figures_grid(HANOI, tally(HANOI, Register(), as_of=AFTER), "vi").rows

        assert len(HANOI.indicators) * len(HANOI.periods) == len(rows)
        assert phrases.period(HANOI.periods[0], "vi") == rows[0][1]

    @given(period=st.one_of(_PARTS, _SPANS), lang=st.sampled_from(("vi", "en")))
    def test_a_period_reads_back(self, period: Period, lang: Lang) -> None:
        assert period == read_period(phrases.period(period, lang))


class TestSweep:
    """A row for each target: its statuses, and the effect of each single answer."""

    @pytest.mark.parametrize(
        ("lang", "cells"),
        [
            ("vi", ("3", "Doanh nghiệp được hỗ trợ", "Đạt / Không đạt", "có")),
            ("en", ("3", "Enterprises supported", "Attained / Missed", "yes")),
        ],
    )
    def test_cells_of_a_target(self, lang: Lang, cells: tuple[str, ...]) -> None:
        swept = sweep(HANOI, tally(HANOI, complete(*supports(1480)), as_of=AFTER))

        assert cells == sweep_grid(swept, lang).rows[2][:4]

    def test_the_tolerance_at_which_the_status_changes(self) -> None:
        swept = sweep(HANOI, tally(HANOI, complete(*supports(1480)), as_of=AFTER))

        assert (
            "“khoảng N” (about N): how far below N still counts: if at most "
            "1.33%: missed, if at least 1.34%: attained" == sweep_grid(swept, "en").rows[2][4]
        )

    def test_the_status_under_another_answer(self) -> None:
        swept = sweep(HANOI, tally(HANOI, complete(*trainings(2000)), as_of=AFTER))

        assert (
            "is “trên N” (over N) strict: if “trên” (over) means strictly more: missed, "
            "if “trên” (over) takes the number itself in: attained"
        ) == sweep_grid(swept, "en").rows[0][4]

    def test_a_question_that_matters_only_with_others(self) -> None:
        started = [evolve(support, completed_on=None) for support in supports(1480)]
        swept = sweep(HANOI, tally(HANOI, complete(*started), as_of=AFTER))

        assert (
            "how far below N still counts: only together with other answers"
            in sweep_grid(swept, "en").rows[2][4]
        )


class TestChanges:
    """A row for each indicator: both phases side by side, and remarks."""

    def row(
        self, records: list[AnyRecord], reading: Reading = Reading(), which: int = 0
    ) -> tuple[str, ...]:
        return self.grid(records, reading).rows[which]

    def grid(self, records: list[AnyRecord], reading: Reading = Reading()) -> Grid:
        figures = tally(HANOI, complete(*records), as_of=AFTER)
        changes = compare_phases(evaluate(HANOI, figures, reading), "2021-2025", "2026-2030")
        return change_grid(changes, "en")

    def test_planned_and_achieved(self) -> None:
        register = Register(
            [report("supported", 1480), report("supported", 2000, SECOND, date(2031, 1, 5))]
        )
        changes = compare_phases(
            evaluate(HANOI, tally(HANOI, register, as_of=AFTER)), "2021-2025", "2026-2030"
        )

        grid = change_grid(changes, "vi")

        assert ("Ngưỡng đạt 2021-2025", "Thực hiện 2021-2025") == grid.headings[1:3]
        assert (
            "doanh nghiệp được hỗ trợ (doanh nghiệp)", "≥ 1.425", "1.480", "≥ 2.220", "2.000",
            "520", "1,35 – 1,36", "",
        ) == grid.rows[2]  # fmt: skip

    def test_unknown_and_unplanned_numbers(self) -> None:
        assert (
            "conformity assessment bodies up to the norm (bodies)", "≥ 2", "1", "—", "0", "−1", "0",
            "only one of the phases has a target for this indicator",
        ) == self.row([*bodies(1)], which=4)  # fmt: skip
        assert (
            "people trained (people)", "≥ 2,001", "unknown", "not determined yet", "unknown",
            "—", "—", "",
        ) == self.row([])  # fmt: skip

    def test_a_phase_that_is_not_final_anywhere_is_named_in_the_title(self) -> None:
        grid = self.grid([])

        assert grid.title.endswith("; figure not final: 2021-2025, 2026-2030")
        assert not any("figure not final" in row[-1] for row in grid.rows)
        assert "figure not final: 2021-2025, 2026-2030" == self.row([*bodies(1)])[-1]

    def test_differing_units(self) -> None:
        reading = Reading(planned_baseline=True, choices={"trained": "participations"})

        rows = [self.row([*trainings(5)], reading, which) for which in range(9)]

        assert any(label(Incomparable.UNIT).en in row[-1] for row in rows)


class TestEvidence:
    """The lines name each key with its records, and each record left out with the reason."""

    def test_lines(self) -> None:
        first, second, late = supports(3)
        records: list[AnyRecord] = [
            first,
            evolve(second, verified=False),
            evolve(late, completed_on=None),
            report("supported", 1),
        ]

        register = complete(*records)
        evaluation = assess(HANOI, register, as_of=AFTER)
        lines = [*evidence_lines(evidence(evaluation, register, H3), "en")]

        day = f"{first.completed_on}"
        assert [
            "Enterprises supported, as of the close of 2031-01-01",
            "Missed",
            "- data claimed complete through 2025-12-31",
            "- 1 not verified",
            "- from report r-supported-2025 of 2031-01-01",
            "",
            "enterprises supported, 2021-2025: 1 enterprise",
            (
                "Each enterprise with a support counts once, on the completion date, "
                "if the kind of enterprise is “enterprise”."
            ),
            "Counted: 2 (verified: 1)",
            f"  SAMPLE-0000: s2024-0 {day}",
            f"  SAMPLE-0001 (not verified): s2024-1 {day}",
            "Reports used:",
            "  r-supported-2025",
            "Left out: 1",
            "  support s2024-2: not all conditions were met",
        ] == lines

    def test_empty_parts_are_left_out(self) -> None:
        (support,) = supports(1)

        register = complete(support)
        evaluation = assess(HANOI, register, as_of=AFTER)
        lines = [*evidence_lines(evidence(evaluation, register, H3), "vi")]

        assert [
            "Được tính: 1, trong đó đã xác minh: 1",
            "  SAMPLE-0000: s2024-0 30/6/2024",
        ] == lines[-2:]

    def test_every_reason_has_words(self) -> None:
        assert {kind: set(kind) for kind in LABELS} == {k: set(v) for k, v in LABELS.items()}
        of_records = {Audience, EnterpriseKind, Level, Scope, Solution}
        assert {Status, WhyNot, Incomparable, PlansDiffer, *of_records} == set(LABELS)


class TestYears:
    """A target about the years of its phase is written year by year; notes name their years."""

    def test_cells_and_notes(self) -> None:
        (phase,) = (phase for phase in HANOI.phases if phase.id == "2026-2030")
        target = evolve(phase.targets[3], basis=EachYear(), bound=AtLeast(1), indicator="supported")
        plan = evolve(HANOI, phases=(Phase.of_years(2026, 2030, (target,)),), objectives=())
        (unverified,) = supports(1, date(2027, 1, 1))
        counted = [*supports(1, IN_SECOND), evolve(unverified, verified=False)]

        (row,) = (
            table(evaluate(plan, tally(plan, complete(*counted), as_of=AFTER)), "en")
            .sections[0]
            .rows
        )

        assert row.reached.startswith(
            "2026: 0 enterprises; 2027: 0 – 1 enterprises; 2028: 1 enterprise; "
        )
        assert row.accepted.startswith("2026: ≥ 1; 2027: ≥ 1")
        assert "2027: 1 not verified" in row.notes

    def test_growth_names_the_baseline_of_each_year(self) -> None:
        (phase,) = (phase for phase in HANOI.phases if phase.id == "2026-2030")
        target = evolve(
            phase.targets[3], basis=YearlyGrowth(), bound=AtLeast(10), indicator="supported"
        )
        plan = evolve(
            HANOI,
            phases=(Phase.of_years(2026, 2027, (evolve(target, id="2026-2027/supported"),)),),
            objectives=(),
        )

        (row,) = (
            table(
                evaluate(plan, tally(plan, complete(*supports(9, date(2026, 5, 1))), as_of=AFTER)),
                "en",
            )
            .sections[0]
            .rows
        )

        assert ("2027: 0 enterprises", "2027: ≥ 10 (baseline: 9)") == (row.reached, row.accepted)


def test_a_note_about_another_period_names_it() -> None:
    register = Register([report("supported", 5)])
    verdict = evaluate(HANOI, tally(HANOI, register, as_of=AFTER))[H3]

    assert "2026-2030: 1 not verified" == notes.note(
        Unverified("supported", SECOND, 1), verdict, "en"
    )
    assert "1 not verified" == notes.note(Unverified("supported", FIRST, 1), verdict, "en")


@pytest.mark.parametrize(
    ("tolerances", "is_last", "percents"),
    [
        (Range(0, Fraction(1, 150), high_open=True), False, Range.at_most(Fraction(66, 100))),
        (Range(0, Fraction(1, 20), high_open=True), False, Range.below(5)),
        (Range(Fraction(1, 20), Fraction(1, 10)), True, Range.at_least(5)),
        (Range(Fraction(1, 20), Fraction(1, 10), low_open=True), True, Range.above(5)),
        (Range(0, Fraction(1, 10), low_open=True), True, Range.above(0)),
        (
            Range(Fraction(1, 75), Fraction(1, 74), high_open=True),
            False,
            Range(Fraction(134, 100), Fraction(135, 100)),
        ),
        (
            Range(Fraction(1, 75), Fraction(1, 75) + Fraction(1, 10**6), high_open=True),
            False,
            Range(Fraction(4, 3), Fraction(4, 3) + Fraction(1, 10**4), high_open=True),
        ),
    ],
)
def test_tolerances_in_percent(tolerances: Range, is_last: bool, percents: Range) -> None:
    assert percents == phrases.percents(tolerances, is_last=is_last)


class TestPrintedNumbers:
    """Law 13: a printed number never stands on the other side of its bound."""

    @given(st.fractions(0, Fraction(1, 10)), st.fractions(0, Fraction(1, 10)), st.booleans())
    def test_a_printed_tolerance_has_the_status_beside_it(
        self,
        low: Fraction,
        more: Fraction,
        high_open: bool,
    ) -> None:
        found = Range(low, low + more + Fraction(1, 10**9), high_open=high_open)
        printed = phrases.percents(found, is_last=False)
        exact = Range(low * 100, (found.high or low) * 100, high_open=high_open)

        assert (printed.low is None) == (low == 0)
        assert Range(printed.low or 0, printed.high, high_open=printed.high_open).within(exact)

    @given(st.fractions(), st.fractions(0))
    def test_a_printed_range_contains_the_range(self, low: Fraction, more: Fraction) -> None:
        assert Range(low, low + more).within(phrases.outward(Range(low, low + more)))


@pytest.mark.parametrize(
    ("possible", "rounded"),
    [
        (Range(Fraction(1, 3), Fraction(2, 3)), Range(Fraction(33, 100), Fraction(67, 100))),
        (Range(None, Fraction(1, 4)), Range(None, Fraction(1, 4))),
        (Range(0, None), Range(0, None)),
    ],
)
def test_the_ends_of_a_range_are_rounded_outward(possible: Range, rounded: Range) -> None:
    assert rounded == phrases.outward(possible)
