"""Compare the count that a line of a sum states with the rows that the table has.

A table whose last line says “Tổng cộng: 03 doanh nghiệp” and that has one row has lost two.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from nsc_program.intake._grid import filled
from nsc_program.intake._messages import message
from nsc_program.intake._problems import Fault, Problem
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
    left_out = frozenset(map(folded, ignored))
    lines = [
        (number, row, text, many)
        for number, row in numbered
        if number not in known
        for text, many in _stated(row, kind)
        if folded(text) not in left_out
    ]
    stated = [many for *_, many in lines]
    counts = _counts(data)
    if not lines or sum(stated) in counts or max(stated) in counts:
        return data
    lost = max(1, max(stated) - len(data))
    number, cells, text, _ = max(lines, key=lambda line: line[-1])
    problem = Problem(
        row=number,
        column=None,
        value=text[:60],
        code=Fault.OTHER_COUNT,
        message=message(Fault.OTHER_COUNT, None),
    )
    found = RowRead(number, cells, None, (problem,), {}, lost)
    return sorted([*data, found], key=lambda row: row.number)


def _stated(row: object, kind: str) -> Iterator[tuple[str, int]]:
    """Give the text that counts the things of a class in a row, and the count."""
    things = _THINGS.get(kind)
    if things is None:
        return
    pattern = _STATED.format(things=things)
    for _, cell in filled(row):
        if isinstance(cell, str) and (match := re.fullmatch(pattern, folded(cell[:100]))):
            yield cell, int(match[1])
            return


def _counts(data: Collection[RowRead]) -> set[int]:
    """Return the counts that a sum may state: of rows, of records, or of their subjects."""
    records = {row.record for row in data if row.record is not None}
    counts = {len(data), len(records)}
    for name in _SUBJECTS:
        subjects = {row.values[name] for row in data if name in row.values}
        rest = sum(name not in row.values for row in data)
        counts |= {len(subjects) + rest} if subjects else set()
    return counts
