"""What a person must look at in a file is listed once, for the command and for services."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from nsc_program import Completeness, Period, Support
from nsc_program.intake import Intake, read
from nsc_program.intake.files import Sheet, open_sheet, open_sheets, to_review

_Rows = list[tuple[object, ...]]

_HEADINGS = ("Mã hồ sơ", "Mã số thuế", "Ngày bắt đầu", "Ngày hoàn thành", "Đã xác minh")
_ROW = ("s1", "SAMPLE-0001", "05/01/2024", "30/06/2024", "x")
_TABLE: _Rows = [_HEADINGS, _ROW]
_CLAIM = Completeness(Support, Period.until(date(2025, 12, 31)))


def _opened(folder: Path, *sheets: _Rows, ignored: Iterable[str] = ()) -> tuple[Intake, Sheet]:
    book = openpyxl.Workbook()
    for name, rows in zip(("Danh sách", "Danh sách 2"), sheets, strict=False):
        cells = book.create_sheet(name)
        for row in rows:
            cells.append(row)
    del book["Sheet"]
    book.save(folder / "list.xlsx")
    sheet = open_sheet(folder / "list.xlsx", Support, ignored=ignored)
    found = read(
        Support,
        sheet.rows,
        first_row=sheet.first_row,
        titles=sheet.titles,
        around=sheet.around,
        ignored=ignored,
    )
    return found, sheet


def test_a_plain_file_leaves_nothing(tmp_path: Path) -> None:
    assert () == to_review(*_opened(tmp_path, _TABLE))


def test_another_sheet_is_told_although_the_rows_are_understood(tmp_path: Path) -> None:
    planned: _Rows = [("Số liệu dự kiến",)]
    found, sheet = _opened(tmp_path, _TABLE, planned)
    (line,) = to_review(found, sheet)

    assert found.is_understood
    assert "Trang tính “Danh sách 2” (chưa nhập), dòng 1: “Số liệu dự kiến”" in line.message.vi
    assert "Sheet “Danh sách 2” (not read), row 1: “Số liệu dự kiến”" in line.message.en
    assert () == to_review(*_opened(tmp_path, _TABLE, planned, ignored=["Danh sách 2"]))


@pytest.mark.parametrize(
    ("rows", "code", "text"),
    [
        ([("Danh sách dự kiến",), *_TABLE], "doubtful-line", "Danh sách dự kiến"),
        ([("Các hợp tác xã",), *_TABLE], "assumed-line", "Các hợp tác xã"),
        ([(*_HEADINGS, "Kết quả"), (*_ROW, "rút")], "unread-column", "Kết quả"),
        ([*_TABLE, ("Có hồ sơ chưa xong",)], "doubtful-line", "Có hồ sơ chưa xong"),
        ([*_TABLE, ("Theo ý kiến mới",)], "not-understood", "Theo ý kiến mới"),
        ([(*_HEADINGS[:3], "Ngày thanh lý", "Đã xác minh"), _ROW], "presumed-column", "Ngày thanh"),
    ],
)
def test_what_the_sheet_says_is_told_and_accepted(
    tmp_path: Path, rows: _Rows, code: str, text: str
) -> None:
    (item,) = to_review(*_opened(tmp_path, rows))
    assert code == item.code
    assert text in item.message.vi
    assert text in item.message.en

    found, sheet = _opened(tmp_path, rows, ignored=item.accepts)
    left = to_review(found, sheet, ignored=item.accepts)
    assert bool(item.accepts) is (not left)
    assert item.accepts or code == "presumed-column"  # which `columns` confirms


_LONG = "Tư vấn xây dựng và áp dụng hệ thống quản lý chất lượng tại phân xưởng số"


def test_long_texts_that_differ_at_their_ends_are_told_apart_and_accepted(tmp_path: Path) -> None:
    """The first words of both are the same, and only one of them is odd."""
    odd = f"{_LONG} 2, chờ lịch"
    rows: _Rows = [(*_HEADINGS, "Nội dung hỗ trợ"), (*_ROW, f"{_LONG} 1"), (*_ROW, odd)]
    rows[2] = ("s2", "SAMPLE-0002", *rows[2][2:])
    found, sheet = _opened(tmp_path, rows)
    (item,) = to_review(found, sheet)
    assert (odd,) == item.accepts
    assert f"“{odd}” (1: dòng 3)" in item.message.vi

    found, sheet = _opened(tmp_path, rows, ignored=item.accepts)
    assert () == to_review(found, sheet, ignored=item.accepts)


def test_texts_that_are_not_shown_whole_are_accepted_by_their_heading(tmp_path: Path) -> None:
    rows: _Rows = [(*_HEADINGS, "Nội dung hỗ trợ"), (*_ROW, f"{_LONG} 1, chờ Trần Mẫu")]
    (item,) = to_review(*_opened(tmp_path, rows))
    assert ("Nội dung hỗ trợ",) == item.accepts
    assert "chờ …”" in item.message.vi


def test_a_name_is_in_what_is_accepted_only(tmp_path: Path) -> None:
    line = "(*) Ông Lê Văn Mẫu có ý kiến khác"
    (item,) = to_review(*_opened(tmp_path, [*_TABLE, (line,)]))
    assert ((line,), 3) == (item.accepts, item.row)
    assert "Mẫu" not in repr(item) + item.message.vi + item.message.en


def test_a_day_that_was_given_for_all_rows_is_compared(tmp_path: Path) -> None:
    found, sheet = _opened(tmp_path, [("Thời gian: 06/5/2024",), *_TABLE])
    given = {"on": "13/06/2024"}
    (line, _) = to_review(found, sheet, values=given)  # and the line is not understood

    assert "--value" in line.message.en
    assert 1 == len(to_review(found, sheet, values=given, ignored=["Thời gian: 06/5/2024"]))


class TestClaims:
    """Some things matter only if the rows are claimed complete."""

    def test_a_sheet_with_such_a_table_is_told(self, tmp_path: Path) -> None:
        """Also without a claim, unless the caller chose the sheet or left the other one out."""
        found, sheet = _opened(tmp_path, _TABLE, _TABLE)
        for claimed in (True, False):
            (line,) = to_review(found, sheet, claimed=claimed)
            assert ("unread-sheets", ("Danh sách 2",)) == (line.code, line.accepts)
            assert "“Danh sách 2”" in line.message.vi

        assert () == to_review(*_opened(tmp_path, _TABLE, _TABLE, ignored=["Danh sách 2"]))
        (chosen,) = open_sheets(tmp_path / "list.xlsx", Support, ["Danh sách"])
        assert () == to_review(found, chosen)
        assert () != to_review(found, chosen, claimed=True)

    def test_running_numbers_are_told(self, tmp_path: Path) -> None:
        numbered: _Rows = [("STT", *_HEADINGS)]
        numbered += [(n, f"s{n}", f"SAMPLE-{n}", *_ROW[2:]) for n in (1, 2, 4, 5)]
        numbered += [(5, "s6", "SAMPLE-6", *_ROW[2:])]
        _, sheet = _opened(tmp_path, numbered)
        claimed = read(Support, sheet.rows, first_row=sheet.first_row, completeness=[_CLAIM])
        gap, twice = to_review(claimed, sheet)

        assert "before row 4" in gap.message.en
        assert "Row 6 " in twice.message.en
        assert () == to_review(claimed, sheet, claimed=False)


class TestPresumed:
    """A heading that only probably names a column is told if it is read as that column."""

    @pytest.mark.parametrize(("other", "expected"), [("Ngày nghiệm thu", 0), ("Ngày gửi", 1)])
    def test_it_is_not_read_beside_a_sure_one(
        self, tmp_path: Path, other: str, expected: int
    ) -> None:
        liquidated = "Ngày thanh lý"
        rows: _Rows = [(*_HEADINGS[:3], other, liquidated), (*_ROW[:4], "05/07/2024")]
        _, sheet = _opened(tmp_path, rows)
        assert expected == len(sheet.presumed)
