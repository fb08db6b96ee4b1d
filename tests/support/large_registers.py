"""Registers with very many of everything, and everything that is done with a register."""

import pickle
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count, islice

from nsc_program import (
    HANOI,
    Completeness,
    Evaluation,
    Expert,
    Fact,
    Period,
    Register,
    RejectedRow,
    ReportedFigure,
    Support,
    Training,
    assess,
    compare_phases,
    evaluate,
    evidence,
    findings,
    funding,
    sweep,
    tally,
)
from nsc_program.records import AnyRecord
from nsc_program.serialization import from_json, to_json

DAY, FIRST = date(2026, 6, 30), date(2021, 1, 1)


def _records() -> Iterator[AnyRecord]:
    """Yield supports, trainings, experts, facts and versions of one record, without end."""
    for number in count():  # pragma: no branch  # the caller stops
        on = FIRST + timedelta(days=number % 1800)
        yield Support(
            id=f"s{number:06}", enterprise=f"SAMPLE-{number // 2}", started_on=on, completed_on=on
        )
        yield Training(id=f"t{number:06}", person=f"SAMPLE-P{number}", on=on)
        yield Expert(
            id=f"x{number:06}", person=f"SAMPLE-P{number}", trained_on=on, standard="made up"
        )
        yield Fact("bodies", f"SAMPLE-B{number}", on)
        yield Support(
            id="always-the-same",
            enterprise="SAMPLE-X",
            started_on=FIRST,
            recorded_on=date.min + timedelta(days=number),
        )


def _days(number: int) -> Period:
    first = FIRST + timedelta(days=number % 1500)
    return Period(first, first + timedelta(days=number // 1500 + 10))


def register_of(many: int) -> Register:
    """Return a register of this many records, with claims, rejected rows and overlapping reports.

    It has one claim and one rejected row for every ten records.
    """
    few = many // 10
    reports = [
        ReportedFigure(
            id=f"r{number}", indicator="bodies", period=_days(number), value=number % 7, issued=DAY
        )
        for number in range(min(few, 1000))
    ]
    return Register(
        [*islice(_records(), many), *reports],
        (Completeness("Training", _days(number)) for number in range(few)),
        (RejectedRow(what="Support", id=f"s{number:06}") for number in range(few)),
    )


def used(register: Register) -> Evaluation:
    """Do everything with a register, and keep only its evaluation."""
    merged = register.merge(
        Register(register.records[::2], register.completeness, register.rejected)
    )
    known = from_json(to_json(merged), Register).as_known_on(DAY)
    again: Register = pickle.loads(pickle.dumps(known))  # noqa: S301 - written in the same line
    figures = tally(HANOI, again, as_of=DAY)
    sweep(HANOI, figures)
    compare_phases(evaluate(HANOI, figures), "2021-2025", "2026-2030")
    evidence(assess(HANOI, again, as_of=DAY), again, "2021-2025/supported")
    findings(evaluate(HANOI, figures), again)
    funding(HANOI, again)
    hash(again)
    return evaluate(HANOI, figures)
