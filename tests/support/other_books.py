"""Workbooks of other programs than Excel, all made up: .xls by xlwt, .ods by odfpy."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import xlwt
from odf.element import Element
from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import Style, TableProperties, TextProperties
from odf.table import Table, TableCell, TableRow
from odf.text import P


def old_book(path: Path, *rows: Sequence[object], more: Callable[[Any, Any], None]) -> Path:
    """Write rows to the first sheet of an .xls workbook.

    The function `more` changes the workbook and the sheet.
    """
    book = xlwt.Workbook()
    sheet = book.add_sheet("Sheet")
    days = xlwt.easyxf(num_format_str="dd/mm/yyyy")
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            if cell is not None:
                sheet.write(row, column, cell, *([days] if isinstance(cell, date) else []))
    more(book, sheet)
    book.save(str(path))
    return path


def cell(value: object, shown: str | None = None, **attributes: object) -> Element:
    """Make a cell of an .ods workbook from its value and the text that is shown."""
    match value:
        case None:
            return TableCell(**attributes)
        case bool():
            found = TableCell(valuetype="boolean", booleanvalue=str(value).lower(), **attributes)
        case int() | float():
            kind = "percentage" if shown is not None and shown.endswith("%") else "float"
            found = TableCell(valuetype=kind, value=str(value), **attributes)
        case date():
            found = TableCell(valuetype="date", datevalue=value.isoformat(), **attributes)
            shown = f"{value:%d/%m/%Y}" if shown is None else shown
        case _:
            found = TableCell(valuetype="string", **attributes)
    for line in (str(value) if shown is None else shown).split("\n"):
        found.addElement(P(text=line))
    return found


def row(*cells: object, **attributes: object) -> Element:
    """Make a row of an .ods workbook from cells or from their values."""
    found = TableRow(**attributes)
    for each in cells:
        found.addElement(each if isinstance(each, Element) else cell(each))
    return found


def open_document(
    path: Path,
    *rows: Element,
    sheets: Sequence[Element] = (),
    styles: Sequence[Element] = (),
    pages: Sequence[Element] = (),
    more: Callable[[Element], None] = lambda _: None,
) -> Path:
    """Write rows to the first sheet of an .ods workbook.

    It has styles named “struck” and “hidden”. The `pages` are a layout and a master page, and the
    function `more` changes the sheet.
    """
    document: Any = OpenDocumentSpreadsheet()
    struck = Style(name="struck", family="table-cell")
    struck.addElement(TextProperties(textlinethroughstyle="solid"))
    hidden = Style(name="hidden", family="table")
    hidden.addElement(TableProperties(display="false"))
    document.styles.addElement(struck)
    for style in (
        Style(name="child", family="table-cell", parentstylename="struck"),
        hidden,
        *styles,
    ):
        document.automaticstyles.addElement(style)
    for page in pages:
        (
            document.automaticstyles if page.tagName.endswith("layout") else document.masterstyles
        ).addElement(page)
    first = sheet("Sheet", *rows)
    more(first)
    document.spreadsheet.addElement(first)
    for each in sheets:
        document.spreadsheet.addElement(each)
    document.save(str(path))
    return path


def sheet(name: str, *rows: Element, **attributes: object) -> Element:
    """Make a sheet of an .ods workbook."""
    table = Table(name=name, **attributes)
    for each in rows:
        table.addElement(each)
    return table
