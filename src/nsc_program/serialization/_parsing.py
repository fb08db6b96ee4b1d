"""Text to plain objects, with everything refused that JSON leaves to chance; and TOML as if it were JSON."""

import gc
import json
import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, time
from itertools import chain
from typing import Any, cast

from attrs import fields

from nsc_program.errors import DocumentError, Message, Problem
from nsc_program.values._ranges import Range
from nsc_program.values._validators import shown, shown_if_plain

_TOML_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)$")

MOST_LEVELS = 100
"""How deep lists and objects may be nested; no document of ours is half as deep."""


class Repeated(dict[str, Any]):
    """A JSON object in which keys stand twice; it is refused where its path is known."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        """Remember which."""
        super().__init__(pairs)
        self.twice = sorted(
            key for key, times in Counter(key for key, _ in pairs).items() if times > 1
        )

    @property
    def problem(self) -> Problem:
        """Say which."""
        keys = ", ".join(map(shown_if_plain, self.twice[:3]))
        message = Message(
            f"{keys} ghi hai lần trong một đối tượng; bỏ bớt một",
            f"{keys} stands twice in one object; leave one out",
        )
        return Problem((), "repeated-key", message)


def parse(text: str | bytes) -> dict[str, Any]:
    """Read a JSON object.

    Raises:
        DocumentError: with the place, if it is none.
    """
    document, problem = _loaded(text, _json)
    if problem:
        raise DocumentError(problem)
    if type(document) is Repeated:
        raise DocumentError(document.problem)
    if type(document) is not dict:
        raise DocumentError(wrong_kind(AN_OBJECT, document))
    if _is_deep(document):
        raise DocumentError(_TOO_DEEP)
    return document


def parse_toml(text: str | bytes) -> dict[str, Any]:
    """Read TOML as if it were JSON: days become text, and a range has null where it has no end.

    Raises:
        DocumentError: with the place, if it is none.
    """
    document, problem = _loaded(text, _toml)
    if problem:
        raise DocumentError(problem)
    if _is_deep(document):
        raise DocumentError(_TOO_DEEP)
    return cast(dict[str, Any], _without_toml(document))


# A text or a comment, to its end or, if it has none, to that of the line or the document. Nothing is looked at twice.
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
    """Load TOML whose keys have no more parts than a document has levels: tomllib takes the square of their number."""
    pieces = _BETWEEN_KEYS.split(_TOML_TEXT.sub("_", text))
    if any(piece.count(".") >= MOST_LEVELS for piece in pieces):
        raise RecursionError
    return tomllib.loads(text)


_RANGE = {each.name for each in fields(Range)}


def _without_toml(value: Any) -> Any:
    match value:
        case dict():
            found = {key: _without_toml(item) for key, item in value.items()}
            return (
                {"low": None, "high": None} | found if found and found.keys() <= _RANGE else found
            )
        case list():
            return [_without_toml(each) for each in value]
        case date() | time():
            return value.isoformat()
        case _:
            return value


_TOO_DEEP = Problem(
    (),
    "too-deep",
    Message(
        f"danh sách và đối tượng lồng nhau quá {MOST_LEVELS} cấp",
        f"lists and objects are nested deeper than {MOST_LEVELS} levels",
    ),
)


def _is_deep(document: dict[str, Any]) -> bool:
    level: list[Any] = [document]
    for _ in range(MOST_LEVELS):
        within = (each.values() if isinstance(each, dict) else each for each in level)
        level = [each for each in chain.from_iterable(within) if isinstance(each, (dict, list))]
    return bool(level)


@contextmanager
def collector_paused() -> Iterator[None]:
    """Let no garbage be looked for among millions of new values, or problems, of which none is garbage."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _loaded(text: str | bytes, load: Callable[[str], Any]) -> tuple[Any, Problem | None]:
    """Give the value, or what is wrong; the parser's own error holds the whole text, so it is not raised from."""
    try:
        return load(text if isinstance(text, str) else text.decode("utf-8-sig")), None
    except UnicodeDecodeError as problem:
        at = problem.start
        vi, en = (
            f"cần chữ UTF-8: sai ở byte {at}",
            f"expected UTF-8 text: {problem.reason} at byte {at}",
        )
        return None, Problem((), "not-utf-8", Message(vi, en))
    except json.JSONDecodeError as problem:
        return None, _not_json(problem)
    except tomllib.TOMLDecodeError as problem:
        return None, _not_toml(str(problem))
    except RecursionError:
        return None, _TOO_DEEP
    except ValueError:  # Python's own limit against slow input
        return None, Problem(
            (), "too-many-digits", Message("có số quá nhiều chữ số", "a number has too many digits")
        )


def _not_json(problem: json.JSONDecodeError) -> Problem:
    """Where JSON breaks off, and in English what its parser says."""
    line, column = problem.lineno, problem.colno
    is_cut_off = problem.pos >= len(problem.doc.rstrip())
    vi = f"không phải JSON hợp lệ{' (bị cắt cụt?)' if is_cut_off else ''}: sai ở dòng {line}, cột {column}"
    en = f"not valid JSON{' (is it cut off?)' if is_cut_off else ''}: {problem.msg} at line {line}, column {column}"
    return Problem((), "not-json", Message(vi, en))


def _not_toml(message: str) -> Problem:
    """Where TOML breaks off, and in English what its parser says."""
    place = _TOML_PLACE.search(message)
    where = f"sai ở dòng {place[1]}, cột {place[2]}" if place else "không đọc được đến cuối tệp"
    vi, en = f"không phải TOML hợp lệ: {where}", f"not valid TOML: {_plain_toml_problem(message)}"
    return Problem((), "not-toml", Message(vi, en))


def _json(text: str) -> Any:
    return json.loads(text, object_pairs_hook=_object)


def _plain_toml_problem(message: str) -> str:
    """What is wrong and where, without what stands there: it may be anything."""
    what, bracket, place = message.rpartition(" (")
    return (
        re.sub(r"'[^']*'|\"[^\"]*\"", "…", what) + bracket + place
        if bracket
        else "it cannot be read"
    )


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    return found if len(found) == len(pairs) else Repeated(pairs)


A_LIST = Message("một danh sách", "a list")
AN_OBJECT = Message("một đối tượng", "an object")


def wrong_kind(expected: Message, value: object) -> Problem:
    """Say that JSON held another kind of value."""
    got = json_name(value)
    vi, en = f"cần {expected.vi}, nhận được {got.vi}", f"expected {expected.en}, got {got.en}"
    return Problem((), "wrong-type", Message(vi, en))


def json_name(value: object) -> Message:
    """What JSON calls a value, with the value where it is a short one."""
    match value:
        case None:
            return Message("null", "null")
        case bool():
            return Message(*[str(value).lower()] * 2)
        case int() | float():
            return Message(f"số {shown(value)}", f"the number {shown(value)}")
        case str():
            return Message(f"chữ {shown_if_plain(value)}", f"the text {shown_if_plain(value)}")
        case list():
            return A_LIST
        case _:
            return AN_OBJECT
