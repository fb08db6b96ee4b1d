"""Find the numbers of certificates that stand beside several people; each person has an own one."""

import re
from collections.abc import Iterator, Mapping

from nsc_program.intake._cells.cells import is_left_blank
from nsc_program.intake._headings.displayed import seen_beside, text_of
from nsc_program.intake._messages.problem_reports import problem_of
from nsc_program.intake._messages.problems import Fault, Problem
from nsc_program.intake._rows.rows import RowRead
from nsc_program.intake._tables.table import Table
from nsc_program.intake._words.grouping import grouped
from nsc_program.intake._words.words import folded, lowest

_PERSON = "person"
_PAPERS = r"(?:chung chi|chung nhan|giay chung nhan|gcn|van bang|bang|cc|the|certificate)"
_OF_ONE = re.compile(
    rf"(?:so|so hieu|so va ky hieu|ma|ma so|so vao so)(?: {_PAPERS})+|{_PAPERS} so|"
    r"so vao so(?: cap)?(?: chung chi| chung nhan)?|certificate (?:number|no)"
)
"""The headings of numbers that each person has alone."""


def with_papers_compared(data: list[RowRead], table: Table) -> list[RowRead]:
    """Report all rows of several people that have one number of a certificate.

    Args:
        data: the rows that hold data.
        table: the columns of the table.
    """
    headings = [each for each in table.unread if _OF_ONE.fullmatch(lowest(each))]
    if _PERSON not in table.columns or not headings:
        return data
    told = grouped(
        (problem.row, problem) for each in headings for problem in _shared(each, data, table)
    )
    return [row.told(told.get(row.number, ())) for row in data]


def _shared(heading: str, data: list[RowRead], table: Table) -> Iterator[Problem]:
    """Give the problems of the numbers beneath a heading that several people have."""
    for rows in _by_number(heading, data, table).values():
        if len({row.values[_PERSON] for row in rows}) > 1:
            for row in rows:
                shown = seen_beside(row.by_heading.get(heading))
                yield problem_of(row.number, heading, shown, Fault.SHARED_PAPER)


def _by_number(heading: str, data: list[RowRead], table: Table) -> Mapping[str, list[RowRead]]:
    """Return the rows with a person and a number beneath a heading, by that number."""
    cells = ((row, row.by_heading.get(heading)) for row in data if row.values.get(_PERSON))
    return grouped(
        (folded(text_of(cell)), row)
        for row, cell in cells
        if not is_left_blank(cell) and any(map(str.isdigit, text_of(cell)))
        if not table.accepts(text_of(cell))
    )
