"""Read workbooks of LibreOffice, .ods: their cells as they are seen.

Such a workbook holds the value of each cell and the text that is shown. It is parsed here, because
the libraries that parse it give the values alone, and create all the cells that it claims to repeat
before anyone can raise an error.
"""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO, Final, final
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from attrs import define, field

from nsc_program.intake._books import (
    Area,
    Budget,
    RawSheet,
    Watch,
    columns_in,
    existing,
    fill_merged,
    letters_of,
    missing,
    no_sheet,
    rectangular,
    refusing,
)
from nsc_program.intake._notes import by_row
from nsc_program.intake._ods_cells import NAMESPACE, TEXT, value_of
from nsc_program.intake._packed import Bounds
from nsc_program.intake._problems import Fault

try:
    from defusedxml.ElementTree import iterparse
    from openpyxl.utils import get_column_letter
except ImportError:  # pragma: no cover
    raise missing("defusedxml", ".ods") from None

_TABLE: Final = f"{NAMESPACE}table:1.0}}"
_STYLE: Final = f"{NAMESPACE}style:1.0}}"
_NOTE: Final = f"{NAMESPACE}office:1.0}}annotation"
_CREATOR: Final = "{http://purl.org/dc/elements/1.1/}creator"
_CONFIG: Final = f"{NAMESPACE}config:1.0}}"
_LINE_THROUGH = ("text-line-through-style", "text-line-through-type")


@define
class _Styles:
    """The names of the styles that strike, raise or lower a text, or hide a sheet."""

    struck: set[str] = field(factory=set)
    raising: set[str] = field(factory=set)
    hiding: set[str] = field(factory=set)

    def add(self, style: Element) -> None:
        """Classify a style; it inherits from its parent unless it sets a line itself."""
        name = style.get(f"{_STYLE}name", "")
        text = style.find(f"{_STYLE}text-properties")
        lines: list[str | None] = []
        if text is not None:
            lines = [text.get(f"{_STYLE}{attribute}") for attribute in _LINE_THROUGH]
        own_lines = [line for line in lines if line is not None]
        inherits = not own_lines and style.get(f"{_STYLE}parent-style-name") in self.struck
        if inherits or any(line != "none" for line in own_lines):
            self.struck.add(name)
        place = None if text is None else text.get(f"{_STYLE}text-position")
        if place is not None and not place.startswith(("0% ", "0 ")):
            self.raising.add(name)
        table = style.find(f"{_STYLE}table-properties")
        if table is not None and table.get(f"{_TABLE}display") == "false":
            self.hiding.add(name)


@define
class _Sheet:
    """A sheet while it is parsed.

    Attributes:
        name: the name of the sheet.
        is_hidden: whether its style hides it.
        rows: the cells of each row.
        doubted: the rows, counted from 1, that are hidden or struck through.
        notes: the row, the author and the text of each note on a cell.
        areas: the ranges of merged cells.
        empty: the number of empty rows since the last row that holds anything.
        columns: the number of columns that were declared.
        hidden_columns: the first and the last of each run of hidden columns, counted from 0.
    """

    name: str
    is_hidden: bool
    rows: list[list[object]] = field(factory=list)
    doubted: dict[int, Fault] = field(factory=dict)
    notes: list[tuple[int, str, str]] = field(factory=list)
    areas: list[Area] = field(factory=list)
    empty: int = 0
    columns: int = 0
    hidden_columns: list[tuple[int, int]] = field(factory=list)

    def add_column(self, column: Element) -> None:
        """Count a declared column, which may stand for several equal ones."""
        first = self.columns
        self.columns += _times(column, "number-columns-repeated")
        if column.get(f"{_TABLE}visibility", "visible") != "visible":
            self.hidden_columns.append((first, self.columns - 1))

    def finished(self) -> RawSheet:
        """Return the sheet, with the value of each merged range in all of its cells."""
        last = max((bottom for _, _, bottom, _ in self.areas), default=-1)
        self.rows += [[] for _ in range(last + 1 - len(self.rows))]
        fill_merged(self.rows, self.areas)
        return RawSheet(
            self.rows, self.doubted, by_row(self.notes), columns_in(self.hidden_columns)
        )


@final
class Workbook:
    """A workbook whose sheets are all parsed.

    Attributes:
        names: the names of the sheets that hold anything.
        hidden: the names of the hidden sheets.
        opened: the name of the sheet that is open when the workbook is.
    """

    def __init__(self, packed: ZipFile, size: int) -> None:
        """Parse all sheets.

        Args:
            packed: the packed workbook.
            size: the size of the file in bytes.
        """
        self._budget, self._letters = Budget.of_cells(size), Budget.of_letters(size)
        self._styles = _Styles()
        bounds = Bounds(packed, size)
        for name in {"styles.xml", "content.xml", "settings.xml"}.intersection(packed.namelist()):
            bounds.refuse_vast(name)
        with suppress(KeyError), packed.open("styles.xml") as part:
            # It has no sheets, but the styles of the content inherit from its styles.
            list(self._elements(part))
        with packed.open("content.xml") as part:
            sheets = {sheet.name: sheet for sheet in self._elements(part)}
        if not sheets:
            raise no_sheet()
        self._sheets = {name: sheet.finished() for name, sheet in sheets.items()}
        self.names = tuple(name for name, sheet in self._sheets.items() if sheet.rows)
        self.hidden = frozenset(name for name, sheet in sheets.items() if sheet.is_hidden)
        visible = [name for name in sheets if name not in self.hidden]
        active = _active(packed)
        self.opened = active if active in visible else next(iter([*visible, *sheets]))

    def read(self, name: str) -> RawSheet:
        """Return a sheet.

        Raises:
            UnknownId: if no sheet has this name.
            InvalidValue: if the sheet has too many cells.
        """
        return rectangular(name, self._sheets[existing(name, self._sheets)], get_column_letter)

    def _elements(self, part: IO[bytes]) -> Iterator[_Sheet]:
        """Yield the sheets, and classify the styles, which a file has before their users."""
        sheet: _Sheet | None = None
        depth = 0  # a cell may have a table within it
        for event, element in iterparse(part, ("start", "end")):
            if element.tag == f"{_TABLE}table":
                depth += 1 if event == "start" else -1
                if event == "start" and depth == 1:
                    hidden = element.get(f"{_TABLE}style-name") in self._styles.hiding
                    sheet = _Sheet(element.get(f"{_TABLE}name", ""), hidden)
                elif event == "end" and depth == 0 and sheet is not None:
                    yield sheet
            elif event == "start":
                continue
            elif element.tag == f"{_STYLE}style":
                self._styles.add(element)
                element.clear()
            elif element.tag == f"{_TABLE}table-column" and sheet is not None and depth == 1:
                sheet.add_column(element)
            elif element.tag == f"{_TABLE}table-row" and sheet is not None and depth == 1:
                self._add_row(sheet, element)
                element.clear()

    def _add_row(self, sheet: _Sheet, row: Element) -> None:
        """Add a row, as often as it is repeated."""
        cells, areas, is_struck = self._cells(row)
        times = _times(row, "number-rows-repeated")
        self._budget.pay(1)
        if not cells:
            sheet.empty += times
            return
        self._budget.pay(sheet.empty + times * (1 + len(cells)))
        sheet.rows += [[] for _ in range(sheet.empty)]
        sheet.empty = 0
        for value in cells:
            self._letters.pay(letters_of(value) * times)
        top = len(sheet.rows)
        sheet.areas += [(top, left, top + more, right) for more, left, right in areas]
        sheet.rows += [list(cells) for _ in range(times)]
        sheet.notes += [(top + 1, author, text) for author, text in _notes(row)]
        fault = _doubt(row, is_struck=is_struck)
        if fault is not None:
            sheet.doubted |= dict.fromkeys(range(top + 1, top + 1 + times), fault)

    def _cells(self, row: Element) -> tuple[list[object], list[tuple[int, int, int]], bool]:
        """Parse the cells of a row, up to the last that holds anything.

        Returns:
            The cells; of each merged range the number of further rows, its first and its last
            column; and whether a cell is struck through.
        """
        cells: list[object] = []
        areas = []
        empty = 0
        is_struck = False
        for cell in row:
            if cell.tag not in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
                continue
            value = value_of(cell, self._styles.raising)
            times = _times(cell, "number-columns-repeated")
            if value is None:
                empty += times
                continue
            self._budget.pay(empty + times)
            self._letters.pay(letters_of(value))
            cells += [None] * empty
            empty = 0
            more, wide = (_times(cell, f"number-{way}-spanned") for way in ("rows", "columns"))
            if more * wide > 1:
                areas.append((more - 1, len(cells), len(cells) + wide - 1))
            cells += [value] * times
            is_struck = is_struck or self._is_struck(cell)
        self._budget.pay(sum((1 + more) * (1 + right - left) for more, left, right in areas))
        return cells, areas, is_struck

    def _is_struck(self, cell: Element) -> bool:
        """Tell whether a cell or a part of its text has a style that strikes through."""
        own = cell.get(f"{_TABLE}style-name")
        names = [own, *(element.get(f"{TEXT}style-name") for element in cell.iter())]
        return not self._styles.struck.isdisjoint(filter(None, names))


def open_book(path: Path, watch: Watch) -> Workbook:
    """Open an .ods workbook.

    Args:
        path: the path of the file.
        watch: wraps the open file, to show how much of it is read.

    Raises:
        InvalidValue: if the file cannot be read, or has far more cells than its size can fill.
    """
    with (
        refusing(".ods"),
        path.open("rb") as file,
        watch(file) as watched,
        ZipFile(watched) as packed,
    ):
        return Workbook(packed, path.stat().st_size)


def _active(packed: ZipFile) -> str | None:
    """Return the name of the sheet that is open, if the settings name it."""
    with suppress(KeyError), packed.open("settings.xml") as part:
        for _, element in iterparse(part):
            if element.get(f"{_CONFIG}name") == "ActiveTable":
                return str(element.text)
    return None


def _notes(row: Element) -> Iterator[tuple[str, str]]:
    """Yield the author and the text of each note on a cell of a row."""
    for note in row.iter(_NOTE):
        lines = ["".join(paragraph.itertext()) for paragraph in note.iter(f"{TEXT}p")]
        yield note.findtext(_CREATOR, ""), "\n".join(lines)


def _times(element: Element, name: str) -> int:
    """Return how often an element is repeated, or how far it spans; at least once."""
    return max(1, int(element.get(f"{_TABLE}{name}", "1")))


def _doubt(row: Element, *, is_struck: bool) -> Fault | None:
    """Return the fault of a row that is hidden or struck through; `None` for any other row."""
    if row.get(f"{_TABLE}visibility", "visible") != "visible":
        return Fault.HIDDEN_ROW
    return Fault.STRUCK_ROW if is_struck else None
