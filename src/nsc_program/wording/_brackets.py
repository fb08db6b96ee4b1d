"""Brackets that say when, and nothing else: (đến năm 2025), (mỗi năm)."""

from nsc_program.wording._days import Items, tag_at
from nsc_program.wording._tags import Tag

_OF_TIME = (Tag.THROUGH, Tag.NAMED_YEAR, Tag.YEARLY)


def says_when(items: Items, at: int) -> bool:
    """Whether the bracket that opens here says when, and nothing else."""
    end = at + 1
    while tag_at(items, end, *_OF_TIME, Tag.FILL):
        end += 1
    return tag_at(items, end, Tag.CLOSE) and tag_at(items, end - 1, *_OF_TIME)


def ends_before(items: Items, at: int, *tags: Tag) -> bool:
    """Whether one of these follows the bracket that this stands in, or nothing does."""
    while not items[at].has(Tag.CLOSE):
        at += 1
    return at + 1 >= len(items) or items[at + 1].has(*tags)
