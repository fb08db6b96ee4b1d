"""A line that is not data is understood only if all of it is harmless; any other line is told.

All data are made up.
"""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.comments import Comment

from each import for_each
from nsc_program import Support
from nsc_program.cli import main
from nsc_program.intake import Fault, Intake, read
from nsc_program.intake._rows.running_numbers import gaps_in
from nsc_program.intake._tables.unread_lines import UnreadLine
from nsc_program.intake._texts.plain_lines import is_plain_line
from nsc_program.intake._words.counted_texts import count_in
from nsc_program.intake.files import open_sheet, write_problems
from row_files import workbook, written
from rows import SUPPORT

Cells = Sequence[object]
HEADS = ("STT", "Mã hồ sơ", "Tên doanh nghiệp", "MST", "Ngày bắt đầu", "Ngày hoàn thành")
CLAIM = ("--complete-through", "2025-12-31", "--recorded-on", "2025-12-31")
START, END = date(2024, 3, 1), date(2024, 9, 30)


def support(number: int, name: str | None = None, *, stt: object = None) -> Cells:
    cells = f"h{number}", name or f"Công ty {chr(64 + number)}", f"SAMPLE-{number}"
    return (stt or number, *cells, START, END)


def outcome(
    folder: Path,
    *rows: Cells,
    more: Any = None,  # noqa: ANN401
    kind: str = "support",
    claim: Sequence[str] = CLAIM,
) -> int:
    path = workbook(folder / "rows.xlsx", *rows, more=more)
    return main(["intake", kind, str(path), "-o", str(folder / "out.json"), *claim])


def told(folder: Path, *rows: Cells, **options: Any) -> list[UnreadLine]:  # noqa: ANN401
    path = workbook(folder / "rows.xlsx", *rows, more=options.pop("more", None))
    sheet = open_sheet(path, Support, **options)
    found = read(Support, sheet.rows, first_row=sheet.first_row, titles=sheet.titles, **options)
    return [*sheet.unread, *found.lines]


def counted(*rows: Cells, titles: Sequence[tuple[int, str]] = ()) -> Intake:
    cells = [dict(zip((*HEADS, "Ngân sách"), row, strict=False)) for row in rows]
    return read(Support, cells, first_row=2, titles=titles)


class TestPlainLines:
    """Only terms of a closed vocabulary, numbers and names make a line plain."""

    @for_each(
        "line",
        [
            *("UBND THÀNH PHỐ HÀ NỘI", "Độc lập - Tự do - Hạnh phúc", "________"),
            *("DANH SÁCH DOANH NGHIỆP ĐƯỢC HỖ TRỢ NĂM 2024", "DANH SACH DOANH NGHIEP DUOC HO TRO"),
            *("(Kèm theo Báo cáo số    /BC-SKHCN ngày   /12/2024)", "Số: /BC-SKHCN", "/QĐ-UBND"),
            *("Hà Nội, ngày … tháng … năm 2024", "Mẫu số 01", "Biểu 02", "II. Quận Ba Đình"),
            *("PHƯỜNG CẦU GIẤY", "Phường A", "Khu công nghiệp Thăng Long", "Công ty TNHH Sao Mai"),
            *("NGUYỄN VĂN A", "Trần Mẫu Mẫu", "Người lập biểu", "KT. GIÁM ĐỐC", "- Lưu: VT, TĐC."),
            *("Ghi chú: (*) Doanh nghiệp đăng ký lần đầu.", "Tổng cộng: Ba doanh nghiệp"),
            *("Ngành dệt may - da giày", "Áp dụng ISO 9001:2015", "Email: a@example.vn", "Sheet1"),
        ],
    )
    def test_ordinary_lines_of_an_office_are_plain(self, line: str) -> None:
        assert is_plain_line(line, "Support")

    @for_each(
        ("kind", "line"),
        [
            *(("Training", text) for text in ("HỌC VIÊN VẮNG MẶT", "DANH SÁCH TRIỆU TẬP")),
            *(("Training", text) for text in ("GIẤY MỜI", "DANH SÁCH GIẢNG VIÊN", "BAN TỔ CHỨC")),
            *(("PilotModel", text) for text in ("ĐỀ NGHỊ CÔNG NHẬN", "TỜ TRÌNH", "XÉT CÔNG NHẬN")),
            ("Expert", "DANH SÁCH ỨNG VIÊN CHUYÊN GIA"),
            *(("Support", text) for text in ("DỰ TOÁN HỖ TRỢ", "DN cần hỗ trợ", "DN vi phạm")),
            *(("Support", text) for text in ("Số liệu chưa đối chiếu", "Số liệu do DN tự báo cáo")),
            *(("Support", text) for text in ("Ngày hoàn thành theo hợp đồng", "DN ngoài Hà Nội")),
            *(("Support", text) for text in ("Chỉ khảo sát", "(Còn nữa)", "(Trích danh sách)")),
            *(("Support", text) for text in ("...", "…", "Đã xong?", "Cơ khí, nhựa, v.v.")),
            *(("Support", text) for text in ("K được hỗ trợ", "0 được hỗ trợ", "Hỗ trợ một phần")),
            *(("Support", text) for text in ("Doanh Nghiệp Cần Hỗ Trợ", "Lý Do Dừng", "Trần A")),
            *(("Support", text) for text in ("LÊ ĐÃ BỎ", "Phường Cầu giấy cũ", "Tập huấn")),
            ("Support", "Kèm theo Tờ trình số 12/TTr-SKHCN"),
            ("Support", "danh sách " * 100),
        ],
    )
    def test_any_other_line_is_not(self, kind: str, line: str) -> None:
        assert not is_plain_line(line, kind)


class TestToldLines:
    """Lines above, among and below the rows are told with their places, until they are accepted."""

    @pytest.mark.parametrize(
        ("rows", "expected"),
        [
            ([("Danh sách mời",), HEADS, support(1)], [(1, "Danh sách mời")]),
            ([HEADS, support(1), ("II", "Chỉ khảo sát"), support(2)], [(3, "Chỉ khảo sát")]),
            ([HEADS, support(1), ("(*) Hợp tác xã",)], [(3, "(*) Hợp tác xã")]),
            ([HEADS, support(1), ("Ghi chú: (*) Cấp bộ",)], [(3, "Ghi chú: (*) Cấp bộ")]),
            ([HEADS, support(1), ("Người lập",), ("Bỏ hồ sơ h",)], [(4, "Bỏ hồ sơ h")]),
            ([HEADS, support(1), ("Người lập",), ("(Đã ký)",)], []),
            ([HEADS, support(1), HEADS, support(2), (None, "Tổng cộng")], []),
        ],
        ids=range(7),
    )
    def test_a_line_is_told_with_its_row(
        self, tmp_path: Path, rows: list[Cells], expected: list[tuple[int, str]]
    ) -> None:
        assert expected == [(line.row, line.text) for line in told(tmp_path, *rows)]
        assert int(bool(expected)) == outcome(tmp_path, *rows)
        texts = [text for _, text in expected]
        assert [] == told(tmp_path, *rows, ignored=texts)

    def test_a_row_of_a_mapping_that_repeats_its_headings_is_not_told(self) -> None:
        again = dict.fromkeys(SUPPORT) | {"Mã": "Mã", "Ghi chú": "x", None: ["Còn nữa"]}
        assert () == read(Support, [{name: name for name in SUPPORT}]).lines
        assert () == read(Support, [SUPPORT, again]).lines

    def test_a_line_is_told_by_the_command_with_the_remedy_and_without_digits_of_a_person(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        line = "Liên hệ bà Trần Thị Mẫu, CCCD 001085000012"
        assert 1 == outcome(tmp_path, (line,), HEADS, support(1))
        printed = " ".join(capsys.readouterr().out.split())
        assert "Dòng 1: “Liên hệ bà …, CCCD …”" in printed
        assert "--ignore “Liên hệ bà …, CCCD …”" in printed
        shown = "Liên hệ bà …, CCCD …"
        assert [] == told(tmp_path, (line,), HEADS, support(1), ignored=[shown])

    def test_the_name_of_the_sheet_is_told(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        def named(book: openpyxl.Workbook) -> None:
            book.worksheets[0].title = "Giảng viên"

        assert 1 == outcome(tmp_path, HEADS, support(1), more=named)
        assert "tên trang “Giảng viên”" in capsys.readouterr().out

    @pytest.mark.parametrize("place", ["A1", "F2"])
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            *(("Ngày này là theo hợp đồng, kiểm tra lại", 1), ("Admin:\nxem lại", 1), ("?", 1)),
            ("xem lại nhé " * 30, 1),
            *(("đã kiểm tra", 0), ("Admin:\nHĐ số 12/2024/HĐ-HT", 0), ("ĐT: 0900000000", 0)),
        ],
    )
    def test_a_note_on_a_cell_is_told(
        self, tmp_path: Path, place: str, text: str, expected: int
    ) -> None:
        def noted(book: openpyxl.Workbook) -> None:
            book.worksheets[0][place].comment = Comment(text, "x")

        assert expected == outcome(tmp_path, HEADS, support(1), more=noted)
        line = " ".join(text.split())
        assert [] == told(tmp_path, HEADS, support(1), more=noted, ignored=[line])


class TestOtherSheets:
    """What another sheet says may be about the rows of the sheet that is read."""

    @pytest.mark.parametrize(
        ("name", "rows", "expected"),
        [
            ("Ghi chú", [("DN h2 đã hủy hợp đồng",)], 1),
            ("Bìa", [("DANH SÁCH DOANH NGHIỆP DỰ KIẾN HỖ TRỢ NĂM 2024",)], 1),
            ("Bìa", [("Đơn vị tính: triệu đồng",)], 1),
            ("Bìa", [("DANH SÁCH HỢP TÁC XÃ",)], 1),
            ("Đã loại", [("STT",)], 1),
            ("Bìa", [("DANH SÁCH DOANH NGHIỆP ĐƯỢC HỖ TRỢ",), (2024,)], 0),
        ],
    )
    def test_a_sheet_that_is_not_read_is_told_until_it_is_accepted(
        self, tmp_path: Path, name: str, rows: list[Cells], expected: int
    ) -> None:
        def more(book: openpyxl.Workbook) -> None:
            for row in rows:
                _sheet(book, name).append(list(row))

        assert expected == outcome(tmp_path, HEADS, support(1), more=more)
        assert [] == told(tmp_path, HEADS, support(1), more=more, ignored=[name])

    def test_only_the_lines_beside_records_are_told(self, tmp_path: Path) -> None:
        def more(book: openpyxl.Workbook) -> None:
            for row in (HEADS, support(2, "Công ty đã hủy"), ("Chỉ khảo sát", 7), ("Thừa",)):
                _sheet(book, "Năm 2023").append(list(row))
            book["Năm 2023"]["A2"].comment = Comment("xem lại", "x")

        lines = told(tmp_path, HEADS, support(1), more=more)
        assert [(4, "Thừa", False), (2, "xem lại", True)] == [
            (line.row, line.text, line.is_note) for line in lines
        ]

    def test_a_few_lines_of_a_sheet_are_told(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        def more(book: openpyxl.Workbook) -> None:
            for number in range(9):
                _sheet(book, "Ghi chú").append([f"Bỏ {number}"])

        assert 1 == outcome(tmp_path, HEADS, support(1), more=more)
        printed = " ".join(capsys.readouterr().out.split())
        assert 3 == printed.count("Trang tính “Ghi chú” (chưa nhập), dòng")
        assert "--ignore “Ghi chú”" in printed

    def test_the_list_of_problems_is_not_told(self, tmp_path: Path) -> None:
        wrong = read(Support, [{**SUPPORT, "Ngày hoàn thành": "30/6/24"}])
        for lang in ("vi", "en"):
            write_problems(tmp_path / "mend.xlsx", wrong, list(SUPPORT), lang)
            assert () == open_sheet(tmp_path / "mend.xlsx", Support).unread


def _sheet(book: openpyxl.Workbook, name: str) -> Any:  # noqa: ANN401
    return book[name] if name in book.sheetnames else book.create_sheet(name)


class TestCounts:
    """A stated count that differs from the rows stands for the rows that are missing."""

    @pytest.mark.parametrize(
        "line",
        [
            *(("Tổng cộng", None, "03 doanh nghiệp"), ("Tổng cộng", 3), ("Tổng cộng", "03")),
            *(("Cộng", None, None, 3), ("Cộng: 03 DN",), ("Tổng cộng: 03",), ("Tổng: 3",)),
            *(("Tổng số 03 lượt",), ("Tổng cộng: Ba doanh nghiệp",), (3, "Tổng cộng")),
            *(("Danh sách gồm 03 doanh nghiệp",), ("Tổng số doanh nghiệp: 3",)),
            *((None, "Danh sách có 03 (ba) doanh nghiệp./."), ("Tổng cộng", None, 3)),
        ],
    )
    def test_below_the_rows(self, tmp_path: Path, line: Cells) -> None:
        (problem,) = counted(support(1), support(2), line).problems
        assert (4, Fault.OTHER_COUNT) == (problem.row, problem.code)
        assert 1 == outcome(tmp_path, HEADS, support(1), support(2), line)

    @pytest.mark.parametrize(
        "line",
        ["DANH SÁCH 03 DOANH NGHIỆP ĐƯỢC HỖ TRỢ", "(Gồm 03 doanh nghiệp)", "Tổng số: 03 DN"],
    )
    def test_above_the_rows(self, tmp_path: Path, line: str) -> None:
        (problem,) = counted(support(1), support(2), titles=[(1, line)]).problems
        assert (1, Fault.OTHER_COUNT) == (problem.row, problem.code)
        assert 1 == outcome(tmp_path, (line,), HEADS, support(1), support(2))
        assert 0 == outcome(tmp_path, (line,), HEADS, support(1), support(2), support(3))

    @pytest.mark.parametrize(
        "line",
        [
            *((None, "Danh sách có 02 (hai) doanh nghiệp./."), ("Tổng cộng", 2)),
            *(("Lũy kế", 9), ("Trung bình", 9), ("Tổng cộng", None, None, None, None, None, 2)),
        ],
    )
    def test_the_same_count_and_other_numbers_are_in_order(self, line: Cells) -> None:
        rows = [dict(zip((*HEADS, "Đã ký"), row, strict=False)) for row in (support(1), support(2))]
        found = read(Support, [*rows, dict(zip((*HEADS, "Đã ký"), line, strict=False))])
        assert (2, 0, 1) == (found.accepted, len(found.rejected), found.without_data)

    def test_people_are_counted_in_a_list_of_people(self) -> None:
        row = {"Mã": "t1", "Mã học viên": "HV-A1", "Ngày": "05/01/2024"}
        titles = [(1, "DANH SÁCH 40 HỌC VIÊN"), (2, "02 lớp")]
        (problem,) = read("Training", [row], first_row=3, titles=titles).problems
        assert (1, Fault.OTHER_COUNT) == (problem.row, problem.code)

    def test_numbers_are_read_in_digits_and_in_words(self) -> None:
        texts = {
            "Tổng số hai mươi lăm doanh nghiệp": 25,
            "gồm một trăm linh hai hồ sơ": 102,
            "Danh sách mười DN": 10,
            "Tổng cộng 2024 doanh nghiệp": 2024,
            "Năm 2024 doanh nghiệp": None,
            "DS 2024 doanh nghiệp": None,
            "Phụ lục 3 doanh nghiệp": None,
        }
        assert texts == {text: count_in(text, "Support") for text in texts}
        assert count_in("Tổng: 3", "ReportedFigure") is None


class TestSums:
    """A sum of money or people is that of the rows around it."""

    @pytest.mark.parametrize(
        ("rows", "expected"),
        [
            ([150, 150, "999"], [Fault.OTHER_SUM]),
            ([150, 150, "300"], []),
            ([150, "150", 150, "150", "300"], []),
            (["150", 150, "150", 150], []),
            ([150, 150, "ba trăm"], []),
            ([150, 150, None], []),
            ([0.5, 150, "999"], [Fault.OTHER_SUM]),
        ],
        ids=range(7),
    )
    def test_sums(self, rows: list[object], expected: list[Fault]) -> None:
        head = "Ngân sách (triệu đồng)"
        cells = [
            {"Mã": "Tổng cộng", head: amount}
            if (isinstance(amount, str) and amount != "x") or amount is None
            else {**SUPPORT, "Mã": f"s{number}", "MST": f"SAMPLE-{number}", head: amount}
            for number, amount in enumerate(rows)
        ]
        found = read(Support, cells)
        assert expected == [problem.code for problem in found.problems][:1]
        ignored = read(Support, cells, ignored=["Tổng cộng"]).problems
        assert Fault.OTHER_SUM not in [problem.code for problem in ignored]

    def test_a_sum_is_not_compared_while_an_amount_is_not_known(self) -> None:
        rows = [{**SUPPORT, "Ngân sách": "x"}, {"Mã": "Tổng cộng", "Ngân sách": "2 tỷ"}]
        assert [1] == [problem.row for problem in read(Support, rows).problems]


class TestGaps:
    """A claim of completeness does not hold while running numbers are missing."""

    @pytest.mark.parametrize(
        ("numbers", "expected"),
        [
            ([1, 2, 3], 0),
            ([1, 3], 1),
            ([2, 3], 1),
            (["1", "3"], 1),
            ([3, 1, 2], 1),
            ([1, 2, 1, 2], 0),
            ([1, "a", 2], 0),
        ],
        ids=range(7),
    )
    def test_gaps(
        self,
        tmp_path: Path,
        capsys: pytest.CaptureFixture[str],
        numbers: list[object],
        expected: int,
    ) -> None:
        rows = [support(number, stt=stt) for number, stt in enumerate(numbers, 1)]
        assert expected == outcome(tmp_path, HEADS, *rows)
        assert bool(expected) == ("thiếu số thứ tự" in capsys.readouterr().out)
        path = str(tmp_path / "rows.xlsx")
        without_claim = ["intake", "support", path, "-o", str(tmp_path / "out.json")]
        assert 0 == main(without_claim)
        assert 0 == main([*without_claim, *CLAIM, "--ignore", "STT"])

    def test_a_table_without_running_numbers_has_no_gaps(self) -> None:
        assert () == gaps_in([], ["Tên"])
        assert () == read(Support, [SUPPORT, None]).gaps


class TestYears:
    """A line that names a year is about rows of that year."""

    @pytest.mark.parametrize(
        ("rows", "expected"),
        [
            ([("DANH SÁCH NĂM 2023",), HEADS, support(1)], 1),
            ([("DANH SÁCH NĂM 2024",), HEADS, support(1)], 0),
            ([("Kế hoạch số 149/KH-UBND năm 2022",), HEADS, support(1)], 0),
            ([HEADS, ("Năm 2023",), support(1), ("Năm 2024",), support(2), ("Phường A",)], 1),
            ([HEADS, ("Năm 2024",), support(1), support(2), ("Năm 2025",)], 0),
        ],
        ids=range(5),
    )
    def test_years(self, tmp_path: Path, rows: list[Cells], expected: int) -> None:
        assert expected == outcome(tmp_path, *rows, claim=())
        ignored = [str(row[0]) for row in rows if len(row) == 1]
        assert [] == told(tmp_path, *rows, ignored=ignored)


class TestReportedFigures:
    """A title over reported figures names the years that they are about."""

    @pytest.mark.parametrize(
        ("line", "years", "expected"),
        [
            ("Giai đoạn 2021-2024", 2024, 1),
            ("Giai đoạn 2021-2024", "2021-2024", 0),
            ("Phụ lục 2: Mục tiêu", 2024, 1),
            ("Thực hiện Chương trình giai đoạn 2021-2030", 2024, 0),
        ],
    )
    def test_spans(self, tmp_path: Path, line: str, years: object, expected: int) -> None:
        rows = [(line,), ("Mã", "Chỉ tiêu", "Năm", "Số liệu"), ("r1", "supported", years, 310)]
        path = workbook(tmp_path / "rows.xlsx", *rows)
        arguments = ["intake", "reported-figure", str(path), "-o", str(tmp_path / "out.json")]
        assert expected == main([*arguments, "--value", "issued=15/01/2025"])

    def test_a_span_between_rows(self, tmp_path: Path) -> None:
        heads = "Mã,Chỉ tiêu,Năm,Số liệu,Ngày báo cáo\n"
        rows = "Giai đoạn 2021-2024,,,,\nr1,supported,2024,310,15/01/2025\n"
        sheet = open_sheet(written(tmp_path, heads + rows), "ReportedFigure")
        assert ("Giai đoạn 2021-2024",) == sheet.assumed
