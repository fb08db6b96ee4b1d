"""A content that begins as none of the programme does is told, and ordinary ones pass.

All data are made up.
"""

from typing import Any

from each import for_each
from nsc_program import AssessmentBody, Dissemination, Support, Training
from nsc_program.intake import read
from rows import BODY, EVENT, HEADS, SUPPORT

_CONTENT, _COURSE, _EVENT, _FIELD = "Nội dung hỗ trợ", "Tên lớp", "Tên sự kiện", "Lĩnh vực"
_ROWS = {Support: SUPPORT, Training: HEADS, Dissemination: EVENT, AssessmentBody: BODY}


def is_told(kind: type[Any], heading: str, text: str) -> bool:
    return not read(kind, [{**_ROWS[kind], heading: text}]).is_understood


@for_each(
    ("kind", "heading", "text"),
    [
        (Support, _CONTENT, "Tặng quà Tết"),
        (Support, _CONTENT, "Nhắc nộp báo cáo"),
        (Support, _CONTENT, "Cử người dự tập huấn 5S"),
        (Support, _CONTENT, "Cu nguoi du tap huan 5S"),
        (Support, _CONTENT, "Hỗ trợ in tờ rơi 5S"),
        (Support, _CONTENT, "Hỗ trợ lãi suất vay vốn"),
        (Support, _CONTENT, "Hỗ trợ chi phí thuê gian hàng"),
        (Support, _CONTENT, "Hỗ trợ khởi nghiệp"),
        (Support, _CONTENT, "Hỗ trợ tham gia hội chợ"),
        (Support, _CONTENT, "Hỗ trợ chuyên chở hàng"),
        (Support, _CONTENT, "Hỗ trợ tổ chức hội chợ"),
        (Training, _COURSE, "Kiểm tra cuối khóa ISO 9001"),
        (Training, _COURSE, "Thi sát hạch ISO 9001"),
        (Training, _COURSE, "Sinh hoạt câu lạc bộ chất lượng"),
        (Support, _CONTENT, "Tư vấn thuế"),
        (Support, _CONTENT, "Tu van thue"),
        (Support, _CONTENT, "Dịch vụ tư vấn pháp lý"),
        (Support, _CONTENT, "Hướng dẫn xin giấy phép xây dựng"),
        (Training, _COURSE, "Tập huấn PCCC"),
        (Training, _COURSE, "Bồi dưỡng chính trị"),
        (Training, _COURSE, "Đào tạo lái xe"),
        (Training, _COURSE, "Tập huấn quản lý thuế"),
        (Training, _COURSE, "Tập huấn trồng rau"),
        (Training, _COURSE, "Tư vấn Thuế"),
        (Training, _COURSE, "Lớp Thợ Hàn"),
        (Training, _COURSE, "An toàn PCCC"),
        (Training, _COURSE, "Tập huấn cho cán bộ về PCCC"),
        (Dissemination, _EVENT, "Lễ trao giải thưởng chất lượng"),
        (Dissemination, _EVENT, "Hội nghị tổng kết công tác năm"),
        (Dissemination, _EVENT, "In tờ rơi"),
        (AssessmentBody, _FIELD, "Tư vấn"),
        (AssessmentBody, _FIELD, "Đào tạo"),
        (AssessmentBody, _FIELD, "Tư vấn, đào tạo ISO"),
        (AssessmentBody, _FIELD, "Kinh doanh thiết bị"),
    ],
)
def test_another_activity_is_told(kind: type[Any], heading: str, text: str) -> None:
    assert is_told(kind, heading, text)


@for_each(
    ("kind", "heading", "text"),
    [
        (Support, _CONTENT, "Áp dụng 5S"),
        (Support, _CONTENT, "Hỗ trợ áp dụng Kaizen"),
        (Support, _CONTENT, "Hỗ trợ chi phí chứng nhận ISO 9001"),
        (Support, _CONTENT, "Hỗ trợ khảo sát, tư vấn 5S"),
        (Support, _CONTENT, "Loại bỏ lãng phí"),
        (Support, _CONTENT, "tu van cai tien"),
        (Support, _CONTENT, "https://a.vn/5s"),
        (Training, _COURSE, "Kỹ năng quản lý sản xuất"),
        (Training, _COURSE, "Thẻ điểm cân bằng"),
        (Training, _COURSE, "Nhận thức chung về năng suất"),
        (Training, _COURSE, "Lớp 2"),
        (Training, _COURSE, "Lớp Gia Lâm"),
        (Training, _COURSE, "Đào tạo nội bộ"),
        (Training, _COURSE, "Tập huấn cho cán bộ quản lý doanh nghiệp"),
        (Training, _COURSE, "Bồi dưỡng kỹ năng lãnh đạo"),
        (Training, _COURSE, "Tap huan ve quan ly chat luong"),
        (Support, _CONTENT, "Tư vấn tại doanh nghiệp"),
        (Support, _CONTENT, "Tư vấn 5S cho xưởng may công nghiệp"),
        (Support, _CONTENT, "Tư vấn xây dựng hệ thống quản lý theo ISO 9001:2015"),
        (Dissemination, _EVENT, "Hội nghị tổng kết và phổ biến mô hình 5S"),
        (Dissemination, _EVENT, "Hội thảo năng suất"),
        (AssessmentBody, _FIELD, "Thử nghiệm"),
        (AssessmentBody, _FIELD, "Đào tạo, chứng nhận"),
        (AssessmentBody, _FIELD, "Thực phẩm"),
    ],
)
def test_an_ordinary_text_passes(kind: type[Any], heading: str, text: str) -> None:
    assert not is_told(kind, heading, text)
