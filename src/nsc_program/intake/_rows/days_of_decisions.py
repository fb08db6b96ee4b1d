"""Compare the days that one list gives for one decision: a decision is made on one day."""

from datetime import date

from nsc_program.intake._headings.displayed import displayed, text_of
from nsc_program.intake._messages.problem_reports import named_row, problem_of
from nsc_program.intake._messages.problems import Fault, Problem
from nsc_program.intake._rows.rows import RowRead
from nsc_program.intake._tables.table import Table
from nsc_program.intake._words.words import folded


def with_days_compared(data: list[RowRead], table: Table) -> list[RowRead]:
    """Report the rows whose decision has another day of the same year in an earlier row.

    Args:
        data: the rows that hold data.
        table: the columns of the table.
    """
    if "decision" not in table.columns or "recognised_on" not in table.columns:
        return data
    seen: dict[tuple[str, int], tuple[date, int]] = {}
    return [_compared(row, table, seen) for row in data]


def _compared(row: RowRead, table: Table, seen: dict[tuple[str, int], tuple[date, int]]) -> RowRead:
    """Return a row, with a problem if its decision has another day before."""
    decision, day = row.values.get("decision"), row.values.get("recognised_on")
    if not isinstance(decision, str) or not isinstance(day, date) or not _has_digit(decision):
        return row
    first, number = seen.setdefault((folded(decision), day.year), (day, row.number))
    if first == day or _is_accepted(row, table):
        return row
    return row.told([_problem(row, table, day, number)])


def _has_digit(decision: str) -> bool:
    """Tell whether a decision has a number; words stand for many decisions."""
    return any(map(str.isdigit, decision))


def _is_accepted(row: RowRead, table: Table) -> bool:
    """Tell whether the caller accepts the cell of the day as it is."""
    return table.accepts(text_of(row.by_heading.get(table.heading_of("recognised_on"))))


def _problem(row: RowRead, table: Table, day: date, first: int) -> Problem:
    """Return the problem of a day that differs from that of the first row of the decision."""
    heading, column = table.columns["recognised_on"]
    shown, place = displayed(day, column), named_row(first)
    return problem_of(row.number, heading, shown, Fault.SECOND_DAY, detail=place)
