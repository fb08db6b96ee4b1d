"""The columns of one source put together with its headings: what each of its rows is read as."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from datetime import date
from typing import Any, TypeAlias, final

from attrs import field, frozen

from nsc_program.errors import InvalidValue, NscError
from nsc_program.intake import _cells
from nsc_program.intake._beside import is_running
from nsc_program.intake._columns import (
    Column,
    Found,
    People,
    checked,
    columns_of,
    find_columns,
    in_unit,
    is_there,
)
from nsc_program.intake._days import doubting
from nsc_program.intake._discreet import masked
from nsc_program.intake._grid import Row
from nsc_program.intake._headings import column_of, is_suggested, numbered, takes_units, unit_of
from nsc_program.intake._problems import Fault, Refused
from nsc_program.intake._refusals import in_words
from nsc_program.intake._row_units import headings_of_units
from nsc_program.intake._sentences import message
from nsc_program.intake._words import folded
from nsc_program.records._records import AnyRecord
from nsc_program.values._text import Text
from nsc_program.values._validators import printable

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
        ordered = sorted(
            named.items(), key=lambda each: each[0] == "value"
        )  # it depends on the indicator
        read = {name: (heading, in_unit(known[name], heading)) for name, heading in ordered}
        broken = [
            *_broken(named, there),
            *_unfound(named, known, found if columns is None else None, otherwise),
        ]
        broken += ((heading, Fault.NO_COLUMN, "id") for heading in parts if heading not in there)
        left_out = {
            *map(folded, (*ignored, *parts)),
            *(folded(heading) for heading, _ in read.values()),
        }
        rest = (heading for heading in there if not is_suggested(heading))
        others = [
            heading
            for heading in rest
            if left_out.isdisjoint((folded(heading), folded(masked(heading))))
        ]
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
        return checked(column, cell)
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
    named: Mapping[str, str],
    known: Mapping[str, Column],
    found: Found | None,
    otherwise: AbstractSet[str],
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
