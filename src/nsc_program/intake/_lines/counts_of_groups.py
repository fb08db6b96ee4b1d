"""Compare the counts that lines among the rows state with the rows of their groups.

“Phường Hà Đông (03 đơn vị)” stands over three rows, or over rows of three enterprises.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import final

from attrs import field, frozen

from nsc_program.intake._lines.stated_counts import PEOPLE, Counting, heads_of, without_parts
from nsc_program.intake._rows.names_of_keys import SUBJECTS
from nsc_program.intake._rows.rows import RowRead
from nsc_program.intake._tables.rows_without_records import is_of_other_lists, is_sum
from nsc_program.intake._tables.unread_lines import UnreadLine, Why
from nsc_program.intake._words.counted_texts import count_in


@final
@frozen
class _Groups:
    """The rows between lines, and how many things of one kind they stand for.

    Attributes:
        rows: the rows that hold data, in their order.
        ends: the places of the lines among the rows, and both ends of the rows, in their order.
        before: the number of things before each row, and before the end.
        has_subjects: whether the things are those of which several rows may be about one.
    """

    rows: Sequence[RowRead]
    ends: Sequence[int]
    before: Sequence[int]
    has_subjects: bool
    _sums: frozenset[int] = field(init=False)

    @_sums.default
    def _at_the_ends(self) -> frozenset[int]:
        """Return the numbers of things before each end."""
        return frozenset(self.before[end] for end in self.ends)

    @classmethod
    def of(cls, rows: Sequence[RowRead], ends: Sequence[int], kind: str) -> "_Groups":
        """Count the things of a kind.

        Args:
            rows: the rows that hold data, in their order.
            ends: the ends of the groups.
            kind: the things that are counted.
        """
        is_of_people = kind == PEOPLE
        many = (heads_of(row) if is_of_people else 1 for row in rows)
        return cls(rows, ends, [0, *accumulate(many)], not is_of_people)

    def counts(self, many: int, at: int, *, is_numbered: bool) -> bool:
        """Tell whether a line counts the rows from its place to another line.

        Args:
            many: the count.
            at: the number of the rows before the line.
            is_numbered: whether the line has a number, so that it is about the rows beneath it.
        """
        before = self.before[at]
        if before + many in self._sums or (not is_numbered and before - many in self._sums):
            return True
        return self.has_subjects and many in self._subjects(at)

    def _subjects(self, at: int) -> set[int]:
        """Return the numbers of the different subjects of the rows beneath a line."""
        rows = self.rows[at : self.ends[bisect_right(self.ends, at)]]
        keys = ([row.values.get(name) for row in rows] for name in SUBJECTS)
        return {len(set(each)) for each in keys if None not in each}


_NUMBERED = re.compile(r"\W*(?:[IVX]+|[A-ZĐ]|[0-9]+(?:\.[0-9]+)*)[.)]")
"""The number of a heading: “II.”, “a)”."""


def counting_groups_otherwise(
    lines: Iterable[UnreadLine], data: Iterable[RowRead], counting: Counting
) -> Iterator[UnreadLine]:
    """Give the lines among the rows that count the rows of their group otherwise than they are.

    Args:
        lines: the lines among the rows, with their numbers.
        data: the rows that hold data.
        counting: the counts of all rows.
    """
    rows = sorted(data, key=lambda row: row.number)
    numbers = [row.number for row in rows]
    placed = [(bisect_left(numbers, line.row or 0), line) for line in lines]
    ends = sorted({0, len(rows), *(place for place, _ in placed)})
    groups = {kind: _Groups.of(rows, ends, kind) for kind in counting.kinds}
    for place, line in placed:
        if place < len(rows) and not (is_sum(line.text) or is_of_other_lists(line.text)):
            is_numbered = _NUMBERED.match(line.text) is not None
            for kind, of_kind in groups.items():
                many = count_in(without_parts(line.text), kind)
                if many is not None and not of_kind.counts(many, place, is_numbered=is_numbered):
                    yield line.because(Why.OTHER_COUNT)
