"""Find the lines that stand in the rows of headings, beside the headings of the table.

A text above a column without a cell need not be a heading: it may state the unit of the table, or
say something about its rows, like a line above the headings.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TypeAlias, final

from attrs import frozen

from nsc_program.intake._cells.cells import is_blank
from nsc_program.intake._cells.grid import Cells, Grid, cell_at
from nsc_program.intake._headings.ordinary import is_ordinary
from nsc_program.intake._tables.wanted import Wanted
from nsc_program.intake._words.neutral_headings import is_of_a_part
from nsc_program.intake._words.stated_units import unit_line
from nsc_program.intake._words.words import single_spaced

Line: TypeAlias = tuple[int, Cells, str]
"""The number of the row, counted from 1, the cell as a row of its own, and its text."""
_Place: TypeAlias = tuple[int, int]
"""The index of a row and of a column."""
_FEWEST_HEADINGS = 2
"""The known headings in a row that repeats the headings, on the next page."""
_SAYS_SOMETHING = re.compile(r"\w\s*:\s*\w")


@final
@frozen
class _Headings:
    """The rows of headings, while lines are searched for in them.

    Attributes:
        grid: the cells of the sheet.
        top: the index of the first row of the headings.
        bottom: the index of the last row of the headings.
        wanted: the headings to look for.
        beneath: what stands beneath the headings.
    """

    grid: Grid
    top: int
    bottom: int
    wanted: Wanted
    beneath: "Beneath"

    def lines(self) -> Iterator[tuple[_Place, str]]:
        """Yield the places and the texts of the lines."""
        places = self._alone()
        first = min(
            (place[1] for place, text in places.items() if self.wanted.column(text)), default=0
        )
        for place, text in places.items():
            column = place[1]
            if not self._may_be_a_line(text) or self._has_cells(column):
                continue
            towards_the_table = column - 1 if column > first else column + 1
            if _says_something(text) or self._is_a_gap(towards_the_table):
                yield place, text

    def _alone(self) -> dict[_Place, str]:
        """Return the texts that are the only ones above their columns."""
        by_column: dict[int, list[tuple[_Place, object]]] = {}
        for row in range(self.top, self.bottom + 1):
            for column, cell in enumerate(self.grid[row]):
                if cell_at(self.grid[row], column) is not None:
                    by_column.setdefault(column, []).append(((row, column), cell))
        single = (cells[0] for cells in by_column.values() if len(cells) == 1)
        return {place: single_spaced(cell) for place, cell in single if isinstance(cell, str)}

    def _may_be_a_line(self, text: str) -> bool:
        """Tell whether a text is not the heading of a column that is known."""
        is_known = self.wanted.column(text) is not None or is_ordinary(text)
        return not (is_known or is_of_a_part(text))

    def _has_cells(self, column: int) -> bool:
        """Tell whether a cell stands beneath the headings in a column, other than a heading."""
        return self.beneath.last_in(column) > self.bottom

    def _is_a_gap(self, column: int) -> bool:
        """Tell whether a column has neither a heading nor a cell."""
        headings = self.grid[self.top : self.bottom + 1]
        has_heading = any(cell_at(cells, column) is not None for cells in headings)
        return column >= 0 and not has_heading and not self._has_cells(column)


def _says_something(text: str) -> bool:
    """Tell whether a text states a unit, or has words behind a colon."""
    return unit_line(text) is not None or _SAYS_SOMETHING.search(text) is not None


@final
class Beneath:
    """The last cells of the columns of a sheet, which are looked for once.

    A sheet may have as many tables as rows.
    """

    def __init__(self, grid: Grid, wanted: Wanted) -> None:
        """Look at no cell yet.

        Args:
            grid: the cells of the sheet.
            wanted: the headings to look for.
        """
        self._grid, self._wanted = grid, wanted
        self._last: dict[int, int] = {}
        self._of_headings: dict[int, bool] = {}

    def last_in(self, column: int) -> int:
        """Return the index of the last row that has a cell other than a heading; -1 without one.

        Args:
            column: the index of the column.
        """
        if column not in self._last:
            rows = reversed(self._rows_by_column.get(column, ()))
            self._last[column] = next((row for row in rows if not self._repeats(row)), -1)
        return self._last[column]

    @cached_property
    def _rows_by_column(self) -> Mapping[int, Sequence[int]]:
        """The indexes of the rows that have a cell in each column."""
        found: defaultdict[int, list[int]] = defaultdict(list)
        for row, cells in enumerate(self._grid):
            for column, cell in enumerate(cells):
                if not is_blank(cell):
                    found[column].append(row)
        return found

    def _repeats(self, row: int) -> bool:
        """Tell whether a row repeats the headings."""
        if row not in self._of_headings:
            known = self._wanted.known(self._grid[row])
            self._of_headings[row] = len(known) >= _FEWEST_HEADINGS
        return self._of_headings[row]


def lines_of_headings(
    grid: Grid, top: int, bottom: int, wanted: Wanted, beneath: Beneath
) -> tuple[Grid, list[Line]]:
    """Take the lines out of the rows of headings.

    Args:
        grid: the cells of the sheet.
        top: the index of the first row of the headings.
        bottom: the index of the last row of the headings.
        wanted: the headings to look for.
        beneath: what stands beneath the headings in this grid.

    Returns:
        The cells without the lines, and the lines.
    """
    found = dict(_Headings(grid, top, bottom, wanted, beneath).lines())
    if not found:
        return grid, []
    rows = [*grid]
    for row in range(top, bottom + 1):
        rows[row] = [*_without(grid[row], {column for at, column in found if at == row})]
    return rows, [(row + 1, (text,), text) for (row, _), text in found.items()]


def _without(cells: Cells, columns: Iterable[int]) -> Iterator[object]:
    """Give the cells of a row, blank in some columns."""
    blank = frozenset(columns)
    return (None if column in blank else cell for column, cell in enumerate(cells))
