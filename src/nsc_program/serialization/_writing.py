"""Write values in the one form that documents have.

Equal values have one form. Dates are ISO (`"2025-12-31"`), whole numbers are JSON numbers and other
fractions text (`"3/2"`), an absent end is `null`. Where a field can hold several classes, `"type"`
names it.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from fractions import Fraction
from functools import cache, lru_cache
from hashlib import sha256
from operator import attrgetter
from types import MappingProxyType
from typing import Any, TypeAlias, final, get_args

from attrs import Attribute, frozen, has
from cattrs import Converter

from nsc_program.errors import InvalidValue
from nsc_program.figures._tally import Figures
from nsc_program.plan._bounds import Basis, Bound
from nsc_program.plan._program import Program
from nsc_program.plan._readings import Reading
from nsc_program.plan._sources import Document
from nsc_program.plan._targets import Choice, Row, Unit
from nsc_program.values._ranges import MOST_DIGITS, Range, is_short
from nsc_program.values._value import stated
from nsc_program.verdicts._evaluation import Result
from nsc_program.verdicts._notes import Note

NAMES: Mapping[type, str] = MappingProxyType(
    {
        Program: "nsc-program/program/1",
        Figures: "nsc-program/figures/1",
        Reading: "nsc-program/reading/1",
    }
)
"""The name and version that these documents give themselves under `"schema"`."""

TAGGED: Mapping[type, str] = MappingProxyType(
    {kind: kind.__name__ for kind in get_args(Bound | Basis | Note)}
)
"""The classes that stand in unions, and the name that each gives itself under `"type"`."""


@final
@frozen
class Form:
    """How a kind of document is written.

    Attributes:
        brief: fields that have their default are left out: people write such documents, too.
        by_id: documents that are cited, and units, are named by their ids and stand elsewhere.
    """

    brief: bool = False
    by_id: bool = False


FULL, BRIEF, PLAN = Form(), Form(brief=True), Form(brief=True, by_id=True)

Json: TypeAlias = Any
"""What JSON can hold."""
_Write: TypeAlias = Callable[[Any], Json]


def written(value: Any, form: Form = FULL) -> Json:
    """Return a value as JSON has it.

    >>> written(Range.above(Fraction(3, 2)))
    {'low': '3/2', 'high': None, 'low_open': True}
    """
    return writer(form).unstructure(value)


@cache
def writer(form: Form) -> Converter:
    """Return the converter that writes this library's classes in a form."""
    converter = Converter()
    converter.register_unstructure_hook(Fraction, number)
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_unstructure_hook(
        tuple, lambda items: [converter.unstructure(item) for item in items]
    )
    converter.register_unstructure_hook_factory(has, lambda kind: _by_fields(kind, form, converter))
    if form == BRIEF:
        converter.register_unstructure_hook(Range, _by_fields(Range, BRIEF, converter))
    else:  # a range says of an end only that it is open
        converter.register_unstructure_hook(Range, lambda value: written(value, BRIEF))
    if form.by_id:
        converter.register_unstructure_hook(Document, _id_of)
        converter.register_unstructure_hook(Unit, _id_of)
    else:
        converter.register_unstructure_hook(Program, _program)
    return converter


def _id_of(value: Document | Unit) -> str:
    return value.id


def _by_fields(kind: Any, form: Form, converter: Converter) -> _Write:
    """Return the function that writes a class by its fields."""
    tag = {"type": TAGGED[kind]} if kind in TAGGED else {}
    fields = [
        (
            key_of(each),
            digest if each.name == "stated_digest" else attrgetter(each.name),
            _default(each),
            _FIELDS.get((kind, each.name), converter.unstructure),
        )
        for each in stated(kind)
    ]
    following = follows(kind)

    def write(value: Any) -> Json:
        document: dict[str, Json] = dict(tag)
        for key, get, default, write_field in fields:
            held = get(value)
            if not form.brief or held != default:
                document[key] = write_field(held)
        for name in following:
            document[name] = converter.unstructure(getattr(value, name))
        return document

    return write


def key_of(attribute: "Attribute[Any]") -> str:
    """Return the key under which documents have a field."""
    return KEYS.get(attribute.name, attribute.name)


KEYS: Mapping[str, str] = {"stated_digest": "digest"}
"""The keys of fields that documents call something else."""


def follows(kind: type) -> tuple[str, ...]:
    """Return the properties that documents state beside the fields of a class.

    They follow from the fields, and not every reader can derive them.
    """
    return getattr(kind, "FOLLOWS", ())


def _default(attribute: "Attribute[Any]") -> Any:
    made_by = getattr(attribute.default, "factory", None)
    return attribute.default if made_by is None else made_by()


def number(value: Fraction) -> int | str:
    """Return a number as documents write it.

    Raises:
        InvalidValue: if it has more digits than documents take.

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
    """Write a plan; the documents it cites and its units stand in lists, and their ids elsewhere."""
    plain = written(program, PLAN)
    units = tuple(dict.fromkeys(indicator.unit for indicator in program.indicators))
    lists = {"documents": written(program.documents, BRIEF), "units": written(units, BRIEF)}
    return {name: plain[name] for name in _OF_EDITION if name in plain} | lists | plain


_OF_EDITION = ("id", "edition", "in_force_from", "title", "issuer")

_FIELDS: Mapping[tuple[type, str], _Write] = {
    (Choice, "indicators"): _rows,
    (Reading, "choices"): dict,
    # An earlier edition may have cited another text under the same id.
    (Program, "past"): lambda phases: written(phases, BRIEF),
}


# --- the digest ---


def digest(result: Result) -> str:
    """Return the SHA-256 of what a result rests on, in lower-case hexadecimal.

    Whoever holds a plan, figures and a reading can tell by it whether a result rests on them. It is
    that of `digest_of`; a result that was read from a document has the one stated there.

    Args:
        result: an `Evaluation`, a `Sweep` (which rests on no single reading) or a `PhaseComparison`.
    """
    if result.inputs is None:
        return result.stated_digest or ""
    reading: Reading | None = getattr(result, "reading", None)
    return digest_of(result.inputs.program, result.inputs.figures, reading)


def digest_of(program: Program, figures: Figures, reading: Reading | None = None) -> str:
    """Return the SHA-256 of a plan, figures and, except for a sweep, a reading.

    It is that of their documents in this order, each on a line of its own without white space, in
    UTF-8; a line feed ends each line.
    """
    lines = (_line(program), _line(figures), *(() if reading is None else (_line(reading),)))
    return sha256(b"".join(lines)).hexdigest()


@lru_cache(maxsize=16)
def _line(value: Program | Figures | Reading) -> bytes:
    document = {"schema": NAMES[type(value)], **written(value)}
    return (json.dumps(document, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
