"""Compare the amounts that sums state with the amounts of the rows."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import accumulate
from typing import TypeAlias

from nsc_program.errors import NscError
from nsc_program.intake._cells import Mended, is_blank
from nsc_program.intake._columns import Column
from nsc_program.intake._discreet import masked
from nsc_program.intake._displayed import displayed
from nsc_program.intake._grid import filled
from nsc_program.intake._groups import is_sum
from nsc_program.intake._headings import FUNDING
from nsc_program.intake._left_out import LeftOut
from nsc_program.intake._problem_reports import problem_of
from nsc_program.intake._problems import Fault, Refused
from nsc_program.intake._rows import RowRead
from nsc_program.intake._stated_amounts import amounts_in
from nsc_program.intake._table import Table

_Line: TypeAlias = tuple[int, str, bool]
"""The number of a row, its text, and whether it stands among the others."""


def with_wrong_sums(
    data: list[RowRead],
    numbered: Iterable[tuple[int, object]],
    table: Table,
    ignored: Collection[str] = (),
    titles: Iterable[tuple[int, str]] = (),
) -> list[RowRead]:
    """Add the sums to the rejected rows that are not those of the rows above or below them.

    Args:
        data: the rows that hold data.
        numbered: all rows, with their numbers.
        table: the columns of the table.
        ignored: the texts that are left out.
        titles: the lines above and below the rows, with the numbers of their rows.
    """
    rows, known = list(numbered), {row.number for row in data}
    leaves_out = LeftOut.of(ignored)
    amounts = amounts_of(table, data)
    lines = (*((number, line, False) for number, line in titles), *_lines_among(rows, known))
    wrong = [
        *_wrong_sums(((each for each in rows if each[0] not in known)), amounts, table, leaves_out),
        *_wrong_lines(lines, amounts, leaves_out),
    ]
    return sorted([*data, *wrong], key=lambda row: row.number) if wrong else data


def _wrong_sums(
    rows: Iterable[tuple[int, object]],
    amounts: Mapping[str, list[tuple[int, int]]],
    table: Table,
    leaves_out: LeftOut,
) -> Iterator[RowRead]:
    """Give the rows of the sums whose amounts are not those of any run of rows."""
    for number, row in rows:
        if _is_a_sum(row, leaves_out):
            yield from _wrong(number, row, amounts, table)


def _lines_among(numbered: Iterable[tuple[int, object]], known: Collection[int]) -> Iterator[_Line]:
    """Give the texts of the rows that do not hold data."""
    for number, row in numbered:
        if number not in known:
            yield from ((number, cell, True) for _, cell in filled(row) if isinstance(cell, str))


def _wrong_lines(
    lines: Iterable[_Line],
    amounts: Mapping[str, list[tuple[int, int]]],
    leaves_out: LeftOut,
) -> Iterator[RowRead]:
    """Give the rows of the lines that state an amount of money that the rows do not add up to."""
    for number, line, is_among in lines:
        place = number if is_among else None
        if not leaves_out(line) and states_otherwise(place, line, amounts):
            problem = problem_of(number, None, masked(line)[:_LONGEST], Fault.OTHER_SUM)
            yield RowRead(number, {"": line}, None, (problem,), {})


def states_otherwise(
    number: int | None, line: str, amounts: Mapping[str, list[tuple[int, int]]]
) -> bool:
    """Tell whether a line states an amount of money that the rows do not add up to.

    Args:
        number: the number of its row among the others; `None` if it stands elsewhere.
        line: the line.
        amounts: the amounts of the rows for each column, with the numbers of the rows.
    """
    of_rows = {name: pairs for name, pairs in amounts.items() if name.startswith(FUNDING)}
    stated = amounts_in(line) if of_rows else []
    return not set(stated) <= _sums_of_money(number, of_rows)


def _sums_of_money(number: int | None, amounts: Mapping[str, list[tuple[int, int]]]) -> set[int]:
    """Return the sums that a line may state: of all rows or, among the rows, of those about it."""
    total = _added(amounts.values())
    sources = [*amounts.values(), total]
    sums = {sum(amount for _, amount in pairs) for pairs in sources}
    if number is not None:
        sums.update(*(_sums_at(number, pairs) for pairs in sources))
    return sums


def _added(amounts: Iterable[list[tuple[int, int]]]) -> list[tuple[int, int]]:
    """Return the amounts of all sources together, with the numbers of their rows."""
    total: Counter[int] = Counter()
    for pairs in amounts:
        for number, amount in pairs:
            total[number] += amount
    return sorted(total.items())


def amounts_of(table: Table, data: Collection[RowRead]) -> Mapping[str, list[tuple[int, int]]]:
    """Return the amounts of each column that may be added up, if all of them are known.

    Args:
        table: the columns of the table.
        data: the rows that hold data.
    """
    summed = [name for name in table.columns if name.startswith(FUNDING) or name == "headcount"]
    amounts = ((name, _amounts(name, data)) for name in summed)
    return {name: found for name, found in amounts if found is not None}


def _amounts(name: str, data: Iterable[RowRead]) -> list[tuple[int, int]] | None:
    """Return the amounts of the rows, with their numbers; `None` if one of them is not known."""
    found = [(row.number, row.values.get(name)) for row in data if row.record is not None]
    is_known = all(row.record is not None for row in data)
    return [(number, amount or 0) for number, amount in found] if is_known else None


def _is_a_sum(row: object, leaves_out: LeftOut) -> bool:
    """Tell whether a row calls itself a sum and is not left out."""
    texts = [cell for _, cell in filled(row) if isinstance(cell, str)]
    return any(map(is_sum, texts)) and not any(map(leaves_out, texts))


_LONGEST = 60


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
