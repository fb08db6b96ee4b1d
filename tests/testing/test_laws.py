"""The laws of figures and verdicts, each a class whose docstring states the law."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from drawing import (
    COUNTED,
    FIRST,
    HAPPENINGS,
    SECOND,
    Recorded,
    day_after,
    day_before,
    days,
    facts,
    records,
    registers,
    reports_of,
    versions,
)
from drawing_plans import (
    bounds,
    few,
    figures,
    narrower,
    near,
    roughly,
    small_numbers,
    two_tolerances,
    with_bounds,
    with_numbers,
)
from nsc_program import (
    HANOI,
    AtLeast,
    AtMost,
    Completeness,
    Fact,
    Figure,
    Figures,
    LessThan,
    MoreThan,
    Period,
    Program,
    Range,
    Reached,
    Reading,
    Register,
    Status,
    Verdict,
    evaluate,
    tally,
)
from nsc_program.errors import RegisterConflict
from nsc_program.figures import Clash
from nsc_program.plan import Bound
from nsc_program.records import AnyRecord
from nsc_program.testing.strategies import readings

BODIES, SUPPORTED, GROWN = "2021-2025/bodies", "2021-2025/supported", "2026-2030/supported"
BASES, PERCENTS = st.sampled_from((10, 20, 100, 1500)), st.sampled_from((10, 20, 50, 100))
RANK = {Status.MISSED: 0, Status.PENDING: 1, Status.UNDECIDED: 1, Status.ATTAINED: 2}
ANY_DAY = days() | days(FIRST.end, date(2032, 12, 31))
TWO_DAYS = st.tuples(ANY_DAY, ANY_DAY).map(sorted)
FLOORS = st.builds(AtLeast, st.integers(1, 200)) | st.builds(MoreThan, st.integers(1, 200))


def _unclashed(figures: Figures) -> list[Figure]:
    return [figure for figure in figures.figures if not _clashes(figure)]


def _clashes(thing: Figure | Verdict) -> bool:
    return any(isinstance(note, Clash) for note in thing.notes)


def _verdicts(program: Program, figures: Figures, reading: Reading) -> dict[str, Verdict]:
    return {verdict.target.id: verdict for verdict in evaluate(program, figures, reading).verdicts}


def _statuses(program: Program, figures: Figures, reading: Reading) -> dict[str, Status]:
    return {name: verdict.status for name, verdict in _verdicts(program, figures, reading).items()}


def _decided(statuses: dict[str, Status]) -> dict[str, Status]:
    return {
        name: status
        for name, status in statuses.items()
        if status in (Status.ATTAINED, Status.MISSED)
    }


class TestOrder:
    """The order of records and repeated records matter neither to figures nor to conflicts."""

    @given(st.data(), registers(), ANY_DAY)
    def test_registers_and_figures_are_equal(
        self, data: st.DataObject, register: Register, as_of: date
    ) -> None:
        again = data.draw(st.permutations([*register.records, *register.records[:2]]))
        claims = data.draw(st.permutations([*register.completeness, *register.completeness[:1]]))
        rows = data.draw(st.permutations([*register.rejected, *register.rejected[:1]]))
        shuffled = Register(again, claims, rows)
        assert register == shuffled
        assert tally(HANOI, register, as_of=as_of) == tally(HANOI, shuffled, as_of=as_of)

    @given(st.data(), st.lists(st.sampled_from(HAPPENINGS), min_size=1, max_size=4))
    def test_conflicts_are_equal(
        self, data: st.DataObject, kinds: list[SearchStrategy[Recorded]]
    ) -> None:
        chains = [data.draw(versions(kind, f"r{place}")) for place, kind in enumerate(kinds)]
        held = [record for chain in chains for record in chain]
        others = [
            evolve(record, document="another")
            for record in held[: data.draw(st.integers(1, len(held)))]
        ]
        with pytest.raises(RegisterConflict) as conflict:
            Register([*held, *others])
        with pytest.raises(RegisterConflict) as again:
            Register(data.draw(st.permutations([*held, *others])))
        assert conflict.value == again.value
        assert len(others) == len(conflict.value.args)


class TestAddedFacts:
    """Additional facts never lower a low end, provided that evidence does not clash.

    Then a total stays attained, if the accepted range does not have a high end.
    """

    @given(registers(), records(), ANY_DAY)
    def test_low_ends_do_not_fall(
        self, register: Register, added: list[AnyRecord], as_of: date
    ) -> None:
        more = evolve(register, records=[*register.records, *added])
        before, after = tally(HANOI, register, as_of=as_of), tally(HANOI, more, as_of=as_of)
        lows = {
            (figure.indicator, figure.period): figure.range.low or 0 for figure in before.figures
        }
        counted = [
            figure for figure in _unclashed(after) if HANOI.indicator(figure.indicator).accumulates
        ]
        assert [] == [
            each for each in counted if (each.range.low or 0) < lows[each.indicator, each.period]
        ]

    @given(registers(), records(), ANY_DAY, readings(), small_numbers())
    def test_attained_stays_attained(
        self,
        register: Register,
        added: list[AnyRecord],
        as_of: date,
        reading: Reading,
        numbers: dict[str, int],
    ) -> None:
        plan, more = (
            with_numbers(HANOI, numbers),
            evolve(register, records=[*register.records, *added]),
        )
        before = _verdicts(plan, tally(plan, register, as_of=as_of), reading)
        after = _verdicts(plan, tally(plan, more, as_of=as_of), reading)
        attained = [
            name for name, verdict in before.items() if _is_attained_without_upper_end(verdict)
        ]
        kept = [name for name in attained if not _clashes(after[name])]
        assert dict.fromkeys(kept, Status.ATTAINED) == {name: after[name].status for name in kept}


def _is_attained_without_upper_end(verdict: Verdict) -> bool:
    sure = verdict.comparisons[0].sure
    is_total = isinstance(verdict.target.basis, Reached)
    return verdict.status is Status.ATTAINED and is_total and sure is not None and sure.high is None


class TestLaterDays:
    """Figures as of a later day lie within those as of an earlier day.

    The law is about one register without clashes or estimates. So decided verdicts stay.
    """

    @given(registers(estimates=False), TWO_DAYS)
    def test_figures_narrow(self, register: Register, on: list[date]) -> None:
        earlier, later = (tally(HANOI, register, as_of=day) for day in on)
        outer = {(figure.indicator, figure.period): figure.range for figure in earlier.figures}
        unclashed = _unclashed(later)
        assert [] == [
            each for each in unclashed if not each.range.within(outer[each.indicator, each.period])
        ]

    @given(registers(estimates=False), TWO_DAYS, readings(), small_numbers())
    def test_decided_verdicts_stay(
        self, register: Register, on: list[date], reading: Reading, numbers: dict[str, int]
    ) -> None:
        plan = with_numbers(HANOI, numbers)
        earlier, later = (_verdicts(plan, tally(plan, register, as_of=day), reading) for day in on)
        clear = [name for name, verdict in later.items() if not _clashes(verdict)]
        decided = _decided({name: earlier[name].status for name in clear})
        assert decided == {name: later[name].status for name in decided}


class TestAsOf:
    """A day of judgement means the close of that day."""

    @given(st.data(), registers(), days(last=date(2030, 12, 30)))
    def test_later_events_do_not_matter(
        self, data: st.DataObject, register: Register, as_of: date
    ) -> None:
        happened = data.draw(
            st.lists(facts(days(day_after(as_of), date(2033, 12, 31))), min_size=1, max_size=5)
        )
        reported = data.draw(reports_of(SECOND if FIRST.end <= as_of else FIRST))
        more = evolve(
            register, records=[*register.records, *happened, evolve(reported, id="of days to come")]
        )
        assert tally(HANOI, register, as_of=as_of) == tally(HANOI, more, as_of=as_of)

    @given(facts(days(FIRST.first, SECOND.end)))
    def test_events_on_the_day_are_counted(self, fact: Fact) -> None:
        figures = tally(HANOI, Register([evolve(fact, verified=True)]), as_of=fact.on)
        counted = figures.figure(
            HANOI.indicator(fact.indicator), FIRST if fact.on in FIRST else SECOND
        )
        assert Range.at_least(1) == counted.range


class TestClaims:
    """A claim over the whole period closes the high end of what it is about, and only that."""

    @given(records(), st.sampled_from(COUNTED), st.sampled_from((FIRST, SECOND)), days(SECOND.end))
    def test_one_claim_closes_only_its_own_high_ends(
        self, held: list[AnyRecord], indicator: str, period: Period, as_of: date
    ) -> None:
        figures = tally(HANOI, Register(held, [Completeness(indicator, period)]), as_of=as_of)
        closed = [
            (each.indicator, each.period) for each in figures.figures if each.range.high is not None
        ]
        assert [(indicator, period)] == closed

    @given(st.dates(date(2021, 1, 2), date(2025, 12, 30)), st.sampled_from(COUNTED), st.booleans())
    def test_two_claims_close_a_period_only_if_no_day_is_missing(
        self, day: date, indicator: str, whole: bool
    ) -> None:
        before = Period(FIRST.first, day if whole else day_before(day))
        claims = [
            Completeness(indicator, period)
            for period in (before, Period(day_after(day), FIRST.end))
        ]
        figures = tally(HANOI, Register([], claims), as_of=FIRST.end)
        expected = Range.exactly(0) if whole else Range.at_least(0)
        assert expected == figures.figure(HANOI.indicator(indicator), FIRST).range


class TestThresholds:
    """Bounds turn exactly at their numbers.

    "At least N" turns between N - 1 and N, "more than N" between N and N + 1 under `strict`.
    """

    @given(st.integers(1, 5000), days(), readings())
    def test_at_least_turns_between_the_number_before_and_the_number(
        self, number: int, as_of: date, reading: Reading
    ) -> None:
        found = [
            _status_of_bodies(AtLeast(number), count, as_of, reading)
            for count in (number - 1, number)
        ]
        assert [Status.MISSED, Status.ATTAINED] == found

    @given(st.integers(1, 5000), days(), readings(), st.booleans())
    def test_more_than_turns_between_the_number_and_the_next_if_strict(
        self, number: int, as_of: date, reading: Reading, strict: bool
    ) -> None:
        read, first = evolve(reading, strict=strict), number + strict
        found = [
            _status_of_bodies(MoreThan(number), count, as_of, read) for count in (first - 1, first)
        ]
        assert [Status.MISSED, Status.ATTAINED] == found

    @given(st.integers(1, 5000), days(), readings())
    def test_at_most_and_less_than_turn_at_the_same_places(
        self, number: int, as_of: date, reading: Reading
    ) -> None:
        at_most = [
            _status_of_bodies(AtMost(number), count, as_of, reading)
            for count in (number, number + 1)
        ]
        less_than = [
            _status_of_bodies(LessThan(number), count, as_of, reading)
            for count in (number - 1, number)
        ]
        assert [Status.ATTAINED, Status.MISSED] == at_most == less_than


def _status_of_bodies(bound: Bound, count: int, as_of: date, reading: Reading) -> Status:
    figures = Figures(as_of, (Figure("bodies", FIRST, Range.exactly(count)),))
    return _statuses(with_bounds(HANOI, {BODIES: bound}), figures, reading)[BODIES]


class TestScaledPhases:
    """Growth between closed phases does not change if both achieved figures scale alike.

    With a high end, the figures here are exact: a range times a factor contains numbers that are
    not a count times the factor.
    """

    @given(st.integers(0, 12), st.integers(0, 30), bounds(), readings(), st.integers(2, 9))
    def test_scaling_exact_figures_keeps_the_status(
        self, baseline: int, now: int, bound: Bound, reading: Reading, factor: int
    ) -> None:
        ranges = (Range.exactly(baseline), Range.exactly(now))
        assert _growth(bound, reading, ranges, 1) == _growth(bound, reading, ranges, factor)

    @given(few(9), few(30), FLOORS, readings(), st.integers(2, 9))
    def test_scaling_ranges_keeps_the_status(
        self, baseline: Range, now: Range, bound: Bound, reading: Reading, factor: int
    ) -> None:
        assert _growth(bound, reading, (baseline, now), 1) == _growth(
            bound, reading, (baseline, now), factor
        )


def _growth(bound: Bound, reading: Reading, ranges: Iterable[Range], factor: int) -> Status:
    """Return the status of growth from one phase to the next, both times a factor."""
    plan, read = with_bounds(HANOI, {GROWN: bound}), evolve(reading, planned_baseline=False)
    indicator = plan.indicator_of(GROWN, read).id
    scaled = [Range(factor * (each.low or 0), each.high and factor * each.high) for each in ranges]
    found = tuple(
        Figure(indicator, period, each)
        for period, each in zip((FIRST, SECOND), scaled, strict=True)
    )
    return _statuses(plan, Figures(SECOND.end, found), read)[GROWN]


class TestNarrowerEvidence:
    """Narrower evidence never turns attained into missed or back, and decided verdicts stay."""

    @given(st.data(), readings(), bounds(), bounds())
    def test_decided_verdicts_stay(
        self, data: st.DataObject, reading: Reading, total: Bound, growth: Bound
    ) -> None:
        plan = with_bounds(HANOI, {SUPPORTED: total, GROWN: growth})
        wide = data.draw(figures(plan, reading))
        narrow = [
            evolve(figure, range=data.draw(narrower(figure.range))) for figure in wide.figures
        ]
        after = _statuses(plan, evolve(wide, figures=tuple(narrow)), reading)
        decided = _decided(_statuses(plan, wide, reading))
        assert decided == {name: after[name] for name in decided}


class TestTolerance:
    """As the tolerance grows, the order missed <= open <= attained is never descended."""

    @given(st.data(), BASES, PERCENTS, readings(), two_tolerances())
    def test_statuses_do_not_fall(
        self,
        data: st.DataObject,
        baseline: int,
        percent: int,
        reading: Reading,
        tolerance: tuple[Fraction, Fraction],
    ) -> None:
        plan = with_bounds(
            HANOI, {SUPPORTED: data.draw(roughly(baseline)), GROWN: data.draw(roughly(percent))}
        )
        indicator, now = plan.indicator_of(GROWN, reading).id, baseline * (100 + percent) // 100
        first, second = (
            Figure(indicator, FIRST, data.draw(near(baseline))),
            Figure(indicator, SECOND, data.draw(near(now))),
        )
        known = Figures(data.draw(days()), (first, second))
        less, more = (_statuses(plan, known, evolve(reading, tolerance=each)) for each in tolerance)
        assert [] == [name for name in less if RANK[more[name]] < RANK[less[name]]]
