"""Read the unit of every row, where a column states it: “ĐVT”, “Đơn vị tính”."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import final

from attrs import frozen

from nsc_program.intake._cells.cells import is_blank
from nsc_program.intake._cells.grid import ByHeading
from nsc_program.intake._cells.indicators import taken_by
from nsc_program.intake._cells.numbers import MONEY, PEOPLE, Takes, own_unit
from nsc_program.intake._headings.columns import ReadColumns
from nsc_program.intake._headings.headings import BELOW, is_presumed, says_its_unit
from nsc_program.intake._headings.vocabulary import FUNDING
from nsc_program.intake._messages.problems import Fault, Refused
from nsc_program.intake._words.stated_units import speaks_of_money
from nsc_program.intake._words.units import Of, Unit, unit_in
from nsc_program.intake._words.words import folded

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
    words = folded(_BRACKET.sub("", _lowest(heading)))
    if words in _NAMES or folded(heading) in _NAMES:
        return not all(map(is_blank, _cells_beneath(heading, rows)))
    return words in _PERHAPS and _are_units(_cells_beneath(heading, rows))


def _lowest(heading: str) -> str:
    """Return the part of a heading right above the cells."""
    return heading.rpartition(BELOW)[2]


def _cells_beneath(heading: str, rows: Iterable[object]) -> Iterator[object]:
    """Give the cells of a column."""
    return (row.get(heading) for row in rows if isinstance(row, Mapping))


def _are_units(cells: Iterable[object]) -> bool:
    """Tell whether cells hold a plain unit, or only units, some of them of people or classes."""
    texts = {cell for cell in cells if isinstance(cell, str) and not is_blank(cell)}
    units = {unit_in(str(text)) for text in texts}
    known = {unit for unit in units if unit is not None}
    if any(map(_is_plain, known)):
        return True
    return known == units and any(unit.of in _BESIDE for unit in known)


def _is_plain(unit: Unit) -> bool:
    """Tell whether a unit is of money or of many things, so that its words are not an office."""
    return unit.of is Of.MONEY or unit.factor > 1


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
    row: ByHeading,
    headings: Iterable[str],
    columns: ReadColumns,
    unread: Iterable[str],
    indicator: object,
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
    numbers = _Numbers.of(row, columns, unread, indicator)
    if not numbers.columns:
        return NOTHING_SAID
    units: dict[str, Unit] = {}
    wrong: list[tuple[str, Fault]] = []
    for heading in headings:
        try:
            units |= numbers.with_unit(row.get(heading))
        except Refused as refused:
            wrong.append((heading, refused.fault))
    return Said(units, tuple(wrong))


@final
@frozen
class _Numbers:
    """The filled numeric cells of a row, which a stated unit may apply to.

    Attributes:
        row: the cells of the row, by heading.
        columns: the numeric columns with a cell in the row, with their headings.
        own: the names of those columns whose headings state a unit.
        unread: the headings of the columns that are not read.
        indicator: the indicator that the row reports; `None` if unknown.
    """

    row: ByHeading
    columns: ReadColumns
    own: AbstractSet[str]
    unread: Iterable[str]
    indicator: object

    @classmethod
    def of(
        cls, row: ByHeading, columns: ReadColumns, unread: Iterable[str], indicator: object
    ) -> "_Numbers":
        """Return the filled numeric cells of a row."""
        measured = _measured(row, columns)
        own = {name for name, (heading, _) in measured.items() if says_its_unit(heading, name)}
        return cls(row, measured, own, unread, indicator)

    def with_unit(self, cell: object) -> Mapping[str, Unit]:
        """Give a stated unit to the one column that has no unit of its own and can be in this one.

        Raises:
            Refused: if the unit is missing, unknown, or contradicts another one.
        """
        unit = unit_in(cell) if isinstance(cell, str) else None
        if unit is None:
            self._refuse_unknown(cell)
            return {}
        return dict.fromkeys(self._without_own_unit(unit), unit)

    def _without_own_unit(self, unit: Unit) -> list[str]:
        """Return the column, or no column, that a stated unit applies to."""
        fitting = [name for name in self.columns if self._fits(unit, name)]
        free = [name for name in fitting if name not in self.own]
        if self._contradicts_a_heading(unit, fitting):
            raise Refused(Fault.CONTRARY_UNIT)
        if len(free) > 1:
            raise Refused(Fault.WHICH_COLUMN)
        if self._contradicts_a_number(unit, fitting):
            raise Refused(Fault.CONTRARY_UNIT)
        return free

    def _fits(self, unit: Unit, name: str) -> bool:
        """Tell whether a column can be in a stated unit.

        A number of people is in participations (lượt) only if its heading says so.
        """
        if unit.of is Of.PARTICIPATIONS and name == "headcount":
            heading, _ = self.columns[name]
            return is_presumed(heading, name)
        return _takes(name, self.indicator).fits(unit)

    def _refuse_unknown(self, cell: object) -> None:
        """Refuse a cell without a known unit, unless the numbers that are read do not need it."""
        if is_blank(cell):
            if self.own != self.columns.keys():
                raise Refused(Fault.NO_UNIT)
        elif not (_is_of_unread(cell) and self._unread_counts() and self._is_only_money()):
            raise Refused(Fault.UNKNOWN_ROW_UNIT)

    def _unread_counts(self) -> bool:
        """Tell whether a column that is not read counts things, so that a unit may be theirs."""
        return any(map(_counts, self.unread))

    def _is_only_money(self) -> bool:
        """Tell whether all numbers are amounts of money."""
        return all(name.startswith(FUNDING) for name in self.columns)

    def _contradicts_a_heading(self, unit: Unit, fitting: Iterable[str]) -> bool:
        """Tell whether the heading of a column that can be in a unit names another one."""
        return any(self.columns[name][1].unit != unit for name in fitting if name in self.own)

    def _contradicts_a_number(self, unit: Unit, fitting: Collection[str]) -> bool:
        """Tell whether no number can be in a unit, or one names another unit."""
        if not fitting:
            return unit.of is Of.MONEY or not self._unread_counts()
        cells = (self.row.get(self.columns[name][0]) for name in fitting)
        return any(_contradicts(cell, unit) for cell in cells)


def _measured(row: ByHeading, columns: ReadColumns) -> ReadColumns:
    """Return the numeric columns with a cell in a row."""
    return {
        name: (heading, column)
        for name, (heading, column) in columns.items()
        if column.measure is not None and not is_blank(row.get(heading))
    }


def _takes(name: str, indicator: object) -> Takes:
    """Return the things that a column counts."""
    if name.startswith(FUNDING):
        return MONEY
    return PEOPLE if name == "headcount" else taken_by(indicator)


def _counts(heading: str) -> bool:
    """Tell whether a column counts things."""
    return _COUNTING.match(folded(_lowest(heading))) is not None


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
