"""What reports over other periods imply for a phase: a low end, a high end, and notes."""

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
    Reported,
    UnverifiedReport,
)
from nsc_program.figures._joining import MOST_REPORTS
from nsc_program.values import reconcile
from nsc_program.values._periods import MOST_TOLD

DAY = timedelta(days=1)
YEARS = FIRST.years
REPORT_YEARS = [Period(date(year - 1, 12, 15), date(year, 12, 14)) for year in range(2021, 2027)]
OPEN = Range.at_least(0)


def said(
    period: Period, value: int | Range, name: str = "", indicator: Indicator = OCCASIONS
) -> ReportedFigure:
    """Return a report; its name is the year in which its period ends, unless another is given."""
    return ReportedFigure(
        id=name or str(period.end.year),
        indicator=indicator.id,
        period=period,
        value=value,
        issued=AFTER,
    )


def figure(
    *held: ReportedFigure | Fact | Completeness,
    indicator: Indicator = OCCASIONS,
    period: Period = FIRST,
    as_of: date = AFTER,
) -> Figure:
    """Return an indicator's figure over a phase, from reports, facts and claims."""
    records = [
        evolve(each, indicator=indicator.id) for each in held if not isinstance(each, Completeness)
    ]
    claims = [evolve(each, what=indicator.id) for each in held if isinstance(each, Completeness)]
    program = plan_of(period, wanted(AtLeast(1)))
    return tally(program, Register(records, claims), as_of=as_of).figure(indicator, period)


def facts(count: int, on: date, prefix: str = "K") -> list[Fact]:
    return [Fact("occasions", f"{prefix}{number}", on) for number in range(count)]


def rested_on(found: Figure) -> list[str]:
    return [note.report for note in found.notes if isinstance(note, (Reported, Estimated))]


class TestLowEnd:
    """A count is at least the sum of reports over disjoint periods inside the phase.

    If counts of disjoint periods do not add up, it is at least the largest of them.
    """

    @pytest.mark.parametrize(("indicator", "least"), [(OCCASIONS, 60), (THINGS, 30)])
    def test_occasions_add_up_and_things_do_not(self, indicator: Indicator, least: int) -> None:
        reports = [
            said(year, Range.at_least(10 * number)) for number, year in enumerate(YEARS[:3], 1)
        ]

        assert Range.at_least(least) == figure(*reports, indicator=indicator).range

    @pytest.mark.parametrize(
        ("second_starts", "least"),
        [(date(2021, 7, 1), 30), (date(2021, 6, 30), 20), (date(2021, 1, 1), 20)],
    )
    def test_periods_that_share_a_day_are_not_added(self, second_starts: date, least: int) -> None:
        first = said(Period(date(2021, 1, 1), date(2021, 6, 30)), Range.at_least(10), "half")

        found = figure(first, said(Period(second_starts, date(2021, 12, 31)), Range.at_least(20)))

        assert Range.at_least(least) == found.range

    def test_the_heaviest_family_gives_the_low_end(self) -> None:
        """The years 2022 and 2023 exceed the report over both years, and are added to 2021."""
        two = Period(date(2022, 1, 1), date(2023, 12, 31))
        reports = [said(year, Range.at_least(10)) for year in YEARS[:3]]

        found = figure(*reports, said(two, Range.at_least(19), "two"))

        assert Range.at_least(30) == found.range
        assert ["2021", "2022", "2023"] == sorted(rested_on(found))

    def test_a_later_report_of_less_does_not_lower_the_low_end(self) -> None:
        first = said(Period.of_years(2021, 2022), Range.at_least(10), "first")

        found = figure(first, said(Period.of_years(2022, 2023), Range.at_least(3), "later"))

        assert (Range.at_least(10), ["first"]) == (found.range, rested_on(found))

    @pytest.mark.parametrize("period", [REPORT_YEARS[0], Period.until(date(2021, 12, 31))], ids=str)
    def test_a_report_that_reaches_outside_gives_no_low_end(self, period: Period) -> None:
        assert OPEN == figure(said(period, Range.at_least(10))).range

    def test_a_report_without_information_is_not_used(self) -> None:
        found = figure(said(YEARS[0], Range.at_least(0)), said(YEARS[1], Range.at_least(5)))

        assert ["2022"] == rested_on(found)


class TestHighEnd:
    """A count is at most the sum of reports that together leave out none of its days."""

    @pytest.mark.parametrize("indicator", [OCCASIONS, THINGS], ids=["occasions", "things"])
    def test_years_that_fill_the_phase_give_a_high_end(self, indicator: Indicator) -> None:
        reports = [said(year, Range.at_most(10)) for year in YEARS]

        found = figure(*reports, indicator=indicator)

        assert Range(0, 50) == found.range
        assert ["2021", "2022", "2023", "2024", "2025"] == sorted(rested_on(found))

    @pytest.mark.parametrize(
        ("first", "last"),
        [(date(2021, 1, 2), date(2025, 12, 31)), (date(2021, 1, 1), date(2025, 12, 30))],
        ids=["the first", "the last"],
    )
    def test_a_missing_day_at_either_end_leaves_no_high_end(self, first: date, last: date) -> None:
        middle = date(2023, 6, 30)

        assert (
            OPEN
            == figure(
                said(Period(first, middle), 0, "1"), said(Period(middle + DAY, last), 0, "2")
            ).range
        )

    def test_a_missing_day_in_the_middle_leaves_no_high_end(self) -> None:
        before, after = Period(FIRST.first, date(2023, 6, 29)), Period(date(2023, 7, 1), FIRST.end)

        assert Range.at_least(2) == figure(said(before, 1), said(after, 1)).range

    @pytest.mark.parametrize(("years", "most"), [(5, None), (6, 60)])
    def test_report_years_limit_a_phase_only_if_they_reach_its_last_days(
        self, years: int, most: int | None
    ) -> None:
        """From 15/12 to 14/12: the first begins too early, and the sixth has the last days."""
        reports = [said(period, Range.at_most(10)) for period in REPORT_YEARS[:years]]

        assert Range(0, most) == figure(*reports).range

    @pytest.mark.parametrize(
        "period",
        [Period.of_years(2020, 2026), Period.until(FIRST.end), Period(FIRST.start, AFTER)],
        ids=str,
    )
    def test_one_report_over_a_longer_period_is_enough(self, period: Period) -> None:
        assert Range(0, 7) == figure(said(period, 7)).range

    def test_the_lightest_family_gives_the_high_end(self) -> None:
        """Half of the phase and three years come to less than all five years or two halves."""
        half = Period(date(2021, 1, 1), date(2023, 6, 30))
        rest = Period(date(2023, 1, 1), date(2025, 12, 31))
        years = [said(year, Range.at_most(10)) for year in YEARS]

        found = figure(
            *years, said(half, Range.at_most(15), "half"), said(rest, Range.at_most(31), "rest")
        )

        assert Range(0, 45) == found.range
        assert ["2023", "2024", "2025", "half"] == sorted(rested_on(found))

    def test_a_report_without_a_high_end_gives_no_high_end(self) -> None:
        reports = [said(year, Range.at_most(10)) for year in YEARS[:4]]

        found = figure(*reports, said(YEARS[4], Range.at_least(0)))

        assert OPEN == found.range
        assert (NotClaimedComplete("occasions", FIRST, (YEARS[4],)),) == found.notes

    def test_a_reported_high_end_replaces_a_claim(self) -> None:
        found = figure(*(said(year, 10) for year in YEARS))

        assert Range.exactly(50) == found.range
        assert {Reported} == {type(note) for note in found.notes}

    def test_a_report_about_an_open_year_is_not_used(self) -> None:
        reports = [said(year, 10) for year in YEARS]

        assert Range.at_least(40) == figure(*reports, as_of=date(2025, 12, 30)).range
        assert Range.exactly(50) == figure(*reports, as_of=date(2025, 12, 31)).range

    @pytest.mark.parametrize(
        "idle", [Period.of_years(2026, 2026), Period(date(2025, 12, 1), FIRST.end)], ids=str
    )
    def test_a_report_that_is_not_needed_is_not_used(self, idle: Period) -> None:
        reports = [said(year, Range.at_most(10)) for year in YEARS]

        assert "idle" not in rested_on(figure(*reports, said(idle, Range.at_most(0), "idle")))

    def test_only_one_of_two_equal_reports_is_used(self) -> None:
        found = figure(*(said(Period.of_years(2020, year), 9, str(year)) for year in (2025, 2026)))

        assert (Range(0, 9), ["2025"]) == (found.range, rested_on(found))


class TestNotes:
    """A figure names exactly the reports that it rests on."""

    def test_a_report_over_part_of_the_phase_is_noted(self) -> None:
        found = figure(said(YEARS[0], 10))

        assert (
            NotClaimedComplete("occasions", FIRST, (Period.of_years(2022, 2025),)),
            Reported("occasions", FIRST, "2021", AFTER, YEARS[0]),
        ) == found.notes

    def test_an_estimate_among_the_reports_is_noted(self) -> None:
        last = evolve(said(YEARS[4], 10), issued=date(2025, 12, 15))

        found = figure(*(said(year, 10) for year in YEARS[:4]), last, as_of=date(2025, 12, 20))

        assert Range.at_least(40) == found.range
        assert found.with_estimates is not None
        assert Range.exactly(50) == found.with_estimates.range
        (estimated,) = (note for note in found.with_estimates.notes if isinstance(note, Estimated))
        assert Estimated("occasions", FIRST, "2025", date(2025, 12, 15), YEARS[4]) == estimated

    @pytest.mark.parametrize(("count", "least", "told"), [(2, 2, []), (1, 2, ["2021"])])
    def test_a_report_that_repeats_the_count_is_not_used(
        self, count: int, least: int, told: list[str]
    ) -> None:
        found = figure(*facts(count, date(2022, 6, 30)), said(YEARS[0], 2))

        assert (Range.at_least(least), told) == (found.range, rested_on(found))

    def test_a_report_that_repeats_one_over_the_phase_is_not_used(self) -> None:
        found = figure(said(FIRST, 30, "whole"), *(said(year, 6) for year in YEARS))

        assert ["whole"] == rested_on(found)

    def test_a_low_end_above_a_report_over_the_phase_clashes(self) -> None:
        found = figure(said(FIRST, 5, "whole"), said(YEARS[0], 6))

        assert Range.at_least(5) == found.range
        assert Clash("occasions", FIRST, (Range.exactly(5), Range.at_least(6))) == found.notes[-1]
        assert ["2021", "whole"] == rested_on(found)

    def test_a_low_end_above_a_high_end_clashes(self) -> None:
        ceiling = said(Period.of_years(2020, 2025), 5, "wide")

        found = figure(ceiling, said(YEARS[0], 6))

        assert OPEN == found.range
        assert (
            Clash("occasions", ceiling.period, (Range.exactly(5), Range.at_least(6)))
            == found.notes[-1]
        )

    def test_an_unverified_report_is_only_noted(self) -> None:
        doubtful = evolve(said(YEARS[0], 2), verified=False)

        assert (
            NotClaimedComplete("occasions", FIRST, (FIRST,)),
            UnverifiedReport("occasions", FIRST, "2021"),
        ) == figure(doubtful).notes
        assert (NotClaimedComplete("occasions", YEARS[1], (YEARS[1],)),) == figure(
            doubtful, period=YEARS[1]
        ).notes
        own = figure(doubtful, period=YEARS[0])
        assert (OPEN, UnverifiedReport("occasions", YEARS[0], "2021")) == (own.range, own.notes[-1])

    def test_reports_that_together_leave_the_domain_clash(self) -> None:
        program = plan_of(FIRST, wanted(AtLeast(1)))
        few = evolve(OCCASIONS, domain=Range(0, 10))
        others = tuple(each for each in program.indicators if each != OCCASIONS)

        plan = evolve(program, indicators=(few, *others))
        register = Register([said(year, 6) for year in YEARS[:2]])

        found = tally(plan, register, as_of=AFTER).figure(few, FIRST)

        assert Range(0, 10) == found.range
        assert {"2021", "2022"} == set(rested_on(found))
        assert any(isinstance(note, Clash) for note in found.notes)


class TestLimit:
    """At most two hundred reports can be in force, and fifty gaps or reports are listed.

    Each report is compared with all others.
    """

    @staticmethod
    def reports(number: int, *, verified: bool = True) -> list[ReportedFigure]:
        """Return reports on a number of different days."""
        days = [date(2021, 1, 1) + DAY * each for each in range(number)]
        return [evolve(said(Period(day, day), 1, str(day)), verified=verified) for day in days]

    def test_too_many_reports_are_refused(self) -> None:
        assert Range.at_least(MOST_REPORTS) == figure(*self.reports(MOST_REPORTS)).range
        with pytest.raises(
            InvalidValue,
            match=r"^reports on 'occasions': "
            r"expected at most 200 that no other replaces, got 201; leave",
        ):
            figure(*self.reports(MOST_REPORTS + 1))

    def test_only_the_first_of_many_unverified_reports_are_listed(self) -> None:
        reports = self.reports(MOST_REPORTS + 1, verified=False)
        found = figure(*reports)
        told = [note.report for note in found.notes if isinstance(note, UnverifiedReport)]

        assert found == figure(*reversed(reports))
        assert [each.id for each in reports[:MOST_TOLD]] == told

    @pytest.mark.parametrize("more", [0, 1])
    def test_only_the_first_of_many_gaps_are_listed(self, more: int) -> None:
        days = [date(2021, 1, 2) + 2 * DAY * number for number in range(MOST_TOLD - 1 + more)]
        (note,) = figure(*(Completeness("occasions", Period(day, day)) for day in days)).notes

        assert isinstance(note, NotClaimedComplete)
        assert len(note.missing) == MOST_TOLD
        assert (note.missing[-1].end == FIRST.end) is (not more)


class TestClaims:
    """The count within a claim is evidence like a report, beside the reports."""

    CLAIMED = Completeness("occasions", Period.of_years(2021, 2024))
    KNOWN: tuple[Fact | Completeness, ...] = (CLAIMED, *facts(3, date(2024, 6, 30)))

    @pytest.mark.parametrize(
        ("indicator", "possible"), [(OCCASIONS, Range.exactly(13)), (THINGS, Range(10, 13))]
    )
    def test_claims_and_reports_limit_a_phase_together(
        self, indicator: Indicator, possible: Range
    ) -> None:
        found = figure(*self.KNOWN, said(YEARS[4], 10), indicator=indicator)

        assert possible == found.range
        assert (
            Reported(indicator.id, FIRST, "2025", AFTER, YEARS[4]),
            ClaimedComplete(indicator.id, self.CLAIMED.period, date(2024, 12, 31)),
        ) == found.notes

    def test_claims_and_reports_with_a_day_missing_do_not_limit_a_phase(self) -> None:
        short = Completeness("occasions", Period(FIRST.start, date(2024, 12, 30)))

        assert Range.at_least(10) == figure(short, said(YEARS[4], 10)).range

    def test_claims_that_touch_are_one(self) -> None:
        claims = [Completeness("occasions", year) for year in YEARS[:4]]

        found = figure(*claims, said(YEARS[4], 10))

        assert (
            Range.exactly(10),
            ClaimedComplete("occasions", self.CLAIMED.period, date(2024, 12, 31)),
        ) == (
            found.range,
            found.notes[-1],
        )

    def test_without_a_report_claims_are_only_a_count(self) -> None:
        found = figure(*self.KNOWN)

        assert (Range.at_least(3), (NotClaimedComplete("occasions", FIRST, (YEARS[4],)),)) == (
            found.range,
            found.notes,
        )

    def test_a_report_that_reaches_outside_a_claim_is_compared_with_it(self) -> None:
        """Five reported occasions to the middle of 2025 are at most three, plus those of 2025."""
        wide = Period(FIRST.start, date(2025, 6, 30))

        found = figure(*self.KNOWN, said(wide, 5, "wide"), said(YEARS[4], 10))

        assert (Range.exactly(13), ["2025"]) == (found.range, rested_on(found))

    def test_a_count_over_the_period_of_a_report_is_compared_with_it(self) -> None:
        """The report may be right, and the count wrong."""
        found = figure(*facts(3, date(2021, 6, 30)), said(YEARS[0], 2))

        assert Range.at_least(2) == found.range
        assert (
            Clash("occasions", YEARS[0], (Range.exactly(2), Range.at_least(3))) == found.notes[-1]
        )

    def test_a_report_above_a_complete_count_clashes(self) -> None:
        found = figure(said(YEARS[0], 2), Completeness("occasions", FIRST))

        assert OPEN == found.range
        clashes = [note for note in found.notes if isinstance(note, Clash)]
        nothing = Range.exactly(0)
        assert [Clash("occasions", YEARS[0], (nothing, Range.exactly(2)))] == clashes
        assert ClaimedComplete("occasions", FIRST, FIRST.end) == found.notes[0]


class TestReplacement:
    """The last issued of several reports over the same period replace the others.

    Two reports of the same day are both in force.
    """

    EARLY = date(2022, 3, 1)

    def test_a_later_report_replaces_an_earlier_one(self) -> None:
        early = evolve(said(YEARS[0], 9, "early"), issued=self.EARLY)

        found = figure(early, said(YEARS[0], 5))

        assert (Range.at_least(5), ["2021"]) == (found.range, rested_on(found))

    def test_a_later_unverified_report_does_not_replace(self) -> None:
        early = evolve(said(YEARS[0], 9, "early"), issued=self.EARLY)

        assert Range.at_least(9) == figure(early, evolve(said(YEARS[0], 5), verified=False)).range

    @pytest.mark.parametrize(
        ("issued", "estimate"),
        [(AFTER, True), (date(2021, 12, 15), False)],
        ids=["marked as an estimate", "issued before its period was over"],
    )
    def test_an_estimate_replaces_only_another_estimate(
        self, issued: date, *, estimate: bool
    ) -> None:
        guess = evolve(said(YEARS[0], 9, "guess"), issued=issued, estimate=estimate)
        early = evolve(said(YEARS[0], 5, "early"), issued=self.EARLY)
        earlier_guess = evolve(guess, id="earlier", value=7, issued=date(2021, 12, 14))

        assert Range.at_least(5) == figure(early, guess).range
        guessed = figure(guess, earlier_guess)
        assert OPEN == guessed.range
        assert guessed.with_estimates is not None
        assert Range.at_least(9) == guessed.with_estimates.range

    def test_a_count_does_not_clash_with_doubtful_reports(self) -> None:
        """The count clashes with the report over three years, and only there is it noted."""
        three = said(Period.of_years(2021, 2023), Range.at_most(5), "three")
        doubtful = evolve(said(YEARS[1], 5, "doubtful"), verified=False)
        program = plan_of(FIRST, wanted(AtLeast(1)))
        register = Register([*facts(7, YEARS[1].end), three, doubtful])

        (found,) = (
            each
            for each in tally(program, register, as_of=AFTER).figures
            if each.indicator == "occasions"
        )

        assert [three.period] == [note.period for note in found.notes if isinstance(note, Clash)]

    def test_two_reports_of_one_day_that_agree_narrow_the_figure(self) -> None:
        found = figure(
            said(YEARS[0], Range(5, 9), "a"), said(YEARS[0], Range(7, 12), "b"), period=YEARS[0]
        )

        assert (Range(7, 9), ["a", "b"]) == (found.range, rested_on(found))

    def test_two_reports_of_one_day_that_differ_clash(self) -> None:
        found = figure(said(YEARS[0], 5, "a"), said(YEARS[0], 9, "b"), period=YEARS[0])

        assert Range(5, 9) == found.range
        assert Clash("occasions", YEARS[0], (Range.exactly(5), Range.exactly(9))) == found.notes[-1]

    def test_a_clash_within_a_family_is_noted_with_its_period(self) -> None:
        found = figure(
            said(YEARS[0], 5, "a"), said(YEARS[0], 9, "b"), *(said(year, 1) for year in YEARS[1:])
        )

        assert Range(9, 13) == found.range
        clash = Clash("occasions", YEARS[0], (Range.exactly(5), Range.exactly(9)))
        assert {clash} == {note for note in found.notes if isinstance(note, Clash)}
        assert ["2022", "2023", "2024", "2025", "a", "b"] == sorted(rested_on(found))

    def test_a_clash_is_noted_once(self) -> None:
        found = figure(
            said(YEARS[0], 5, "a"), said(YEARS[0], 9, "b"), *(said(year, 1) for year in YEARS[1:])
        )

        assert 1 == sum(isinstance(note, Clash) for note in found.notes)


class TestStates:
    """A state is the number in the latest report about the last day; other days do not matter."""

    def test_only_the_last_day_matters(self) -> None:
        month, too_early = (
            Period(date(2025, 12, 1), FIRST.end),
            Period(FIRST.start, date(2025, 12, 30)),
        )

        half = Fraction(91, 2)
        assert (
            Range.exactly(half) == figure(said(month, Range.exactly(half)), indicator=MONEY).range
        )
        assert OPEN == figure(said(too_early, 45), indicator=MONEY).range

    def test_the_latest_report_about_the_last_day_counts(self) -> None:
        month = Period(date(2025, 12, 1), FIRST.end)
        early = evolve(said(FIRST, 40, "early"), issued=date(2026, 1, 15))

        found = figure(early, said(month, 45), indicator=MONEY)

        assert (Range.exactly(45), ["2025"]) == (found.range, rested_on(found))

    def test_an_unverified_report_of_a_state_is_only_noted(self) -> None:
        month = Period(date(2025, 12, 1), FIRST.end)

        found = figure(evolve(said(month, 45), verified=False), indicator=MONEY)

        assert (OPEN, (UnverifiedReport("money", FIRST, "2025"),)) == (found.range, found.notes)


class TestAllFamilies:
    """A figure is at least the heaviest disjoint family inside, and at most the lightest cover."""

    @given(
        few_reports(),
        few_facts(),
        st.lists(periods_nearby(), max_size=2),
        st.sampled_from((OCCASIONS, THINGS)),
    )
    def test_figures_are_within_the_bounds_of_every_family(
        self,
        reports: list[ReportedFigure],
        seen: list[Fact],
        claims: list[Period],
        indicator: Indicator,
    ) -> None:
        phase, claimed = days_of(SHORT), set().union(*map(days_of, claims))
        parts = [
            Part(days_of(each.period), each.value.low or 0, each.value.high) for each in reports
        ]
        parts = [part for part in parts if part.days & phase]
        if parts:
            parts += [counted(seen, days, claimed) for days in runs(claimed & phase)]
        floor, *ceilings = bounds(parts, adds_up=indicator.additive)
        known = Range(*counted(seen, phase, claimed)[1:])
        lightest = min(ceilings, key=lambda each: each.high or 0, default=OPEN)
        pieces = [each for each in (floor, lightest) if not known.within(each)]

        found = figure(
            *reports,
            *seen,
            *(Completeness("x", each) for each in claims),
            indicator=indicator,
            period=SHORT,
        )

        possible, clashing = reconcile([known, *pieces])
        clashes = any(isinstance(note, Clash) for note in found.notes)
        # Other statements may imply more, which tests/test_network.py is about; a clash allows
        # more.
        assert clashes or found.range.within(possible)
        assert clashes or not clashing

    @pytest.mark.parametrize("indicator", [OCCASIONS, THINGS])
    def test_a_claim_about_other_days_of_a_report_narrows_the_rest(
        self, indicator: Indicator
    ) -> None:
        """Nothing happened before the period, so everything reported of both happened within it."""
        before = Period(SHORT.first - DAY, SHORT.first - DAY)
        reported = said(Period(before.first, SHORT.first), Range.at_least(1))
        found = figure(reported, Completeness("x", before), indicator=indicator, period=SHORT)
        assert Range.at_least(1) == found.range

    @given(
        few_reports(),
        few_facts(),
        st.lists(periods_nearby(), max_size=2),
        st.sampled_from((OCCASIONS, THINGS)),
    )
    def test_the_named_reports_are_enough_for_the_figure(
        self,
        reports: list[ReportedFigure],
        seen: list[Fact],
        claims: list[Period],
        indicator: Indicator,
    ) -> None:
        others: list[Fact | Completeness] = [*seen, *(Completeness("x", each) for each in claims)]
        found = figure(*reports, *others, indicator=indicator, period=SHORT)

        needed = [report for report in reports if report.id in rested_on(found)]
        clashes = any(isinstance(note, Clash) for note in found.notes)
        assert (
            clashes
            or found.range == figure(*needed, *others, indicator=indicator, period=SHORT).range
        )
