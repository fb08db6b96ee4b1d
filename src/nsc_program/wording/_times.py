"""The times that a clause names, except the baselines of its comparisons.

The words of a plan must name the time of their phase.
"""

from datetime import date
from typing import final

from attrs import frozen

from nsc_program.values._periods import Period
from nsc_program.values._text import Lang
from nsc_program.wording._days import Items, tag_at
from nsc_program.wording._lexicons import LEXICONS
from nsc_program.wording._places import placed
from nsc_program.wording._tags import Tag
from nsc_program.wording._text import compose, tokens_of

_AIMS = ("mục tiêu", "chỉ tiêu", "target", "targets")


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
        if self.period is None:
            return False
        first, last = self.period.start, self.period.end
        start = phase.start
        if self.starts:
            return start is not None and last.year == start.year
        if first is not None and first.year == last.year:
            return last.year == phase.end.year
        years = first is not None and start is not None and first.year == start.year
        return last.year == phase.end.year and (years or first == start)


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
    times: list[NamedTime] = []
    for at, item in enumerate(items):
        if not item.has(Tag.THROUGH, Tag.PERIOD, Tag.NAMED_YEAR) or _is_of_a_document(items, at):
            continue
        words = composed.words((tokens[item.first].span[0], tokens[item.last - 1].span[1]))
        starts = item.has(Tag.NAMED_YEAR) and tag_at(items, at - 1, Tag.FROM)
        if isinstance(item.value, date):
            times.append(NamedTime(words, through=item.value))
        else:
            period = item.value if isinstance(item.value, Period) else None
            times.append(NamedTime(words, period, starts=starts))
    return times


def _is_of_a_document(items: Items, at: int) -> bool:
    """Return whether a time belongs to the name of a document or a month.

    “Kế hoạch năm 2022”, “Quyết định 1322/QĐ-TTg năm 2020”, “tháng 6 năm 2021”.
    """
    if items[at].has(Tag.THROUGH):
        return False
    named = tag_at(items, at - 1, Tag.SOFT_LABEL, Tag.LABEL) and items[at - 1].text not in _AIMS
    return named or tag_at(items, at - 1, Tag.SKIPPED)
