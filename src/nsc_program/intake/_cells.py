"""One cell to one value: what a spreadsheet, a CSV file or a database gives is taken, or it is said what is wrong.

Only what cannot be misread is changed: stray spaces, the Unicode form, a number that a spreadsheet made a float. Keys,
numbers and days have readers of their own beside this.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from numbers import Integral
from typing import Any, TypeAlias, TypeVar, final

from nsc_program.intake._problems import Fault, Refused
from nsc_program.intake._states import says_cancelled, says_unfinished
from nsc_program.intake._words import TICKS, folded, normal, says_not, spoken

E = TypeVar("E", bound=StrEnum)
Reader: TypeAlias = Callable[[object], Any]

DAMAGED = "\ufffd"
"""Stands where a character was lost, or was nothing that should be written."""

STROKE = "\u0336"
"""Strikes the character before it through."""
LONGEST_KEY = 200
_FULL_PRECISION = 10**15  # a spreadsheet keeps fifteen digits of a number
_ERRORS = re.compile(r"#(?:N/A|REF!|VALUE!|DIV/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!)")
_IN_MARKS = re.compile("⁽[^⁽⁾]*⁾")
_LIST = re.compile(r"[;,\n+]")


class Formula(str):
    """The text of a formula that has no result."""

    __slots__ = ()


class Cut(str):
    """Stands for a cell that its row is too short to have; it is blank."""

    __slots__ = ()


class SharedNumber(float):
    """A number in a cell that was merged over several rows: what is counted or paid is of all of them together."""

    __slots__ = ()


class SharedText(str):
    """A text in such a cell."""

    __slots__ = ()


class Padded(float):
    """A number in a cell whose format shows zeros before it, or signs between its digits: a key is what is shown."""

    shown: str

    @classmethod
    def of(cls, value: float, shown: str) -> "Padded":
        """Hold both."""
        found = cls(value)
        found.shown = shown
        return found


class Formatted(str):  # noqa: SLOT000  # it holds what is shown
    """A number or a text with what its format writes beside it, as a cell would say it: “150 triệu”, “105%”.

    Attributes:
        shown: what a person sees, sign by sign; that is what a key is.
    """

    shown: str

    @classmethod
    def of(cls, written: str, shown: str) -> "Formatted":
        """Hold both."""
        found = cls(written)
        found.shown = shown
        return found


class Scaled(Fraction):
    """A number that its format shows without its thousands: what is shown, and what it was divided by."""

    by: int

    @classmethod
    def of(cls, value: Fraction, by: int) -> "Scaled":
        """Hold both."""
        found = cls(value)
        found.by = by
        return found

    def __str__(self) -> str:
        """Write what it is: no number, until somebody says in what unit."""
        return f"{Fraction(self.numerator, self.denominator)} × {self.by}"


class CoveredText(str):
    """A text in a cell that is merged with the one to its left, in which the text stands."""

    __slots__ = ()


@final
class Covered:
    """Stands for a number or a day in such a cell."""

    def __repr__(self) -> str:
        """Show nothing: it stands to the left."""
        return ""


@final
class NotShown:
    """Stands for a cell whose format shows nothing of it."""

    def __repr__(self) -> str:
        """Show nothing either."""
        return "<not shown>"


class Mended(Exception):  # no error: a value, and what was mended to get it
    """A value that could be read only after it was mended."""

    def __init__(self, value: object, fault: Fault) -> None:
        """Keep both."""
        super().__init__(fault)
        self.value, self.fault = value, fault


def is_blank(cell: object) -> bool:
    """Whether a cell holds nothing: also what data frames put where nothing is, which does not equal itself."""
    if cell is None or isinstance(cell, str):
        return cell is None or (not cell.strip() and not isinstance(cell, Formula))
    if isinstance(cell, Decimal):
        return cell.is_nan()
    return isinstance(cell, (float, date)) and cell != cell  # noqa: PLR0124


def text_of(cell: object) -> str:
    """The text of a cell, its stray spaces removed, in Unicode form NFC."""
    if isinstance(cell, str):
        if isinstance(cell, Formula) or cell.lstrip().startswith("="):  # as text, in a CSV file
            raise Refused(Fault.FORMULA)
        if _ERRORS.fullmatch(cell.strip()):
            raise Refused(Fault.ERROR_VALUE)
        seen = cell.shown if isinstance(cell, Formatted) else cell
        return " ".join(normal("NFC", seen).split())
    refuse_not_shown(cell)
    if isinstance(cell, Padded):
        return cell.shown
    number = None if isinstance(cell, Scaled) else whole_number(cell)
    if number is None:
        raise Refused(Fault.NOT_TEXT)
    return str(number)


def line_of(cell: object, fault: Fault = Fault.SEVERAL_LINES) -> str:
    """The text of a cell that holds one thing: on one line, without the mark of a footnote."""
    text = text_of(cell)
    if isinstance(cell, str):
        if "\t" in cell.strip() or len(cell.strip().splitlines()) > 1:
            raise Refused(fault)
        refuse_marks(text)
    return text


def refuse_marks(text: str) -> None:
    """Refuse a text with raised or lowered signs: what a footnote says, nobody knows."""
    plain = without_marks(text)
    if plain != text:
        raise Refused(Fault.FOOTNOTE, plain.strip())


def without_marks(text: str) -> str:
    """A text without its raised and lowered signs.

    >>> without_marks("150¹⁾"), without_marks("SAMPLE-0002²")
    ('150', 'SAMPLE-0002')
    """
    return (
        text
        if text.isascii()
        else "".join(each for each in _IN_MARKS.sub("", text) if not _is_mark(each))
    )


def _is_mark(sign: str) -> bool:
    return sign == STROKE or unicodedata.decomposition(sign).startswith(("<super>", "<sub>"))


def refuse_not_shown(cell: object) -> None:
    """Refuse a cell that nobody sees."""
    if isinstance(cell, NotShown):
        raise Refused(Fault.NOT_SHOWN)


def whole_number(cell: object) -> int | None:
    """The whole number that a cell holds as a number, or `None`: a spreadsheet has floats only."""
    if isinstance(cell, bool) or not isinstance(cell, (Integral, float, Decimal, Fraction)):
        return None
    if isinstance(cell, float) and abs(cell) >= _FULL_PRECISION:
        return None
    if isinstance(cell, Decimal) and not (cell.is_finite() and abs(cell.adjusted()) <= LONGEST_KEY):
        return None
    try:
        return int(cell) if cell == int(cell) and abs(int(cell)) < 10**LONGEST_KEY else None
    except (ValueError, OverflowError):  # not a number, infinity
        return None


def plain_text(cell: object) -> str:
    """Any text; what nobody can see is removed, and said."""
    try:
        found = (
            cell.isoformat()
            if isinstance(cell, date)
            else str(cell)
            if isinstance(cell, (float, Decimal))
            else cell
        )
    except Exception:  # noqa: BLE001  # an object raises what it likes
        raise Refused(Fault.NOT_TEXT) from None
    text = text_of(found)
    seen = "".join(each for each in text if each.isprintable())
    if seen != text:
        raise Mended(" ".join(seen.split()), Fault.UNSEEN_REMOVED)
    return text


def norm(cell: object) -> str:
    """The standard that something is up to; that it is not, no record can say."""
    if isinstance(cell, bool) or (isinstance(cell, str) and says_not(text_of(cell))):
        raise Refused(Fault.UNKNOWN_WORD)
    return plain_text(cell)


def yes_no(words: Mapping[str, str]) -> Reader:
    """Yes or no, in words, as a tick, or as 1 and 0."""

    def read(cell: object) -> bool:
        if isinstance(cell, bool):
            return cell
        text = text_of(cell)
        meaning = "yes" if text in TICKS else words.get(folded(text))
        if meaning is None or "?" in text:
            raise Refused(Fault.NOT_YES_OR_NO)
        return meaning == "yes"

    return read


def cancelled_or(read: Reader) -> Reader:
    """Whether a record is annulled: also by what a column of states says, such as “Đã hủy” or “Dừng thực hiện”."""

    def read_state(cell: object) -> Any:  # noqa: ANN401  # as every reader
        is_over = isinstance(cell, str) and says_cancelled(cell) and not says_unfinished(cell)
        return True if is_over else read(cell)

    return read_state


def member(kind: type[E], words: Mapping[str, str]) -> Reader:
    """One of a closed set, by one of the words for it."""

    def read(cell: object) -> E:
        text = text_of(cell)
        meanings = {words.get(folded(text))} - {None} or {
            words.get(folded(part)) for part in _LIST.split(text)
        }
        meaning = meanings.pop() if len(meanings) == 1 else None  # several words may mean one
        if meaning is None or "?" in text:
            raise Refused(Fault.UNKNOWN_WORD, detail=spoken(kind))
        return kind(meaning)

    return read


def several(one: Reader) -> Reader:
    """Several, with semicolons, commas, plus signs or line breaks between; each once."""

    def read(cell: object) -> tuple[Any, ...]:
        parts = (
            _LIST.split(cell) if isinstance(cell, str) and not isinstance(cell, Formula) else [cell]
        )
        found: dict[Any, None] = {}
        mended: Fault | None = None
        for part in (part for part in parts if not is_blank(part)):
            try:
                found[one(part)] = None
            except Mended as repair:
                found[repair.value], mended = None, repair.fault
        if mended:
            raise Mended(tuple(found), mended)
        return tuple(found)

    return read
