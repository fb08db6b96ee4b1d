"""Find the headings of a table in a sheet, in one row or several, and name each column."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from nsc_program.errors import InvalidValue
from nsc_program.intake._cells.cells import is_blank
from nsc_program.intake._cells.grid import Cells, Grid, cell_at, not_blank, texts_of
from nsc_program.intake._headings.headings import BELOW
from nsc_program.intake._headings.labels import number_in
from nsc_program.intake._states.state_headings import is_of_a_contract
from nsc_program.intake._states.states import says_planned
from nsc_program.intake._tables.likely import likely_headings
from nsc_program.intake._tables.table_units import TableUnits
from nsc_program.intake._tables.wanted import Wanted
from nsc_program.intake._words.neutral_headings import is_group
from nsc_program.intake._words.stated_units import unit_line
from nsc_program.intake._words.units import unit_in
from nsc_program.intake._words.words import folded, single_spaced

HEADINGS_WITHIN: Final = 30
"""The rows to search for headings: the titles of an official table stand above them."""
_ROWS_OF_HEADINGS = 3
_MORE_ROWS = _ROWS_OF_HEADINGS - 1
MOST_COLUMNS: Final = 1_000
"""The most columns that a table, or typed rows, may have."""
_DIGIT = re.compile(r"\d")
_OF_A_PERIOD = re.compile(
    r"(?:(?:trong )?(?:nam|quy|thang) )+(?:[0-9]{1,4}|i{1,3}|iv)(?: (?:nam )?20[0-9]{2})?|"
    r"20[0-9]{2}"
)


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
    if not any(known):
        raise _no_headings(grid[:HEADINGS_WITHIN])
    return extended(grid, _best(known), wanted)


def _best(known: Sequence[int]) -> int:
    """Return the row with the most known headings, near the first that has many."""
    first = next(place for place, number in enumerate(known) if 2 * number > max(known))
    last = min(first + _ROWS_OF_HEADINGS, len(known))
    return max(range(first, last), key=known.__getitem__)


def _no_headings(rows: Grid) -> InvalidValue:
    """Return the error for a sheet without headings."""
    likely = likely_headings(rows)
    return InvalidValue.at(
        code="no-headings",
        vi=f"không tìm thấy dòng tiêu đề trong {HEADINGS_WITHIN} dòng đầu; "
        f"hãy chỉ rõ tiêu đề của từng cột{likely.vi}",
        en=f"no headings were found in the first {HEADINGS_WITHIN} rows; "
        f"name them with their columns{likely.en}",
    )


def extended(grid: Grid, best: int, wanted: Wanted) -> tuple[int, int]:
    """Extend the headings to the rows above and below that belong to them.

    Args:
        grid: the cells of the sheet.
        best: the index of the row with the most known headings.
        wanted: the headings to look for.

    Returns:
        The indexes of the first and the last row of the headings.
    """
    top = _top(grid, best, wanted)
    return top, _bottom(grid, best, min(top + _MORE_ROWS, len(grid) - 1))


def _top(grid: Grid, best: int, wanted: Wanted) -> int:
    """Return the first row of headings that stand over those below them."""
    top = best
    while top and best - top < _MORE_ROWS and _is_over(grid[top - 1], grid[top], wanted):
        top -= 1
    return top


def _bottom(grid: Grid, best: int, last: int) -> int:
    """Return the last row of headings that belong to those above them, down to a last row."""
    bottom = best
    while bottom < last and _goes_on(grid[bottom], grid[bottom + 1]):
        bottom += 1
    return bottom


def _goes_on(upper: Cells, lower: Cells) -> bool:
    """Tell whether a row has headings below others, and is not the name of a group of rows."""
    return not _is_numbered_group(lower) and _is_under(upper, lower)


_RANK = re.compile(r"(?:[IVX]{1,5}|[A-HĐ])[.)]?")


def _is_numbered_group(cells: Cells) -> bool:
    """Tell whether a row has nothing but a Roman number or a letter, and a name beside it."""
    texts = list(texts_of(cells))
    return len(texts) == 2 and _RANK.fullmatch(texts[0]) is not None  # noqa: PLR2004


def _spans(cells: Cells, column: int) -> bool:
    """Tell whether a cell of an upper row stands for several columns.

    The cell is blank, followed by a blank cell, or merged with a neighbour.
    """
    here = cell_at(cells, column)
    left, right = _beside(cells, column)
    return here is None or right is None or here in (left, right)


def _is_over(upper: Cells, lower: Cells, wanted: Wanted) -> bool:
    """Tell whether a row holds headings of several columns above a row of headings."""
    if _is_title(upper):
        return False
    return any(
        _is_heading_over(cell, column, upper, lower, wanted)
        for column, cell in enumerate(upper)
        if isinstance(cell, str)
    )


def _is_title(cells: Cells) -> bool:
    """Tell whether a row is a title or a unit, or has no texts."""
    texts = texts_of(cells)
    is_wide = len(texts) == 1 and cell_at(cells, 0) is not None
    return not texts or is_wide or any(map(unit_line, texts))


def _is_heading_over(cell: str, column: int, upper: Cells, lower: Cells, wanted: Wanted) -> bool:
    """Tell whether a cell is a heading above others.

    It is merged with its neighbours, has nothing below it, or names the subject of those below.
    """
    below = cell_at(lower, column)
    if below is None:
        return wanted.column(cell) is not None
    if cell == below or cell in _beside(upper, column):
        return True
    return column > 0 and _names_a_subject(cell)


def _beside(cells: Cells, column: int) -> tuple[object, object]:
    """Return the cells to the left and to the right."""
    return cell_at(cells, column - 1), cell_at(cells, column + 1)


def _names_a_subject(heading: str) -> bool:
    """Tell whether a heading only names what those below it are about."""
    return is_group(heading) or says_planned(heading) or is_of_a_contract(heading)


def _is_under(upper: Cells, lower: Cells) -> bool:
    """Tell whether a row has only texts, each below a cell that stands for several columns.

    Below such a cell, a text that names a period may stand below any heading.
    """
    parts = [
        column
        for column, cell in enumerate(lower)
        if not is_blank(cell) and cell != cell_at(upper, column)
    ]
    if not all(isinstance(lower[column], str) for column in parts):
        return False
    own = [column for column in parts if _is_heading_under(str(lower[column]), column, upper)]
    rest = [str(lower[column]) for column in sorted({*parts}.difference(own))]
    has_one_with_digits = len(own) == 1 and _has_digits(str(lower[own[0]]))
    return bool(own) and not has_one_with_digits and all(map(_names_a_period, rest))


def _is_heading_under(cell: str, column: int, upper: Cells) -> bool:
    """Tell whether a cell is a unit, or the heading of a part of the column above it."""
    if unit_in(cell) is not None:
        return True
    return _spans(upper, column) and (_names(cell) or not _has_digits(cell))


def _has_digits(cell: str) -> bool:
    """Tell whether a text has a digit and is not a unit."""
    return _DIGIT.search(cell) is not None and unit_in(cell) is None


def _names(cell: str) -> bool:
    """Tell whether a text is more than a number: “(1)” numbers a column."""
    return sum(map(str.isalpha, cell)) > 1


def _names_a_period(cell: str) -> bool:
    """Tell whether a text names nothing but a period: “Năm 2023”."""
    return _OF_A_PERIOD.fullmatch(folded(cell)) is not None


def _composed(rows: Grid) -> Iterator[str]:
    """Give the heading of each column: the headings of all rows, the upper first, without repeats.

    The parts of a heading are joined with `BELOW`.
    """
    width = max(map(len, rows))
    completed = [_completed(rows[place], rows[place + 1 :], width) for place in range(len(rows))]
    for cells in zip(*completed, strict=True):
        parts = (single_spaced(str(cell)) for cell in not_blank(cells))
        yield BELOW.join(dict.fromkeys(parts))


def _completed(cells: Cells, below: Grid, width: int) -> list[object]:
    """Repeat each heading of an upper row to its right, above parts that lack one of their own."""
    headings = [cell_at(cells, column) for column in range(width)]
    has_part = [_has_cell(below, column) for column in range(width)]
    for column, are_parts in enumerate(pairwise(has_part), 1):
        if headings[column] is None and all(are_parts):
            headings[column] = headings[column - 1]
    return headings


def _has_cell(rows: Grid, column: int) -> bool:
    """Tell whether a column has a cell in any of several rows."""
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
    headings = list(_composed(grid[top : bottom + 1]))
    while headings and not headings[-1]:
        headings.pop()
    _refuse_many(len(headings))
    units = TableUnits.of(grid[max(0, top - HEADINGS_WITHIN) : top], around, wanted)
    return _distinct(_with_units(headings, units, wanted))


def _refuse_many(columns: int) -> None:
    """Refuse a table with too many columns."""
    if columns <= MOST_COLUMNS:
        return
    many_vi, most_vi = number_in("vi", columns), number_in("vi", MOST_COLUMNS)
    many_en, most_en = number_in("en", columns), number_in("en", MOST_COLUMNS)
    raise InvalidValue.at(
        code="too-many-columns",
        vi=f"bảng có {many_vi} cột, nhiều hơn {most_vi}; hãy xóa các cột không cần",
        en=f"the table has {many_en} columns, more than {most_en}; "
        "delete those that are not needed",
    )


def _with_units(headings: Iterable[str], units: TableUnits, wanted: Wanted) -> Iterator[str]:
    """Give the headings, each with the unit that the lines around the table state for it."""
    for column, heading in enumerate(headings):
        unit = units.unit_of(column, heading, wanted.column(heading))
        yield f"{heading} ({unit})" if unit else heading


def _distinct(headings: Iterable[str]) -> tuple[str, ...]:
    """Return the headings, with the number of the column behind a blank or repeated one."""
    distinct: list[str] = []
    seen = {""}
    for number, heading in enumerate(headings, 1):
        distinct.append(f"{heading} [{number}]".strip() if heading in seen else heading)
        seen.add(distinct[-1])
    return tuple(distinct)
