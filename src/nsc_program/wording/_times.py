"""The times that a clause names, except the baselines of its comparisons.

The words of a plan must name the time of their phase.
"""

from datetime import date
from typing import final

from attrs import frozen

from nsc_program.values._periods import Period
from nsc_program.values._text import Lang
from nsc_program.wording._days import Items, is_in_one_year, tag_at
from nsc_program.wording._lexicons import LEXICONS
from nsc_program.wording._line import Line
from nsc_program.wording._places import placed
from nsc_program.wording._source import Source
from nsc_program.wording._tags import Tag
from nsc_program.wording._text import compose, tokens_of
from nsc_program.wording._time_of import AIMS

_NAMING = (Tag.THROUGH, Tag.PERIOD, Tag.NAMED_YEAR)


@final
@frozen
class NamedTime:
    """A time that a clause names.

    Attributes:
        words: The words as they are written.
        period: The period or the year; `None` for a deadline, or if the period ends before it
            starts.
        through: The last day of a deadline such as “đến năm 2025”; `None` for other times.
        starts: Whether the time is a start: từ năm 2023.
    """

    words: str
    period: Period | None = None
    through: date | None = None
    starts: bool = False

    def fits(self, phase: Period) -> bool:
        """Return whether this is the time of a phase.

        Args:
            phase: The period of the phase.

        Returns:
            True for the last day of the phase, for its years, for its last year alone, and for its
            first year if this time is a start.
        """
        if self.through is not None:
            return self.through == phase.end
        return self.period is not None and self._is_of(phase, self.period)

    def _is_of(self, phase: Period, period: Period) -> bool:
        """Return whether a period is the time of a phase."""
        return _starts_with(phase, period) if self.starts else _ends_with(phase, period)


def _starts_with(phase: Period, part: Period) -> bool:
    """Return whether a year or a quarter is the one in which a phase starts."""
    return phase.start is not None and phase.start in part


def _ends_with(phase: Period, period: Period) -> bool:
    """Return whether a period is the last year of a phase, or all its years."""
    if is_in_one_year(period):
        return phase.end in period
    return period.end.year == phase.end.year and _start_alike(period, phase)


def _start_alike(first: Period, second: Period) -> bool:
    """Return whether two periods start in one year, or both have no start."""
    if first.start is None or second.start is None:
        return first.start is second.start
    return first.start.year == second.start.year


def named_times(clause: str, lang: Lang) -> list[NamedTime]:
    """Return every time that a clause names.

    Args:
        clause: The words.
        lang: Their language.

    Returns:
        The times in order, without baselines and without years that belong to the name of a
        document.
    """
    composed = compose(clause)
    tokens = tokens_of(composed)
    items = placed(list(LEXICONS[lang].items(tokens)), tokens, lang)
    source = Source(Line(items), tokens, composed, lang)
    return [_time_at(source, at) for at in range(len(items)) if _is_time(items, at)]


def _is_time(items: Items, at: int) -> bool:
    """Return whether a time stands here that does not belong to the name of a document."""
    return items[at].has(*_NAMING) and not _is_of_a_document(items, at)


def _time_at(source: Source, at: int) -> NamedTime:
    """Return the time of an item."""
    value, words = source.items[at].value, source.written(at, at + 1)
    if isinstance(value, date):
        return NamedTime(words, through=value)
    period = value if isinstance(value, Period) else None
    return NamedTime(words, period, starts=_is_start(source, at))


def _is_start(source: Source, at: int) -> bool:
    """Return whether a year is a start: từ năm 2023."""
    return source.has(at, Tag.NAMED_YEAR) and source.has(at - 1, Tag.FROM)


def _is_of_a_document(items: Items, at: int) -> bool:
    """Return whether a time belongs to the name of a document or a month.

    “Kế hoạch năm 2022”, “Quyết định 1322/QĐ-TTg năm 2020”, “tháng 6 năm 2021”.
    """
    return not items[at].has(Tag.THROUGH) and _is_of_a_name(items, at - 1)


def _is_of_a_name(items: Items, at: int) -> bool:
    """Return whether a name or the label of a name stands here."""
    return tag_at(items, at, Tag.SKIPPED) or _is_label(items, at)


def _is_label(items: Items, at: int) -> bool:
    """Return whether a label stands here that is not a word for a target."""
    return tag_at(items, at, Tag.SOFT_LABEL, Tag.LABEL) and items[at].text not in AIMS
