"""Find the table in the cells of a sheet, and the lines above, between and below its rows."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import final

from attrs import frozen

from nsc_program.intake._cells.cells import is_blank
from nsc_program.intake._cells.grid import Cells, Grid, Row, has_only_texts, texts_of
from nsc_program.intake._messages.problems import Doubt
from nsc_program.intake._tables.footers import footer
from nsc_program.intake._tables.heading_rows import HEADINGS_WITHIN, block, headings_of
from nsc_program.intake._tables.lines_of_headings import Beneath, lines_of_headings
from nsc_program.intake._tables.rows_beneath import RowsBeneath, is_note
from nsc_program.intake._tables.unread_lines import UnreadLine
from nsc_program.intake._tables.unseen_lines import MOST_NOTES, doubts_of_headings, without_unseen
from nsc_program.intake._tables.wanted import Wanted


@final
@frozen
class Layout:
    """The table of a sheet.

    Attributes:
        headings: a heading for each column.
        rows: the rows beneath the headings.
        first_row: the number of the first of these rows in the sheet, counted from 1.
        above: the lines above the headings.
        titles: these lines with the numbers of their rows.
        doubtful: the lines above and between the rows that say that something is planned or
            cancelled.
        assumed: the lines that name a value of a field without a column, although their rows are
            read.
        unread: the lines above and below the rows that are not understood.
        below: the lines below the rows.
        doubted: the numbers of the rows to which a doubt about single rows applies.
    """

    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    first_row: int
    above: tuple[str, ...]
    titles: tuple[tuple[int, str], ...]
    doubtful: tuple[str, ...]
    assumed: tuple[str, ...]
    unread: tuple[UnreadLine, ...]
    below: tuple[UnreadLine, ...]
    doubted: frozenset[int]


def has_headings(grid: Grid, wanted: Wanted, *, fewest: int = 1) -> bool:
    """Tell whether a sheet has a table that would be read.

    Args:
        grid: the cells of the sheet.
        wanted: the headings to look for.
        fewest: the number of these headings that one row must have.
    """
    return any(len(wanted.known(cells)) >= fewest for cells in grid[:HEADINGS_WITHIN])


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
    if left_out:
        grid = without_unseen(grid, top, bottom, left_out)
    unseen = [*doubts_of_headings(grid, top, bottom, wanted, doubted)]
    grid, beside = lines_of_headings(grid, top, bottom, wanted, Beneath(grid, wanted))
    own = [line for *_, line in beside]
    around = (*titles, *own, *_notes(grid[bottom + 1 :]))
    headings = headings_of(grid, top, bottom, wanted, around)
    above = [*_lines_above(grid[:top], titles), *beside]
    body = RowsBeneath(wanted, headings, own, (*around, *(line for *_, line in above)))
    for _, cells, line in above:
        body.stand_below(cells, line)
    notes = (doubt for number, doubt in doubted.items() if number < first_row and is_note(doubt))
    body.doubt_all((*notes, *unseen))
    beneath = _beneath(grid[first_row - 1 :])
    end = footer(beneath, body.could_be_a_record)
    marked = {
        number - first_row: doubt for number, doubt in doubted.items() if number not in left_out
    }
    titled = _numbered(above)
    rows = (*body.rows(beneath[:end], marked), *(body.nothing() for _ in beneath[end:]))
    below = tuple(_lines_below(beneath, end, first_row))
    return Layout(
        headings,
        rows,
        first_row,
        above=_different(line for _, line in titled),
        titles=titled,
        doubtful=_different(body.doubtful),
        assumed=_different((*body.assumed, *body.of_other_years(beneath[:end]))),
        unread=(*_unread_above(above, body), *_told_apart(below, body)),
        below=below,
        doubted=frozenset(_applied(doubted, first_row, rows)),
    )


def _applied(doubted: Iterable[int], first_row: int, rows: Sequence[Row]) -> Iterator[int]:
    """Give the numbers of the rows that are doubted and may hold data, or stand above the table."""
    for number in doubted:
        place = number - first_row
        if place < 0 or (place < len(rows) and rows[place].doubt is not None):
            yield number


def _different(lines: Iterable[str]) -> tuple[str, ...]:
    """Return the different lines, in order."""
    return tuple(dict.fromkeys(lines))


def _beneath(grid: Grid) -> Grid:
    """Return the rows beneath the headings, without the blank ones at the end."""
    beneath = [*grid]
    while beneath and all(map(is_blank, beneath[-1])):
        beneath.pop()
    return beneath


def _lines_above(grid: Grid, titles: Iterable[str]) -> Iterator[tuple[int | None, Cells, str]]:
    """Give the titles of a sheet, and its lines with the numbers and the cells of their rows."""
    for title in titles:
        yield None, (title,), title
    for number, cells in enumerate(grid, 1):
        for line in texts_of(cells):
            yield number, cells, line


def _numbered(above: Iterable[tuple[int | None, Cells, str]]) -> tuple[tuple[int, str], ...]:
    """Return the lines above the headings with the numbers of their rows, without the titles."""
    return tuple((number, line) for number, _, line in above if number is not None)


def _unread_above(
    above: Iterable[tuple[int | None, Cells, str]], body: RowsBeneath
) -> Iterator[UnreadLine]:
    """Give the lines above the headings that are told, except those that are told otherwise."""
    otherwise = {*body.doubtful, *body.assumed}
    for number, _, line in above:
        if line not in otherwise and body.plainness.is_told_above(line):
            yield UnreadLine(number, line)


def _lines_below(beneath: Grid, end: int, first_row: int) -> Iterator[UnreadLine]:
    """Give the lines below the rows."""
    for number, cells in enumerate(beneath[end:], first_row + end):
        yield from (UnreadLine(number, line) for line in texts_of(cells))


def _told_apart(lines: Iterable[UnreadLine], body: RowsBeneath) -> Iterator[UnreadLine]:
    """Give the lines below the rows that are told."""
    return (line for line in lines if body.plainness.is_told_below(line.text))


def _notes(beneath: Grid) -> Iterator[str]:
    """Give the lines below a table, the last first: rows at its end with at most two texts."""
    for cells in reversed(beneath):
        texts = texts_of(cells)
        if len(texts) > MOST_NOTES or not has_only_texts(cells):
            break
        yield from texts
