"""Recognise lines over reported figures that say that the figures are not results of the year.

Such figures are targets, provisional, or of another span of time.
"""

import re
from collections.abc import Collection

from nsc_program.intake._words.naming import found
from nsc_program.intake._words.words import lowered, lowest

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


_DISTRICT = re.compile(
    r"(?<!các )(?<!và )(?<!cấp )(?<!thành phố )(?<!\w)(?:quận|huyện|thị xã|phường|xã)"
    r"(?! (?:hội|huyện|phường|và|trên|của)\b) (?!,)\w+"
)
_YEAR = re.compile(r"(?<!\d)(?<![-–/] )(?<![-–/])năm (20[0-9]{2})(?! ?[-–/] ?\d)(?!\d)")
_DATED = re.compile(r"ngày.*tháng|số .*/|kèm theo|kế hoạch|so với|từ năm|đến năm")


def names_a_district(line: str) -> bool:
    """Tell whether a title is about one district: its figures are not those of the city.

    >>> [names_a_district(text) for text in ("KẾT QUẢ QUẬN BA ĐÌNH", "UBND các quận, huyện")]
    [True, False]
    """
    return _DISTRICT.search(lowered(line[:_LONGEST])) is not None


def year_of(line: str) -> str | None:
    """Return the one year that a title is about.

    >>> year_of("KẾT QUẢ NĂM 2023"), year_of("Hà Nội, ngày 5 tháng 1 năm 2025")
    ('2023', None)
    """
    words = lowered(line[:_LONGEST])
    years = set(_YEAR.findall(words))
    is_one = len(years) == 1 and _DATED.search(words) is None
    return years.pop() if is_one else None


_OF_A_SPAN = re.compile(r"(?<!\d)(20[0-9]{2}) ?(?:[-–]|đến(?: năm)?) ?(20[0-9]{2})(?!\d)")
_OF_A_PLAN = re.compile(r"chương trình|kế hoạch|đề án|quyết định|nghị quyết|chiến lược|/q[đd]")


def span_of(line: str) -> str | None:
    """Return the span of years that a title is about, unless it is that of a plan.

    >>> span_of("Giai đoạn 2021 - 2024"), span_of("Chương trình giai đoạn 2021-2030")
    ('2021-2024', None)
    """
    words = lowered(line[:_LONGEST])
    spans = set(_OF_A_SPAN.findall(words))
    if len(spans) != 1 or _OF_A_PLAN.search(words):
        return None
    return "-".join(spans.pop())


def periods_in(text: str) -> frozenset[str]:
    """Return the years and the spans of years in the text of a period.

    >>> sorted(periods_in("2021 - 2024"))
    ['2021', '2021-2024', '2024']
    """
    spans = ("-".join(ends) for ends in _OF_A_SPAN.findall(lowered(text)))
    return frozenset((*re.findall("20[0-9]{2}", text), *spans))


_LONGEST = 500
_OF_A_PROPOSAL = re.compile(
    r"^\W*(?:dự thảo|kế hoạch|tờ trình|đề án|phương án|dự toán|đề cương|giấy mời|du thao|"
    r"ke hoach|to trinh|de an|phuong an|du toan|de cuong|giay moi)\b|"
    r"[0-9][^\s,;]*/(?:20[0-9]{2}/)?(?:kh|ttr|đa|pa)\b"
)
_OF_A_RESULT = re.compile(
    r"báo cáo|kết quả|thực hiện|tổng kết|sơ kết|bao cao|ket qua|thuc hien|tong ket|so ket|"
    r"[0-9]/(?:20[0-9]{2}/)?bc\b"
)


def is_of_a_proposal(document: str) -> bool:
    """Tell whether a document is a plan or a proposal, which holds no results.

    >>> documents = ("201/KH-SKHCN", "Tờ trình số 5", "Báo cáo thực hiện Kế hoạch 149/KH-UBND")
    >>> [is_of_a_proposal(document) for document in documents]
    [True, True, False]

    Args:
        document: the number or the name of the document.
    """
    words = lowered(document[:_LONGEST])
    return _OF_A_PROPOSAL.search(words) is not None and _OF_A_RESULT.search(words) is None


_OF_A_MINISTRY = re.compile(r"/bc-b[a-zđ]{2,}\b")


def is_of_a_ministry(text: str) -> bool:
    """Tell whether a text has the number of the report of a ministry: “415/BC-BKHCN”.

    Args:
        text: the text.
    """
    return _OF_A_MINISTRY.search(lowered(text)) is not None


_OF_DOCUMENTS = re.compile(
    r"(?:so |ten |ky hieu )?(?:va )?(?:ky hieu )?(?:van ban|tai lieu|can cu|so hieu|bao cao|nguon|"
    r"nguon so lieu)\b.*|so hieu|so ky hieu"
)


def names_a_document(heading: str) -> bool:
    """Tell whether a heading asks for the document that a figure rests on.

    Args:
        heading: the heading.
    """
    return _OF_DOCUMENTS.fullmatch(lowest(heading)) is not None


_OF_YEARS = (
    r"(?:l(?:ũy|uỹ) kế|cộng dồn)\b[^,;()]{0,60}\b(?:từ|đến|giai đoạn)(?: đầu| cuối| hết)?"
    r" (?:năm )?20[0-9]{2}"
)
"""Figures that are sums over several years."""
_CUMULATIVE = r"l(?:ũy|uỹ) kế|cộng dồn|\bcumulative\b"


def is_cumulative(line: str) -> bool:
    """Tell whether a line says that figures are sums since the beginning of a year or a phase.

    Args:
        line: the line.
    """
    return found(_CUMULATIVE, line)


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
    if found(_TARGET, line) or found(_OF_YEARS, line):
        return True
    if "estimate" not in known and found(_PROVISIONAL, line):
        return True
    return not {"period.start", "period.end"} <= {*known} and found(_SPAN, line)
