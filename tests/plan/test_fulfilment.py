"""A plan is refused exactly if no number can fulfil its targets under any reading."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise, product

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from building import plan_of, small_plan, wanted
from each import for_each
from nsc_program import (
    About,
    Answer,
    AtLeast,
    AtMost,
    Between,
    Choice,
    EachYear,
    Growth,
    Indicator,
    LessThan,
    MoreThan,
    Period,
    Phase,
    Plain,
    Program,
    Question,
    Range,
    Reached,
    Reading,
    Target,
    Text,
    YearlyGrowth,
)
from nsc_program.errors import InvalidProgram, Problem
from nsc_program.plan import Basis, Bound
from nsc_program.plan._bounds import accepted
from nsc_program.plan._fulfilment import WIDEST, unfulfillable
from nsc_program.plan._readings import Asking
from nsc_program.testing import strategies as nsc
from nsc_program.testing.strategies._indicators import MONEY, OCCASIONS, SHARE, THINGS

FIVE, TWO, DAYS = (
    Period.of_years(2021, 2025),
    Period.of_years(2021, 2022),
    Period.of_years(2020, 2020),
)
SINCE = Growth(Period.of_years(2016, 2020))
YEARLY = EachYear()
PERCENT = evolve(SHARE, id="percent", domain=Range(0, 100))
FEW = evolve(THINGS, id="few", domain=Range(0, 10))
FEW_OCCASIONS = evolve(OCCASIONS, id="few-occasions", domain=Range(0, 10))
KNOWN = {each.id: each for each in (THINGS, OCCASIONS, MONEY, SHARE, PERCENT, FEW, FEW_OCCASIONS)}


def plan(
    *targets: tuple[Bound, Basis], indicator: Indicator = THINGS, period: Period = FIVE
) -> Program:
    """Return a plan with targets about one indicator, called a, b and so on."""
    of_phase = [
        wanted(bound, basis, indicator.id, f"phase/{name}")
        for name, (bound, basis) in zip("abc", targets, strict=False)
    ]
    return evolve(
        plan_of(period),
        indicators=(indicator,),
        phases=(Phase(id="phase", period=period, targets=tuple(of_phase)),),
    )


def problems(refusal: pytest.ExceptionInfo[InvalidProgram]) -> list[Problem]:
    return list(refusal.value.problems)


BOTH = "target 'phase/a' and target 'phase/b': no number fulfils both; correct one of them"
ALONE = (
    "target 'phase/a': its indicator can take no number that fulfils it; "
    "correct its bound, or the domain of the indicator"
)


class TestTogether:
    """Two targets of one phase about one indicator are about the same number."""

    @for_each("basis", [Reached(), YEARLY, SINCE, YearlyGrowth()], ids=str)
    @for_each(
        ("one", "other"),
        [
            (AtLeast(10), AtMost(5)),
            (AtMost(5), AtLeast(10)),
            (MoreThan(10), LessThan(10)),
            (Plain(10), AtMost(9)),
            (About(100), AtMost(89)),
            (Between(10, 20), LessThan(10)),
            (Between(100, 110, about=True), AtMost(89)),
        ],
        ids=str,
    )
    def test_a_target_that_asks_for_more_than_another_allows_is_refused(
        self, one: Bound, other: Bound, basis: Basis
    ) -> None:
        with pytest.raises(InvalidProgram) as refusal:
            plan((one, basis), (other, basis))

        (problem,) = problems(refusal)
        assert (BOTH, ("phases", 0, "targets", 1)) == (problem.message.en, problem.path)
        assert (
            "mục tiêu 'phase/a' và mục tiêu 'phase/b': không có số nào đạt được cả hai"
            in problem.message.vi
        )
        assert "no-number-fulfils" == problem.code

    @for_each("basis", [Reached(), YEARLY, SINCE, YearlyGrowth()], ids=str)
    @for_each(
        ("one", "other"),
        [
            (AtLeast(10), AtMost(10)),
            (MoreThan(10), AtMost(10)),  # “trên” may include the number itself
            (About(100), AtMost(90)),
            (Plain(10), AtLeast(12)),  # a bare number may be a floor
            (Between(10, 20), AtLeast(30)),  # the upper end may be exceeded
            (About(10), AtLeast(30)),
        ],
        ids=str,
    )
    def test_targets_that_some_reading_can_fulfil_are_accepted(
        self, one: Bound, other: Bound, basis: Basis
    ) -> None:
        assert 2 == len(plan((one, basis), (other, basis)).targets)

    def test_the_message_names_the_two_targets_that_are_furthest_apart(self) -> None:
        with pytest.raises(InvalidProgram) as refusal:
            plan((AtLeast(6), Reached()), (AtMost(5), Reached()), (AtLeast(7), Reached()))

        (problem,) = problems(refusal)
        assert problem.message.en.startswith("target 'phase/b' and target 'phase/c'")
        assert ("phases", 0, "targets", 2) == problem.path

    def test_targets_about_different_indicators_are_not_compared(self) -> None:
        targets = (
            wanted(AtLeast(10), name="phase/a"),
            wanted(AtMost(5), indicator="occasions", name="phase/b"),
        )
        assert 2 == len(plan_of(FIVE, *targets).targets)

    def test_growth_from_different_baselines_is_not_compared(self) -> None:
        assert 2 == len(plan((AtLeast(50), SINCE), (AtMost(10), Growth(TWO))).targets)

    def test_phases_with_the_same_period_are_compared(self) -> None:
        one, other = (
            Phase(id=name, period=FIVE, targets=(wanted(bound, name=f"{name}/t"),))
            for name, bound in (("p", AtLeast(10)), ("q", AtMost(5)))
        )
        with pytest.raises(
            InvalidProgram,
            match=r"^phases\[1\].targets\[0\]: target 'p/t' and target 'q/t': no number",
        ):
            small_plan(one, other)
        assert 2 == len(small_plan(one, evolve(other, period=TWO)).targets)

    def test_past_phases_are_checked_too(self) -> None:
        past = Phase(
            id="past",
            period=TWO,
            targets=(wanted(AtLeast(10), name="past/a"), wanted(AtMost(5), name="past/b")),
        )
        with pytest.raises(
            InvalidProgram, match=r"^past\[0\].targets\[1\]: target 'past/a' and target 'past/b'"
        ):
            evolve(plan_of(FIVE), past=(past,), in_force_from=FIVE.end)


class TestAWholeAndItsYears:
    """A total follows from its years.

    It is their sum, at least the largest of them, or the state at the end of the last year.
    """

    @pytest.mark.parametrize(
        ("indicator", "each", "total"),
        [
            (OCCASIONS, AtLeast(5), AtMost(24)),
            (OCCASIONS, AtMost(5), AtLeast(26)),
            (OCCASIONS, LessThan(5), AtLeast(21)),  # whole numbers: at most 4 in each of five years
            (THINGS, AtLeast(5), AtMost(4)),
            (THINGS, AtMost(5), AtLeast(26)),
            (MONEY, AtLeast(5), AtMost(4)),
            (MONEY, AtMost(5), AtLeast(6)),
        ],
        ids=str,
    )
    def test_a_total_that_its_years_cannot_reach_is_refused(
        self, indicator: Indicator, each: Bound, total: Bound
    ) -> None:
        with pytest.raises(InvalidProgram) as refusal:
            plan((each, YEARLY), (total, Reached()), indicator=indicator)
        assert [BOTH] == [problem.message.en for problem in problems(refusal)]

    @pytest.mark.parametrize(
        ("indicator", "each", "total"),
        [
            (OCCASIONS, AtLeast(5), AtMost(25)),
            (OCCASIONS, AtMost(5), AtLeast(25)),
            (OCCASIONS, LessThan(5), AtLeast(20)),
            (THINGS, AtLeast(5), AtMost(5)),  # the same things in each year
            (THINGS, AtMost(5), AtLeast(25)),  # other things in each year
            (MONEY, AtMost(5), AtLeast(5)),
        ],
        ids=str,
    )
    def test_a_total_that_its_years_can_reach_is_accepted(
        self, indicator: Indicator, each: Bound, total: Bound
    ) -> None:
        assert 2 == len(plan((each, YEARLY), (total, Reached()), indicator=indicator).targets)

    def test_years_whose_total_exceeds_the_domain_are_refused(self) -> None:
        with pytest.raises(InvalidProgram) as refusal:
            plan((AtLeast(3), YEARLY), indicator=FEW_OCCASIONS)
        assert [ALONE] == [problem.message.en for problem in problems(refusal)]

    def test_a_phase_without_whole_years_is_refused_for_that_alone(self) -> None:
        """Nothing is concluded from years that do not exist."""
        with pytest.raises(InvalidProgram) as refusal:
            plan(
                (AtLeast(5), YEARLY),
                (AtMost(4), Reached()),
                period=Period(FIVE.first, DAYS.end.replace(year=2025, day=30)),
            )
        assert ["not-whole-years"] == [problem.code for problem in problems(refusal)]


class TestAlone:
    """A target may ask for a number that its indicator can never have."""

    @for_each(
        ("indicator", "bound"),
        [
            (PERCENT, AtLeast(101)),
            (PERCENT, LessThan(0)),
            (THINGS, AtMost(-1)),
            (THINGS, AtMost(Fraction(-1, 2))),
            (FEW, Plain(11)),
            (FEW, Between(11, 12)),
            (evolve(PERCENT, domain=Range(0, 100, high_open=True)), MoreThan(100)),
        ],
        ids=str,
    )
    @for_each("basis", [Reached(), YEARLY], ids=str)
    def test_a_target_outside_the_domain_is_refused(
        self, indicator: Indicator, bound: Bound, basis: Basis
    ) -> None:
        with pytest.raises(InvalidProgram) as refusal:
            plan((bound, basis), indicator=indicator)

        (problem,) = problems(refusal)
        assert (ALONE, ("phases", 0, "targets", 0)) == (problem.message.en, problem.path)
        assert "mục tiêu 'phase/a': không có số nào của chỉ tiêu đạt được" in problem.message.vi

    @pytest.mark.parametrize(
        ("indicator", "bound"),
        [
            (PERCENT, AtLeast(100)),
            (PERCENT, MoreThan(100)),  # “trên” may include the number itself
            (THINGS, AtMost(0)),
            (THINGS, AtMost(Fraction(1, 2))),  # zero
            (THINGS, Between(Fraction(1, 3), Fraction(1, 2))),  # the upper end may be exceeded
            (FEW, About(11)),
        ],
        ids=str,
    )
    def test_a_target_within_the_domain_under_some_reading_is_accepted(
        self, indicator: Indicator, bound: Bound
    ) -> None:
        assert 1 == len(plan((bound, Reached()), indicator=indicator).targets)


class TestChoices:
    """If the text leaves the indicator open, one answer that leaves a number is enough."""

    WHICH = Question(
        id="which",
        phrase=Text(vi="cái nào", en="which"),
        answers=tuple(
            Answer(value=value, label=Text(vi=value, en=value)) for value in ("all", "few")
        ),
    )
    ROWS = ((("all",), "things"), (("few",), "few"))

    def plan(self, *targets: Target) -> Program:
        bare = small_plan(Phase(id="phase", period=FIVE), questions=(self.WHICH,))
        phases = (evolve(bare.phases[0], targets=targets),)
        return evolve(bare, indicators=(*bare.indicators, FEW), phases=phases)

    def test_two_targets_with_the_same_choice_are_compared(self) -> None:
        both = [
            wanted(bound, indicator=Choice(("which",), self.ROWS), name=name)
            for bound, name in ((AtLeast(10), "phase/a"), (AtMost(5), "phase/b"))
        ]
        with pytest.raises(
            InvalidProgram, match="target 'phase/a' and target 'phase/b': no number fulfils both"
        ):
            self.plan(*both)

    def test_a_target_may_be_impossible_under_one_answer(self) -> None:
        assert 1 == len(
            self.plan(
                wanted(AtLeast(11), indicator=Choice(("which",), self.ROWS), name="phase/a")
            ).targets
        )

    def test_a_choice_is_not_compared_with_one_of_its_indicators(self) -> None:
        """Under the other answer the targets are about different things."""
        chosen = wanted(AtLeast(10), indicator=Choice(("which",), self.ROWS), name="phase/a")
        assert 2 == len(
            self.plan(chosen, wanted(AtMost(5), indicator="few", name="phase/b")).targets
        )

    def test_a_choice_of_an_unknown_indicator_is_refused_for_that_alone(self) -> None:
        chosen = Choice(("which",), ((("all",), "things"), (("few",), "fewer")))
        with pytest.raises(InvalidProgram) as refusal:
            self.plan(wanted(AtMost(-1), indicator=chosen, name="phase/a"))
        assert ["unknown-indicator"] == [problem.code for problem in problems(refusal)]


# Every small plan

READINGS = [
    Reading(
        tolerance=tolerance,
        may_exceed=exceed,
        strict=strict,
        plain_is_floor=floor,
        upper_binds=binds,
    )
    for tolerance in (Fraction(0), Fraction(1, 20), Fraction(1, 10))
    for exceed, strict, floor, binds in product((True, False), repeat=4)
]


@given(nsc.bounds(), nsc.readings())
def test_no_reading_accepts_more_than_the_widest(bound: Bound, reading: Reading) -> None:
    assert accepted(bound, Asking(reading)).within(accepted(bound, Asking(WIDEST)))


@st.composite
def small_bounds(draw: DrawFn) -> Bound:
    """Draw every kind of bound, with numbers from below zero to beyond the total of a few years."""
    number, kind = draw(st.integers(-1, 12)), draw(st.integers(0, 7))
    if kind > 5:
        return Between(number, number + draw(st.integers(1, 3)), about=kind == 7)
    return (AtLeast, MoreThan, About, Plain, AtMost, LessThan)[kind](number)


BASES: list[Basis] = [Reached(), YEARLY]


@st.composite
def small_phases(draw: DrawFn) -> Phase:
    """Draw up to three targets about one indicator, for the phase or for each of its years."""
    indicator = draw(st.sampled_from([*KNOWN.values()]))
    period = Period.of_years(2021, draw(st.sampled_from([2021, 2022, 2023])))
    targets = draw(
        st.lists(st.tuples(small_bounds(), st.sampled_from(BASES)), min_size=1, max_size=3)
    )
    return Phase(
        id="phase",
        period=period,
        targets=tuple(
            wanted(*each, indicator.id, f"phase/{place}") for place, each in enumerate(targets)
        ),
    )


_MOST = 16  # above every number that is asked for: a year need not exceed this


def _numbers(indicator: Indicator, ranges: list[Range]) -> list[Fraction]:
    """Return numbers of which at least one lies in each set that these ranges can form.

    They are whole numbers, or the ends and numbers between them.
    """
    if indicator.unit.whole:
        return [Fraction(number) for number in range(_MOST)]
    ends = sorted(
        {end for each in ranges for end in (each.low, each.high) if end is not None}
        or {Fraction(0)}
    )
    return [ends[0] - 1, *ends, *((one + other) / 2 for one, other in pairwise(ends)), ends[-1] + 1]


def _totals(indicator: Indicator, years: list[Fraction], count: int) -> Iterator[Fraction]:
    """Yield the possible totals of a phase whose years each have one of these numbers."""
    if not indicator.accumulates:
        yield from years  # the state at the end of the last
        return
    known = {(Fraction(0), Fraction(0))}  # the sum of the years, and the largest of them
    for _ in range(count):
        known = {(total + year, max(most, year)) for total, most in known for year in years}
    for total, most in known:
        yield from (
            [total] if indicator.additive else map(Fraction, range(int(most), int(total) + 1))
        )


Allowed = tuple[tuple[Basis, Range], ...]


def allowed(phase: Phase, reading: Reading) -> Allowed:
    """Return the range that each target of a phase accepts."""
    return tuple(
        (target.basis, accepted(target.bound, Asking(reading))) for target in phase.targets
    )


def can_be_fulfilled(phase: Phase, wanted: Allowed) -> bool:
    """Say whether some numbers fulfil all targets of a phase, by trying them."""
    indicator = KNOWN[phase.targets[0].indicator_ids[0]]
    domain = indicator.domain
    numbers = [
        number
        for number in _numbers(indicator, [domain, *(each for _, each in wanted)])
        if number in domain
    ]
    years = [
        number
        for number in numbers
        if all(number in each for basis, each in wanted if basis == YEARLY)
    ]
    return any(
        total in domain and all(total in each for basis, each in wanted if basis == Reached())
        for total in set(_totals(indicator, years, len(phase.period.years)))
    )


@given(small_phases())
def test_a_phase_is_refused_exactly_if_no_number_fulfils_it(phase: Phase) -> None:
    refused = any(unfulfillable([((), phase)], KNOWN))

    every = {allowed(phase, reading) for reading in READINGS}
    assert refused is not any(can_be_fulfilled(phase, each) for each in every)
