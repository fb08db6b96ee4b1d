"""Words that multiply the number before them: nghìn, triệu, chục; thousand, million, dozen."""

from collections.abc import Sequence
from fractions import Fraction

from nsc_program.values._text import Lang

_VIETNAMESE = {
    "chục": 10,
    "tá": 12,
    "trăm": 10**2,
    "nghìn": 10**3,
    "ngàn": 10**3,
    "vạn": 10**4,
    "triệu": 10**6,
    "tr": 10**6,
    "tỷ": 10**9,
    "tỉ": 10**9,
}
_ENGLISH = {
    "dozen": 12,
    "dozens": 12,
    "score": 20,
    "hundred": 10**2,
    "thousand": 10**3,
    "million": 10**6,
    "mn": 10**6,
    "billion": 10**9,
    "bn": 10**9,
    "trillion": 10**12,
}
SCALES: dict[Lang, dict[str, int]] = {"vi": _VIETNAMESE, "en": _ENGLISH}
_LARGE = 10**6
_TOO_LARGE = 10**30  # the core takes only smaller numbers


def scale_of(words: Sequence[str], lang: Lang) -> int | None:
    """Return the factor that some scale words multiply by together.

    Args:
        words: The scale words in order; may be empty.
        lang: Their language.

    Returns:
        The factor; `None` unless each word is larger than the word before it.

    >>> scale_of(("trăm", "nghìn"), "vi"), scale_of(("nghìn", "trăm"), "vi"), scale_of((), "vi")
    (100000, None, 1)
    """
    product, last = 1, 1
    for word in words:
        scale = SCALES[lang][word]
        if scale <= last:
            return None
        product, last = product * scale, scale
    return product


def is_of_money(scale: int) -> bool:
    """Return whether a scale is so large that, without a noun after it, it may be of money."""
    return scale >= _LARGE


def multiplied(numbers: Sequence[Fraction], scale: int) -> tuple[Fraction, ...] | None:
    """Return the numbers multiplied by a scale; `None` if a product has more than 30 digits."""
    products = tuple(number * scale for number in numbers)
    return products if max(products, default=0) < _TOO_LARGE else None
