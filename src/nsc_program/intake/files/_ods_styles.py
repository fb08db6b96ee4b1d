"""The styles of an .ods workbook that strike, cross out, raise or lower, or hide a sheet."""

from collections.abc import Mapping
from typing import Final, final
from xml.etree.ElementTree import Element

from attrs import define, field

from nsc_program.intake.files._ods_cells import NAMESPACE, TABLE, TEXT

STYLE: Final = f"{NAMESPACE}style:1.0}}"
_LINE_THROUGH = ("text-line-through-style", "text-line-through-type")
_DIAGONALS = ("diagonal-bl-tr", "diagonal-tl-br")
_BOTH = 2
_NOT_RAISED = ("0% ", "0 ")
_STYLE_OF_CELL, _STYLE_OF_TEXT = f"{TABLE}style-name", f"{TEXT}style-name"


@final
@define
class Styles:
    """The names of the styles that matter, by what they do.

    Attributes:
        struck: the styles that strike through, or cross out with two lines.
        slashed: the styles that draw one line across the cell.
        raising: the styles that raise or lower a text.
        hiding: the styles that hide a sheet.
    """

    struck: set[str] = field(factory=set)
    slashed: set[str] = field(factory=set)
    raising: set[str] = field(factory=set)
    hiding: set[str] = field(factory=set)

    def add(self, style: Element) -> None:
        """Classify a style.

        Args:
            style: the element of the style.
        """
        name = style.get(f"{STYLE}name", "")
        lines = _diagonals(style)
        if self._strikes(style) or lines == _BOTH:
            self.struck.add(name)
        elif lines:
            self.slashed.add(name)
        if _raises(style):
            self.raising.add(name)
        if _properties(style, "table").get(f"{TABLE}display") == "false":
            self.hiding.add(name)

    def _strikes(self, style: Element) -> bool:
        """Tell whether a style strikes through; without a line of its own, as its parent does."""
        text = _properties(style, "text")
        lines = [text[f"{STYLE}{name}"] for name in _LINE_THROUGH if f"{STYLE}{name}" in text]
        if lines:
            return any(line != "none" for line in lines)
        return style.get(f"{STYLE}parent-style-name") in self.struck

    def strike(self, cell: Element, value: object) -> bool:
        """Tell whether a cell or a part of its text has a style that strikes through.

        One line across a text does not: it may divide the heading in the corner of a table.

        Args:
            cell: the element of the cell.
            value: the value of the cell, as it is seen.
        """
        own = cell.get(_STYLE_OF_CELL)
        if own in self.slashed and not isinstance(value, str):
            return True
        names = [own, *(part.get(_STYLE_OF_TEXT) for part in cell.iter())]
        return not self.struck.isdisjoint(filter(None, names))


def _raises(style: Element) -> bool:
    """Tell whether a style raises or lowers a text."""
    place = _properties(style, "text").get(f"{STYLE}text-position")
    return place is not None and not place.startswith(_NOT_RAISED)


def _diagonals(style: Element) -> int:
    """Return the number of the lines that a style draws across a cell."""
    drawn = _properties(style, "table-cell")
    return sum(drawn.get(f"{STYLE}{name}", "none") != "none" for name in _DIAGONALS)


def _properties(style: Element, kind: str) -> Mapping[str, str]:
    """Return the properties that a style gives to texts or to tables."""
    found = style.find(f"{STYLE}{kind}-properties")
    return {} if found is None else found.attrib
