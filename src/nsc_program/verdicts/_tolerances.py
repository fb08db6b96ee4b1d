"""The tolerances at which the status of a target changes, in closed form.

“Khoảng N” accepts more numbers as the tolerance grows. So as it grows, a status can only turn from
missed to pending or undecided, and from there to attained.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from math import ceil, floor
from typing import TypeAlias

from nsc_program.plan._readings import LEAST_TOLERANCE as LEAST
from nsc_program.plan._readings import MOST_TOLERANCE as MOST
from nsc_program.values._ranges import MOST_DIGITS, Range, shortened
from nsc_program.verdicts._comparisons import Compared, Comparison, factors
from nsc_program.verdicts._status import Status

_STEP = Fraction(1, 10**6)
_MOST_DIGITS = MOST_DIGITS // 2
"""The most digits of a turn.

A turn is multiplied into an accepted number, which can have twice as many.
"""


def statuses_by_tolerance(
    first: Compared,
    under: Callable[[Fraction], Compared],
    allowed: Callable[[Fraction], Range] | None,
) -> Iterator[tuple[Range, Status]]:
    """Yield the status under each admissible tolerance, as ranges of tolerances.

    If the accepted numbers are linear in the tolerance, a turn is exact; only a turn of more than
    500 digits is enclosed between two shorter numbers. If they are not linear, it is enclosed
    between two neighbouring millionths, so that no root is needed. The tolerances between the two
    enclosing numbers are left out.

    Args:
        first: the comparisons under the smallest tolerance.
        under: a function that returns the comparisons under a tolerance.
        allowed: a function that returns the numbers that the bound accepts under a tolerance, if
            they are linear in it; `None` if the comparisons depend on powers of the tolerance.
    """
    last = under(MOST)
    statuses = (
        Status.MISSED,
        Status.PENDING if first.is_open else Status.UNDECIDED,
        Status.ATTAINED,
    )
    start, start_open = LEAST, False
    for rank in range(statuses.index(first.status) + 1, statuses.index(last.status) + 1):

        def turned(tolerance: Fraction, rank: int = rank) -> bool:
            return statuses.index(under(tolerance).status) >= rank

        if allowed is None:
            below, above = _bisected(turned)
            includes = False
        else:
            turn = _needed(
                first, (allowed(LEAST), allowed(MOST)), sure=statuses[rank] is Status.ATTAINED
            )
            below, above = (
                shortened(turn, rounded, _MOST_DIGITS) or turn for rounded in (floor, ceil)
            )
            includes = below == above and turned(above)
        if start < below or (start == below and not (start_open or includes)):
            yield Range(start, below, low_open=start_open, high_open=includes), statuses[rank - 1]
        start, start_open = above, below == above and not includes
    yield Range(start, MOST, low_open=start_open), last.status


def _bisected(turned: Callable[[Fraction], bool]) -> tuple[Fraction, Fraction]:
    """Return two neighbouring steps, the last one before the turn and the first one after it."""
    below, above = 0, int(MOST / _STEP)
    while above - below > 1:
        middle = (below + above) // 2
        below, above = (below, middle) if turned(middle * _STEP) else (middle, above)
    return below * _STEP, above * _STEP


_Line: TypeAlias = tuple[Fraction, Fraction] | None
"""An end of the accepted numbers, at the smallest and at the largest tolerance.

Between these two tolerances it moves along a straight line. `None` if there is no such end.
"""


def _needed(compared: Compared, allowed: tuple[Range, Range], *, sure: bool) -> Fraction:
    """Return the tolerance from which all comparisons hold (`sure`) or from which none fails."""
    need = _to_hold if sure else _not_to_fail
    return max(need(comparison, allowed) for comparison in compared.comparisons)


def _to_hold(comparison: Comparison, allowed: tuple[Range, Range]) -> Fraction:
    """Return the tolerance from which a comparison holds."""
    # Every possible number must be accepted, whatever the baseline is.
    lowest, highest = _baselines(comparison)
    low, high = _lines(allowed, comparison, highest, lowest)
    return max(_from_end(low, comparison.possible.low), _from_end(high, comparison.possible.high))


def _not_to_fail(comparison: Comparison, allowed: tuple[Range, Range]) -> Fraction:
    """Return the tolerance from which a comparison does not fail."""
    if not comparison.fails:
        return LEAST
    # One possible number must be accepted for some baseline. It is at an end of the possible
    # numbers, or it is a whole number just beside the accepted ones.
    low, high = _lines(allowed, comparison, *_baselines(comparison))
    possible = comparison.possible
    accepted_ends = [line[0] for line in (low, high) if line]
    beside = [Fraction(rounded(end)) for end in accepted_ends for rounded in (floor, ceil)]
    inside = [number for number in beside if Range(number, number).within(possible)]
    ends = [end for end in (possible.low, possible.high) if end is not None]
    return min(max(_from_end(low, number), _from_end(high, number)) for number in (*ends, *inside))


def _baselines(comparison: Comparison) -> tuple[Fraction | None, Fraction | None]:
    """Return the lowest and the highest baseline; without growth, both are 1."""
    return (
        (Fraction(1), Fraction(1))
        if comparison.baseline is None
        else (comparison.baseline.low, comparison.baseline.high)
    )


def _lines(
    allowed: tuple[Range, Range],
    comparison: Comparison,
    low_baseline: Fraction | None,
    high_baseline: Fraction | None,
) -> tuple[_Line, _Line]:
    """Return the ends of the accepted numbers, for the baselines of the two ends."""
    least, most = allowed if comparison.baseline is None else map(factors, allowed)
    return _line(least.low, most.low, low_baseline), _line(least.high, most.high, high_baseline)


def _line(least: Fraction | None, most: Fraction | None, baseline: Fraction | None) -> _Line:
    """Return an end of the accepted numbers, given at both tolerances, times the baseline."""
    return (
        None
        if least is None or most is None or baseline is None
        else (least * baseline, most * baseline)
    )


def _from_end(line: _Line, number: Fraction | None) -> Fraction:
    """Return the tolerance from which an end of the accepted numbers admits a number."""
    # An absent end admits every number. An end moves outward as the tolerance grows, except at 0.
    # An end that does not move is never the reason for a turn.
    if line is None or number is None or line[0] == line[1]:
        return LEAST
    return max(LEAST, (number - line[0]) / (line[1] - line[0]) * MOST)
