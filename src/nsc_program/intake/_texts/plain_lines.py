"""Recognise the lines of a sheet that say nothing about whether and how its rows count.

A line is plain if all of it is made of known terms, numbers and names. No list of harmful words
ends, so any other line is told.
"""

import re
from functools import lru_cache

from nsc_program.intake._cells.stated_amounts import is_misspelt
from nsc_program.intake._texts.plain_phrases import is_plain_phrase, without_phrases
from nsc_program.intake._words.glued_words import spelled_out
from nsc_program.intake._words.parts_of_lines import is_made_of_parts
from nsc_program.intake._words.words import normal

_LONGEST = 600
_ASKS = re.compile(r"\?|(?i:\bv\.? ?v\b)")
"""A question, or “v.v.”."""
_WAITS = re.compile(r"(?i:\bcho\W*$)")
"""Without accents, the last word of a line may be “chờ”; “cho” is not the last."""
_OF_NO_RESULT = re.compile(
    r"(?i:\b(?:kèm|kem|phụ lục|phu luc|biểu|bieu|danh sách|danh sach)\b(?: (?:theo|của|số|"
    r"[ivx0-9]+|cua|so|ban hành|kèm|kem))*+"
    r"[\s:(-]*(?:kế hoạch|ke hoach|tờ trình|to trinh|dự thảo|du thao|"
    r"phương án|phuong an|dự toán|du toan|đề xuất|de xuat|(?:số )?\S*[0-9]\S*/(?:kh|ttr)\b)"
    r"(?! (?:hành động|hoạt động)))"
)
"""The paper of a list that is foreseen: what belongs to a plan or a proposal is not a result."""
_OTHER_PROGRAMME = re.compile(
    r"(?i:(?<!\w)(?:chương trình|đề án|dự án|chuong trinh|de an|du an|ctr?)(?: số| so)?"
    r"\s+(?!(?:149|1322)(?!\d))\d+(?![\d/]))"
)
"""A programme by its number, other than the plan that is counted here."""


_OF_SOME = re.compile(
    r"(?i:(?<![\w/.])(?:0*([1-9][0-9]{0,4})/(?!0*\1(?![0-9]))|0+/)[0-9]{1,5} "
    r"(?:doanh nghiệp|dn|dnnvv|htx|"
    r"hợp tác xã|đơn vị|tổ chức|mô hình|hồ sơ|lớp|khóa|khoá|người|học viên|chuyên gia|cán bộ|"
    r"doanh nghiep|hop tac xa|don vi|to chuc|mo hinh|ho so|lop|khoa|nguoi|hoc vien)\b)"
)
"""Some of the things of a list: “03/04 doanh nghiệp”, but not “04/04 doanh nghiệp”."""


def is_plain_line(line: str, kind: str) -> bool:
    """Tell whether a line is made of harmless terms, numbers and names.

    Args:
        line: the line.
        kind: the name of the class of the records.

    >>> lines = ("DANH SÁCH DOANH NGHIỆP ĐƯỢC HỖ TRỢ", "DANH SÁCH DOANH NGHIỆP CẦN HỖ TRỢ", "…")
    >>> [is_plain_line(text, "Support") for text in lines]
    [True, False, False]
    """
    ways = dict.fromkeys((line, spelled_out(line)))
    return len(line) <= _LONGEST and any(_is_plain(normal("NFC", way), kind) for way in ways)


@lru_cache(maxsize=4096)
def _is_plain(line: str, kind: str) -> bool:
    """Tell whether a line in Unicode form NFC is plain."""
    if any(
        told.search(line) for told in (_ASKS, _WAITS, _OTHER_PROGRAMME, _OF_NO_RESULT, _OF_SOME)
    ):
        return False
    if is_misspelt(line):
        return False
    return is_plain_phrase(line) or is_made_of_parts(without_phrases(line), kind)
