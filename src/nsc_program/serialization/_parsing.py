"""Parsing: JSON text to plain objects, and TOML text as if it were JSON.

Everything that JSON leaves open, such as a key that stands twice, is rejected.
"""

import json
import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date, time
from itertools import chain
from typing import Any, cast

from attrs import fields

from nsc_program.errors import DocumentError, Message, Problem
from nsc_program.values._ranges import Range
from nsc_program.values._validators import shown, shown_if_plain

_TOML_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)$")

MOST_LEVELS = 100
"""The most levels of nested lists and objects; valid documents have less than half as many."""


class Repeated(dict[str, Any]):
    """A JSON object in which keys stand twice; it is rejected later, where its path is known.

    Attributes:
        twice: the keys that stand twice, in alphabetical order.
    """

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        """Find the keys that stand twice.

        Args:
            pairs: the keys and values, as they stand in the text.
        """
        super().__init__(pairs)
        times = Counter(key for key, _ in pairs)
        self.twice = sorted(key for key in times if times[key] > 1)

    @property
    def problem(self) -> Problem:
        """The problem, which names up to three of the keys."""
        keys = ", ".join(map(shown_if_plain, self.twice[:3]))
        message = Message(
            f"{keys} ghi hai lần trong một đối tượng; bỏ bớt một",
            f"{keys} stands twice in one object; leave one out",
        )
        return Problem((), "repeated-key", message)


def check_size(text: str | bytes, most: int) -> None:
    """Refuse a text that is too large.

    Args:
        text: the text.
        most: the largest number of bytes (or, for text, characters).

    Raises:
        DocumentError: if it is larger.
    """
    if len(text) > most:
        raise DocumentError.at(
            code="too-large",
            vi=f"cần tối đa {most:,} byte, nhận được {len(text):,}",
            en=f"expected at most {most:,} bytes, got {len(text):,}",
        )


def parse(text: str | bytes, *, line: int = 1) -> dict[str, Any]:
    """Parse JSON text that holds an object.

    Args:
        text: the text; bytes are UTF-8.
        line: the number of its first line.

    Raises:
        DocumentError: if the text is not JSON, with the place; or if it does not hold an object.
    """
    document, problem = _loaded(text, _json, line)
    if problem:
        raise DocumentError(problem)
    if type(document) is Repeated:
        raise DocumentError(document.problem)
    if type(document) is not dict:
        raise DocumentError(wrong_kind(AN_OBJECT, document))
    if is_deep(document):
        raise DocumentError(TOO_DEEP)
    return document


def parse_toml(text: str | bytes) -> dict[str, Any]:
    """Parse TOML text as if it were JSON.

    Dates become text, and an absent end of a range becomes null.

    Args:
        text: the text; bytes are UTF-8.

    Raises:
        DocumentError: if the text is not TOML, with the place.
    """
    document, problem = _loaded(text, _toml)
    if problem:
        raise DocumentError(problem)
    if is_deep(document):
        raise DocumentError(TOO_DEEP)
    return cast(dict[str, Any], _without_toml(document))


# A text or a comment. A text that is not closed ends with its line or, if it may span lines, with
# the document. The possessive repeats look at every character just once.
_TOML_TEXT = re.compile(
    r'"""(?:[^"\\]++|\\.?|"{1,2}(?!"))*+(?:"{3,5}|\Z)'
    r"|'''(?:[^']++|'{1,2}(?!'))*+(?:'{3,5}|\Z)"
    r'|"(?:[^"\\\n]++|\\[^\n]?)*+"?'
    r"|'[^'\n]*+'?"
    r"|#[^\n]*+",
    re.DOTALL,
)
_BETWEEN_KEYS = re.compile(r"[\n=\[\]{},]")


def _toml(text: str) -> Any:
    """Load TOML, unless a key has more parts than a document may have levels.

    The time that tomllib takes grows with the square of the number of parts.
    """
    if _has_long_key(text):
        raise RecursionError
    return tomllib.loads(text)


def _has_long_key(text: str) -> bool:
    """Return whether a key has more parts than a document may have levels."""
    pieces = _BETWEEN_KEYS.split(_TOML_TEXT.sub("_", text))
    return any(piece.count(".") >= MOST_LEVELS for piece in pieces)


_RANGE = {attribute.name for attribute in fields(Range)}


def _without_toml(value: Any) -> Any:
    """Return a value of TOML as JSON would have it."""
    match value:
        case dict():
            return _with_absent_ends({key: _without_toml(item) for key, item in value.items()})
        case list():
            return [_without_toml(item) for item in value]
        case date() | time():
            return value.isoformat()
        case _:
            return value


def _with_absent_ends(members: dict[str, Any]) -> dict[str, Any]:
    """Return the members of an object, with null for the absent ends of a range."""
    is_range = members and members.keys() <= _RANGE
    return {"low": None, "high": None} | members if is_range else members


TOO_DEEP = Problem(
    (),
    "too-deep",
    Message(
        f"danh sách và đối tượng lồng nhau quá {MOST_LEVELS} cấp",
        f"lists and objects are nested deeper than {MOST_LEVELS} levels",
    ),
)


def is_deep(document: dict[str, Any]) -> bool:
    """Return whether lists and objects are nested too deep.

    Args:
        document: the document.
    """
    level: list[Any] = [document]
    levels = 0
    while level and levels < MOST_LEVELS:
        levels += 1
        items = (value.values() if isinstance(value, dict) else value for value in level)
        level = [value for value in chain.from_iterable(items) if isinstance(value, (dict, list))]
    return bool(level)


def _loaded(
    text: str | bytes, load: Callable[[str], Any], line: int = 1
) -> tuple[Any, Problem | None]:
    """Return the value that a text holds, or the problem.

    The problem is returned and not raised, because the parser's own error holds the whole text and
    would be kept as its context.
    """
    try:
        return load(text if isinstance(text, str) else text.decode("utf-8-sig")), None
    except (ValueError, RecursionError) as error:
        return None, _problem(error, line)


def _problem(error: ValueError | RecursionError, first: int) -> Problem:
    """Return the problem that an error of a parser stands for, in a text from its first line."""
    match error:
        case UnicodeDecodeError():
            return _not_utf_8(error)
        case json.JSONDecodeError():
            return _not_json(error, first)
        case tomllib.TOMLDecodeError():
            return _not_toml(str(error))
        case RecursionError():
            return TOO_DEEP
        case _:  # Python limits the digits of a number, since long ones are slow
            return TOO_MANY_DIGITS


TOO_MANY_DIGITS = Problem(
    (), "too-many-digits", Message("có số quá nhiều chữ số", "a number has too many digits")
)


def _not_utf_8(error: UnicodeDecodeError) -> Problem:
    """Return where a text is not UTF-8."""
    vi = f"cần chữ UTF-8: sai ở byte {error.start}"
    en = f"expected UTF-8 text: {error.reason} at byte {error.start}"
    return Problem((), "not-utf-8", Message(vi, en))


def _not_json(problem: json.JSONDecodeError, first: int) -> Problem:
    """Return where the JSON is wrong and, in English, the message of the parser."""
    line, column = first - 1 + problem.lineno, problem.colno
    is_cut_off = problem.pos >= len(problem.doc.rstrip())
    ask_vi, ask_en = (" (bị cắt cụt?)", " (is it cut off?)") if is_cut_off else ("", "")
    vi = f"không phải JSON hợp lệ{ask_vi}: sai ở dòng {line}, cột {column}"
    en = f"not valid JSON{ask_en}: {problem.msg} at line {line}, column {column}"
    return Problem((), "not-json", Message(vi, en))


def _not_toml(message: str) -> Problem:
    """Return where the TOML is wrong and, in English, the message of the parser."""
    place = _TOML_PLACE.search(message)
    where = f"sai ở dòng {place[1]}, cột {place[2]}" if place else "không đọc được đến cuối tệp"
    vi, en = f"không phải TOML hợp lệ: {where}", f"not valid TOML: {_plain_toml_problem(message)}"
    return Problem((), "not-toml", Message(vi, en))


def _json(text: str) -> Any:
    return json.loads(text, object_pairs_hook=_object)


def _plain_toml_problem(message: str) -> str:
    """Return the message of the TOML parser without quotations: these may be anything."""
    what, bracket, place = message.rpartition(" (")
    return (
        re.sub(r"'[^']*'|\"[^\"]*\"", "…", what) + bracket + place
        if bracket
        else "it cannot be read"
    )


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    return members if len(members) == len(pairs) else Repeated(pairs)


def items_of(value: object) -> Iterable[Any]:
    """Return the values within an object or a list; none for any other value.

    Args:
        value: a value as JSON has it.
    """
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


A_LIST = Message("một danh sách", "a list")
AN_OBJECT = Message("một đối tượng", "an object")


def wrong_kind(expected: Message, value: object) -> Problem:
    """Return the problem that a document holds another kind of value.

    Args:
        expected: the kind that is expected.
        value: the value that the document holds.
    """
    got = json_name(value)
    vi, en = f"cần {expected.vi}, nhận được {got.vi}", f"expected {expected.en}, got {got.en}"
    return Problem((), "wrong-type", Message(vi, en))


def json_name(value: object) -> Message:
    """Return the JSON name of a value's type, with the value if it is plain and short.

    Args:
        value: the value.
    """
    match value:
        case None:
            return Message("null", "null")
        case bool():
            name = str(value).lower()
            return Message(name, name)
        case int() | float():
            return Message(f"số {shown(value)}", f"the number {shown(value)}")
        case str():
            return Message(f"chữ {shown_if_plain(value)}", f"the text {shown_if_plain(value)}")
        case list():
            return A_LIST
        case _:
            return AN_OBJECT
