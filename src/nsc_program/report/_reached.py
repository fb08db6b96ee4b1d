"""Write what an indicator has reached so far, and tell nothing so far from nothing known."""

from collections.abc import Iterable
from datetime import date

from nsc_program.figures._notes import ClaimedComplete, NoteOfFigure
from nsc_program.plan._indicators import Indicator
from nsc_program.report import phrases
from nsc_program.values._periods import Period
from nsc_program.values._ranges import Range
from nsc_program.values._text import Lang, Text
from nsc_program.values._written_days import written_day


def reached(
    possible: Range, period: Period, notes: Iterable[object], indicator: Indicator, lang: Lang
) -> str:
    """Write a figure with its unit.

    A count over a phase that is still open may be any number. It is “unknown” if nothing is known,
    and 0 through a day if the records are complete through that day and none counts.

    Args:
        possible: the numbers that the figure can be.
        period: the period of the figure.
        notes: what the figure rests on; notes on other figures do not matter.
        indicator: the indicator.
        lang: `"vi"` for Vietnamese or `"en"` for English.
    """
    if possible == indicator.domain:
        return unknown(possible, period, notes, indicator, lang)
    return phrases.figure(possible, indicator, lang)


def reached_number(
    possible: Range, period: Period, notes: Iterable[object], indicator: Indicator, lang: Lang
) -> str:
    """Write a figure without its unit, as `reached` does.

    Args:
        possible: the numbers that the figure can be.
        period: the period of the figure.
        notes: what the figure rests on.
        indicator: the indicator.
        lang: `"vi"` for Vietnamese or `"en"` for English.
    """
    through = _nothing_through(possible, period, notes, indicator)
    if through is None:
        return phrases.known(possible, indicator, lang)
    return f"0{_through(through, lang)}"


def unknown(
    possible: Range, period: Period, notes: Iterable[object], indicator: Indicator, lang: Lang
) -> str:
    """Write that nothing is known of a figure, or that nothing is counted so far.

    Args:
        possible: the numbers that the figure can be.
        period: the period of the figure.
        notes: what the figure rests on.
        indicator: the indicator.
        lang: `"vi"` for Vietnamese or `"en"` for English.
    """
    through = _nothing_through(possible, period, notes, indicator)
    if through is None:
        return phrases.NOT_KNOWN.in_(lang)
    return f"0 {indicator.unit.label.in_(lang)}{_through(through, lang)}"


def _through(through: date, lang: Lang) -> str:
    """Write through which day a number holds."""
    day = written_day(through, lang)
    return Text(vi=f" (đến hết {day})", en=f" (through {day})").in_(lang)


def _nothing_through(
    possible: Range, period: Period, notes: Iterable[object], indicator: Indicator
) -> date | None:
    """Return the day through which nothing is counted for certain; `None` if that is not known."""
    own = [note for note in notes if isinstance(note, NoteOfFigure) and note.period == period]
    claims = [note.through for note in own if isinstance(note, ClaimedComplete)]
    is_open = indicator.accumulates and possible == indicator.domain
    return min(claims) if is_open and claims and len(claims) == len(own) else None
