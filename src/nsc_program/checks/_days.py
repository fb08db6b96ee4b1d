"""Rules about days: outside all phases, in two phases, and in conflict with the day of entry."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date
from functools import cache, partial
from operator import attrgetter
from typing import Any, TypeAlias, cast

from nsc_program.checks._inspected import Inspected, grouped, named, names
from nsc_program.checks._named import RecordName
from nsc_program.checks._types_of_days import (
    KeyInTwoPhases,
    OutsidePhases,
    RecordedBeforehand,
    SpentBeforeStart,
    SupportAcrossPhases,
)
from nsc_program.plan._conditions import OneOf
from nsc_program.plan._counting import Counting
from nsc_program.plan._projection import Happened, happened
from nsc_program.plan._targets import Phase
from nsc_program.records._fields import record_fields
from nsc_program.records._records import AnyRecord, Expert, Fact, PilotModel, Support
from nsc_program.records._reports import ReportedFigure
from nsc_program.values._enterprise_codes import head_office
from nsc_program.values._periods import Period, meeting, unite


def _past_of(kind: Any) -> tuple[str, ...]:
    """Return the fields of a class for days on which something happened.

    Days on which something will end are left out, because they are known beforehand, and so is the
    day of entry.
    """
    if kind is Fact:
        return ("on",)
    return tuple(name for name in _fields_of_days(kind) if name not in (*kind.ENDS, "recorded_on"))


def _fields_of_days(kind: Any) -> list[str]:
    """Return the fields of a class that are days."""
    return [name for name, field in record_fields(kind).items() if field.base is date]


@cache
def _days_getter(kind: Any) -> Callable[[AnyRecord], tuple[date | None, ...]]:
    """Return a function that gives the days on which something happened, known or not."""
    names_of_days = _past_of(kind)
    if len(names_of_days) > 1:
        return attrgetter(*names_of_days)
    return lambda record: tuple(getattr(record, name) for name in names_of_days)


def days_of(record: AnyRecord) -> list[date]:
    """Return the days on which something happened, according to a record.

    They include the days of its facts.
    """
    days = _days_getter(cast(Any, type(record)))(record)
    return [day for day in days if day is not None]


def supports_across_phases(seen: Inspected) -> Iterator[SupportAcrossPhases]:
    """Yield a finding for the supports that began in some phases and ended in others.

    The reading decides which phase counts such a support. There is one finding for all supports
    between the same phases.
    """
    for (started, completed), supports in sorted(grouped(_across(seen)).items()):
        if started and completed:
            yield SupportAcrossPhases(started, completed, records=names(supports))


_Phases: TypeAlias = tuple[str, ...]


def _across(seen: Inspected) -> Iterator[tuple[tuple[_Phases, _Phases], Support]]:
    """Yield supports with the phases of their start only, and the phases of their end only."""
    phases, as_of = seen.program.phases, seen.figures.as_of
    holding = cache(partial(_holding, phases))
    for support in seen.of(Support):
        end = support.completed_on
        if end is None or end > as_of:
            continue
        started, completed = holding(support.started_on), holding(end)
        if started != completed:
            yield (_without(started, completed), _without(completed, started)), support


def _holding(phases: Iterable[Phase], day: date) -> _Phases:
    """Return the ids of the phases that a day lies in."""
    return tuple(phase.id for phase in phases if day in phase.period)


def _without(phases: _Phases, others: _Phases) -> _Phases:
    """Return some phases without some others, in the same order."""
    return tuple(phase for phase in phases if phase not in others)


def outside_phases(seen: Inspected) -> Iterator[OutsidePhases]:
    """Yield a finding for each record that counts on days outside all periods of the plan.

    The baselines of growth are not phases, but they have figures too. The period of a report counts
    as inside as well, because the report is compared with the records of its period.
    """
    outside = _days_outside(seen)
    suspected = (
        record for record in seen.register.current if outside.intersection(days_of(record))
    )
    counting = _counting_days(seen, suspected if outside else ())
    for name, days in grouped(counting).items():
        of_record = outside.intersection(days)
        if of_record:
            yield OutsidePhases(tuple(sorted(of_record)), records=(name,))


def _days_outside(seen: Inspected) -> set[date]:
    """Return the days of records, up to `as_of`, that lie outside all periods."""
    reported = [report.period for report in seen.of(ReportedFigure)]
    inside = unite([*seen.program.periods, *reported])
    as_of = seen.figures.as_of
    return {
        day for day in _all_days(seen) if day <= as_of and not meeting(Period(day, day), inside)
    }


def _all_days(seen: Inspected) -> set[date]:
    """Return the days on which something happened, according to any record."""
    days: set[date | None] = set()
    for kind, records in seen.by_class.items():
        days.update(*(map(attrgetter(name), records) for name in _past_of(kind)))
    return {day for day in days if day is not None}


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
        recorded = recorded_on(record)
        later = {day for day in days_of(record) if day > recorded} if recorded else ()
        if recorded and later:
            yield RecordedBeforehand(recorded, tuple(sorted(later)), records=(named(record),))


def spent_before_start(seen: Inspected) -> Iterator[SpentBeforeStart]:
    """Yield a finding for each support whose money is of a year before the one in which it began.

    The year or the day is mistyped.
    """
    for support in seen.of(Support):
        year, start = support.spending_year, support.started_on
        if year is not None and year < start.year:
            yield SpentBeforeStart(year, start, records=(named(support),))


def recorded_on(record: AnyRecord) -> date | None:
    """Return the day of entry of a record; a plain fact has no such day."""
    return None if isinstance(record, Fact) else record.recorded_on
