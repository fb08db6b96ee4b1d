"""Read one typed row as one record, and report everything that is wrong with it."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from functools import partial
from types import NoneType
from typing import Any, Self, final

from attrs import define, evolve, frozen

from nsc_program._suggestions import nearest
from nsc_program.errors import Message, NscError, Path, Problem
from nsc_program.intake._headings.columns import Column
from nsc_program.intake._headings.displayed import displayed
from nsc_program.intake._headings.labels import label_of, number_in
from nsc_program.intake._headings.vocabulary import FUNDING
from nsc_program.intake._messages.problem_reports import sentence_of
from nsc_program.intake._messages.problems import Fault, Refused
from nsc_program.intake._rows.made_records import record_of
from nsc_program.intake._rows.rows import RowRead, is_undated
from nsc_program.intake._rows.things import things_in
from nsc_program.intake._tables.heading_rows import MOST_COLUMNS
from nsc_program.intake._tables.table import Table
from nsc_program.intake.typed._cells import SAID, plain
from nsc_program.intake.typed._faults import Place, Wrong, of_error
from nsc_program.intake.typed._fields import (
    ABSENT,
    BAD,
    NotInDocuments,
    TypedField,
    fields_in_documents,
    fields_of,
)
from nsc_program.records._enumerations import Audience, EnterpriseKind, Level, Scope, Solution
from nsc_program.records._records import AnyRecord
from nsc_program.values._text import Text
from nsc_program.values._validators import refusal, shown, shown_if_plain

_SHOWN = frozenset({str, int, float, bool, date, datetime, Decimal, Fraction, NoneType})
_SHOWN |= {Audience, EnterpriseKind, Level, Scope, Solution}
_NOT_SHOWN = ()
"""Stands for a cell whose type may do anything when it is looked at."""


@final
@frozen
class Plan:
    """The keys and fields of the rows of one source.

    Attributes:
        kind: the class of the records.
        fields: the fields that the rows can have, by name.
        keys: the key in the rows of each field that is read, by the name of the field.
        missing: the keys that are asked for and that no row has, with their fields.
        named: whether the caller named the keys, and so left out all others on purpose.
        table: the columns that are read, under their keys.
        as_documents: whether the rows are documents, whose cells are read as such.
    """

    kind: type[AnyRecord]
    fields: Mapping[str, TypedField]
    keys: Mapping[str, str]
    missing: tuple[tuple[str, str], ...]
    named: bool
    table: Table
    as_documents: bool = False

    @classmethod
    def of(
        cls,
        kind: type[AnyRecord],
        there: Iterable[Any],
        columns: Mapping[str, str] | None,
        recorded_on: date | None,
    ) -> Self:
        """Match fields and keys.

        Args:
            kind: the class of the records.
            there: the keys that any row has.
            columns: the key of each field, by the name of the field; `None` if keys are names of
                fields.
            recorded_on: when the rows were recorded, unless a row says so.

        Raises:
            UnknownId: for a field that the class does not have.
            InvalidValue: for more than 1,000 columns.
        """
        present = set(there)
        named = columns is not None
        more = _money_in(kind, present) if columns is None else columns
        possible = fields_of(kind, more, recorded_on)
        keys = {name: name for name in possible} if columns is None else dict(columns)
        missing = tuple(_missing(keys, possible, present)) if named else ()
        read = _columns(keys, possible, present)
        return cls(kind, possible, keys, missing, named, Table(kind, read, (), recorded_on))

    @classmethod
    def of_documents(
        cls, kind: type[AnyRecord], there: Iterable[Any], recorded_on: date | None
    ) -> Self:
        """Match fields and keys of documents, which are named alike.

        Args:
            kind: the class of the records.
            there: the keys that any row has.
            recorded_on: when the rows were recorded, unless a row says so.
        """
        possible = fields_in_documents(kind, recorded_on)
        keys = {name: name for name in possible}
        read = _columns(keys, possible, set(there))
        table = Table(kind, read, (), recorded_on)
        return cls(kind, possible, keys, (), named=False, table=table, as_documents=True)

    def stray(self, there: Iterable[Any]) -> list[Any]:
        """Return the keys that are not fields; none if the caller named the keys to read."""
        return [] if self.named else [key for key in there if key not in self.keys]

    def wrong_key(self, key: Any) -> Wrong:  # noqa: ANN401  # a key of a mapping may be anything
        """Return the fault of a key that is not a field."""
        name = self._shown_key(key) if type(key) is str else ""
        if not name:
            return Wrong((), None, "unknown-key", _UNKNOWN)
        near = nearest(key, tuple(self.keys))
        return Wrong((name,), name, "unknown-key", _UNKNOWN, name, near)

    def _shown_key(self, key: str) -> str:
        """Return a key as it may be shown; beside people, only if it cannot be a name."""
        is_beside = any(field.column.beside for field in self.fields.values())
        return (shown_if_plain if is_beside else shown)(key)[1:-1]

    def missing_keys(self) -> Iterator[Wrong]:
        """Yield the faults of the keys that no row has."""
        for key, name in self.missing:
            yield Wrong.of_refused(Refused(Fault.NO_COLUMN), _path(name), key)

    def looks_at(self, name: str) -> bool:
        """Tell whether the cells of a field are read; a key that is asked for may be missing.

        Args:
            name: the name of the field.
        """
        return not self.named or name in self.table.columns


_TOO_MANY = Message(
    f"các dòng có hơn {number_in('vi', MOST_COLUMNS)} cột; hãy bỏ các cột không cần",
    f"the rows have more than {MOST_COLUMNS:,} columns; leave out those that are not needed",
)
_UNKNOWN = sentence_of(SAID[Fault.EXTRA_CELLS])
_WHOLE_AND_PARTS = Text(
    vi="vừa ghi gộp, vừa ghi từng phần; hãy chỉ ghi một cách",
    en="it is given both as a whole and in parts; give one of them",
)


def _path(name: str) -> Path:
    """Return the path of a field or of its part."""
    return tuple(name.split(".", 1))


def _money_in(kind: type[AnyRecord], there: Iterable[Any]) -> list[str]:
    """Return the keys that name a source of money, if records of the class have money."""
    if "funding" not in fields_of(kind):
        return []
    return [name for name in there if isinstance(name, str) and name.startswith(FUNDING)]


def _columns(
    keys: Mapping[str, str], possible: Mapping[str, TypedField], present: Collection[Any]
) -> Mapping[str, tuple[str, Column]]:
    """Return the keys that any row has, with their columns, by the names of the fields.

    Raises:
        InvalidValue: for more columns than any list has.
    """
    read = {name: (key, possible[name].column) for name, key in keys.items() if key in present}
    if len(read) > MOST_COLUMNS:
        raise refusal("rows", "too-many-columns", _TOO_MANY)
    return read


def _missing(
    keys: Mapping[str, str], possible: Mapping[str, TypedField], present: Collection[Any]
) -> Iterator[tuple[str, str]]:
    """Yield the keys that no row has, and the required fields without a key, with their fields."""
    for name, key in keys.items():
        if key not in present:
            yield key, name
    in_parts = {key.split(".", 1)[0] for key in keys}
    for name, field in possible.items():
        if field.absent is BAD and name not in keys and name not in in_parts:
            yield name, name


def looked_at(
    row: Mapping[Any, object], plan: Plan
) -> tuple[AnyRecord | None, list[Wrong], dict[str, Any]]:
    """Read one row by itself.

    Args:
        row: the cells of the row, by key.
        plan: the keys and fields of the rows.

    Returns:
        The record, `None` if the row has a fault; the faults; and the values that could be read.
    """
    values: dict[str, Any] = {}
    wrong = [*map(plan.wrong_key, plan.stray(row)), *plan.missing_keys()]
    wrong += _of_cells(row, plan, values)
    wrong += _given_twice(plan, values)
    if wrong:
        return None, wrong, values
    record, faults = _record(plan, values)
    return record, faults, values


def _of_cells(row: Mapping[Any, object], plan: Plan, values: dict[str, Any]) -> Iterator[Wrong]:
    """Read the cells of a row into `values`, and yield their faults."""
    for name, key in plan.keys.items():
        if plan.looks_at(name):
            cell = _Cell(plan.fields[name], _path(name), key)
            yield from cell.faults(row.get(key, ABSENT), values)


def _given_twice(plan: Plan, values: Collection[str]) -> Iterator[Wrong]:
    """Yield the faults of fields that are given both as a whole and in parts."""
    in_parts = {name.partition(".")[0] for name in values if "." in name}
    for whole in ("funding", "period"):
        if whole in values and whole in in_parts:
            twice = Refused(Fault.CONTRADICTION, detail=_WHOLE_AND_PARTS)
            yield Wrong.of_refused(twice, (whole,), plan.keys[whole])


def _record(plan: Plan, values: Mapping[str, Any]) -> tuple[AnyRecord | None, list[Wrong]]:
    """Return the record of values, or the faults of values that do not agree."""
    try:
        return record_of(plan.table, values), []
    except NscError as refused:
        at = partial(_with_key, plan)
        return None, [*of_error(refused, Fault.CONTRADICTION, at, values)]
    except Refused as refused:
        path = next(((name,) for name in plan.fields if label_of(name) == refused.detail), ())
        return None, [Wrong.of_refused(refused, path)]


def _with_key(plan: Plan, path: Path) -> Place:
    """Return the place of a path; the key is `None` if it is empty or the field is not read."""
    return path[:1], plan.keys.get(str(path[0])) if path else None, path[1:]


@define
class _Cell:
    """A cell while it is read.

    Attributes:
        field: the field of the cell.
        path: the path of the field.
        key: the key of the cell in its row.
    """

    field: TypedField
    path: Path
    key: str

    def faults(self, cell: object, values: dict[str, Any]) -> list[Wrong]:
        """Read the cell into the values of its row, and return its faults."""
        try:
            self._read(cell, values)
        except NotInDocuments as refused:
            return [*self._of_document(refused.problems, self._text_of(cell))]
        except Refused as refused:
            return [Wrong.of_refused(refused, self.path, self.key, self._text_of(cell))]
        except NscError as refused:
            return [*of_error(refused, Fault.REFUSED, self._place, values, self._text_of(cell))]
        except Exception:  # noqa: BLE001  # a cell may be anything, and raise anything
            return [Wrong.of_refused(Refused(Fault.REFUSED), self.path, self.key)]
        return []

    def _of_document(self, problems: Iterable[Problem], value: str) -> Iterator[Wrong]:
        """Yield the faults of a cell with the words of the document that it stands in."""
        for each in problems:
            yield Wrong(self.path, self.key, each.code, each.message, value, within=each.path)

    def _text_of(self, cell: object) -> str:
        """Return the text of a cell, as it may be shown; empty for a blank cell."""
        content = shown_safely(cell)
        return "" if cell is ABSENT or content is None else displayed(content, self.field.column)

    def _place(self, path: Path) -> Place:
        """Return the place in the cell at which a rule finds a fault."""
        return self.path, self.key, path[1:] if path[:1] == self.path[:1] else path

    def _read(self, cell: object, values: dict[str, Any]) -> None:
        """Read the cell into the values of its row."""
        column = self.field.column
        content = None if cell is ABSENT else self.field.content(cell)
        if content is not None:
            values[column.name] = _checked(column, content)
        elif column.name == "verified" and cell is not ABSENT:
            values[column.name] = self.field.blank
        elif column.needed:
            raise Refused(Fault.MISSING)


def _checked(column: Column, content: object) -> object:
    """Read and check the content of a cell."""
    value = column.read(content)
    if column.validate is not None:
        column.validate(value)
    return value


def shown_safely(cell: object) -> object:
    """Return a cell that is safe to look at; a placeholder for any other cell."""
    try:
        content = plain(cell)
        if type(content) in _SHOWN:
            return content
        return datetime.isoformat(content) if isinstance(content, datetime) else _NOT_SHOWN
    except Exception:  # noqa: BLE001  # a cell may be anything, and raise anything
        return _NOT_SHOWN


def row_aside(number: int, row: Mapping[Any, object] | None, plan: Plan) -> RowRead:
    """Read a row by itself, and keep its cells in a form that is safe to look at again.

    Args:
        number: the number of the row, as its source counts.
        row: the cells, by key; `None` if the row is not a mapping.
        plan: the keys and fields of the rows.
    """
    table = plan.table
    if row is None:
        return _no_mapping(number, table)
    record, faults, values = looked_at(row, plan)
    safe = {key: shown_safely(row.get(key)) for key, _ in table.columns.values()}
    result = RowRead(number, safe, record, tuple(fault.in_row(number) for fault in faults), values)
    if record is not None:
        return result
    undated = is_undated(safe, table, values)
    return evolve(result, things=things_in(safe, table, values), undated=undated)


def _no_mapping(number: int, table: Table) -> RowRead:
    """Return a rejected row that is not a mapping."""
    problem = Wrong.of_refused(Refused(Fault.NOT_A_ROW)).in_row(number)
    return RowRead(number, {}, None, (problem,), {}, things_in({}, table, {}), undated=True)
