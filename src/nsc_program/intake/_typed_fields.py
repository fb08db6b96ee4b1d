"""Which fields rows that are already typed can have, and what a cell of each is taken for."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import StrEnum
from functools import partial
from types import NoneType
from typing import Any, TypeAlias, final, get_args, get_origin

from attrs import Attribute, evolve, fields_dict, frozen

from nsc_program.intake import _typed_cells as typed
from nsc_program.intake._columns import Column, _held, _validated, columns_of
from nsc_program.intake._headings import FUNDING
from nsc_program.records._records import AnyRecord
from nsc_program.values._periods import Period
from nsc_program.values._validators import is_enterprise_code

Reader: TypeAlias = Callable[[object], Any]

ABSENT: Any = type("Absent", (), {})()
"""Stands where a row has no such key."""
BAD: Any = type("Bad", (), {})()
"""Stands for a cell that cannot be taken."""


@final
@frozen
class TypedField:
    """A field, or a part of one.

    Attributes:
        exact: the types of the cells that are taken as they stand, once they are validated.
        item: what a tuple that is taken so holds.
        absent: what it is where a row has no such key.
        blank: what it is where nothing stands under the key.
    """

    column: Column
    exact: frozenset[type]
    absent: Any
    blank: Any
    item: type | None = None

    def value(self, cell: object) -> Any:  # noqa: ANN401  # whatever the field holds
        """What a cell is, not yet validated; `BAD` if it cannot be taken, or is needed and blank."""
        if cell is ABSENT:
            return self.absent
        try:
            held = typed.plain(cell)
            return self.blank if held is None else self.column.read(held)
        except Exception:  # noqa: BLE001  # a cell may be anything, and raise anything
            return BAD


def fields_of(
    kind: type[AnyRecord], more: Iterable[str] = (), recorded_on: date | None = None
) -> Mapping[str, TypedField]:
    """The fields of a class and their parts by name, with money of the sources that `more` names.

    Raises:
        UnknownId: if `more` names no field that there can be.
    """
    known = fields_dict(kind)
    named = [name for name in more if name not in known]
    columns = dict(columns_of(kind, more=named))
    if "funding" in known:
        columns["funding"] = Column("funding", typed.funding, partial(_validated, known["funding"]))
    return {name: _field(column, known.get(name), recorded_on) for name, column in columns.items()}


def _field(column: Column, of: "Attribute[Any] | None", recorded_on: date | None) -> TypedField:
    read, exact = _taken(column.name, of)
    needed = column.needed or column.name == "period"
    default = BAD if needed else None if of is None else of.default
    if column.name == "recorded_on" and recorded_on is not None:
        default = recorded_on
    blank = (
        False if column.name == "verified" else default
    )  # the others are ticked, so this one is not
    as_it_is = {NoneType} if blank is None else ()
    item = (
        get_args(_held(of.type))[0]
        if of is not None and get_origin(_held(of.type)) is tuple
        else None
    )
    return TypedField(
        evolve(column, read=read), frozenset({*exact, *as_it_is}), default, blank, item
    )


def _taken(name: str, of: "Attribute[Any] | None") -> tuple[Reader, set[type]]:
    """How a cell is taken, and the types that need no reading."""
    if name.startswith(FUNDING):
        return typed.money, set()
    match name:
        case "funding":
            return typed.funding, set()
        case "person":
            return typed.person, set()
        case "value":
            return typed.number, set()
        case "period":
            return typed.period, {Period}
        case "period.start" | "period.end":
            return typed.day, {date}
    if of is not None and of.validator is is_enterprise_code:
        return typed.enterprise, set()
    kind = _held(of.type if of is not None else str)
    if get_origin(kind) is tuple:
        return typed.several(_of(get_args(kind)[0])[0]), set()
    return _of(kind)


def _of(kind: Any) -> tuple[Reader, set[type]]:  # noqa: ANN401  # a type, which has no type of its own
    if issubclass(kind, StrEnum):
        return typed.member(kind), {kind}
    plain: Mapping[type, Reader] = {
        date: typed.day,
        bool: typed.yes_no,
        int: typed.whole,
        str: typed.text,
    }
    return plain[kind], {kind}
