"""One typed row to one record, with everything that is wrong with it; and where the rows come from."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from types import NoneType
from typing import Any, Protocol, Self, final

from attrs import evolve, frozen

from nsc_program._suggestions import nearest
from nsc_program.errors import InvalidValue, Message, NscError, Path
from nsc_program.errors import Problem as Told
from nsc_program.intake._displayed import displayed
from nsc_program.intake._headings import FUNDING
from nsc_program.intake._labels import label_of, number_in
from nsc_program.intake._problems import Fault, Problem, Refused
from nsc_program.intake._refusals import in_words
from nsc_program.intake._rows import RowRead, is_undated, record_of, things_in
from nsc_program.intake._sentences import message, with_detail
from nsc_program.intake._table import Table
from nsc_program.intake._typed_cells import SAID, plain
from nsc_program.intake._typed_fields import ABSENT, BAD, TypedField, fields_of
from nsc_program.records._records import AnyRecord, Audience, EnterpriseKind, Level, Scope, Solution
from nsc_program.values._text import Text
from nsc_program.values._validators import refusal, shown, shown_if_plain

_SHOWN = frozenset({str, int, float, bool, date, datetime, Decimal, Fraction, NoneType})
_SHOWN |= {Audience, EnterpriseKind, Level, Scope, Solution}
_NOT_SHOWN = ()
"""Stands for a cell that may do anything when it is looked at."""


@final
@frozen
class Wrong:
    """Something wrong with a row: where, which kind, and what is said of it."""

    path: Path
    key: str | None
    fault: Fault
    code: str
    message: Text
    value: str = ""
    suggestion: str | None = None

    @classmethod
    def of_refused(
        cls, refused: Refused, path: Path = (), key: str | None = None, value: str = ""
    ) -> Self:
        """What a cell was refused for."""
        return cls(
            path,
            key,
            refused.fault,
            refused.fault.value,
            said(refused.fault, refused.detail),
            value,
        )

    def in_row(self, number: int) -> Problem:
        """The problem of a row of many."""
        return Problem(
            row=number,
            column=self.key,
            value=self.value,
            code=self.fault,
            message=self.message,
            suggestion=self.suggestion,
        )

    def alone(self) -> Told:
        """The problem of the one row there is."""
        vi, en = self.message.vi, self.message.en
        if self.suggestion is not None:
            vi, en = (
                f"{vi}; có phải là {self.suggestion!r} không?",
                f"{en}; did you mean {self.suggestion!r}?",
            )
        return Told(self.path, self.code, Message(vi, en))


def said(fault: Fault, detail: Text | None = None) -> Text:
    """The sentence for a fault of a typed cell."""
    return with_detail(SAID[fault], detail) if fault in SAID else message(fault, detail)


def _of_error(
    error: NscError,
    fault: Fault,
    place: Callable[[Path], tuple[Path, str | None]],
    values: Mapping[str, Any],
    value: str = "",
) -> Iterator[Wrong]:
    """What the library's own rules refuse, in both languages."""
    for each in error.problems:
        path, key = place(each.path)
        yield Wrong(path, key, fault, each.code, message(fault, in_words(each, values)), value)


@final
@frozen
class Plan:
    """What the rows of one source are taken for.

    Attributes:
        keys: of each field that is read, the key it stands under.
        missing: the keys, and their fields, that are asked for and that no row has.
        named: whether the caller named the keys, so that others are left out on purpose.
    """

    kind: type[AnyRecord]
    fields: Mapping[str, TypedField]
    keys: Mapping[str, str]
    missing: tuple[tuple[str, str], ...]
    named: bool
    table: Table

    @classmethod
    def of(
        cls,
        kind: type[AnyRecord],
        there: Iterable[Any],
        columns: Mapping[str, str] | None,
        recorded_on: date | None,
    ) -> Self:
        """Put fields and keys together."""
        present = set(there)
        money = [name for name in present if isinstance(name, str) and name.startswith(FUNDING)]
        has_money = "funding" in fields_of(kind)
        known = fields_of(
            kind, (money if has_money else ()) if columns is None else columns, recorded_on
        )
        keys = {name: name for name in known} if columns is None else dict(columns)
        missing = (
            [(key, name) for name, key in keys.items() if key not in present]
            if columns is not None
            else []
        )
        needed = [name for name, of in known.items() if of.absent is BAD and name not in keys]
        lacking = [
            (name, name) for name in needed if not any(key.startswith(f"{name}.") for key in keys)
        ]
        read = {name: (key, known[name].column) for name, key in keys.items() if key in present}
        if len(read) > _MOST_COLUMNS:
            raise refusal("rows", "too-many-columns", _TOO_MANY)
        return cls(
            kind,
            known,
            keys,
            (*missing, *lacking),
            columns is not None,
            Table(kind, read, (), recorded_on),
        )

    def stray(self, there: Iterable[Any]) -> list[Any]:
        """The keys that are no field, unless the caller named those that are."""
        return [] if self.named else [key for key in there if key not in self.keys]

    def wrong_key(self, key: Any) -> Wrong:  # noqa: ANN401  # a key of a mapping may be anything
        """What is said of a key that is not a field."""
        show = shown_if_plain if any(of.column.beside for of in self.fields.values()) else shown
        name = show(key)[1:-1] if type(key) is str else ""
        near = nearest(key, tuple(self.keys)) if name else None
        return Wrong(
            (name,) if name else (),
            name or None,
            Fault.EXTRA_CELLS,
            "unknown-key",
            _UNKNOWN,
            name,
            near,
        )

    def missing_keys(self) -> Iterator[Wrong]:
        """What is said of the keys that no row has."""
        for key, name in self.missing:
            yield Wrong(
                _path(name), key, Fault.NO_COLUMN, Fault.NO_COLUMN.value, said(Fault.NO_COLUMN)
            )


_MOST_COLUMNS = 1_000
_TOO_MANY = Message(
    f"các dòng có hơn {number_in('vi', _MOST_COLUMNS)} cột; hãy bỏ các cột không cần",
    f"the rows have more than {_MOST_COLUMNS:,} columns; leave out those that are not needed",
)
_UNKNOWN = SAID[Fault.EXTRA_CELLS]
_WHOLE_AND_PARTS = Text(
    vi="vừa ghi gộp, vừa ghi từng phần; hãy chỉ ghi một cách",
    en="it is given as a whole and in parts; give one of them",
)


def _path(name: str) -> Path:
    return tuple(name.split(".", 1))


def looked_at(
    row: Mapping[Any, object], plan: Plan
) -> tuple[AnyRecord | None, list[Wrong], dict[str, Any]]:
    """Take one row by itself: its record or what is wrong with it, and the values that could be taken."""
    values: dict[str, Any] = {}
    wrong = [*map(plan.wrong_key, plan.stray(row)), *plan.missing_keys()]
    for name, key in plan.keys.items():
        if not plan.named or name in plan.table.columns:
            wrong += _of_cell(plan, name, row.get(key, ABSENT), values)
    for whole in ("funding", "period"):
        if whole in values and any(name.startswith(f"{whole}.") for name in values):
            twice = Refused(Fault.CONTRADICTION, detail=_WHOLE_AND_PARTS)
            wrong.append(Wrong.of_refused(twice, (whole,), plan.keys[whole]))
    if wrong:
        return None, wrong, values
    try:
        return record_of(plan.table, values), [], values
    except NscError as refused:
        return (
            None,
            [
                *_of_error(
                    refused, Fault.CONTRADICTION, lambda path: (path, _key(plan, path)), values
                )
            ],
            values,
        )
    except Refused as refused:
        path = next(((name,) for name in plan.fields if label_of(name) == refused.detail), ())
        return None, [Wrong.of_refused(refused, path)], values


def _key(plan: Plan, path: Path) -> str | None:
    return plan.keys.get(str(path[0])) if path else None


def _of_cell(plan: Plan, name: str, cell: object, values: dict[str, Any]) -> list[Wrong]:
    """Take one cell into `values`; give what is wrong with it."""
    of, path, key = plan.fields[name], _path(name), plan.keys[name]
    value = ""
    try:
        held = None if cell is ABSENT else plain(cell)
        if held is None:
            if name == "verified" and cell is not ABSENT:
                values[name] = of.blank
            return [Wrong.of_refused(Refused(Fault.MISSING), path, key)] if of.column.needed else []
        value = displayed(shown_safely(held), of.column)
        found = of.column.read(held)
        if of.column.validate is not None:
            of.column.validate(found)
    except Refused as refused:
        return [Wrong.of_refused(refused, path, key, value)]
    except NscError as refused:
        return [*_of_error(refused, Fault.REFUSED, lambda _: (path, key), values, value)]
    except Exception:  # noqa: BLE001  # a cell may be anything, and raise anything
        return [Wrong.of_refused(Refused(Fault.REFUSED), path, key)]
    values[name] = found
    return []


def shown_safely(cell: object) -> object:
    """A cell that can be looked at; of others, nothing."""
    try:
        held = plain(cell)
        if type(held) in _SHOWN:
            return held
        return datetime.isoformat(held) if isinstance(held, datetime) else _NOT_SHOWN
    except Exception:  # noqa: BLE001  # a cell may be anything, and raise anything
        return _NOT_SHOWN


def row_aside(number: int, row: Mapping[Any, object] | None, plan: Plan) -> RowRead:
    """A row looked at by itself; its cells are those that can be looked at again."""
    if row is None:
        wrong = Wrong.of_refused(Refused(Fault.NOT_A_ROW))
        return RowRead(
            number, {}, None, (wrong.in_row(number),), {}, things_in({}, plan.table), undated=True
        )
    record, problems, values = looked_at(row, plan)
    safe = {key: shown_safely(row.get(key)) for key, _ in plan.table.columns.values()}
    found = RowRead(number, safe, record, tuple(each.in_row(number) for each in problems), values)
    if record is not None:
        return found
    return evolve(
        found, things=things_in(safe, plan.table), undated=is_undated(safe, plan.table, values)
    )


class Frame(Protocol):
    """A data frame: it has columns, by name."""

    @property
    def columns(self) -> Any: ...  # noqa: ANN401
    def __getitem__(self, name: Any, /) -> Any: ...  # noqa: ANN401


@final
@frozen
class Given:
    """Rows as they were given.

    Attributes:
        there: the keys that any of them has.
        rows: how to get each as a mapping, `None` of what is none.
        column: how to get what stands under a key in each.
    """

    there: tuple[Any, ...]
    count: int
    row: Callable[[int], Mapping[Any, object] | None]
    column: Callable[[str], list[Any]]
    cells: Callable[[int], object]
    by_column: bool = False

    @classmethod
    def of(cls, rows: Any) -> Self:  # noqa: ANN401  # rows, or columns as one of many libraries has them
        """Rows, or columns: a mapping of them, or a data frame."""
        if isinstance(rows, Mapping):
            return cls._of_columns(list(rows.items()))
        if hasattr(rows, "columns") and hasattr(rows, "__getitem__"):
            return cls._of_columns([(name, rows[name]) for name in rows.columns])
        return cls._of_rows(list(rows))

    @classmethod
    def _of_rows(cls, held: list[object]) -> Self:
        dicts: list[dict[Any, object] | None] = [
            row if type(row) is dict else _as_dict(row) for row in held
        ]
        mappings = [{} if row is None else row for row in dicts]
        there = tuple(
            dict.fromkeys(key for keys in dict.fromkeys(map(tuple, mappings)) for key in keys)
        )
        return cls(
            there,
            len(held),
            dicts.__getitem__,
            lambda key: [row.get(key, ABSENT) for row in mappings],
            held.__getitem__,
        )

    @classmethod
    def _of_columns(cls, named: list[tuple[Any, Any]]) -> Self:
        columns: dict[str, list[Any]] = {}
        for name, column in named:
            if (
                type(name) is not str
                or name in columns
                or isinstance(column, (str, bytes, Mapping))
            ):
                raise refusal("rows", "not-columns", _NOT_COLUMNS)
            try:
                columns[name] = list(column)
            except TypeError:
                raise refusal("rows", "not-columns", _NOT_COLUMNS) from None
        lengths = {len(column) for column in columns.values()}
        if len(lengths) > 1:
            raise refusal("rows", "unequal-columns", _UNEQUAL)

        def row(index: int) -> dict[Any, object]:
            return {name: column[index] for name, column in columns.items()}

        return cls(
            tuple(columns), max(lengths, default=0), row, columns.__getitem__, row, by_column=True
        )

    def refuse_columns(self, plan: Plan) -> None:
        """Refuse columns that are no field, or are asked for and not there: all rows would be wrong alike."""
        wrong = [*map(plan.wrong_key, plan.stray(self.there)), *plan.missing_keys()]
        if self.by_column and wrong:
            raise InvalidValue(*(each.alone() for each in wrong))


_NOT_COLUMNS = Message(
    "cần các cột có tên khác nhau, mỗi cột là một dãy giá trị; một bản ghi riêng lẻ thì dùng hàm nạp một bản ghi",
    "expected columns under names that differ, each a sequence of cells; for one record there is load_one",
)
_UNEQUAL = Message("các cột dài ngắn khác nhau", "the columns are not of one length")


def _as_dict(row: object) -> dict[Any, object] | None:
    try:
        return dict(row) if isinstance(row, Mapping) else None
    except Exception:  # noqa: BLE001  # it may be a mapping of any kind
        return None
