"""Find the rows that name another row by its id: “như TH-01”, “HT24-12 (bản 2)”.

Such a row may repeat the other one, replace it or belong to it.
"""

import re
from collections.abc import Callable, Collection, Iterator
from functools import partial

from nsc_program.intake._headings.displayed import displayed, seen_beside, text_of
from nsc_program.intake._messages.problem_reports import problem_of
from nsc_program.intake._messages.problems import Fault, Problem
from nsc_program.intake._rows.cells_beside import cells_beside
from nsc_program.intake._rows.rows import RowRead
from nsc_program.intake._tables.table import Table

_ID = re.compile(r"(?=[^\s]*[^\W\d_])(?=[^\s]*[0-9])[^\s,;:()\[\]]{4,}")
"""An id that is not like a word or a number: it has a letter and a digit, and no space."""
_DIGIT = re.compile(r"[0-9]")
_WORDS = re.compile(r"[^\s,;:()\[\]\"“”]+")


def with_other_rows_told(data: list[RowRead], table: Table) -> list[RowRead]:
    """Report the rows in which a text names the id of another row.

    Args:
        data: the rows that hold data.
        table: the columns of the table.
    """
    if "id" not in table.columns:
        return data
    ids = {text.casefold() for row in data if (text := _id_of(row))}
    return [row.told(_problems_of(row, ids, table)) for row in data] if ids else data


def _id_of(row: RowRead) -> str | None:
    """Return the id of a row, if it is not like a word or a number."""
    own = str(row.values.get("id", ""))
    return own if _ID.fullmatch(own) else None


def _problems_of(row: RowRead, ids: Collection[str], table: Table) -> Iterator[Problem]:
    """Give the problems of the texts of a row that name another row."""
    own = str(row.values.get("id", "")).casefold()
    for heading, cell, shown in _cells_of(row, table):
        text = text_of(cell)
        if _DIGIT.search(text) and _names_another(text, own, ids) and not table.accepts(text):
            yield problem_of(row.number, heading, shown(cell), Fault.OTHER_SAYING)


def _cells_of(row: RowRead, table: Table) -> Iterator[tuple[str, str, Callable[[object], str]]]:
    """Give the texts of a row, and its id, with their headings and how each is shown."""
    for heading, cell in cells_beside(row.by_heading, table):
        if isinstance(cell, str):
            yield heading, cell, seen_beside
    for name, (heading, column) in table.columns.items():
        cell = row.by_heading.get(heading) if column.words or name == "id" else None
        if isinstance(cell, str):
            yield heading, cell, partial(displayed, column=column)


def _names_another(text: str, own: str, ids: Collection[str]) -> bool:
    """Tell whether a word of a text is the id of another row."""
    words = (word.strip(".").casefold() for word in _WORDS.findall(text))
    return any(word in ids and word != own for word in words)
