"""Read workbooks of LibreOffice, .ods: their cells as they are seen.

Such a workbook holds the value of each cell and the text that is shown. It is parsed here, because
the libraries that parse it give the values alone, and create all the cells that it claims to repeat
before anyone can raise an error.
"""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from itertools import chain
from typing import IO, Final, final
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from nsc_program.intake.files._books import (
    Budget,
    RawSheet,
    Watch,
    cells_in,
    existing,
    letters_of,
    missing,
    no_sheet,
    rectangular,
    refusing,
    with_rows,
)
from nsc_program.intake.files._content import Content
from nsc_program.intake.files._ods_cells import NAMESPACE, TABLE, value_of
from nsc_program.intake.files._ods_pages import (
    MASTER_PAGE,
    Pages,
    lines_of_shapes,
    lines_of_titles,
    parts_of_objects,
    tip_of,
)
from nsc_program.intake.files._ods_sheets import Row, Sheet, times
from nsc_program.intake.files._ods_styles import STYLE, Styles
from nsc_program.intake.files._packed import Bounds

try:
    from defusedxml.ElementTree import iterparse
    from openpyxl.utils import get_column_letter
except ImportError:  # pragma: no cover
    raise missing("defusedxml", ".ods") from None

_CONFIG: Final = f"{NAMESPACE}config:1.0}}"
_A_STYLE: Final = f"{STYLE}style"
_SHEET, _ROW, _COLUMN, _SHAPES = (
    f"{TABLE}{tag}" for tag in ("table", "table-row", "table-column", "shapes")
)
_CELLS = frozenset({f"{TABLE}table-cell", f"{TABLE}covered-table-cell"})
_RULE, _RULED = f"{TABLE}content-validation", f"{TABLE}content-validation-name"
_PARTS = ("styles.xml", "content.xml", "settings.xml")


@final
class Workbook:
    """A workbook whose sheets are all parsed.

    Attributes:
        names: the names of the sheets that hold anything.
        hidden: the names of the hidden sheets.
        opened: the name of the sheet that is open when the workbook is.
    """

    def __init__(self, packed: ZipFile, size: int) -> None:
        """Parse all sheets.

        Args:
            packed: the packed workbook.
            size: the size of the file in bytes.
        """
        self._budget, self._letters = Budget.of_cells(size), Budget.of_letters(size)
        self._styles, self._pages = Styles(), Pages()
        self._tips: dict[str, str] = {}
        self._packed, self._bounds = packed, Bounds(packed, size)
        for name in _PARTS:
            self._refuse_vast(name)
        settings = _settings(packed)
        self._hides_zeros = "false" in settings["ShowZeroValues"]
        sheets = {sheet.name: sheet for sheet in self._parsed(packed)}
        if not sheets:
            raise no_sheet()
        self._sheets = {name: sheet.finished() for name, sheet in sheets.items()}
        self.names = with_rows(self._sheets)
        self.hidden = frozenset(name for name, sheet in sheets.items() if sheet.is_hidden)
        self.opened = self._opened(next(iter(settings["ActiveTable"]), None))

    def _opened(self, active: str | None) -> str:
        """Return the sheet that is open or, if it is hidden, the first visible one."""
        visible = [name for name in self._sheets if name not in self.hidden]
        if active in visible:
            return active
        return next(iter([*visible, *self._sheets]))

    def read(self, name: str) -> RawSheet:
        """Return a sheet.

        Raises:
            UnknownId: if no sheet has this name.
            InvalidValue: if the sheet has too many cells.
        """
        return rectangular(name, self._sheets[existing(name, self._sheets)], get_column_letter)

    def _refuse_vast(self, name: str) -> None:
        """Raise an error if a part unpacks to more than a file of this size can pack."""
        if name in self._packed.namelist():
            self._bounds.refuse_vast(name)

    def _parsed(self, packed: ZipFile) -> Iterator[Sheet]:
        """Yield the sheets of the content, whose styles inherit from styles in another part."""
        with suppress(KeyError), packed.open("styles.xml") as part:
            list(self._sheets_in(part))  # it has no sheets
        with packed.open("content.xml") as part:
            yield from self._sheets_in(part)

    def _sheets_in(self, part: IO[bytes]) -> Iterator[Sheet]:
        """Yield the sheets, and classify the styles, which a file has before their users."""
        sheet: Sheet | None = None
        depth = 0  # a cell may have a table within it
        for event, element in iterparse(part, ("start", "end")):
            if element.tag == _SHEET:
                depth += 1 if event == "start" else -1
                if event == "start" and depth == 1:
                    sheet = self._begun(element)
                elif event == "end" and depth == 0 and sheet is not None:
                    yield sheet
            elif event == "end":
                self._take(element, sheet if depth == 1 else None)

    def _begun(self, table: Element) -> Sheet:
        """Begin a sheet."""
        is_hidden = table.get(f"{TABLE}style-name") in self._styles.hiding
        page = self._pages.lines_of(table.attrib)
        return Sheet(table.get(f"{TABLE}name", ""), is_hidden, page)

    def _take(self, element: Element, sheet: Sheet | None) -> None:
        """Classify a style, or add a row, a column or shapes to their sheet."""
        if element.tag == _A_STYLE:
            self._styles.add(element)
            self._pages.add_style(element)
            element.clear()
        elif element.tag == MASTER_PAGE:
            self._pages.add_page(element)
            element.clear()
        elif element.tag == _RULE:
            self._tips[element.get(f"{TABLE}name", "")] = tip_of(element)
        elif sheet is not None and element.tag == _SHAPES:
            self._add_shapes(sheet, element)
        elif sheet is not None and element.tag == _COLUMN:
            sheet.add_column(element)
        elif sheet is not None and element.tag == _ROW:
            self._add_row(sheet, element)
            element.clear()

    def _add_shapes(self, sheet: Sheet, element: Element) -> None:
        """Add the lines of shapes, which lie over the sheet or are tied to a cell."""
        charts = map(self._titles_in, parts_of_objects(element))
        lines = [*lines_of_shapes(element), *chain.from_iterable(charts)]
        self._letters.pay(sum(map(len, lines)))
        sheet.shapes += lines

    def _titles_in(self, name: str) -> list[str]:
        """Return the lines of the titles in a part, if the workbook has it."""
        self._refuse_vast(name)
        lines: list[str] = []
        with suppress(KeyError), self._packed.open(name) as part:
            for _, element in iterparse(part):
                lines += lines_of_titles(element)
        return lines

    def _add_row(self, sheet: Sheet, element: Element) -> None:
        """Add a row, as often as it is repeated."""
        self._add_shapes(sheet, element)
        row = self._row(element)
        sheet.tips |= dict.fromkeys(self._tips_in(element))
        repeated = times(element, "number-rows-repeated")
        self._budget.pay(1)
        if not row.cells:
            sheet.empty += repeated
            return
        self._budget.pay(sheet.empty + repeated * (1 + len(row.cells)))
        for value in row.cells:
            self._letters.pay(letters_of(value) * repeated)
        sheet.add(row, repeated)

    def _tips_in(self, row: Element) -> Iterator[str]:
        """Yield the tips of the cells of a row."""
        for cell in row:
            text = self._tips.get(cell.get(_RULED, ""), "")
            if text:
                yield text

    def _row(self, element: Element) -> Row:
        """Parse the cells of a row."""
        row = Row(element)
        for cell in element:
            if cell.tag in _CELLS:
                self._add_cell(row, cell)
        self._budget.pay(cells_in(row.areas))
        return row

    def _add_cell(self, row: Row, cell: Element) -> None:
        """Add a cell to its row, or count it if it is empty."""
        value = value_of(cell, self._styles.raising, hides_zeros=self._hides_zeros)
        repeated = times(cell, "number-columns-repeated")
        if value is None:
            row.empty += repeated
            return
        self._budget.pay(row.empty + repeated)
        self._letters.pay(letters_of(value))
        row.add(cell, value, self._styles)


def open_book(content: Content, watch: Watch) -> Workbook:
    """Open an .ods workbook.

    Args:
        content: the content of the file.
        watch: wraps the open file, to show how much of it is read.

    Raises:
        InvalidValue: if the file cannot be read, or has far more cells than its size can fill.
    """
    with (
        refusing(".ods"),
        content.opened() as file,
        watch(file) as watched,
        ZipFile(watched) as packed,
    ):
        return Workbook(packed, content.size)


def _settings(packed: ZipFile) -> defaultdict[str, list[str]]:
    """Return the settings of the workbook and of its views, by their names."""
    settings: defaultdict[str, list[str]] = defaultdict(list)
    with suppress(KeyError), packed.open("settings.xml") as part:
        for _, element in iterparse(part):
            settings[element.get(f"{_CONFIG}name", "")].append(str(element.text))
    return settings
