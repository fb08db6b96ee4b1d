"""Where the headings of a table are in a sheet, in one row or in several, and what each column is called."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from nsc_program.errors import InvalidValue
from nsc_program.intake._cells import is_blank
from nsc_program.intake._grid import Cells, Grid, cell_at, texts_of
from nsc_program.intake._headings import BELOW, FUNDING, is_group, says_its_unit, takes_units
from nsc_program.intake._labels import number_in
from nsc_program.intake._likely import likely_headings
from nsc_program.intake._stated import speaks_of_money, stated_in, unit_line
from nsc_program.intake._states import says_planned
from nsc_program.intake._units import unit_in
from nsc_program.intake._wanted import Wanted

HEADINGS_WITHIN: Final = 30
"""Rows: above the headings of an official table stand its titles."""
_ROWS_OF_HEADINGS = 3
_MOST_COLUMNS = 1_000
_DIGIT = re.compile(r"\d")


def block(grid: Grid, wanted: Wanted) -> tuple[int, int]:
    """The first and the last row of the headings: around the first that has many of those that are known.

    Those of a later table are none of this one, whose rows would be lost.
    """
    known = [len(wanted.known(cells)) for cells in grid[:HEADINGS_WITHIN]]
    if not known or not max(known):
        likely = likely_headings(grid[:HEADINGS_WITHIN])
        raise InvalidValue.at(
            code="no-headings",
            vi=f"không tìm thấy dòng tiêu đề trong {HEADINGS_WITHIN} dòng đầu; hãy chỉ rõ tiêu đề của từng "
            f"cột{likely.vi}",
            en=f"no headings were found in the first {HEADINGS_WITHIN} rows; name them with their columns{likely.en}",
        )
    first = next(place for place, found in enumerate(known) if 2 * found > max(known))
    best = max(range(first, min(first + _ROWS_OF_HEADINGS, len(known))), key=known.__getitem__)
    return extended(grid, best, wanted)


def extended(grid: Grid, best: int, wanted: Wanted) -> tuple[int, int]:
    top = bottom = best
    while (
        top and bottom - top < _ROWS_OF_HEADINGS - 1 and _is_over(grid[top - 1], grid[top], wanted)
    ):
        top -= 1
    while (
        bottom + 1 < len(grid)
        and bottom - top < _ROWS_OF_HEADINGS - 1
        and _is_under(grid[bottom], grid[bottom + 1])
    ):
        bottom += 1
    return top, bottom


def _spans(cells: Cells, column: int) -> bool:
    """Whether a cell of an upper row stands for several columns: it is merged with its neighbour, or there is none."""
    here = cell_at(cells, column)
    return (
        here is None
        or cell_at(cells, column + 1) in (here, None)
        or cell_at(cells, column - 1) == here
    )


def _is_over(upper: Cells, lower: Cells, wanted: Wanted) -> bool:
    """Whether a row holds headings of several columns above a row of headings, and is neither a title nor a unit."""
    texts = texts_of(upper)
    wide = len(texts) == 1 and (cell_at(upper, 0) is not None)
    if not texts or wide or any(map(unit_line, texts)):
        return False
    return any(
        _is_heading_over(cell, column, upper, lower, wanted)
        for column, cell in enumerate(upper)
        if isinstance(cell, str)
    )


def _is_heading_over(cell: str, column: int, upper: Cells, lower: Cells, wanted: Wanted) -> bool:
    """Whether a cell is merged with its neighbours, a heading with nothing below, or says what those below are of."""
    if cell_at(lower, column) is None:
        return wanted.column(cell) is not None
    merged = cell in (
        cell_at(lower, column),
        cell_at(upper, column + 1),
        cell_at(upper, column - 1),
    )
    return merged or (column > 0 and (is_group(cell) or says_planned(cell)))


def _is_under(upper: Cells, lower: Cells) -> bool:
    """Whether a row holds headings of parts: it has texts only, each below what stands for several columns."""
    parts = [
        column
        for column, cell in enumerate(lower)
        if not is_blank(cell) and cell != cell_at(upper, column)
    ]
    return bool(parts) and all(
        isinstance(cell := lower[column], str)
        and (unit_in(cell) is not None or (not _DIGIT.search(cell) and _spans(upper, column)))
        for column in parts
    )


def _composed(rows: Grid) -> Iterator[str]:
    """The heading of each column: those of all rows, the upper ones first, each once."""
    width = max(map(len, rows))
    filled = [_filled(rows[place], rows[place + 1 :], width) for place in range(len(rows))]
    for column in range(width):
        parts = dict.fromkeys(
            " ".join(str(row[column]).split()) for row in filled if not is_blank(row[column])
        )
        yield BELOW.join(parts)


def _filled(cells: Cells, below: Grid, width: int) -> list[object]:
    """An upper row, each of its headings also above the parts to the right of it that have none of their own."""
    found: list[object] = [cell_at(cells, column) for column in range(width)]
    for column in range(1, width):
        parts = all(
            any(cell_at(row, each) is not None for row in below) for each in (column - 1, column)
        )
        if found[column] is None and parts:
            found[column] = found[column - 1]
    return found


def headings_of(
    grid: Grid, top: int, bottom: int, wanted: Wanted, around: Iterable[str] = ()
) -> tuple[str, ...]:
    """A heading for each column, no two the same: a bracket tells those apart that are.

    Args:
        grid: the cells of the sheet.
        top: the first row of the headings.
        bottom: the last one.
        wanted: the headings that are looked for.
        around: lines that may say the unit of the table, beside those above it.
    """
    composed = list(_composed(grid[top : bottom + 1]))
    while composed and not composed[-1]:
        composed.pop()
    many = len(composed)
    if many > _MOST_COLUMNS:
        raise InvalidValue.at(
            code="too-many-columns",
            vi=f"bảng có {number_in('vi', many)} cột, nhiều hơn {number_in('vi', _MOST_COLUMNS)}; "
            "hãy xóa các cột không cần",
            en=f"the table has {number_in('en', many)} columns, more than {number_in('en', _MOST_COLUMNS)}; "
            "delete those that are not needed",
        )
    seen: set[str] = set()
    for number, (heading, unit) in enumerate(
        zip(composed, _units(composed, grid, top, wanted, around), strict=True), 1
    ):
        text = f"{heading} ({unit})" if unit else heading
        composed[number - 1] = text if text and text not in seen else f"{text} [{number}]".strip()
        seen.add(composed[number - 1])
    return tuple(composed)


def _units(
    headings: Sequence[str], grid: Grid, top: int, wanted: Wanted, around: Iterable[str]
) -> Iterator[str]:
    """The unit that stands above a heading, or once above or below the table, for those that take one and name none."""
    lines = grid[max(0, top - HEADINGS_WITHIN) : top]
    texts = [*(text for cells in lines for text in texts_of(cells)), *around]
    stated = _different(
        unit
        for text in texts
        if not wanted.leaves_out(text) and (unit := stated_in(text)) is not None
    )
    for column, heading in enumerate(headings):
        name = wanted.column(heading)
        if name is None or not takes_units(name) or says_its_unit(heading, name):
            yield ""
            continue
        over = [
            str(cell)
            for cells in lines
            if isinstance(cell := cell_at(cells, column), str) and unit_in(cell)
        ]
        said = over[-1:] or [
            each for each in stated if name.startswith(FUNDING) or not speaks_of_money(each)
        ]
        yield ", ".join(said)


def _different(stated: Iterable[str]) -> list[str]:
    """Units without those that are others in other words."""
    found = {unit_in(each) or each: each for each in stated}
    return list(found.values())
