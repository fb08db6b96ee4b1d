"""Rows that say what another said, and differ in what nobody reads: repeats, or different things."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from attrs import evolve

from nsc_program.intake._beside import is_running
from nsc_program.intake._cells import is_blank
from nsc_program.intake._displayed import seen_beside
from nsc_program.intake._problems import Fault, Problem
from nsc_program.intake._rows import RowRead, cells_beside
from nsc_program.intake._sentences import message
from nsc_program.intake._table import Table
from nsc_program.intake._words import folded
from nsc_program.records._records import AnyRecord
from nsc_program.values._validators import shown


def rejected(each: RowRead, fault: Fault, heading: str | None) -> RowRead:
    """Make no record of a row that others contradict; `heading` is that of the ids."""
    problem = _problem(each, heading, None if heading is None else each.values["id"], fault)
    return evolve(
        each,
        record=None,
        problems=(*each.problems, problem),
        things=each.values.get("headcount", 1),
    )


def _problem(each: RowRead, column: str | None, value: object, fault: Fault) -> Problem:
    return Problem(
        row=each.number, column=column, value=seen_beside(value), code=fault, message=message(fault)
    )


def without_false_repeats(found: list[RowRead], table: Table) -> list[RowRead]:
    """Set aside the rows of one made id that differ in cells that are not read; under an id of its own, tell it.

    A made id knows of no other column, so two classes of one day would become one. Of rows with ids of their own the
    running numbers always differ.
    """
    alike: defaultdict[AnyRecord, list[RowRead]] = defaultdict(list)
    for each in found:
        if each.record is not None:
            alike[each.record].append(each)
    judged: dict[int, RowRead] = {}
    for rows in alike.values():
        if len(rows) > 1:
            judged.update((each.number, each) for each in _judged(rows, table))
    return [judged.get(each.number, each) for each in found]


def _judged(rows: list[RowRead], table: Table) -> Iterable[RowRead]:
    others, first = rows[1:], _seen(rows[0], table)
    if table.id_from:
        differ = any(_differing(first, _seen(each, table)) for each in others)
        return [rejected(each, Fault.SAME_MADE_ID, None) for each in rows] if differ else rows
    return [rows[0], *(_told(each, _differing(first, _seen(each, table))) for each in others)]


def _told(each: RowRead, headings: list[str]) -> RowRead:
    """Say of a repeat in which columns it differs; its running number is its own."""
    cells = each.cells if isinstance(each.cells, Mapping) else {}
    said = (
        _problem(each, heading, cells.get(heading), Fault.OTHER_BESIDE)
        for heading in headings
        if not is_running(heading)
    )
    return evolve(each, problems=(*each.problems, *said))


def _differing(first: Mapping[str, str], other: Mapping[str, str]) -> list[str]:
    """The headings, of the columns that either fills, beneath which they differ."""
    return [heading for heading in {**first, **other} if first.get(heading) != other.get(heading)]


def _seen(each: RowRead, table: Table) -> Mapping[str, str]:
    """What stands in the cells that are not read and hold something, by their headings."""
    cells = cells_beside(each.cells, table) if isinstance(each.cells, Mapping) else ()
    return {heading: _text(cell) for heading, cell in cells if not is_blank(cell)}


def _text(cell: object) -> str:
    text = cell if isinstance(cell, str) else shown(cell)
    return folded(text) or text
