"""Sheets and grids as tables of HTML."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Any

from nsc_program.report._markup import Element, Node, element
from nsc_program.report._sheets import Sheet, written
from nsc_program.report.grids import Grid
from nsc_program.report.labels import label
from nsc_program.values._ranges import Range
from nsc_program.values._text import Lang, Text
from nsc_program.verdicts._status import Status

_MANY_COLUMNS, _MANY_ROWS, _MANY_LETTERS = 8, 25, 60
_EMPTY = Text(vi="không có dòng nào.", en="no rows.")
SIGNS = {
    Status.ATTAINED: "✓",
    Status.MISSED: "✗",
    Status.PENDING: "→",
    Status.UNDECIDED: "?",
}
"""A sign beside the words of each status, for those who do not see its colour."""


def badge(status: Status, lang: Lang) -> Element:
    """Return a status with its sign.

    Args:
        status: the status.
        lang: `"vi"` for Vietnamese or `"en"` for English.
    """
    sign = element("span", SIGNS[status], aria_hidden="true")
    return element("span", sign, " ", label(status).in_(lang), class_=f"status {status.value}")


def sheet_table(sheet: Sheet, lang: Lang) -> Element:
    """Return a sheet as a table with its remarks; one sentence if it does not have rows.

    Args:
        sheet: the sheet.
        lang: `"vi"` for Vietnamese or `"en"` for English.
    """
    title = sheet.title.in_(lang)
    if not sheet.rows:
        return element("p", element("strong", title), f": {_EMPTY.in_(lang)}")
    naming = next(place for place, column in enumerate(sheet.columns) if column.id != "number")
    rows = (
        [_cell(cell, lang, names=place == naming) for place, cell in enumerate(row)]
        for row in sheet.rows
    )
    remarks = (element("p", text, class_="remark") for text in _texts(sheet.remarks, lang))
    headings = [column.heading.in_(lang) for column in sheet.columns]
    return element("div", _region(title, headings, [*rows]), *remarks)


def grid_table(grid: Grid, naming: int) -> Element:
    """Return a grid as a table.

    Args:
        grid: the grid.
        naming: the place of the column that names the rows.
    """
    rows = [
        [_of_text(text, names=place == naming) for place, text in enumerate(row)]
        for row in grid.rows
    ]
    return _region(grid.title, grid.headings, rows)


def _texts(texts: Iterable[Text], lang: Lang) -> Iterable[str]:
    return (text.in_(lang) for text in texts)


def _region(title: str, headings: Sequence[str], rows: Sequence[Sequence[Element]]) -> Element:
    """Return a table in a part of the page that scrolls by itself, also with the keyboard."""
    names = element("tr", *(element("th", each, scope="col") for each in headings))
    body = (element("tr", *row) for row in rows)
    table = element(
        "table", element("caption", title), element("thead", names), element("tbody", *body)
    )
    many = {" wide": len(headings) > _MANY_COLUMNS, " long": len(rows) > _MANY_ROWS}
    look = "table" + "".join(name for name, is_so in many.items() if is_so)
    return element("div", table, class_=look, role="region", tabindex=0, aria_label=title)


def _of_text(text: str, *, names: bool) -> Element:
    """Return a cell of text, which may name its row."""
    look = "prose" if len(text) > _MANY_LETTERS else None
    if names and text:
        return element("th", text, scope="row", class_=look)
    return element("td", text, class_=look)


def _cell(cell: Any, lang: Lang, *, names: bool) -> Element:  # noqa: ANN401  # a cell of a sheet
    """Return a typed cell; numbers stand to the right, and several values are a list."""
    if isinstance(cell, tuple) and len(cell) > 1:
        items = (element("li", _content(each, lang)) for each in cell)
        return element("td", element("ul", *items), class_="prose")
    if isinstance(cell, Status):
        return element("td", badge(cell, lang))
    if isinstance(cell, (int, Fraction, Range)) and not isinstance(cell, bool):
        return element("td", written(cell, lang), class_="number")
    return _of_text(written(cell, lang), names=names)


def _content(cell: Any, lang: Lang) -> Node:  # noqa: ANN401  # a value of a cell
    """Return one of several values of a cell."""
    return badge(cell, lang) if isinstance(cell, Status) else written(cell, lang)
