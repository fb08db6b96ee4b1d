"""A cell is read as a person sees it, or its row is rejected.

The causes are line ends, marks of notes, number formats, units and merged cells.
"""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlwt
from defusedxml.ElementTree import fromstring
from odf.style import Style, TextProperties
from odf.table import TableCell
from odf.text import P, Span
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from each import for_each
from nsc_program import InvalidValue, ReportedFigure, Support, Training
from nsc_program.intake import Fault, Intake, files, read
from nsc_program.intake._cells.cells import Formula
from nsc_program.intake._cells.discreet import is_harmless, only_known
from nsc_program.intake._cells.keys import refuse_no_code
from nsc_program.intake._cells.numbers import MOST_MONEY
from nsc_program.intake._headings.headings import column_of
from nsc_program.intake._messages.problems import Refused
from nsc_program.intake._words.stated_units import speaks_of_money, stated_in
from nsc_program.intake.files import open_sheet, write_problems
from nsc_program.intake.files._books import fill_merged
from nsc_program.intake.files._runs import raised
from nsc_program.intake.files._seen_days import is_plain_day
from nsc_program.intake.files._xlsx_package import StruckText, text_of
from nsc_program.intake.files._xlsx_parts import MAIN
from nsc_program.intake.typed import load
from other_books import cell, old_book, open_document, row
from row_files import HEADINGS, workbook
from rows import HEADS, REPORT, SUPPORT, TRAINING, accepted, faults, one, refused, supports

STATE = "NSNN"
GOOD = ("s1", "SAMPLE-1", "05/01/2024", "30/06/2024")


def codes(found: Intake) -> list[str]:
    return [problem.code for problem in found.problems]


def taken(path: Path, kind: type[Any] = Support) -> Intake:
    found = open_sheet(path, kind)
    return read(kind, found.rows, first_row=found.first_row)


def paid(found: Intake) -> list[list[int]]:
    return [[each.vnd for each in record.funding] for record in ordered(found)]


def ordered(found: Intake) -> list[Any]:
    return sorted(found.register.records, key=lambda record: str(getattr(record, "id", "")))


class TestLines:
    """Two lines of a cell are two things."""

    @for_each(
        ("heading", "text"),
        [
            (STATE, "150000\n120000"),
            (STATE, "150000\r120000"),
            (STATE, "150\u2028120000"),
            (STATE, "150\t000\t000"),
            (STATE, "150   000"),
            (STATE, "150\ntriệu"),
            ("Kết thúc", "30/06/\n2024"),
            ("Kết thúc", "30/06/2024\n15/07/2024"),
        ],
        ids=range(8),
    )
    def test_a_number_or_day_on_two_lines_is_refused(self, heading: str, text: str) -> None:
        assert (Fault.SEVERAL_LINES, None) == refused(Support, SUPPORT, heading, text)

    def test_people_reports_and_years_on_two_lines_are_refused(self) -> None:
        assert Fault.SEVERAL_LINES == refused(Training, HEADS, "Số người", "1\n120")[0]
        assert Fault.SEVERAL_LINES == refused(ReportedFigure, REPORT, "Giá trị", "310\n105%")[0]
        assert Fault.SEVERAL_LINES == refused(ReportedFigure, REPORT, "Năm", "2021\n-2025")[0]

    def test_line_ends_around_one_thing_are_ignored(self) -> None:
        assert (
            date(2024, 6, 30)
            == accepted(Support, SUPPORT, "Kết thúc", "\n30/06/2024\n ").completed_on
        )


class TestMarks:
    """A raised or lowered sign is not part of a number, a day or a key."""

    @pytest.mark.parametrize(
        ("heading", "text", "rest"),
        [
            ("MST", "SAMPLE-0002²", "SAMPLE-0002"),
            ("Mã", "s1⁽*⁾", "s1"),
            (STATE, "150000000¹", None),
            (STATE, "150 triệu¹", "150 triệu"),
            ("Kết thúc", "30/06/2024¹", "30/06/2024"),
            ("Kết thúc", "30/06/2024₁", "30/06/2024"),
        ],
        ids=range(6),
    )
    def test_a_mark_in_plain_text_is_refused(
        self, heading: str, text: str, rest: str | None
    ) -> None:
        assert (Fault.FOOTNOTE, rest) == refused(Support, SUPPORT, heading, text)

    def test_a_text_keeps_its_marks(self) -> None:
        assert "Văn bản¹" == accepted(Support, SUPPORT, "Văn bản", "Văn bản¹").document

    def test_a_heading_may_have_a_mark(self) -> None:
        assert "completed_on" == column_of("Ngày hoàn thành²", ("completed_on",))

    @pytest.mark.parametrize(
        ("text", "expected"), [("1", "¹"), ("(a)", "⁽ᵃ⁾"), ("*", "⁽*⁾"), (" ", " ")]
    )
    def test_letters_and_digits_have_raised_forms(self, text: str, expected: str) -> None:
        assert expected == raised(text)

    def test_marks_and_struck_text_of_an_xlsx_workbook_reject_the_row(self, tmp_path: Path) -> None:
        def more(book: openpyxl.Workbook) -> None:
            sheet = book.worksheets[0]
            high = TextBlock(InlineFont(vertAlign="superscript"), "1")
            struck = TextBlock(InlineFont(strike=True), "150 ")
            for place, value in (
                ("B2", CellRichText("SAMPLE-1", high)),
                ("B3", CellRichText(struck, "SAMPLE-2")),
            ):
                sheet[place] = value
            sheet["B4"] = CellRichText("SAMPLE", TextBlock(InlineFont(b=True), "-3"))

        rows = [(f"s{number}", *GOOD[1:]) for number in (1, 2, 3)]
        found = taken(workbook(tmp_path / "a.xlsx", HEADINGS, *rows, more=more))
        told = {(problem.row, problem.code) for problem in found.problems}
        assert {(2, Fault.FOOTNOTE), (3, Fault.STRUCK_ROW)} <= told
        assert ["SAMPLE-3"] == [each.enterprise for each in ordered(found)]

    @pytest.mark.parametrize(
        ("xml", "text", "is_struck"),
        [
            ("<t>a</t>", "a", False),
            ("<r><t>a</t></r><r><rPr><b/></rPr><t>b</t></r>", "ab", False),
            (
                '<r><t>150</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r>',
                "150¹",
                False,
            ),
            ('<r><rPr><strike val="0"/><vertAlign val="baseline"/></rPr><t>a</t></r>', "a", False),
            ("<r><rPr><strike/></rPr><t>a </t></r><r><t>b</t></r>", "a\u0336 b", True),
            ("<r><rPr><strike/></rPr><t>ab</t></r>", "ab", True),
        ],
        ids=range(6),
    )
    def test_a_text_in_parts_keeps_its_marks_and_what_is_struck(
        self, xml: str, text: str, is_struck: bool
    ) -> None:
        found = text_of(fromstring(f'<si xmlns="{MAIN[1:-1]}">{xml}</si>'))
        assert (text, is_struck) == (found, isinstance(found, StruckText))

    def test_marks_and_struck_text_of_an_xls_workbook_reject_the_row(self, tmp_path: Path) -> None:
        def more(_: Any, first: Any) -> None:  # noqa: ANN401
            high, struck = xlwt.easyfont("escapement superscript"), xlwt.easyfont("struck_out true")
            first.write_rich_text(1, 1, (("SAMPLE-1"), ("1", high)))
            first.write_rich_text(2, 1, (("150 ", struck), ("SAMPLE-2")))
            first.write_rich_text(3, 1, (("SAMPLE"), ("-3", xlwt.easyfont("bold true"))))

        rows = [(f"s{number}", None, *GOOD[2:]) for number in (1, 2, 3)]
        found = taken(old_book(tmp_path / "a.xls", HEADINGS, *rows, more=more))
        told = {(problem.row, problem.code) for problem in found.problems}
        assert {(2, Fault.FOOTNOTE), (3, Fault.STRUCK_ROW)} <= told
        assert ["SAMPLE-3"] == [each.enterprise for each in ordered(found)]

    def test_a_mark_of_an_ods_workbook_rejects_the_row(self, tmp_path: Path) -> None:
        high = Style(name="high", family="text")
        high.addElement(TextProperties(textposition="super 58%"))
        flat = Style(name="flat", family="text")
        flat.addElement(TextProperties(textposition="0% 100%"))
        held = []
        for name in ("high", "flat"):
            text = P(text="SAMPLE-1")
            text.addElement(Span(text="1", stylename=name))
            held.append(TableCell(valuetype="string"))
            held[-1].addElement(text)
        found = taken(
            open_document(
                tmp_path / "a.ods",
                row(*HEADINGS),
                row("s1", held[0], *GOOD[2:]),
                row("s2", held[1], *GOOD[2:]),
                styles=[high, flat],
            )
        )
        assert ([Fault.FOOTNOTE], ["SAMPLE-11"]) == (
            codes(found),
            [each.enterprise for each in ordered(found)],
        )


class TestFormats:
    """The words and signs of a number format are read with the number, or reject the row."""

    def _read(self, tmp_path: Path, heading: str, value: object, number_format: str) -> Intake:
        def more(book: openpyxl.Workbook) -> None:
            book.worksheets[0]["E2"].number_format = number_format

        return taken(workbook(tmp_path / "a.xlsx", (*HEADINGS, heading), (*GOOD, value), more=more))

    @pytest.mark.parametrize(
        ("heading", "value", "number_format", "vnd"),
        [
            ("NSNN", 150_000_000, '#,##0" đồng"', 150_000_000),
            ("NSNN", 150, '0" triệu"', 150_000_000),
            ("NSNN (nghìn đồng)", 150_000_000, "#,##0,", 150_000_000),
            ("NSNN (triệu đồng)", 150_000_000, "#,##0.0,,", 150_000_000),
            ("NSNN", 150_000_000, '#,##0,," triệu đồng"', 150_000_000),
            ("NSNN", 150_000_000, '_(* #,##0_);_(* (#,##0);_(* "-"??_);_(@_)', 150_000_000),
            ("NSNN", 0, '_(* #,##0_);_(* (#,##0);_(* "-"??_);_(@_)', 0),
            ("NSNN", 150_000_000, "000000000000", 150_000_000),
        ],
        ids=range(8),
    )
    def test_money_is_read_with_its_number_format(
        self, tmp_path: Path, heading: str, value: int, number_format: str, vnd: int
    ) -> None:
        assert [[vnd]] == paid(self._read(tmp_path, heading, value, number_format))

    @pytest.mark.parametrize(
        ("heading", "value", "number_format", "fault"),
        [
            ("NSNN", 250_000, '0"000"', Fault.NOT_MONEY),
            ("NSNN", 250_000, '">"0', Fault.NOT_MONEY),
            ("NSNN", 250_000, "(0)", Fault.NOT_MONEY),
            ("NSNN", 250_000, '"-"0', Fault.NOT_MONEY),
            ("NSNN", 250_000, "000-000", Fault.NOT_MONEY),
            ("NSNN (triệu đồng)", 0.15, "0%", Fault.NOT_MONEY),
            ("NSNN", 150_000_000, "#,##0,", Fault.SCALED),
            ("NSNN (triệu đồng)", 150_000_000, "#,##0,", Fault.SCALED),
            ("NSNN", 150_000, '0" USD"', Fault.NOT_MONEY),
        ],
        ids=range(9),
    )
    def test_money_is_refused_if_its_format_shows_another_amount(
        self, tmp_path: Path, heading: str, value: float, number_format: str, fault: Fault
    ) -> None:
        assert [fault] == codes(self._read(tmp_path, heading, value, number_format))

    @pytest.mark.parametrize(
        ("place", "value", "number_format", "expected"),
        [
            ("A2", 7, '"HS-"0000', "HS-0007"),
            ("A2", 7, '0"000"', "7000"),
            ("B2", 100_000_010, '0000000000"-001"', "0100000010001"),
            ("B2", 7, '"SAMPLE-"0000', "SAMPLE-0007"),
        ],
        ids=range(4),
    )
    def test_a_key_is_read_as_its_format_shows_it(
        self, tmp_path: Path, place: str, value: int, number_format: str, expected: str
    ) -> None:
        def more(book: openpyxl.Workbook) -> None:
            sheet = book.worksheets[0]
            sheet[place], sheet[place].number_format = value, number_format

        (record,) = ordered(taken(workbook(tmp_path / "a.xlsx", HEADINGS, GOOD, more=more)))
        assert expected in (record.id, record.enterprise)

    @pytest.mark.parametrize(
        ("number_format", "is_day"),
        [
            ("dd/mm/yyyy", True),
            ('"Ngày "dd/mm/yyyy', True),
            ('"dự kiến "dd/mm/yyyy', False),
            ('dd/mm/yyyy" (KH)"', False),
            ('dd/mm/yyyy"?"', False),
            ("dd/mm", False),
        ],
        ids=range(6),
    )
    def test_a_day_is_refused_if_its_format_adds_words_or_hides_the_year(
        self, tmp_path: Path, number_format: str, is_day: bool
    ) -> None:
        def more(book: openpyxl.Workbook) -> None:
            book.worksheets[0]["D2"].number_format = number_format

        found = taken(
            workbook(tmp_path / "a.xlsx", HEADINGS, (*GOOD[:3], date(2024, 6, 5)), more=more)
        )
        assert ([] if is_day else [Fault.NOT_A_DATE]) == codes(found)

    @pytest.mark.parametrize(
        ("value", "shown", "heading", "vnd"),
        [
            (150_000_000, "150.000", "NSNN (nghìn đồng)", [[150_000_000]]),
            (150_000_000, "150.000", "NSNN", []),
            (250_000, "250000000", "NSNN", []),
            (250_000, "-250000", "NSNN", []),
            (250_000, "(250000)", "NSNN", []),
            (150_000_000, "150.000.000", "NSNN", [[150_000_000]]),
        ],
        ids=range(6),
    )
    def test_money_of_an_ods_workbook_is_read_as_it_is_shown(
        self, tmp_path: Path, value: int, shown: str, heading: str, vnd: list[list[int]]
    ) -> None:
        rows = row(*HEADINGS, heading), row(*GOOD, cell(value, shown))
        assert vnd == paid(taken(open_document(tmp_path / "a.ods", *rows)))

    def test_a_number_shown_without_its_thousands_is_written_again_with_them(
        self, tmp_path: Path
    ) -> None:
        found = self._read(tmp_path, STATE, 150_000_000, "#,##0,")
        write_problems(tmp_path / "mend.xlsx", found, (*HEADINGS, STATE), "vi")
        (again,) = open_sheet(tmp_path / "mend.xlsx", Support).rows
        assert "150000 × 1000" == again[STATE]

    def test_a_day_of_an_ods_workbook_is_refused_if_words_are_shown_with_it(
        self, tmp_path: Path
    ) -> None:
        shown = cell(date(2024, 6, 5), "dự kiến 05/06/2024")
        found = taken(open_document(tmp_path / "a.ods", row(*HEADINGS), row(*GOOD[:3], shown)))
        assert [Fault.NOT_A_DATE] == codes(found)
        assert is_plain_day("Thứ Tư, 05/06/2024")


class TestCounts:
    """A count is a whole number of people, or of the things that the indicator counts."""

    @pytest.mark.parametrize(
        "text",
        ["45", "45 người", "45 đại biểu", "45 học viên", "45 cán bộ"],
        ids=range(5),
    )
    def test_a_headcount_may_be_followed_by_a_word_for_people(self, text: str) -> None:
        assert 45 == accepted(Training, HEADS, "Số người", text).headcount

    def test_turns_are_told_unless_the_heading_counts_them(self) -> None:
        record, (problem,) = one(Training, {**HEADS, "Số người": "45 lượt người"})
        assert (45, Fault.OTHER_SAYING) == (record.headcount, problem.code)
        row = {key: cell for key, cell in HEADS.items() if key != "Số người"}
        assert 45 == accepted(Training, row, "Số lượt người", "45 lượt người").headcount

    @pytest.mark.parametrize(
        ("text", "quoted"),
        [
            ("2 lớp", "“lớp”"),
            ("40 DN", "“DN”"),
            ("3 hồ sơ", "“hồ sơ”"),
            ("3 lượt", "“lượt”"),
            ("45 suất", "“suất”"),
            ("105%", "“%”"),
            ("45 Nguyễn Văn Mẫu", "“…”"),
        ],
        ids=range(7),
    )
    def test_a_headcount_of_other_things_is_refused(self, text: str, quoted: str) -> None:
        record, (problem,) = one(Training, {**HEADS, "Số người": text})
        assert (None, Fault.NOT_PEOPLE) == (record, problem.code)
        assert f"chưa hiểu đơn vị {quoted}; hãy chỉ ghi số người" == problem.message.vi

    @for_each(
        ("heading", "is_column"),
        [
            ("Số lượng", True),
            ("Số lượng (người)", True),
            ("Số lượng học viên", True),
            ("Số lượng (lớp)", False),
            ("Số lượng DN", False),
            ("Số lượng (doanh nghiệp)", False),
            ("Số người/lớp", False),
            ("Số học viên / khóa", False),
        ],
        ids=range(8),
    )
    def test_a_heading_of_other_things_is_not_a_headcount(
        self, heading: str, is_column: bool
    ) -> None:
        assert is_column == (column_of(heading, ("headcount",)) is not None)

    def test_a_headcount_under_a_named_heading_of_other_things_is_refused(self) -> None:
        rows = [{"Mã": "t1", "Ngày": "05/01/2024", "Số lượng (lớp)": 2}]
        columns = {"id": "Mã", "on": "Ngày", "headcount": "Số lượng (lớp)"}
        (problem,) = read(Training, rows, columns=columns).problems
        assert Fault.UNKNOWN_UNIT == problem.code
        assert "(người)" in problem.message.vi

    @pytest.mark.parametrize(
        ("indicator", "heading", "value", "figure"),
        [
            ("supported", "Giá trị", "310 DN", 310),
            ("supported", "Giá trị", "3 trăm DN", 300),
            ("models/city", "Giá trị", "5 mô hình", 5),
            ("trained/participations", "Giá trị", "2 nghìn lượt người", 2000),
            ("tfp-share", "Giá trị", "6,5%", 6.5),
            ("sample", "Giá trị", "12 hồ sơ", 12),
        ],
        ids=range(6),
    )
    def test_a_figure_may_be_followed_by_the_unit_of_its_indicator(
        self, indicator: str, heading: str, value: str, figure: float
    ) -> None:
        found = accepted(ReportedFigure, {**REPORT, "Chỉ tiêu": indicator}, heading, value)
        assert figure == float(found.value.low)

    @for_each(
        ("indicator", "heading", "value", "fault"),
        [
            ("supported", "Giá trị", "105%", Fault.OTHER_THINGS),
            ("supported", "Giá trị (%)", 105, Fault.OTHER_THINGS),
            ("supported", "Giá trị", "310 người", Fault.OTHER_THINGS),
            ("trained/persons", "Giá trị", "20 lớp", Fault.OTHER_THINGS),
            ("supported", "Giá trị", "10,5", Fault.NOT_WHOLE),
            ("supported", "Giá trị", 10.5, Fault.NOT_WHOLE),
            ("supported", "Giá trị", -5, Fault.NOT_WHOLE),
            ("trained/persons", "Giá trị", "1.250 nghìn người", Fault.AMBIGUOUS_NUMBER),
            ("sample", "Giá trị", "5 tỷ đồng", Fault.OTHER_THINGS),
        ],
        ids=range(9),
    )
    def test_a_figure_in_another_unit_is_refused(
        self, indicator: str, heading: str, value: object, fault: Fault
    ) -> None:
        bare = {name: each for name, each in REPORT.items() if name != "Giá trị"}
        assert fault == refused(ReportedFigure, {**bare, "Chỉ tiêu": indicator}, heading, value)[0]

    def test_a_figure_is_of_its_indicator_in_any_order_of_the_columns(self) -> None:
        """Here, the column of the value comes before the column of the indicator."""
        columns = {
            "value": "Giá trị",
            "indicator": "Chỉ tiêu",
            "id": "Mã",
            "period": "Năm",
            "issued": "Ngày báo cáo",
        }
        found = read(ReportedFigure, [{**REPORT, "Giá trị": "105%"}], columns=columns)
        assert [Fault.OTHER_THINGS] == codes(found)


class TestUnitsOfRows:
    """A column of units states the unit of the number beside it."""

    @pytest.mark.parametrize(
        "heading", ["ĐVT", "Đơn vị tính", "Đv tính", "Đơn vị tính (ĐVT)", "Unit", "Đơn vị"]
    )
    def test_money_is_in_the_unit_of_its_row(self, heading: str) -> None:
        found = supports(
            {"Mã": "s1", heading: "nghìn đồng", STATE: 150_000},
            {"Mã": "s2", heading: "triệu đồng", STATE: "1,5"},
            {"Mã": "s3", heading: None, STATE: None},
        )
        assert ([[150_000_000], [1_500_000], []], ()) == (paid(found), found.problems)
        assert heading not in found.unused

    @for_each(
        ("cells", "fault"),
        [
            ({"ĐVT": "USD", STATE: 150_000}, Fault.UNKNOWN_ROW_UNIT),
            ({"ĐVT": 5, STATE: 150_000}, Fault.UNKNOWN_ROW_UNIT),
            ({"ĐVT": "đ/người", STATE: 150_000}, Fault.UNKNOWN_ROW_UNIT),
            ({"ĐVT": "gói", STATE: 150_000}, Fault.UNKNOWN_ROW_UNIT),
            ({"ĐVT": "nghìn", "Số lượng": 2, STATE: 150_000}, Fault.UNKNOWN_ROW_UNIT),
            ({"ĐVT": "USD", "Số lượng": 2, STATE: 150_000}, Fault.UNKNOWN_ROW_UNIT),
            ({"ĐVT": "DN", STATE: 150_000}, Fault.CONTRARY_UNIT),
            ({"ĐVT": "nghìn đồng", STATE: "150 triệu"}, Fault.CONTRARY_UNIT),
            ({"ĐVT": "nghìn đồng", "NSNN (triệu đồng)": 150}, Fault.CONTRARY_UNIT),
            ({"ĐVT": "nghìn đồng", STATE: 150_000, "Nguồn khác": 150_000}, Fault.WHICH_COLUMN),
        ],
        ids=range(10),
    )
    def test_an_unknown_or_contradictory_unit_of_a_row_is_refused(
        self, cells: dict[str, object], fault: Fault
    ) -> None:
        assert [fault] == codes(supports(cells))

    def test_a_row_without_a_unit_is_refused_if_another_row_has_one(self) -> None:
        found = supports(
            {"Mã": "s1", "ĐVT": "triệu đồng", STATE: 150}, {"Mã": "s2", "ĐVT": None, STATE: 150_000}
        )
        assert [(2, Fault.NO_UNIT, "ĐVT")] == faults(found)

    @pytest.mark.parametrize(
        ("cells", "vnd"),
        [
            ({"ĐVT": "triệu đồng", "NSNN (triệu đồng)": 150}, 150_000_000),
            ({"ĐVT": None, "NSNN (triệu đồng)": 150}, 150_000_000),
            ({"ĐVT": "lớp", "Số lượng": 2, STATE: 150_000_000}, 150_000_000),
            ({"ĐVT": "gói", "Số lượng": 2, STATE: 150_000_000}, 150_000_000),
            ({"ĐVT": None, STATE: 150_000_000}, 150_000_000),
            ({"Đơn vị": "Sở Mẫu", STATE: 150_000_000}, 150_000_000),
            ({"ĐVT": "triệu đồng", STATE: "150 triệu"}, 150_000_000),
        ],
        ids=range(7),
    )
    def test_a_unit_that_agrees_or_is_of_another_number_is_accepted(
        self, cells: dict[str, object], vnd: int
    ) -> None:
        others = (
            {"Mã": "s0", "ĐVT": "triệu đồng"}
            if cells.get("ĐVT", "") is None and STATE not in cells
            else {}
        )
        found = supports(cells, *([others] if others else []))
        assert [vnd] in paid(found)
        assert () == found.problems

    @pytest.mark.parametrize(
        ("cells", "fault"),
        [
            ({"ĐVT": "triệu đồng", STATE: "150\n120"}, Fault.SEVERAL_LINES),
            ({"ĐVT": date(2024, 6, 5), STATE: 150_000}, Fault.UNKNOWN_ROW_UNIT),
        ],
    )
    def test_another_fault_is_reported_for_its_own_cell(
        self, cells: dict[str, object], fault: Fault
    ) -> None:
        assert [fault] == codes(supports(cells))

    def test_a_headcount_is_in_the_unit_of_its_row(self) -> None:
        rows = [
            {**HEADS, "Mã": f"t{n}", "ĐVT": unit, "Số lượng": 2}
            for n, unit in enumerate(("nghìn người", "lớp"))
        ]
        bare = [{name: each for name, each in one.items() if name != "Số người"} for one in rows]
        found = read(Training, bare)
        assert [2000] == [each.headcount for each in ordered(found)]
        assert [Fault.CONTRARY_UNIT] == codes(found)
        assert [10_000] == [each.things for each in found.register.unresolved]

    @pytest.mark.parametrize(("unit", "things"), [("nghìn người", 2000), ("người", 2)])
    def test_a_row_rejected_for_another_reason_stands_for_its_people_in_that_unit(
        self, unit: str, things: int
    ) -> None:
        found = read(Training, [{**HEADS, "ĐVT": unit, "Số người": 2, "Ngày": "?"}])
        assert [things] == [each.things for each in found.register.unresolved]

    @pytest.mark.parametrize(
        ("units", "heads"), [(("người", "học viên"), [2, 2]), (("người", "Sở Mẫu"), [2, 2])]
    )
    def test_a_column_of_units_may_name_offices_instead(
        self, units: Iterable[str], heads: list[int]
    ) -> None:
        found = read(
            Training,
            [
                {**HEADS, "Mã": f"t{n}", "Đơn vị": unit, "Số người": 2}
                for n, unit in enumerate(units)
            ],
        )
        assert heads == [each.headcount for each in ordered(found)]

    @pytest.mark.parametrize(
        ("indicator", "unit", "value", "expected"),
        [
            ("supported", "trăm DN", 3, [300]),
            ("trained/persons", "nghìn người", 2, [2000]),
            ("tfp-share", "%", "6,5", [6.5]),
            ("supported", "%", 105, []),
            ("?", "%", 105, []),
        ],
        ids=range(5),
    )
    def test_a_figure_is_in_the_unit_of_its_row(
        self, indicator: str, unit: str, value: object, expected: list[float]
    ) -> None:
        found = read(
            ReportedFigure,
            [{**REPORT, "Chỉ tiêu": indicator, "Đơn vị tính": unit, "Giá trị": value}],
        )
        assert expected == [float(each.value.low) for each in ordered(found)]


class TestStatedUnits:
    """A line about a unit of money names the unit, or only amounts with a unit are read."""

    @for_each(
        ("line", "unit"),
        [
            ("Kinh phí tính bằng nghìn đồng", "nghìn đồng"),
            ("(Số tiền: nghìn đồng)", "nghìn đồng"),
            ("Đv: nghìn đồng", "nghìn đồng"),
            ("Unit: thousand VND", "thousand VND"),
            ("BẢNG KINH PHÍ HỖ TRỢ (nghìn đồng)", "nghìn đồng"),
            ("BẢNG KINH PHÍ NĂM 2024 triệu đồng", "triệu đồng"),
            ("Đơn vị tiền: triệu đồng", "triệu đồng"),
            ("Ghi chú: kinh phí tính theo đơn vị nghìn đồng", "nghìn đồng"),
            ("Kinh phí tính bằng đồng.", "đồng"),
            ("Giá trị: 1.000 đồng", "1.000 đồng"),
            ("Kinh phí (tỷ)", "tỷ"),
            ("Amounts in VND million", "VND million?"),
            ("Số tiền: 000 đ", "000 đ"),
            ("Kinh phí: triệu đồng/DN", "triệu đồng/DN?"),
            ("NSNN: triệu đồng; nguồn khác: nghìn đồng", "triệu đồng, nghìn đồng?"),
            ("Riêng nguồn khác tính bằng triệu đồng", "triệu đồng?"),
            ("Số liệu bằng nghìn USD", "nghìn USD"),
            ("Đơn vị: nghìn USD, EUR", "nghìn USD, EUR"),
            ("Mức hỗ trợ tối đa 100 triệu đồng", None),
            ("Tổng kinh phí: 1.500 triệu đồng", None),
            ("Bằng chữ: Bốn trăm triệu đồng chẵn", None),
            ("Hỗ trợ hơn một tỷ đồng", None),
            ("Đơn vị: Công ty Triệu Phát", None),
            ("Đơn vị: Hội đồng mẫu", None),
            ("Danh sách hợp đồng, cộng đồng doanh nghiệp", None),
            ("Tỷ lệ đối ứng 50%", None),
            ("Lớp", None),
            ("Doanh nghiệp", None),
        ],
    )
    def test_a_line_names_a_unit_of_money_or_does_not_speak_of_one(
        self, line: str, unit: str | None
    ) -> None:
        assert unit == stated_in(line)
        assert (unit is not None) == speaks_of_money(line) or unit == "tỷ"

    @pytest.mark.parametrize(
        ("above", "below", "vnd"),
        [
            ("Kinh phí tính bằng nghìn đồng", None, [[150_000_000]]),
            ("Unit: thousand VND", "ĐVT: nghìn đồng", [[150_000_000]]),
            ("DANH SÁCH", "Ghi chú: kinh phí tính theo đơn vị nghìn đồng", [[150_000_000]]),
            ("DANH SÁCH", "(1.000 đồng)", [[150_000_000]]),
            ("ĐVT: triệu đồng", "Ghi chú: kinh phí tính bằng nghìn đồng", []),
            ("Số liệu bằng nghìn USD", None, []),
            ("Đơn vị: Công ty Triệu Phát", "Bằng chữ: Một trăm năm mươi triệu đồng", [[150_000]]),
        ],
        ids=range(7),
    )
    def test_a_line_above_or_below_a_table_states_the_unit_of_its_money(
        self, tmp_path: Path, above: str, below: str | None, vnd: list[list[int]]
    ) -> None:
        rows: list[tuple[Any, ...]] = [(above,), (*HEADINGS, STATE), (*GOOD, 150_000), (), (below,)]
        assert vnd == paid(taken(workbook(tmp_path / "a.xlsx", *rows)))


class TestPlausible:
    """Implausible amounts and years are rejected, with the value that may be meant."""

    def test_an_amount_above_the_limit_is_refused(self) -> None:
        row_ = {name: each for name, each in SUPPORT.items() if name != "NSNN"}
        assert (Fault.MUCH_MONEY, "150.000.000 đồng") == refused(
            Support, row_, "NSNN (triệu đồng)", 150_000_000
        )
        assert (Fault.MUCH_MONEY, None) == refused(Support, SUPPORT, STATE, MOST_MONEY + 1)
        assert MOST_MONEY == accepted(Support, SUPPORT, STATE, MOST_MONEY).funding[0].vnd

    @pytest.mark.parametrize(
        ("text", "suggestion"),
        [("12/06/2567", "12/06/2024"), ("12/06/2924", None), (date(2567, 6, 12), "12/06/2024")],
    )
    def test_a_day_in_a_far_year_is_refused(self, text: object, suggestion: str | None) -> None:
        assert (Fault.FAR_YEAR, suggestion) == refused(Support, SUPPORT, "Kết thúc", text)

    @pytest.mark.parametrize("text", ["2567", "2021-2567", "1905", "2025-2021"])
    def test_far_or_reversed_years_are_refused(self, text: str) -> None:
        assert Fault.NOT_YEARS == refused(ReportedFigure, REPORT, "Năm", text)[0]


class TestMerged:
    """A cell merged over several columns is the value of the first column only."""

    def _merged(self, place: str) -> Callable[[openpyxl.Workbook], None]:
        def more(book: openpyxl.Workbook) -> None:
            book.worksheets[0].merge_cells(place)

        return more

    @pytest.mark.parametrize(
        ("place", "cells"),
        [
            ("C2:D2", (*GOOD[:3], None)),
            ("C2:D2", (*GOOD[:2], date(2024, 1, 5), None)),
            ("A2:B2", ("s1", None, *GOOD[2:])),
        ],
        ids=range(3),
    )
    def test_a_cell_merged_over_two_columns_rejects_its_row(
        self, tmp_path: Path, place: str, cells: tuple[Any, ...]
    ) -> None:
        path = workbook(tmp_path / "a.xlsx", HEADINGS, cells, more=self._merged(place))
        found = taken(path)
        assert [Fault.MERGED] == codes(found)
        write_problems(tmp_path / "mend.xlsx", found, HEADINGS, "vi")
        again = open_sheet(tmp_path / "mend.xlsx", Support).rows[0]
        assert 1 == [again.get(heading) for heading in HEADINGS].count(None)

    def test_merged_groups_and_titles_do_no_harm(self, tmp_path: Path) -> None:
        rows = [("DANH SÁCH MẪU",), HEADINGS, ("Quý I năm 2024",), GOOD]

        def more(book: openpyxl.Workbook) -> None:
            for place in ("A1:D1", "A3:D3"):
                book.worksheets[0].merge_cells(place)

        found = taken(workbook(tmp_path / "a.xlsx", *rows, more=more))
        assert (1, 1, ()) == (found.accepted, found.without_data, found.problems)

    def test_a_cell_merged_over_a_column_that_is_not_read_does_no_harm(
        self, tmp_path: Path
    ) -> None:
        rows = [(*HEADINGS, "Ghi chú"), (*GOOD, None)]
        found = taken(workbook(tmp_path / "a.xlsx", *rows, more=self._merged("D2:E2")))
        assert 1 == found.accepted

    def test_only_a_value_fills_the_cells_merged_with_it(self) -> None:
        grid: list[list[object]] = [[None, None], [Formula("=A1"), None], [5, None]]
        fill_merged(grid, [(0, 0, 0, 1), (1, 0, 1, 1), (2, 0, 2, 1)])
        assert [[None, None], ["=A1", "=A1"]] == grid[:2]
        assert [5, ""] == [grid[2][0], repr(grid[2][1])]

    def test_an_id_is_not_made_of_a_merged_cell(self, tmp_path: Path) -> None:
        rows = [("Tên", *HEADINGS[1:]), ("Mẫu", None, *GOOD[2:])]
        sheet = open_sheet(
            workbook(tmp_path / "a.xlsx", *rows, more=self._merged("A2:B2")), Support
        )
        found = read(Support, sheet.rows, id_from=[HEADINGS[1]])
        assert {Fault.MERGED} == {*codes(found)}

    def test_a_row_with_a_merged_headcount_stands_for_the_most_heads(self, tmp_path: Path) -> None:
        rows = [("Mã", "Ngày", "Số người"), ("t1", "05/01/2024", None)]
        found = taken(workbook(tmp_path / "a.xlsx", *rows, more=self._merged("B2:C2")), Training)
        assert ([Fault.MERGED], [10_000]) == (
            codes(found),
            [each.things for each in found.register.unresolved],
        )


class TestEnterprises:
    """Words, two codes, and letters that only look alike are not a code."""

    @for_each(
        ("text", "fault", "suggestion"),
        [
            ("nt", Fault.DITTO, None),
            ("như trên", Fault.DITTO, None),
            ('"', Fault.DITTO, None),
            ("xem ghi chú", Fault.WORDS, None),
            ("đang xin cấp", Fault.WORDS, None),
            ("Chưa cung cấp", Fault.WORDS, None),
            ("Công ty TNHH A", Fault.WORDS, None),
            ("SAMPLE-0002, SAMPLE-0004", Fault.SEVERAL, None),
            ("SAMPLE-0002 và SAMPLE-0004", Fault.SEVERAL, None),
            ("SAMPLE-0002/SAMPLE-0004", Fault.SEVERAL, None),
            ("0100000010, 0100000028", Fault.SEVERAL, None),
            ("SAMPLE 0002", Fault.NOT_A_CODE, None),
            ("SAMPLE–0002", Fault.NOT_A_CODE, "SAMPLE-0002"),
            ("DN0100000010", Fault.NOT_A_CODE, "0100000010"),
            ("CCCD 001085012345", Fault.PERSONAL_NUMBER, None),
            ("S\u0410MPLE-0002", Fault.OTHER_LETTERS, None),
            ("SAMPLE-0OO2", Fault.LOOKALIKE, "SAMPLE-0002"),
        ],
        ids=range(17),
    )
    def test_a_cell_that_is_not_one_code_is_refused(
        self, text: str, fault: Fault, suggestion: str | None
    ) -> None:
        assert (fault, suggestion) == refused(Support, SUPPORT, "MST", text)

    @pytest.mark.parametrize(
        "text", ["nt", "Công ty mẫu", "CCCD001085012345", "MST 0100000010", "SAMPLE 1"]
    )
    def test_a_code_from_a_database_is_refused_as_well(self, text: str) -> None:
        typed = {"id": "s1", "enterprise": text, "started_on": date(2024, 1, 5)}
        assert 0 == load(Support, [typed]).accepted

    @pytest.mark.parametrize(
        "text", ["SAMPLE-0001", "0100000010", "0100000010-001", "0100000010001", "a1"]
    )
    def test_a_code_from_a_database_is_accepted(self, text: str) -> None:
        typed = {"id": "s1", "enterprise": text, "started_on": date(2024, 1, 5)}
        assert 1 == load(Support, [typed]).accepted

    def test_another_spelling_of_a_code_is_refused(self) -> None:
        with pytest.raises(Refused):
            refuse_no_code("01.0000.0010")


class TestPeople:
    """A detail that tells who a person is does not become a key, and is not repeated."""

    @pytest.mark.parametrize(
        "text",
        ["C0000001", "sample@example.vn", "CCCD001085012345", "tel0912345678", "HC C00000012"],
        ids=range(5),
    )
    def test_a_personal_detail_is_not_a_key(self, text: str) -> None:
        assert (Fault.PERSONAL_DETAIL, None) == refused(Training, TRAINING, "Mã người", text)
        assert 0 == load(Training, [{"id": "t1", "person": text, "on": date(2024, 1, 5)}]).accepted

    @for_each(
        ("text", "value"),
        [
            ("Nguyễn Văn Mẫu", "…"),
            ("HỒ VĂN HOÀN", "…"),
            ("C0000001", "…"),
            ("sample@example.vn", "…"),
            ("ĐT 0912.345.678", "…"),
            ("001085012345", "…"),
            ("khoảng tháng 6", "khoảng tháng 6"),
            ("30/6/24", "30/6/24"),
            ("chưa có", "chưa có"),
        ],
        ids=range(9),
    )
    def test_a_row_shifted_by_a_column_does_not_show_a_person(self, text: str, value: str) -> None:
        (problem,) = supports({"Kết thúc": text}).problems
        assert value == problem.value
        assert value == "…" or is_harmless(text)

    @pytest.mark.parametrize("number", ["001085012345", "0912345678"])
    def test_a_personal_number_is_in_no_message(self, number: str) -> None:
        found = read(Training, [{**HEADS, "Số người": number}])
        assert number.lstrip("0") not in repr(found.problems)

    @pytest.mark.parametrize(
        ("text", "seen"),
        [
            ("Đã hủy - Nguyễn Thị Mẫu", "Đã hủy - …"),
            ("ĐÃ HỦY - NGUYỄN THỊ MẪU", "ĐÃ HỦY - …"),
            ("Hoàn thành", "Hoàn thành"),
            ("DN giải thể", "DN giải thể"),
            ("Hủy theo QĐ 12/QĐ-MAU", "Hủy theo QĐ 12/QĐ-…"),
        ],
    )
    def test_a_remark_is_shown_without_names(self, text: str, seen: str) -> None:
        assert seen == only_known(text)

    def test_days_of_birth_are_not_shown(self) -> None:
        found = read(Training, [{**TRAINING, "Ngày sinh": "12/03/1985"}])
        assert (1, ()) == (found.accepted, found.telling)


def test_a_broken_workbook_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"PK")
    with pytest.raises(InvalidValue):
        files.open_sheet(tmp_path / "a.xlsx", Support)
