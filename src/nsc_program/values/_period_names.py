"""The names of periods in lists and plans: quý I/2026, 6 tháng đầu năm 2026, giai đoạn 2021-2025.

A name has exactly one meaning, or it is refused with what is missing. Accents may be left out
altogether. A year is a calendar year unless the caller says on which day report years end.
"""

import re
import unicodedata
from collections.abc import Callable
from datetime import date, timedelta
from typing import TypeAlias, final

from attrs import frozen

from nsc_program.errors import InvalidValue, Message
from nsc_program.values._periods import Period
from nsc_program.values._plain_periods import joined, plain_period
from nsc_program.values._validators import instance_of, shown, wrong_type

ReportYearEnds: TypeAlias = tuple[int, int]
"""The month and the day of the month on which report years end."""


def read_period(text: str, *, report_year_ends: ReportYearEnds | None = None) -> Period:
    """Read the name of a period, as people write it in plans, lists and options.

    Args:
        text: a plain name (2026-Q1, 2026-H1, 2026-03, 2026, 2021-2025, 2026-01-01/2026-06-30,
            ../2025-12-31), or a name in words: “quý I/2026”, “6 tháng đầu năm 2026”, “9 tháng năm
            2026”, “tháng 3/2026”, “giai đoạn 2021-2025”, “từ 01/12/2025 đến 30/11/2026”, “đến
            30/11/2026”. The days of a period may stand in brackets behind its name.
        report_year_ends: the month and the day on which report years end, such as `(11, 30)`. Then
            a single year is a report year, and parts and spans of years, which could be those of
            either kind of year, are refused.

    Returns:
        The period.

    Raises:
        InvalidType: if it is not a text.
        InvalidValue: for a text that does not name a period, or may name several: the year or the
            end of the report year is missing, or the days contradict the name.

    >>> print(read_period("quý I/2026"))
    2026-01-01 to 2026-03-31
    >>> print(read_period("năm báo cáo 2026 (từ 01/12/2025 đến 30/11/2026)"))
    2025-12-01 to 2026-11-30
    """
    if not isinstance(text, str):
        raise wrong_type("text", instance_of("str"), text)
    names = _Names(text, report_year_ends)
    words = _normal(text) if len(text) <= _LONGEST else ""
    found = names.read(words)
    if found is not None:
        return found
    if names.read(f"{words} {_ANY_YEAR}") is not None:
        raise names.refusal("year-missing", _YEAR_MISSING)
    raise names.refusal("not-a-period", _NOT_A_PERIOD)


_LONGEST = 200
_ANY_YEAR = 2000


def _normal(text: str) -> str:
    """Return a text in lower case, with single spaces and without a full stop at its end."""
    plain = unicodedata.normalize("NFC", text).lower()
    return " ".join(plain.split()).removesuffix(".")


def _w(words: str) -> str:
    """Return a pattern for words with their accents, or for the same words without any."""
    letters = unicodedata.normalize("NFD", words.replace("đ", "d"))
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return f"(?:{words}|{bare})"


_YEAR = "(?P<year>(?:19|20)[0-9]{2})"
_OF = rf"(?: ?[/.,–—-] ?| )(?:{_w('năm')} )?{_YEAR}"
_HALF = f"{_w('đầu')}|(?P<late>{_w('cuối')})"
_DIGITS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "ba": 3, "sáu": 6, "sau": 6, "chín": 9, "chin": 9}


def _number(text: str) -> int:
    """Return a number in digits, in Roman digits or in words."""
    return _DIGITS.get(text) or int(text)


def _quarter(match: re.Match[str]) -> Period:
    return Period.of_quarter(int(match["year"]), _number(match["number"]))


def _half(match: re.Match[str]) -> Period:
    return Period.of_half(int(match["year"]), 2 if match["late"] else 1)


def _month(match: re.Match[str]) -> Period:
    return Period.of_month(int(match["year"]), _number(match["number"]))


def _months(match: re.Match[str]) -> Period:
    """Return the first or the last months of a year."""
    year, many = int(match["year"]), _number(match["number"])
    return (
        Period.of_months(year, 13 - many, 12) if match["late"] else Period.of_months(year, 1, many)
    )


def _numbered_half(match: re.Match[str]) -> Period:
    return Period.of_half(int(match["year"]), int(match["number"]))


def _plain_part(match: re.Match[str]) -> Period | None:
    return plain_period(match[0].upper())


_MONTH_NUMBER = "(?P<number>0?[1-9]|1[0-2])"
_Made: TypeAlias = Callable[[re.Match[str]], Period | None]
_PARTS: tuple[tuple["re.Pattern[str]", _Made], ...] = (
    (re.compile(rf"(?:{_w('quý')}|quarter|q) ?(?P<number>0?[1-4]|iv|i{{1,3}}){_OF}"), _quarter),
    (re.compile(rf"{_w('tháng')} ?{_MONTH_NUMBER}{_OF}"), _month),
    (re.compile(rf"t?{_MONTH_NUMBER} ?[/-] ?{_YEAR}"), _month),
    (
        re.compile(
            rf"(?P<number>0?[1-9]|1[0-2]|ba|{_w('sáu')}|{_w('chín')}) ?(?:{_w('tháng')}|t)"
            rf"(?: (?:{_HALF}))?{_OF}"
        ),
        _months,
    ),
    (re.compile(rf"(?:{_w('nửa')}|{_w('bán niên')}) (?:{_HALF}){_OF}"), _half),
    (re.compile(rf"h ?(?P<number>[12]){_OF}"), _numbered_half),
    (re.compile("[0-9]{4}-(?:[qh][1-4]|[01][0-9])"), _plain_part),
)
"""The parts of a year, and how each of them is read."""

_PLAIN_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_OF_DAYS = re.compile(rf"(?:\.\./|{_PLAIN_DAY.pattern}/)?{_PLAIN_DAY.pattern}")
_WHOLE_YEAR = re.compile(rf"(?:(?:{_w('cả')} )?{_w('năm')} ?|{_w('giai đoạn')} |year )?{_YEAR}")
_REPORT_YEAR = re.compile(rf"(?:{_w('năm báo cáo')}|report year) {_YEAR}")
_DAY = re.compile(
    rf"(?:{_w('ngày')} )?(?P<day>[0-9]{{1,2}})(?: ?(?P<sign>[/.-]) ?| {_w('tháng')} )"
    rf"(?P<month>[0-9]{{1,2}})(?(sign) ?(?P=sign) ?| {_w('năm')} )(?P<year>[0-9]{{4}})"
)
_UNTIL = re.compile(
    rf"(?:{_w('tính')} )?(?:{_w('đến')}|{_w('tới')}|up to)(?: {_w('hết')})? (?P<last>.+)"
)
_BEFORE = re.compile(rf"(?:{_w('giai đoạn')}|{_w('thời kỳ')}|{_w('từ')}|from) ?")
_BETWEEN = re.compile(rf" (?:{_w('đến')}|{_w('tới')}|to)(?: {_w('hết')})? | ?[–—-] ?")
_WITH_DAYS = re.compile(
    rf"(?P<name>[^()]+?)(?: ?\((?P<inside>[^()]+)\)|,? (?P<behind>{_w('từ')} .+))"
)
_DAY_OF_A_MONTH = re.compile(rf"(?:{_w('ngày')} )?[0-9]{{1,2}}[/.-][0-9]{{1,2}}")


@final
@frozen
class _Names:
    """What the words of one text may mean.

    Attributes:
        text: the text, for messages.
        ends: the month and the day on which report years end, if the caller says so.
    """

    text: str
    ends: ReportYearEnds | None

    def read(self, words: str) -> Period | None:
        """Return the one period that some words name; `None` if they do not name one."""
        if until := _UNTIL.fullmatch(words):
            last = self._term(until["last"])
            return last and Period.until(last.end)
        plain = self._plain(words)
        return plain or self._term(words) or self._interval(words) or self._with_days(words)

    def _term(self, words: str) -> Period | None:
        """Return a year, a part of a year or a day."""
        return self._year(words) or self._part(words) or self._day(words)

    def _plain(self, words: str) -> Period | None:
        """Return the period of a plain name, unless it depends on the kind of year."""
        if self.ends is None or _OF_DAYS.fullmatch(words):
            return plain_period(words.upper())
        return None

    def _year(self, words: str) -> Period | None:
        """Return a calendar year or a report year."""
        of_reports = _REPORT_YEAR.fullmatch(words)
        if of_reports and self.ends is None:
            raise self.refusal("report-year-without-end", _WITHOUT_END)
        year = of_reports or _WHOLE_YEAR.fullmatch(words)
        if year is None:
            return None
        number = int(year["year"])
        if self.ends is None:
            return Period.of_years(number, number)
        return Period.of_report_year(number, ends=self.ends)

    def _part(self, words: str) -> Period | None:
        """Return a part of a calendar year, unless it may be one of a report year."""
        matches = ((pattern.fullmatch(words), made) for pattern, made in _PARTS)
        found = next((made(match) for match, made in matches if match), None)
        if found is not None and self._may_be_shifted():
            raise self.refusal("part-of-which-year", _PART_OF_WHICH_YEAR)
        return found

    def _day(self, words: str) -> Period | None:
        """Return a single day."""
        match = _DAY.fullmatch(words)
        if match is None:
            return plain_period(words) if _PLAIN_DAY.fullmatch(words) else None
        day = _date(int(match["year"]), int(match["month"]), int(match["day"]))
        if day is None:
            raise self.refusal("no-such-day", _NO_SUCH_DAY)
        return Period(day, day)

    def _interval(self, words: str) -> Period | None:
        """Return the period from one term to another; `None` unless there is exactly one."""
        inner = _BEFORE.sub("", words, count=1)
        ends = ((inner[: at.start()], inner[at.end() :]) for at in _BETWEEN.finditer(inner))
        found = {period for first, last in ends if (period := self._between(first, last))}
        return found.pop() if len(found) == 1 else None

    def _between(self, first: str, last: str) -> Period | None:
        """Return the period from one term to another of its kind, which may also name its year."""
        end = self._term(last)
        if end is None:
            return None
        start = self._term(first) or self._of_year(first, end.end.year)
        if start is None or _whole_months(start) != _whole_months(end):
            return None
        if self._may_be_shifted() and start.start != start.end:
            raise self.refusal("part-of-which-year", _PART_OF_WHICH_YEAR)
        return joined(start, end)

    def _may_be_shifted(self) -> bool:
        """Tell whether the years of reports differ from those of the calendar."""
        return self.ends not in (None, _YEAR_END)

    def _of_year(self, words: str, year: int) -> Period | None:
        """Return a part or a day of a year that its words do not name."""
        if _DAY_OF_A_MONTH.fullmatch(words):
            return self._day(f"{words}/{year}")
        return self._part(f"{words}/{year}") if words[:1].isalpha() else None

    def _with_days(self, words: str) -> Period | None:
        """Return the days that are written behind a name, if they agree with it."""
        match = _WITH_DAYS.fullmatch(words)
        days = match and self._interval(match["inside"] or match["behind"])
        if match is None or days is None:
            return None
        named = _Names(self.text, _YEAR_END).read(match["name"])
        if named is None:
            return None
        if not _agree(named, days):
            raise self.refusal("other-days", _OTHER_DAYS)
        return days

    def refusal(self, code: str, sentence: Message) -> InvalidValue:
        """Return the error that says what is wrong with the text."""
        name = shown(self.text)
        vi, en = sentence
        return InvalidValue.at(code=code, vi=f"{name}: {vi}", en=f"{name}: {en}")


_YEAR_END = (12, 31)


def _date(year: int, month: int, day: int) -> date | None:
    """Return a day of the calendar; `None` if there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _agree(named: Period, days: Period) -> bool:
    """Tell whether days may be those of a named period: as many months, and an end within it.

    Report years, and the quarters of reports, end some days or weeks earlier than those of the
    calendar.
    """
    return _whole_months(named) == _whole_months(days) > 0 and days.end in named


def _whole_months(period: Period) -> int:
    """Return how many months fill a period from its start to its end; 0 if they do not fill it."""
    if period.end == date.max:
        return 0
    start, after = period.first, period.end + timedelta(1)
    return (
        12 * (after.year - start.year) + after.month - start.month if start.day == after.day else 0
    )


_NOT_A_PERIOD = Message(
    "chưa phải một kỳ; ghi như 2026-Q1, 2026-H1, 2026-03, 2026, 2021-2025, 2026-01-01/2026-06-30, "
    "hoặc bằng lời, như “quý I/2026”, “từ 01/12/2025 đến 30/11/2026”",
    "this does not name a period; write 2026-Q1, 2026-H1, 2026-03, 2026, 2021-2025 or "
    "2026-01-01/2026-06-30",
)
_YEAR_MISSING = Message(
    "chưa rõ của năm nào; ghi thêm năm, như “quý I/2026”",
    "the year is missing; add it, for example 2026-Q1",
)
_WITHOUT_END = Message(
    "chưa rõ năm báo cáo kết thúc ngày nào; ghi thêm các ngày, như “(từ 01/12/2025 đến "
    "30/11/2026)”, hoặc cho biết ngày cuối của năm báo cáo",
    "the day on which the report year ends is not known; add the days, or give the last day of "
    "report years",
)
_PART_OF_WHICH_YEAR = Message(
    "chưa rõ theo năm dương lịch hay năm báo cáo; ghi rõ từ ngày nào đến ngày nào",
    "this may follow the calendar or the report year; write its first and last day",
)
_NO_SUCH_DAY = Message(
    "có ngày không tồn tại; hãy sửa ngày đó", "this names a day that does not exist; correct it"
)
_OTHER_DAYS = Message(
    "các ngày không khớp với tên kỳ; hãy sửa tên hoặc sửa ngày",
    "the days are not those of the named period; correct the name or the days",
)
