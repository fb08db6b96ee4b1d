"""Tell whether a text has the form of a name: of a person, an enterprise, a workplace or a post.

A name beneath the heading of a name leaves its row as it is. Anything else may say that the row
stands for several people or enterprises, or for a reserve, a teacher or an organiser.
"""

import re
from functools import lru_cache

from nsc_program.intake._states.statuses import (
    begins_with_a_status,
    is_capital,
    is_limited,
    is_status,
    says_more,
)
from nsc_program.intake._texts.parts_in_courses import has_a_part_in_the_course
from nsc_program.intake._texts.tails import has_odd_tail
from nsc_program.intake._words.capitals import is_initialled
from nsc_program.intake._words.gates import Gate
from nsc_program.intake._words.offices import OFFICES
from nsc_program.intake._words.plain_words import SURNAMES
from nsc_program.intake._words.words import WordPattern, folded, lowered, normal

_TITLES = re.compile(
    r"^(?:(?:ông|bà|anh|chị|cô|ông/bà|mr|mrs|ms|dr|gs|pgs|ts|ths|tskh|ks|cn|bs|ds|kts|nghệ nhân|"
    r"kỹ sư|cử nhân|thạc (?:sĩ|sỹ)|tiến (?:sĩ|sỹ)|luật sư)(?:[.:/ ]+|$))+",
    re.IGNORECASE,
)
_OF_A_PERSON = re.compile(r"[^\W\d_]['’.-]?(?:[^\W\d_]|['’-](?=[^\W\d_]))*\.?")
_MOST_OF_A_PERSON = 5
_LONGEST = 300
"""The most characters of a name; a longer text is not taken for one."""
_SURNAMES = frozenset({*SURNAMES.split(), *folded(SURNAMES).split()})
_BEHIND_A_NAME = re.compile(r"\s*(?:(\([^()]*)\)?|\s[-–]\s(.*)|,(.*))", re.DOTALL)
_OF_A_BIRTH = WordPattern(r"\(?(?:sinh (?:năm|ngày)?|sn)? ?[0-9/.-]{4,10}|\((?:nam|nữ|[a-h])")


@lru_cache(maxsize=4096)
def is_person(text: str) -> bool:
    """Tell whether a text is the name of one person, with a title, a post or an office or not.

    >>> texts = ("Trần Văn Hùng", "TS. Lê Lan (Sở Y tế)", "GV. Trần Văn Hùng", "Lê Lan + 1")
    >>> [is_person(text) for text in texts]
    [True, True, False, False]

    Args:
        text: the text.
    """
    written = normal("NFC", text).strip()
    if "\n" in written or len(written) > _LONGEST:
        return False
    name = _BEHIND_A_NAME.search(written)
    first = written[: name.start()] if name else written
    behind = next(filter(None, name.groups()), "") if name else ""
    return _is_name_of_a_person(_TITLES.sub("", first, count=1)) and _may_follow(behind)


def begins_as_a_person(text: str) -> bool:
    """Tell whether a text of several words begins with a title or a surname.

    >>> begins_as_a_person("Trần Văn Hùng"), begins_as_a_person("Phường Hà Đông")
    (True, False)

    Args:
        text: the text.
    """
    words = _TITLES.sub("", text.strip(), count=1).lower().split()
    return len(words) > 1 and words[0] in _SURNAMES


def _is_name_of_a_person(text: str) -> bool:
    """Tell whether a text is words of a name only."""
    if is_initialled(text):
        return True
    words = text.split()
    if not 1 <= len(words) <= _MOST_OF_A_PERSON or is_status(text):
        return False
    is_of_letters = all(map(_OF_A_PERSON.fullmatch, words))
    is_small = text.islower() and words[0] in _SURNAMES
    return is_of_letters and (is_small or text.isupper() or all(map(_is_titled, words)))


def _is_titled(word: str) -> bool:
    """Tell whether a word has one capital at its beginning, or is an initial or a name as H'Hen."""
    if word in _SMALL:
        return True
    return word[0].isupper() and (word[1:2].islower() or len(word.rstrip(".")) == 1 or "'" in word)


_SMALL = frozenset({"văn", "thị", "van", "thi"})
"""Second words of names, which people write in small letters too."""


_OF_THE_COURSE = re.compile(
    r"(?<!\w)(?:lớp|khóa|khoá|btc|lop|khoa hoc)(?!\w)|[0-9] ?(?:người|suất|học|đại|cán|nguoi|suat)"
)
"""Words of a part in the course, or a count of people, behind the name of a person."""


def _may_follow(behind: str) -> bool:
    """Tell whether the words behind the name of a person are a birth, a post or an office."""
    words = lowered(behind).strip(" .")
    if not words or _OF_A_BIRTH.is_all_of(words):
        return True
    words = words.lstrip("(")
    if _OF_THE_COURSE.search(words):
        return False
    return not says_more(words) and (_begins_with(_POSTS, words) or _begins_with(_OFFICES, words))


_POSTS = (
    r"giám đốc|phó|trưởng|tổng giám đốc|nhân viên|chuyên viên|cán bộ|công nhân|công chức|"
    r"viên chức|kế toán|thủ quỹ|kỹ sư|kỹ thuật|kỹ thuật viên|quản lý|quản đốc|thủ kho|"
    r"chủ|chủ tịch|chủ nhiệm|tổ trưởng|đội trưởng|nhóm trưởng|thư ký|văn thư|bí thư|"
    r"ủy viên|uỷ viên|thành viên|xã viên|hội viên|nghệ nhân|thợ|lái xe|bảo vệ|tạp vụ|giáo viên|"
    r"giảng viên|giáo sư|bác sĩ|bác sỹ|dược sĩ|dược sỹ|y tá|y sĩ|điều dưỡng|nghiên cứu viên|"
    r"học sinh|sinh viên|nông dân|lao động|người lao động|kiểm soát|kiểm soát viên|kiểm định viên|"
    r"kiểm nghiệm viên|giám sát|giám định viên|điều hành|điều phối|trợ lý|hành chính|văn phòng|"
    r"nhân sự|kinh doanh|bán hàng|marketing|mua hàng|kho|sản xuất|vận hành|thiết kế|lập trình|"
    r"chất lượng|đại diện|người đại diện|người quản lý|quản trị|thanh tra|kiểm toán|tư vấn|"
    r"chuyên gia|cố vấn|hộ kinh doanh|công an|bộ đội|hưu trí|nội trợ|tự do|kinh doanh tự do|"
    r"phụ trách|đảng ủy|hiệu trưởng|hiệu phó|viện trưởng|chánh|cửa hàng trưởng|ceo|cfo|cto|coo|"
    r"qa|qc|hr|r&d|it|manager|director|staff|engineer|officer|chairman|head|nv|cv|cb|ktv|ktt|gđ|"
    r"pgđ|tgđ|tp|ptp|ct|pct|hđqt|p\.|bếp|bếp trưởng|đầu bếp|phụ bếp|lễ tân|buồng|thực tập sinh|"
    r"phóng viên|biên tập|thủ trưởng|chỉ huy|bảo trì|cơ khí|may|hàn|điện|kcs|tr\.|nghiên cứu sinh"
)
_OFFICES = "|".join(map(re.escape, OFFICES))
_ALONE = (
    r"tự do|lao động tự do|hưu trí|nội trợ|cá nhân|nông dân|kinh doanh tự do|không|freelance|"
    r"như trên|nt|\"|hà nội|tp hà nội"
)


@lru_cache(maxsize=16)
def _beginning(words: str) -> WordPattern:
    """Return the pattern of texts that begin with one of some words."""
    return WordPattern(rf"^(?:{words})(?!\w)")


def _begins_with(words: str, text: str) -> bool:
    """Tell whether a text in lower case begins with one of some words."""
    return _beginning(words).is_in(text)


_ENDS_A_POST = re.compile(r"\w (?:trưởng|viên|phó|sĩ|sỹ|công|truong|vien)$")


@lru_cache(maxsize=4096)
def is_post(text: str) -> bool:
    """Tell whether a text is the post of a person at work.

    >>> is_post("Phó phòng KD"), is_post("KT"), is_post("dự bị"), is_post("BTC")
    (True, True, False, False)

    Args:
        text: the text.
    """
    words = lowered(text).strip(" .")
    if is_of_the_course(words):
        return False
    if says_more(text) and not _begins_with(r"giảng viên|trợ giảng|phục vụ", words):
        return False
    is_short_form = text.strip().isupper() and len(text.split()) == 1
    is_post_of_its_own = _begins_with(_POSTS, words) or _ENDS_A_POST.search(words) is not None
    return is_short_form or is_post_of_its_own or is_workplace(text)


_ENDS = re.compile(
    r"(?<!\w)(?:đã|(?<![Tt]hiết )(?<![Tt]rang )(?<![Cc]huẩn )bị|chưa|đang|tạm|hết hạn|"
    r"hết hiệu lực|thu hồi|đình chỉ|treo|hủy|huỷ|không|sẽ|nghỉ|vắng|giải thể)(?!\w)"
    r"(?! (?:gian|khí|gỉ|dây|dệt|quân|lưu))"
)
"""Function words in small letters, which the name of a body does not have."""
GATE_OF_ENDS = Gate(_ENDS)


def ends_it(text: str) -> bool:
    """Tell whether a name in capitals and small letters goes on with what became of it.

    Args:
        text: the name.
    """
    return not GATE_OF_ENDS.is_closed(text) and _ENDS.search(normal("NFC", text)) is not None


_DEPARTMENTS = r"kế hoạch|thử nghiệm|khảo sát|phục vụ|thẩm định"
"""Departments whose names are statuses elsewhere."""


@lru_cache(maxsize=4096)
def is_department(text: str) -> bool:
    """Tell whether a text is the name of a department or of a room.

    >>> is_department("Kế hoạch"), is_department("P. 302"), is_department("nghỉ việc")
    (True, True, False)

    Args:
        text: the text.
    """
    words = lowered(text).strip(" .")
    if begins_with_a_status(text) or is_limited(text) or is_of_the_course(words):
        return False
    return not is_status(text) or _begins_with(_DEPARTMENTS, words)


@lru_cache(maxsize=4096)
def is_workplace(text: str) -> bool:
    """Tell whether a text is the name of an office, an enterprise or a place to work at.

    >>> texts = ("HTX Gốm Bát Tràng", "Vinamilk", "HTX Gốm (dự khán)", "học bù", "Ban tổ chức")
    >>> [is_workplace(text) for text in texts]
    [True, True, False, False, False]

    Args:
        text: the text.
    """
    words = lowered(text).strip(" .")
    if re.fullmatch(_ALONE, words):
        return True
    if is_of_the_course(words) or "buổi" in words:
        return False
    if says_more(text) or ends_it(text) or has_odd_tail(text):
        return False
    return _begins_with(_OFFICES, words) or is_proper(text)


def is_of_the_course(words: str) -> bool:
    """Tell whether a post or a workplace is a part in the course of the list.

    Args:
        words: the post or the workplace, in lower case.
    """
    return has_a_part_in_the_course(words) and not _begins_with(_ENTERPRISE, words)


def is_proper(text: str) -> bool:
    """Tell whether a text is a proper name: its last words or all of its words have capitals.

    >>> is_proper("Gốm sứ Bát Tràng"), is_proper("FPT"), is_proper("Học bù")
    (True, True, False)

    Args:
        text: the text.
    """
    words = _WORD.findall(normal("NFC", text))
    if not words or not (words[0][0].isupper() or words[0][0].isdigit()):
        return False
    return all(map(is_capital, words)) or (words[-1][0].isupper() and len(words[-1]) > 1)


_WORD = re.compile(r"\w[\w&.'’-]*")
_ENTERPRISE = (
    r"công ty|cty|c\.ty|tổng công ty|tập đoàn|doanh nghiệp|dn|dntn|htx|hợp tác xã|hộ kinh doanh|"
    r"hkd|cơ sở|nhà máy|xí nghiệp|khách sạn|ks|nhà hàng|cửa hàng|siêu thị|trung tâm|viện|trường|"
    r"chi nhánh|tổ hợp tác|trang trại|bệnh viện|ngân hàng|làng nghề|xưởng|hãng|hiệp hội|"
    r"company|hotel"
)
_SEVERAL = WordPattern(
    r"(?<![\w.,/-])(?:0*[2-9]|[1-9][0-9]+|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|nhiều|các|một số|"
    r"những) (?:doanh nghiệp|dn|dnnvv|đơn vị|công ty|cty|cơ sở|htx|hợp tác xã|hộ|nhà máy|"
    r"khách sạn|nhà hàng|chi nhánh|thành viên khác|đơn vị khác|cửa hàng|phòng|trung tâm|viện|"
    r"tổ chức|mô hình)(?!\w)|"
    r"^(?:cụm|nhóm|các|liên danh|tổ hợp|chuỗi) (?!công nghiệp)|(?<!\w)(?:và|cùng) (?:các|một số|"
    r"đối tác|nhóm|hộ|đơn vị|chi nhánh|công ty con|[0-9]+)(?!\w)"
)
_TWO_OF_A_KIND = re.compile(
    r"(?i)^(công ty|cty|htx|hợp tác xã|khách sạn|ks|nhà hàng|cửa hàng|nhà máy|dn|doanh nghiệp|"
    r"trung tâm|viện|cơ sở|xí nghiệp)\b.*\s[-–]\s\1\b"
)
_APART = re.compile(r";|\n|\s\+\s*|\+\s|/|,(?!\d)|\s&\s|\s(?:và|với|cùng|and)\s")
_ALWAYS_APART = re.compile(r";\s*\S|\+\s*\S")
_SIGNS_OF_SEVERAL, _SIGNS_APART = frozenset(";+-–"), frozenset(";\n+/,&")
GATE_OF_SEVERAL = Gate(_SEVERAL)
GATE_OF_PARTS = Gate(re.compile(r"\b(?:và|với|cùng|and)\b"))
"""The words of `_APART`, which has signs besides."""


@lru_cache(maxsize=4096)
def is_one_enterprise(text: str) -> bool:
    """Tell whether a text is the name of one enterprise, not of several.

    >>> texts = ("Công ty CP Thương mại và Dịch vụ A", "Công ty A và Công ty B", "03 công ty con")
    >>> [is_one_enterprise(text) for text in texts]
    [True, False, False]

    Args:
        text: the text.
    """
    written = normal("NFC", text).strip()
    if len(written) > _LONGEST or _names_several(written):
        return False
    if _SIGNS_APART.isdisjoint(written) and GATE_OF_PARTS.is_closed(written):
        return True
    first, *others = (part.strip() for part in _APART.split(written))
    if any(_is_another(part, is_loud=written.isupper()) for part in others):
        return False
    is_of_a_kind = not others or _begins_with(_ENTERPRISE, lowered(first))
    return is_of_a_kind or not _are_names(first, *others)


def _names_several(text: str) -> bool:
    """Tell whether a name counts bodies, or joins two of a kind or with a sign."""
    if GATE_OF_SEVERAL.is_closed(text) and _SIGNS_OF_SEVERAL.isdisjoint(text):
        return False
    if _TWO_OF_A_KIND.match(text) or _ALWAYS_APART.search(text):
        return True
    return _SEVERAL.is_in(_without_short_forms(text))


def _without_short_forms(text: str) -> str:
    """Return a text with its first word and its short forms, such as DN, in small letters."""
    first, *others = text.split() or [""]
    small = (word.lower() if word.isupper() else word for word in others)
    return " ".join((first.lower(), *small))


_SHORT_FORMS = (
    "SX|TM|DV|XD|XNK|NK|XK|ĐT|PT|CN|KT|TH|DL|VT|GT|TV|VL|NN|QC|TT|CB|KD|XL|TB|CK|CNC|ĐN|HN|VN|PTNT"
)
"""The short forms of lines of business, which are not enterprises of their own."""


def _is_another(part: str, *, is_loud: bool) -> bool:
    """Tell whether a part of a name begins another name: “Công ty”, or letters such as “B”."""
    is_letters = part.isupper() and part.isalnum() and part not in _SHORT_FORMS.split("|")
    return _begins_with(_ENTERPRISE, lowered(part)) or (is_letters and not is_loud)


def _are_names(*parts: str) -> bool:
    """Tell whether all parts of a text are names in which every word has a capital."""
    words = (_WORD.findall(part) for part in parts)
    return all(found and all(map(is_capital, found)) for found in words)


def is_enterprise(text: str) -> bool:
    """Tell whether a text is the name of one enterprise or body, and nothing more.

    Args:
        text: the text.
    """
    return (
        is_one_enterprise(text)
        and not has_odd_tail(text)
        and not (says_more(text) or ends_it(text))
    )
