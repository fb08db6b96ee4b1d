"""Cells as they are shown to people: short, on one line, inert, and without personal details."""

import re
from datetime import date, datetime, time
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from nsc_program.intake._cells.cells import Formatted, Padded, Scaled, is_blank
from nsc_program.intake._cells.dates import MonthFirst
from nsc_program.intake._cells.discreet import (
    HIDDEN,
    is_harmless,
    masked,
    may_name_a_person,
    only_known,
)
from nsc_program.intake._headings.columns import Column
from nsc_program.intake._states.states import says_cancelled, says_unfinished
from nsc_program.values._tax_codes import is_tax_code
from nsc_program.values._validators import printable, shown, shown_if_plain

_FEW_WORDS = 6
_MANY_WORDS = 24
_DIGIT = re.compile(r"\d")
_RUN = re.compile(r"[0-9]{8,}")
_FEWEST_DIGITS_OF_A_PERSON = 8  # in an old number of nine digits that lost its zero
_EXACT = 10**15  # a spreadsheet shows whole numbers below this in full
_MOST_DIGITS = 30
_MOMENT = re.compile(
    r"(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}[-./ ][0-9]{1,2}[-./ ][0-9]{2,4})"
    r"(?:[T ][0-9:.]+)?"
)


def displayed(value: object, column: Column) -> str:
    """Return a cell as people may see it: short, on one line, inert, without personal details.

    Args:
        value: the cell.
        column: the column of the cell.
    """
    if column.personal or is_blank(value):
        return ""
    text = str.__str__(text_of(value))
    if isinstance(value, date):
        return text
    if column.closed and not (column.beside or _may_be_a_persons(text)):
        return only_known(shown(text)[1:-1])
    return _inert(text, is_code=column.is_code, beside=column.beside, words=column.words)


@lru_cache(maxsize=4096)
def _inert(text: str, *, is_code: bool, beside: bool, words: bool) -> str:
    if _may_be_a_persons(text) and not (is_code and is_tax_code(text)):
        return HIDDEN
    if not (words or is_harmless(text)):
        return HIDDEN
    return (shown_if_plain if beside else shown)(text)[1:-1]


def seen_beside(cell: object) -> str:
    """Return a cell of an unread column as people may see it.

    Only the beginning of a long text is shown, because it may name people.

    Args:
        cell: the cell.
    """
    if is_blank(cell):
        return ""
    if isinstance(cell, date):
        return text_of(cell)
    text = shown(beginning(cell))[1:-1]
    return HIDDEN if _may_be_a_persons(text) else only_known(text)


def seen_in_column(text: str) -> str:
    """Return a text of an unread column as people may see it: more of it than in a single row.

    Texts that differ must look different, and a text that is shown whole can be accepted.

    Args:
        text: the text, without needless spaces.
    """
    if _may_be_a_persons(text):
        return HIDDEN
    words = text.split(" ")
    seen = only_known(printable(masked(" ".join(words[:_MANY_WORDS]))))
    return seen if len(words) <= _MANY_WORDS else f"{seen} {HIDDEN}"


def beginning(cell: object) -> str:
    """Return the first words of a cell.

    Args:
        cell: the cell.
    """
    return "" if is_blank(cell) else " ".join(text_of(cell).split()[:_FEW_WORDS])


def speaks(text: str) -> bool:
    """Tell whether the text of an unread cell names a state or a day.

    Args:
        text: the text.
    """
    return says_cancelled(text) or says_unfinished(text) or _MOMENT.fullmatch(text) is not None


def _may_be_a_persons(text: str) -> bool:
    """Tell whether a text may be a person's number or address, or a number that lost its zeros."""
    if _DIGIT.search(text) is None and any(map(str.isalpha, text)):
        return "@" in text
    if _RUN.search(text) or may_name_a_person(text):
        return True
    if any(map(str.isalpha, text)) or _MOMENT.fullmatch(text):
        return False
    return sum(map(str.isdigit, text)) >= _FEWEST_DIGITS_OF_A_PERSON


def text_of(value: object) -> str:
    """Return the text that a sheet shows for a value.

    Args:
        value: the value.

    Returns:
        The text; it is empty for an object that raises an exception when it is converted.
    """
    try:
        return _shown(value)
    except Exception:  # noqa: BLE001  # an object may raise any exception
        return ""


def _shown(value: object) -> str:
    """Return the text in a sheet: 150 for the number 150.0, 05/06/2024 for a day."""
    match value:
        case Formatted():
            return value.in_full
        case str():
            return value
        case bool():
            return str(value).upper()
        case Padded():
            return value.shown
        case Scaled():
            return str(value)
        case MonthFirst():
            return f"{value:%m/%d/%Y}"
        case datetime() if value.time() != time():
            return f"{value:%d/%m/%Y %H:%M}"
        case date():
            return f"{value:%d/%m/%Y}"
        case float() if value.is_integer() and abs(value) < _EXACT:
            return str(int(value))
        case Fraction() if value.denominator == 1:
            return shown(value.numerator)
        case Decimal() if value.is_finite() and abs(value.adjusted()) < _MOST_DIGITS:
            return format(value, "f")
        case _:
            return shown(value)


def suggested(value: object, column: Column) -> str | None:
    """Return a suggestion if it can be shown unchanged.

    Args:
        value: the suggestion.
        column: the column of the cell that it is for.

    Returns:
        The suggestion, or `None` if it is long, not inert, or may reveal who a person is.
    """
    return value if isinstance(value, str) and value and displayed(value, column) == value else None
