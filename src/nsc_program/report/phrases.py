"""Small phrases in two languages: numbers, ranges, days, statuses, answers and notes. Rounding is outward, and said."""

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
from nsc_program.records._counting import WhyNot
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
from nsc_program.verdicts._phase_comparison import Incomparable
from nsc_program.verdicts._status import Status

STATUSES = {
    Status.ATTAINED: Text(vi="Đạt", en="Attained"),
    Status.MISSED: Text(vi="Không đạt", en="Missed"),
    Status.PENDING: Text(vi="Đang thực hiện", en="Pending"),
    Status.UNDECIDED: Text(vi="Chưa đủ căn cứ kết luận", en="Undecided"),
}
NOT_KNOWN = Text(vi="chưa có số liệu", en="not known")
INCOMPARABLE = {
    Incomparable.PREDICATE: Text(
        vi="chỉ một giai đoạn có chỉ tiêu này", en="only one of the phases has a target about this"
    ),
    Incomparable.UNIT: Text(
        vi="số kế hoạch của giai đoạn trước khác đơn vị tính",
        en="what the earlier phase planned is in another unit",
    ),
    Incomparable.LENGTH: Text(
        vi="hai giai đoạn dài ngắn khác nhau", en="the phases are not equally long"
    ),
}
WHY_NOT = {
    WhyNot.ANNULLED: Text(vi="đã bị hủy bỏ", en="annulled"),
    WhyNot.RENEWAL: Text(vi="là lần cấp lại", en="it renews an earlier one"),
    WhyNot.HOUSEHOLD: Text(
        vi="hộ kinh doanh không phải là doanh nghiệp", en="a household is no enterprise"
    ),
    WhyNot.COOPERATIVE: Text(
        vi="hợp tác xã không được tính theo cách hiểu này",
        en="a co-operative does not count under this reading",
    ),
    WhyNot.OTHER_LEVEL: Text(
        vi="không phải nhiệm vụ cấp thành phố", en="not a task of the city, under this reading"
    ),
    WhyNot.OTHER_SCOPE: Text(vi="mô hình điểm thuộc phạm vi khác", en="a model of another scope"),
    WhyNot.FEW_SOLUTIONS: Text(
        vi="chưa đủ số nhóm giải pháp theo cách hiểu này",
        en="too few groups of solutions for this reading",
    ),
    WhyNot.OTHER_PRODUCTS: Text(
        vi="không phục vụ sản phẩm chủ lực", en="it does not serve key products"
    ),
    WhyNot.NOT_HAPPENED: Text(vi="chưa diễn ra đủ", en="not all of it has happened"),
    WhyNot.LAPSED: Text(
        vi="hết hiệu lực trước khi đủ điều kiện", en="it lapsed before all of it had happened"
    ),
    WhyNot.BEFORE: Text(vi="trước giai đoạn", en="before the period"),
    WhyNot.AFTER: Text(vi="sau giai đoạn", en="after the period"),
    WhyNot.LATER: Text(vi="sau ngày đánh giá", en="after the day of judgement"),
    WhyNot.REPLACED: Text(vi="có báo cáo sau thay thế", en="a later report replaces it"),
    WhyNot.UNVERIFIED: Text(vi="báo cáo chưa được xác minh", en="the report is not verified"),
    WhyNot.REJECTED: Text(vi="dòng chưa tiếp nhận được", en="a rejected row"),
    WhyNot.ESTIMATE: Text(
        vi="số ước thực hiện, không dùng để kết luận theo cách hiểu này",
        en="an estimate, which does not decide under this reading",
    ),
    WhyNot.NOTHING_NEW: Text(vi="không cho biết gì thêm", en="it says nothing new"),
}
_NOTHING = Text(vi="không số nào", en="no number")


def number(value: Fraction, lang: Lang) -> str:
    """Write a number exactly: 1.480 and 2,5 in Vietnamese, 1,480 and 2.5 in English; as a fraction where it must be.

    >>> number(Fraction(5, 2), "vi"), number(Fraction(1480), "vi"), number(Fraction(4, 3), "en")
    ('2,5', '1.480', '4/3')
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
    """Write from which percentage on: rounded up to two decimals, so that it never stands below what it is.

    >>> from_percent(Range(Fraction(1, 75), Fraction(1, 10)), "en")
    'from 1.34% upward'
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
    """A range with its ends rounded to two decimals, away from its middle: what lies in it still does.

    >>> outward(Range(Fraction(21, 205), Fraction(4, 3)))
    Range(Fraction(1, 10), Fraction(67, 50))
    """
    low = None if possible.low is None else Fraction(floor(possible.low * 100), 100)
    high = None if possible.high is None else Fraction(ceil(possible.high * 100), 100)
    return Range(low, high)


def range_(possible: Range | None, lang: Lang) -> str:
    """Write what a quantity can be, or what is accepted."""
    if possible is None:
        return _NOTHING.in_(lang)
    low, high = (end if end is None else number(end, lang) for end in (possible.low, possible.high))
    from_, to = (">" if possible.low_open else "≥"), ("<" if possible.high_open else "≤")
    if low is None or high is None:
        ends = (
            [f"{from_} {low}"] if low is not None else [f"{to} {high}"] if high is not None else []
        )
        return " ".join(ends) or NOT_KNOWN.in_(lang)
    if possible.low == possible.high:
        return low
    return (
        f"{from_} {low}, {to} {high}"
        if possible.low_open or possible.high_open
        else f"{low} – {high}"
    )


def figure(possible: Range, indicator: Indicator, lang: Lang) -> str:
    """Write a figure with its unit; one that can be anything is not known."""
    unit = "" if possible == indicator.domain else f" {indicator.unit.label.in_(lang)}"
    return known(possible, indicator, lang) + unit


def known(possible: Range, indicator: Indicator, lang: Lang) -> str:
    """Write a figure without its unit."""
    return NOT_KNOWN.in_(lang) if possible == indicator.domain else range_(possible, lang)


def accepted(comparison: Comparison, lang: Lang) -> str:
    """Write what is accepted: for sure, and where the baseline of growth leaves it open, perhaps."""
    if comparison.sure == comparison.perhaps:
        return range_(comparison.sure, lang)
    if comparison.says_nothing:
        return Text(vi="chưa xác định được", en="cannot be said yet").in_(lang)
    sure, perhaps = range_(comparison.sure, lang), range_(comparison.perhaps, lang)
    return Text(
        vi=f"chắc chắn đạt: {sure}; có thể đạt: {perhaps}",
        en=f"certain: {sure}; possible: {perhaps}",
    ).in_(lang)


def accepted_of(verdict: Verdict, comparison: Comparison, lang: Lang) -> str:
    """Write what a verdict accepts in one comparison; where the units differ, that and no number."""
    differing = next((found for found in verdict.notes if isinstance(found, UnitsDiffer)), None)
    return accepted(comparison, lang) if differing is None else _note(differing, lang).in_(lang)


def day(value: date, lang: Lang) -> str:
    """Write a day: 31/12/2025 in Vietnamese, 2025-12-31 in English."""
    return f"{value:%d/%m}/{value.year:04}" if lang == "vi" else value.isoformat()


def period(value: Period, lang: Lang) -> str:
    """Write a period, whole years as years."""
    if value.start is None:
        return Text(vi=f"đến {day(value.end, lang)}", en=f"up to {day(value.end, lang)}").in_(lang)
    if value == Period.of_years(value.start.year, value.end.year):
        years = dict.fromkeys((value.start.year, value.end.year))
        return "-".join(str(year) for year in years)
    start, end = day(value.start, lang), day(value.end, lang)
    return Text(vi=f"từ {start} đến {end}", en=f"{start} to {end}").in_(lang)


def answer(asked: Asked, question: Question, lang: Lang) -> str:
    """Write how a question was answered: the answer's statement, or for a number in an interval the percentage."""
    for each in question.answers:
        if each.value == asked.answer:
            return each.label.in_(lang)
    return f"{question.phrase.in_(lang)}: {number(Fraction(asked.answer) * 100, lang)}%"


def note(found: Note, verdict: Verdict, lang: Lang) -> str:
    """Write a note of a verdict, and what it is about where that is not the verdict's phase."""
    match verdict.target.basis:
        case Growth(baseline) if not isinstance(found, OfTarget) and baseline == found.period:
            about, text = period(baseline, lang), _note(found, lang).in_(lang)
            return Text(vi=f"số gốc {about}: {text}", en=f"baseline {about}: {text}").in_(lang)
        case _:
            return figure_note(found, phase_of(verdict), lang)


def figure_note(found: Note, own: Period | None, lang: Lang) -> str:
    """Write a note of a figure over its own period, and which other period it is about."""
    text = _note(found, lang).in_(lang)
    return (
        text
        if isinstance(found, OfTarget) or found.period == own
        else f"{period(found.period, lang)}: {text}"
    )


def phase_of(verdict: Verdict) -> Period | None:
    """The phase that a verdict is about; `None` where it is about years, each to be named."""
    return None if isinstance(verdict.target.basis, YEARLY) else verdict.comparisons[0].period


def not_claimed(missing: Iterable[Period], lang: Lang) -> Text:
    """Say of which days nobody claims that the data are complete."""
    days = ", ".join(period(each, lang) for each in missing)
    return Text(
        vi=f"chưa có xác nhận số liệu đầy đủ cho {days}", en=f"data not claimed complete for {days}"
    )


def _over(found: Reported | Estimated, lang: Lang) -> str:
    """Say what a report is over, where that is another period than its figure's."""
    if found.over == found.period:
        return ""
    over = period(found.over, lang)
    return Text(vi=f" về {over}", en=f" over {over}").in_(lang)


def _note(found: Note, lang: Lang) -> Text:
    match found:
        case Unverified(count=count):
            n = number(Fraction(count), lang)
            return Text(vi=f"{n} trường hợp chưa được xác minh", en=f"{n} not verified")
        case PeopleNotIdentified(count=count):
            n = number(Fraction(count), lang)
            return Text(
                vi=f"{n} người chỉ có số lượng, chưa có danh sách",
                en=f"{n} people known only as a headcount",
            )
        case InRejectedRows(count=count, withdrawn=withdrawn):
            n, less = number(Fraction(count), lang), number(Fraction(withdrawn), lang)
            rows = Text(
                vi=f"{n} trường hợp có thể nằm trong các dòng chưa tiếp nhận được",
                en=f"{n} more may be in rejected rows",
            )
            return (
                rows
                if not withdrawn
                else Text(
                    vi=f"{rows.vi}, các dòng này cũng có thể hủy bỏ {less} trường hợp đã tính",
                    en=f"{rows.en}, which may also withdraw {less} that are counted",
                )
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
            on, over = day(issued, lang), _over(found, lang)
            return Text(
                vi=f"theo báo cáo {report} ngày {on}{over}",
                en=f"from report {report} of {on}{over}",
            )
        case Estimated(report=report, issued=issued):
            on, over = day(issued, lang), _over(found, lang)
            return Text(
                vi=f"ước thực hiện theo báo cáo {report} ngày {on}{over}",
                en=f"an estimate, report {report} of {on}{over}",
            )
        case UnverifiedReport(report=report):
            return Text(
                vi=f"báo cáo {report} chưa được xác minh, không sử dụng",
                en=f"report {report} is not verified, not used",
            )
        case Clash(ranges=ranges):
            found_ranges = "; ".join(range_(each, lang) for each in ranges)
            return Text(
                vi=f"các nguồn mâu thuẫn: {found_ranges}",
                en=f"the evidence clashes: {found_ranges}",
            )
        case BaselineMayBeZero():
            return Text(
                vi="có thể bằng 0, nên không tính được mức tăng",
                en="it may be zero, and there is no growth from zero",
            )
        case NoPlannedBaseline():
            return Text(
                vi="không có đúng một chỉ tiêu kế hoạch, nên so với kết quả thực hiện",
                en="no single target plans it, so what was achieved is meant",
            )
        case UnitsDiffer(unit=unit, baseline_unit=baseline):
            return Text(
                vi=f"khác đơn vị tính: {baseline.label.vi} và {unit.label.vi}",
                en=f"the units differ: {baseline.label.en} and {unit.label.en}",
            )
        case PartAboveWhole():
            return Text(
                vi=f"phần {found.part} chắc chắn lớn hơn tổng {found.whole}",
                en=f"the part {found.part} is certainly above its whole {found.whole}",
            )
        case EstimatesWouldDecide(status=status):
            said = STATUSES[status]
            return Text(
                vi=f"{said.vi.lower()} theo ước thực hiện",
                en=f"{said.en.lower()} if estimates decide",
            )
        case _:  # pragma: no cover
            assert_never(found)
