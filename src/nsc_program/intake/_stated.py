"""What a line above or below a table says that its numbers are in.

A line that speaks of a unit of money either says which, or leaves it unknown; an amount (“tối đa 100 triệu đồng”) and a
name (“Công ty Triệu Phát”) are no unit.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from nsc_program.intake._units import Of, unit_in

_STATED = re.compile(
    r"(?<!\w)(đơn\s+vị\s+tính|đơn\s+vị\s+tiền(?:\s+tệ)?|đơn\s+vị|đvt|đ\.\s?v\.\s?t|đv\.?\s*t(?:ính)?|đv|don\s+vi\s+tinh|"
    r"don\s+vi|dvt|dv|units?(?:\s+of\s+\w+)?|currency)\s*[:\-–=]\s*(?=.)",
    re.IGNORECASE,
)
_OFFICE = re.compile(r"(?:đơn\s+vị|don\s+vi|đv|dv|units?)\s*[:\-–=]\s*", re.IGNORECASE)
"""What may stand before the name of an office too."""
_CURRENCY = r"việt nam đồng|đồng việt nam|vn đồng|đồng|dong|đ|vnđ|vnd|usd|eur|euro|đô[ -]?la(?: mỹ)?|us\$|\$|€|£|¥"
_SCALE = (
    r"nghìn tỷ|ngàn tỷ|nghìn tỉ|ngàn tỉ|nghìn|ngàn|nghin|ngan|triệu|trieu|tỷ|tỉ|ty|tr|ng|n|k|"
    r"thousands?|millions?|billions?|mil|mn|bn"
)
_MENTION = re.compile(
    rf"(?<!\w)((?:[x×]\s?)?['’]?(?:1(?:[.,\s]?000)+|000)\s?)?(?:({_SCALE})(?:\.\s?|\s)?(?:of\s)?)?"
    rf"(?:({_CURRENCY}))(?!\w)(\s?/\s?\w+|\s(?:thousand|million|billion|nghìn|ngàn|triệu|tỷ|tỉ)s?(?!\w)|\s?['’]?000)?",
    re.IGNORECASE,
)
_NEAR = 30
"""Characters before a unit in which the number of an amount stands."""
_WEAK = frozenset({"đồng", "dong", "đ"})
"""What is a word like others too: hội đồng, hợp đồng, đồng bộ."""
_ONLY_A_UNIT = r"(?=\s*(?:$|[.,;:)\]]))"
_WEAK_UNIT = re.compile(
    r"(?:tính\s+(?:bằng|theo)(?:\s+đơn\s+vị)?|theo\s+đơn\s+vị|đơn\s+vị(?:\s+tính)?(?:\s+là)?|tinh\s+bang|"
    r"(?:số\s+tiền|kinh\s+phí|giá\s+trị|so\s+tien|kinh\s+phi)\s*[:(\-–]|[(\[])\s*"
    rf"(đồng|dong|đ|triệu|trieu|tr|tỷ|tỉ|nghìn tỷ|ngàn tỷ){_ONLY_A_UNIT}",
    re.IGNORECASE,
)
_IN_WORDS = re.compile(r"bằng\s+chữ|bang\s+chu|in\s+words", re.IGNORECASE)
_EXCEPTED = re.compile(
    r"(?<!\w)(?:không|chưa|trừ|riêng|ngoại\s+trừ|cột|except|not|only|khong|rieng)(?!\w)",
    re.IGNORECASE,
)
_YEAR = re.compile(
    r"(?:năm|nam|year|[-–/])\s*(?:19|20)[0-9]{2}$|^(?:19|20)[0-9]{2}$", re.IGNORECASE
)
_NUMBER = re.compile(
    r"một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|tám|chín|mười|mươi|trăm|vài|mấy|hàng|trên|dưới|hơn|gần|nghìn|ngàn|"
    r"triệu|tỷ|tỉ",
    re.IGNORECASE,
)
"""Words of an amount."""


@lru_cache(maxsize=4096)
def stated_in(line: str) -> str | None:
    """What a line says that numbers are in; what is not understood too, if it is said of money or after “ĐVT:”.

    >>> stated_in("Biểu 01 - Đơn vị tính: triệu đồng"), stated_in("Đơn vị: Sở Khoa học và Công nghệ")
    ('triệu đồng', None)
    >>> stated_in("Kinh phí tính bằng nghìn đồng"), stated_in("Mức hỗ trợ tối đa 100 triệu đồng")
    ('nghìn đồng', None)
    """
    text = _plain(line)
    own = unit_line(text)
    return own if own is not None or _IN_WORDS.search(text) else _of_money(text)


def unit_line(line: str) -> str | None:
    """What a line says that does nothing else than to state a unit, or ends with it: “ĐVT: …”, “(triệu đồng)”."""
    text = _plain(line)
    found = _STATED.search(text)
    if found is None:
        return text.strip(" ()[]") if _is_a_unit(text) else None
    said = text[found.end() :].rstrip(" .)]") or text[found.end()]
    if _OFFICE.match(found[0]) and unit_in(said) is None:
        return said if _of_money(said) is not None else None
    return said


def _is_a_unit(text: str) -> bool:
    """Whether a whole line is a unit: “Lớp” and “Doanh nghiệp” are titles, unless they stand in brackets."""
    unit = unit_in(text)
    return unit is not None and (
        unit.of is Of.MONEY or unit.factor > 1 or text.startswith(("(", "["))
    )


def speaks_of_money(text: str) -> bool:
    """Whether a text names a unit of money, one that is understood or not."""
    unit = unit_in(text)
    return (unit is not None and unit.of is Of.MONEY) or _of_money(_plain(text)) is not None


def _plain(line: str) -> str:
    return " ".join(unicodedata.normalize("NFC", line).split())


def _of_money(text: str) -> str | None:
    """The one unit of money that a text speaks of; what nobody understands, if there are several or exceptions."""
    said = list(dict.fromkeys(_mentions(text)))
    if not said:
        return None
    units = {unit_in(each) for each in said}
    if len(units) > 1 or _EXCEPTED.search(text):
        return f"{', '.join(said)}?"
    return said[0]


def _mentions(text: str) -> Iterator[str]:
    for found in _MENTION.finditer(text):
        power, scale, currency, behind = found.groups()
        is_weak = currency.casefold() in _WEAK and not (power or scale)
        if not is_weak and (
            power or not _is_amount(text[max(0, found.start() - _NEAR) : found.start()])
        ):
            yield found[0].strip() if not behind else f"{found[0].strip()}?"
    yield from (found[1] for found in _WEAK_UNIT.finditer(text))


def _is_amount(before: str) -> bool:
    """Whether a number stands right before, in digits or in words; that of a year is none."""
    words = before.split()
    if not words or not before[-1:].isspace():
        return before[-1:].isdigit()
    if words[-1][-1].isdigit():
        return _YEAR.search(" ".join(words[-2:])) is None
    return _NUMBER.fullmatch(words[-1]) is not None
