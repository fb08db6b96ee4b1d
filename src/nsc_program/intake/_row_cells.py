"""Read the cells of one row as the values of its columns, and report what is wrong with each."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, final

from attrs import frozen

from nsc_program.errors import NscError
from nsc_program.intake import _cells
from nsc_program.intake._columns import Column, ReadColumns, checked
from nsc_program.intake._displayed import displayed, suggested
from nsc_program.intake._grid import ByHeading
from nsc_program.intake._problem_reports import problem_of
from nsc_program.intake._problems import Fault, Problem, Refused
from nsc_program.intake._refusals import in_words
from nsc_program.intake._units import Unit
from nsc_program.values._text import Text

_UNREADABLE = (_cells.Cut, _cells.Covered, _cells.CoveredText)
"""The cells that a row is too short to have, or that another cell covers."""


@final
@frozen
class _Cell:
    """A cell with its place.

    Attributes:
        number: the number of the row.
        heading: the heading of the column.
        column: the column.
        value: the cell itself.
    """

    number: int
    heading: str
    column: Column
    value: object

    def problem(
        self, fault: Fault, suggestion: object = None, detail: Text | None = None
    ) -> Problem:
        """Return a problem that shows the cell."""
        return problem_of(
            self.number,
            self.heading,
            displayed(self.value, self.column),
            fault,
            suggestion=suggested(suggestion, self.column),
            detail=detail,
        )


@final
@frozen
class RowCells:
    """The cells of a row, and the values that are read from them.

    Attributes:
        number: the number of the row, as its source counts.
        row: the cells, by heading.
        columns: the columns that are read, with their headings, by name.
        units: the units that the row states, by the names of columns.
        values: the values that were read, by the names of their columns.
    """

    number: int
    row: ByHeading
    columns: ReadColumns
    units: Mapping[str, Unit]
    values: dict[str, Any]

    def read(self) -> Iterator[Problem]:
        """Read every cell into `values`.

        Yields:
            The faults, and the changes that mended one.
        """
        for name, (heading, column) in self.columns.items():
            cell = self.row.get(heading)
            if isinstance(cell, _UNREADABLE):
                fault = Fault.CUT_SHORT if isinstance(cell, _cells.Cut) else Fault.MERGED
                yield problem_of(self.number, heading, "", fault)
            elif not _cells.is_blank(cell):
                yield from self._read(name, heading, column, cell)
            elif column.needed:
                yield problem_of(self.number, heading, "", Fault.MISSING)
            elif name == "verified":  # the others are ticked, so this one is not
                self.values[name] = False

    def _read(self, name: str, heading: str, column: Column, cell: object) -> Iterable[Problem]:
        """Read one cell; return its faults, or the change that mended it."""
        unit, indicator = self.units.get(name), self.values.get("indicator")
        try:
            self.values[name] = checked(column, cell, unit, indicator)
        except _cells.Mended as mended:
            self.values[name] = mended.value
            place = _Cell(self.number, heading, column, cell)
            return [place.problem(mended.fault, mended.value)]
        except (Refused, NscError) as refused:
            return self._refused(_Cell(self.number, heading, column, cell), refused)
        return ()

    def _refused(self, cell: _Cell, refused: Refused | NscError) -> Iterable[Problem]:
        """Return the faults of a cell that cannot be read."""
        if isinstance(refused, Refused):
            return [cell.problem(refused.fault, refused.suggestion, refused.detail)]
        details = [in_words(problem, self.values) for problem in refused.problems]
        return [cell.problem(Fault.REFUSED, detail=detail) for detail in details]
