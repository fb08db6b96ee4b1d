"""Workbooks to fill in: a list of one class of records that intake takes without a problem."""

from collections.abc import Iterator
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import IO, Any, TypeAlias, final

from attrs import frozen

from nsc_program.intake._headings.headings import FUNDING, HEADINGS
from nsc_program.intake.files._books import missing
from nsc_program.records._fields import RecordField, record_fields
from nsc_program.records._records import AnyRecord, Funding
from nsc_program.records._rejected_rows import row_class
from nsc_program.report.labels import OF_ENTRIES, kind_of, label
from nsc_program.report.phrases import capital
from nsc_program.values._periods import Period

_SOURCES = ("state-budget", "other-lawful")
_ROWS = 1_000
"""The number of rows that are prepared."""
_WIDTH = 22
_YES_NO = ("có", "không")
_DAY, _CHOOSE = "Ghi ngày/tháng/năm, như 30/6/2026", "Chọn trong danh sách"
_FIRST_DAY = date(1990, 1, 1)
_NO_MOMENT = datetime(2000, 1, 1)  # noqa: DTZ001  # equal templates are equal files

_Book: TypeAlias = Any  # xlsxwriter has no types


@final
@frozen
class _Column:
    """A column to fill in.

    Attributes:
        name: the name of the column.
        holds: what its cells hold: `"text"`, `"day"`, `"number"` or `"choice"`.
        choices: the texts to choose from.
    """

    name: str
    holds: str = "text"
    choices: tuple[str, ...] = ()

    @property
    def heading(self) -> str:
        """The heading of the column, which intake understands."""
        words = capital(HEADINGS[self.name].split("|")[0])
        return f"{words} (đồng)" if self.name.startswith(FUNDING) else words


def write_template(kind: type[AnyRecord] | str, path: Path | IO[bytes]) -> None:
    """Write a workbook to fill in with the records of one class, in Vietnamese.

    It has headings, lists to choose from, and cells for days; every other cell is formatted as
    text, so that codes keep their zeros. `nsc_program.intake` takes the filled workbook as it is.

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
    for name, field in record_fields(kind).items():
        if name not in OF_ENTRIES:
            yield from _columns_of(name, field)


def _columns_of(name: str, field: RecordField) -> Iterator[_Column]:
    """Yield the columns of one field."""
    if field.base is Funding:
        yield from (_Column(f"{FUNDING}{source}", "number") for source in _SOURCES)
    elif field.base is Period:
        yield from (_Column(f"{name}.{end}", "day") for end in ("start", "end"))
    elif field.is_day:
        yield _Column(name, "day")
    elif field.base is bool:
        yield _Column(name, "choice", _YES_NO)
    elif field.members and not field.several:
        yield _Column(name, "choice", tuple(_words_of(field)))
    else:
        yield _Column(name, "number" if field.base is int else "text")


def _words_of(field: RecordField) -> Iterator[str]:
    """Yield the names of the members of an enumeration."""
    members = (member for member in field.members if isinstance(member, StrEnum))
    return (label(member).vi for member in members)


def _write(book: _Book, title: str, columns: tuple[_Column, ...]) -> None:
    """Write the sheet with its headings, and prepare its cells."""
    sheet = book.add_worksheet(capital(title)[:31])
    heading = book.add_format(
        {"bold": True, "text_wrap": True, "border": 1, "align": "center", "num_format": "@"}
    )
    formats = {
        holds: book.add_format({"num_format": shown})
        for holds, shown in (("text", "@"), ("choice", "@"), ("day", "dd/mm/yyyy"), ("number", "0"))
    }
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    for at, column in enumerate(columns):
        sheet.set_column(at, at, _WIDTH, formats[column.holds])
        sheet.write_string(0, at, column.heading, heading)
        rule = _rule(column)
        if rule:
            sheet.data_validation(1, at, _ROWS, at, rule)


def _rule(column: _Column) -> dict[str, Any]:
    """Return what a cell of a column may hold, with a hint; empty if it may hold any text."""
    if column.holds == "choice":
        return {"validate": "list", "source": [*column.choices], "input_message": _CHOOSE}
    if column.holds == "day":
        days = {"validate": "date", "criteria": ">=", "value": _FIRST_DAY}
        return {**days, "input_message": _DAY}
    return {}
