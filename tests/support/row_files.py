"""Files of rows, all made up: written for a test, and patched if a library cannot do it."""

import zipfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import openpyxl

from nsc_program import Support
from nsc_program.intake import Intake, read
from nsc_program.intake.files import open_sheet

HEADINGS = ("Mã", "MST", "Bắt đầu", "Kết thúc")
GOOD = ("s1", "SAMPLE-1", "05/01/2024", "30/06/2024")
OTHER = ("s2", "SAMPLE-2", "05/01/2024", "30/06/2024")
SHEET = "xl/worksheets/sheet1.xml"


def as_csv(rows: Iterable[Sequence[object]], delimiter: str = ",") -> str:
    return "".join(delimiter.join(map(str, row)) + "\n" for row in rows)


def written(folder: Path, content: str | bytes, name: str = "rows.csv") -> Path:
    """Write a text or bytes to a file."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def workbook(
    path: Path, *rows: Sequence[object], more: Callable[[openpyxl.Workbook], None] | None = None
) -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(list(row))
    if more is not None:
        more(book)
    book.save(path)
    return path


def patched(path: Path, *changes: tuple[str, str], part: str = SHEET) -> Path:
    """Change the text of a part of a workbook, and check that each old text is there."""
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    for before, after in changes:
        assert before.encode() in parts[part]
        parts[part] = parts[part].replace(before.encode(), after.encode())
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return path


def taken_in(path: Path, **options: str) -> Intake:
    sheet = open_sheet(path, Support, **options)  # type: ignore[arg-type]
    return read(Support, sheet.rows, first_row=sheet.first_row)
