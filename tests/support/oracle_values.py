"""The oracle's small cases in the library's own values."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache

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
    Partition,
    Reached,
    Share,
    YearlyGrowth,
)
from nsc_program.plan._bases import Basis as LibraryBasis
from nsc_program.records import AnyRecord
from oracle_terms import PARTS, Answers, Basis, Case, Days, Kind, Known, Row, Said, Word, Words

TARGET = "phase/made-up"
NAME = Text(vi="bịa", en="made up")
CITED = Citation(document=Document(id="made-up", title=NAME, place="nowhere"), words="made up")
# Each indicator is counted from one class of records.
NAMES: Mapping[Kind, str] = {
    "distinct": "bodies",
    "additive": "trained/participations",
    "state": "made-up",
    "fraction": "made-up",
    "share": "share",
}
TOTAL = "total"
"""The indicator of the denominator of a share; its numerator has the name of its kind."""
CLASSES: Mapping[Kind, type[AnyRecord]] = {"distinct": AssessmentBody, "additive": Training}
COUNTED = [NAMES[kind] for kind in CLASSES]
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
    return _share_of(case) if case.shared else _number_of(case, NAMES[case.kind])


def _number_of(case: Case, name: str) -> Indicator:
    """Return an indicator that is counted or reported by itself, with its counting rule if any."""
    return Indicator(
        id=name,
        unit=Unit(id="thing", label=NAME, whole=case.kind != "fraction"),
        label=NAME,
        accumulates=not case.domain,
        counting=HANOI.indicator(name).counting if name in COUNTED else (),
        additive=case.kind == "additive",
        domain=Range(min(case.domain), max(case.domain)) if case.domain else Range.at_least(0),
        partitions=(Partition(id="area", parts=PARTS),),
    )


def _share_of(case: Case) -> Indicator:
    numerator, _ = case.shared
    return Indicator(
        id=NAMES[case.kind],
        unit=Unit(id="percent", label=NAME, whole=False),
        label=NAME,
        accumulates=False,
        share=Share(numerator=NAMES[numerator.kind], denominator=TOTAL),
    )


def _numbers_of(case: Case) -> tuple[tuple[str, Case], ...]:
    """Return what is counted or reported by itself, by the name of its indicator."""
    if not case.shared:
        return ((NAMES[case.kind], case),)
    numerator, denominator = case.shared
    return (NAMES[numerator.kind], numerator), (TOTAL, denominator)


@lru_cache(4)  # a case is counted, and then evaluated
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
        indicators=(
            *((indicator_of(case),) if case.shared else ()),
            *(_number_of(number, name) for name, number in _numbers_of(case)),
        ),
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
    numbers = _numbers_of(case)
    on_share = _reports(NAMES[case.kind], case.reports) if case.shared else ()
    records = (record for name, number in numbers for record in _records(name, number))
    claims = (
        Completeness(name, period_of(claim.days), claim.made)
        for name, number in numbers
        for claim in number.claims
    )
    rows = (
        RejectedRow(
            what=CLASSES[number.kind], id=row.record, recorded_on=_entered(row), things=row.things
        )
        for _, number in numbers
        for row in number.rows
    )
    return Register((*records, *on_share), claims, rows)


def _records(name: str, case: Case) -> Iterator[AnyRecord]:
    """Yield the facts and the reports about one indicator."""
    yield from (record_of(name, case, fact) for fact in case.facts)
    yield from _reports(name, case.reports)


def _reports(name: str, reports: Iterable[Said]) -> Iterator[ReportedFigure]:
    for number, said in enumerate(reports):
        yield ReportedFigure(
            id=f"{name} {number}",
            indicator=name,
            period=period_of(said.days),
            value=Range(said.low, said.high),
            issued=said.issued,
            verified=said.verified,
            part=said.part or None,
            issuer=said.issuer or None,
        )


def record_of(name: str, case: Case, fact: Known) -> AnyRecord:
    """Return a fact by itself, or the record that stands for it.

    The record is of an assessment body, or of one person on one occasion.
    """
    if not fact.record:
        return Fact(name, fact.key, fact.on, fact.verified)
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
