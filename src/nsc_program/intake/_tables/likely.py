"""Find the row of a sheet that is most like headings if no heading is known.

The row is only suggested to the user; it is never used as headings.
"""

from collections.abc import Iterable, Sequence
from functools import cache

from nsc_program.intake._cells.grid import has_only_texts, not_blank
from nsc_program.intake._headings.vocabulary import HEADINGS
from nsc_program.intake._words.words import folded, single_spaced
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
    return Text(vi="", en="") if best < _FEWEST else _suggestion(-negated, _short_texts(cells))


def _short_texts(cells: Iterable[object]) -> list[str]:
    """Return the different texts of a row, cut short."""
    lines = (single_spaced(str(cell)) for cell in not_blank(cells))
    return list(dict.fromkeys(line[:_LONGEST] for line in lines))


def _suggestion(number: int, texts: list[str]) -> Text:
    """Suggest the texts of a row as headings."""
    names = ", ".join(f"“{text}”" for text in texts[:_MOST_SHOWN])
    first = texts[0].replace('"', "")
    return Text(
        vi=f'. Dòng {number} giống tiêu đề nhất: {names}; ví dụ: --column "id={first}"',
        en=f'. Row {number} is most like headings: {names}; for example: --column "id={first}"',
    )


def _score(cells: Sequence[object]) -> int:
    """Count the cells that hold a word of headings, in a row without numbers and days."""
    if not has_only_texts(cells):
        return 0
    texts = list(map(str, not_blank(dict.fromkeys(cells))))
    has_digits = any(map(str.isdigit, "".join(texts)))
    return 0 if has_digits else sum(not _words().isdisjoint(_pieces(text)) for text in texts)


def _pieces(text: str) -> set[str]:
    """Return the words of a text, and its pairs of adjacent words."""
    words = folded(text).split()
    return {*words, *(" ".join(words[start : start + 2]) for start in range(len(words) - 1))}


@cache
def _words() -> frozenset[str]:
    """Return the words of headings, without single syllables that are also names of people."""
    listed = "|".join((*HEADINGS.values(), _MORE))
    headings = map(folded, listed.split("|"))
    pieces = (piece for heading in headings for piece in _pieces(heading))
    return _SHORT.union(piece for piece in pieces if " " in piece)


_SHORT = frozenset(
    {"stt", "tt", "mst", "id", "ma", "date", "name", "code", "no", "ten", "ngay", "so"}
)
"""The single syllables that are words of headings."""
