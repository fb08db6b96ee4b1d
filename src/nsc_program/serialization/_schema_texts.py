"""The schemas of texts, numbers and days: patterns that mean the same in every engine.

A pattern uses only characters, classes, groups, repeats, `^` and `$`. It does not use `.`, named
classes or lookahead, so that it means the same in every engine, including ECMA-262 and Python.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from math import ceil, floor

from nsc_program.plan._questions import TOLERANCE
from nsc_program.records._completeness import KINDS
from nsc_program.records._rejected_rows import ROWS
from nsc_program.serialization._scalars import FRACTION
from nsc_program.serialization._writing import Json
from nsc_program.values import _enterprise_codes, _keys, _numbers, _territories, _validators
from nsc_program.values._ranges import Range
from nsc_program.verdicts._results import _DIGEST

# Invisible characters, as far as every edition of Unicode agrees: controls, spaces except the plain
# one, and marks of direction. The controls of ASCII are escaped: every engine knows their escapes,
# and YAML cannot hold them. The other characters stand for themselves; JSON escapes them in files.
UNSEEN = (
    "\\x00-\\x1f\\x7f-\xa0\xad\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2064\u2066-\u206f\u3000\ufeff"
    + _validators._UNSEEN.pattern[1:-1]
)
SEEN, INK = f"[^{UNSEEN}]", f"[^ {UNSEEN}]"
# ASCII only: a pattern cannot name other letters and digits in every engine.
NO_LETTER, NO_LETTER_OR_DIGIT, NO_DIGIT = r"[ -@\[-`{-~]", r"[ -/:-@\[-`{-~]", r"[ -/:-@\[-`{-~]"
LETTER = r"[^\x00-@\[-`{-\x7f]"
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
_PART_OF_TIME = f"(?:{_YEAR}-(?:Q[1-4]|H[12]|0[1-9]|1[0-2])|{DATE})"
PERIOD = (
    f"(?:{_YEAR}(?:-{_YEAR})?|{_PART_OF_TIME}(?:/{_PART_OF_TIME})?"
    f"|[.][.]/(?:{_YEAR}|{_PART_OF_TIME}))"
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
    lengths = {"minLength": 1, "maxLength": _keys.LONGEST_KEY}
    return _text(pattern, **lengths) | {"not": {"pattern": f"^{TWELVE}$"}}


def ref(name: str) -> Json:
    """Return a reference to a definition.

    Args:
        name: the name of the definition.
    """
    return {"$ref": f"#/$defs/{name}"}


def or_null(schema: Json) -> Json:
    """Return the schema that accepts an absent value too.

    Args:
        schema: the schema of a value that is given.
    """
    return {"anyOf": [schema, {"type": "null"}]}


def references(schema: Json) -> list[str]:
    """Return the names of the definitions that a schema refers to.

    Args:
        schema: the schema.
    """
    return re.findall(r"#/\$defs/(\w+)", json.dumps(schema, ensure_ascii=False))


def joined(parts: Iterable[Json]) -> Json:
    """Return the schema of the values that several schemas accept.

    Args:
        parts: the schemas.
    """
    whole: dict[str, Json] = {}
    further = []
    for part in parts:
        if whole.keys() & part.keys():
            further.append(part)
        else:
            whole |= part
    return {**whole, "allOf": further} if further else whole


def _tolerances() -> Json:
    interval = TOLERANCE.interval or Range(0, 0)
    least, most = interval.low or 0, interval.high or 0
    whole = {"type": "integer", "minimum": ceil(least), "maximum": floor(most)}
    return {"anyOf": [whole, _text(_over(_numbers._DIGITS, sign=""))]}


def names_of_classes(own: Sequence[str] = ()) -> Mapping[str, tuple[str, Json]]:
    """Return the description and the schema of the names of classes of records.

    Args:
        own: the names of an embedder's classes.
    """
    claimed, rows = ({"enum": list(dict.fromkeys((*known, *own)))} for known in (KINDS, ROWS))
    return {
        "ClaimedOf": (
            "A class of records, or the id of an indicator, which does not begin with a capital.",
            {"anyOf": [claimed, ref("Id") | {"pattern": f"^[^A-Z{UNSEEN}]{SEEN}*$"}]},
        ),
        "RowOf": ("A class of records.", rows),
    }


_LIMIT = _numbers._TOO_LARGE - 1
PLAIN: Mapping[str, tuple[str, Json]] = {
    "Date": ("A day, such as 2025-12-31.", _text(DATE, format="date")),
    "PeriodName": ("The name of a period, such as 2026-Q1 or 2021-2025.", _text(PERIOD)),
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
        ref("Id") | {"pattern": f"^[^ A-Z{UNSEEN}](?:{SEEN}*{INK})?$"},
    ),
    "Key": (
        "A caller's key: one printable line without stray spaces, not a citizen's number.",
        _line(KEY),
    ),
    "FactKey": (
        "A caller's key, or the key of one person of a headcount.",
        {
            "anyOf": [
                ref("Key"),
                _text(f"{KEY}{HEAD}")
                | {
                    "allOf": [{"pattern": f"^{SEEN}{{1,{_keys.LONGEST_KEY}}}{HEAD}$"}],
                    "not": {"pattern": f"^{TWELVE}{HEAD}$"},
                },
            ]
        },
    ),
    "EnterpriseCode": (
        "10 digits, 13 for a branch, or a pseudonym with a letter.",
        ref("Key") | {"pattern": f"^{CODE}$"},
    ),
    "Territory": (
        "The code of a territory as in ISO 3166-2, such as VN or VN-HN.",
        _text(_territories.TERRITORY.pattern, maxLength=_territories.LONGEST_TERRITORY),
    ),
    "AnswerId": (
        "The id of an answer: it begins with a letter.",
        {"type": "string", "pattern": f"^{LETTER}"},
    ),
    "Digest": ("64 hexadecimal digits in lower case.", _text(_DIGEST.pattern)),
    "AnswerValue": (
        "Yes or no, the id of an answer, or a ratio.",
        {"anyOf": [{"type": "boolean"}, ref("Number"), ref("AnswerId")]},
    ),
}
"""The description and the schema of each plain value, except the names of classes."""
