"""Read what lies over a sheet of an .xlsx workbook: texts of shapes and charts, and drawings."""

from collections.abc import Iterable, Iterator
from typing import Any, final

from attrs import define, field

from nsc_program.intake._words.words import single_spaced
from nsc_program.intake.files._drawn import Drawn
from nsc_program.intake.files._xlsx_package import Listed, Package

_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_PARAGRAPH, _TEXT, _BREAK = f"{_DRAWN}p", f"{_DRAWN}t", f"{_DRAWN}br"
_PLACED = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
_DRAWN_APART = frozenset({"chart", "chartEx", "diagramData"})
"""The kinds of parts that hold the texts of what is drawn, such as the title of a chart."""


def shapes_of(package: Package, sheet: Listed) -> tuple[tuple[str, ...], tuple[Drawn, ...]]:
    """Return the different lines in the shapes and charts of a sheet, and its other drawings.

    Args:
        package: the open workbook.
        sheet: the sheet, as the workbook lists it.

    Raises:
        InvalidValue: if the shapes unpack to more than a file of this size can pack.
    """
    shapes = _Shapes(package)
    for drawing in package.parts.names_of(sheet.part, {"drawing"}):
        for part in (drawing, *package.parts.names_of(drawing, _DRAWN_APART)):
            shapes.read(package.parts.elements_if_any(part))
    return tuple(shapes.lines), tuple(shapes.drawn)


@final
@define
class _Shapes:
    """What lies over a sheet, while it is read.

    Attributes:
        package: the open workbook.
        lines: the different lines of texts.
        drawn: the drawings without a text.
        rows: the rows, counted from 0, at which the anchor that has not ended begins and ends.
        columns: the columns, counted from 0, at which it begins and ends.
        names: the names of what stands at it.
        is_told: whether it holds a text or a chart, whose texts are read.
    """

    package: Package
    lines: dict[str, None] = field(factory=dict)
    drawn: list[Drawn] = field(factory=list)
    rows: list[int] = field(factory=list)
    columns: list[int] = field(factory=list)
    names: list[str] = field(factory=list)
    is_told: bool = False

    def read(self, elements: Iterable[Any]) -> None:
        """Read a part."""
        for line in _lines_in(self._noted(elements)):
            self.package.letters.pay(len(line))
            self.lines[line] = None
            self.is_told = True
        self.is_told = False

    def _noted(self, elements: Iterable[Any]) -> Iterator[Any]:
        """Pass the elements of a part on, and note what stands at each anchor."""
        for element in elements:
            if element.tag.startswith(_PLACED):
                self._take(element)
            yield element

    def _take(self, element: Any) -> None:  # noqa: ANN401  # from a library without types
        """Take an element that ends: a part of an anchor, or the anchor."""
        match element.tag.removeprefix(_PLACED):
            case "row":
                self.rows.append(int(element.text))
            case "col":
                self.columns.append(int(element.text))
            case "cNvPr":
                self.names.append(element.get("name", ""))
            case "graphicFrame":
                self.is_told = True
            case "twoCellAnchor" | "oneCellAnchor":
                self._end_anchor()

    def _end_anchor(self) -> None:
        """Note the drawing of an anchor that ends, unless it has a text."""
        if not self.is_told:
            name = next(filter(None, map(single_spaced, self.names)), "…")
            self.drawn.append(Drawn(name, self.rows[0] + 1, self.rows[-1] + 1, self.columns[0]))
        self.rows, self.columns, self.names, self.is_told = [], [], [], False


def _lines_in(elements: Iterable[Any]) -> Iterator[str]:
    """Yield the lines of a part; a line ends after its pieces."""
    pieces: list[str] = []
    for element in elements:
        if element.tag == _TEXT:
            pieces.append(element.text or "")
        elif element.tag == _BREAK:
            pieces.append(" ")
        elif element.tag == _PARAGRAPH:
            line = single_spaced("".join(pieces))
            pieces.clear()
            if line:
                yield line
        element.clear()
