"""Read the days of events in the lines around rows, and compare them with those of all rows."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache

from nsc_program.intake._cells.dates import last_day
from nsc_program.intake._headings.beside import COUNTING
from nsc_program.intake._messages.problems import Refused
from nsc_program.intake._words.named_periods import without_references
from nsc_program.intake._words.words import folded

_OF_AN_EVENT = re.compile(
    r"(?:\w+ )?(?:thoi gian|ngay to chuc|to chuc ngay|ngay dao tao|ngay tap huan|ngay hoc|"
    r"khai giang|be giang|tu ngay|ngay [0-9]|date|time)\b"
)
_DAY = re.compile(
    r"[0-9]{1,2} ?[/.-] ?[0-9]{1,2} ?[/.-] ?[0-9]{4}|"
    r"[0-9]{1,2} tháng [0-9]{1,2} năm [0-9]{4}"
)


def contradicting(lines: Iterable[str], values: Mapping[str, object]) -> Iterator[str]:
    """Give the lines that state other days than the one that was given for all rows.

    The last day of an event counts.

    >>> lines = ("Thời gian: 06/5/2024; địa điểm: Hà Nội", "Hà Nội, ngày 5 tháng 1 năm 2025")
    >>> list(contradicting(lines, {"on": "13/06/2024"}))
    ['Thời gian: 06/5/2024; địa điểm: Hà Nội']
    >>> list(contradicting(["Thời gian: 13-14/6/2024"], {"on": "13/06/2024"}))
    ['Thời gian: 13-14/6/2024']

    Args:
        lines: the lines.
        values: the values that were given for all rows, by the names of columns.
    """
    given = {_day(values[name]) for name in COUNTING & values.keys()} - {None}
    for line in lines:
        stated = {_day(text) for text in _DAY.findall(line)} - {None}
        is_other = (
            given and stated and given.isdisjoint(stated) and _OF_AN_EVENT.match(folded(line))
        )
        if is_other or _ends_later(line, _day(values.get("on"))):
            yield line


def _ends_later(line: str, on: date | None) -> bool:
    """Tell whether a line names days of an event after the given one; its last day counts."""
    event = days_of_event(line)
    return on is not None and event is not None and on < event[1] < date.max


_OF_A_COURSE = re.compile(
    r"\b(?:lop|khoa|buoi|hoi nghi|hoi thao|toa dam|tap huan|dao tao)\b(?! (?:san|hoc phi))"
)
_FIRST_OF_SEVERAL = re.compile(
    r"\b([0-9]{1,2})(?:[/.]([0-9]{1,2}))? ?(?:[-–—,&]|đến|và) ?(?:ngày )?"
    r"[0-9]{1,2}[/.-]([0-9]{1,2})[/.-]([0-9]{4})"
)
_BEGINS = re.compile(r"\b(?:khai giang|khai mac|bat dau|tu ngay)\b")
_ENDS = re.compile(r"\b(?:be giang|be mac|ket thuc|den ngay)\b")
_OF_THE_LIST = re.compile(
    r"\b(?:cap nhat|chot|tinh den|so lieu|du lieu|lap|in|xuat|ban hanh) (?:den )?ngay\b"
)
"""The day of a list, which is not that of its event."""


@lru_cache(maxsize=4096)
def days_of_event(line: str) -> tuple[date, date] | None:
    """Return the first and the last day of the event that a line is about; `None` without a day.

    Where only the beginning or the end is named, the other is open.

    >>> [day.isoformat() for day in days_of_event("Lớp 2: KPI (20/6/2024)")]
    ['2024-06-20', '2024-06-20']
    >>> days_of_event("Kèm theo Quyết định số 12/QĐ-SKHCN ngày 20/6/2024")

    Args:
        line: the line.
    """
    if not any(map(str.isdigit, line)):
        return None
    written = without_references(line)
    words = folded(written)
    is_of_an_event = _OF_AN_EVENT.match(words) or _OF_A_COURSE.search(words)
    if not is_of_an_event or _OF_THE_LIST.search(words):
        return None
    days = [day for day in map(_day, _all_days(written)) if day is not None]
    if not days:
        return None
    begins, ends = _BEGINS.search(words), _ENDS.search(words)
    first = date.min if ends and not begins else min(days)
    return first, date.max if begins and not ends else max(days)


def _all_days(line: str) -> Iterator[str]:
    """Yield the days in a line, and those that share the month or the year of a later one."""
    yield from _DAY.findall(line)
    for first, month, of_last, year in _FIRST_OF_SEVERAL.findall(line):
        yield f"{first}/{month or of_last}/{year}"


def _day(text: object) -> date | None:
    """Return the day that a text states, or `None`."""
    try:
        return last_day(text)
    except Refused:
        return None
