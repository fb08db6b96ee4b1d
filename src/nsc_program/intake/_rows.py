"""One row to one record, with everything that is wrong with it."""

import hashlib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from datetime import date
from typing import Any, TypeAlias, final

from attrs import NOTHING, field, fields, frozen

from nsc_program.errors import InvalidValue, NscError
from nsc_program.intake import _cells
from nsc_program.intake._beside import counts, is_running, said_beside
from nsc_program.intake._columns import Column, Found, People, columns_of, find_columns, in_unit, is_there
from nsc_program.intake._days import doubting
from nsc_program.intake._discreet import masked
from nsc_program.intake._displayed import displayed, seen_beside, suggested, text_of
from nsc_program.intake._grid import Row, filled
from nsc_program.intake._groups import has_extra, no_record, own_cells
from nsc_program.intake._headings import FUNDING, column_of, is_suggested, numbered, takes_units, unit_of
from nsc_program.intake._indicators import taken_by
from nsc_program.intake._labels import listed
from nsc_program.intake._numbering import Numbering
from nsc_program.intake._numbers import figure
from nsc_program.intake._problems import Fault, Problem, Refused, message
from nsc_program.intake._refusals import OTHER_PERIOD, column_in, in_words, of_heading
from nsc_program.intake._row_units import NOTHING_SAID, Said, headings_of_units, said_of
from nsc_program.intake._units import Unit
from nsc_program.intake._words import folded
from nsc_program.records._records import MOST_HEADS, AnyRecord, Funding, Training
from nsc_program.values._periods import Period
from nsc_program.values._text import Text
from nsc_program.values._validators import printable

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
        unread: the headings of the other columns, but those that the caller left out; `beside` the same as a set.
        values: what every row holds, by column.
        id_from: the headings whose cells together are the id of a row.
        units: the headings of columns that say what the numbers of a row are in.
    """

    kind: type[AnyRecord]
    columns: Mapping[str, tuple[str, Column]]
    broken: tuple[Broken, ...]
    recorded_on: date | None
    unread: tuple[str, ...] = ()
    values: Mapping[str, Any] = field(factory=dict)
    id_from: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    beside: frozenset[object] = field(init=False)

    @beside.default
    def _unread(self) -> frozenset[object]:
        return frozenset(self.unread)

    @classmethod
    def of(
        cls,
        kind: type[AnyRecord],
        rows: Collection[object],
        columns: Mapping[str, str] | None,
        people: People | None,
        recorded_on: date | None,
        *,
        ignored: Iterable[str] = (),
        values: Mapping[str, object] | None = None,
        id_from: Iterable[str] = (),
    ) -> "Table":
        """Put columns and headings together: those that the caller names, or those that are found."""
        there = headings_of(rows)
        found = find_columns(kind, there)
        named = found.headings if columns is None else as_written(columns, there)
        known = columns_of(kind, people, more=(*named, *(values or ())))
        given = {name: _given(name, cell, known[name]) for name, cell in (values or {}).items()}
        parts = tuple(as_written(numbered(id_from), there).values())
        _refuse_people(parts, known)
        _refuse_running_numbers(parts)
        otherwise = {*given, *(["id"] if parts else [])}
        named = {name: heading for name, heading in named.items() if name not in otherwise}
        ordered = sorted(named.items(), key=lambda each: each[0] == "value")  # it depends on the indicator
        read = {name: (heading, in_unit(known[name], heading)) for name, heading in ordered}
        broken = [*_broken(named, there), *_unfound(named, known, found if columns is None else None, otherwise)]
        broken += ((heading, Fault.NO_COLUMN, "id") for heading in parts if heading not in there)
        left_out = {*map(folded, (*ignored, *parts)), *(folded(heading) for heading, _ in read.values())}
        rest = (heading for heading in there if not is_suggested(heading))
        others = [heading for heading in rest if left_out.isdisjoint((folded(heading), folded(masked(heading))))]
        units = headings_of_units(others, rows) if any(map(takes_units, read)) else ()
        unread = tuple(heading for heading in others if heading not in units)
        read = dict(doubting(read, rows, unread))
        return cls(kind, read, tuple(broken), recorded_on, unread, given, parts, units)

    def heading_of(self, name: str) -> str | None:
        """Return the heading of a column; `None` if the table has none."""
        found = self.columns.get(name)
        return None if found is None else found[0]


def headings_of(rows: Iterable[object]) -> list[str]:
    """The headings of all rows; those of one table are looked at once."""
    found: dict[str, None] = {}
    seen: set[int] = set()
    for row in rows:
        if isinstance(row, Row):
            if id(row.places) in seen:
                continue
            seen.add(id(row.places))
        if isinstance(row, Mapping):
            found.update((name, None) for name in row if isinstance(name, str))
    return list(found)


def _broken(named: Mapping[str, str], there: Collection[str]) -> Iterator[Broken]:
    """What is wrong with the headings that columns have."""
    for name, heading in named.items():
        if heading not in there:
            yield heading, Fault.NO_COLUMN, name
        if takes_units(name) and unit_of(heading, name) is None:
            yield heading, Fault.UNKNOWN_UNIT, name


def _given(name: str, cell: object, column: Column) -> object:
    """Read what every row holds.

    Raises:
        InvalidValue: for what the column cannot hold.
    """
    try:
        return _checked(column, cell)
    except _cells.Mended as mended:
        return mended.value
    except Refused as refused:
        raise _unfit(name, refused.fault.value, message(refused.fault, refused.detail)) from None
    except NscError as refused:
        (problem,) = refused.problems
        said = message(Fault.REFUSED, in_words(problem, {}))
        raise _unfit(name, problem.code, said) from None


def _unfit(name: str, code: str, said: Text) -> InvalidValue:
    return InvalidValue.at("values", name, code=code, vi=said.vi, en=said.en)


def _refuse_people(headings: Iterable[str], known: Mapping[str, Column]) -> None:
    """Refuse an id made of what tells who a person is."""
    personal = tuple(name for name, column in known.items() if column.personal)
    if any(column_of(heading, personal) for heading in headings):
        raise InvalidValue.at(
            "id_from",
            code="personal-id",
            vi="mã hồ sơ không được ghép từ cột cho biết một người là ai; hãy chọn các cột khác",
            en="an id is not made of what tells who a person is; choose other columns",
        )


def _refuse_running_numbers(headings: Collection[str]) -> None:
    """Refuse an id made of the running number alone, which another list begins again."""
    if headings and all(map(is_running, headings)):
        names = ", ".join(f"“{printable(heading)}”" for heading in headings)
        raise InvalidValue.at(
            "id_from",
            code="running-number",
            vi=f"mã hồ sơ không được ghép chỉ từ số thứ tự ({names}), vì danh sách khác lại bắt đầu từ 1; hãy thêm các "
            "cột phân biệt các hồ sơ",
            en=f"an id is not made of the running number alone ({names}), since another list begins at 1 again; add "
            "the columns that tell one record from another",
        )


def _unfound(
    named: Mapping[str, str], known: Mapping[str, Column], found: Found | None, otherwise: AbstractSet[str]
) -> Iterator[Broken]:
    """The columns that have no heading: of those that a caller names the needed ones, else all that tell something."""
    needed = [name for name, each in known.items() if each.needed and name not in named]
    for name in needed if found is None else found.missing:
        if not is_there(name, otherwise):
            yield None, Fault.NO_COLUMN, name
    for name, several in found.several.items() if found else ():
        if name in otherwise:
            continue
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


def read_row(number: int, row: object, table: Table, *, is_first: bool = False) -> RowRead | None:
    """Read one row; `None` if it holds no data, as the first may that numbers the columns."""
    if not isinstance(row, Mapping):
        problem = _problem(number, None, "", Fault.NOT_A_ROW)
        return RowRead(number, row, None, (problem,), {}, _things({}, table), undated=True)
    nothing = no_record(row, table, is_first=is_first)
    has_note = isinstance(row, Row) and row.doubt is not None and row.doubt.fault is Fault.DOUBTFUL_NOTE
    if nothing is Numbering.SURELY and not has_note:
        return None
    if nothing is Numbering.PERHAPS:
        problem = _problem(number, None, "", Fault.NO_RECORD)
        return RowRead(number, row, None, (problem,), {}, _things(row, table), _is_undated(row, table, {}))
    values: dict[str, Any] = dict(table.values)
    said = _said_of(row, table)
    problems = [*_of_table(number, row, table), *_of_cells(number, row, table, values, said)]
    problems += (_problem(number, heading, seen_beside(row.get(heading)), fault) for heading, fault in said.wrong)
    problems += _id_of(number, row, table, values)
    problems += _of_other_columns(number, row, table, values)
    problems += _of_where_it_stands(number, row, values)
    if all(problem.mended for problem in problems):
        try:
            return RowRead(number, row, _record(table, values), tuple(problems), values)
        except NscError as refused:
            problems += _of_contradiction(number, row, table, values, refused)
        except Refused as refused:
            problems.append(_problem(number, None, "", refused.fault, detail=refused.detail))
    return RowRead(number, row, None, tuple(problems), values, _things(row, table), _is_undated(row, table, values))


def _problem(
    number: int,
    column: str | None,
    value: str,
    fault: Fault,
    *,
    suggestion: str | None = None,
    detail: Text | None = None,
) -> Problem:
    return Problem(
        row=number, column=column, value=value, code=fault, message=message(fault, detail), suggestion=suggestion
    )


def _of_table(number: int, row: Mapping[Any, object], table: Table) -> Iterator[Problem]:
    for heading, fault, name in table.broken:
        yield Problem(row=number, column=heading, value="", code=fault, message=of_heading(heading, fault, name))
    if has_extra(row):
        yield _problem(number, None, "", Fault.EXTRA_CELLS)


def _of_where_it_stands(number: int, row: Mapping[Any, object], values: Mapping[str, Any]) -> Iterator[Problem]:
    """What the lines and notes around a row say of it: that it is not done, of one that has a day only."""
    doubt = row.doubt if isinstance(row, Row) else None
    if doubt is not None and (doubt.fault is not Fault.UNFINISHED_LINE or counts(values)):
        yield _problem(number, None, masked(doubt.line), doubt.fault)


def _of_other_columns(
    number: int, row: Mapping[Any, object], table: Table, values: Mapping[str, Any]
) -> Iterator[Problem]:
    """What the columns that are not read say of the row: that it is cancelled, or not done though it has a day."""
    for heading, cell, fault in said_beside(row, table.kind, cells_beside(row, table), table.columns, values):
        yield _problem(number, heading, seen_beside(cell), fault)


def _of_contradiction(
    number: int, row: Mapping[Any, object], table: Table, values: Mapping[str, Any], refused: NscError
) -> Iterator[Problem]:
    """What a rule about several cells refuses, at the one that it names."""
    for each in refused.problems:
        heading, column = table.columns.get(column_in(each), (None, None))
        value = "" if column is None else displayed(row.get(heading), column)
        yield _problem(number, heading, value, Fault.CONTRADICTION, detail=in_words(each, values))


def cells_beside(row: Mapping[Any, object], table: Table) -> Iterator[tuple[str, object]]:
    """The cells of a row that are not read, with their headings."""
    return ((heading, cell) for heading, cell in filled(row) if heading in table.beside)


def _said_of(row: Mapping[Any, object], table: Table) -> Said:
    """What the columns of units say of a row."""
    if not table.units:
        return NOTHING_SAID
    heading, column = table.columns.get("indicator", (None, None))
    try:
        indicator = None if column is None else column.read(row.get(heading))
    except Refused:
        indicator = None
    return said_of(row, table.units, table.columns, table.unread, indicator)


def _of_cells(
    number: int, row: Mapping[Any, object], table: Table, values: dict[str, Any], said: Said
) -> Iterator[Problem]:
    """Read each cell into `values`; give what is wrong or was mended."""
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
            values[name] = _checked(column, cell, said.units.get(name), values.get("indicator"))
        except Refused as refused:
            suggestion = suggested(refused.suggestion, column)
            shown_ = displayed(cell, column)
            yield _problem(number, heading, shown_, refused.fault, suggestion=suggestion, detail=refused.detail)
        except _cells.Mended as mended:
            values[name] = mended.value
            suggestion = suggested(mended.value, column)
            yield _problem(number, heading, displayed(cell, column), mended.fault, suggestion=suggestion)
        except NscError as refused:
            shown_ = displayed(cell, column)
            for each in refused.problems:
                yield _problem(number, heading, shown_, Fault.REFUSED, detail=in_words(each, values))


def _id_of(number: int, row: Mapping[Any, object], table: Table, values: dict[str, Any]) -> Iterator[Problem]:
    """Make the id of a row of some of its cells, as they were read where they were."""
    read = {heading: name for name, (heading, _) in table.columns.items()}
    parts: list[str] = []
    for heading in table.id_from:
        cell = values.get(read.get(heading, ""), row.get(heading))
        try:
            text = cell.isoformat() if isinstance(cell, date) else folded(str(cell))
        except Exception:  # noqa: BLE001  # an object raises what it likes, and a number of thousands of digits too
            yield _problem(number, heading, "", Fault.NOT_TEXT)
            continue
        if isinstance(cell, (_cells.Covered, _cells.CoveredText)):
            yield _problem(number, heading, "", Fault.MERGED)
        elif _cells.is_blank(cell) or not text:
            yield _problem(number, heading, "", Fault.MISSING)
        parts.append(text)
    if all(parts) and 0 < len(parts) == len(table.id_from):
        values["id"] = f"r-{hashlib.sha256(' '.join(parts).encode()).hexdigest()[:20]}"


def _checked(column: Column, cell: object, unit: Unit | None = None, indicator: object = None) -> object:
    """Read a cell, in the unit of its row if there is one, and check its value."""
    _cells.refuse_not_shown(cell)
    value = _reader(column, unit, indicator)(cell)
    if column.validate is not None:
        column.validate(value)
    return value


def _reader(column: Column, unit: Unit | None, indicator: object) -> _cells.Reader:
    """How a cell is read: a number of a report as what its indicator counts."""
    if column.name == "value":
        return figure(unit or column.unit, taken_by(indicator))
    return column.read if unit is None or column.measure is None else column.measure(unit)


def _is_undated(row: Mapping[Any, object], table: Table, values: Mapping[str, Any]) -> bool:
    heading, _ = table.columns.get("recorded_on", (None, None))
    return heading is not None and "recorded_on" not in values and not _cells.is_blank(row.get(heading))


def _things(row: Mapping[Any, object], table: Table) -> int:
    """How many things a row that cannot be read may stand for: of a training, as many as one can have, if unknown."""
    if has_extra(row):
        return _swallowed(row, table) * (MOST_HEADS if table.kind is Training else 1)
    if table.kind is not Training:
        return 1
    person, heads = (row.get(table.columns[each][0]) if each in table.columns else None for each in _PEOPLE)
    known = not any(name in _PEOPLE for _, _, name in table.broken)
    is_list = "person" in table.columns and "headcount" not in table.columns  # one a row
    if known and (is_list or (_cells.is_blank(heads) and not _cells.is_blank(person))):
        return 1
    return _heads(row, heads, table) if known and "headcount" in table.columns else MOST_HEADS


def _heads(row: Mapping[Any, object], cell: object, table: Table) -> int:
    """How many people a cell says, in the unit of its row; as many as there can be, if nobody can say."""
    said = _said_of(row, table)
    if said.wrong or isinstance(cell, (_cells.Covered, _cells.CoveredText)):
        return MOST_HEADS
    try:
        found = _reader(table.columns["headcount"][1], said.units.get("headcount"), None)(cell)
    except Refused:
        return MOST_HEADS
    return found if 1 <= found <= MOST_HEADS else MOST_HEADS


def _swallowed(row: Mapping[Any, object], table: Table) -> int:
    """How many records a row with more cells than headings can hold, if line ends were lost between them.

    Each has its needed cells, of which the last and the first of the next may have become one.
    """
    extra = row[None]
    cells = [*own_cells(row), *(extra if isinstance(extra, list) else ())]
    lines = sum(1 + text_of(cell).strip().count("\n") for cell in cells if not _cells.is_blank(cell))
    needed = sum(column.needed for _, column in table.columns.values())
    return max(1, (lines - 1) // max(1, needed - 1))


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
        raise Refused(Fault.MISSING, detail=listed(missing))
    return table.kind(**given)


_ENDS = ("period.start", "period.end")


def _period(values: Mapping[str, Any]) -> Period:
    if not values.keys() >= set(_ENDS):
        raise Refused(Fault.MISSING, detail=listed(name for name in _ENDS if name not in values))
    ends = Period(values["period.start"], values["period.end"])
    if values.get("period", ends) != ends:
        raise Refused(Fault.CONTRADICTION, detail=OTHER_PERIOD)
    return ends
