"""What is not understood beside, in or above the columns is told. Every row is made up."""

from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.comments import Comment

from each import for_each
from nsc_program import AssessmentBody, Expert, Level, PilotModel, Support, Training
from nsc_program.cli import main
from nsc_program.errors import InvalidValue
from nsc_program.intake import Fault, Intake, find_columns, read
from nsc_program.intake._cells.read_texts import verdict_of_text
from nsc_program.intake._cells.verdicts import Verdict
from nsc_program.intake._headings.agreeing import agrees
from nsc_program.intake._headings.answers import is_answered
from nsc_program.intake._headings.ordinary import is_ordinary
from nsc_program.intake._lines.stated_days import contradicting
from nsc_program.intake._words.stated_units import stated_in
from nsc_program.intake.files import open_sheet
from nsc_program.intake.files._comments import doubts
from nsc_program.records import AnyRecord
from row_files import as_csv, written
from rows import ROW_OF, SUPPORT, TRAINING


def told(heading: str, *cells: object, kind: type[AnyRecord] = Support, **more: Any) -> list[str]:  # noqa: ANN401
    """The headings that are told beside rows with these cells under a heading."""
    return [each.heading for each in beside(heading, *cells, kind=kind, **more).telling]


def beside(
    heading: str,
    *cells: object,
    kind: type[AnyRecord] = Support,
    **more: Any,  # noqa: ANN401
) -> Intake:
    """Read rows of a class with these cells under a heading."""
    rows = [{**ROW_OF[kind], "Mã": f"s{n}", heading: cell} for n, cell in enumerate(cells)]
    return read(kind, rows, **more)


class TestUnreadColumns:
    """A column beneath a heading that is not known to be harmless is told, whatever it says."""

    @for_each(
        ("heading", "cells"),
        [
            ("Tình trạng › Dừng", ["x", None]),
            ("NT", ["Rồi", "Chưa"]),
            ("KQ", ["Đ", "KĐ"]),
            ("Đạt/Không đạt", ["Không"]),
            ("IsDeleted", ["FALSE", "TRUE"]),
            ("Deleted", [0, 1]),
            ("Tính vào KH", ["Có", "Không"]),
            ("SL", [2, 1]),
            ("Đã đối chiếu", ["x", None]),
            ("Kết quả xác minh", ["x", None]),
            ("Kinh phí (triệu đồng) › Khác", [50]),
            ("Vốn vay (triệu đồng)", [150]),
            ("Là HTX", ["Có", "Không"]),
            ("Một điều chưa ai nghĩ tới", ["vâng"]),
            ("", ["x"]),
        ],
    )
    def test_of_a_support(self, heading: str, cells: list[object]) -> None:
        assert [heading] == told(heading, *cells)

    @for_each(
        ("kind", "heading", "cell"),
        [
            (AssessmentBody, "Năng lực", "Chưa đáp ứng"),
            (AssessmentBody, "Mức độ đáp ứng", "60%"),
            (PilotModel, "Hiệu lực", "Hết"),
            (PilotModel, "Duy trì", "Không"),
            (PilotModel, "Nhân rộng cả nước", "x"),
            (PilotModel, "Lần công nhận", 2),
            (Expert, "Hình thức", "Cấp lại"),
            (Expert, "Trình độ", "Quốc tế"),
            (Training, "Tham dự", "Không"),
            (Training, "Số buổi tham dự", 0),
        ],
    )
    def test_of_another_class(self, kind: type[AnyRecord], heading: str, cell: object) -> None:
        assert [heading] == told(heading, cell, kind=kind)

    def test_its_values_are_counted(self) -> None:
        (column,) = beside("NT", "Rồi", "Rồi", "Chưa").telling
        assert (("Rồi", 2), ("Chưa", 1)) == column.values

    def test_it_does_not_reject_its_rows(self) -> None:
        found = beside("NT", "Rồi", "Chưa")
        assert (2, False) == (found.accepted, found.is_understood)

    def test_the_caller_may_ignore_it(self) -> None:
        assert [] == told("NT", "Rồi", "Chưa", ignored=["NT"])

    @pytest.mark.parametrize("cell", [None, "", "-", "…"])
    def test_without_a_filled_cell_it_passes(self, cell: object) -> None:
        assert [] == told("NT", cell)


class TestHarmlessHeadings:
    """Names, places, papers and the content of the work do not decide how a row counts."""

    @for_each(
        ("heading", "cell"),
        [
            ("Tên doanh nghiệp", "Công ty Mẫu"),
            ("Người liên hệ › Điện thoại", "0900000000"),
            ("Địa chỉ / Address", "Hà Nội"),
            ("Số hợp đồng (*)", "12/HĐ"),
            ("Hợp đồng số", "12/HĐ"),
            ("Doanh thu (tỷ đồng)", 12),
            ("Diện tích (m2)", 12),
            ("Nội dung hỗ trợ", "Tư vấn (ISO 9001:2015)"),
            ("Ngày thành lập", date(2010, 1, 1)),
            ("Kết quả đạt được", "Giảm 20% lãng phí"),
            ("Năm hoàn thành", 2024),
            ("Hình thức", "Trực tuyến"),
            ("Tỉnh/TP", "Hà Nội"),
            ("SL", 1),
            ("Có mặt", "x"),
        ],
    )
    def test_ordinary_columns_pass(self, heading: str, cell: object) -> None:
        assert [] == told(heading, cell)

    def test_numbers_of_rows_need_no_heading(self) -> None:
        assert [] == told("[1]", 1, 2)
        assert ["[1]"] == told("[1]", 1, 5)

    def test_a_total_passes_beside_its_parts(self) -> None:
        row = {**SUPPORT, "NSNN (triệu đồng)": 150, "Tổng kinh phí (triệu đồng)": 150}
        assert () == read(Support, [row]).telling
        assert [] != told("Tổng kinh phí (triệu đồng)", 150)

    def test_an_amount_passes_in_a_class_without_money(self) -> None:
        assert [] == told("Kinh phí (triệu đồng)", 150, kind=Training)
        assert [] != told("Kinh phí (triệu đồng)", 150)

    @for_each(
        ("heading", "cell"),
        [
            ("Nội dung hỗ trợ", "Khảo sát (chưa tư vấn)"),
            ("Số biên bản nghiệm thu", "chờ"),
            ("Tên doanh nghiệp", "Hợp tác xã Xanh"),
            ("Tên doanh nghiệp", "Hộ kinh doanh Lan"),
            ("Tỉnh/TP", "Hưng Yên"),
            ("Điểm", 3),
            ("Giảng viên", "x"),
            ("Thẻ", "chưa cấp"),
            ("Số buổi", 0),
        ],
    )
    def test_a_cell_that_says_more_is_told(self, heading: str, cell: object) -> None:
        assert [heading] == told(heading, cell)

    def test_a_name_decides_nothing_if_the_kind_is_known(self) -> None:
        assert [] == told("Tên doanh nghiệp", "HTX Xanh", values={"kind": "HTX"})

    def test_a_heading_of_several_parts_is_ordinary_if_all_are(self) -> None:
        headings = ("Thông tin chung › Điện thoại", "Tình trạng › Tên", "Tên (cũ)", "Thông tin")
        assert [True, False, False, False] == [is_ordinary(heading) for heading in headings]

    def test_an_aside_of_numbers_and_standards_says_nothing_more(self) -> None:
        asides = ("Lean (2 ngày)", "Lean (nâng cao, 2 ngày)", "Lean (sẽ làm sau)")
        assert [[], [], ["Nội dung"]] == [told("Nội dung", text) for text in asides]

    def test_accents_count_where_a_heading_has_them(self) -> None:
        headings = ("Số đt", "So dt", "Khoá học", "Khóa học", "Hồ", "Nhẫn vien")
        assert [is_ordinary(heading) for heading in headings] == [True] * 4 + [False] * 2
        assert ["Năm"] == told("Năm", 2025)

    def test_only_known_answers_pass(self) -> None:
        assert [True, False] == [is_answered("Có mặt", text) for text in ("✓", "không")]


class TestBlankCells:
    """A blank cell beside filled ones does not answer what every row should answer."""

    @pytest.mark.parametrize(
        "heading", ["Nghiệm thu", "Xong", "Đã hoàn thành", "Có mặt", "Ký nhận"]
    )
    def test_it_is_told(self, heading: str) -> None:
        found = beside(heading, "x", None)
        assert [(heading, (("x", 1), ("", 1)))] == [
            (each.heading, each.values) for each in found.telling
        ]

    def test_it_passes_in_a_row_that_is_not_done(self) -> None:
        open_ = {**SUPPORT, "Mã": "s2", "Kết thúc": None, "Nghiệm thu": "-"}
        assert () == read(Support, [{**SUPPORT, "Nghiệm thu": "x"}, open_]).telling

    def test_it_passes_if_no_cell_is_filled(self) -> None:
        assert [] == told("Nghiệm thu", None, None)


DAYS = {"started_on": date(2023, 3, 1), "completed_on": date(2024, 9, 30)}


class TestYears:
    """A year, quarter or month beside the days of a row agrees with them, or is told."""

    @for_each(
        ("heading", "cell"),
        [
            ("Năm hoàn thành", 2024),
            ("Năm hoàn thành", "Năm 2024"),
            ("Năm bắt đầu", 2023),
            ("Năm thực hiện", "2023-2024"),
            ("Quý hoàn thành", "III/2024"),
            ("Quý hoàn thành", 3),
            ("Tháng hoàn thành", "9/2024"),
            ("Tháng hoàn thành", "T9"),
            ("Thời gian thực hiện", "03/2023 - 09/2024"),
            ("Thời gian thực hiện", "từ 01/03/2023 đến 30/09/2024"),
        ],
    )
    def test_it_agrees(self, heading: str, cell: object) -> None:
        assert agrees(heading, cell, DAYS)

    @for_each(
        ("heading", "cell"),
        [
            ("Năm hoàn thành", 2023),
            ("Năm thực hiện", 2026),
            ("Tháng hoàn thành", 12),
            ("Tháng thực hiện", 9),
            ("Quý hoàn thành", "II"),
            ("Năm hoàn thành", "sau"),
            ("Năm hoàn thành", "-"),
            ("Lớp", 2024),
            ("Thời gian thực hiện", "03/2023 - 12/2024"),
            ("Thời gian thực hiện", "6 tháng"),
        ],
    )
    def test_it_does_not_agree(self, heading: str, cell: object) -> None:
        assert not agrees(heading, cell, DAYS)

    def test_it_agrees_with_nothing_in_a_row_without_days(self) -> None:
        assert not agrees("Năm hoàn thành", 2024, {})
        assert not agrees("Thời gian", "03/2023 - 09/2024", {})


class TestGivenValues:
    """A value for all rows is checked as a cell is, and a column that says otherwise rejects."""

    @pytest.mark.parametrize(
        ("heading", "cell", "name", "value"),
        [
            ("Cấp", "Bộ", "level", "Thành phố"),
            ("Cấp", "không rõ", "level", "Thành phố"),
            ("Loại hình", "Hợp tác xã", "kind", "Doanh nghiệp"),
            ("Đã xác minh", "chưa", "verified", "x"),
            ("Đã xác minh", None, "verified", "x"),
            ("Kinh phí NSNN (triệu đồng)", 150, "funding.state-budget", 0),
            ("MST", 100000010, "enterprise", "SAMPLE-9"),
        ],
    )
    def test_another_value_in_a_row(
        self, heading: str, cell: object, name: str, value: object
    ) -> None:
        found = beside(heading, cell, values={name: value})
        assert [(heading, Fault.OTHER_VALUE)] == [
            (problem.column, problem.code) for problem in found.problems
        ]
        assert 1 == beside(heading, cell, values={name: value}, ignored=[heading]).accepted

    def test_the_same_value_in_a_row(self) -> None:
        found = beside("Cấp", "Bộ", None, values={"level": "cấp bộ"})
        assert (2, ()) == (found.accepted, found.telling)
        (record,) = beside("Cấp", "Bộ", values={"level": "bộ"}).register.records
        assert isinstance(record, Support)
        assert Level.MINISTRY is record.level

    def test_a_day_after_the_day_of_recording_is_refused(self) -> None:
        given = {"on": "13/06/2026"}
        with pytest.raises(InvalidValue, match="after the day of recording"):
            read(Training, [], values=given, recorded_on=date(2025, 12, 31))
        read(Training, [], values=given, recorded_on=date(2026, 12, 31))
        own = {"Mã": "t", "Ngày nhập": "01/07/2026"}
        read(Training, [own], values=given, recorded_on=date(2025, 12, 31))

    @pytest.mark.parametrize(
        ("kind", "name", "value", "code"),
        [
            (Training, "topic", "Lớp 5S (đã hủy)", "cancelled"),
            (PilotModel, "decision", "đang trình", "not-done"),
        ],
    )
    def test_a_text_that_denies_the_record_is_refused(
        self, kind: type[AnyRecord], name: str, value: str, code: str
    ) -> None:
        with pytest.raises(InvalidValue) as refused:
            read(kind, [], values={name: value})
        assert [code] == [problem.code for problem in refused.value.problems]

    def test_a_text_that_does_not_is_taken(self) -> None:
        (record,) = read(Training, [TRAINING], values={"topic": "Công cụ 5S"}).register.records
        assert isinstance(record, Training)
        assert "Công cụ 5S" == record.topic

    def test_a_line_with_another_day_is_told(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        line = "Thời gian: ngày 06/5/2024; địa điểm: Hà Nội"
        path = written(tmp_path, as_csv([[line], ["Mã", "Số người"], ["t1", "40"]]))
        out = str(tmp_path / "o.json")
        command = ["intake", "training", str(path), "-o", out, "--lang", "en"]
        assert 1 == main([*command, "--value", "on=13/06/2024"])
        assert "states another day" in capsys.readouterr().out
        assert 0 == main([*command, "--value", "on=13/06/2024", "--ignore", line])
        assert 0 == main([*command, "--value", "on=06/05/2024"])

    def test_a_day_that_does_not_exist_contradicts_nothing(self) -> None:
        assert [] == list(contradicting(["Thời gian: 31/02/2024"], {"on": "13/06/2024"}))


class TestTaxCodes:
    """A code whose check digit is wrong is told, and a number with one is rejected."""

    def test_a_text(self) -> None:
        found = read(Support, [{**SUPPORT, "MST": "0100000001"}])
        (problem,) = found.problems
        assert (Fault.CHECK_DIGIT, None) == (problem.code, problem.suggestion)
        assert (1, False) == (found.accepted, found.is_understood)

    @pytest.mark.parametrize("cell", [1085000012, 1085000012.0])
    def test_a_number(self, cell: object) -> None:
        """The citizen's number 001085000012 without its zeros has ten digits."""
        found = read(Support, [{**SUPPORT, "MST": cell}])
        assert [Fault.LOST_ZEROS] == [problem.code for problem in found.problems]


class TestUnits:
    """A line about a unit of money is understood as a whole, or not at all."""

    @pytest.mark.parametrize(
        "line",
        [
            "(Kinh phí làm tròn đến nghìn đồng)",
            "Kinh phí tính bằng nghìn",
            "Kinh phí (nghìn)",
            "Đơn vị: nghìn",
            "(nghìn)",
            "Số liệu lấy chẵn triệu đồng",
        ],
    )
    def test_an_unclear_line(self, tmp_path: Path, line: str) -> None:
        headings = ["Mã", "MST", "Bắt đầu", "Kết thúc", "Kinh phí NSNN"]
        cells = ["s1", "SAMPLE-1", "05/01/2024", "30/06/2024", "1500000"]
        sheet = open_sheet(written(tmp_path, as_csv([[line], headings, cells])), Support)
        assert 0 == read(Support, sheet.rows).accepted

    def test_a_clear_line(self) -> None:
        lines = ("Kinh phí tính bằng nghìn đồng", "KINH PHÍ NĂM 2024 (TRIỆU ĐỒNG)")
        assert ["nghìn đồng", "TRIỆU ĐỒNG"] == [stated_in(line) for line in lines]


class TestTexts:
    """A text that is read may put its record off, and a decision may lack its number."""

    @pytest.mark.parametrize(
        ("name", "text"),
        [
            ("topic", "Lớp 5S chuyển sang 2025"),
            ("topic", "Lớp 5S lùi lịch"),
            ("decision", "…/QĐ-UBND"),
            ("decision", "Số ..../QĐ-UBND ngày 5/6/2024"),
        ],
    )
    def test_it_is_not_done(self, name: str, text: str) -> None:
        assert Verdict.UNFINISHED is verdict_of_text(name, text)

    @pytest.mark.parametrize(
        ("name", "text"), [("topic", "Chuyển đổi số"), ("decision", "Số 123/QĐ-UBND")]
    )
    def test_it_says_nothing(self, name: str, text: str) -> None:
        assert Verdict.SILENT is verdict_of_text(name, text)


class TestNotes:
    """A note on a cell that is not understood rejects its row."""

    @pytest.mark.parametrize(
        ("note", "is_doubted"),
        [
            ("Ngày này là theo hợp đồng, kiểm tra lại", True),
            ("Một điều chưa ai nghĩ tới", True),
            ("KT: Đã hủy", True),
            ("KT: đã xem", False),
            ("Đã đối chiếu hồ sơ ngày 5/6/2024", False),
            ("Nghiệm thu theo biên bản số 12/BB", False),
        ],
    )
    def test_of_a_row(self, note: str, is_doubted: bool) -> None:
        assert is_doubted == bool(doubts({3: (note,)}, lambda _: False))

    def test_in_a_workbook(self, tmp_path: Path) -> None:
        book = openpyxl.Workbook()
        for row in (list(SUPPORT), list(SUPPORT.values())):
            book.worksheets[0].append(row)
        book.worksheets[0]["D2"].comment = Comment("xem lại giúp anh", "A")
        book.save(tmp_path / "s.xlsx")
        found = read(Support, open_sheet(tmp_path / "s.xlsx", Support).rows)
        assert [Fault.DOUBTFUL_NOTE] == [problem.code for problem in found.problems]


class TestOrdinaryWords:
    """Words that offices use are read."""

    @pytest.mark.parametrize(
        ("heading", "cell"),
        [
            ("Giải pháp", "5S"),
            ("Giải pháp", "ISO 9001:2015; Kaizen"),
            ("Cấp", "Thành phố Hà Nội"),
            ("Cấp", "Bộ KH&CN"),
            ("Kết thúc", "ngày 30/6/2024"),
        ],
    )
    def test_in_a_support(self, heading: str, cell: str) -> None:
        assert 1 == beside(heading, cell).accepted

    @pytest.mark.parametrize("cell", ["Cán bộ sở, ngành", "Công chức, viên chức"])
    def test_of_an_audience(self, cell: str) -> None:
        assert 1 == beside("Đối tượng", cell, kind=Training).accepted

    def test_a_share_is_not_a_day(self) -> None:
        assert {} == dict(find_columns(Support, ["% hoàn thành"]).headings)

    def test_a_word_of_another_meaning_is_shown(self) -> None:
        found = beside("Giải pháp", "Tư vấn VietGAP", "Kaizen", "Tư vấn VietGAP")
        (column,) = found.telling
        assert (3, (("Tư vấn VietGAP", 2),)) == (found.accepted, column.values)
        accepted = beside("Giải pháp", "Tư vấn VietGAP", ignored=["Tư vấn VietGAP"])
        assert accepted.is_understood

    def test_a_heading_that_begins_like_waiting_is_not_waiting(self) -> None:
        assert 2 == beside("Đối tượng hưởng", "Không", "Có").accepted
