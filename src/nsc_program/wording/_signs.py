"""Signs before a number (−10 %, +10%): some change the number, others mark an item of a list."""

import unicodedata

from nsc_program.wording._days import Items, tag_at
from nsc_program.wording._tags import Tag
from nsc_program.wording._text import Token, touches

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
    touching = touches(tokens, items[at].first)
    if items[sign].has(Tag.DASH):
        return touching or _is_minus(items, sign)
    return _is_of_arithmetic(items[sign].text) and (touching or not _is_bullet(items, sign))


def _begins(items: Items, sign: int) -> bool:
    """Return whether a sign begins the clause or a part of it."""
    return sign == 0 or items[sign - 1].has(*_BEGIN)


def _is_minus(items: Items, sign: int) -> bool:
    """Return whether a dash is a minus, and not a dash that separates or begins a list item."""
    if _begins(items, sign):
        return False
    return items[sign].text == _MINUS or items[sign - 1].has(*_EXPECTS)


def _is_of_arithmetic(sign: str) -> bool:
    """Return whether a sign is one of arithmetic, except “=”."""
    return unicodedata.category(sign[0]) == "Sm" and sign != _EQUALS


def _is_bullet(items: Items, sign: int) -> bool:
    """Return whether a plus begins a list item."""
    return items[sign].text == "+" and _begins(items, sign)
