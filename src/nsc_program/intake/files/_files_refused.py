"""The errors for files that are not read."""

from collections.abc import Iterable

from nsc_program.errors import InvalidValue
from nsc_program.intake._cells.cells import is_blank
from nsc_program.intake._cells.grid import Grid
from nsc_program.intake._headings.labels import number_in
from nsc_program.intake._tables.heading_rows import HEADINGS_WITHIN
from nsc_program.intake._tables.likely import likely_headings
from nsc_program.intake.files._books import Book
from nsc_program.values._validators import printable

_FEW_ROWS = 10_000
_LEAST_BYTES = 10
"""The least bytes of a row in a file, packed or not: every list has longer rows."""


def refuse_more_rows_than_fit(grids: Iterable[Grid], size: int) -> None:
    """Raise an error for too many short rows, which would take long to reject.

    Args:
        grids: the cells of the sheets that are read.
        size: the size of the file in bytes.

    Raises:
        InvalidValue: for more rows than a list of this size can have.
    """
    rows = (cells for grid in grids for cells in grid)
    many = sum(1 for cells in rows if not all(map(is_blank, cells)))
    most = _FEW_ROWS + size // _LEAST_BYTES
    if many > most:
        raise InvalidValue.at(
            code="too-many-rows",
            vi=f"tệp có {number_in('vi', many)} dòng quá ngắn để là hồ sơ (cỡ tệp này chứa nhiều "
            f"nhất {number_in('vi', most)} dòng); hãy xóa các dòng không phải hồ sơ, "
            "hoặc chia nhỏ tệp",
            en=f"it has {many:,} rows, too short for records (a file of its size holds at most "
            f"{most:,}); delete the rows that are not records, or split the file",
        )


def no_headings(book: Book) -> InvalidValue:
    """Return the error for a workbook without one sheet that clearly has the table.

    Args:
        book: the workbook.
    """
    names = ", ".join(f"“{printable(name)}”" for name in book.names)
    likely = likely_headings(book.read(book.opened).rows[:HEADINGS_WITHIN])
    return InvalidValue.at(
        code="no-headings",
        vi=f"không tìm thấy dòng tiêu đề trong trang “{printable(book.opened)}”; các trang tính "
        f"của tệp: {names}. Hãy chọn trang tính, hoặc chỉ rõ tiêu đề của từng cột{likely.vi}",
        en=f"no headings were found in sheet “{printable(book.opened)}”; the sheets are {names}. "
        f"Choose one, or name the headings with their columns{likely.en}",
    )


def unknown_file(suffix: str) -> InvalidValue:
    """Return the error for a file of another format.

    Args:
        suffix: the suffix of its name.
    """
    return InvalidValue.at(
        code="unknown-file",
        vi=f"không đọc được tệp {suffix or 'không có đuôi'}; hãy lưu thành .xlsx hoặc .csv",
        en=f"{suffix or 'a file without a suffix'} cannot be read; save it as .xlsx or .csv",
    )
