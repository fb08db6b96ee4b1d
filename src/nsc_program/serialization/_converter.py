"""The converter that reads all documents.

It coerces nothing and ignores nothing, and every problem has its path.
"""

import json
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from fractions import Fraction
from functools import cache, partial
from types import UnionType
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin

from attrs import Attribute, evolve, fields, has, resolve_types
from cattrs import Converter
from cattrs.cols import homogenous_tuple_structure_factory
from cattrs.gen import make_dict_structure_fn, override

from nsc_program.errors import InvalidType, InvalidValue, Message, Problem, UnknownId
from nsc_program.plan._conditions import Within
from nsc_program.plan._counting import NotMet
from nsc_program.plan._targets import Choice
from nsc_program.records._base import Record
from nsc_program.records._records import RECORD_CLASSES
from nsc_program.serialization._field_readers import FIELD_READERS
from nsc_program.serialization._parsing import A_LIST, Repeated, wrong_kind
from nsc_program.serialization._problems import REQUIRED, type_of
from nsc_program.serialization._scalars import (
    SCALARS,
    Hook,
    exactly,
    fraction,
    is_object,
    text,
    wrong,
)
from nsc_program.serialization._writing import follows, key_of, tag_of, written
from nsc_program.values._validators import one_of
from nsc_program.values._value import stated
from nsc_program.verdicts._results import Result

T = TypeVar("T")


@cache
def strict(others: tuple[type[Record], ...] = ()) -> Converter:
    """Return the converter that reads each class by its fields.

    Args:
        others: classes of records that an embedder defines.
    """
    return strict_with({}, others)


def strict_with(hooks: Mapping[type, Hook], others: tuple[type[Record], ...] = ()) -> Converter:
    """Return a strict converter that reads some classes in another way.

    Args:
        hooks: the functions that read these classes, by class.
        others: classes of records that an embedder defines.
    """
    converter = Converter()
    _register(converter, SCALARS)
    converter.register_structure_hook_factory(_is_tuple, partial(_tuple_reader, converter))
    converter.register_structure_hook_factory(has, partial(_class_reader, converter))
    converter.register_structure_hook_factory(_is_tagged_union, partial(_tagged_reader, converter))
    converter.register_structure_hook_func(is_literal, _literal)
    classes = {kind.__name__: kind for kind in (*RECORD_CLASSES, *others)}
    converter.register_structure_hook_func(_is_of_records, partial(_record_class, classes))
    _register(converter, {str | Choice: partial(_indicator, converter), **hooks})
    converter.register_structure_hook(NotMet, _not_met_reader(converter))
    return converter


def _register(converter: Converter, readers: Mapping[Any, Hook]) -> None:
    """Make a converter read some types with functions of their own."""
    for kind, read in readers.items():
        converter.register_structure_hook(kind, read)


def _is_of_records(kind: Any) -> bool:
    """Tell whether the name of a class of records stands for a type."""
    return bool(kind == type[Record])


def _record_class(classes: Mapping[str, type[Record]], value: Any, _: Any) -> type[Record]:
    """Read the name of a class of records."""
    name = text(value, str)
    if name not in classes:
        raise UnknownId("class of records to count", name, tuple(classes))
    return classes[name]


def _indicator(converter: Converter, value: Any, _: Any) -> str | Choice:
    """Read the indicator of a target: an id, or an object that chooses one."""
    if isinstance(value, dict):
        return converter.structure(value, Choice)
    if type(value) is not str:
        raise wrong(_AN_INDICATOR, value)
    return value


def _not_met_reader(converter: Converter) -> Hook:
    """Return the function that reads a condition that is not met.

    The value of a field is a text or a number, and the condition tells which a fraction is.
    """
    by_fields = _class_reader(converter, NotMet)

    def read(value: Any, kind: Any) -> NotMet:
        found: NotMet = by_fields(value, kind)
        is_number = isinstance(found.condition, Within) and type(found.value) is str
        return evolve(found, value=_number_at("value", found.value)) if is_number else found

    return read


def _number_at(name: str, value: Any) -> Fraction:
    """Read the number of a field whose text was read before."""
    try:
        return fraction(value, Fraction)
    except InvalidType as error:
        raise InvalidType(*(problem.within(name) for problem in error.problems)) from None


_AN_INDICATOR = Message(
    "mã của một chỉ tiêu, hoặc một đối tượng để chọn chỉ tiêu",
    "the id of an indicator, or an object that chooses one",
)


_is_list = exactly(list, A_LIST)


def is_literal(kind: Any) -> bool:
    """Return whether a type is one of several texts.

    Args:
        kind: the type.
    """
    origin: Any = get_origin(kind)
    return origin is Literal and all(type(value) is str for value in get_args(kind))


def _literal(value: Any, kind: Any) -> Any:
    """Take one of several texts."""
    texts = get_args(kind)
    if type(value) is not str or value not in texts:
        raise wrong(one_of(map(repr, texts)), value)
    return value


def _is_tuple(kind: Any) -> bool:
    """Tell whether a type is a tuple of values of one type."""
    origin: Any = get_origin(kind)
    return origin is tuple


def _tuple_reader(converter: Converter, kind: Any) -> Hook:
    """Return the function that reads a list into a tuple."""
    read = homogenous_tuple_structure_factory(kind, converter)
    return lambda value, kind: read(_is_list(value, kind), kind)


def _class_reader(converter: Converter, kind: Any) -> Hook:
    """Return the function that reads a class with its fields' own validators.

    So each problem that a validator finds has its path.
    """
    overrides = _overrides(converter, with_types(kind))
    read = make_dict_structure_fn(kind, converter, _cattrs_forbid_extra_keys=True, **overrides)
    derived = {*follows(kind), *type_of(kind)}

    def structure(value: Any, kind: Any) -> Any:
        document = is_object(value, kind)
        result = read(_without(derived, document), kind)
        _check_derived(result, document)
        return result

    return structure


def with_types(kind: type[T]) -> type[T]:
    """Return a class after reading the annotations of its fields that are texts.

    Annotations are texts where a module has `from __future__ import annotations`.

    Args:
        kind: the class.
    """
    if any(isinstance(attribute.type, str) for attribute in fields(cast(Any, kind))):
        resolve_types(cast(Any, kind))
    return kind


def _overrides(converter: Converter, kind: Any) -> dict[str, Any]:
    """Return how each field of a class is read; fields that are not stated are left out."""
    overrides = _omitted(kind)
    for attribute in stated(kind):
        overrides[attribute.name] = _override(converter, kind, attribute)
    return overrides


def _override(converter: Converter, kind: type, attribute: "Attribute[Any]") -> Any:
    """Return how a field is read: under its key, with its validator."""
    hook = _field_reader(kind, attribute, converter)
    return override(struct_hook=hook, rename=key_of(attribute))


def _omitted(kind: Any) -> dict[str, Any]:
    """Return for each field of a class that it is left out."""
    return {attribute.name: override(omit=True) for attribute in fields(kind)}


def _without(keys: AbstractSet[str], document: dict[str, Any]) -> dict[str, Any]:
    """Return an object without some keys; the object itself if there are no such keys."""
    if not keys:
        return document
    return {key: item for key, item in document.items() if key not in keys}


def _check_derived(value: Any, document: Mapping[str, Any]) -> None:
    """Reject an object whose derived values do not follow from its fields."""
    _check_has_digest(value)
    for name, expected in _derived(value).items():
        _check_follows(name, _required(document, name), expected)


def _required(document: Mapping[str, Any], key: str) -> Any:
    """Return the value under a key that an object must have."""
    if key not in document:
        raise InvalidValue(REQUIRED.within(key))
    return document[key]


def _check_has_digest(value: Any) -> None:
    """Reject a result that does not state its digest."""
    if isinstance(value, Result) and value.stated_digest is None:
        raise InvalidValue(REQUIRED.within("digest"))


def _derived(value: Any) -> dict[str, Any]:
    """Return what follows from the fields of a value, as documents have it, by its keys."""
    kind = type(value)
    derived = {name: written(getattr(value, name)) for name in follows(kind)}
    name = tag_of(kind)
    if name:
        derived["type"] = name
    return derived


def _check_follows(name: str, given: Any, expected: Any) -> None:
    """Reject a value that differs from the one that follows from the fields."""
    canonical = _canonical(expected)
    if _canonical(given) != canonical:
        raise InvalidValue.at(
            name,
            code="does-not-follow",
            vi=f"cần {canonical}, là điều suy ra từ phần còn lại",
            en=f"expected {canonical}, which follows from the other values",
        )


def _canonical_members(value: dict[str, Any]) -> list[str]:
    """Return the members of an object as texts, in the order of their keys."""
    return [f"{json.dumps(key)}: {_canonical(value[key])}" for key in sorted(value)]


def _canonical(value: Any) -> str:
    """Return a value as text with sorted keys, in which true differs from 1."""
    match value:
        case Repeated():
            return value.problem.message.en
        case dict():
            return f"{{{', '.join(_canonical_members(value))}}}"
        case list():
            return f"[{', '.join(map(_canonical, value))}]"
        case _:
            return json.dumps(value, ensure_ascii=False)


def _field_reader(owner: type, attribute: "Attribute[Any]", converter: Converter) -> Hook:
    """Return the function that reads and validates a field."""
    read = value_reader(owner, attribute, converter)
    validate = attribute.validator

    def structure(value: Any, kind: Any) -> Any:
        result = read(value, kind)
        if validate is not None:
            with _inside_its_field(owner):
                validate(None, attribute, result)
        return result

    return structure


def value_reader(owner: type, attribute: "Attribute[Any]", converter: Converter) -> Hook:
    """Return the function that reads the value of a field: the field's own, or its type's.

    Args:
        owner: the class that has the field.
        attribute: the attribute of the field.
        converter: the converter that reads the types of fields.
    """
    own = FIELD_READERS.get((owner, attribute.name))
    return converter.get_structure_hook(attribute.type) if own is None else partial(own, converter)


@contextmanager
def _inside_its_field(owner: type) -> Iterator[None]:
    """Remove the field's name from the paths of a validator's problems: cattrs adds it again.

    The validators of an embedder's class may raise errors that do not have problems.
    """
    plain = () if is_ours(owner) else (TypeError, ValueError)
    try:
        yield
    except (InvalidType, InvalidValue) as error:
        raise type(error)(*map(_inside, error.problems)) from None
    except plain:
        raise _refused_by(owner.__name__) from None


def is_ours(kind: type) -> bool:
    """Return whether a class is one of this library.

    Args:
        kind: the class.
    """
    return kind.__module__.partition(".")[0] == __name__.partition(".")[0]


def _refused_by(name: str) -> InvalidValue:
    """Return the error about a value that an embedder's class does not accept.

    The message does not repeat that of the class, which may show the value.
    """
    return InvalidValue.at(
        code="refused-by-its-class",
        vi=f"lớp {name} không nhận giá trị này; sửa theo điều kiện của trường trong lớp đó",
        en=f"the class {name} does not accept this value; "
        "correct it by the validators of the field",
    )


def _inside(problem: Problem) -> Problem:
    """Return a problem with its path from inside the field."""
    return problem._replace(path=problem.path[1:])


def _is_tagged_union(kind: Any) -> bool:
    """Tell whether a type is a union of classes that `"type"` names."""
    origin: Any = get_origin(kind)
    return origin in (UnionType, Union) and all(map(_is_tagged, get_args(kind)))


def _is_tagged(kind: Any) -> bool:
    return isinstance(kind, type) and tag_of(kind) is not None


def _tagged_reader(converter: Converter, union: Any) -> Hook:
    """Return the function that reads a union of classes: `"type"` names the class."""
    kinds = {kind.__name__: kind for kind in get_args(union)}

    def read(value: Any, _: Any) -> Any:
        return converter.structure(value, _tagged(is_object(value, _), kinds))

    return read


def _tagged(document: Mapping[str, Any], kinds: Mapping[str, type]) -> type:
    """Return the class that an object names."""
    name = _required(document, "type")
    if type(name) is not str or name not in kinds:
        raise InvalidValue(wrong_kind(one_of(map(repr, kinds)), name).within("type"))
    return kinds[name]
