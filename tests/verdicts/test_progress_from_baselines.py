"""Progress from the baseline, downward too, and no percentage where nothing was measured."""

from collections.abc import Mapping
from fractions import Fraction

import pytest

from building import FIRST, SECOND, known, plan_of, wanted
from nsc_program import AtLeast, AtMost, Between, Growth, Period, Range, Reading, Verdict, evaluate
from nsc_program.plan import Bound, Difference, MeanGrowth
from nsc_program.plan._bases import Basis
from nsc_program.verdicts import Comparison, pace, progress

BEFORE = Period.of_years(2025, 2025)
CLOSE = Period.until(FIRST.end)
HALF = Fraction(1, 2)


def verdict_of(
    bound: Bound,
    basis: Basis,
    figures: Mapping[Period, Range],
    indicator: str = "money",
    reading: Reading = Reading(),
) -> Verdict:
    plan = plan_of(SECOND, wanted(bound, basis, indicator))
    return evaluate(plan, known(indicator, figures), reading)["phase/wanted"]


def of_state(bound: Bound, basis: Basis, start: Range | int, now: Range | int) -> Fraction | None:
    """Return the progress of a state from a number at the end of the first phase."""
    start, now = (Range.exactly(each) if isinstance(each, int) else each for each in (start, now))
    return progress(verdict_of(bound, basis, {FIRST: start, SECOND: now}))


class TestUpward:
    """A state that is to rise is measured from its baseline."""

    @pytest.mark.parametrize(
        ("now", "part"),
        [(100, Fraction(0)), (125, HALF), (150, Fraction(1)), (175, HALF * 3), (80, -HALF * 4 / 5)],
    )
    def test_of_growth(self, now: int, part: Fraction) -> None:
        assert part == of_state(AtLeast(50), Growth(FIRST), 100, now)

    def test_of_a_difference(self) -> None:
        assert HALF == of_state(AtLeast(20), Difference(FIRST), 60, 70)

    def test_of_mean_growth(self) -> None:
        figures = {BEFORE: Range.exactly(100), SECOND.years[-1]: Range.exactly(103)}

        part = progress(verdict_of(AtLeast(1), MeanGrowth(), figures))
        assert Fraction(3) / (100 * Fraction(101, 100) ** 5 - 100) == part

    def test_the_certain_part_counts(self) -> None:
        """From at most 70 and with at least 75, 5 of the 20 more are certain."""
        assert Fraction(5, 20) == of_state(
            AtLeast(20), Difference(FIRST), Range(60, 70), Range(75, 90)
        )


class TestDownward:
    """A state that is to fall is measured from its baseline downward."""

    @pytest.mark.parametrize(
        ("now", "part"), [(100, Fraction(0)), (95, HALF), (90, Fraction(1)), (105, -HALF)]
    )
    def test_of_a_fall(self, now: int, part: Fraction) -> None:
        assert part == of_state(AtLeast(10), Growth(FIRST, falling=True), 100, now)

    def test_of_a_fall_by_a_number(self) -> None:
        assert HALF == of_state(AtLeast(20), Difference(FIRST, falling=True), 60, 50)

    def test_the_certain_part_counts(self) -> None:
        basis = Difference(FIRST, falling=True)

        assert Fraction(5, 20) == of_state(AtLeast(20), basis, Range(60, 70), Range(40, 55))


class TestCounts:
    """A count begins at 0 in each phase; one up to the close of a day goes on from its baseline."""

    def test_a_count_of_the_phase_is_measured_from_zero(self) -> None:
        figures = {FIRST: Range.exactly(100), SECOND: Range.exactly(75)}

        assert HALF == progress(verdict_of(AtLeast(50), Growth(FIRST), figures, "things"))

    def test_a_count_up_to_a_day_is_measured_from_the_baseline(self) -> None:
        figures = {CLOSE: Range.exactly(100), Period.until(SECOND.end): Range.exactly(125)}

        part = progress(verdict_of(AtLeast(50), Difference(CLOSE), figures, "things"))
        assert HALF == part


class TestUndefined:
    """Progress is undefined where nothing was measured, or where no way leads to the target."""

    @pytest.mark.parametrize("indicator", ["things", "money", "tfp-share"])
    def test_nothing_was_measured(self, indicator: str) -> None:
        plan = plan_of(SECOND, wanted(AtLeast(10), indicator=indicator))

        assert progress(evaluate(plan, known(indicator, {}))["phase/wanted"]) is None

    def test_a_comparison_of_nothing(self) -> None:
        accepted = Range.at_least(5)
        nothing = Comparison(SECOND, Range.at_least(0), accepted, accepted)

        assert (None, None) == (progress(nothing), pace(nothing, through=SECOND.end))

    def test_zero_that_was_measured_is_zero(self) -> None:
        accepted = Range.at_least(5)

        assert Fraction(0) == progress(Comparison(SECOND, Range.exactly(0), accepted, accepted))

    @pytest.mark.parametrize(
        ("start", "now"),
        [(Range.at_least(1), Range.exactly(5)), (Range.exactly(5), Range(None, 9))],
    )
    def test_a_number_is_unknown(self, start: Range, now: Range) -> None:
        figures = {FIRST: start, SECOND: now}

        assert progress(verdict_of(AtLeast(2), Difference(FIRST), figures, "tfp-share")) is None

    def test_no_baseline_is_known(self) -> None:
        assert of_state(AtLeast(50), Growth(FIRST), Range(0, 100), 100) is None

    def test_the_number_need_not_move(self) -> None:
        """A fall by at most 5 % holds where nothing falls."""
        assert of_state(AtMost(5), Growth(FIRST, falling=True), 100, 97) is None

    def test_there_is_too_much(self) -> None:
        reading = Reading(upper_binds=True)
        figures = {FIRST: Range.exactly(100), SECOND: Range.exactly(180)}

        verdict = verdict_of(Between(50, 60), Growth(FIRST), figures, reading=reading)
        assert progress(verdict) is None

    def test_enough_is_done_but_does_not_count(self) -> None:
        reading = Reading(upper_binds=True)
        figures = {FIRST: Range.exactly(100), SECOND: Range(155, 180)}

        verdict = verdict_of(Between(50, 60), Growth(FIRST), figures, reading=reading)
        assert progress(verdict) is None
