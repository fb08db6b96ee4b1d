"""The quantities of a clause: a number or the two ends of a range, with the unit."""

import re
from fractions import Fraction
from typing import TypeAlias, final

from attrs import evolve, frozen

from nsc_program.values._text import Lang
from nsc_program.wording._days import tag_at
from nsc_program.wording._line import Line
from nsc_program.wording._numbers import number_in, number_in_words
from nsc_program.wording._scales import is_of_money, multiplied, scale_of
from nsc_program.wording._signs import is_signed
from nsc_program.wording._tags import Tag
from nsc_program.wording._text import Clause, Kind, Token
from nsc_program.wording._values import Reason

_FALLBACK: dict[Lang, int] = {"vi": 2, "en": 1}  # the number of words of an unknown unit
_BOUNDS = (Tag.AT_LEAST, Tag.MORE, Tag.ABOUT, Tag.AT_MOST, Tag.LESS)
# The tags of the items with which a quantity without digits can begin.
_BEGINS = (
    Tag.NUMERAL,
    Tag.DOUBLE,
    Tag.FRACTION,
    Tag.COUNTLESS,
    Tag.VAGUE,
    Tag.YEAR,
    Tag.SCALE,
    Tag.SKIPPED,
)
_MOST_NUMERALS = 6  # a number below a hundred has fewer words
_SHORT = re.compile("[0-9][0-9.,]*(?:k|tr|m|mn|bn|[¼½¾⅓⅔])")
_ADJECTIVES = 4  # the most English words before the noun
_TIMES = {
    "rưỡi": Fraction(3, 2),
    "ba": Fraction(3),
    "bốn": Fraction(4),
    "triple": Fraction(3),
    "quadruple": Fraction(4),
}


_EITHER = ("hoặc", "hay", "or", "và hoặc")
_TOGETHER = ("và", "nhưng", "and", "but")
_FAR_APART = 10


def _one_scale(ends: tuple[Fraction, ...]) -> bool:
    """Return whether the scale surely applies to both ends: “2 đến 3 nghìn” is 2,000 to 3,000.

    The ends must be near each other, with the smaller end first.
    """
    return len(ends) < 2 or ends[0] < ends[1] <= _FAR_APART * ends[0]  # noqa: PLR2004


@final
@frozen
class Quantity:
    """A quantity of a clause: one number, a range of two numbers, or a problem.

    Attributes:
        at: The index of its first item.
        end: The index after its last item, which is the unit if there is one.
        numbers: The number, or the two ends of a range; may be empty if there is a problem.
        unit: The unit as it is worded; empty if there is no unit.
        problem: The reason why the quantity cannot be read; `None` if it can.
        dropped: Whether it is never a target: an age, a duration, the “10.000” of “/10.000 dân”.
        times: Whether the numbers are factors (gấp đôi) and not numbers of things.
        parts: Whether the next quantity begins after it. False for a duration or a vague number,
            across which the words before it still belong to the next quantity.
        unit_at: The index of the unit with its scale words; -1 if there is no unit.
        scale: The factor by which the numbers are still to be multiplied; 1 for money and measures.
        noun_at: The index of the unit after its scale words; -1 if it is not known.
    """

    at: int
    end: int
    numbers: tuple[Fraction, ...] = ()
    unit: str = ""
    problem: Reason | None = None
    dropped: bool = False
    times: bool = False
    parts: bool = True
    unit_at: int = -1
    scale: int = 1
    noun_at: int = -1


_Unit: TypeAlias = tuple[str, int]


@frozen
class Finder:
    """The search for the quantities of a clause.

    Attributes:
        items: The items of the clause.
        tokens: The tokens of the clause.
        clause: The composed text.
        lang: The language of the clause.
    """

    items: Line
    tokens: list[Token]
    clause: Clause
    lang: Lang

    def quantities(self) -> list[Quantity]:
        """Return all quantities of the clause, in order."""
        quantities: list[Quantity] = []
        at = 0
        while at < len(self.items):
            quantity = self._at(at)
            if quantity is not None:
                quantities.append(quantity)
            at = at + 1 if quantity is None else quantity.end
        return quantities

    def written(self, at: int, end: int) -> str:
        """Return the words of the items from `at` to before `end`, as they were written."""
        first, last = self.items[at].first, self.items[end - 1].last - 1
        return self.clause.words((self.tokens[first].span[0], self.tokens[last].span[1]))

    def _at(self, at: int) -> Quantity | None:
        """Return the quantity that starts here; `None` if none does."""
        item = self.items[at]
        if item.has(Tag.NUMBER):
            return self._number(at)
        if not item.has(*_BEGINS):
            return None
        if item.has(Tag.NUMERAL):
            return self._numeral(at)
        if item.has(Tag.DOUBLE):
            last = next((word for word in _TIMES if word in item.text), "")
            return Quantity(at, at + 1, (_TIMES.get(last, Fraction(2)),), "%", times=True)
        if item.has(Tag.FRACTION):
            return Quantity(at, at + 1, problem=Reason.FRACTION)
        if item.has(Tag.COUNTLESS) or (
            item.has(Tag.VAGUE) and tag_at(self.items, at + 1, Tag.COUNTED, Tag.SCALE)
        ):
            return Quantity(at, self._unit(at + 1)[1], problem=Reason.VAGUE, parts=False)
        five = item.has(Tag.YEAR) and item.text == "năm" and tag_at(self.items, at - 1, Tag.STRONG)
        five = five and tag_at(self.items, at + 1, Tag.UNIT)
        if five or self._is_bare_scale(at):
            heads = tag_at(self.items, at - 1, Tag.OPEN, Tag.COLON)
            return Quantity(at, at + 1, problem=Reason.SCALE if heads else Reason.SPELLED_OUT)
        return Quantity(at, at + 1, problem=Reason.AMBIGUOUS_NUMBER) if self._is_short(at) else None

    def _is_bare_scale(self, at: int) -> bool:
        """Return whether a scale word stands without digits: “hơn chục”, “a hundred”."""
        if self.items[at].has(Tag.YEAR):
            return self.items[at].text == "năm" and tag_at(self.items, at + 1, Tag.SCALE)
        if not self.items[at].has(Tag.SCALE):
            return False
        counts = tag_at(self.items, at + 1, Tag.UNIT, Tag.HEADS) or (
            at > 0 and self.items[at - 1].text == "a"
        )
        return counts or tag_at(self.items, at - 1, *_BOUNDS, Tag.NEARLY, Tag.OPEN)

    def _is_short(self, at: int) -> bool:
        """Return whether a number has an abbreviated scale: “10k hội thảo”, “trên 10tr”."""
        if not self.items[at].has(Tag.SKIPPED) or not _SHORT.fullmatch(self.items[at].text):
            return False
        return tag_at(self.items, at + 1, Tag.UNIT, Tag.HEADS) or tag_at(
            self.items, at - 1, *_BOUNDS
        )

    def _number(self, at: int) -> Quantity:
        """Return the quantity that starts with the digits at `at`."""
        end = at + 1
        while tag_at(self.items, end, Tag.NUMBER):
            end += 1  # 1 500: one number or two
        first = self._value(at) if end == at + 1 else Reason.AMBIGUOUS_NUMBER
        if is_signed(self.items, self.tokens, at):
            first = Reason.SIGN
        elif self._is_either(at - 1) and tag_at(self.items, at - 2, Tag.NUMERAL):
            first = Reason.CHOICE  # five or 6
        single = self._with_unit(at, end, first)
        whole = self._out_of(single) or self._range(single) or self._choice(single) or single
        return self._scaled(whole)

    def _choice(self, first: Quantity) -> Quantity | None:
        """Return a choice of two numbers: “3 hoặc 4 mô hình”, “3, 4 mô hình”."""
        at = first.end + 1
        if self._is_pinched(first):
            return evolve(self._with_unit(at + 1, at + 2, Reason.OPEN_RANGE), at=first.at)
        either = self._is_either(first.end)
        listed = not first.unit and tag_at(self.items, first.end, Tag.COMMA)
        if first.dropped or not (either or listed):
            return None
        while either and tag_at(self.items, at, *_BOUNDS, Tag.FROM, Tag.FILL):
            at += 1
        if not tag_at(self.items, at, Tag.NUMBER) or (listed and not self._same_kind(first.at, at)):
            return None
        second = self._with_unit(at, at + 1, Reason.CHOICE)
        return (
            None
            if second.dropped
            else evolve(second, at=first.at, numbers=(), problem=Reason.CHOICE)
        )

    def _is_pinched(self, first: Quantity) -> bool:
        """Return whether two bounds limit one number: “trên 20 và dưới 30 mô hình”."""
        at = first.end + 1
        bound = tag_at(self.items, at, *_BOUNDS) and tag_at(self.items, at + 1, Tag.NUMBER)
        joined = first.end < len(self.items) and self.items[first.end].text in _TOGETHER
        return bound and joined and first.unit in ("", self._unit(at + 2)[0]) and not first.dropped

    def _is_either(self, at: int) -> bool:
        return tag_at(self.items, at, Tag.AND) and self.items[at].text in _EITHER

    def _same_kind(self, first: int, second: int) -> bool:
        """Return whether two numbers may be a list with the unit only after the second."""
        return (
            self._unit(second + 1)[0] != ""
            and not isinstance(self._value(second), Reason)
            and first < second
        )

    def _scaled(self, quantity: Quantity) -> Quantity:
        """Multiply the scale into the numbers: “2 nghìn hội thảo” is 2000 “hội thảo”."""
        if quantity.problem is not None or quantity.scale == 1:
            return quantity
        noun = range(quantity.noun_at, quantity.end)
        counted = any(self.items[at].has(Tag.UNIT, Tag.HEADS, Tag.COUNTED) for at in noun)
        if (is_of_money(quantity.scale) and not counted) or tag_at(
            self.items, quantity.noun_at, Tag.PERCENT
        ):
            return evolve(quantity, problem=Reason.SCALE)
        numbers = multiplied(quantity.numbers, quantity.scale)
        if numbers is None:
            return evolve(quantity, problem=Reason.AMBIGUOUS_NUMBER)
        unit = self.written(quantity.noun_at, quantity.end) if noun else ""
        return evolve(
            quantity, numbers=numbers, unit=unit, unit_at=quantity.noun_at if noun else -1
        )

    def _out_of(self, first: Quantity) -> Quantity | None:
        """Return a part of a total: “1 trong 5 doanh nghiệp”; `None` if it is not a part."""
        at = first.end + 1
        out_of = tag_at(self.items, first.end, Tag.OUT_OF, Tag.OF_TOTAL)
        if not out_of or first.unit == "%" or not tag_at(self.items, at, Tag.NUMBER):
            return None
        whole = self._with_unit(at, at + 1, Reason.FRACTION)
        among = first.unit == whole.unit and self.items[first.end].text == "trên"
        return evolve(whole, at=first.at) if among or not first.unit else None

    def _value(self, at: int) -> Fraction | Reason:
        """Return the number of the digits at `at`, or the reason why it is unclear."""
        item = self.items[at]
        kind = self.tokens[item.first].kind
        if isinstance(item.value, Reason):
            return item.value
        if kind is Kind.FRACTION:
            return Reason.FRACTION
        number = number_in(item.text, self.lang) if kind is Kind.NUMBER else None
        return Reason.AMBIGUOUS_NUMBER if number is None else number

    def _with_unit(self, at: int, end: int, value: Fraction | Reason) -> Quantity:
        """Return the quantity of the number from `at` to before `end`, with its unit and scale."""
        noun_at = self._after_scales(end)
        unit, after = self._unit(end)
        scale = scale_of([item.text for item in self.items[end:noun_at]], self.lang)
        measured = tag_at(self.items, noun_at, Tag.MEASURE)
        quantity = Quantity(
            at, after, unit=unit, unit_at=end if after > end else -1, noun_at=noun_at
        )
        quantity = evolve(quantity, scale=1 if measured or scale is None else scale)
        odd = self._odd(end, noun_at)
        if odd is not None:
            return evolve(odd, at=at)
        if scale is None:
            return evolve(quantity, problem=Reason.AMBIGUOUS_NUMBER)
        if tag_at(self.items, at - 1, Tag.SLASH):
            return evolve(quantity, dropped=True)  # …/10.000 dân
        if (
            after == end
            and tag_at(self.items, end, Tag.PERIOD)
            and self.items[end].text.startswith("năm")
        ):
            return evolve(quantity, dropped=True)  # “5 năm 2021-2025” is the length of a period
        if after == end and tag_at(self.items, end, Tag.NAMED_YEAR) and not self._is_bare(end):
            return evolve(quantity, problem=Reason.YEAR_OR_NUMBER)  # “20 năm 2025” may be 20 years
        if isinstance(value, Reason):
            return evolve(quantity, problem=value)
        points = self._points(noun_at, after)
        if points is not None:
            return evolve(quantity, end=points, problem=Reason.POINTS)
        lasts = after == noun_at + 1 and tag_at(self.items, noun_at, Tag.LASTS)
        return evolve(quantity, numbers=(value,), dropped=lasts, parts=not lasts)

    def _points(self, end: int, after: int) -> int | None:
        """Return the index after “điểm phần trăm”, “điểm %” or “% điểm”; `None` without them."""
        if after > end and tag_at(self.items, end, Tag.POINTS):
            if tag_at(self.items, after, Tag.PERCENT):
                return after + 1
            return None if tag_at(self.items, end, Tag.UNIT) else after
        return (
            after + 1
            if tag_at(self.items, end, Tag.PERCENT) and tag_at(self.items, after, Tag.POINTS)
            else None
        )

    def _is_bare(self, at: int) -> bool:
        """Return whether the year or period at `at` lacks the word “năm” or “giai đoạn”."""
        return self.items[at].text[0].isdecimal()

    def _odd(self, end: int, noun_at: int) -> Quantity | None:
        """Return the problem of words that change the digits: ‰, 2 nghìn rưỡi, 10 nghìn 500."""
        if tag_at(self.items, noun_at, Tag.MILLE):
            return Quantity(end, noun_at + 1, problem=Reason.PER_MILLE)
        more = (Tag.REST, Tag.NUMBER, Tag.NUMERAL) if noun_at > end else (Tag.REST,)
        if not tag_at(self.items, noun_at, *more):
            return None
        return Quantity(end, self._unit(noun_at + 1)[1], problem=Reason.AMBIGUOUS_NUMBER)

    def _after_scales(self, at: int) -> int:
        """Return the index after the scale words at `at`."""
        while tag_at(self.items, at, Tag.SCALE) and not tag_at(self.items, at, Tag.UNIT):
            at += 1
        return at

    def _unit(self, at: int) -> _Unit:
        """Return the unit at `at` with its scale words, and the index after it."""
        start = self._after_scales(at)
        unit, end = self._noun(start)
        return (self.written(at, end) if start > at else unit), end

    def _noun(self, at: int) -> _Unit:
        """Return the unit at `at` without scale words, and the index after it."""
        end = at
        if tag_at(self.items, at, Tag.PERCENT):
            return "%", at + 1
        if tag_at(self.items, at, Tag.LASTS, Tag.SHORT, Tag.POINTS) and not tag_at(
            self.items, at, Tag.UNIT
        ):
            return self.written(at, at + 1), at + 1
        while tag_at(self.items, end, Tag.HEADS) and not tag_at(self.items, end, Tag.UNIT):
            end += 1
        if tag_at(self.items, end, Tag.UNIT):
            end += 1
        elif end == at:
            end = self._unknown(at)
        return (self.written(at, end) if end > at else ""), end

    def _unknown(self, at: int) -> int:
        """Return the index after a unit of unknown words."""
        end = at
        while (
            tag_at(self.items, end, Tag.WORD, Tag.SOFT_LABEL, Tag.PLACE) and end - at < _ADJECTIVES
        ):
            end += 1
        if self.lang == "en" and tag_at(self.items, end, Tag.UNIT):
            return end + 1
        return min(end, at + _FALLBACK[self.lang])

    def _range(self, first: Quantity) -> Quantity | None:
        """Return the range with this quantity as its lower end; `None` if it is not a range."""
        to, next_at = first.end, first.end + 1
        worded = tag_at(self.items, first.at - 1, Tag.FROM, Tag.BETWEEN)
        between = tag_at(self.items, first.at - 1, Tag.BETWEEN) and tag_at(self.items, to, Tag.AND)
        joined = tag_at(self.items, to, Tag.DASH, Tag.TO) or between
        rises = worded and tag_at(self.items, to, Tag.ONTO)
        if (
            joined
            and tag_at(self.items, next_at, *_BOUNDS)
            and tag_at(self.items, next_at + 1, Tag.NUMBER)
        ):
            return self._half_open(first, next_at + 1)
        if not tag_at(self.items, next_at, Tag.NUMBER) or not (joined or rises):
            return None
        second = self._with_unit(next_at, next_at + 1, self._value(next_at))
        whole = evolve(second, at=first.at, numbers=first.numbers + second.numbers)
        if rises:
            return evolve(whole, problem=Reason.FROM_TO)
        return self._joined(first, second, whole, worded=worded)

    def _half_open(self, first: Quantity, at: int) -> Quantity | None:
        """Return the range of two bounds “trên 50% đến dưới 70%”, which is not read."""
        second = self._with_unit(at, at + 1, Reason.OPEN_RANGE)
        return evolve(second, at=first.at) if first.unit in ("", second.unit) else None

    def _joined(
        self, first: Quantity, second: Quantity, whole: Quantity, *, worded: bool
    ) -> Quantity | None:
        """Return the range of two joined quantities, with its problem if it has one."""
        same = (
            not first.unit or first.unit == second.unit or second.unit.startswith(f"{first.unit} ")
        )
        if not same and not worded and (first.scale == 1 or first.noun_at < first.end):
            return None  # 20 doanh nghiệp - 5 hợp tác xã
        end = self._chain(second.end)
        if end > second.end:
            return evolve(whole, end=end, problem=Reason.AMBIGUOUS_NUMBER)
        problem = first.problem or second.problem or (None if same else Reason.UNITS_DIFFER)
        if not first.numbers and first.problem is None:
            return evolve(whole, dropped=True)  # …/300-400 dân
        if not first.unit and second.scale > 1 and not _one_scale(whole.numbers):
            problem = problem or Reason.AMBIGUOUS_NUMBER  # từ 500 đến 2 nghìn
        if problem is None and whole.numbers[0] >= whole.numbers[1]:
            problem = Reason.REVERSED
        return evolve(whole, problem=problem)

    def _chain(self, at: int) -> int:
        """Return the index after the further numbers of a chain: 3, 4 and 5 of “1-2-3-4-5”."""
        while tag_at(self.items, at, Tag.DASH) and tag_at(self.items, at + 1, Tag.NUMBER):
            at += 2
        return at

    def _numeral(self, at: int) -> Quantity | None:
        """Return a number in words: after a strong bound word, from ten on, or before a noun.

        `None` if the words may be part of something else. A number in words is only read after a
        strong bound word or from ten on, and before a known unit.
        """
        end = self.items.other(at, Tag.NUMERAL)
        if end - at > _MOST_NUMERALS:
            return Quantity(at, end, problem=Reason.SPELLED_OUT)
        words = [item.text for item in self.items[at:end]]
        marked = self._follows_a_mark(at)
        tens = "mười" in words or "mươi" in words
        scaled = tag_at(self.items, end, Tag.SCALE)
        if not (
            marked
            or tens
            or scaled
            or (tag_at(self.items, end, Tag.COUNTED) and words not in (["một"], ["one"]))
        ):
            return None
        number = number_in_words(words, self.lang)
        plain = tag_at(self.items, end, Tag.UNIT, Tag.HEADS)
        if number is None or not plain or not (marked or tens):
            return self._with_unit(at, end, Reason.SPELLED_OUT)
        return self._with_unit(at, end, Fraction(number))

    def _follows_a_mark(self, at: int) -> bool:
        """Return whether a strong bound word stands before `at`, except for filler words."""
        while tag_at(self.items, at - 1, Tag.FILL) and not tag_at(self.items, at - 1, Tag.FOR):
            at -= 1
        return tag_at(self.items, at - 1, Tag.STRONG)
