"""One cell to one value: what a spreadsheet, a CSV file or a database gives is taken, or it is said what is wrong.

Only what cannot be misread is changed: stray spaces, the Unicode form, a number that a spreadsheet made a float.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from numbers import Integral
from typing import Any, TypeAlias, TypeVar, final

from nsc_program._validators import is_unseen
from nsc_program.intake._problems import Fault, Refused
from nsc_program.intake._states import says_cancelled, says_unfinished
from nsc_program.intake._units import DONG, Of, Unit, unit_in
from nsc_program.intake._words import TICKS, folded, normal, says_not, says_nothing, spoken
from nsc_program.periods import Period

E = TypeVar("E", bound=StrEnum)
Reader: TypeAlias = Callable[[object], Any]

DAMAGED = "\ufffd"
"""Stands where a character was lost, or was nothing that should be written."""

FIRST_YEAR = 1970
_LONGEST_KEY = 200
_MOST_DIGITS = 30
_FEWEST_DIGITS_OF_A_CITIZEN = 9  # on an older card; a number of twelve that lost its zeros has more
_FULL_PRECISION = 10**15  # a spreadsheet keeps fifteen digits of a number
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?)?")
_LOOSE_DAY = re.compile(r"([0-9]{1,2}) ?([-./]) ?([0-9]{1,2}) ?\2 ?([0-9]{4})")
_SPOKEN_DAY = re.compile(r"(?:ngày )?([0-9]{1,2}) tháng ([0-9]{1,2}) năm ([0-9]{4})", re.IGNORECASE)
_SHORT_YEAR = re.compile(r"([0-9]{1,2})[-./]([0-9]{1,2})[-./]([0-9]{2})")
_SERIAL = re.compile(r"[34][0-9]{4}(?:[.,]0+)?|[34][0-9]{4}[.,][0-9]+")
_SERIAL_ZERO = date(1899, 12, 30)
_YEARS = re.compile(r"(?:năm|giai đoạn)?\s*([0-9]{4})(?:\s*[-–—]\s*([0-9]{4}))?", re.IGNORECASE)
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:([., ])[0-9]{3})(?:\1[0-9]{3})*")
_BOTH_SIGNS = re.compile(r"([1-9][0-9]{0,2}(?:([.,])[0-9]{3})+)(?!\2)([.,])([0-9]{1,20})")
_WITH_UNIT = re.compile(r"(-?[0-9][0-9., ]*?) ?([^0-9., -][^0-9]*|%)")
_DECIMAL = re.compile(r"(-?[0-9]{1,30})(?:[.,]([0-9]{1,20}))?")
_ERRORS = re.compile(r"#(?:N/A|REF!|VALUE!|DIV/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!)")
_TAX_PREFIX = re.compile(r"(?:MST|MSDN|mã số thuế|mã số doanh nghiệp|mã số)\W*(?=[0-9])", re.IGNORECASE)
_LEAST_MONEY = 100_000  # đồng, that any task costs; less was meant in thousands or millions
_SHORT_BRANCH = re.compile(r"[0-9]{9}-[0-9]{3}$")
_SCIENTIFIC = re.compile(r"-?[0-9]+(?:[.,][0-9]+)?[eE]\+[0-9]+|-?[0-9]+[.,][0-9]+[eE][0-9]+")
_DECIMAL_ZERO = re.compile(r"([0-9]+)[.,]0+")
_CODE_WITHIN = re.compile(r"(?<![^\W_])[0-9]{10}(?:-?[0-9]{3})?(?![^\W_])")
_LIKE_DIGITS = str.maketrans("OoОоIlІ", "0000111")  # some are Cyrillic
_LIKE_A_CODE = re.compile(r"(?=\D*\d)(?:[0-9OoОоIlІ]{10}|[0-9OoОоIlІ]{13})")
_LIST = re.compile(r"[;,\n+]")


class Formula(str):
    """The text of a formula that has no result."""

    __slots__ = ()


class Cut(str):
    """Stands for a cell that its row is too short to have; it is blank."""

    __slots__ = ()


class SharedNumber(float):
    """A number in a cell that was merged over several rows: what is counted or paid is of all of them together."""

    __slots__ = ()


class SharedText(str):
    """A text in such a cell."""

    __slots__ = ()


class Padded(float):
    """A number in a cell whose format shows zeros before it, or signs between its digits: a key is what is shown."""

    shown: str

    @classmethod
    def of(cls, value: float, shown: str) -> "Padded":
        """Hold both."""
        found = cls(value)
        found.shown = shown
        return found


@final
class NotShown:
    """Stands for a cell whose format shows nothing of it."""

    def __repr__(self) -> str:
        """Show nothing either."""
        return "<not shown>"


class Mended(Exception):  # no error: a value, and what was mended to get it
    """A value that could be read only after it was mended."""

    def __init__(self, value: object, fault: Fault) -> None:
        """Keep both."""
        super().__init__(fault)
        self.value, self.fault = value, fault


def is_blank(cell: object) -> bool:
    """Whether a cell holds nothing: also what data frames put where nothing is, which does not equal itself."""
    if cell is None or isinstance(cell, str):
        return cell is None or (not cell.strip() and not isinstance(cell, Formula))
    if isinstance(cell, Decimal):
        return cell.is_nan()
    return isinstance(cell, (float, date)) and cell != cell  # noqa: PLR0124


def text_of(cell: object) -> str:
    """The text of a cell, its stray spaces removed, in Unicode form NFC."""
    if isinstance(cell, str):
        if isinstance(cell, Formula) or cell.lstrip().startswith("="):  # as text, in a CSV file
            raise Refused(Fault.FORMULA)
        if _ERRORS.fullmatch(cell.strip()):
            raise Refused(Fault.ERROR_VALUE)
        return " ".join(normal("NFC", cell).split())
    refuse_not_shown(cell)
    if isinstance(cell, Padded):
        return cell.shown
    number = whole_number(cell)
    if number is None:
        raise Refused(Fault.NOT_TEXT)
    return str(number)


def refuse_not_shown(cell: object) -> None:
    """Refuse a cell that nobody sees."""
    if isinstance(cell, NotShown):
        raise Refused(Fault.NOT_SHOWN)


def whole_number(cell: object) -> int | None:
    """The whole number that a cell holds as a number, or `None`: a spreadsheet has floats only."""
    if isinstance(cell, bool) or not isinstance(cell, (Integral, float, Decimal, Fraction)):
        return None
    if isinstance(cell, float) and abs(cell) >= _FULL_PRECISION:
        return None
    if isinstance(cell, Decimal) and not (cell.is_finite() and abs(cell.adjusted()) <= _LONGEST_KEY):
        return None
    try:
        return int(cell) if cell == int(cell) and abs(int(cell)) < 10**_LONGEST_KEY else None
    except (ValueError, OverflowError):  # not a number, infinity
        return None


def plain_text(cell: object) -> str:
    """Any text; what nobody can see is removed, and said."""
    try:
        found = (
            cell.isoformat() if isinstance(cell, date) else str(cell) if isinstance(cell, (float, Decimal)) else cell
        )
    except Exception:  # noqa: BLE001  # an object raises what it likes
        raise Refused(Fault.NOT_TEXT) from None
    text = text_of(found)
    seen = "".join(each for each in text if each.isprintable())
    if seen != text:
        raise Mended(" ".join(seen.split()), Fault.UNSEEN_REMOVED)
    return text


def norm(cell: object) -> str:
    """The standard that something is up to; that it is not, no record can say."""
    if isinstance(cell, bool) or (isinstance(cell, str) and says_not(text_of(cell))):
        raise Refused(Fault.UNKNOWN_WORD)
    return plain_text(cell)


def key(cell: object) -> str:
    """A key: a text that is not changed beyond its spaces."""
    text = text_of(cell)
    if isinstance(cell, str) and (";" in cell or len(cell.strip().splitlines()) > 1):
        raise Refused(Fault.SEVERAL)
    if says_nothing(text):
        raise Refused(Fault.MISSING)
    if len(text) > _LONGEST_KEY:
        raise Refused(Fault.TOO_LONG)
    if isinstance(cell, str):
        _refuse_numbers_written_as_text(text)
    if is_unseen(text) or DAMAGED in text:
        raise Refused(Fault.UNSEEN, "".join(each for each in text if not is_unseen(each) and each != DAMAGED))
    return text


def _refuse_numbers_written_as_text(text: str) -> None:
    """Refuse what a spreadsheet or a data frame made of a key, took for a number and wrote as a text."""
    if _SCIENTIFIC.fullmatch(text):
        raise Refused(Fault.SCIENTIFIC)
    if found := _DECIMAL_ZERO.fullmatch(text):
        raise Refused(Fault.DECIMAL_ZERO, found[1])


def person_by(opaque: Callable[[str], str] | None) -> Reader:
    """The key of a person: as it stands or, of who is known by a number, what a keyed hash makes of it."""

    def read(cell: object) -> str:
        text = key(cell)
        if opaque is not None:
            try:
                return opaque(text)
            except (ValueError, LookupError):
                raise Refused(Fault.NOT_A_PERSON) from None
        if sum(map(str.isdigit, text)) >= _FEWEST_DIGITS_OF_A_CITIZEN and not any(map(str.isalpha, text)):
            raise Refused(Fault.PERSONAL_NUMBER)
        if " " in text or not text.isascii():
            raise Refused(Fault.A_NAME)
        return text

    return read


def enterprise_code(cell: object) -> str:
    """An enterprise code: its digits without what groups them, or a key with a letter.

    A code that lost its leading zero gets it back if the check digit then agrees. A key that holds a code is none: the
    enterprise would count twice, under the key and under its code.
    """
    text = key(cell)
    digits = re.sub(r"[\s.'’_–-]", "", _TAX_PREFIX.sub("", text))
    if not (digits.isascii() and digits.isdigit()):
        return _without_code(text, digits)
    match len(digits):
        case 10 | 13:
            return digits
        case 9:
            return _with_zero(f"0{digits}")
        case 12 if _SHORT_BRANCH.search(text):
            return _with_zero(f"0{digits}")
        case 12:
            raise Refused(Fault.PERSONAL_NUMBER)
        case _:
            raise Refused(Fault.NOT_A_CODE)


def _without_code(text: str, compact: str) -> str:
    if _LIKE_A_CODE.fullmatch(compact):
        raise Refused(Fault.NOT_A_CODE, compact.translate(_LIKE_DIGITS))
    if within := _CODE_WITHIN.search(text):
        raise Refused(Fault.NOT_A_CODE, within[0])
    return text


def is_tax_code(text: str) -> bool:
    """Whether a text is a tax code whose check digit agrees."""
    from stdnum.vn import mst  # noqa: PLC0415  # only where something is wrong

    return mst.is_valid(text)


def _with_zero(restored: str) -> str:
    if is_tax_code(restored):
        raise Mended(restored, Fault.ZERO_RESTORED)
    raise Refused(Fault.LOST_ZERO, restored)


def day(cell: object) -> date:
    """A day: a date of the spreadsheet's, or a text with day, month and year, in this order or with the year first."""
    if isinstance(cell, datetime):
        if cell.tzinfo is not None:
            raise Refused(Fault.WHICH_DAY)
        return _plausible(cell.date())
    if type(cell) is date:
        return _plausible(cell)
    text = text_of(cell) if isinstance(cell, str) else ""
    if numbers := day_month_year(text):
        return _calendar_day(*numbers)
    if found := _ISO.fullmatch(text):
        return _calendar_day(int(found[3]), int(found[2]), int(found[1]))
    raise Refused(Fault.NOT_A_DATE, _perhaps_day(cell, text))


def day_month_year(text: str) -> tuple[int, int, int] | None:
    """The three numbers of 5/6/2024, 05-06-2024, 05.06.2024, and “ngày 5 tháng 6 năm 2024”."""
    if found := _LOOSE_DAY.fullmatch(text):
        return int(found[1]), int(found[3]), int(found[4])
    found = _SPOKEN_DAY.fullmatch(text)
    return (int(found[1]), int(found[2]), int(found[3])) if found else None


def _calendar_day(day_: int, month: int, year: int) -> date:
    try:
        return _plausible(date(year, month, day_))
    except ValueError:
        raise Refused(Fault.NO_SUCH_DAY) from None


def _plausible(found: date) -> date:
    """Refuse a day of 1905, which is the year 2024 in a cell of dates, and one of the year 24."""
    if found.year < FIRST_YEAR:
        raise Refused(Fault.NOT_A_DATE)
    return found


def _perhaps_day(cell: object, text: str) -> str | None:
    """A day that may be meant, to be confirmed by who knows: of a short year, or of a spreadsheet's count of days."""
    short, serial = _SHORT_YEAR.fullmatch(text), text or str(whole_number(cell))
    try:
        if short:
            return f"{_calendar_day(int(short[1]), int(short[2]), 2000 + int(short[3])):%d/%m/%Y}"
        return f"{_SERIAL_ZERO + timedelta(int(serial[:5])):%d/%m/%Y}" if _SERIAL.fullmatch(serial) else None
    except Refused:
        return None


_DAYS = re.compile(
    r"(?:từ )?(?:ngày )?[0-9]{1,2}(?:[-./][0-9]{1,2})?(?:[-./][0-9]{4})? ?(?:đến|tới|[-–—]) ?(?:hết )?(?:ngày )?"
    r"([0-9]{1,2}[-./][0-9]{1,2}[-./][0-9]{4})",
    re.IGNORECASE,
)


def last_day(cell: object) -> date:
    """The day, or the last of several that are written as one: 12-13/6/2024; what lasts so long is over then."""
    found = _DAYS.fullmatch(text_of(cell)) if isinstance(cell, str) and not isinstance(cell, Formula) else None
    return day(found[1] if found else cell)


def years(cell: object) -> Period:
    """A period of whole years: 2024, or 2021-2025."""
    found = _YEARS.fullmatch(text_of(cell))
    if not found:
        raise Refused(Fault.NOT_YEARS)
    try:
        return Period.of_years(int(found[1]), int(found[2] or found[1]))
    except ValueError:
        raise Refused(Fault.NOT_YEARS) from None


def yes_no(words: Mapping[str, str]) -> Reader:
    """Yes or no, in words, as a tick, or as 1 and 0."""

    def read(cell: object) -> bool:
        if isinstance(cell, bool):
            return cell
        text = text_of(cell)
        meaning = "yes" if text in TICKS else words.get(folded(text))
        if meaning is None or "?" in text:
            raise Refused(Fault.NOT_YES_OR_NO)
        return meaning == "yes"

    return read


def cancelled_or(read: Reader) -> Reader:
    """Whether a record is annulled: also by what a column of states says, such as “Đã hủy” or “Dừng thực hiện”."""

    def read_state(cell: object) -> Any:  # noqa: ANN401  # as every reader
        is_over = isinstance(cell, str) and says_cancelled(cell) and not says_unfinished(cell)
        return True if is_over else read(cell)

    return read_state


def member(kind: type[E], words: Mapping[str, str]) -> Reader:
    """One of a closed set, by one of the words for it."""

    def read(cell: object) -> E:
        text = text_of(cell)
        meanings = {words.get(folded(text))} - {None} or {words.get(folded(part)) for part in _LIST.split(text)}
        meaning = meanings.pop() if len(meanings) == 1 else None  # several words may mean one
        if meaning is None or "?" in text:
            raise Refused(Fault.UNKNOWN_WORD, detail=spoken(kind))
        return kind(meaning)

    return read


def several(one: Reader) -> Reader:
    """Several, with semicolons, commas, plus signs or line breaks between; each once."""

    def read(cell: object) -> tuple[Any, ...]:
        parts = _LIST.split(cell) if isinstance(cell, str) and not isinstance(cell, Formula) else [cell]
        found: dict[Any, None] = {}
        mended: Fault | None = None
        for part in (part for part in parts if not is_blank(part)):
            try:
                found[one(part)] = None
            except Mended as repair:
                found[repair.value], mended = None, repair.fault
        if mended:
            raise Mended(tuple(found), mended)
        return tuple(found)

    return read


def whole(cell: object) -> int:
    """A whole number, its thousands grouped or not."""
    _refuse_shared(cell)
    number = whole_number(cell)
    if number is not None:
        return number
    text = text_of(cell) if isinstance(cell, str) else ""
    digits = re.sub(r"[., ]", "", text) if _GROUPED.fullmatch(text) else text
    if not (digits.isascii() and digits.isdigit() and len(digits) <= _MOST_DIGITS):
        raise Refused(Fault.NOT_WHOLE)
    return int(digits)


def number(cell: object) -> Fraction:
    """A number, exactly as it is written: 1480, 6,5 or 6.5; what could be both 1.480 and 1,48 is refused."""
    _refuse_shared(cell)
    if isinstance(cell, (float, Decimal)):
        written = Decimal(str(cell))  # the shortest text that is this float
        short = written.is_finite() and abs(written.adjusted()) < _MOST_DIGITS
        found = _DECIMAL.fullmatch(format(written, "f")) if short else None
        return _exactly(found) if found else _refuse_number()
    if isinstance(cell, (Integral, Fraction)) and not isinstance(cell, bool):
        exact = Fraction(cell)
        return exact if max(abs(exact.numerator), exact.denominator) < 10**_MOST_DIGITS else _refuse_number()
    text = text_of(cell) if isinstance(cell, str) else ""
    if both := _BOTH_SIGNS.fullmatch(text):
        return Fraction(f"{re.sub(r'[.,]', '', both[1])}.{both[4]}")
    grouped = _GROUPED.fullmatch(text)
    if grouped and len(re.findall(r"[., ]", text)) == 1 and grouped[1] != " ":
        raise Refused(Fault.AMBIGUOUS_NUMBER, re.sub(r"[.,]", "", text))
    if grouped:
        return Fraction(int(re.sub(r"[., ]", "", text)))
    found = _DECIMAL.fullmatch(text)
    return _exactly(found) if found else _refuse_number()


def _refuse_shared(cell: object) -> None:
    if isinstance(cell, (SharedNumber, SharedText)):
        raise Refused(Fault.SHARED)


def _exactly(found: "re.Match[str]") -> Fraction:
    return Fraction(f"{found[1]}.{found[2] or 0}")


def _refuse_number() -> Fraction:
    raise Refused(Fault.NOT_A_NUMBER)


def amount(unit: Unit) -> Reader:
    """A number of what a heading says that it is in; a cell that names a unit is in that: 1,5 tỷ, 50 người.

    Of money it is in whole đồng.
    """

    def read(cell: object) -> Fraction:
        _refuse_shared(cell)
        found = _WITH_UNIT.fullmatch(text_of(cell)) if isinstance(cell, str) and not isinstance(cell, Formula) else None
        if found is None:
            return _times(cell, unit)
        own = unit_in(found[2])
        if own is None or (own.of is Of.MONEY) != (unit.of is Of.MONEY):
            raise Refused(Fault.NOT_A_NUMBER)
        return _times(found[1], own)

    return read


def _times(cell: object, unit: Unit) -> Fraction:
    """Numbers of single đồng are whole, so 1.500 of them is no 1,5."""
    return Fraction(whole(cell)) if unit == DONG else number(cell) * unit.factor


def count(unit: Unit) -> Reader:
    """A whole number of things."""
    read_amount = amount(unit)

    def read(cell: object) -> int:
        if unit.factor == 1 and not (isinstance(cell, str) and _WITH_UNIT.fullmatch(text_of(cell))):
            return whole(cell)
        found: Fraction = read_amount(cell)
        return found.numerator if found.denominator == 1 else _refuse_whole()

    return read


def _refuse_whole() -> int:
    raise Refused(Fault.NOT_WHOLE)


def money(unit: Unit) -> Reader:
    """An amount in whole đồng; the heading or the cell says in what unit it is written."""
    read_amount = amount(unit)

    def read(cell: object) -> int:
        found: Fraction = read_amount(cell)
        if found.denominator != 1:
            raise Refused(Fault.NOT_WHOLE)
        if 0 < found < _LEAST_MONEY:
            raise Refused(Fault.LITTLE_MONEY)
        return found.numerator

    return read
