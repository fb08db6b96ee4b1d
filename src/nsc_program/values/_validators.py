"""Small typed validators for attrs, and the one way in which messages show a rejected value.

Nothing is coerced: a `bool` is not an `int`, a `datetime` is not a `date`, and text is accepted
unchanged or rejected.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from enum import Enum
from types import UnionType
from typing import Any, TypeAlias, TypeVar, get_args

from attrs import Attribute

from nsc_program.errors import InvalidType, InvalidValue, Message, Problem

T = TypeVar("T")
Validator: TypeAlias = Callable[[object, "Attribute[T]", T], None]

DIGITS_OF_A_CITIZEN = 12
# Characters that Unicode calls printable although they are invisible: two keys that look alike must
# not count as two things. They are the characters that may be ignored by default (fillers, inherent
# vowels, variation selectors); blank signs (the blank of braille, the ideographic half fill space,
# the object replacement character, the Khitan filler, Egyptian blanks, the null notehead, the
# spaces of SignWriting); and the signs that only say how the sign before them is drawn (Duployan,
# Egyptian, SignWriting). Joiners such as the Khmer coeng are not among them: they show in the
# letter after them.
_UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u303f\u3164\ufe00-\ufe0f\uffa0\ufffc"
    "\U00013440-\U00013442\U00016fe4\U0001bc9d\U0001d159\U0001da7f\U0001da80\U0001da9b-\U0001da9f"
    "\U0001daa1-\U0001daaf\U000e0100-\U000e01ef]"
)
_SURROGATE = re.compile("[\ud800-\udfff]")


def shown(value: object) -> str:
    """Return a rejected value as a message shows it: short, with every twelve-digit number masked.

    A value of any other type than text, a number, a date, an enum member or `None` is not shown.

    >>> shown("001 099 012 345")
    "'************'"
    """
    from nsc_program.values._showing import short  # noqa: PLC0415  # only messages need it

    return short(value)


def shown_if_plain(value: object) -> str:
    """Return a rejected value as a message shows it, unless it may tell who a person is.

    Where the columns of a table are shifted by one, names and keys of people arrive in other
    fields. So a text is repeated only if it is one word, or if it has no letter, as a date or a
    number.

    >>> [shown_if_plain(text) for text in ("compleeted_on", "31/12/2025")]
    ["'compleeted_on'", "'31/12/2025'"]
    >>> [shown_if_plain(text) for text in ("SAMPLE-P1", "Nguyen Van A")]
    ["'…'", "'…'"]
    """
    from nsc_program.values._showing import short_if_plain  # noqa: PLC0415  # as in `shown`

    return short_if_plain(value)


def printable(text: str) -> str:
    r"""Return a text with its control and invisible characters written as escapes.

    >>> print(printable("in" + chr(0x202E) + "voice"))
    in\u202evoice
    """
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in text)


A_DATE = Message("một ngày", "a date")
A_TUPLE = Message("một tuple", "a tuple")
A_WHOLE_NUMBER = Message("một số nguyên", "a whole number")
SOME_TEXT = Message("chữ", "text")
TRUE_OR_FALSE = Message("true hoặc false", "true or false")


def instance_of(name: str) -> Message:
    """Return the part of a message that says that an instance of a class is expected.

    >>> instance_of("Indicator").en
    'an Indicator'
    """
    return Message(f"một {name}", f"{'an' if name[0] in 'AEIOU' else 'a'} {name}")


def one_of(names: Iterable[str]) -> Message:
    """Return the part of a message that says that one of several names is expected."""
    listed = ", ".join(names)
    return Message(f"một trong {listed}", f"one of {listed}")


def wrong_type(
    name: str, expected: Message, value: object, *, is_shown: bool = True
) -> InvalidType:
    """Return the error for a value of the wrong type.

    Args:
        name: the field.
        expected: what the field accepts.
        value: the value that was passed.
        is_shown: whether the message may show the value; `False` where it may be a person's key.
    """
    example = shown_if_plain(value) if is_shown else ""
    got = f"{type(value).__name__} {example}".rstrip()
    return InvalidType.at(
        name,
        code="wrong-type",
        vi=f"cần {expected.vi}, nhận được {got}",
        en=f"expected {expected.en}, got {got}",
    )


def require(kind: type[object], name: str, value: object) -> None:
    """Raise an error for an argument of another class, such as one of two that were swapped.

    Args:
        kind: the class that the parameter takes.
        name: the parameter.
        value: the argument that was passed.

    Raises:
        InvalidType: if the argument is not an instance of the class.
    """
    if not isinstance(value, kind):
        raise wrong_type(name, instance_of(kind.__name__), value, is_shown=False)


def only(
    name: str, expected: Message, kind: type[T] | UnionType, items: Iterable[T]
) -> Iterator[T]:
    """Yield the given items, and reject an item of any other class.

    Args:
        name: the parameter or field that the items are for; error messages name it.
        expected: the class of an item, for the message.
        kind: the class, or a union of classes.
        items: the items.

    Raises:
        InvalidType: for one value in the place of several, and for an item of another class, when
            the iteration reaches it.
    """
    if not isinstance(items, Iterable):
        raise wrong_type(name, _several(expected), items, is_shown=False)
    kinds = frozenset(get_args(kind) or (kind,))
    for item in items:
        if type(item) not in kinds:
            raise wrong_type(name, expected, item)
        yield item


def _several(expected: Message) -> Message:
    return Message(f"một dãy, mỗi mục là {expected.vi}", f"an iterable of {expected.en} each")


def exact_type(kind: type[T], expected: Message) -> Validator[T]:
    """Return a validator that accepts values of exactly this type, and not of a subclass.

    So a `bool` is not an `int`, and a `datetime` is not a `date`.
    """

    def validate(_: object, attribute: "Attribute[T]", value: T) -> None:
        if type(value) is not kind:
            raise wrong_type(attribute.name, expected, value)

    return validate


def is_a(kind: type[Any] | UnionType) -> Validator[Any]:
    """Return a validator that accepts instances of exactly this class, or of a class in a union.

    An instance of a subclass would not equal an instance of the class with the same fields.
    """
    kinds = get_args(kind) or (kind,)
    expected = _instance_or_member(kind)

    def validate(_: object, attribute: "Attribute[Any]", value: object) -> None:
        if type(value) not in kinds:
            raise wrong_type(attribute.name, expected, value)

    return validate


def _instance_or_member(kind: type[Any] | UnionType) -> Message:
    """Return the part of a message that says that an instance, or one of an enum, is expected."""
    expected = instance_of(getattr(kind, "__name__", str(kind)))
    if not (isinstance(kind, type) and issubclass(kind, Enum)):
        return expected
    members = ", ".join(repr(member.value) for member in kind)
    return Message(f"{expected.vi} ({members})", f"{expected.en} ({members})")


def tuple_of(validate_item: Validator[Any]) -> Validator[Any]:
    """Return a validator that accepts a tuple if it accepts every item."""

    def validate(instance: object, attribute: "Attribute[Any]", value: tuple[Any, ...]) -> None:
        if type(value) is not tuple:
            raise wrong_type(attribute.name, A_TUPLE, value)
        for item in value:
            validate_item(instance, attribute, item)

    return validate


def no_repeats(_: object, attribute: "Attribute[Any]", value: tuple[Any, ...]) -> None:
    """Reject a tuple that holds an item twice."""
    for index, item in enumerate(value):
        if item in value[:index]:
            raise refusal(attribute.name, "repeated", _stands_twice(repr(str(item))))


def _stands_twice(name: str) -> Message:
    return Message(f"{name} ghi hai lần; bỏ bớt một", f"{name} stands twice; leave one out")


is_bool = exact_type(bool, TRUE_OR_FALSE)
is_date = exact_type(date, A_DATE)
_any_text = exact_type(str, SOME_TEXT)

HALF_A_CHARACTER = Message(
    "có nửa ký tự Unicode; xóa ký tự đó", "it holds half of a Unicode character"
)


def refusal(name: str, code: str, message: Message) -> InvalidValue:
    """Return the error that rejects the value of a field."""
    return InvalidValue(Problem((name,), code, message))


def is_text(instance: object, attribute: "Attribute[str]", value: str) -> None:
    """Accept text that can be encoded, that is, without half of a surrogate pair."""
    _any_text(instance, attribute, value)
    if is_broken(value):
        raise refusal(attribute.name, "half-a-character", HALF_A_CHARACTER)


def is_broken(text: str) -> bool:
    """Return whether a text cannot be encoded because it holds half of a surrogate pair."""
    return _SURROGATE.search(text) is not None


def whole_from(least: int, most: int | None = None) -> Validator[int]:
    """Return a validator that accepts whole numbers from `least` to `most`, both included."""
    expected = _whole_number(least, most)

    def validate(_: object, attribute: "Attribute[int]", value: int) -> None:
        if type(value) is not int:
            raise wrong_type(attribute.name, expected, value)
        if value < least or (most is not None and value > most):
            raise _out_of_range(attribute.name, expected, shown(value))

    return validate


YEARS = range(1900, 2101)
"""The years that a record may name; any other year is a slip."""


def _whole_number(least: int, most: int | None) -> Message:
    if most is None:
        return Message(f"một số nguyên từ {least} trở lên", f"a whole number from {least}")
    return Message(f"một số nguyên từ {least} đến {most}", f"a whole number from {least} to {most}")


def _out_of_range(name: str, expected: Message, got: str) -> InvalidValue:
    return InvalidValue.at(
        name,
        code="out-of-range",
        vi=f"cần {expected.vi}, nhận được {got}",
        en=f"expected {expected.en}, got {got}",
    )


is_year = whole_from(YEARS[0], YEARS[-1])


def is_unseen(text: str) -> bool:
    """Return whether a text holds an invisible character."""
    return not text.isprintable() or (not text.isascii() and _UNSEEN.search(text) is not None)
