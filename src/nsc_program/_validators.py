"""What a field may hold: small typed validators for attrs, and the one way a refused value is shown.

Nothing is coerced: a `bool` is no `int`, a `datetime` is no `date`, and text is taken as it stands or refused.
"""

import re
import reprlib
import textwrap
import unicodedata
from collections.abc import Callable
from datetime import date
from enum import Enum
from types import UnionType
from typing import Any, TypeAlias, TypeVar

from attrs import Attribute

from nsc_program.errors import InvalidType, InvalidValue

T = TypeVar("T")
Validator: TypeAlias = Callable[[object, "Attribute[T]", T], None]

_LONGEST_KEY = 200
_DIGITS_OF_A_CITIZEN = 12
_LONGEST_FACT_KEY = 250  # a record's key, and the head counted under it
# A citizen's number has twelve digits, however they are grouped.
_PERSONAL = re.compile(r"(?<!\d)\d(?:[^0-9A-Za-z]{0,3}\d){11}(?!\d)")
_TAX_CODE = re.compile(r"[0-9]{10}")
_BRANCH_CODE = re.compile(r"[0-9]{10}-?(?!000)[0-9]{3}")
_SURROGATE = re.compile("[\ud800-\udfff]")


def shown(value: object) -> str:
    """Show a refused value in a message: short, and with every twelve-digit number masked.

    >>> shown("001 099 012 345")
    "'************'"
    """
    text = unicodedata.normalize("NFC", value) if isinstance(value, str) else repr(value)
    plain = unicodedata.normalize("NFKC", text)
    masked = _PERSONAL.sub("*" * 12, plain)
    safe = text if masked == plain else masked
    return reprlib.repr(safe) if isinstance(value, str) else textwrap.shorten(safe, 80)


def wrong_type(name: str, expected: str, value: object) -> InvalidType:
    """Say that a value has a type that is not taken."""
    return InvalidType(f"{name}: expected {expected}, got {type(value).__name__} {shown(value)}")


def exact_type(kind: type[T], expected: str) -> Validator[T]:
    """Take values of exactly this type, no subclass: so a `bool` is no `int` and a `datetime` no `date`."""

    def validate(_: object, attribute: "Attribute[T]", value: T) -> None:
        if type(value) is not kind:
            raise wrong_type(attribute.name, expected, value)

    return validate


def is_a(kind: type[Any] | UnionType) -> Validator[Any]:
    """Take instances of this class, or of one of a union's; the text of an enumeration's member is not one."""
    name = getattr(kind, "__name__", str(kind))
    expected = f"{'an' if name[0] in 'AEIOU' else 'a'} {name}"
    if isinstance(kind, type) and issubclass(kind, Enum):
        expected += f" ({', '.join(repr(member.value) for member in kind)})"

    def validate(_: object, attribute: "Attribute[Any]", value: object) -> None:
        if not isinstance(value, kind):
            raise wrong_type(attribute.name, expected, value)

    return validate


def tuple_of(one: Validator[Any]) -> Validator[Any]:
    """Take a tuple whose items all pass."""

    def validate(instance: object, attribute: "Attribute[Any]", value: tuple[Any, ...]) -> None:
        if type(value) is not tuple:
            raise wrong_type(attribute.name, "a tuple", value)
        for item in value:
            one(instance, attribute, item)

    return validate


def no_repeats(_: object, attribute: "Attribute[Any]", value: tuple[Any, ...]) -> None:
    """Refuse a tuple in which something stands twice."""
    for index, item in enumerate(value):
        if item in value[:index]:
            raise InvalidValue(f"{attribute.name}: {item} stands twice")


is_bool = exact_type(bool, "true or false")
is_date = exact_type(date, "a date")
_any_text = exact_type(str, "text")


def is_text(instance: object, attribute: "Attribute[str]", value: str) -> None:
    """Take text that can be written down: no half of a surrogate pair."""
    _any_text(instance, attribute, value)
    if _SURROGATE.search(value):
        raise InvalidValue(f"{attribute.name}: {shown(value)} is broken Unicode")


def whole_from(least: int, most: int | None = None) -> Validator[int]:
    """Take whole numbers from `least` to `most`."""
    expected = f"a whole number from {least}" + ("" if most is None else f" to {most}")

    def validate(_: object, attribute: "Attribute[int]", value: int) -> None:
        if type(value) is not int:
            raise wrong_type(attribute.name, expected, value)
        if value < least or (most is not None and value > most):
            raise InvalidValue(f"{attribute.name}: expected {expected}, got {value}")

    return validate


def _line(name: str, value: object, longest: int = _LONGEST_KEY) -> None:
    """Refuse what is not one printable line of text; the value of a wrong type is not shown, it may be a key."""
    if type(value) is not str:
        raise InvalidType(f"{name}: expected text, got {type(value).__name__}")
    if not 0 < len(value) <= longest:
        raise InvalidValue(f"{name}: expected 1 to {longest} characters, got {len(value)}")
    if not value.isprintable():
        raise InvalidValue(f"{name}: {shown(value)} holds a character that cannot be seen; remove it")


def _nobodys_number(name: str, value: str) -> None:
    """Refuse a text of twelve digits and no letter, whatever stands between them; it is not repeated."""
    if type(value) is str and not any(map(str.isalpha, value)) and sum(map(str.isdigit, value)) == _DIGITS_OF_A_CITIZEN:
        raise InvalidValue(f"{name}: a twelve-digit number may be a citizen's number; give an opaque key with a letter")


def is_id(_: object, attribute: "Attribute[str]", value: str) -> None:
    """Take the id of a part of a plan: one printable line."""
    _line(attribute.name, value)


def is_fact_key(_: object, attribute: "Attribute[str]", value: str) -> None:
    """Take the key of a fact: one printable line, no citizen's number."""
    _nobodys_number(attribute.name, value)
    _line(attribute.name, value, _LONGEST_FACT_KEY)


def is_key(_: object, attribute: "Attribute[str]", value: str) -> None:
    """Take a caller's key: one printable line in one Unicode form, without stray spaces, and no citizen's number.

    Two writings of one key would be counted as two things, so a key has one writing only.
    """
    _nobodys_number(attribute.name, value)
    _line(attribute.name, value)
    if value != value.strip() or "  " in value:
        raise InvalidValue(f"{attribute.name}: {shown(value)} has stray spaces; remove them")
    if not value.isascii() and unicodedata.normalize("NFC", value) != value:
        raise InvalidValue(f"{attribute.name}: {shown(value)} is not in Unicode form NFC; normalise it")


def is_enterprise_code(instance: object, attribute: "Attribute[str]", value: str) -> None:
    """Take an enterprise code (mã số doanh nghiệp): 10 digits, 13 for a branch, or an opaque key with a letter.

    A tax code that lost its leading zero, or is grouped in some other way, would become a new enterprise.
    """
    is_key(instance, attribute, value)
    opaque = any(map(str.isalpha, value))
    if not (opaque or _TAX_CODE.fullmatch(value) or _BRANCH_CODE.fullmatch(value)):
        raise InvalidValue(
            f"{attribute.name}: {shown(value)} is no enterprise code: expected 10 plain digits, 13 for a branch "
            "(0000000000-001), or a key with a letter; was a leading zero lost?"
        )


def head_office(code: str) -> str:
    """The enterprise that a code counts as: a branch is counted as its ten-digit parent.

    >>> head_office("0000000001-002")
    '0000000001'
    >>> head_office("SAMPLE-0001")
    'SAMPLE-0001'
    """
    return code[:10] if _BRANCH_CODE.fullmatch(code) else code
