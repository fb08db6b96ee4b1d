"""Workbooks, by openpyxl: their cells as plain values, and the rows set aside written as inert ones."""

import re
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, suppress
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from math import isfinite
from pathlib import Path
from typing import IO, Any, BinaryIO, TypeAlias, TypeGuard, final
from zipfile import ZipFile

from attrs import frozen

from nsc_program._validators import printable
from nsc_program.errors import InvalidValue, UnknownId
from nsc_program.intake._cells import DAMAGED, Formula, SharedNumber, SharedText, is_blank

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
        vi="đọc tệp .xlsx cần openpyxl: pip install 'nsc_program[xlsx]', hoặc lưu thành .csv",
        en="workbooks need openpyxl: pip install 'nsc_program[xlsx]', or save it as .csv",
    ) from None

_MOST_CELLS = 3_000_000


def grid_of(path: Path, sheet: str | None, watch: Watch) -> tuple[list[list[object]], tuple[str, ...]]:
    """The cells of a sheet, row by row, and the names of the other sheets that hold anything."""
    _refuse_vast_parts(path)
    book = _opened(path, watch, values=False)
    names = [each.title for each in book.worksheets]
    if sheet is not None and sheet not in names:
        raise UnknownId("sheet", sheet, tuple(names))
    chosen: Worksheet = book[sheet] if sheet is not None else _open_one(book)
    _refuse_vast(chosen)
    grid = [[_value(cell) for cell in row] for row in chosen.iter_rows()]
    if any(isinstance(cell, Formula) for row in grid for cell in row):
        _put_results(grid, _opened(path, watch, values=True)[chosen.title])
    _fill_merged(grid, chosen)
    others = (each for each in book.worksheets if each.title != chosen.title)
    return grid, tuple(each.title for each in others if each.max_row * each.max_column > 1 or each["A1"].value)


def _opened(path: Path, watch: Watch, *, values: bool) -> Any:  # noqa: ANN401  # a workbook, whose type is openpyxl's own affair
    try:
        with warnings.catch_warnings(), path.open("rb") as file, watch(file) as watched:
            warnings.simplefilter("ignore")  # of styles and extensions that nothing here needs
            return openpyxl.load_workbook(watched, data_only=values)
    except Exception as problem:  # noqa: BLE001  # a broken workbook raises whatever its reader stumbles over
        name = repr(type(problem).__name__)
        raise InvalidValue.at(
            code="unreadable-workbook",
            vi=f"không đọc được tệp bảng tính ({name}); lưu lại thành .xlsx",
            en=f"the workbook cannot be read ({name}); save it anew as .xlsx",
        ) from None


def _open_one(book: Any) -> Worksheet:  # noqa: ANN401
    """The sheet that is open when the workbook is; a chart has no rows."""
    chosen = book.active if isinstance(book.active, Worksheet) else next(iter(book.worksheets), None)
    if chosen is None:
        raise InvalidValue.at(
            code="no-sheet", vi="tệp không có trang tính nào chứa dòng", en="the workbook has no sheet with rows"
        )
    return chosen


def _refuse_vast_parts(path: Path) -> None:
    """Refuse more cells than can be held, before they are: of a range too, a workbook in memory has every cell."""
    cells = 0
    with ZipFile(path) as packed:
        for part in packed.infolist():
            with suppress(Exception), packed.open(part) as file:  # whoever opens the workbook says what is wrong
                for each in _cells_in(file):
                    cells += each
                    if cells > _MOST_CELLS:
                        break
    if cells > _MOST_CELLS:
        raise InvalidValue.at(
            code="too-many-cells",
            vi=f"có hơn {_MOST_CELLS:,} ô, kể cả ô gộp; chia nhỏ tệp, hoặc lưu thành .csv",
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
        last = get_column_letter(columns)
        raise InvalidValue.at(
            code="too-many-cells",
            vi=f"trang tính {sheet.title!r} dùng đến dòng {rows} và cột {last}, hơn {_MOST_CELLS:,} ô; "
            "xóa những gì nằm ngoài bảng, hoặc lưu thành .csv",
            en=f"sheet {sheet.title!r} is used as far as row {rows} and column {last}, "
            f"more than {_MOST_CELLS:,} cells; delete what stands outside the table, or save it as .csv",
        )


def _value(cell: Any) -> object:  # noqa: ANN401
    """A cell as a plain value: of a percentage what is seen, so 6.5 of 6.5 %."""
    value = cell.value
    if cell.data_type == "f":
        return Formula(value if isinstance(value, str) else "=")
    if isinstance(value, str):
        return unescape(value)  # _x000D_ is a line break
    if isinstance(value, (int, float)) and not isinstance(value, bool) and "%" in (cell.number_format or ""):
        return Fraction(Decimal(str(value))) * 100 if isfinite(value) else value
    return value


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
