"""A cell of an .ods workbook as a person sees it: its value, where the text shown of it says the same.

Where the text shows another number (per cent, thousands left out), words beside it, or a part of a day, the text is
taken: it goes through the same grammar of units and days as what somebody typed.
"""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Final
from xml.etree.ElementTree import Element

from nsc_program.intake._cells import Formatted, Formula, NotShown, Padded, Scaled
from nsc_program.intake._runs import raised
from nsc_program.intake._seen_days import is_plain_day

NAMESPACE: Final = "{urn:oasis:names:tc:opendocument:xmlns:"
TEXT: Final = f"{NAMESPACE}text:1.0}}"
_OFFICE: Final = f"{NAMESPACE}office:1.0}}"
_FORMULA: Final = f"{NAMESPACE}table:1.0}}formula"
_ERROR: Final = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}value-type"
_MOST_SPACES = 1000
_NUMBER = re.compile(r"-?[0-9][0-9.,\s]*")
_SCIENTIFIC = re.compile(r"-?[0-9]+(?:[.,][0-9]+)?E[+-]?[0-9]+", re.IGNORECASE)
_CODE = re.compile(r"[0-9]+(?:[- ][0-9]+)*")
_DIGITS = re.compile(r"[0-9]+")
_FULL_YEAR = 4
_SCALES = (1000, 10**6, 10**9)


def value_of(cell: Element, raising: AbstractSet[str] = frozenset()) -> object:
    """Return what a person sees of a cell, `None` if it is empty; `raising` are the styles of raised texts."""
    lines = ["".join(_pieces(each, raising)) for each in cell if each.tag == f"{TEXT}p"]
    shown = "\n".join(lines)
    kind = cell.get(f"{_OFFICE}value-type")
    if kind is None:
        return Formula(cell.get(_FORMULA)) if cell.get(_FORMULA) else shown or None
    if kind == "string" or cell.get(_ERROR) == "error":
        return shown if lines else cell.get(f"{_OFFICE}string-value", "")
    value = cell.get(f"{_OFFICE}{kind}-value", cell.get(f"{_OFFICE}value"))
    if value is None:
        return shown or None
    if lines and not shown.strip():
        return NotShown()
    if kind == "boolean":
        return value == "true"
    if kind == "date":
        return _day(value, shown)
    return shown or value if kind == "time" else _number(value, shown)


def _pieces(element: Element, raising: AbstractSet[str]) -> Iterator[str]:
    """Give the text of a paragraph, its runs of spaces and its line breaks."""
    yield element.text or ""
    for each in element:
        if each.tag == f"{TEXT}s":
            yield " " * min(int(each.get(f"{TEXT}c", "1")), _MOST_SPACES)
        elif each.tag in (f"{TEXT}line-break", f"{TEXT}tab"):
            yield "\n" if each.tag.endswith("break") else "\t"
        elif each.get(f"{TEXT}style-name") in raising:
            yield raised("".join(_pieces(each, raising)))
        else:
            yield from _pieces(each, raising)
        yield each.tail or ""


def _day(value: str, shown: str) -> object:
    """Return a day if all of it is shown, else what is."""
    moment = datetime.fromisoformat(value)
    numbers = [int(each) for each in _DIGITS.findall(shown) if len(each) <= _FULL_YEAR]
    has_year = moment.year in numbers or moment.year % 100 in numbers
    has_day = moment.day in numbers and len(numbers) + sum(map(str.isalpha, shown)) > 2  # noqa: PLR2004
    if shown and not (has_year and has_day and is_plain_day(shown)):
        return shown
    return date(moment.year, moment.month, moment.day) if "T" not in value else moment


def _number(value: str, shown: str) -> object:
    """Return a number if it is what is shown, else the text that is."""
    exact = Decimal(value)
    number = int(exact) if exact == exact.to_integral_value() else float(exact)
    text = shown.strip()
    if not text or _SCIENTIFIC.fullmatch(text):
        return number
    if _CODE.fullmatch(text) and int("".join(_DIGITS.findall(text))) == number:
        return number if text == str(number) else Padded.of(number, text)
    if not _NUMBER.fullmatch(text):
        return text
    return (
        number if any(_rounds_to(exact, each) for each in _read(text)) else _of_another(exact, text)
    )


def _of_another(exact: Decimal, text: str) -> object:
    """Return a number of which another one is shown: without its thousands, or nobody knows why."""
    for shown in _read(text):
        for by in _SCALES:
            if shown > 0 and _rounds_to(exact / by, shown):
                return Scaled.of(Fraction(exact) / by, by)
    return Formatted.of(f"“{exact}” {text}", text)


def _read(text: str) -> Iterator[Decimal]:
    """Give the numbers that a text may be, in a language that writes a point or a comma before decimals."""
    plain = re.sub(r"\s", "", text)
    yield Decimal(re.sub(r"[.,]", "", plain))
    whole, sign, decimals = plain.rpartition("," if plain.rfind(",") > plain.rfind(".") else ".")
    if sign and decimals:
        yield Decimal(f"{re.sub(r'[.,]', '', whole) or 0}.{decimals}")


def _rounds_to(exact: Decimal, shown: Decimal) -> bool:
    """Tell whether a number is shown, with as many decimals as the text has."""
    exponent = shown.as_tuple().exponent
    return isinstance(exponent, int) and abs(exact - shown) * 2 <= Decimal(1).scaleb(exponent)
