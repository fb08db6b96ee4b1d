"""Find the rows that are an appendix to the contract of another row: “01/2024/PLHĐ-KC”.

An appendix changes or adds to what one contract does, and is not one more piece of work.
"""

import re
from collections.abc import Iterator
from typing import TypeAlias

from nsc_program.intake._headings.displayed import displayed
from nsc_program.intake._messages.problem_reports import named_row, problem_of
from nsc_program.intake._messages.problems import Fault, Problem
from nsc_program.intake._rows.names_of_keys import SUBJECTS
from nsc_program.intake._rows.rows import RowRead
from nsc_program.intake._tables.table import Table
from nsc_program.intake._words.words import folded

_Base: TypeAlias = tuple[object, tuple[str, ...]]
"""What a record is about, and the numbers in its id, in order of size."""
_MARK = re.compile(r"\b(?:pl(?: ?hd)?|phu ?luc|bo ?sung|bs|sua ?doi)[0-9]*\b")
_NUMBER = re.compile(r"[0-9]+")


def with_appendices_told(data: list[RowRead], table: Table) -> list[RowRead]:
    """Report the rows whose id calls them an appendix to another row of the same subject.

    Args:
        data: the rows that hold data.
        table: the columns of the table.
    """
    key = next((name for name in SUBJECTS if name in table.columns), None)
    if key is None or "id" not in table.columns:
        return data
    read = [(row, folded(str(row.values["id"]))) for row in data if row.record is not None]
    bases: dict[_Base, int] = {}
    for row, own in read:
        if _MARK.search(own) is None:
            bases.setdefault((row.values.get(key), _numbers_in(own)), row.number)
    told = {
        row.number: _told(row, _first(bases, row.values.get(key), _MARK.sub(" ", own)), table)
        for row, own in read
        if _MARK.search(own) is not None
    }
    return [row.told(told.get(row.number, ())) for row in data]


def _numbers_in(text: str) -> tuple[str, ...]:
    """Return the numbers in a text, in one order whatever theirs is; zeros before them say nothing.

    >>> _numbers_in("01/2024/HĐ-KC")
    ('1', '2024')
    """
    return tuple(sorted(number.lstrip("0") for number in _NUMBER.findall(text)))


def _first(bases: dict[_Base, int], subject: object, unmarked: str) -> int | None:
    """Return the number of the first row with the id to which an appendix belongs, if any has it.

    One number may be that of the appendix itself.
    """
    numbers = _numbers_in(unmarked)
    shorter = (numbers[:place] + numbers[place + 1 :] for place in range(len(numbers)))
    candidates = (of for of in (numbers, *shorter) if of)
    found = (bases.get((subject, of)) for of in candidates)
    return next((row for row in found if row is not None), None)


def _told(row: RowRead, base: int | None, table: Table) -> Iterator[Problem]:
    """Give the problem of an appendix, unless its id is accepted."""
    heading, column = table.columns["id"]
    own = row.values["id"]
    if base is not None and not table.accepts(str(own)):
        shown = displayed(own, column)
        yield problem_of(row.number, heading, shown, Fault.APPENDIX, detail=named_row(base))
