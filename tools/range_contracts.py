"""The laws of ranges for all whole numbers, as contracts that CrossHair tries to break.

    crosshair check --analysis_kind=asserts --report_all tools/range_contracts.py

The `assert` that opens a contract says what it is given, the one that closes it what must hold. A range is given by its
ends, `None` where one is absent, and whether each is open.
"""

from fractions import Fraction
from typing import TypeAlias

from nsc_program import Range
from nsc_program.values import reconcile
from nsc_program.values._ranges import common, hull, minus, times_every, times_some

Ends: TypeAlias = tuple[int | None, int | None, bool, bool]
TwoEnds: TypeAlias = tuple[int, int, bool, bool]


def are_ends(given: Ends) -> bool:
    """Whether something lies between them though they may be open; an absent end is not."""
    low, high, low_open, high_open = given
    absent = (low is None and low_open) or (high is None and high_open)
    return not absent and (low is None or high is None or low < high)


def with_ends(given: Ends) -> Range:
    """Make the range."""
    low, high, low_open, high_open = given
    return Range(low, high, low_open=low_open, high_open=high_open)


def lies(number: int | Fraction, each: Range | None) -> bool:
    """Membership, spelled out."""
    if each is None:
        return False
    above = each.low is None or number > each.low or (number == each.low and not each.low_open)
    below = each.high is None or number < each.high or (number == each.high and not each.high_open)
    return above and below


def within_is_to_hold_nothing_else(one: Ends, other: Ends, number: int) -> None:
    """A number of a range lies in every range that it is within."""
    assert are_ends(one) and are_ends(other) and lies(number, with_ends(one))
    assert lies(number, with_ends(other)) or not with_ends(one).within(with_ends(other))


def common_holds_what_lies_in_both(one: TwoEnds, other: TwoEnds, number: int) -> None:
    """A number lies in what is common exactly if it lies in both."""
    assert are_ends(one) and are_ends(other)
    both = lies(number, with_ends(one)) and lies(number, with_ends(other))
    assert both == lies(number, common((with_ends(one), with_ends(other))))


def the_hull_holds_both(one: Ends, other: Ends, number: int) -> None:
    """A number of either lies in the hull."""
    assert (
        are_ends(one)
        and are_ends(other)
        and (lies(number, with_ends(one)) or lies(number, with_ends(other)))
    )
    assert lies(number, hull((with_ends(one), with_ends(other))))


def two_pieces_clash_unless_they_meet(one: TwoEnds, other: TwoEnds) -> None:
    """Two pieces of evidence clash, both of them, exactly if nothing lies in both."""
    assert are_ends(one) and are_ends(other)
    _, clashing = reconcile((with_ends(one), with_ends(other)))
    assert len(clashing) == (0 if with_ends(one).meets(with_ends(other)) else 2)


def evidence_has_no_order(one: TwoEnds, other: TwoEnds) -> None:
    """Two pieces of evidence come to the same in either order."""
    assert are_ends(one) and are_ends(other)
    assert reconcile((with_ends(one), with_ends(other))) == reconcile(
        (with_ends(other), with_ends(one))
    )


def minus_holds_every_difference(one: Ends, other: Ends, left: int, right: int) -> None:
    """The difference of two numbers lies in that of their ranges."""
    assert (
        are_ends(one)
        and are_ends(other)
        and lies(left, with_ends(one))
        and lies(right, with_ends(other))
    )
    assert lies(left - right, minus(with_ends(one), with_ends(other)))


def times_some_holds_every_product(
    one: TwoEnds, other: TwoEnds, factor: int, baseline: int
) -> None:
    """What is accepted for some baseline is accepted."""
    assert 0 < one[0] < one[1] and 0 < other[0] < other[1]
    assert lies(factor * baseline, times_some(with_ends(one), with_ends(other))) or not (
        lies(factor, with_ends(one)) and lies(baseline, with_ends(other))
    )


def times_every_holds_for_every_baseline(
    one: TwoEnds, other: TwoEnds, factor: int, baseline: int
) -> None:
    """What is accepted for every baseline is accepted for each."""
    assert 0 < one[0] < one[1] and 0 < other[0] < other[1] and lies(baseline, with_ends(other))
    assert lies(factor, with_ends(one)) or not lies(
        factor * baseline, times_every(with_ends(one), with_ends(other))
    )
