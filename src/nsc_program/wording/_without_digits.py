"""Quantities without digits: numbers in words, multiples, fractions, vague numbers, bare scales."""

import re
from fractions import Fraction

from nsc_program.wording._numbers import number_in_words
from nsc_program.wording._one_number import Quantity, with_unit
from nsc_program.wording._places import BOUNDS
from nsc_program.wording._reasons import Reason
from nsc_program.wording._source import Source
from nsc_program.wording._tags import Item, Tag
from nsc_program.wording._units import unit_after

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
    return Quantity(at, at + 1, (_factor(item.text),), "%", times=True)


def _factor(text: str) -> Fraction:
    """Return the factor that a multiple names; 2 unless it names another."""
    named = (factor for word, factor in _MULTIPLES.items() if word in text)
    return next(named, Fraction(2))


def _unreadable(source: Source, at: int) -> Quantity | None:
    """Return the problem of words in place of a number; `None` if they are not in its place."""
    return _vague(source, at) if _is_vague(source, at) else _unread_word(source, at)


def _unread_word(source: Source, at: int) -> Quantity | None:
    """Return the problem of one word in place of a number; `None` if it is not in its place."""
    problem = _problem_of_word(source, at)
    return None if problem is None else Quantity(at, at + 1, problem=problem)


def _vague(source: Source, at: int) -> Quantity:
    """Return the problem of a vague number, with its unit."""
    end = unit_after(source, at + 1).end
    return Quantity(at, end, problem=Reason.VAGUE, parts=False)


def _is_vague(source: Source, at: int) -> bool:
    """Return whether “hàng trăm” stands here, or “một số” before a noun."""
    vague = _is_some(source, at) or source.has(at, Tag.COUNTLESS)
    return vague and not source.has(at, Tag.FRACTION)


def _is_some(source: Source, at: int) -> bool:
    """Return whether “một số” stands before a noun or a scale word."""
    return source.has(at, Tag.VAGUE) and source.has(at + 1, Tag.COUNTED, Tag.SCALE)


def _problem_of_word(source: Source, at: int) -> Reason | None:
    """Return why a word in place of a number is not read; `None` if it is not in its place."""
    fraction = source.has(at, Tag.FRACTION)
    return Reason.FRACTION if fraction else _problem_of_number(source, at)


def _problem_of_number(source: Source, at: int) -> Reason | None:
    """Return why “năm”, a scale word or an abbreviated scale is not read; `None` for others."""
    if _is_whole_number(source, at):
        return _problem_of_scale(source, at)
    return Reason.AMBIGUOUS_NUMBER if _is_short(source, at) else None


def _is_whole_number(source: Source, at: int) -> bool:
    """Return whether “năm” or a scale word is the number by itself."""
    return _is_five(source, at) or _is_bare_scale(source, at)


def _problem_of_scale(source: Source, at: int) -> Reason:
    """Return why a scale word or “năm” is not read; in a heading it may scale other numbers."""
    heads = source.has(at - 1, Tag.OPEN, Tag.COLON)
    return Reason.SCALE if heads else Reason.SPELLED_OUT


def _is_five(source: Source, at: int) -> bool:
    """Return whether “năm” is the number five: “ít nhất năm mô hình”, “năm triệu”."""
    named = source.has(at, Tag.YEAR) and source.word(at) == "năm"
    return named and _stands_for_number(source, at)


def _stands_for_number(source: Source, at: int) -> bool:
    """Return whether a word stands before a scale word, or between a bound word and a unit."""
    return source.has(at + 1, Tag.SCALE) or _is_between_mark_and_unit(source, at)


def _is_between_mark_and_unit(source: Source, at: int) -> bool:
    """Return whether a word stands between a strong bound word and a unit."""
    return source.has(at - 1, Tag.STRONG) and source.has(at + 1, Tag.UNIT)


def _is_bare_scale(source: Source, at: int) -> bool:
    """Return whether a scale word stands without digits: “hơn chục”, “a hundred”."""
    return source.has(at, Tag.SCALE) and (_counts(source, at) or _is_bounded(source, at))


def _counts(source: Source, at: int) -> bool:
    """Return whether a unit follows a scale word, or “a” stands before it."""
    return _is_unit(source, at + 1) or source.word(at - 1) == "a"


def _is_unit(source: Source, at: int) -> bool:
    """Return whether a known unit stands here."""
    return source.has(at, Tag.UNIT, Tag.HEADS)


def _is_bounded(source: Source, at: int) -> bool:
    """Return whether a bound word or a bracket stands before a scale word."""
    return source.has(at - 1, *BOUNDS, Tag.NEARLY, Tag.OPEN)


def _is_short(source: Source, at: int) -> bool:
    """Return whether a number has an abbreviated scale: “10k hội thảo”, “trên 10tr”."""
    counted = _is_unit(source, at + 1) or source.has(at - 1, *BOUNDS)
    return counted and _has_short_scale(source, at)


def _has_short_scale(source: Source, at: int) -> bool:
    """Return whether digits with an abbreviated scale stand here."""
    return source.has(at, Tag.SKIPPED) and _SHORT.fullmatch(source.word(at)) is not None


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
    number = number_in_words(words, source.lang) if _is_unit(source, end) else None
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
    while _is_filler(source, before):
        before -= 1
    return source.has(before, Tag.STRONG)


def _is_filler(source: Source, at: int) -> bool:
    """Return whether a filler word stands here, except “cho”."""
    return source.has(at, Tag.FILL) and not source.has(at, Tag.FOR)
