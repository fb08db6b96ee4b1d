"""Rows of each class as spreadsheets have them, all made up, and helpers that take them in."""

from collections.abc import Mapping
from typing import Any, TypeAlias

from nsc_program import (
    AssessmentBody,
    Dissemination,
    Enterprise,
    Expert,
    PilotModel,
    ReportedFigure,
    Support,
    Training,
)
from nsc_program.intake import Intake, Problem, read

Row: TypeAlias = Mapping[Any, object]

ENTERPRISE: Row = {"Mã": "e1", "MST": "SAMPLE-1"}
SUPPORT: Row = {"Mã": "s1", "MST": "SAMPLE-1", "Bắt đầu": "05/01/2024", "Kết thúc": "30/06/2024"}
TRAINING: Row = {"Mã": "t1", "Mã người": "SAMPLE-P1", "Số người": None, "Ngày": "05/01/2024"}
HEADS: Row = {**TRAINING, "Mã người": None, "Số người": 1}
EXPERT: Row = {
    "Mã": "x1",
    "Mã người": "SAMPLE-P1",
    "Ngày đào tạo": "05/01/2024",
    "Ngày chứng nhận": None,
    "Khu vực": None,
    "Quốc tế": None,
}
MODEL: Row = {"Mã": "m1", "MST": "SAMPLE-1", "Ngày công nhận": "05/01/2024"}
BODY: Row = {
    "Mã": "b1",
    "Số đăng ký": "SAMPLE-B1",
    "Tăng cường năng lực": None,
    "Đạt chuẩn từ": None,
}
EVENT: Row = {"Mã": "d1", "Ngày": "05/01/2024"}
REPORT: Row = {
    "Mã": "r1",
    "Chỉ tiêu": "supported",
    "Năm": "2024",
    "Giá trị": "5",
    "Ngày báo cáo": "05/01/2025",
}
ROW_OF: Mapping[type[Any], Row] = {
    Enterprise: ENTERPRISE,
    Support: SUPPORT,
    Training: TRAINING,
    Expert: EXPERT,
    PilotModel: MODEL,
    AssessmentBody: BODY,
    Dissemination: EVENT,
    ReportedFigure: REPORT,
}


def counts(found: Intake) -> tuple[int, int, int, int]:
    """Return the numbers of accepted rows, repeats, rejected rows, and rows without data."""
    return found.accepted, found.repeats, len(found.rejected), found.without_data


def faults(found: Intake) -> list[tuple[int, str, str | None]]:
    return [(problem.row, problem.code, problem.column) for problem in found.problems]


def supports(*rows: Row) -> Intake:
    """Take in rows that each change the row of a support."""
    return read(Support, [{**SUPPORT, **row} for row in rows])


def blank(row: Row, **more: object) -> dict[Any, object]:
    """Return a row with the same headings, whose only cells are the given ones."""
    return {**dict.fromkeys(row), **more}


def one(kind: type[Any], row: Row) -> tuple[Any, tuple[Problem, ...]]:
    """Return the record of a row, or `None`, and the problems of the row."""
    found = read(kind, [row])
    assert 1 == found.rows
    return next(iter(found.register.records), None), found.problems


def accepted(kind: type[Any], row: Row, heading: str, cell: object) -> Any:  # noqa: ANN401
    record, problems = one(kind, {**row, heading: cell})
    assert () == problems
    return record


def refused(kind: type[Any], row: Row, heading: str, cell: object) -> tuple[str, str | None]:
    record, (problem,) = one(kind, {**row, heading: cell})
    assert (None, heading, False) == (record, problem.column, problem.mended)
    return problem.code, problem.suggestion
