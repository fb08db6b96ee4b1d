"""Make the record of a row from its values."""

from collections.abc import Mapping
from typing import Any

from attrs import NOTHING, fields

from nsc_program.intake._headings.columns import Values
from nsc_program.intake._headings.labels import listed
from nsc_program.intake._headings.refusals import OTHER_PERIOD
from nsc_program.intake._headings.vocabulary import FUNDING
from nsc_program.intake._messages.problems import Fault, Refused
from nsc_program.intake._tables.table import Table
from nsc_program.records._records import AnyRecord, Funding
from nsc_program.values._periods import Period


def record_of(table: Table, values: Values) -> AnyRecord:
    """Make the record of a row.

    Args:
        table: the columns of the table.
        values: the values of the row, by the names of their columns.

    Raises:
        Refused: if a needed value is missing, or the parts of the period contradict the period.
        NscError: if a rule of the record rejects the values.
    """
    arguments = _arguments(table, values)
    if missing := _missing(table.kind, arguments):
        raise Refused(Fault.MISSING, detail=listed(missing))
    return table.kind(**arguments)


def _arguments(table: Table, values: Values) -> dict[str, Any]:
    """Return the fields of a record, with the money and the period put together."""
    arguments = {name: value for name, value in values.items() if "." not in name}
    if money := _money(values):
        arguments["funding"] = money
    if "period.end" in values or "period.start" in values:
        arguments["period"] = _period(values)
    if table.recorded_on is not None:
        arguments.setdefault("recorded_on", table.recorded_on)
    return arguments


def _money(values: Values) -> tuple[Funding, ...]:
    """Return the money of a row, by its sources."""
    amounts = [(name, vnd) for name, vnd in values.items() if name.startswith(FUNDING)]
    return tuple(Funding(name.removeprefix(FUNDING), vnd) for name, vnd in amounts)


def _missing(kind: type[AnyRecord], arguments: Mapping[str, Any]) -> list[str]:
    """Return the fields that need a value and do not have one."""
    needed = [attribute.name for attribute in fields(kind) if attribute.default is NOTHING]
    return [name for name in needed if name not in arguments]


_ENDS = ("period.start", "period.end")


def _period(values: Values) -> Period:
    """Return the period from the first to the last day; a given period must be the same."""
    missing = [name for name in _ENDS if name not in values]
    if missing:
        raise Refused(Fault.MISSING, detail=listed(missing))
    ends = Period(values["period.start"], values["period.end"])
    if values.get("period", ends) != ends:
        raise Refused(Fault.CONTRADICTION, detail=OTHER_PERIOD)
    return ends
