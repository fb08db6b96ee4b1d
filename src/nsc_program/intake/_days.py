"""Days in which the month may stand first: what one cell cannot say, the others of its table can.

05/06/2024 is 5 June here and 6 May elsewhere. Where a column has texts that can only have the month first, all days of
the table may have it; and a spreadsheet that was opened where the other stands first has made dates of the texts that
it could so read, each with day and month exchanged, and left the others (30/06/2024) as texts.
"""

from collections.abc import Collection, Iterable, Mapping
from collections.abc import Set as AbstractSet
from datetime import date
from functools import partial
from itertools import chain
from typing import Any, final

from attrs import evolve, frozen

from nsc_program.intake import _cells, _dates
from nsc_program.intake._columns import Column
from nsc_program.intake._grid import filled
from nsc_program.intake._problems import Fault, Refused

_MONTHS = 12
_SLIPS = 10
"""One text in so many that has the month first is a slip, and the others are as they say."""
_LONGEST = 30  # characters of a day


@final
@frozen
class _Order:
    """How many of a column's texts have the day first, the month first, or either; its dates by their days."""

    day_first: int = 0
    month_first: int = 0
    either: int = 0
    late: int = 0
    """How many of its dates are after the 12th."""

    def is_month_first(self) -> bool:
        """Tell whether texts have the month first, more often than by a slip."""
        return self.month_first * _SLIPS > self.day_first

    def is_exchanged(self) -> bool:
        """Tell whether what could be read in another order has become a date: no such text is left, few are late."""
        return self.day_first + self.month_first > self.late and not self.either


def doubting(
    columns: Mapping[str, tuple[str, Column]], rows: Iterable[object], others: Iterable[str] = ()
) -> Mapping[str, tuple[str, Column]]:
    """The same columns, but where the month may stand first no day is taken that could be another.

    Args:
        columns: those that are read.
        rows: the rows of the table.
        others: the headings of the other columns, which tell as much of the order.
    """
    own = {
        heading
        for heading, column in columns.values()
        if column.read in (_dates.day, _dates.last_day)
    }
    if not own:
        return columns
    held = _cells_of(rows, {*own, *others})
    orders = {heading: _order(cells) for heading, cells in held.items()}
    all_in_one = _Order(
        *(
            sum(getattr(each, name) for each in orders.values())
            for name in ("day_first", "month_first")
        )
    )
    texts = all_in_one.is_month_first() or any(each.is_month_first() for each in orders.values())
    return {
        name: (heading, _doubting(column, orders[heading], texts=texts))
        if heading in own
        else (heading, column)
        for name, (heading, column) in columns.items()
    }


def _cells_of(rows: Iterable[object], headings: AbstractSet[str]) -> Mapping[str, list[object]]:
    """Return the cells that the rows have under each heading."""
    found: dict[str | None, list[object]] = {heading: [] for heading in headings}
    for heading, cell in chain.from_iterable(map(filled, rows)):
        if heading in found:
            found[heading].append(cell)
    return {heading: found[heading] for heading in headings}


def _order(cells: Collection[object]) -> _Order:
    texts = [pair for cell in cells if isinstance(cell, str) and (pair := _pair(cell))]
    dates = [cell.day for cell in cells if isinstance(cell, date) and not _cells.is_blank(cell)]
    day_first = sum(first > _MONTHS for first, _ in texts)
    month_first = sum(first <= _MONTHS < second for first, second in texts)
    either = len(texts) - day_first - month_first
    return _Order(day_first, month_first, either, sum(day > _MONTHS for day in dates))


def _doubting(column: Column, order: _Order, *, texts: bool) -> Column:
    """Doubt the texts of a column, and its dates, unless some of these can have been made in no other order."""
    dates = order.is_exchanged() or (texts and not order.late and not order.either)
    return evolve(column, read=partial(_day, read=column.read, texts=texts, dates=dates))


def _pair(text: str) -> tuple[int, int] | None:
    """The first two numbers of a text that does not say which is the month."""
    if len(text) > _LONGEST or "th" in text.casefold():
        return None
    found = _dates.day_month_year(" ".join(text.split()))
    return found and found[:2]


def _day(cell: object, *, read: _cells.Reader, texts: bool, dates: bool) -> Any:  # noqa: ANN401  # as every reader
    found = read(cell)
    doubted = texts and _pair(cell) is not None if isinstance(cell, str) else dates
    if doubted and found.day <= _MONTHS and found.day != found.month:
        raise Refused(Fault.DAY_OR_MONTH, f"{found.year}-{found.day:02}-{found.month:02}")
    return found
