"""Hypothesis strategies for worlds, and for registers that hold a part of a world.

A register may hold false statements, but only those that do not count.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from itertools import count as numbers_from
from typing import Any

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from drawing import (
    BODIES,
    EVERYTHING_CLAIMED,
    PEOPLE,
    WHOLE_PERIODS,
    Recorded,
    day_after,
    days,
    maybe,
    mostly,
    often,
    periods,
)
from nsc_program import (
    HANOI,
    AssessmentBody,
    Completeness,
    EnterpriseKind,
    Expert,
    Level,
    PilotModel,
    Range,
    Register,
    ReportedFigure,
    Scope,
    Solution,
    Support,
    Training,
)
from nsc_program.records import AnyRecord
from worlds import CLASSES, WAYS, Body, Help, Lesson, Model, Specialist, Thing, World, count

HEAD_OFFICES = ("0100000001", "0100000002", "SAMPLE-1", "SAMPLE-2")
VERIFIED = st.just(value=True)
CORRECTED_ON = date(2024, 1, 1)


# --- worlds ---


@st.composite
def helps(draw: DrawFn, when: SearchStrategy[date]) -> Help:
    started, completed = sorted(draw(st.tuples(when, when)))
    kind = draw(st.sampled_from(("enterprise", "enterprise", "cooperative", "household")))
    level = draw(st.sampled_from(("city", "city", "ministry", "nation")))
    return Help(
        draw(st.sampled_from(HEAD_OFFICES)), kind, level, started, draw(often(st.just(completed)))
    )


@st.composite
def specialists(draw: DrawFn, when: SearchStrategy[date]) -> Specialist:
    trained, regional, international = draw(st.tuples(often(when), often(when), often(when)))
    certified, expires = sorted(draw(st.tuples(when, when)))
    return Specialist(
        who=draw(st.sampled_from(PEOPLE)),
        to_standard=draw(mostly(usual=True)),
        trained=trained,
        certified=draw(often(st.just(certified))),
        regional=regional,
        international=international,
        expires=draw(st.sampled_from((None, expires))),
        renewal=draw(mostly(usual=False)),
    )


@st.composite
def bodies(draw: DrawFn, when: SearchStrategy[date]) -> Body:
    since, until = sorted(draw(st.tuples(when, when)))
    known = draw(st.sampled_from(((since, None), (since, until), (None, None))))
    return Body(draw(st.sampled_from(BODIES)), draw(mostly(usual=True)), draw(often(when)), *known)


def things(when: SearchStrategy[date]) -> SearchStrategy[Thing]:
    return st.one_of(
        helps(when),
        st.builds(Lesson, st.sampled_from(PEOPLE), st.just(0), when),
        specialists(when),
        st.builds(
            Model,
            st.sampled_from(HEAD_OFFICES),
            st.sampled_from(("city", "nation")),
            st.integers(0, 4),
            when,
            mostly(usual=False),
        ),
        bodies(when),
    )


ANYTHING = things(days())
CROWD_SIZES = st.sampled_from((1, 2, 3, 4, 9, 10, 11))
WITHIN = things(days(HANOI.period.first, HANOI.period.end))


@st.composite
def worlds(draw: DrawFn) -> World:
    """Draw a few things on any days; some repeat within the programme, each once or twice."""
    found = draw(st.lists(ANYTHING, max_size=6))
    crowds = draw(st.lists(st.tuples(WITHIN, CROWD_SIZES, st.integers(1, 2)), max_size=4))
    found += [
        like._replace(who=f"{place}{number:09}")
        for place, (like, many, times) in enumerate(crowds)
        for number in range(many)
        for _ in range(times)
    ]
    numbers = numbers_from(1)
    return tuple(
        thing._replace(number=next(numbers)) if isinstance(thing, Lesson) else thing
        for thing in found
    )


# --- the part of a world that a register holds ---


@st.composite
def records_of(
    draw: DrawFn, thing: Thing, verified: SearchStrategy[bool], *, silent: bool = True
) -> Recorded:
    """Draw a true record of a thing.

    If `silent`, it may omit the fields that settle whether the thing counts.
    """
    head: dict[str, Any] = {"id": "one", "verified": draw(verified)}
    told = not (silent and draw(st.booleans()))
    match thing:
        case Help(who, kind, level, started, completed):
            code = draw(st.sampled_from((who, f"{who}-001", f"{who}002"))) if who.isdigit() else who
            head |= {"enterprise": code, "kind": EnterpriseKind(kind), "level": Level(level)}
            return Support(started_on=started, completed_on=completed, **head)
        case Lesson(who, _, on):
            return Training(person=who, on=on, **head)
        case Specialist():
            # No record says that a person was trained below the standard: it omits this, or the
            # training.
            trained = thing.trained if silent or thing.to_standard else None
            head |= {
                "trained_on": trained,
                "standard": "TCVN 13751:2023" if told and thing.to_standard else None,
            }
            return _expert(thing, head)
        case Model(who, scope, groups, on, renewal):
            head |= {"renewal": renewal, "solutions": tuple(Solution)[:groups] if told else None}
            return PilotModel(enterprise=who, recognised_on=on, scope=Scope(scope), **head)
        case Body(who, key, strengthened, since, until):  # pragma: no branch
            head |= {
                "conforming_since": since,
                "conforming_until": until,
                "serves_key_products": key if told else None,
            }
            return AssessmentBody(registration=who, strengthened_on=strengthened, **head)


def _expert(thing: Specialist, head: dict[str, Any]) -> Expert:
    return Expert(
        person=thing.who,
        certified_on=thing.certified,
        expires_on=thing.expires,
        regional_on=thing.regional,
        international_on=thing.international,
        renewal=thing.renewal,
        **head,
    )


def _less(thing: Thing, as_of: date) -> SearchStrategy[Thing]:
    """Draw the same record before all of it is known, or with a planned date that never comes."""
    match thing:
        case Help(started=started) if started <= as_of:
            planned = maybe(days(day_after(as_of), date(2033, 12, 31)))
            return planned.map(lambda day: thing._replace(completed=day))
        case Specialist():
            return st.just(thing._replace(certified=None))
        case Body():
            return st.just(thing._replace(since=None, until=None))
        case _:
            return st.just(thing)


def _is_owed(thing: Thing, claims: Iterable[Completeness], as_of: date) -> bool:
    """Say whether a claim would be false if the register did not hold this."""
    return any(
        count([thing], way, (claim.period.first, min(claim.period.end, as_of)))
        for claim in claims
        for way in CLASSES.get(claim.what, [claim.what])
    )


@st.composite
def false_records(draw: DrawFn, as_of: date) -> list[Recorded]:
    """Draw false records: not verified, annulled later, or after the day of judgement."""
    how = draw(st.sampled_from(("unverified", "annulled", "to come")))
    thing = draw(
        things(days(day_after(as_of), date(2034, 12, 31))) if how == "to come" else ANYTHING
    )
    record = draw(records_of(thing, st.just(how != "unverified")))
    annulled = evolve(record, recorded_on=date(2024, 1, 1), annulled=True)
    return [record, annulled] if how == "annulled" else [record]


@st.composite
def true_versions(draw: DrawFn, thing: Thing, verified: SearchStrategy[bool]) -> list[Recorded]:
    """Draw a true record, after a record of the same class that it corrects."""
    record = evolve(draw(records_of(thing, verified)), recorded_on=CORRECTED_ON)
    if not draw(mostly(usual=False)):
        return [record]
    mistaken = draw(records_of(draw(ANYTHING), verified))
    return [mistaken, record] if type(mistaken) is type(record) else [record]


def _unnamed(heads: int, on: date, *, verified: bool) -> Recorded:
    return Training(id="one", headcount=heads, on=on, verified=verified)


def _heads(lessons: Iterable[Lesson]) -> list[tuple[date, int]]:
    """Return headcounts of lessons with their days; the people of one headcount are different."""
    times = Counter[tuple[date, str]]()
    heads = Counter[tuple[date, int]]()
    for lesson in lessons:
        times[lesson.on, lesson.who] += 1
        heads[lesson.on, times[lesson.on, lesson.who]] += 1
    return [(on, many) for (on, _), many in heads.items()]


@st.composite
def versions(
    draw: DrawFn, world: World, claims: Iterable[Completeness], as_of: date
) -> list[list[Recorded]]:
    """Draw the records that make the claims true, more of the world, and some false records."""
    verified = draw(st.sampled_from((VERIFIED, mostly(usual=True))))
    known = draw(st.sampled_from((mostly(usual=True), st.booleans(), mostly(usual=False))))
    held = [thing for thing in world if _is_owed(thing, claims, as_of) or draw(known)]
    partly = [
        draw(_less(thing, as_of)) for thing in world if thing not in held and draw(st.booleans())
    ]
    unnamed = draw(
        st.sets(
            st.sampled_from(
                sorted({thing.on for thing in held if isinstance(thing, Lesson)} | {as_of})
            )
        )
    )
    heads = _heads(thing for thing in held if isinstance(thing, Lesson) and thing.on in unnamed)
    named = [thing for thing in held if not (isinstance(thing, Lesson) and thing.on in unnamed)]
    return [
        *[draw(true_versions(thing, verified)) for thing in named],
        *[[draw(records_of(thing, verified))] for thing in partly],
        *[[_unnamed(many, on, verified=draw(verified))] for on, many in heads],
        *draw(st.lists(false_records(as_of), max_size=3)),
    ]


@st.composite
def claims_made(draw: DrawFn) -> list[Completeness]:
    """Draw claims about everything, about some classes, or about one or two ways to count.

    The records are then drawn so that the claims are true.
    """
    classes = st.lists(st.builds(Completeness, st.sampled_from([*CLASSES]), periods()), max_size=6)
    ways = st.lists(
        st.builds(Completeness, st.sampled_from(WAYS), WHOLE_PERIODS), min_size=1, max_size=2
    )
    return draw(st.just(EVERYTHING_CLAIMED) | classes | ways)


@st.composite
def true_reports(draw: DrawFn, world: World, as_of: date, name: str) -> ReportedFigure:
    """Draw a report of the truth, exactly or within a range.

    It may say anything about days to come, or if it is annulled or not verified.
    """
    way, period = draw(st.sampled_from(WAYS)), draw(periods())
    verified = draw(mostly(usual=True))
    annulled = draw(mostly(usual=False))
    is_true = verified and not annulled and period.end <= as_of
    truth = count(world, way, (period.first, period.end)) if is_true else draw(st.integers(0, 12))
    less, more = draw(st.tuples(st.integers(0, 2), st.integers(0, 2)))
    value = draw(
        st.sampled_from(
            (Range.exactly(truth), Range(truth - less, truth + more), Range.at_least(truth))
        )
    )
    issued = draw(days(period.end, date(2034, 12, 31)))
    head: dict[str, Any] = {"id": name, "verified": verified, "annulled": annulled}
    return ReportedFigure(indicator=way, period=period, value=value, issued=issued, **head)


@st.composite
def impossible_corrections(draw: DrawFn) -> list[ReportedFigure]:
    """Draw a report that may be false, and a later one in its place whose number cannot be."""
    way, period = draw(st.sampled_from(WAYS)), draw(periods())
    issued = draw(days(period.end, date(2034, 12, 30)))
    false = ReportedFigure(
        id="false", indicator=way, period=period, value=draw(st.integers(0, 12)), issued=issued
    )
    some = Range(Fraction(1, 4), Fraction(3, 4)), Range.exactly(Fraction(1, 2)), Range.exactly(-1)
    later = draw(days(day_after(issued), date(2034, 12, 31)))
    return [false, evolve(false, id="impossible", value=draw(st.sampled_from(some)), issued=later)]


@st.composite
def registers_of(draw: DrawFn, world: World, as_of: date) -> Register:
    """Draw a register that an office may have of a world at the close of a day."""
    claims = draw(claims_made())
    chains = draw(versions(world, claims, as_of))
    records: list[AnyRecord] = [
        evolve(each, id=f"r{place}") for place, chain in enumerate(chains) for each in chain
    ]
    reports = [
        draw(true_reports(world, as_of, f"report {number}"))
        for number in range(draw(st.integers(0, 3)))
    ]
    return Register([*records, *reports], claims)


@st.composite
def everything_of(draw: DrawFn, world: World) -> Register:
    """Draw a register that knows a world completely: every thing is verified and told in full."""
    records = [draw(records_of(thing, VERIFIED, silent=False)) for thing in world]
    named = [evolve(record, id=f"r{place}") for place, record in enumerate(records)]
    return Register(named, EVERYTHING_CLAIMED)
