"""One row to one record, with everything that is wrong with it."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import Any, TypeAlias, final

from attrs import NOTHING, evolve, fields, frozen

from nsc_program._validators import shown, shown_if_plain
from nsc_program.errors import NscError
from nsc_program.intake import _cells
from nsc_program.intake._columns import FUNDING, Column, Found, People, columns_of, find_columns, unit_of
from nsc_program.intake._days import doubting
from nsc_program.intake._problems import Fault, Problem, Refused, message
from nsc_program.intake._words import TOTALS, folded
from nsc_program.periods import Period
from nsc_program.records import MOST_HEADS, AnyRecord, Funding, Training

_NUMBERED = frozenset(f"({number})" for number in range(1, 100))
"""What stands beneath the headings of an official form: (1), (2), (3)."""
_OF_A_GROUP = re.compile(r"(?:[IVXLC]+|[A-ZĐ])(?:\.[0-9]+)*[.)]?")
"""What numbers a group of rows: I, II, A, II.1."""
_PEOPLE = ("person", "headcount")

Broken: TypeAlias = tuple[str | None, Fault, str]
"""A heading, if there is one; what is wrong with it; the column."""


@final
@frozen
class Table:
    """What the rows of one source are read as.

    Attributes:
        columns: each column that is read, with its heading.
        broken: what is wrong with the headings, and so with every row.
    """

    kind: type[AnyRecord]
    columns: Mapping[str, tuple[str, Column]]
    broken: tuple[Broken, ...]
    recorded_on: date | None

    @classmethod
    def of(
        cls,
        kind: type[AnyRecord],
        rows: Collection[object],
        columns: Mapping[str, str] | None,
        people: People | None,
        recorded_on: date | None,
    ) -> "Table":
        """Put columns and headings together: those that the caller names, or those that are found."""
        there = headings_of(rows)
        found = find_columns(kind, there)
        named = found.headings if columns is None else as_written(columns, there)
        known = columns_of(kind, people, more=named)
        read = {name: (heading, _in_unit(known[name], heading)) for name, heading in named.items()}
        broken = [*_broken(named, there), *_unfound(named, known, found if columns is None else None)]
        return cls(kind, doubting(read, rows), tuple(broken), recorded_on)


def headings_of(rows: Iterable[object]) -> list[str]:
    """The headings of all rows."""
    return list(
        dict.fromkeys(name for row in rows if isinstance(row, Mapping) for name in row if isinstance(name, str))
    )


def _broken(named: Mapping[str, str], there: Collection[str]) -> Iterator[Broken]:
    """What is wrong with the headings that columns have."""
    for name, heading in named.items():
        if heading not in there:
            yield heading, Fault.NO_COLUMN, name
        if name.startswith(FUNDING) and unit_of(heading) is None:
            yield heading, Fault.UNKNOWN_UNIT, name


def _unfound(named: Mapping[str, str], known: Mapping[str, Column], found: Found | None) -> Iterator[Broken]:
    """The columns that have no heading: of those that a caller names the needed ones, else all that tell something."""
    needed = [name for name, each in known.items() if each.needed and name not in named]
    for name in needed if found is None else found.missing:
        yield None, Fault.NO_COLUMN, name
    for name, several in found.several.items() if found else ():
        yield several[0], Fault.TWO_COLUMNS, name


def as_written(columns: Mapping[str, str], there: Iterable[str]) -> Mapping[str, str]:
    """The headings that a caller names, as they are written in the table, whatever their spaces and accents."""
    exact = set(there)
    alike = Counter(map(folded, exact))
    written = {folded(heading): heading for heading in exact if alike[folded(heading)] == 1}
    return {
        name: heading if heading in exact else written.get(folded(heading), heading)
        for name, heading in columns.items()
    }


def _in_unit(column: Column, heading: str) -> Column:
    """A column of money reads in the unit that its heading names."""
    return evolve(column, read=_cells.money(unit_of(heading) or 1)) if column.name.startswith(FUNDING) else column


@final
@frozen
class RowRead:
    """What became of one row: a record, or what is known of one that could not be read.

    Attributes:
        undated: it says when it was recorded, in a way that nobody could read.
    """

    number: int
    cells: object
    record: AnyRecord | None
    problems: tuple[Problem, ...]
    values: Mapping[str, Any]
    things: int = 1
    undated: bool = False


def read_row(number: int, row: object, table: Table) -> RowRead | None:
    """Read one row; `None` if it holds no data."""
    if not isinstance(row, Mapping):
        problem = _problem(number, None, "", Fault.NOT_A_ROW)
        return RowRead(number, row, None, (problem,), {}, _things({}, table), undated=True)
    if _without_data(row, table):
        return None
    values: dict[str, Any] = {}
    problems = [*_of_table(number, row, table), *_of_cells(number, row, table, values)]
    if all(problem.mended for problem in problems):
        try:
            return RowRead(number, row, _record(table, values), tuple(problems), values)
        except NscError as refused:
            problems.append(_problem(number, None, "", Fault.CONTRADICTION, detail=str(refused)))
        except Refused as refused:
            problems.append(_problem(number, None, "", refused.fault, detail=refused.detail))
    return RowRead(number, row, None, tuple(problems), values, _things(row, table), _is_undated(row, table, values))


def _problem(
    number: int, column: str | None, value: str, fault: Fault, *, suggestion: str | None = None, detail: str = ""
) -> Problem:
    return Problem(
        row=number, column=column, value=value, code=fault, message=message(fault, detail), suggestion=suggestion
    )


def _of_table(number: int, row: Mapping[Any, object], table: Table) -> Iterator[Problem]:
    for heading, fault, detail in table.broken:
        yield _problem(number, heading, "", fault, detail=detail)
    if _has_extra(row):
        yield _problem(number, None, "", Fault.EXTRA_CELLS)


def _has_extra(row: Mapping[Any, object]) -> bool:
    """Whether there are more cells than headings: `csv.DictReader` keeps them under `None`."""
    extra = row.get(None)
    return isinstance(extra, list) and not all(map(_cells.is_blank, extra))


def _of_cells(number: int, row: Mapping[Any, object], table: Table, values: dict[str, Any]) -> Iterator[Problem]:
    """Read each cell into `values`; give what is wrong or was mended."""
    for name, (heading, column) in table.columns.items():
        cell = row.get(heading)
        if isinstance(cell, _cells.Cut):
            yield _problem(number, heading, "", Fault.CUT_SHORT)
            continue
        if _cells.is_blank(cell):
            if column.needed:
                yield _problem(number, heading, "", Fault.MISSING)
            elif name == "verified":  # the others are ticked, so this one is not
                values[name] = False
            continue
        try:
            values[name] = _checked(column, cell)
        except Refused as refused:
            suggestion = _suggested(refused.suggestion, column)
            shown_ = displayed(cell, column)
            yield _problem(number, heading, shown_, refused.fault, suggestion=suggestion, detail=refused.detail)
        except _cells.Mended as mended:
            values[name] = mended.value
            suggestion = _suggested(mended.value, column)
            yield _problem(number, heading, displayed(cell, column), mended.fault, suggestion=suggestion)
        except NscError as refused:
            yield _problem(number, heading, displayed(cell, column), Fault.REFUSED, detail=str(refused))


def _checked(column: Column, cell: object) -> object:
    value = column.read(cell)
    if column.validate is not None:
        column.validate(value)
    return value


def displayed(value: object, column: Column) -> str:
    """A cell for people to see: short, on one line, inert, and never a person's."""
    if column.personal:
        return ""
    return (shown_if_plain if column.beside else shown)(_text(value))[1:-1]


def fingerprint(value: object, column: Column) -> str:
    """What a row may be told from others by."""
    return "" if column.personal else shown(_text(value))


def _text(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else value if isinstance(value, str) else shown(value)


def _suggested(value: object, column: Column) -> str | None:
    """What may be meant, if it can be shown as it is: short, inert, and nobody's."""
    return value if isinstance(value, str) and value and displayed(value, column) == value else None


def _without_data(row: Mapping[Any, object], table: Table) -> bool:
    """Whether a row is blank, names a group, repeats the headings, numbers them, or adds up the others."""
    cells = [cell for heading, cell in row.items() if heading is not None and not _cells.is_blank(cell)]
    if not cells or table.broken or _has_extra(row):
        return not cells and not _has_extra(row)
    read = {name: row.get(heading) for name, (heading, _) in table.columns.items()}
    held = {name: cell for name, cell in read.items() if not _cells.is_blank(cell)}
    return (_are_headings(held, table) if held else _names_a_group(cells)) or _adds_up(cells, held, table)


def _names_a_group(cells: Iterable[object]) -> bool:
    """Whether there is one thing only, beside its number: a row with more to it may be a record without its key."""
    named = [cell for cell in cells if not (isinstance(cell, str) and _OF_A_GROUP.fullmatch(cell.strip()))]
    return len(named) <= 1 or len({each if isinstance(each, str) else id(each) for each in named}) == 1


def _adds_up(cells: Iterable[object], held: Mapping[str, object], table: Table) -> bool:
    """Whether a row says that it is a sum, and has nothing that only a record has."""
    keys = [cell for name, cell in held.items() if table.columns[name][1].needed and name != "value"]
    return any(map(_is_total, cells)) and all(map(_is_total, keys))


def _is_total(cell: object) -> bool:
    return isinstance(cell, str) and folded(cell) in TOTALS


def _are_headings(held: Mapping[str, object], table: Table) -> bool:
    texts = {name: cell.strip() for name, cell in held.items() if isinstance(cell, str)}
    if len(texts) < len(held):
        return False
    return all(text in _NUMBERED for text in texts.values()) or all(
        folded(text) == folded(table.columns[name][0]) for name, text in texts.items()
    )


def _is_undated(row: Mapping[Any, object], table: Table, values: Mapping[str, Any]) -> bool:
    heading, _ = table.columns.get("recorded_on", (None, None))
    return heading is not None and "recorded_on" not in values and not _cells.is_blank(row.get(heading))


def _things(row: Mapping[Any, object], table: Table) -> int:
    """How many things a row that cannot be read may stand for: of a training, as many as one can have, if unknown."""
    if table.kind is not Training:
        return 1
    person, heads = (row.get(table.columns[each][0]) if each in table.columns else None for each in _PEOPLE)
    known = not _has_extra(row) and not any(name in _PEOPLE for _, _, name in table.broken)
    is_list = "person" in table.columns and "headcount" not in table.columns  # one a row
    if known and (is_list or (_cells.is_blank(heads) and not _cells.is_blank(person))):
        return 1
    try:
        found = _cells.whole(heads) if known else MOST_HEADS
    except Refused:
        return MOST_HEADS
    return found if 1 <= found <= MOST_HEADS else MOST_HEADS


def _record(table: Table, values: Mapping[str, Any]) -> AnyRecord:
    """The record that a row's values make."""
    given = {name: value for name, value in values.items() if "." not in name}
    money = [Funding(name.removeprefix(FUNDING), vnd) for name, vnd in values.items() if name.startswith(FUNDING)]
    if money:
        given["funding"] = tuple(money)
    if "period.end" in values or "period.start" in values:
        given["period"] = _period(values)
    if table.recorded_on is not None:
        given.setdefault("recorded_on", table.recorded_on)
    missing = [each.name for each in fields(table.kind) if each.default is NOTHING and each.name not in given]
    if missing:
        raise Refused(Fault.MISSING, detail=", ".join(missing))
    return table.kind(**given)


def _period(values: Mapping[str, Any]) -> Period:
    if "period.end" not in values or "period.start" not in values:
        raise Refused(Fault.MISSING, detail="period.start, period.end")
    ends = Period(values["period.start"], values["period.end"])
    if values.get("period", ends) != ends:
        raise Refused(Fault.CONTRADICTION, detail="period")
    return ends
