"""Find the rows before which running numbers are missing: a list that goes from 1 to 3 lacks 2."""

from collections.abc import Iterable, Iterator, Mapping

from nsc_program.intake._beside import is_running
from nsc_program.intake._cells import whole_number
from nsc_program.intake._rows import RowRead

_FIRST = 1


def gaps_in(data: Iterable[RowRead], headings: Iterable[str]) -> tuple[int, ...]:
    """Return the numbers of the rows before which running numbers are missing.

    The numbers may begin again in each group of rows, and stand in any order.

    Args:
        data: the rows that hold data.
        headings: the headings of the columns that are not read.
    """
    heading = next(filter(is_running, headings), None)
    if heading is None:
        return ()
    runs = _runs(_numbers(data, heading))
    return tuple(sorted(row for run in runs for row in _after_gaps(run)))


def _numbers(data: Iterable[RowRead], heading: str) -> Iterator[tuple[int, int]]:
    """Give the running number of each row that has one, and the number of the row."""
    for row in data:
        cell = row.cells.get(heading) if isinstance(row.cells, Mapping) else None
        running = int(cell) if isinstance(cell, str) and cell.isdecimal() else whole_number(cell)
        if running is not None:
            yield running, row.number


def _runs(numbers: Iterable[tuple[int, int]]) -> list[dict[int, int]]:
    """Return the rows by their running numbers, apart for each time that these begin again."""
    runs: list[dict[int, int]] = [{}]
    for running, row in numbers:
        if running == _FIRST and runs[-1]:
            runs.append({})
        runs[-1].setdefault(running, row)
    return runs


def _after_gaps(run: Mapping[int, int]) -> Iterator[int]:
    """Give the rows whose running number does not follow another one of the run."""
    for running, row in run.items():
        if running > _FIRST and running - 1 not in run:
            yield row
