"""Columns of days in which the month may stand first: what one cell cannot say, the others of its column can.

05/06/2024 is 5 June here and 6 May elsewhere. Where a column has texts that can only have the month first, all of it
may have it; and a spreadsheet that was opened where the month stands first has made dates of the texts that it could so
read, each with day and month exchanged, and left the others (30/06/2024) as texts.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from functools import partial
from typing import Any

from attrs import evolve

from nsc_program.intake import _cells
from nsc_program.intake._columns import Column
from nsc_program.intake._problems import Fault, Refused

_MONTHS = 12
_SLIPS = 10
"""One text in so many that has the month first is a slip, and the others are as they say."""


def doubting(columns: Mapping[str, tuple[str, Column]], rows: Iterable[object]) -> Mapping[str, tuple[str, Column]]:
    """The same columns, but where the month may stand first no day is taken that could be another."""
    held = [row for row in rows if isinstance(row, Mapping)]
    return {
        name: (heading, _doubting(column, [row.get(heading) for row in held]))
        for name, (heading, column) in columns.items()
    }


def _doubting(column: Column, cells: Collection[object]) -> Column:
    if column.read not in (_cells.day, _cells.last_day):
        return column
    texts = [pair for cell in cells if isinstance(cell, str) and (pair := _pair(cell))]
    dates = [cell.day for cell in cells if isinstance(cell, date) and not _cells.is_blank(cell)]
    day_first = sum(first > _MONTHS for first, _ in texts)
    month_first = sum(first <= _MONTHS < second for first, second in texts)
    either = len(texts) - day_first - month_first
    # What could be read with the month first has become a date: no such text is left, and few dates are after the 12th.
    exchanged = day_first > sum(day > _MONTHS for day in dates) and not either
    return evolve(column, read=partial(_day, read=column.read, texts=month_first * _SLIPS > day_first, dates=exchanged))


def _pair(text: str) -> tuple[int, int] | None:
    """The first two numbers of a text that does not say which is the month."""
    found = None if "th" in text.casefold() else _cells.day_month_year(" ".join(text.split()))
    return found and found[:2]


def _day(cell: object, *, read: _cells.Reader, texts: bool, dates: bool) -> Any:  # noqa: ANN401  # as every reader
    found = read(cell)
    doubted = texts and _pair(cell) is not None if isinstance(cell, str) else dates
    if doubted and found.day <= _MONTHS and found.day != found.month:
        raise Refused(Fault.DAY_OR_MONTH, f"{found.year}-{found.day:02}-{found.month:02}")
    return found
