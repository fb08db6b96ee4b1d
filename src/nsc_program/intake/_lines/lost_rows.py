"""Find the rows that a table has lost, by the lines that count more or fewer than there are.

A table whose last line says “Tổng cộng: 03 doanh nghiệp” and that has one row has lost two. A sum
among the rows counts all of them, or a block: the rows between it and another line. Every sum must
be right; of the other lines, such as “Hà Đông: 02 doanh nghiệp”, some may count a part.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import final

from nsc_program.intake._headings.left_out import LeftOut
from nsc_program.intake._lines.stated_counts import PEOPLE, Counting, StatedCount, heads_of
from nsc_program.intake._rows.rows import RowRead
from nsc_program.intake._tables.blocks_of_rows import Amounts, Blocks
from nsc_program.intake._tables.rows_without_records import is_sum
from nsc_program.intake._tables.table import Table
from nsc_program.intake._words.words import folded

_OF_ALL = ("tong", "total")
"""The beginnings of the sums of all rows; “Cộng” may be that of a block."""


def without_lost_rows(
    data: list[RowRead],
    numbered: Iterable[tuple[int, object]],
    table: Table,
    *,
    titles: Iterable[tuple[int, str]] = (),
    ignored: Collection[str] = (),
) -> list[RowRead]:
    """Add the lines to the rejected rows that count more or fewer rows than there are.

    Args:
        data: the rows that hold data.
        numbered: all rows, with their numbers.
        table: the columns of the table.
        titles: the lines above the headings and below the rows, with the numbers of their rows.
        ignored: the texts that are left out.

    Returns:
        The rows, and for each sum that counts otherwise, or else for the largest other count, one
        row without a record, which stands for as many as are missing.
    """
    counting, leaves_out = Counting(table, data), LeftOut.of(ignored)
    known = {row.number for row in data}
    among = [(number, row) for number, row in numbered if number not in known]
    lines = (*((number, {"": text}) for number, text in titles), *among)
    found = [each for line in lines for each in counting.sums_in(*line)]
    if not found:
        return data
    counts = _Counts(counting, [number for number, _ in among])
    for kind in counting.kinds:
        sums = [each for each in found if each.kind == kind and not leaves_out(each.text)]
        if sums and (lost := list(counts.lost_by(sums))):
            return sorted([*data, *lost], key=lambda row: row.number)
    return data


@final
class _Counts:
    """The counts that lines may state: of all rows, or of a block of them.

    Attributes:
        counting: the counts of all rows.
    """

    def __init__(self, counting: Counting, lines: list[int]) -> None:
        """Count the rows between the lines.

        Args:
            counting: the counts of all rows.
            lines: the numbers of the rows that do not hold data.
        """
        self.counting, self._lines = counting, lines
        self._rows = sorted(counting.data, key=lambda row: row.number)
        self._numbers = [row.number for row in self._rows]
        self._ends = sorted({0, len(self._rows), *map(self._place, lines)})
        blocks = Blocks(lines, (), {}, frozenset())
        self._single = Amounts(blocks, [(number, 1) for number in self._numbers])
        self._heads = Amounts(blocks, [(row.number, heads_of(row)) for row in self._rows])

    def lost_by(self, counts: Sequence[StatedCount]) -> Iterator[RowRead]:
        """Give the lines of one kind that count otherwise, as rows that stand for the lost ones.

        Args:
            counts: the counts that lines state of one kind of things, at least one.
        """
        sums = [each for each in counts if self._is_a_sum_among(each)]
        stand_above = any(self._place(each.number) == 0 for each in sums)
        wrong_sums = [each for each in sums if not self._sums_up(each, sums, opens=stand_above)]
        if wrong_sums:
            yield from self._lost_by_sums(wrong_sums, self._below if stand_above else self._above)
        elif not (self.counting.agrees(counts) or all(map(self._fits, counts))):
            largest = max(counts, key=_many)
            yield largest.as_row(max(1, self._more_than_all(largest)))

    def _lost_by_sums(
        self, sums: Sequence[StatedCount], block: Callable[[int], Counting]
    ) -> Iterator[RowRead]:
        """Give the sums of blocks, and the largest of all rows if it counts still more things."""
        of_all = [each for each in sums if _is_of_all(each)]
        lost = 0
        for each in sums:
            if each not in of_all:
                missing = max(1, each.many - block(each.number).many_of(each.kind))
                lost += missing
                yield each.as_row(missing)
        largest = max(of_all, key=_many, default=None)
        if largest is not None and (not lost or self._more_than_all(largest) > lost):
            yield largest.as_row(max(1, self._more_than_all(largest) - lost))

    def _more_than_all(self, stated: StatedCount) -> int:
        """Return how many more things a line counts than there are."""
        return stated.many - self.counting.many_of(stated.kind)

    def _is_a_sum_among(self, stated: StatedCount) -> bool:
        """Tell whether a line is a sum that stands among the rows, not above or below the table."""
        return self._is_among(stated) and is_sum(stated.text)

    def _is_among(self, stated: StatedCount) -> bool:
        at = bisect_left(self._lines, stated.number)
        return self._lines[at : at + 1] == [stated.number]

    def _sums_up(self, stated: StatedCount, sums: Sequence[StatedCount], *, opens: bool) -> bool:
        """Tell whether a sum is right; a single total is that of all rows, and not of a block."""
        if len(sums) == 1 and _is_of_all(stated):
            return stated.many in self.counting.counts_of(stated.kind)
        return self._fits(stated, opens=opens)

    def _fits(self, stated: StatedCount, *, opens: bool = True) -> bool:
        """Tell whether a line states a count of all rows, or of a block beside it.

        Args:
            stated: the count of the line.
            opens: whether the block may be the one below the line, and not only the one above.
        """
        if stated.many in self.counting.counts_of(stated.kind):
            return True
        return self._is_among(stated) and self._fits_a_block(stated, opens=opens)

    def _fits_a_block(self, stated: StatedCount, *, opens: bool) -> bool:
        """Tell whether a line states a count of a block; things may stand in several rows of it."""
        number, many = stated.number, stated.many
        amounts = [self._heads] if stated.kind == PEOPLE else [self._single, self._heads]
        if any(each.closes(number, many) for each in amounts) or self._is_of_none(stated):
            return True
        if opens and any(each.opens(number, many) for each in amounts):
            return True
        blocks = (self._above(number), *((self._below(number),) if opens else ()))
        return any(many in each.counts_of(stated.kind) for each in blocks)

    def _is_of_none(self, stated: StatedCount) -> bool:
        """Tell whether a line counts nothing, and no row stands between it and the line before."""
        at = bisect_left(self._lines, stated.number)
        before = self._lines[max(0, at - 1) : at] if stated.many == 0 else ()
        return any(self._place(line) == self._place(stated.number) for line in before)

    def _above(self, number: int) -> Counting:
        """Return the counts of the rows between a line and the line before it."""
        end = self._place(number)
        return self._between(self._ends[max(0, bisect_left(self._ends, end) - 1)], end)

    def _below(self, number: int) -> Counting:
        """Return the counts of the rows between a line and the line after it."""
        start = self._place(number)
        ends = self._ends[bisect_right(self._ends, start) :]
        return self._between(start, ends[0] if ends else start)

    def _between(self, start: int, end: int) -> Counting:
        return Counting(self.counting.table, self._rows[start:end])

    def _place(self, number: int) -> int:
        """Return how many rows stand above a line."""
        return bisect_left(self._numbers, number)


def _is_of_all(stated: StatedCount) -> bool:
    """Tell whether a sum says that it is the total."""
    return folded(stated.text).startswith(_OF_ALL)


def _many(stated: StatedCount) -> int:
    return stated.many
