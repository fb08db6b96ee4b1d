"""Read one cell as a year, and as nothing more than a year."""

import re

from nsc_program.intake._cells.cells import line_of, whole_number
from nsc_program.intake._messages.problems import Fault, Refused
from nsc_program.intake._words.words import folded

_OF_A_NUMBER = re.compile(r"\.0+$")
"""What a database adds to a whole number: 2025.0."""
_YEAR = re.compile(r"(?:(?:nam|nam ngan sach|nien do|nien do ngan sach) )?([0-9]{4})")


def year(cell: object) -> int:
    """Read a year: 2025, “năm 2025” or “niên độ 2025”.

    A day does not say in which year money was spent, so it is refused.

    Args:
        cell: the cell.

    Raises:
        Refused: if the cell holds anything else.
    """
    number = whole_number(cell)
    text = _OF_A_NUMBER.sub("", line_of(cell)) if isinstance(cell, str) else str(number)
    match = _YEAR.fullmatch(folded(text))
    if match is None:
        raise Refused(Fault.NOT_A_YEAR)
    return int(match[1])
