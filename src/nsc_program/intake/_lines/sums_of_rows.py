"""Add up the amounts of the rows of a table, by column and for all money together."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import final

from attrs import frozen

from nsc_program.errors import NscError
from nsc_program.intake._cells.cells import Mended, is_blank
from nsc_program.intake._cells.grid import filled
from nsc_program.intake._headings.columns import Column
from nsc_program.intake._headings.vocabulary import FUNDING
from nsc_program.intake._messages.problems import Refused
from nsc_program.intake._rows.rows import RowRead
from nsc_program.intake._tables.blocks_of_rows import Amounts, Blocks, Pairs
from nsc_program.intake._tables.table import Table


@final
@frozen
class Sums:
    """The amounts of the rows, where all of them are known.

    Attributes:
        table: the columns of the table.
        blocks: the blocks of the rows.
        of_columns: the amounts of each column that may be added up.
        of_money: the amounts of each source of money, and of all sources together.
    """

    table: Table
    blocks: Blocks
    of_columns: Mapping[str, Amounts]
    of_money: tuple[Amounts, ...]

    @classmethod
    def of(
        cls, table: Table, data: Collection[RowRead], numbered: Iterable[tuple[int, object]]
    ) -> "Sums":
        """Add up the amounts of rows.

        Args:
            table: the columns of the table.
            data: the rows that hold data.
            numbered: all rows, with their numbers.
        """
        blocks = Blocks.of(numbered, {row.number for row in data})
        columns = {name: Amounts(blocks, pairs) for name, pairs in _amounts_of(table, data)}
        money = [each for name, each in columns.items() if name.startswith(FUNDING)]
        added = [Amounts(blocks, _added(each.pairs for each in money))] if money else []
        return cls(table, blocks, columns, (*money, *added))

    def stated_in(self, row: object) -> Iterator[tuple[str, int]]:
        """Give the amounts that a row states in the columns that may be added up.

        Args:
            row: the row.
        """
        cells = dict(filled(row))
        for name in self.of_columns:
            heading, column = self.table.columns[name]
            amount = _amount_in(cells.get(heading), column)
            if amount is not None:
                yield name, amount

    def fits(self, name: str, number: int, stated: int) -> bool:
        """Tell whether a row states the sum of a block of rows of a column.

        Args:
            name: the name of the column.
            number: the number of the row.
            stated: the amount that it states.
        """
        amounts = self.of_columns[name]
        if number in self.blocks.headings:
            return amounts.fits_beneath(number, stated)
        return amounts.fits(number, stated)

    def money_fits(self, number: int | None, stated: int) -> bool:
        """Tell whether a line states the money of all rows or, among the rows, of a block.

        Args:
            number: the number of its row among the others; `None` if it stands elsewhere.
            stated: the amount that it states.
        """
        if number is None:
            return any(stated == each.total for each in self.of_money)
        return any(each.fits(number, stated) for each in self.of_money)


def _amounts_of(table: Table, data: Collection[RowRead]) -> Iterator[tuple[str, Pairs]]:
    """Give the amounts of each column that may be added up, if the records of all rows are known.

    An amount that a row does not have is 0.
    """
    if any(row.record is None for row in data):
        return
    for name in table.columns:
        if name.startswith(FUNDING) or name == "headcount":
            yield name, [(row.number, row.values.get(name) or 0) for row in data]


def _added(amounts: Iterable[Pairs]) -> Pairs:
    """Return the amounts of all sources together, with the numbers of their rows."""
    total: Counter[int] = Counter()
    for pairs in amounts:
        for number, amount in pairs:
            total[number] += amount
    return sorted(total.items())


_IN_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:[.,][0-9]{3})+")


def _amount_in(cell: object, column: Column) -> int | None:
    """Return the amount in a cell; `None` if it is blank or cannot be read.

    A sum is larger than its rows, so points before three digits group thousands here.
    """
    if isinstance(cell, str) and _IN_THOUSANDS.fullmatch(cell.strip()):
        cell = re.sub("[.,]", "", cell)
    try:
        amount: int | None = None if is_blank(cell) else column.read(cell)
    except (Refused, Mended, NscError):
        return None
    return amount
