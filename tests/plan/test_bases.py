"""Bases: the baselines that they take, and the periods that they need figures of."""

from datetime import date

import pytest

from nsc_program import Growth, Period
from nsc_program.plan import Difference, MeanGrowth
from nsc_program.plan._bases import further_periods

DAY = date(2020, 12, 31)


@pytest.mark.parametrize("kind", [Growth, Difference])
@pytest.mark.parametrize("baseline", [DAY, Period(DAY, DAY), Period.until(DAY)], ids=str)
def test_a_day_as_a_baseline_is_all_days_through_it(
    kind: type[Growth | Difference], baseline: Period
) -> None:
    assert Period.until(DAY) == kind(baseline).baseline


@pytest.mark.parametrize("kind", [Growth, Difference])
def test_another_period_as_a_baseline_stays_as_it_is(kind: type[Growth | Difference]) -> None:
    years = Period.of_years(2016, 2020)
    assert years == kind(years).baseline


def test_mean_growth_needs_the_year_before_the_phase_if_there_is_one() -> None:
    before = Period.of_years(2020, 2020)
    assert (before,) == further_periods(MeanGrowth(), Period.of_years(2021, 2025))
    assert () == further_periods(MeanGrowth(), Period.of_years(1, 5))
