"""The schemas of counting rules: those of each class of records, from the fields of the class."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from functools import partial
from typing import Any

from nsc_program.plan._conditions import AllOf, FirstOf, Given, HasAtLeast, Includes, OneOf, Within
from nsc_program.plan._counting import Counting, askable
from nsc_program.records._base import Record
from nsc_program.records._fields import RecordField
from nsc_program.serialization._schema_parts import Parts, first_line
from nsc_program.serialization._schema_texts import ref
from nsc_program.serialization._schema_together import NULL
from nsc_program.serialization._writing import Json
from nsc_program.values._ranges import Range


def counting(parts: Parts) -> Json:
    """Return the schema of one counting rule or several.

    Args:
        parts: the parts of the schema, with an embedder's classes of records.
    """
    rules = [
        parts.for_class(kind, partial(_rule, parts, kind), suffix="Counting")
        for kind in parts.classes
        if _named_fields(kind, _is_day)
    ]
    rule = parts.named("Counting", lambda: {**first_line(Counting), "anyOf": rules})
    return {"anyOf": [rule, {"type": "array", "items": rule}]}


def _rule(parts: Parts, kind: type[Record]) -> Json:
    """Return the schema of a rule that counts records of a class."""
    parts.named("Numbers", lambda: _number_range(parts))
    days = {"enum": _named_fields(kind, _is_day)}
    properties = {
        "of": {"const": kind.__name__},
        "each": {"enum": ["id", *_named_fields(kind, _is_key)], "default": "id"},
        "on": _event(days),
        "until": {"anyOf": [days, NULL], "default": None},
        "where": {"type": "array", "items": {"anyOf": _all_conditions(kind)}, "default": []},
    }
    return _object(properties, {"of", "on"})


def _all_conditions(kind: type[Record]) -> list[Json]:
    return [condition for described in askable(kind) for condition in _conditions(described)]


def _event(days: Json) -> Json:
    """Return the schema of the days of a rule."""
    types = [AllOf.__name__, FirstOf.__name__]
    event = {
        "type": {"enum": types, "default": AllOf.__name__},
        "fields": {"type": "array", "items": days, "minItems": 1},
    }
    return _object(event, {"fields"})


def _number_range(parts: Parts) -> Json:
    """Return the schema of a range of which an end may be left out."""
    whole = parts.object(Range)
    ends = {end: {**whole["properties"][end], "default": None} for end in ("low", "high")}
    return {**whole, "properties": whole["properties"] | ends, "required": []}


def _object(properties: Json, required: set[str]) -> Json:
    return {
        "type": "object",
        "properties": properties,
        "required": sorted(required),
        "additionalProperties": False,
    }


def _named_fields(kind: type[Record], wanted: Callable[[RecordField], bool]) -> list[str]:
    return [described.name for described in askable(kind) if wanted(described)]


def _is_day(described: RecordField) -> bool:
    return described.is_day


def _is_key(described: RecordField) -> bool:
    return described.thing is not None


def _conditions(described: RecordField) -> Iterator[Json]:
    """Yield the conditions that fit a field."""
    base, several, optional = described.base, described.several, described.optional
    value = _value(described)
    if value and not several:
        yield _condition(OneOf, described, values={"type": "array", "items": value, "minItems": 1})
    if several and optional:
        yield from _conditions_of_several(described, value)
    if base in (int, Fraction) and not several:
        yield _condition(Within, described, range=ref("Numbers"))
    if optional and base is not date:
        yield _condition(Given, described)


def _value(described: RecordField) -> Json:
    """Return the schema of a value that a condition can name; nothing if it cannot name any."""
    values = [member.value for member in described.members if type(member.value) in (str, bool)]
    return {"enum": values} if values else _NAMEABLE.get(described.base, {})


_NAMEABLE: Mapping[Any, Json] = {str: {"type": "string"}, bool: {"type": "boolean"}}


def _conditions_of_several(described: RecordField, value: Json) -> Iterator[Json]:
    if value and described.base is not bool:
        yield _condition(Includes, described, value=value)
    members = len(described.members)
    most = {"maximum": members} if members else {}
    yield _condition(HasAtLeast, described, number={"type": "integer", "minimum": 1, **most})


def _condition(kind: type, described: RecordField, **more: Json) -> Json:
    names = {"type": {"const": kind.__name__}, "field": {"const": described.name}}
    return _object(names | more, {"type", "field", *more})
