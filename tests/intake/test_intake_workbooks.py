"""Workbooks of other programs, .xls and .ods, read as a person sees them; several sheets.

All data are made up.
"""

import random
import zipfile
from collections.abc import Callable, Iterator
from contextlib import nullcontext, suppress
from datetime import date
from fractions import Fraction
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlwt
from odf.table import CoveredTableCell, TableCell, TableColumn
from odf.text import LineBreak, P, S, Span, Tab
from openpyxl.styles import Font

from nsc_program import InvalidType, InvalidValue, NscError, Support, UnknownId
from nsc_program.intake import Fault, Intake, files, read
from nsc_program.intake._cells.cells import Covered, Formula, NotShown, Padded, Scaled
from nsc_program.intake.files import open_sheet, open_sheets, write_problems
from nsc_program.intake.files._books import missing
from nsc_program.intake.files._content import Content
from nsc_program.intake.files._ods import Workbook as Document
from nsc_program.intake.files._xls import Workbook as OldBook
from nsc_program.intake.files._xls import _areas
from other_books import cell, old_book, open_document, row, sheet
from row_files import GOOD, HEADINGS, OTHER, as_csv, workbook, written

START, END = date(2024, 1, 5), date(2024, 6, 30)
ROW: dict[Any, Any] = dict(zip(HEADINGS, GOOD, strict=True))
TYPED = ("s1", "SAMPLE-1", START, END)


def _xlsx(path: Path) -> Path:
    def more(book: openpyxl.Workbook) -> None:
        book.worksheets[0].row_dimensions[3].hidden = True
        book.worksheets[0]["A4"].font = Font(strike=True)

    return workbook(
        path, HEADINGS, TYPED, OTHER, ("s3", *OTHER[1:]), ("s4", "SAMPLE-4", START, None), more=more
    )


def _xls(path: Path) -> Path:
    def more(_: Any, first: Any) -> None:  # noqa: ANN401
        first.row(2).hidden = True
        first.write(3, 0, "s3", xlwt.easyxf("font: struck_out on"))

    return old_book(
        path, HEADINGS, TYPED, OTHER, (None, *OTHER[1:]), ("s4", "SAMPLE-4", START, None), more=more
    )


def _ods(path: Path) -> Path:
    return open_document(
        path,
        row(*HEADINGS),
        row(*TYPED),
        row(*OTHER, visibility="filter"),
        row(cell("s3", stylename="child"), *OTHER[1:]),
        row("s4", "SAMPLE-4", START, None),
        row(cell(None, numbercolumnsrepeated=16_384), numberrowsrepeated=1_000_000),
    )


WRITERS: dict[str, Callable[[Path], Path]] = {".xlsx": _xlsx, ".xls": _xls, ".ods": _ods}


@pytest.fixture(params=WRITERS)
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return the same list from three programs, with a hidden row and a struck row."""
    return WRITERS[request.param](tmp_path / f"rows{request.param}")


def taken(path: Path, **options: Any) -> Intake:  # noqa: ANN401
    found = open_sheet(path, Support, **options)
    return read(Support, found.rows, first_row=found.first_row)


class TestEachProgram:
    """The same list gives the same records, whichever program wrote it."""

    def test_hidden_and_struck_rows_are_rejected(self, path: Path) -> None:
        found = taken(path)
        supports = [each for each in found.register.records if isinstance(each, Support)]
        assert [("s1", START, END), ("s4", START, None)] == [
            (s.id, s.started_on, s.completed_on) for s in supports
        ]
        assert [(3, Fault.HIDDEN_ROW), (4, Fault.STRUCK_ROW)] == [
            (each.row, each.code) for each in found.problems
        ]

    @pytest.mark.parametrize(("hidden", "accepted"), [("take", 4), ("leave", 2)])
    def test_the_caller_can_take_or_leave_out_hidden_and_struck_rows(
        self, path: Path, hidden: str, accepted: int
    ) -> None:
        found = taken(path, hidden=hidden)
        assert (accepted, ()) == (found.accepted, found.problems)

    def test_an_unknown_sheet_is_refused(self, path: Path) -> None:
        with pytest.raises(UnknownId, match=r"^no sheet 'x'"):
            taken(path, sheet="x")

    def test_a_file_of_another_kind_is_refused(self, path: Path) -> None:
        path.write_bytes(b"\x00" * 100)
        with pytest.raises(InvalidValue, match=rf"{path.suffix} workbook"):
            taken(path)

    def test_a_file_with_changed_or_lost_bytes_is_read_or_refused(self, path: Path) -> None:
        """No other error is raised, whatever is broken."""
        whole, chance = path.read_bytes(), random.Random(0)  # noqa: S311
        for _ in range(60):
            content = bytearray(
                whole[: chance.choice([len(whole), chance.randrange(1, len(whole))])]
            )
            for _ in range(chance.randrange(20)):
                content[chance.randrange(len(content))] = chance.randrange(256)
            path.write_bytes(content)
            with suppress(NscError):
                taken(path)


def old(tmp_path: Path, more: Callable[[Any, Any], None]) -> OldBook:
    found = files._book(Content.of(old_book(tmp_path / "a.xls", more=more)), nullcontext)
    assert isinstance(found, OldBook)
    return found


class TestOldWorkbooks:
    """Workbooks of .xls: cells under their formats, sheets, and limits."""

    @pytest.mark.parametrize(
        ("value", "number_format", "expected"),
        [
            (6.5, '0.0"%"', "6.5%"),
            (12, "0000", "0012"),
            (1480, "#,##0", 1480),
            (0.5, "General", 0.5),
            (True, "General", True),
            ("x", "General", "x"),
            (45473, "mm/yyyy", "06/2024"),
            (0.25, "hh:mm", "06:00:00"),
            (-1, "dd/mm/yyyy", NotShown()),
        ],
    )
    def test_a_cell_is_read_as_its_format_shows_it(
        self, tmp_path: Path, value: object, number_format: str, expected: object
    ) -> None:
        book = old(
            tmp_path,
            lambda _, first: first.write(0, 0, value, xlwt.easyxf(num_format_str=number_format)),
        )
        ((found,),) = book.read("Sheet").rows
        assert str(expected) == (found.shown if isinstance(found, Padded) else str(found))

    def test_an_error_is_read_as_its_text(self, tmp_path: Path) -> None:
        def more(_: Any, first: Any) -> None:  # noqa: ANN401
            first.row(0).set_cell_error(0, "#DIV/0!")

        assert [["#DIV/0!"]] == old(tmp_path, more).read("Sheet").rows

    def test_merged_cells_and_hidden_and_open_sheets_are_known(self, tmp_path: Path) -> None:
        def more(book: Any, first: Any) -> None:  # noqa: ANN401
            first.write_merge(0, 1, 0, 1, 7)
            book.add_sheet("Ẩn").visibility = 1
            book.add_sheet("Khác").write(0, 0, "x")
            first.selected = False
            book.active_sheet = 2

        book = old(tmp_path, more)
        rows = book.read("Sheet").rows
        assert ([7.0, 7.0], ("Sheet", "Khác")) == ([first for first, _ in rows], book.names)
        assert all(isinstance(second, Covered) for _, second in rows)
        assert ("Khác", frozenset({"Ẩn"})) == (book.opened, book.hidden)

    def test_merged_cells_outside_the_rows_are_left_out(self) -> None:
        """A part of a merged range, or all of it, may be outside."""

        class Merged:
            merged_cells = ((5, 6, 0, 1), (0, 1, 3, 4), (0, 9, 0, 2))

        assert [(0, 0, 0, 1)] == list(_areas(Merged(), [[1]]))

    def test_a_workbook_without_sheets_is_refused(self) -> None:
        class Empty:
            def sheet_names(self) -> list[str]:
                return []

        with pytest.raises(InvalidValue, match="no sheet with rows"):
            OldBook(Empty(), 0)  # type: ignore[arg-type]

    def test_the_message_about_a_missing_package_says_how_to_install_it(self) -> None:
        (problem,) = missing("xlrd", ".xls").problems
        assert "pip install 'nsc_program[xlsx]'" in problem.message.vi
        assert "pip install 'nsc_program[xlsx]'" in problem.message.en

    def test_far_cells_are_refused_if_there_are_many_empty_ones(self, tmp_path: Path) -> None:
        def more(book: Any, first: Any) -> None:  # noqa: ANN401
            for far in (first, book.add_sheet("B")):
                far.write(65_535, 255, "x")

        with pytest.raises(InvalidValue, match="too many empty cells"):
            old(tmp_path, more)


def document(path: Path, *rows: Any, **options: Any) -> Document:  # noqa: ANN401
    found = files._book(Content.of(open_document(path / "a.ods", *rows, **options)), nullcontext)
    assert isinstance(found, Document)
    return found


def filled(cells: list[object]) -> list[object]:
    """Return the cells up to the last one that is not empty."""
    return cells[
        : max((place for place, each in enumerate(cells, 1) if each is not None), default=0)
    ]


class TestOpenDocuments:
    """Workbooks of .ods: the text that is shown counts, if it differs from the value."""

    @pytest.mark.parametrize(
        ("value", "shown", "expected"),
        [
            (1480, "1.480", 1480),
            (1480, "1,480", 1480),
            (1480.5, "1 480,50", 1480.5),
            (1.4803, "1,48", 1.4803),
            (-3, "-3", -3),
            (12, "12", 12),
            (12, "", NotShown),
            (0.065, "6,5%", "6,5%"),
            (150_000_000, "150 triệu", "150 triệu"),
            (150_000_000, "150.000", Scaled.of(Fraction(150_000), 1000)),
            (100_000_000_012, "1E+11", 100_000_000_012),
            (7, "Quý 7", "Quý 7"),
            (12.4, "13", "“12.4” 13"),
            (190, "190.000", "“190” 190.000"),
            (190, "190,000", "“190” 190,000"),
            (1190, "1.190.000", "“1190” 1.190.000"),
            (1190, "1,190.000", "“1190” 1,190.000"),
            (-4, "-4.000", "“-4” -4.000"),
            (12.345, "12,345", "“12.345” 12,345"),
            (0.125, "0,125", 0.125),
            (1480.125, "1.480,125", 1480.125),
            (END, "30/06/2024", END),
            (END, "30/06/24", END),
            (END, "30 tháng 6 năm 2024", END),
            (END, "30-Jun-2024", END),
            (END, "06/2024", "06/2024"),
            (date(2024, 6, 6), "06/2024", "06/2024"),
            (END, "2024", "2024"),
            (END, "", NotShown),
            (True, "TRUE", True),
            ("a\nb", None, "a\nb"),
        ],
        ids=range(31),
    )
    def test_a_cell_is_its_value_unless_another_thing_is_shown(
        self, tmp_path: Path, value: object, shown: str | None, expected: object
    ) -> None:
        ((found,),) = document(tmp_path, row(cell(value, shown))).read("Sheet").rows
        assert isinstance(found, NotShown) if expected is NotShown else expected == found

    @pytest.mark.parametrize(("shown", "expected"), [("0012", "0012"), ("1-2", "1-2")])
    def test_a_code_keeps_the_zeros_and_signs_that_are_shown(
        self, tmp_path: Path, shown: str, expected: str
    ) -> None:
        ((found,),) = document(tmp_path, row(cell(12, shown))).read("Sheet").rows
        assert isinstance(found, Padded)
        assert expected == found.shown

    @pytest.mark.parametrize(
        ("attributes", "expected"),
        [
            ({"formula": "of:=[.A2]"}, "of:=[.A2]"),
            ({"valuetype": "time", "timevalue": "PT08H30M00S"}, "PT08H30M00S"),
            ({"valuetype": "float", "value": "12"}, 12),
            ({"valuetype": "string", "stringvalue": "x"}, "x"),
            ({"valuetype": "date", "datevalue": "2024-06-30T08:30:00"}, "2024-06-30 08:30:00"),
            ({"valuetype": "float"}, None),
        ],
        ids=range(6),
    )
    def test_a_cell_without_a_text_is_its_value_or_formula(
        self, tmp_path: Path, attributes: dict[str, str], expected: object
    ) -> None:
        rows = document(tmp_path, row(TableCell(**attributes), "end")).read("Sheet").rows
        assert str(expected) == str(rows[0][0])
        assert ("formula" in attributes) == isinstance(rows[0][0], Formula)

    def test_merged_and_repeated_cells_are_filled(self, tmp_path: Path) -> None:
        book = document(
            tmp_path,
            row(cell("a", numberrowsspanned=2, numbercolumnsspanned=2), CoveredTableCell()),
            row(CoveredTableCell(numbercolumnsrepeated=2)),
            row(cell("b", numbercolumnsrepeated=2), cell(None, numbercolumnsrepeated=2), "c"),
            row(cell(None, numbercolumnsrepeated=5), numberrowsrepeated=2),
            row("d", numberrowsrepeated=2),
        )
        expected = [["a", "a"], ["a", "a"], ["b", "b", None, None, "c"], [], [], ["d"], ["d"]]
        assert expected == [filled(cells) for cells in book.read("Sheet").rows]

    def test_a_text_may_have_several_pieces(self, tmp_path: Path) -> None:
        found = cell("a")
        (text,) = found.childNodes
        for piece in (S(c=2), LineBreak(), Span(text="b", stylename="struck"), S(), Tab()):
            text.addElement(piece)
        text.addText("c")
        line = row(found)
        line.addElement(P(text="stray"), check_grammar=False)
        read_back = document(tmp_path, line).read("Sheet")
        assert ([["a  \nb \tc"]], {1: Fault.STRUCK_ROW}) == (read_back.rows, read_back.doubted)

    def test_a_document_of_content_alone_is_read(self, tmp_path: Path) -> None:
        path = open_document(tmp_path / "a.ods", row("x"))
        with zipfile.ZipFile(path) as packed:
            content = packed.read("content.xml")
        with zipfile.ZipFile(path, "w") as packed:
            packed.writestr("content.xml", content)
            packed.writestr("settings.xml", "<a/>")
        assert [["x"]] == files._book(Content.of(path), nullcontext).read("Sheet").rows

    def test_empty_sheets_are_left_out_and_hidden_ones_known(self, tmp_path: Path) -> None:
        more = [sheet("Ẩn", row("x"), stylename="hidden"), sheet("Trống"), sheet("Khác", row("y"))]
        book = document(tmp_path, sheets=more)
        assert (("Ẩn", "Khác"), "Sheet", frozenset({"Ẩn"})) == (
            book.names,
            book.opened,
            book.hidden,
        )

    def test_the_sheet_that_is_open_is_known(self, tmp_path: Path) -> None:
        path = open_document(tmp_path / "a.ods", sheets=[sheet("Khác", row("y"))])
        name = "urn:oasis:names:tc:opendocument:xmlns:config:1.0"
        with zipfile.ZipFile(path, "a") as packed:
            packed.writestr(
                "settings.xml",
                f'<a xmlns:c="{name}"><c:b c:name="x">z</c:b>'
                '<c:b c:name="ActiveTable">Khác</c:b></a>',
            )
        assert "Khác" == files._book(Content.of(path), nullcontext).opened

    @pytest.mark.parametrize(
        "rows",
        [
            [row(cell("x", numbercolumnsrepeated=100_000))],
            [row("x", numberrowsrepeated=100_000)],
            [row(cell(None), numberrowsrepeated=100_000), row("x")],
            [row(cell(None, numbercolumnsrepeated=100_000), "x")],
            [row(cell("x", numberrowsspanned=100_000, numbercolumnsspanned=1_000))],
        ],
        ids=range(5),
    )
    def test_more_cells_than_the_file_can_fill_are_refused(
        self, tmp_path: Path, rows: list[Any]
    ) -> None:
        with pytest.raises(InvalidValue, match="too many empty cells"):
            document(tmp_path, *rows)

    def test_many_empty_rows_are_refused(self, tmp_path: Path) -> None:
        path = tmp_path / "a.ods"
        spaces = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
            packed.writestr(
                "content.xml", f"<t:table xmlns:t='{spaces}'>{'<t:table-row/>' * 60_000}</t:table>"
            )
        with pytest.raises(InvalidValue, match="too many empty cells"):
            open_sheet(path, Support)

    def test_a_document_without_a_sheet_is_refused(self, tmp_path: Path) -> None:
        path = tmp_path / "a.ods"
        with zipfile.ZipFile(path, "w") as packed:
            packed.writestr("content.xml", "<a/>")
        with pytest.raises(InvalidValue, match="no sheet with rows"):
            open_sheet(path, Support)

    def test_a_table_within_a_cell_is_passed_over(self, tmp_path: Path) -> None:
        outer = cell("x")
        outer.addElement(sheet("Trong", row("y")), check_grammar=False)
        book = document(tmp_path, row(outer, "z"))
        assert (("Sheet",), [["x", "z"]]) == (book.names, book.read("Sheet").rows)


class TestSeveralSheets:
    """Several sheets are read at once, each by its own headings."""

    @pytest.fixture
    def path(self, tmp_path: Path) -> Path:
        def more(book: openpyxl.Workbook) -> None:
            other = book.create_sheet("B")
            for cells in (
                (HEADINGS[1], HEADINGS[0], *HEADINGS[2:]),
                (OTHER[1], OTHER[0], *OTHER[2:]),
            ):
                other.append(cells)
            book.create_sheet("C").append(list(HEADINGS))

        return workbook(tmp_path / "rows.xlsx", HEADINGS, GOOD, more=more)

    def test_each_sheet_is_read_by_its_own_headings(self, path: Path) -> None:
        first, second = open_sheets(path, Support, ["Sheet", "B"])
        assert (("C",), ("C",), ("C",)) == (first.others, first.alike, second.alike)
        registers = [read(Support, each.rows).register for each in (first, second)]
        found = [each for register in registers for each in register.latest]
        assert ["s1", "s2"] == [each.id for each in found if isinstance(each, Support)]

    def test_a_sheet_named_twice_is_read_once(self, path: Path) -> None:
        assert ["B"] == [each.name for each in open_sheets(path, Support, ["B", "B"])]

    def test_a_csv_file_has_one_sheet(self, tmp_path: Path) -> None:
        path = tmp_path / "rows.csv"
        path.write_text(",".join(HEADINGS) + "\n" + ",".join(GOOD) + "\n", encoding="utf-8")
        assert [1] == [len(each.rows) for each in open_sheets(path, Support, [])]


class TestSuggestions:
    """Suggestions stand in the workbook to mend, in a column of their own that is not read."""

    def test_a_suggestion_stands_beside_the_row(self, tmp_path: Path) -> None:
        rows = [{**ROW, "Kết thúc": "30/6/24", None: ["thừa"]}]
        path = tmp_path / "mend.xlsx"
        write_problems(path, read(Support, rows), HEADINGS, "vi")
        mend = openpyxl.load_workbook(path).worksheets[0]
        assert ("Gợi ý cho “Kết thúc”", "30/06/2024", "thừa") == (
            mend["F1"].value,
            mend["F2"].value,
            mend["G2"].value,
        )
        assert {"@"} == {
            each.number_format for line in mend.iter_rows() for each in line if each.value
        }
        assert "@" == mend.column_dimensions["A"].number_format  # the format of the column

    def test_only_wrong_cells_are_marked(self, tmp_path: Path) -> None:
        rows = [{**ROW, "Kết thúc": "30/6/24", "Bắt đầu": START}, {**ROW, "Mã": "s2", "MST": None}]
        path = tmp_path / "mend.xlsx"
        write_problems(path, read(Support, rows), HEADINGS, "vi")
        mend = openpyxl.load_workbook(path).worksheets[0]
        cells = [each for line in mend.iter_rows() for each in line]
        assert ["E2", "C3"] == [each.coordinate for each in cells if each.fill.patternType]
        assert {1} == {each.row for each in cells if each.font.bold}
        assert [each.coordinate for each in mend[1]] == [
            each.coordinate for each in cells if each.font.bold
        ]
        assert "yyyy-mm-dd" == mend["D2"].number_format

    def test_the_column_of_suggestions_is_not_read(self, tmp_path: Path) -> None:
        rows = [{**ROW, "Kết thúc": "30/6/24"}]
        path = tmp_path / "mend.xlsx"
        write_problems(path, read(Support, rows), HEADINGS, "vi")
        again = taken(path)
        assert (1, ("Dòng",), ()) == (len(again.rejected), again.unused, again.telling)

    def test_each_sheet_has_its_own_sheets_to_mend(self, tmp_path: Path) -> None:
        found = read(Support, [{**ROW, "Kết thúc": "?"}])
        path = tmp_path / "mend.xlsx"
        write_problems(path, found, HEADINGS, "vi", also=[(found, HEADINGS)])
        assert [
            "Dòng cần sửa 1",
            "Vấn đề 1",
            "Dòng cần sửa 2",
            "Vấn đề 2",
        ] == openpyxl.load_workbook(path).sheetnames


class TestHiddenRowsAndColumns:
    """Rows and columns too small to be seen are hidden; a hidden column that is read is listed."""

    def new(self, path: Path) -> Path:
        def more(book: openpyxl.Workbook) -> None:
            first = book.worksheets[0]
            first.row_dimensions[2].height = 0.5
            first.column_dimensions["C"].width = 0.1
            first.column_dimensions["D"].hidden = True
            first.column_dimensions["E"].hidden = True

        return workbook(path.with_suffix(".xlsx"), (*HEADINGS, "Tên"), GOOD, OTHER, more=more)

    def old(self, path: Path) -> Path:
        def more(_: Any, first: Any) -> None:  # noqa: ANN401
            first.row(1).height_mismatch = True
            first.row(1).height = 20
            first.col(2).width = 100
            first.col(3).hidden = first.col(4).hidden = True

        return old_book(path.with_suffix(".xls"), (*HEADINGS, "Tên"), GOOD, OTHER, more=more)

    def open(self, path: Path) -> Path:
        """Write a collapsed row, because the heights of rows are not looked at in .ods."""
        columns = (
            TableColumn(numbercolumnsrepeated=2),
            TableColumn(numbercolumnsrepeated=3, visibility="collapse"),
        )
        rows = (row(*HEADINGS, "Tên"), row(*GOOD, visibility="collapse"), row(*OTHER))
        return open_document(path.with_suffix(".ods"), *columns, *rows)

    @pytest.mark.parametrize("write", ["new", "old", "open"])
    def test_rows_and_columns_too_small_to_be_seen_are_hidden(
        self, tmp_path: Path, write: str
    ) -> None:
        path = getattr(self, write)(tmp_path / "a")
        found = open_sheet(path, Support)
        assert ("Bắt đầu", "Kết thúc") == found.hidden
        assert [2] == [each.row for each in taken(path).problems]
        assert () == open_sheet(path, Support, hidden="take").hidden


class TestStreams:
    """The workbook to mend may go to a stream, such as the body of an answer."""

    def test_a_stream_holds_what_a_file_would(self, tmp_path: Path) -> None:
        found, path, stream = (
            read(Support, [{**ROW, "Bắt đầu": "?"}]),
            tmp_path / "a.xlsx",
            BytesIO(),
        )
        for file in (str(path), stream):
            write_problems(file, found, HEADINGS, "vi")
        opened = [openpyxl.load_workbook(file).worksheets[0].values for file in (path, stream)]
        first, second = map(list, opened)
        assert first == second
        assert "?" in first[1]

    def test_anything_else_is_refused(self) -> None:
        with pytest.raises(
            InvalidType, match=r"^file: expected a path or a binary stream, got int"
        ):
            write_problems(5, read(Support, []), HEADINGS, "vi")  # type: ignore[arg-type]


class TestBytes:
    """The bytes of a file tell its format, whatever it was called."""

    @staticmethod
    def files(folder: Path) -> Iterator[Path]:
        """Write the same row in every format."""
        yield workbook(folder / "a.xlsx", HEADINGS, GOOD)
        yield open_document(folder / "a.ods", row(*HEADINGS), row(*GOOD))
        yield old_book(folder / "a.xls", HEADINGS, GOOD, more=lambda _book, _sheet: None)
        yield written(folder, as_csv([HEADINGS, GOOD]))

    def test_they_are_read_as_their_file_is(self, tmp_path: Path) -> None:
        for path in self.files(tmp_path):
            from_path, from_bytes = (
                open_sheet(each, Support) for each in (path, path.read_bytes())
            )
            assert from_path == from_bytes
            assert 1 == read(Support, from_bytes.rows).accepted

    @pytest.mark.parametrize(
        ("content", "code"),
        [
            (b"", "empty-file"),
            (b"PK\x03\x04", "not-a-workbook"),
            (b"\xd0\xcf\x11\xe0", "unreadable-workbook"),
            (b"\xe2\xe3", "not-utf-8"),
            (b"%PDF-1.4 \xe2\xe3", "unknown-file"),
            (b"\xef\xbb\xbf\r\n<HTML><table><tr><td>id</td></tr></table>", "unknown-file"),
            (b"<!DOCTYPE html><p>x", "unknown-file"),
        ],
    )
    def test_other_files_are_refused(self, content: bytes, code: str) -> None:
        with pytest.raises(InvalidValue) as raised:
            open_sheet(content, Support)
        assert [code] == [problem.code for problem in raised.value.problems]

    def test_a_path_may_be_a_text(self, tmp_path: Path) -> None:
        path = written(tmp_path, as_csv([HEADINGS, GOOD]))
        assert open_sheet(path, Support) == open_sheet(str(path), Support)

    def test_anything_else_is_refused(self) -> None:
        with pytest.raises(InvalidType, match=r"^file: expected a path or bytes, got int"):
            open_sheet(5, Support)  # type: ignore[arg-type]  # the mistake
