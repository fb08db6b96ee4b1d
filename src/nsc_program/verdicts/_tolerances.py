"""From which tolerance on a status is so, in closed form.

“Khoảng N” accepts more as the tolerance grows, so a status only ever turns from missed to open to attained.
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
"""How many digits a turn has: half as many as an end of what is accepted, which it is multiplied into."""


def statuses_by_tolerance(
    first: Compared,
    under: Callable[[Fraction], Compared],
    allowed: Callable[[Fraction], Range] | None,
) -> Iterator[tuple[Range, Status]]:
    """The status under each admissible tolerance, as ranges of tolerances.

    Args:
        first: what is compared under the least of them.
        under: what a decision compares under a tolerance.
        allowed: the numbers that the bound accepts under a tolerance, which are linear in it; `None` where what is
            compared depends on its powers. No root is drawn then: within a millionth of a turn nothing is said, nor
            about one of more than five hundred digits within the last of them.
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
            below, above = (shortened(turn, whole, _MOST_DIGITS) or turn for whole in (floor, ceil))
            includes = below == above and turned(above)
        if start < below or (start == below and not (start_open or includes)):
            yield Range(start, below, low_open=start_open, high_open=includes), statuses[rank - 1]
        start, start_open = above, below == above and not includes
    yield Range(start, MOST, low_open=start_open), last.status


def _bisected(turned: Callable[[Fraction], bool]) -> tuple[Fraction, Fraction]:
    """Two neighbouring steps: before the turn, and after it."""
    below, above = 0, int(MOST / _STEP)
    while above - below > 1:
        middle = (below + above) // 2
        below, above = (below, middle) if turned(middle * _STEP) else (middle, above)
    return below * _STEP, above * _STEP


_Line: TypeAlias = tuple[Fraction, Fraction] | None
"""An end of what is accepted, at the least and at the most tolerance; it changes in a straight line between them."""


def _needed(compared: Compared, allowed: tuple[Range, Range], *, sure: bool) -> Fraction:
    """The tolerance from which all comparisons hold (`sure`), or from which none fails."""
    need = _to_hold if sure else _not_to_fail
    return max(need(each, allowed) for each in compared.comparisons)


def _to_hold(comparison: Comparison, allowed: tuple[Range, Range]) -> Fraction:
    # All that is possible must be accepted whatever the baseline is.
    lowest, highest = _bases(comparison)
    low, high = _lines(allowed, comparison, highest, lowest)
    return max(_from_end(low, comparison.possible.low), _from_end(high, comparison.possible.high))


def _not_to_fail(comparison: Comparison, allowed: tuple[Range, Range]) -> Fraction:
    if not comparison.fails:
        return LEAST
    # One possible number must be accepted for some baseline: one at an end, or a whole one just beside what is accepted.
    low, high = _lines(allowed, comparison, *_bases(comparison))
    possible = comparison.possible
    beside = [Fraction(whole(line[0])) for line in (low, high) if line for whole in (floor, ceil)]
    inside = [number for number in beside if Range(number, number).within(possible)]
    ends = [end for end in (possible.low, possible.high) if end is not None]
    return min(max(_from_end(low, number), _from_end(high, number)) for number in (*ends, *inside))


def _bases(comparison: Comparison) -> tuple[Fraction | None, Fraction | None]:
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
    """The ends of what is accepted, from these bases."""
    least, most = allowed if comparison.baseline is None else map(factors, allowed)
    return _line(least.low, most.low, low_baseline), _line(least.high, most.high, high_baseline)


def _line(least: Fraction | None, most: Fraction | None, baseline: Fraction | None) -> _Line:
    return (
        None
        if least is None or most is None or baseline is None
        else (least * baseline, most * baseline)
    )


def _from_end(line: _Line, number: Fraction | None) -> Fraction:
    """The tolerance from which an end lets a number in; no number is beyond an end that is absent."""
    # An end moves outward unless it is 0, and one that stays is never asked to move: the status would not turn.
    if line is None or number is None or line[0] == line[1]:
        return LEAST
    return max(LEAST, (number - line[0]) / (line[1] - line[0]) * MOST)
