"""How values are written: the one form that documents have, and the digest of what a result rests on.

Equal values have one form. Dates are ISO (`"2025-12-31"`), whole numbers are JSON numbers and other fractions text
(`"3/2"`), an absent end is `null`. Where a field can hold several classes, `"type"` names it.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from hashlib import sha256
from types import MappingProxyType, NoneType
from typing import Any, TypeAlias, final, get_args

from attrs import Attribute, fields, frozen

from nsc_program._version import __version__
from nsc_program.errors import InvalidValue
from nsc_program.figures._tally import Figures
from nsc_program.plan._bounds import Basis, Bound
from nsc_program.plan._program import Program
from nsc_program.plan._readings import Reading
from nsc_program.plan._sources import Document
from nsc_program.plan._targets import Choice, Row, Unit
from nsc_program.values._ranges import MOST_DIGITS, Range, is_short
from nsc_program.verdicts._notes import Note

LIBRARY = f"nsc_program {__version__}"
"""The library and its version, as results name what decided them."""

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
_Writer: TypeAlias = Callable[[Any, Form], Json]


def written(value: Any, form: Form = FULL) -> Json:
    """A value as JSON has it.

    >>> written(Range.above(Fraction(3, 2)))
    {'low': '3/2', 'high': None, 'low_open': True}
    """
    return _WRITERS[type(value)](value, form)


class _Writers(dict[type, _Writer]):
    """How values of each class are written; what is not listed is written by its fields."""

    def __missing__(self, kind: type) -> _Writer:
        self[kind] = _enum if issubclass(kind, StrEnum) else _writer_of_fields(kind)
        return self[kind]


def _enum(member: StrEnum, _: Form) -> Json:
    return member.value


def _writer_of_fields(kind: type) -> _Writer:
    each = [
        (one.name, _default(one), _FIELDS.get((kind, one.name), written)) for one in fields(kind)
    ]
    following = follows(kind)
    tag = {"type": TAGGED[kind]} if kind in TAGGED else {}

    def write(value: object, form: Form) -> Json:
        found: dict[str, Json] = dict(tag)
        for name, default, one in each:
            held = getattr(value, name)
            if not form.brief or held != default:
                found[name] = one(held, form)
        return found | {name: written(getattr(value, name), form) for name in following}

    return write


def follows(kind: type) -> tuple[str, ...]:
    """What documents say of a class beside its fields: it follows from them, and not every reader can derive it."""
    return getattr(kind, "FOLLOWS", ())


def _default(attribute: "Attribute[Any]") -> Any:
    made_by = getattr(attribute.default, "factory", None)
    return attribute.default if made_by is None else made_by()


def number(value: Fraction) -> int | str:
    """A number as documents write it.

    Raises:
        InvalidValue: for one of more digits than documents have.

    >>> number(Fraction(3)), number(Fraction(3, 2))
    (3, '3/2')
    """
    if not is_short(value):
        raise InvalidValue.at(
            code="too-many-digits",
            vi=f"số dài quá: tử số và mẫu số có tối đa {MOST_DIGITS} chữ số",
            en=f"the number is too long: expected at most {MOST_DIGITS} digits above and below the line",
        )
    return value.numerator if value.denominator == 1 else f"{value.numerator}/{value.denominator}"


def _rows(rows: Iterable[Row], _: Form) -> Json:
    return [{"answers": list(answers), "indicator": indicator} for answers, indicator in rows]


def _program(program: Program, _: Form) -> Json:
    """A whole plan: what it cites and its units stand in lists, each once, and are named by their ids elsewhere."""
    plain = _edition(program, PLAN)
    units = tuple(dict.fromkeys(indicator.unit for indicator in program.indicators))
    listed = {"documents": written(program.documents, BRIEF), "units": written(units, BRIEF)}
    return {name: plain[name] for name in _OF_EDITION if name in plain} | listed | plain


_OF_EDITION = ("id", "edition", "in_force_from", "title", "issuer")


def _by_id(value: Document | Unit, form: Form) -> Json:
    return value.id if form.by_id else _whole[type(value)](value, form)


_WRITERS = _Writers(
    {
        Program: _program,
        Document: _by_id,
        Unit: _by_id,
        # Of an end it says only that it is open.
        Range: lambda value, _: _range(value, BRIEF),
        Fraction: lambda value, _: number(value),
        date: lambda value, _: value.isoformat(),
        tuple: lambda value, form: [written(each, form) for each in value],
        **dict.fromkeys((str, int, bool, NoneType), lambda value, _: value),
    }
)
_FIELDS: Mapping[tuple[type, str], _Writer] = {
    (Choice, "indicators"): _rows,
    (Reading, "choices"): lambda pairs, _: dict(pairs),
    # An earlier edition may have cited another text under the same id.
    (Program, "past"): lambda phases, _: written(phases, BRIEF),
}


_range: _Writer = _writer_of_fields(Range)
_edition: _Writer = _writer_of_fields(Program)
_whole: Mapping[type, _Writer] = {kind: _writer_of_fields(kind) for kind in (Document, Unit)}


# --- the digest ---


def digest(program: Program, figures: Figures, reading: Reading | None = None) -> str:
    """SHA-256 of what a result rests on, in lower-case hexadecimal: a plan, figures and, but for a sweep, a reading.

    It is that of their documents in this order, each on a line of its own without white space, in UTF-8; a line feed
    ends each line.
    """
    lines = (_line(program), _line(figures), *(() if reading is None else (_line(reading),)))
    return sha256(b"".join(lines)).hexdigest()


@lru_cache(maxsize=16)
def _line(value: Program | Figures | Reading) -> bytes:
    document = {"schema": NAMES[type(value)], **written(value)}
    return (json.dumps(document, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
