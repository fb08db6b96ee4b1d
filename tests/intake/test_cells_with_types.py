"""Cells that hold numbers, days or truth values where a text stands. All data are made up."""

from datetime import date, datetime, time

import pytest

from each import for_each
from nsc_program import AssessmentBody, Expert, PilotModel, Support, Training
from nsc_program.intake import Fault, read
from nsc_program.intake._headings.displayed import text_of
from rows import BODY, EXPERT, MODEL, SUPPORT, TRAINING, Row

CELLS = [0, 2, 5, 0.5, 50, -3, True, False, time(8, 30), datetime(2025, 5, 1, 8)]  # noqa: DTZ001


@for_each("heading", ["Ghi chú", "Lưu ý", "Ghi chú (nếu có)", "Khác"])
@for_each("cell", CELLS, ids=repr)
def test_a_remark_says_the_same_as_its_text(heading: str, cell: object) -> None:
    rows = ({**SUPPORT, heading: each} for each in (cell, text_of(cell)))
    typed, written = (read(Support, [row]) for row in rows)
    assert typed.is_understood == written.is_understood


@pytest.mark.parametrize("cell", [5, 0.5, 48])
def test_a_number_as_a_remark_is_told(cell: object) -> None:
    found = read(Training, [{**TRAINING, "Ghi chú": cell}])
    assert ["Ghi chú"] == [column.heading for column in found.telling]
    assert read(Training, [{**TRAINING, "Ghi chú": cell}], ignored=["Ghi chú"]).is_understood


@for_each(
    ("kind", "row", "heading"),
    [
        (PilotModel, MODEL, "Số quyết định"),
        (Expert, EXPERT, "Tiêu chuẩn"),
        (AssessmentBody, BODY, "Tên tổ chức"),
        (Training, TRAINING, "Nội dung"),
    ],
)
@for_each("day", [date(2024, 5, 12), datetime(2024, 5, 12)])  # noqa: DTZ001
def test_a_day_in_the_place_of_a_text_is_rejected(
    kind: type[PilotModel], row: Row, heading: str, day: date
) -> None:
    found = read(kind, [{**row, heading: day}])
    assert 0 == found.accepted
    assert (heading, Fault.NOT_TEXT) in [(each.column, each.code) for each in found.problems]


def test_a_document_may_be_known_by_its_day() -> None:
    assert 1 == read(Support, [{**SUPPORT, "Văn bản": date(2024, 5, 12)}]).accepted
