"""Short asides in brackets that do not concern a number: (OCOP), (giai đoạn 2021-2025)."""

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
_NEAR = 6  # the most words between a number and the bracket with its year


def without_asides(items: Items) -> Line:
    """Return the items without the short asides in brackets that do not concern a number."""
    rest = Line()
    at = 0
    while at < len(items):
        end = _after_aside(items, at)
        if end == at:
            rest.append(items[at])
            end = at + 1
        at = end
    return rest


def _after_aside(items: Items, at: int) -> int:
    """Return the index after the aside that starts here; `at` if there is no aside."""
    if not items[at].has(Tag.OPEN):
        return at
    end = at + 1
    while tag_at(items, end, *_ASIDE) and end - at < _LONGEST_ASIDE:
        end += 1
    concerns = _dates_a_number(items, at, end) or _scales_a_number(items, at, end)
    return end + 1 if tag_at(items, end, Tag.CLOSE) and not concerns else at


def _scales_a_number(items: Items, at: int, end: int) -> bool:
    """Return whether the bracket scales a number.

    “Số lượt khách (nghìn lượt): 20” does; “20.000 (hai mươi nghìn)” does not.
    """
    words = items[at:end]
    return any(item.has(Tag.SCALE) for item in words) and not any(
        item.has(Tag.NUMERAL) for item in words
    )


def _dates_a_number(items: Items, at: int, end: int) -> bool:
    """Return whether the bracket gives the year of the number before it: “30 … (năm 2025)”."""
    if not any(item.has(Tag.NAMED_YEAR) for item in items[at:end]):
        return False
    back = at - 1
    while at - back < _NEAR and tag_at(
        items, back, Tag.UNIT, Tag.PERCENT, Tag.SCALE, Tag.HEADS, Tag.WORD
    ):
        back -= 1
    return tag_at(items, back, Tag.NUMBER)
