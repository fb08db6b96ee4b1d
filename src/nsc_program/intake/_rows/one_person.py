"""Find people who stand under two keys: one name, with one day of birth, telephone or workplace.

Many people have one name, so the name alone says nothing.
"""

import re
from collections.abc import Hashable, Iterator, Mapping
from typing import TypeAlias

from nsc_program.intake._cells.cells import is_left_blank
from nsc_program.intake._headings.displayed import text_of
from nsc_program.intake._messages.problem_reports import named_row, problem_of
from nsc_program.intake._messages.problems import Fault
from nsc_program.intake._rows.names_of_keys import heading_of_names
from nsc_program.intake._rows.rows import RowRead
from nsc_program.intake._tables.table import Table
from nsc_program.intake._words.words import folded, lowest
from nsc_program.values._text import Text

_PERSON = "person"
_OF_ONE = re.compile(
    r"(?:ngay|nam|ngay thang nam|ngay thang)(?: thang nam)? sinh|date of birth|birthday|"
    r"(?:so )?(?:dien thoai|dt|sdt|di dong|phone|mobile)(?: (?:di dong|lien he))?|"
    r"(?:dia chi )?(?:email|e mail|thu dien tu)|"
    r"(?:noi|don vi|co quan) (?:cong tac|lam viec)|don vi|co quan"
)
"""The headings of what two people of one name rarely share."""
_Marks: TypeAlias = Mapping[str, str]
"""What a row says of a person beside the name, by heading."""
_Seen: TypeAlias = dict[Hashable, tuple[object, Text, _Marks]]
"""The key of the first person with a name and a mark, the number of the row, and all marks."""


def with_people_compared(data: list[RowRead], table: Table) -> list[RowRead]:
    """Report the rows whose person stands under another key in an earlier row.

    Args:
        data: the rows that hold data.
        table: the columns of the table.
    """
    heading = heading_of_names(_PERSON, table) if _PERSON in table.columns else None
    marks = [each for each in table.unread if _OF_ONE.fullmatch(lowest(each))]
    if heading is None or not marks:
        return data
    seen: _Seen = {}
    return [_compared(row, heading, marks, table, seen) for row in data]


def _compared(
    row: RowRead, heading: str, headings: list[str], table: Table, seen: _Seen
) -> RowRead:
    """Return a row, with a problem if its person has another key before."""
    cells = row.by_heading
    cell, own = cells.get(heading), row.values.get(_PERSON)
    if row.record is None or own is None or is_left_blank(cell) or table.accepts(text_of(cell)):
        return row
    filled = {each: cells.get(each) for each in headings if not is_left_blank(cells.get(each))}
    marks = {each: folded(text_of(cell)) for each, cell in filled.items()}
    number = named_row(row.number)
    place = next(_places_of(folded(text_of(cell)), own, marks, number, seen), None)
    if place is None:
        return row
    problem = problem_of(row.number, heading, "", Fault.OTHER_KEY, detail=place)
    return row.told([problem])


def _places_of(name: str, own: object, marks: _Marks, place: Text, seen: _Seen) -> Iterator[Text]:
    """Give the rows in which a person stands under another key, and remember this row."""
    for mark in marks.items():
        key, first, others = seen.setdefault((name, mark), (own, place, marks))
        if key != own and all(others.get(each, text) == text for each, text in marks.items()):
            yield first
