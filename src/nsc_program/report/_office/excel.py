"""The workbook of a report: a worksheet for each table of each annex, ready to print."""

from collections.abc import Iterator
from datetime import datetime
from io import BytesIO

from xlsxwriter import Workbook

from nsc_program.errors import InvalidValue
from nsc_program.report import phrases
from nsc_program.report._files import undated
from nsc_program.report._header import Header, attached, author
from nsc_program.report._office.excel_pen import Page, Pen, Styles
from nsc_program.report._office.layout import numbered, widths
from nsc_program.report._report import Annex, Report
from nsc_program.report._sheets import Sheet
from nsc_program.values._text import Lang, Text
from nsc_program.values._written_days import written_day

MOST_ROWS = 1_000_000
"""The most rows of a table; a worksheet has 1,048,576."""
_LEAST = 130
"""The least width of a table in characters, which fills a page that lies on its side."""
_OPTIONS = {
    "in_memory": True,  # so that the system's folder for temporary files never holds a name
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def workbook(report: Report, lang: Lang, header: Header) -> bytes:
    """Make the workbook of a report.

    Args:
        report: the report.
        lang: `"vi"` for Vietnamese or `"en"` for English.
        header: who sends and signs the report.

    Raises:
        InvalidValue: if a table has more rows than a worksheet can hold.
    """
    title = report.title.in_(lang)[:255]
    made = datetime.combine(report.as_of, datetime.min.time())
    buffer = BytesIO()
    with Workbook(buffer, _OPTIONS) as book:
        book.set_properties({"title": title, "created": made, "author": author(header)})
        styles = Styles(book)
        for page in _pages(report, lang, header):
            _refuse_vast(page.sheet)
            Pen(book.add_worksheet(page.name), styles, page).write()
    return undated(buffer.getvalue())


def _refuse_vast(sheet: Sheet) -> None:
    """Raise an error for more rows than a worksheet can hold."""
    rows = len(sheet.rows)
    if rows > MOST_ROWS:
        raise InvalidValue.at(
            "sheets",
            code="too-much-to-write",
            vi=f"bảng {sheet.id!r} có {rows} dòng, nhiều hơn mức một trang tính chứa được "
            f"({MOST_ROWS}); hãy chọn kỳ báo cáo ngắn hơn",
            en=f"sheet {sheet.id!r} has {rows} rows, more than a worksheet can hold "
            f"({MOST_ROWS}); choose a shorter report period",
        )


def _pages(report: Report, lang: Lang, header: Header) -> Iterator[Page]:
    """Yield the worksheets: one for each table, named for the annex and the place in it."""
    for annex in report.annexes:
        for place, sheet in enumerate(annex.sheets, 1):
            name = annex.name.in_(lang)
            shown = numbered(sheet)
            yield Page(
                name=name if place == 1 else f"{name}.{place}",
                titles=tuple(_titles(report, annex, sheet, lang, header)),
                sheet=shown,
                widths=widths(shown, lang, _LEAST),
                lang=lang,
                header=header if place == len(annex.sheets) else None,
            )


def _titles(
    report: Report, annex: Annex, sheet: Sheet, lang: Lang, header: Header
) -> Iterator[tuple[str, str]]:
    """Yield the lines above a table, each with its style."""
    yield annex.name.in_(lang), "name"
    yield annex.title.in_(lang).upper(), "title"
    yield attached(header, lang), "slanted"
    evaluation, day = report.evaluation, written_day(report.as_of, "vi")
    period = phrases.period(report.period, lang)
    plan = f"{evaluation.title.in_(lang)} ({evaluation.edition})"
    data = Text(
        vi=f"{plan}; kỳ báo cáo: {period}; số liệu tính đến hết ngày {day}",
        en=f"{plan}; report period: {period}; data as of the close of {report.as_of}",
    )
    yield data.in_(lang), "plan"
    if len(annex.sheets) > 1:
        yield sheet.title.in_(lang), "table"
