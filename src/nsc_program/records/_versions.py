"""Versions of records: their order, and the versions that contradict each other."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain, groupby, islice, pairwise, starmap
from operator import attrgetter, lt
from typing import Any, TypeAlias, TypeVar

from nsc_program.errors import InvalidValue, Message, RegisterConflict
from nsc_program.records._base import Record, is_record_class
from nsc_program.records._records import AnyRecord, Fact
from nsc_program.values._periods import earliest_first
from nsc_program.values._validators import wrong_type

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


def in_order(given: Iterable[AnyRecord]) -> tuple[AnyRecord, ...]:
    """Return every record once, in an order that does not depend on the given order.

    Raises:
        InvalidType: for an item that is not a record.
        RegisterConflict: if two versions of one record have the same date and differ.
    """
    if not isinstance(given, Iterable):
        raise wrong_type("records", _RECORDS, given, is_shown=False)
    records = tuple(given)
    _check_classes(records)
    if _are_in_order(records):
        return records  # records from a document are in order already
    united, conflicts = _united(records)
    if conflicts:
        raise _conflict(conflicts)
    return tuple(sorted(united.values(), key=_order))


def _check_classes(records: tuple[Any, ...]) -> None:
    """Reject anything that is not a record, and records of two classes of one name."""
    kinds: dict[str, type] = {}
    for kind in dict.fromkeys(map(type, records)):
        if kind is not Fact and not is_record_class(kind):
            other = next(record for record in records if type(record) is kind)
            raise wrong_type("records", _A_RECORD, other)
        refuse_another_class(kinds, kind)


def _are_in_order(records: tuple[AnyRecord, ...]) -> bool:
    """Return whether records are in order, and each is there once."""
    runs = {kind: tuple(run) for kind, run in groupby(records, type)}
    names = [kind.__name__ for kind, _ in groupby(records, type)]
    return all(starmap(lt, pairwise(names))) and all(starmap(_is_in_order, runs.items()))


def _is_in_order(kind: type, records: tuple[AnyRecord, ...]) -> bool:
    """Return whether records of one class are in order, and each is there once.

    Ascending ids decide nearly always, and are compared without a call for each record.
    """
    if kind is not Fact and all(starmap(lt, pairwise(map(attrgetter("id"), records)))):
        return True
    return all(starmap(_is_before, pairwise(records)))


def _is_before(left: AnyRecord, right: AnyRecord) -> bool:
    """Return whether one record sorts before another of its class."""
    if isinstance(left, Record) and isinstance(right, Record) and left.id != right.id:
        return left.id < right.id  # this decides nearly always, and is faster than the full key
    return _order(left) < _order(right)


def last_versions(records: Sequence[AnyRecord]) -> Iterator[AnyRecord]:
    """Yield the last version of each record.

    Args:
        records: records in order, so that the versions of one record stand together.
    """
    return _other_than(chain(islice(records, 1, None), (None,)), records)


def first_versions(records: Sequence[AnyRecord]) -> Iterator[AnyRecord]:
    """Yield the first version of each record.

    Args:
        records: records in order, so that the versions of one record stand together.
    """
    return _other_than(chain((None,), records), records)


def _other_than(
    neighbours: Iterable[AnyRecord | None], records: Iterable[AnyRecord]
) -> Iterator[AnyRecord]:
    """Yield the records that are not versions of the same record as their neighbour."""
    return (
        record
        for other, record in zip(neighbours, records, strict=False)
        if not _is_another_version(record, other)
    )


def _is_another_version(record: AnyRecord, other: AnyRecord | None) -> bool:
    """Return whether both are versions of one record; a fact has one version only."""
    return (
        type(record) is type(other)
        and isinstance(record, Record)
        and isinstance(other, Record)
        and record.id == other.id
    )


def refuse_another_class(kinds: dict[str, type], kind: type) -> None:
    """Add a class to the classes of records by name; refuse it if its name is another one's.

    Args:
        kinds: the classes that are known.
        kind: the class.

    Raises:
        InvalidValue: if another class has the name.
    """
    if kinds.setdefault(kind.__name__, kind) is not kind:
        raise InvalidValue.at(
            "records",
            code="two-classes-of-one-name",
            vi=f"hai lớp hồ sơ cùng tên {kind.__name__}; đổi tên một lớp",
            en=f"two classes of records are called {kind.__name__}; rename one",
        )


_A_RECORD = Message("hồ sơ", "a record")
_RECORDS = Message("một dãy, mỗi mục là hồ sơ", "an iterable of a record each")


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


def refuse_other_subjects(parts: Sequence[Sequence[AnyRecord]], *, are_apart: bool = False) -> None:
    """Reject records that are about different things in different parts.

    They are accepted if one part holds all their keys: such a part says that they are versions of
    one record. So a merged register can be merged again with any of its parts.

    Args:
        parts: the records of each part, in order.
        are_apart: whether the parts are about different territories. Two offices number their
            lists independently, so a record without a key is not the other's record of that id.

    Raises:
        RegisterConflict: with every such record, and every other record that has two different
            versions of one date.
    """
    reused = _reused_names(parts, _thing if are_apart else _subject)
    if reused:
        _, conflicts = _united(chain.from_iterable(parts))
        raise _conflict({*reused, *(name for name in conflicts if name[:2] not in reused)})


def _subject(record: Record) -> Hashable:
    """Return what a record is about, under its key; `None` if only its id tells it apart."""
    return record.subject


def _thing(record: Record) -> Hashable:
    """Return what a record is about; one that only its id tells apart is about itself."""
    subject = record.subject
    return record if subject is None or record.things > 1 else subject


def _reused_names(
    parts: Sequence[Sequence[AnyRecord]], about: Callable[[Record], Hashable]
) -> set[Name]:
    """Return the names whose records are about more things than any single part holds."""
    subjects_by_name: dict[Name, list[set[Hashable]]] = {}
    for part in parts if len(parts) > 1 else ():
        for name, subjects in _subjects(part, about).items():
            subjects_by_name.setdefault(name, []).append(subjects)
    return {
        name for name, by_part in subjects_by_name.items() if set().union(*by_part) not in by_part
    }


def _subjects(
    records: Iterable[AnyRecord], about: Callable[[Record], Hashable]
) -> Mapping[Name, set[Hashable]]:
    """Return the things that the versions of each record are about."""
    subjects: dict[Name, set[Hashable]] = {}
    things = ((record, about(record)) for record in records if isinstance(record, Record))
    for record, subject in things:
        if subject is not None:
            subjects.setdefault((type(record).__name__, record.id), set()).add(subject)
    return subjects
