"""What a schema can say of the validators of a field: those of this library and of attrs.

Any other validator is left to the reader, so a schema never refuses what a class accepts.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import EnumMeta, StrEnum
from fractions import Fraction
from types import FunctionType
from typing import Any

from attrs import fields
from attrs.validators import (
    ge,
    in_,
    instance_of,
    matches_re,
    max_len,
    min_len,
)

from nsc_program.records._base import Record
from nsc_program.records._rejected_rows import _is_of_rows
from nsc_program.serialization._schema_texts import ref
from nsc_program.serialization._writing import Json, written
from nsc_program.values._enterprise_codes import is_enterprise_code
from nsc_program.values._keys import is_fact_key, is_id, is_indicator_id, is_key
from nsc_program.values._territories import is_territory
from nsc_program.values._validator_parts import OF_ITEMS, Check, closed_over, made_by
from nsc_program.values._validators import no_repeats
from nsc_program.verdicts._results import _is_digest


def takes_none(checks: Iterable[Check]) -> bool:
    """Return whether validators accept `None`, as far as a schema can say.

    Args:
        checks: the validators of a field.
    """
    return all(
        check.spares_none or not _is_known(check.rule) or _accepts_none(check.rule)
        for check in checks
    )


def _accepts_none(rule: Any) -> bool:
    """Return whether a validator that is known accepts `None`."""
    try:
        rule(None, fields(Record).id, None)
    except Exception:  # noqa: BLE001  # attrs' own validators raise errors of many kinds
        return False
    return True


def _is_known(rule: Any) -> bool:
    return type(rule) in _KNOWN or bool(made_by(rule))


VALIDATED: Mapping[Any, str] = {
    is_id: "Id",
    is_key: "Key",
    is_indicator_id: "IndicatorId",
    is_fact_key: "FactKey",
    is_enterprise_code: "EnterpriseCode",
    is_territory: "Territory",
    _is_digest: "Digest",
    _is_of_rows: "RowOf",
}
"""The plain value that a validator of texts accepts."""


def constraint(rule: Any, kind: Any) -> Json | None:
    """Return what a schema can say of a validator.

    Args:
        rule: the validator.
        kind: the type of the values that it sees: a tuple, or the type of a scalar.

    Returns:
        The schema that the validator adds to that of the type, which may be empty; `None` if the
        validator is not known.
    """
    if isinstance(rule, FunctionType) and rule in VALIDATED:
        return ref(VALIDATED[rule])
    if rule is no_repeats:
        return {"uniqueItems": True}
    name = made_by(rule)
    if name == "whole_from":
        return _limits(rule)
    if name in _OF_TYPES:
        return {}
    say = _SAID.get(type(rule))
    return None if say is None else say(rule, kind)


# These validators check a type that the annotation states, or items, or have a rule of their own.
_OF_TYPES = (
    "exact_type",
    "is_a",
    "is_text",
    "is_answer",
    "tuple_of",
    "_is_value",
    "_is_admitted",
    "_is_row",
    "_is_indicator",
    "_is_scalar",
    "_is_record_class",
)


def _limits(rule: Any) -> Json:
    limits = closed_over(rule)
    ends = {"minimum": limits["least"], "maximum": limits["most"]}
    return {name: end for name, end in ends.items() if end is not None}


# --- validators of attrs ---


def _nothing(_rule: Any, _kind: Any) -> Json:
    """Say nothing beyond the type."""
    return {}


def _least(rule: Any, kind: Any) -> Json | None:
    return _length("min", rule.min_length, kind)


def _most(rule: Any, kind: Any) -> Json | None:
    return _length("max", rule.max_length, kind)


def _length(end: str, length: int, kind: Any) -> Json | None:
    """Return a limit for the number of characters or of items."""
    of_what = {str: "Length", tuple: "Items"}.get(kind)
    return None if of_what is None or length < 0 else {f"{end}{of_what}": length}


def _compared(rule: Any, kind: Any) -> Json | None:
    """Return a limit for numbers; of a fraction, which is a text, a schema knows only the sign."""
    bound = rule.bound
    is_whole = type(bound) in (int, Fraction) and bound.denominator == 1
    if not is_whole or kind not in (int, Fraction):
        return None
    name = _COMPARED[rule.compare_op]
    signs = _SIGNS[name](bound) if kind is Fraction else {}
    return {name: int(bound), **signs}


def _above(bound: Any) -> Json:
    return {"pattern": "^[1-9]"} if bound >= 0 else {}


def _below(bound: Any) -> Json:
    return {"pattern": "^-"} if bound <= 0 else {}


_COMPARED = {
    ">=": "minimum",
    ">": "exclusiveMinimum",
    "<=": "maximum",
    "<": "exclusiveMaximum",
}
_SIGNS: Mapping[str, Callable[[Any], Json]] = {
    "minimum": _above,
    "exclusiveMinimum": _above,
    "maximum": _below,
    "exclusiveMaximum": _below,
}


def _options(rule: Any, kind: Any) -> Json | None:
    """Return the values of a closed list, if each of them has the type of the field."""
    if not isinstance(rule.options, (tuple, frozenset, EnumMeta)):
        return None
    given = [option for option in rule.options if option is not None]
    types = _TYPES_OF_OPTIONS.get(kind, (str,) if _is_enumeration(kind) else ())
    if not given or not all(_has_type(option, types) for option in given):
        return None
    return {"enum": [written(option) for option in sorted(set(given))]}


_TYPES_OF_OPTIONS: Mapping[Any, tuple[type, ...]] = {
    str: (str,),
    bool: (bool,),
    int: (int,),
    Fraction: (int, Fraction),
    date: (date,),
}


def _is_enumeration(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, StrEnum)


def _has_type(option: Any, types: tuple[type, ...]) -> bool:
    return type(option) in types or (str in types and isinstance(option, StrEnum))


def _pattern(rule: Any, kind: Any) -> Json | None:
    """Return a pattern that means the same in every engine."""
    pattern = rule.pattern
    is_whole = rule.match_func == pattern.fullmatch and pattern.flags == re.UNICODE
    text = pattern.pattern.removeprefix("^").removesuffix("$")
    can_say = kind is str and is_whole and _PORTABLE.fullmatch(text)
    return {"pattern": f"^(?:{text})$"} if can_say else None


# Latin letters, of Vietnamese too, digits and signs; classes and groups; repeats; bars.
_LETTERS = "A-Za-z0-9\u00c0-\u024f\u1e00-\u1eff"
_ONE = (
    rf"(?:[{_LETTERS} _/:;,@#%&=!~'\"<>-]|\\[.^$*+?()\[\]{{}}|\\]"
    rf"|\[\^?[{_LETTERS} _.,/:;@#%=+-]+\]|\))"
)
_REPEAT = r"(?:(?:[*+?]|\{[0-9]+(?:,[0-9]*)?\})\??)?"
_PORTABLE = re.compile(rf"(?:{_ONE}{_REPEAT}|\((?:\?:)?|\|)*")

_SAID: Mapping[type, Callable[[Any, Any], Json | None]] = {
    type(instance_of(str)): _nothing,
    OF_ITEMS: _nothing,
    type(min_len(0)): _least,
    type(max_len(0)): _most,
    type(ge(0)): _compared,
    type(in_(())): _options,
    type(matches_re("")): _pattern,
}
_KNOWN = frozenset(_SAID)
