"""Read the texts of an .xls workbook that stand in no cell: in shapes, and on the printed page.

xlrd gives the cells and the notes only, so the records of the sheet are searched for these texts.
"""

import struct
from collections.abc import Iterator
from typing import Any, Final

import xlrd

from nsc_program.intake._pages import lines_of_a_page
from nsc_program.intake._words import single_spaced

_HEADER, _FOOTER, _END, _BEGIN = 0x14, 0x15, 0x0A, 0x809
_OBJECT, _TEXT, _CONTINUED = 0x5D, 0x1B6, 0x3C
_IN_TWO_BYTES: Final = 1
_NOTE: Final = 0x19
"""The kind of object that is a note on a cell, which xlrd reads."""
_UNICODE: Final = 80
"""The first version of these workbooks with texts in Unicode."""


def lines_outside(book: xlrd.Book, index: int) -> tuple[list[str], list[str]]:
    """Return the lines on the printed page of a sheet, and those in its shapes.

    Args:
        book: the workbook of xlrd.
        index: the place of the sheet in the workbook.
    """
    page: list[str] = []
    shapes: list[str] = []
    if book.biff_version < _UNICODE:
        return page, shapes
    kind, is_text = 0, False
    for record, content in _records(book, index):
        if record in (_HEADER, _FOOTER) and content:
            page += lines_of_a_page(_decoded(content[3:], content[2]))
        elif record == _OBJECT:
            kind = int.from_bytes(content[4:6], "little")
        elif record == _CONTINUED and is_text and kind != _NOTE and content:
            lines = _decoded(content[1:], content[0]).splitlines()
            shapes += filter(None, map(single_spaced, lines))
        is_text = record == _TEXT
    return page, shapes


def _decoded(content: bytes, flags: int) -> str:
    """Return a text, each of whose characters takes one byte or two."""
    is_wide = flags & _IN_TWO_BYTES
    return content.decode("utf-16-le" if is_wide else "latin-1", errors="replace")


def _records(book: Any, index: int) -> Iterator[tuple[int, bytes]]:  # noqa: ANN401  # xlrd has no types
    """Yield the records of a sheet, each with its content, and those of charts within it."""
    place, depth = book._sh_abs_posn[index], 0  # where xlrd reads the sheet
    while place + 4 <= len(book.mem):
        record, size = struct.unpack_from("<HH", book.mem, place)
        place += 4
        depth += (record == _BEGIN) - (record == _END)
        if depth <= 0:
            break
        yield record, bytes(book.mem[place : place + size])
        place += size
