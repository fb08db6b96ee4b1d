"""The columns of a table: which are needed, of what type they are, and which values they may hold.

One pattern decides on the engine whether a key is surely acceptable. The others are shown to the
validator of the record's own field, so tables accept the same values as records.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import Any, final

import attrs
import narwhals.stable.v2 as nw
from attrs import NOTHING, frozen
from attrs.validators import ge, instance_of

from nsc_program.errors import InvalidType, InvalidValue, Message, NscError, Problem
from nsc_program.figures._table_rules import JOINER, Frame, asked_by
from nsc_program.plan._counting import OF_EVERY_RULE, Counting
from nsc_program.records._base import Record
from nsc_program.records._fields import RecordField, record_fields
from nsc_program.values._enterprise_codes import is_enterprise_code
from nsc_program.values._keys import LONGEST_KEY, is_key
from nsc_program.values._validator_parts import (
    checks_of,
    checks_of_items,
    checks_of_tuple,
    made_by,
)
from nsc_program.values._validators import (
    A_DATE,
    A_WHOLE_NUMBER,
    SOME_TEXT,
    TRUE_OR_FALSE,
    is_bool,
    is_date,
    is_text,
    one_of,
    shown_if_plain,
)

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
_TEXTS = (nw.String, nw.Categorical, nw.Enum)
_PLAIN = (str, date, bool, int, Fraction)
# Validators that accept every value of a column of the right type.
_OF_TYPES = (is_text, is_bool, is_date)
_OF_A_TYPE, _OF_AN_END = type(instance_of(str)), type(ge(0))


@final
@frozen
class Column:
    """A column of a table, for one field of a class of records.

    Attributes:
        kind: the class of records.
        described: the field.
        must: whether a row without a value is refused.
        is_needed: whether the counting rules ask for the column.
    """

    kind: type[Record]
    described: RecordField
    must: bool
    is_needed: bool

    @property
    def name(self) -> str:
        """The name of the column, which is that of the field."""
        return self.described.name

    @property
    def base(self) -> type:
        """The type of a value."""
        return self.described.base if isinstance(self.described.base, type) else object

    @property
    def is_listed(self) -> bool:
        """Whether only the values of an enumeration are possible."""
        return bool(self.described.members)

    @property
    def is_plain(self) -> bool:
        """Whether a table can hold the values of the field so that a validator can see them."""
        plain = (str,) if self.described.several else _PLAIN
        return self.is_listed or self.base in plain

    @property
    def attribute(self) -> "attrs.Attribute[Any]":
        """The attribute of the class."""
        return attrs.fields_dict(self.kind)[self.name]

    @cached_property
    def _rules(self) -> tuple[object, ...]:
        """The validators that may refuse a value of the right type."""
        checks = [*checks_of(self.attribute.validator)]
        if self.described.several:
            whole = [each for each in checks_of_tuple(checks) if made_by(each.rule) != "tuple_of"]
            checks = [*checks_of_items(checks), *whole]
        return tuple(check.rule for check in checks if not _accepts_all(check.rule, self.base))

    @property
    def is_interval(self) -> bool:
        """Whether the values are numbers of which all are accepted if the ends are."""
        is_number = self.base is int and not self.described.several
        return is_number and bool(self._rules) and all(map(_is_interval, self._rules))

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
            return column.is_in(self._accepted_names())
        if not self.is_plain or not self._rules or self.is_interval:
            return None
        (rule, *others) = self._rules
        pattern = None if others or self.described.several else _PATTERNS.get(rule)
        if pattern is None:
            return column.is_null()
        is_short = column.str.len_chars() <= LONGEST_KEY
        return column.str.contains(pattern) & (column != "") & is_short

    @property
    def _names(self) -> list[str]:
        """The names in the enumeration, if the field holds one."""
        return [member.value for member in self.described.members]

    def _accepted_names(self) -> list[str]:
        """Return the names in an enumeration that the field accepts, each alone."""
        names = ["", *self._names] if self.described.several else self._names
        return [name for name in names if self.problem(name) is None]

    def parsed(self, value: Any) -> Any:
        """Return a value as a record holds it.

        Args:
            value: the value in the table.
        """
        if value is None or not self.is_plain:
            return value
        if not self.described.several:
            return self._one(value)
        return tuple(map(self._one, value.split(JOINER))) if value else ()

    def _one(self, value: Any) -> Any:
        if self.is_listed:
            return self._member(value)
        return Fraction(value) if self.base is Fraction else value

    def _member(self, name: str) -> Any:
        if name not in self._names:
            expected = one_of(map(repr, self._names))
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
        return Problem((), "unknown", _UNKNOWN) if value is None and self.must else None


def _accept(*_: object) -> None:
    """Accept any value, as a field without a validator does."""


_UNKNOWN = Message("thiếu giá trị; ghi giá trị vào", "a value is missing; give it")
_NOT_ACCEPTED = Message(
    "lớp hồ sơ không nhận giá trị này", "the class of records does not accept it"
)


def _accepts_all(validator: Any, base: type) -> bool:
    """Return whether a validator accepts every value of a type."""
    is_of_type = isinstance(validator, _OF_A_TYPE) and validator.type is base  # type: ignore[attr-defined]
    return is_of_type or validator in _OF_TYPES


def _is_interval(validator: Any) -> bool:
    """Return whether a validator accepts the numbers between two numbers that it accepts."""
    return made_by(validator) == "whole_from" or isinstance(validator, _OF_AN_END)


def columns_of(
    kind: type[Record], rules: Iterable[Counting], more: Iterable[str], schema: Mapping[str, Any]
) -> list[Column]:
    """Return the columns that a table needs for some rules, and further columns for fields.

    A further column is looked at if its type fits the field, so that it can be checked.

    Args:
        kind: the class of records.
        rules: the rules that count it.
        more: further columns that are needed.
        schema: the types of the columns of the table.
    """
    rules = tuple(rules)
    needed = _needed(rules, more)
    firm = {name for rule in rules for name in (rule.each, *rule.on.fields)}
    columns = {
        name: Column(kind, one, _must(kind, one, firm), name in needed)
        for name, one in record_fields(kind).items()
    }
    further = [one for one in columns.values() if not one.is_needed and _is_checked(one, schema)]
    return [*(columns[name] for name in needed), *further]


def _needed(rules: Iterable[Counting], more: Iterable[str]) -> list[str]:
    """Return the names of the columns that some rules ask for, each once."""
    asked = (name for rule in rules for name in asked_by(rule))
    return [*dict.fromkeys((*OF_EVERY_RULE, *asked, *more))]


def _is_checked(column: Column, schema: Mapping[str, Any]) -> bool:
    """Return whether a table has a column that no rule asks for, in a form that can be checked."""
    return column.name in schema and column.is_plain and _fits(column, schema)


def _must(kind: type[Record], described: RecordField, firm: Collection[str]) -> bool:
    """Return whether a row without a value is refused.

    A field with a default may be unknown in a table, unless it is a flag, a key or a day.
    """
    if described.optional:
        return False
    is_required = attrs.fields_dict(kind)[described.name].default is NOTHING
    return is_required or described.name in (*OF_EVERY_RULE, *firm)


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
        if not _fits(column, schema):
            _, expected = _types(column)
            yield Problem(
                (column.kind.__name__, column.name),
                "wrong-type",
                Message(
                    f"cần cột kiểu {expected.vi}, nhận được {schema[column.name]}; "
                    "hãy chuyển kiểu của cột",
                    f"expected a column of {expected.en}, got {schema[column.name]}; cast it",
                ),
            )


def _fits(column: Column, schema: Mapping[str, Any]) -> bool:
    wanted, _ = _types(column)
    return isinstance(schema[column.name], wanted)


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
