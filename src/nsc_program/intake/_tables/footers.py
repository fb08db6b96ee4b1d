"""The lines below a table: place and day, signatures, and notes.

Only rows that cannot hold a record are taken for such lines.
"""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from typing import TypeAlias

from nsc_program.errors import NscError
from nsc_program.intake._cells.cells import Mended, is_blank
from nsc_program.intake._headings.columns import Column
from nsc_program.intake._messages.problems import Refused
from nsc_program.intake._words.words import single_spaced

Cells: TypeAlias = Sequence[object]

_DIGIT = re.compile(r"\d")
_SIGNED = re.compile(
    r"\W*(?:.{0,60}ngày[\s\d.…/]*tháng[\s\d.…]*năm[\s\d.…]*$|"
    r"[^\d,]{2,60},\s*(?:ngày\s*)?\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}\W*$|"
    r"(?:người|cán bộ)\s+(?:lập|kiểm|tổng hợp|báo cáo|duyệt)|"
    r"(?:phó\s+)?(?:giám đốc|tổng giám đốc|chủ tịch|trưởng phòng|thủ trưởng|chánh văn phòng)\b|"
    r"thủ trưởng|kế toán|"
    r"(?:tm|kt|tl|tuq|q)\s*\.|ký\b|\(ký|đã ký|đóng dấu|xác nhận của|đại diện|nơi nhận|lưu\s*:|"
    r"-\s*(?:như trên|lưu)|"
    r"ghi chú\s*:|chú thích|nguồn\s*:|note\s*:|prepared by|signature)",
    re.IGNORECASE,
)
"""The beginning of a line below a table: place and day, a signature, or a note."""


_POST = re.compile(
    r"\W*(?:(?:tm|kt|tl)\.?\s+)?(?:(?:trưởng )?ban tổ chức|trưởng ban|giảng viên|báo cáo viên|"
    r"trợ giảng|thư ký|lớp trưởng|trưởng lớp)\W*",
    re.IGNORECASE,
)
"""The post of someone who signs; among the rows it may say who the rows are."""


def is_post(text: str) -> bool:
    """Tell whether a text is only the post of someone who signs.

    >>> is_post("TM. BAN TỔ CHỨC"), is_post("Giảng viên mời")
    (True, False)

    Args:
        text: the text of a line below the rows.
    """
    return _POST.fullmatch(single_spaced(text)) is not None


def footer(rows: Sequence[Cells], is_record: Callable[[Cells], bool]) -> int:
    """Return the place at which the lines below a table begin.

    The first of these lines is a signature, and no row below it could be a record.

    Args:
        rows: the rows beneath the headings.
        is_record: tells whether a row could be a record.

    Returns:
        The index of the first such row, or the number of rows if the table has no such lines.
    """
    start = first = len(rows)
    while start and _is_below(rows[start - 1], is_record):
        start -= 1
        if any(map(_is_signature, rows[start])):
            first = start
    return first


def _is_below(cells: Cells, is_record: Callable[[Cells], bool]) -> bool:
    """Tell whether a row at the end may stand below the table."""
    return _is_loose(cells) and (_is_signed(cells) or not is_record(cells))


def _is_signature(cell: object) -> bool:
    """Tell whether a cell belongs to a signature, a place and day, or a note."""
    if not isinstance(cell, str):
        return False
    return _SIGNED.match(single_spaced(cell)) is not None or is_post(cell)


def _is_signed(cells: Cells) -> bool:
    """Tell whether all cells of a row belong to signatures."""
    return all(is_blank(cell) or _is_signature(cell) for cell in cells)


def _is_loose(cells: Cells) -> bool:
    """Tell whether a row holds no number, no day, and no digit except in a place and day."""
    return all(map(_is_words, cells))


def _is_words(cell: object) -> bool:
    """Tell whether a cell is blank, or a text without a digit except in a place and day."""
    if is_blank(cell):
        return True
    return isinstance(cell, str) and (not _DIGIT.search(cell) or _is_signature(cell))


def could_be_a_record(cells: Mapping[str, object], columns: Mapping[str, Column]) -> bool:
    """Tell whether a row could be a record.

    It has the key or the day of a record, or all the values that a record needs.

    Args:
        cells: the cells of the row, by the names of columns.
        columns: the columns, by their names.
    """
    filled = {name: cell for name, cell in cells.items() if not is_blank(cell)}
    values = {name: _value(columns[name], cell) for name, cell in filled.items()}
    own = {name: value for name, value in values.items() if not _is_signature(filled[name])}
    needed = [name for name in cells if columns[name].needed]
    return _has_key_or_day(own) or _has_all(needed, values)


def _has_key_or_day(values: Mapping[str, object]) -> bool:
    """Tell whether a row has an id of one word, or a day."""
    has_key = " " not in str(values.get("id") or " ")
    return has_key or any(isinstance(value, date) for value in values.values())


def _has_all(needed: Collection[str], values: Mapping[str, object]) -> bool:
    """Tell whether a row has all of several values that a record needs."""
    return len(needed) > 1 and all(values.get(name) is not None for name in needed)


def _value(column: Column, cell: object) -> object:
    """Return the value of a cell, or `None` if it cannot be read."""
    try:
        return column.read(cell)
    except Mended as mended:
        return mended.value
    except (Refused, NscError):
        return None
