"""Exact numbers and intervals of them: the values that a quantity can still take.

Every number inside is a `fractions.Fraction`, and nothing is rounded here.
"""

from collections.abc import Callable, Collection
from fractions import Fraction
from functools import cache, cached_property
from math import ceil, floor
from typing import Self, TypeAlias, final

from attrs import field, frozen

from nsc_program.errors import InvalidValue, Message
from nsc_program.values._numbers import MOST_DIGITS, exact, is_short, plain_number
from nsc_program.values._validators import is_bool, refusal, shown
from nsc_program.values._value import Value

# An end as a place on the number line: -1 or 1 if it is infinite and 0 otherwise; its number; and
# 1 or -1 if it is open, for the smallest step inwards. Places compare as tuples, so none of the
# operations below needs a case for open or absent ends. A range keeps whole numbers in its places
# as `int`: they equal the fractions, and comparing them takes a tenth of the time.
Place: TypeAlias = tuple[int, int | Fraction, int]


def _end(value: int | Fraction | None) -> Fraction | None:
    # A product has more digits than its two factors, so an end may be longer than a number that a
    # caller writes.
    if value is None:
        return None
    number = plain_number(value)
    if not is_short(number):
        raise refusal("range", "too-many-digits", _LONG_END)
    return number


_LONG_END = Message(
    f"mỗi đầu có nhiều nhất {MOST_DIGITS} chữ số ở tử số và {MOST_DIGITS} ở mẫu số; hãy làm tròn",
    f"each end has at most {MOST_DIGITS} digits above and below the line; round it",
)


def shortened(
    number: Fraction | None, whole: Callable[[Fraction], int], most: int = MOST_DIGITS
) -> Fraction | None:
    """Return a number with at most `most` digits that stands in for a longer one.

    Only yearly growth over a lifetime produces numbers of a thousand digits and more. Rounding an
    end of a range towards the correct side makes the range a little wider or a little narrower,
    as the caller needs, and never wrong.

    Args:
        number: the number; `None` for an absent end.
        whole: `floor` for a number that is not larger, `ceil` for one that is not smaller.
        most: the most digits above the line, and the most below it.

    Returns:
        The number itself if it is short enough, otherwise a shorter one on the side that `whole`
        asks for; `None` if that side has no number that is short enough.

    >>> shortened(Fraction(2, 3), floor, most=3), shortened(Fraction(20002, 3), ceil, most=3)
    (Fraction(2, 3), None)
    >>> shortened(Fraction(20002, 30001), floor, most=4)
    Fraction(33, 50)
    """
    limit = _power_of_ten(most)
    if number is None or (abs(number.numerator) < limit and number.denominator < limit):
        return number
    rounded = _rounded(number, whole, most)
    if rounded is not None:
        return rounded
    is_floor = whole(Fraction(1, 2)) == 0
    is_toward_zero = is_floor == (number > 0)
    largest = Fraction(limit - 1 if number > 0 else 1 - limit)
    return largest if is_toward_zero else None


@cache
def _power_of_ten(digits: int) -> int:
    power: int = 10**digits
    return power  # the library asks for two powers only, and both take long to compute


def _rounded(number: Fraction, whole: Callable[[Fraction], int], most: int) -> Fraction | None:
    """Return a number with fewer digits below the line; `None` if it has too many above it."""
    limit, before = 10**most, abs(number.numerator) // number.denominator
    if before >= limit:
        return None
    scale = 10 ** max(0, most - 1 - len(str(before)))
    rounded = Fraction(whole(number * scale), scale)
    return rounded if abs(rounded) < limit else None


@final
@frozen(repr=False)
class Range(Value):
    """An interval of exact numbers (khoảng giá trị), never empty.

    Attributes:
        low: the low end; `None` if there is no limit on that side.
        high: the high end; `None` if there is no limit on that side.
        low_open: `True` if the low end itself does not belong to the range.
        high_open: `True` if the high end itself does not belong to the range.

    Raises:
        InvalidType: for an end that is not an `int` or a `Fraction`, such as a `float`.
        InvalidValue: if no number lies in the range, if an absent end is open, or if an end has
            more than 1000 digits above or below the line.

    >>> Fraction(1480) in Range(1425, None)
    True
    """

    low: Fraction | None = field(converter=_end)
    high: Fraction | None = field(converter=_end)
    low_open: bool = field(default=False, kw_only=True, validator=is_bool)
    high_open: bool = field(default=False, kw_only=True, validator=is_bool)

    def __attrs_post_init__(self) -> None:
        """Reject an empty range, and an absent end that is open: equal ranges are written alike."""
        if (self.low is None and self.low_open) or (self.high is None and self.high_open):
            raise InvalidValue.at(
                code="absent-end-open",
                vi="đầu không có giới hạn thì không mở cũng không đóng; "
                "bỏ low_open, high_open ở đầu đó",
                en="an absent end is neither open nor closed; leave the flag out",
            )
        is_bounded = self.low is not None and self.high is not None
        if is_bounded and self._first > self._last:
            raise _empty(self.low, self.high)

    def __repr__(self) -> str:
        """Return the call that makes this range."""
        arguments = [
            str(end) if end is None or end.denominator == 1 else repr(end)
            for end in (self.low, self.high)
        ]
        if self.low_open:
            arguments.append("low_open=True")
        if self.high_open:
            arguments.append("high_open=True")
        return f"Range({', '.join(arguments)})"

    def __str__(self) -> str:
        """Return the range in interval notation.

        >>> print(Range.above(2000))
        (2000, ∞)
        """
        low = "-∞" if self.low is None else self.low
        high = "∞" if self.high is None else self.high
        left = "(" if self.low is None or self.low_open else "["
        right = ")" if self.high is None or self.high_open else "]"
        return f"{left}{low}, {high}{right}"

    @classmethod
    def exactly(cls, value: int | Fraction) -> Self:
        """Return the range [value, value], which holds one number only.

        Args:
            value: the number; see `exact` for the numbers that are accepted and the errors.
        """
        return cls(exact(value), exact(value))

    @classmethod
    def at_least(cls, value: int | Fraction) -> Self:
        """Return the range [value, ∞): a number and all numbers above it.

        Args:
            value: the low end; see `exact` for the numbers that are accepted and the errors.
        """
        return cls(exact(value), None)

    @classmethod
    def above(cls, value: int | Fraction) -> Self:
        """Return the range (value, ∞): all numbers above a number.

        Args:
            value: the low end; see `exact` for the numbers that are accepted and the errors.
        """
        return cls(exact(value), None, low_open=True)

    @classmethod
    def at_most(cls, value: int | Fraction) -> Self:
        """Return the range (-∞, value]: a number and all numbers below it.

        Args:
            value: the high end; see `exact` for the numbers that are accepted and the errors.
        """
        return cls(None, exact(value))

    @classmethod
    def below(cls, value: int | Fraction) -> Self:
        """Return the range (-∞, value): all numbers below a number.

        Args:
            value: the high end; see `exact` for the numbers that are accepted and the errors.
        """
        return cls(None, exact(value), high_open=True)

    @cached_property
    def _first(self) -> Place:
        return low_place(_plain(self.low), is_open=self.low_open)

    @cached_property
    def _last(self) -> Place:
        return high_place(_plain(self.high), is_open=self.high_open)

    def __contains__(self, value: int | Fraction) -> bool:
        """Return whether a number lies in this range."""
        return self._first <= (0, plain_number(value), 0) <= self._last

    def within(self, other: "Range") -> bool:
        """Return whether every number of this range lies in another range.

        Args:
            other: the range to compare with.

        Returns:
            `True` if this range lies within the other; equal ranges lie within each other.
        """
        return other._first <= self._first and self._last <= other._last

    def meets(self, other: "Range") -> bool:
        """Return whether this range and another one share a number.

        Args:
            other: the range to compare with.

        Returns:
            `True` if at least one number lies in both.
        """
        return self._first <= other._last and other._first <= self._last

    def whole(self) -> "Range | None":
        """Return the range from the first to the last whole number in this range.

        Returns:
            The range with closed ends; `None` if this range holds no whole number.

        >>> Range.above(2000).whole()
        Range(2001, None)
        """
        if self._is_whole:
            return self
        first, last = self._first_whole(), self._last_whole()
        is_empty = first is not None and last is not None and first > last
        return None if is_empty else Range(first, last)

    @property
    def _is_whole(self) -> bool:
        """Whether both ends are absent, or whole numbers that belong to the range."""
        is_closed = not (self.low_open or self.high_open)
        return is_closed and type(self._first[1]) is type(self._last[1]) is int

    def _first_whole(self) -> int | None:
        low = self.low
        if low is None:
            return None
        return floor(low) + 1 if self.low_open else ceil(low)

    def _last_whole(self) -> int | None:
        high = self.high
        if high is None:
            return None
        return ceil(high) - 1 if self.high_open else floor(high)


def _empty(*ends: Fraction | None) -> InvalidValue:
    low, high = (shown(str(end))[1:-1] for end in ends)
    return InvalidValue.at(
        code="empty-range",
        vi=f"không có số nào giữa đầu dưới, {low}, và đầu trên, {high}",
        en=f"nothing lies between the low end, {low}, and the high end, {high}",
    )


def _plain(end: Fraction | None) -> int | Fraction | None:
    """Return an end as an `int` if it is a whole number."""
    return end if end is None or end.denominator != 1 else end.numerator


def low_place(low: int | Fraction | None, *, is_open: bool) -> Place:
    return (-1, 0, 0) if low is None else (0, low, int(is_open))


def high_place(high: int | Fraction | None, *, is_open: bool) -> Place:
    return (1, 0, 0) if high is None else (0, high, -int(is_open))


def spanning(first: Place, last: Place) -> Range:
    low, high = (None if infinite else number for infinite, number, _ in (first, last))
    return Range(low, high, low_open=first[2] != 0, high_open=last[2] != 0)


def between(first: Place, last: Place) -> Range | None:
    return spanning(first, last) if first <= last else None


def common(ranges: Collection[Range]) -> Range | None:
    """Return the numbers that lie in all of some ranges; `None` if no number does."""
    first = max(part._first for part in ranges)
    last = min(part._last for part in ranges)
    return between(first, last)


def hull(ranges: Collection[Range]) -> Range:
    """Return the smallest range that holds all of some ranges."""
    first = min(part._first for part in ranges)
    last = max(part._last for part in ranges)
    return spanning(first, last)


def is_above(left: Range, right: Range) -> bool:
    """Return whether the low end of one range is a larger number than the high end of another."""
    return left.low is not None and right.high is not None and left._first[1] > right._last[1]


def by_place(interval: Range) -> tuple[Place, Place]:
    """Return a sort key that orders ranges by their low ends, then by their high ends."""
    return interval._first, interval._last


EVERYTHING = Range(None, None)
"""Every number: the range of a quantity about which nothing is known."""
