"""Find the lines that a person must look at: not understood, or contrary to the rows."""

from collections.abc import Collection, Iterable, Iterator
from typing import TypeAlias, final

from attrs import frozen

from nsc_program.intake._headings.left_out import LeftOut
from nsc_program.intake._lines.counts_of_groups import counting_groups_otherwise
from nsc_program.intake._lines.lines_of_parts import of_parts
from nsc_program.intake._lines.lines_of_periods import (
    lines_among,
    lines_beside,
    of_earlier_papers,
    of_later_figures,
    of_other_days,
    of_shorter_periods,
    short_of,
)
from nsc_program.intake._lines.lines_of_values import of_other_values, titles_of_other_levels
from nsc_program.intake._lines.stated_counts import (
    Counting,
    counting_other_things,
    counting_otherwise,
)
from nsc_program.intake._lines.stated_sums import states_otherwise
from nsc_program.intake._lines.sums_of_rows import Sums
from nsc_program.intake._lines.sums_with_others import of_other_lists
from nsc_program.intake._messages.problems import Fault
from nsc_program.intake._rows.rows import RowRead
from nsc_program.intake._tables.table import Table
from nsc_program.intake._tables.unread_lines import Plainness, UnreadLine, Why, among_rows
from nsc_program.records._completeness import Completeness
from nsc_program.records._reports import ReportedFigure

_Numbered: TypeAlias = Iterable[tuple[int, object]]


@final
@frozen
class Around:
    """The lines around the rows of a table.

    Attributes:
        own: the lines above and below the rows, with the numbers of their rows.
        apart: the name of the sheet, and the lines on other sheets.
    """

    own: tuple[tuple[int, str], ...]
    apart: tuple[UnreadLine, ...]

    @classmethod
    def of(cls, titles: Iterable[tuple[int, str]], around: Iterable[UnreadLine]) -> "Around":
        """Tell the lines of the table from the others.

        Args:
            titles: the lines above the rows, with the numbers of their rows.
            around: the other lines.
        """
        lines = tuple(around)
        below = ((line.row, line.text) for line in lines if line.row is not None and not line.sheet)
        apart = tuple(line for line in lines if line.row is None or line.sheet)
        return cls((*titles, *below), apart)

    @property
    def lines(self) -> tuple[UnreadLine, ...]:
        """All lines."""
        return (*(UnreadLine(number, text) for number, text in self.own), *self.apart)


def told_lines(
    numbered: _Numbered,
    data: Collection[RowRead],
    table: Table,
    around: Around,
    *,
    ignored: Iterable[str],
    claims: Iterable[Completeness],
) -> tuple[UnreadLine, ...]:
    """Return the lines among the rows that are not understood, and those that contradict the rows.

    Args:
        numbered: all rows, with their numbers.
        data: the rows that hold data.
        table: the columns of the table.
        around: the lines around the rows.
        ignored: the texts that are left out.
        claims: the claims about the rows.
    """
    leaves_out = LeftOut.of(ignored)
    plainness = Plainness(table.kind, {*table.columns, *table.values}, leaves_out)
    records = {row.number for row in data if not _may_be_a_line(row)}
    unread = among_rows(numbered, records, plainness)
    others = _contradicting(numbered, data, table, around, claims)
    return (*unread, *(line for line in others if not _is_left_out(line, leaves_out)))


def _may_be_a_line(row: RowRead) -> bool:
    """Tell whether a row was rejected because it may be a line, the text of which is shown then."""
    return any(problem.code == Fault.NO_RECORD for problem in row.problems)


def _is_left_out(line: UnreadLine, leaves_out: LeftOut) -> bool:
    """Tell whether the user left out a line, or the sheet that it is on."""
    return leaves_out(line.text) or bool(line.sheet and leaves_out(line.sheet))


def _contradicting(
    numbered: _Numbered,
    data: Collection[RowRead],
    table: Table,
    around: Around,
    claims: Iterable[Completeness],
) -> Iterator[UnreadLine]:
    """Give the lines that contradict the rows or a claim; figures have periods of their own."""
    if table.kind is ReportedFigure:
        yield from of_later_figures(data, around.lines)
        return
    yield from dict.fromkeys(of_other_values(numbered, data, table.columns))
    yield from titles_of_other_levels(around.lines, data, table.columns)
    yield from of_other_days(numbered, data, around.lines)
    own = (line for line in around.lines if not line.sheet)
    within = tuple(lines_among(numbered, data))
    among = (*own, *within)
    yield from of_earlier_papers(data, among)
    yield from counting_other_things(among, data, table)
    yield from counting_groups_otherwise(within, data, Counting(table, data))
    yield from counting_otherwise(around.apart, data, table)
    sums = Sums.of(table, data, numbered)
    yield from of_other_lists(numbered, data, around.lines, sums)
    for line in around.apart:
        if states_otherwise(None, line.text, sums):
            yield line.because(Why.OTHER_SUM)
    for claim in claims:
        if claim.what == table.kind.__name__:
            about_all = (*around.lines, *lines_beside(within, data))
            yield from short_of(claim.period.end, about_all)
            yield from of_parts(about_all)
            yield from of_shorter_periods(claim.period, around.lines)
