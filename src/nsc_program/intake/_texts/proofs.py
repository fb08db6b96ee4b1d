"""Tell whether a text that makes its record count has the form of what it claims to be.

A standard has a code or is called one, a certifier has a name, and a decision has the number or
the name of a decision. Any other words may say that there is none: “Trượt”, “bị treo”, a
submission.
"""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from nsc_program.intake._states.statuses import says_more
from nsc_program.intake._texts.names import is_proper, is_workplace
from nsc_program.intake._texts.tails import has_odd_tail
from nsc_program.intake._words.words import WordPattern, folded, lowered, normal, says_nothing

_YES = frozenset(map(folded, ("x", "có", "đạt", "yes", "v", "đã đạt", "đạt tiêu chuẩn")))
_CODE = (
    r"(?:tcvn|qcvn|tccs|iso|iec|iatf|fssc|ohsas|haccp|gmp|glp|gap|vietgap|globalgap|astm|asean|"
    r"apo|oecd|ilac|pac|aplac|apac|sa|brc|smeta|codex|eurachem|en|jis|ansi|din|bs|sample|"
    r"halal|ocop|5s|lean|kaizen|tpm|six sigma|tqm|nadcap|ifs|rspo|fsc|boa|vilas|vicas|vias|"
    r"[a-zđ]{2,8}(?=[ :-]?[0-9]{3,}))"
)
_STANDARD = WordPattern(
    rf"(?:(?:theo|đạt|tiêu chuẩn|quy chuẩn|chuẩn|khung|năng lực|quốc gia|quốc tế|khu vực|cơ sở|"
    r"châu á|chuyên gia|năng suất|chất lượng|trình độ|cấp|bậc|hạng|loại|của|về|và|việt nam|vn|"
    r"viện năng suất|tổ chức|hệ thống|quản lý|phiên bản|bản|lần|nscl|tư vấn|chương trình|"
    rf"{_CODE}(?:[ :-]*[0-9][0-9.:-]*(?:/(?:[a-zđ]{{2,8}}))?|-(?:who|std|hcm))?|mức|level|grade|"
    r"standard|[ivx]++|[1-9][0-9.:-]*+|năm)(?!\w)[ ,;:/&+()-]*+)++"
)
_SHARE = re.compile(r"(?<![0-9/])[0-9]{1,2} ?/ ?[0-9]{1,2}(?![0-9/])")
_NUMBER_ALONE = re.compile(r"(?!(?:19|20)[0-9]{2}$)[0-9]{4,6}(?:[.:-][0-9]+)*")
"""The number of a standard without its series, which is neither a mark nor a year."""
_OF_A_STANDARD = WordPattern(rf"(?<!\w){_CODE}(?![a-zđ])|chuẩn|khung năng lực|standard")


@lru_cache(maxsize=4096)
def is_standard(text: str) -> bool:
    """Tell whether a text names a standard, or is a tick, and does not say anything else.

    >>> texts = ("TCVN 13751:2023", "ISO/IEC 17025:2017", "Trượt", "2/5", "TCVN 1:2023 (thi lại)")
    >>> [is_standard(text) for text in texts]
    [True, True, False, False, False]

    Args:
        text: the text.
    """
    words = lowered(text).strip(" .")
    if "?" in words:
        return False
    if folded(words) in _YES or _NUMBER_ALONE.fullmatch(words):
        return True
    if _SHARE.search(words):
        return False
    return _STANDARD.is_all_of(words) and _OF_A_STANDARD.is_in(words)


_NO_CERTIFIER = frozenset(map(folded, ("KĐ", "KO", "K", "X", "V", "CĐ", "KHÔNG", "CÓ", "NO")))


@lru_cache(maxsize=4096)
def is_certifier(text: str) -> bool:
    """Tell whether a text is the name of a certifier or of its scheme.

    >>> texts = ("Viện Năng suất Việt Nam", "APO", "bị treo", "APO, hết hạn", "KĐ", "-")
    >>> [is_certifier(text) for text in texts]
    [True, True, False, False, False, False]

    Args:
        text: the text.
    """
    if folded(text) in _NO_CERTIFIER or not any(map(str.isalpha, text)):
        return False
    if "?" in text or says_nothing(text):
        return False
    is_named = is_workplace(text) or is_proper(text) or is_standard(text)
    return is_named and not has_odd_tail(text) and not says_more(text)


_SIGN = re.compile(
    r"(?:số:? ?)?(?:\b|(?<=qđ)|(?<=qd))[0-9]+[a-z]?(?: ?/ ?[0-9]{4})?"
    r"(?: ?/ ?(?:qđ|qd|nq)(?:[-.&/]?[a-zđ]++)*+)?(?!\w)|"
    r"(?:ngày )?[0-9]{1,2} ?[/.-] ?[0-9]{1,2} ?[/.-] ?[0-9]{4}|"
    r"(?:ngày )?[0-9]{1,2} tháng [0-9]{1,2} năm [0-9]{4}|năm [0-9]{4}"
)
_OTHER_SIGN = re.compile(
    r"[0-9][^\s,;]*/(?!(?:[0-9]{4}/)?(?:qđ|qd|nq)\b)(?![0-9]{1,4}(?:\W|$))[a-zđ]"
)
_DECISION = WordPattern(
    r"(?:(?:quyết định|qđ|qd(?=[0-9])|nghị quyết|nq|số|ngày|tháng|của|công nhận|mô hình|điểm|"
    r"năng suất|"
    r"chất lượng|về việc|v/v|về|theo|tại|cấp|lần đầu|ubnd|ủy ban nhân dân|uỷ ban nhân dân|"
    r"chủ tịch|giám đốc|thành phố|tp|hà nội|hn|tphn|bộ|phê duyệt(?= (?:công nhận|mô hình|kết quả))|"
    r"kết quả|các|danh sách(?= mô hình)|cho|doanh nghiệp|dn|công ty|và|lĩnh vực|nông nghiệp|"
    r"sở|nn|mt|nnmt|nnptnt|ptnt|phát triển nông thôn|môi trường|công thương|ct|khoa học|"
    r"công nghệ|kh&cn|khcn|xây dựng|y tế|du lịch|tài chính|nội vụ|snn|[ivx]++)"
    r"(?!\w)[ ,;:.()/-]*+)*+"
)


@lru_cache(maxsize=4096)
def is_decision(text: str) -> bool:
    """Tell whether a text is the number or the name of a decision of recognition.

    >>> texts = ("1822/QĐ-SNN", "12", "45/TTr-SNN", "Báo cáo 12/BC", "QĐ phê duyệt kế hoạch 12/QĐ")
    >>> [is_decision(text) for text in texts]
    [True, True, False, False, False]

    Args:
        text: the text.
    """
    words = lowered(normal("NFC", text)).strip(" .")
    if not folded(words) or _OTHER_SIGN.search(words) or says_more(text):
        return False
    return _DECISION.is_all_of(_SIGN.sub("", words).strip(" ,;:.()/-"))


PROOFS: Mapping[str, tuple[Callable[[str], bool], frozenset[str]]] = {
    "standard": (is_standard, frozenset({"trained_on", "conforming_since"})),
    "scheme": (is_certifier, frozenset({"certified_on"})),
    "decision": (is_decision, frozenset({"recognised_on"})),
}
"""The form of each text that makes a record count, and the days beside which it does so."""
