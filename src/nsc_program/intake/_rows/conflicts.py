"""Find the ids under which rows contradict each other, or that stand for several subjects."""

from collections.abc import Hashable, Iterable
from collections.abc import Set as AbstractSet
from typing import final

from attrs import frozen

from nsc_program.intake._messages.problems import Fault
from nsc_program.intake._rows.rows import RowRead
from nsc_program.intake._words.grouping import grouped
from nsc_program.records._base import Record
from nsc_program.records._records import AnyRecord
from nsc_program.records._versions import identity


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
        several = _with_several((identity(record), record) for _, record in read)
        return cls(several, frozenset() if corrects_keys else _used_again(read))

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
    subjects = ((id_, record.subject) for id_, record in read if isinstance(record, Record))
    return _with_several(pair for pair in subjects if pair[1] is not None)


def _with_several(pairs: Iterable[tuple[Hashable, Hashable]]) -> AbstractSet[Hashable]:
    """Return the keys that have several different values."""
    return {key for key, values in grouped(pairs).items() if len(set(values)) > 1}
