"""Rules about days: outside all phases, in two phases, and in conflict with the day of entry."""

from bisect import bisect_left
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache, cached_property
from operator import itemgetter
from typing import Any, TypeAlias, cast, final

from attrs import frozen

from nsc_program.checks._inspected import Inspected, grouped, key_of, named, names
from nsc_program.checks._types import (
    ClaimOutdated,
    KeyInTwoPhases,
    OutsidePhases,
    RecordedBeforehand,
    RecordName,
    SupportAcrossPhases,
)
from nsc_program.plan._conditions import OneOf
from nsc_program.plan._counting import Counting
from nsc_program.plan._program import Program
from nsc_program.plan._projection import Happened, happened
from nsc_program.plan._targets import Phase
from nsc_program.records._claims import Completeness
from nsc_program.records._fields import record_fields
from nsc_program.records._records import AnyRecord, Expert, Fact, PilotModel, Support
from nsc_program.records._register import Register
from nsc_program.records._reports import ReportedFigure
from nsc_program.values._enterprise_codes import head_office
from nsc_program.values._keys import head_of
from nsc_program.values._periods import Period, meeting, unite


@cache
def _past_of(kind: Any) -> tuple[str, ...]:
    """Return the fields of a class for days on which something happened.

    Days on which something will end are left out, because they are known beforehand, and so is the
    day of entry.
    """
    if kind is Fact:
        return ("on",)
    return tuple(name for name in _days_of(kind) if name not in (*kind.ENDS, "recorded_on"))


def _days_of(kind: Any) -> list[str]:
    """Return the fields of a class that are days."""
    return [name for name, field in record_fields(kind).items() if field.base is date]


def _days(record: AnyRecord) -> list[date]:
    """Return the days on which something happened, according to a record.

    They include the days of its facts.
    """
    days = (getattr(record, name) for name in _past_of(cast(Any, type(record))))
    return [day for day in days if day is not None]


def supports_across_phases(seen: Inspected) -> Iterator[SupportAcrossPhases]:
    """Yield a finding for the supports that began in some phases and ended in others.

    The reading decides which phase counts such a support. There is one finding for all supports
    between the same phases.
    """
    across = grouped(
        (_across(support, seen.program.phases, seen.figures.as_of), support)
        for support in seen.of(Support)
    )
    for (started, completed), supports in sorted(across.items()):
        if started and completed:
            yield SupportAcrossPhases(started, completed, records=names(supports))


def _across(
    support: Support, phases: Sequence[Phase], as_of: date
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the phases that hold only the start of a support, and those that hold only its end."""
    start, end = support.started_on, support.completed_on
    if end is None:
        return _holding(phases, start), ()
    if end > as_of:
        return (), ()
    only_start = (phase for phase in phases if end not in phase.period)
    only_end = (phase for phase in phases if start not in phase.period)
    return _holding(only_start, start), _holding(only_end, end)


def _holding(phases: Iterable[Phase], day: date) -> tuple[str, ...]:
    """Return the ids of the phases that a day lies in."""
    return tuple(phase.id for phase in phases if day in phase.period)


def outside_phases(seen: Inspected) -> Iterator[OutsidePhases]:
    """Yield a finding for each record that counts on days outside all periods of the plan.

    The baselines of growth are not phases, but they have figures too. The period of a report counts
    as inside as well, because the report is compared with the records of its period.
    """
    is_outside = _outside(seen)
    suspected = (record for record in seen.register.current if any(map(is_outside, _days(record))))
    for name, days in grouped(_counting_days(seen, suspected)).items():
        outside = tuple(sorted(filter(is_outside, set(days))))
        if outside:
            yield OutsidePhases(outside, records=(name,))


def _outside(seen: Inspected) -> Callable[[date], bool]:
    """Return the test whether a day up to `as_of` lies outside all periods."""
    reported = [report.period for report in seen.of(ReportedFigure)]
    inside = unite([*seen.program.periods, *reported])
    as_of = seen.figures.as_of

    def is_outside(day: date) -> bool:
        return day <= as_of and not meeting(Period(day, day), inside)

    return is_outside


def _counting_days(
    seen: Inspected, records: Iterable[AnyRecord]
) -> Iterator[tuple[RecordName, date]]:
    """Yield the days on which records count for indicators of the plan, with their names."""
    for record in records:
        for fact in happened(seen.program, record):
            yield named(record), fact.on


_COUNTED_ONCE: tuple[type[Expert | PilotModel], ...] = (Expert, PilotModel)


def keys_in_two_phases(seen: Inspected) -> Iterator[KeyInTwoPhases]:
    """Yield a finding for each expert or model that counts as new in two disjoint phases."""
    for kind in _COUNTED_ONCE:
        for entries in _phases_by_key(seen, kind).values():
            counted_in = {phase for phase, _ in entries}
            phases = tuple(phase.id for phase in seen.program.phases if phase.id in counted_in)
            records = names(record for _, record in entries)
            yield KeyInTwoPhases(kind.__name__, phases, records=records)


def _phases_by_key(
    seen: Inspected, kind: type[Expert | PilotModel]
) -> Mapping[str, list[tuple[str, AnyRecord]]]:
    """Return for each key the disjoint phases that count it, each with its records."""
    counted = grouped(_counted(seen, kind))
    return grouped(
        (key, entry)
        for (key, _), dated in counted.items()
        for entry in _apart(seen.program.phases, dated)
    )


_Dated: TypeAlias = tuple[date, AnyRecord]


def _counted(
    seen: Inspected, kind: type[Expert | PilotModel]
) -> Iterator[tuple[tuple[str, str], _Dated]]:
    """Yield the days on which records of a class, or plain facts like them, count.

    Each comes with the key and the indicator under which it counts.
    """
    for record, fact in _new_facts(seen, kind):
        key = head_office(fact.key) if kind is PilotModel else fact.key
        yield (key, fact.indicator), (fact.on, record)


def _new_facts(
    seen: Inspected, kind: type[Expert | PilotModel]
) -> Iterator[tuple[AnyRecord, Happened]]:
    """Yield the facts by which things of a class count as new, each with its record."""
    wanted = {
        indicator.id
        for indicator in seen.program.counting(kind)
        if kind is Expert or any(map(_is_of_one_scope, indicator.counting))
    }
    for record in (*seen.of(kind), *seen.facts_like(kind)):
        for fact in happened(seen.program, record):
            if fact.indicator in wanted and fact.on <= seen.figures.as_of:
                yield record, fact


def _is_of_one_scope(rule: Counting) -> bool:
    """Return whether a rule counts pilot models of one scope.

    A model of the city that later becomes a national model is not a renewal, so models of the two
    scopes are not mixed.
    """
    return any(
        isinstance(condition, OneOf) and condition.field == "scope" and len(condition.values) == 1
        for condition in rule.where
    )


def _apart(phases: Iterable[Phase], counted: Collection[_Dated]) -> Iterator[tuple[str, AnyRecord]]:
    """Yield the phases that count a thing and are disjoint from another such phase.

    Each comes with the records that count in it.
    """
    counting = [phase for phase in phases if any(day in phase.period for day, _ in counted)]
    for phase in counting:
        if not all(phase.period.meets(other.period) for other in counting):
            yield from ((phase.id, record) for day, record in counted if day in phase.period)


def recorded_beforehand(seen: Inspected) -> Iterator[RecordedBeforehand]:
    """Yield a finding for each record that was entered before the thing happened.

    One of the two days is mistyped, or the later one was only planned.
    """
    for record in seen.register.current:
        recorded = _recorded_on(record)
        later = {day for day in _days(record) if recorded and day > recorded}
        if recorded and later:
            yield RecordedBeforehand(recorded, tuple(sorted(later)), records=(named(record),))


def _recorded_on(record: AnyRecord) -> date | None:
    """Return the day of entry of a record; a plain fact has no such day."""
    return None if isinstance(record, Fact) else record.recorded_on


def claims_outdated(seen: Inspected) -> Iterator[ClaimOutdated]:
    """Yield a finding for each claim of completeness that a verified record disproves.

    The record was entered after the claim. If it disproves several claims, only the last one is
    reported.
    """
    dated = _dated_claims(seen.register)
    if not dated:
        return
    claims = _Claims(seen.program, dated, _first_entered(seen.register))
    disproved = grouped(
        (claim, record) for record in seen.register.current for claim in claims.disproved_by(record)
    )
    for claimed_on, claim in dated:
        if claim in disproved:
            records = names(disproved[claim])
            yield ClaimOutdated(claim.what, claim.period, claimed_on, records=records)


def _dated_claims(register: Register) -> "list[_DatedClaim]":
    """Return the claims in the order of the days on which they were made, with these days."""
    return sorted(
        (claim.recorded_on, claim) for claim in register.completeness if claim.recorded_on
    )


@final
@frozen
class _Claims:
    """Claims of completeness, and what the register held when they were made.

    Attributes:
        program: the plan.
        dated: the claims in the order of the days on which they were made, with these days.
        entered: the first day of each entry.
    """

    program: Program
    dated: "Sequence[_DatedClaim]"
    entered: "Mapping[_Entry, date]"

    @cached_property
    def by_subject(self) -> "Mapping[str, Sequence[_DatedClaim]]":
        """The claims about each class or indicator, in the same order."""
        return grouped((claim.what, (claimed_on, claim)) for claimed_on, claim in self.dated)

    def disproved_by(self, record: AnyRecord) -> Iterator[Completeness]:
        """Yield the claims that a record disproves: the last one for each of its days."""
        if not self.may_disprove(record):
            return
        for what, day in _verified_days(self.program, record):
            things = _same_thing(self.program, record, day)
            known_since = min(self.entered.get(thing, date.max) for thing in things)
            claim = _last_disproved(self.by_subject.get(what, ()), day, known_since)
            if claim:
                yield claim

    def may_disprove(self, record: AnyRecord) -> bool:
        """Return whether any claim was made after a thing happened and before it was entered.

        This is a quick test that rules out most records.
        """
        entered = self.entered.get(named(record), date.min)
        before = _made_before(self.dated, entered)
        return before > 0 and any(_made_before(self.dated, day) < before for day in _days(record))


_DatedClaim: TypeAlias = tuple[date, Completeness]


def _made_before(claims: Sequence[_DatedClaim], day: date) -> int:
    """Return how many claims were made before a day."""
    return bisect_left(claims, day, key=itemgetter(0))


def _last_disproved(
    claims: Sequence[_DatedClaim], day: date, known_since: date
) -> Completeness | None:
    """Return the last claim about a day that a thing on that day disproves.

    The claim was made on that day or later, and before `known_since`, when the register first held
    the thing. The result is `None` if somebody claimed the day again once the thing was held.
    """
    before = _made_before(claims, known_since)
    if any(day in claim.period for _, claim in claims[before:]):
        return None
    latest_first = reversed(claims[_made_before(claims, day) : before])
    return next((claim for _, claim in latest_first if day in claim.period), None)


def _verified_days(program: Program, record: AnyRecord) -> set[tuple[str, date]]:
    """Return the days on which a thing certainly happened, with its class or indicator.

    The people of a headcount may be people that the register holds already.
    """
    counted = list(happened(program, record))
    by_indicator = {
        (fact.indicator, fact.on)
        for fact in counted
        if fact.verified and (not fact.unnamed or program.indicator(fact.indicator).additive)
    }
    by_class = {(type(record).__name__, fact.on) for fact in counted if record.verified}
    return by_indicator | by_class


_Entry: TypeAlias = RecordName | tuple[str, Hashable, date]
"""What was entered: a record by its name, or a thing by class or indicator, key and day."""

_NO_ID = ""


def _same_thing(program: Program, record: AnyRecord, day: date) -> Iterator[_Entry]:
    """Yield the entries that may be about the thing that happened on a day.

    An earlier entry may have been about the same thing: a list replaces a headcount, a thing is
    entered again under another id, a row had no readable id, or a plain fact reported it.
    """
    kind = type(record).__name__
    yield named(record)
    yield RecordName(kind, _NO_ID)
    yield kind, key_of(record), day
    yield kind, None, day
    facts = () if isinstance(record, Fact) else happened(program, record)
    yield from ((fact.indicator, fact.key, fact.on) for fact in facts)


def _first_entered(register: Register) -> Mapping[_Entry, date]:
    """Return the first day of each entry, including records that came as rejected rows."""
    first: dict[_Entry, date] = {}
    for entry, day in _entries(register):
        first[entry] = min(first.get(entry, date.max), day or date.min)
    return first


def _entries(register: Register) -> Iterator[tuple[_Entry, date | None]]:
    """Yield every entry of a register with its `recorded_on`."""
    for row in register.rejected:
        yield RecordName(row.what, row.id if row.identified else _NO_ID), row.recorded_on
    for record in register.records:
        yield from ((entry, _recorded_on(record)) for entry in _entered_by(record))


def _entered_by(record: AnyRecord) -> Iterator[_Entry]:
    """Yield the entries that a record stands for."""
    if isinstance(record, Fact):
        head = head_of(record.key)
        yield record.indicator, head[0] if head else record.key, record.on
        return
    yield named(record)
    for day in _days(record):
        yield type(record).__name__, key_of(record), day
