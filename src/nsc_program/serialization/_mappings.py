"""Documents that are parsed already, as web frameworks and databases give and take them."""

from collections.abc import Iterator, Mapping
from types import NoneType
from typing import Any, TypeVar

from nsc_program.errors import DocumentError, Message, Path, Problem
from nsc_program.records._base import Record, is_record_class
from nsc_program.records._completeness import Completeness
from nsc_program.records._rejected_rows import RejectedRow
from nsc_program.serialization._documents import KEYS, SCHEMAS, lists_of, read, write
from nsc_program.serialization._loading import loaded
from nsc_program.serialization._parsing import (
    AN_OBJECT,
    TOO_DEEP,
    TOO_MANY_DIGITS,
    is_deep,
    wrong_kind,
)
from nsc_program.serialization._problems import at_most
from nsc_program.values._validators import one_of, wrong_type

T = TypeVar("T")

PARTS: Mapping[type, str] = {
    **KEYS,
    Completeness: "completeness",
    RejectedRow: "rejected",
}
"""What a register's document lists, with the keys of the lists."""


def from_mapping(
    document: Mapping[str, Any],
    kind: type[T],
    *,
    records: Mapping[str, type[Record]] | None = None,
) -> T:
    """Read a value from a document that is parsed already, such as the body of a request.

    It is as strict as `from_json`, and its errors are the same. A parser may have dropped what
    `from_json` would refuse, such as a key that stands twice.

    Args:
        document: a mapping to dicts, lists, texts, numbers, true, false and `None`.
        kind: the class to read: one of those in `SCHEMAS`; or the class of what a register lists,
            that is a class of records (also of an embedder), `Fact`, `ReportedFigure`,
            `Completeness` or `RejectedRow`. These do not have the key `schema`.
        records: an embedder's own classes of records, by their keys in documents.

    Returns:
        An instance of `kind`. The document is not changed.

    Raises:
        InvalidType: if `kind` is another class.
        DocumentError: if the document is not valid; it lists all problems, each with its path, such
            as `supports[3].completed_on`.

    >>> from nsc_program import Support
    >>> from_mapping({"id": "s1", "enterprise": "SAMPLE-1", "started_on": "2024-02-30"}, Support)
    Traceback (most recent call last):
      ...
    nsc_program.errors.DocumentError: started_on: there is no day 2024-02-30
    """
    lists = lists_of(records)
    check_kind(kind)
    plain = _plain(document)
    return read(plain, kind, lists) if is_part(kind) else loaded(plain, kind, lists)


def to_mapping(
    value: object, *, records: Mapping[str, type[Record]] | None = None
) -> dict[str, Any]:
    """Return a value as a document that is not written as text yet.

    `json.dumps` can write it, a web framework can return it, and a database can store it in a
    column of type `jsonb`.

    Args:
        value: an instance of a class that `from_mapping` reads.
        records: an embedder's own classes of records, by their keys in documents.

    Returns:
        The document. It shares nothing with the value, so the caller may change it.

    Raises:
        InvalidType: for an instance of another class, or a register with records of another class.

    >>> from datetime import date
    >>> from nsc_program import Support
    >>> to_mapping(Support(id="s1", enterprise="SAMPLE-1", started_on=date(2024, 1, 5)))
    {'id': 's1', 'enterprise': 'SAMPLE-1', 'started_on': '2024-01-05'}
    """
    kind, lists = type(value), lists_of(records)
    check_kind(kind)
    document: dict[str, Any] = write(value, lists)
    return document if is_part(kind) else {"schema": SCHEMAS[kind], **document}


def is_part(kind: type) -> bool:
    """Return whether a register's document may list values of a class.

    Args:
        kind: the class.
    """
    return kind in PARTS or is_record_class(kind)


def check_kind(kind: type) -> None:
    """Refuse a class that does not have documents and does not stand in a list of a register.

    Args:
        kind: the class.

    Raises:
        InvalidType: if it is such a class.
    """
    if not is_part(kind) and kind not in SCHEMAS:
        known = (each.__name__ for each in (*SCHEMAS, *PARTS))
        raise wrong_type("kind", one_of((*known, "Record")), kind)


# --- what JSON can hold ---


def _plain(document: Any) -> dict[str, Any]:
    """Return a copy of a document, which holds only what JSON can hold."""
    if not isinstance(document, Mapping):
        raise DocumentError(wrong_kind(AN_OBJECT, document))
    plain = dict(document)
    if is_deep(plain):
        raise DocumentError(TOO_DEEP)
    problems = [*at_most(_beyond_json(plain, ()))]
    if problems:
        raise DocumentError(*problems)
    return plain


def _beyond_json(value: Any, path: Path) -> Iterator[Problem]:
    """Yield a problem for each place with something that JSON cannot hold."""
    if type(value) is dict:
        for key, item in value.items():
            if type(key) is str:
                yield from _beyond_json(item, (*path, key))
            else:
                yield _A_KEY.within(*path)
    elif type(value) is list:
        for index, item in enumerate(value):
            yield from _beyond_json(item, (*path, index))
    elif type(value) is int and abs(value) >= _TOO_LONG:
        yield TOO_MANY_DIGITS.within(*path)
    elif type(value) not in _SCALARS:
        yield _A_VALUE.within(*path)


_SCALARS = (str, int, float, bool, NoneType)
_TOO_LONG = 10**4300
"""Python's parser of JSON refuses numbers from here on, because long ones are slow."""


_A_KEY = Problem((), "not-json-value", Message("cần khóa là chữ", "expected keys that are texts"))
_A_VALUE = Problem(
    (),
    "not-json-value",
    Message(
        "cần giá trị mà JSON ghi được; hãy ghi thành chữ hoặc số, hoặc danh sách",
        "expected a value that JSON can hold; give it as text, a number or a list",
    ),
)
