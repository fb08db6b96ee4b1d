"""Measure how the cost of each public way through the library grows with the size of its input.

    python benchmarks/growth.py              # all ways, in about two minutes
    python benchmarks/growth.py tally merge  # some ways

Each row is the exponent between n things and ten times as many: 1 means that ten times as many
things cost ten times as much, 2 that they cost a hundred times as much. The large input is paired
with ten runs on the small one, so both sides of a round last about as long.
"""

import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from itertools import chain
from math import log10
from pathlib import Path
from tempfile import TemporaryDirectory

from attrs import evolve
from findings import AS_OF, register
from rounds import Row, Work, paired, show, times

from nsc_program import (
    HANOI,
    AtLeast,
    Citation,
    Funding,
    Indicator,
    Period,
    Phase,
    Program,
    Register,
    Support,
    Target,
    Text,
    assess,
    evaluate,
    findings,
    sweep,
    tally,
)
from nsc_program.intake import read
from nsc_program.intake.files import open_sheet
from nsc_program.serialization import from_json, to_json
from nsc_program.verdicts import evidence, funding, funding_by_year

MOST = 1.1
ROUNDS = 3
TARGET = "2021-2025/supported"
FOLDER = TemporaryDirectory()
VERSIONS = 5

Way = Callable[[int], Work]
"""Prepares an input of some size, and returns the work that is measured."""


def _tally(number: int) -> Work:
    made_up = register(number)
    return lambda: tally(HANOI, made_up, as_of=AS_OF)


def _findings(number: int) -> Work:
    made_up = register(number)
    evaluation = assess(HANOI, made_up, as_of=AS_OF)
    return lambda: findings(evaluation, made_up)


def _evidence(number: int) -> Work:
    made_up = register(number)
    evaluation = assess(HANOI, made_up, as_of=AS_OF)
    return lambda: evidence(evaluation, made_up, TARGET)


def _funding(number: int) -> Work:
    money = Funding("state-budget", 1_000_000)
    paid = [evolve(each, funding=(money,)) for each in _supports(number)]
    made_up = Register.complete_through(AS_OF, paid)
    return lambda: funding(HANOI, made_up, as_of=AS_OF)


def _funding_by_year(number: int) -> Work:
    money = Funding("state-budget", 1_000_000)
    paid = [
        evolve(each, funding=(money,), spending_year=each.started_on.year if place % 3 else None)
        for place, each in enumerate(_supports(number))
    ]
    made_up = Register.complete_through(AS_OF, paid)
    return lambda: funding_by_year(HANOI, made_up, as_of=AS_OF)


def _from_json(number: int) -> Work:
    text = to_json(register(number))
    return lambda: from_json(text, Register)


def _to_json(number: int) -> Work:
    made_up = register(number)
    return lambda: to_json(made_up)


def _merge(number: int) -> Work:
    """Merge two registers that share a third of their records."""
    records = register(number).records
    third = len(records) // 3
    left, right = Register(records[: 2 * third]), Register(records[third:])
    return lambda: left.merge(right)


def _versions(number: int) -> Work:
    """Make a register of records with five versions each, in the order in which they were made."""
    supports = _supports(number // VERSIONS)
    later = [AS_OF + timedelta(days) for days in range(VERSIONS)]
    versions = [evolve(each, recorded_on=day) for day in later for each in supports]
    return lambda: Register(versions).current


def _supports(number: int) -> list[Support]:
    """Return the made-up supports, each once."""
    return [each for each in register(number).current if isinstance(each, Support)]


def _make_plan(number: int) -> Work:
    parts = _parts(number)
    return lambda: _plan(*parts)


def _evaluate(number: int) -> Work:
    plan = _plan(*_parts(number))
    figures = tally(plan, Register(), as_of=AS_OF)
    return lambda: evaluate(plan, figures)


def _sweep(number: int) -> Work:
    plan = _plan(*_parts(number))
    figures = tally(plan, Register(), as_of=AS_OF)
    return lambda: sweep(plan, figures)


def _parts(number: int) -> tuple[list[Indicator], list[Target]]:
    """Return indicators, each with a target."""
    known = HANOI.indicator("supported")
    indicators = [evolve(known, id=f"i{place}") for place in range(number)]
    targets = [_target(indicator.id, HANOI.target(TARGET).citations) for indicator in indicators]
    return indicators, targets


def _target(indicator: str, citations: tuple[Citation, ...]) -> Target:
    return Target(
        id=f"x/{indicator}",
        title=Text(vi="chỉ tiêu giả định", en="made-up target"),
        indicator=indicator,
        bound=AtLeast(10),
        citations=citations,
    )


def _plan(indicators: list[Indicator], targets: list[Target]) -> Program:
    phase = Phase(id="x", period=Period.of_years(2021, 2025), targets=tuple(targets))
    return evolve(
        HANOI,
        indicators=tuple(indicators),
        phases=(phase,),
        questions=(),
        objectives=(),
    )


def _intake(number: int) -> Work:
    """Read a CSV file of supports."""
    path = Path(FOLDER.name) / f"{number}.csv"
    rows = (
        f"{each.id};{each.enterprise};{each.started_on:%d/%m/%Y};{_day(each.completed_on)}"
        for each in _supports(number)
    )
    heading = "Mã hồ sơ;Mã số thuế;Ngày bắt đầu;Ngày hoàn thành"
    path.write_text("\n".join(chain([heading], rows)), encoding="utf-8")

    def work() -> None:
        sheet = open_sheet(path, Support)
        taken = read(Support, sheet.rows, first_row=sheet.first_row, recorded_on=AS_OF)
        if taken.accepted < number * 0.99:
            sys.exit(f"only {taken.accepted} of {number} rows were accepted")

    return work


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""


WAYS: Mapping[str, tuple[Way, int, str]] = {
    "tally": (_tally, 20_000, "supports"),
    "evaluate": (_evaluate, 100, "targets"),
    "sweep": (_sweep, 100, "targets"),
    "findings": (_findings, 10_000, "supports"),
    "from_json": (_from_json, 10_000, "supports"),
    "to_json": (_to_json, 20_000, "supports"),
    "merge": (_merge, 10_000, "supports"),
    "evidence": (_evidence, 3_000, "supports"),
    "funding": (_funding, 10_000, "supports"),
    "funding_by_year": (_funding_by_year, 10_000, "supports"),
    "Register of versions": (_versions, 10_000, "versions"),
    "making a plan": (_make_plan, 100, "targets"),
    "intake of a CSV file": (_intake, 1_000, "rows"),
}
"""Each way with the smaller number of things that it is measured with."""


def _rows(names: list[str]) -> Iterator[Row]:
    for name in names or WAYS:
        way, number, things = WAYS[name]
        ratio = paired(way(10 * number), times(10, way(number)), rounds=ROUNDS)
        work = f"exponent of {name}: {10 * number:,} {things}"
        yield Row(work, f"{number:,}", 1 + log10(ratio), MOST)


if __name__ == "__main__":
    sys.exit(show(_rows(sys.argv[1:])))
