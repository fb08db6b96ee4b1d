"""Measure what a report costs among many overlapping reports, in a tally.

    python benchmarks/reports.py

The reports are spread evenly over five indicators, since at most 200 reports on one indicator are
compared. Each overlaps most of the others on its indicator, and all are true: they are counted
from made-up things. Things of one kind add up; things of the other kind come again. The yardstick
is a tally of a tenth of the reports.
"""

import sys
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from rounds import Row, paired, show, times

from nsc_program import Period, Register, tally
from nsc_program.plan import AtLeast, Citation, Document, Indicator, Phase, Program, Target, Unit
from nsc_program.records import ReportedFigure
from nsc_program.values import Range, Text

INDICATORS = 5
SEED = 149
THINGS, DAYS = 400, 1826
MANY, FEW = 1000, 100
PERIOD = Period.of_years(2021, 2025)
DAY = date(2026, 1, 1)
TITLE = Text(vi="một", en="a")
UNIT = Unit(id="thing", label=TITLE)
CITED = (Citation(document=Document(id="d", title=TITLE, place="p"), words="at least one"),)


def _plan(*, additive: bool) -> Program:
    names = [f"i{place}" for place in range(INDICATORS)]
    return Program(
        id="p",
        edition="e",
        title=TITLE,
        issuer=TITLE,
        indicators=tuple(
            Indicator(id=name, unit=UNIT, label=TITLE, additive=additive) for name in names
        ),
        phases=(
            Phase(
                id="x",
                period=PERIOD,
                targets=tuple(
                    Target(
                        id=f"x/{name}",
                        title=TITLE,
                        indicator=name,
                        bound=AtLeast(1),
                        citations=CITED,
                    )
                    for name in names
                ),
            ),
        ),
    )


def _reports(number: int, *, additive: bool) -> Register:
    """Return true reports over periods of a hundred to a thousand days."""
    random = Random(SEED)  # noqa: S311  # made-up data
    things = [(random.randrange(DAYS), random.randrange(THINGS)) for _ in range(3 * THINGS)]
    reports = []
    for place in range(number):
        first, length = random.randrange(DAYS - 1000), random.randrange(100, 1000)
        held = [thing for day, thing in things if first <= day < first + length]
        reports.append(
            ReportedFigure(
                id=f"r{place}",
                indicator=f"i{place % INDICATORS}",
                period=Period(
                    PERIOD.first + timedelta(first), PERIOD.first + timedelta(first + length - 1)
                ),
                value=Range.exactly(len(held if additive else set(held))),
                issued=DAY,
            )
        )
    return Register(reports)


def _rows() -> Iterator[Row]:
    for things, additive in (("that add up", True), ("that come again", False)):
        plan = _plan(additive=additive)
        many, few = (_reports(number, additive=additive) for number in (MANY, FEW))

        def ours(plan: Program = plan, register: Register = many) -> None:
            tally(plan, register, as_of=DAY)

        def theirs(plan: Program = plan, register: Register = few) -> None:
            tally(plan, register, as_of=DAY)

        ratio = paired(times(3, ours), times(3 * MANY // FEW, theirs))
        what = f"one of {MANY:,} overlapping reports of things {things}"
        yield Row(what, f"one of {FEW}", ratio, 1.5)


if __name__ == "__main__":
    sys.exit(show(_rows()))
