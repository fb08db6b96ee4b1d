"""Enterprise codes (mã số doanh nghiệp): which are possible, and which code counts for a branch."""

import re

from attrs import Attribute

from nsc_program.errors import Message
from nsc_program.values._keys import PLAIN_KEY, is_any_key
from nsc_program.values._validators import refusal, shown

_LENGTH = 10
"""The number of digits of an enterprise code; only longer codes can be those of branches."""
_TAX_CODE = re.compile(r"[0-9]{10}")
_BRANCH_CODE = re.compile(r"[0-9]{10}-?(?!000)[0-9]{3}")


def is_enterprise_code(instance: object, attribute: "Attribute[str]", value: str) -> None:
    """Accept an enterprise code (mã số doanh nghiệp), or a pseudonym with a letter.

    A code has 10 digits, or 13 for a branch. A tax code that lost its leading zero, or whose digits
    are grouped in another way, would count as a new enterprise. A plain code needs no further look.
    """
    if type(value) is not str or not PLAIN_KEY.fullmatch(value):
        is_any_code(instance, attribute, value)


def is_any_code(instance: object, attribute: "Attribute[str]", value: str) -> None:
    """Accept what `is_enterprise_code` accepts, plain or not."""
    is_any_key(instance, attribute, value)
    is_pseudonym = any(map(str.isalpha, value))
    if not (is_pseudonym or _TAX_CODE.fullmatch(value) or _BRANCH_CODE.fullmatch(value)):
        raise refusal(attribute.name, "not-an-enterprise-code", _no_code(shown(value)))


def _no_code(got: str) -> Message:
    return Message(
        f"{got} không phải mã số doanh nghiệp: cần 10 chữ số liền nhau, "
        "13 chữ số cho chi nhánh (0000000000-001), hoặc mã có chữ cái; "
        "có bị mất số 0 ở đầu không?",
        f"{got} is not an enterprise code: expected 10 plain digits, "
        "13 for a branch (0000000000-001), or a key with a letter; was a leading zero lost?",
    )


def head_office(code: str) -> str:
    """Return the code under which an enterprise counts: a branch counts as its ten-digit parent.

    >>> head_office("0000000001-002")
    '0000000001'
    >>> head_office("SAMPLE-0001")
    'SAMPLE-0001'
    """
    is_branch = len(code) > _LENGTH and _BRANCH_CODE.fullmatch(code)
    return code[:_LENGTH] if is_branch else code
