"""Texts that stand in no cell: in shapes over the sheet, and on the printed page. All made up."""

import struct
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
import xlrd
import xlsxwriter
from odf.draw import CustomShape, Frame, TextBox
from odf.element import Element
from odf.style import Footer, Header, MasterPage, PageLayout, Style
from odf.table import Shapes
from odf.text import A, P, PageNumber, S, SheetName, Span

from command import run
from nsc_program import Support
from nsc_program.intake.files import Sheet, open_sheet
from nsc_program.intake.files._xls_pages import lines_outside
from other_books import cell, old_book, open_document, row, sheet
from row_files import patched

HEADINGS = ("Mã", "MST", "Bắt đầu", "Kết thúc")
GOOD = ("s1", "SAMPLE-1", "05/01/2024", "30/06/2024")
DRAWING = "xl/drawings/drawing1.xml"
DRAFT = "Màu vàng: đã dừng"


def excel(path: Path, *boxes: str, note: str = "") -> Path:
    book = xlsxwriter.Workbook(str(path))
    cells = book.add_worksheet()
    for number, values in enumerate((HEADINGS, GOOD)):
        cells.write_row(number, 0, values)
    for number, box in enumerate(boxes):
        cells.insert_textbox(5 + number, 1, box)
    if note:
        cells.write_comment(1, 1, note)
    book.close()
    return path


def boxed(text: str, *, frame: bool = True) -> Element:
    shape = TextBox() if frame else CustomShape()
    shape.addElement(P(text=text))
    if not frame:
        return shape
    found = Frame()
    found.addElement(shape)
    return found


def told(path: Path) -> list[tuple[str, bool, bool]]:
    found: Sheet = open_sheet(path, Support)
    return [(line.text, line.is_in_shape, line.is_on_page) for line in found.unread]


class TestShapes:
    """A text box may say what a line above the table would."""

    @pytest.mark.parametrize(
        ("text", "is_told"),
        [
            (DRAFT, True),
            ("ĐVT: nghìn đồng", True),
            ("DANH SÁCH DỰ KIẾN", True),
            ("SỞ KHOA HỌC VÀ CÔNG NGHỆ", False),
            ("", False),
        ],
    )
    def test_of_excel(self, tmp_path: Path, text: str, *, is_told: bool) -> None:
        assert [(text, True, False)] * is_told == told(excel(tmp_path / "r.xlsx", text, text))

    def test_of_several_lines(self, tmp_path: Path) -> None:
        path = excel(tmp_path / "r.xlsx", f"{DRAFT}\nSỞ KHOA HỌC VÀ CÔNG NGHỆ\n\nMàu đỏ: HTX")
        assert [DRAFT, "Màu đỏ: HTX"] == [text for text, *_ in told(path)]

    def test_is_accepted_by_the_command(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        path = excel(tmp_path / "r.xlsx", DRAFT)
        words: list[str | Path] = ["intake", "support", path, "-o", tmp_path / "r.json"]
        code, said, _ = run(capsys, *words)
        assert (1, True) == (
            code,
            f"Hộp văn bản, biểu đồ hoặc lời nhắc trên trang tính: “{DRAFT}”" in said,
        )
        code, said, warned = run(capsys, *words, "--ignore", DRAFT)
        assert (0, False) == (code, DRAFT in said + warned)

    def test_with_a_break_in_a_line(self, tmp_path: Path) -> None:
        path = excel(tmp_path / "r.xlsx", "Màu vàng: dừng")
        patched(
            path,
            ("<a:t>Màu vàng: dừng<", "<a:t>Màu vàng:</a:t></a:r><a:br/><a:r><a:t>dừng<"),
            part=DRAWING,
        )
        assert ["Màu vàng: dừng"] == [text for text, *_ in told(path)]

    def test_beside_notes_on_cells(self, tmp_path: Path) -> None:
        path = excel(tmp_path / "r.xlsx", DRAFT, note="đã xem")
        assert [DRAFT] == [text for text, *_ in told(path)]

    @pytest.mark.parametrize("frame", [True, False])
    def test_of_open_documents(self, tmp_path: Path, *, frame: bool) -> None:
        last = cell(GOOD[3])
        last.addElement(boxed("Màu đỏ: HTX", frame=frame))
        path = open_document(tmp_path / "r.ods", row(*HEADINGS), row(*GOOD[:3], last))
        assert [("Màu đỏ: HTX", True, False)] == told(path)

    def test_over_a_sheet_of_an_open_document(self, tmp_path: Path) -> None:
        def over(table: Any) -> None:  # noqa: ANN401
            shapes = Shapes()
            shapes.addElement(boxed(DRAFT))
            table.insertBefore(shapes, table.firstChild)

        path = open_document(tmp_path / "r.ods", row(*HEADINGS), row(*GOOD), more=over)
        assert [(DRAFT, True, False)] == told(path)


class TestPagesOfOpenDocuments:
    """The top and the bottom of a printed page count, except their fields."""

    @staticmethod
    def page(name: str, *parts: Element) -> list[Element]:
        layout, found = (
            PageLayout(name=f"l{name}"),
            MasterPage(name=name, pagelayoutname=f"l{name}"),
        )
        for part in parts:
            found.addElement(part)
        return [layout, found]

    def told(self, folder: Path, *parts: Element, name: str = "Default") -> list[str]:
        own = Style(name="own", family="table", masterpagename=name)
        table = sheet("Own", row(*HEADINGS), row(*GOOD), stylename="own")
        path = open_document(
            folder / "r.ods", sheets=[table], styles=[own], pages=self.page(name, *parts)
        )
        found = open_sheet(path, Support, sheet="Own").unread
        return [line.text for line in found if line.is_on_page]

    @staticmethod
    def part(kind: Any, *pieces: str | Element, **attributes: object) -> Element:  # noqa: ANN401
        found, line = kind(**attributes), P()
        for piece in pieces:
            if isinstance(piece, Element):
                line.addElement(piece)
            else:
                line.addText(piece)
        found.addElement(line)
        return found

    @pytest.mark.parametrize("name", ["Default", "Landscape"])
    def test_are_told(self, tmp_path: Path, name: str) -> None:
        header = self.part(Header, "DANH SÁCH", S(c=1), Span(text="DỰ KIẾN"))
        footer = self.part(Footer, A(text="Bản nháp", href="#"))
        assert ["DANH SÁCH DỰ KIẾN", "Bản nháp"] == self.told(tmp_path, header, footer, name=name)

    def test_fields_are_not_told(self, tmp_path: Path) -> None:
        header = self.part(Header, SheetName(text="???"))
        footer = self.part(Footer, "Trang ", PageNumber(text="1"))
        assert [] == self.told(tmp_path, header, footer)

    def test_what_is_not_printed_is_not_told(self, tmp_path: Path) -> None:
        assert [] == self.told(tmp_path, self.part(Header, "Bản nháp", display="false"))


class TestOldWorkbooks:
    """The records of an .xls workbook have texts that xlrd leaves out."""

    @pytest.mark.parametrize(
        ("header", "lines"), [("&CDANH SÁCH DỰ KIẾN", ["DANH SÁCH DỰ KIẾN"]), ("&CTrang &P", [])]
    )
    def test_pages(self, tmp_path: Path, header: str, lines: list[str]) -> None:
        def titled(_: object, cells: Any) -> None:  # noqa: ANN401
            cells._Worksheet__header_str = header  # xlwt takes letters of English only

        path = old_book(tmp_path / "r.xls", HEADINGS, GOOD, more=titled)
        assert [(line, False, True) for line in lines] == told(path)

    @staticmethod
    def outside(*records: tuple[int, bytes], version: int = 80) -> tuple[list[str], list[str]]:
        """Read made-up records of the second sheet."""
        packed = b"".join(struct.pack("<HH", kind, len(data)) + data for kind, data in records)
        book = SimpleNamespace(biff_version=version, _sh_abs_posn=[0, 5], mem=b"?" * 5 + packed)
        found = lines_outside(cast("xlrd.Book", book), 1)
        return found.page, found.shapes

    BEGIN, END = (0x809, b""), (0x0A, b"")
    TEXT = (0x1B6, b"")

    @pytest.mark.parametrize(
        ("kind", "lines"), [(6, ["Màu đỏ", "HTX"]), (2, ["Màu đỏ", "HTX"]), (0x19, [])]
    )
    def test_shapes(self, kind: int, lines: list[str]) -> None:
        made = (0x5D, struct.pack("<HHH", 0x15, 0x12, kind))
        text = (0x3C, b"\x01" + "Màu đỏ\n\nHTX".encode("utf-16-le"))
        runs = (0x3C, b"\x00" * 16)
        found = self.outside(self.BEGIN, made, self.TEXT, text, runs, self.END)
        assert ([], lines) == found

    def test_texts_in_one_byte(self) -> None:
        found = self.outside(self.BEGIN, self.TEXT, (0x3C, b"\x00Nhap"), (0x3C, b""), self.END)
        assert ([], ["Nhap"]) == found

    def test_the_text_of_a_chart_lies_within_the_sheet(self) -> None:
        header = (0x14, b"\x04\x00\x00Nhap")
        records = [self.BEGIN, self.BEGIN, self.END, (0x15, b""), header, self.END, header]
        assert (["Nhap"], []) == self.outside(*records)

    def test_older_and_broken_workbooks_have_none(self) -> None:
        header = (0x14, b"\x04\x00\x00Nhap")
        assert ([], []) == self.outside(self.BEGIN, header, version=70)
        assert (["Nhap"], []) == self.outside(self.BEGIN, header)
