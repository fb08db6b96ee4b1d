"""Read a cell of a workbook as a person sees it: its value under its number format.

A number of which the format shows fewer digits than there are carries the rounded number, because
it is unknown which of the two is meant. A format may show more than the plain number or day: per
cent, a word, a sign, a bracket, a part of a day. Then the text that a person sees is taken, and the
reader of the cell accepts or rejects it.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date, time, timedelta
from decimal import Decimal
from fractions import Fraction
from math import isfinite

from nsc_program.intake._cells.cells import Formatted, NotShown, Padded, Rounded, Scaled
from nsc_program.intake.files._seen_days import day_as_seen
from nsc_program.intake.files._seen_digits import as_rounded, as_typed, in_digits
from nsc_program.intake.files._seen_formats import Format, parsed, sections_of

_PLAIN = frozenset({"", "General", "@"})
_AS_MONEY = frozenset({"₫", "đ", "Đ"})
_OF_PARTS = 4  # for numbers above, below and of zero, and for texts


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
    own = _section_of_texts(sections_of(number_format))
    if own is None or not value.strip():
        return value
    if not own.strip():
        return NotShown()
    pieces = [(quoted + escaped, sign) for quoted, escaped, sign in _TEXT_TOKENS.findall(own)]
    if not any(literal.strip() or sign.strip("@ ") for literal, sign in pieces):
        return value
    return _among_words(value, pieces)


def _among_words(value: str, pieces: Iterable[tuple[str, str]]) -> Formatted:
    """Return a text with the words of its format, which has “@” in the place of the text."""
    seen = "".join(value if sign == "@" else literal + sign for literal, sign in pieces)
    return Formatted.of(seen, seen)


def _section_of_texts(sections: Sequence[str]) -> str | None:
    """Return the section of a number format that applies to texts; `None` without one."""
    if len(sections) >= _OF_PARTS:
        return sections[3]
    return next((section for section in sections if "@" in section), None)


def _number_as_seen(value: float, number_format: str) -> object:
    """Return what a person sees of a number under the section that applies to it."""
    parts = [parsed(section) for section in sections_of(number_format)]
    if any(part.conditional for part in parts):
        return _in_section(value, parts[0], value) if _are_plain(parts) else NotShown()
    if value < 0 and len(parts) > 1:
        return _in_section(abs(value), parts[1], value)
    if value == 0 and len(parts) > 2:  # noqa: PLR2004
        return _in_section(value, parts[2], value)
    return _in_section(value, parts[0], value)


def _are_plain(parts: Sequence[Format]) -> bool:
    """Tell whether all sections show a number in one way, without a text beside it."""
    return len(set(map(_look, parts))) == 1 and not parts[0].before + parts[0].after


def _look(part: Format) -> tuple[object, ...]:
    """Return what makes numbers look alike; the signs of thousands do not."""
    places = part.pattern.replace(",", "").lstrip("#")
    size = part.percent, part.thousands, part.decimals, part.interval
    return part.before, part.after, places, size


def _in_section(value: float, part: Format, own: float) -> object:
    """Return what a section shows of a number; the section of negative ones writes their sign."""
    if not part.shows:
        return NotShown()
    exact, before, after = _signed(value, part, own)
    near = as_rounded(exact, part)
    if _shows_words_alone(near, part):
        return _words_alone(own, part)
    if part.is_fraction and exact.denominator != 1:
        return Formatted.of(f"“{own}”", _fraction(exact, part.pattern))
    if before or after or part.percent:
        return _beside(exact, near, (before, after), part)
    return _alone(exact, near, part, own)


def _alone(exact: Fraction, near: Fraction, part: Format, own: float) -> object:
    """Return a number that stands alone, with the divisor or the digits that are shown of it."""
    typed = None if near == exact else as_typed(near)
    if part.thousands:
        return Scaled.of(exact, 1000**part.thousands, typed)
    if typed is not None:
        return Rounded.of(own, typed)
    digits = _digits(exact, part.pattern)
    return own if digits is None else Padded.of(own, digits)


def _shows_words_alone(near: Fraction, part: Format) -> bool:
    """Tell whether a section shows no digit of a number that it rounds."""
    if near == 0 and not part.is_fraction:
        return "0" not in part.pattern
    return not part.pattern


def _words_alone(own: float, part: Format) -> object:
    """Return the words that a section shows; the number itself for a zero shown as a dash."""
    beside = f"{part.before} {part.after}".strip()
    if not beside:
        return NotShown()
    is_dash = not beside.strip("-–— ")
    return own if own == 0 and is_dash else beside


def _signed(value: float, part: Format, own: float) -> tuple[Fraction, str, str]:
    """Return the number that is shown, with its sign, and the text before and behind it."""
    exact = Fraction(Decimal(str(value))) * 100**part.percent / 1000**part.thousands
    before, after = part.before, part.after
    if own < 0 and _is_minus(before, after):
        return -abs(exact), "", ""
    if own < 0 and before.startswith("-"):
        return -abs(exact), before[1:].strip(), after
    return exact, before, after


def _is_minus(before: str, after: str) -> bool:
    """Tell whether the text beside the digits only says that the number is below zero."""
    return (before, after) in {("", ""), ("-", ""), ("(", ")"), ("-(", ")")}


def _beside(exact: Fraction, near: Fraction, words: tuple[str, str], part: Format) -> Formatted:
    """Return the number with all its digits, with the text beside it.

    Text that could be taken for digits stands in quotation marks. Otherwise “000” behind a number,
    or a minus before it, would make another number of it.
    """
    percent = "%" * part.percent
    is_minus_written = part.raw_before.lstrip().startswith("-")
    digits = _digits(near, part.pattern) or in_digits(abs(near) if is_minus_written else near)
    shown = f"{part.raw_before}{digits}{percent}{part.raw_after}".strip()
    before, after = ("", "đ") if words[0] in _AS_MONEY else words
    after = percent + ("đ" if after in _AS_MONEY else after)
    written, typed = (
        _with_words(_quoted(before), number, _quoted(after))
        for number in (in_digits(exact), as_typed(near))
    )
    return Formatted.of(written, shown, None if near == exact else typed)


def _quoted(text: str) -> str:
    """Return a text beside a number, in quotation marks if it could be taken for digits."""
    return f"“{text}”" if text and not _has_words(text) else text


def _with_words(before: str, number: str, after: str) -> str:
    """Return a number with the words around it."""
    space = "" if after.startswith("%") else " "
    return " ".join(f"{before} {number}{space}{after}".split()).replace("- ", "-")


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
    sign = "-" if exact < 0 else ""
    text = f"{sign}{whole or ''} {rest}/{near.denominator}"
    return text.replace("- ", "-").strip()


def _digits(exact: Fraction, pattern: str) -> str | None:
    """Write the digits of a whole number with the zeros before them or the signs between them.

    The result is `None` if the format has neither, or the number is not whole or below zero.
    """
    places = pattern.replace(",", "").partition(".")[0]
    if exact < 0 or exact.denominator != 1 or "/" in places:
        return None
    zeros, number = places.count("0"), str(exact.numerator)
    has_signs = any(place not in "0#?" for place in places)
    if not has_signs and zeros <= len(number):
        return None
    return _placed([*number.zfill(zeros)], places)


def _placed(digits: list[str], places: str) -> str:
    """Put digits in their places, from the last one on; further digits stand before them."""
    shown: list[str] = []
    for place in reversed(places):
        if place in "0#?":
            shown.append(digits.pop() if digits else "")
        elif digits:
            shown.append(place)
    return "".join((*digits, *reversed(shown)))
