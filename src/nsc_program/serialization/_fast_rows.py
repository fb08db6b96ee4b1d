"""Records made from rows of documents, a column at a time, with msgspec.

A row becomes a record without `__init__`, which would call a validator for each value again. What
`__init__` checks is checked for the columns:

- msgspec gives every value the type of its field, and does not convert values of another type.
- Each field's own validator is called with each different value of a column. Plain keys, printable
  texts and days are left out, because every validator of keys, texts or days accepts them, and so
  are truth values and members of enumerations, because the validator was called with all of them.
- What a class refuses of two fields (`IN_ORDER`, `EITHER`) is compared for the two columns.

Equal values of a column become one object: a register has few days and amounts of money, and
several supports of most enterprises.
"""

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from enum import EnumType
from functools import cache, wraps
from itertools import filterfalse, repeat
from operator import attrgetter, le
from threading import RLock
from typing import Any, TypeVar, final, get_args

import msgspec
from attrs import NOTHING, Attribute, fields, has
from msgspec import UNSET, UnsetType

from nsc_program.records._records import AnyRecord
from nsc_program.serialization._documents import KEYS
from nsc_program.values._enterprise_codes import is_enterprise_code
from nsc_program.values._keys import PLAIN_KEY, is_fact_key, is_key
from nsc_program.values._validator_parts import checks_of
from nsc_program.values._validators import is_date, is_text

PLAIN_KINDS: Mapping[type[AnyRecord], str] = {
    kind: key
    for kind, key in KEYS.items()
    if all(attribute.converter is None for attribute in fields(kind))
}
"""The classes whose fields take values as they stand in a document, with their keys."""

PLAIN: Mapping[Any, Callable[[str], object]] = {
    is_key: PLAIN_KEY.fullmatch,
    is_enterprise_code: PLAIN_KEY.fullmatch,
    is_fact_key: PLAIN_KEY.fullmatch,
    is_text: str.isprintable,
}
"""Maps some validators to a test; every text that passes the test is accepted."""

_FEW, _MOST_SHARED = 2**12, 2**16

T = TypeVar("T")


class Doubt(Exception):  # not an error: the exact reader decides
    """The rows have to be read by the exact reader."""


_MAKING = RLock()


def made_once(make: Callable[..., T]) -> Callable[..., T]:
    """Keep what a function makes with msgspec, and let only one thread at a time make anything.

    msgspec stores what it knows about a class before it knows everything. Another thread that makes
    a decoder for that class meanwhile would crash the process when it reads.

    Args:
        make: the function.
    """
    kept = cache(make)

    @wraps(make)
    def one_at_a_time(*arguments: Any) -> T:
        with _MAKING:
            return kept(*arguments)

    return one_at_a_time


@made_once
def row(kind: Any) -> Any:
    """Return a struct with the fields of a class of records; those with a default may be left out.

    Args:
        kind: the class.
    """
    columns: list[Any] = [_as_column(attribute) for attribute in fields(kind)]
    return msgspec.defstruct(kind.__name__, columns, kw_only=True, gc=False)


def _as_column(attribute: "Attribute[Any]") -> tuple[Any, ...]:
    """Return the name and the type of a field, and what stands for a value that is left out."""
    name, kind = attribute.name, _type(attribute)
    return (name, kind) if attribute.default is NOTHING else (name, kind | UnsetType, UNSET)


def _type(attribute: "Attribute[Any]") -> Any:
    """Return the type of a field, with a struct in the place of a class of objects within it."""
    kind = within(attribute)
    return attribute.type if kind is None else tuple.__class_getitem__((_object(kind), ...))


def within(attribute: "Attribute[Any]") -> Any:
    """Return the class of the objects in a field's tuple; `None` if it does not hold objects.

    Args:
        attribute: the attribute of the field.
    """
    kind = next(iter(get_args(attribute.type)), None)
    return kind if kind is not None and has(kind) else None


@made_once
def _object(kind: Any) -> Any:
    """Return a struct with the fields of a class of objects within records, all of them given."""
    columns = [(attribute.name, attribute.type) for attribute in fields(kind)]
    return msgspec.defstruct(kind.__name__, columns, frozen=True, gc=False)


@final
class Rows:
    """The rows of one class, which may come in several parts.

    Attributes:
        members: how many members the rows and the objects in them had in the document so far.
    """

    def __init__(self, kind: type[AnyRecord]) -> None:
        """Begin without rows.

        Args:
            kind: the class.
        """
        self.members = 0
        self._kind: Any = kind
        self._columns = [_Column(kind, attribute) for attribute in fields(kind)]

    def records(self, rows: Sequence[Any]) -> list[AnyRecord]:
        """Return the records of some rows.

        Args:
            rows: the structs that stand for the rows.

        Raises:
            Doubt: if a row may have a fault.
            NscError: if a validator rejects a value.
        """
        records = list(map(object.__new__, repeat(self._kind, len(rows))))
        held: dict[str, list[Any]] = {}
        for column in self._columns:
            values, members = column.read(rows)
            held[column.attribute.name] = values
            self.members += members
            deque(map(column.put, records, values), maxlen=0)
        self._compare(held)
        return records

    def _compare(self, held: Mapping[str, list[Any]]) -> None:
        """Doubt columns that contradict each other."""
        for earlier, later in getattr(self._kind, "IN_ORDER", ()):
            if not _are_in_order(held[earlier], held[later]):
                raise Doubt
        for one, other in getattr(self._kind, "EITHER", ()):
            if not _are_exclusive(held[one], held[other]):
                raise Doubt


def _are_in_order(earlier: list[Any], later: list[Any]) -> bool:
    """Return whether no day of a column is before the day beside it; `None` is in order."""
    if None in earlier or None in later:
        pairs = zip(earlier, later, strict=True)
        return all(first is None or last is None or first <= last for first, last in pairs)
    return all(map(le, earlier, later))


def _are_exclusive(one: list[Any], other: list[Any]) -> bool:
    """Return whether just one of two columns has a value in each row."""
    return all((left is None) != (right is None) for left, right in zip(one, other, strict=True))


@final
class _Column:
    """The values of one field in the rows of a class."""

    def __init__(self, kind: type[AnyRecord], attribute: "Attribute[Any]") -> None:
        """Look at the field.

        Args:
            kind: the class of records.
            attribute: the attribute of the field.
        """
        self.attribute = attribute
        self._default: Any = attribute.default
        self.put: Callable[[Any, Any], None] = getattr(kind, attribute.name).__set__
        self._get = attrgetter(attribute.name)
        self._within = within(attribute)
        self._all_pass = _all_pass(attribute)
        self._checks = tuple(checks_of(attribute.validator))
        self._is_of_days = [check.rule for check in self._checks] == [is_date]
        self._seen: dict[Any, Any] = {}
        self._repeats = True

    def read(self, rows: Sequence[Any]) -> tuple[list[Any], int]:
        """Return the checked values of some rows, and how many members they have in documents."""
        values: list[Any] = list(map(self._get, rows))
        left_out = 0 if self._default is NOTHING else values.count(UNSET)
        if left_out == len(values):
            return [self._default] * left_out, 0
        if left_out:
            values = [self._default if value is UNSET else value for value in values]
        within = 0 if self._within is None else sum(map(len, values)) * len(fields(self._within))
        return self._checked(values), len(values) - left_out + within

    def _checked(self, values: list[Any]) -> list[Any]:
        """Return accepted values as records hold them; equal ones are one object, if many are."""
        if self._all_pass:
            return values
        if not self._repeats:
            return self._accepted(values)
        if len(self._seen) > _MOST_SHARED:
            self._seen.clear()
        if self._is_of_days:
            return list(map(self._seen.setdefault, values, values))
        new = list(set(values).difference(self._seen))
        self._seen.update(zip(new, self._accepted(new), strict=True))
        self._repeats = len(self._seen) < _FEW or len(new) <= len(values) / 2
        return list(map(self._seen.__getitem__, values))

    def _accepted(self, values: list[Any]) -> list[Any]:
        """Return values as records hold them, after the field's validator has seen them."""
        if self._within is not None:
            values = [tuple(map(self._made, items)) for items in values]
        for validate, spares_none in self._checks:
            doubtful = (value for value in values if not (spares_none and value is None))
            for value in filterfalse(PLAIN.get(validate, _never), doubtful):
                validate(None, self.attribute, value)
        return values

    def _made(self, given: Any) -> Any:
        """Return the object that a struct stands for."""
        return self._within(*msgspec.structs.astuple(given))


def _never(_: object) -> bool:
    return False


def _all_pass(attribute: "Attribute[Any]") -> bool:
    """Return whether a field takes truth values or members, and its validator accepts them all."""
    kind: Any = attribute.type
    members = (False, True) if kind is bool else tuple(kind) if isinstance(kind, EnumType) else ()
    validate: Any = attribute.validator
    for member in members:
        validate(None, attribute, member)
    return bool(members)
