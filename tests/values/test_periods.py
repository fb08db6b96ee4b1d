"""Periods are compared with plain sets of days."""

import re
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nsc_program import InvalidType, InvalidValue, Period
from nsc_program.values._periods import gaps, meeting, unite

_DAY = timedelta(days=1)
# A leap day, and days before the first start and after the last end.
_DAYS = [date(2024, 2, 25) + n * _DAY for n in range(9)]
_ENDS = _DAYS[1:-1]
_PERIODS = tuple(
    Period(start, end) for start in (None, *_ENDS) for end in _ENDS if start is None or start <= end
)
periods = st.sampled_from(_PERIODS)
several = st.lists(periods, max_size=4)


def _days(*some: Period) -> set[date]:
    """Return the days of any of these periods, by their definition."""
    return {
        day
        for day in _DAYS
        for each in some
        if (each.start is None or each.start <= day) and day <= each.end
    }


class TestOnePeriod:
    """A period is the days from its start to its end, both included.

    An absent start is before any date.
    """

    @given(periods)
    def test_a_period_contains_its_ends_and_the_days_between(self, period: Period) -> None:
        assert {day for day in _DAYS if day in period} == _days(period)

    @given(periods, periods)
    def test_a_period_is_within_another_if_its_days_are(self, one: Period, other: Period) -> None:
        assert one.within(other) == (_days(one) <= _days(other))

    @given(periods, st.sampled_from(_DAYS))
    def test_through_a_day_a_period_ends_at_the_close_of_that_day(
        self, period: Period, day: date
    ) -> None:
        seen = period.through(day)
        assert _days(*([seen] if seen else [])) == {each for each in _days(period) if each <= day}
        assert (seen is None) == (not _days(period) & set(_DAYS[: _DAYS.index(day) + 1]))

    @given(periods, periods)
    def test_periods_sort_by_their_starts_then_by_their_ends(
        self, one: Period, other: Period
    ) -> None:
        first, second = sorted(
            (sorted(_days(one)), sorted(_days(other))), key=lambda days: (days[0], days[-1])
        )
        assert [sorted(_days(each)) for each in sorted((one, other))] == [first, second]

    @given(periods, periods)
    def test_common_days_are_those_of_both_periods(self, one: Period, other: Period) -> None:
        found = one.common(other)
        assert _days(*([found] if found else [])) == _days(one) & _days(other)
        assert (found is None) == (not one.meets(other)) == _days(one).isdisjoint(_days(other))
        assert found is None or (found.start is None) == (one.start is other.start is None)

    def test_a_period_is_shown_with_both_ends(self) -> None:
        assert str(Period(_DAYS[0], _DAYS[1])) == "2024-02-25 to 2024-02-26"
        assert str(Period.until(_DAYS[1])) == "the beginning to 2024-02-26"

    @pytest.mark.parametrize("year", ["2021", 2021.0, True, None], ids=repr)
    def test_a_year_is_a_whole_number(self, year: Any) -> None:  # noqa: ANN401 - meant to be wrong
        message = (
            f"^year: expected a whole number, got {type(year).__name__} {re.escape(repr(year))}$"
        )
        with pytest.raises(InvalidType, match=message):
            Period.of_years(year, 2025)
        with pytest.raises(InvalidType, match=message):
            Period.of_years(1, year)

    def test_the_last_possible_years_are_accepted(self) -> None:
        years = Period.of_years(9997, 9998).years
        assert (Period.of_years(9997, 9997), Period.of_years(9998, 9998)) == years

    @pytest.mark.parametrize("year", [-5, 0, 10_000])
    def test_a_year_that_does_not_exist_is_refused(self, year: int) -> None:
        for first, last in ((year, 2025), (2021, year)):
            with pytest.raises(InvalidValue, match="expected a number from 1 to 9999, got"):
                Period.of_years(first, last)

    def test_a_phase_of_years_runs_from_new_years_day_to_new_years_eve(self) -> None:
        """“Đến năm 2025” means through 31/12/2025."""
        assert Period.of_years(2021, 2025) == Period(date(2021, 1, 1), date(2025, 12, 31))

    def test_until_begins_before_any_date(self) -> None:
        assert date.min in Period.until(_DAYS[0])
        assert Period.until(_DAYS[0]) == Period(None, _DAYS[0])


class TestUnite:
    """Periods unite to the smallest number of periods with the same days, in order."""

    @given(several)
    def test_uniting_keeps_the_days(self, some: list[Period]) -> None:
        assert _days(*unite(some)) == _days(*some)

    @given(several)
    def test_united_periods_do_not_touch(self, some: list[Period]) -> None:
        assert all(one.end + _DAY < other.first for one, other in pairwise(unite(some)))

    @given(several.flatmap(lambda some: st.tuples(st.just(some), st.permutations(some))))
    def test_order_does_not_matter(self, both: tuple[list[Period], list[Period]]) -> None:
        some, shuffled = both
        assert unite(shuffled) == unite(some)

    @given(several)
    def test_uniting_twice_changes_nothing(self, some: list[Period]) -> None:
        assert unite(unite(some)) == unite(some)

    @given(several)
    def test_an_absent_start_stays_absent(self, some: list[Period]) -> None:
        assert any(each.start is None for each in unite(some)) == any(
            each.start is None for each in some
        )

    @pytest.mark.parametrize(
        ("some", "united"),
        [
            ([], ()),
            (
                [Period.of_years(2021, 2022), Period.of_years(2023, 2025)],
                (Period.of_years(2021, 2025),),
            ),
            ([Period(date.min, date.max), Period(None, date.min)], (Period(None, date.max),)),
            ([Period(date.min, date.min), Period(None, date.max)], (Period(None, date.max),)),
            ([Period(date.min, date.max), Period(None, date.max)], (Period(None, date.max),)),
            (
                [Period(date.max, date.max), Period(date.min, date.min)],
                (Period(date.min, date.min), Period(date.max, date.max)),
            ),
        ],
        ids=[
            "none",
            "touching",
            "all days",
            "an absent start and the first day",
            "the same days",
            "first and last day",
        ],
    )
    def test_examples_of_united_periods(
        self, some: list[Period], united: tuple[Period, ...]
    ) -> None:
        assert unite(some) == united


class TestMeeting:
    """A search finds the united periods that meet another period, without looking at each."""

    @given(periods, several)
    def test_the_search_finds_exactly_the_periods_that_meet(
        self, period: Period, some: list[Period]
    ) -> None:
        united = unite(some)

        assert [each for each in united if period.meets(each)] == list(meeting(period, united))
        assert any(period.meets(each) for each in some) == bool(meeting(period, united))


class TestGaps:
    """Gaps are the parts of a period that the other periods leave out, in order."""

    @given(periods, several)
    def test_gaps_hold_exactly_the_days_left_out(self, period: Period, some: list[Period]) -> None:
        assert _days(*gaps(period, unite(some))) == _days(period) - _days(*some)

    @given(periods, several)
    def test_gaps_are_as_few_as_possible_and_in_order(
        self, period: Period, some: list[Period]
    ) -> None:
        found = tuple(gaps(period, unite(some)))
        assert found == unite(found)

    @given(periods, several)
    def test_a_gap_at_the_beginning_starts_with_the_period(
        self, period: Period, some: list[Period]
    ) -> None:
        begins = [
            each.start for each in gaps(period, unite(some)) if _days(each) & {min(_days(period))}
        ]
        assert begins == ([] if min(_days(period)) in _days(*some) else [period.start])

    @pytest.mark.parametrize(
        ("period", "some", "found"),
        [
            (Period(None, date.max), [], [Period(None, date.max)]),
            (Period(None, date.max), [Period(date.min, date.max)], []),
            (Period(date.min, date.max), [Period(None, date.max)], []),
            (
                Period(date.min, date.max),
                [Period(date.min, date.min), Period(date.max, date.max)],
                [Period(date.min + _DAY, date.max - _DAY)],
            ),
        ],
        ids=["no other period", "all days, with a start", "all days", "first and last day"],
    )
    def test_the_first_and_the_last_possible_day_are_accepted(
        self, period: Period, some: list[Period], found: list[Period]
    ) -> None:
        assert list(gaps(period, unite(some))) == found
