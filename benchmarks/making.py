"""Measure what the validation of a support costs, over an object of the same fields.

python benchmarks/making.py
"""

import sys
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from bare import BareFunding, BareSupport, differ, long, short
from rounds import Row, Work, paired, show, times

from nsc_program import Support

MADE, ROUNDS = 20_000, 25
GOAL = 1.9


def _making(kind: Callable[..., object], given: Mapping[str, Any]) -> Work:
    return times(MADE, lambda: kind(**given))


def _rows() -> Iterator[Row]:
    for fields, ours, theirs in (
        ("nearly all fields", long(123_456), long(123_456, BareFunding)),
        ("four fields", short(123_456), short(123_456)),
    ):
        if differ([Support(**ours)], [BareSupport(**theirs)]):
            sys.exit("the bare object has other values")
        made, bare = (_making(Support, ours), _making(BareSupport, theirs))
        ratio = paired(made, bare, rounds=ROUNDS)
        yield Row(f"a validated Support of {fields}", "a bare frozen attrs class", ratio, GOAL)


if __name__ == "__main__":
    sys.exit(show(_rows()))
