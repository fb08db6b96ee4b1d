"""Rejected rows, and what they may add to a register or withdraw from it."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import accumulate
from typing import TypeAlias, final

from attrs import Attribute, field, frozen
from attrs.validators import optional

from nsc_program.errors import Message, UnknownId
from nsc_program.records._base import Record
from nsc_program.records._completeness import KINDS
from nsc_program.records._records import AnyRecord, Fact, record_class_names
from nsc_program.records._reports import ReportedFigure
from nsc_program.records._versions import Name
from nsc_program.values._keys import is_id, is_key
from nsc_program.values._periods import earliest_first
from nsc_program.values._validators import (
    instance_of,
    is_bool,
    is_date,
    only,
    whole_from,
    wrong_type,
)
from nsc_program.values._value import Value

ROWS: Mapping[str, type[AnyRecord]] = {**KINDS, ReportedFigure.__name__: ReportedFigure}
"""The library's own classes whose records can come as rows, by name."""


def row_class(given: type[AnyRecord] | str) -> type[AnyRecord]:
    """Return the class of records that rows are read as.

    Args:
        given: the class, or its name.

    Raises:
        InvalidType: for a value that is neither a class nor a name.
        UnknownId: if the class does not exist, or if its records cannot come as rows.
    """
    if not isinstance(given, (type, str)):
        raise wrong_type("kind", _A_CLASS_OR_NAME, given)
    name = _row_of(given)
    if name not in ROWS:
        raise UnknownId("class of records that come as rows", name, tuple(ROWS))
    return ROWS[name]


_A_CLASS_OR_NAME = Message("loại hồ sơ hoặc tên của nó", "a class of records or its name")


def _row_of(given: type[AnyRecord] | str) -> str:
    return given.__name__ if isinstance(given, type) else given


def _is_of_rows(instance: object, attribute: "Attribute[str]", value: str) -> None:
    is_id(instance, attribute, value)
    if value not in record_class_names():
        raise UnknownId("class of records that come as rows", value, tuple(ROWS))


@final
@frozen(kw_only=True, order=True)
class RejectedRow(Value):
    """A rejected row: a version of a record that could not be read.

    The row may stand for more things, so it widens figures. Until it is read, an older version of
    its record does not count as verified. If its record is unknown, the row may withdraw any older
    record of its class. It holds nothing of what stood in the row: `rejected` of an `Intake` does.

    Attributes:
        what: the class of the record (kept as its name).
        id: the id of the record; if the id could not be read, a name that no other row has.
        recorded_on: the day on which the row was entered, as for a record. A version of the record
            with a later day settles the row.
        things: the most things that the row can stand for, at least 1: for a training with a
            headcount, its people.
        identified: `True` if `id` is the id of the record.

    Raises:
        InvalidType: for a field of the wrong type.
        UnknownId: for a class that does not exist, or whose records cannot come as rows.
    """

    what: str = field(converter=_row_of, validator=_is_of_rows)
    id: str = field(validator=is_key)
    recorded_on: date | None = field(
        default=None, validator=optional(is_date), order=earliest_first
    )
    things: int = field(default=1, validator=whole_from(1, 10**9))
    identified: bool = field(default=True, validator=is_bool)


def rows_in_order(given: Iterable[RejectedRow]) -> tuple[RejectedRow, ...]:
    """Return every row once, in an order that does not depend on the given order.

    Args:
        given: the rejected rows.

    Raises:
        InvalidType: for an item that is not a rejected row.
    """
    rows = only("rejected", instance_of("RejectedRow"), RejectedRow, given)
    return tuple(sorted(set(rows), key=_order))


def _order(row: RejectedRow) -> tuple[object, ...]:
    """Return a sort key that agrees with the comparison of rows but is built once for each row."""
    return (row.what, row.id, earliest_first(row.recorded_on), row.things, row.identified)


def name_of(version: Record | RejectedRow) -> Name:
    """Return the class and the id, which all versions of one record share.

    Args:
        version: a version that was read, or one that was rejected.
    """
    kind = version.what if isinstance(version, RejectedRow) else type(version).__name__
    return kind, version.id


def unresolved_rows(
    rows: Iterable[RejectedRow], records: Iterable[AnyRecord]
) -> tuple[RejectedRow, ...]:
    """Return the latest rejected row under each id, unless a later record settles it.

    Two rows of one id and one date are about the same thing; the one with more things is kept.

    Args:
        rows: the rejected rows, in order.
        records: the versions of records that were read, in order.
    """
    # Rows are sorted by date, and rows of one date by their things, so the last one wins. A row
    # without the id of its record is not a later version of any other row.
    newest = {name_of(row) if row.identified else row: row for row in rows}
    if not newest:
        return ()
    read = (record for record in records if isinstance(record, Record))
    read_on = {name: each.recorded_on for each in read if (name := name_of(each)) in newest}
    return tuple(row for row in newest.values() if not is_settled(row, read_on))


def is_settled(row: RejectedRow, read_on: Mapping[Name, date | None]) -> bool:
    """Return whether the latest readable version of its record was entered after a row.

    Args:
        row: the row.
        read_on: the days on which the latest versions of records were entered.
    """
    name = name_of(row)
    if not row.identified or name not in read_on:
        return False
    return earliest_first(read_on[name]) > _entry_of(row)


def rejected_things(rows: Iterable[RejectedRow]) -> Counter[str]:
    """Return the most things that rejected rows may stand for, by class.

    Args:
        rows: the rejected rows that no record settles.
    """
    things: Counter[str] = Counter()
    for row in rows:
        things[row.what] += row.things
    return things


def withdrawn_things(rows: Iterable[RejectedRow], records: Iterable[AnyRecord]) -> Counter[str]:
    """Return the most things that rows of unknown records may withdraw, by class.

    Each row may withdraw one older record of its class, at most the one with the most things.

    Args:
        rows: the rejected rows that no record settles.
        records: the latest versions of the records that count.
    """
    unknown = [row for row in rows if not row.identified]
    return withdrawn_by(unknown, entries_by_class(records)) if unknown else Counter()


Entry: TypeAlias = tuple[tuple[bool, date], int]
"""The day on which a record was entered, as it is compared, and the number of its things."""


def withdrawn_by(
    unknown: Iterable[RejectedRow], entries: Mapping[str, Iterable[Entry]]
) -> Counter[str]:
    """Return the most things that rows of unknown records may withdraw, by class.

    Args:
        unknown: the rows, which no record settles.
        entries: the entries of the records that count, by class.
    """
    rows = Counter((row.what, _entry_of(row)) for row in unknown)
    entered = {what: _in_order_of_entry(entries.get(what, ())) for what, _ in rows}
    withdrawn: Counter[str] = Counter()
    for (what, entry), times in rows.items():
        withdrawn[what] += times * entered[what].most_before(entry)
    return withdrawn


_Entry: TypeAlias = tuple[bool, date]
"""The day of an entry as it is compared: an absent day comes first."""


def _entry_of(version: Record | RejectedRow) -> _Entry:
    return earliest_first(version.recorded_on)


@final
@frozen
class _Entered:
    """The records of one class by the days on which they were entered, in order.

    Attributes:
        entries: the day of each entry.
        most: the most things of one record among the first 0, 1, 2, … entries.
    """

    entries: Sequence[_Entry]
    most: Sequence[int]

    def most_before(self, entry: _Entry) -> int:
        """Return the most things of one record that was entered before a day."""
        return self.most[bisect_left(self.entries, entry)]


def entries_by_class(records: Iterable[AnyRecord]) -> Mapping[str, list[Entry]]:
    """Return the entries of records, by class.

    Args:
        records: the records; facts do not have an entry.
    """
    entries: defaultdict[str, list[Entry]] = defaultdict(list)
    for record in records:
        if not isinstance(record, Fact):
            entries[type(record).__name__].append(entry_of(record))
    return entries


def entry_of(record: Record) -> Entry:
    """Return the day on which a record was entered, and the number of its things.

    Args:
        record: the record.
    """
    return _entry_of(record), record.things


def _in_order_of_entry(entries: Iterable[Entry]) -> _Entered:
    ordered = sorted(entries)
    return _Entered([day for day, _ in ordered], [0, *accumulate((n for _, n in ordered), max)])
