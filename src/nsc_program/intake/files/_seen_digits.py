"""Round a number to the digits that a spreadsheet holds or its format shows, and write it."""

from decimal import Decimal
from fractions import Fraction
from math import floor

from nsc_program.intake.files._seen_formats import Format


def as_held(number: float) -> float:
    """Return a number with the 15 significant digits that a spreadsheet holds of it.

    Further digits are left over from binary fractions, and a spreadsheet does not show them.

    >>> as_held(0.1 + 0.2), as_held(149.99999999999997), as_held(100 / 3)
    (0.3, 150.0, 33.3333333333333)

    Args:
        number: the number; a whole one has no such digits.
    """
    return number if number.is_integer() else float(f"{number:.15g}")


def as_rounded(exact: Fraction, part: Format) -> Fraction:
    """Return the number that a section of a format shows; a half is rounded away from zero.

    >>> from nsc_program.intake.files._seen_formats import parsed
    >>> as_rounded(Fraction("149.6"), parsed("#,##0")), as_rounded(Fraction(12345), parsed("0E+0"))
    (Fraction(150, 1), Fraction(10000, 1))

    Args:
        exact: the number, after it was divided or multiplied as the format does.
        part: the section.
    """
    is_whole = exact.denominator == 1 and not part.interval
    if is_whole or part.is_fraction or part.decimals is None:
        return exact
    step = Fraction(10) ** (_exponent(exact, part.interval) - part.decimals)
    rounded = floor(abs(exact) / step + Fraction(1, 2)) * step
    return -rounded if exact < 0 else rounded


def _exponent(exact: Fraction, interval: int) -> int:
    """Return the exponent that a format writes; 0 if it writes none."""
    if not (interval and exact):
        return 0
    first = (Decimal(exact.numerator) / Decimal(exact.denominator)).adjusted()
    return first // interval * interval


def in_digits(exact: Fraction) -> str:
    """Write a decimal number, never with three decimals, which could be thousands.

    Args:
        exact: the number.
    """
    text = format(Decimal(exact.numerator) / Decimal(exact.denominator), "f")
    whole, point, rest = text.partition(".")
    rest = rest.rstrip("0")
    if not (point and rest):
        return whole
    is_like_thousands = len(rest) == 3  # noqa: PLR2004
    return f"{whole}.{rest}0" if is_like_thousands else f"{whole}.{rest}"


def as_typed(exact: Fraction) -> str:
    """Write a number as a person would type it, with a comma before the decimals.

    Args:
        exact: the number.
    """
    return in_digits(exact).replace(".", ",")
