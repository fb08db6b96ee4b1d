"""Read a day of a workbook as a person sees it: the day, or the text that its format shows."""

import re
from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import final

from attrs import frozen

from nsc_program.intake._cells.cells import Formatted, NotShown
from nsc_program.intake._cells.dates import MonthFirst
from nsc_program.intake._words.words import folded
from nsc_program.intake.files._seen_formats import sections_of

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
        is_month_first: whether the number of the month stands before that of the day.
    """

    before: str
    after: str
    letters: frozenset[str]
    is_plain: bool
    is_hidden: bool
    is_of_days: bool
    is_month_first: bool


@lru_cache(maxsize=2**16)
def _format(number_format: str) -> Format:
    """Parse a number format of days."""
    sections = [section for section in sections_of(number_format) if section]
    own = sections[0] if sections else ""
    tokens = _TOKENS.findall(own)
    before, after, letters = _around(tokens)
    is_plain = _says_no_more(before, after)
    some_only = len(sections) > 1 and not is_plain and _has_bracket(tokens, _is_condition)
    return Format(
        before=before.strip(),
        after=after.strip(_BETWEEN),
        letters=letters,
        is_plain=is_plain,
        is_hidden=some_only or not letters or _has_bracket(tokens, _is_of_another_calendar),
        is_of_days=bool(letters) or _may_be_of_days(own),
        is_month_first=own not in _OF_THE_PLACE and _has_month_first(tokens),
    )


_OF_THE_PLACE = frozenset({"mm-dd-yy", "m/d/yy", "m/d/yy h:mm"})
"""The codes of formats that a spreadsheet shows in the order of the place where it runs."""


def _has_month_first(tokens: Iterable[tuple[str, ...]]) -> bool:
    """Tell whether a number of the month stands first, and that of the day behind it."""
    parts = [part.lower() for _, _, _, _, _, part, *_ in tokens if part]
    order = [part[0] for part in parts if part[0] == "y" or part in _IN_DIGITS]
    return order[:2] == ["m", "d"]


_IN_DIGITS = frozenset({"d", "dd", "m", "mm"})


def _says_no_more(before: str, after: str) -> bool:
    """Tell whether the text around a day only repeats that a day stands there."""
    words = folded(f"{before} {after}").split()
    return all(word in _OF_A_DAY for word in words) and not _signs(before + after)


def _may_be_of_days(section: str) -> bool:
    """Tell whether a section without a part of a day is not of numbers or texts either."""
    return bool(section.strip()) and "@" not in section and "0" not in section


def _has_bracket(tokens: Iterable[tuple[str, ...]], matches: Callable[[str], bool]) -> bool:
    """Tell whether the text in any of the square brackets is of a sort."""
    return any(matches(bracket) for _, _, bracket, *_ in tokens)


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
    return NotShown() if parsed.is_hidden else _under(parsed, value)


def _under(parsed: Format, value: date) -> object:
    """Return what a format that is not hidden shows of a day."""
    if parsed.is_plain and parsed.letters >= {"d", "m", "y"}:
        return MonthFirst.of(value) if parsed.is_month_first else value
    shown = _shown(value, parsed.letters)
    if parsed.is_plain:
        return shown
    text = f"{parsed.before} {shown} {parsed.after}".strip()
    return Formatted.of(text, text)


def is_plain_day(text: str) -> bool:
    """Tell whether a text shows a day and nothing else.

    >>> is_plain_day("30-Jun-2024"), is_plain_day("dự kiến 30/06/2024"), is_plain_day("30/06/2024?")
    (True, False, False)
    """
    words = [word for word in folded(text).split() if not word.isdigit()]
    return all(word in _OF_A_DAY or word in _NAMES_OF_DAYS for word in words) and not _signs(text)


def _is_condition(bracket: str) -> bool:
    """Tell whether a bracket of a number format holds a condition."""
    return _CONDITION.match(bracket) is not None


def _is_of_another_calendar(bracket: str) -> bool:
    """Tell whether a bracket of a number format names a calendar other than the Gregorian."""
    match = _CALENDAR.fullmatch(bracket)
    return match is not None and (int(match[1], 16) >> 16) & 0xFF not in _COMMON


def _around(tokens: Iterable[tuple[str, ...]]) -> tuple[str, str, frozenset[str]]:
    """Return the text before a day, the text behind it, and the letters of its parts."""
    letters: set[str] = set()
    before: list[str] = []
    after: list[str] = []
    for quoted, escaped, _, filler, half, part, _, sign in tokens:
        letters.update("h" if half else _letter_of(part))
        (after if letters else before).append(quoted or escaped or filler or sign)
    return "".join(before), "".join(after), frozenset(letters)


def _letter_of(part: str) -> str:
    """Return the letter of a part of a day; empty for the name of a day of the week."""
    letter = part[:1].lower()
    return "" if letter == "d" and len(part) >= _WEEKDAY else letter


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
