"""Read one row as one record, and report everything that is wrong with it."""

import hashlib
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, final

from attrs import NOTHING, fields, frozen

from nsc_program.errors import NscError
from nsc_program.intake import _cells
from nsc_program.intake._beside import COUNTING, counts, said_beside
from nsc_program.intake._columns import checked, reader
from nsc_program.intake._discreet import masked
from nsc_program.intake._displayed import displayed, seen_beside, suggested, text_of
from nsc_program.intake._grid import Row, fault_of, filled
from nsc_program.intake._groups import has_extra, no_record, own_cells
from nsc_program.intake._headings import FUNDING
from nsc_program.intake._labels import listed
from nsc_program.intake._messages import message
from nsc_program.intake._numbering import Numbering
from nsc_program.intake._problems import Fault, Problem, Refused
from nsc_program.intake._refusals import OTHER_PERIOD, column_in, in_words, of_heading
from nsc_program.intake._row_units import NOTHING_SAID, Said, said_of
from nsc_program.intake._table import Table
from nsc_program.intake._words import folded
from nsc_program.records._records import MOST_HEADS, AnyRecord, Funding, Training
from nsc_program.values._periods import Period
from nsc_program.values._text import Text

_PEOPLE = ("person", "headcount")


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
    values: Mapping[str, Any]
    things: int = 1
    undated: bool = False


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
        problem = _problem(number, None, "", Fault.NOT_A_ROW)
        return RowRead(number, row, None, (problem,), {}, things_in({}, table), undated=True)
    numbering = no_record(row, table, is_first=is_first)
    if numbering is Numbering.SURELY and fault_of(row) is not Fault.DOUBTFUL_NOTE:
        return None
    if numbering is Numbering.PERHAPS:
        problem = _problem(number, None, "", Fault.NO_RECORD)
        return RowRead(
            number, row, None, (problem,), {}, things_in(row, table), is_undated(row, table, {})
        )
    values: dict[str, Any] = dict(table.values)
    stated = _said_of(row, table)
    problems = [*_of_table(number, row, table), *_of_cells(number, row, table, values, stated)]
    problems += (
        _problem(number, heading, seen_beside(row.get(heading)), fault)
        for heading, fault in stated.wrong
    )
    problems += _id_of(number, row, table, values)
    problems += _of_other_columns(number, row, table, values)
    problems += _of_where_it_stands(number, row, values)
    problems += _of_days_to_come(number, table, values)
    if all(problem.mended for problem in problems):
        try:
            return RowRead(number, row, record_of(table, values), tuple(problems), values)
        except NscError as refused:
            problems += _of_contradiction(number, row, table, values, refused)
        except Refused as refused:
            problems.append(_problem(number, None, "", refused.fault, detail=refused.detail))
    return RowRead(
        number,
        row,
        None,
        tuple(problems),
        values,
        things_in(row, table),
        is_undated(row, table, values),
    )


def _problem(
    number: int,
    column: str | None,
    value: str,
    fault: Fault,
    *,
    suggestion: str | None = None,
    detail: Text | None = None,
) -> Problem:
    """Return a problem with the sentence of its fault."""
    return Problem(
        row=number,
        column=column,
        value=value,
        code=fault,
        message=message(fault, detail),
        suggestion=suggestion,
    )


def _of_table(number: int, row: Mapping[Any, object], table: Table) -> Iterator[Problem]:
    """Yield the faults of the headings, and of cells beyond the last heading."""
    for heading, fault, name in table.broken:
        yield Problem(
            row=number,
            column=heading,
            value="",
            code=fault,
            message=of_heading(heading, fault, name),
        )
    if has_extra(row):
        yield _problem(number, None, "", Fault.EXTRA_CELLS)


def _of_where_it_stands(
    number: int, row: Mapping[Any, object], values: Mapping[str, Any]
) -> Iterator[Problem]:
    """Yield the fault of a line or note that applies to a row."""
    doubt = row.doubt if isinstance(row, Row) else None
    # A line that says “not done” contradicts only a row with a day.
    if doubt is not None and (doubt.fault is not Fault.UNFINISHED_LINE or counts(values)):
        yield _problem(number, None, masked(doubt.line), doubt.fault)


def _of_days_to_come(number: int, table: Table, values: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield the days that count and come after all rows were recorded, when they were unknown.

    The day in a column of its own may be that of an earlier entry, so it decides nothing.
    """
    if table.recorded_on is None or "recorded_on" in values:
        return
    for name in sorted(COUNTING & table.columns.keys()):
        day = values.get(name)
        if isinstance(day, date) and day > table.recorded_on:
            yield _problem(number, table.columns[name][0], f"{day:%d/%m/%Y}", Fault.STILL_TO_COME)


def _of_other_columns(
    number: int, row: Mapping[Any, object], table: Table, values: Mapping[str, Any]
) -> Iterator[Problem]:
    """Yield the faults that the columns that are not read report.

    They may say that the row is cancelled, or not done although it has a day.
    """
    for heading, cell, fault in said_beside(
        row, table.kind, cells_beside(row, table), table.columns, values
    ):
        yield _problem(number, heading, seen_beside(cell), fault)


def _of_contradiction(
    number: int,
    row: Mapping[Any, object],
    table: Table,
    values: Mapping[str, Any],
    refused: NscError,
) -> Iterator[Problem]:
    """Yield the problems of a rule about several cells, at the cell that the rule names."""
    for problem in refused.problems:
        heading, column = table.columns.get(column_in(problem), (None, None))
        value = "" if column is None else displayed(row.get(heading), column)
        yield _problem(
            number, heading, value, Fault.CONTRADICTION, detail=in_words(problem, values)
        )


def cells_beside(row: Mapping[Any, object], table: Table) -> Iterator[tuple[str, object]]:
    """Return the filled cells of a row that are not read.

    Args:
        row: the cells, by heading.
        table: the columns of the table.

    Returns:
        Their headings and the cells.
    """
    return ((heading, cell) for heading, cell in filled(row) if heading in table.beside)


def _said_of(row: Mapping[Any, object], table: Table) -> Said:
    """Return the units that a row states."""
    if not table.units:
        return NOTHING_SAID
    heading, column = table.columns.get("indicator", (None, None))
    try:
        indicator = None if column is None else column.read(row.get(heading))
    except Refused:
        indicator = None
    return said_of(row, table.units, table.columns, table.unread, indicator)


def _of_cells(
    number: int, row: Mapping[Any, object], table: Table, values: dict[str, Any], stated: Said
) -> Iterator[Problem]:
    """Read every cell into `values`, and yield the faults and the changes that mended one."""
    for name, (heading, column) in table.columns.items():
        cell = row.get(heading)
        if isinstance(cell, _cells.Cut):
            yield _problem(number, heading, "", Fault.CUT_SHORT)
            continue
        if isinstance(cell, (_cells.Covered, _cells.CoveredText)):
            yield _problem(number, heading, "", Fault.MERGED)
            continue
        if _cells.is_blank(cell):
            if column.needed:
                yield _problem(number, heading, "", Fault.MISSING)
            elif name == "verified":  # the others are ticked, so this one is not
                values[name] = False
            continue
        try:
            values[name] = checked(column, cell, stated.units.get(name), values.get("indicator"))
        except Refused as refused:
            suggestion = suggested(refused.suggestion, column)
            text = displayed(cell, column)
            yield _problem(
                number, heading, text, refused.fault, suggestion=suggestion, detail=refused.detail
            )
        except _cells.Mended as mended:
            values[name] = mended.value
            suggestion = suggested(mended.value, column)
            yield _problem(
                number, heading, displayed(cell, column), mended.fault, suggestion=suggestion
            )
        except NscError as refused:
            text = displayed(cell, column)
            for problem in refused.problems:
                yield _problem(
                    number, heading, text, Fault.REFUSED, detail=in_words(problem, values)
                )


def _id_of(
    number: int, row: Mapping[Any, object], table: Table, values: dict[str, Any]
) -> Iterator[Problem]:
    """Make the id of a row of some of its cells, as their columns read them."""
    read = {heading: name for name, (heading, _) in table.columns.items()}
    parts: list[str] = []
    for heading in table.id_from:
        cell = values.get(read.get(heading, ""), row.get(heading))
        try:
            text = cell.isoformat() if isinstance(cell, date) else folded(str(cell))
        except Exception:  # noqa: BLE001  # any object may come, and huge numbers have no text
            yield _problem(number, heading, "", Fault.NOT_TEXT)
            continue
        if isinstance(cell, (_cells.Covered, _cells.CoveredText)):
            yield _problem(number, heading, "", Fault.MERGED)
        elif _cells.is_blank(cell) or not text:
            yield _problem(number, heading, "", Fault.MISSING)
        parts.append(text)
    if all(parts) and 0 < len(parts) == len(table.id_from):
        values["id"] = f"r-{hashlib.sha256(' '.join(parts).encode()).hexdigest()[:20]}"


def is_undated(row: Mapping[Any, object], table: Table, values: Mapping[str, Any]) -> bool:
    """Tell whether a row states when it was recorded, in a form that cannot be read.

    Args:
        row: the cells, by heading.
        table: the columns of the table.
        values: the values that could be read, by the names of their columns.
    """
    heading, _ = table.columns.get("recorded_on", (None, None))
    if heading is None or "recorded_on" in values:
        return False
    return not _cells.is_blank(row.get(heading))


def things_in(row: Mapping[Any, object], table: Table) -> int:
    """Return the number of things that a rejected row may stand for, at most.

    A training without a readable headcount counts as the most people that one can have.

    Args:
        row: the cells, by heading.
        table: the columns of the table.
    """
    if has_extra(row):
        return _swallowed(row, table) * (MOST_HEADS if table.kind is Training else 1)
    if table.kind is not Training:
        return 1
    if any(name in _PEOPLE for _, _, name in table.broken):
        return MOST_HEADS
    person, heads = (
        row.get(table.columns[name][0]) if name in table.columns else None for name in _PEOPLE
    )
    is_list = "person" in table.columns and "headcount" not in table.columns  # one person a row
    if is_list or (_cells.is_blank(heads) and not _cells.is_blank(person)):
        return 1
    return _heads(row, heads, table) if "headcount" in table.columns else MOST_HEADS


def _heads(row: Mapping[Any, object], cell: object, table: Table) -> int:
    """Return the number of people in a cell, in the unit of its row; the largest if unknown."""
    stated = _said_of(row, table)
    if stated.wrong or isinstance(cell, (_cells.Covered, _cells.CoveredText)):
        return MOST_HEADS
    try:
        heads = reader(table.columns["headcount"][1], stated.units.get("headcount"), None)(cell)
    except Refused:
        return MOST_HEADS
    return heads if 1 <= heads <= MOST_HEADS else MOST_HEADS


def _swallowed(row: Mapping[Any, object], table: Table) -> int:
    """Return how many records a row with more cells than headings can hold, if line ends were lost.

    Every record has its needed cells, and its last cell may have merged with the first of the next.
    """
    extra = row[None]
    cells = [*own_cells(row), *(extra if isinstance(extra, list) else ())]
    lines = sum(
        1 + text_of(cell).strip().count("\n") for cell in cells if not _cells.is_blank(cell)
    )
    needed = sum(column.needed for _, column in table.columns.values())
    return max(1, (lines - 1) // max(1, needed - 1))


def record_of(table: Table, values: Mapping[str, Any]) -> AnyRecord:
    """Make the record of a row.

    Args:
        table: the columns of the table.
        values: the values of the row, by the names of their columns.

    Raises:
        Refused: if a needed value is missing, or the parts of the period contradict the period.
        NscError: if a rule of the record rejects the values.
    """
    arguments = {name: value for name, value in values.items() if "." not in name}
    money = [
        Funding(name.removeprefix(FUNDING), vnd)
        for name, vnd in values.items()
        if name.startswith(FUNDING)
    ]
    if money:
        arguments["funding"] = tuple(money)
    if "period.end" in values or "period.start" in values:
        arguments["period"] = _period(values)
    if table.recorded_on is not None:
        arguments.setdefault("recorded_on", table.recorded_on)
    missing = [
        attribute.name
        for attribute in fields(table.kind)
        if attribute.default is NOTHING and attribute.name not in arguments
    ]
    if missing:
        raise Refused(Fault.MISSING, detail=listed(missing))
    return table.kind(**arguments)


_ENDS = ("period.start", "period.end")


def _period(values: Mapping[str, Any]) -> Period:
    """Return the period from the first to the last day; a given period must be the same."""
    if not values.keys() >= set(_ENDS):
        raise Refused(Fault.MISSING, detail=listed(name for name in _ENDS if name not in values))
    ends = Period(values["period.start"], values["period.end"])
    if values.get("period", ends) != ends:
        raise Refused(Fault.CONTRADICTION, detail=OTHER_PERIOD)
    return ends
