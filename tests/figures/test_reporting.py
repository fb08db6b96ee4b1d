"""Reports over periods other than a phase: the floor and ceiling that they give, and the notes."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from building import AFTER, FIRST, MONEY, OCCASIONS, THINGS, plan_of, wanted
from drawing_reports import (
    SHORT,
    Part,
    bounds,
    counted,
    days_of,
    few_facts,
    few_reports,
    periods_nearby,
    runs,
)
from nsc_program import (
    AtLeast,
    Completeness,
    Fact,
    Figure,
    Indicator,
    InvalidValue,
    Period,
    Range,
    Register,
    ReportedFigure,
    tally,
)
from nsc_program.figures import (
    ClaimedComplete,
    Clash,
    Estimated,
    NotClaimedComplete,
    Piece,
    Reported,
    UnusedReport,
)
from nsc_program.figures._joining import MOST_CONTRADICTIONS
from nsc_program.figures._reports import MOST_REPORTS
from nsc_program.records import WhyNot
from nsc_program.values import reconcile
from nsc_program.values._periods import MOST_TOLD

DAY = timedelta(days=1)
YEARS = FIRST.years
REPORT_YEARS = [Period(date(year - 1, 12, 15), date(year, 12, 14)) for year in range(2021, 2027)]
OPEN = Range.at_least(0)


A_AGAINST_B = Clash(
    "occasions",
    YEARS[0],
    (Piece(Range.exactly(5), ("a",)), Piece(Range.exactly(9), ("b",))),
)


def reported(
    period: Period, value: int | Range, name: str = "", indicator: Indicator = OCCASIONS
) -> ReportedFigure:
    """Return a report; its id is the year in which its period ends unless a name is given."""
    return ReportedFigure(
        id=name or str(period.end.year),
        indicator=indicator.id,
        period=period,
        value=value,
        issued=AFTER,
    )


def figure(
    *statements: ReportedFigure | Fact | Completeness,
    indicator: Indicator = OCCASIONS,
    period: Period = FIRST,
    as_of: date = AFTER,
) -> Figure:
    """Return the figure of an indicator over a phase, from reports, facts and claims."""
    records = [
        evolve(record, indicator=indicator.id)
        for record in statements
        if not isinstance(record, Completeness)
    ]
    claims = [
        evolve(claim, what=indicator.id) for claim in statements if isinstance(claim, Completeness)
    ]
    program = plan_of(period, wanted(AtLeast(1)))
    return tally(program, Register(records, claims), as_of=as_of).figure(indicator, period)


def facts(count: int, on: date, prefix: str = "K") -> list[Fact]:
    return [Fact("occasions", f"{prefix}{number}", on) for number in range(count)]


def rested_on(result: Figure) -> list[str]:
    return [note.report for note in result.notes if isinstance(note, (Reported, Estimated))]


class TestFloor:
    """A count over a phase is at least the sum of reports over disjoint periods inside it.

    If counts of disjoint periods cannot be added, it is at least the largest of them.
    """

    @pytest.mark.parametrize(("indicator", "least"), [(OCCASIONS, 60), (THINGS, 30)])
    def test_occasions_add_up_and_things_do_not(self, indicator: Indicator, least: int) -> None:
        reports = [
            reported(year, Range.at_least(10 * number)) for number, year in enumerate(YEARS[:3], 1)
        ]

        assert Range.at_least(least) == figure(*reports, indicator=indicator).range

    @pytest.mark.parametrize(
        ("second_starts", "least"),
        [(date(2021, 7, 1), 30), (date(2021, 6, 30), 20), (date(2021, 1, 1), 20)],
    )
    def test_periods_that_share_a_day_are_not_added(self, second_starts: date, least: int) -> None:
        first = reported(Period(date(2021, 1, 1), date(2021, 6, 30)), Range.at_least(10), "half")

        result = figure(
            first, reported(Period(second_starts, date(2021, 12, 31)), Range.at_least(20))
        )

        assert Range.at_least(least) == result.range

    def test_the_largest_sum_of_disjoint_reports_counts(self) -> None:
        """The reports for 2022 and 2023 exceed the report for both years; 2021 is added to them."""
        two = Period(date(2022, 1, 1), date(2023, 12, 31))
        reports = [reported(year, Range.at_least(10)) for year in YEARS[:3]]

        result = figure(*reports, reported(two, Range.at_least(19), "two"))

        assert Range.at_least(30) == result.range
        assert ["2021", "2022", "2023"] == sorted(rested_on(result))

    def test_a_later_smaller_report_does_not_lower_the_floor(self) -> None:
        first = reported(Period.of_years(2021, 2022), Range.at_least(10), "first")

        result = figure(first, reported(Period.of_years(2022, 2023), Range.at_least(3), "later"))

        assert (Range.at_least(10), ["first"]) == (result.range, rested_on(result))

    @pytest.mark.parametrize("period", [REPORT_YEARS[0], Period.until(date(2021, 12, 31))], ids=str)
    def test_a_report_that_begins_before_the_phase_is_not_a_floor(self, period: Period) -> None:
        assert OPEN == figure(reported(period, Range.at_least(10))).range

    def test_a_report_without_information_is_not_used(self) -> None:
        result = figure(
            reported(YEARS[0], Range.at_least(0)), reported(YEARS[1], Range.at_least(5))
        )

        assert ["2022"] == rested_on(result)


class TestCeiling:
    """A count is at most the sum of reports whose periods together include all its days."""

    @pytest.mark.parametrize("indicator", [OCCASIONS, THINGS], ids=["occasions", "things"])
    def test_years_that_fill_the_phase(self, indicator: Indicator) -> None:
        reports = [reported(year, Range.at_most(10)) for year in YEARS]

        result = figure(*reports, indicator=indicator)

        assert Range(0, 50) == result.range
        assert ["2021", "2022", "2023", "2024", "2025"] == sorted(rested_on(result))

    @pytest.mark.parametrize(
        ("first", "last"),
        [(date(2021, 1, 2), date(2025, 12, 31)), (date(2021, 1, 1), date(2025, 12, 30))],
        ids=["the first", "the last"],
    )
    def test_a_missing_first_or_last_day_leaves_no_ceiling(self, first: date, last: date) -> None:
        middle = date(2023, 6, 30)

        assert (
            OPEN
            == figure(
                reported(Period(first, middle), 0, "1"),
                reported(Period(middle + DAY, last), 0, "2"),
            ).range
        )

    def test_a_missing_day_in_the_middle_leaves_no_ceiling(self) -> None:
        before, after = Period(FIRST.first, date(2023, 6, 29)), Period(date(2023, 7, 1), FIRST.end)

        assert Range.at_least(2) == figure(reported(before, 1), reported(after, 1)).range

    @pytest.mark.parametrize(("years", "most"), [(5, None), (6, 60)])
    def test_a_report_year_caps_a_phase_only_together_with_the_next(
        self, years: int, most: int | None
    ) -> None:
        """Report years run from 15/12 to 14/12, so the phase needs six of them."""
        reports = [reported(period, Range.at_most(10)) for period in REPORT_YEARS[:years]]

        assert Range(0, most) == figure(*reports).range

    @pytest.mark.parametrize(
        "period",
        [Period.of_years(2020, 2026), Period.until(FIRST.end), Period(FIRST.start, AFTER)],
        ids=str,
    )
    def test_a_report_over_a_longer_period_is_a_ceiling(self, period: Period) -> None:
        assert Range(0, 7) == figure(reported(period, 7)).range

    def test_the_smallest_sum_of_reports_that_span_the_phase_counts(self) -> None:
        """Half of the phase plus three years is a smaller sum than five years or two halves."""
        half = Period(date(2021, 1, 1), date(2023, 6, 30))
        rest = Period(date(2023, 1, 1), date(2025, 12, 31))
        years = [reported(year, Range.at_most(10)) for year in YEARS]

        result = figure(
            *years,
            reported(half, Range.at_most(15), "half"),
            reported(rest, Range.at_most(31), "rest"),
        )

        assert Range(0, 45) == result.range
        assert ["2023", "2024", "2025", "half"] == sorted(rested_on(result))

    def test_a_report_without_a_high_end_is_not_a_ceiling(self) -> None:
        reports = [reported(year, Range.at_most(10)) for year in YEARS[:4]]

        result = figure(*reports, reported(YEARS[4], Range.at_least(0)))

        assert OPEN == result.range
        assert (NotClaimedComplete("occasions", FIRST, (YEARS[4],)),) == result.notes

    def test_a_ceiling_stands_in_for_a_claim(self) -> None:
        result = figure(*(reported(year, 10) for year in YEARS))

        assert Range.exactly(50) == result.range
        assert {Reported} == {type(note) for note in result.notes}

    def test_a_report_for_an_unfinished_year_does_not_count_yet(self) -> None:
        reports = [reported(year, 10) for year in YEARS]

        assert Range.at_least(40) == figure(*reports, as_of=date(2025, 12, 30)).range
        assert Range.exactly(50) == figure(*reports, as_of=date(2025, 12, 31)).range

    @pytest.mark.parametrize(
        "idle", [Period.of_years(2026, 2026), Period(date(2025, 12, 1), FIRST.end)], ids=str
    )
    def test_an_unneeded_report_is_not_used(self, idle: Period) -> None:
        reports = [reported(year, Range.at_most(10)) for year in YEARS]

        assert "idle" not in rested_on(figure(*reports, reported(idle, Range.at_most(0), "idle")))

    def test_only_one_of_two_equal_reports_is_used(self) -> None:
        result = figure(
            *(reported(Period.of_years(2020, year), 9, str(year)) for year in (2025, 2026))
        )

        assert (Range(0, 9), ["2025"]) == (result.range, rested_on(result))


class TestNotes:
    """A figure names the reports that it rests on, and no other reports."""

    def test_a_report_over_part_of_the_phase(self) -> None:
        result = figure(reported(YEARS[0], 10))

        assert (
            NotClaimedComplete("occasions", FIRST, (Period.of_years(2022, 2025),)),
            Reported("occasions", FIRST, "2021", AFTER, YEARS[0]),
        ) == result.notes

    def test_an_estimate_is_noted(self) -> None:
        last = evolve(reported(YEARS[4], 10), issued=date(2025, 12, 15))

        result = figure(*(reported(year, 10) for year in YEARS[:4]), last, as_of=date(2025, 12, 20))

        assert Range.at_least(40) == result.range
        assert result.with_estimates is not None
        assert Range.exactly(50) == result.with_estimates.range
        (estimated,) = (note for note in result.with_estimates.notes if isinstance(note, Estimated))
        assert Estimated("occasions", FIRST, "2025", date(2025, 12, 15), YEARS[4]) == estimated

    @pytest.mark.parametrize(("count", "least", "told"), [(2, 2, []), (1, 2, ["2021"])])
    def test_a_report_that_adds_nothing_to_the_count_is_not_used(
        self, count: int, least: int, told: list[str]
    ) -> None:
        result = figure(*facts(count, date(2022, 6, 30)), reported(YEARS[0], 2))

        assert (Range.at_least(least), told) == (result.range, rested_on(result))

    @pytest.mark.parametrize("indicator", [OCCASIONS, THINGS])
    def test_a_claim_about_the_days_of_a_report_outside_a_figure_leaves_the_rest_to_it(
        self, indicator: Indicator
    ) -> None:
        report = reported(Period(date(2020, 7, 1), date(2021, 6, 30)), 5)
        complete = Completeness("x", Period(date(2020, 7, 1), date(2021, 3, 31)))
        evidence = (*facts(1, date(2020, 8, 1)), *facts(1, date(2021, 2, 1), "later"))

        result = figure(report, complete, *evidence, indicator=indicator)

        assert Range.at_least(4) == result.range

    def test_a_clash_of_reports_that_a_figure_uses_is_noted_though_it_is_about_earlier_days(
        self,
    ) -> None:
        year = Period.of_years(2019, 2019)
        all_before = reported(Period(None, year.end), Range.exactly(2), "all")
        clashing = [reported(year, 4, "year"), all_before]
        through = reported(Period(None, FIRST.end), Range(5, 9), "through")

        result = figure(*clashing, through)

        assert Range(0, 7) == result.range
        assert any(isinstance(note, Clash) for note in result.notes)

    def test_reports_that_add_nothing_to_one_over_the_phase_are_not_used(self) -> None:
        result = figure(reported(FIRST, 30, "whole"), *(reported(year, 6) for year in YEARS))

        assert ["whole"] == rested_on(result)

    def test_a_floor_above_a_report_over_the_phase_clashes(self) -> None:
        result = figure(reported(FIRST, 5, "whole"), reported(YEARS[0], 6))

        assert Range.at_least(5) == result.range
        pieces = Piece(Range.exactly(5), ("whole",)), Piece(Range.at_least(6), ("2021",))
        assert Clash("occasions", FIRST, pieces) == result.notes[-1]
        assert ["2021", "whole"] == rested_on(result)

    def test_a_floor_above_a_ceiling_clashes(self) -> None:
        ceiling = reported(Period.of_years(2020, 2025), 5, "wide")

        result = figure(ceiling, reported(YEARS[0], 6))

        assert OPEN == result.range
        pieces = Piece(Range.exactly(5), ("wide",)), Piece(Range.at_least(6), ("2021",))
        assert Clash("occasions", ceiling.period, pieces) == result.notes[-1]

    def test_an_unverified_report_is_noted(self) -> None:
        doubtful = evolve(reported(YEARS[0], 2), verified=False)

        assert (
            NotClaimedComplete("occasions", FIRST, (FIRST,)),
            UnusedReport("occasions", FIRST, "2021", WhyNot.UNVERIFIED),
        ) == figure(doubtful).notes
        assert (NotClaimedComplete("occasions", YEARS[1], (YEARS[1],)),) == figure(
            doubtful, period=YEARS[1]
        ).notes
        own = figure(doubtful, period=YEARS[0])
        noted = UnusedReport("occasions", YEARS[0], "2021", WhyNot.UNVERIFIED)
        assert (OPEN, noted) == (own.range, own.notes[-1])

    def test_a_sum_outside_the_domain_of_the_indicator_clashes(self) -> None:
        program = plan_of(FIRST, wanted(AtLeast(1)))
        few = evolve(OCCASIONS, domain=Range(0, 10))
        others = tuple(indicator for indicator in program.indicators if indicator != OCCASIONS)

        plan = evolve(program, indicators=(few, *others))
        register = Register([reported(year, 6) for year in YEARS[:2]])

        result = tally(plan, register, as_of=AFTER).figure(few, FIRST)

        assert Range(0, 10) == result.range
        assert {"2021", "2022"} == set(rested_on(result))
        assert any(isinstance(note, Clash) for note in result.notes)

    def test_a_count_outside_the_domain_of_the_indicator_is_refused(self) -> None:
        seen = [Fact("occasions", key, YEARS[0].end) for key in ("SAMPLE-1", "SAMPLE-2")]

        few = evolve(OCCASIONS, domain=Range(0, 1))
        plan = evolve(plan_of(FIRST), indicators=(few,))

        with pytest.raises(InvalidValue, match="a count: 'occasions' cannot be"):
            tally(plan, Register(seen), as_of=AFTER)


class TestLimit:
    """At most two hundred reports can stand, and notes tell a limited number of what is wrong.

    The limit exists because every report is compared with all others.
    """

    @staticmethod
    def reports(number: int, *, verified: bool = True) -> list[ReportedFigure]:
        """Return a number of reports, each over one day."""
        days = [date(2021, 1, 1) + DAY * offset for offset in range(number)]
        return [evolve(reported(Period(day, day), 1, str(day)), verified=verified) for day in days]

    def test_of_too_many_reports_the_last_are_left_out(self) -> None:
        reports = self.reports(MOST_REPORTS + 2)
        result = figure(*reports)

        assert Range.at_least(MOST_REPORTS) == figure(*reports[:MOST_REPORTS]).range
        assert Range.at_least(MOST_REPORTS) == result.range
        assert [
            UnusedReport("occasions", FIRST, each.id, WhyNot.TOO_MANY) for each in reports[-2:]
        ] == [note for note in result.notes if isinstance(note, UnusedReport)]

    def test_a_figure_tells_at_most_twenty_contradictions(self) -> None:
        reports = self.reports(MOST_CONTRADICTIONS + 2)
        others = [evolve(each, id=f"{each.id}-b", value=2) for each in reports]

        result = figure(*reports, *others)

        assert Range.at_least(MOST_CONTRADICTIONS + 2) == result.range
        told = [note.period for note in result.notes if isinstance(note, Clash)]
        assert [each.period for each in reports[:MOST_CONTRADICTIONS]] == told

    def test_the_reports_over_the_longest_periods_are_kept(self) -> None:
        reports = [*self.reports(MOST_REPORTS), reported(FIRST, 1_000)]

        assert Range.exactly(1_000) == figure(*reports).range

    def test_reports_of_a_state_are_not_limited(self) -> None:
        days = self.reports(MOST_REPORTS)
        states = [evolve(each, indicator="money") for each in (*days, reported(FIRST, 7))]

        assert Range.exactly(7) == figure(*states, indicator=MONEY).range

    def test_only_the_first_of_many_unverified_reports_are_noted(self) -> None:
        reports = self.reports(MOST_REPORTS + 1, verified=False)
        result = figure(*reports)
        noted = [note.report for note in result.notes if isinstance(note, UnusedReport)]

        assert result == figure(*reversed(reports))
        assert [report.id for report in reports[:MOST_TOLD]] == noted

    @pytest.mark.parametrize("more", [0, 1])
    def test_only_the_first_of_many_gaps_are_noted(self, more: int) -> None:
        days = [date(2021, 1, 2) + 2 * DAY * number for number in range(MOST_TOLD - 1 + more)]
        (note,) = figure(*(Completeness("occasions", Period(day, day)) for day in days)).notes

        assert isinstance(note, NotClaimedComplete)
        assert len(note.missing) == MOST_TOLD
        assert (note.missing[-1].end == FIRST.end) is (not more)


class TestClaims:
    """The count over a period that is claimed complete serves as one more report."""

    CLAIMED = Completeness("occasions", Period.of_years(2021, 2024))
    KNOWN: tuple[Fact | Completeness, ...] = (CLAIMED, *facts(3, date(2024, 6, 30)))

    @pytest.mark.parametrize(
        ("indicator", "possible"), [(OCCASIONS, Range.exactly(13)), (THINGS, Range(10, 13))]
    )
    def test_claims_and_reports_together_are_a_ceiling(
        self, indicator: Indicator, possible: Range
    ) -> None:
        result = figure(*self.KNOWN, reported(YEARS[4], 10), indicator=indicator)

        assert possible == result.range
        assert (
            Reported(indicator.id, FIRST, "2025", AFTER, YEARS[4]),
            ClaimedComplete(indicator.id, self.CLAIMED.period, date(2024, 12, 31)),
        ) == result.notes

    def test_a_missing_day_leaves_no_ceiling(self) -> None:
        short = Completeness("occasions", Period(FIRST.start, date(2024, 12, 30)))

        assert Range.at_least(10) == figure(short, reported(YEARS[4], 10)).range

    def test_adjacent_claims_are_joined(self) -> None:
        claims = [Completeness("occasions", year) for year in YEARS[:4]]

        result = figure(*claims, reported(YEARS[4], 10))

        assert (
            Range.exactly(10),
            ClaimedComplete("occasions", self.CLAIMED.period, date(2024, 12, 31)),
        ) == (
            result.range,
            result.notes[-1],
        )

    def test_without_a_report_a_claim_is_only_a_count(self) -> None:
        result = figure(*self.KNOWN)

        assert (Range.at_least(3), (NotClaimedComplete("occasions", FIRST, (YEARS[4],)),)) == (
            result.range,
            result.notes,
        )

    def test_a_report_that_overlaps_a_claim_is_compared_with_it(self) -> None:
        """Five occasions were reported to mid-2025, and three were counted until 2024."""
        wide = Period(FIRST.start, date(2025, 6, 30))

        result = figure(*self.KNOWN, reported(wide, 5, "wide"), reported(YEARS[4], 10))

        assert (Range.exactly(13), ["2025"]) == (result.range, rested_on(result))

    def test_a_report_is_compared_with_the_count_over_its_own_period(self) -> None:
        """The report may be right and the count wrong."""
        result = figure(*facts(3, date(2021, 6, 30)), reported(YEARS[0], 2))

        assert Range.at_least(2) == result.range
        pieces = Piece(Range.exactly(2), ("2021",)), Piece(Range.at_least(3), counted=True)
        assert Clash("occasions", YEARS[0], pieces) == result.notes[-1]

    def test_a_report_above_a_claimed_count_clashes(self) -> None:
        result = figure(reported(YEARS[0], 2), Completeness("occasions", FIRST))

        assert OPEN == result.range
        clashes = [note for note in result.notes if isinstance(note, Clash)]
        pieces = Piece(Range.exactly(0), counted=True), Piece(Range.exactly(2), ("2021",))
        assert [Clash("occasions", YEARS[0], pieces)] == clashes
        assert ClaimedComplete("occasions", FIRST, FIRST.end) == result.notes[0]


class TestOneSubject:
    """The report issued last replaces others over the same period; two of one day both stand."""

    EARLY = date(2022, 3, 1)

    def test_a_later_report_replaces_an_earlier_one(self) -> None:
        early = evolve(reported(YEARS[0], 9, "early"), issued=self.EARLY)

        result = figure(early, reported(YEARS[0], 5))

        assert (Range.at_least(5), ["2021"]) == (result.range, rested_on(result))

    def test_a_later_unverified_report_replaces_nothing(self) -> None:
        early = evolve(reported(YEARS[0], 9, "early"), issued=self.EARLY)

        assert (
            Range.at_least(9) == figure(early, evolve(reported(YEARS[0], 5), verified=False)).range
        )

    @pytest.mark.parametrize(
        ("issued", "estimate"),
        [(AFTER, True), (date(2021, 12, 15), False)],
        ids=["marked as an estimate", "issued before the end"],
    )
    def test_an_estimate_replaces_only_estimates(self, issued: date, *, estimate: bool) -> None:
        guess = evolve(reported(YEARS[0], 9, "guess"), issued=issued, estimate=estimate)
        early = evolve(reported(YEARS[0], 5, "early"), issued=self.EARLY)
        earlier_guess = evolve(guess, id="earlier", value=7, issued=date(2021, 12, 14))

        assert Range.at_least(5) == figure(early, guess).range
        guessed = figure(guess, earlier_guess)
        assert OPEN == guessed.range
        assert guessed.with_estimates is not None
        assert Range.at_least(9) == guessed.with_estimates.range

    def test_unverified_reports_are_not_compared_with_the_count(self) -> None:
        """The count clashes only with the report over three years, and only there it is noted."""
        three = reported(Period.of_years(2021, 2023), Range.at_most(5), "three")
        doubtful = evolve(reported(YEARS[1], 5, "doubtful"), verified=False)
        program = plan_of(FIRST, wanted(AtLeast(1)))
        register = Register([*facts(7, YEARS[1].end), three, doubtful])

        (result,) = (
            total
            for total in tally(program, register, as_of=AFTER).figures
            if total.indicator == "occasions"
        )

        assert [three.period] == [note.period for note in result.notes if isinstance(note, Clash)]

    def test_two_agreeing_reports_of_one_day_narrow_the_figure(self) -> None:
        result = figure(
            reported(YEARS[0], Range(5, 9), "a"),
            reported(YEARS[0], Range(7, 12), "b"),
            period=YEARS[0],
        )

        assert (Range(7, 9), ["a", "b"]) == (result.range, rested_on(result))

    def test_two_differing_reports_of_one_day_clash(self) -> None:
        result = figure(reported(YEARS[0], 5, "a"), reported(YEARS[0], 9, "b"), period=YEARS[0])

        assert Range(5, 9) == result.range
        assert A_AGAINST_B == result.notes[-1]

    def test_a_clash_of_two_reports_is_noted_with_their_period(self) -> None:
        result = figure(
            reported(YEARS[0], 5, "a"),
            reported(YEARS[0], 9, "b"),
            *(reported(year, 1) for year in YEARS[1:]),
        )

        assert Range(9, 13) == result.range
        assert {A_AGAINST_B} == {note for note in result.notes if isinstance(note, Clash)}
        assert ["2022", "2023", "2024", "2025", "a", "b"] == sorted(rested_on(result))

    def test_a_clash_is_noted_once(self) -> None:
        result = figure(
            reported(YEARS[0], 5, "a"),
            reported(YEARS[0], 9, "b"),
            *(reported(year, 1) for year in YEARS[1:]),
        )

        assert 1 == sum(isinstance(note, Clash) for note in result.notes)


class TestStates:
    """A state is taken from the latest report that includes the last day, whatever its period."""

    def test_only_the_last_day_matters(self) -> None:
        month, too_early = (
            Period(date(2025, 12, 1), FIRST.end),
            Period(FIRST.start, date(2025, 12, 30)),
        )

        half = Fraction(91, 2)
        assert (
            Range.exactly(half)
            == figure(reported(month, Range.exactly(half)), indicator=MONEY).range
        )
        assert OPEN == figure(reported(too_early, 45), indicator=MONEY).range

    def test_the_latest_report_about_the_last_day_counts(self) -> None:
        month = Period(date(2025, 12, 1), FIRST.end)
        early = evolve(reported(FIRST, 40, "early"), issued=date(2026, 1, 15))

        result = figure(early, reported(month, 45), indicator=MONEY)

        assert (Range.exactly(45), ["2025"]) == (result.range, rested_on(result))

    def test_an_unverified_report_about_a_state_is_noted(self) -> None:
        month = Period(date(2025, 12, 1), FIRST.end)

        result = figure(evolve(reported(month, 45), verified=False), indicator=MONEY)

        noted = UnusedReport("money", FIRST, "2025", WhyNot.UNVERIFIED)
        assert (OPEN, (noted,)) == (result.range, result.notes)


class TestAllSelections:
    """A figure lies between two sums of reports, found here by trying every selection.

    It is at least the largest sum of reports over disjoint periods inside the phase, and at most
    the smallest sum of reports whose periods together include every day of the phase.
    """

    @given(
        few_reports(),
        few_facts(),
        st.lists(periods_nearby(), max_size=2),
        st.sampled_from((OCCASIONS, THINGS)),
    )
    def test_figures_agree_with_every_selection_of_reports(
        self,
        reports: list[ReportedFigure],
        seen: list[Fact],
        claims: list[Period],
        indicator: Indicator,
    ) -> None:
        phase, claimed = days_of(SHORT), set().union(*map(days_of, claims))
        parts = [
            Part(days_of(report.period), report.value.low or 0, report.value.high)
            for report in reports
        ]
        parts = [part for part in parts if part.days & phase]
        if parts:
            parts += [counted(seen, days, claimed) for days in runs(claimed & phase)]
        floor, *ceilings = bounds(parts, adds_up=indicator.additive)
        known = Range(*counted(seen, phase, claimed)[1:])
        smallest = min(ceilings, key=lambda ceiling: ceiling.high or 0, default=OPEN)
        pieces = [piece for piece in (floor, smallest) if not known.within(piece)]

        result = figure(
            *reports,
            *seen,
            *(Completeness("x", claim) for claim in claims),
            indicator=indicator,
            period=SHORT,
        )

        possible, clashing = reconcile([known, *pieces])
        clashes = any(isinstance(note, Clash) for note in result.notes)
        # Other statements may narrow the figure (test_network.py), and clashes widen it.
        assert clashes or result.range.within(possible)
        assert clashes or not clashing

    @pytest.mark.parametrize("indicator", [OCCASIONS, THINGS])
    def test_a_claim_about_other_days_of_a_report(self, indicator: Indicator) -> None:
        """Nothing happened before the period, so every reported occasion happened within it."""
        before = Period(SHORT.first - DAY, SHORT.first - DAY)
        report = reported(Period(before.first, SHORT.first), Range.at_least(1))
        result = figure(report, Completeness("x", before), indicator=indicator, period=SHORT)
        assert Range.at_least(1) == result.range

    @given(
        few_reports(),
        few_facts(),
        st.lists(periods_nearby(), max_size=2),
        st.sampled_from((OCCASIONS, THINGS)),
    )
    def test_the_reports_that_a_figure_uses_suffice_for_it(
        self,
        reports: list[ReportedFigure],
        seen: list[Fact],
        claims: list[Period],
        indicator: Indicator,
    ) -> None:
        others: list[Fact | Completeness] = [*seen, *(Completeness("x", claim) for claim in claims)]
        result = figure(*reports, *others, indicator=indicator, period=SHORT)

        needed = [report for report in reports if report.id in rested_on(result)]
        clashes = any(isinstance(note, Clash) for note in result.notes)
        assert (
            clashes
            or result.range == figure(*needed, *others, indicator=indicator, period=SHORT).range
        )
