"""Find the lines among the rows that name another value than a column of the rows beneath them."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import TypeAlias

from nsc_program.intake._cells.grid import filled
from nsc_program.intake._headings.columns import Values
from nsc_program.intake._rows.rows import RowRead
from nsc_program.intake._tables.lines import end_rank
from nsc_program.intake._tables.numbering import Rank, rank_of
from nsc_program.intake._tables.rows_without_records import is_sum
from nsc_program.intake._tables.unread_lines import UnreadLine, Why
from nsc_program.intake._words.naming import FIELDS, Named, named
from nsc_program.intake._words.words import lowered

_InForce: TypeAlias = tuple[Rank | None, UnreadLine]


def of_other_values(
    numbered: Iterable[tuple[int, object]], data: Iterable[RowRead], columns: Collection[str]
) -> Iterator[UnreadLine]:
    """Give the lines that name another kind, level or scope than a row beneath them has.

    A line is about the rows before the next line of its rank, except those beneath a later line
    that names a value of the same field.

    Args:
        numbered: all rows, with their numbers.
        data: the rows that hold data.
        columns: the names of the columns of the table.
    """
    rows = {row.number: row.values for row in data}
    of_fields = sorted(FIELDS.intersection(columns))
    in_force: dict[str, list[_InForce]] = {name: [] for name in of_fields}
    for number, cells in numbered if of_fields else ():
        if number in rows:
            yield from (
                line.because(Why.OTHER_VALUE)
                for name, lines in in_force.items()
                for _, line in lines[-1:]
                if _contradicts(name, line, rows[number])
            )
        else:
            _put(in_force, number, cells)


_LEVELS = ("level", "scope")
_LEVEL = re.compile(
    r"\b(?:cấp|cap) \w|toàn quốc|toan quoc|cả nước|ca nuoc|"
    r"\b(?:do|được|của|duoc|cua) (?:các |cac )?"
    r"(?:bộ|bo|trung ương|trung uong|tw|tổng cục|tong cuc)\b"
)
"""What a title says of the level of its rows, and not of the programme that it is about."""


def titles_of_other_levels(
    lines: Iterable[UnreadLine], data: Iterable[RowRead], columns: Collection[str]
) -> Iterator[UnreadLine]:
    """Give the lines around a table that name another level or scope than a row has in its column.

    Args:
        lines: the lines around the rows.
        data: the rows that hold data.
        columns: the names of the columns of the table.
    """
    names = [name for name in _LEVELS if name in columns]
    values = {(name, row.values.get(name)) for row in data for name in names} - _unknown(names)
    for line in lines if values else ():
        if _LEVEL.search(lowered(line.text)) and any(
            named(name, line.text, is_title=True, usual=value) is Named.OTHER
            for name, value in values
        ):
            yield line.because(Why.OTHER_VALUE)


def _unknown(names: Iterable[str]) -> AbstractSet[tuple[str, object]]:
    """Return what rows say that leave a column blank."""
    return {(name, None) for name in names}


def _contradicts(name: str, line: UnreadLine, values: Values) -> bool:
    """Tell whether a line names other values of a field than a row has in its column."""
    value = values.get(name)
    return value is not None and named(name, line.text, usual=value) is Named.OTHER


def _put(in_force: Mapping[str, list[_InForce]], number: int, cells: object) -> None:
    """Put the texts of a row without data in force, for each field that they name a value of."""
    texts = [cell for _, cell in filled(cells) if isinstance(cell, str)]
    if any(map(is_sum, texts)):
        return
    rank = rank_of(cell for _, cell in filled(cells))
    for name, lines in in_force.items():
        said = [text for text in texts if named(name, text) is not Named.NOTHING]
        if rank is not None or said:
            end_rank(lines, rank)
        lines += [(rank, UnreadLine(number, text)) for text in said]
