"""What a schema says of several fields of a class at once: its rules in `__attrs_post_init__`."""

from collections.abc import Mapping
from typing import Any

from nsc_program.plan._program import Program
from nsc_program.plan._questions import Question
from nsc_program.plan._targets import Phase, Target
from nsc_program.records._records import Training
from nsc_program.serialization._schema_texts import ref
from nsc_program.serialization._writing import Json
from nsc_program.values._ranges import Range
from nsc_program.values._value import stated
from nsc_program.verdicts._sweep import TargetSweep
from nsc_program.verdicts._verdict import Verdict


def _unless_absent(end: str) -> Json:
    return {
        "anyOf": [
            {"properties": {end: ref("Number")}},
            {"properties": {f"{end}_open": {"const": False}}},
        ],
    }


_PERSON, _HEADCOUNT = {"type": "string"}, {"type": "integer"}
NULL = {"type": "null"}
_GIVEN = {"type": ["array", "boolean", "integer", "number", "object", "string"]}
TOGETHER: Mapping[type, Json] = {
    # An absent end is not open.
    Range: {"allOf": [_unless_absent("low"), _unless_absent("high")]},
    # Either a person or a headcount. Generators of clients understand a choice within `allOf`: they
    # take one beside the properties for two classes without these.
    Training: {
        "allOf": [
            {
                "anyOf": [
                    {"required": ["person"], "properties": {"person": _PERSON, "headcount": NULL}},
                    {
                        "required": ["headcount"],
                        "properties": {"headcount": _HEADCOUNT, "person": NULL},
                    },
                ]
            }
        ]
    },
    # A phase has a first day: its name begins with a year.
    Phase: {
        "properties": {"period": {"properties": {"start": {"type": "string"}}, "pattern": "^[0-9]"}}
    },
    Question: {"properties": {"answers": {"minItems": 1}}},
    Verdict: {"properties": {"comparisons": {"minItems": 1}}},
    TargetSweep: {"properties": {"outcomes": {"minItems": 1}}},
}
IN_A_PROGRAM: Mapping[type, Json] = {
    Program: {"properties": {"phases": {"minItems": 1}}},
    Target: {"properties": {"citations": {"minItems": 1}}},
}
# A plan may leave out the library's own indicators, and a bound that the quoted words state.
SPARED: Mapping[type, set[str]] = {Program: {"indicators"}, Target: {"bound"}}


def exclusive(kind: type) -> Json:
    """Return the rules of a class of records about pairs of fields, of which one is given.

    Args:
        kind: the class.
    """
    pairs = [_one_of(kind, *pair) for pair in getattr(kind, "EITHER", ())]
    return {"allOf": pairs} if pairs else {}


def _one_of(kind: type, one: str, other: str) -> Json:
    defaults = {attribute.name: attribute.default for attribute in stated(kind)}
    return {"anyOf": [_only(one, other, defaults), _only(other, one, defaults)]}


def _only(given: str, absent: str, defaults: Mapping[str, Any]) -> Json:
    """Return the rule that one field is given and another is not; a field left out has a default.

    Args:
        given: the field that is given.
        absent: the field that is not.
        defaults: the defaults of fields.
    """
    named = [name for name in (given, absent) if (defaults[name] is None) is (name == given)]
    return {"required": named, "properties": {given: _GIVEN, absent: NULL}}
