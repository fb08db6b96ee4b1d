"""Hypothesis strategies for this suite: the library's values from small pools of keys and days near the edges.

Everything is built; nothing is drawn and then thrown away.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from typing import Any, TypeAlias

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from nsc_program import (
    HANOI,
    INDICATORS,
    AnyRecord,
    AssessmentBody,
    Coverage,
    Dissemination,
    Enterprise,
    EnterpriseKind,
    Expert,
    Fact,
    Level,
    Period,
    PilotModel,
    Range,
    Register,
    ReportedFigure,
    Scope,
    Solution,
    Support,
    Training,
    UnreadRow,
)
from nsc_program.records import Record
from nsc_program.register import identity

Recorded: TypeAlias = Enterprise | Support | Training | Expert | PilotModel | AssessmentBody | Dissemination

FIRST, SECOND = (phase.period for phase in HANOI.phases)
EDGES = (
    date(2020, 12, 31),
    date(2021, 1, 1),
    date(2025, 12, 14),
    date(2025, 12, 15),
    date(2025, 12, 30),
    date(2025, 12, 31),
    date(2026, 1, 1),
    date(2030, 12, 30),
    date(2030, 12, 31),
    date(2031, 1, 1),
)
PEOPLE = ("P1", "P2", "P3", "P4")
# One enterprise under three codes, and three others.
ENTERPRISES = ("0100000001", "0100000001-001", "0100000001002", "0100000002", "SAMPLE-1", "SAMPLE-2")
BODIES = ("BODY-1", "BODY-2", "BODY-3")
# What the targets are about where nothing else is read.
DEFAULTS = tuple(dict.fromkeys(HANOI.indicator_of(target.id).id for target in HANOI.targets))
COUNTED = tuple(indicator.id for indicator in INDICATORS if indicator.accumulates)


def day_before(day: date) -> date:
    return day - timedelta(days=1)


def day_after(day: date) -> date:
    return day + timedelta(days=1)


@cache
def days(first: date = date(2019, 1, 1), last: date = date(2032, 12, 31)) -> SearchStrategy[date]:
    """Days between two others, often on an edge."""
    return st.sampled_from([first, *(day for day in EDGES if first <= day <= last)]) | st.dates(first, last)


def maybe(strategy: SearchStrategy[Any]) -> SearchStrategy[Any]:
    return st.none() | strategy


@cache
def mostly(*, usual: bool) -> SearchStrategy[bool]:
    return st.sampled_from((usual, usual, usual, not usual))


def often(strategy: SearchStrategy[Any]) -> SearchStrategy[Any]:
    return mostly(usual=True).flatmap(lambda given: strategy if given else st.none())


@cache
def rising(count: int) -> SearchStrategy[list[date]]:
    """So many days in order."""
    return st.lists(days(), min_size=count, max_size=count).map(sorted)


WHOLE_PERIODS = st.sampled_from((FIRST, SECOND, HANOI.period))


@st.composite
def periods(draw: DrawFn) -> Period:
    if draw(mostly(usual=True)):
        return draw(WHOLE_PERIODS)
    start, end = draw(rising(2))
    return draw(st.sampled_from((Period(start, end), Period.until(end))))


@st.composite
def ranges(draw: DrawFn) -> Range:
    """Ranges of exact numbers with closed, open and absent ends; close together, so that they touch."""
    numbers = st.integers(-3, 6) | st.builds(Fraction, st.integers(-6, 12), st.just(2))
    low, high = sorted(draw(st.tuples(numbers, numbers)))
    has_low, has_high, low_open, high_open = draw(st.tuples(*[st.booleans()] * 4))
    wide = low < high or not (has_low and has_high)
    return Range(
        low if has_low else None,
        high if has_high else None,
        low_open=has_low and wide and low_open,
        high_open=has_high and wide and high_open,
    )


# --- records: an id and a date of entry are given by `registers` ---


def _head() -> Mapping[str, SearchStrategy[Any]]:
    return {"id": st.just("one"), "annulled": mostly(usual=False), "verified": mostly(usual=True)}


def enterprises() -> SearchStrategy[Enterprise]:
    return st.builds(Enterprise, code=st.sampled_from(ENTERPRISES), kind=st.sampled_from(EnterpriseKind), **_head())


def solutions() -> SearchStrategy[tuple[Solution, ...] | None]:
    return maybe(st.integers(0, 4).map(lambda count: tuple(Solution)[:count]))


def supports() -> SearchStrategy[Support]:
    def support(dates: list[date], *, completed: bool, rest: dict[str, Any]) -> Support:
        return Support(started_on=dates[0], completed_on=dates[1] if completed else None, **rest)

    return st.builds(
        support,
        rising(2),
        completed=mostly(usual=True),
        rest=st.fixed_dictionaries(
            {
                "enterprise": st.sampled_from(ENTERPRISES),
                "kind": st.sampled_from(EnterpriseKind),
                "level": st.sampled_from(Level),
                "solutions": solutions(),
                **_head(),
            }
        ),
    )


def trainings() -> SearchStrategy[Training]:
    """People by name, and headcounts."""
    one = st.builds(Training, person=st.sampled_from(PEOPLE), on=days(), **_head())
    return one | st.builds(Training, headcount=st.integers(1, 5), on=days(), **_head())


def experts() -> SearchStrategy[Expert]:
    def expert(dates: list[date], *, certified: bool, expires: bool, rest: dict[str, Any]) -> Expert:
        issued, lapsed = dates
        return Expert(certified_on=issued if certified else None, expires_on=lapsed if expires else None, **rest)

    return st.builds(
        expert,
        rising(2),
        certified=mostly(usual=True),
        expires=st.booleans(),
        rest=st.fixed_dictionaries(
            {
                "person": st.sampled_from(PEOPLE),
                "trained_on": often(days()),
                "standard": often(st.just("TCVN 13751:2023")),
                "regional_on": often(days()),
                "international_on": often(days()),
                "renewal": mostly(usual=False),
                **_head(),
            }
        ),
    )


def models() -> SearchStrategy[PilotModel]:
    def model(dates: list[date], *, withdrawn: bool, rest: dict[str, Any]) -> PilotModel:
        return PilotModel(recognised_on=dates[0], withdrawn_on=dates[1] if withdrawn else None, **rest)

    return st.builds(
        model,
        rising(2),
        withdrawn=mostly(usual=False),
        rest=st.fixed_dictionaries(
            {
                "enterprise": st.sampled_from(ENTERPRISES),
                "scope": st.sampled_from(Scope),
                "solutions": solutions(),
                "renewal": mostly(usual=False),
                **_head(),
            }
        ),
    )


def bodies() -> SearchStrategy[AssessmentBody]:
    def body(dates: list[date], *, conforms: bool, lapses: bool, rest: dict[str, Any]) -> AssessmentBody:
        since, until = dates
        until_known = until if lapses else None
        return AssessmentBody(conforming_since=since if conforms else None, conforming_until=until_known, **rest)

    return st.builds(
        body,
        rising(2),
        conforms=mostly(usual=True),
        lapses=st.booleans(),
        rest=st.fixed_dictionaries(
            {
                "registration": st.sampled_from(BODIES),
                "strengthened_on": often(days()),
                "serves_key_products": st.sampled_from((True, True, False, None)),
                **_head(),
            }
        ),
    )


def disseminations() -> SearchStrategy[Dissemination]:
    return st.builds(Dissemination, on=days(), **_head())


@cache
def facts(when: SearchStrategy[date] | None = None) -> SearchStrategy[Fact]:
    keys = st.sampled_from((*PEOPLE, *ENTERPRISES))
    return st.builds(Fact, st.sampled_from(COUNTED), keys, days() if when is None else when, mostly(usual=True))


def reports(*, estimates: bool = True) -> SearchStrategy[ReportedFigure]:
    """Reports over phases and other periods."""
    return periods().flatmap(lambda period: reports_of(period, estimates=estimates))


@st.composite
def reports_of(draw: DrawFn, period: Period, *, estimates: bool = False) -> ReportedFigure:
    """Reports over one period; each leaves some whole number that is not negative."""
    number, less, more = draw(st.tuples(st.integers(0, 6), st.fractions(0, 2, max_denominator=1000), st.integers(0, 3)))
    wider = st.sampled_from((Range(number - less, number + more), Range.at_least(number), Range.at_most(number)))
    return ReportedFigure(
        id="one",
        annulled=draw(mostly(usual=False)),
        verified=draw(mostly(usual=True)),
        indicator=draw(st.sampled_from(DEFAULTS) | st.sampled_from([indicator.id for indicator in INDICATORS])),
        period=period,
        value=draw(st.just(number) | wider),
        issued=draw(days() if estimates else days(period.end, date(2033, 12, 31))),
        estimate=estimates and draw(mostly(usual=False)),
    )


HAPPENINGS: tuple[SearchStrategy[Recorded], ...] = (
    enterprises(),
    supports(),
    trainings(),
    experts(),
    models(),
    bodies(),
    disseminations(),
)


# --- registers ---


CLASSES = (Enterprise, Support, Training, Expert, PilotModel, AssessmentBody, Dissemination)
EVERYTHING_CLAIMED = [Coverage(kind, HANOI.period) for kind in CLASSES]


def claims() -> SearchStrategy[Coverage]:
    return st.builds(Coverage, st.sampled_from(CLASSES) | st.sampled_from(COUNTED), periods(), maybe(days()))


@st.composite
def versions(draw: DrawFn, kind: SearchStrategy[Recorded], name: str) -> list[Recorded]:
    """One record in one or two versions: the second was entered later, and may say anything."""
    contents = draw(st.lists(kind, min_size=1, max_size=2))
    entered = (draw(maybe(st.dates(date(2021, 1, 1), date(2023, 12, 31)))), draw(days(date(2024, 1, 1))))
    return [evolve(record, id=name, recorded_on=day) for record, day in zip(contents, entered, strict=False)]


@st.composite
def records(draw: DrawFn, *kinds: SearchStrategy[Recorded], prefix: str = "r", most: int = 8) -> list[AnyRecord]:
    """Records of these kinds, ids given by place so that no two conflict, and plain facts."""
    chosen = draw(st.lists(st.sampled_from(kinds or HAPPENINGS), max_size=most))
    found: list[Any] = [
        record for place, kind in enumerate(chosen) for record in draw(versions(kind, f"{prefix}{place}"))
    ]
    return [*found, *draw(st.lists(facts(), max_size=4))]


def unread(record: Record) -> UnreadRow:
    """The row of a record that could not be read."""
    heads = record.headcount if isinstance(record, Training) else None
    return UnreadRow(what=type(record).__name__, id=record.id, recorded_on=record.recorded_on, things=heads or 1)


@st.composite
def unread_rows(draw: DrawFn, held: Iterable[AnyRecord]) -> UnreadRow:
    """A row of a record that is held, or of another: it was entered on the day of one of them, or on any day."""
    rows = [unread(record) for record in held if isinstance(record, Record)]
    rows += [UnreadRow(what="Training", id="row", things=4), UnreadRow(what="PilotModel", id="row")]
    when = st.sampled_from([row.recorded_on for row in rows]) | days(date(2021, 1, 1), date(2026, 1, 1))
    return evolve(draw(st.sampled_from(rows)), recorded_on=draw(when))


@st.composite
def registers(draw: DrawFn, *, estimates: bool = True) -> Register:
    """Registers that hold anything at all, clashes included; of a few, some rows could not be read."""
    reported = draw(st.lists(reports(estimates=estimates), max_size=3))
    held = [*draw(records()), *(evolve(report, id=f"report {place}") for place, report in enumerate(reported))]
    claimed = draw(st.just(EVERYTHING_CLAIMED) | st.lists(claims(), max_size=5))
    return Register(held, claimed, draw(st.just([]) | st.lists(unread_rows(held), max_size=4)))


@st.composite
def with_rows_set_aside(draw: DrawFn, register: Register, *, reports: bool) -> Register:
    """The same where some versions of records, or of reports too, could not be read, nor perhaps their ids."""
    rows = [record for record in register.records if isinstance(record, Record)]
    able = [record for record in rows if reports or not isinstance(record, ReportedFigure)]
    lost = draw(st.lists(st.sampled_from(able), max_size=6, unique_by=identity)) if able else []
    kept = [record for record in register.records if record not in lost]
    named = [(unread(record), draw(mostly(usual=True))) for record in lost]
    lost_rows = (
        row if name else evolve(row, id=f"unread row {place}", identified=False)
        for place, (row, name) in enumerate(named)
    )
    return Register(kept, register.coverage, [*register.set_aside, *lost_rows])
