"""Read the period that a reported figure is about: 2024, quý I/2024, năm báo cáo 2024.

A name that leaves a day open is refused with what to add.
"""

from collections.abc import Collection, Mapping
from datetime import date
from functools import lru_cache, partial
from typing import Any, TypeVar

from attrs import evolve

from nsc_program.errors import InvalidValue
from nsc_program.intake._cells.cells import Reader, line_of
from nsc_program.intake._cells.dates import FIRST_YEAR, LAST_YEAR, day
from nsc_program.intake._messages.problems import Fault, Refused
from nsc_program.values._periods import Period
from nsc_program.values._text import Text

C = TypeVar("C", bound=Any)

ENDS = frozenset({"period.start", "period.end"})
"""The columns that state the first and the last day of a period."""


def reader_of_periods(report_year_ends: tuple[int, int] | None = None) -> Reader:
    """Return the reader of a column of periods.

    Args:
        report_year_ends: the month and the day on which report years end, if the caller says so.
    """
    return partial(_period, report_year_ends)


def _period(report_year_ends: tuple[int, int] | None, cell: object) -> Period:
    """Read the period in a cell.

    Raises:
        Refused: if the cell does not name a period, or leaves its first or its last day open.
    """
    found = _read(line_of(cell), report_year_ends)
    if isinstance(found, str):
        raise _refusal(found)
    if found.start == found.end or found.start is None:
        raise Refused(Fault.WHICH_PERIOD, detail=_ONE_DAY)
    if not FIRST_YEAR <= found.start.year <= found.end.year <= LAST_YEAR:
        raise Refused(Fault.NOT_YEARS)
    return found


def _refusal(code: str) -> Refused:
    """Return the error about a text that does not name a period, by the code of the problem."""
    if code in _OPEN:
        return Refused(Fault.WHICH_PERIOD, detail=_OPEN[code])
    return Refused(Fault.NO_SUCH_DAY if code == "no-such-day" else Fault.NOT_YEARS)


@lru_cache(maxsize=1024)
def _read(text: str, report_year_ends: tuple[int, int] | None) -> Period | str:
    """Return the period that a text names, or the code of the reason why it does not name one."""
    from nsc_program.values._period_names import read_period  # noqa: PLC0415  # only figures need it

    try:
        return read_period(text, report_year_ends=report_year_ends)
    except InvalidValue as refused:
        return refused.problems[0].code


_ONE_DAY = Text(
    vi="hãy ghi cả ngày đầu và ngày cuối, như “từ 01/01/2024 đến 30/06/2024”",
    en="write its first and its last day, such as “từ 01/01/2024 đến 30/06/2024”",
)
_OPEN: Mapping[str, Text] = {
    "year-missing": Text(
        vi="hãy ghi thêm năm, như “quý I/2024”", en="add the year, such as “quý I/2024”"
    ),
    "report-year-without-end": Text(
        vi="năm báo cáo kết thúc ngày nào; hãy ghi thêm “(từ 01/12/2023 đến 30/11/2024)”, hoặc cho "
        "biết ngày cuối của năm báo cáo",
        en="the report year may end on any day; add “(từ 01/12/2023 đến 30/11/2024)”, or give the "
        "last day of report years",
    ),
    "part-of-which-year": Text(
        vi="theo năm dương lịch hay năm báo cáo; hãy ghi từ ngày nào đến ngày nào",
        en="it may follow the calendar or the report year; write its first and its last day",
    ),
    "other-days": Text(
        vi="các ngày không khớp với tên kỳ; hãy sửa tên hoặc sửa ngày",
        en="its days are not those of its name; correct the name or the days",
    ),
}
"""What is open in the name of a period, by the code of the problem."""


def with_report_years(
    columns: Mapping[str, C], report_year_ends: tuple[int, int] | None
) -> Mapping[str, C]:
    """Return the columns of a class, of which that of periods reads report years.

    Args:
        columns: the columns, by their names.
        report_year_ends: the month and the day on which report years end; `None` changes nothing.
    """
    if report_year_ends is None or "period" not in columns:
        return columns
    reader = reader_of_periods(report_year_ends)
    return {**columns, "period": evolve(columns["period"], read=reader)}


def known_of(read: Collection[str], values: Mapping[str, object]) -> Collection[str]:
    """Return the columns that are known: a period of other days than whole years has both ends.

    Args:
        read: the names of the columns that are read.
        values: the values of a row, by the names of columns.
    """
    return {*read, *ENDS} if _says_its_days(values.get("period")) else read


def says_its_days(cell: object) -> bool:
    """Tell whether a cell, or a value, is a period of other days than whole years.

    Args:
        cell: the cell of a column of periods, or a period.
    """
    try:
        return _says_its_days(cell if isinstance(cell, Period) else _period(None, cell))
    except Refused:
        return False


def begins_a_year(cell: object) -> bool:
    """Tell whether a cell of a column of periods, or a period, begins on 1 January.

    Args:
        cell: the cell, or the period.
    """
    try:
        period = cell if isinstance(cell, Period) else _period(None, cell)
    except Refused:
        return False
    return is_new_year(period.start)


def is_new_year(cell: object) -> bool:
    """Tell whether a cell of a column of days, or a day, is a 1 January.

    Args:
        cell: the cell, or the day.
    """
    try:
        first = day(cell)
    except Refused:
        return False
    return (first.month, first.day) == (1, 1)


def _says_its_days(period: object) -> bool:
    """Tell whether a value is a period of other days than whole calendar years."""
    if not isinstance(period, Period) or period.start is None:
        return False
    return period != Period(date(period.start.year, 1, 1), date(period.end.year, 12, 31))


def ends_in(values: Mapping[str, object]) -> tuple[date, date] | None:
    """Return the first and the last day of the period of a figure; `None` without both.

    Args:
        values: the values of a row, by the names of columns.
    """
    period = values.get("period")
    ends = (values.get("period.start"), values.get("period.end"))
    first, last = (period.start, period.end) if isinstance(period, Period) else ends
    return (first, last) if isinstance(first, date) and isinstance(last, date) else None
