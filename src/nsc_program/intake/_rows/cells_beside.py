"""Give the cells of a row that are not read, in the time that the row is long.

A table may have very many headings, and each of its rows few cells.
"""

from collections.abc import Iterable, Iterator
from itertools import takewhile

from nsc_program.intake._cells.grid import ByHeading, Row, filled
from nsc_program.intake._tables.table import Table


def cells_beside(row: ByHeading, table: Table) -> Iterable[tuple[str, object]]:
    """Return the cells of a row that are not read, or only for its id, with their headings.

    Args:
        row: the cells, by heading.
        table: the columns of the table.
    """
    if isinstance(row, Row):
        cells, width = row.cells, len(row.cells)
        there = takewhile(lambda at: at[1] < width, table.beside_in(row.places))
        return [(heading, cells[place]) for heading, place in there]
    return [(heading, cell) for heading, cell in filled(row) if heading in table.beside]


def unread_in(row: ByHeading, table: Table) -> Iterator[tuple[str, object]]:
    """Give the cells of a row that are not read at all, with their headings.

    Args:
        row: the cells, by heading.
        table: the columns of the table.
    """
    of_ids = table.id_from
    return (pair for pair in cells_beside(row, table) if pair[0] not in of_ids)
