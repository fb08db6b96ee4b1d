"""Find the headings of a table in a sheet, in one row or several, and name each column."""

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
from nsc_program.intake._states import is_of_a_contract, says_planned
from nsc_program.intake._units import Of, unit_in
from nsc_program.intake._wanted import Wanted

HEADINGS_WITHIN: Final = 30
"""The rows to search for headings: the titles of an official table stand above them."""
_ROWS_OF_HEADINGS = 3
MOST_COLUMNS: Final = 1_000
"""The most columns that a table, or typed rows, may have."""
_DIGIT = re.compile(r"\d")


def block(grid: Grid, wanted: Wanted) -> tuple[int, int]:
    """Find the rows of the headings, around the first row that has many known headings.

    The headings of a later table do not count, because the rows of this one would be lost.

    Args:
        grid: the cells of the sheet.
        wanted: the headings to look for.

    Returns:
        The indexes of the first and the last row of the headings.

    Raises:
        InvalidValue: if no headings are found.
    """
    known = [len(wanted.known(cells)) for cells in grid[:HEADINGS_WITHIN]]
    if not known or not max(known):
        likely = likely_headings(grid[:HEADINGS_WITHIN])
        raise InvalidValue.at(
            code="no-headings",
            vi=f"không tìm thấy dòng tiêu đề trong {HEADINGS_WITHIN} dòng đầu; "
            f"hãy chỉ rõ tiêu đề của từng cột{likely.vi}",
            en=f"no headings were found in the first {HEADINGS_WITHIN} rows; "
            f"name them with their columns{likely.en}",
        )
    first = next(place for place, number in enumerate(known) if 2 * number > max(known))
    best = max(range(first, min(first + _ROWS_OF_HEADINGS, len(known))), key=known.__getitem__)
    return extended(grid, best, wanted)


def extended(grid: Grid, best: int, wanted: Wanted) -> tuple[int, int]:
    """Extend the headings to the rows above and below that belong to them.

    Args:
        grid: the cells of the sheet.
        best: the index of the row with the most known headings.
        wanted: the headings to look for.

    Returns:
        The indexes of the first and the last row of the headings.
    """
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
    """Tell whether a cell of an upper row stands for several columns.

    The cell is blank, followed by a blank cell, or merged with a neighbour.
    """
    here = cell_at(cells, column)
    return (
        here is None
        or cell_at(cells, column + 1) in (here, None)
        or cell_at(cells, column - 1) == here
    )


def _is_over(upper: Cells, lower: Cells, wanted: Wanted) -> bool:
    """Tell whether a row holds headings of several columns above a row of headings.

    Such a row is neither a title nor a unit.
    """
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
    """Tell whether a cell is a heading above others.

    It is merged with its neighbours, has nothing below it, or names the subject of those below.
    """
    if cell_at(lower, column) is None:
        return wanted.column(cell) is not None
    merged = cell in (
        cell_at(lower, column),
        cell_at(upper, column + 1),
        cell_at(upper, column - 1),
    )
    names_a_subject = is_group(cell) or says_planned(cell) or is_of_a_contract(cell)
    return merged or (column > 0 and names_a_subject)


def _is_under(upper: Cells, lower: Cells) -> bool:
    """Tell whether a row has only texts, each below a cell that stands for several columns."""
    parts = [
        column
        for column, cell in enumerate(lower)
        if not is_blank(cell) and cell != cell_at(upper, column)
    ]
    return bool(parts) and all(_is_heading_under(lower[column], column, upper) for column in parts)


def _is_heading_under(cell: object, column: int, upper: Cells) -> bool:
    """Tell whether a cell is a unit, or the heading of a part of the column above it."""
    if not isinstance(cell, str):
        return False
    return unit_in(cell) is not None or (not _DIGIT.search(cell) and _spans(upper, column))


def _composed(rows: Grid) -> Iterator[str]:
    """Give the heading of each column: the headings of all rows, the upper first, without repeats.

    The parts of a heading are joined with `BELOW`.
    """
    width = max(map(len, rows))
    completed = [_completed(rows[place], rows[place + 1 :], width) for place in range(len(rows))]
    for column in range(width):
        cells = [row[column] for row in completed]
        parts = dict.fromkeys(" ".join(str(cell).split()) for cell in cells if not is_blank(cell))
        yield BELOW.join(parts)


def _completed(cells: Cells, below: Grid, width: int) -> list[object]:
    """Repeat each heading of an upper row to its right, above parts that lack one of their own."""
    headings: list[object] = [cell_at(cells, column) for column in range(width)]
    has_part = [_has_cell(below, column) for column in range(width)]
    for column in range(1, width):
        if headings[column] is None and has_part[column - 1] and has_part[column]:
            headings[column] = headings[column - 1]
    return headings


def _has_cell(rows: Grid, column: int) -> bool:
    return any(cell_at(row, column) is not None for row in rows)


def headings_of(
    grid: Grid, top: int, bottom: int, wanted: Wanted, around: Iterable[str] = ()
) -> tuple[str, ...]:
    """Return a heading for each column; a bracket distinguishes equal headings.

    Args:
        grid: the cells of the sheet.
        top: the index of the first row of the headings.
        bottom: the index of the last row of the headings.
        wanted: the headings to look for.
        around: lines that may name the unit of the table, beside those above it.

    Raises:
        InvalidValue: if the table has too many columns.
    """
    composed = list(_composed(grid[top : bottom + 1]))
    while composed and not composed[-1]:
        composed.pop()
    many = len(composed)
    if many > MOST_COLUMNS:
        many_vi, most_vi = number_in("vi", many), number_in("vi", MOST_COLUMNS)
        many_en, most_en = number_in("en", many), number_in("en", MOST_COLUMNS)
        raise InvalidValue.at(
            code="too-many-columns",
            vi=f"bảng có {many_vi} cột, nhiều hơn {most_vi}; hãy xóa các cột không cần",
            en=f"the table has {many_en} columns, more than {most_en}; "
            "delete those that are not needed",
        )
    units = list(_units(composed, grid, top, wanted, around))
    headings: list[str] = []
    seen: set[str] = set()
    for number, (heading, unit) in enumerate(zip(composed, units, strict=True), 1):
        text = f"{heading} ({unit})" if unit else heading
        distinct = text if text and text not in seen else f"{text} [{number}]".strip()
        headings.append(distinct)
        seen.add(distinct)
    return tuple(headings)


def _units(
    headings: Sequence[str], grid: Grid, top: int, wanted: Wanted, around: Iterable[str]
) -> Iterator[str]:
    """Give the unit of each heading that takes one and does not name it, or an empty text.

    The unit stands above the heading, or once above or below the table.
    """
    lines = grid[max(0, top - HEADINGS_WITHIN) : top]
    texts = [*(text for cells in lines for text in texts_of(cells)), *around]
    lines_of_units = [
        unit
        for text in texts
        if not wanted.leaves_out(text) and (unit := stated_in(text)) is not None
    ]
    stated = _different(part for unit in lines_of_units for part in _parts(unit))
    of_several = len(stated) > 1 and all(unit_in(unit) is not None for unit in stated)
    of_money = [unit for unit in stated if not of_several or speaks_of_money(unit)]
    not_of_money = [unit for unit in stated if not speaks_of_money(unit)]
    for column, heading in enumerate(headings):
        name = wanted.column(heading)
        if name is None or not takes_units(name) or says_its_unit(heading, name):
            yield ""
            continue
        cells_above = [cell_at(cells, column) for cells in lines]
        above = [str(cell) for cell in cells_above if isinstance(cell, str) and unit_in(cell)]
        usual = of_money if name.startswith(FUNDING) else not_of_money
        yield ", ".join(above[-1:] or usual)


def _parts(unit: str) -> list[str]:
    """Return the units of a line that names one of money and others of counts, else the line."""
    parts = [part.strip() for part in re.split(r"[,;/]|\bvà\b", unit) if part.strip()]
    found = [unit_in(part) for part in parts]
    known = [each for each in found if each is not None]
    money = sum(each.of is Of.MONEY for each in known)
    return parts if len(known) == len(parts) > 1 and money == 1 else [unit]


def _different(units: Iterable[str]) -> list[str]:
    """Return the units without those that repeat another in other words."""
    return list({unit_in(unit) or unit: unit for unit in units}.values())
