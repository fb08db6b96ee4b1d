"""Decide which remarks leave their row as it is: “Ghi chú” may hold anything, and take a row back.

No list of words ends, so a remark is told unless it is one of a few plain kinds: a number, a
document, a place, a part of a list, the kind of an enterprise, or work that is done.
"""

import re
from functools import lru_cache

from nsc_program.intake._words.words import folded, lowered

_NUMBER = r"[\w.-]*[0-9][\w./&-]*"
_DAY = r"(?:ngày |ký ngày |ngày ký )?[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4}"
_CALL = r"(?:số )?(?:điện thoại|đt|sđt|dđ|tel|phone|fax|hotline|zalo)\W*"
_PHONE = r"(?=(?:\D*[0-9]){8})[\d\s.+()-]+"
"""A bare number with the digits of a telephone; a shorter one may count people, or be a year."""
_DOCUMENT = (
    r"(?:qđ|quyết định|hđ|hợp đồng|cv|công văn|bb|biên bản|bbnt|bbtl|tb|thông báo|kh|kế hoạch|gcn|"
    r"giấy chứng nhận|nq|tờ trình|phiếu|hóa đơn)(?: (?:nghiệm thu|thanh lý|công nhận))?(?: số)?:?"
)
_PART = r"(?:đợt|lần|khóa|khoá|nhóm|lớp|buổi|lô|bước|giai đoạn|gđ|mục|phần|nguồn|quý)"
_ENTERPRISE = (
    r"(?:dn|doanh nghiệp|htx|hợp tác xã|hộ kinh doanh|hkd|hộ|dnnvv|công ty)"
    r"(?: (?:nhỏ|vừa|siêu nhỏ|nhỏ và vừa|lớn|fdi|nhà nước|tư nhân|sản xuất|dịch vụ|thương mại))?"
)
_NORM = (
    r"(?:iso|tcvn|qcvn|iec|iatf|haccp|gmp|5s|kaizen|lean|tpm|kpi|vietgap|globalgap|ocop|erp|mfca|"
    r"six sigma)"
)
_SYSTEM = r"(?:iso|iatf|haccp|gmp|vietgap|globalgap|halal|fssc|brc)"
"""Systems and practices that an enterprise has a certificate of, and not a person or a body."""
_PLAIN = re.compile(
    r"không có|không(?: có)? (?:gì|vướng mắc|phát sinh|thay đổi|ý kiến|ghi chú)|ưu tiên|"
    r"loại (?:[a-d]|khá|giỏi|tốt|trung bình)|hỗ trợ lần \d|ngành [^\W\d]+(?: [^\W\d]+){0,4}|"
    r"(?:đã |có |kèm )*(?:đủ |đầy đủ )?hồ sơ(?: đầy đủ| đủ)?|"
    r"(?:đã |được )*(?:kiểm tra|thẩm định|xác minh|thanh lý|nghiệm thu|quyết toán|bàn giao)"
    r"(?: (?:hợp đồng|hđ|hồ sơ|nhiệm vụ|đầy đủ|đúng hạn|xong))*|"
    rf"{_CALL}[\d\s.+()-]+|{_PHONE}|x|có|ok|đã|rồi|đủ|đúng|nt|như trên|"
    rf"(?:(?:theo|căn cứ|số|kèm theo|có|xem) )*{_DOCUMENT} {_NUMBER}(?:,? {_DAY})?|"
    rf"{_PART} (?:[0-9]{{1,2}}|[ivx]{{1,4}}|[a-z])|{_ENTERPRISE}|"
    rf"{_NORM}(?:[ ,;+&:/.-]+(?:{_NORM}|[0-9]+))*|(?=\S*[a-zđ])(?=\S*[0-9])[\w./-]{{2,30}}|"
    rf"(?:đã )?(?:được cấp|có) (?:giấy chứng nhận|chứng nhận|chứng chỉ|gcn) {_SYSTEM}"
    rf"(?:[ ,;+&:/.-]+(?:{_SYSTEM}|[0-9]+))*|"
    r"(?:có )?(?:sản phẩm )?ocop [3-5] sao|(?:dn|doanh nghiệp|htx) (?:do )?(?:phụ )?nữ làm chủ|"
    r"(?:đã )?(?:công bố|đăng(?: tải)?|đăng tin) trên (?:website|trang web|cổng thông tin"
    r"(?: điện tử)?)"
    r"(?: (?:của )?(?:sở|ubnd|thành phố|chi cục|doanh nghiệp|công ty))?|"
    r"trực tiếp|trực tuyến|online|offline|(?:tp |thành phố )?hà nội|.*\bgiả định\b.*"
)
_PLACE = re.compile(
    r"(?i:phường|xã|quận|huyện|thị xã|thị trấn|thành phố|kcn|ccn|khu công nghiệp|cụm công nghiệp|"
    r"phố|đường|p\.|q\.|h\.|tp)"
)
_SILENT_MARKS = " *()\t\n\xa0\u200b-–—.…_'\"“”″:,;✓✔√☑"
"""Dashes, dots, ticks, asterisks and ditto marks; any other mark, as “?”, asks something."""
_MOST_WORDS = 8
_LONGEST = 200


@lru_cache(maxsize=4096)
def is_plain(remark: str) -> bool:
    """Tell whether a remark is of a kind that leaves its row as it is.

    >>> remarks = ("QĐ 12/QĐ-SKHCN", "Phường Cầu Giấy", "Gộp với HT24-01", "mới có 20/30 đơn vị")
    >>> [is_plain(text) for text in remarks]
    [True, True, False, False]
    """
    if not folded(remark):
        return not remark.strip(_SILENT_MARKS)
    if len(remark) > _LONGEST:
        return False
    words = lowered(remark).strip(" .;,!()")
    return _PLAIN.fullmatch(words) is not None or _is_a_place(remark)


_OF_A_PART = re.compile(
    rf"{_ENTERPRISE}|{_PART} .*|ngành .*|(?:(?:dn|doanh nghiệp|htx) )?(?:do )?(?:phụ )?nữ .*|"
    rf"loại .*|{_NORM}\b.*|(?:có )?(?:sản phẩm )?ocop .*|trực tiếp|trực tuyến|online|offline"
)
"""What a plain remark may name of which there are others: “HTX”, “Đợt 1”, “Trực tuyến”."""


def names_a_part(remark: str) -> bool:
    """Tell whether a remark names a place or some of many things, and no work or paper.

    >>> remarks = ("HTX", "Phường Cầu Giấy", "Đợt 1", "QĐ 12/QĐ-SKHCN", "Đủ hồ sơ")
    >>> [names_a_part(text) for text in remarks]
    [True, True, True, False, False]

    Args:
        remark: the remark.
    """
    words = lowered(remark).strip(" .;,!()")
    return _OF_A_PART.fullmatch(words) is not None or _is_a_place(remark)


def _is_a_place(remark: str) -> bool:
    """Tell whether a remark is the name of a place, each word of which has a capital."""
    found = _PLACE.match(remark.strip())
    words = re.findall(r"\w+", remark.strip()[found.end() :]) if found else []
    return 0 < len(words) <= _MOST_WORDS and all(map(_is_of_a_place, words))


def _is_of_a_place(word: str) -> bool:
    """Tell whether a word may belong to the name of a place."""
    return word[0].isupper() or word.isdigit() or _PLACE.fullmatch(word) is not None
