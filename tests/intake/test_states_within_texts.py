"""States, places and marks within the texts of ordinary lists, none of which passes silently."""

from typing import Any

import pytest

from each import for_each
from nsc_program.intake import Fault, read
from nsc_program.intake._cells.discreet import only_known
from nsc_program.intake._cells.verdicts import Verdict, is_of_work, judged
from nsc_program.intake._headings.beside import tells
from nsc_program.intake._headings.columns import Values
from nsc_program.intake._states.remarks import is_plain
from nsc_program.intake._states.states_within import holds_a_state
from nsc_program.intake._tables.unread_lines import Plainness
from nsc_program.intake._texts.names import is_person
from nsc_program.intake._texts.row_texts import is_odd
from nsc_program.intake._texts.subjects import contradicts
from nsc_program.intake._texts.tails import has_odd_tail
from nsc_program.intake._words.capitals import is_given_name, is_initialled
from nsc_program.intake._words.provinces import is_in_another_province, names_another_province
from nsc_program.records._records import Support
from rows import SUPPORT

NO_VALUES: Values = {}


class TestStates:
    @for_each(
        "text",
        [
            "Tập huấn Kaizen hoãn",
            "Hội thảo chuyển đổi số bị ngừng",
            "Lớp GMP không có học viên",
            "Hủy buổi sáng",
            "Tập huấn HACCP chưa chốt",
            "Sóc Sơn đã giải thể",
            "Viện Thử nghiệm Sao Mai đóng cửa",
            "Tập huấn 5S năm sau",
            "Lớp 5S Hoãn",
            "TẬP HUẤN 5S HỦY",
            "Tap huan 5S dinh chi",
            "Tap huan 5S hoan",
            "postponed",
            "chưahọc",
            "0 nghiệm thu",
            "đổi đơn vị khác",
            "Công ty TNHH Sao Mai dừng",
        ],
    )
    def test_one_among_other_words(self, text: str) -> None:
        assert holds_a_state(text)

    @for_each(
        "text",
        [
            "Tập huấn Kaizen",
            "Không ngừng",
            "Kiểm soát hàng trả lại",
            "Giảm thời gian dừng máy",
            "Kỹ năng thu hồi sản phẩm",
            "Hạn chế chất phân hủy",
            "Cầu treo",
            "Phòng cháy chưa cháy",
            "Tư vấn cho doanh nghiệp chưa áp dụng ISO 9001",
            "Lê Thu Hồi",
            "Nguyễn Văn Hoãn",
            "Công ty TNHH MTV Thu Hồi",
            "Thiết bị đo",
            "Sua chua",
            "Kinh te tuan hoan",
            "phuong Ha Dong",
        ],
    )
    def test_none(self, text: str) -> None:
        assert not holds_a_state(text)

    @for_each(
        ("heading", "text", "is_told"),
        [
            ("Tên doanh nghiệp", "lơ lửng", True),
            ("Địa chỉ", "chẳng thấy đâu", True),
            ("Nội dung hỗ trợ", "mất hút", True),
            ("Nội dung hỗ trợ", "đào tạo", False),
            ("Tên doanh nghiệp", "htx sao mai", False),
            ("Địa chỉ", "thôn ngọc lân", False),
            ("Tên doanh nghiệp", "lơ lửng 5", False),
            ("Nội dung hỗ trợ", "một câu dài hơn bốn chữ", True),
            ("Sản phẩm", "lơ lửng", False),
            ("Số hợp đồng", "3/2024/HĐ-TV lơ lửng", True),
            ("Số hợp đồng", "3/2024/HĐ-TV về tư vấn", False),
            ("Số hợp đồng", "3/2024/HĐ-TV", False),
            ("Số quyết định", "7/QĐ-UBND công nhận mô hình", False),
            ("Chứng nhận ISO", "Chưa có", False),
            ("Tên tổ chức", "Viện Đo lường Sóc Sơn lơ lửng", True),
            ("Nội dung", "Tập huấn 5S lơ lửng", True),
            ("Nội dung", "Tập huấn ISO 9001 lơ lửng", True),
            ("Nội dung", "Tập huấn ISO 9001 cho cán bộ", False),
            ("Nội dung", "Bài 2 lơ lửng", False),
            ("Nội dung", "Tập huấn GMP cơ bản", False),
            ("Tên doanh nghiệp", "Công ty In Nông nghiệp", False),
            ("Tên doanh nghiệp", "Công ty Gốm sứ", False),
            ("Tên tổ chức", "Viện Địa lý tự nhiên", False),
            ("Chức vụ", "Trưởng Phòng lơ lửng", False),
        ],
    )
    def test_words_that_are_not_what_is_asked_for(
        self, heading: str, text: str, *, is_told: bool
    ) -> None:
        assert is_told == is_odd("Support", heading, text, NO_VALUES)


class TestRemarks:
    @pytest.mark.parametrize("remark", ["!", "??", "(?)", "+", "không"])
    def test_a_mark_or_a_no_is_not_plain(self, remark: str) -> None:
        assert not is_plain(remark)

    @pytest.mark.parametrize("remark", ["-", "…", '"', "✓", "(*)", "không có"])
    def test_a_dash_or_a_tick_is_plain(self, remark: str) -> None:
        assert is_plain(remark)

    @pytest.mark.parametrize(
        "remark", ["v", "Không", "?", "rời", "tăng thêm", "Giảm trừ DN", "bị cắt giảm"]
    )
    def test_one_of_a_few_words_is_told(self, remark: str) -> None:
        assert tells("Ghi chú", remark, lacks_its_day=False)

    def test_a_result_is_known(self) -> None:
        assert not tells("Ghi chú", "Giảm 12% phế phẩm", lacks_its_day=False)

    def test_yes_has_its_accents_or_none(self) -> None:
        assert is_of_work("Rồi.")
        assert is_of_work("ROI")
        assert not is_of_work("rời")
        assert not is_of_work("Cố")

    @pytest.mark.parametrize(
        ("kind", "values", "is_other"),
        [
            ("Support", {}, True),
            ("Expert", {"renewal": True}, False),
            ("Training", {}, False),
        ],
    )
    def test_a_second_time(self, kind: str, values: dict[str, Any], *, is_other: bool) -> None:
        assert is_other == contradicts(kind, "Lần thứ 3", values)


class TestPlaces:
    @pytest.mark.parametrize(
        "text", ["xưởng tại Hà Nam", "Hội thảo ở tỉnh Phú Thọ", "Tap huan tai Hai Duong"]
    )
    def test_another_province_behind_at(self, text: str) -> None:
        assert names_another_province(text)
        assert is_in_another_province(text)

    @pytest.mark.parametrize(
        "text", ["tại Hà Nội", "tại phố Huế", "Khảo sát tại Thái Bình Dương", "12 phố Huế"]
    )
    def test_none(self, text: str) -> None:
        assert not names_another_province(text)


class TestPeople:
    @pytest.mark.parametrize("name", ["Th. M. Dung", "Đ.V. Huy", "Ng. Hoan", "Dung"])
    def test_a_given_name_is_not_a_state(self, name: str) -> None:
        assert is_given_name(name)
        assert judged("Họ và tên", name) is Verdict.SILENT
        assert is_person(name)
        assert not has_odd_tail(name)

    @pytest.mark.parametrize("text", ["dung", "HUY", "Đã Huy", "K. Đạt", "Th. Hủy", "th. dung"])
    def test_no_given_name(self, text: str) -> None:
        assert not is_given_name(text)
        assert not is_initialled(text)

    def test_a_remark_is_not_a_name(self) -> None:
        assert judged("Ghi chú", "Huy") is Verdict.DENIED

    def test_words_of_states_and_grades_are_shown(self) -> None:
        assert only_known("vắng học") == "vắng học"
        assert only_known("Trung bình khá") == "Trung bình khá"
        assert only_known("NSNN") == "NSNN"
        assert only_known("Vắng: Bình") == "Vắng: …"
        assert only_known("Hội trường lớn, 40 lượt") == "Hội trường lớn, 40 lượt"

    def test_a_name_in_small_letters_is_not_shown(self) -> None:
        assert only_known("vắng: trần mẫu, chờ") == "vắng: …, chờ"
        assert only_known("nguyễn văn mẫu nghỉ") == "… nghỉ"


class TestLines:
    @pytest.mark.parametrize(
        "line", ["Chuyển tiếp từ năm 2022", "Tồn đọng từ kỳ trước", "Năm 2022 chuyển sang"]
    )
    def test_one_that_is_carried_over_is_told(self, line: str) -> None:
        plainness = Plainness(Support, frozenset(), lambda _: False)
        assert plainness.is_told(line)

    def test_the_note_of_a_row_that_may_be_a_line_is_shown(self) -> None:
        rows = [{**SUPPORT, "Mã": f"HT-{place}"} for place in (1, 2)]
        note = dict.fromkeys(SUPPORT) | {"Mã": "(*) Theo hợp đồng tạm"}
        found = read(Support, [*rows, note])
        assert [problem.code for problem in found.problems] == [Fault.NO_RECORD]
        assert [line.text for line in found.lines] == ["(*) Theo hợp đồng tạm"]
