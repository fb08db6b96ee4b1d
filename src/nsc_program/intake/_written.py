"""The workbook to mend rejected rows in: its cells are inert, and what is wrong is marked."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from fractions import Fraction
from pathlib import Path
from typing import TypeGuard, final

from attrs import frozen

from nsc_program._validators import printable
from nsc_program.intake._books import missing
from nsc_program.intake._cells import DAMAGED, Padded, is_blank

try:
    import openpyxl
    from openpyxl.cell import Cell
    from openpyxl.comments import Comment
    from openpyxl.styles import Font, PatternFill
except ImportError:  # pragma: no cover
    raise missing("openpyxl", ".xlsx") from None

_WRONG = PatternFill("solid", fgColor="FFF4B6B6")
_BOLD = Font(bold=True)
_WIDTH = 24
_AS_TEXT = "@"
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
    """Write sheets, the cells that something is said of marked, with a comment.

    Every cell but that of a day is formatted as text: a program changes nothing of what is typed there.
    """
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
            column_ = sheet.column_dimensions[cell.column_letter]
            column_.width, column_.number_format = _WIDTH, _AS_TEXT
        for (row, column), remark in each.remarks.items():
            marked = sheet.cell(row, column)
            marked.fill, marked.comment = _WRONG, Comment(printable(remark), "nsc-program")
    book.save(path)


def _write(cell: Cell, value: object) -> None:
    """Write a value so that it does nothing: a text that looks like a formula stays a text."""
    if isinstance(value, Padded):
        value = value.shown
    if not isinstance(value, date):
        cell.number_format = _AS_TEXT
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
