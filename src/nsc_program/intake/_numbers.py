"""One cell to a number: how much money, how many people, or what a report says, exactly as it is written.

A number stands on one line, in the unit that it names itself or that its column has; whatever else stands beside it, it
is not read.
"""

import re
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from numbers import Integral
from typing import TypeAlias, final

from attrs import frozen

from nsc_program.intake._cells import (
    Formatted,
    Formula,
    Padded,
    Reader,
    Scaled,
    SharedNumber,
    SharedText,
    line_of,
    whole_number,
)
from nsc_program.intake._problems import Fault, Refused
from nsc_program.intake._units import OF_PEOPLE, SPOKEN, Of, Unit, unit_in
from nsc_program.values._text import Text

LEAST_MONEY = 100_000
"""Đồng that any task costs; less was meant in thousands or millions."""
MOST_MONEY = 10**13
"""Đồng that no single record costs, ten thousand thousand millions; more was meant in đồng beneath another unit."""
_MOST_DIGITS = 30
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:([., ])[0-9]{3})(?:\1[0-9]{3})*")
_BOTH_SIGNS = re.compile(r"([1-9][0-9]{0,2}(?:([.,])[0-9]{3})+)(?!\2)([.,])([0-9]{1,20})")
_WITH_UNIT = re.compile(r"(-?[0-9][0-9., ]*?) ?([^0-9., -][^0-9]*|%)")
_DECIMAL = re.compile(r"(-?[0-9]{1,30})(?:[.,]([0-9]{1,20}))?")
_FAR_APART = re.compile(r"[0-9]\s{2,}[0-9]")
_ONLY_GROUPED = re.compile(r"[0-9]+(?: [0-9]+)*")
_SHORT_WORD = re.compile(r"[^\W\d_]{1,12}(?: [^\W\d_]{1,12})?")

Measure: TypeAlias = Callable[[Unit], Reader]
"""Makes a reader of numbers in a unit."""


# --- numbers alone ---


def whole(cell: object) -> int:
    """A whole number, its thousands grouped or not."""
    _refuse_otherwise(cell)
    number = whole_number(cell)
    if number is not None:
        return number
    text = _text(cell)
    digits = re.sub(r"[., ]", "", text) if _GROUPED.fullmatch(text) else text
    if not (digits.isascii() and digits.isdigit() and len(digits) <= _MOST_DIGITS):
        raise Refused(Fault.NOT_WHOLE)
    return int(digits)


def number(cell: object) -> Fraction:
    """A number, exactly as it is written: 1480, 6,5 or 6.5; what could be both 1.480 and 1,48 is refused."""
    _refuse_otherwise(cell)
    if isinstance(cell, (float, Decimal)):
        written = Decimal(str(cell))  # the shortest text that is this float
        short = written.is_finite() and abs(written.adjusted()) < _MOST_DIGITS
        found = _DECIMAL.fullmatch(format(written, "f")) if short else None
        return _exactly(found) if found else _refuse_number()
    if isinstance(cell, (Integral, Fraction)) and not isinstance(cell, bool):
        exact = Fraction(cell)
        return (
            exact
            if max(abs(exact.numerator), exact.denominator) < 10**_MOST_DIGITS
            else _refuse_number()
        )
    text = _text(cell)
    if both := _BOTH_SIGNS.fullmatch(text):
        return Fraction(f"{re.sub(r'[.,]', '', both[1])}.{both[4]}")
    grouped = _GROUPED.fullmatch(text)
    if grouped and len(re.findall(r"[., ]", text)) == 1 and grouped[1] != " ":
        raise Refused(Fault.AMBIGUOUS_NUMBER, re.sub(r"[.,]", "", text))
    if grouped:
        return Fraction(int(re.sub(r"[., ]", "", text)))
    found = _DECIMAL.fullmatch(text)
    return _exactly(found) if found else _refuse_number()


def _refuse_otherwise(cell: object) -> None:
    """Refuse a number whose format shows other signs between its digits."""
    if isinstance(cell, Padded) and not _ONLY_GROUPED.fullmatch(cell.shown):
        raise Refused(Fault.NOT_A_NUMBER)


def _text(cell: object) -> str:
    """The text of a number, on one line; nothing, if the cell holds no text."""
    if not isinstance(cell, str):
        return ""
    text = line_of(cell)
    if _FAR_APART.search(cell):
        raise Refused(Fault.SEVERAL_LINES)
    return " ".join(cell.split()) if isinstance(cell, Formatted) else text


def _exactly(found: "re.Match[str]") -> Fraction:
    return Fraction(f"{found[1]}.{found[2] or 0}")


def _refuse_number() -> Fraction:
    raise Refused(Fault.NOT_A_NUMBER)


# --- numbers in units ---


def _in_unit(cell: object, unit: Unit, takes: "Takes") -> Fraction:
    """A number of what the column is in; a cell that names a unit is in that: 1,5 tỷ, 50 người."""
    if isinstance(cell, (SharedNumber, SharedText)):
        raise Refused(Fault.SHARED)
    if isinstance(cell, Scaled):
        if cell.by != unit.factor:
            raise Refused(Fault.SCALED)
        return Fraction(cell.numerator, cell.denominator) * unit.factor
    own = own_unit(cell)
    if own is None:
        return _times(cell, unit, takes)
    digits, words = own
    named = unit_in(words)
    if named is None or not takes.fits(named):
        raise Refused(
            takes.fault, detail=_quoted(words) if takes.fault is not Fault.NOT_A_NUMBER else None
        )
    return _times(digits, named, takes)


def own_unit(cell: object) -> tuple[str, str] | None:
    """The number of a cell and the unit that stands behind it; `None` if it has no unit."""
    if not isinstance(cell, str) or isinstance(cell, Formula):
        return None
    found = _WITH_UNIT.fullmatch(_text(cell))
    return (found[1], found[2]) if found else None


def _quoted(words: str) -> Text:
    """The words of a unit, if they are short and no name."""
    is_plain = _SHORT_WORD.fullmatch(words) is not None and words.islower()
    text = words if is_plain or unit_in(words) is not None else "…"
    return Text(vi=f"“{text}”", en=f"“{text}”")


def _times(cell: object, unit: Unit, takes: "Takes") -> Fraction:
    """Numbers of single things are whole, so 1.500 of them is no 1,5."""
    if unit.factor == 1 and takes.whole:
        return Fraction(whole(cell))
    return number(cell) * unit.factor


@final
@frozen
class Takes:
    """What a column counts.

    Attributes:
        of: what its units may be of; of anything but money, if it is not known what it counts.
        whole: whether there are whole numbers of it only.
        fault: what is said of another unit.
    """

    of: frozenset[Of] | None
    whole: bool
    fault: Fault

    def fits(self, unit: Unit) -> bool:
        """Tell whether a unit may be one of the column's."""
        return unit.of is not Of.MONEY if self.of is None else unit.of in self.of


MONEY = Takes(frozenset({Of.MONEY}), whole=True, fault=Fault.NOT_A_NUMBER)
PEOPLE = Takes(OF_PEOPLE, whole=True, fault=Fault.NOT_PEOPLE)
ANYTHING = Takes(None, whole=False, fault=Fault.OTHER_THINGS)


def count(unit: Unit) -> Reader:
    """A whole number of people."""

    def read(cell: object) -> int:
        return _whole(_in_unit(cell, unit, PEOPLE))

    return read


def figure(unit: Unit, takes: Takes = ANYTHING) -> Reader:
    """A number of a report, of what its indicator counts; in a heading's unit of another thing, nothing is read."""

    def read(cell: object) -> Fraction:
        if not takes.fits(unit):
            raise Refused(takes.fault, detail=_quoted(SPOKEN.get(unit.of, "…")))
        found = _in_unit(cell, unit, takes)
        if takes.whole and found < 0:
            raise Refused(Fault.NOT_WHOLE)
        return Fraction(_whole(found)) if takes.whole else found

    return read


def _whole(found: Fraction) -> int:
    if found.denominator != 1:
        raise Refused(Fault.NOT_WHOLE)
    return found.numerator


def money(unit: Unit) -> Reader:
    """An amount in whole đồng; the heading or the cell says in what unit it is written."""

    def read(cell: object) -> int:
        found = _whole(_in_unit(cell, unit, MONEY))
        refuse_implausible(found, found // unit.factor)
        return found

    return read


def refuse_implausible(vnd: int, written: int) -> None:
    """Refuse what no record costs; a great number in another unit may have been meant in đồng."""
    if 0 < vnd < LEAST_MONEY:
        raise Refused(Fault.LITTLE_MONEY)
    if vnd > MOST_MONEY:
        perhaps = (
            f"{written:,} đồng".replace(",", ".") if LEAST_MONEY <= written <= MOST_MONEY else None
        )
        raise Refused(Fault.MUCH_MONEY, perhaps)
