"""Measure what the imports and the command cost, as whole processes.

    python benchmarks/imports.py

The byte code is written by the first round, which is not counted.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from rounds import Row, Work, paired, show

SAMPLE = Path(__file__).parent.parent / "docs" / "examples" / "made-up-register.json"
EVALUATE = ["-m", "nsc_program", "evaluate", str(SAMPLE), "--as-of", "2026-06-30"]
ROUNDS = 25
ENVIRONMENT = {key: value for key, value in os.environ.items() if "BYTECODE" not in key}


def _process(*arguments: str, codes: tuple[int, ...] = (0,)) -> Work:
    """Return a function that runs Python with the arguments and checks how it exits."""

    def run() -> None:
        done = subprocess.run(
            [sys.executable, *arguments], env=ENVIRONMENT, capture_output=True, check=False
        )
        if done.returncode not in codes:
            sys.exit(done.stderr.decode())

    return run


def _rows() -> Iterator[Row]:
    attrs = _process("-c", "import attrs")
    for work, ours, over, theirs, goal in (
        (
            "import nsc_program",
            _process("-c", "import nsc_program"),
            "an empty process",
            _process("-c", "pass"),
            1.05,
        ),
        (
            "from nsc_program import HANOI, tally, evaluate",
            _process("-c", "from nsc_program import HANOI, tally, evaluate"),
            "import attrs",
            attrs,
            2.0,
        ),
        (
            "nsc-program evaluate on the sample",
            _process(*EVALUATE, codes=(0, 1)),
            "import attrs",
            attrs,
            4.5,
        ),
    ):
        yield Row(work, over, paired(ours, theirs, rounds=ROUNDS, clock=perf_counter), goal)


if __name__ == "__main__":
    sys.exit(show(_rows()))
