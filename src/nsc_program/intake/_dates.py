"""One cell to a day or to years: as a spreadsheet holds them, or as they are written in Vietnam."""

import re
from datetime import date, datetime, timedelta

from nsc_program.intake._cells import Formula, line_of, whole_number
from nsc_program.intake._problems import Fault, Refused
from nsc_program.values._periods import Period

FIRST_YEAR = 1970
LAST_YEAR = 2100
"""No list tells of an earlier or a later year: 2567 is of the Buddhist calendar, 1905 a year in a cell of dates."""

_BUDDHIST = 543  # years more than in the common calendar
_ISO = re.compile(
    r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?)?"
)
_LOOSE_DAY = re.compile(r"([0-9]{1,2}) ?([-./]) ?([0-9]{1,2}) ?\2 ?([0-9]{4})")
_SPOKEN_DAY = re.compile(r"(?:ngày )?([0-9]{1,2}) tháng ([0-9]{1,2}) năm ([0-9]{4})", re.IGNORECASE)
_SHORT_YEAR = re.compile(r"([0-9]{1,2})[-./]([0-9]{1,2})[-./]([0-9]{2})")
_SERIAL = re.compile(r"[34][0-9]{4}(?:[.,]0+)?|[34][0-9]{4}[.,][0-9]+")
_SERIAL_ZERO = date(1899, 12, 30)
_YEARS = re.compile(r"(?:năm|giai đoạn)?\s*([0-9]{4})(?:\s*[-–—]\s*([0-9]{4}))?", re.IGNORECASE)
_DAYS = re.compile(
    r"(?:từ )?(?:ngày )?[0-9]{1,2}(?:[-./][0-9]{1,2})?(?:[-./][0-9]{4})? ?(?:đến|tới|[-–—]) ?(?:hết )?(?:ngày )?"
    r"([0-9]{1,2}[-./][0-9]{1,2}[-./][0-9]{4})",
    re.IGNORECASE,
)


def day(cell: object) -> date:
    """A day: a date of the spreadsheet's, or a text with day, month and year, in this order or with the year first."""
    if isinstance(cell, datetime):
        if cell.tzinfo is not None:
            raise Refused(Fault.WHICH_DAY)
        return _plausible(cell.date())
    if type(cell) is date:
        return _plausible(cell)
    text = line_of(cell) if isinstance(cell, str) else ""
    if numbers := day_month_year(text):
        return _calendar_day(*numbers)
    if found := _ISO.fullmatch(text):
        return _calendar_day(int(found[3]), int(found[2]), int(found[1]))
    raise Refused(Fault.NOT_A_DATE, _perhaps_day(cell, text))


def day_month_year(text: str) -> tuple[int, int, int] | None:
    """The three numbers of 5/6/2024, 05-06-2024, 05.06.2024, and “ngày 5 tháng 6 năm 2024”."""
    if found := _LOOSE_DAY.fullmatch(text):
        return int(found[1]), int(found[3]), int(found[4])
    found = _SPOKEN_DAY.fullmatch(text)
    return (int(found[1]), int(found[2]), int(found[3])) if found else None


def _calendar_day(day_: int, month: int, year: int) -> date:
    try:
        return _plausible(date(year, month, day_))
    except ValueError:
        raise Refused(Fault.NO_SUCH_DAY) from None


def _plausible(found: date) -> date:
    """Refuse a day of 1905, which is the year 2024 in a cell of dates, and those of the years 24, 2567 and 2924."""
    if found.year < FIRST_YEAR:
        raise Refused(Fault.NOT_A_DATE)
    if found.year > LAST_YEAR:
        year = found.year - _BUDDHIST
        common = (
            f"{found.day:02}/{found.month:02}/{year}" if FIRST_YEAR <= year <= LAST_YEAR else None
        )
        raise Refused(Fault.FAR_YEAR, common)
    return found


def _perhaps_day(cell: object, text: str) -> str | None:
    """A day that may be meant, to be confirmed by who knows: of a short year, or of a spreadsheet's count of days."""
    short, serial = _SHORT_YEAR.fullmatch(text), text or str(whole_number(cell))
    try:
        if short:
            return f"{_calendar_day(int(short[1]), int(short[2]), 2000 + int(short[3])):%d/%m/%Y}"
        return (
            f"{_SERIAL_ZERO + timedelta(int(serial[:5])):%d/%m/%Y}"
            if _SERIAL.fullmatch(serial)
            else None
        )
    except Refused:
        return None


def last_day(cell: object) -> date:
    """The day, or the last of several that are written as one: 12-13/6/2024; what lasts so long is over then."""
    found = (
        _DAYS.fullmatch(line_of(cell))
        if isinstance(cell, str) and not isinstance(cell, Formula)
        else None
    )
    return day(found[1] if found else cell)


def years(cell: object) -> Period:
    """A period of whole years: 2024, or 2021-2025."""
    found = _YEARS.fullmatch(line_of(cell))
    if not found:
        raise Refused(Fault.NOT_YEARS)
    first, last = int(found[1]), int(found[2] or found[1])
    if not FIRST_YEAR <= first <= last <= LAST_YEAR:
        raise Refused(Fault.NOT_YEARS)
    return Period.of_years(first, last)
