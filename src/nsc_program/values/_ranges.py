"""Exact numbers, and intervals of them: what a quantity can still be.

The only inner number is `fractions.Fraction`. Nothing is rounded here.
"""

from collections.abc import Callable, Collection, Iterable
from fractions import Fraction
from math import ceil, floor
from typing import Self, TypeAlias, final

from attrs import field, frozen

from nsc_program.errors import InvalidValue, Message
from nsc_program.values._validators import is_bool, shown, wrong_type
from nsc_program.values._value import Value

# An end as a place on the line: is it infinite (-1, 0, 1), its number, and the least step beside it that an open
# end takes. Places compare as tuples, so no operation below needs a case for open or absent ends.
Place: TypeAlias = tuple[int, Fraction, int]


_DIGITS = 30  # more than anything in the world that is counted
_TOO_LARGE = 10**_DIGITS


_AN_EXACT_NUMBER = Message(
    "int hoặc Fraction như Fraction(1, 20)", "an int or a Fraction such as Fraction(1, 20)"
)


def exact(value: int | Fraction, name: str = "number") -> Fraction:
    """Take a whole number or a fraction as it is; `name` says in a message what it is for.

    Raises:
        InvalidType: for a `float` (it is not the number that was written), a `bool` or a `str`.
        InvalidValue: for a number of more than thirty digits.

    >>> exact(3)
    Fraction(3, 1)
    """
    number = _number(value, name)
    if max(abs(number.numerator), number.denominator) >= _TOO_LARGE:
        raise InvalidValue.at(
            name,
            code="too-many-digits",
            vi=f"số dài quá: tử số và mẫu số có tối đa {_DIGITS} chữ số",
            en=f"the number is too long: expected at most {_DIGITS} digits above and below the line",
        )
    return number


def _number(value: int | Fraction, name: str = "number") -> Fraction:
    if type(value) is Fraction:
        return value
    if type(value) is not int:
        raise wrong_type(name, _AN_EXACT_NUMBER, value)
    return Fraction(value)


MOST_DIGITS = 1000
"""How many digits an end of a range has at most, above and below the line: no document holds a longer number."""
_TOO_LONG: int = 10**MOST_DIGITS


def is_short(number: Fraction) -> bool:
    """Whether documents can hold a number."""
    return max(abs(number.numerator), number.denominator) < _TOO_LONG


def _end(value: int | Fraction | None) -> Fraction | None:
    # A product of two given numbers has more digits than either, so an end is not held to their limit.
    if value is None:
        return None
    number = _number(value)
    if not is_short(number):
        raise InvalidValue.at(
            "range",
            code="too-many-digits",
            vi=f"mỗi đầu có nhiều nhất {MOST_DIGITS} chữ số ở tử số và {MOST_DIGITS} ở mẫu số; hãy làm tròn",
            en=f"each end has at most {MOST_DIGITS} digits above and below the line; round it",
        )
    return number


def shortened(
    number: Fraction | None, whole: Callable[[Fraction], int], most: int = MOST_DIGITS
) -> Fraction | None:
    """Return a number of at most so many digits: the number itself, or one below (`floor`) or above (`ceil`) it.

    `None` if it is beyond all of them on that side. Of what has a thousand digits and more, nothing but yearly growth
    over a lifetime, a range is so made a little wider or narrower, whichever is true.

    >>> shortened(Fraction(2, 3), floor, most=3), shortened(Fraction(20002, 3), ceil, most=3)
    (Fraction(2, 3), None)
    >>> shortened(Fraction(20002, 30001), floor, most=4)
    Fraction(33, 50)
    """
    limit = 10**most
    if number is None or (abs(number.numerator) < limit and number.denominator < limit):
        return number
    before = abs(number.numerator) // number.denominator
    if before < limit:
        scale = 10 ** max(0, most - 1 - len(str(before)))
        found = Fraction(whole(number * scale), scale)
        if abs(found) < limit:
            return found
    is_toward_zero = (whole(Fraction(1, 2)) == 0) == (number > 0)
    return Fraction(limit - 1) * (1 if number > 0 else -1) if is_toward_zero else None


@final
@frozen(repr=False)
class Range(Value):
    """An interval of exact numbers (khoảng giá trị), never empty.

    An end of `None` is absent: there is no limit on that side. An end that is `open` does not belong to the range.

    >>> Fraction(1480) in Range(1425, None)
    True
    """

    low: Fraction | None = field(converter=_end)
    high: Fraction | None = field(converter=_end)
    low_open: bool = field(default=False, kw_only=True, validator=is_bool)
    high_open: bool = field(default=False, kw_only=True, validator=is_bool)

    def __attrs_post_init__(self) -> None:
        """Refuse a range without numbers, and an absent end that is also open: equal ranges are written one way."""
        if (self.low is None and self.low_open) or (self.high is None and self.high_open):
            raise InvalidValue.at(
                code="absent-end-open",
                vi="đầu không có giới hạn thì không mở cũng không đóng; bỏ low_open, high_open ở đầu đó",
                en="an absent end is neither open nor closed; leave the flag out",
            )
        if self._first > self._last:
            low, high = (shown(str(end))[1:-1] for end in (self.low, self.high))
            raise InvalidValue.at(
                code="empty-range",
                vi=f"không có số nào giữa đầu dưới, {low}, và đầu trên, {high}",
                en=f"nothing lies between the low end, {low}, and the high end, {high}",
            )

    def __repr__(self) -> str:
        """Give the call that makes it."""
        ends = ", ".join(
            str(end) if end is None or end.denominator == 1 else repr(end)
            for end in (self.low, self.high)
        )
        return (
            f"Range({ends}{', low_open=True' * self.low_open}{', high_open=True' * self.high_open})"
        )

    def __str__(self) -> str:
        """Give it as mathematicians write it.

        >>> print(Range.above(2000))
        (2000, ∞)
        """
        left, right = (
            "(" if self.low is None or self.low_open else "[",
            ")" if self.high is None or self.high_open else "]",
        )
        return f"{left}{'-∞' if self.low is None else self.low}, {'∞' if self.high is None else self.high}{right}"

    @classmethod
    def exactly(cls, value: int | Fraction) -> Self:
        """The one number."""
        return cls(exact(value), exact(value))

    @classmethod
    def at_least(cls, value: int | Fraction) -> Self:
        """This number and all above it."""
        return cls(exact(value), None)

    @classmethod
    def above(cls, value: int | Fraction) -> Self:
        """All numbers above this one."""
        return cls(exact(value), None, low_open=True)

    @classmethod
    def at_most(cls, value: int | Fraction) -> Self:
        """This number and all below it."""
        return cls(None, exact(value))

    @classmethod
    def below(cls, value: int | Fraction) -> Self:
        """All numbers below this one."""
        return cls(None, exact(value), high_open=True)

    @property
    def _first(self) -> Place:
        return _low_place(self.low, is_open=self.low_open)

    @property
    def _last(self) -> Place:
        return _high_place(self.high, is_open=self.high_open)

    def __contains__(self, value: int | Fraction) -> bool:
        """Whether the number lies in this range."""
        return self._first <= (0, _number(value), 0) <= self._last

    def within(self, other: "Range") -> bool:
        """Whether every number of this range lies in the other."""
        return other._first <= self._first and self._last <= other._last

    def meets(self, other: "Range") -> bool:
        """Whether some number lies in both."""
        return common((self, other)) is not None

    def whole(self) -> "Range | None":
        """The whole numbers in this range, with closed ends; `None` if there are none.

        >>> Range.above(2000).whole()
        Range(2001, None)
        """
        low = (
            self.low
            if self.low is None
            else Fraction(floor(self.low) + 1 if self.low_open else ceil(self.low))
        )
        high = (
            self.high
            if self.high is None
            else Fraction(ceil(self.high) - 1 if self.high_open else floor(self.high))
        )
        return None if low is not None and high is not None and low > high else Range(low, high)


def _low_place(low: Fraction | None, *, is_open: bool) -> Place:
    return (-1, Fraction(0), 0) if low is None else (0, low, int(is_open))


def _high_place(high: Fraction | None, *, is_open: bool) -> Place:
    return (1, Fraction(0), 0) if high is None else (0, high, -int(is_open))


def _spanning(first: Place, last: Place) -> Range:
    low, high = (None if infinite else number for infinite, number, _ in (first, last))
    return Range(low, high, low_open=first[2] != 0, high_open=last[2] != 0)


def _between(first: Place, last: Place) -> Range | None:
    return _spanning(first, last) if first <= last else None


def common(ranges: Collection[Range]) -> Range | None:
    """The numbers that lie in all of these; `None` if there are none."""
    return _between(max(each._first for each in ranges), min(each._last for each in ranges))


def hull(ranges: Collection[Range]) -> Range:
    """The least range that holds all of these."""
    return _spanning(min(each._first for each in ranges), max(each._last for each in ranges))


def by_place(each: Range) -> tuple[Place, Place]:
    """A key that sorts ranges by their low ends, then by their high ends."""
    return each._first, each._last


def _product(
    factor: Fraction | None, baseline: Fraction | None, whole: Callable[[Fraction], int]
) -> Fraction | None:
    return None if factor is None or baseline is None else shortened(factor * baseline, whole)


def times_every(factors: Range, bases: Range) -> Range | None:
    """The numbers in `factors` x b for *every* b of `bases`; `None` if no number is.

    The ends of `factors` are above 0, and so are all of `bases`.
    """
    low, high = _product(factors.low, bases.high, ceil), _product(factors.high, bases.low, floor)
    if factors.low is not None and low is None:
        return None  # however large a number is, some baseline asks for more
    # A limit that no baseline reaches is itself accepted by them all.
    return _between(
        _low_place(low, is_open=factors.low_open and not bases.high_open),
        _high_place(high, is_open=factors.high_open and not bases.low_open),
    )


def times_some(factors: Range, bases: Range) -> Range:
    """The least range that holds the numbers in `factors` x b for *some* b of `bases`, under the same conditions."""
    return _spanning(
        _low_place(
            _product(factors.low, bases.low, floor), is_open=factors.low_open or bases.low_open
        ),
        _high_place(
            _product(factors.high, bases.high, ceil), is_open=factors.high_open or bases.high_open
        ),
    )


def power(factors: Range, times: int) -> Range:
    """The least range that holds a range of factors, each multiplied by itself so many times; its ends are above 0."""
    low, high = _raised(factors.low, times, floor), _raised(factors.high, times, ceil)
    return Range(
        low, high, low_open=factors.low_open, high_open=high is not None and factors.high_open
    )


def power_within(factors: Range, times: int) -> Range | None:
    """Numbers that are all one of the factors multiplied by itself so many times; `None` if they are too large."""
    low, high = _raised(factors.low, times, ceil), _raised(factors.high, times, floor)
    if factors.low is not None and low is None:
        return None
    return _between(
        _low_place(low, is_open=factors.low_open), _high_place(high, is_open=factors.high_open)
    )


def _raised(
    number: Fraction | None, times: int, whole: Callable[[Fraction], int]
) -> Fraction | None:
    """A number to a power, by squares; it is shortened on the way, since digits multiply with the years."""
    if number is None:
        return None
    found: Fraction | None = Fraction(1)
    for bit in f"{times:b}":
        found = _product(found, found, whole)
        found = _product(found, number, whole) if bit == "1" else found
    return found


def minus(left: Range, right: Range) -> Range:
    """The differences between a number of one range and a number of another."""
    low = (
        None if left.low is None or right.high is None else shortened(left.low - right.high, floor)
    )
    high = (
        None if left.high is None or right.low is None else shortened(left.high - right.low, ceil)
    )
    return Range(
        low,
        high,
        low_open=low is not None and (left.low_open or right.high_open),
        high_open=high is not None and (left.high_open or right.low_open),
    )


def ratio(left: Range, right: Range) -> Range:
    """The least range that holds the numbers of one, not negative, divided by those of another, all above 0."""
    if left.high == 0:
        return left  # nothing divided is nothing, whatever it is divided by
    low = shortened(left.low / right.high, floor) if left.low and right.high else Fraction(0)
    high = shortened(left.high / right.low, ceil) if left.high is not None and right.low else None
    beyond = bool(left.low) and (right.high is None or right.high_open)
    return Range(
        low,
        high,
        low_open=left.low_open or beyond,
        high_open=high is not None and (left.high_open or right.low_open),
    )


EVERYTHING = Range(None, None)
"""Every number: what an unknown quantity can be."""


def reconcile(pieces: Iterable[Range]) -> tuple[Range, tuple[Range, ...]]:
    """Join pieces of evidence about one quantity, in no order: what it can be, and the pieces that clash.

    No evidence leaves everything open. If every two pieces meet, they all do, and the truth lies in all of them.
    Otherwise one of those that clash is wrong, nobody knows which, and the truth lies somewhere in their hull.

    >>> reconcile([Range(1480, None), Range.exactly(1500)])[0] == Range.exactly(1500)
    True
    """
    different = frozenset(pieces) or frozenset([EVERYTHING])
    shared = common(different)
    if shared is not None:
        return shared, ()
    # What meets the piece that begins last and that which ends first meets every piece between them.
    last, first = max(each._first for each in different), min(each._last for each in different)
    clashing = [piece for piece in different if piece._last < last or first < piece._first]
    return hull(clashing), tuple(sorted(clashing, key=by_place))
