"""Tell a name that stands alone in a row from the name of a group of rows.

The row may be a record that was noted by hand: “Công ty TNHH Sao Mai” beneath “Tên doanh nghiệp”
names one more enterprise, and “Phường Hà Đông” or “Hợp tác xã nông nghiệp” the rows after it.
"""

import re

from nsc_program.intake._texts.names import begins_as_a_person, is_enterprise, is_person
from nsc_program.intake._texts.subjects import asks_for_a_person, asks_for_an_enterprise
from nsc_program.intake._words.parts_of_lines import is_made_of_content
from nsc_program.intake._words.plain_words import COMMON
from nsc_program.intake._words.words import lowered, normal, single_spaced

_KIND = re.compile(
    r"\W*(?:công ty|cty|ctcp|tổng công ty|tập đoàn|doanh nghiệp tư nhân|dntn|htx|hợp tác xã|"
    r"liên hiệp (?:htx|hợp tác xã)|hộ kinh doanh|hkd|cơ sở|nhà máy|xí nghiệp|khách sạn|nhà hàng|"
    r"cửa hàng|siêu thị|chi nhánh|tổ hợp tác|trang trại|xưởng|hãng)\b",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\W*(?:trung tâm|viện|phòng (?:thử|thí) nghiệm|phòng đo lường|phòng kiểm)\b", re.IGNORECASE
)
_FORMS = re.compile(
    r"(?:\W*\b(?:công ty|cổ phần|cp|trách nhiệm hữu hạn|tnhh|một thành viên|mtv|"
    r"hai thành viên|htx|hợp tác xã|tư nhân|nhà nước)\b)+",
    re.IGNORECASE,
)
"""The legal form of an enterprise, which names many of them."""

_WORD = re.compile(r"\w+")
_TERMS = frozenset(map(single_spaced, COMMON.split("|")))
"""The terms of all lists, the districts of Hanoi among them."""


def may_be_a_record(kind: str, heading: str, text: str) -> bool:
    """Tell whether the only cell of a row is the name of what a record of the class is about.

    Args:
        kind: the name of the class of the records.
        heading: the heading of the cell.
        text: the text of the cell.

    >>> texts = ("Công ty CP Sao Mai", "Công ty cổ phần", "HTX nông nghiệp", "Phường Hà Đông")
    >>> [may_be_a_record("Support", "Tên doanh nghiệp", text) for text in texts]
    [True, False, False, False]
    """
    if asks_for_a_person(kind, heading):
        return is_person(text) and begins_as_a_person(text) and not _is_of_content(text)
    return asks_for_an_enterprise(kind, heading) and _is_a_name(kind, text)


def _is_of_content(text: str) -> bool:
    """Tell whether a text is a place or a term of lists, or made of contents of work: “Hà Đông”."""
    words = lowered(text)
    return words in _TERMS or is_made_of_content(words)


def _is_a_name(kind: str, text: str) -> bool:
    """Tell whether a text is the kind of an enterprise or body and a name of its own."""
    written = normal("NFC", text)
    begun = _KIND.match(written) or (_BODY.match(written) if kind == "AssessmentBody" else None)
    if begun is None or not is_enterprise(text):
        return False
    own = _FORMS.sub("", written[begun.end() :])
    return _is_proper(own, is_even=written.isupper() or written.islower())


def _is_proper(own: str, *, is_even: bool) -> bool:
    """Tell whether the words behind the kind of an enterprise are a name: “may Sao Mai”.

    In a text of capitals or of small letters, these tell nothing, and its contents do.
    """
    words = _WORD.findall(own)
    begin = [word[0].isupper() or word[0].isdigit() for word in words]
    if not is_even and begin[-1:] == [True]:
        return True
    return bool(words) and (is_even or any(begin)) and not _is_of_content(own)
