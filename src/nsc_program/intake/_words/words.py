"""Define the words that spreadsheets use, in Vietnamese and English, with or without accents."""

import re
import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from typing import Literal, final

from nsc_program.records._enumerations import Audience, EnterpriseKind, Level, Scope, Solution
from nsc_program.values._text import Text

_FEW_LETTERS, _MOST_MARKS = 500, 100


def normal(form: Literal["NFC", "NFKD"], text: str) -> str:
    """Return a text in a Unicode form.

    A text that stacks many marks on one letter is returned unchanged, since sorting them would take
    long.

    Args:
        form: the Unicode form.
        text: the text.
    """
    if len(text) > _FEW_LETTERS and not text.isascii() and _stacks_marks(text):
        return text
    return unicodedata.normalize(form, text)


def _stacks_marks(text: str) -> bool:
    """Tell whether a text stacks many marks on one letter."""
    marks = re.escape("".join(filter(unicodedata.combining, set(text))))
    return bool(marks) and re.search(f"[{marks}]{{{_MOST_MARKS + 1}}}", text) is not None


def single_spaced(text: str) -> str:
    """Return a text with single spaces, and none at its ends.

    Args:
        text: the text.
    """
    return " ".join(text.split())


@lru_cache(maxsize=2**14)
def folded(text: str) -> str:
    """Return a text without the accents, capitals, punctuation and spaces that people vary.

    >>> folded("  Ngày hoàn thành (*)"), folded("NGAY HOAN THANH")
    ('ngay hoan thanh', 'ngay hoan thanh')
    """
    if len(text) > _FEW_LETTERS and not text.isascii() and _stacks_marks(text):
        return single_spaced("".join(map(_folded_sign, text.replace("đ", "d").replace("Đ", "d"))))
    return single_spaced(text.translate(_FOLDED))


@final
class _Folded(dict[int, str]):
    """What each sign of a text folds to, which does not depend on the signs beside it."""

    def __missing__(self, code: int) -> str:
        """Fold a sign when it is met for the first time; there are no more than all signs."""
        sign = "d" if chr(code) in "đĐ" else chr(code)
        parts = unicodedata.normalize("NFKD", sign)
        return self.setdefault(code, "".join(map(_folded_sign, parts)))


def _folded_sign(sign: str) -> str:
    """Fold a sign that has no accents within: a letter to its small form, others to a space."""
    if unicodedata.combining(sign):
        return ""
    return sign.casefold() if sign.isalnum() else " "


_FOLDED = _Folded()


@lru_cache(maxsize=2**12)
def lowered(text: str) -> str:
    """Return a text in lower case, with single spaces and its accents.

    >>> lowered("  Ngày  HOÀN thành")
    'ngày hoàn thành'
    """
    return single_spaced(normal("NFC", text).casefold())


@lru_cache(maxsize=2**10)
def lowest(heading: str) -> str:
    """Return the folded words of a heading right above the cells, without those of its groups.

    >>> lowest("Kết quả › Ngày nghiệm thu")
    'ngay nghiem thu'
    """
    return folded(heading.rpartition("›")[2])


def without_accents(pattern: str) -> str:
    r"""Remove the accents from the letters of a pattern, and leave its signs: `\W` is not `\w`.

    >>> without_accents("chưa (?:được )?đạt")
    'chua (?:duoc )?dat'
    """
    letters = normal("NFKD", pattern.replace("đ", "d"))
    return "".join(sign for sign in letters if not unicodedata.combining(sign))


@final
class WordPattern:
    """A pattern of Vietnamese words, for texts with accents and for texts without them.

    Attributes:
        accented: the pattern for texts with accents.
        plain: the pattern for texts without them.
    """

    def __init__(self, pattern: str) -> None:
        """Compile a pattern.

        Args:
            pattern: the pattern, written with accents.
        """
        self.accented = re.compile(pattern)
        self.plain = re.compile(without_accents(pattern))

    def _for(self, words: str) -> "re.Pattern[str]":
        """Return the pattern for words as they are written."""
        return self.plain if words.isascii() else self.accented

    def is_in(self, words: str) -> bool:
        """Tell whether a part of some words matches.

        Args:
            words: the words, in lower case.
        """
        return self._for(words).search(words) is not None

    def found_in(self, words: str) -> str:
        """Return the first part of some words that matches, or an empty text.

        Args:
            words: the words, in lower case.
        """
        found = self._for(words).search(words)
        return "" if found is None else found[0]

    def without(self, words: str) -> str:
        """Return some words without the parts that match.

        Args:
            words: the words, in lower case.
        """
        return self._for(words).sub(" ", words)

    def is_all_of(self, words: str) -> bool:
        """Tell whether all of some words match.

        Args:
            words: the words, in lower case.
        """
        return self._for(words).fullmatch(words) is not None


def _table(**words: str) -> Mapping[str, str]:
    """Map every folded word to its meaning; bars separate the words of one meaning."""
    return {
        folded(word): meaning for meaning, listed in words.items() for word in listed.split("|")
    }


_YES = "có|yes|y|true|đúng|đã|rồi|x|1"
_NO = "không|no|n|false|sai|chưa|0"
YES_NO = _table(yes=_YES, no=_NO)
TICKS = frozenset("✓✔☑√")


def is_an_answer(text: str) -> bool:
    """Tell whether a text says something only together with its heading: “x”, “có”, “✓”, “A”.

    Args:
        text: the text of a cell.
    """
    words = folded(text)
    return words in YES_NO or text.strip() in TICKS or (len(words) == 1 and words.isalpha())


MORE_YES_NO: Mapping[str, Mapping[str, str]] = {
    "verified": _table(
        yes="đã xác minh|xác minh|verified", no="chưa xác minh|unverified|not verified"
    ),
    "annulled": _table(
        yes="đã hủy|hủy|huỷ|hủy bỏ|annulled",
        no="còn hiệu lực|hoàn thành|đã hoàn thành|đang thực hiện|đã nghiệm thu|nghiệm thu|"
        "đạt|bình thường|đã thanh lý|chưa hoàn thành|completed|ongoing",
    ),
    "renewal": _table(yes="cấp lại|gia hạn|renewal", no="cấp mới|lần đầu|new"),
    # A number beneath “Ước thực hiện” is an estimated figure, and not an answer.
    "estimate": {
        **_table(yes="ước|ước tính|ước thực hiện|estimate", no="chính thức|thực hiện|final"),
        **_table(neither="0|1"),
    },
}
"""Further words for yes and no, by the column in which they mean that, or neither of them."""

_MINISTRIES = "|".join(
    f"bộ {name}"
    for name in [
        "KH&CN",
        "KHCN",
        "Khoa học và Công nghệ",
        "Công Thương",
        "CT",
        "Nông nghiệp",
        "NN&PTNT",
        "NNPTNT",
        "NN&MT",
        "Nông nghiệp và Phát triển nông thôn",
        "Nông nghiệp và Môi trường",
        "Y tế",
        "YT",
        "Xây dựng",
        "XD",
        "Giao thông vận tải",
        "GTVT",
        "Thông tin và Truyền thông",
        "TT&TT",
        "TTTT",
        "Tài chính",
        "TC",
        "Kế hoạch và Đầu tư",
        "KH&ĐT",
        "KHĐT",
        "Lao động",
        "LĐTBXH",
        "LĐ-TB&XH",
        "Lao động - Thương binh và Xã hội",
        "Tài nguyên và Môi trường",
        "TN&MT",
        "TNMT",
        "Giáo dục và Đào tạo",
        "GD&ĐT",
        "GDĐT",
        "Quốc phòng",
        "Công an",
        "Nội vụ",
        "Tư pháp",
        "Văn hóa, Thể thao và Du lịch",
        "VHTTDL",
        "Ngoại giao",
    ]
)
_OWNERS = (
    "nhà nước|NN|FDI|có vốn đầu tư nước ngoài|vốn đầu tư nước ngoài|có vốn nước ngoài|"
    "có vốn nhà nước|cổ phần|CP|TNHH|TNHH một thành viên|TNHH MTV|TNHH 1 thành viên|"
    "TNHH hai thành viên|TNHH hai thành viên trở lên|hợp danh|liên doanh|tư nhân|xã hội|"
    "dân doanh|ngoài nhà nước|ngoài quốc doanh|siêu nhỏ|nhỏ|vừa|lớn|nhỏ và vừa|vừa và nhỏ|"
    "khoa học và công nghệ|KH&CN"
)
"""How the kind of a company is said, by its owners, its form or its size."""
_ENTERPRISES = "|".join(
    (
        "DNNN|DNNVV|DNXH|FDI|tổng công ty|tập đoàn|cty",
        *(
            f"{noun} {owner}"
            for noun in ("doanh nghiệp", "DN", "công ty")
            for owner in _OWNERS.split("|")
        ),
    )
)
_PEOPLE = (
    "cán bộ|cán bộ quản lý|quản lý|lãnh đạo|lãnh đạo, quản lý|lãnh đạo và quản lý|chủ|"
    "cán bộ, nhân viên|nhân viên|cán bộ kỹ thuật|cán bộ kỹ thuật, QA/QC|cán bộ QA/QC|công nhân|"
    "cán bộ, công nhân|cán bộ, công nhân viên|người lao động|giám đốc|kỹ sư|cán bộ chất lượng"
)
_STAFF = "|".join(
    f"{people} {of}{place}"
    for people in _PEOPLE.split("|")
    for of in ("", "của ", "tại ", "trong ", "các ", "của các ", "tại các ")
    for place in ("doanh nghiệp", "DN", "hợp tác xã", "HTX")
)
"""The people of enterprises."""
_LOCAL_STAFF = "|".join(
    f"{people} {of}{place}"
    for people in ("cán bộ", "công chức", "cán bộ, công chức", "cán bộ, công chức, viên chức")
    for of in ("", "các ", "của các ", "UBND ", "UBND các ", "cấp ")
    for place in ("quận, huyện", "quận, huyện, thị xã", "phường, xã", "xã, phường", "phường", "xã")
)
"""The people of districts, wards and communes."""
_WORDS: Mapping[type[StrEnum], Mapping[str, str]] = {
    EnterpriseKind: {
        "enterprise": "doanh nghiệp|DN|công ty|công ty cổ phần|CTCP|công ty TNHH|TNHH|"
        f"doanh nghiệp tư nhân|DNTN|enterprise|{_ENTERPRISES}",
        "cooperative": "hợp tác xã|HTX|liên hiệp hợp tác xã|cooperative|co-operative",
        "household": "hộ kinh doanh|hộ kinh doanh cá thể|hộ KD|HKD|hộ|household",
    },
    Level: {
        "city": "thành phố|cấp thành phố|TP|Hà Nội|thành phố Hà Nội|TP Hà Nội|TP. Hà Nội|TPHN|"
        "địa phương|cấp tỉnh|tỉnh|sở|cấp sở|Sở KH&CN|Sở KHCN|Sở Khoa học và Công nghệ|city",
        "ministry": f"bộ|cấp bộ|bộ, ngành|bộ ngành|ministry|{_MINISTRIES}",
        "nation": "quốc gia|cấp quốc gia|nhà nước|cấp nhà nước|trung ương|TW|nation|national",
    },
    Scope: {
        "city": "thành phố|cấp thành phố|TP|Hà Nội|trong thành phố|city",
        "nation": "toàn quốc|cả nước|quốc gia|cấp quốc gia|nation|national",
    },
    Solution: {
        "standards": "tiêu chuẩn|TC|standards|standard",
        "technical-regulations": "quy chuẩn kỹ thuật|quy chuẩn|QCKT|"
        "technical regulations|technical-regulations",
        "management-systems": "hệ thống quản lý|HTQL|các hệ thống quản lý|ISO 9001|ISO 14001|"
        "ISO 22000|ISO 45001|ISO 50001|ISO 13485|ISO 27001|ISO/IEC 27001|ISO/IEC 17025|ISO 17025|"
        "ISO 22301|ISO 21001|IATF 16949|FSSC 22000|HACCP|TQM|TCVN ISO 9001|TCVN ISO 14001|"
        "TCVN ISO 22000|TCVN ISO 45001|"
        "management systems|management system|management-systems",
        "improvement-tools": "công cụ cải tiến|công cụ|công cụ cải tiến năng suất|"
        "công cụ cải tiến năng suất chất lượng|công cụ năng suất|5S|Kaizen|Lean|TPM|KPI|KPIs|QCC|"
        "MFCA|Six Sigma|6 Sigma|Lean Six Sigma|Lean 6 Sigma|TWI|SMED|VSM|BSC|7 công cụ|7 QC|"
        "7 công cụ thống kê|Kaizen 5S|"
        "improvement tools|improvement-tools",
    },
    Audience: {
        "department": "sở, ngành|sở|sở ngành|các sở, ngành|sở, ban, ngành|cán bộ sở, ngành|"
        "cán bộ sở|cán bộ các sở, ngành|cán bộ sở, ban, ngành|cơ quan quản lý|"
        "cơ quan quản lý nhà nước|cán bộ quản lý nhà nước|công chức|viên chức|"
        "công chức, viên chức|cán bộ, công chức|cán bộ, công chức, viên chức|cbcc|cbccvc|"
        "department",
        "locality": "xã, phường|phường, xã|quận, huyện|quận, huyện, thị xã|UBND|"
        "UBND quận, huyện, thị xã|UBND xã, phường|UBND phường, xã|phường|xã|cấp xã|địa phương|"
        "locality|"
        f"{_LOCAL_STAFF}",
        "organisation": "tổ chức|đơn vị|organisation|organization",
        "enterprise": f"doanh nghiệp|DN|hợp tác xã|HTX|hộ kinh doanh|enterprise|{_STAFF}",
    },
}
"""The words for the members of every closed set, between bars; the first is the usual one."""

WORDS = {kind: _table(**words) for kind, words in _WORDS.items()}
LISTS = frozenset(
    folded(word)
    for words in _WORDS.values()
    for listed in words.values()
    for word in listed.split("|")
    if "," in word
)
"""The words with commas that stand for one member."""
SPOKEN = {
    kind: [listed.split("|")[0] for listed in words.values()] for kind, words in _WORDS.items()
}


def spoken(kind: type[StrEnum]) -> Text:
    """Return the usual words for the members of a closed set, in quotation marks."""
    words = ", ".join(f"“{word}”" for word in SPOKEN[kind])
    return Text(vi=words, en=words)


_NOTHING = re.compile(
    r"|(?:khong|chua|dang)(?: (?:co|ro|biet|xac dinh|cap nhat|bo sung|cap))?(?: (?:mst|ma so thue|"
    r"ma so|ma|thong tin))?|n a|na|nan|nil|null|none|no|unknown|missing|tbd|tba"
)


def says_nothing(text: str) -> bool:
    """Tell whether a text only says that a value is missing or unknown: chưa có, không rõ, n/a, -.

    >>> [says_nothing(text) for text in ("Chưa có MST", "n/a", "-", "Không gian 3")]
    [True, True, True, False]
    """
    return _NOTHING.fullmatch(folded(text)) is not None


def says_not(text: str) -> bool:
    """Tell whether a text says nothing, or denies something: chưa đạt.

    >>> says_not("Chưa đạt TCVN 13751:2023")
    True
    """
    return says_nothing(text) or folded(text).split()[0] in ("khong", "chua", "no", "not")


# The repetition is possessive: a letter may be a Roman number too, and is tried only once.
TOTAL = re.compile(
    r"(?:tổng cộng|tổng số|tổng|cộng dồn|cộng|lũy kế|luỹ kế|tong cong|tong so|luy ke|total|sum)"
    r"(?:[\s:.,()+\-–=*0-9]|[IVXLC]+\b|\b[A-ZĐ]\b|doanh nghiệp|dn|người|lượt|học viên|mô hình|"
    r"tổ chức|đơn vị|cơ sở|chuyên gia|hồ sơ|lớp|sự kiện|nhóm|phần|mục|đợt|năm|trang này|trang|"
    r"toàn bộ|chung|các|"
    r"và|của|hợp tác xã|hộ|số|toàn thành phố|được hỗ trợ|được đào tạo|từ đầu năm|đến nay)*+",
    re.IGNORECASE,
)
"""Announces a row of totals: Cộng I, Tổng cộng (I+II), Tổng cộng: 03 doanh nghiệp."""
