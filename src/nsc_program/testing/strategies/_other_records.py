"""Draw records of classes that an embedder derives from `Record`."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import partial
from typing import Any

from nsc_program.records._base import OF_EVERY_RECORD, Record
from nsc_program.records._fields import RecordField, record_fields
from nsc_program.testing.strategies._fields import Days, mostly

KEYS = ("SAMPLE-1", "sample-1", "SAMPLE-2", "SAMPLE-3")
CODES = ("0100000001", "0100000001-001", "0100000002", "SAMPLE-1")


def other_fields(
    kind: type[Record], days: Days, maybe: Sequence[Any]
) -> Mapping[str, Sequence[Any]]:
    """Return the values that each field of a class of its own can have, the simplest first.

    Args:
        kind: The class.
        days: The days that a day can be.
        maybe: These days, and `None`.
    """
    own = [item for name, item in record_fields(kind).items() if name not in OF_EVERY_RECORD]
    return {item.name: _values(item, days, maybe) for item in own}


def _values(described: RecordField, days: Days, maybe: Sequence[Any]) -> Sequence[Any]:
    if described.is_day:
        return maybe if described.optional else days
    values = _values_of(described)
    if described.several:
        values = ((), *((value,) for value in values), tuple(values))
    return mostly(*values, None) if described.optional else values


def _values_of(described: RecordField) -> Sequence[Any]:
    """Return a few single values of a field."""
    if described.thing is not None:
        return CODES if described.folds else KEYS
    return described.members or _SOME.get(described.base, (None,))


_SOME: Mapping[Any, Sequence[Any]] = {
    bool: (False, True),
    str: ("made up", "also made up"),
    int: (1, 2, 5),
    Fraction: (Fraction(1), Fraction(1, 2)),
}
"""A few values of each type."""


def maker(kind: type[Record], fields: Mapping[str, Sequence[Any]]) -> Any:
    """Return a function that builds a record from drawn values.

    If the class refuses a combination of values, the record has the simplest values instead.
    """
    simplest = {name: values[0] for name, values in fields.items()}
    return partial(_made, kind, simplest)


def _made(kind: type[Record], simplest: Mapping[str, Any], **drawn: Any) -> Record:
    try:
        return kind(**drawn)
    except ValueError:
        return kind(**{**drawn, **simplest})
