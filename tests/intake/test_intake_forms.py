"""Texts that must have the form of what their column asks for. Every row is made up."""

from datetime import date
from typing import Any, TypeAlias

import pytest

from each import for_each
from nsc_program import AssessmentBody, Expert, PilotModel, Support, Training
from nsc_program.intake import Fault, read
from rows import BODY, EXPERT, HEADS, MODEL, SUPPORT, Row, accepted

CERTIFIED: Row = {**EXPERT, "Ngày chứng nhận": "05/06/2024"}
CONFORMING: Row = {**BODY, "Đạt chuẩn từ": "05/06/2024"}
Case: TypeAlias = tuple[type[Any], Row, str]
STANDARD: Case = (Expert, EXPERT, "Tiêu chuẩn")
NORM: Case = (AssessmentBody, CONFORMING, "Tiêu chuẩn")
SCHEME: Case = (Expert, CERTIFIED, "Tổ chức chứng nhận")
DECISION: Case = (PilotModel, MODEL, "Số quyết định")
ACTIVITY: Case = (AssessmentBody, BODY, "Lĩnh vực")
NAME: Case = (AssessmentBody, BODY, "Tên tổ chức")
TOPIC: Case = (Training, HEADS, "Chuyên đề")
LOCALITY: Case = (Training, HEADS, "Địa bàn")


def _cases(*listed: tuple[Case, tuple[object, ...]]) -> list[tuple[Case, object]]:
    return [(case, cell) for case, cells in listed for cell in cells]


def _codes(case: Case, cell: object, **options: Any) -> tuple[int, list[str]]:  # noqa: ANN401
    kind, row, heading = case
    found = read(kind, [{**row, heading: cell}], **options)
    return found.accepted, [problem.code for problem in found.problems]


class TestProofs:
    """A standard, a certifier and a decision make a record count only if they are what they say."""

    @for_each(
        ("case", "cell"),
        _cases(
            (STANDARD, ("KĐ", "bỏ thi", "Trượt", "Yếu", "2/5", "4.5/10", "50%", "dự thính", "-")),
            (STANDARD, ("TCVN 13751:2023 (thi lại)", "TCVN 13751:2023 - nợ bài", "năm 2024")),
            (STANDARD, ("đạt 4/5 tiêu chuẩn", "chuẩn bị thi", "tiêu chuẩn: 0", "rớt", "D")),
            (
                NORM,
                ("hướng tới ISO/IEC 17025:2017", "ISO/IEC 17025:2017 hết hạn 5/2024", "treo", "x?"),
            ),
            (SCHEME, ("bị treo", "đã thu lại", "APO, hết hạn", "0", "KĐ", "-", "tạm cấp", "N/A")),
            (SCHEME, ("APO (đã nộp hồ sơ)", "APO?", "Bị treo", "Viện Năng suất tạm đình chỉ")),
            (DECISION, ("45/TTr-SNN", "Tờ trình 45", "12/BB-HĐ", "9/CV-SNN", "KH 12/KH-SNN", "-")),
            (DECISION, ("QĐ phê duyệt kế hoạch 12/QĐ-SNN", "QĐ thành lập HĐ 12/QĐ", "12/TB-UBND")),
            (DECISION, ("Hợp đồng số 12/HĐKT", "QĐ giao nhiệm vụ 12/QĐ-SNN", "Phiếu trình 12")),
        ),
    )
    def test_another_text_rejects_its_row(self, case: Case, cell: object) -> None:
        accepted, codes = _codes(case, cell)
        assert accepted == 0
        assert set(codes) <= {
            *(Fault.NO_PROOF, Fault.NOT_DONE, Fault.CANCELLED, Fault.UNKNOWN_WORD),
        }

    @for_each(
        ("case", "cell"),
        _cases(
            (STANDARD, ("TCVN 13751:2023", "TCVN13751:2023", "APO", "Đạt", "x", "GMP-WHO")),
            (STANDARD, ("Tiêu chuẩn chuyên gia năng suất", "Khung năng lực APO", 13751)),
            (NORM, ("ISO/IEC 17025:2017", "ISO 15189:2022; ISO/IEC 17025", "QCVN 16:2023/BXD")),
            (SCHEME, ("Viện Năng suất Việt Nam", "APO", "Bureau Veritas", "Viện A (QUACERT)")),
            (DECISION, ("1822/QĐ-SNN", "12", "QĐ số 45/QĐ-UBND ngày 05/01/2024 của UBND TP")),
            (DECISION, ("123/2024/QĐ-UBND", "Nghị quyết 12/NQ-HĐND", "QĐ1822")),
        ),
    )
    def test_what_they_say_is_accepted(self, case: Case, cell: object) -> None:
        assert (1, []) == _codes(case, cell)

    def test_a_text_beside_a_day_that_has_not_come_proves_nothing(self) -> None:
        row = {**EXPERT, "Ngày đào tạo": None}
        assert (1, []) == _codes((Expert, row, "Tiêu chuẩn"), "dự thính")
        assert (1, []) == _codes((Expert, EXPERT, "Tổ chức chứng nhận"), "-")

    def test_a_certifier_without_the_day_of_its_certificate_is_told(self) -> None:
        case = (Expert, EXPERT, "Tổ chức chứng nhận")
        assert (1, [Fault.NO_DAY]) == _codes(case, "APO")
        last = (Expert, EXPERT, "Ngày hết hạn")
        assert (1, [Fault.NO_DAY]) == _codes(last, "24/06/2027")
        assert (1, []) == _codes(last, "24/06/2027", ignored=["24/06/2027"])
        assert (1, []) == _codes((Expert, CERTIFIED, "Ngày hết hạn"), "24/06/2027")

    def test_the_caller_may_accept_a_text(self) -> None:
        assert (1, []) == _codes(STANDARD, "Bậc 3", ignored=["bac 3"])
        assert (0, [Fault.NO_PROOF]) == _codes(STANDARD, "Bậc 3", ignored=["bac 4"])

    @for_each(
        "text",
        [
            *("12/QĐ-SNN ngày 10/5/2023", "12/QĐ-SNN năm 2021", "12/2023/QĐ-SNN"),
            *("12/QĐ-SNN/2020", "12/QĐ-SNN, 2022", "12/QĐ-SNN tháng 3/2022"),
            *("12/QĐ-SNN ngày 6 tháng 1 năm 2024", "12/QĐ-SNN ngày 05.01.2023"),
        ],
    )
    def test_a_decision_of_another_day_is_told(self, text: str) -> None:
        assert (1, [Fault.OTHER_DAY]) == _codes(DECISION, text)
        assert (1, []) == _codes(DECISION, text, ignored=[text])

    @pytest.mark.parametrize("text", ["12/QĐ-SNN ngày 5/1/2024", "12/2024/QĐ-SNN", "2011/QĐ-SNN"])
    def test_a_decision_of_the_same_day_is_not(self, text: str) -> None:
        assert (1, []) == _codes(DECISION, text)


class TestOtherTexts:
    """A name, an activity, a topic or a place that says more is told, and its row is read."""

    @for_each(
        ("case", "cell"),
        _cases(
            (ACTIVITY, ("Thử nghiệm (đang xin cấp)", "Nộp hồ sơ", "Thử nghiệm; Ngừng")),
            (ACTIVITY, ("Thử nghiệm: thu hẹp", "chuyển đổi", "Thử nghiệm (đề nghị bổ sung)")),
            (NAME, ("Trung tâm A (đã sáp nhập vào Viện B)", "Viện A; Viện B", "05 đơn vị")),
            (NAME, ("Viện A\nViện B", "Trung tâm A và Trung tâm B")),
            (TOPIC, ("5S (chờ bố trí kinh phí)", "Chỉ học buổi sáng", "5S (1/3 buổi)", "Học bù")),
            (TOPIC, ("buổi sáng", "5S - lớp ghép")),
            (TOPIC, ("5S (nếu có kinh phí)", "5S, nghỉ giữa chừng", "Lớp 5S đang xin chủ trương")),
            (LOCALITY, ("chờ bố trí", "Xã A (dự phòng)")),
        ),
    )
    def test_what_says_more_is_told(self, case: Case, cell: object) -> None:
        accepted, codes = _codes(case, cell)
        assert accepted == 0 or codes == [Fault.OTHER_SAYING]
        assert codes

    @for_each(
        ("case", "cell"),
        _cases(
            (ACTIVITY, ("Thử nghiệm", "thử\u00a0nghiệm; giám định", "Thử nghiệm không phá hủy")),
            (
                NAME,
                ("Trung tâm Kiểm định VLXD", "Viện A (VLXD)", "Công ty Giám định và Thử nghiệm"),
            ),
            (TOPIC, ("5S (đợt 2)", "Chỉ số KPI", "Chuyển đổi số", "Kế hoạch sản xuất, 5S")),
            (LOCALITY, ("Phường Cầu Giấy", "KCN Thăng Long", "Không gian sáng tạo")),
        ),
    )
    def test_what_says_no_more_is_not(self, case: Case, cell: object) -> None:
        assert (1, []) == _codes(case, cell)


class TestValues:
    """Cells of values as exports and people write them."""

    @pytest.mark.parametrize(
        ("cell", "vnd"),
        [
            *(
                ("1 tỷ 500 triệu", 1_500_000_000),
                ("150 nghìn", 150_000),
                ("150000000.0", 150_000_000),
            ),
            *(("150.000.000,00", 150_000_000), ("1 tỷ, 2 triệu đồng", 1_002_000_000)),
            *(("1 tr 500 nghìn", 1_500_000), ("150.000.000,0", 150_000_000)),
        ],
    )
    def test_amounts(self, cell: str, vnd: int) -> None:
        assert vnd == accepted(Support, SUPPORT, "Ngân sách (đồng)", cell).funding[0].vnd

    @pytest.mark.parametrize(
        "cell",
        ["500 triệu 1 tỷ", "1 tỷ 1500 triệu", "1 tỷ 500", "1 tỷ 5 người", "150 k", "1 tỷ 5 tỷ"],
    )
    def test_other_amounts_are_refused(self, cell: str) -> None:
        assert read(Support, [{**SUPPORT, "Ngân sách (đồng)": cell}]).accepted == 0

    @pytest.mark.parametrize(
        "kind", ["Doanh nghiệp nhà nước", "DN FDI", "Công ty TNHH MTV", "DNNVV", "DN nhỏ và vừa"]
    )
    def test_kinds_of_enterprises(self, kind: str) -> None:
        found = read(Support, [{**SUPPORT, "Loại hình": kind}])
        assert (1, ()) == (found.accepted, found.problems)

    @pytest.mark.parametrize(
        ("heading", "code"),
        [("Hủy", Fault.NOT_YES_OR_NO), ("Cấp", Fault.UNKNOWN_WORD)],
    )
    def test_a_day_is_not_a_word(self, heading: str, code: Fault) -> None:
        found = read(Support, [{**SUPPORT, heading: date(2024, 6, 5)}])
        assert [code] == [problem.code for problem in found.problems]
        formula = read(Support, [{**SUPPORT, heading: "=A1"}])
        assert [Fault.FORMULA] == [problem.code for problem in formula.problems]

    def test_a_row_without_its_headcount_lacks_it(self) -> None:
        row = {name: cell for name, cell in HEADS.items() if name != "Mã người"}
        (problem,) = read(Training, [{**row, "Số người": None}]).problems
        assert (Fault.MISSING, "Số người") == (problem.code, problem.column)
        (other,) = read(Training, [{**HEADS, "Số người": None}]).problems
        assert (Fault.MISSING, None) == (other.code, other.column)

    def test_a_part_that_is_struck_through_has_its_own_message(self) -> None:
        (problem,) = read(Support, [{**SUPPORT, "MST": "SAMPLE-12\u0336"}]).problems
        assert (Fault.STRUCK_PART, None) == (problem.code, problem.suggestion)
