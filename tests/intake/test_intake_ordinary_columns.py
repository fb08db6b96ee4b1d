"""Ordinary columns of lists of offices pass with ordinary cells, and are told with others.

All data are made up.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from each import for_each
from nsc_program import AssessmentBody, Dissemination, Expert, PilotModel, Support, Training
from nsc_program.intake import find_columns, read
from nsc_program.intake._headings.agreeing import agrees, asks_first_day
from rows import BODY, EVENT, EXPERT, MODEL, SUPPORT, TRAINING

ROWS: Mapping[type[Any], Mapping[str, object]] = {
    Support: SUPPORT,
    Training: TRAINING,
    Expert: EXPERT,
    PilotModel: MODEL,
    AssessmentBody: BODY,
    Dissemination: EVENT,
}
BETWEEN = "Thời gian › Từ ngày"


def _telling(kind: type[Any], heading: str, *cells: object) -> list[tuple[str, ...]]:
    """Return the texts for which columns are told beside rows with these cells."""
    rows = [{**ROWS[kind], "Mã": f"k{n}", heading: cell} for n, cell in enumerate(cells)]
    found = read(kind, rows)
    return [tuple(text for text, _ in column.values) for column in found.telling]


@for_each(
    ("kind", "heading", "cell"),
    [
        (Support, "Lĩnh vực sản xuất, kinh doanh", "Dệt may"),
        (Support, "Xã, thị trấn", "Xã Bình Minh"),
        (Support, "Sản phẩm chủ yếu", "Bánh kẹo"),
        (Support, "Điện thoại, email", "024 3736 8000"),
        (Support, "Biên bản nghiệm thu", "Số 12/BBNT ngày 01/3/2024"),
        (Support, "Nguồn kinh phí", "Ngân sách Thành phố"),
        (Expert, "Lĩnh vực chuyên môn", "Quản lý sản xuất"),
        (Expert, "Cơ sở đào tạo", "Viện Năng suất Việt Nam"),
        (Expert, "Trình độ", "Cử nhân Kinh tế"),
        (PilotModel, "Hiệu quả mang lại", "Năng suất lao động tăng 12%"),
        (PilotModel, "Cơ quan công nhận", "UBND Thành phố"),
        (AssessmentBody, "Tổ chức công nhận", "BoA"),
        *((Support, "Ghi chú", text) for text in ("Có biên bản nghiệm thu", "DN nữ làm chủ")),
        (Support, "Ghi chú", "Đã được cấp chứng chỉ ISO 9001:2015"),
        (Support, "Ghi chú", "Sản phẩm OCOP 4 sao"),
        (PilotModel, "Ghi chú", "Đã công bố trên website Sở"),
        (Support, "Bên B", "Công ty TNHH Sao Mai"),
        (Support, "Người đứng đầu", "Trần Văn Mẫu"),
        (Support, "Quyết định công nhận", "12/QĐ-UBND"),
        (Expert, "Quyết định cấp", "12/QĐ-VNPI"),
        (Dissemination, "Link bài viết", "https://example.vn/tin?so=5"),
    ],
)
def test_an_ordinary_cell_passes(kind: type[Any], heading: str, cell: str) -> None:
    assert [] == _telling(kind, heading, cell)


@for_each(
    ("kind", "heading", "cell"),
    [
        (Support, "Biên bản nghiệm thu", "Số 12/BBKS ngày 01/3/2024"),
        (Support, "Nguồn kinh phí", "Ngân sách trung ương"),
        (Support, "Nguồn kinh phí", "Chưa bố trí"),
        (Expert, "Cơ sở đào tạo", "chưa đào tạo"),
        (Expert, "Trình độ", "Cử nhân dự bị"),
        (Expert, "Trình độ", "Quốc tế"),
        (PilotModel, "Hiệu quả mang lại", "Chưa rõ"),
        (PilotModel, "Cơ quan công nhận", "UBND tỉnh Bắc Ninh"),
        (PilotModel, "Cơ quan công nhận", "Bộ Khoa học và Công nghệ"),
        (AssessmentBody, "Tổ chức công nhận", "BoA (đình chỉ)"),
        (Support, "Ghi chú", "Có biên bản khảo sát"),
        (Expert, "Ghi chú", "Đã được cấp chứng chỉ TCVN 13751:2023"),
        (PilotModel, "Ghi chú", "Sẽ công bố trên website Sở"),
    ],
)
def test_another_cell_beneath_it_is_told(kind: type[Any], heading: str, cell: str) -> None:
    assert _telling(kind, heading, cell)


def test_of_names_only_the_odd_ones_are_told() -> None:
    names = ("Công ty TNHH Sao Mai", "Công ty A (chờ xếp lịch)", "CTCP Gốm Bát Tràng")
    (told,) = _telling(Support, "Tên doanh nghiệp", *names)
    assert len(told) == 1


class TestFirstDays:
    """The first day of a course agrees with its last day, which is read."""

    def test_the_last_of_two_days_is_the_day_of_a_course(self) -> None:
        headings = ("Mã", "Số người", "Đối tượng", BETWEEN, "Thời gian › Đến ngày")
        assert find_columns(Training, headings).headings["on"] == headings[-1]

    @pytest.mark.parametrize(
        ("cell", "is_told"),
        [("01/01/2024", False), ("05/06/2034", True), ("05/06/2014", True), ("sắp tới", True)],
    )
    def test_a_first_day_after_the_last_is_told(self, cell: str, is_told: bool) -> None:
        row = {**TRAINING, "Ngày": "05/06/2024"}
        found = read(Training, [{**row, BETWEEN: cell}])
        assert is_told == bool(found.telling or found.rejected)

    def test_without_a_day_of_the_row_it_does_not_agree(self) -> None:
        assert not agrees("Từ ngày", "05/06/2024", {})
        assert agrees("Từ ngày", date(2024, 6, 5), {"on": date(2024, 6, 6)})
        assert not agrees("Từ ngày", "tuần sau", {"on": date(2024, 6, 6)})
        assert asks_first_day("Khai giảng")
        assert not asks_first_day("Bế giảng")


def test_the_number_of_a_decision_stands_beneath_its_group() -> None:
    headings = ("Mã", "MST", "Quyết định công nhận › Số", "Quyết định công nhận › Ngày")
    found = find_columns(PilotModel, headings).headings
    assert (found["decision"], found["recognised_on"]) == headings[2:]


@pytest.mark.parametrize(
    ("audience", "is_read"),
    [
        ("Cán bộ quản lý doanh nghiệp", True),
        ("Lãnh đạo, quản lý doanh nghiệp", True),
        ("Chủ doanh nghiệp", True),
        ("Cán bộ kỹ thuật, QA/QC doanh nghiệp", True),
        ("Doanh nghiệp vắng", False),
    ],
)
def test_the_people_of_enterprises_are_an_audience(audience: str, is_read: bool) -> None:
    found = read(Training, [{**TRAINING, "Đối tượng": audience}])
    assert is_read == (found.accepted == 1)
