"""Read one cell as a day or as years.

The cell holds a spreadsheet's own date, or a text as people write it in Vietnam.
"""

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from nsc_program.intake._cells.cells import Formula, line_of, whole_number
from nsc_program.intake._messages.problems import Fault, Refused
from nsc_program.values._periods import Period

FIRST_YEAR = 1970
LAST_YEAR = 2100
"""The range of plausible years.

The year 2567 is of the Buddhist calendar; 1905 comes from a year typed in a cell of dates.
"""

_BUDDHIST = 543  # years ahead of the common calendar
_TIME = r"(?:[T ]{1,2}[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?(?: ?(?:AM|PM|SA|CH))?)?"
"""The time of day that an export writes behind a day: 30/06/2024 0:00."""
_HOUR_FIRST = re.compile(
    r"^(?:lúc )?(?:[01]?[0-9]|2[0-3]) ?(?:(?:h|g|giờ) ?(?:[0-5][0-9])?(?: phút)?|:[0-5][0-9])"
    r"(?: ?[,–-] ?| )(?=ngày|thứ|chủ|[0-9])",
    re.IGNORECASE,
)
"""The time of day that a person writes before a day: 8h30 ngày 22/04/2025."""
_YEAR_FIRST = re.compile(
    rf"([0-9]{{4}})([-/.])([0-9]{{1,2}})\2([0-9]{{1,2}}){_TIME}", re.IGNORECASE
)
_LOOSE_DAY = re.compile(
    r"(?:ngày )?(?P<day>[0-9]{1,2}) ?(?P<sign>[-./]) ?(?P<month>[0-9]{1,2}) ?(?P=sign) ?"
    rf"(?P<year>[0-9]{{4}}){_TIME}",
    re.IGNORECASE,
)
_SPOKEN_DAY = re.compile(
    r"(?:ngày )?(?P<day>[0-9]{1,2}) tháng (?P<month>[0-9]{1,2}) năm (?P<year>[0-9]{4})",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    r"(?:(?P<first>chủ nhật|cn)|thứ (?P<number>[2-7]|hai|ba|tư|năm|sáu|bảy|bẩy)) ?[,:-]? ?"
    r"(?P<rest>(?:ngày )?[0-9].*)",
    re.IGNORECASE,
)
_WEEKDAYS = {"hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7}
"""The numbers of the days of the week: Monday is the second."""
_SHORT_YEAR = re.compile(r"([0-9]{1,2})[-./]([0-9]{1,2})[-./]([0-9]{2})")
_SERIAL = re.compile(r"[34][0-9]{4}(?:[.,]0+)?|[34][0-9]{4}[.,][0-9]+")
_SERIAL_ZERO = date(1899, 12, 30)
_YEARS = re.compile(r"(?:năm|giai đoạn)?\s*([0-9]{4})(?:\s*[-–—]\s*([0-9]{4}))?", re.IGNORECASE)
_DAYS = re.compile(
    r"(?:từ )?(?:ngày )?(?P<day>[0-9]{1,2})(?:[-./](?P<next>[0-9]{1,2}))?"
    r"(?:[-./](?P<year>[0-9]{4}))? ?(?:đến|tới|[-–—]) ?(?:hết )?(?:ngày )?"
    r"(?P<last>[0-9]{1,2}[-./][0-9]{1,2}[-./][0-9]{4})",
    re.IGNORECASE,
)
_LONGEST_EVENT = timedelta(92)
"""The longest event of which only the last day has its year."""


class MonthFirst(datetime):
    """A day whose format shows the month before the day: 06/05/2024 for 5 June."""

    @classmethod
    def of(cls, shown: date) -> "MonthFirst":
        """Mark a day or a moment."""
        clock = shown.time() if isinstance(shown, datetime) else time()
        return cls(shown.year, shown.month, shown.day, clock.hour, clock.minute, clock.second)


def day(cell: object) -> date:
    """Read a day.

    Args:
        cell: a date of the spreadsheet, or a text with day, month and year in this order or with
            the year first.

    Raises:
        Refused: if the cell does not hold a day.
    """
    if isinstance(cell, datetime):
        if cell.tzinfo is not None:
            raise Refused(Fault.WHICH_DAY)
        return _plausible(cell.date())
    if type(cell) is date:
        return _plausible(cell)
    return _day_in(cell) if type(cell) is str else _other_day(cell)


def _other_day(cell: object) -> date:
    """Read a day in a text, or refuse anything else."""
    text = line_of(cell) if isinstance(cell, str) else ""
    text = _HOUR_FIRST.sub("", text)
    weekday = _WEEKDAY.fullmatch(text)
    if weekday is not None:
        return _on_a_weekday(weekday)
    numbers = day_month_year(text) or _year_first(text)
    if numbers is None:
        raise Refused(Fault.NOT_A_DATE, _perhaps_day(cell, text))
    return _calendar_day(*numbers)


def _on_a_weekday(text: "re.Match[str]") -> date:
    """Read a day behind the name of its weekday, which must be that of the day."""
    day_ = _other_day(text["rest"])
    number = (text["number"] or "").casefold()
    asked = 0 if text["first"] else _WEEKDAYS.get(number) or int(number)
    if day_.isoweekday() % 7 != max(0, asked - 1):
        raise Refused(Fault.NO_SUCH_DAY)
    return day_


_day_in: Callable[[str], date] = lru_cache(maxsize=2**12)(_other_day)
"""Many rows have the same days."""


@lru_cache(maxsize=2**12)
def day_month_year(text: str) -> tuple[int, int, int] | None:
    """Return the three numbers of a day: 5/6/2024, 05.06.2024, “ngày 5 tháng 6 năm 2024”.

    Args:
        text: the text of the day.

    Returns:
        The numbers in the order in which they are written, or `None` for any other text.
    """
    match = _LOOSE_DAY.fullmatch(text) or _SPOKEN_DAY.fullmatch(text)
    if match is None:
        return None
    return int(match["day"]), int(match["month"]), int(match["year"])


def _year_first(text: str) -> tuple[int, int, int] | None:
    """Return the day, the month and the year of a text that has the year first."""
    match = _YEAR_FIRST.fullmatch(text)
    return (int(match[4]), int(match[3]), int(match[1])) if match else None


def _calendar_day(day_: int, month: int, year: int) -> date:
    """Return the day with these numbers, if it exists and is plausible."""
    try:
        return _plausible(date(year, month, day_))
    except ValueError:
        raise Refused(Fault.NO_SUCH_DAY) from None


def _plausible(day_: date) -> date:
    """Refuse a day outside the plausible years.

    A cell of dates turns the year 2024 into a day of 1905; mistyped years are 24, 2567 and 2924.
    """
    if day_.year < FIRST_YEAR:
        raise Refused(Fault.NOT_A_DATE)
    if day_.year > LAST_YEAR:
        raise Refused(Fault.FAR_YEAR, _in_common_calendar(day_))
    return day_


def _in_common_calendar(day_: date) -> str | None:
    """Suggest the day that a day of the Buddhist calendar is, if it is plausible."""
    year = day_.year - _BUDDHIST
    return f"{day_.day:02}/{day_.month:02}/{year}" if FIRST_YEAR <= year <= LAST_YEAR else None


def _perhaps_day(cell: object, text: str) -> str | None:
    """Suggest a day for a short year or for a spreadsheet's count of days, to be confirmed."""
    if short := _SHORT_YEAR.fullmatch(text):
        return _with_full_year(int(short[1]), int(short[2]), 2000 + int(short[3]))
    serial = text or str(whole_number(cell))
    if _SERIAL.fullmatch(serial):
        return f"{_SERIAL_ZERO + timedelta(int(serial[:5])):%d/%m/%Y}"
    return None


def _with_full_year(day_: int, month: int, year: int) -> str | None:
    """Write a day with its full year; `None` if the day does not exist."""
    try:
        return f"{_calendar_day(day_, month, year):%d/%m/%Y}"
    except Refused:
        return None


def last_day(cell: object) -> date:
    """Read a day, or the last of several days that are written together: 12-13/6/2024.

    An event of several days is over on the last one.

    Args:
        cell: the cell.

    Raises:
        Refused: if the cell does not hold a day.
    """
    days = None
    if isinstance(cell, str) and not isinstance(cell, Formula):
        days = _DAYS.fullmatch(line_of(cell))
    return day(cell) if days is None else _last_of(days)


def _last_of(days: "re.Match[str]") -> date:
    """Return the last of several days, which must come after the first: not 14-12/6/2024."""
    last = day(days["last"])
    if not (_are_in_order(days, last) or _are_of_one_month(days, last)):
        raise Refused(Fault.NOT_A_DATE)
    return last


def _are_in_order(days: "re.Match[str]", last: date) -> bool:
    """Tell whether the first day exists and comes before the last: 28/12-03/01/2025."""
    month = int(days["next"] or last.month)
    year = int(days["year"] or last.year - (month > last.month))
    try:
        first = date(year, month, int(days["day"]))
    except ValueError:
        return False
    return first <= last and (days["year"] is not None or last - first <= _LONGEST_EVENT)


def _are_of_one_month(days: "re.Match[str]", last: date) -> bool:
    """Tell whether three days of one month are written together: 12-13-14/6/2024."""
    if days["next"] is None or days["year"] is not None:
        return False
    return int(days["day"]) < int(days["next"]) < last.day


def years(cell: object) -> Period:
    """Read whole years beside a figure or a day: 2024, or 2021-2025.

    Args:
        cell: the cell.

    Raises:
        Refused: if the cell does not hold such a period.
    """
    match = _YEARS.fullmatch(line_of(cell))
    if not match:
        raise Refused(Fault.NOT_YEARS)
    first, last = int(match[1]), int(match[2] or match[1])
    if not FIRST_YEAR <= first <= last <= LAST_YEAR:
        raise Refused(Fault.NOT_YEARS)
    return Period.of_years(first, last)
