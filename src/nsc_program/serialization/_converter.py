"""The one converter behind every document: nothing is coerced, nothing is ignored, every problem has its path."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from fractions import Fraction
from functools import cache
from typing import Any, TypeAlias, cast, final, get_args, get_origin

from attrs import Attribute, fields, frozen, has
from cattrs import Converter, transform_error
from cattrs.cols import homogenous_tuple_structure_factory
from cattrs.errors import ForbiddenExtraKeysError
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from nsc_program._validators import is_broken, shown, shown_if_plain
from nsc_program.bounds import Basis, Bound
from nsc_program.errors import DocumentError, InvalidType, InvalidValue, NscError, RegisterConflict, UnknownId
from nsc_program.notes import FigureNote, Note
from nsc_program.ranges import Range
from nsc_program.readings import AnswerValue, Reading
from nsc_program.records import (
    AnyRecord,
    AssessmentBody,
    Dissemination,
    Enterprise,
    Expert,
    Fact,
    Funding,
    PilotModel,
    Record,
    ReportedFigure,
    Support,
    Training,
)
from nsc_program.register import Coverage, Identity, Register, UnreadRow, identity
from nsc_program.serialization._parsing import Repeated, json_name
from nsc_program.targets import Choice

Hook: TypeAlias = Callable[[Any, Any], Any]

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_FRACTION = re.compile(r"-?(0|[1-9][0-9]{0,999})/[1-9][0-9]{0,999}")


@cache
def strict() -> Converter:
    """The one converter behind every document: nothing is coerced, nothing is ignored."""
    converter = Converter()
    for kind, hook in _READERS.items():
        converter.register_structure_hook(kind, hook)
    converter.register_structure_hook_factory(_is_tuple, lambda kind: _tuple_reader(kind, converter))
    converter.register_structure_hook_factory(has, lambda kind: _class_reader(kind, converter))
    converter.register_unstructure_hook(Fraction, _write_fraction)
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_unstructure_hook_factory(has, lambda kind: _class_writer(kind, converter))
    for union in (Bound, Basis, FigureNote, Note):
        _register_tagged(converter, union)
    converter.register_structure_hook(
        str | Choice, lambda value, _: value if type(value) is str else converter.structure(value, Choice)
    )
    converter.register_unstructure_hook(str | Choice, converter.unstructure)
    converter.register_unstructure_hook(AnswerValue, converter.unstructure)
    converter.register_structure_hook(Register, _register)
    converter.register_unstructure_hook(Register, _write_register)
    return converter


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
        return Fraction(value)
    if type(value) is str and _FRACTION.fullmatch(value) and _write_fraction(Fraction(value)) == value:
        return Fraction(value)
    raise _wrong('a whole number, or a fraction in lowest terms such as "3/2"', value)


def _write_fraction(value: Fraction) -> int | str:
    return value.numerator if value.denominator == 1 else f"{value.numerator}/{value.denominator}"


def _answer(value: Any, _: Any) -> AnswerValue:
    if type(value) is bool or (type(value) is str and not _FRACTION.fullmatch(value)):
        return value
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


def _is_object(value: Any, _: Any) -> dict[str, Any]:
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

    return lambda value, kind: read(_is_object(value, kind), kind)


def _field_reader(owner: type, attribute: "Attribute[Any]", converter: Converter) -> Hook:
    read = _FIELD_READERS.get((owner, attribute.name)) or converter.get_structure_hook(attribute.type)
    validate = attribute.validator

    def structure(value: Any, kind: Any) -> Any:
        result = read(value, kind)
        if validate is not None:
            validate(None, attribute, result)
        return result

    return structure


def _class_writer(kind: Any, converter: Converter) -> Callable[[Any], Any]:
    own = ((name, hook) for (owner, name), hook in _FIELD_WRITERS.items() if owner is kind)
    hooks: dict[str, Any] = {name: override(unstruct_hook=hook) for name, hook in own}
    return make_dict_unstructure_fn(kind, converter, _cattrs_omit_if_default=issubclass(kind, _BRIEF), **hooks)


def _register_tagged(converter: Converter, union: Any) -> None:
    """Read and write a union of classes with the class's name under `"type"`."""
    kinds = {kind.__name__: kind for kind in get_args(union)}

    def read(value: Any, _: Any) -> Any:
        name = _is_object(value, _).get("type")
        if type(name) is not str or name not in kinds:
            raise InvalidValue(f"type: expected one of {', '.join(map(repr, kinds))}, got {shown_if_plain(name)}")
        return converter.structure({key: item for key, item in value.items() if key != "type"}, kinds[name])

    def write(value: Any) -> dict[str, Any]:
        return {"type": type(value).__name__, **converter.unstructure(value)}

    converter.register_structure_hook(union, read)
    converter.register_unstructure_hook(union, write)


@final
@frozen
class _Row:
    answers: tuple[str, ...]
    indicator: str


def _rows(value: Any, _: Any) -> tuple[tuple[tuple[str, ...], str], ...]:
    return tuple((row.answers, row.indicator) for row in strict().structure(value, tuple[_Row, ...]))


def _write_rows(rows: tuple[tuple[tuple[str, ...], str], ...]) -> Any:
    return [{"answers": answers, "indicator": indicator} for answers, indicator in rows]


def _choices(value: Any, _: Any) -> tuple[tuple[str, str], ...]:
    return tuple(_is_object(value, _).items())


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
_FIELD_WRITERS: dict[tuple[type, str], Callable[[Any], Any]] = {
    (Choice, "indicators"): _write_rows,
    (Reading, "choices"): dict,
}


# --- problems ---


def listed(error: Exception) -> Iterator[tuple[str, str]]:
    """Every problem under an error, with its path."""
    if isinstance(error, DocumentError):
        yield from error.args
        return
    for line in transform_error(error, "", format_exception=_message):
        message, _, path = line.rpartition(" @ ")
        name = path.rpartition(".")[2].partition("[")[0]
        yield path.removeprefix("."), message.removeprefix(f"{name}: ")


def _message(problem: BaseException, _: type | None) -> str:
    match problem:
        case UnknownId(args=(what, wanted, known)) if not get_close_matches(wanted, known):
            # What a document has in the place of an id may be anything, a person's key too.
            return f"no {what} {shown_if_plain(wanted)}; there is {', '.join(map(repr, known))}"
        case NscError():
            return str(problem)
        case KeyError():
            return "it is required"
        case ForbiddenExtraKeysError():
            return "; ".join(_unknown_key(key, problem.cl) for key in sorted(problem.extra_fields))
        case _:
            raise problem


def _unknown_key(key: str, kind: type) -> str:
    known = [each.name for each in fields(kind)]
    near = get_close_matches(key, known, n=1)
    return f"unknown key {shown_if_plain(key)}; " + (
        f"did you mean {near[0]!r}?" if near else f"there is {', '.join(known)}"
    )


# --- a register ---


@final
@frozen(kw_only=True)
class _RegisterDocument:
    """A register's keys; one that is absent holds no records and makes no claim."""

    coverage: tuple[Coverage, ...] = ()
    set_aside: tuple[UnreadRow, ...] = ()
    enterprises: tuple[Enterprise, ...] = ()
    supports: tuple[Support, ...] = ()
    trainings: tuple[Training, ...] = ()
    experts: tuple[Expert, ...] = ()
    pilot_models: tuple[PilotModel, ...] = ()
    assessment_bodies: tuple[AssessmentBody, ...] = ()
    disseminations: tuple[Dissemination, ...] = ()
    reported_figures: tuple[ReportedFigure, ...] = ()
    facts: tuple[Fact, ...] = ()

    def placed(self) -> Iterator[tuple[str, AnyRecord]]:
        """Each record with its path."""
        for key in _KEYS.values():
            for index, record in enumerate(getattr(self, key)):
                yield f"{key}[{index}]", record


# A register is written by people too; an evaluation is read by systems that do not know our defaults.
_BRIEF = (_RegisterDocument, Coverage, UnreadRow, Record, Funding, Fact, Range)

_KEYS: dict[type[AnyRecord], str] = {
    get_args(each.type)[0]: each.name
    for each in fields(_RegisterDocument)
    if each.name not in ("coverage", "set_aside")
}


def _register(value: Any, _: Any) -> Register:
    document = strict().structure(value, _RegisterDocument)
    try:
        return Register((record for _, record in document.placed()), document.coverage, document.set_aside)
    except RegisterConflict as conflict:
        raise DocumentError(*_conflict_problems(document, set(conflict.args))) from None


def _conflict_problems(document: _RegisterDocument, conflicts: set[Identity]) -> Iterator[tuple[str, str]]:
    first: dict[object, tuple[str, AnyRecord]] = {}
    for path, record in document.placed():
        name = identity(record)
        before, other = first.setdefault(name, (path, record))
        if name in conflicts and other != record:
            yield path, f"the id {shown(name[1])} stands at {before} too, with other content"


def _write_register(register: Register) -> Any:
    kept: dict[str, list[AnyRecord]] = {key: [] for key in _KEYS.values()}
    for record in register.records:
        kept[_KEYS[type(record)]].append(record)
    lists = {key: tuple(records) for key, records in kept.items()}
    return strict().unstructure(
        _RegisterDocument(coverage=register.coverage, set_aside=register.set_aside, **cast(Any, lists))
    )
