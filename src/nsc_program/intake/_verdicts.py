"""What a cell says of its row where its column is not read: that it is in order, not done, denied, or nobody knows."""

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
    """What a cell says of its row."""

    SILENT = "silent"
    IN_ORDER = "in-order"
    DONE = "done"
    UNKNOWN = "unknown"
    UNFINISHED = "unfinished"
    DENIED = "denied"


_DONE = (
    r"(?:hoàn\s+(?:thành|tất|thiện)|nghiệm\s+thu|thanh\s+(?:lý|toán)|quyết\s+toán|bàn\s+giao|kết\s+thúc|xong|thực\s+hiện\s+xong|"
    r"(?:phê\s+)?duyệt|công\s+nhận|thẩm\s+định|tổ\s+chức|thực\s+hiện|cấp(?:\s+(?:giấy\s+)?chứng\s+(?:nhận|chỉ))?|"
    r"đạt(?:\s+(?:yêu\s+cầu|chuẩn|loại\s+(?:khá|tốt|giỏi)|tốt))?)"
)
_WELL = r"(?:\s+(?:tốt|xuất\s+sắc|đúng\s+(?:hạn|tiến\s+độ)|toàn\s+bộ|đầy\s+đủ|đạt|100\s*%))"
_WAS_DONE = re.compile(
    rf"(?:đã\s+)?(?:được\s+)?{_DONE}{_WELL}?(?:\s*(?:,|;|/|\+|-|–|và)?\s*(?:đã\s+)?(?:được\s+)?{_DONE}{_WELL}?)*|"
    r"100\s*%|done|completed|finished|accepted|approved|passed"
)
_WAS_DONE_WITHOUT_ACCENTS = re.compile(
    r"(?:da )?(?:hoan thanh|hoan tat|nghiem thu|thanh ly|quyet toan|ban giao|xong|dat|dat yeu cau|duyet|phe duyet)"
)
_GOOD = re.compile(
    r"tốt|rất\s+tốt|khá|giỏi|xuất\s+sắc|trung\s+bình(?:\s+khá)?|hợp\s+lệ|đủ(?:\s+điều\s+kiện)?|đúng\s+(?:hạn|tiến\s+độ)|"
    r"bình\s+thường|còn\s+hiệu\s+lực|(?:đang\s+)?hoạt\s+động|ok|good|active|valid|"
    r"tot|kha|gioi|xuat sac|binh thuong"
)
_YES = frozenset(map(folded, ("có", "yes", "y", "true", "đã", "rồi", "x", "1", "v")))
_NO = re.compile(r"(?:khong|ko|k|kg|khg|chua|no|n|false|0)\b.*")
_GOOD_HEADING = re.compile(
    r"(?:da )?(?:duoc )?(?:nghiem thu|hoan thanh|dat|dat yeu cau|cong nhan|phe duyet|duyet|xong|hop le|du dieu kien|co)"
)
_ASKS = re.compile(
    r"(?:ket qua |da |duoc |da duoc |so |bien ban |so bien ban )*(?:nghiem thu|hoan thanh)(?: chua)?|"
    r"(?:ket qua |da |duoc )*(?:dat|cong nhan|phe duyet|duyet|danh gia|thanh ly|quyet toan|hop le|du dieu kien)"
)
"""What asks whether a thing was accepted, so that “Không” denies it."""
_REMARK = re.compile(
    r".*\b(?:ghi chu|chu thich|chu y|luu y|dien giai|notes?|remarks?|comments?|khac)\b.*"
)
_OUTCOME = re.compile(
    r"(?:da |duoc )*(?:ap dung|xay dung|duy tri|trien khai thanh cong|ban hanh|hinh thanh|dao tao duoc|cap chung nhan|"
    r"[0-9]+ (?:nguoi|hoc vien|lop|cong cu|quy trinh))\b"
)
"""How a result begins that is of work, where nothing in it denies."""
_OF_RESULTS = re.compile(r"(?:ket qua|nhan xet|danh gia|result|outcome)\b")
_LEAF_THAT_DENIES = frozenset({"khong", "chua"})
_DENYING = re.compile(
    r"\b(?:bị|lý\s+do|nguyên\s+nhân)\s+(?:hủy|huỷ|dừng|ngừng|ngưng|từ\s+chối|trả|loại|thu\s+hồi)|từ\s+chối|trả\s+lại"
)


def judged(heading: str, cell: object) -> Verdict:
    """What a cell says of its row, by its words and by what its heading asks.

    >>> [judged("Tình trạng", cell).value for cell in ("Đã nghiệm thu", "Bước 2", "Chờ duyệt", "Đã hủy", None)]
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
    """What a cell says beneath a heading of what ended a record, such as “Số QĐ hủy”, whatever number it holds.

    Words that are no number stay what they say; 0 and “không” say that nothing ended.
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
"""Words of a heading such as “Số QĐ hủy”; beneath “Hủy” words say themselves what they mean."""


@lru_cache(maxsize=1024)
def _of_a_heading(heading: str) -> Verdict | None:
    """What a heading makes of any cell beneath it, if it is of what ended a record."""
    written = " ".join(re.sub(r"[\W_]+", " ", lowered(heading)).split())
    if denies(written):
        return Verdict.DENIED
    return Verdict.UNKNOWN if may_deny(written) else None


def _is_yes(cell: object) -> bool:
    return cell is True or (
        isinstance(cell, str) and (cell.strip() in TICKS or folded(cell) in _YES)
    )


def _of_a_tick(heading: str) -> Verdict:
    """What a tick says, which agrees with its heading."""
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
    """What words say, those of good in a column of states only."""
    is_state = names_a_state(heading)
    if is_state and (good := _of_good(cell)) is not None:
        return good
    if says_cancelled(cell):
        return Verdict.DENIED
    if says_unfinished(cell) or ((is_state or is_remark(heading)) and says_foreseen(cell)):
        return Verdict.UNFINISHED
    if is_remark(heading) and not is_result(cell) and says_uncertain(lowered(cell)):
        return Verdict.UNKNOWN
    if is_state:
        is_of_work = is_result(cell) or _OUTCOME.match(folded(cell))
        return (
            Verdict.SILENT if is_of_work and _OF_RESULTS.match(lowest(heading)) else Verdict.UNKNOWN
        )
    return Verdict.SILENT


def is_remark(heading: str) -> bool:
    """Whether a heading says that anything may stand beneath it: ghi chú."""
    return _REMARK.fullmatch(folded(heading)) is not None


def _of_good(cell: str) -> Verdict | None:
    """What words say that, all of them, are of things done or in order."""
    words = lowered(cell).strip(" .!")
    if _WAS_DONE.fullmatch(words) or (
        words.isascii() and _WAS_DONE_WITHOUT_ACCENTS.fullmatch(folded(words))
    ):
        return Verdict.DONE
    return Verdict.IN_ORDER if _GOOD.fullmatch(words) else None
