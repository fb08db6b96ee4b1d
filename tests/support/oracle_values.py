"""The oracle's small cases in the library's own values."""

from collections.abc import Callable, Mapping
from datetime import date

from nsc_program import (
    HANOI,
    About,
    AssessmentBody,
    AtLeast,
    AtMost,
    Between,
    Citation,
    Completeness,
    Document,
    Fact,
    Indicator,
    LessThan,
    MoreThan,
    Period,
    Phase,
    Plain,
    Program,
    Range,
    Reading,
    Register,
    RejectedRow,
    ReportedFigure,
    Target,
    Text,
    Training,
    Unit,
)
from nsc_program.plan import (
    Bound,
    Difference,
    During,
    EachYear,
    Growth,
    MeanGrowth,
    Reached,
    YearlyGrowth,
)
from nsc_program.plan._bases import Basis as LibraryBasis
from nsc_program.records import AnyRecord
from oracle import Answers, Basis, Case, Days, Kind, Known, Row, Word, Words

TARGET = "phase/made-up"
NAME = Text(vi="bịa", en="made up")
CITED = Citation(document=Document(id="made-up", title=NAME, place="nowhere"), words="made up")
# Each indicator is counted from one class of records.
NAMES: Mapping[Kind, str] = {
    "distinct": "bodies",
    "additive": "trained/participations",
    "state": "made-up",
    "share": "made-up",
}
CLASSES: Mapping[Kind, type[AnyRecord]] = {"distinct": AssessmentBody, "additive": Training}
TOTALS: Mapping[Basis, LibraryBasis] = {"reached": Reached(), "each year": EachYear()}
YEARLY_CHANGES: Mapping[Basis, type[YearlyGrowth | MeanGrowth]] = {
    "yearly growth": YearlyGrowth,
    "mean growth": MeanGrowth,
}
CHANGES: Mapping[Basis, type[Growth | Difference]] = {"growth": Growth, "difference": Difference}
BOUNDS: Mapping[Word, Callable[[int], Bound]] = {
    "at least": AtLeast,
    "more than": MoreThan,
    "about": About,
    "plain": Plain,
    "at most": AtMost,
    "less than": LessThan,
}


def indicator_of(case: Case) -> Indicator:
    """Return the indicator that the case counts, or whose state it is about."""
    return Indicator(
        id=NAMES[case.kind],
        unit=Unit(id="thing", label=NAME, whole=case.kind != "share"),
        label=NAME,
        accumulates=not case.domain,
        counting=HANOI.indicator(NAMES[case.kind]).counting if case.kind in CLASSES else (),
        domain=Range(min(case.domain), max(case.domain)) if case.domain else Range.at_least(0),
    )


def program_of(case: Case) -> Program:
    """Return a plan with the one target."""
    basis, bound = basis_of(case), bound_of(case.words)
    target = Target(
        id=TARGET,
        title=NAME,
        indicator=NAMES[case.kind],
        basis=basis,
        bound=bound,
        citations=(CITED,),
    )
    phases = [Phase(id="phase", period=period_of(case.phase), targets=(target,))]
    if case.since is not None and case.since_is_phase and case.since.first != date.min:
        phases.append(Phase(id="since", period=period_of(case.since)))
    return Program(
        id="made-up",
        edition="made-up",
        title=NAME,
        issuer=NAME,
        indicators=(indicator_of(case),),
        phases=tuple(phases),
    )


def period_of(days: Days) -> Period:
    return Period(None if days.first == date.min else days.first, days.last)


def basis_of(case: Case) -> LibraryBasis:
    if case.part is not None:
        return During(period_of(case.part))
    if case.since is not None:
        return CHANGES[case.basis](period_of(case.since), falling=case.falling)
    if case.basis in YEARLY_CHANGES:
        return YEARLY_CHANGES[case.basis](falling=case.falling)
    return TOTALS[case.basis]


def bound_of(words: Words) -> Bound:
    if words.word == "between":
        return Between(words.number, words.high, about=words.about)
    return BOUNDS[words.word](words.number)


def reading_of(answers: Answers) -> Reading:
    return Reading(**answers._asdict())


def register_of(case: Case) -> Register:
    """Return a register of all the evidence in the case."""
    name = NAMES[case.kind]
    claims = (Completeness(name, period_of(claim.days), claim.made) for claim in case.claims)
    reports = (
        ReportedFigure(
            id=f"r{number}",
            indicator=name,
            period=period_of(said.days),
            value=Range(said.low, said.high),
            issued=said.issued,
            verified=said.verified,
        )
        for number, said in enumerate(case.reports)
    )
    rows = (
        RejectedRow(
            what=CLASSES[case.kind], id=row.record, recorded_on=_entered(row), things=row.things
        )
        for row in case.rows
    )
    return Register((*(record_of(case, fact) for fact in case.facts), *reports), claims, rows)


def record_of(case: Case, fact: Known) -> AnyRecord:
    """Return a fact by itself, or the record that stands for it.

    The record is of an assessment body, or of one person on one occasion.
    """
    if not fact.record:
        return Fact(NAMES[case.kind], fact.key, fact.on, fact.verified)
    if case.kind == "additive":
        return Training(
            id=fact.record,
            recorded_on=_entered(fact),
            verified=fact.verified,
            person="P",
            on=fact.on,
        )
    return AssessmentBody(
        id=fact.record,
        recorded_on=_entered(fact),
        verified=fact.verified,
        registration=fact.key,
        strengthened_on=fact.on,
        conforming_since=fact.on,
        serves_key_products=True,
    )


def _entered(version: Known | Row) -> date | None:
    return None if version.entered == date.min else version.entered
