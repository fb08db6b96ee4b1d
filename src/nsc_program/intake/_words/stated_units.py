"""Read the unit that a line above or below a table states for its numbers.

A line that speaks of a unit of money names the unit or leaves it unknown. An amount (“tối đa 100
triệu đồng”) and a name (“Công ty Triệu Phát”) do not state a unit.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from nsc_program.intake._words.units import Of, unit_in
from nsc_program.intake._words.words import single_spaced

_STATED = re.compile(
    r"(?<!\w)(đơn\s+vị\s+tính|đơn\s+vị\s+tiền(?:\s+tệ)?|đơn\s+vị|đvt|đ\.\s?v\.\s?t|"
    r"đv\.?\s*t(?:ính)?|đv|don\s+vi\s+tinh|"
    r"don\s+vi|dvt|dv|units?(?:\s+of\s+\w+)?|currency)\s*[:\-–=]\s*(?=.)",
    re.IGNORECASE,
)
_OFFICE = re.compile(r"(?:đơn\s+vị|don\s+vi|đv|dv|units?)\s*[:\-–=]\s*", re.IGNORECASE)
"""May stand before the name of an office too."""
_CURRENCY = (
    r"việt nam đồng|đồng việt nam|vn đồng|đồng|dong|đ|vnđ|vnd|"
    r"usd|eur|euro|đô[ -]?la(?: mỹ)?|us\$|\$|€|£|¥"
)
_SCALE = (
    r"nghìn tỷ|ngàn tỷ|nghìn tỉ|ngàn tỉ|nghìn|ngàn|nghin|ngan|triệu|trieu|tỷ|tỉ|ty|tr|ng|n|k|"
    r"thousands?|millions?|billions?|mil|mn|bn"
)
_SCALE_ALONE = re.compile(rf"{_SCALE}|trăm|chục|['’]?000|1[.,]?000", re.IGNORECASE)
_LEADS = re.compile(
    r"(?:^|[:(\[,;/–—-]|(?<!\w)(?:bằng|theo|là|tính|vị|tiền|phí|trị|vốn|sách|nguồn|và|ghi|liệu|số|"
    r"trợ|dung|toán|ứng|sản|thu|chi|giá|in|of|units?|amounts?|funding|money|figures?|(?:19|"
    r"20)[0-9]{2}|"
    r"bang|tinh|vi|tien|phi|tri|la))\s*$",
    re.IGNORECASE,
)
"""How a text ends before a unit that it states; other words may change what the unit is of."""
_MENTION = re.compile(
    r"(?<!\w)(?<!\d[.,])((?:[x×]\s?)?['’]?(?:1(?:[.,\s]?000)+|000)\s?)?"
    rf"(?:({_SCALE})(?:\.\s?|\s)?(?:of\s)?)?(?:({_CURRENCY}))(?!\w)"
    r"(\s?/\s?\w+|\s(?:thousand|million|billion|nghìn|ngàn|triệu|tỷ|tỉ)s?(?!\w)|\s?['’]?000)?",
    re.IGNORECASE,
)
_NEAR = 30
"""The number of an amount stands within this many characters before its unit."""
_WEAK = frozenset({"đồng", "dong", "đ"})
"""Currencies that are also parts of other words: hội đồng, hợp đồng, đồng bộ."""
_ONLY_A_UNIT = r"(?=\s*(?:$|[.,;:)\]]))"
_WEAK_UNIT = re.compile(
    r"(?:tính\s+(?:bằng|theo)(?:\s+đơn\s+vị)?|theo\s+đơn\s+vị|đơn\s+vị(?:\s+tính)?(?:\s+là)?|"
    r"tinh\s+bang|"
    r"(?:số\s+tiền|kinh\s+phí|giá\s+trị|so\s+tien|kinh\s+phi)\s*[:(\-–]|[(\[])\s*"
    r"(đồng|dong|đ|triệu|trieu|tr|tỷ|tỉ|nghìn tỷ|ngàn tỷ|nghìn|ngàn|nghin|ngan|trăm|chục|"
    rf"thousands?|['’]?000|1[.,]?000){_ONLY_A_UNIT}",
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
    r"một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|tám|chín|mười|mươi|trăm|vài|mấy|hàng|trên|dưới|hơn|gần|"
    r"nghìn|ngàn|triệu|tỷ|tỉ",
    re.IGNORECASE,
)
"""The words of an amount."""


@lru_cache(maxsize=4096)
def stated_in(line: str) -> str | None:
    """Return the unit that a line states for numbers.

    Returns:
        The words of the unit, even if they are not understood, provided that they speak of money or
        follow “ĐVT:”; `None` if the line does not state a unit.

    >>> stated_in("Biểu 01 - Đơn vị tính: triệu đồng"), stated_in("Kinh phí tính bằng nghìn đồng")
    ('triệu đồng', 'nghìn đồng')
    >>> stated_in("Đơn vị: Sở Khoa học và Công nghệ"), stated_in("Mức hỗ trợ tối đa 100 triệu đồng")
    (None, None)
    """
    text = _plain(line)
    own = unit_line(text)
    return own if own is not None or _IN_WORDS.search(text) else _of_money(text)


def unit_line(line: str) -> str | None:
    """Return the unit of a line that only states one, or ends with it: “ĐVT: …”, “(triệu đồng)”.

    Returns:
        The words of the unit; `None` for any other line.
    """
    text = _plain(line)
    match = _STATED.search(text)
    if match is not None:
        return _unit_behind(match, text)
    return text.strip(" ()[]") if _is_a_unit(text) else None


def _unit_behind(announced: "re.Match[str]", text: str) -> str | None:
    """Return the unit that a text announces; `None` if it is the name of an office."""
    words = text[announced.end() :].rstrip(" .)]") or text[announced.end()]
    is_unit = unit_in(words) is not None or _SCALE_ALONE.fullmatch(words) is not None
    if is_unit or not _OFFICE.match(announced[0]):
        return words
    return words if _of_money(words) is not None else None


def _is_a_unit(text: str) -> bool:
    """Tell whether a whole line is a unit.

    “Lớp” and “Doanh nghiệp” are titles, unless they stand in brackets.
    """
    unit = unit_in(text)
    return unit is not None and (
        unit.of is Of.MONEY or unit.factor > 1 or (text[0] in "([" and text[-1] in ")]")
    )


def speaks_of_money(text: str) -> bool:
    """Tell whether a text names a unit of money, even one that is not understood."""
    unit = unit_in(text)
    return (unit is not None and unit.of is Of.MONEY) or _of_money(_plain(text)) is not None


def _plain(line: str) -> str:
    """Return a line in Unicode form NFC, with single spaces."""
    return single_spaced(unicodedata.normalize("NFC", line))


def _of_money(text: str) -> str | None:
    """Return the one unit of money that a text speaks of.

    If there are several units or exceptions, the result ends with “?”, so that it is not
    understood.
    """
    mentions = list(dict.fromkeys(_mentions(text)))
    if not mentions:
        return None
    units = {unit_in(mention) for mention in mentions}
    if len(units) > 1 or _EXCEPTED.search(text):
        return f"{', '.join(mentions)}?"
    return mentions[0]


def _mentions(text: str) -> Iterator[str]:
    """Yield the units of money that a text mentions, except in amounts."""
    for match in _MENTION.finditer(text):
        before = text[max(0, match.start() - _NEAR) : match.start()]
        if _is_of_a_unit(match, before):
            is_plain = not match[4] and _LEADS.search(before) is not None
            yield match[0].strip() if is_plain else f"{match[0].strip()}?"
    yield from (match[1] for match in _WEAK_UNIT.finditer(text))


def _is_of_a_unit(mention: "re.Match[str]", before: str) -> bool:
    """Tell whether a mention of money, behind a text, is a unit and not an amount or a name."""
    power, scale, currency = mention.group(1, 2, 3)
    is_weak = currency.casefold() in _WEAK and not (power or scale)
    return not is_weak and bool(power or not _is_amount(before))


def _is_amount(before: str) -> bool:
    """Tell whether a text ends with a number other than a year, in digits or in words."""
    words = before.split()
    if not words or not before[-1:].isspace():
        return before[-1:].isdigit()
    return _is_a_number(words[-1], words[-2:])


def _is_a_number(word: str, last_words: list[str]) -> bool:
    """Tell whether a word is a number and the last words are not a year."""
    if word[-1].isdigit():
        return _YEAR.search(" ".join(last_words)) is None
    return _NUMBER.fullmatch(word) is not None
