"""Read the amounts of money that a line states: “Tổng kinh phí: 1 tỷ 500 triệu đồng”."""

import re
from collections.abc import Callable

from nsc_program.errors import NscError
from nsc_program.intake._cells import Mended
from nsc_program.intake._numbers import money
from nsc_program.intake._problems import Refused
from nsc_program.intake._stated import stated_in
from nsc_program.intake._units import DONG
from nsc_program.intake._words import lowered

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
    """
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
