"""State the laws of ranges for numbers of up to 300 digits, as contracts for CrossHair to break.

    crosshair check --analysis_kind=asserts --report_all tools/range_contracts.py

The first `assert` of a contract is its precondition, and the last one is the law. The ends of a
range are given as its two numbers, `None` for an absent end, and whether each end is open.
"""

from fractions import Fraction
from typing import TypeAlias

from nsc_program import Range
from nsc_program.values import reconcile
from nsc_program.values._range_arithmetic import minus, times_every, times_some
from nsc_program.values._ranges import common, hull

Ends: TypeAlias = tuple[int | None, int | None, bool, bool]
TwoEnds: TypeAlias = tuple[int, int, bool, bool]


LIMIT = 10**300
"""Ends are smaller. A range has ends of up to a thousand digits, and rounds the products beyond."""


def are_ends(ends: Ends) -> bool:
    """Tell whether these are the ends of a range that holds a number; an absent end is not open."""
    low, high, low_open, high_open = ends
    absent = (low is None and low_open) or (high is None and high_open)
    is_short = all(end is None or -LIMIT < end < LIMIT for end in (low, high))
    return not absent and is_short and (low is None or high is None or low < high)


def with_ends(ends: Ends) -> Range:
    """Return the range with these ends."""
    low, high, low_open, high_open = ends
    return Range(low, high, low_open=low_open, high_open=high_open)


def lies(number: int | Fraction, span: Range | None) -> bool:
    """Tell whether a number lies in a range, without using the library's own membership test."""
    if span is None:
        return False
    above = span.low is None or number > span.low or (number == span.low and not span.low_open)
    below = span.high is None or number < span.high or (number == span.high and not span.high_open)
    return above and below


def within_is_to_hold_nothing_else(first: Ends, second: Ends, number: int) -> None:
    """Require that a number in a range lies in every range that contains the range."""
    assert are_ends(first) and are_ends(second) and lies(number, with_ends(first))
    assert lies(number, with_ends(second)) or not with_ends(first).within(with_ends(second))


def common_holds_what_lies_in_both(first: TwoEnds, second: TwoEnds, number: int) -> None:
    """Require that a number lies in the common part exactly if it lies in both ranges."""
    assert are_ends(first) and are_ends(second)
    both = lies(number, with_ends(first)) and lies(number, with_ends(second))
    assert both == lies(number, common((with_ends(first), with_ends(second))))


def the_hull_holds_both(first: Ends, second: Ends, number: int) -> None:
    """Require that a number in either range lies in the hull."""
    assert (
        are_ends(first)
        and are_ends(second)
        and (lies(number, with_ends(first)) or lies(number, with_ends(second)))
    )
    assert lies(number, hull((with_ends(first), with_ends(second))))


def two_pieces_clash_unless_they_meet(first: TwoEnds, second: TwoEnds) -> None:
    """Require that two ranges both clash exactly if they have no number in common."""
    assert are_ends(first) and are_ends(second)
    _, clashing = reconcile((with_ends(first), with_ends(second)))
    assert len(clashing) == (0 if with_ends(first).meets(with_ends(second)) else 2)


def evidence_has_no_order(first: TwoEnds, second: TwoEnds) -> None:
    """Require that two ranges reconcile to the same result in either order."""
    assert are_ends(first) and are_ends(second)
    assert reconcile((with_ends(first), with_ends(second))) == reconcile(
        (with_ends(second), with_ends(first))
    )


def minus_holds_every_difference(first: Ends, second: Ends, left: int, right: int) -> None:
    """Require that the difference of two numbers lies in the difference of their ranges."""
    assert (
        are_ends(first)
        and are_ends(second)
        and lies(left, with_ends(first))
        and lies(right, with_ends(second))
    )
    assert lies(left - right, minus(with_ends(first), with_ends(second)))


def times_some_holds_every_product(
    first: TwoEnds, second: TwoEnds, factor: int, baseline: int
) -> None:
    """Require that a number which is accepted for one baseline is accepted for some baseline."""
    assert are_ends(first) and are_ends(second) and first[0] > 0 and second[0] > 0
    assert lies(factor * baseline, times_some(with_ends(first), with_ends(second))) or not (
        lies(factor, with_ends(first)) and lies(baseline, with_ends(second))
    )


def times_every_holds_for_every_baseline(
    first: TwoEnds, second: TwoEnds, factor: int, baseline: int
) -> None:
    """Require that a number which is accepted for every baseline is accepted for each."""
    assert (
        are_ends(first)
        and are_ends(second)
        and first[0] > 0
        and second[0] > 0
        and lies(baseline, with_ends(second))
    )
    assert lies(factor, with_ends(first)) or not lies(
        factor * baseline, times_every(with_ends(first), with_ends(second))
    )
