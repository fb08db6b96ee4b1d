"""Registers read fast: msgspec reads rows, and their columns are looked through one at a time.

It gives up at the least doubt, and the exact reader decides. Whatever it makes a register of, that reader makes an
equal one of: each field's own validator has seen each of the values, but for keys so plain that all of them pass.
"""

import re
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
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
from nsc_program.serialization._documents import KEYS, RegisterDocument
from nsc_program.serialization._parsing import collector_paused, parse
from nsc_program.values._validators import is_enterprise_code, is_fact_key, is_key, is_text

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_PLAIN = re.compile(r"[A-Za-z][!-~]{0,199}")
_ANY_PLAIN = (is_key, is_enterprise_code, is_fact_key, is_text)
"""The validators that every plain key passes."""


def read_register(text: str | bytes, schema: str) -> Register | None:
    """Read a valid register; `None` if there may be anything wrong with it."""
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
    """Something that the exact reader has to look at."""


def _read(text: bytes, schema: str) -> Register:
    document = _decoder().decode(text)
    given = {
        name: value
        for name in document.__struct_fields__
        if (value := getattr(document, name)) is not UNSET
    }
    rows = {kind: _Rows.of(kind, given[key]) for kind, key in _PLAIN_KINDS.items() if key in given}
    others = {name: bytes(value) for name, value in given.items() if isinstance(value, Raw)}
    members = len(given) + sum(each.members for each in rows.values())
    if given.pop("schema") != schema or not any(
        _are_all(members, text, others.values(), most) for most in _MOST
    ):
        raise _Doubt
    rest = strict().structure(parse(_joined(others)), RegisterDocument)
    records = chain.from_iterable(each.records() for each in rows.values())
    return Register(chain(records, rest.reported_figures), rest.completeness, rest.rejected)


# How many members the objects of a document have at most; a colon in a text may look like one. The first is faster.
_MOST: tuple[Callable[[bytes], int], ...] = (
    lambda text: text.count(b":"),
    lambda text: sum(map(text.count, (b'":', b" :", b"\t:", b"\n:", b"\r:"))),
)


def _are_all(
    members: int, text: bytes, others: Iterable[bytes], most: Callable[[bytes], int]
) -> bool:
    """Whether a document has no more members than were read, so that no key stands twice and none is unknown.

    What is in `others` is read by the exact reader, which sees to it itself.
    """
    return most(text) == members + sum(map(most, others))


def _joined(values: Mapping[str, bytes]) -> bytes:
    return (
        b"{"
        + b",".join(b'"%b":%b' % (name.encode(), value) for name, value in values.items())
        + b"}"
    )


# The classes that hold what a document says as it stands: nothing is converted.
_PLAIN_KINDS = {
    kind: key for kind, key in KEYS.items() if all(each.converter is None for each in fields(kind))
}


@cache
def _decoder() -> Any:
    lists: dict[str, Any] = {each.name: Raw for each in fields(RegisterDocument)}
    lists |= {key: list.__class_getitem__(_row(kind)) for kind, key in _PLAIN_KINDS.items()}
    keys = [(key, kind | UnsetType, UNSET) for key, kind in lists.items()]
    return msgspec.json.Decoder(msgspec.defstruct("Document", [("schema", str), *keys], gc=False))


def _row(kind: Any) -> Any:
    """A class of rows with the fields of a class of records, each of which may be left out."""
    each = [(one.name, one.type | UnsetType, UNSET) for one in fields(kind)]
    return msgspec.defstruct(kind.__name__, each, gc=False)


@final
@frozen
class _Rows:
    """Rows of one class by columns; what is not given has its default.

    Attributes:
        members: how many members the rows have, and the objects in them.
    """

    kind: type[AnyRecord]
    count: int
    columns: Mapping[str, Iterable[Any]]
    members: int

    @classmethod
    def of(cls, kind: type[AnyRecord], rows: Sequence[Any]) -> "_Rows":
        columns: dict[str, Iterable[Any]] = {}
        members = 0
        for attribute in fields(kind):
            column = list(map(attrgetter(attribute.name), rows))
            left_out = column.count(UNSET)
            if left_out and attribute.default is NOTHING:
                raise _Doubt
            members += len(rows) - left_out + _members_within(attribute, column)
            columns[attribute.name] = _filled(column, left_out, attribute.default)
            if left_out < len(rows):
                _check(attribute, columns[attribute.name])
        return cls(kind, len(rows), columns, members)

    def records(self) -> list[AnyRecord]:
        """The records, made without their own `__init__`, which would look at each value once more."""
        records = list(map(object.__new__, repeat(self.kind, self.count)))
        for name, column in self.columns.items():
            _for_each(getattr(self.kind, name).__set__, records, column)
        if hasattr(self.kind, "__attrs_post_init__"):
            _for_each(self.kind.__attrs_post_init__, records)
        return records


def _for_each(work: Callable[..., object], *columns: Iterable[Any]) -> None:
    deque(map(work, *columns), maxlen=0)


def _members_within(attribute: "Attribute[Any]", column: Iterable[Any]) -> int:
    """How many members the objects have that stand in lists of a field; each has all of its fields."""
    kind = next(iter(get_args(attribute.type)), None)
    if kind is None or not has(kind):
        return 0
    return len(fields(kind)) * sum(len(items) for items in column if items is not UNSET)


def _filled(column: Sequence[Any], left_out: int, default: object) -> Iterable[Any]:
    if left_out == len(column):
        return repeat(default, left_out)
    return [default if value is UNSET else value for value in column] if left_out else column


def _check(attribute: "Attribute[Any]", column: Iterable[Any]) -> None:
    """Show a field's validator each value once, but for plain keys."""
    validate: Any = attribute.validator
    if validate in _ANY_PLAIN:
        column = filterfalse(_PLAIN.fullmatch, column)
    elif getattr(validate, "validator", None) in _ANY_PLAIN:  # it is optional
        column = filterfalse(_PLAIN.fullmatch, (value for value in column if value is not None))
    for value in set(column):
        validate(None, attribute, value)
