"""Define the headings that are searched for in a sheet."""

from collections.abc import Iterable, Mapping
from typing import final

from attrs import frozen

from nsc_program.errors import NscError
from nsc_program.intake._cells.cells import Mended
from nsc_program.intake._cells.grid import texts_of
from nsc_program.intake._headings.checked import checked
from nsc_program.intake._headings.columns import Column, columns_of
from nsc_program.intake._headings.headings import column_of, is_presumed
from nsc_program.intake._headings.left_out import LeftOut
from nsc_program.intake._messages.problems import Doubt, Refused
from nsc_program.intake._tables.lines import doubt_of
from nsc_program.intake._words.words import folded
from nsc_program.records._records import AnyRecord
from nsc_program.records._rejected_rows import row_class


@final
@frozen
class Wanted:
    """The headings that are searched for: of a class, and those that the caller names.

    Attributes:
        columns: the columns of the class, by name.
        named: the column of each named heading, by the folded heading.
        leaves_out: tells whether a heading, line, sheet or note is left out.
        kind: the class of the records.
        given: the columns that every row has a value of, with the value; `None` if it is unknown.
    """

    columns: Mapping[str, Column]
    named: Mapping[str, str]
    leaves_out: LeftOut
    kind: type[AnyRecord]
    given: Mapping[str, object] = {}

    @classmethod
    def of(
        cls,
        kind: type[AnyRecord] | str,
        named: Mapping[str, str],
        ignored: Iterable[str],
        given: Mapping[str, object] | Iterable[str] = (),
    ) -> "Wanted":
        """Collect the headings of a class and of the caller.

        Args:
            kind: the class of the records, or its name.
            named: the headings that the caller names, by column.
            ignored: the headings, lines and sheets that are left out.
            given: the names of the columns that every row has a value of, best with the values.

        Raises:
            UnknownId: if the class does not exist.
        """
        record_class = row_class(kind)
        by_heading = {folded(heading): name for name, heading in named.items()}
        columns = columns_of(record_class)
        values = given if isinstance(given, Mapping) else dict.fromkeys(given)
        read = {name: _value(columns.get(name), cell) for name, cell in values.items()}
        return cls(columns, by_heading, LeftOut.of(ignored), record_class, read)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns of the class."""
        return tuple(self.columns)

    def known(self, cells: Iterable[object]) -> frozenset[str]:
        """Return the headings of a row that are searched for, folded."""
        texts = ((text, folded(text)) for text in texts_of(cells))
        return frozenset(words for text, words in texts if words in self.named or self.column(text))

    def column(self, heading: str) -> str | None:
        """Return the column of a heading; `None` if it is not searched for, or is left out."""
        if self.leaves_out(heading):
            return None
        return self.named.get(folded(heading)) or column_of(heading, self.names, also=True)

    def presumed(self, headings: Iterable[str]) -> tuple[tuple[str, str], ...]:
        """Return the headings that only probably name the column that they are read as, with it.

        Beside a heading that surely names the column, such a heading is not read.
        """
        read = [(heading, self.column(heading)) for heading in headings]
        sure = {name for heading, name in read if name and self._is_sure(heading, name)}
        return tuple(
            (heading, name)
            for heading, name in read
            if name and name not in sure and is_presumed(heading, name)
        )

    def _is_sure(self, heading: str, name: str) -> bool:
        """Tell whether a heading surely names a column."""
        if folded(heading) in self.named:
            return True
        return column_of(heading, self.names) == name and not is_presumed(heading, name)

    def doubt_of(self, line: str) -> Doubt | None:
        """Return the reason not to read the rows below a line; `None` for a line left out."""
        return None if self.leaves_out(line) else doubt_of(line)


def _value(column: Column | None, cell: object) -> object:
    """Return a value that was given; `None` if it is unknown or cannot be read."""
    try:
        return None if column is None or cell is None else checked(column, cell)
    except (Mended, Refused, NscError):
        return None
