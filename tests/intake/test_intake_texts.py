"""What the texts that are read say about their record. Every row is made up."""

from collections.abc import Mapping
from typing import TypeAlias

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
from nsc_program.records import AnyRecord
from rows import BODY, ROW_OF

Texts: TypeAlias = Mapping[tuple[type[AnyRecord], str], tuple[str, ...]]

SAID: Texts = {
    (Training, "Tên lớp"): (
        *("Tập huấn 5S (đã hủy)", "Tập huấn 5S - hoãn", "Tập huấn 5S bị hủy", "Hủy lớp 5S", "Hoãn"),
        *("Lớp 5S (đăng ký)", "Lớp 5S (kế hoạch)"),
        *("Lớp 5S (dự kiến)", "Lớp 5S (chưa tổ chức)", "Dự kiến quý IV", "Tap huan 5S (da huy)"),
    ),
    (Dissemination, "Chủ đề"): ("Hội thảo 5S (không tổ chức)", "Hội thảo 5S: đã hoãn"),
    (Support, "Căn cứ"): ("QĐ 12/QĐ-SKHCN (đã hủy)", "Chưa có", "Đang trình ký", "Dự thảo HĐ 5"),
    (Support, "Mã"): ("HT-1 (hủy)", "HT-1 (dự kiến)"),
    (Expert, "Tiêu chuẩn"): (
        *("TCVN 13751:2023 (chưa đạt)", "đang học", "Sẽ thi 2025", "Chờ cấp"),
        "TCVN 13751:2023 - dự kiến",
    ),
    (PilotModel, "Số quyết định"): (
        *("đang trình", "Chưa có", "Dự thảo", "12/QĐ-UBND (đã thu hồi)", "Chờ ký", "đang soạn"),
        *("Xin ý kiến", "Sau Tết", "12/QĐ-UBND hết hiệu lực"),
    ),
    (AssessmentBody, "Tiêu chuẩn"): ("ISO/IEC 17025 (hết hiệu lực)", "Đang xây dựng"),
    (AssessmentBody, "Số đăng ký"): ("VLAS-1 (đình chỉ)", "Đang đăng ký"),
    (ReportedFigure, "Căn cứ"): ("Kế hoạch giao 2024", "Số liệu tạm tính", "Dự thảo báo cáo"),
}
HARMLESS: Texts = {
    (Training, "Tên lớp"): (
        *("Kiểm soát hàng trả lại", "Loại bỏ lãng phí", "Xử lý sản phẩm không đạt", "5S (đợt 2)"),
        *("Luật phá sản và giải thể doanh nghiệp", "Kế hoạch sản xuất, lập và thực hiện"),
        "Phân tích nguyên nhân dừng máy",
    ),
    (Dissemination, "Chủ đề"): ("Hội nghị tổng kết", "Hội thảo: năng suất và chất lượng"),
    (Support, "Căn cứ"): ("QĐ 12/QĐ-SKHCN", "Kế hoạch 149/KH-UBND ngày 25/6/2021", "HĐ 5/2024"),
    (Support, "Mã"): ("HT-1", "HT-HUY-1"),
    (Expert, "Tiêu chuẩn"): ("TCVN 13751:2023", "ISO 9001:2015 (lần 2)"),
    (PilotModel, "Số quyết định"): ("12/QĐ-UBND", "Quyết định của UBND Thành phố", "12"),
    (AssessmentBody, "Số đăng ký"): ("VLAS-1",),
    (ReportedFigure, "Căn cứ"): ("Báo cáo số 12/BC-SKHCN", "BC 12 ngày 15/01/2025"),
}
ROWS = {**ROW_OF, AssessmentBody: {**BODY, "Tăng cường năng lực": "05/01/2024"}}


def _each(table: Texts) -> list[tuple[type[AnyRecord], str, str]]:
    return [(kind, heading, text) for (kind, heading), texts in table.items() for text in texts]


class TestTexts:
    """A row is rejected by a text that takes it back, wherever that stands among its words."""

    @for_each(("kind", "heading", "text"), _each(SAID))
    def test_a_text_that_takes_its_record_back(
        self, kind: type[AnyRecord], heading: str, text: str
    ) -> None:
        found = read(kind, [{**ROWS[kind], heading: text}])
        codes = {(problem.column, problem.code) for problem in found.problems}
        assert codes & {(heading, Fault.CANCELLED), (heading, Fault.NOT_DONE)}
        assert found.accepted == 0

    @for_each(("kind", "heading", "text"), _each(HARMLESS))
    def test_a_text_that_does_not(self, kind: type[AnyRecord], heading: str, text: str) -> None:
        assert read(kind, [{**ROWS[kind], heading: text}]).accepted == 1


@for_each(
    ("text", "fault"),
    [
        ("5S, giảng viên 0912.345.678", Fault.PERSONAL_DETAIL),
        ("5S, ĐT +84 912 345 678", Fault.PERSONAL_DETAIL),
        ("5S, mau.tv@example.vn", Fault.PERSONAL_DETAIL),
        ("5S, 0912345678", Fault.PERSONAL_NUMBER),
        ("5S @ Hà Đông", None),
        ("TCVN 13751:2023, 0912.345", None),
    ],
)
def test_how_to_reach_a_person_is_not_taken_in(text: str, fault: Fault | None) -> None:
    found = read(Training, [{**ROW_OF[Training], "Tên lớp": text}])
    refused = [each.code for each in found.problems if each.code is not Fault.OTHER_SAYING]
    assert ([] if fault is None else [fault]) == refused
    assert not any("345" in each.value for each in found.problems if each.code is fault)


def test_an_address_is_not_an_id() -> None:
    (problem,) = read(Training, [{**ROW_OF[Training], "Mã": "mau.tv@example.vn"}]).problems
    assert (Fault.PERSONAL_DETAIL, "") == (problem.code, problem.value.strip("…"))
