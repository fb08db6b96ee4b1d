"""Find the rows at which running numbers go wrong: 1, 3 lacks 2, and 1, 2, 2 has one twice."""

import re
from collections.abc import Collection, Iterable, Iterator
from collections.abc import Set as AbstractSet
from typing import TypeAlias

from nsc_program.intake._cells.cells import SharedNumber, SharedText, counted
from nsc_program.intake._headings.beside import is_running
from nsc_program.intake._rows.rows import RowRead

_FIRST = 1
_Run: TypeAlias = dict[int, list[int]]
"""The numbers of the rows with each running number."""


def gaps_in(data: Iterable[RowRead], headings: Iterable[str]) -> tuple[int, ...]:
    """Return the numbers of the rows before which running numbers are missing.

    The numbers may begin again in each group of rows, and stand in any order.

    Args:
        data: the rows that hold data.
        headings: the headings of the columns that are not read.
    """
    return tuple(sorted(row for run in _all_runs(data, headings) for row in _after_gaps(run)))


def repeats_in(data: Iterable[RowRead], headings: Iterable[str]) -> tuple[int, ...]:
    """Return the numbers of the rows that have the running number of an earlier row.

    Args:
        data: the rows that hold data.
        headings: the headings of the columns that are not read.
    """
    runs = _all_runs(data, headings)
    return tuple(sorted(row for run in runs for rows in run.values() for row in rows[1:]))


def _all_runs(data: Iterable[RowRead], headings: Iterable[str]) -> list[_Run]:
    """Return the runs of the column of running numbers; none if there is no such column."""
    heading = next(filter(is_running, headings), None)
    return [] if heading is None else _runs(_numbers(data, heading))


def _numbers(data: Iterable[RowRead], heading: str) -> Iterator[tuple[int, int]]:
    """Give the running number of each row that has one, and the number of the row."""
    for row in data:
        cell = row.by_heading.get(heading)
        if isinstance(cell, (SharedNumber, SharedText)):
            continue  # one number for several rows
        running = counted(cell)
        if running is not None:
            yield running, row.number


def _runs(numbers: Iterable[tuple[int, int]]) -> list[_Run]:
    """Return the rows by their running numbers, apart for each time that these begin again."""
    runs: list[_Run] = [{}]
    for running, row in numbers:
        if running == _FIRST and runs[-1]:
            runs.append({})
        runs[-1].setdefault(running, []).append(row)
    return runs


def _after_gaps(run: _Run) -> Iterator[int]:
    """Give the rows whose running number does not follow another one of the run."""
    for running, rows in run.items():
        if running > _FIRST and running - 1 not in run:
            yield rows[0]


_NUMBER = re.compile(
    r"\W*(?P<number>[0-9]{1,6}(?:[.,/-][0-9]{1,4})*)[a-zđ]?\W*|\W*[a-uwyzđ]\W*", re.IGNORECASE
)
"""The number of a row: 7, (7), 1.2, 7a, which was put in behind 7, 7*, which has a footnote.

A letter numbers too, except those that are ticks.
"""


def odd_among(texts: Collection[str]) -> AbstractSet[str]:
    """Return the texts among running numbers that do not number a row, or only a part of it.

    Args:
        texts: the texts of a column of running numbers.

    >>> sorted(odd_among(["1", "2a", "x", "2", "2.1"])), sorted(odd_among(["I", "II", "x"]))
    (['2.1', 'x'], [])
    """
    found = {text: _NUMBER.fullmatch(text) for text in texts}
    numbers = {match["number"]: text for text, match in found.items() if match and match["number"]}
    if 2 * len(numbers) < len(found):
        return frozenset()
    parts = {text for number, text in numbers.items() if _whole(number) in numbers}
    return parts | {text for text, match in found.items() if match is None}


def _whole(number: str) -> str | None:
    """Return the number of the row of which a numbered row is a part: 2 for 2.1."""
    whole, dot, _ = number.rpartition(".")
    return whole if dot else None
