"""Texts that say more than their places ask for are told, wherever they stand.

All data are made up.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from each import for_each
from nsc_program import AssessmentBody, Expert, PilotModel, ReportedFigure, Support, Training
from nsc_program.intake import Fault, Intake, read
from nsc_program.intake._texts.names import is_person
from nsc_program.intake._texts.tails import is_harmless
from nsc_program.intake.files import open_sheet
from rows import BODY, EXPERT, HEADS, MODEL, SUPPORT, TRAINING, Row, accepted

ROW_OF: Mapping[type[Any], Row] = {
    Support: SUPPORT,
    Training: HEADS,
    Expert: EXPERT,
    PilotModel: MODEL,
    AssessmentBody: BODY,
}
CONFORMING: Row = {**BODY, "Đạt chuẩn từ": "05/01/2024"}


def taken(kind: type[Any], heading: str, cell: object, **more: Any) -> Intake:  # noqa: ANN401
    return read(kind, [{**ROW_OF[kind], heading: cell}], **more)


def is_told(kind: type[Any], heading: str, cell: object) -> bool:
    """Tell whether a cell is told, or rejects its row."""
    return not taken(kind, heading, cell).is_understood


@for_each(
    ("kind", "heading", "text"),
    [
        (Support, "Tên doanh nghiệp", "Công ty Sao Mai"),
        (Support, "Địa chỉ", "Phường Láng"),
        (Support, "Lĩnh vực sản xuất", "Dệt may"),
        (Support, "Nội dung hỗ trợ", "Áp dụng 5S"),
        (Support, "Điện thoại", "0912 345 678"),
        (Support, "Giới tính", "Nam"),
        (Support, "Năm sinh", "1980"),
        (Training, "Chuyên đề", "Kaizen"),
        (Training, "Mã", "TH-01"),
        (Expert, "Tiêu chuẩn", "TCVN 13751:2023"),
        (PilotModel, "Tên mô hình", "Mô hình tinh gọn"),
        (AssessmentBody, "Lĩnh vực", "Giám định"),
        (AssessmentBody, "Số đăng ký", "VIAS 7"),
    ],
)
@for_each(
    "tail",
    ["(tạm ngưng)", "- xin lui lịch", ", chờ ghép lớp", "; chưa rõ", "[bỏ dở]", "(vắng có phép)"],
)
def test_a_tail_is_told_in_every_column(
    kind: type[Any], heading: str, text: str, tail: str
) -> None:
    assert not is_told(kind, heading, text)
    assert is_told(kind, heading, f"{text} {tail}")


@for_each(
    "tail",
    [
        *("SAMCO", "Sao Mai", "Toyota", "Ba Đình", "phường Láng", "số 9/QĐ-SKHCN", "2 ngày"),
        *("bảo trì toàn diện", "bánh kẹo", "Phó phòng", "tầng 3", "tăng 12% sản lượng", "…"),
    ],
)
def test_a_tail_of_a_known_form_is_harmless(tail: str) -> None:
    assert is_harmless(tail)


@for_each(
    "tail",
    [
        *("Vắng", "Đã Nghỉ", "Bảo Lưu", "TTr", "HUY", "cho", "3 DN", "7", "k", "40 %", "Hải Dương"),
        *("đợt sau", "không lương", "ĐÌNH CHỈ"),
    ],
)
def test_another_tail_is_not(tail: str) -> None:
    assert not is_harmless(tail)


@pytest.mark.parametrize(
    ("name", "is_harmless_name"),
    [("Công ty TNHH Sản xuất\nvà Dịch vụ An", True), ("Công ty An\nđợt sau", False)],
)
def test_a_line_that_goes_on_is_not_a_tail(name: str, is_harmless_name: bool) -> None:
    assert is_harmless_name != is_told(Support, "Tên doanh nghiệp", name)


def test_a_part_in_a_course_does_not_belong_to_the_name_of_a_person() -> None:
    assert [True, False] == [is_person(name) for name in ("Lê Lan (kế toán)", "Lê Lan (tổ 2 lớp)")]


def test_words_behind_the_number_of_a_key_are_told() -> None:
    assert is_told(AssessmentBody, "Số đăng ký", "VIAS 7 treo")
    assert not is_told(AssessmentBody, "Số đăng ký", "VIAS 7")


class TestPartsOfIds:
    """A cell of which the id is made is judged like that of any other column."""

    def test_what_it_says_more_is_told(self) -> None:
        row = {**SUPPORT, "Tên doanh nghiệp": "Công ty Sao Mai (ghép lớp)"}
        del row["Mã"]
        parts = ["Tên doanh nghiệp", "Bắt đầu"]
        found = read(Support, [row], id_from=parts)
        assert Fault.OTHER_SAYING in [problem.code for problem in found.problems]
        name = str(row["Tên doanh nghiệp"])
        assert read(Support, [row], id_from=parts, ignored=[name]).accepted == 1
        assert read(Support, [{**row, "Tên doanh nghiệp": 7}], id_from=parts).is_understood

    @pytest.mark.parametrize("name", ["Công ty A; Công ty B", "Trạm 12 hỏng"])
    def test_a_name_of_several_and_words_behind_a_number_are_told(self, name: str) -> None:
        row = {**SUPPORT, "Tên doanh nghiệp": name}
        del row["Mã"]
        assert not read(Support, [row], id_from=["Tên doanh nghiệp"]).is_understood

    def test_a_state_rejects_its_row(self) -> None:
        row = {**SUPPORT, "Tên doanh nghiệp": "Đã hủy"}
        del row["Mã"]
        assert 1 == len(read(Support, [row], id_from=["Tên doanh nghiệp"]).rejected)


class TestWhere:
    """A province or a district that is not of Hanoi is another place."""

    @for_each(
        ("heading", "place", "told"),
        [
            ("Địa chỉ", "Thôn Nội, tỉnh Hà Nam", True),
            ("Địa chỉ", "KCN Đồng Văn - Hà Nam", True),
            ("Địa chỉ", "KCN Tràng Duệ Hải Phòng", True),
            ("Địa chỉ", "TP. Việt Trì", True),
            ("Địa chỉ", "Quận 3", True),
            ("Địa chỉ", "12 phố Yên Bái, quận Hai Bà Trưng", False),
            ("Trụ sở", "Thị xã Sơn Tây", False),
            ("Nội dung hỗ trợ", "Áp dụng 5S tại tỉnh khác", True),
            ("Tên doanh nghiệp", "Công ty Hòa Bình", False),
            ("Tên doanh nghiệp", "Công ty Sao Mai - CN Nam Định", True),
            ("Đơn vị tư vấn", "Sở Công Thương Thái Bình", True),
            ("Quê quán", "Nam Định", False),
        ],
    )
    def test_in_a_row(self, heading: str, place: str, told: bool) -> None:
        assert told == is_told(Support, heading, place)


class TestWho:
    """A record counts for the city if the city or one of its offices decided."""

    @pytest.mark.parametrize(
        ("decision", "told"),
        [
            ("7/QĐ-UBND", False),
            ("7/QĐ-SCT của Giám đốc Sở Công Thương", False),
            ("7/QĐ-UBND công nhận mô hình của doanh nghiệp", False),
            ("7/QĐ-BNNMT", True),
            ("7/QĐ-HĐTV", True),
            ("7/QĐ-UBND của UBND tỉnh Hà Nam", True),
            ("7/QĐ-GĐ của Tổng giám đốc", True),
        ],
    )
    def test_the_decision_of_a_model(self, decision: str, told: bool) -> None:
        assert told == is_told(PilotModel, "Số quyết định", decision)
        row = {**MODEL, "Số quyết định": decision, "Phạm vi": "Toàn quốc"}
        assert Fault.OTHER_SAYING not in [each.code for each in read(PilotModel, [row]).problems]

    @pytest.mark.parametrize(
        ("office", "told"),
        [
            ("Sở Công Thương Hà Nội", False),
            ("Chủ tịch UBND Thành phố", False),
            ("Bộ Công Thương", True),
            ("UBND huyện Gia Lâm", True),
            ("Công ty An", True),
        ],
    )
    def test_the_office_that_decided(self, office: str, told: bool) -> None:
        assert told == is_told(PilotModel, "Cơ quan ban hành", office)

    @pytest.mark.parametrize("level", ["cấp cơ sở", "cấp ngành", "cấp nhà nước"])
    def test_another_level(self, level: str) -> None:
        assert is_told(PilotModel, "Tên mô hình", f"Mô hình tinh gọn {level}")
        assert not is_told(PilotModel, "Tên mô hình", "Mô hình tinh gọn cung cấp cơ sở dữ liệu")


class TestWhen:
    """A phase, a plan or another year in a text is not the time of its row."""

    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ("Áp dụng 5S, giai đoạn hai", True),
            ("Áp dụng 5S (KH quý I/2024)", True),
            ("Áp dụng 5S (2026)", True),
            ("Áp dụng 5S khóa 3/2022", True),
            ("Áp dụng 5S năm 2024", False),
            ("Áp dụng ISO 9001:2015", False),
            ("Chương trình 5S giai đoạn 2026-2030", False),
        ],
    )
    def test_a_content(self, text: str, told: bool) -> None:
        assert told == is_told(Support, "Nội dung hỗ trợ", text)

    def test_a_row_without_a_day_has_no_time(self) -> None:
        row = {**EXPERT, "Ngày đào tạo": None, "Tiêu chuẩn": "TCVN 13751:2023 (2026)"}
        assert read(Expert, [row]).is_understood

    def test_papers_have_days_of_their_own(self) -> None:
        assert not is_told(Support, "Số hợp đồng", "9/HĐ, tháng 12/2023")

    def test_words_of_a_closed_set_do_not(self) -> None:
        assert is_told(Support, "Giải pháp", "Kaizen (2026)")

    def test_a_remark(self) -> None:
        assert is_told(Support, "Ghi chú", "GĐ3")
        assert not is_told(Support, "Ghi chú", "Đợt 2")


class TestHowMany:
    """A text about one enterprise does not speak of others."""

    @pytest.mark.parametrize(
        "text",
        [
            "Áp dụng 5S và 4 cơ sở khác",
            "Áp dụng 5S cùng 02 công ty",
            "Áp dụng 5S; HTX Rau Xanh",
            "Áp dụng 5S cho 6 hợp tác xã",
            "Áp dụng 5S, v.v.",
        ],
    )
    def test_others_are_told(self, text: str) -> None:
        assert is_told(Support, "Nội dung hỗ trợ", text)

    def test_turns_of_people_are_told_unless_the_heading_counts_them(self) -> None:
        assert is_told(Training, "Số người", "9 lượt học viên")
        row = {key: cell for key, cell in HEADS.items() if key != "Số người"}
        assert 9 == accepted(Training, row, "Số lượt người", "9 lượt học viên").headcount


class TestWhat:
    """Another activity, an office, and a paper of attendance are not what is counted."""

    @for_each(
        ("kind", "heading", "text", "told"),
        [
            (Support, "Nội dung hỗ trợ", "Rà soát hồ sơ", True),
            (Support, "Nội dung hỗ trợ", "Đoàn công tác thăm nhà máy", True),
            (Support, "Nội dung hỗ trợ", "Khảo sát, tư vấn áp dụng 5S", False),
            (Training, "Tên lớp", "Tọa đàm doanh nhân", True),
            (Training, "Tên lớp", "Hội nghị tập huấn 5S", False),
            (Expert, "Tên khóa", "Học viên dự diễn đàn năng suất", True),
            (Support, "Tên doanh nghiệp", "Phòng Kinh tế quận Tây Hồ", True),
            (Expert, "Số chứng chỉ", "Giấy xác nhận số 3", True),
        ],
    )
    def test_a_text(self, kind: type[Any], heading: str, text: str, told: bool) -> None:
        row = {**ROW_OF[kind], "Ngày chứng nhận": "05/01/2024"} if kind is Expert else ROW_OF[kind]
        assert told != read(kind, [{**row, heading: text}]).is_understood

    def test_an_expert_who_only_attended(self) -> None:
        row = {**EXPERT, "Mã người": "SAMPLE-P2", "Tiêu chuẩn": "Giấy chứng nhận tham dự"}
        assert not read(Expert, [row]).is_understood
        assert not is_told(Training, "Họ và tên", "Trần Văn An")


SUPPORT_HEADS = ("STT", "Mã hồ sơ", "MST", "Tên doanh nghiệp", "Bắt đầu", "Kết thúc", "NSNN")
SUPPORT_ROW = (1, "s1", "SAMPLE-001", "Công ty Sao Mai", "05/01/2024", "30/06/2024", "150")
UNIT = ("Đơn vị tính: triệu đồng",)


def told_in(folder: Path, *rows: tuple[object, ...], also: Any = None, **more: Any) -> list[str]:  # noqa: ANN401
    """Return the lines that are told on a sheet with these rows, and the faults of its rows."""
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(list(row))
    for name, cells in (also or {}).items():
        sheet = book.create_sheet(name)
        for row in cells:
            sheet.append(row)
    path = folder / "rows.xlsx"
    book.save(path)
    kind = more.pop("kind", Support)
    sheet = open_sheet(path, kind, **more)
    found = read(
        kind,
        sheet.rows,
        first_row=sheet.first_row,
        titles=sheet.titles,
        around=sheet.around,
        ignored=more.get("ignored", ()),
    )
    lines = [line.text for line in (*sheet.unread, *found.lines)]
    return [*lines, *(problem.code for problem in found.problems)]


class TestLines:
    """Lines are compared with the rows that they are about."""

    @pytest.mark.parametrize(
        "line",
        [
            "UBND TỈNH HÀ NAM",
            "UBND xã Hải Dương",
            "UBND xã chờ",
            "CÔNG TY CỔ PHẦN TƯ VẤN AN",
            "(Kèm theo Công văn số 7/SKHCN-TĐC ngày 05/02/2024)",
            "Hà Nội, ngày 1 tháng 3 năm 2024",
            "Ngày lập: 01/03/2024",
        ],
    )
    def test_a_line_above_that_is_told(self, tmp_path: Path, line: str) -> None:
        assert line in told_in(tmp_path, UNIT, (line,), SUPPORT_HEADS, SUPPORT_ROW)
        rows = (UNIT, (line,), SUPPORT_HEADS, SUPPORT_ROW)
        assert [] == told_in(tmp_path, *rows, ignored=[line])

    @pytest.mark.parametrize(
        "line",
        [
            "SỞ CÔNG THƯƠNG HÀ NỘI",
            "(Kèm theo Công văn số 7/SKHCN-TĐC ngày 05/07/2024)",
            "(Ban hành kèm theo Thông tư số 7/TT-BKHCN ngày 05/02/2020)",
            "Hà Nội, ngày    tháng    năm 2024",
            "Hà Nội, ngày 31 tháng 6 năm 2024",
        ],
    )
    def test_a_line_above_that_is_not(self, tmp_path: Path, line: str) -> None:
        assert [] == told_in(tmp_path, UNIT, (line,), SUPPORT_HEADS, SUPPORT_ROW)

    def test_a_list_of_a_ministry(self, tmp_path: Path) -> None:
        heads, row = ("Mã", "MST", "Ngày công nhận"), ("m1", "SAMPLE-1", "05/01/2024")
        told = told_in(tmp_path, ("BỘ CÔNG THƯƠNG",), heads, row, kind=PilotModel)
        assert "BỘ CÔNG THƯƠNG" in told
        scope = ((*heads, "Phạm vi"), (*row, "Thành phố"))
        assert [] == told_in(tmp_path, ("BỘ CÔNG THƯƠNG",), *scope, kind=PilotModel)

    @pytest.mark.parametrize(
        ("line", "told"),
        [
            ("Số liệu năm 2022", True),
            ("Năm 2022", False),
            ("Tổng cộng: 01 lớp", True),
            ("Tổng cộng: 07 tổ chức", True),
            ("Tổng cộng: 01 tổ chức", False),
        ],
    )
    def test_a_line_below(self, tmp_path: Path, line: str, told: bool) -> None:
        found = told_in(tmp_path, UNIT, SUPPORT_HEADS, SUPPORT_ROW, (line,))
        assert told == (line in found)

    def test_two_units_of_one_table(self, tmp_path: Path) -> None:
        rows = (("",) * 6 + UNIT, SUPPORT_HEADS, SUPPORT_ROW, (None,))
        assert [] == told_in(tmp_path, *rows)
        assert "unknown-unit" in told_in(tmp_path, *rows, ("ĐVT: nghìn đồng",))

    def test_a_title_of_another_province_over_figures(self, tmp_path: Path) -> None:
        heads = ("Mã", "Chỉ tiêu", "Năm", "Giá trị", "Ngày báo cáo")
        row = ("r1", "supported", "2024", "5", "05/01/2025")
        line = "SỞ CÔNG THƯƠNG TỈNH HÀ NAM"
        assert line in told_in(tmp_path, (line,), heads, row, kind=ReportedFigure)


class TestOtherSheets:
    """States beside known keys on another sheet are about the rows of the table."""

    @pytest.mark.parametrize(
        ("heads", "row", "told"),
        [
            (("STT", "MST", "Tình trạng"), (1, "SAMPLE-001", "Bỏ dở"), ["Bỏ dở"]),
            (("STT", "MST", "Tình trạng"), (1, "SAMPLE-001", "Đạt"), []),
            (("STT", "MST", "Tình trạng"), (1, "SAMPLE-999", "Bỏ dở"), []),
            (("STT", "MST", "Loại"), (1, "SAMPLE-001", "Đã hủy"), ["Đã hủy"]),
        ],
    )
    def test_a_sheet(
        self, tmp_path: Path, heads: tuple[str, ...], row: tuple[object, ...], told: list[str]
    ) -> None:
        also = {"Theo dõi": [heads, row]}
        rows = (UNIT, SUPPORT_HEADS, SUPPORT_ROW)
        found = told_in(tmp_path, *rows, also=also)
        assert told == [text for text in found if text != "Theo dõi"]
        assert [] == told_in(tmp_path, *rows, also=also, ignored=["Theo dõi"])
        if told:
            assert told[0] not in told_in(tmp_path, *rows, also=also, ignored=told)


def test_a_conforming_body_is_judged_too() -> None:
    row = {**CONFORMING, "Tiêu chuẩn": "ISO/IEC 17025:2017"}
    assert read(AssessmentBody, [row]).is_understood
    assert not read(AssessmentBody, [{**row, "Tiêu chuẩn": "KH 2026"}]).is_understood
    assert TRAINING["Mã"] == "t1"
