"""The parts that the readers of workbooks share.

These are the cells of a sheet as a person sees them, and the limits on the size of a workbook.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import BinaryIO, Protocol, TypeAlias, final

from attrs import define, evolve, frozen

from nsc_program.errors import InvalidValue, NscError, UnknownId
from nsc_program.intake._cells.cells import (
    Covered,
    CoveredText,
    Formatted,
    Formula,
    Padded,
    Scaled,
    SharedNumber,
    SharedText,
)
from nsc_program.intake._headings.labels import number_in
from nsc_program.intake._messages.problems import Fault
from nsc_program.intake.files._drawn import Drawn
from nsc_program.values._validators import printable

Watch: TypeAlias = Callable[[BinaryIO], AbstractContextManager[BinaryIO]]
"""A function that wraps an open file, to show how much of it has been read."""

Area: TypeAlias = tuple[int, int, int, int]
"""The first row, first column, last row and last column of merged cells, counted from 0."""

MOST_CELLS = 3_000_000
LOWEST = 3.0
"""Points: a row of this height or less cannot be seen."""
NARROWEST = 0.5
"""Characters: a column of this width or less cannot be seen."""
FEW_CELLS = 40_000
"""The cells that a workbook may have in addition to one for each of its bytes."""
_FEW_LETTERS, _LETTERS_A_BYTE = 1_500_000, 20
MOST_COLUMNS = 2**14
"""The columns of a sheet."""


@final
@frozen
class RawSheet:
    """The cells of a sheet, row by row, as they are seen.

    Attributes:
        rows: the cells of each row.
        doubted: the rows that are hidden or struck through, by their numbers from 1.
        notes: the texts of the notes on cells (comments), by the numbers of rows from 1.
        hidden_columns: the columns that are hidden or too narrow to be seen, counted from 0.
        page: the texts at the top and the bottom of a printed page.
        shapes: the texts of shapes that lie over the sheet, such as text boxes and charts.
        tips: the texts that appear at a cell.
        drawn: the drawings without a text that lie over the sheet.
    """

    rows: list[list[object]]
    doubted: Mapping[int, Fault] = {}
    notes: Mapping[int, tuple[str, ...]] = {}
    hidden_columns: frozenset[int] = frozenset()
    page: tuple[str, ...] = ()
    shapes: tuple[str, ...] = ()
    tips: tuple[str, ...] = ()
    drawn: tuple[Drawn, ...] = ()

    def hides(self, column: int) -> bool:
        """Tell whether a column is hidden.

        Args:
            column: the column, counted from 0.
        """
        return column in self.hidden_columns


class Book(Protocol):
    """An open workbook."""

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the sheets that hold anything; a chart has no rows."""

    @property
    def opened(self) -> str:
        """The name of the sheet that the workbook opens with."""

    @property
    def hidden(self) -> frozenset[str]:
        """The names of the hidden sheets."""

    def read(self, name: str) -> RawSheet:
        """Read a sheet.

        Args:
            name: the name of the sheet.

        Raises:
            UnknownId: if no sheet has this name.
            InvalidValue: if the sheet has too many cells.
        """


def existing(name: str, names: Iterable[str]) -> str:
    """Return a sheet's name if there is a sheet of that name.

    Args:
        name: the name to look for.
        names: the names of all sheets.

    Raises:
        UnknownId: if no sheet has this name.
    """
    existing_names = tuple(names)
    if name not in existing_names:
        raise UnknownId("sheet", name, existing_names)
    return name


def with_rows(sheets: Mapping[str, RawSheet]) -> tuple[str, ...]:
    """Return the names of the sheets that have a row.

    Args:
        sheets: the sheets by their names.
    """
    return tuple(name for name, sheet in sheets.items() if sheet.rows)


def columns_in(ranges: Iterable[tuple[int, int]]) -> frozenset[int]:
    """Return the columns of ranges that may overlap.

    Args:
        ranges: the first and the last column of each range, counted from 0.
    """
    found: set[int] = set()
    end = -1
    for first, last in sorted(set(ranges)):
        found.update(range(max(first, end + 1), min(last + 1, MOST_COLUMNS)))
        end = max(end, last)
    return frozenset(found)


def cells_in(areas: Iterable[Area]) -> int:
    """Return the number of cells in areas of merged cells.

    Args:
        areas: the areas.
    """
    return sum((1 + bottom - top) * (1 + right - left) for top, left, bottom, right in areas)


@define
class Budget:
    """An amount that a workbook may still take: as much as its size can hold, and a little more.

    Attributes:
        left: the amount that is left.
        refusal: makes the error for more.
    """

    left: int
    refusal: Callable[[], InvalidValue]

    @classmethod
    def of_cells(cls, size: int) -> "Budget":
        """Make the budget of rows and cells.

        Args:
            size: the size of the file in bytes; a cell that holds anything takes at least one.
        """
        return cls(size + FEW_CELLS, empty_cells)

    @classmethod
    def of_letters(cls, size: int) -> "Budget":
        """Make the budget of the characters of all cells; a shared text counts in each cell.

        Args:
            size: the size of the file in bytes.
        """
        return cls(_LETTERS_A_BYTE * size + _FEW_LETTERS, packed_too_tightly)

    def pay(self, amount: int) -> None:
        """Take an amount off the budget.

        Args:
            amount: the cells, or the characters, that were read.

        Raises:
            InvalidValue: if the budget is exceeded.
        """
        self.left -= amount
        if self.left < 0:
            raise self.refusal()


def letters_of(value: object) -> int:
    """Return the number of characters of a cell: 0 for a number or a day.

    Args:
        value: the value of the cell.
    """
    return len(value) if isinstance(value, str) else 0


def empty_cells() -> InvalidValue:
    """Return the error for a workbook with more cells than a file of its size can fill."""
    return InvalidValue.at(
        code="empty-cells",
        vi="tệp có quá nhiều ô trống được định dạng; hãy xóa các dòng và cột không dùng, "
        "hoặc lưu thành .csv",
        en="the workbook has too many empty cells with formatting; delete the unused "
        "rows and columns, or save it as .csv",
    )


def packed_too_tightly() -> InvalidValue:
    """Return the error for a file that unpacks to more than a file of its size should."""
    return InvalidValue.at(
        code="packed-too-tightly",
        vi="tệp nhỏ nhưng giải nén ra quá nhiều nội dung; hãy chép bảng sang một tệp mới, "
        "hoặc lưu thành .csv",
        en="the file is small but unpacks to too much; copy the table to a new workbook, "
        "or save it as .csv",
    )


def fill_merged(grid: list[list[object]], areas: Iterable[Area]) -> None:
    """Put the value of merged cells in each of the cells.

    To the right of the first column, the value carries the mark that it stands to the left.

    Args:
        grid: the cells, which are changed in place.
        areas: the areas of merged cells.
    """
    copied: set[int] = set()
    for top, left, bottom, right in areas:
        cells = _merged(grid[top][left], down=bottom > top, across=right - left)
        for number in range(top, min(bottom + 1, len(grid))):
            if number not in copied:  # several blank rows may be the same list
                copied.add(number)
                grid[number] = [*grid[number]]
            _put(grid[number], left, cells)


def _merged(value: object, *, down: bool, across: int) -> list[object]:
    """Return a row of merged cells, with marks for further rows and columns."""
    first = _shared(value) if down else value
    return [first, *[_covered(first)] * across]


def _put(row: list[object], left: int, cells: Sequence[object]) -> None:
    """Put cells in a row from a column on; the row is as long as it must be."""
    right = left + len(cells)
    row.extend([None] * (right - len(row)))
    row[left:right] = cells


def _shared(value: object) -> object:
    """Mark a value of several rows: each row has the same subject, but not the whole amount."""
    if isinstance(value, (Padded, Formatted)):
        return SharedText(value.shown)
    if isinstance(value, (int, float, Scaled)) and not isinstance(value, bool):
        return SharedNumber(value)
    return SharedText(value) if type(value) is str else value


def _covered(value: object) -> object:
    """Mark a value that stands to the left.

    Words may be the title of several columns; a number or a day belongs to one column.
    """
    if value is None or isinstance(value, Formula):
        return value
    if isinstance(value, str):
        return CoveredText(value)
    return Covered()


def refuse_vast(
    name: str,
    rows: int,
    columns: int,
    letters: Callable[[int], str],
    *,
    most: int = MOST_CELLS,
    narrowest: int = 1,
) -> None:
    """Refuse a sheet that has too many cells.

    Args:
        name: the name of the sheet.
        rows: the number of rows in use.
        columns: the number of columns in use.
        letters: gives the letters of a column for its number, counted from 1.
        most: the most cells that the sheet may have.
        narrowest: the fewest cells that a row counts for: even a blank row takes memory.

    Raises:
        InvalidValue: if the rows and columns in use have more cells than allowed.
    """
    if rows * max(columns, narrowest) > most:
        raise _too_many_cells(printable(name), rows, letters(columns), most)


def _too_many_cells(sheet: str, rows: int, last: str, most: int) -> InvalidValue:
    """Return the error for a sheet that is used as far as a row and a column."""
    rows_vi, most_vi = number_in("vi", rows), number_in("vi", most)
    return InvalidValue.at(
        code="too-many-cells",
        vi=f"trang tính “{sheet}” dùng đến dòng {rows_vi} và cột {last}, "
        f"nhiều hơn {most_vi} ô; hãy xóa những gì nằm ngoài bảng, hoặc lưu thành .csv",
        en=f"sheet “{sheet}” is used as far as row {rows:,} and column {last}, "
        f"more than {most:,} cells; delete what stands outside the table, or save it as .csv",
    )


def rectangular(name: str, sheet: RawSheet, letters: Callable[[int], str]) -> RawSheet:
    """Return a sheet all of whose rows reach as far as the longest.

    A short row of a workbook has blank cells at its end; it is not cut off.

    Args:
        name: the name of the sheet.
        sheet: the sheet.
        letters: gives the letters of a column for its number, counted from 1.

    Raises:
        InvalidValue: if that makes too many cells.
    """
    width = max(map(len, sheet.rows), default=0)
    refuse_vast(name, len(sheet.rows), width, letters)
    return evolve(sheet, rows=[row + [None] * (width - len(row)) for row in sheet.rows])


def missing(package: str, suffix: str) -> InvalidValue:
    """Return the error that names the package to install for a kind of workbook.

    Args:
        package: the package that is missing.
        suffix: the suffix of the workbook, such as `.xlsx`.
    """
    return InvalidValue.at(
        code=f"{package}-missing",
        vi=f"tệp {suffix} cần {package}: hãy chạy pip install 'nsc_program[xlsx]', "
        "hoặc dùng tệp .csv",
        en=f"an {suffix} workbook needs {package}: pip install 'nsc_program[xlsx]', "
        "or use a .csv file",
    )


def no_sheet() -> InvalidValue:
    """Return the error for a workbook without a sheet to read."""
    return InvalidValue.at(
        code="no-sheet",
        vi="tệp không có trang tính nào chứa dòng; hãy chọn tệp khác",
        en="the workbook has no sheet with rows; choose another file",
    )


@contextmanager
def refusing(suffix: str) -> Iterator[None]:
    """Say that a file cannot be read, for any error of the package that reads the workbook.

    Args:
        suffix: the suffix of the workbook, such as `.xlsx`.

    Raises:
        InvalidValue: in the place of any exception that is not an error of this library.
    """
    try:
        yield
    except NscError:
        raise
    except Exception as problem:  # noqa: BLE001  # a broken workbook may raise any exception
        kind = "ValueError" if isinstance(problem, ValueError) else type(problem).__name__
        raise _unreadable(suffix, repr(kind)) from None


def _unreadable(suffix: str, kind: str) -> InvalidValue:
    """Return the error for a workbook that cannot be read because of a kind of exception."""
    return InvalidValue.at(
        code="unreadable-workbook",
        vi=f"không đọc được tệp {suffix} (lỗi {kind}); hãy lưu lại thành .xlsx, không đặt mật khẩu",
        en=f"the {suffix} workbook cannot be read ({kind}); save it anew as .xlsx, "
        "without a password",
    )
