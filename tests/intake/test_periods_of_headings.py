"""The heading of a figure names another period than its row. All figures are made up."""

import pytest

from nsc_program import ReportedFigure, Support
from nsc_program.intake import Fault, read
from rows import REPORT, SUPPORT, Row


def codes(heading: str, period: object, **more: object) -> list[str]:
    row: Row = {**REPORT, heading: 50, "Kỳ": period, **more}
    columns = {"id": "Mã", "indicator": "Chỉ tiêu", "issued": "Ngày báo cáo", "value": heading}
    named = {"period": "Kỳ"} if period is not None else {"period.start": "từ", "period.end": "đến"}
    return [
        problem.code for problem in read(ReportedFigure, [row], columns=columns | named).problems
    ]


@pytest.mark.parametrize(
    ("heading", "period"),
    [
        ("Kết quả năm 2024", "2024"),
        ("Kết quả › Năm 2024", "Quý I/2024"),
        ("Kết quả quý I", "Quý I/2024"),
        ("Kết quả 2021-2025", "2021-2025"),
        ("Kết quả 6 tháng đầu năm", "6 tháng đầu năm 2024"),
        ("Số đạt được", "2024"),
    ],
)
def test_a_figure_of_the_period_of_its_heading_is_read(heading: str, period: str) -> None:
    assert [] == codes(heading, period)


@pytest.mark.parametrize(
    ("heading", "period"),
    [
        ("Kết quả năm 2023", "2024"),
        ("Kết quả › Năm 2023", "Quý I/2024"),
        ("Kết quả quý II", "Quý I/2024"),
        ("Kết quả năm 2024", "2021-2025"),
        ("Kết quả 6 tháng đầu năm", "2024"),
    ],
)
def test_a_figure_of_another_period_is_rejected(heading: str, period: str) -> None:
    assert [Fault.OTHER_PERIOD] == codes(heading, period)


def test_the_period_may_stand_in_two_columns() -> None:
    year = {"từ": "01/01/2024", "đến": "31/12/2024"}
    assert [] == codes("Kết quả năm 2024", None, **year)
    assert [Fault.OTHER_PERIOD] == codes("Kết quả năm 2023", None, **year)


@pytest.mark.parametrize("period", ["?", ""])
def test_without_a_period_nothing_is_compared(period: str) -> None:
    assert Fault.OTHER_PERIOD not in codes("Kết quả năm 2023", period)


def test_without_a_value_nothing_is_compared() -> None:
    row = {**REPORT, "Giá trị": "khoảng 5"}
    assert Fault.OTHER_PERIOD not in [each.code for each in read(ReportedFigure, [row]).problems]


def test_a_value_of_all_rows_has_no_heading() -> None:
    row = {name: cell for name, cell in REPORT.items() if name != "Giá trị"}
    assert 1 == read(ReportedFigure, [row], values={"value": 50}).accepted


@pytest.mark.parametrize(("day", "accepted"), [("30/06/2023", 0), ("30/06/2024", 1)])
def test_a_day_belongs_to_the_period_of_its_heading(day: str, accepted: int) -> None:
    row = {"Mã": "s1", "MST": "SAMPLE-1", "Bắt đầu": "05/01/2023", "Kết thúc › Năm 2024": day}
    columns = {
        "id": "Mã",
        "enterprise": "MST",
        "started_on": "Bắt đầu",
        "completed_on": "Kết thúc › Năm 2024",
    }
    assert accepted == read(Support, [row], columns=columns).accepted


def test_a_cell_without_a_value_belongs_to_any_period() -> None:
    row = {**SUPPORT, "Ngân sách năm 2023": None}
    columns = {
        "id": "Mã",
        "enterprise": "MST",
        "started_on": "Bắt đầu",
        "funding.state-budget": "Ngân sách năm 2023",
    }
    assert 1 == read(Support, [row], columns=columns).accepted
