"""Find the row of a sheet that is most like headings if no heading is known.

The row is only suggested to the user; it is never used as headings.
"""

from collections.abc import Iterable, Sequence
from functools import cache

from nsc_program.intake._cells import is_blank
from nsc_program.intake._headings import HEADINGS
from nsc_program.intake._words import folded
from nsc_program.values._text import Text

_FEWEST = 2
_MOST_SHOWN = 8
_LONGEST = 40
_MORE = "stt|số tt|tt|thời gian|tên|đơn vị|họ tên|ghi chú|địa chỉ|kinh phí|hỗ trợ|date|name|code|no"


def likely_headings(rows: Iterable[Sequence[object]]) -> Text:
    """Say which row may hold the headings, and how to name them.

    Args:
        rows: the first rows of the sheet.

    Returns:
        A sentence to add to a message; it is empty if no row is like headings.

    >>> likely_headings([("Số TT", "Tên đơn vị", "MST đơn vị")]).vi.partition("; ")[0]
    '. Dòng 1 giống tiêu đề nhất: “Số TT”, “Tên đơn vị”, “MST đơn vị”'
    """
    scored = [(_score(cells), -number, cells) for number, cells in enumerate(rows, 1)]
    best, negated, cells = max(scored, key=lambda row: row[:2], default=(0, 0, ()))
    if best < _FEWEST:
        return Text(vi="", en="")
    number = -negated
    lines = (" ".join(str(cell).split()) for cell in cells if not is_blank(cell))
    texts = list(dict.fromkeys(line[:_LONGEST] for line in lines))
    names = ", ".join(f"“{text}”" for text in texts[:_MOST_SHOWN])
    first = texts[0].replace('"', "")
    return Text(
        vi=f'. Dòng {number} giống tiêu đề nhất: {names}; ví dụ: --column "id={first}"',
        en=f'. Row {number} is most like headings: {names}; for example: --column "id={first}"',
    )


def _score(cells: Sequence[object]) -> int:
    """Count the cells that hold a word of headings, in a row without numbers and days."""
    filled = [cell for cell in cells if not is_blank(cell)]
    if not all(isinstance(cell, str) and not any(map(str.isdigit, cell)) for cell in filled):
        return 0
    return sum(not _words().isdisjoint(_pieces(str(cell))) for cell in dict.fromkeys(filled))


def _pieces(text: str) -> set[str]:
    """Return the words of a text, and its pairs of adjacent words."""
    words = folded(text).split()
    return {*words, *(" ".join(words[start : start + 2]) for start in range(len(words) - 1))}


@cache
def _words() -> frozenset[str]:
    """Return the words of headings, without single syllables that are also names of people."""
    headings = [
        folded(words) for listed in (*HEADINGS.values(), _MORE) for words in listed.split("|")
    ]
    short = {"stt", "tt", "mst", "id", "ma", "date", "name", "code", "no", "ten", "ngay", "so"}
    pairs = (piece for words in headings for piece in _pieces(words) if " " in piece)
    return frozenset(pairs) | short
