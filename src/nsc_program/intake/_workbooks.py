"""Workbooks: the rows of their sheets, as they are seen."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import final
from zipfile import ZipFile

from attrs import frozen

from nsc_program.errors import InvalidValue, UnknownId
from nsc_program.intake._cells import Padded, SharedNumber, SharedText
from nsc_program.intake._problems import Fault

try:
    from nsc_program.intake import _package, _xlsx
    from nsc_program.intake._writing import SheetToWrite, write_workbook
    from nsc_program.intake._xlsx import Watch
except ImportError:  # pragma: no cover
    raise InvalidValue.at(
        code="openpyxl-missing",
        vi="đọc tệp .xlsx cần openpyxl: pip install 'nsc_program[xlsx]', hoặc lưu thành .csv",
        en="workbooks need openpyxl: pip install 'nsc_program[xlsx]', or save it as .csv",
    ) from None

__all__ = ["Book", "RawSheet", "SheetToWrite", "open_book", "write_workbook"]


@final
@frozen
class RawSheet:
    """The cells of a sheet, row by row, as they are seen.

    Attributes:
        doubted: the rows, from 1, that are hidden or struck through.
    """

    rows: list[list[object]]
    doubted: Mapping[int, Fault] = {}


class Book:
    """An open workbook.

    Attributes:
        names: its sheets that hold anything; a chart has no rows.
        opened: the one that is open when the workbook is.
        hidden: those that are hidden.
    """

    def __init__(self, path: Path, watch: Watch) -> None:
        """Open a workbook."""
        with _readable(), path.open("rb") as file, watch(file) as watched:
            package = _package.opened(watched, path.stat().st_size)
            self._cells = {each.name: _xlsx.cells_of(package, each) for each in package.sheets}
        if package.opened is None:
            raise InvalidValue.at(
                code="no-sheet", vi="tệp không có trang tính nào chứa dòng", en="the workbook has no sheet with rows"
            )
        self._read: dict[str, RawSheet] = {}
        self.names = tuple(name for name, cells in self._cells.items() if cells.holds_anything)
        self.opened: str = package.opened
        self.hidden = frozenset(each.name for each in package.sheets if each.is_hidden)

    def read(self, name: str) -> RawSheet:
        """Read a sheet.

        Raises:
            UnknownId: for a sheet that there is none of.
        """
        if name not in self._cells:
            raise UnknownId("sheet", name, tuple(self._cells))
        if name not in self._read:
            cells = self._cells[name]
            _fill_merged(cells)
            struck = dict.fromkeys(cells.struck, Fault.STRUCK_ROW)
            self._read[name] = RawSheet(cells.rows, {**struck, **dict.fromkeys(cells.hidden, Fault.HIDDEN_ROW)})
        return self._read[name]


def open_book(path: Path, watch: Watch) -> Book:
    """Open an .xlsx workbook.

    Raises:
        InvalidValue: for one that cannot be read, or is too large.
    """
    _refuse_strict(path)
    return Book(path, watch)


@contextmanager
def _readable() -> Iterator[None]:
    """Refuse a broken workbook, which raises whatever its reader stumbles over."""
    try:
        yield
    except InvalidValue:
        raise
    except Exception as problem:  # noqa: BLE001
        name = repr("ValueError" if isinstance(problem, ValueError) else type(problem).__name__)
        raise InvalidValue.at(
            code="unreadable-workbook",
            vi=f"không đọc được tệp bảng tính ({name}); lưu lại thành .xlsx",
            en=f"the workbook cannot be read ({name}); save it anew as .xlsx",
        ) from None


_STRICT = b"http://purl.oclc.org/ooxml/spreadsheetml/main"


def _refuse_strict(path: Path) -> None:
    """Refuse the form of workbooks that has other names for all that it holds."""
    beginning = b""
    with suppress(Exception), ZipFile(path) as packed, packed.open("xl/workbook.xml") as part:
        beginning = part.read(4096)
    if _STRICT in beginning:
        raise InvalidValue.at(
            code="strict-workbook",
            vi="tệp được lưu theo dạng “Strict Open XML”; hãy lưu lại thành .xlsx thông thường",
            en="the workbook is a “Strict Open XML Spreadsheet”; save it as a plain .xlsx",
        )


def _fill_merged(cells: _xlsx.SheetCells) -> None:
    """Put the one value of cells that were merged in each of them."""
    grid = cells.rows
    own: set[int] = set()
    for top, left, bottom, right in cells.merged:
        value = grid[top - 1][left - 1]
        if bottom > top:
            value = _shared(value)
        for number in range(top - 1, bottom):
            if number not in own:  # blank rows are one
                own.add(number)
                grid[number] = [*grid[number]]
            grid[number][left - 1 : right] = [value] * (right - left + 1)


def _shared(value: object) -> object:
    """A value of several rows: who it is about is the same in each, how much is not."""
    if isinstance(value, Padded):
        return SharedText(value.shown)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return SharedNumber(value)
    return SharedText(value) if type(value) is str else value
