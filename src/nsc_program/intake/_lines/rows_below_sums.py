"""Reject the records that stand right below the total of a list.

A total closes a list: what was typed below it was not added up, and may not belong to it. The sum
of a block (“Cộng quý I”) or of a page closes nothing. “Cộng” is a total if no other sum stands in
the list, and no line above it that may begin a block.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import takewhile

from nsc_program.intake._cells.grid import filled, not_blank
from nsc_program.intake._headings.left_out import LeftOut
from nsc_program.intake._messages.problems import Fault
from nsc_program.intake._rows.repeats import rejected
from nsc_program.intake._rows.rows import RowRead
from nsc_program.intake._tables.rows_without_records import is_of_other_lists, is_sum
from nsc_program.intake._words.words import folded

_TOTAL = re.compile(r"(?:tong cong|tong so|tong|total)(?: [ivx]+(?: [ivx]+)+)?")
_SUM = re.compile(r"cong")
_WORD = re.compile(r"[^\W\d_]{2}")


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
    others = [(number, row) for number, row in numbered if number not in known]
    totals = [number for number, row in others if _calls_itself(_TOTAL, row, leaves_out)]
    if not totals and any(_calls_itself(_SUM, row, leaves_out) for _, row in others):
        held = {row.number for row in data}
        lines = [(at, row) for at, row in others if at not in held or _holds_a_sum(row)]
        totals = [*_only_sum(lines, leaves_out)]
    if len(totals) != 1 or totals[0] < min(known, default=0):
        return data
    below = set(_right_below(totals[0], numbered, known))
    return [rejected(row, Fault.BELOW_SUM, None) if row.number in below else row for row in data]


def _calls_itself(name: "re.Pattern[str]", row: object, leaves_out: Callable[[str], bool]) -> bool:
    """Tell whether a row calls itself by the name of a sum, and was not left out."""
    return any(name.fullmatch(folded(text)) and not leaves_out(text) for text in _texts(row))


def _only_sum(
    lines: Iterable[tuple[int, object]], leaves_out: Callable[[str], bool]
) -> Iterator[int]:
    """Give the number of the first line if it is “Cộng”, and no other line is a sum."""
    worded = [(number, row) for number, row in lines if any(map(_WORD.search, _texts(row)))]
    if sum(_holds_a_sum(row) for _, row in worded) == 1:
        yield from (at for at, row in worded[:1] if _calls_itself(_SUM, row, leaves_out))


def _holds_a_sum(row: object) -> bool:
    """Tell whether a row is a sum of any rows."""
    return any(is_sum(text) or is_of_other_lists(text) for text in _texts(row))


def _texts(row: object) -> Iterator[str]:
    """Give the texts of a row."""
    return (cell for _, cell in filled(row) if isinstance(cell, str))


def _right_below(
    number: int, numbered: Iterable[tuple[int, object]], known: Collection[int]
) -> Iterator[int]:
    """Give the numbers of the records right below a row, up to the next line."""
    after = (each for each, row in numbered if each > number and _is_filled(row))
    return takewhile(known.__contains__, after)


def _is_filled(row: object) -> bool:
    """Tell whether a row is not blank."""
    return bool(not_blank(cell for _, cell in filled(row)))
