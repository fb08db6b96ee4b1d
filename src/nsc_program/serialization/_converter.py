"""The converter that reads all documents.

It coerces nothing and ignores nothing, and every problem has its path.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from enum import StrEnum
from fractions import Fraction
from functools import cache, partial
from typing import Any, TypeAlias, cast, final, get_args, get_origin

from attrs import Attribute, fields, frozen, has
from cattrs import Converter
from cattrs.cols import homogenous_tuple_structure_factory
from cattrs.errors import (
    AttributeValidationNote,
    BaseValidationError,
    ForbiddenExtraKeysError,
    IterableValidationNote,
)
from cattrs.gen import make_dict_structure_fn, override

from nsc_program._suggestions import nearest
from nsc_program.errors import (
    InvalidType,
    InvalidValue,
    Message,
    NscError,
    Problem,
    UnknownId,
    no_such,
)
from nsc_program.figures._notes import FigureNote
from nsc_program.plan._bounds import Basis, Bound
from nsc_program.plan._conditions import AllOf, Condition, Event, Scalar, Within
from nsc_program.plan._counting import Counting
from nsc_program.plan._program import Program
from nsc_program.plan._readings import AnswerValue, Reading
from nsc_program.plan._targets import Choice, Indicator
from nsc_program.records._records import RECORD_CLASSES, Record, ReportedFigure
from nsc_program.serialization._parsing import A_LIST, AN_OBJECT, Repeated, json_name, wrong_kind
from nsc_program.serialization._writing import KEYS, TAGGED, follows, key_of, number, written
from nsc_program.values._ranges import Range
from nsc_program.values._validators import (
    A_WHOLE_NUMBER,
    HALF_A_CHARACTER,
    TRUE_OR_FALSE,
    is_broken,
    one_of,
    shown_if_plain,
)
from nsc_program.values._value import stated
from nsc_program.verdicts._notes import Note
from nsc_program.verdicts._results import Result

Hook: TypeAlias = Callable[[Any, Any], Any]

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_FRACTION = re.compile(r"-?(0|[1-9][0-9]{0,999})/[1-9][0-9]{0,999}")


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
    for kind, hook in _READERS.items():
        converter.register_structure_hook(kind, hook)
    converter.register_structure_hook_factory(
        _is_tuple, lambda kind: _tuple_reader(kind, converter)
    )
    converter.register_structure_hook_factory(has, lambda kind: _class_reader(kind, converter))
    for union in (Bound, Basis, Condition, Event, FigureNote, Note):
        converter.register_structure_hook(union, _tagged_reader(union, converter))
    named = {kind.__name__: kind for kind in (*RECORD_CLASSES, *others)}
    converter.register_structure_hook_func(
        _is_of_records, lambda value, _: _record_class(value, named)
    )
    converter.register_structure_hook(str | Choice, lambda value, _: _indicator(value, converter))
    for kind, hook in hooks.items():
        converter.register_structure_hook(kind, hook)
    return converter


def _is_of_records(kind: Any) -> bool:
    return bool(kind == type[Record])


def _record_class(value: Any, named: Mapping[str, type[Record]]) -> type[Record]:
    """Read the name of a class of records."""
    name = _text(value, str)
    if name not in named:
        raise UnknownId("class of records to count", name, tuple(named))
    return named[name]


def _indicator(value: Any, converter: Converter) -> str | Choice:
    """Read the indicator of a target: an id, or an object that chooses one."""
    if isinstance(value, dict):
        return converter.structure(value, Choice)
    if type(value) is not str:
        raise _wrong(_AN_INDICATOR, value)
    return value


_AN_INDICATOR = Message(
    "mã của một chỉ tiêu, hoặc một đối tượng để chọn chỉ tiêu",
    "the id of an indicator, or an object that chooses one",
)


def _wrong(expected: Message, value: Any) -> InvalidType:
    return InvalidType(wrong_kind(expected, value))


def _exactly(kind: type, expected: Message) -> Hook:
    """Return a function that takes values of just one type."""

    def read(value: Any, _: Any) -> Any:
        if type(value) is not kind:
            raise _wrong(expected, value)
        return value

    return read


def _text(value: Any, _: Any) -> str:
    if type(value) is not str:  # a number may be someone's key, so the message does not show it
        got = Message("một số", "a number") if type(value) in (int, float) else json_name(value)
        raise InvalidType.at(
            code="wrong-type", vi=f"cần chữ, nhận được {got.vi}", en=f"expected text, got {got.en}"
        )
    if is_broken(value):
        raise InvalidValue(Problem((), "half-a-character", HALF_A_CHARACTER))
    return value


_A_DATE = Message('một ngày như "2025-12-31"', 'a date such as "2025-12-31"')
_A_NUMBER = Message(
    'một số nguyên, hoặc phân số tối giản như "3/2"',
    'a whole number, or a fraction in lowest terms such as "3/2"',
)
_AN_ANSWER = Message(
    'true, false, mã của một câu trả lời, hoặc một số như "1/20"',
    'true, false, the id of an answer, or a number such as "1/20"',
)
_ANSWERS = Message(
    "mã của câu trả lời cho mỗi điểm chưa rõ", "the id of an answer to each question"
)


def _date(value: Any, _: Any) -> date:
    if type(value) is not str or not _DATE.fullmatch(value):
        raise _wrong(_A_DATE, value)
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise InvalidValue.at(
            code="no-such-day", vi=f"không có ngày {value}", en=f"there is no day {value}"
        ) from None


def _fraction(value: Any, _: Any) -> Fraction:
    if type(value) is int:
        number(Fraction(value))
        return Fraction(value)
    if type(value) is str and _FRACTION.fullmatch(value) and number(Fraction(value)) == value:
        return Fraction(value)
    raise _wrong(_A_NUMBER, value)


def _answer(value: Any, _: Any) -> AnswerValue:
    if type(value) is bool or (type(value) is str and not _FRACTION.fullmatch(value)):
        return value
    if type(value) not in (str, int):
        raise _wrong(_AN_ANSWER, value)
    return _fraction(value, _)


def _scalar(value: Any, _: Any) -> Scalar:
    return value if type(value) is bool else _text(value, _)


def _member(value: Any, kind: Any) -> StrEnum:
    values = {member.value: member for member in kind}
    if type(value) is not str or value not in values:
        raise _wrong(one_of(map(repr, values)), value)
    return cast(StrEnum, values[value])


_READERS: dict[Any, Hook] = {
    str: _text,
    int: _exactly(int, A_WHOLE_NUMBER),
    bool: _exactly(bool, TRUE_OR_FALSE),
    date: _date,
    Fraction: _fraction,
    StrEnum: _member,
    AnswerValue: _answer,
    Scalar: _scalar,
}


_is_list = _exactly(list, A_LIST)


def is_object(value: Any, _: Any) -> dict[str, Any]:
    """Return an object as it is.

    Raises:
        InvalidType: if the value is not an object.
        InvalidValue: if a key stands twice in it.
    """
    if isinstance(value, Repeated):
        raise InvalidValue(value.problem)
    if type(value) is not dict:
        raise _wrong(AN_OBJECT, value)
    return value


def _is_tuple(kind: Any) -> bool:
    origin: Any = get_origin(kind)
    return origin is tuple


def _tuple_reader(kind: Any, converter: Converter) -> Hook:
    read = homogenous_tuple_structure_factory(kind, converter)
    return lambda value, kind: read(_is_list(value, kind), kind)


def _class_reader(kind: Any, converter: Converter) -> Hook:
    """Return the function that reads a class with its fields' own validators.

    So each problem that a validator finds has its path.
    """
    hooks: dict[str, Any] = {attribute.name: override(omit=True) for attribute in fields(kind)}
    for attribute in stated(kind):
        hook = _field_reader(kind, attribute, converter)
        hooks[attribute.name] = override(struct_hook=hook, rename=key_of(attribute))
    read = make_dict_structure_fn(kind, converter, _cattrs_forbid_extra_keys=True, **hooks)
    derived = {*follows(kind), *_TAG_OF.get(kind, ())}

    def structure(value: Any, kind: Any) -> Any:
        document = is_object(value, kind)
        own = document
        if derived:
            own = {key: item for key, item in document.items() if key not in derived}
        result = read(own, kind)
        _check_derived(result, document)
        return result

    return structure


_TAG_OF: Mapping[type, tuple[str, ...]] = dict.fromkeys(TAGGED, ("type",))
"""The key that names the class of a value in a union, by class."""


def _check_derived(value: Any, document: Mapping[str, Any]) -> None:
    """Reject an object whose derived values do not follow from its fields."""
    kind = type(value)
    if isinstance(value, Result) and value.stated_digest is None:
        raise InvalidValue(_REQUIRED.within("digest"))
    derived = {name: written(getattr(value, name)) for name in follows(kind)}
    if kind in TAGGED:
        derived["type"] = TAGGED[kind]
    for name, expected in derived.items():
        if name not in document:
            raise InvalidValue(_REQUIRED.within(name))
        canonical = _canonical(expected)
        if _canonical(document[name]) != canonical:
            raise InvalidValue.at(
                name,
                code="does-not-follow",
                vi=f"cần {canonical}, là điều suy ra từ phần còn lại",
                en=f"expected {canonical}, which follows from the other values",
            )


def _canonical(value: Any) -> str:
    """Return a value as text with sorted keys, in which true differs from 1."""
    match value:
        case Repeated():
            return value.problem.message.en
        case dict():
            members = [f"{json.dumps(key)}: {_canonical(value[key])}" for key in sorted(value)]
            return f"{{{', '.join(members)}}}"
        case list():
            return f"[{', '.join(map(_canonical, value))}]"
        case _:
            return json.dumps(value, ensure_ascii=False)


_REQUIRED = Problem((), "missing", Message("bắt buộc phải có", "it is required"))


def _field_reader(owner: type, attribute: "Attribute[Any]", converter: Converter) -> Hook:
    """Return the function that reads and validates a field."""
    own = _FIELD_READERS.get((owner, attribute.name))
    read = converter.get_structure_hook(attribute.type) if own is None else partial(own, converter)
    validate = attribute.validator

    def structure(value: Any, kind: Any) -> Any:
        result = read(value, kind)
        if validate is not None:
            with _inside_its_field():
                validate(None, attribute, result)
        return result

    return structure


@contextmanager
def _inside_its_field() -> Iterator[None]:
    """Remove the field's name from the paths of a validator's problems: cattrs adds it again."""
    try:
        yield
    except (InvalidType, InvalidValue) as error:
        inside = [problem._replace(path=problem.path[1:]) for problem in error.problems]
        raise type(error)(*inside) from None


def _tagged_reader(union: Any, converter: Converter) -> Hook:
    """Return the function that reads a union of classes: `"type"` names the class."""
    kinds = {TAGGED[kind]: kind for kind in get_args(union)}

    def read(value: Any, _: Any) -> Any:
        document = is_object(value, _)
        if "type" not in document:
            raise InvalidValue(_REQUIRED.within("type"))
        name = document["type"]
        if type(name) is not str or name not in kinds:
            raise InvalidValue(wrong_kind(one_of(map(repr, kinds)), name).within("type"))
        return converter.structure(value, kinds[name])

    return read


@final
@frozen
class _Row:
    """One row of a choice: the answers that lead to an indicator."""

    answers: tuple[str, ...]
    indicator: str


def _rows(converter: Converter, value: Any, _: Any) -> tuple[tuple[tuple[str, ...], str], ...]:
    return tuple(
        (row.answers, row.indicator) for row in converter.structure(value, tuple[_Row, ...])
    )


def _choices(_converter: Converter, value: Any, _: Any) -> tuple[tuple[str, str], ...]:
    for answer in is_object(value, _).values():
        if type(answer) is not str:
            raise _wrong(_ANSWERS, answer)
    return tuple(value.items())


def _reported(converter: Converter, value: Any, _: Any) -> Range:
    """Read a reported value: a number, or an object for a range."""
    if isinstance(value, dict):
        return converter.structure(value, Range)
    number = _fraction(value, _)
    return Range(number, number)


def _rules(converter: Converter, value: Any, _: Any) -> tuple[Counting, ...]:
    """Read one counting rule or several."""
    if isinstance(value, dict):
        return (converter.structure(value, Counting),)
    return converter.structure(value, tuple[Counting, ...])


def _event(converter: Converter, value: Any, _: Any) -> Event:
    """Read the days of a rule: all of them must have come unless another type is given."""
    with_type = {"type": AllOf.__name__, **value} if type(value) is dict else value
    return cast(Event, converter.structure(with_type, cast(Any, Event)))


def _numbers(converter: Converter, value: Any, _: Any) -> Range:
    """Read a range of which an end may be left out, because TOML cannot write an absent end."""
    ends = {"low": None, "high": None, **value} if type(value) is dict else value
    return converter.structure(ends, Range)


_FIELD_READERS: dict[tuple[type, str], Callable[[Converter, Any, Any], Any]] = {
    (Within, "range"): _numbers,
    (Counting, "on"): _event,
    (Indicator, "counting"): _rules,
    (Choice, "indicators"): _rows,
    (Reading, "choices"): _choices,
    (ReportedFigure, "value"): _reported,
}


# --- problems ---


def listed(error: BaseException, *path: str | int) -> Iterator[Problem]:
    """Yield every problem within an error, with its path.

    The path is put together from the notes of cattrs, which say in which field or position an error
    was raised.

    Args:
        error: the error.
        path: the path of the place where it was raised.

    Raises:
        BaseException: the error itself, if it is neither of cattrs nor of this library.
    """
    match error:
        case BaseValidationError():
            for inner in error.exceptions:
                yield from listed(inner, *path, *_steps(inner))
        case UnknownId(args=(what, wanted, known)):
            near = nearest(wanted, known)
            # An id in a document may be anything, also a person's key.
            name = repr(wanted) if near else shown_if_plain(wanted)
            yield no_such(what, name, known, near).within(*path)
        case NscError():
            yield from (problem.within(*path) for problem in error.problems)
        case KeyError():
            yield _REQUIRED.within(*path)
        case ForbiddenExtraKeysError():
            yield from (
                _unknown_key(key, error.cl).within(*path) for key in sorted(error.extra_fields)
            )
        case _:
            raise error


def _steps(error: BaseException) -> Iterator[str | int]:
    """Yield the fields or positions that cattrs noted at an error."""
    for note in getattr(error, "__notes__", ()):
        match note:
            case AttributeValidationNote(name=name):
                yield KEYS.get(name, name)
            case IterableValidationNote(index=index):
                yield index


_LISTED: Mapping[type, tuple[str, ...]] = {Program: ("documents", "units")}
"""The keys of lists that stand beside the fields of a class."""


def _unknown_key(key: str, kind: type) -> Problem:
    beside = (*_TAG_OF.get(kind, ()), *_LISTED.get(kind, ()))
    known = (*beside, *map(key_of, stated(kind)), *follows(kind))
    near, name = nearest(key, known), shown_if_plain(key)
    vi = f"có phải là {near!r} không?" if near else f"hiện có {', '.join(known)}"
    en = f"did you mean {near!r}?" if near else f"known: {', '.join(known)}"
    message = Message(f"không có khóa {name}; {vi}", f"unknown key {name}; {en}")
    return Problem((), "unknown-key", message)
