"""How the cells of a report are kept in a workbook: exactly, or else as text."""

from datetime import date
from fractions import Fraction
from typing import Any, TypeAlias, final

from attrs import frozen

from nsc_program.report._office.layout import lines, side
from nsc_program.report._sheets import written
from nsc_program.values._text import Lang

MOST_CHARACTERS = 32_000
"""The most characters of a text; a workbook holds 32,767 in a cell."""
_MOST_PLACES = 9
_EXACT = 10**15
"""A spreadsheet shows 15 digits of a number."""
_FIRST_DAY = date(1900, 3, 1)
"""A spreadsheet believes that 1900 had a 29 February."""
_ACTIVE = tuple("=+-@\t\r")
"""What the text of a formula may begin with if somebody types it."""


@final
@frozen
class Stored:
    """A cell of a workbook.

    Attributes:
        kind: `"number"`, `"day"`, `"text"` or `"blank"`.
        value: the number, the day or the text.
        side: the side of the column on which it stands.
        places: how many decimals of a number are shown, which are as many as it has.
        inert: whether the text begins like a formula, and must be marked as text.
    """

    kind: str
    value: int | float | date | str | None
    side: str
    places: int = 0
    inert: bool = False


BLANK = Stored("blank", None, "left")
"""A cell for somebody to fill in."""

Number: TypeAlias = int | Fraction


def stored(cell: Any, lang: Lang) -> Stored:  # noqa: ANN401  # a cell, or a tuple of cells
    """Return how a cell is kept in a workbook.

    Args:
        cell: the cell.
        lang: the language of its text: `"vi"` or `"en"`.
    """
    if cell is None or cell == "":
        return BLANK
    if isinstance(cell, (int, Fraction)) and not isinstance(cell, bool):
        return _number(cell, lang)
    if isinstance(cell, date) and cell >= _FIRST_DAY:
        return Stored("day", cell, side(cell))
    return text("\n".join(lines(cell, lang)), side(cell))


def text(words: str, at: str = "left") -> Stored:
    """Return how a text is kept: cut if it is longer than a cell can hold, and never a formula.

    Args:
        words: the text.
        at: the side of the column on which it stands.
    """
    shown = words if len(words) <= MOST_CHARACTERS else words[: MOST_CHARACTERS - 1] + "…"
    return Stored("text", shown, at, inert=shown.startswith(_ACTIVE))


def _number(value: Number, lang: Lang) -> Stored:
    """Return a number with all its decimals; as text if a spreadsheet would round it."""
    places = exact_places(value)
    if places is None:
        return text(written(value, lang), "right")
    kept = int(value) if places == 0 else float(value)
    return Stored("number", kept, "right", places)


def exact_places(value: Number) -> int | None:
    """Return how many decimals a number has; `None` if a spreadsheet cannot show all its digits.

    Args:
        value: the number.

    >>> exact_places(Fraction(5, 4)), exact_places(7), exact_places(Fraction(1, 3))
    (2, 0, None)
    """
    for places in range(_MOST_PLACES + 1):
        scaled = Fraction(value) * 10**places
        if scaled.denominator == 1:
            return places if abs(scaled) < _EXACT else None
    return None
