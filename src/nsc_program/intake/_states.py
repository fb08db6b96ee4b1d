"""What a cell or a line says about whether a thing took place: cancelled, stopped, not yet done, or only planned.

Vietnamese words that differ in their accents only differ in meaning (dừng is to stop, đúng is right), so accents count
where a text has any.
"""

import re
import unicodedata
from functools import lru_cache

from nsc_program.intake._words import folded

_CANCELLED = (
    r"(?:đã|bị|xin|tạm|đề\s+nghị|phải)\s+(?:hủy|huỷ|dừng|ngừng|rút|đình\s+chỉ|thu\s+hồi|loại)",
    r"^\W*(?:hủy|huỷ|dừng|ngừng|rút|đình\s+chỉ|chấm\s+dứt|thu\s+hồi|từ\s+chối)\b(?!\s+(?:động|gọn|kinh\s+nghiệm))",
    r"^\W*(?:loại|bỏ)(?:\W*$|\s+(?:bỏ|trừ|khỏi|cuộc|dở))",
    r"(?:doanh\s+nghiệp|dn|hồ\s+sơ|hợp\s+đồng|nhiệm\s+vụ|danh\s+sách|trường\s+hợp|lớp)\s+(?:hủy|huỷ|dừng|ngừng|rút)\b",
    r"(?:hủy|huỷ)\s+(?:bỏ|theo|hỗ\s+trợ|kết\s+quả|hợp\s+đồng|đăng\s+ký|quyết\s+định)",
    r"(?:dừng|ngừng|không|thôi)\s+(?:tiếp\s+tục\s+)?(?:thực\s+hiện|triển\s+khai|hỗ\s+trợ|tham\s+gia|hoạt\s+động)",
    r"(?:không|chưa|ko)\s+(?:được\s+)?(?:nghiệm\s+thu|đạt|công\s+nhận|hợp\s+lệ|đủ\s+điều\s+kiện|duyệt|phê\s+duyệt)",
    r"chấm\s+dứt|đình\s+chỉ|giải\s+thể|phá\s+sản|rút\s+khỏi|trả\s+lại\s+kinh\s+phí|hoàn\s+trả\s+kinh\s+phí|nhập\s+nhầm",
    r"ghi\s+nhầm|thanh\s+lý\s+trước\s+hạn",
    r"\b(?:cancell?ed|annulled|withdrawn|stopped|terminated|rejected|void|not\s+accepted|failed)\b",
)
_CANCELLED_WITHOUT_ACCENTS = (
    r"(?:da|bi|xin|tam) (?:huy|dung|ngung|rut)\b",
    r"^(?:huy|huy bo|dung|dung thuc hien|cham dut|rut)$",
    r"^huy theo|huy bo|dung thuc hien|ngung thuc hien|khong nghiem thu|khong dat|chua dat|khong thuc hien",
    r"cham dut|dinh chi|giai the|chua nghiem thu|khong tham gia",
    _CANCELLED[-1],
)
_UNFINISHED = (
    r"đang\s+(?:thực\s+hiện|triển\s+khai|hỗ\s+trợ|làm|tiến\s+hành|chờ|xử\s+lý)",
    r"chưa\s+(?:hoàn\s+thành|xong|thực\s+hiện|triển\s+khai|bắt\s+đầu|kết\s+thúc|diễn\s+ra|cấp|tổ\s+chức)",
    r"không\s+hoàn\s+thành|dở\s+dang|chuyển\s+(?:sang|tiếp)|gia\s+hạn\s+đến|\b(?:ongoing|not\s+yet|in\s+progress|unfinished)\b",
)
_UNFINISHED_WITHOUT_ACCENTS = (
    r"dang (?:thuc hien|trien khai|ho tro|lam)|chua (?:hoan thanh|xong|thuc hien|bat dau|ket thuc)|khong hoan thanh",
    _UNFINISHED[-1],
)
_NOT_OF_A_PLAN = "".join(
    f"(?<!{word} )" for word in ("theo", "thực hiện", "triển khai", "căn cứ", "sở", "bộ", "phòng", "ban", "vụ")
)
"""What stands before the name of a plan or of an office."""
_PLANNED = (
    r"dự\s*kiến|đề\s+xuất|dự\s+định|\bplanned\b|\bforeseen\b|\bexpected\b|đăng\s+ký\s+(?:tham\s+gia|hỗ\s+trợ|thực\s+hiện)",
    rf"{_NOT_OF_A_PLAN}kế\s+hoạch(?!\s*(?:số|\d+\s*/|của|này))",
)
_PLANNED_WITHOUT_ACCENTS = (
    r"du kien|de xuat|\bplanned\b|(?<!theo )(?<!thuc hien )(?<!so )(?<!phong )ke hoach(?! (?:so|\d+ kh))",
)


def _any(*patterns: str) -> "re.Pattern[str]":
    return re.compile("|".join(patterns))


_SAYINGS = {
    "cancelled": (_any(*_CANCELLED), _any(*_CANCELLED_WITHOUT_ACCENTS)),
    "unfinished": (_any(*_UNFINISHED), _any(*_UNFINISHED_WITHOUT_ACCENTS)),
    "planned": (_any(*_PLANNED), _any(*_PLANNED_WITHOUT_ACCENTS)),
}
_LONGEST = 500
"""Of a longer text the beginning is looked at."""


@lru_cache(maxsize=4096)
def _says(what: str, text: str) -> bool:
    accented, plain = _SAYINGS[what]
    words = " ".join(unicodedata.normalize("NFC", text[:_LONGEST]).casefold().split())
    if words.isascii():
        return plain.search(folded(words)) is not None
    return accented.search(words) is not None


def says_cancelled(text: str) -> bool:
    """Whether a text says that a thing does not count any more: it was cancelled, stopped, or not accepted.

    >>> [says_cancelled(text) for text in ("Đã hủy", "Dừng thực hiện", "Huy động vốn", "Sử dụng đúng", "huy bo")]
    [True, True, False, False, True]
    """
    return _says("cancelled", text)


def says_unfinished(text: str) -> bool:
    """Whether a text says that a thing is not done yet.

    >>> says_unfinished("Đang thực hiện"), says_unfinished("Đã hoàn thành")
    (True, False)
    """
    return _says("unfinished", text)


def says_planned(text: str) -> bool:
    """Whether a text says that something is only foreseen. “Kế hoạch số 149” is the name of a plan.

    >>> [says_planned(text) for text in ("Ngày hoàn thành (dự kiến)", "Kế hoạch", "theo Kế hoạch số 149/KH-UBND")]
    [True, True, False]
    """
    return _says("planned", text)


_STATES = ("tình trạng", "trạng thái", "tình hình", "tình hình thực hiện", "tiến độ", "kết quả nghiệm thu", "status")
_OF_A_STATE = frozenset(map(folded, _STATES))


_VERDICTS = ("nghiệm thu", "kết quả nghiệm thu", "đạt", "công nhận", "phê duyệt", "đánh giá", "kết quả đánh giá")
_OF_A_VERDICT = frozenset(map(folded, _VERDICTS))


def denies(heading: str, text: str) -> bool:
    """Whether a cell says no where its heading asks whether a thing was accepted: “Không” beneath “Nghiệm thu”.

    >>> denies("Nghiệm thu", "Chưa"), denies("Nghiệm thu", "Đạt"), denies("Phần mềm", "Không")
    (True, False, False)
    """
    words = folded(text)
    return folded(heading.rpartition("›")[2]) in _OF_A_VERDICT and words.startswith(("khong", "chua", "no"))


def names_a_state(heading: str) -> bool:
    """Whether a heading says that its cells tell a state: tình trạng, trạng thái."""
    return folded(heading.rpartition("›")[2]) in _OF_A_STATE
