"""JSON in and out: strict, one text for equal values, every problem listed with its path.

Dates are ISO (`"2025-12-31"`), whole numbers are JSON numbers and other fractions text (`"3/2"`), an absent end is
`null`. A field that has its default may be left out; a register leaves it out, an evaluation writes it. Where a field
can hold several classes, `"type"` names it.
"""

import json
import re
from typing import Any, TypeVar, cast

from attrs import has
from cattrs import Converter

from nsc_program.errors import DocumentError, Message
from nsc_program.records._register import Register
from nsc_program.serialization._documents import SCHEMAS, read, write
from nsc_program.serialization._documents import converter as strict
from nsc_program.serialization._parsing import collector_paused, parse, parse_toml
from nsc_program.serialization._schemas import schema
from nsc_program.serialization._writing import digest, digest_of
from nsc_program.values._validators import one_of, shown, shown_if_plain, wrong_type

__all__ = [
    "MOST_BYTES",
    "SCHEMAS",
    "configure_converter",
    "digest",
    "digest_of",
    "from_json",
    "from_toml",
    "make_converter",
    "schema",
    "to_json",
]

T = TypeVar("T")

_OURS = re.compile(r"nsc-program/[a-z]+/[0-9]{1,9}")
_KINDS = tuple(kind.__name__ for kind in SCHEMAS)

MOST_BYTES = 2**30
"""How long a document may be, unless more is asked for."""


def to_json(obj: object) -> str:
    """Write a document: equal values give one text.

    Raises:
        InvalidType: for anything but an instance of one of the classes in `SCHEMAS`.

    >>> from datetime import date
    >>> from nsc_program import Fact
    >>> print(to_json(Register([Fact("supported", "SAMPLE-0001", date(2024, 6, 30))])))
    {
     "schema": "nsc-program/register/1",
     "facts": [
      {
       "indicator": "supported",
       "key": "SAMPLE-0001",
       "on": "2024-06-30"
      }
     ]
    }
    """
    if type(obj) not in SCHEMAS:
        raise wrong_type("document", one_of(_KINDS), obj)
    document = {"schema": SCHEMAS[type(obj)], **write(obj)}
    return json.dumps(document, ensure_ascii=False, indent=1)


def from_json(text: str | bytes, kind: type[T], *, most: int = MOST_BYTES) -> T:
    """Read a document of one of the classes in `SCHEMAS`, or say everything that is wrong with it.

    `most` is how many bytes (of text: characters) it may have.

    Raises:
        InvalidType: for another kind, or what is neither text nor bytes.
        DocumentError: with all problems, each with its path, such as `supports[3].completed_on`.

    >>> from_json('{"schema": "nsc-program/register/1", "suports": []}', Register)
    Traceback (most recent call last):
      ...
    nsc_program.errors.DocumentError: unknown key 'suports'; did you mean 'supports'?
    """
    _check_asked(text, kind, most)
    if kind is Register:
        found = _read_fast(text)
        if found is not None:
            return cast(T, found)
    return _read(parse(text), kind)


def from_toml(text: str | bytes, kind: type[T], *, most: int = MOST_BYTES) -> T:
    """Read a document as `from_json` does, from TOML, in which people rather write plans.

    Dates may be TOML's own. It has no null, so an end that is absent is left out.

    Raises:
        InvalidType, DocumentError: as `from_json`.

    >>> from nsc_program import Reading
    >>> from_toml('schema = "nsc-program/reading/1"' + chr(10) + "strict = false", Reading) == Reading(strict=False)
    True
    """
    _check_asked(text, kind, most)
    return _read(parse_toml(text), kind)


def _check_asked(text: str | bytes, kind: type, most: int) -> None:
    if kind not in SCHEMAS:
        raise wrong_type("kind", one_of(_KINDS), kind)
    if not isinstance(text, (str, bytes)):
        raise wrong_type("text", Message("chữ hoặc bytes", "text or bytes"), text)
    if len(text) > most:
        raise DocumentError.at(
            code="too-large",
            vi=f"cần tối đa {most:,} byte, nhận được {len(text):,}",
            en=f"expected at most {most:,} bytes, got {len(text):,}",
        )


def _read(document: dict[str, Any], kind: type[T]) -> T:
    name = document.pop("schema", None)
    if name != SCHEMAS[kind]:
        expected, got = repr(SCHEMAS[kind]), _schema_shown(name)
        raise DocumentError.at(
            "schema",
            code="wrong-schema",
            vi=f"cần {expected}, nhận được {got.vi}",
            en=f"expected {expected}, got {got.en}",
        )
    with collector_paused():
        return read(document, kind)


def _read_fast(text: str | bytes) -> Register | None:
    """Read a valid register with msgspec, if the extra `fast` is installed; the exact reader takes what it leaves."""
    try:
        from nsc_program.serialization._fast import read_register  # noqa: PLC0415  # who reads no register needs none
    except ImportError:
        return None
    return read_register(text, SCHEMAS[Register])


def _schema_shown(schema: object) -> Message:
    """Show a schema if it may be one of ours."""
    if schema is None:
        return Message("chỗ trống", "nothing")
    text = shown(schema) if _OURS.fullmatch(str(schema)) else shown_if_plain(schema)
    return Message(text, text)


def make_converter() -> Converter:
    """A new cattrs converter that reads and writes this library's classes as these documents do."""
    converter = Converter()
    configure_converter(converter)
    return converter


def configure_converter(converter: Converter) -> None:
    """Teach a converter of yours this library's classes; how it treats any other class stays as it is."""
    converter.register_structure_hook_func(
        _is_ours, lambda value, kind: strict().structure(value, kind)
    )
    converter.register_unstructure_hook_func(_is_ours, write)


def _is_ours(kind: Any) -> bool:
    return has(kind) and kind.__module__.partition(".")[0] == __name__.partition(".")[0]
