"""Lines that name a period, a day, a count or an amount are compared with the rows and the claim.

All data are made up.
"""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.comments import Comment

from each import for_each
from nsc_program import Completeness, Period, ReportedFigure, Support
from nsc_program.cli import main
from nsc_program.intake import Fault, Intake, read
from nsc_program.intake._cells.stated_amounts import amounts_in
from nsc_program.intake._tables.unread_lines import UnreadLine, Why
from nsc_program.intake._words.named_periods import is_within, periods_named
from nsc_program.intake.files import open_sheet
from nsc_program.intake.files._pages import lines_of_a_page
from row_files import workbook

Cells = Sequence[object]
More = Callable[[openpyxl.Workbook], None]
HEADS = ("STT", "Mã hồ sơ", "MST", "Ngày bắt đầu", "Ngày hoàn thành", "NSNN (triệu đồng)")
CLASSES = ("STT", "Mã lớp", "Nội dung", "Ngày tổ chức", "Số học viên")
Y2024 = frozenset({2024})


def support(number: int, start: str, end: str | None, money: object = None) -> Cells:
    return (number, f"h{number}", f"SAMPLE-{number}", start, end, money)


ROWS = (
    support(1, "05/01/2024", "20/03/2024", 120),
    support(2, "05/02/2024", "26/07/2024", 85.5),
    support(3, "05/03/2024", None, 60),
)
TRAININGS = ((1, "L1", "5S", "21/03/2024", 40), (2, "L2", "Kaizen", "10/10/2024", 30))


def outcome(folder: Path, *rows: Cells, **options: Any) -> int:  # noqa: ANN401
    path = workbook(folder / "rows.xlsx", *rows, more=options.get("more"))
    words = ("--recorded-on", "2024-12-31", *options.get("words", ()))
    kind = options.get("kind", "support")
    return main(["intake", kind, str(path), "-o", str(folder / "out.json"), *words])


def told(folder: Path, *rows: Cells, more: More | None = None) -> list[tuple[int | None, Why]]:
    sheet = open_sheet(workbook(folder / "rows.xlsx", *rows, more=more), Support)
    found = taken(sheet)
    return [(line.row, line.why) for line in (*sheet.unread, *found.lines)]


def taken(sheet: Any, **options: Any) -> Intake:  # noqa: ANN401
    given = {"titles": sheet.titles, "around": sheet.around, **options}
    return read(Support, sheet.rows, first_row=sheet.first_row, **given)


def titled(name: str) -> More:
    def more(book: openpyxl.Workbook) -> None:
        book.worksheets[0].title = name

    return more


def cover(*lines: str) -> More:
    def more(book: openpyxl.Workbook) -> None:
        sheet = book.create_sheet("Bìa")
        for line in lines:
            sheet.append([line])

    return more


class TestPeriods:
    """A line names the days between which its rows lie."""

    @for_each(
        ("line", "first", "last"),
        [
            ("NĂM 2022 - 2023", "2022-01-01", "2023-12-31"),
            ("2023", "2023-01-01", "2023-12-31"),
            ("(Từ 01/01/2023 đến 31/12/2023)", "2023-01-01", "2023-12-31"),
            ("Từ ngày 1 tháng 2 năm 2024 đến ngày 5.6.2024", "2024-02-01", "2024-06-05"),
            ("KET QUA QUY II NAM 2024", "2024-04-01", "2024-06-30"),
            ("Kỳ báo cáo: Quý I/2024", "2024-01-01", "2024-03-31"),
            ("Quý I, II/2024", "2024-01-01", "2024-06-30"),
            ("6 THÁNG ĐẦU NĂM 2024", "2024-01-01", "2024-06-30"),
            ("9 tháng năm 2024", "2024-01-01", "2024-09-30"),
            ("6 tháng cuối năm", "2024-07-01", "2024-12-31"),
            ("Nửa cuối năm 2024", "2024-07-01", "2024-12-31"),
            ("Nửa đầu năm 2023", "2023-01-01", "2023-06-30"),
            ("tháng 1, 2, 3 năm 2024", "2024-01-01", "2024-03-31"),
            ("Từ tháng 01/2024 đến tháng 06/2024", "2024-01-01", "2024-06-30"),
            ("từ năm 2021", "2021-01-01", "9999-12-31"),
            ("đến hết tháng 6/2024", "0001-01-01", "2024-06-30"),
            ("(Số liệu đến 30/6/2024)", "0001-01-01", "2024-06-30"),
            ("Kỳ: 01/2024 - 06/2024", "2024-01-01", "2024-06-30"),
            ("Ngày báo cáo: 30/6/2024", "0001-01-01", "2024-06-30"),
            ("Số liệu tại thời điểm 30/6/2024", "0001-01-01", "2024-06-30"),
            ("Tháng 4", "2024-04-01", "2024-04-30"),
        ],
    )
    def test_named(self, line: str, first: str, last: str) -> None:
        ((span,),) = periods_named(line, Y2024)
        assert (first, last) == tuple(map(str, span))

    @for_each(
        "line",
        [
            *("Hà Nội, ngày 5 tháng 1 năm 2025", "Kèm theo Công văn số 12/CV ngày 5/6/2023"),
            *("TCVN ISO 9001:2015", "Nghị định 80/2021/NĐ-CP", "Danh sách có 2024 học viên"),
            *("thời gian 03 tháng", "II. Hợp tác xã", "Quý II - I", "theo Kế hoạch năm 2021"),
        ],
    )
    def test_not_named(self, line: str) -> None:
        assert () == periods_named(line, Y2024)

    def test_a_day_that_does_not_exist_changes_nothing(self) -> None:
        ((span,),) = periods_named("(Số liệu đến 31/02/2024)")
        assert is_within((date(2024, 5, 1), date(2024, 5, 1)), [span])

    @pytest.mark.parametrize(
        "line",
        [
            *("NĂM 2022 - 2023", "2023", "(Từ 01/01/2023 đến 31/12/2023)", "Giai đoạn 2021-2023"),
            *("Năm học 2022-2023", "QUÝ I NĂM 2023", "Tháng 5/2024", "(Tính đến ngày 30/6/2024)"),
            "DANH SÁCH DOANH NGHIỆP NĂM 2025",
        ],
    )
    def test_a_title_of_another_period_is_told(self, tmp_path: Path, line: str) -> None:
        assert [(1, Why.OTHER_DAYS)] == told(tmp_path, (line,), HEADS, *ROWS)
        assert 1 == outcome(tmp_path, (line,), HEADS, *ROWS)
        assert 0 == outcome(tmp_path, (line,), HEADS, *ROWS, words=("--ignore", line))

    @pytest.mark.parametrize(
        "line",
        [
            *("NĂM 2024", "2024", "(Từ 01/01/2024 đến 31/12/2024)", "Giai đoạn 2021-2025"),
            *("6 THÁNG ĐẦU NĂM 2024", "QUÝ I NĂM 2024", "(Tính đến ngày 30/9/2024)", "Từ năm 2023"),
            *("Kế hoạch số 149/KH-UBND năm 2022", "Hà Nội, ngày 5 tháng 1 năm 2025"),
        ],
    )
    def test_a_title_of_their_period_is_not(self, tmp_path: Path, line: str) -> None:
        assert 0 == outcome(tmp_path, (line,), HEADS, *ROWS)

    @pytest.mark.parametrize("name", ["Năm 2022", "2022", "Năm 2025", "Quý III-2023"])
    def test_the_name_of_the_sheet_is_compared(self, tmp_path: Path, name: str) -> None:
        assert (None, Why.OTHER_DAYS) in told(tmp_path, HEADS, *ROWS, more=titled(name))
        assert 1 == outcome(tmp_path, HEADS, *ROWS, more=titled(name))

    def test_lines_below_and_covers_are_compared(self, tmp_path: Path) -> None:
        below = ("Người lập",), ("(Số liệu đến 30/6/2024)",)
        assert [(6, Why.OTHER_DAYS)] == told(tmp_path, HEADS, *ROWS, *below)
        found = told(tmp_path, HEADS, *ROWS, more=cover("DANH SÁCH DOANH NGHIỆP", "Năm 2023"))
        assert [(2, Why.OTHER_DAYS)] == found

    def test_a_line_among_the_rows_is_about_the_rows_beneath(self, tmp_path: Path) -> None:
        quarters = ("Quý I",), ROWS[0], ("Cộng quý I", None, None, None, None, 120), ("Quý III",)
        assert [] == told(tmp_path, HEADS, *quarters, ROWS[1])
        wrong = told(tmp_path, HEADS, *quarters, support(2, "05/10/2024", "06/11/2024"))
        assert [(5, Why.OTHER_DAYS)] == wrong

    def test_rows_without_days_or_periods_are_not_compared(self) -> None:
        row = {"Mã": "t1", "Số người": "x", "Ngày": None}
        assert () == read("Training", [row], titles=[(1, "Năm 2023")]).lines
        assert () == read(ReportedFigure, [{"Mã": "r1"}], titles=[(1, "Năm 2023")]).lines

    @pytest.mark.parametrize(
        ("title", "is_told"),
        [("Tính đến hết năm 2022", True), ("Năm 2023", False), ("Giai đoạn 2021-2025", False)],
    )
    def test_a_figure_of_a_later_period_than_its_title_is_told(
        self, title: str, is_told: bool
    ) -> None:
        row = {
            "Mã": "r1",
            "Chỉ tiêu": "supported",
            "Từ ngày": "01/01/2023",
            "Đến ngày": "31/12/2023",
            "Giá trị": 12,
            "Ngày báo cáo": "15/01/2024",
        }
        found = read(ReportedFigure, [row], titles=[(1, title)])
        assert 1 == found.accepted
        assert is_told == any(line.why is Why.OTHER_DAYS for line in found.lines)


class TestOtherValues:
    """A line among the rows names another value than the column of the rows beneath it."""

    @pytest.mark.parametrize(
        ("line", "kinds", "is_told"),
        [
            ("B. Tổ hợp tác", ["Doanh nghiệp"], True),
            ("B. Tổ hợp tác", ["HTX", "Công ty"], True),
            ("B. Tổ hợp tác", ["HTX", None], False),
            ("B. Doanh nghiệp và hợp tác xã", ["HTX", "Công ty"], False),
            ("B. Nhóm khác", ["Công ty"], False),
            ("Cộng hợp tác xã", ["Công ty"], False),
        ],
    )
    def test_a_kind_is_compared_with_its_column(
        self, line: str, kinds: Sequence[str | None], is_told: bool
    ) -> None:
        found = read(Support, [heading(line), *map(of_kind, kinds)])
        assert is_told == (line in of_other_values(found))

    @pytest.mark.parametrize(
        "lines", [("A. Hợp tác xã", "B. Nhóm khác"), ("Hợp tác xã", "Doanh nghiệp")]
    )
    def test_the_next_line_of_its_rank_or_field_ends_a_line(self, lines: tuple[str, str]) -> None:
        first, second = map(heading, lines)
        assert [] == of_other_values(read(Support, [first, of_kind("HTX"), second, of_kind("DN")]))

    def test_beneath_the_end_of_an_inner_line_the_outer_one_is_in_force_again(self) -> None:
        inner = [heading("I. Doanh nghiệp"), of_kind("DN"), heading("II. Nhóm khác")]
        found = read(Support, [heading("A. Hợp tác xã"), *inner, of_kind("Công ty")])
        assert ["A. Hợp tác xã"] == of_other_values(found)

    def test_without_a_column_lines_are_not_compared(self) -> None:
        row = {name: cell for name, cell in of_kind("DN").items() if name != "Loại hình"}
        assert [] == of_other_values(read(Support, [heading("A. Nhóm"), row]))


def heading(line: str) -> dict[str, object]:
    return {"Mã": line}


def of_kind(kind: str | None) -> dict[str, object]:
    number = sum(map(ord, kind or "-"))
    days = {"Ngày bắt đầu": "05/01/2024", "Ngày hoàn thành": "20/03/2024"}
    return {"Mã": f"h{number}", "MST": f"SAMPLE-{number}", "Loại hình": kind, **days}


def of_other_values(found: Intake) -> list[str]:
    return [line.text for line in found.lines if line.why is Why.OTHER_VALUE]


class TestClaims:
    """A list that ends before the claim does is told."""

    LINES = ("(Tính đến ngày 30/9/2024)", "(Số liệu đến 30/9/2024)", "9 THÁNG NĂM 2024")

    @pytest.mark.parametrize("line", LINES)
    def test_short(self, tmp_path: Path, line: str) -> None:
        claim = ("--complete-through", "2024-12-20")
        assert 1 == outcome(tmp_path, (line,), HEADS, *ROWS, words=claim)
        assert 0 == outcome(tmp_path, (line,), HEADS, *ROWS, words=(*claim, "--ignore", line))
        until = ("--complete-from", "2024-01-01", "--complete-through", "2024-09-30")
        assert 0 == outcome(tmp_path, (line,), HEADS, *ROWS, words=until)

    @pytest.mark.parametrize(
        ("first", "last", "code"),
        [
            ("2024-01-01", "2024-12-31", 0),
            ("2024-03-01", "2024-12-31", 0),
            ("2023-01-01", "2024-12-31", 1),
            (None, "2024-12-31", 1),
        ],
    )
    def test_a_year_that_does_not_cover_the_claim(
        self, tmp_path: Path, first: str | None, last: str, code: int
    ) -> None:
        line, since = "DANH SÁCH NĂM 2024", ("--complete-from", first) if first else ()
        claim = (*since, "--complete-through", last)
        assert code == outcome(tmp_path, (line,), HEADS, *ROWS, words=claim)
        assert 0 == outcome(tmp_path, (line,), HEADS, *ROWS, words=(*claim, "--ignore", line))

    def test_several_sheets_cover_a_claim_together(self, tmp_path: Path) -> None:
        book = openpyxl.Workbook()
        for year in (2023, 2024):
            sheet = book.create_sheet(f"Năm {year}")
            sheet.append(("Mã hồ sơ", "MST", "Ngày bắt đầu", "Ngày hoàn thành"))
            day = date(year, 3, 1)
            sheet.append((f"h{year}", "SAMPLE-1", day, day))
        book.save(tmp_path / "r.xlsx")
        command = ["intake", "support", str(tmp_path / "r.xlsx"), "-o", str(tmp_path / "o.json")]
        command += ["--sheet", "Năm 2023", "--sheet", "Năm 2024", "--complete-through"]
        since = ["--complete-from", "2023-01-01"]
        assert 0 == main([*command, "2024-12-31", *since])
        assert 1 == main([*command, "2025-12-31", *since])

    def test_one_sheet_may_go_further(self, tmp_path: Path) -> None:
        def more(book: openpyxl.Workbook) -> None:
            sheet = book.create_sheet("B")
            for row in (HEADS, (1, "h9", "SAMPLE-9", "05/01/2024", "20/11/2024", 5)):
                sheet.append(row)

        sheets = ("--sheet", "Sheet", "--sheet", "B", "--complete-through", "2024-12-20")
        line = ("(Tính đến ngày 30/9/2024)",)
        assert 0 == outcome(tmp_path, line, HEADS, *ROWS, more=more, words=sheets)

    def test_read_compares_its_own_claims(self) -> None:
        row = {"Mã": "s1", "MST": "SAMPLE-1", "Bắt đầu": "05/01/2024", "Kết thúc": None}
        claims = [Completeness(kind, Period.until(date(2024, 12, 31))) for kind in (Support, "x")]
        titles = [(1, "(Số liệu đến 30/6/2024)")]
        (line,) = read(Support, [row], titles=titles, completeness=claims).lines
        assert (1, Why.SHORT_OF_CLAIM) == (line.row, line.why)


class TestCountsAndAmounts:
    """People and money that a line states are those of the rows."""

    @pytest.mark.parametrize("line", ["CÁC LỚP TẬP HUẤN (75 HỌC VIÊN)", "Tổng số 80 người"])
    def test_people_of_classes(self, tmp_path: Path, line: str) -> None:
        assert 1 == outcome(tmp_path, (line,), CLASSES, *TRAININGS, kind="training")
        found = read(
            "Training", [dict(zip(CLASSES, TRAININGS[0], strict=True))], titles=[(1, line)]
        )
        assert [Fault.OTHER_COUNT] == [problem.code for problem in found.problems]

    @pytest.mark.parametrize("line", ["02 LỚP TẬP HUẤN (70 HỌC VIÊN)", "Tổng số 70 người"])
    def test_the_same_people(self, tmp_path: Path, line: str) -> None:
        assert 0 == outcome(tmp_path, (line,), CLASSES, *TRAININGS, kind="training")

    @pytest.mark.parametrize(
        "line",
        [
            *("Tổng kinh phí: 1 tỷ đồng", "Danh sách có 03 doanh nghiệp, tổng kinh phí 300 triệu"),
            *("Kinh phí: 250.000.000 đồng", "Tổng kinh phí 1 tỷ 500 triệu đồng"),
        ],
    )
    def test_money(self, tmp_path: Path, line: str) -> None:
        assert 1 == outcome(tmp_path, (line,), HEADS, *ROWS)
        assert 1 == outcome(tmp_path, HEADS, *ROWS, ("Người lập",), (line,))
        assert 0 == outcome(tmp_path, (line,), HEADS, *ROWS, words=("--ignore", line))

    def test_the_same_money(self, tmp_path: Path) -> None:
        line = "Tổng kinh phí: 265,5 triệu đồng"
        assert 0 == outcome(tmp_path, (line,), HEADS, *ROWS)
        groups = ("I. Phường A: 120 triệu đồng",), ROWS[0], ("II. Phường B: 145,5 triệu đồng",)
        assert 0 == outcome(tmp_path, HEADS, *groups, *ROWS[1:])
        assert 0 == outcome(tmp_path, (line,), HEADS[:5], *(row[:5] for row in ROWS))

    def test_covers(self, tmp_path: Path) -> None:
        lines = cover("DANH SÁCH 07 DOANH NGHIỆP", "Kinh phí: 1 tỷ đồng", "Tổng: 3", "Quý")
        found = told(tmp_path, HEADS, *ROWS, more=lines)
        assert [(1, Why.OTHER_COUNT), (2, Why.OTHER_SUM)] == found
        accepted = ("--ignore", "Bìa")
        assert 0 == outcome(tmp_path, HEADS, *ROWS, more=lines, words=accepted)

    def test_amounts(self) -> None:
        assert [1_500_000_000] == amounts_in("1 tỷ 500 triệu đồng")
        assert [] == amounts_in("Đơn vị tính: 1.000 đồng")
        assert [] == amounts_in("ngày 5 tháng 3, 04 đợt, 3 Đ")


class TestNotesAndPages:
    """Notes outside the rows and the printed page are read too."""

    @pytest.mark.parametrize("place", ["H15", "A6", "F30"])
    def test_a_note_outside_the_rows_is_told(self, tmp_path: Path, place: str) -> None:
        def more(book: openpyxl.Workbook) -> None:
            book.worksheets[0][place].comment = Comment("Thiếu 2 doanh nghiệp", "x")

        rows = HEADS, *ROWS, ("Người lập",)
        (found,) = told(tmp_path, *rows, more=more)
        assert Why.NOT_UNDERSTOOD is found[1]
        assert 1 == outcome(tmp_path, *rows, more=more)
        words = ("--ignore", "Thiếu 2 doanh nghiệp")
        assert 0 == outcome(tmp_path, *rows, more=more, words=words)

    @pytest.mark.parametrize(
        ("text", "code"),
        [
            *(("DỰ KIẾN", 1), ('&"Arial,Bold"BẢN NHÁP', 1), ("Năm 2023", 1)),
            *(("Trang &P/&N", 0), ("SỞ KHOA HỌC VÀ CÔNG NGHỆ", 0), ("&D", 0)),
        ],
    )
    def test_the_page(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, code: int
    ) -> None:
        def more(book: openpyxl.Workbook) -> None:
            header: Any = book.worksheets[0].oddHeader
            header.center.text = text

        assert code == outcome(tmp_path, HEADS, *ROWS, more=more)
        assert code == ("Đầu hoặc chân trang in:" in capsys.readouterr().out)

    def test_the_codes_of_a_page_are_not_its_text(self) -> None:
        assert ["A & B", "c"] == list(lines_of_a_page("&LA && B&K01+000&R&12c\n&P"))


class TestRunningNumbers:
    """A running number that stands twice is told if the list is claimed complete."""

    @pytest.mark.parametrize(
        ("numbers", "code"),
        [((1, 2, 2), 1), ((1, 2, 3), 0), ((1, 2, 1), 0), ((1, 1, 2), 0), (("1", "2", "2"), 1)],
    )
    def test_twice(self, tmp_path: Path, numbers: Cells, code: int) -> None:
        rows = [(number, *row[1:]) for number, row in zip(numbers, ROWS, strict=True)]
        claim = ("--complete-through", "2024-12-20")
        assert code == outcome(tmp_path, HEADS, *rows, words=claim)
        assert 0 == outcome(tmp_path, HEADS, *rows, words=(*claim, "--ignore", "STT"))

    def test_a_merged_number_stands_once(self, tmp_path: Path) -> None:
        def more(book: openpyxl.Workbook) -> None:
            book.worksheets[0].merge_cells("A3:A4")

        claim = ("--complete-through", "2024-12-20")
        assert 0 == outcome(tmp_path, HEADS, *ROWS[:2], ROWS[2], more=more, words=claim)


def test_a_line_keeps_its_place_with_another_reason() -> None:
    line = UnreadLine(3, "x").because(Why.OTHER_SUM)
    assert (3, "x", Why.OTHER_SUM) == (line.row, line.text, line.why)


class TestParts:
    """A line that says how many rows of a sort there are must agree with the cells of a column."""

    @for_each(
        ("part", "is_told"),
        [
            ("trong đó 02 hoàn thành", False),
            ("trong đó có 2 hoàn thành", False),
            ("trong đó 01 hoàn thành", True),
            *(("trong đó 01 nữ", False), ("trong đó 01 được hỗ trợ lần 2", True)),
            *(("trong đó lần 2 có 01", False), ("trong đó năm 2024 có 01", False)),
            ("trong đó hoàn thành", False),
            ("trong đó 01 huyện Gia Lâm", False),
            ("trong đó 01 huyện Đông Anh", True),
            ("", False),
        ],
    )
    def test_of_a_sum(self, part: str, *, is_told: bool) -> None:
        heads = (*HEADS, "Ghi chú")
        rows = [(*row, "Gia Lâm" if row == ROWS[0] else None) for row in ROWS]
        line = f"Tổng cộng: 03 doanh nghiệp, {part}".strip(" ,")
        found = read(
            Support,
            [
                *(dict(zip(heads, row, strict=True)) for row in rows),
                {**dict.fromkeys(heads), "Mã hồ sơ": line},
            ],
        )
        assert [line] * is_told == [each.text for each in found.lines]

    def test_of_a_sum_with_very_many_digits(self) -> None:
        rows = [dict(zip(HEADS, row, strict=True)) for row in ROWS]
        line = {**dict.fromkeys(HEADS), HEADS[0]: "Tổng cộng", HEADS[1]: "9" * 5000}
        assert len(ROWS) == read(Support, [*rows, line]).accepted
