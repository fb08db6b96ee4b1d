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

from nsc_program._validators import shown, shown_if_plain
from nsc_program.errors import DocumentError
from nsc_program.ranges import Range

MOST_LEVELS = 100
"""How deep lists and objects may be nested; no document of ours is half as deep."""


class Repeated(dict[str, Any]):
    """A JSON object in which keys stand twice; it is refused where its path is known."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        """Remember which."""
        super().__init__(pairs)
        self.twice = sorted(key for key, times in Counter(key for key, _ in pairs).items() if times > 1)

    def __str__(self) -> str:
        """Say which."""
        return f"{', '.join(map(shown_if_plain, self.twice[:3]))} stands twice in one object"


def parse(text: str | bytes) -> dict[str, Any]:
    """Read a JSON object.

    Raises:
        DocumentError: with the place, if it is none.
    """
    document, problem = _loaded(text, _json)
    if problem:
        raise DocumentError(("", problem))
    if type(document) is Repeated:
        raise DocumentError(("", str(document)))
    if type(document) is not dict:
        raise DocumentError(("", f"expected an object, got {json_name(document)}"))
    if _is_deep(document):
        raise DocumentError(("", _TOO_DEEP))
    return document


def parse_toml(text: str | bytes) -> dict[str, Any]:
    """Read TOML as if it were JSON: days become text, and a range has null where it has no end.

    Raises:
        DocumentError: with the place, if it is none.
    """
    document, problem = _loaded(text, _toml)
    if problem:
        raise DocumentError(("", problem))
    if _is_deep(document):
        raise DocumentError(("", _TOO_DEEP))
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
            return {"low": None, "high": None} | found if found and found.keys() <= _RANGE else found
        case list():
            return [_without_toml(each) for each in value]
        case date() | time():
            return value.isoformat()
        case _:
            return value


_TOO_DEEP = f"lists and objects are nested deeper than {MOST_LEVELS} levels"


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


def _loaded(text: str | bytes, load: Callable[[str], Any]) -> tuple[Any, str]:
    """Give the value, or what is wrong; the parser's own error holds the whole text, so it is not raised from."""
    try:
        return load(text if isinstance(text, str) else text.decode("utf-8-sig")), ""
    except UnicodeDecodeError as problem:
        return None, f"expected UTF-8 text: {problem.reason} at byte {problem.start}"
    except json.JSONDecodeError as problem:
        place = f"line {problem.lineno}, column {problem.colno}"
        cut_off = " (is it cut off?)" if problem.pos >= len(problem.doc.rstrip()) else ""
        return None, f"not valid JSON{cut_off}: {problem.msg} at {place}"
    except tomllib.TOMLDecodeError as problem:
        return None, f"not valid TOML: {_plain_toml_problem(str(problem))}"
    except RecursionError:
        return None, _TOO_DEEP
    except ValueError:  # Python's own limit against slow input
        return None, "a number has too many digits"


def _json(text: str) -> Any:
    return json.loads(text, object_pairs_hook=_object)


def _plain_toml_problem(message: str) -> str:
    """What is wrong and where, without what stands there: it may be anything."""
    what, bracket, place = message.rpartition(" (")
    return re.sub(r"'[^']*'|\"[^\"]*\"", "…", what) + bracket + place if bracket else "it cannot be read"


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    return found if len(found) == len(pairs) else Repeated(pairs)


def json_name(value: object) -> str:
    """What JSON calls a value, with the value where it is a short one."""
    match value:
        case None:
            return "null"
        case bool():
            return str(value).lower()
        case int() | float():
            return f"the number {shown(value)}"
        case str():
            return f"the text {shown_if_plain(value)}"
        case list():
            return "a list"
        case _:
            return "an object"
