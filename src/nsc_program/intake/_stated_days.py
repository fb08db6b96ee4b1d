"""Compare the days in the lines above a table with the days that were given for all rows."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from nsc_program.intake._beside import COUNTING
from nsc_program.intake._dates import last_day
from nsc_program.intake._problems import Refused
from nsc_program.intake._words import folded

_OF_AN_EVENT = re.compile(
    r"(?:\w+ )?(?:thoi gian|ngay to chuc|to chuc ngay|ngay dao tao|ngay tap huan|ngay hoc|"
    r"khai giang|be giang|tu ngay|ngay [0-9]|date|time)\b"
)
_DAY = re.compile(
    r"[0-9]{1,2} ?[/.-] ?[0-9]{1,2} ?[/.-] ?[0-9]{4}|"
    r"[0-9]{1,2} tháng [0-9]{1,2} năm [0-9]{4}"
)


def contradicting(lines: Iterable[str], values: Mapping[str, object]) -> Iterator[str]:
    """Give the lines that state days of which none is a day that was given for all rows.

    >>> lines = ("Thời gian: 06/5/2024; địa điểm: Hà Nội", "Hà Nội, ngày 5 tháng 1 năm 2025")
    >>> list(contradicting(lines, {"on": "13/06/2024"}))
    ['Thời gian: 06/5/2024; địa điểm: Hà Nội']

    Args:
        lines: the lines.
        values: the values that were given for all rows, by the names of columns.
    """
    given = {_day(values[name]) for name in COUNTING & values.keys()} - {None}
    for line in lines:
        stated = {_day(text) for text in _DAY.findall(line)} - {None}
        if given and stated and given.isdisjoint(stated) and _OF_AN_EVENT.match(folded(line)):
            yield line


def _day(text: object) -> date | None:
    """Return the day that a text states, or `None`."""
    try:
        return last_day(text)
    except Refused:
        return None
