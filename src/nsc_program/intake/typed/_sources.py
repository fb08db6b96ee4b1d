"""Typed rows as callers have them: mappings, columns by name, or a data frame of any library."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from itertools import chain
from typing import Any, Protocol, Self, final

from attrs import evolve, frozen

from nsc_program.errors import InvalidValue, Message
from nsc_program.intake.typed._fields import ABSENT
from nsc_program.intake.typed._rows import Plan
from nsc_program.values._validators import refusal


class Frame(Protocol):
    """A data frame: it has columns, by name."""

    @property
    def columns(self) -> Any: ...  # noqa: ANN401
    def __getitem__(self, name: Any, /) -> Any: ...  # noqa: ANN401


@final
@frozen
class Given:
    """Rows as the caller gives them.

    Attributes:
        there: the keys that any row has.
        count: the number of rows.
        row: returns the row at a place as a mapping; `None` if it is not a mapping.
        column: returns the cells under a key, one for every row.
        cells: returns the row at a place as it was given.
        by_column: whether the caller gave columns.
    """

    there: tuple[Any, ...]
    count: int
    row: Callable[[int], Mapping[Any, object] | None]
    column: Callable[[str], list[Any]]
    cells: Callable[[int], object]
    by_column: bool = False

    @classmethod
    def of(cls, rows: Any) -> Self:  # noqa: ANN401  # a frame of any library
        """Accept rows, a mapping of columns, or a data frame.

        Raises:
            InvalidValue: for columns of different lengths or without different names.
        """
        if isinstance(rows, Mapping):
            return cls._of_columns(list(rows.items()))
        if hasattr(rows, "columns") and hasattr(rows, "__getitem__"):
            return cls._of_columns([(name, rows[name]) for name in rows.columns])
        return cls.of_rows(list(rows))

    @classmethod
    def of_rows(cls, rows: list[object]) -> Self:
        """Accept rows; a row that is not a mapping is kept as `None`.

        Args:
            rows: the rows.
        """
        dicts = rows if {dict}.issuperset(map(type, rows)) else [*map(_as_dict, rows)]
        mappings: list[Any] = dicts if dicts is rows else [row or {} for row in dicts]
        column = partial(_column_under, mappings)
        row: Any = dicts.__getitem__
        return cls(_keys_of(mappings), len(rows), row, column, rows.__getitem__)

    @classmethod
    def _of_columns(cls, named: Iterable[tuple[Any, Any]]) -> Self:
        """Accept columns with different names and of one length."""
        columns: dict[str, list[Any]] = {}
        for name, column in named:
            if type(name) is not str or name in columns:
                raise refusal("rows", "not-columns", _NOT_COLUMNS)
            columns[name] = _cells_of(column)
        lengths = {len(column) for column in columns.values()}
        if len(lengths) > 1:
            raise refusal("rows", "unequal-columns", _UNEQUAL)
        row = partial(_row_at, columns)
        count = max(lengths, default=0)
        return cls(tuple(columns), count, row, columns.__getitem__, row, by_column=True)

    def at(self, places: Sequence[int]) -> "Given":
        """Return some of the rows; all of them as they are.

        Args:
            places: the places of the rows, in their order.
        """
        if len(places) == self.count:
            return self
        rows = [self.row(place) or {} for place in places]
        return evolve(self, count=len(rows), column=partial(_column_under, rows))

    def refuse_columns(self, plan: Plan) -> None:
        """Raise an error for columns that are not fields, or that are asked for and missing.

        Rows are not affected here: their keys are reported row by row.

        Raises:
            InvalidValue: if the caller gave columns and their names are wrong.
        """
        wrong = [*map(plan.wrong_key, plan.stray(self.there)), *plan.missing_keys()]
        if self.by_column and wrong:
            raise InvalidValue(*(fault.alone() for fault in wrong))


_NOT_COLUMNS = Message(
    "cần các cột có tên khác nhau, mỗi cột là một dãy giá trị; một hồ sơ riêng lẻ thì dùng hàm "
    "nạp một hồ sơ",
    "expected columns with different names, each a sequence of cells; for one record, use load_one",
)
_UNEQUAL = Message("các cột dài ngắn khác nhau", "the columns differ in length")


def _keys_of(rows: Sequence[Mapping[Any, object]]) -> tuple[Any, ...]:
    """Return the keys that any row has, in their order; rows mostly have the same keys."""
    if not rows or set().union(*rows) == rows[0].keys():
        return tuple(rows[0]) if rows else ()
    return tuple(dict.fromkeys(chain.from_iterable(dict.fromkeys(map(tuple, rows)))))


def _as_dict(row: object) -> dict[Any, object] | None:
    """Return a mapping as a dictionary; `None` if it is not a mapping or cannot be read."""
    try:
        return dict(row) if isinstance(row, Mapping) else None
    except Exception:  # noqa: BLE001  # it may be a mapping of any kind
        return None


def _column_under(rows: Iterable[Mapping[Any, object]], key: str) -> list[Any]:
    """Return the cells of rows under a key."""
    return [row.get(key, ABSENT) for row in rows]


def _row_at(columns: Mapping[str, Sequence[Any]], place: int) -> dict[Any, object]:
    """Return the row of columns at a place."""
    return {name: column[place] for name, column in columns.items()}


def _cells_of(column: Any) -> list[Any]:  # noqa: ANN401  # a sequence of any library
    """Return the cells of a column.

    Raises:
        InvalidValue: if it is not a column, such as a text.
    """
    if isinstance(column, (str, bytes, Mapping)):
        raise refusal("rows", "not-columns", _NOT_COLUMNS)
    try:
        return list(column)
    except TypeError:
        raise refusal("rows", "not-columns", _NOT_COLUMNS) from None
