"""The check digit of a tax code (mã số thuế), which an enterprise has as its code."""

import operator

_WEIGHTS = (31, 29, 23, 19, 17, 13, 7, 5, 3)
_DIGITS = 10
"""The digits of the tax code of an enterprise, without those of a branch."""
_NO_NUMBER = "0000000"
"""No enterprise has this number."""


def has_right_check_digit(code: str) -> bool:
    """Tell whether the tenth digit of a code follows from the nine digits before it.

    >>> has_right_check_digit("0000000017"), has_right_check_digit("0000000018")
    (True, False)

    Args:
        code: ten digits.
    """
    total: int = sum(map(operator.mul, _WEIGHTS, map(int, code)))
    return int(code[-1]) == _DIGITS - total % 11


def is_tax_code(text: str) -> bool:
    """Tell whether a text is a tax code whose check digit agrees, also in another writing.

    Args:
        text: the text.
    """
    if len(text) == _DIGITS and text.isascii() and text.isdigit():
        return has_right_check_digit(text) and text[2:-1] != _NO_NUMBER
    from stdnum.vn import mst  # noqa: PLC0415  # only codes with other signs need it

    return mst.is_valid(text)
