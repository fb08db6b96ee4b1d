"""Reject the records that stand right below the total of a list.

A total closes a list: what was typed below it was not added up, and may not belong to it. The sum
of a block (“Cộng quý I”) or of a page closes nothing.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import takewhile

from nsc_program.intake._cells.grid import filled, not_blank
from nsc_program.intake._headings.left_out import LeftOut
from nsc_program.intake._messages.problems import Fault
from nsc_program.intake._rows.repeats import rejected
from nsc_program.intake._rows.rows import RowRead
from nsc_program.intake._words.words import folded

_TOTAL = re.compile(r"(?:tong cong|tong so|tong|total)(?: [ivx]+(?: [ivx]+)+)?")


def without_rows_below_sums(
    data: list[RowRead], numbered: Iterable[tuple[int, object]], ignored: Collection[str]
) -> list[RowRead]:
    """Reject the rows right below the only total of a list, if it has rows above it.

    A list with several totals goes on below them.

    Args:
        data: the rows that hold data, and the lines that were rejected.
        numbered: all rows, with their numbers.
        ignored: the texts that are left out.
    """
    leaves_out = LeftOut.of(ignored)
    known = {row.number for row in data if row.record is not None}
    totals = [
        number for number, row in numbered if number not in known and _is_a_total(row, leaves_out)
    ]
    if len(totals) != 1 or totals[0] < min(known, default=0):
        return data
    below = set(_right_below(totals[0], numbered, known))
    return [rejected(row, Fault.BELOW_SUM, None) if row.number in below else row for row in data]


def _is_a_total(row: object, leaves_out: Callable[[str], bool]) -> bool:
    """Tell whether a row calls itself the total of a list, and was not left out."""
    texts = (cell for _, cell in filled(row) if isinstance(cell, str))
    return any(_TOTAL.fullmatch(folded(text)) and not leaves_out(text) for text in texts)


def _right_below(
    number: int, numbered: Iterable[tuple[int, object]], known: Collection[int]
) -> Iterator[int]:
    """Give the numbers of the records right below a row, up to the next line."""
    after = (each for each, row in numbered if each > number and _is_filled(row))
    return takewhile(known.__contains__, after)


def _is_filled(row: object) -> bool:
    """Tell whether a row is not blank."""
    return bool(not_blank(cell for _, cell in filled(row)))
