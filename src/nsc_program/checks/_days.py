"""When things happened, and when they were entered: days that fit no phase, two phases, or each other."""

from bisect import bisect_left
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import takewhile
from operator import itemgetter
from typing import TypeAlias

from attrs import fields_dict

from nsc_program.checks._inspected import Inspected, grouped, key_of, named, names
from nsc_program.checks._types import (
    ClaimOutdated,
    KeyInTwoPhases,
    OutsidePhases,
    RecordedBeforehand,
    RecordName,
    SupportAcrossPhases,
)
from nsc_program.plan._targets import Phase
from nsc_program.records._counting import COUNTED_BY, happened
from nsc_program.records._records import (
    AnyRecord,
    Expert,
    Fact,
    PilotModel,
    ReportedFigure,
    Support,
)
from nsc_program.records._register import ROWS, Completeness, Register
from nsc_program.values._periods import Period, meeting, unite
from nsc_program.values._validators import head_of, head_office

PAST = (
    "started_on",
    "completed_on",
    "on",
    "trained_on",
    "certified_on",
    "regional_on",
    "international_on",
    "recognised_on",
    "withdrawn_on",
    "strengthened_on",
    "conforming_since",
    "issued",
)
"""The fields that say when something happened. What expires, or conforms until a day, is foreseen."""
_PAST_OF: Mapping[type[AnyRecord], tuple[str, ...]] = {
    kind: tuple(name for name in PAST if name in fields_dict(kind))
    for kind in (*ROWS.values(), Fact)
}


def _days(record: AnyRecord) -> list[date]:
    """The days on which a record says that something happened; those of its facts are among them."""
    found = (getattr(record, name) for name in _PAST_OF[type(record)])
    return [day for day in found if day is not None]


def supports_across_phases(seen: Inspected) -> Iterator[SupportAcrossPhases]:
    """Which phase counts such a support is a question of reading; one finding for all between the same phases."""
    across = grouped(
        (_across(support, seen.program.phases, seen.figures.as_of), support)
        for support in seen.of(Support)
    )
    for (started, completed), supports in sorted(across.items()):
        if started and completed:
            yield SupportAcrossPhases(started, completed, records=names(supports))


def _across(
    support: Support, phases: Iterable[Phase], as_of: date
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The phases that hold only its start, and those that hold only its end."""
    start, end = support.started_on, support.completed_on
    if end is not None and end > as_of:
        return (), ()
    held = [
        (phase.id, start in phase.period, end is not None and end in phase.period)
        for phase in phases
    ]
    return (
        tuple(phase for phase, starts, ends in held if starts and not ends),
        tuple(phase for phase, starts, ends in held if ends and not starts),
    )


def outside_phases(seen: Inspected) -> Iterator[OutsidePhases]:
    """The bases of growth are no phases, and have figures too. One finding for each record.

    What happened while a report is about is held against it, so it is of use.
    """
    inside = unite([*seen.program.periods, *(report.period for report in seen.of(ReportedFigure))])

    def is_outside(day: date) -> bool:
        return day <= seen.figures.as_of and not meeting(Period(day, day), inside)

    suspected = (record for record in seen.register.current if any(map(is_outside, _days(record))))
    counted = ((named(record), fact) for record in suspected for fact in happened(record))
    outside = grouped(
        (name, fact.on) for name, fact in counted if fact.indicator in seen.indicators
    )
    for name, days in outside.items():
        found = tuple(sorted(filter(is_outside, set(days))))
        if found:
            yield OutsidePhases(found, records=(name,))


_COUNTED_ONCE: Mapping[type[Expert | PilotModel], tuple[str, ...]] = {
    Expert: COUNTED_BY[Expert],
    # A city's model that later becomes one for the nation is no renewal, so national ones are not counted among them.
    PilotModel: ("models/city", "models/nation"),
}


def keys_in_two_phases(seen: Inspected) -> Iterator[KeyInTwoPhases]:
    """Somebody or something that counts as new in two phases without a day in common; one finding for each."""
    for kind in _COUNTED_ONCE:
        counted = grouped(_counted(seen, kind)).items()
        apart = grouped(
            (key, each)
            for (key, _), found in counted
            for each in _apart(seen.program.phases, found)
        )
        for found in apart.values():
            held = {phase for phase, _ in found}
            phases = tuple(phase.id for phase in seen.program.phases if phase.id in held)
            yield KeyInTwoPhases(
                kind.__name__, phases, records=names(record for _, record in found)
            )


_When: TypeAlias = tuple[date, AnyRecord]


def _counted(
    seen: Inspected, kind: type[Expert | PilotModel]
) -> Iterator[tuple[tuple[str, str], _When]]:
    """By key and indicator, when a record of a class, or a plain fact like it, counts."""
    wanted = seen.indicators.keys() & _COUNTED_ONCE[kind]
    for record in (*seen.of(kind), *seen.facts_like(kind)):
        for fact in happened(record):
            if fact.indicator in wanted and fact.on <= seen.figures.as_of:
                key = head_office(fact.key) if kind is PilotModel else fact.key
                yield (key, fact.indicator), (fact.on, record)


def _apart(phases: Iterable[Phase], counted: Collection[_When]) -> Iterator[tuple[str, AnyRecord]]:
    """The phases that something counts in and that have no day in common with another such phase, with the records."""
    held = [phase for phase in phases if any(day in phase.period for day, _ in counted)]
    for phase in held:
        if not all(phase.period.meets(other.period) for other in held):
            yield from ((phase.id, record) for day, record in counted if day in phase.period)


def recorded_beforehand(seen: Inspected) -> Iterator[RecordedBeforehand]:
    """Nobody can enter what has not happened yet: one of the two days is mistyped, or the other was foreseen."""
    for record in seen.register.current:
        recorded = None if isinstance(record, Fact) else record.recorded_on
        later = {day for day in _days(record) if recorded and day > recorded}
        if recorded and later:
            yield RecordedBeforehand(recorded, tuple(sorted(later)), records=(named(record),))


def claims_outdated(seen: Inspected) -> Iterator[ClaimOutdated]:
    """A claim that a verified record, entered afterwards, shows to have been too bold; of several the last one made.

    One finding for each claim.
    """
    dated = sorted(
        (claim.recorded_on, claim) for claim in seen.register.completeness if claim.recorded_on
    )
    claims = grouped((claim.what, (made, claim)) for made, claim in dated)
    entered = _first_entered(seen.register) if dated else {}
    made_on = [made for made, _ in dated]
    late = [record for record in seen.register.current if _is_overtaken(record, made_on, entered)]
    overtaken = grouped(
        (_last_overtaken(claims.get(what, []), day, _since(record, day, entered)), record)
        for record in late
        for what, day in _verified_days(record)
    )
    for made, claim in dated:
        if claim in overtaken:
            yield ClaimOutdated(claim.what, claim.period, made, records=names(overtaken[claim]))


def _last_overtaken(
    claims: Sequence[tuple[date, Completeness]], day: date, since: date
) -> Completeness | None:
    """The last claim about a day that was made on it or later, and before the register held what happened then.

    One that was made again since is taken back.
    """
    before = bisect_left(claims, since, key=itemgetter(0))
    if any(day in claim.period for _, claim in claims[before:]):
        return None
    made_since = takewhile(lambda place: claims[place][0] >= day, range(before - 1, -1, -1))
    return next((claims[place][1] for place in made_since if day in claims[place][1].period), None)


def _is_overtaken(
    record: AnyRecord, made_on: Sequence[date], entered: "Mapping[_Entry, date]"
) -> bool:
    """Whether some claim was made after a thing happened and before its record was entered: few records are."""
    before = bisect_left(made_on, entered.get(named(record), date.min))
    return before > 0 and any(bisect_left(made_on, day) < before for day in _days(record))


def _verified_days(record: AnyRecord) -> set[tuple[str, date]]:
    """The classes and indicators that certainly had something on a day, by this record."""
    counted = list(happened(record))
    found = {(fact.indicator, fact.on) for fact in counted if fact.verified}
    return found | {(type(record).__name__, fact.on) for fact in counted if record.verified}


_Entry: TypeAlias = RecordName | tuple[str, Hashable, date]


_NO_ID = ""


def _since(record: AnyRecord, day: date, entered: Mapping[_Entry, date]) -> date:
    """The first day on which the register held a record, or another that may be of the same thing on that day.

    A headcount may be replaced by a list, what was entered under one id may come again under another, or had none that
    could be read, and a plain fact may have told of it.
    """
    kind = type(record).__name__
    places: list[_Entry] = [
        named(record),
        RecordName(kind, _NO_ID),
        (kind, key_of(record), day),
        (kind, None, day),
    ]
    places += [
        (fact.indicator, fact.key, fact.on)
        for fact in happened(record)
        if not isinstance(record, Fact)
    ]
    return min(entered.get(place, date.max) for place in places)


def _first_entered(register: Register) -> Mapping[_Entry, date]:
    """When a record was first entered, be it as a row nobody could read, and when anything of one key and day was."""
    found: dict[_Entry, date] = {}
    for place, day in _entries(register):
        found[place] = min(found.get(place, date.max), day or date.min)
    return found


def _entries(register: Register) -> Iterator[tuple[_Entry, date | None]]:
    for row in register.rejected:
        yield RecordName(row.what, row.id if row.identified else _NO_ID), row.recorded_on
    for record in register.records:
        if isinstance(record, Fact):
            of_a_head = head_of(record.key)
            yield (record.indicator, of_a_head[0] if of_a_head else record.key, record.on), None
        else:
            yield named(record), record.recorded_on
            for day in _days(record):
                yield (type(record).__name__, key_of(record), day), record.recorded_on
