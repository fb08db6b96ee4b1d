"""One grammar of units, wherever one stands: above a table, in a heading, or in a cell behind its number.

“triệu đồng”, “tr.đ”, “1.000 đồng”, “ngđ” and “tỷ” are of money; “người”, “lượt”, “nghìn người” and “DN” are of things
that are counted. Whatever else stands there is no unit that is understood, and nothing under it is read.
"""

import re
from enum import StrEnum
from functools import lru_cache
from typing import final

from attrs import frozen

from nsc_program.intake._words import folded


class Of(StrEnum):
    """What a unit is of."""

    MONEY = "money"
    THINGS = "things"
    SHARE = "share"


@final
@frozen
class Unit:
    """What numbers are in: so many of what."""

    factor: int
    of: Of


DONG = Unit(1, Of.MONEY)

_SCALES = {
    "": 1,
    "n": 10**3,
    "ng": 10**3,
    "nghin": 10**3,
    "ngan": 10**3,
    "tr": 10**6,
    "trieu": 10**6,
    "ty": 10**9,
    "ti": 10**9,
    "nghin ty": 10**12,
    "ngan ty": 10**12,
}
_ALONE = frozenset({"tr", "trieu", "ty", "ti", "nghin ty", "ngan ty"})
"""Scales that say money with no word for it: “150 triệu”, “1,5 tỷ”; “5 nghìn” may be people."""

_LEAD = r"(?:don vi tinh|don vi|dvt|dv tinh|tinh bang|bang|theo)?"
_MONEY = re.compile(
    rf"{_LEAD} ?(1(?: ?0){{0,12}})? ?(nghin ty|ngan ty|nghin|ngan|ng|n|trieu|tr|ty|ti)? ?(dong|d|vnd|vn d|vn dong)?"
)
_THINGS = re.compile(
    rf"{_LEAD} ?(nghin|ngan|trieu)? ?(?:nguoi|luot nguoi|luot|hoc vien|hv|can bo|doanh nghiep|dn|to chuc|don vi|co so|"
    r"mo hinh|chuyen gia|su kien|lop|ho|htx|hop tac xa|ho so)"
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
        return Unit(_SCALES[found[1] or ""], Of.THINGS)
    found = _MONEY.fullmatch(words)
    if found is None or not (found[3] or found[2] in _ALONE):
        return None
    if found[2] in ("n", "ng") and found[3] != "d":
        return None
    return Unit(int((found[1] or "1").replace(" ", "")) * _SCALES[found[2] or ""], Of.MONEY)


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


_STATED = re.compile(
    r"(?:đơn\s+vị\s+tính|đơn\s+vị|đvt|đv\s+tính|don\s+vi\s+tinh|don\s+vi|dvt)\s*[:\-–]\s*(?=.)", re.IGNORECASE
)
_SAYS_MONEY = re.compile(r"(?<!hội )đồng|vnđ|vnd|usd|eur|triệu|tỷ|nghìn|ngàn|\$|€", re.IGNORECASE)


@lru_cache(maxsize=4096)
def stated_in(line: str) -> str | None:
    """What a line above a table says that its numbers are in: what follows “ĐVT:” or “Đơn vị tính:”.

    “Đơn vị: Sở Khoa học và Công nghệ” names an office.

    >>> stated_in("Biểu 01 - Đơn vị tính: triệu đồng"), stated_in("Đơn vị: Sở Khoa học và Công nghệ")
    ('triệu đồng', None)
    """
    found = _STATED.search(line)
    if found is None:
        return line.strip(" ()[]") if unit_in(line) else None
    said = line[found.end() :].rstrip(" .)]") or line[found.end()]
    office = not re.search(r"tính|đvt|tinh|dvt", found[0], re.IGNORECASE)
    return None if office and unit_in(said) is None and not _SAYS_MONEY.search(said) else said
