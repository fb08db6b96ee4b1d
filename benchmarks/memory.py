"""Measure the peak of memory of a register and its tally, over a list of bare objects.

    python benchmarks/memory.py           # 100,000 supports
    python benchmarks/memory.py 1000000

A bare object is an instance of an attrs class of the same fields, without validators and weak
references. Both sides make the same ids, codes and days anew.
"""

import gc
import sys
import tracemalloc
from collections.abc import Callable, Iterator
from datetime import timedelta
from random import Random
from typing import Any

from attrs import field, fields, make_class
from rounds import Row, show
from tally import AS_OF, FIRST_DAY, SEED

from nsc_program import HANOI, EnterpriseKind, Level, Register, Support, tally

RECORDS = 100_000
BARE: Callable[..., Any] = make_class(
    "Bare",
    {each.name: field(default=each.default) for each in fields(Support)},
    kw_only=True,
    frozen=True,
    slots=True,
    weakref_slot=False,
)


def made(kind: Callable[..., Any], number: int) -> Iterator[Any]:
    """Yield made-up supports, like those of `tally.py`, as instances of a class."""
    random = Random(SEED)  # noqa: S311  # made-up data
    for place in range(number):
        started = FIRST_DAY + timedelta(random.randrange(3000))
        code = f"{random.randrange(number):010}"
        yield kind(
            id=f"s{place:07}",
            enterprise=f"{code}-001" if place % 20 == 0 else code,
            kind=random.choice((EnterpriseKind.ENTERPRISE, EnterpriseKind.COOPERATIVE)),
            level=random.choice((Level.CITY, Level.NATION)),
            started_on=started,
            completed_on=started + timedelta(random.randrange(400)) if place % 9 else None,
            verified=place % 10 > 0,
        )


def peak(work: Callable[[], object]) -> int:
    """Return the most memory that the objects of some work take at one time."""
    gc.collect()
    tracemalloc.start()
    held = work()
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    del held
    return most


def _row(number: int) -> Row:
    def counted(size: int = number) -> object:
        register = Register.complete_through(AS_OF, made(Support, size))
        return register, tally(HANOI, register, as_of=AS_OF)

    counted(100)  # the plan keeps what it finds out about itself
    ratio = peak(counted) / peak(lambda: list(made(BARE, number)))
    work = f"peak of memory of a register and tally of {number:,} supports"
    return Row(work, "a list of bare objects", ratio, 1.2)


if __name__ == "__main__":
    sys.exit(show([_row(int(sys.argv[1]) if len(sys.argv) > 1 else RECORDS)]))
