"""Differences, falls, mean growth, and the parts of a phase, in numbers worked out by hand."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

import pytest

from building import AFTER, FIRST, MONEY, SECOND, known, plan_of, report, small_plan, wanted
from nsc_program import (
    AtLeast,
    AtMost,
    Figures,
    MoreThan,
    Period,
    Phase,
    Program,
    Range,
    Reading,
    Register,
    Status,
    Target,
    Verdict,
    evaluate,
    sweep,
    tally,
)
from nsc_program.plan import (
    Asked,
    Bound,
    Difference,
    During,
    Growth,
    MeanGrowth,
    Reached,
    YearlyGrowth,
)
from nsc_program.plan._bases import Basis
from nsc_program.plan._size import needed_periods
from nsc_program.verdicts import BaselineMayBeZero, NoPlannedBaseline

CLOSE, ALL = Period.until(FIRST.end), Period.until(SECOND.end)
YEARS = {year.end.year: year for year in (*FIRST.years, *SECOND.years)}
BEFORE = Period.of_years(2020, 2020)
FROM_FIRST = Reading(mean_from_year_before=False)
WANTED = "phase/wanted"
DAY_BEFORE = date(2030, 12, 30)


def judged(
    bound: Bound,
    basis: Basis,
    found: Mapping[Period, Range | int],
    reading: Reading = Reading(),
    *,
    indicator: str = "things",
    as_of: date = AFTER,
) -> Verdict:
    """Return the verdict on one target of the second phase, or of the first if it has figures."""
    phase = FIRST if isinstance(basis, (MeanGrowth, YearlyGrowth)) else SECOND
    ranges = {
        period: each if isinstance(each, Range) else Range.exactly(each)
        for period, each in found.items()
    }
    plan = plan_of(phase, wanted(bound, basis, indicator))
    return evaluate(plan, known(indicator, ranges, as_of), reading)[WANTED]


class TestDifferences:
    """A difference is in the unit of the indicator, from any number."""

    @pytest.mark.parametrize(
        ("bound", "now", "status"),
        [
            (AtLeast(250), 1250, Status.ATTAINED),
            (AtLeast(250), 1249, Status.MISSED),
            (MoreThan(250), 1250, Status.MISSED),
            (MoreThan(250), 1251, Status.ATTAINED),
            (AtMost(250), 1250, Status.ATTAINED),
            (AtMost(250), 1251, Status.MISSED),
            (AtMost(250), 0, Status.ATTAINED),
        ],
    )
    def test_a_rise_from_1000(self, bound: Bound, now: int, status: Status) -> None:
        assert status is judged(bound, Difference(FIRST), {FIRST: 1000, SECOND: now}).status

    @pytest.mark.parametrize(
        ("bound", "now", "status"),
        [
            (AtLeast(250), 750, Status.ATTAINED),
            (AtLeast(250), 751, Status.MISSED),
            (MoreThan(250), 750, Status.MISSED),
            (AtMost(250), 750, Status.ATTAINED),
            (AtMost(250), 749, Status.MISSED),
            (AtMost(250), 2000, Status.ATTAINED),
        ],
    )
    def test_a_fall_from_1000(self, bound: Bound, now: int, status: Status) -> None:
        falling = Difference(FIRST, falling=True)
        assert status is judged(bound, falling, {FIRST: 1000, SECOND: now}).status

    def test_half_a_thing_more_is_a_whole_thing_more(self) -> None:
        verdict = judged(AtLeast(Fraction(1, 2)), Difference(FIRST), {FIRST: 10, SECOND: 11})
        assert Range.at_least(11) == verdict.comparisons[0].sure

    def test_percentage_points_are_not_rounded(self) -> None:
        now, half = Fraction(171, 4), Fraction(5, 2)
        verdict = judged(
            MoreThan(half),
            Difference(FIRST),
            {FIRST: 40, SECOND: Range.exactly(now)},
            indicator="tfp-share",
        )
        assert Range.above(Fraction(85, 2)) == verdict.comparisons[0].sure
        assert Status.ATTAINED is verdict.status

    def test_from_zero_it_has_a_meaning(self) -> None:
        verdict = judged(AtLeast(2), Difference(FIRST), {FIRST: Range(0, 1), SECOND: 3})
        assert (Range.at_least(3), Range.at_least(2)) == (
            verdict.comparisons[0].sure,
            verdict.comparisons[0].perhaps,
        )
        assert not any(isinstance(note, BaselineMayBeZero) for note in verdict.notes)

    @pytest.mark.parametrize(
        ("basis", "sure", "perhaps"),
        [
            (Difference(FIRST), None, Range.at_least(10)),
            (Difference(FIRST, falling=True), Range.at_most(-10), Range(None, None)),
        ],
        ids=["rise", "fall"],
    )
    def test_from_an_unknown_number(
        self, basis: Difference, sure: Range | None, perhaps: Range
    ) -> None:
        """However large the baseline is, some baseline asks for more of a rise."""
        (comparison,) = judged(AtLeast(10), basis, {SECOND: 30}).comparisons
        assert (sure, perhaps) == (comparison.sure, comparison.perhaps)
        assert not comparison.holds
        assert not comparison.fails

    def test_an_unplanned_baseline_is_noted(self) -> None:
        verdict = judged(AtLeast(1), Difference(FIRST), {FIRST: 1, SECOND: 3})
        assert (NoPlannedBaseline("things", FIRST),) == verdict.notes


def _planned(basis: Basis, planning: Target, *, reading: Reading) -> Verdict:
    """Return the verdict on a change from a planned number."""
    later = wanted(AtLeast(10), basis, name="later/wanted")
    plan = small_plan(
        Phase(id="phase", period=FIRST, targets=(planning,)),
        Phase(id="later", period=SECOND, targets=(later,)),
    )
    found = {FIRST: Range.exactly(50), YEARS[2025]: Range.exactly(5), SECOND: Range.exactly(100)}
    return evaluate(plan, known("things", found), reading)[later.id]


class TestPlannedBaselines:
    """A change starts from what was planned only where a reading says so."""

    PLANNED = Reading(planned_baseline=True)

    def test_a_difference_may_start_from_a_planned_number(self) -> None:
        verdict = _planned(Difference(FIRST), wanted(AtLeast(90)), reading=self.PLANNED)
        assert Range.exactly(90) == verdict.comparisons[0].baseline
        assert Status.ATTAINED is verdict.status

    def test_the_number_of_a_year_is_a_planned_number(self) -> None:
        """A plan assigns 80 to 2025."""
        planning = wanted(AtLeast(80), During(YEARS[2025]))
        verdict = _planned(Difference(YEARS[2025]), planning, reading=self.PLANNED)
        assert Range.exactly(80) == verdict.comparisons[0].baseline

    def test_by_default_it_starts_from_what_was_achieved(self) -> None:
        planning = wanted(AtLeast(80), During(YEARS[2025]))
        verdict = _planned(Difference(YEARS[2025]), planning, reading=Reading())
        assert Range.exactly(5) == verdict.comparisons[0].baseline
        assert (Asked("planned_baseline", answer=False),) == verdict.asked
        assert () == verdict.notes


class TestCloseOfADay:
    """“So với cuối năm 2025”: a count is compared as the total up to the close of the phase."""

    @pytest.mark.parametrize("basis", [Difference(CLOSE), Growth(CLOSE)], ids=["more", "growth"])
    def test_a_count_is_a_total_up_to_the_close(self, basis: Basis) -> None:
        verdict = judged(AtLeast(50), basis, {CLOSE: 100, ALL: 150, SECOND: 50})
        (comparison,) = verdict.comparisons
        assert (ALL, Range.at_least(150)) == (comparison.period, comparison.sure)
        assert Status.ATTAINED is verdict.status

    def test_a_state_is_that_at_the_end_of_the_phase(self) -> None:
        verdict = judged(
            AtLeast(50), Difference(CLOSE), {CLOSE: 100, SECOND: 150}, indicator=MONEY.id
        )
        assert SECOND == verdict.comparisons[0].period
        assert Status.ATTAINED is verdict.status

    def test_both_totals_are_counted_from_the_records(self) -> None:
        plan = plan_of(SECOND, wanted(AtLeast(2), Difference(CLOSE)))
        assert {CLOSE, ALL} <= {*plan.periods}
        held = [report("things", 100, CLOSE), report("things", 102, ALL)]
        assert (
            Status.ATTAINED
            is evaluate(plan, tally(plan, Register(held), as_of=AFTER))[WANTED].status
        )


class TestParts:
    """A number for a part of a phase is about that part only, and is settled when it is over."""

    @pytest.mark.parametrize(
        ("now", "status"),
        [(3, Status.ATTAINED), (2, Status.MISSED), (Range(2, 3), Status.UNDECIDED)],
    )
    def test_only_the_part_is_compared(self, now: Range | int, status: Status) -> None:
        verdict = judged(AtLeast(3), During(YEARS[2027]), {YEARS[2027]: now, SECOND: 99})
        assert status is verdict.status
        assert [YEARS[2027]] == [comparison.period for comparison in verdict.comparisons]

    @pytest.mark.parametrize(
        ("as_of", "status"),
        [
            (date(2027, 12, 30), Status.PENDING),
            (date(2027, 12, 31), Status.UNDECIDED),
            (date(2028, 6, 30), Status.UNDECIDED),
        ],
    )
    def test_it_is_open_up_to_its_own_last_day(self, as_of: date, status: Status) -> None:
        found = {YEARS[2027]: Range.at_least(2)}
        assert status is judged(AtLeast(3), During(YEARS[2027]), found, as_of=as_of).status

    def test_an_evaluation_holds_targets_that_end_on_other_days(self) -> None:
        """Its phase is that of all of them."""
        part = wanted(AtLeast(3), During(YEARS[2027]), name="phase/in-2027")
        plan = plan_of(SECOND, part, wanted(AtLeast(9), Reached()))
        found = {YEARS[2027]: Range.exactly(3), SECOND: Range.at_least(3)}
        evaluation = evaluate(plan, known("things", found, DAY_BEFORE))
        assert [Status.ATTAINED, Status.PENDING] == [each.status for each in evaluation.verdicts]
        assert Status.PENDING is evaluation.phases[0].status

    def test_a_part_above_its_whole_is_missed_beside_it(self) -> None:
        """A total that may not exceed 5 rules out 6 in one of its years."""
        part = wanted(AtLeast(6), During(YEARS[2027]), name="phase/in-2027")
        with pytest.raises(ValueError, match="no number fulfils both"):
            plan_of(SECOND, part, wanted(AtMost(5)))


class TestOpen:
    """A change is open until the last day that it compares; its baseline ends earlier."""

    @pytest.mark.parametrize(
        ("basis", "until"),
        [
            (Difference(FIRST), SECOND.end),
            (Difference(CLOSE), SECOND.end),
            (Growth(Period.of_years(2028, 2029), falling=True), SECOND.end),
        ],
        ids=str,
    )
    def test_the_last_day_decides(self, basis: Basis, until: date) -> None:
        before = date.fromordinal(until.toordinal() - 1)
        statuses = [judged(AtLeast(1), basis, {}, as_of=day).status for day in (before, until)]
        assert [Status.PENDING, Status.UNDECIDED] == statuses


A = dict(zip(FIRST.years, (200, 216, 231, 247, 265), strict=True))
B = dict(zip((BEFORE, *FIRST.years), (500, 480, 538, 603, 675, 756), strict=True))


class TestMeanGrowth:
    """“Tăng bình quân”: a power of the growth leads from the first number to the last year."""

    def test_the_mean_may_be_over_7_percent_where_each_year_is_not(self) -> None:
        """200 x 1.07^4 = 262.16; and 231 is less than 216 x 1.07 = 231.12."""
        mean = judged(MoreThan(7), MeanGrowth(), A, FROM_FIRST)
        assert (Status.ATTAINED, Range.at_least(263)) == (mean.status, mean.comparisons[0].sure)
        assert Status.MISSED is judged(MoreThan(7), YearlyGrowth(), A).status

    @pytest.mark.parametrize(
        ("reading", "first", "least", "status"),
        [(Reading(), 500, 843, Status.MISSED), (FROM_FIRST, 480, 729, Status.ATTAINED)],
        ids=["from the year before", "from the first year"],
    )
    def test_the_first_number_is_a_question(
        self, reading: Reading, first: int, least: int, status: Status
    ) -> None:
        """500 x 1.11^5 = 842.53 and 480 x 1.11^4 = 728.66."""
        verdict = judged(AtLeast(11), MeanGrowth(), B, reading)
        (comparison,) = verdict.comparisons
        assert (Range.exactly(first), Range.at_least(least)) == (
            comparison.baseline,
            comparison.sure,
        )
        assert status is verdict.status
        assert (Asked("mean_from_year_before", reading.mean_from_year_before),) == verdict.asked

    def test_a_sweep_shows_that_it_hinges_on_the_first_number(self) -> None:
        plan = plan_of(FIRST, wanted(AtLeast(11), MeanGrowth()))
        ranges = {period: Range.exactly(number) for period, number in B.items()}
        (found,) = sweep(plan, known("things", ranges)).targets
        assert ("mean_from_year_before",) == found.hinges

    def test_an_unknown_year_before_leaves_it_open(self) -> None:
        verdict = judged(AtLeast(1), MeanGrowth(), A)
        assert Status.UNDECIDED is verdict.status
        assert BaselineMayBeZero("things", BEFORE) in verdict.notes

    def test_a_phase_without_a_year_before_starts_from_its_first_year(self) -> None:
        """There is one answer only, so nothing is asked."""
        phase = Period.of_years(1, 3)
        found = dict(zip(phase.years, map(Range.exactly, (100, 0, 144)), strict=True))
        plan = plan_of(phase, wanted(AtLeast(20), MeanGrowth()))
        verdict = evaluate(plan, known("things", found))[WANTED]
        assert (Status.ATTAINED, ()) == (verdict.status, verdict.asked)

    def test_the_year_before_is_counted(self) -> None:
        plan = plan_of(FIRST, wanted(AtLeast(1), MeanGrowth()))
        assert {BEFORE, *FIRST.years} <= {*plan.periods}
        assert len(plan.periods) <= needed_periods(plan.phases)


class TestFalls:
    """A fall in percent is a factor below one, which never leads below zero."""

    @pytest.mark.parametrize(
        ("now", "status"), [(900, Status.ATTAINED), (901, Status.MISSED), (0, Status.ATTAINED)]
    )
    def test_ten_percent_less(self, now: int, status: Status) -> None:
        falling = Growth(FIRST, falling=True)
        assert status is judged(AtLeast(10), falling, {FIRST: 1000, SECOND: now}).status

    def test_at_most_ten_percent_less_allows_a_rise(self) -> None:
        found = {FIRST: 1000, SECOND: 2000}
        verdict = judged(AtMost(10), Growth(FIRST, falling=True), found)
        assert (Status.ATTAINED, Range.at_least(900)) == (
            verdict.status,
            verdict.comparisons[0].sure,
        )

    @pytest.mark.parametrize(("last", "status"), [(729, Status.ATTAINED), (730, Status.MISSED)])
    @pytest.mark.parametrize(
        ("basis", "reading"),
        [
            (MeanGrowth(falling=True), FROM_FIRST),
            (YearlyGrowth(falling=True), Reading(each_year=False)),
        ],
        ids=["mean", "yearly in the mean"],
    )
    def test_ten_percent_less_on_average(
        self, basis: Basis, reading: Reading, last: int, status: Status
    ) -> None:
        """1,000 x 0.9^3 = 729, whatever lies between."""
        phase = Period.of_years(2021, 2024)
        found = dict(zip(phase.years, map(Range.exactly, (1000, 5, 2000, last)), strict=True))
        plan = plan_of(phase, wanted(AtLeast(10), basis))
        assert status is evaluate(plan, known("things", found), reading)[WANTED].status

    @pytest.mark.parametrize(
        ("years", "status"),
        [((1000, 900, 810), Status.ATTAINED), ((1000, 900, 811), Status.MISSED)],
    )
    def test_ten_percent_less_each_year(self, years: tuple[int, ...], status: Status) -> None:
        phase = Period.of_years(2021, 2023)
        found = dict(zip(phase.years, map(Range.exactly, years), strict=True))
        plan = plan_of(phase, wanted(AtLeast(10), YearlyGrowth(falling=True)))
        assert status is evaluate(plan, known("things", found))[WANTED].status

    @pytest.mark.parametrize(("now", "status"), [(0, Status.ATTAINED), (1, Status.MISSED)])
    def test_nothing_is_left_of_all(self, now: int, status: Status) -> None:
        """From a baseline without a high end, too."""
        falling = Growth(FIRST, falling=True)
        for baseline in (Range.exactly(5), Range.at_least(5)):
            assert status is judged(AtLeast(100), falling, {FIRST: baseline, SECOND: now}).status

    def test_more_than_all_never_falls(self) -> None:
        found = {FIRST: 5, SECOND: 0}
        assert Status.MISSED is judged(MoreThan(100), Growth(FIRST, falling=True), found).status


def _of_all(basis: Basis) -> Program:
    return plan_of(SECOND, wanted(AtLeast(1), basis))


@pytest.mark.parametrize(
    ("basis", "further"),
    [
        (During(YEARS[2027]), [YEARS[2027]]),
        (Difference(FIRST), [FIRST]),
        (Difference(CLOSE), [CLOSE, ALL]),
        (Growth(CLOSE), [CLOSE, ALL]),
        (MeanGrowth(), [YEARS[2025], *SECOND.years]),
    ],
    ids=str,
)
def test_a_plan_needs_the_figures_that_its_bases_compare(
    basis: Basis, further: list[Period]
) -> None:
    plan = _of_all(basis)
    assert [SECOND, *further] == [*plan.periods]
    assert len(plan.periods) <= needed_periods(plan.phases)


def test_nothing_known_is_pending_on_every_basis() -> None:
    for basis in (During(YEARS[2027]), Difference(CLOSE), MeanGrowth(falling=True)):
        figures = Figures(date(2026, 6, 30))
        assert Status.PENDING is evaluate(_of_all(basis), figures)[WANTED].status
