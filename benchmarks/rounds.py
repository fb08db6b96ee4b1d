"""Compare the library with a yardstick in paired rounds.

A disturbance of the machine falls on both sides of a round, so the ratio of a round is steadier
than a time, and the median of the ratios steadier than one. A benchmark first makes sure that both
sides give the same answer.
"""

import gc
import sys
from collections.abc import Callable, Iterable
from statistics import median
from time import process_time

from attrs import frozen

Work = Callable[[], object]


@frozen
class Row:
    """A row of the table of speed.

    Attributes:
        work: What the library does.
        over: The yardstick.
        ratio: The cost of the work over that of the yardstick.
        goal: The highest ratio that is wanted.
    """

    work: str
    over: str
    ratio: float
    goal: float

    def __str__(self) -> str:
        """Return the line of the table."""
        missed = "" if self.ratio <= self.goal else "  MISSED"
        return f"{self.ratio:8.2f}  at most {self.goal:<5}{self.work}, over {self.over}{missed}"


def paired(
    ours: Work, theirs: Work, *, rounds: int = 7, clock: Callable[[], float] = process_time
) -> float:
    """Return the median of the ratios of several rounds, after one that is not counted.

    The collector of garbage runs before each side, and is left as it is during both.

    Args:
        ours: The work of the library.
        theirs: The work of the yardstick.
        rounds: How many rounds are counted.
        clock: What tells the time: processor time, unless the work waits or starts processes.
    """
    ours(), theirs()
    return median(_spent(ours, clock) / _spent(theirs, clock) for _ in range(rounds))


def _spent(work: Work, clock: Callable[[], float]) -> float:
    gc.collect()
    start = clock()
    work()
    return clock() - start


def times(number: int, work: Work) -> Work:
    """Return a function that does the work so many times."""

    def repeated() -> None:
        for _ in range(number):
            work()

    return repeated


def show(rows: Iterable[Row]) -> int:
    """Print each row as soon as it is measured; return 1 if one misses its goal, else 0."""
    missed = False
    for row in rows:
        sys.stdout.write(f"{row}\n")
        sys.stdout.flush()
        missed |= row.ratio > row.goal
    return int(missed)
