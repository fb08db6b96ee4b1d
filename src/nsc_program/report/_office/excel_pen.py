"""Write one worksheet of a report, ready to print."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Final, final

from attrs import evolve, field, frozen

from nsc_program.report._header import DOTS, Header, filled_in, place_and_day
from nsc_program.report._office.excel_cells import BLANK, Stored, exact_places, stored, text
from nsc_program.report._office.layout import NOTHING, REMARK, TOTAL, height, sum_of
from nsc_program.report._sheets import Sheet
from nsc_program.values._text import Lang, Text
from nsc_program.values._validators import printable

_FONT: Final = {"font_name": "Times New Roman", "font_size": 11}
_CELL: Final = {**_FONT, "border": 1, "valign": "top", "text_wrap": True}
_LINE: Final = 14
"""The height of a line, in points."""
_HIGHEST: Final = 409
_A4: Final = 9
"""The number of A4 among the paper sizes of a workbook."""
_MADE_BY = Text(vi="NGƯỜI LẬP", en="PREPARED BY")
_HEADED_BY = Text(vi="LÃNH ĐẠO", en="APPROVED BY")
_SIGN = Text(vi="(Ký, ghi rõ họ tên)", en="(Signature, full name)")


@final
@frozen
class Page:
    """A worksheet to write.

    Attributes:
        name: the name of the worksheet.
        titles: the lines above the table, each with its style.
        sheet: the table.
        widths: the widths of its columns, in characters.
        lang: the language.
        header: who signs the report; `None` if another table of the annex follows.
    """

    name: str
    titles: tuple[tuple[str, str], ...]
    sheet: Sheet
    widths: tuple[int, ...]
    lang: Lang
    header: Header | None


@final
@frozen(eq=False)
class Styles:
    """The styles of a workbook, each made once.

    Attributes:
        book: the workbook.
        made: the styles so far.
    """

    book: Any
    made: dict[Any, Any] = field(factory=dict)

    def of(self, **properties: Any) -> Any:  # noqa: ANN401  # what XlsxWriter takes
        """Return the style with some properties."""
        key = tuple(sorted(properties.items()))
        if key not in self.made:
            self.made[key] = self.book.add_format(properties)
        return self.made[key]

    def line(self, name: str) -> Any:  # noqa: ANN401  # a style of XlsxWriter
        """Return the style of a line outside the table."""
        return self.of(**{**_FONT, "text_wrap": True, "valign": "vcenter", **_LINES[name]})

    def cell(self, cell: Stored, *, bold: bool = False) -> Any:  # noqa: ANN401
        """Return the style of a cell of the table."""
        more: dict[str, Any] = {"align": cell.side} | ({"bold": True} if bold else {})
        if cell.kind == "number":
            decimals = "." + "0" * cell.places if cell.places else ""
            more["num_format"] = f"#,##0{decimals}"
        if cell.kind == "day":
            more["num_format"] = "dd/mm/yyyy"
        if cell.inert:
            more["quote_prefix"] = True
        return self.of(**_CELL, **more)


_LINES: Final[dict[str, dict[str, Any]]] = {
    "name": {"bold": True, "align": "center", "font_size": 14},
    "title": {"bold": True, "align": "center", "font_size": 13},
    "slanted": {"italic": True, "align": "center"},
    "plan": {"align": "center"},
    "table": {"bold": True, "align": "left"},
    "remark": {"italic": True, "align": "left"},
    "signer": {"bold": True, "align": "center"},
}


@final
@frozen(eq=False)
class Pen:
    """Writes one worksheet.

    Attributes:
        to: the worksheet.
        styles: the styles of the workbook.
        page: what is written.
    """

    to: Any
    styles: Styles
    page: Page

    def write(self) -> None:
        """Write the titles, the table, its remarks and the signatures, and set up the paper."""
        for row, (words, style) in enumerate(self.page.titles):
            self._across(row, words, style)
        top = len(self.page.titles)
        self._headings(top)
        below = self._total(top + 1, self._rows(top + 1))
        below = self._remarks(below)
        if self.page.header is not None:
            self._signatures(below + 1, self.page.header)
        self._paper(top)

    @property
    def _last(self) -> int:
        return len(self.page.widths) - 1

    def _across(
        self, row: int, words: str, style: str, first: int = 0, last: int | None = None
    ) -> None:
        """Write a line across columns, as high as it needs to be."""
        end = self._last if last is None else last
        format_ = self.styles.line(style)
        if end > first:
            self.to.merge_range(row, first, row, end, "", format_)
        self.to.write_string(row, first, words, format_)
        if (first, end) == (0, self._last):
            self._high(row, [(words, sum(self.page.widths) * 9 // 10)])

    def _high(self, row: int, texts: Iterable[tuple[str, int]]) -> None:
        """Make a row as high as its texts need; a spreadsheet knows 409 points at most."""
        self.to.set_row(row, min(_LINE * height(texts) + 4, _HIGHEST))

    def _headings(self, row: int) -> None:
        """Write the headings of the columns, and how wide these are."""
        style = self.styles.of(**{**_CELL, "valign": "vcenter", "align": "center", "bold": True})
        for place, column in enumerate(self.page.sheet.columns):
            self.to.set_column(place, place, self.page.widths[place])
            self.to.write_string(row, place, column.heading.in_(self.page.lang), style)
        headings = (column.heading.in_(self.page.lang) for column in self.page.sheet.columns)
        self._high(row, zip(headings, self.page.widths, strict=True))

    def _rows(self, first: int) -> int:
        """Write the rows, or that there are none; return the row below."""
        for row, cells in enumerate(self.page.sheet.rows, first):
            kept = [stored(cell, self.page.lang) for cell in cells]
            for place, cell in enumerate(kept):
                self._cell(row, place, cell if place else evolve(cell, side="center"))
            texts = (cell.value if isinstance(cell.value, str) else "" for cell in kept)
            self._high(row, zip(texts, self.page.widths, strict=True))
        if self.page.sheet.rows:
            return first + len(self.page.sheet.rows)
        nothing = text(NOTHING.in_(self.page.lang))
        self.to.merge_range(first, 0, first, self._last, "", self.styles.cell(nothing))
        self._cell(first, 0, nothing)
        return first + 1

    def _cell(self, row: int, place: int, cell: Stored, *, bold: bool = False) -> None:
        """Write a cell."""
        style = self.styles.cell(cell, bold=bold)
        match cell.kind, cell.value:
            case "number", value:
                self.to.write_number(row, place, value, style)
            case "day", date() as day:
                self.to.write_datetime(row, place, day, style)
            case "text", value:
                self.to.write_string(row, place, value, style)
            case _:
                self.to.write_blank(row, place, None, style)

    def _total(self, first: int, below: int) -> int:
        """Write the sums of the columns that add; return the row below."""
        sheet = self.page.sheet
        if not sheet.rows or not any(column.adds for column in sheet.columns):
            return below
        for place, column in enumerate(sheet.columns):
            self._cell(below, place, BLANK, bold=True)
            if column.adds:
                self._sum(first, below, place)
        if not sheet.columns[1].adds:
            self._cell(below, 1, text(TOTAL.in_(self.page.lang)), bold=True)
        return below + 1

    def _sum(self, first: int, below: int, place: int) -> None:
        """Write the sum of a column: a formula if a spreadsheet adds its cells exactly."""
        cells = [row[place] for row in self.page.sheet.rows]
        added = sum_of(cells)
        if added is None:
            return
        total = stored(added, self.page.lang)
        if total.kind == "number" and all(exact_places(cell or 0) is not None for cell in cells):
            column = letters(place)
            formula = f"=SUM({column}{first + 1}:{column}{below})"
            style = self.styles.cell(total, bold=True)
            self.to.write_formula(below, place, formula, style, total.value)
        else:
            self._cell(below, place, total, bold=True)

    def _remarks(self, row: int) -> int:
        """Write the remarks beneath the table; return the row below."""
        for remark in self.page.sheet.remarks:
            words = f"{REMARK.in_(self.page.lang)}: {remark.in_(self.page.lang)}"
            self._across(row, words, "remark")
            row += 1
        return row

    def _signatures(self, row: int, header: Header) -> None:
        """Write where the report is signed, on the left and on the right."""
        lang, middle = self.page.lang, _middle(self.page.widths)
        signer = tuple(map(printable, header.signer)) or (_HEADED_BY.in_(lang),)
        sign, name = _SIGN.in_(lang), filled_in(header.signer_name)
        self._side(row, middle, ("", place_and_day(header, lang)), "slanted")
        for place, words in enumerate(signer):
            left = _MADE_BY.in_(lang) if place == 0 else ""
            self._side(row + 1 + place, middle, (left, words), "signer")
        below = row + 1 + len(signer)
        self._side(below, middle, (sign, sign), "slanted")
        self._side(below + 5, middle, (DOTS, name), "signer")

    def _side(self, row: int, middle: int, words: tuple[str, str], style: str) -> None:
        """Write a line on the left and one on the right."""
        left, right = words
        self._across(row, left, style, 0, middle - 1)
        self._across(row, right, style, middle, self._last)

    def _paper(self, top: int) -> None:
        """Set up the paper, the headings that every page repeats, and the frozen rows."""
        self.to.set_landscape()
        self.to.set_paper(_A4)
        self.to.set_margins(left=0.6, right=0.4, top=0.7, bottom=0.6)
        self.to.fit_to_pages(1, 0)
        self.to.repeat_rows(top)
        self.to.freeze_panes(top + 1, min(2, self._last))
        self.to.set_header('&C&"Times New Roman,Regular"&P')
        self.to.center_horizontally()
        self.to.hide_gridlines(2)


def letters(place: int) -> str:
    """Return the letters of a column.

    Args:
        place: the place of the column, from 0.
    """
    text, number = "", place + 1
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


def _middle(widths: tuple[int, ...]) -> int:
    """Return the column at which the right half of a table begins."""
    half, left = sum(widths) / 2, 0
    for place, width in enumerate(widths):
        if left + width > half:
            return max(place, 1)
        left += width
    raise AssertionError  # pragma: no cover  # the widths are above their half
