"""Workbooks to fill in: a list of one class of records that intake takes without a problem."""

from collections.abc import Iterator
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import IO, Any, TypeAlias, cast, final

from attrs import NOTHING, evolve, fields_dict, frozen

from nsc_program.intake._headings.vocabulary import FUNDING, HEADINGS
from nsc_program.intake.files._books import missing
from nsc_program.intake.files._tips import TIP_OF_VERIFIED
from nsc_program.records._base import Record
from nsc_program.records._fields import RecordField, record_fields
from nsc_program.records._records import AnyRecord, Funding
from nsc_program.records._rejected_rows import row_class
from nsc_program.report.labels import OF_ENTRIES, kind_of, label
from nsc_program.report.phrases import capital
from nsc_program.values._periods import Period

_SOURCES = ("state-budget", "other-lawful")
_ROWS = 1_000
"""The number of rows that are prepared."""
_WIDTHS = {"text": 20, "reader": 28, "several": 20}
_NARROW, _HEADING_HEIGHT = 14, 48
"""The width of the other columns, in characters, and the height of the headings, in points."""
_YES_NO = ("có", "không")
_REQUIRED = " (bắt buộc)"
_HINTS = {
    "day": "Ghi ngày/tháng/năm, như 30/6/2026",
    "choice": "Chọn trong danh sách",
    "several": "Chọn một mục trong danh sách, hoặc ghi các mục như: mục; mục",
    "money": "Ghi số theo đồng, như 90000000",
    "number": "Ghi số nguyên",
}
"""What stands at a cell; intake knows these words to be about the form of a cell only."""
_NAME_OF_ENTERPRISE = "Tên doanh nghiệp"
_FORMATS = {"day": "dd/mm/yyyy", "number": "0", "money": "#,##0"}
"""How numbers are shown; everything else is text, so that codes keep their zeros."""
_FIRST_DAY = date(1990, 1, 1)
_NO_MOMENT = datetime(2000, 1, 1)  # noqa: DTZ001  # equal templates are equal files

_Book: TypeAlias = Any  # xlsxwriter has no types


@final
@frozen
class _Column:
    """A column to fill in.

    Attributes:
        name: the name of the column; empty for one that only readers need.
        holds: what its cells hold: `"text"`, `"day"`, `"number"`, `"money"`, `"choice"`,
            `"several"` or `"reader"`.
        choices: the texts to choose from.
        required: whether a record must have it.
        instead: the name of the column that may be filled in instead; empty without one.
    """

    name: str
    holds: str = "text"
    choices: tuple[str, ...] = ()
    required: bool = False
    instead: str = ""

    @property
    def heading(self) -> str:
        """The heading of the column, which intake understands."""
        if self.holds == "reader":
            return _NAME_OF_ENTERPRISE
        unit = " (đồng)" if self.holds == "money" else ""
        return _named(self.name) + unit + (_REQUIRED if self.required else "")

    @property
    def hint(self) -> str:
        """What a person reads who fills in a cell; empty if the heading says enough."""
        instead = f"Ghi cột này hoặc cột “{_named(self.instead)}”" if self.instead else ""
        hint = TIP_OF_VERIFIED if self.name == "verified" else _HINTS.get(self.holds, "")
        return ". ".join(filter(None, (instead, hint)))


def _named(column: str) -> str:
    """Return the heading of a column, without its unit."""
    return capital(HEADINGS[column].split("|")[0])


def write_template(kind: type[AnyRecord] | str, path: Path | IO[bytes]) -> None:
    """Write a workbook to fill in with the records of one class, in Vietnamese.

    It has headings, lists to choose from, and cells for days; every other cell is formatted as
    text, so that codes keep their zeros. The headings of required columns say so, and a chosen cell
    says what to write. `nsc_program.intake` takes the filled workbook as it is.

    Args:
        kind: the class of records, or its name.
        path: the path of the workbook, or a binary file.

    Raises:
        UnknownId: if there is no such class.
        InvalidValue: if xlsxwriter is not installed.
    """
    record_class = row_class(kind)
    columns = tuple(_columns(record_class))
    try:
        from xlsxwriter import Workbook  # noqa: PLC0415  # an extra
    except ImportError:
        raise missing("xlsxwriter", ".xlsx") from None
    name = str(path) if isinstance(path, Path) else path
    with Workbook(name, {"in_memory": True}) as book:
        book.set_properties({"created": _NO_MOMENT})
        _write(book, kind_of(record_class.__name__, "vi"), columns)


def _columns(kind: type[AnyRecord]) -> Iterator[_Column]:
    """Yield the columns of a class."""
    known, given = record_fields(kind), fields_dict(kind)
    instead = {
        name: other
        for pair in cast("type[Record]", kind).EITHER
        for name, other in (pair, pair[::-1])
    }
    for name, field in known.items():
        if name not in OF_ENTRIES:
            is_required = given[name].default is NOTHING
            for column in _columns_of(name, field):
                yield evolve(column, required=is_required, instead=instead.get(name, ""))
        if field.folds and "name" not in known:
            yield _Column("", "reader")


def _columns_of(name: str, field: RecordField) -> Iterator[_Column]:
    """Yield the columns of one field."""
    if field.base is Funding:
        yield from (_Column(f"{FUNDING}{source}", "money") for source in _SOURCES)
    elif field.base is Period:
        yield from (_Column(f"{name}.{end}", "day") for end in ("start", "end"))
    elif field.is_day:
        yield _Column(name, "day")
    elif field.base is bool:
        yield _Column(name, "choice", _YES_NO)
    elif field.members:
        yield _Column(name, "several" if field.several else "choice", tuple(_words_of(field)))
    else:
        yield _Column(name, "number" if field.base is int else "text")


def _words_of(field: RecordField) -> Iterator[str]:
    """Yield the names of the members of an enumeration."""
    members = (member for member in field.members if isinstance(member, StrEnum))
    # A spreadsheet splits its list of choices at commas.
    return (label(member).vi.replace(",", "") for member in members)


_HEADING = {
    "bold": True,
    "text_wrap": True,
    "border": 1,
    "align": "center",
    "valign": "vcenter",
    "num_format": "@",
}


def _write(book: _Book, title: str, columns: tuple[_Column, ...]) -> None:
    """Write the sheet with its headings, and prepare its cells."""
    sheet = book.add_worksheet(capital(title)[:31])
    heading = book.add_format(_HEADING)
    required = book.add_format({**_HEADING, "bg_color": "#FFF2CC"})
    formats = {shown: book.add_format({"num_format": shown}) for shown in ("@", *_FORMATS.values())}
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_row(0, _HEADING_HEIGHT)
    for at, column in enumerate(columns):
        width = _WIDTHS.get(column.holds, _NARROW)
        sheet.set_column(at, at, width, formats[_FORMATS.get(column.holds, "@")])
        sheet.write_string(0, at, column.heading, required if column.required else heading)
        rule = _rule(column)
        if rule:
            sheet.data_validation(1, at, _ROWS, at, rule)


def _rule(column: _Column) -> dict[str, Any]:
    """Return what a cell of a column may hold, with a hint; empty if it may hold any text."""
    rule: dict[str, Any] = {"validate": "any"}
    if column.choices:
        is_one = column.holds == "choice"
        rule = {"validate": "list", "source": [*column.choices], "show_error": is_one}
    elif column.holds == "day":
        rule = {"validate": "date", "criteria": ">=", "value": _FIRST_DAY}
    return {**rule, "input_message": column.hint} if column.hint else {}
