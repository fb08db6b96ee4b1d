"""What a field may hold: small typed validators for attrs, and the one way a refused value is shown.

Nothing is coerced: a `bool` is not an `int`, a `datetime` is not a `date`, and text is taken as it stands or refused.
"""

import re
import reprlib
import textwrap
import unicodedata
from collections.abc import Callable, Iterable
from datetime import date
from enum import Enum
from fractions import Fraction
from types import NoneType, UnionType
from typing import Any, TypeAlias, TypeVar, get_args

from attrs import Attribute

from nsc_program.errors import InvalidType, InvalidValue, Message, Problem

T = TypeVar("T")
Validator: TypeAlias = Callable[[object, "Attribute[T]", T], None]

_LONGEST_KEY = 200
_DIGITS_OF_A_CITIZEN = 12
# A citizen's number has twelve digits, however they are grouped.
_PERSONAL = re.compile(r"(?<!\d)\d(?:[\W_]{0,3}\d){11}(?!\d)")
_TWELVE_DIGITS = re.compile(r"(?<!\d)\d{12}(?!\d)")
# What Unicode calls printable and nobody sees: two keys that look alike must not count twice. These are what may be
# ignored by default (fillers, inherent vowels, selectors of a variant); signs that are blank by what they are (braille,
# the ideographic half fill space, an object's place, the Khitan filler, Egyptian blanks, the null notehead, the spaces
# of SignWriting); and what only says how the sign before is drawn (Duployan, Egyptian, SignWriting). Joiners such as
# the Khmer coeng are none: they show in the letter after them.
_UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u303f\u3164\ufe00-\ufe0f\uffa0\ufffc"
    "\U00013440-\U00013442\U00016fe4\U0001bc9d\U0001d159\U0001da7f\U0001da80\U0001da9b-\U0001da9f"
    "\U0001daa1-\U0001daaf\U000e0100-\U000e01ef]"
)
_HEAD = re.compile(r"(.+)  head [1-9][0-9]*")
_MOST_DIGITS_OF_A_HEAD = 9
_SHOWN = 200  # characters of a refused value that are looked at
_PLAIN_WORD = re.compile(r"[A-Za-z]+(?:[-_][A-Za-z]+)*")
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.+-]*Z?")
_TAX_CODE = re.compile(r"[0-9]{10}")
_BRANCH_CODE = re.compile(r"[0-9]{10}-?(?!000)[0-9]{3}")
_SURROGATE = re.compile("[\ud800-\udfff]")


def shown(value: object) -> str:
    """Show a refused value in a message: short, and with every twelve-digit number masked.

    >>> shown("001 099 012 345")
    "'************'"
    """
    if not isinstance(value, (str, int, float, Fraction, date, Enum, NoneType)):
        return ""  # it may hold anything, a person's key too
    try:
        text = (
            unicodedata.normalize("NFC", value[:_SHOWN]) if isinstance(value, str) else repr(value)
        )
    except Exception:  # noqa: BLE001  # a number of more digits than Python writes, and an object raises what it likes
        return ""
    plain = unicodedata.normalize("NFKC", text)
    masked = _PERSONAL.sub("*" * 12, plain)
    safe = text if masked == plain else masked
    return reprlib.repr(safe) if isinstance(value, str) else textwrap.shorten(safe, 80)


def shown_if_plain(value: object) -> str:
    """Show a refused value where anything may have been sent: a shift by one column sends names and keys of people.

    A text is repeated only if it is one word, or has no letter: a date, a number.

    >>> [shown_if_plain(text) for text in ("compleeted_on", "31/12/2025", "SAMPLE-P1", "Nguyen Van A")]
    ["'compleeted_on'", "'31/12/2025'", "'…'", "'…'"]
    """
    if isinstance(value, str) and any(map(str.isalpha, value)):
        plain = _PLAIN_WORD.fullmatch(value) or _MOMENT.fullmatch(value)
        return shown(value) if plain else repr("…")
    return shown(value)


def printable(text: str) -> str:
    r"""Show a text without what a terminal or a reader's eye would obey.

    >>> print(printable("in" + chr(0x202E) + "voice"))
    in\u202evoice
    """
    if text.isprintable():
        return text
    return "".join(each if each.isprintable() else ascii(each)[1:-1] for each in text)


A_DATE = Message("một ngày", "a date")
A_TUPLE = Message("một tuple", "a tuple")
A_WHOLE_NUMBER = Message("một số nguyên", "a whole number")
SOME_TEXT = Message("chữ", "text")
TRUE_OR_FALSE = Message("true hoặc false", "true or false")


def instance_of(name: str) -> Message:
    """Say that an instance of a class is expected.

    >>> instance_of("Indicator").en
    'an Indicator'
    """
    return Message(f"một {name}", f"{'an' if name[0] in 'AEIOU' else 'a'} {name}")


def one_of(names: Iterable[str]) -> Message:
    """Say that one of several names is expected."""
    listed = ", ".join(names)
    return Message(f"một trong {listed}", f"one of {listed}")


def wrong_type(
    name: str, expected: Message, value: object, *, is_shown: bool = True
) -> InvalidType:
    """Say that a value has a type that is not taken; a person's key is not shown."""
    got = f"{type(value).__name__} {shown_if_plain(value) if is_shown else ''}".rstrip()
    return InvalidType.at(
        name,
        code="wrong-type",
        vi=f"cần {expected.vi}, nhận được {got}",
        en=f"expected {expected.en}, got {got}",
    )


def exact_type(kind: type[T], expected: Message) -> Validator[T]:
    """Take values of exactly this type, no subclass: so a `bool` is not an `int` and a `datetime` not a `date`."""

    def validate(_: object, attribute: "Attribute[T]", value: T) -> None:
        if type(value) is not kind:
            raise wrong_type(attribute.name, expected, value)

    return validate


def is_a(kind: type[Any] | UnionType) -> Validator[Any]:
    """Take instances of exactly this class, or of one of a union's: a subclass would not equal what it stands for."""
    kinds = get_args(kind) or (kind,)
    name = getattr(kind, "__name__", str(kind))
    expected = instance_of(name)
    if isinstance(kind, type) and issubclass(kind, Enum):
        members = ", ".join(repr(member.value) for member in kind)
        expected = Message(*(f"{each} ({members})" for each in expected))

    def validate(_: object, attribute: "Attribute[Any]", value: object) -> None:
        if type(value) not in kinds:
            raise wrong_type(attribute.name, expected, value)

    return validate


def tuple_of(one: Validator[Any]) -> Validator[Any]:
    """Take a tuple whose items all pass."""

    def validate(instance: object, attribute: "Attribute[Any]", value: tuple[Any, ...]) -> None:
        if type(value) is not tuple:
            raise wrong_type(attribute.name, A_TUPLE, value)
        for item in value:
            one(instance, attribute, item)

    return validate


def no_repeats(_: object, attribute: "Attribute[Any]", value: tuple[Any, ...]) -> None:
    """Refuse a tuple in which something stands twice."""
    for index, item in enumerate(value):
        if item in value[:index]:
            name = repr(str(item))
            vi, en = f"{name} ghi hai lần; bỏ bớt một", f"{name} stands twice; leave one out"
            raise InvalidValue.at(attribute.name, code="repeated", vi=vi, en=en)


is_bool = exact_type(bool, TRUE_OR_FALSE)
is_date = exact_type(date, A_DATE)
_any_text = exact_type(str, SOME_TEXT)

HALF_A_CHARACTER = Message(
    "có nửa ký tự Unicode; xóa ký tự đó", "it holds half of a Unicode character"
)


def refusal(name: str, code: str, message: Message) -> InvalidValue:
    """Refuse the value of a field."""
    return InvalidValue(Problem((name,), code, message))


def is_text(instance: object, attribute: "Attribute[str]", value: str) -> None:
    """Take text that can be written down: no half of a surrogate pair."""
    _any_text(instance, attribute, value)
    if is_broken(value):
        raise refusal(attribute.name, "half-a-character", HALF_A_CHARACTER)


def is_broken(text: str) -> bool:
    """Whether a text cannot be written down, since it holds half of a surrogate pair."""
    return _SURROGATE.search(text) is not None


def whole_from(least: int, most: int | None = None) -> Validator[int]:
    """Take whole numbers from `least` to `most`."""
    expected = Message(
        f"một số nguyên từ {least}" + (" trở lên" if most is None else f" đến {most}"),
        f"a whole number from {least}" + ("" if most is None else f" to {most}"),
    )

    def validate(_: object, attribute: "Attribute[int]", value: int) -> None:
        if type(value) is not int:
            raise wrong_type(attribute.name, expected, value)
        if value < least or (most is not None and value > most):
            got = shown(value)
            raise InvalidValue.at(
                attribute.name,
                code="out-of-range",
                vi=f"cần {expected.vi}, nhận được {got}",
                en=f"expected {expected.en}, got {got}",
            )

    return validate


def _line(name: str, value: object) -> None:
    """Refuse what is not one printable line of text; the value is not shown, it may be a person's key."""
    if type(value) is not str:
        raise wrong_type(name, SOME_TEXT, value, is_shown=False)
    if not 0 < len(value) <= _LONGEST_KEY:
        raise InvalidValue.at(
            name,
            code="wrong-length",
            vi=f"cần từ 1 đến {_LONGEST_KEY} ký tự, nhận được {len(value)}",
            en=f"expected 1 to {_LONGEST_KEY} characters, got {len(value)}",
        )
    if is_unseen(value):
        raise InvalidValue.at(
            name,
            code="unseen-character",
            vi="có ký tự không nhìn thấy được; xóa ký tự đó",
            en="it holds a character that cannot be seen; remove it",
        )
    if _has_lone_mark(value):
        raise InvalidValue.at(
            name,
            code="lone-mark",
            vi="có dấu không đi với chữ nào; xóa dấu đó, hoặc thêm chữ còn thiếu vào trước dấu",
            en="it holds a mark on no letter; remove it, or put the missing letter before it",
        )


def _has_lone_mark(text: str) -> bool:
    """Whether a text or one of its words begins with a combining mark, which joins whatever stands before."""
    return not text.isascii() and any(
        unicodedata.category(word[0])[0] == "M" for word in text.split(" ") if word
    )


_STRAY_SPACES = Message("có khoảng trắng thừa; xóa đi", "it has stray spaces; remove them")


def is_unseen(text: str) -> bool:
    """Whether a text holds a character that nobody sees."""
    return not text.isprintable() or (not text.isascii() and _UNSEEN.search(text) is not None)


def _nobodys_number(name: str, value: str) -> None:
    """Refuse twelve digits without a letter, whatever stands between or beside them; they are not repeated."""
    if type(value) is not str or any(map(str.isalpha, value)):
        return
    if sum(map(str.isdigit, value)) == _DIGITS_OF_A_CITIZEN or _TWELVE_DIGITS.search(value):
        raise InvalidValue.at(
            name,
            code="personal-number",
            vi="dãy 12 chữ số có thể là số định danh cá nhân; thay bằng mã ẩn danh có chữ cái",
            en="a twelve-digit number may be a citizen's number; give a pseudonym with a letter",
        )


def is_id(_: object, attribute: "Attribute[str]", value: str) -> None:
    """Take the id of a part of a plan: one printable line, and no citizen's number."""
    _nobodys_number(attribute.name, value)
    _line(attribute.name, value)


def is_indicator_id(instance: object, attribute: "Attribute[str]", value: str) -> None:
    """Take the id of an indicator, which never begins with a capital: those are classes of records."""
    is_id(instance, attribute, value)
    if value != value.strip():
        raise refusal(attribute.name, "stray-spaces", _STRAY_SPACES)
    if value[0].isupper():
        name = shown_if_plain(value)
        raise InvalidValue.at(
            attribute.name,
            code="capital",
            vi=f"{name} viết hoa chữ đầu, như tên loại bản ghi; viết thường",
            en=f"{name} begins with a capital, as only classes of records do; write it in lower case",
        )


def is_key(instance: object, attribute: "Attribute[str]", value: str) -> None:
    """Take a caller's key: one printable line in one Unicode form, without stray spaces, and no citizen's number.

    Two writings of one key would be counted as two things, so a key has one writing only.
    """
    is_id(instance, attribute, value)
    if value != value.strip() or "  " in value:
        raise refusal(attribute.name, "stray-spaces", _STRAY_SPACES)
    if not value.isascii() and unicodedata.normalize("NFC", value) != value:
        raise InvalidValue.at(
            attribute.name,
            code="not-nfc",
            vi="không ở dạng Unicode dựng sẵn (NFC); chuyển về dạng đó",
            en="it is not in Unicode form NFC; normalise it",
        )


def head(record: str, number: int) -> str:
    """Return the key of one person of a headcount, by the record's id.

    Two spaces stand in no key of a record, so nobody else has this key.
    """
    return f"{record}  head {number}"


def head_of(key: str) -> tuple[str, int] | None:
    """Return the record's id and the number that make up the key of one person of a headcount; `None` of other keys.

    >>> head_of(head("t1", 12)), head_of("SAMPLE-P1")
    (('t1', 12), None)
    """
    record, _, number = key.rpartition("  head ")
    # A number of more digits than any headcount has is a key like another.
    return (record, int(number)) if is_head(key) and len(number) <= _MOST_DIGITS_OF_A_HEAD else None


def is_head(key: str) -> bool:
    """Whether a key is that of one person of a headcount, of whom no more is known."""
    return "  head " in key and _HEAD.fullmatch(key) is not None


def is_fact_key(instance: object, attribute: "Attribute[str]", value: str) -> None:
    """Take the key of a fact: a caller's key, or one of the heads counted under it."""
    found = _HEAD.fullmatch(value) if type(value) is str else None
    is_key(instance, attribute, found[1] if found else value)


def is_enterprise_code(instance: object, attribute: "Attribute[str]", value: str) -> None:
    """Take an enterprise code (mã số doanh nghiệp): 10 digits, 13 for a branch, or a pseudonym with a letter.

    A tax code that lost its leading zero, or is grouped in some other way, would become a new enterprise.
    """
    is_key(instance, attribute, value)
    opaque = any(map(str.isalpha, value))
    if not (opaque or _TAX_CODE.fullmatch(value) or _BRANCH_CODE.fullmatch(value)):
        raise InvalidValue.at(
            attribute.name,
            code="not-an-enterprise-code",
            vi=f"{shown(value)} không phải mã số doanh nghiệp: cần 10 chữ số liền nhau, 13 chữ số cho chi nhánh "
            "(0000000000-001), hoặc mã có chữ cái; có bị mất số 0 ở đầu không?",
            en=f"{shown(value)} is not an enterprise code: expected 10 plain digits, 13 for a branch "
            "(0000000000-001), or a key with a letter; was a leading zero lost?",
        )


def head_office(code: str) -> str:
    """The enterprise that a code counts as: a branch is counted as its ten-digit parent.

    >>> head_office("0000000001-002")
    '0000000001'
    >>> head_office("SAMPLE-0001")
    'SAMPLE-0001'
    """
    return code[:10] if _BRANCH_CODE.fullmatch(code) else code
