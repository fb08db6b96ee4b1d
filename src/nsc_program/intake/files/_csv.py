"""CSV files: their text, the delimiter between their cells, and the cells of each row."""

import csv
import io
import re
from collections import Counter
from itertools import islice

from nsc_program.errors import InvalidValue, Message
from nsc_program.intake._cells.grid import Cells, Grid
from nsc_program.intake._tables.heading_rows import HEADINGS_WITHIN
from nsc_program.intake._tables.wanted import Wanted

_QUOTES = Message(
    "thiếu hoặc thừa một dấu ngoặc kép; hãy sửa lại",
    "a quotation mark is missing, or there is one too many; correct it",
)
_DELIMITERS = ",;\t|"
_NAMES_ITS_DELIMITER = re.compile(r'\A"?sep=[,;\t|]"?[,;\t|]*(\r?\n|\r|\Z)', re.IGNORECASE)
"""The first line with which spreadsheets are told the delimiter; its row stays, and is blank."""


def of_csv(content: bytes, wanted: Wanted) -> Grid:
    """Read the cells of a CSV file.

    Args:
        content: the bytes of the file, in UTF-8 or UTF-16.
        wanted: the headings to look for; they decide which delimiter is used.

    Returns:
        The cells, row by row.

    Raises:
        InvalidValue: if the text has another encoding, or quotation marks are not paired.
    """
    text = _decoded(content)
    if not text.strip():
        raise InvalidValue.at(
            code="empty-file",
            vi="tệp không có nội dung; hãy kiểm tra lại tệp nguồn",
            en="the file is empty; check its source",
        )
    text = _NAMES_ITS_DELIMITER.sub(r"\1", text, count=1)
    delimiter = max(_DELIMITERS, key=lambda sign: _headings_between(sign, text, wanted))
    grid = _cells_of(text, delimiter)
    if '"' in text:  # only a cell between quotation marks can hold rows
        _refuse_swallowed_rows(grid, delimiter)
    return grid


def _cells_of(text: str, delimiter: str) -> Grid:
    """Return the cells between delimiters, row by row."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        return list(reader)
    except csv.Error:
        raise InvalidValue.at(
            code="not-csv",
            vi=f"dòng {reader.line_num}: {_QUOTES.vi}",
            en=f"line {reader.line_num}: {_QUOTES.en}",
        ) from None


def _headings_between(delimiter: str, text: str, wanted: Wanted) -> int:
    """Count the headings that are found if this is the delimiter."""
    lines = islice(io.StringIO(text, newline=""), HEADINGS_WITHIN)
    rows = csv.reader(lines, delimiter=delimiter)
    try:
        return max((len(wanted.known(cells)) for cells in rows), default=0)
    except csv.Error:  # reported when the whole text is parsed
        return 0


def _refuse_swallowed_rows(grid: Grid, delimiter: str) -> None:
    """Refuse a cell that holds the rest of its row and more, between two stray quotation marks."""
    widths = Counter(map(len, grid)).most_common(1)
    for number, row in enumerate(grid, 1):
        if any(_holds_rows(str(cell), row, widths[0][0], delimiter) for cell in row):
            raise _swallowed_rows(number)


def _swallowed_rows(number: int) -> InvalidValue:
    """Return the error for a row with a cell that holds other rows."""
    return InvalidValue.at(
        code="swallowed-rows",
        vi=f"dòng {number}: một ô chứa cả các dòng khác, {_QUOTES.vi}",
        en=f"row {number}: a cell holds other rows, since {_QUOTES.en}",
    )


def _holds_rows(cell: str, row: Cells, width: int, delimiter: str) -> bool:
    """Tell whether a cell holds rows, in a table most of whose rows have this many cells."""
    if delimiter not in cell or "\n" not in cell.replace("\r", "\n"):
        return False
    return len(row) != width or cell.count(delimiter) >= width - 1


def _decoded(content: bytes) -> str:
    """Return the text of a file."""
    encoding = "utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as problem:
        raise InvalidValue.at(
            code="not-utf-8",
            vi=f"chữ trong tệp không phải dạng UTF-8 (sai ở byte {problem.start}); "
            "hãy lưu lại thành .xlsx hoặc “CSV UTF-8”",
            en=f"the text is not UTF-8 (wrong at byte {problem.start}); "
            "save it as .xlsx or “CSV UTF-8”",
        ) from None
