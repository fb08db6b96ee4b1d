"""Days, years and periods in a clause: numbers that are points in time, not quantities."""

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
from typing import TypeAlias

from nsc_program.errors import InvalidValue
from nsc_program.values._periods import Period
from nsc_program.wording._tags import Baseline, Item, Tag
from nsc_program.wording._values import Reason

Items: TypeAlias = Sequence[Item]
Made: TypeAlias = tuple[Item, int]
"""An item made of several items, and the index after the last of them."""

_YEAR = re.compile("(?:19|20|21)[0-9]{2}")
_DAY = re.compile("([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")
_MONTH = re.compile("([0-9]{1,2})/([0-9]{4})")
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_FAR = 12  # the most words of a comparison before it names its period
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
    return (
        int(items[at].text)
        if tag_at(items, at, Tag.NUMBER) and _YEAR.fullmatch(items[at].text)
        else None
    )


def day_at(items: Items, at: int) -> date | None:
    """Return the day written 31/12/2025 or 2025-12-31; `None` if there is no such day."""
    if not tag_at(items, at, Tag.DAY):
        return None
    match = _DAY.fullmatch(items[at].text)
    try:
        if match is None:
            return date.fromisoformat(items[at].text)
        return date(int(match[3]), int(match[2]), int(match[1]))
    except ValueError:
        return None


def period_at(items: Items, at: int) -> Made | None:
    """Join a period into one item: giai đoạn 2021-2025, từ năm 2021 đến năm 2025, từ ngày … đến ….

    Args:
        items: The items of the clause.
        at: The index where the period may start.

    Returns:
        The item and the index after the period; `None` if no period starts here. The value of the
        item is the `Period`, or `None` if the period ends before it starts.
    """
    start = at + 1 if tag_at(items, at, Tag.PHASE) else at
    if start > at and tag_at(items, start, Tag.NUMBER) and tag_at(items, start + 1, Tag.YEAR):
        start += 2  # giai đoạn 5 năm 2021-2025
    start = after_optional(items, start, Tag.OPEN)
    return _of_days(items, at, start) or _of_years(items, at, start)


def _of_days(items: Items, at: int, start: int) -> Made | None:
    start = after_optional(items, start, Tag.FROM)
    first = after_optional(items, start, Tag.DATE)
    first_day = day_at(items, first)
    if first_day is None and not (start > at and tag_at(items, start, Tag.TO, Tag.UNTIL)):
        return None
    to = first if first_day is None else first + 1
    last = after_optional(items, to + 1, Tag.DATE)
    last_day = day_at(items, last)
    if not tag_at(items, to, Tag.TO, Tag.UNTIL, Tag.DASH) or last_day is None:
        return None
    return make(Tag.PERIOD, items, at, last + 1, _period(first_day, last_day))


def _of_years(items: Items, at: int, start: int) -> Made | None:
    worded, begun = start > at, tag_at(items, start, Tag.FROM, Tag.BETWEEN)
    start = after_optional(items, start, Tag.FROM, Tag.BETWEEN)
    first = after_optional(items, start, Tag.YEAR)
    to = first + 1
    last = after_optional(items, to + 1, Tag.YEAR)
    years = year_at(items, first), year_at(items, last)
    bare = first == start and last == to + 1
    if None in years or not _joins(items, to, begun=begun or worded, bare=bare):
        return None
    if not worded and first == start and tag_at(items, last + 1, *COUNTABLE):
        return None  # 2000-2100 doanh nghiệp
    return make(
        Tag.PERIOD,
        items,
        at,
        last + 1,
        _period(*(date(year or 1, 1, 1) for year in years), whole=True),
    )


def _joins(items: Items, at: int, *, begun: bool, bare: bool) -> bool:
    """Return whether the item joins two years to a period.

    “năm 2020 đến năm 2025” is not a period without “từ” before it.
    """
    if tag_at(items, at, Tag.TO):
        return begun or bare
    return tag_at(items, at, Tag.DASH) or (
        begun and tag_at(items, at, Tag.UNTIL) and items[at].text[:3] != "vào"
    )


def _period(first: date | None, last: date, *, whole: bool = False) -> Period | None:
    try:
        return Period(first, date(last.year, 12, 31) if whole else last)
    except InvalidValue:
        return None


def named_year(items: Items, at: int) -> Made | None:
    """Join a year with its word into one item, “năm 2025”; `None` if there is no such year."""
    year = year_at(items, at + 1)
    if year is None or not tag_at(items, at, Tag.YEAR):
        return None
    return make(Tag.NAMED_YEAR, items, at, at + 2, Period.of_years(year, year))


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
    ways = (_year_through, _month_through, _day_through, _quarter_through)
    days = next(filter(None, (way(items, start) for way in ways)), None)
    if days is None:
        return None
    first, last, end = days
    day = first - timedelta(days=1) if items[at].has(Tag.BEFORE) else last
    return make(Tag.THROUGH, items, at, end, day)


_Days: TypeAlias = tuple[date, date, int]
"""The first and the last day of a year, quarter, month or day, and the index after its words."""


def _year_through(items: Items, start: int) -> _Days | None:
    worded = tag_at(items, start, Tag.YEAR)
    end = after_optional(items, start, Tag.YEAR) + 1
    year = year_at(items, end - 1)
    another = tag_at(items, end, Tag.DASH) and year_at(items, end + 1) is not None
    if year is None or another or (not worded and tag_at(items, end, *COUNTABLE)):
        return None
    return date(year, 1, 1), date(year, 12, 31), end


def _month_through(items: Items, start: int) -> _Days | None:
    start = after_optional(items, start, Tag.MONTH)
    if tag_at(items, start, Tag.SKIPPED) and (match := _MONTH.fullmatch(items[start].text)):
        return _month(int(match[2]), int(match[1]), start + 1)
    year = year_at(items, start + 2)
    if tag_at(items, start - 1, Tag.MONTH) and tag_at(items, start + 1, Tag.YEAR) and year:
        return _month(year, _small(items, start), start + 3)
    return None


def _month(year: int, month: int, end: int) -> _Days | None:
    if not 1 <= month <= 12:  # noqa: PLR2004
        return None
    return date(year, month, 1), date(year, month, monthrange(year, month)[1]), end


def _small(items: Items, at: int) -> int:
    """Return a number of one or two digits; 0 if there is no such number."""
    text = items[at].text if tag_at(items, at, Tag.NUMBER) else ""
    return int(text) if text.isdecimal() and len(text) <= 2 else 0  # noqa: PLR2004


def _day_through(items: Items, start: int) -> _Days | None:
    worded = tag_at(items, start, Tag.DATE)
    day_index = after_optional(items, start, Tag.DATE)
    day = day_at(items, day_index)
    if day is not None:
        return day, day, day_index + 1
    month = (
        _month_through(items, start + 2) if worded and tag_at(items, start + 2, Tag.MONTH) else None
    )
    number = _small(items, start + 1)
    if month is None or not 1 <= number <= month[1].day:
        return None
    day = month[0].replace(day=number)
    return day, day, month[2]


def _quarter_through(items: Items, start: int) -> _Days | None:
    """Return the days of a quarter: quý IV năm 2025, quý IV/2025, quý 4/2025."""
    if not tag_at(items, start, Tag.QUARTER):
        return None
    short = (
        _MONTH.fullmatch(items[start + 1].text) if tag_at(items, start + 1, Tag.SKIPPED) else None
    )
    if short is not None:
        return _quarter(int(short[2]), int(short[1]), start + 2)
    joined = tag_at(items, start + 2, Tag.YEAR, Tag.SLASH)
    year = year_at(items, start + 3) if joined else None
    return (
        None if year is None else _quarter(year, _QUARTERS.get(items[start + 1].text, 0), start + 4)
    )


def _quarter(year: int, quarter: int, end: int) -> _Days | None:
    first, last = _month(year, quarter * 3 - 2, end), _month(year, quarter * 3, end)
    return None if first is None or last is None else (first[0], last[1], end)


def baseline_at(items: Items, at: int) -> Made | None:
    """Join a comparison into one item: “so với giai đoạn 2021-2025”.

    Args:
        items: The items of the clause.
        at: The index where the comparison may start.

    Returns:
        The item and the index after the comparison; `None` if no comparison starts here. The value
        of the item is a `Baseline`: the period that is named, or the reason why it is unknown.
    """
    short = tag_at(items, at, Tag.WORD) and items[at].text == "so"  # so giai đoạn 2011-2020
    if not tag_at(items, at, Tag.BASELINE) and not (
        short and (period_at(items, at + 1) or named_year(items, at + 1))
    ):
        return None
    if _is_of_total(items, at + 1):
        return make(
            Tag.SINCE, items, at, at + 2, Baseline(reason=Reason.BASELINE_UNHELD, of_total=True)
        )
    for here in range(at + 1, min(at + _FAR, len(items))):
        named = _named_baseline(items, here)
        if named is not None:
            baseline, end = named
            return make(Tag.SINCE, items, at, end, baseline)
        if items[here].has(Tag.COMMA, Tag.SEMICOLON, Tag.STOP, Tag.COLON, Tag.NUMBER, Tag.CLOSE):
            break
    return make(Tag.SINCE, items, at, at + 1, Baseline(reason=Reason.BASELINE_UNHELD))


def _is_of_total(items: Items, at: int) -> bool:
    """Return whether the comparison is with a total at the same time: “so với tổng số …”."""
    if not tag_at(items, at, Tag.SUM):
        return False
    for here in range(at + 1, min(at + _FAR, len(items))):
        if items[here].has(Tag.COMMA, Tag.SEMICOLON, Tag.STOP, Tag.COLON, Tag.CLOSE):
            break
        if (
            period_at(items, here)
            or named_year(items, here)
            or items[here].has(Tag.YEAR_BEFORE, Tag.NO_PERIOD)
        ):
            return False
    return True


def _is_one_of_several(items: Items, end: int) -> bool:
    """Return whether another year follows: “năm 2020 và năm 2021”, “năm 2020, 2021”."""
    if tag_at(items, end, Tag.AND) and named_year(items, end + 1):
        return True
    listed = (
        tag_at(items, end, Tag.AND, Tag.COMMA, Tag.SLASH) and year_at(items, end + 1) is not None
    )
    return listed and not tag_at(items, end + 2, *COUNTABLE)


def _named_baseline(items: Items, here: int) -> tuple[Baseline, int] | None:
    """Return the baseline named at `here` and the index after it; `None` if it is not named."""
    if items[here].has(Tag.YEAR_BEFORE):
        return Baseline(year_before=True), here + 1
    made = period_at(items, here) or named_year(items, here)
    if (
        made is None
        and (year := year_at(items, here)) is not None
        and not tag_at(items, here + 1, *COUNTABLE)
    ):
        made = make(Tag.NAMED_YEAR, items, here, here + 1, Period.of_years(year, year))
    if made is None:
        return (
            (Baseline(reason=Reason.BASELINE_UNHELD), here + 1)
            if items[here].has(Tag.NO_PERIOD)
            else None
        )
    item, end = made
    if _is_one_of_several(items, end):
        return Baseline(reason=Reason.BASELINE_UNHELD), end
    period = item.value if isinstance(item.value, Period) else None
    return Baseline(period, reason=None if period else Reason.BASELINE_IMPOSSIBLE), end
