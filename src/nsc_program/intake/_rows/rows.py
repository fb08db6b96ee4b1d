"""Read one row as one record, and report everything that is wrong with it."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Self, final

from attrs import evolve, frozen

from nsc_program.errors import NscError
from nsc_program.intake._cells.cells import is_blank
from nsc_program.intake._cells.discreet import masked
from nsc_program.intake._cells.grid import ByHeading, Row, fault_of
from nsc_program.intake._headings.beside import counts, said_beside
from nsc_program.intake._headings.columns import Values
from nsc_program.intake._headings.displayed import displayed, seen_beside
from nsc_program.intake._headings.refusals import column_in, in_words, of_heading, of_nobody
from nsc_program.intake._messages.problem_reports import problem_of, sentence_of
from nsc_program.intake._messages.problems import Fault, Problem, Refused
from nsc_program.intake._rows.cells_beside import cells_beside
from nsc_program.intake._rows.made_ids import make_id
from nsc_program.intake._rows.made_records import record_of
from nsc_program.intake._rows.row_cells import RowCells, differs
from nsc_program.intake._rows.row_contradictions import contradictions_in
from nsc_program.intake._rows.row_forms import faults_of_texts
from nsc_program.intake._rows.things import PEOPLE, said_in, things_in
from nsc_program.intake._tables.numbering import Numbering
from nsc_program.intake._tables.periods_of_headings import of_other_periods
from nsc_program.intake._tables.row_units import Said
from nsc_program.intake._tables.rows_without_records import has_extra, no_record
from nsc_program.intake._tables.table import Table
from nsc_program.records._records import AnyRecord


@final
@frozen
class RowRead:
    """The result of reading one row: its record, or the facts about a rejected row.

    Attributes:
        number: the number of the row, as its source counts.
        cells: the cells, by heading; anything else if the row is not a mapping.
        record: the record; `None` if the row is rejected.
        problems: the faults of the row, and the changes that mended one.
        values: the values that could be read, by the names of their columns.
        things: the number of things that a rejected row may stand for, at most.
        undated: whether the row states when it was recorded, in a form that cannot be read.
    """

    number: int
    cells: object
    record: AnyRecord | None
    problems: tuple[Problem, ...]
    values: Values
    things: int = 1
    undated: bool = False

    @property
    def by_heading(self) -> Mapping[Any, Any]:
        """The cells, by heading; none if the row is not a mapping."""
        return self.cells if isinstance(self.cells, Mapping) else {}

    def told(self, problems: Iterable[Problem]) -> Self:
        """Return the row with further problems.

        Args:
            problems: the problems.
        """
        more = tuple(problems)
        return evolve(self, problems=(*self.problems, *more)) if more else self


def read_row(number: int, row: object, table: Table, *, is_first: bool = False) -> RowRead | None:
    """Read one row.

    Args:
        number: the number of the row, as its source counts.
        row: the cells, by heading.
        table: the columns of the table.
        is_first: whether the row is the first, which may number the columns.

    Returns:
        The result; `None` if the row holds no data.
    """
    if not isinstance(row, Mapping):
        return _not_read(number, row, table, Fault.NOT_A_ROW)
    if fault_of(row) is Fault.OTHER_TABLE:
        return _not_read(number, row, table, Fault.OTHER_TABLE)
    match no_record(row, table, is_first=is_first):
        case Numbering.SURELY if fault_of(row) is not Fault.DOUBTFUL_NOTE:
            return None
        case Numbering.PERHAPS:
            problem = problem_of(number, None, "", Fault.NO_RECORD)
            return _Reading(number, row, table, {}).rejected([problem])
        case _:
            return _Reading(number, row, table, dict(table.values)).result()


def _not_read(number: int, row: object, table: Table, fault: Fault) -> RowRead:
    """Reject a row without reading its cells, which do not belong to the headings."""
    problem = problem_of(number, None, "", fault)
    cells = row if isinstance(row, Mapping) else {}
    return RowRead(number, row, None, (problem,), {}, things_in(cells, table, {}), undated=True)


@final
@frozen
class _Reading:
    """One row while it is read as one record.

    Attributes:
        number: the number of the row, as its source counts.
        row: the cells, by heading.
        table: the columns of the table.
        values: the values that were read, by the names of their columns.
    """

    number: int
    row: ByHeading
    table: Table
    values: dict[str, Any]

    def result(self) -> RowRead:
        """Return the row with its record, or rejected with its problems."""
        problems = list(self._problems())
        is_in_order = all(problem.mended for problem in problems)
        record = self._record(problems) if is_in_order else None
        if record is None:
            return self.rejected(problems)
        return RowRead(self.number, self.row, record, tuple(problems), self.values)

    def rejected(self, problems: Iterable[Problem]) -> RowRead:
        """Return the row without a record."""
        return RowRead(
            self.number,
            self.row,
            None,
            tuple(problems),
            self.values,
            things_in(self.row, self.table, self.values),
            is_undated(self.row, self.table, self.values),
        )

    def _record(self, problems: list[Problem]) -> AnyRecord | None:
        """Make the record; if a rule refuses it, add what the rule says to the problems."""
        try:
            return record_of(self.table, self.values)
        except NscError as refused:
            problems += self._of_contradiction(refused)
        except Refused as refused:
            problems.append(problem_of(self.number, None, "", refused.fault, detail=refused.detail))
        return None

    def _problems(self) -> Iterator[Problem]:
        """Read all cells, and yield everything that is wrong with the row."""
        stated = said_in(self.row, self.table)
        cells = RowCells(self.number, self.row, self.table.columns, stated.units, self.values)
        yield from self._of_table()
        yield from cells.read()
        yield from self._of_units(stated)
        yield from make_id(self.number, self.row, self.table, self.values)
        yield from self._of_given_values()
        yield from self._of_other_columns()
        yield from faults_of_texts(self.number, self.row, self.table, self.values)
        yield from contradictions_in(self.number, self.row, self.table, self.values)
        yield from self._of_where_it_stands()
        yield from self._of_days_to_come()
        yield from self._of_periods()

    def _of_table(self) -> Iterator[Problem]:
        """Yield the faults of the headings, and of cells beyond the last heading."""
        for heading, fault, name in self.table.broken:
            yield Problem(
                row=self.number,
                column=heading,
                value="",
                code=fault,
                message=sentence_of(of_heading(heading, fault, name)),
            )
        if has_extra(self.row):
            yield problem_of(self.number, None, "", Fault.EXTRA_CELLS)

    def _of_units(self, stated: Said) -> Iterator[Problem]:
        """Yield the faults of the units that the row states."""
        for heading, fault in stated.wrong:
            yield problem_of(self.number, heading, seen_beside(self.row.get(heading)), fault)

    def _of_given_values(self) -> Iterator[Problem]:
        """Yield the cells that contradict a value that was given for all rows."""
        for heading, (name, column) in self.table.given.items():
            cell = self.row.get(heading)
            if differs(column, cell, self.table.values[name]):
                yield problem_of(self.number, heading, displayed(cell, column), Fault.OTHER_VALUE)

    def _of_other_columns(self) -> Iterator[Problem]:
        """Yield the faults that the columns that are not read report.

        They may say that the row is cancelled, or not done although it has a day.
        """
        unread = cells_beside(self.row, self.table)
        beside = [pair for pair in unread if not self.table.is_plain(*pair)]
        for heading, cell, fault in said_beside(
            self.row, self.table.kind, beside, self.table.columns, self.values
        ):
            yield problem_of(self.number, heading, seen_beside(cell), fault)

    def _of_where_it_stands(self) -> Iterator[Problem]:
        """Yield the fault of a line or note that applies to the row."""
        doubt = self.row.doubt if isinstance(self.row, Row) else None
        # A line that says “not done” contradicts only a row with a day.
        if doubt is not None and (doubt.fault is not Fault.UNFINISHED_LINE or counts(self.values)):
            yield problem_of(self.number, None, masked(doubt.line), doubt.fault)

    def _of_days_to_come(self) -> Iterator[Problem]:
        """Yield the days that count and come after all rows were recorded, when they were unknown.

        The day in a column of its own may be that of an earlier entry, so it decides nothing.
        """
        last = self.table.recorded_on
        if last is None or "recorded_on" in self.values:
            return
        for heading, day in self._days_that_count():
            if day > last:
                yield problem_of(self.number, heading, f"{day:%d/%m/%Y}", Fault.STILL_TO_COME)

    def _of_periods(self) -> Iterator[Problem]:
        """Yield the cells whose heading names a period to which the row does not belong."""
        for name in of_other_periods(self.table, self.values):
            heading, shown = self._shown(name)
            yield problem_of(self.number, heading, shown, Fault.OTHER_PERIOD)

    def _days_that_count(self) -> Iterator[tuple[str, date]]:
        """Yield the days that make the record count, with their headings."""
        for name, heading in self.table.days:
            day = self.values.get(name)
            if isinstance(day, date):
                yield heading, day

    def _of_contradiction(self, refused: NscError) -> Iterator[Problem]:
        """Yield the problems of a rule about several cells, at the cell that the rule names."""
        for problem in refused.problems:
            if problem.code == "person-or-headcount" and not self._has_people():
                yield self._of_nobody()
                continue
            heading, value = self._shown(column_in(problem))
            detail = in_words(problem, self.values)
            yield problem_of(self.number, heading, value, Fault.CONTRADICTION, detail=detail)

    def _has_people(self) -> bool:
        """Tell whether the row has a person or a headcount."""
        return any(self.values.get(name) is not None for name in PEOPLE)

    def _of_nobody(self) -> Problem:
        """Return the problem of a row with neither a person nor a headcount."""
        there = [name for name in PEOPLE if name in self.table.columns]
        heading = self.table.heading_of(there[0]) if len(there) == 1 else None
        missing = problem_of(self.number, heading, "", Fault.MISSING)
        return evolve(missing, message=sentence_of(of_nobody(there)))

    def _shown(self, name: str) -> tuple[str | None, str]:
        """Return the heading of a column and its cell, as people may see it."""
        heading, column = self.table.columns.get(name, (None, None))
        return heading, "" if column is None else displayed(self.row.get(heading), column)


def is_undated(row: ByHeading, table: Table, values: Values) -> bool:
    """Tell whether a row states when it was recorded, in a form that cannot be read.

    Args:
        row: the cells, by heading.
        table: the columns of the table.
        values: the values that could be read, by the names of their columns.
    """
    if "recorded_on" in values:
        return False
    return not is_blank(table.cell_of("recorded_on", row))
