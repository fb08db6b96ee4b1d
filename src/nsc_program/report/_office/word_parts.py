"""Paragraphs, rules, page numbers and tables of a Word document."""

from collections.abc import Iterable, Sequence
from typing import Any, Final, final

from attrs import field, frozen
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

FONT: Final = "Times New Roman"
BODY: Final = 14
"""The size of the text, in points."""
FIRST_LINE: Final = 12.7
"""How far the first line of a paragraph is indented, in millimetres."""
_SHORT, _LONG = 210, 297
"""The sides of A4, in millimetres."""
TOP, BOTTOM, LEFT, RIGHT = 20, 20, 30, 15
"""The margins, in millimetres."""
_TO_NUMBER: Final = 10
"""From the edge of the paper to the page number, in millimetres."""
_PER_MM: Final = 1440 / 25.4
"""Twentieths of a point in a millimetre."""
_MOST_TOGETHER: Final = 1_500
"""The characters of a row that is kept on one page; a longer one may be higher than a page."""


@final
@frozen(kw_only=True)
class Look:
    """How a paragraph looks.

    Attributes:
        size: the size of its letters, in points.
        bold: whether it is bold.
        italic: whether it is slanted.
        at: `"left"`, `"center"`, `"right"` or `"both"` for justified.
        first_line: how far the first line is indented, in millimetres.
        before: the room above, in points.
        after: the room below, in points.
        level: the level of a heading, from 1; 0 for text.
    """

    size: float = BODY
    bold: bool = False
    italic: bool = False
    at: str = "left"
    first_line: float = 0
    before: float = 0
    after: float = 0
    level: int = 0


_SIDES: Final = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "both": WD_ALIGN_PARAGRAPH.JUSTIFY,
}


def element(tag: str, *children: Any, **attributes: object) -> Any:  # noqa: ANN401  # XML
    """Make an element of the document.

    Args:
        tag: its name, such as `w:p`.
        children: the elements inside it.
        attributes: its attributes, in the namespace of the document.
    """
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    for child in children:
        made.append(child)
    return made


def write(paragraph: Any, text: str, look: Look) -> None:  # noqa: ANN401  # of python-docx
    """Write a text into an empty paragraph.

    Args:
        paragraph: the paragraph.
        text: the text.
        look: how it looks.
    """
    shape = paragraph.paragraph_format
    shape.alignment = _SIDES[look.at]
    shape.first_line_indent = Mm(look.first_line)
    shape.space_before, shape.space_after = Pt(look.before), Pt(look.after)
    shape.line_spacing = 1
    if look.level:
        shape.keep_with_next = True
        paragraph._p.get_or_add_pPr().append(element("w:outlineLvl", val=look.level - 1))
    run = paragraph.add_run(text)
    run.bold, run.italic = look.bold, look.italic
    run.font.size = Pt(look.size)


def two_columns(made: Any, widths: tuple[int, int]) -> tuple[Any, Any]:  # noqa: ANN401
    """Add two columns without borders, which stay on one page; return their cells.

    Args:
        made: the document.
        widths: the widths of the columns, in millimetres.
    """
    table = made.add_table(rows=1, cols=2)
    table.autofit = False
    properties = table._tbl.tblPr
    margins = (element(f"w:{edge}", w=0, type="dxa") for edge in ("left", "right"))
    properties.insert_element_before(element("w:tblCellMar", *margins), "w:tblLook")
    table.rows[0]._tr.get_or_add_trPr().append(element("w:cantSplit"))
    for column, cell, width in zip(table.columns, table.rows[0].cells, widths, strict=True):
        column.width = cell.width = Mm(width)
    return table.rows[0].cells[0], table.rows[0].cells[1]


def fill(cell: Any, lines: Iterable[tuple[str, Look]]) -> None:  # noqa: ANN401
    """Write lines into a cell, whose first paragraph is empty.

    Args:
        cell: the cell.
        lines: the texts, and how they look.
    """
    for place, (text, look) in enumerate(lines):
        write(cell.paragraphs[0] if place == 0 else cell.add_paragraph(), text, look)


def add_rule(container: Any, room: float, length: float) -> None:  # noqa: ANN401  # of python-docx
    """Add a line in the middle of a column, as a thin paragraph with a border.

    Args:
        container: the cell or the document.
        room: the width of the column, in millimetres.
        length: the length of the line, in millimetres.
    """
    paragraph = container.add_paragraph()
    write(paragraph, "", Look(size=2, before=2))
    shape = paragraph.paragraph_format
    shape.line_spacing = Pt(4)
    shape.left_indent = shape.right_indent = Mm((room - length) / 2)
    border = element("w:top", val="single", sz=6, space=1, color="auto")
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(
        element("w:pBdr", border), "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def lay_out(section: Any, *, wide: bool) -> None:  # noqa: ANN401  # of python-docx
    """Set the paper, the margins and the numbering of a section, which begins at 1.

    Args:
        section: the section.
        wide: whether the paper lies on its side.
    """
    across, down = (_LONG, _SHORT) if wide else (_SHORT, _LONG)
    section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(across), Mm(down)
    section.top_margin, section.bottom_margin = Mm(TOP), Mm(BOTTOM)
    section.left_margin, section.right_margin = Mm(LEFT), Mm(RIGHT)
    section.header_distance = section.footer_distance = Mm(_TO_NUMBER)
    section.different_first_page_header_footer = True
    properties = section._sectPr
    for old in properties.findall(qn("w:pgNumType")):
        properties.remove(old)
    number = element("w:pgNumType", start=1)
    properties.find(qn("w:pgMar")).addnext(number)


def add_gap(document: Any) -> None:  # noqa: ANN401  # of python-docx
    """Add a paragraph without height, since Word wants one between a table and what follows.

    Args:
        document: the document.
    """
    paragraph = document.add_paragraph()
    write(paragraph, "", Look(size=1))
    paragraph.paragraph_format.line_spacing = Pt(1)


def shrink_break(document: Any) -> None:  # noqa: ANN401  # of python-docx
    """Make the paragraph that ends the last section but one so small that it never fills a page.

    Args:
        document: the document.
    """
    properties = document.element.body.findall(f"{qn('w:p')}/{qn('w:pPr')}/{qn('w:sectPr')}")[-1]
    properties.addprevious(element("w:spacing", before=0, after=0, line=20, lineRule="exact"))
    properties.addprevious(element("w:rPr", element("w:sz", val=2)))


def text_width(*, wide: bool) -> int:
    """Return how wide the text of a page is, in millimetres.

    Args:
        wide: whether the paper lies on its side.
    """
    return (_LONG if wide else _SHORT) - LEFT - RIGHT


def number_pages(section: Any) -> None:  # noqa: ANN401  # of python-docx
    """Put the page number in the middle of the top margin of all pages but the first.

    Args:
        section: the first section; the others follow it.
    """
    paragraph = section.header.paragraphs[0]
    write(paragraph, "", Look(at="center"))
    run = paragraph.runs[0]._r
    run.append(element("w:fldChar", fldCharType="begin"))
    instruction = element("w:instrText")
    instruction.text = " PAGE "
    run.append(instruction)
    run.append(element("w:fldChar", fldCharType="end"))


# --- tables ---


@final
@frozen(kw_only=True)
class Rows:
    """A table with borders.

    Attributes:
        widths: the widths of its columns, in characters.
        headings: the headings, which every page repeats.
        rows: its rows: each cell as lines and the side on which they stand.
        bold_last: whether the last row is bold.
    """

    widths: tuple[int, ...]
    headings: tuple[str, ...]
    rows: Sequence[Sequence[tuple[Sequence[str], str]]]
    bold_last: bool = field(default=False)


def add_table(document: Any, table: Rows, room: float, size: float) -> None:  # noqa: ANN401
    """Add a table with borders at the end of a document.

    It is made of elements, since python-docx takes minutes for thousands of cells.

    Args:
        document: the document.
        table: the table.
        room: its width, in millimetres.
        size: the size of its letters, in points.
    """
    twips = [round(room * _PER_MM * width / sum(table.widths)) for width in table.widths]
    grid = element("w:tblGrid", *(element("w:gridCol", w=width) for width in twips))
    body = [_heading_row(table.headings, twips, size)]
    for place, cells in enumerate(table.rows, 1):
        bold = table.bold_last and place == len(table.rows)
        body.append(_row(cells, twips, size, bold=bold))
    made = element("w:tbl", _table_properties(sum(twips)), grid, *body)
    document._body._element.insert_element_before(made, "w:sectPr")


def _table_properties(width: int) -> Any:  # noqa: ANN401  # XML
    """Return the properties of a table: its width, borders, fixed columns and inner margins."""
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = (element(f"w:{edge}", val="single", sz=4, space=0, color="auto") for edge in edges)
    margins = (element(f"w:{edge}", w=45, type="dxa") for edge in ("left", "right"))
    return element(
        "w:tblPr",
        element("w:tblW", w=width, type="dxa"),
        element("w:tblBorders", *borders),
        element("w:tblLayout", type="fixed"),
        element("w:tblCellMar", *margins),
    )


def _heading_row(headings: Sequence[str], widths: Sequence[int], size: float) -> Any:  # noqa: ANN401
    """Return the row of the headings."""
    cells = (
        _cell(([heading], "center"), width, size, bold=True, middle=True)
        for heading, width in zip(headings, widths, strict=True)
    )
    properties = element("w:trPr", element("w:cantSplit"), element("w:tblHeader"))
    return element("w:tr", properties, *cells)


def _row(
    cells: Sequence[tuple[Sequence[str], str]], widths: Sequence[int], size: float, *, bold: bool
) -> Any:  # noqa: ANN401  # XML
    """Return a row, which is not divided between pages unless it is very long."""
    written = (
        _cell(cell, width, size, bold=bold) for cell, width in zip(cells, widths, strict=True)
    )
    longest = max(sum(map(len, lines)) for lines, _ in cells)
    together = (element("w:cantSplit"),) if longest <= _MOST_TOGETHER else ()
    return element("w:tr", element("w:trPr", *together), *written)


def _cell(
    cell: tuple[Sequence[str], str], width: int, size: float, *, bold: bool, middle: bool = False
) -> Any:  # noqa: ANN401  # XML
    """Return a cell with a paragraph for each of its lines."""
    lines, at = cell
    properties = element("w:tcPr", element("w:tcW", w=width, type="dxa"))
    if middle:
        properties.append(element("w:vAlign", val="center"))
    return element("w:tc", properties, *_paragraphs(lines, at, size, bold=bold))


def _paragraphs(lines: Iterable[str], at: str, size: float, *, bold: bool) -> Iterable[Any]:
    """Yield the paragraphs of a cell."""
    for line in lines:
        shape = element(
            "w:pPr",
            element("w:spacing", before=20, after=20, line=240, lineRule="auto"),
            element("w:jc", val=at),
            element("w:rPr", element("w:sz", val=round(size * 2))),  # the height of a blank
        )
        look = element("w:rPr", *((element("w:b"),) if bold else ()))
        look.append(element("w:sz", val=round(size * 2)))
        text = element("w:t")
        text.text = line
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        yield element("w:p", shape, element("w:r", look, text))
