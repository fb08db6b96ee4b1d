"""The page on spreadsheets matches the code: columns are found, cells are accepted or rejected."""

import re
from pathlib import Path
from typing import Any

from each import for_each
from nsc_program import ReportedFigure, Support, Training
from nsc_program.intake import find_columns, read
from nsc_program.intake._headings.columns import columns_of
from nsc_program.records._rejected_rows import ROWS
from rows import HEADS, REPORT, SUPPORT, TRAINING, Row

_PAGE = (Path(__file__).parents[2] / "docs" / "how-to" / "intake.md").read_text(encoding="utf-8")
_EVERY_CLASS = "all"


def _table(*headings: str) -> list[tuple[str, ...]]:
    (after,) = _PAGE.split(f"| {' | '.join(headings)} |\n|{' --- |' * len(headings)}\n")[1:]
    return [tuple(line.strip("| ").split(" | ")) for line in after.split("\n\n")[0].splitlines()]


_COLUMNS = [
    (kind.strip("`"), name.strip("`"), re.split(r", (?=[A-ZĐ])", headings))
    for kind, name, headings in _table("class", "column", "some headings that are found")
]
_CELLS = {
    cell: (accepted, aside) for cell, accepted, aside in _table("cell", "accepted", "rejected")
}
_WHERE: dict[str, tuple[type[Any], Row, tuple[str, ...]]] = {
    "a day": (Support, {**SUPPORT, "Kết thúc": None}, ("Bắt đầu",)),
    "an enterprise": (Support, SUPPORT, ("MST",)),
    "a code without its zero": (Support, SUPPORT, ("MST",)),
    "yes or no": (Support, SUPPORT, ("Đã xác minh", "Hủy")),
    "one of several words": (Support, SUPPORT, ("Loại hình", "Cấp")),
    "a whole number": (Training, HEADS, ("Số người",)),
    "a number of things": (ReportedFigure, REPORT, ("Giá trị",)),
    "a number": (ReportedFigure, {**REPORT, "Chỉ tiêu": "tfp-share"}, ("Giá trị",)),
    "years": (ReportedFigure, REPORT, ("Năm",)),
    "money": (Support, SUPPORT, ("Ngân sách",)),
    "money in millions": (Support, SUPPORT, ("Ngân sách (triệu đồng)",)),
    "text": (Support, SUPPORT, ("Văn bản",)),
    "a person": (Training, TRAINING, ("Mã người",)),
}


class TestColumns:
    def test_the_page_lists_exactly_the_columns(self) -> None:
        common = [name for kind, name, _ in _COLUMNS if kind == _EVERY_CLASS]
        told = {(kind, name) for kind, name, _ in _COLUMNS if kind != _EVERY_CLASS}
        told |= {(kind, name) for kind in ROWS for name in common}
        assert {
            (kind.__name__, name) for kind in ROWS.values() for name in columns_of(kind)
        } == told
        assert len(_COLUMNS) == len({(kind, name) for kind, name, _ in _COLUMNS})

    @for_each(
        ("kind", "name", "headings"), _COLUMNS, ids=[f"{kind}-{name}" for kind, name, _ in _COLUMNS]
    )
    def test_the_listed_headings_are_recognised(
        self, kind: str, name: str, headings: list[str]
    ) -> None:
        for each in ROWS if kind == _EVERY_CLASS else (kind,):
            for heading in headings:
                assert {name: heading} == find_columns(each, [heading]).headings


class TestCells:
    def test_every_kind_of_cell_has_an_example(self) -> None:
        assert _WHERE.keys() == _CELLS.keys()

    @for_each("kind", [*_WHERE])
    @for_each("place", [0, 1], ids=["accepted", "rejected"])
    def test_the_listed_cells_are_accepted_or_rejected_as_shown(
        self, kind: str, place: int
    ) -> None:
        of, row, headings = _WHERE[kind]
        for cell in re.findall("`([^`=]+)`", _CELLS[kind][place]):
            took = [read(of, [{**row, heading: cell}]).accepted for heading in headings]
            assert (not place) == any(took), cell
