"""Say in one sentence why a target has its status."""

from collections.abc import Iterator

from nsc_program.figures._notes import ClaimedComplete, Estimated, NotStarted, Reported
from nsc_program.plan._indicators import Indicator
from nsc_program.report import phrases
from nsc_program.report._sheets import decimal
from nsc_program.report._spoken import spoken
from nsc_program.report.notes import note, phase_of
from nsc_program.values._ranges import Range
from nsc_program.values._text import Lang, Text
from nsc_program.values._written_days import written_day
from nsc_program.verdicts._comparisons import Comparison, depends_until
from nsc_program.verdicts._notes import NoPlannedBaseline, PartAboveWhole
from nsc_program.verdicts._progress import gap, margin
from nsc_program.verdicts._status import Status
from nsc_program.verdicts._verdict import Verdict

_SETTLED = (ClaimedComplete, Estimated, NoPlannedBaseline, NotStarted, PartAboveWhole, Reported)
"""The notes that do not say what a figure lacks."""
_ONE_IS_ACCEPTED = Text(vi="đã đạt ngưỡng", en="the figure fulfils the target")
_ALL_ARE_ACCEPTED = Text(
    vi="mọi giá trị còn có thể đều đạt ngưỡng", en="every value still possible fulfils the target"
)
_ONE_IS_NOT = Text(vi="không đạt ngưỡng", en="the figure does not fulfil the target")
_NONE_IS_ACCEPTED = Text(
    vi="không giá trị nào còn có thể đạt ngưỡng", en="no value still possible fulfils the target"
)
_IS_A_RANGE = Text(vi="số liệu còn là một khoảng", en="the figure is still a range")


def why(verdict: Verdict, lang: Lang) -> tuple[str, ...]:
    """Say in one sentence why a target has its status.

    Args:
        verdict: the verdict on the target.
        lang: `"vi"` for Vietnamese or `"en"` for English.

    Returns:
        The parts of the sentence, without a full stop: whether what is still possible is
        accepted, what is missing or to spare, or what leaves the status open.
    """
    first = min(comparison.period.first for comparison in verdict.comparisons)
    if verdict.status is Status.PENDING and verdict.as_of < first:
        day = written_day(first, lang)
        return (Text(vi=f"bắt đầu từ ngày {day}", en=f"begins on {day}").in_(lang),)
    return (*_open(verdict, lang), *_of_comparisons(verdict, lang))


def _open(verdict: Verdict, lang: Lang) -> Iterator[str]:
    """Yield what leaves a status open: days to come, or what the data lack."""
    if verdict.status is Status.PENDING:
        end = written_day(depends_until(verdict.comparisons), lang)
        yield Text(vi=f"thời hạn đến hết ngày {end}", en=f"open until the close of {end}").in_(lang)
    elif verdict.status is Status.UNDECIDED:
        lacks = (found for found in verdict.notes if not isinstance(found, _SETTLED))
        yield from dict.fromkeys(note(found, verdict, lang) for found in lacks) or (
            _IS_A_RANGE.in_(lang),
        )


def _of_comparisons(verdict: Verdict, lang: Lang) -> Iterator[str]:
    """Yield what the comparisons that decide say, each after its period if there are others."""
    for comparison in verdict.comparisons:
        text = _of_comparison(verdict, comparison, lang)
        if text and phase_of(verdict) is None:
            text = f"{phrases.period(comparison.period, lang)}: {text}"
        if text:
            yield text


def _of_comparison(verdict: Verdict, comparison: Comparison, lang: Lang) -> str:
    """Write what one comparison says about the status; nothing if the status is due to others."""
    indicator = verdict.indicator
    if verdict.status is Status.ATTAINED:
        return "; ".join((_accepted(comparison, lang), *_to_spare(comparison, indicator, lang)))
    if verdict.status is Status.MISSED:
        return "; ".join(_refused(comparison, indicator, lang)) if comparison.fails else ""
    return "" if comparison.holds else "; ".join(needed(comparison, indicator, lang))


def _accepted(comparison: Comparison, lang: Lang) -> str:
    """Write that all values that are still possible are accepted."""
    return (_ONE_IS_ACCEPTED if _is_one(comparison.possible) else _ALL_ARE_ACCEPTED).in_(lang)


def _refused(comparison: Comparison, indicator: Indicator, lang: Lang) -> Iterator[str]:
    """Yield that no value that is still possible is accepted, and how many are missing."""
    yield (_ONE_IS_NOT if _is_one(comparison.possible) else _NONE_IS_ACCEPTED).in_(lang)
    yield from needed(comparison, indicator, lang)


def _is_one(possible: Range) -> bool:
    """Return whether a figure is one number."""
    return possible.low is not None and possible.low == possible.high


def _to_spare(comparison: Comparison, indicator: Indicator, lang: Lang) -> Iterator[str]:
    """Yield how many may fall away, unless it is nothing or has no meaning."""
    spare = margin(comparison)
    if spare is not None and spare.high and not spare.high_open:
        more = decimal(spare.high, lang)
        unit = phrases.difference(Range.exactly(spare.high), indicator, lang)
        yield Text(vi=f"dư {more} {unit}", en=f"{more} {unit} to spare").in_(lang)


def needed(comparison: Comparison, indicator: Indicator, lang: Lang) -> Iterator[str]:
    """Yield how many more are needed.

    Nothing is yielded if none are, if the number has no meaning, or if a little more than the
    number is needed, as for a share of “over 65 %”.

    Args:
        comparison: the comparison of a figure with a bound.
        indicator: the indicator of the figure.
        lang: `"vi"` for Vietnamese or `"en"` for English.
    """
    missing, sure = gap(comparison), comparison.sure
    if missing is None or (sure is not None and sure.low_open):
        return
    if missing.low:
        more, unit = spoken(missing, lang), phrases.difference(missing, indicator, lang)
        yield Text(vi=f"còn thiếu {more} {unit}", en=f"{more} more {unit} needed").in_(lang)
    elif missing.high:
        most = decimal(missing.high, lang)
        unit = phrases.difference(Range.exactly(missing.high), indicator, lang)
        yield Text(
            vi=f"có thể còn thiếu đến {most} {unit}", en=f"up to {most} more {unit} may be needed"
        ).in_(lang)
