"""What numbers columns and groups: (1) (2) (3), A B C 1 2 3, I. II. III., and what rank a line between rows has."""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum, unique
from itertools import islice, pairwise, takewhile
from typing import TypeAlias

from nsc_program.intake._cells import is_blank, whole_number
from nsc_program.intake._words import TOTAL, normal
from nsc_program.values._validators import shown

Rank: TypeAlias = tuple[str, int]
"""What numbers a line, and how deep: that of “II.1” is of roman numbers, one deep."""

_FEWEST = 3
"""Fewer numbers in a row may be a record's."""
_MOST = 100
_FIRST_CELLS = 10
"""What numbers a line stands in one of its first cells."""
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
"""What numbers a group of rows: I, II, A, II.1."""
_OF_A_LINE = re.compile(
    rf"(?:(?P<word>(?i:phần|mục|bảng|biểu|nhóm|phụ lục|đợt))\s*(?:(?i:số)\s*)?)?"
    rf"(?P<first>{_ROMAN}|[0-9]{{1,2}}|[A-ZĐ]|[a-zđ])(?P<more>(?:\.[0-9]+)*)(?P<end>\s*[.):/–-]|\s|$)",
)


@unique
class Numbering(StrEnum):
    """Whether a row numbers the columns of its table."""

    NO = "no"
    PERHAPS = "perhaps"
    SURELY = "surely"


def numbering_of(cells: Iterable[object]) -> Numbering:
    """Whether a row numbers columns: one after the other from the first, in letters, numbers, or both.

    >>> [numbering_of(row).value for row in ((1, 2, 3), ("A", "B", 1, 2), ("(1)", "(2)", "(3)=(1)-(2)"), (1, 3, 4))]
    ['surely', 'surely', 'surely', 'perhaps']
    >>> numbering_of((1, "s1", 3)).value
    'no'
    """
    filled = [cell for cell in cells if not is_blank(cell)]
    if len(filled) >= _FEWEST and [_bare(cell) for cell in filled] == _ROMANS[: len(filled)]:
        return Numbering.SURELY
    read = [*takewhile(bool, map(_token, filled))]
    if len(read) < len(filled):
        return Numbering.NO
    tokens = _without_merged([each for each in read if each is not None])
    if len(tokens) < _FEWEST:
        return Numbering.NO
    letters = [text for kind, text in tokens if kind == "letter"]
    numbers = [int(text) for kind, text in tokens if kind == "number"]
    in_order = tokens == [("letter", text) for text in letters] + [
        ("number", str(each)) for each in numbers
    ]
    if in_order and _are_letters(letters) and numbers == list(range(1, len(numbers) + 1)):
        return Numbering.SURELY
    rising = all(first < second for first, second in pairwise(numbers))
    return Numbering.PERHAPS if rising and sorted(letters) == letters else Numbering.NO


def _bare(cell: object) -> str:
    return cell.strip(" ()[].").upper() if isinstance(cell, str) else ""


def _are_letters(letters: list[str]) -> bool:
    return any("".join(letters) == alphabet[: len(letters)] for alphabet in _LETTERS)


def _without_merged(tokens: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The numbers of columns, of cells that are merged each once."""
    return [each for place, each in enumerate(tokens) if not place or tokens[place - 1] != each]


def _token(cell: object) -> tuple[str, str] | None:
    """What a cell numbers a column with; Excel makes -1 of (1)."""
    if not isinstance(cell, str):
        number = whole_number(cell)
        return (
            None if number is None or not 0 < abs(number) < _MOST else ("number", str(abs(number)))
        )
    text = normal("NFC", cell.strip())
    if found := _NUMBER.fullmatch(text) or _COMPUTED.fullmatch(text):
        return "number", str(int(found[1]))
    found = _LETTER.fullmatch(text)
    return ("letter", found[1].upper()) if found else None


def is_in_brackets(cells: Iterable[object]) -> bool:
    """Whether all that a row holds stands in brackets, as no record's cells do."""
    return all(
        is_blank(cell) or (isinstance(cell, str) and cell.strip().startswith(("(", "[")))
        for cell in cells
    )


# --- groups ---


def names_a_group(cells: Iterable[object]) -> Numbering:
    """Whether a row is the name of a group and nothing else: surely, if it is numbered as one.

    >>> names_a_group(("I", "Phường Cầu Giấy")).value, names_a_group((1, "Phường Cầu Giấy")).value
    ('surely', 'perhaps')
    """
    filled = [cell for cell in cells if not is_blank(cell)]
    texts = [" ".join(cell.split()) for cell in filled if isinstance(cell, str)]
    names = list(
        dict.fromkeys(text for text in texts if not GROUP.fullmatch(text) and not text.isdigit())
    )
    numbers = [cell for cell in filled if not isinstance(cell, str)]
    if len(names) != 1 or " " not in names[0] or not _is_a_name(names[0]) or len(numbers) > 1:
        return Numbering.NO
    if any(whole_number(cell) is None for cell in numbers):
        return Numbering.NO
    rank = rank_of(texts)
    if rank is not None and rank[0] != "number" and not numbers:
        return Numbering.SURELY
    return Numbering.NO if any(map(str.isdigit, names[0])) else Numbering.PERHAPS


def _is_a_name(text: str) -> bool:
    return any(map(str.isalpha, text)) and TOTAL.fullmatch(text) is None


# --- lines ---


def rank_of(cells: Iterable[object]) -> Rank | None:
    """The rank of a line: what numbers it, in a cell of its own or before its words; `None` for none.

    >>> rank_of(["II. KẾ HOẠCH"]), rank_of(["B", "Chờ"]), rank_of([1, "Nhóm"]), rank_of(["Phường 3"])
    (('roman', 0), ('letter', 0), ('number', 0), None)
    """
    first = (cell for cell in cells if not is_blank(cell))
    return next(_ranks(islice(first, _FIRST_CELLS)), None)


def _ranks(cells: Iterable[object]) -> Iterator[Rank]:
    for cell in cells:
        text = cell.strip() if isinstance(cell, str) else shown(cell)
        found = _OF_A_LINE.match(normal("NFC", text))
        if found is None:
            continue
        alone = found.end() == len(text)
        if (
            found["word"]
            or alone
            or found["end"].strip()
            or (len(found["first"]) > 1 and found["first"].isalpha())
        ):
            yield _kind_of(found), found["more"].count(".")


def _kind_of(found: "re.Match[str]") -> str:
    first: str = found["first"]
    word: str = (found["word"] or "").casefold()
    if first.isdigit():
        kind = "number"
    elif re.fullmatch(_ROMAN, first):
        kind = "roman"
    else:
        kind = "letter" if first.isupper() else "small"
    return f"{word} {kind}".strip()
