"""Measure how fast a running tally takes in one more record, over a whole tally.

Both give the same figures. A round adds a new support, reads the figures, and corrects a support
that was added before; the yardstick is one `tally` of all records. Both times are processor time.

    python benchmarks/running.py           # a million supports
    python benchmarks/running.py 100000
"""

import gc
import sys
from datetime import date
from statistics import median
from time import process_time

from attrs import evolve
from tally import AS_OF, FIRST_DAY, RECORDS, supports

from nsc_program import HANOI, Support, tally
from nsc_program.figures import RunningTally

ADDED = 300
MOST = 1 / 1_000


def one_more(place: int) -> Support:
    """Return a support of another enterprise."""
    code = f"9{place:09}"
    return Support(id=f"n{place}", enterprise=code, started_on=FIRST_DAY, completed_on=FIRST_DAY)


def seconds_of(running: RunningTally, *records: Support) -> float:
    """Return the time of adding records one by one, with the figures after each; the median."""
    times = []
    for record in records:
        start = process_time()
        running.add(record)
        _ = running.figures
        times.append(process_time() - start)
    return median(times)


def main(number: int) -> None:
    """Print the ratios with their goal."""
    register = supports(number)
    running = RunningTally(HANOI, register, as_of=AS_OF)
    start = process_time()
    _ = running.figures
    begun = process_time() - start
    added = [one_more(place) for place in range(ADDED)]
    day = date(2030, 1, 1)
    corrected = [evolve(record, verified=False, recorded_on=day) for record in added]
    found = {
        "one more record": seconds_of(running, *added),
        "a correction": seconds_of(running, *corrected),
    }
    whole = running.register
    _ = whole.current  # the versions are sorted out before, as in benchmarks/tally.py
    gc.collect()
    start = process_time()
    figures = tally(HANOI, whole, as_of=AS_OF)
    tallied = process_time() - start
    if figures != running.figures:
        sys.exit("the running tally counts something else")
    for name, seconds in found.items():
        ratio = seconds / tallied
        verdict = "" if ratio <= MOST else "  MISSED"
        sys.stdout.write(f"1/{1 / ratio:,.0f}  at most 1/1,000  {name}, figures read{verdict}\n")
    sys.stdout.write(f"{tallied:6.2f} s of processor time for a tally of {number:,} supports\n")
    sys.stdout.write(f"{begun:6.2f} s for the first figures of a running tally\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else RECORDS)
