"""Compare the rows of a table with each other, and report what only this shows.

Each comparison remembers what the rows before say in dictionaries, and no row is compared with
each of the others.
"""

from collections.abc import Callable
from functools import reduce
from typing import TypeAlias

from nsc_program.intake._rows.appendices import with_appendices_told
from nsc_program.intake._rows.copied_rows import with_copies_told
from nsc_program.intake._rows.days_of_decisions import with_days_compared
from nsc_program.intake._rows.exchanged_keys import with_exchanged_keys
from nsc_program.intake._rows.far_values import with_far_values_told
from nsc_program.intake._rows.names_of_keys import with_names_compared
from nsc_program.intake._rows.one_person import with_people_compared
from nsc_program.intake._rows.papers_of_people import with_papers_compared
from nsc_program.intake._rows.repeats import without_false_repeats
from nsc_program.intake._rows.rows import RowRead
from nsc_program.intake._rows.rows_named import with_other_rows_told
from nsc_program.intake._tables.table import Table

_Comparison: TypeAlias = Callable[[list[RowRead], Table], list[RowRead]]

_COMPARISONS: tuple[_Comparison, ...] = (
    *(without_false_repeats, with_names_compared, with_people_compared, with_papers_compared),
    *(with_other_rows_told, with_days_compared, with_exchanged_keys, with_copies_told),
    *(with_appendices_told, with_far_values_told),
)


def with_rows_compared(data: list[RowRead], table: Table) -> list[RowRead]:
    """Return the rows, with the problems that a comparison with the others shows.

    Args:
        data: the rows that hold data.
        table: the columns of the table.
    """
    return reduce(lambda rows, compare: compare(rows, table), _COMPARISONS, data)
