"""What the user gives or leaves out: it has an effect, and what contradicts it is told.

All data are made up.
"""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, SubElement

import openpyxl
import pytest

from each import for_each
from nsc_program import AssessmentBody, Support, Training
from nsc_program.cli import main
from nsc_program.errors import InvalidValue, RegisterConflict
from nsc_program.intake import Fault, find_columns, read
from nsc_program.intake._cells.dates import MonthFirst
from nsc_program.intake._cells.keys import refuse_ditto, refuse_numbers_of_people
from nsc_program.intake._headings.displayed import text_of
from nsc_program.intake._headings.event_days import is_founded_later
from nsc_program.intake._messages.problems import Refused
from nsc_program.intake._texts.plain_lines import is_plain_line
from nsc_program.intake._words.naming import names_another_area
from nsc_program.intake.files import open_sheet
from nsc_program.intake.files._ods_cells import value_of
from nsc_program.intake.files._seen_days import day_as_seen
from row_files import workbook, written
from rows import SUPPORT, TRAINING

Cells = Sequence[object]
HEADS = ("STT", "Mã hồ sơ", "Tên doanh nghiệp", "MST", "Ngày bắt đầu", "Ngày hoàn thành")
ROWS = (
    (1, "h1", "Công ty Sao Mai", "SAMPLE-1", date(2024, 1, 5), date(2024, 6, 30)),
    (2, "h2", "Công ty Hồ Gươm", "SAMPLE-2", date(2024, 2, 5), date(2024, 7, 26)),
)


def outcome(folder: Path, *rows: Cells, kind: str = "support", **options: Any) -> int:  # noqa: ANN401
    path = workbook(folder / "rows.xlsx", *rows, more=options.get("more"))
    words = ("--recorded-on", "2024-12-31", *options.get("words", ()))
    return main(["intake", kind, str(path), "-o", str(folder / "out.json"), *words])


def named(name: str) -> Cells:
    return (3, "h3", name, "SAMPLE-3", date(2024, 3, 5), None)


class TestGivenValues:
    """Names and lines that contradict a value given for all rows are told."""

    @pytest.mark.parametrize(
        ("value", "name"),
        [
            *(("Doanh nghiệp", "Hộ kinh doanh Mẫu"), ("Doanh nghiệp", "HTX Du lịch")),
            *(("Doanh nghiệp", "Tổ hợp tác Rau"), ("HTX", "Công ty TNHH Mẫu"), ("HTX", "HKD Mẫu")),
            *(("Hộ kinh doanh", "HTX Du lịch"), ("Hộ kinh doanh", "Doanh nghiệp tư nhân Mẫu")),
        ],
    )
    def test_a_name_of_another_kind(self, tmp_path: Path, value: str, name: str) -> None:
        words = ("--value", f"kind={value}")
        assert 1 == outcome(tmp_path, HEADS, named(name), words=words)
        ignored = (*words, "--ignore", "Tên doanh nghiệp")
        assert 0 == outcome(tmp_path, HEADS, named(name), words=ignored)

    @pytest.mark.parametrize(
        ("value", "name"),
        [("Doanh nghiệp", "Công ty Mẫu"), ("HTX", "HTX Mẫu"), ("Hộ kinh doanh", "Hộ ông Mẫu")],
    )
    def test_a_name_of_the_same_kind(self, tmp_path: Path, value: str, name: str) -> None:
        assert 0 == outcome(tmp_path, HEADS, named(name), words=("--value", f"kind={value}"))

    @pytest.mark.parametrize(
        ("value", "line", "code"),
        [
            *(("kind=Doanh nghiệp", "Hợp tác xã", 1), ("kind=HTX", "Doanh nghiệp", 1)),
            *(("kind=HTX", "Hợp tác xã", 0), ("level=Cấp bộ", "Cấp thành phố", 1)),
            *(("level=TP", "Cấp Bộ", 1), ("level=TP", "Cấp thành phố", 0)),
            ("kind=HTX", "Doanh nghiệp, hợp tác xã", 0),
        ],
    )
    def test_a_line(self, tmp_path: Path, value: str, line: str, code: int) -> None:
        heads, *rows = [(*row[:2], *row[3:]) for row in (HEADS, *ROWS)]
        words = ("--value", value)
        beneath = (heads, ("I", line), *rows)
        assert code == outcome(tmp_path, *beneath, words=words)
        assert code == outcome(tmp_path, (f"DANH SÁCH {line.upper()}",), heads, *rows, words=words)
        assert 0 == outcome(tmp_path, *beneath, words=(*words, "--ignore", line))

    def test_a_value_that_is_not_known_is_not_compared(self, tmp_path: Path) -> None:
        path = workbook(tmp_path / "rows.xlsx", ("DANH SÁCH HỢP TÁC XÃ",), HEADS, *ROWS)
        for given in (["kind"], {"kind": "x"}, {"kind": None, "funding.x": "1"}):
            assert () == open_sheet(path, Support, given=given).assumed
        assert ("DANH SÁCH HỢP TÁC XÃ",) == open_sheet(
            path, Support, given={"kind": "Doanh nghiệp"}
        ).assumed


class TestIgnored:
    """A column that is left out is not read, and a text that is nowhere is named."""

    def test_a_column_that_would_be_read(self, tmp_path: Path) -> None:
        ignored = ("--ignore", "Ngày hoàn thành")
        assert 2 == outcome(tmp_path, HEADS, *ROWS, words=ignored)
        declared = (*ignored, "--column", "completed_on=")
        assert 0 == outcome(tmp_path, HEADS, *ROWS, words=declared)
        assert "completed_on" not in (tmp_path / "out.json").read_text()
        found = read(Support, [SUPPORT], ignored=["Kết thúc"])
        assert [Fault.NO_COLUMN] == [problem.code for problem in found.problems]

    def test_a_column_that_is_also_named_is_refused(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        heading = "Ngày hoàn thành"
        words = ("--ignore", heading, "--column", f"completed_on={heading}")
        assert 2 == outcome(tmp_path, HEADS, *ROWS, words=words)
        assert "vừa bị bỏ qua" in capsys.readouterr().err
        with pytest.raises(InvalidValue):
            read(Support, [SUPPORT], columns={"completed_on": "Kết thúc"}, ignored=["Kết thúc"])

    @pytest.mark.parametrize("text", ["Không có thật", "Ghi chu"])
    def test_a_text_that_is_nowhere(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str
    ) -> None:
        assert 0 == outcome(tmp_path, HEADS, *ROWS, words=("--ignore", text))
        assert f"--ignore “{text}”: tệp không có" in capsys.readouterr().err

    @pytest.mark.parametrize("text", ["STT", "công ty sao mai", "Sheet", "Tên doanh nghiệp"])
    def test_a_text_that_is_there(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str
    ) -> None:
        outcome(tmp_path, HEADS, *ROWS, words=("--ignore", text))
        assert "tệp không có" not in capsys.readouterr().err

    def test_a_csv_file(self, tmp_path: Path) -> None:
        path = written(tmp_path, "Mã,MST,Bắt đầu,Kết thúc\ns1,SAMPLE-1,05/01/2024,\n")
        assert ("x y",) == open_sheet(path, Support, ignored=["x y", "MST"]).unknown


class TestHeadings:
    """Headings of parts, of periods, and those that are only presumed."""

    @pytest.mark.parametrize(
        ("first", "second"),
        [
            *(("NSNN năm 2024", "NSNN năm 2025"), ("NSNN 2024", "DN 2024"), ("Đợt 1", "Đợt 2")),
            *(("Lần 1", "Lần 2"), ("Quý 1", "Quý 2")),
        ],
    )
    @pytest.mark.parametrize("merged", [True, False])
    def test_parts_with_digits_are_headings(
        self, tmp_path: Path, first: str, second: str, *, merged: bool
    ) -> None:
        def more(book: openpyxl.Workbook) -> None:
            sheet = book.worksheets[0]
            sheet.merge_cells("G1:H1")
            for column in "ABCDEF":
                sheet.merge_cells(f"{column}1:{column}2")

        rows = (
            (*HEADS, "Kinh phí", None),
            (*[None] * 6, first, second),
            *((*row, 1_000_000, 2_000_000) for row in ROWS),
        )
        path = workbook(tmp_path / "rows.xlsx", *rows, more=more if merged else None)
        sheet = open_sheet(path, Support)
        headings = (f"Kinh phí › {first}", f"Kinh phí › {second}")
        assert headings == sheet.headings[6:]
        found = read(Support, sheet.rows, first_row=sheet.first_row)
        assert headings == tuple(column.heading for column in found.telling)

    def test_numbers_of_columns_are_not_headings(self, tmp_path: Path) -> None:
        rows = (*HEADS, "Kinh phí", None), (*[None] * 6, "(1)", "(2)"), (*ROWS[0], 1, 2)
        assert "Kinh phí" in open_sheet(workbook(tmp_path / "a.xlsx", *rows), Support).headings

    @pytest.mark.parametrize(("year", "faults"), [("2024", []), ("2023", [Fault.OTHER_PERIOD])])
    def test_a_heading_that_names_a_year(self, year: str, faults: list[Fault]) -> None:
        row = {name: cell for name, cell in SUPPORT.items() if name != "Kết thúc"}
        rows = [{**row, f"Kết thúc › Năm {year}": "30/06/2024"}]
        assert faults == [problem.code for problem in read(Support, rows).problems]
        money = [{**SUPPORT, f"Năm {year} › NSNN": 1_000_000}]
        assert faults == [problem.code for problem in read(Support, money).problems]
        blank = [{**SUPPORT, f"Năm {year} › NSNN": None}]
        assert [] == [problem.code for problem in read(Support, blank).problems]

    @pytest.mark.parametrize("heading", ["Ngày thanh lý hợp đồng", "Ngày thanh lý"])
    def test_the_day_of_liquidation_must_be_confirmed(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str], heading: str
    ) -> None:
        rows = ((*HEADS[:5], heading), *ROWS)
        assert 1 == outcome(tmp_path, *rows)
        confirmed = ("--column", f"completed_on={heading}")
        assert " ".join(confirmed).replace("=", "=")[9:] in capsys.readouterr().out
        assert 0 == outcome(tmp_path, *rows, words=confirmed)
        assert (
            ()
            == open_sheet(
                workbook(
                    tmp_path / "b.xlsx", (*HEADS[:5], "Ngày nghiệm thu, thanh lý hợp đồng"), *ROWS
                ),
                Support,
            ).presumed
        )

    def test_the_day_of_strengthening_is_found(self) -> None:
        found = find_columns(AssessmentBody, ["Ngày tăng cường năng lực"]).headings
        assert {"strengthened_on": "Ngày tăng cường năng lực"} == found


class TestOrderOfDays:
    """A day that is shown with the month first is not taken for another day."""

    @staticmethod
    def formatted(*formats: str) -> Any:  # noqa: ANN401
        def more(book: openpyxl.Workbook) -> None:
            for number, code in enumerate(formats, 2):
                cell = book.worksheets[0].cell(number, 6, date(2024, 6, 5))
                cell.number_format = code

        return more

    @pytest.mark.parametrize("code", ["mm/dd/yyyy", "[$-409]m/d/yyyy;@", "mm-dd-yyyy", "m.d.yy"])
    def test_a_day_among_others(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str], code: str
    ) -> None:
        assert 1 == outcome(tmp_path, HEADS, *ROWS, more=self.formatted("dd/mm/yyyy", code))
        assert "06/05/2024" in capsys.readouterr().out

    @pytest.mark.parametrize("code", ["dd/mm/yyyy", "mm-dd-yy", "d mmmm yyyy", "mmm d, yyyy"])
    def test_other_formats(self, tmp_path: Path, code: str) -> None:
        assert 0 == outcome(tmp_path, HEADS, *ROWS, more=self.formatted("dd/mm/yyyy", code))

    def test_a_table_of_such_days(self) -> None:
        early, late, usual = MonthFirst(2024, 6, 5), MonthFirst(2024, 6, 30), date(2024, 1, 20)
        begun = {**SUPPORT, "Bắt đầu": MonthFirst(2024, 1, 20)}
        rows = [{**begun, "Kết thúc": early}, {**begun, "Mã": "s2", "Kết thúc": late}]
        assert () == read(Support, rows).problems
        (problem,) = read(Support, [rows[0], {**rows[1], "Bắt đầu": usual}]).problems
        assert (1, Fault.DAY_OR_MONTH) == (problem.row, problem.code)

    @pytest.mark.parametrize(
        ("shown", "expected"),
        [("05/06/2024", MonthFirst), ("06/05/2024", date), ("2024-05-06", date)],
    )
    def test_a_cell_of_an_open_document(self, shown: str, expected: type[date]) -> None:
        of = "urn:oasis:names:tc:opendocument:xmlns:"
        office, text = f"{of}office:1.0", f"{of}text:1.0"
        cell = Element("cell", {f"{{{office}}}value-type": "date"})
        cell.set(f"{{{office}}}date-value", "2024-05-06")
        SubElement(cell, f"{{{text}}}p").text = shown
        assert expected is type(value_of(cell))

    @for_each("value", ["1E+400", "1E+999999999", "-1E+309", "1E-999999999", "Infinity", "NaN"])
    def test_a_number_that_no_sheet_can_hold_is_a_text(self, value: str) -> None:
        office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
        cell = Element("cell", {f"{{{office}}}value-type": "float", f"{{{office}}}value": value})
        assert value == value_of(cell)

    def test_a_moment_keeps_its_time(self) -> None:
        moment = datetime.fromisoformat("2024-06-05T08:30")
        seen = day_as_seen(moment, "mm/dd/yyyy hh:mm")
        assert (seen, text_of(seen)) == (moment, "06/05/2024")


class TestPeople:
    """A citizen's number does not enter the register, in whatever column it stands."""

    @for_each(
        "text",
        [
            *("5S 001190000777", "CCCD 001 190 000 777", "số 001.190.000.777", "CMND 12345678"),
            *(1190000777, "căn cước công dân số 001190000777", "111222333444"),
        ],
    )
    @for_each("heading", ["Nội dung", "Văn bản", "Địa bàn"])
    def test_in_words(self, heading: str, text: object) -> None:
        (problem,) = read(Training, [{**TRAINING, heading: text}]).problems
        assert Fault.PERSONAL_NUMBER is problem.code
        assert "777" not in problem.value

    @pytest.mark.parametrize(
        "text", ["12/QĐ-SKHCN ngày 05/06/2024", "MST 0100000010", 2024, 10**20]
    )
    def test_other_numbers(self, text: object) -> None:
        refuse_numbers_of_people(text, is_key=False)
        assert 1 == read(Training, [{**TRAINING, "Nội dung": "5S"}]).accepted

    def test_in_keys(self) -> None:
        refuse_numbers_of_people("20240101000001", is_key=True)
        with pytest.raises(Refused):
            refuse_numbers_of_people("001190000777", is_key=True)


class TestAreas:
    """A list of the nation, of a ministry or of another programme is told."""

    @pytest.mark.parametrize(
        "line",
        [
            *("BỘ KHOA HỌC VÀ CÔNG NGHỆ", "TỔNG CỤC TIÊU CHUẨN ĐO LƯỜNG CHẤT LƯỢNG"),
            *("DANH SÁCH DOANH NGHIỆP CỦA CẢ NƯỚC", "Chương trình 712", "Đề án số 100"),
            *("Đơn vị báo cáo: Bộ Công Thương", "Sản phẩm OCOP"),
        ],
    )
    @pytest.mark.parametrize("kind", ["support", "assessment-body"])
    def test_told(self, tmp_path: Path, line: str, kind: str) -> None:
        heads = ("Mã", "Số đăng ký", "Tên tổ chức", "Lĩnh vực", "Ngày tăng cường năng lực")
        body = ("b1", "LAS 1", "Viện A", "Thử nghiệm", date(2024, 1, 5))
        rows = (HEADS, *ROWS) if kind == "support" else (heads, body)
        words = () if kind == "support" else ("--column", "conforming_since=")
        line = line.replace("DOANH NGHIỆP", "TỔ CHỨC") if kind != "support" else line
        expected = 0 if (kind, line) == ("support", "DANH SÁCH DOANH NGHIỆP CỦA CẢ NƯỚC") else 1
        assert expected <= outcome(tmp_path, (line,), *rows, kind=kind, words=words)
        assert 0 == outcome(tmp_path, *rows, kind=kind, words=words)

    @pytest.mark.parametrize(
        "line",
        [
            *("SỞ KHOA HỌC VÀ CÔNG NGHỆ", "Kính gửi: Bộ Khoa học và Công nghệ", "Bộ phận A"),
            *("Theo Chương trình quốc gia về năng suất", "Tiêu chuẩn quốc gia"),
        ],
    )
    def test_lists_of_the_city(self, line: str) -> None:
        assert not names_another_area(line)

    @pytest.mark.parametrize(
        ("cell", "code"),
        [("Chương trình 712", 1), ("Khuyến công", 1), ("NSCL", 0), ("Kế hoạch 149/KH-UBND", 0)],
    )
    def test_a_column_of_programmes(self, tmp_path: Path, cell: str, code: int) -> None:
        rows = ((*HEADS, "Chương trình"), (*ROWS[0], cell))
        assert code == outcome(tmp_path, *rows)

    @for_each(
        "line",
        [
            *("SỞ DÂN TỘC VÀ TÔN GIÁO", "SỞ QUY HOẠCH - KIẾN TRÚC", "THANH TRA THÀNH PHỐ"),
            *("CỤC THỐNG KÊ THÀNH PHỐ HÀ NỘI", "UBND XÃ ĐA TỐN", "UBND PHƯỜNG ĐA TỐN"),
            *("LIÊN HIỆP CÁC HỘI KHOA HỌC VÀ KỸ THUẬT HÀ NỘI", "SỞ NGOẠI VỤ", "HỘI NÔNG DÂN"),
            "TRUNG TÂM KHUYẾN CÔNG VÀ TƯ VẤN PHÁT TRIỂN CÔNG NGHIỆP",
            "BAN QUẢN LÝ KHU CÔNG NGHỆ CAO HÒA LẠC",
        ],
    )
    def test_offices_are_plain(self, line: str) -> None:
        assert is_plain_line(line, "Support")
        assert is_plain_line(line, "Training")

    @pytest.mark.parametrize(
        "line",
        [
            *("SỞ ĐỀ NGHỊ HỦY", "UBND XÃ CHƯA DUYỆT", "BAN TỔ CHỨC", "HỘI VẮNG MẶT"),
            "DANH SÁCH KHUYẾN CÔNG",
        ],
    )
    def test_other_lines_are_not(self, line: str) -> None:
        assert not is_plain_line(line, "Support")


class TestSheets:
    """Other sheets, and one id on several sheets."""

    def test_a_sheet_of_choices_is_not_told(self, tmp_path: Path) -> None:
        def more(book: openpyxl.Workbook) -> None:
            for word in ("Doanh nghiệp", "Hợp tác xã", "Cấp thành phố", "Cấp bộ"):
                (book["DM"] if "DM" in book.sheetnames else book.create_sheet("DM")).append([word])

        assert 0 == outcome(tmp_path, HEADS, *ROWS, more=more)

    def test_one_id_on_two_sheets_is_told_with_its_places(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        def more(book: openpyxl.Workbook) -> None:
            sheet = book.create_sheet("B")
            for row in (HEADS, (1, "h1", "Công ty Khác", "SAMPLE-9", date(2024, 1, 5), None)):
                sheet.append(row)

        sheets = ("--sheet", "Sheet", "--sheet", "B")
        assert 2 == outcome(tmp_path, HEADS, *ROWS, more=more, words=sheets)
        printed = capsys.readouterr().err
        assert "trang “Sheet” dòng 2; trang “B” dòng 2" in printed
        assert "Support" not in printed
        made = (*sheets, "--id-from", "Ngày bắt đầu")
        assert 2 == outcome(tmp_path, HEADS, *ROWS, more=more, words=made)
        assert "các trang tính." in capsys.readouterr().err

    def test_a_conflict_names_the_class_in_vietnamese(self) -> None:
        (problem,) = RegisterConflict(("Training", "t1", None)).problems
        assert "Training" not in problem.message.vi

    def test_a_column_that_is_not_read_is_told_with_its_rows(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        rows = [(*ROWS[0][:1], f"h{number}", *ROWS[0][2:], "?") for number in range(5)]
        assert 1 == outcome(tmp_path, (*HEADS, "Đặc điểm"), *rows)
        assert "(5: dòng 2, 3, 4, …)" in capsys.readouterr().out


class TestSmallThings:
    """Cells that repeat the cell above, and enterprises that were founded later."""

    def test_a_topic_that_says_as_above(self) -> None:
        for text in ("nt", "như trên", '"'):
            (problem,) = read(Training, [{**TRAINING, "Nội dung": text}]).problems
            assert Fault.DITTO is problem.code
        refuse_ditto(" ")
        refuse_ditto(5)

    @for_each(
        ("cell", "expected"),
        [
            *(("15/6/2025", True), (date(2025, 6, 15), True), (2025, True), ("năm 2025", True)),
            *(("1/1/2010", False), (2024, False), ("không rõ", False), (date(2010, 1, 1), False)),
        ],
    )
    def test_an_enterprise_founded_later_is_told(self, cell: object, *, expected: bool) -> None:
        found = read(Support, [{**SUPPORT, "Ngày thành lập": cell}])
        assert expected is bool(found.telling)
        assert not is_founded_later("Ngày sinh", cell, {"completed_on": date(2024, 6, 30)})
        assert not is_founded_later("Ngày thành lập", cell, {})

    def test_a_blank_cell_is_not_shown_as_a_word(self) -> None:
        rows = [{**TRAINING, "Mã người": None, "Số người": None}]
        (problem,) = read(Training, rows).problems
        assert "" == problem.value
