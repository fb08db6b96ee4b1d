"""How large a plan may be."""

from datetime import date, timedelta

import pytest
from attrs import evolve
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from building import AFTER, THINGS, plan_of, small_plan, wanted
from nsc_program import (
    AtLeast,
    EachYear,
    Growth,
    Period,
    Phase,
    Program,
    Register,
    YearlyGrowth,
    evaluate,
    tally,
)
from nsc_program.errors import InvalidProgram, Problem
from nsc_program.plan import MeanGrowth
from nsc_program.plan._bases import Basis
from nsc_program.plan._size import (
    MOST_FIGURES,
    MOST_YEARS,
    MOST_YEARS_HELD,
    needed_periods,
    size_problems,
)
from nsc_program.testing.strategies import programs

LONGEST = Period.of_years(1, 9998)
CENTURY = Period.of_years(2001, 2000 + MOST_YEARS)
MORE = Period.of_years(2001, 2001 + MOST_YEARS)
EACH_YEAR = EachYear()
SINCE = Growth(Period.of_years(1991, 1995))


class Unchecked:
    """The parts of a plan whose size is checked, however many there are."""

    def __init__(self, *phases: Phase, indicators: int = 1) -> None:
        self.phases = phases
        self.indicators = tuple(
            evolve(THINGS, id=f"things-{number}") for number in range(indicators)
        )


def phase(period: Period, targets: int = 1, basis: Basis = EACH_YEAR, name: str = "phase") -> Phase:
    many = (wanted(AtLeast(1), basis, name=f"{name}/{number}") for number in range(targets))
    return Phase(id=name, period=period, targets=tuple(many))


def problems(*phases: Phase, indicators: int = 1) -> list[Problem]:
    return list(size_problems(Unchecked(*phases, indicators=indicators)))


class TestYearsOfAPhase:
    """A phase with yearly targets has a hundred years at most."""

    @pytest.mark.parametrize("basis", [EachYear(), YearlyGrowth(), MeanGrowth()])
    def test_a_phase_with_too_many_years_is_refused(self, basis: Basis) -> None:
        with pytest.raises(
            InvalidProgram, match="phase 'phase' has yearly targets and 101 years, and at most 100"
        ):
            plan_of(MORE, wanted(AtLeast(1), basis))

    def test_a_hundred_years_are_accepted(self) -> None:
        plan = plan_of(CENTURY, wanted(AtLeast(1), EachYear()))

        assert MOST_YEARS + 1 == len(plan.periods)

    def test_a_phase_without_yearly_targets_may_have_thousands(self) -> None:
        plan = plan_of(LONGEST, wanted(AtLeast(1)))

        assert (LONGEST,) == plan.periods
        assert (
            evaluate(plan, tally(plan, Register(), as_of=AFTER))["phase/wanted"].status == "pending"
        )

    def test_both_languages_name_the_phase(self) -> None:
        first, *others = problems(phase(CENTURY), phase(LONGEST, name="long"))

        assert (("phases", 1), "too-many-years") == (first.path, first.code)
        assert (
            "giai đoạn 'long' có mục tiêu hằng năm và dài 9998 năm, tối đa là 100 năm"
            in first.message.vi
        )
        assert ["too-many-figures", "too-many-years-held"] == [each.code for each in others]


class TestFiguresOfAPlan:
    """A plan needs ten thousand figures at most."""

    def test_the_greatest_number_is_accepted(self) -> None:
        grown = phase(Period.of_years(2021, 2025), basis=SINCE)

        assert [] == problems(grown, indicators=MOST_FIGURES // 3)
        assert ["too-many-figures"] == [
            each.code for each in problems(grown, indicators=MOST_FIGURES // 3 + 1)
        ]

    def test_both_languages_give_the_number(self) -> None:
        (problem,) = problems(phase(Period.of_years(2021, 2025)), indicators=2000)

        assert (
            "cần 14000 số liệu (2000 chỉ tiêu, mỗi chỉ tiêu 7 kỳ), tối đa là 10000"
            in problem.message.vi
        )
        assert (
            "needs 14000 figures (2000 indicators over 7 periods each), and at most 10000"
            in problem.message.en
        )

    def test_a_plan_with_more_figures_is_refused(self) -> None:
        many = tuple(evolve(THINGS, id=f"things-{number}") for number in range(MOST_FIGURES))

        with pytest.raises(
            InvalidProgram, match="at most 10000 are allowed; split it into several plans"
        ):
            evolve(small_plan(phase(Period.of_years(2021, 2025))), indicators=(THINGS, *many))

    @given(programs())
    def test_the_estimate_of_figures_is_never_too_low(self, plan: Program) -> None:
        """The number that is estimated before a plan is made is never below the real one."""
        assert len(plan.periods) <= needed_periods(plan.phases)


class TestComparisonsOfYears:
    """All yearly targets together are compared with one thousand figures at most."""

    def test_the_greatest_number_is_accepted(self) -> None:
        most = MOST_YEARS_HELD // MOST_YEARS

        assert [] == problems(phase(CENTURY, most))
        assert ["too-many-years-held"] == [each.code for each in problems(phase(CENTURY, most + 1))]

    def test_both_languages_give_the_number(self) -> None:
        (problem,) = problems(phase(CENTURY, 60))

        assert "phải so với 6000 số liệu của từng năm, tối đa là 1000" in problem.message.vi
        assert "compared with 6000 figures of single years, and at most 1000" in problem.message.en


class TestWholeYears:
    """Years are counted without making them."""

    @given(
        st.dates(date(1, 1, 1), date(9000, 1, 1)),
        st.one_of(
            st.integers(0, 2000), st.integers(1, 40).map(lambda years: round(years * 365.2425) - 1)
        ),
        st.integers(-1, 1),
    )
    def test_whole_years_lead_from_the_start_to_the_day_after_the_end(
        self, start: date, days: int, off: int
    ) -> None:
        period = Period(start, start + timedelta(max(0, days + off)))
        after = period.end + timedelta(1)
        filled = [number for number in range(1, 42) if start + relativedelta(years=number) == after]

        assert (filled or [0]) == [period.whole_years]
        assert period.whole_years == len(period.years)

    @given(
        st.integers(1, 9998),
        st.integers(0, 40),
        st.sampled_from([date(2024, 2, 29), date(2023, 7, 1)]),
    )
    def test_every_year_begins_on_an_anniversary(self, first: int, more: int, start: date) -> None:
        assert (
            Period.of_years(first, min(9998, first + more)).whole_years
            == min(9998, first + more) - first + 1
        )
        assert Period(start, date(start.year + more + 1, 3, 1)).whole_years == 0

    def test_a_period_without_a_start_or_a_day_after_its_end_has_no_whole_years(self) -> None:
        assert (0, 0) == (
            Period.until(date(2025, 12, 31)).whole_years,
            Period.of_years(2000, 9999).whole_years,
        )
