"""Read whole numbers that are written in Vietnamese words: “một trăm linh năm triệu”."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import takewhile

from nsc_program.intake._words.words import folded

_DIGITS = {
    word: number
    for number, words in enumerate(
        ("khong", "mot", "hai", "ba", "bon tu", "nam lam nham", "sau", "bay", "tam", "chin")
    )
    for word in words.split()
}
_SCALES = (("ty", 10**9), ("ti", 10**9), ("trieu", 10**6), ("nghin", 10**3), ("ngan", 10**3))
_POINT, _HALF = "phay", "ruoi"
_BETWEEN = ("tram", "muoi", "linh", "le", _POINT, _HALF)
_WORDS = frozenset((*_DIGITS, *_BETWEEN, *(scale for scale, _ in _SCALES)))


def number_before(words: Sequence[str]) -> tuple[int | None, Sequence[str]]:
    """Return the number that some words begin with, and the words behind it.

    Args:
        words: the words, folded.

    Returns:
        The number, which is `None` if the words do not begin with one; and the other words.

    >>> number_before(["hai", "trieu", "dong"])
    (2000000, ['dong'])
    """
    number = [*takewhile(_WORDS.__contains__, words)]
    return number_in_words(" ".join(number)), words[len(number) :]


def number_in_words(text: str) -> int | None:
    """Return the whole number that a text is in words.

    Args:
        text: the text, with or without accents.

    Returns:
        The number; `None` if the text is anything else, or may be two numbers.

    >>> number_in_words("Một tỷ hai trăm linh năm triệu"), number_in_words("hai tỷ rưỡi")
    (1205000000, 2500000000)
    >>> number_in_words("một trăm năm"), number_in_words("một trăm đồng"), number_in_words("")
    (None, None, None)
    """
    number = _number(folded(text).split(), _SCALES)
    return None if number is None or number.denominator != 1 else int(number)


def _number(words: Sequence[str], scales: Sequence[tuple[str, int]]) -> Fraction | None:
    """Return the number of words; `scales` are those that may still come, the largest first."""
    for place, (scale, factor) in enumerate(scales):
        if scale in words:
            at, smaller = words.index(scale), scales[place + 1 :]
            above, below = _number(words[:at], smaller), _below(words[at + 1 :], factor, smaller)
            return None if above is None or below is None else above * factor + below
    return _small(words)


def _below(words: Sequence[str], factor: int, scales: Sequence[tuple[str, int]]) -> Fraction | None:
    """Return the number of the words behind a scale, which is smaller than one of the scale."""
    if not words:
        return Fraction(0)
    if words == [_HALF]:
        return Fraction(factor, 2)
    is_one_digit = len(words) == 1 and words[0] in _DIGITS  # “một triệu năm” may be 1.5 million
    number = None if is_one_digit else _number(words, scales)
    return number if number is not None and number < factor else None


def _small(words: Sequence[str]) -> Fraction | None:
    """Return a number below a thousand, which may have digits behind a point."""
    if _POINT not in words:
        return _whole(words)
    at = words.index(_POINT)
    whole, digits = _whole(words[:at]), [_DIGITS.get(word) for word in words[at + 1 :]]
    if whole is None or None in digits or not digits:
        return None
    return whole + Fraction(int("".join(map(str, digits))), 10 ** len(digits))


def _whole(words: Sequence[str]) -> Fraction | None:
    """Return a whole number below a thousand."""
    match [_DIGITS.get(word, word) for word in words]:
        case [int(hundreds), "tram"]:
            return Fraction(hundreds * 100)
        case [int(), "tram", int()]:  # “một trăm năm” may be 105 or 150
            return None
        case [int(hundreds), "tram", *rest]:
            tens = _tens(rest)
            return None if tens is None else Fraction(hundreds * 100 + tens)
        case rest:
            tens = _tens(rest)
            return None if tens is None else Fraction(tens)


def _tens(words: Sequence[int | str]) -> int | None:
    """Return a number below a hundred, of digits and the words between them."""
    match words:
        case [int(unit)] | ["linh" | "le", int(unit)]:
            return unit
        case ["muoi"]:
            return 10
        case ["muoi", int(unit)]:
            return 10 + unit
        case [int(tens), "muoi"]:
            return tens * 10
        case [int(tens), "muoi", int(unit)]:
            return tens * 10 + unit
        case _:
            return None
