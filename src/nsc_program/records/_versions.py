"""Versions of records: their order, and the versions that contradict each other."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from datetime import date
from itertools import chain, pairwise, starmap
from typing import Any, TypeAlias, TypeVar, assert_never

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
from nsc_program.values._validators import head_office, only

Name: TypeAlias = tuple[str, str]
"""The class and the id of a record, which all its versions share."""
Identity: TypeAlias = tuple[str, str, date | None]
"""The class, the id and the `recorded_on` of one version of a record."""

T = TypeVar("T")


def identity(record: AnyRecord) -> Identity | Fact:
    """Return what tells a version from all others: class, id and `recorded_on`.

    A fact is its own identity.
    """
    if isinstance(record, Fact):
        return record
    return (type(record).__name__, record.id, record.recorded_on)


def _order(record: AnyRecord) -> tuple[Any, ...]:
    """Return a sort key; the class comes first, so the other parts have comparable types."""
    if isinstance(record, Fact):
        return (Fact.__name__, record.indicator, record.key, record.on, record.verified)
    return (type(record).__name__, record.id, earliest_first(record.recorded_on))


def _is_before(left: AnyRecord, right: AnyRecord) -> bool:
    """Return whether one record sorts before another."""
    if (
        type(left) is type(right)
        and isinstance(left, Record)
        and isinstance(right, Record)
        and left.id != right.id
    ):
        return left.id < right.id  # this decides nearly always, and is faster than the full key
    return _order(left) < _order(right)


def in_order(given: Iterable[AnyRecord]) -> tuple[AnyRecord, ...]:
    """Return every record once, in an order that does not depend on the given order.

    Raises:
        InvalidType: for an item that is not a record.
        RegisterConflict: if two versions of one record have the same date and differ.
    """
    records = tuple(only("records", Message("bản ghi", "a record"), AnyRecord, given))
    if all(starmap(_is_before, pairwise(records))):
        return records  # records from a document are in order already
    united, conflicts = _united(records)
    if conflicts:
        raise _conflict(conflicts)
    return tuple(sorted(united.values(), key=_order))


def _united(
    records: Iterable[AnyRecord],
) -> tuple[Mapping[Identity | Fact, AnyRecord], set[Identity]]:
    """Return one record of each identity, and the identities with several different records."""
    united: dict[Identity | Fact, AnyRecord] = {}
    conflicts: set[Identity] = set()
    for record in records:
        name = identity(record)
        if united.setdefault(name, record) != record and not isinstance(name, Fact):
            conflicts.add(name)
    return united, conflicts


def _conflict(names: Iterable[Identity | Name]) -> RegisterConflict:
    """Return the error that lists some conflicts, in order."""
    return RegisterConflict(
        *sorted(names, key=lambda name: (*name[:2], *map(earliest_first, name[2:])))
    )


def refuse_other_subjects(parts: Sequence[Sequence[AnyRecord]]) -> None:
    """Reject records that are about different things in different parts.

    They are accepted if one part holds all their keys: such a part says that they are versions of
    one record. So a merged register can be merged again with any of its parts.

    Raises:
        RegisterConflict: with every such record, and every other record that has two different
            versions of one date.
    """
    reused = _reused_names(parts)
    if reused:
        _, conflicts = _united(chain.from_iterable(parts))
        raise _conflict({*reused, *(name for name in conflicts if name[:2] not in reused)})


def _reused_names(parts: Sequence[Sequence[AnyRecord]]) -> set[Name]:
    """Return the names whose records are about more things than any single part holds."""
    subjects_by_name: dict[Name, list[set[Hashable]]] = {}
    for part in parts if len(parts) > 1 else ():
        for name, subjects in _subjects(part).items():
            subjects_by_name.setdefault(name, []).append(subjects)
    return {
        name for name, by_part in subjects_by_name.items() if set().union(*by_part) not in by_part
    }


def _subjects(records: Iterable[AnyRecord]) -> Mapping[Name, set[Hashable]]:
    """Return the things that the versions of each record are about."""
    subjects: dict[Name, set[Hashable]] = {}
    for record in records:
        key = subject(record)
        if key is not None and not isinstance(record, Fact):
            subjects.setdefault((type(record).__name__, record.id), set()).add(key)
    return subjects


_SEVERAL_PEOPLE = ("several people",)


def subject(record: AnyRecord) -> Hashable:
    """Return the person or the thing that a record is about, and by which it is counted.

    A branch stands for its head office, except in the description of an enterprise. A headcount of
    several people is not one person. A headcount of one person may be replaced by that person.

    Returns:
        The key of the person or thing; `None` if only the id of the record tells it apart.
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
