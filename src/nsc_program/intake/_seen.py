"""Read a cell of a workbook as a person sees it: its value under its number format.

Nothing is rounded: a format that shows fewer digits than there are leaves the number as it is. A
format may show more than the plain number or day: per cent, a word, a sign, a bracket, a part of a
day. Then the text that a person sees is taken, and the reader of the cell accepts or rejects it.
"""

import re
from collections.abc import Iterator
from datetime import date, time, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from math import isfinite
from typing import final

from attrs import frozen

from nsc_program.intake._cells import Formatted, NotShown, Padded, Scaled
from nsc_program.intake._seen_days import day_as_seen

_TOKENS = re.compile(
    r'"([^"]*)"|\\(.)|\[([^\]]*)\]|_(.)|\*(.)|(E[+-])|(General)|([0#?])|(.)', re.DOTALL
)
_SECTIONS = re.compile(r'((?:"[^"]*"|\\.|\[[^\]]*\]|[^;"\\])*+)(?:;|$)', re.DOTALL)
_CURRENCY = re.compile(r"\$([^-]*)(?:-.*)?")
_CONDITION = re.compile(r"[<>=]")
_PLAIN = frozenset({"", "General", "@"})
_AS_MONEY = frozenset({"₫", "đ", "Đ"})
_MOST_FORMATS = 2**16
"""The largest number of styles of a workbook."""
_OF_PARTS = 4  # for numbers above, below and of zero, and for texts


@final
@frozen
class Format:
    """One section of a number format.

    Attributes:
        before: the text before the digits, without spaces around it.
        pattern: the places of digits, and the signs between them.
        after: the text behind the digits, without spaces around it.
        percent: how many times the number is multiplied by a hundred.
        thousands: how many times the number is divided by a thousand.
        exponent: whether the number is written with a power of ten.
        shows: whether the section shows anything, without digits of its own among the number's.
        conditional: whether the section applies under a condition of its own.
        raw_before: the text before the digits, with its spaces.
        raw_after: the text behind the digits, with its spaces.
        is_fraction: whether the number is written as a fraction.
    """

    before: str = ""
    pattern: str = ""
    after: str = ""
    percent: int = 0
    thousands: int = 0
    exponent: bool = False
    shows: bool = False
    conditional: bool = False
    raw_before: str = ""
    raw_after: str = ""
    is_fraction: bool = False


@lru_cache(maxsize=_MOST_FORMATS)
def _sections(number_format: str) -> tuple[str, ...]:
    """Split a number format into its sections; there is at least one."""
    sections = _SECTIONS.findall(number_format)
    if len(sections) > 1 and not number_format.endswith(";"):
        sections = sections[:-1]  # the empty match at the end
    return tuple(sections) or ("",)


@lru_cache(maxsize=_MOST_FORMATS)
def _parsed(section: str) -> Format:
    """Parse one section of a number format."""
    before, pattern, after = "", "", ""
    percent = 0
    exponent = conditional = has_digits = False
    for literal, digit in _pieces(section):
        if digit == "E":
            exponent = True
        elif digit == "?condition":
            conditional = True
        elif digit == "%":
            percent += 1
        elif digit:
            has_digits = has_digits or (bool(pattern) and any(map(str.isdigit, after)))
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
        bool(section.strip()) and not has_digits,
        conditional,
        before,
        after,
        is_fraction="/" in pattern,
    )


def _pieces(section: str) -> Iterator[tuple[str, str]]:
    """Yield the pieces of a section in order: a literal, or a place of a digit."""
    for quoted, escaped, bracket, space, filler, exponent, general, digit, sign in _TOKENS.findall(
        section
    ):
        if filler:
            yield filler, ""
        elif bracket:
            currency = _CURRENCY.fullmatch(bracket)
            yield (
                (currency[1], "")
                if currency
                else ("", "?condition" if _CONDITION.match(bracket) else "")
            )
        elif exponent:
            yield "", "E"
        elif general or digit:
            yield "", digit or "0"
        elif sign in (".", ",", "%"):
            yield "", sign
        elif not space:
            yield quoted or escaped or sign, ""


def as_seen(value: object, number_format: str | None) -> object:
    """Return what a person sees of a value, or the value itself where the format changes nothing.

    Args:
        value: the value of the cell.
        number_format: the code of its number format; `None` for the general one.

    >>> as_seen(6.5, '0.0"%"'), as_seen(0.065, "0.0%"), as_seen(150, '0" triệu"')
    ('6.5%', '6.5%', '150 triệu')
    >>> as_seen(150000000, "#,##0,")
    Scaled(150000, 1)
    """
    text = number_format or "General"
    if isinstance(value, (date, time, timedelta)):
        return day_as_seen(value, text)
    if text in _PLAIN or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return _text_as_seen(value, text)
    if isinstance(value, (int, float)):
        return _number_as_seen(value, text) if isfinite(value) else value
    return value


_TEXT_TOKENS = re.compile(r'"([^"]*)"|\\(.)|\[[^\]]*\]|_.|\*.|(.)', re.DOTALL)


def _text_as_seen(value: str, number_format: str) -> object:
    """Return a text with the words that its format writes around it."""
    parts = _sections(number_format)
    if len(parts) >= _OF_PARTS:
        own: str | None = parts[3]
    else:
        own = next((part for part in parts if "@" in part), None)
    if own is None or not value.strip():
        return value
    if not own.strip():
        return NotShown()
    pieces = [(quoted or escaped, sign) for quoted, escaped, sign in _TEXT_TOKENS.findall(own)]
    if not any(literal.strip() or sign.strip("@ ") for literal, sign in pieces):
        return value
    seen = "".join(value if sign == "@" else literal + sign for literal, sign in pieces)
    return Formatted.of(seen, seen)


def _number_as_seen(value: float, number_format: str) -> object:
    """Return what a person sees of a number under the section that applies to it."""
    parts = [_parsed(section) for section in _sections(number_format)]
    if any(part.conditional for part in parts):
        looks = {(part.before, part.after, part.percent, part.thousands) for part in parts}
        is_plain = len(looks) == 1 and not parts[0].before + parts[0].after
        return value if is_plain else NotShown()
    if value < 0 and len(parts) > 1:
        return _in_section(abs(value), parts[1], value)
    if value == 0 and len(parts) > 2:  # noqa: PLR2004
        return _in_section(value, parts[2], value)
    return _in_section(value, parts[0], value)


def _in_section(value: float, part: Format, own: float) -> object:
    """Return what a section shows of a number; the section of negative ones writes their sign."""
    if not part.shows:
        return NotShown()
    if not part.pattern or (own == 0 and not part.is_fraction and "0" not in part.pattern):
        beside = f"{part.before} {part.after}".strip()
        is_dash = not beside.strip("-–— ")
        return own if own == 0 and is_dash else beside or own
    exact = Fraction(Decimal(str(value))) * 100**part.percent / 1000**part.thousands
    before, after = part.before, part.after
    if own < 0 and _is_minus(before, after):
        before, after, exact = "", "", -abs(exact)
    elif own < 0 and before.startswith("-"):
        before, exact = before[1:].strip(), -abs(exact)
    if part.is_fraction and exact.denominator != 1:
        return Formatted.of(f"“{own}”", _fraction(exact, part.pattern))
    digits = _digits(abs(exact), part.pattern) if exact >= 0 else None
    if before or after or part.percent:
        return _beside(exact, digits, before, after, part)
    if part.thousands:
        return Scaled.of(exact, 1000**part.thousands)
    return own if digits is None else Padded.of(own, digits)


def _is_minus(before: str, after: str) -> bool:
    """Tell whether the text beside the digits only says that the number is below zero."""
    return (before, after) in {("", ""), ("-", ""), ("(", ")"), ("-(", ")")}


def _beside(
    exact: Fraction, digits: str | None, before: str, after: str, part: Format
) -> Formatted:
    """Return the whole number, with the text beside it.

    Text that could be taken for digits stands in quotation marks. Otherwise “000” behind a number,
    or a minus before it, would make another number of it.
    """
    number = _written(exact)
    percent = "%" * part.percent
    digits = digits or _written(abs(exact) if part.raw_before.lstrip().startswith("-") else exact)
    shown = f"{part.raw_before}{digits}{percent}{part.raw_after}".strip()
    if before in _AS_MONEY:
        before, after = "", "đ"
    after = percent + ("đ" if after in _AS_MONEY else after)
    before, after = (
        f"“{text}”" if text and not _has_words(text) else text for text in (before, after)
    )
    joined = f"{before} {number}{'' if after.startswith('%') else ' '}{after}"
    return Formatted.of(" ".join(joined.split()).replace("- ", "-"), shown)


def _has_words(text: str) -> bool:
    """Tell whether a text is words or the sign of a unit, without a digit among them."""
    return not any(map(str.isdigit, text)) and any(
        sign.isalpha() or sign in "%$€£¥₫" for sign in text
    )


def _fraction(exact: Fraction, pattern: str) -> str:
    """Write a number with a fraction, in as many places as its format has."""
    places = min(3, sum(map(pattern.partition("/")[2].count, "#?0")))
    near = abs(exact).limit_denominator(10**places - 1)
    whole, rest = divmod(near.numerator, near.denominator)
    return f"{'-' if exact < 0 else ''}{whole or ''} {rest}/{near.denominator}".replace(
        "- ", "-"
    ).strip()


def _written(exact: Fraction) -> str:
    """Write a decimal number, never with three decimals, which could be thousands."""
    text = format(Decimal(exact.numerator) / Decimal(exact.denominator), "f")
    whole, point, rest = text.partition(".")
    rest = rest.rstrip("0")
    if not (point and rest):
        return whole
    is_like_thousands = len(rest) == 3  # noqa: PLR2004
    return f"{whole}.{rest}0" if is_like_thousands else f"{whole}.{rest}"


def _digits(exact: Fraction, pattern: str) -> str | None:
    """Write the digits of a whole number with the zeros before them or the signs between them.

    The result is `None` if the format has neither, or the number is not whole.
    """
    places = pattern.replace(",", "").partition(".")[0]
    zeros = places.count("0")
    if exact.denominator != 1 or "/" in places:
        return None
    has_signs = any(place not in "0#?" for place in places)
    if not has_signs and zeros <= len(str(exact.numerator)):
        return None
    digits = [*str(exact.numerator).zfill(zeros)]
    shown: list[str] = []
    for place in reversed(places):
        if place in "0#?":
            shown.append(digits.pop() if digits else "")
        elif digits:
            shown.append(place)
    return "".join((*digits, *reversed(shown)))
