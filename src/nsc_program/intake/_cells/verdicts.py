"""Find the verdict of a cell on its row, in a column that is not read.

The cell may call the row in order, done, unfinished or denied, or leave this unknown.
"""

import re
from collections.abc import Mapping
from enum import StrEnum, unique
from functools import lru_cache

from nsc_program.intake._cells.cells import is_blank, is_left_blank
from nsc_program.intake._states.denials import denies, may_deny, says_uncertain
from nsc_program.intake._states.results_of_work import is_result
from nsc_program.intake._states.state_headings import names_a_state
from nsc_program.intake._states.states import (
    clauses_of,
    says_cancelled,
    says_foreseen,
    says_planned,
    says_unfinished,
)
from nsc_program.intake._words.capitals import is_given_name
from nsc_program.intake._words.gates import Gate, whole
from nsc_program.intake._words.words import (
    TICKS,
    WordPattern,
    folded,
    lowered,
    lowest,
    single_spaced,
)


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
    r"(?:đã\s+)?có\s+(?:biên\s+bản|bb)\s+(?:nghiệm\s+thu|thanh\s+lý)|"
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
_YES_WRITTEN = ("có", "yes", "y", "true", "đã", "rồi", "x", "1", "v")
_YES = frozenset((*_YES_WRITTEN, *map(folded, _YES_WRITTEN)))
"""The words for yes; with accents they count as they are, so that “rời” is not “rồi”."""
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
_OF_ITS_END = re.compile(
    r"\b(?:nghiem thu|bbnt|bb nt|hsnt|thanh ly|bbtl|bb tl|hoan thanh|ht|quyet toan|ban giao|"
    r"thuc hien|ket qua|danh gia|y kien|xac nhan|phe duyet|cong nhan)\b"
)
_BARE_NO = re.compile(
    r"(?:khong|ko|k|kg|khg|chua)(?: (?:co|ro|xong|dat|du|lam|duoc|nop|ky|lap|nhan|cap|gui))?"
)
"""Denies what its heading names: “Hồ sơ nghiệm thu” is “Chưa có”."""
_PAPERS: Mapping[str, str] = {
    "Expert": r"\b(?:chung chi|chung nhan|giay|bang|the)\b",
    "PilotModel": r"\b(?:quyet dinh|qd|cong nhan|bang|giay)\b",
    "AssessmentBody": r"\b(?:dang ky|cong nhan|chi dinh|chung nhan|giay)\b",
}
"""Headings of the documents without which a record of a class is not what it says."""
_FORESEEN_ASIDE = re.compile(
    r"(?:dự kiến|dự định|tạm tính|kế hoạch|đăng ký|đề xuất|du kien|du dinh|tam tinh)"
    r"(?: (?:năm|quý|tháng|ngày|khoảng|nam|quy|thang))?[ \d/ivx]*"
)
_FORESEEN_FIRST = re.compile(
    r"(?:dự kiến|dự định|du kien|du dinh) (?!đạt|nâng|giảm|tăng|tiết)\S.{0,40}"
)
GATE = Gate(whole(_FORESEEN_ASIDE), whole(_FORESEEN_FIRST))
_OPEN = WordPattern(r"^(?:chưa|đang|chờ|đợi|sắp|sẽ)\b(?! (?:bao|từng|tượng|tác|với))")
_SHARE = re.compile(r"(?:mới |đạt |khoảng |~ ?)*(\d{1,3}(?:[.,]\d+)?) ?%")
_WHOLE = 100
_FAILED = re.compile(
    r"(?:bị |thi )?(?:trượt|rớt|hỏng|thi lại|học lại|bỏ thi|không qua|chưa qua|vắng(?: thi)?|yếu|"
    r"kém|truot|rot|thi lai|hoc lai|bo thi|khong qua|chua qua|yeu|kem|fail(?:ed)?)"
)
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
    if is_blank(cell) or _names_a_person(heading, cell):
        return Verdict.SILENT
    return _of_an_end(heading, cell) or _of_a_part(heading, cell) or _of_an_answer(heading, cell)


_OF_PEOPLE = re.compile(r"(?:ho va ten|ho ten|ho dem va ten|full name)\b.*")


def _names_a_person(heading: str, cell: object) -> bool:
    """Tell whether a cell beneath the heading of names is a given name: “Huy” is not “hủy”."""
    is_name = isinstance(cell, str) and is_given_name(cell)
    return is_name and is_of_names(heading)


def is_of_names(heading: str) -> bool:
    """Tell whether the cells beneath a heading are the names of people.

    Args:
        heading: the heading.
    """
    return _OF_PEOPLE.fullmatch(lowest(heading)) is not None


def _of_an_answer(heading: str, cell: object) -> Verdict:
    """Return the verdict of an answer to what its heading asks: a tick, words or a number."""
    if _is_yes(cell):
        return _of_a_tick(heading)
    if isinstance(cell, str):
        return _of_a_text(heading, cell)
    return Verdict.UNKNOWN if names_a_state(heading) else Verdict.SILENT


def _of_a_text(heading: str, cell: str) -> Verdict:
    """Return the verdict of a text, which may deny what its heading names."""
    words = folded(cell)
    if not words:
        is_a_sign = names_a_state(heading) and not is_left_blank(cell)
        return Verdict.UNKNOWN if is_a_sign else Verdict.SILENT  # a cross is not a tick
    return _of_a_no(words, lowest(heading)) or _of_words(heading, cell)


def _of_a_no(words: str, asked: str) -> Verdict | None:
    """Return the verdict of a no to what its heading asks; `None` for other words."""
    if _NO.fullmatch(words) and _ASKS.fullmatch(asked):
        return Verdict.DENIED
    is_undone = _BARE_NO.fullmatch(words) and _OF_ITS_END.search(asked)
    return Verdict.UNFINISHED if is_undone else None


def _of_a_part(heading: str, cell: object) -> Verdict | None:
    """Return the verdict of a share below 100 % or a failure in a column of states."""
    if not isinstance(cell, str) or not names_a_state(heading):
        return None
    if _is_a_part(cell) and not _is_of_results(heading):
        return Verdict.UNFINISHED
    return Verdict.DENIED if _FAILED.fullmatch(lowered(cell).strip(" .!")) else None


def _is_a_part(cell: str) -> bool:
    """Tell whether a text is a share below 100 %."""
    share = _SHARE.fullmatch(cell.strip())
    return share is not None and float(share[1].replace(",", ".")) < _WHOLE


def _is_of_results(heading: str) -> bool:
    """Tell whether a column is about the results of work."""
    return _OF_RESULTS.match(lowest(heading)) is not None


def _of_an_end(heading: str, cell: object) -> Verdict | None:
    """Return the verdict of a cell beneath a heading about the end of a record: “Số QĐ hủy”.

    Any number there ends the record. 0 and “không” say that it did not end, and other words keep
    their own meaning, for which the result is `None`.
    """
    how = _of_a_heading(heading)
    if how is None:
        return None
    if _is_yes(cell):
        return None if names_a_state(heading) else how
    if isinstance(cell, str):
        return _of_words_about_an_end(heading, folded(cell), how)
    return how if cell else Verdict.SILENT


def _of_words_about_an_end(heading: str, words: str, how: Verdict) -> Verdict | None:
    """Return the verdict of words beneath a heading about the end of a record."""
    if not words.strip("0 ") or _NO.fullmatch(words):
        return None if names_a_state(heading) else Verdict.SILENT
    has_number = any(map(str.isdigit, words))
    return how if has_number or not _leaves_their_meaning(heading) else None


def _leaves_their_meaning(heading: str) -> bool:
    """Tell whether words keep their own meaning beneath a heading about the end of a record."""
    return names_a_state(heading) or len(lowest(heading).split()) < _FEWEST_OF_A_PAIR


_FEWEST_OF_A_PAIR = 3
"""The fewest words of “Số QĐ hủy”; beneath a shorter heading words keep their own meaning."""


@lru_cache(maxsize=1024)
def _of_a_heading(heading: str) -> Verdict | None:
    """Return the verdict on any row with a cell beneath a heading about the end of a record."""
    written = single_spaced(re.sub(r"[\W_]+", " ", lowered(heading)))
    if denies(written):
        return Verdict.DENIED
    return Verdict.UNKNOWN if may_deny(written) else None


def is_of_an_end(heading: str) -> bool:
    """Tell whether a heading is about the end of a record: “Số QĐ hủy”, “BB thanh lý”."""
    return _of_a_heading(heading) is not None


def _is_yes(cell: object) -> bool:
    """Tell whether a cell is a tick or a yes."""
    if not isinstance(cell, str):
        return cell is True
    return cell.strip() in TICKS or _says_yes(cell)


def _says_yes(text: str) -> bool:
    """Tell whether a text is a word for yes, which has its accents or none."""
    words = lowered(text).strip(" .!,;:()")
    return words in _YES or (words.isascii() and folded(words) in _YES)


def _of_a_tick(heading: str) -> Verdict:
    """Return the verdict of a tick, which agrees with its heading."""
    if _is_denying(heading):
        return Verdict.DENIED
    if says_unfinished(heading) or says_planned(heading) or _is_open(heading):
        return Verdict.UNFINISHED
    if not names_a_state(heading):
        return Verdict.SILENT
    return Verdict.DONE if _GOOD_HEADING.fullmatch(lowest(heading)) else Verdict.UNKNOWN


def _is_open(heading: str) -> bool:
    """Tell whether a heading begins with words for what is not done: chưa, đang, chờ."""
    return _OPEN.is_in(lowered(heading.rpartition("›")[2]))


def _is_denying(heading: str) -> bool:
    """Tell whether a heading says that a thing does not count."""
    leaf = heading.rpartition("›")[2]
    is_no = folded(leaf) in _LEAF_THAT_DENIES
    return (
        is_no
        or says_cancelled(heading)
        or says_cancelled(leaf)
        or _DENYING.search(lowered(heading)) is not None
    )


@lru_cache(maxsize=4096)
def _of_words(heading: str, cell: str) -> Verdict:
    """Return the verdict of words; words of praise count in a column of states only."""
    good = _of_a_receipt(heading, cell) or _of_good(cell) if names_a_state(heading) else None
    return good or _of_a_reproach(heading, cell) or _of_other_words(heading, cell)


_OF_RECEIPTS = re.compile(
    r"(?:so )?(?:bien ban|bb) (?:nghiem thu|thanh ly)(?: thanh ly)?|bbnt|bbtl"
)
_RECEIPT = re.compile(
    r"(?:(?:biên bản|bb|bbnt)(?: nghiệm thu| thanh lý)? )?(?:số:? ?)?[0-9]{1,5}(?:/20[0-9]{2})?"
    r"/(?:bbnt|bbtl|bb)(?:[-.][\w&.-]{1,20})?"
    r"(?:,? (?:ngày )?[0-9]{1,2}[/.-][0-9]{1,2}[/.-]20[0-9]{2})?"
)


def _of_a_receipt(heading: str, cell: str) -> Verdict | None:
    """Return the verdict of the number of a paper that accepts work; `None` for other words."""
    is_asked = _OF_RECEIPTS.fullmatch(lowest(heading)) is not None
    return Verdict.DONE if is_asked and _RECEIPT.fullmatch(lowered(cell)) else None


def _of_a_reproach(heading: str, cell: str) -> Verdict | None:
    """Return the verdict of words that deny, put off or question a row; `None` for other words."""
    if says_cancelled(cell):
        return Verdict.DENIED
    if _puts_off(heading, cell):
        return Verdict.UNFINISHED
    return Verdict.UNKNOWN if _questions(heading, cell) else None


def _puts_off(heading: str, cell: str) -> bool:
    """Tell whether a cell says that its row is not done, or foreseen where it may say that."""
    may_foresee = names_a_state(heading) or is_remark(heading)
    return says_unfinished(cell) or (may_foresee and says_foreseen(cell))


def _questions(heading: str, cell: str) -> bool:
    """Tell whether a remark says that its row is wrong or has to be checked again."""
    return is_remark(heading) and not is_result(cell) and says_uncertain(lowered(cell))


def _of_other_words(heading: str, cell: str) -> Verdict:
    """Return the verdict of words that neither praise nor deny."""
    if not names_a_state(heading):
        return Verdict.UNFINISHED if is_foreseen(cell) else Verdict.SILENT
    is_work = is_of_work(cell) and _is_of_results(heading)
    return Verdict.SILENT if is_work else Verdict.UNKNOWN


def is_foreseen(cell: str) -> bool:
    """Tell whether a cell about anything says that it is foreseen: “Ba Đình (dự kiến)”.

    Args:
        cell: the text of the cell.
    """
    if GATE.is_closed(cell):
        return False
    clauses = clauses_of(lowered(cell))
    if any(map(_FORESEEN_ASIDE.fullmatch, clauses)):
        return True
    return bool(clauses) and _FORESEEN_FIRST.fullmatch(clauses[0]) is not None


def lacks_its_paper(kind: str, heading: str, cell: object) -> bool:
    """Tell whether an unread cell says that the document of its record does not exist yet.

    >>> lacks_its_paper("Expert", "Số chứng chỉ", "chưa có")
    True

    Args:
        kind: the class of the record.
        heading: the heading of the cell.
        cell: the cell.
    """
    if not isinstance(cell, str) or not _names_a_paper(kind, heading):
        return False
    return _BARE_NO.fullmatch(folded(cell)) is not None


def _names_a_paper(kind: str, heading: str) -> bool:
    """Tell whether a heading names the document of a record."""
    papers = _PAPERS.get(kind)
    return papers is not None and re.search(papers, lowest(heading)) is not None


def is_of_work(text: str) -> bool:
    """Tell whether a text, in which nothing denies, is what work came to, or that it is done."""
    is_good = _of_good(text) is not None or _says_yes(text)
    return is_good or is_result(text) or _OUTCOME.match(folded(text)) is not None


@lru_cache(maxsize=2**10)
def is_remark(heading: str) -> bool:
    """Tell whether a heading allows any remark beneath it, such as ghi chú."""
    return _REMARK.fullmatch(folded(heading)) is not None


def _of_good(cell: str) -> Verdict | None:
    """Return the verdict of words that all say done or in order; `None` for other words."""
    words = lowered(cell).strip(" .!")
    if _WAS_DONE.fullmatch(words) or _is_done_without_accents(words):
        return Verdict.DONE
    return Verdict.IN_ORDER if _GOOD.fullmatch(words) else None


def _is_done_without_accents(words: str) -> bool:
    """Tell whether words without accents say done."""
    return words.isascii() and _WAS_DONE_WITHOUT_ACCENTS.fullmatch(folded(words)) is not None
