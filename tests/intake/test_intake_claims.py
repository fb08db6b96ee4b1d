"""Completeness claims about a file, and about its other sheets. All data are made up."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from nsc_program import Completeness, Period, Support
from nsc_program.cli import main
from nsc_program.intake import read
from nsc_program.intake._lines.lines_of_parts import is_of_a_part
from nsc_program.intake._tables.unread_lines import Why
from nsc_program.intake.files import open_sheet
from row_files import GOOD, HEADINGS, OTHER, workbook


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


CLAIM = ("--complete-through", "2026-01-31", "--recorded-on", "2026-01-31")


class TestParts:
    """A list that calls itself a part cannot be claimed complete without a second look."""

    @pytest.mark.parametrize(
        ("line", "is_a_part"),
        [
            *(("DANH SÁCH NĂM 2024 (ĐỢT 2)", True), ("Danh sách lần thứ hai", True)),
            *(("PHẦN I", True), ("Dot2", True), ("Trang 1/3", True), ("Tờ số 2/4", True)),
            *(("DANH SÁCH PHƯỜNG HÀ ĐÔNG", True), ("PHÒNG KINH TẾ QUẬN HÀ ĐÔNG", True)),
            *(("DOANH NGHIỆP NGÀNH CƠ KHÍ", True), ("Lĩnh vực dệt may", True)),
            *(("DANH SÁCH NĂM 2024", False), ("Trang 1/1", False), ("Đợt 30/6/2024", False)),
            *(("Các sở, ngành thành phố", False), ("Ngành nghề", False), ("Theo ngành", False)),
            *(("UBND các quận, huyện", False), ("Kèm theo Báo cáo số 2/BC-SKHCN", False)),
        ],
    )
    def test_lines_of_parts(self, line: str, *, is_a_part: bool) -> None:
        assert is_a_part == is_of_a_part(line)

    @pytest.mark.parametrize("line", ["Đợt 2", "Phường Hà Đông"])
    def test_a_part_is_told_with_a_claim(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str], line: str
    ) -> None:
        path = workbook(tmp_path / "r.xlsx", (line,), HEADINGS, GOOD)
        command = ["intake", "support", str(path), "-o", str(tmp_path / "o.json")]
        assert 0 == main(command)
        capsys.readouterr()
        assert 1 == main([*command, *CLAIM])
        assert "danh sách chỉ là một phần" in capsys.readouterr().out
        assert 0 == main([*command, *CLAIM, "--ignore", line])

    @pytest.mark.parametrize(
        ("column", "code"),
        [
            *(((1, 2, line), 1) for line in ("Trang 1/2", "Đợt 2", "Ngành cơ khí")),
            *(((1, 2, line), 0) for line in ("Trang 1/1", "Cộng đợt 2", "Số liệu đến 31/12/2025")),
            *(((1, 2, "Số liệu đến 30/11/2025"), 1), (("Đợt 2", 1, 2), 1)),
            *((("Đợt 1", 1, "Cộng đợt 1", 2), 1), (("Đợt 1", 1, "Đợt 2", 2), 0)),
            (("Đợt 1", 1, "Đợt 2", 2, "Trang 1/2"), 1),
        ],
    )
    def test_lines_above_or_below_all_rows_of_the_table(
        self, tmp_path: Path, column: tuple[object, ...], code: int
    ) -> None:
        records: dict[object, tuple[str, ...]] = {1: GOOD, 2: OTHER}
        rows = ((cell, *records.get(cell, ())) for cell in column)
        path = workbook(tmp_path / "r.xlsx", ("STT", *HEADINGS), *rows)
        command = ["intake", "support", str(path), "-o", str(tmp_path / "o.json")]
        assert 0 == main(command)
        assert code == main([*command, *CLAIM])

    @pytest.mark.parametrize(("typed", "code"), [("Trang 1/2", 1), ("Trang 1", 0), ("&P/&N", 0)])
    def test_a_printed_page_that_is_always_the_first_of_several(
        self, tmp_path: Path, typed: str, code: int
    ) -> None:
        def more(book: Any) -> None:  # noqa: ANN401
            book.worksheets[0].oddFooter.center.text = typed

        path = workbook(tmp_path / "r.xlsx", HEADINGS, GOOD, more=more)
        command = ["intake", "support", str(path), "-o", str(tmp_path / "o.json")]
        assert 0 == main(command)
        assert code == main([*command, *CLAIM])

    @pytest.mark.parametrize(("second", "code"), [((), 0), (("Số liệu đến 30/11/2025",), 1)])
    def test_several_sheets_end_too_early_if_each_does(
        self, tmp_path: Path, second: tuple[str, ...], code: int
    ) -> None:
        def more(book: Any) -> None:  # noqa: ANN401
            sheet = book.create_sheet("2")
            for row in (headings, ("1", *OTHER), second):
                sheet.append(row)

        headings = ("STT", *HEADINGS)
        first = (("1", *GOOD), ("Số liệu đến 30/11/2025",))
        path = workbook(tmp_path / "r.xlsx", headings, *first, more=more)
        command = ["intake", "support", str(path), "-o", str(tmp_path / "o.json"), *CLAIM]
        assert code == main([*command, "--sheet", "Sheet", "--sheet", "2"])

    def test_several_sheets_may_be_the_parts_of_one_list(self, tmp_path: Path) -> None:
        def more(book: Any) -> None:  # noqa: ANN401
            book.worksheets[0].title = "Đợt 1"
            sheet = book.create_sheet("Đợt 2")
            for row in (HEADINGS, OTHER):
                sheet.append(row)

        path = workbook(tmp_path / "r.xlsx", HEADINGS, GOOD, more=more)
        command = ["intake", "support", str(path), "-o", str(tmp_path / "o.json"), *CLAIM]
        assert 0 == main([*command, "--sheet", "Đợt 1", "--sheet", "Đợt 2"])
        assert 1 == main([*command, "--sheet", "Đợt 1", "--ignore", "Đợt 2"])

    def test_read_compares_its_own_claims(self) -> None:
        row = dict(zip(HEADINGS, GOOD, strict=True))
        claims = [Completeness(Support, Period.until(date(2024, 12, 31)))]
        (line,) = read(Support, [row], titles=[(1, "Đợt 2")], completeness=claims).lines
        assert (1, Why.PART_OF_CLAIM) == (line.row, line.why)
        assert () == read(Support, [row], titles=[(1, "Đợt 2")]).lines
