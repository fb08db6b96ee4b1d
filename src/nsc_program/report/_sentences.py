"""What a report says of a target in one sentence, without rounding anything across a bound."""

from collections.abc import Callable, Iterator
from fractions import Fraction

from nsc_program.plan._bases import During, Reached
from nsc_program.plan._indicators import PERCENT
from nsc_program.report import phrases
from nsc_program.report._sheets import decimal
from nsc_program.report._spoken import spoken
from nsc_program.report._table import named
from nsc_program.report._target_lines import TargetLine
from nsc_program.report.labels import label
from nsc_program.report.phrases import NOT_KNOWN
from nsc_program.report.plans import number_in_words
from nsc_program.values._periods import Period
from nsc_program.values._ranges import Range
from nsc_program.values._text import Lang, Text
from nsc_program.values._written_days import written_day

_ALL = 100
"""A percentage that only stands beside a target that is attained, so a change is not written so."""


def sentence(line: TargetLine, lang: Lang) -> str:
    """Write what a report says of a target as one sentence.

    The sentence says how much is reached of what the plan asks for, what the report period added,
    how that compares with a year earlier, and the status. A number that is not known for certain is
    written as a range. A number that does not end is cut after two decimals, with an ellipsis, so
    that 99.99… % never reads as 100 %.

    Args:
        line: what the report says of the target.
        lang: `"vi"` for Vietnamese or `"en"` for English.
    """
    parts = "; ".join((_reached(line, lang), *_in_period(line, lang), _status(line, lang)))
    return f"{named(line.target, lang)}: {parts}."


def known(possible: Range, line: TargetLine, lang: Lang) -> str:
    """Write the numbers of a figure of a target; “unknown” if it can be any number.

    Args:
        possible: the numbers.
        line: what the report says of the target.
        lang: `"vi"` for Vietnamese or `"en"` for English.
    """
    if possible == line.verdict.indicator.domain:
        return NOT_KNOWN.in_(lang)
    return spoken(possible, lang)


def in_period(period: Period, lang: Lang) -> str:
    """Write in which period something happened.

    Args:
        period: the period, which has a first day.
        lang: `"vi"` for Vietnamese or `"en"` for English.

    >>> in_period(Period.of_years(2026, 2026), "vi"), in_period(Period.of_quarter(2026, 1), "en")
    ('trong năm 2026', 'in Q1 2026')
    """
    text = phrases.period(period, lang)
    if lang == "en":
        return f"from {text}" if " to " in text else f"in {text}"
    if text.startswith("từ "):
        return text
    kind = (
        "năm " if text.isdecimal() else "giai đoạn " if text[0].isdecimal() and "-" in text else ""
    )
    return f"trong {kind}{text}"


# --- what is reached, of what the plan asks for ---


def _reached(line: TargetLine, lang: Lang) -> str:
    """Write what is reached, what the plan asks for, and the share."""
    possible, indicator = _total(line), line.verdict.indicator
    plan, reached = number_in_words(line.target, indicator, lang), known(possible, line, lang)
    if possible == indicator.domain:
        return Text(vi=f"kế hoạch {plan}, {reached}", en=f"planned {plan}; reached: {reached}").in_(
            lang
        )
    share, unit = _share(line, lang), phrases.things(possible, indicator.unit.label, lang)
    if isinstance(line.target.basis, Reached) and possible.low == possible.high:
        return Text(vi=f"{reached}/{plan}{share}", en=f"{reached} of {plan}{share}").in_(lang)
    is_total = isinstance(line.target.basis, (Reached, During))
    more = "" if is_total else _enough(line, lang)
    return Text(
        vi=f"{reached} {unit}, kế hoạch {plan}{more}{share}",
        en=f"{reached} {unit}; planned {plan}{more}{share}",
    ).in_(lang)


def _total(line: TargetLine) -> Range:
    """Return what is reached: in the part of the phase that the target names, else so far."""
    if isinstance(line.target.basis, During):
        return line.verdict.comparisons[0].possible
    return line.cumulative.range


def _share(line: TargetLine, lang: Lang) -> str:
    """Write the share of the plan, if it is a share of the number in the same sentence."""
    share, number, total = line.share, line.planned_number, _total(line)
    if share is None or number is None or total.low is None or total.low_open:
        return ""
    if share.low != total.low / number * 100:
        return ""
    shown = Range(share.low, share.low if total.low == total.high else None)
    return Text(
        vi=f", {_equal(shown)}{_percent(shown, 'vi')} {_of_plan(line).vi}",
        en=f", {_percent(shown, 'en')} of {_of_plan(line).en}",
    ).in_(lang)


def _equal(share: Range) -> str:
    """Return the word in front of a share that is one number."""
    return "bằng " if share.low == share.high else ""


def _of_plan(line: TargetLine) -> Text:
    """Return what a share is a share of."""
    if not isinstance(line.target.basis, (Reached, During)):
        return Text(vi="số cần đạt", en="the number that suffices")
    if isinstance(line.target.basis, During):
        return Text(vi="kế hoạch", en="the plan")
    return Text(vi="kế hoạch giai đoạn", en="the plan for the phase")


def _percent(possible: Range, lang: Lang) -> str:
    """Write percentages."""
    return spoken(possible, lang, lambda number, lang: f"{decimal(number, lang)}%")


def _enough(line: TargetLine, lang: Lang) -> str:
    """Write the numbers that surely fulfil a target that is about a change."""
    (comparison, *others), indicator = line.verdict.comparisons, line.verdict.indicator
    sure = comparison.sure
    if others or sure is None or sure == indicator.domain:
        return ""
    enough = spoken(sure, lang)
    unit = phrases.things(sure, indicator.unit.label, lang)
    return Text(
        vi=f" (chắc chắn đạt khi có {enough} {unit})",
        en=f" (surely attained with {enough} {unit})",
    ).in_(lang)


# --- the report period ---


def _in_period(line: TargetLine, lang: Lang) -> Iterator[str]:
    """Yield what the report period added, and its estimate."""
    change = _change(line, lang)
    if line.verdict.indicator.accumulates:
        current = known(line.current.range, line, lang)
        yield f"{in_period(line.current.period, lang)}: {current}" + (change and f", {change}")
    elif change:
        yield change
    if line.estimate is not None:
        whole = known(line.estimate.range, line, lang)
        when = in_period(line.estimate.period, lang)
        yield Text(vi=f"ước thực hiện {when}: {whole}", en=f"estimated {when}: {whole}").in_(lang)


def _change(line: TargetLine, lang: Lang) -> str:
    """Write how far the report period is above or below the same days a year earlier."""
    indicator = line.verdict.indicator
    if line.change is None:
        return ""
    percent = None if indicator.unit.id == PERCENT else line.change_percent
    if percent is not None and _ALL not in (percent.low, percent.high, -(percent.low or 0)):
        return _moved(percent, lang, lambda size: _percent(size, lang))

    def in_units(size: Range) -> str:
        return f"{spoken(size, lang)} {phrases.difference(size, indicator, lang)}"

    return _moved(line.change, lang, in_units)


def _moved(change: Range, lang: Lang, write: Callable[[Range], str]) -> str:
    """Write a rise, a fall, or a change that may be either."""
    low, high = change.low or Fraction(0), change.high or Fraction(0)
    if low == high == 0:
        moved = Text(vi="bằng", en="as much as in")
    elif low >= 0:
        rise = write(Range(low, high))
        moved = Text(vi=f"tăng {rise} so với", en=f"up by {rise} from")
    elif high <= 0:
        fall = write(Range(-high, -low))
        moved = Text(vi=f"giảm {fall} so với", en=f"down by {fall} from")
    else:
        fall, rise = write(Range.exactly(-low)), write(Range.exactly(high))
        moved = Text(
            vi=f"từ giảm {fall} đến tăng {rise} so với",
            en=f"between {fall} down and {rise} up from",
        )
    before = Text(vi="cùng kỳ năm trước", en="the same days a year earlier")
    return f"{moved.in_(lang)} {before.in_(lang)}"


def _status(line: TargetLine, lang: Lang) -> str:
    """Write the status of the target, and of which days if the rest is about fewer."""
    status = label(line.status).in_(lang).lower()
    through = min(line.verdict.as_of, line.planned.end)
    if line.cumulative.period.end == through:
        return Text(vi=f"đánh giá: {status}", en=f"status: {status}").in_(lang)
    day = written_day(through, "vi")
    return Text(
        vi=f"đánh giá cả giai đoạn, theo số liệu đến hết ngày {day}: {status}",
        en=f"status of the whole phase, with data through {through}: {status}",
    ).in_(lang)
