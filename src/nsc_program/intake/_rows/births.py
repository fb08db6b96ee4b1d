"""Compare the number of a person with the day of birth beside it.

A citizen's number of twelve digits holds the century and the year of birth. Where both disagree,
one of two columns is shifted, and the row is about another person.
"""

import re
from datetime import date

from nsc_program.intake._cells.discreet import is_of_a_birth
from nsc_program.intake._cells.grid import ByHeading
from nsc_program.intake._headings.displayed import text_of
from nsc_program.intake._rows.cells_beside import unread_in
from nsc_program.intake._tables.table import Table

_NUMBER = re.compile(r"[0-9]{3}([0-9])([0-9]{2})[0-9]{6}")
_YEAR = re.compile(r"(?:^|[^0-9])((?:19|20)[0-9]{2})$")


def heading_of_another_birth(row: ByHeading, table: Table) -> str | None:
    """Return the heading of a citizen's number that contradicts the day or year of birth.

    Args:
        row: the cells, by heading.
        table: the columns of the table.
    """
    if "person" not in table.columns:
        return None
    number = _NUMBER.fullmatch(re.sub(r"[ .]", "", text_of(table.cell_of("person", row))))
    if number is None:
        return None
    born = 1900 + 100 * (int(number[1]) // 2) + int(number[2])
    years = (_year_in(cell) for heading, cell in unread_in(row, table) if is_of_a_birth(heading))
    is_other = any(year is not None and year != born for year in years)
    return table.heading_of("person") if is_other else None


def _year_in(cell: object) -> int | None:
    """Return the year of a cell, which may be a day or a year; `None` if it is not read."""
    if isinstance(cell, date):
        return cell.year
    found = _YEAR.search(text_of(cell).strip())
    return None if found is None else int(found[1])
