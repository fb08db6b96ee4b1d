"""Tables drawn as text, for a terminal."""

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from nsc_program.report.grids import Grid
from nsc_program.report.table import Table
from nsc_program.values._text import Lang, Text

_SHARES = (3, 14, 18, 12, 13, 10, 30)
"""How the columns of an evaluation share the width, in hundredths."""
_ROOM = " │ "

OBJECTIVES = Text(vi="Mục tiêu không định lượng", en="Aims without a number")
SOURCES = Text(vi="Nguồn", en="Sources")


def drawn_table(table: Table, width: int, lang: Lang) -> Iterator[str]:
    """Draw an evaluation, after its title."""
    for section in table.sections:
        yield ""
        yield section.title
        cells = (
            (
                row.number,
                row.target,
                row.words,
                row.reached,
                row.accepted,
                row.status,
                "; ".join(row.rests_on),
            )
            for row in section.rows
        )
        yield from _drawn(table.headings, cells, _SHARES, width)
    yield ""
    yield OBJECTIVES.in_(lang)
    yield from listed(table.objectives, width)
    yield ""
    yield SOURCES.in_(lang)
    yield from listed(table.sources, width)


def drawn_grid(grid: Grid, shares: Sequence[int], width: int) -> Iterator[str]:
    """Draw a grid, its columns sharing the width in hundredths."""
    yield ""
    yield from _drawn(grid.headings, grid.rows, shares, width)


def _drawn(
    headings: Sequence[str], rows: Iterable[Sequence[str]], shares: Sequence[int], width: int
) -> Iterator[str]:
    widths = [share * (width - len(_ROOM) * len(shares)) // 100 for share in shares]
    yield from _across(headings, widths, "═")
    for row in rows:
        yield from _across(row, widths, "─")


def _across(cells: Sequence[str], widths: Sequence[int], rule: str) -> Iterator[str]:
    """Draw cells beside each other, wrapped, with a rule under them."""
    wrapped = [
        textwrap.wrap(cell, width, break_on_hyphens=False)
        for cell, width in zip(cells, widths, strict=True)
    ]
    for line in zip_longest(*wrapped, fillvalue=""):
        yield _ROOM.join(
            part.ljust(width) for part, width in zip(line, widths, strict=True)
        ).rstrip()
    yield f"{rule}┼{rule}".join(rule * width for width in widths)


def listed(items: Iterable[str], width: int) -> Iterator[str]:
    """Draw items as a list, wrapped."""
    for item in items:
        yield from textwrap.wrap(
            item, width, initial_indent="- ", subsequent_indent="  ", break_on_hyphens=False
        )
