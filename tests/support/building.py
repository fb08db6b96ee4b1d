"""Registers and small plans for worked examples: any number of records of a class, all made up."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeVar

from nsc_program import (
    HANOI,
    AssessmentBody,
    Choice,
    Citation,
    Evaluation,
    Expert,
    Figure,
    Figures,
    Indicator,
    Period,
    Phase,
    PilotModel,
    Program,
    Question,
    Range,
    Reached,
    Reading,
    Register,
    ReportedFigure,
    Scope,
    Support,
    Target,
    Text,
    Training,
    Unit,
    Verdict,
    evaluate,
    findings,
    tally,
)
from nsc_program.catalog import ARTICLE
from nsc_program.catalog._indicators import ENTERPRISE, PARTICIPATION
from nsc_program.checks import RecordName
from nsc_program.plan import Bound
from nsc_program.plan._bases import Basis
from nsc_program.records import AnyRecord

FIRST, SECOND = Period.of_years(2021, 2025), Period.of_years(2026, 2030)
IN_FIRST, IN_SECOND = date(2024, 6, 30), date(2028, 6, 30)
AFTER = date(2031, 1, 1)


def supports(count: int, on: date = IN_FIRST) -> list[Support]:
    return [
        Support(id=f"s{on.year}-{n}", enterprise=f"SAMPLE-{n:04}", started_on=on, completed_on=on)
        for n in range(count)
    ]


def trainings(count: int, on: date = IN_FIRST) -> list[Training]:
    return [Training(id=f"t{on.year}-{n}", person=f"SAMPLE-P{n:04}", on=on) for n in range(count)]


def experts(
    count: int, on: date = IN_FIRST, *, certified: bool = False, regional: bool = False
) -> list[Expert]:
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


def report(
    indicator: str, value: int | Range, period: Period = FIRST, issued: date = AFTER
) -> ReportedFigure:
    return ReportedFigure(
        id=f"r-{indicator}-{period.end.year}",
        indicator=indicator,
        period=period,
        value=value,
        issued=issued,
    )


def evaluated(
    records: Iterable[AnyRecord],
    as_of: date = AFTER,
    reading: Reading = Reading(),
    complete_through: date | None = None,
) -> Evaluation:
    """Evaluate Hanoi's plan on these records.

    They are all the records of their classes up to the day of judgement, or up to another day.
    """
    register = Register.complete_through(complete_through or as_of, records)
    return evaluate(HANOI, tally(HANOI, register, as_of=as_of), reading)


def verdict_of(
    target: str, records: Iterable[AnyRecord], as_of: date = AFTER, reading: Reading = Reading()
) -> Verdict:
    return evaluated(records, as_of, reading)[target]


# Plans with one or two targets. Things are counted once each; occasions add up; money is a state,
# in fractions of a unit.
MADE_UP = Text(vi="ví dụ", en="made up")
THINGS = Indicator(id="things", unit=ENTERPRISE, label=MADE_UP)
SOME_THINGS = Indicator(id="things/some", unit=ENTERPRISE, label=MADE_UP)
OCCASIONS = Indicator(id="occasions", unit=PARTICIPATION, label=MADE_UP, additive=True)
MONEY = Indicator(
    id="money",
    unit=Unit(id="billion-dong", label=Text(vi="tỷ đồng", en="billion đồng"), whole=False),
    label=MADE_UP,
    accumulates=False,
)
SHARE = HANOI.indicator("tfp-share")


def wanted(
    bound: Bound,
    basis: Basis = Reached(),
    indicator: str | Choice = "things",
    name: str = "phase/wanted",
    part_of: str | None = None,
) -> Target:
    return Target(
        id=name,
        title=MADE_UP,
        indicator=indicator,
        basis=basis,
        bound=bound,
        part_of=part_of,
        citations=(Citation(document=ARTICLE, words="made up"),),
    )


def small_plan(*phases: Phase, questions: tuple[Question, ...] = ()) -> Program:
    return Program(
        id="small",
        edition="made up",
        title=MADE_UP,
        issuer=MADE_UP,
        indicators=(THINGS, SOME_THINGS, OCCASIONS, MONEY, SHARE),
        questions=questions,
        phases=phases,
    )


def plan_of(period: Period, *targets: Target) -> Program:
    """Return a plan with one phase and its targets."""
    return small_plan(Phase(id="phase", period=period, targets=targets))


def known(indicator: str, found: Mapping[Period, Range], as_of: date = AFTER) -> Figures:
    """Return figures made by hand, without notes."""
    return Figures(
        as_of, tuple(Figure(indicator, period, range_) for period, range_ in found.items())
    )


FindingKind = TypeVar("FindingKind")


def found(
    kind: type[FindingKind],
    register: Register | Iterable[AnyRecord],
    program: Program = HANOI,
    as_of: date = AFTER,
) -> list[FindingKind]:
    """Return the findings of one kind in a register, or in records without completeness claims."""
    held = register if isinstance(register, Register) else Register(register)
    return [
        each
        for each in findings(evaluate(program, tally(program, held, as_of=as_of)), held)
        if isinstance(each, kind)
    ]


def names(kind: str, *ids: str) -> tuple[RecordName, ...]:
    return tuple(RecordName(kind, each) for each in ids)
