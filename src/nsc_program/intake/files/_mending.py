"""The workbook in which rejected rows are mended.

Its cells are inert, and the cells with faults are marked.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from fractions import Fraction
from itertools import product
from os import PathLike, fspath
from typing import Any, BinaryIO, Self, TypeAlias, TypeGuard, final

from attrs import frozen

from nsc_program.errors import InvalidValue, Message
from nsc_program.intake import Fault, Intake, Problem, RowToMend
from nsc_program.intake._cells.cells import (
    DAMAGED,
    Covered,
    CoveredText,
    Formatted,
    Padded,
    Scaled,
    is_blank,
)
from nsc_program.intake._cells.grid import filled
from nsc_program.intake._headings.blocks import PROBLEM_HEADINGS, ROW, problem_cells, problem_lines
from nsc_program.intake._headings.headings import SUGGESTED
from nsc_program.intake._headings.labels import number_in
from nsc_program.intake.files._books import MOST_COLUMNS, missing
from nsc_program.intake.files._comments import OWN_AUTHOR
from nsc_program.values._text import Lang, Text
from nsc_program.values._validators import printable, wrong_type

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


_WRITABLE = Message("đường dẫn hoặc luồng ghi nhị phân", "a path or a binary stream")


def write_workbook(file: str | PathLike[str] | BinaryIO, sheets: Iterable[SheetToWrite]) -> None:
    """Write sheets to a workbook; the cells with a remark are marked and have a comment.

    Every cell except that of a day is formatted as text, so that a spreadsheet program does not
    change what people type there.

    Args:
        file: the path of the workbook, or a binary stream.
        sheets: the sheets.

    Raises:
        InvalidType: for a file that is neither a path nor a stream.
        InvalidValue: if a sheet has more rows or columns than a spreadsheet can hold.
    """
    if not (isinstance(file, (str, PathLike)) or hasattr(file, "write")):
        raise wrong_type("file", _WRITABLE, file)
    checked = list(sheets)
    for sheet in checked:
        _refuse_vast(sheet)
    # In memory, so that the system's folder for temporary files never holds a name.
    target = fspath(file) if isinstance(file, (str, PathLike)) else file
    with Workbook(target, {"in_memory": True}) as book:
        styles = _styles(book)
        for sheet in checked:
            _Pen(book.add_worksheet(sheet.title), styles).write(sheet)


def _styles(book: Any) -> _Styles:  # noqa: ANN401  # xlsxwriter has no types
    """Add the style of each kind of value, without a fault and with one."""
    kinds = product(_FORMATS, (False, True))
    return {(kind, wrong): _style(book, kind, wrong=wrong) for kind, wrong in kinds}


def _style(book: Any, kind: str, *, wrong: bool) -> Any:  # noqa: ANN401
    """Add the style of a kind of value; one with a fault is marked in colour."""
    is_text = kind in ("heading", "text")
    style = {"num_format": _FORMATS[kind], "quote_prefix": is_text, "bold": kind == "heading"}
    if wrong:
        style["bg_color"] = _WRONG
    return book.add_format(style)


@final
@frozen
class _Pen:
    """The pen that writes one sheet.

    Attributes:
        sheet: the sheet as the package writes it, whose rows and columns are counted from 0.
        styles: the styles of the workbook.
    """

    sheet: Any
    styles: _Styles

    def write(self, given: SheetToWrite) -> None:
        """Write the headings and the rows, with their remarks."""
        self._write_headings(given.headings)
        remarks = _by_row(given.remarks)
        for row, cells in enumerate(given.rows, 2):
            self._write_row(row, cells, remarks.get(row, {}))

    def _write_headings(self, headings: Sequence[str]) -> None:
        """Write the headings, which stay in view."""
        self.sheet.freeze_panes(1, 0)
        self.sheet.set_column(0, len(headings) - 1, _WIDTH, self.styles["number", False])
        for column, heading in enumerate(headings):
            self.sheet.write_string(0, column, _written(heading), self.styles["heading", False])

    def _write_row(self, row: int, cells: Cells, remarks: Mapping[int, str | None]) -> None:
        """Write a row, whose cells with a remark are marked."""
        for column in {*cells, *remarks}:
            value = _again(cells.get(column))
            self._write_cell(row - 1, column - 1, value, wrong=column in remarks)
        for column, remark in remarks.items():
            if remark is not None:
                comment = printable(remark)
                self.sheet.write_comment(row - 1, column - 1, comment, {"author": OWN_AUTHOR})

    def _write_cell(self, row: int, column: int, value: object, *, wrong: bool) -> None:
        """Write a value so that it is inert: a text that looks like a formula stays a text."""
        if _is_plain(value):
            self._write_plain(row, column, value, wrong=wrong)
        elif not is_blank(value):
            self.sheet.write_string(row, column, _written(value), self.styles["text", wrong])
        elif wrong:
            self.sheet.write_blank(row, column, None, self.styles["number", True])

    def _write_plain(self, row: int, column: int, value: date | float, *, wrong: bool) -> None:
        """Write a day or a number."""
        number = self.styles["number", wrong]
        if isinstance(value, date):
            kind = "moment" if isinstance(value, datetime) else "day"
            self.sheet.write_datetime(row, column, value, self.styles[kind, wrong])
        elif isinstance(value, bool):
            self.sheet.write_boolean(row, column, value, number)
        else:
            self.sheet.write_number(row, column, value, number)


def _by_row(remarks: Mapping[tuple[int, int], str]) -> Mapping[int, Mapping[int, str | None]]:
    """Return the remarks of each row; only the first remarks are kept, for the rest `None`."""
    by_row: defaultdict[int, dict[int, str | None]] = defaultdict(dict)
    for place, (row, column) in enumerate(sorted(remarks)):
        by_row[row][column] = remarks[row, column] if place < _MOST_COMMENTS else None
    return by_row


def _again(value: object) -> object:
    """Return the value to write for a cell: as it was shown, or `None` if it stands to the left."""
    if isinstance(value, Formatted):
        return value.in_full
    if isinstance(value, Padded):
        return value.shown
    if isinstance(value, (Covered, CoveredText)):
        return None
    if isinstance(value, Scaled):
        return str(value)
    return _number(value) if isinstance(value, Fraction) else value


def _number(value: Fraction) -> Fraction | float:
    """Return a fraction, such as a percentage, as the number that a spreadsheet keeps of it."""
    return float(value) if max(abs(value.numerator), value.denominator) < _EXACT else value


def _refuse_vast(sheet: SheetToWrite) -> None:
    """Raise an error for more rows or columns than a spreadsheet can hold."""
    rows = len(sheet.rows) + 1
    columns = max(len(sheet.headings), *(max(cells, default=0) for cells in sheet.rows), 0)
    if rows > _MOST_ROWS or columns > MOST_COLUMNS:
        raise _too_much(rows, columns)


def _too_much(rows: int, columns: int) -> InvalidValue:
    """Return the error for a sheet that a spreadsheet cannot hold."""
    return InvalidValue.at(
        code="too-much-to-write",
        vi=f"có {number_in('vi', rows)} dòng và {number_in('vi', columns)} cột cần ghi, "
        "hơn mức một trang tính chứa được; hãy chia nhỏ tệp nguồn",
        en=f"there are {rows:,} rows and {columns:,} columns to write, "
        "more than a sheet can hold; split the source",
    )


def _written(value: object) -> str:
    """Return the text of a value, without signs that a workbook cannot hold."""
    try:
        text = str(value)[:_LONGEST]
    except Exception:  # noqa: BLE001  # an object may raise any exception, as may a very long number
        text = DAMAGED
    return text if text.isprintable() else "".join(map(_inert, text))


def _inert(sign: str) -> str:
    """Return a sign that a workbook can hold."""
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
    to_mend, problems = (f"{title.in_(lang)}{number}" for title in _TITLES)
    rows = _RowsToMend.of(intake, headings)
    yield rows.sheet(to_mend, lang)
    listed = _listed(intake, len(intake.rejected) - len(rows.written), lang)
    yield SheetToWrite(problems, [heading.in_(lang) for heading in PROBLEM_HEADINGS], listed)


def _listed(intake: Intake, rows_left_out: int, lang: Lang) -> list[Cells]:
    """Return the lines of problems, and how much is left out."""
    lines = list(problem_lines(intake.problems))
    first = (problem_cells(line, lang) for line in lines[:_MOST_LISTED])
    listed: list[Cells] = [dict(enumerate(cells, 1)) for cells in first]
    listed += [{1: sentence} for sentence in _more(len(lines), rows_left_out, lang)]
    return listed


@final
@frozen
class _RowsToMend:
    """The rejected rows of one source that are written.

    Attributes:
        intake: the outcome of reading the rows.
        headings: the headings of the source.
        columns: the column of each heading, counted from 1; the first holds the number of the row.
        suggested: the suggestions beside the rows, by heading and number of the row.
        written: as many rejected rows as are written.
    """

    intake: Intake
    headings: Sequence[str]
    columns: Mapping[str | None, int]
    suggested: Mapping[str, Mapping[int, str]]
    written: Sequence[RowToMend]

    @classmethod
    def of(cls, intake: Intake, headings: Sequence[str]) -> Self:
        """Choose the rows that are written, as many as can be mended by hand."""
        suggested = _suggestions(intake, headings)
        width = 1 + len(headings) + len(suggested)
        written = intake.rejected[: min(_MOST_LISTED, _MOST_ROOM // width)]
        columns: dict[str | None, int] = {name: place for place, name in enumerate(headings, 2)}
        return cls(intake, headings, columns, suggested, written)

    def sheet(self, title: str, lang: Lang) -> SheetToWrite:
        """Return the sheet of the rows, with the suggestions to the right of the headings."""
        of_suggestions = [SUGGESTED[lang].format(heading) for heading in self.suggested]
        first_row = [ROW.in_(lang), *self.headings, *of_suggestions]
        cut = _cut_off(self.intake)
        rows = [self._cells(row, cut.get(row.number, ())) for row in self.written]
        return SheetToWrite(title, first_row, rows, self._remarks(lang))

    def _cells(self, row: RowToMend, cut: Iterable[str | None]) -> Cells:
        """Return the cells of a row, by their columns."""
        return self._of_headings(row, cut) | self._suggestions(row) | self._extra(row)

    def _of_headings(self, row: RowToMend, cut: Iterable[str | None]) -> dict[int, object]:
        """Return the cells under the headings, with a question mark for a missing one."""
        if not isinstance(row.cells, Mapping):
            return {1: row.number, 2: row.cells}
        columns = self.columns
        cells = {columns[name]: cell for name, cell in filled(row.cells) if name in columns}
        missing_cells = {columns[name]: "?" for name in cut if name in columns}
        return {1: row.number, **cells, **missing_cells}

    def _suggestions(self, row: RowToMend) -> dict[int, object]:
        """Return the suggestions for a row, which stand to the right of the headings."""
        places = enumerate(self.suggested.values(), len(self.headings) + 2)
        return {place: of_rows[row.number] for place, of_rows in places if row.number in of_rows}

    def _extra(self, row: RowToMend) -> dict[int, object]:
        """Return the cells without a heading, which stand to the right of the suggestions."""
        extra = row.cells.get(None) if isinstance(row.cells, Mapping) else None
        more = extra if isinstance(extra, (list, tuple)) else ()
        return dict(enumerate(more, len(self.headings) + len(self.suggested) + 2))

    def _remarks(self, lang: Lang) -> Mapping[tuple[int, int], str]:
        """Return the remarks on cells; a remark on a whole row stands at its number.

        Only as many remarks are worded as can be written.
        """
        rows = {row.number: place for place, row in enumerate(self.written, 2)}
        remarks: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
        for problem in self.intake.problems:
            if problem.row in rows:
                remark = remarks[rows[problem.row], self.columns.get(problem.column or "", 1)]
                if len(remarks) <= 2 * _MOST_COMMENTS:
                    remark.append(_remark(problem, lang))
        return {place: "; ".join(sentences) for place, sentences in remarks.items()}


def _remark(problem: Problem, lang: Lang) -> str:
    """Return what is wrong with a cell, and what was probably meant."""
    return " → ".join(filter(None, (problem.message.in_(lang), problem.suggestion)))


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
        if problem.code == Fault.CUT_SHORT:
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
