"""What a register holds, class by class: the values of each field, the simplest first.

Keys come from small pools, so that things are named twice; days are often the first or last of a period.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from functools import lru_cache
from itertools import combinations
from typing import Any, TypeAlias, final, get_args

from attrs import frozen
from hypothesis.strategies import SearchStrategy

from nsc_program.plan._program import Program
from nsc_program.plan._targets import Indicator
from nsc_program.records._records import (
    AnyRecord,
    AssessmentBody,
    Audience,
    Dissemination,
    Enterprise,
    EnterpriseKind,
    Expert,
    Fact,
    Funding,
    Level,
    PilotModel,
    ReportedFigure,
    Scope,
    Solution,
    Support,
    Training,
)
from nsc_program.testing.strategies._fields import KEPT, Days, Fields, days_of, drawn, mostly
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
"""One enterprise under three codes, and three others: a key in capitals is another one."""
ENTERPRISES = (*FEW_ENTERPRISES, *FEW_ENTERPRISES, *(f"SAMPLE-{number}" for number in range(2, 14)))
FEW_PEOPLE = ("P1", "P2", "P3", "p1")
PEOPLE = (*FEW_PEOPLE, *FEW_PEOPLE, *(f"P{number}" for number in range(4, 12)))
BODIES = ("BODY-1", "BODY-2", "body-1")

CLASSES: tuple[type[AnyRecord], ...] = get_args(AnyRecord)
"""The classes of records."""

YES, NO = mostly(True, False), mostly(False, True)  # noqa: FBT003  # the values themselves
WORDS = mostly(None, "made up")
SOLUTIONS = (
    None,
    *(tuple(group) for size in range(len(Solution) + 1) for group in combinations(Solution, size)),
)


@final
@frozen
class Kind:
    """A class of records: the values of its fields, and how it is made of them, an id and a day of entry."""

    fields: Fields
    make: Make


def _kind_of(make: Make, **fields: Sequence[Any]) -> Kind:
    return Kind(Fields.of(**fields, annulled=mostly(False, False, True), document=WORDS), make)  # noqa: FBT003


def _support(one: date, two: date, *, completed: bool, **rest: Any) -> Support:
    started, ended = sorted((one, two))
    return Support(started_on=started, completed_on=ended if completed else None, **rest)


def _training(person: str, headcount: int | None, **rest: Any) -> Training:
    return Training(person=None if headcount else person, headcount=headcount, **rest)


def _expert(one: date, two: date, *, certified: bool, expires: bool, **rest: Any) -> Expert:
    issued, lapsed = sorted((one, two))
    return Expert(
        certified_on=issued if certified else None, expires_on=lapsed if expires else None, **rest
    )


def _model(one: date, two: date, *, withdrawn: bool, **rest: Any) -> PilotModel:
    recognised, ended = sorted((one, two))
    return PilotModel(recognised_on=recognised, withdrawn_on=ended if withdrawn else None, **rest)


def _body(one: date, two: date, *, conforms: bool, lapses: bool, **rest: Any) -> AssessmentBody:
    since, until = sorted((one, two))
    return AssessmentBody(
        conforming_since=since if conforms else None,
        conforming_until=until if lapses else None,
        **rest,
    )


class Maybe(Sequence[date | None]):
    """Days as the values of a field that may be empty: it is in the last quarter of all draws."""

    def __init__(self, days: Days) -> None:
        """Take the days."""
        self._days = days

    def __len__(self) -> int:
        """Count an absent day for every three days."""
        return len(self._days) * 4 // 3

    def __getitem__(self, index: Any) -> Any:
        """Give a day, or none after all of them."""
        return self._days[index] if 0 <= index < len(self._days) else None


def _money(program: Program) -> list[tuple[Funding, ...]]:
    sources = [source.id for source in program.funding_sources] + ["a source that no plan names"]
    one = [(Funding(source, vnd),) for source in sources for vnd in (0, 1, 250_000_000)]
    both = (Funding(sources[0], 7), Funding(sources[-1], 11))
    every = tuple(Funding(source.id, 13) for source in program.funding_sources)
    return [*[()] * (2 * len(one)), *one, both, every]


@lru_cache(maxsize=KEPT)
def kinds_of(program: Program, *, exact: bool = False) -> Mapping[type[AnyRecord], Kind]:
    """Every class of records, with the values that its fields have for a program.

    Where it must be `exact`, every record is verified and says all that decides whether it counts.
    """
    days = days_of(program)
    maybe = Maybe(days)
    two: dict[str, Sequence[Any]] = {"one": days, "two": days}
    enterprise, kind = ENTERPRISES, mostly(*EnterpriseKind)
    left_open = slice(0, 1 if exact else None)
    verified, solutions = YES[left_open], SOLUTIONS[exact:]
    return {
        Support: _kind_of(
            _support,
            **two,
            enterprise=enterprise,
            kind=kind,
            completed=YES,
            level=mostly(*Level),
            solutions=solutions,
            verified=verified,
            funding=_money(program),
        ),
        Training: _kind_of(
            _training,
            on=days,
            person=PEOPLE,
            headcount=mostly(None, 1, 2, 5)[left_open],
            verified=verified,
            audience=mostly(None, *Audience),
            topic=WORDS,
        ),
        Expert: _kind_of(
            _expert,
            **two,
            trained_on=maybe,
            person=PEOPLE,
            standard=mostly("TCVN 13751:2023", None)[left_open],
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
            **two,
            enterprise=enterprise,
            decision=WORDS,
            scope=mostly(*Scope),
            solutions=solutions,
            verified=verified,
            withdrawn=NO,
            renewal=NO,
        ),
        AssessmentBody: _kind_of(
            _body,
            **two,
            strengthened_on=maybe,
            registration=BODIES,
            name=WORDS,
            activities=((), ("made up",)),
            conforms=YES,
            lapses=NO,
            standard=WORDS,
            serves_key_products=(True, True, False, None)[: 3 if exact else 4],
            verified=verified,
        ),
        Enterprise: _kind_of(
            Enterprise, code=enterprise, name=WORDS, kind=kind, locality=WORDS, verified=verified
        ),
        Dissemination: _kind_of(
            Dissemination, on=days, topic=WORDS, audience=mostly(None, *Audience), verified=verified
        ),
        ReportedFigure: _report_kind(program, verified),
        Fact: Kind(
            Fields.of(
                on=days,
                indicator=counted(program),
                key=(*FEW_PEOPLE, *FEW_ENTERPRISES),
                verified=verified,
            ),
            _fact,
        ),
    }


def counted(program: Program) -> tuple[str, ...]:
    """The indicators of a program that count; of one that counts nothing, an indicator that it does not have."""
    return tuple(indicator.id for indicator in program.indicators if indicator.accumulates) or (
        "nothing-counted",
    )


def _fact(indicator: str, key: str, on: date, *, verified: bool, **_: object) -> Fact:
    """A fact has no id and no day of entry."""
    return Fact(indicator, key, on, verified)


def _report_kind(program: Program, verified: Sequence[Any]) -> Kind:
    def report(
        one: date, two: date, period: Period | None, over: str, **rest: Any
    ) -> ReportedFigure:
        own = Period.until(two) if over == "until" else Period(*sorted((one, two)))
        return _report(period or own, by_id[rest.pop("indicator")], **rest)

    # Of a plan without indicators they are of one that it does not have.
    by_id = {indicator.id: indicator for indicator in program.indicators or (THINGS,)}
    named = dict.fromkeys(program.indicator_of(target.id).id for target in program.targets)
    days = days_of(program)
    return _kind_of(
        report,
        indicator=(*named, *named, *by_id),
        one=days,
        two=days,
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
    """A report of a number that the indicator can have, or of a range around it; one issued early is an estimate."""
    value = numbers_of(indicator)[number % len(numbers_of(indicator))]
    ranges = {
        "exactly": Range(value, value),
        "within": Range(value - less, value + more),
        "at least": Range(value, None),
        "at most": Range(None, value),
    }
    known = issued if early else max(issued, period.end)
    return ReportedFigure(
        indicator=indicator.id, period=period, value=ranges[shape], issued=known, **rest
    )


@lru_cache(maxsize=KEPT)
def numbers_of(indicator: Indicator) -> tuple[Fraction, ...]:
    """A few numbers that an indicator can have, the simplest first: 0 if it can, whole ones and, if it can, halves."""
    domain = indicator.narrow(indicator.domain) or indicator.domain
    step = step_of(indicator)
    start = next(number for number in (Fraction(0), *_inside(domain, step)) if number in domain)
    around = (start + sign * place * step for place in range(7) for sign in (1, -1))
    return tuple(dict.fromkeys(number for number in around if number in domain))


def step_of(indicator: Indicator) -> Fraction:
    """How far the numbers of an indicator that are drawn lie apart."""
    return Fraction(1) if indicator.unit.whole else Fraction(1, 2)


def _inside(domain: Range, step: Fraction) -> tuple[Fraction, ...]:
    """Numbers by the ends of a range, one of which lies in it."""
    low, high = domain.low, domain.high
    if low is not None and high is not None:
        return low, high, (low + high) / 2
    return (
        (low, low + step)
        if low is not None
        else (high or Fraction(0), (high or Fraction(0)) - step)
    )


@lru_cache(maxsize=KEPT)
def of_class(program: Program, kind: type[AnyRecord]) -> SearchStrategy[Any]:
    """Records of one class, each under the same id."""
    found = kinds_of(program)[kind]
    return drawn(found.fields, lambda **fields: found.make(id="one", **fields))
