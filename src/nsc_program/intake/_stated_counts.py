"""Compare the count that a line of a sum states with the rows that the table has.

A table whose last line says “Tổng cộng: 03 doanh nghiệp” and that has one row has lost two.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import final

from attrs import frozen

from nsc_program.intake._grid import filled
from nsc_program.intake._problem_reports import problem_of
from nsc_program.intake._problems import Fault
from nsc_program.intake._rows import RowRead
from nsc_program.intake._words import folded

_THINGS: Mapping[str, str] = {
    "Enterprise": "doanh nghiep|dn|don vi|co so|enterprises?",
    "Support": "doanh nghiep|dn|don vi|co so|ho so|hs|nhiem vu|luot doanh nghiep|enterprises?",
    "Training": "lop|khoa|lop hoc|khoa hoc|classes",
    "Expert": "chuyen gia|nguoi|experts?",
    "PilotModel": "mo hinh|mo hinh diem|doanh nghiep|dn|models?",
    "AssessmentBody": "to chuc|don vi|bodies",
    "Dissemination": "su kien|cuoc|hoi nghi|hoi thao|events?",
}
_STATED = (
    r"(?:tong|tong cong|tong so|cong chung|total)(?: (?:la|co|gom))? 0*([0-9]{{1,6}}) (?:{things})"
)
_SUBJECTS = ("enterprise", "code", "person", "registration")


@final
@frozen
class _Sum:
    """A line that counts the rows of its table.

    Attributes:
        number: the number of its row.
        cells: the row.
        text: the text that counts.
        many: the count.
    """

    number: int
    cells: object
    text: str
    many: int

    def as_row(self, lost: int) -> RowRead:
        """Return the row of the line, which stands for the rows that were lost."""
        problem = problem_of(self.number, None, self.text[:60], Fault.OTHER_COUNT)
        return RowRead(self.number, self.cells, None, (problem,), {}, lost)


def without_lost_rows(
    data: list[RowRead],
    numbered: Iterable[tuple[int, object]],
    kind: str,
    ignored: Collection[str] = (),
) -> list[RowRead]:
    """Add the line of a sum to the rejected rows if it counts more or fewer than there are.

    Args:
        data: the rows that hold data.
        numbered: all rows, with their numbers.
        kind: the class of the rows.
        ignored: the texts that are left out.

    Returns:
        The rows, and for each line that counts otherwise one row without a record, which stands for
        as many as are missing.
    """
    known = {row.number for row in data}
    others = [(number, row) for number, row in numbered if number not in known]
    sums = list(_sums(others, kind, frozenset(map(folded, ignored))))
    return data if not sums or _agree(sums, data) else _with_largest(sums, data)


def _with_largest(sums: Iterable[_Sum], data: list[RowRead]) -> list[RowRead]:
    """Return the rows with the line that states the most, in its place."""
    largest = max(sums, key=lambda line: line.many)
    lost = max(1, largest.many - len(data))
    return sorted([*data, largest.as_row(lost)], key=lambda row: row.number)


def _agree(sums: Iterable[_Sum], data: Collection[RowRead]) -> bool:
    """Tell whether the lines state, together or the largest alone, as many as there are."""
    stated, counts = [line.many for line in sums], _counts(data)
    return sum(stated) in counts or max(stated) in counts


def _sums(
    rows: Iterable[tuple[int, object]], kind: str, left_out: frozenset[str]
) -> Iterator[_Sum]:
    """Give the lines that count the things of a class, except those that are left out."""
    for number, row in rows:
        text, many = _stated(row, kind)
        if many is not None and folded(text) not in left_out:
            yield _Sum(number, row, text, many)


def _stated(row: object, kind: str) -> tuple[str, int | None]:
    """Return the first text that counts the things of a class in a row, and the count."""
    for text in [cell for _, cell in filled(row) if isinstance(cell, str)]:
        many = _counted(text, kind)
        if many is not None:
            return text, many
    return "", None


def _counted(text: str, kind: str) -> int | None:
    """Return the number of things of a class that a text states, or `None`."""
    things = _THINGS.get(kind)
    if things is None:
        return None
    match = re.fullmatch(_STATED.format(things=things), folded(text[:100]))
    return int(match[1]) if match else None


def _counts(data: Collection[RowRead]) -> set[int]:
    """Return the counts that a sum may state: of rows, of records, or of their subjects."""
    records = {row.record for row in data if row.record is not None}
    return {len(data), len(records), *(_subjects(data, name) for name in _SUBJECTS)}


def _subjects(data: Collection[RowRead], name: str) -> int:
    """Count the different values of a column; each row without one counts."""
    values = [row.values[name] for row in data if name in row.values]
    return len(set(values)) + len(data) - len(values)
