"""Read amounts of money as people say them: “150 nghìn”, “1 tỷ 500 triệu”."""

import re
from collections.abc import Iterable
from itertools import pairwise

from nsc_program.intake._words.units import Of, Unit, unit_in

_PART = r"[0-9]{1,4} ?[^\W\d_]+"
_IN_PARTS = re.compile(rf"{_PART}(?:(?:,| và)? {_PART})+(?: (?:đồng|đ|vnđ|vnd))?", re.IGNORECASE)
_PARTS = re.compile(r"([0-9]+) ?([^\W\d_]+)")


def money_in(words: str) -> Unit | None:
    """Return the unit of money that words behind an amount name, with or without “đồng”.

    >>> money_in("nghìn").factor, money_in("tỷ").factor, money_in("USD")
    (1000, 1000000000, None)

    Args:
        words: the words.
    """
    unit = unit_in(words)
    return unit if unit is not None and unit.of is Of.MONEY else unit_in(f"{words} đồng")


def in_parts(text: str) -> int | None:
    """Return the amount in đồng of a text in several units, the largest first.

    >>> in_parts("1 tỷ 500 triệu"), in_parts("500 triệu 1 tỷ"), in_parts("150 triệu")
    (1500000000, None, None)

    Args:
        text: the text.

    Returns:
        The amount; `None` if the text does not consist of such parts.
    """
    if _IN_PARTS.fullmatch(text) is None:
        return None
    parts = [(int(digits), money_in(words)) for digits, words in _PARTS.findall(text)]
    amounts = [(many, unit.factor) for many, unit in parts if unit is not None]
    is_money = len(amounts) == len(parts) and _descend(amounts)
    return sum(many * factor for many, factor in amounts) if is_money else None


def _descend(amounts: Iterable[tuple[int, int]]) -> bool:
    """Tell whether each part is less than one of the unit before it."""
    return all(many * factor < before for (_, before), (many, factor) in pairwise(amounts))
