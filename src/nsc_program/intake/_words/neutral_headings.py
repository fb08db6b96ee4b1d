"""Recognise the parts of a heading that leave the meaning of its other words unchanged."""

import re

from nsc_program.intake._words.units import Of, unit_in, without_unit
from nsc_program.intake._words.words import folded

BRACKET = re.compile(r"[(\[].*$", re.DOTALL)
TOTALS = frozenset({"tong so", "tong cong", "tong", "cong", "total"})
"""The headings of a total."""
_HARMLESS = (
    "dd/mm/yyyy|d/m/yyyy|yyyy-mm-dd|ngày/tháng/năm|ngày tháng năm|năm-tháng-ngày|có/không|yes/no|x|"
    "nếu có|bắt buộc|người|lượt|lượt người|doanh nghiệp|tổ chức|chuyên gia|mô hình|sự kiện|thực tế|"
    "theo thực tế"
)
_IN_BRACKETS = frozenset(map(folded, _HARMLESS.split("|")))
"""Words in brackets that do not change the meaning of a heading.

In contrast, “(dự kiến)”, “(cũ)” or “(nghìn người)” would change it.
"""
_GROUPS = (
    "thời gian|thời gian thực hiện|thời gian hỗ trợ|thời gian triển khai|thực tế|thực hiện|"
    "đã thực hiện|kinh phí|kinh phí hỗ trợ|kinh phí thực hiện|kinh phí đã hỗ trợ|nguồn kinh phí|"
    "nguồn vốn|trong đó|tổng kinh phí|doanh nghiệp|thông tin doanh nghiệp|doanh nghiệp được hỗ trợ|"
    "đơn vị được hỗ trợ|thông tin chung|thông tin|hồ sơ|thông tin hồ sơ|nhiệm vụ|học viên|"
    "thông tin học viên|lớp|lớp học|khóa học|khóa đào tạo|kết quả công nhận|quyết định công nhận|"
    "công nhận|chứng chỉ|giấy chứng nhận|chứng nhận|mô hình|mô hình điểm|chuyên gia|"
    "thông tin chuyên gia|tổ chức|hỗ trợ|nội dung hỗ trợ|đào tạo|tập huấn|kinh phí đã chi|"
    "kinh phí quyết toán|kỳ báo cáo|thời gian tư vấn|thời gian đào tạo|thời gian tập huấn|"
    "đạt chuẩn|đạt chuẩn mực"
)
_NEUTRAL = frozenset(map(folded, _GROUPS.split("|")))
"""Headings above or below the words of a column that do not change their meaning."""
_OF_A_PART = ("trong do", "trong so do", "bao gom", "gom", "rieng", "of which")
"""How the heading of a part of the total begins."""
_OF_A_YEAR = re.compile(
    r"(?:(?:th|thuc hien|da thuc hien|ket qua thuc hien) )?(?:trong )?nam 20[0-9]{2}|"
    r"(?:th|thuc hien) 20[0-9]{2}"
)
"""The results of a year, as a heading above the columns that hold them."""


def without_bracket(heading: str) -> str:
    """Return a heading without the bracket behind it and the words in it.

    Args:
        heading: the heading.
    """
    return BRACKET.sub("", heading)


def is_group(text: str) -> bool:
    """Tell whether a heading only names the subject of the columns below it.

    Args:
        text: the heading.
    """
    return folded(text) in _NEUTRAL


def is_of_a_part(heading: str) -> bool:
    """Tell whether a heading names a part of a total: “Trong đó: nữ”.

    Args:
        heading: the heading.
    """
    return folded(heading).startswith(_OF_A_PART)


def is_harmless(within: str) -> bool:
    """Tell whether folded words in a bracket do not change the meaning of a heading.

    Args:
        within: the words.
    """
    return within in _IN_BRACKETS or within.isdigit()


def is_neutral(part: str, *, is_count: bool) -> bool:
    """Tell whether a part of a heading leaves the meaning of the other parts unchanged.

    A part of a count is not its total, though money has parts that are columns of their own.

    Args:
        part: the part.
        is_count: whether the column counts people or other things.
    """
    words = folded(BRACKET.sub("", part))
    is_total = words in TOTALS
    if is_count and (is_total or words.startswith(_OF_A_PART)):
        return is_total
    if _OF_A_YEAR.fullmatch(folded(part)):
        return True
    return _names_a_subject(words) and _has_neutral_bracket(part)


def _names_a_subject(words: str) -> bool:
    """Tell whether words name a subject, with or without a unit of money behind it."""
    before, unit = without_unit(words)
    is_money = unit is not None and unit.of is Of.MONEY  # “hợp đồng” is not a unit
    return words in _NEUTRAL or (is_money and before in _NEUTRAL)


def _has_neutral_bracket(part: str) -> bool:
    """Tell whether a part has a neutral bracket, a unit in brackets, or no bracket."""
    bracket = BRACKET.search(part)
    words = folded(bracket[0]) if bracket else ""
    unit = unit_in(words)
    is_unit = unit is not None and unit.of is not Of.FILES  # “(theo hợp đồng)” is not a unit
    return not words or words in _IN_BRACKETS or is_unit
