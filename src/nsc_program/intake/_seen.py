"""A cell of a workbook as a person sees it: its value under its number format.

Nothing is rounded: a format that shows fewer digits than there are leaves the number what it is. Of a format that shows
anything else than the plain number or day (per cent, a word, a sign, a bracket, a part of a day) the text is taken that
a person sees, and whoever reads the cell accepts or refuses it.
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
        shows: whether it shows anything at all, and no digits of its own among those of the number.
        raw_before: the text before the digits, with its spaces; `raw_after` the one behind them.
        is_fraction: whether it writes a fraction.
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
    found = _SECTIONS.findall(number_format)
    return tuple(found[:-1] if len(found) > 1 and not number_format.endswith(";") else found) or (
        "",
    )


@lru_cache(maxsize=_MOST_FORMATS)
def _parsed(section: str) -> Format:
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
    """The literals of a section and its places of digits, one by one."""
    for quoted, escaped, bracket, space, filler, exponent, general, digit, other in _TOKENS.findall(
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
        elif other in (".", ",", "%"):
            yield "", other
        elif not space:
            yield quoted or escaped or other, ""


def as_seen(value: object, number_format: str | None) -> object:
    """Give what a person sees of a value, or the value where the format changes nothing.

    >>> as_seen(6.5, '0.0"%"'), as_seen(0.065, "0.0%"), as_seen(150, '0" triệu"'), as_seen(150000000, "#,##0,")
    ('6.5%', '6.5%', '150 triệu', Scaled(150000, 1))
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
    """A text with what its format writes around it."""
    parts = _sections(number_format)
    own = (
        parts[3] if len(parts) >= _OF_PARTS else next((each for each in parts if "@" in each), None)
    )
    if own is None or not value.strip():
        return value
    if not own.strip():
        return NotShown()
    pieces = [(quoted or escaped, other) for quoted, escaped, other in _TEXT_TOKENS.findall(own)]
    if not any(literal.strip() or other.strip("@ ") for literal, other in pieces):
        return value
    seen = "".join(value if other == "@" else literal + other for literal, other in pieces)
    return Formatted.of(seen, seen)


def _number_as_seen(value: float, number_format: str) -> object:
    parts = [_parsed(each) for each in _sections(number_format)]
    if any(each.conditional for each in parts):
        plain = (
            len({(each.before, each.after, each.percent, each.thousands) for each in parts}) == 1
        )
        return value if plain and not parts[0].before + parts[0].after else NotShown()
    at = 1 if value < 0 and len(parts) > 1 else 2 if value == 0 and len(parts) > 2 else 0  # noqa: PLR2004
    return _in_section(abs(value) if at == 1 else value, parts[at], value)


def _in_section(value: float, found: Format, own: float) -> object:
    """What one section shows of a number; that of negative ones writes their sign itself."""
    if not found.shows:
        return NotShown()
    if not found.pattern or (own == 0 and not found.is_fraction and "0" not in found.pattern):
        beside = f"{found.before} {found.after}".strip()
        return own if own == 0 and not beside.strip("-–— ") else beside or own
    exact = Fraction(Decimal(str(value))) * 100**found.percent / 1000**found.thousands
    before, after = found.before, found.after
    if own < 0 and _is_minus(before, after):
        before, after, exact = "", "", -abs(exact)
    elif own < 0 and before.startswith("-"):
        before, exact = before[1:].strip(), -abs(exact)
    if found.is_fraction and exact.denominator != 1:
        return Formatted.of(f"“{own}”", _fraction(exact, found.pattern))
    digits = _digits(abs(exact), found.pattern) if exact >= 0 else None
    if before or after or found.percent:
        return _beside(exact, digits, before, after, found)
    if found.thousands:
        return Scaled.of(exact, 1000**found.thousands)
    return own if digits is None else Padded.of(own, digits)


def _is_minus(before: str, after: str) -> bool:
    """Whether what stands beside the digits only says that the number is below zero."""
    return (before, after) in {("", ""), ("-", ""), ("(", ")"), ("-(", ")")}


def _beside(
    exact: Fraction, digits: str | None, before: str, after: str, found: Format
) -> Formatted:
    """The number, whole, with the text that stands beside it; what could be taken for digits stands in quotation marks.

    That keeps “000” behind a number, or a minus before one, from making another number of it.
    """
    number = _written(exact)
    percent = "%" * found.percent
    digits = digits or _written(abs(exact) if found.raw_before.lstrip().startswith("-") else exact)
    shown = f"{found.raw_before}{digits}{percent}{found.raw_after}".strip()
    if before in _AS_MONEY:
        before, after = "", "đ"
    after = percent + ("đ" if after in _AS_MONEY else after)
    before, after = (
        f"“{each}”" if each and not _has_words(each) else each for each in (before, after)
    )
    joined = f"{before} {number}{'' if after.startswith('%') else ' '}{after}"
    return Formatted.of(" ".join(joined.split()).replace("- ", "-"), shown)


def _has_words(text: str) -> bool:
    """Whether a text is words or the sign of a unit, with no digit among them."""
    return not any(map(str.isdigit, text)) and any(
        each.isalpha() or each in "%$€£¥₫" for each in text
    )


def _fraction(exact: Fraction, pattern: str) -> str:
    """A number with a fraction, as a format of so many places writes it."""
    places = min(3, sum(map(pattern.partition("/")[2].count, "#?0")))
    near = abs(exact).limit_denominator(10**places - 1)
    whole, rest = divmod(near.numerator, near.denominator)
    return f"{'-' if exact < 0 else ''}{whole or ''} {rest}/{near.denominator}".replace(
        "- ", "-"
    ).strip()


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
    if (
        exact.denominator != 1
        or "/" in places
        or not (between or zeros > len(str(exact.numerator)))
    ):
        return None
    digits = [*str(exact.numerator).zfill(zeros)]
    shown: list[str] = []
    for each in reversed(places):
        if each in "0#?":
            shown.append(digits.pop() if digits else "")
        elif digits:
            shown.append(each)
    return "".join((*digits, *reversed(shown)))
