"""Find the rows whose id and enterprise stand in each other's column, as the other rows show."""

from collections.abc import Collection

from nsc_program.intake._headings.columns import Values
from nsc_program.intake._headings.displayed import displayed
from nsc_program.intake._messages.problem_reports import problem_of
from nsc_program.intake._messages.problems import Fault
from nsc_program.intake._rows.rows import RowRead
from nsc_program.intake._tables.table import Table
from nsc_program.values._tax_codes import is_tax_code


def with_exchanged_keys(data: list[RowRead], table: Table) -> list[RowRead]:
    """Report the rows with a tax code as their id, where other rows have it as their enterprise.

    Args:
        data: the rows that hold data.
        table: the columns of the table.
    """
    if "id" not in table.columns or "enterprise" not in table.columns:
        return data
    exchanged = [_has_code_in("id", "enterprise", row.values) for row in data]
    if not any(exchanged) or not _are_in_place(data):
        return data
    pairs = zip(data, exchanged, strict=True)
    return [_told(row, table) if is_exchanged else row for row, is_exchanged in pairs]


def _are_in_place(data: Collection[RowRead]) -> bool:
    """Tell whether a row has a tax code as its enterprise, and another id."""
    return any(_has_code_in("enterprise", "id", row.values) for row in data)


def _has_code_in(one: str, other: str, values: Values) -> bool:
    """Tell whether one of two columns has a tax code, and the other has a key with a letter."""
    code, key = values.get(one), values.get(other)
    if not isinstance(code, str) or not isinstance(key, str):
        return False
    return is_tax_code(code) and any(map(str.isalpha, key))


def _told(row: RowRead, table: Table) -> RowRead:
    """Return a row with the problem of its enterprise, unless the caller accepts the cell."""
    heading, column = table.columns["enterprise"]
    key = str(row.values["enterprise"])
    if table.accepts(key):
        return row
    return row.told([problem_of(row.number, heading, displayed(key, column), Fault.OTHER_SAYING)])
