"""Tell whether words with capitals, which look like a name, say how a record stands."""

import re
from functools import lru_cache

from nsc_program.intake._words.words import lowered

_WORDS = """
không ko k kg chưa đã đang sẽ sắp bị được hủy huỷ dừng ngừng ngưng chờ đợi hết tạm xin rút vắng nghỉ
hoãn trượt trùng thiếu nợ nháp đạt duyệt bỏ bù lại thay ghép dự đăng ký kiến thử sau trước tiếp lùi
chuyển nộp hạn treo đình chỉ loại thôi sai ngoài cần
"""
OF_STATES = frozenset(_WORDS.split())
"""Words that are hardly of a name."""
_PAIRS = re.compile(
    r"\b(?:kết thúc|bổ sung|điều chỉnh|thu hồi|giải thể|bảo lưu|bắt đầu|phá sản|kiểm tra|xác minh|"
    r"xác nhận|đề nghị|đề xuất|cập nhật|kế hoạch|số liệu|ban hành|hoàn thành|nghiệm thu|thanh lý|"
    r"phê duyệt|tham gia|tự túc|tự học)\b"
)


@lru_cache(maxsize=4096)
def may_be_of_a_state(name: str) -> bool:
    """Tell whether words with capitals say how a record stands, rather than name anything.

    >>> [may_be_of_a_state(name) for name in ("Bảo Ngọc", "Bảo Lưu", "Đã Nghỉ")]
    [False, True, True]

    Args:
        name: the words.
    """
    words = lowered(name)
    return not OF_STATES.isdisjoint(words.split()) or _PAIRS.search(words) is not None


_INITIALS = re.compile(r"(?:(?!K\.)[^\W\d_]{1,2}\.\s*){1,4}[^\W\d_]{2,}")
_GIVEN = re.compile(r"[A-ZĐ][a-z]+")


@lru_cache(maxsize=4096)
def is_initialled(text: str) -> bool:
    """Tell whether a text is a given name behind initials, each of which has a capital.

    “K.” is not taken for an initial, as it may stand for “không”.

    >>> [is_initialled(text) for text in ("Th. M. Dung", "Đ.Q. Huy", "K. Đạt", "t. dung")]
    [True, True, False, False]

    Args:
        text: the text.
    """
    written = text.strip()
    if _INITIALS.fullmatch(written) is None:
        return False
    parts = re.split(r"\.\s*", written)
    return all(map(str.istitle, parts)) and not may_be_of_a_state(parts[-1])


def is_given_name(text: str) -> bool:
    """Tell whether a text is a name with initials, or one word with a capital and no accents.

    Args:
        text: the text.
    """
    return is_initialled(text) or _GIVEN.fullmatch(text.strip()) is not None
