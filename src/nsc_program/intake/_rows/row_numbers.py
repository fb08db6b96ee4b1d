"""Compare the numbers of a row: the number of its paper, and a part of its people.

The number of a certificate may name another year than its day, and more women than people cannot
have come.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

from nsc_program.intake._cells.cells import counted
from nsc_program.intake._cells.dates import FIRST_YEAR, LAST_YEAR
from nsc_program.intake._cells.grid import ByHeading
from nsc_program.intake._headings.columns import Values
from nsc_program.intake._headings.displayed import text_of
from nsc_program.intake._messages.problems import Fault
from nsc_program.intake._rows.cells_beside import unread_in
from nsc_program.intake._tables.table import Table
from nsc_program.intake._words.words import folded, lowered, lowest


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


_OF_PAPERS = {
    "certified_on": re.compile(
        r"(?:so|so hieu|ma|ma so) (?:giay )?(?:chung chi|chung nhan|gcn|cc|cccg)\b.*|"
        r"(?:giay )?(?:chung chi|chung nhan) so"
    ),
    "completed_on": re.compile(
        r"(?:so |so hieu )?(?:bien ban |bb ?)(?:nghiem thu|nt|thanh ly|tl)(?: thanh ly)?(?: so)?"
    ),
    "started_on": re.compile(r"(?:so|so hieu|ma|ma so) (?:hop dong|hd)|hop dong so"),
}
"""The headings of the number of the paper that was made on a day."""
_OF_A_CONTRACT = re.compile(r"\b(?:hop dong|hd)\b")
_YEAR = re.compile(r"(?<![\d/])[0-9]{1,6}\s?/\s?(20[0-9]{2})(?![0-9])")
"""The year in the number of a paper: 16/2024/VNPI."""


def _papers_of_other_years(row: ByHeading, table: Table, values: Values) -> Iterator[str]:
    """Give the headings of the numbers of papers that name another year than their day."""
    for name in _OF_PAPERS:
        day = values.get(name)
        if isinstance(day, date) and _is_the_day_of_a_paper(name, _heading(name, table)):
            for heading, cell in (*unread_in(row, table), _id_in(row, table)):
                is_asked = _asks_a_paper(name, heading)
                if is_asked and {*_YEAR.findall(text_of(cell))} - {str(day.year)}:
                    yield heading


def _id_in(row: ByHeading, table: Table) -> tuple[str, object]:
    """Return the heading of ids and the id of a row, which may be the number of a paper."""
    return _heading("id", table), table.cell_of("id", row)


@lru_cache(maxsize=1024)
def _asks_a_paper(name: str, heading: str) -> bool:
    """Tell whether a heading asks for the number of the paper that was made on a day."""
    return _OF_PAPERS[name].fullmatch(lowest(heading)) is not None


@lru_cache(maxsize=1024)
def _is_the_day_of_a_paper(name: str, heading: str) -> bool:
    """Tell whether a column has the days of papers; work may begin a year after its contract."""
    return name != "started_on" or _OF_A_CONTRACT.search(folded(heading)) is not None


_OF_A_PART = re.compile(
    r"(?:trong đó\W*)?(?:có )?(?:số )?(?:lượng )?(?:người |học viên |đại biểu |hv )?(?:nữ|nam)"
    r"(?: giới)?"
)
"""The headings of the numbers of women and of men; without accents, “nam” may be a year."""


def _larger_parts(row: ByHeading, table: Table, values: Values) -> Iterator[str]:
    """Give the headings of the numbers of women or men that are above the number of people."""
    people = values.get("headcount")
    if isinstance(people, int):
        parts = [pair for pair in unread_in(row, table) if _is_of_a_part(pair[0])]
        for heading, cell in parts:
            many = counted(cell)
            if many is not None and many > people and not _may_be_a_year(many):
                yield heading
        yield from _parts_of_another_sum(parts, people)


def _parts_of_another_sum(parts: Iterable[tuple[str, object]], people: int) -> Iterator[str]:
    """Give the heading of the women of a row, if men and women do not add up to its people."""
    numbers = [("nữ" in lowered(heading), heading, counted(cell)) for heading, cell in parts]
    women = [(heading, many) for is_of_women, heading, many in numbers if is_of_women]
    men = [many for is_of_women, _, many in numbers if not is_of_women]
    for (heading, hers), his in zip(women, men, strict=False):
        if hers is not None and his is not None and hers + his != people:
            yield heading


@lru_cache(maxsize=1024)
def _is_of_a_part(heading: str) -> bool:
    """Tell whether a heading counts women or men."""
    return _OF_A_PART.fullmatch(lowered(heading.rpartition("›")[2])) is not None


def _may_be_a_year(many: int) -> bool:
    """Tell whether a number may be a year, in a column “Nam” that has lost its accents."""
    return FIRST_YEAR <= many <= LAST_YEAR
