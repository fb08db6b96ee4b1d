"""Recognise the phrases of papers of offices: a place and day, a reference, recipients, a trainer.

Each phrase says where, when, to whom or by whom a paper was written, and nothing about its rows.
"""

import re

from nsc_program.intake._texts.names import is_person
from nsc_program.intake._words.capitals import may_be_of_a_state
from nsc_program.intake._words.plain_words import SYLLABLES_OF_PLACES
from nsc_program.intake._words.words import folded, lowered, single_spaced

_DAY = (
    r"(?:ngày[\s\d.…]*tháng[\s\d.…]*năm[\s\d.…]*|"
    r"(?:ngày\s*)?\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4})"
)
_PLACE_AND_DAY = re.compile(rf"([^\W\d_]+(?: [^\W\d_]+){{1,3}}),\s*{_DAY}[\W_]*", re.IGNORECASE)
_SYLLABLES = frozenset(map(folded, SYLLABLES_OF_PLACES.split()))
_REFERENCE = re.compile(
    r"(?:ban hành )?(?:kèm )?theo (?:nội dung )?(?:công văn|cv|văn bản|báo cáo|thông báo|"
    r"quyết định|qđ|biên bản (?:nghiệm thu|thanh lý|bàn giao))(?: số)?\s*:?\s*"
    r"(?=[\d….]*\s*/)",
    re.IGNORECASE,
)
"""A reference to a document by its number, which was written when work was done."""
_FILED = re.compile(
    r"(?i:lưu)\s*:?\s*(?i:vt)(?:\s*[,;]\s*[A-ZĐƯ&.]{2,8}[0-9]?)*(?:\s*\([0-9]{1,2}[a-z]?\))?(?!\w)"
)
"""Who keeps a copy: “Lưu: VT, QLCN (02b)”."""
_COPIED = re.compile(
    r"\((?:để |đề )?(?:b/c|p/h|t/h|báo cáo|phối hợp|thực hiện|biết)\)", re.IGNORECASE
)
_FORMER = re.compile(
    r"(?<=\()(?:thuộc )?((?:quận|huyện|thị xã|phường|xã) [^\W\d_]+(?: [^\W\d_]+){0,2}) cũ(?=\))",
    re.IGNORECASE,
)
"""The place that a new ward or commune was a part of: “(quận Hà Đông cũ)”."""
_TRAINER = re.compile(r"\W*(?:giảng viên|báo cáo viên|trợ giảng|người trình bày)\s*:\s*(.+)")


def without_phrases(line: str) -> str:
    """Return a line without its references to documents and its list of copies.

    >>> without_phrases("(Theo Công văn số 9/SKHCN-TĐC)"), without_phrases("- Lưu: VT, TĐC (02b).")
    ('( 9/SKHCN-TĐC)', '-  .')

    Args:
        line: the line.
    """
    line = _FORMER.sub(r"\1", line)
    for pattern in (_REFERENCE, _FILED, _COPIED):
        line = pattern.sub(" ", line)
    return line


def is_plain_phrase(line: str) -> bool:
    """Tell whether a whole line is a place and day, or names a trainer.

    >>> lines = ("Gia Lâm, ngày 05 tháng 6 năm 2024", "Dự Kiến, ngày 05 tháng 6 năm 2024")
    >>> [is_plain_phrase(text) for text in lines]
    [True, False]

    Args:
        line: the line.
    """
    found = _PLACE_AND_DAY.fullmatch(single_spaced(line).strip("( )"))
    return _is_a_place(found[1]) if found else _names_a_trainer(line)


def _is_a_place(name: str) -> bool:
    """Tell whether words are the name of a place: each has a capital, and none is of a state."""
    if not all(word[0].isupper() for word in name.split()):
        return False
    if _SYLLABLES.issuperset(folded(name).split()):
        return True
    return not name.isascii() and not may_be_of_a_state(name)


def _names_a_trainer(line: str) -> bool:
    """Tell whether a line names the person who teaches, by the name of one person."""
    found = _TRAINER.fullmatch(lowered(line))
    return found is not None and is_person(line.partition(":")[2])
