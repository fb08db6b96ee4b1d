"""People as pseudonyms: the same person has the same key wherever it is made, and the key names nobody.

The recipe is plain HMAC-SHA256, so that SQL, Java or a command line make the same keys. `docs/how-to/privacy.md` has it
in three languages, and says what it does not protect from.
"""

import hmac
import re

from nsc_program.errors import InvalidValue, Message
from nsc_program.values._validators import SOME_TEXT, wrong_type

_LEAST_SECRET = 32  # bytes: as many as SHA-256 gives, the least that RFC 2104 advises
_HEX_DIGITS = 32
_BETWEEN = str.maketrans("", "", " .-")
# Plain ASCII, before any change of case: some other letters become ASCII ones when they are made capital.
_NUMBER = re.compile(r"[0-9]{12}|[A-Za-z]{1,2}[0-9]{6,8}")


def pseudonym(secret: bytes, number: str) -> str:
    """Make the key of a person from an identity number, with a secret that all who make such keys share.

    The number is a citizen's (số định danh cá nhân, số CCCD: twelve digits) or a passport's (one or two letters, six
    to eight digits). The key is `p-` and the first 32 hexadecimal digits, in lower case, of HMAC-SHA256 with the secret
    over these bytes: the number in ASCII, in capitals, without spaces, dots and hyphens. No message shows the number.

    Raises:
        InvalidType: for a secret that is not bytes, or a number that is not text (an int has lost its leading zeros).
        InvalidValue: for a secret of fewer than 32 bytes, or anything but such a number: a name, eleven digits.

    >>> pseudonym(bytes(range(32)), "000 000 000 012") == pseudonym(bytes(range(32)), "000000000012")
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
            vi="cần số định danh cá nhân gồm 12 chữ số, hoặc số hộ chiếu gồm 1 hoặc 2 chữ cái và 6 đến 8 chữ số; "
            "có bị mất số 0 ở đầu không?",
            en="expected a citizen's, of 12 digits, or a passport's, of 1 or 2 letters and 6 to 8 digits; "
            "was a leading zero lost?",
        )
    return f"p-{hmac.digest(secret, plain.upper().encode('ascii'), 'sha256').hex()[:_HEX_DIGITS]}"
