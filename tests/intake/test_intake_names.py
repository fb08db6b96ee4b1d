"""Unread cells beneath the headings of names, contents and remarks. Every row is made up."""

from typing import Any

import pytest

from each import for_each
from nsc_program import AssessmentBody, Expert, PilotModel, Support, Training
from nsc_program.intake import read
from rows import BODY, EXPERT, HEADS, MODEL, SUPPORT, TRAINING, Row

CERTIFIED: Row = {**EXPERT, "Ngày chứng nhận": "05/06/2024"}


def _told(kind: type[Any], row: Row, heading: str, *cells: object) -> bool:
    rows = [{**row, "Mã": f"k{place}", heading: cell} for place, cell in enumerate(cells)]
    return heading in {column.heading for column in read(kind, rows).telling}


class TestNamesBeside:
    """A column of names that is not read holds names of one person or enterprise, and no more."""

    @for_each(
        "name",
        [
            *(
                "Trần Văn Hùng, Nguyễn Văn Nam",
                "Trần Văn Hùng\nLê Lan",
                "Trần Văn Hùng và 02 người",
            ),
            *("Trần Văn Hùng + 1", "GV. Trần Văn Hùng", "Trần Văn Hùng - BTC", "Lê Lan (GV)"),
            *("Lê Lan - dự bị", "Nhóm 3 người", "Lê Lan và mẹ", "BTC Lê Lan", "Lê Lan (học bù)"),
            *("Lê Lan - Mai Thị Thu", "Lê Lan (đại diện 3 người)", "Lê Lan (thư ký lớp)"),
        ],
    )
    def test_several_people_or_a_role_are_told(self, name: str) -> None:
        assert _told(Training, TRAINING, "Họ và tên", name)
        assert _told(Expert, EXPERT, "Học viên", name)

    @for_each(
        "name",
        [
            *("Trần Văn Hùng", "TRẦN VĂN HÙNG", "trần văn hùng", "PGS.TS. Lê Lan", "H'Hen Niê"),
            *(
                "Lê Lan (1985)",
                "Lê Lan (Sở Y tế)",
                "Lê Lan - Phó phòng",
                "Ông Lê A.",
                "Lê Lan (B)",
                "Lê thị Lan",
            ),
        ],
    )
    def test_the_name_of_one_person_is_not(self, name: str) -> None:
        assert not _told(Training, TRAINING, "Họ và tên", name)

    @for_each(
        "name",
        [
            *(
                "Khách sạn A và Khách sạn B",
                "Công ty A; Công ty B",
                "Công ty A + B",
                "HTX A\nHTX B",
            ),
            *("Khách sạn A + 2 đơn vị", "Cụm 05 doanh nghiệp", "03 công ty con", "Sapo, Misa"),
            *("Công ty A (đã giải thể)", "Công ty A và các công ty con", "Công ty A - Công ty B"),
            *("Khách sạn A – Khách sạn B", "Khách sạn A / Khách sạn B", "02 phòng thử nghiệm"),
            *("Công ty A, B, C", "Công ty A (dừng)", "x" * 400),
        ],
    )
    def test_several_enterprises_or_an_end_are_told(self, name: str) -> None:
        assert _told(Support, SUPPORT, "Tên doanh nghiệp", name)

    @for_each(
        "name",
        [
            *("Công ty CP SX, TM & DV An Bình", "Cơ khí và Xây dựng Sóc Sơn", "Công ty CP May 10"),
            *("CÔNG TY TNHH CƠ KHÍ VÀ THƯƠNG MẠI", "Công ty TNHH Sản xuất\nvà Thương mại Bảo Ngọc"),
            *("Công ty A - Chi nhánh Hà Nội", "Công ty TNHH Hai Thành viên", "Công ty A (Hà Nội)"),
        ],
    )
    def test_the_name_of_one_enterprise_is_not(self, name: str) -> None:
        assert not _told(Support, SUPPORT, "Tên doanh nghiệp", name)

    @for_each(
        ("heading", "cell"),
        [
            *(("Đơn vị công tác", text) for text in ("HTX A (nghỉ giữa chừng)", "học bù", "Dự bị")),
            *(
                ("Đơn vị công tác", text)
                for text in ("Ban tổ chức", "HTX A (buổi 1)", "đã nghỉ học")
            ),
            *(
                ("Đơn vị công tác", text)
                for text in (
                    "Ban tổ chức lớp",
                    "Tổ giảng viên",
                    "Đơn vị tổ chức lớp",
                    "To giang vien",
                )
            ),
            *(("Phòng/ban", text) for text in ("nghỉ việc", "chưa rõ", "Bộ phận tổ chức lớp")),
            *(
                ("Chức vụ, đơn vị công tác", text)
                for text in ("Giảng viên lớp học - Viện Năng suất", "Ban tổ chức lớp")
            ),
            *(
                ("Chức vụ", text)
                for text in (
                    *("Giảng viên lớp học", "Báo cáo viên", "Nhóm giảng viên", "Thư ký lớp học"),
                    *("Giảng viên khóa", "Quản lý lớp", "GV khóa học", "giang vien lop hoc"),
                    *("Giảng viên lớp 2", "Ban giảng huấn", "Diễn giả"),
                )
            ),
            *(("Chức vụ", text) for text in ("dự bị", "BTC", "khách mời", "học hộ")),
            *(
                ("Lớp", text)
                for text in ("Lớp dự kiến", "Lớp đối chứng", "Lớp ghép", "K2 dự kiến", "abc xyz")
            ),
            ("Địa chỉ", "đã chuyển đi"),
        ],
    )
    def test_a_place_or_a_post_that_says_more_is_told(self, heading: str, cell: str) -> None:
        assert _told(Training, TRAINING, heading, cell)

    @for_each(
        ("heading", "cell"),
        [
            *(("Đơn vị công tác", text) for text in ("HTX Gốm Bát Tràng", "Sở KH&CN", "Tự do")),
            *(
                ("Đơn vị công tác", text)
                for text in ("Vinamilk", "Gốm sứ Bát Tràng", "Sở A (Hà Nội)")
            ),
            *(
                ("Đơn vị công tác", text)
                for text in ("Sở Khoa học và Công nghệ", "So Khoa hoc va Cong nghe", "Tổ cơ khí")
            ),
            *(
                ("Đơn vị công tác", text)
                for text in ("Công ty CP Khóa Minh Khai", "Trung tâm Lớp học Vui", "Khoa Cơ khí")
            ),
            ("Chức vụ, đơn vị công tác", "Trưởng phòng - Viện Năng suất"),
            ("Đơn vị tổ chức", "Ban tổ chức lớp"),
            *(("Phòng/ban", text) for text in ("Sản xuất", "Phòng KD", "P. 302", "QLCL")),
            *(("Chức vụ", text) for text in ("GĐ", "Phó phòng KD", "Kế toán", "Giảng viên")),
            *(
                ("Chức vụ", text)
                for text in ("Lớp trưởng", "Trưởng lớp", "Giáo viên lớp 3", "Trưởng khoa")
            ),
            *(
                ("Lớp", text)
                for text in (
                    "Lớp 1",
                    "K12-2024",
                    "Lớp 5S",
                    "Lớp Gia Lâm",
                    "5S cho A B",
                    "Bát Tràng",
                )
            ),
        ],
    )
    def test_an_ordinary_place_or_post_is_not(self, heading: str, cell: str) -> None:
        assert not _told(Training, TRAINING, heading, cell)

    @for_each(
        ("kind", "row", "heading", "cell"),
        [
            *(
                (PilotModel, MODEL, "Nội dung mô hình", text)
                for text in (
                    "Đối chứng",
                    "Mô hình ứng viên",
                    "thử nghiệm",
                    "dang xay dung",
                    "Dự bị",
                )
            ),
            *(
                (Support, SUPPORT, "Nội dung", text)
                for text in (
                    "Đăng ký tham gia",
                    "Tư vấn nhưng DN không áp dụng",
                    "Khảo sát",
                    "5S: 1/3 buổi",
                )
            ),
            (AssessmentBody, BODY, "Phòng thử nghiệm", "đã đóng cửa"),
        ],
    )
    def test_a_content_that_says_more_is_told(
        self, kind: type[Any], row: Row, heading: str, cell: str
    ) -> None:
        assert _told(kind, row, heading, cell)

    @for_each(
        ("kind", "row", "heading", "cell"),
        [
            *(
                (PilotModel, MODEL, "Nội dung mô hình", text)
                for text in (
                    "Rau an toàn",
                    "Đã áp dụng 5S",
                    "Chè xanh",
                    "Mô hình thử nghiệm giống lúa",
                )
            ),
            (Support, SUPPORT, "Nội dung", "Khảo sát, tư vấn 5S"),
            (AssessmentBody, BODY, "Nội dung", "Thử nghiệm"),
            (Support, SUPPORT, "Ngành nghề", "Thử nghiệm"),
            (Support, SUPPORT, "Xuất khẩu", "Không"),
        ],
    )
    def test_an_ordinary_content_is_not(
        self, kind: type[Any], row: Row, heading: str, cell: str
    ) -> None:
        assert not _told(kind, row, heading, cell)


class TestRemarksAndMarks:
    """Remarks that count or name another value, rolls with two marks, and papers without a day."""

    @pytest.mark.parametrize("remark", ["2 người", "+1", "02", "V", "2022", "03 học viên", "x2"])
    def test_a_remark_that_counts_is_told(self, remark: str) -> None:
        assert _told(Training, TRAINING, "Ghi chú", remark)

    def test_a_remark_may_count_what_the_row_stands_for(self) -> None:
        assert _told(Training, {**HEADS, "Số người": 35}, "Ghi chú", "30 người")
        assert not _told(Training, {**HEADS, "Số người": 30}, "Ghi chú", "30 người")
        assert not _told(Support, SUPPORT, "Ghi chú", "0912345678")

    def test_a_remark_may_not_name_another_value_than_the_row_has(self) -> None:
        row = {**MODEL, "Công nhận lại": None}
        assert _told(PilotModel, row, "Ghi chú", "lần 2")
        assert not _told(PilotModel, {**row, "Công nhận lại": "x"}, "Ghi chú", "lần 2")

    def test_x_and_v_in_one_column_are_told(self) -> None:
        assert _told(Training, TRAINING, "Điểm danh", "x", "v", "x")
        assert _told(Training, TRAINING, "Có mặt", "có", "v", "có")
        assert not _told(Training, TRAINING, "Điểm danh", "v", "v")
        assert not _told(Training, TRAINING, "Điểm danh", "x", "x")

    def test_the_number_of_a_paper_without_its_day_is_told(self) -> None:
        assert _told(Expert, EXPERT, "Số chứng chỉ", "14/CC")
        assert not _told(Expert, CERTIFIED, "Số chứng chỉ", "14/CC")
        assert not _told(Expert, EXPERT, "Số chứng chỉ", "-")
        assert _told(Support, {**SUPPORT, "Kết thúc": None}, "Số BB nghiệm thu", "12/BB")
