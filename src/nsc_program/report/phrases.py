"""Write numbers, ranges, days, statuses, answers and notes in Vietnamese and English.

Numbers are written exactly. Where a range must be rounded, its ends are rounded outward.
"""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from math import ceil, floor
from typing import assert_never

from nsc_program.figures._notes import (
    ClaimedComplete,
    Clash,
    Estimated,
    InRejectedRows,
    NotClaimedComplete,
    NotStarted,
    PeopleNotIdentified,
    Reported,
    Unverified,
    UnverifiedReport,
)
from nsc_program.plan._bounds import YEARLY, Growth
from nsc_program.plan._readings import Asked, Question
from nsc_program.plan._targets import Indicator
from nsc_program.report.labels import label
from nsc_program.values._periods import Period
from nsc_program.values._ranges import Range
from nsc_program.values._text import Lang, Text
from nsc_program.verdicts._comparisons import Comparison
from nsc_program.verdicts._evaluation import Verdict
from nsc_program.verdicts._notes import (
    BaselineMayBeZero,
    EstimatesWouldDecide,
    NoPlannedBaseline,
    Note,
    OfTarget,
    PartAboveWhole,
    UnitsDiffer,
)

NOT_KNOWN = Text(vi="chưa có số liệu", en="unknown")
_NOTHING = Text(vi="không số nào", en="no number")


def number(value: Fraction, lang: Lang) -> str:
    """Write a number exactly: as a decimal of at most 19 places, otherwise as a fraction.

    >>> number(Fraction(5, 2), "vi"), number(Fraction(1480), "vi"), number(Fraction(4, 3), "en")
    ('2,5', '1.480', '4/3')

    Args:
        value: the number.
        lang: `"vi"` for a decimal comma and points between thousands, `"en"` for the reverse.
    """
    places = next((places for places in range(20) if (value * 10**places).denominator == 1), None)
    if places is None:
        return f"{value.numerator}/{value.denominator}"
    digits = f"{abs(value.numerator) * 10**places // value.denominator:0{places + 1}d}"
    whole, decimals = digits[: len(digits) - places], digits[len(digits) - places :]
    sign = "-" if value < 0 else ""
    english = f"{sign}{int(whole):,}" + (f".{decimals}" if decimals else "")
    return english if lang == "en" else english.translate(str.maketrans(",.", ".,"))


def from_percent(tolerances: Range, lang: Lang) -> str:
    """Write the percentage from which a tolerance gives a status.

    The percentage is rounded up to two decimals, so that the printed tolerance always suffices.

    >>> from_percent(Range(Fraction(1, 75), Fraction(1, 10)), "en")
    'from 1.34% upward'

    Args:
        tolerances: the tolerances that give the status, as ratios: 0.05 is 5%.
        lang: `"vi"` for Vietnamese or `"en"` for English.
    """
    start = tolerances.low or Fraction(0)
    least = Fraction(ceil(start * 10_000), 100)
    percent = f"{number(least, lang)}%"
    if tolerances.low_open and least == start * 100:
        return Text(vi=f"trên {percent}", en=f"above {percent}").in_(lang)
    if least == 0:
        return Text(vi="từ 0%", en="from 0%").in_(lang)
    return Text(vi=f"từ {percent} trở lên", en=f"from {percent} upward").in_(lang)


def outward(possible: Range) -> Range:
    """Return a range with its low end rounded down and its high end rounded up, to two decimals.

    Every number of the range also lies in the rounded range.

    >>> outward(Range(Fraction(21, 205), Fraction(4, 3)))
    Range(Fraction(1, 10), Fraction(67, 50))

    Args:
        possible: the range to round.
    """
    low = None if possible.low is None else Fraction(floor(possible.low * 100), 100)
    high = None if possible.high is None else Fraction(ceil(possible.high * 100), 100)
    return Range(low, high)


def range_(possible: Range | None, lang: Lang) -> str:
    """Write a range of numbers.

    Args:
        possible: the range; `None` if no number is meant.
        lang: `"vi"` for Vietnamese or `"en"` for English.
    """
    if possible is None:
        return _NOTHING.in_(lang)
    low = None if possible.low is None else number(possible.low, lang)
    high = None if possible.high is None else number(possible.high, lang)
    from_, to = (">" if possible.low_open else "≥"), ("<" if possible.high_open else "≤")
    if low is None:
        return NOT_KNOWN.in_(lang) if high is None else f"{to} {high}"
    if high is None:
        return f"{from_} {low}"
    if possible.low == possible.high:
        return low
    if possible.low_open or possible.high_open:
        return f"{from_} {low}, {to} {high}"
    return f"{low} – {high}"


def figure(possible: Range, indicator: Indicator, lang: Lang) -> str:
    """Write a figure with its unit.

    Args:
        possible: the numbers that the figure can be.
        indicator: the indicator, which gives the unit and the numbers that are possible at all.
        lang: `"vi"` for Vietnamese or `"en"` for English.

    Returns:
        The range and the unit; "unknown" without a unit if the figure can be any number.
    """
    unit = "" if possible == indicator.domain else f" {indicator.unit.label.in_(lang)}"
    return known(possible, indicator, lang) + unit


def known(possible: Range, indicator: Indicator, lang: Lang) -> str:
    """Write a figure without its unit; a figure that can be any number is "unknown".

    Args:
        possible: the numbers that the figure can be.
        indicator: the indicator, which gives the numbers that are possible at all.
        lang: `"vi"` for Vietnamese or `"en"` for English.
    """
    return NOT_KNOWN.in_(lang) if possible == indicator.domain else range_(possible, lang)


def accepted(comparison: Comparison, lang: Lang) -> str:
    """Write the numbers that fulfil a target.

    If the baseline of growth is a range, the numbers that certainly fulfil the target differ from
    those that possibly do, and both are written.

    Args:
        comparison: the comparison of a figure with a bound.
        lang: `"vi"` for Vietnamese or `"en"` for English.
    """
    if comparison.sure == comparison.perhaps:
        return range_(comparison.sure, lang)
    if comparison.says_nothing:
        return Text(vi="chưa xác định được", en="not determined yet").in_(lang)
    sure, perhaps = range_(comparison.sure, lang), range_(comparison.perhaps, lang)
    return Text(
        vi=f"chắc chắn đạt: {sure}; có thể đạt: {perhaps}",
        en=f"certain: {sure}; possible: {perhaps}",
    ).in_(lang)


def accepted_of(verdict: Verdict, comparison: Comparison, lang: Lang) -> str:
    """Write the numbers that a verdict accepts in one comparison.

    Args:
        verdict: the verdict.
        comparison: one of its comparisons.
        lang: `"vi"` for Vietnamese or `"en"` for English.

    Returns:
        The numbers; if the units of the figure and its baseline differ, that note instead.
    """
    differing = next((note_ for note_ in verdict.notes if isinstance(note_, UnitsDiffer)), None)
    return accepted(comparison, lang) if differing is None else _note(differing, lang).in_(lang)


def day(value: date, lang: Lang) -> str:
    """Write a day: 31/12/2025 in Vietnamese, 2025-12-31 in English.

    Args:
        value: the day.
        lang: `"vi"` for Vietnamese or `"en"` for English.
    """
    return f"{value:%d/%m}/{value.year:04}" if lang == "vi" else value.isoformat()


def period(value: Period, lang: Lang) -> str:
    """Write a period: whole calendar years as years, any other period by its first and last day.

    Args:
        value: the period.
        lang: `"vi"` for Vietnamese or `"en"` for English.
    """
    if value.start is None:
        return Text(vi=f"đến {day(value.end, lang)}", en=f"up to {day(value.end, lang)}").in_(lang)
    if value == Period.of_years(value.start.year, value.end.year):
        years = dict.fromkeys((value.start.year, value.end.year))
        return "-".join(str(year) for year in years)
    start, end = day(value.start, lang), day(value.end, lang)
    return Text(vi=f"từ {start} đến {end}", en=f"{start} to {end}").in_(lang)


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
    return f"{question.phrase.in_(lang)}: {number(Fraction(asked.answer) * 100, lang)}%"


def note(found: Note, verdict: Verdict, lang: Lang) -> str:
    """Write a note of a verdict, after the period it is about if that is not the verdict's phase.

    Args:
        found: the note.
        verdict: the verdict that rests on it.
        lang: `"vi"` for Vietnamese or `"en"` for English.
    """
    match verdict.target.basis:
        case Growth(baseline) if not isinstance(found, OfTarget) and baseline == found.period:
            about, text = period(baseline, lang), _note(found, lang).in_(lang)
            return Text(vi=f"kỳ gốc {about}: {text}", en=f"baseline {about}: {text}").in_(lang)
        case _:
            return figure_note(found, phase_of(verdict), lang)


def figure_note(found: Note, own: Period | None, lang: Lang) -> str:
    """Write a note of a figure, after the period it is about if that is not the figure's own.

    Args:
        found: the note.
        own: the period of the figure; `None` if the note must always name its period.
        lang: `"vi"` for Vietnamese or `"en"` for English.
    """
    text = _note(found, lang).in_(lang)
    if isinstance(found, OfTarget) or found.period == own:
        return text
    return f"{period(found.period, lang)}: {text}"


def phase_of(verdict: Verdict) -> Period | None:
    """Return the phase that a verdict is about.

    Args:
        verdict: the verdict.

    Returns:
        The phase; `None` if the target is about the years of its phase, which are then named.
    """
    return None if isinstance(verdict.target.basis, YEARLY) else verdict.comparisons[0].period


def not_claimed(missing: Iterable[Period], lang: Lang) -> Text:
    """Write the periods for which the data are not claimed complete, in both languages.

    Args:
        missing: the periods.
        lang: the language in which the periods are written; only that text is used.
    """
    days = ", ".join(period(gap, lang) for gap in missing)
    return Text(
        vi=f"chưa xác nhận đầy đủ số liệu: {days}", en=f"data not claimed complete for {days}"
    )


def _over(note_: Reported | Estimated, lang: Lang) -> str:
    """Write the period of a report, if it is not the period of the figure."""
    if note_.over == note_.period:
        return ""
    over = period(note_.over, lang)
    return Text(vi=f" về {over}", en=f" for {over}").in_(lang)


def _note(note_: Note, lang: Lang) -> Text:
    """Write a note with days and numbers in one language; only that text is used."""
    match note_:
        case Unverified(count=count):
            n = number(Fraction(count), lang)
            return Text(vi=f"{n} trường hợp chưa được xác minh", en=f"{n} not verified")
        case PeopleNotIdentified(count=count):
            n = number(Fraction(count), lang)
            return Text(
                vi=f"{n} người chỉ có số lượng, chưa có danh sách nên chưa loại được người trùng",
                en=f"{n} people known only as a headcount",
            )
        case InRejectedRows(count=count, withdrawn=withdrawn):
            n, less = number(Fraction(count), lang), number(Fraction(withdrawn), lang)
            rows = Text(
                vi=f"các dòng chưa tiếp nhận được có thể làm tăng tối đa {n} trường hợp",
                en=f"{n} more may be in rejected rows",
            )
            if not withdrawn:
                return rows
            return Text(
                vi=f"{rows.vi} và làm giảm tối đa {less} trường hợp đã tính",
                en=f"{rows.en}, which may also withdraw {less} already counted",
            )
        case ClaimedComplete(through=through):
            on = day(through, lang)
            return Text(
                vi=f"số liệu được xác nhận đầy đủ đến hết {on}",
                en=f"data claimed complete through {on}",
            )
        case NotClaimedComplete(missing=missing):
            return not_claimed(missing, lang)
        case NotStarted():
            return Text(vi="giai đoạn chưa bắt đầu", en="the period has not begun")
        case Reported(report=report, issued=issued):
            on, over = day(issued, lang), _over(note_, lang)
            return Text(
                vi=f"theo báo cáo {report} ngày {on}{over}",
                en=f"from report {report} of {on}{over}",
            )
        case Estimated(report=report, issued=issued):
            on, over = day(issued, lang), _over(note_, lang)
            return Text(
                vi=f"số ước thực hiện theo báo cáo {report} ngày {on}{over}",
                en=f"an estimate from report {report} of {on}{over}",
            )
        case UnverifiedReport(report=report):
            return Text(
                vi=f"báo cáo {report} chưa được xác minh, không sử dụng",
                en=f"report {report} is not verified, so it is not used",
            )
        case Clash(ranges=ranges):
            clashing = "; ".join(range_(possible, lang) for possible in ranges)
            return Text(
                vi=f"số liệu không thống nhất: {clashing}",
                en=f"the evidence clashes: {clashing}",
            )
        case BaselineMayBeZero():
            return Text(
                vi="có thể bằng 0, nên không tính được mức tăng",
                en="it may be zero, and growth from zero is undefined",
            )
        case NoPlannedBaseline():
            return Text(
                vi="không có đúng một chỉ tiêu kế hoạch, nên so với kết quả thực hiện",
                en="it is not planned by exactly one target, so the achieved number is used",
            )
        case UnitsDiffer(unit=unit, baseline_unit=baseline):
            return Text(
                vi=f"khác đơn vị tính: {baseline.label.vi} và {unit.label.vi}",
                en=f"the units differ: {baseline.label.en} and {unit.label.en}",
            )
        case PartAboveWhole():
            return Text(
                vi=f"phần {note_.part} chắc chắn lớn hơn tổng {note_.whole}",
                en=f"the part {note_.part} is certainly larger than its whole {note_.whole}",
            )
        case EstimatesWouldDecide(status=status):
            instead = label(status)
            return Text(
                vi=f"{instead.vi.lower()} theo ước thực hiện",
                en=f"{instead.en.lower()} if estimates decide",
            )
        case _:  # pragma: no cover
            assert_never(note_)
