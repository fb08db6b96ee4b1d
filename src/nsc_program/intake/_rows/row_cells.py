"""Read the cells of one row as the values of its columns, and report what is wrong with each."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, final

from attrs import frozen

from nsc_program.errors import NscError
from nsc_program.intake._cells import cells as _cells
from nsc_program.intake._cells.grid import ByHeading
from nsc_program.intake._cells.read_texts import verdict_of_text
from nsc_program.intake._cells.verdicts import Verdict
from nsc_program.intake._headings.checked import checked
from nsc_program.intake._headings.columns import Column, ReadColumns, Values
from nsc_program.intake._headings.displayed import displayed, suggested
from nsc_program.intake._headings.refusals import in_words
from nsc_program.intake._messages.problem_reports import problem_of
from nsc_program.intake._messages.problems import TOLD, Fault, Problem, Refused
from nsc_program.intake._states.statuses import says_more
from nsc_program.intake._words.units import Unit
from nsc_program.values._text import Text

COVERED = (_cells.Covered, _cells.CoveredText)
"""The cells that are merged with the cell to their left, which shows the value of all."""
OPEN_SETS = frozenset({"solutions"})
"""The columns of several words, of which other words are told once and leave the value unknown."""
_UNREADABLE = (_cells.Cut, *COVERED)
"""The cells that a row is too short to have, or that another cell covers."""


_FREE = frozenset({"topic", "locality", "document"})
"""The columns of texts that are neither a name nor a proof."""


def _is_empty(name: str, cell: object) -> bool:
    """Tell whether a cell is blank, or has only dashes where any text may stand."""
    if _cells.is_blank(cell):
        return True
    return name in _FREE and isinstance(cell, str) and not cell.strip(" -–—\xa0")


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

    def refused_by_a_rule(self, refused: NscError, values: Values) -> list[Problem]:
        """Return what a rule of the library says about the cell."""
        details = [in_words(problem, values) for problem in refused.problems]
        return [self.problem(Fault.REFUSED, detail=detail) for detail in details]


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
            if type(cell) is str and cell in column.known and not self.units:
                self.values[name] = column.known[cell]
            elif isinstance(cell, _UNREADABLE) or _is_empty(name, cell):
                yield from self._without_value(name, heading, column, cell)
            else:
                yield from self._read(name, heading, column, cell)

    def _without_value(
        self, name: str, heading: str, column: Column, cell: object
    ) -> Iterable[Problem]:
        """Return the fault of a cell that holds no value of its own, if it is one."""
        fault = _fault_of(cell, column)
        if fault is not None:
            return [problem_of(self.number, heading, "", fault)]
        if name == "verified":  # the others are ticked, so this one is not
            self.values[name] = False
        return ()

    def _read(self, name: str, heading: str, column: Column, cell: object) -> Iterable[Problem]:
        """Read one cell; return its faults, or the change that mended it."""
        unit, indicator = self.units.get(name), self.values.get("indicator")
        try:
            self.values[name] = checked(column, cell, unit, indicator)
        except (_cells.Mended, Refused, NscError) as raised:
            return self._told(name, _Cell(self.number, heading, column, cell), raised)
        return ()

    def _told(
        self, name: str, cell: _Cell, raised: _cells.Mended | Refused | NscError
    ) -> Iterable[Problem]:
        """Keep a value that was mended, and return what is told about the cell."""
        match raised:
            case _cells.Mended():
                self.values[name] = raised.value
                is_changed = raised.fault not in TOLD
                return [cell.problem(raised.fault, raised.value if is_changed else None)]
            case Refused(fault=Fault.UNKNOWN_WORD) if _is_open(name, cell.value):
                return ()  # told once for the column
            case Refused():
                return [cell.problem(raised.fault, raised.suggestion, raised.detail)]
        return cell.refused_by_a_rule(raised, self.values)


def _is_open(name: str, cell: object) -> bool:
    """Tell whether a text names other members of a set that has more than are known."""
    if name not in OPEN_SETS or not isinstance(cell, str):
        return False
    return verdict_of_text(name, cell) is Verdict.SILENT and not says_more(cell)


def _fault_of(cell: object, column: Column) -> Fault | None:
    """Return the fault of a cell that is cut off, covered, or blank although it is needed."""
    if isinstance(cell, _cells.Cut):
        return Fault.CUT_SHORT
    if isinstance(cell, _UNREADABLE):
        return Fault.MERGED
    return Fault.MISSING if column.needed else None


def differs(column: Column, cell: object, value: object) -> bool:
    """Tell whether a cell says otherwise than a value that was given for all rows.

    A cell that cannot be read says otherwise. A blank one does not, except where the others say
    what was verified.

    Args:
        column: the column of the cell.
        cell: the cell.
        value: the value.
    """
    if _cells.is_blank(cell):
        return column.name == "verified" and value is True
    try:
        return bool(checked(column, cell) != value)
    except _cells.Mended as mended:
        return bool(mended.value != value)
    except (Refused, NscError):
        return True
