"""Words that say that a row does not count, wherever a sheet has them. Every row is made up."""

from datetime import date

import pytest

from nsc_program import Expert, ReportedFigure, Support, Training
from nsc_program.intake import Fault, find_columns, read
from rows import EXPERT, REPORT, SUPPORT, supports


def of(*headings: str) -> dict[str, str]:
    """The columns that headings of a report are."""
    return dict(find_columns(ReportedFigure, headings).headings)


class TestTotals:
    """A part of a count is never taken for the total."""

    @pytest.mark.parametrize("over", ["Kết quả", "Số liệu", "Giá trị", "Thực hiện"])
    @pytest.mark.parametrize(
        "part", ["Trong đó: HTX", "Trong đó", "Trong đó HTX", "Bao gồm: HTX", "HTX", "Doanh nghiệp"]
    )
    def test_of_a_report(self, over: str, part: str) -> None:
        assert of(f"{over} › Tổng số", f"{over} › {part}") == {"value": f"{over} › Tổng số"}

    def test_a_part_alone(self) -> None:
        assert of("Kết quả › Trong đó: HTX") == {}

    @pytest.mark.parametrize("over", ["Số lượng", "Số người", "Số học viên"])
    @pytest.mark.parametrize("total", ["Tổng số", "Tổng cộng", "Tổng", "Cộng"])
    def test_of_people(self, over: str, total: str) -> None:
        headings = (f"{over} › {total}", f"{over} › Trong đó: cán bộ", f"{over} › Trong đó nữ")
        found = find_columns(Training, headings)
        assert (found.headings, found.several) == ({"headcount": headings[0]}, {})

    def test_money_has_parts_that_are_columns(self) -> None:
        found = find_columns(Support, ["Kinh phí (triệu đồng) › Trong đó › NSNN"])
        assert [*found.headings] == ["funding.state-budget"]


class TestContracts:
    """What a contract says need not be what happened."""

    @pytest.mark.parametrize(
        "over", ["Thời gian theo hợp đồng", "Thời gian hợp đồng", "Thông tin hợp đồng", "Theo HĐ"]
    )
    def test_the_days_of_a_contract(self, over: str) -> None:
        assert find_columns(Support, [f"{over} › Bắt đầu", f"{over} › Kết thúc"]).headings == {}

    def test_the_days_of_the_work(self) -> None:
        assert [*find_columns(Support, ["Thời gian › Bắt đầu"]).headings] == ["started_on"]


class TestAnnulled:
    """A record is annulled by plain words only; others reject their row."""

    @pytest.mark.parametrize(
        "text",
        [
            *("Đã hủy", "Hủy", "Dừng thực hiện", "Đã dừng", "da huy", "Hủy theo QĐ 12/QĐ-SKHCN"),
            *("Đã chấm dứt hợp đồng", "Không thực hiện", "Đã hủy ngày 05/06/2024", "Huy bo"),
        ],
    )
    def test_plainly(self, text: str) -> None:
        (record,) = supports({"Đã hủy": text}).register.records
        assert record.annulled

    @pytest.mark.parametrize(
        "text",
        [
            *("Tạm dừng", "Dừng 2 tháng, đã làm tiếp", "Hủy một phần", "Đề nghị hủy"),
            *("Đã hủy bỏ quyết định hủy", "Xin rút", "Dừng từ tháng 3 đến tháng 5", "Tam dung"),
            *("Hủy do nhầm, đã làm lại", "Có thể hủy", "Hủy?"),
        ],
    )
    def test_not_plainly(self, text: str) -> None:
        columns = {
            "id": "Mã",
            "enterprise": "MST",
            "started_on": "Bắt đầu",
            "annulled": "Tình trạng",
        }
        columns |= {"completed_on": "Kết thúc"}
        assert supports({"Đã hủy": text}).accepted == 0
        assert read(Support, [{**SUPPORT, "Tình trạng": text}], columns=columns).accepted == 0


STATES = {
    "Hồ sơ nghiệm thu": ("Chưa có", "Chưa", "Không"),
    "BBNT": ("Chưa", "Chưa có", "Không có"),
    "Biên bản thanh lý": ("Chưa", "Chưa nộp"),
    "Chưa HT": ("x", "1", "✓"),
    "Đang thực hiện": ("x",),
    "Chờ QĐ": ("x",),
    "Ngày hủy": ("x", "05/06/2024"),
    "Ngày dừng": ("x",),
    "Số QĐ hủy": ("x",),
    "Khối lượng thực hiện": ("80%", "Đạt 80%", "99,5 %"),
    "Tỷ lệ hoàn thành": ("50%",),
    "Đánh giá của Sở": ("Không", "Không đạt", "Chưa"),
    "Ý kiến của Hội đồng": ("Không đồng ý", "Chưa"),
}
HARMLESS = {
    "Hồ sơ nghiệm thu": ("Đã nghiệm thu", "Đủ"),
    "Khối lượng thực hiện": ("100%",),
    "Chứng nhận ISO": ("Không", "Chưa có"),
    "Xuất khẩu": ("Không",),
    "Ngày hủy": ("", "không"),
    "Kết quả": ("Đạt",),
}


class TestStates:
    """A column of states is known by its words, and a tick or a “no” says what its heading asks."""

    @pytest.mark.parametrize(
        ("heading", "cell"), [(name, each) for name, cells in STATES.items() for each in cells]
    )
    def test_not_done(self, heading: str, cell: str) -> None:
        found = supports({heading: cell})
        assert {problem.code for problem in found.problems} <= {Fault.CANCELLED, Fault.NOT_DONE}
        assert found.accepted == 0

    @pytest.mark.parametrize(
        ("heading", "cell"), [(name, each) for name, cells in HARMLESS.items() for each in cells]
    )
    def test_in_order(self, heading: str, cell: str) -> None:
        found = supports({heading: cell})
        assert (found.accepted, found.telling) == (1, ())

    @pytest.mark.parametrize("cell", ["Trượt", "Thi lại", "Không đạt", "Yếu", "truot", "Chưa qua"])
    def test_an_exam(self, cell: str) -> None:
        row = {**EXPERT, "Ngày chứng nhận": "05/06/2024", "Tiêu chuẩn": "TCVN 13751:2023"}
        assert read(Expert, [{**row, "Kết quả thi": cell}]).accepted == 0
        assert read(Expert, [{**row, "Kết quả thi": "Đạt"}]).accepted == 1

    @pytest.mark.parametrize("cell", ["chưa có", "Chưa cấp", "đang làm", "không"])
    def test_a_number_of_a_certificate(self, cell: str) -> None:
        row = {**EXPERT, "Ngày chứng nhận": "05/06/2024", "Tiêu chuẩn": "TCVN 13751:2023"}
        assert read(Expert, [{**row, "Số chứng chỉ": cell}]).accepted == 0

    @pytest.mark.parametrize("cell", ["Ba Đình (dự kiến)", "Dự kiến Ba Đình", "Chưa chốt"])
    def test_a_place(self, cell: str) -> None:
        row = {"Mã": "t1", "Ngày": "15/01/2024", "Số người": 40, "Địa điểm": cell}
        assert read(Training, [row]).accepted == 0
        assert read(Training, [{**row, "Địa điểm": "Ba Đình (cơ sở 2)"}]).accepted == 1


class TestDays:
    """What had not happened when it was recorded is no result."""

    def test_after_the_day_of_recording(self) -> None:
        (problem,) = read(Support, [SUPPORT], recorded_on=date(2024, 6, 29)).problems
        assert (problem.code, problem.column, problem.value) == (
            Fault.STILL_TO_COME,
            "Kết thúc",
            "30/06/2024",
        )
        assert read(Support, [SUPPORT], recorded_on=date(2024, 6, 30)).accepted == 1

    def test_of_a_report(self) -> None:
        assert read(ReportedFigure, [REPORT], recorded_on=date(2024, 12, 31)).accepted == 0
