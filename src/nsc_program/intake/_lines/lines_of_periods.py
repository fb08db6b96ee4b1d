"""Find the lines that name a period to which rows beneath them, or a claim, do not belong."""

import re
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import TypeAlias

from nsc_program.intake._cells.grid import filled
from nsc_program.intake._headings.beside import COUNTING
from nsc_program.intake._headings.event_days import span_of
from nsc_program.intake._lines.paper_days import day_of_paper
from nsc_program.intake._lines.stated_days import days_of_event
from nsc_program.intake._rows.rows import RowRead
from nsc_program.intake._tables.rows_without_records import is_sum
from nsc_program.intake._tables.unread_lines import UnreadLine, Why
from nsc_program.intake._words.named_periods import Span, ends_of, is_within, periods_named
from nsc_program.intake._words.words import folded
from nsc_program.records._reports import ReportedFigure
from nsc_program.values._periods import Period

_Part: TypeAlias = tuple[UnreadLine, list[int]]
"""A line among the rows, and the numbers of the rows beneath it."""


def of_other_days(
    numbered: Iterable[tuple[int, object]],
    data: Iterable[RowRead],
    around: Iterable[UnreadLine],
) -> Iterator[UnreadLine]:
    """Give the lines that name a period in which one of their rows has no day.

    A line above or below the rows is about all of them, and a line among them about the rows before
    the next such line.

    Args:
        numbered: all rows, with their numbers.
        data: the rows that hold data.
        around: the lines above and below the rows, and on other sheets.
    """
    known = tuple(data)
    spans = {row.number: span for row in known if (span := span_of(row.values)) is not None}
    years = frozenset(day.year for span in spans.values() for day in span)
    is_of_events = any("on" in row.values for row in known)
    for line in around:
        yield from _contradicted(line, spans.values(), years, is_of_events=is_of_events)
    for line, beneath in _parts(numbered, {row.number for row in known}):
        rows = beneath or (() if _BARE.fullmatch(folded(line.text)) else spans)
        own = [spans[row] for row in rows if row in spans]
        yield from _contradicted(line, own, years, is_of_events=is_of_events)


_BARE = re.compile(
    r"(?:nam|quy|thang|dot|ky|giai doan|dau|cuoi|tu|den|ngay|va|muc|phan|nhom|[ivxa-d]{1,4}|"
    r"[0-9]+|\s)+"
)
"""The heading of a group that has no rows, which is about none."""


def lines_among(
    numbered: Iterable[tuple[int, object]], data: Iterable[RowRead]
) -> Iterator[UnreadLine]:
    """Give the texts of the rows that do not hold data.

    Args:
        numbered: all rows, with their numbers.
        data: the rows that hold data.
    """
    known = {row.number for row in data}
    for number, row in numbered:
        if number not in known:
            yield from (UnreadLine(number, text) for text in _texts_of(row))


def lines_beside(among: Iterable[UnreadLine], data: Iterable[RowRead]) -> Iterator[UnreadLine]:
    """Give the lines of a table that stand above or below all rows, and so may be about all.

    Sums are not among them, and neither is the name of the first of several groups.

    Args:
        among: the texts of the rows that do not hold data.
        data: the rows that hold data.
    """
    numbers = [row.number for row in data]
    first, last = min(numbers, default=0), max(numbers, default=0)
    lines = [(line.row or 0, line) for line in among if not is_sum(line.text)]
    has_groups = any(first < number < last for number, _ in lines)
    for number, line in lines:
        if number > last or (number < first and not has_groups):
            yield line


def _texts_of(row: object) -> Iterator[str]:
    """Give the texts of a row."""
    return (cell for _, cell in filled(row) if isinstance(cell, str))


def of_earlier_papers(data: Iterable[RowRead], lines: Iterable[UnreadLine]) -> Iterator[UnreadLine]:
    """Give the lines with the day of the paper of a list, if a row counts on a later day.

    What was done after a list was signed was foreseen in it.

    Args:
        data: the rows that hold data.
        lines: the lines around and among the rows.
    """
    values = [value for row in data for name, value in row.values.items() if name in COUNTING]
    last = max((day for day in values if isinstance(day, date)), default=date.min)
    for line in lines:
        day = day_of_paper(line.text)
        if day is not None and day < last:
            yield line.because(Why.EARLIER_PAPER)


def of_later_figures(data: Iterable[RowRead], lines: Iterable[UnreadLine]) -> Iterator[UnreadLine]:
    """Give the lines that name a period which does not fit the periods of the figures.

    A report on a year may repeat figures of earlier years, but cannot hold those of later ones, and
    holds some of its own.

    Args:
        data: the rows that hold data.
        lines: the lines above and below the rows, and on other sheets.
    """
    figures = (row.record for row in data if isinstance(row.record, ReportedFigure))
    last = max((figure.period.end for figure in figures), default=None)
    if last is None:
        return
    for line in lines:
        named = map(_ends, periods_named(line.text))
        if not all(first <= last <= end for first, end in named):
            yield line.because(Why.OTHER_DAYS)


def _ends(periods: Collection[Span]) -> Span:
    """Return the first and the last day of some periods."""
    return min(start for start, _ in periods), max(end for _, end in periods)


def _contradicted(
    line: UnreadLine, spans: Collection[Span], years: frozenset[int], *, is_of_events: bool
) -> Iterator[UnreadLine]:
    """Give a line with the reason to tell it, if a row has no day in a period that it names."""
    event = days_of_event(line.text) if is_of_events and not line.sheet else None
    events = () if event is None else ((event,),)
    for group in (*periods_named(line.text, years), *events):
        if not all(is_within(span, group) for span in spans):
            yield line.because(Why.OTHER_DAYS)
            return


def _parts(numbered: Iterable[tuple[int, object]], data: Collection[int]) -> list[_Part]:
    """Return the lines among the rows that name a period, with the rows beneath them."""
    parts: list[_Part] = []
    for number, row in numbered:
        if number not in data:
            parts += [(UnreadLine(number, text), []) for text in _openings(row)]
        elif parts:
            parts[-1][1].append(number)
    return parts


_ANY_YEAR = frozenset({2000})


def _openings(row: object) -> Iterator[str]:
    """Give the texts of a row that name a period, except those of sums, which stand below."""
    return (text for text in _texts_of(row) if _names_days(text) and not is_sum(text))


def _names_days(text: str) -> bool:
    """Tell whether a text names a period, or the days of an event."""
    return bool(periods_named(text, _ANY_YEAR)) or days_of_event(text) is not None


def short_of(through: date, around: Iterable[UnreadLine]) -> Iterator[UnreadLine]:
    """Give the lines that name a day within a year up to which the list holds, before a claim ends.

    Args:
        through: the last day of the claim.
        around: the lines above and below the rows, and on other sheets.
    """
    for line in around:
        ends = ends_of(line.text, frozenset({through.year}))
        if any(end < through and (end.month, end.day) != _YEAR_END for end in ends):
            yield line.because(Why.SHORT_OF_CLAIM)


def of_shorter_periods(claimed: Period, around: Iterable[UnreadLine]) -> Iterator[UnreadLine]:
    """Give the lines that name whole years which do not cover the claim.

    A list of 2024 does not say that nothing happened in 2023.

    Args:
        claimed: the period of the claim.
        around: the lines above and below the rows, and on other sheets.
    """
    for line in around:
        if not all(_covers(group, claimed) for group in periods_named(line.text)):
            yield line.because(Why.PERIOD_OF_CLAIM)


def cover_together(lines: Iterable[UnreadLine], claims: Iterable[Period]) -> bool:
    """Tell whether the periods that are named on several sheets cover the claims together.

    Args:
        lines: the lines that are told because each alone does not cover a claim.
        claims: the periods of the claims.
    """
    periods = [span for line in lines for group in periods_named(line.text) for span in group]
    return not periods or all(_covers(periods, claimed) for claimed in claims)


def _covers(periods: Collection[Span], claimed: Period) -> bool:
    """Tell whether periods cover a claim; whether they end within a year, `short_of` tells."""
    first, last = _ends(periods)
    ends_earlier = last < claimed.end and (last.month, last.day) == _YEAR_END
    return first <= (claimed.start or date.min) and not ends_earlier


_YEAR_END = (12, 31)
