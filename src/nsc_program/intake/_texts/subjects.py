"""Tell unread cells that do not have the form of the name or the content that they stand for."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache

from nsc_program.intake._cells.verdicts import is_of_work
from nsc_program.intake._headings.columns import ReadColumns, Values
from nsc_program.intake._states.statuses import (
    begins_with_a_status,
    is_limited,
    is_status,
    says_more,
)
from nsc_program.intake._texts.names import (
    is_department,
    is_enterprise,
    is_of_the_course,
    is_person,
    is_post,
    is_proper,
    is_workplace,
)
from nsc_program.intake._texts.plain_lines import is_plain_line
from nsc_program.intake._words.counted_texts import count_in
from nsc_program.intake._words.naming import Named, named
from nsc_program.intake._words.words import folded, lowered, lowest
from nsc_program.records._enumerations import EnterpriseKind

_PEOPLE = (
    r"hoc vien|chuyen gia|nguoi hoc|nguoi|can bo|ca nhan|dai bieu|thanh vien|nguoi tham gia|"
    r"nguoi tham du|nguoi duoc dao tao"
)
_BODIES = (
    r"doanh nghiep|dn|don vi|to chuc|co so|htx|hop tac xa|cong ty|cty|dn htx|phong thu nghiem|"
    r"phong thi nghiem|doanh nghiep htx|doanh nghiep hop tac xa"
)
_OF_PEOPLE = re.compile(
    rf"(?:ho va ten|ho ten|ten|ho dem va ten|ten day du|full name|name)(?: (?:cua )?(?:{_PEOPLE}))?"
    rf"|{_PEOPLE}"
)
_OF_ONE = re.compile(
    rf"(?:ten|ten day du|ten goi|name)(?: (?:cua )?(?:{_BODIES}))?|{_BODIES}|enterprise|company|"
    rf"(?:enterprise|company) name|(?:{_BODIES}) (?:duoc ho tro|tham gia|thu huong)"
)
_OF_WORK = re.compile(
    rf"(?:noi|don vi|co quan|dia chi) (?:cong tac|lam viec|hoc tap)|co quan don vi|"
    rf"don vi co quan|co quan|(?:ten )?(?:{_BODIES})"
)
_OF_DEPARTMENTS = re.compile(r"phong|phong ban|bo phan|phong chuyen mon|phong hoc|phong hop")
_OF_A_POST = re.compile(
    r"(?:chuc vu|chuc danh)(?: chuc (?:danh|vu))?|vi tri(?: (?:cong tac|viec lam))?|nghe nghiep|"
    r"cong viec|nghe"
)
_OF_COURSES = re.compile(r"(?:ten |so |ma )?(?:lop|khoa)(?: (?:hoc|dao tao|tap huan|boi duong))?")
_ID = re.compile(
    r"(?:(?:khóa|khoá|lớp|số|đợt|khoa|lop|so|dot|năm|nam|hè|he|sáng|chiều|tối|cơ bản|nâng cao|"
    r"chuyên sâu|tập huấn|đào tạo|trực tuyến|trực tiếp|online|"
    r"[a-zđ]{0,4}[-./]?[0-9]++[a-z0-9./-]*|[ivx]++|[a-zđ])(?!\w)[ ,:./()-]*+)++"
)
_FEW_WORDS = 4
_OF_A_PERSON = frozenset({"Training", "Expert"})
_OF_ENTERPRISES = frozenset({"Support", "PilotModel", "Enterprise", "AssessmentBody"})


def _is_course(text: str) -> bool:
    """Tell whether a text is the number or the name of a course."""
    if says_more(text):
        return False
    is_short = len(text.split()) <= _FEW_WORDS
    is_id = _ID.fullmatch(lowered(text).strip(" .")) is not None
    return not is_short or is_id or is_plain_line(text, "Training") or _is_named(text)


def _is_named(text: str) -> bool:
    """Tell whether a course is named after a place or after the people who attend it."""
    return is_proper(text) or is_post(re.sub(r"(?i)^(?:lớp|khóa|khoá)\s+", "", text))


@lru_cache(maxsize=1024)
def _form_of(kind: str, heading: str, *, has_person: bool) -> Callable[[str], bool] | None:
    """Return the form that the cells beneath a heading have; `None` for any other heading."""
    words = lowest(heading)
    if _OF_COURSES.fullmatch(words):
        return _is_course
    if _OF_A_POST.fullmatch(words):
        return is_post
    if _OF_DEPARTMENTS.fullmatch(words):
        return is_department
    if kind in _OF_A_PERSON and has_person:
        return _form_in_a_list_of_people(words)
    return is_enterprise if kind in _OF_ENTERPRISES and _OF_ONE.fullmatch(words) else None


def asks_for_an_enterprise(kind: str, heading: str) -> bool:
    """Tell whether a heading asks for the name of an enterprise or body.

    Args:
        kind: the name of the class of the records.
        heading: the heading.
    """
    return _form_of(kind, heading, has_person=False) is is_enterprise


def asks_for_a_person(kind: str, heading: str) -> bool:
    """Tell whether a heading of a list of people asks for their names.

    Args:
        kind: the name of the class of the records.
        heading: the heading.
    """
    return _form_of(kind, heading, has_person=True) is is_person


def _form_in_a_list_of_people(words: str) -> Callable[[str], bool] | None:
    """Return the form of the cells beneath a heading of a list of people."""
    if _OF_PEOPLE.fullmatch(words):
        return is_person
    return is_workplace if _OF_WORK.fullmatch(words) else None


def is_out_of_form(kind: str, heading: str, text: str, *, has_person: bool) -> bool:
    """Tell whether a cell is not the name, the post or the course that its heading asks for.

    Args:
        kind: the name of the class of the records.
        heading: the heading of the cell.
        text: the text of the cell.
        has_person: whether the table has a column of people's keys, so that a row is one person.
    """
    has_form = _form_of(kind, heading, has_person=has_person)
    if has_form is not None:
        return not has_form(text)
    if kind == "AssessmentBody" and _is_testing(text):
        return False
    if has_person and _OF_POSTS.search(lowest(heading)) and is_of_the_course(lowered(text)):
        return True
    is_described = _DESCRIBES.match(lowest(heading)) is not None
    if is_limited(text) or (not is_described and is_status(text)):
        return True
    return begins_with_a_status(text) and not is_of_work(text)


_OF_POSTS = re.compile(
    r"\b(?:chuc (?:vu|danh)|cong tac|noi lam viec|phong ban|hoc (?:ham|vi)|"
    r"(?:don vi|co quan)(?! (?:to chuc|chu tri|phoi hop|giang|dao tao)))\b"
)
"""Headings of a post or a workplace with something else: “Chức vụ, đơn vị công tác”."""
_DESCRIBES = re.compile(
    r"(?:nganh|linh vuc|san pham|ten san pham|mat hang|hang|dich vu|nhom|loai|cong nghe|thiet bi|"
    r"nguyen lieu|dia chi|dia diem|dia ban|noi(?! dung)|tru so|phuong|xa|quan|huyen|ma|so|"
    r"chuyen|buoi|ca|"
    r"gio|khung|thoi|ngay)\b"
)
"""Headings of what describes, which may be any noun, such as testing or surveys."""


def _is_testing(text: str) -> bool:
    """Tell whether a text is the activity of a body that is a status of other records."""
    return folded(text) == "thu nghiem"


def contradicts(kind: str, text: str, values: Values) -> bool:
    """Tell whether a remark counts other things than its row, or names another value of a field.

    Args:
        kind: the name of the class of the records.
        text: the remark.
        values: the values of the row, by the names of columns.
    """
    if _TIMES.fullmatch(lowered(text)):
        return True
    if _denies_a_default(kind, text, values) or _says_again(kind, text, values):
        return True
    number = count_in(text, "People" if kind == "Training" else kind)
    things = values.get("headcount", 1)
    return number is not None and number != things


_TIMES = re.compile(r"[x×] ?[0-9]+|[0-9]+ ?[x×]")
_DEFAULTS: Mapping[str, Mapping[str, object]] = {
    "Support": {"kind": EnterpriseKind.ENTERPRISE},
    "Expert": {"renewal": False},
    "PilotModel": {"renewal": False},
}
"""The fields whose values a remark may deny although they have a column."""


def _denies_a_default(kind: str, text: str, values: Values) -> bool:
    """Tell whether a remark names another value than its row has of a field: “lần 2”."""
    return any(
        values.get(name, default) == default and named(name, text) in _OTHERS
        for name, default in _DEFAULTS.get(kind, {}).items()
    )


_AGAIN = re.compile(
    r"(?:hỗ trợ |đợt |ho tro )?(?:lần|lan) (?:thứ |thu )?(?:0?[2-9]|ii|iii|iv|v|hai|ba|bốn|năm)"
)


def _says_again(kind: str, text: str, values: Values) -> bool:
    """Tell whether a remark says that a row repeats an earlier one, and is not a renewal."""
    is_renewed = kind not in _DEFAULTS or values.get("renewal") is True
    return not is_renewed and _AGAIN.fullmatch(lowered(text).strip(" .()")) is not None


_OTHERS = frozenset({Named.OTHER, Named.BOTH})
_PAPERS: Mapping[str, Mapping[str, str]] = {
    "Expert": {"certified_on": r"\b(?:chung chi|chung nhan|cc|gcn|certificate)\b"},
    "Support": {"completed_on": r"\b(?:nghiem thu|bbnt|bb nt|thanh ly|bbtl|bb tl|hoan thanh)\b"},
    "AssessmentBody": {
        "conforming_since": r"\b(?:cong nhan|chung nhan|gcn|certificate)\b",
        "strengthened_on": r"\btang cuong\b",
    },
}
"""The papers of each class, by the day on which they make a record count."""


def has_paper_without_day(
    kind: str, heading: str, text: str, columns: ReadColumns, values: Values
) -> bool:
    """Tell whether a cell holds the number of a paper, the day of which the row lacks.

    Args:
        kind: the name of the class of the records.
        heading: the heading of the cell.
        text: the text of the cell.
        columns: the columns that are read.
        values: the values of the row, by the names of columns.
    """
    words = lowest(heading)
    if not any(map(str.isdigit, text)):
        return False
    return any(
        name in columns and not isinstance(values.get(name), date) and re.search(papers, words)
        for name, papers in _PAPERS.get(kind, {}).items()
    )
