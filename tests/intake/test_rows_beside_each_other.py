"""Rows that say the same, values far from all others, and cells that contradict each other.

All are made up.
"""

from typing import Any

import pytest

from each import for_each
from nsc_program import (
    AssessmentBody,
    Dissemination,
    Expert,
    PilotModel,
    ReportedFigure,
    Support,
    Training,
)
from nsc_program.intake import Fault, read
from nsc_program.intake._rows.running_numbers import odd_among
from rows import BODY, EVENT, EXPERT, HEADS, MODEL, REPORT, SUPPORT, TRAINING, Row

VND = "Kinh phí NSNN (đồng)"
FIRST: Row = {**TRAINING, "Họ và tên": "Trần Văn Mẫu"}
SECOND: Row = {**FIRST, "Mã": "t2", "Mã người": "SAMPLE-P2"}


def _ids(first: str, second: str, **more: object) -> list[Row]:
    """Two supports of one enterprise; the second one may differ."""
    return [{**SUPPORT, "Mã": first}, {**SUPPORT, "Mã": second, **more}]


class TestAppendices:
    """An appendix to a contract is not one more record."""

    @for_each(
        ("first", "second", "row"),
        [
            ("01/2024/HĐ-KC", "01/2024/PLHĐ-KC", 2),
            ("01/2024/HĐ-KC", "01/2024/HĐ-KC-PL1", 2),
            ("01/2024/HĐ-KC", "PL01-01/2024/HĐ-KC", 2),
            ("1/2024/HĐ-KC", "PL-02-01/2024/HĐ-KC", 2),
            ("01/2024/HĐ-BS", "01/2024/HĐ", 1),
        ],
    )
    def test_an_appendix_is_told(self, first: str, second: str, row: int) -> None:
        rows = _ids(first, second, **{"Kết thúc": "29/06/2024"})
        assert [(row, "Mã", Fault.APPENDIX)] == told(Support, *rows)
        assert [] == told(Support, *rows, ignored=[(first, second)[row - 1]])

    @for_each(
        ("first", "second", "enterprise"),
        [
            ("01/2024/HĐ-KC", "02/2024/PLHĐ-KC", "SAMPLE-1"),
            ("01/2024/HĐ-KC", "01/2024/PLHĐ-KC", "SAMPLE-2"),
            ("PL-01", "PL-02", "SAMPLE-1"),
            ("s1", "PL-", "SAMPLE-1"),
            ("s1", "s2", "SAMPLE-1"),
        ],
    )
    def test_another_contract_is_not_an_appendix(
        self, first: str, second: str, enterprise: str
    ) -> None:
        rows = _ids(first, second, MST=enterprise, **{"Kết thúc": "29/06/2024"})
        assert Fault.APPENDIX not in [code for *_, code in told(Support, *rows)]

    def test_rows_without_a_subject_are_not_compared(self) -> None:
        assert [] == told(Dissemination, EVENT, {**EVENT, "Mã": "d1-PL1", "Nội dung": "5S"})


def told(kind: type[Any], *rows: Row, **more: Any) -> list[tuple[int, str | None, str]]:  # noqa: ANN401
    problems = read(kind, rows, **more).problems
    return [(problem.row, problem.column, problem.code) for problem in problems]


def telling(kind: type[Any], *rows: Row) -> list[str]:
    return [column.heading for column in read(kind, rows).telling]


def several(row: Row, heading: str, *cells: object, **more: object) -> list[Row]:
    """Return rows of their own ids that have these cells beneath a heading."""
    return [{**row, **more, "Mã": f"n{number}", heading: cell} for number, cell in enumerate(cells)]


class TestOtherRows:
    """A text that names another row by its id is told: its row may repeat or replace that one."""

    @pytest.mark.parametrize(
        ("cell", "is_told"),
        [
            *(("Theo HT24-02", True), ("(như ht24-02)", True), ("HT24-02", True)),
            *(("Áp dụng 5S cùng đợt HT24-02.", True), ("Áp dụng 5S HT24-01", False)),
            *(("Áp dụng HT24", False), ("Áp dụng 5S", False), (5, False), (None, False)),
        ],
    )
    @pytest.mark.parametrize("heading", ["Nội dung hỗ trợ", "Văn bản"])
    def test_of_a_text(self, heading: str, cell: object, *, is_told: bool) -> None:
        first = {**SUPPORT, "Mã": "HT24-01", heading: cell}
        rows = first, {**SUPPORT, "Mã": "HT24-02", "MST": "SAMPLE-0002", heading: None}
        assert is_told == ((1, heading, Fault.OTHER_SAYING) in told(Support, *rows))
        assert [] == told(Support, *rows, ignored=[heading, str(cell)])

    @pytest.mark.parametrize("own", ["HT24-02 (bản 2)", "HT24-02 lần 2"])
    def test_of_its_own_id(self, own: str) -> None:
        rows = {**SUPPORT, "Mã": "HT24-02"}, {**SUPPORT, "Mã": own, "MST": "SAMPLE-0002"}
        assert (2, "Mã", Fault.OTHER_SAYING) in told(Support, *rows)

    def test_ids_like_numbers_and_words_are_not_looked_for(self) -> None:
        rows = [
            {**SUPPORT, "Mã": own, "Nội dung hỗ trợ": "5S 2 12 HT"} for own in ("2", "5S", "HT")
        ]
        assert Fault.OTHER_SAYING not in {fault for _, _, fault in told(Support, *rows)}

    def test_made_ids_are_not_looked_for(self) -> None:
        row = {key: cell for key, cell in SUPPORT.items() if key != "Mã"}
        assert [] == told(Support, {**row, "Nội dung hỗ trợ": "SAMPLE-0001"}, id_from=["MST"])


class TestPapersOfPeople:
    """One number of a certificate beside two people is told in both rows."""

    @staticmethod
    def rows(heading: str, *cells: object) -> list[Row]:
        rows = several(EXPERT, heading, *cells)
        return [{**row, "Mã người": f"SAMPLE-P{at}"} for at, row in enumerate(rows)]

    @pytest.mark.parametrize(
        "heading", ["Số chứng chỉ", "Số hiệu chứng nhận", "Số vào sổ", "GCN số", "Certificate No."]
    )
    def test_in_both_rows(self, heading: str) -> None:
        rows = self.rows(heading, "01/VNPI", "02/VNPI", "02/vnpi")
        expected = [(2, heading, Fault.SHARED_PAPER), (3, heading, Fault.SHARED_PAPER)]
        assert expected == told(Expert, *rows)
        assert [] == told(Expert, *rows, ignored=["02/VNPI", "02/vnpi"])

    @pytest.mark.parametrize(
        ("heading", "cells"),
        [
            *(("Số chứng chỉ", ("01/VNPI", "02/VNPI")), ("Số chứng chỉ", (None, None))),
            *(("Số chứng chỉ", ("có", "có")), ("Quyết định số", ("12/QĐ-VNPI", "12/QĐ-VNPI"))),
        ],
    )
    def test_own_numbers_and_shared_decisions(self, heading: str, cells: tuple[object]) -> None:
        faults = [fault for _, _, fault in told(Expert, *self.rows(heading, *cells))]
        assert Fault.SHARED_PAPER not in faults

    def test_two_rows_of_one_person(self) -> None:
        rows = several(EXPERT, "Số chứng chỉ", "02/VNPI", "02/VNPI")
        assert Fault.SHARED_PAPER not in [fault for _, _, fault in told(Expert, *rows)]


class TestCopies:
    """A row that says the same as another under another id is told."""

    @for_each(
        ("kind", "row", "more"),
        [
            (Support, SUPPORT, {VND: 95_000_000}),
            (Support, SUPPORT, {"Nhóm giải pháp": "5S"}),
            (Support, SUPPORT, {"Tên doanh nghiệp": "Công ty A", "Nội dung": "Áp dụng 5S"}),
            (Training, TRAINING, {"Nội dung": "5S"}),
            (Training, HEADS, {"Nội dung": "5S"}),
            (Training, HEADS, {"Giảng viên": "Nguyễn Văn Mẫu"}),
            (Expert, EXPERT, {"Tiêu chuẩn": "TCVN 13751:2023"}),
            (PilotModel, MODEL, {"Số quyết định": "12/QĐ-UBND"}),
            (AssessmentBody, BODY, {"Lĩnh vực": "Thử nghiệm"}),
            (Dissemination, EVENT, {"Nội dung": "Phổ biến TCVN"}),
        ],
    )
    def test_of_each_class(self, kind: type[Any], row: Row, more: Row) -> None:
        rows = several({**row, **more}, "STT", 1, 2)
        assert [(2, "Mã", Fault.COPIED_ROW)] == told(kind, *rows)
        assert [] == told(kind, *rows, ignored=["n1"])
        assert [] == told(kind, *several(row, "STT", 1, 2))
        assert [] == told(kind, rows[0], {**rows[1], "Điện thoại": "024 3765 1012"})

    def test_capitals_make_no_difference(self) -> None:
        rows = several(EVENT, "Nội dung", "Phổ biến TCVN", "PHỔ BIẾN TCVN")
        assert [(2, "Mã", Fault.COPIED_ROW)] == told(Dissemination, *rows)

    def test_the_first_row_is_named(self) -> None:
        rows = several({**TRAINING, "Nội dung": "5S"}, "STT", 1, 2, 3)
        problems = read(Training, rows).problems
        assert [2, 3] == [each.row for each in problems]
        assert all("dòng 1" in each.message.vi for each in problems)
        assert all("row 1" in each.message.en for each in problems)

    def test_names_and_states_alone_are_not_compared(self) -> None:
        more = {"Tên doanh nghiệp": "Công ty A", "Tình trạng": "Đã hoàn thành", "Ghi chú": "-"}
        assert [] == told(Support, *several({**SUPPORT, **more}, "STT", 1, 2))

    def test_an_id_of_the_source_is_needed(self) -> None:
        row = {**SUPPORT, VND: 95_000_000}
        del row["Mã"]
        later = {**row, "Bắt đầu": "06/01/2024"}
        assert [] == told(Support, row, later, id_from=["MST", "Bắt đầu"])


class TestFarValues:
    """An amount or a day far from all others of its column is told."""

    @pytest.mark.parametrize("odd", [150_000, 97_500_000_000])
    def test_amounts(self, odd: int) -> None:
        rows = several(SUPPORT, VND, 120_000_000, 85_000_000, odd, 150_000_000)
        assert [(3, VND, Fault.FAR_VALUE)] == told(Support, *rows)
        assert [] == told(Support, *rows, ignored=[str(odd)])
        assert [] == told(Support, *rows[1:3])  # no others tell which of the two is right
        zero = several(SUPPORT, VND, 120_000_000, 85_000_000, 0, 150_000_000)
        assert [] == told(Support, *zero)

    def test_amounts_of_two_sizes(self) -> None:
        amounts = (150_000, 160_000, 95_000_000, 120_000_000, 88_000_000)
        assert [] == told(Support, *several(SUPPORT, VND, *amounts))

    @pytest.mark.parametrize("odd", ["14/03/2014", "14/03/2003"])
    def test_days(self, odd: str) -> None:
        rows = several(EVENT, "Ngày", "14/03/2024", odd, "22/04/2024", "16/05/2024")
        assert [(2, "Ngày", Fault.FAR_VALUE)] == told(Dissemination, *rows)
        assert [] == told(Dissemination, *rows, ignored=[odd])

    def test_states_last_for_decades(self) -> None:
        rows = several(BODY, "Đạt chuẩn từ", "01/09/1998", *["01/09/2023"] * 3)
        assert [] == [each for each in told(AssessmentBody, *rows) if each[2] is Fault.FAR_VALUE]


class TestSpans:
    """Days of a row that lie too far apart, and money spent at another time, are told."""

    @pytest.mark.parametrize(
        ("first", "last", "expected"),
        [
            ("01/01/1970", "30/06/2024", [(1, "Kết thúc", Fault.OTHER_DAY)]),
            ("05/01/2020", "30/06/2024", []),
            ("05/01/2024", None, []),
        ],
    )
    def test_of_work(self, first: str, last: str | None, expected: list[object]) -> None:
        assert expected == told(Support, {**SUPPORT, "Bắt đầu": first, "Kết thúc": last})

    @pytest.mark.parametrize(
        ("last", "count"), [("11/03/2072", 1), ("11/03/2024", 1), ("11/03/2027", 0)]
    )
    def test_of_a_certificate(self, last: str, count: int) -> None:
        row = {
            **EXPERT,
            "Tiêu chuẩn": "TCVN 13751:2023",
            "Ngày chứng nhận": "11/03/2024",
            "Chương trình chứng nhận": "VNPI",
            "Ngày hết hạn": last,
        }
        assert [(1, "Ngày hết hạn", Fault.OTHER_DAY)] * count == told(Expert, row)
        assert [] == told(Expert, row, ignored=[last])

    @pytest.mark.parametrize(
        ("year", "last", "count"),
        [
            (2019, "30/06/2024", 1),
            (2026, "30/06/2024", 1),
            (2024, "30/06/2024", 0),
            (2025, "30/06/2024", 0),
            (2026, None, 0),
            (None, "30/06/2024", 0),
        ],
    )
    def test_of_spending(self, year: int | None, last: str | None, count: int) -> None:
        row = {**SUPPORT, "Kết thúc": last, "Năm chi": year, VND: 95_000_000}
        assert [(1, "Năm chi", Fault.OTHER_DAY)] * count == told(Support, row)

    @pytest.mark.parametrize(
        ("paper", "count"), [("02/2023/BBNT", 1), ("02/2024/BBNT", 0), ("02/BBNT", 0)]
    )
    def test_of_a_receipt(self, paper: str, count: int) -> None:
        row = {**SUPPORT, "Số biên bản nghiệm thu": paper}
        expected = [(1, "Số biên bản nghiệm thu", Fault.OTHER_DAY)] * count
        assert expected == told(Support, row)

    def test_a_year_of_a_database(self) -> None:
        row = {**SUPPORT, "Năm chi": "2024.0", VND: 95_000_000}
        (record,) = read(Support, [row]).register.records
        assert isinstance(record, Support)
        assert record.spending_year == 2024


class TestOnePerson:
    """A name with the same day of birth or workplace beside two keys is told."""

    @pytest.mark.parametrize(
        ("heading", "mark"),
        [
            ("Ngày sinh", "02/03/1985"),
            ("Năm sinh", 1985),
            ("Điện thoại", "0912 000 001"),
            ("Email", "mau@example.vn"),
            ("Đơn vị công tác", "Sở Công Thương"),
        ],
    )
    def test_a_mark(self, heading: str, mark: object) -> None:
        first, second = {**FIRST, heading: mark}, {**SECOND, heading: mark}
        expected = [(2, "Họ và tên", Fault.OTHER_KEY)]
        assert expected == told(Training, first, second)
        assert expected == told(Training, first, {**second, "Họ và tên": "TRAN VAN MAU"})
        assert [] == told(Training, first, second, ignored=["Trần Văn Mẫu"])
        assert [] == told(Training, first, {**second, "Họ và tên": "Lê Thị Mẫu"})
        assert [] == told(Training, first, {**second, "Họ và tên": None})
        assert [] == told(Training, first, {**second, heading: None})
        same = {**second, "Mã người": first["Mã người"], "Ngày": "06/01/2024"}
        assert [] == told(Training, first, same)

    def test_another_mark(self) -> None:
        work, born = "Đơn vị công tác", "Năm sinh"
        first = {**FIRST, work: "Sở Công Thương", born: 1985}
        second = {**SECOND, work: "Sở Công Thương", born: 1979}
        assert [] == told(Training, first, second)
        assert [(2, "Họ và tên", Fault.OTHER_KEY)] == told(Training, first, {**second, born: None})

    def test_the_name_is_not_shown(self) -> None:
        rows = [{**row, "Năm sinh": 1985} for row in (FIRST, SECOND)]
        (problem,) = read(Training, rows).problems
        assert (problem.value, "dòng 1" in problem.message.vi) == ("", True)

    def test_a_rejected_row(self) -> None:
        second = {**SECOND, "Năm sinh": 1985, "Ngày": "tháng 6"}
        problems = told(Training, {**FIRST, "Năm sinh": 1985}, second)
        assert [Fault.NOT_A_DATE] == [fault for _, _, fault in problems]


class TestMixedColumns:
    """Cells that are harmless one by one are told if they contradict each other."""

    @pytest.mark.parametrize(
        ("states", "is_told"),
        [
            (("Đã hoàn thành", "Đã duyệt"), True),
            (("Đã nghiệm thu", "Phê duyệt"), True),
            (("Đã duyệt", "Đã duyệt"), False),
            (("Đã hoàn thành", "Đã nghiệm thu"), False),
            (("Đã hoàn thành", "Đạt"), False),
        ],
    )
    def test_stages(self, states: tuple[str, ...], *, is_told: bool) -> None:
        rows = several(SUPPORT, "Trạng thái", *states)
        assert ["Trạng thái"] * is_told == telling(Support, *rows)

    def test_lessons_of_one_course(self) -> None:
        row = {**TRAINING, "Nội dung": "5S"}
        rows = [
            {**row, "Mã": f"n{lessons}", "Mã người": f"SAMPLE-P{lessons}", "Số tiết": lessons}
            for lessons in (16, 4)
        ]
        assert ["Số tiết"] == telling(Training, *rows)
        assert [] == telling(Training, rows[0], {**rows[1], "Nội dung": "Lean"})
        assert [] == telling(Training, rows[0], {**rows[1], "Số tiết": None})
        assert [] == telling(
            Training, *({**each, "Mã người": None, "Số người": 9} for each in rows[:1])
        )

    def test_lessons_of_classes(self) -> None:
        row = {key: cell for key, cell in HEADS.items() if key != "Mã người"}
        assert [] == telling(Training, *several({**row, "Nội dung": "5S"}, "Số tiết", 16, 4))

    @pytest.mark.parametrize("state", ["Đang thực hiện", "chưa hoàn thành.", "Dang trien khai"])
    def test_work_under_way(self, state: str) -> None:
        rows = several(SUPPORT, "Tình trạng", "Đã hoàn thành", state)
        under_way = {**rows[1], "Kết thúc": None}
        assert [] == telling(Support, rows[0], under_way)
        assert (2, "Tình trạng", Fault.NOT_DONE) in told(Support, *rows)
        assert ["Tình trạng"] == telling(Support, rows[0], {**under_way, "Tình trạng": "Chờ ký"})

    @pytest.mark.parametrize(
        ("heading", "mark", "is_told"),
        [("Duyệt", "✗", True), ("Duyệt", "✓", False)],
    )
    def test_signs(self, heading: str, mark: str, *, is_told: bool) -> None:
        assert [heading] * is_told == telling(Support, {**SUPPORT, heading: mark})


class TestRunningNumbers:
    """A cell among running numbers that does not number its row is told."""

    @pytest.mark.parametrize("odd", ["x", "✗", "VD", "+", "2.1"])
    def test_told(self, odd: str) -> None:
        assert ["STT"] == telling(Support, *several(SUPPORT, "STT", 1, 2, odd, 4))

    @for_each("number", ["3", "3.", "(3)", "2a", "3*", "a", "3.1", None])
    def test_plain(self, number: str | None) -> None:
        assert [] == telling(Support, *several(SUPPORT, "STT", 1, 2, number, 4))

    def test_letters(self) -> None:
        assert odd_among(["I", "II", "x", "1"]) == frozenset()

    def test_only_the_odd_ones_are_shown(self) -> None:
        (column,) = read(Support, several(SUPPORT, "STT", 1, 2, "x", 4)).telling
        assert (("x", 1),) == column.values


class TestFigures:
    """A figure of a year is not one of a quarter, and a district does not report for the city."""

    @pytest.mark.parametrize(
        ("heading", "cell", "is_told"),
        [
            ("Quý", "I", True),
            ("Quý", "III", True),
            ("Tháng", 1, True),
        ],
    )
    def test_a_part_of_its_year(self, heading: str, cell: object, *, is_told: bool) -> None:
        assert [heading] * is_told == telling(ReportedFigure, {**REPORT, heading: cell})

    def test_its_own_quarter(self) -> None:
        row = {**REPORT, "Năm": None, "Từ ngày": "01/01/2024", "Đến ngày": "31/03/2024"}
        del row["Năm"]
        assert [] == telling(ReportedFigure, {**row, "Quý": "I"})
        assert ["Quý"] == telling(ReportedFigure, {**row, "Quý": "II"})

    @pytest.mark.parametrize(
        ("issuer", "count"),
        [
            ("UBND phường Ba Đình", 1),
            ("Phòng Kinh tế quận Hà Đông", 1),
            ("Sở Công Thương", 0),
            (None, 0),
        ],
    )
    def test_its_issuer(self, issuer: str | None, count: int) -> None:
        row = {**REPORT, "Cơ quan báo cáo": issuer}
        expected = [(1, "Cơ quan báo cáo", Fault.OTHER_SAYING)] * count
        assert expected == told(ReportedFigure, row)
        assert [] == told(ReportedFigure, {**row, "Phần": "Ba Đình"})
