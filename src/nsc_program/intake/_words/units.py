"""Define one grammar of units: above a table, in a heading, in a column, or behind a number.

“triệu đồng”, “tr.đ”, “1.000 đồng”, “ngđ” and “tỷ” are units of money. “người”, “lượt người”, “nghìn
người” and “DN” are units of things that are counted, and tell which things. All other words are not
understood as a unit, and numbers in them are rejected.
"""

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from typing import final

from attrs import frozen

from nsc_program.intake._words.words import folded


class Of(StrEnum):
    """The things that a unit is of."""

    MONEY = "money"
    THINGS = "things"  # the things that a column counts, of any kind
    PEOPLE = "people"
    PARTICIPATIONS = "participations"  # one person may have several
    TURNS = "turns"
    ENTERPRISES = "enterprises"
    COOPERATIVES = "cooperatives"
    HOUSEHOLDS = "households"
    SITES = "sites"  # of an enterprise, a household or another body
    UNITS = "units"  # an enterprise or another body
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
    """The unit that numbers are in.

    Attributes:
        factor: the number of single things, or of đồng, in one unit; a power of ten.
        of: the things that the unit is of.
    """

    factor: int
    of: Of


OF_PEOPLE = frozenset({Of.THINGS, Of.PEOPLE, Of.PARTICIPATIONS})
"""The things that a unit of a number of people may be of."""

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
"""Scales that mean money without a word for it: “150 triệu”, “1,5 tỷ”.

“5 nghìn” is not among them, since it may be people.
"""
_ONLY_WITH_D = frozenset({"n", "ng"})
"""Scales that mean money only in “nđ” and “ngđ”."""
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
    Of.PEOPLE: "nguoi|nguoi hoc|nguoi tham gia|nguoi tham du|nguoi du|hoc vien|hv|dai bieu|"
    "can bo|cb|cong chuc|vien chuc|cbcc|cbccvc|cong nhan|lao dong|nhan vien|thanh vien|"
    "chuyen gia|hoc sinh|sinh vien|ca nhan|khach moi|giang vien|"
    "person|persons|people|participants|trainees",
    Of.PARTICIPATIONS: "luot nguoi|luot hoc vien|luot dai bieu|luot can bo|luot nguoi hoc|"
    "luot nguoi tham gia|luot nguoi tham du|participations",
    Of.TURNS: "luot",
    Of.ENTERPRISES: "doanh nghiep|dn|cong ty|enterprise|enterprises",
    Of.COOPERATIVES: "htx|hop tac xa",
    Of.HOUSEHOLDS: "ho|ho kinh doanh|hkd",
    Of.SITES: "co so",
    Of.UNITS: "don vi",
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
    Of.COOPERATIVES: "hợp tác xã",
    Of.HOUSEHOLDS: "hộ kinh doanh",
    Of.SITES: "cơ sở",
    Of.UNITS: "đơn vị",
    Of.BODIES: "tổ chức",
    Of.MODELS: "mô hình",
    Of.EVENTS: "sự kiện",
    Of.CERTIFICATES: "chứng chỉ",
    Of.COURSES: "lớp",
    Of.FILES: "hồ sơ",
    Of.SHARE: "%",
}
"""The usual word for every kind of thing."""
_BY_WORD = {word: of for of, words in _WORDS.items() for word in words.split("|")}

_LEAD = r"(?:don vi tinh|don vi|dvt|dv tinh|dv|unit|tinh bang|tinh theo|bang|theo|in)?"
_MONEY = re.compile(
    rf"{_LEAD} ?(1(?: ?0){{0,12}})? ?"
    r"(nghin ty|ngan ty|nghin|ngan|ng|n|trieu|tr|ty|ti|thousand|million|billion)? ?"
    r"(dong|dong viet nam|viet nam dong|d|vnd|vn d|vn dong)?"
)
_LONGEST_FIRST = "|".join(sorted(_BY_WORD, key=len, reverse=True))
_THINGS = re.compile(rf"{_LEAD} ?(chuc|tram|nghin|ngan|trieu|thousand)? ?({_LONGEST_FIRST})")


@lru_cache(maxsize=4096)
def unit_in(text: str) -> Unit | None:
    """Return the unit that a text names.

    Returns:
        The unit; `None` if the text is not understood as one.

    >>> unit_in("ĐVT: 1.000 đồng")
    Unit(factor=1000, of=<Of.MONEY: 'money'>)
    >>> unit_in("(tr.đ)").factor, unit_in("USD"), unit_in("nghìn người").factor
    (1000000, None, 1000)
    """
    if text.strip(" ()[]") == "%":
        return Unit(1, Of.SHARE)
    if any(sign in text for sign in "%$€£¥?/"):
        return None
    words = folded(text)
    return _unit_of_things(words) or _unit_of_money(words)


def _unit_of_things(words: str) -> Unit | None:
    """Return the unit of things that folded words name."""
    things = _THINGS.fullmatch(words)
    return Unit(_THING_SCALES[things[1] or ""], _BY_WORD[things[2]]) if things else None


def _unit_of_money(words: str) -> Unit | None:
    """Return the unit of money that folded words name."""
    money = _MONEY.fullmatch(words)
    if money is None:
        return None
    power, scale, currency = (group or "" for group in money.groups())
    if not _is_money(scale, currency):
        return None
    return Unit(int(power.replace(" ", "") or 1) * _MONEY_SCALES[scale], Of.MONEY)


def _is_money(scale: str, currency: str) -> bool:
    """Tell whether a scale and a currency, either of which may be empty, surely mean money."""
    if scale in _ONLY_WITH_D:
        return currency == "d"
    return bool(currency) or scale in _ALONE


_MOST_WORDS = 6
"""The number of words of the longest unit."""


def without_unit(words: str) -> tuple[str, Unit | None]:
    """Split folded words into those of a heading and the unit that they end with.

    Returns:
        The words without the unit, and the unit; all words and `None` if there is no unit.

    >>> without_unit("kinh phi nsnn trieu dong")[0]
    'kinh phi nsnn'
    """
    parts = words.split()
    for at in range(max(1, len(parts) - _MOST_WORDS), len(parts)):
        if unit := unit_in(" ".join(parts[at:])):
            return " ".join(parts[:at]), unit
    return words, None
