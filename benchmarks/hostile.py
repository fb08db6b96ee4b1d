"""What the worst small inputs cost: processor time and memory, at 25, 50 and 100 kB, of every known hostile kind.

Each input is made and taken in a process of its own, under a limit of time. What the process cost before, with an
empty input of the same kind, is not counted. A kind fails if its cost grows faster than its size to the power 1.2, or
if 100 kB take more than 2 s or 300 MB. What takes less than a fifth of a second is flat: noise would decide.
"""

import gc
import json
import resource
import subprocess
import sys
from collections.abc import Sequence
from math import log
from time import process_time
from typing import NamedTuple

SIZES = (25_000, 50_000, 100_000)
MOST_EXPONENT, MOST_SECONDS, MOST_MB = 1.2, 2.0, 300
LEAST_SECONDS = 0.2
PATIENCE = 30
"""How many seconds of processor time one input may take before it is given up."""
MOST_ADDRESSED = 6 * 2**30


class Cost(NamedTuple):
    """What one input took.

    Attributes:
        size: how many bytes more it has than an empty one.
        given_up: why it did not end, if it did not.
    """

    size: int
    seconds: float
    megabytes: float
    given_up: str = ""


def measured(kind: str, size: int) -> Cost:
    """Take one input in a process of its own."""
    done = _own("--take", kind, str(size))
    if done.returncode == 0:
        return Cost(*json.loads(done.stdout.splitlines()[-1]))
    if done.returncode < 0:
        return Cost(size, PATIENCE, 0, f"killed by signal {-done.returncode}")
    reason = (done.stderr.strip().splitlines() or ["it said nothing"])[-1]
    return Cost(size, PATIENCE, 0, reason)


def _own(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run this file in a process of its own. The parent stays small: its peak would be that of its children too."""
    return subprocess.run(  # noqa: S603  # it is this file
        (sys.executable, __file__, *arguments), capture_output=True, text=True, check=False
    )


def _take(kind: str, size: int) -> None:
    """Take one input, and print what that cost."""
    from hostile_inputs import KINDS  # noqa: PLC0415  # not in the parent

    resource.setrlimit(resource.RLIMIT_AS, (MOST_ADDRESSED, MOST_ADDRESSED))
    found = KINDS[kind]
    empty, given = found.make(0), found.make(size)
    found.take(empty)
    gc.collect()
    gc.freeze()  # what was there before is not looked through for garbage at the input's cost
    before, peak = process_time(), _peak()
    resource.setrlimit(resource.RLIMIT_CPU, (int(before) + PATIENCE, int(before) + PATIENCE + 1))
    found.take(given)
    seconds = process_time() - before
    sys.stdout.write(json.dumps([length(given) - length(empty), seconds, _peak() - peak]) + "\n")


def _name_all() -> None:
    """Print the names of all kinds."""
    from hostile_inputs import KINDS  # noqa: PLC0415  # not in the parent

    sys.stdout.write(json.dumps(list(KINDS)) + "\n")


def length(given: object) -> int:
    """How many bytes an input has; of several, all of them."""
    if isinstance(given, tuple):
        return sum(map(length, given))
    return len(given if isinstance(given, bytes) else str(given).encode("utf-8", "surrogatepass"))


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def exponent(costs: Sequence[Cost]) -> float:
    """The power of the size that cost grows with, by least squares; 0 if it is too quick to say."""
    if costs[-1].seconds < LEAST_SECONDS:
        return 0.0
    points = [(log(cost.size), log(max(cost.seconds, LEAST_SECONDS / 10))) for cost in costs]
    across, along = (sum(each) / len(points) for each in zip(*points, strict=True))
    spread = sum((size - across) ** 2 for size, _ in points)
    together = sum((size - across) * (seconds - along) for size, seconds in points)
    return float(together / spread)


def faults(costs: Sequence[Cost]) -> list[str]:
    """What is too much about one kind."""
    last = costs[-1]
    if last.given_up:
        return [last.given_up]
    found = []
    if exponent(costs) > MOST_EXPONENT:
        found.append(f"exponent above {MOST_EXPONENT}")
    if last.seconds > MOST_SECONDS:
        found.append(f"more than {MOST_SECONDS:g} s")
    if last.megabytes > MOST_MB:
        found.append(f"more than {MOST_MB} MB")
    return found


def _costs(kind: str) -> list[Cost]:
    """The costs from the smallest size on, until one is not to be borne."""
    costs: list[Cost] = []
    for size in SIZES:
        costs.append(measured(kind, size))
        if costs[-1].given_up:
            break
    return costs


def _best_costs(kind: str) -> list[Cost]:
    """The costs; of what seems too costly, the least of two runs: what disturbs a run only ever adds to it."""
    costs = _costs(kind)
    if costs[-1].given_up or not faults(costs):
        return costs
    return [
        min(pair, key=lambda cost: cost.seconds) for pair in zip(costs, _costs(kind), strict=True)
    ]


def _line(kind: str, costs: Sequence[Cost]) -> str:
    last = costs[-1]
    power = (
        f"{exponent(costs):4.1f}" if len(costs) > 1 and last.seconds >= LEAST_SECONDS else "   -"
    )
    return f"{kind:48} {power} {last.seconds:7.2f} s {last.megabytes:7.0f} MB  {'; '.join(faults(costs)) or 'held'}\n"


def main(wanted: Sequence[str]) -> int:
    """Print a line for each kind, or for each whose name holds a wanted word; fail if any is too costly."""
    named = _own("--names")
    if named.returncode:
        sys.stderr.write(named.stderr)
        return 2
    kinds = [
        kind
        for kind in json.loads(named.stdout)
        if not wanted or any(word in kind for word in wanted)
    ]
    sys.stdout.write(f"{'kind':48} power, seconds and MB at {SIZES[-1] // 1000} kB\n")
    failed = []
    for kind in kinds:
        costs = _best_costs(kind)
        sys.stdout.write(_line(kind, costs))
        sys.stdout.flush()
        failed += [kind] * bool(faults(costs))
    sys.stdout.write(
        f"{len(kinds)} kinds, {len(failed)} too costly{': ' if failed else ''}{', '.join(failed)}\n"
    )
    return int(bool(failed))


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["--names"]:
            _name_all()
        case ["--take", kind, size]:
            _take(kind, int(size))
        case wanted:
            sys.exit(main(wanted))
