"""Read the notes on the cells (comments) of a sheet of an .xlsx workbook."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from openpyxl.utils.cell import coordinate_to_tuple

from nsc_program.intake.files._xlsx_package import Listed, Package, text_of
from nsc_program.intake.files._xlsx_parts import MAIN

_THREAD: Final = "{http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments}"
_OF_A_THREAD: Final = "tc="
"""The beginning of the author of a note that repeats a thread, with advice in English."""
_AUTHOR, _NOTE, _TEXT = (f"{MAIN}{tag}" for tag in ("author", "comment", "text"))


def notes_of(package: Package, sheet: Listed) -> Iterator[tuple[int, str, str]]:
    """Yield the row, the author and the text of every note on a cell.

    Args:
        package: the open workbook.
        sheet: the sheet, as the workbook lists it.

    Raises:
        InvalidValue: if the notes unpack to more than a file of this size can pack.
    """
    for elements in package.parts.related_of(sheet.part, "comments"):
        notes = _notes_in(elements)
        yield from (note for note in notes if not note[1].startswith(_OF_A_THREAD))
    for elements in package.parts.related_of(sheet.part, "threadedComment"):
        yield from _threads_in(elements)


def _notes_in(elements: Iterable[Any]) -> Iterator[tuple[int, str, str]]:
    """Yield the notes of a part, whose authors come first."""
    authors: list[str] = []
    for element in elements:
        if element.tag == _AUTHOR:
            authors.append(element.text or "")
        elif element.tag == _NOTE:
            yield _note(element, authors)
            element.clear()


def _threads_in(elements: Iterable[Any]) -> Iterator[tuple[int, str, str]]:
    """Yield the remarks of a part that holds threads, whose authors stand elsewhere."""
    for element in elements:
        if element.tag == f"{_THREAD}threadedComment":
            row, _ = coordinate_to_tuple(element.attrib["ref"])
            yield row, "", element.findtext(f"{_THREAD}text", "")
            element.clear()


def _note(note: Any, authors: Sequence[str]) -> tuple[int, str, str]:  # noqa: ANN401  # from a library without types
    """Return the row, the author and the text of a note."""
    text, by = note.find(_TEXT), int(note.get("authorId") or 0)
    row, _ = coordinate_to_tuple(note.attrib["ref"])
    author = authors[by] if by < len(authors) else ""
    return row, author, "" if text is None else text_of(text)
