"""Tell whether a content begins as those of the programme do.

Words that name another thing have no end. But what enterprises are helped with and people are
taught begins with work (“Tư vấn”, “Tập huấn”), a subject (“Năng suất”), a norm (“ISO 9001”), or a
name with capitals. A content that begins otherwise is told: “Tặng quà Tết”, “Thi sát hạch”.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from nsc_program.intake._words.content_words import CONTENT
from nsc_program.intake._words.words import folded, lowered

_HEADS = """
thực hiện|tổ chức|tham vấn|đánh giá|nâng cấp|hỗ trợ|nghiên cứu|ứng dụng|phổ biến|lớp|khóa|khoá|
chương trình|dự án|nhiệm vụ|gói|hợp đồng|dịch vụ|đề án|hoạt động|công việc|kỳ|học|lập|nhóm|bài|
chương|môn|buổi|đợt|hội thảo|hội nghị|khai thác|sử dụng|cập nhật|rà soát|khảo sát|tập|hoàn thiện|
cung cấp|thử|làm chủ|cách|vai trò|tìm|cải thiện|giảm|tăng|tiếp cận|lập kế hoạch|bộ|các|một số|
kiểm tra nội bộ|
chứng chỉ|luật|nghị định|thông tư|chính sách|xác định|nguyên lý|thông tin|tái|quy định|sổ tay|
cấp|tính|đổi|quy|hành động|bảo vệ|loại bỏ|xử lý|tự đánh giá|hồ sơ|hạn chế|phòng|nhận diện|
nhận biết|chống|khắc phục|bố trí|sắp xếp|định hướng|chiến lược|đọc|viết|soạn thảo|kết nối|cơ cấu|
đầu tư|thay đổi|giám sát|ghi chép|đồng hành|tác phong|tầm|ý thức|thói quen|hiểu|nhập môn|khung|mã|
hướng|chẩn đoán|cố vấn|kèm cặp|công nhận|bảo hộ|cắt giảm|tạo|rèn luyện|tuân thủ|thị trường|
mở rộng|lồng ghép|điều hành|phát huy|phát hiện|trang bị|củng cố|đo|lắp|tái cấu trúc|nghiệp vụ|
tích hợp|ngày|kinh nghiệm|hoạch định|tuyển dụng|bản|xu hướng|cơ hội|tiêu chí|bí quyết|đồng bộ|
điều kiện|quan hệ|tập trung|nền tảng|thành lập|lợi ích|ý nghĩa|tác động|thực trạng|tự|hội|xử lí|
giảng viên|bảy|cân bằng|khai báo|hợp tác quốc tế|công bố|kê khai|thí điểm|nhân rộng|đăng ký bảo hộ|
trải nghiệm|trao quyền|thúc đẩy|đặt|giao việc|toàn cảnh|tư van|lần|năm|giai đoạn|kỳ|
chuẩn bị|bảng|dự báo|mô phỏng|thu thập dữ liệu|ngăn ngừa|trách nhiệm|dán nhãn|ghi nhãn|lưu kho|
chính phủ số|biện pháp|cẩm nang|phân loại|lưu trữ|lưu đồ|biểu đồ|thao tác|động lực|thẻ|vòng|
dấu chân|tín chỉ|cam kết|sàng lọc|săn sóc|điện toán|học máy|bảo mật|an ninh|lựa chọn|kiểm đếm
"""
"""How contents begin beside the words of work that harmless texts are made of."""
_NO_HEADS = frozenset({("sinh",), ("in",), ("số",), ("phía",), ("thi",), ("quà",), ("cho",)})
_LONGEST = 4


@cache
def _terms(*, accented: bool) -> Mapping[str, frozenset[tuple[str, ...]]]:
    """Return the terms of the lists by their first words."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for term in re.split(r"[|\n]+", f"{CONTENT}|{_HEADS}"):
        words = tuple((term if accented else folded(term)).split())
        if words and words not in _NO_HEADS:
            found.setdefault(words[0], set()).add(words)
    return {first: frozenset(terms) for first, terms in found.items()}


@lru_cache(maxsize=4096)
def has_known_head(text: str) -> bool:
    """Tell whether a content begins with a term, a norm or a name.

    >>> texts = ("Tập huấn 5S", "ISO 9001", "Sao Mai", "Tặng quà Tết", "Thi sát hạch ISO 9001")
    >>> [has_known_head(each) for each in texts]
    [True, True, True, False, False]

    Args:
        text: the content.
    """
    first, *others = re.findall(r"\w+", text) or ["0"]
    is_name = bool(others) and others[0][0].isupper()
    if is_name or first.isupper() or not first.isalpha() or "://" in text:
        return True
    is_accented = not text.isascii()
    words = tuple(re.findall(r"\w+", lowered(text) if is_accented else folded(text)))[:_LONGEST]
    known = _terms(accented=is_accented).get(words[0], frozenset())
    return any(words[:end] in known for end in range(1, len(words) + 1))
