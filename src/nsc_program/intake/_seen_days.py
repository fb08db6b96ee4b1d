"""A day of a workbook as a person sees it: the day, or the text that its format makes of it."""

import re
from collections.abc import Set as AbstractSet
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import final

from attrs import frozen

from nsc_program.intake._cells import Formatted, NotShown
from nsc_program.intake._words import folded

_SECTION = re.compile(r'((?:"[^"]*"|\\.|\[[^\]]*\]|[^;"\\])*+)(?:;|$)', re.DOTALL)
_TOKENS = re.compile(
    r'"([^"]*)"|\\(.)|\[([^\]]*)\]|_.|\*(.)|(AM/PM|A/P)|(d+|m+|y+|h+|s+|[bge]+)|(General)|(.)',
    re.DOTALL | re.IGNORECASE,
)
_CALENDAR = re.compile(r"\$[^-]*-([0-9A-F]{5,8})", re.IGNORECASE)
_CONDITION = re.compile(r"[<>=]")
_COMMON = frozenset({0, 1, 9, 10, 11, 12})
"""The numbers of the common calendar, in several languages."""
_OF_A_DAY = frozenset(
    ["ngay", "thang", "nam", "day", "month", "year", "of", "st", "nd", "rd", "th", "luc", "gio"]
)
"""Words that say nothing more of a day."""
_NAMES_OF_DAYS = frozenset(
    [
        "thu",
        "hai",
        "ba",
        "tu",
        "nam",
        "sau",
        "bay",
        "chu",
        "nhat",
        "cn",
        "mon",
        "tue",
        "wed",
        "thu",
        "fri",
        "sat",
        "sun",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "jan",
        "feb",
        "mar",
        "apr",
        "may",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "january",
        "february",
        "march",
        "april",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "mot",
        "chin",
        "muoi",
        "am",
        "pm",
        "sa",
        "ch",
    ]
)
_BETWEEN = " /-.,:@"
_WEEKDAY = 3  # letters: ddd is the name of a day of the week


@final
@frozen
class Format:
    """What a number format writes of a day.

    Attributes:
        before: the words before the first part of the day; `after` those behind it.
        letters: the parts that are shown, by their letters.
        is_plain: whether nothing is written that says more of the day.
        is_hidden: whether nobody can say what it shows: of another calendar, or of some days only.
        is_of_days: whether it is a format of days at all, or one of numbers or texts.
    """

    before: str
    after: str
    letters: frozenset[str]
    is_plain: bool
    is_hidden: bool
    is_of_days: bool


@lru_cache(maxsize=2**16)
def _format(number_format: str) -> Format:
    sections = [each for each in _SECTION.findall(number_format) if each]
    own = sections[0] if sections else ""
    tokens = _TOKENS.findall(own)
    brackets = [bracket for _, _, bracket, *_ in tokens]
    before, after, letters = _around(tokens)
    words = folded(f"{before} {after}").split()
    is_plain = all(word in _OF_A_DAY for word in words) and not _signs(before + after)
    some_only = not is_plain and len(sections) > 1 and any(map(_CONDITION.match, brackets))
    is_of_days = bool(letters or not (not own.strip() or "@" in own or "0" in own))
    hidden = some_only or not letters or any(map(_is_of_another_calendar, brackets))
    return Format(
        before.strip(), after.strip(_BETWEEN), frozenset(letters), is_plain, hidden, is_of_days
    )


def day_as_seen(value: date | time | timedelta, number_format: str) -> object:
    """Give a day whose format shows all of it, and no more, as it is; of others what is shown.

    A format that shows no day is one of a month or a year, whatever day a spreadsheet put there.
    """
    if not isinstance(value, date) or number_format in ("", "General", "@"):
        return value
    found = _format(number_format)
    if not found.is_of_days or (
        found.is_plain and not found.is_hidden and found.letters >= {"d", "m", "y"}
    ):
        return value
    if found.is_hidden:
        return NotShown()
    shown = _shown(value, found.letters)
    text = f"{found.before} {shown} {found.after}".strip()
    return shown if found.is_plain else Formatted.of(text, text)


def is_plain_day(text: str) -> bool:
    """Whether a text shows a day and nothing beside it.

    >>> is_plain_day("30-Jun-2024"), is_plain_day("dự kiến 30/06/2024"), is_plain_day("30/06/2024?")
    (True, False, False)
    """
    words = [each for each in folded(text).split() if not each.isdigit()]
    return all(each in _OF_A_DAY or each in _NAMES_OF_DAYS for each in words) and not _signs(text)


def _is_of_another_calendar(bracket: str) -> bool:
    found = _CALENDAR.fullmatch(bracket)
    return found is not None and (int(found[1], 16) >> 16) & 0xFF not in _COMMON


def _around(tokens: list[tuple[str, ...]]) -> tuple[str, str, set[str]]:
    """The words before the first part of a day and behind it, and the letters of the parts that are shown."""
    before, after = "", ""
    letters: set[str] = set()
    for quoted, escaped, _, filler, half, part, _, other in tokens:
        if part:
            kind = part[0].lower()
            letters.update(() if kind == "d" and len(part) >= _WEEKDAY else kind)
        elif half:
            letters.add("h")
        elif letters:
            after += quoted or escaped or filler or other
        else:
            before += quoted or escaped or filler or other
    return before, after, letters


def _signs(text: str) -> str:
    """The signs of a text that do not stand between the parts of a day."""
    return "".join(
        each
        for each in text
        if not (each.isalnum() or each.isspace() or each in "/-.,:@()\u200e\u200f")
    )


def _shown(value: date, letters: AbstractSet[str]) -> str:
    """The parts of a day that are shown, in the order of this country."""
    has_time = bool(letters & {"h", "s"})
    if has_time and not letters & {"d", "y"}:
        return f"{value:%H:%M}"
    parts = [code for letter, code in (("d", "%d"), ("m", "%m"), ("y", "%Y")) if letter in letters]
    return (
        format(value, "/".join(parts))
        if not (has_time and isinstance(value, datetime))
        else f"{value:%Y %H:%M}"
    )
