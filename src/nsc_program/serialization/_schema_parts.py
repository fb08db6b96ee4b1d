"""The schemas of classes, from the types, the defaults and the validators of their fields."""

import inspect
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import StrEnum
from fractions import Fraction
from types import NoneType, UnionType
from typing import Any, TypeAlias, Union, get_args, get_origin

from attrs import NOTHING, Attribute, define, field, has

from nsc_program.checks._types import Finding
from nsc_program.figures._notes import FigureNote
from nsc_program.plan._bases import Basis
from nsc_program.plan._bounds import Bound
from nsc_program.plan._conditions import Condition
from nsc_program.plan._indicators import Unit
from nsc_program.plan._questions import AnswerValue
from nsc_program.plan._readings import Reading, _tolerance
from nsc_program.plan._sources import Document
from nsc_program.records._base import Record
from nsc_program.records._records import RECORD_CLASSES
from nsc_program.serialization._converter import is_literal, is_ours, with_types
from nsc_program.serialization._schema_checks import constraint, takes_none
from nsc_program.serialization._schema_texts import (
    PLAIN,
    joined,
    names_of_classes,
    or_null,
    ref,
    references,
)
from nsc_program.serialization._schema_together import IN_A_PROGRAM, SPARED, TOGETHER, exclusive
from nsc_program.serialization._writing import Json, follows, key_of, tag_of, written
from nsc_program.values._numbers import exact
from nsc_program.values._periods import Period
from nsc_program.values._validator_parts import (
    Check,
    checks_of,
    checks_of_items,
    checks_of_tuple,
)
from nsc_program.values._value import stated
from nsc_program.verdicts._notes import Note

Kind: TypeAlias = Any
"""A type or a union, as in an annotation."""

CONVERTED: Mapping[Any, str] = {exact: "GivenNumber", _tolerance: "Tolerance"}
"""The plain value that a converter accepts."""
SIMPLE: Mapping[Any, Json] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
}
NAMED: Mapping[Any, str] = {
    date: "Date",
    Fraction: "Number",
    AnswerValue: "AnswerValue",
}
UNIONS: Mapping[Any, str] = {
    Bound: "Bound",
    Basis: "Basis",
    FigureNote: "FigureNote",
    Note: "Note",
    Finding: "Finding",
    Condition: "Condition",
}
_KEPT = {*PLAIN, *names_of_classes(), *UNIONS.values(), "Counting", "GivenRange", "Numbers", "Row"}
"""The names of definitions that no class may take."""


# --- classes ---


def first_line(kind: type) -> Json:
    """Return the description of a class, if it has one of its own.

    Args:
        kind: the class.
    """
    doc = vars(kind).get("__doc__")
    return {"description": inspect.cleandoc(doc).partition("\n")[0]} if doc else {}


@define
class Parts:
    """The parts of the schema of one kind of document.

    Attributes:
        by_id: whether documents and units are named by their ids, as in a plan.
        own: an embedder's own classes of records.
        special: the functions that return the schemas of some fields, by class and name.
        defs: the definitions that the schema refers to.
        unknown: what the schema leaves to the reader: types and validators that are not known.
    """

    by_id: bool
    own: tuple[type[Record], ...] = ()
    special: Mapping[tuple[type, str], Callable[["Parts"], Json]] = {}
    defs: dict[str, Json] = field(factory=dict)
    unknown: list[Any] = field(factory=list)
    _plain: Mapping[str, tuple[str, Json]] = field(init=False)
    _names: dict[tuple[type, str], str] = field(factory=dict, init=False)

    def __attrs_post_init__(self) -> None:
        """Let the names of an embedder's classes stand where names of classes do."""
        self._plain = {**PLAIN, **names_of_classes([kind.__name__ for kind in self.own])}

    @property
    def classes(self) -> tuple[type[Record], ...]:
        """The classes of records that rules may count."""
        # A reader knows classes by their names, of which the last counts.
        return tuple({kind.__name__: kind for kind in (*RECORD_CLASSES, *self.own)}.values())

    def named(self, name: str, make: Callable[[], Json]) -> Json:
        """Define a schema under a name, unless it is defined, and return a reference to it.

        Args:
            name: the name.
            make: the function that returns the schema.
        """
        if name not in self.defs:
            self.defs[name] = {}  # keeps its place before the definitions that it refers to
            self.defs[name] = make()
        return ref(name)

    def for_class(self, kind: type, make: Callable[[], Json], *, suffix: str = "") -> Json:
        """Define a schema under the name of a class; a second class of the name gets a number.

        Args:
            kind: the class.
            make: the function that returns the schema.
            suffix: what is added to the name.
        """
        key = kind, suffix
        if key not in self._names:
            self._names[key] = self._free(_NOT_IN_ADDRESSES.sub("_", kind.__name__) + suffix)
        return self.named(self._names[key], make)

    def _free(self, name: str) -> str:
        numbered = (f"{name}{number}" for number in ("", *range(2, len(self.defs) + 4)))
        return next(each for each in numbered if each not in _KEPT and each not in self.defs)

    def plain(self, name: str) -> Json:
        """Return a reference to a plain value, and define the values that it refers to.

        Args:
            name: the name of the value.
        """
        description, schema = self._plain[name]
        for other in references(schema):
            self.plain(other)
        return self.named(name, lambda: {"description": description, **schema})

    def of_class(self, kind: type) -> Json:
        """Return the schema of a value of a class, or of its id or name in a plan.

        Args:
            kind: the class.
        """
        if self.by_id and kind is Document:
            # A past phase may hold a whole document.
            return {"anyOf": [self.plain("Id"), self.whole(Document)]}
        if self.by_id and kind is Unit:
            return self.plain("Id")
        if self.by_id and kind is Period:
            return {"anyOf": [self.plain("PeriodName"), self.whole(Period)]}
        return self.whole(kind)

    def whole(self, kind: type) -> Json:
        """Return a reference to the object of a class.

        Args:
            kind: the class.
        """
        return self.for_class(kind, lambda: self.object(kind))

    def object(self, kind: type) -> Json:
        """Return the object of a class: its tag, its fields, and the values that follow.

        Args:
            kind: the class.
        """
        schemas = self._properties(with_types(kind))
        optional = self._optional(kind)
        together = self._together(kind)
        narrowed = together.pop("properties", {})
        return {
            **first_line(kind),
            "type": "object",
            "properties": {name: schemas[name] | narrowed.get(name, {}) for name in schemas},
            "required": [name for name in schemas if name not in optional],
            "additionalProperties": False,
            **together,
        }

    def _properties(self, kind: type) -> dict[str, Json]:
        name = tag_of(kind)
        tag = {"type": {"const": name}} if name else {}
        following = {name: self.of_type(_returned(kind, name), []) for name in follows(kind)}
        own = {key_of(attribute): self.of_field(kind, attribute) for attribute in stated(kind)}
        return tag | own | following

    def _optional(self, kind: type) -> set[str]:
        """Return the keys that a document may leave out."""
        spared = SPARED.get(kind, set()) if self.by_id else set()
        return spared | {
            key_of(attribute)
            for attribute in stated(kind)
            # A document states the digest, though a value need not.
            if attribute.default is not NOTHING and attribute.name != _DIGEST
        }

    def _together(self, kind: type) -> dict[str, Json]:
        in_a_program = IN_A_PROGRAM.get(kind, {}) if self.by_id else {}
        return {**(TOGETHER.get(kind) or exclusive(kind)), **in_a_program}

    def of_field(self, owner: type, attribute: "Attribute[Any]") -> Json:
        """Return the schema of a field, with its default.

        Args:
            owner: the class that has the field.
            attribute: the field.
        """
        if attribute.name == _DIGEST:
            return self.plain("Digest")
        schema = self._without_default(owner, attribute)
        return {**schema, **_default(owner, attribute)} if schema else schema

    def _without_default(self, owner: type, attribute: "Attribute[Any]") -> Json:
        special = self.special.get((owner, attribute.name))
        if special:
            return special(self)
        if attribute.converter in CONVERTED:
            return self.plain(CONVERTED[attribute.converter])
        return self.of_type(attribute.type, list(checks_of(attribute.validator)))

    def of_type(self, kind: Kind, checks: list[Check]) -> Json:
        """Return the schema of the values of a type that validators accept.

        Args:
            kind: the type.
            checks: the validators.

        Returns:
            The schema, which accepts everything if the type is not known.
        """
        if kind in NAMED:
            return self.narrowed(self.plain(NAMED[kind]), kind, checks)
        if kind in UNIONS:
            return self._tagged(kind)
        origin: Kind = get_origin(kind)
        if origin in (UnionType, Union):
            return self._union(get_args(kind), checks)
        if origin is tuple:
            return self._tuple(get_args(kind)[0], checks)
        return self._of_plain_type(kind, checks)

    def _of_plain_type(self, kind: Kind, checks: list[Check]) -> Json:
        if is_literal(kind):
            return {"enum": [*get_args(kind)]}
        if kind in SIMPLE:
            return self.narrowed(SIMPLE[kind], kind, checks)
        if has(kind):
            return self.of_class(kind)
        if isinstance(kind, type) and issubclass(kind, StrEnum):
            return self.narrowed(self._enumeration(kind), kind, checks)
        self.unknown.append(kind)
        return {}

    def _tagged(self, union: Kind) -> Json:
        members = get_args(union)
        return self.named(
            UNIONS[union], lambda: {"anyOf": [self.of_class(member) for member in members]}
        )

    def _union(self, members: Iterable[Kind], checks: list[Check]) -> Json:
        kinds = [member for member in members if member is not NoneType]
        schemas = [self.of_type(member, checks) for member in kinds]
        if {} in schemas:
            return {}
        schema = {"anyOf": schemas} if len(schemas) > 1 else schemas[0]
        return or_null(schema) if NoneType in members and takes_none(checks) else schema

    def _tuple(self, item: Kind, checks: list[Check]) -> Json:
        items = self.of_type(item, checks_of_items(checks))
        whole = {"type": "array", "items": items}
        return self.narrowed(whole, tuple, checks_of_tuple(checks))

    def _enumeration(self, kind: type[StrEnum]) -> Json:
        values = [member.value for member in kind]
        return self.for_class(kind, lambda: {**first_line(kind), "enum": values})

    def narrowed(self, schema: Json, kind: Kind, checks: Iterable[Check]) -> Json:
        """Return the part of a type that validators accept.

        Args:
            schema: the schema of the type.
            kind: the type: a tuple, or the type of a scalar.
            checks: the validators.
        """
        parts = self._constraints(kind, checks)
        for name in references(parts):
            self.plain(name)
        is_named = kind is str and any("$ref" in part for part in parts)
        return joined(parts if is_named else [schema, *parts])

    def _constraints(self, kind: Kind, checks: Iterable[Check]) -> list[Json]:
        """Return what validators add to a type, and note those that are not known."""
        said = [(check.rule, constraint(check.rule, kind)) for check in checks]
        self.unknown += [rule for rule, part in said if part is None]
        return [part for _, part in said if part]


_DIGEST = "stated_digest"
_NOT_IN_ADDRESSES = re.compile(r"[^A-Za-z0-9_]")
"""What a reference cannot hold unless it is escaped."""


def _returned(kind: type, name: str) -> Kind:
    """Return the type of a property; a cached property is annotated in its class."""
    own = vars(kind).get("__annotations__", {}).get(name)
    return own or inspect.get_annotations(getattr(kind, name).fget)["return"]


def _default(owner: type, attribute: "Attribute[Any]") -> Json:
    """Return the default of a field, as documents write it; nothing if it may change."""
    default: Json = attribute.default
    made_by_function = getattr(default, "factory", None)
    if default is NOTHING or (made_by_function and not is_ours(owner)):
        return {}
    if made_by_function and default.takes_self:
        return {"default": False}  # `additive`: a rule that counts records makes it true
    value: Json = made_by_function() if made_by_function else default
    is_choices = (owner, attribute.name) == (Reading, "choices")
    return {"default": dict(value) if is_choices else written(value)}
