"""The plain names of periods: 2026, 2021-2025, 2026-Q1, 2026-H1, 2026-03, 2026-01-01/2026-06-30.

They follow ISO 8601 where it has a form: a month, a day, an interval with a slash, and two dots for
an open end. Quarters, halves and spans of years have the forms that statistical offices use. Every
period has exactly one shortest name, and every name reads back to its period.
"""

import re
from collections.abc import Iterable
from datetime import date

from nsc_program.errors import InvalidValue
from nsc_program.values._periods import Period
from nsc_program.values._validators import shown

_YEAR = "(?!0000)[0-9]{4}"
_MONTH = "(?:0[1-9]|1[0-2])"
_PART = f"{_YEAR}-(?:Q[1-4]|H[12]|{_MONTH}(?:-(?:0[1-9]|[12][0-9]|3[01]))?)"
PLAIN = rf"{_YEAR}(?:-{_YEAR})?|{_PART}(?:/{_PART})?|\.\./(?:{_YEAR}|{_PART})"
"""A plain name; not each of them has a meaning, because months end on different days."""

_PLAIN = re.compile(PLAIN)
_YEARS = re.compile(f"({_YEAR})(?:-({_YEAR}))?")
_PARTS = re.compile(f"({_YEAR})-(?:Q([1-4])|H([12])|({_MONTH}))")
_OPEN = "../"


def plain_period(text: str) -> Period | None:
    """Return the period of a plain name; `None` for a text of any other form.

    Args:
        text: the text.

    Raises:
        InvalidValue: for a day that does not exist, and for an end before the start.

    >>> print(plain_period("2026-Q1"))
    2026-01-01 to 2026-03-31
    >>> print(plain_period("2025-12/2026-11"))
    2025-12-01 to 2026-11-30
    """
    if not _PLAIN.fullmatch(text):
        return None
    try:
        return _read(text)
    except ValueError as error:
        if isinstance(error, InvalidValue):
            raise
    raise _no_such_day(text)


def _no_such_day(text: str) -> InvalidValue:
    name = shown(text)
    return InvalidValue.at(
        code="no-such-day",
        vi=f"{name} có ngày không tồn tại; hãy sửa ngày đó",
        en=f"{name} names a day that does not exist; correct it",
    )


def _read(text: str) -> Period:
    """Return the period of a plain name."""
    if text.startswith(_OPEN):
        return Period.until(_term(text.removeprefix(_OPEN)).end)
    first, slash, last = text.partition("/")
    return joined(_term(first), _term(last)) if slash else _term(text)


def joined(first: Period, last: Period) -> Period:
    """Return the period from the first day of one period to the last day of another.

    Args:
        first: the period whose first day is taken.
        last: the period whose last day is taken.

    Raises:
        InvalidValue: if it ends before it starts.
    """
    return Period(first.start, last.end)


def _term(text: str) -> Period:
    """Return the period of a name without a slash."""
    if years := _YEARS.fullmatch(text):
        return Period.of_years(int(years[1]), int(years[2] or years[1]))
    if part := _PARTS.fullmatch(text):
        return _part(int(part[1]), *part.groups()[1:])
    day = date.fromisoformat(text)
    return Period(day, day)


def _part(year: int, quarter: str | None, half: str | None, month: str | None) -> Period:
    """Return a quarter, a half or a month of a year."""
    if quarter:
        return Period.of_quarter(year, int(quarter))
    return Period.of_half(year, int(half)) if half else Period.of_month(year, int(month or 0))


def period_name(period: Period) -> str:
    """Return the shortest plain name of a period, which `read_period` reads back.

    Args:
        period: the period.

    Returns:
        The name.

    >>> period_name(Period.of_quarter(2026, 1)), period_name(Period.of_years(2021, 2025))
    ('2026-Q1', '2021-2025')
    >>> period_name(Period.of_report_year(2026, ends=(11, 30)))
    '2025-12/2026-11'
    """
    if period.start is None:
        return f"{_OPEN}{period.end}"
    return next(name for name in _names(period.start, period.end) if plain_period(name) == period)


def _names(start: date, end: date) -> Iterable[str]:
    """Return names that a period may have, the shortest first; the last one is always its name."""
    first, last = f"{start.year:04}", f"{end.year:04}"
    return (
        first,
        f"{first}-Q{(end.month + 2) // 3}",
        f"{first}-H{(end.month + 5) // 6}",
        f"{first}-{start:%m}",
        f"{first}-{last}",
        f"{start}",
        f"{first}-{start:%m}/{last}-{end:%m}",
        f"{start}/{end}",
    )
