"""The workbook to mend rejected rows in: its cells are inert, and what is wrong is marked."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from fractions import Fraction
from pathlib import Path
from typing import TypeGuard, final

from attrs import frozen

from nsc_program._validators import printable
from nsc_program.intake import Intake, RowSetAside
from nsc_program.intake._blocks import PROBLEM_HEADINGS, ROW, problem_cells, problem_lines
from nsc_program.intake._books import missing
from nsc_program.intake._cells import DAMAGED, Cut, Padded, is_blank
from nsc_program.intake._headings import SUGGESTED
from nsc_program.sources import Lang, Text

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


# --- the rows to mend ---

_TITLES = (Text(vi="Dòng cần sửa", en="Rows to mend"), Text(vi="Vấn đề", en="Problems"))


def sheets_to_mend(intake: Intake, headings: tuple[str, ...], lang: Lang, number: str) -> Iterator[SheetToWrite]:
    """Give the sheet to mend, and the list of its problems."""
    suggested = _suggestions(intake, headings)
    to_mend, problems = (f"{title.in_(lang)}{number}" for title in _TITLES)
    first: list[object] = [ROW.in_(lang), *headings, *(SUGGESTED[lang].format(heading) for heading in suggested)]
    rows: list[list[object]] = [first, *(_cells_to_mend(row, headings, suggested) for row in intake.set_aside)]
    yield SheetToWrite(to_mend, rows, _remarks(intake, headings, lang))
    names = [heading.in_(lang) for heading in PROBLEM_HEADINGS]
    yield SheetToWrite(problems, [names, *(problem_cells(line, lang) for line in problem_lines(intake.problems))])


def _suggestions(intake: Intake, headings: Iterable[str]) -> Mapping[str, Mapping[int, str]]:
    """What may be meant, by heading and number of the row."""
    rejected = {row.number for row in intake.set_aside}
    found: dict[str, dict[int, str]] = {heading: {} for heading in headings}
    for problem in intake.problems:
        if problem.suggestion and problem.row in rejected and problem.column in found:
            found[problem.column][problem.row] = problem.suggestion
    return {heading: suggested for heading, suggested in found.items() if suggested}


def _cells_to_mend(
    row: RowSetAside, headings: Iterable[str], suggested: Mapping[str, Mapping[int, str]]
) -> list[object]:
    if not isinstance(row.cells, Mapping):
        return [row.number, row.cells]
    cells = [row.cells.get(heading) for heading in headings]
    extra = row.cells.get(None)
    more = extra if isinstance(extra, (list, tuple)) else ()
    beside = [of_rows.get(row.number) for of_rows in suggested.values()]
    return [row.number, *("?" if isinstance(cell, Cut) else cell for cell in cells), *beside, *more]


def _remarks(intake: Intake, headings: Sequence[str], lang: Lang) -> Mapping[tuple[int, int], str]:
    """What is said of which cell; of a row as a whole at its number."""
    rows = {row.number: place for place, row in enumerate(intake.set_aside, 2)}
    columns = {heading: place for place, heading in enumerate(headings, 2)}
    remarks: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    for problem in (each for each in intake.problems if each.row in rows):
        said = (problem.message.in_(lang), problem.suggestion)
        remarks[rows[problem.row], columns.get(problem.column or "", 1)].append(" → ".join(filter(None, said)))
    return {place: "; ".join(said) for place, said in remarks.items()}
