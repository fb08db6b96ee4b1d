"""Match the columns of a class with the headings of one source."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from itertools import filterfalse
from typing import Any, TypeAlias, final

from attrs import evolve, field, frozen

from nsc_program.intake._cells.grid import ByHeading, Places, Row
from nsc_program.intake._cells.reporting_periods import with_report_years
from nsc_program.intake._headings.beside import COUNTING
from nsc_program.intake._headings.columns import (
    Column,
    Found,
    People,
    columns_of,
    find_columns,
    in_unit,
    is_there,
)
from nsc_program.intake._headings.headings import (
    column_of,
    is_suggested,
    numbered,
    takes_units,
    unit_of,
)
from nsc_program.intake._headings.left_out import LeftOut
from nsc_program.intake._messages.problems import Fault
from nsc_program.intake._tables.constants import constant, refuse_days_to_come
from nsc_program.intake._tables.months_first import doubting
from nsc_program.intake._tables.row_units import headings_of_units
from nsc_program.intake._tables.table_refused import (
    refuse_contrary,
    refuse_people,
    refuse_running_numbers,
)
from nsc_program.intake._texts.plain_names import holds_names, is_plain_name
from nsc_program.intake._words.named_periods import Span, periods_named
from nsc_program.intake._words.words import folded, is_an_answer
from nsc_program.records._records import AnyRecord
from nsc_program.records._reports import ReportedFigure

Broken: TypeAlias = tuple[str | None, Fault, str]
"""The heading, if the column has one; the fault; the name of the column."""
_At: TypeAlias = tuple[tuple[str, int], ...]
"""Headings, each with the place of its column."""


@final
@frozen
class Table:
    """The columns of one source, as its rows are read.

    Attributes:
        kind: the class of the records.
        columns: the columns that are read, with their headings, by name.
        broken: the faults of the headings, which reject every row.
        recorded_on: when the rows were recorded, unless a row says so; `None` if unknown.
        unread: the headings of the columns that are not read, except those that the caller left
            out.
        values: the values that every row has, by the name of the column.
        id_from: the headings of the cells that together make the id of a row; or the names of
            columns among `values`.
        units: the headings of the columns that state units.
        given: the columns that may contradict a value that every row has, by their headings: the
            name and the column.
        accepts: tells whether the caller accepts a text of a cell as it is. An answer such as
            “x” has no meaning without its heading, and is accepted by that only.
        beside: the headings of `unread`, and those of the parts of ids that are not read otherwise.
        dated: the columns whose headings name periods, with these.
        names: the headings of `unread` that ask for names of enterprises only.
        days: the names of the days that make a record count, with their headings.
        day_needed: the heading, in words, of the first day that every record has; `None` without.
        headings: the headings of all columns, in their order.
    """

    kind: type[AnyRecord]
    columns: Mapping[str, tuple[str, Column]]
    broken: tuple[Broken, ...]
    recorded_on: date | None
    unread: tuple[str, ...] = ()
    values: Mapping[str, Any] = field(factory=dict)
    id_from: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    given: Mapping[str, tuple[str, Column]] = field(factory=dict)
    accepts: LeftOut = field(factory=LeftOut)
    headings: tuple[str, ...] = ()
    beside: frozenset[object] = field(init=False)
    dated: Mapping[str, tuple[tuple[Span, ...], ...]] = field(init=False)
    names: frozenset[str] = field(init=False)
    day_needed: str | None = field(init=False)
    days: tuple[tuple[str, str], ...] = field(init=False)
    _beside_at: dict[int, tuple[Places, _At]] = field(factory=dict, init=False, eq=False)

    @beside.default
    def _unread(self) -> frozenset[object]:
        """Return the headings that are not read, or only for the id, for fast look-up."""
        read = {heading for heading, _ in self.columns.values()}
        return frozenset({*self.unread, *self.id_from} - read)

    @dated.default
    def _of_periods(self) -> Mapping[str, tuple[tuple[Span, ...], ...]]:
        """Return the periods that headings name, except those over figures."""
        if self.kind is ReportedFigure:
            return {}
        named = ((name, periods_named(heading)) for name, (heading, _) in self.columns.items())
        return {name: periods for name, periods in named if periods}

    @names.default
    def _of_names(self) -> frozenset[str]:
        """Return the headings that are not read and ask for names of enterprises only."""
        return frozenset(name for name in self.unread if holds_names(self.kind.__name__, name))

    @day_needed.default
    def _first_day(self) -> str | None:
        """Return the heading of the first day that every record has."""
        days = (
            heading
            for name, (heading, column) in self.columns.items()
            if column.needed and name.endswith("_on") and any(map(str.isalpha, heading))
        )
        return next(days, None)

    @days.default
    def _counting_days(self) -> tuple[tuple[str, str], ...]:
        """Return the names of the days that make a record count, with their headings."""
        return tuple((name, self.columns[name][0]) for name in sorted(COUNTING & {*self.columns}))

    def beside_in(self, places: Places) -> _At:
        """Return the headings that are not read, each with its place; rows share their places.

        Args:
            places: the places of the headings of a row.
        """
        _, found = self._beside_at.get(id(places), (None, None))
        if found is None:
            found = tuple(
                (heading, place)
                for place, headings in enumerate(places.headings)
                for heading in headings
                if heading in self.beside
            )
            self._beside_at[id(places)] = places, found
        return found

    def is_plain(self, heading: str, cell: object) -> bool:
        """Tell whether a cell that is not read is a name in which no rule finds anything.

        Args:
            heading: the heading of the cell.
            cell: the cell.
        """
        return heading in self.names and type(cell) is str and is_plain_name(cell)

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
        report_year_ends: tuple[int, int] | None = None,
    ) -> "Table":
        """Match columns and headings.

        Args:
            kind: the class of the records.
            rows: the rows, as mappings from headings to cells.
            columns: the heading of each column; `None` to find the headings.
            people: how identity numbers become pseudonyms; `None` if they do not.
            recorded_on: when the rows were recorded, unless a row says so.
            ignored: the headings that are left out, and the texts of cells that are accepted.
            values: the values that every row has, by the name of the column.
            id_from: the headings of the cells that together make the id of a row, or names of
                columns among `values`.
            report_year_ends: the month and the day on which report years end, if they are known.

        Raises:
            UnknownId: for a column that the class does not have.
            InvalidValue: for a value that its column cannot hold, or an id made from people or from
                running numbers alone.
        """
        given, ignored = values or {}, tuple(ignored)
        headings = headings_of(rows)
        refuse_contrary(columns, ignored)
        match = _Match.of(kind, headings, columns, people, given, ignored=ignored)
        match = evolve(match, defined=with_report_years(match.defined, report_year_ends))
        constants = match.constants(given, recorded_on)
        parts = match.parts_of_ids(id_from)
        match = match.without(constants, parts)
        broken = tuple(match.faults(parts))
        units, unread = match.other_headings(rows, (*ignored, *parts))
        read = dict(doubting(match.columns(), rows, headings))
        also = match.given(constants, unread)
        return cls(
            kind,
            read,
            broken,
            recorded_on,
            unread,
            constants,
            parts,
            units,
            also,
            LeftOut.of(filterfalse(is_an_answer, ignored)),
            tuple(headings),
        )

    def heading_of(self, name: str) -> str | None:
        """Return the heading of a column; `None` if the table does not have the column."""
        return self.columns.get(name, (None, None))[0]

    def cell_of(self, name: str, row: ByHeading) -> object:
        """Return the cell of a column; `None` if the table does not have the column.

        Args:
            name: the name of the column.
            row: the cells, by heading.
        """
        heading = self.heading_of(name)
        return None if heading is None else row.get(heading)


def headings_of(rows: Iterable[object]) -> list[str]:
    """Return the headings of all rows, each once; rows of one grid are looked at once."""
    headings: dict[str, None] = {}
    seen: set[int] = set()
    for row in rows:
        if isinstance(row, Row):
            if id(row.places) in seen:
                continue
            seen.add(id(row.places))
        if isinstance(row, Mapping):
            headings.update((name, None) for name in row if isinstance(name, str))
    return list(headings)


@final
@frozen
class _Match:
    """The columns that a class can have, and the headings of one source.

    Attributes:
        headings: the headings of the source.
        named: the heading of each column that is read, by the name of the column.
        defined: all columns, by name.
        search: the outcome of the search for headings; `None` if the caller named them.
        otherwise: the names of the columns that are given in another way.
    """

    headings: Collection[str]
    named: Mapping[str, str]
    defined: Mapping[str, Column]
    search: Found | None
    otherwise: frozenset[str] = frozenset()

    @classmethod
    def of(
        cls,
        kind: type[AnyRecord],
        headings: Collection[str],
        columns: Mapping[str, str] | None,
        people: People | None,
        more: Iterable[str],
        *,
        ignored: Iterable[str],
    ) -> "_Match":
        """Match the headings with the columns that the caller names, or search for them.

        Headings that are left out are not searched.
        """
        if columns is None:
            search = find_columns(kind, [*filterfalse(LeftOut.of(ignored), headings)])
            named = search.headings
        else:
            search, named = None, as_written(columns, headings)
        return cls(headings, named, columns_of(kind, people, more=(*named, *more)), search)

    def constants(
        self, values: Mapping[str, object], recorded_on: date | None
    ) -> Mapping[str, object]:
        """Read the values that every row has; a day that counts must not come after the entry."""
        read = {name: constant(name, cell, self.defined[name]) for name, cell in values.items()}
        if recorded_on is not None and "recorded_on" not in self.named:
            refuse_days_to_come(read, recorded_on)
        return read

    def given(
        self, constants: Collection[str], unread: Iterable[str]
    ) -> Mapping[str, tuple[str, Column]]:
        """Return the unread columns that stand for a value that every row has."""
        names = tuple(constants)
        found = ((heading, column_of(heading, names, also=True)) for heading in unread)
        return {
            heading: (name, in_unit(self.defined[name], heading))
            for heading, name in found
            if name is not None
        }

    def parts_of_ids(self, id_from: Iterable[str]) -> tuple[str, ...]:
        """Return the headings that together make an id, as the source writes them."""
        parts = tuple(as_written(numbered(id_from), self.headings).values())
        refuse_people(parts, self.defined)
        refuse_running_numbers(parts)
        return parts

    def without(self, constants: Iterable[str], parts: Collection[str]) -> "_Match":
        """Leave out the columns whose value is known, and the id if it is made of parts."""
        otherwise = frozenset(constants)
        if parts:
            otherwise |= {"id"}
        named = {name: heading for name, heading in self.named.items() if name not in otherwise}
        return evolve(self, named=named, otherwise=otherwise)

    def columns(self) -> dict[str, tuple[str, Column]]:
        """Return the columns to read; the value comes last, since it depends on the indicator."""
        ordered = sorted(self.named.items(), key=lambda item: item[0] == "value")
        return {name: (heading, in_unit(self.defined[name], heading)) for name, heading in ordered}

    def other_headings(
        self, rows: Collection[object], ignored: Iterable[str]
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the headings of units, and those of the columns that are not read otherwise."""
        rest = self._not_read(ignored)
        units = headings_of_units(rest, rows) if any(map(takes_units, self.named)) else ()
        return units, tuple(heading for heading in rest if heading not in units)

    def _not_read(self, ignored: Iterable[str]) -> list[str]:
        """Return the headings of the columns that are neither read nor left out."""
        others = (heading for heading in self.headings if not is_suggested(heading))
        return [*filterfalse(LeftOut.of((*ignored, *self.named.values())), others)]

    def faults(self, parts: Iterable[str]) -> Iterator[Broken]:
        """Yield the faults of the headings, which reject every row."""
        yield from self._wrong_headings()
        for name in self._missing():
            if not is_there(name, self.otherwise):
                yield None, Fault.NO_COLUMN, name
        yield from self._repeated()
        for part in parts:
            if part not in self.headings and part not in self.otherwise:
                yield part, Fault.NO_COLUMN, "id"

    def _wrong_headings(self) -> Iterator[Broken]:
        """Yield the named headings that the source does not have, or whose unit is unknown."""
        for name, heading in self.named.items():
            if heading not in self.headings:
                yield heading, Fault.NO_COLUMN, name
            if takes_units(name) and unit_of(heading, name) is None:
                yield heading, Fault.UNKNOWN_UNIT, name

    def _missing(self) -> Iterable[str]:
        """Return the columns without a heading that a table must have.

        If the caller names the headings, only the required columns count.
        """
        if self.search is not None:
            return self.search.missing
        needed = (name for name, column in self.defined.items() if column.needed)
        return [name for name in needed if name not in self.named]

    def _repeated(self) -> Iterator[Broken]:
        """Yield the columns that several headings may be those of."""
        several = self.search.several if self.search is not None else {}
        for name, headings in several.items():
            if name not in self.otherwise:
                yield headings[0], Fault.TWO_COLUMNS, name


def as_written(columns: Mapping[str, str], there: Iterable[str]) -> Mapping[str, str]:
    """Return the named headings as the table writes them; spaces and accents may differ.

    Args:
        columns: the heading of each column, as the caller writes it.
        there: the headings of the table.
    """
    exact = set(there)
    written = _distinct(exact)
    return {
        name: heading if heading in exact else written.get(folded(heading), heading)
        for name, heading in columns.items()
    }


def _distinct(headings: Collection[str]) -> Mapping[str, str]:
    """Return the headings by their folded text, without those that another heading is like."""
    alike = Counter(map(folded, headings))
    return {folded(heading): heading for heading in headings if alike[folded(heading)] == 1}
