"""Read the day of the paper that a list belongs to: of its place and date, or of its report."""

import re
from datetime import date
from functools import lru_cache

from nsc_program.intake._texts.plain_phrases import is_plain_phrase
from nsc_program.intake._words.named_periods import day_named
from nsc_program.intake._words.words import lowered

_DAY = re.compile(
    r"(?:ngày\s*)?([0-9]{1,2})\s*(?:[/.-]|tháng)\s*([0-9]{1,2})\s*(?:[/.-]|"
    r"năm)\s*([0-9]{4})(?![0-9])|"
    r"(?:ngay\s*)([0-9]{1,2})\s*thang\s*([0-9]{1,2})\s*nam\s*([0-9]{4})(?![0-9])"
)
_OF_A_LIST = re.compile(
    r"\W*(?:(?:phụ lục|danh sách|biểu|bảng)[\w .]{0,20})?\W*(?:ban hành )?(?:kèm theo|đính kèm|"
    r"kem theo)\b"
    r"(?!.*\b(?:thông tư|nghị định|luật|thong tu|nghi dinh)\b).*|"
    r"\W*(?:ngày|thời điểm) (?:lập|ký|báo cáo|xuất|in|tổng hợp|lập biểu|lập báo cáo|"
    r"lập danh sách)\b.*|"
    r"\W*báo cáo số\b.*"
)
"""How a line begins that names the paper of a list, which is not a model for such lists."""


@lru_cache(maxsize=1024)
def day_of_paper(line: str) -> date | None:
    """Return the day of the paper of a list that a line names; `None` for any other line.

    >>> day_of_paper("(Kèm theo Báo cáo số 12/BC-SKHCN ngày 05/01/2024)")
    datetime.date(2024, 1, 5)
    >>> day_of_paper("Hà Nội, ngày 16 tháng 12 năm 2024")
    datetime.date(2024, 12, 16)
    >>> day_of_paper("Căn cứ Kế hoạch số 149/KH-UBND ngày 2/6/2023")

    Args:
        line: the line.
    """
    words = lowered(line)
    found = _DAY.search(words)
    if found is None or not (_OF_A_LIST.fullmatch(words) or is_plain_phrase(line)):
        return None
    return day_named(*filter(None, found.groups()))
