"""Read the amounts of money that a line states: “Tổng kinh phí: 1 tỷ 500 triệu đồng”.

An amount in words is announced: “Bằng chữ: một tỷ năm trăm triệu đồng”.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from nsc_program.errors import NscError
from nsc_program.intake._cells.cells import Mended
from nsc_program.intake._cells.numbers import money
from nsc_program.intake._messages.problems import Refused
from nsc_program.intake._words.numbers_in_words import number_before
from nsc_program.intake._words.stated_units import stated_in
from nsc_program.intake._words.units import DONG
from nsc_program.intake._words.words import folded, lowered

K = TypeVar("K")

_LONGEST = 500
_UNIT = (
    r"(?:(?:nghìn|ngàn|nghin) (?:tỷ|tỉ|ty)|tỷ|tỉ|ty|triệu|trieu|tr|nghìn|ngàn|nghin|ngan|ng)?\.?"
    r"\s?(?:đồng|dong|vnđ|vnd|đ|d)?(?!\w)"
)
_PART = re.compile(rf"(?<![\w.,/-])\d[\d.,]*(?<![.,])\s?(?=[a-zđ]){_UNIT}")
_AMOUNT = re.compile(rf"{_PART.pattern}(?:,?\s?{_PART.pattern})*")


def amounts_in(line: str) -> list[int]:
    """Return the amounts of money that a line states, in đồng.

    Args:
        line: the line.

    Returns:
        The amounts that a record may cost.

    >>> amounts_in("Tổng kinh phí: 1 tỷ 500 triệu đồng"), amounts_in("(Đơn vị tính: 1.000 đồng)")
    ([1500000000], [])
    >>> amounts_in("(Bằng chữ: Hai trăm linh năm triệu đồng chẵn./.)")
    [205000000]
    """
    in_words = _in_words(line)
    return [*_in_digits(line), *([] if in_words is None else [in_words])]


def _in_digits(line: str) -> list[int]:
    """Return the amounts that a line states in digits."""
    text, unit = lowered(line[:_LONGEST]), stated_in(line)
    text = text if unit is None else text.replace(lowered(unit), " ")
    amounts = (_amount(match[0]) for match in _AMOUNT.finditer(text))
    return [amount for amount in amounts if amount is not None]


def _amount(text: str) -> int | None:
    """Return the amount that a text states; `None` if a record cannot cost it."""
    read: Callable[[object], int] = money(DONG)
    try:
        return sum(map(read, _PART.findall(text)))
    except (Refused, Mended, NscError):
        return None


_ANNOUNCED = re.compile(r"\b(?:bang chu|in words)\b")
_CURRENCIES = frozenset({"dong", "vnd", "d"})
_FEWEST = 1_000
"""A smaller number in words without a currency counts things."""


def announces_words(text: str) -> bool:
    """Tell whether a text announces a number in words.

    Args:
        text: the text.
    """
    return _ANNOUNCED.search(folded(text[:_LONGEST])) is not None


def _announced(line: str) -> list[str]:
    """Return the words behind “bằng chữ”; none if a line does not announce any."""
    parts = _ANNOUNCED.split(folded(line[:_LONGEST]))
    return parts[-1].split() if len(parts) > 1 else []


def _in_words(line: str) -> int | None:
    """Return the amount of money that a line announces in words; `None` for any other line."""
    number, rest = number_before(_announced(line))
    is_money = number is not None and (number >= _FEWEST if not rest else rest[0] in _CURRENCIES)
    return number if is_money else None


def is_misspelt(line: str) -> bool:
    """Tell whether a line announces a number in words that is not one, or not that in its digits.

    >>> lines = ("Bằng chữ: một trăm trăm đồng", "2 triệu đồng (bằng chữ: ba triệu đồng)")
    >>> [is_misspelt(line) for line in (*lines, "Bằng chữ: ......", "Bằng chữ: hai doanh nghiệp")]
    [True, True, False, False]

    Args:
        line: the line.
    """
    words = _announced(line)
    number, rest = number_before(words)
    amount, in_digits = _in_words(line), _in_digits(line)
    if number is None or not (rest or amount):
        return bool(words)
    return amount is not None and bool(in_digits) and amount not in in_digits


def with_words_joined(lines: Iterable[tuple[K, str]]) -> Iterator[tuple[K, str]]:
    """Join each cell that ends with “bằng chữ” and the next one of its row, which has the words.

    >>> list(with_words_joined([(1, "Bằng chữ:"), (1, "Hai triệu đồng"), (2, "Người lập")]))
    [(1, 'Bằng chữ: Hai triệu đồng'), (2, 'Người lập')]

    Args:
        lines: the cells, with what is the same in one row.
    """
    waiting: list[tuple[K, str]] = []
    for row, text in lines:
        before = waiting.pop() if waiting else None
        if before is not None and before[0] == row:
            text = f"{before[1]} {text}"  # noqa: PLW2901  # the line as a whole
        elif before is not None:
            yield before
        if _is_waiting(text):
            waiting.append((row, text))
        else:
            yield row, text
    yield from waiting


def _is_waiting(text: str) -> bool:
    """Tell whether a text announces words and ends before them."""
    return announces_words(text) and not _announced(text)
