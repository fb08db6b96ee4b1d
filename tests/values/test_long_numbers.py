"""Numbers of a thousand digits and more: results are true, short enough to write, and readable."""

from collections.abc import Callable
from fractions import Fraction
from math import ceil, floor

import pytest
from attrs import evolve
from hypothesis import example, given, settings
from hypothesis import strategies as st

from building import known, plan_of, wanted
from nsc_program import (
    About,
    AtLeast,
    AtMost,
    Between,
    EachYear,
    Figures,
    Growth,
    InvalidValue,
    LessThan,
    MoreThan,
    Period,
    Phase,
    Program,
    Range,
    Reached,
    Reading,
    Status,
    YearlyGrowth,
    compare_phases,
    evaluate,
    sweep,
)
from nsc_program.plan import Bound
from nsc_program.plan._bases import Basis
from nsc_program.plan._readings import Asked
from nsc_program.serialization import from_json, to_json
from nsc_program.values._numbers import MOST_DIGITS, is_short
from nsc_program.values._range_arithmetic import (
    minus,
    plus_every,
    plus_some,
    power,
    power_within,
    ratio,
    times_every,
    times_some,
)
from nsc_program.values._ranges import shortened

LONGEST = 10**MOST_DIGITS - 1
YEARS = Period.of_years(1901, 2000)
LATER = Period.of_years(2001, 2001)
LONG = [1, 2, 3, LONGEST, LONGEST - 1, 10 ** (MOST_DIGITS // 2), 10**30 - 1, 7**1100, 3**2090]


def longs() -> st.SearchStrategy[Fraction]:
    """Draw numbers above 0 that a range can have, with short and long parts."""
    above, below = (st.sampled_from(LONG) | st.integers(1, LONGEST) for _ in range(2))
    return st.builds(Fraction, above, below)


def longer() -> st.SearchStrategy[Fraction]:
    """Draw numbers of any sign, up to some thousand digits."""
    product = st.builds(
        lambda one, other, sign: one * other * sign, longs(), longs(), st.sampled_from((1, -1))
    )
    return product | st.builds(lambda one, other: one - other, longs(), longs())


@st.composite
def long_ranges(draw: st.DrawFn) -> Range:
    """Draw ranges above 0."""
    low, high = sorted((draw(longs()), draw(longs())))
    ends = draw(st.tuples(st.booleans(), st.booleans())) if low < high else (False, False)
    top = draw(st.sampled_from((high, high, None)))
    return Range(low, top, low_open=ends[0], high_open=ends[1] and top is not None)


class TestShortened:
    @given(longer(), st.sampled_from((3, 40, MOST_DIGITS)))
    def test_a_shortened_number_errs_only_to_the_given_side(
        self, number: Fraction, most: int
    ) -> None:
        below, above = (shortened(number, whole, most) for whole in (floor, ceil))
        limit = 10**most

        for found in (below, above):
            assert found is None or (abs(found.numerator) < limit and found.denominator < limit)
        assert below is None or below <= number
        assert above is None or number <= above
        if abs(number.numerator) < limit and number.denominator < limit:
            assert below == above == number
        assert below is not None or number < -limit + 1
        assert above is not None or number > limit - 1

    @pytest.mark.parametrize(
        ("number", "below", "above"),
        [
            (Fraction(1999, 2), Fraction(999), None),
            (Fraction(-1999, 2), None, Fraction(-999)),
            (Fraction(5000), Fraction(999), None),
            (Fraction(-5000), None, Fraction(-999)),
            (Fraction(1, 5000), Fraction(0), Fraction(1, 10)),
        ],
        ids=str,
    )
    def test_numbers_are_shortened_to_three_digits(
        self, number: Fraction, below: Fraction | None, above: Fraction | None
    ) -> None:
        assert (below, above) == (shortened(number, floor, 3), shortened(number, ceil, 3))

    @given(longer())
    def test_shortening_loses_little(self, number: Fraction) -> None:
        below, above = (shortened(number, whole) for whole in (floor, ceil))
        little = max(abs(number), Fraction(1)) / 10 ** (MOST_DIGITS - 3)
        assert below is None or above is None or abs(number) >= LONGEST or above - below <= little


class TestRanges:
    """A range in which some numbers must lie is widened, one in which all must lie is narrowed."""

    @given(long_ranges(), st.integers(1, 40))
    def test_powers_err_to_the_safe_side(self, given_: Range, times: int) -> None:
        outer, inner = power(given_, times), power_within(given_, times)
        ends = ((given_.low, False), (given_.high, True))
        for end, larger in ((end, larger) for end, larger in ends if end is not None):
            raised = end**times
            outermost = outer.high if larger else outer.low
            assert outermost is None or (raised <= outermost if larger else outermost <= raised)
            innermost = inner and (inner.high if larger else inner.low)
            assert innermost is None or (innermost <= raised if larger else raised <= innermost)

    @given(long_ranges(), long_ranges())
    def test_products_differences_and_ratios_err_to_the_safe_side(
        self, one: Range, other: Range
    ) -> None:
        some, every = times_some(one, other), times_every(one, other)
        assert every is None or every.within(some)
        least = (one.low or 0) * (other.low or 0)
        assert (some.low or 0) <= least
        for found in (some, minus(one, other), ratio(one, other)):
            assert all(end is None or is_short(end) for end in (found.low, found.high))
        if every is not None and every.low is not None and other.high is not None:
            assert (one.low or 0) * other.high <= every.low

    def test_sums_err_to_the_safe_side(self) -> None:
        """Their exact ends have twice as many digits below the line as a range can have."""
        step, base = Fraction(1, LONGEST // 10), Fraction(1, LONGEST // 10 - 1)
        steps, bases = Range(step, step + 5), Range(base, base + 1)
        every, some = plus_every(steps, bases), plus_some(steps, bases)
        assert every is not None
        low = step + base
        assert [True, True] == [number in some for number in (low, low + 6)]
        assert [False, True, True, False] == [low + more in every for more in (1, 2, 4, 5)]

    @pytest.mark.parametrize("number", [LONGEST + 1, -LONGEST - 1, Fraction(1, LONGEST + 1)])
    def test_ends_are_never_too_long(self, number: int | Fraction) -> None:
        with pytest.raises(
            InvalidValue, match=r"^range: each end has at most 1000 digits above and below the line"
        ):
            Range(number, None)
        with pytest.raises(InvalidValue, match=r"at most 1000 digits above and below the line"):
            Asked("tolerance", Fraction(number))


# --- results ---


def given_numbers() -> st.SearchStrategy[Fraction]:
    """Draw numbers of up to thirty digits above and below the line, as a plan can have them."""
    large = st.sampled_from((1, 10, 10**30 - 1, 10**29 + 7)) | st.integers(1, 10**30 - 1)
    return st.builds(Fraction, large, large)


@st.composite
def bounds(draw: st.DrawFn) -> Bound:
    number = draw(given_numbers())
    kinds: tuple[Callable[[Fraction], Bound], ...] = (AtLeast, MoreThan, About, AtMost, LessThan)
    kind = draw(st.sampled_from(kinds))
    more = draw(st.sampled_from((None, 1, 10**29)))
    if more is None or (number + more).numerator >= 10**30:
        return kind(number)
    return Between(number, number + more, about=draw(st.booleans()))


@st.composite
def plans(draw: st.DrawFn) -> Program:
    bases: tuple[Basis, ...] = (Reached(), EachYear(), YearlyGrowth())
    one = wanted(draw(bounds()), draw(st.sampled_from(bases)), "money")
    grown = wanted(draw(bounds()), Growth(YEARS), "money", name="later/wanted")
    first = plan_of(YEARS, one)
    return evolve(first, phases=(*first.phases, Phase(id="later", period=LATER, targets=(grown,))))


@st.composite
def figures(draw: st.DrawFn) -> Figures:
    periods = (YEARS, LATER, *(YEARS.years[place] for place in (0, 1, 50, 99)))
    found = {period: draw(long_ranges()) for period in periods if draw(st.booleans())}
    return known("money", found)


def readings() -> st.SearchStrategy[Reading]:
    tolerances = st.sampled_from((Fraction(1, 20), Fraction(10**28 - 1, 10**29 + 1)))
    yes_no = {
        name: st.booleans()
        for name in ("may_exceed", "upper_binds", "planned_baseline", "each_year")
    }
    return st.builds(Reading, tolerance=tolerances, **yes_no)


class TestEveryResultCanBeWritten:
    """Every result on any plan and figures can be written, and is read back as it was."""

    @settings(max_examples=20)
    @given(plans(), figures(), readings())
    def test_an_evaluation_is_read_back(
        self, plan: Program, found: Figures, reading: Reading
    ) -> None:
        for result in (
            evaluate(plan, found, reading),
            compare_phases(evaluate(plan, found, reading), "phase", "later"),
        ):
            assert result == from_json(to_json(result), type(result))

    @settings(max_examples=5)
    @given(plans(), figures())
    def test_a_sweep_is_read_back(self, plan: Program, found: Figures) -> None:
        swept = sweep(plan, found)
        assert swept == from_json(to_json(swept), type(swept))


class TestVerdicts:
    """Attained or missed with shortened numbers is attained or missed with exact ones."""

    @example(Fraction(10**30 - 1, 10**29), Fraction(1), Fraction(10**999))
    @example(Fraction(10**30 - 1), Fraction(1), Fraction(LONGEST))
    @given(given_numbers(), longs(), longs())
    def test_a_mean_over_a_hundred_years_is_never_decided_wrongly(
        self, percent: Fraction, first: Fraction, last: Fraction
    ) -> None:
        plan = plan_of(YEARS, wanted(AtLeast(percent), YearlyGrowth(), "money"))
        years = {YEARS.years[0]: Range(first, first), YEARS.years[-1]: Range(last, last)}

        verdict = evaluate(plan, known("money", years), Reading(each_year=False))["phase/wanted"]

        if verdict.status in (Status.ATTAINED, Status.MISSED):
            grown = first * (1 + percent / 100) ** 99
            assert (verdict.status is Status.ATTAINED) == (grown <= last)
        else:
            assert Status.UNDECIDED is verdict.status
