"""What the readers of workbooks share: a sheet's cells as they are seen, and the limits they keep."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import BinaryIO, Protocol, TypeAlias, final

from attrs import define, evolve, frozen

from nsc_program.errors import InvalidValue, NscError, UnknownId
from nsc_program.intake._cells import (
    Covered,
    CoveredText,
    Formatted,
    Formula,
    Padded,
    Scaled,
    SharedNumber,
    SharedText,
)
from nsc_program.intake._labels import number_in
from nsc_program.intake._problems import Fault
from nsc_program.values._validators import printable

Watch: TypeAlias = Callable[[BinaryIO], AbstractContextManager[BinaryIO]]
"""Wraps an open file, to show how much of it is read."""

Area: TypeAlias = tuple[int, int, int, int]
"""The first row, the first column, the last row and the last column of merged cells, from 0."""

MOST_CELLS = 3_000_000
LOWEST = 3.0
"""Points: a row that is no higher cannot be seen."""
NARROWEST = 0.5
"""Characters: a column that is no wider cannot be seen."""
FEW_CELLS = 40_000
"""Cells that a workbook may have beside one for each of its bytes."""


@final
@frozen
class RawSheet:
    """The cells of a sheet, row by row, as they are seen.

    Attributes:
        doubted: the rows, from 1, that are hidden or struck through.
        notes: what stands in the notes on cells (comments) of a row, from 1.
        hidden_columns: the first and the last, from 0, of columns that are hidden or too narrow to be seen.
    """

    rows: list[list[object]]
    doubted: Mapping[int, Fault] = {}
    notes: Mapping[int, tuple[str, ...]] = {}
    hidden_columns: Sequence[tuple[int, int]] = ()

    def hides(self, column: int) -> bool:
        """Tell whether a column, from 0, is hidden."""
        return any(first <= column <= last for first, last in self.hidden_columns)


class Book(Protocol):
    """An open workbook."""

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of its sheets that hold anything; a chart has no rows."""

    @property
    def opened(self) -> str:
        """Return the name of the sheet that is open when the workbook is."""

    @property
    def hidden(self) -> frozenset[str]:
        """Return the names of its hidden sheets."""

    def read(self, name: str) -> RawSheet:
        """Read a sheet.

        Raises:
            UnknownId: if no sheet has this name.
            InvalidValue: if the sheet has too many cells.
        """


def existing(name: str, names: Iterable[str]) -> str:
    """Return the name of a sheet.

    Raises:
        UnknownId: if no sheet has this name.
    """
    there = tuple(names)
    if name not in there:
        raise UnknownId("sheet", name, there)
    return name


@define
class Budget:
    """How many rows and cells a workbook may have still: those that its size can fill, and a few."""

    left: int

    @classmethod
    def of(cls, size: int) -> "Budget":
        """Begin with the size of the file, in bytes: a cell that holds anything takes one or more."""
        return cls(size + FEW_CELLS)

    def pay(self, cells: int) -> None:
        """Count what is read.

        Raises:
            InvalidValue: for more than there may be.
        """
        self.left -= cells
        if self.left < 0:
            raise empty_cells()


def empty_cells() -> InvalidValue:
    """Word the refusal of more cells than a file of its size can fill."""
    return InvalidValue.at(
        code="empty-cells",
        vi="tệp có quá nhiều ô trống được định dạng; hãy xóa các dòng và cột không dùng, hoặc lưu thành .csv",
        en="it has too many empty cells with a format; delete the rows and columns that are not used, "
        "or save it as .csv",
    )


def packed_too_tightly() -> InvalidValue:
    """Word the refusal of what packs more than a file of its size can."""
    return InvalidValue.at(
        code="packed-too-tightly",
        vi="tệp nhỏ nhưng giải nén ra quá nhiều nội dung; hãy chép bảng sang một tệp mới, hoặc lưu thành .csv",
        en="so small a file unpacks to too much; copy the table to a new workbook, or save it as .csv",
    )


def fill_merged(grid: list[list[object]], areas: Iterable[Area]) -> None:
    """Put the value of merged cells in each of them; to the right of the first, with the mark that it stands there.

    Blank rows may be one list, so a row is copied first.
    """
    own: set[int] = set()
    for top, left, bottom, right in areas:
        value = grid[top][left]
        if bottom > top:
            value = _shared(value)
        covered = _covered(value)
        for number in range(top, min(bottom + 1, len(grid))):
            if number not in own:
                own.add(number)
                grid[number] = [*grid[number]]
            row = grid[number]
            row.extend([None] * (right + 1 - len(row)))
            row[left : right + 1] = [value, *[covered] * (right - left)]


def _shared(value: object) -> object:
    """A value of several rows: who it is about is the same in each, how much is not."""
    if isinstance(value, (Padded, Formatted)):
        return SharedText(value.shown)
    if isinstance(value, (int, float, Scaled)) and not isinstance(value, bool):
        return SharedNumber(value)
    return SharedText(value) if type(value) is str else value


def _covered(value: object) -> object:
    """A value that stands to the left: words may be the title of several columns, a number or a day is of one."""
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
    """Refuse a sheet that reaches too far.

    Args:
        name: of the sheet.
        rows: how many are in use.
        columns: how many are in use.
        letters: names a column by its number, from 1.
        most: how many cells there may be.
        narrowest: as many cells a row counts for at least: it costs something though it is blank.

    Raises:
        InvalidValue: if the rows and columns in use have more cells than can be held.
    """
    if rows * max(columns, narrowest) > most:
        sheet, last = printable(name), letters(columns)
        raise InvalidValue.at(
            code="too-many-cells",
            vi=f"trang tính “{sheet}” dùng đến dòng {number_in('vi', rows)} và cột {last}, nhiều hơn "
            f"{number_in('vi', most)} ô; hãy xóa những gì nằm ngoài bảng, hoặc lưu thành .csv",
            en=f"sheet “{sheet}” is used as far as row {rows:,} and column {last}, "
            f"more than {most:,} cells; delete what stands outside the table, or save it as .csv",
        )


def rectangular(name: str, sheet: RawSheet, letters: Callable[[int], str]) -> RawSheet:
    """Return a sheet whose rows all reach as far as the longest: a short row of a workbook is not cut off.

    Raises:
        InvalidValue: if that makes too many cells.
    """
    width = max(map(len, sheet.rows), default=0)
    refuse_vast(name, len(sheet.rows), width, letters)
    return evolve(sheet, rows=[row + [None] * (width - len(row)) for row in sheet.rows])


def missing(package: str, suffix: str) -> InvalidValue:
    """Say what to install to read or write a kind of workbook."""
    return InvalidValue.at(
        code=f"{package}-missing",
        vi=f"tệp {suffix} cần {package}: hãy chạy pip install 'nsc_program[xlsx]', hoặc dùng tệp .csv",
        en=f"an {suffix} workbook needs {package}: pip install 'nsc_program[xlsx]', or use a .csv file",
    )


def no_sheet() -> InvalidValue:
    """Say that a workbook has no sheet to read."""
    return InvalidValue.at(
        code="no-sheet",
        vi="tệp không có trang tính nào chứa dòng; hãy chọn tệp khác",
        en="the workbook has no sheet with rows; choose another file",
    )


@contextmanager
def refusing(suffix: str) -> Iterator[None]:
    """Say of whatever the reader of a broken workbook stumbles over that the file cannot be read.

    Raises:
        InvalidValue: in the place of any other exception.
    """
    try:
        yield
    except NscError:
        raise
    except Exception as problem:  # noqa: BLE001  # a broken workbook raises whatever its reader stumbles over
        name = repr("ValueError" if isinstance(problem, ValueError) else type(problem).__name__)
        raise InvalidValue.at(
            code="unreadable-workbook",
            vi=f"không đọc được tệp {suffix} (lỗi {name}); hãy lưu lại thành .xlsx, không đặt mật khẩu",
            en=f"the {suffix} workbook cannot be read ({name}); save it anew as .xlsx, without a password",
        ) from None
