"""What stands below a table: place and day, who signs, and notes. Only what holds no record is taken for it."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TypeAlias

from nsc_program.errors import NscError
from nsc_program.intake._cells import Mended, is_blank
from nsc_program.intake._columns import Column
from nsc_program.intake._problems import Refused

Cells: TypeAlias = Sequence[object]

_DIGIT = re.compile(r"\d")
_SIGNED = re.compile(
    r"\W*(?:.{0,60}ngày[\s\d.…/]*tháng[\s\d.…]*năm[\s\d.…]*$|"
    r"[^\d,]{2,60},\s*(?:ngày\s*)?\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}\W*$|"
    r"(?:người|cán bộ)\s+(?:lập|kiểm|tổng hợp|báo cáo|duyệt)|"
    r"(?:phó\s+)?(?:giám đốc|tổng giám đốc|chủ tịch|trưởng phòng|thủ trưởng|chánh văn phòng)\b|thủ trưởng|kế toán|"
    r"(?:tm|kt|tl|tuq|q)\s*\.|ký\b|\(ký|đã ký|đóng dấu|xác nhận của|đại diện|nơi nhận|lưu\s*:|-\s*(?:như trên|lưu)|"
    r"ghi chú\s*:|chú thích|nguồn\s*:|note\s*:|prepared by|signature)",
    re.IGNORECASE,
)
"""How what stands below a table begins: place and day, who signs, and notes."""


def footer(rows: Sequence[Cells], is_record: Callable[[Cells], bool]) -> int:
    """Where what stands below a table begins: with one that signs, and no row below that could be a record."""
    start = found = len(rows)
    while (
        start
        and _is_loose(rows[start - 1])
        and (_is_signed(rows[start - 1]) or not is_record(rows[start - 1]))
    ):
        start -= 1
        if any(isinstance(cell, str) and _signs(cell) for cell in rows[start]):
            found = start
    return found


def _signs(text: str) -> bool:
    return _SIGNED.match(" ".join(text.split())) is not None


def _is_signed(cells: Cells) -> bool:
    """Whether all that a row holds is of those that sign."""
    return all(is_blank(cell) or (isinstance(cell, str) and _signs(cell)) for cell in cells)


def _is_loose(cells: Cells) -> bool:
    """Whether a row holds no number, no day, and no digit but in a place and day."""
    return all(
        is_blank(cell) or (isinstance(cell, str) and (not _DIGIT.search(cell) or _signs(cell)))
        for cell in cells
    )


def could_be_a_record(cells: Mapping[str, object], columns: Mapping[str, Column]) -> bool:
    """Whether a row has the key or the day of a record, or all that one needs; `cells` by the names of columns."""
    filled = {name: cell for name, cell in cells.items() if not is_blank(cell)}
    read = {name: _value(columns[name], cell) for name, cell in filled.items()}
    said = {name for name, cell in filled.items() if isinstance(cell, str) and _signs(cell)}
    needed = [name for name in cells if columns[name].needed]
    return (
        ("id" not in said and " " not in str(read.get("id") or " "))
        or any(isinstance(value, date) for name, value in read.items() if name not in said)
        or (len(needed) > 1 and all(read.get(name) is not None for name in needed))
    )


def _value(column: Column, cell: object) -> object:
    """What a cell holds, `None` if it cannot be read."""
    try:
        return column.read(cell)
    except Mended as mended:
        return mended.value
    except (Refused, NscError):
        return None
