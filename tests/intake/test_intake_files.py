"""Files of rows: their rows, or a refusal with the remedy. All data are made up."""

from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from openpyxl.chart import BarChart
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from nsc_program import InvalidValue, ReportedFigure, Support, UnknownId
from nsc_program.intake import Fault, read
from nsc_program.intake.files import Sheet, open_sheet
from row_files import GOOD, HEADINGS, OTHER, as_csv, patched, taken_in, workbook, written
from rows import REPORT, counts, faults


class TestCsv:
    """A text with commas, semicolons, tabs or bars between cells, in UTF-8 or marked UTF-16."""

    @pytest.mark.parametrize("delimiter", [*",;\t|"])
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
    def test_every_delimiter_encoding_and_line_end_is_read(
        self, tmp_path: Path, delimiter: str, encoding: str, end: str
    ) -> None:
        text = as_csv([HEADINGS, GOOD, OTHER], delimiter).replace("\n", end)
        for name in ("rows.csv", "rows.TXT", "rows.tsv"):
            found = open_sheet(written(tmp_path, text.encode(encoding), name), Support)
            assert (HEADINGS, 2, ()) == (found.headings, found.first_row, found.others)
            assert [dict(zip(HEADINGS, row, strict=True)) for row in (GOOD, OTHER)] == [*found.rows]

    @pytest.mark.parametrize("delimiter", [*",;\t|"])
    def test_the_delimiter_is_that_of_the_headings_and_not_of_a_title(
        self, tmp_path: Path, delimiter: str
    ) -> None:
        """A title may have commas, semicolons and bars of its own."""
        titles = "SAMPLE, SAMPLE, SAMPLE, SAMPLE | a; b\nNăm: 2024, 2025; đợt I\n\n"
        found = open_sheet(written(tmp_path, titles + as_csv([HEADINGS, GOOD], delimiter)), Support)
        assert (HEADINGS, 5) == (found.headings, found.first_row)

    def test_a_line_that_tells_excel_the_delimiter_is_passed_over(self, tmp_path: Path) -> None:
        assert (1, 0, 0, 0) == counts(
            taken_in(written(tmp_path, "sep=;\n" + as_csv([HEADINGS, GOOD], ";")))
        )

    def test_a_quoted_cell_may_hold_delimiters_quotation_marks_and_line_ends(
        self, tmp_path: Path
    ) -> None:
        text = (
            'Mã,MST,"Bắt\nđầu",Kết thúc,"Nội dung, ghi chú"\n'
            's1,"SAMPLE, ""1""",05/01/2024,,"a,\nb"\n'
        )
        found = open_sheet(written(tmp_path, text), Support)
        row = {
            "Mã": "s1",
            "MST": 'SAMPLE, "1"',
            "Bắt đầu": "05/01/2024",
            "Kết thúc": "",
            "Nội dung, ghi chú": "a,\nb",
        }
        assert (row,) == found.rows

    @pytest.mark.parametrize(
        "lines",
        [
            ['s1,"SAMPLE-1,05/01/2024,30/06/2024'],
            ['s1,SAMPLE-1,05/01/2024,"30/06/2024'],
            ['s1,"SAMPLE-1"x,05/01/2024,30/06/2024'],
            ['s1,"SAMPLE-1,05/01/2024,', "s2,SAMPLE-2,05/01/2024,", 's3,"SAMPLE-3",05/01/2024,'],
            ['s1,"SAMPLE-1,05/01/2024,', 's2,SAMPLE-2",05/01/2024,'],
            ['s1,"SAMPLE-1,05/01/2024,', "s2,SAMPLE-2,05/01/2024,", 's3,SAMPLE-3",05/01/2024,'],
            ['s1,SAMPLE-1,"05/01/2024,', 's2,SAMPLE-2",05/01/2024,'],
            ['s1,SAMPLE-1,05/01/2024,"', 's2,SAMPLE-2,05/01/2024,"'],
        ],
        ids=range(8),
    )
    def test_a_stray_quotation_mark_swallows_no_row(self, tmp_path: Path, lines: list[str]) -> None:
        """Two such marks would make one cell of everything between them, and lose its rows."""
        good = as_csv([(f"g{n}", "SAMPLE-1", "05/01/2024", "") for n in range(5)])
        path = written(tmp_path, as_csv([HEADINGS]) + "\n".join([*lines, good]))
        with pytest.raises(
            InvalidValue,
            match=r"^(line|row) \d: .*a quotation mark is missing, or there is one too many; "
            r"correct it$",
        ):
            open_sheet(path, Support)

    def test_a_row_that_is_cut_off_or_too_long_is_rejected(self, tmp_path: Path) -> None:
        """A row that was cut off does not tell, for example, whether a support is completed."""
        lines = [
            "s1,SAMPLE-1,05/01/2024",
            "s2,SAMPLE-2",
            "s3",
            "",
            "s5,SAMPLE-5,05/01/2024,,",
            "Cộng",
            "s7,SAMPLE-7,05/01/2024,,,x",
        ]
        found = taken_in(written(tmp_path, as_csv([HEADINGS]) + "\n".join(lines)))
        assert (1, 0, 4, 2) == counts(found)
        cut, extra = Fault.CUT_SHORT, Fault.EXTRA_CELLS
        expected = [
            (2, cut, "Kết thúc"),
            (3, cut, "Bắt đầu"),
            (3, cut, "Kết thúc"),
            (4, cut, "MST"),
        ]
        assert [*expected, (4, cut, "Bắt đầu"), (4, cut, "Kết thúc"), (8, extra, None)] == faults(
            found
        )

    def test_blank_rows_at_the_end_are_not_counted(self, tmp_path: Path) -> None:
        assert (1, 0, 0, 1) == counts(
            taken_in(written(tmp_path, as_csv([HEADINGS, [], GOOD]) + "\n,,,\n \n"))
        )

    def test_a_row_may_lack_cells_that_are_not_read(self, tmp_path: Path) -> None:
        assert (1, 0, 0, 0) == counts(
            taken_in(written(tmp_path, as_csv([(*HEADINGS, "Ghi chú"), GOOD])))
        )

    @pytest.mark.parametrize("encoding", ["latin-1", "cp1258", "cp1252"])
    def test_another_encoding_is_refused(self, tmp_path: Path, encoding: str) -> None:
        with pytest.raises(
            InvalidValue,
            match=r"^the text is not UTF-8 \(wrong at byte \d+\); save it as .xlsx or “CSV UTF-8”$",
        ):
            open_sheet(
                written(tmp_path, "Mã,MST,Tên\ns1,SAMPLE-1,Hà Nội\n".encode(encoding, "replace")),
                Support,
            )

    @pytest.mark.parametrize(
        "content", [b"\xff\xfe\x00", b"\xff\xfe" + "Mã".encode("utf-16-le") + b"\x00\xd8"]
    )
    def test_half_a_character_is_refused(self, tmp_path: Path, content: bytes) -> None:
        with pytest.raises(InvalidValue, match=r"^the text is not UTF-8"):
            open_sheet(written(tmp_path, content), Support)

    @pytest.mark.parametrize(
        "content",
        [
            "a,b\n1,2\n",
            "s1,SAMPLE-1,05/01/2024,\n",
            "\x00" * 50,
            "\n" * 30 + "Mã,MST",
        ],
        ids=range(4),
    )
    def test_a_text_without_headings_is_refused(self, tmp_path: Path, content: str) -> None:
        with pytest.raises(InvalidValue, match=r"^no headings were found in the first 30 rows"):
            open_sheet(written(tmp_path, content), Support)

    @pytest.mark.parametrize("content", ["", "\n\n", "\ufeff"])
    def test_an_empty_text_is_called_empty(self, tmp_path: Path, content: str) -> None:
        with pytest.raises(InvalidValue, match=r"^the file is empty"):
            open_sheet(written(tmp_path, content), Support)

    @pytest.mark.parametrize("first", ["sep=;", '"SEP=;"', "sep=;;;"])
    def test_the_line_that_names_the_delimiter_is_blank(self, tmp_path: Path, first: str) -> None:
        content = f"{first}\r\nMã;MST;Bắt đầu;Kết thúc\r\ns1;SAMPLE-1;05/01/2024;30/06/2024\r\n"
        sheet = open_sheet(written(tmp_path, content), Support)
        assert (3, (), ()) == (sheet.first_row, sheet.titles, sheet.unread)

    def test_headings_alone_are_a_sheet_without_rows(self, tmp_path: Path) -> None:
        found = open_sheet(written(tmp_path, as_csv([HEADINGS])), Support)
        assert Sheet(headings=HEADINGS, rows=(), first_row=2) == found
        assert {found} == {found}
        assert (0, 0, 0, 0) == counts(read(Support, found.rows))

    @pytest.mark.parametrize("size", [200_000, 10**6])
    def test_a_cell_that_is_too_long_is_refused(self, tmp_path: Path, size: int) -> None:
        for text in (as_csv([HEADINGS, ("s1", "x" * size, "", "")]), "x" * size):
            with pytest.raises(
                InvalidValue,
                match=r"^(line \d+: a quotation mark is missing, or there is one too many; "
                r"correct it|no headings)",
            ):
                open_sheet(written(tmp_path, text), Support)


class TestHeadings:
    """The headings are in the row near the top that names the most columns."""

    def test_headings_may_fill_two_rows(self, tmp_path: Path) -> None:
        def merged(book: openpyxl.Workbook) -> None:
            for area in ("A2:A3", "B2:B3", "C2:D2"):
                book.worksheets[0].merge_cells(area)

        rows = [("SAMPLE",), ("Mã", "MST", "Thời gian"), (None, None, "Bắt đầu", "Kết thúc"), GOOD]
        found = open_sheet(workbook(tmp_path / "rows.xlsx", *rows, more=merged), Support)
        assert ((*HEADINGS[:2], "Thời gian › Bắt đầu", "Thời gian › Kết thúc"), 4) == (
            found.headings,
            found.first_row,
        )

    def test_a_unit_above_the_headings_holds_for_the_columns_below_it(self, tmp_path: Path) -> None:
        """It stands over several columns of money, or once above the whole table."""

        def merged(book: openpyxl.Workbook) -> None:
            book.worksheets[0].merge_cells("E1:F1")

        columns = ("Mã", "MST", "Bắt đầu", "Kết thúc")
        row = ("s1", "SAMPLE-1", "05/01/2024", None, 150, "20,5")
        titles = (*[None] * 4, "Kinh phí (triệu đồng)", None)
        several = workbook(
            tmp_path / "a.xlsx", titles, (*columns, "Ngân sách", "Nguồn khác"), row, more=merged
        )
        whole = workbook(
            tmp_path / "b.xlsx", ("ĐVT: triệu đồng",), (*columns, "Ngân sách", "Nguồn khác"), row
        )
        own = workbook(
            tmp_path / "c.xlsx",
            ("Đơn vị: tỷ đồng",),
            (*columns, "NSNN (triệu đồng)", "Ghi chú"),
            row,
        )
        for path, expected in (
            (several, [150_000_000, 20_500_000]),
            (whole, [150_000_000, 20_500_000]),
            (own, [150_000_000]),
        ):
            (support,) = taken_in(path).register.records
            assert isinstance(support, Support)
            assert expected == [each.vnd for each in support.funding]

    def test_the_headings_of_a_later_table_are_not_the_first_ones(self, tmp_path: Path) -> None:
        """Otherwise the rows above them would be lost."""
        later = (*HEADINGS, "Văn bản")
        rows = [("Từ ngày", "x"), ("Đến ngày", "x"), HEADINGS, *[GOOD] * 9, later, OTHER]
        found = open_sheet(written(tmp_path, as_csv(rows)), Support)
        assert (HEADINGS, 4, 11) == (found.headings, found.first_row, len(found.rows))

    def test_equal_and_blank_headings_are_told_apart_by_their_columns(self, tmp_path: Path) -> None:
        found = open_sheet(written(tmp_path, "Mã,MST,MST,,Bắt   đầu,\n"), Support)
        assert ("Mã", "MST", "MST [3]", "[4]", "Bắt đầu") == found.headings

    def test_two_headings_for_one_column_are_a_fault(self, tmp_path: Path) -> None:
        found = taken_in(
            written(
                tmp_path,
                as_csv([("Mã", "MST", "MST", "Bắt đầu", "Kết thúc"), (*GOOD[:2], *GOOD[1:])]),
            )
        )
        assert (2, Fault.TWO_COLUMNS, "MST") in faults(found)

    def test_headings_that_the_caller_names_are_found(self, tmp_path: Path) -> None:
        found = open_sheet(
            written(tmp_path, "Báo cáo,2024\nKhóa,Số\n1,2\n"), Support, named=["KHOA", "số"]
        )
        assert (("Khóa", "Số"), 3) == (found.headings, found.first_row)


class TestWorkbooks:
    """The cells of one sheet, as a person sees them."""

    def test_a_value_is_read_as_its_format_shows_it(self, tmp_path: Path) -> None:
        def formats(book: openpyxl.Workbook) -> None:
            sheet = book.worksheets[0]
            sheet["D2"].number_format, sheet["D3"].number_format, sheet["D4"].number_format = (
                "0.0%",
                "0%",
                "0%",
            )

        cells = [0.065, 1, True, 12, datetime(2024, 1, 5)]  # noqa: DTZ001
        book = workbook(
            tmp_path / "r.xlsx", [*REPORT], *([1, 2, 3, each] for each in cells), more=formats
        )
        found = [row["Giá trị"] for row in open_sheet(book, ReportedFigure).rows]
        assert ["6.5%", "100%", True, *cells[3:]] == found

    def test_an_infinite_percentage_is_refused(self, tmp_path: Path) -> None:
        def formats(book: openpyxl.Workbook) -> None:
            book.worksheets[0]["D2"].number_format = "0%"

        path = workbook(
            tmp_path / "r.xlsx", [*REPORT], ["r1", "supported", 2024, 7, GOOD[2]], more=formats
        )
        (row,) = open_sheet(patched(path, ("<v>7</v>", "<v>1e999</v>")), ReportedFigure).rows
        assert (1, Fault.NOT_WHOLE, "Giá trị") in faults(read(ReportedFigure, [row]))

    def test_an_escaped_character_is_read_as_itself(self, tmp_path: Path) -> None:
        """A line break or a NUL that the sheet's XML escapes is not part of a key."""
        rows = [("s1_x000D_", *GOOD[1:]), ("s2_x0000_", *GOOD[1:]), ("s3_x005F_x0041_", *GOOD[1:])]
        found = taken_in(workbook(tmp_path / "r.xlsx", HEADINGS, *rows))
        assert (2, 0, 1, 0) == counts(found)
        assert ["s1", "s3_x0041_"] == [
            record.id for record in found.register.records if isinstance(record, Support)
        ]
        assert [(3, Fault.UNSEEN, "Mã")] == faults(found)

    def test_a_formula_counts_by_its_last_result(self, tmp_path: Path) -> None:
        """An empty result is a blank cell; a formula without a result is refused."""
        path = workbook(
            tmp_path / "r.xlsx",
            HEADINGS,
            ("s1", "SAMPLE-1", "05/01/2024", '="30/06/"&2024'),
            ("s2", "SAMPLE-2", "05/01/2024", '=IF(TRUE,"",1)'),
            ("s3", "SAMPLE-3", "05/01/2024", "=TODAY()"),
            ("s4", "SAMPLE-4", "05/01/2024", "=1/0"),
        )
        written, result = '<c r="D{}"><f>{}</f><v /></c>', '<c r="D{}" t="{}"><f>x</f><v>{}</v></c>'
        patched(
            path,
            (written.format(2, '"30/06/"&amp;2024'), result.format(2, "str", "30/06/2024")),
            (written.format(3, 'IF(TRUE,"",1)'), result.format(3, "str", "")),
            (written.format(5, "1/0"), result.format(5, "e", "#DIV/0!")),
        )
        found = taken_in(path)
        assert (2, 0, 2, 0) == counts(found)
        expected = [("s1", date(2024, 6, 30)), ("s2", None)]
        assert expected == [
            (each.id, each.completed_on)
            for each in found.register.records
            if isinstance(each, Support)
        ]
        assert [(4, Fault.FORMULA, "Kết thúc"), (5, Fault.ERROR_VALUE, "Kết thúc")] == faults(found)

    def test_an_array_formula_without_a_result_is_refused(self, tmp_path: Path) -> None:
        path = workbook(tmp_path / "r.xlsx", HEADINGS, (*GOOD[:3], "=A1"))
        patched(path, ("<f>A1</f>", '<f t="array" ref="D2:D2">A1</f>'))
        assert [(2, Fault.FORMULA, "Kết thúc")] == faults(taken_in(path))

    @pytest.mark.parametrize("serial", ["-1", "0", "0.5", "2958466", "99999999999", "1e300"])
    def test_a_day_outside_the_calendar_is_refused(self, tmp_path: Path, serial: str) -> None:
        def formats(book: openpyxl.Workbook) -> None:
            book.worksheets[0]["D2"].number_format = "dd/mm/yyyy"

        path = workbook(tmp_path / "r.xlsx", HEADINGS, (*GOOD[:3], 45448), more=formats)
        found = taken_in(patched(path, ("<v>45448</v>", f"<v>{serial}</v>")))
        assert (0, 0, 1, 0) == counts(found)
        assert {Fault.NOT_A_DATE, Fault.ERROR_VALUE} >= {problem.code for problem in found.problems}

    def test_a_workbook_may_count_days_from_1904(self, tmp_path: Path) -> None:
        def mac(book: openpyxl.Workbook) -> None:
            book.epoch = CALENDAR_MAC_1904

        day = datetime(2024, 6, 5)  # noqa: DTZ001
        (record,) = taken_in(
            workbook(tmp_path / "r.xlsx", HEADINGS, (*GOOD[:3], day), more=mac)
        ).register.records
        assert isinstance(record, Support)
        assert day.date() == record.completed_on

    def test_a_cell_merged_over_rows_is_the_value_of_each_row(self, tmp_path: Path) -> None:
        def merged(book: openpyxl.Workbook) -> None:
            book.worksheets[0].merge_cells("B3:B4")
            book.worksheets[0].merge_cells("A1:D1")

        rows = [["SAMPLE"], HEADINGS, GOOD, ("s2", None, *GOOD[2:])]
        found = taken_in(workbook(tmp_path / "r.xlsx", *rows, more=merged))
        assert ["SAMPLE-1"] * 2 == [
            each.enterprise for each in found.register.records if isinstance(each, Support)
        ]

    @pytest.mark.parametrize("amount", [500_000, "500.000"])
    def test_money_merged_over_several_rows_is_refused(
        self, tmp_path: Path, amount: object
    ) -> None:
        def merged(book: openpyxl.Workbook) -> None:
            book.worksheets[0].merge_cells("B2:B3")
            book.worksheets[0].merge_cells("E2:E3")

        rows = [(*HEADINGS, "Ngân sách"), (*GOOD, amount), ("s2", None, *GOOD[2:], None)]
        found = taken_in(workbook(tmp_path / "r.xlsx", *rows, more=merged))
        assert [Fault.SHARED] * 2 == [problem.code for problem in found.problems]

    def test_the_open_sheet_is_read_unless_another_is_named(self, tmp_path: Path) -> None:
        def more(book: openpyxl.Workbook) -> None:
            for name, row in (("Một", OTHER), ("Ẩn", GOOD)):
                book.create_sheet(name).append(HEADINGS)
                book[name].append(row)
            book["Ẩn"].sheet_state = "hidden"
            book.create_sheet("Trống")
            book.create_sheet("Ghi chú")["A1"] = "x"
            book.create_chartsheet("Biểu đồ").add_chart(BarChart())
            book.active = book["Một"]

        path = workbook(tmp_path / "r.xlsx", HEADINGS, GOOD, OTHER, more=more)
        assert ("Sheet", "Ẩn", "Ghi chú") == open_sheet(path, Support).others
        assert (1, 0, 0, 0) == counts(taken_in(path))
        assert (2, 0, 0, 0) == counts(taken_in(path, sheet="Sheet"))
        assert (1, 0, 0, 0) == counts(taken_in(path, sheet="Ẩn"))
        for name in ("Biểu đồ", "Hai"):
            with pytest.raises(UnknownId, match=f"^no sheet '{name}'"):
                open_sheet(path, Support, sheet=name)

    def test_an_open_chart_is_passed_over(self, tmp_path: Path) -> None:
        def chart(book: openpyxl.Workbook) -> None:
            book.create_chartsheet("Biểu đồ", 0).add_chart(BarChart())
            book.active = 0

        assert (1, 0, 0, 0) == counts(
            taken_in(workbook(tmp_path / "r.xlsx", HEADINGS, GOOD, more=chart))
        )

    def test_a_workbook_of_charts_is_refused(self, tmp_path: Path) -> None:
        def chart(book: openpyxl.Workbook) -> None:
            book.create_chartsheet("Biểu đồ").add_chart(BarChart())
            book.remove(book.worksheets[0])

        path = workbook(tmp_path / "r.xlsx", more=chart)
        with pytest.raises(
            InvalidValue, match=r"^the workbook has no sheet with rows; choose another file$"
        ):
            open_sheet(path, Support)
