"""Read workbooks of Excel 97 to 2003, .xls, with xlrd: their cells as they are seen."""

from collections.abc import Iterator, Sequence
from datetime import time
from io import StringIO
from itertools import pairwise
from pathlib import Path
from typing import Any, final

from nsc_program.intake._books import (
    LOWEST,
    NARROWEST,
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
from nsc_program.intake._cells import NotShown
from nsc_program.intake._notes import by_row
from nsc_program.intake._problems import Fault
from nsc_program.intake._runs import Run, joined
from nsc_program.intake._seen import as_seen

try:
    import xlrd
except ImportError:  # pragma: no cover
    raise missing("xlrd", ".xls") from None

_POINT, _CHARACTER = 20, 256
"""The units of the heights of rows and of the widths of columns, in a point and in a character."""
_NO_VALUE = (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK)


@final
class Workbook:
    """A workbook whose sheets are all parsed.

    Such a workbook keeps the result of a formula without the formula, so a result looks like a
    value.

    Attributes:
        names: the names of the sheets that hold anything.
        hidden: the names of the hidden sheets.
        opened: the name of the sheet that is open when the workbook is.
    """

    def __init__(self, book: xlrd.Book, size: int) -> None:
        """Parse all sheets.

        Args:
            book: the workbook of xlrd.
            size: the size of the file in bytes.
        """
        self._sheets: dict[str, RawSheet] = {}
        visible, active = [], []
        budget, letters = Budget.of_cells(size), Budget.of_letters(size)
        for index, name in enumerate(book.sheet_names()):
            sheet: Any = book.sheet_by_index(index)  # the classes of xlrd lack types
            self._sheets[name] = _read(book, sheet, budget, letters)
            if sheet.visibility == 0:
                visible.append(name)
                active += [name] if sheet.sheet_selected else []
            book.unload_sheet(index)
        if not self._sheets:
            raise no_sheet()
        self.names = tuple(name for name, sheet in self._sheets.items() if sheet.rows)
        self.opened = next(iter([*active, *visible, *self._sheets]))
        self.hidden = frozenset(self._sheets) - frozenset(visible)

    def read(self, name: str) -> RawSheet:
        """Return a sheet.

        Raises:
            UnknownId: if no sheet has this name.
            InvalidValue: if the sheet has too many cells.
        """
        return rectangular(
            name,
            self._sheets[existing(name, self._sheets)],
            lambda column: xlrd.colname(column - 1),
        )


def open_book(path: Path, watch: Watch) -> Workbook:
    """Open an .xls workbook.

    Args:
        path: the path of the file.
        watch: wraps the open file, to show how much of it is read.

    Raises:
        InvalidValue: if the file cannot be read, or has far more cells than its size can fill.
    """
    with refusing(".xls"), path.open("rb") as file, watch(file) as watched:
        content = watched.read()
        log = StringIO()
        with xlrd.open_workbook(
            file_contents=content,
            formatting_info=True,
            on_demand=True,
            ragged_rows=True,
            logfile=log,
        ) as book:
            return Workbook(book, len(content))


def _read(book: xlrd.Book, sheet: Any, budget: Budget, letters: Budget) -> RawSheet:  # noqa: ANN401
    """Read the cells, the notes and the hidden parts of a sheet."""
    budget.pay(sheet.nrows + sum(map(sheet.row_len, range(sheet.nrows))))
    for row in range(sheet.nrows):
        for cell in sheet.row(row):
            letters.pay(letters_of(cell.value))
    grid = [[_value(book, cell) for cell in sheet.row(row)] for row in range(sheet.nrows)]
    for (row, column), runs in sheet.rich_text_runlist_map.items():
        cell = sheet.cell(row, column)
        grid[row][column] = as_seen(
            joined(_runs(book, str(cell.value), runs)), _format_of(book, cell)
        )
    areas = list(_areas(sheet, grid))
    budget.pay(sum((1 + bottom - top) * (1 + right - left) for top, left, bottom, right in areas))
    fill_merged(grid, areas)
    notes = by_row(
        (row + 1, note.author, note.text) for (row, _), note in sheet.cell_note_map.items()
    )
    widths = {
        column: 0 if info.hidden else info.width for column, info in sheet.colinfo_map.items()
    }
    hidden = [
        (column, column) for column, width in widths.items() if width <= NARROWEST * _CHARACTER
    ]
    return RawSheet(grid, dict(_doubted(book, sheet)), notes, columns_in(hidden))


def _runs(book: xlrd.Book, text: str, runs: Sequence[tuple[int, int]]) -> list[Run]:
    """Return the parts of a text; the first part has the font of its cell."""
    starts = [(0, None), *runs, (len(text), None)]
    parts = []
    for (start, number), (end, _) in pairwise(starts):
        font = None if number is None else book.font_list[number]
        is_raised = font is not None and bool(font.escapement)
        is_struck = font is not None and bool(font.struck_out)
        parts.append(Run(text[start:end], is_raised, is_struck))
    return parts


def _areas(sheet: Any, grid: list[list[object]]) -> Iterator[Area]:  # noqa: ANN401
    """Yield the merged ranges, as far as the sheet has cells."""
    for top, bottom, left, right in sheet.merged_cells:
        if top < len(grid) and left < len(grid[top]):
            yield top, left, min(bottom, len(grid)) - 1, right - 1


def _value(book: xlrd.Book, cell: Any) -> object:  # noqa: ANN401
    """Return a cell as it is seen."""
    kind, value = cell.ctype, cell.value
    if kind in _NO_VALUE:
        return None
    if kind == xlrd.XL_CELL_ERROR:
        return xlrd.error_text_from_code.get(value, "#N/A")
    if kind == xlrd.XL_CELL_BOOLEAN:
        return bool(value)
    if kind == xlrd.XL_CELL_DATE:
        value = _moment(book, value)
    elif kind == xlrd.XL_CELL_NUMBER and value.is_integer():
        value = int(value)
    return as_seen(value, _format_of(book, cell))


def _format_of(book: xlrd.Book, cell: Any) -> str:  # noqa: ANN401
    """Return the code of a cell's number format."""
    return str(book.format_map[book.xf_list[cell.xf_index].format_key].format_str)


def _moment(book: xlrd.Book, number: float) -> object:
    """Return the moment that a number shows under a format of days, or that none is shown."""
    if number < 0:
        return NotShown()
    moment = xlrd.xldate_as_datetime(number, book.datemode)
    return moment if number >= 1 else time(moment.hour, moment.minute, moment.second)


def _doubted(book: xlrd.Book, sheet: Any) -> Iterator[tuple[int, Fault]]:  # noqa: ANN401
    """Yield the rows that are hidden, by hand or by a filter, and those with a struck cell."""
    struck = {
        place for place, xf in enumerate(book.xf_list) if book.font_list[xf.font_index].struck_out
    }
    in_part = {
        row
        for (row, _), runs in sheet.rich_text_runlist_map.items()
        if any(book.font_list[font].struck_out for _, font in runs)
    }
    for row in range(sheet.nrows):
        own = sheet.rowinfo_map.get(row)
        if sheet.default_row_hidden if own is None else own.hidden or own.height <= LOWEST * _POINT:
            yield row + 1, Fault.HIDDEN_ROW
        elif row in in_part:
            yield row + 1, Fault.STRUCK_ROW
        elif struck:
            filled = (cell for cell in sheet.row(row) if cell.ctype not in _NO_VALUE)
            if any(cell.xf_index in struck for cell in filled):
                yield row + 1, Fault.STRUCK_ROW
