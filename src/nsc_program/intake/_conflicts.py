"""Find the ids under which rows contradict each other, or that stand for several subjects."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from typing import final

from attrs import frozen

from nsc_program.intake._problems import Fault
from nsc_program.intake._rows import RowRead
from nsc_program.records._records import AnyRecord
from nsc_program.records._versions import identity, subject


@final
@frozen
class Conflicts:
    """The rows that contradict each other.

    Attributes:
        several: the identities under which there are several records.
        used_again: the ids that stand for several subjects.
    """

    several: AbstractSet[Hashable]
    used_again: AbstractSet[Hashable]

    @classmethod
    def among(cls, rows: Iterable[RowRead], *, corrects_keys: bool) -> "Conflicts":
        """Return the conflicts among rows.

        Args:
            rows: the rows of one source.
            corrects_keys: whether a later row under an id may correct a mistyped key.
        """
        read = [(row.values["id"], row.record) for row in rows if row.record is not None]
        records = ((identity(record), record) for _, record in read)
        used_again = frozenset() if corrects_keys else _used_again(read)
        return cls(_with_several(_grouped(records)), used_again)

    def fault_of(self, row: RowRead) -> Fault | None:
        """Return the fault of a row that contradicts another one, or `None`.

        Args:
            row: the row.
        """
        if row.record is None:
            return None
        if identity(row.record) in self.several:
            return Fault.SAME_ID
        return Fault.KEY_CHANGED if row.values["id"] in self.used_again else None


def _used_again(read: Iterable[tuple[Hashable, AnyRecord]]) -> AbstractSet[Hashable]:
    """Return the ids of records about several subjects; a record may not have a subject."""
    subjects = ((id_, subject(record)) for id_, record in read)
    return _with_several(_grouped(pair for pair in subjects if pair[1] is not None))


def _grouped(pairs: Iterable[tuple[Hashable, Hashable]]) -> Mapping[Hashable, set[Hashable]]:
    """Collect the different values of each key."""
    grouped: defaultdict[Hashable, set[Hashable]] = defaultdict(set)
    for key, value in pairs:
        grouped[key].add(value)
    return grouped


def _with_several(grouped: Mapping[Hashable, set[Hashable]]) -> AbstractSet[Hashable]:
    """Return the keys that have several values."""
    return {key for key, values in grouped.items() if len(values) > 1}
