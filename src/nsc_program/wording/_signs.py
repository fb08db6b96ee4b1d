"""Signs before a number (−10 %, +10%): some change the number, others mark an item of a list."""

import unicodedata

from nsc_program.wording._days import Items, tag_at
from nsc_program.wording._tags import Tag
from nsc_program.wording._text import Token

_MINUS = "\u2212"
_EQUALS = "="
# A dash after one of these is a minus and does not separate anything: “đạt - 10%” is negative.
_EXPECTS = (
    Tag.FILL,
    Tag.GROW,
    Tag.PACE,
    Tag.FALL,
    Tag.AT_LEAST,
    Tag.AT_MOST,
    Tag.MORE,
    Tag.LESS,
    Tag.ABOUT,
    Tag.FROM,
    Tag.ONTO,
    Tag.LEFT,
    Tag.ATTAIN,
    Tag.ADD,
)
_BEGIN = (Tag.STOP, Tag.SEMICOLON, Tag.OPEN, Tag.COLON)


def is_signed(items: Items, tokens: list[Token], at: int) -> bool:
    """Return whether a sign stands before a number: a minus, a plus, or an unknown sign.

    Args:
        items: The items of the clause.
        tokens: The tokens of the clause.
        at: The index of the number among the items.

    Returns:
        True if the sign changes the number; false if there is no sign, or it marks a list item.
    """
    sign = at - 1
    if not tag_at(items, sign, Tag.DASH, Tag.OTHER):
        return False
    first = items[at].first
    touches = tokens[first - 1].span[1] == tokens[first].span[0]
    begins = sign == 0 or items[sign - 1].has(*_BEGIN)
    if items[sign].has(Tag.DASH):
        is_minus = items[sign].text == _MINUS and not begins
        return touches or is_minus or (not begins and items[sign - 1].has(*_EXPECTS))
    text = items[sign].text
    is_sign = unicodedata.category(text[0]) == "Sm" and text != _EQUALS
    return is_sign and (touches or not begins or text != "+")
