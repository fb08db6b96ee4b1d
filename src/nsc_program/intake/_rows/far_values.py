"""Find the amounts and the days that lie far from all others of their column.

An amount in thousands among millions has lost its unit, and a day of 2014 among those of 2024 is a
slip of the pen.
"""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from operator import itemgetter
from typing import Any, TypeAlias

from nsc_program.intake._headings.beside import COUNTING
from nsc_program.intake._headings.displayed import displayed, text_of
from nsc_program.intake._headings.vocabulary import FUNDING
from nsc_program.intake._messages.problem_reports import problem_of
from nsc_program.intake._messages.problems import Fault, Problem
from nsc_program.intake._rows.rows import RowRead
from nsc_program.intake._tables.table import Table
from nsc_program.intake._words.grouping import grouped

_IsFar: TypeAlias = Callable[[Any, Any], bool]
"""Tells whether a value is far from the next smaller one."""
_Found: TypeAlias = tuple[Any, RowRead]
"""A value, and its row."""
_OF_LONG_STATES = frozenset({"conforming_since", "regional_on", "international_on"})
"""The days on which a state began, which may have lasted for decades."""
_DAYS = (COUNTING | {"started_on"}) - _OF_LONG_STATES
_FEWEST = 3
"""How many others there must be for each value that is far from them."""
_TIMES = 500
"""An amount without its unit is a thousandth of what it should be, or a thousand times as much."""
_YEARS = timedelta(8 * 365)
"""A slip of the pen in the tens of a year is of ten years."""


def with_far_values_told(data: list[RowRead], table: Table) -> list[RowRead]:
    """Report the rows with an amount or a day that is far from those of most other rows.

    Args:
        data: the rows that hold data.
        table: the columns of the table.
    """
    told = grouped((problem.row, problem) for problem in _problems(data, table))
    return [row.told(told.get(row.number, ())) for row in data]


def _problems(data: list[RowRead], table: Table) -> Iterator[Problem]:
    """Give the problems of the far values of each column."""
    rows = [row for row in data if row.record is not None]
    for name in table.columns:
        is_far = _rule_of(name)
        if is_far is not None:
            found = [(row.values[name], row) for row in rows if row.values.get(name)]
            for row in _far_among(found, is_far):
                yield from _problem(row, name, table)


def _rule_of(name: str) -> _IsFar | None:
    """Return when two values of a column are far from each other; `None` if they never are."""
    if name.startswith(FUNDING):
        return _is_of_another_unit
    return _is_of_another_time if name in _DAYS else None


def _is_of_another_unit(low: int, high: int) -> bool:
    """Tell whether an amount is hundreds of times another one."""
    return high >= _TIMES * low


def _is_of_another_time(low: date, high: date) -> bool:
    """Tell whether a day is almost a decade after another one."""
    return high - low >= _YEARS


def _far_among(found: list[_Found], is_far: _IsFar) -> Iterator[RowRead]:
    """Give the rows whose values are far from those of most others."""
    groups: list[list[_Found]] = []
    for value, row in sorted(found, key=itemgetter(0)):
        if not groups or is_far(groups[-1][-1][0], value):
            groups.append([])
        groups[-1].append((value, row))
    groups.sort(key=len)
    far = [row for group in groups[:-1] for _, row in group]
    if len(found) - len(far) >= _FEWEST * max(1, len(far)):
        yield from far


def _problem(row: RowRead, name: str, table: Table) -> Iterator[Problem]:
    """Give the problem of a far value, unless the caller accepts its cell."""
    heading, column = table.columns[name]
    cell = row.by_heading.get(heading)
    if not table.accepts(text_of(cell)):
        yield problem_of(row.number, heading, displayed(cell, column), Fault.FAR_VALUE)
