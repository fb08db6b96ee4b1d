"""Headings and lines around a table that are hidden or struck through. All data are made up."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Font

from nsc_program import Support
from nsc_program.intake import Fault, Intake, read
from nsc_program.intake.files import Hidden, open_sheet
from row_files import workbook

HEADINGS = ("Mã", "MST", "Bắt đầu", "Kết thúc", "NSNN")
UNIT = "ĐVT: triệu đồng"
Change = Callable[[openpyxl.Workbook], None]


def good(number: int, money: object) -> tuple[object, ...]:
    return (f"s{number}", f"SAMPLE-{number}", date(2024, 1, 5), date(2024, 6, 30), money)


def hides(row: int) -> Change:
    def change(book: openpyxl.Workbook) -> None:
        book.worksheets[0].row_dimensions[row].hidden = True

    return change


def strikes(cell: str) -> Change:
    def change(book: openpyxl.Workbook) -> None:
        book.worksheets[0][cell].font = Font(strike=True)

    return change


def taken(
    folder: Path,
    change: Change,
    *rows: tuple[object, ...],
    hidden: Hidden = "reject",
    ignored: tuple[str, ...] = (),
) -> Intake:
    path = workbook(folder / "rows.xlsx", *rows, more=change)
    sheet = open_sheet(path, Support, hidden=hidden, ignored=ignored)
    return read(Support, sheet.rows, first_row=sheet.first_row, ignored=ignored)


def amounts(found: Intake) -> list[int]:
    supports = [each for each in found.register.records if isinstance(each, Support)]
    return [each.vnd for support in supports for each in support.funding]


ABOVE = ((UNIT,), HEADINGS, good(1, 500_000))
BELOW = (HEADINGS, good(1, 500_000), (), (UNIT,))


@pytest.mark.parametrize(
    ("rows", "change"),
    [
        (ABOVE, hides(1)),
        (ABOVE, strikes("A1")),
        (ABOVE, hides(2)),
        (ABOVE, strikes("D2")),
        (BELOW, hides(4)),
        (BELOW, strikes("A4")),
    ],
    ids=range(6),
)
def test_what_is_unseen_around_a_table_rejects_its_rows(
    tmp_path: Path, rows: tuple[tuple[object, ...], ...], change: Change
) -> None:
    found = taken(tmp_path, change, *rows)
    assert [Fault.UNSEEN_HEADING] == [problem.code for problem in found.problems]
    assert [500_000_000_000] == amounts(taken(tmp_path, change, *rows, hidden="take"))


@pytest.mark.parametrize(
    ("rows", "change"),
    [(ABOVE, hides(1)), (ABOVE, strikes("A1")), (BELOW, hides(4))],
    ids=range(3),
)
def test_a_line_that_is_left_out_gives_no_unit(
    tmp_path: Path, rows: tuple[tuple[object, ...], ...], change: Change
) -> None:
    assert [500_000] == amounts(taken(tmp_path, change, *rows, hidden="leave"))
    assert [500_000] == amounts(taken(tmp_path, change, *rows, ignored=(UNIT,)))


def test_headings_are_not_left_out(tmp_path: Path) -> None:
    assert 0 == taken(tmp_path, hides(2), *ABOVE, hidden="leave").accepted


@pytest.mark.parametrize(
    ("change", "accepted"),
    [(hides(1), 1), (strikes("A1"), 0), (hides(2), 1), (strikes("B2"), 1)],
    ids=range(4),
)
def test_a_title_that_is_struck_no_longer_holds(
    tmp_path: Path, change: Change, accepted: int
) -> None:
    title = "DANH SÁCH DOANH NGHIỆP ĐƯỢC HỖ TRỢ"
    rows = ((title,), (None, None), HEADINGS, good(1, 500_000))
    assert accepted == taken(tmp_path, change, *rows).accepted


def test_a_hidden_row_does_not_give_a_unit(tmp_path: Path) -> None:
    other = ("s2", "SAMPLE-2", "05/01/2024", "30/06/2024", "1,5 tỷ")
    found = taken(tmp_path, hides(3), HEADINGS, good(1, 500_000), other)
    assert [(3, Fault.HIDDEN_ROW)] == [(each.row, each.code) for each in found.problems]


def test_a_note_is_told_as_before(tmp_path: Path) -> None:
    def notes(book: openpyxl.Workbook) -> None:
        book.worksheets[0]["A3"].comment = Comment("Đã hủy", "made up")

    found = taken(tmp_path, notes, *ABOVE)
    assert [Fault.DOUBTFUL_NOTE] == [problem.code for problem in found.problems]
