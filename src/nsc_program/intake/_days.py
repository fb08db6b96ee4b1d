"""Columns of days in which the month may stand first: what one cell cannot say, the others of its column can.

05/06/2024 is 5 June here and 6 May elsewhere. Where nothing else in a column has the day first and several cells have
the month first, all of it may; and a spreadsheet that was opened where the month stands first has made dates of the
texts that it could so read, each with day and month exchanged, and left the others (30/06/2024) as texts.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from functools import partial
from typing import Any

from attrs import evolve

from nsc_program.intake import _cells
from nsc_program.intake._columns import Column
from nsc_program.intake._problems import Fault, Refused

_TWO_NUMBERS = re.compile(r"([0-9]{2})/([0-9]{2})/[0-9]{4}")
_MONTHS = 12
_MANY = 12  # dates of which none is after the twelfth: of as many days by chance not one in ten thousand
_SEVERAL = 5  # texts that have the month first: one or two are slips, and the others are as they say


def doubting(columns: Mapping[str, tuple[str, Column]], rows: Iterable[object]) -> Mapping[str, tuple[str, Column]]:
    """The same columns, but where the month may stand first no day is taken that could be another."""
    held = [row for row in rows if isinstance(row, Mapping)]
    return {
        name: (heading, _doubting(column, [row.get(heading) for row in held]))
        for name, (heading, column) in columns.items()
    }


def _doubting(column: Column, cells: Collection[object]) -> Column:
    if column.read is not _cells.day:
        return column
    texts = [pair for cell in cells if isinstance(cell, str) and (pair := _pair(cell))]
    dates = [cell.day for cell in cells if isinstance(cell, date) and not _cells.is_blank(cell)]
    day_first = any(first > _MONTHS for first, _ in texts)
    month_first = sum(first <= _MONTHS < second for first, second in texts) >= _SEVERAL
    exchanged = day_first and len(dates) >= _MANY and max(dates) <= _MONTHS and len({*dates}) > 1
    return evolve(column, read=partial(_day, texts=month_first and not day_first, dates=exchanged))


def _pair(text: str) -> tuple[int, int] | None:
    found = _TWO_NUMBERS.fullmatch(text.strip())
    return (int(found[1]), int(found[2])) if found else None


def _day(cell: object, *, texts: bool, dates: bool) -> Any:  # noqa: ANN401  # as every reader
    found = _cells.day(cell)
    doubted = texts and _pair(cell) is not None if isinstance(cell, str) else dates
    if doubted and found.day <= _MONTHS and found.day != found.month:
        raise Refused(Fault.DAY_OR_MONTH)
    return found
