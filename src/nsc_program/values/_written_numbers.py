"""Numbers as people write them, in both languages."""

from fractions import Fraction
from math import floor

from nsc_program.values._text import Lang


def written_number(value: Fraction, lang: Lang) -> str:
    """Write a number exactly: as a decimal of at most 29 places, otherwise as a fraction.

    >>> written_number(Fraction(5, 2), "vi"), written_number(Fraction(1480), "vi")
    ('2,5', '1.480')
    >>> written_number(Fraction(4, 3), "en")
    '4/3'

    Args:
        value: the number.
        lang: `"vi"` for a decimal comma and points between thousands, `"en"` for the reverse.
    """
    places = decimals_of(value)
    if places is None:
        return f"{value.numerator}/{value.denominator}".replace("-", "−")
    english = _decimal(value, places)
    return english if lang == "en" else english.translate(_TO_VIETNAMESE)


def cut_number(value: Fraction, lang: Lang) -> str:
    """Write a number exactly if it is a decimal, otherwise its first two decimals and an ellipsis.

    The ellipsis says that the number goes on, so a share just below 80 is 79.99… and never 80.

    >>> cut_number(Fraction(5, 2), "vi"), cut_number(Fraction(15125, 189), "vi")
    ('2,5', '80,02…')

    Args:
        value: the number, which is not negative.
        lang: `"vi"` for a decimal comma and points between thousands, `"en"` for the reverse.
    """
    if decimals_of(value) is not None:
        return written_number(value, lang)
    english = _decimal(Fraction(floor(value * 100), 100), 2) + "…"
    return english if lang == "en" else english.translate(_TO_VIETNAMESE)


def plain_number(value: Fraction) -> str:
    """Write a number for other programs: as `written_number` does, without marks between thousands.

    >>> plain_number(Fraction(-5, 2)), plain_number(Fraction(1480)), plain_number(Fraction(4, 3))
    ('-2.5', '1480', '4/3')

    Args:
        value: the number.
    """
    return written_number(value, "en").replace(",", "").replace("−", "-")


_MOST_PLACES = 30
_TO_VIETNAMESE = str.maketrans(",.", ".,")
"""Exchanges the marks between thousands and before decimals."""


def decimals_of(value: Fraction) -> int | None:
    """Return how many decimals a number needs; `None` if more than 29.

    Args:
        value: the number.
    """
    parts = value.denominator
    return next((places for places in range(_MOST_PLACES) if 10**places % parts == 0), None)


def _decimal(value: Fraction, places: int) -> str:
    """Write a number with a given number of decimals, in English."""
    whole, decimals = divmod(abs(value.numerator) * 10**places // value.denominator, 10**places)
    sign = "−" if value < 0 else ""
    after_point = f".{decimals:0{places}d}" if places else ""
    return f"{sign}{whole:,}{after_point}"


def written_count(things: int, lang: Lang) -> str:
    """Write a whole number.

    Args:
        things: the number.
        lang: `"vi"` for points between thousands, `"en"` for commas.
    """
    return written_number(Fraction(things), lang)
