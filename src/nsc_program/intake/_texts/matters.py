"""Tell what a course or advice is about: a matter of the programme, another one, or nothing.

A verb says what was done, and not about what: “Tập huấn PCCC” and “Tư vấn thuế” are courses and
advice, but not on productivity or quality. What is taught or advised must name a matter of the
programme, or nothing at all (“Lớp 2”, “Đào tạo tại doanh nghiệp”).
"""

import re
from functools import lru_cache

from nsc_program.intake._words.words import WordPattern, lowered

_TAUGHT = WordPattern(
    r"^(?:(?:tổ chức|mở|triển khai|thực hiện|hỗ trợ|gói|dịch vụ|hợp đồng|hoạt động|chương trình|"
    r"nội dung|công tác) )*(?:tập huấn|đào tạo|bồi dưỡng|huấn luyện|tư vấn|hướng dẫn|lớp|khóa|"
    r"khoá|chuyên đề|hội thảo|hội nghị (?:tập huấn|đào tạo)|dạy|học|ôn tập|bài giảng)\b"
)
"""How contents begin that say that something was taught or advised."""
_SPREAD = WordPattern(
    r"^(?:(?:tổ chức|hội thảo|hội nghị|tọa đàm|toạ đàm|chương trình|ngày hội|buổi|cuộc|đợt|"
    r"công tác) )*(?:tuyên truyền|truyền thông|phổ biến|quán triệt|giới thiệu|quảng bá)\b"
)
"""How the names of events begin that spread knowledge."""
_MATTER = WordPattern(
    r"\b(?:[3567]s|7qc|[45]m|5w1h|8d|a3|(?:iso|iec|tcvn|qcvn)\d+|năng suất|ns|nscl|chất lượng|"
    r"clsp|cải tiến|cải thiện|tiêu chuẩn|tc|quy chuẩn|qc|hợp chuẩn|hợp quy|đo lường|thử nghiệm|"
    r"hiệu chuẩn|giám định|chứng nhận|công nhận|kiểm định|kiểm nghiệm|kiểm tra|kiểm soát|đánh giá|"
    r"đánh giá viên|iso|iec|iatf|tcvn|qcvn|tccs|haccp|gmp|cgmp|glp|gsp|brc|fssc|ohsas|globalgap|"
    r"vietgap|gap|vietgahp|halal|ocop|astm|ce|fda|rohs|reach|kaizen|lean|sigma|tpm|tqm|tqc|tps|"
    r"kpis?|okrs?|bsc|mfca|lca|smed|kanban|jit|jidoka|andon|gemba|poka|vsm|oee|spc|fmea|apqp|ppap|"
    r"msa|qcc|pdca|dmaic|twi|erp|mes|crm|scm|iot|ai|plc|scada|cad|cam|cnc|esg|ems|qms|isms|mrp|"
    r"wms|bcp|hse|ehs|tfp|apo|quản lý|quản lí|quản trị|quản đốc|tổ trưởng|sản xuất|sxsh|quy trình|"
    r"qui trình|quá trình|hệ thống|tinh gọn|bảo trì|bảo dưỡng|chuyển đổi|cđs|số h(?:óa|oá)|"
    r"tự động h?(?:óa|oá)?|tự động|công nghệ|công cụ|đổi mới|sáng kiến|sáng tạo|sở hữu trí tuệ|"
    r"shtt|nhãn hiệu|thương hiệu|truy xuất|truy xuất nguồn gốc|txng|mã số|mã vạch|msmv|"
    r"nhãn h(?:àng|oá|óa)|ghi nhãn|bao bì|năng lượng|môi trường|khí nhà kính|khí thải|phát thải|"
    r"các-?bon|cacbon|carbon|cbam|xanh|tuần hoàn|bền vững|an toàn|vệ sinh|attp|vsattp|atvslđ|atlđ|"
    r"rủi ro|chuỗi|kho|logistics|lãng phí|chi phí|hiệu quả|hiệu suất|nhân lực|lãnh đạo|kỹ năng|"
    r"kĩ năng|nhóm|vấn đề|mô hình|phương pháp|giải pháp|chuyên gia|kỹ thuật|kĩ thuật|thống kê|"
    r"dữ liệu|thông minh|trí tuệ nhân tạo|chiến lược|kế hoạch|hoạch định|định mức|tối ưu|thiết bị|"
    r"dây chuyền|nhà máy|nhà xưởng|mặt bằng|phần mềm|thực hành|hữu cơ|trực quan|nguyên nhân|lỗi|"
    r"phòng ngừa|khắc phục|sai hỏng|phế phẩm|tiết kiệm|tiến độ|xuất khẩu|sản phẩm|thiết kế|"
    r"nhận thức|tư duy|hội nhập|wto|fta|evfta|cptpp|tbt|sps|sinh thái|thương mại điện tử|"
    r"thị trường|cơ cấu|marketing|giảng viên|tot|khuôn mẫu|tay nghề|xúc tiến thương mại|"
    r"nguồn nhân lực|văn h(?:óa|oá) doanh nghiệp|chuẩn h(?:óa|oá)|tái cấu trúc|cân bằng|chỉ số|"
    r"lao động|thao tác|productivity|quality|management|manufacturing|improvement|standard|"
    r"digital|maintenance|auditor|audit)\b"
)
"""The matters that contents of the programme name."""
_OUTSIDE = WordPattern(
    r"\b(?:pccc|pcccr|pccn|cnch|phòng cháy|chữa cháy|cứu nạn|cứu hộ|sơ cứu|sơ cấp cứu|cấp cứu|"
    r"(?:thuế|hóa đơn|hoá đơn|hddt|hđđt)(?! (?:carbon|các-?bon|cacbon))|bhxh|bhyt|bhtn|"
    r"bảo hiểm (?:xã hội|y tế|thất nghiệp|nhân thọ)|chính trị|lý luận|lí luận|nghị quyết|qp-?an|"
    r"quốc phòng|an ninh (?:quốc phòng|trật tự|quốc gia)|bầu cử|(?:an toàn )?giao thông|"
    r"phân loại rác|đảng (?:viên|ủy|uỷ|tuyên truyền|truyền thông|phổ biến|quán triệt|giới thiệu|"
    r"quảng bá|bộ|viên mới)|xây dựng đảng|công đoàn|đoàn viên|tôn giáo|dân tộc|dân vận|ngoại ngữ|"
    r"tiếng (?:anh|trung|nhật|hàn|pháp|đức|nga)|tin học (?:văn phòng|cơ bản|ứng dụng)|lái xe|lái|"
    r"nấu ăn|nấu nướng|pha chế|làm bánh|cắm hoa|thợ|học nghề|dạy nghề|cắt may|may công nghiệp|"
    r"may dân dụng|sửa chữa (?:xe|ô tô|điện|điện thoại)|làm đẹp|spa|trang điểm|làm tóc|massage|"
    r"dân số|kế hoạch h(?:óa|oá) gia đình|hiv|aids|ma t(?:úy|uý)|mại dâm|bạo lực|bình đẳng giới|"
    r"luật (?:lao động|hôn nhân|đất đai|đấu thầu|thuế|giao thông|bảo hiểm|hình sự|dân sự)|"
    r"hòa giải|hoà giải|khiếu nại|tố cáo|tố tụng|đấu thầu|văn thư|lưu trữ|tiền lương|visa|định cư|"
    r"du học|xuất khẩu lao động|chứng khoán|bất động sản|đất đai|môi giới|giải phóng mặt bằng|"
    r"văn nghệ|thể thao|yoga|bơi|khiêu vũ|làm giàu|phòng chống (?:tham nhũng|dịch|thiên tai|bão|"
    r"tội phạm|covid\S*)|tham nhũng|thiên tai|đuối nước|công trình|covid\S*|sức khỏe sinh sản|"
    r"dinh dưỡng|tiêm chủng|ly hôn|thừa kế|nghĩa vụ quân sự|nông thôn mới|giảm nghèo|"
    r"thành lập (?:công ty|doanh nghiệp))\b"
)
"""The matters of other programmes and of other courses."""
_FOR_WHOM = WordPattern(r" (?:cho|tại|ở|của|trong|đối với) .+$")
_NO_MATTER = WordPattern(
    r"\b(?:tập huấn|đào tạo|bồi dưỡng|huấn luyện|tư vấn|hướng dẫn|lớp|khóa|khoá|học|viên|"
    r"chuyên đề|hội thảo|hội nghị|tổ chức|mở|triển khai|thực hiện|hỗ trợ|gói|dịch vụ|hợp đồng|"
    r"hoạt động|chương trình|nội dung|công tác|số|đợt|lần|kỳ|quý|tháng|năm|ngày|buổi|giai đoạn|"
    r"đầu|cuối|i{1,3}|iv|vi{0,3}|[a-z]|k\d+|về|cho|của|tại(?! chỗ)|ở|trong|theo|từ|đến|và|các|"
    r"những|một|cùng|với|trực tiếp|trực tuyến|online|từ xa|tập trung|tại chỗ|nội bộ|chung|riêng|"
    r"cơ bản|nâng cao|chuyên sâu|ngắn hạn|trọn gói|lý thuyết|trên|dưới|cán bộ|công chức|viên chức|"
    r"nhân viên|công nhân|người|lao động|quản lý|lãnh đạo|giám đốc|chủ|doanh nghiệp|doanh nhân|dn|"
    r"dnnvv|nhỏ|vừa|htx|hợp tác xã|hộ|kinh doanh|làng nghề|cơ sở|công ty|cty|đơn vị|hội viên|"
    r"thành phố|hà nội|hn|tp|quận|huyện|phường|xã|kcn|khu công nghiệp|ccn|cụm|công nghiệp|địa bàn|"
    r"thủ đô|bộ|nguồn|kiến thức|nghiệp vụ|nhu cầu|mới|lại|bổ sung|ghép|mẫu)\b"
)
"""Words that name no matter: what was done, how, for whom, where and when."""
_NAMED = re.compile(r"[^\W\d_]")
_LEAST_OF_A_NAME = 2


@lru_cache(maxsize=4096)
def is_about_another_matter(text: str) -> bool:
    """Tell whether a content is a course or advice about no matter of the programme.

    >>> texts = ("Tập huấn PCCC", "Tư vấn thuế", "Tập huấn 5S", "Tư vấn tại doanh nghiệp", "Lớp 2")
    >>> [is_about_another_matter(each) for each in texts]
    [True, True, False, False, False]

    Args:
        text: the content.
    """
    return _is_about_another(text, _TAUGHT)


@lru_cache(maxsize=1024)
def is_of_another_matter_to_spread(text: str) -> bool:
    """Tell whether an event spreads knowledge, but not of a matter of the programme.

    >>> texts = ("Tuyên truyền bầu cử", "Phổ biến pháp luật thuế", "Phổ biến 5S", "Hội nghị")
    >>> [is_of_another_matter_to_spread(each) for each in texts]
    [True, True, False, False]

    Args:
        text: the name of the event.
    """
    return _is_about_another(text, _SPREAD)


def _is_about_another(text: str, verbs: WordPattern) -> bool:
    """Tell whether a text that begins with some verbs names no matter of the programme."""
    words = lowered(text)
    if _OUTSIDE.is_in(words.removesuffix(_FOR_WHOM.found_in(words))):
        return True
    taught = verbs.found_in(words)
    if not taught or _MATTER.is_in(words) or not _NAMED.search(_NO_MATTER.without(words)):
        return False
    return not _is_name(text.split()[len(taught.split()) :])


def _is_name(words: list[str]) -> bool:
    """Tell whether words are those of a name, such as that of a place (“Lớp Gia Lâm”)."""
    named = [word for word in words if _NAMED.search(_NO_MATTER.without(lowered(word)))]
    return len(named) >= _LEAST_OF_A_NAME and all(map(str.istitle, named))
