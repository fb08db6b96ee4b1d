"""The units that the lines above and below a table state for the columns without one."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import final

from attrs import frozen

from nsc_program.intake._cells.grid import Grid, cell_at, texts_of
from nsc_program.intake._headings.headings import says_its_unit, takes_units
from nsc_program.intake._headings.vocabulary import FUNDING
from nsc_program.intake._tables.wanted import Wanted
from nsc_program.intake._words.stated_units import speaks_of_money, stated_in
from nsc_program.intake._words.units import Of, unit_in


@final
@frozen
class TableUnits:
    """The units around a table.

    Attributes:
        lines: the rows above the headings.
        of_money: the units that apply to the columns of money.
        of_others: the units that apply to the other columns.
        beside: the units of money in the other lines around the table, for all columns.
    """

    lines: Grid
    of_money: Sequence[str]
    of_others: Sequence[str]
    beside: Sequence[str] = ()

    @classmethod
    def of(cls, lines: Grid, around: Iterable[str], wanted: Wanted) -> "TableUnits":
        """Find the units in the lines around a table.

        Args:
            lines: the rows above the headings.
            around: the other lines that may name a unit.
            wanted: the headings to look for; it knows the lines that are left out.
        """
        above = [text for cells in lines for text in texts_of(cells)]
        also = tuple(around)
        stated = _different(_stated((*above, *also), wanted))
        beside = [unit for unit in _different(_stated(also, wanted)) if speaks_of_money(unit)]
        of_money = [unit for unit in stated if speaks_of_money(unit)]
        of_others = [unit for unit in stated if not speaks_of_money(unit)]
        is_of_both = len(stated) > 1 and all(unit_in(unit) is not None for unit in stated)
        return cls(lines, of_money if is_of_both else stated, of_others, beside)

    def unit_of(self, column: int, heading: str, name: str | None) -> str:
        """Return the unit of a heading that takes one and does not name it, or an empty text.

        The unit stands above the heading, or once above or below the table.

        Args:
            column: the column of the heading, counted from 0.
            heading: the heading.
            name: the name of the column that it stands for; `None` if the column is not read.
        """
        if name is None or not takes_units(name) or says_its_unit(heading, name):
            return ""
        above = self._above(column)[-1:]
        if not name.startswith(FUNDING):
            return ", ".join(above or self.of_others)
        return ", ".join(_different((*above, *self.beside)) if above else self.of_money)

    def _above(self, column: int) -> list[str]:
        """Return the units above a heading, the nearest last."""
        cells = [cell_at(line, column) for line in self.lines]
        return [cell for cell in cells if isinstance(cell, str) and unit_in(cell)]


def _stated(texts: Iterable[str], wanted: Wanted) -> Iterator[str]:
    """Give the units that lines state, except lines that are left out."""
    for text in texts:
        unit = None if wanted.leaves_out(text) else stated_in(text)
        if unit is not None:
            yield from _parts(unit)


def _parts(unit: str) -> list[str]:
    """Return the units of a line that names one of money and others of counts, else the line."""
    parts = [part.strip() for part in re.split(r"[,;/]|\bvà\b", unit) if part.strip()]
    known = [part for part in map(unit_in, parts) if part is not None]
    money = sum(each.of is Of.MONEY for each in known)
    return parts if len(known) == len(parts) > 1 and money == 1 else [unit]


def _different(units: Iterable[str]) -> list[str]:
    """Return the units without those that repeat another in other words."""
    return list({unit_in(unit) or unit: unit for unit in units}.values())
