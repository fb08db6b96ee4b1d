"""Keys of things and ids of parts of plans: of one spelling, and never a citizen's number."""

import re
import unicodedata

from attrs import Attribute

from nsc_program.errors import Message
from nsc_program.values._validators import (
    DIGITS_OF_A_CITIZEN,
    SOME_TEXT,
    is_unseen,
    refusal,
    shown_if_plain,
    wrong_type,
)

LONGEST_KEY = 200
PLAIN_KEY = re.compile(r"[A-Za-z][!-~]{0,199}|[0-9]{10}")
"""Keys that every validator of a caller's keys accepts: ASCII without spaces, or a tax code."""
_TWELVE_DIGITS = re.compile(r"(?<!\d)\d{12}(?!\d)")
_HEAD = re.compile(r"(.+)  head [1-9][0-9]*")
_MOST_DIGITS_OF_A_HEAD = 9


def _line(name: str, value: object) -> None:
    """Reject a value that is not one printable line of text.

    The message does not show the value: it may be a person's key.
    """
    if type(value) is not str:
        raise wrong_type(name, SOME_TEXT, value, is_shown=False)
    if not 0 < len(value) <= LONGEST_KEY:
        raise refusal(name, "wrong-length", _wrong_length(len(value)))
    if is_unseen(value):
        raise refusal(name, "unseen-character", _UNSEEN_CHARACTER)
    if _has_lone_mark(value):
        raise refusal(name, "lone-mark", _LONE_MARK)


def _wrong_length(got: int) -> Message:
    return Message(
        f"cần từ 1 đến {LONGEST_KEY} ký tự, nhận được {got}",
        f"expected 1 to {LONGEST_KEY} characters, got {got}",
    )


_UNSEEN_CHARACTER = Message(
    "có ký tự không nhìn thấy được; xóa ký tự đó",
    "it holds a character that cannot be seen; remove it",
)


_LONE_MARK = Message(
    "có dấu không đi với chữ nào; xóa dấu đó, hoặc thêm chữ còn thiếu vào trước dấu",
    "it holds a combining mark without a letter; "
    "remove the mark, or put the missing letter before it",
)


def _has_lone_mark(text: str) -> bool:
    """Return whether a word of a text begins with a combining mark, which has no letter to join."""
    return not text.isascii() and any(
        unicodedata.category(word[0])[0] == "M" for word in text.split(" ") if word
    )


_STRAY_SPACES = Message("có khoảng trắng thừa; xóa đi", "it has stray spaces; remove them")


def _reject_personal_number(name: str, value: str) -> None:
    """Reject twelve digits without a letter, whatever stands between or beside them.

    The message does not show the digits.
    """
    if type(value) is not str or any(map(str.isalpha, value)):
        return
    if sum(map(str.isdigit, value)) == DIGITS_OF_A_CITIZEN or _TWELVE_DIGITS.search(value):
        raise refusal(name, "personal-number", _CITIZENS_NUMBER)


_CITIZENS_NUMBER = Message(
    "dãy 12 chữ số có thể là số định danh cá nhân; thay bằng mã ẩn danh có chữ cái",
    "a twelve-digit number may be a citizen's number; give a pseudonym with a letter",
)


def is_id(_: object, attribute: "Attribute[str]", value: str) -> None:
    """Accept the id of a part of a plan: one printable line that is not a citizen's number."""
    _reject_personal_number(attribute.name, value)
    _line(attribute.name, value)


def is_indicator_id(instance: object, attribute: "Attribute[str]", value: str) -> None:
    """Accept the id of an indicator; names with a capital are names of classes of records."""
    is_id(instance, attribute, value)
    if value != value.strip():
        raise refusal(attribute.name, "stray-spaces", _STRAY_SPACES)
    if value[0].isupper():
        raise refusal(attribute.name, "capital", _begins_with_capital(shown_if_plain(value)))


def _begins_with_capital(name: str) -> Message:
    return Message(
        f"{name} viết hoa chữ đầu, như tên loại hồ sơ; viết thường",
        f"{name} begins with a capital, as only classes of records do; write it in lower case",
    )


def is_key(instance: object, attribute: "Attribute[str]", value: str) -> None:
    """Accept a caller's key: one printable line in NFC, without stray spaces or a citizen's number.

    Two spellings of one key would count as two things, so a key has one spelling only. A plain key
    needs no further look, and nearly every key is plain.
    """
    if type(value) is not str or not PLAIN_KEY.fullmatch(value):
        is_any_key(instance, attribute, value)


def is_any_key(instance: object, attribute: "Attribute[str]", value: str) -> None:
    """Accept what `is_key` accepts, plain or not."""
    is_id(instance, attribute, value)
    if value != value.strip() or "  " in value:
        raise refusal(attribute.name, "stray-spaces", _STRAY_SPACES)
    if not value.isascii() and unicodedata.normalize("NFC", value) != value:
        raise refusal(attribute.name, "not-nfc", _NOT_NFC)


_NOT_NFC = Message(
    "không ở dạng Unicode dựng sẵn (NFC); chuyển về dạng đó",
    "it is not in Unicode form NFC; normalise it",
)


def head(record: str, number: int) -> str:
    """Return the key of one person of a headcount.

    No other thing can have this key, because the key of a record never contains two spaces in a
    row.

    Args:
        record: the id of the record with the headcount.
        number: the number of the person, from 1.
    """
    return f"{record}  head {number}"


def head_of(key: str) -> tuple[str, int] | None:
    """Return the id and the number in the key of one person of a headcount.

    Returns:
        The id of the record and the number of the person; `None` for any other key.

    >>> head_of(head("t1", 12)), head_of("SAMPLE-P1")
    (('t1', 12), None)
    """
    record, _, number = key.rpartition("  head ")
    # A number with more digits than any headcount is part of an ordinary key.
    if not is_head(key) or len(number) > _MOST_DIGITS_OF_A_HEAD:
        return None
    return record, int(number)


def is_head(key: str) -> bool:
    """Return whether a key belongs to one unidentified person of a headcount."""
    return "  head " in key and _HEAD.fullmatch(key) is not None


def is_fact_key(instance: object, attribute: "Attribute[str]", value: str) -> None:
    """Accept the key of a fact: a caller's key, or the key of one person of a headcount."""
    match = _HEAD.fullmatch(value) if type(value) is str else None
    is_key(instance, attribute, match[1] if match else value)
