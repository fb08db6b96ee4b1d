"""Rows whose cells are typed already: of a database, a data frame, a form. Nothing is read out of text.

`load` takes many, and rejects those that are wrong, as `read` does with the rows of spreadsheets; `load_one` takes
one, and refuses it with everything that is wrong with it.

A date is a `date`, or a moment without a zone at which a day begins; one of a closed set is its member or its value;
several are a tuple, a list, a set or an array. Scalars of NumPy and pandas are taken for what they hold. `None`, NaN,
NaT and NA are blank: the field has its default, but where `verified` is blank among others, the row is not verified.
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
from nsc_program.intake._typed_rows import Frame, Given, Plan, looked_at, row_aside
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
    """Take rows whose cells are typed as records of one class.

    Args:
        kind: the class, or its name.
        rows: mappings from names of fields to cells; or columns, as a mapping from names to sequences of one length, or
            a data frame. Of a period there may be `period.start` and `period.end`, of money `funding.` and the id of
            its source, in đồng.
        columns: the key of each field, if it is not its name, `{"enterprise": "tax_code"}`; then no others are read.
            Without it, a key that is not a field is a problem of each row that has it.
        completeness: what is claimed of these rows.
        recorded_on: when they were recorded, where no row says so.
        first_row: the number of the first row, in its source.
        source: what tells these rows from others that differ in nothing but their people.

    Raises:
        UnknownId: for a class or a field that there is none of.
        InvalidType: for a `recorded_on` that is not a date.
        InvalidValue: for columns that are no field, are named and not there, are more than 1,000 or not of one
            length. Nothing is raised for what rows hold.

    >>> from nsc_program import Support
    >>> row = {"id": "s1", "enterprise": "SAMPLE-1", "started_on": date(2024, 1, 5), "level": "nation"}
    >>> found = load(Support, [row, {**row, "id": "s2", "started_on": "2024-01-05"}])
    >>> found.accepted, [(problem.row, problem.column, problem.code.value) for problem in found.problems]
    (1, [(2, 'started_on', 'not-a-date')])
    >>> load(Support, {name: [cell] for name, cell in row.items()}).register.records == found.register.records
    True
    """
    if recorded_on is not None and type(recorded_on) is not date:
        raise wrong_type("recorded_on", A_DATE, recorded_on)
    given = Given.of(rows)
    plan = Plan.of(row_class(kind), given.there, columns, recorded_on)
    given.refuse_columns(plan)
    records, aside = _taken(given, plan, first_row)
    repeats = _apart(records, aside, given, plan, first_row)
    kept = [record for record in records if record is not None]
    apart = [aside[index] for index in sorted(aside)]
    last = max(
        (_last_day(plan.table, apart), *{record.recorded_on for record in kept}), key=earliest_first
    )
    return Intake(
        register=Register(
            kept,
            completeness,
            _unread(
                plan.table, apart, last, lambda: _fingerprint(plan.table, source, _all(given, plan))
            ),
        ),
        accepted=len(kept),
        repeats=repeats,
        rejected=tuple(RowToMend(first_row + index, given.cells(index)) for index in sorted(aside)),
        without_data=0,
        problems=tuple(problem for each in apart for problem in each.problems),
        unused=tuple(
            key for key in given.there if type(key) is str and key not in plan.keys.values()
        ),
    )


def _all(given: Given, plan: Plan) -> Iterator[RowRead]:
    """Give the cells of each row that have a column, whatever became of it."""
    columns = {key: given.column(key) for key, _ in plan.table.columns.values()}
    for index in range(given.count):
        yield RowRead(index, {key: cells[index] for key, cells in columns.items()}, None, (), {})


def _taken(given: Given, plan: Plan, first_row: int) -> tuple[list[Any], dict[int, RowRead]]:
    """The record of each row, and by their places the rows that have none."""
    cells = {name: given.column(key) for name, (key, _) in plan.table.columns.items()}
    records: list[Any] = [None] * given.count
    if not plan.missing:
        records = records_of(plan.kind, given.count, cells, plan.fields)
    stray = bool(plan.stray(given.there))
    aside: dict[int, RowRead] = {}
    for index, record in enumerate(records):
        if record is None or (stray and plan.stray(given.row(index) or ())):
            found = row_aside(first_row + index, given.row(index), plan)
            records[index] = found.record
            if found.record is None:
                aside[index] = found
    return records, aside


def _apart(
    records: list[Any], aside: dict[int, RowRead], given: Given, plan: Plan, first_row: int
) -> int:
    """Reject what says different things under one id, and leave out what says the same; how often it did."""
    names = [None if each is None else each.id for each in records]
    if len(set(names)) + max(0, len(aside) - 1) == len(names):
        return 0
    often = Counter(names)
    places = [index for index, name in enumerate(names) if name is not None and often[name] > 1]
    apart = [row_aside(first_row + index, given.row(index), plan) for index in places]
    rows = _without_conflicts(apart, plan.table.heading_of("id"))
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
    """Make one record of a mapping from names of fields to cells, as a form or an API has it.

    Raises:
        UnknownId: for a class that there is none of.
        InvalidType: for what is no mapping.
        InvalidValue: with everything that is wrong, each at its path.

    >>> from nsc_program import Support
    >>> row = {"id": "s1", "enterprise": "SAMPLE-1", "started_on": date(2024, 1, 5), "funding.state-budget": 10**8}
    >>> load_one(Support, row).funding
    (Funding(source='state-budget', vnd=100000000),)
    >>> load_one(Support, {**row, "id": None})
    Traceback (most recent call last):
    nsc_program.errors.InvalidValue: id: the cell is empty and is needed; fill it in
    """
    given = Given.of([row])
    held = given.row(0)
    if held is None:
        raise wrong_type(
            "row",
            Message("một ánh xạ từ tên trường đến giá trị", "a mapping from names to values"),
            row,
        )
    record, wrong, _ = looked_at(held, Plan.of(row_class(kind), given.there, None, None))
    if record is None:
        raise InvalidValue(*(each.alone() for each in wrong))
    return record
