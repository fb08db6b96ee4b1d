"""Read workbooks of Excel 97 to 2003, .xls, with xlrd: their cells as they are seen."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import time
from io import StringIO
from itertools import chain, pairwise
from typing import Any, final

from attrs import evolve

from nsc_program.intake._cells.cells import NotShown
from nsc_program.intake._messages.problems import Fault
from nsc_program.intake.files._books import (
    LOWEST,
    NARROWEST,
    Area,
    Budget,
    RawSheet,
    Watch,
    cells_in,
    columns_in,
    existing,
    fill_merged,
    letters_of,
    missing,
    no_sheet,
    rectangular,
    refusing,
    with_rows,
)
from nsc_program.intake.files._comments import by_row
from nsc_program.intake.files._content import Content
from nsc_program.intake.files._runs import Run, joined
from nsc_program.intake.files._seen import as_seen
from nsc_program.intake.files._seen_digits import as_held
from nsc_program.intake.files._tips import tip

try:
    import xlrd

    from nsc_program.intake.files._xls_pages import lines_outside
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
        self._visible: list[str] = []
        self._active: list[str] = []
        self._parse(book, Budget.of_cells(size), Budget.of_letters(size))
        if not self._sheets:
            raise no_sheet()
        self.names = with_rows(self._sheets)
        self.opened = next(iter([*self._active, *self._visible, *self._sheets]))
        self.hidden = frozenset(self._sheets) - frozenset(self._visible)

    def _parse(self, book: xlrd.Book, budget: Budget, letters: Budget) -> None:
        """Read every sheet, and note whether it is visible and open."""
        for index, name in enumerate(book.sheet_names()):
            sheet: Any = book.sheet_by_index(index)  # the classes of xlrd lack types
            outside = lines_outside(book, index)
            tips = dict.fromkeys([*outside.tips, *tips_of_links(sheet)])
            letters.pay(sum(map(len, [*outside.shapes, *tips])))
            self._sheets[name] = evolve(
                _read(book, sheet, budget, letters),
                page=tuple(outside.page),
                shapes=tuple(outside.shapes),
                tips=tuple(tips),
            )
            if sheet.visibility == 0:
                self._visible.append(name)
                self._active += [name] if sheet.sheet_selected else []
            book.unload_sheet(index)

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


def open_book(content: Content, watch: Watch) -> Workbook:
    """Open an .xls workbook.

    Args:
        content: the content of the file.
        watch: wraps the open file, to show how much of it is read.

    Raises:
        InvalidValue: if the file cannot be read, or has far more cells than its size can fill.
    """
    with refusing(".xls"), content.opened() as file, watch(file) as watched:
        read = watched.read()
        with xlrd.open_workbook(
            file_contents=read,
            formatting_info=True,
            on_demand=True,
            ragged_rows=True,
            logfile=StringIO(),
        ) as book:
            return Workbook(book, len(read))


def _read(book: xlrd.Book, sheet: Any, budget: Budget, letters: Budget) -> RawSheet:  # noqa: ANN401
    """Read the cells, the notes and the hidden parts of a sheet."""
    _pay(sheet, budget, letters)
    grid = _grid(book, sheet)
    areas = list(_areas(sheet, grid))
    budget.pay(cells_in(areas))
    fill_merged(grid, areas)
    hidden = columns_in(_hidden_columns(sheet))
    return RawSheet(grid, dict(_doubted(book, sheet)), _notes(sheet), hidden)


def _grid(book: xlrd.Book, sheet: Any) -> list[list[object]]:  # noqa: ANN401
    """Return the cells of a sheet as they are seen, with the parts of texts that look different."""
    grid = [_seen(book, sheet, row) for row in range(sheet.nrows)]
    for (row, column), runs in sheet.rich_text_runlist_map.items():
        grid[row][column] = _seen_in_parts(book, sheet.cell(row, column), runs)
    return grid


def _pay(sheet: Any, budget: Budget, letters: Budget) -> None:  # noqa: ANN401
    """Take the cells of a sheet, and the characters in them, off the budgets."""
    rows = range(sheet.nrows)
    budget.pay(len(rows) + sum(map(sheet.row_len, rows)))
    for cell in chain.from_iterable(map(sheet.row, rows)):
        letters.pay(letters_of(cell.value))


def _seen(book: xlrd.Book, sheet: Any, row: int) -> list[object]:  # noqa: ANN401
    """Return the cells of a row as they are seen, which a sheet may hide if they are zero."""
    return [
        NotShown() if _is_zero(cell) and not sheet.show_zero_values else _value(book, cell)
        for cell in sheet.row(row)
    ]


def _is_zero(cell: Any) -> bool:  # noqa: ANN401
    """Tell whether a cell holds the number 0."""
    return cell.ctype in (xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE) and cell.value == 0


def _notes(sheet: Any) -> Mapping[int, tuple[str, ...]]:  # noqa: ANN401
    """Return the notes on the cells of each row."""
    notes = sheet.cell_note_map.items()
    return by_row((row + 1, note.author, note.text) for (row, _), note in notes)


def tips_of_links(sheet: Any) -> Iterator[str]:  # noqa: ANN401
    """Yield the tips that appear at links.

    Args:
        sheet: the sheet of xlrd.
    """
    for link in sheet.hyperlink_list:
        text = tip(link.quicktip or "")
        if text:
            yield text


def _hidden_columns(sheet: Any) -> Iterator[tuple[int, int]]:  # noqa: ANN401
    """Return the columns that are hidden or too narrow to see, each as a range."""
    columns = sheet.colinfo_map.items()
    least = NARROWEST * _CHARACTER
    return ((column, column) for column, info in columns if info.hidden or info.width <= least)


def _seen_in_parts(book: xlrd.Book, cell: Any, runs: Sequence[tuple[int, int]]) -> object:  # noqa: ANN401
    """Return a text whose parts look different, as it is seen."""
    text = joined(_runs(book, str(cell.value), runs))
    return as_seen(text, _format_of(book, cell))


def _runs(book: xlrd.Book, text: str, runs: Sequence[tuple[int, int]]) -> list[Run]:
    """Return the parts of a text; the first part has the font of its cell."""
    starts = [(0, None), *runs, (len(text), None)]
    return [_run(book, text[start:end], font) for (start, font), (end, _) in pairwise(starts)]


def _run(book: xlrd.Book, text: str, number: int | None) -> Run:
    """Return a part of a text, with the look of its font; `None` is the font of the cell."""
    if number is None:
        return Run(text)
    font = book.font_list[number]
    return Run(text, bool(font.escapement), bool(font.struck_out))


def _areas(sheet: Any, grid: list[list[object]]) -> Iterator[Area]:  # noqa: ANN401
    """Yield the merged ranges, as far as the sheet has cells."""
    for top, bottom, left, right in sheet.merged_cells:
        if top < len(grid) and left < len(grid[top]):
            yield top, left, min(bottom, len(grid)) - 1, right - 1


def _value(book: xlrd.Book, cell: Any) -> object:  # noqa: ANN401
    """Return a cell as it is seen."""
    match cell.ctype:
        case xlrd.XL_CELL_EMPTY | xlrd.XL_CELL_BLANK:
            return None
        case xlrd.XL_CELL_ERROR:
            return xlrd.error_text_from_code.get(cell.value, "#N/A")
        case xlrd.XL_CELL_BOOLEAN:
            return bool(cell.value)
    return as_seen(_stored(book, cell), _format_of(book, cell))


def _stored(book: xlrd.Book, cell: Any) -> Any:  # noqa: ANN401
    """Return the text, the number or the moment that a cell holds."""
    if cell.ctype == xlrd.XL_CELL_DATE:
        return _moment(book, cell.value)
    if cell.ctype != xlrd.XL_CELL_NUMBER:
        return cell.value
    number = as_held(cell.value)
    return int(number) if number.is_integer() else number


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
    struck = {*_struck_in_part(book, sheet), *_struck_rows(book, sheet)}
    for row in range(sheet.nrows):
        if _is_hidden(sheet, row):
            yield row + 1, Fault.HIDDEN_ROW
        elif row in struck:
            yield row + 1, Fault.STRUCK_ROW


def _is_hidden(sheet: Any, row: int) -> bool:  # noqa: ANN401
    """Tell whether a row is hidden, or too low to see."""
    own = sheet.rowinfo_map.get(row)
    is_hidden = sheet.default_row_hidden if own is None else own.hidden
    return bool(is_hidden) or (own is not None and own.height <= LOWEST * _POINT)


def _struck_in_part(book: xlrd.Book, sheet: Any) -> Iterator[int]:  # noqa: ANN401
    """Yield the rows with a text of which a part is struck through."""
    for (row, _), runs in sheet.rich_text_runlist_map.items():
        if any(book.font_list[font].struck_out for _, font in runs):
            yield row


def _struck_rows(book: xlrd.Book, sheet: Any) -> Iterator[int]:  # noqa: ANN401
    """Yield the rows with a cell whose style strikes through."""
    lines = _lines_of_styles(book)
    for row in range(sheet.nrows) if lines else ():
        filled = (cell for cell in sheet.row(row) if cell.ctype not in _NO_VALUE)
        if any(_is_struck(cell, lines) for cell in filled):
            yield row


def _is_struck(cell: Any, lines: Mapping[int, int]) -> bool:  # noqa: ANN401
    """Tell whether the style of a cell strikes it through.

    One line across a text does not: it may divide the heading in the corner of a table.
    """
    return lines.get(cell.xf_index, 0) > int(cell.ctype == xlrd.XL_CELL_TEXT)


def _lines_of_styles(book: xlrd.Book) -> Mapping[int, int]:
    """Return the number of the lines across a cell that each style draws, if it draws any."""
    drawn = ((style, _lines_of(book, of_cell)) for style, of_cell in enumerate(book.xf_list))
    return {style: lines for style, lines in drawn if lines}


def _lines_of(book: xlrd.Book, style: Any) -> int:  # noqa: ANN401
    """Return the number of the lines across a cell; a font that strikes counts as two."""
    if book.font_list[style.font_index].struck_out:
        return 2
    border = style.border
    return int(border.diag_up) + int(border.diag_down) if border.diag_line_style else 0
