"""Find the verdict of a cell on its row, in a column that is not read.

The cell may call the row in order, done, unfinished or denied, or leave this unknown.
"""

import re
from enum import StrEnum, unique
from functools import lru_cache

from nsc_program.intake._cells import is_blank
from nsc_program.intake._denials import denies, may_deny, says_uncertain
from nsc_program.intake._states import (
    is_result,
    names_a_state,
    says_cancelled,
    says_foreseen,
    says_planned,
    says_unfinished,
)
from nsc_program.intake._words import TICKS, folded, lowered, lowest


@unique
class Verdict(StrEnum):
    """The verdict of a cell on its row; `SILENT` if the cell does not concern the row's state."""

    SILENT = "silent"
    IN_ORDER = "in-order"
    DONE = "done"
    UNKNOWN = "unknown"
    UNFINISHED = "unfinished"
    DENIED = "denied"


_DONE = (
    r"(?:hoàn\s+(?:thành|tất|thiện)|nghiệm\s+thu|thanh\s+(?:lý|toán)|quyết\s+toán|bàn\s+giao|"
    r"kết\s+thúc|xong|thực\s+hiện\s+xong|(?:phê\s+)?duyệt|công\s+nhận|thẩm\s+định|tổ\s+chức|"
    r"thực\s+hiện|cấp(?:\s+(?:giấy\s+)?chứng\s+(?:nhận|chỉ))?|"
    r"đạt(?:\s+(?:yêu\s+cầu|chuẩn|loại\s+(?:khá|tốt|giỏi)|tốt))?)"
)
_WELL = r"(?:\s+(?:tốt|xuất\s+sắc|đúng\s+(?:hạn|tiến\s+độ)|toàn\s+bộ|đầy\s+đủ|đạt|100\s*%))"
_WAS_DONE = re.compile(
    rf"(?:đã\s+)?(?:được\s+)?{_DONE}{_WELL}?"
    rf"(?:\s*(?:,|;|/|\+|-|–|và)?\s*(?:đã\s+)?(?:được\s+)?{_DONE}{_WELL}?)*|"
    r"100\s*%|done|completed|finished|accepted|approved|passed"
)
_WAS_DONE_WITHOUT_ACCENTS = re.compile(
    r"(?:da )?(?:hoan thanh|hoan tat|nghiem thu|thanh ly|quyet toan|ban giao|xong|dat|dat yeu cau|"
    r"duyet|phe duyet)"
)
_GOOD = re.compile(
    r"tốt|rất\s+tốt|khá|giỏi|xuất\s+sắc|trung\s+bình(?:\s+khá)?|hợp\s+lệ|đủ(?:\s+điều\s+kiện)?|"
    r"đúng\s+(?:hạn|tiến\s+độ)|bình\s+thường|còn\s+hiệu\s+lực|(?:đang\s+)?hoạt\s+động|ok|good|"
    r"active|valid|tot|kha|gioi|xuat sac|binh thuong"
)
_YES = frozenset(map(folded, ("có", "yes", "y", "true", "đã", "rồi", "x", "1", "v")))
_NO = re.compile(r"(?:khong|ko|k|kg|khg|chua|no|n|false|0)\b.*")
_GOOD_HEADING = re.compile(
    r"(?:da )?(?:duoc )?(?:nghiem thu|hoan thanh|dat|dat yeu cau|cong nhan|phe duyet|duyet|xong|"
    r"hop le|du dieu kien|co)"
)
_ASKS = re.compile(
    r"(?:ket qua |da |duoc |da duoc |so |bien ban |so bien ban )*(?:nghiem thu|"
    r"hoan thanh)(?: chua)?|(?:ket qua |da |duoc )*(?:dat|cong nhan|phe duyet|duyet|danh gia|"
    r"thanh ly|quyet toan|hop le|du dieu kien)"
)
"""Headings that ask whether a thing was accepted, so that “Không” denies it."""
_REMARK = re.compile(
    r".*\b(?:ghi chu|chu thich|chu y|luu y|dien giai|notes?|remarks?|comments?|khac)\b.*"
)
_OUTCOME = re.compile(
    r"(?:da |duoc )*(?:ap dung|xay dung|duy tri|trien khai thanh cong|ban hanh|hinh thanh|"
    r"dao tao duoc|cap chung nhan|[0-9]+ (?:nguoi|hoc vien|lop|cong cu|quy trinh))\b"
)
"""Begins the result of a piece of work, in a text that does not deny anything."""
_OF_RESULTS = re.compile(r"(?:ket qua|nhan xet|danh gia|result|outcome)\b")
_LEAF_THAT_DENIES = frozenset({"khong", "chua"})
_DENYING = re.compile(
    r"\b(?:bị|lý\s+do|nguyên\s+nhân)\s+(?:hủy|huỷ|dừng|ngừng|ngưng|từ\s+chối|trả|loại|thu\s+hồi)|"
    r"từ\s+chối|trả\s+lại"
)


def judged(heading: str, cell: object) -> Verdict:
    """Return the verdict of a cell, by its words and by the question that its heading asks.

    Args:
        heading: the heading of the cell.
        cell: the cell.

    >>> cells = ("Đã nghiệm thu", "Bước 2", "Chờ duyệt", "Đã hủy", None)
    >>> [judged("Tình trạng", cell).value for cell in cells]
    ['done', 'unknown', 'unfinished', 'denied', 'silent']
    >>> judged("Đã nghiệm thu", "không").value, judged("Ghi chú", "Bước 2").value
    ('denied', 'silent')
    """
    if is_blank(cell):
        return Verdict.SILENT
    if (ended := _of_an_end(heading, cell)) is not None:
        return ended
    if _is_yes(cell):
        return _of_a_tick(heading)
    if not isinstance(cell, str):
        return Verdict.UNKNOWN if names_a_state(heading) else Verdict.SILENT
    words = folded(cell)
    if not words:
        return Verdict.SILENT
    if _NO.fullmatch(words) and _ASKS.fullmatch(lowest(heading)):
        return Verdict.DENIED
    return _of_words(heading, cell)


def _of_an_end(heading: str, cell: object) -> Verdict | None:
    """Return the verdict of a cell beneath a heading about the end of a record: “Số QĐ hủy”.

    Any number there ends the record. 0 and “không” say that it did not end, and other words keep
    their own meaning, for which the result is `None`.
    """
    how = _of_a_heading(heading)
    if how is None or _is_yes(cell):
        return None
    if not isinstance(cell, str):
        return how if cell else Verdict.SILENT
    words = folded(cell)
    if not words.strip("0 ") or _NO.fullmatch(words):
        return None if names_a_state(heading) else Verdict.SILENT
    is_plain = names_a_state(heading) or len(lowest(heading).split()) < _FEWEST_OF_A_PAIR
    return how if any(map(str.isdigit, words)) or not is_plain else None


_FEWEST_OF_A_PAIR = 3
"""The words of a heading such as “Số QĐ hủy”, at least.

Beneath a shorter one, such as “Hủy”, words keep their own meaning.
"""


@lru_cache(maxsize=1024)
def _of_a_heading(heading: str) -> Verdict | None:
    """Return the verdict on any row with a cell beneath a heading about the end of a record."""
    written = " ".join(re.sub(r"[\W_]+", " ", lowered(heading)).split())
    if denies(written):
        return Verdict.DENIED
    return Verdict.UNKNOWN if may_deny(written) else None


def _is_yes(cell: object) -> bool:
    """Tell whether a cell is a tick or a yes."""
    if not isinstance(cell, str):
        return cell is True
    return cell.strip() in TICKS or folded(cell) in _YES


def _of_a_tick(heading: str) -> Verdict:
    """Return the verdict of a tick, which agrees with its heading."""
    if (
        lowest(heading) in _LEAF_THAT_DENIES
        or says_cancelled(heading)
        or _DENYING.search(lowered(heading))
    ):
        return Verdict.DENIED
    if says_unfinished(heading) or says_planned(heading):
        return Verdict.UNFINISHED
    if not names_a_state(heading):
        return Verdict.SILENT
    return Verdict.DONE if _GOOD_HEADING.fullmatch(lowest(heading)) else Verdict.UNKNOWN


@lru_cache(maxsize=4096)
def _of_words(heading: str, cell: str) -> Verdict:
    """Return the verdict of words; words of praise count in a column of states only."""
    is_state = names_a_state(heading)
    if is_state and (good := _of_good(cell)) is not None:
        return good
    if says_cancelled(cell):
        return Verdict.DENIED
    if says_unfinished(cell) or ((is_state or is_remark(heading)) and says_foreseen(cell)):
        return Verdict.UNFINISHED
    if is_remark(heading) and not is_result(cell) and says_uncertain(lowered(cell)):
        return Verdict.UNKNOWN
    if not is_state:
        return Verdict.SILENT
    is_of_work = is_result(cell) or _OUTCOME.match(folded(cell))
    return Verdict.SILENT if is_of_work and _OF_RESULTS.match(lowest(heading)) else Verdict.UNKNOWN


def is_remark(heading: str) -> bool:
    """Tell whether a heading allows any remark beneath it, such as ghi chú."""
    return _REMARK.fullmatch(folded(heading)) is not None


def _of_good(cell: str) -> Verdict | None:
    """Return the verdict of words that all say done or in order; `None` for other words."""
    words = lowered(cell).strip(" .!")
    if _WAS_DONE.fullmatch(words) or (
        words.isascii() and _WAS_DONE_WITHOUT_ACCENTS.fullmatch(folded(words))
    ):
        return Verdict.DONE
    return Verdict.IN_ORDER if _GOOD.fullmatch(words) else None
