"""How much a sweep costs, as a multiple of one evaluation in the same run. It may cost twenty."""

import sys
from collections.abc import Callable
from datetime import date
from time import perf_counter

from nsc_program import HANOI, Register, Support, evaluate, sweep, tally

MOST = 20
DAY = date(2025, 12, 31)


def _best(work: Callable[[], object], times: int = 20) -> float:
    """The shortest of several runs: what disturbs a run only ever adds to it."""
    spent = []
    for _ in range(times):
        start = perf_counter()
        work()
        spent.append(perf_counter() - start)
    return min(spent)


def main() -> int:
    """Print the ratio; fail if it is too high."""
    rows = [  # made up
        Support(
            id=f"s{n}",
            enterprise=f"SAMPLE-{n:04}",
            started_on=date(2024, 1, 1),
            completed_on=date(2024, 6, 30),
        )
        for n in range(1480)
    ]
    figures = tally(HANOI, Register.complete_through(DAY, rows), as_of=DAY)
    one, every = _best(lambda: evaluate(HANOI, figures)), _best(lambda: sweep(HANOI, figures))
    sys.stdout.write(
        f"evaluate {one * 1000:.2f} ms, sweep {every * 1000:.2f} ms, ratio {every / one:.1f}\n"
    )
    return int(every / one > MOST)


if __name__ == "__main__":
    sys.exit(main())
