"""Exact numbers: whole numbers and fractions, of a length that real quantities have."""

from fractions import Fraction

from nsc_program.errors import Message
from nsc_program.values._validators import refusal, wrong_type

_DIGITS = 30  # more than any real quantity needs
_TOO_LARGE = 10**_DIGITS
_AN_EXACT_NUMBER = Message(
    "int hoặc Fraction như Fraction(1, 20)", "an int or a Fraction such as Fraction(1, 20)"
)


def exact(value: int | Fraction, name: str = "number") -> Fraction:
    """Return a whole number or a fraction as an exact `Fraction`.

    Args:
        value: the number, with at most thirty digits above and thirty below the line.
        name: the field that the number is for; error messages name it.

    Returns:
        The same number, not rounded.

    Raises:
        InvalidType: for a `float` (it may differ from the number that was written), a `bool` or a
            `str`.
        InvalidValue: for a number with more digits.

    >>> exact(3)
    Fraction(3, 1)
    """
    number = plain_number(value, name)
    if max(abs(number.numerator), number.denominator) >= _TOO_LARGE:
        raise refusal(name, "too-many-digits", _TOO_MANY_DIGITS)
    return number


_TOO_MANY_DIGITS = Message(
    f"số dài quá: tử số và mẫu số có tối đa {_DIGITS} chữ số",
    f"the number is too long: expected at most {_DIGITS} digits above and below the line",
)


def plain_number(value: int | Fraction, name: str = "number") -> Fraction:
    if type(value) is Fraction:
        return value
    if type(value) is not int:
        raise wrong_type(name, _AN_EXACT_NUMBER, value)
    return Fraction(value)


MOST_DIGITS = 1000
"""The most digits that an end of a range has above the line, and the most that it has below it.

Documents do not hold longer numbers.
"""


_TOO_LONG: int = 10**MOST_DIGITS


def is_short(number: Fraction) -> bool:
    """Return whether a number is short enough for a document."""
    return -_TOO_LONG < number.numerator < _TOO_LONG and number.denominator < _TOO_LONG
