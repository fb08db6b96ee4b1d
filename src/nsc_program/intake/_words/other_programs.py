"""Tell whether a line names another programme of the city, and not productivity or quality."""

from nsc_program.intake._words.words import WordPattern, lowered

_OTHERS = WordPattern(
    r"\b(?:chuyển đổi số|cđs|khởi nghiệp|thương mại điện tử|tmđt|sở hữu trí tuệ|shtt|khuyến công|"
    r"khuyến nông|ocop|xúc tiến thương mại|công nghiệp hỗ trợ|kết nối cung cầu|bình ổn)\b"
)
_OWN = WordPattern(r"\b(?:năng suất|chất lượng|nscl|ns|tiêu chuẩn|quy chuẩn)\b")


def is_of_another_program(line: str) -> bool:
    """Tell whether a line names another programme, and nothing of this one.

    >>> lines = ("DN ĐƯỢC HỖ TRỢ CHUYỂN ĐỔI SỐ", "Năng suất và chuyển đổi số", "Danh sách")
    >>> [is_of_another_program(line) for line in lines]
    [True, False, False]

    Args:
        line: the line.
    """
    words = lowered(line)
    return _OTHERS.is_in(words) and not _OWN.is_in(words)
