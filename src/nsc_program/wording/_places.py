"""The numbers of a clause that are names: years, days, documents, standards, list numbering."""

import re
from datetime import date
from typing import TypeAlias

from attrs import evolve, frozen

from nsc_program.values._periods import Period
from nsc_program.values._text import Lang
from nsc_program.wording._baselines import baseline_at
from nsc_program.wording._days import (
    COUNTABLE,
    Items,
    Made,
    make,
    make_year,
    named_year,
    period_at,
    tag_at,
    year_at,
)
from nsc_program.wording._deadlines import QUARTERS, part_at, through_at
from nsc_program.wording._frequency import OF_THE_YEAR, often_at
from nsc_program.wording._months import BEGIN_MONTHS, months_at
from nsc_program.wording._reasons import Reason
from nsc_program.wording._tags import Item, Tag
from nsc_program.wording._text import Kind, Token, touches

BOUNDS = (Tag.AT_LEAST, Tag.MORE, Tag.ABOUT, Tag.AT_MOST, Tag.LESS)
_IN_TIME = (Tag.NAMED_YEAR, Tag.PERIOD, Tag.THROUGH, Tag.SINCE)
_LISTING = (Tag.COMMA, Tag.AND, Tag.SLASH)
_BEFORE_YEAR = (Tag.FILL, Tag.INTO, Tag.SOFT_LABEL)
_HEAD_OF_ITEM = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2})*")
_LONG = 9
_ALWAYS = frozenset(("24/7", "24/24"))
_Tokens: TypeAlias = list[Token]


@frozen
class _Spot:
    """An item that may be a number, with the items before and after it.

    Attributes:
        items: The items of the clause.
        at: The index of this item.
        done: The items before it, already joined and marked.
        tokens: The tokens of the clause.
        lang: The language of the clause.
    """

    items: Items
    at: int
    done: list[Item]
    tokens: _Tokens
    lang: Lang

    @property
    def text(self) -> str:
        """The text of the item."""
        return self.items[self.at].text

    def before(self, back: int, *tags: Tag) -> bool:
        """Return whether the item `back` places before this item has one of these tags."""
        return tag_at(self.done, len(self.done) - back, *tags)

    def after(self, *tags: Tag) -> bool:
        """Return whether the next item has one of these tags."""
        return tag_at(self.items, self.at + 1, *tags)

    @property
    def counts(self) -> bool:
        """Whether a unit or scale follows, directly or after the other end of a range."""
        after = self.at + 3 if self._begins_range else self.at + 1
        return tag_at(self.items, after, *COUNTABLE)

    @property
    def _begins_range(self) -> bool:
        """Whether the number is the lower end of a range."""
        return self.after(Tag.DASH, Tag.TO) and tag_at(self.items, self.at + 2, Tag.NUMBER)

    @property
    def glued(self) -> bool:
        """Whether the number is part of a word: COVID-19."""
        first = self.items[self.at].first
        back = first - 1
        if self._is_touching(back, Kind.DASH):
            back -= 1
        marked = self.before(first - back, *BOUNDS, Tag.FROM)
        return self._is_touching(back, Kind.WORD) and not marked

    def _is_touching(self, index: int, kind: Kind) -> bool:
        """Return whether a token of this kind touches the token after it."""
        found = index >= 0 and self.tokens[index].kind is kind
        return found and touches(self.tokens, index + 1)

    def as_it_is(self) -> Made:
        """Return the item itself, and the index after it."""
        return self.items[self.at], self.at + 1

    def as_doubtful(self) -> Made:
        """Return the item as a number that may be a year."""
        return evolve(self.items[self.at], value=Reason.YEAR_OR_NUMBER), self.at + 1

    def as_name(self) -> Made:
        """Return the item as a number that is a name."""
        return make(Tag.SKIPPED, self.items, self.at, self.at + 1)

    def as_year(self, year: int) -> Made:
        """Return the item as a year."""
        return make_year(year, self.items, self.at, self.at + 1)


def placed(items: Items, tokens: _Tokens, lang: Lang) -> list[Item]:
    """Join the items about time, and mark every number that is a name as skipped.

    Args:
        items: The items of the clause.
        tokens: The tokens of the clause.
        lang: The language of the clause.

    Returns:
        The items in order. A year, period, deadline, interval or comparison is one item.
    """
    done: list[Item] = []
    at = 0
    while at < len(items):
        item, at = _in_time(items, at) or _one(_Spot(items, at, done, tokens, lang))
        done.append(item)
    return done


# The tags of the items that words about time can begin with. Other items need no further look.
_BEGINS_TIME = (
    Tag.NUMBER,
    Tag.NUMERAL,
    Tag.VAGUE,
    Tag.OFTEN_OF,
    Tag.BASELINE,
    Tag.UNTIL,
    Tag.BEFORE,
    Tag.PHASE,
    Tag.FROM,
    Tag.BETWEEN,
    Tag.DATE,
    Tag.DAY,
    Tag.YEAR,
    Tag.QUARTER,
    Tag.MONTH,
)
_BEGINS_TIME_TOO = frozenset((*OF_THE_YEAR, *QUARTERS, *BEGIN_MONTHS, "so"))


def _in_time(items: Items, at: int) -> Made | None:
    """Join the words about time that start here; `None` if none start here."""
    if items[at].has(Tag.OPEN):
        return period_at(items, at)
    if not _may_begin_time(items[at]):
        return None
    return (
        months_at(items, at)
        or often_at(items, at)
        or baseline_at(items, at)
        or through_at(items, at)
        or period_at(items, at)
        or part_at(items, at)
        or named_year(items, at)
    )


def _may_begin_time(item: Item) -> bool:
    """Return whether words about time may begin with an item."""
    return item.has(*_BEGINS_TIME) or item.text in _BEGINS_TIME_TOO


def _one(spot: _Spot) -> Made:
    """Return the item itself, or the item as a name or a year, and the index after it."""
    if not spot.items[spot.at].has(Tag.NUMBER):
        return spot.as_it_is()
    return spot.as_name() if _is_name(spot) else _no_name(spot)


def _no_name(spot: _Spot) -> Made:
    """Return a number that is not a name as it is, or as a year."""
    year = year_at(spot.items, spot.at)
    return spot.as_it_is() if year is None else _year_or_number(spot, year)


def _is_name(spot: _Spot) -> bool:
    """Return whether a number is the name of a document, a standard, a list item or the like."""
    return (
        _labelled(spot)
        or _continues(spot)
        or _heads_an_item(spot)
        or spot.glued
        or spot.text in _ALWAYS
        or _is_version(spot)
        or _too_long(spot)
    )


def _is_version(spot: _Spot) -> bool:
    """Return whether the number is a version: 4.0."""
    return spot.text.endswith(".0") and not spot.counts


def _labelled(spot: _Spot) -> bool:
    """Return whether a label stands before the number: Điều 5, ISO 9001, nhóm 2."""
    dashed = spot.before(1, Tag.DASH) and spot.before(2, Tag.LABEL)
    if dashed or spot.before(1, Tag.LABEL):
        return True
    softly = spot.before(1, Tag.SOFT_LABEL, Tag.YEAR) and not spot.counts
    return softly and year_at(spot.items, spot.at) is None


def _continues(spot: _Spot) -> bool:
    """Return whether the number continues a name: ISO 9001:2015; ISO 9001, 14001."""
    return spot.before(2, Tag.SKIPPED) and (_is_edition(spot) or _is_listed(spot))


def _is_edition(spot: _Spot) -> bool:
    """Return whether the number is a year after a colon."""
    return spot.before(1, Tag.COLON) and year_at(spot.items, spot.at) is not None


def _is_listed(spot: _Spot) -> bool:
    """Return whether the number continues a list or a range, and counts nothing."""
    return spot.before(1, *_LISTING, Tag.DASH) and _is_bare_number(spot)


def _is_bare_number(spot: _Spot) -> bool:
    """Return whether the number is whole, and nothing that it may count follows."""
    return spot.text.isdecimal() and not spot.counts and not spot.after(Tag.WORD)


def _heads_an_item(spot: _Spot) -> bool:
    """Return whether the number heads a list item: “1. Hỗ trợ”, “2.1 Đào tạo”, “(3)”."""
    in_brackets = spot.before(1, Tag.OPEN) and spot.after(Tag.CLOSE)
    return in_brackets or (_may_head_an_item(spot) and _ends_a_heading(spot))


def _ends_a_heading(spot: _Spot) -> bool:
    """Return whether the sign after list numbering follows, or a heading."""
    return spot.after(Tag.STOP, Tag.CLOSE, Tag.SLASH) or _heads_a_section(spot)


def _may_head_an_item(spot: _Spot) -> bool:
    """Return whether a number that looks like list numbering begins a line or a sentence."""
    numbered = _is_first(spot) and _HEAD_OF_ITEM.fullmatch(spot.text) is not None
    return numbered and not spot.after(Tag.FOREIGN)


def _is_first(spot: _Spot) -> bool:
    """Return whether the number is the first item of the clause or of a sentence."""
    return not spot.done or spot.before(1, Tag.STOP, Tag.SEMICOLON)


def _heads_a_section(spot: _Spot) -> bool:
    """Return whether a number of several parts stands before a heading."""
    return "." in spot.text and not spot.counts and _heads_words(spot)


def _heads_words(spot: _Spot) -> bool:
    """Return whether a heading follows.

    In Vietnamese, 2.1 is not a number in any case. An English heading starts with a capital letter.
    """
    following = spot.items[spot.at + 1 : spot.at + 2]
    return any(spot.lang == "vi" or spot.tokens[item.first].upper for item in following)


def _too_long(spot: _Spot) -> bool:
    """Return whether the number is a telephone number or a code: 0243825…."""
    least = _LONG // 2 + 1 if spot.text[0] == "0" else _LONG
    return spot.text.isdecimal() and len(spot.text) >= least and not spot.counts


def _year_or_number(spot: _Spot, year: int) -> Made:
    """Decide whether four digits are a year, a quantity, or may be either."""
    if spot.before(1, *_LISTING) and spot.before(2, *_IN_TIME):
        return _after_a_time(spot, year)
    if _is_bounded(spot):
        return spot.as_it_is()
    if spot.counts:
        return spot.as_doubtful() if _may_be_a_time(spot) else spot.as_it_is()
    return spot.as_doubtful() if _may_count(spot) else spot.as_year(year)


def _may_count(spot: _Spot) -> bool:
    """Return whether an unknown word follows the digits, and no word that a year may follow."""
    return spot.after(Tag.WORD) and not spot.before(1, *_BEFORE_YEAR)


def _is_bounded(spot: _Spot) -> bool:
    """Return whether a bound word stands before the digits, or the lower end of a range."""
    ends_range = spot.before(1, Tag.DASH, Tag.TO) and spot.before(2, Tag.NUMBER)
    return ends_range or spot.before(1, *BOUNDS)


def _may_be_a_time(spot: _Spot) -> bool:
    """Return whether “đến” or “giai đoạn” stands before the digits, or another year follows."""
    return spot.before(1, Tag.UNTIL, Tag.PHASE, Tag.BEFORE) or _two_years(spot)


def _after_a_time(spot: _Spot, year: int) -> Made:
    """Decide the same for four digits that continue a list after a time."""
    follows = _last_year(spot) == year - 1
    if spot.counts or spot.after(Tag.WORD):
        # năm 2022, 2023 thành phố; đến năm 2025, 2000 nghệ nhân
        return spot.as_doubtful() if follows or not spot.counts else spot.as_it_is()
    listed = follows and _continues_years(spot)
    return (_years_listed(spot, year), spot.at + 1) if listed else spot.as_year(year)


def _continues_years(spot: _Spot) -> bool:
    """Return whether digits after a comma or a period continue a list of years."""
    return spot.before(1, Tag.COMMA) or spot.before(2, Tag.PERIOD)


def _last_year(spot: _Spot) -> int | None:
    """Return the last year of the list of years so far; `None` if its period is impossible."""
    period = spot.done[-2].value
    return period.end.year if isinstance(period, Period) else None


def _years_listed(spot: _Spot, year: int) -> Item:
    """Join a list of years into one period, removing its start from `done`: năm 2024, 2025."""
    first, comma = spot.done[-2:]
    del spot.done[-2:]
    number = spot.items[spot.at]
    text = f"{first.text}{comma.text} {number.text}"
    period = Period(_start_of(first), date(year, 12, 31))
    return Item(frozenset({Tag.PERIOD}), text, first.first, number.last, period)


def _start_of(item: Item) -> date | None:
    """Return the first day of a year or period; `None` without one."""
    return item.value.start if isinstance(item.value, Period) else None


def _two_years(spot: _Spot) -> bool:
    """Return whether the range has a year at its other end too: 2021-2025."""
    return spot.after(Tag.DASH, Tag.TO) and year_at(spot.items, spot.at + 2) is not None
