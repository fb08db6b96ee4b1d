"""Rows that are no records: blank ones, names of groups, headings and their numbers again, and sums of the others."""

from collections.abc import Iterable, Mapping
from typing import Any

from nsc_program.intake._cells import is_blank
from nsc_program.intake._grid import Row
from nsc_program.intake._numbering import (
    GROUP,
    Numbering,
    is_in_brackets,
    names_a_group,
    numbering_of,
)
from nsc_program.intake._problems import Fault
from nsc_program.intake._table import Table
from nsc_program.intake._words import TOTAL, folded, normal


def no_record(row: Mapping[Any, object], table: Table, *, is_first: bool) -> Numbering:
    """Whether a row is no record: it is blank, names a group, repeats the headings, numbers them, or adds up."""
    if isinstance(row, Row) and row.doubt is not None and row.doubt.fault is Fault.NO_RECORD:
        return Numbering.PERHAPS
    if _without_data(row, table):
        return Numbering.SURELY
    cells = list(own_cells(row))
    numbering = Numbering.NO if table.broken or has_extra(row) else numbering_of(cells)
    if numbering is Numbering.SURELY and not (is_first or is_in_brackets(cells)):
        return Numbering.PERHAPS
    return _names_a_group_beneath(row, cells, table) if numbering is Numbering.NO else numbering


def _names_a_group_beneath(
    row: Mapping[Any, object], cells: list[object], table: Table
) -> Numbering:
    """Whether the name of a group stands in a column that is read, and nothing else in the row."""
    held = [cell for heading, _ in table.columns.values() if not is_blank(cell := row.get(heading))]
    alone = len(held) == 1 and not table.broken and not has_extra(row)
    return names_a_group(cells) if alone else Numbering.NO


def _without_data(row: Mapping[Any, object], table: Table) -> bool:
    """Whether a row is blank, names a group, repeats the headings, or adds up the others."""
    cells = [cell for cell in own_cells(row) if not is_blank(cell)]
    if _is_merged_text(cells) and not has_extra(row):
        return True
    if not cells or table.broken or has_extra(row):
        return not cells and not has_extra(row)
    held = {
        name: cell
        for name, (heading, _) in table.columns.items()
        if not is_blank(cell := row.get(heading))
    }
    return (_are_headings(held, table) if held else _names_one_thing(cells)) or _adds_up(
        cells, held, table
    )


def own_cells(row: Mapping[Any, object]) -> Iterable[object]:
    """The cells beneath headings; those that a row is too short for are not made."""
    if isinstance(row, Row):
        return row.cells[: row.places.width]
    return [cell for heading, cell in row.items() if heading is not None]


def _names_one_thing(cells: Iterable[object]) -> bool:
    """Whether there is one thing only, beside its number: a row with more to it may be a record without its key."""
    named = [
        cell for cell in cells if not (isinstance(cell, str) and GROUP.fullmatch(cell.strip()))
    ]
    return (
        len(named) <= 1 or len({each if isinstance(each, str) else id(each) for each in named}) == 1
    )


_BESIDE_A_NUMBER = 2  # cells of a group may be its number and its name


def _is_merged_text(cells: list[object]) -> bool:
    """Whether all cells hold the same words: those of a group, merged over the table."""
    return (
        len(cells) > _BESIDE_A_NUMBER
        and isinstance(cells[0], str)
        and " " in cells[0].strip()
        and all(cell == cells[0] for cell in cells)
    )


def _adds_up(cells: Iterable[object], held: Mapping[str, object], table: Table) -> bool:
    """Whether a row says that it is a sum, and has nothing that only a record has."""
    keys = [
        cell for name, cell in held.items() if table.columns[name][1].needed and name != "value"
    ]
    return any(map(_is_total, cells)) and all(map(_is_total, keys))


def _is_total(cell: object) -> bool:
    return (
        isinstance(cell, str) and TOTAL.fullmatch(" ".join(normal("NFC", cell).split())) is not None
    )


def _are_headings(held: Mapping[str, object], table: Table) -> bool:
    texts = {name: cell.strip() for name, cell in held.items() if isinstance(cell, str)}
    if len(texts) < len(held):
        return False
    return all(folded(text) == folded(table.columns[name][0]) for name, text in texts.items())


def has_extra(row: Mapping[Any, object]) -> bool:
    """Whether there are more cells than headings: `csv.DictReader` keeps them under `None`."""
    if isinstance(row, Row) and len(row.cells) <= row.places.width:
        return False
    extra = row.get(None)
    return isinstance(extra, list) and not all(map(is_blank, extra))
