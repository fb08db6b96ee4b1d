"""The report of a plan: its numbers, its lists and its sheets, whatever the register holds."""

from datetime import date, datetime, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from building import FIRST, SECOND, SHARE, THINGS
from building import report as reported
from drawing import days, registers
from each import for_each
from nsc_program import (
    HANOI,
    AtLeast,
    Audience,
    Completeness,
    Dissemination,
    EachYear,
    Enterprise,
    Expert,
    Figure,
    Funding,
    Indicator,
    InvalidType,
    InvalidValue,
    Level,
    Period,
    Phase,
    PilotModel,
    Program,
    Range,
    Reached,
    Reading,
    Register,
    RejectedRow,
    Solution,
    Status,
    Support,
    Text,
    Training,
    UnknownId,
    assess,
    tally,
)
from nsc_program.plan import Basis, During
from nsc_program.report import Column, Report, Sheet, TargetLine, report, written
from nsc_program.report._lists import Subject
from nsc_program.serialization import from_json
from nsc_program.testing.strategies import readings

AS_OF = date(2024, 12, 31)
YEAR_2024, YEAR_2023 = Period.of_years(2024, 2024), Period.of_years(2023, 2023)


def supports(year: int, number: int, **fields: Any) -> list[Support]:  # noqa: ANN401
    """Return made-up supports of one year, each of another enterprise."""
    return [
        Support(
            id=f"s{year}-{at}",
            enterprise=f"MADE-UP-{year}-{at}",
            started_on=date(year, 3, 1),
            completed_on=date(year, 6, 30),
            **fields,
        )
        for at in range(number)
    ]


def made(records: Any, **options: Any) -> Report:  # noqa: ANN401
    """Return the report on 2024 of a register that is complete from 2021."""
    claims = [Completeness(kind, Period.of_years(2021, 2024)) for kind in (Support, Training)]
    options = {"as_of": AS_OF, "period": YEAR_2024, **options}
    return report(HANOI, Register(records, claims), **options)


def line_of(shown: Report, target: str = "2021-2025/supported") -> TargetLine:
    (line,) = (line for line in shown.lines if line.target.id == target)
    return line


class TestAcrossPhases:
    """A report year that begins in one phase and ends in another."""

    def test_a_remark_says_which_numbers_count_the_other_days(self) -> None:
        across = Period.of_report_year(2026, ends=(11, 30))
        december = evolve(supports(2025, 1)[0], completed_on=date(2025, 12, 5))
        shown = made([december, *supports(2026, 1)], as_of=date(2026, 11, 30), period=across)
        later = line_of(shown, "2026-2030/supported")
        assert later.current.range == Range.at_least(2)
        assert later.cumulative.range == Range.at_least(1)
        for sheet in ("results", "groups"):
            assert "outside the phase" in shown.sheet(sheet).remarks[-1].en

    def test_a_record_is_counted_for_the_targets_of_its_own_phase(self) -> None:
        across = Period.of_report_year(2026, ends=(11, 30))
        december = evolve(supports(2025, 1)[0], completed_on=date(2025, 12, 5))
        shown = made([december, *supports(2026, 1)], as_of=date(2026, 11, 30), period=across)
        first, second = (
            line_of(shown, f"{phase}/supported").target.title
            for phase in ("2021-2025", "2026-2030")
        )
        assert [(first,), (second,)] == [*shown.sheet("Support").column("counted_for")]

    @pytest.mark.parametrize(
        ("indicator", "expected"),
        [(THINGS, [FIRST.end]), (SHARE, [FIRST.first - timedelta(1), FIRST.end])],
    )
    def test_what_a_state_counts_may_have_happened_before_the_phase(
        self, indicator: Indicator, expected: list[date]
    ) -> None:
        title = Text(vi="chỉ tiêu", en="target")
        figure = Figure(indicator.id, FIRST, indicator.domain)
        subject = Subject(title, (indicator, figure), AS_OF, FIRST)
        tried = (FIRST.first - timedelta(1), FIRST.end, FIRST.end + timedelta(1))
        assert expected == [day for day in tried if subject.counts(day)]

    def test_a_period_within_every_phase_has_no_such_remark(self) -> None:
        shown = made(supports(2024, 1))
        assert [len(shown.sheet(sheet).remarks) for sheet in ("results", "groups")] == [1, 1]


class TestNumbersOfATarget:
    """The numbers of 30 supports in 2023 and 40 in 2024."""

    LINE = line_of(made([*supports(2023, 30), *supports(2024, 40)]))

    def test_the_period_the_year_before_and_the_phase_have_their_figures(self) -> None:
        line = self.LINE
        figures = (line.current, line.before, line.year_before, line.cumulative)
        assert [40, 30, 30, 70] == [figure and figure.range.low for figure in figures]
        assert [YEAR_2024, YEAR_2023, YEAR_2023, Period.of_years(2021, 2024)] == [
            figure and figure.period for figure in figures
        ]

    def test_a_change_is_a_number_and_a_percentage(self) -> None:
        assert Range.exactly(10) == self.LINE.change
        assert Range.exactly(Fraction(100, 3)) == self.LINE.change_percent

    def test_a_share_is_one_of_n_for_about_n(self) -> None:
        assert 1_500 == self.LINE.planned_number
        assert Range.at_least(Fraction(70, 15)) == self.LINE.share

    def test_figures_by_year_start_with_the_phase(self) -> None:
        assert [0, 0, 30, 70] == [figure.range.low for figure in self.LINE.by_year]
        assert [2021, 2022, 2023, 2024] == [figure.period.end.year for figure in self.LINE.by_year]
        assert {FIRST.start} == {figure.period.start for figure in self.LINE.by_year}

    def test_a_gap_and_a_pace_are_those_of_the_verdict(self) -> None:
        assert Range(0, 1_355) == self.LINE.gap
        assert self.LINE.margin is None
        assert self.LINE.pace is not None
        assert AS_OF == self.LINE.pace.through

    def test_only_targets_of_phases_in_the_period_have_a_line(self) -> None:
        phases = {line.target.id.split("/")[0] for line in made([]).lines}
        assert {"2021-2025"} == phases
        both = made(
            [], as_of=date(2026, 3, 1), period=Period(date(2025, 12, 1), date(2026, 11, 30))
        )
        assert 10 == len(both.lines)


class TestOpenNumbers:
    def test_data_of_a_part_of_the_period_are_compared_with_the_same_days(self) -> None:
        shown = made(supports(2024, 3), as_of=date(2024, 6, 30))
        line = line_of(shown)
        assert Period(date(2024, 1, 1), date(2024, 6, 30)) == line.current.period
        assert line.before is not None
        assert Period(date(2023, 1, 1), date(2023, 6, 30)) == line.before.period
        assert line.year_before is not None
        assert YEAR_2023 == line.year_before.period

    def test_an_open_figure_has_no_change(self) -> None:
        line = line_of(report(HANOI, Register(supports(2024, 3)), as_of=AS_OF, period=YEAR_2024))
        assert (None, None) == (line.change, line.change_percent)

    def test_growth_from_zero_has_no_percentage(self) -> None:
        line = line_of(made(supports(2024, 3)))
        assert Range.exactly(3) == line.change
        assert line.change_percent is None

    def test_an_estimate_of_the_whole_period_has_a_column_of_its_own(self) -> None:
        estimate = reported("supported", 400, YEAR_2024, issued=date(2024, 12, 15))
        line = line_of(made([*supports(2024, 3), estimate], as_of=date(2024, 12, 20)))
        assert line.estimate is not None
        assert line.estimate.range != line.current.range

    def test_the_year_1_has_no_year_before_it(self) -> None:
        first = Period(date(1, 1, 1), date(2024, 12, 31))
        line = line_of(made([], period=first))
        assert (None, None, None) == (line.before, line.year_before, line.change)
        assert "Thực hiện" == made([], period=first).sheet("results").columns[5].heading.vi


class TestPeriods:
    @pytest.mark.parametrize(
        ("period", "code"),
        [
            (Period.of_years(2025, 2025), "not-begun"),
            (Period.until(AS_OF), "not-begun"),
            (Period.of_years(2019, 2019), "outside-the-plan"),
        ],
    )
    def test_a_period_that_no_report_can_be_about_is_refused(
        self, period: Period, code: str
    ) -> None:
        with pytest.raises(InvalidValue) as refused:
            made([], period=period)
        (problem,) = refused.value.problems
        assert (("period",), code) == (problem.path, problem.code)

    @pytest.mark.parametrize("as_of", ["2024-12-31", datetime(2024, 12, 31), None])  # noqa: DTZ001
    def test_only_a_day_has_a_close(self, as_of: Any) -> None:  # noqa: ANN401
        with pytest.raises(InvalidType, match="as_of: expected a date"):
            made([], as_of=as_of)


class TestShares:
    """Nothing shows 100 % unless it is attained, whatever the register, the day and the reading."""

    @given(registers(), days(date(2021, 1, 1)), readings(), st.integers(2021, 2030))
    def test_a_share_of_100_is_attained(
        self, register: Register, as_of: date, reading: Reading, year: int
    ) -> None:
        period = Period.of_years(min(year, as_of.year, 2030), min(year, as_of.year, 2030))
        shown = report(HANOI, register, as_of=as_of, period=period, reading=reading)
        assert shown.evaluation == assess(HANOI, register, as_of=as_of, reading=reading)
        for line in shown.lines:
            at_least = line.share and line.share.low
            assert at_least is None or at_least < 100 or line.status is Status.ATTAINED
            text = written(line.share, "en").removeprefix("≥ ")
            assert not text.startswith("100") or line.status is Status.ATTAINED

    def test_the_figures_are_those_of_tally(self) -> None:
        register = Register([*supports(2023, 3), *supports(2024, 4)])
        figures = tally(HANOI, register, as_of=AS_OF, periods=(YEAR_2024,))
        line = line_of(report(HANOI, register, as_of=AS_OF, period=YEAR_2024))
        assert figures.figure(line.verdict.indicator, YEAR_2024) == line.current

    def test_too_much_of_about_n_is_not_a_share(self) -> None:
        """If “about” may not be exceeded at will, 2,000 of about 1,500 is missed."""
        told = reported("supported", 2_000, FIRST, issued=date(2026, 1, 5))
        shown = report(
            HANOI,
            Register([told]),
            as_of=date(2026, 1, 31),
            period=Period(date(2025, 2, 1), date(2026, 1, 31)),
            reading=Reading(may_exceed=False),
        )
        line = line_of(shown)
        assert (Status.MISSED, None) == (line.status, line.share)


def with_basis(basis: Basis, period: Period = FIRST) -> Program:
    """Return a plan with one target on enterprises supported, in one phase."""
    target = evolve(HANOI.target("2021-2025/supported"), basis=basis, bound=AtLeast(3))
    name = f"{period.first.year}-{period.end.year}"
    phase = Phase(id=name, period=period, targets=(evolve(target, id=f"{name}/supported"),))
    return evolve(HANOI, phases=(phase,), objectives=())


class TestOtherTargets:
    def test_a_target_of_single_years_has_no_share_and_no_pace(self) -> None:
        register = Register(supports(2024, 3))
        (line,) = report(with_basis(EachYear()), register, as_of=AS_OF, period=YEAR_2024).lines
        assert (None, None, None) == (line.planned_number, line.share, line.pace)
        assert 3 == line.cumulative.range.low

    def test_a_target_of_days_to_come_has_no_pace(self) -> None:
        program = with_basis(During(Period.of_years(2025, 2025)))
        (line,) = report(program, Register(), as_of=AS_OF, period=YEAR_2024).lines
        assert line.pace is None

    def test_a_long_phase_has_no_figures_by_year(self) -> None:
        program = with_basis(Reached(), Period.of_years(2010, 2039))
        (line,) = report(program, Register(), as_of=AS_OF, period=YEAR_2024).lines
        assert () == line.by_year
        assert Period(date(2010, 1, 1), AS_OF) == line.cumulative.period


class TestGroups:
    def test_things_are_counted_by_group_and_may_be_in_several(self) -> None:
        both = (Solution.STANDARDS, Solution.MANAGEMENT_SYSTEMS)
        records = [
            *supports(2023, 2, solutions=both),
            *supports(2024, 1, solutions=(Solution.STANDARDS,), verified=False),
        ]
        rows = made(records).sheet("groups").rows
        of_solutions = [row[2:] for row in rows if row[1].en == "solutions"]
        assert [
            (Solution.MANAGEMENT_SYSTEMS, 0, 0, 2, 0),
            (Solution.STANDARDS, 0, 1, 2, 1),
        ] == of_solutions

    def test_a_group_that_is_not_recorded_stands_last(self) -> None:
        records = [
            Training(id="t1", headcount=20, on=date(2024, 5, 1), audience=Audience.LOCALITY),
            Training(id="t2", headcount=5, on=date(2024, 5, 2)),
        ]
        rows = made(records).sheet("groups").rows
        of_audience = [row[2:5] for row in rows if row[1].en == "audience"]
        assert [(Audience.LOCALITY, 20, 0), (Text(vi="chưa ghi", en="not recorded"), 5, 0)] == (
            of_audience
        )


class TestLists:
    RECORDS = (
        Enterprise(id="e", code="MADE-UP-2024-0", name="Made-up name"),
        *supports(
            2024,
            2,
            funding=(Funding("state-budget", 10**8), Funding("elsewhere", 5)),
            level=Level.CITY,
        ),
        *supports(2023, 1),
        Training(id="t1", person="PERSON-1", on=date(2024, 5, 1)),
        Expert(id="x-PERSON-2", person="PERSON-2", trained_on=date(2024, 5, 1), standard="made up"),
        Dissemination(id="d", on=date(2024, 5, 1), topic="made up"),
        PilotModel(id="m", enterprise="MADE-UP-2024-1", recognised_on=date(2024, 7, 1)),
    )

    def test_a_list_has_the_records_that_count_in_the_period(self) -> None:
        sheet = made(self.RECORDS).sheet("Support")
        assert ("s2024-0", "s2024-1") == sheet.column("id")
        assert ("Made-up name", None) == sheet.column("enterprise.name")
        assert (10**8, 10**8) == sheet.column("funding.state-budget")
        assert (None, None) == sheet.column("funding.other-lawful")
        assert (5, 5) == sheet.column("funding.other")
        assert 2 * ((Text(vi="Doanh nghiệp được hỗ trợ", en="Enterprises supported"),),) == (
            sheet.column("counted_for")
        )

    def test_records_of_aims_without_a_number_are_listed_too(self) -> None:
        assert ("d",) == made(self.RECORDS).sheet("Dissemination").column("id")

    def test_keys_of_people_are_shown_only_if_asked_for(self) -> None:
        hidden, shown = made(self.RECORDS), made(self.RECORDS, people=True)
        assert "person" not in [column.id for column in hidden.sheet("Training").columns]
        assert (None,) == hidden.sheet("Expert").column("id")
        assert ("PERSON-1",) == shown.sheet("Training").column("person")
        assert ("x-PERSON-2",) == shown.sheet("Expert").column("id")

    @given(registers(), days(date(2021, 1, 1), date(2030, 12, 31)))
    def test_no_cell_holds_the_key_of_a_person(self, register: Register, as_of: date) -> None:
        marked = [
            evolve(record, person=f"MARK-{record.person}")
            if isinstance(record, Training | Expert) and record.person
            else record
            for record in register.records
        ]
        shown = report(
            HANOI,
            Register(marked, register.completeness, register.rejected),
            as_of=as_of,
            period=Period.of_years(as_of.year, as_of.year),
        )
        cells = [
            written(cell, "en") for sheet in shown.sheets for row in sheet.rows for cell in row
        ]
        assert [] == [text for text in cells if "MARK-" in text]


class TestSheets:
    def test_annexes_are_numbered_and_hold_every_sheet_once(self) -> None:
        shown = made([])
        numbers = [annex.number for annex in shown.annexes]
        assert ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"] == numbers
        sheets = [sheet.id for annex in shown.annexes for sheet in annex.sheets]
        assert sorted(sheet.id for sheet in shown.sheets) == sorted(sheets)

    def test_a_sheet_that_does_not_exist_is_refused(self) -> None:
        with pytest.raises(UnknownId, match="known: 'results', 'objectives'"):
            made([]).sheet("nothing")

    def test_a_column_that_does_not_exist_is_refused(self) -> None:
        with pytest.raises(UnknownId, match="known: 'number', 'target'"):
            made([]).sheet("results").column("nothing")

    def test_a_row_of_another_length_is_refused(self) -> None:
        column = Column("a", Text(vi="a", en="a"))
        with pytest.raises(InvalidValue, match="2 cells for 1 columns"):
            Sheet(id="x", title=Text(vi="x", en="x"), columns=(column,), rows=((1, 2),))

    def test_growth_has_rows_for_its_baseline_and_what_is_then_accepted(self) -> None:
        told = reported("supported", 1_500, FIRST, issued=date(2026, 1, 5))
        shown = report(
            HANOI, Register([told]), as_of=date(2026, 6, 30), period=Period.of_years(2026, 2026)
        )
        rows = [row for row in shown.sheet("results").rows if row[0] is None]
        known = [row[8] for row in rows]
        assert [1_500, Range.at_least(2_250)] == known[-2:]

    def test_targets_that_nothing_can_decide_yet_have_no_accepted_row(self) -> None:
        shown = report(
            HANOI, Register(), as_of=date(2026, 6, 30), period=Period.of_years(2026, 2026)
        )
        rows = [row for row in shown.sheet("results").rows if row[0] is None]
        assert {"baseline"} == {row[1].en for row in rows}

    def test_growth_in_another_unit_than_its_baseline_has_no_baseline_row(self) -> None:
        shown = report(
            HANOI,
            Register(),
            as_of=date(2026, 6, 30),
            period=Period.of_years(2026, 2026),
            reading=Reading(planned_baseline=True, choices={"trained": "participations"}),
        )
        assert {line.verdict.comparisons[0].baseline for line in shown.lines} >= {None}
        names = [row[1].en for row in shown.sheet("results").rows[:2]]
        assert "Growth of people trained" == names[0]
        assert "baseline" != names[1]

    def test_the_notes_name_readings_hinges_findings_claims_and_rejected_rows(self) -> None:
        rejected = [RejectedRow(what="Support", id=name) for name in ("r1", "r2")]
        register = Register(supports(2024, 2), [Completeness("supported", YEAR_2024)], rejected)
        shown = report(HANOI, register, as_of=AS_OF, period=YEAR_2024)
        assert "tolerance" in shown.sheet("readings").column("question")
        assert ("supported",) == shown.sheet("claims").column("what")
        assert (2,) == shown.sheet("rejected").column("rows")
        assert 64 == len(shown.sheet("origin").column("value")[-1])
        assert shown.sheet("findings").rows
        assert (YEAR_2024,) == shown.sheet("claims").column("period")

    def test_targets_that_a_reading_changes_are_listed_with_their_tolerances(self) -> None:
        told = reported("supported", 1_400, FIRST, issued=date(2026, 1, 5))
        shown = report(
            HANOI,
            Register([told]),
            as_of=date(2026, 1, 31),
            period=Period(date(2025, 2, 1), date(2026, 1, 31)),
        )
        hinges = shown.sheet("hinges")
        tolerances = dict(zip(hinges.column("target"), hinges.column("tolerances"), strict=True))
        assert (Fraction(100, 15),) == tolerances[line_of(shown).target.title]

    def test_a_repr_is_one_line_with_numbers(self) -> None:
        shown = made(TestLists.RECORDS, people=True)
        assert (
            "<Report on hanoi, 149/KH-UBND for 2024-01-01 to 2024-12-31: 5 targets, 17 sheets>"
            == (repr(shown))
        )
        assert "<Sheet Training: 1 rows, 11 columns>" == repr(shown.sheet("Training"))

    def test_titles_name_the_period_and_the_day_of_the_data(self) -> None:
        title = made([]).title
        assert title.vi == (
            "Kết quả thực hiện Kế hoạch số 149/KH-UBND năm 2024, số liệu tính đến hết ngày "
            "31/12/2024"
        )
        assert title.en == "Results of plan 149/KH-UBND for 2024, as of the close of 2024-12-31"
        assert AS_OF == made([]).as_of


@for_each(
    ("cell", "vi", "en"),
    [
        (None, "", ""),
        ((1, None, Text(vi="hai", en="two")), "1; ; hai", "1; ; two"),
        (True, "có", "yes"),
        (False, "không", "no"),
        (Level.CITY, "cấp thành phố", "city"),
        ("in\u202evoice", "in\\u202evoice", "in\\u202evoice"),
        (1_234, "1.234", "1,234"),
        (Fraction(-10, 3), "−3,33…", "−3.33…"),
        (Range(-2, 3), "−2 – 3", "−2 – 3"),
        (Range.at_least(5), "≥ 5", "≥ 5"),
        (YEAR_2024, "2024", "2024"),
        (SECOND, "2026-2030", "2026-2030"),
        (date(2024, 3, 5), "05/3/2024", "2024-03-05"),
    ],
)
def test_a_cell_is_written_in_both_languages(cell: Any, vi: str, en: str) -> None:  # noqa: ANN401
    assert (vi, en) == (written(cell, "vi"), written(cell, "en"))


def test_the_sample_is_reported_without_an_error() -> None:
    sample = Path(__file__).parents[2] / "docs" / "examples" / "made-up-register.json"
    register = from_json(sample.read_bytes(), Register)
    shown = report(HANOI, register, as_of=date(2026, 6, 30), period=Period.of_years(2026, 2026))
    assert 210 == line_of(shown, "2026-2030/trained").current.range.low
