"""Compare the numbers of a row: the number of its paper, and a part of its people.

The number of a certificate may name another year than its day, and more women than people cannot
have come.
"""

import re
from collections.abc import Iterator
from datetime import date

from nsc_program.intake._cells import is_blank, whole_number
from nsc_program.intake._columns import Values
from nsc_program.intake._displayed import text_of
from nsc_program.intake._grid import ByHeading
from nsc_program.intake._problems import Fault
from nsc_program.intake._table import Table
from nsc_program.intake._words import folded, lowest


def odd_numbers(row: ByHeading, table: Table, values: Values) -> Iterator[tuple[str, Fault]]:
    """Give the headings of the numbers of a row that contradict others, with their faults.

    Args:
        row: the cells, by heading.
        table: the columns of the table.
        values: the values of the row, by the names of columns.
    """
    for heading in _papers_of_other_years(row, table, values):
        yield heading, Fault.OTHER_DAY
    for heading in _larger_parts(row, table, values):
        yield heading, Fault.LARGER_PART


def _heading(name: str, table: Table) -> str:
    """Return the heading of a column, or nothing for a value that is given for all rows."""
    return table.heading_of(name) or ""


_PAPERS = {
    "certified_on": re.compile(
        r"(?:so|so hieu|ma|ma so) (?:giay )?(?:chung chi|chung nhan|gcn|cc|cccg)\b.*|"
        r"(?:giay )?(?:chung chi|chung nhan) so"
    ),
    "started_on": re.compile(r"(?:so|so hieu|ma|ma so) (?:hop dong|hd)|hop dong so"),
}
"""The headings of the number of the paper that was made on a day."""
_OF_A_CONTRACT = re.compile(r"\b(?:hop dong|hd)\b")
_YEAR = re.compile(r"(?<![\d/])[0-9]{1,6}\s?/\s?(20[0-9]{2})(?![0-9])")
"""The year in the number of a paper: 16/2024/VNPI."""


def _papers_of_other_years(row: ByHeading, table: Table, values: Values) -> Iterator[str]:
    """Give the headings of the numbers of papers that name another year than their day."""
    for name, of_papers in _PAPERS.items():
        day = values.get(name)
        if isinstance(day, date) and _is_the_day_of_a_paper(name, table):
            for heading in (*table.unread, _heading("id", table)):
                years = _YEAR.findall(text_of(row.get(heading)))
                if of_papers.fullmatch(lowest(heading)) and {*years} - {str(day.year)}:
                    yield heading


def _is_the_day_of_a_paper(name: str, table: Table) -> bool:
    """Tell whether a column has the days of papers; work may begin a year after its contract."""
    heading = folded(_heading(name, table))
    return name != "started_on" or _OF_A_CONTRACT.search(heading) is not None


_OF_A_PART = re.compile(
    r"(?:trong do )?(?:co )?(?:so )?(?:luong )?(?:nguoi |hoc vien |dai bieu |hv )?(?:nu|nam)"
    r"(?: gioi)?"
)
"""The headings of the numbers of women and of men."""


def _larger_parts(row: ByHeading, table: Table, values: Values) -> Iterator[str]:
    """Give the headings of the numbers of women or men that are above the number of people."""
    people = values.get("headcount")
    for heading in table.unread if isinstance(people, int) else ():
        cell = row.get(heading)
        if not is_blank(cell) and _OF_A_PART.fullmatch(lowest(heading)):
            text = text_of(cell)
            many = int(text) if text.isdecimal() else whole_number(cell)
            if many is not None and many > people:  # type: ignore[operator]
                yield heading
