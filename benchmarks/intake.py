"""Measure what a list costs to take in, against only reading its cells.

    python benchmarks/intake.py

A list of supports as CSV is compared with `csv.DictReader`, and as .xlsx with openpyxl in its
read-only mode; both touch every cell. The yardsticks judge nothing. Every row must become a record.
"""

import csv
import sys
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from openpyxl import Workbook, load_workbook
from rounds import Row, paired, show

from nsc_program import Support
from nsc_program.intake import read
from nsc_program.intake.files import open_sheet

ROWS = 20_000
FIRST_DAY = date(2024, 1, 1)
ENTERED = date(2025, 1, 15)
HEADINGS = ("Mã hồ sơ", "Tên doanh nghiệp", "Mã số thuế", "Ngày bắt đầu", "Ngày hoàn thành")


def _rows() -> Iterator[tuple[str, ...]]:
    """Yield made-up supports as a clerk would write them."""
    for number in range(ROWS):
        start = FIRST_DAY + timedelta(number % 200)
        yield (
            f"HS-{number:06}",
            f"Công ty TNHH Sản xuất và Thương mại Mẫu {number}",
            _tax_code(number),
            f"{start:%d/%m/%Y}",
            f"{start + timedelta(number % 90):%d/%m/%Y}",
        )


def _tax_code(number: int) -> str:
    """Return a made-up tax code with a right check digit, or with the next number that has one."""
    digits = f"{10_000_000 + (number + 1) * 7:09}"
    weights = (31, 29, 23, 19, 17, 13, 7, 5, 3)
    last = 10 - sum(map(int.__mul__, weights, map(int, digits))) % 11
    return f"{digits}{last}" if last < 10 else _tax_code(number + ROWS)  # noqa: PLR2004


def _ours(path: Path) -> None:
    sheet = open_sheet(path, Support)
    found = read(
        Support,
        sheet.rows,
        first_row=sheet.first_row,
        titles=sheet.titles,
        around=sheet.around,
        recorded_on=ENTERED,
    )
    if found.accepted != ROWS or found.problems:
        sys.exit(f"the list is not plain: {found.problems[:3]}")


def _with_csv(path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        found = sum(1 for row in csv.DictReader(file) if all(row.values()))
    if found != ROWS:
        sys.exit("the yardstick reads other rows")


def _with_openpyxl(path: Path) -> None:
    sheet = load_workbook(path, read_only=True).active
    found = sum(1 for row in sheet.iter_rows(values_only=True) if all(row)) if sheet else 0
    if found != ROWS + 1:
        sys.exit("the yardstick reads other rows")


def _measured() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        text, book = Path(folder) / "list.csv", Path(folder) / "list.xlsx"
        made = [HEADINGS, *_rows()]
        with text.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(made)
        workbook = Workbook(write_only=True)
        sheet = workbook.create_sheet("Danh sách")
        for row in made:
            sheet.append(row)
        workbook.save(book)
        work = f"a list of {ROWS:,} supports as"
        in_csv = paired(lambda: _ours(text), lambda: _with_csv(text), rounds=3)
        yield Row(f"{work} CSV", "csv.DictReader", in_csv, 12)
        in_xlsx = paired(lambda: _ours(book), lambda: _with_openpyxl(book), rounds=3)
        yield Row(f"{work} .xlsx", "openpyxl, read-only", in_xlsx, 1.3)


if __name__ == "__main__":
    sys.exit(show(_measured()))
