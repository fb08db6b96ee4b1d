"""Split a number format into its sections, and parse a section into its places and words."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import final

from attrs import define, field, frozen

_TOKENS = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|\[(?P<bracket>[^\]]*)\]|\*(?P<filler>.)'
    r"|(?P<unseen>_.)|(?P<exponent>E[+-])|(?P<general>General)|(?P<digit>[0#?])|(?P<sign>.)",
    re.DOTALL,
)
_SECTIONS = re.compile(r'((?:"[^"]*"|\\.|\[[^\]]*\]|[^;"\\])*+)(?:;|$)', re.DOTALL)
_CURRENCY = re.compile(r"\$([^-]*)(?:-.*)?")
_CONDITION = re.compile(r"[<>=]")
_BRACKETS = re.compile(r"\[(?!\$[^-])[^\]]*\]")
_DIGITS = "0#?"
"""The signs of places of digits."""
_MOST_FORMATS = 2**16
"""The largest number of styles of a workbook."""


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
        shows: whether the section shows anything, without digits of its own among the number's.
        conditional: whether the section applies under a condition of its own.
        raw_before: the text before the digits, with its spaces.
        raw_after: the text behind the digits, with its spaces.
        is_fraction: whether the number is written as a fraction.
        decimals: the number of places behind the point; `None` for the general format, which shows
            as many digits as there is room for.
        interval: the places before the point of a number with an exponent, which is a multiple of
            them; 0 without an exponent.
    """

    before: str = ""
    pattern: str = ""
    after: str = ""
    percent: int = 0
    thousands: int = 0
    shows: bool = False
    conditional: bool = False
    raw_before: str = ""
    raw_after: str = ""
    is_fraction: bool = False
    decimals: int | None = 0
    interval: int = 0


@lru_cache(maxsize=_MOST_FORMATS)
def sections_of(number_format: str) -> tuple[str, ...]:
    """Split a number format into its sections; there is at least one.

    Args:
        number_format: the code of the format.
    """
    sections = _SECTIONS.findall(number_format)
    if len(sections) > 1 and not number_format.endswith(";"):
        sections = sections[:-1]  # the empty match at the end
    return tuple(sections) or ("",)


@lru_cache(maxsize=_MOST_FORMATS)
def parsed(section: str) -> Format:
    """Parse one section of a number format; brackets alone leave it the general one.

    Args:
        section: the code of the section.
    """
    reading = _Reading()
    is_general = section and not _BRACKETS.sub("", section)
    for literal, place in _pieces(f"{section}General" if is_general else section):
        reading.take(literal, place)
    return reading.finished(is_blank=not section.strip())


@define
class _Reading:
    """A section while it is parsed.

    Attributes:
        before: the text before the digits.
        pattern: the places of digits, and the text between them.
        after: the text behind the last place so far.
        percent: how many times the number is multiplied by a hundred.
        conditional: whether the section applies under a condition.
        has_digits: whether the text between the places has digits of its own.
        decimals: the number of places behind the point; `None` before the point.
        is_general: whether the digits are those of the general format.
        interval: the number of places before the point, once the exponent is met; 0 before it.
    """

    before: list[str] = field(factory=list)
    pattern: list[str] = field(factory=list)
    after: list[str] = field(factory=list)
    percent: int = 0
    conditional: bool = False
    has_digits: bool = False
    decimals: int | None = None
    is_general: bool = False
    interval: int = 0

    def take(self, literal: str, place: str) -> None:
        """Take the next piece."""
        match place:
            case "":
                (self.after if self.pattern else self.before).append(literal)
            case "?condition":
                self.conditional = True
            case "%":
                self.percent += 1
            case "exponent":
                whole = "".join(self.pattern).partition(".")[0]
                self.interval = max(1, sum(map(whole.count, _DIGITS)))
            case "general":
                self.is_general = True
                self._take_place("0")
            case _ if not self.interval:
                self._take_place(place)

    def _take_place(self, place: str) -> None:
        """Take the place of a digit, or a sign between such places."""
        if self.pattern:
            self.has_digits = self.has_digits or any(map(str.isdigit, "".join(self.after)))
            self.pattern += self.after
        self.pattern.append(place)
        self.after = []
        self._count_decimal(place)

    def _count_decimal(self, place: str) -> None:
        """Count a place behind the point; a point among the words of the format is not one."""
        if self.decimals is not None:
            self.decimals += place in _DIGITS
        elif place == ".":
            self.decimals = 0

    def finished(self, *, is_blank: bool) -> Format:
        """Return the format; commas behind the last digit divide the number by a thousand."""
        before, pattern, after = map("".join, (self.before, self.pattern, self.after))
        whole, point, rest = pattern.partition(".")
        places = whole.rstrip(",") + point + rest.rstrip(",")
        return Format(
            before=before.strip(),
            pattern=places,
            after=after.strip(),
            percent=self.percent,
            thousands=len(pattern) - len(places),
            shows=not (is_blank or self.has_digits),
            conditional=self.conditional,
            raw_before=before,
            raw_after=after,
            is_fraction="/" in pattern,
            decimals=None if self.is_general else self.decimals or 0,
            interval=self.interval,
        )


def _pieces(section: str) -> Iterator[tuple[str, str]]:
    """Yield the pieces of a section in order: a literal, or a place of a digit."""
    for token in _TOKENS.finditer(section):
        kind = str(token.lastgroup)
        text = token[kind]
        match kind:
            case "quoted" | "escaped" | "filler":
                yield text, ""
            case "bracket":
                yield _of_bracket(text)
            case "general" | "exponent":
                yield "", kind
            case "digit":
                yield "", text
            case "sign":
                yield ("", text) if text in ".,%" else (text, "")


def _of_bracket(text: str) -> tuple[str, str]:
    """Return the piece in square brackets: a currency, a condition, or nothing that is seen."""
    currency = _CURRENCY.fullmatch(text)
    if currency:
        return currency[1], ""
    return "", "?condition" if _CONDITION.match(text) else ""
