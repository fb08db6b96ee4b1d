"""Figures from tables: the rows are counted where they are, in data frames or databases.

A table has a column for each field of a class of records that a counting rule asks for. Everything
is lazy, and only counts come back. The tables are those that narwhals accepts, such as those of
Polars and DuckDB. This module needs the extra `tables`.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar, final

import narwhals.stable.v2 as nw
from attrs import evolve, frozen

from nsc_program.errors import InvalidValue, Message
from nsc_program.figures._complete_periods import Lost, classes_of, lost_in_rejected_rows
from nsc_program.figures._counts import Counts, count, sharing_keys
from nsc_program.figures._figures import Figures
from nsc_program.figures._sizes import Size
from nsc_program.figures._table_columns import columns_of, selected
from nsc_program.figures._table_counts import Sheet, Table, one_row_each
from nsc_program.figures._table_faults import refuse_own_code
from nsc_program.figures._table_rules import Frame
from nsc_program.figures._tallying import check_arguments, figures_of
from nsc_program.plan._indicators import Indicator
from nsc_program.plan._program import Program
from nsc_program.records._base import Record, is_record_class
from nsc_program.records._fields import record_fields
from nsc_program.records._records import AnyRecord, Fact
from nsc_program.records._register import Register
from nsc_program.records._rejected_rows import RejectedRow, is_settled, withdrawn_by
from nsc_program.records._reports import ReportedFigure
from nsc_program.values._periods import Period
from nsc_program.values._validators import wrong_type

__all__ = ["tally_tables"]

R = TypeVar("R", bound=Record)

_NO_REGISTER = Register()


def tally_tables(
    program: Program,
    tables: Mapping[type[R], Any],
    register: Register = _NO_REGISTER,
    *,
    as_of: date,
    periods: Iterable[Period] = (),
) -> Figures:
    """Return what `tally` returns for the records that the rows of tables stand for.

    A table has the fields of its class as columns: at least `id`, `recorded_on`, `annulled`,
    `verified` and those that the plan's counting rules ask for. Dates are dates, enumerations are
    their values as text, several values are one text with `;` between them, and null is unknown.

    Args:
        program: the plan.
        tables: a data frame or a lazy frame for each class of records that stands in a table.
        register: claims of completeness, reports, rejected rows, and the records of classes that
            do not stand in a table.
        as_of: the day of judgement; the figures are known at its close.
        periods: further periods to count over.

    Returns:
        A figure for each indicator and period, the plan's own periods first.

    Raises:
        InvalidType: for an argument of another class, and for a column of another type.
        InvalidValue: for a missing column; for values that a record would refuse; for records or
            facts in the register that would have to be counted together with the rows of a table;
            for tables of two engines that one indicator counts; and for a register about a
            territory that is not the plan's or a part of it.
        RegisterConflict: if two versions of one record have the same date and differ.
    """
    check_arguments(program, register, as_of)
    given: dict[type[Record], Frame] = {
        _checked(kind): _lazy(kind, frame) for kind, frame in tables.items()
    }
    _refuse_records(program, register, given)
    source = _Tables.of(program, register, given, as_of)
    return figures_of(program, source.register, as_of, periods, source)


@final
@frozen
class _Tables:
    """Tables, and the records of other classes, as a place to count in.

    Attributes:
        program: the plan.
        register: the register, without the rejected rows that a later row of a table settles.
        tables: the tables that the plan counts, by class.
        as_of: the last day whose events count.
    """

    program: Program
    register: Register
    tables: Mapping[type[Record], Table]
    as_of: date

    @classmethod
    def of(
        cls,
        program: Program,
        register: Register,
        given: Mapping[type[Record], Frame],
        as_of: date,
    ) -> "_Tables":
        """Settle the rejected rows, and mark the records that they put in doubt."""
        counted = program.counted_classes
        tables = {
            kind: _table(kind, program, frame, register)
            for kind, frame in given.items()
            if kind in counted
        }
        settled = {row for table in tables.values() for row in _settled(table, register)}
        unsettled = evolve(
            register, rejected=[row for row in register.rejected if row not in settled]
        )
        return cls(
            program,
            unsettled,
            {kind: _with_doubts(table, unsettled) for kind, table in tables.items()},
            as_of,
        )

    def _is_in_tables(self, indicator: Indicator) -> bool:
        return not self.tables.keys().isdisjoint(classes_of(indicator))

    def counts(self, wanted: Mapping[str, Collection[Period]]) -> Counts:
        """Count the things of each indicator over some periods."""
        in_tables = [one for one in self.program.indicators if self._is_in_tables(one)]
        others = [one for one in self.program.indicators if not self._is_in_tables(one)]
        of_objects = count(others, wanted, self.register.current, self.as_of)
        return {**of_objects, **dict(self._counted(in_tables, wanted))}

    def _counted(
        self, indicators: Iterable[Indicator], wanted: Mapping[str, Collection[Period]]
    ) -> Iterator[tuple[tuple[str, Period], Size]]:
        """Yield what tables count, once their values are known to be acceptable."""
        sheets = self._sheets(indicators, wanted)
        rows = self._checked(sheets)
        once = self._without_repeats(zip(sheets, rows, strict=True))
        if once:
            sheets = [evolve(sheet, tables={**self.tables, **once}) for sheet in sheets]
            rows = one_row_each(map(_to_count, sheets))
        for sheet, row in zip(sheets, rows, strict=True):
            yield from sheet.sizes(wanted, self.as_of, row)

    def _sheets(
        self, indicators: Iterable[Indicator], wanted: Mapping[str, Collection[Period]]
    ) -> list[Sheet]:
        return [
            Sheet.of(f"nsc_{at}", group, wanted, self.as_of, self.tables)
            for at, group in enumerate(sharing_keys(indicators))
        ]

    def _checked(self, sheets: Iterable[Sheet]) -> Sequence[Mapping[str, Any]]:
        """Return what sheets count, after a look at the values of the tables."""
        checks = [(frozenset({kind}), table.checked()) for kind, table in self.tables.items()]
        found = one_row_each([*checks, *map(_to_count, sheets)])
        self._refuse_wrong_values(found)
        return found[len(checks) :]

    def _refuse_wrong_values(self, found: Iterable[Mapping[str, Any]]) -> None:
        """Refuse what records would refuse, given the values of the checks of each table."""
        checked = zip(self.tables.values(), found, strict=False)
        problems = [problem for table, values in checked for problem in table.faults(values)]
        if problems:
            raise InvalidValue(*problems)

    def _without_repeats(
        self, counted: Iterable[tuple[Sheet, Mapping[str, Any]]]
    ) -> Mapping[type[Record], Table]:
        """Return the tables that hold a row twice, without the repeated rows."""
        suspects = {
            kind for sheet, row in counted if sheet.is_suspicious(row) for kind in sheet.source
        }
        tables = [table for kind, table in self.tables.items() if kind in suspects]
        return {table.kind: table.without_repeats() for table in tables if table.is_repeated()}

    def lost(self, indicator: Indicator) -> Lost:
        """Return what rejected rows may change in the count of an indicator."""
        return lost_in_rejected_rows(indicator, self.register, self._withdrawn)

    def _withdrawn(self, kind: type[Record]) -> int:
        """Return how many of the counted things rows of unknown records may withdraw."""
        if kind not in self.tables:
            return self.register.things_withdrawn(kind)
        unknown = _unknown(kind, self.register)
        entries = self.tables[kind].things_by_entry() if unknown else []
        return withdrawn_by(unknown, {kind.__name__: entries})[kind.__name__]


def _to_count(sheet: Sheet) -> tuple[object, Frame]:
    """Return what a sheet counts, with the tables that it reads."""
    return sheet.source, sheet.counted()


def _unknown(kind: type[Record], register: Register) -> list[RejectedRow]:
    """Return the rejected rows of a class whose records are unknown."""
    return [row for row in register.rejected_of(kind) if not row.identified]


def _table(kind: type[Record], program: Program, given: Frame, register: Register) -> Table:
    """Return a table with the columns that a plan needs, and those that can be checked."""
    rules = [rule for _, rule in program.rules(kind)]
    number = [kind.NUMBER] if kind.NUMBER and _unknown(kind, register) else []
    refuse_own_code(kind)
    schema = given.collect_schema()
    columns = tuple(columns_of(kind, rules, number, schema))
    fields = record_fields(kind)
    names = [name for name in schema if name.partition(".")[0] in fields]
    return Table(kind, given.select(names), selected(given, columns), columns)


def _settled(table: Table, register: Register) -> list[RejectedRow]:
    """Return the rejected rows that a row of a table settles: it was entered later."""
    rows = [row for row in register.rejected if row.what == table.kind.__name__ and row.identified]
    newest = {row.id: row for row in rows}
    dated = table.read_on(newest) if newest else {}
    read_on = {(table.kind.__name__, name): day for name, day in dated.items()}
    return [row for row in rows if is_settled(newest[row.id], read_on)]


def _with_doubts(table: Table, register: Register) -> Table:
    """Return a table that knows which records have a later version in a rejected row."""
    rows = register.rejected_of(table.kind)
    return evolve(table, doubted=tuple(row.id for row in rows if row.identified))


# --- arguments ---


def _checked(kind: type[Record]) -> type[Record]:
    given: object = kind
    if not isinstance(given, type) or not is_record_class(given) or given is ReportedFigure:
        raise wrong_type("tables", _A_CLASS, kind)
    return kind


_A_CLASS = Message(
    "một lớp hồ sơ để đếm, kế thừa Record", "a class of records to count, derived from Record"
)


def _lazy(kind: type[Record], frame: object) -> Frame:
    """Return a frame that computes when a result is asked for.

    Frames of pandas become tables of PyArrow, in which an unknown value is null in every column.
    """
    given: Any = frame
    try:
        read = nw.from_native(given)
    except TypeError:
        expected = Message("một bảng mà 'narwhals' nhận", "a frame that 'narwhals' accepts")
        raise wrong_type(f"tables[{kind.__name__}]", expected, frame, is_shown=False) from None
    if read.implementation.is_pandas_like():
        read = nw.from_native(read.to_arrow())
    return read.lazy()  # type: ignore[no-any-return]


def _refuse_records(
    program: Program, register: Register, given: Mapping[type[Record], Frame]
) -> None:
    """Raise an error for what would have to be counted together with the rows of a table."""
    held = {type(record) for record in register.records}
    facts = {record.indicator for record in register.records if isinstance(record, Fact)}
    for kind in held & given.keys():
        raise _in_both(kind.__name__)
    for indicator in program.indicators:
        kinds = classes_of(indicator)
        if not given.keys().isdisjoint(kinds):
            _refuse_to_mix(indicator, held.intersection(kinds), facts)
        if len({given[kind].implementation for kind in kinds if kind in given}) > 1:
            raise _of_two_engines(indicator)


def _refuse_to_mix(
    indicator: Indicator, kinds: Iterable[type[AnyRecord]], facts: Collection[str]
) -> None:
    """Raise an error for records and facts that an indicator counts beside a table."""
    if indicator.id in facts:
        raise _in_both(indicator.id)
    for kind in kinds:
        raise _in_both(kind.__name__)


def _in_both(what: str) -> InvalidValue:
    return InvalidValue.at(
        "register",
        code="in-tables-and-register",
        vi=f"cơ sở dữ liệu có hồ sơ {what}, phải đếm cùng với bảng; "
        "chuyển các hồ sơ này vào bảng, hoặc dùng 'tally' cho mọi hồ sơ",
        en=f"the register holds records of {what}, which count together with a table; "
        "move them to a table, or use 'tally' for all records",
    )


def _of_two_engines(indicator: Indicator) -> InvalidValue:
    return InvalidValue.at(
        "tables",
        code="two-engines",
        vi=f"chỉ tiêu {indicator.id!r} đếm trên các bảng của hai hệ thống; "
        "chuyển các bảng về cùng một hệ thống",
        en=f"the indicator {indicator.id!r} counts tables of two engines; move them to one engine",
    )
