"""Find the texts of a row, read or parts of its id, that say more than their places ask for."""

from collections.abc import Iterator
from datetime import date

from nsc_program.intake._cells.discreet import HIDDEN
from nsc_program.intake._cells.grid import ByHeading
from nsc_program.intake._headings.beside import KEYS, counts, tells
from nsc_program.intake._headings.columns import Column, Values
from nsc_program.intake._headings.displayed import displayed, seen_beside, text_of
from nsc_program.intake._messages.problem_reports import problem_of
from nsc_program.intake._messages.problems import Fault, Problem
from nsc_program.intake._tables.table import Table
from nsc_program.intake._texts.forms import FORMED, fault_of_form
from nsc_program.intake._texts.proofs import PROOFS
from nsc_program.intake._texts.row_texts import is_odd, is_odd_key, is_of_another_time
from nsc_program.intake._texts.subjects import is_out_of_form
from nsc_program.intake._words.provinces import names_several_places
from nsc_program.intake._words.words import folded


def faults_of_texts(number: int, row: ByHeading, table: Table, values: Values) -> Iterator[Problem]:
    """Give the texts of a row that do not have the form of what is asked for.

    Args:
        number: the number of the row, as its source counts.
        row: the cells, by heading.
        table: the columns of the table.
        values: the values of the row, by the names of columns.
    """
    for name, (heading, column) in table.columns.items():
        cell = row.get(heading)
        if isinstance(cell, date) and _is_of_words(name, column):
            yield problem_of(number, heading, text_of(cell), Fault.NOT_TEXT)
            continue
        fault = fault_of_form(name, cell, values) if name in FORMED else None
        if fault is None and _is_odd(name, cell, table, values):
            fault = Fault.OTHER_SAYING
        if fault is not None and not table.accepts(text_of(cell)):
            seen = displayed(cell, column)
            shown = seen_beside(cell) if seen == HIDDEN else seen
            yield problem_of(number, heading, shown, fault)
    for heading in table.id_from:
        cell = row.get(heading)
        if heading in table.beside and _is_odd_part(heading, cell, table, values):
            yield problem_of(number, heading, seen_beside(cell), Fault.OTHER_SAYING)


def _is_odd(name: str, cell: object, table: Table, values: Values) -> bool:
    """Tell whether a text that is read says more than its place asks for."""
    heading, column = table.columns[name]
    if name == "headcount" and isinstance(cell, str):
        return name in values and _counts_turns(cell) and not _counts_turns(heading)
    if not isinstance(cell, str) or name in _NOT_JUDGED or name not in values:
        return False
    if column.closed:
        return is_of_another_time(cell, values)
    if name == "locality" and names_several_places(cell):
        return True
    if not (column.words or name in _OF_TEXTS):
        return False
    if name in PROOFS and not counts(values):
        return False
    is_key = name in KEYS and is_odd_key(cell)
    return is_key or is_odd(table.kind.__name__, heading, cell, values)


def _is_of_words(name: str, column: Column) -> bool:
    """Tell whether a column holds words, so that a spreadsheet made a day of them: of “12-5”.

    A document may be known by its day.
    """
    return column.words and name != "document"


_OF_TEXTS = KEYS | {"activities"}
"""The columns of texts that do not hold arbitrary words."""
_NOT_JUDGED = frozenset({"indicator"})
"""The texts of a closed set."""


def _is_odd_part(heading: str, cell: object, table: Table, values: Values) -> bool:
    """Tell whether a cell of which the id is made says more than the cell of an unread column."""
    if not isinstance(cell, str) or table.accepts(cell):
        return False
    kind, has_person = table.kind.__name__, "person" in table.columns
    return (
        is_odd(kind, heading, cell, values)
        or is_odd_key(cell)
        or tells(heading, cell, lacks_its_day=False)
        or is_out_of_form(kind, heading, cell, has_person=has_person)
    )


def _counts_turns(text: str) -> bool:
    """Tell whether a text counts how often people came, of whom one may come several times."""
    return "luot" in folded(text).split()
