"""Measures beside a verdict: the gap, the margin, progress and pace."""

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from building import (
    FIRST,
    IN_SECOND,
    SECOND,
    evaluated,
    known,
    plan_of,
    report,
    supports,
    trainings,
    verdict_of,
    wanted,
)
from drawing import maybe
from nsc_program import (
    About,
    AtLeast,
    AtMost,
    Between,
    EachYear,
    Growth,
    InvalidType,
    InvalidValue,
    LessThan,
    MoreThan,
    Period,
    Plain,
    Range,
    Reached,
    Reading,
    Status,
    Verdict,
    evaluate,
)
from nsc_program.plan import Bound
from nsc_program.verdicts import Comparison, Pace, gap, margin, pace, progress
from nsc_program.verdicts._progress import Measured

SUPPORTED, GROWN, TRAINED = "2021-2025/supported", "2026-2030/supported", "2021-2025/trained"
HALF = Fraction(1, 2)


def decided(
    bound: Bound,
    now: Range,
    baseline: Range | None = None,
    indicator: str = "things",
    reading: Reading = Reading(),
) -> Verdict:
    """Return the verdict on a total of the second phase, or on its growth over a baseline."""
    basis = Reached() if baseline is None else Growth(FIRST)
    figures = known(indicator, {SECOND: now, FIRST: baseline or Range(0, None)})
    return evaluate(plan_of(SECOND, wanted(bound, basis, indicator)), figures, reading)[
        "phase/wanted"
    ]


def moved(each: Range, by: Fraction) -> Range:
    """Return a verdict with more things, or fewer."""
    low, high = (None if end is None else end + by for end in (each.low, each.high))
    return Range(low, high)


def status_of(comparison: Comparison) -> Status:
    return (
        Status.ATTAINED
        if comparison.holds
        else Status.MISSED
        if comparison.fails
        else Status.UNDECIDED
    )


class TestGap:
    """The gap is how many more are needed: from the fewest that could do to the most needed."""

    def test_the_gap_of_growth_is_in_enterprises(self) -> None:
        """H9: 2,220 are half more than 1,480."""
        assert Range.exactly(740) == gap(
            verdict_of(GROWN, [*supports(1480), *supports(1480, IN_SECOND)])
        )

    @pytest.mark.parametrize(
        ("now", "found"),
        [
            (Range.exactly(1), Range.exactly(19)),
            (Range(15, 18), Range(2, 5)),
            (Range(15, 30), Range(0, 5)),
            (Range(15, None), Range(0, 5)),
            (Range(20, None), Range.exactly(0)),
        ],
    )
    def test_the_gap_of_a_total_is_a_range(self, now: Range, found: Range) -> None:
        assert found == gap(decided(AtLeast(20), now))

    @pytest.mark.parametrize(
        ("baseline", "found"),
        [
            (Range(100, 110), Range(100, 115)),
            (Range(100, None), Range(100, None)),
            (Range(0, 5), Range(0, None)),
        ],
        ids=["a range", "no high end", "perhaps zero"],
    )
    def test_the_gap_of_growth_depends_on_the_whole_baseline(
        self, baseline: Range, found: Range
    ) -> None:
        assert found == gap(decided(AtLeast(50), Range.exactly(50), baseline))

    def test_the_gap_to_more_than_a_share_is_that_to_the_share(self) -> None:
        assert Range.exactly(5) == gap(
            decided(MoreThan(65), Range.exactly(60), indicator="tfp-share")
        )

    def test_the_gap_of_an_unknown_figure_is_unlimited(self) -> None:
        assert Range(0, None) == gap(decided(AtLeast(65), Range(None, None), indicator="tfp-share"))

    @pytest.mark.parametrize(
        "verdict",
        [
            decided(AtMost(20), Range.exactly(1)),
            decided(LessThan(20), Range.exactly(1), Range.exactly(10)),
            decided(AtMost(20), Range.exactly(1), Range(0, None)),
            decided(AtMost(20), Range.exactly(1), Range(10, None)),
            decided(LessThan(20), Range.exactly(1), Range(0, 10)),
            evaluate(plan_of(FIRST, wanted(AtLeast(1), EachYear())), known("things", {}))[
                "phase/wanted"
            ],
            decided(
                Plain(50),
                Range.exactly(1),
                Range.exactly(101),
                reading=Reading(plain_is_floor=False),
            ),
        ],
        ids=[
            "at most",
            "less than",
            "at most, over an unknown baseline",
            "at most, over a baseline without a high end",
            "less than, perhaps over zero",
            "several years",
            "no whole number is half more than 101",
        ],
    )
    def test_some_verdicts_have_no_measures(self, verdict: Verdict) -> None:
        assert [None] * 3 == [measure(verdict) for measure in (gap, margin, progress)]
        assert pace(verdict, through=date(2025, 6, 30)) is None


class TestMargin:
    """The margin is how many things may drop out while the target is surely attained."""

    def test_the_margin_of_1480_of_about_1500_is_up_to_55(self) -> None:
        assert Range(0, 55) == margin(verdict_of(SUPPORTED, supports(1480)))

    def test_the_margin_of_growth_depends_on_the_whole_baseline(self) -> None:
        assert Range(0, 5) == margin(decided(AtLeast(50), Range(170, 200), Range(100, 110)))

    @pytest.mark.parametrize(
        ("bound", "now", "found"),
        [
            (MoreThan(65), Range.exactly(66), Range(0, 1, high_open=True)),
            (MoreThan(65), Range.above(66), Range(0, 1)),
            (MoreThan(65), Range.above(65), Range.exactly(0)),
            (AtLeast(65), Range.exactly(66), Range(0, 1)),
            (AtLeast(65), Range.exactly(65), Range.exactly(0)),
        ],
        ids=[
            "over 65",
            "reached more than 66",
            "reached more than 65",
            "at least 65",
            "just 65",
        ],
    )
    def test_the_margin_says_whether_its_end_is_included(
        self, bound: Bound, now: Range, found: Range
    ) -> None:
        """A share of 66 % is over 65 %, and one of 65 % is not."""
        assert found == margin(decided(bound, now, indicator="tfp-share"))

    @pytest.mark.parametrize(
        ("now", "baseline"),
        [
            (Range(19, 30), None),
            (Range.exactly(19), None),
            (Range.exactly(1000), Range(10, None)),
            (Range.exactly(1000), Range(0, 10)),
        ],
        ids=["not settled", "missed", "baseline without a high end", "perhaps from zero"],
    )
    def test_only_an_attained_target_has_a_margin(self, now: Range, baseline: Range | None) -> None:
        assert margin(decided(AtLeast(20), now, baseline)) is None


class TestProgress:
    """Progress is the certain figure, as a fraction of what is surely enough."""

    def test_progress_to_over_2000_is_measured_against_2001(self) -> None:
        assert Fraction(2000, 2001) == progress(verdict_of(TRAINED, trainings(2000)))

    @pytest.mark.parametrize(
        ("now", "found"), [(Range(5, 30), Fraction(1, 4)), (Range(30, None), Fraction(3, 2))]
    )
    def test_progress_is_measured_by_the_certain_part(self, now: Range, found: Fraction) -> None:
        assert found == progress(decided(AtLeast(20), now))

    @pytest.mark.parametrize(
        "verdict",
        [
            decided(AtLeast(0), Range.exactly(1)),
            decided(AtLeast(-5), Range.exactly(1), indicator="tfp-share"),
            decided(AtLeast(50), Range.exactly(1000), Range(10, None)),
            decided(AtLeast(65), Range(None, 70), indicator="tfp-share"),
            decided(Plain(20), Range.exactly(21), reading=Reading(plain_is_floor=False)),
            decided(MoreThan(65), Range.exactly(65), indicator="tfp-share"),
        ],
        ids=[
            "of zero",
            "of less than zero",
            "of an unknown number",
            "unknown",
            "too many",
            "not quite",
        ],
    )
    def test_progress_is_undefined_without_a_known_positive_number(self, verdict: Verdict) -> None:
        assert progress(verdict) is None


def bounds() -> st.SearchStrategy[Bound]:
    number = st.integers(1, 30)
    kinds = st.sampled_from((AtLeast, MoreThan, About, Plain, AtMost, LessThan))
    return st.builds(lambda kind, each: kind(each), kinds, number) | st.builds(
        lambda low, more: Between(low, low + more, about=True), number, st.integers(1, 9)
    )


@st.composite
def verdicts(draw: DrawFn) -> Verdict:
    """Draw verdicts on totals and growth of things or money, near their numbers.

    The reading of the words varies.
    """
    unit = draw(st.sampled_from((1, HALF)))
    near = st.builds(
        lambda low, more: Range(low * unit, None if more is None else (low + more) * unit),
        st.integers(0, 60),
        maybe(st.integers(0, 9)),
    )
    reading = draw(st.builds(Reading, may_exceed=st.booleans(), upper_binds=st.booleans()))
    return decided(
        draw(bounds()), draw(near), draw(maybe(near)), "things" if unit == 1 else "money", reading
    )


class TestMeaning:
    """Each measure says what happens to the comparison if the figure moves."""

    @given(verdicts(), st.integers(0, 8))
    def test_the_high_end_of_the_gap_surely_attains(self, verdict: Verdict, more: int) -> None:
        (comparison,) = verdict.comparisons
        needed = gap(verdict)
        enough = (
            comparison.sure is not None
            and comparison.sure.high is None
            and not comparison.sure.low_open
        )
        if needed is not None and needed.high is not None and enough:
            after = evolve(
                comparison, possible=moved(comparison.possible, needed.high + more * HALF)
            )
            assert Status.ATTAINED is status_of(after)

    @given(verdicts(), st.integers(1, 9))
    def test_less_than_the_high_end_of_the_gap_is_not_sure_to_attain(
        self, verdict: Verdict, fewer: int
    ) -> None:
        (comparison,) = verdict.comparisons
        needed = gap(verdict)
        if needed is not None and needed.high:
            less = needed.high * Fraction(10 - fewer, 10)
            after = evolve(comparison, possible=moved(comparison.possible, less))
            assert Status.ATTAINED is not status_of(after)

    @given(verdicts(), st.integers(1, 10))
    def test_less_than_the_low_end_of_the_gap_cannot_attain(
        self, verdict: Verdict, fewer: int
    ) -> None:
        (comparison,) = verdict.comparisons
        needed = gap(verdict)
        if needed is not None and needed.low:
            less = needed.low * Fraction(10 - fewer, 10)
            assert Status.MISSED is status_of(
                evolve(comparison, possible=moved(comparison.possible, less))
            )

    @given(verdicts(), st.integers(1, 9))
    def test_exactly_the_margin_may_drop_out(self, verdict: Verdict, more: int) -> None:
        (comparison,) = verdict.comparisons
        spare = margin(verdict)
        assert (spare is None) == (verdict.status is not Status.ATTAINED or gap(verdict) is None)
        if spare is not None and spare.high is not None:
            for fallen in (spare.high * more / 10, spare.high, spare.high + Fraction(more, 4)):
                after = evolve(comparison, possible=moved(comparison.possible, -fallen))
                assert after.holds == (fallen in spare)

    @given(verdicts())
    def test_progress_is_complete_only_if_the_target_is_attained(self, verdict: Verdict) -> None:
        part = progress(verdict)
        assert part is None or (verdict.status is Status.ATTAINED) == (part >= 1)

    @given(verdicts())
    def test_a_verdict_has_the_measures_of_its_one_comparison(self, verdict: Verdict) -> None:
        (comparison,) = verdict.comparisons
        measures: list[Callable[[Measured], object]] = [gap, margin]
        # The progress of a state is measured from its baseline, which a comparison does not tell.
        if verdict.indicator.accumulates or comparison.baseline is None:
            measures.append(progress)
        assert [measure(verdict) for measure in measures] == [
            measure(comparison) for measure in measures
        ]


class TestPace:
    """Pace compares with a straight line over the days of the period, as far as data reach."""

    YEAR = Period.of_years(2021, 2021)

    def of_year(self, reached: int, through: date) -> Pace | None:
        """Return the pace of a number of things in 2021, where 365 are asked for."""
        figures = known("things", {self.YEAR: Range(reached, None)})
        return pace(
            evaluate(plan_of(self.YEAR, wanted(AtLeast(365))), figures)["phase/wanted"],
            through=through,
        )

    @pytest.mark.parametrize(
        ("through", "expected", "left"),
        [
            (date(2021, 1, 1), 1, 11 + Fraction(30, 31)),
            (date(2021, 1, 30), 30, 11 + Fraction(1, 31)),
            (date(2021, 1, 31), 31, Fraction(11)),
            (date(2021, 6, 30), 181, Fraction(6)),
            (date(2021, 11, 29), 333, 1 + Fraction(2, 31)),
            (date(2021, 12, 30), 364, Fraction(1, 31)),
        ],
        ids=str,
    )
    def test_pace_is_as_worked_out_by_hand(
        self, through: date, expected: int, left: Fraction
    ) -> None:
        found = self.of_year(100, through)

        assert found == Pace(
            period=self.YEAR,
            through=through,
            expected=Fraction(expected),
            reached=Fraction(100),
            months_left=left,
            needed=265 / left,
        )

    def test_no_time_is_left_on_the_last_day(self) -> None:
        found = self.of_year(100, date(2021, 12, 31))

        assert found is not None
        assert (Fraction(365), Fraction(0), None) == (
            found.expected,
            found.months_left,
            found.needed,
        )

    @pytest.mark.parametrize(
        ("reached", "ahead", "needed"),
        [(100, -81, Fraction(265, 6)), (200, 19, Fraction(55, 2)), (400, 219, 0)],
    )
    def test_pace_says_how_far_ahead_or_behind(
        self, reached: int, ahead: int, needed: Fraction
    ) -> None:
        found = self.of_year(reached, date(2021, 6, 30))

        assert found is not None
        assert (Fraction(ahead), needed) == (found.ahead, found.needed)

    def test_months_are_counted_from_31_january(self) -> None:
        """31 January to 31 March is two months, although one month ends on 28 February."""
        period = Period(date(2021, 1, 1), date(2021, 3, 30))
        some = Comparison(period, Range(0, 88), Range(89, None), Range(89, None))

        found = [pace(some, through=date(2021, 1, 30) + timedelta(days=days)) for days in (0, 1)]

        assert [2, 1 + Fraction(30, 31)] == [each and each.months_left for each in found]

    def test_part_of_a_month_is_a_fraction_of_its_days(self) -> None:
        period = Period(date(2021, 1, 1), date(2021, 2, 28))

        found = pace(
            Comparison(period, Range(0, 1), Range(9, None), Range(9, None)),
            through=date(2021, 2, 14),
        )

        assert found is not None
        assert HALF == found.months_left

    def test_the_pace_of_growth_is_in_things(self) -> None:
        found = pace(
            decided(AtLeast(50), Range(30, None), Range.exactly(100)), through=date(2026, 12, 31)
        )

        assert found is not None
        assert (Fraction(150 * 365, 1826), Fraction(30), Fraction(48)) == (
            found.expected,
            found.reached,
            found.months_left,
        )

    def test_pace_depends_on_how_far_data_reach(self) -> None:
        early = evaluated(supports(700), as_of=date(2024, 12, 31))[SUPPORTED]

        found = pace(early, through=date(2024, 6, 30))

        assert found is not None
        assert (date(2024, 6, 30), Fraction(18)) == (found.through, found.months_left)

    @pytest.mark.parametrize(
        "measured",
        [
            decided(AtLeast(0), Range.exactly(1)),
            decided(AtLeast(50), Range.exactly(1), Range(0, 5)),
            decided(AtLeast(65), Range.exactly(60), indicator="tfp-share"),
            Comparison(SECOND, Range(None, 70), Range(65, None), Range(65, None)),
            Comparison(Period.until(SECOND.end), Range(0, 70), Range(65, None), Range(65, None)),
            Comparison(
                Period(FIRST.start, date.max), Range(0, 70), Range(65, None), Range(65, None)
            ),
        ],
        ids=[
            "of zero",
            "perhaps from zero",
            "a state",
            "unknown",
            "no first day",
            "the last day that exists",
        ],
    )
    def test_pace_is_undefined_for_states_and_unknown_numbers(self, measured: Measured) -> None:
        assert pace(measured, through=date(2026, 12, 31)) is None

    def test_a_bare_comparison_has_a_pace(self) -> None:
        assert (
            pace(
                Comparison(SECOND, Range(0, 70), Range(65, None), Range(65, None)),
                through=SECOND.end,
            )
            is not None
        )

    @pytest.mark.parametrize("day", [date(2020, 12, 31), date(2022, 1, 1)])
    def test_a_day_outside_the_period_is_refused(self, day: date) -> None:
        with pytest.raises(
            InvalidValue, match=f"through: {day} is not a day of 2021-01-01 to 2021-12-31"
        ):
            self.of_year(1, day)

    def test_a_day_of_another_type_is_refused(self) -> None:
        with pytest.raises(InvalidType, match="through: expected a date, got str '2021-06-30'"):
            self.of_year(1, "2021-06-30")  # type: ignore[arg-type]

    def test_an_estimate_about_later_days_gives_no_pace_before_them(self) -> None:
        estimate = report("supported", 1500, issued=date(2023, 6, 30))
        verdict = evaluated(
            [estimate], as_of=date(2023, 6, 30), reading=Reading(estimates_decide=True)
        )[SUPPORTED]

        assert pace(verdict, through=date(2023, 6, 30)) is None
        assert pace(verdict, through=FIRST.end) is not None


class TestLimits:
    """Measures at the limits of their definitions."""

    def test_a_verdict_on_two_years_has_no_gap(self) -> None:
        two = plan_of(Period.of_years(2021, 2022), wanted(AtLeast(5), EachYear()))
        (verdict,) = evaluate(two, known("things", {})).verdicts

        assert (2, None) == (len(verdict.comparisons), gap(verdict))

    def test_progress_to_the_number_itself_is_one(self) -> None:
        assert Fraction(1) == progress(
            Comparison(FIRST, Range.exactly(1), Range.at_least(1), Range.at_least(1))
        )

    def test_the_largest_accepted_figure_is_not_too_large(self) -> None:
        found = Comparison(FIRST, Range.exactly(100), Range.exactly(100), Range.exactly(100))

        assert Range.exactly(0) == gap(found) == margin(found)


class TestTooMuch:
    """If the figure is already too large, more does not help: the measures are undefined."""

    @pytest.mark.parametrize("measure", [gap, margin, progress])
    def test_a_figure_that_is_too_large_has_no_measures(
        self, measure: Callable[[Measured], object]
    ) -> None:
        assert (
            measure(Comparison(FIRST, Range.exactly(101), Range.exactly(100), Range.exactly(100)))
            is None
        )
