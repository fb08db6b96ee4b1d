"""Short asides in brackets that do not concern a number: (OCOP), (giai đoạn 2021-2025)."""

from collections.abc import Iterator

from nsc_program.wording._days import Items, tag_at
from nsc_program.wording._line import Line
from nsc_program.wording._tags import Tag

_ASIDE = (
    Tag.WORD,
    Tag.UNIT,
    Tag.NEUTRAL,
    Tag.DASH,
    Tag.COMMA,
    Tag.AND,
    Tag.SLASH,
    Tag.OTHER,
    Tag.SKIPPED,
    Tag.PERIOD,
    Tag.NAMED_YEAR,
    Tag.NUMERAL,
    Tag.SCALE,
    Tag.FILL,
    Tag.COLON,
    Tag.YEAR,
    Tag.PHASE,
)
_LONGEST_ASIDE = 16
_NEAR = 6  # the bracket with the year of a number opens at most this many items after it
_AFTER_NUMBER = (Tag.UNIT, Tag.PERCENT, Tag.SCALE, Tag.HEADS, Tag.WORD)


def without_asides(items: Items) -> Line:
    """Return the items without the short asides in brackets that do not concern a number."""
    line = Line(items)
    return Line(line[at] for at in _outside_asides(line))


def _outside_asides(items: Line) -> Iterator[int]:
    """Yield the index of each item outside of the asides."""
    at = 0
    while at < len(items):
        end = _after_aside(items, at)
        if end == at:
            yield at
        at = max(end, at + 1)


def _after_aside(items: Line, at: int) -> int:
    """Return the index after the aside that starts here; `at` if there is no aside."""
    if not items[at].has(Tag.OPEN):
        return at
    end = min(items.other(at + 1, *_ASIDE), at + _LONGEST_ASIDE)
    closes = tag_at(items, end, Tag.CLOSE)
    return end + 1 if closes and not _concerns_a_number(items, at, end) else at


def _concerns_a_number(items: Line, at: int, end: int) -> bool:
    """Return whether the bracket scales a number, or gives its year: “30 … (năm 2025)”.

    “Số lượt khách (nghìn lượt): 20” scales; “20.000 (hai mươi nghìn)” does not.
    """
    gives_year = items.holds(at, end, Tag.NAMED_YEAR) and _follows_a_number(items, at)
    return gives_year or _scales(items, at, end)


def _scales(items: Line, at: int, end: int) -> bool:
    """Return whether a bracket has a scale word and no number in words."""
    return items.holds(at, end, Tag.SCALE) and not items.holds(at, end, Tag.NUMERAL)


def _follows_a_number(items: Line, at: int) -> bool:
    """Return whether at most a few words stand between a number and the bracket at `at`."""
    number = items.before(at, Tag.NUMBER)
    near = number >= max(0, at - _NEAR)
    return near and items.other(number + 1, *_AFTER_NUMBER) >= at
