"""The tolerances at which the status of a target changes, in closed form.

“Khoảng N” accepts more numbers as the tolerance grows. So as it grows, a status can only turn from
missed to pending or undecided, and from there to attained.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor
from typing import NamedTuple, TypeAlias, final

from attrs import field, frozen

from nsc_program.plan._questions import LEAST_TOLERANCE as LEAST
from nsc_program.plan._questions import MOST_TOLERANCE as MOST
from nsc_program.values._numbers import MOST_DIGITS
from nsc_program.values._ranges import Range, by_place, shortened
from nsc_program.verdicts._comparisons import Compared, Comparison
from nsc_program.verdicts._status import Status

_STEP = Fraction(1, 10**6)
_MOST_DIGITS = MOST_DIGITS // 2
"""The most digits of a turn.

A turn is multiplied into an accepted number, which can have twice as many.
"""


def statuses_by_tolerance(
    first: Compared,
    last: Compared,
    under: Callable[[Fraction], Compared],
    accepted: "Ends | None",
) -> Iterator[tuple[Range, Status]]:
    """Yield the status under each admissible tolerance, as ranges of tolerances.

    If the accepted numbers are linear in the tolerance, a turn is exact; only a turn of more than
    500 digits is enclosed between two shorter numbers. If they are not linear, it is enclosed
    between two neighbouring millionths, so that no root is needed. The tolerances between the two
    enclosing numbers are left out.

    Args:
        first: the comparisons under the smallest tolerance.
        last: the comparisons under the largest tolerance.
        under: a function that returns the comparisons under a tolerance.
        accepted: what is accepted under the smallest and the largest tolerance, if it is linear in
            the tolerance; `None` if the comparisons depend on powers of the tolerance.
    """
    rising = _Rising(first, under, accepted)
    ranks = range(rising.rank(first), rising.rank(last) + 1)
    turns = (_START, *map(rising.turn, ranks[1:]), _END)
    for rank, (before, after) in zip(ranks, pairwise(turns), strict=True):
        between = before.until(after)
        if between is not None:
            yield between, rising.statuses[rank]


class Ends(NamedTuple):
    """What is accepted under the smallest and the largest tolerance.

    Attributes:
        least: the steps from the baseline, or the numbers, under the smallest tolerance.
        most: the same under the largest tolerance.
        joined: the function that makes a number of a step and a baseline.
    """

    least: Range
    most: Range
    joined: Callable[[Fraction, Fraction], Fraction]


@final
@frozen
class _Turn:
    """The tolerance at which a status turns into a better one.

    Attributes:
        below: a tolerance that is not above the turn.
        above: a tolerance that is not below the turn; it equals `below` if the turn is exact.
        includes: whether the turn is exact, and its tolerance has the better status already.
    """

    below: Fraction
    above: Fraction
    includes: bool

    @property
    def excludes(self) -> bool:
        """Whether the turn is exact, and its tolerance still has the worse status."""
        return self.below == self.above and not self.includes

    def until(self, following: "_Turn") -> Range | None:
        """Return the tolerances from this turn up to the next; `None` if none lie there."""
        start, end = self.above, following.below
        is_point = start == end and not (self.excludes or following.includes)
        if start < end or is_point:
            return Range(start, end, low_open=self.excludes, high_open=following.includes)
        return None


_START, _END = _Turn(LEAST, LEAST, includes=True), _Turn(MOST, MOST, includes=False)


@final
@frozen
class _Rising:
    """The statuses of a target, which rise with the tolerance, and the turns between them.

    Attributes:
        first: the comparisons under the smallest tolerance.
        under: a function that returns the comparisons under a tolerance.
        accepted: what is accepted under the smallest and the largest tolerance, if it is linear.
        statuses: the statuses that the target can have, the worst first.
    """

    first: Compared
    under: Callable[[Fraction], Compared]
    accepted: Ends | None
    statuses: tuple[Status, ...] = field(init=False)

    @statuses.default
    def _worst_first(self) -> tuple[Status, ...]:
        # One known number is accepted or not. Then the two turns of an open status would be one.
        if all(map(_is_known, self.first.comparisons)):
            return Status.MISSED, Status.ATTAINED
        between = Status.PENDING if self.first.is_open else Status.UNDECIDED
        return Status.MISSED, between, Status.ATTAINED

    def rank(self, compared: Compared) -> int:
        """Return the place of the status of some comparisons."""
        return self.statuses.index(compared.status)

    def turn(self, rank: int) -> _Turn:
        """Return the turn to the status of a rank."""

        def turned(tolerance: Fraction) -> bool:
            return self.rank(self.under(tolerance)) >= rank

        if self.accepted is None:
            return _bisected(turned)
        sure = self.statuses[rank] is Status.ATTAINED
        exact = _needed(self.first, self.accepted, sure=sure)
        below, above = _shortened(exact, floor), _shortened(exact, ceil)
        return _Turn(below, above, includes=below == above and turned(above))


def _is_known(comparison: Comparison) -> bool:
    """Return whether a figure has one possible number, which a baseline does not blur."""
    low, high = by_place(comparison.possible)
    return low == high and comparison.baseline is None and comparison.sure == comparison.perhaps


def _shortened(turn: Fraction, whole: Callable[[Fraction], int]) -> Fraction:
    return shortened(turn, whole, _MOST_DIGITS) or turn


def _bisected(turned: Callable[[Fraction], bool]) -> _Turn:
    """Return a turn between two neighbouring steps, the last one before it and the first after."""
    below, above = 0, int(MOST / _STEP)
    while above - below > 1:
        middle = (below + above) // 2
        below, above = (below, middle) if turned(middle * _STEP) else (middle, above)
    return _Turn(below * _STEP, above * _STEP, includes=False)


_Line: TypeAlias = tuple[Fraction, Fraction] | None
"""An end of the accepted numbers, at the smallest and at the largest tolerance.

Between these two tolerances it moves along a straight line. `None` if there is no such end.
"""


def _needed(compared: Compared, accepted: Ends, *, sure: bool) -> Fraction:
    """Return the tolerance from which all comparisons hold (`sure`) or from which none fails."""
    need = _to_hold if sure else _not_to_fail
    return max(need(comparison, accepted) for comparison in compared.comparisons)


def _to_hold(comparison: Comparison, accepted: Ends) -> Fraction:
    """Return the tolerance from which a comparison holds."""
    # Every possible number must be accepted, whatever the baseline is.
    lowest, highest = _baselines(comparison)
    low, high = _lines(accepted, highest, lowest)
    return max(_from_end(low, comparison.possible.low), _from_end(high, comparison.possible.high))


def _not_to_fail(comparison: Comparison, accepted: Ends) -> Fraction:
    """Return the tolerance from which a comparison does not fail."""
    if not comparison.fails:
        return LEAST
    low, high = _lines(accepted, *_baselines(comparison))
    numbers = _first_accepted(comparison.possible, low, high)
    return min(max(_from_end(low, number), _from_end(high, number)) for number in numbers)


def _first_accepted(possible: Range, *lines: _Line) -> list[Fraction]:
    """Return possible numbers, one of which is accepted first as the tolerance grows.

    It is at an end of the possible numbers, or it is a whole number just beside the accepted ones.
    """
    ends = [end for end in (possible.low, possible.high) if end is not None]
    accepted_ends = [line[0] for line in lines if line]
    beside = [Fraction(rounded(end)) for end in accepted_ends for rounded in (floor, ceil)]
    return [*ends, *(number for number in beside if number in possible)]


def _baselines(comparison: Comparison) -> tuple[Fraction | None, Fraction | None]:
    """Return the lowest and the highest baseline; for a total, both are 1."""
    return (
        (Fraction(1), Fraction(1))
        if comparison.baseline is None
        else (comparison.baseline.low, comparison.baseline.high)
    )


def _lines(
    accepted: Ends, low_baseline: Fraction | None, high_baseline: Fraction | None
) -> tuple[_Line, _Line]:
    """Return the ends of the accepted numbers, for the baselines of the two ends."""
    least, most, joined = accepted
    low = _line(least.low, most.low, low_baseline, joined)
    return low, _line(least.high, most.high, high_baseline, joined)


def _line(
    least: Fraction | None,
    most: Fraction | None,
    baseline: Fraction | None,
    joined: Callable[[Fraction, Fraction], Fraction],
) -> _Line:
    """Return an end of the accepted numbers, at both tolerances, from a baseline."""
    if least is None or most is None or baseline is None:
        return None
    return joined(least, baseline), joined(most, baseline)


def _from_end(line: _Line, number: Fraction | None) -> Fraction:
    """Return the tolerance from which an end of the accepted numbers admits a number."""
    # An absent end admits every number. An end moves outward as the tolerance grows, except at 0.
    # An end that does not move is never the reason for a turn.
    if line is None or number is None or line[0] == line[1]:
        return LEAST
    return max(LEAST, (number - line[0]) / (line[1] - line[0]) * MOST)
