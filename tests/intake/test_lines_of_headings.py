"""Lines that stand in the rows of headings, beside the table. All data are made up."""

from pathlib import Path

import pytest

from nsc_program import Support
from nsc_program.intake import Fault, Intake, read
from nsc_program.intake.files import Sheet, open_sheet
from row_files import workbook

HEADINGS = ("STT", "Mã", "MST", "Bắt đầu", "Kết thúc")
MONEY = (*HEADINGS, "NSNN")


def good(number: int, *more: object) -> tuple[object, ...]:
    return (number, f"s{number}", f"SAMPLE-{number}", "05/01/2024", "30/06/2024", *more)


def opened(folder: Path, *rows: tuple[object, ...], ignored: tuple[str, ...] = ()) -> Sheet:
    return open_sheet(workbook(folder / "rows.xlsx", *rows), Support, ignored=ignored)


def taken(sheet: Sheet, ignored: tuple[str, ...] = ()) -> Intake:
    return read(
        Support,
        sheet.rows,
        first_row=sheet.first_row,
        ignored=ignored,
        titles=sheet.titles,
        around=sheet.around,
    )


def amounts(found: Intake) -> list[int]:
    records = found.register.records
    return [
        each.vnd for record in records if isinstance(record, Support) for each in record.funding
    ]


@pytest.mark.parametrize("unit", ["ĐVT: nghìn đồng", "Đơn vị tính: 1.000 đồng", "(nghìn đồng)"])
@pytest.mark.parametrize("gap", [(), (None,), (None, None)])
def test_a_unit_beside_the_headings_is_that_of_the_table(
    tmp_path: Path, unit: str, gap: tuple[None, ...]
) -> None:
    found = taken(opened(tmp_path, (*MONEY, *gap, unit), good(1, 500_000)))
    assert [500_000_000] == amounts(found)


def test_another_unit_above_the_table_rejects_its_rows(tmp_path: Path) -> None:
    rows = [("ĐVT: triệu đồng",), (*MONEY, None, "ĐVT: nghìn đồng"), good(1, 500)]
    found = taken(opened(tmp_path, *rows))
    assert Fault.UNKNOWN_UNIT in [problem.code for problem in found.problems]


@pytest.mark.parametrize("line", ["Lưu ý: s2 chưa nghiệm thu", "Số liệu chưa chốt: chờ duyệt"])
def test_a_line_that_doubts_rows_rejects_them(tmp_path: Path, line: str) -> None:
    rows = [(*HEADINGS, line), good(1), good(2)]
    sheet = opened(tmp_path, *rows)
    assert ((line,), 0) == (sheet.doubtful, taken(sheet).accepted)
    sheet = opened(tmp_path, *rows, ignored=(line,))
    assert ((), 2) == (sheet.doubtful, taken(sheet, (line,)).accepted)


@pytest.mark.parametrize(
    "headings",
    [(*HEADINGS, None, "Đợt bổ sung"), ("Đợt bổ sung", None, *HEADINGS)],
)
def test_a_text_behind_a_gap_is_told(tmp_path: Path, headings: tuple[object, ...]) -> None:
    left = headings.index("STT")
    rows = [headings, (*[None] * left, *good(1))]
    assert [(1, "Đợt bổ sung")] == [
        (line.row, line.text) for line in opened(tmp_path, *rows).unread
    ]


@pytest.mark.parametrize(
    "more",
    [
        ("Quy mô", "Ký nhận"),
        ("Trong đó: vốn vay",),
        ("ISO 9001", "Ngày dự kiến"),
        (None, "Ghi chú"),
        (None, "Loại hình"),
    ],
)
def test_a_heading_without_cells_is_not_a_line(tmp_path: Path, more: tuple[object, ...]) -> None:
    sheet = opened(tmp_path, (*HEADINGS, *more), good(1))
    assert ((), ()) == (sheet.unread, sheet.doubtful)
    assert taken(sheet).is_understood


@pytest.mark.parametrize("more", [(None, "Dự kiến"), ("Lưu ý: chờ duyệt",)])
def test_a_heading_above_cells_is_not_a_line(tmp_path: Path, more: tuple[object, ...]) -> None:
    sheet = opened(tmp_path, (*HEADINGS, *more), good(1, *[None] * (len(more) - 1), 5))
    assert () == sheet.unread
    assert [more[-1]] == [column.heading for column in taken(sheet).telling]


def test_a_column_with_two_rows_of_headings_has_no_line(tmp_path: Path) -> None:
    rows = [
        (*HEADINGS, "Kinh phí", None),
        (*[None] * len(HEADINGS), "NSNN", "Vốn vay: ngân hàng"),
        good(1, "500.000"),
    ]
    assert [500_000] == amounts(taken(opened(tmp_path, *rows)))


@pytest.mark.parametrize(
    ("again", "ignored", "accepted"),
    [
        ("ĐVT: triệu đồng", (), 2),
        ("ĐVT: nghìn đồng", (), 1),
        ("Đợt bổ sung: DN cấp bộ", (), 1),
        ("Đợt bổ sung: DN cấp bộ", ("Đợt bổ sung: DN cấp bộ",), 2),
    ],
)
def test_the_headings_of_a_page_have_the_lines_of_the_first(
    tmp_path: Path, again: str, ignored: tuple[str, ...], accepted: int
) -> None:
    rows = [(*MONEY, "ĐVT: triệu đồng"), good(1, 50), (*MONEY, again), good(2, 50)]
    found = taken(opened(tmp_path, *rows, ignored=ignored), ignored)
    assert accepted == found.accepted
    assert {Fault.OTHER_TABLE} >= {problem.code for problem in found.problems}


def test_the_unit_above_a_long_list_is_that_of_all_its_pages(tmp_path: Path) -> None:
    first, last = range(1, 41), range(41, 46)
    rows = [
        ("ĐVT: triệu đồng",),
        MONEY,
        *(good(number, 50) for number in first),
        MONEY,
        *(good(number, 60) for number in last),
    ]
    assert [50_000_000] * 40 + [60_000_000] * 5 == sorted(amounts(taken(opened(tmp_path, *rows))))
