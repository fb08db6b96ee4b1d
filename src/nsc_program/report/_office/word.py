"""The report as a Word document in the form of Decree 30/2020/NĐ-CP, Annex I."""

from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import Any, Final

from docx import Document
from docx.oxml.ns import qn

from nsc_program.report._body import Kind, body
from nsc_program.report._files import undated
from nsc_program.report._header import Header, attached, author
from nsc_program.report._office.layout import (
    NOTHING,
    REMARK,
    TOTAL,
    lines,
    numbered,
    side,
    sum_of,
    widths,
)
from nsc_program.report._office.word_head import add_head
from nsc_program.report._office.word_parts import (
    BODY,
    FIRST_LINE,
    FONT,
    Look,
    Rows,
    add_gap,
    add_table,
    element,
    lay_out,
    number_pages,
    shrink_break,
    text_width,
    write,
)
from nsc_program.report._office.word_signature import add_signature
from nsc_program.report._report import Annex, Report
from nsc_program.report._sheets import Sheet, written
from nsc_program.values._text import Lang

_LOOKS: Final = {
    Kind.BASIS: Look(italic=True, at="both", first_line=FIRST_LINE, after=6),
    Kind.PART: Look(bold=True, first_line=FIRST_LINE, before=6, after=6, level=1),
    Kind.SECTION: Look(bold=True, first_line=FIRST_LINE, after=6, level=2),
    Kind.TEXT: Look(at="both", first_line=FIRST_LINE, after=6),
    Kind.ITEM: Look(at="both", first_line=FIRST_LINE, after=6),
    Kind.BLANK: Look(first_line=FIRST_LINE, after=6),
}
_DOTTED: Final = 3
"""The lines of dots of a blank."""
_SIZES: Final = (12, 11, 10, 9, 8, 7.5)
"""The sizes of the letters of a table, in points; the largest that fits is taken."""
_EASY: Final = 10
"""The size with which a table must fit a page upright; else the paper lies on its side."""
_EM: Final = 0.19
"""The width of a character, in millimetres, of letters of one point."""


def document(report: Report, lang: Lang, header: Header) -> bytes:
    """Make the Word document of a report.

    Args:
        report: the report.
        lang: `"vi"` for Vietnamese or `"en"` for English.
        header: who sends and signs the report.
    """
    made = Document()
    _set_up(made, report, lang, header)
    add_head(made, report, lang, header)
    for paragraph in body(report, lang, header):
        _add(made, paragraph.kind, paragraph.text)
    add_signature(made, lang, header)
    for annex in report.annexes:
        _add_annex(made, annex, lang, header)
    buffer = BytesIO()
    made.save(buffer)
    return undated(buffer.getvalue())


def _set_up(made: Any, report: Report, lang: Lang, header: Header) -> None:  # noqa: ANN401
    """Set the font, the language, the first page and what the file says of itself."""
    style = made.styles["Normal"]
    style.font.name, style.font.size = FONT, BODY * 12_700
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), FONT)
    language = "vi-VN" if lang == "vi" else "en-GB"
    style.element.get_or_add_rPr().append(element("w:lang", val=language))
    lay_out(made.sections[0], wide=False)
    number_pages(made.sections[0])
    about, day = made.core_properties, datetime.combine(report.as_of, datetime.min.time())
    about.title, about.author, about.language = (
        report.title.in_(lang)[:255],
        author(header),
        language,
    )
    about.comments = about.last_modified_by = ""
    about.created = about.modified = day


def _add(made: Any, kind: Kind, text: str) -> None:  # noqa: ANN401  # of python-docx
    """Add a paragraph of the report; a blank has several lines of dots."""
    if kind is Kind.BLANK:
        for _ in range(_DOTTED):
            write_dots(made.add_paragraph())
        return
    shown = f"- {text}" if kind is Kind.ITEM else text
    write(made.add_paragraph(), shown, _LOOKS[kind])


def write_dots(paragraph: Any) -> None:  # noqa: ANN401  # of python-docx
    """Write a line of dots that reaches the right margin."""
    write(paragraph, "\t", _LOOKS[Kind.BLANK])
    tab = element("w:tab", val="right", leader="dot", pos=round(text_width(wide=False) * 56.7))
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(element("w:tabs", tab), "w:spacing", "w:ind", "w:jc")


# --- annexes ---


def _add_annex(made: Any, annex: Annex, lang: Lang, header: Header) -> None:  # noqa: ANN401
    """Add an annex in a section of its own, whose pages are numbered from 1."""
    sheets = [numbered(sheet) for sheet in annex.sheets]
    wide = any(sum(widths(sheet, lang, 0)) > _characters(wide=False) for sheet in sheets)
    lay_out(made.add_section(), wide=wide)
    shrink_break(made)
    title = Look(bold=True, at="center", level=1)
    write(made.add_paragraph(), annex.name.in_(lang), title)
    write(made.add_paragraph(), annex.title.in_(lang).upper(), Look(bold=True, at="center"))
    write(made.add_paragraph(), attached(header, lang), Look(italic=True, at="center", after=6))
    for place, sheet in enumerate(sheets, 1):
        if len(sheets) > 1:
            heading = f"{place}. {sheet.title.in_(lang)}"
            write(made.add_paragraph(), heading, Look(bold=True, before=6, after=6, level=2))
        _add_sheet(made, sheet, lang, wide=wide)


def _add_sheet(made: Any, sheet: Sheet, lang: Lang, *, wide: bool) -> None:  # noqa: ANN401
    """Add a table, and its remarks; that there is nothing, for a table without rows."""
    room, found = text_width(wide=wide), widths(sheet, lang, _characters(wide=wide))
    if sheet.rows:
        rows = [_row(cells, lang) for cells in sheet.rows]
        total = _total(sheet, lang)
        table = Rows(
            widths=found,
            headings=tuple(column.heading.in_(lang) for column in sheet.columns),
            rows=[*rows, *total],
            bold_last=bool(total),
        )
        fits = (size for size in _SIZES if sum(found) * size * _EM <= room)
        add_table(made, table, room, next(fits, _SIZES[-1]))
        add_gap(made)
    else:
        write(made.add_paragraph(), NOTHING.in_(lang), Look())
    for remark in sheet.remarks:
        text = f"{REMARK.in_(lang)}: {remark.in_(lang)}"
        write(made.add_paragraph(), text, Look(size=12, italic=True, at="both", before=6))


def _characters(*, wide: bool) -> int:
    """Return how many characters a line has in letters of an easy size."""
    return int(text_width(wide=wide) / (_EASY * _EM))


def _row(cells: tuple[Any, ...], lang: Lang) -> list[tuple[tuple[str, ...], str]]:
    """Return the cells of a row as lines, with the side on which they stand."""
    number, *others = cells
    return [
        (lines(number, lang), "center"),
        *((lines(cell, lang), side(cell)) for cell in others),
    ]


def _total(sheet: Sheet, lang: Lang) -> list[list[tuple[tuple[str, ...], str]]]:
    """Return the row of the sums, if a column adds."""
    if not any(column.adds for column in sheet.columns):
        return []
    return [list(_sums(sheet, lang))]


def _sums(sheet: Sheet, lang: Lang) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the cells of the row of the sums; a column without numbers stays blank."""
    for place, column in enumerate(sheet.columns):
        added = sum_of(row[place] for row in sheet.rows) if column.adds else None
        if added is not None:
            yield (written(added, lang),), "right"
        else:
            yield (TOTAL.in_(lang) if place == 1 else "",), "left"
