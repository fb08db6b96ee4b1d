"""Ranges are compared with plain sets of numbers, on a grid that tells any two of them apart."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from each import for_each
from nsc_program import InvalidType, InvalidValue, Range
from nsc_program.values import exact, reconcile
from nsc_program.values._range_arithmetic import (
    minus,
    negated,
    plus_every,
    plus_some,
    power,
    ratio,
    times_every,
    times_some,
    without_negative,
)
from nsc_program.values._ranges import EVERYTHING, by_place, common, hull

_HALF, _QUARTER = Fraction(1, 2), Fraction(1, 4)
_HAIR = Fraction(1, 1000)
_FAR = Fraction(1000)


def _ends(first: int, last: int) -> list[Fraction]:
    return [step * _HALF for step in range(2 * first, 2 * last + 1)]


def _ranges(ends: list[Fraction]) -> Iterator[Range]:
    """Return every range between these ends, also those without one end or both."""
    yield EVERYTHING
    for end in ends:
        yield from (
            Range.exactly(end),
            Range.at_least(end),
            Range.above(end),
            Range.at_most(end),
            Range.below(end),
        )
    for low, high in product(ends, repeat=2):
        if low < high:
            for low_open, high_open in product((False, True), repeat=2):
                yield Range(low, high, low_open=low_open, high_open=high_open)


# Between any two ends there is a number of the grid, and beyond the outermost ends too. So no two
# ranges have the same numbers on it.
# There are few ends, so that they often coincide.
_GRID = [step * _QUARTER for step in range(-9, 10)]
_RANGES = tuple(_ranges(_ends(-1, 1)))
ranges = st.sampled_from(_RANGES)
several = st.lists(ranges, min_size=1, max_size=4)


def _lies(number: Fraction, each: Range) -> bool:
    """Say whether a number lies in a range, without `in`."""
    above = each.low is None or (number > each.low if each.low_open else number >= each.low)
    below = each.high is None or (number < each.high if each.high_open else number <= each.high)
    return above and below


def _numbers(each: Range | None) -> set[Fraction]:
    return set() if each is None else {number for number in _GRID if _lies(number, each)}


def _filled(numbers: set[Fraction]) -> set[Fraction]:
    """Return the numbers of the grid that lie between two of these."""
    return {number for number in _GRID if min(numbers) <= number <= max(numbers)}


class TestOneRange:
    """A range is an interval of exact numbers; it excludes its open ends.

    Where an end is absent, there is no limit.
    """

    @for_each("each", _RANGES, ids=str)
    def test_a_range_contains_the_numbers_between_its_ends(self, each: Range) -> None:
        assert {number for number in _GRID if number in each} == _numbers(each)

    @for_each("each", _RANGES, ids=str)
    def test_the_repr_evaluates_back(self, each: Range) -> None:
        assert eval(repr(each), {"Range": Range, "Fraction": Fraction}) == each  # noqa: S307 - the text is ours

    @for_each("each", _RANGES, ids=str)
    def test_whole_keeps_the_whole_numbers(self, each: Range) -> None:
        wanted = {number for number in _numbers(each) if number.denominator == 1}
        assert {number for number in _numbers(each.whole()) if number.denominator == 1} == wanted
        assert (each.whole() is None) == (not wanted)

    @given(ranges)
    def test_whole_has_closed_whole_ends_that_it_keeps(self, each: Range) -> None:
        """“Trên 2.000” people is from 2,001."""
        whole = each.whole() or EVERYTHING
        ends = [end for end in (whole.low, whole.high) if end is not None]
        assert (whole.low_open, whole.high_open, whole.whole()) == (False, False, whole)
        assert all(end.denominator == 1 for end in ends)

    @given(ranges, ranges)
    def test_ranges_of_the_same_numbers_are_equal(self, one: Range, other: Range) -> None:
        assert (one == other) == (_numbers(one) == _numbers(other))

    def test_different_ranges_have_different_texts(self) -> None:
        assert len({str(each) for each in _RANGES}) == len(set(_RANGES)) == len(_RANGES)

    @pytest.mark.parametrize(
        ("each", "text"),
        [
            (Range(1425, 1575), "[1425, 1575]"),
            (Range.above(2000), "(2000, ∞)"),
            (Range.below(_HALF), "(-∞, 1/2)"),
            (Range(0, 1, low_open=True), "(0, 1]"),
            (EVERYTHING, "(-∞, ∞)"),
        ],
    )
    def test_a_range_is_shown_in_interval_notation(self, each: Range, text: str) -> None:
        assert str(each) == text

    @pytest.mark.parametrize("number", [0, -3, Fraction(3, 2)])
    def test_exact_takes_whole_numbers_and_fractions_as_they_are(self, number: Fraction) -> None:
        assert (exact(number), type(exact(number))) == (number, Fraction)


class TestTogether:
    """Ranges are sets: within, meets, common and hull are those of sets."""

    @given(ranges, ranges)
    def test_a_range_is_within_another_if_its_numbers_are(self, one: Range, other: Range) -> None:
        assert one.within(other) == (_numbers(one) <= _numbers(other))

    @given(ranges, ranges)
    def test_ranges_meet_if_they_share_a_number(self, one: Range, other: Range) -> None:
        assert one.meets(other) == bool(_numbers(one) & _numbers(other))

    @given(several)
    def test_common_holds_the_numbers_in_all_ranges(self, some: list[Range]) -> None:
        wanted = set.intersection(*map(_numbers, some))
        assert _numbers(common(some)) == wanted
        assert (common(some) is None) == (not wanted)

    @given(several)
    def test_the_hull_holds_all_ranges_and_the_numbers_between(self, some: list[Range]) -> None:
        assert _numbers(hull(some)) == _filled(set.union(*map(_numbers, some)))

    @given(several.flatmap(lambda some: st.tuples(st.just(some), st.permutations(some))))
    def test_order_does_not_matter(self, both: tuple[list[Range], list[Range]]) -> None:
        some, shuffled = both
        assert (common(shuffled), hull(shuffled)) == (common(some), hull(some))

    @given(ranges, ranges)
    def test_ranges_sort_by_their_low_ends_then_by_their_high_ends(
        self, one: Range, other: Range
    ) -> None:
        first, second = sorted(
            (_numbers(one), _numbers(other)), key=lambda numbers: (min(numbers), max(numbers))
        )
        assert [_numbers(each) for each in sorted((one, other), key=by_place)] == [first, second]


# Growth: baselines are above 0, but a baseline may come arbitrarily close to it. Factors are not
# below 0, and an accepted range of factors may lack a low end.
_POSITIVE = _ends(1, 3)
_FACTORS = tuple(_ranges(_ends(0, 3)))
_BASES = (
    *(each for each in _ranges(_POSITIVE) if each.low is not None),
    Range.above(0),
    *(
        Range(0, end, low_open=True, high_open=is_open)
        for end in _POSITIVE
        for is_open in (False, True)
    ),
)
factors_and_bases = st.tuples(st.sampled_from(_FACTORS), st.sampled_from(_BASES))
# Ends of products are multiples of a quarter, so the same holds here.
_PRODUCTS = [step * Fraction(1, 8) for step in range(-8, 80)]


def _samples(each: Range) -> list[Fraction]:
    """Return some numbers of a range, among them one almost at each end."""
    low = -_FAR if each.low is None else each.low + _HAIR * each.low_open
    high = _FAR if each.high is None else each.high - _HAIR * each.high_open
    return [low, *(number for number in _ends(0, 4) if _lies(number, each)), high]


# Ends of sums are multiples of a half.
_SUMS = [step * _QUARTER for step in range(-12, 13)]


def _samples_of_any(each: Range) -> list[Fraction]:
    """Return numbers almost at both ends of a range, which may be far away."""
    low = -_FAR if each.low is None else each.low + _HAIR * each.low_open
    high = _FAR if each.high is None else each.high - _HAIR * each.high_open
    return [low, high]


class TestProducts:
    """Products give what is accepted for every baseline, and what for some, without a division."""

    @given(factors_and_bases)
    def test_times_every_holds_what_each_baseline_accepts(self, both: tuple[Range, Range]) -> None:
        factors, bases = both
        wanted = {
            number
            for number in _PRODUCTS
            if all(_lies(number / baseline, factors) for baseline in _samples(bases))
        }
        found = times_every(factors, bases)
        assert {number for number in _PRODUCTS if found is not None and number in found} == wanted
        assert (found is None) == (not wanted)

    @given(factors_and_bases)
    def test_times_some_spans_what_any_baseline_accepts(self, both: tuple[Range, Range]) -> None:
        factors, bases = both
        products = [
            factor * baseline for factor, baseline in product(_samples(factors), _samples(bases))
        ]
        wanted = {number for number in _PRODUCTS if min(products) <= number <= max(products)}
        assert {number for number in _PRODUCTS if number in times_some(factors, bases)} == wanted

    @pytest.mark.parametrize("bases", [Range(1, 2, low_open=True, high_open=True), Range(1, None)])
    def test_products_with_zero_are_zero(self, bases: Range) -> None:
        """They do not come near zero: each of them is zero, and those below it are below zero."""
        zero = Range.exactly(0)
        assert zero == times_some(zero, bases) == times_every(zero, bases)
        below = Range(None, 0, high_open=True)
        assert below == times_some(below, bases) == times_every(below, bases)

    @given(factors_and_bases)
    def test_what_every_baseline_accepts_some_baseline_accepts(
        self, both: tuple[Range, Range]
    ) -> None:
        every = times_every(*both)
        assert every is None or every.within(times_some(*both))

    @given(st.sampled_from(_FACTORS), st.sampled_from(_POSITIVE))
    def test_with_one_certain_baseline_both_are_the_same(
        self, factors: Range, baseline: Fraction
    ) -> None:
        certain = Range.exactly(baseline)
        assert times_every(factors, certain) == times_some(factors, certain)


class TestSums:
    """Sums give what is accepted for every baseline, and what for some, as products do."""

    @given(ranges, ranges)
    def test_plus_every_holds_what_each_baseline_accepts(self, steps: Range, bases: Range) -> None:
        wanted = {
            number
            for number in _SUMS
            if all(_lies(number - baseline, steps) for baseline in _samples_of_any(bases))
        }
        found = plus_every(steps, bases)
        assert {number for number in _SUMS if found is not None and number in found} == wanted

    @given(ranges, ranges)
    def test_plus_some_spans_what_any_baseline_accepts(self, steps: Range, bases: Range) -> None:
        sums = [
            step + baseline
            for step, baseline in product(_samples_of_any(steps), _samples_of_any(bases))
        ]
        wanted = {number for number in _SUMS if min(sums) <= number <= max(sums)}
        assert {number for number in _SUMS if number in plus_some(steps, bases)} == wanted

    @given(ranges)
    def test_negated_holds_the_negative_of_each_number(self, each: Range) -> None:
        assert {-number for number in _numbers(each)} == _numbers(negated(each))
        assert each == negated(negated(each))


@pytest.mark.parametrize(
    ("factors", "left"),
    [
        (Range(-1, 2, low_open=True), Range(0, 2)),
        (Range.at_least(-1), Range.at_least(0)),
        (Range(0, 2, low_open=True), Range(0, 2, low_open=True)),
        (Range.at_most(2), Range.at_most(2)),
    ],
    ids=str,
)
def test_factors_below_zero_are_left_out(factors: Range, left: Range) -> None:
    assert left == without_negative(factors)


class TestExactNumbers:
    """A number is accepted as it is, up to thirty digits above and below the line."""

    @pytest.mark.parametrize("number", [10**30 - 1, 1 - 10**30, Fraction(1, 10**30 - 1)], ids=str)
    def test_numbers_of_thirty_digits_are_accepted(self, number: Fraction) -> None:
        assert exact(number) == number

    @pytest.mark.parametrize("number", [10**30, -(10**30), Fraction(1, 10**30)], ids=str)
    def test_numbers_of_more_digits_are_refused(self, number: Fraction) -> None:
        with pytest.raises(
            InvalidValue,
            match=r"^tax: the number is too long: "
            r"expected at most 30 digits above and below the line$",
        ):
            exact(number, "tax")

    def test_the_message_names_what_the_number_is_for(self) -> None:
        with pytest.raises(InvalidType, match=r"^number: expected an int"):
            exact("3")  # type: ignore[arg-type]
        with pytest.raises(InvalidType, match=r"^number: expected an int"):
            Range("3", None)  # type: ignore[arg-type]
        with pytest.raises(InvalidType, match=r"^tax: expected an int"):
            exact("3", "tax")  # type: ignore[arg-type]

    def test_ends_are_fractions(self) -> None:
        assert [Fraction, Fraction] == [type(end) for end in (Range(1, 2).low, Range(1, 2).high)]

    @pytest.mark.parametrize("flag", ["low_open", "high_open"])
    def test_an_open_flag_is_true_or_false(self, flag: str) -> None:
        with pytest.raises(InvalidType, match=f"^{flag}: expected true or false, got int 1$"):
            Range(1, 2, **{flag: 1})  # type: ignore[arg-type]


class TestConstructors:
    """A range made by a named constructor holds exactly what the name says."""

    def test_a_constructor_makes_the_range_of_its_name(self) -> None:
        made = [
            make(1)
            for make in (Range.exactly, Range.at_least, Range.above, Range.at_most, Range.below)
        ]
        assert [[1], [1, 2], [2], [0, 1], [0]] == [
            [number for number in (0, 1, 2) if number in each] for each in made
        ]

    def test_the_repr_is_as_short_as_the_call_can_be(self) -> None:
        assert repr(Range(1, 2, low_open=True)) == "Range(1, 2, low_open=True)"
        assert repr(Range(None, _HALF)) == "Range(None, Fraction(1, 2))"


def _spanned(numbers: Iterable[Fraction]) -> tuple[Fraction, Fraction]:
    """Return the least and the greatest number."""
    found = list(numbers)
    return min(found), max(found)


class TestDifferencesAndRatios:
    """A difference or ratio is the smallest range that holds all results of two numbers."""

    @given(ranges, ranges)
    def test_a_difference_has_an_end_if_both_ranges_have(self, one: Range, other: Range) -> None:
        low, high = _spanned(x - y for x, y in product(_samples(one), _samples(other)))
        found = minus(one, other)
        assert (found.low is None, found.high is None) == (low < -_FAR / 2, high > _FAR / 2)
        for end, nearest in ((found.low, low), (found.high, high)):
            assert end is None or abs(end - nearest) <= 2 * _HAIR

    @given(ranges, ranges)
    def test_a_difference_includes_an_end_if_both_ranges_do(self, one: Range, other: Range) -> None:
        low, high = _spanned(x - y for x, y in product(_samples(one), _samples(other)))
        found = minus(one, other)
        assert found.low is None or found.low_open == (found.low < low)
        assert found.high is None or found.high_open == (found.high > high)

    @for_each(
        ("expected", "left", "right"),
        [
            (Range(2, 3), Range(4, 6), Range(2, 2)),
            (Range(1, 3), Range(4, 6), Range(2, 4)),
            (Range(0, 3), Range(0, 6), Range(2, 4)),
            (Range(1, 3, low_open=True), Range(4, 6, low_open=True), Range(2, 4)),
            (Range(1, 3, high_open=True), Range(4, 6, high_open=True), Range(2, 4)),
            (Range(1, 3, high_open=True), Range(4, 6), Range(2, 4, low_open=True)),
            (Range(1, 3, low_open=True), Range(4, 6), Range(2, 4, high_open=True)),
            # something is left, whatever the divisor is
            (Range(0, 3, low_open=True), Range(4, 6), Range(2, None)),
            (Range(0, 3), Range(0, 6), Range(2, None)),
            (Range(0, 3), Range(0, 6), Range(2, 4, high_open=True)),
            # without an end, or divided by numbers arbitrarily close to 0, there is no end
            (Range(1, None), Range(4, None), Range(2, 4)),
            (Range(1, None, low_open=True), Range(4, None, low_open=True), Range(2, 4)),
            (Range(1, None), Range(4, 6), Range(0, 4, low_open=True)),
            (Range(0, None, low_open=True), Range(4, None), Range(2, None)),
            # zero divided is zero
            (Range(0, 0), Range(0, 0), Range(2, 4)),
            (Range(0, 0), Range(0, 0), Range(0, None, low_open=True)),
            (Range(0, _HALF), Range(0, 1), Range(2, 4)),
        ],
        ids=str,
    )
    def test_a_ratio_is_the_smallest_range(
        self, expected: Range, left: Range, right: Range
    ) -> None:
        assert expected == ratio(left, right)


class TestPowers:
    """A power multiplies each factor by itself a number of times."""

    @for_each("each", _FACTORS)
    def test_ends_are_multiplied_and_stay_open_or_closed(self, each: Range) -> None:
        cubed = power(each, 3)
        assert (cubed.low_open, cubed.high_open) == (each.low_open, each.high_open)
        assert [end and end * end * end for end in (each.low, each.high)] == [cubed.low, cubed.high]


def test_without_evidence_anything_is_possible() -> None:
    assert (EVERYTHING, ()) == reconcile([])
