"""Read the unit of every row, where a column states it: “ĐVT”, “Đơn vị tính”."""

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any, TypeAlias, final

from attrs import frozen

from nsc_program.intake._cells import is_blank
from nsc_program.intake._columns import Column
from nsc_program.intake._headings import BELOW, FUNDING, says_its_unit
from nsc_program.intake._indicators import taken_by
from nsc_program.intake._numbers import MONEY, PEOPLE, Takes, own_unit
from nsc_program.intake._problems import Fault, Refused
from nsc_program.intake._stated import speaks_of_money
from nsc_program.intake._units import Of, Unit, unit_in
from nsc_program.intake._words import folded

Columns: TypeAlias = Mapping[str, tuple[str, Column]]
Cells: TypeAlias = Mapping[Any, object]

_CALLED = (
    "ĐVT|Đ.V.T|đơn vị tính|đv tính|đv tiền|đơn vị tiền|đơn vị tiền tệ|loại tiền|"
    "unit|units|unit of measure|unit of measurement|currency"
)
_NAMES = frozenset(map(folded, _CALLED.split("|")))
_PERHAPS = frozenset({"don vi", "dv"})
"""Headings of a column of units or of offices; its cells decide which."""
_COUNTING = re.compile(
    r"(?:so luong|khoi luong|sl|so lop|so khoa|so dn|so doanh nghiep|quantity)\b"
)
_SCALED = re.compile(r"[0-9%$€£]|\b(?:nghin|ngan|trieu|tr|ty|ti|k|n|ng|thousand|million|billion)\b")
_BRACKET = re.compile(r"[(\[].*$", re.DOTALL)
_BESIDE = frozenset({Of.PEOPLE, Of.PARTICIPATIONS, Of.COURSES})


def headings_of_units(headings: Iterable[str], rows: Collection[object]) -> tuple[str, ...]:
    """Return the headings of the columns whose cells are units.

    Args:
        headings: the headings of the columns that are not read.
        rows: the rows of the table, as mappings from headings to cells.
    """
    return tuple(heading for heading in headings if _holds_units(heading, rows))


def _holds_units(heading: str, rows: Collection[object]) -> bool:
    """Tell whether a column holds units, by its heading or, if need be, by its cells."""
    words = folded(_BRACKET.sub("", heading.rpartition(BELOW)[2]))
    if words in _NAMES or folded(heading) in _NAMES:
        return any(not is_blank(row.get(heading)) for row in rows if isinstance(row, Mapping))
    if words not in _PERHAPS:
        return False
    column = (row.get(heading) for row in rows if isinstance(row, Mapping))
    texts = {cell for cell in column if isinstance(cell, str)}
    units = [unit_in(str(text)) for text in texts if not is_blank(text)]
    if any(unit is not None and (unit.of is Of.MONEY or unit.factor > 1) for unit in units):
        return True
    return None not in units and any(unit is not None and unit.of in _BESIDE for unit in units)


@final
@frozen
class Said:
    """The units that a row states.

    Attributes:
        units: the unit of each column that a stated unit applies to, by the name of the column.
        wrong: the headings of the columns of units that are at fault, with the fault.
    """

    units: Mapping[str, Unit]
    wrong: tuple[tuple[str, Fault], ...] = ()


NOTHING_SAID = Said({})


def said_of(
    row: Cells, headings: Iterable[str], columns: Columns, unread: Iterable[str], indicator: object
) -> Said:
    """Read the units of a row.

    Args:
        row: the cells of the row, by heading.
        headings: the headings of the columns of units.
        columns: the columns that are read, with their headings.
        unread: the headings of the columns that are not read.
        indicator: the indicator that the row reports; `None` if unknown.

    Returns:
        The unit of each numeric column, and the faults. Blank numeric cells do not count.
    """
    measured = {
        name: (heading, column)
        for name, (heading, column) in columns.items()
        if column.measure is not None and not is_blank(row.get(heading))
    }
    if not measured:
        return NOTHING_SAID
    units: dict[str, Unit] = {}
    wrong: list[tuple[str, Fault]] = []
    for heading in headings:
        try:
            units |= _units_in(row.get(heading), row, measured, unread, indicator)
        except Refused as refused:
            wrong.append((heading, refused.fault))
    return Said(units, tuple(wrong))


def _units_in(
    cell: object, row: Cells, measured: Columns, unread: Iterable[str], indicator: object
) -> Mapping[str, Unit]:
    """Assign a stated unit to the one column that has no unit of its own and can be in this one."""
    own = {name for name, (heading, _) in measured.items() if says_its_unit(heading, name)}
    if is_blank(cell):
        if own == set(measured):
            return {}
        raise Refused(Fault.NO_UNIT)
    unit = unit_in(cell) if isinstance(cell, str) else None
    if unit is None:
        is_only_money = all(name.startswith(FUNDING) for name in measured)
        if _is_of_unread(cell) and any(map(_counts, unread)) and is_only_money:
            return {}
        raise Refused(Fault.UNKNOWN_ROW_UNIT)
    fitting = [name for name in measured if _takes(name, indicator).fits(unit)]
    if any(measured[name][1].unit != unit for name in fitting if name in own):
        raise Refused(Fault.CONTRARY_UNIT)
    free = [name for name in fitting if name not in own]
    if len(free) > 1:
        raise Refused(Fault.WHICH_COLUMN)
    if not fitting and not (unit.of is not Of.MONEY and any(map(_counts, unread))):
        raise Refused(Fault.CONTRARY_UNIT)
    if any(_contradicts(row.get(measured[name][0]), unit) for name in fitting):
        raise Refused(Fault.CONTRARY_UNIT)
    return dict.fromkeys(free, unit)


def _takes(name: str, indicator: object) -> Takes:
    """Return the things that a column counts."""
    if name.startswith(FUNDING):
        return MONEY
    return PEOPLE if name == "headcount" else taken_by(indicator)


def _counts(heading: str) -> bool:
    """Tell whether a column that is not read counts things, so that a unit may be theirs."""
    return _COUNTING.match(folded(heading.rpartition(BELOW)[2])) is not None


def _is_of_unread(cell: object) -> bool:
    """Tell whether an unknown unit is surely not of money, such as gói, bộ, chiếc."""
    if not isinstance(cell, str) or speaks_of_money(cell):
        return False
    return _SCALED.search(folded(cell)) is None


def _contradicts(cell: object, unit: Unit) -> bool:
    """Tell whether a cell names another unit than its row."""
    try:
        own = own_unit(cell)
    except Refused:  # reported when the cell itself is read
        return False
    return own is not None and unit_in(own[1]) not in (None, unit)
