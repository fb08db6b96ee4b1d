"""Draw tables as text for a terminal: side by side on a wide page, as blocks on a narrow one.

What is drawn is safe to print: control characters in it are written as escapes.
"""

import textwrap
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING, TypeAlias, final

from attrs import frozen

from nsc_program.report._table import Row, Table
from nsc_program.values._text import Lang, Text
from nsc_program.values._validators import printable

if TYPE_CHECKING:
    from nsc_program.report.grids import Grid

Paint: TypeAlias = Callable[[str, str], str]
"""Colours a piece of a cell; it is given the text of the whole cell, and the piece."""

_NARROW = 100
"""The width below which a table is drawn as blocks, in characters."""
_SEPARATOR = " │ "
_INDENT, _DEEPER = "   ", "     "
_NOTHING = frozenset(("", "—"))
"""The cells that a block leaves out."""

OBJECTIVES = Text(vi="Mục tiêu không định lượng", en="Aims without a number")
SOURCES = Text(vi="Nguồn", en="Sources")


def unpainted(_cell: str, piece: str) -> str:
    """Return a piece of a cell as it is.

    Args:
        piece: the piece.
    """
    return piece


@final
@frozen
class Page:
    """What tables are drawn on.

    Attributes:
        width: the width of the page, in characters.
        paint: colours the pieces of a cell.
    """

    width: int
    paint: Paint = unpainted

    @property
    def is_narrow(self) -> bool:
        """Whether tables are drawn as blocks."""
        return self.width < _NARROW


@final
@frozen
class Shape:
    """How the columns of a table are laid out.

    Attributes:
        shares: the share of each column in the width, in hundredths.
        heading: how the first cells make the heading of a block, with `{}` for each of them.
    """

    shares: Sequence[int]
    heading: str = "{}"


NUMBERED = "{}. {}"
"""The heading of a block that begins with a running number."""
_SHAPE = Shape((4, 14, 18, 12, 13, 10, 29), NUMBERED)


def drawn_table(table: Table, page: Page, lang: Lang, *, why: bool = False) -> Iterator[str]:
    """Draw an evaluation, without its title.

    Args:
        table: the evaluation in words.
        page: what it is drawn on.
        lang: the language of the headings of the last two lists: `"vi"` or `"en"`.
        why: whether everything that a verdict rests on follows the sentence that says why.

    Yields:
        The lines: a table for each phase, the aims without a number, and the sources.
    """
    for section in table.sections:
        yield ""
        yield from within((section.title,), page.width)
        rows = (_cells(row, why=why) for row in section.rows)
        yield from _drawn(table.headings, rows, _SHAPE, page)
    for heading, items in ((OBJECTIVES, table.objectives), (SOURCES, table.sources)):
        yield ""
        yield heading.in_(lang)
        yield from listed(items, page.width)


def _cells(row: Row, *, why: bool) -> tuple[str, ...]:
    """Return the seven cells of a row."""
    reasons = "; ".join(dict.fromkeys((*row.why, *(row.rests_on if why else ()))))
    return row.number, row.target, row.words, row.reached, row.accepted, row.status, reasons


def drawn_grid(grid: "Grid", shape: Shape, page: Page) -> Iterator[str]:
    """Draw a grid, without its title.

    Args:
        grid: the cells and their headings.
        shape: how the columns are laid out.
        page: what the grid is drawn on.

    Yields:
        The lines, the first of them empty.
    """
    yield ""
    yield from _drawn(grid.headings, grid.rows, shape, page)


def _drawn(
    headings: Sequence[str], rows: Iterable[Sequence[str]], shape: Shape, page: Page
) -> Iterator[str]:
    """Draw headings and rows in the way that fits the page."""
    if page.is_narrow:
        for place, row in enumerate(rows):
            yield from ("",)[: min(place, 1)]
            yield from _block(headings, row, shape, page)
    else:
        yield from _side_by_side(headings, rows, shape, page)


def _block(headings: Sequence[str], row: Sequence[str], shape: Shape, page: Page) -> Iterator[str]:
    """Draw a row as its heading, and a line for each other cell that holds something."""
    heads = shape.heading.count("{}")
    yield from _wrapped(shape.heading.format(*row[:heads]), page.width, deeper=_INDENT)
    for label, cell in zip(headings[heads:], row[heads:], strict=True):
        if cell not in _NOTHING:
            yield from _labelled(label, cell, page)


def _labelled(label: str, cell: str, page: Page) -> Iterator[str]:
    """Draw a cell after its label, wrapped and indented."""
    first = f"{_INDENT}{label}: "
    lines = _wrapped(first + cell, page.width, deeper=_DEEPER)
    if len(first) + len(cell) > page.width:
        return iter(lines)
    return iter([first + page.paint(cell, printable(cell))])


def _side_by_side(
    headings: Sequence[str], rows: Iterable[Sequence[str]], shape: Shape, page: Page
) -> Iterator[str]:
    """Draw headings and rows, each with a rule under it."""
    room = page.width - len(_SEPARATOR) * len(shape.shares)
    widths = [share * room // 100 for share in shape.shares]
    yield from _across(headings, widths, "═", unpainted)
    for row in rows:
        yield from _across(row, widths, "─", page.paint)


def _across(cells: Sequence[str], widths: Sequence[int], rule: str, paint: Paint) -> Iterator[str]:
    """Draw cells side by side, wrapped, with a rule under them."""
    wrapped = [_wrapped(cell, width) for cell, width in zip(cells, widths, strict=True)]
    for line in zip_longest(*wrapped, fillvalue=""):
        pieces = zip(cells, map(str.ljust, line, widths), strict=True)
        yield _SEPARATOR.join(paint(*piece) for piece in pieces).rstrip()
    yield f"{rule}┼{rule}".join(rule * width for width in widths)


def _wrapped(cell: str, width: int, *, deeper: str = "") -> list[str]:
    """Wrap a cell at the spaces between words, its later lines deeper than the first."""
    return textwrap.wrap(printable(cell), width, subsequent_indent=deeper, break_on_hyphens=False)


def listed(items: Iterable[str], width: int) -> Iterator[str]:
    """Draw items as a list, wrapped.

    Args:
        items: the items, one line of text each.
        width: the width of the page, in characters.

    Yields:
        The lines; each item begins with a dash.
    """
    for item in items:
        yield from _wrapped(f"- {item}", width, deeper="  ")


def within(lines: Iterable[str], width: int) -> Iterator[str]:
    """Wrap the lines that are too long, each deeper than it begins.

    Args:
        lines: the lines, which may be indented.
        width: the width of the page, in characters.

    Yields:
        The lines.
    """
    for line in lines:
        if len(line) <= width:
            yield printable(line)
        else:
            own = len(line) - len(line.lstrip(" "))
            yield from _wrapped(line, width, deeper=" " * (own + 2))
