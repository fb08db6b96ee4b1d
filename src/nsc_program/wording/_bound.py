"""The bound that the words around a number set."""

from collections.abc import Sequence
from fractions import Fraction

from nsc_program.plan._bounds import (
    About,
    AtLeast,
    AtMost,
    Between,
    Bound,
    LessThan,
    MoreThan,
    Plain,
)
from nsc_program.wording._marks import AFTER_NUMBER, Around
from nsc_program.wording._reasons import Reason
from nsc_program.wording._tags import Tag, Tags

_ONE_NUMBER: dict[Tag, type[AtLeast | MoreThan | About | AtMost | LessThan]] = {
    Tag.AT_LEAST: AtLeast,
    Tag.MORE: MoreThan,
    Tag.ABOUT: About,
    Tag.AT_MOST: AtMost,
    Tag.LESS: LessThan,
}


def bound_of(found: Around, numbers: Sequence[Fraction]) -> Bound | Reason:
    """Return the bound that the words around a number set.

    Args:
        found: The bound words.
        numbers: The number, or the two ends of a range.

    Returns:
        The bound, or the reason why it is unclear.
    """
    if found.problem is not None:
        return found.problem
    kinds = frozenset(found.marks)
    if len(numbers) > 1:
        return _range(numbers, kinds)
    if not kinds.isdisjoint(AFTER_NUMBER):
        return _from_a_number(numbers[0], kinds)
    return Reason.OPEN_RANGE if _is_open(found, kinds) else _of_one_number(numbers[0], kinds)


def _is_open(found: Around, kinds: Tags) -> bool:
    """Return whether only one end of a range is given: “từ 20”."""
    return found.has_to or (found.has_from and kinds != {Tag.AT_LEAST})


def _of_one_number(number: Fraction, kinds: Tags) -> Bound | Reason:
    """Return the bound that the words before a number set."""
    if len(kinds) > 1:
        return Reason.MARKS_CLASH
    return next((_ONE_NUMBER[kind](number) for kind in kinds), Plain(number))


def _range(numbers: Sequence[Fraction], kinds: Tags) -> Bound | Reason:
    """Return the bound of a range, which may be about."""
    if kinds - {Tag.ABOUT}:
        return Reason.MARKS_CLASH
    return Between(*numbers, about=bool(kinds))


def _from_a_number(number: Fraction, kinds: Tags) -> Bound | Reason:
    """Return the bound of “từ N trở lên” or “N trở xuống”."""
    if kinds <= {Tag.UP, Tag.AT_LEAST}:
        return AtLeast(number)
    return AtMost(number) if kinds <= {Tag.DOWN, Tag.AT_MOST} else Reason.MARKS_CLASH
