"""Laws of arithmetic on ranges, held in every case that exists on a small domain.

The laws are about products, sums, differences, ratios and powers. Each law chooses numbers and
asks whether each of them is a possible product, sum, difference or ratio. The operands are the ends
of the ranges, numbers a tiny step inside them, and numbers far out where a range has no end. The
numbers asked about are the possible ends of the results, and a number between each two of those:
they lie much farther apart than a tiny step.
"""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import pairwise, product

from nsc_program import Range
from nsc_program.values._range_arithmetic import (
    minus,
    negated,
    plus_every,
    plus_some,
    power,
    power_within,
    ratio,
    times_every,
    times_some,
)
from range_sets import Case, Domain, Law, lies

_HAIR, _FAR = Fraction(1, 10**6), Fraction(10**6)


def _near(each: Range) -> list[Fraction]:
    """Return numbers of a range near its ends."""
    ends = [-_FAR if each.low is None else each.low, _FAR if each.high is None else each.high]
    return [
        number for end in ends for number in (end - _HAIR, end, end + _HAIR) if lies(number, each)
    ]


class _Asked:
    """Numbers that a law asks about.

    They are the possible ends of a result, a number between each two, and one beyond on each side.
    """

    def __init__(self, ends: Iterable[Fraction]) -> None:
        self.ends = sorted({*ends, Fraction(0)})
        between = ((one + other) / 2 for one, other in pairwise(self.ends))
        self.numbers = [self.ends[0] - 1, *self.ends, *between, self.ends[-1] + 1]

    def held(self, result: Range | None) -> list[Fraction | None]:
        """Return the numbers that a result holds, and its ends that cannot be among them."""
        if result is None:
            return []
        strangers = {result.low, result.high} - {None, *self.ends}
        return [*(number for number in self.numbers if lies(number, result)), *strangers]


def _from_zero(domain: Domain, *, is_open: bool) -> list[Range]:
    """Return the ranges without a low end, cut off at 0."""
    cut = [each for each in domain.sets if each.low is None]
    return [Range(0, each.high, low_open=is_open, high_open=each.high_open) for each in cut]


def _positive(domain: Domain) -> list[Range]:
    """Return the ranges of numbers above 0; some come arbitrarily close to it."""
    return [
        *(each for each in domain.sets if each.low is not None),
        *_from_zero(domain, is_open=True),
    ]


def _factors(domain: Domain) -> list[Range]:
    """Return the ranges whose ends are not below 0, zero alone among them."""
    return [*domain.sets, *_from_zero(domain, is_open=False), Range.exactly(0)]


def _products(domain: Domain) -> _Asked:
    return _Asked(one * other for one, other in product(domain.ends, repeat=2))


def times_every_takes_what_is_accepted_whatever_the_baseline(domain: Domain) -> Iterator[Case]:
    """`times_every`."""
    asked = _products(domain)
    for factors, bases in product(_factors(domain), _positive(domain)):
        right = [
            number
            for number in asked.numbers
            if all(lies(number / baseline, factors) for baseline in _near(bases))
        ]
        yield (factors, bases), right, asked.held(times_every(factors, bases))


def times_some_takes_what_is_accepted_for_some_baseline(domain: Domain) -> Iterator[Case]:
    """`times_some`."""
    asked = _products(domain)
    for factors, bases in product(_factors(domain), _positive(domain)):
        right = [number for number in asked.numbers if _is_product(number, factors, bases)]
        yield (factors, bases), right, asked.held(times_some(factors, bases))


def _is_product(number: Fraction, factors: Range, bases: Range) -> bool:
    return any(lies(number / baseline, factors) for baseline in _near(bases)) or any(
        lies(number / factor, bases) for factor in _near(factors) if factor
    )


def _sums(domain: Domain) -> _Asked:
    return _Asked(one + other for one, other in product(domain.ends, repeat=2))


def plus_every_takes_what_is_accepted_whatever_the_baseline(domain: Domain) -> Iterator[Case]:
    """`plus_every`."""
    asked = _sums(domain)
    for steps, bases in product(domain.sets, repeat=2):
        right = [
            number
            for number in asked.numbers
            if all(lies(number - baseline, steps) for baseline in _near(bases))
        ]
        yield (steps, bases), right, asked.held(plus_every(steps, bases))


def plus_some_takes_what_is_accepted_for_some_baseline(domain: Domain) -> Iterator[Case]:
    """`plus_some`."""
    asked = _sums(domain)
    for steps, bases in product(domain.sets, repeat=2):
        right = [number for number in asked.numbers if _is_sum(number, steps, bases)]
        yield (steps, bases), right, asked.held(plus_some(steps, bases))


def _is_sum(number: Fraction, steps: Range, bases: Range) -> bool:
    return any(lies(number - each, steps) for each in _near(bases)) or any(
        lies(number - each, bases) for each in _near(steps)
    )


def negated_takes_the_negative_of_each_number(domain: Domain) -> Iterator[Case]:
    """`negated`."""
    asked = _Asked(-end for end in domain.ends)
    for each in domain.sets:
        right = [number for number in asked.numbers if lies(-number, each)]
        yield (each,), right, asked.held(negated(each))


def minus_takes_every_difference(domain: Domain) -> Iterator[Case]:
    """`minus`."""
    asked = _Asked(one - other for one, other in product(domain.ends, repeat=2))
    for left, right in product(domain.sets, repeat=2):
        differences = [number for number in asked.numbers if _is_difference(number, left, right)]
        yield (left, right), differences, asked.held(minus(left, right))


def _is_difference(number: Fraction, left: Range, right: Range) -> bool:
    return any(lies(number + each, left) for each in _near(right)) or any(
        lies(each - number, right) for each in _near(left)
    )


def ratio_takes_every_quotient(domain: Domain) -> Iterator[Case]:
    """`ratio`, of numbers that are not negative by numbers above 0."""
    asked = _Asked(one / other for one, other in product(domain.ends, repeat=2))
    lefts = [*_positive(domain), *_from_zero(domain, is_open=False), Range.exactly(0)]
    for left, right in product(lefts, _positive(domain)):
        quotients = [number for number in asked.numbers if _is_quotient(number, left, right)]
        yield (left, right), quotients, asked.held(ratio(left, right))


def _is_quotient(number: Fraction, left: Range, right: Range) -> bool:
    return any(lies(number * each, left) for each in _near(right)) or any(
        lies(each / number, right) for each in _near(left) if number
    )


def power_takes_each_factor_times_itself(domain: Domain) -> Iterator[Case]:
    """`power`, up to the fifth."""
    roots = [number for number in _Asked(domain.ends).numbers if number > 0]
    for factors, times in product(domain.sets, range(1, 6)):
        right = [root for root in roots if lies(root, factors)]
        yield (
            (factors, times),
            right,
            [root for root in roots if lies(root**times, power(factors, times))],
        )


def power_within_takes_each_factor_times_itself(domain: Domain) -> Iterator[Case]:
    """`power_within`, up to the fifth; where no number is too long it takes all powers."""
    roots = [number for number in _Asked(domain.ends).numbers if number > 0]
    for factors, times in product(domain.sets, range(1, 6)):
        right = [root for root in roots if lies(root, factors)]
        found = power_within(factors, times)
        held = [root for root in roots if found is not None and lies(root**times, found)]
        yield (factors, times), right, held


OF_NUMBERS: tuple[Law, ...] = (
    times_every_takes_what_is_accepted_whatever_the_baseline,
    times_some_takes_what_is_accepted_for_some_baseline,
    plus_every_takes_what_is_accepted_whatever_the_baseline,
    plus_some_takes_what_is_accepted_for_some_baseline,
    negated_takes_the_negative_of_each_number,
    minus_takes_every_difference,
    ratio_takes_every_quotient,
    power_takes_each_factor_times_itself,
    power_within_takes_each_factor_times_itself,
)
