"""Write a report for office programs: a workbook with the annexes, and the report to be signed."""

from nsc_program.report._files import File, missing, save
from nsc_program.report._header import Header
from nsc_program.report._report import Report
from nsc_program.values._text import Lang
from nsc_program.values._validators import require


def write_xlsx(report: Report, file: File, lang: Lang, header: Header | None = None) -> None:
    """Write the annexes of a report as a workbook, with a worksheet for each table.

    Numbers and days are cells that a spreadsheet can add and sort, ranges are text, and every text
    is inert. One report gives the same file each time. It needs the extra `xlsx`.

    Args:
        report: the report.
        file: the path of the workbook, or a binary stream.
        lang: `"vi"` for Vietnamese or `"en"` for English.
        header: who sends and signs the report; blanks stay visible if it is left out.

    Raises:
        InvalidType: for a report or a header of another class.
        InvalidValue: if the extra `xlsx` is not installed, or a table has too many rows.
        UnknownId: for another language.
    """
    given = _checked(report, header)
    try:
        from nsc_program.report._office.excel import workbook  # noqa: PLC0415  # an optional extra
    except ModuleNotFoundError:
        raise missing("xlsxwriter", ".xlsx", "xlsx") from None
    save(file, workbook(report, lang, given))


def write_docx(report: Report, file: File, lang: Lang, header: Header | None = None) -> None:
    """Write a report as a Word document in the form of Decree 30/2020, with its annexes.

    What the library knows is written; what an officer has to write is a visible blank. One report
    gives the same file each time. It needs the extra `docx`.

    Args:
        report: the report.
        file: the path of the document, or a binary stream.
        lang: `"vi"` for Vietnamese or `"en"` for English.
        header: who sends and signs the report; blanks stay visible if it is left out.

    Raises:
        InvalidType: for a report or a header of another class.
        InvalidValue: if the extra `docx` is not installed.
        UnknownId: for another language.
    """
    given = _checked(report, header)
    try:
        from nsc_program.report._office.word import document  # noqa: PLC0415  # an optional extra
    except ModuleNotFoundError:
        raise missing("python-docx", ".docx", "docx") from None
    save(file, document(report, lang, given))


def _checked(report: Report, header: Header | None) -> Header:
    """Return the header, which is blank if it is left out."""
    require(Report, "report", report)
    given = Header() if header is None else header
    require(Header, "header", given)
    return given
