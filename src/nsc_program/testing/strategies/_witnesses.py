"""Records made from a counting rule: one that it counts, and versions that it never counts."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from itertools import islice, product, starmap
from math import ceil, floor
from operator import add
from typing import Any, assert_never

from attrs import NOTHING, evolve, fields_dict

from nsc_program.plan._conditions import Condition, Given, HasAtLeast, Includes, OneOf, Within
from nsc_program.plan._counting import BY_RECORD, Counting
from nsc_program.records._base import Record
from nsc_program.records._fields import RecordField, record_fields
from nsc_program.values._ranges import Range


def witness(rule: Counting, key: str, name: str, on: date) -> Record:
    """Return a record that a rule counts.

    Args:
        rule: The rule.
        key: The key of the thing that is counted.
        name: The id of the record.
        on: The day on which it is counted.
    """
    required = dict(_required(rule.of, key, on))
    keys = dict.fromkeys(_key_fields(rule), key)
    days = dict.fromkeys(rule.on.fields, on)
    values: dict[str, Any] = {**required, **keys, **days, **_met_by(rule), "id": name}
    return rule.of(**values)


def asks_for_a_number(rule: Counting) -> bool:
    """Return whether a rule asks for the number of things that a record stands for."""
    return any(condition.field == rule.of.NUMBER for condition in rule.where)


def _key_fields(rule: Counting) -> Iterator[str]:
    """Yield the fields that name the thing that is counted."""
    if rule.of.SUBJECT is not None:
        yield rule.of.SUBJECT
    if rule.each != BY_RECORD:
        yield rule.each


def _met_by(rule: Counting) -> dict[str, Any]:
    """Return values that meet the conditions of a rule, by field; its first condition wins."""
    described = record_fields(rule.of)
    return {
        condition.field: _met(condition, described[condition.field])
        for condition in reversed(rule.where)
    }


def never_counted(rule: Counting, record: Record) -> list[Record]:
    """Return versions of a record of which none is counted.

    Args:
        rule: The rule.
        record: A record that the rule counts.
    """
    annulled = evolve(record, annulled=True, recorded_on=date(2024, 1, 1))
    return [*islice(_not_met(rule, record), 1), record, annulled]


def _not_met(rule: Counting, record: Record) -> Iterator[Record]:
    """Yield other records that differ in one field and do not meet a condition of a rule."""
    described = record_fields(rule.of)
    for condition in rule.where:
        for value in _failing(condition, described[condition.field]):
            changes: dict[str, Any] = {"id": f"{record.id} not met", condition.field: value}
            yield evolve(record, **changes)


def _required(kind: type[Record], key: str, on: date) -> Iterator[tuple[str, Any]]:
    """Yield values of the fields that have no default."""
    described = record_fields(kind)
    for name, attribute in fields_dict(kind).items():
        if attribute.default is NOTHING:
            yield name, _first_value(described[name], key, on)


def _first_value(described: RecordField, key: str, on: date) -> Any:
    """Return the day for a field that holds days, the key for a text, or else some value."""
    return {date: on, str: key}.get(described.base) or _any_value(described)


def _any_value(described: RecordField) -> Any:
    """Return some value of a field."""
    if described.is_year:
        return 2024
    value = described.members[0] if described.members else _SOME[described.base]
    return (value,) if described.several else value


_SOME: Mapping[Any, Any] = {
    bool: True,
    str: "made up",
    int: 1,
    Fraction: Fraction(1),
    date: date(2024, 1, 1),
}
"""A value of each type."""


def _met(condition: Condition, described: RecordField) -> Any:
    """Return a value of a field that meets a condition."""
    match condition:
        case OneOf(_, values):
            return _member(described, values[0])
        case Includes(_, value):
            return described.members or (value,)
        case HasAtLeast(_, number):
            return described.members or _texts(number)
        case Within(_, possible):
            return _inside(possible, described.base)
        case Given():
            return _any_value(described)
        case _:  # pragma: no cover
            assert_never(condition)


def _failing(condition: Condition, described: RecordField) -> Iterator[Any]:
    """Yield values of a field that do not meet a condition; `Given` is never answered with no."""
    match condition:
        case OneOf(_, values):
            others = (value for value in _possible(described) if value not in values)
            yield from (_member(described, value) for value in others)
        case Includes() | HasAtLeast():
            yield ()
        case Within(_, possible):
            yield from _outside(possible, described.base)
        case Given():
            return
        case _:  # pragma: no cover
            assert_never(condition)


def _outside(possible: Range, base: type[Any]) -> Iterator[Any]:
    """Yield positive numbers just outside a range."""
    near = map(base, _near((possible.low, possible.high), (-1, 1)))
    return (number for number in near if number not in possible and number >= 1)


def _near(ends: Iterable[Any], steps: Iterable[int]) -> Iterator[Any]:
    """Yield the numbers some steps away from the ends that a range has."""
    present = (end for end in ends if end is not None)
    return starmap(add, product(present, steps))


def _possible(described: RecordField) -> tuple[Any, ...]:
    others = (True, False) if described.base is bool else ("another value",)
    return tuple(member.value for member in described.members) or others


def _member(described: RecordField, value: Any) -> Any:
    return described.base(value) if described.members else value


def _texts(number: int) -> tuple[str, ...]:
    return tuple(f"made up {place}" for place in range(number))


def _inside(possible: Range, base: type[Any]) -> Any:
    """Return a number of a range, a whole one for a whole field."""
    ends = (possible.low, possible.high) if base is not int else _whole_ends(possible)
    near = (*_near(ends, (0, 1, -1)), 1)
    return next(base(number) for number in near if number in possible)


def _whole_ends(possible: Range) -> tuple[Any, Any]:
    """Return the ends of a range, rounded inwards; `None` for an end that it does not have."""
    low, high = possible.low, possible.high
    return low and ceil(low), high and floor(high)
