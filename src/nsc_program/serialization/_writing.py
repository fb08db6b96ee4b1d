"""Writing: values of this library as JSON has them.

Equal values are written alike. Dates are ISO (`"2025-12-31"`), whole numbers are JSON numbers,
other fractions are text (`"3/2"`), and an absent end of a range is `null`. If a field can hold
several classes, `"type"` names the class.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import StrEnum
from fractions import Fraction
from functools import cache, lru_cache
from operator import attrgetter
from types import MappingProxyType
from typing import Any, NamedTuple, TypeAlias, final, get_args

from attrs import Attribute, frozen, has
from cattrs import Converter

from nsc_program.errors import InvalidValue
from nsc_program.figures._figures import Figures
from nsc_program.plan._bases import Basis
from nsc_program.plan._bounds import Bound
from nsc_program.plan._conditions import Condition, Event
from nsc_program.plan._indicators import Unit
from nsc_program.plan._program import Program
from nsc_program.plan._readings import Reading
from nsc_program.plan._sources import Document
from nsc_program.plan._targets import Choice, Row
from nsc_program.values._numbers import MOST_DIGITS, is_short
from nsc_program.values._ranges import Range
from nsc_program.values._value import stated
from nsc_program.verdicts._notes import Note
from nsc_program.verdicts._results import Result

NAMES: Mapping[type, str] = MappingProxyType(
    {
        Program: "nsc-program/program/1",
        Figures: "nsc-program/figures/1",
        Reading: "nsc-program/reading/1",
    }
)
"""The names and versions that stand under `"schema"` in these documents."""

TAGGED: Mapping[type, str] = MappingProxyType(
    {kind: kind.__name__ for kind in get_args(Bound | Basis | Condition | Event | Note)}
)
"""The classes that stand in unions, with the names that stand under `"type"`."""


def tag_of(kind: type) -> str | None:
    """Return the name that stands under `"type"` for a class; `None` for one without a type.

    Args:
        kind: the class.
    """
    # Findings say it of themselves, because few programs write them and need their classes.
    return TAGGED.get(kind) or (kind.__name__ if getattr(kind, "NAMED_BY_TYPE", False) else None)


@final
@frozen
class Form:
    """A form in which a value is written.

    Attributes:
        brief: whether fields that have their default value are left out, as in documents that
            people write.
        by_id: whether the ids of cited documents and of units are written in their place.
    """

    brief: bool = False
    by_id: bool = False


FULL, BRIEF, PLAN = Form(), Form(brief=True), Form(brief=True, by_id=True)

Json: TypeAlias = Any
"""A value that JSON can hold."""
_Write: TypeAlias = Callable[[Any], Json]


def written(value: Any, form: Form = FULL) -> Json:
    """Return a value as JSON has it.

    Args:
        value: a value of this library.
        form: the form in which it is written.

    >>> written(Range.above(Fraction(3, 2)))
    {'low': '3/2', 'high': None, 'low_open': True}
    """
    return writer(form).unstructure(value)


@cache
def writer(form: Form) -> Converter:
    """Return the converter that writes this library's classes in a form.

    Args:
        form: the form.
    """
    converter = Converter()
    converter.register_unstructure_hook(Fraction, number)
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_unstructure_hook(type, _name_of)
    converter.register_unstructure_hook(StrEnum, attrgetter("value"))
    converter.register_unstructure_hook(
        tuple, lambda items: [converter.unstructure(item) for item in items]
    )
    converter.register_unstructure_hook_factory(has, lambda kind: _by_fields(kind, form, converter))
    for kind, write in _written_otherwise(form, converter).items():
        converter.register_unstructure_hook(kind, write)
    return converter


def _written_otherwise(form: Form, converter: Converter) -> Mapping[type, _Write]:
    """Return how a form writes the classes that are not written field by field."""
    # A range is always written without the flags of closed ends.
    write_range = _by_fields(Range, BRIEF, converter)
    if form.by_id:
        return {Range: write_range, Document: _id_of, Unit: _id_of}
    return {Range: write_range, Program: _program}


def _brief(value: Any) -> Json:
    return written(value, BRIEF)


def _name_of(kind: type) -> str:
    return kind.__name__


def _id_of(value: Document | Unit) -> str:
    return value.id


class _Field(NamedTuple):
    """A field as it is written.

    Attributes:
        key: its key in documents.
        get: a function that returns its value, for a value of its class.
        default: a function that returns its default, for a value of its class.
        write: a function that returns its value as JSON has it.
    """

    key: str
    get: Callable[[Any], Any]
    default: Callable[[Any], Any]
    write: _Write


def _field(kind: type, attribute: "Attribute[Any]", converter: Converter) -> _Field:
    name = attribute.name
    return _Field(
        key=key_of(attribute),
        get=digest if name == "stated_digest" else attrgetter(name),
        default=_default(attribute),
        write=_FIELDS.get((kind, name), converter.unstructure),
    )


def _by_fields(kind: Any, form: Form, converter: Converter) -> _Write:
    """Return the function that writes a class by its fields."""
    name = tag_of(kind)
    tag = {"type": name} if name else {}
    fields = [_field(kind, attribute, converter) for attribute in stated(kind)]
    following = follows(kind)

    def write(value: Any) -> Json:
        document: dict[str, Json] = dict(tag)
        for key, get, default, write_field in fields:
            field_value = get(value)
            if not form.brief or field_value != default(value):
                document[key] = write_field(field_value)
        for name in following:
            document[name] = converter.unstructure(getattr(value, name))
        return document

    return write


def key_of(attribute: "Attribute[Any]") -> str:
    """Return the key under which documents have a field.

    Args:
        attribute: the field.
    """
    return KEYS.get(attribute.name, attribute.name)


KEYS: Mapping[str, str] = {"stated_digest": "digest"}
"""The keys of fields that have another name in documents."""


def follows(kind: type) -> tuple[str, ...]:
    """Return the properties that documents state beside the fields of a class.

    These properties follow from the fields, but not every reader can derive them.

    Args:
        kind: the class.
    """
    return getattr(kind, "FOLLOWS", ())


def _default(attribute: "Attribute[Any]") -> Callable[[Any], Any]:
    """Return the function that gives the default of a field for a value of its class."""
    default: Any = attribute.default
    made_by: Callable[..., Any] | None = getattr(default, "factory", None)
    if made_by is None:
        return lambda _: default
    return made_by if default.takes_self else lambda _: made_by()


def number(value: Fraction) -> int | str:
    """Return a number as documents have it: a whole number, or a fraction as text.

    Args:
        value: the number.

    Raises:
        InvalidValue: if it has more than 1,000 digits above or below the line.

    >>> number(Fraction(3)), number(Fraction(3, 2))
    (3, '3/2')
    """
    if not is_short(value):
        raise InvalidValue.at(
            code="too-many-digits",
            vi=f"số dài quá: tử số và mẫu số có tối đa {MOST_DIGITS} chữ số",
            en="the number is too long: "
            f"expected at most {MOST_DIGITS} digits above and below the line",
        )
    return value.numerator if value.denominator == 1 else f"{value.numerator}/{value.denominator}"


def _rows(rows: Iterable[Row]) -> Json:
    return [{"answers": list(answers), "indicator": indicator} for answers, indicator in rows]


def _program(program: Program) -> Json:
    """Write a plan with lists of its cited documents and its units; elsewhere are their ids."""
    plain = written(program, PLAN)
    units = tuple(dict.fromkeys(indicator.unit for indicator in program.indicators))
    lists = {"documents": written(program.documents, BRIEF), "units": written(units, BRIEF)}
    return {name: plain[name] for name in _OF_EDITION if name in plain} | lists | plain


_OF_EDITION = ("id", "edition", "in_force_from", "title", "issuer", "territory")

_FIELDS: Mapping[tuple[type, str], _Write] = {
    (Choice, "indicators"): _rows,
    (Reading, "choices"): dict,
    # An earlier edition may have cited another text under the same id.
    (Program, "past"): _brief,
}


# --- the digest ---


def digest(result: Result) -> str:
    """Return the SHA-256 digest of the inputs of a result, in lower-case hexadecimal.

    The digest shows whether a result was made from a given plan, figures and reading, for which
    `digest_of` returns the same digest.

    Args:
        result: an `Evaluation`, a `PhaseComparison`, or a `Sweep`, whose digest does not include a
            reading.

    Returns:
        The digest; for a result that was read from a document, the digest that the document states.

    Raises:
        InvalidValue: for a result put together by hand, without its plan and figures.
    """
    if result.inputs is None and result.stated_digest is not None:
        return result.stated_digest
    inputs = result.made_from()
    return digest_of(inputs.program, inputs.figures, getattr(result, "reading", None))


def digest_of(program: Program, figures: Figures, reading: Reading | None = None) -> str:
    """Return the SHA-256 digest of a plan, figures and a reading, in lower-case hexadecimal.

    The digest is made of their documents in this order, in UTF-8. Each document is one line without
    white space, and ends with a line feed.

    Args:
        program: the plan.
        figures: the figures.
        reading: the reading; `None` for a sweep.
    """
    from hashlib import sha256  # noqa: PLC0415  # it takes as long to import as many a digest

    lines = (_line(program), _line(figures), *(() if reading is None else (_line(reading),)))
    return sha256(b"".join(lines)).hexdigest()


@lru_cache(maxsize=16)
def _line(value: Program | Figures | Reading) -> bytes:
    document = {"schema": NAMES[type(value)], **written(value)}
    return (json.dumps(document, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
