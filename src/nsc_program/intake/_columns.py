"""Which columns the rows of each class can have, what they are called, and how a cell of each is read."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from datetime import date
from enum import StrEnum
from functools import partial
from types import NoneType, UnionType
from typing import Any, TypeAlias, final, get_args, get_origin

from attrs import NOTHING, Attribute, evolve, field, fields, fields_dict, frozen

from nsc_program.errors import UnknownId
from nsc_program.intake import _cells, _dates, _indicators, _keys, _numbers
from nsc_program.intake._headings import FUNDING, HEADINGS, column_of, takes_units, unit_of
from nsc_program.intake._units import DONG, ONE, Unit
from nsc_program.intake._words import MORE_YES_NO, WORDS, YES_NO
from nsc_program.records._records import AnyRecord, Funding
from nsc_program.records._register import row_class
from nsc_program.values._validators import is_enterprise_code, is_indicator_id, is_key
from nsc_program.values._value import Value

People: TypeAlias = Callable[[str], str]
"""Makes a pseudonym of what a person is known by."""

ALTERNATIVES = (("person", "headcount"), ("period", "period.end"))
"""Of these a table needs one."""

TELLING = frozenset(
    {
        "completed_on",
        "trained_on",
        "certified_on",
        "regional_on",
        "international_on",
        "strengthened_on",
        "conforming_since",
    }
)
"""What decides whether something counts: a table that has no column for it must be said to have none."""


@final
@frozen
class Column:
    """A column that rows of a class can have.

    Attributes:
        name: the field it fills; of a part of one, with a dot.
        measure: makes a reader of numbers in another unit, of a column whose numbers are in units; else `None`.
        unit: the unit that its heading names.
        needed: no row can do without it.
        personal: it may tell who a person is.
        beside: it stands beside one that does, so a row that is shifted may have put a name there.
        is_code: it holds tax codes, which may be shown.
        words: it holds words of any kind.
    """

    name: str
    read: _cells.Reader
    validate: Callable[[Any], None] | None = None
    measure: _numbers.Measure | None = None
    unit: Unit = ONE
    needed: bool = False
    personal: bool = False
    beside: bool = False
    is_code: bool = False
    words: bool = False


def columns_of(
    kind: type[AnyRecord], people: People | None = None, more: Iterable[str] = ()
) -> Mapping[str, Column]:
    """The columns of a class by name, and those of money for the sources that `more` names.

    Raises:
        UnknownId: if `more` names no column that there can be.
    """
    found = {column.name: column for each in fields(kind) for column in _columns(each, people)}
    if any(column.personal for column in found.values()):
        found = {name: evolve(column, beside=True) for name, column in found.items()}
    for name in more:
        if name.startswith(FUNDING) and any(each.startswith(FUNDING) for each in found):
            found[name] = _money(name)
        elif name not in found:
            raise UnknownId("column", name, tuple(found))
    return found


def _columns(of: "Attribute[Any]", people: People | None) -> Iterable[Column]:
    match of.name:
        case "funding":
            return [_money(name) for name in HEADINGS if name.startswith(FUNDING)]
        case "period":
            ends = [Column(f"period.{end}", _dates.day) for end in ("start", "end")]
            return [Column("period", _dates.years), *ends]
        case "value":
            return [Column("value", _numbers.figure(ONE), measure=_numbers.figure, needed=True)]
        case _:
            return [_plain(of, people)]


def _money(name: str) -> Column:
    vnd = fields_dict(Funding)["vnd"]
    return Column(
        name, _numbers.money(DONG), partial(_validated, vnd), measure=_numbers.money, unit=DONG
    )


def _plain(of: "Attribute[Any]", people: People | None) -> Column:
    personal = of.name == "person"
    read = _keys.person_by(people) if personal else _reader(of)
    return Column(
        of.name,
        read,
        partial(_validated, of),
        measure=_numbers.count if takes_units(of.name) else None,
        needed=of.default is NOTHING,
        personal=personal,
        is_code=of.validator is is_enterprise_code,
        words=read in (_cells.plain_text, _cells.norm, _indicators.indicator),
    )


def _validated(of: "Attribute[Any]", value: object) -> None:
    if of.validator is not None:  # pragma: no branch  # each field has one
        of.validator(None, of, value)


def _reader(of: "Attribute[Any]") -> _cells.Reader:
    """How a cell is read, by what the field can hold."""
    kind = _held(of.type)
    if of.validator is is_enterprise_code:
        return _keys.enterprise_code
    if of.validator is is_indicator_id:
        return _indicators.indicator
    if of.validator is is_key:
        return _keys.key
    if get_origin(kind) is tuple:
        return _cells.several(_of(get_args(kind)[0], of.name))
    return _of(kind, of.name)


def _held(kind: Any) -> Any:  # noqa: ANN401  # a type, which has no type of its own
    """What a field can hold beside `None`."""
    return (
        next((each for each in get_args(kind) if each is not NoneType), kind)
        if isinstance(kind, UnionType)
        else kind
    )


def _of(kind: Any, name: str) -> _cells.Reader:  # noqa: ANN401
    if kind is date:
        return _dates.last_day if name == "on" else _dates.day
    if kind is bool:
        read = _cells.yes_no({**YES_NO, **MORE_YES_NO.get(name, {})})
        return _cells.cancelled_or(read) if name == "annulled" else read
    if kind is int:
        return _numbers.count(ONE)
    if issubclass(kind, StrEnum):
        return _cells.member(kind, WORDS[kind])
    if name == "standard":
        return _cells.norm
    return _cells.plain_text


# --- which heading is which column ---


@final
@frozen
class Found(Value):
    """The headings of a table, and the columns that they are.

    Attributes:
        headings: of each column that was found, its heading.
        several: the columns that more than one heading claims to be, with these.
        missing: the columns that no heading is and no table can do without, unless it is said to.
        unused: the headings that are no column.
    """

    headings: Mapping[str, str] = field(hash=False)
    several: Mapping[str, tuple[str, ...]] = field(hash=False)
    missing: tuple[str, ...]
    unused: tuple[str, ...]


def find_columns(kind: type[AnyRecord] | str, headings: Iterable[str]) -> Found:
    """Find out which column each heading is, by the words that spreadsheets use.

    Raises:
        UnknownId: for a class that has no rows.
    """
    columns = columns_of(row_class(kind))
    claims = _claims(dict.fromkeys(headings), tuple(columns))
    by_name: dict[str, list[str]] = {name: [] for name in columns}
    for heading, name in claims.items():
        if name is not None:
            by_name[name].append(heading)
    found = {name: claiming[0] for name, claiming in by_name.items() if len(claiming) == 1}
    return Found(
        headings=found,
        several={name: tuple(claiming) for name, claiming in by_name.items() if len(claiming) > 1},
        missing=tuple(_missing(columns, {name for name, claiming in by_name.items() if claiming})),
        unused=tuple(heading for heading, claimed in claims.items() if claimed is None),
    )


def _claims(headings: Iterable[str], names: tuple[str, ...]) -> Mapping[str, str | None]:
    """The column that each heading is; where none is one by its usual words, those that some tables have count."""
    claims = {heading: column_of(heading, names) for heading in headings}
    rest = tuple(name for name in names if name not in claims.values())
    return {
        heading: claimed or column_of(heading, rest, also=True)
        for heading, claimed in claims.items()
    }


def _missing(columns: Mapping[str, Column], found: Collection[str]) -> Iterator[str]:
    for names in ALTERNATIVES:
        if columns.keys() >= set(names) and not set(names) & set(found):
            yield names[0]
    yield from (
        name
        for name, each in columns.items()
        if (each.needed or name in TELLING) and name not in found
    )


def in_unit(column: Column, heading: str) -> Column:
    """The column, which reads in the unit that its heading names."""
    unit = unit_of(heading, column.name) if column.measure is not None else None
    if unit is None or column.measure is None:
        return column
    return evolve(column, read=column.measure(unit), unit=unit)


def is_there(name: str, otherwise: AbstractSet[str]) -> bool:
    """Whether a column is given in another way, or one that does as well is."""
    return name in otherwise or any(
        name in names and not otherwise.isdisjoint(names) for names in ALTERNATIVES
    )


def checked(
    column: Column, cell: object, unit: Unit | None = None, indicator: object = None
) -> object:
    """Read a cell, in the unit of its row if there is one, and check its value."""
    _cells.refuse_not_shown(cell)
    value = reader(column, unit, indicator)(cell)
    if column.validate is not None:
        column.validate(value)
    return value


def reader(column: Column, unit: Unit | None, indicator: object) -> _cells.Reader:
    """How a cell is read: a number of a report as what its indicator counts."""
    if column.name == "value":
        return _numbers.figure(unit or column.unit, _indicators.taken_by(indicator))
    return column.read if unit is None or column.measure is None else column.measure(unit)
