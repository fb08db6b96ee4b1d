"""Rules about two fields of one record, which its class declares."""

from datetime import date
from typing import Any, TypeAlias

from nsc_program.errors import InvalidValue

Pair: TypeAlias = tuple[str, str]
"""The names of two fields."""


def reject_wrong_order(record: Any, name: str, later_name: str) -> None:
    """Reject two dates in the wrong order, at the field of the later one.

    Args:
        record: the record.
        name: the field of the day that comes first.
        later_name: the field of the day that is not before it; a day that is absent is in order.
    """
    later: date | None = getattr(record, later_name)
    if later is None:
        return
    earlier: date | None = getattr(record, name)
    if earlier is not None and later < earlier:
        raise InvalidValue.at(
            later_name,
            code="before-its-start",
            vi=f"{later} sớm hơn {name}, {earlier}",
            en=f"{later} is before {name}, {earlier}",
        )


def reject_both_or_neither(record: Any, one: str, other: str) -> None:
    """Reject a record that has both of two fields, or neither.

    Args:
        record: the record, whose class has a `NOUN`.
        one: a field.
        other: another field.
    """
    is_absent = getattr(record, one) is None
    if is_absent == (getattr(record, other) is None):
        vi, en = ("không có", "neither") if is_absent else ("có cả hai", "both")
        noun = record.NOUN
        raise InvalidValue.at(
            code=code_of(one, other),
            vi=f"một {noun.vi} cần {one} hoặc {other}, và chỉ một trong hai; ở đây {vi}",
            en=f"{_one(noun.en)} needs {_one(one)} or {_one(other)}, and only one of them; "
            f"this one has {en}",
        )


def code_of(one: str, other: str) -> str:
    """Return the code of the problem that a record has both of two fields, or neither.

    Args:
        one: a field.
        other: another field.
    """
    return f"{one}-or-{other}".replace("_", "-")


def _one(noun: str) -> str:
    """Return an English noun with its article."""
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"
