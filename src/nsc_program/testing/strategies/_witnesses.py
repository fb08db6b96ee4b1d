"""Records made from a counting rule: one that it counts, and versions that it never counts."""

from collections.abc import Iterator
from datetime import date
from enum import Enum
from math import ceil, floor
from typing import Any

from attrs import NOTHING, evolve, fields_dict

from nsc_program.plan._conditions import Condition, Given, HasAtLeast, Includes, OneOf, Within
from nsc_program.plan._counting import BY_RECORD, Counting
from nsc_program.records._fields import RecordField, record_fields
from nsc_program.records._records import Record
from nsc_program.values._ranges import Range


def witness(rule: Counting, key: str, name: str, on: date) -> Record:
    """Return a record that a rule counts.

    Args:
        rule: The rule.
        key: The key of the thing that is counted.
        name: The id of the record.
        on: The day on which it is counted.
    """
    described = record_fields(rule.of)
    values = dict(_required(rule.of, key, on))
    if rule.of.SUBJECT is not None:
        values[rule.of.SUBJECT] = key
    if rule.each != BY_RECORD:
        values[rule.each] = key
    values |= dict.fromkeys(rule.on.fields, on)
    for condition in reversed(rule.where):
        values[condition.field] = _met(condition, described[condition.field])
    return rule.of(**values | {"id": name})


def never_counted(rule: Counting, record: Record) -> list[Record]:
    """Return versions of a record of which none is counted.

    Args:
        rule: The rule.
        record: A record that the rule counts.
    """
    described = record_fields(rule.of)
    withdrawn = [record, evolve(record, annulled=True, recorded_on=date(2024, 1, 1))]
    for condition in rule.where:
        for value in _failing(condition, described[condition.field]):
            changed = {"id": f"{record.id} not met", condition.field: value}
            return [evolve(record, **changed), *withdrawn]
    return withdrawn


def _required(kind: type[Record], key: str, on: date) -> Iterator[tuple[str, Any]]:
    """Yield values of the fields that have no default."""
    described = record_fields(kind)
    for name, attribute in fields_dict(kind).items():
        if attribute.default is NOTHING:
            base = described[name].base
            yield name, {date: on, str: key}.get(base) or _any_value(described[name])


def _any_value(described: RecordField) -> Any:
    """Return some value of a field."""
    base = described.base
    if issubclass(base, Enum):
        value: Any = next(iter(base))
    else:
        value = {bool: True, str: "made up", int: 1, date: date(2024, 1, 1)}[base]
    return (value,) if described.several else value


def _met(condition: Condition, described: RecordField) -> Any:
    """Return a value of a field that meets a condition."""
    match condition:
        case OneOf(_, values):
            return _member(described.base, values[0])
        case Includes(_, value):
            return tuple(described.base) if issubclass(described.base, Enum) else (value,)
        case HasAtLeast(_, number):
            return tuple(described.base) if issubclass(described.base, Enum) else _texts(number)
        case Within(_, possible):
            return _inside(possible, described.base)
        case Given():
            return _any_value(described)


def _failing(condition: Condition, described: RecordField) -> Iterator[Any]:
    """Yield values of a field that do not meet a condition; `Given` is never answered with no."""
    match condition:
        case OneOf(_, values):
            for value in _possible(described.base):
                if value not in values:
                    yield _member(described.base, value)
        case Includes() | HasAtLeast():
            yield ()
        case Within(_, possible):
            ends = [end for end in (possible.low, possible.high) if end is not None]
            near = (described.base(end + step) for end in ends for step in (-1, 1))
            yield from (number for number in near if number not in possible and number >= 1)
        case Given():
            return


def _possible(base: Any) -> tuple[Any, ...]:
    if issubclass(base, Enum):
        return tuple(member.value for member in base)
    return (True, False) if base is bool else ("another value",)


def _member(base: Any, value: Any) -> Any:
    return base(value) if issubclass(base, Enum) else value


def _texts(number: int) -> tuple[str, ...]:
    return tuple(f"made up {place}" for place in range(number))


def _inside(possible: Range, base: type[Any]) -> Any:
    """Return a number of a range, a whole one for a whole field."""
    low, high = possible.low, possible.high
    ends = [low, high] if base is not int else [low and ceil(low), high and floor(high)]
    near = [end + step for end in ends if end is not None for step in (0, 1, -1)]
    return next(base(number) for number in (*near, 1) if number in possible)
