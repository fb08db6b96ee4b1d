"""The quantities of a clause: a number or the two ends of a range, with the word that is counted with."""

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

_FALLBACK: dict[Lang, int] = {"vi": 2, "en": 1}  # of how many unknown words a unit is taken to be
_BOUNDS = (Tag.AT_LEAST, Tag.MORE, Tag.ABOUT, Tag.AT_MOST, Tag.LESS)
# What stands for a quantity without digits can begin with.
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
_MOST_NUMERALS = 6  # no number below a hundred has so many words
_SHORT = re.compile("[0-9][0-9.,]*(?:k|tr|m|mn|bn|[¼½¾⅓⅔])")
_ADJECTIVES = 4  # how many English words may stand before the noun
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
    """Whether “2 đến 3 nghìn” surely is 2,000 to 3,000: two numbers near each other, the smaller one first."""
    return len(ends) < 2 or ends[0] < ends[1] <= _FAR_APART * ends[0]  # noqa: PLR2004


@final
@frozen
class Quantity:
    """Items `at` to before `end`: one number or two, or a problem.

    Attributes:
        dropped: it is never a target: an age, how long something lasts, a number per something else.
        times: its numbers are factors (gấp đôi), not numbers of things.
        scale: what its numbers are still to be multiplied by; 1 for money and measures.
        noun_at: where its unit starts after the words of scale.
        parts: whether a head may look across it for what it belongs to.
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
    """The items of a clause, and how they were written."""

    items: Line
    tokens: list[Token]
    clause: Clause
    lang: Lang

    def quantities(self) -> list[Quantity]:
        """All quantities, in order."""
        found: list[Quantity] = []
        at = 0
        while at < len(self.items):
            quantity = self._at(at)
            if quantity is not None:
                found.append(quantity)
            at = at + 1 if quantity is None else quantity.end
        return found

    def written(self, at: int, end: int) -> str:
        """What stands there, as it was written."""
        first, last = self.items[at].first, self.items[end - 1].last - 1
        return self.clause.words((self.tokens[first].span[0], self.tokens[last].span[1]))

    def _at(self, at: int) -> Quantity | None:
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
        """“Hơn chục”, “a hundred”, “chục hội thảo”; “(nghìn): 20”; “năm nghìn”."""
        if self.items[at].has(Tag.YEAR):
            return self.items[at].text == "năm" and tag_at(self.items, at + 1, Tag.SCALE)
        if not self.items[at].has(Tag.SCALE):
            return False
        counts = tag_at(self.items, at + 1, Tag.UNIT, Tag.HEADS) or (
            at > 0 and self.items[at - 1].text == "a"
        )
        return counts or tag_at(self.items, at - 1, *_BOUNDS, Tag.NEARLY, Tag.OPEN)

    def _is_short(self, at: int) -> bool:
        """“10k hội thảo”, “trên 10tr”."""
        if not self.items[at].has(Tag.SKIPPED) or not _SHORT.fullmatch(self.items[at].text):
            return False
        return tag_at(self.items, at + 1, Tag.UNIT, Tag.HEADS) or tag_at(
            self.items, at - 1, *_BOUNDS
        )

    def _number(self, at: int) -> Quantity:
        end = at + 1
        while tag_at(self.items, end, Tag.NUMBER):
            end += 1  # 1 500: one number or two
        first = self._value(at) if end == at + 1 else Reason.AMBIGUOUS_NUMBER
        if is_signed(self.items, self.tokens, at):
            first = Reason.SIGN
        elif self._is_either(at - 1) and tag_at(self.items, at - 2, Tag.NUMERAL):
            first = Reason.CHOICE  # five or 6
        quantity = self._with_unit(at, end, first)
        found = (
            self._out_of(quantity) or self._range(quantity) or self._choice(quantity) or quantity
        )
        return self._scaled(found)

    def _choice(self, first: Quantity) -> Quantity | None:
        """“3 hoặc 4 mô hình”, “3, 4 mô hình”: one of two numbers, or both."""
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
        """“Trên 20 và dưới 30 mô hình”: two bounds of one number."""
        at = first.end + 1
        bound = tag_at(self.items, at, *_BOUNDS) and tag_at(self.items, at + 1, Tag.NUMBER)
        joined = first.end < len(self.items) and self.items[first.end].text in _TOGETHER
        return bound and joined and first.unit in ("", self._unit(at + 2)[0]) and not first.dropped

    def _is_either(self, at: int) -> bool:
        return tag_at(self.items, at, Tag.AND) and self.items[at].text in _EITHER

    def _same_kind(self, first: int, second: int) -> bool:
        """Whether two bare numbers may be a list, of which the second alone has its unit behind it."""
        return (
            self._unit(second + 1)[0] != ""
            and not isinstance(self._value(second), Reason)
            and first < second
        )

    def _scaled(self, quantity: Quantity) -> Quantity:
        """With the numbers that are meant: 2 nghìn hội thảo is 2000 of hội thảo."""
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
        """“1 trong 5 doanh nghiệp”."""
        at = first.end + 1
        out_of = tag_at(self.items, first.end, Tag.OUT_OF, Tag.OF_TOTAL)
        if not out_of or first.unit == "%" or not tag_at(self.items, at, Tag.NUMBER):
            return None
        whole = self._with_unit(at, at + 1, Reason.FRACTION)
        among = first.unit == whole.unit and self.items[first.end].text == "trên"
        return evolve(whole, at=first.at) if among or not first.unit else None

    def _value(self, at: int) -> Fraction | Reason:
        item = self.items[at]
        kind = self.tokens[item.first].kind
        if isinstance(item.value, Reason):
            return item.value
        if kind is Kind.FRACTION:
            return Reason.FRACTION
        number = number_in(item.text, self.lang) if kind is Kind.NUMBER else None
        return Reason.AMBIGUOUS_NUMBER if number is None else number

    def _with_unit(self, at: int, end: int, value: Fraction | Reason) -> Quantity:
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
            return evolve(quantity, dropped=True)  # “5 năm 2021-2025” lasts so long
        if after == end and tag_at(self.items, end, Tag.NAMED_YEAR) and not self._is_bare(end):
            return evolve(quantity, problem=Reason.YEAR_OR_NUMBER)  # “20 năm 2025” may be years too
        if isinstance(value, Reason):
            return evolve(quantity, problem=value)
        points = self._points(noun_at, after)
        if points is not None:
            return evolve(quantity, end=points, problem=Reason.POINTS)
        lasts = after == noun_at + 1 and tag_at(self.items, noun_at, Tag.LASTS)
        return evolve(quantity, numbers=(value,), dropped=lasts, parts=not lasts)

    def _points(self, end: int, after: int) -> int | None:
        """The index after “điểm phần trăm”, “điểm %”, “% điểm”."""
        if after > end and tag_at(self.items, end, Tag.POINTS):
            percent = tag_at(self.items, after, Tag.PERCENT)
            return after + percent if percent or not tag_at(self.items, end, Tag.UNIT) else None
        return (
            after + 1
            if tag_at(self.items, end, Tag.PERCENT) and tag_at(self.items, after, Tag.POINTS)
            else None
        )

    def _is_bare(self, at: int) -> bool:
        """Whether a year or a period stands there without a word for it."""
        return self.items[at].text[0].isdecimal()

    def _odd(self, end: int, noun_at: int) -> Quantity | None:
        """What follows digits and makes another number of them: ‰, 2 nghìn rưỡi, 10 nghìn 500, 2 mươi."""
        if tag_at(self.items, noun_at, Tag.MILLE):
            return Quantity(end, noun_at + 1, problem=Reason.PER_MILLE)
        more = (Tag.REST, Tag.NUMBER, Tag.NUMERAL) if noun_at > end else (Tag.REST,)
        if not tag_at(self.items, noun_at, *more):
            return None
        return Quantity(end, self._unit(noun_at + 1)[1], problem=Reason.AMBIGUOUS_NUMBER)

    def _after_scales(self, at: int) -> int:
        while tag_at(self.items, at, Tag.SCALE) and not tag_at(self.items, at, Tag.UNIT):
            at += 1
        return at

    def _unit(self, at: int) -> _Unit:
        """The unit that stands there with its words of scale, and the index after it."""
        start = self._after_scales(at)
        unit, end = self._noun(start)
        return (self.written(at, end) if start > at else unit), end

    def _noun(self, at: int) -> _Unit:
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
        end = at
        while (
            tag_at(self.items, end, Tag.WORD, Tag.SOFT_LABEL, Tag.PLACE) and end - at < _ADJECTIVES
        ):
            end += 1
        if self.lang == "en" and tag_at(self.items, end, Tag.UNIT):
            return end + 1
        return min(end, at + _FALLBACK[self.lang])

    def _range(self, first: Quantity) -> Quantity | None:
        """The range that a quantity is the lower end of."""
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
        """“Trên 50% đến dưới 70%”."""
        second = self._with_unit(at, at + 1, Reason.OPEN_RANGE)
        return evolve(second, at=first.at) if first.unit in ("", second.unit) else None

    def _joined(
        self, first: Quantity, second: Quantity, whole: Quantity, *, worded: bool
    ) -> Quantity | None:
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
        """The index after 3, 4, 5 of “1-2-3-4-5”."""
        while tag_at(self.items, at, Tag.DASH) and tag_at(self.items, at + 1, Tag.NUMBER):
            at += 2
        return at

    def _numeral(self, at: int) -> Quantity | None:
        """A number in words, where it surely is one: after a word of bound that is nothing else, or above ten."""
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
        read = (marked or tens) and plain and number is not None
        return self._with_unit(at, end, Fraction(number or 0) if read else Reason.SPELLED_OUT)

    def _follows_a_mark(self, at: int) -> bool:
        while tag_at(self.items, at - 1, Tag.FILL) and not tag_at(self.items, at - 1, Tag.FOR):
            at -= 1
        return tag_at(self.items, at - 1, Tag.STRONG)
