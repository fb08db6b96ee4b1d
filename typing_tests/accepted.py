"""Code of a user that type checkers must accept, with the types that they must infer.

This file is checked, and never run.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import assert_never, assert_type

from attrs import evolve

import nsc_program
from nsc_program import (
    HANOI,
    About,
    AtLeast,
    AtMost,
    Between,
    Completeness,
    EachYear,
    Evaluation,
    Fact,
    Figure,
    Figures,
    Growth,
    Indicator,
    LessThan,
    MoreThan,
    Period,
    Plain,
    Program,
    Question,
    Range,
    Reached,
    Reading,
    Register,
    ReportedFigure,
    Status,
    Support,
    Target,
    Verdict,
    YearlyGrowth,
    assess,
    compare_phases,
    evaluate,
    evidence,
    findings,
    funding,
    in_force,
    sweep,
    tally,
)
from nsc_program.catalog import INDICATORS
from nsc_program.checks import Finding
from nsc_program.errors import RegisterConflict
from nsc_program.figures import (
    ClaimedComplete,
    Clash,
    Estimated,
    InRejectedRows,
    NotClaimedComplete,
    NotStarted,
    PartOfTerritory,
    PeopleNotIdentified,
    Reported,
    TotalMayBeZero,
    UnusedReport,
    Unverified,
)
from nsc_program.plan import (
    WORDING,
    Asked,
    Basis,
    Bound,
    Difference,
    During,
    MeanGrowth,
    facts,
)
from nsc_program.records import AnyRecord
from nsc_program.serialization import from_json, from_toml, to_json
from nsc_program.values import reconcile
from nsc_program.verdicts import (
    BaselineMayBeZero,
    Change,
    EstimatesWouldDecide,
    Evidence,
    FundingByYear,
    FundingTotal,
    NoPlannedBaseline,
    Note,
    Outcome,
    Pace,
    PartAboveWhole,
    PhaseComparison,
    PhaseEvaluation,
    Sweep,
    TargetSweep,
    UnitsDiffer,
    funding_by_year,
    gap,
    margin,
    pace,
    progress,
)

DAY = date(2026, 6, 30)


# --- input ---


def made() -> Register:
    """Accept records, claims and reports in any iterable, and a whole number as an exact value."""
    records: list[AnyRecord] = [
        Support(id="s1", enterprise="SAMPLE-1", started_on=DAY, completed_on=None),
        Fact("bodies", "SAMPLE-B1", DAY, verified=False),
    ]
    records.append(
        ReportedFigure(
            id="r1", indicator="bodies", period=Period.of_years(2021, 2025), value=3, issued=DAY
        )
    )
    claims = (
        Completeness(Support, Period.until(DAY)),
        Completeness("bodies", Period.of_years(2021, 2025), DAY),
    )
    register = Register(iter(records), set(claims))
    assert_type(register, Register)
    assert_type(register.records, tuple[AnyRecord, ...])
    assert_type(register.merge(Register()), Register)
    assert_type(Register.complete_through(DAY, records), Register)
    return register.as_known_on(DAY)


def changed(support: Support, reading: Reading) -> None:
    """Infer the same class for a changed value."""
    assert_type(evolve(support, completed_on=DAY), Support)
    assert_type(evolve(reading, strict=False), Reading)
    assert_type(
        Reading(tolerance=Fraction(1, 75), choices={"trained": "participations"}).tolerance,
        Fraction,
    )


def ranges() -> None:
    """Infer that an end of a range, and a result, may be absent."""
    span = Range(1, Fraction(3, 2), low_open=True)
    assert_type(span.low, Fraction | None)
    assert_type(Range.exactly(3), Range)
    assert_type(span.whole(), Range | None)
    assert_type(reconcile([span, Range.above(1)]), tuple[Range, tuple[Range, ...]])


# --- results ---


def judged(register: Register) -> None:
    """Infer the classes of results, which are also mappings by the ids of targets."""
    figures = tally(HANOI, register, as_of=DAY)
    assert_type(figures, Figures)
    assert_type(figures.figures, tuple[Figure, ...])
    evaluation = evaluate(HANOI, figures)
    assert_type(evaluation, Evaluation)
    assert_type(evaluation["2021-2025/supported"], Verdict)
    assert_type(evaluation.get("2021-2025/supported"), Verdict | None)
    assert_type(dict(evaluation), dict[str, Verdict])
    assert_type(list(evaluation), list[str])
    assert_type(evaluation.verdicts, tuple[Verdict, ...])
    assert_type(evaluation.phases, tuple[PhaseEvaluation, ...])
    assert_type(evaluation.phases[0].status, Status | None)
    by_target: Mapping[str, Verdict] = evaluation
    assert_type(by_target["2021-2025/supported"].asked, tuple[Asked, ...])


def under_every_reading(figures: Figures) -> None:
    """Infer that a sweep is a mapping too."""
    swept = sweep(HANOI, figures)
    assert_type(swept, Sweep)
    assert_type(swept["2021-2025/supported"], TargetSweep)
    assert_type(swept["2021-2025/supported"].outcomes, tuple[Outcome, ...])
    assert_type(swept["2021-2025/supported"].hinges, tuple[str, ...])
    assert_type(swept.varying("2021-2025/supported", "tolerance"), tuple[Outcome, ...])


def compared(figures: Figures) -> None:
    """Infer that a comparison is a sequence of changes."""
    changes = compare_phases(evaluate(HANOI, figures), "2021-2025", "2026-2030")
    assert_type(changes, PhaseComparison)
    assert_type(changes[0], Change)
    assert_type(changes[1:], tuple[Change, ...])
    assert_type(len(changes), int)
    assert_type([change.ratio for change in changes], list[Range | None])
    assert_type(sorted(changes, key=lambda change: change.indicator.id), list[Change])
    assert_type(reversed(changes), Iterator[Change])


def beside(register: Register, figures: Figures, verdict: Verdict) -> None:
    """Infer that measures may be absent, and that lists are tuples."""
    assert_type(findings(evaluate(HANOI, figures), register), tuple[Finding, ...])
    assert_type(funding(HANOI, register), tuple[FundingTotal, ...])
    assert_type(funding_by_year(HANOI, register), tuple[FundingByYear, ...])
    assert_type(evidence(assess(HANOI, register, as_of=DAY), register, verdict.target.id), Evidence)
    assert_type(gap(verdict), Range | None)
    assert_type(margin(verdict), Range | None)
    assert_type(progress(verdict), Fraction | None)
    assert_type(pace(verdict, through=DAY), Pace | None)
    assert_type(list(facts(HANOI, register.records[0])), list[Fact])
    assert_type(in_force([HANOI], DAY), Program)


def documents(text: str) -> None:
    """Infer the requested class for a loaded document."""
    assert_type(from_json(text, Register), Register)
    assert_type(from_json(text.encode(), Evaluation), Evaluation)
    assert_type(from_toml(text, Program), Program)
    assert_type(to_json(HANOI), str)


def imported_when_used() -> None:
    """Infer the type of a name that the package imports only when it is first used."""
    assert_type(nsc_program.HANOI, Program)
    assert_type(nsc_program.HANOI.targets, tuple[Target, ...])
    assert_type(INDICATORS, tuple[Indicator, ...])
    assert_type(WORDING, Mapping[str, Question])
    assert_type(nsc_program.evaluate(nsc_program.HANOI, nsc_program.Figures(DAY)), Evaluation)
    try:
        Register().merge()
    except RegisterConflict as error:
        assert_type(error, RegisterConflict)


# --- closed sets: a `match` must handle every member ---


def of_a_status(status: Status) -> str:
    """Match all four statuses."""
    match status:
        case Status.ATTAINED | Status.MISSED:
            return "decided"
        case Status.PENDING:
            return "open"
        case Status.UNDECIDED:
            return "not known"
        case _:
            assert_never(status)


def of_a_bound(bound: Bound) -> Fraction:
    """Match all seven bounds, by position."""
    match bound:
        case (
            AtLeast(number)
            | MoreThan(number)
            | About(number)
            | Plain(number)
            | AtMost(number)
            | LessThan(number)
        ):
            assert_type(number, Fraction)
            return number
        case Between(low, high):
            return high - low
        case _:
            assert_never(bound)


def of_a_basis(basis: Basis) -> Period | None:
    """Match all seven bases."""
    match basis:
        case During(period):
            return period
        case Growth(baseline) | Difference(baseline):
            return baseline
        case Reached() | EachYear() | YearlyGrowth() | MeanGrowth():
            return None
        case _:
            assert_never(basis)


def of_a_note(note: Note) -> int | str | date:
    """Match all seventeen notes, by attribute or by position."""
    match note:
        case (
            Unverified(count=count) | PeopleNotIdentified(count=count) | InRejectedRows(count=count)
        ):
            return count
        case ClaimedComplete(through=through):
            return through
        case Reported(report=report) | Estimated(report=report) | UnusedReport(report=report):
            return report
        case Clash(_, _, pieces):
            return sum(len(piece.reports) for piece in pieces)
        case (
            NotClaimedComplete()
            | NotStarted()
            | BaselineMayBeZero()
            | NoPlannedBaseline()
            | UnitsDiffer()
            | TotalMayBeZero()
            | PartOfTerritory()
        ):
            return note.indicator
        case PartAboveWhole(part, _):
            return part
        case EstimatesWouldDecide(target, _):
            return target
        case _:
            assert_never(note)
