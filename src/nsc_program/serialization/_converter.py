"""The one converter behind every document: nothing is coerced, nothing is ignored, every problem has its path."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from fractions import Fraction
from functools import cache
from typing import Any, TypeAlias, cast, final, get_args, get_origin

from attrs import Attribute, fields, frozen, has
from cattrs import Converter, transform_error
from cattrs.cols import homogenous_tuple_structure_factory
from cattrs.errors import ForbiddenExtraKeysError
from cattrs.gen import make_dict_structure_fn, override

from nsc_program._suggestions import few, nearest
from nsc_program._validators import is_broken, shown_if_plain
from nsc_program.bounds import Basis, Bound
from nsc_program.canonical import TAGGED, follows, number, written
from nsc_program.errors import DocumentError, InvalidProgram, InvalidType, InvalidValue, NscError, UnknownId
from nsc_program.notes import FigureNote, Note
from nsc_program.program import Program
from nsc_program.ranges import Range
from nsc_program.readings import AnswerValue, Reading
from nsc_program.records import ReportedFigure
from nsc_program.serialization._parsing import Repeated, json_name
from nsc_program.targets import Choice

Hook: TypeAlias = Callable[[Any, Any], Any]

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_FRACTION = re.compile(r"-?(0|[1-9][0-9]{0,999})/[1-9][0-9]{0,999}")


@cache
def strict() -> Converter:
    """The converter that reads each class as its fields are: nothing is coerced, nothing is ignored."""
    return strict_with({})


def strict_with(hooks: Mapping[type, Hook]) -> Converter:
    """A strict converter that reads some classes in a way of their own."""
    converter = Converter()
    for kind, hook in _READERS.items():
        converter.register_structure_hook(kind, hook)
    converter.register_structure_hook_factory(_is_tuple, lambda kind: _tuple_reader(kind, converter))
    converter.register_structure_hook_factory(has, lambda kind: _class_reader(kind, converter))
    for union in (Bound, Basis, FigureNote, Note):
        converter.register_structure_hook(union, _tagged_reader(union, converter))
    converter.register_structure_hook(str | Choice, lambda value, _: _indicator(value, converter))
    for kind, hook in hooks.items():
        converter.register_structure_hook(kind, hook)
    return converter


def _indicator(value: Any, converter: Converter) -> str | Choice:
    if isinstance(value, dict):
        return converter.structure(value, Choice)
    if type(value) is not str:
        raise _wrong("the id of an indicator, or an object that chooses one", value)
    return value


def _wrong(expected: str, value: Any) -> InvalidType:
    return InvalidType(f"expected {expected}, got {json_name(value)}")


def _exactly(kind: type, expected: str) -> Hook:
    def read(value: Any, _: Any) -> Any:
        if type(value) is not kind:
            raise _wrong(expected, value)
        return value

    return read


def _text(value: Any, _: Any) -> str:
    if type(value) is not str:  # a key may hold anything, so what was given is not repeated
        raise InvalidType(f"expected text, got {'a number' if type(value) in (int, float) else json_name(value)}")
    if is_broken(value):
        raise InvalidValue("it holds half of a Unicode character")
    return value


def _date(value: Any, _: Any) -> date:
    if type(value) is not str or not _DATE.fullmatch(value):
        raise _wrong('a date such as "2025-12-31"', value)
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise InvalidValue(f"there is no day {value}") from None


def _fraction(value: Any, _: Any) -> Fraction:
    if type(value) is int:
        number(Fraction(value))
        return Fraction(value)
    if type(value) is str and _FRACTION.fullmatch(value) and number(Fraction(value)) == value:
        return Fraction(value)
    raise _wrong('a whole number, or a fraction in lowest terms such as "3/2"', value)


def _answer(value: Any, _: Any) -> AnswerValue:
    if type(value) is bool or (type(value) is str and not _FRACTION.fullmatch(value)):
        return value
    if type(value) not in (str, int):
        raise _wrong('true, false, the id of an answer, or a number such as "1/20"', value)
    return _fraction(value, _)


def _member(value: Any, kind: Any) -> StrEnum:
    values = {member.value: member for member in kind}
    if type(value) is not str or value not in values:
        raise _wrong(f"one of {', '.join(map(repr, values))}", value)
    return cast(StrEnum, values[value])


_READERS: dict[Any, Hook] = {
    str: _text,
    int: _exactly(int, "a whole number"),
    bool: _exactly(bool, "true or false"),
    date: _date,
    Fraction: _fraction,
    StrEnum: _member,
    AnswerValue: _answer,
}


_is_list = _exactly(list, "a list")


def is_object(value: Any, _: Any) -> dict[str, Any]:
    """Take an object in which no key stands twice."""
    if isinstance(value, Repeated):
        raise InvalidValue(str(value))
    if type(value) is not dict:
        raise _wrong("an object", value)
    return value


def _is_tuple(kind: Any) -> bool:
    origin: Any = get_origin(kind)
    return origin is tuple


def _tuple_reader(kind: Any, converter: Converter) -> Hook:
    read = homogenous_tuple_structure_factory(kind, converter)
    return lambda value, kind: read(_is_list(value, kind), kind)


def _class_reader(kind: Any, converter: Converter) -> Hook:
    """Read a class with its fields' own validators, so that each of their problems has its path."""
    hooks: dict[str, Any] = {
        each.name: override(struct_hook=_field_reader(kind, each, converter)) for each in fields(kind)
    }
    read = make_dict_structure_fn(kind, converter, _cattrs_forbid_extra_keys=True, **hooks)
    beside = {*follows(kind), *(("type",) if kind in TAGGED else ())}

    def structure(value: Any, kind: Any) -> Any:
        given = is_object(value, kind)
        found = read({key: item for key, item in given.items() if key not in beside} if beside else given, kind)
        _check_beside(found, given)
        return found

    return structure


def _check_beside(found: Any, given: Mapping[str, Any]) -> None:
    """Refuse an object that says of itself what does not follow from its fields."""
    kind = type(found)
    wanted = {name: written(getattr(found, name)) for name in follows(kind)}
    wanted |= {"type": TAGGED[kind]} if kind in TAGGED else {}
    for name, expected in wanted.items():
        if name not in given:
            raise _Within(name, _REQUIRED)
        if _told_apart(given[name]) != _told_apart(expected):
            raise _Within(name, f"expected {_told_apart(expected)}, which is what the rest comes to")


def _told_apart(value: Any) -> str:
    """A text by which true and 1 differ, and objects do not by their order."""
    match value:
        case Repeated():
            return str(value)
        case dict():
            return f"{{{', '.join(f'{json.dumps(key)}: {_told_apart(value[key])}' for key in sorted(value))}}}"
        case list():
            return f"[{', '.join(map(_told_apart, value))}]"
        case _:
            return json.dumps(value, ensure_ascii=False)


_REQUIRED = "it is required"


class _Within(InvalidValue):
    """What is wrong with a part of an object that is no field of its class: the part's name, and the message."""


def _field_reader(owner: type, attribute: "Attribute[Any]", converter: Converter) -> Hook:
    read = _FIELD_READERS.get((owner, attribute.name)) or converter.get_structure_hook(attribute.type)
    validate = attribute.validator

    def structure(value: Any, kind: Any) -> Any:
        result = read(value, kind)
        if validate is not None:
            validate(None, attribute, result)
        return result

    return structure


def _tagged_reader(union: Any, converter: Converter) -> Hook:
    """Read one of a union of classes: which one, it says under `"type"`."""
    kinds = {TAGGED[kind]: kind for kind in get_args(union)}

    def read(value: Any, _: Any) -> Any:
        given = is_object(value, _)
        if "type" not in given:
            raise _Within("type", _REQUIRED)
        name = given["type"]
        if type(name) is not str or name not in kinds:
            raise _Within("type", f"expected one of {', '.join(map(repr, kinds))}, got {json_name(name)}")
        return converter.structure(value, kinds[name])

    return read


@final
@frozen
class _Row:
    answers: tuple[str, ...]
    indicator: str


def _rows(value: Any, _: Any) -> tuple[tuple[tuple[str, ...], str], ...]:
    return tuple((row.answers, row.indicator) for row in strict().structure(value, tuple[_Row, ...]))


def _choices(value: Any, _: Any) -> tuple[tuple[str, str], ...]:
    for answer in is_object(value, _).values():
        if type(answer) is not str:
            raise _wrong("the id of an answer to each question", answer)
    return tuple(value.items())


def _reported(value: Any, _: Any) -> Range:
    """Read a reported value: a number, or a range as an object."""
    if isinstance(value, dict):
        return strict().structure(value, Range)
    number = _fraction(value, _)
    return Range(number, number)


_FIELD_READERS: dict[tuple[type, str], Hook] = {
    (Choice, "indicators"): _rows,
    (Reading, "choices"): _choices,
    (ReportedFigure, "value"): _reported,
}


# --- problems ---


_INNER = "\x1f"  # between the name of a part and what is wrong with it; no message shows such a character


def listed(error: Exception) -> Iterator[tuple[str, str]]:
    """Every problem under an error, with its path."""
    if isinstance(error, DocumentError):
        yield from error.args
        return
    for line in transform_error(error, "", format_exception=_message):
        message, _, path = line.rpartition(" @ ")
        name = path.rpartition(".")[2].partition("[")[0]
        for each in message.split("\n"):
            part, inner, text = each.rpartition(_INNER)
            yield (
                f"{path}.{part}".removeprefix(".") if inner else path.removeprefix("."),
                text.removeprefix(f"{name}: "),
            )


def _message(problem: BaseException, _: type | None) -> str:
    match problem:
        case UnknownId(args=(what, wanted, known)) if nearest(wanted, known) is None:
            # What a document has in the place of an id may be anything, a person's key too.
            return f"no {what} {shown_if_plain(wanted)}; there is {few(known, 'and {} more') or 'none'}"
        case _Within(args=(part, text)):
            return f"{part}{_INNER}{text}"
        case InvalidProgram(args=problems):
            return "\n".join(problems)
        case NscError():
            return str(problem)
        case KeyError():
            return _REQUIRED
        case ForbiddenExtraKeysError():
            return "; ".join(_unknown_key(key, problem.cl) for key in sorted(problem.extra_fields))
        case _:
            raise problem


_LISTED: Mapping[type, tuple[str, ...]] = {Program: ("documents", "units")}


def _unknown_key(key: str, kind: type) -> str:
    beside = (*(("type",) if kind in TAGGED else ()), *_LISTED.get(kind, ()))
    known = (*beside, *(each.name for each in fields(kind)), *follows(kind))
    near = nearest(key, known)
    return f"unknown key {shown_if_plain(key)}; " + (
        f"did you mean {near!r}?" if near else f"there is {', '.join(known)}"
    )
