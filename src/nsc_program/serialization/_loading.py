"""Load a document that is parsed already, once its first key says that it is of the right kind."""

import re
from typing import Any, TypeVar

from nsc_program._collector import collector_paused
from nsc_program.errors import DocumentError, Message
from nsc_program.serialization._documents import SCHEMAS, Lists, read
from nsc_program.values._validators import shown, shown_if_plain

T = TypeVar("T")

_OURS = re.compile(r"nsc-program/[a-z]+/[0-9]{1,9}")


def loaded(document: dict[str, Any], kind: type[T], lists: Lists) -> T:
    """Return the value of a document, from which the key `schema` is removed.

    Args:
        document: the document.
        kind: one of the classes in `SCHEMAS`.
        lists: the lists of records of an embedder's classes.

    Raises:
        DocumentError: if the document is not valid, with all problems, each with its path.
    """
    _check_schema(document.pop("schema", None), SCHEMAS[kind])
    with collector_paused():
        return read(document, kind, lists)


def _check_schema(name: Any, expected: str) -> None:
    """Refuse a document with another schema."""
    if name != expected:
        raise _wrong_schema(repr(expected), _schema_shown(name))


def _wrong_schema(expected: str, got: Message) -> DocumentError:
    return DocumentError.at(
        "schema",
        code="wrong-schema",
        vi=f"cần {expected}, nhận được {got.vi}",
        en=f"expected {expected}, got {got.en}",
    )


def _schema_shown(schema: object) -> Message:
    """Show a schema in full if it may be one of this library."""
    if schema is None:
        return Message("chỗ trống", "nothing")
    text = shown(schema) if _OURS.fullmatch(str(schema)) else shown_if_plain(schema)
    return Message(text, text)
