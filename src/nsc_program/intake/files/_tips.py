"""The tips that appear at a cell: of a rule about what may be typed, and of a link."""

import re
from collections.abc import Iterable
from typing import Final

from nsc_program.intake._words.words import lowered, single_spaced, without_accents

_WORD: Final = re.compile(r"[^\W\d_]+")
_ADDRESS: Final = re.compile(r"\S+://\S+|mailto:\S+|\S+@\S+", re.IGNORECASE)
_OF_FORM: Final = frozenset(
    re.findall(
        r"\w+",
        "bạn hãy vui lòng nhập chọn gõ điền ghi vào ô này cột dạng định theo mẫu đủ từ trong danh "
        "sách mục một giá trị các số ngày tháng năm d m y dd mm yyyy chữ nguyên dương hoặc và như "
        "ví dụ lưu ý chú hướng dẫn thông báo mst cccd enter choose select type pick from the a "
        "an of in list value date day number digits format for example as or",
    )
)
"""Words of a tip about the form of a cell."""
TIP_OF_VERIFIED: Final = "Chọn trong danh sách; để trống là chưa xác minh"
"""The tip of the library's own workbooks to fill in."""


def tip(title: str, text: str = "") -> str:
    r"""Return a tip in one line, with its title.

    Args:
        title: the title of the tip; it may be empty.
        text: the text of the tip; it may be empty.

    >>> tip("Lưu ý", "Nhập ngày\nbắt đầu"), tip("", "Nhập ngày")
    ('Lưu ý: Nhập ngày bắt đầu', 'Nhập ngày')
    """
    return single_spaced(": ".join(filter(None, (title.strip(), text.strip()))))


def says_more_than_form(text: str, headings: Iterable[str]) -> bool:
    """Tell whether a tip says more than how to type a cell, or where a link goes.

    Args:
        text: the tip.
        headings: the headings of the table, which a tip repeats.

    >>> says_more_than_form("Nhập ngày kết thúc (dd/mm/yyyy)", ["Kết thúc"])
    False
    >>> says_more_than_form("Nhap ngay ket thuc", ["Kết thúc"])
    False
    >>> says_more_than_form("Nhập ngày dự kiến", ["Kết thúc"])
    True
    """
    if text == TIP_OF_VERIFIED or _ADDRESS.fullmatch(text):
        return False
    known = _OF_FORM.union(*map(_words, headings))
    if text.isascii():
        known = frozenset(map(without_accents, known))
    return not known.issuperset(_words(text))


def _words(text: str) -> set[str]:
    """Return the words of a text."""
    return set(_WORD.findall(lowered(text)))
