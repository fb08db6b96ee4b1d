"""Registers for worked examples: so many records of a kind, all made up."""

from collections.abc import Iterable
from datetime import date

from nsc_program import (
    HANOI,
    AnyRecord,
    AssessmentBody,
    Evaluation,
    Expert,
    Period,
    PilotModel,
    Reading,
    Register,
    ReportedFigure,
    Scope,
    Support,
    Training,
    Verdict,
    evaluate,
    tally,
)

FIRST, SECOND = Period.of_years(2021, 2025), Period.of_years(2026, 2030)
IN_FIRST, IN_SECOND = date(2024, 6, 30), date(2028, 6, 30)
AFTER = date(2031, 1, 1)


def supports(count: int, on: date = IN_FIRST) -> list[Support]:
    return [
        Support(id=f"s{on.year}-{n}", enterprise=f"SAMPLE-{n:04}", started_on=on, completed_on=on) for n in range(count)
    ]


def trainings(count: int, on: date = IN_FIRST) -> list[Training]:
    return [Training(id=f"t{on.year}-{n}", person=f"SAMPLE-P{n:04}", on=on) for n in range(count)]


def experts(count: int, on: date = IN_FIRST, *, certified: bool = False, regional: bool = False) -> list[Expert]:
    return [
        Expert(
            id=f"x{on.year}-{n}",
            person=f"SAMPLE-P{n:04}",
            trained_on=on,
            standard="made up",
            certified_on=on if certified else None,
            regional_on=on if regional else None,
        )
        for n in range(count)
    ]


def models(count: int, on: date = IN_FIRST, scope: Scope = Scope.CITY) -> list[PilotModel]:
    return [
        PilotModel(id=f"m{on.year}-{n}", enterprise=f"SAMPLE-{n:04}", recognised_on=on, scope=scope)
        for n in range(count)
    ]


def bodies(count: int, on: date = IN_FIRST) -> list[AssessmentBody]:
    return [
        AssessmentBody(
            id=f"b{n}",
            registration=f"SAMPLE-B{n}",
            strengthened_on=on,
            conforming_since=on,
            serves_key_products=True,
        )
        for n in range(count)
    ]


def report(indicator: str, value: int, period: Period = FIRST, issued: date = AFTER) -> ReportedFigure:
    return ReportedFigure(
        id=f"r-{indicator}-{period.end.year}", indicator=indicator, period=period, value=value, issued=issued
    )


def evaluated(
    records: Iterable[AnyRecord],
    as_of: date = AFTER,
    reading: Reading = Reading(),
    complete_through: date | None = None,
) -> Evaluation:
    """Evaluate Hanoi's plan on a register that is complete, up to the day of judgement or another, in what it holds."""
    register = Register.complete_through(complete_through or as_of, records)
    return evaluate(HANOI, tally(HANOI, register, as_of=as_of), reading)


def verdict_of(target: str, records: Iterable[AnyRecord], as_of: date = AFTER, reading: Reading = Reading()) -> Verdict:
    return evaluated(records, as_of, reading)[target]
