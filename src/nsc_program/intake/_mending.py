"""The workbook in which rejected rows are mended.

Its cells are inert, and the cells with faults are marked.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from fractions import Fraction
from pathlib import Path
from typing import Any, TypeAlias, TypeGuard, final

from attrs import frozen

from nsc_program.errors import InvalidValue
from nsc_program.intake import Fault, Intake, RowToMend
from nsc_program.intake._blocks import PROBLEM_HEADINGS, ROW, problem_cells, problem_lines
from nsc_program.intake._books import MOST_COLUMNS, missing
from nsc_program.intake._cells import (
    DAMAGED,
    Covered,
    CoveredText,
    Formatted,
    Padded,
    Scaled,
    is_blank,
)
from nsc_program.intake._grid import filled
from nsc_program.intake._headings import SUGGESTED
from nsc_program.intake._labels import number_in
from nsc_program.intake._notes import OWN_AUTHOR
from nsc_program.values._text import Lang, Text
from nsc_program.values._validators import printable

try:
    from xlsxwriter import Workbook
except ImportError:  # pragma: no cover
    raise missing("xlsxwriter", ".xlsx") from None

Cells: TypeAlias = Mapping[int, object]
"""The filled cells of a row, by their columns counted from 1."""

_WRONG = "#F4B6B6"
_WIDTH = 24
_AS_TEXT = "@"
_EXACT = 10**15  # a spreadsheet keeps whole numbers below this exactly
_LONGEST = 32_000  # characters in a cell
_FIRST_YEAR = 1901  # 1900 has a 29 February in a spreadsheet's calendar
_FORMATS = {
    "heading": _AS_TEXT,
    "text": _AS_TEXT,
    "number": _AS_TEXT,
    "day": "yyyy-mm-dd",
    "moment": "yyyy-mm-dd h:mm:ss",
}
_Styles: TypeAlias = Mapping[tuple[str, bool], Any]
"""The style of each kind of value, without a fault and with one."""
_MOST_ROWS = 2**20  # in a sheet
_MOST_COMMENTS = 1_000
"""The most cells with a comment.

Further cells are only marked; the list of problems names all faults.
"""
_MOST_LISTED = 10_000
"""The most rows to mend, and the most lines of problems: more cannot be mended by hand."""
_MOST_ROOM = 1_000_000
"""The most rows times columns: the writer passes over every cell of a row, even a blank one."""


@final
@frozen
class SheetToWrite:
    """A sheet to write.

    Attributes:
        title: the title of the sheet.
        headings: the headings of its columns.
        rows: the cells of its rows.
        remarks: the remarks on cells, by their rows and columns counted from 1.
    """

    title: str
    headings: Sequence[str]
    rows: Sequence[Cells]
    remarks: Mapping[tuple[int, int], str] = {}


def write_workbook(path: Path, sheets: Iterable[SheetToWrite]) -> None:
    """Write sheets to a workbook; the cells with a remark are marked and have a comment.

    Every cell except that of a day is formatted as text, so that a spreadsheet program does not
    change what people type there.

    Args:
        path: the path of the workbook.
        sheets: the sheets.

    Raises:
        InvalidValue: if a sheet has more rows or columns than a spreadsheet can hold.
    """
    checked = list(sheets)
    for sheet in checked:
        _refuse_vast(sheet)
    # In memory, so that the system's folder for temporary files never holds a name.
    with Workbook(str(path), {"in_memory": True}) as book:
        styles = {
            (kind, wrong): _style(book, kind, wrong=wrong)
            for kind in _FORMATS
            for wrong in (False, True)
        }
        for sheet in checked:
            _write_sheet(book.add_worksheet(sheet.title), sheet, styles)


def _style(book: Any, kind: str, *, wrong: bool) -> Any:  # noqa: ANN401  # xlsxwriter has no types
    is_text = kind in ("heading", "text")
    style = {"num_format": _FORMATS[kind], "quote_prefix": is_text, "bold": kind == "heading"}
    if wrong:
        style["bg_color"] = _WRONG
    return book.add_format(style)


def _write_sheet(pen: Any, sheet: SheetToWrite, styles: _Styles) -> None:  # noqa: ANN401
    pen.freeze_panes(1, 0)
    pen.set_column(0, len(sheet.headings) - 1, _WIDTH, styles["number", False])
    for column, heading in enumerate(sheet.headings):
        pen.write_string(0, column, _written(heading), styles["heading", False])
    remarks = _by_row(sheet.remarks)
    for row, cells in enumerate(sheet.rows, 2):
        of_row = remarks.get(row, {})
        for column in {*cells, *of_row}:
            _write(pen, row - 1, column - 1, cells.get(column), styles, wrong=column in of_row)
        for column, remark in of_row.items():
            if remark is not None:
                pen.write_comment(row - 1, column - 1, printable(remark), {"author": OWN_AUTHOR})


def _by_row(remarks: Mapping[tuple[int, int], str]) -> Mapping[int, Mapping[int, str | None]]:
    """Return the remarks of each row; only the first remarks are kept, for the rest `None`."""
    by_row: defaultdict[int, dict[int, str | None]] = defaultdict(dict)
    for place, (row, column) in enumerate(sorted(remarks)):
        by_row[row][column] = remarks[row, column] if place < _MOST_COMMENTS else None
    return by_row


def _write(pen: Any, row: int, column: int, value: object, styles: _Styles, *, wrong: bool) -> None:  # noqa: ANN401
    """Write a value so that it is inert: a text that looks like a formula stays a text."""
    value = _again(value)
    # A percentage is read as a fraction.
    if isinstance(value, Fraction) and max(abs(value.numerator), value.denominator) < _EXACT:
        value = float(value)
    if type(value) is str or not _is_plain(value):
        if not is_blank(value):
            pen.write_string(row, column, _written(value), styles["text", wrong])
        elif wrong:
            pen.write_blank(row, column, None, styles["number", wrong])
    elif isinstance(value, date):
        kind = "moment" if isinstance(value, datetime) else "day"
        pen.write_datetime(row, column, value, styles[kind, wrong])
    elif isinstance(value, bool):
        pen.write_boolean(row, column, value, styles["number", wrong])
    else:
        pen.write_number(row, column, value, styles["number", wrong])


def _again(value: object) -> object:
    """Return the value to write for a cell: as it was shown, or `None` if it stands to the left."""
    if isinstance(value, (Padded, Formatted)):
        return value.shown
    if isinstance(value, (Covered, CoveredText)):
        return None
    return str(value) if isinstance(value, Scaled) else value


def _refuse_vast(sheet: SheetToWrite) -> None:
    rows = len(sheet.rows) + 1
    columns = max(len(sheet.headings), *(max(cells, default=0) for cells in sheet.rows), 0)
    if rows > _MOST_ROWS or columns > MOST_COLUMNS:
        raise InvalidValue.at(
            code="too-much-to-write",
            vi=f"có {number_in('vi', rows)} dòng và {number_in('vi', columns)} cột cần ghi, "
            "hơn mức một trang tính chứa được; hãy chia nhỏ tệp nguồn",
            en=f"there are {rows:,} rows and {columns:,} columns to write, "
            "more than a sheet can hold; split the source",
        )


def _written(value: object) -> str:
    try:
        text = str(value)[:_LONGEST]
    except Exception:  # noqa: BLE001  # an object may raise any exception, as may a very long number
        text = DAMAGED
    return "".join(map(_inert, text))


def _inert(sign: str) -> str:
    if sign.isspace():
        return sign if sign == "\n" else " "
    return sign if sign.isprintable() else DAMAGED


def _is_plain(value: object) -> TypeGuard[date | float]:
    """Tell whether a spreadsheet keeps a value unchanged."""
    if isinstance(value, date):
        return value.year >= _FIRST_YEAR and not (isinstance(value, datetime) and value.tzinfo)
    return isinstance(value, (int, float)) and abs(value) < _EXACT


# --- the rows to mend ---

_TITLES = (Text(vi="Dòng cần sửa", en="Rows to mend"), Text(vi="Vấn đề", en="Problems"))


def sheets_to_mend(
    intake: Intake, headings: tuple[str, ...], lang: Lang, number: str
) -> Iterator[SheetToWrite]:
    """Give the sheet of rows to mend, and the sheet that lists their problems.

    Args:
        intake: the outcome of reading the rows.
        headings: the headings of the source.
        lang: the language of titles and messages.
        number: a text that is added to the titles of the sheets.
    """
    suggested = _suggestions(intake, headings)
    to_mend, problems = (f"{title.in_(lang)}{number}" for title in _TITLES)
    of_suggestions = [SUGGESTED[lang].format(heading) for heading in suggested]
    first_row = [ROW.in_(lang), *headings, *of_suggestions]
    written = intake.rejected[: min(_MOST_LISTED, _MOST_ROOM // len(first_row))]
    cut = _cut_off(intake)
    places: Mapping[object, int] = {heading: place for place, heading in enumerate(headings, 2)}
    rows = [
        _cells_to_mend(row, places, cut.get(row.number, ()))
        | _beside(row, len(headings) + 2, list(suggested.values()))
        for row in written
    ]
    yield SheetToWrite(to_mend, first_row, rows, _remarks(intake, written, headings, lang))
    lines = [problem_cells(line, lang) for line in problem_lines(intake.problems)]
    listed: list[Cells] = [dict(enumerate(cells, 1)) for cells in lines[:_MOST_LISTED]]
    rows_left_out = len(intake.rejected) - len(written)
    listed += [{1: sentence} for sentence in _more(len(lines), rows_left_out, lang)]
    yield SheetToWrite(problems, [heading.in_(lang) for heading in PROBLEM_HEADINGS], listed)


def _more(lines: int, rows: int, lang: Lang) -> Iterator[str]:
    """Say how many lines of problems, and how many rows, are left out."""
    problems = lines - _MOST_LISTED
    if problems > 0:
        more_problems = Text(
            vi=f"… và {number_in('vi', problems)} vấn đề nữa",
            en=f"… and {problems:,} more problems",
        )
        yield more_problems.in_(lang)
    if rows > 0:
        more_rows = Text(
            vi=f"… và {number_in('vi', rows)} dòng nữa cần sửa; "
            "hãy sửa trong tệp nguồn rồi nhập lại",
            en=f"… and {rows:,} more rows to mend; mend them in the source, and read it again",
        )
        yield more_rows.in_(lang)


def _cut_off(intake: Intake) -> Mapping[int, list[str | None]]:
    """Return the headings of the cells that each row is too short to have, by its number."""
    by_row: defaultdict[int, list[str | None]] = defaultdict(list)
    for problem in intake.problems:
        if problem.code is Fault.CUT_SHORT:
            by_row[problem.row].append(problem.column)
    return by_row


def _suggestions(intake: Intake, headings: Iterable[str]) -> Mapping[str, Mapping[int, str]]:
    """Return the suggestions for rejected rows, by heading and number of the row."""
    rejected = {row.number for row in intake.rejected}
    by_heading: dict[str, dict[int, str]] = {heading: {} for heading in headings}
    for problem in intake.problems:
        if problem.suggestion and problem.row in rejected and problem.column in by_heading:
            by_heading[problem.column][problem.row] = problem.suggestion
    return {heading: suggested for heading, suggested in by_heading.items() if suggested}


def _cells_to_mend(
    row: RowToMend, places: Mapping[object, int], cut: Iterable[str | None]
) -> dict[int, object]:
    """Return the cells of a row by their columns, with a question mark for a missing one."""
    if not isinstance(row.cells, Mapping):
        return {1: row.number, 2: row.cells}
    cells = {places[heading]: cell for heading, cell in filled(row.cells) if heading in places}
    missing_cells = {places[heading]: "?" for heading in cut if heading in places}
    return {1: row.number, **cells, **missing_cells}


def _beside(
    row: RowToMend, first: int, suggested: Sequence[Mapping[int, str]]
) -> dict[int, object]:
    """Return the cells to the right of the headings: suggestions, then cells without a heading."""
    suggestions: dict[int, object] = {
        place: of_rows[row.number]
        for place, of_rows in enumerate(suggested, first)
        if row.number in of_rows
    }
    extra = row.cells.get(None) if isinstance(row.cells, Mapping) else None
    more = extra if isinstance(extra, (list, tuple)) else ()
    return suggestions | dict(enumerate(more, first + len(suggested)))


def _remarks(
    intake: Intake, written: Iterable[RowToMend], headings: Sequence[str], lang: Lang
) -> Mapping[tuple[int, int], str]:
    """Return the remarks on cells; a remark on a whole row stands at its number.

    Only as many remarks are worded as can be written.
    """
    rows = {row.number: place for place, row in enumerate(written, 2)}
    columns = {heading: place for place, heading in enumerate(headings, 2)}
    remarks: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    for problem in intake.problems:
        if problem.row not in rows:
            continue
        remark = remarks[rows[problem.row], columns.get(problem.column or "", 1)]
        if len(remarks) <= 2 * _MOST_COMMENTS:
            remark.append(" → ".join(filter(None, (problem.message.in_(lang), problem.suggestion))))
    return {place: "; ".join(sentences) for place, sentences in remarks.items()}
