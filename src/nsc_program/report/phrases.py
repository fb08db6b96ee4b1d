"""Write numbers, ranges, days, periods and answers in Vietnamese and English.

Numbers are written exactly. Where a range must be rounded, its ends are rounded outward.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from math import ceil, floor
from typing import Any, TypeAlias

from nsc_program.plan._indicators import PERCENT, Indicator
from nsc_program.plan._questions import Question
from nsc_program.plan._readings import Asked
from nsc_program.values._periods import Period
from nsc_program.values._ranges import Range
from nsc_program.values._singular import in_singular
from nsc_program.values._text import Lang, Text
from nsc_program.values._written_days import written_day
from nsc_program.values._written_numbers import cut_number, written_count, written_number
from nsc_program.verdicts._comparisons import Comparison

NOT_KNOWN = Text(vi="chưa có số liệu", en="unknown")
_NOTHING = Text(vi="không số nào", en="no number")


def things(possible: Range, name: Text, lang: Lang) -> str:
    """Return the name of what a number counts, in the singular for the number one.

    >>> enterprises = Text(vi="doanh nghiệp", en="enterprises")
    >>> things(Range.exactly(1), enterprises, "en"), things(Range(0, 1), enterprises, "en")
    ('enterprise', 'enterprises')

    Args:
        possible: the number, or the numbers that it can be.
        name: the name; in English in the plural.
        lang: `"vi"` for Vietnamese or `"en"` for English.
    """
    ends = {possible.low, possible.high} - {None}
    if lang == "vi" or ends != {1}:
        return name.in_(lang)
    return " ".join(in_singular(tuple(name.en.split())))


def difference(possible: Range, indicator: Indicator, lang: Lang) -> str:
    """Return the name of what a difference of two figures counts; percentage points for shares.

    Args:
        possible: the difference, or the numbers that it can be.
        indicator: the indicator.
        lang: `"vi"` for Vietnamese or `"en"` for English.
    """
    unit = indicator.unit
    return things(possible, _POINTS if unit.id == PERCENT else unit.label, lang)


_POINTS = Text(vi="điểm phần trăm", en="percentage points")


def and_more(others: int, lang: Lang) -> str:
    """Write how many things of a list are not named.

    Args:
        others: how many are not named.
        lang: `"vi"` for Vietnamese or `"en"` for English.

    Returns:
        The end of the list; nothing if all are named.
    """
    if others <= 0:
        return ""
    n = written_count(others, lang)
    return Text(vi=f" và {n} mục khác", en=f" and {n} more").in_(lang)


def each_in(lang: Lang, texts: Iterable[Text]) -> tuple[str, ...]:
    """Return texts in one of the two languages, in the same order.

    Args:
        lang: `"vi"` for Vietnamese or `"en"` for English.
        texts: the texts.
    """
    return tuple(text.in_(lang) for text in texts)


def capital(text: str) -> str:
    """Return a text that begins with a capital.

    Args:
        text: the text.
    """
    return text[:1].upper() + text[1:]


def filled(
    sentence: Text,
    facts: Mapping[str, Any],
    written: Mapping[str, Callable[[Any, Lang], str]],
    lang: Lang,
) -> str:
    """Fill facts into a sentence in which names stand in their places.

    Args:
        sentence: the sentence, with the name of each fact in braces.
        facts: the facts by name.
        written: how the facts of some names are written; the others stand as they are.
        lang: `"vi"` for Vietnamese or `"en"` for English.
    """
    words = {name: written[name](facts[name], lang) for name in facts.keys() & written.keys()}
    return sentence.in_(lang).format_map({**facts, **words})


def percents(tolerances: Range, *, is_last: bool) -> Range:
    """Return tolerances in percent, for a list of them in ascending order.

    The first has no low end and the last no high end, as they need not be said. The other ends are
    rounded inward to two decimals, so that a printed tolerance always has the status beside it;
    they stay exact if nothing would be left.

    >>> percents(Range(Fraction(1, 150), Fraction(1, 75), high_open=True), is_last=False)
    Range(Fraction(67, 100), Fraction(133, 100))

    Args:
        tolerances: the tolerances that give a status, as ratios: 0.05 is 5 %.
        is_last: whether they are the largest in the list.
    """
    low, high = (None if end is None else end * 100 for end in (tolerances.low, tolerances.high))
    if not low and not tolerances.low_open:
        low = None
    if is_last:
        high = None
    least, most = _in_hundredths(low, ceil), _in_hundredths(high, floor)
    if least is not None and most is not None and least >= most:
        least, most = low, high
    return Range(
        least,
        most,
        low_open=tolerances.low_open and least == low,
        high_open=tolerances.high_open and most == high and most is not None,
    )


def outward(possible: Range) -> Range:
    """Return a range with its low end rounded down and its high end rounded up, to two decimals.

    Every number of the range also lies in the rounded range.

    >>> outward(Range(Fraction(21, 205), Fraction(4, 3)))
    Range(Fraction(1, 10), Fraction(67, 50))

    Args:
        possible: the range to round.
    """
    return Range(_in_hundredths(possible.low, floor), _in_hundredths(possible.high, ceil))


def _in_hundredths(end: Fraction | None, rounded: Callable[[Fraction], int]) -> Fraction | None:
    """Round an end of a range to two decimals; `None` if the range has no such end."""
    return None if end is None else Fraction(rounded(end * 100), 100)


_Write: TypeAlias = Callable[[Fraction, Lang], str]


def range_(possible: Range | None, lang: Lang, write: _Write = written_number) -> str:
    """Write a range of numbers.

    Args:
        possible: the range; `None` if no number is meant.
        lang: `"vi"` for Vietnamese or `"en"` for English.
        write: writes one number.
    """
    if possible is None:
        return _NOTHING.in_(lang)
    if possible.low is None or possible.high is None or possible.low_open or possible.high_open:
        return ", ".join(_ends(possible, lang, write)) or NOT_KNOWN.in_(lang)
    ends = dict.fromkeys((possible.low, possible.high))
    return " – ".join(write(end, lang) for end in ends)


def _ends(possible: Range, lang: Lang, write: _Write) -> Iterator[str]:
    """Write each end of a range, with a sign for whether the end itself is possible."""
    if possible.low is not None:
        sign = ">" if possible.low_open else "≥"
        yield f"{sign} {write(possible.low, lang)}"
    if possible.high is not None:
        sign = "<" if possible.high_open else "≤"
        yield f"{sign} {write(possible.high, lang)}"


def figure(possible: Range, indicator: Indicator, lang: Lang) -> str:
    """Write a figure with its unit.

    Args:
        possible: the numbers that the figure can be.
        indicator: the indicator, which gives the unit and the numbers that are possible at all.
        lang: `"vi"` for Vietnamese or `"en"` for English.

    Returns:
        The range and the unit; "unknown" without a unit if the figure can be any number.
    """
    unit = (
        "" if possible == indicator.domain else f" {things(possible, indicator.unit.label, lang)}"
    )
    return known(possible, indicator, lang) + unit


def known(possible: Range, indicator: Indicator, lang: Lang) -> str:
    """Write a figure without its unit; a figure that can be any number is "unknown".

    Args:
        possible: the numbers that the figure can be.
        indicator: the indicator, which gives the numbers that are possible at all.
        lang: `"vi"` for Vietnamese or `"en"` for English.
    """
    if possible == indicator.domain:
        return NOT_KNOWN.in_(lang)
    return range_(possible, lang, written_number if indicator.share is None else cut_number)


def accepted(comparison: Comparison, indicator: Indicator, lang: Lang) -> str:
    """Write the numbers that fulfil a target.

    If the baseline of growth is a range, the numbers that certainly fulfil the target differ from
    those that possibly do, and both are written. 3 clubs do not fall by 5: no number fulfils that.

    Args:
        comparison: the comparison of a figure with a bound.
        indicator: the indicator, which gives the numbers that are possible at all.
        lang: `"vi"` for Vietnamese or `"en"` for English.
    """
    if comparison.says_nothing:
        return Text(vi="chưa xác định được", en="not determined yet").in_(lang)
    sure, perhaps = (
        reachable(numbers, indicator) for numbers in (comparison.sure, comparison.perhaps)
    )
    if sure == perhaps:
        return range_(sure, lang)
    enough, hopeful = _floor(sure), _floor(perhaps)
    if enough is not None and hopeful is not None:
        most, least = written_number(enough, lang), written_number(hopeful, lang)
        return Text(
            vi=f"từ {most} trở lên: chắc chắn đạt; dưới {least}: chắc chắn không đạt",
            en=f"from {most}: certainly attained; below {least}: certainly missed",
        ).in_(lang)
    certain, possible = range_(sure, lang), range_(perhaps, lang)
    return Text(
        vi=f"chắc chắn đạt: {certain}; có thể đạt: {possible}",
        en=f"certain: {certain}; possible: {possible}",
    ).in_(lang)


def _floor(accepted: Range | None) -> Fraction | None:
    """Return the least number of a range that is closed below and open above; `None` for others."""
    is_floor = accepted is not None and accepted.high is None and not accepted.low_open
    return accepted.low if accepted is not None and is_floor else None


def reachable(numbers: Range | None, indicator: Indicator) -> Range | None:
    """Return numbers that fulfil a target; `None` if its indicator cannot be any of them.

    Args:
        numbers: the numbers, or `None` if there are none.
        indicator: the indicator.
    """
    return numbers if numbers and numbers.meets(indicator.domain) else None


def period(value: Period, lang: Lang) -> str:
    """Write a period as `read_period` reads it: by its name, or by its first and last day.

    >>> period(Period.of_quarter(2026, 1), "vi"), period(Period.of_half(2026, 2), "en")
    ('quý I/2026', 'H2 2026')
    >>> period(Period.of_report_year(2026, ends=(11, 30)), "vi")
    'từ 01/12/2025 đến 30/11/2026'

    Args:
        value: the period.
        lang: `"vi"` for Vietnamese or `"en"` for English.
    """
    if value.start is None:
        end = written_day(value.end, lang)
        return Text(vi=f"đến {end}", en=f"up to {end}").in_(lang)
    first, last = value.start.year, value.end.year
    if (_month_and_day(value.start), _month_and_day(value.end)) == ((1, 1), (12, 31)):
        return str(first) if first == last else f"{first}-{last}"
    if value.start.day == 1 and (part := _part_of_year(value)):
        return part.in_(lang)
    start, end = written_day(value.start, lang), written_day(value.end, lang)
    return Text(vi=f"từ {start} đến {end}", en=f"{start} to {end}").in_(lang)


def _month_and_day(day: date) -> tuple[int, int]:
    return day.month, day.day


def in_period(value: Period) -> str:
    """Write a period in Vietnamese, to follow a noun: a calendar year with the word “năm”.

    Args:
        value: the period.
    """
    text = period(value, "vi")
    return f"năm {text}" if text.isdecimal() else text


def _part_of_year(value: Period) -> Text | None:
    """Write a quarter, a half or a month of a year; `None` for any other period."""
    year, month = value.end.year, value.end.month
    quarter, half = (month + 2) // 3, (month + 5) // 6
    if value == Period.of_quarter(year, quarter):
        return Text(vi=f"quý {_ROMAN[quarter - 1]}/{year}", en=f"Q{quarter} {year}")
    if value == Period.of_half(year, half):
        which = "đầu" if half == 1 else "cuối"
        return Text(vi=f"6 tháng {which} năm {year}", en=f"H{half} {year}")
    if value == Period.of_month(year, month):
        return Text(vi=f"tháng {month}/{year}", en=f"{year:04}-{month:02}")
    return None


_ROMAN = ("I", "II", "III", "IV")


def answer(asked: Asked, question: Question, lang: Lang) -> str:
    """Write the answer that a question was given.

    Args:
        asked: the question's id, and its answer.
        question: the same question, with its phrase and the labels of its answers.
        lang: `"vi"` for Vietnamese or `"en"` for English.

    Returns:
        The label of a listed answer; for a number within an interval, the phrase of the question
        and the percentage.
    """
    for listed in question.answers:
        if listed.value == asked.answer:
            return listed.label.in_(lang)
    return f"{question.phrase.in_(lang)}: {written_number(Fraction(asked.answer) * 100, lang)}%"
