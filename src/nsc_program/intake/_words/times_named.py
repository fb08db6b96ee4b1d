"""Tell whether a text names a time that is not that of its row: “KH 2025”, “đợt 2/2025”, “GĐ1”.

A year stands behind a word for a period or alone in a bracket. Numbers of papers and the codes of
standards hold years too, which say nothing about the row.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from nsc_program.intake._words.gates import Gate
from nsc_program.intake._words.named_periods import YEAR, Span, without_documents
from nsc_program.intake._words.words import folded, lowered, normal

_PHASE = re.compile(
    r"\b(?:gd|giai doan|phase) ?(?:so |thu )?(?:[0-9]{1,2}|i{1,3}|iv|v|mot|hai|ba|dau)\b"
)
"""A part of work that may go on after it."""
_PLAN = re.compile(
    r"(?<!theo )(?<!thuc hien )\b(?:kh|ke hoach) ?(?:nam |quy |thang |dot |cua |cho )*"
    r"(?:[0-9ivx]{1,3} )?20[0-9]{2}\b(?! (?:[0-9]{1,4} )?[a-z]{2})"
)
_OF_PROGRAMMES = re.compile(
    r"\b(?:chuong trinh|de an|chien luoc|quy hoach|ke hoach|nghi quyet)\b.*"
    r"\b(?:den nam|giai doan|thoi ky)\b"
)
_NAMED = re.compile(
    r"\b(?:nam|nien khoa|nien do|quy|q|thang|t|dot|ky|hk|hoc ky|khoa|k|lan|vu|kh|ke hoach|sang|"
    r"sau|tu|den|toi|truoc|cho|cuoi|dau|gd|giai doan|mua|ngay|lop)(?: ?[0-9]{1,2}\b| [ivx]{1,4}\b)*"
    rf" ?(?:nam )?{YEAR}\b(?: (?:den )?(?:nam )?{YEAR}\b)?"
)
_ALONE = re.compile(
    rf"(?:[(\[]|\s[-–—,;]\s?|[,;]\s?)\s*{YEAR}\s*(?:[-–—/]\s*{YEAR}\s*)?(?:[)\]]|$)"
)
_LAST = re.compile(rf"(?:^|\s)([^\W\d_]+)\s{YEAR}\W*$")
"""A year at the end of a text, and the word before it: “Lean cơ bản 2024”."""
_BEFORE_NUMBERS = frozenset({"số", "so", "mã", "ma", "quyển", "trang", "tờ"})
_DAY = re.compile(rf"\b[0-9]{{1,2}} ?[/.-] ?[0-9]{{1,2}} ?[/.-] ?{YEAR}\b")
GATE = Gate(folded=[_PHASE, _PLAN, _OF_PROGRAMMES])
CENTURY = "20"
"""The digits that each year begins with."""


def names_another_time(text: str, span: Span | None) -> bool:
    """Tell whether a text names a phase, a plan or a year that is not one of its row.

    >>> from datetime import date
    >>> span = (date(2024, 3, 4), date(2024, 9, 27))
    >>> texts = ("5S (đợt 2/2025)", "GĐ1", "KH 2024", "5S năm 2024", "ISO 22000:2018")
    >>> [names_another_time(each, span) for each in texts]
    [True, True, True, False, False]

    Args:
        text: the text.
        span: the first and the last day of the row; `None` without a day.
    """
    if span is None:
        return False
    years = _years_in(text)
    if years is None:
        return True
    return any(last < span[0].year or first > span[1].year for first, last in years)


def names_a_time(text: str) -> bool:
    """Tell whether a text names a phase, a plan or a year.

    Args:
        text: the text.
    """
    return _years_in(text) != ()


@lru_cache(maxsize=4096)
def _years_in(text: str) -> tuple[tuple[int, int], ...] | None:
    """Return the first and the last year of each time named; `None` for a phase or a plan."""
    if CENTURY not in folded(text) and GATE.is_closed(text):
        return ()
    written = without_documents(lowered(text))
    words = folded(written)
    if _PHASE.search(words) or _PLAN.search(words):
        return None
    if _OF_PROGRAMMES.search(words):
        return ()
    found = (*_NAMED.findall(words), *_ALONE.findall(written))
    single = (*_DAY.findall(written), *_year_behind_a_word(text))
    return (
        *((int(first), int(last or first)) for first, last in found),
        *((int(year), int(year)) for year in single),
    )


def _year_behind_a_word(text: str) -> Iterator[str]:
    """Give the year at the end of a text behind a word in small letters, which is not a name."""
    last = _LAST.search(normal("NFC", text))
    if last is not None and last[1].islower() and last[1] not in _BEFORE_NUMBERS:
        yield last[2]
