"""Tell whether a text says that another thing was done than its column asks for, or for whom.

A survey or a meeting is neither a support nor a course, an office receives no support of
enterprises, and a paper that confirms attendance is not a certificate.
"""

import re

from nsc_program.intake._states.statuses import without_labels
from nsc_program.intake._texts.heads import has_known_head
from nsc_program.intake._texts.matters import (
    is_about_another_matter,
    is_of_another_matter_to_spread,
)
from nsc_program.intake._texts.tails import tails_of
from nsc_program.intake._words.gates import Gate
from nsc_program.intake._words.provinces import ends_in_a_province
from nsc_program.intake._words.words import WordPattern, lowered, lowest

_OF_CONTENT = re.compile(
    r"(?:ten |ten cac |cac )?(?:noi dung|lop|khoa|khoá|chuyen de|chu de|hoat dong|cong viec|"
    r"nhiem vu|"
    r"dich vu tu van|hang muc|dau viec|goi|mo hinh|mo ta|dien giai|giai phap|cong cu|he thong|mon|"
    r"bai giang|loai hinh)\b.*"
)
_OF_AN_EVENT = re.compile(
    rf"{_OF_CONTENT.pattern}|"
    r"(?:ten )?(?:cac )?(?:su kien|hoi nghi|hoi thao|cuoc|buoi|chuong trinh|toa dam)\b.*"
)
_OF_COUNTED = frozenset({"Support", "Training", "Expert", "PilotModel"})
_OF_CONTENTS = frozenset({"Support", "Training"})
_OF_EVENTS = frozenset({"Dissemination"})
_OTHER = WordPattern(
    r"^(?:khảo sát|điều tra|họp|hội chợ|triển lãm|tham gia|tham dự|tham quan|thăm|dự|gặp mặt|"
    r"gặp gỡ|"
    r"sơ kết|tổng kết|lễ|thanh tra|quảng bá|xúc tiến|giao lưu|phát động|ký kết|ký hợp đồng|"
    r"tiếp xúc|tiếp đoàn|học tập kinh nghiệm|làm việc (?:với|tại)|đánh giá (?:hiện trạng|nhu cầu|"
    r"thực trạng|ban đầu)|thẩm định|rà soát|mời|vận động|hội nghị|hội thảo|tọa đàm|toạ đàm|"
    r"trao đổi|đi|công tác|trao giải|khai trương|kết nối|tuyên truyền|phổ biến|mua sắm|liên hoan|"
    r"văn nghệ|hội thi|bình chọn|xét chọn|lập (?:dự án|hồ sơ|kế hoạch|danh sách)|thu thập|nghe|"
    r"nghiệm thu|thanh lý|quyết toán|giới thiệu (?:sản phẩm|doanh nghiệp)|lựa chọn|lấy ý kiến|"
    r"đăng ký|tìm hiểu|thống kê|truyền thông|đoàn|diễn đàn|ngày hội|hội đồng|chiêu sinh|"
    r"tuyển sinh|mở đăng ký|thông báo|khai giảng|bế giảng|phát (?:chứng chỉ|chứng nhận|tài liệu|"
    r"tờ rơi|sách)|(?:gửi|tặng|cấp|cấp phát|cho mượn|mua|bán|biếu) (?:tài liệu|sách|phần mềm|máy|"
    r"thiết bị|ấn phẩm)|vay vốn|(?:cử|mời) \d+|thi (?:cuối|giữa|hết|thử|lại|đầu))\b"
)
"""How the names of other activities begin."""
_BY_THEMSELVES = WordPattern(
    r"^(?:(?:dn|doanh nghiệp|công ty|cty|htx|hợp tác xã|cơ sở|đơn vị) )?tự (?:thực hiện|áp dụng|"
    r"làm|đào tạo|triển khai|xây dựng|tổ chức|tập huấn|học|cải tiến|thuê|túc|nguyện|lo)\b"
)
"""How work begins that an enterprise did without the support."""
_PREPARING = WordPattern(
    r"^(?:chuẩn bị|tổng duyệt|duyệt|(?:biên )?soạn|thiết kế|in|in ấn|dàn dựng|khảo sát|họp|rà soát|"
    r"nghiệm thu|thanh lý|quyết toán|đấu thầu|lựa chọn|thẩm định|lấy ý kiến|phê duyệt|"
    r"xây dựng|lập|ký|mua sắm)\b"
)
"""How the names of the work before and after an event begin."""
_OWN = WordPattern(
    r"^(?:tư vấn|áp dụng|xây dựng|hỗ trợ|đào tạo|tập huấn|huấn luyện|bồi dưỡng|hướng dẫn|"
    r"triển khai|"
    r"cải tiến|chuẩn hóa|chuẩn hoá|thiết lập|thực hành|hội (?:nghị|thảo) (?:tập huấn|đào tạo)|5s|"
    r"kaizen|lean|"
    r"tpm|kpi|iso|haccp|tcvn|gmp)\b"
)
_CLAUSES = re.compile(r"[,;+&]|\bvà\b|\bva\b|\s[-–]\s|:\s")
_OF_BODIES = re.compile(
    r"(?:ten |ten day du |ten goi )?(?:cua )?(?:doanh nghiep|dn|don vi|to chuc|co so|cong ty|cty|"
    r"htx|"
    r"hop tac xa|dn htx|doanh nghiep htx|enterprise|company)(?: name)?"
    r"(?: (?:duoc ho tro|tham gia|thu huong))?|ten|name"
)
_OF_ENTERPRISES = frozenset({"Support", "PilotModel", "Enterprise"})
_OFFICE = WordPattern(
    r"^(?:ubnd|(?:ủy|uỷ) ban|hđnd|hội đồng nhân dân|sở|chi cục|cục|tổng cục|phòng|ban|đảng (?:ủy|"
    r"uỷ)|"
    r"công an|mặt trận|văn phòng|bộ|trạm|đoàn|hội (?:phụ nữ|nông dân|cựu|liên hiệp|chữ thập|đồng)|"
    r"huyện|quận|xã|phường|thị trấn|thị xã|thôn|xóm|tổ dân phố|chi hội|nghiệp đoàn|công đoàn|đồn|"
    r"trung đoàn|ông|bà|gia đình|trường (?:mầm|tiểu|thcs|thpt|trung học)|kho bạc|"
    r"bảo hiểm xã hội|thanh tra|tòa án|toà án|viện kiểm sát)\b"
)
"""How the names of offices of the state begin, which are not enterprises."""
GATE_OF_OFFICES = Gate(_OFFICE)
_ANOTHER_BODY = WordPattern(
    r"^(?:công ty|cty|htx|hợp tác xã|dntn|hộ kinh doanh|hkd|tập đoàn|tổng công ty|"
    r"doanh nghiệp tư nhân)"
    r" [^\W\d]"
)
_OF_PROOFS = re.compile(
    r".*\b(?:chung chi|chung nhan|giay|bang|van bang|so hieu|so cc|tieu chuan|trinh do|"
    r"certificate)\b.*"
)
_ATTENDANCE = WordPattern(
    r"\b(?:tham dự|tham gia|xác nhận|thư mời|giấy mời|giấy khen|bằng khen|thư cảm ơn|kỷ niệm|"
    r"dự thính|"
    r"có mặt|điểm danh|attendance|attended|participation|participated)\b"
)


def is_another_activity(kind: str, heading: str, text: str) -> bool:
    """Tell whether the content of a record is another activity than those of its class.

    >>> texts = ("Khảo sát nhu cầu đào tạo", "Khảo sát và tư vấn 5S", "Kỹ năng khảo sát")
    >>> [is_another_activity("Training", "Tên lớp", text) for text in texts]
    [True, False, False]

    Args:
        kind: the name of the class of the record.
        heading: the heading of the text.
        text: the text.
    """
    if kind in _OF_ASSESSING and _OF_FIELDS.fullmatch(lowest(heading)):
        return _is_no_assessment(text)
    if kind in _OF_EVENTS and _OF_AN_EVENT.fullmatch(lowest(heading)):
        return _spreads_nothing(text)
    if kind == "Support" and _OF_HELPERS.fullmatch(lowest(heading)):
        return _BY_THEMSELVES.is_in(lowered(text))
    if kind not in _OF_COUNTED or _OF_CONTENT.fullmatch(lowest(heading)) is None:
        return False
    if ends_in_a_province(text) or any(map(_ANOTHER_BODY.is_in, map(lowered, tails_of(text)))):
        return True
    if _BY_THEMSELVES.is_in(lowered(text)):
        return True
    clauses = [without_labels(lowered(part)) for part in _CLAUSES.split(text)]
    if _OTHER.is_in(clauses[0]):
        return not any(map(_OWN.is_in, clauses))
    return kind in _OF_CONTENTS and (_is_of_another_head(text) or is_about_another_matter(text))


_OF_HELPERS = re.compile(
    r"(?:ten )?(?:don vi|to chuc|chuyen gia|co quan|ben)(?: \w+)? (?:tu van|ho tro|thuc hien|"
    r"dao tao)"
)
"""The headings above the names of those who helped an enterprise."""
_OF_ASSESSING = frozenset({"AssessmentBody"})
_OF_FIELDS = re.compile(
    r"(?:linh vuc|nganh|nganh nghe|hoat dong|noi dung|dich vu|loai hinh|chuc nang|pham vi|nang luc)"
    r"\b(?! phuc vu).*"
)
_ASSESSES = WordPattern(
    r"\b(?:thử nghiệm|hiệu chuẩn|giám định|chứng nhận|kiểm định|kiểm nghiệm|kiểm tra|đánh giá|"
    r"đo lường|phân tích|công nhận|thẩm tra|xác nhận|xét nghiệm|quan trắc|thẩm định|kiểm kê|"
    r"testing|calibration|inspection|certification|verification|iso/iec)\b"
)
_ASSESSES_NOTHING = WordPattern(
    r"^(?:dịch vụ )?(?:tư vấn|đào tạo|tập huấn|bồi dưỡng|huấn luyện|nghiên cứu|chuyển giao|"
    r"hướng dẫn|hỗ trợ|khuyến (?:nông|công)|truyền thông|tuyên truyền|xuất bản|xúc tiến|"
    r"kinh doanh|buôn bán|bán|mua bán|cho thuê|thiết kế|lắp đặt|sửa chữa|bảo trì|phần mềm|"
    r"tổ chức sự kiện|quản lý nhà nước|giảng dạy|giáo dục)\b"
)
"""How the work of a body begins that assesses nothing."""


def _is_no_assessment(text: str) -> bool:
    """Tell whether a body does other work than to test, to calibrate, to inspect or to certify."""
    return _ASSESSES_NOTHING.is_in(lowered(text)) and not _ASSESSES.is_in(lowered(text))


_MEETING = re.compile(
    r"(?i)^(?:hội nghị|hội thảo|cuộc|buổi|sự kiện|chương trình|cuộc họp|lễ|hoi nghi|le)\s+"
)
_SPREADS = WordPattern(
    r"\b(?:tuyên truyền|phổ biến|truyền thông|giới thiệu|quảng bá|nhận thức|hưởng ứng|"
    r"phát động|lan tỏa|lan toả|chia sẻ|tập huấn|ra quân|quán triệt|triển khai|nhân rộng)\b"
)
_SPREADS_NOTHING = WordPattern(
    r"^(?:trao|tổng kết|sơ kết|vinh danh|tôn vinh|khen thưởng|kỷ niệm|liên hoan|họp|gặp mặt|"
    r"gặp gỡ|giao ban|khai trương|khánh thành|khai giảng|bế giảng|ký kết|công bố quyết định|"
    r"quảng cáo|xúc tiến|kết nối cung cầu|giới thiệu sản phẩm|"
    r"bổ nhiệm|đại hội|giao lưu|văn nghệ|thể thao|hội thao|hội thi|tham quan|thăm|du lịch|chúc|"
    r"tất niên|tân niên|nghiệm thu|xét|bình xét|bình chọn|cấp|nhận|bàn giao|đón|công tác|"
    r"cán bộ công chức|cán bộ, công chức|công đoàn|đảng|chi bộ)\b"
)
"""How events begin that spread nothing."""


def _spreads_nothing(text: str) -> bool:
    """Tell whether an event is the work around one, or no event that spreads knowledge."""
    if _PREPARING.is_in(lowered(text)):
        return True
    if is_of_another_matter_to_spread(text):
        return True
    is_spread = _SPREADS.is_in(lowered(text))
    return not is_spread and _SPREADS_NOTHING.is_in(lowered(_MEETING.sub("", text)))


_HELP = re.compile(
    r"(?i)^(?:gói hỗ trợ|hỗ trợ|tổ chức|ho tro)"
    r"(?: (?:chi phí|kinh phí|tổ chức|cho|doanh nghiệp|dn|100%|50%))*\s+"
)


def _is_of_another_head(text: str) -> bool:
    """Tell whether a content, or what it helps with, begins as no content does."""
    rest = _HELP.sub("", text, count=1)
    clauses = [lowered(part) for part in _CLAUSES.split(rest)]
    is_other = _OF_MONEY.is_in(clauses[0]) or (rest != text and _OTHER.is_in(clauses[0]))
    if is_other:
        return not any(map(_OWN.is_in, clauses))
    return not (has_known_head(text) and has_known_head(rest))


_OF_MONEY = WordPattern(r"^(?:lãi suất|vay|thuê|tiền|khởi nghiệp(?! sáng tạo))\b")
"""What an enterprise is helped with beside its productivity."""


def is_of_an_office(kind: str, heading: str, text: str) -> bool:
    """Tell whether an office of the state stands where an enterprise is named.

    Args:
        kind: the name of the class of the record.
        heading: the heading of the text.
        text: the text.
    """
    if kind not in _OF_ENTERPRISES or _OF_BODIES.fullmatch(lowest(heading)) is None:
        return False
    return is_an_office(text)


def is_an_office(text: str) -> bool:
    """Tell whether a text begins as the name of an office of the state.

    Args:
        text: the text.
    """
    return not GATE_OF_OFFICES.is_closed(text) and _OFFICE.is_in(lowered(text))


def is_attendance(heading: str, text: str) -> bool:
    """Tell whether a text beneath the heading of a proof only says that a person attended.

    Args:
        heading: the heading of the text.
        text: the text.
    """
    return _OF_PROOFS.fullmatch(lowest(heading)) is not None and _ATTENDANCE.is_in(lowered(text))
