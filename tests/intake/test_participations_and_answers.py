"""Participations are not people, and answers say nothing without their headings."""

from datetime import date
from pathlib import Path

import pytest

from each import for_each
from nsc_program import ReportedFigure, Training
from nsc_program.cli import main
from nsc_program.intake import Fault, read
from nsc_program.intake.files import open_sheet

HEADS = ("Mã", "Ngày", "Số người", "Chuyên đề")
ROWS = (("L1", "14/03/2024", "40", "5S"), ("L2", "16/05/2024", "35", "Kaizen"))


def listed(path: Path, *rows: tuple[str, ...]) -> Path:
    """Write rows to a CSV file."""
    lines = (",".join(f'"{cell}"' for cell in row) for row in rows)
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def outcome(path: Path, *words: str, kind: str = "training") -> int:
    """Return the exit code of the command."""
    return main(["intake", kind, str(path), "-o", str(path.with_suffix(".json")), *words])


class TestParticipations:
    """One person may take part several times, so their number is taken only if confirmed."""

    @pytest.mark.parametrize(
        "heading", ["Số lượt người", "Số lượt học viên", "Số người (lượt người)"]
    )
    def test_a_heading_must_be_confirmed(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str], heading: str
    ) -> None:
        path = listed(tmp_path / "a.csv", (*HEADS[:2], heading, HEADS[3]), *ROWS)

        assert ((heading, "headcount"),) == open_sheet(path, Training).presumed
        assert 1 == outcome(path)
        assert f"headcount={heading}" in capsys.readouterr().out
        assert 0 == outcome(path, "--column", f"headcount={heading}")

    @pytest.mark.parametrize(
        "line",
        ["ĐVT: lượt người", "DANH SÁCH LƯỢT NGƯỜI ĐƯỢC TẬP HUẤN", "Tổng cộng: 75 lượt người"],
    )
    @pytest.mark.parametrize("above", [True, False])
    def test_a_line_is_told(self, tmp_path: Path, line: str, *, above: bool) -> None:
        before, after = ([(line,)], []) if above else ([], [("",), (line,)])

        assert 1 == outcome(listed(tmp_path / "a.csv", *before, HEADS, *ROWS, *after))
        assert 0 == outcome(listed(tmp_path / "b.csv", HEADS, *ROWS))

    @for_each(
        ("heading", "unit", "faults"),
        [
            ("Số người", "lượt người", [Fault.CONTRARY_UNIT]),
            ("Số lượt người", "lượt người", []),
            ("Số người", "người", []),
        ],
    )
    def test_the_unit_of_a_row(self, heading: str, unit: str, faults: list[Fault]) -> None:
        row = {"Mã": "L1", "Ngày": "14/03/2024", heading: "40", "ĐVT": unit}
        assert faults == [problem.code for problem in read(Training, [row]).problems]


class TestAnswers:
    """An answer is accepted by its heading only, because it means something else elsewhere."""

    @pytest.mark.parametrize("answer", ["x", "X", "✓", "có", "1", "A"])
    def test_an_answer_that_is_ignored_is_told_all_the_same(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str], answer: str
    ) -> None:
        rows = ((*HEADS, "Học thay"), (*ROWS[0], answer), (*ROWS[1], ""))
        path = listed(tmp_path / "a.csv", *rows)

        assert 1 == outcome(path, "--ignore", answer)
        assert "\n  Học thay\n" in capsys.readouterr().out
        assert 0 == outcome(path, "--ignore", "Học thay")

    @pytest.mark.parametrize("number", ["0", "1"])
    def test_a_number_does_not_answer_whether_a_figure_is_an_estimate(self, number: str) -> None:
        row = {
            "Mã": "BC-1",
            "Chỉ tiêu": "supported",
            "Kỳ": "2024",
            "Kết quả": "2",
            "Ngày báo cáo": "15/01/2025",
            "Ước thực hiện": number,
        }
        faults = [problem.code for problem in read(ReportedFigure, [row]).problems]
        assert [Fault.NOT_YES_OR_NO] == faults
        assert [] == [*read(ReportedFigure, [{**row, "Ước thực hiện": "có"}]).problems]


def test_a_column_that_is_left_out_shows_the_order_of_days_too() -> None:
    rows = [
        {"Gửi": f"6/{day + 10}/2024", "Mã": f"L{day}", "Ngày": f"6/{day}/2024", "Số người": "40"}
        for day in (4, 5)
    ]
    result = read(Training, rows, ignored=["Gửi"])

    assert {Fault.DAY_OR_MONTH} == {problem.code for problem in result.problems}
    assert not result.register.records
    plain = [{**row, "Gửi": f"{20 + place}/6/2024"} for place, row in enumerate(rows)]
    taken = read(Training, plain).register.records
    days = {record.on for record in taken if isinstance(record, Training)}
    assert {date(2024, 4, 6), date(2024, 5, 6)} == days
