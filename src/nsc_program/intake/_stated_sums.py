"""Compare the amounts that sums state with the amounts of the rows."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import accumulate

from nsc_program.errors import NscError
from nsc_program.intake._cells import Mended, is_blank
from nsc_program.intake._columns import Column
from nsc_program.intake._displayed import displayed
from nsc_program.intake._grid import filled
from nsc_program.intake._groups import is_sum
from nsc_program.intake._headings import FUNDING
from nsc_program.intake._problem_reports import problem_of
from nsc_program.intake._problems import Fault, Refused
from nsc_program.intake._rows import RowRead
from nsc_program.intake._table import Table
from nsc_program.intake._words import folded


def with_wrong_sums(
    data: list[RowRead],
    numbered: Iterable[tuple[int, object]],
    table: Table,
    ignored: Collection[str] = (),
) -> list[RowRead]:
    """Add the sums to the rejected rows that are not those of the rows above or below them.

    Args:
        data: the rows that hold data.
        numbered: all rows, with their numbers.
        table: the columns of the table.
        ignored: the texts that are left out.
    """
    known, left_out = {row.number for row in data}, frozenset(map(folded, ignored))
    amounts = _all_amounts(table, data)
    wrong = [
        line
        for number, row in numbered
        if number not in known and _is_a_sum(row, left_out)
        for line in _wrong(number, row, amounts, table)
    ]
    return sorted([*data, *wrong], key=lambda row: row.number) if wrong else data


def _all_amounts(table: Table, data: Collection[RowRead]) -> Mapping[str, list[tuple[int, int]]]:
    """Return the amounts of each column that may be added up, if all of them are known."""
    summed = [name for name in table.columns if name.startswith(FUNDING) or name == "headcount"]
    amounts = ((name, _amounts(name, data)) for name in summed)
    return {name: found for name, found in amounts if found is not None}


def _amounts(name: str, data: Iterable[RowRead]) -> list[tuple[int, int]] | None:
    """Return the amounts of the rows, with their numbers; `None` if one of them is not known."""
    found = [(row.number, row.values.get(name)) for row in data if row.record is not None]
    is_known = all(row.record is not None for row in data)
    return [(number, amount or 0) for number, amount in found] if is_known else None


def _is_a_sum(row: object, left_out: Collection[str]) -> bool:
    """Tell whether a row calls itself a sum and is not left out."""
    texts = [cell for _, cell in filled(row) if isinstance(cell, str)]
    return any(map(is_sum, texts)) and not any(folded(text) in left_out for text in texts)


def _wrong(
    number: int, row: object, amounts: Mapping[str, list[tuple[int, int]]], table: Table
) -> Iterator[RowRead]:
    """Give the row of a sum, once, if one of its amounts is not that of any run of rows."""
    cells = dict(filled(row))
    for name, of_rows in amounts.items():
        heading, column = table.columns[name]
        cell = cells.get(heading)
        stated = _amount_in(cell, column)
        if stated is not None and stated not in _sums_at(number, of_rows):
            problem = problem_of(number, heading, displayed(cell, column), Fault.OTHER_SUM)
            yield RowRead(number, row, None, (problem,), {})
            return


def _amount_in(cell: object, column: Column) -> object:
    """Return the amount in a cell; `None` if it is blank or cannot be read."""
    try:
        return None if is_blank(cell) else column.read(cell)
    except (Refused, Mended, NscError):
        return None


def _sums_at(number: int, amounts: Iterable[tuple[int, int]]) -> set[int]:
    """Return the sums that may stand at a row: of all rows, of the last above, the first below."""
    pairs = list(amounts)
    above = [amount for row, amount in pairs if row < number]
    below = [amount for row, amount in pairs if row > number]
    return {sum(above) + sum(below), *accumulate(reversed(above)), *accumulate(below)}
