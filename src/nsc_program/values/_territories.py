"""Territories (địa bàn) by their codes: parts joined by `-`, from the larger place to the smaller.

The codes of countries and their provinces are those of ISO 3166-2: `VN` contains `VN-HN`, Hanoi. A
smaller place adds parts of its own, such as a commune's number: `VN-HN-00004`. The library does not
list places, because provinces are merged and renamed: a code says by itself what contains it.
"""

import re

from attrs import Attribute

from nsc_program.errors import InvalidValue, Message, Problem
from nsc_program.values._validators import SOME_TEXT, shown_if_plain, wrong_type

LONGEST_TERRITORY = 40
"""The most characters of a code."""
TERRITORY = re.compile(r"[A-Z]{2}(?:-[A-Z0-9]+)*")
"""The codes of territories, apart from their length."""


def is_territory(_: object, attribute: "Attribute[str]", value: str) -> None:
    """Accept the code of a territory, which has one spelling only."""
    check_territory(value, attribute.name)


def check_territory(value: str, *path: str) -> None:
    """Refuse a value that is not the code of a territory.

    Args:
        value: the value.
        path: the field or parameter, for the message.

    Raises:
        InvalidType: if the value is not a text.
        InvalidValue: for a text that is not the code of a territory.
    """
    if type(value) is not str:
        raise wrong_type(".".join(path), SOME_TEXT, value)
    if len(value) > LONGEST_TERRITORY or not TERRITORY.fullmatch(value):
        raise InvalidValue(Problem(path, "not-a-territory", _wrong_code(shown_if_plain(value))))


def _wrong_code(given: str) -> Message:
    return Message(
        "cần mã địa bàn theo ISO 3166-2, như VN cho cả nước hoặc VN-HN cho Hà Nội: các phần viết "
        f"hoa hoặc chữ số, nối bằng dấu -, tối đa {LONGEST_TERRITORY} ký tự; nhận được {given}",
        "expected the code of a territory as in ISO 3166-2, such as VN for the country or VN-HN "
        "for Hanoi: capital letters or digits in parts joined by -, at most "
        f"{LONGEST_TERRITORY} characters; got {given}",
    )


def lies_within(territory: str, other: str) -> bool:
    """Return whether a territory is another one or a part of it.

    Args:
        territory: the code of the territory.
        other: the code of the other territory.

    >>> lies_within("VN-HN", "VN"), lies_within("VN-HN", "VN-HN"), lies_within("VN", "VN-HN")
    (True, True, False)
    """
    return f"{territory}-".startswith(f"{other}-")
