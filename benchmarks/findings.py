"""Measure what all findings of a register cost, over one tally of it as it was in November 2026.

    python benchmarks/findings.py           # 200,000 supports
    python benchmarks/findings.py 100000

The goal was set against the tally of commit 3ea28ec (25 November 2026). A fresh clone cannot run
that version, and the tally of today is several times faster. So the yardstick is the plain loop
with sets of `tally.py`, which does not change with the library, and `LOOPS` is how many such loops
that tally cost. It was measured once, with the library of that commit and the register made here:
2.26 to 2.34, medians of nine paired rounds, three times, in processor time (Python 3.11, two
cores). The loop gives the numbers of today's tally, and gave those of that tally.
"""

import sys
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from attrs import evolve
from rounds import Row, paired, show
from tally import by_hand, by_rules

from nsc_program import HANOI, EnterpriseKind, Level, Register, Support, assess, findings

RECORDS = 200_000
AS_OF = date(2030, 12, 31)
FIRST_DAY = date(2021, 1, 1)
SEED = 149
LOOPS = 2.3
GOAL = 1.0
WEIGHTS = (31, 29, 23, 19, 17, 13, 7, 5, 3)


def register(number: int) -> Register:
    """Return a made-up register of supports, in which about one in a hundred has some fault.

    The faults are check digits, kinds that differ, things entered twice, days before their entry,
    and keys that were corrected later.

    Args:
        number: how many supports there are, without the versions that correct others.
    """
    random = Random(SEED)  # noqa: S311  # made-up data
    return Register.complete_through(AS_OF, list(_supports(random, number)))


def _supports(random: Random, number: int) -> Iterator[Support]:
    kinds = random.choices(list(EnterpriseKind), (94, 6, 0), k=number)
    for place in range(number):
        started = FIRST_DAY + timedelta(random.randrange(3000))
        code = _tax_code(random.randrange(number))
        support = Support(
            id=f"s{place:07}",
            enterprise=f"{code}-001" if place % 20 == 0 else code,
            kind=kinds[int(code[:9]) % number],
            level=random.choice(list(Level)),
            started_on=started,
            completed_on=started + timedelta(random.randrange(400)) if place % 9 else None,
            verified=place % 10 > 0,
            recorded_on=AS_OF,
        )
        yield from _with_faults(support, place)


def _with_faults(support: Support, place: int) -> Iterator[Support]:
    """Yield a support, with a fault if its place says so."""
    match place % 500:
        case 0:
            yield evolve(support, enterprise=f"{(int(support.enterprise[:10]) + 1) % 10**10:010}")
        case 100:
            yield evolve(support, kind=EnterpriseKind.COOPERATIVE)
        case 200:
            yield from (support, evolve(support, id=f"{support.id}-again"))
        case 300:
            yield evolve(support, recorded_on=support.started_on - timedelta(1))
        case 400:
            corrected = evolve(support, recorded_on=AS_OF, enterprise=_tax_code(place))
            yield from (evolve(support, recorded_on=support.started_on), corrected)
        case _:
            yield support


def _tax_code(number: int) -> str:
    """Return the tax code of an enterprise; where there is no check digit, of the next one."""
    text = f"{number:09}"
    rest = sum(int(digit) * weight for digit, weight in zip(text, WEIGHTS, strict=True)) % 11
    return f"{text}{10 - rest}" if rest else _tax_code(number + 1)


def _row(number: int) -> Row:
    made_up = register(number)
    evaluation = assess(HANOI, made_up, as_of=AS_OF)
    supports = [record for record in made_up.current if isinstance(record, Support)]
    if by_hand(supports, HANOI.periods) != by_rules(made_up):
        sys.exit("the plain loop counts something else")
    found = len(findings(evaluation, made_up))
    if not number / 500 < found < number / 20:
        sys.exit(f"{found} findings: expected some, and not of most records")
    loops = paired(lambda: findings(evaluation, made_up), lambda: by_hand(supports, HANOI.periods))
    work = f"all findings of {number:,} supports"
    return Row(work, "the tally of commit 3ea28ec", loops / LOOPS, GOAL)


if __name__ == "__main__":
    sizes = [int(word) for word in sys.argv[1:]] or [RECORDS]
    sys.exit(show(map(_row, sizes)))
