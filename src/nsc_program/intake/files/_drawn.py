"""Drawings without a text that lie over the rows of a sheet: a line may cross a row out."""

from collections.abc import Iterable, Iterator
from typing import final

from attrs import frozen


@final
@frozen
class Drawn:
    """A drawing without a text, such as a line or a picture.

    Attributes:
        name: the name that the spreadsheet gave it.
        first: the number, from 1, of the first row that it touches.
        last: the number of the last row that it touches.
        left: the first column that it touches, counted from 0.
    """

    name: str
    first: int
    last: int
    left: int = 0


def over_rows(drawings: Iterable[Drawn], rows: range, columns: int) -> Iterator[tuple[int, str]]:
    """Yield the first row that each drawing touches, and its name, if it lies over the rows.

    Args:
        drawings: the drawings of a sheet.
        rows: the numbers of the rows of the table, from 1.
        columns: the number of the columns of the table.

    >>> list(over_rows([Drawn("Line 1", 2, 2), Drawn("Line 2", 5, 5)], range(4, 9), 3))
    [(5, 'Line 2')]
    """
    for drawn in drawings:
        first, last = max(drawn.first, rows.start), min(drawn.last, rows.stop - 1)
        if first <= last and drawn.left < columns:
            yield first, drawn.name
