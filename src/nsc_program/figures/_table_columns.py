"""The columns of a table: which are needed, of what type they are, and which values they may hold.

One pattern decides on the engine whether a key is surely acceptable. The few others are fetched and
shown to the validator of the record's own field, so tables accept the same values as records.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Any, TypeAlias, final

import attrs
import narwhals.stable.v2 as nw
from attrs import frozen

from nsc_program.errors import InvalidType, InvalidValue, Message, NscError, Problem
from nsc_program.figures._table_rules import JOINER, Frame, asked_by
from nsc_program.plan._counting import Counting
from nsc_program.records._fields import RecordField, record_fields
from nsc_program.records._records import Record
from nsc_program.values._validators import (
    A_DATE,
    A_WHOLE_NUMBER,
    SOME_TEXT,
    TRUE_OR_FALSE,
    is_enterprise_code,
    is_key,
    is_text,
    one_of,
    shown_if_plain,
)

OF_EVERY_RULE = ("id", "recorded_on", "annulled", "verified")
"""The columns that every table has."""
MOST_ODD = 1_000
"""The most different values of one column that are fetched to be shown to a validator."""

# A text without stray spaces that holds a letter.
_WITH_LETTER = "^(?:[!-~]+ )*[!-~]*[A-Za-z][!-~]*(?: [!-~]+)*$"
# A text without letters and spaces that holds fewer digits than a citizen's number.
_SIGN = r"[!-/:-@\[-`{-~]"
_FEW_DIGITS = f"^{_SIGN}*(?:[0-9]{_SIGN}*){{0,11}}$"
_CODE = "^[0-9]{10}(?:-?(?:[1-9][0-9][0-9]|0[1-9][0-9]|00[1-9]))?$"
_PATTERNS: Mapping[object, str] = {
    is_key: f"{_WITH_LETTER}|{_FEW_DIGITS}",
    is_enterprise_code: f"{_CODE}|{_WITH_LETTER}",
}
"""The keys that a validator surely accepts, if they are not too long."""
_LONGEST = 200
_TEXTS = (nw.String, nw.Categorical, nw.Enum)
Parsed: TypeAlias = Callable[[Any], Any]


@final
@frozen
class Column:
    """A column of a table, for one field of a class of records.

    Attributes:
        kind: the class of records.
        described: the field.
        must: whether a row without a value is refused.
    """

    kind: type[Record]
    described: RecordField
    must: bool

    @property
    def name(self) -> str:
        """The name of the column, which is that of the field."""
        return self.described.name

    @property
    def base(self) -> type:
        """The type of a value."""
        return self.described.base if isinstance(self.described.base, type) else object

    @property
    def is_number(self) -> bool:
        """Whether the values are whole numbers."""
        return self.base is int and not self.described.several

    @property
    def is_listed(self) -> bool:
        """Whether only the values of an enumeration are possible."""
        return issubclass(self.base, Enum)

    @property
    def attribute(self) -> "attrs.Attribute[Any]":
        """The attribute of the class."""
        return attrs.fields_dict(self.kind)[self.name]

    def odd(self) -> nw.Expr | None:
        """Return where a value is not surely acceptable; `None` if every value is."""
        column = nw.col(self.name)
        good = self._good(column)
        if good is None:
            return column.is_null() if self.must else None
        unsure = ~good.fill_null(value=False)
        return unsure if self.must else unsure & ~column.is_null()

    def _good(self, column: nw.Expr) -> nw.Expr | None:
        """Return where a value is surely acceptable; `None` if every value is."""
        if self.is_listed:
            names = [member.value for member in self.base]  # type: ignore[attr-defined]
            if self.described.several:
                return column.is_in(["", *names])
            return column.is_in(names)
        validator = _innermost(self.attribute.validator)
        if self.base is not str or self.described.several or validator is is_text:
            return None
        pattern = _PATTERNS.get(validator)
        if pattern is None:
            return column.is_null()
        length = column.str.len_chars()
        return column.str.contains(pattern) & (length >= 1) & (length <= _LONGEST)

    def parsed(self, value: Any) -> Any:
        """Return a value as a record holds it.

        Args:
            value: the value in the table.
        """
        if value is None or not self.is_listed:
            return value
        if not self.described.several:
            return self._member(value)
        return tuple(map(self._member, value.split(JOINER))) if value else ()

    def _member(self, name: str) -> Any:
        names = [member.value for member in self.base]  # type: ignore[attr-defined]
        if name not in names:
            expected = one_of(map(repr, names))
            got = shown_if_plain(name)
            raise InvalidValue.at(
                self.name,
                code="not-listed",
                vi=f"cần {expected.vi}, nhận được {got}",
                en=f"expected {expected.en}, got {got}",
            )
        return self.base(name)

    def problem(self, value: Any) -> Problem | None:
        """Return why a record would refuse a value; `None` if it would not.

        Args:
            value: the value in the table.
        """
        validate = self.attribute.validator or _accept
        try:
            validate(None, self.attribute, self.parsed(value))
        except NscError as error:
            return error.problems[0]
        except (TypeError, ValueError):  # its text may show a person's key
            return Problem((), "not-accepted", _NOT_ACCEPTED)
        return None


def _accept(*_: object) -> None:
    """Accept any value, as a field without a validator does."""


_NOT_ACCEPTED = Message(
    "lớp bản ghi không nhận giá trị này", "the class of records does not accept it"
)


def _innermost(validator: Any) -> Any:
    """Return the validator of a value that is not unknown."""
    return getattr(validator, "validator", validator)


def columns_of(kind: type[Record], rules: Iterable[Counting], more: Iterable[str]) -> list[Column]:
    """Return the columns that a table needs for some rules.

    Args:
        kind: the class of records.
        rules: the rules that count it.
        more: further columns that are needed.
    """
    rules = tuple(rules)
    days = {name for rule in rules for name in rule.on.fields}
    keys = {rule.each for rule in rules}
    asked = (name for rule in rules for name in asked_by(rule))
    names = dict.fromkeys((*OF_EVERY_RULE, *asked, *more))
    fields = record_fields(kind)
    must = {"id", "annulled", "verified"} | {
        name for name in days | keys if not fields[name].optional
    }
    return [Column(kind, fields[name], name in must) for name in names]


def selected(frame: Frame, columns: Iterable[Column]) -> Frame:
    """Return the needed columns of a table, texts as texts.

    Args:
        frame: the table.
        columns: the columns.

    Raises:
        InvalidValue: for a missing column.
        InvalidType: for a column of another type.
    """
    schema = frame.collect_schema()
    problems = list(_missing(columns, schema))
    if problems:
        raise InvalidValue(*problems)
    wrong = list(_wrong(columns, schema))
    if wrong:
        raise InvalidType(*wrong)
    return frame.select(_as_needed(column, schema[column.name]) for column in columns)


def _as_needed(column: Column, dtype: object) -> nw.Expr:
    is_text = isinstance(dtype, _TEXTS) and not isinstance(dtype, nw.String)
    return nw.col(column.name).cast(nw.String) if is_text else nw.col(column.name)


def _missing(columns: Iterable[Column], schema: Iterable[str]) -> Iterator[Problem]:
    known = set(schema)
    for column in columns:
        if column.name not in known:
            yield Problem((column.kind.__name__, column.name), "missing", _MISSING)


def _wrong(columns: Iterable[Column], schema: Mapping[str, Any]) -> Iterator[Problem]:
    for column in columns:
        wanted, expected = _types(column)
        if not isinstance(schema[column.name], wanted):
            yield Problem(
                (column.kind.__name__, column.name),
                "wrong-type",
                Message(
                    f"cần cột kiểu {expected.vi}, nhận được {schema[column.name]}; "
                    "hãy chuyển kiểu của cột",
                    f"expected a column of {expected.en}, got {schema[column.name]}; cast it",
                ),
            )


def _types(column: Column) -> tuple[tuple[type, ...], Message]:
    """Return the types that a column may have, and how messages name them."""
    if column.described.several or column.is_listed or column.base is str:
        return _TEXTS, SOME_TEXT
    if column.base is date:
        return (nw.Date,), A_DATE
    if column.base is bool:
        return (nw.Boolean,), TRUE_OR_FALSE
    if column.base in (int, Fraction):
        return (nw.dtypes.IntegerType,), A_WHOLE_NUMBER
    return (object,), SOME_TEXT


_MISSING = Message(
    "thiếu cột mà quy tắc tính cần đến; thêm cột này, để trống ô nào chưa biết",
    "the table lacks this column, which counting needs; add it, with nulls where it is unknown",
)


def faults(frame: Frame, columns: Iterable[Column], found: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield what the records' own validators refuse, given the number of values to look at.

    Args:
        frame: the needed columns of the table.
        columns: the columns.
        found: the results of `doubts`, by name.
    """
    for column in columns:
        if column.is_number:
            ends = (found[f"{column.name}_{end}"] for end in ("min", "max"))
            values = [end for end in ends if end is not None]
        else:
            values = _odd_values(frame, column) if found.get(f"{column.name}_odd") else []
        yield from _refused(column, values)


def _odd_values(frame: Frame, column: Column) -> list[Any]:
    odd = column.odd()
    rows = frame if odd is None else frame.filter(odd)
    different = rows.group_by(column.name).agg(nw.len().alias("nsc_rows"))
    return [value for value, _ in different.head(MOST_ODD + 1).collect().rows()]


def _refused(column: Column, values: list[Any]) -> Iterator[Problem]:
    place = (column.kind.__name__, column.name)
    if len(values) > MOST_ODD:
        yield Problem(place, "too-many-unusual-values", _TOO_MANY)
        return
    problems = [problem for problem in map(column.problem, values) if problem is not None]
    if problems:
        number, first = len(problems), problems[0]
        yield Problem(
            place,
            first.code,
            Message(
                f"{number} giá trị khác nhau không dùng được; một giá trị trong đó: "
                f"{first.message.vi}",
                f"different values that cannot be used: {number}; one of them: {first.message.en}",
            ),
        )


_TOO_MANY = Message(
    f"hơn {MOST_ODD} giá trị khác nhau có dạng không thông thường; "
    "hãy chuẩn hóa cột, hoặc nhập qua sổ dữ liệu",
    f"more than {MOST_ODD} different values have an unusual form; "
    "normalise the column, or take the rows in as a register",
)


def doubts(columns: Iterable[Column]) -> Iterator[nw.Expr]:
    """Yield the numbers of values that are not surely acceptable, each named after its column.

    Args:
        columns: the columns.
    """
    for column in columns:
        if column.is_number:
            yield nw.col(column.name).min().alias(f"{column.name}_min")
            yield nw.col(column.name).max().alias(f"{column.name}_max")
            continue
        odd = column.odd()
        if odd is not None:
            yield odd.cast(nw.Int32).cast(nw.Int64).sum().alias(f"{column.name}_odd")
