"""Registers read fast, with msgspec.

This reader is a shortcut beside the exact reader. It returns the register that the exact reader
would return, or it gives up, and then the exact reader reads the document again and lists its
problems. It may give up on a valid document, but it never accepts an invalid one. The exact reader
requires the following of a document, and this module makes sure of every point:

- The text is JSON, and every value has the type of its field. msgspec rejects everything else, and
  does not convert values of another type.
- Every value is valid. The field's own validator is called with each different value of a column,
  except for plain keys such as `SAMPLE-0001`: all validators of keys accept these. Classes whose
  fields convert their values are left to the exact reader.
- No required field is missing. If a row lacks a field that does not have a default, the reader
  gives up.
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
"""

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, filterfalse, repeat
from operator import attrgetter
from typing import Any, final, get_args

import msgspec
from attrs import NOTHING, Attribute, fields, frozen, has
from cattrs.errors import BaseValidationError
from msgspec import UNSET, Raw, UnsetType

from nsc_program.errors import NscError
from nsc_program.records._records import AnyRecord
from nsc_program.records._register import Register
from nsc_program.serialization._converter import strict
from nsc_program.serialization._documents import KEYS, RegisterDocument, RestOfRegister
from nsc_program.serialization._parsing import collector_paused, parse
from nsc_program.values._enterprise_codes import is_enterprise_code
from nsc_program.values._keys import is_fact_key, is_key
from nsc_program.values._validators import is_text

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_PLAIN = re.compile(r"[A-Za-z][!-~]{0,199}")
_ANY_PLAIN = (is_key, is_enterprise_code, is_fact_key, is_text)
"""The validators of keys, all of which accept every plain key."""


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
    except (
        _Doubt,
        msgspec.MsgspecError,
        UnicodeError,
        RecursionError,
        BaseValidationError,
        NscError,
    ):
        return None


class _Doubt(Exception):
    """The document has to be read by the exact reader."""


def _read(text: bytes, schema: str) -> Register:
    content = _content(_decoder().decode(text))
    if content["schema"] != schema:
        raise _Doubt
    tables = list(_tables(content))
    raw = {name: bytes(value) for name, value in content.items() if isinstance(value, Raw)}
    members = len(content) + sum(rows.members for rows in tables)
    if not any(_are_all(members, text, raw.values(), at_most) for at_most in _AT_MOST):
        raise _Doubt
    records = chain.from_iterable(rows.records() for rows in tables)
    return _register(records, strict().structure(parse(_joined(raw)), RestOfRegister))


def _tables(content: Mapping[str, Any]) -> Iterator["_Rows"]:
    """Yield the rows of each class, as columns."""
    for kind, key in _PLAIN_KINDS.items():
        if key in content:
            yield _Rows.of(kind, content[key])


def _content(document: Any) -> dict[str, Any]:
    """Return the members of a decoded document, by key."""
    members = {name: getattr(document, name) for name in document.__struct_fields__}
    return {name: value for name, value in members.items() if value is not UNSET}


def _register(records: Iterable[AnyRecord], rest: RestOfRegister) -> Register:
    return Register(chain(records, rest.reported_figures), rest.completeness, rest.rejected)


# Two upper bounds on the number of members in a JSON text. The first is faster, the second tighter.
_AT_MOST: tuple[Callable[[bytes], int], ...] = (
    lambda text: text.count(b":"),
    lambda text: sum(map(text.count, (b'":', b" :", b"\t:", b"\n:", b"\r:"))),
)


def _are_all(
    members: int, text: bytes, raw: Iterable[bytes], at_most: Callable[[bytes], int]
) -> bool:
    """Return whether the decoded members are certainly all the members of a document.

    The members in raw parts are not among them: the exact reader reads these.
    """
    return at_most(text) == members + sum(map(at_most, raw))


def _joined(values: Mapping[str, bytes]) -> bytes:
    return (
        b"{"
        + b",".join(b'"%b":%b' % (name.encode(), value) for name, value in values.items())
        + b"}"
    )


# The classes whose fields take values as they stand in a document, without a converter.
_PLAIN_KINDS = {
    kind: key
    for kind, key in KEYS.items()
    if all(attribute.converter is None for attribute in fields(kind))
}


@cache
def _decoder() -> Any:
    """Return the decoder of a register's document; lists of other classes stay raw text."""
    lists: dict[str, Any] = {attribute.name: Raw for attribute in fields(RegisterDocument)}
    lists |= {key: list.__class_getitem__(_row(kind)) for kind, key in _PLAIN_KINDS.items()}
    keys = [(key, kind | UnsetType, UNSET) for key, kind in lists.items()]
    return msgspec.json.Decoder(msgspec.defstruct("Document", [("schema", str), *keys], gc=False))


def _row(kind: Any) -> Any:
    """Return a struct with the fields of a class of records, each of which may be left out."""
    columns = [(attribute.name, attribute.type | UnsetType, UNSET) for attribute in fields(kind)]
    return msgspec.defstruct(kind.__name__, columns, gc=False)


@final
@frozen
class _Rows:
    """The rows of one class, as columns.

    Attributes:
        kind: the class.
        count: the number of rows.
        columns: the values of each field; a value that was left out has its default.
        members: the number of members that the rows and the objects in them have in the document.
    """

    kind: type[AnyRecord]
    count: int
    columns: Mapping[str, Iterable[Any]]
    members: int

    @classmethod
    def of(cls, kind: type[AnyRecord], rows: Sequence[Any]) -> "_Rows":
        """Turn rows into columns, and check them."""
        read = {attribute.name: _column(attribute, rows) for attribute in fields(kind)}
        columns = {name: column for name, (column, _) in read.items()}
        members = sum(members for _, members in read.values())
        return cls(kind, len(rows), columns, members)

    def records(self) -> list[AnyRecord]:
        """Return the records, made without `__init__`, which would validate each value again."""
        records = list(map(object.__new__, repeat(self.kind, self.count)))
        for name, column in self.columns.items():
            _for_each(getattr(self.kind, name).__set__, records, column)
        if hasattr(self.kind, "__attrs_post_init__"):
            _for_each(self.kind.__attrs_post_init__, records)
        return records


def _column(attribute: "Attribute[Any]", rows: Sequence[Any]) -> tuple[Iterable[Any], int]:
    """Return the checked values of a field, and the number of their members in the document."""
    given = list(map(attrgetter(attribute.name), rows))
    left_out = given.count(UNSET)
    if left_out and attribute.default is NOTHING:
        raise _Doubt
    column = _filled(given, left_out, attribute.default)
    if left_out < len(rows):
        _check(attribute, column)
    return column, len(rows) - left_out + _members_within(attribute, given)


def _for_each(work: Callable[..., object], *columns: Iterable[Any]) -> None:
    """Call a function with the values of each row, and drop the results."""
    deque(map(work, *columns), maxlen=0)


def _members_within(attribute: "Attribute[Any]", column: Iterable[Any]) -> int:
    """Return the number of members of the objects within a field; these have all their fields."""
    kind = next(iter(get_args(attribute.type)), None)
    if kind is None or not has(kind):
        return 0
    return len(fields(kind)) * sum(len(items) for items in column if items is not UNSET)


def _filled(column: Sequence[Any], left_out: int, default: object) -> Iterable[Any]:
    """Put the default in the place of values that were left out."""
    if left_out == len(column):
        return repeat(default, left_out)
    return [default if value is UNSET else value for value in column] if left_out else column


def _check(attribute: "Attribute[Any]", column: Iterable[Any]) -> None:
    """Call a field's validator with each different value, except plain keys."""
    validate: Any = attribute.validator
    if validate in _ANY_PLAIN:
        column = filterfalse(_PLAIN.fullmatch, column)
    elif getattr(validate, "validator", None) in _ANY_PLAIN:  # the field is optional
        column = filterfalse(_PLAIN.fullmatch, (value for value in column if value is not None))
    for value in set(column):
        validate(None, attribute, value)
