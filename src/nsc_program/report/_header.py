"""The head and the foot of an official report: who sends it to whom, and who signs it."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Self, final

from attrs import field, fields, frozen
from attrs.validators import optional

from nsc_program.errors import DocumentError, InvalidType, InvalidValue, Message, Problem
from nsc_program.serialization import MOST_BYTES
from nsc_program.serialization._parsing import check_size, parse_toml
from nsc_program.serialization._problems import unknown_key
from nsc_program.values._text import Lang, Text
from nsc_program.values._validators import (
    is_date,
    is_text,
    printable,
    tuple_of,
    wrong_type,
)
from nsc_program.values._value import Value
from nsc_program.values._written_days import written_month

DOTS = "……"
"""What stands for something that the officer still has to write."""

_SYMBOL = "BC"
_A_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def _tuple(items: Iterable[str]) -> tuple[str, ...]:
    """Keep the items of a list as a tuple; anything else is left for the validator."""
    return tuple(items) if isinstance(items, list) else items  # type: ignore[return-value]


def _text(value: str | int | None) -> str | None:
    """Write a whole number as text; anything else is left for the validator."""
    return str(value) if type(value) is int else value  # type: ignore[return-value]


@final
@frozen(kw_only=True)
class Header(Value):
    """Thể thức: what stands around the text of an official report, in the form of Decree 30/2020.

    Everything is optional. What is left out stays a visible blank, for the officer to fill in.

    Attributes:
        superior: the body above the sender (cơ quan chủ quản).
        body: the body that sends the report.
        number: the number of the document.
        symbol: what stands after the number, such as `BC-SKHCN`.
        place: the place in front of the day.
        day: the day of the document.
        addressees: whom the report is sent to (kính gửi).
        signer: the lines above the signature, such as `KT. GIÁM ĐỐC` and `PHÓ GIÁM ĐỐC`.
        signer_name: the name under the signature.
        recipients: who receives a copy (nơi nhận).
        bases: the documents that the report is based on (căn cứ).

    Raises:
        InvalidType: for a value of another type.

    >>> Header(body="Sở A", signer=["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]).signer
    ('KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC')
    """

    superior: str | None = field(default=None, validator=optional(is_text))
    body: str | None = field(default=None, validator=optional(is_text))
    number: str | None = field(default=None, converter=_text, validator=optional(is_text))
    symbol: str | None = field(default=None, validator=optional(is_text))
    place: str | None = field(default=None, validator=optional(is_text))
    day: date | None = field(default=None, validator=optional(is_date))
    addressees: tuple[str, ...] = field(default=(), converter=_tuple, validator=tuple_of(is_text))
    signer: tuple[str, ...] = field(default=(), converter=_tuple, validator=tuple_of(is_text))
    signer_name: str | None = field(default=None, validator=optional(is_text))
    recipients: tuple[str, ...] = field(default=(), converter=_tuple, validator=tuple_of(is_text))
    bases: tuple[str, ...] = field(default=(), converter=_tuple, validator=tuple_of(is_text))

    @classmethod
    def from_toml(cls, text: str | bytes) -> Self:
        """Read a header from a TOML document whose keys are the fields.

        Args:
            text: the document; bytes are UTF-8.

        Raises:
            InvalidType: if `text` is neither text nor bytes.
            DocumentError: if the text is not TOML, has unknown keys or a value of another type; it
                lists all problems, each with its path.

        >>> Header.from_toml('body = "Sở A"' + chr(10) + "number = 5").number
        '5'
        """
        if not isinstance(text, (str, bytes)):
            raise wrong_type("text", Message("chữ hoặc bytes", "text or bytes"), text)
        check_size(text, MOST_BYTES)
        document = {key: _of_document(key, value) for key, value in parse_toml(text).items()}
        if problems := _problems(cls, document):
            raise DocumentError(*problems)
        return cls(**document)


def _of_document(key: str, value: Any) -> Any:  # noqa: ANN401  # what TOML holds
    """Return a value of a document; a day is text there."""
    is_day = key == "day" and isinstance(value, str) and _A_DAY.fullmatch(value)
    return date.fromisoformat(value) if is_day else value


def _problems(kind: type[Header], document: Mapping[str, Any]) -> tuple[Problem, ...]:
    """Return what is wrong with the keys and values of a document."""
    known = tuple(each.name for each in fields(kind))
    problems: list[Problem] = []
    for key, value in document.items():
        if key not in known:
            problems.append(unknown_key(key, known)._replace(path=(key,)))
            continue
        try:
            kind(**{key: value})
        except (InvalidType, InvalidValue) as error:
            problems.extend(error.problems)
    return tuple(problems)


# --- how the parts are written ---


def filled_in(text: str | None) -> str:
    """Return a text of the header; dots for one that is left out or blank.

    Args:
        text: the text.
    """
    return printable(text) if text and text.strip() else DOTS


def author(header: Header) -> str:
    """Return the sender as a file names its author, in at most 255 characters.

    Args:
        header: the header.
    """
    return printable(header.body or "")[:255]


def document_number(header: Header) -> str:
    """Write the number and the symbol of the document; a number below 10 has two digits.

    Args:
        header: the header.

    >>> document_number(Header(number="5", symbol="BC-SKHCN")), document_number(Header())
    ('05/BC-SKHCN', '……/BC-……')
    """
    number = filled_in(header.number)
    symbol = printable(header.symbol) if header.symbol else f"{_SYMBOL}-{DOTS}"
    return f"{number.zfill(2) if number.isdecimal() else number}/{symbol}"


def spelled_day(day: date | None, lang: Lang) -> str:
    """Write a day with the words for day, month and year; dots if it is left out.

    Args:
        day: the day.
        lang: `"vi"` for Vietnamese or `"en"` for English.

    >>> spelled_day(date(2026, 2, 5), "vi"), spelled_day(date(2026, 6, 30), "en")
    ('ngày 05 tháng 02 năm 2026', '30 June 2026')
    """
    if day is None:
        return Text(vi=f"ngày {DOTS} tháng {DOTS} năm {DOTS}", en=f"{DOTS} {DOTS} {DOTS}").in_(lang)
    return Text(
        vi=f"ngày {day.day:02} tháng {written_month(day.month)} năm {day.year:04}",
        en=f"{day.day} {_MONTHS[day.month - 1]} {day.year:04}",
    ).in_(lang)


def place_and_day(header: Header, lang: Lang) -> str:
    """Write the place and the day of the document.

    Args:
        header: the header.
        lang: `"vi"` for Vietnamese or `"en"` for English.
    """
    return f"{filled_in(header.place)}, {spelled_day(header.day, lang)}"


def attached(header: Header, lang: Lang) -> str:
    """Write which report an annex is attached to.

    Args:
        header: the header.
        lang: `"vi"` for Vietnamese or `"en"` for English.
    """
    number, day = document_number(header), spelled_day(header.day, lang)
    return Text(
        vi=f"(Kèm theo Báo cáo số {number} {day})", en=f"(Attached to report {number} of {day})"
    ).in_(lang)
