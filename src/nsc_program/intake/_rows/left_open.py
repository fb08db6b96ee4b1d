"""Tell which records rejected rows leave open, as a register keeps them."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import TypeAlias

from nsc_program.intake._headings.beside import is_running
from nsc_program.intake._rows.rows import RowRead
from nsc_program.intake._tables.table import Table
from nsc_program.records._rejected_rows import RejectedRow
from nsc_program.values._periods import earliest_first

_MOST_THINGS = 10**9
"""The most records that a rejected row stands for: more people than anything here could count."""
_Open: TypeAlias = tuple[str, date | None, bool]
"""A record that rejected rows leave open: its id, its day, and whether the id is its own."""


def records_left_open(
    table: Table, rejected: list[RowRead], last: date | None, fingerprint: Callable[[], str]
) -> Iterable[RejectedRow]:
    """Give the records that rejected rows leave open.

    A row stands under its id if that could be read, and under a name of its own otherwise. If the
    day on which a row was recorded is unknown, no other row of the source settles it.

    Args:
        table: the columns of the table.
        rejected: the rejected rows.
        last: the last day on which a row of the source was recorded.
        fingerprint: the function that distinguishes the source from others; it is slow.

    Yields:
        What stands for the rejected rows of each record.
    """
    are_identified = [_is_identified(row, table) for row in rejected]
    mark = "" if all(are_identified) else fingerprint()
    things: Counter[_Open] = Counter()
    for row, is_identified in zip(rejected, are_identified, strict=True):
        name = row.values["id"] if is_identified else f"rejected-{mark}-{row.number}"
        day = _day(row, table, last, is_identified=is_identified)
        things[name, day, is_identified] += row.things
    for open_, many in things.items():
        yield _rejected_row(table, open_, many)


def last_day(table: Table, rows: Iterable[RowRead]) -> date | None:
    """Return the last day on which any of the rows was recorded.

    Args:
        table: the columns of the table.
        rows: the rows.
    """
    days = (row.values.get("recorded_on") for row in rows)
    return max((table.recorded_on, *days), key=earliest_first)


def _is_identified(row: RowRead, table: Table) -> bool:
    """Tell whether the id of a rejected row names its record in other lists too.

    Running numbers begin again in each list, and no other key of such a row may be known.
    """
    return "id" in row.values and not is_running(table.heading_of("id") or "")


def _day(row: RowRead, table: Table, last: date | None, *, is_identified: bool) -> date | None:
    """Return the day on which a row was recorded.

    If that day or the row's record is unknown, return a day after all others.
    """
    if not row.undated:
        day: date | None = row.values.get("recorded_on", table.recorded_on)
        return day
    is_final = last is not None and last in (table.recorded_on, date.max)
    return last if is_final or is_identified else _after(last)


def _after(last: date | None) -> date:
    """Return the day after the last one; any day is later than an unknown one."""
    return date.min if last is None else last + timedelta(1)


def _rejected_row(table: Table, open_: _Open, many: int) -> RejectedRow:
    """Return what stands for the rejected rows of one record."""
    name, day, is_identified = open_
    return RejectedRow(
        what=table.kind.__name__,
        id=name,
        recorded_on=day,
        things=min(many, _MOST_THINGS),
        identified=is_identified,
    )
