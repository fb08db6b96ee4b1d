"""Rows taken in: every one is accounted for, and none becomes what it is not. All rows are made up."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import pytest

from nsc_program import Expert, ReportedFigure, Support, Training
from nsc_program.intake import Fault, Intake, read

DAY = date(2024, 6, 30)
SUPPORT = {"Mã": "s1", "MST": "SAMPLE-1", "Bắt đầu": "05/01/2024", "Kết thúc": "30/06/2024"}
TRAINING = {"Mã": "t1", "Mã người": "SAMPLE-P1", "Số người": None, "Ngày": "05/01/2024"}
REPORT = {"Mã": "r1", "Chỉ tiêu": "supported", "Năm": "2024", "Giá trị": "5", "Ngày báo cáo": "05/01/2025"}
EXPERT: Mapping[str, object] = {
    "Mã": "x1",
    "Mã người": "SAMPLE-P1",
    "Ngày đào tạo": "05/01/2024",
    "Ngày cấp": None,
    "Khu vực": None,
    "Quốc tế": None,
}
HEADED: Mapping[type[Any], Mapping[str, object]] = {
    Support: SUPPORT,
    Training: TRAINING,
    ReportedFigure: REPORT,
    Expert: EXPERT,
}


def counts(found: Intake) -> tuple[int, int, int, int]:
    """Accepted, repeats, set aside, without data."""
    return found.accepted, found.repeats, len(found.set_aside), found.without_data


def faults(found: Intake) -> list[tuple[int, Fault, str | None]]:
    return [(problem.row, problem.code, problem.column) for problem in found.problems]


def supports(*rows: Mapping[str, object]) -> Intake:
    """The intake of rows that change a row of a support."""
    return read(Support, [{**SUPPORT, **row} for row in rows])


def blank(row: Mapping[str, object], **more: object) -> dict[str, object]:
    """The same headings, with nothing beneath but what is given."""
    return {**dict.fromkeys(row), **more}


class TestRowsWithoutData:
    """A row holds no data if it is blank, names a group, repeats the headings or numbers them, or is a sum."""

    @pytest.mark.parametrize(
        "row",
        [
            {},
            blank(SUPPORT),
            blank(SUPPORT, Mã="  ", MST="\u00a0", STT=float("nan")),
            {name: name for name in SUPPORT},
            {name: name.upper() for name in SUPPORT},
            dict(zip(SUPPORT, ("(1)", "(2)", "(3)", "(4)"), strict=True)),
            blank(SUPPORT, STT=7),
            blank(SUPPORT, STT="Quận Ba Đình"),
            blank(SUPPORT, STT="II.", Tên="Quận Ba Đình"),
            blank(SUPPORT, STT="Quận Ba Đình", Tên="Quận Ba Đình"),
            blank(SUPPORT, STT="Tổng cộng", Tên=12),
            blank(SUPPORT, Mã="CỘNG", Kinh_phí=12),
            {**blank(SUPPORT), "Mã": "Tổng số", "MST": "Tổng số", "Số": 12},
        ],
        ids=range(13),
    )
    def test_it_is_counted_apart(self, row: Mapping[str, object]) -> None:
        found = read(Support, [SUPPORT, row])
        assert (1, 0, 0, 1) == counts(found)
        assert ((), ()) == (found.problems, found.register.set_aside)

    @pytest.mark.parametrize(
        "row",
        [
            {**SUPPORT, "Mã": None, "Ghi chú": "Cộng"},
            {**SUPPORT, "Mã": "Tổng"},
            {**blank(SUPPORT), "MST": "SAMPLE-2", "Ghi chú": "tổng"},
            blank(SUPPORT, STT=7, Tên="SAMPLE-2"),
            blank(SUPPORT, STT="7", Tên="SAMPLE-2"),
            {**blank(SUPPORT), None: ["x"]},
            {**blank(SUPPORT), "Mã": "Tổng", None: ["x"]},
        ],
        ids=range(7),
    )
    def test_what_may_be_a_record_is_none_of_these(self, row: Mapping[str, object]) -> None:
        found = read(Support, [SUPPORT, row])
        assert 0 == found.without_data
        assert 2 == found.rows

    def test_a_sum_of_reports_has_a_number(self) -> None:
        assert (1, 0, 0, 1) == counts(read(ReportedFigure, [REPORT, {**blank(REPORT), "Mã": "Cộng", "Giá trị": 5}]))

    @pytest.mark.parametrize(
        "rows", [[{"a": "x"}], [{0: "s1", 1: "SAMPLE-1"}], [{**blank(SUPPORT), "Mà": "x", "STT": 1}]]
    )
    @pytest.mark.parametrize("columns", [None, {"id": "A", "enterprise": "B", "started_on": "C"}])
    def test_no_row_is_without_data_because_its_columns_are_not_found(
        self, rows: Iterable[object], columns: Mapping[str, str] | None
    ) -> None:
        found = read(Support, rows, columns=columns)
        assert (0, 0, 1, 0) == counts(found)
        assert found.register.set_aside
