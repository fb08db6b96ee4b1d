"""Brackets that give a time and nothing else: (đến năm 2025), (mỗi năm)."""

from nsc_program.wording._days import tag_at
from nsc_program.wording._line import Line
from nsc_program.wording._tags import Tag

_OF_TIME = (Tag.THROUGH, Tag.NAMED_YEAR, Tag.YEARLY)


def gives_a_time(items: Line, at: int) -> bool:
    """Return whether the bracket that opens at `at` gives a time and nothing else."""
    end = items.other(at + 1, *_OF_TIME, Tag.FILL)
    return tag_at(items, end, Tag.CLOSE) and tag_at(items, end - 1, *_OF_TIME)


def ends_before(items: Line, at: int, *tags: Tag) -> bool:
    """Return whether the clause ends, or one of these tags follows, after the bracket at `at`."""
    end = items.after(at, Tag.CLOSE) + 1
    return end >= len(items) or items[end].has(*tags)
