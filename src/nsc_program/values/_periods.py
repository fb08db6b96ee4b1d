"""Periods of days, both ends included, and the union of several periods."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import MAXYEAR, MINYEAR, date, timedelta
from itertools import pairwise
from operator import attrgetter
from typing import Self, final

from attrs import evolve, field, frozen
from attrs.validators import optional

from nsc_program.errors import InvalidValue
from nsc_program.values._parts_of_years import (
    check_parts,
    check_report_year,
    check_year,
    last_of_month,
)
from nsc_program.values._validators import is_date
from nsc_program.values._value import Value

_DAY = timedelta(days=1)
MOST_TOLD = 50
"""The most gaps, or the most unused reports, that are listed for one period.

A plan with many phases could have thousands of them for every period.
"""


def earliest_first(day: date | None) -> tuple[bool, date]:
    """Return a sort key that places an absent day before every other day."""
    return (day is not None, day or date.min)


@final
@frozen(order=True, cache_hash=True)
class Period(Value):
    """The days from `start` to `end`, both included (giai đoạn, kỳ); `None` starts before any date.

    Attributes:
        start: the first day; `None` if the period has no first day.
        end: the last day.

    Raises:
        InvalidType: for an end that is not a `date`; a `datetime` is not accepted either.
        InvalidValue: if the period ends before it starts.

    >>> date(2025, 12, 31) in Period.of_years(2021, 2025)
    True
    """

    start: date | None = field(validator=optional(is_date), order=earliest_first)
    end: date = field(validator=is_date)

    def __attrs_post_init__(self) -> None:
        """Reject a period that ends before it starts."""
        if self.first > self.end:
            raise InvalidValue.at(
                code="ends-before-it-starts",
                vi=f"kỳ kết thúc ngày {self.end}, trước ngày bắt đầu {self.start}",
                en=f"the period ends on {self.end}, before it starts on {self.start}",
            )

    @classmethod
    def of_years(cls, first: int, last: int) -> Self:
        """Return the period of whole calendar years, such as "giai đoạn 2021-2025".

        Args:
            first: the year whose 1 January is the first day.
            last: the year whose 31 December is the last day.

        Returns:
            The period, with both years included.

        Raises:
            InvalidType: for a year that is not a whole number.
            InvalidValue: for a year that does not exist, or if the last year is before the first.
        """
        check_year(first)
        check_year(last)
        return cls(date(first, 1, 1), date(last, 12, 31))

    @classmethod
    def of_months(cls, year: int, first: int, last: int) -> Self:
        """Return the period of whole months of a year, such as "9 tháng đầu năm 2026".

        Args:
            year: the year.
            first: the number of the first month, from 1 to 12.
            last: the number of the last month.

        Returns:
            The period, with both months included.

        Raises:
            InvalidType: for a number that is not whole.
            InvalidValue: for a month that does not exist, or if the last one is before the first.

        >>> print(Period.of_months(2026, 1, 9))
        2026-01-01 to 2026-09-30
        """
        check_parts(12, year, month=first)
        check_parts(12, year, month=last)
        return cls(date(year, first, 1), last_of_month(year, last))

    @classmethod
    def of_month(cls, year: int, number: int) -> Self:
        """Return one month of a year, such as "tháng 3/2026".

        Args:
            year: the year.
            number: the number of the month, from 1 to 12.

        Raises:
            InvalidType: for a number that is not whole.
            InvalidValue: for a month that does not exist.
        """
        return cls.of_months(year, number, number)

    @classmethod
    def of_quarter(cls, year: int, number: int) -> Self:
        """Return one quarter of a year, such as "quý I/2026".

        Args:
            year: the year.
            number: the number of the quarter, from 1 to 4.

        Raises:
            InvalidType: for a number that is not whole.
            InvalidValue: for a quarter that does not exist.

        >>> print(Period.of_quarter(2026, 1))
        2026-01-01 to 2026-03-31
        """
        check_parts(4, year, quarter=number)
        return cls.of_months(year, 3 * number - 2, 3 * number)

    @classmethod
    def of_half(cls, year: int, number: int) -> Self:
        """Return one half of a year, such as "6 tháng đầu năm 2026".

        Args:
            year: the year.
            number: 1 for the first half, 2 for the second.

        Raises:
            InvalidType: for a number that is not whole.
            InvalidValue: for a half that does not exist.
        """
        check_parts(2, year, half=number)
        return cls.of_months(year, 6 * number - 5, 6 * number)

    @classmethod
    def of_report_year(cls, year: int, *, ends: tuple[int, int]) -> Self:
        """Return the report year that ends in a year, such as 1/12/2025 to 30/11/2026.

        Report years follow one another without a gap, whatever their lengths.

        Args:
            year: the year in which the report year ends.
            ends: the month and the day of the month on which each report year ends, such as
                `(11, 30)`.

        Returns:
            The days after the end of the report year before, through the end of this one.

        Raises:
            InvalidType: for a number that is not whole.
            InvalidValue: for a day that does not exist in every year.

        >>> print(Period.of_report_year(2026, ends=(11, 30)))
        2025-12-01 to 2026-11-30
        """
        month, day = ends
        check_report_year(year, month, day)
        return cls(date(year - 1, month, day) + _DAY, date(year, month, day))

    @classmethod
    def until(cls, end: date) -> Self:
        """Return the period of all days through `end`, without a first day.

        Args:
            end: the last day.

        Returns:
            The period.

        Raises:
            InvalidType: for an end that is not a `date`.
        """
        return cls(None, end)

    def __str__(self) -> str:
        """Return both ends as text.

        >>> print(Period.of_years(2021, 2025))
        2021-01-01 to 2025-12-31
        """
        return f"{self.start or 'the beginning'} to {self.end}"

    @property
    def first(self) -> date:
        """The start as a date that can be compared; `date.min` if the period has no start."""
        return self.start or date.min

    @property
    def closes(self) -> tuple[int, int]:
        """The day before the period and its last day, as ordinal numbers; 0 is before any date."""
        return self.first.toordinal() - 1, self.end.toordinal()

    def __contains__(self, day: date) -> bool:
        """Return whether a day lies in this period."""
        return self.first <= day <= self.end

    def within(self, other: "Period") -> bool:
        """Return whether every day of this period lies in another period.

        Args:
            other: the period to compare with.

        Returns:
            `True` if this period lies within the other; equal periods lie within each other.
        """
        return other.first <= self.first and self.end <= other.end

    def meets(self, other: "Period") -> bool:
        """Return whether this period and another one share a day.

        Args:
            other: the period to compare with.

        Returns:
            `True` if at least one day lies in both.
        """
        return self.first <= other.end and other.first <= self.end

    def common(self, other: "Period") -> "Period | None":
        """Return the days that lie both in this period and in another one.

        Args:
            other: the period to intersect with.

        Returns:
            The shared days; `None` if the periods share no day.
        """
        if not self.meets(other):
            return None
        start = max(self.start, other.start, key=earliest_first)
        return Period(start, min(self.end, other.end))

    @property
    def whole_years(self) -> int:
        """The number of years that fill the period exactly, counted from its start.

        It is 0 if whole years do not fill the period exactly, or if the period has no start.

        >>> Period.of_years(2021, 2025).whole_years
        5
        >>> Period(date(2021, 1, 1), date(2021, 6, 30)).whole_years
        0
        """
        if self.start is None or self.end.year == MAXYEAR:
            return 0
        after = self.end + _DAY
        number = after.year - self.start.year
        return number if self._anniversary(number) == after else 0

    @property
    def years(self) -> tuple["Period", ...]:
        """The years of the period, each from an anniversary of its start to the next one.

        It is empty if whole years do not fill the period exactly.

        >>> [str(year) for year in Period(date(2020, 2, 29), date(2022, 2, 27)).years]
        ['2020-02-29 to 2021-02-27', '2021-02-28 to 2022-02-27']
        """
        starts = map(self._anniversary, range(self.whole_years + 1))
        return tuple(Period(start, following - _DAY) for start, following in pairwise(starts))

    @property
    def year_before(self) -> "Period | None":
        """The year up to the day before the period; `None` without a start, or in the year 1.

        >>> print(Period.of_years(2021, 2025).year_before)
        2020-01-01 to 2020-12-31
        """
        if self.start is None or self.start.year == MINYEAR:
            return None
        return Period(self._anniversary(-1), self.start - _DAY)

    def _anniversary(self, number: int) -> date:
        """Return the day that lies `number` years after the first day.

        It is always counted from the first day: single steps of a year from 29 February drift.
        """
        year = self.first.year + number
        try:
            return self.first.replace(year=year)
        except ValueError:  # 29 February, in a year without it
            return self.first.replace(year=year, day=28)

    def through(self, day: date) -> "Period | None":
        """Return the part of this period up to the close of a day.

        Args:
            day: the last day that is kept.

        Returns:
            The part; `None` if the period starts later.
        """
        return evolve(self, end=min(self.end, day)) if self.first <= day else None


def unite(periods: Iterable[Period]) -> tuple[Period, ...]:
    """Return the same days as the fewest periods, in order.

    Args:
        periods: periods in any order; periods that overlap or touch become one.

    Returns:
        Periods in order, with at least one day between any two of them.
    """
    united: list[Period] = []
    for period in sorted(periods, key=_in_order):
        if united and _continues(united[-1], period):
            united[-1] = evolve(united[-1], end=max(united[-1].end, period.end))
        else:
            united.append(period)
    return tuple(united)


def _in_order(period: Period) -> tuple[bool, date, date]:
    """Return a sort key that gives the order of periods, faster than comparing two of them."""
    return (*earliest_first(period.start), period.end)


def _continues(period: Period, later: Period) -> bool:
    """Return whether a period that does not begin earlier overlaps or touches another one."""
    return later.first <= period.end or later.first - _DAY == period.end


def unite_through(periods: Iterable[Period], day: date) -> tuple[Period, ...]:
    """Return the days of some periods, up to the close of a day, as the fewest periods."""
    begun = (period.through(day) for period in periods)
    return unite(period for period in begun if period is not None)


def meeting(period: Period, united: Sequence[Period]) -> Sequence[Period]:
    """Return the united periods that share a day with a period, without a look at the others.

    Args:
        period: the period to compare with.
        united: periods as `unite` returns them.

    Returns:
        The part of `united` that meets the period, in order.

    >>> united = unite(Period.of_years(year, year) for year in (2021, 2023, 2025))
    >>> [str(shared) for shared in meeting(Period.of_years(2022, 2024), united)]
    ['2023-01-01 to 2023-12-31']
    """
    return united[meeting_slice(period, united)]


def meeting_slice(period: Period, united: Sequence[Period]) -> slice:
    """Return the places in `united` of the periods that `meeting` returns."""
    first = bisect_left(united, period.first, key=attrgetter("end"))
    return slice(first, bisect_right(united, period.end, key=attrgetter("first")))


def gaps(period: Period, united: Sequence[Period]) -> Iterator[Period]:
    """Yield the parts of a period that lie outside the united periods, in order.

    Args:
        period: the period to fill.
        united: periods as `unite` returns them.

    Yields:
        Every part of the period that no united period includes.
    """
    start = period.start
    for filled in meeting(period, united):
        if filled.first > (start or date.min):
            yield Period(start, filled.first - _DAY)
        if filled.end >= period.end:
            return
        start = filled.end + _DAY
    yield Period(start, period.end)


def cells(periods: Iterable[Period]) -> Iterator[Period]:
    """Yield the shortest periods that some periods divide their days into, in order.

    Each of the periods is a row of neighbouring cells. A day in none of them, but between two, lies
    in a cell too.
    """
    closes = {close for period in periods for close in period.closes}
    for before, close in pairwise(sorted(closes)):
        start = date.fromordinal(before + 1) if before else None
        yield Period(start, date.fromordinal(close))
