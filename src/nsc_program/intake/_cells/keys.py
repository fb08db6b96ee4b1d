"""Read one cell as the key of a record, an enterprise or a person.

Two spellings of one key would count twice.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import partial

from nsc_program.intake._cells.cells import (
    DAMAGED,
    LONGEST_CELL,
    LONGEST_KEY,
    Mended,
    Reader,
    line_of,
)
from nsc_program.intake._cells.several_keys import is_span
from nsc_program.intake._messages.problems import Fault, Refused
from nsc_program.intake._words.words import folded, says_nothing
from nsc_program.values._tax_codes import is_tax_code
from nsc_program.values._validators import is_unseen

# An older card has nine digits; a number of twelve that lost its zeros has more.
_FEWEST_DIGITS_OF_A_CITIZEN = 9
_SCIENTIFIC = re.compile(r"-?[0-9]+(?:[.,][0-9]+)?[eE]\+[0-9]+|-?[0-9]+[.,][0-9]+[eE][0-9]+")
_DECIMAL_ZERO = re.compile(r"([0-9]+)[.,]0+")
_PLAIN = re.compile(r"[A-Za-z]{1,8}[-./]?[0-9]{1,12}|[0-9]{10}")
"""Letters before digits, or ten digits: nothing in them can be refused or changed."""


def key(cell: object) -> str:
    """Read a key, a text that is changed only in its spaces and dashes.

    Args:
        cell: the cell.

    Raises:
        Refused: if the cell does not hold exactly one key, was damaged on its way, or has letters
            of another alphabet, which look like Latin ones.
    """
    if type(cell) is str and _PLAIN.fullmatch(cell):
        return cell
    text = _as_written(cell)
    return text if text.isascii() else _in_one_alphabet(text)


def _as_written(cell: object) -> str:
    """Read a key with the signs that it is written in."""
    if isinstance(cell, str) and len(cell) > LONGEST_CELL:
        raise Refused(Fault.TOO_LONG)
    text = line_of(cell, Fault.SEVERAL)
    if isinstance(cell, str) and (";" in cell or is_span(cell)):
        raise Refused(Fault.SEVERAL)
    _refuse_no_key(text)
    if isinstance(cell, str):
        _refuse_numbers_written_as_text(text)
    _refuse_unseen(text)
    return text


def _in_one_alphabet(text: str) -> str:
    """Return a key with one sign for the dashes that look alike, if all its letters are Latin."""
    if not all(map(_is_latin, text)):
        raise Refused(Fault.OTHER_LETTERS)
    return text.translate(_DASHES)


def _refuse_no_key(text: str) -> None:
    """Refuse a text that repeats the cell above it, says nothing, or is too long for a key."""
    if not any(map(str.isdigit, text)) and is_ditto(text):
        raise Refused(Fault.DITTO)
    if says_nothing(text):
        raise Refused(Fault.MISSING)
    if len(text) > LONGEST_KEY:
        raise Refused(Fault.TOO_LONG)


def _refuse_unseen(text: str) -> None:
    """Refuse a key with invisible or lost signs; the suggestion is the key without them."""
    if is_unseen(text) or DAMAGED in text:
        visible = (sign for sign in text if not is_unseen(sign) and sign != DAMAGED)
        raise Refused(Fault.UNSEEN, "".join(visible))


_DITTO = frozenset(
    {"nt", "nhu tren", "nhu dong tren", "nhu o tren", "idem", "ditto", "same as above", "as above"}
)
_DITTO_SIGNS = frozenset("\"”“″〃'’‘,` -–—")


def is_ditto(text: str) -> bool:
    """Tell whether a text only repeats the cell above it: như trên, nt, a ditto mark.

    Args:
        text: the text.
    """
    signs = set(text)
    return folded(text) in _DITTO or (signs <= _DITTO_SIGNS and not signs <= set(" -–—"))


def _refuse_numbers_written_as_text(text: str) -> None:
    """Refuse a key that a spreadsheet or a data frame took for a number and wrote as a text."""
    if _SCIENTIFIC.fullmatch(text):
        raise Refused(Fault.SCIENTIFIC)
    if match := _DECIMAL_ZERO.fullmatch(text):
        raise Refused(Fault.DECIMAL_ZERO, match[1])


# --- people ---

_OF_A_PASSPORT = re.compile(r"[A-Za-z]{1,2}[ -]?[0-9]{7,8}")
_LABELLED_NUMBER = re.compile(r"[A-Za-z.:_ -]{1,12}(?:[0-9][. -]?){8,11}[0-9]")


def person_by(pseudonym: Callable[[str], str] | None) -> Reader:
    """Return a reader of the keys of persons.

    Args:
        pseudonym: makes a pseudonym from a key, such as a citizen's number. Without it, the cell
            must hold a pseudonym already.
    """
    return _pseudonym if pseudonym is None else partial(_person, pseudonym)


def _pseudonym(cell: object) -> str:
    """Read a pseudonym."""
    text = key(cell)
    refuse_who_a_person_is(text)
    return text


def _person(pseudonym: Callable[[str], str], cell: object) -> str:
    """Read the key of a person, and make a pseudonym from it."""
    text = key(cell)
    try:
        return pseudonym(text)
    except (ValueError, LookupError):
        raise Refused(Fault.NOT_A_PERSON) from None


def refuse_who_a_person_is(text: str) -> None:
    """Refuse a key that reveals who a person is: a number, an address or a name.

    Args:
        text: the key.

    Raises:
        Refused: if the key may reveal who the person is.
    """
    is_number = not any(map(str.isalpha, text))
    if is_number and sum(map(str.isdigit, text)) >= _FEWEST_DIGITS_OF_A_CITIZEN:
        raise Refused(Fault.PERSONAL_NUMBER)
    if tells_of_a_person(text):
        raise Refused(Fault.PERSONAL_DETAIL)
    if " " in text or not text.isascii():
        raise Refused(Fault.A_NAME)


_CITIZEN = re.compile(r"(?<![0-9])0(?:0[1-9]|[1-8][0-9]|9[0-6])(?:[ .-]?[0-9]){9}(?![0-9])")
"""A citizen's number: twelve digits, of which the first three are those of a province."""
_RUN_OF_DIGITS = re.compile(r"(?<![0-9])[0-9]{9,}(?![0-9])")
_OF_A_CITIZEN = re.compile(
    r"(?:cccd|cmnd|cmt|căn cước|công dân|định danh|can cuoc|cong dan|dinh danh)"
    r"(?:\W+(?:số|so|no))?\W{0,3}(?:[0-9][ .-]?){8,}",
    re.IGNORECASE,
)
_PHONE = re.compile(
    r"(?<![0-9])(?:\+84[ .-]?|0(?=[0-9]{2,3}[ .-]))[35789](?:[ .-]?[0-9]){8}(?![0-9])"
)
"""The number of a mobile telephone as people write it: +84 or groups of digits."""
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]+")
_EIGHT_DIGITS = re.compile(r"(?:[0-9][ .-]?){8}")
"""A part of each of these numbers."""


def refuse_numbers_of_people(cell: object, *, is_key: bool) -> None:
    """Refuse a text that would take a citizen's number, a telephone or an address to the register.

    Args:
        cell: the cell, in a column that is not about people.
        is_key: whether it is a key, which may hold other long numbers.

    Raises:
        Refused: if the text may hold such a number or an e-mail address.

    >>> refuse_numbers_of_people("Quyết định số 12/QĐ-SKHCN ngày 05/06/2024", is_key=False)
    """
    text = _text_or_number(cell)
    if "@" in text and _MAIL.search(text):
        raise Refused(Fault.PERSONAL_DETAIL)
    if _EIGHT_DIGITS.search(text) is None:
        return
    runs = () if is_key else _RUN_OF_DIGITS.findall(text)
    has_run = any(not is_tax_code(run) for run in runs)
    if has_run or _CITIZEN.search(text) or _OF_A_CITIZEN.search(text):
        raise Refused(Fault.PERSONAL_NUMBER)
    if _PHONE.search(text):
        raise Refused(Fault.PERSONAL_DETAIL)


def refuse_ditto(cell: object) -> None:
    """Refuse a text that only repeats the cell above it.

    Args:
        cell: the cell, in a column of words.

    Raises:
        Refused: if the cell says “as above”.
    """
    if isinstance(cell, str) and cell.strip() and is_ditto(cell.strip()):
        raise Refused(Fault.DITTO)


def _text_or_number(cell: object) -> str:
    """Return a text, or the digits of a number that is not larger than a citizen's number."""
    if isinstance(cell, (int, float)) and abs(cell) < _MORE_THAN_A_CITIZEN:
        return str(cell)
    return cell if isinstance(cell, str) else ""


_MORE_THAN_A_CITIZEN = 10**12


def tells_of_a_person(text: str) -> bool:
    """Tell whether a text is an e-mail address or a personal number.

    The number is that of a passport, or that of a card or a telephone after a label.

    Args:
        text: the text.

    >>> texts = ("sample@example.vn", "C0000001", "CCCD 000000000012", "SAMPLE-P1")
    >>> [tells_of_a_person(text) for text in texts]
    [True, True, True, False]
    """
    if "@" in text or _LABELLED_NUMBER.fullmatch(text):
        return True
    return any(map(_OF_A_PASSPORT.fullmatch, (text, *text.split())))


# --- enterprises ---

_TAX_PREFIX = re.compile(
    r"(?:MST|MSDN|mã số thuế|mã số doanh nghiệp|mã số)\W*(?=[0-9])", re.IGNORECASE
)
_TEN_DIGITS = re.compile(r"[0-9]{10}")
_SHORT_BRANCH = re.compile(r"[0-9]{9}-[0-9]{3}$")
_CODE_WITHIN = re.compile(r"(?<![^\W_])[0-9]{10}(?:-?[0-9]{3})?(?![^\W_])")
_GLUED_CODE = re.compile(r"(?<![0-9])[0-9]{10}(?:-?[0-9]{3})?(?![0-9])")
_LIKE_DIGITS = str.maketrans("OoОоIlІ", "0000111")  # some are Cyrillic
_LIKE_A_CODE = re.compile(r"(?=\D*\d)(?:[0-9OoОоIlІ]{10}|[0-9OoОоIlІ]{13})")
_PART_WITH_LOOKALIKES = re.compile(r"(?=[OolI]*[0-9])(?=[0-9]*[OolI])[0-9OolI]+")
_OWN_CODE = re.compile(r"[^\W_]+(?:[._-][^\W_]+)*")
_SURELY_A_CODE = re.compile(r"[0-9]{10}|(?!C)[A-Z]{2,10}-[0-9]{1,8}")
_JOINS = re.compile(r"[,;/+&|]|(?<!\w)(?:và|va|and|hoặc|hoac|or)(?!\w)", re.IGNORECASE)
_OF_A_PERSON = re.compile(
    r"\W*(?:so )?(?:cccd|cmnd|cmt|cccd cmnd|can cuoc(?: cong dan)?|dinh danh|ho chieu|passport)"
    r"(?![a-z])"
)
_SEPARATORS = re.compile(r"[\s.'’_–-]")
_DASHES = str.maketrans("‐‑‒–—−", "------")


def enterprise_code(cell: object) -> str:
    """Read an enterprise code: its digits without separators, or a key of letters and digits.

    A code that lost its leading zero gets it back if the check digit then agrees; one that still
    begins with a zero lost another digit. A longer key that
    contains a code is refused: the enterprise would count twice, under the key and under its
    code. Words are refused too: two rows with “như trên” would be one enterprise.

    Args:
        cell: the cell.

    Raises:
        Mended: if a lost zero was restored, or the check digit of a code is wrong.
        Refused: if the cell does not hold exactly one code.
    """
    if type(cell) is str and _TEN_DIGITS.fullmatch(cell):
        return _with_check_digit(cell, cell)
    text = _as_written(cell)
    compact = _SEPARATORS.sub("", _TAX_PREFIX.sub("", text))
    if not (compact.isascii() and compact.isdigit()):
        _refuse_code_within(text, compact)
        refuse_words(text)
        return text
    match len(compact):
        case 10 | 13:
            return _with_check_digit(compact, cell)
        case 9:
            return _with_zero(f"0{compact}")
        case 12 if _SHORT_BRANCH.search(text):
            return _with_zero(f"0{compact}")
        case 12:
            raise Refused(Fault.PERSONAL_NUMBER)
        case _:
            raise Refused(Fault.NOT_A_CODE)


def _refuse_code_within(text: str, compact: str) -> None:
    """Refuse a text that is almost a code, that contains one, or that names a person's papers."""
    if _LIKE_A_CODE.fullmatch(compact):
        raise Refused(Fault.NOT_A_CODE, compact.translate(_LIKE_DIGITS))
    if _OF_A_PERSON.match(folded(text)):
        raise Refused(Fault.PERSONAL_NUMBER)
    within = _CODE_WITHIN.findall(text)
    if len(within) > 1 or (not within and _names_several(text)):
        raise Refused(Fault.SEVERAL)
    if within:
        raise Refused(Fault.NOT_A_CODE, within[0])


def _names_several(text: str) -> bool:
    """Tell whether a text joins several parts with digits, such as keys."""
    return sum(any(map(str.isdigit, part)) for part in _JOINS.split(text)) > 1


def refuse_no_code(text: str) -> None:
    """Refuse a text that is neither a tax code nor an enterprise's own key, exactly as written.

    Args:
        text: the text.

    Raises:
        Refused: if the text is neither.
        Mended: if the text is a tax code that lost its zero.
    """
    if _SURELY_A_CODE.fullmatch(text) or (text.isascii() and text.replace("-", "").isdigit()):
        return
    if enterprise_code(text) != text:
        raise Refused(Fault.NOT_A_CODE)


def refuse_words(text: str) -> None:
    """Refuse a text that cannot be an enterprise's own key.

    Examples are words, signs, letters of two alphabets, and the letter O for the digit 0.

    Args:
        text: the text.

    Raises:
        Refused: if the text cannot be such a key.
    """
    if not any(map(str.isdigit, text)):
        raise Refused(Fault.WORDS)
    if not all(map(_is_latin, text)):
        raise Refused(Fault.OTHER_LETTERS)
    if not _OWN_CODE.fullmatch(text):
        dashed = text.translate(_DASHES)
        raise Refused(Fault.NOT_A_CODE, dashed if _OWN_CODE.fullmatch(dashed) else None)
    _refuse_lookalikes(text)
    if (glued := _GLUED_CODE.search(text)) and is_tax_code(glued[0]):
        raise Refused(Fault.NOT_A_CODE, glued[0])


def _refuse_lookalikes(text: str) -> None:
    """Refuse a key with a letter among digits that looks like one; the suggestion has the digit."""
    meant = "".join(map(_with_digits, re.split(r"([._-])", text)))
    if meant != text:
        raise Refused(Fault.LOOKALIKE, meant)


def _with_digits(part: str) -> str:
    """Return a part of a key with digits instead of the letters that look like them."""
    return part.translate(_LIKE_DIGITS) if _PART_WITH_LOOKALIKES.fullmatch(part) else part


def _is_latin(sign: str) -> bool:
    """Tell whether a sign is ASCII or Latin, or neither a letter nor a digit."""
    if sign.isascii() or not sign.isalnum():
        return True
    return unicodedata.name(sign, "").startswith("LATIN ")


def _with_check_digit(code: str, cell: object) -> str:
    """Return a tax code; tell if its check digit is wrong, and refuse a number for that.

    A citizen's number 001085000012 that a spreadsheet took for a number has ten digits left.
    """
    if is_tax_code(code[:_DIGITS]):
        return code
    if not isinstance(cell, str):
        raise Refused(Fault.LOST_ZEROS)
    raise Mended(code, Fault.CHECK_DIGIT)


_DIGITS = 10
"""The digits of the tax code of an enterprise, without those of a branch."""


def _with_zero(restored: str) -> str:
    """Raise the value with its zero if the check digit agrees, and the fault otherwise."""
    if restored.startswith("00"):  # a code that begins with a zero did not lose one
        raise Refused(Fault.NOT_A_CODE)
    if is_tax_code(restored):
        raise Mended(restored, Fault.ZERO_RESTORED)
    raise Refused(Fault.LOST_ZERO, restored)
