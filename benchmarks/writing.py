"""Measure how a register of a million supports is written, over cattrs and orjson.

The yardstick writes bare objects on one line, without the fields that have their default value.

    python benchmarks/writing.py           # a million supports
    python benchmarks/writing.py 100000
"""

import sys
from collections.abc import Iterator

import orjson
from bare import bare, converter, register
from rounds import Row, paired, show

from nsc_program.serialization import to_json

SUPPORTS, ROUNDS = 1_000_000, 5
GOAL = 0.6


def _rows(number: int) -> Iterator[Row]:
    ours, theirs = register(number), bare(number)
    unstructure = converter().unstructure

    def by_cattrs() -> bytes:
        return orjson.dumps({"supports": unstructure(theirs)})

    if orjson.loads(to_json(ours))["supports"] != orjson.loads(by_cattrs())["supports"]:
        sys.exit("cattrs writes other supports")
    ratio = paired(lambda: to_json(ours), by_cattrs, rounds=ROUNDS)
    yield Row(f"a register of {number:,} supports to JSON", "cattrs and orjson", ratio, GOAL)


if __name__ == "__main__":
    sys.exit(show(_rows(int(sys.argv[1]) if len(sys.argv) > 1 else SUPPORTS)))
