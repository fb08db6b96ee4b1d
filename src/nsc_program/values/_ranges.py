"""Exact numbers and intervals of them: the values that a quantity can still take.

Every number inside is a `fractions.Fraction`, and nothing is rounded here.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from fractions import Fraction
from math import ceil, floor
from typing import Self, TypeAlias, final

from attrs import field, frozen

from nsc_program.errors import InvalidValue, Message
from nsc_program.values._validators import is_bool, refusal, shown, wrong_type
from nsc_program.values._value import Value

# An end as a place on the number line: -1 or 1 if it is infinite and 0 otherwise; its number; and
# 1 or -1 if it is open, for the smallest step inwards. Places compare as tuples, so none of the
# operations below needs a case for open or absent ends.
Place: TypeAlias = tuple[int, Fraction, int]


_DIGITS = 30  # more than any real quantity needs
_TOO_LARGE = 10**_DIGITS


_AN_EXACT_NUMBER = Message(
    "int hoặc Fraction như Fraction(1, 20)", "an int or a Fraction such as Fraction(1, 20)"
)


def exact(value: int | Fraction, name: str = "number") -> Fraction:
    """Return a whole number or a fraction as an exact `Fraction`.

    Args:
        value: the number, with at most thirty digits above and thirty below the line.
        name: the field that the number is for; error messages name it.

    Returns:
        The same number, not rounded.

    Raises:
        InvalidType: for a `float` (it may differ from the number that was written), a `bool` or a
            `str`.
        InvalidValue: for a number with more digits.

    >>> exact(3)
    Fraction(3, 1)
    """
    number = _number(value, name)
    if max(abs(number.numerator), number.denominator) >= _TOO_LARGE:
        raise refusal(name, "too-many-digits", _TOO_MANY_DIGITS)
    return number


_TOO_MANY_DIGITS = Message(
    f"số dài quá: tử số và mẫu số có tối đa {_DIGITS} chữ số",
    f"the number is too long: expected at most {_DIGITS} digits above and below the line",
)


def _number(value: int | Fraction, name: str = "number") -> Fraction:
    if type(value) is Fraction:
        return value
    if type(value) is not int:
        raise wrong_type(name, _AN_EXACT_NUMBER, value)
    return Fraction(value)


MOST_DIGITS = 1000
"""The most digits that an end of a range has above the line, and the most that it has below it.

Documents do not hold longer numbers.
"""
_TOO_LONG: int = 10**MOST_DIGITS


def is_short(number: Fraction) -> bool:
    """Return whether a number is short enough for a document."""
    return max(abs(number.numerator), number.denominator) < _TOO_LONG


def _end(value: int | Fraction | None) -> Fraction | None:
    # A product has more digits than its two factors, so an end may be longer than a number that a
    # caller writes.
    if value is None:
        return None
    number = _number(value)
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
    limit = 10**most
    if number is None or (abs(number.numerator) < limit and number.denominator < limit):
        return number
    rounded = _rounded(number, whole, most)
    if rounded is not None:
        return rounded
    is_floor = whole(Fraction(1, 2)) == 0
    is_toward_zero = is_floor == (number > 0)
    largest = Fraction(limit - 1 if number > 0 else 1 - limit)
    return largest if is_toward_zero else None


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
        if self._first > self._last:
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

    @property
    def _first(self) -> Place:
        return _low_place(self.low, is_open=self.low_open)

    @property
    def _last(self) -> Place:
        return _high_place(self.high, is_open=self.high_open)

    def __contains__(self, value: int | Fraction) -> bool:
        """Return whether a number lies in this range."""
        return self._first <= (0, _number(value), 0) <= self._last

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
        return common((self, other)) is not None

    def whole(self) -> "Range | None":
        """Return the range from the first to the last whole number in this range.

        Returns:
            The range with closed ends; `None` if this range holds no whole number.

        >>> Range.above(2000).whole()
        Range(2001, None)
        """
        first, last = self._first_whole(), self._last_whole()
        is_empty = first is not None and last is not None and first > last
        return None if is_empty else Range(first, last)

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
    """Return the numbers that lie in all of some ranges; `None` if no number does."""
    first = max(part._first for part in ranges)
    last = min(part._last for part in ranges)
    return _between(first, last)


def hull(ranges: Collection[Range]) -> Range:
    """Return the smallest range that holds all of some ranges."""
    first = min(part._first for part in ranges)
    last = max(part._last for part in ranges)
    return _spanning(first, last)


def is_above(left: Range, right: Range) -> bool:
    """Return whether the low end of one range is a larger number than the high end of another."""
    low, high = left.low, right.high
    return low is not None and high is not None and low > high


def by_place(interval: Range) -> tuple[Place, Place]:
    """Return a sort key that orders ranges by their low ends, then by their high ends."""
    return interval._first, interval._last


def _product(
    factor: Fraction | None, baseline: Fraction | None, whole: Callable[[Fraction], int]
) -> Fraction | None:
    return None if factor is None or baseline is None else shortened(factor * baseline, whole)


def times_every(factors: Range, bases: Range) -> Range | None:
    """Return the numbers that lie in `factors` x b for *every* b of `bases`.

    The ends of `factors` are above 0, and so is every number of `bases`.

    Returns:
        The range of these numbers; `None` if no number lies in all the products.
    """
    low, high = _product(factors.low, bases.high, ceil), _product(factors.high, bases.low, floor)
    if factors.low is not None and low is None:
        return None  # for every number there is a baseline that asks for more
    # Where `bases` is open, no baseline reaches its end, so all of them accept the limit itself.
    return _between(
        _low_place(low, is_open=factors.low_open and not bases.high_open),
        _high_place(high, is_open=factors.high_open and not bases.low_open),
    )


def times_some(factors: Range, bases: Range) -> Range:
    """Return the smallest range that holds the numbers in `factors` x b for *any* b of `bases`.

    The ends of `factors` are above 0, and so is every number of `bases`.
    """
    return _spanning(
        _low_place(
            _product(factors.low, bases.low, floor), is_open=factors.low_open or bases.low_open
        ),
        _high_place(
            _product(factors.high, bases.high, ceil), is_open=factors.high_open or bases.high_open
        ),
    )


def power(factors: Range, times: int) -> Range:
    """Return the smallest range that holds the powers of all factors, whose ends are above 0."""
    low, high = _raised(factors.low, times, floor), _raised(factors.high, times, ceil)
    return Range(
        low, high, low_open=factors.low_open, high_open=high is not None and factors.high_open
    )


def power_within(factors: Range, times: int) -> Range | None:
    """Return a range in which every number is a power of one of the factors.

    Returns:
        The range; `None` if its numbers have too many digits.
    """
    low, high = _raised(factors.low, times, ceil), _raised(factors.high, times, floor)
    if factors.low is not None and low is None:
        return None
    return _between(
        _low_place(low, is_open=factors.low_open), _high_place(high, is_open=factors.high_open)
    )


def _raised(
    number: Fraction | None, times: int, whole: Callable[[Fraction], int]
) -> Fraction | None:
    """Return a power by squaring, shortened at every step, since the digits double each time."""
    if number is None:
        return None
    result: Fraction | None = Fraction(1)
    for bit in f"{times:b}":
        result = _product(result, result, whole)
        result = _product(result, number, whole) if bit == "1" else result
    return result


def minus(left: Range, right: Range) -> Range:
    """Return the differences between the numbers of one range and the numbers of another."""
    low = _difference(left.low, right.high, floor)
    high = _difference(left.high, right.low, ceil)
    return Range(
        low,
        high,
        low_open=low is not None and (left.low_open or right.high_open),
        high_open=high is not None and (left.high_open or right.low_open),
    )


def _difference(
    number: Fraction | None, other: Fraction | None, whole: Callable[[Fraction], int]
) -> Fraction | None:
    return None if number is None or other is None else shortened(number - other, whole)


def ratio(left: Range, right: Range) -> Range:
    """Return the smallest range that holds the quotients of two ranges.

    Args:
        left: the dividends, none of which is negative.
        right: the divisors, all of which are above 0.
    """
    if left.high == 0:
        return left  # zero divided by any number is zero
    low = _quotient(left.low, right.high, floor) or Fraction(0)
    high = _quotient(left.high, right.low, ceil)
    beyond = bool(left.low) and (right.high is None or right.high_open)
    return Range(
        low,
        high,
        low_open=left.low_open or beyond,
        high_open=high is not None and (left.high_open or right.low_open),
    )


def _quotient(
    number: Fraction | None, by: Fraction | None, whole: Callable[[Fraction], int]
) -> Fraction | None:
    """Return a quotient; `None` if an end is absent, or the divisor can be any small number."""
    return shortened(number / by, whole) if number is not None and by else None


EVERYTHING = Range(None, None)
"""Every number: the range of a quantity about which nothing is known."""


def reconcile(pieces: Iterable[Range]) -> tuple[Range, tuple[Range, ...]]:
    """Join pieces of evidence about one quantity into the range that it can still take.

    If any two pieces share a number, then all pieces share one, and the truth lies in all of them.
    Otherwise at least one of the clashing pieces is wrong. It is unknown which one, so the truth
    lies somewhere in the smallest range that holds the clashing pieces.

    Args:
        pieces: what each piece of evidence allows, in any order; no piece at all leaves every
            number possible.

    Returns:
        The range of the quantity, and the pieces that clash, in order; no pieces if they agree.

    >>> reconcile([Range(1480, None), Range.exactly(1500)])[0] == Range.exactly(1500)
    True
    """
    different = frozenset(pieces) or frozenset([EVERYTHING])
    shared = common(different)
    if shared is not None:
        return shared, ()
    clashing = tuple(sorted(_clashing(different), key=by_place))
    return hull(clashing), clashing


def _clashing(pieces: Collection[Range]) -> Iterator[Range]:
    """Yield the pieces that do not meet every other piece.

    A piece that meets both the piece that begins last and the piece that ends first meets all.
    """
    last = max(piece._first for piece in pieces)
    first = min(piece._last for piece in pieces)
    return (piece for piece in pieces if piece._last < last or first < piece._first)
