"""Measure the time of a sweep against one evaluation; it may take twenty times as long."""

import sys
from collections.abc import Callable
from datetime import date
from time import perf_counter

from nsc_program import HANOI, Register, Support, evaluate, sweep, tally

MOST = 20
DAY = date(2025, 12, 31)


def _best(work: Callable[[], object], times: int = 20) -> float:
    """Return the shortest time of several runs; disturbances only add time."""
    spent = []
    for _ in range(times):
        start = perf_counter()
        work()
        spent.append(perf_counter() - start)
    return min(spent)


def main() -> int:
    """Print the ratio; return 1 if it is too high, else 0."""
    supports = [
        Support(
            id=f"s{number}",
            enterprise=f"SAMPLE-{number:04}",
            started_on=date(2024, 1, 1),
            completed_on=date(2024, 6, 30),
        )
        for number in range(1480)
    ]
    figures = tally(HANOI, Register.complete_through(DAY, supports), as_of=DAY)
    single, all_readings = (
        _best(lambda: evaluate(HANOI, figures)),
        _best(lambda: sweep(HANOI, figures)),
    )
    ratio = all_readings / single
    sys.stdout.write(
        f"evaluate {single * 1000:.2f} ms, sweep {all_readings * 1000:.2f} ms, ratio {ratio:.1f}\n"
    )
    return int(ratio > MOST)


if __name__ == "__main__":
    sys.exit(main())
