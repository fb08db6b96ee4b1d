"""Compare the counts that lines state with the rows that the table has.

A table whose last line says “Tổng cộng: 03 doanh nghiệp” and that has one row has lost two.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cached_property
from typing import final

from attrs import frozen

from nsc_program.intake._cells.cells import counted, is_blank
from nsc_program.intake._cells.discreet import masked
from nsc_program.intake._cells.grid import filled
from nsc_program.intake._headings.beside import is_running
from nsc_program.intake._headings.headings import takes_units
from nsc_program.intake._messages.problem_reports import problem_of
from nsc_program.intake._messages.problems import Fault
from nsc_program.intake._rows.names_of_keys import SUBJECTS
from nsc_program.intake._rows.rows import RowRead
from nsc_program.intake._tables.rows_without_records import is_of_other_lists, is_sum
from nsc_program.intake._tables.table import Table
from nsc_program.intake._tables.unread_lines import UnreadLine, Why
from nsc_program.intake._words.counted_texts import count_in, counts_of_sum, others_in
from nsc_program.intake._words.words import WORDS, folded, lowered

_LONGEST = 60
PEOPLE = "People"


@final
@frozen
class StatedCount:
    """A line that counts the rows of its table.

    Attributes:
        number: the number of its row.
        cells: the row.
        text: the text that counts.
        many: the count.
        kind: the things that are counted.
    """

    number: int
    cells: object
    text: str
    many: int
    kind: str

    def as_row(self, lost: int) -> RowRead:
        """Return the row of the line, which stands for the rows that were lost."""
        problem = problem_of(self.number, None, masked(self.text)[:_LONGEST], Fault.OTHER_COUNT)
        return RowRead(self.number, self.cells, None, (problem,), {}, lost)


def counting_otherwise(
    lines: Iterable[UnreadLine], data: Collection[RowRead], table: Table
) -> Iterator[UnreadLine]:
    """Give the lines that stand apart from the table and count its rows otherwise than they are.

    Args:
        lines: the name of the sheet, and the lines on other sheets.
        data: the rows that hold data.
        table: the columns of the table.
    """
    counting = Counting(table, data)
    for line in lines:
        sums = list(counting.sums_in(0, {"": line.text}))
        if not all(counting.agrees([each]) for each in sums):
            yield line.because(Why.OTHER_COUNT)


def counting_other_things(
    lines: Iterable[UnreadLine], data: Collection[RowRead], table: Table
) -> Iterator[UnreadLine]:
    """Give the sums of things of other classes, and of subjects or parts other than there are.

    Args:
        lines: the lines around and among the rows.
        data: the rows that hold data.
        table: the columns of the table.
    """
    counting = Counting(table, data)
    for line in lines:
        agrees = all(
            is_subject and many in counting.possible
            for many, is_subject in others_in(line.text, counting.kinds)
        )
        agrees = agrees and counting.has_all_of(line.text)
        if not (agrees and counting.has_part(line.text)):
            yield line.because(Why.OTHER_COUNT)


@final
@frozen
class Counting:
    """The counts of the rows of a table.

    Attributes:
        table: the columns of the table.
        data: the rows that hold data.
    """

    table: Table
    data: Collection[RowRead]

    @property
    def kinds(self) -> tuple[str, ...]:
        """The things that lines count: in a list of trained people, these people."""
        name, columns = self.table.kind.__name__, self.table.columns
        if name != "Training":
            return (name,)
        if "person" in columns:
            return (PEOPLE,)
        return (name, PEOPLE) if "headcount" in columns else (name,)

    def sums_in(self, number: int, row: object) -> Iterator[StatedCount]:
        """Give the first count of each kind in a row: of a text, or of a number beside a sum."""
        said = (cell for _, cell in filled(row) if isinstance(cell, str))
        texts = [without_parts(text) for text in said if not is_of_other_lists(text)]
        for kind in self.kinds:
            counts = ((text, count_in(text, kind)) for text in texts)
            sums = (
                StatedCount(number, row, text, many, kind)
                for text, many in counts
                if many is not None
            )
            first = next(sums, None) or self._sum_beside(number, row, texts, kind)
            if first is not None:
                yield first

    def _sum_beside(
        self, number: int, row: object, texts: Collection[str], kind: str
    ) -> StatedCount | None:
        """Return the count of a number beside the word for a sum, which is of the first kind."""
        word = next(filter(is_sum, texts), None) if kind == self.kinds[0] else None
        many = None if word is None else self.number_beside(row)
        return None if word is None or many is None else StatedCount(number, row, word, many, kind)

    def number_beside(self, row: object) -> int | None:
        """Return the number of a row that counts rows, beside the word for a sum.

        Args:
            row: the row.
        """
        for heading, cell in filled(row):
            many = counted(cell)
            if many is not None and self._counts_rows(heading, many):
                return many
        return None

    def _counts_rows(self, heading: object, many: int) -> bool:
        """Tell whether a number beneath a heading can only count rows.

        The cells above it do not hold numbers, and another number of them is filled.
        """
        if count_in("Tổng 1", self.kinds[0]) is None or not isinstance(heading, str):
            return False
        if is_running(heading):
            return True
        names = {of: name for name, (of, _) in self.table.columns.items()}
        if heading in names:
            return not takes_units(names[heading]) and many != self._filled(heading)
        cells = list(self._cells(heading))
        has_numbers = any(_HAS_DIGIT(str(cell)) for cell in cells if not is_blank(cell))
        return bool(cells) and many != self._filled(heading) and not has_numbers

    def has_part(self, text: str) -> bool:
        """Tell whether there are as many rows of a sort as a text says to be among them.

        Args:
            text: the text of a line, which need not name a part.
        """
        _, among, parts = lowered(text).partition(_AMONG)
        return not among or all(map(self._has, _BETWEEN_PARTS.split(parts)))

    def has_all_of(self, text: str) -> bool:
        """Tell whether each of several counts of a sum is one of the rows, or they are its parts.

        Args:
            text: the text of a line.
        """
        first, *others = counts_of_sum(without_parts(text), self.kinds) or (0,)
        return sum(others) == first or all(many in self.possible for many in others)

    def _has(self, part: str) -> bool:
        """Tell whether there are as many rows as a part says: “02 hoàn thành”, “hoàn thành 02”."""
        stated = _PART.fullmatch(part.strip(" .:;()"))
        if stated is None or _OF_OTHER_THINGS.search(part):
            return True
        many = int(stated["first"] or stated["last"])
        return many in self.possible or many in self._parts(part)

    def _parts(self, words: str) -> Iterator[int]:
        """Give the numbers of the rows with a cell that is read, or with one that words name."""
        yield from self._many_filled
        for run in _runs(_WORD.findall(folded(words))):
            yield from self._many_by_words.get(run, ())

    @cached_property
    def _many_filled(self) -> set[int]:
        """The numbers of the rows with a cell in each column that is read."""
        return {self._filled(heading) for heading, _ in self.table.columns.values()}

    @cached_property
    def _many_by_words(self) -> Mapping[tuple[str, ...], set[int]]:
        """The numbers of the rows with a text or a word of a set in one column, by its words."""
        cells = ((heading, cell) for row in self.data for heading, cell in filled(row.cells))
        texts = ((head, folded(cell)) for head, cell in cells if head and isinstance(cell, str))
        many: dict[tuple[str, ...], set[int]] = {}
        for (_, text), count in Counter(texts).items():
            if _HAS_LETTER(text):
                many.setdefault(tuple(_WORD.findall(text)), set()).add(count)
        for (_, value), count in self._members.items():
            for word in (word for word, of in WORDS[type(value)].items() if of == value):
                many.setdefault(tuple(word.split()), set()).add(count)
        return many

    @property
    def _members(self) -> Mapping[tuple[str, StrEnum], int]:
        """The numbers of the rows with each value of a closed set, by the name of the column."""
        pairs = ((name, value) for row in self.data for name, value in row.values.items())
        return Counter((name, value) for name, value in pairs if isinstance(value, StrEnum))

    def _filled(self, heading: str) -> int:
        """Count the filled cells beneath a heading."""
        return sum(not is_blank(cell) for cell in self._cells(heading))

    def _cells(self, heading: str) -> Iterator[object]:
        """Give the cells of the rows beneath a heading."""
        rows = (row.cells for row in self.data if isinstance(row.cells, Mapping))
        return (cells[heading] for cells in rows if heading in cells)

    def agrees(self, sums: Sequence[StatedCount]) -> bool:
        """Tell whether lines state, together or the largest alone, as many as there are."""
        stated, counts = [line.many for line in sums], self.counts_of(sums[0].kind)
        return sum(stated) in counts or max(stated) in counts

    def many_of(self, kind: str) -> int:
        """Return how many things of a kind the rows stand for."""
        return self._heads if kind == PEOPLE else len(self.data)

    def counts_of(self, kind: str) -> set[int]:
        """Return the counts that a line may state of a kind.

        Args:
            kind: the kind of things.
        """
        return {self._heads} if kind != self.kinds[0] else self.possible

    @cached_property
    def possible(self) -> set[int]:
        """The counts that a line may state: of rows, of records, or of their subjects."""
        records = {row.record for row in self.data if row.record is not None}
        subjects = (self._subjects(name) for name in SUBJECTS)
        return {len(self.data), len(records), self._heads, *subjects}

    @property
    def _heads(self) -> int:
        """The number of people in all rows; a row without a headcount is one."""
        return sum(map(heads_of, self.data))

    def _subjects(self, name: str) -> int:
        """Count the different values of a column; each row without one counts."""
        values = [row.values[name] for row in self.data if name in row.values]
        return len(set(values)) + len(self.data) - len(values)


def heads_of(row: RowRead) -> int:
    """Return the number of people in a row; a row without a headcount is one.

    Args:
        row: the row.
    """
    return int(row.values.get("headcount") or 1)


_AMONG = "trong đó"
_BETWEEN_PARTS = re.compile(r"[,;](?!\d)|\bvà\b")
_PART = re.compile(
    r"(?:(?:có|là|gồm)\W+)?"
    r"(?:(?P<first>[0-9]{1,9}) [^\W\d].{1,200}|[^\d]{2,80}?(?P<last>[0-9]{1,9})"
    r"(?: (?:doanh nghiệp|dn|đơn vị|hồ sơ|lớp|khóa|mô hình|người|học viên|chuyên gia|tổ chức|"
    r"cuộc|sự kiện))?)"
)
"""The number of a part of the rows, before or behind what they are."""
_TIMES = r"(?:năm|quý|tháng|ngày|số|lần|đợt)"
_OF_OTHER_THINGS = re.compile(
    r"\b(?:nam|nữ|đồng|nghìn|ngàn|triệu|tr|tỷ|tỉ|kinh phí|ngân sách|nsnn|vốn|nguồn)\b|"
    rf"\b(?!lần){_TIMES} [0-9]|[0-9] {_TIMES}\b"
)
"""Money, men and women, and the names of times and papers; “lần 2” says of which rows a part is."""
_HAS_LETTER = re.compile(r"[^\W\d_]").search
_HAS_DIGIT = re.compile(r"\d").search


def without_parts(text: str) -> str:
    """Return a text up to what it says about a part of the rows.

    Args:
        text: the text.
    """
    return _FROM_PARTS_ON.sub("", text)


_FROM_PARTS_ON = re.compile(rf"\b{_AMONG}\b.*", re.IGNORECASE | re.DOTALL)
_WORD = re.compile(r"\w+")
_MOST_WORDS = 12
"""The most words of a cell that a line may name."""


def _runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Give each run of words that stand together, up to the most words of a cell."""
    for start in range(len(words)):
        for end in range(start + 1, min(start + _MOST_WORDS, len(words)) + 1):
            yield tuple(words[start:end])
