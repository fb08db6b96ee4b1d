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
    day = _enumeration(parts, kind, "Day", _named_fields(kind, _is_day))
    each = _enumeration(parts, kind, "Key", ["id", *_named_fields(kind, _is_key)])
    properties = {
        "of": {"const": kind.__name__},
        "each": {**each, "default": "id"},
        "on": parts.for_class(kind, lambda: _event(day), suffix="Event"),
        "until": {"anyOf": [day, NULL], "default": None},
        "where": {"type": "array", "items": _any_condition(parts, kind), "default": []},
    }
    return _object(properties, {"of", "on"})


def _enumeration(parts: Parts, kind: type[Record], suffix: str, values: list[Any]) -> Json:
    return parts.for_class(kind, lambda: {"enum": values}, suffix=suffix)


def _any_condition(parts: Parts, kind: type[Record]) -> Json:
    """Return the schema of the conditions on a class.

    Each has a name, because generators of clients number what does not have one.
    """
    return {
        "anyOf": [
            parts.for_class(kind, partial(dict, schema), suffix=suffix)
            for described in askable(kind)
            for suffix, schema in _conditions(parts, kind, described)
        ]
    }


def _event(day: Json) -> Json:
    """Return the schema of the days of a rule."""
    types = [AllOf.__name__, FirstOf.__name__]
    event = {
        "type": {"enum": types, "default": AllOf.__name__},
        "fields": {"type": "array", "items": day, "minItems": 1},
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


def _conditions(
    parts: Parts, kind: type[Record], described: RecordField
) -> Iterator[tuple[str, Json]]:
    """Yield the conditions that fit a field, each with the end of its name."""
    base, several, optional = described.base, described.several, described.optional
    value = _value(parts, kind, described)
    if value and not several:
        yield _condition(OneOf, described, values={"type": "array", "items": value, "minItems": 1})
    if several and optional:
        yield from _conditions_of_several(described, value)
    if base in (int, Fraction) and not several:
        yield _condition(Within, described, range=ref("Numbers"))
    if optional and base is not date:
        yield _condition(Given, described)


def _value(parts: Parts, kind: type[Record], described: RecordField) -> Json:
    """Return the schema of a value that a condition can name; nothing if it cannot name any."""
    values = [member.value for member in described.members if type(member.value) in (str, bool)]
    if values:
        return _enumeration(parts, kind, f"{_capitalised(described.name)}Value", values)
    return _NAMEABLE.get(described.base, {})


_NAMEABLE: Mapping[Any, Json] = {str: {"type": "string"}, bool: {"type": "boolean"}}


def _conditions_of_several(described: RecordField, value: Json) -> Iterator[tuple[str, Json]]:
    if value and described.base is not bool:
        yield _condition(Includes, described, value=value)
    members = len(described.members)
    most = {"maximum": members} if members else {}
    yield _condition(HasAtLeast, described, number={"type": "integer", "minimum": 1, **most})


def _condition(kind: type, described: RecordField, **more: Json) -> tuple[str, Json]:
    names = {"type": {"const": kind.__name__}, "field": {"const": described.name}}
    schema = _object(names | more, {"type", "field", *more})
    return f"{_capitalised(described.name)}{kind.__name__}", schema


def _capitalised(name: str) -> str:
    """Return the name of a field as part of the name of a class.

    >>> _capitalised("serves_key_products")
    'ServesKeyProducts'
    """
    return "".join(word.capitalize() for word in name.split("_"))
