"""How cells are laid out on paper: in which lines they are written, and how wide columns are."""

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from fractions import Fraction
from math import ceil, sqrt
from typing import Any

from nsc_program.report._sheets import NUMBER, Sheet, written
from nsc_program.values._ranges import Range
from nsc_program.values._text import Lang, Text
from nsc_program.verdicts._status import Status

NOTHING = Text(vi="Không có.", en="None.")
"""What stands in a table without rows."""
REMARK = Text(vi="Ghi chú", en="Note")
TOTAL = Text(vi="Tổng cộng", en="Total")
_LONG = 24
"""The characters above which several texts of a cell stand in lines of their own."""
_NARROWEST, _SHORT, _LONGEST_WORD, _WIDEST = 5, 12, 20, 40
"""Widths in characters: the least, the one up to which a text is not wrapped, the one up to which a
word is not divided, and the largest."""
_HALF_HEADING, _THIRD_OF_HEADING = 7, 12
"""The widths that a heading may ask for, so that it is not a tower of words."""
_BOLD = Fraction(6, 5)
"""How much wider bold letters are."""
_BETWEEN = " – "
"""Where a range may be divided between two lines."""


def numbered(sheet: Sheet) -> Sheet:
    """Return a sheet whose first column is a running number.

    Args:
        sheet: the sheet.
    """
    if sheet.columns[0].id == NUMBER.id:
        return sheet
    rows = tuple((place, *row) for place, row in enumerate(sheet.rows, 1))
    columns = (NUMBER, *sheet.columns)
    return Sheet(id=sheet.id, title=sheet.title, columns=columns, rows=rows, remarks=sheet.remarks)


def lines(cell: Any, lang: Lang) -> tuple[str, ...]:  # noqa: ANN401  # a cell
    """Write a cell as lines: several long texts have a line each.

    Args:
        cell: the cell, or a tuple of cells.
        lang: `"vi"` for Vietnamese or `"en"` for English.
    """
    if isinstance(cell, tuple) and len(cell) > 1:
        texts = tuple(written(each, lang) for each in cell)
        if max(map(len, texts)) > _LONG:
            return tuple(f"- {text}" for text in texts)
    return (written(cell, lang),)


def sum_of(cells: Iterable[Any]) -> Fraction | None:
    """Return the sum of the cells of a column, without its blanks.

    Args:
        cells: the cells.

    Returns:
        The sum; `None` if there are only blanks, or a cell is not one number.
    """
    filled = [cell for cell in cells if cell is not None]
    if not filled or not all(type(cell) in (int, Fraction) for cell in filled):
        return None
    return sum(map(Fraction, filled), Fraction(0))


def side(cell: Any) -> str:  # noqa: ANN401  # a cell
    """Return on which side of its column a cell stands: numbers right, texts left, others centred.

    Args:
        cell: the cell.
    """
    if isinstance(cell, (bool, date, Status)):
        return "center"
    return "right" if isinstance(cell, (int, Fraction, Range)) else "left"


def widths(sheet: Sheet, lang: Lang, least: int) -> tuple[int, ...]:
    """Return how wide the columns of a sheet are, in characters.

    A column is as wide as its longest word, and wider if its texts are long.

    Args:
        sheet: the sheet.
        lang: `"vi"` for Vietnamese or `"en"` for English.
        least: the least width of all columns together; narrower ones are stretched.
    """
    found = tuple(
        _width(_texts(column.heading.in_(lang), cells, lang))
        for column, cells in zip(sheet.columns, _columns(sheet), strict=True)
    )
    return _stretched(_widened(found, least), least)


def _columns(sheet: Sheet) -> Iterator[tuple[Any, ...]]:
    """Yield the cells of each column."""
    for place in range(len(sheet.columns)):
        yield tuple(row[place] for row in sheet.rows)


def _texts(heading: str, cells: Iterable[Any], lang: Lang) -> Iterator[str]:
    """Yield what a heading asks for, and the cells under it.

    A space that a line does not end at is written as a low line: numbers and days are not divided,
    and ranges between their ends only.
    """
    asked = max(map(_room, heading.split()), default=0)
    yield "_" * ceil(asked * _BOLD)
    yield "_" * min(len(heading) // 2, _HALF_HEADING)
    yield "_" * min(ceil(len(heading) / 3), _THIRD_OF_HEADING)
    for cell in cells:
        text = " ".join(lines(cell, lang))
        yield _undivided(text) if isinstance(cell, (int, Fraction, Range, date)) else text


def _undivided(text: str) -> str:
    """Return a text of numbers in which only ranges can be divided, as wide as small letters are.

    A digit is a little wider than most small letters.
    """
    parts = (part.replace(" ", "_") for part in text.split(_BETWEEN))
    return _BETWEEN.join(f"{part}{'_' * (len(part) // 6)}" for part in parts)


def _room(word: str) -> int:
    """Return how many small letters are as wide as a word; capitals are wider."""
    return len(word) + ceil(sum(map(str.isupper, word)) / 2)


def _width(texts: Iterable[str]) -> tuple[int, int]:
    """Return the width that some texts need, and the one with which each is a single line."""
    longest_word, longest = 0, 0
    for text in texts:
        longest = max(longest, len(text))
        longest_word = max(longest_word, *map(_room, text.split()), 0)
    half = min(ceil(longest / 2) + 1, _SHORT)
    room = max(ceil(sqrt(3 * longest)), half) if longest > _SHORT else longest
    wide = max(room, min(longest_word, _LONGEST_WORD)) + 1
    least = min(max(wide, _NARROWEST), _WIDEST)
    return least, max(min(longest + 1, 2 * _WIDEST), least)


def _widened(found: Sequence[tuple[int, int]], room: int) -> tuple[int, ...]:
    """Return the widths of the columns; in a narrow table, long texts get what room is left."""
    needed, wanted = sum(least for least, _ in found), sum(most - least for least, most in found)
    left = min(max(room - needed, 0), wanted)
    return tuple(least + left * (most - least) // max(wanted, 1) for least, most in found)


def _stretched(found: tuple[int, ...], least: int) -> tuple[int, ...]:
    """Return the widths of a narrow table enlarged, all but that of its running numbers."""
    first, *others = found
    room, needed = least - first, sum(others)
    if needed >= room:
        return found
    return (first, *(width * room // needed for width in others))


def height(cells: Iterable[tuple[str, int]]) -> int:
    """Return how many lines a row needs for its texts, each in a column of some width.

    Args:
        cells: the texts, and the widths in characters.
    """
    return max((_lines_of(text, width) for text, width in cells), default=1)


def _lines_of(text: str, width: int) -> int:
    """Return how many lines a text needs in a column; a narrow font puts more in a line."""
    room = max(width * 7 // 5, 1)
    return sum(max(len(textwrap.wrap(line, room)), 1) for line in text.split("\n"))
