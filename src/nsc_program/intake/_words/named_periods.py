"""Read the periods that a line names: “Quý I/2024”, “(Từ 01/01/2023 đến 31/12/2023)”, “2022”.

Each period is a span of days. A quarter or a month without a year is of any of the years of the
rows.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import TypeAlias

from nsc_program.intake._words.words import folded, lowered
from nsc_program.values._parts_of_years import last_of_month

Span: TypeAlias = tuple[date, date]
"""The first and the last day of a period; `date.min` for one that only has an end."""
Months: TypeAlias = tuple[int, int, int | None]
"""The first and the last month of a period, and its year; `None` if it is not named."""

_LONGEST = 500
_DOCUMENT = re.compile(
    r"\d[\d./-]*\s*/\s*(?:\d{4}\s*/\s*)?[a-zđ][\w.&-]*(?:\s+(?:năm|ngày)\s+[\d./-]*\d)?|"
    r"\d\s?:\s?(?:19|20)\d\d(?!\d)"
)
"""Documents and standards, whose days are not those of the rows."""
_REFERENCE = re.compile(
    r"(?:theo|căn cứ|kèm theo|ban hành|so với|kế hoạch số|quyết định số)(?!\w)[^()]*"
)
"""What a line refers to."""
_DAY = (
    r"([0-9]{1,2}) (?=(?:[0-9]+ |thang [0-9]+ nam )\d{4})"
    r"(?:thang )?([0-9]{1,2}) (?:nam )?([0-9]{4})\b"
)
YEAR = "(20[0-4][0-9])"
"""A year that a line may be about."""
_YEAR = rf"(?:nam )?{YEAR}\b"
_NUMERAL = r"0?[1-4]|iv|i{1,3}"
_AND = r"(?:va |den |het |thang |quy )*"
_NUMBERS = {
    **{str(number): number for number in range(1, 13)},
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "mot": 1,
    "ba": 3,
    "sau": 6,
    "bay": 7,
    "tam": 8,
    "chin": 9,
    "muoi": 10,
    "muoi mot": 11,
}
_BETWEEN = re.compile(rf"{_DAY} (?:den |toi |het |ngay )*{_DAY}")
_UNTIL = re.compile(
    r"\b(?:den|toi|het|chot|cap nhat|thoi diem|truoc|bao cao|so lieu|du lieu|thong ke)"
    r"(?: (?:den|het|ngay|thoi diem|so lieu|vao|luc|tai|bao cao|tong hop|la))*"
    rf" {_DAY}"
)
_FROM = re.compile(r"\b(?:tu|ke tu|since|from)(?: (?:dau|thang|quy|nam))* [0-9iv]+\b")
_TO = re.compile(r"\b(?:den|toi|until|to)(?: (?:het|cuoi|thang|quy|nam))* [0-9iv]+\b")
_BETWEEN_MONTHS = re.compile(rf"\b(0?[1-9]|1[0-2]) {YEAR} (?:den )?(0?[1-9]|1[0-2]) {YEAR}\b")
_ANY_DAY = re.compile(rf"\b(?:ngay )?{_DAY}")
_QUARTERS = re.compile(rf"\b(?:quy|q) ?({_NUMERAL})(?: {_AND}({_NUMERAL}))*\b(?: {_YEAR})?")
_MONTHS = re.compile(
    rf"\b(?:thang|t) ?(0?[1-9]|1[0-2])(?: {_AND}(0?[1-9]|1[0-2]))*\b(?: {_YEAR})?(?! thang)"
)
_FIRST_MONTHS = re.compile(
    r"\b(0?[1-9]|1[01]|ba|sau|bay|tam|chin|muoi|muoi mot) (?:thang|t)"
    rf" (?:(dau|cuoi)(?: nam)?(?: {_YEAR})?|{_YEAR})"
)
_HALF = re.compile(rf"\b(?:nua|ban nien) (dau|cuoi)(?: nam)?(?: {_YEAR})?")
_YEARS = re.compile(
    rf"(?<!\d){YEAR}(?!\d)(?! (?:doanh|dn|hoc vien|nguoi|luot|trieu|nghin|ngan|dong|ty|lop|"
    r"san pham|ho so)\b)"
)
_QUARTER = 3


@lru_cache(maxsize=4096)
def periods_named(line: str, years: frozenset[int] = frozenset()) -> tuple[tuple[Span, ...], ...]:
    """Return the periods that a line names, as spans of days.

    Args:
        line: the line.
        years: the years of a quarter or month without a year.

    Returns:
        Several groups of periods. The rows are of any of the periods of each group.

    >>> periods_named("Quý I/2024")
    (((datetime.date(2024, 1, 1), datetime.date(2024, 3, 31)),),)
    >>> periods_named("Kèm theo Quyết định số 12/QĐ-UBND ngày 5/6/2023")
    ()
    """
    words = folded(without_references(line))
    words, between = _taken(_BETWEEN, words, _span_between)
    words, until = _taken(_UNTIL, words, _span_until)
    words, of_months = _taken(_BETWEEN_MONTHS, _ANY_DAY.sub(" ", words), _span_of_months)
    groups = (between, until, of_months, _parts_of_years(words, years))
    return tuple(tuple(group) for group in groups if group)


def without_references(line: str) -> str:
    """Return a line in lower case, without the documents that it refers to.

    Args:
        line: the line.
    """
    return _REFERENCE.sub(" ", without_documents(lowered(line[:_LONGEST])))


def without_documents(words: str) -> str:
    """Return a text without the numbers of documents and standards.

    Args:
        words: the text, in lower case.
    """
    return _DOCUMENT.sub(" ", words)


def _parts_of_years(words: str, years: Collection[int]) -> list[Span]:
    """Return the years that a text names, or the parts of years."""
    ends = _FROM.search(words) is not None, _TO.search(words) is not None
    words, months = _months(words)
    own = frozenset(map(int, _YEARS.findall(words)))
    return _open(_spans(months, own or years) if months else _hull(own), *ends)


def _taken(
    pattern: "re.Pattern[str]", words: str, read: Callable[["re.Match[str]"], Span]
) -> tuple[str, Sequence[Span]]:
    """Take what a pattern matches out of a text, and read it."""
    found = [read(match) for match in pattern.finditer(words)]
    return pattern.sub(" ", words), found


def day_named(day: str, month: str, year: str) -> date:
    """Return a day; one that does not exist lies beyond all rows, so that it changes nothing.

    Args:
        day: the number of the day.
        month: the number of the month.
        year: the year.
    """
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return date.max


def _span_between(match: "re.Match[str]") -> Span:
    """Return the span between two days."""
    numbers = match.groups()
    return day_named(*numbers[:3]), day_named(*numbers[3:])


def _span_until(match: "re.Match[str]") -> Span:
    """Return the span up to a day."""
    return date.min, day_named(*match.groups())


def _span_of_months(match: "re.Match[str]") -> Span:
    """Return the span from one month to another: 01/2024 - 06/2024."""
    first, start, last, end = map(int, match.groups())
    return date(start, first, 1), last_of_month(end, last)


def _months(words: str) -> tuple[str, list[Months]]:
    """Take the quarters, the months and the parts of a year out of a text."""
    found: list[Months] = []
    for pattern, read in _PARTS:
        found += map(read, pattern.finditer(words))
        words = pattern.sub(" ", words)
    return words, found


def _of_quarters(match: "re.Match[str]") -> Months:
    """Return the months of one quarter, or of several."""
    first, last = _number(match[1]), _number(match[2] or match[1])
    return _QUARTER * first - 2, _QUARTER * last, _year(match[3])


def _of_months(match: "re.Match[str]") -> Months:
    """Return the first and the last of some months."""
    return _number(match[1]), _number(match[2] or match[1]), _year(match[3])


def _of_first_months(match: "re.Match[str]") -> Months:
    """Return the first or the last months of a year: “9 tháng đầu năm”."""
    many, year = _number(match[1]), _year(match[3] or match[4])
    return (13 - many, 12, year) if match[2] == "cuoi" else (1, many, year)


def _of_half(match: "re.Match[str]") -> Months:
    """Return the months of half a year."""
    return (7, 12, _year(match[2])) if match[1] == "cuoi" else (1, 6, _year(match[2]))


_PARTS = (
    (_FIRST_MONTHS, _of_first_months),
    (_HALF, _of_half),
    (_QUARTERS, _of_quarters),
    (_MONTHS, _of_months),
)


def _number(text: str) -> int:
    """Return the number of a quarter or a month, in digits or in words."""
    return _NUMBERS[text.lstrip("0")]


def _year(text: str | None) -> int | None:
    """Return a year, or `None`."""
    return None if text is None else int(text)


def _spans(months: Iterable[Months], years: Collection[int]) -> list[Span]:
    """Return the spans of months, those without a year in each of some years."""
    return [
        (date(each, first, 1), last_of_month(each, last))
        for first, last, year in months
        for each in ([year] if year is not None else sorted(years))
        if first <= last
    ]


def _hull(years: Collection[int]) -> list[Span]:
    """Return the span from the first to the last of some years."""
    return [(date(min(years), 1, 1), date(max(years), 12, 31))] if years else []


def _open(spans: list[Span], is_from: bool, is_until: bool) -> list[Span]:  # noqa: FBT001
    """Join periods that a line names the first or the last of; one end may be open."""
    if not spans or not (is_from or is_until):
        return spans
    first = min(first for first, _ in spans) if is_from else date.min
    return [(first, max(last for _, last in spans) if is_until else date.max)]


def ends_of(line: str, years: frozenset[int] = frozenset()) -> Iterator[date]:
    """Give the last day of each group of periods that a line names.

    Args:
        line: the line.
        years: the years of a quarter or month without a year.
    """
    return (max(last for _, last in group) for group in periods_named(line, years))


def is_within(span: Span, periods: Iterable[Span]) -> bool:
    """Tell whether the days of a row reach into one of several periods.

    Where only the end of the period is known, no day may come after it.

    Args:
        span: the first and the last day of the row.
        periods: the periods.
    """
    first, last = span
    return any(
        last <= end if start == date.min else start <= last and first <= end
        for start, end in periods
    )
