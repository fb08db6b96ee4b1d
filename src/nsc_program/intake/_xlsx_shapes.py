"""Read the texts of the shapes, such as text boxes, that lie over a sheet of an .xlsx workbook."""

from collections.abc import Iterable, Iterator
from typing import Any

from nsc_program.intake._words import single_spaced
from nsc_program.intake._xlsx_package import Listed, Package

_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_PARAGRAPH, _TEXT, _BREAK = f"{_DRAWN}p", f"{_DRAWN}t", f"{_DRAWN}br"


def lines_of_shapes(package: Package, sheet: Listed) -> Iterator[str]:
    """Yield the lines in the shapes of a sheet.

    Args:
        package: the open workbook.
        sheet: the sheet, as the workbook lists it.

    Raises:
        InvalidValue: if the shapes unpack to more than a file of this size can pack.
    """
    for elements in package.parts.related_of(sheet.part, "drawing"):
        for line in _lines_in(elements):
            package.letters.pay(len(line))
            yield line


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
