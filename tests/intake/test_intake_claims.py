"""Completeness claims about a file, and about its other sheets. All data are made up."""

from pathlib import Path
from typing import Any

import pytest

from nsc_program import Support
from nsc_program.cli import main
from nsc_program.intake.files import open_sheet
from row_files import GOOD, HEADINGS, workbook


class TestClaims:
    """A completeness claim ends by the day of the export and passes over no sheet with records."""

    @pytest.mark.parametrize(
        ("more", "says"),
        [
            (["--complete-from", "2024-01-01"], "--complete-from cần đi cùng --complete-through"),
            (
                ["--complete-through", "2027-12-31", "--recorded-on", "2026-01-31"],
                "chưa ai biết những ngày sau đó",
            ),
        ],
        ids=range(2),
    )
    def test_a_claim_without_an_end_or_beyond_the_export_is_refused(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str], more: list[str], says: str
    ) -> None:
        path = workbook(tmp_path / "r.xlsx", HEADINGS, GOOD)
        assert 2 == main(["intake", "support", str(path), "-o", str(tmp_path / "o.json"), *more])
        assert says in " ".join(capsys.readouterr().err.split())

    def test_a_claim_may_end_on_the_day_of_the_export(self, tmp_path: Path) -> None:
        claim = ("--complete-through", "2026-01-31", "--recorded-on", "2026-01-31")
        path = workbook(tmp_path / "r.xlsx", HEADINGS, GOOD)
        assert 0 == main(["intake", "support", str(path), "-o", str(tmp_path / "o.json"), *claim])

    @pytest.mark.parametrize(
        ("cells", "hidden", "expected"),
        [
            (("7", "s7", "SAMPLE-7"), "visible", 2),
            (("Số TT", "Tên đơn vị", "Từ"), "visible", 0),
            (("Phiên bản 1.0", "x"), "visible", 0),
            (("7", "s7", "SAMPLE-7"), "hidden", 0),
        ],
    )
    def test_a_claim_is_refused_while_another_sheet_may_hold_records(
        self,
        tmp_path: Path,
        capsys: pytest.CaptureFixture[str],
        cells: tuple[object, ...],
        hidden: str,
        expected: int,
    ) -> None:
        def add(book: Any) -> None:  # noqa: ANN401
            sheet = book.create_sheet("Năm 2024")
            sheet.append(list(cells))
            sheet.sheet_state = hidden

        path = workbook(tmp_path / "r.xlsx", HEADINGS, GOOD, more=add)
        common = [
            "intake",
            "support",
            str(path),
            "-o",
            str(tmp_path / "o.json"),
            "--complete-through",
            "2025-12-31",
        ]
        assert expected == main(common)
        assert "Năm 2024" in capsys.readouterr().err
        assert 0 == main([*common, "--ignore", "Năm 2024"])
        assert "" == capsys.readouterr().err
        assert () == open_sheet(path, Support, ignored=["Năm 2024"]).others
