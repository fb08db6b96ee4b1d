"""Money by source and budget year: planned, spent, and since the phase began."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve

from nsc_program import (
    HANOI,
    Completeness,
    Fact,
    Funding,
    InvalidType,
    InvalidValue,
    Period,
    Phase,
    Program,
    Range,
    Register,
    RejectedRow,
    Support,
)
from nsc_program.plan import BudgetItem
from nsc_program.records import AnyRecord
from nsc_program.verdicts import FundingByYear, FundingYear, funding_by_year

BUDGET, OTHER = (source.id for source in HANOI.funding_sources)
CITED = HANOI.funding_sources[0].citations
CLOSE, LAST = date(2025, 12, 31), date(2030, 12, 31)
FIRST, SECOND = (phase.id for phase in HANOI.phases)


def support(number: int = 1, **changes: Any) -> Support:  # noqa: ANN401 - the fields of a support
    """Return a support of 2024 with 90 đồng from the budget and 10 from elsewhere."""
    fields: dict[str, Any] = {
        "started_on": date(2024, 3, 1),
        "completed_on": date(2024, 9, 30),
        "funding": (Funding(BUDGET, 90), Funding(OTHER, 10)),
    }
    return Support(id=f"s{number}", enterprise=f"SAMPLE-{number}", **(fields | changes))


def claimed(*records: AnyRecord, rejected: Iterable[RejectedRow] = ()) -> Register:
    return Register(records, [Completeness(Support, Period.until(LAST))], rejected)


def money(
    register: Register,
    source: str | None = BUDGET,
    phase: str = FIRST,
    *,
    as_of: date = LAST,
    plan: Program = HANOI,
) -> FundingByYear:
    found = funding_by_year(plan, register, as_of=as_of)
    (one,) = (each for each in found if (each.total.source, each.total.phase) == (source, phase))
    return one


def in_year(found: FundingByYear, year: int) -> FundingYear:
    (one,) = (each for each in found.years if each.year == year)
    return one


def spent(found: FundingByYear) -> dict[int, str]:
    return {each.year: str(each.vnd) for each in found.years}


def item(source: str, period: Period, vnd: int) -> BudgetItem:
    return BudgetItem(source=source, period=period, vnd=vnd, citations=CITED)


def year(number: int) -> Period:
    return Period.of_years(number, number)


NOTHING = "[0, 0]"


class TestRecordedYears:
    """Money counts in the year that the support records, whatever its days are."""

    def test_the_year_of_the_settlement_counts(self) -> None:
        found = money(claimed(support(spending_year=2025)))

        assert {
            2021: NOTHING,
            2022: NOTHING,
            2023: NOTHING,
            2024: NOTHING,
            2025: "[90, 90]",
        } == spent(found)
        assert (1, 0, 0) == (
            found.years[-1].supports,
            found.years[-1].perhaps,
            found.years[-1].not_recorded,
        )

    def test_money_may_be_spent_after_the_phase_of_its_support(self) -> None:
        register = claimed(support(spending_year=2026))
        first, second = money(register), money(register, phase=SECOND)

        assert (Range(90, 90), Range(90, 90)) == (first.total.vnd, first.other_years)
        assert {NOTHING} == {*spent(first).values()}
        assert (Range(0, 0), "[90, 90]") == (second.total.vnd, spent(second)[2026])

    def test_a_support_that_goes_on_has_spent_in_its_year(self) -> None:
        """It may end in a later phase, so the total of the phase is not certain of it."""
        found = money(claimed(support(completed_on=None, spending_year=2024)))

        assert (Range(0, 90), "[90, 90]") == (found.total.vnd, spent(found)[2024])

    def test_an_unverified_support_is_in_the_high_end_only(self) -> None:
        found = in_year(money(claimed(support(spending_year=2024, verified=False))), 2024)

        assert (Range(0, 90), 0, 1) == (found.vnd, found.supports, found.perhaps)

    def test_an_unknown_row_may_withdraw_the_largest(self) -> None:
        row = RejectedRow(what="Support", id="row", recorded_on=date(2025, 1, 1), identified=False)
        small = support(2, funding=(Funding(BUDGET, 5), Funding(OTHER, 0)), spending_year=2025)
        found = money(claimed(support(spending_year=2024), small, rejected=[row]))

        assert ["[0, ∞)", "[0, ∞)"] == [spent(found)[each] for each in (2024, 2025)]
        assert Range(5, None) == found.years[-1].cumulative


class TestUnknownYears:
    """Money without a year may be of any year from the start of its support."""

    def test_it_is_in_no_low_end_and_in_the_total(self) -> None:
        found = money(claimed(support()))

        assert {2021: NOTHING, 2022: NOTHING, 2023: NOTHING, 2024: "[0, 90]", 2025: "[0, 90]"} == (
            spent(found)
        )
        assert (Range(90, 90), Range(90, 90)) == (found.total.vnd, found.unknown_years)
        assert Range(0, 90) == found.years[-1].cumulative  # and not 0 to 180

    def test_it_may_be_spent_in_a_later_phase(self) -> None:
        assert "[0, 90]" == spent(money(claimed(support()), phase=SECOND))[2026]

    @pytest.mark.parametrize("slip", [2023, 1900])
    def test_a_year_before_the_start_is_a_slip(self, slip: int) -> None:
        assert money(claimed(support())) == money(claimed(support(spending_year=slip)))

    def test_a_year_that_has_not_begun_may_turn_out_otherwise(self) -> None:
        register = claimed(support(spending_year=2025))
        found = money(register, as_of=date(2024, 12, 31))

        assert Range(90, None) == found.unknown_years == found.total.vnd
        assert "[0, 90]" == spent(found)[2024]

    def test_facts_leave_the_years_from_their_day_on_open(self) -> None:
        told = [
            Fact(name, "SAMPLE-9", date(2023, 5, 5))
            for name in ("supported/started", "supported/started/cooperatives")
        ]
        found = money(claimed(*told))

        assert [NOTHING, NOTHING, "[0, ∞)"] == [*spent(found).values()][:3]
        assert [0, 0, 1] == [each.not_recorded for each in found.years][:3]

    def test_money_that_is_not_recorded_opens_its_years(self) -> None:
        found = money(claimed(support(funding=(), spending_year=2024)))

        assert [NOTHING, "[0, ∞)", NOTHING] == [spent(found)[each] for each in (2023, 2024, 2025)]
        assert Range(0, None) == found.years[-1].cumulative


class TestAllSources:
    """The money from all sources together stands after the sources."""

    def test_sources_are_added(self) -> None:
        found = money(claimed(support(spending_year=2024)), None)

        assert (Range(100, 100), "[100, 100]") == (found.total.vnd, spent(found)[2024])
        assert (True, 1, 0) == (found.total.lawful, found.total.supports, found.total.not_recorded)

    def test_a_source_that_is_not_recorded_opens_the_sum(self) -> None:
        found = money(claimed(support(funding=(Funding(BUDGET, 90),))), None)

        assert (Range(90, None), 1) == (found.total.vnd, found.total.not_recorded)

    def test_without_sources_in_the_plan_recorded_money_is_all(self) -> None:
        plan = evolve(HANOI, funding_sources=())
        found = money(claimed(support(funding=(Funding("a", 7),))), None, plan=plan)

        assert (Range(7, 7), None) == (found.total.vnd, found.planned)

    def test_they_come_last_in_each_phase(self) -> None:
        found = funding_by_year(HANOI, claimed(support(funding=(Funding("loan", 7),))))

        assert [BUDGET, OTHER, "loan", None] * 2 == [each.total.source for each in found]


class TestBudget:
    """A budget stands beside the money that was spent of it; without one there is no share."""

    def test_a_share_is_exact(self) -> None:
        plan = evolve(HANOI, budget=(item(BUDGET, year(2024), 270),))
        found = in_year(money(claimed(support(spending_year=2024)), plan=plan), 2024)

        assert (270, Range.exactly(Fraction(1, 3))) == (found.planned, found.disbursed)

    def test_an_open_end_stays_open(self) -> None:
        plan = evolve(HANOI, budget=(item(BUDGET, year(2024), 90),))
        register = Register([support(spending_year=2024)])

        assert Range.at_least(1) == in_year(money(register, plan=plan), 2024).disbursed

    def test_of_a_budget_of_0_there_is_no_share(self) -> None:
        plan = evolve(HANOI, budget=(item(BUDGET, year(2024), 0),))
        found = in_year(money(claimed(), plan=plan), 2024)

        assert (0, None) == (found.planned, found.disbursed)

    def test_budgets_since_the_start_are_known_up_to_the_first_gap(self) -> None:
        budget = tuple(item(BUDGET, year(each), each) for each in (2021, 2022, 2024))
        plan = evolve(HANOI, budget=budget)
        found = money(claimed(), plan=plan)

        assert [2021, 4043, None, None, None] == [each.planned_cumulative for each in found.years]
        assert found.planned is None

    def test_the_budget_of_a_phase_is_its_own_or_the_sum_of_its_years(self) -> None:
        years = tuple(item(BUDGET, year(each), 1) for each in range(2021, 2026))
        whole = item(BUDGET, Period.of_years(2021, 2025), 50)

        assert 5 == money(claimed(), plan=evolve(HANOI, budget=years)).planned
        found = money(claimed(support()), plan=evolve(HANOI, budget=(*years, whole)))
        assert (50, Range.exactly(Fraction(9, 5))) == (found.planned, found.disbursed)

    def test_all_sources_have_a_budget_if_each_has_one(self) -> None:
        one = (item(BUDGET, year(2024), 3),)
        both = (*one, item(OTHER, year(2024), 4))

        assert [None, 7] == [
            in_year(money(claimed(), None, plan=evolve(HANOI, budget=budget)), 2024).planned
            for budget in (one, both)
        ]

    def test_hanoi_names_no_amounts(self) -> None:
        found = funding_by_year(HANOI, claimed(support()))

        assert () == HANOI.budget
        assert {None} == {year.planned for each in found for year in each.years}


class TestYearsShown:
    """The years of a phase that have begun are shown, and those with a budget before them."""

    def test_years_that_have_not_begun_are_left_out(self) -> None:
        found = money(claimed(), as_of=date(2023, 1, 1))
        later = money(claimed(), phase=SECOND, as_of=date(2023, 1, 1))

        assert [2021, 2022, 2023] == [each.year for each in found.years]
        assert () == later.years

    def test_a_year_with_a_budget_is_shown(self) -> None:
        plan = evolve(HANOI, budget=(item(BUDGET, year(2024), 1),))
        found = money(claimed(), as_of=date(2022, 1, 1), plan=plan)

        assert [2021, 2022, 2023, 2024] == [each.year for each in found.years]
        assert Range(0, None) == found.years[-1].vnd

    def test_a_phase_shows_each_year_that_it_touches(self) -> None:
        """The budget of a phase of half years is not that of the years."""
        phase = Phase(id="odd", period=Period(date(2021, 7, 1), date(2023, 6, 30)))
        plan = evolve(
            HANOI,
            phases=(phase,),
            objectives=(),
            budget=tuple(item(BUDGET, year(each), 1) for each in (2021, 2022, 2023)),
        )
        found = money(claimed(), phase="odd", plan=plan)

        assert ([2021, 2022, 2023], None) == ([each.year for each in found.years], found.planned)

    def test_too_many_years_are_refused(self) -> None:
        long = evolve(HANOI, phases=(Phase.of_years(1, 9999),), objectives=())

        with pytest.raises(InvalidValue, match="3 sources in each of 10000 phases or years"):
            funding_by_year(long, claimed())

    def test_a_datetime_is_refused(self) -> None:
        with pytest.raises(InvalidType, match=r"^as_of: expected a date, got datetime"):
            funding_by_year(HANOI, Register(), as_of=datetime(2025, 12, 31, tzinfo=UTC))


class TestPartOfTerritory:
    """A register about a part of the territory may lack money of the rest."""

    def test_years_have_no_high_end(self) -> None:
        register = evolve(claimed(support(spending_year=2024)), territory="VN-HN-1")

        assert Range(90, None) == in_year(money(register), 2024).vnd
