"""Text to plain objects, with everything refused that JSON leaves to chance."""

import json
from typing import Any

from nsc_program._validators import shown
from nsc_program.errors import DocumentError


class Repeated(dict[str, Any]):
    """A JSON object in which keys stand twice; it is refused where its path is known."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        """Remember which."""
        super().__init__(pairs)
        keys = [key for key, _ in pairs]
        self.twice = sorted({key for key in keys if keys.count(key) > 1})

    def __str__(self) -> str:
        """Say which."""
        return f"{', '.join(map(repr, self.twice))} stands twice in one object"


def parse(text: str | bytes) -> dict[str, Any]:
    """Read a JSON object.

    Raises:
        DocumentError: with the place, if it is none.
    """
    try:
        decoded = text if isinstance(text, str) else text.decode("utf-8-sig")
        document = json.loads(decoded, object_pairs_hook=_object)
    except UnicodeDecodeError as problem:
        raise DocumentError(("", f"expected UTF-8 text: {problem.reason} at byte {problem.start}")) from None
    except json.JSONDecodeError as problem:
        place = f"line {problem.lineno}, column {problem.colno}"
        raise DocumentError(("", f"not valid JSON (is it cut off?): {problem.msg} at {place}")) from None
    except RecursionError:
        raise DocumentError(("", "lists or objects are nested too deeply")) from None
    except ValueError:  # Python's own limit against slow input
        raise DocumentError(("", "a number has too many digits")) from None
    if type(document) is Repeated:
        raise DocumentError(("", str(document)))
    if type(document) is not dict:
        raise DocumentError(("", f"expected an object, got {json_name(document)}"))
    return document


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
            return f"the text {shown(value)}"
        case list():
            return "a list"
        case _:
            return "an object"
