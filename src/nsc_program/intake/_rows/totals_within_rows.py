"""Find the totals of rows that are not what their sources of money add up to."""

import re
from collections.abc import Iterator
from functools import lru_cache

from nsc_program.errors import NscError
from nsc_program.intake._cells.cells import Mended, is_blank
from nsc_program.intake._cells.grid import ByHeading
from nsc_program.intake._cells.numbers import money
from nsc_program.intake._headings.beside import is_running
from nsc_program.intake._headings.columns import Values
from nsc_program.intake._headings.headings import BELOW, unit_of
from nsc_program.intake._headings.vocabulary import FUNDING
from nsc_program.intake._messages.problems import Refused
from nsc_program.intake._rows.cells_beside import unread_in
from nsc_program.intake._tables.rows_without_records import is_an_amount
from nsc_program.intake._tables.table import Table
from nsc_program.intake._words.neutral_headings import is_group
from nsc_program.intake._words.units import Of, Unit
from nsc_program.intake._words.words import lowest

_OF_TOTALS = re.compile(r"tong (?:so )?(?:kinh phi|so tien|gia tri)|tong cong|tong so|tong|cong")
"""The folded headings of totals beside their parts."""
_BRACKET = re.compile(r"\([^()]*\)")
_FACTORS = (1, 10**3, 10**6, 10**9)
"""The units of money that a total may be in whose heading does not name one."""
_MOST_TIMES = 500
"""A total is not more times the sources that are read; the next unit is a thousand times one."""


def wrong_totals(row: ByHeading, table: Table, values: Values) -> Iterator[str]:
    """Give the headings of the totals that are not the sum of the sources of money of a row.

    A total may be larger than the sources that are read if another number of the row is not read.

    Args:
        row: the cells, by heading.
        table: the columns of the table.
        values: the values of the row, by the names of columns.
    """
    parts = [value for name, value in values.items() if name.startswith(FUNDING)]
    if not parts:
        return
    unread = [pair for pair in unread_in(row, table) if not is_running(pair[0])]
    totals = [(heading, cell) for heading, cell in unread if is_of_totals(heading)]
    others = (cell for heading, cell in unread if not is_of_totals(heading))
    may_exceed = any(not is_blank(cell) and is_an_amount(cell) for cell in others)
    for heading, cell in totals:
        stated, total = _amounts_in(cell, heading), sum(parts)
        is_larger = any(total < each < _MOST_TIMES * total for each in stated)
        is_fit = total in stated or (may_exceed and is_larger)
        if stated and not is_fit:
            yield heading


@lru_cache(maxsize=1024)
def is_of_totals(heading: str) -> bool:
    """Tell whether a heading is that of totals, in one row or beneath a group.

    >>> [is_of_totals(text) for text in ("Tổng cộng (đồng)", "Kinh phí › Tổng", "Tổng › Nữ")]
    [True, True, False]

    Args:
        heading: the heading; those of several rows are joined with `BELOW`.
    """
    parts = (_BRACKET.sub(" ", part) for part in heading.split(BELOW))
    *groups, own = [part for part in parts if part.strip()] or [""]
    return _OF_TOTALS.fullmatch(lowest(own)) is not None and all(map(is_group, groups))


def _amounts_in(cell: object, heading: str) -> set[int]:
    """Return the amounts that a total may be: in the unit of its heading, or in any."""
    named = unit_of(heading, f"{FUNDING}total")
    factors = _FACTORS if named is None or named.factor == 1 else (named.factor,)
    amounts = (_amount(cell, Unit(factor, Of.MONEY)) for factor in factors)
    return {amount for amount in amounts if amount is not None}


def _amount(cell: object, unit: Unit) -> int | None:
    """Return the amount in a cell in a unit; `None` if it is blank or cannot be read."""
    if is_blank(cell) or not is_an_amount(cell):
        return None
    try:
        amount: int = money(unit)(cell)
    except (Refused, Mended, NscError):
        return None
    return amount
