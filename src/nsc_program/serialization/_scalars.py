"""Read the scalars of documents: texts, days, numbers, and members of enumerations.

Nothing is coerced.
"""

import re
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Any, TypeAlias, cast

from nsc_program.errors import InvalidType, InvalidValue, Message, Problem
from nsc_program.plan._conditions import Scalar
from nsc_program.plan._questions import AnswerValue
from nsc_program.serialization._parsing import AN_OBJECT, Repeated, json_name, wrong_kind
from nsc_program.serialization._writing import number
from nsc_program.values._validators import (
    A_WHOLE_NUMBER,
    HALF_A_CHARACTER,
    TRUE_OR_FALSE,
    is_broken,
    one_of,
)

Hook: TypeAlias = Callable[[Any, Any], Any]

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
FRACTION = re.compile(r"-?(0|[1-9][0-9]{0,999})/[1-9][0-9]{0,999}")


def wrong(expected: Message, value: Any) -> InvalidType:
    """Return the error about a value of another kind than the expected one."""
    return InvalidType(wrong_kind(expected, value))


def exactly(kind: type, expected: Message) -> Hook:
    """Return a function that takes values of just one type."""

    def read(value: Any, _: Any) -> Any:
        if type(value) is not kind:
            raise wrong(expected, value)
        return value

    return read


def is_object(value: Any, _: Any) -> dict[str, Any]:
    """Return an object as it is.

    Raises:
        InvalidType: if the value is not an object.
        InvalidValue: if a key stands twice in it.
    """
    if isinstance(value, Repeated):
        raise InvalidValue(value.problem)
    if type(value) is not dict:
        raise wrong(AN_OBJECT, value)
    return value


def text(value: Any, _: Any) -> str:
    """Take a text without broken characters."""
    if type(value) is not str:
        raise _not_text(value)
    if is_broken(value):
        raise InvalidValue(Problem((), "half-a-character", HALF_A_CHARACTER))
    return value


def _not_text(value: Any) -> InvalidType:
    """Return the error about a value that is not a text.

    A number may be someone's key, so the message does not show it.
    """
    got = _SOME_NUMBER if type(value) in (int, float) else json_name(value)
    return InvalidType.at(
        code="wrong-type", vi=f"cần chữ, nhận được {got.vi}", en=f"expected text, got {got.en}"
    )


_A_DATE = Message('một ngày như "2025-12-31"', 'a date such as "2025-12-31"')
_SOME_NUMBER = Message("một số", "a number")
_A_NUMBER = Message(
    'một số nguyên, hoặc phân số tối giản như "3/2"',
    'a whole number, or a fraction in lowest terms such as "3/2"',
)
_AN_ANSWER = Message(
    'true, false, mã của một câu trả lời, hoặc một số như "1/20"',
    'true, false, the id of an answer, or a number such as "1/20"',
)


def _date(value: Any, _: Any) -> date:
    """Read a day of the calendar."""
    if type(value) is not str or not _DATE.fullmatch(value):
        raise wrong(_A_DATE, value)
    return _day_of_the_calendar(value)


def _day_of_the_calendar(value: str) -> date:
    """Return the day that a text names; refuse a day such as 30 February."""
    try:
        return date.fromisoformat(value)
    except ValueError:
        vi, en = f"không có ngày {value}", f"there is no day {value}"
        raise InvalidValue.at(code="no-such-day", vi=vi, en=en) from None


def fraction(value: Any, _: Any) -> Fraction:
    """Read a number: a whole one, or a fraction in lowest terms."""
    if _is_number(value):
        read = Fraction(value)
        if number(read) == value:
            return read
    raise wrong(_A_NUMBER, value)


def _is_fraction(value: Any) -> bool:
    """Tell whether a value is the text of a fraction, which may not be in lowest terms."""
    return type(value) is str and FRACTION.fullmatch(value) is not None


def _answer(value: Any, _: Any) -> AnswerValue:
    """Read an answer: yes or no, the id of an answer, or a number."""
    if type(value) not in (bool, str, int):
        raise wrong(_AN_ANSWER, value)
    return fraction(value, _) if _is_number(value) else value


def _is_number(value: Any) -> bool:
    """Tell whether a value is a whole number, or the text of a fraction."""
    return type(value) is int or _is_fraction(value)


def _scalar(value: Any, _: Any) -> Scalar:
    """Read a text, or true or false."""
    return value if type(value) is bool else text(value, _)


def _member(value: Any, kind: Any) -> StrEnum:
    """Read a member of an enumeration by its value."""
    values = {member.value: member for member in kind}
    if type(value) is not str or value not in values:
        raise wrong(one_of(map(repr, values)), value)
    return cast(StrEnum, values[value])


SCALARS: dict[Any, Hook] = {
    str: text,
    int: exactly(int, A_WHOLE_NUMBER),
    bool: exactly(bool, TRUE_OR_FALSE),
    date: _date,
    Fraction: fraction,
    StrEnum: _member,
    AnswerValue: _answer,
    Scalar: _scalar,
}
"""The functions that read scalars, by their type."""
