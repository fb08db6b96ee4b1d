"""The workbook to mend rejected rows in: its cells are inert, and what is wrong is marked."""

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
from nsc_program.intake._books import missing
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
"""The cells of a row that holds few, by their columns from 1."""

_WRONG = "#F4B6B6"
_WIDTH = 24
_AS_TEXT = "@"
_EXACT = 10**15  # whole numbers up to here survive a spreadsheet
_LONGEST = 32_000  # characters of a cell
_FIRST_YEAR = 1901  # of a spreadsheet's calendar, but for a day that never was
_FORMATS = {
    "heading": _AS_TEXT,
    "text": _AS_TEXT,
    "number": _AS_TEXT,
    "day": "yyyy-mm-dd",
    "moment": "yyyy-mm-dd h:mm:ss",
}
_Styles: TypeAlias = Mapping[tuple[str, bool], Any]
"""Of each kind of value, and of each that is wrong."""
_MOST_ROWS, _MOST_COLUMNS = 2**20, 2**14  # of a spreadsheet
_MOST_COMMENTS = 1_000
"""Of more cells it is not said what is wrong: they are marked, and all is said in the list of problems."""
_MOST_LISTED = 10_000
"""As many rows are written to be mended, and as many lines of problems: nobody mends more by hand."""
_MOST_ROOM = 1_000_000
"""Rows times columns: the writer passes over every cell of a row, also over those that hold nothing."""


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
    held = list(sheets)
    for each in held:
        _refuse_vast(each)
    with Workbook(
        str(path), {"in_memory": True}
    ) as book:  # no names in the system's folder for such files
        styles = {
            (kind, wrong): _style(book, kind, wrong=wrong)
            for kind in _FORMATS
            for wrong in (False, True)
        }
        for each in held:
            _write_sheet(book.add_worksheet(each.title), each, styles)


def _style(book: Any, kind: str, *, wrong: bool) -> Any:  # noqa: ANN401  # of a library without types
    is_text = kind in ("heading", "text")
    made = {"num_format": _FORMATS[kind], "quote_prefix": is_text, "bold": kind == "heading"}
    return book.add_format(made | ({"bg_color": _WRONG} if wrong else {}))


def _write_sheet(pen: Any, sheet: SheetToWrite, styles: _Styles) -> None:  # noqa: ANN401
    pen.freeze_panes(1, 0)
    pen.set_column(0, len(sheet.headings) - 1, _WIDTH, styles["number", False])
    for column, heading in enumerate(sheet.headings):
        pen.write_string(0, column, _written(heading), styles["heading", False])
    remarks = _by_row(sheet.remarks)
    for row, cells in enumerate(sheet.rows, 2):
        said = remarks.get(row, {})
        for column in {*cells, *said}:
            _write(pen, row - 1, column - 1, cells.get(column), styles, wrong=column in said)
        for column, remark in said.items():
            if remark is not None:
                pen.write_comment(row - 1, column - 1, printable(remark), {"author": OWN_AUTHOR})


def _by_row(remarks: Mapping[tuple[int, int], str]) -> Mapping[int, Mapping[int, str | None]]:
    """Return what is said of the cells of each row: of the first ones; the others are marked."""
    found: defaultdict[int, dict[int, str | None]] = defaultdict(dict)
    for place, (row, column) in enumerate(sorted(remarks)):
        found[row][column] = remarks[row, column] if place < _MOST_COMMENTS else None
    return found


def _write(pen: Any, row: int, column: int, value: object, styles: _Styles, *, wrong: bool) -> None:  # noqa: ANN401
    """Write a value so that it does nothing: a text that looks like a formula stays a text."""
    value = _again(value)
    if (
        isinstance(value, Fraction) and max(abs(value.numerator), value.denominator) < _EXACT
    ):  # of a percentage
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
    """What is written of a cell: what is shown of it; of one that is merged with the one to its left, nothing."""
    if isinstance(value, (Padded, Formatted)):
        return value.shown
    if isinstance(value, (Covered, CoveredText)):
        return None
    return str(value) if isinstance(value, Scaled) else value


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


def sheets_to_mend(
    intake: Intake, headings: tuple[str, ...], lang: Lang, number: str
) -> Iterator[SheetToWrite]:
    """Give the sheet to mend, and the list of its problems."""
    suggested = _suggestions(intake, headings)
    to_mend, problems = (f"{title.in_(lang)}{number}" for title in _TITLES)
    first = [ROW.in_(lang), *headings, *(SUGGESTED[lang].format(heading) for heading in suggested)]
    written = intake.rejected[: min(_MOST_LISTED, _MOST_ROOM // len(first))]
    cut = _cut_off(intake)
    places: Mapping[object, int] = {heading: place for place, heading in enumerate(headings, 2)}
    rows = [
        _cells_to_mend(row, places, cut.get(row.number, ()))
        | _beside(row, len(headings) + 2, list(suggested.values()))
        for row in written
    ]
    yield SheetToWrite(to_mend, first, rows, _remarks(intake, written, headings, lang))
    listed = [
        dict(enumerate(problem_cells(line, lang), 1)) for line in problem_lines(intake.problems)
    ]
    listed = [
        *listed[:_MOST_LISTED],
        *({1: each} for each in _more(len(listed), len(intake.rejected) - len(written), lang)),
    ]
    yield SheetToWrite(problems, [heading.in_(lang) for heading in PROBLEM_HEADINGS], listed)


def _more(lines: int, rows: int, lang: Lang) -> Iterator[str]:
    """Say how many of the lines of problems, and how many rows, are left out."""
    problems = lines - _MOST_LISTED
    if problems > 0:
        said = Text(
            vi=f"… và {number_in('vi', problems)} vấn đề nữa",
            en=f"… and {problems:,} more problems",
        )
        yield said.in_(lang)
    if rows > 0:
        yield Text(
            vi=f"… và {number_in('vi', rows)} dòng nữa cần sửa; hãy sửa trong tệp nguồn rồi nhập lại",
            en=f"… and {rows:,} more rows to mend; mend them in the source, and take it in again",
        ).in_(lang)


def _cut_off(intake: Intake) -> Mapping[int, list[str | None]]:
    """Return the headings of cells that rows are too short for, by the number of the row."""
    found: defaultdict[int, list[str | None]] = defaultdict(list)
    for problem in intake.problems:
        if problem.code is Fault.CUT_SHORT:
            found[problem.row].append(problem.column)
    return found


def _suggestions(intake: Intake, headings: Iterable[str]) -> Mapping[str, Mapping[int, str]]:
    """What may be meant, by heading and number of the row."""
    rejected = {row.number for row in intake.rejected}
    found: dict[str, dict[int, str]] = {heading: {} for heading in headings}
    for problem in intake.problems:
        if problem.suggestion and problem.row in rejected and problem.column in found:
            found[problem.column][problem.row] = problem.suggestion
    return {heading: suggested for heading, suggested in found.items() if suggested}


def _cells_to_mend(
    row: RowToMend, places: Mapping[object, int], cut: Iterable[str | None]
) -> dict[int, object]:
    """The cells that a row has, by their columns; where it was cut off before one that is read, a question mark."""
    if not isinstance(row.cells, Mapping):
        return {1: row.number, 2: row.cells}
    found = {places[heading]: cell for heading, cell in filled(row.cells) if heading in places}
    return {
        1: row.number,
        **found,
        **{places[heading]: "?" for heading in cut if heading in places},
    }


def _beside(
    row: RowToMend, first: int, suggested: Sequence[Mapping[int, str]]
) -> dict[int, object]:
    """What stands to the right of the headings: suggestions, then the cells that no heading is above."""
    found: dict[int, object] = {
        place: of_rows[row.number]
        for place, of_rows in enumerate(suggested, first)
        if row.number in of_rows
    }
    extra = row.cells.get(None) if isinstance(row.cells, Mapping) else None
    more = extra if isinstance(extra, (list, tuple)) else ()
    return found | dict(enumerate(more, first + len(suggested)))


def _remarks(
    intake: Intake, written: Iterable[RowToMend], headings: Sequence[str], lang: Lang
) -> Mapping[tuple[int, int], str]:
    """What is said of which cell; of a row as a whole at its number. More is not worked out than is written."""
    rows = {row.number: place for place, row in enumerate(written, 2)}
    columns = {heading: place for place, heading in enumerate(headings, 2)}
    remarks: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    for problem in (each for each in intake.problems if each.row in rows):
        remark = remarks[rows[problem.row], columns.get(problem.column or "", 1)]
        if len(remarks) <= 2 * _MOST_COMMENTS:
            remark.append(" → ".join(filter(None, (problem.message.in_(lang), problem.suggestion))))
    return {place: "; ".join(said) for place, said in remarks.items()}
