"""What is held against what: the figures of a target, and what its bound accepts of them.

Each basis is a list of comparisons that must all hold; what a status is follows from them alone.
"""

from collections.abc import Callable, Collection, Iterable
from datetime import date
from typing import NamedTuple, Self, assert_never, final

from attrs import evolve, field, frozen
from attrs.validators import optional

from nsc_program.figures._tally import Figure, Figures
from nsc_program.plan._bounds import (
    Basis,
    EachYear,
    Growth,
    Reached,
    YearlyGrowth,
    accepted,
    worded,
)
from nsc_program.plan._program import Program
from nsc_program.plan._readings import EACH_YEAR, ESTIMATES_DECIDE, PLANNED_BASELINE, Asking
from nsc_program.plan._targets import NOT_NEGATIVE, Indicator
from nsc_program.values._periods import Period
from nsc_program.values._ranges import (
    EVERYTHING,
    Range,
    common,
    power,
    power_within,
    times_every,
    times_some,
)
from nsc_program.values._validators import is_a
from nsc_program.values._value import Value
from nsc_program.verdicts._notes import BaselineMayBeZero, NoPlannedBaseline, Note, UnitsDiffer
from nsc_program.verdicts._status import Status


@final
@frozen
class Comparison(Value):
    """What is held against what, in the indicator's own unit.

    Attributes:
        possible: what the figure can still be.
        sure: what is accepted whatever the baseline of growth is; `None` if nothing is.
        perhaps: what is accepted for some baseline; `None` if nothing is. Without growth the same as `sure`. It has a low
            end where something is asked for from below.
        baseline: what the baseline of growth can be; `None` without growth, or if it is in another unit.
    """

    period: Period = field(validator=is_a(Period))
    possible: Range = field(validator=is_a(Range))
    sure: Range | None = field(validator=optional(is_a(Range)))
    perhaps: Range | None = field(validator=optional(is_a(Range)))
    baseline: Range | None = field(default=None, validator=optional(is_a(Range)))

    @property
    def holds(self) -> bool:
        """Whether the target is fulfilled whatever the gaps turn out to be."""
        return self.sure is not None and self.possible.within(self.sure)

    @property
    def says_nothing(self) -> bool:
        """Whether no number decides it: the baseline of growth is unknown, may be zero, or is in another unit."""
        return self.sure is None and self.perhaps in (EVERYTHING, NOT_NEGATIVE)

    @property
    def fails(self) -> bool:
        """Whether it is not fulfilled whatever the gaps turn out to be."""
        return self.perhaps is None or not self.possible.meets(self.perhaps)


def depends_until(basis: Basis, comparisons: Iterable[Comparison]) -> date:
    """The last day that a target depends on: of its phase, or of the baseline of its growth if that ends later."""
    end = max(each.period.end for each in comparisons)
    return max(end, basis.baseline.end) if isinstance(basis, Growth) else end


def status_of(comparisons: Collection[Comparison], *, is_open: bool) -> Status:
    """What follows from comparisons that must all hold: one that fails is enough for `MISSED`.

    Args:
        comparisons: the comparisons.
        is_open: whether the last day that the target depends on is still to come.
    """
    if all(each.holds for each in comparisons):
        return Status.ATTAINED
    if any(each.fails for each in comparisons):
        return Status.MISSED
    return Status.PENDING if is_open else Status.UNDECIDED


@final
@frozen(kw_only=True)
class Compared:
    """One target under one reading: comparisons that must all hold, and what they rest on.

    Attributes:
        is_open: whether a phase it depends on is not over.
    """

    indicator: Indicator
    figures: tuple[Figure, ...]
    comparisons: tuple[Comparison, ...]
    notes: tuple[Note, ...]
    is_open: bool

    @property
    def status(self) -> Status:
        """What follows from the comparisons."""
        return status_of(self.comparisons, is_open=self.is_open)


def compare(program: Program, target_id: str, figures: Figures, asking: Asking) -> Compared:
    """Hold the figures of a target against what it accepts, with every open question put to `asking`."""
    target, period = program.target(target_id), program.phase_of(target_id).period
    indicator = program.resolve(target, asking)
    allowed = accepted(target.bound, asking)

    def figure(of: Period) -> Figure:
        return heard(figures.figure(indicator, of), asking)

    match target.basis:
        case Reached():
            held = _totals([figure(period)], allowed)
        case EachYear():
            held = _totals([figure(year) for year in period.years], allowed)
        case Growth(since):
            baseline = _baseline(program, indicator, since, figure, asking)
            held = _grown(figure(period), factors(allowed), baseline)
        case YearlyGrowth():
            years = [figure(year) for year in period.years]
            held = _grown_yearly(indicator, years, factors(allowed), each=asking.yes(EACH_YEAR))
        case _:  # pragma: no cover
            assert_never(target.basis)
    used = tuple(dict.fromkeys(held.figures))
    notes = [note for figure in used for note in figure.notes]
    comparisons = tuple(_in_unit(indicator, each) for each in held.comparisons)
    return Compared(
        indicator=indicator,
        figures=used,
        comparisons=comparisons,
        notes=tuple(dict.fromkeys((*notes, *held.notes))),
        is_open=figures.as_of < depends_until(target.basis, comparisons),
    )


def heard(figure: Figure, asking: Asking) -> Figure:
    """Return a figure as the reading has it: with estimates or without. It is asked only where that differs."""
    other = figure.with_estimates
    if other is None or not asking.yes(ESTIMATES_DECIDE):
        return figure
    return evolve(figure, range=other.range, notes=other.notes, with_estimates=None)


class _Held(NamedTuple):
    """Comparisons, the figures they rest on, and what must be told beside those."""

    comparisons: list[Comparison]
    figures: list[Figure]
    notes: list[Note]


def _totals(figures: list[Figure], allowed: Range) -> _Held:
    return _Held(
        [Comparison(each.period, each.range, allowed, allowed) for each in figures], figures, []
    )


def _in_unit(indicator: Indicator, comparison: Comparison) -> Comparison:
    """In whole numbers, where only those exist: above 2,000 is from 2,001."""
    if not indicator.unit.whole:
        return comparison
    sure, perhaps = (each and each.whole() for each in (comparison.sure, comparison.perhaps))
    return evolve(comparison, sure=sure, perhaps=perhaps)


POSITIVE = Range.above(0)


@final
@frozen
class _Baseline:
    """What growth is measured from; no range in place of a number in another unit."""

    period: Period
    range: Range | None
    figures: list[Figure]
    notes: list[Note]

    @classmethod
    def of(cls, figure: Figure, *notes: Note) -> Self:
        return cls(figure.period, figure.range, [figure], [*notes])


def _grown(now: Figure, allowed: Range, baseline: _Baseline, times: int = 1) -> _Held:
    """Hold a figure against accepted growth x baseline: nothing is divided, and gaps are in things counted.

    Over several years the growth is multiplied by itself so many times.

    Growth from a baseline that is unknown or may be zero never decides: nothing is accepted for sure, anything perhaps
    that what grows can be; it is not negative.
    """
    notes = list(baseline.notes)
    if baseline.range is not None and baseline.range.within(POSITIVE):
        surely = power_within(allowed, times)
        sure = surely and times_every(surely, baseline.range)
        perhaps = times_some(power(allowed, times), baseline.range)
    else:
        sure, perhaps = None, NOT_NEGATIVE if allowed.low is not None else EVERYTHING
        notes += [BaselineMayBeZero(now.indicator, baseline.period)] if baseline.range else []
    return _Held(
        [Comparison(now.period, now.range, sure, perhaps, baseline.range)],
        [now, *baseline.figures],
        notes,
    )


def _grown_yearly(
    indicator: Indicator, years: list[Figure], allowed: Range, *, each: bool
) -> _Held:
    """Each year against the one before; or only the last against the first, so no root is drawn."""
    if not each:
        return _grown(years[-1], allowed, _Baseline.of(years[0]), len(years) - 1)
    held = _Held([], years, [])
    baseline = _Baseline.of(years[0])
    for year in years[1:]:
        (comparison,), _, notes = _grown(year, allowed, baseline)
        held.comparisons.append(comparison)
        held.notes.extend(notes)
        baseline = evolve(_Baseline.of(year), range=_fulfilling(_in_unit(indicator, comparison)))
    return held


def _fulfilling(comparison: Comparison) -> Range:
    """What a figure can still be if it is accepted; all that is possible where none of it can be."""
    kept = comparison.perhaps and common((comparison.possible, comparison.perhaps))
    return kept or comparison.possible


def factors(percent: Range) -> Range:
    """What growth by so many percent multiplies by."""
    low, high = (None if end is None else 1 + end / 100 for end in (percent.low, percent.high))
    return Range(low, high, low_open=percent.low_open, high_open=percent.high_open)


def _baseline(
    program: Program,
    indicator: Indicator,
    since: Period,
    figure: Callable[[Period], Figure],
    asking: Asking,
) -> _Baseline:
    """What the baseline period achieved, or under that reading what it planned.

    H6 "tăng ít nhất 50% số lượng người so với giai đoạn 2021-2025"; H9 in enterprises.
    """
    planning = program.planned(indicator, since)
    if planning is None:
        return _Baseline.of(figure(since), NoPlannedBaseline(indicator.id, since))
    if not asking.yes(PLANNED_BASELINE):
        return _Baseline.of(figure(since))
    unit = program.resolve(planning, asking).unit
    if unit != indicator.unit:
        return _Baseline(since, None, [], [UnitsDiffer(indicator.id, since, indicator.unit, unit)])
    return _Baseline(since, worded(planning.bound), [], [])
