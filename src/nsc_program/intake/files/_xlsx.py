"""Read workbooks of Excel, .xlsx: the names of their sheets, and the sheets as they are seen."""

from collections.abc import Mapping
from contextlib import suppress
from typing import final
from zipfile import ZipFile

from nsc_program.errors import InvalidValue
from nsc_program.intake._messages.problems import Fault
from nsc_program.intake.files._books import (
    RawSheet,
    Watch,
    columns_in,
    existing,
    fill_merged,
    missing,
    no_sheet,
    refusing,
)
from nsc_program.intake.files._comments import by_row
from nsc_program.intake.files._content import Content

try:
    from nsc_program.intake.files._xlsx_cells import SheetCells, cells_of
    from nsc_program.intake.files._xlsx_comments import notes_of
    from nsc_program.intake.files._xlsx_package import Listed, Package, opened
    from nsc_program.intake.files._xlsx_shapes import shapes_of
except ImportError:  # pragma: no cover
    raise missing("openpyxl", ".xlsx") from None


@final
class Workbook:
    """A workbook whose sheets are all parsed.

    Attributes:
        names: the names of the sheets that hold anything.
        hidden: the names of the hidden sheets.
        opened: the name of the sheet that is open when the workbook is.
    """

    def __init__(self, content: Content, watch: Watch) -> None:
        """Parse all sheets.

        Args:
            content: the content of the file.
            watch: wraps the open file, to show how much of it is read.
        """
        with refusing(".xlsx"), content.opened() as file, watch(file) as watched:
            package = opened(watched, content.size)
            cells = _cells(package)
            self._sheets = {sheet.name: _raw(package, sheet, own) for sheet, own in cells.items()}
        if package.opened is None:
            raise no_sheet()
        self.names = tuple(sheet.name for sheet, own in cells.items() if own.holds_anything)
        self.opened: str = package.opened
        self.hidden = frozenset(sheet.name for sheet in package.sheets if sheet.is_hidden)

    def read(self, name: str) -> RawSheet:
        """Return a sheet.

        Raises:
            UnknownId: if no sheet has this name.
        """
        return self._sheets[existing(name, self._sheets)]


def _cells(package: Package) -> Mapping[Listed, SheetCells]:
    """Return the cells of every sheet."""
    return {sheet: cells_of(package, sheet) for sheet in package.sheets}


def _raw(package: Package, sheet: Listed, cells: SheetCells) -> RawSheet:
    """Return the cells of a sheet with its notes and shapes, and fill its merged ranges."""
    notes = by_row(notes_of(package, sheet))
    fill_merged(cells.rows, cells.merged)
    struck = dict.fromkeys(cells.struck, Fault.STRUCK_ROW)
    doubted = struck | dict.fromkeys(cells.hidden, Fault.HIDDEN_ROW)
    shapes, drawn = shapes_of(package, sheet)
    hidden = columns_in(cells.hidden_columns)
    return RawSheet(cells.rows, doubted, notes, hidden, cells.page, shapes, cells.tips, drawn)


def open_book(content: Content, watch: Watch) -> Workbook:
    """Open an .xlsx workbook.

    Args:
        content: the content of the file.
        watch: wraps the open file, to show how much of it is read.

    Raises:
        InvalidValue: if the file cannot be read, or is too large.
    """
    _refuse_strict(content)
    return Workbook(content, watch)


_STRICT = b"http://purl.oclc.org/ooxml/spreadsheetml/main"


def _refuse_strict(content: Content) -> None:
    """Raise an error for the strict form of workbooks, whose elements have other names."""
    beginning = b""
    with (
        suppress(Exception),
        content.opened() as file,
        ZipFile(file) as packed,
        packed.open("xl/workbook.xml") as part,
    ):
        beginning = part.read(4096)
    if _STRICT in beginning:
        raise InvalidValue.at(
            code="strict-workbook",
            vi="tệp được lưu theo dạng “Strict Open XML”; hãy lưu lại thành .xlsx thông thường",
            en="the workbook is a “Strict Open XML Spreadsheet”; save it as a plain .xlsx",
        )
