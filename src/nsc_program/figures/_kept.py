"""The versions of records that a running tally keeps, and the part of a register it hears."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TypeAlias, final

from nsc_program.records._base import Record
from nsc_program.records._completeness import Completeness
from nsc_program.records._records import AnyRecord, Fact
from nsc_program.records._register import Register
from nsc_program.records._rejected_rows import (
    Entry,
    RejectedRow,
    entry_of,
    name_of,
    withdrawn_by,
)
from nsc_program.records._reports import ReportedFigure
from nsc_program.records._versions import Name, refuse_another_class

Key: TypeAlias = Name | Fact
"""What all versions of one record share: class and id. A fact is its own key."""
Changes: TypeAlias = Sequence[tuple[AnyRecord | None, AnyRecord | None]]
"""Records as they counted before and after an addition; `None` for one that does not count."""


@final
class Kept:
    """Every version of every record.

    Attributes:
        heard: the part of the register from which everything follows but the counts: reports,
            claims, rejected rows, and the records that these rows may be versions of.
    """

    def __init__(self, register: Register) -> None:
        """Keep the versions of a register.

        Args:
            register: the register.
        """
        self._versions = _by_key(register.records)
        self._kinds = {kind.__name__: kind for kind in set(map(type, register.records))}
        self._reports = dict.fromkeys(_reports_among(register.records))
        self._watched = _named(register.rejected)
        self._entries: Mapping[str, Counter[Entry]] | None = None
        self._territory = register.territory
        self.heard = self._part_heard(register.completeness, register.rejected)

    @property
    def register(self) -> Register:
        """Everything that was added, as one register."""
        every = chain.from_iterable(self._versions.values())
        heard = self.heard
        return Register(every, heard.completeness, heard.rejected, territory=heard.territory)

    def _part_heard(
        self, claims: Iterable[Completeness], rejected: Iterable[RejectedRow]
    ) -> Register:
        keys = (*self._reports, *self._watched)
        versions = chain.from_iterable(self._versions.get(key, ()) for key in keys)
        return Register(versions, claims, rejected, territory=self._territory)

    def current(self) -> Iterator[AnyRecord]:
        """Yield the latest version of each record, without the records that were annulled."""
        found = map(self._current, self._versions)
        return (record for record in found if record is not None)

    def _current(self, key: Key) -> AnyRecord | None:
        """Return the latest version of a record; `None` if it was annulled or never added."""
        versions = self._versions.get(key)
        if versions is None:
            return None
        latest = versions[-1]
        is_annulled = not isinstance(latest, Fact) and latest.annulled
        return None if is_annulled else self.heard.as_far_as_certain(latest)

    def add(self, added: Register) -> Changes:
        """Add the entries of a register, and return the records that they change.

        Args:
            added: the entries.

        Raises:
            RegisterConflict: if two versions of one record have the same date and differ. Nothing
                is added then.
            InvalidValue: if two classes have one name. Nothing is added then.
        """
        kinds = dict(self._kinds)
        for kind in set(map(type, added.records)):
            refuse_another_class(kinds, kind)
        versions, named = self._together(added.records), _named(added.rejected)
        keys = dict.fromkeys((*versions, *named))
        before = list(map(self._current, keys))
        self._kinds = kinds
        self._versions.update(versions)
        self._reports.update(dict.fromkeys(_reports_among(added.records)))
        self._watched |= named
        if added.completeness or added.rejected or not self._is_only_counted(keys):
            self.heard = self._part_heard(
                (*self.heard.completeness, *added.completeness),
                (*self.heard.rejected, *added.rejected),
            )
        pairs = zip(before, map(self._current, keys), strict=True)
        changes = [pair for pair in pairs if pair[0] != pair[1]]
        self._enter(changes)
        return changes

    def _together(self, added: Iterable[AnyRecord]) -> dict[Key, tuple[AnyRecord, ...]]:
        """Return all versions of the records that are added, those that were kept among them."""
        kept = (self._versions.get(key, ()) for key in dict.fromkeys(map(_key, added)))
        return _by_key(Register((*chain.from_iterable(kept), *added)).records)

    def _is_only_counted(self, keys: Iterable[Key]) -> bool:
        """Return whether none of these records is in the part that is heard."""
        return all(key not in self._reports and key not in self._watched for key in keys)

    def withdrawn(self, kind: type[Record]) -> int:
        """Return how many of the counted things rejected rows of unknown records may withdraw.

        Args:
            kind: the class of records.
        """
        unknown = [row for row in self.heard.rejected_of(kind) if not row.identified]
        if not unknown:
            return 0
        if self._entries is None:
            self._entries = defaultdict(Counter)
            self._enter((None, record) for record in self.current())
        entered = {what: +entries for what, entries in self._entries.items()}
        return withdrawn_by(unknown, entered)[kind.__name__]

    def _enter(self, changes: Iterable[tuple[AnyRecord | None, AnyRecord | None]]) -> None:
        """Keep the entries of the current records, once they are asked for."""
        if self._entries is not None:
            for before, after in changes:
                for record, times in ((before, -1), (after, 1)):
                    if isinstance(record, Record):
                        self._entries[type(record).__name__][entry_of(record)] += times


def _key(record: AnyRecord) -> Key:
    return record if isinstance(record, Fact) else name_of(record)


def _by_key(records: Iterable[AnyRecord]) -> dict[Key, tuple[AnyRecord, ...]]:
    """Return the versions of each record, in the order of records, which is that of entry."""
    versions: dict[Key, tuple[AnyRecord, ...]] = {}
    for record in records:
        key = _key(record)
        versions[key] = (*versions.get(key, ()), record)
    return versions


def _reports_among(records: Iterable[AnyRecord]) -> Iterator[Name]:
    return (name_of(record) for record in records if isinstance(record, ReportedFigure))


def _named(rows: Iterable[RejectedRow]) -> set[Name]:
    """Return the records that rejected rows may be versions of."""
    return {name_of(row) for row in rows if row.identified}
