"""Bound how many things a rejected row may stand for, so that figures stay true without it."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Final

from nsc_program.intake._cells.cells import is_blank
from nsc_program.intake._cells.grid import ByHeading, Row, fault_of
from nsc_program.intake._cells.several_keys import most_keys_in
from nsc_program.intake._headings.checked import reader
from nsc_program.intake._headings.columns import Values
from nsc_program.intake._headings.displayed import text_of
from nsc_program.intake._messages.problems import Fault, Refused
from nsc_program.intake._rows.row_cells import COVERED
from nsc_program.intake._tables.row_units import NOTHING_SAID, Said, said_of
from nsc_program.intake._tables.rows_without_records import has_extra, own_cells
from nsc_program.intake._tables.table import Table
from nsc_program.intake._words.stated_units import speaks_of_money
from nsc_program.records._records import MOST_HEADS, Training

PEOPLE: Final = ("person", "headcount")
_KEYS = ("id", "person", "enterprise", "code", "registration")
"""The columns of keys, of which one tells a thing from another."""


def things_in(row: ByHeading, table: Table, values: Values) -> int:
    """Return the number of things that a rejected row may stand for, at most.

    A training without a readable headcount counts as the most people that one can have. A key that
    could not be read may be several keys.

    Args:
        row: the cells, by heading.
        table: the columns of the table.
        values: the values that could be read, by the names of their columns.
    """
    is_swallowing = has_extra(row)
    records = _swallowed(row, table) if is_swallowing else 1
    if table.kind is not Training:
        return max(records, _keys_in(row, table, values))
    if is_swallowing or _is_measured_otherwise(row):
        return records * MOST_HEADS
    return _people_in(row, table, values)


def _is_measured_otherwise(row: ByHeading) -> bool:
    """Tell whether a row is of another table, or beneath a line that changes the unit of people."""
    fault = fault_of(row)
    if fault is Fault.OTHER_UNIT and isinstance(row, Row) and row.doubt is not None:
        return not speaks_of_money(row.doubt.line)
    return fault is Fault.OTHER_TABLE


def _people_in(row: ByHeading, table: Table, values: Values) -> int:
    """Return the number of people in the row of a training, at most."""
    if any(name in PEOPLE for _, _, name in table.broken):
        return MOST_HEADS
    if _is_of_one_person(row, table):
        return _keys_in(row, table, values)
    return _heads(row, table) if "headcount" in table.columns else MOST_HEADS


def _is_of_one_person(row: ByHeading, table: Table) -> bool:
    """Tell whether a row is about one person, as all rows of a list of people are."""
    if "person" not in table.columns:
        return False
    has_person = not is_blank(table.cell_of("person", row))
    has_heads = not is_blank(table.cell_of("headcount", row))
    return "headcount" not in table.columns or (has_person and not has_heads)


def _heads(row: ByHeading, table: Table) -> int:
    """Return the number of people in a row; the largest if it is unknown or out of range."""
    heads = _stated_heads(row, table)
    return heads if heads is not None and 1 <= heads <= MOST_HEADS else MOST_HEADS


def _stated_heads(row: ByHeading, table: Table) -> int | None:
    """Return the number of people in a row, in the unit that it states; `None` if unknown."""
    heading, column = table.columns["headcount"]
    cell, stated = row.get(heading), said_in(row, table)
    if stated.wrong or isinstance(cell, COVERED):
        return None
    try:
        heads: int = reader(column, stated.units.get("headcount"), None)(cell)
    except Refused:
        return None
    return heads


def said_in(row: ByHeading, table: Table) -> Said:
    """Return the units that a row states.

    Args:
        row: the cells, by heading.
        table: the columns of the table.
    """
    if not table.units:
        return NOTHING_SAID
    return said_of(row, table.units, table.columns, table.unread, _indicator_of(row, table))


def _indicator_of(row: ByHeading, table: Table) -> object:
    """Return the indicator that a row reports; `None` if unknown."""
    heading, column = table.columns.get("indicator", (None, None))
    try:
        return None if column is None else column.read(row.get(heading))
    except Refused:
        return None


def _keys_in(row: ByHeading, table: Table, values: Values) -> int:
    """Return the most keys that a cell holds whose key could not be read."""
    unread = (name for name in _KEYS if name in table.columns and name not in values)
    return max([1, *(_most_in(table.cell_of(name, row)) for name in unread)])


def _most_in(cell: object) -> int:
    """Return how many keys a cell holds, at most; an object such as a list may hold any number."""
    if isinstance(cell, str):
        return most_keys_in(text_of(cell))
    is_single = is_blank(cell) or isinstance(cell, (int, float, Decimal, date, *COVERED))
    return 1 if is_single else MOST_HEADS


# --- several records in one row ---


def _swallowed(row: ByHeading, table: Table) -> int:
    """Return how many records a row with more cells than headings can hold, if line ends were lost.

    Every record has its needed cells, and its last cell may have merged with the first of the next.
    """
    lines = sum(map(_lines_in, _all_cells(row)))
    needed = sum(column.needed for _, column in table.columns.values())
    return max(1, (lines - 1) // max(1, needed - 1))


def _all_cells(row: ByHeading) -> Iterable[object]:
    """Yield the cells of a row, and those beyond its last heading."""
    yield from own_cells(row)
    extra = row[None]
    yield from extra if isinstance(extra, list) else ()


def _lines_in(cell: object) -> int:
    """Return the number of lines in a cell."""
    return 0 if is_blank(cell) else 1 + text_of(cell).strip().count("\n")
