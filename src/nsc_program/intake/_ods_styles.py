"""The styles of an .ods workbook that strike, raise or lower a text, or hide a sheet."""

from collections.abc import Mapping
from typing import Final, final
from xml.etree.ElementTree import Element

from attrs import define, field

from nsc_program.intake._ods_cells import NAMESPACE, TABLE, TEXT

STYLE: Final = f"{NAMESPACE}style:1.0}}"
_LINE_THROUGH = ("text-line-through-style", "text-line-through-type")
_NOT_RAISED = ("0% ", "0 ")
_STYLE_OF_CELL, _STYLE_OF_TEXT = f"{TABLE}style-name", f"{TEXT}style-name"


@final
@define
class Styles:
    """The names of the styles that matter, by what they do.

    Attributes:
        struck: the styles that strike through.
        raising: the styles that raise or lower a text.
        hiding: the styles that hide a sheet.
    """

    struck: set[str] = field(factory=set)
    raising: set[str] = field(factory=set)
    hiding: set[str] = field(factory=set)

    def add(self, style: Element) -> None:
        """Classify a style.

        Args:
            style: the element of the style.
        """
        name = style.get(f"{STYLE}name", "")
        if self._strikes(style):
            self.struck.add(name)
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

    def strike(self, cell: Element) -> bool:
        """Tell whether a cell or a part of its text has a style that strikes through.

        Args:
            cell: the element of the cell.
        """
        names = [cell.get(_STYLE_OF_CELL), *(part.get(_STYLE_OF_TEXT) for part in cell.iter())]
        return not self.struck.isdisjoint(filter(None, names))


def _raises(style: Element) -> bool:
    """Tell whether a style raises or lowers a text."""
    place = _properties(style, "text").get(f"{STYLE}text-position")
    return place is not None and not place.startswith(_NOT_RAISED)


def _properties(style: Element, kind: str) -> Mapping[str, str]:
    """Return the properties that a style gives to texts or to tables."""
    found = style.find(f"{STYLE}{kind}-properties")
    return {} if found is None else found.attrib
