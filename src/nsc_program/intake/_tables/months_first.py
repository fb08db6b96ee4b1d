"""Days whose month may stand first: the other cells of a table show what one cell cannot.

In Vietnam 05/06/2024 is 5 June, elsewhere it is 6 May. If a column has texts that can only have the
month first, all days of the table may have it first. And a spreadsheet that was opened in a place
with the other order has turned the texts that it could read in that order into dates, each with
day and month exchanged, and left the others (30/06/2024) as texts.
"""

from collections.abc import Collection, Iterable, Mapping
from collections.abc import Set as AbstractSet
from datetime import date
from functools import partial
from itertools import chain
from typing import final

from attrs import evolve, frozen

from nsc_program.intake._cells import cells as _cells
from nsc_program.intake._cells import dates as _dates
from nsc_program.intake._cells.grid import filled
from nsc_program.intake._headings.columns import Column
from nsc_program.intake._messages.problems import Fault, Refused

_READERS = (_dates.day, _dates.last_day)
_MONTHS = 12
_SLIPS = 10
"""One text in this many that has the month first is a slip; the other texts mean what they say."""
_LONGEST = 30  # characters in the text of a day


@final
@frozen
class _Order:
    """The order of day and month in the cells of a column.

    Attributes:
        day_first: the number of texts that can only have the day first.
        month_first: the number of texts that can only have the month first.
        either: the number of texts that can have either first.
        late: the number of dates after the 12th of a month.
        shown_month_first: the number of dates that are shown with the month first.
        dates: the number of all dates.
    """

    day_first: int = 0
    month_first: int = 0
    either: int = 0
    late: int = 0
    shown_month_first: int = 0
    dates: int = 0

    def is_month_first(self) -> bool:
        """Tell whether texts have the month first more often than by a slip."""
        return self.month_first * _SLIPS > self.day_first

    def is_exchanged(self) -> bool:
        """Tell whether the texts that fit another order have become dates.

        Then such a text is not left, and few dates are late in their month.
        """
        return self.day_first + self.month_first > self.late and not self.either


def doubting(
    columns: Mapping[str, tuple[str, Column]], rows: Iterable[object], headings: Iterable[str] = ()
) -> Mapping[str, tuple[str, Column]]:
    """Make the columns refuse ambiguous days if the month may stand first.

    Args:
        columns: the heading and the column of each name that is read.
        rows: the rows of the table.
        headings: all headings. The columns that are not read tell as much about the order, also
            those that the caller leaves out.

    Returns:
        The same columns; those of days doubt a day that could be another, where necessary.
    """
    own = {heading for heading, column in columns.values() if column.read in _READERS}
    if not own:
        return columns
    others = {heading for heading, _ in columns.values()} - own
    orders = _orders(rows, {*own, *headings} - others)
    texts = _have_month_first(orders.values())
    shown = _are_mixed(orders.values())
    doubtful = dict(columns)
    for name, (heading, column) in columns.items():
        if heading in own:
            doubtful[name] = heading, _doubting(column, orders[heading], texts=texts, shown=shown)
    return doubtful


def _are_mixed(orders: Collection[_Order]) -> bool:
    """Tell whether dates that are shown with the month first may be taken for other days.

    They cannot if all days of the table are shown so, and one of them is late in its month.
    """
    marked = sum(order.shown_month_first for order in orders)
    dates = sum(order.dates for order in orders)
    texts = sum(order.day_first + order.month_first + order.either for order in orders)
    return marked < dates or bool(texts) or not any(order.late for order in orders)


def _have_month_first(orders: Collection[_Order]) -> bool:
    """Tell whether the texts of one column, or of all together, have the month first."""
    whole_table = _Order(
        day_first=sum(order.day_first for order in orders),
        month_first=sum(order.month_first for order in orders),
    )
    return any(order.is_month_first() for order in (whole_table, *orders))


def _orders(rows: Iterable[object], headings: AbstractSet[str]) -> Mapping[str, _Order]:
    """Return the order of day and month in the cells under each heading."""
    cells: dict[str | None, list[object]] = {heading: [] for heading in headings}
    for heading, cell in chain.from_iterable(map(filled, rows)):
        if heading in cells:
            cells[heading].append(cell)
    return {heading: _order(cells[heading]) for heading in headings}


def _order(cells: Collection[object]) -> _Order:
    """Count the cells of a column by the order of day and month that they can have."""
    texts = [pair for cell in cells if isinstance(cell, str) and (pair := _pair(cell))]
    day_first = sum(first > _MONTHS for first, _ in texts)
    month_first = sum(first <= _MONTHS < second for first, second in texts)
    either = len(texts) - day_first - month_first
    return _Order(
        day_first,
        month_first,
        either,
        late=sum(map(_is_late, cells)),
        shown_month_first=sum(isinstance(cell, _dates.MonthFirst) for cell in cells),
        dates=sum(isinstance(cell, date) for cell in cells),
    )


def _is_late(cell: object) -> bool:
    """Tell whether a cell is a date after the 12th of a month."""
    return isinstance(cell, date) and not _cells.is_blank(cell) and cell.day > _MONTHS


def _doubting(column: Column, order: _Order, *, texts: bool, shown: bool) -> Column:
    """Doubt the texts of a column, and its dates.

    The dates are not doubted if some of them can only have been made in the usual order.
    """
    dates = order.is_exchanged() or (texts and not order.late and not order.either)
    read = partial(_day, read=column.read, texts=texts, dates=dates, shown=shown)
    return evolve(column, read=read)


def _pair(text: str) -> tuple[int, int] | None:
    """Return the first two numbers of a text that does not say which of them is the month."""
    if len(text) > _LONGEST or "th" in text.casefold():
        return None
    numbers = _dates.day_month_year(" ".join(text.split()))
    return numbers and numbers[:2]


def _day(cell: object, *, read: _cells.Reader, texts: bool, dates: bool, shown: bool) -> date:
    """Read a day, and doubt it if it would be another day in the other order."""
    day: date = read(cell)
    is_doubted = texts and _pair(cell) is not None if isinstance(cell, str) else dates
    is_doubted = is_doubted or (shown and isinstance(cell, _dates.MonthFirst))
    if is_doubted and day.day <= _MONTHS and day.day != day.month:
        raise Refused(Fault.DAY_OR_MONTH, f"{day.year}-{day.day:02}-{day.month:02}")
    return day
