"""The conditions of counting rules: a small closed set.

Each condition answers yes, no or unknown for the value of one field. A record that fails one
condition is not counted. If a condition answers unknown and none answers no, the record may count,
so it is treated as not verified.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Any, TypeAlias, final

import attrs
from attrs import Attribute, frozen

from nsc_program.errors import Message
from nsc_program.records._fields import RecordField
from nsc_program.values._keys import is_id
from nsc_program.values._ranges import Range
from nsc_program.values._validators import (
    instance_of,
    is_a,
    is_text,
    one_of,
    shown_if_plain,
    tuple_of,
    whole_from,
    wrong_type,
)
from nsc_program.values._value import SimpleValue

Scalar: TypeAlias = str | bool
"""A value as documents write it: text, the value of an enumeration, or true or false."""

_A_SCALAR = Message("chữ, true hoặc false", "text, true or false")


def scalar(value: Any) -> Any:
    """Return the value of a member of an enumeration, and any other value as it is.

    Args:
        value: the value of a field of a record.
    """
    return value.value if isinstance(value, Enum) else value


def _scalars(given: Scalar | Iterable[Scalar]) -> tuple[Scalar, ...]:
    """Return one or several values as documents write them, each once, in order."""
    several = (given,) if isinstance(given, (str, bool)) else given
    return tuple(sorted(dict.fromkeys(map(scalar, several)), key=str))


def _is_scalar(instance: object, attribute: "Attribute[Any]", value: Scalar) -> None:
    if type(value) is not bool:
        if type(value) is not str:
            raise wrong_type(attribute.name, _A_SCALAR, value)
        is_text(instance, attribute, value)


@final
@frozen
class OneOf(SimpleValue):
    """The value of a field is one of several.

    Attributes:
        field: the name of the field, which holds text, a member of an enumeration, or a flag.
        values: the values that are counted; one value stands for itself. They are kept in order.
    """

    field: str = attrs.field(validator=is_id)
    values: tuple[Scalar, ...] = attrs.field(converter=_scalars, validator=tuple_of(_is_scalar))

    def answer(self, value: Any) -> bool | None:
        """Return whether a value is among them; `None` if the value is unknown.

        Args:
            value: the value of the field.
        """
        return None if value is None else scalar(value) in self.values

    def faults(self, described: RecordField) -> Iterator[Message]:
        """Yield why the condition does not fit a field.

        Args:
            described: the field.
        """
        if described.several or not (described.members or described.base in (str, bool)):
            yield _WRONG_KIND
        elif not self.values:
            yield Message("cần ít nhất một giá trị", "at least one value is needed")
        else:
            yield from _unknown_values(described, self.values)


@final
@frozen
class Includes(SimpleValue):
    """A field with several values holds a value.

    Attributes:
        field: the name of the field, which is `None` where its values are unknown.
        value: the value.
    """

    field: str = attrs.field(validator=is_id)
    value: str = attrs.field(converter=scalar, validator=is_text)

    def answer(self, value: Any) -> bool | None:
        """Return whether the values include it; `None` if they are unknown.

        Args:
            value: the value of the field.
        """
        return None if value is None else self.value in map(scalar, value)

    def faults(self, described: RecordField) -> Iterator[Message]:
        """Yield why the condition does not fit a field.

        Args:
            described: the field.
        """
        if not (described.several and described.optional):
            yield _WRONG_KIND
        else:
            yield from _unknown_values(described, (self.value,))


@final
@frozen
class HasAtLeast(SimpleValue):
    """A field with several values holds at least some number of them.

    Attributes:
        field: the name of the field, which is `None` where its values are unknown.
        number: the number of values, at least 1.
    """

    field: str = attrs.field(validator=is_id)
    number: int = attrs.field(validator=whole_from(1))

    def answer(self, value: Any) -> bool | None:
        """Return whether the number of values is reached; `None` if they are unknown.

        Args:
            value: the value of the field.
        """
        return None if value is None else len(value) >= self.number

    def faults(self, described: RecordField) -> Iterator[Message]:
        """Yield why the condition does not fit a field.

        Args:
            described: the field.
        """
        if not (described.several and described.optional):
            yield _WRONG_KIND
        elif 0 < len(described.members) < self.number:
            most = len(described.members)
            yield Message(f"chỉ có {most} giá trị", f"there are only {most} values")


@final
@frozen
class Within(SimpleValue):
    """A number lies within a range.

    Attributes:
        field: the name of the field, which holds a number.
        range: the numbers that are counted.
    """

    field: str = attrs.field(validator=is_id)
    range: Range = attrs.field(validator=is_a(Range))

    def answer(self, value: Any) -> bool | None:
        """Return whether a number lies in the range; `None` if it is unknown.

        Args:
            value: the value of the field.
        """
        return None if value is None else Fraction(value) in self.range

    def faults(self, described: RecordField) -> Iterator[Message]:
        """Yield why the condition does not fit a field.

        Args:
            described: the field.
        """
        if described.several or described.base not in (int, Fraction):
            yield _WRONG_KIND


@final
@frozen
class Given(SimpleValue):
    """A field is recorded: the answer is yes or unknown, and never no.

    Attributes:
        field: the name of a field that may be unknown. It does not hold a day, because a day that
            is not recorded has not come.
    """

    field: str = attrs.field(validator=is_id)

    def answer(self, value: Any) -> bool | None:
        """Return `True` for a value, and `None` if it is unknown.

        Args:
            value: the value of the field.
        """
        return None if value is None else True

    def faults(self, described: RecordField) -> Iterator[Message]:
        """Yield why the condition does not fit a field.

        Args:
            described: the field.
        """
        if not described.optional or described.base is date:
            yield _WRONG_KIND


Condition: TypeAlias = OneOf | Includes | HasAtLeast | Within | Given
"""A condition of a counting rule."""


def _names(given: str | Iterable[str]) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given)


@final
@frozen
class AllOf(SimpleValue):
    """The last of several days: what is counted happened once all of them had come.

    Attributes:
        fields: the names of the fields that hold the days; one name stands for itself.
    """

    fields: tuple[str, ...] = attrs.field(converter=_names, validator=tuple_of(is_id))

    def day(self, days: Iterable[date | None]) -> date | None:
        """Return the last of the days; `None` if one of them has not come.

        Args:
            days: the days of the fields.
        """
        last = None
        for day in days:
            if day is None:
                return None
            last = day if last is None or day > last else last
        return last


@final
@frozen
class FirstOf(SimpleValue):
    """The first of several days: what is counted happened once one of them had come.

    Attributes:
        fields: the names of the fields that hold the days.
    """

    fields: tuple[str, ...] = attrs.field(converter=_names, validator=tuple_of(is_id))

    def day(self, days: Iterable[date | None]) -> date | None:
        """Return the first of the days that have come; `None` if none has come.

        Args:
            days: the days of the fields.
        """
        return min((day for day in days if day is not None), default=None)


Event: TypeAlias = AllOf | FirstOf
"""The day on which a record is counted."""

_WRONG_KIND = Message(
    "điều kiện này không dùng được cho trường này", "the condition does not fit this field"
)


def _unknown_values(described: RecordField, values: Iterable[Scalar]) -> Iterator[Message]:
    """Yield a message for each value that a field cannot have."""
    base, known = described.base, [member.value for member in described.members]
    expected = one_of(map(repr, known)) if known else instance_of(base.__name__)
    for value in values:
        is_possible = value in known if known else type(value) is base
        if not is_possible:
            name = shown_if_plain(value)
            yield Message(
                f"cần {expected.vi}, nhận được {name}", f"expected {expected.en}, got {name}"
            )
