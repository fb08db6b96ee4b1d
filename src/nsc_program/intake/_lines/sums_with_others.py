"""Find the sums of this list and earlier ones that the list does not bear out.

“Lũy kế” may be what the rows come to, or that and an earlier number that the list states too. Any
other such sum speaks of rows that are elsewhere.
"""

from collections.abc import Collection, Iterable, Iterator
from itertools import chain
from typing import final

from attrs import frozen

from nsc_program.intake._cells.grid import filled
from nsc_program.intake._cells.stated_amounts import amounts_in
from nsc_program.intake._lines.stated_counts import Counting
from nsc_program.intake._lines.sums_of_rows import Sums
from nsc_program.intake._rows.rows import RowRead
from nsc_program.intake._tables.rows_without_records import is_of_other_lists
from nsc_program.intake._tables.unread_lines import UnreadLine, Why
from nsc_program.intake._words.counted_texts import count_in
from nsc_program.intake._words.grouping import grouped

_MONEY = "money"


@final
@frozen
class _Statement:
    """An amount or a count that a sum with earlier lists states.

    Attributes:
        line: the line.
        of: what is added up: a column, money or things that are counted.
        stated: the amount or the count.
        here: what the rows come to, as far as the line or altogether.
    """

    line: UnreadLine
    of: str
    stated: int
    here: frozenset[int]

    def is_borne_out(self, known: Collection[int]) -> bool:
        """Tell whether the rows, and another number that the list states, come to this one.

        Args:
            known: what such lines state of the same column.
        """
        steps = (step for many in self.here for step in (many, -many) if many)
        return self.stated in self.here or any(self.stated + step in known for step in steps)


def of_other_lists(
    numbered: Iterable[tuple[int, object]],
    data: Collection[RowRead],
    around: Iterable[UnreadLine],
    sums: Sums,
) -> Iterator[UnreadLine]:
    """Give the sums with earlier lists that are not those of the rows and of an earlier number.

    Args:
        numbered: all rows, with their numbers.
        data: the rows that hold data.
        around: the lines around the rows.
        sums: the amounts of the rows.
    """
    known, counting = {row.number for row in data}, Counting(sums.table, data)
    among = [(number, row) for number, row in numbered if number not in known]
    found = [each for number, row in among for each in _in_row(number, row, sums, counting)]
    found += [each for line in around for each in _in_text(line, sums, counting)]
    stated = {of: {*many} for of, many in grouped((each.of, each.stated) for each in found).items()}
    for each in found:
        if not each.is_borne_out(stated[each.of]):
            yield each.line.because(Why.OTHER_LISTS)


def _in_row(number: int, row: object, sums: Sums, counting: Counting) -> Iterator[_Statement]:
    """Give what a row states: in its columns, beside its words and in them."""
    texts = [cell for _, cell in filled(row) if isinstance(cell, str) and is_of_other_lists(cell)]
    for line in (UnreadLine(number, text) for text in texts):
        for name, stated in sums.stated_in(row):
            yield _Statement(line, name, stated, sums.of_columns[name].come_to(number))
        many = counting.number_beside(row)
        if many is not None:
            yield _counted(line, counting, counting.kinds[0], many)
        yield from _in_text(line, sums, counting, number)


def _in_text(
    line: UnreadLine, sums: Sums, counting: Counting, number: int | None = None
) -> Iterator[_Statement]:
    """Give what a text states: its amounts of money and its counts."""
    if not is_of_other_lists(line.text):
        return
    here = frozenset(chain.from_iterable(each.come_to(number) for each in sums.of_money))
    yield from (_Statement(line, _MONEY, stated, here) for stated in amounts_in(line.text) if here)
    for kind in counting.kinds:
        many = count_in(line.text, kind)
        if many is not None:
            yield _counted(line, counting, kind, many)


def _counted(line: UnreadLine, counting: Counting, kind: str, many: int) -> _Statement:
    """Return the count of a kind of things that a line states."""
    return _Statement(line, kind, many, frozenset(counting.counts_of(kind)))
