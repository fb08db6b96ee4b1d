"""Write the JSON Schema of every document, from the classes of the values in it.

The schemas follow from the types, the defaults and the validators of the fields. The check of a
validator of texts is written below as a pattern. `python tools/write_schemas.py` writes
`src/nsc_program/serialization/schemas/*.json`.

A pattern uses only characters, classes, groups, repeats, `^` and `$`. It does not use `.`, named
classes or lookahead, so that it means the same in every engine, including ECMA-262 and Python.
"""

import inspect
import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from fractions import Fraction
from functools import partial
from math import ceil, floor
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, TypeAlias, cast, get_args, get_origin

from attrs import NOTHING, Attribute, define, field, has

from nsc_program.figures._notes import FigureNote
from nsc_program.plan._bounds import Basis, Bound
from nsc_program.plan._conditions import AllOf, FirstOf, Given, HasAtLeast, Includes, OneOf, Within
from nsc_program.plan._counting import Counting, askable
from nsc_program.plan._program import Program
from nsc_program.plan._questions import TOLERANCE, AnswerValue, Question
from nsc_program.plan._readings import Reading, _tolerance
from nsc_program.plan._sources import Document
from nsc_program.plan._targets import Choice, Indicator, Phase, Target, Unit
from nsc_program.records._base import Record
from nsc_program.records._claims import KINDS, Completeness
from nsc_program.records._fields import RecordField
from nsc_program.records._records import RECORD_CLASSES, Training
from nsc_program.records._register import Register
from nsc_program.records._rejected_rows import ROWS, _is_of_rows
from nsc_program.records._reports import ReportedFigure
from nsc_program.serialization import SCHEMAS
from nsc_program.serialization._converter import _Row
from nsc_program.serialization._documents import RegisterDocument
from nsc_program.serialization._scalars import FRACTION
from nsc_program.serialization._writing import TAGGED, follows, key_of, written
from nsc_program.values import _enterprise_codes, _keys, _numbers, _validators
from nsc_program.values._enterprise_codes import is_enterprise_code
from nsc_program.values._keys import is_fact_key, is_id, is_indicator_id, is_key
from nsc_program.values._numbers import exact
from nsc_program.values._ranges import Range
from nsc_program.values._validators import no_repeats
from nsc_program.values._value import stated
from nsc_program.verdicts._notes import Note
from nsc_program.verdicts._results import _DIGEST, _is_digest
from nsc_program.verdicts._sweep import TargetSweep
from nsc_program.verdicts._verdict import Verdict

Json: TypeAlias = Any
Kind: TypeAlias = Any
"""A type or a union, as in an annotation."""
Rule: TypeAlias = Callable[..., None]
"""A validator."""

FOLDER = Path(__file__).parents[1] / "src" / "nsc_program" / "serialization" / "schemas"
DIALECT = "https://json-schema.org/draft/2020-12/schema"


# --- texts ---

# Invisible characters, as far as every edition of Unicode agrees: controls, spaces except the plain
# one, and marks of direction. The patterns contain the characters themselves, because not every
# engine knows an escape for them. JSON escapes them in the files.
UNSEEN = (
    "\x00-\x1f\x7f-\xa0\xad\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2064\u2066-\u206f\u3000\ufeff"
    + _validators._UNSEEN.pattern[1:-1]
)
SEEN, INK = f"[^{UNSEEN}]", f"[^ {UNSEEN}]"
# ASCII only: a pattern cannot name other letters and digits in every engine.
NO_LETTER, NO_LETTER_OR_DIGIT, NO_DIGIT = r"[ -@\[-`{-~]", r"[ -/:-@\[-`{-~]", r"[ -/:-@\[-`{-~]"
LETTER = "[^\x00-@\\[-`{-\x7f]"
KEY = f"{INK}+(?: {INK}+)*"
HEAD = _keys._HEAD.pattern.removeprefix("(.+)")
_TIMES = f"{{{_validators.DIGITS_OF_A_CITIZEN}}}"
TWELVE = (
    f"(?:{NO_LETTER_OR_DIGIT}*(?:[0-9]{NO_LETTER_OR_DIGIT}*){_TIMES}"
    f"|(?:{NO_LETTER}*{NO_DIGIT})?[0-9]{_TIMES}(?:{NO_DIGIT}{NO_LETTER}*)?)"
)
# The library's own pattern uses lookahead.
BRANCH = f"{_enterprise_codes._TAX_CODE.pattern}-?(?:00[1-9]|0[1-9][0-9]|[1-9][0-9]{{2}})"
CODE = f"(?:{_enterprise_codes._TAX_CODE.pattern}|{BRANCH}|{NO_LETTER}*{LETTER}{SEEN}*)"
_YEAR = "(?:000[1-9]|00[1-9][0-9]|0[1-9][0-9]{2}|[1-9][0-9]{3})"
_LEAP = "(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)"
DATE = (
    f"(?:{_YEAR}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    "|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
    f"|02-(?:0[1-9]|1[0-9]|2[0-8]))|{_LEAP}-02-29)"
)


def _found(pattern: str, text: str) -> int:
    return int(re.findall(pattern, text)[0])


def _over(most: int, sign: str = "-?") -> str:
    """Return the pattern of a fraction in lowest terms.

    Its numerator is not 0, and its denominator is not 1.
    """
    return f"{sign}[1-9][0-9]{{0,{most - 1}}}/(?:[2-9]|[1-9][0-9]{{1,{most - 1}}})"


DIGITS = _found(r"\{0,(\d+)\}", FRACTION.pattern) + 1


def _text(pattern: str, **more: Json) -> Json:
    return {"type": "string", **more, "pattern": f"^{pattern}$"}


def _line(pattern: str) -> Json:
    lengths = {"minLength": 1, "maxLength": _keys._LONGEST_KEY}
    return _text(pattern, **lengths) | {"not": {"pattern": f"^{TWELVE}$"}}


def _ref(name: str) -> Json:
    return {"$ref": f"#/$defs/{name}"}


def _or_null(schema: Json) -> Json:
    return {"anyOf": [schema, {"type": "null"}]}


def _tolerances() -> Json:
    interval = TOLERANCE.interval or Range(0, 0)
    least, most = interval.low or 0, interval.high or 0
    whole = {"type": "integer", "minimum": ceil(least), "maximum": floor(most)}
    return {"anyOf": [whole, _text(_over(_numbers._DIGITS, sign=""))]}


_LIMIT = _numbers._TOO_LARGE - 1
PLAIN: Mapping[str, tuple[str, Json]] = {
    "Date": ("A day, such as 2025-12-31.", _text(DATE, format="date")),
    "Number": (
        'A whole number, or a fraction in lowest terms such as "3/2".',
        {"type": ["integer", "string"], "pattern": f"^{_over(DIGITS)}$"},
    ),
    "GivenNumber": (
        (
            'A whole number, or a fraction in lowest terms such as "3/2", '
            f"of at most {_numbers._DIGITS} digits each."
        ),
        {
            "type": ["integer", "string"],
            "minimum": -_LIMIT,
            "maximum": _LIMIT,
            "pattern": f"^{_over(_numbers._DIGITS)}$",
        },
    ),
    "Tolerance": ('A ratio from 0 to 1/10, such as "1/20".', _tolerances()),
    "Id": ("One printable line that is not a citizen's number.", _line(f"{SEEN}*")),
    "IndicatorId": (
        "An id that does not begin with a capital letter, unlike the name of a class of records.",
        _ref("Id") | {"pattern": f"^[^ A-Z{UNSEEN}](?:{SEEN}*{INK})?$"},
    ),
    "Key": (
        "A caller's key: one printable line without stray spaces, not a citizen's number.",
        _line(KEY),
    ),
    "FactKey": (
        "A caller's key, or the key of one person of a headcount.",
        {
            "anyOf": [
                _ref("Key"),
                _text(f"{KEY}{HEAD}")
                | {
                    "allOf": [{"pattern": f"^{SEEN}{{1,{_keys._LONGEST_KEY}}}{HEAD}$"}],
                    "not": {"pattern": f"^{TWELVE}{HEAD}$"},
                },
            ]
        },
    ),
    "EnterpriseCode": (
        "10 digits, 13 for a branch, or a pseudonym with a letter.",
        _ref("Key") | {"pattern": f"^{CODE}$"},
    ),
    "AnswerId": (
        "The id of an answer: it begins with a letter.",
        {"type": "string", "pattern": f"^{LETTER}"},
    ),
    "Digest": ("64 hexadecimal digits in lower case.", _text(_DIGEST.pattern)),
    "ClaimedOf": (
        "A class of records, or the id of an indicator, which does not begin with a capital.",
        {"anyOf": [{"enum": list(KINDS)}, _ref("Id") | {"pattern": f"^[^A-Z{UNSEEN}]{SEEN}*$"}]},
    ),
    "RowOf": ("A class of records.", {"enum": list(ROWS)}),
    "AnswerValue": (
        "Yes or no, the id of an answer, or a ratio.",
        {"anyOf": [{"type": "boolean"}, _ref("Number"), _ref("AnswerId")]},
    ),
}
"""The description and the schema of each plain value."""

VALIDATED: Mapping[Rule, str] = {
    is_id: "Id",
    is_key: "Key",
    is_indicator_id: "IndicatorId",
    is_fact_key: "FactKey",
    is_enterprise_code: "EnterpriseCode",
    _is_digest: "Digest",
    _is_of_rows: "RowOf",
}
"""The plain value that a validator of texts accepts."""
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
}
# These validators check a type that the annotation states, or have a rule under SPECIAL.
_OF_TYPES = (
    "exact_type",
    "is_a",
    "is_text",
    "is_answer",
    "_is_value",
    "_is_admitted",
    "_is_row",
    "_is_indicator",
)


# --- rules about several fields of a class, in `__attrs_post_init__` or in a plan ---


def _unless_absent(end: str) -> Json:
    return {
        "anyOf": [
            {"properties": {end: _ref("Number")}},
            {"properties": {f"{end}_open": {"const": False}}},
        ],
    }


_PERSON, _HEADCOUNT = {"type": "string"}, {"type": "integer"}
_NULL = {"type": "null"}
TOGETHER: Mapping[type, Json] = {
    # An absent end is not open.
    Range: {"allOf": [_unless_absent("low"), _unless_absent("high")]},
    # Either a person or a headcount.
    Training: {
        "anyOf": [
            {"required": ["person"], "properties": {"person": _PERSON, "headcount": _NULL}},
            {"required": ["headcount"], "properties": {"headcount": _HEADCOUNT, "person": _NULL}},
        ]
    },
    Phase: {"properties": {"period": {"properties": {"start": {"type": "string"}}}}},
    Question: {"properties": {"answers": {"minItems": 1}}},
    Verdict: {"properties": {"comparisons": {"minItems": 1}}},
    TargetSweep: {"properties": {"outcomes": {"minItems": 1}}},
}
IN_A_PROGRAM: Mapping[type, Json] = {
    Program: {"properties": {"phases": {"minItems": 1}}},
    Target: {"properties": {"citations": {"minItems": 1}}},
}


# --- classes ---


def _first_line(kind: type) -> Json:
    doc = inspect.getdoc(kind)
    return {"description": doc.partition("\n")[0]} if doc else {}


def _parts(validator: object) -> Iterator[Rule]:
    """Yield the single validators of a value, taken out of `and_` and `optional`."""
    inner = getattr(validator, "_validators", None) or [getattr(validator, "validator", None)]
    for part in inner:
        yield from _parts(part) if part else [cast(Rule, validator)]


def _made_by(validator: Rule) -> str:
    return str(validator.__qualname__.partition(".")[0])


@define
class _Schema:
    """The schema of one kind of document.

    Attributes:
        by_id: Whether documents and units are named by their ids, as in a plan.
        defs: The definitions that the schema refers to.
    """

    by_id: bool
    defs: dict[str, Json] = field(factory=dict)

    def named(self, name: str, make: Callable[[], Json]) -> Json:
        """Define a schema under a name, unless it is defined, and return a reference to it."""
        if name not in self.defs:
            self.defs[name] = {}  # keeps its place before the definitions that it refers to
            self.defs[name] = make()
        return _ref(name)

    def plain(self, name: str) -> Json:
        """Return a reference to a plain value, and define the values that it refers to."""
        description, schema = PLAIN[name]
        for other in re.findall(r"#/\$defs/(\w+)", json.dumps(schema)):
            self.plain(other)
        return self.named(name, lambda: {"description": description, **schema})

    def of_class(self, kind: type) -> Json:
        """Return the schema of a value of a class, or of its id in a plan."""
        if self.by_id and kind is Document:
            # A past phase may hold a whole document.
            return {"anyOf": [self.plain("Id"), self.whole(Document)]}
        if self.by_id and kind is Unit:
            return self.plain("Id")
        return self.whole(kind)

    def whole(self, kind: type) -> Json:
        """Return a reference to the object of a class."""
        return self.named(kind.__name__, lambda: self.object(kind))

    def object(self, kind: type) -> Json:
        """Return the object of a class: its tag, its fields, and the values that follow."""
        tag = {"type": {"const": TAGGED[kind]}} if kind in TAGGED else {}
        following = {name: self.of_type(_returned(kind, name), []) for name in follows(kind)}
        own = {key_of(attribute): self.of_field(kind, attribute) for attribute in stated(kind)}
        schemas = tag | own | following
        optional = {
            key_of(attribute) for attribute in stated(kind) if attribute.default is not NOTHING
        }
        optional -= {"digest"}  # a document states it, though a value need not
        together = dict(TOGETHER.get(kind, {}))
        if self.by_id:
            optional |= SPARED.get(kind, set())
            together |= IN_A_PROGRAM.get(kind, {})
        narrowed = together.get("properties", {})
        return {
            **_first_line(kind),
            "type": "object",
            "properties": {name: schemas[name] | narrowed.get(name, {}) for name in schemas},
            "required": [name for name in schemas if name not in optional],
            "additionalProperties": False,
            **{name: rule for name, rule in together.items() if name != "properties"},
        }

    def of_field(self, owner: type, attribute: "Attribute[Any]") -> Json:
        """Return the schema of a field, with its default."""
        if key_of(attribute) == "digest":
            return self.plain("Digest")
        special = SPECIAL.get((owner, attribute.name))
        if special:
            schema = special(self)
        elif attribute.converter in CONVERTED:
            schema = self.plain(CONVERTED[attribute.converter])
        else:
            validators = list(_parts(attribute.validator)) if attribute.validator else []
            schema = self.of_type(attribute.type, validators)
        if attribute.default is NOTHING:
            return schema
        return {**schema, "default": _default(owner, attribute)}

    def of_type(self, kind: Kind, validators: list[Rule]) -> Json:
        """Return the schema of the values of a type that the validators accept."""
        if kind in NAMED:
            return self.plain(NAMED[kind])
        if kind in UNIONS:
            members = get_args(kind)
            return self.named(
                UNIONS[kind], lambda: {"anyOf": [self.of_class(member) for member in members]}
            )
        if isinstance(kind, UnionType):
            kinds = [member for member in get_args(kind) if member is not NoneType]
            schemas = [self.of_type(member, validators) for member in kinds]
            schema = {"anyOf": schemas} if len(schemas) > 1 else schemas[0]
            return _or_null(schema) if NoneType in get_args(kind) else schema
        origin: Kind = get_origin(kind)
        if origin is tuple:
            return self.of_tuple(get_args(kind)[0], validators)
        if has(kind):
            return self.of_class(kind)
        if issubclass(kind, StrEnum):
            values = [member.value for member in kind]
            return self.named(kind.__name__, lambda: {**_first_line(kind), "enum": values})
        schema = dict(SIMPLE[kind])
        for validator in validators:
            schema = self.validated(validator, schema)
        return schema

    def of_tuple(self, item: Kind, validators: list[Rule]) -> Json:
        """Return the schema of a tuple, with its items checked by the validator of `tuple_of`."""
        inner = [
            inspect.getclosurevars(validator).nonlocals["validate_item"]
            for validator in validators
            if _made_by(validator) == "tuple_of"
        ]
        unique = {"uniqueItems": True} if no_repeats in validators else {}
        return {"type": "array", "items": self.of_type(item, inner), **unique}

    def validated(self, validator: Rule, schema: Json) -> Json:
        """Return the part of a simple type that a validator accepts."""
        if validator in VALIDATED:
            return self.plain(VALIDATED[validator])
        if _made_by(validator) == "whole_from":
            limits = inspect.getclosurevars(validator).nonlocals
            ends = {"minimum": limits["least"], "maximum": limits["most"]}
            return schema | {name: end for name, end in ends.items() if end is not None}
        if _made_by(validator) not in _OF_TYPES:
            raise SystemExit(f"unknown validator {_made_by(validator)}: add it to VALIDATED")
        return schema


def _returned(kind: type, name: str) -> Kind:
    """Return the type of a property; a cached property is annotated in its class."""
    own = vars(kind).get("__annotations__", {}).get(name)
    return own or inspect.get_annotations(getattr(kind, name).fget)["return"]


def _default(owner: type, attribute: "Attribute[Any]") -> Json:
    """Return the default of a field, as documents write it."""
    default: Json = attribute.default
    made_by = getattr(default, "factory", None)
    if made_by is not None and default.takes_self:
        return False  # `additive`: a rule that counts records makes it true
    value: Json = default if made_by is None else made_by()
    return dict(value) if (owner, attribute.name) == (Reading, "choices") else written(value)


def _reported(schema: _Schema) -> Json:
    """Return the schema of a number or of a range of numbers."""

    def given_range() -> Json:
        whole = schema.object(Range)
        return json.loads(json.dumps(whole).replace("/Number", "/GivenNumber"))

    schema.plain("GivenNumber")
    return {"anyOf": [_ref("GivenNumber"), schema.named("GivenRange", given_range)]}


def _rows(schema: _Schema) -> Json:
    row = {
        "description": "Answers, and the id of the indicator that they choose.",
        **schema.object(_Row),
    }
    row["properties"]["answers"] = {"type": "array", "items": schema.plain("Id")}
    return {"type": "array", "items": schema.named("Row", lambda: row)}


def _counting(schema: _Schema) -> Json:
    """Return the schema of one counting rule or several."""
    rules = [
        schema.named(f"{kind.__name__}Counting", partial(_rule, schema, kind))
        for kind in RECORD_CLASSES
        if _named_fields(kind, _is_day)
    ]
    rule = schema.named("Counting", lambda: {**_first_line(Counting), "anyOf": rules})
    return {"anyOf": [rule, {"type": "array", "items": rule}]}


def _rule(schema: _Schema, kind: type[Record]) -> Json:
    """Return the schema of a rule that counts records of a class."""
    schema.named("Numbers", lambda: _number_range(schema))
    days = {"enum": _named_fields(kind, _is_day)}
    keys = _named_fields(kind, lambda described: described.thing is not None)
    types = [AllOf.__name__, FirstOf.__name__]
    event = {
        "type": {"enum": types, "default": AllOf.__name__},
        "fields": {"type": "array", "items": days, "minItems": 1},
    }
    conditions = [condition for described in askable(kind) for condition in _conditions(described)]
    return _object(
        {
            "of": {"const": kind.__name__},
            "each": {"enum": ["id", *keys], "default": "id"},
            "on": _object(event, {"fields"}),
            "until": {"anyOf": [days, _NULL], "default": None},
            "where": {"type": "array", "items": {"anyOf": conditions}, "default": []},
        },
        {"of", "on"},
    )


def _number_range(schema: _Schema) -> Json:
    """Return the schema of a range of which an end may be left out."""
    numbers = {**schema.object(Range), "required": []}
    for end in ("low", "high"):
        numbers["properties"][end] = {**numbers["properties"][end], "default": None}
    return numbers


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


def _conditions(described: RecordField) -> Iterator[Json]:
    """Yield the conditions that fit a field."""
    base = described.base
    value: Json = {str: {"type": "string"}, bool: {"type": "boolean"}}.get(base)
    members = described.members
    if members:
        value = {"enum": [member.value for member in members]}
    if value and not described.several:
        yield _condition(OneOf, described, values={"type": "array", "items": value, "minItems": 1})
    if value and described.several and described.optional:
        yield _condition(Includes, described, value=value)
        most = {"maximum": len(members)} if members else {}
        yield _condition(HasAtLeast, described, number={"type": "integer", "minimum": 1, **most})
    if base in (int, Fraction) and not described.several:
        yield _condition(Within, described, range=_ref("Numbers"))
    if described.optional and base is not date:
        yield _condition(Given, described)


def _condition(kind: type, described: RecordField, **more: Json) -> Json:
    names = {"type": {"const": kind.__name__}, "field": {"const": described.name}}
    return _object(names | more, {"type", "field", *more})


SPECIAL: Mapping[tuple[type, str], Callable[[_Schema], Json]] = {
    (Completeness, "what"): lambda schema: schema.plain("ClaimedOf"),
    (ReportedFigure, "value"): _reported,
    (Choice, "indicators"): _rows,
    (Indicator, "counting"): _counting,
    (Reading, "choices"): lambda _: {"type": "object", "additionalProperties": {"type": "string"}},
    (Target, "indicator"): lambda schema: {"anyOf": [schema.plain("Id"), schema.of_class(Choice)]},
}


# A plan may leave out the library's own indicators, and a bound that the quoted words state.
SPARED: Mapping[type, set[str]] = {Program: {"indicators"}, Target: {"bound"}}


# --- documents ---


def _document(kind: type) -> Json:
    schema = _Schema(by_id=kind is Program)
    root = schema.object(RegisterDocument if kind is Register else kind)
    if kind is Program:
        for name, item in (("documents", Document), ("units", Unit)):
            root["properties"][name] = {"type": "array", "items": schema.whole(item), "default": []}
    used = re.findall(r"#/\$defs/\w+", json.dumps([root, schema.defs]))
    definitions = {
        name: definition
        for name, definition in sorted(schema.defs.items())
        if _ref(name)["$ref"] in used
    }
    return {
        "$schema": DIALECT,
        "$id": "urn:" + SCHEMAS[kind].replace("/", ":schema:", 1).replace("/", ":"),
        "title": SCHEMAS[kind],
        **root,
        **_first_line(kind),
        "properties": {"schema": {"const": SCHEMAS[kind]}, **root["properties"]},
        "required": ["schema", *root["required"]],
        "$defs": definitions,
    }


def _file(kind: type) -> str:
    return SCHEMAS[kind].partition("/")[2].replace("/", "-") + ".json"


def _pretty(document: Json) -> str:
    """Return the document as JSON with every invisible character escaped."""
    text = json.dumps(document, ensure_ascii=False, indent=2)
    unseen = {character for character in text if _validators.is_unseen(character)} - {"\n"}
    for character in sorted(unseen):
        text = text.replace(character, json.dumps(character)[1:-1])
    return text + "\n"


def build() -> dict[str, str]:
    """Return the text of every schema file, by the name of the file."""
    return {_file(kind): _pretty(_document(kind)) for kind in SCHEMAS}


def main(folder: Path = FOLDER) -> None:
    """Write every schema file."""
    folder.mkdir(exist_ok=True)
    for name, text in build().items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
