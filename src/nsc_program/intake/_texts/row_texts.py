"""Judge every text of a row by its place: what it adds, where, when and for whom it says to be.

A text passes if its form shows that it leaves its row as it is; the words that it may hold
otherwise have no end. The same rules hold for the texts that are read, for those that ids are made
of, and for those beneath harmless headings.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from nsc_program.intake._cells.verdicts import is_remark
from nsc_program.intake._headings.columns import Values
from nsc_program.intake._headings.event_days import span_of
from nsc_program.intake._headings.ordinary import holds_papers, may_be_ticked
from nsc_program.intake._states.states_within import holds_a_state
from nsc_program.intake._texts.issuers import is_decided_elsewhere, is_for_the_city
from nsc_program.intake._texts.odd_words import behind_a_number, is_of_odd_words
from nsc_program.intake._texts.other_activities import (
    is_another_activity,
    is_attendance,
    is_of_an_office,
)
from nsc_program.intake._texts.tails import has_odd_tail, is_harmless
from nsc_program.intake._words.gates import Gate, whole
from nsc_program.intake._words.provinces import (
    ends_in_a_province,
    is_in_another_province,
    may_be_elsewhere,
    names_another_province,
)
from nsc_program.intake._words.times_named import names_another_time
from nsc_program.intake._words.units_of_hanoi import written_as_a_unit
from nsc_program.intake._words.words import lowered, lowest

_THINGS = (
    r"(?:đơn vị|doanh nghiệp|dn|dnnvv|công ty|cty|htx|hợp tác xã|hộ|cơ sở|tổ chức|nhà máy|"
    r"mô hình|chi nhánh|lớp|khóa|khoá|chuyên gia|học viên|người|cán bộ|trường hợp|bạn|nơi)"
)
_NUMBER = r"(?:[0-9]+|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|một số|các|nhiều|những|vài|mấy|một)"
_OTHERS = re.compile(
    rf"\b(?:và|cùng|với|kèm|cả)(?: thêm)? {_NUMBER} {_THINGS}(?: [^\W\d]+)? khác\b|"
    rf"(?:\+|\b(?:và|cùng|kèm)(?: với)?(?: thêm)?) ?0*(?:[0-9]+|hai|ba|bốn|năm|sáu|bảy|tám|chín|"
    rf"mười)"
    rf" {_THINGS}\b|\b{_NUMBER} {_THINGS} khác\b|\b(?:v\.v|vân vân)"
)
_TRAILS_OFF = ("…", "...")
"""Others beside the one that a row is about: “và 2 đơn vị khác”."""
_SEVERAL = re.compile(
    r"(?<![\w.,/-])(?:0*[2-9]|[1-9][0-9]+|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) "
    r"(?:đơn vị|doanh nghiệp|dn|dnnvv|công ty|cty|htx|hợp tác xã|hộ kinh doanh|cơ sở sản xuất|"
    r"tổ chức)\b"
)
"""Several bodies, in a text about one of them."""
_PEOPLE = re.compile(
    r"(?<![\w.,/-])(?:0*[2-9]|[1-9][0-9]+|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) "
    r"(?:người|cán bộ|học viên|nhân viên|đồng nghiệp|công nhân|đại biểu|chuyên gia|anh|chị|bạn)\b"
)
"""Several people, in a text about one of them."""
_IN_PLACE = re.compile(
    r"^(?:đi |học |dự |tham dự )?thay (?:cho |mặt |thế )?(?:anh|chị|ông|bà|cô|chú|em|đ/c|đồng chí|"
    r"bạn|người)\b"
)
"""One in whose place a person came: “Thay cho chị Lan”."""
_OF_SIZES = re.compile(r"(?:so|tong|quy mo|tong so)\b.*")
"""Headings beneath which an enterprise has a number of people."""
_TIMES = re.compile(r"(?<!\S)(?:[^\W\d]+|5s)\s[x×]\s?0?[2-9]$")
"""Several of what stands before: “Sao Mai x 2”, but not “LED 9W x 2”."""
_REFERS = re.compile(
    r"\b(?:xem|như|theo|giống|trùng|cùng|chung|của|tại)(?: với| ở| tại)? "
    r"(?:(?:dòng|hàng|stt|số thứ tự|tt|hồ sơ|hs|mã hồ sơ) (?:số )?[0-9]|"
    r"(?:dòng|hàng|hồ sơ) (?:trên|dưới|trước)\b)"
)
"""Names another row: “xem dòng 2”."""
_OF_A_SHARE = re.compile(
    r"(?:(?<!\w)(?:đạt|được|xong|mới|còn)|(?<!\S)[^\W\d]?[A-Z0-9]\S*|[-–:])"
    r"\s(?!100\b)[0-9]{1,2}(?:[.,][0-9]+)?\s?%\W*$"
)
"""A share behind a norm at the end of a text, which may be how much of the work is done."""
_OF_A_CHANGE = re.compile(
    r"\b(?:tăng|giảm|tiết kiệm|nâng|cải thiện|hỗ trợ|tối đa|tối thiểu|ít nhất|trên|dưới|khoảng|"
    r"mức|tỷ lệ|đối ứng|ngân sách|kinh phí|vốn|độ|hàm lượng)\b"
)
"""Words of a result or a rate, which is not a share of the work."""
_PLACEHOLDER = re.compile(
    r"\s*(?:«[^»]*»|<<[^<>]*>>|\{\{?[^{}]*\}?\}|\$\{[^{}]*\}|\[\[[^\[\]]*\]\])\s*"
)
"""The field of a letter that was not filled in: «Ma_HS»."""
_CROSSED = re.compile(r"[✗✘❌❎☒✖⛔🚫]")
"""A cross, with which a person strikes out what stands beside it."""
_OF_A_TRIAL = re.compile(r"\W*(?:test|demo|thử|ví dụ|x{3,9})[\W_]*[0-9]*\W*")
"""What is typed to try a form."""
GATE_OF_OTHERS, GATE_OF_SEVERAL = Gate(_OTHERS), Gate(_SEVERAL)
GATE_OF_TEXTS_APART = Gate(_REFERS, _TIMES, whole(_OF_A_TRIAL))
_OF_BODIES = frozenset({"Support", "PilotModel", "AssessmentBody", "Enterprise"})
_OF_PLACES = re.compile(
    r"(?:ten )?(?:dia (?:chi|diem|ban|phuong)|noi(?! dung| bo)|tru so|phuong(?! phap)|xa(?! hoi)|"
    r"quan(?! ly| he| diem)|huyen|thi xa|thi tran|tinh(?! trang| hinh)|thanh pho|tp|kcn|ccn|"
    r"khu cong nghiep|cum cong nghiep|nha may|xuong|hoi truong|phong (?:hop|hoc)|cho o)\b.*"
)


def is_odd(kind: str, heading: str, text: str, values: Values) -> bool:
    """Tell whether a text says more than its place asks for.

    Args:
        kind: the name of the class of the records.
        heading: the heading of the text.
        text: the text.
        values: the values of the row, by the names of columns.
    """
    text = _shape_of(text)
    if _is_odd_anywhere(kind, heading, text):
        return True
    if values.get("person") is not None and _is_of_others(heading, text):
        return True
    if not _has_its_own_time(heading) and names_another_time(text, span_of(values)):
        return True
    return is_for_the_city(kind, values) and is_decided_elsewhere(heading, text)


_KEY = re.compile(r"[A-Za-zĐđ0-9._/-]+")
_AS_ZEROS = str.maketrans("123456789", "000000000")
_CENTURY = "20"
"""The digits that each year begins with."""


def _shape_of(text: str) -> str:
    """Return a key without spaces with zeros for its digits, if they cannot be those of a year.

    No rule asks which digits such a key has, so that the keys of a list are judged together.
    """
    if _CENTURY in text or _KEY.fullmatch(text) is None:
        return text
    return text.translate(_AS_ZEROS)


def _has_its_own_time(heading: str) -> bool:
    """Tell whether a heading names papers, or a time that another rule compares."""
    return holds_papers(heading) or _OF_TIMES.match(lowest(heading)) is not None


_OF_TIMES = re.compile(
    r"(?:nam|quy|thang|thoi|ngay|ky|tu|den|han|hieu luc|van ban|tai lieu|can cu|doanh thu|hop dong|"
    r"so (?:qd|hd|quyet dinh|hop dong))\b"
)


@lru_cache(maxsize=2**13)
def _is_odd_anywhere(kind: str, heading: str, text: str) -> bool:
    """Tell whether a text says more than its place asks for, whatever its row is about."""
    if _is_no_text(text) or is_apart(text) or names_others(text):
        return True
    if (kind in _OF_BODIES and names_several(text)) or _counts_events(kind, text):
        return True
    if not may_be_elsewhere(heading) and _is_elsewhere(heading, text):
        return True
    if is_another_activity(kind, heading, text) or is_of_an_office(kind, heading, text):
        return True
    if is_remark(heading):
        return False
    if is_attendance(heading, text) or has_odd_tail(text):
        return True
    if _is_of_a_share(text):
        return True
    is_of_a_state = holds_a_state(text) and not may_be_ticked(heading)
    return is_of_a_state or is_of_odd_words(heading, text)


def names_others(text: str) -> bool:
    """Tell whether a text names others beside the one that its row is about.

    Args:
        text: the text.
    """
    words = lowered(text)
    if words.endswith(_TRAILS_OFF):
        return True
    return not GATE_OF_OTHERS.is_closed(text) and _OTHERS.search(words) is not None


def names_several(text: str) -> bool:
    """Tell whether a text names several bodies.

    Args:
        text: the text.
    """
    return not GATE_OF_SEVERAL.is_closed(text) and _SEVERAL.search(lowered(text)) is not None


def _is_of_others(heading: str, text: str) -> bool:
    """Tell whether a text names several people, not as a size, or one in whose place one came."""
    words = lowered(text)
    if _IN_PLACE.search(words):
        return True
    return _PEOPLE.search(words) is not None and not _OF_SIZES.match(lowest(heading))


def _is_of_a_share(text: str) -> bool:
    """Tell whether a text ends in a share that is neither a result nor a rate."""
    if "%" not in text or _OF_A_SHARE.search(text) is None:
        return False
    return _OF_A_CHANGE.search(lowered(text)) is None


def _is_no_text(text: str) -> bool:
    """Tell whether a text was not filled in, or is crossed out or in doubt."""
    return bool(_PLACEHOLDER.fullmatch(text) or _CROSSED.search(text)) or _asks(text)


def is_apart(text: str) -> bool:
    """Tell whether a text tries a form, names another row, or multiplies what it names.

    Args:
        text: the text.
    """
    if GATE_OF_TEXTS_APART.is_closed(text):
        return False
    words = lowered(text)
    refers = _REFERS.search(words) or _TIMES.search(words)
    return refers is not None or _OF_A_TRIAL.fullmatch(words) is not None


def _asks(text: str) -> bool:
    """Tell whether a text has a question mark, with which people mark what they doubt."""
    return "?" in text and "://" not in text


_EVENTS: Mapping[str, "re.Pattern[str]"] = {
    kind: re.compile(
        rf"(?<![\w.,/-])(?:0*[2-9]|[1-9][0-9]+|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) (?:{things})\b"
    )
    for kind, things in {
        "Dissemination": "cuộc|hội nghị|hội thảo|sự kiện|tọa đàm|toạ đàm|lớp|buổi tuyên truyền|kỳ|"
        "bài|tin bài|phóng sự|số báo",
        "Training": "lớp|khóa|khoá|đợt",
    }.items()
}
"""Several events, in the content of one."""


def _counts_events(kind: str, text: str) -> bool:
    """Tell whether the content of an event says that there were several."""
    pattern = _EVENTS.get(kind)
    return pattern is not None and pattern.search(lowered(text)) is not None


def _is_elsewhere(heading: str, text: str) -> bool:
    """Tell whether a text is about another province, as its heading lets it name places."""
    if _OF_PLACES.fullmatch(lowest(heading)):
        place = written_as_a_unit(heading, text)
        return is_in_another_province(place) or any(map(ends_in_a_province, place.split(",")))
    return names_another_province(text)


def is_of_another_time(text: str, values: Values) -> bool:
    """Tell whether words of a closed set stand beside a time that is not that of their row.

    Args:
        text: the text.
        values: the values of the row, by the names of columns.
    """
    return names_another_time(text, span_of(values))


_SEVERAL_KEYS = re.compile(r"[0-9]\w*\s*(?:[,&+\n]|\s/\s|\s(?:và|and)\s)(?!0+$)[^,&+]*[0-9]")
"""A number, a sign between several keys, and another number."""


def is_odd_key(text: str) -> bool:
    """Tell whether a text says more than a key does: “VILAS 28 hết hạn”, “VILAS 28, VICAS 3”.

    Args:
        text: the key.
    """
    if _SEVERAL_KEYS.search(text):
        return True
    behind = behind_a_number(text)
    return bool(behind) and not is_harmless(behind)
