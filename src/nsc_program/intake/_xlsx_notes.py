"""Read the notes on the cells (comments) of a sheet of an .xlsx workbook."""

import posixpath
from collections.abc import Iterator

from openpyxl.utils.cell import coordinate_to_tuple

from nsc_program.intake._xlsx_package import MAIN, Listed, Package, elements, related, text_of

_AUTHOR, _NOTE, _TEXT = (f"{MAIN}{tag}" for tag in ("author", "comment", "text"))


def notes_of(package: Package, sheet: Listed) -> Iterator[tuple[int, str, str]]:
    """Yield the row, the author and the text of every note on a cell.

    Args:
        package: the open workbook.
        sheet: the sheet, as the workbook lists it.

    Raises:
        InvalidValue: if the notes unpack to more than a file of this size can pack.
    """
    parts = frozenset(package.packed.namelist())
    folder, name = posixpath.split(sheet.part)
    if posixpath.join(folder, "_rels", f"{name}.rels") not in parts:
        return
    for kind, part in related(package.packed, package.within, sheet.part).values():
        if kind == "comments" and part in parts:
            yield from _notes_in(package, part)


def _notes_in(package: Package, part: str) -> Iterator[tuple[int, str, str]]:
    """Yield the notes of a part, whose authors come first."""
    authors: list[str] = []
    for element in elements(package.packed, package.within, part):
        if element.tag == _AUTHOR:
            authors.append(element.text or "")
        elif element.tag == _NOTE:
            text, by = element.find(_TEXT), int(element.get("authorId") or 0)
            row, _ = coordinate_to_tuple(element.attrib["ref"])
            author = authors[by] if by < len(authors) else ""
            yield row, author, "" if text is None else text_of(text)
            element.clear()
