"""Read a day of a workbook as a person sees it: the day, or the text that its format shows."""

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
"""The numbers of the Gregorian calendar in several languages."""
_OF_A_DAY = frozenset(
    ["ngay", "thang", "nam", "day", "month", "year", "of", "st", "nd", "rd", "th", "luc", "gio"]
)
"""Words that only repeat that a day stands there."""
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
    """The parts of a day that a number format writes, and the text around them.

    Attributes:
        before: the text before the first part of the day.
        after: the text behind it.
        letters: the parts of the day and time that are shown, by their letters.
        is_plain: whether no text says more about the day.
        is_hidden: whether it is unknown what is shown: another calendar, or some days only.
        is_of_days: whether the format is of days, rather than of numbers or texts.
    """

    before: str
    after: str
    letters: frozenset[str]
    is_plain: bool
    is_hidden: bool
    is_of_days: bool


@lru_cache(maxsize=2**16)
def _format(number_format: str) -> Format:
    """Parse a number format of days."""
    sections = [section for section in _SECTION.findall(number_format) if section]
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
    """Return a day if its format shows all of it and no more, and the shown text otherwise.

    A format that does not show the day of the month means a month or a year; the day in the cell is
    then an accident of the spreadsheet.

    Args:
        value: the day, the moment, the time or the duration.
        number_format: the code of its number format.
    """
    if not isinstance(value, date) or number_format in ("", "General", "@"):
        return value
    parsed = _format(number_format)
    if not parsed.is_of_days:
        return value
    if parsed.is_hidden:
        return NotShown()
    if parsed.is_plain and parsed.letters >= {"d", "m", "y"}:
        return value
    shown = _shown(value, parsed.letters)
    text = f"{parsed.before} {shown} {parsed.after}".strip()
    return shown if parsed.is_plain else Formatted.of(text, text)


def is_plain_day(text: str) -> bool:
    """Tell whether a text shows a day and nothing else.

    >>> is_plain_day("30-Jun-2024"), is_plain_day("dự kiến 30/06/2024"), is_plain_day("30/06/2024?")
    (True, False, False)
    """
    words = [word for word in folded(text).split() if not word.isdigit()]
    return all(word in _OF_A_DAY or word in _NAMES_OF_DAYS for word in words) and not _signs(text)


def _is_of_another_calendar(bracket: str) -> bool:
    """Tell whether a bracket of a number format names a calendar other than the Gregorian."""
    match = _CALENDAR.fullmatch(bracket)
    return match is not None and (int(match[1], 16) >> 16) & 0xFF not in _COMMON


def _around(tokens: list[tuple[str, ...]]) -> tuple[str, str, set[str]]:
    """Return the text before a day, the text behind it, and the letters of its parts."""
    before, after = "", ""
    letters: set[str] = set()
    for quoted, escaped, _, filler, half, part, _, sign in tokens:
        if part:
            kind = part[0].lower()
            letters.update(() if kind == "d" and len(part) >= _WEEKDAY else kind)
        elif half:
            letters.add("h")
        elif letters:
            after += quoted or escaped or filler or sign
        else:
            before += quoted or escaped or filler or sign
    return before, after, letters


def _signs(text: str) -> str:
    """Return the signs of a text, except those that stand between the parts of a day."""
    return "".join(
        sign
        for sign in text
        if not (sign.isalnum() or sign.isspace() or sign in "/-.,:@()\u200e\u200f")
    )


def _shown(value: date, letters: AbstractSet[str]) -> str:
    """Write the parts of a day that are shown, in the Vietnamese order."""
    has_time = bool(letters & {"h", "s"})
    if has_time and not letters & {"d", "y"}:
        return f"{value:%H:%M}"
    if has_time and isinstance(value, datetime):
        return f"{value:%Y %H:%M}"
    codes = (("d", "%d"), ("m", "%m"), ("y", "%Y"))
    return format(value, "/".join(code for letter, code in codes if letter in letters))
