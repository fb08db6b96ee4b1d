"""Collect the texts of the columns that are not read, and find those that tell something."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias, final

from nsc_program.intake._beside import counts, tells
from nsc_program.intake._discreet import is_of_a_person
from nsc_program.intake._displayed import seen_beside, speaks
from nsc_program.intake._rows import RowRead, cells_beside
from nsc_program.intake._table import Table
from nsc_program.intake._undecided import Undecided

Texts: TypeAlias = Counter[str]
"""The texts of a column, each with the number of its cells."""


def telling_columns(table: Table, rows: Iterable[RowRead]) -> Iterator[tuple[str, Texts]]:
    """Give the unread columns that say more than a name or a remark.

    Args:
        table: the columns of the table.
        rows: the rows that hold data.

    Yields:
        The heading of each column and its texts.
    """
    columns = _ColumnsBeside(table)
    for row in rows:
        if isinstance(row.cells, Mapping):
            columns.add(cells_beside(row.cells, table), is_counted=counts(row.values))
    for heading in table.unread:
        texts = columns.texts_of(heading)
        if columns.is_telling(heading, texts):
            yield heading, texts


@final
class _ColumnsBeside:
    """The columns of a table that are not read."""

    def __init__(self, table: Table) -> None:
        """Begin without texts."""
        self._undecided = Undecided.of(table.kind, table.columns.keys() | table.values.keys())
        self._has_days = "completed_on" in table.columns
        self._texts: defaultdict[str, Texts] = defaultdict(Counter)
        self._telling: set[str] = set()

    def add(self, cells: Iterable[tuple[str, object]], *, is_counted: bool) -> None:
        """Add the cells of a row, which may have a day that makes its record count."""
        lacks_its_day = self._has_days and not is_counted
        for heading, cell in cells:
            self._texts[heading][seen_beside(cell)] += 1
            if heading not in self._telling and self._tells(
                heading, cell, lacks_its_day=lacks_its_day
            ):
                self._telling.add(heading)

    def _tells(self, heading: str, cell: object, *, lacks_its_day: bool) -> bool:
        """Tell whether a cell says something about its row that has to be looked at."""
        is_told = tells(heading, cell, lacks_its_day=lacks_its_day)
        return is_told or self._undecided.by(heading, cell)

    def texts_of(self, heading: str) -> Texts:
        """Return the texts of a column, except the empty one."""
        texts = self._texts[heading]
        texts.pop("", None)
        return texts

    def is_telling(self, heading: str, texts: Texts) -> bool:
        """Tell whether a column with these texts names a state or days, which are not of birth."""
        if not texts or is_of_a_person(heading):
            return False
        return heading in self._telling or any(map(speaks, texts))
