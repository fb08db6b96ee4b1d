"""The notes on the cells (comments) of a sheet of an .xlsx workbook."""

import posixpath
from collections.abc import Iterator

from openpyxl.utils.cell import coordinate_to_tuple

from nsc_program.intake._xlsx_package import MAIN, Listed, Package, elements, related, text_of

_AUTHOR, _NOTE, _TEXT = (f"{MAIN}{each}" for each in ("author", "comment", "text"))


def notes_of(package: Package, sheet: Listed) -> Iterator[tuple[int, str, str]]:
    """Give the row, the author and the text of each note on a cell.

    Raises:
        InvalidValue: for what packs more than a file of its size can.
    """
    there = frozenset(package.packed.namelist())
    folder, name = posixpath.split(sheet.part)
    if posixpath.join(folder, "_rels", f"{name}.rels") not in there:
        return
    for kind, part in related(package.packed, package.within, sheet.part).values():
        if kind == "comments" and part in there:
            yield from _notes_in(package, part)


def _notes_in(package: Package, part: str) -> Iterator[tuple[int, str, str]]:
    authors: list[str] = []
    for element in elements(package.packed, package.within, part):
        if element.tag == _AUTHOR:
            authors.append(element.text or "")
        elif element.tag == _NOTE:
            text, by = element.find(_TEXT), int(element.get("authorId") or 0)
            row, _ = coordinate_to_tuple(element.attrib["ref"])
            yield (
                row,
                authors[by] if by < len(authors) else "",
                "" if text is None else text_of(text),
            )
            element.clear()
