"""Recognise the numbers of columns, (1) (2) (3) or A B C 1 2 3, and of groups of rows, I. II. III.

A line between rows also has a rank here: the kind of number that it begins with, and how deep.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum, unique
from itertools import islice, pairwise
from typing import TypeAlias

from nsc_program.intake._cells.cells import is_blank, whole_number
from nsc_program.intake._cells.grid import not_blank
from nsc_program.intake._words.words import TOTAL, normal, single_spaced
from nsc_program.values._validators import shown

Rank: TypeAlias = tuple[str, int]
"""The kind of number that a line begins with, and its depth: “II.1” is a Roman number, 1 deep."""
_Token: TypeAlias = tuple[str, str]
"""The number of a column: whether it is a letter or a number, and its text."""

_FEWEST = 3
"""A row of fewer numbers may be a record."""
_MOST = 100
_FIRST_CELLS = 10
"""The number of a line stands in one of its first cells."""
_NUMBER = re.compile(
    r"(?:(?:cột|cot|col\.?|column)\s*)?[(\[]?\s*-?([0-9]{1,2})\s*[)\].]?", re.IGNORECASE
)
_LETTER = re.compile(r"[(\[]?\s*([A-Za-zĐđ])\s*[)\].]?")
_COMPUTED = re.compile(
    r"[(\[]?\s*([0-9]{1,2})\s*[)\]]?\s*=[\s\d()\[\]+\-–*x×/:%.,]+", re.IGNORECASE
)
_LETTERS = (
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "ABCDĐEFGHIJKLMNOPQRSTUVWXYZ",
    "AĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXY",
)
_ROMANS = [
    "I",
    "II",
    "III",
    "IV",
    "V",
    "VI",
    "VII",
    "VIII",
    "IX",
    "X",
    "XI",
    "XII",
    "XIII",
    "XIV",
    "XV",
]
_ROMAN = r"[IVX]{1,6}"
GROUP = re.compile(rf"(?:{_ROMAN}|[A-ZĐ])(?:\.[0-9]+)*[.)]?")
"""A number of a group of rows: I, II, A, II.1."""
_OF_A_LINE = re.compile(
    rf"(?:(?P<word>(?i:phần|mục|bảng|biểu|nhóm|phụ lục|đợt))\s*(?:(?i:số)\s*)?)?"
    rf"(?P<first>{_ROMAN}|[0-9]{{1,2}}|[A-ZĐ]|[a-zđ])(?P<more>(?:\.[0-9]+)*)"
    r"(?P<end>\s*[.):/–-]|\s|$)",
)


@unique
class Numbering(StrEnum):
    """The answer to whether a row numbers columns, or names a group of rows."""

    NO = "no"
    PERHAPS = "perhaps"
    SURELY = "surely"


def numbering_of(cells: Sequence[object]) -> Numbering:
    """Tell whether a row numbers columns one after the other: in letters, in numbers, or in both.

    Args:
        cells: the cells of the row; blank ones do not count.

    Returns:
        `SURELY` if the numbers begin with the first and have no gap, `PERHAPS` if they only rise.

    >>> rows = [(1, 2, 3), ("A", "B", 1, 2), ("(1)", "(2)", "(3)=(1)-(2)"), (1, 3, 4)]
    >>> [numbering_of(row).value for row in rows]
    ['surely', 'surely', 'surely', 'perhaps']
    >>> numbering_of((1, "s1", 3)).value
    'no'
    """
    first = next((cell for cell in cells if not is_blank(cell)), None)
    if first is None or (_token(first) is None and _bare(first) != _ROMANS[0]):
        return Numbering.NO  # the first cell decides for most rows
    filled = not_blank(cells)
    if _are_roman(filled):
        return Numbering.SURELY
    tokens = _tokens(filled)
    return _order_of(tokens) if len(tokens) >= _FEWEST else Numbering.NO


def _are_roman(cells: Sequence[object]) -> bool:
    """Tell whether cells are the first Roman numbers."""
    return len(cells) >= _FEWEST and [_bare(cell) for cell in cells] == _ROMANS[: len(cells)]


def _order_of(tokens: Sequence[_Token]) -> Numbering:
    """Tell whether letters and numbers follow each other as those of columns do."""
    letters = [text for kind, text in tokens if kind == "letter"]
    numbers = [int(text) for kind, text in tokens if kind == "number"]
    if _have_letters_first(tokens) and _are_letters(letters) and _are_counted(numbers):
        return Numbering.SURELY
    return (
        Numbering.PERHAPS if _are_rising(numbers) and sorted(letters) == letters else Numbering.NO
    )


def _are_rising(numbers: Iterable[int]) -> bool:
    """Tell whether each number is greater than the one before it."""
    return all(first < second for first, second in pairwise(numbers))


def _have_letters_first(tokens: Iterable[_Token]) -> bool:
    """Tell whether no letter follows a number."""
    kinds = [kind for kind, _ in tokens]
    return kinds == sorted(kinds)


def _bare(cell: object) -> str:
    """Return the text of a cell in capitals, without brackets and full stops around it."""
    return cell.strip(" ()[].").upper() if isinstance(cell, str) else ""


def _are_letters(letters: list[str]) -> bool:
    """Tell whether letters are the first ones of an alphabet."""
    return any("".join(letters) == alphabet[: len(letters)] for alphabet in _LETTERS)


def _are_counted(numbers: list[int]) -> bool:
    """Tell whether numbers count from 1 on."""
    return numbers == list(range(1, len(numbers) + 1))


def _tokens(cells: Iterable[object]) -> list[_Token]:
    """Return the letters and numbers of columns, each once even if cells are merged.

    There are none if any cell is something else.
    """
    tokens: list[_Token] = []
    for token in map(_token, cells):
        if token is None:
            return []
        if token not in tokens[-1:]:
            tokens.append(token)
    return tokens


def _token(cell: object) -> _Token | None:
    """Return the letter or number with which a cell numbers a column; Excel turns (1) into -1."""
    if isinstance(cell, str):
        return _token_in(normal("NFC", cell.strip()))
    number = whole_number(cell)
    if number is None or not 0 < abs(number) < _MOST:
        return None
    return "number", str(abs(number))


def _token_in(text: str) -> _Token | None:
    """Return the letter or number with which a text numbers a column."""
    if match := _NUMBER.fullmatch(text) or _COMPUTED.fullmatch(text):
        return "number", str(int(match[1]))
    match = _LETTER.fullmatch(text)
    return ("letter", match[1].upper()) if match else None


def is_in_brackets(cells: Iterable[object]) -> bool:
    """Tell whether all filled cells of a row begin with a bracket, unlike those of a record."""
    return all(
        is_blank(cell) or (isinstance(cell, str) and cell.strip().startswith(("(", "[")))
        for cell in cells
    )


# --- groups ---


def names_a_group(cells: Iterable[object]) -> Numbering:
    """Tell whether a row holds the name of a group of rows and nothing else.

    Returns:
        `SURELY` if the row also has the number of a group, such as I or A; `PERHAPS` if it has a
        name only.

    >>> names_a_group(("I", "Phường Cầu Giấy")).value, names_a_group((1, "Phường Cầu Giấy")).value
    ('surely', 'perhaps')
    """
    filled = not_blank(cells)
    texts = [single_spaced(cell) for cell in filled if isinstance(cell, str)]
    numbers = [cell for cell in filled if not isinstance(cell, str)]
    name = _only_name(texts)
    if name is None or not _is_at_most_a_number(numbers):
        return Numbering.NO
    if _has_a_rank(texts) and not numbers:
        return Numbering.SURELY
    return Numbering.NO if any(map(str.isdigit, name)) else Numbering.PERHAPS


def _has_a_rank(texts: Iterable[str]) -> bool:
    """Tell whether texts begin with the number of a group, other than a plain number."""
    rank = rank_of(texts)
    return rank is not None and rank[0] != "number"


def _only_name(texts: Iterable[str]) -> str | None:
    """Return the one text that is not a number, if it is a name of several words."""
    unnumbered = (text for text in texts if not GROUP.fullmatch(text) and not text.isdigit())
    names = list(dict.fromkeys(unnumbered))
    if len(names) != 1 or " " not in names[0]:
        return None
    return names[0] if _is_a_name(names[0]) else None


def _is_at_most_a_number(cells: list[object]) -> bool:
    """Tell whether there are no cells, or only a whole number."""
    return not cells or (len(cells) == 1 and whole_number(cells[0]) is not None)


def _is_a_name(text: str) -> bool:
    """Tell whether a text has letters and does not announce a total."""
    return any(map(str.isalpha, text)) and TOTAL.fullmatch(text) is None


# --- lines ---


def rank_of(cells: Iterable[object]) -> Rank | None:
    """Return the rank of a line: its number may have a cell of its own or stand before its words.

    Returns:
        The rank; `None` if the line has no number.

    >>> rank_of(["II. KẾ HOẠCH"]), rank_of(["B", "Chờ"])
    (('roman', 0), ('letter', 0))
    >>> rank_of([1, "Nhóm"]), rank_of(["Phường 3"])
    (('number', 0), None)
    """
    first = (cell for cell in cells if not is_blank(cell))
    return next(_ranks(islice(first, _FIRST_CELLS)), None)


def _ranks(cells: Iterable[object]) -> Iterator[Rank]:
    """Yield the rank of each cell that begins with a number."""
    for cell in cells:
        text = cell.strip() if isinstance(cell, str) else shown(cell)
        match = _OF_A_LINE.match(normal("NFC", text))
        if match is not None and _stands_apart(match):
            yield _kind_of(match), match["more"].count(".")


def _stands_apart(match: "re.Match[str]") -> bool:
    """Tell whether the number is not the beginning of the words after it."""
    is_alone = match.end() == len(match.string)
    is_set_off = is_alone or bool(match["word"] or match["end"].strip())
    return is_set_off or (len(match["first"]) > 1 and match["first"].isalpha())


def _kind_of(match: "re.Match[str]") -> str:
    """Return the kind of the number, with the word before it, such as “mục roman”."""
    word: str = (match["word"] or "").casefold()
    return f"{word} {_kind_of_number(match['first'])}".strip()


def _kind_of_number(first: str) -> str:
    """Return the kind of a number, or of a letter in its place."""
    if first.isdigit():
        return "number"
    if re.fullmatch(_ROMAN, first):
        return "roman"
    return "letter" if first.isupper() else "small"
