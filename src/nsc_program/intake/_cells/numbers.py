"""Read one cell as a number: an amount of money, a number of people, or a reported figure.

A number stands on one line, in the unit that its cell or its column names, and is read exactly as
it is written. A cell with anything else beside the number is rejected.
"""

import re
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from functools import partial
from numbers import Integral
from typing import TypeAlias, final

from attrs import frozen

from nsc_program.intake._cells.cells import (
    Formatted,
    Formula,
    Padded,
    Reader,
    Scaled,
    SharedNumber,
    SharedText,
    line_of,
    refuse_rounded,
    whole_number,
)
from nsc_program.intake._messages.problems import Fault, Refused
from nsc_program.intake._words.money import in_parts, money_in
from nsc_program.intake._words.units import OF_PEOPLE, SPOKEN, Of, Unit, unit_in
from nsc_program.values._text import Text

LEAST_MONEY = 100_000
"""Đồng. A smaller amount was meant in thousands or millions: every task costs more."""
MOST_MONEY = 10**13
"""Đồng, 10,000 tỷ. No single record costs more.

A larger amount was written in đồng beneath a heading with another unit.
"""
_MOST_DIGITS = 30
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:([., ])[0-9]{3})(?:\1[0-9]{3})*")
_BOTH_SIGNS = re.compile(r"([1-9][0-9]{0,2}(?:([.,])[0-9]{3})+)(?!\2)([.,])([0-9]{1,20})")
_ZERO_DECIMALS = re.compile(r"^([0-9]+|[1-9][0-9]{0,2}(?:([., ])[0-9]{3})+(?!\2))[.,]0{1,2}$")
"""A whole number with zeros for decimals, as exports write it: 150000000.0, 150.000.000,00."""
_WITH_UNIT = re.compile(r"(-?[0-9][0-9., ]*?) ?([^0-9., -][^0-9]*|%)")
_DECIMAL = re.compile(r"(-?[0-9]{1,30})(?:[.,]([0-9]{1,20}))?")
_FAR_APART = re.compile(r"[0-9]\s{2,}[0-9]")
_ONLY_GROUPED = re.compile(r"[0-9]+(?: [0-9]+)*")
_SHORT_WORD = re.compile(r"[^\W\d_]{1,12}(?: [^\W\d_]{1,12})?")

Measure: TypeAlias = Callable[[Unit], Reader]
"""Makes a reader of numbers in a unit."""


# --- numbers alone ---


def whole(cell: object) -> int:
    """Read a whole number, with or without separators of thousands.

    Raises:
        Refused: if the cell does not hold a whole number.
    """
    _refuse_otherwise(cell)
    integer = whole_number(cell)
    if integer is not None:
        return integer
    text = _text(cell)
    text = _ZERO_DECIMALS.sub(r"\1", text)
    digits = _digits_of(text) if _GROUPED.fullmatch(text) else text
    if not (digits.isascii() and digits.isdigit() and len(digits) <= _MOST_DIGITS):
        raise Refused(Fault.NOT_WHOLE)
    return int(digits)


def _digits_of(text: str) -> str:
    """Return the digits of a number without the signs between them."""
    return re.sub(r"[., ]", "", text)


def number(cell: object) -> Fraction:
    """Read a number exactly as it is written: 1480, 6,5 or 6.5.

    Raises:
        Refused: if the cell does not hold a number, or holds one such as 1.480, which may be 1480
            or 1,48.
    """
    _refuse_otherwise(cell)
    if isinstance(cell, (float, Decimal)):
        return _exactly(_shortest(cell))
    if isinstance(cell, (Integral, Fraction)) and not isinstance(cell, bool):
        exact = Fraction(cell)
        if max(abs(exact.numerator), exact.denominator) < 10**_MOST_DIGITS:
            return exact
        raise Refused(Fault.NOT_A_NUMBER)
    return _written(_text(cell))


def _shortest(cell: float | Decimal) -> str:
    """Return the shortest text that is a number of a spreadsheet; empty for one without an end."""
    written = Decimal(str(cell))
    is_short = written.is_finite() and abs(written.adjusted()) < _MOST_DIGITS
    return format(written, "f") if is_short else ""


def _written(text: str) -> Fraction:
    """Return the number that a text holds."""
    if both := _BOTH_SIGNS.fullmatch(text):
        return Fraction(f"{_digits_of(both[1])}.{both[4]}")
    grouped = _GROUPED.fullmatch(text)
    if grouped is None:
        return _exactly(text)
    if grouped[1] != " " and text.count(grouped[1]) == 1:
        raise Refused(Fault.AMBIGUOUS_NUMBER, _digits_of(text))
    return Fraction(int(_digits_of(text)))


def _refuse_otherwise(cell: object) -> None:
    """Raise an error for a number that is rounded, or has signs between its digits, not spaces."""
    refuse_rounded(cell)
    if isinstance(cell, Padded) and not _ONLY_GROUPED.fullmatch(cell.shown):
        raise Refused(Fault.NOT_A_NUMBER)


def _text(cell: object) -> str:
    """Return the text of a number, on one line; an empty text if the cell holds no text."""
    if not isinstance(cell, str):
        return ""
    text = line_of(cell)
    if _FAR_APART.search(cell):
        raise Refused(Fault.SEVERAL_LINES)
    return " ".join(cell.split()) if isinstance(cell, Formatted) else text


def _exactly(text: str) -> Fraction:
    """Return the number that a text without signs of thousands holds."""
    match = _DECIMAL.fullmatch(text)
    if match is None:
        raise Refused(Fault.NOT_A_NUMBER)
    return Fraction(f"{match[1]}.{match[2] or 0}")


# --- numbers in units ---


def _in_unit(cell: object, unit: Unit, takes: "Takes") -> Fraction:
    """Return a number in single things or đồng.

    A cell that names a unit, such as 1,5 tỷ or 50 người, is in that unit; any other cell is in the
    column's.
    """
    if isinstance(cell, (SharedNumber, SharedText)):
        raise Refused(Fault.SHARED)
    refuse_rounded(cell)
    if isinstance(cell, Scaled):
        return _of_scaled(cell, unit)
    if takes is MONEY and isinstance(cell, str) and (amount := in_parts(_text(cell))):
        return Fraction(amount)
    own = own_unit(cell)
    if own is None:
        return _times(cell, unit, takes)
    digits, words = own
    return _times(digits, _named(words, takes), takes)


def _of_scaled(cell: Scaled, unit: Unit) -> Fraction:
    """Return a number that its format divides, if the unit of its column says so too."""
    if cell.by != unit.factor:
        raise Refused(Fault.SCALED)
    return Fraction(cell.numerator, cell.denominator) * unit.factor


def _named(words: str, takes: "Takes") -> Unit:
    """Return the unit that words name, if the column may be in it."""
    unit = money_in(words) if takes is MONEY else unit_in(words)
    if unit is not None and takes.fits(unit):
        return unit
    detail = None if takes.fault is Fault.NOT_A_NUMBER else _quoted(words)
    raise Refused(takes.fault, detail=detail)


def own_unit(cell: object) -> tuple[str, str] | None:
    """Split a cell into its number and the unit that stands behind the number.

    Returns:
        Both, as they are written; `None` if the cell has no unit.
    """
    if not isinstance(cell, str) or isinstance(cell, Formula):
        return None
    match = _WITH_UNIT.fullmatch(_text(cell))
    return (match[1], match[2]) if match else None


def _quoted(words: str) -> Text:
    """Return the words of a unit in quotation marks; “…” if they are long or may be a name."""
    is_plain = _SHORT_WORD.fullmatch(words) is not None and words.islower()
    text = words if is_plain or unit_in(words) is not None else "…"
    return Text(vi=f"“{text}”", en=f"“{text}”")


def _times(cell: object, unit: Unit, takes: "Takes") -> Fraction:
    """Multiply by the unit. Single things come in whole numbers, so 1.500 is then never 1,5."""
    if unit.factor == 1 and takes.whole:
        return Fraction(whole(cell))
    return number(cell) * unit.factor


@final
@frozen
class Takes:
    """The things that a column counts.

    Attributes:
        of: the things that its units may be of; `None` if unknown, which allows everything except
            money.
        whole: whether the numbers are whole.
        fault: the fault of a cell in another unit.
    """

    of: frozenset[Of] | None
    whole: bool
    fault: Fault

    def fits(self, unit: Unit) -> bool:
        """Tell whether the column may be in a unit."""
        return unit.of is not Of.MONEY if self.of is None else unit.of in self.of


MONEY = Takes(frozenset({Of.MONEY}), whole=True, fault=Fault.NOT_A_NUMBER)
PEOPLE = Takes(OF_PEOPLE, whole=True, fault=Fault.NOT_PEOPLE)
ANYTHING = Takes(None, whole=False, fault=Fault.OTHER_THINGS)


def count(unit: Unit) -> Reader:
    """Return a reader of whole numbers of people in a unit."""
    return partial(_count, unit)


def _count(unit: Unit, cell: object) -> int:
    """Read a whole number of people."""
    return _whole(_in_unit(cell, unit, PEOPLE))


def figure(unit: Unit, takes: Takes = ANYTHING) -> Reader:
    """Return a reader of reported figures, in a unit.

    Args:
        unit: the unit of the heading. If it does not fit `takes`, the reader rejects every cell.
        takes: the things that the indicator counts.
    """
    return partial(_figure, unit, takes)


def _figure(unit: Unit, takes: Takes, cell: object) -> Fraction:
    """Read a reported figure."""
    if not takes.fits(unit):
        raise Refused(takes.fault, detail=_quoted(SPOKEN.get(unit.of, "…")))
    value = _in_unit(cell, unit, takes)
    if takes.whole and (value < 0 or value.denominator != 1):
        raise Refused(Fault.NOT_WHOLE)
    if takes.of is not None and Of.SHARE in takes.of and own_unit(cell) is None:
        _refuse_fraction(value)
    return value


def _refuse_fraction(share: Fraction) -> None:
    """Raise an error for a share below 1 without “%”: 0,07 may be 7 % or 0,07 %."""
    if 0 < abs(share) < 1:
        percent = 100 * share
        digits = format(Decimal(percent.numerator) / Decimal(percent.denominator), "f")
        raise Refused(Fault.FRACTION, f"{digits.replace('.', ',')}%")


def _whole(value: Fraction) -> int:
    """Return a whole number as an `int`."""
    if value.denominator != 1:
        raise Refused(Fault.NOT_WHOLE)
    return value.numerator


def money(unit: Unit) -> Reader:
    """Return a reader of amounts in whole đồng; the heading or the cell names the unit."""
    return partial(_money, unit)


def _money(unit: Unit, cell: object) -> int:
    """Read an amount in whole đồng."""
    try:
        vnd = _whole(_in_unit(cell, unit, MONEY))
    except Refused as refused:
        if refused.fault not in (Fault.NOT_WHOLE, Fault.NOT_A_NUMBER):
            raise
        raise Refused(Fault.NOT_MONEY) from None
    refuse_implausible(vnd, vnd // unit.factor)
    return vnd


def refuse_implausible(vnd: int, written: int) -> None:
    """Raise an error for an amount that a record cannot cost.

    Args:
        vnd: the amount in đồng.
        written: the number as it is written. If it would be plausible in đồng, the error suggests
            that.

    Raises:
        Refused: for less than `LEAST_MONEY`, except 0, and for more than `MOST_MONEY`.
    """
    if 0 < vnd < LEAST_MONEY:
        raise Refused(Fault.LITTLE_MONEY)
    if vnd > MOST_MONEY:
        is_plausible = LEAST_MONEY <= written <= MOST_MONEY
        suggestion = f"{written:,} đồng".replace(",", ".") if is_plausible else None
        raise Refused(Fault.MUCH_MONEY, suggestion)
