"""The cells of a sheet, and its rows under the headings of their table."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias, final

from attrs import field, frozen

from nsc_program.intake._cells.cells import Cut, is_blank
from nsc_program.intake._messages.problems import Doubt, Fault
from nsc_program.intake._words.words import single_spaced

Cells: TypeAlias = Sequence[object]
Grid: TypeAlias = Sequence[Cells]
ByHeading: TypeAlias = Mapping[Any, object]
"""The cells of a row, by their headings."""


def texts_of(cells: Iterable[object]) -> dict[str, None]:
    """Return the different texts of a row, in order.

    Args:
        cells: the cells of the row.
    """
    texts = (cell for cell in cells if isinstance(cell, str))
    return dict.fromkeys(single_spaced(text) for text in texts if not is_blank(text))


def not_blank(cells: Iterable[object]) -> list[object]:
    """Return the cells that hold something.

    Args:
        cells: the cells of a row.
    """
    return [cell for cell in cells if not is_blank(cell)]


def has_only_texts(cells: Iterable[object]) -> bool:
    """Tell whether a row holds only texts.

    Args:
        cells: the cells of the row; blank ones do not count.
    """
    return all(isinstance(cell, str) or is_blank(cell) for cell in cells)


def cell_at(cells: Cells, column: int) -> object:
    """Return the cell in a column, or `None` if it is blank or the row does not reach so far.

    Args:
        cells: the cells of the row.
        column: the column, counted from 0.
    """
    cell = cells[column] if 0 <= column < len(cells) else None
    return None if is_blank(cell) else cell


_CUT = Cut()


@final
@frozen
class Places:
    """The columns of the cells under each heading.

    Attributes:
        of: the column of each heading, counted from 0; `None` if it does not have a column.
        width: the number of columns.
        headings: the headings above each column.
    """

    of: Mapping[str, int | None]
    width: int
    headings: Sequence[Sequence[str]] = field(init=False)

    @headings.default
    def _above(self) -> Sequence[Sequence[str]]:
        headings: list[list[str]] = [[] for _ in range(self.width)]
        for heading, column in self.of.items():
            if column is not None:
                headings[column].append(heading)
        return headings

    @classmethod
    def own(cls, headings: Sequence[str]) -> "Places":
        """Return the places of headings in their own table.

        Args:
            headings: the headings, in the order of their columns.
        """
        return cls({heading: column for column, heading in enumerate(headings)}, len(headings))


@final
class Row(Mapping[str | None, object]):
    """A row under the headings of its table.

    All rows share the headings. A cell that the row is too short to have is `Cut`.

    Attributes:
        cells: all cells of the row.
        doubt: the reason why the row is not read until the caller decides, or `None`.
        places: the columns of the headings.
    """

    __slots__ = ("cells", "doubt", "places")

    def __init__(self, places: Places, cells: Cells, doubt: Doubt | None = None) -> None:
        """Store the cells.

        Args:
            places: the columns of the headings.
            cells: all cells of the row.
            doubt: the reason why the row is not read until the caller decides.
        """
        self.places, self.cells, self.doubt = places, cells, doubt

    def __getitem__(self, name: str | None) -> object:
        """Return the cell under a heading; `None` stands for the cells beyond the headings."""
        if name is None and self._reaches_beyond():
            return list(self.cells[self.places.width :])
        return self._at(self.places.of[name])  # type: ignore[index]  # `None` is not a heading

    def _at(self, column: int | None) -> object:
        """Return the cell in a column, or `None` for a heading that does not have a column."""
        if column is None:
            return None
        return self.cells[column] if column < len(self.cells) else _CUT

    def _reaches_beyond(self) -> bool:
        """Tell whether the row has cells beyond its headings."""
        return len(self.cells) > self.places.width

    def get(self, name: str | None, default: object = None) -> object:
        """Return the cell under a heading, or the default if there is no such heading.

        Args:
            name: the heading, or `None` for the cells beyond the headings.
            default: the value for an unknown heading.
        """
        if name is None:
            return self[None] if self._reaches_beyond() else default
        column = self.places.of.get(name, -1)
        return default if column == -1 else self._at(column)

    def filled(self) -> Iterator[tuple[str | None, object]]:
        """Give each cell of the row with its heading.

        Yields:
            The heading and the cell; the cells beyond the headings follow as a list under `None`.
        """
        for headings, cell in zip(self.places.headings, self.cells, strict=False):
            for heading in headings:
                yield heading, cell
        if self._reaches_beyond():
            yield None, self[None]

    def __iter__(self) -> Iterator[str | None]:
        """Give the headings, and `None` if there are cells beyond them."""
        yield from self.places.of
        if self._reaches_beyond():
            yield None

    def __len__(self) -> int:
        """Return the number of headings, `None` included if there are cells beyond them."""
        return len(self.places.of) + self._reaches_beyond()

    def __repr__(self) -> str:
        """Return the number of cells; a cell may hold a name, so none is shown."""
        return f"<a row of {len(self.cells)} cells>"


def without_gaps(numbered: Iterable[tuple[int, object]]) -> Iterator[tuple[int, object]]:
    """Give rows with their numbers, and of blank rows that follow each other only the first.

    Args:
        numbered: the rows, with their numbers.
    """
    was_blank = False
    for number, row in numbered:
        blank = isinstance(row, Mapping) and all(is_blank(cell) for _, cell in filled(row))
        if not (blank and was_blank):
            yield number, row
        was_blank = blank


def fault_of(row: object) -> Fault | None:
    """Return the fault of the line or note for which a row is doubted, if it is.

    Args:
        row: the row.
    """
    return row.doubt.fault if isinstance(row, Row) and row.doubt is not None else None


def filled(row: object) -> Iterable[tuple[Any, object]]:
    """Return the cells that a row has with their headings, for any number of headings.

    Args:
        row: the row; an object that is not a row does not have any cells.
    """
    return row.filled() if isinstance(row, Row) else row.items() if isinstance(row, Mapping) else ()
