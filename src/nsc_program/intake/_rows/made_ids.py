"""Make the id of a row of some of its cells, where the table has no ids."""

import hashlib
from collections.abc import Iterator
from datetime import date
from typing import Any

from nsc_program.intake._cells.cells import is_blank
from nsc_program.intake._cells.grid import ByHeading
from nsc_program.intake._headings.columns import Values
from nsc_program.intake._messages.problem_reports import problem_of
from nsc_program.intake._messages.problems import Fault, Problem
from nsc_program.intake._rows.row_cells import COVERED
from nsc_program.intake._tables.table import Table
from nsc_program.intake._words.words import folded


def make_id(number: int, row: ByHeading, table: Table, values: dict[str, Any]) -> Iterator[Problem]:
    """Make the id of a row of its cells, as their columns read them, and put it into `values`.

    Args:
        number: the number of the row, as its source counts.
        row: the cells, by heading.
        table: the columns of the table.
        values: the values of the row, by the names of their columns.

    Yields:
        The faults of the cells that the id is made of.
    """
    parts: list[str] = []
    for heading, cell in _cells_of(row, table, values):
        text = _text_of(cell)
        fault = _fault_of(cell, text)
        if fault is not None:
            yield problem_of(number, heading, "", fault)
        parts += [text] if text else []
    if 0 < len(parts) == len(table.id_from):
        values["id"] = f"r-{hashlib.sha256(' '.join(parts).encode()).hexdigest()[:20]}"


def _cells_of(row: ByHeading, table: Table, values: Values) -> Iterator[tuple[str, object]]:
    """Give the headings that an id is made of, with the value or else the cell beneath each.

    The name of a column stands for the value that every row has.
    """
    names = {heading: name for name, (heading, _) in table.columns.items()}
    names |= {name: name for name in table.values}
    for heading in table.id_from:
        yield heading, values.get(names.get(heading, ""), row.get(heading))


def _text_of(cell: object) -> str | None:
    """Return the text of a cell in an id; `None` for an object that does not have a text."""
    try:
        return cell.isoformat() if isinstance(cell, date) else folded(str(cell))
    except Exception:  # noqa: BLE001  # any object may come, and huge numbers have no text
        return None


def _fault_of(cell: object, text: str | None) -> Fault | None:
    """Return the fault of a cell that an id is made of, or `None`."""
    if text is None:
        return Fault.NOT_TEXT
    if isinstance(cell, COVERED):
        return Fault.MERGED
    return Fault.MISSING if is_blank(cell) or not text else None
