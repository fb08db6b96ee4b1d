"""Workbooks of Excel, .xlsx, by openpyxl: their cells as they are seen."""

import re
import warnings
from collections.abc import Iterator
from contextlib import suppress
from functools import cached_property, partial
from pathlib import Path
from typing import IO, Any, final
from zipfile import ZipFile, ZipInfo

from nsc_program.errors import InvalidValue
from nsc_program.intake._books import (
    MOST_CELLS,
    Area,
    Budget,
    RawSheet,
    Watch,
    existing,
    fill_merged,
    missing,
    no_sheet,
    refuse_vast,
    refusing,
)
from nsc_program.intake._cells import Formula
from nsc_program.intake._labels import number_in
from nsc_program.intake._problems import Fault
from nsc_program.intake._seen import as_seen

try:
    import openpyxl
    from openpyxl.utils import get_column_letter, range_boundaries
    from openpyxl.utils.escape import unescape
    from openpyxl.worksheet.worksheet import Worksheet
    from openpyxl.xml.functions import iterparse
except ImportError:  # pragma: no cover
    raise missing("openpyxl", ".xlsx") from None


@final
class Workbook:
    """An open workbook; its sheets are read when they are asked for."""

    def __init__(self, path: Path, watch: Watch) -> None:
        """Open a workbook."""
        self._path, self._watch = path, watch
        self._book = _opened(path, watch, values=False)
        self._read: dict[str, RawSheet] = {}
        self.names = tuple(each.title for each in self._book.worksheets if _holds_anything(each))
        self.opened = _open_one(self._book)
        self.hidden = frozenset(each.title for each in self._book.worksheets if each.sheet_state != "visible")

    @cached_property
    def _results(self) -> Any:  # noqa: ANN401
        return _opened(self._path, self._watch, values=True)

    def read(self, name: str) -> RawSheet:
        """Read a sheet, once.

        Raises:
            UnknownId: if no sheet has this name.
            InvalidValue: if the sheet has too many cells.
        """
        existing(name, (each.title for each in self._book.worksheets))
        if name not in self._read:
            self._read[name] = self._cells_of(self._book[name])
        return self._read[name]

    def _cells_of(self, sheet: Worksheet) -> RawSheet:
        refuse_vast(sheet.title, sheet.max_row, sheet.max_column, get_column_letter)
        grid = [[_value(cell) for cell in row] for row in sheet.iter_rows()]
        if any(isinstance(cell, Formula) for row in grid for cell in row):
            _put_results(grid, self._results[sheet.title])
        fill_merged(grid, _areas(sheet))
        return RawSheet(grid, dict(_doubted(self._book, sheet)))


def _holds_anything(sheet: Worksheet) -> bool:
    return sheet.max_row * sheet.max_column > 1 or sheet["A1"].value is not None


def _doubted(book: Any, sheet: Worksheet) -> Iterator[tuple[int, Fault]]:  # noqa: ANN401
    """The rows that are hidden, by hand or by a filter, and those of which something is struck through."""
    struck = {place for place, font in enumerate(book._fonts) if font.strike}
    all_hidden = bool(sheet.sheet_format.zeroHeight)
    for number, row in enumerate(sheet.iter_rows(), 1):
        own = sheet.row_dimensions.get(number)
        if (all_hidden if own is None else own.hidden) or (own is not None and own.height == 0):
            yield number, Fault.HIDDEN_ROW
        elif struck and any(cell.value is not None and _font_of(cell) in struck for cell in row):
            yield number, Fault.STRUCK_ROW


def _font_of(cell: Any) -> int:  # noqa: ANN401
    """The number of its font: to ask for the font itself costs a hundred times as much."""
    font: int = cell._style.fontId
    return font


def open_book(path: Path, watch: Watch) -> Workbook:
    """Open an .xlsx workbook.

    Raises:
        InvalidValue: for one that cannot be read, or is too large.
    """
    _refuse_strict(path)
    _refuse_vast_parts(path)
    return Workbook(path, watch)


def _opened(path: Path, watch: Watch, *, values: bool) -> Any:  # noqa: ANN401  # a workbook, whose type is openpyxl's own affair
    with refusing(".xlsx"), warnings.catch_warnings(), path.open("rb") as file, watch(file) as watched:
        warnings.simplefilter("ignore")  # of styles and extensions that nothing here needs
        return openpyxl.load_workbook(watched, data_only=values)


def _open_one(book: Any) -> str:  # noqa: ANN401
    """The sheet that is open when the workbook is; a chart has no rows."""
    chosen = book.active if isinstance(book.active, Worksheet) else next(iter(book.worksheets), None)
    if chosen is None:
        raise no_sheet()
    return str(chosen.title)


_STRICT = b"http://purl.oclc.org/ooxml/spreadsheetml/main"


def _refuse_strict(path: Path) -> None:
    """Refuse the form of workbooks that openpyxl finds no sheets in."""
    beginning = b""
    with suppress(Exception), ZipFile(path) as packed, packed.open("xl/workbook.xml") as part:
        beginning = part.read(4096)
    if _STRICT in beginning:
        raise InvalidValue.at(
            code="strict-workbook",
            vi="tệp được lưu theo dạng “Strict Open XML”; hãy lưu lại thành .xlsx thông thường",
            en="the workbook is a “Strict Open XML Spreadsheet”; save it as a plain .xlsx",
        )


_TAG = re.compile(rb"<(?:c|row)[ />]")


def _refuse_empty_cells(packed: ZipFile) -> None:
    """Refuse more cells and rows than the packed parts can fill."""
    budget = Budget.of(sum(part.compress_size for part in packed.infolist()))
    for part in packed.infolist():
        for cells in _tags_in(packed, part):
            budget.pay(cells)


def _tags_in(packed: ZipFile, part: ZipInfo) -> Iterator[int]:
    with suppress(Exception), packed.open(part) as file:  # whoever opens the workbook says what is wrong
        for chunk in iter(partial(file.read, 2**20), b""):
            yield len(_TAG.findall(chunk))


def _refuse_vast_parts(path: Path) -> None:
    """Refuse more cells than can be held, before they are: of a range too, a workbook in memory has every cell."""
    cells = 0
    with ZipFile(path) as packed:
        _refuse_empty_cells(packed)
        for part in packed.infolist():
            with suppress(Exception), packed.open(part) as file:  # whoever opens the workbook says what is wrong
                for each in _cells_in(file):
                    cells += each
                    if cells > MOST_CELLS:
                        break
    if cells > MOST_CELLS:
        raise InvalidValue.at(
            code="too-many-cells",
            vi=f"tệp có hơn {number_in('vi', MOST_CELLS)} ô, kể cả ô gộp; hãy chia nhỏ tệp, hoặc lưu thành .csv",
            en=f"it has more than {MOST_CELLS:,} cells, merged ones among them; split it, or save it as .csv",
        )


def _cells_in(file: IO[bytes]) -> Iterator[int]:
    for _, element in iterparse(file):
        match element.tag.rpartition("}")[2]:
            case "c":
                yield 1
            case "mergeCell" | "hyperlink":
                left, top, right, bottom = (each or MOST_CELLS for each in range_boundaries(element.get("ref", "A1")))
                yield (right - left + 1) * (bottom - top + 1)
        element.clear()


def _value(cell: Any) -> object:  # noqa: ANN401
    """A cell as it is seen."""
    value = cell.value
    if cell.data_type == "f":
        return Formula(value if isinstance(value, str) else "=")
    if isinstance(value, str):
        return unescape(value)  # _x000D_ is a line break
    return as_seen(value, cell.number_format)


def _put_results(grid: list[list[object]], results: Worksheet) -> None:
    """Put in the place of each formula its last result; one that has none stays a formula."""
    for row, cells in enumerate(grid, 1):
        for column, cell in enumerate(cells, 1):
            if isinstance(cell, Formula):
                found = results.cell(row, column)
                empty = found.value is None and found.data_type != "str"  # of text, none is a result too
                cells[column - 1] = cell if empty else _value(found)


def _areas(sheet: Worksheet) -> Iterator[Area]:
    for area in sheet.merged_cells.ranges:
        yield area.min_row - 1, area.min_col - 1, area.max_row - 1, area.max_col - 1
