"""Load rows whose cells are typed already: from a database, a data frame or a form.

`load` loads many rows, and rejects those with faults, as `read` does with the rows of spreadsheets.
`load_one` loads one row, and raises an error that lists all of its faults.

Text is never parsed. A date is a `date`, or a midnight without a time zone. A member of a closed
set may be given by its value. Several values are a tuple, a list, a set or an array. Scalars of
NumPy and pandas stand for their values. `None`, NaN, NaT and NA are blank, and the field then has
its default. A blank `verified` means that the row is not verified.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, TypeVar, overload

from nsc_program.errors import InvalidValue, Message
from nsc_program.intake import (
    Intake,
    RowToMend,
    _fingerprint,
    _last_day,
    _unread,
    _without_conflicts,
)
from nsc_program.intake._rows import RowRead
from nsc_program.intake._typed_columns import records_of
from nsc_program.intake._typed_rows import Plan, looked_at, row_aside
from nsc_program.intake._typed_sources import Frame, Given
from nsc_program.records._records import AnyRecord, Record
from nsc_program.records._register import Completeness, Register, row_class
from nsc_program.values._periods import earliest_first
from nsc_program.values._validators import A_DATE, wrong_type

__all__ = ["load", "load_one"]

R = TypeVar("R", bound=Record)


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
    if recorded_on is not None and type(recorded_on) is not date:
        raise wrong_type("recorded_on", A_DATE, recorded_on)
    source_rows = Given.of(rows)
    plan = Plan.of(row_class(kind), source_rows.there, columns, recorded_on)
    source_rows.refuse_columns(plan)
    records, aside = _loaded(source_rows, plan, first_row)
    repeats = _without_repeats(records, aside, source_rows, plan, first_row)
    accepted = [record for record in records if record is not None]
    places = sorted(aside)
    rejected = [aside[index] for index in places]
    days = {record.recorded_on for record in accepted}
    last_day = max((_last_day(plan.table, rejected), *days), key=earliest_first)
    unread = _unread(
        plan.table,
        rejected,
        last_day,
        lambda: _fingerprint(plan.table, source, _all(source_rows, plan)),
    )
    used = plan.keys.values()
    return Intake(
        register=Register(accepted, completeness, unread),
        accepted=len(accepted),
        repeats=repeats,
        rejected=tuple(RowToMend(first_row + index, source_rows.cells(index)) for index in places),
        without_data=0,
        problems=tuple(problem for row in rejected for problem in row.problems),
        unused=tuple(key for key in source_rows.there if type(key) is str and key not in used),
    )


def _all(source_rows: Given, plan: Plan) -> Iterator[RowRead]:
    """Yield the cells of every row that have a column, whether the row is accepted or not."""
    columns = {key: source_rows.column(key) for key, _ in plan.table.columns.values()}
    for index in range(source_rows.count):
        yield RowRead(index, {key: cells[index] for key, cells in columns.items()}, None, (), {})


def _loaded(source_rows: Given, plan: Plan, first_row: int) -> tuple[list[Any], dict[int, RowRead]]:
    """Return the record of every row, or `None`, and the rejected rows by their places."""
    cells = {name: source_rows.column(key) for name, (key, _) in plan.table.columns.items()}
    records: list[Any] = [None] * source_rows.count
    if not plan.missing:
        records = records_of(plan.kind, source_rows.count, cells, plan.fields)
    stray = bool(plan.stray(source_rows.there))
    aside: dict[int, RowRead] = {}
    for index, record in enumerate(records):
        if record is None or (stray and plan.stray(source_rows.row(index) or ())):
            row = row_aside(first_row + index, source_rows.row(index), plan)
            records[index] = row.record
            if row.record is None:
                aside[index] = row
    return records, aside


def _without_repeats(
    records: list[Any], aside: dict[int, RowRead], source_rows: Given, plan: Plan, first_row: int
) -> int:
    """Reject rows that contradict each other under one id, and leave out repeats.

    Both `records` and `aside` are changed.

    Returns:
        The number of repeats.
    """
    ids = [None if record is None else record.id for record in records]
    if len(set(ids)) + max(0, len(aside) - 1) == len(ids):
        return 0
    counts = Counter(ids)
    places = [index for index, id_ in enumerate(ids) if id_ is not None and counts[id_] > 1]
    rows_again = [row_aside(first_row + index, source_rows.row(index), plan) for index in places]
    rows = _without_conflicts(rows_again, plan.table.heading_of("id"))
    seen: set[AnyRecord] = set()
    repeats = 0
    for index, row in zip(places, rows, strict=True):
        if row.record is None:
            aside[index] = row
        elif row.record in seen:
            repeats += 1
        else:
            seen.add(row.record)
            continue
        records[index] = None
    return repeats


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
    nsc_program.errors.InvalidValue: id: the cell is required but empty; fill it in
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
