"""Find the table in the cells of a sheet, and the lines above, between and below its rows."""

from collections.abc import Iterable, Iterator, Mapping
from typing import final

from attrs import frozen

from nsc_program.intake._cells import is_blank
from nsc_program.intake._footers import footer, limits_its_table
from nsc_program.intake._grid import Grid, Row, has_only_texts, texts_of
from nsc_program.intake._heading_rows import HEADINGS_WITHIN, block, headings_of
from nsc_program.intake._problems import Doubt
from nsc_program.intake._rows_beneath import RowsBeneath
from nsc_program.intake._stated import stated_in
from nsc_program.intake._wanted import Wanted

_LINES_BELOW = 30  # looked at for what they say about the rows above them
_MOST_NOTES = 2  # texts in a row of notes below a table


@final
@frozen
class Layout:
    """The table of a sheet.

    Attributes:
        headings: a heading for each column.
        rows: the rows beneath the headings.
        first_row: the number of the first of these rows in the sheet, counted from 1.
        above: the lines above the headings.
        doubtful: the lines above, between and below the rows that say that something is planned or
            cancelled.
        assumed: the lines that name a value of a field without a column, although their rows are
            read.
    """

    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    first_row: int
    above: tuple[str, ...]
    doubtful: tuple[str, ...]
    assumed: tuple[str, ...]


def has_headings(grid: Grid, wanted: Wanted) -> bool:
    """Tell whether a sheet has a table that would be read.

    Args:
        grid: the cells of the sheet.
        wanted: the headings to look for.
    """
    return any(wanted.known(cells) for cells in grid[:HEADINGS_WITHIN])


def laid_out(
    grid: Grid,
    wanted: Wanted,
    doubted: Mapping[int, Doubt],
    *,
    left_out: frozenset[int] = frozenset(),
    titles: Iterable[str] = (),
) -> Layout:
    """Find the table in the cells of a sheet.

    Args:
        grid: the cells of the sheet.
        wanted: the headings to look for.
        doubted: the reasons to doubt rows, such as hidden ones, by the numbers of the rows.
        left_out: the numbers of the rows that are treated as blank.
        titles: titles of the sheet beside its own lines, such as its name.

    Returns:
        The table.

    Raises:
        InvalidValue: if the sheet has no headings, or too many columns.
    """
    top, bottom = block(grid, wanted)
    first_row = bottom + 2
    headings = headings_of(grid, top, bottom, wanted, (*titles, *_notes(grid[bottom + 1 :])))
    above = [(cells, line) for cells in grid[:top] for line in texts_of(cells)]
    body = RowsBeneath(wanted, headings)
    for cells, line in (*(((title,), title) for title in titles), *above):
        body.stand_below(cells, line)
    body.doubt_by_notes(doubt for number, doubt in doubted.items() if number < first_row)
    beneath = _beneath(grid, first_row, left_out)
    end = footer(beneath, body.could_be_a_record)
    marked = {
        number - first_row: doubt for number, doubt in doubted.items() if number not in left_out
    }
    rows = (*body.rows(beneath[:end], marked), *(body.nothing() for _ in beneath[end:]))
    return Layout(
        headings,
        rows,
        first_row,
        above=_different(line for _, line in above),
        doubtful=_different((*body.doubtful, *_told_below(beneath, end, wanted))),
        assumed=_different((*body.assumed, *body.of_other_years(beneath[:end]))),
    )


def _different(lines: Iterable[str]) -> tuple[str, ...]:
    """Return the different lines, in order."""
    return tuple(dict.fromkeys(lines))


def _beneath(grid: Grid, first_row: int, left_out: frozenset[int]) -> Grid:
    """Return the rows from a number on, without the blank ones at the end."""
    beneath = [
        () if number in left_out else cells
        for number, cells in enumerate(grid[first_row - 1 :], first_row)
    ]
    while beneath and all(map(is_blank, beneath[-1])):
        beneath.pop()
    return beneath


def _told_below(beneath: Grid, end: int, wanted: Wanted) -> list[str]:
    """Return the lines below a table that say something about its rows."""
    notes = list(_notes(beneath[-_LINES_BELOW:]))
    lines = [line for cells in beneath[end:] for line in texts_of(cells)]
    return [line for line in (*reversed(notes), *lines) if _is_told(line, wanted)]


def _is_told(line: str, wanted: Wanted) -> bool:
    """Tell whether a line below a table says something about its rows."""
    is_limiting = limits_its_table(line) and not wanted.leaves_out(line) and stated_in(line) is None
    return is_limiting or wanted.doubt_of(line) is not None


def _notes(beneath: Grid) -> Iterator[str]:
    """Give the lines below a table, the last first: rows at its end with at most two texts."""
    for cells in reversed(beneath):
        texts = texts_of(cells)
        if len(texts) > _MOST_NOTES or not has_only_texts(cells):
            break
        yield from texts
