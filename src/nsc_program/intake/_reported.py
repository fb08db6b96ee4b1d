"""Recognise lines over reported figures that say that the figures are not results of the year.

Such figures are targets, provisional, or of another span of time.
"""

from collections.abc import Collection

from nsc_program.intake._naming import found

_RESULT = r"(?:kết quả|thực hiện|tình hình|so với|hoàn thành|đạt|báo cáo về|theo dõi)\b.*"
_TARGET = (
    rf"^(?!.*{_RESULT}(?:chỉ tiêu|mục tiêu|nhiệm vụ|kế hoạch|giao|kh)\b).*"
    r"(?:(?:chỉ tiêu|mục tiêu|nhiệm vụ|số|số liệu|kế hoạch|\bkh)(?: \w+){0,4} "
    r"(?:được )?(?:giao|phấn đấu|đề ra|đặt ra|cam kết|đăng ký)"
    r"\b(?! (?:ban|lưu))|\bgiao (?:chỉ tiêu|kế hoạch)|phấn đấu|"
    r"^\W*(?:(?:bảng|biểu|các|danh mục|hệ thống) )*(?:chỉ tiêu|mục tiêu)"
    r"(?: (?:cả )?(?:năm|giai đoạn|đến|20)\b.*)?$|\b(?:targets?|assigned|goals?)\b)"
)
_PROVISIONAL = (
    r"tạm tính|tạm thời|\bsơ bộ|(?<!quy )(?<!công )(?<!hiệp )"
    r"(?<!giao )(?<!mong )(?<!mơ )(?<!ao )(?<!khế )\bước\b|"
    r"chưa (?:chính thức|quyết toán|đầy đủ|kiểm tra|xác minh|thẩm định|rà soát)|"
    r"dự báo|dự tính|số liệu nhanh|báo cáo nhanh|"
    r"\b(?:provisional|preliminary|estimated?|estimates|forecast)\b"
)
_SPAN = (
    r"(?<![\w/])(?:0?[1-9]|1[01]|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mười một) tháng"
    r"(?! ?\d)(?! (?:này|trước))|"
    r"(?<!\d )(?<!ngày )\btháng (?:0?[1-9]|1[0-2])\b|"
    r"\bquý (?:[1-4]|i{1,3}|iv|đầu|cuối)\b|\bq[1-4]\b|"
    r"\b(?:0?[1-9]|1[01]) ?t(?:\b|(?=\d))|"
    r"^t ?(?:[1-9]|1[0-2])\b|nửa (?:đầu |cuối )?năm|(?<!từ )đầu năm|cuối năm|từ đầu|bán niên|"
    r"l(?:ũy|uỹ) kế|cộng dồn|\btừ (?:năm |giai đoạn )?20\d\d|"
    r"\b(?:số liệu|kết quả) (?:cả |của )?giai đoạn|"
    r"\b(?:tính )?đến (?:hết |ngày )*(?!31[/.-]12)\d{1,2}[/.-]\d{1,2}\b|nhiệm kỳ|"
    r"\b(?:cumulative|quarter|months?|half[- ]year|since)\b"
)


def doubt_of_figures(line: str, known: Collection[str]) -> bool:
    """Tell whether a line says that the figures below it are not results of the years beside them.

    Args:
        line: a line above or between the rows, or the name of the sheet.
        known: the columns that are read or given. A line about an estimate or about a span of time
            is not needed if the column that states it is known.

    >>> lines = ("CHỈ TIÊU GIAO", "Kết quả thực hiện chỉ tiêu giao", "9 tháng", "2024")
    >>> [doubt_of_figures(line, ()) for line in lines]
    [True, False, True, False]
    """
    if found(_TARGET, line):
        return True
    if "estimate" not in known and found(_PROVISIONAL, line):
        return True
    return not {"period.start", "period.end"} <= {*known} and found(_SPAN, line)
