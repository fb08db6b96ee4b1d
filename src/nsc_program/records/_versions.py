"""Versions of records: in one order and each once, and what of them contradicts the rest."""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain, pairwise, starmap
from types import UnionType
from typing import Any, TypeAlias, TypeVar, assert_never, get_args

from nsc_program.errors import Message, RegisterConflict
from nsc_program.records._records import (
    AnyRecord,
    AssessmentBody,
    Dissemination,
    Enterprise,
    Expert,
    Fact,
    PilotModel,
    Record,
    ReportedFigure,
    Support,
    Training,
)
from nsc_program.values._periods import earliest_first
from nsc_program.values._validators import head_office, wrong_type

Name: TypeAlias = tuple[str, str]
"""What all versions of one record share: class and id."""
Identity: TypeAlias = tuple[str, str, date | None]

T = TypeVar("T")


def only(
    name: str, expected: Message, kind: type[T] | UnionType, given: Iterable[T]
) -> Iterator[T]:
    """Give what is of a class or of one of a union's, and refuse anything else."""
    kinds = frozenset(get_args(kind) or (kind,))
    for item in given:
        if type(item) not in kinds:
            raise wrong_type(name, expected, item)
        yield item


def identity(record: AnyRecord) -> Identity | Fact:
    """What two versions of one record share with nothing else: class, id and `recorded_on`; a fact is its own."""
    return (
        record
        if isinstance(record, Fact)
        else (type(record).__name__, record.id, record.recorded_on)
    )


def _order(record: AnyRecord) -> tuple[Any, ...]:
    """By class first, so what follows is compared with its like only."""
    if isinstance(record, Fact):
        return (Fact.__name__, record.indicator, record.key, record.on, record.verified)
    return (type(record).__name__, record.id, earliest_first(record.recorded_on))


def _is_before(one: AnyRecord, other: AnyRecord) -> bool:
    if (
        type(one) is type(other)
        and isinstance(one, Record)
        and isinstance(other, Record)
        and one.id != other.id
    ):
        return one.id < other.id  # which mostly decides, and costs less
    return _order(one) < _order(other)


def in_order(given: Iterable[AnyRecord]) -> tuple[AnyRecord, ...]:
    """Give each record once, in one order whatever order they came in.

    Raises:
        RegisterConflict: if two versions of one record share their date and differ.
    """
    records = tuple(only("records", Message("bản ghi", "a record"), AnyRecord, given))
    if all(starmap(_is_before, pairwise(records))):
        return records  # as a document has them
    found, conflicts = _united(records)
    if conflicts:
        raise _conflict(conflicts)
    return tuple(sorted(found.values(), key=_order))


def _united(
    records: Iterable[AnyRecord],
) -> tuple[Mapping[Identity | Fact, AnyRecord], set[Identity]]:
    """One record of each identity, and the identities that have several."""
    found: dict[Identity | Fact, AnyRecord] = {}
    conflicts: set[Identity] = set()
    for record in records:
        name = identity(record)
        if found.setdefault(name, record) != record and not isinstance(name, Fact):
            conflicts.add(name)
    return found, conflicts


def _conflict(found: Iterable[Identity | Name]) -> RegisterConflict:
    return RegisterConflict(
        *sorted(found, key=lambda name: (*name[:2], *map(earliest_first, name[2:])))
    )


def refuse_other_subjects(parts: Sequence[Sequence[AnyRecord]]) -> None:
    """Refuse records that are about different things in different parts, unless one part holds all their keys.

    Such a part says that they are versions of one record: so what was merged once is merged again, with any part of it.

    Raises:
        RegisterConflict: with each such record, and every other that has two versions of one date.
    """
    again = _used_again(parts)
    if again:
        _, conflicts = _united(chain.from_iterable(parts))
        raise _conflict({*again, *(each for each in conflicts if each[:2] not in again)})


def _used_again(parts: Sequence[Sequence[AnyRecord]]) -> set[Name]:
    found: dict[Name, list[set[Hashable]]] = {}
    for part in parts if len(parts) > 1 else ():
        for name, subjects in _subjects(part).items():
            found.setdefault(name, []).append(subjects)
    return {name for name, held in found.items() if set().union(*held) not in held}


def _subjects(records: Iterable[AnyRecord]) -> Mapping[Name, set[Hashable]]:
    found: dict[Name, set[Hashable]] = {}
    for record in records:
        key = subject(record)
        if key is not None and not isinstance(record, Fact):
            found.setdefault((type(record).__name__, record.id), set()).add(key)
    return found


_SEVERAL_PEOPLE = ("several people",)


def subject(record: AnyRecord) -> Hashable:
    """Whom or what a record is about, by which it is counted; `None` of what its id alone tells apart.

    A branch is its head office, but for what describes it. A headcount of several people is not one person; a
    single person who is not named may be named later.
    """
    match record:
        case Support(enterprise=code) | PilotModel(enterprise=code):
            return head_office(code)
        case Enterprise(code=code):
            return code if head_office(code) == code else code.replace("-", "")
        case Training(person=None, headcount=heads):
            return None if heads == 1 else _SEVERAL_PEOPLE
        case Training(person=person) | Expert(person=person):
            return person
        case AssessmentBody(registration=registration):
            return registration
        case ReportedFigure(indicator=indicator, period=period):
            return indicator, period
        case Dissemination() | Fact():
            return None
        case _:  # pragma: no cover
            assert_never(record)
