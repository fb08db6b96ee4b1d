"""Read the texts of an .xls workbook that stand in no cell: shapes, tips and the printed page.

xlrd gives the cells and the notes only, so the records of the sheet are searched for these texts.
"""

import struct
from collections.abc import Iterator
from typing import Any, Final, final

import xlrd
from attrs import define, field

from nsc_program.intake._words.words import single_spaced
from nsc_program.intake.files._pages import lines_of_a_page
from nsc_program.intake.files._tips import tip

_HEADER, _FOOTER, _END, _BEGIN = 0x14, 0x15, 0x0A, 0x809
_OBJECT, _TEXT, _CONTINUED = 0x5D, 0x1B6, 0x3C
_SERIES, _LABEL, _OF_CHART, _RULE = 0x1003, 0x1025, 0x100D, 0x1BE
_SHOWN: Final = 1 << 18
"""The flag of a rule that shows its tip."""
_IN_TWO_BYTES: Final = 1
_NOTE: Final = 0x19
"""The kind of object that is a note on a cell, which xlrd reads."""
_UNICODE: Final = 80
"""The first version of these workbooks with texts in Unicode."""


@final
@define
class Outside:
    """The texts of a sheet that stand in no cell.

    Attributes:
        page: the lines on the printed page.
        shapes: the lines in the shapes, and the titles of the charts.
        tips: the tips of the rules about what may be typed.
    """

    page: list[str] = field(factory=list)
    shapes: list[str] = field(factory=list)
    tips: list[str] = field(factory=list)


def lines_outside(book: xlrd.Book, index: int) -> Outside:
    """Return the texts of a sheet that stand in no cell.

    Args:
        book: the workbook of xlrd.
        index: the place of the sheet in the workbook.
    """
    found = Outside()
    if book.biff_version < _UNICODE:
        return found
    kind, is_text, is_label = 0, False, False
    for record, content in _records(book, index):
        if record in (_HEADER, _FOOTER) and content:
            found.page += lines_of_a_page(_decoded(content[3:], content[2]))
        elif record == _OBJECT:
            kind = int.from_bytes(content[4:6], "little")
        elif record == _CONTINUED and is_text and kind != _NOTE and content:
            lines = _decoded(content[1:], content[0]).splitlines()
            found.shapes += filter(None, map(single_spaced, lines))
        elif record in (_SERIES, _LABEL):
            is_label = record == _LABEL
        elif record == _OF_CHART and is_label:
            found.shapes += filter(None, [single_spaced(_decoded(content[4:], content[3]))])
        elif record == _RULE:
            found.tips += filter(None, [_tip_of(content)])
        is_text = record == _TEXT
    return found


def _tip_of(rule: bytes) -> str:
    """Return the tip of a rule about what may be typed; empty if it shows none."""
    title, _, text, _ = _texts(rule[4:], 4)
    is_shown = int.from_bytes(rule[:4], "little") & _SHOWN
    return tip(title, text) if is_shown else ""


def _texts(content: bytes, number: int) -> Iterator[str]:
    """Yield a number of texts, each behind its length."""
    for _ in range(number):
        size, flags = int.from_bytes(content[:2], "little"), content[2]
        end = 3 + size * (1 + (flags & _IN_TWO_BYTES))
        yield _decoded(content[3:end], flags).strip("\0")
        content = content[end:]


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
