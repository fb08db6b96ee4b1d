"""Whole sheets in the shapes of real ones: rows taken, rows rejected, and reports.

All data are made up.
"""

import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.styles import Font

from each import for_each
from nsc_program import Expert, InvalidValue, ReportedFigure, Support, Training, UnknownId
from nsc_program.intake import Fault, Intake, read
from nsc_program.intake._cells.cells import Padded
from nsc_program.intake._cells.grid import Row
from nsc_program.intake._headings.headings import unit_of
from nsc_program.intake._words.stated_units import stated_in
from nsc_program.intake._words.units import unit_in
from nsc_program.intake.files import open_sheet, write_problems
from row_files import GOOD, HEADINGS, OTHER, as_csv, patched, taken_in, workbook, written
from rows import EXPERT, REPORT, SUPPORT, TRAINING, counts, faults

MONEY = ("Mã", "MST", "Bắt đầu", "Kết thúc", "NSNN")
Cells = Sequence[object]


def money(path: Path, heading: str, cell: object, *above: Cells) -> list[int] | str:
    """Return the amount of a list of one row, or the fault of the row."""
    book = workbook(path / "m.xlsx", *above, (*MONEY[:4], heading), (*GOOD, cell))
    found = taken_in(book)
    for record in found.register.records:
        assert isinstance(record, Support)
        return [each.vnd for each in record.funding]
    return found.problems[0].code


class TestUnits:
    """A unit is understood wherever it stands, or no amount under it is read."""

    @pytest.mark.parametrize(
        ("heading", "cell", "above", "vnd"),
        [
            ("NSNN", 150_000, [("ĐVT: 1.000 đồng",)], 150_000_000),
            ("NSNN", 150_000, [("Đơn vị tính: nghìn đ",)], 150_000_000),
            ("NSNN", 150, [(None, None, None, None, "(triệu đồng)")], 150_000_000),
            ("NSNN", 150, [("Biểu 1 (ĐVT: tr.đ)",)], 150_000_000),
            ("NSNN (nghìn đ)", 150_000, [], 150_000_000),
            ("NSNN, triệu đồng", 150, [("ĐVT: đồng",)], 150_000_000),
            ("NSNN", "150 triệu", [("ĐVT: nghìn đồng",)], 150_000_000),
            ("NSNN", 150_000_000, [("Đơn vị: Sở Khoa học và Công nghệ",)], 150_000_000),
            ("NSNN", 150_000_000, [("ĐVT: người",)], Fault.UNKNOWN_UNIT),
            ("NSNN", 150, [("ĐVT: USD",)], Fault.UNKNOWN_UNIT),
            ("NSNN", 150, [("Đơn vị: nghìn USD",)], Fault.UNKNOWN_UNIT),
            ("NSNN", 150, [("ĐVT: triệu đồng",), ("ĐVT: nghìn đồng",)], Fault.UNKNOWN_UNIT),
            ("NSNN (USD)", 150, [], Fault.UNKNOWN_UNIT),
        ],
        ids=range(13),
    )
    def test_money_is_in_the_unit_of_its_cell_heading_or_table(
        self, tmp_path: Path, heading: str, cell: object, above: list[Cells], vnd: int | Fault
    ) -> None:
        assert money(tmp_path, heading, cell, *above) == (vnd if isinstance(vnd, Fault) else [vnd])

    def test_a_figure_is_refused_under_a_heading_in_a_unit_of_money(self, tmp_path: Path) -> None:
        row = ["r1", "supported", 2024, "1,2", "05/01/2025"]
        for heading in ("Giá trị (nghìn DN)", "Giá trị (triệu đồng)"):
            headings = [heading if each == "Giá trị" else each for each in REPORT]
            found = read(
                ReportedFigure,
                open_sheet(workbook(tmp_path / "r.xlsx", headings, row), ReportedFigure).rows,
            )
            assert (heading == "Giá trị (nghìn DN)") == (found.accepted == 1)

    def test_a_figure_is_in_the_unit_above_its_table(self, tmp_path: Path) -> None:
        path = workbook(
            tmp_path / "r.xlsx",
            ["ĐVT: nghìn người"],
            [*REPORT],
            ["r1", "trained/persons", 2024, 2, "05/01/2025"],
        )
        (record,) = read(ReportedFigure, open_sheet(path, ReportedFigure).rows).register.records
        assert isinstance(record, ReportedFigure)
        assert 2000 == record.value.low

    def test_a_unit_of_money_is_not_a_unit_of_people(self, tmp_path: Path) -> None:
        path = workbook(
            tmp_path / "r.xlsx", ["ĐVT: triệu đồng"], [*TRAINING], ["t1", None, 40, "05/01/2024"]
        )
        assert (1, 0, 0, 0) == counts(read(Training, open_sheet(path, Training).rows))

    @for_each("text", ["nghìn", "k", "đồng/người", "nđồng", "ng đồng", "trăm triệu", "?", ""])
    def test_an_incomplete_or_unknown_unit_is_not_understood(self, text: str) -> None:
        assert unit_in(text) is None

    def test_a_line_can_consist_of_a_unit(self) -> None:
        assert ("triệu đồng", None) == (stated_in("(triệu đồng)"), stated_in("Biểu số 1"))


class TestHeadings:
    """All rows of headings count, including the upper ones."""

    @pytest.mark.parametrize(
        "upper", ["Dự kiến", "Kế hoạch", "Thời gian thực hiện (dự kiến)", "Thời gian ở đâu đó"]
    )
    @pytest.mark.parametrize("merged", [True, False])
    def test_a_row_under_planned_headings_is_not_accepted(
        self, tmp_path: Path, upper: str, merged: bool
    ) -> None:
        def merge(book: openpyxl.Workbook) -> None:
            if merged:
                for area in ("A1:A2", "B1:B2", "C1:D1"):
                    book.worksheets[0].merge_cells(area)

        path = workbook(
            tmp_path / "r.xlsx", ("Mã", "MST", upper), (None, None, *HEADINGS[2:]), GOOD, more=merge
        )
        assert 0 == taken_in(path).accepted

    def test_the_real_day_counts_and_not_the_planned_one(self, tmp_path: Path) -> None:
        upper, lower = (
            ("Mã", "MST", "Bắt đầu", "Ngày hoàn thành", None),
            (None, None, None, "Kế hoạch", "Thực tế"),
        )
        for path in (
            workbook(tmp_path / "r.xlsx", upper, lower, (*GOOD[:3], "30/05/2024", GOOD[3])),
            written(
                tmp_path,
                "Mã,MST,Bắt đầu,Ngày hoàn thành,\n,,,Kế hoạch,Thực tế\n"
                "s1,SAMPLE-1,05/01/2024,30/05/2024,30/06/2024",
            ),
        ):
            found = taken_in(path)
            (record,) = found.register.records
            assert isinstance(record, Support)
            assert date(2024, 6, 30) == record.completed_on
            assert ("Ngày hoàn thành › Kế hoạch",) == found.unused

    def test_more_than_1000_columns_are_refused(self, tmp_path: Path) -> None:
        path = written(tmp_path, as_csv([(*HEADINGS, *range(1000)), GOOD]))
        with pytest.raises(InvalidValue, match=r"^the table has 1,004 columns, more than 1,000; "):
            open_sheet(path, Support)

    def test_a_second_table_may_have_its_columns_exchanged(self, tmp_path: Path) -> None:
        second = ("Kết thúc", "Bắt đầu", "MST", "Mã")
        rows = [HEADINGS, GOOD, (), second, ("30/06/2025", "05/01/2025", "SAMPLE-2", "s2")]
        found = taken_in(written(tmp_path, as_csv(rows)))
        assert (2, 0, 0, 2) == counts(found)
        assert {date(2024, 6, 30), date(2025, 6, 30)} == {
            each.completed_on for each in found.register.records if isinstance(each, Support)
        }

    def test_the_rows_of_a_second_table_with_other_columns_are_rejected(
        self, tmp_path: Path
    ) -> None:
        rows = [(*HEADINGS, "Ghi chú"), (*GOOD, "x"), ("Mã", "MST", "Bắt đầu"), OTHER[:3]]
        found = taken_in(written(tmp_path, as_csv(rows)))
        assert (1, 0, 1, 1) == counts(found)
        assert (4, Fault.OTHER_TABLE, None) in faults(found)

    def test_a_second_table_may_lack_columns_that_are_not_read(self, tmp_path: Path) -> None:
        rows = [(*HEADINGS, "Ghi chú"), (*GOOD, "Đã hủy"), HEADINGS, OTHER]
        found = taken_in(written(tmp_path, as_csv(rows)))
        assert [(2, Fault.CANCELLED, "Ghi chú")] == faults(found)
        assert (1, 0, 1, 1) == counts(found)


class TestLines:
    """Lines above, between and below the rows."""

    @pytest.mark.parametrize(
        "line",
        ["DANH SÁCH DỰ KIẾN HỖ TRỢ", "Danh sách doanh nghiệp đã dừng hỗ trợ", "Kế hoạch 2026"],
    )
    def test_a_doubtful_line_rejects_the_rows_below_it(self, tmp_path: Path, line: str) -> None:
        path = written(tmp_path, as_csv([(line,), HEADINGS, GOOD]))
        sheet = open_sheet(path, Support)
        assert ((line,), (line,)) == (sheet.above, sheet.doubtful)
        assert [(1, Fault.DOUBTFUL_LINE, None)] == faults(read(Support, sheet.rows))
        assert 1 == read(Support, open_sheet(path, Support, ignored=[line]).rows).accepted

    def test_a_doubtful_group_rejects_its_rows(self, tmp_path: Path) -> None:
        path = written(
            tmp_path,
            as_csv(
                [
                    ("STT", "Tên", *HEADINGS),
                    ("I", "Đã hoàn thành", "", "", "", ""),
                    ("1", "A", *GOOD),
                    ("II", "Đã hủy", "", "", "", ""),
                    ("1", "B", *OTHER),
                    ("III", "Khác", "", "", "", ""),
                    ("1", "C", "s3", *OTHER[1:]),
                ]
            ),
        )
        sheet = open_sheet(path, Support)
        found = read(Support, sheet.rows, first_row=2)
        assert ((2, 0, 1, 3), ("Đã hủy",)) == (counts(found), sheet.doubtful)
        assert [(5, Fault.DOUBTFUL_LINE, None)] == faults(found)

    def test_the_name_of_a_plan_is_not_doubtful(self, tmp_path: Path) -> None:
        line = "Thực hiện Kế hoạch số 149/KH-UBND"
        assert (
            () == open_sheet(written(tmp_path, as_csv([(line,), HEADINGS, GOOD])), Support).doubtful
        )

    def test_lines_below_the_table_hold_no_data(self, tmp_path: Path) -> None:
        """They are sums, notes, place and day, and signatures.

        A note about cancelled things is told.
        """
        below = [
            ("", "Cộng I", "", ""),
            ("", "Tổng cộng: 02 doanh nghiệp", "", ""),
            ("Ghi chú: (*) đã dừng thực hiện", "", "", ""),
            ("", "", "Hà Nội, ngày 10 tháng 12 năm 2024", ""),
            ("", "Người lập biểu", "", "GIÁM ĐỐC"),
            ("", "Trần Văn SAMPLE", "", "Lê Thị SAMPLE"),
        ]
        sheet = open_sheet(written(tmp_path, as_csv([HEADINGS, GOOD, OTHER, *below])), Support)
        assert (2, 0, 0, 6) == counts(read(Support, sheet.rows))
        (line,) = sheet.unread
        assert (6, "Ghi chú: (*) đã dừng thực hiện") == (line.row, line.text)

    def test_a_company_whose_name_begins_like_a_sum_is_a_record(self, tmp_path: Path) -> None:
        rows = [
            ("Tên", *HEADINGS),
            ("Tổng công ty SAMPLE", *GOOD),
            ("Tổng công ty SAMPLE", "", *OTHER[1:]),
        ]
        assert (1, 0, 1, 0) == counts(taken_in(written(tmp_path, as_csv(rows))))


class TestHiddenAndStruckRows:
    """Hidden and struck rows wait for the caller to decide."""

    @pytest.fixture
    def path(self, tmp_path: Path) -> Path:
        def doubtful(book: openpyxl.Workbook) -> None:
            sheet = book.worksheets[0]
            sheet.row_dimensions[2].hidden = True
            sheet["B4"].font = Font(strike=True)

        rows = [(f"s{n}", *GOOD[1:]) for n in range(4)]
        flat = '<row r="3" ht="0" customHeight="1">'
        return patched(
            workbook(tmp_path / "r.xlsx", HEADINGS, *rows, more=doubtful), ('<row r="3">', flat)
        )

    def test_they_are_rejected(self, path: Path) -> None:
        found = taken_in(path)
        assert (1, 0, 3, 0) == counts(found)
        assert [Fault.HIDDEN_ROW, Fault.HIDDEN_ROW, Fault.STRUCK_ROW] == [
            each.code for each in found.problems
        ]

    def test_they_can_be_taken(self, path: Path) -> None:
        assert (4, 0, 0, 0) == counts(read(Support, open_sheet(path, Support, hidden="take").rows))

    def test_they_can_be_left_out(self, path: Path) -> None:
        assert (1, 0, 0, 3) == counts(read(Support, open_sheet(path, Support, hidden="leave").rows))

    def test_all_rows_may_be_hidden(self, tmp_path: Path) -> None:
        def hidden(book: openpyxl.Workbook) -> None:
            book.worksheets[0].sheet_format.zeroHeight = True

        assert (0, 0, 1, 0) == counts(
            taken_in(workbook(tmp_path / "r.xlsx", HEADINGS, GOOD, more=hidden))
        )


class TestSeveralSheets:
    """The sheet that is read, and the sheets that are not."""

    def book(self, path: Path, **sheets: Sequence[Cells]) -> Path:
        book = openpyxl.Workbook()
        book.remove(book.worksheets[0])
        for name, rows in sheets.items():
            sheet = book.create_sheet(name)
            for row in rows:
                sheet.append(list(row))
        book.save(path / "s.xlsx")
        return path / "s.xlsx"

    def test_a_cover_is_passed_over(self, tmp_path: Path) -> None:
        sheet = open_sheet(
            self.book(tmp_path, Cover=[("SAMPLE", "x")], Data=[HEADINGS, GOOD]), Support
        )
        assert ("Data", ("Cover",), ()) == (sheet.name, sheet.others, sheet.alike)

    def test_sheets_with_the_same_headings_are_listed(self, tmp_path: Path) -> None:
        path = self.book(tmp_path, A=[HEADINGS, GOOD], B=[HEADINGS, OTHER], C=[("x", "y")])
        assert ("A", ("B", "C"), ("B",)) == (
            (sheet := open_sheet(path, Support)).name,
            sheet.others,
            sheet.alike,
        )
        assert () == open_sheet(path, Support, ignored=["b"]).alike

    def test_no_sheet_is_chosen_if_several_have_headings(self, tmp_path: Path) -> None:
        path = self.book(tmp_path, Cover=[("SAMPLE", "x")], A=[HEADINGS, GOOD], B=[HEADINGS, OTHER])
        with pytest.raises(InvalidValue, match="the sheets are “Cover”, “A”, “B”"):
            open_sheet(path, Support)
        with pytest.raises(UnknownId, match=r"^no sheet 'D'"):
            open_sheet(path, Support, sheet="D")


class TestKeys:
    """Keys and days that a spreadsheet changed, and ids made of other columns."""

    @pytest.mark.parametrize(
        ("cell", "fault"),
        [
            ("1.00109E+11", Fault.SCIENTIFIC),
            ("1,00109E11", Fault.SCIENTIFIC),
            ("1E+12", Fault.SCIENTIFIC),
            ("100233488.0", Fault.DECIMAL_ZERO),
        ],
    )
    def test_a_code_that_became_a_number_is_refused(self, cell: str, fault: Fault) -> None:
        assert {fault} == {each.code for each in read(Support, [{**SUPPORT, "MST": cell}]).problems}

    def test_the_zeros_that_a_format_shows_are_kept(self, tmp_path: Path) -> None:
        def padded(book: openpyxl.Workbook) -> None:
            sheet = book.worksheets[0]
            sheet["A2"].number_format, sheet["B2"].number_format = "000", "0000000000"
            sheet["A3"].number_format, sheet["B3"].number_format = "000", "0000000000"
            sheet.merge_cells("B2:B3")

        row = (7, 100_000_010, *GOOD[2:])
        path = workbook(tmp_path / "r.xlsx", HEADINGS, row, (8, None, *GOOD[2:]), more=padded)
        records = [each for each in taken_in(path).register.records if isinstance(each, Support)]
        assert [("007", "0100000010"), ("008", "0100000010")] == [
            (each.id, each.enterprise) for each in records
        ]

    def test_a_cell_that_is_not_shown_is_refused(self, tmp_path: Path) -> None:
        def hide(book: openpyxl.Workbook) -> None:
            book.worksheets[0]["D2"].number_format = ";;;"

        found = taken_in(workbook(tmp_path / "r.xlsx", HEADINGS, (*GOOD[:3], 45000), more=hide))
        assert [(2, Fault.NOT_SHOWN, "Kết thúc")] == faults(found)

    def test_a_year_in_a_cell_of_days_is_refused(self, tmp_path: Path) -> None:
        path = workbook(tmp_path / "r.xlsx", HEADINGS, (*GOOD[:3], datetime(1905, 7, 16)))  # noqa: DTZ001
        assert [(2, Fault.NOT_A_DATE, "Kết thúc")] == faults(taken_in(path))

    def test_a_month_without_a_day_is_refused(self, tmp_path: Path) -> None:
        def month(book: openpyxl.Workbook) -> None:
            book.worksheets[0]["D2"].number_format = "mm/yyyy"

        path = workbook(tmp_path / "r.xlsx", HEADINGS, (*GOOD[:3], date(2024, 6, 1)), more=month)
        assert [(2, Fault.NOT_A_DATE, "Kết thúc")] == faults(taken_in(path))

    def test_an_id_can_be_made_of_other_columns(self) -> None:
        rows = [
            {**SUPPORT, "Mã": None},
            {**SUPPORT, "Mã": None, "Bắt đầu": date(2024, 1, 5), "Văn bản": "x"},
        ]
        (first, second) = (read(Support, [row], id_from=["MST", "bat dau"]) for row in rows)
        assert (1, 1) == (first.accepted, second.accepted)
        assert (
            len(
                {
                    each.id
                    for found in (first, second)
                    for each in found.register.records
                    if hasattr(each, "id")
                }
            )
            == 1
        )
        found = read(Support, [{**SUPPORT, "Quyển": None}], id_from=["Quyển", "Số"])
        assert {Fault.MISSING, Fault.NO_COLUMN} == {each.code for each in found.problems}

    def test_an_id_is_not_made_of_columns_about_a_person(self) -> None:
        with pytest.raises(
            InvalidValue, match="an id must not be made of columns that tell who a person is"
        ):
            read(Training, [TRAINING], id_from=["Mã người"])

    def test_an_id_used_again_rejects_both_rows_unless_keys_are_corrected(self) -> None:
        rows = [
            {**SUPPORT, "Ngày nhập": "01/02/2024"},
            {**SUPPORT, "MST": "SAMPLE-2", "Ngày nhập": "01/03/2024"},
        ]
        assert (0, 0, 2, 0) == counts(read(Support, rows))
        assert (2, 0, 0, 0) == counts(read(Support, rows, corrects_keys=True))


class TestValues:
    """Values that the caller gives for every row."""

    def test_a_day_can_be_given_for_all_rows(self) -> None:
        row = {"Mã": "t1", "Số người": 40}
        (record,) = read(Training, [row], values={"on": "13/06/2024"}).register.records
        assert isinstance(record, Training)
        assert date(2024, 6, 13) == record.on

    def test_a_given_value_takes_the_place_of_a_column(self) -> None:
        (record,) = read(
            Support,
            [SUPPORT],
            values={"enterprise": "100000010", "completed_on": "01/07/2024"},
            ignored=["MST", "Kết thúc"],
        ).register.records
        assert isinstance(record, Support)
        assert ("0100000010", date(2024, 7, 1)) == (record.enterprise, record.completed_on)

    def test_a_given_value_settles_two_headings_for_one_column(self) -> None:
        row = {**SUPPORT, "MST": "SAMPLE-2", "Mã số thuế": "SAMPLE-3"}
        given = {"enterprise": "SAMPLE-2"}
        assert (0, 0, 1, 0) == counts(read(Support, [row], values=given))
        assert (1, 0, 0, 0) == counts(read(Support, [row], values=given, ignored=["Mã số thuế"]))

    def test_a_given_value_must_be_valid(self) -> None:
        with pytest.raises(InvalidValue, match=r"^values\.on: expected a date"):
            read(Training, [], values={"on": "tháng 6"})


class TestOtherColumns:
    """Columns that are not read, and still say something about their rows."""

    def read_with(self, heading: str, *cells: object, **more: Any) -> Intake:  # noqa: ANN401
        return read(
            Support,
            [{**SUPPORT, "Mã": f"s{n}", heading: cell} for n, cell in enumerate(cells)],
            **more,
        )

    def test_a_column_of_states_is_listed_with_its_values(self) -> None:
        found = self.read_with("Tình trạng", "Hoàn thành", "Hoàn thành", "Đã hủy", None)
        assert [("Tình trạng", (("Hoàn thành", 2), ("Đã hủy", 1), ("", 1)), 3)] == [
            (each.heading, each.values, each.different) for each in found.telling
        ]
        assert [(3, Fault.CANCELLED, "Tình trạng")] == faults(found)

    def test_a_column_of_days_is_listed_unless_it_is_ignored(self) -> None:
        assert ["Ngày duyệt"] == [
            each.heading for each in self.read_with("Ngày duyệt", "05/01/2024").telling
        ]
        assert () == self.read_with("Ghi chú", "x", date(2024, 1, 5), ignored=["ghi chu"]).telling

    def test_an_unfinished_row_must_not_have_a_day_of_completion(self) -> None:
        assert [(1, Fault.NOT_DONE, "Ghi chú")] == faults(
            self.read_with("Ghi chú", "chưa hoàn thành")
        )
        open_ = read(Support, [{**SUPPORT, "Kết thúc": None, "Ghi chú": "đang thực hiện"}])
        assert (1, 0, 0, 0) == counts(open_)

    def test_a_column_of_states_can_be_read(self) -> None:
        columns = {
            "id": "Mã",
            "enterprise": "MST",
            "started_on": "Bắt đầu",
            "annulled": "Tình trạng",
        }
        found = self.read_with(
            "Tình trạng", "Hoàn thành", "Đã hủy", "Dừng thực hiện", "khác", columns=columns
        )
        assert [(4, Fault.NOT_YES_OR_NO, "Tình trạng")] == faults(found)
        assert [False, True, True] == [
            each.annulled for each in found.register.records if isinstance(each, Support)
        ]

    def test_an_identity_card_is_not_a_certificate(self) -> None:
        row = {**EXPERT, "Số CCCD": "x", "Ngày cấp": "15/08/2021", "Nơi cấp": "SAMPLE"}
        found = read(
            Expert, [row], columns={"id": "Mã", "person": "Mã người", "trained_on": "Ngày đào tạo"}
        )
        assert ["Ngày cấp"] == [each.heading for each in found.telling if "cấp" in each.heading]
        assert (1, 0, 0, 0) == counts(found)


class TestPrivacy:
    """Digits that may be the rest of a person's number are not shown."""

    @for_each(
        "digits",
        ["1099000012", 1099000012, "01099000012", "001 099 000 012", "12345678"],
        ids=range(5),
    )
    @for_each("heading", ["Kết thúc", "Mã", "MST", "Cấp"])
    def test_they_are_not_shown_from_any_column(self, digits: object, heading: str) -> None:
        found = read(Support, [{**SUPPORT, heading: digits, "Bắt đầu": None}])
        assert {"", "…"} >= {each.value for each in found.problems}
        assert not any(
            "1099" in text for each in found.problems for text in (each.message.vi, each.message.en)
        )

    def test_tax_codes_are_suggested_in_full(self) -> None:
        found = read(
            Support,
            [{**SUPPORT, "MST": "0100000010/0"}, {**SUPPORT, "Mã": "s2", "MST": "100000010"}],
        )
        assert ["100000010"] != [each.value for each in found.problems[1:]]
        assert "0100000010" == found.problems[1].suggestion

    def test_the_repr_of_a_row_shows_no_cell(self, tmp_path: Path) -> None:
        (row,) = open_sheet(written(tmp_path, as_csv([HEADINGS, (*GOOD, "x")])), Support).rows
        assert isinstance(row, Row)
        assert ("<a row of 5 cells>", 5, [*HEADINGS, None]) == (repr(row), len(row), [*row])
        with pytest.raises(KeyError):
            row["STT"]

    def test_rejected_rows_of_two_people_have_two_ids(self) -> None:
        names = {
            row.id
            for person in ("p-north", "p-south")
            for row in read(
                Training, [{**TRAINING, "Mã": None, "Mã người": person}], source="a.csv"
            ).register.rejected
        }
        assert 2 == len(names)


class TestDays:
    """Several days, or several words, in one cell."""

    @pytest.mark.parametrize(
        ("cell", "day"),
        [
            ("12-13/6/2024", date(2024, 6, 13)),
            ("Từ 03/7/2024 đến 05/7/2024", date(2024, 7, 5)),
            ("từ ngày 30/6 đến ngày 2/7/2024", date(2024, 7, 2)),
        ],
    )
    def test_a_course_has_the_last_of_its_days(self, cell: str, day: date) -> None:
        (record,) = read(Training, [{**TRAINING, "Ngày": cell}]).register.records
        assert isinstance(record, Training)
        assert day == record.on

    def test_several_words_may_mean_one_audience(self) -> None:
        (record,) = read(
            Training, [{**TRAINING, "Đối tượng": "Doanh nghiệp, HTX"}]
        ).register.records
        assert isinstance(record, Training)
        assert "enterprise" == record.audience
        assert (0, 0, 1, 0) == counts(
            read(Training, [{**TRAINING, "Đối tượng": "Doanh nghiệp, sở"}])
        )


def test_a_strict_workbook_is_refused_with_the_name_of_its_format(tmp_path: Path) -> None:
    path = workbook(tmp_path / "r.xlsx", HEADINGS, GOOD)
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    plain, strict = (
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        b"http://purl.oclc.org/ooxml/spreadsheetml/main",
    )
    with zipfile.ZipFile(path, "w") as packed:
        for name, content in parts.items():
            packed.writestr(name, content.replace(plain, strict))
    with pytest.raises(InvalidValue, match="Strict Open XML"):
        open_sheet(path, Support)


def test_a_workbook_of_empty_cells_is_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path / "r.xlsx", HEADINGS, GOOD)
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    name = "xl/worksheets/sheet1.xml"
    empty = b'<row r="9">' + b'<c r="A9" s="0"/>' * 200_000 + b"</row></sheetData>"
    parts[name] = parts[name].replace(b"</sheetData>", empty)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for each, content in parts.items():
            packed.writestr(each, content)
    with pytest.raises(InvalidValue, match="too many empty cells"):
        open_sheet(path, Support)


class TestOtherContents:
    """Other things that a sheet may hold."""

    def test_headings_in_two_rows_may_come_again(self, tmp_path: Path) -> None:
        upper, lower = ("Mã", "MST", "Thời gian", ""), ("", "", "Bắt đầu", "Kết thúc")
        found = taken_in(written(tmp_path, as_csv([upper, lower, GOOD, upper, lower, OTHER])))
        assert (2, 0, 0, 2) == counts(found)

    def test_a_headcount_is_in_the_unit_of_its_cell(self) -> None:
        found = read(
            Training,
            [{**TRAINING, "Mã người": None, "Số người": cell} for cell in ("1,2 nghìn người",)],
        )
        assert [1200] == [
            each.headcount for each in found.register.records if isinstance(each, Training)
        ]
        half = read(Training, [{**TRAINING, "Mã người": None, "Số người": "1,5 người"}])
        assert [(1, Fault.NOT_WHOLE, "Số người")] == faults(half)

    def test_a_figure_may_group_its_thousands(self) -> None:
        (record,) = read(ReportedFigure, [{**REPORT, "Giá trị": "1.250"}]).register.records
        assert isinstance(record, ReportedFigure)
        assert 1250 == record.value.low

    def test_a_key_is_written_to_be_mended_as_it_was_shown(self, tmp_path: Path) -> None:
        row = {**SUPPORT, "Mã": Padded.of(7, "007"), "Kết thúc": "?"}
        write_problems(tmp_path / "mend.xlsx", read(Support, [row]), [*SUPPORT], "vi")
        assert "007" == openpyxl.load_workbook(tmp_path / "mend.xlsx").worksheets[0]["B2"].value

    def test_words_for_people_in_a_heading_do_not_change_the_unit(self) -> None:
        assert unit_of("Số người", "headcount") == unit_of("Số lượng", "headcount")
        assert unit_of("Số lượt người", "headcount") == unit_of("Sĩ số [3]", "headcount")

    def test_a_unit_that_changes_within_the_table_rejects_the_rows_below_it(
        self, tmp_path: Path
    ) -> None:
        other = ("ĐVT: nghìn đồng", "", "", "", "")
        rows = [("ĐVT: triệu đồng",), MONEY, (*GOOD, "100"), other, (*OTHER, "100000")]
        found = taken_in(written(tmp_path, as_csv(rows)))
        assert [(5, Fault.OTHER_UNIT, None)] == [
            each for each in faults(found) if each[1] is Fault.OTHER_UNIT
        ]
        assert {100_000_000} == {
            item.vnd
            for each in found.register.records
            if isinstance(each, Support)
            for item in each.funding
        }

    @pytest.mark.parametrize("cell", ["Không", "Chưa", "không đạt"])
    def test_a_result_that_was_not_accepted_rejects_its_row(self, cell: str) -> None:
        found = read(Support, [{**SUPPORT, "Nghiệm thu": cell}])
        assert [(1, Fault.CANCELLED, "Nghiệm thu")] == faults(found)
        assert ["Nghiệm thu"] == [each.heading for each in found.telling]

    @pytest.mark.parametrize(
        "text", ["Tổng cộng toàn thành phố", "Lũy kế từ đầu năm", "Tổng số DN được hỗ trợ"]
    )
    def test_sums_hold_no_data(self, text: str) -> None:
        assert (1, 0, 0, 1) == counts(
            read(Support, [{**SUPPORT, "Tên": "A"}, {"Tên": text, "Mã": None, "Số": 3}])
        )
