"""Comparisons in a clause, with the baseline that they name: so với giai đoạn 2021-2025."""

from collections.abc import Iterator
from datetime import date

from attrs import evolve

from nsc_program.values._periods import Period
from nsc_program.wording._days import (
    COUNTABLE,
    Items,
    Made,
    after_optional,
    make,
    named_year,
    period_at,
    tag_at,
    year_from,
)
from nsc_program.wording._deadlines import day_worded, days_worded
from nsc_program.wording._reasons import Reason
from nsc_program.wording._tags import Baseline, Item, Tag

_FAR = 12  # the most words of a comparison before it names its period
_END_COMPARISON = (Tag.COMMA, Tag.SEMICOLON, Tag.STOP, Tag.COLON, Tag.CLOSE)
_UNHELD = Baseline(reason=Reason.BASELINE_UNHELD)
_OF_TOTAL = Baseline(reason=Reason.BASELINE_UNHELD, of_total=True)


def baseline_at(items: Items, at: int) -> Made | None:
    """Join a comparison into one item: “so với giai đoạn 2021-2025”.

    Args:
        items: The items of the clause.
        at: The index where the comparison may start.

    Returns:
        The item and the index after the comparison; `None` if no comparison starts here. The value
        of the item is a `Baseline`: the period that is named, or the reason why it is unknown.
    """
    if not tag_at(items, at, Tag.BASELINE) and not _is_short(items, at):
        return None
    if _is_of_total(items, at + 1):
        return make(Tag.SINCE, items, at, at + 2, _OF_TOTAL)
    baseline, end = _named_after(items, at) or (_UNHELD, at + 1)
    of_share = any(item.has(Tag.SHARE) for item in items[at:end])
    return make(Tag.SINCE, items, at, end, evolve(baseline, of_share=of_share))


def _is_short(items: Items, at: int) -> bool:
    """Return whether “so” stands for “so với”: so giai đoạn 2011-2020."""
    if not tag_at(items, at, Tag.WORD) or items[at].text != "so":
        return False
    return _period_or_year(items, at + 1) is not None


def _period_or_year(items: Items, at: int) -> Made | None:
    """Join a period or a year with its word into one item; `None` if there is neither."""
    return period_at(items, at) or named_year(items, at)


def _reach(items: Items, at: int) -> Iterator[int]:
    """Yield the indices after `at` where a comparison may name its period."""
    for here in range(at + 1, min(at + _FAR, len(items))):
        if items[here].has(*_END_COMPARISON):
            return
        yield here


def _is_of_total(items: Items, at: int) -> bool:
    """Return whether the comparison is with a total at the same time: “so với tổng số …”."""
    if not tag_at(items, at, Tag.SUM):
        return False
    return not any(_is_time(items, here) for here in _reach(items, at))


def _is_time(items: Items, at: int) -> bool:
    """Return whether a time stands here, whether it is a named period or not."""
    named = _period_or_year(items, at) is not None
    return named or items[at].has(Tag.YEAR_BEFORE, Tag.NO_PERIOD)


def _named_after(items: Items, at: int) -> tuple[Baseline, int] | None:
    """Return the baseline of the comparison at `at`, and the index after it."""
    for here in _reach(items, at):
        named = _named_baseline(items, here)
        if named is not None or items[here].has(Tag.NUMBER):
            return named
    return None


def _named_baseline(items: Items, here: int) -> tuple[Baseline, int] | None:
    """Return the baseline named at `here` and the index after it; `None` if it is not named."""
    if items[here].has(Tag.YEAR_BEFORE):
        return Baseline(year_before=True), here + 1
    made = _period_or_year(items, here) or _bare_year(items, here)
    if made is not None:
        return _baseline_of(items, *made), made[1]
    return _close(items, here) or _unheld(items, here)


def _unheld(items: Items, here: int) -> tuple[Baseline, int] | None:
    """Return the baseline of a time that is not a named period; `None` without one."""
    return (_UNHELD, here + 1) if items[here].has(Tag.NO_PERIOD) else None


def _close(items: Items, here: int) -> tuple[Baseline, int] | None:
    """Return the close of a day as a baseline: “cuối năm 2025”, “thời điểm 31/12/2025”."""
    closing = _last_day(items, here)
    return closing and (Baseline(Period.until(closing[0])), closing[1])


def _last_day(items: Items, here: int) -> tuple[date, int] | None:
    """Return a day, or the last day of the time after “cuối”, and the index after it.

    A day at some distance from “so với” may be that of a document.
    """
    if tag_at(items, here, Tag.CLOSE_OF):
        return _last_day_of(items, here + 1)
    near = tag_at(items, here, Tag.MOMENT) or tag_at(items, here - 1, Tag.BASELINE)
    return day_worded(items, after_optional(items, here, Tag.MOMENT)) if near else None


def _last_day_of(items: Items, at: int) -> tuple[date, int] | None:
    """Return the last day of the period, year, quarter, month or day at `at`."""
    period = period_at(items, at)
    if period is None:
        days = days_worded(items, at)
        return days and (days[1], days[2])
    value = period[0].value
    return (value.end, period[1]) if isinstance(value, Period) else None


def _bare_year(items: Items, at: int) -> Made | None:
    """Return a year without “năm” as one item; `None` if it is not a year."""
    counts = tag_at(items, at + 1, *COUNTABLE)
    return None if counts else year_from(items, at, at + 1, at)


def _baseline_of(items: Items, period: Item, end: int) -> Baseline:
    """Return the baseline of the period or year before `end`."""
    return _UNHELD if _is_one_of_several(items, end) else Baseline.of(period.value)


def _is_one_of_several(items: Items, end: int) -> bool:
    """Return whether another year follows: “năm 2020 và năm 2021”, “năm 2020, 2021”."""
    named = tag_at(items, end, Tag.AND) and named_year(items, end + 1) is not None
    return named or _goes_on(items, end)


def _goes_on(items: Items, at: int) -> bool:
    """Return whether a year without “năm” goes on a list."""
    listed = tag_at(items, at, Tag.AND, Tag.COMMA, Tag.SLASH)
    return listed and _bare_year(items, at + 1) is not None
