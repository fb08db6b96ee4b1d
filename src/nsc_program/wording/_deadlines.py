"""Deadlines in a clause: đến năm 2025, vào quý IV/2025, trước ngày 1/7/2025."""

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import TypeAlias

from nsc_program.values._periods import Period
from nsc_program.wording._days import (
    Items,
    Made,
    after_optional,
    any_year,
    day_named,
    make,
    tag_at,
    year_at,
)
from nsc_program.wording._months import months_worded
from nsc_program.wording._tags import Item, Tag

_WITH_YEAR = re.compile("([0-9]{1,2})/([0-9]{4})")
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_MONTHS = {name.lower(): number for number, name in enumerate(MONTHS, 1)}
QUARTERS = {"q1": 1, "q2": 2, "q3": 3, "q4": 4}

Days: TypeAlias = tuple[date, date, int]
"""The first and the last day of a year, quarter, month or day, and the index after its words."""


def through_at(items: Items, at: int) -> Made | None:
    """Join a deadline into one item: “đến năm 2025”, “vào năm 2025”, “trước ngày 1/7/2025”.

    Args:
        items: The items of the clause.
        at: The index where the deadline may start.

    Returns:
        The item and the index after the deadline; `None` if no deadline starts here. The value of
        the item is the last day that is included.
    """
    if not tag_at(items, at, Tag.UNTIL, Tag.BEFORE):
        return None
    start = after_optional(items, at + 1, Tag.UNTIL)
    days = days_worded(items, start) or _days_of_months(items, start + 1)  # by the first half of
    return days and make(Tag.THROUGH, items, at, days[2], _last_day(items[at], days))


def _last_day(word: Item, days: Days) -> date:
    """Return the last day that a deadline includes: “trước” excludes the days that are named."""
    first, last, _ = days
    return first - timedelta(days=1) if word.has(Tag.BEFORE) else last


def days_worded(items: Items, start: int) -> Days | None:
    """Return the days of the year, half, month, day or quarter at `start`; `None` without one."""
    return (
        _days_of_year(items, start)
        or _days_of_month(items, start)
        or _of_day(items, start)
        or _days_of_quarter(items, start)
        or _days_of_months(items, start)
    )


def _days_of_months(items: Items, start: int) -> Days | None:
    """Return the days of the first or last months of a year: 6 tháng đầu năm 2025, H1 2025."""
    months = months_worded(items, start)
    return months and (months[0].first, months[0].end, months[1])


def _days_of_year(items: Items, start: int) -> Days | None:
    """Return the days of a year: năm 2025, 2025."""
    year = any_year(items, start)
    if year is None or year.counts(items) or _continues(items, year.end):
        return None
    return date(year.number, 1, 1), date(year.number, 12, 31), year.end


def _continues(items: Items, at: int) -> bool:
    """Return whether a dash and another year follow a year."""
    return tag_at(items, at, Tag.DASH) and year_at(items, at + 1) is not None


def _days_of_month(items: Items, start: int) -> Days | None:
    """Return the days of a month: tháng 6/2025, 6/2025, tháng 6 năm 2025, June 2025."""
    named = _month_at(items, after_optional(items, start, Tag.MONTH))
    return named or _english_month(items, start)


def _english_month(items: Items, at: int) -> Days | None:
    """Return the days of a month that is written June 2025."""
    year = year_at(items, at + 1)
    number = _MONTHS.get(items[at].text) if tag_at(items, at, Tag.MONTH) else None
    return None if year is None or number is None else _month(year, number, at + 2)


def _month_at(items: Items, at: int) -> Days | None:
    """Return the days of the month whose number stands at `at`."""
    short = _with_year(items, at)
    return _worded_month(items, at) if short is None else _month(*short, at + 1)


def _worded_month(items: Items, at: int) -> Days | None:
    """Return the days of a month whose number stands at `at`: tháng 6 năm 2025."""
    year = year_at(items, at + 2)
    worded = tag_at(items, at - 1, Tag.MONTH) and tag_at(items, at + 1, Tag.YEAR)
    return _month(year, _small(items, at), at + 3) if worded and year else None


def _with_year(items: Items, at: int) -> tuple[int, int] | None:
    """Return the year and the number before it of “6/2025”; `None` if it is not so written."""
    match = _WITH_YEAR.fullmatch(items[at].text) if tag_at(items, at, Tag.SKIPPED) else None
    return None if match is None else (int(match[2]), int(match[1]))


def _month(year: int, month: int, end: int) -> Days | None:
    """Return the days of a month; `None` if there is no such month."""
    if not 1 <= month <= 12:  # noqa: PLR2004
        return None
    return date(year, month, 1), date(year, month, monthrange(year, month)[1]), end


def _small(items: Items, at: int) -> int:
    """Return a number of one or two digits; 0 if there is no such number."""
    text = items[at].text if tag_at(items, at, Tag.NUMBER) else ""
    return int(text) if text.isdecimal() and len(text) <= 2 else 0  # noqa: PLR2004


def _of_day(items: Items, start: int) -> Days | None:
    """Return the one day at `start`; `None` without one."""
    named = day_worded(items, start)
    return named and (named[0], *named)


def day_worded(items: Items, start: int) -> tuple[date, int] | None:
    """Return the day at `start` and the index after it; `None` without one.

    Args:
        items: The items of the clause.
        start: The index where the day may start: ngày 1/7/2025, 1/7/2025, ngày 1 tháng 7 năm 2025,
            1 July 2025.
    """
    return day_named(items, start) or _worded_day(items, start)


def _worded_day(items: Items, start: int) -> tuple[date, int] | None:
    """Return a day whose month is named: ngày 1 tháng 7 năm 2025, 1 July 2025."""
    month, number = _month_of_day(items, start), _small(items, start + 1)
    if month is None:
        month, number = _english_month(items, start + 1), _small(items, start)
    return _day_of(month, number)


def _day_of(month: Days | None, number: int) -> tuple[date, int] | None:
    """Return the day with a number in a month; `None` if there is no such day."""
    if month is None or not 1 <= number <= month[1].day:
        return None
    return month[0].replace(day=number), month[2]


def _month_of_day(items: Items, start: int) -> Days | None:
    """Return the month that is named after “ngày” and a number; `None` without one."""
    return _days_of_month(items, start + 2) if _is_day_of_month(items, start) else None


def _is_day_of_month(items: Items, at: int) -> bool:
    """Return whether “ngày”, and “tháng” after one more item, stand here."""
    return tag_at(items, at, Tag.DATE) and tag_at(items, at + 2, Tag.MONTH)


def part_at(items: Items, at: int) -> Made | None:
    """Join a quarter or a month into one item: “quý I/2027”, “Q1 2027”, “tháng 6 năm 2027”.

    Args:
        items: The items of the clause.
        at: The index where the quarter or the month may start.

    Returns:
        The item, which is that of a part of a year, with its `Period`, and the index after it;
        `None` if neither starts here.
    """
    month = _days_of_month(items, at) if tag_at(items, at, Tag.MONTH) else None
    days = month or _days_of_quarter(items, at)
    return days and make(Tag.NAMED_YEAR, items, at, days[2], Period(*days[:2]))


def _days_of_quarter(items: Items, start: int) -> Days | None:
    """Return the days of a quarter: quý IV năm 2025, quý IV/2025, quý 4/2025, Q4 2025."""
    if tag_at(items, start, Tag.QUARTER):
        return _quarter_at(items, start + 1)
    return _short_quarter(items, start) if tag_at(items, start, Tag.WORD) else None


def _short_quarter(items: Items, at: int) -> Days | None:
    """Return the days of a quarter that is written Q4 2025."""
    year = year_at(items, at + 1)
    quarter = QUARTERS.get(items[at].text)
    return None if year is None or quarter is None else _quarter(year, quarter, at + 2)


def _quarter_at(items: Items, at: int) -> Days | None:
    """Return the days of the quarter whose number stands at `at`."""
    short = _with_year(items, at)
    return _worded_quarter(items, at) if short is None else _quarter(*short, at + 1)


def _worded_quarter(items: Items, at: int) -> Days | None:
    """Return the days of a quarter whose number stands at `at`: quý IV năm 2025."""
    year = year_at(items, at + 2)
    if year is None or not tag_at(items, at + 1, Tag.YEAR, Tag.SLASH):
        return None
    return _quarter(year, _QUARTERS.get(items[at].text, 0), at + 3)


def _quarter(year: int, quarter: int, end: int) -> Days | None:
    """Return the days of a quarter; `None` if there is no such quarter."""
    first, last = _month(year, quarter * 3 - 2, end), _month(year, quarter * 3, end)
    return None if first is None or last is None else (first[0], last[1], end)
