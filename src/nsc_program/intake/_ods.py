"""Workbooks of LibreOffice, .ods: their cells as they are seen.

Such a workbook holds of each cell its value and the text that is shown of it. It is read here: the libraries that
read it give the values alone, and make as many cells as it says are repeated before anyone can refuse them.
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
    existing,
    fill_merged,
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
    """The names of the styles that strike a text through, that raise or lower it, and that hide a sheet."""

    struck: set[str] = field(factory=set)
    raising: set[str] = field(factory=set)
    hiding: set[str] = field(factory=set)

    def add(self, style: Element) -> None:
        """Look at one style; it takes from its parent what it does not say."""
        name = style.get(f"{_STYLE}name", "")
        text = style.find(f"{_STYLE}text-properties")
        lines = [] if text is None else [text.get(f"{_STYLE}{each}") for each in _LINE_THROUGH]
        said = [each for each in lines if each is not None]
        if any(each != "none" for each in said) or (
            not said and style.get(f"{_STYLE}parent-style-name") in self.struck
        ):
            self.struck.add(name)
        place = None if text is None else text.get(f"{_STYLE}text-position")
        if place is not None and not place.startswith(("0% ", "0 ")):
            self.raising.add(name)
        table = style.find(f"{_STYLE}table-properties")
        if table is not None and table.get(f"{_TABLE}display") == "false":
            self.hiding.add(name)


@define
class _Sheet:
    """A sheet that is being read."""

    name: str
    is_hidden: bool
    rows: list[list[object]] = field(factory=list)
    doubted: dict[int, Fault] = field(factory=dict)
    notes: list[tuple[int, str, str]] = field(factory=list)
    areas: list[Area] = field(factory=list)
    empty: int = 0
    """How many empty rows were read since the last that holds anything."""

    columns: int = 0
    hidden_columns: list[tuple[int, int]] = field(factory=list)

    def add_column(self, column: Element) -> None:
        """Look at one column, or at several that are alike."""
        first = self.columns
        self.columns += _times(column, "number-columns-repeated")
        if column.get(f"{_TABLE}visibility", "visible") != "visible":
            self.hidden_columns.append((first, self.columns - 1))

    def finished(self) -> RawSheet:
        """Put the value of merged cells in each of them, in rows too that hold nothing else."""
        last = max((bottom for _, _, bottom, _ in self.areas), default=-1)
        self.rows += [[] for _ in range(last + 1 - len(self.rows))]
        fill_merged(self.rows, self.areas)
        return RawSheet(self.rows, self.doubted, by_row(self.notes), self.hidden_columns)


@final
class Workbook:
    """A workbook whose sheets were all read."""

    def __init__(self, packed: ZipFile, size: int) -> None:
        """Read all sheets."""
        self._budget = Budget.of(size)
        self._styles = _Styles()
        bounds = Bounds(packed, size)
        for name in {"styles.xml", "content.xml", "settings.xml"}.intersection(packed.namelist()):
            bounds.refuse_vast(name)
        with suppress(KeyError), packed.open("styles.xml") as part:
            list(
                self._elements(part)
            )  # no sheets, but styles that those of the content inherit from
        with packed.open("content.xml") as part:
            sheets = {each.name: each for each in self._elements(part)}
        if not sheets:
            raise no_sheet()
        self._sheets = {name: each.finished() for name, each in sheets.items()}
        self.names = tuple(name for name, each in self._sheets.items() if each.rows)
        self.hidden = frozenset(name for name, each in sheets.items() if each.is_hidden)
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
        """Read styles and sheets in the order of the file, which has a style before what it is the style of."""
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
        cells, areas, is_struck = self._cells(row)
        times = _times(row, "number-rows-repeated")
        self._budget.pay(1)
        if not cells:
            sheet.empty += times
            return
        self._budget.pay(sheet.empty + times * (1 + len(cells)))
        sheet.rows += [[] for _ in range(sheet.empty)]
        sheet.empty = 0
        top = len(sheet.rows)
        sheet.areas += [(top, left, top + more, right) for more, left, right in areas]
        sheet.rows += [list(cells) for _ in range(times)]
        sheet.notes += [(top + 1, author, text) for author, text in _notes(row)]
        fault = _doubt(row, is_struck=is_struck)
        if fault is not None:
            sheet.doubted |= dict.fromkeys(range(top + 1, top + 1 + times), fault)

    def _cells(self, row: Element) -> tuple[list[object], list[tuple[int, int, int]], bool]:
        """Return the cells of a row up to the last that holds anything, the merged ones, and whether one is struck.

        Of merged cells: how many more rows they have, their first and their last column.
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
            cells += [None] * empty
            empty = 0
            more, wide = (_times(cell, f"number-{each}-spanned") for each in ("rows", "columns"))
            if more * wide > 1:
                areas.append((more - 1, len(cells), len(cells) + wide - 1))
            cells += [value] * times
            is_struck = is_struck or self._is_struck(cell)
        self._budget.pay(sum((1 + more) * (1 + right - left) for more, left, right in areas))
        return cells, areas, is_struck

    def _is_struck(self, cell: Element) -> bool:
        names = [
            cell.get(f"{_TABLE}style-name"),
            *(each.get(f"{TEXT}style-name") for each in cell.iter()),
        ]
        return not self._styles.struck.isdisjoint(filter(None, names))


def open_book(path: Path, watch: Watch) -> Workbook:
    """Open an .ods workbook.

    Raises:
        InvalidValue: if it cannot be read, or has far more cells than its size can fill.
    """
    with (
        refusing(".ods"),
        path.open("rb") as file,
        watch(file) as watched,
        ZipFile(watched) as packed,
    ):
        return Workbook(packed, path.stat().st_size)


def _active(packed: ZipFile) -> str | None:
    """Return the name of the sheet that is open, if the settings have it."""
    with suppress(KeyError), packed.open("settings.xml") as part:
        for _, element in iterparse(part):
            if element.get(f"{_CONFIG}name") == "ActiveTable":
                return str(element.text)
    return None


def _notes(row: Element) -> Iterator[tuple[str, str]]:
    """Give the author and the text of each note on a cell."""
    for note in row.iter(_NOTE):
        yield (
            note.findtext(_CREATOR, ""),
            "\n".join("".join(each.itertext()) for each in note.iter(f"{TEXT}p")),
        )


def _times(element: Element, name: str) -> int:
    return max(1, int(element.get(f"{_TABLE}{name}", "1")))


def _doubt(row: Element, *, is_struck: bool) -> Fault | None:
    if row.get(f"{_TABLE}visibility", "visible") != "visible":
        return Fault.HIDDEN_ROW
    return Fault.STRUCK_ROW if is_struck else None
