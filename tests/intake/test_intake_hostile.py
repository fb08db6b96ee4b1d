"""Files and cells that mean harm.

Such a file is refused with a remedy; such a cell comes out as text that does nothing.
"""

import random
import re
import struct
import zipfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter
import xlwt

from nsc_program import InvalidValue, NscError, ReportedFigure, Support, Training
from nsc_program.intake import Fault, Intake, find_columns, read
from nsc_program.intake._headings.blocks import problem_cells
from nsc_program.intake._rows import left_open
from nsc_program.intake.files import open_sheet, open_sheets, write_problems
from nsc_program.serialization import to_json
from other_books import open_document
from other_books import row as open_row
from row_files import GOOD, HEADINGS, OTHER, SHEET, as_csv, patched, taken_in, workbook, written
from rows import REPORT, SUPPORT, TRAINING, Row, counts
from tracing import untraced

HARM = (
    '=HYPERLINK("https://example.invalid","SAMPLE")',
    "=cmd|' /C calc'!A0",
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "x" * 10_000,
    "\u202eSAMPLE\u202c",
    "SAMPLE\x00",
    "SAMPLE\x1b[31m",
    "SAMPLE\u200b",
    "\ud800",
    "_x000D_",
    "<b>&amp;</b>]]>",
    "#REF!",
)


UNREADABLE = "the .xlsx workbook cannot be read"


def refused(path: Path) -> str:
    with pytest.raises(InvalidValue) as caught:
        open_sheet(path, Support)
    return str(caught.value)


class TestFiles:
    """A file raises no other error than a refusal, and a refusal costs little."""

    @pytest.mark.parametrize("name", ["rows.xlsb", "rows.pdf", "rows", "rows.XLSB", ".xlsx"])
    def test_another_kind_of_file_is_refused(self, tmp_path: Path, name: str) -> None:
        suffix = (
            "a file without a suffix" if name in ("rows", ".xlsx") else Path(name).suffix.lower()
        )
        assert f"{suffix} cannot be read; save it as .xlsx or .csv" == refused(
            written(tmp_path, b"", name)
        )

    @pytest.mark.parametrize("name", ["rows.xlsx", "rows.csv"])
    def test_a_missing_file_raises_the_usual_error(self, tmp_path: Path, name: str) -> None:
        with pytest.raises(FileNotFoundError):
            open_sheet(tmp_path / name, Support)

    @pytest.mark.parametrize(
        "content",
        [b"", b"id,enterprise\n", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 99],
        ids=range(4),
    )
    def test_content_that_is_not_a_workbook_is_refused(
        self, tmp_path: Path, content: bytes
    ) -> None:
        expected = "it is not a .xlsx workbook; save it as .xlsx or .csv, without a password"
        assert expected == refused(written(tmp_path, content, "r.xlsx"))

    def test_another_zip_archive_is_refused(self, tmp_path: Path) -> None:
        path = tmp_path / "r.xlsx"
        with zipfile.ZipFile(path, "w") as packed:
            packed.writestr("a.txt", "SAMPLE")
        assert (
            "the .xlsx workbook cannot be read ('KeyError'); "
            "save it anew as .xlsx, without a password" == refused(path)
        )

    def test_a_file_that_is_cut_off_or_changed_is_read_or_refused(self, tmp_path: Path) -> None:
        """This holds wherever the file is cut off, and whichever bytes change."""
        content = workbook(tmp_path / "r.xlsx", HEADINGS, GOOD).read_bytes()
        chosen, path = random.Random(0), tmp_path / "other.xlsx"  # noqa: S311
        for _ in range(40):
            for other in (
                content[: chosen.randrange(len(content))],
                self._changed(content, chosen),
            ):
                path.write_bytes(other)
                assert self._is_read_or_refused(path)

    @staticmethod
    def _changed(content: bytes, chosen: random.Random) -> bytes:
        """Change some bytes, most of them in the directory at the end."""
        other = bytearray(content)
        for _ in range(chosen.randrange(1, 4)):
            other[-chosen.randrange(1, chosen.choice((40, 900, len(content))))] = chosen.randrange(
                256
            )
        return bytes(other)

    @staticmethod
    def _is_read_or_refused(path: Path) -> bool:
        try:
            open_sheet(path, Support)
        except NscError:
            return True
        return True

    def test_a_small_file_that_unpacks_to_too_much_is_refused(self, tmp_path: Path) -> None:
        """The directory of the archive claims 600 MB, of which not one byte is written here."""
        path = workbook(tmp_path / "r.xlsx", HEADINGS, GOOD)
        content = bytearray(path.read_bytes())
        place = content.rindex(b"PK\x01\x02")
        content[place + 24 : place + 28] = struct.pack("<I", 600 * 2**20)
        path.write_bytes(content)
        assert "it unpacks to 600 MB, more than 500; save it as .csv" == refused(path)

    def test_a_file_that_unpacks_to_more_than_it_claims_is_refused(self, tmp_path: Path) -> None:
        path = workbook(tmp_path / "r.xlsx", HEADINGS, *[GOOD] * 1000)
        content = path.read_bytes()
        for place in (content.rindex(SHEET.encode()) - 46, content.index(SHEET.encode()) - 30):
            at = place + (24 if content[place : place + 4] == b"PK\x01\x02" else 22)
            content = content[:at] + struct.pack("<I", 1000) + content[at + 4 :]
        path.write_bytes(content)
        assert "the .xlsx workbook cannot be read (" in refused(path)

    def test_entities_are_refused(self, tmp_path: Path) -> None:
        laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
        path = workbook(tmp_path / "r.xlsx", HEADINGS, GOOD)
        patched(
            path,
            ("<worksheet ", f'<!DOCTYPE x [<!ENTITY l0 "ha">{laughs}]><worksheet '),
            ("SAMPLE-1", "&l9;"),
        )
        assert (
            "the .xlsx workbook cannot be read ('ValueError'); "
            "save it anew as .xlsx, without a password" == refused(path)
        )

    def test_a_reference_to_another_file_is_refused(self, tmp_path: Path) -> None:
        path = workbook(tmp_path / "r.xlsx", HEADINGS, GOOD)
        entity = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><worksheet '
        patched(path, ("<worksheet ", entity), ("SAMPLE-1", "&e;"))
        assert (
            "the .xlsx workbook cannot be read ('ValueError'); "
            "save it anew as .xlsx, without a password" == refused(path)
        )

    def test_a_stray_cell_in_the_last_corner_is_refused(self, tmp_path: Path) -> None:
        def stray(book: openpyxl.Workbook) -> None:
            book.worksheets[0]["XFD1048576"] = "x"

        assert (
            "sheet “Sheet” is used as far as row 1,048,576 and column XFD, "
            "more than 3,000,000 cells"
            in refused(workbook(tmp_path / "r.xlsx", HEADINGS, GOOD, more=stray))
        )

    @pytest.mark.parametrize(
        "more",
        [
            '<mergeCells><mergeCell ref="A3:XFD1048576"/></mergeCells>',
            "<mergeCells>" + '<mergeCell ref="A3:Z100000"/>' * 2 + "</mergeCells>",
        ],
        ids=range(2),
    )
    def test_a_vast_merged_range_is_refused(self, tmp_path: Path, more: str) -> None:
        """The one value of the range would be repeated in all of its cells."""
        path = patched(
            workbook(tmp_path / "r.xlsx", HEADINGS, GOOD), ("</sheetData>", f"</sheetData>{more}")
        )
        expected = (
            "it has more than 3,000,000 cells, merged ones included; split it, or save it as .csv"
        )
        assert expected == refused(path)

    def test_cells_and_merged_cells_are_counted_together(self, tmp_path: Path) -> None:
        # The range has 2,999,984 cells.
        most = '</sheetData><mergeCells><mergeCell ref="A3:Z115386"/></mergeCells>'
        path = workbook(tmp_path / "r.xlsx", HEADINGS, GOOD)
        patched(path, ("</sheetData>", "<row>" + "<c/>" * 9 + "</row>" + most))
        assert "it has more than 3,000,000 cells" in refused(path)

    def test_an_encrypted_part_is_refused(self, tmp_path: Path) -> None:
        path = workbook(tmp_path / "r.xlsx", HEADINGS, GOOD)
        content = bytearray(path.read_bytes())
        for place in (
            content.rindex(SHEET.encode()) - 46 + 8,
            content.index(SHEET.encode()) - 30 + 6,
        ):
            content[place] |= 1
        path.write_bytes(content)
        assert (
            "the .xlsx workbook cannot be read ('RuntimeError'); "
            "save it anew as .xlsx, without a password" == refused(path)
        )

    @pytest.mark.parametrize(
        "more",
        [
            '<hyperlinks><hyperlink ref="A3:XFD1048576" location="A1"/></hyperlinks>',
            (
                '<conditionalFormatting sqref="A1:XFD1048576"><cfRule type="x"/>'
                "</conditionalFormatting>"
            ),
            '<tableParts><tablePart r:id="none"/></tableParts>',
        ],
        ids=range(3),
    )
    def test_parts_that_are_not_needed_are_not_read(self, tmp_path: Path, more: str) -> None:
        path = workbook(tmp_path / "r.xlsx", HEADINGS, GOOD)
        names = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
        patched(
            path, ("</sheetData>", f"</sheetData>{more}"), ("<worksheet ", f"<worksheet {names} ")
        )
        assert (1, 0, 0, 0) == counts(taken_in(path))

    @pytest.mark.parametrize(
        "more",
        [
            "<x/>" * 300_000,
            "<x>" + " " * 25_000_000 + "</x>",
            f"<row><c><v>{' ' * 25_000_000}1</v></c></row>",
        ],
        ids=range(3),
    )
    def test_a_file_that_compresses_too_well_is_refused(self, tmp_path: Path, more: str) -> None:
        path = workbook(tmp_path / "r.xlsx", HEADINGS, GOOD)
        patched(path, ("</sheetData>", f"{more}</sheetData>"))
        assert (
            "the file is small but unpacks to too much; copy the table to a new workbook, "
            "or save it as .csv" == refused(path)
        )

    def test_one_long_text_in_many_cells_is_refused(self, tmp_path: Path) -> None:
        path = workbook(tmp_path / "r.xlsx", HEADINGS, *[GOOD] * 200)
        patched(path, ("SAMPLE-1", "x" * 30_000))
        assert "the file is small but unpacks to too much" in refused(path)

    def test_a_long_text_in_a_repeated_row(self, tmp_path: Path) -> None:
        cells = open_row("chưa nghiệm thu " * 600, "b", numberrowsrepeated=9_000)
        path = open_document(tmp_path / "r.ods", open_row(*HEADINGS), cells)
        assert "the file is small but unpacks to too much" in refused(path)

    def test_a_long_text_in_many_rows_of_an_old_workbook(self, tmp_path: Path) -> None:
        book = xlwt.Workbook()
        sheet = book.add_sheet("S")
        for number, cells in enumerate([HEADINGS, *[("chưa nghiệm thu " * 600,)] * 400]):
            for column, text in enumerate(cells):
                sheet.write(number, column, text)
        book.save(str(tmp_path / "r.xls"))
        assert "the file is small but unpacks to too much" in refused(tmp_path / "r.xls")

    @pytest.mark.parametrize("column", range(4))
    def test_a_cell_that_is_too_long_for_one_thing(self, column: int) -> None:
        cells = dict(zip(HEADINGS, GOOD, strict=True)) | {HEADINGS[column]: "chưa xong " * 101}
        assert read(Support, [cells]).accepted == 0

    @pytest.mark.parametrize(
        ("part", "before", "more"),
        [
            (SHEET, "<sheetData>", "<cols>" + '<col min="1" max="9"/>' * 200_000 + "</cols>"),
            (SHEET, "</worksheet>", '<mergeCell ref="A3:B4"/>' * 200_000),
        ],
        ids=range(2),
    )
    def test_more_elements_than_a_file_of_its_size_has(
        self, tmp_path: Path, part: str, before: str, more: str
    ) -> None:
        path = workbook(tmp_path / "r.xlsx", HEADINGS, GOOD)
        assert "the file is small but unpacks to too much" in refused(
            patched(path, (before, more + before), part=part)
        )

    def test_columns_that_are_hidden_often(self, tmp_path: Path) -> None:
        hidden = "<cols>" + '<col min="2" max="9" hidden="1"/>' * 9 + "</cols><sheetData>"
        path = workbook(tmp_path / "r.xlsx", HEADINGS, GOOD)
        found = open_sheet(patched(path, ("<sheetData>", hidden)), Support)
        assert found.hidden == HEADINGS[1:]

    def test_two_sheets_in_one_part_are_refused(self, tmp_path: Path) -> None:
        path = workbook(tmp_path / "r.xlsx", HEADINGS, GOOD)
        patched(
            path,
            ("</sheets>", '<sheet name="B" sheetId="2" r:id="rId1"/></sheets>'),
            part="xl/workbook.xml",
        )
        assert (
            "the .xlsx workbook cannot be read ('ValueError'); "
            "save it anew as .xlsx, without a password" == refused(path)
        )

    def test_a_stray_cell_far_below_is_refused(self, tmp_path: Path) -> None:
        def stray(book: openpyxl.Workbook) -> None:
            book.worksheets[0]["A200000"] = "x"

        expected = re.compile(
            r"sheet “Sheet” is used as far as row 200,000 and column D, "
            r"more than 4[0-9]{2},[0-9]{3} cells; delete what"
        )
        assert expected.match(refused(workbook(tmp_path / "r.xlsx", HEADINGS, GOOD, more=stray)))

    def test_a_merged_range_among_blank_rows_fills_its_own_rows_only(self, tmp_path: Path) -> None:
        """Blank rows are held once, so the value of the range must not show in all of them."""

        def stray(book: openpyxl.Workbook) -> None:
            book.worksheets[0]["A30000"] = "s2"
            book.worksheets[0].merge_cells("A3:B4")
            book.worksheets[0]["A3"] = "s3"

        path = workbook(tmp_path / "r.xlsx", HEADINGS, GOOD, more=stray)
        sheet = open_sheet(path, Support)
        assert 29_999 == len(sheet.rows)
        assert 4 == sum(row["Mã"] is not None for row in sheet.rows)


def every_output(found: Intake) -> Iterator[str]:
    yield to_json(found.register)
    yield repr(found)
    for problem in found.problems:
        yield from (repr(problem), problem.message.vi, problem.message.en)
        yield from (*problem_cells([problem], "vi"), *problem_cells([problem], "en"))


class TestCells:
    """A cell comes out as the text it holds, or not at all."""

    @pytest.mark.parametrize("harm", HARM, ids=range(len(HARM)))
    @pytest.mark.parametrize("heading", [*SUPPORT, "Văn bản", "Giải pháp", "Đã xác minh", "NSNN"])
    def test_every_output_is_printable(self, harm: str, heading: str) -> None:
        found = read(Support, [SUPPORT, {**SUPPORT, "Mã": "s2", heading: harm}])
        assert 2 == found.rows
        for said in every_output(found):
            assert all(each.isprintable() or each == "\n" for each in said)
            assert said == said.encode().decode()
        for problem in found.problems:
            assert 40 >= len(problem.value)

    @pytest.mark.parametrize(
        "number", ["000000000012", "000 000 000 012", "000.000.000-012", 100000000012.0, 10**11]
    )
    def test_a_citizens_number_is_not_shown(self, number: object) -> None:
        for kind, row in ((Support, SUPPORT), (Training, TRAINING), (ReportedFigure, REPORT)):
            for heading in row:
                found = read(kind, [{**row, heading: number}])
                said = [
                    text
                    for problem in found.problems
                    for text in problem_cells([problem], "en")[1:]
                ]
                assert [] == [text for text in said if re.search(r"\d(?:\W?\d){10}", text)]


class TestCosts:
    """Work that costs more than its input is long is not done.

    Earlier, these inputs took hours or never ended.
    """

    @pytest.mark.parametrize(
        "text", ["cộng" + " I" * 100 + " ?", "tổng" + "I" * 9_999 + "?", "sum " * 9_999 + "?"]
    )
    def test_a_long_text_that_is_almost_a_sum_is_a_row(self, text: str) -> None:
        assert (0, 0, 1, 0) == counts(read(Support, [{"Mã": text, "MST": "SAMPLE-1"}]))

    @pytest.mark.parametrize(
        "sum_", ["Cộng I I I", "Cộng II", "Cộng trang này", "Tổng cộng (I+II)", "Tổng I: 03 DN"]
    )
    def test_a_sum_holds_no_data_however_it_is_worded(self, sum_: str) -> None:
        assert (0, 0, 0, 1) == counts(
            read(Support, [{**dict.fromkeys(SUPPORT), "Ghi chú": sum_}], ignored=[sum_])
        )

    @pytest.mark.parametrize(
        "code", ["[a]" * 100 + '"', "0" + "[" * 99_999, '0;"' * 99_999, "%" * 99_999]
    )
    def test_a_cell_under_an_overlong_format_is_refused(self, tmp_path: Path, code: str) -> None:
        """The format is longer than a spreadsheet allows, so it is unknown how the cell looks."""

        def formats(book: openpyxl.Workbook) -> None:
            for cell in book.worksheets[0][2]:
                cell.number_format = code

        path = workbook(tmp_path / "r.xlsx", HEADINGS, (1, 2, 3, 4), more=formats)
        found = taken_in(path)
        assert (0, 0, 1, 0) == counts(found)
        assert {Fault.NOT_SHOWN} == {problem.code for problem in found.problems}

    @pytest.mark.parametrize(
        "text",
        ["ĐVT: " + "." * 99_999 + "x", "a › " * 9_999, "Kinh phí (1" + "0" * 9_999 + " đồng)"],
    )
    def test_an_overlong_heading_is_not_used(self, tmp_path: Path, text: str) -> None:
        assert (text,) == find_columns(Support, [text]).unused
        path = written(tmp_path, as_csv([(text,), (*HEADINGS, text), (*GOOD, "x")]))
        assert (1, 0, 0, 0) == counts(taken_in(path))

    @pytest.mark.parametrize("more", [0, 1])
    def test_more_rows_than_records_fit_into_the_file_are_refused(
        self, tmp_path: Path, more: int
    ) -> None:
        """Blank rows do not count.

        A file of 42,500 bytes has at most 14,250 rows, its headings included.
        """
        lines = ["id,enterprise", *["a"] * (14_249 + more), *[","] * 6_000]
        path = written(tmp_path, "\n".join(lines).ljust(42_500).encode())
        if not more:
            assert 14_249 == len(open_sheet(path, Support).rows)
            return
        assert refused(path).startswith(
            "it has 14,251 rows, too short for records (a file of its size holds at most"
        )

    def test_rows_of_several_sheets_are_counted_together(self, tmp_path: Path) -> None:
        path = tmp_path / "r.xlsx"
        with xlsxwriter.Workbook(path) as book:
            for name in "AB":
                sheet = book.add_worksheet(name)
                sheet.write_row(0, 0, ["id", "enterprise"])
                for row in range(1, 15_000):
                    sheet.write(row, 0, "a")
        assert 14_999 == len(untraced(open_sheet)(path, Support, sheet="A").rows)
        with pytest.raises(InvalidValue, match="30,000 rows, too short for records"):
            untraced(open_sheets)(path, Support, ["A", "B"])

    def test_a_letter_with_very_many_marks_stays_as_it_is(self) -> None:
        """Putting the marks in order would take long."""
        text = "a" + "\u0301\u0323" * 30_000
        found = read(Support, [{**SUPPORT, "Văn bản": text}])
        assert [text] == [getattr(record, "document", None) for record in found.register.records]

    def test_only_the_cells_that_a_row_has_are_looked_at(self, tmp_path: Path) -> None:
        """Three rows have two cells each, under more than 900 headings."""
        headings = [*(f"h{n}" for n in range(900)), *HEADINGS]
        path = written(tmp_path, as_csv([headings, *[["a1", "Đã hủy"]] * 3]))
        sheet = open_sheet(path, Support)
        assert [[("h0", "a1"), ("h1", "Đã hủy")]] * 3 == [list(row.filled()) for row in sheet.rows]  # type: ignore[attr-defined]
        found = read(Support, sheet.rows)
        assert ["h0", "h1"] == [each.heading for each in found.telling]
        assert 3 == sum(problem.code is Fault.CANCELLED for problem in found.problems)

    def test_the_people_of_rejected_rows_are_at_most_a_billion(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Three rows are at most 30,000 people, so the limit is lowered below them."""
        assert 10**9 == left_open._MOST_THINGS
        monkeypatch.setattr(left_open, "_MOST_THINGS", 25_000)
        row = {"Mã": "t", "Ngày": "?", "Số người": "?"}
        (unread,) = read(Training, [row] * 3).register.unresolved
        assert 25_000 == unread.things

    def test_a_cell_that_cannot_be_written_as_text_raises_no_error(self) -> None:
        """The cell is a number of thousands of digits, or an object that cannot be shown."""

        class Mute(date):
            def isoformat(self) -> str:
                raise ZeroDivisionError

        for cell in (10**5000, Fraction(10**5000, 3), Mute(2024, 1, 5)):
            for row in (
                {**SUPPORT, None: [cell]},
                {**SUPPORT, "Văn bản": cell},
                {**SUPPORT, "Mã": cell},
            ):
                assert 1 == read(Support, [row]).rows
            found = read(Support, [{**SUPPORT, "Ghi chú": cell}], id_from=["Ghi chú"])
            assert [Fault.NOT_TEXT] == [problem.code for problem in found.problems]


class TestRowsToMend:
    """The rejected rows as a workbook: as they came, wrong cells marked, and nothing active."""

    def test_every_text_is_stored_as_a_text(self, tmp_path: Path) -> None:
        path = tmp_path / "mend.xlsx"
        found = read(
            Support, [{**SUPPORT, "Mã": harm, "MST": harm, "Bắt đầu": harm} for harm in HARM]
        )
        write_problems(path, found, [*SUPPORT, "=1+1"], "en")

        with zipfile.ZipFile(path) as packed:
            text = "".join(packed.read(name).decode() for name in packed.namelist())
        assert [] == [
            mark for mark in ("<f>", "<f ", "hyperlink", "\x00", "\u202e", 't="e"') if mark in text
        ]
        for sheet in openpyxl.load_workbook(path).worksheets:
            cells = [
                cell for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)
            ]
            assert len(HARM) < len(cells)
            assert [] == [cell for cell in cells if cell.data_type != "s"]
            assert all(cell.quotePrefix for cell in cells)

    def test_a_row_that_is_not_mended_is_rejected_again(self, tmp_path: Path) -> None:
        rows: list[Any] = [
            {**SUPPORT, "Mã": f"s{n}", "Bắt đầu": harm} for n, harm in enumerate(HARM)
        ]
        rows += [{**SUPPORT, "MST": "=A1"}, {**SUPPORT, "Mã": " =A1"}, ["s1", "SAMPLE-1"], "s1"]
        before = read(Support, rows)
        write_problems(tmp_path / "mend.xlsx", before, [*SUPPORT], "vi")
        after = taken_in(tmp_path / "mend.xlsx")
        assert (0, 0, len(rows), 0) == counts(before)
        assert (0, 0, len(rows), 0) == counts(after)

    def test_a_row_that_was_cut_off_is_rejected_again(self, tmp_path: Path) -> None:
        sheet = open_sheet(written(tmp_path, as_csv([HEADINGS, GOOD[:3]])), Support)
        write_problems(tmp_path / "mend.xlsx", read(Support, sheet.rows), sheet.headings, "vi")
        assert (0, 0, 1, 0) == counts(taken_in(tmp_path / "mend.xlsx"))

    def test_a_row_to_mend_is_read_again_with_the_same_values(self, tmp_path: Path) -> None:
        """A percentage is written as the sheet shows it."""

        def formats(book: openpyxl.Workbook) -> None:
            book.worksheets[0]["D2"].number_format = "0.0%"

        path = workbook(
            tmp_path / "r.xlsx", [*REPORT], ["r1", "supported", 2024, 0.065, "?"], more=formats
        )
        sheet = open_sheet(path, ReportedFigure)
        write_problems(path, read(ReportedFigure, sheet.rows), sheet.headings, "en")
        (row,) = open_sheet(path, ReportedFigure).rows
        assert {
            "Row": 1,
            "Mã": "r1",
            "Chỉ tiêu": "supported",
            "Năm": 2024,
            "Giá trị": "6.5%",
            "Ngày báo cáo": "?",
        } == row

    @pytest.mark.parametrize(
        ("cell", "written_as"),
        [
            (None, None),
            (float("nan"), None),
            (True, True),
            (5, 5),
            (10**15, "1000000000000000"),
            (10**5000, "\ufffd"),
            (float("inf"), "inf"),
            (Fraction(13, 2), 6.5),
            (Fraction(10**5000, 3), "\ufffd"),
            (Decimal("6.50"), "6.50"),
            (date(1850, 1, 1), "1850-01-01"),
            (datetime(2024, 1, 5, tzinfo=UTC), "2024-01-05 00:00:00+00:00"),
            (time(8, 30), "08:30:00"),
            (b"a", "b'a'"),
            ("a\tb\u00a0\nc\x07", "a b \nc\ufffd"),
            ("_x000D_", "_x000D_"),
        ],
        ids=range(16),
    )
    def test_a_cell_of_any_kind_can_be_written(
        self, tmp_path: Path, cell: object, written_as: object
    ) -> None:
        found = read(Support, [{**SUPPORT, "Bắt đầu": "?", "Ghi chú": cell}])
        write_problems(tmp_path / "mend.xlsx", found, [*SUPPORT, "Ghi chú"], "vi")
        (row,) = open_sheet(tmp_path / "mend.xlsx", Support).rows
        assert written_as == row["Ghi chú"]

    def test_only_the_first_problems_and_rows_to_mend_are_written(self, tmp_path: Path) -> None:
        """Each row has its mark, and the last lines say how many more problems and rows follow."""
        found = untraced(read)(
            Support, [{**SUPPORT, "Mã": f"s{n}", "Bắt đầu": "?" * (n % 2)} for n in range(10_005)]
        )
        write_problems(tmp_path / "mend.xlsx", found, [*SUPPORT], "en")
        mend, listed = openpyxl.load_workbook(tmp_path / "mend.xlsx").worksheets
        assert (10_001, 10_003) == (mend.max_row, listed.max_row)
        assert "… and 5 more problems" == listed["A10002"].value
        assert str(listed["A10003"].value).startswith("… and 5 more rows to mend")
        marked = [
            row[3] for row in mend.iter_rows(min_row=2) if row[3].fill.fgColor.rgb == "FFF4B6B6"
        ]
        assert 10_000 == len(marked)
        assert 1_000 == sum(cell.comment is not None for cell in marked)

    def test_fewer_rows_are_written_if_there_are_many_columns(self, tmp_path: Path) -> None:
        headings = [*SUPPORT, *(f"h{n}" for n in range(990))]
        found = read(Support, [{"Mã": f"s{n}", "MST": "?"} for n in range(1_100)])
        write_problems(tmp_path / "mend.xlsx", found, headings, "en")
        mend, listed = openpyxl.load_workbook(tmp_path / "mend.xlsx").worksheets
        assert 1 + 1_000_000 // (1 + len(headings)) == mend.max_row
        assert str(listed.cell(listed.max_row, 1).value).startswith(
            f"… and {1_101 - mend.max_row} more rows"
        )

    def test_a_short_row_is_written_without_the_cells_that_it_lacks(self, tmp_path: Path) -> None:
        """Only a required cell that it lacks is written, as a question mark."""
        headings = [*HEADINGS[:1], *(f"h{n}" for n in range(900)), *HEADINGS[1:]]
        sheet = open_sheet(written(tmp_path, as_csv([headings, ["a1", "b"]])), Support)
        write_problems(tmp_path / "mend.xlsx", read(Support, sheet.rows), sheet.headings, "en")
        with zipfile.ZipFile(tmp_path / "mend.xlsx") as packed:
            (row,) = re.findall(r'<row r="2"[^>]*>.*?</row>', packed.read(SHEET).decode())
        assert ["A2", "B2", "C2", "AHS2", "AHT2", "AHU2"] == re.findall(r'<c r="([A-Z]+2)"', row)

    def test_an_object_that_raises_is_shown_as_an_empty_value(self) -> None:
        class Day(date):
            def __format__(self, _: str) -> str:
                raise ZeroDivisionError

        found = read(Support, [{**SUPPORT, "Mã": Day(2024, 1, 5)}])
        assert [""] == [each.value for each in found.problems]

    def test_a_boolean_and_an_iso_day_are_read(self, tmp_path: Path) -> None:
        path = workbook(tmp_path / "r.xlsx", HEADINGS, ("s1", True, 7, "30/06/2024"))
        patched(path, ('<c r="C2" t="n"><v>7</v></c>', '<c r="C2" t="d"><v>2024-01-05</v></c>'))
        row = open_sheet(path, Support).rows[0]
        assert (True, "2024-01-05") == (row["MST"], str(row["Bắt đầu"]))

    @pytest.mark.parametrize("place", ["A0", "A-1"])
    def test_a_cell_before_the_first_row_is_refused(self, tmp_path: Path, place: str) -> None:
        path = workbook(tmp_path / "r.xlsx", HEADINGS, GOOD)
        patched(path, ('r="A2"', f'r="{place}"'))
        assert UNREADABLE in refused(path)

    def test_more_cells_than_a_sheet_can_hold_are_refused(self, tmp_path: Path) -> None:
        found = read(Support, [{**SUPPORT, None: ["x"] * 20_000}])
        with pytest.raises(InvalidValue) as caught:
            write_problems(tmp_path / "mend.xlsx", found, [*SUPPORT], "vi")
        assert (
            "there are 2 rows and 20,005 columns to write, more than a sheet can hold; "
            "split the source" == str(caught.value)
        )
        assert not (tmp_path / "mend.xlsx").exists()

    def test_an_object_that_cannot_be_shown_is_written_as_a_replacement_sign(
        self, tmp_path: Path
    ) -> None:
        class Mute:
            def __repr__(self) -> str:
                raise ZeroDivisionError

        found = read(Support, [{**SUPPORT, "Bắt đầu": Mute()}])
        write_problems(tmp_path / "mend.xlsx", found, [*SUPPORT], "vi")
        assert "\ufffd" == open_sheet(tmp_path / "mend.xlsx", Support).rows[0]["Bắt đầu"]

    @pytest.mark.parametrize(
        ("lang", "titles", "remark"),
        [
            (
                "vi",
                ["Dòng cần sửa", "Vấn đề"],
                "phải ghi ngày theo dạng dd/mm/yyyy, như 05/06/2024 → 05/01/2024",
            ),
            (
                "en",
                ["Rows to mend", "Problems"],
                "expected a date; write dd/mm/yyyy or yyyy-mm-dd → 05/01/2024",
            ),
        ],
    )
    def test_each_wrong_cell_is_marked_and_listed(
        self,
        tmp_path: Path,
        lang: Any,  # noqa: ANN401
        titles: list[str],
        remark: str,
    ) -> None:
        wrong: list[Row] = [{"Mã": "s2", "Bắt đầu": "5/1/24"}, {"Mã": "s3", None: ["x", 7]}]
        rows = [SUPPORT, *({**SUPPORT, **each} for each in wrong)]
        write_problems(tmp_path / "mend.xlsx", read(Support, rows, first_row=2), [*SUPPORT], lang)
        book = openpyxl.load_workbook(tmp_path / "mend.xlsx")
        mend, listed = book.worksheets
        assert titles == book.sheetnames
        assert [3, "s2", "SAMPLE-1", "5/1/24", "30/06/2024", "05/01/2024", None, None] == [
            cell.value for cell in mend[2]
        ]
        assert [4, "s3", "SAMPLE-1", "05/01/2024", "30/06/2024", None, "x", 7] == [
            cell.value for cell in mend[3]
        ]
        marked = {
            cell.coordinate: cell.comment.text
            for row in mend.iter_rows()
            for cell in row
            if cell.comment
        }
        assert ["D2", "A3"] == [*marked]
        assert remark == marked["D2"]
        assert [("3", "Bắt đầu", "5/1/24"), ("4", None, None)] == [
            tuple(cell.value for cell in row[:3]) for row in listed.iter_rows(min_row=2)
        ]

    def test_a_row_that_was_mended_can_be_read_again(self, tmp_path: Path) -> None:
        """Recorded later, the mended row settles the row that was rejected."""
        day, path = date(2026, 1, 31), tmp_path / "mend.xlsx"
        source = open_sheet(
            written(tmp_path, as_csv([HEADINGS, GOOD, (*OTHER[:3], "30/6/24")])), Support
        )
        before = read(Support, source.rows, recorded_on=day)
        write_problems(path, before, source.headings, "vi")
        book = openpyxl.load_workbook(path)
        book.worksheets[0]["E2"] = "30/06/2024"
        book.save(path)

        after = read(Support, open_sheet(path, Support).rows, recorded_on=date(2026, 2, 1))
        merged = before.register.merge(after.register)
        assert ((1, 0, 1, 0), (1, 0, 0, 0)) == (counts(before), counts(after))
        assert (1, (), 2) == (
            len(before.register.unresolved),
            merged.unresolved,
            len(merged.current),
        )

    def test_a_cell_that_the_intake_mends_is_only_listed(self, tmp_path: Path) -> None:
        found = read(Support, [{**SUPPORT, "MST": 100000010}])
        write_problems(tmp_path / "mend.xlsx", found, [*SUPPORT], "en")
        mend, listed = openpyxl.load_workbook(tmp_path / "mend.xlsx").worksheets
        assert (1, 2) == (mend.max_row, listed.max_row)
        assert [Fault.ZERO_RESTORED] == [problem.code for problem in found.problems]
