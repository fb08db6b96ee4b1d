"""Tell repeats of a record from different things that look alike.

Two rows may make the same record and yet differ in the columns that are not read.
"""

from collections.abc import Iterable, Mapping

from attrs import evolve

from nsc_program.intake._cells.cells import is_blank
from nsc_program.intake._headings.beside import is_running
from nsc_program.intake._headings.displayed import seen_beside
from nsc_program.intake._messages.problem_reports import problem_of
from nsc_program.intake._messages.problems import Fault, Problem
from nsc_program.intake._rows.cells_beside import cells_beside
from nsc_program.intake._rows.rows import RowRead
from nsc_program.intake._tables.table import Table
from nsc_program.intake._words.grouping import grouped
from nsc_program.intake._words.words import folded
from nsc_program.values._validators import shown


def rejected(row: RowRead, fault: Fault, heading: str | None) -> RowRead:
    """Reject a row that other rows contradict.

    Args:
        row: the row.
        fault: the kind of contradiction.
        heading: the heading of the ids; `None` if the ids are made of other columns.

    Returns:
        The row without its record, and with one more problem.
    """
    problem = _problem(row, heading, None if heading is None else row.values["id"], fault)
    return evolve(
        row,
        record=None,
        problems=(*row.problems, problem),
        things=row.values.get("headcount", 1),
    )


def _problem(row: RowRead, column: str | None, value: object, fault: Fault) -> Problem:
    """Return the problem of a row, at a cell."""
    return problem_of(row.number, column, seen_beside(value), fault)


def without_false_repeats(results: list[RowRead], table: Table) -> list[RowRead]:
    """Reject rows that share a made id and differ in cells that are not read.

    A made id ignores all other columns, so two classes of one day would become one. Rows with ids
    of their own are accepted, and a problem reports the difference; a running number always differs
    and is not reported.

    Args:
        results: the results of reading the rows of a table.
        table: the columns of the table.

    Returns:
        All rows, in their order.
    """
    alike = grouped((row.record, row) for row in results if row.record is not None)
    repeats = (rows for rows in alike.values() if len(rows) > 1)
    changed = {row.number: row for rows in repeats for row in _compared(rows, table)}
    return [changed.get(row.number, row) for row in results]


def _compared(rows: list[RowRead], table: Table) -> Iterable[RowRead]:
    """Return rows of one record, rejected or with the differences that their unread cells show."""
    first = _seen(rows[0], table)
    differing = [_differing(first, _seen(row, table)) for row in rows[1:]]
    if not table.id_from:
        return [rows[0], *map(_reported, rows[1:], differing)]
    return [rejected(row, Fault.SAME_MADE_ID, None) for row in rows] if any(differing) else rows


def _reported(row: RowRead, headings: list[str]) -> RowRead:
    """Add a problem for every column in which a repeat differs, except its running number."""
    problems = (
        _problem(row, heading, row.by_heading.get(heading), Fault.OTHER_BESIDE)
        for heading in headings
        if not is_running(heading)
    )
    return row.told(problems)


def _differing(first: Mapping[str, str], second: Mapping[str, str]) -> list[str]:
    """Return the headings beneath which two rows differ, of the columns that either fills."""
    return [heading for heading in {**first, **second} if first.get(heading) != second.get(heading)]


def _seen(row: RowRead, table: Table) -> Mapping[str, str]:
    """Return the texts of the filled cells that are not read, by their headings."""
    cells = cells_beside(row.by_heading, table)
    return {heading: _text(cell) for heading, cell in cells if not is_blank(cell)}


def _text(cell: object) -> str:
    """Return the text of a cell, folded if that leaves anything."""
    text = cell if isinstance(cell, str) else shown(cell)
    return folded(text) or text
