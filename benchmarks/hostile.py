"""Measure the time and memory that hostile inputs of 25, 50 and 100 kB take, for every known kind.

Each input is built and processed in its own process, under a time limit. The cost of an empty input
of the same kind is subtracted. A kind fails if its cost grows faster than its size to the power of
1.2, or if 100 kB take more than 2 s or 300 MB. A kind that takes less than 0.2 s counts as flat,
because noise would decide its growth.
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
"""The seconds of processor time after which an input is given up."""
MOST_ADDRESSED = 6 * 2**30


class Cost(NamedTuple):
    """The cost of one input.

    Attributes:
        size: The bytes of the input, less those of an empty input.
        seconds: The processor time.
        megabytes: The growth of the peak memory.
        given_up: The reason why the process did not end; empty if it ended.
    """

    size: int
    seconds: float
    megabytes: float
    given_up: str = ""


def measured(kind: str, size: int) -> Cost:
    """Process one input in a separate process and return its cost."""
    done = _own("--take", kind, str(size))
    if done.returncode == 0:
        return Cost(*json.loads(done.stdout.splitlines()[-1]))
    if done.returncode < 0:
        return Cost(size, PATIENCE, 0, f"killed by signal {-done.returncode}")
    reason = (done.stderr.strip().splitlines() or ["no output"])[-1]
    return Cost(size, PATIENCE, 0, reason)


def _own(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run this file in a separate process.

    The parent process stays small, because its children inherit its peak memory.
    """
    return subprocess.run(  # noqa: S603  # it is this file
        (sys.executable, __file__, *arguments), capture_output=True, text=True, check=False
    )


def _take(kind: str, size: int) -> None:
    """Process one input, and print its cost."""
    from hostile_inputs import KINDS  # noqa: PLC0415  # not in the parent

    resource.setrlimit(resource.RLIMIT_AS, (MOST_ADDRESSED, MOST_ADDRESSED))
    hostile = KINDS[kind]
    empty, full = hostile.make(0), hostile.make(size)
    hostile.take(empty)
    gc.collect()
    gc.freeze()  # garbage collection of older objects must not count as the cost of the input
    before, peak = process_time(), _peak()
    resource.setrlimit(resource.RLIMIT_CPU, (int(before) + PATIENCE, int(before) + PATIENCE + 1))
    hostile.take(full)
    seconds = process_time() - before
    sys.stdout.write(json.dumps([length(full) - length(empty), seconds, _peak() - peak]) + "\n")


def _name_all() -> None:
    """Print the names of all kinds."""
    from hostile_inputs import KINDS  # noqa: PLC0415  # not in the parent

    sys.stdout.write(json.dumps(list(KINDS)) + "\n")


def length(taken: object) -> int:
    """Return the number of bytes of an input, or of all inputs in a tuple."""
    if isinstance(taken, tuple):
        return sum(map(length, taken))
    return len(taken if isinstance(taken, bytes) else str(taken).encode("utf-8", "surrogatepass"))


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def exponent(costs: Sequence[Cost]) -> float:
    """Return the power of the size with which cost grows (least squares), or 0 if it is flat."""
    if costs[-1].seconds < LEAST_SECONDS:
        return 0.0
    points = [(log(cost.size), log(max(cost.seconds, LEAST_SECONDS / 10))) for cost in costs]
    mean_size = sum(size for size, _ in points) / len(points)
    mean_seconds = sum(seconds for _, seconds in points) / len(points)
    variance = sum((size - mean_size) ** 2 for size, _ in points)
    covariance = sum((size - mean_size) * (seconds - mean_seconds) for size, seconds in points)
    return float(covariance / variance)


def faults(costs: Sequence[Cost]) -> list[str]:
    """Return the limits that a kind exceeds."""
    last = costs[-1]
    if last.given_up:
        return [last.given_up]
    exceeded = []
    if exponent(costs) > MOST_EXPONENT:
        exceeded.append(f"exponent above {MOST_EXPONENT}")
    if last.seconds > MOST_SECONDS:
        exceeded.append(f"more than {MOST_SECONDS:g} s")
    if last.megabytes > MOST_MB:
        exceeded.append(f"more than {MOST_MB} MB")
    return exceeded


def _costs(kind: str) -> list[Cost]:
    """Return the costs from the smallest size on, up to the first that is given up."""
    costs: list[Cost] = []
    for size in SIZES:
        costs.append(measured(kind, size))
        if costs[-1].given_up:
            break
    return costs


def _best_costs(kind: str) -> list[Cost]:
    """Return the costs, or the lower costs of two runs if the first exceeds a limit.

    Disturbances only add to the cost of a run.
    """
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
    verdict = "; ".join(faults(costs)) or "passed"
    return f"{kind:48} {power} {last.seconds:7.2f} s {last.megabytes:7.0f} MB  {verdict}\n"


def main(wanted: Sequence[str]) -> int:
    """Print a line for each kind whose name contains a wanted word, or for every kind.

    Return 1 if a kind is too costly, and 0 otherwise.
    """
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
        if faults(costs):
            failed.append(kind)
    names = f": {', '.join(failed)}" if failed else ""
    sys.stdout.write(f"{len(kinds)} kinds, {len(failed)} too costly{names}\n")
    return int(bool(failed))


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["--names"]:
            _name_all()
        case ["--take", kind, size]:
            _take(kind, int(size))
        case wanted:
            sys.exit(main(wanted))
