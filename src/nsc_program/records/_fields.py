"""Descriptions of the fields of record classes: their labels, their kinds, and the keys of things.

Counting rules, explanations, schemas and strategies take everything they know of a class from here,
so a class that an embedder derives from `Record` is described in the same way as those of the
library.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum
from functools import lru_cache
from types import MappingProxyType, NoneType, UnionType
from typing import Any, TypeAlias, Union, cast, final, get_args, get_origin

from attrs import Attribute, fields, frozen, resolve_types

from nsc_program.values._enterprise_codes import head_office
from nsc_program.values._text import Text

Labels: TypeAlias = Mapping[str, Text]
"""The names of fields for people, by the names of the fields: nouns in lower case."""

_THING, _FOLDS, _YEAR = "nsc_thing", "nsc_folds", "nsc_year"


def key_of(thing: Text, *, folds: bool = False) -> Mapping[str, object]:
    """Return the metadata of a field that holds the key of a thing.

    Counting rules can count the different values of such a field, so each thing must have one
    spelling.

    Args:
        thing: the thing that a key names, a singular noun in lower case.
        folds: whether keys are enterprise codes, in which a branch counts as its head office.

    Returns:
        The `metadata` of `attrs.field`.

    >>> key_of(Text(vi="cơ sở", en="workshop"))["nsc_thing"].en
    'workshop'
    """
    return MappingProxyType({_THING: thing, _FOLDS: folds})


YEAR: Mapping[str, object] = MappingProxyType({_YEAR: True})
"""The metadata of a field that holds a year: a number that is not written as one."""


@final
@frozen
class RecordField:
    """A field of a class of records.

    Attributes:
        name: the name of the field.
        base: the type of a value, or of each of several values.
        optional: whether the value may be unknown, which is `None`.
        several: whether the field holds a tuple of values.
        label: the name of the field for people; its Python name if the class gives no label.
        thing: the thing that a key names; `None` for a field that does not hold a key.
        folds: whether keys are enterprise codes, in which a branch counts as its head office.
        is_year: whether the field holds a year.
    """

    name: str
    base: Any
    optional: bool
    several: bool
    label: Text
    thing: Text | None
    folds: bool
    is_year: bool

    @property
    def members(self) -> tuple[Enum, ...]:
        """The members of the enumeration that values belong to; empty if it is another type."""
        is_closed = isinstance(self.base, type) and issubclass(self.base, Enum)
        return tuple(cast("type[Enum]", self.base)) if is_closed else ()

    @property
    def is_day(self) -> bool:
        """Whether the field holds one day."""
        return self.base is date and not self.several

    def counted_as(self, key: str) -> str:
        """Return the key under which a thing is counted.

        Args:
            key: a value of the field.
        """
        return head_office(key) if self.folds else key

    def folded(self, keys: Iterable[str]) -> list[tuple[str, str]]:
        """Return the keys that are counted under another key, each with that key.

        Args:
            keys: values of the field.
        """
        longer = [key for key in keys if len(key) > _TAX_CODE] if self.folds else []
        pairs = ((key, head_office(key)) for key in longer)
        return [(key, counted) for key, counted in pairs if key != counted]


_TAX_CODE = 10
"""The number of digits of an enterprise code; only longer codes can be those of branches."""


def record_fields(kind: type[Any]) -> Mapping[str, RecordField]:
    """Return the fields of a class of records, by name.

    Args:
        kind: the class, derived from `Record`.
    """
    return _record_fields(cast(Any, kind))


@lru_cache(maxsize=256)
def _record_fields(kind: Any) -> Mapping[str, RecordField]:
    resolved: Any = resolve_types(kind)
    return MappingProxyType({item.name: _described(kind, item) for item in fields(resolved)})


def _described(kind: type[Any], attribute: "Attribute[Any]") -> RecordField:
    name, metadata = attribute.name, attribute.metadata
    base, optional = _without_none(attribute.type)
    several = get_origin(base) is tuple
    return RecordField(
        name=name,
        base=get_args(base)[0] if several else base,
        optional=optional,
        several=several,
        label=_label(kind, name),
        thing=metadata.get(_THING),
        folds=metadata.get(_FOLDS, False),
        is_year=is_year_field(attribute),
    )


def is_year_field(attribute: "Attribute[Any]") -> bool:
    """Return whether a field holds a year.

    Args:
        attribute: the attribute of the field.
    """
    return bool(attribute.metadata.get(_YEAR, False))


def _label(kind: type[Any], name: str) -> Text:
    """Return the label of a field that the class gives, or the nearest class it derives from."""
    given = (vars(base).get("LABELS", {}).get(name) for base in kind.__mro__)
    return next((label for label in given if label is not None), Text(vi=name, en=name))


def _without_none(hint: Any) -> tuple[Any, bool]:
    """Return a type without `None`, and whether `None` was allowed."""
    if get_origin(hint) not in (UnionType, Union):
        return hint, False
    others = [kind for kind in get_args(hint) if kind is not NoneType]
    is_one_type = len(others) == 1
    return (others[0] if is_one_type else hint), len(others) < len(get_args(hint))
