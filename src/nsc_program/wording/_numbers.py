"""The numbers of a clause: digits as each language writes them, and small numbers in words."""

import re
from collections.abc import Sequence
from fractions import Fraction

from nsc_program.values._text import Lang

_LONGEST = 30  # the most digits; the core takes no more
# Vietnamese: 1.500 and 6,5. A comma before three digits may be an English thousands separator,
# unless a zero stands before it.
_VIETNAMESE = re.compile(
    r"(?P<whole>[0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3})+)(?:,(?P<part>[0-9]+))?",
)
# English: 1,500 and 6.5. A point before three digits may be a Vietnamese thousands separator.
_ENGLISH = re.compile(
    r"(?P<whole>[0-9]+|[1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.(?P<part>[0-9]+))?",
)
_EITHER = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}")
_FOREIGN_MARK: dict[Lang, str] = {"vi": ",", "en": "."}


def number_in(text: str, lang: Lang) -> Fraction | None:
    """Return the number that digits stand for.

    Args:
        text: Digits, with points and commas.
        lang: The language they are written in.

    Returns:
        The number; `None` if the digits can be read in more than one way, or are too many.

    >>> number_in("1.500", "vi"), number_in("6,5", "vi")
    (Fraction(1500, 1), Fraction(13, 2))
    >>> number_in("1,500", "vi"), number_in("1.5", "vi")
    (None, None)
    """
    match = (_VIETNAMESE if lang == "vi" else _ENGLISH).fullmatch(text)
    if match is None or _is_unclear(text, lang):
        return None
    whole, part = re.sub("[.,]", "", match["whole"]), match["part"] or ""
    return Fraction(int(whole + part), 10 ** len(part))


def _is_unclear(text: str, lang: Lang) -> bool:
    """Return whether there are too many digits, or a mark may separate thousands or decimals."""
    foreign = _FOREIGN_MARK[lang] in text and _EITHER.fullmatch(text) is not None
    return foreign or sum(map(str.isdecimal, text)) > _LONGEST


_UNITS = {
    "một": 1,
    "mốt": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "tư": 4,
    "lăm": 5,
    "nhăm": 5,
    "sáu": 6,
    "bảy": 7,
    "bẩy": 7,
    "tám": 8,
    "chín": 9,
}
_SMALL = """
one two three four five six seven eight nine ten
eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ENGLISH_UNITS = {word: number for number, word in enumerate(_SMALL.split(), start=1)}
_ENGLISH_TENS = {word: number * 10 for number, word in enumerate(_TENS.split(), start=2)}
NUMERALS: dict[Lang, frozenset[str]] = {
    "vi": frozenset((*_UNITS, "mười", "mươi")),
    "en": frozenset((*_ENGLISH_UNITS, *_ENGLISH_TENS)),
}
"""The words of numbers below a hundred. “Năm” (five) is left out, since it also means “year”."""


def number_in_words(words: Sequence[str], lang: Lang) -> int | None:
    """Return the number below a hundred that some words stand for.

    Args:
        words: The words, in lower case.
        lang: Their language.

    Returns:
        The number; `None` if the words are not such a number.

    >>> number_in_words(("hai", "mươi", "lăm"), "vi"), number_in_words(("twenty", "five"), "en")
    (25, 25)
    """
    return _in_vietnamese(tuple(words)) if lang == "vi" else _in_english(tuple(words))


def _in_vietnamese(words: tuple[str, ...]) -> int | None:
    """Return a Vietnamese number below a hundred: mười, mười lăm, hai mươi, hai mươi lăm."""
    match words:
        case ("mười",):
            return 10
        case ("mười", unit) if unit in _UNITS:
            return 10 + _UNITS[unit]
        case (tens, "mươi") if tens in _UNITS:
            return _UNITS[tens] * 10
        case (tens, "mươi", unit) if tens in _UNITS and unit in _UNITS:
            return _UNITS[tens] * 10 + _UNITS[unit]
        case (unit,) if unit in _UNITS:
            return _UNITS[unit]
        case _:
            return None


def _in_english(words: tuple[str, ...]) -> int | None:
    """Return an English number below a hundred: ten, twenty, twenty five."""
    match words:
        case (word,):
            return _ENGLISH_UNITS.get(word) or _ENGLISH_TENS.get(word)
        case (tens, unit) if tens in _ENGLISH_TENS and _ENGLISH_UNITS.get(unit, 10) < 10:  # noqa: PLR2004
            return _ENGLISH_TENS[tens] + _ENGLISH_UNITS[unit]
        case _:
            return None
