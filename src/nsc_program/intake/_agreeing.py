"""Compare the year, quarter or month that an unread cell names with the days of its row."""

import re
from collections.abc import Iterable
from datetime import date

from nsc_program.intake._beside import COUNTING
from nsc_program.intake._columns import Values
from nsc_program.intake._displayed import text_of
from nsc_program.intake._words import folded, lowest

_ASKED = re.compile(
    r"(nam|quy|thang|nam thang|thang nam|thoi gian|thoi diem)"
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

    Args:
        heading: the heading of the cell.
        cell: the cell.
        values: the values of the row, by the names of columns.
    """
    asked, named = _ASKED.fullmatch(lowest(heading)), _NAMED.fullmatch(folded(text_of(cell)))
    if asked is None or named is None or not (named["part"] or named["year"]):
        return False
    days = list(_days(asked[2], values))
    return bool(days) and _is_among(named, asked[1], days)


def _days(of: str | None, values: Values) -> Iterable[date]:
    """Return the days of a row that a heading asks about: the first, the last, or all of them."""
    ends = [values[name] for name in COUNTING & values.keys() if _is_day(values[name])]
    start = values.get("started_on")
    starts = [start] if _is_day(start) else []
    if of == "bat dau":
        return starts
    return [*starts, *ends] if of in _OF_ALL else ends


def _is_day(value: object) -> bool:
    """Tell whether a value is a day."""
    return isinstance(value, date)


def _is_among(named: "re.Match[str]", asked: str, days: list[date]) -> bool:
    """Tell whether what a cell names is between the first and the last of some days."""
    first, last = min(days), max(days)
    years = {int(year) for year in named.group("year", "last") if year} or {first.year, last.year}
    if not first.year <= min(years) <= max(years) <= last.year:
        return False
    return named["part"] is None or _is_part(named, asked, first, last)


def _is_part(named: "re.Match[str]", asked: str, first: date, last: date) -> bool:
    """Tell whether a quarter or a month is between those of two days."""
    of_quarters = (named["kind"] or asked).startswith("q")
    part = _QUARTERS.get(named["part"]) or int(named["part"])
    months = {day.month if not of_quarters else (day.month + 2) // 3 for day in (first, last)}
    return first.year == last.year and min(months) <= part <= max(months)
