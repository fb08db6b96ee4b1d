"""What is drawn over a sheet, crosses its cells out or appears at them. All rows are made up."""

import struct
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast
from zipfile import ZipFile

import openpyxl
import pytest
import xlrd
import xlsxwriter
import xlwt
from odf.draw import Frame, Object
from odf.style import Style, TableCellProperties
from odf.table import ContentValidation, ContentValidations, HelpMessage
from odf.text import P
from openpyxl.chart import BarChart
from openpyxl.comments import Comment
from openpyxl.styles import Border, Side
from openpyxl.worksheet.datavalidation import DataValidation

from command import run
from nsc_program import Support
from nsc_program.intake import read
from nsc_program.intake.files import open_sheet
from nsc_program.intake.files._tips import says_more_than_form
from nsc_program.intake.files._xls import tips_of_links
from nsc_program.intake.files._xls_pages import lines_outside
from other_books import cell, old_book, open_document, row
from row_files import patched, workbook

HEADINGS = ("Mã", "MST", "Bắt đầu", "Kết thúc")
FIRST = ("s1", "SAMPLE-1", "05/01/2024", "30/06/2024")
SECOND = ("s2", "SAMPLE-2", date(2024, 2, 5), date(2024, 7, 30))
PROMPT = "Lưu ý: Hồ sơ này chưa nghiệm thu"


def told(path: Path, *ignored: str) -> list[tuple[int | None, str]]:
    found = open_sheet(path, Support, ignored=ignored)
    return [(line.row, line.text) for line in found.unread if line.is_in_shape]


def accepted(path: Path) -> int:
    sheet = open_sheet(path, Support)
    return read(Support, sheet.rows, first_row=sheet.first_row).accepted


class TestCrossedOut:
    """Lines across the cells of a row cross it out, as a line through its letters does."""

    @pytest.mark.parametrize(
        ("cells", "lines", "left"),
        [
            ("A3", 2, 1),
            ("D3", 2, 1),
            ("D3", 1, 1),
            ("A3", 1, 2),  # it may divide a heading in the corner of a table
            ("A1", 1, 2),
            ("F3", 2, 2),
            ("A3", 0, 2),
        ],
    )
    def test_in_excel(self, tmp_path: Path, cells: str, lines: int, left: int) -> None:
        def crossed(book: openpyxl.Workbook) -> None:
            side = Side("thin")
            border = Border(diagonal=side, diagonalUp=lines > 0, diagonalDown=lines > 1)
            book.worksheets[0][cells].border = border

        path = workbook(tmp_path / "r.xlsx", HEADINGS, FIRST, SECOND, more=crossed)
        assert left == accepted(path)

    def test_a_diagonal_that_is_not_drawn(self, tmp_path: Path) -> None:
        def blank(book: openpyxl.Workbook) -> None:
            book.worksheets[0]["D3"].border = Border(diagonalUp=True, diagonalDown=True)

        path = workbook(tmp_path / "r.xlsx", HEADINGS, FIRST, SECOND, more=blank)
        assert accepted(path) == 2

    @pytest.mark.parametrize(("at", "lines", "left"), [(0, 2, 1), (3, 1, 1), (0, 1, 2), (0, 0, 2)])
    def test_in_older_workbooks(self, tmp_path: Path, at: int, lines: int, left: int) -> None:
        def crossed(_: object, cells: Any) -> None:  # noqa: ANN401
            style = xlwt.XFStyle()
            style.num_format_str = "dd/mm/yyyy"
            style.borders.diag = xlwt.Borders.THIN
            style.borders.need_diag1 = lines > 0
            style.borders.need_diag2 = lines > 1
            cells.write(3, at, ("s3", *SECOND[1:])[at], style)

        rows = HEADINGS, FIRST, SECOND
        last = [None if place == at else value for place, value in enumerate(("s3", *SECOND[1:]))]
        path = old_book(tmp_path / "r.xls", *rows, last, more=crossed)
        assert left + 1 == accepted(path)

    @pytest.mark.parametrize(("at", "lines", "left"), [(0, 2, 1), (3, 1, 1), (0, 1, 2), (3, 0, 2)])
    def test_in_open_documents(self, tmp_path: Path, at: int, lines: int, left: int) -> None:
        drawn = ["0.06pt solid #000000" if lines > line else "none" for line in range(2)]
        crossed = Style(name="crossed", family="table-cell")
        crossed.addElement(TableCellProperties(diagonalbltr=drawn[0], diagonaltlbr=drawn[1]))
        last = [
            cell(value, stylename="crossed") if at == place else value
            for place, value in enumerate(SECOND)
        ]
        path = open_document(
            tmp_path / "r.ods", row(*HEADINGS), row(*FIRST), row(*last), styles=[crossed]
        )
        assert left == accepted(path)


def ruled(path: Path, text: str, *, shown: bool = True, title: str = "Lưu ý") -> Path:
    def rule(book: openpyxl.Workbook) -> None:
        given = DataValidation("whole", formula1="1", promptTitle=title, prompt=text)
        given.showInputMessage = shown
        given.add("D2")
        book.worksheets[0].add_data_validation(given)

    return workbook(path, HEADINGS, FIRST, SECOND, more=rule)


class TestTips:
    """A tip at a cell may say anything about its row."""

    @pytest.mark.parametrize(
        ("text", "is_told"),
        [
            ("Hồ sơ này chưa nghiệm thu", True),
            ("Ghi ngày dự kiến", True),
            ("Nhập theo nghìn đồng", True),
            ("Dừng", True),
            ("Nhập ngày kết thúc\n(dd/mm/yyyy)", False),
            ("Chọn trong danh sách", False),
            ("Ghi ngày/tháng/năm, như 30/6/2026", False),
        ],
    )
    def test_of_a_rule(self, tmp_path: Path, text: str, *, is_told: bool) -> None:
        found = told(ruled(tmp_path / "r.xlsx", text))
        assert [(None, f"Lưu ý: {' '.join(text.split())}")] * is_told == found

    def test_that_is_not_shown_or_blank(self, tmp_path: Path) -> None:
        assert [] == told(ruled(tmp_path / "r.xlsx", "Chưa nghiệm thu", shown=False))
        assert [] == told(ruled(tmp_path / "s.xlsx", "", title=""))

    def test_is_accepted_by_the_command(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        path = ruled(tmp_path / "r.xlsx", "Hồ sơ này chưa nghiệm thu")
        words: list[str | Path] = ["intake", "support", path, "-o", tmp_path / "r.json"]
        code, said, _ = run(capsys, *words)
        assert (1, True) == (code, f"lời nhắc trên trang tính: “{PROMPT}”" in said)
        assert run(capsys, *words, "--ignore", PROMPT)[0] == 0

    @pytest.mark.parametrize(
        ("text", "is_told"),
        [
            ("Đơn vị này đã rút", True),
            ("http://example.vn/", False),
            ("mailto:a@example.vn", False),
            ("", False),
        ],
    )
    def test_of_a_link(self, tmp_path: Path, text: str, *, is_told: bool) -> None:
        book = xlsxwriter.Workbook(str(tmp_path / "r.xlsx"))
        cells = book.add_worksheet()
        for number, values in enumerate((HEADINGS, FIRST)):
            cells.write_row(number, 0, values)
        cells.write_url(1, 1, "http://example.vn/", string="SAMPLE-1", tip=text or None)
        book.close()
        assert [(None, text)] * is_told == told(tmp_path / "r.xlsx")

    @pytest.mark.parametrize(
        ("shown", "is_told"), [("true", True), ("false", False), (None, False)]
    )
    def test_of_open_documents(self, tmp_path: Path, shown: str | None, *, is_told: bool) -> None:
        def rule(table: Any) -> None:  # noqa: ANN401
            rules, given = ContentValidations(), ContentValidation(name="v1")
            for display in filter(None, [shown]):
                message = HelpMessage(title="Lưu ý", display=display)
                message.addElement(P(text="Hồ sơ này chưa nghiệm thu"))
                given.addElement(message)
            rules.addElement(given)
            table.insertBefore(rules, table.firstChild)

        last = cell(FIRST[3], contentvalidationname="v1")
        path = open_document(tmp_path / "r.ods", row(*HEADINGS), row(*FIRST[:3], last), more=rule)
        assert [(None, PROMPT)] * is_told == told(path)

    @staticmethod
    def packed(*texts: str, flags: int = 1 << 18) -> tuple[int, bytes]:
        """Make the record of a rule."""
        parts = (struct.pack("<HB", len(text), 1) + text.encode("utf-16-le") for text in texts)
        return 0x1BE, struct.pack("<I", flags) + b"".join(parts)

    @pytest.mark.parametrize(("flags", "tips"), [(1 << 18, [PROMPT]), (0, [])])
    def test_of_older_workbooks(self, flags: int, tips: list[str]) -> None:
        title, _, text = PROMPT.partition(": ")
        rule = self.packed(title, "\0", text, "\0", flags=flags)
        assert tips == outside((0x809, b""), rule).tips

    def test_of_a_link_in_older_workbooks(self) -> None:
        links = [SimpleNamespace(quicktip=text) for text in (None, "Đã rút")]
        assert [*tips_of_links(SimpleNamespace(hyperlink_list=links))] == ["Đã rút"]


def outside(*records: tuple[int, bytes]) -> Any:  # noqa: ANN401
    """Read made-up records of a sheet."""
    packed = b"".join(struct.pack("<HH", kind, len(data)) + data for kind, data in records)
    book = SimpleNamespace(biff_version=80, _sh_abs_posn=[0], mem=packed)
    return lines_outside(cast("xlrd.Book", book), 0)


class TestCharts:
    """The titles of charts are texts over the sheet."""

    @pytest.mark.parametrize(("title", "is_told"), [("Số dự kiến", True), ("DANH SÁCH", False)])
    def test_of_excel(self, tmp_path: Path, title: str, *, is_told: bool) -> None:
        def drawn(book: openpyxl.Workbook) -> None:
            chart = BarChart()
            chart.title = title
            book.worksheets[0].add_chart(chart, "B2")

        path = workbook(tmp_path / "r.xlsx", HEADINGS, FIRST, SECOND, more=drawn)
        assert [(None, title)] * is_told == told(path)

    @pytest.mark.parametrize("is_there", [True, False])
    def test_of_open_documents(self, tmp_path: Path, *, is_there: bool) -> None:
        placed, last = Frame(), cell(FIRST[3])
        placed.addElement(Object(href="./Object 1"))
        last.addElement(placed)
        path = open_document(tmp_path / "r.ods", row(*HEADINGS), row(*FIRST[:3], last))
        of = "urn:oasis:names:tc:opendocument:xmlns"
        with ZipFile(path, "a") as packed:
            packed.writestr(
                f"Object {1 if is_there else 2}/content.xml",
                f'<c:chart xmlns:c="{of}:chart:1.0" xmlns:t="{of}:text:1.0">'
                "<c:title><t:p>Số dự kiến</t:p></c:title></c:chart>",
            )
        assert [(None, "Số dự kiến")] * is_there == told(path)

    def test_of_older_workbooks(self) -> None:
        text = struct.pack("<HBB", 0, 2, 1) + "DK".encode("utf-16-le")
        series, label, own = (0x1003, b""), (0x1025, b""), (0x100D, text)
        assert ["DK"] == outside((0x809, b""), series, own, label, own).shapes


class TestDrawings:
    """A line that is drawn over a row may cross it out, and a picture may say anything."""

    @staticmethod
    def drawn(path: Path, row_: int = 2) -> Path:
        book = xlsxwriter.Workbook(str(path))
        cells = book.add_worksheet()
        for number, values in enumerate((HEADINGS, FIRST, FIRST, FIRST)):
            cells.write_row(number, 0, values)
        cells.insert_textbox(row_, 1, "", {"width": 200, "height": 5})
        book.close()
        return path

    def test_over_a_row(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        path = self.drawn(tmp_path / "r.xlsx")
        assert [(3, "TextBox 1")] == told(path)
        words: list[str | Path] = ["intake", "support", path, "-o", tmp_path / "r.json"]
        assert "Hình vẽ trên dòng 3: “TextBox 1”" in run(capsys, *words)[1]
        assert [] == told(path, "TextBox 1")

    @pytest.mark.parametrize("at", [0, 6])
    def test_outside_the_rows(self, tmp_path: Path, at: int) -> None:
        assert [] == told(self.drawn(tmp_path / "r.xlsx", row_=at))

    def test_without_a_name_beside_a_box(self, tmp_path: Path) -> None:
        path = self.drawn(tmp_path / "r.xlsx")
        patched(path, ('name="TextBox 1"', 'name=""'), part="xl/drawings/drawing1.xml")
        assert [(3, "…")] == told(path)


class TestThreads:
    """Newer notes are threads; the older form of each repeats it with advice in English."""

    @pytest.mark.parametrize(("text", "left"), [("đã hủy", 1), ("đã xem", 2)])
    def test_a_thread(self, tmp_path: Path, text: str, left: int) -> None:
        assert left == accepted(threaded(tmp_path / "r.xlsx", text))


def threaded(path: Path, text: str) -> Path:
    """Write a workbook with a thread on a cell, and the note that repeats it."""

    def noted(book: openpyxl.Workbook) -> None:
        older = f"[Threaded comment]\n\nYour version allows you to read this.\n\n{text}"
        book.worksheets[0]["B2"].comment = Comment(older, "tc={1}")

    workbook(path, HEADINGS, FIRST, SECOND, more=noted)
    of = "http://schemas.microsoft.com/office"
    related = (
        f'<Relationship Id="t1" Type="{of}/2017/10/relationships/threadedComment" '
        'Target="../threadedComments/threadedComment1.xml"/></Relationships>'
    )
    references = "xl/worksheets/_rels/sheet1.xml.rels"
    patched(path, ("</Relationships>", related), part=references)
    with ZipFile(path, "a") as packed:
        packed.writestr(
            "xl/threadedComments/threadedComment1.xml",
            f'<ThreadedComments xmlns="{of}/spreadsheetml/2018/threadedcomments">'
            f'<threadedComment ref="B2"><text>{text}</text></threadedComment></ThreadedComments>',
        )
    return path


def test_a_tip_without_accents_says_the_same() -> None:
    assert not says_more_than_form("Nhap ngay ket thuc", ["Kết thúc"])
    assert says_more_than_form("Nhap ngay du kien", ["Kết thúc"])
