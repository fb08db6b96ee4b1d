"""The words that pictures and pages share: what is reached, accepted and needed."""

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from typing import TypeAlias

from nsc_program.plan._indicators import Indicator
from nsc_program.report import phrases
from nsc_program.report._reached import unknown
from nsc_program.report._sentences import sentence
from nsc_program.report._sheets import decimal, written
from nsc_program.report._spoken import spoken
from nsc_program.report._table import named
from nsc_program.report._target_lines import TargetLine
from nsc_program.report._why import needed
from nsc_program.report.phrases import capital
from nsc_program.values._periods import Period
from nsc_program.values._ranges import Range
from nsc_program.values._text import Lang, Text
from nsc_program.verdicts._comparisons import Comparison
from nsc_program.verdicts._status import Status


def is_known(possible: Range, indicator: Indicator) -> bool:
    """Return whether anything is known of a figure.

    Args:
        possible: the numbers that the figure can be.
        indicator: the indicator, with the numbers that are possible at all.
    """
    return possible not in (indicator.domain, Range(None, None))


def amount(
    possible: Range, period: Period, notes: Iterable[object], indicator: Indicator, lang: Lang
) -> str:
    """Put a figure into words with its unit, or say that it is unknown.

    Args:
        possible: the numbers that the figure can be.
        period: the period of the figure.
        notes: what the figure rests on.
        indicator: the indicator.
        lang: `"vi"` for Vietnamese or `"en"` for English.
    """
    if not is_known(possible, indicator):
        return unknown(possible, period, notes, indicator, lang)
    return f"{spoken(possible, lang)} {phrases.things(possible, indicator.unit.label, lang)}"


_SURE = Text(vi="chắc chắn đạt", en="certainly attained")
_PERHAPS = Text(vi="có thể đạt", en="possibly attained")
_ACCEPTED = Text(vi="ngưỡng đạt", en="accepted")
_NOT_DETERMINED = Text(
    vi="chưa xác định được ngưỡng đạt", en="what is accepted is not determined yet"
)
_NEVER = Text(vi="không số nào đạt", en="no number is accepted")

_Said: TypeAlias = Callable[[Range, Lang], str]


def accepted(comparison: Comparison, indicator: Indicator) -> tuple[Range | None, Range | None]:
    """Return the numbers that surely fulfil a target, and those that may.

    Each is `None` if there are none that the indicator can be, or if they are not known.

    Args:
        comparison: a comparison of the target.
        indicator: the indicator, which gives the numbers that are possible at all.
    """
    sure = phrases.reachable(comparison.sure, indicator)
    return sure, None if comparison.says_nothing else phrases.reachable(
        comparison.perhaps, indicator
    )


def bound_labels(
    comparison: Comparison, indicator: Indicator, lang: Lang, write: _Said = written
) -> Iterator[tuple[str, Range | None]]:
    """Yield which numbers fulfil a target: one text, or two if the baseline of growth is open.

    Args:
        comparison: a comparison of the target.
        indicator: the indicator, which gives the numbers that are possible at all.
        lang: `"vi"` for Vietnamese or `"en"` for English.
        write: writes a range; as the tables do, if left out.

    Yields:
        Each text with its numbers; `None` if there are none.
    """
    sure, perhaps = accepted(comparison, indicator)
    if perhaps is None:
        nothing = _NOT_DETERMINED if comparison.says_nothing else _NEVER
        yield nothing.in_(lang), None
    elif sure == perhaps:
        yield f"{_ACCEPTED.in_(lang)}: {write(perhaps, lang)}", perhaps
    else:
        if sure is not None:
            yield f"{_SURE.in_(lang)}: {write(sure, lang)}", sure
        yield f"{_PERHAPS.in_(lang)}: {write(perhaps, lang)}", perhaps


def thresholds(comparison: Comparison, indicator: Indicator, lang: Lang) -> str:
    """Say which numbers fulfil a target.

    Args:
        comparison: a comparison of the target.
        indicator: the indicator, which gives the numbers that are possible at all.
        lang: `"vi"` for Vietnamese or `"en"` for English.
    """
    labels = bound_labels(comparison, indicator, lang, spoken)
    return "; ".join(text for text, _ in labels)


def told(line: TargetLine, lang: Lang) -> str:
    """Say everything that a bullet chart shows: what is reached, accepted and needed.

    Args:
        line: what the report says of the target.
        lang: `"vi"` for Vietnamese or `"en"` for English.
    """
    return f"{after_title(line, lang)} {beside(line, lang)}"


def after_title(line: TargetLine, lang: Lang) -> str:
    """Return the sentence on a target without the title that it begins with.

    Args:
        line: what the report says of the target.
        lang: `"vi"` for Vietnamese or `"en"` for English.
    """
    return capital(sentence(line, lang).removeprefix(f"{named(line.target, lang)}: "))


def beside(line: TargetLine, lang: Lang) -> str:
    """Say what a target accepts, and how many more are needed.

    Args:
        line: what the report says of the target.
        lang: `"vi"` for Vietnamese or `"en"` for English.
    """
    return _ended("; ".join((*_of_comparisons(line, lang), *_needed(line, lang))))


def _of_comparisons(line: TargetLine, lang: Lang) -> Iterator[str]:
    """Yield what each comparison accepts; several also say what they compare."""
    indicator = line.verdict.indicator
    for each in line.verdict.comparisons:
        bound = thresholds(each, indicator, lang)
        if is_of_phase(line):
            yield bound
        else:
            period = phrases.period(each.period, lang)
            notes = line.verdict.notes
            reached = amount(each.possible, each.period, notes, indicator, lang)
            yield f"{period}: {reached}, {bound}"


def _ended(text: str) -> str:
    """Make a sentence of a text: with a capital, and a full stop unless an ellipsis ends it."""
    return capital(text) + ("" if text.endswith("…") else ".")


def is_of_phase(line: TargetLine) -> bool:
    """Return whether a target is about one number over its whole phase.

    Args:
        line: what the report says of the target.
    """
    comparisons = line.verdict.comparisons
    return len(comparisons) == 1 and comparisons[0].period == line.planned


def _needed(line: TargetLine, lang: Lang) -> Iterator[str]:
    """Yield how many more are needed, and how many a month, unless the target is attained."""
    if line.status is Status.ATTAINED or line.gap is None:
        return
    missing = tuple(needed(line.verdict.comparisons[0], line.verdict.indicator, lang))
    yield from missing
    if missing and line.pace is not None and line.pace.needed:
        each = decimal(line.pace.needed, lang)
        yield Text(
            vi=f"bình quân mỗi tháng cần thêm {each}", en=f"on average {each} more a month"
        ).in_(lang)


def reached_words(
    possible: Range, period: Period, notes: Iterable[object], indicator: Indicator, lang: Lang
) -> str:
    """Write what was reached as a short label, as the tables do.

    Args:
        possible: the numbers that are still possible.
        period: the period of the figure.
        notes: what the figure rests on.
        indicator: the indicator.
        lang: `"vi"` for Vietnamese or `"en"` for English.
    """
    if not is_known(possible, indicator):
        return unknown(possible, period, notes, indicator, lang)
    return f"{written(possible, lang)} {phrases.things(possible, indicator.unit.label, lang)}"


def number_label(number: Fraction, lang: Lang) -> str:
    """Write a number for a label of a picture; an ellipsis if it would not fit.

    Args:
        number: the number.
        lang: `"vi"` for Vietnamese or `"en"` for English.
    """
    text = decimal(number, lang)
    return text if len(text) <= _MOST_DIGITS else "…"


_MOST_DIGITS = 24


def sentences(parts: Iterable[str]) -> str:
    """Join sentences into one text.

    Args:
        parts: the sentences, without full stops.
    """
    return " ".join(map(_ended, parts))
