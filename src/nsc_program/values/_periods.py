"""Periods of days, both ends included, and how claims about them unite."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import MAXYEAR, date, timedelta
from itertools import pairwise
from operator import attrgetter
from typing import Self, final

from attrs import evolve, field, frozen
from attrs.validators import optional
from dateutil.relativedelta import relativedelta

from nsc_program.errors import InvalidValue
from nsc_program.values._validators import A_WHOLE_NUMBER, is_date, wrong_type
from nsc_program.values._value import Value

_DAY = timedelta(days=1)
MOST_TOLD = 50
"""How many gaps, or reports that are not used, are told of one period: of many phases there could be thousands each."""


def earliest_first(day: date | None) -> tuple[bool, date]:
    """A key that sorts an absent day before any other."""
    return (day is not None, day or date.min)


@final
@frozen(order=True)
class Period(Value):
    """The days from `start` to `end`, both included (giai đoạn, kỳ). A start of `None` is before any date.

    >>> date(2025, 12, 31) in Period.of_years(2021, 2025)
    True
    """

    start: date | None = field(validator=optional(is_date), order=earliest_first)
    end: date = field(validator=is_date)

    def __attrs_post_init__(self) -> None:
        """Refuse a period that ends before it starts."""
        if self.first > self.end:
            raise InvalidValue.at(
                code="ends-before-it-starts",
                vi=f"kỳ kết thúc ngày {self.end}, trước ngày bắt đầu {self.start}",
                en=f"the period ends on {self.end}, before it starts on {self.start}",
            )

    @classmethod
    def of_years(cls, first: int, last: int) -> Self:
        """From 1 January of the first year to 31 December of the last: "giai đoạn 2021-2025"."""
        for year in (first, last):
            if type(year) is not int:
                raise wrong_type("year", A_WHOLE_NUMBER, year)
        return cls(date(first, 1, 1), date(last, 12, 31))

    @classmethod
    def until(cls, end: date) -> Self:
        """Every day up to this one."""
        return cls(None, end)

    def __str__(self) -> str:
        """Give both ends.

        >>> print(Period.of_years(2021, 2025))
        2021-01-01 to 2025-12-31
        """
        return f"{self.start or 'the beginning'} to {self.end}"

    @property
    def first(self) -> date:
        """The start as a date that can be compared: the earliest there is where the start is absent."""
        return self.start or date.min

    def __contains__(self, day: date) -> bool:
        """Whether the day lies in this period."""
        return self.first <= day <= self.end

    def within(self, other: "Period") -> bool:
        """Whether every day of this period lies in the other."""
        return other.first <= self.first and self.end <= other.end

    def meets(self, other: "Period") -> bool:
        """Whether some day lies in both."""
        return self.first <= other.end and other.first <= self.end

    def common(self, other: "Period") -> "Period | None":
        """The days that lie in both; `None` if there are none."""
        return (
            Period(max(self.start, other.start, key=earliest_first), min(self.end, other.end))
            if self.meets(other)
            else None
        )

    @property
    def whole_years(self) -> int:
        """How many years it is made of exactly, each from an anniversary of the start; 0 if they do not fill it.

        >>> Period.of_years(2021, 2025).whole_years, Period(date(2021, 1, 1), date(2021, 6, 30)).whole_years
        (5, 0)
        """
        if self.start is None or self.end.year == MAXYEAR:
            return 0
        after = self.end + _DAY
        number = after.year - self.start.year
        return number if self._anniversary(number) == after else 0

    @property
    def years(self) -> tuple["Period", ...]:
        """Its years, each from an anniversary of the start up to the next; none if they do not fill it exactly.

        >>> [str(year) for year in Period(date(2020, 2, 29), date(2022, 2, 27)).years]
        ['2020-02-29 to 2021-02-27', '2021-02-28 to 2022-02-27']
        """
        starts = map(self._anniversary, range(self.whole_years + 1))
        return tuple(Period(start, following - _DAY) for start, following in pairwise(starts))

    def _anniversary(self, number: int) -> date:
        """A day so many years after the first, counted from it: steps of a year from 29 February do not add up."""
        return self.first + relativedelta(years=number)

    def through(self, day: date) -> "Period | None":
        """This period up to the close of a day; `None` if it starts later."""
        return evolve(self, end=min(self.end, day)) if self.first <= day else None


def unite(periods: Iterable[Period]) -> tuple[Period, ...]:
    """The same days as the fewest periods, in order: those that overlap or touch become one."""
    united: list[Period] = []
    for period in sorted(periods):
        last = united[-1] if united else None
        if last and (period.first <= last.end or period.first - _DAY == last.end):
            united[-1] = evolve(last, end=max(last.end, period.end))
        else:
            united.append(period)
    return tuple(united)


def unite_through(periods: Iterable[Period], day: date) -> tuple[Period, ...]:
    """The same days up to one, as the fewest periods."""
    begun = (period.through(day) for period in periods)
    return unite(period for period in begun if period is not None)


def meeting(period: Period, united: Sequence[Period]) -> Sequence[Period]:
    """Those of periods that `unite` gave that have a day in common with another; the rest are not looked at.

    >>> united = unite([Period.of_years(2021, 2021), Period.of_years(2023, 2023), Period.of_years(2025, 2025)])
    >>> [str(each) for each in meeting(Period.of_years(2022, 2024), united)]
    ['2023-01-01 to 2023-12-31']
    """
    return united[meeting_slice(period, united)]


def meeting_slice(period: Period, united: Sequence[Period]) -> slice:
    """Where those periods are that `meeting` gives."""
    first = bisect_left(united, period.first, key=attrgetter("end"))
    return slice(first, bisect_right(united, period.end, key=attrgetter("first")))


def gaps(period: Period, united: Sequence[Period]) -> Iterator[Period]:
    """The parts of a period that none of those that `unite` gave covers, in order."""
    start = period.start
    for other in meeting(period, united):
        if other.first > (start or date.min):
            yield Period(start, other.first - _DAY)
        if other.end >= period.end:
            return
        start = other.end + _DAY
    yield Period(start, period.end)
