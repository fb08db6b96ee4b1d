"""The workbook to mend rejected rows in: its cells are inert, and what is wrong is marked."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from fractions import Fraction
from pathlib import Path
from typing import Any, TypeAlias, TypeGuard, final

from attrs import frozen

from nsc_program._validators import printable
from nsc_program.errors import InvalidValue
from nsc_program.intake import Fault, Intake, RowSetAside
from nsc_program.intake._blocks import PROBLEM_HEADINGS, ROW, problem_cells, problem_lines
from nsc_program.intake._books import missing
from nsc_program.intake._cells import DAMAGED, Padded, is_blank
from nsc_program.intake._headings import SUGGESTED
from nsc_program.intake._labels import number_in
from nsc_program.intake._layout import Row
from nsc_program.sources import Lang, Text

try:
    import openpyxl
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.comments import Comment
    from openpyxl.styles import Font, PatternFill
    from openpyxl.utils import get_column_letter
except ImportError:  # pragma: no cover
    raise missing("openpyxl", ".xlsx") from None

Cells: TypeAlias = Mapping[int, object]
"""The cells of a row that holds few, by their columns from 1."""

_WRONG = PatternFill("solid", fgColor="FFF4B6B6")
_BOLD = Font(bold=True)
_WIDTH = 24
_AS_TEXT = "@"
_EXACT = 10**15  # whole numbers up to here survive a spreadsheet
_LONGEST = 32_000  # characters of a cell
_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_FIRST_YEAR = 1901  # of a spreadsheet's calendar, but for a day that never was
_MOST_ROWS, _MOST_COLUMNS = 2**20, 2**14  # of a spreadsheet
_MOST_COMMENTS = 1_000
"""Of more cells it is not said what is wrong: they are marked, and all is said in the list of problems."""
_MOST_LISTED = 20_000
"""As many lines of problems are listed; all rejected rows are written, and marked."""


@final
@frozen
class SheetToWrite:
    """A sheet: its title, its headings, its rows, and what is said of some of its cells, by row and column from 1."""

    title: str
    headings: Sequence[str]
    rows: Sequence[Cells]
    remarks: Mapping[tuple[int, int], str] = {}


def write_workbook(path: Path, sheets: Iterable[SheetToWrite]) -> None:
    """Write sheets, the cells that something is said of marked, with a comment.

    Every cell but that of a day is formatted as text: a program changes nothing of what is typed there.

    Raises:
        InvalidValue: for more rows or columns than a spreadsheet has.
    """
    book = openpyxl.Workbook(write_only=True)
    for each in sheets:
        _refuse_vast(each)
        sheet = book.create_sheet(each.title)
        sheet.freeze_panes = "A2"
        for number in range(1, len(each.headings) + 1):
            column = sheet.column_dimensions[get_column_letter(number)]
            column.width, column.number_format = _WIDTH, _AS_TEXT
        pen = _Pen(sheet)
        sheet.append([pen.heading(heading) for heading in each.headings])
        marked = _by_row(each.remarks)
        for row, cells in enumerate(each.rows, 2):
            sheet.append(pen.row(cells, marked.get(row, {})))
    book.save(path)


def _refuse_vast(sheet: SheetToWrite) -> None:
    rows = len(sheet.rows) + 1
    columns = max(len(sheet.headings), *(max(cells, default=0) for cells in sheet.rows), 0)
    if rows > _MOST_ROWS or columns > _MOST_COLUMNS:
        raise InvalidValue.at(
            code="too-much-to-write",
            vi=f"có {number_in('vi', rows)} dòng và {number_in('vi', columns)} cột cần ghi, hơn mức một trang tính "
            "chứa được; hãy chia nhỏ tệp nguồn",
            en=f"there are {rows:,} rows and {columns:,} columns to write, more than a sheet has; split the source",
        )


def _by_row(remarks: Mapping[tuple[int, int], str]) -> Mapping[int, Mapping[int, str | None]]:
    """Return what is said of the cells of each row: of the first ones; the others are marked."""
    found: defaultdict[int, dict[int, str | None]] = defaultdict(dict)
    for place, (row, column) in enumerate(sorted(remarks)):
        found[row][column] = remarks[row, column] if place < _MOST_COMMENTS else None
    return found


@final
class _Pen:
    """Writes cells that do nothing: a text that looks like a formula stays a text."""

    def __init__(self, sheet: Any) -> None:  # noqa: ANN401  # a sheet of openpyxl
        self._sheet = sheet
        text, number = (self._blank() for _ in range(2))
        text.number_format = number.number_format = _AS_TEXT
        text.quotePrefix = True
        self._text, self._number = text._style, number._style  # to set each anew costs ten times as much

    def _blank(self, value: object = None) -> Any:  # noqa: ANN401
        return WriteOnlyCell(self._sheet, value)  # type: ignore[arg-type]

    def heading(self, heading: str) -> Any:  # noqa: ANN401
        """Write a heading."""
        cell = self._cell(heading)
        cell.font = _BOLD
        return cell

    def row(self, cells: Cells, remarks: Mapping[int, str | None]) -> list[Any]:
        """Write the cells of a row up to the last that holds anything, those marked that something is said of."""
        last = max((*cells, *remarks), default=0)
        written: list[Any] = [None] * last
        for column, value in cells.items():
            written[column - 1] = self._cell(value)
        for column, remark in remarks.items():
            cell = written[column - 1] = written[column - 1] or self._blank()
            cell.fill = _WRONG
            cell.comment = None if remark is None else Comment(printable(remark), "nsc-program")
        return written

    def _cell(self, value: object) -> Any:  # noqa: ANN401
        if isinstance(value, Padded):
            value = value.shown
        if isinstance(value, Fraction) and max(abs(value.numerator), value.denominator) < _EXACT:  # of a percentage
            value = float(value)
        if type(value) is not str and _is_plain(value):
            cell = self._blank(value)
            if not isinstance(value, date):
                cell._style = self._number
            return cell
        if is_blank(value):
            return None
        cell = self._blank()
        cell._value, cell.data_type, cell._style = _ESCAPED.sub("_x005F_", _written(value)), "s", self._text
        return cell


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
    first = [ROW.in_(lang), *headings, *(SUGGESTED[lang].format(heading) for heading in suggested)]
    cut = _cut_off(intake)
    places: Mapping[object, int] = {heading: place for place, heading in enumerate(headings, 2)}
    rows = [
        _cells_to_mend(row, places, cut.get(row.number, ())) | _beside(row, len(headings) + 2, list(suggested.values()))
        for row in intake.set_aside
    ]
    yield SheetToWrite(to_mend, first, rows, _remarks(intake, headings, lang))
    listed = [dict(enumerate(problem_cells(line, lang), 1)) for line in problem_lines(intake.problems)]
    left = len(listed) - _MOST_LISTED
    if left > 0:
        more = Text(vi=f"… và {number_in('vi', left)} vấn đề nữa", en=f"… and {left:,} more problems")
        listed = [*listed[:_MOST_LISTED], {1: more.in_(lang)}]
    yield SheetToWrite(problems, [heading.in_(lang) for heading in PROBLEM_HEADINGS], listed)


def _cut_off(intake: Intake) -> Mapping[int, list[str | None]]:
    """Return the headings of cells that rows are too short for, by the number of the row."""
    found: defaultdict[int, list[str | None]] = defaultdict(list)
    for problem in intake.problems:
        if problem.code is Fault.CUT_SHORT:
            found[problem.row].append(problem.column)
    return found


def _suggestions(intake: Intake, headings: Iterable[str]) -> Mapping[str, Mapping[int, str]]:
    """What may be meant, by heading and number of the row."""
    rejected = {row.number for row in intake.set_aside}
    found: dict[str, dict[int, str]] = {heading: {} for heading in headings}
    for problem in intake.problems:
        if problem.suggestion and problem.row in rejected and problem.column in found:
            found[problem.column][problem.row] = problem.suggestion
    return {heading: suggested for heading, suggested in found.items() if suggested}


def _cells_to_mend(row: RowSetAside, places: Mapping[object, int], cut: Iterable[str | None]) -> dict[int, object]:
    """The cells that a row has, by their columns; where it was cut off before one that is read, a question mark."""
    if not isinstance(row.cells, Mapping):
        return {1: row.number, 2: row.cells}
    there = row.cells.filled() if isinstance(row.cells, Row) else row.cells.items()
    found = {places[heading]: cell for heading, cell in there if heading in places}
    return {1: row.number, **found, **{places[heading]: "?" for heading in cut if heading in places}}


def _beside(row: RowSetAside, first: int, suggested: Sequence[Mapping[int, str]]) -> dict[int, object]:
    """What stands to the right of the headings: suggestions, then the cells that no heading is above."""
    found: dict[int, object] = {
        place: of_rows[row.number] for place, of_rows in enumerate(suggested, first) if row.number in of_rows
    }
    extra = row.cells.get(None) if isinstance(row.cells, Mapping) else None
    more = extra if isinstance(extra, (list, tuple)) else ()
    return found | dict(enumerate(more, first + len(suggested)))


def _remarks(intake: Intake, headings: Sequence[str], lang: Lang) -> Mapping[tuple[int, int], str]:
    """What is said of which cell; of a row as a whole at its number. More is not worked out than is written."""
    rows = {row.number: place for place, row in enumerate(intake.set_aside, 2)}
    columns = {heading: place for place, heading in enumerate(headings, 2)}
    remarks: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    for problem in (each for each in intake.problems if each.row in rows):
        remark = remarks[rows[problem.row], columns.get(problem.column or "", 1)]
        if len(remarks) <= 2 * _MOST_COMMENTS:
            remark.append(" → ".join(filter(None, (problem.message.in_(lang), problem.suggestion))))
    return {place: "; ".join(said) for place, said in remarks.items()}
