"""Words of lines and cells that name a value of a field.

The fields are those that decide how a record counts and have a default.
"""

import re
from collections.abc import Mapping
from enum import StrEnum, unique
from functools import lru_cache

from nsc_program.intake._words.glued_words import spelled_out
from nsc_program.intake._words.words import folded, lowered, lowest, without_accents
from nsc_program.records._enumerations import EnterpriseKind, Level, Scope

_LONGEST = 500
_MINISTRIES = (
    r"khoa học|kh\s?[&-]|khcn|công thương|ct\b|nông nghiệp|nn|y tế|xây dựng|giao thông|gtvt|"
    r"thông tin|tt\s?&|tài chính|tc\b|kế hoạch|kh|lao động|lđ|"
    r"tài nguyên|tn|giáo dục|gd|quốc phòng|công an|nội vụ|văn hóa|văn hoá|ngoại giao|tư pháp"
)
_NATION = (
    r"trung ương|\btw\b|cấp (?:quốc gia|nhà nước)|nhiệm vụ (?:quốc gia|nhà nước)|quốc gia|"
    r"\bnational?\b"
)
_VALUES: Mapping[str, Mapping[object, str]] = {
    "kind": {
        EnterpriseKind.ENTERPRISE: r"doanh nghiệp|\bdnn?v?v?\b|công ty|\bcty\b|\benterprises?\b",
        EnterpriseKind.COOPERATIVE: (
            r"hợp tác xã|\bhtx\b|tổ hợp tác|quỹ (?:tín dụng|tdnd)|\bqtdnd\b|"
            r"\bco-?operatives?\b"
        ),
        EnterpriseKind.HOUSEHOLD: (
            r"\bhộ (?:ông|bà|kinh doanh|kd|cá thể|sản xuất|gia đình|nông dân|tiểu thương)|"
            r"\bhkd\b|^các hộ$|^hộ$|trang trại|\bhouseholds?\b"
        ),
    },
    "level": {
        Level.CITY: r"thành phố|\btp\b|cấp tỉnh|\bsở\b|hà nội|địa phương|\bcity\b",
        Level.MINISTRY: (
            r"cấp bộ|\bbộ,? ngành|\bcác bộ\b|"
            rf"tổng cục|ủy ban tiêu chuẩn|uỷ ban tiêu chuẩn|\bbộ (?:{_MINISTRIES})|"
            r"^(?:(?:do|của|nguồn|thuộc) )?bộ"
            r"(?! (?:phận|sản phẩm|công cụ|tiêu chuẩn|tài liệu|môn|hồ sơ|tiêu chí|chỉ))\b|"
            r"^(?:cục (?!thuế|thống kê|hải quan|thi hành|quản lý thị trường)|vụ )\w|"
            r"\bministr(?:y|ies)\b"
        ),
        Level.NATION: rf"{_NATION}|chính phủ|thủ tướng|\bttg\b|\b1322\b",
    },
    "scope": {
        Scope.CITY: r"thành phố|\btp\b|hà nội|\bcity\b",
        Scope.NATION: (
            rf"{_NATION}|cấp bộ\b(?! phận)|toàn quốc|cả nước|(?:cấp|liên) vùng|liên tỉnh|"
            r"\b(?:tỉnh|địa phương) khác|ngoài thành phố|nationwide"
        ),
    },
    "renewal": {
        False: r"(?:công nhận|cấp|chứng nhận) mới|lần (?:đầu|thứ nhất|1\b|i\b)|\bnew\b",
        True: (
            r"(?:công nhận|cấp|chứng nhận|đánh giá) lại|gia hạn|"
            r"\btái (?:công nhận|cấp|chứng nhận|đánh giá)|cấp đổi|"
            r"\blần (?:thứ )?(?:[2-9]|hai|ba|tư|ii+|iv)\b|\brenew(?:al|als|ed)?\b|\bre-?certif"
        ),
    },
}
"""The words for each value of a field; the default value comes first."""
_INNOCENT = (
    r"(?:liên minh|luật|chi cục|phòng|quỹ)(?: \w+){0,3} hợp tác xã|trực thuộc trung ương|"
    r"cộng hòa xã hội.*|(?:ban chấp hành|ngân hàng|ban) trung ương|"
    r"(?:tiêu chuẩn|quy chuẩn|chất lượng|đại học|dữ liệu|thương hiệu|kỹ thuật|năng lượng|khung|"
    r"vườn|hội đồng|công nghệ|trung tâm|tiêu biểu|giải thưởng)(?: (?!cấp\b)\w+){0,2} quốc gia"
)
"""Names that contain the words but mean something else."""
_ABOUT = (
    r"(?:theo|căn cứ|thực hiện|triển khai|kèm theo|ban hành|hưởng ứng)\s(?:\w+\s){0,8}?"
    r"(?:chương trình|kế hoạch|quyết định|đề án|nghị quyết|chiến lược|nghị định)\b.*"
)
"""The words with which a title names the plan that it reports on."""
_BEYOND = r"(?:bộ|tổng cục|(?:ủy|uỷ) ban tiêu chuẩn)\b"
"""How the names of authorities of the nation begin; a list of theirs is not one of the city's."""
_LETTERHEAD = (
    rf"^\W*(?:(?!{_BEYOND})(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân|sở|chi cục|ủy ban|uỷ ban)\b"
    r"(?!.*\bhỗ trợ\b).*|kính gửi.*|"
    rf"(?:đơn vị|cơ quan)(?: \w+){{0,2}}\s*:(?!\s*{_BEYOND}).*)$"
)
"""A title that is the name of an office of the city, or of the office that a list is sent to."""
_OF_TITLES = (_LETTERHEAD, _ABOUT)
_NUMBER_OF_A_LINE = r"^(?:[ivx]+|[a-z]|[0-9]+)(?:\.[0-9]+)*[.):]? (?=\w)"


@unique
class Named(StrEnum):
    """The value of a field that a text names: none, the expected one, another value, or both."""

    NOTHING = "nothing"
    USUAL = "usual"
    OTHER = "other"
    BOTH = "both"


def written(text: str) -> tuple[str, bool]:
    """Prepare a text for comparison.

    Args:
        text: the text.

    Returns:
        The text in lower case, and whether it has accents. A text without accents is compared with
        patterns without accents.
    """
    words = lowered(spelled_out(text[:_LONGEST]))
    return (words, True) if not words.replace("đ", "d").isascii() else (folded(words), False)


@lru_cache(maxsize=256)
def _compiled(pattern: str, *, accented: bool) -> "re.Pattern[str]":
    """Return a pattern for texts with or without accents."""
    return re.compile(pattern if accented else without_accents(pattern))


def found(pattern: str, text: str) -> bool:
    """Tell whether a pattern matches a text.

    Args:
        pattern: the pattern, written with accents.
        text: the text, with or without accents.
    """
    words, accented = written(text)
    return _compiled(pattern, accented=accented).search(words) is not None


@lru_cache(maxsize=4096)
def named(field: str, text: str, *, is_title: bool = False, usual: object = None) -> Named:
    """Tell which value of a field a text names.

    Args:
        field: the name of the field.
        text: the text.
        is_title: whether the text is a title, in which the names of the plan and of the office do
            not count.
        usual: the value that is expected; `None` for the default.

    >>> [named("kind", text).value for text in ("II. Hợp tác xã", "I. DN", "DN và HTX", "Nhóm 2")]
    ['other', 'usual', 'both', 'nothing']
    >>> named("level", "SỞ KHOA HỌC VÀ CÔNG NGHỆ", is_title=True).value
    'nothing'
    """
    words, accented = written(text)
    for pattern in (*(_OF_TITLES if is_title else ()), _NUMBER_OF_A_LINE, _INNOCENT):
        words = _compiled(pattern, accented=accented).sub("", words)
    words, patterns = words.strip(), _VALUES[field]
    expected = next(iter(patterns)) if usual is None else usual
    values = {
        value
        for value, pattern in patterns.items()
        if _compiled(pattern, accented=accented).search(words) is not None
    }
    return _NAMED[bool(values - {expected}), expected in values]


_NAMED: Mapping[tuple[bool, bool], Named] = {
    (False, False): Named.NOTHING,
    (False, True): Named.USUAL,
    (True, False): Named.OTHER,
    (True, True): Named.BOTH,
}
"""The answer, by whether another value and whether the expected one is named."""


_ELSEWHERE = (
    rf"^\W*(?:(?:đơn vị|cơ quan)(?: \w+){{0,2}}\s*:\s*)?(?:bộ (?:{_MINISTRIES})|tổng cục\b|"
    r"(?:ủy|uỷ) ban (?:tiêu chuẩn|dân tộc)|văn phòng chính phủ|vụ \w|viện hàn lâm|"
    r"cục (?!thuế|thống kê|hải quan|thi hành|quản lý thị trường))|\bdo (?:các )?(?:bộ|tổng cục)\b|"
    r"cả nước|toàn quốc|cấp (?:bộ|quốc gia|nhà nước)\b|\bcác bộ\b|(?:cơ quan|cấp|nguồn) trung ương"
)


def names_another_area(line: str) -> bool:
    """Tell whether a line is about the nation or a ministry, and not only refers to their plan.

    >>> names_another_area("TỔNG CỤC TIÊU CHUẨN ĐO LƯỜNG CHẤT LƯỢNG"), names_another_area("Sở Y tế")
    (True, False)

    Args:
        line: the line.
    """
    words, accented = written(line)
    for pattern in (*_OF_TITLES, _INNOCENT):
        words = _compiled(pattern, accented=accented).sub("", words)
    return _compiled(_ELSEWHERE, accented=accented).search(words) is not None


_NATIONWIDE = r"(?<!so với )(?:cả nước|toàn quốc)"


def is_of_the_nation(line: str) -> bool:
    """Tell whether a line is about the whole nation, and not a name or a comparison.

    >>> [is_of_the_nation(line) for line in ("TRÊN TOÀN QUỐC", "So với cả nước", "Hà Nội")]
    [True, False, False]

    Args:
        line: the line.
    """
    words, accented = written(line)
    for pattern in (*_OF_TITLES, _INNOCENT):
        words = _compiled(pattern, accented=accented).sub("", words)
    return _compiled(_NATIONWIDE, accented=accented).search(words) is not None


FIELDS = frozenset(_VALUES)
"""The fields whose values are looked for in lines and cells."""
_HELPED_BY = re.compile(
    r"(?:cap|co quan|don vi|to chuc|chuong trinh|ct|nguon|kinh phi|thuoc|"
    r"du an|de an|nhiem vu|chu tri|chu quan|noi|ben)\b"
)
_REMARK = re.compile(
    r".*\b(?:ghi chu|chu thich|dien giai|luu y|notes?|remarks?|comments?|khac)\b.*"
)


@lru_cache(maxsize=4096)
def names_other(field: str, heading: str, cell: str, usual: object = None) -> bool:
    """Tell whether a cell of an unread column names a value of a field other than the expected one.

    Args:
        field: the name of the field.
        heading: the heading of the column.
        cell: the text of the cell.
        usual: the value that is expected; `None` for the default.

    >>> names_other("level", "Cơ quan hỗ trợ", "Bộ Công Thương")
    True
    >>> names_other("level", "Tên", "Bộ Công Thương")
    False
    """
    words = lowest(heading)
    is_asked = _REMARK.fullmatch(words) is not None or (
        field == "level" and _HELPED_BY.match(words) is not None
    )
    return is_asked and named(field, cell, usual=usual) in {Named.OTHER, Named.BOTH}
