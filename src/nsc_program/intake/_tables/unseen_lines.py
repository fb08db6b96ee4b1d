"""Find the headings, and the lines around a table, that are hidden or struck through.

Such a line would decide about the rows beneath it: a hidden “ĐVT: triệu đồng” gives their unit.
"""

from collections.abc import Iterator, Mapping

from nsc_program.intake._cells.grid import Grid, texts_of
from nsc_program.intake._messages.problems import Doubt, Fault
from nsc_program.intake._tables.wanted import Wanted
from nsc_program.intake._words.stated_units import stated_in

MOST_NOTES = 2
"""The most texts in a row of notes below a table."""


def doubts_of_headings(
    grid: Grid, top: int, bottom: int, wanted: Wanted, doubted: Mapping[int, Doubt]
) -> Iterator[Doubt]:
    """Give the doubts about a table because of headings or lines that are hidden or struck.

    A line that states a unit matters wherever it stands, and one above the headings if it is
    struck: it no longer holds. Other hidden lines that say anything are told anyway.

    Args:
        grid: the cells of the sheet.
        top: the index of the first row of the headings.
        bottom: the index of the last row of the headings.
        wanted: the headings to look for; it knows the lines that are left out.
        doubted: the reasons to doubt rows, by the numbers of the rows.
    """
    for number, doubt in doubted.items():
        if doubt.fault not in (Fault.HIDDEN_ROW, Fault.STRUCK_ROW):
            continue
        texts = texts_of(grid[number - 1])
        if top < number <= bottom + 1:
            lines = [", ".join(texts)] if texts else []
        else:
            is_struck_above = number <= top and doubt.fault is Fault.STRUCK_ROW
            few = texts if number <= top or len(texts) <= MOST_NOTES else ()
            lines = [text for text in few if is_struck_above or stated_in(text) is not None]
        yield from (
            Doubt(Fault.UNSEEN_HEADING, line) for line in lines if not wanted.leaves_out(line)
        )


def without_unseen(grid: Grid, top: int, bottom: int, left_out: frozenset[int]) -> Grid:
    """Return the cells of a sheet, blank in the rows that are left out, except in headings.

    Args:
        grid: the cells of the sheet.
        top: the index of the first row of the headings.
        bottom: the index of the last row of the headings.
        left_out: the numbers of the rows that are treated as blank.
    """
    unseen = left_out.difference(range(top + 1, bottom + 2))
    return [() if number in unseen else cells for number, cells in enumerate(grid, 1)]
