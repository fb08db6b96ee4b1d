"""Quantities without digits: numbers in words, multiples, fractions, vague numbers, bare scales."""

import re
from fractions import Fraction

from nsc_program.wording._numbers import number_in_words
from nsc_program.wording._one_number import Quantity, with_unit
from nsc_program.wording._places import BOUNDS
from nsc_program.wording._source import Source
from nsc_program.wording._tags import Item, Tag
from nsc_program.wording._units import unit_after
from nsc_program.wording._values import Reason

# The tags of the items with which a quantity without digits can begin.
_BEGINS = (
    Tag.NUMERAL,
    Tag.DOUBLE,
    Tag.FRACTION,
    Tag.COUNTLESS,
    Tag.VAGUE,
    Tag.YEAR,
    Tag.SCALE,
    Tag.SKIPPED,
)
_MOST_NUMERALS = 6  # a number below a hundred has fewer words
_ONE = (["một"], ["one"])
_SHORT = re.compile("[0-9][0-9.,]*(?:k|tr|m|mn|bn|[¼½¾⅓⅔])")
_MULTIPLES = {
    "rưỡi": Fraction(3, 2),
    "ba": Fraction(3),
    "bốn": Fraction(4),
    "triple": Fraction(3),
    "quadruple": Fraction(4),
}


def quantity_without_digits(source: Source, at: int) -> Quantity | None:
    """Return the quantity without digits that starts at an item.

    Args:
        source: The clause.
        at: The index of the item.

    Returns:
        The quantity; `None` if none starts here.
    """
    item = source.items[at]
    if not item.has(*_BEGINS):
        return None
    if item.has(Tag.NUMERAL):
        return _numeral(source, at)
    return _multiple(item, at) if item.has(Tag.DOUBLE) else _unreadable(source, at)


def _multiple(item: Item, at: int) -> Quantity:
    """Return the factor of “gấp đôi”, “gấp rưỡi” or “triple”."""
    word = next((word for word in _MULTIPLES if word in item.text), "")
    factor = _MULTIPLES.get(word, Fraction(2))
    return Quantity(at, at + 1, (factor,), "%", times=True)


def _unreadable(source: Source, at: int) -> Quantity | None:
    """Return the problem of words in place of a number; `None` if they are not in its place."""
    if _is_vague(source, at):
        return _vague(source, at)
    problem = _problem_of_word(source, at)
    return None if problem is None else Quantity(at, at + 1, problem=problem)


def _vague(source: Source, at: int) -> Quantity:
    """Return the problem of a vague number, with its unit."""
    end = unit_after(source, at + 1).end
    return Quantity(at, end, problem=Reason.VAGUE, parts=False)


def _is_vague(source: Source, at: int) -> bool:
    """Return whether “hàng trăm” stands here, or “một số” before a noun."""
    if source.has(at, Tag.FRACTION):
        return False
    vague = source.has(at, Tag.VAGUE) and source.has(at + 1, Tag.COUNTED, Tag.SCALE)
    return vague or source.has(at, Tag.COUNTLESS)


def _problem_of_word(source: Source, at: int) -> Reason | None:
    """Return why a word in place of a number is not read; `None` if it is not in its place."""
    if source.has(at, Tag.FRACTION):
        return Reason.FRACTION
    if _is_five(source, at) or _is_bare_scale(source, at):
        return _problem_of_scale(source, at)
    return Reason.AMBIGUOUS_NUMBER if _is_short(source, at) else None


def _problem_of_scale(source: Source, at: int) -> Reason:
    """Return why a scale word or “năm” is not read; in a heading it may scale other numbers."""
    heads = source.has(at - 1, Tag.OPEN, Tag.COLON)
    return Reason.SCALE if heads else Reason.SPELLED_OUT


def _is_five(source: Source, at: int) -> bool:
    """Return whether “năm” is the number five: “ít nhất năm mô hình”, “năm triệu”."""
    if not source.has(at, Tag.YEAR) or source.word(at) != "năm":
        return False
    return source.has(at + 1, Tag.SCALE) or _is_between_mark_and_unit(source, at)


def _is_between_mark_and_unit(source: Source, at: int) -> bool:
    """Return whether a word stands between a strong bound word and a unit."""
    return source.has(at - 1, Tag.STRONG) and source.has(at + 1, Tag.UNIT)


def _is_bare_scale(source: Source, at: int) -> bool:
    """Return whether a scale word stands without digits: “hơn chục”, “a hundred”."""
    return source.has(at, Tag.SCALE) and (_counts(source, at) or _is_bounded(source, at))


def _counts(source: Source, at: int) -> bool:
    """Return whether a unit follows a scale word, or “a” stands before it."""
    return source.has(at + 1, Tag.UNIT, Tag.HEADS) or source.word(at - 1) == "a"


def _is_bounded(source: Source, at: int) -> bool:
    """Return whether a bound word or a bracket stands before a scale word."""
    return source.has(at - 1, *BOUNDS, Tag.NEARLY, Tag.OPEN)


def _is_short(source: Source, at: int) -> bool:
    """Return whether a number has an abbreviated scale: “10k hội thảo”, “trên 10tr”."""
    if not source.has(at, Tag.SKIPPED) or not _SHORT.fullmatch(source.word(at)):
        return False
    return source.has(at + 1, Tag.UNIT, Tag.HEADS) or source.has(at - 1, *BOUNDS)


def _numeral(source: Source, at: int) -> Quantity | None:
    """Return a number in words; `None` if the words may be part of something else."""
    end = source.items.other(at, Tag.NUMERAL)
    if end - at > _MOST_NUMERALS:
        return Quantity(at, end, problem=Reason.SPELLED_OUT)
    value = _value_in_words(source, at, end)
    return None if value is None else with_unit(source, at, end, value)


def _value_in_words(source: Source, at: int, end: int) -> Fraction | Reason | None:
    """Return the number of some words, or why it is not read; `None` if they are not a number.

    A number in words is only read after a strong bound word or from ten on, and before a known
    unit.
    """
    words = [item.text for item in source.items[at:end]]
    if _is_from_ten_on(words) or _follows_a_mark(source, at):
        return _value_before_unit(source, words, end)
    return Reason.SPELLED_OUT if _is_counting(source, end, words) else None


def _value_before_unit(source: Source, words: list[str], end: int) -> Fraction | Reason:
    """Return the number of some words before a known unit."""
    known = source.has(end, Tag.UNIT, Tag.HEADS)
    number = number_in_words(words, source.lang) if known else None
    return Reason.SPELLED_OUT if number is None else Fraction(number)


def _is_from_ten_on(words: list[str]) -> bool:
    """Return whether Vietnamese words are a number from ten on."""
    return "mười" in words or "mươi" in words


def _is_counting(source: Source, end: int, words: list[str]) -> bool:
    """Return whether a scale word follows, or a noun that is counted, except after “một”."""
    return source.has(end, Tag.SCALE) or (source.has(end, Tag.COUNTED) and words not in _ONE)


def _follows_a_mark(source: Source, at: int) -> bool:
    """Return whether a strong bound word stands before `at`, except for filler words."""
    before = at - 1
    while source.has(before, Tag.FILL) and not source.has(before, Tag.FOR):
        before -= 1
    return source.has(before, Tag.STRONG)
