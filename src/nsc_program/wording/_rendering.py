"""Word a phrase as an official would, so that reading the words gives the phrase again."""

from datetime import date, timedelta
from fractions import Fraction
from typing import assert_never

from nsc_program.errors import InvalidValue
from nsc_program.plan._bases import (
    TOTALS,
    Basis,
    Change,
    Difference,
    During,
    EachYear,
    Growth,
    MeanGrowth,
    Reached,
    YearlyGrowth,
)
from nsc_program.plan._bounds import About, AtLeast, AtMost, Between, LessThan, MoreThan, Plain
from nsc_program.values._periods import Period
from nsc_program.values._text import Lang
from nsc_program.values._validators import instance_of, shown, wrong_type
from nsc_program.values._written_numbers import decimals_of, written_number
from nsc_program.wording._deadlines import MONTHS
from nsc_program.wording._reading import lexicon_of, read
from nsc_program.wording._values import Phrase

_THREE = 3  # three decimals look like a thousand in the other language
_LAST_DAY = (12, 31)
_DAY = timedelta(days=1)
_ROMAN = {1: "I", 2: "II", 3: "III", 4: "IV"}
_MARKS = {
    AtLeast: ("ít nhất ", "at least "),
    MoreThan: ("trên ", "more than "),
    About: ("khoảng ", "about "),
    Plain: ("", ""),
    AtMost: ("không quá ", "at most "),
    LessThan: ("dưới ", "less than "),
}
"""The words before a number that set its bound, in Vietnamese and English."""
_LESS = ("ít hơn ", "less than ")  # of a fall: “giảm dưới 5%” may be a level
_EARLIEST, _LATEST = 1900, 2199  # the reader takes these for years without the word “năm”


def render(phrase: Phrase, lang: Lang = "vi") -> str:
    """Word a phrase as an official would.

    Args:
        phrase: The phrase. Its `span` is ignored.
        lang: The language to write, `"vi"` or `"en"`.

    Returns:
        The words. `parse` turns them into an equal phrase.

    Raises:
        InvalidType: If `phrase` is not a `Phrase`.
        InvalidValue: If the words would not be read back as the same phrase: the number is negative
            or not a finite decimal, growth is not in percent, or the unit is not the name of
            things.
        UnknownId: If `lang` is any other language.

    >>> render(Phrase(AtLeast(50), Growth(baseline=Period.of_years(2021, 2025)), unit="%"))
    'tăng ít nhất 50% so với giai đoạn 2021-2025'
    >>> render(Phrase(About(1500), unit="enterprises", through=date(2025, 12, 31)), "en")
    'by 2025, about 1,500 enterprises'
    """
    lexicon_of(lang)
    if type(phrase) is not Phrase:
        raise wrong_type("phrase", instance_of("Phrase"), phrase)
    words = _opening(phrase, lang) + _with_basis(phrase, lang)
    if read(words, lang) != (phrase,):
        raise InvalidValue.at(
            "phrase",
            code="not-read-back",
            vi=f"{shown(words)} sẽ không được đọc lại đúng như vậy; kiểm tra con số và đơn vị tính",
            en=f"{shown(words)} would not be read as this phrase; check its number and its unit",
        )
    return words


def _in(lang: Lang, vi: str, en: str) -> str:
    """Return the text of a language."""
    return vi if lang == "vi" else en


def _opening(phrase: Phrase, lang: Lang) -> str:
    """Return the words before the number: “phấn đấu đến năm 2025, ”."""
    aspires = _aspiring(phrase, lang)
    through = f"{_through(phrase.through, lang)}, " if phrase.through else ""
    return _in(lang, aspires + through, through + aspires)


def _aspiring(phrase: Phrase, lang: Lang) -> str:
    """Return the words for an aspiration; empty without one."""
    return _in(lang, "phấn đấu ", "strive for ") if phrase.aspirational else ""


def _through(day: date, lang: Lang) -> str:
    """Word a deadline by its year if it is the last day of a year, and otherwise by its day."""
    if _ends_year(day):
        return _in(lang, f"đến năm {day.year}", f"by {day.year}")
    return _in(lang, f"đến ngày {_day(day, lang)}", f"by {_day(day, lang)}")


def _ends_year(day: date) -> bool:
    """Return whether a day is the last of a year that the reader takes as a year."""
    return (day.month, day.day) == _LAST_DAY and _EARLIEST <= day.year <= _LATEST


def _day(day: date, lang: Lang) -> str:
    """Write a day: 31/12/2025, in English 2025-12-31."""
    return _in(lang, f"{day:%d/%m}/{day.year:04}", day.isoformat())


def _with_basis(phrase: Phrase, lang: Lang) -> str:
    """Word the bound with its unit and its basis."""
    number = _bound(phrase, lang) + _unit(phrase, lang)
    match phrase.basis:
        case Reached():
            return number
        case During(part):
            return _in(lang, f"{_part(part, lang)}, {number}", f"{number} {_part(part, lang)}")
        case EachYear():
            return _in(lang, f"mỗi năm {number}", f"{number} each year")
        case _:
            return _change(phrase.basis, number, lang)


def _change(basis: Change, number: str, lang: Lang) -> str:
    """Word a change: “tăng 5% so với năm 2025”, “giảm bình quân 2%/năm”."""
    verb, noun = ("giảm", "decrease") if basis.falling else ("tăng", "increase")
    match basis:
        case YearlyGrowth():
            return _in(lang, f"hằng năm {verb} {number}", f"{_an(noun)} of {number} each year")
        case MeanGrowth():
            vi, en = f"{verb} bình quân {number}/năm", f"an average {noun} of {number} a year"
            return _in(lang, vi, en)
        case Growth(since) | Difference(since):
            vi, en = f"{verb} {number} so với", f"{_an(noun)} of {number} compared with"
            return f"{_in(lang, vi, en)} {_baseline(since, lang)}"
        case _:  # pragma: no cover
            assert_never(basis)


def _an(noun: str) -> str:
    """Return an English noun with its article."""
    return f"an {noun}" if noun.startswith("i") else f"a {noun}"


def _unit(phrase: Phrase, lang: Lang) -> str:
    """Return the unit with a space before it, if it needs one."""
    if phrase.unit == "%" and isinstance(phrase.basis, Difference):
        return _in(lang, " điểm phần trăm", " percentage points")
    return phrase.unit if phrase.unit in ("", "%") else f" {phrase.unit}"


def _baseline(period: Period, lang: Lang) -> str:
    """Word a baseline: a period, or the close of a day if it has no first day."""
    if period.start is not None:
        return _period(period, lang)
    day = period.end
    if _ends_year(day):
        return _in(lang, f"cuối năm {day.year}", f"the end of {day.year}")
    return _in(lang, f"ngày {_day(day, lang)}", _day(day, lang))


def _part(part: Period, lang: Lang) -> str:
    """Word a part of a phase: “trong quý I/2027”, “riêng giai đoạn 2027-2028”."""
    named = _within_a_year(part, lang)
    if named is not None:
        return _in(lang, f"trong {named}", f"in {named}")
    return _in(lang, f"riêng {_period(part, lang)}", f"in {_period(part, lang)} alone")


def _within_a_year(part: Period, lang: Lang) -> str | None:
    """Word a single year, a half, a quarter or a month; `None` for another period."""
    year = part.end.year
    if part.start is None or not _EARLIEST <= year <= _LATEST:
        return None
    if part == Period.of_years(year, year):
        return _of_years(year, year, lang)
    if part in (Period.of_half(year, 1), Period.of_half(year, 2)):
        which, number = ("đầu", 1) if part.start.month == 1 else ("cuối", 2)
        return _in(lang, f"6 tháng {which} năm {year}", f"H{number} {year}")
    return _of_months(part.start, part.end, lang) if _ends_month(part.end) else None


def _ends_month(day: date) -> bool:
    """Return whether a day is the last of its month."""
    return (day + _DAY).day == 1


def _of_months(first: date, last: date, lang: Lang) -> str | None:
    """Word a quarter or a month; `None` if the days up to the end of a month are neither."""
    if first == last.replace(day=1):
        return _in(lang, f"tháng {last.month}/{last.year}", f"{MONTHS[last.month - 1]} {last.year}")
    number, rest = divmod(last.month, 3)
    if rest or first != last.replace(month=last.month - 2, day=1):
        return None
    return _in(lang, f"quý {_ROMAN[number]}/{last.year}", f"Q{number} {last.year}")


def _period(period: Period, lang: Lang) -> str:
    """Return a period of whole years by its years, and any other period by its days."""
    end = _day(period.end, lang)
    if period.start is None:
        return _in(lang, f"giai đoạn đến ngày {end}", f"the period up to {end}")
    first, last = period.start.year, period.end.year
    if period == Period.of_years(first, last) and _EARLIEST <= first <= last <= _LATEST:
        return _of_years(first, last, lang)
    return _of_days(_day(period.start, lang), end, lang)


def _of_days(start: str, end: str, lang: Lang) -> str:
    """Word a period between two days."""
    vi = f"giai đoạn từ ngày {start} đến ngày {end}"
    en = f"the period from {start} to {end}"
    return _in(lang, vi, en)


def _of_years(first: int, last: int, lang: Lang) -> str:
    """Word a period of whole years."""
    if first == last:
        return _in(lang, f"năm {first}", str(first))
    return _in(lang, f"giai đoạn {first}-{last}", f"{first}-{last}")


def _bound(phrase: Phrase, lang: Lang) -> str:
    """Word the number with the words that set its bound."""
    bound = phrase.bound
    if isinstance(bound, Between):
        return _between(bound, lang)
    less = _falls(phrase.basis) and isinstance(bound, LessThan)
    return _in(lang, *(_LESS if less else _MARKS[type(bound)])) + digits(bound.number, lang)


def _falls(basis: Basis) -> bool:
    """Return whether a basis is a fall."""
    return not isinstance(basis, TOTALS) and basis.falling


def _between(bound: Between, lang: Lang) -> str:
    """Word the two ends of a range."""
    low, high = digits(bound.low, lang), digits(bound.high, lang)
    if bound.about:
        return _in(lang, f"khoảng {low}-{high}", f"about {low}-{high}")
    return _in(lang, f"từ {low} đến {high}", f"between {low} and {high}")


def digits(value: Fraction, lang: Lang) -> str:
    """Write a number with the separators of a language.

    Args:
        value: The number.
        lang: The language: 1.480 and 2,5 in Vietnamese, 1,480 and 2.5 in English.

    Returns:
        The digits.

    Raises:
        InvalidValue: If the number is negative or not a finite decimal.

    >>> digits(Fraction(2961, 2), "vi"), digits(Fraction(1480), "en")
    ('1.480,5', '1,480')
    """
    places = decimals_of(value)
    if places is None or value < 0:
        raise InvalidValue.at(
            "number",
            code="not-a-decimal",
            vi=f"không viết được {shown(value)} thành lời; cần số thập phân hữu hạn, không âm",
            en=f"{shown(value)} cannot be worded; expected a finite decimal, not negative",
        )
    # 1,234 might be read as a thousand; 1,2340 cannot
    return written_number(value, lang) + ("0" if places == _THREE else "")
