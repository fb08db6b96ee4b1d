"""Registers read fast, with msgspec.

This reader is a shortcut beside the exact reader. It returns the register that the exact reader
would return, or it gives up, and then the exact reader reads the document again and lists its
problems. It may give up on a valid document, but it never accepts an invalid one. The exact reader
requires the following of a document, and this module makes sure of every point:

- The text is JSON, and every value has the type of its field. msgspec rejects everything else, and
  does not convert values of another type.
- Every value is valid, and no required field is missing (`_fast_rows`). Classes whose fields
  convert their values are left to the exact reader.
- No key is unknown, and no key stands twice in one object. msgspec skips unknown keys and keeps
  the last value of a repeated key, both silently. So the reader counts. A member of an object
  (`"key": value`) always has a colon between its key and its value, and therefore

      members that were decoded <= members in the document <= colons in the document

  If the first number equals the last, it also equals the one between them: every member was
  decoded, and none was skipped or overwritten. If they differ, the reader gives up. A colon within
  a text, such as "12:30", makes only the last number larger. Then a second, slower count is tried:
  the colons that follow a quotation mark or white space, as the colon of a member always does.
- The lists that msgspec keeps as raw text are valid. The exact reader reads them, so the colons in
  them are left out of the count.
- The records do not contradict each other. `Register` itself checks this, as always.

A long list is cut into pieces, so that the rows of only one piece are in memory beside the records.
A cut is made between two rows, where `}`, a comma and `{` with the first key of the first row
follow each other. This is not within a text, because a quotation mark in a text has a backslash
before it. If it is within a row, neither side is JSON, and the reader gives up.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

import msgspec
from attrs import fields
from cattrs.errors import BaseValidationError
from msgspec import UNSET, Raw, UnsetType

from nsc_program._collector import collector_paused
from nsc_program.errors import NscError
from nsc_program.records._records import AnyRecord
from nsc_program.records._register import Register
from nsc_program.serialization._converter import strict
from nsc_program.serialization._documents import RegisterDocument, RestOfRegister
from nsc_program.serialization._fast_rows import PLAIN_KINDS, Doubt, Rows, made_once, row
from nsc_program.serialization._parsing import parse

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_PIECE = 2**16
_FIRST_KEY = re.compile(rb'\[[ \t\n\r]*\{[ \t\n\r]*("[a-z_]+")')


def read_register(text: str | bytes, schema: str) -> Register | None:
    """Read a register.

    Args:
        text: the document; bytes are UTF-8.
        schema: the name and version that must stand under `"schema"`.

    Returns:
        The register; `None` if the exact reader has to read the document.
    """
    try:
        encoded = text.encode() if isinstance(text, str) else text.removeprefix(_BYTE_ORDER_MARK)
        with collector_paused():
            return _read(encoded, schema)
    except DOUBTS:
        return None


DOUBTS = (
    Doubt,
    msgspec.MsgspecError,
    UnicodeError,
    RecursionError,
    BaseValidationError,
    NscError,
)
"""The errors after which the exact reader has to read a document."""


def _read(text: bytes, schema: str) -> Register:
    content = _content(_decoder().decode(text))
    if content.pop("schema") != schema:
        raise Doubt
    tables = {kind: Rows(kind) for kind, key in PLAIN_KINDS.items() if key in content}
    records = list(
        chain.from_iterable(
            rows.records(piece)
            for kind, rows in tables.items()
            for piece in _pieces(kind, content.pop(PLAIN_KINDS[kind]))
        )
    )
    raw = {name: bytes(value) for name, value in content.items()}
    members = 1 + len(tables) + len(raw) + sum(rows.members for rows in tables.values())
    if not are_all(members, text, raw.values()):
        raise Doubt
    return _register(records, strict().structure(parse(_joined(raw)), RestOfRegister))


def _content(document: Any) -> dict[str, Any]:
    """Return the members of a decoded document, by key."""
    members = {name: getattr(document, name) for name in document.__struct_fields__}
    return {name: value for name, value in members.items() if value is not UNSET}


def _pieces(kind: Any, raw: Raw) -> Iterator[list[Any]]:
    """Yield the rows of a list, a piece of its text at a time."""
    text, decode = memoryview(raw), _rows_decoder(kind).decode
    first = _FIRST_KEY.match(text)
    start, opened = 0, b""
    if first is not None and len(text) > _PIECE:
        cut = re.compile(rb"\}[ \t\n\r]*,[ \t\n\r]*(?=\{[ \t\n\r]*%b)" % first[1])
        while between := cut.search(text, start + _PIECE):
            yield decode(b"".join((opened, text[start : between.start() + 1], b"]")))
            start, opened = between.end(), b"["
    yield decode(b"".join((opened, text[start:])))


@made_once
def _rows_decoder(kind: Any) -> "msgspec.json.Decoder[Any]":
    """Return what decodes a list of rows.

    Args:
        kind: the class of records.
    """
    return msgspec.json.Decoder(list.__class_getitem__(row(kind)))


def _register(records: Iterable[AnyRecord], rest: RestOfRegister) -> Register:
    return Register(
        chain(records, rest.reported_figures),
        rest.completeness,
        rest.rejected,
        territory=rest.territory,
    )


# Two upper bounds on the number of members in a JSON text. The first is faster, the second tighter.
_AT_MOST: tuple[Callable[[bytes], int], ...] = (
    lambda text: text.count(b":"),
    lambda text: sum(map(text.count, (b'":', b" :", b"\t:", b"\n:", b"\r:"))),
)


def are_all(members: int, text: bytes, raw: Iterable[bytes] = ()) -> bool:
    """Return whether the decoded members are certainly all the members of a text.

    The members in raw parts are not among them: the exact reader reads these.

    Args:
        members: how many members were decoded.
        text: the text.
        raw: the raw parts.
    """
    parts = list(raw)
    return any(at_most(text) == members + sum(map(at_most, parts)) for at_most in _AT_MOST)


def _joined(values: Mapping[str, bytes]) -> bytes:
    return (
        b"{"
        + b",".join(b'"%b":%b' % (name.encode(), value) for name, value in values.items())
        + b"}"
    )


@made_once
def _decoder() -> "msgspec.json.Decoder[Any]":
    """Return what decodes a document, with its lists as raw text."""
    keys: Any = [(field.name, Raw | UnsetType, UNSET) for field in fields(RegisterDocument)]
    return msgspec.json.Decoder(msgspec.defstruct("Document", [("schema", str), *keys], gc=False))
