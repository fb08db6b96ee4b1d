"""Targets about the years of a phase."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from operator import eq, ge, gt, le, lt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from building import (
    AFTER,
    IN_FIRST,
    SECOND,
    known,
    plan_of,
    small_plan,
    wanted,
)
from nsc_program import (
    About,
    AtLeast,
    AtMost,
    Between,
    EachYear,
    Fact,
    Figures,
    LessThan,
    MoreThan,
    Period,
    Phase,
    Plain,
    Range,
    Reading,
    Register,
    ReportedFigure,
    Status,
    Verdict,
    YearlyGrowth,
    evaluate,
    tally,
)
from nsc_program.errors import InvalidProgram
from nsc_program.figures import ClaimedComplete, NotClaimedComplete, NotStarted
from nsc_program.plan import Asked, Bound
from nsc_program.plan._bases import Basis
from nsc_program.verdicts import BaselineMayBeZero, Comparison, PartAboveWhole

DAY = timedelta(days=1)
THREE = Period.of_years(2021, 2023)
IN_2021, IN_2022, IN_2023 = THREE.years
MEAN = Reading(each_year=False)
HELD: dict[Callable[[int], Bound], Callable[[int, Fraction], bool]] = {
    AtLeast: ge,
    MoreThan: gt,
    AtMost: le,
    LessThan: lt,
    Plain: eq,
}


def anniversary(start: date, number: int) -> date:
    """Return the anniversary by its definition: the same day, or 28 February if it is missing."""
    year = start.year + number
    is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return date(
        year, start.month, 28 if (start.month, start.day) == (2, 29) and not is_leap else start.day
    )


def verdict_on(
    bound: Bound,
    basis: Basis,
    years: Sequence[Range | int],
    reading: Reading = Reading(),
    as_of: date = AFTER,
) -> Verdict:
    """Return the verdict on a target about 2021, 2022 and so on, from the ranges of the years."""
    period = Period.of_years(2021, 2020 + len(years))
    ranges = [Range.exactly(year) if isinstance(year, int) else year for year in years]
    figures = known("things", dict(zip(period.years, ranges, strict=True)), as_of)
    return evaluate(plan_of(period, wanted(bound, basis)), figures, reading)["phase/wanted"]


class TestYears:
    """The years of a period begin on the anniversaries of its start, if they fill it exactly.

    Otherwise it has no years.
    """

    @pytest.mark.parametrize(
        ("period", "starts"),
        [
            (Period.of_years(2021, 2023), [date(2021, 1, 1), date(2022, 1, 1), date(2023, 1, 1)]),
            (
                Period(date(2020, 12, 15), date(2022, 12, 14)),
                [date(2020, 12, 15), date(2021, 12, 15)],
            ),
            (
                Period(date(2020, 2, 29), date(2025, 2, 27)),
                [
                    date(2020, 2, 29),
                    *(date(year, 2, 28) for year in (2021, 2022, 2023)),
                    date(2024, 2, 29),
                ],
            ),
        ],
        ids=["from New Year", "from a day in December", "from a leap day"],
    )
    def test_years_begin_on_anniversaries(self, period: Period, starts: list[date]) -> None:
        assert starts == [year.start for year in period.years]

    @pytest.mark.parametrize(
        "period",
        [
            Period.until(date(2025, 12, 31)),
            Period(date(2021, 1, 1), date(2025, 12, 30)),
            Period(date(2021, 1, 1), date(2026, 1, 1)),
            Period(date(2021, 1, 1), date(2021, 1, 1)),
            Period(date(2020, 2, 29), date(2025, 2, 28)),
            Period(date(9998, 1, 1), date.max),
        ],
        ids=str,
    )
    def test_periods_that_years_do_not_fill_have_no_years(self, period: Period) -> None:
        assert () == period.years

    @given(
        st.dates(date(1900, 1, 1), date(2100, 1, 1)) | st.just(date(2024, 2, 29)),
        st.integers(1, 12),
    )
    def test_years_fill_the_period_in_order(self, start: date, count: int) -> None:
        period = Period(start, anniversary(start, count) - DAY)

        assert [anniversary(start, number) for number in range(count)] == [
            year.start for year in period.years
        ]
        assert all(one.end + DAY == other.start for one, other in pairwise(period.years))
        assert period.end == period.years[-1].end

    @given(
        st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(1, 12), st.sampled_from((-1, 1))
    )
    def test_with_a_day_less_or_more_a_period_has_no_years(
        self, start: date, count: int, days: int
    ) -> None:
        assert () == Period(start, anniversary(start, count) + (days - 1) * DAY).years


class TestFiguresOfYears:
    """Figures are made for the years of a phase only if a target is about them."""

    def test_a_plan_lists_the_periods_of_its_figures(self) -> None:
        yearly = Phase(id="phase", period=THREE, targets=(wanted(AtLeast(1), EachYear()),))
        other = Phase(id="other", period=SECOND, targets=(wanted(AtLeast(1), name="other/wanted"),))

        assert (THREE, SECOND, *THREE.years, Period.of_years(2021, 2030)) == small_plan(
            yearly, other
        ).periods

    def test_the_one_year_of_a_phase_is_the_phase(self) -> None:
        assert (IN_2021,) == plan_of(IN_2021, wanted(AtLeast(1), EachYear())).periods

    def test_the_last_day_of_a_year_is_not_in_the_next(self) -> None:
        """This is also true of a reporting year, from 15 December."""
        period = Period(date(2020, 12, 15), date(2022, 12, 14))
        program = plan_of(period, wanted(AtLeast(1), EachYear()))
        days = [date(2020, 12, 15), date(2021, 12, 14), date(2021, 12, 15), date(2022, 12, 15)]
        register = Register.complete_through(
            AFTER, [Fact("things", f"E{day}", day) for day in days]
        )

        verdict = evaluate(program, tally(program, register, as_of=AFTER))["phase/wanted"]

        assert [2, 1] == [each.possible.low for each in verdict.comparisons]
        assert (
            tuple(ClaimedComplete("things", year, year.end) for year in period.years)
            == verdict.notes
        )

    def test_a_thing_in_two_years_counts_in_both(self) -> None:
        program = plan_of(THREE, wanted(AtLeast(1), EachYear()))
        facts = [Fact("things", "E1", date(year, 6, 30)) for year in (2021, 2022, 2023)]

        figures = tally(program, Register(facts), as_of=AFTER)

        assert Status.ATTAINED is evaluate(program, figures)["phase/wanted"].status
        assert Range.at_least(1) == figures.figure(program.indicator("things"), THREE).range

    def test_a_state_is_reported_for_the_end_of_each_year(self) -> None:
        program = plan_of(Period.of_years(2021, 2022), wanted(AtLeast(40), EachYear(), "tfp-share"))
        ends = [
            ReportedFigure(
                id=f"r{year}",
                indicator="tfp-share",
                period=Period(start, year.end),
                value=40,
                issued=AFTER,
            )
            for year, start in zip(THREE.years, (date(2021, 12, 1), None), strict=False)
        ]

        assert (
            Status.ATTAINED
            is evaluate(program, tally(program, Register(ends), as_of=AFTER))["phase/wanted"].status
        )


SHARE_GROWS = (
    "growth of 'tfp-share' is not defined, as it is a share or may be negative; "
    "choose another basis"
)


@pytest.mark.parametrize(
    ("period", "bound", "basis", "indicator", "problem"),
    [
        (
            Period(date(2021, 1, 1), date(2025, 12, 30)),
            AtLeast(1),
            EachYear(),
            "things",
            "is not made of whole years; correct the days of the phase, or the basis",
        ),
        (
            Period(date(2021, 1, 1), IN_FIRST),
            AtLeast(1),
            YearlyGrowth(),
            "things",
            "is not made of whole years; correct the days of the phase, or the basis",
        ),
        (
            IN_2021,
            AtLeast(1),
            YearlyGrowth(),
            "things",
            "from year to year needs a phase of two years or more; correct the basis",
        ),
        (THREE, AtLeast(1), YearlyGrowth(), "tfp-share", SHARE_GROWS),
        (THREE, AtLeast(0), YearlyGrowth(), "things", "a change must be more than 0"),
    ],
)
def test_a_yearly_target_that_makes_no_sense_is_refused(
    period: Period, bound: Bound, basis: Basis, indicator: str, problem: str
) -> None:
    with pytest.raises(InvalidProgram, match=f"target 'phase/wanted': .*{problem}$"):
        plan_of(period, wanted(bound, basis, indicator))


class TestEachYear:
    """“Mỗi năm”: every year is compared with the bound, and one year that misses it is enough."""

    @pytest.mark.parametrize(
        ("years", "status"),
        [
            ((5, 6, Range.at_least(5)), Status.ATTAINED),
            ((5, Range(4, 5), 5), Status.UNDECIDED),
            ((5, Range.at_least(0), 4), Status.MISSED),
            ((4, 100, 100), Status.MISSED),
        ],
    )
    def test_a_target_has_the_status_of_all_years_together(
        self, years: Sequence[Range | int], status: Status
    ) -> None:
        assert status is verdict_on(AtLeast(5), EachYear(), years).status

    def test_each_year_has_a_comparison_and_no_question_of_its_own(self) -> None:
        verdict = verdict_on(MoreThan(5), EachYear(), (5, 6, 7))

        expected = tuple(
            Comparison(year, Range.exactly(found), Range.at_least(6), Range.at_least(6))
            for year, found in zip(THREE.years, (5, 6, 7), strict=True)
        )
        assert expected == verdict.comparisons
        assert (Asked("strict", answer=True),) == verdict.asked

    def test_an_open_phase_is_pending_and_can_be_missed_early(self) -> None:
        register = Register.complete_through(AFTER, [Fact("things", "E1", date(2021, 6, 30))])

        found = {}
        for year in (2021, 2022):
            program = plan_of(THREE, wanted(AtLeast(1), EachYear()))
            day = date(year, 12, 31)
            found[year] = evaluate(program, tally(program, register, as_of=day))["phase/wanted"]

        assert [Status.PENDING, Status.MISSED] == [verdict.status for verdict in found.values()]
        assert (
            ClaimedComplete("things", IN_2021, IN_2021.end),
            *(NotStarted("things", year) for year in THREE.years[1:]),
        ) == (found[2021].notes)

    def test_a_year_without_evidence_is_open(self) -> None:
        program = plan_of(THREE, wanted(AtLeast(1), EachYear()))
        register = Register(
            [Fact("things", f"E{year}", date(year, 6, 30)) for year in (2021, 2022)]
        )

        verdict = evaluate(program, tally(program, register, as_of=AFTER))["phase/wanted"]

        assert Status.UNDECIDED is verdict.status
        assert (
            tuple(NotClaimedComplete("things", year, (year,)) for year in THREE.years)
            == verdict.notes
        )


class TestYearlyGrowth:
    """“Hằng năm tăng”: each year is compared with the one before, in the indicator's own unit.

    N6 “hàng năm tăng từ 10-15%”, here of a small plan.
    """

    N6 = Between(10, 15)

    @pytest.mark.parametrize(
        ("years", "status"),
        [
            ((100, 110, 121), Status.ATTAINED),
            ((100, 110, 120), Status.MISSED),
            ((100, 109, 200), Status.MISSED),
            ((100, 200, 400), Status.ATTAINED),
            ((100, 111, 123), Status.ATTAINED),
            ((100, 111, 122), Status.MISSED),
        ],
    )
    def test_growth_of_at_least_10_percent_is_required(
        self, years: Sequence[int], status: Status
    ) -> None:
        assert status is verdict_on(self.N6, YearlyGrowth(), years).status

    @pytest.mark.parametrize(("last", "status"), [(127, Status.MISSED), (126, Status.ATTAINED)])
    def test_growth_of_at_most_15_percent_is_required_if_that_binds(
        self, last: int, status: Status
    ) -> None:
        assert (
            status
            is verdict_on(
                self.N6, YearlyGrowth(), (100, 110, last), Reading(upper_binds=True)
            ).status
        )

    def test_the_first_year_is_only_a_baseline(self) -> None:
        first, second = verdict_on(self.N6, YearlyGrowth(), (100, 110, 121)).comparisons

        accepted = Range.at_least(110)
        assert (
            Comparison(IN_2022, Range.exactly(110), accepted, accepted, Range.exactly(100)) == first
        )
        assert (IN_2023, Range.exactly(110), Range.at_least(121)) == (
            second.period,
            second.baseline,
            second.sure,
        )

    def test_yearly_growth_asks_these_questions(self) -> None:
        asked = verdict_on(Between(10, 15, about=True), YearlyGrowth(), (100, 110)).asked

        assert ["tolerance", "upper_binds", "each_year"] == [each.question for each in asked]

    def test_about_10_percent_is_from_9_and_a_half(self) -> None:
        found = [verdict_on(About(10), YearlyGrowth(), (1000, now)).status for now in (1094, 1095)]

        assert [Status.MISSED, Status.ATTAINED] == found

    def test_the_growth_of_one_year_narrows_the_baseline_of_the_next(self) -> None:
        """100 and half more is 150, and half more again 225, though 2022 alone could allow 200."""
        verdict = verdict_on(AtLeast(50), YearlyGrowth(), (100, Range(100, 200), 200))

        assert Status.MISSED is verdict.status
        assert Range(150, 200) == verdict.comparisons[1].baseline
        assert Range.at_least(225) == verdict.comparisons[1].perhaps
        pair = verdict_on(AtLeast(50), YearlyGrowth(), (Range(100, 200), 200))
        assert Status.UNDECIDED is pair.status

    def test_growth_narrows_baselines_over_several_years(self) -> None:
        open_ = Range.at_least(0)

        verdict = verdict_on(AtLeast(50), YearlyGrowth(), (100, open_, open_, open_, 506))

        assert Status.MISSED is verdict.status
        assert Range.at_least(507) == verdict.comparisons[-1].perhaps

    def test_a_year_that_missed_does_not_narrow_baselines(self) -> None:
        verdict = verdict_on(AtLeast(50), YearlyGrowth(), (100, 120, 180))

        assert Status.MISSED is verdict.status
        assert Range.exactly(120) == verdict.comparisons[1].baseline

    def test_one_missed_year_is_enough(self) -> None:
        assert (
            Status.MISSED
            is verdict_on(AtLeast(50), YearlyGrowth(), (Range.at_least(0), 100, 149)).status
        )

    def test_a_fall_to_zero_is_missed_and_growth_from_it_is_undefined(self) -> None:
        verdict = verdict_on(AtLeast(50), YearlyGrowth(), (100, 0, 100))

        assert Status.MISSED is verdict.status
        assert (BaselineMayBeZero("things", IN_2022),) == verdict.notes

    @pytest.mark.parametrize(("last", "status"), [(149, Status.MISSED), (150, Status.UNDECIDED)])
    def test_a_first_year_that_may_be_zero_is_never_attained(
        self, last: int, status: Status
    ) -> None:
        verdict = verdict_on(AtLeast(50), YearlyGrowth(), (Range(0, 5), 100, last))

        assert status is verdict.status
        assert (BaselineMayBeZero("things", IN_2021),) == verdict.notes

    def test_a_year_that_grew_is_not_zero(self) -> None:
        assert (
            ()
            == verdict_on(
                AtLeast(50), YearlyGrowth(), (100, Range(0, 200), Range.at_least(300))
            ).notes
        )

    def test_yearly_growth_is_pending_while_its_phase_is_open(self) -> None:
        open_ = [Range.exactly(100), Range.at_least(110), Range.at_least(0)]

        found = [
            verdict_on(self.N6, YearlyGrowth(), open_, as_of=day).status
            for day in (date(2023, 12, 30), date(2023, 12, 31))
        ]

        assert [Status.PENDING, Status.UNDECIDED] == found

    @given(
        st.lists(st.integers(1, 40), min_size=2, max_size=4),
        st.sampled_from(list(HELD)),
        st.integers(1, 60),
        st.booleans(),
    )
    def test_exact_years_are_decided_by_plain_arithmetic(
        self, years: list[int], kind: Callable[[int], Bound], percent: int, each_year: bool
    ) -> None:
        grows, factor, first = HELD[kind], 1 + Fraction(percent, 100), years[0]
        if each_year:
            fulfilled = all(grows(now, factor * before) for before, now in pairwise(years))
        else:
            fulfilled = grows(years[-1], factor ** (len(years) - 1) * first)

        reading = Reading(each_year=each_year, plain_is_floor=False)
        status = verdict_on(kind(percent), YearlyGrowth(), years, reading).status

        assert (Status.ATTAINED if fulfilled else Status.MISSED) is status


class TestMean:
    """Under that reading the last year is compared with the first.

    With 50 % growth over three years it must be 9/4 of the first.
    """

    @pytest.mark.parametrize(("last", "status"), [(225, Status.ATTAINED), (224, Status.MISSED)])
    def test_the_mean_is_exact_without_a_root(self, last: int, status: Status) -> None:
        verdict = verdict_on(AtLeast(50), YearlyGrowth(), (100, 0, last), MEAN)

        assert status is verdict.status
        accepted = Range.at_least(225)
        assert (
            Comparison(IN_2023, Range.exactly(last), accepted, accepted, Range.exactly(100)),
        ) == verdict.comparisons

    def test_more_than_a_mean_excludes_the_number_itself(self) -> None:
        (comparison,) = verdict_on(MoreThan(50), YearlyGrowth(), (100, 0, 0), MEAN).comparisons

        assert Range.at_least(226) == comparison.sure

    def test_both_ends_are_raised_to_the_power(self) -> None:
        binding = Reading(each_year=False, upper_binds=True)

        (comparison,) = verdict_on(
            Between(10, 50), YearlyGrowth(), (100, 0, 0), binding
        ).comparisons

        assert Range(121, 225) == comparison.sure

    def test_a_first_year_that_may_be_zero_is_noted(self) -> None:
        verdict = verdict_on(AtLeast(50), YearlyGrowth(), (Range(0, 5), 100, 100), MEAN)

        assert Status.UNDECIDED is verdict.status
        assert (BaselineMayBeZero("things", IN_2021),) == verdict.notes

    def test_for_two_years_the_mean_is_the_growth_of_each_year(self) -> None:
        each, mean = (
            verdict_on(AtLeast(50), YearlyGrowth(), (100, 150), reading)
            for reading in (Reading(), MEAN)
        )

        assert each.comparisons == mean.comparisons


class TestPartsInYears:
    """A part (trong đó) that is certainly above its whole in one year is noted on both."""

    NOTE = PartAboveWhole("phase/part", "phase/wanted")

    def noted(
        self, parts: Sequence[int], indicator: str = "things/some", basis: Basis | None = None
    ) -> list[bool]:
        part = wanted(
            AtLeast(1), basis or EachYear(), indicator, "phase/part", part_of="phase/wanted"
        )
        program = plan_of(THREE, wanted(AtLeast(1), EachYear()), part)
        wholes = known("things", dict.fromkeys(THREE.years, Range.exactly(5))).figures
        of_them = known(
            indicator, dict(zip(THREE.years, map(Range.exactly, parts), strict=True))
        ).figures

        evaluation = evaluate(program, Figures(AFTER, (*wholes, *of_them)))

        return [self.NOTE in verdict.notes for verdict in evaluation.verdicts]

    @pytest.mark.parametrize(("parts", "noted"), [((5, 6, 5), True), ((5, 5, 5), False)])
    def test_a_part_above_its_whole_in_one_year_is_noted(
        self, parts: Sequence[int], noted: bool
    ) -> None:
        assert [noted, noted] == self.noted(parts)

    def test_a_part_in_another_unit_or_basis_is_not_compared(self) -> None:
        assert [False, False] == self.noted((6, 6, 6), "occasions")
        assert [False, False] == self.noted((6, 6, 6), basis=YearlyGrowth())
