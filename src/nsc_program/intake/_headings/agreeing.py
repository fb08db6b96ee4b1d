"""Compare the year, quarter or month that an unread cell names with the days of its row."""

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from datetime import date, timedelta

from nsc_program.intake._cells.dates import day
from nsc_program.intake._cells.reporting_periods import ends_in
from nsc_program.intake._headings.beside import COUNTING
from nsc_program.intake._headings.columns import Values
from nsc_program.intake._headings.displayed import text_of
from nsc_program.intake._messages.problems import Refused
from nsc_program.intake._words.neutral_headings import without_bracket
from nsc_program.intake._words.words import folded, lowest

_ASKED = re.compile(
    r"(nam|quy|thang|nam thang|thang nam)"
    r"(?: (ho tro|thuc hien|trien khai|bat dau|hoan thanh|ket thuc|nghiem thu|thanh ly|to chuc|"
    r"dao tao|tap huan|cong nhan|chung nhan|cap|dat chuan))?"
)
_OF_ALL = frozenset({None, "ho tro", "thuc hien", "trien khai"})
_NAMED = re.compile(
    r"(?:(?:trong )?(?P<kind>nam|quy|thang|t|q) ?)?(?P<part>[0-9]{1,2}|i{1,3}|iv)?"
    r"(?: ?(?:nam )?(?P<year>20[0-9]{2}))?(?: (?:den )?(?P<last>20[0-9]{2}))?"
)
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def agrees(heading: str, cell: object, values: Values) -> bool:
    """Tell whether a cell names the year, quarter or month of the days that its row has.

    >>> agrees("Năm hoàn thành", 2024, {"completed_on": date(2024, 9, 30)})
    True
    >>> agrees("Quý", "III/2023", {"completed_on": date(2024, 9, 30)})
    False

    A figure of a year is not one of its first quarter.

    >>> year = {"period.start": date(2024, 1, 1), "period.end": date(2024, 12, 31)}
    >>> agrees("Quý", "I", year), agrees("Năm", "2024", year)
    (False, True)

    Args:
        heading: the heading of the cell.
        cell: the cell.
        values: the values of the row, by the names of columns.
    """
    words = folded(text_of(cell))
    if asks_first_day(heading):
        return _is_first_day(cell, values)
    if _OF_TIME.fullmatch(lowest(without_bracket(heading))):
        return _is_their_time(words, values)
    asked, named = _ASKED.fullmatch(lowest(heading)), _NAMED.fullmatch(words)
    if asked is None or named is None or not (named["part"] or named["year"]):
        return False
    of_a_figure = ends_in(values)
    days = list(of_a_figure or _days(asked[2], values))
    if not days or not _is_among(named, asked[1], days):
        return False
    return of_a_figure is None or _is_whole(named, asked[1], days)


_OF_FIRST_DAYS = re.compile(r"(?:tu|bat dau|khai giang|ngay bat dau|ngay khai giang|tu ngay)")


def asks_first_day(heading: str) -> bool:
    """Tell whether a heading asks for the day on which an event began.

    Args:
        heading: the heading.
    """
    return _OF_FIRST_DAYS.fullmatch(lowest(heading)) is not None


def _is_first_day(cell: object, values: Values) -> bool:
    """Tell whether a cell holds a day on which an event began that ended on the day of its row."""
    last = values.get("on")
    if not isinstance(last, date):
        return False
    try:
        first = day(cell)
    except Refused:
        return False
    return first <= last and last - first <= _LONGEST_EVENT


_LONGEST_EVENT = timedelta(366)
_OF_TIME = re.compile(r"(?:thoi gian|thoi diem)(?: (?:thuc hien|ho tro|trien khai|to chuc))?")
_BETWEEN = re.compile(
    r"(?:tu )?(?:ngay |thang )?(.*20[0-9]{2})(?: den)?(?: ngay| thang)? (.*20[0-9]{2})"
)


def _is_their_time(words: str, values: Values) -> bool:
    """Tell whether words name the first and the last day of a row, or their months."""
    ends, days = _BETWEEN.fullmatch(words), list(_days(None, values))
    if ends is None or not days:
        return False
    return all(map(_names, ends.groups(), (min(days), max(days))))


def _names(words: str, day: date) -> bool:
    """Tell whether words name a day, its month or its year."""
    numbers = [int(number) for number in words.split() if number.isdigit()]
    return numbers in ([day.day, day.month, day.year], [day.month, day.year], [day.year])


def _days(of: str | None, values: Values) -> Iterable[date]:
    """Return the days of a row that a heading asks about: the first, the last, or all of them."""
    names = {"started_on"} if of == "bat dau" else COUNTING
    if of in _OF_ALL:
        names |= {"started_on"}
    return [day for name in names if isinstance(day := values.get(name), date)]


def _is_among(named: "re.Match[str]", asked: str, days: list[date]) -> bool:
    """Tell whether what a cell names is between the first and the last of some days."""
    first, last = min(days), max(days)
    years = {int(year) for year in named.group("year", "last") if year} or {first.year, last.year}
    if not first.year <= min(years) <= max(years) <= last.year:
        return False
    return named["part"] is None or _is_part(named, asked, first, last)


def _is_part(named: "re.Match[str]", asked: str, first: date, last: date) -> bool:
    """Tell whether a quarter or a month is between those of two days."""
    part = _QUARTERS.get(named["part"]) or int(named["part"])
    parts = _parts(named, asked, (first, last))
    return first.year == last.year and min(parts) <= part <= max(parts)


def _is_whole(named: "re.Match[str]", asked: str, days: Iterable[date]) -> bool:
    """Tell whether a cell names no part of a period, or a part in which all of it lies."""
    return named["part"] is None or len(_parts(named, asked, days)) == 1


def _parts(named: "re.Match[str]", asked: str, days: Iterable[date]) -> AbstractSet[int]:
    """Return the quarters or the months of days."""
    of_quarters = (named["kind"] or asked).startswith("q")
    return {day.month if not of_quarters else (day.month + 2) // 3 for day in days}
