"""Decide what the texts that are read say about their record.

A standard “TCVN 13751:2023 (chưa đạt)” is not met, and a lesson “5S (đã hủy)” did not take place.
"""

import re
from functools import lru_cache
from typing import Final

from nsc_program.intake._cells.verdicts import Verdict
from nsc_program.intake._states.results_of_work import is_result
from nsc_program.intake._states.states import (
    clauses_of,
    says_cancelled,
    says_foreseen,
    says_unfinished,
)
from nsc_program.intake._words.words import folded, lowered

_OF_CONTENT: Final = frozenset({"topic", "activities", "name", "locality", "solutions"})
"""The columns whose words are about anything, so that they begin with what the record is about."""
_HELD = (
    r"hủy|huỷ|huy|hoãn|hoan|dừng|ngừng|dinh chi|đình chỉ|thu hồi|giải thể|phá sản|hết hiệu lực|"
    r"het hieu luc"
)
_FIRST: Final = re.compile(
    rf"(?:(?:đã|da|bị|bi|tạm|tam|xin|đề nghị|phải) )*(?:{_HELD})"
    r"(?:$| (?:bỏ|lớp|khóa|khoá|buổi|hội|tổ chức|tập huấn|đào tạo|do|vì|lop|khoa|bo|to chuc)\b.*)|"
    rf".*\b(?:đã|da|bị|bi|tạm|tam|xin|đề nghị|phải) (?:{_HELD})(?: bỏ| bo)?|"
    r".*\b(?:lùi|dời|hoãn|đẩy|chuyển|kéo dài|lui|doi|hoan|chuyen)(?: lại)? (?:lịch|ngày|"
    r"thời gian|lich|ngay|(?:(?:sang|đến|tới|qua|den|toi) )+"
    r"(?:[0-9]|năm|quý|tháng|đợt|kỳ|tuần|nam|quy|thang|dot)).*|"
    r".*\b(?:không|khong|ko|chưa|chua|sẽ|đang) (?:được )?"
    r"(?:tổ chức|diễn ra|thực hiện|triển khai|to chuc|thuc hien|mở|đạt|dat)(?: được)?|"
    r"(?:dự kiến|du kien|dự định|kế hoạch|ke hoach|dự thảo)(?: (?:năm|quý|tháng)?[ \d/ivx]*)?"
)
"""What the first statement of such words has to be in full to be about the record itself."""
_WAITING: Final = re.compile(
    r"(?:chua|khong|ko|dang|se|cho|doi|sap|hen|no|thieu|xin|du kien|du thao|ban thao|de xuat|"
    r"de nghi|bo sung sau|cap nhat sau|not|pending|none|draft|planned)\b.*"
)
"""How a text begins that stands where a number, a document or a standard does not exist yet."""
_OF_A_DOCUMENT: Final = re.compile(r"\b(?:quyet dinh|qd|nghi quyet|nq|cong van|cv|ubnd)\b|[0-9]")
_WITHOUT_ITS_NUMBER: Final = re.compile(r"[^0-9/]*(?:/|…|\.\s?\.|_).*", re.DOTALL)
"""A decision whose number is not filled in: “…/QĐ-UBND”."""


@lru_cache(maxsize=4096)
def verdict_of_text(name: str, cell: str) -> Verdict:
    """Return what a text that is read says about its record.

    >>> verdict_of_text("topic", "Tập huấn 5S (đã hủy)").value
    'denied'
    >>> verdict_of_text("topic", "Kiểm soát hàng trả lại").value
    'silent'
    >>> verdict_of_text("decision", "đang trình").value
    'unfinished'

    Args:
        name: the column.
        cell: the text.
    """
    if name in _OF_CONTENT:
        return max(map(_verdict, _statements(cell)), key=_RANKS.index, default=Verdict.SILENT)
    found = _verdict(cell)
    if found is Verdict.SILENT and _is_awaited(name, cell):
        return Verdict.UNFINISHED
    return found


_RANKS: Final = (Verdict.SILENT, Verdict.UNFINISHED, Verdict.DENIED)


def _statements(text: str) -> list[str]:
    """Return the statements that may be about the record: the first only if all of it is."""
    first, *others = clauses_of(lowered(text)) or [""]
    return others if _FIRST.fullmatch(first) is None else [first, *others]


def _verdict(text: str) -> Verdict:
    """Return what a statement says."""
    if is_result(text):
        return Verdict.SILENT
    if says_cancelled(text):
        return Verdict.DENIED
    is_open = says_unfinished(text) or says_foreseen(text) or text in ("đăng ký", "đề xuất")
    return Verdict.UNFINISHED if is_open else Verdict.SILENT


def _is_awaited(name: str, cell: str) -> bool:
    """Tell whether words stand in place of what does not exist yet."""
    words = folded(cell)
    if not words or name == "id":
        return False
    if name == "decision" and (
        _OF_A_DOCUMENT.search(words) is None or _WITHOUT_ITS_NUMBER.fullmatch(cell)
    ):
        return True
    return _WAITING.fullmatch(words) is not None
