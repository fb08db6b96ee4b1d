"""The values of each field of each class of records, the simplest first.

Keys come from small pools, so that one thing is often named twice. Days are often the first or last
day of a period.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from functools import cached_property, lru_cache, partial
from itertools import combinations
from typing import Any, TypeAlias, cast, final

from attrs import frozen
from hypothesis.strategies import SearchStrategy

from nsc_program.plan._program import Program
from nsc_program.records._base import Record
from nsc_program.records._enumerations import Audience, EnterpriseKind, Level, Scope, Solution
from nsc_program.records._records import (
    RECORD_CLASSES,
    AnyRecord,
    AssessmentBody,
    Dissemination,
    Enterprise,
    Expert,
    Fact,
    Funding,
    PilotModel,
    Support,
    Training,
)
from nsc_program.records._reports import ReportedFigure
from nsc_program.testing.strategies import _building_records
from nsc_program.testing.strategies._asked_fields import asked_of
from nsc_program.testing.strategies._drawing_numbers import _reported
from nsc_program.testing.strategies._fields import (
    CACHED_PLANS,
    Days,
    Fields,
    days_of,
    from_fields,
    mostly,
)
from nsc_program.testing.strategies._indicators import THINGS
from nsc_program.testing.strategies._other_records import maker, other_fields
from nsc_program.values._validators import YEARS

Make: TypeAlias = Callable[..., AnyRecord]

FEW_ENTERPRISES = (
    "0100000001",
    "0100000001-001",
    "0100000002",
    "0100000001002",
    "SAMPLE-1",
    "sample-1",
)
"""One enterprise under three codes, and three other enterprises.

Keys that differ only in capitals are different keys.
"""
ENTERPRISES = (*FEW_ENTERPRISES, *FEW_ENTERPRISES, *(f"SAMPLE-{number}" for number in range(2, 14)))
FEW_PEOPLE = ("P1", "P2", "P3", "p1")
PEOPLE = (*FEW_PEOPLE, *FEW_PEOPLE, *(f"P{number}" for number in range(4, 12)))
BODIES = ("BODY-1", "BODY-2", "body-1")

CLASSES: tuple[type[AnyRecord], ...] = (*RECORD_CLASSES, ReportedFigure, Fact)
"""Every class of records."""

YES: tuple[bool, ...] = (True, True, True, False)
NO: tuple[bool, ...] = (False, False, False, True)
WORDS = mostly(None, "made up")
LOCALITIES = mostly(None, "W1", "w1", "W2")
SOLUTIONS = (
    None,
    *(tuple(group) for size in range(len(Solution) + 1) for group in combinations(Solution, size)),
)


@final
@frozen
class Kind:
    """How to draw a class of records.

    Attributes:
        fields: The values of its fields.
        make: A function from the values of the fields, an `id` and a `recorded_on` to a record.
    """

    fields: Fields
    make: Make


class Maybe(Sequence[date | None]):
    """The days that an optional field can have: the last quarter of all draws gives `None`."""

    def __init__(self, days: Days) -> None:
        """Take the days that the field can have."""
        self._days = days

    def __len__(self) -> int:
        """Count an absent day for every three days."""
        return len(self._days) * 4 // 3

    def __getitem__(self, index: Any) -> Any:
        """Return a day, or `None` after the last day."""
        return self._days[index] if 0 <= index < len(self._days) else None


def _money(program: Program) -> list[tuple[Funding, ...]]:
    """Return the money that a support can record: none in about two of three draws."""
    lawful = [source.id for source in program.funding_sources]
    sources = [*lawful, "a source that no plan names"]
    single = [(Funding(source, vnd),) for source in sources for vnd in (0, 1, 250_000_000)]
    double = (Funding(sources[0], 7), Funding(sources[-1], 11))
    every = tuple(Funding(source, 13) for source in lawful)
    return [*[()] * (2 * len(single)), *single, double, every]


def _years_of(program: Program) -> Sequence[int]:
    """Return years in which money can be spent, in each phase and next to the plan."""
    phases = (phase.period for phase in program.phases)
    years = {
        year for days in phases for year in (days.first.year, days.end.year, days.end.year + 1)
    }
    return sorted(year for year in years if year in YEARS)


@lru_cache(maxsize=CACHED_PLANS)
def kinds_of(program: Program, *, exact: bool = False) -> Mapping[type[AnyRecord], Kind]:
    """Return how to draw each class of records for a plan.

    If `exact`, every record is verified and says everything that decides whether it counts.
    """
    kinds = _Kinds(program, exact)
    return {
        Support: kinds.supports(),
        Training: kinds.trainings(),
        Expert: kinds.experts(),
        PilotModel: kinds.pilot_models(),
        AssessmentBody: kinds.assessment_bodies(),
        Enterprise: kinds.enterprises(),
        Dissemination: kinds.disseminations(),
        ReportedFigure: kinds.reports(),
        Fact: kinds.facts(),
    }


def kind_of(program: Program, kind: type[AnyRecord], *, exact: bool = False) -> Kind:
    """Return how to draw one class of records, which may be an embedder's own."""
    own = kinds_of(program, exact=exact)
    return own[kind] if kind in own else _Kinds(program, exact).others(cast("type[Record]", kind))


@final
@frozen
class _Kinds:
    """How to draw the classes of records for one plan.

    Attributes:
        program: The plan.
        exact: Whether every record is verified and says everything that decides whether it counts.
    """

    program: Program
    exact: bool

    @cached_property
    def days(self) -> Days:
        """The days near the plan."""
        return days_of(self.program)

    def usable(self, values: Sequence[Any]) -> Sequence[Any]:
        """Return values of a field: the first one leaves nothing open, so it is the exact one."""
        return values[:1] if self.exact else values

    def kind(self, of: type[AnyRecord], make: Make, **fields: Sequence[Any]) -> Kind:
        """Return how to draw records that can be annulled, unverified, or from a document."""
        annulled = (*[False] * 7, True)
        verified = self.usable(YES)
        asked = asked_of(self.program, of, exact=self.exact)
        drawn = {name: asked.values(name, values) for name, values in fields.items()}
        return Kind(Fields.of(**drawn, verified=verified, annulled=annulled, document=WORDS), make)

    def of_two_days(self, of: type[AnyRecord], make: Make, **fields: Sequence[Any]) -> Kind:
        """Return how to draw records that two days, in either order, begin and end."""
        return self.kind(of, make, day_one=self.days, day_two=self.days, **fields)

    def supports(self) -> Kind:
        """Return how to draw supports."""
        return self.of_two_days(
            Support,
            _building_records.support,
            enterprise=ENTERPRISES,
            kind=mostly(*EnterpriseKind),
            completed=YES,
            level=mostly(*Level),
            locality=LOCALITIES,
            solutions=SOLUTIONS,
            funding=_money(self.program),
            spending_year=(None, None, None, *_years_of(self.program)),
        )

    def trainings(self) -> Kind:
        """Return how to draw trainings."""
        return self.kind(
            Training,
            _building_records.training,
            on=self.days,
            person=PEOPLE,
            headcount=self.usable(mostly(None, 1, 2, 5)),
            audience=mostly(None, *Audience),
            topic=WORDS,
            locality=LOCALITIES,
        )

    def experts(self) -> Kind:
        """Return how to draw experts."""
        maybe = Maybe(self.days)
        return self.of_two_days(
            Expert,
            _building_records.expert,
            trained_on=maybe,
            person=PEOPLE,
            standard=mostly("TCVN 13751:2023", None),
            certified=YES,
            scheme=WORDS,
            expires=NO,
            regional_on=maybe,
            international_on=maybe,
            renewal=NO,
        )

    def pilot_models(self) -> Kind:
        """Return how to draw pilot models."""
        return self.of_two_days(
            PilotModel,
            _building_records.pilot_model,
            enterprise=ENTERPRISES,
            decision=WORDS,
            scope=mostly(*Scope),
            locality=LOCALITIES,
            solutions=SOLUTIONS,
            withdrawn=NO,
            renewal=NO,
        )

    def assessment_bodies(self) -> Kind:
        """Return how to draw assessment bodies."""
        return self.of_two_days(
            AssessmentBody,
            _building_records.assessment_body,
            strengthened_on=Maybe(self.days),
            registration=BODIES,
            name=WORDS,
            activities=((), ("made up",)),
            conforms=YES,
            lapses=NO,
            standard=WORDS,
            serves_key_products=(True, True, False, None),
        )

    def enterprises(self) -> Kind:
        """Return how to draw enterprises."""
        kinds = mostly(*EnterpriseKind)
        return self.kind(
            Enterprise, Enterprise, code=ENTERPRISES, name=WORDS, kind=kinds, locality=LOCALITIES
        )

    def disseminations(self) -> Kind:
        """Return how to draw events of dissemination."""
        return self.kind(
            Dissemination,
            Dissemination,
            on=self.days,
            topic=WORDS,
            audience=mostly(None, *Audience),
        )

    def others(self, kind: type[Record]) -> Kind:
        """Return how to draw the records of an embedder's class."""
        fields = other_fields(kind, self.days, Maybe(self.days))
        return self.kind(kind, maker(kind, fields), **fields)

    def reports(self) -> Kind:
        """Return how to draw reported figures, most of them on indicators of the targets."""
        program = self.program
        # A plan without indicators has reports on an indicator that it does not have.
        by_id = {indicator.id: indicator for indicator in program.indicators or (THINGS,)}
        named = dict.fromkeys(program.indicator_of(target.id).id for target in program.targets)
        return self.of_two_days(
            ReportedFigure,
            partial(_reported, by_id),
            indicator=(*named, *named, *by_id),
            issued=self.days,
            period=(*program.periods, *program.periods, None),
            **_REPORT,
        )

    def facts(self) -> Kind:
        """Return how to draw facts, which can be unverified and have no other common field."""
        fields = Fields.of(
            on=self.days,
            indicator=(self.exact and uncounted(self.program)) or counted(self.program),
            key=(*FEW_PEOPLE, *FEW_ENTERPRISES),
            verified=self.usable(YES),
        )
        return Kind(fields, _building_records.fact)


_REPORT: Mapping[str, Sequence[Any]] = {
    "over": ("own", "own", "until"),
    "number": range(12),
    "less": [Fraction(part, 4) for part in range(8)],
    "more": range(4),
    "shape": ("exactly", "within", "at least", "at most"),
    "early": NO,
    "estimate": NO,
    "divided": range(4),
    "issuer": mostly(None, "made-up office"),
}
"""The values of the fields of a report that do not depend on the plan."""


def counted(program: Program) -> tuple[str, ...]:
    """Return the indicators that a plan counts, or an unknown one if it counts nothing."""
    ids = tuple(indicator.id for indicator in program.indicators if indicator.accumulates)
    return ids or ("nothing-counted",)


def uncounted(program: Program) -> tuple[str, ...]:
    """Return the indicators of a plan that count without a rule, from facts and reports."""
    return tuple(
        indicator.id
        for indicator in program.indicators
        if indicator.accumulates and not indicator.counting
    )


@lru_cache(maxsize=CACHED_PLANS)
def of_class(program: Program, kind: type[AnyRecord]) -> SearchStrategy[Any]:
    """Draw records of one class, all under the same id."""
    drawn = kind_of(program, kind)
    return from_fields(drawn.fields, lambda **fields: drawn.make(id="one", **fields))
