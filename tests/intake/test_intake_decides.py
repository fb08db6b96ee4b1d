"""Lines, titles and cells that decide how a record counts if no column does.

All data are made up.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from each import for_each
from nsc_program import Expert, PilotModel, ReportedFigure, Support
from nsc_program.intake import Fault, read
from nsc_program.intake._cells.grid import Grid
from nsc_program.intake._tables.layout import Layout, laid_out
from nsc_program.intake._tables.wanted import Wanted
from nsc_program.intake._words.naming import Named, named
from nsc_program.intake._words.reported import doubt_of_figures
from nsc_program.intake.files import open_sheet
from nsc_program.records._records import AnyRecord
from nsc_program.records._register import Register
from row_files import GOOD, HEADINGS, OTHER, workbook

MODELS = ("Mã", "MST", "Ngày công nhận")
FIGURES = ("Mã", "Mã chỉ tiêu", "Năm", "Kết quả", "Ngày báo cáo")
FIGURE = ("r1", "trained/persons", 2024, 1500, "10/01/2025")


def model(number: int) -> tuple[str, ...]:
    return (f"m{number}", f"SAMPLE-{number}", "05/05/2024")


def taken(
    kind: type[AnyRecord],
    grid: Grid,
    *,
    ignored: Sequence[str] = (),
    given: Mapping[str, str] | None = None,
) -> tuple[Layout, Register, list[str]]:
    values = given or {}
    found = laid_out(grid, Wanted.of(kind, {}, ignored, values), {})
    rows = read(kind, found.rows, values=values, ignored=ignored)
    return found, rows.register, [each.code for each in rows.problems]


def ids(register: Register) -> list[str]:
    return sorted(str(getattr(each, "id", "")) for each in register.records)


SECTIONS = [
    (Support, "kind", "cooperative", "I. Doanh nghiệp", "II. Hợp tác xã"),
    (Support, "kind", "household", "I. Doanh nghiệp", "II. Hộ kinh doanh"),
    (Support, "kind", "cooperative", "A. Cong ty", "B. HTX"),
    (Support, "level", "ministry", "I. Cấp thành phố", "II. Cấp bộ"),
    (Support, "level", "ministry", "I. Sở hỗ trợ", "II. Bộ Công Thương hỗ trợ"),
    (Support, "level", "nation", "I. Do Thành phố hỗ trợ", "II. Do Trung ương hỗ trợ"),
    (PilotModel, "scope", "nation", "I. Cấp thành phố", "II. Cấp quốc gia"),
    (PilotModel, "scope", "nation", "I. Hà Nội", "II. Toàn quốc"),
    (PilotModel, "renewal", "có", "I. Công nhận mới", "II. Công nhận lại"),
    (PilotModel, "renewal", "có", "Lần đầu", "Gia hạn"),
]


@for_each(("kind", "field", "value", "usual", "other"), SECTIONS)
def test_rows_in_a_section_of_another_kind_are_rejected_unless_the_caller_decides(
    kind: type[AnyRecord], field: str, value: str, usual: str, other: str
) -> None:
    head, rows = (HEADINGS, (GOOD, OTHER)) if kind is Support else (MODELS, (model(1), model(2)))
    first, second = (row[0] for row in rows)
    grid: Grid = [list(head), [other], list(rows[0]), [usual], list(rows[1])]
    layout, register, faults = taken(kind, grid)
    assert [second] == ids(register)
    assert Fault.ASSUMED_LINE in faults
    assert () == layout.assumed
    _, ignored, _ = taken(kind, grid, ignored=[other])
    _, given, _ = taken(kind, grid, given={field: value})
    assert [first, second] == ids(ignored) == ids(given)


def test_a_section_above_the_headings_ends_with_the_next_section() -> None:
    grid: Grid = [["I. Hợp tác xã"], HEADINGS, GOOD, ["II. Doanh nghiệp"], OTHER]
    assert ["s2"] == ids(taken(Support, grid)[1])


def test_a_section_of_another_field_ends_no_section() -> None:
    grid: Grid = [HEADINGS, ["Hợp tác xã"], GOOD, ["Cấp thành phố"], OTHER]
    assert [] == ids(taken(Support, grid)[1])


def test_a_section_of_several_kinds_is_listed_as_assumed() -> None:
    layout, register, _ = taken(Support, [HEADINGS, ["I. Doanh nghiệp, hợp tác xã"], GOOD])
    assert (["s1"], ("I. Doanh nghiệp, hợp tác xã",)) == (ids(register), layout.assumed)


@for_each(
    ("kind", "line", "told"),
    [
        (Support, "DANH SÁCH HỢP TÁC XÃ ĐƯỢC HỖ TRỢ", True),
        (Support, "DANH SÁCH DOANH NGHIỆP, HỢP TÁC XÃ ĐƯỢC HỖ TRỢ", True),
        (Support, "DANH SÁCH HỖ TRỢ TỪ NGUỒN TRUNG ƯƠNG", True),
        (PilotModel, "DANH SÁCH MÔ HÌNH ĐIỂM CẤP QUỐC GIA", True),
        (PilotModel, "Mô hình công nhận lại", True),
        (Expert, "Danh sách chuyên gia cấp lại chứng chỉ", True),
        (Support, "DANH SÁCH DOANH NGHIỆP ĐƯỢC HỖ TRỢ", False),
        (Support, "UBND THÀNH PHỐ HÀ NỘI", False),
        (Support, "BỘ KHOA HỌC VÀ CÔNG NGHỆ", True),
        (Support, "Đơn vị báo cáo: Bộ Công Thương", True),
        (Support, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", False),
        (Support, "Kết quả thực hiện Chương trình quốc gia về năng suất", False),
        (PilotModel, "Mô hình áp dụng tiêu chuẩn quốc gia", False),
    ],
)
def test_a_title_that_may_decide_a_field_is_listed_as_assumed(
    kind: type[AnyRecord], line: str, *, told: bool
) -> None:
    tables: dict[type[AnyRecord], tuple[Any, Any]] = {
        Support: (HEADINGS, GOOD),
        PilotModel: (MODELS, model(1)),
    }
    head, row = tables.get(kind, (("Mã", "Mã cá nhân"), ("e1", "")))
    layout, _, faults = taken(kind, [[line], head, row])
    assert (line,) * told == layout.assumed
    assert Fault.ASSUMED_LINE not in faults
    assert () == taken(kind, [[line], head, row], ignored=[line])[0].assumed


def test_the_name_of_a_sheet_is_assumed_unless_the_field_is_given_or_read(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "r.xlsx",
        HEADINGS,
        GOOD,
        more=lambda book: setattr(book.worksheets[0], "title", "HTX"),
    )
    assert ("HTX",) == open_sheet(path, Support).assumed
    assert () == open_sheet(path, Support, given=["kind"]).assumed
    columns: Grid = [["HỢP TÁC XÃ"], [*HEADINGS, "Loại hình"], [*GOOD, "HTX"]]
    assert () == taken(Support, columns)[0].assumed


@for_each(
    ("kind", "heading", "cell", "told"),
    [
        (PilotModel, "Ghi chú", "Công nhận lại lần 2", True),
        (PilotModel, "Ghi chú", "Cấp quốc gia", True),
        (Support, "Ghi chú", "Thành viên là hợp tác xã", True),
        (Support, "Cơ quan hỗ trợ", "Bộ Công Thương", True),
        (Support, "Chương trình", "Chương trình quốc gia 1322", True),
        (Support, "Nguồn", "Trung ương", True),
        (Support, "Nguồn kinh phí", "NS trung ương", True),
        (Support, "Đơn vị chủ trì", "Tổng cục Tiêu chuẩn", True),
        (Support, "Cơ quan hỗ trợ", "Sở Khoa học và Công nghệ", False),
        (Support, "Sản phẩm", "Bộ bàn ghế", False),
        (Support, "Ghi chú", "Áp dụng tiêu chuẩn quốc gia", False),
    ],
)
def test_a_column_whose_cells_may_decide_a_field_is_told(
    kind: type[AnyRecord], heading: str, cell: str, *, told: bool
) -> None:
    head, row = (HEADINGS, GOOD) if kind is Support else (MODELS, model(1))
    found = read(kind, [{**dict(zip(head, row, strict=True)), heading: cell}])
    assert [heading] * told == [each.heading for each in found.telling]


@for_each(
    "line",
    [
        "CHỈ TIÊU GIAO NĂM 2024",
        "Kế hoạch giao",
        "Mục tiêu năm 2024",
        "Số liệu tạm tính",
        "So lieu so bo",
        "Số liệu ước",
        "Số liệu 9 tháng đầu năm",
        "Số liệu lũy kế từ năm 2021",
        "Quý I/2024",
        "Báo cáo tháng 9/2024",
        "6T/2024",
        "Số liệu đến 30/9",
    ],
)
def test_figures_under_a_line_about_a_plan_or_a_part_of_a_year_are_rejected(line: str) -> None:
    assert doubt_of_figures(line, ())
    assert [] == ids(taken(ReportedFigure, [[line], FIGURES, FIGURE])[1])
    assert " " not in line or [] == ids(taken(ReportedFigure, [FIGURES, [line], FIGURE])[1])
    assert ["r1"] == ids(taken(ReportedFigure, [[line], FIGURES, FIGURE], ignored=[line])[1])


@pytest.mark.parametrize(
    "line",
    [
        "KẾT QUẢ THỰC HIỆN CHỈ TIÊU GIAO NĂM 2024",
        "Báo cáo kết quả năm 2024",
        "Hà Nội, ngày 10 tháng 1 năm 2025",
        "Số liệu đến 31/12/2024",
        "Số liệu 12 tháng",
    ],
)
def test_figures_under_a_line_about_results_of_the_year_are_accepted(line: str) -> None:
    assert ["r1"] == ids(taken(ReportedFigure, [[line], FIGURES, FIGURE])[1])


def test_figures_are_not_doubted_if_a_column_decides() -> None:
    assert not doubt_of_figures("Số liệu sơ bộ", {"estimate"})
    assert not doubt_of_figures("9 tháng", {"period.start", "period.end"})
    grid: Grid = [
        FIGURES,
        ["I. Tạm tính"],
        FIGURE,
        ["II. Chính thức"],
        ["r2", *FIGURE[1:2], 2023, *FIGURE[3:]],
    ]
    assert ["r2"] == ids(taken(ReportedFigure, grid)[1])


def test_a_line_can_name_both_kinds() -> None:
    assert Named.BOTH is named("kind", "Doanh nghiệp, HTX")
