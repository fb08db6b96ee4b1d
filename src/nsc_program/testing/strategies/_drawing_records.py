"""The values of each field of each class of records, the simplest first.

Keys come from small pools, so that one thing is often named twice. Days are often the first or last
day of a period.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from functools import lru_cache
from itertools import combinations
from typing import Any, TypeAlias, final

from attrs import frozen
from hypothesis.strategies import SearchStrategy

from nsc_program.plan._conditions import Condition, OneOf, Within
from nsc_program.plan._program import Program
from nsc_program.plan._targets import Indicator
from nsc_program.records._enumerations import Audience, EnterpriseKind, Level, Scope, Solution
from nsc_program.records._fields import record_fields
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
    ReportedFigure,
    Support,
    Training,
)
from nsc_program.testing.strategies._fields import (
    CACHED_PLANS,
    Days,
    Fields,
    days_of,
    from_fields,
    mostly,
)
from nsc_program.testing.strategies._plans import THINGS
from nsc_program.values._periods import Period
from nsc_program.values._ranges import Range

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


@final
@frozen
class _Asked:
    """What the rules of a plan ask for in records of one class.

    Attributes:
        names: The fields that decide whether a record counts, and as which thing.
        named: The texts and numbers that the rules name, by field.
        exact: Whether a record must say everything that the rules ask for.
    """

    names: frozenset[str]
    named: Mapping[str, Sequence[Any]]
    exact: bool

    def values(self, name: str, values: Sequence[Any]) -> Sequence[Any]:
        """Return the values that a field can have, those that rules name among them."""
        if name not in self.names or isinstance(values, Maybe):
            return values
        every = (*values, *self.named.get(name, ()))
        known = tuple(value for value in every if value is not None)
        return known if self.exact and known else every


def _asked(program: Program, kind: type[AnyRecord], *, exact: bool) -> _Asked:
    rules = [
        rule
        for indicator in program.counting(kind)
        for rule in indicator.counting
        if rule.of is kind
    ]
    named: dict[str, list[Any]] = {}
    for condition in (condition for rule in rules for condition in rule.where):
        is_text = record_fields(kind)[condition.field].base is str
        named.setdefault(condition.field, []).extend(_named(condition, is_text=is_text))
    return _Asked(frozenset(named) | {rule.each for rule in rules}, named, exact)


def _named(condition: Condition, *, is_text: bool) -> Sequence[Any]:
    """Return texts and numbers that a condition names; enumerations are drawn whole anyway."""
    match condition:
        case OneOf(_, values) if is_text:
            return values
        case Within(_, possible):
            ends = [end for end in (possible.low, possible.high) if end is not None]
            return [int(end) + step for end in ends for step in (0, 1) if int(end) + step > 0]
        case _:
            return ()


def _kind_of(make: Make, asked: _Asked, **fields: Sequence[Any]) -> Kind:
    annulled = (*[False] * 7, True)
    drawn = {name: asked.values(name, values) for name, values in fields.items()}
    return Kind(Fields.of(**drawn, annulled=annulled, document=WORDS), make)


def _support(day_one: date, day_two: date, *, completed: bool, **rest: Any) -> Support:
    started, ended = sorted((day_one, day_two))
    return Support(started_on=started, completed_on=ended if completed else None, **rest)


def _training(person: str, headcount: int | None, **rest: Any) -> Training:
    return Training(person=None if headcount else person, headcount=headcount, **rest)


def _expert(day_one: date, day_two: date, *, certified: bool, expires: bool, **rest: Any) -> Expert:
    issued, lapsed = sorted((day_one, day_two))
    return Expert(
        certified_on=issued if certified else None, expires_on=lapsed if expires else None, **rest
    )


def _model(day_one: date, day_two: date, *, withdrawn: bool, **rest: Any) -> PilotModel:
    recognised, ended = sorted((day_one, day_two))
    return PilotModel(recognised_on=recognised, withdrawn_on=ended if withdrawn else None, **rest)


def _body(
    day_one: date, day_two: date, *, conforms: bool, lapses: bool, **rest: Any
) -> AssessmentBody:
    since, until = sorted((day_one, day_two))
    return AssessmentBody(
        conforming_since=since if conforms else None,
        conforming_until=until if lapses else None,
        **rest,
    )


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
    sources = [source.id for source in program.funding_sources] + ["a source that no plan names"]
    single = [(Funding(source, vnd),) for source in sources for vnd in (0, 1, 250_000_000)]
    double = (Funding(sources[0], 7), Funding(sources[-1], 11))
    every = tuple(Funding(source.id, 13) for source in program.funding_sources)
    return [*[()] * (2 * len(single)), *single, double, every]


@lru_cache(maxsize=CACHED_PLANS)
def kinds_of(program: Program, *, exact: bool = False) -> Mapping[type[AnyRecord], Kind]:
    """Return how to draw each class of records for a plan.

    If `exact`, every record is verified and says everything that decides whether it counts.
    """
    days = days_of(program)
    maybe = Maybe(days)
    two: dict[str, Sequence[Any]] = {"day_one": days, "day_two": days}
    enterprise, kind = ENTERPRISES, mostly(*EnterpriseKind)
    # The first value leaves nothing open.
    usable = slice(0, 1 if exact else None)
    verified = YES[usable]

    def asked(kind: type[AnyRecord]) -> _Asked:
        return _asked(program, kind, exact=exact)

    return {
        Support: _kind_of(
            _support,
            asked(Support),
            **two,
            enterprise=enterprise,
            kind=kind,
            completed=YES,
            level=mostly(*Level),
            locality=LOCALITIES,
            solutions=SOLUTIONS,
            verified=verified,
            funding=_money(program),
        ),
        Training: _kind_of(
            _training,
            asked(Training),
            on=days,
            person=PEOPLE,
            headcount=mostly(None, 1, 2, 5)[usable],
            verified=verified,
            audience=mostly(None, *Audience),
            topic=WORDS,
            locality=LOCALITIES,
        ),
        Expert: _kind_of(
            _expert,
            asked(Expert),
            **two,
            trained_on=maybe,
            person=PEOPLE,
            standard=mostly("TCVN 13751:2023", None),
            verified=verified,
            certified=YES,
            scheme=WORDS,
            expires=NO,
            regional_on=maybe,
            international_on=maybe,
            renewal=NO,
        ),
        PilotModel: _kind_of(
            _model,
            asked(PilotModel),
            **two,
            enterprise=enterprise,
            decision=WORDS,
            scope=mostly(*Scope),
            locality=LOCALITIES,
            solutions=SOLUTIONS,
            verified=verified,
            withdrawn=NO,
            renewal=NO,
        ),
        AssessmentBody: _kind_of(
            _body,
            asked(AssessmentBody),
            **two,
            strengthened_on=maybe,
            registration=BODIES,
            name=WORDS,
            activities=((), ("made up",)),
            conforms=YES,
            lapses=NO,
            standard=WORDS,
            serves_key_products=(True, True, False, None),
            verified=verified,
        ),
        Enterprise: _kind_of(
            Enterprise,
            asked(Enterprise),
            code=enterprise,
            name=WORDS,
            kind=kind,
            locality=LOCALITIES,
            verified=verified,
        ),
        Dissemination: _kind_of(
            Dissemination,
            asked(Dissemination),
            on=days,
            topic=WORDS,
            audience=mostly(None, *Audience),
            verified=verified,
        ),
        ReportedFigure: _report_kind(program, verified),
        Fact: Kind(
            Fields.of(
                on=days,
                indicator=(exact and uncounted(program)) or counted(program),
                key=(*FEW_PEOPLE, *FEW_ENTERPRISES),
                verified=verified,
            ),
            _fact,
        ),
    }


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


def _fact(indicator: str, key: str, on: date, *, verified: bool, **_: object) -> Fact:
    """Build a fact, which has neither an id nor a day of entry."""
    return Fact(indicator, key, on, verified)


def _report_kind(program: Program, verified: Sequence[Any]) -> Kind:
    def report(
        day_one: date, day_two: date, period: Period | None, over: str, **rest: Any
    ) -> ReportedFigure:
        own = Period.until(day_two) if over == "until" else Period(*sorted((day_one, day_two)))
        return _report(period or own, by_id[rest.pop("indicator")], **rest)

    # A plan without indicators has reports on an indicator that it does not have.
    by_id = {indicator.id: indicator for indicator in program.indicators or (THINGS,)}
    named = dict.fromkeys(program.indicator_of(target.id).id for target in program.targets)
    days = days_of(program)
    return _kind_of(
        report,
        _Asked(frozenset(), {}, exact=False),
        indicator=(*named, *named, *by_id),
        day_one=days,
        day_two=days,
        issued=days,
        period=(*program.periods, *program.periods, None),
        over=("own", "own", "until"),
        number=range(12),
        less=[Fraction(part, 4) for part in range(8)],
        more=range(4),
        shape=("exactly", "within", "at least", "at most"),
        early=NO,
        estimate=NO,
        verified=verified,
    )


def _report(
    period: Period,
    indicator: Indicator,
    *,
    issued: date,
    number: int,
    less: Fraction,
    more: int,
    shape: str,
    early: bool,
    **rest: Any,
) -> ReportedFigure:
    """Report a number that the indicator can have, or a range around it."""
    numbers = numbers_of(indicator)
    value = numbers[number % len(numbers)]
    ranges = {
        "exactly": Range(value, value),
        "within": Range(value - less, value + more),
        "at least": Range(value, None),
        "at most": Range(None, value),
    }
    day = issued if early else max(issued, period.end)
    return ReportedFigure(
        indicator=indicator.id, period=period, value=ranges[shape], issued=day, **rest
    )


@lru_cache(maxsize=CACHED_PLANS)
def numbers_of(indicator: Indicator) -> tuple[Fraction, ...]:
    """Return a few numbers that an indicator can have, the simplest first.

    They are 0 and numbers near it; halves are among them unless the unit is a whole thing.
    """
    domain = indicator.narrow(indicator.domain) or indicator.domain
    step = step_of(indicator)
    start = next(number for number in (Fraction(0), *_inside(domain, step)) if number in domain)
    around = (start + sign * place * step for place in range(7) for sign in (1, -1))
    return tuple(dict.fromkeys(number for number in around if number in domain))


def step_of(indicator: Indicator) -> Fraction:
    """Return the step between the numbers that are drawn for an indicator."""
    return Fraction(1) if indicator.unit.whole else Fraction(1, 2)


def _inside(domain: Range, step: Fraction) -> tuple[Fraction, ...]:
    """Return numbers near the ends of a range, at least one of which lies in the range."""
    low, high = domain.low, domain.high
    if low is not None and high is not None:
        return low, high, (low + high) / 2
    if low is not None:
        return low, low + step
    top = high or Fraction(0)
    return top, top - step


@lru_cache(maxsize=CACHED_PLANS)
def of_class(program: Program, kind: type[AnyRecord]) -> SearchStrategy[Any]:
    """Draw records of one class, all under the same id."""
    drawn = kinds_of(program)[kind]
    return from_fields(drawn.fields, lambda **fields: drawn.make(id="one", **fields))
