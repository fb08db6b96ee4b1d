"""A cell of a workbook as a person sees it: its value under its number format.

Nothing is rounded: a format that shows fewer digits than there are leaves the number what it is. A format that shows
another number (per cent, thousands left out), a text beside it or a part of a day changes what is taken.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from math import isfinite
from typing import final

from attrs import frozen

from nsc_program.intake._cells import NotShown, Padded

_TOKENS = re.compile(r'"([^"]*)"|\\(.)|\[([^\]]*)\]|[_*](.)|(E[+-])|(General)|([0#?])|(.)', re.DOTALL)
_SECTIONS = re.compile(r'((?:"[^"]*"|\\.|\[[^\]]*\]|[^;"\\])*+)(?:;|$)', re.DOTALL)
_CURRENCY = re.compile(r"\$([^-]*)(?:-.*)?")
_CONDITION = re.compile(r"[<>=]")
_PLAIN = frozenset({"", "General", "@"})
_AS_MONEY = frozenset({"₫", "đ", "Đ"})
_MOST_FORMATS = 2**16
"""As many as a workbook can have styles."""
_OF_PARTS = 4  # for numbers above, below and of zero, and for texts


@final
@frozen
class Format:
    """One section of a number format.

    Attributes:
        before: the text before the digits; `after` the one behind them.
        pattern: the places of digits, and what stands between them.
        percent: how often the number is multiplied by a hundred; `thousands` divided by a thousand.
        shows: whether it shows anything at all.
    """

    before: str = ""
    pattern: str = ""
    after: str = ""
    percent: int = 0
    thousands: int = 0
    exponent: bool = False
    shows: bool = False
    conditional: bool = False


@lru_cache(maxsize=_MOST_FORMATS)
def _sections(number_format: str) -> tuple[str, ...]:
    found = _SECTIONS.findall(number_format)
    return tuple(found[:-1] if len(found) > 1 and not number_format.endswith(";") else found) or ("",)


@lru_cache(maxsize=_MOST_FORMATS)
def _parsed(section: str) -> Format:
    before, pattern, after = "", "", ""
    percent = 0
    exponent = conditional = False
    for literal, digit in _pieces(section):
        if digit == "E":
            exponent = True
        elif digit == "?condition":
            conditional = True
        elif digit == "%":
            percent += 1
        elif digit:
            pattern += (after if pattern else "") + digit
            after = ""
        elif pattern:
            after += literal
        else:
            before += literal
    whole, point, rest = pattern.partition(".")
    thousands = len(whole + rest) - len(whole.rstrip(",") + rest.rstrip(","))
    return Format(
        before.strip(),
        whole.rstrip(",") + point + rest.rstrip(","),
        after.strip(),
        percent,
        thousands,
        exponent,
        bool(section.strip()),
        conditional,
    )


def _pieces(section: str) -> Iterator[tuple[str, str]]:
    """The literals of a section and its places of digits, one by one."""
    for quoted, escaped, bracket, space, exponent, general, digit, other in _TOKENS.findall(section):
        if bracket:
            currency = _CURRENCY.fullmatch(bracket)
            yield (currency[1], "") if currency else ("", "?condition" if _CONDITION.match(bracket) else "")
        elif exponent:
            yield "", "E"
        elif general or digit:
            yield "", digit or "#"
        elif other in (".", ",", "%"):
            yield "", other
        elif not space:
            yield quoted or escaped or other, ""


def as_seen(value: object, number_format: str | None) -> object:
    """Give what a person sees of a value, or the value where the format changes nothing.

    >>> as_seen(6.5, '0.0"%"'), as_seen(0.065, "0.0%"), as_seen(150, '0" triệu"'), as_seen(150000000, "#,##0,")
    ('6.5%', Fraction(13, 2), '150 triệu', Fraction(150000, 1))
    """
    text = number_format or "General"
    if isinstance(value, (date, time, timedelta)):
        return _day_as_seen(value, text)
    if text in _PLAIN or isinstance(value, bool):
        return value
    if isinstance(value, str):
        parts = _sections(text)
        return NotShown() if len(parts) >= _OF_PARTS and not parts[3].strip() and value.strip() else value
    if isinstance(value, (int, float)):
        return _number_as_seen(value, text) if isfinite(value) else value
    return value


def _day_as_seen(value: date | time | timedelta, number_format: str) -> object:
    """A day whose format shows no day is a month or a year, whatever day a spreadsheet put there."""
    letters = _letters_of_days(number_format)
    if not isinstance(value, date) or "d" in letters or not letters or number_format in _PLAIN:
        return value
    if letters & {"h", "s"}:
        return f"{value:%H:%M}" if isinstance(value, datetime) and "y" not in letters else value
    return f"{value:%m/%Y}" if "m" in letters else f"{value:%Y}"


@lru_cache(maxsize=_MOST_FORMATS)
def _letters_of_days(number_format: str) -> frozenset[str]:
    return frozenset(each for literal, each in _TOKENS_OF_DAYS.findall(number_format.lower()) if not literal)


_TOKENS_OF_DAYS = re.compile(r'("[^"]*"|\\.|\[[^\]]*\]|[_*].)|([dmyhs])', re.DOTALL)


def _number_as_seen(value: float, number_format: str) -> object:
    parts = [_parsed(each) for each in _sections(number_format)]
    if any(each.conditional for each in parts):
        plain = len({(each.before, each.after, each.percent, each.thousands) for each in parts}) == 1
        return value if plain and not parts[0].before + parts[0].after else NotShown()
    at = 1 if value < 0 and len(parts) > 1 else 2 if value == 0 and len(parts) > 2 else 0  # noqa: PLR2004
    return _in_section(abs(value) if at == 1 else value, parts[at], value)


def _in_section(value: float, found: Format, own: float) -> object:
    """What one section shows of a number; that of negative ones writes their sign itself."""
    if not found.shows:
        return NotShown()
    if not found.pattern:
        return own if own == 0 or not (found.before + found.after) else f"{found.before} {found.after}".strip()
    exact = Fraction(Decimal(str(value))) * 100**found.percent / 1000**found.thousands
    beside = f"{found.before} {found.after}".strip()
    if any(each.isalpha() or each in "%$€£¥₫" for each in beside):
        return _with_text(exact, found)
    shown = _digits(abs(exact), found.pattern)
    if shown is not None and own >= 0:
        return Padded.of(own, shown)
    return (exact if own >= 0 else -abs(exact)) if found.percent or found.thousands else own


def _with_text(exact: Fraction, found: Format) -> str:
    """The number, whole, with the text that stands beside it."""
    after = "đ" if found.after in _AS_MONEY else found.after
    before = found.before
    if before in _AS_MONEY:
        before, after = "", "đ"
    joined = f"{before} {_written(exact)}{'' if after.startswith('%') else ' '}{after}"
    return " ".join(joined.split()).replace("- ", "-")


def _written(exact: Fraction) -> str:
    """A decimal number with a point; never three digits behind it, which could be thousands."""
    text = format(Decimal(exact.numerator) / Decimal(exact.denominator), "f")
    whole, point, rest = text.partition(".")
    rest = rest.rstrip("0")
    return f"{whole}.{rest}{'0' if len(rest) == 3 else ''}" if point and rest else whole  # noqa: PLR2004


def _digits(exact: Fraction, pattern: str) -> str | None:
    """The digits of a whole number as a format writes them, with zeros before them or signs between them."""
    places = pattern.replace(",", "").partition(".")[0]
    zeros = places.count("0")
    between = any(each not in "0#?" for each in places)
    if exact.denominator != 1 or not (between or zeros > len(str(exact.numerator))):
        return None
    digits = [*str(exact.numerator).zfill(zeros)]
    shown: list[str] = []
    for each in reversed(places):
        if each in "0#?":
            shown.append(digits.pop() if digits else "")
        elif digits:
            shown.append(each)
    return "".join((*digits, *reversed(shown)))
