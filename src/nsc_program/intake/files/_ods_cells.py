"""Read a cell of an .ods workbook as a person sees it.

The value of the cell is taken where the shown text says the same. Where the text shows another
number (per cent, thousands left out), words beside it, or a part of a day, the text is taken: it
then goes through the same grammar of units and days as a typed text.
"""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Final
from xml.etree.ElementTree import Element

from nsc_program.intake._cells.cells import (
    Formatted,
    Formula,
    NotShown,
    Padded,
    Rounded,
    Scaled,
)
from nsc_program.intake._cells.dates import MonthFirst
from nsc_program.intake.files._runs import raised
from nsc_program.intake.files._seen_days import is_plain_day
from nsc_program.intake.files._seen_digits import as_held, as_typed

NAMESPACE: Final = "{urn:oasis:names:tc:opendocument:xmlns:"
TEXT: Final = f"{NAMESPACE}text:1.0}}"
TABLE: Final = f"{NAMESPACE}table:1.0}}"
_PARAGRAPH: Final = f"{TEXT}p"
_BREAKS = {f"{TEXT}line-break": "\n", f"{TEXT}tab": "\t"}
_OFFICE: Final = f"{NAMESPACE}office:1.0}}"
_TYPE: Final = f"{_OFFICE}value-type"
_FORMULA: Final = f"{TABLE}formula"
_ERROR: Final = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}value-type"
_MOST_SPACES = 100
_NUMBER = re.compile(r"-?[0-9][0-9.,\s]*")
_SCIENTIFIC = re.compile(r"-?[0-9]+(?:[.,][0-9]+)?E[+-]?[0-9]+", re.IGNORECASE)
_CODE = re.compile(r"[0-9]+(?:[- ][0-9]+)*")
_DIGITS = re.compile(r"[0-9]+")
_FULL_YEAR = 4
_PARTS_OF_A_DAY = 3  # day, month and year; the letters of a month's name count too
_NUMBERS = frozenset({"float", "percentage", "currency"})
_SCALES = (1000, 10**6, 10**9)
_LIKE_THOUSANDS = re.compile(r"-?(?:[1-9][0-9]{0,2}[.,][0-9]{3}|[1-9][0-9.,]*[.,]000)")
_AMONG_WORDS = re.compile(r"[0-9](?:[0-9.,\s]*[0-9])?")
_GENERAL = 10
"""The digits that the general format shows of a long fraction, at least."""
_MOST_DIGITS = 308  # of a number that a spreadsheet can hold


def value_of(
    cell: Element, raising: AbstractSet[str] = frozenset(), *, hides_zeros: bool = False
) -> object:
    """Return the value or the text of a cell as a person sees it.

    Args:
        cell: the element of the cell.
        raising: the names of the styles that raise or lower a text.
        hides_zeros: whether a cell looks blank whose number is 0.

    Returns:
        The value; `None` if the cell is empty.
    """
    lines = ["".join(_pieces(line, raising)) for line in cell if line.tag == _PARAGRAPH]
    shown = "\n".join(lines)
    kind = cell.get(_TYPE)
    if kind is None:
        return _without_type(cell, shown)
    if kind == "string" or cell.get(_ERROR) == "error":
        return shown if lines else cell.get(f"{_OFFICE}string-value", "")
    value = cell.get(f"{_OFFICE}{kind}-value", cell.get(f"{_OFFICE}value"))
    if value is None:
        return shown or None
    is_unseen = (lines and not shown.strip()) or (hides_zeros and _is_zero(kind, value))
    return NotShown() if is_unseen else _typed(kind, value, shown)


def _is_zero(kind: str, value: str) -> bool:
    """Tell whether a value is the number 0."""
    return kind in _NUMBERS and Decimal(value) == 0


def _without_type(cell: Element, shown: str) -> str | None:
    """Return the text of a cell without a value, or its formula."""
    formula = cell.get(_FORMULA)
    return Formula(formula) if formula else shown or None


def _typed(kind: str, value: str, shown: str) -> object:
    """Return a value of a type other than a text, or what is shown of it."""
    match kind:
        case "boolean":
            return value == "true"
        case "date":
            return _day(value, shown)
        case "time":
            return shown or value
    return _number(value, shown)


def _pieces(element: Element, raising: AbstractSet[str]) -> Iterator[str]:
    """Yield the pieces of a paragraph's text, with its runs of spaces and its line breaks."""
    yield element.text or ""
    for child in element:
        if child.tag == f"{TEXT}s":
            yield " " * min(int(child.get(f"{TEXT}c", "1")), _MOST_SPACES)
        elif child.tag in _BREAKS:
            yield _BREAKS[child.tag]
        elif child.get(f"{TEXT}style-name") in raising:
            yield raised("".join(_pieces(child, raising)))
        else:
            yield from _pieces(child, raising)
        yield child.tail or ""


def _day(value: str, shown: str) -> object:
    """Return a day if all of it is shown, and the shown text otherwise."""
    moment = datetime.fromisoformat(value)
    if shown and not (_names(moment, shown) and is_plain_day(shown)):
        return shown
    if [int(digits) for digits in _DIGITS.findall(shown)[:2]] == [moment.month, moment.day]:
        return MonthFirst.of(moment) if moment.month != moment.day else moment
    return moment if "T" in value else date(moment.year, moment.month, moment.day)


def _names(moment: datetime, shown: str) -> bool:
    """Tell whether a text names the day and the year of a moment, and a month between them."""
    numbers = [int(digits) for digits in _DIGITS.findall(shown) if len(digits) <= _FULL_YEAR]
    if moment.day not in numbers or {moment.year, moment.year % 100}.isdisjoint(numbers):
        return False
    letters = sum(map(str.isalpha, shown))
    return len(numbers) + letters >= _PARTS_OF_A_DAY


def _number(value: str, shown: str) -> object:
    """Return a number if the shown text says the same, and the shown text otherwise."""
    exact = Decimal(value)
    if not exact.is_finite() or abs(exact.adjusted()) > _MOST_DIGITS:
        return value
    exact = _held(exact)
    number = int(exact) if _is_whole(exact) else float(exact)
    text = shown.strip()
    if not text:
        return number
    if _SCIENTIFIC.fullmatch(text):
        shown_number = Decimal(text.replace(",", "."))
        is_like = abs(shown_number.adjusted() - exact.adjusted()) <= 1
        return _near(number, exact, shown_number) if is_like else _unlike(exact, text)
    if _has_digits_of(number, text):
        return number if text == str(number) else Padded.of(number, text)
    if not _NUMBER.fullmatch(text):
        return _among_words(exact, text)
    found = _nearest((exact,), text)
    return _mismatched(exact, text) if found is None else _near(number, *found)


def _held(exact: Decimal) -> Decimal:
    """Return a number with the digits that a spreadsheet holds of it."""
    return exact if _is_whole(exact) else Decimal(str(as_held(float(exact))))


def _is_whole(exact: Decimal) -> bool:
    return exact == exact.to_integral_value()


def _near(number: float, exact: Decimal, shown: Decimal) -> float:
    """Return a number with the rounded one that is shown, if all its digits are not."""
    return number if _is_full(exact, shown) else Rounded.of(number, as_typed(Fraction(shown)))


def _is_full(exact: Decimal, shown: Decimal) -> bool:
    """Tell whether all digits of a number are shown, or as many as the general format has."""
    is_long = shown != shown.to_integral_value() and len(shown.as_tuple().digits) >= _GENERAL
    return exact == shown or is_long


def _nearest(numbers: Sequence[Decimal], text: str) -> tuple[Decimal, Decimal] | None:
    """Return the number of which a text shows the most digits, and what it shows of it."""
    pairs = [(exact, shown) for shown in _candidates(text) for exact in numbers]
    near = [pair for pair in pairs if _rounds_to(*pair)]
    return min(near, key=lambda pair: not _is_full(*pair), default=None)


def _among_words(exact: Decimal, text: str) -> str:
    """Return a text with a number among its words, and all digits of the number it rounds."""
    place = _AMONG_WORDS.search(text)
    if place is None:
        return text
    value = abs(exact)
    found = _nearest([value, value * 100, *(value / by for by in _SCALES)], place[0])
    if found is None or _is_full(*found):
        return text
    written = f"{text[: place.start()]}{found[0]:f}{text[place.end() :]}"
    return Formatted.of(written, text, text)


def _has_digits_of(number: float, text: str) -> bool:
    """Tell whether a text is a number's digits, perhaps with zeros before or signs between them."""
    return bool(_CODE.fullmatch(text)) and int("".join(_DIGITS.findall(text))) == number


def _mismatched(exact: Decimal, text: str) -> object:
    """Return a number whose text differs: without its thousands, or for an unknown reason."""
    found = _nearest([exact / by for by in _SCALES], text)
    if found is not None and found[1] > 0:
        scaled, shown = found
        by = round(exact / scaled)
        near = None if _is_full(scaled, shown) else as_typed(Fraction(shown))
        return Scaled.of(Fraction(exact) / by, by, near)
    return _unlike(exact, text)


def _unlike(exact: Decimal, text: str) -> Formatted:
    """Return a number with a text that shows another one; it is not read as a number."""
    return Formatted.of(f"“{exact}” {text}", text)


def _candidates(text: str) -> Iterator[Decimal]:
    """Yield the numbers that a text may mean, with a point or a comma before the decimals.

    Three digits behind the only sign, or three zeros behind the last, are read as thousands in one
    of both languages. A format may even write “.000” as a word. So they are never decimals here.
    """
    plain = re.sub(r"\s", "", text)
    yield Decimal(re.sub(r"[.,]", "", plain))
    whole, sign, decimals = plain.rpartition("," if plain.rfind(",") > plain.rfind(".") else ".")
    is_decimal = sign and decimals and sign not in whole
    if is_decimal and not _LIKE_THOUSANDS.fullmatch(plain):
        yield Decimal(f"{re.sub(r'[.,]', '', whole) or 0}.{decimals}")


def _rounds_to(exact: Decimal, shown: Decimal) -> bool:
    """Tell whether a number, rounded to the decimals of the shown one, equals it."""
    exponent = shown.as_tuple().exponent
    return isinstance(exponent, int) and abs(exact - shown) * 2 <= Decimal(1).scaleb(exponent)
