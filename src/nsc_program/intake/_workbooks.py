"""Workbooks, by openpyxl: their cells as plain values, and the rejected rows written as inert ones."""

import re
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, suppress
from datetime import date, datetime
from fractions import Fraction
from functools import cached_property, partial
from pathlib import Path
from typing import IO, Any, BinaryIO, TypeAlias, TypeGuard, final
from zipfile import ZipFile

from attrs import frozen

from nsc_program._validators import printable
from nsc_program.errors import InvalidValue, UnknownId
from nsc_program.intake._cells import DAMAGED, Formula, Padded, SharedNumber, SharedText, is_blank
from nsc_program.intake._labels import number_in
from nsc_program.intake._problems import Fault
from nsc_program.intake._seen import as_seen

Watch: TypeAlias = Callable[[BinaryIO], AbstractContextManager[BinaryIO]]
"""Wraps an open file, to show how much of it is read."""

try:
    import openpyxl
    from openpyxl.cell import Cell
    from openpyxl.comments import Comment
    from openpyxl.styles import Font, PatternFill
    from openpyxl.utils import get_column_letter, range_boundaries
    from openpyxl.utils.escape import unescape
    from openpyxl.worksheet.worksheet import Worksheet
    from openpyxl.xml.functions import iterparse
except ImportError:  # pragma: no cover
    raise InvalidValue.at(
        code="openpyxl-missing",
        vi="đọc tệp .xlsx cần openpyxl: hãy chạy pip install 'nsc_program[xlsx]', hoặc lưu tệp thành .csv",
        en="workbooks need openpyxl: pip install 'nsc_program[xlsx]', or save it as .csv",
    ) from None

_MOST_CELLS = 3_000_000


@final
@frozen
class RawSheet:
    """The cells of a sheet, row by row, as they are seen.

    Attributes:
        doubted: the rows, from 1, that are hidden or struck through.
    """

    rows: list[list[object]]
    doubted: Mapping[int, Fault] = {}


class Book:
    """An open workbook.

    Attributes:
        names: its sheets that hold anything; a chart has no rows.
        opened: the one that is open when the workbook is.
        hidden: those that are hidden.
    """

    def __init__(self, path: Path, watch: Watch) -> None:
        """Open a workbook."""
        self._path, self._watch = path, watch
        self._book = _opened(path, watch, values=False)
        self._read: dict[str, RawSheet] = {}
        self.names = tuple(each.title for each in self._book.worksheets if _holds_anything(each))
        self.opened: str = _open_one(self._book).title
        self.hidden = frozenset(each.title for each in self._book.worksheets if each.sheet_state != "visible")

    @cached_property
    def _results(self) -> Any:  # noqa: ANN401
        return _opened(self._path, self._watch, values=True)

    def read(self, name: str) -> RawSheet:
        """Read a sheet.

        Raises:
            UnknownId: for a sheet that there is none of.
            InvalidValue: for one that reaches too far.
        """
        if name not in self._book.sheetnames or not isinstance(self._book[name], Worksheet):
            raise UnknownId("sheet", name, tuple(each.title for each in self._book.worksheets))
        if name not in self._read:
            self._read[name] = self._cells_of(self._book[name])
        return self._read[name]

    def _cells_of(self, sheet: Worksheet) -> RawSheet:
        _refuse_vast(sheet)
        grid = [[_value(cell) for cell in row] for row in sheet.iter_rows()]
        if any(isinstance(cell, Formula) for row in grid for cell in row):
            _put_results(grid, self._results[sheet.title])
        _fill_merged(grid, sheet)
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


def open_book(path: Path, watch: Watch) -> Book:
    """Open an .xlsx workbook.

    Raises:
        InvalidValue: for one that cannot be read, or is too large.
    """
    _refuse_strict(path)
    _refuse_vast_parts(path)
    return Book(path, watch)


def _opened(path: Path, watch: Watch, *, values: bool) -> Any:  # noqa: ANN401  # a workbook, whose type is openpyxl's own affair
    try:
        with warnings.catch_warnings(), path.open("rb") as file, watch(file) as watched:
            warnings.simplefilter("ignore")  # of styles and extensions that nothing here needs
            return openpyxl.load_workbook(watched, data_only=values)
    except Exception as problem:  # noqa: BLE001  # a broken workbook raises whatever its reader stumbles over
        name = repr(type(problem).__name__)
        raise InvalidValue.at(
            code="unreadable-workbook",
            vi=f"không đọc được tệp bảng tính (lỗi {name}); hãy lưu lại thành .xlsx",
            en=f"the workbook cannot be read ({name}); save it anew as .xlsx",
        ) from None


def _open_one(book: Any) -> Worksheet:  # noqa: ANN401
    """The sheet that is open when the workbook is; a chart has no rows."""
    chosen = book.active if isinstance(book.active, Worksheet) else next(iter(book.worksheets), None)
    if chosen is None:
        raise InvalidValue.at(
            code="no-sheet",
            vi="tệp không có trang tính nào chứa dòng; hãy chọn tệp khác",
            en="the workbook has no sheet with rows; choose another file",
        )
    return chosen


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


_FEW_CELLS = 40_000
_TAG = re.compile(rb"<(?:c|row)[ />]")


def _refuse_empty_cells(packed: ZipFile) -> None:
    """Refuse more cells and rows than a file of its size can fill: each that holds something takes a byte or more."""
    small = sum(part.compress_size for part in packed.infolist())
    cells = 0
    for part in packed.infolist():
        with suppress(Exception), packed.open(part) as file:
            for chunk in iter(partial(file.read, 2**20), b""):
                cells += len(_TAG.findall(chunk))
                if cells > small + _FEW_CELLS:
                    break
    if cells > small + _FEW_CELLS:
        raise InvalidValue.at(
            code="empty-cells",
            vi="tệp có quá nhiều ô trống được định dạng; hãy xóa các dòng và cột không dùng, hoặc lưu thành .csv",
            en="it has too many empty cells with a format; delete the rows and columns that are not used, "
            "or save it as .csv",
        )


def _refuse_vast_parts(path: Path) -> None:
    """Refuse more cells than can be held, before they are: of a range too, a workbook in memory has every cell."""
    cells = 0
    with ZipFile(path) as packed:
        _refuse_empty_cells(packed)
        for part in packed.infolist():
            with suppress(Exception), packed.open(part) as file:  # whoever opens the workbook says what is wrong
                for each in _cells_in(file):
                    cells += each
                    if cells > _MOST_CELLS:
                        break
    if cells > _MOST_CELLS:
        raise InvalidValue.at(
            code="too-many-cells",
            vi=f"tệp có hơn {number_in('vi', _MOST_CELLS)} ô, kể cả ô gộp; hãy chia nhỏ tệp, hoặc lưu thành .csv",
            en=f"it has more than {_MOST_CELLS:,} cells, merged ones among them; split it, or save it as .csv",
        )


def _cells_in(file: IO[bytes]) -> Iterator[int]:
    for _, element in iterparse(file):
        match element.tag.rpartition("}")[2]:
            case "c":
                yield 1
            case "mergeCell" | "hyperlink":
                left, top, right, bottom = (each or _MOST_CELLS for each in range_boundaries(element.get("ref", "A1")))
                yield (right - left + 1) * (bottom - top + 1)
        element.clear()


def _refuse_vast(sheet: Worksheet) -> None:
    rows, columns = sheet.max_row, sheet.max_column
    if rows * columns > _MOST_CELLS:
        last, title = get_column_letter(columns), printable(sheet.title)
        raise InvalidValue.at(
            code="too-many-cells",
            vi=f"trang tính “{title}” dùng đến dòng {number_in('vi', rows)} và cột {last}, nhiều hơn "
            f"{number_in('vi', _MOST_CELLS)} ô; hãy xóa những gì nằm ngoài bảng, hoặc lưu thành .csv",
            en=f"sheet “{title}” is used as far as row {number_in('en', rows)} and column {last}, "
            f"more than {_MOST_CELLS:,} cells; delete what stands outside the table, or save it as .csv",
        )


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


def _fill_merged(grid: list[list[object]], sheet: Worksheet) -> None:
    """Put the one value of cells that were merged in each of them."""
    for area in sheet.merged_cells.ranges:
        value = grid[area.min_row - 1][area.min_col - 1]
        if area.max_row > area.min_row:
            value = _shared(value)
        for row in grid[area.min_row - 1 : area.max_row]:
            for column in range(area.min_col - 1, min(area.max_col, len(row))):
                row[column] = value


def _shared(value: object) -> object:
    """A value of several rows: who it is about is the same in each, how much is not."""
    if isinstance(value, Padded):
        return SharedText(value.shown)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return SharedNumber(value)
    return SharedText(value) if type(value) is str else value


# --- writing ---

_WRONG = PatternFill("solid", fgColor="FFF4B6B6")
_BOLD = Font(bold=True)
_WIDTH = 24
_EXACT = 10**15  # whole numbers up to here survive a spreadsheet
_LONGEST = 32_000  # characters of a cell
_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_FIRST_YEAR = 1901  # of a spreadsheet's calendar, but for a day that never was


@final
@frozen
class SheetToWrite:
    """A sheet: its title, its rows, and what is said of some of its cells, by row and column from 1."""

    title: str
    rows: Sequence[Sequence[object]]
    remarks: Mapping[tuple[int, int], str] = {}


def write_workbook(path: Path, sheets: Iterable[SheetToWrite]) -> None:
    """Write sheets, the cells that something is said of marked, with a comment; every text as a text."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for each in sheets:
        sheet = book.create_sheet(each.title)
        sheet.freeze_panes = "A2"
        for row, cells in enumerate(each.rows, 1):
            for column, value in enumerate(cells, 1):
                _write(sheet.cell(row, column), value)
        for cell in sheet[1]:
            cell.font = _BOLD
            sheet.column_dimensions[cell.column_letter].width = _WIDTH
        for (row, column), remark in each.remarks.items():
            marked = sheet.cell(row, column)
            marked.fill, marked.comment = _WRONG, Comment(printable(remark), "nsc-program")
    book.save(path)


def _write(cell: Cell, value: object) -> None:
    """Write a value so that it does nothing: a text that looks like a formula stays a text."""
    if isinstance(value, Padded):
        value = value.shown
    if _is_plain(value):
        cell.value = value
    elif isinstance(value, Fraction) and max(abs(value.numerator), value.denominator) < _EXACT:  # of a percentage
        cell.value = float(value)
    elif not is_blank(value):
        cell.value = _ESCAPED.sub("_x005F_", _written(value))
        cell.data_type = "s"
        cell.quotePrefix = True


def _written(value: object) -> str:
    try:
        text = str(value)[:_LONGEST]
    except Exception:  # noqa: BLE001  # an object raises what it likes, and a number of thousands of digits too
        text = DAMAGED
    return "".join(map(_inert, text))


def _inert(each: str) -> str:
    if each.isspace():
        return each if each == "\n" else " "
    return each if each.isprintable() else DAMAGED


def _is_plain(value: object) -> TypeGuard[date | float]:
    """Whether a spreadsheet keeps a value as it is."""
    if isinstance(value, date):
        return value.year >= _FIRST_YEAR and not (isinstance(value, datetime) and value.tzinfo)
    return isinstance(value, (int, float)) and abs(value) < _EXACT
