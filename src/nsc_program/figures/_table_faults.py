"""What the records' own classes refuse in the rows of a table.

Single values are shown to the validators of the fields, and pairs of values are held to what the
class declares of two fields.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, final

import narwhals.stable.v2 as nw
from attrs import fields, frozen

from nsc_program.errors import InvalidValue, Message, Problem
from nsc_program.figures._table_columns import Column
from nsc_program.figures._table_rules import Frame, one_if
from nsc_program.records._agreement import code_of
from nsc_program.records._base import Record
from nsc_program.records._records import agreement_of

MOST_ODD = 1_000
"""The most different texts of one column that are fetched to be shown to a validator."""
_MOST_PLAIN = 100_000  # days and numbers are short, and do not tell who a person is


@final
@frozen
class Contradiction:
    """What cannot stand in two columns of one row.

    Attributes:
        name: the name of the number of such rows.
        flag: where it stands.
        problem: a function from the number of rows to what is wrong.
    """

    name: str
    flag: nw.Expr
    problem: Callable[[int], Problem]


def contradictions(columns: Iterable[Column]) -> list[Contradiction]:
    """Return what the class of some columns refuses in two of them.

    Args:
        columns: the columns, which are those of one class.
    """
    names = {column.name: column.kind for column in columns}
    kind = names["id"]
    ordered = [_out_of_order(kind, *pair) for pair in kind.IN_ORDER if names.keys() >= {*pair}]
    either = [_both_or_neither(kind, *pair) for pair in kind.EITHER if names.keys() >= {*pair}]
    return [*ordered, *either]


def _out_of_order(kind: type[Record], earlier: str, later: str) -> Contradiction:
    def problem(rows: int) -> Problem:
        return Problem(
            (kind.__name__, later),
            "before-its-start",
            Message(
                f"{rows} dòng có ngày này sớm hơn {earlier}; sửa ngày trong các dòng đó",
                f"rows in which it is before {earlier}: {rows}; correct their days",
            ),
        )

    is_early = (nw.col(later) < nw.col(earlier)).fill_null(value=False)
    return Contradiction(f"{earlier}_{later}", is_early, problem)


def _both_or_neither(kind: type[Record], one: str, other: str) -> Contradiction:
    def problem(rows: int) -> Problem:
        return Problem(
            (kind.__name__, one),
            code_of(one, other),
            Message(
                f"{rows} dòng có cả {one} và {other}, hoặc không có cả hai; "
                "mỗi dòng chỉ ghi một trong hai",
                f"rows that have both {one} and {other}, or neither: {rows}; "
                "give one of the two in each row",
            ),
        )

    are_alike = nw.col(one).is_null() == nw.col(other).is_null()
    return Contradiction(f"{one}_{other}", are_alike, problem)


def doubts(columns: Iterable[Column]) -> Iterator[nw.Expr]:
    """Yield the numbers of rows to look at, each named after its column or its two columns.

    Args:
        columns: the columns of a table.
    """
    columns = tuple(columns)
    for column in columns:
        yield from _doubts_of(column)
    for one in contradictions(columns):
        yield one_if(one.flag).sum().alias(one.name)


def _doubts_of(column: Column) -> Iterator[nw.Expr]:
    name, odd = column.name, column.odd()
    if column.is_interval:
        yield nw.col(name).min().alias(f"{name}_min")
        yield nw.col(name).max().alias(f"{name}_max")
    if odd is not None:
        yield one_if(odd).sum().alias(f"{name}_odd")


def faults(frame: Frame, columns: Iterable[Column], found: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield what the records' own classes refuse, given the numbers of rows to look at.

    Args:
        frame: the columns of the table.
        columns: the columns.
        found: the results of `doubts`, by name.
    """
    columns = tuple(columns)
    for column in columns:
        yield from _refused(column, _to_look_at(frame, column, found))
    for one in contradictions(columns):
        if found[one.name]:
            yield one.problem(found[one.name])


def _to_look_at(frame: Frame, column: Column, found: Mapping[str, Any]) -> list[Any]:
    """Return the different values that may have to be refused."""
    if column.is_interval and _has_wrong_end(column, found):
        return _different(frame, column)
    if not found.get(f"{column.name}_odd"):
        return []
    odd = column.odd()
    return _different(frame if odd is None else frame.filter(odd), column)


def _has_wrong_end(column: Column, found: Mapping[str, Any]) -> bool:
    ends = (found[f"{column.name}_{end}"] for end in ("min", "max"))
    return any(column.problem(end) for end in ends if end is not None)


def _different(rows: Frame, column: Column) -> list[Any]:
    different = rows.group_by(column.name).agg(nw.len().alias("nsc_rows"))
    return [value for value, _ in different.head(_most(column) + 1).collect().rows()]


def _most(column: Column) -> int:
    return MOST_ODD if column.base is str or column.is_listed else _MOST_PLAIN


def _refused(column: Column, values: list[Any]) -> Iterator[Problem]:
    place = (column.kind.__name__, column.name)
    if len(values) > _most(column):
        yield Problem(place, "too-many-unusual-values", _too_many(_most(column)))
        return
    wanted = [value for value in values if value is not None or column.must]
    problems = [problem for problem in map(column.problem, wanted) if problem is not None]
    if problems:
        yield Problem(place, problems[0].code, _unusable(len(problems), problems[0].message))


def _unusable(number: int, one: Message) -> Message:
    return Message(
        f"{number} giá trị khác nhau không dùng được; một giá trị trong đó: {one.vi}",
        f"different values that cannot be used: {number}; one of them: {one.en}",
    )


def _too_many(most: int) -> Message:
    return Message(
        f"hơn {most} giá trị khác nhau có dạng không thông thường; "
        "hãy chuẩn hóa cột, hoặc nhập qua cơ sở dữ liệu",
        f"more than {most} different values have an unusual form; "
        "normalise the column, or take the rows in as a register",
    )


def refuse_own_code(kind: type[Record]) -> None:
    """Raise an error for a class that checks or changes values in a way that tables cannot follow.

    Args:
        kind: the class.

    Raises:
        InvalidValue: if the class has converters, or checks of its own between fields.
    """
    own = [one.name for one in fields(kind) if one.converter is not None]
    if agreement_of(kind) is not Record.__attrs_post_init__:
        own.append("__attrs_post_init__")
    if own:
        names = ", ".join(map(repr, own))
        raise InvalidValue.at(
            "tables",
            kind.__name__,
            code="code-of-its-own",
            vi=f"lớp này kiểm tra hoặc đổi giá trị bằng mã lệnh riêng ({names}), "
            "bảng không làm theo được; khai báo bằng IN_ORDER và EITHER, "
            "hoặc nhập qua cơ sở dữ liệu và dùng 'tally'",
            en=f"this class checks or changes values by code of its own ({names}), "
            "which tables cannot follow; declare it by IN_ORDER and EITHER, "
            "or take the rows in as a register and use 'tally'",
        )
