"""Reports to write for office programs, and what stands in the files that come out."""

from collections.abc import Iterable
from datetime import date
from functools import cache, lru_cache
from io import BytesIO
from typing import Any, TypeAlias
from zipfile import ZipFile

import docx
import openpyxl
from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from building import experts, models, supports, trainings
from nsc_program import (
    HANOI,
    Enterprise,
    Funding,
    Period,
    Program,
    Register,
    Training,
)
from nsc_program.records import AnyRecord
from nsc_program.report import Header, Report, report, write_docx, write_xlsx
from nsc_program.testing import strategies as nsc
from nsc_program.values import Lang

YEAR = Period.of_years(2024, 2024)
CLOSE = date(2024, 12, 31)
HOSTILE = (
    "=cmd|'/c calc'!A1",
    "<script>alert(1)</script>",
    "\u202eevil & \x07 name",
    "rất dài " * 1_250,
)
"""Names that look like a formula or a tag, that turn the text around, or are long."""
Read: TypeAlias = Any
"""What openpyxl or python-docx reads back; the types of openpyxl allow too much in a cell."""
FULL = Header(
    superior="Ủy ban nhân dân thành phố",
    body="Sở A",
    number="5",
    symbol="BC-SA",
    place="Hà Nội",
    day=date(2025, 1, 5),
    addressees=("Ủy ban nhân dân thành phố", "Bộ B"),
    signer=("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
    signer_name="Nguyễn Văn Mẫu",
    recipients=("Như trên", "Lưu: VT, P1"),
    bases=("Kế hoạch số 149/KH-UBND", "Căn cứ Công văn số 1;"),
)


def made(
    records: Iterable[AnyRecord],
    period: Period = YEAR,
    as_of: date = CLOSE,
    *,
    program: Program = HANOI,
    people: bool = False,
) -> Report:
    """Make a report on some records, which are all the records of their classes."""
    register = Register.complete_through(as_of, records)
    return report(program, register, as_of=as_of, period=period, people=people)


@cache
def of_everything(names: tuple[str, ...] = ("Công ty A",)) -> Report:
    """Make a report with lists, money and a total, whose enterprises have some names."""
    helped = [
        evolve(
            each,
            funding=(Funding("state-budget", 1_500_000 * (place + 1)),) if place != 1 else (),
        )
        for place, each in enumerate(supports(5))
    ]
    described = [
        Enterprise(id=f"e{place}", code=f"SAMPLE-{place:04}", name=name)
        for place, name in enumerate(names)
    ]
    crowd = [Training(id="t-many", headcount=40, on=date(2024, 5, 5), topic="=1+1")]
    return made([*helped, *described, *crowd, *trainings(3), *experts(2), *models(1)])


@st.composite
def reports(draw: DrawFn) -> Report:
    """Draw reports on any plan and records, on a day on which the plan is in force."""
    program: Program = draw(st.just(HANOI) | nsc.programs())
    register: Register = draw(nsc.registers(program, max_size=8))
    phase = draw(st.sampled_from(program.phases)).period
    first = max(phase.first, program.in_force_from or phase.first)
    as_of = draw(st.dates(first, max(first, date(2040, 1, 1))))
    period = draw(st.sampled_from((phase, Period(phase.first, min(as_of, phase.end)))))
    return report(program, register, as_of=as_of, period=period)


def xlsx_of(made: Report, lang: Lang = "vi", header: Header | None = None) -> bytes:
    """Return the workbook of a report."""
    stream = BytesIO()
    write_xlsx(made, stream, lang, header)
    return stream.getvalue()


def docx_of(made: Report, lang: Lang = "vi", header: Header | None = None) -> bytes:
    """Return the Word document of a report."""
    stream = BytesIO()
    write_docx(made, stream, lang, header)
    return stream.getvalue()


@lru_cache(maxsize=16)
def book_of(made: Report, lang: Lang = "vi", header: Header | None = None) -> Read:
    """Return the workbook of a report, read back; several tests look at one."""
    return openpyxl.load_workbook(BytesIO(xlsx_of(made, lang, header)))


@lru_cache(maxsize=16)
def word_of(made: Report, lang: Lang = "vi", header: Header | None = None) -> Read:
    """Return the Word document of a report, read back; several tests look at one."""
    return docx.Document(BytesIO(docx_of(made, lang, header)))


def heading_row(sheet: Read) -> int:
    """Return the row of the headings of a worksheet."""
    return next(row for row in range(1, 9) if sheet.cell(row, 1).value in ("TT", "No."))


def cells_of(sheet: Read) -> list[list[Any]]:
    """Return the rows of values below the headings of a worksheet."""
    return [[cell.value for cell in row] for row in sheet.iter_rows(min_row=heading_row(sheet) + 1)]


def texts_of(document: Read) -> list[str]:
    """Return the paragraphs of a Word document, also those in its tables."""
    tables = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [*(paragraph.text for paragraph in document.paragraphs), *tables]


def parts_of(packed: bytes) -> str:
    """Return all the text in a packed document."""
    with ZipFile(BytesIO(packed)) as file:
        names = [name for name in file.namelist() if name.endswith((".xml", ".rels"))]
        return "\n".join(file.read(name).decode() for name in names)
