"""Measure how long it takes to draw a register of fifty records, against `builds` for each record.

A register may take 2 ms on average, and a third of the time that `hypothesis.strategies.builds`
takes for the same number of supports.
"""

import sys
from time import perf_counter
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from nsc_program import EnterpriseKind, Level, Support
from nsc_program.testing.strategies import days, registers

RECORDS = 50
MOST_MS, MOST_SHARE = 2.0, 1 / 3


def _average(strategy: SearchStrategy[Any], times: int = 500) -> float:
    """Return the average seconds of a draw, without the work of Hypothesis between draws."""
    spent: list[float] = []

    @settings(
        max_examples=times,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.data())
    def draw(data: st.DataObject) -> None:
        start = perf_counter()
        data.draw(strategy)
        spent.append(perf_counter() - start)

    draw()
    return sum(spent) / len(spent)


def _built() -> SearchStrategy[list[Support]]:
    """Return the plain strategy for fifty supports, with a strategy for each field."""
    support = st.builds(
        Support,
        id=st.text("abcdef", min_size=1, max_size=4),
        enterprise=st.sampled_from(["0100000001", "0100000001-001", "SAMPLE-1"]),
        kind=st.sampled_from(EnterpriseKind),
        started_on=days(),
        level=st.sampled_from(Level),
        verified=st.booleans(),
        annulled=st.booleans(),
        document=st.none() | st.just("made up"),
    )
    return st.lists(support, min_size=RECORDS, max_size=RECORDS)


def main() -> int:
    """Print both times and their ratio; return 1 if the register takes too long, else 0."""
    least = min(_average(registers(min_size=RECORDS, max_size=RECORDS)) for _ in range(3))
    plain = min(_average(_built()) for _ in range(3))
    sys.stdout.write(
        f"register of {RECORDS} records {least * 1000:.2f} ms, "
        f"{RECORDS} supports field by field {plain * 1000:.2f} ms, ratio {least / plain:.2f}\n"
    )
    return int(least * 1000 > MOST_MS or least / plain > MOST_SHARE)


if __name__ == "__main__":
    sys.exit(main())
