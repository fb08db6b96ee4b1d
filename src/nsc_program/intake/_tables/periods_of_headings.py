"""Find the columns whose headings name another period than that of a row: “Kết quả › Năm 2024”."""

from collections.abc import Iterator
from datetime import date

from nsc_program.intake._headings.columns import Values
from nsc_program.intake._headings.event_days import span_of
from nsc_program.intake._tables.table import Table
from nsc_program.intake._words.named_periods import is_within, periods_named
from nsc_program.records._reports import ReportedFigure
from nsc_program.values._periods import Period


def of_other_periods(table: Table, values: Values) -> Iterator[str]:
    """Give the names of the columns whose headings name another period than that of the row.

    Args:
        table: the columns of the table.
        values: the values of the row, by the names of columns.
    """
    if table.kind is ReportedFigure:
        if "value" in values and _is_of_another_period(table, values):
            yield "value"
        return
    for name, periods in table.dated.items():
        value = values.get(name)
        span = (value, value) if isinstance(value, date) else span_of(values)
        if value is None or span is None:
            continue
        if not all(is_within(span, group) for group in periods):
            yield name


def _is_of_another_period(table: Table, values: Values) -> bool:
    """Tell whether the heading of a figure names a period that does not hold that of the row."""
    heading, period = table.heading_of("value"), _period_of(values)
    if heading is None or period is None:
        return False
    years = frozenset({period.first.year, period.end.year})
    return not all(
        any(start <= period.first and period.end <= end for start, end in group)
        for group in periods_named(heading, years)
    )


def _period_of(values: Values) -> Period | None:
    """Return the period of a figure, in one column or two; `None` if it is not known."""
    start, end = values.get("period.start"), values.get("period.end")
    if start is None or end is None or start > end:
        period: Period | None = values.get("period")
        return period
    return Period(start, end)
