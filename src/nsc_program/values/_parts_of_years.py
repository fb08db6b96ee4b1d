"""Check the numbers of months, quarters and halves of a year, and the end of a report year."""

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date

from nsc_program.errors import InvalidValue
from nsc_program.values._validators import A_WHOLE_NUMBER, shown, wrong_type

_COMMON_YEAR = 2023
"""A year without 29 February."""


def last_of_month(year: int, month: int) -> date:
    """Return the last day of a month.

    Args:
        year: the year.
        month: the number of the month.
    """
    return date(year, month, monthrange(year, month)[1])


def check_year(year: object) -> None:
    """Refuse a year that Python's dates do not have.

    Args:
        year: the year.

    Raises:
        InvalidType: for a number that is not whole.
        InvalidValue: for a year before 1 or after 9999.
    """
    _check("year", year, MINYEAR, MAXYEAR)


def check_parts(most: int, year: object, **part: object) -> None:
    """Refuse a year or a part of it that does not exist.

    Args:
        most: how many such parts a year has.
        year: the year.
        part: the number of the part, by the name of its kind.

    Raises:
        InvalidType: for a number that is not whole.
        InvalidValue: for a year or a part that does not exist.
    """
    check_year(year)
    for name, number in part.items():
        _check(name, number, 1, most)


def check_report_year(year: int, month: int, day: int) -> None:
    """Refuse a report year without a day in that year on which it can end.

    Args:
        year: the year in which it ends.
        month: the month in which it ends.
        day: the day of the month on which it ends.

    Raises:
        InvalidType: for a number that is not whole.
        InvalidValue: for a year out of range, and for a day that does not exist in every year.
    """
    _check("year", year, MINYEAR + 1, MAXYEAR)
    _check("ends", month, 1, 12)
    _check("ends", day, 1, 31)
    if day > monthrange(_COMMON_YEAR, month)[1]:
        raise _not_in_every_year(month, day)


def _check(name: str, number: object, least: int, most: int) -> None:
    """Refuse what is not a whole number in a range."""
    if type(number) is not int:
        raise wrong_type(name, A_WHOLE_NUMBER, number)
    if not least <= number <= most:
        raise InvalidValue.at(
            name,
            code="out-of-range",
            vi=f"cần một số từ {least} đến {most}, nhận được {shown(number)}",
            en=f"expected a number from {least} to {most}, got {shown(number)}",
        )


def _not_in_every_year(month: int, day: int) -> InvalidValue:
    """Return the error about a day that does not exist in some year, or in any."""
    given = f"{shown(day)}/{shown(month)}"
    return InvalidValue.at(
        "ends",
        code="no-such-day",
        vi=f"ngày {given} không có trong mọi năm; ghi ngày cuối của năm báo cáo, như 30/11",
        en=f"the day {given} does not exist in every year; give the last day of report years, "
        "such as 30/11",
    )
