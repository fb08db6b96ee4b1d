"""Find the rows that say the same as an earlier row under another id.

A row that was copied counts its money and its participation twice.
"""

from collections.abc import Hashable, Iterable, Iterator
from typing import TypeAlias

from attrs import fields

from nsc_program.intake._cells.cells import is_left_blank
from nsc_program.intake._headings.beside import is_running
from nsc_program.intake._headings.displayed import displayed, text_of
from nsc_program.intake._messages.problem_reports import named_row, problem_of
from nsc_program.intake._messages.problems import Fault, Problem
from nsc_program.intake._rows.cells_beside import cells_beside
from nsc_program.intake._rows.names_of_keys import SUBJECTS, headings_of_names
from nsc_program.intake._rows.rows import RowRead
from nsc_program.intake._states.state_headings import names_a_state
from nsc_program.intake._tables.table import Table
from nsc_program.intake._words.grouping import grouped
from nsc_program.intake._words.words import folded
from nsc_program.records._records import AnyRecord

_Said: TypeAlias = frozenset[tuple[str, str]]
"""The texts of a row that are not read, with their headings."""


def with_copies_told(data: list[RowRead], table: Table) -> list[RowRead]:
    """Report the rows that differ from an earlier row only in their ids and running numbers.

    Keys and days alone are not compared: an enterprise may begin two pieces of work on one day.

    Args:
        data: the rows that hold data.
        table: the columns of the table.
    """
    if "id" not in table.columns:
        return data
    names = [field.name for field in fields(table.kind) if field.name != "id"]
    alike = grouped((_said_by(row.record, names), row) for row in data if row.record is not None)
    told = grouped(_copies(alike.values(), table))
    return [row.told(told.get(row.number, ())) for row in data]


def _said_by(record: AnyRecord, names: list[str]) -> Hashable:
    """Return what some fields of a record say; capitals count in keys only."""
    said = ((name, getattr(record, name)) for name in names)
    return tuple(
        folded(value) if type(value) is str and name not in SUBJECTS else value
        for name, value in said
    )


def _copies(alike: Iterable[list[RowRead]], table: Table) -> Iterator[tuple[int, Problem]]:
    """Give the problems of the rows that copy another, with their numbers.

    Args:
        alike: the rows whose records say the same.
        table: the columns of the table.
    """
    heading, column = table.columns["id"]
    names = headings_of_names(table)
    for rows in alike:
        for row, original in _pairs(rows, table, names) if len(rows) > 1 else ():
            own = row.values["id"]
            if not table.accepts(str(own)):
                place = named_row(original.number)
                shown = displayed(own, column)
                yield (
                    row.number,
                    problem_of(row.number, heading, shown, Fault.COPIED_ROW, detail=place),
                )


def _pairs(
    rows: Iterable[RowRead], table: Table, names: frozenset[str]
) -> Iterator[tuple[RowRead, RowRead]]:
    """Give each row that says the same as an earlier row under another id, with that row."""
    first: dict[_Said, RowRead] = {}
    for row in rows:
        said = _beside(row, table)
        original = first.setdefault(said, row)
        if original.values["id"] != row.values["id"] and _is_known(row.record, said, names):
            yield row, original


def _beside(row: RowRead, table: Table) -> _Said:
    """Return the texts of a row that are not read, except its running number."""
    return frozenset(
        (heading, folded(text_of(cell)))
        for heading, cell in cells_beside(row.by_heading, table)
        if not (is_left_blank(cell) or is_running(heading))
    )


_DISTINCT = ("topic", "funding", "solutions", "standard", "decision", "activities")
"""The fields that tell two things of one key and one day apart."""


def _is_known(record: AnyRecord | None, said: _Said, names: frozenset[str]) -> bool:
    """Tell whether a row says more of what it is about than a key, a name, a state and days."""
    if any(getattr(record, name, None) for name in _DISTINCT):
        return True
    return not all(heading in names or names_a_state(heading) for heading, _ in said)
