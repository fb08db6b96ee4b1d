"""Pseudonyms of people: keys that are the same wherever they are made and do not name the person.

The recipe is plain HMAC-SHA256, so that SQL, Java or a command line make the same keys.
`docs/how-to/privacy.md` shows it in three languages and says what it does not protect from.
"""

import hmac
import re

from nsc_program.errors import InvalidValue, Message
from nsc_program.values._validators import SOME_TEXT, wrong_type

_LEAST_SECRET = 32  # bytes: the length of a SHA-256 digest, the least that RFC 2104 advises
_HEX_DIGITS = 32
_BETWEEN = str.maketrans("", "", " .-")
# Plain ASCII, checked before any change of case: some other letters have ASCII capitals.
_NUMBER = re.compile(r"[0-9]{12}|[A-Za-z]{1,2}[0-9]{6,8}")


def pseudonym(secret: bytes, number: str) -> str:
    """Return the pseudonym of the person who has an identity number.

    The key is `p-` and the first 32 hexadecimal digits, in lower case, of HMAC-SHA256 with the
    secret over these bytes: the number in ASCII, in capitals, without spaces, dots and hyphens.
    Messages never show the number.

    Args:
        secret: at least 32 bytes, the same for everybody who makes keys of the same people.
        number: a citizen's number (số định danh cá nhân, số CCCD: twelve digits) or a passport
            number (one or two letters and six to eight digits).

    Returns:
        The key, the same for every spelling of the number.

    Raises:
        InvalidType: for a secret that is not `bytes`, or a number that is not a `str` (an `int` has
            lost its leading zeros).
        InvalidValue: for a secret of fewer than 32 bytes, or for a number of another form, such as
            a name or eleven digits.

    >>> secret = bytes(range(32))
    >>> pseudonym(secret, "000 000 000 012") == pseudonym(secret, "000000000012")
    True
    """
    if type(secret) is not bytes:
        raise wrong_type("secret", Message("bytes", "bytes"), secret, is_shown=False)
    if len(secret) < _LEAST_SECRET:
        raise InvalidValue.at(
            "secret",
            code="too-short",
            vi=f"cần ít nhất {_LEAST_SECRET} byte, nhận được {len(secret)}",
            en=f"expected at least {_LEAST_SECRET} bytes, got {len(secret)}",
        )
    if type(number) is not str:
        raise wrong_type("number", SOME_TEXT, number, is_shown=False)
    plain = number.translate(_BETWEEN)
    if not _NUMBER.fullmatch(plain):
        raise InvalidValue.at(
            "number",
            code="not-a-personal-number",
            vi="cần số định danh cá nhân gồm 12 chữ số, "
            "hoặc số hộ chiếu gồm 1 hoặc 2 chữ cái và 6 đến 8 chữ số; "
            "có bị mất số 0 ở đầu không?",
            en="expected a citizen's number of 12 digits, "
            "or a passport number of 1 or 2 letters and 6 to 8 digits; "
            "was a leading zero lost?",
        )
    return f"p-{hmac.digest(secret, plain.upper().encode('ascii'), 'sha256').hex()[:_HEX_DIGITS]}"
