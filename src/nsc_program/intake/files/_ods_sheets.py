"""The sheets and rows of an .ods workbook while they are parsed."""

from collections.abc import Iterable, Iterator
from typing import Final, final
from xml.etree.ElementTree import Element

from attrs import define, field

from nsc_program.intake._messages.problems import Fault
from nsc_program.intake.files._books import Area, RawSheet, columns_in, fill_merged
from nsc_program.intake.files._comments import by_row
from nsc_program.intake.files._ods_cells import NAMESPACE, TABLE, TEXT
from nsc_program.intake.files._ods_styles import Styles

_NOTE: Final = f"{NAMESPACE}office:1.0}}annotation"
_CREATOR: Final = "{http://purl.org/dc/elements/1.1/}creator"
_PARAGRAPH: Final = f"{TEXT}p"


@final
@define
class Row:
    """A row while it is parsed, up to the last cell that holds anything.

    Attributes:
        element: the element of the row.
        cells: the cells.
        areas: the ranges of merged cells, as if the row were the first.
        is_struck: whether a cell is struck through.
        empty: the number of empty cells since the last that holds anything.
    """

    element: Element
    cells: list[object] = field(factory=list)
    areas: list[Area] = field(factory=list)
    is_struck: bool = False
    empty: int = 0

    def add(self, cell: Element, value: object, styles: Styles) -> None:
        """Add a cell that holds anything, as often as it is repeated.

        Args:
            cell: the element of the cell.
            value: its value, as it is seen.
            styles: the styles of the workbook.
        """
        self.cells += [None] * self.empty
        self.empty = 0
        self._merge(cell)
        self.cells += [value] * times(cell, "number-columns-repeated")
        self.is_struck = self.is_struck or styles.strike(cell, value)

    def _merge(self, cell: Element) -> None:
        """Note the range of merged cells that begins with a cell."""
        down, across = times(cell, "number-rows-spanned"), times(cell, "number-columns-spanned")
        if down * across > 1:
            left = len(self.cells)
            self.areas.append((0, left, down - 1, left + across - 1))

    def fault(self) -> Fault | None:
        """Return the fault of a row that is hidden or struck through; `None` for any other row."""
        if _is_hidden(self.element):
            return Fault.HIDDEN_ROW
        return Fault.STRUCK_ROW if self.is_struck else None

    def notes(self) -> Iterator[tuple[str, str]]:
        """Yield the author and the text of each note on a cell."""
        for note in self.element.iter(_NOTE):
            lines = ["".join(paragraph.itertext()) for paragraph in note.iter(_PARAGRAPH)]
            yield note.findtext(_CREATOR, ""), "\n".join(lines)


@final
@define
class Sheet:
    """A sheet while it is parsed.

    Attributes:
        name: the name of the sheet.
        is_hidden: whether its style hides it.
        page: the lines at the top and the bottom of its printed pages.
        rows: the cells of each row.
        doubted: the rows, counted from 1, that are hidden or struck through.
        notes: the row, the author and the text of each note on a cell.
        areas: the ranges of merged cells.
        empty: the number of empty rows since the last row that holds anything.
        columns: the number of columns that were declared.
        hidden_columns: the first and the last of each run of hidden columns, counted from 0.
        shapes: the lines of the shapes that lie over it.
        tips: the texts that appear at a cell.
    """

    name: str
    is_hidden: bool
    page: tuple[str, ...] = ()
    rows: list[list[object]] = field(factory=list)
    doubted: dict[int, Fault] = field(factory=dict)
    notes: list[tuple[int, str, str]] = field(factory=list)
    areas: list[Area] = field(factory=list)
    empty: int = 0
    columns: int = 0
    hidden_columns: list[tuple[int, int]] = field(factory=list)
    shapes: list[str] = field(factory=list)
    tips: dict[str, None] = field(factory=dict)

    def add_column(self, column: Element) -> None:
        """Count a declared column, which may stand for several equal ones.

        Args:
            column: the element of the column.
        """
        first = self.columns
        self.columns += times(column, "number-columns-repeated")
        if _is_hidden(column):
            self.hidden_columns.append((first, self.columns - 1))

    def add(self, row: Row, repeated: int) -> None:
        """Add a row that holds anything, below the empty ones before it.

        Args:
            row: the row.
            repeated: how often it is repeated.
        """
        self._add_empty_rows()
        top = len(self.rows)
        self.rows += [list(row.cells) for _ in range(repeated)]
        self.areas += [(top, left, top + more, right) for _, left, more, right in row.areas]
        self.notes += [(top + 1, author, text) for author, text in row.notes()]
        self._doubt(range(top + 1, top + 1 + repeated), row.fault())

    def _add_empty_rows(self) -> None:
        """Add the empty rows that were counted."""
        self.rows += [[] for _ in range(self.empty)]
        self.empty = 0

    def _doubt(self, rows: Iterable[int], fault: Fault | None) -> None:
        """Note the fault of rows, if they have one."""
        if fault is not None:
            self.doubted |= dict.fromkeys(rows, fault)

    def finished(self) -> RawSheet:
        """Return the sheet, with the value of each merged range in all of its cells."""
        last = max((bottom for _, _, bottom, _ in self.areas), default=-1)
        self.rows += [[] for _ in range(last + 1 - len(self.rows))]
        fill_merged(self.rows, self.areas)
        hidden = columns_in(self.hidden_columns)
        notes, shapes = by_row(self.notes), tuple(dict.fromkeys(self.shapes))
        tips = tuple(self.tips)
        return RawSheet(self.rows, self.doubted, notes, hidden, self.page, shapes, tips)


def times(element: Element, name: str) -> int:
    """Return how often an element is repeated, or how far it spans; at least once.

    Args:
        element: the element.
        name: the name of the attribute.
    """
    return max(1, int(element.get(f"{TABLE}{name}", "1")))


def _is_hidden(element: Element) -> bool:
    """Tell whether a row or a column is hidden, by hand or by a filter."""
    return element.get(f"{TABLE}visibility", "visible") != "visible"
