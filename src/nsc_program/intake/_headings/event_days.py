"""The days of what a row is about."""

import re
from datetime import date

from nsc_program.intake._cells.dates import day, years
from nsc_program.intake._headings.beside import COUNTING
from nsc_program.intake._headings.columns import Values
from nsc_program.intake._messages.problems import Refused
from nsc_program.intake._words.named_periods import Span
from nsc_program.intake._words.words import lowest

_OF_EVENTS = COUNTING | {"started_on", "withdrawn_on"}


def span_of(values: Values) -> Span | None:
    """Return the first and the last day of what a row is about; `None` without a day.

    Args:
        values: the values of the row, by the names of columns.
    """
    named = ((name, value) for name, value in values.items() if isinstance(value, date))
    days = [day for name, day in named if name in _OF_EVENTS]
    return (min(days), max(days)) if days else None


_OF_FOUNDING = re.compile(r".*\b(?:thanh lap|dang ky kinh doanh|dkkd|gpkd)\b.*")


def is_founded_later(heading: str, cell: object, values: Values) -> bool:
    """Tell whether an enterprise was founded after the last day of what its row is about.

    Args:
        heading: the heading of the cell.
        cell: the cell.
        values: the values of the row, by the names of columns.
    """
    span = span_of(values)
    if span is None or _OF_FOUNDING.fullmatch(lowest(heading)) is None:
        return False
    founded = _day(cell)
    return founded is not None and founded > span[1]


def _day(cell: object) -> date | None:
    """Return the day, or the first day of the year, in a cell; `None` if it holds neither."""
    try:
        return years(cell).start if not isinstance(cell, date) else day(cell)
    except Refused:
        return _only_day(cell)


def _only_day(cell: object) -> date | None:
    """Return the day in a cell, or `None`."""
    try:
        return day(cell)
    except Refused:
        return None
