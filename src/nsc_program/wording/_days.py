"""Days, years and periods in a clause: numbers that are points in time, not quantities."""

import re
from collections.abc import Sequence
from datetime import date
from typing import TypeAlias, final

from attrs import frozen

from nsc_program.errors import InvalidValue
from nsc_program.values._periods import Period
from nsc_program.wording._tags import Item, Tag

Items: TypeAlias = Sequence[Item]
Made: TypeAlias = tuple[Item, int]
"""An item made of several items, and the index after the last of them."""

_YEAR = re.compile("(?:19|20|21)[0-9]{2}")
_DAY = re.compile("([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")
COUNTABLE = (Tag.UNIT, Tag.PERCENT, Tag.SCALE, Tag.HEADS, Tag.POINTS)


def tag_at(items: Items, at: int, *tags: Tag) -> bool:
    """Return whether there is an item at `at`, and it has one of these tags."""
    return 0 <= at < len(items) and items[at].has(*tags)


def after_optional(items: Items, at: int, *tags: Tag) -> int:
    """Return the index after an optional item.

    Args:
        items: The items of the clause.
        at: The index where the item may stand.
        *tags: The tags of the item.

    Returns:
        The index after the item; `at` if another item stands there.
    """
    return at + 1 if tag_at(items, at, *tags) else at


def make(tag: Tag, items: Items, at: int, end: int, value: object = None) -> Made:
    """Join the items from `at` to before `end` into one item.

    Args:
        tag: The tag of the new item.
        items: The items of the clause.
        at: The index of the first item to join.
        end: The index after the last item to join.
        value: The value of the new item: a period, a day, a baseline.

    Returns:
        The new item, and `end`.
    """
    text = " ".join(item.text for item in items[at:end])
    return Item(frozenset({tag}), text, items[at].first, items[end - 1].last, value), end


def year_at(items: Items, at: int) -> int | None:
    """Return the year from 1900 to 2199 that a number may be; `None` if it is not a year."""
    return int(items[at].text) if _may_be_year(items, at) else None


def _may_be_year(items: Items, at: int) -> bool:
    """Return whether the digits of a year stand here."""
    return tag_at(items, at, Tag.NUMBER) and _YEAR.fullmatch(items[at].text) is not None


def year_from(items: Items, at: int, end: int, number_at: int) -> Made | None:
    """Join the items from `at` to before `end` into one year; `None` if the number is not a year.

    Args:
        items: The items of the clause.
        at: The index of the first item to join.
        end: The index after the last item to join.
        number_at: The index of the number.

    Returns:
        The new item, whose value is the `Period` of the year, and `end`.
    """
    year = year_at(items, number_at)
    return None if year is None else make_year(year, items, at, end)


def make_year(year: int, items: Items, at: int, end: int) -> Made:
    """Join the items from `at` to before `end` into one item that is a year.

    Args:
        year: The year.
        items: The items of the clause.
        at: The index of the first item to join.
        end: The index after the last item to join.

    Returns:
        The new item, whose value is the `Period` of the year, and `end`.
    """
    return make(Tag.NAMED_YEAR, items, at, end, Period.of_years(year, year))


def day_at(items: Items, at: int) -> date | None:
    """Return the day written 31/12/2025 or 2025-12-31; `None` if there is no such day."""
    if not tag_at(items, at, Tag.DAY):
        return None
    try:
        return _date(items[at].text)
    except ValueError:
        return None


def _date(text: str) -> date:
    """Return the day of some digits; raise `ValueError` if there is no such day."""
    match = _DAY.fullmatch(text)
    return date(*map(int, match.group(3, 2, 1))) if match else date.fromisoformat(text)


def period_at(items: Items, at: int) -> Made | None:
    """Join a period into one item: giai đoạn 2021-2025, từ năm 2021 đến năm 2025, từ ngày … đến ….

    Args:
        items: The items of the clause.
        at: The index where the period may start.

    Returns:
        The item and the index after the period; `None` if no period starts here. The value of the
        item is the `Period`, or `None` if the period ends before it starts.
    """
    start = _after_phase(items, at)
    return _of_days(items, at, start) or _of_years(items, at, start)


def _after_phase(items: Items, at: int) -> int:
    """Return the index after “giai đoạn”, “giai đoạn 5 năm” or a bracket; `at` without them."""
    named = tag_at(items, at, Tag.PHASE)
    return after_optional(items, _after_length(items, at + 1) if named else at, Tag.OPEN)


def _after_length(items: Items, at: int) -> int:
    """Return the index after a number of years; `at` if there is none."""
    return at + 2 if tag_at(items, at, Tag.NUMBER) and tag_at(items, at + 1, Tag.YEAR) else at


def _of_days(items: Items, at: int, start: int) -> Made | None:
    """Join a period between two days, or up to a day, whose days begin at `start`."""
    day_at_start = after_optional(items, start, Tag.FROM)
    first = day_named(items, day_at_start)
    if first is not None:
        return _up_to_day(items, at, first[1], first[0])
    begun = day_at_start > at and tag_at(items, day_at_start, Tag.TO, Tag.UNTIL)
    return _up_to_day(items, at, day_at_start, None) if begun else None


def _up_to_day(items: Items, at: int, to: int, first: date | None) -> Made | None:
    """Join a period from a day to the day named after “đến” at `to`."""
    joined = tag_at(items, to, Tag.TO, Tag.UNTIL, Tag.DASH)
    last = day_named(items, to + 1) if joined else None
    return last and make(Tag.PERIOD, items, at, last[1], _period(first, last[0]))


def day_named(items: Items, at: int) -> tuple[date, int] | None:
    """Return the day at `at`, with or without “ngày”, and the index after it."""
    day_index = after_optional(items, at, Tag.DATE)
    day = day_at(items, day_index)
    return None if day is None else (day, day_index + 1)


@final
@frozen
class Year:
    """A year of a clause.

    Attributes:
        number: The year.
        is_bare: Whether it stands without “năm”.
        end: The index after it.
    """

    number: int
    is_bare: bool
    end: int

    def counts(self, items: Items) -> bool:
        """Return whether it is a number of things: the 2100 of “2000-2100 doanh nghiệp”."""
        return self.is_bare and tag_at(items, self.end, *COUNTABLE)


def any_year(items: Items, at: int) -> Year | None:
    """Return the year at `at`, with or without “năm”; `None` if there is no year."""
    number_at = after_optional(items, at, Tag.YEAR)
    number = year_at(items, number_at)
    return None if number is None else Year(number, number_at == at, number_at + 1)


def _of_years(items: Items, at: int, start: int) -> Made | None:
    """Join a period between two years, whose years begin at `start`."""
    years_at = after_optional(items, start, Tag.FROM, Tag.BETWEEN)
    years = _two_years(items, years_at)
    if years is None or not _joins(items, *years, begun=years_at > at):
        return None
    first, last = years
    if start == at and _are_numbers(items, first, last):
        return None
    return make(Tag.PERIOD, items, at, last.end, _whole_years(first, last))


def _are_numbers(items: Items, first: Year, last: Year) -> bool:
    """Return whether two years are numbers of things: “2000-2100 doanh nghiệp”."""
    return first.is_bare and tag_at(items, last.end, *COUNTABLE)


def _two_years(items: Items, at: int) -> tuple[Year, Year] | None:
    """Return the year at `at`, and the year after one more item; `None` without both."""
    first = any_year(items, at)
    last = first and any_year(items, first.end + 1)
    return (first, last) if first and last else None


def _whole_years(first: Year, last: Year) -> Period | None:
    """Return the period of whole years; `None` if it ends before it starts."""
    return _period(date(first.number, 1, 1), date(last.number, 12, 31))


def _joins(items: Items, first: Year, last: Year, *, begun: bool) -> bool:
    """Return whether the item after a year joins it to another year to make a period.

    “năm 2020 đến năm 2025” is not a period without “từ” before it.
    """
    at = first.end
    if tag_at(items, at, Tag.TO):
        return begun or (first.is_bare and last.is_bare)
    return tag_at(items, at, Tag.DASH) or (begun and _is_until(items, at))


def _is_until(items: Items, at: int) -> bool:
    """Return whether a word for the end of a period stands here, and not “vào”."""
    return tag_at(items, at, Tag.UNTIL) and not items[at].text.startswith("vào")


def part_of(item: Item, *, several: bool = False) -> Period | None:
    """Return the part of a phase that an item names; `None` if it names another time.

    Args:
        item: The item of a year, a quarter or a period.
        several: Whether a period of several years is a part as well.

    Returns:
        The period. Without `several` it lies within one year.
    """
    period = item.value
    if not isinstance(period, Period):
        return None
    return period if several or is_in_one_year(period) else None


def is_in_one_year(period: Period) -> bool:
    """Return whether a period lies within one year.

    Args:
        period: The period.
    """
    return period.start is not None and period.start.year == period.end.year


def _period(first: date | None, last: date) -> Period | None:
    """Return a period; `None` if it ends before it starts."""
    try:
        return Period(first, last)
    except InvalidValue:
        return None


def named_year(items: Items, at: int) -> Made | None:
    """Join a year with its word into one item, “năm 2025”; `None` if there is no such year."""
    return year_from(items, at, at + 2, at + 1) if tag_at(items, at, Tag.YEAR) else None
