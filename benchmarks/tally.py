"""Measure how fast `tally` counts supports by all rules of Hanoi's plan.

The yardstick is a plain loop that counts the same: for each record, each of the eight ways of
counting supports and each period it adds the key to a set of verified or of other keys, and then
takes the sizes of the sets. It knows the rules by heart, has no claims, reports or notes, and it
must give the same numbers. Both times are processor time, in paired rounds.

    python benchmarks/tally.py           # a million supports
    python benchmarks/tally.py 100000
"""

import gc
import sys
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import product
from random import Random
from statistics import median
from time import process_time

from nsc_program import HANOI, EnterpriseKind, Level, Period, Register, Support, Training, tally

RECORDS = 1_000_000
ROUNDS = 5
MOST = 0.4
MOST_GROWTH = 1.25
AS_OF = date(2030, 12, 31)
FIRST_DAY = date(2021, 1, 1)
SEED = 149

Ways = tuple[str, str, str]
Sizes = dict[tuple[str, Period], tuple[int, int]]


def supports(number: int) -> Register:
    """Return a made-up register: mostly tasks of the city for enterprises, some of branches."""
    random = Random(SEED)  # noqa: S311  # made-up data
    kinds = random.choices(list(EnterpriseKind), (90, 6, 4), k=number)
    levels = random.choices(list(Level), (80, 12, 8), k=number)
    records = []
    for place in range(number):
        started = FIRST_DAY + timedelta(random.randrange(3000))
        code = f"{random.randrange(number):010}"
        records.append(
            Support(
                id=f"s{place:07}",
                enterprise=f"{code}-001" if place % 20 == 0 else code,
                kind=kinds[place],
                level=levels[place],
                started_on=started,
                completed_on=started + timedelta(random.randrange(400)) if place % 9 else None,
                verified=place % 10 > 0,
            )
        )
    return Register.complete_through(AS_OF, records)


def by_hand(records: Sequence[Support], periods: Sequence[Period]) -> Sizes:
    """Count with a plain loop and sets."""
    ways = list(product(("completion", "start"), ("any", "city"), ("no", "yes")))
    found: dict[tuple[Ways, Period], tuple[set[str], set[str]]] = {
        (way, period): (set(), set()) for way in ways for period in periods
    }
    spans = {way: [(p.first, p.end, found[way, p]) for p in periods] for way in ways}
    for record in records:
        if record.kind is EnterpriseKind.HOUSEHOLD:
            continue
        key, grade = record.enterprise[:10], 0 if record.verified else 1
        for way in ways:
            event, level, cooperatives = way
            if level == "city" and record.level is not Level.CITY:
                continue
            if cooperatives == "no" and record.kind is EnterpriseKind.COOPERATIVE:
                continue
            on = record.started_on if event == "start" else record.completed_on
            if on is None:
                continue
            for first, last, keys in spans[way]:
                if first <= on <= last:
                    keys[grade].add(key)
    return {
        (_indicator(way), period): (len(sure), len(sure | others))
        for (way, period), (sure, others) in found.items()
    }


def _indicator(way: Ways) -> str:
    event, level, cooperatives = way
    started = "/started" if event == "start" else ""
    city = "/city" if level == "city" else ""
    return f"supported{started}{city}{'/cooperatives' if cooperatives == 'yes' else ''}"


def by_rules(register: Register) -> Sizes:
    """Count with the library, for all indicators of the plan."""
    figures = tally(HANOI, register, as_of=AS_OF).figures
    return {
        (figure.indicator, figure.period): (int(figure.range.low or 0), int(figure.range.high or 0))
        for figure in figures
        if figure.indicator.startswith("supported")
    }


def ratio(number: int) -> tuple[float, float]:
    """Return the median of the ratios of paired rounds, and the best time of the library."""
    register = supports(number)
    records = [record for record in register.current if isinstance(record, Support)]
    if by_hand(records, HANOI.periods) != by_rules(register):
        sys.exit("the plain loop counts something else")
    ratios, times = [], []
    for _ in range(ROUNDS):
        gc.collect()
        start = process_time()
        by_hand(records, HANOI.periods)
        middle = process_time()
        by_rules(register)
        end = process_time()
        ratios.append((end - middle) / (middle - start))
        times.append(end - middle)
    return median(ratios), min(times)


def headcounts(heads: int) -> float:
    """Return the best time of counting 1,500 trainings of some people each."""
    trainings = [Training(id=f"t{place}", headcount=heads, on=FIRST_DAY) for place in range(1_500)]
    register = Register.complete_through(AS_OF, trainings)
    tally(HANOI, register, as_of=AS_OF)
    times = []
    for _ in range(ROUNDS):
        start = process_time()
        tally(HANOI, register, as_of=AS_OF)
        times.append(process_time() - start)
    return min(times)


def main(number: int) -> None:
    """Print the ratios with their goals."""
    found, seconds = ratio(number)
    _, fewer = ratio(number // 10)
    growth = seconds / number / (fewer / (number // 10))
    many = headcounts(10_000) / headcounts(10)
    for name, value, goal in (
        (f"tally of {number:,} supports over a plain loop with sets", found, MOST),
        (f"a record among {number:,} over one among {number // 10:,}", growth, MOST_GROWTH),
        ("1,500 trainings of 10,000 people over trainings of 10", many, MOST_GROWTH),
    ):
        verdict = "" if value <= goal else "  MISSED"
        sys.stdout.write(f"{value:6.2f}  at most {goal:<5}{name}{verdict}\n")
    sys.stdout.write(f"{seconds:6.2f} s of processor time for {number:,} supports\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else RECORDS)
