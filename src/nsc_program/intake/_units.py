"""One grammar of units, wherever one stands: above a table, in a heading, in a column, or behind a number.

“triệu đồng”, “tr.đ”, “1.000 đồng”, “ngđ” and “tỷ” are of money; “người”, “lượt người”, “nghìn người” and “DN” are of
what is counted, and of which things. Whatever else stands there is no unit that is understood, and nothing under it is
read.
"""

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from typing import final

from attrs import frozen

from nsc_program.intake._words import folded


class Of(StrEnum):
    """What a unit is of."""

    MONEY = "money"
    THINGS = "things"  # of those that a column counts, whatever they are
    PEOPLE = "people"
    PARTICIPATIONS = "participations"  # one person may have several
    TURNS = "turns"
    ENTERPRISES = "enterprises"
    UNITS = "units"  # an enterprise may be one, and so may another body
    BODIES = "bodies"
    MODELS = "models"
    EVENTS = "events"
    CERTIFICATES = "certificates"
    COURSES = "courses"
    FILES = "files"
    SHARE = "share"


@final
@frozen
class Unit:
    """What numbers are in: so many of what."""

    factor: int
    of: Of


OF_PEOPLE = frozenset({Of.THINGS, Of.PEOPLE, Of.PARTICIPATIONS})
"""What a number of people may be said to be of."""

DONG = Unit(1, Of.MONEY)
ONE = Unit(1, Of.THINGS)

_MONEY_SCALES = {
    "": 1,
    "n": 10**3,
    "ng": 10**3,
    "nghin": 10**3,
    "ngan": 10**3,
    "thousand": 10**3,
    "tr": 10**6,
    "trieu": 10**6,
    "million": 10**6,
    "ty": 10**9,
    "ti": 10**9,
    "billion": 10**9,
    "nghin ty": 10**12,
    "ngan ty": 10**12,
}
_ALONE = frozenset({"tr", "trieu", "ty", "ti", "nghin ty", "ngan ty"})
"""Scales that say money with no word for it: “150 triệu”, “1,5 tỷ”; “5 nghìn” may be people."""
_THING_SCALES = {
    "": 1,
    "chuc": 10,
    "tram": 100,
    "nghin": 10**3,
    "ngan": 10**3,
    "thousand": 10**3,
    "trieu": 10**6,
}

_WORDS: Mapping[Of, str] = {
    Of.PEOPLE: "nguoi|nguoi hoc|nguoi tham gia|nguoi tham du|nguoi du|hoc vien|hv|dai bieu|can bo|cb|cong chuc|"
    "vien chuc|cbcc|cbccvc|cong nhan|lao dong|nhan vien|thanh vien|chuyen gia|hoc sinh|sinh vien|ca nhan|khach moi|"
    "giang vien|person|persons|people|participants|trainees",
    Of.PARTICIPATIONS: "luot nguoi|luot hoc vien|luot dai bieu|luot can bo|luot nguoi hoc|luot nguoi tham gia|"
    "luot nguoi tham du|participations",
    Of.TURNS: "luot",
    Of.ENTERPRISES: "doanh nghiep|dn|cong ty|ho|ho kinh doanh|hkd|htx|hop tac xa|enterprise|enterprises",
    Of.UNITS: "don vi|co so",
    Of.BODIES: "to chuc|co quan",
    Of.MODELS: "mo hinh|mo hinh diem",
    Of.EVENTS: "su kien|cuoc|hoi nghi|hoi thao|buoi|events",
    Of.CERTIFICATES: "chung chi|chung nhan|giay chung nhan|certificates",
    Of.COURSES: "lop|lop hoc|khoa|khoa hoc|khoa dao tao|dot|classes|courses",
    Of.FILES: "ho so|nhiem vu|hop dong|de tai|du an|san pham|tieu chuan",
}
SPOKEN: Mapping[Of, str] = {
    Of.PEOPLE: "người",
    Of.PARTICIPATIONS: "lượt người",
    Of.TURNS: "lượt",
    Of.ENTERPRISES: "doanh nghiệp",
    Of.UNITS: "đơn vị",
    Of.BODIES: "tổ chức",
    Of.MODELS: "mô hình",
    Of.EVENTS: "sự kiện",
    Of.CERTIFICATES: "chứng chỉ",
    Of.COURSES: "lớp",
    Of.FILES: "hồ sơ",
    Of.SHARE: "%",
}
"""The usual word for each thing."""
_BY_WORD = {word: of for of, words in _WORDS.items() for word in words.split("|")}

_LEAD = r"(?:don vi tinh|don vi|dvt|dv tinh|dv|unit|tinh bang|tinh theo|bang|theo|in)?"
_MONEY = re.compile(
    rf"{_LEAD} ?(1(?: ?0){{0,12}})? ?(nghin ty|ngan ty|nghin|ngan|ng|n|trieu|tr|ty|ti|thousand|million|billion)? ?"
    r"(dong|dong viet nam|viet nam dong|d|vnd|vn d|vn dong)?"
)
_THINGS = re.compile(
    rf"{_LEAD} ?(chuc|tram|nghin|ngan|trieu|thousand)? ?({'|'.join(sorted(_BY_WORD, key=len, reverse=True))})"
)


@lru_cache(maxsize=4096)
def unit_in(text: str) -> Unit | None:
    """The unit that a text is; `None` if it is none that is understood.

    >>> unit_in("ĐVT: 1.000 đồng"), unit_in("(tr.đ)"), unit_in("USD"), unit_in("nghìn người").factor
    (Unit(factor=1000, of=<Of.MONEY: 'money'>), Unit(factor=1000000, of=<Of.MONEY: 'money'>), None, 1000)
    """
    if text.strip(" ()[]") == "%":
        return Unit(1, Of.SHARE)
    if any(each in text for each in "%$€£¥?/"):
        return None
    words = folded(text)
    if found := _THINGS.fullmatch(words):
        return Unit(_THING_SCALES[found[1] or ""], _BY_WORD[found[2]])
    found = _MONEY.fullmatch(words)
    if found is None or not (found[3] or found[2] in _ALONE):
        return None
    if found[2] in ("n", "ng") and found[3] != "d":
        return None
    return Unit(int((found[1] or "1").replace(" ", "")) * _MONEY_SCALES[found[2] or ""], Of.MONEY)


_MOST_WORDS = 6
"""The longest unit has so many words."""


def without_unit(words: str) -> tuple[str, Unit | None]:
    """Split folded words into those of a heading and the unit that they end with.

    >>> without_unit("kinh phi nsnn trieu dong")[0]
    'kinh phi nsnn'
    """
    parts = words.split()
    for at in range(max(1, len(parts) - _MOST_WORDS), len(parts)):
        if unit := unit_in(" ".join(parts[at:])):
            return " ".join(parts[:at]), unit
    return words, None
