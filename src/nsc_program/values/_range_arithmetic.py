"""Arithmetic of ranges: products, powers, differences and ratios, as narrow as can be."""

from collections.abc import Callable
from fractions import Fraction
from math import ceil, floor

from attrs import evolve

from nsc_program.values._ranges import Range, between, high_place, low_place, shortened, spanning


def factors(percent: Range) -> Range:
    """Return the factors that growth by some percent multiplies by: 50 % more is times 3/2.

    Args:
        percent: the growth, in percent.
    """
    low, high = (None if end is None else 1 + end / 100 for end in (percent.low, percent.high))
    return Range(low, high, low_open=percent.low_open, high_open=percent.high_open)


def without_negative(factors: Range) -> Range:
    """Return factors without those below zero: nothing falls by more than all of it.

    Args:
        factors: the factors; some of them are not below zero.

    Returns:
        The factors. A range without a low end stays without one.
    """
    if factors.low is None or factors.low >= 0:
        return factors
    return evolve(factors, low=Fraction(0), low_open=False)


def _product(
    factor: Fraction | None, baseline: Fraction | None, whole: Callable[[Fraction], int]
) -> Fraction | None:
    if factor == 0:
        return factor  # however large the baseline is
    return None if factor is None or baseline is None else shortened(factor * baseline, whole)


def times_every(factors: Range, bases: Range) -> Range | None:
    """Return the numbers that lie in `factors` x b for *every* b of `bases`.

    The ends of `factors` are not below 0, and every number of `bases` is above 0.

    Returns:
        The range of these numbers; `None` if no number lies in all the products.
    """
    low, high = _product(factors.low, bases.high, ceil), _product(factors.high, bases.low, floor)
    if factors.low is not None and low is None:
        return None  # for every number there is a baseline that asks for more
    # Where `bases` is open, no baseline reaches its end, so all of them accept the limit itself.
    nears_low = _is_neared(factors.low, is_open=bases.high_open)
    nears_high = _is_neared(factors.high, is_open=bases.low_open)
    return between(
        low_place(low, is_open=factors.low_open and not nears_low),
        high_place(high, is_open=factors.high_open and not nears_high),
    )


def _is_neared(factor: Fraction | None, *, is_open: bool) -> bool:
    """Tell whether products come near a limit only, at an open end; those with 0 are all 0."""
    return is_open and factor != 0


def times_some(factors: Range, bases: Range) -> Range:
    """Return the smallest range that holds the numbers in `factors` x b for *any* b of `bases`.

    The ends of `factors` are not below 0, and every number of `bases` is above 0.
    """
    nears_low = _is_neared(factors.low, is_open=bases.low_open)
    nears_high = _is_neared(factors.high, is_open=bases.high_open)
    low, high = _product(factors.low, bases.low, floor), _product(factors.high, bases.high, ceil)
    return spanning(
        low_place(low, is_open=factors.low_open or nears_low),
        high_place(high, is_open=factors.high_open or nears_high),
    )


def power(factors: Range, times: int) -> Range:
    """Return the smallest range that holds the powers of all factors, whose ends are not below 0.

    Args:
        factors: the factors.
        times: how many times each is multiplied by itself.
    """
    if times == 1:
        return factors
    low, high = _raised(factors.low, times, floor), _raised(factors.high, times, ceil)
    return Range(
        low, high, low_open=factors.low_open, high_open=high is not None and factors.high_open
    )


def power_within(factors: Range, times: int) -> Range | None:
    """Return a range in which every number is a power of one of the factors.

    Returns:
        The range; `None` if its numbers have too many digits.
    """
    if times == 1:
        return factors
    low, high = _raised(factors.low, times, ceil), _raised(factors.high, times, floor)
    if factors.low is not None and low is None:
        return None
    return between(
        low_place(low, is_open=factors.low_open), high_place(high, is_open=factors.high_open)
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


def negated(numbers: Range) -> Range:
    """Return the negatives of the numbers of a range."""
    low, high = (None if end is None else -end for end in (numbers.high, numbers.low))
    return Range(low, high, low_open=numbers.high_open, high_open=numbers.low_open)


def plus_every(steps: Range, bases: Range) -> Range | None:
    """Return the numbers that lie in `steps` + b for *every* b of `bases`.

    Returns:
        The range of these numbers; `None` if no number lies in all the sums.
    """
    low, high = _sum(steps.low, bases.high, ceil), _sum(steps.high, bases.low, floor)
    if (low is None and steps.low is not None) or (high is None and steps.high is not None):
        return None  # for every number there is a baseline that does not accept it
    # Where `bases` is open, no baseline reaches its end, so all of them accept the limit itself.
    return between(
        low_place(low, is_open=steps.low_open and not bases.high_open),
        high_place(high, is_open=steps.high_open and not bases.low_open),
    )


def plus_some(steps: Range, bases: Range) -> Range:
    """Return the smallest range that holds the numbers in `steps` + b for *any* b of `bases`."""
    return minus(steps, negated(bases))


def _sum(
    number: Fraction | None, other: Fraction | None, whole: Callable[[Fraction], int]
) -> Fraction | None:
    return _difference(number, None if other is None else -other, whole)


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
