"""Cells of one row, and keys and names of several, that contradict each other. All are made up."""

from typing import Any

import pytest

from each import for_each
from nsc_program import (
    AssessmentBody,
    Enterprise,
    Expert,
    PilotModel,
    ReportedFigure,
    Support,
    Training,
)
from nsc_program.intake import Fault, read
from nsc_program.intake._texts.kinds_of_names import kind_of_name
from nsc_program.intake._texts.plain_lines import is_plain_line
from nsc_program.intake._words.reported import is_of_a_proposal
from rows import BODY, ENTERPRISE, EXPERT, MODEL, REPORT, SUPPORT, TRAINING, Row

Pair = tuple[str | None, str]


def codes(kind: type[Any], *rows: Row, **more: Any) -> list[str]:  # noqa: ANN401
    return [problem.code for problem in read(kind, rows, **more).problems]


class TestKinds:
    """A name that says another kind than its row counts is told."""

    @for_each(
        ("name", "kind"),
        [
            ("Tổ hợp tác Mây tre", "cooperative"),
            ("Rau sạch Sóc Sơn (HTX)", "cooperative"),
            ("HKD Gốm Bát Tràng", "household"),
            ("Bếp Việt - hộ kinh doanh", "household"),
            ("Chi nhánh Công ty CP Hợp tác xã Xanh", "enterprise"),
            ("Ngân hàng Hợp tác xã", "enterprise"),
            ("Trường Cao đẳng nghề", "none"),
            ("Viễn Đông", None),
        ],
    )
    def test_of_names(self, name: str, kind: str | None) -> None:
        assert kind == kind_of_name(name)

    def test_beside_a_kind(self) -> None:
        row = {**SUPPORT, "Loại hình": "Doanh nghiệp", "Tên doanh nghiệp": "HTX Mây tre"}
        assert [Fault.OTHER_KIND] == codes(Support, row)
        assert [] == codes(Support, row, ignored=["HTX Mây tre"])
        assert [] == codes(Support, {**row, "Loại hình": "HTX"})
        assert [] == codes(Support, {**row, "Tên doanh nghiệp": None})
        del row["Loại hình"]
        assert [] == codes(Support, row)  # the column of names is told

    def test_where_only_enterprises_count(self) -> None:
        assert [Fault.OTHER_KIND] == codes(PilotModel, {**MODEL, "Tên": "Hộ kinh doanh Lan"})
        assert [Fault.OTHER_KIND] == codes(Enterprise, {**ENTERPRISE, "Tên": "Bệnh viện Mắt"})
        assert [] == codes(Enterprise, {**ENTERPRISE, "Tên": "Công ty Sao Mai"})

    @pytest.mark.parametrize("unit", ["HTX", "hộ", "HKD", "cơ sở"])
    def test_of_a_figure(self, unit: str) -> None:
        assert [Fault.CONTRARY_UNIT] == codes(ReportedFigure, {**REPORT, "ĐVT": unit})
        assert [Fault.OTHER_THINGS] == codes(ReportedFigure, {**REPORT, "Giá trị": f"5 {unit}"})

    def test_of_a_figure_with_cooperatives(self) -> None:
        row = {**REPORT, "Chỉ tiêu": "supported/cooperatives", "ĐVT": "HTX"}
        assert [] == codes(ReportedFigure, row)
        assert [] == codes(ReportedFigure, {**REPORT, "Chỉ tiêu": "bodies", "ĐVT": "cơ sở"})

    def test_beside_a_figure(self) -> None:
        row = {**REPORT, "Tên chỉ tiêu": "Hợp tác xã được hỗ trợ"}
        assert [Fault.OTHER_KIND] == codes(ReportedFigure, row)
        assert [] == codes(ReportedFigure, {**row, "Chỉ tiêu": "trained/persons"})
        assert [] == codes(ReportedFigure, {**row, "Tên chỉ tiêu": 5})


class TestBodies:
    """The number and the name of a body are not exchanged, and one body has one number."""

    def test_exchanged(self) -> None:
        row = {**BODY, "Số đăng ký": "Viện Vật liệu", "Tên": "LAS-XD 77"}
        assert [Fault.OTHER_SAYING] * 2 == codes(AssessmentBody, row)

    @pytest.mark.parametrize(
        ("first", "second", "expected"),
        [
            ("VICAS 7", "VICAS 007", [Fault.LIKE_KEY]),
            ("VIAS 10", "VIAS 1O", [Fault.LIKE_KEY]),
            ("VIAS 10", "VIAS 11", []),
        ],
    )
    def test_writings(self, first: str, second: str, expected: list[Fault]) -> None:
        rows = {**BODY, "Số đăng ký": first}, {**BODY, "Mã": "b2", "Số đăng ký": second}
        assert expected == codes(AssessmentBody, *rows)

    def test_one_name(self) -> None:
        first = {**BODY, "Số đăng ký": "VIAS 1", "Tên tổ chức": "TT Kiểm định A"}
        second = {"Mã": "b2", "Số đăng ký": "VIAS 2", "Tên tổ chức": "TRUNG TÂM KIỂM ĐỊNH A"}
        assert [Fault.OTHER_KEY] == codes(AssessmentBody, first, {**first, **second})
        kept = ["TRUNG TÂM KIỂM ĐỊNH A"]
        assert [] == codes(AssessmentBody, first, {**first, **second}, ignored=kept)


class TestTotals:
    """The total of a row is the sum of its sources of money, unless another number is not read."""

    @for_each(
        ("more", "is_told"),
        [
            ({"Tổng kinh phí (triệu đồng)": 100}, False),
            ({"Tổng kinh phí (triệu đồng)": 999}, True),
            ({"Tổng cộng": "100.000.000"}, False),
            ({"Tổng": 100}, False),
            ({"Tổng": 90}, True),
            ({"Tổng": "chưa rõ"}, False),
            ({"Tổng": None}, False),
            ({"Tổng": 10**18}, False),
            ({"Tổng": 130, "Vốn vay": 30}, False),
            ({"Tổng": 70, "Vốn vay": 30}, True),
            ({"Tổng": 130, "STT": 30}, True),
            ({"Kinh phí (triệu đồng) › Tổng": 100}, False),
            ({"Kinh phí (triệu đồng) › Tổng": 101}, True),
            ({"Kinh phí › Tổng cộng › (triệu đồng)": 99}, True),
            ({"Khoán › Tổng": 90}, False),
        ],
        ids=range(15),
    )
    def test_of_a_row(self, more: Row, *, is_told: bool) -> None:
        sources = {"NSNN (triệu đồng)": 60, "Doanh nghiệp đối ứng (triệu đồng)": 40}
        found = codes(Support, {**SUPPORT, **sources, **more})
        assert is_told == (Fault.OTHER_TOTAL in found)

    @pytest.mark.parametrize(
        ("heading", "is_told"), [("Kinh phí (triệu đồng) › Tổng", False), ("Khoán › Tổng", True)]
    )
    def test_beneath_a_group(self, heading: str, *, is_told: bool) -> None:
        row = {**SUPPORT, "Kinh phí (triệu đồng) › NSNN": 60, heading: 60}
        assert is_told == bool(read(Support, [row]).telling)

    def test_without_sources(self) -> None:
        assert Fault.OTHER_TOTAL not in codes(Support, {**SUPPORT, "Tổng": 90})


class TestEnterprises:
    """One enterprise has one code; a branch has that of its head office and more."""

    @pytest.mark.parametrize(
        ("first", "second", "is_told"),
        [
            (("Cty TNHH Sao Mai", "SAMPLE-1"), ("CÔNG TY TNHH SAO MAI", "SAMPLE-2"), True),
            (("Công ty Sao Mai", "0100000010"), ("Công ty Sao Mai", "0100000010-001"), False),
            (("Công ty Sao Mai", "SAMPLE-1"), ("Chi nhánh Công ty Sao Mai", "SAMPLE-2"), False),
            (("Công ty Sao Mai", "SAMPLE-1"), ("Công ty Sao Mây", "SAMPLE-2"), False),
            (("Hộ kinh doanh", "SAMPLE-1"), ("Hộ kinh doanh", "SAMPLE-2"), False),
            (("Công ty Sao Mai", "SAMPLE-1"), (None, "SAMPLE-2"), False),
        ],
        ids=range(6),
    )
    def test_one_name(self, first: Pair, second: Pair, *, is_told: bool) -> None:
        rows = [
            {**SUPPORT, "Mã": f"s{number}", "Tên doanh nghiệp": name, "MST": code}
            for number, (name, code) in enumerate((first, second), 1)
        ]
        problems = read(Support, rows).problems
        assert is_told == (Fault.OTHER_KEY in [problem.code for problem in problems])
        assert is_told == any("ở dòng 1 với mã khác" in each.message.vi for each in problems)
        assert Fault.OTHER_KEY not in codes(Support, *rows, ignored=["CÔNG TY TNHH SAO MAI"])

    def test_people_may_have_one_name(self) -> None:
        rows = [
            {**TRAINING, "Mã": f"t{n}", "Mã người": f"SAMPLE-P{n}", "Họ tên": "Lê Thị Mai"}
            for n in (1, 2)
        ]
        assert Fault.OTHER_KEY not in codes(Training, *rows)


CERTIFIED: Row = {**EXPERT, "Tiêu chuẩn": "TCVN 13751:2023", "Ngày chứng nhận": "05/02/2024"}


class TestExperts:
    """A certificate is not older than its training or its standard."""

    def test_days(self) -> None:
        assert [] == codes(Expert, CERTIFIED)
        assert [Fault.EARLIER_DAY] == codes(Expert, {**CERTIFIED, "Ngày chứng nhận": "04/01/2024"})
        without = {**CERTIFIED, "Ngày đào tạo": None}
        assert [] == codes(Expert, without)
        assert [Fault.EARLIER_DAY] == codes(Expert, {**without, "Ngày chứng nhận": "05/12/2022"})
        renewed = {**CERTIFIED, "Ngày chứng nhận": "04/01/2024", "Cấp lại": "x"}
        assert [] == codes(Expert, renewed)


class TestFigures:
    """A figure is issued when its period is over, and not in a plan or a proposal."""

    @pytest.mark.parametrize(
        ("more", "is_told"),
        [
            ({"Ngày báo cáo": "15/12/2024"}, False),
            ({"Ngày báo cáo": "30/10/2024"}, True),
            ({"Ngày báo cáo": "30/10/2024", "Ước thực hiện": "có"}, False),
            ({"Năm": "2021-2025", "Ngày báo cáo": "30/06/2025"}, False),
            ({"Năm": "2021-2025", "Ngày báo cáo": "30/06/2024"}, True),
            ({"Năm": None, "Kỳ từ": "01/01/2025", "Kỳ đến": "31/12/2025"}, True),
        ],
    )
    def test_issued(self, more: Row, *, is_told: bool) -> None:
        assert is_told is (Fault.EARLY_FIGURE in codes(ReportedFigure, {**REPORT, **more}))

    def test_without_a_period(self) -> None:
        assert Fault.EARLY_FIGURE not in codes(ReportedFigure, {**REPORT, "Năm": "?"})

    def test_a_day_given_for_all_rows_has_no_cell(self) -> None:
        row = {heading: cell for heading, cell in REPORT.items() if heading != "Ngày báo cáo"}
        assert [] == codes(ReportedFigure, row, values={"issued": "05/01/2024"})

    @for_each("heading", ["Văn bản", "Số hiệu"])
    @for_each("text", ["15/2024/KH-UBND", "Tờ trình 9", "Ke hoach 5", "9/TTr-SCT"])
    def test_proposed(self, heading: str, text: str) -> None:
        assert [Fault.NOT_DONE] == codes(ReportedFigure, {**REPORT, heading: text})

    @pytest.mark.parametrize("text", ["15/BC-SCT", "Báo cáo thực hiện Kế hoạch 9/KH-UBND"])
    def test_reported(self, text: str) -> None:
        assert not is_of_a_proposal(text)


@pytest.mark.parametrize("code", ["010000337", "010000337-001"])
def test_a_code_that_begins_with_a_zero_lost_another_digit(code: str) -> None:
    assert [Fault.NOT_A_CODE] == codes(Support, {**SUPPORT, "MST": code})


@pytest.mark.parametrize(
    "line",
    [
        *("(Đính kèm theo Kế hoạch số 9/KH-SCT)", "Phụ lục I Kế hoạch số 9/KH-SCT"),
        *("Kem theo Ke hoach so 9/KH-SCT", "Phụ lục kèm theo Phương án số 3"),
    ],
)
def test_the_list_of_a_plan_is_told(line: str) -> None:
    assert not is_plain_line(line, "Support")
    assert is_plain_line("Thực hiện Kế hoạch số 9/KH-UBND", "Support")


@pytest.mark.parametrize("heading", ["Số đại biểu tham dự", "SL học viên", "Tổng số học viên"])
def test_more_headings_of_headcounts(heading: str) -> None:
    row = {"Mã": "t1", "Ngày": "05/01/2024", heading: 30}
    assert 1 == read("Training", [row]).accepted
