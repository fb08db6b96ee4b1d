"""Load rows whose cells are typed already: from a database, a data frame or a form.

`load` loads many rows, and rejects those with faults, as `read` does with the rows of spreadsheets.
`load_one` loads one row, and raises an error that lists all of its faults. `load_documents` does
what `load` does, for rows whose cells are as in JSON documents.

In typed rows text is never parsed. A date is a `date`, or a midnight without a time zone. A member
of a closed set may be given by its value. Several values are a tuple, a list, a set or an array.
Scalars of NumPy and pandas stand for their values. `None`, NaN, NaT and NA are blank, and the field
then has its default. A blank `verified` means that the row is not verified.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from itertools import chain
from operator import attrgetter
from typing import Any, TypeVar, overload

from attrs import define, field

from nsc_program._collector import collector_paused
from nsc_program.errors import InvalidValue, Message
from nsc_program.intake import Intake, RowToMend, _without_conflicts
from nsc_program.intake._rows.fingerprints import fingerprint_of
from nsc_program.intake._rows.left_open import last_day, records_left_open
from nsc_program.intake._rows.rows import RowRead
from nsc_program.intake.typed._columns import records_of
from nsc_program.intake.typed._directly import constructed
from nsc_program.intake.typed._rows import Plan, looked_at, row_aside
from nsc_program.intake.typed._sources import Frame, Given
from nsc_program.records._base import Record
from nsc_program.records._completeness import Completeness
from nsc_program.records._records import AnyRecord
from nsc_program.records._register import Register
from nsc_program.records._rejected_rows import RejectedRow, row_class
from nsc_program.values._periods import earliest_first
from nsc_program.values._validators import A_DATE, wrong_type

__all__ = ["load", "load_documents", "load_one"]

R = TypeVar("R", bound=Record)
_ID = attrgetter("id")


def load(
    kind: type[AnyRecord] | str,
    rows: Iterable[Mapping[Any, Any]] | Mapping[str, Iterable[Any]] | Frame,
    *,
    columns: Mapping[str, str] | None = None,
    completeness: Iterable[Completeness] = (),
    recorded_on: date | None = None,
    first_row: int = 1,
    source: str = "",
) -> Intake:
    """Load rows of typed cells as records of one class.

    Args:
        kind: the class, or its name.
        rows: mappings from names of fields to cells; or columns, as a mapping from names to
            sequences of one length, or as a data frame. A period may be given as `period.start` and
            `period.end`, and money, in đồng, as `funding.` and the id of its source.
        columns: the key of each field, if it is not the name of the field, such as `{"enterprise":
            "tax_code"}`; only these fields are then read. Without it, a key that is not a field is
            a fault of every row that has it.
        completeness: the claims that the register is complete for these rows.
        recorded_on: when the rows were recorded, unless a row says so; `None` if unknown.
        first_row: the number of the first row, in its source.
        source: a text that tells these rows from others that differ in their people alone.

    Returns:
        The accepted records in a register, the rejected rows, and the faults of the rows.

    Raises:
        UnknownId: if the class, or a field named in `columns`, does not exist.
        InvalidType: if `recorded_on` is not a date.
        InvalidValue: for columns that are not fields, that are named and missing, that number more
            than 1,000, or that differ in length. The cells of rows never raise an error.

    >>> from nsc_program import Support
    >>> row = {
    ...     "id": "s1",
    ...     "enterprise": "SAMPLE-1",
    ...     "started_on": date(2024, 1, 5),
    ...     "level": "nation",
    ... }
    >>> intake = load(Support, [row, {**row, "id": "s2", "started_on": "2024-01-05"}])
    >>> intake.accepted
    1
    >>> [(problem.row, problem.column, problem.code.value) for problem in intake.problems]
    [(2, 'started_on', 'not-a-date')]
    >>> columns = {name: [cell] for name, cell in row.items()}
    >>> load(Support, columns).register.records == intake.register.records
    True
    """
    _refuse_no_date(recorded_on)
    given = Given.of(rows)
    plan = Plan.of(row_class(kind), given.there, columns, recorded_on)
    given.refuse_columns(plan)
    return _Loading(given, plan, first_row).loaded(completeness, source)


def load_documents(
    kind: type[AnyRecord] | str,
    rows: Iterable[object],
    *,
    completeness: Iterable[Completeness] = (),
    recorded_on: date | None = None,
    first_row: int = 1,
    source: str = "",
) -> Intake:
    """Load rows that are documents already: the body of a request, or a column of type `jsonb`.

    Each row is what stands for a record in the document of a register: a day is `"2025-12-31"`, a
    member of a closed set is its value, money is a list of `{"source": …, "vnd": …}`. Nothing else
    is accepted than what `serialization.from_mapping` accepts of one row, and what `load` rejects
    of texts and amounts is rejected here too: names of people, words in place of a code, amounts
    in another unit.

    Args:
        kind: the class, or its name.
        rows: the rows, as `json.loads` gives a list of objects.
        completeness: the claims that the register is complete for these rows.
        recorded_on: when the rows were recorded, unless a row says so; `None` if unknown.
        first_row: the number of the first row, in its source. With 0 the path of each problem
            begins with the position of the row in a list.
        source: a text that tells these rows from others that differ in their people alone.

    Returns:
        The accepted records in a register, the rejected rows, and the faults of the rows.

    Raises:
        UnknownId: if the class does not exist.
        InvalidType: if `recorded_on` is not a date, or `rows` is one object or a text. The rows
            never raise an error.

    >>> from nsc_program import Support
    >>> row = {"id": "s1", "enterprise": "SAMPLE-1", "started_on": "2024-01-05"}
    >>> wrong = {**row, "id": "s2", "funding": [{"source": "state-budget"}]}
    >>> intake = load_documents(Support, [row, wrong], first_row=0)
    >>> intake.register.records[0].started_on
    datetime.date(2024, 1, 5)
    >>> [(problem.path, problem.code) for problem in intake.problems]
    [((1, 'funding', 0, 'vnd'), 'missing')]
    """
    _refuse_no_date(recorded_on)
    if isinstance(rows, (Mapping, str, bytes)) or not isinstance(rows, Iterable):
        raise wrong_type("rows", _DOCUMENTS, rows, is_shown=False)
    given = Given.of_rows([*rows])
    plan = Plan.of_documents(row_class(kind), given.there, recorded_on)
    return _Loading(given, plan, first_row).loaded(completeness, source)


_DOCUMENTS = Message("một danh sách đối tượng JSON", "a list of JSON objects")


def _refuse_no_date(recorded_on: object) -> None:
    """Refuse a day of recording that is not a day."""
    if recorded_on is not None and type(recorded_on) is not date:
        raise wrong_type("recorded_on", A_DATE, recorded_on)


@define
class _Loading:
    """Rows while they are loaded.

    Attributes:
        given: the rows.
        plan: their keys and fields.
        first_row: the number of the first row.
        records: the record of every row; `None` if it is rejected or a repeat.
        aside: the rejected rows by their places.
        repeats: the number of repeats.
    """

    given: Given
    plan: Plan
    first_row: int
    records: list[Any] = field(factory=list)
    aside: dict[int, RowRead] = field(factory=dict)
    repeats: int = 0

    def loaded(self, completeness: Iterable[Completeness], source: str) -> Intake:
        """Load the rows, and return the outcome."""
        with collector_paused():
            self.make_records()
            self.leave_out_repeats()
            return self.intake(completeness, source)

    def make_records(self) -> None:
        """Make the records, and look at every row in doubt by itself."""
        self.records = self._records_at_once()
        for index in self._in_doubt():
            row = self._by_itself(index)
            self.records[index] = row.record
            if row.record is None:
                self.aside[index] = row

    def _in_doubt(self) -> list[int]:
        """Return the places of the rows without a record, and of those with unknown keys."""
        places, stray = _places_of_none(self.records), self.plan.stray
        if not stray(self.given.there):
            return places
        rows = ((index, self.given.row(index)) for index in range(self.given.count))
        return sorted({*places, *(index for index, row in rows if stray(row or ()))})

    def _records_at_once(self) -> list[Any]:
        """Make the records by their constructor, and those of the other rows by columns.

        `None` stands for a row that may have a fault.
        """
        if self.plan.missing:
            return [None] * self.given.count
        records = constructed(self.given, self.plan)
        rest = _places_of_none(records)
        for index, record in zip(rest, self._records_by_column(rest), strict=True):
            records[index] = record
        return records

    def _records_by_column(self, places: Sequence[int]) -> list[Any]:
        """Make the records of some rows, a column at a time."""
        given, plan = self.given.at(places), self.plan
        cells = {name: given.column(key) for name, (key, _) in plan.table.columns.items()}
        return records_of(plan.kind, given.count, cells, plan.fields)

    def _by_itself(self, index: int) -> RowRead:
        """Read a row by itself."""
        return row_aside(self.first_row + index, self.given.row(index), self.plan)

    def leave_out_repeats(self) -> None:
        """Reject rows that contradict each other under one id, and leave out repeats."""
        places = self._under_one_id()
        rows = [self._by_itself(index) for index in places]
        seen: set[AnyRecord] = set()
        judged = _without_conflicts(rows, self.plan.table.heading_of("id"))
        for index, row in zip(places, judged, strict=True):
            if row.record is not None and row.record not in seen:
                seen.add(row.record)
                continue
            self.records[index] = None
            if row.record is None:
                self.aside[index] = row
            else:
                self.repeats += 1

    def _under_one_id(self) -> list[int]:
        """Return the places of the records whose id another record has too."""
        accepted = [record for record in self.records if record is not None]
        if len({*map(_ID, accepted)}) == len(accepted):
            return []
        counts = Counter(map(_ID, accepted))
        places = (
            (index, record) for index, record in enumerate(self.records) if record is not None
        )
        return [index for index, record in places if counts[record.id] > 1]

    def intake(self, completeness: Iterable[Completeness], source: str) -> Intake:
        """Return the outcome."""
        accepted = [record for record in self.records if record is not None]
        places = sorted(self.aside)
        rejected = [self.aside[index] for index in places]
        unread = self._unread(accepted, rejected, source)
        return Intake(
            register=Register(accepted, completeness, unread),
            accepted=len(accepted),
            repeats=self.repeats,
            rejected=tuple(map(self._to_mend, places)),
            without_data=0,
            problems=tuple(chain.from_iterable(row.problems for row in rejected)),
            unused=self._unused(),
        )

    def _unread(
        self, accepted: Iterable[Any], rejected: list[RowRead], source: str
    ) -> Iterable[RejectedRow]:
        """Return what the register must know of the rejected rows."""
        table = self.plan.table
        is_undated = any(row.undated for row in rejected)  # the days of the others matter to it
        days = {record.recorded_on for record in accepted} if is_undated else ()
        last = max((last_day(table, rejected), *days), key=earliest_first)
        return records_left_open(table, rejected, last, partial(self._fingerprint, source))

    def _fingerprint(self, source: str) -> str:
        """Return a text that tells these rows from others."""
        return fingerprint_of(self.plan.table, source, self._all())

    def _all(self) -> Iterator[RowRead]:
        """Yield the cells of every row that have a column, whether the row is accepted or not."""
        columns = {key: self.given.column(key) for key, _ in self.plan.table.columns.values()}
        for index in range(self.given.count):
            cells = {key: column[index] for key, column in columns.items()}
            yield RowRead(index, cells, None, (), {})

    def _to_mend(self, index: int) -> RowToMend:
        """Return a rejected row as it was given."""
        return RowToMend(self.first_row + index, self.given.cells(index))

    def _unused(self) -> tuple[str, ...]:
        """Return the keys that were not read."""
        used = self.plan.keys.values()
        return tuple(key for key in self.given.there if type(key) is str and key not in used)


def _places_of_none(records: Iterable[Any]) -> list[int]:
    """Return the places at which there is no record."""
    return [index for index, record in enumerate(records) if record is None]


@overload
def load_one(kind: type[R], row: Mapping[str, object]) -> R: ...
@overload
def load_one(kind: str, row: Mapping[str, object]) -> AnyRecord: ...
def load_one(kind: type[Any] | str, row: Mapping[str, object]) -> Any:
    """Load one record from a mapping from names of fields to cells, as a form or an API has it.

    Args:
        kind: the class, or its name.
        row: the cells, by the name of the field or of its part, as for `load`.

    Returns:
        The record.

    Raises:
        UnknownId: if the class does not exist.
        InvalidType: if `row` is not a mapping.
        InvalidValue: if the row has faults; the error lists all of them, with their paths.

    >>> from nsc_program import Support
    >>> row = {
    ...     "id": "s1",
    ...     "enterprise": "SAMPLE-1",
    ...     "started_on": date(2024, 1, 5),
    ...     "funding.state-budget": 10**8,
    ... }
    >>> load_one(Support, row).funding
    (Funding(source='state-budget', vnd=100000000),)
    >>> load_one(Support, {**row, "id": None})
    Traceback (most recent call last):
    nsc_program.errors.InvalidValue: id: it is required but missing; fill it in
    """
    source_rows = Given.of([row])
    cells = source_rows.row(0)
    if cells is None:
        raise wrong_type(
            "row",
            Message("một ánh xạ từ tên trường đến giá trị", "a mapping from names to values"),
            row,
        )
    plan = Plan.of(row_class(kind), source_rows.there, None, None)
    record, faults, _ = looked_at(cells, plan)
    if record is None:
        raise InvalidValue(*(fault.alone() for fault in faults))
    return record
