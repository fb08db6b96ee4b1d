"""The unit after a number: its scale words and its noun."""

from typing import final

from attrs import frozen

from nsc_program.values._text import Lang
from nsc_program.wording._scales import scale_of
from nsc_program.wording._source import Source
from nsc_program.wording._tags import Tag

_FALLBACK: dict[Lang, int] = {"vi": 2, "en": 1}  # the number of words of an unknown unit
_UNKNOWN = (Tag.WORD, Tag.SOFT_LABEL, Tag.PLACE)
_ADJECTIVES = 4  # the most English words before the noun
_ALONE = (Tag.LASTS, Tag.SHORT, Tag.POINTS)


@final
@frozen
class Unit:
    """The unit after a number.

    Attributes:
        text: The unit as it is worded, with its scale words; empty if there is no unit.
        start: The index after the number.
        noun_at: The index after the scale words.
        end: The index after the unit.
        scale: The factor of the scale words; `None` if it is unclear.
    """

    text: str
    start: int
    noun_at: int
    end: int
    scale: int | None

    @property
    def at(self) -> int:
        """The index of the unit with its scale words; -1 if there is no unit."""
        return self.start if self.end > self.start else -1


def unit_after(source: Source, start: int) -> Unit:
    """Return the unit after a number.

    Args:
        source: The clause.
        start: The index after the number.

    Returns:
        The unit; its text is empty if there is no unit.
    """
    noun_at = source.after_bare(start, Tag.SCALE)
    end = _after_noun(source, noun_at)
    return Unit(_text(source, start, end), start, noun_at, end, _scale(source, start, noun_at))


def _scale(source: Source, start: int, end: int) -> int | None:
    """Return the factor of the scale words from `start` to before `end`."""
    words = [item.text for item in source.items[start:end]]
    return scale_of(words, source.lang)


def _text(source: Source, at: int, end: int) -> str:
    """Return the words of a unit; % for a percentage without scale words."""
    if source.has(at, Tag.PERCENT):
        return "%"
    return source.written(at, end) if end > at else ""


def _after_noun(source: Source, at: int) -> int:
    """Return the index after the unit at `at` without scale words."""
    if source.has(at, Tag.PERCENT) or source.is_bare(at, *_ALONE):
        return at + 1
    end = source.after_bare(at, Tag.HEADS)
    if source.has(end, Tag.UNIT):
        return end + 1
    return end if end > at else _after_unknown(source, at)


def _after_unknown(source: Source, at: int) -> int:
    """Return the index after a unit of unknown words."""
    end = _after_words(source, at, _ADJECTIVES)
    if _is_english_unit(source, end):
        return end + 1
    return _after_words(source, at, _FALLBACK[source.lang])


def _is_english_unit(source: Source, at: int) -> bool:
    """Return whether a known English unit stands here."""
    return source.lang == "en" and source.has(at, Tag.UNIT)


def _after_words(source: Source, at: int, most: int) -> int:
    """Return the index after the unknown words at `at`, but at most `most` words further on."""
    return min(source.items.other(at, *_UNKNOWN), at + most)
