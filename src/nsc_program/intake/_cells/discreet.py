"""Decide which parts of a cell with unknown content may be shown.

A row that is shifted by one column has names where days belong.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import takewhile

from nsc_program.intake._cells.keys import tells_of_a_person
from nsc_program.intake._words.words import folded, lowest
from nsc_program.values._validators import printable

HIDDEN = "…"
"""Takes the place of text that is not shown."""

_PHONE = re.compile(r"(?<!\d)(?:\+?84|0)(?:[ .\-]?\d){8,10}(?!\d)")
_WORDS = (
    "ngày tháng năm quý tuần giờ đến tới từ hết đầu cuối giữa sau trước khoảng hơn gần trên dưới "
    "tối đa ít nhất nhiều dự kiến kế hoạch ước tính chưa có không còn rõ biết xong hoàn thành hoàn "
    "tất đã đang được bị thực hiện thực tế triển khai tiến hành bắt đầu kết thúc hủy huỷ bỏ dừng "
    "ngừng tạm thu hồi đình chỉ chấm dứt rút khỏi từ chối nghiệm thu thanh lý đạt yêu cầu một phần "
    "hai ba bốn sáu bảy tám chín mười trăm nghìn ngàn triệu tỷ tỉ đồng đ tr ngđ vnđ vnd usd eur "
    "người lượt lớp khóa buổi cuộc suất dn htx doanh nghiệp hợp tác xã hộ kinh doanh hồ sơ đơn vị "
    "đại biểu học viên mô hình tổ chức sự kiện nt như xem ghi chú mới lập xin cấp cung giải thể "
    "phá sản mã số thuế mst cccd cmnd theo qđ quyết định công văn kh nq tb ubnd tp hợp đồng chờ xử "
    "duyệt phê thẩm tiếp tục tham gia hỗ trợ gia hạn chuyển sang nhầm trùng lần đợt kỳ giai đoạn "
    "kinh phí ngân sách nguồn vốn nộp hoãn lùi lịch trễ muộn sớm đúng sai x yes no true false none "
    "unknown n a na tbd perhaps planned expected done cancelled canceled annulled ongoing "
    "withdrawn stopped completed and of the in to by on about not yet january february march april "
    "may june july august september october november december jan feb mar apr jun jul aug sep oct "
    "nov dec tax code people classes thành phố tỉnh quận huyện xã phường sở ngành bộ quốc gia nhà "
    "nước trung ương địa toàn tư vấn áp dụng xây dựng hệ thống quản lý chất lượng công cụ cải tiến "
    "năng suất tiêu chuẩn quy kỹ thuật giải pháp nội dung chương trình công chức viên cán sản xuất "
    "rồi đủ vắng trượt treo nghỉ hội trường phòng họp phổ làng gián ct "
    "còn hết tốt khá giỏi kém phù hợp đáp ứng vi phạm duy trì trực tiếp tuyến báo cáo "
    "nhận đề"
)
_NORMS = frozenset(
    [
        "iso",
        "iec",
        "tcvn",
        "qcvn",
        "haccp",
        "kaizen",
        "lean",
        "tpm",
        "kpi",
        "kpis",
        "gmp",
        "iatf",
        "six",
        "sigma",
        "mfca",
        "vietgap",
        "globalgap",
        "ocop",
        "erp",
        "tw",
        "nsnn",
    ]
)
"""Standards and tools, which may be shown wherever they stand."""
_OF_FAMILIES = (
    "nguyễn trần phạm huỳnh đặng bùi ngô dương trịnh tạ vương nguyen tran pham huynh bui ngo trinh "
    "vuong"
)
_FAMILIES = frozenset(_OF_FAMILIES.split())
"""Names of families that are written in small letters now and then."""
_MIDDLE = frozenset({"văn"})
_GRADES = frozenset(
    {"trung bình", "trung bình khá", "như dòng trên", "như hàng trên", "cao", "thấp"}
)
"""Whole cells that do not name a person."""
_KNOWN = frozenset(_WORDS.split())
_KNOWN_PLAIN = frozenset(map(folded, _WORDS.split()))
_TOKENS = re.compile(r"[^\W_]+|[\W_]+")
_ROMAN = re.compile("[IVX]+")
_LONGEST_SHORT = 4  # letters of a short form in capitals: DN, UBND


def may_name_a_person(text: str) -> bool:
    """Tell whether a text may be a person's number, address or telephone number.

    Args:
        text: the text.

    >>> texts = ("ĐT 0912.345.678", "C0000001", "sample@example.vn", "40 người")
    >>> [may_name_a_person(text) for text in texts]
    [True, True, True, False]
    """
    return tells_of_a_person(text) or _PHONE.search(text) is not None


def is_harmless(text: str) -> bool:
    """Tell whether a text in a place without words may be shown.

    All its words are about days, numbers and states.

    Args:
        text: the text.

    >>> [is_harmless(text) for text in ("khoảng 40", "30/6/24", "SAMPLE-0002")]
    [True, True, True]
    >>> [is_harmless(text) for text in ("Nguyễn Văn A", "HỒ VĂN HOÀN")]
    [False, False]
    """
    words = [token for token in _TOKENS.findall(text) if token[0].isalnum()]
    if _is_like_a_name(words):
        return False
    return _is_a_code(text) or all(map(_is_known, words))


def _is_a_code(text: str) -> bool:
    """Tell whether a text is one word with a digit, and without accents."""
    return len(text.split()) == 1 and text.isascii() and any(map(str.isdigit, text))


def only_known(text: str) -> str:
    """Return a remark with an ellipsis in the place of every word that may be a name.

    A name has capitals, or begins with that of a family.

    Args:
        text: the remark.

    >>> only_known("Đã hủy - Nguyễn Thị Mẫu"), only_known("hủy: trần mẫu"), only_known("Xong, vắng")
    ('Đã hủy - …', 'hủy: …', 'Xong, vắng')
    """
    if " ".join(text.split()).casefold() in _GRADES:
        return text
    return _HIDDEN_RUN.sub(HIDDEN, "".join(_known_tokens(text))).strip()


def _known_tokens(text: str) -> Iterator[str]:
    """Give the words and signs of a remark, with an ellipsis in the place of unknown words."""
    is_first, is_of_a_name = True, False  # a sentence begins with a capital
    for token in _TOKENS.findall(unicodedata.normalize("NFC", text)):
        if not token[0].isalnum():
            yield token
            is_first = is_first or not _ENDS_A_SENTENCE.isdisjoint(token)
            is_of_a_name = is_of_a_name and token.isspace()
        else:
            is_of_a_name = is_of_a_name or token.casefold() in _FAMILIES
            is_hidden = is_of_a_name and (token in _MIDDLE or not _is_known(token))
            yield HIDDEN if is_hidden or not _is_shown(token, is_first=is_first) else token
            is_first = False


@lru_cache(maxsize=2**12)
def _is_shown(word: str, *, is_first: bool) -> bool:
    """Tell whether a word of a remark may be shown."""
    if word.casefold() in _NORMS or word.islower():  # a name has capitals
        return True
    return _is_known(word) and (is_first or not _is_title(word))


def _is_known(word: str) -> bool:
    """Tell whether a word has a digit, is a Roman number, or is about days and states."""
    if any(map(str.isdigit, word)) or _ROMAN.fullmatch(word):
        return True
    plain = word.casefold()
    return plain in _KNOWN or (word.isascii() and plain in _KNOWN_PLAIN)


_ENDS_A_SENTENCE = frozenset(".;:!?\n(-–")
_HIDDEN_RUN = re.compile(rf"{HIDDEN}(?:[\s.,]*{HIDDEN})+")


def _is_title(word: str) -> bool:
    """Tell whether a word has a capital as names do, and is not a short form."""
    return word[0].isupper() and not (word.isupper() and len(word) <= _LONGEST_SHORT)


def _is_like_a_name(words: list[str]) -> bool:
    """Tell whether several words all begin with a capital, as the words of names do."""
    letters = [word for word in words if word[0].isalpha() and not _ROMAN.fullmatch(word)]
    return len(letters) > 1 and all(word[0].isupper() for word in letters)


_NUMBERS_OF_PEOPLE = re.compile(
    r"(?<![\w.+-])[\w.+-]+@[\w.-]+|(?<![0-9])(?:\+?84|0)(?:[ .\-]?[0-9]){8,11}(?![0-9])|[0-9]{8,}|"
    r"(?<!\w)[A-Z][0-9]{7,8}(?!\w)|"
    r"(?:(?<=cccd)|(?<=cmnd)|(?<=cmt)|(?<=căn cước)|(?<=công dân)|(?<=định danh)|"
    r"(?<=hộ chiếu)|(?<=passport)|(?<=can cuoc)|"
    r"(?<=ho chieu))(?P<between>\W*(?:số\W*|so\W*|no\W*)?)[A-Z]?[0-9](?:[ .\-]?[0-9]){4,}",
    re.IGNORECASE,
)
_TITLED = re.compile(
    r"(?<!\w)(?<!ghi )(?<!Ghi )(?<!GHI )((?i:ông|bà|anh|chị|cô|chú|đ/c|đồng chí|đc|ths|"
    r"ts|ks|mr|mrs|ms|ong|ba(?= [A-Z][a-z]))\b[.:]?\s*)"
    r"([^\W\d_]+(?:[. ]+[^\W\d_]+){0,4})"
)
_FULL_NAME = re.compile(
    r"(?<!\w)(?:nguyễn|trần|lê|phạm|hoàng|huỳnh|phan|vũ|võ|đặng|bùi|đỗ|hồ|ngô|dương|lý|đinh|"
    r"trịnh|đào|mai|lương|tạ|hà|"
    r"cao|đoàn|chu|tô|kiều|vương|lưu|nguyen|tran|pham)\s+(?:\w+\s+)?(?:thị|văn|hữu|đức|ngọc|"
    r"thi|van)\s+"
    r"(?!(?:bản|phòng|hóa|hoá|minh|kiện)(?!\w))[^\W\d_]+",
    re.IGNORECASE,
)


def masked(line: str) -> str:
    """Return a line or a heading with an ellipsis in the place of personal details.

    These are numbers, addresses, and names behind titles.

    Args:
        line: the line.

    >>> masked("Hủy: bà Trần Thị Mẫu, CCCD 000000000012, ĐT 0900000000")
    'Hủy: bà …, CCCD …, ĐT …'
    >>> masked("DANH SÁCH NĂM 2021-2025 (150.000.000 đồng)")
    'DANH SÁCH NĂM 2021-2025 (150.000.000 đồng)'
    """
    text = unicodedata.normalize("NFC", line)
    text = _NUMBERS_OF_PEOPLE.sub(_number_hidden, text)
    text = _TITLED.sub(_name_hidden, text)
    text = _FULL_NAME.sub(HIDDEN, text)
    return text if HIDDEN in text else line


def _number_hidden(match: "re.Match[str]") -> str:
    """Put an ellipsis in the place of a number, behind the words that announce it."""
    return f"{match['between'] or ''}{HIDDEN}"


def _name_hidden(match: "re.Match[str]") -> str:
    """Put an ellipsis in the place of the name behind a title."""
    return match[1] + _without_name(match[2])


def _without_name(words: str) -> str:
    """Put an ellipsis in the place of the leading words that begin with capitals."""
    parts = re.findall(r"[. ]+|[^. ]+", words)
    name = "".join(takewhile(_may_be_of_a_name, parts))
    rest = words[len(name) :]
    return words if not name else f"{HIDDEN} {rest}" if rest else HIDDEN


def _may_be_of_a_name(part: str) -> bool:
    """Tell whether a part of a text is a word with a capital, or stands between words."""
    return part[0].isupper() or not part[0].isalpha()


_OF_BIRTHS = (
    "ngày sinh|năm sinh|sinh ngày|sinh năm|ngày tháng sinh|ngày tháng năm sinh|"
    "ngày, tháng, năm sinh"
)
_BIRTHS = frozenset(map(folded, _OF_BIRTHS.split("|")))
_OF_OTHER_DAYS = (
    "tuổi|date of birth|DOB|ngày thành lập|năm thành lập|ngày đăng ký kinh doanh|ngày ĐKKD|"
    "ngày cấp ĐKKD|ngày cấp GPKD|ngày cấp CCCD"
)
_DAYS = _BIRTHS.union(map(folded, _OF_OTHER_DAYS.split("|")))


def is_of_a_birth(heading: str) -> bool:
    """Tell whether a heading asks in Vietnamese for the day or the year of birth.

    Args:
        heading: the heading of the column.
    """
    return lowest(heading) in _BIRTHS


def is_of_a_person(heading: str) -> bool:
    """Tell whether a column holds days of birth or of founding, which this library does not need.

    Args:
        heading: the heading of the column.
    """
    return lowest(heading) in _DAYS


def quoted(names: Iterable[str]) -> str:
    """Return names in quotation marks, separated by commas, for both languages.

    Args:
        names: headings or names of sheets; personal data in them are masked.
    """
    return ", ".join(f"“{printable(masked(name))}”" for name in names)
