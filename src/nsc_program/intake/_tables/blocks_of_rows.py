"""Find the blocks of rows that a sheet shows: between two lines, or beneath a numbered heading."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import accumulate
from typing import TypeAlias, final

from attrs import frozen

from nsc_program.intake._cells.grid import filled, not_blank
from nsc_program.intake._tables.lines import end_rank
from nsc_program.intake._tables.numbering import Rank, rank_of
from nsc_program.intake._tables.rows_without_records import is_sum

Pairs: TypeAlias = Sequence[tuple[int, int]]
"""Amounts with the numbers of their rows, in the order of the rows."""


@final
@frozen
class Blocks:
    """The places at which a sheet divides its rows.

    Attributes:
        dividers: the numbers of the rows that do not hold data.
        sums: those among them that call themselves a sum.
        ends: the number of the row at which the block of a numbered heading ends, by the number of
            the heading; a block that reaches the end of the table is not in it.
        headings: the numbers of the numbered headings.
    """

    dividers: Sequence[int]
    sums: Sequence[int]
    ends: Mapping[int, int]
    headings: frozenset[int]

    def next_sum(self, number: int) -> int | None:
        """Return the number of the first sum below a row.

        Args:
            number: the number of the row.
        """
        place = bisect_right(self.sums, number)
        return self.sums[place] if place < len(self.sums) else None

    @classmethod
    def of(cls, numbered: Iterable[tuple[int, object]], data: Collection[int]) -> "Blocks":
        """Find the blocks.

        Args:
            numbered: all rows, with their numbers.
            data: the numbers of the rows that hold data.
        """
        lines = [(number, row) for number, row in numbered if number not in data]
        sums = [number for number, row in lines if _is_a_sum(row)]
        others = ((number, _rank_of(row)) for number, row in lines if not _is_a_sum(row))
        ranked = {number: rank for number, rank in others if rank is not None}
        return cls([number for number, _ in lines], sums, _ends_of(ranked), frozenset(ranked))


def _is_a_sum(row: object) -> bool:
    """Tell whether a row calls itself a sum."""
    return any(is_sum(cell) for _, cell in filled(row) if isinstance(cell, str))


def _rank_of(row: object) -> Rank | None:
    """Return the rank of a line, by its first cell; the others may hold amounts."""
    return rank_of(not_blank(cell for _, cell in filled(row))[:1])


def _ends_of(ranked: Mapping[int, Rank]) -> Mapping[int, int]:
    """Return where the blocks of headings end: at the next heading of the same or a higher rank."""
    open_: list[tuple[Rank | None, int]] = []
    ends: dict[int, int] = {}
    for number, rank in ranked.items():
        before = tuple(open_)
        end_rank(open_, rank)
        ends.update((start, number) for _, start in before[len(open_) :])
        open_.append((rank, number))
    return ends


@final
class Amounts:
    """The amounts of a column, and what the blocks of the rows add up to.

    They are added up once, so that each line is compared in little time.

    Attributes:
        pairs: the amounts, with the numbers of their rows.
    """

    def __init__(self, blocks: Blocks, pairs: Pairs) -> None:
        """Add the amounts up.

        Args:
            blocks: the blocks of the rows.
            pairs: the amounts, with the numbers of their rows.
        """
        self.pairs, self._blocks = pairs, blocks
        self._rows = [number for number, _ in pairs]
        self._sums = [0, *accumulate(amount for _, amount in pairs)]
        places = [(self.above(number), number) for number in blocks.dividers]
        self._first, self._last = dict(reversed(places)), dict(places)

    @property
    def total(self) -> int:
        """The sum of all rows."""
        return self._sums[-1]

    def above(self, number: int) -> int:
        """Return the sum of the rows above a row.

        Args:
            number: the number of the row.
        """
        return self._sums[self._rows_above(number)]

    def come_to(self, number: int | None) -> frozenset[int]:
        """Return the sum of all rows, and of those above a row.

        Args:
            number: the number of the row; `None` if there is none.
        """
        return frozenset({self.total, self.total if number is None else self.above(number)})

    def _rows_above(self, number: int) -> int:
        """Return how many rows stand above a row."""
        return bisect_left(self._rows, number)

    def fits(self, number: int, stated: int) -> bool:
        """Tell whether a line states the sum of all rows, or of a block that it opens or closes.

        Args:
            number: the number of the row of the line.
            stated: the amount that it states.
        """
        return stated == self.total or self.closes(number, stated) or self.opens(number, stated)

    def closes(self, number: int, stated: int) -> bool:
        """Tell whether an amount is that of the rows between a line, or the top, and a row.

        Args:
            number: the number of the row.
            stated: the amount.
        """
        above = self.above(number)
        start = self._first.get(above - stated)
        is_of_block = start is not None and self._rows_above(start) < self._rows_above(number)
        return is_of_block or (stated == above and self._rows_above(number) > 0)

    def opens(self, number: int, stated: int) -> bool:
        """Tell whether an amount is that of the rows between a row and a line, or the end.

        Args:
            number: the number of the row.
            stated: the amount.
        """
        above = self.above(number)
        end = self._last.get(above + stated)
        is_of_block = end is not None and self._rows_above(end) > self._rows_above(number)
        has_rows = self._rows_above(number) < len(self._rows)
        return is_of_block or (stated == self.total - above and has_rows)

    def fits_beneath(self, heading: int, stated: int) -> bool:
        """Tell whether an amount is that of the rows beneath a numbered heading.

        These end at the next heading of its rank, or at the first sum.

        Args:
            heading: the number of the row of the heading.
            stated: the amount that it states.
        """
        end = self._blocks.ends.get(heading, self._last_row + 1)
        ends = {end, min(end, self._blocks.next_sum(heading) or end)}
        return any(stated == self.above(each) - self.above(heading) for each in ends)

    @property
    def _last_row(self) -> int:
        """The number of the last row."""
        return self._rows[-1] if self._rows else 0
