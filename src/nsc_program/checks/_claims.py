"""The rule about claims of completeness that later entries disprove."""

from bisect import bisect_left
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache, cached_property, partial
from operator import itemgetter
from typing import TypeAlias, final

from attrs import frozen

from nsc_program.checks._days import days_of, recorded_on
from nsc_program.checks._inspected import Inspected, grouped, key_of, named, names
from nsc_program.checks._named import RecordName
from nsc_program.checks._types_of_days import ClaimOutdated
from nsc_program.plan._program import Program
from nsc_program.plan._projection import happened
from nsc_program.records._completeness import Completeness
from nsc_program.records._records import AnyRecord, Fact
from nsc_program.records._register import Register
from nsc_program.values._keys import head_of


def claims_outdated(seen: Inspected) -> Iterator[ClaimOutdated]:
    """Yield a finding for each claim of completeness that a verified record disproves.

    The record was entered after the claim. If it disproves several claims, only the last one is
    reported.
    """
    dated = _dated_claims(seen.register)
    suspects = _suspects(seen, dated)
    if not suspects:
        return
    claims = _Claims(seen.program, dated, _first_entered(seen, suspects))
    disproved = grouped(
        (claim, record) for record in suspects for claim in claims.disproved_by(record)
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


def _suspects(seen: Inspected, dated: "Sequence[_DatedClaim]") -> list[AnyRecord]:
    """Return the records that may disprove a claim, by a quick test that rules out most records.

    A claim was made after the thing happened and before this version of the record was entered. The
    first version may have been entered earlier, but not later.
    """
    made_before = cache(partial(_made_before, dated))
    return [
        record
        for record in seen.register.current
        if (before := made_before(recorded_on(record) or date.min))
        and any(made_before(day) < before for day in days_of(record))
    ]


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
        for what, day in _verified_days(self.program, record):
            things = _same_thing(self.program, record, day)
            known_since = min(self.entered.get(thing, date.max) for thing in things)
            claim = _last_disproved(self.by_subject.get(what, ()), day, known_since)
            if claim:
                yield claim


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


def _first_entered(seen: Inspected, suspects: Iterable[AnyRecord]) -> Mapping[_Entry, date]:
    """Return the first day of each entry, including records that came as rejected rows.

    Only the versions of the suspects and what lies on their days are looked for.
    """
    known = {_name(record) for record in suspects}
    days = {fact.on for record in suspects for fact in happened(seen.program, record)}
    first: dict[_Entry, date] = {}
    for entry, day in _entries(seen.register, known, days):
        first[entry] = min(first.get(entry, date.max), day or date.min)
    return first


def _entries(
    register: Register, known: Collection[tuple[str, str]], days: Collection[date]
) -> Iterator[tuple[_Entry, date | None]]:
    """Yield the rejected rows, and the records of some names or on some days, with their day."""
    for row in register.rejected:
        yield RecordName(row.what, row.id if row.identified else _NO_ID), row.recorded_on
    for record in register.records:
        if any(day in days for day in days_of(record)) or _name(record) in known:
            yield from ((entry, recorded_on(record)) for entry in _entered_by(record))


def _name(record: AnyRecord) -> tuple[str, str]:
    """Return the class and the id of a record; a plain fact has no id."""
    return type(record).__name__, _NO_ID if isinstance(record, Fact) else record.id


def _entered_by(record: AnyRecord) -> Iterator[_Entry]:
    """Yield the entries that a record stands for."""
    if isinstance(record, Fact):
        head = head_of(record.key)
        yield record.indicator, head[0] if head else record.key, record.on
        return
    yield named(record)
    for day in days_of(record):
        yield type(record).__name__, key_of(record), day
