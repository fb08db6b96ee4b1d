"""The first or last months of a year: 6 tháng đầu năm 2027, nửa cuối năm 2027, H1 2027."""

from typing import TypeAlias

from nsc_program.values._periods import Period
from nsc_program.wording._days import Items, Made, make, tag_at, year_at
from nsc_program.wording._tags import Tag

_Months: TypeAlias = tuple[Period, int]
"""The months of a year as a period, and the index after their words."""

_FIRST = {"đầu": True, "cuối": False, "first": True, "last": False, "second": False}
"""The words that say whether the months are the first or the last of their year."""
_NUMBERS = {"ba": 3, "sáu": 6, "chín": 9, "three": 3, "six": 6, "nine": 9}
_HALVES = {"h1": True, "h2": False}
_HALF, _YEAR = 6, 12
BEGIN_MONTHS = ("nửa", "first", "last", "second", *_HALVES)
"""The words that the months of a year may begin with, besides a number."""


def months_at(items: Items, at: int) -> Made | None:
    """Join the first or last months of a year into one item, with their `Period`.

    Args:
        items: The items of the clause.
        at: The index where the months may start.

    Returns:
        The item, which is that of a part of a year, and the index after it; `None` if no months of
        a year start here. Months that are not said to be the first or last are an interval that a
        target cannot be about.
    """
    months = months_worded(items, at)
    if months is not None:
        return make(Tag.NAMED_YEAR, items, at, months[1], months[0])
    end = _unplaced(items, at)
    return None if end is None else make(Tag.OFTEN, items, at, end)


def months_worded(items: Items, at: int) -> _Months | None:
    """Return the first or last months of a year at `at`; `None` without any.

    Args:
        items: The items of the clause.
        at: The index where the months may start.
    """
    return _short(items, at) or _vietnamese(items, at) or _english(items, at)


def _short(items: Items, at: int) -> _Months | None:
    """Return the half of a year that is written H1 2027."""
    is_first = _HALVES.get(_text(items, at))
    return None if is_first is None else _months(items, at + 1, _HALF, is_first=is_first)


def _vietnamese(items: Items, at: int) -> _Months | None:
    """Return the months of 6 tháng đầu năm 2027 and nửa đầu năm 2027."""
    if _text(items, at) == "nửa":
        number, after = _HALF, at + 1
    elif _text(items, at + 1) == "tháng":
        number, after = _number(items, at), at + 2
    else:
        return None
    is_first = _FIRST.get(_text(items, after))
    if is_first is None or not tag_at(items, after + 1, Tag.YEAR):
        return None
    return _months(items, after + 2, number, is_first=is_first)


def _english(items: Items, at: int) -> _Months | None:
    """Return the months of “first six months of 2027” and “second half of 2027”."""
    is_first = _FIRST.get(_text(items, at))
    if is_first is None:
        return None
    if _text(items, at + 1) == "half of":
        return _months(items, at + 2, _HALF, is_first=is_first)
    if _text(items, at + 2) != "months" or _text(items, at + 3) != "of":
        return None
    return _months(items, at + 4, _number(items, at + 1), is_first=is_first)


def _unplaced(items: Items, at: int) -> int | None:
    """Return the index after “six months of 2027” and “first six months”; `None` without them."""
    if _text(items, at) in _FIRST:
        return at + 3 if _are_months(items, at + 1) else None
    worded = _are_months(items, at) and _text(items, at + 2) == "of"
    return at + 4 if worded and year_at(items, at + 3) is not None else None


def _are_months(items: Items, at: int) -> bool:
    """Return whether a number of months stands here."""
    return _number(items, at) > 0 and _text(items, at + 1) == "months"


def _text(items: Items, at: int) -> str:
    """Return the text of an item; empty beyond the last one."""
    return items[at].text if at < len(items) else ""


def _number(items: Items, at: int) -> int:
    """Return a number of months; 0 if there is no such number."""
    text = _text(items, at)
    is_in_digits = text.isdecimal() and tag_at(items, at, Tag.NUMBER)
    return int(text) if is_in_digits else _NUMBERS.get(text, 0)


def _months(items: Items, at: int, number: int, *, is_first: bool) -> _Months | None:
    """Return the first or last months of the year at `at`; `None` if there are none."""
    year = year_at(items, at)
    if year is None or not 0 < number < _YEAR:
        return None
    first, last = (1, number) if is_first else (_YEAR - number + 1, _YEAR)
    return Period.of_months(year, first, last), at + 1
