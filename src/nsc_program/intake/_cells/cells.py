"""Read one cell as one value, or say what is wrong with it.

The cells come from a spreadsheet, a CSV file or a database. Only what cannot be misread is changed:
stray spaces, the Unicode form, and a whole number that a spreadsheet turned into a float. Keys,
numbers and days have readers in modules of their own.
"""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from numbers import Integral
from typing import Any, TypeAlias, final

from nsc_program.intake._messages.problems import Fault, Refused
from nsc_program.intake._words.marks import STROKE, without_marks
from nsc_program.intake._words.words import normal, says_not

Reader: TypeAlias = Callable[[object], Any]

DAMAGED = "\ufffd"
"""The sign that takes the place of a lost or unwritable character."""

LONGEST_KEY = 200
LONGEST_CELL = 1_000
"""The characters of a cell with a single value. A longer cell is refused before it is read."""
_FULL_PRECISION = 10**15  # a spreadsheet keeps fifteen digits of a number
_ERRORS = re.compile(r"#(?:N/A|REF!|VALUE!|DIV/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!)")


class Formula(str):
    """The text of a formula that has no result."""

    __slots__ = ()


class Cut(str):
    """A blank that takes the place of a cell that its row is too short to have."""

    __slots__ = ()


class SharedNumber(float):
    """A number in a cell that was merged over several rows: it counts for all of them together."""

    __slots__ = ()


class SharedText(str):
    """A text in a cell that was merged over several rows."""

    __slots__ = ()


class Padded(float):
    """A number whose format shows zeros before it, or signs between its digits.

    Attributes:
        shown: the text that a person sees; this is the key if the cell holds one.
    """

    shown: str

    @classmethod
    def of(cls, value: float, shown: str) -> "Padded":
        """Make a number with the text that its format shows."""
        padded = cls(value)
        padded.shown = shown
        return padded


class Rounded(float):
    """A number whose format shows fewer digits than it has.

    Attributes:
        near: the number that a person sees, as it would be typed.
    """

    near: str

    @classmethod
    def of(cls, value: float, near: str) -> "Rounded":
        """Make a number with the rounded one that its format shows."""
        rounded = cls(value)
        rounded.near = near
        return rounded


class Formatted(str):  # noqa: SLOT000  # it has attributes
    """A number or a text with the words that its format adds, such as “150 triệu” or “105%”.

    Attributes:
        shown: the text that a person sees, sign by sign; this is the key if the cell holds one.
        near: the rounded number that a person sees, with its words; `None` if all digits are seen.
    """

    shown: str
    near: str | None

    @classmethod
    def of(cls, written: str, shown: str, near: str | None = None) -> "Formatted":
        """Make a text as a cell would write it, with the text that its format shows."""
        formatted = cls(written)
        formatted.shown, formatted.near = shown, near
        return formatted

    @property
    def in_full(self) -> str:
        """The text that a person sees, but with all digits of a number that is rounded in it."""
        return self.shown if self.near is None else str.__str__(self)


class Scaled(Fraction):
    """The number that a format shows after dividing the value by a thousand, once or more often.

    Attributes:
        by: the divisor, such as 1,000.
        near: the rounded number that a person sees; `None` if all digits are seen.
    """

    by: int
    near: str | None

    @classmethod
    def of(cls, value: Fraction, by: int, near: str | None = None) -> "Scaled":
        """Make a number with the divisor that its format applied."""
        scaled = cls(value)
        scaled.by, scaled.near = by, near
        return scaled

    def __str__(self) -> str:
        """Return the number and its divisor; it is not read as a number until its unit is named."""
        return f"{Decimal(self.numerator) / Decimal(self.denominator):f} × {self.by}"


class CoveredText(str):
    """A text in a cell that is merged with the cell to its left, which shows the text."""

    __slots__ = ()


@final
class Covered:
    """The placeholder for a number or a day that the cell to the left of a merged cell shows."""

    def __repr__(self) -> str:
        """Return an empty text: the value stands to the left."""
        return ""


@final
class NotShown:
    """The placeholder for a cell whose format hides its content."""

    def __repr__(self) -> str:
        """Return a text that does not reveal the content."""
        return "<not shown>"


class Mended(Exception):  # not an error: it carries a value to the caller
    """A value that could be read only after it was mended.

    Attributes:
        value: the value.
        fault: the fault that was mended.
    """

    def __init__(self, value: object, fault: Fault) -> None:
        """Store the value and the fault."""
        super().__init__(fault)
        self.value, self.fault = value, fault


def is_blank(cell: object) -> bool:
    """Tell whether a cell holds nothing.

    Args:
        cell: the cell; data frames put a value in a blank cell that does not equal itself.
    """
    if cell is None:
        return True
    if isinstance(cell, str):
        return (not cell or cell.isspace()) and not isinstance(cell, Formula)
    if isinstance(cell, Decimal):
        return cell.is_nan()
    return isinstance(cell, (float, date)) and cell != cell  # noqa: PLR0124


def is_left_blank(cell: object) -> bool:
    """Tell whether a cell is blank, or holds nothing but dashes and dots.

    Args:
        cell: the cell.
    """
    return is_blank(cell) or (isinstance(cell, str) and not cell.strip(" -–—.…\xa0\n"))


def text_of(cell: object) -> str:
    """Return the text of a cell without stray spaces, in Unicode form NFC.

    Args:
        cell: a text, or a whole number.

    Raises:
        Refused: if the cell holds a formula, an error value or anything that is not a text.
    """
    if isinstance(cell, str):
        _refuse_no_result(cell)
        seen = cell.shown if isinstance(cell, Formatted) else cell
        return " ".join(normal("NFC", seen).split())
    refuse_not_shown(cell)
    if isinstance(cell, Padded):
        return cell.shown
    number = None if isinstance(cell, Scaled) else whole_number(cell)
    if number is None:
        raise Refused(Fault.NOT_TEXT)
    return str(number)


def _refuse_no_result(cell: str) -> None:
    """Refuse a formula, which a CSV file holds as a text, and an error value."""
    if isinstance(cell, Formula) or cell.lstrip().startswith("="):
        raise Refused(Fault.FORMULA)
    if _ERRORS.fullmatch(cell.strip()):
        raise Refused(Fault.ERROR_VALUE)


_FEW_DIGITS = re.compile(r"[0-9]{1,15}")


def counted(cell: object) -> int | None:
    """Return the whole number that a cell holds, also as a text of few digits.

    >>> counted(" 12 "), counted(12.0), counted("12 DN"), counted("9" * 5000)
    (12, 12, None, None)

    Args:
        cell: the cell.
    """
    if isinstance(cell, str):
        digits = _FEW_DIGITS.fullmatch(cell.strip())
        return int(digits[0]) if digits else None
    return whole_number(cell)


def line_of(cell: object, fault: Fault = Fault.SEVERAL_LINES) -> str:
    """Return the text of a cell that holds a single value on one line.

    Args:
        cell: the cell.
        fault: the fault of a cell with several lines.

    Raises:
        Refused: if the cell holds several lines, the mark of a footnote, or no text.
    """
    if not isinstance(cell, str):
        return text_of(cell)
    if len(cell) > LONGEST_CELL:
        raise Refused(fault)
    text = text_of(cell)
    if "\t" in cell.strip() or len(cell.strip().splitlines()) > 1:
        raise Refused(fault)
    refuse_marks(text)
    return text


def refuse_marks(text: str) -> None:
    """Refuse a text with raised or lowered signs, because the footnote may change its meaning.

    Args:
        text: the text.

    Raises:
        Refused: if the text has such a sign; the suggestion is the text without it. A part that is
            struck through has no suggestion.
    """
    if STROKE in text:
        raise Refused(Fault.STRUCK_PART)
    plain = without_marks(text)
    if plain != text:
        raise Refused(Fault.FOOTNOTE, plain.strip())


def refuse_not_shown(cell: object) -> None:
    """Refuse a cell whose content cannot be seen.

    Args:
        cell: the cell.

    Raises:
        Refused: if the format of the cell hides its content.
    """
    if isinstance(cell, NotShown):
        raise Refused(Fault.NOT_SHOWN)


def refuse_rounded(cell: object) -> None:
    """Refuse a number of which a person sees fewer digits than it has.

    Args:
        cell: the cell.

    Raises:
        Refused: if the format of the cell rounds its number; the suggestion is what it shows.
    """
    if isinstance(cell, (Rounded, Formatted, Scaled)) and cell.near is not None:
        raise Refused(Fault.ROUNDED, cell.near)


def whole_number(cell: object) -> int | None:
    """Return the whole number that a cell holds as a number; a spreadsheet has only floats.

    Args:
        cell: the cell.

    Returns:
        The number, or `None` for any other cell and for a float too large to be exact.
    """
    if not isinstance(cell, (Integral, float, Decimal, Fraction)) or not _is_exact(cell):
        return None
    number = int(cell)
    return number if cell == number and abs(number) < 10**LONGEST_KEY else None


def _is_exact(cell: object) -> bool:
    """Tell whether a number is short enough to be exact; NaN and truth values are not."""
    if isinstance(cell, float):
        return abs(cell) < _FULL_PRECISION
    if isinstance(cell, Decimal):
        return cell.is_finite() and abs(cell.adjusted()) <= LONGEST_KEY
    return not isinstance(cell, bool)


def plain_text(cell: object) -> str:
    """Read any text.

    Args:
        cell: the cell.

    Raises:
        Mended: if the text held invisible characters, which are removed.
        Refused: if the cell does not hold a text.
    """
    text = text_of(_as_text(cell))
    if not text.isprintable():
        seen = "".join(filter(str.isprintable, text))
        raise Mended(" ".join(seen.split()), Fault.UNSEEN_REMOVED)
    return text


def _as_text(cell: object) -> object:
    """Return a day or a number as a text; any other cell unchanged."""
    try:
        if isinstance(cell, date):
            return cell.isoformat()
        return str(cell) if isinstance(cell, (float, Decimal)) else cell
    except Exception:  # noqa: BLE001  # an object may raise any exception
        raise Refused(Fault.NOT_TEXT) from None


def norm(cell: object) -> str:
    """Read the standard that was met; a record cannot say that a standard was not met.

    Args:
        cell: the cell.

    Raises:
        Mended: if the text held invisible characters, which are removed.
        Refused: if the cell says yes or no, or does not hold a text.
    """
    if isinstance(cell, bool) or (isinstance(cell, str) and says_not(text_of(cell))):
        raise Refused(Fault.UNKNOWN_WORD)
    return plain_text(cell)
