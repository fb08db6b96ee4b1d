"""Draw tables as text for a terminal."""

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

from nsc_program.report._table import Row, Table
from nsc_program.values._text import Lang, Text

if TYPE_CHECKING:
    from nsc_program.report.grids import Grid

_SHARES = (3, 14, 18, 12, 13, 10, 30)
"""The shares of the columns of an evaluation in the width, in hundredths."""
_SEPARATOR = " │ "

OBJECTIVES = Text(vi="Mục tiêu không định lượng", en="Aims without a number")
SOURCES = Text(vi="Nguồn", en="Sources")


def drawn_table(table: Table, width: int, lang: Lang) -> Iterator[str]:
    """Draw an evaluation, without its title.

    Args:
        table: the evaluation in words.
        width: the width of the page, in characters.
        lang: the language of the headings of the last two lists: `"vi"` or `"en"`.

    Yields:
        The lines: a table for each phase, the aims without a number, and the sources.
    """
    for section in table.sections:
        yield ""
        yield section.title
        yield from _drawn(table.headings, map(_cells, section.rows), _SHARES, width)
    for heading, items in ((OBJECTIVES, table.objectives), (SOURCES, table.sources)):
        yield ""
        yield heading.in_(lang)
        yield from listed(items, width)


def _cells(row: Row) -> tuple[str, ...]:
    """Return the seven cells of a row."""
    rests_on = "; ".join(row.rests_on)
    return row.number, row.target, row.words, row.reached, row.accepted, row.status, rests_on


def drawn_grid(grid: "Grid", shares: Sequence[int], width: int) -> Iterator[str]:
    """Draw a grid, without its title.

    Args:
        grid: the cells and their headings.
        shares: the share of each column in the width, in hundredths.
        width: the width of the page, in characters.

    Yields:
        The lines, the first of them empty.
    """
    yield ""
    yield from _drawn(grid.headings, grid.rows, shares, width)


def _drawn(
    headings: Sequence[str], rows: Iterable[Sequence[str]], shares: Sequence[int], width: int
) -> Iterator[str]:
    """Draw headings and rows, each with a rule under it."""
    room = width - len(_SEPARATOR) * len(shares)
    widths = [share * room // 100 for share in shares]
    yield from _across(headings, widths, "═")
    for row in rows:
        yield from _across(row, widths, "─")


def _across(cells: Sequence[str], widths: Sequence[int], rule: str) -> Iterator[str]:
    """Draw cells side by side, wrapped, with a rule under them."""
    wrapped = [_wrapped(cell, width) for cell, width in zip(cells, widths, strict=True)]
    for line in zip_longest(*wrapped, fillvalue=""):
        yield _SEPARATOR.join(map(str.ljust, line, widths)).rstrip()
    yield f"{rule}┼{rule}".join(rule * width for width in widths)


def _wrapped(cell: str, width: int) -> list[str]:
    """Wrap a cell at the spaces between words."""
    return textwrap.wrap(cell, width, break_on_hyphens=False)


def listed(items: Iterable[str], width: int) -> Iterator[str]:
    """Draw items as a list, wrapped.

    Args:
        items: the items, one line of text each.
        width: the width of the page, in characters.

    Yields:
        The lines; each item begins with a dash.
    """
    for item in items:
        yield from textwrap.wrap(
            item, width, initial_indent="- ", subsequent_indent="  ", break_on_hyphens=False
        )
