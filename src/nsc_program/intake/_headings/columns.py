"""The columns that rows of each class can have, their names, and the readers of their cells."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from datetime import date
from enum import StrEnum
from functools import partial
from itertools import chain
from types import NoneType, UnionType
from typing import Any, TypeAlias, final, get_args, get_origin

from attrs import NOTHING, Attribute, evolve, field, fields, fields_dict, frozen

from nsc_program.errors import UnknownId
from nsc_program.intake._cells import cells as _cells
from nsc_program.intake._cells import choices, dates, indicators, keys, years
from nsc_program.intake._cells import numbers as _numbers
from nsc_program.intake._cells.lists import several
from nsc_program.intake._cells.reporting_periods import reader_of_periods
from nsc_program.intake._headings.headings import COUNTS, column_of, is_total, takes_units, unit_of
from nsc_program.intake._headings.vocabulary import FUNDING, HEADINGS
from nsc_program.intake._words.grouping import grouped
from nsc_program.intake._words.units import DONG, ONE, Unit
from nsc_program.intake._words.words import MORE_YES_NO, WORDS, YES_NO
from nsc_program.records._fields import is_year_field
from nsc_program.records._records import AnyRecord, Funding
from nsc_program.records._rejected_rows import row_class
from nsc_program.values._enterprise_codes import is_enterprise_code
from nsc_program.values._keys import is_indicator_id, is_key
from nsc_program.values._value import Value

People: TypeAlias = Callable[[str], str]
"""Makes a pseudonym from the key that identifies a person."""

ALTERNATIVES = (("person", "headcount"), ("period", "period.end"))
"""A table needs one column of each pair."""

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
"""The columns of the days that decide whether a record counts.

If a table lacks such a column, the user must say so.
"""


@final
@frozen
class Column:
    """A column that rows of a class can have.

    Attributes:
        name: the name of the field that it fills; for a part of a field, the names with a dot
            between them.
        read: the reader of its cells.
        validate: checks a value that was read, or `None`.
        measure: makes a reader of numbers in another unit, or `None` if the column has no unit.
        unit: the unit that its heading names.
        needed: whether a row must have a value.
        personal: whether it may reveal who a person is.
        beside: whether it stands next to a personal column, so that a shifted row may have put a
            name in it.
        is_code: whether it holds tax codes, which may be shown.
        words: whether it holds arbitrary words.
        closed: whether it holds words of a closed set.
        known: the values of some texts that were read before without any fault.
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
    closed: bool = False
    known: dict[str, object] = field(factory=dict, init=False, eq=False, repr=False)


ReadColumns: TypeAlias = Mapping[str, tuple[str, Column]]
"""The columns that are read, with their headings, by name."""
Values: TypeAlias = Mapping[str, Any]
"""The values that were read from a row, by the names of columns."""


def columns_of(
    kind: type[AnyRecord], people: People | None = None, more: Iterable[str] = ()
) -> Mapping[str, Column]:
    """Return the columns of a class by their names.

    Args:
        kind: the class of the records.
        people: makes the pseudonyms of persons.
        more: the names of further columns, such as those of other sources of money.

    Raises:
        UnknownId: if `more` names a column that cannot exist.
    """
    columns = _columns_of_fields(kind, people)
    takes_money = any(name.startswith(FUNDING) for name in columns)
    for name in more:
        if name.startswith(FUNDING) and takes_money:
            columns[name] = _money(name)
        elif name not in columns:
            raise UnknownId("column", name, tuple(columns))
    return columns


def _columns_of_fields(kind: type[AnyRecord], people: People | None) -> dict[str, Column]:
    """Return the columns of the fields of a class; all may hold a person's name if one does."""
    of_fields = (_columns(attribute, people) for attribute in fields(kind))
    columns = list(chain.from_iterable(of_fields))
    if any(column.personal for column in columns):
        columns = [evolve(column, beside=True) for column in columns]
    return {column.name: column for column in columns}


def _columns(of: "Attribute[Any]", people: People | None) -> Iterable[Column]:
    """Return the columns that fill a field."""
    match of.name:
        case "funding":
            return [_money(name) for name in HEADINGS if name.startswith(FUNDING)]
        case "period":
            return _OF_A_PERIOD
        case "value":
            return [Column("value", _numbers.figure(ONE), measure=_numbers.figure, needed=True)]
        case "person":
            return [_plain(of, keys.person_by(people))]
        case _:
            return [_plain(of, _reader(of))]


_OF_A_PERIOD = (
    Column("period", reader_of_periods()),
    Column("period.start", dates.day),
    Column("period.end", dates.day),
)


def _money(name: str) -> Column:
    """Return the column of a source of money."""
    vnd = fields_dict(Funding)["vnd"]
    return Column(
        name, _numbers.money(DONG), partial(_validated, vnd), measure=_numbers.money, unit=DONG
    )


def _plain(of: "Attribute[Any]", read: _cells.Reader) -> Column:
    """Return the column of a field that has one of its own name."""
    return Column(
        of.name,
        read,
        partial(_validated, of),
        measure=_numbers.count if takes_units(of.name) else None,
        needed=of.default is NOTHING,
        personal=of.name == "person",
        is_code=of.validator is is_enterprise_code,
        words=read in _OF_WORDS,
        closed=_is_closed(_held(of.type)),
    )


def _is_closed(kind: Any) -> bool:  # noqa: ANN401
    """Tell whether values of a type, or the members of a tuple of them, are of a closed set."""
    member = get_args(kind)[0] if get_origin(kind) is tuple else kind
    return isinstance(member, type) and issubclass(member, StrEnum)


_OF_WORDS = (_cells.plain_text, _cells.norm, indicators.indicator)
"""The readers of columns that hold arbitrary words."""


def _validated(of: "Attribute[Any]", value: object) -> None:
    """Check a value as its field does."""
    if of.validator is not None:  # pragma: no branch  # every field has a validator
        of.validator(None, of, value)


def _reader(of: "Attribute[Any]") -> _cells.Reader:
    """Return the reader of a field, by the rule for its values or by their type."""
    if is_year_field(of):
        return years.year
    return _reader_of_key(of) or _reader_of_type(_held(of.type), of.name)


def _reader_of_key(of: "Attribute[Any]") -> _cells.Reader | None:
    """Return the reader of a field that holds a key, or `None`."""
    if of.validator is is_enterprise_code:
        return keys.enterprise_code
    if of.validator is is_indicator_id:
        return indicators.indicator
    return keys.key if of.validator is is_key else None


def _held(kind: Any) -> Any:  # noqa: ANN401  # a type, which has no type of its own
    """Return the type of a field's values other than `None`."""
    if not isinstance(kind, UnionType):
        return kind
    return next((member for member in get_args(kind) if member is not NoneType), kind)


def _reader_of_type(kind: Any, name: str) -> _cells.Reader:  # noqa: ANN401
    """Return the reader of values of a type, or of several of them."""
    if get_origin(kind) is tuple:
        return several(_reader_of_type(get_args(kind)[0], name))
    if kind is date:
        return dates.last_day if name == "on" else dates.day
    if kind is bool:
        return _reader_of_yes_or_no(name)
    if kind is int:
        return _numbers.count(ONE)
    if issubclass(kind, StrEnum):
        return choices.member(kind, WORDS[kind])
    return _cells.norm if name == "standard" else _cells.plain_text


def _reader_of_yes_or_no(name: str) -> _cells.Reader:
    """Return the reader of a column that holds yes or no, in words of its own too."""
    read = choices.yes_no({**YES_NO, **MORE_YES_NO.get(name, {})})
    return choices.cancelled_or(read) if name == "annulled" else read


# --- the column of each heading ---


@final
@frozen
class Found(Value):
    """The headings of a table, and the columns that they stand for.

    Attributes:
        headings: the heading of each column that was found, by the name of the column.
        several: the headings of each column that more than one heading stands for.
        missing: the columns without a heading that a table must have, unless the user says that it
            does not have them.
        unused: the headings that do not stand for any column.
    """

    headings: Mapping[str, str] = field(hash=False)
    several: Mapping[str, tuple[str, ...]] = field(hash=False)
    missing: tuple[str, ...]
    unused: tuple[str, ...]


def find_columns(kind: type[AnyRecord] | str, headings: Iterable[str]) -> Found:
    """Find the column that each heading stands for, by the words that spreadsheets use.

    Args:
        kind: the class of the records, or its name.
        headings: the headings of the table.

    Returns:
        The heading of each column, and the headings and columns that need attention.

    Raises:
        InvalidType: for a `kind` that is neither a class nor a name.
        UnknownId: for a class that does not come as rows.
    """
    columns = columns_of(row_class(kind))
    claims = _claims(dict.fromkeys(headings), tuple(columns))
    by_name = grouped((name, heading) for heading, name in claims.items())
    return Found(
        headings={name: by_name[name][0] for name in columns if _many(by_name, name) == 1},
        several={name: tuple(by_name[name]) for name in columns if _many(by_name, name) > 1},
        missing=tuple(_missing(columns, by_name)),
        unused=tuple(by_name.get(None, ())),
    )


def _many(by_name: Mapping[str | None, list[str]], name: str) -> int:
    """Count the headings that stand for a column."""
    return len(by_name.get(name, ()))


def _claims(headings: Iterable[str], names: tuple[str, ...]) -> Mapping[str, str | None]:
    """Return the column of each heading, or `None`.

    A column that has no heading by its usual words is found by the words of some tables only.
    """
    claims = _without_parts({heading: column_of(heading, names) for heading in headings})
    rest = tuple(name for name in names if name not in claims.values())
    return {
        heading: claimed or column_of(heading, rest, also=True)
        for heading, claimed in claims.items()
    }


def _without_parts(claims: Mapping[str, str | None]) -> Mapping[str, str | None]:
    """Return the claims without those to a count that the heading of its total claims too."""
    totals = {claims[heading] for heading in claims if is_total(heading)} & COUNTS
    return {
        heading: None if claimed in totals and not is_total(heading) else claimed
        for heading, claimed in claims.items()
    }


def _missing(columns: Mapping[str, Column], present: Collection[str | None]) -> Iterator[str]:
    """Give the columns without a heading that a table must have."""
    for names in ALTERNATIVES:
        if columns.keys() >= set(names) and set(names).isdisjoint(present):
            yield names[0]
    asked = (name for name, column in columns.items() if _is_asked_for(column))
    yield from (name for name in asked if name not in present)


def _is_asked_for(column: Column) -> bool:
    """Tell whether a table must have a column, or the user must say that it does not."""
    return column.needed or column.name in TELLING


def in_unit(column: Column, heading: str) -> Column:
    """Return a column that reads its numbers in the unit that its heading names.

    Args:
        column: the column.
        heading: its heading.

    Returns:
        The new column, or the same one if it has no unit or the unit is not understood.
    """
    unit = unit_of(heading, column.name) if column.measure is not None else None
    if unit is None or column.measure is None:
        return column
    return evolve(column, read=column.measure(unit), unit=unit)


def is_there(name: str, otherwise: AbstractSet[str]) -> bool:
    """Tell whether a column, or its alternative, is given in another way.

    Args:
        name: the name of the column.
        otherwise: the names of the columns that are given in another way.
    """
    return name in otherwise or any(
        name in names and not otherwise.isdisjoint(names) for names in ALTERNATIVES
    )
