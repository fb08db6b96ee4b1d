"""Which row of a sheet is likeliest to be its headings, where none is known: to be shown, and never read."""

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
    """Say which row may be the headings, and how they are named; nothing where no row is like headings.

    >>> likely_headings([("Số TT", "Tên đơn vị", "MST đơn vị")]).vi
    '. Dòng 1 giống tiêu đề nhất: “Số TT”, “Tên đơn vị”, “MST đơn vị”; ví dụ: --column "id=Số TT"'
    """
    scored = [(_score(cells), -number, cells) for number, cells in enumerate(rows, 1)]
    best, number, cells = max(scored, key=lambda each: each[:2], default=(0, 0, ()))
    if best < _FEWEST:
        return Text(vi="", en="")
    texts = list(
        dict.fromkeys(
            " ".join(str(cell).split())[:_LONGEST] for cell in cells if not is_blank(cell)
        )
    )
    names = ", ".join(f"“{text}”" for text in texts[:_MOST_SHOWN])
    first = texts[0].replace('"', "")
    return Text(
        vi=f'. Dòng {-number} giống tiêu đề nhất: {names}; ví dụ: --column "id={first}"',
        en=f'. Row {-number} is most like headings: {names}; for example: --column "id={first}"',
    )


def _score(cells: Sequence[object]) -> int:
    """How many cells of a row, of which none is a number or a day, hold a word of headings."""
    filled = [cell for cell in cells if not is_blank(cell)]
    if not all(isinstance(cell, str) and not any(map(str.isdigit, cell)) for cell in filled):
        return 0
    return sum(not _words().isdisjoint(_pieces(str(cell))) for cell in dict.fromkeys(filled))


def _pieces(text: str) -> set[str]:
    """The words of a text, and each two that stand together."""
    words = folded(text).split()
    return {*words, *(" ".join(words[at : at + 2]) for at in range(len(words) - 1))}


@cache
def _words() -> frozenset[str]:
    """What headings are made of, but for single syllables that people are called too."""
    listed = [folded(each) for words in (*HEADINGS.values(), _MORE) for each in words.split("|")]
    short = {"stt", "tt", "mst", "id", "ma", "date", "name", "code", "no", "ten", "ngay", "so"}
    return frozenset(piece for each in listed for piece in _pieces(each) if " " in piece) | short
