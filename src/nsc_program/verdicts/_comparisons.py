"""Comparisons: the figures of a target, held against the numbers that its bound accepts.

A basis gives a list of comparisons that must all hold. The status of the target follows from them
alone.
"""

from collections.abc import Callable, Collection, Iterable
from datetime import date
from typing import Self, assert_never, final

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
    """One figure compared with the numbers that a bound accepts, in the indicator's own unit.

    Attributes:
        period: the period of the figure.
        possible: the values that the figure can still take.
        sure: the values that are accepted whatever the baseline of growth is; `None` if there are
            none.
        perhaps: the values that are accepted for some baseline; `None` if there are none. Without
            growth it equals `sure`. It has a low end if the target asks for at least some number.
        baseline: the values that the baseline of growth can take; `None` without growth, or if the
            baseline is in another unit.
    """

    period: Period = field(validator=is_a(Period))
    possible: Range = field(validator=is_a(Range))
    sure: Range | None = field(validator=optional(is_a(Range)))
    perhaps: Range | None = field(validator=optional(is_a(Range)))
    baseline: Range | None = field(default=None, validator=optional(is_a(Range)))

    @property
    def holds(self) -> bool:
        """Whether the figure is accepted, whatever the gaps in the data turn out to be."""
        return self.sure is not None and self.possible.within(self.sure)

    @property
    def says_nothing(self) -> bool:
        """Whether no number decides it.

        This is so if the baseline of growth is unknown, may be zero, or is in another unit.
        """
        return self.sure is None and self.perhaps in (EVERYTHING, NOT_NEGATIVE)

    @property
    def fails(self) -> bool:
        """Whether the figure is not accepted, whatever the gaps in the data turn out to be."""
        return self.perhaps is None or not self.possible.meets(self.perhaps)


def depends_until(basis: Basis, comparisons: Iterable[Comparison]) -> date:
    """Return the last day that a target depends on.

    It is the last day of the target's phase, or of the baseline of growth if that ends later.

    Args:
        basis: the basis of the target.
        comparisons: the comparisons of the target, the last of which ends with the phase.
    """
    end = max(comparison.period.end for comparison in comparisons)
    return max(end, basis.baseline.end) if isinstance(basis, Growth) else end


def status_of(comparisons: Collection[Comparison], *, is_open: bool) -> Status:
    """Return the status that follows from comparisons that must all hold.

    One comparison that fails is enough for `MISSED`.

    Args:
        comparisons: the comparisons.
        is_open: whether the last day that the target depends on is still to come.
    """
    if all(comparison.holds for comparison in comparisons):
        return Status.ATTAINED
    if any(comparison.fails for comparison in comparisons):
        return Status.MISSED
    return Status.PENDING if is_open else Status.UNDECIDED


@final
@frozen(kw_only=True)
class Compared:
    """The comparisons of one target under one reading, and what they rest on.

    Attributes:
        indicator: the indicator that the target is about under the reading.
        figures: the figures that were compared.
        comparisons: the comparisons; all must hold for the target to be attained.
        notes: the notes on the figures and on the baseline.
        is_open: whether the last day that the target depends on is still to come.
    """

    indicator: Indicator
    figures: tuple[Figure, ...]
    comparisons: tuple[Comparison, ...]
    notes: tuple[Note, ...]
    is_open: bool

    @property
    def status(self) -> Status:
        """The status that follows from the comparisons."""
        return status_of(self.comparisons, is_open=self.is_open)


def compare(program: Program, target_id: str, figures: Figures, asking: Asking) -> Compared:
    """Compare the figures of a target with the numbers that it accepts.

    Args:
        program: the plan.
        target_id: the id of the target.
        figures: the figures of the plan.
        asking: the reading, to which every open question is put.
    """
    target, period = program.target(target_id), program.phase_of(target_id).period
    indicator = program.resolve(target, asking)
    allowed = accepted(target.bound, asking)

    def figure(of: Period) -> Figure:
        return heard(figures.figure(indicator, of), asking)

    notes: list[Note] = []
    match target.basis:
        case Reached():
            used = [figure(period)]
            comparisons = _totals(used, allowed)
        case EachYear():
            used = [figure(year) for year in period.years]
            comparisons = _totals(used, allowed)
        case Growth(baseline_period):
            baseline = _baseline(program, indicator, baseline_period, figure, asking)
            current = figure(period)
            used = [current, *baseline.figures]
            comparisons = [_grown(current, factors(allowed), baseline)]
            notes = baseline.all_notes(indicator)
        case YearlyGrowth():
            years = [figure(year) for year in period.years]
            if asking.yes(EACH_YEAR):
                used = years
                comparisons, notes = _grown_yearly(indicator, years, factors(allowed))
            else:
                # The last year against a power of the accepted growth, so that no root is needed.
                baseline = _Baseline.of(years[0])
                used = [years[-1], years[0]]
                comparisons = [_grown(years[-1], factors(allowed), baseline, len(years) - 1)]
                notes = baseline.all_notes(indicator)
        case _:  # pragma: no cover
            assert_never(target.basis)
    different = tuple(dict.fromkeys(used))
    notes_of_figures = [note for figure in different for note in figure.notes]
    in_unit = tuple(_in_unit(indicator, comparison) for comparison in comparisons)
    return Compared(
        indicator=indicator,
        figures=different,
        comparisons=in_unit,
        notes=tuple(dict.fromkeys((*notes_of_figures, *notes))),
        is_open=figures.as_of < depends_until(target.basis, in_unit),
    )


def heard(figure: Figure, asking: Asking) -> Figure:
    """Return a figure with or without estimates, as the reading decides.

    The question is asked only if the answer makes a difference.

    Args:
        figure: the figure.
        asking: the reading.
    """
    estimated = figure.with_estimates
    if estimated is None or not asking.yes(ESTIMATES_DECIDE):
        return figure
    return evolve(figure, range=estimated.range, notes=estimated.notes, with_estimates=None)


def _totals(figures: Iterable[Figure], allowed: Range) -> list[Comparison]:
    return [Comparison(figure.period, figure.range, allowed, allowed) for figure in figures]


def _in_unit(indicator: Indicator, comparison: Comparison) -> Comparison:
    """Narrow a comparison in a whole unit to whole numbers: "above 2,000" is "from 2,001"."""
    if not indicator.unit.whole:
        return comparison
    sure, perhaps = (
        numbers and numbers.whole() for numbers in (comparison.sure, comparison.perhaps)
    )
    return evolve(comparison, sure=sure, perhaps=perhaps)


POSITIVE = Range.above(0)


@final
@frozen
class _Baseline:
    """The baseline of growth.

    Attributes:
        period: the period of the baseline.
        range: the values that it can take; `None` for a planned number in another unit.
        figures: the figure that it was taken from; empty for a planned number.
        notes: the notes on where it was taken from.
    """

    period: Period
    range: Range | None
    figures: list[Figure]
    notes: list[Note]

    @classmethod
    def of(cls, figure: Figure, *notes: Note) -> Self:
        return cls(figure.period, figure.range, [figure], [*notes])

    @property
    def is_positive(self) -> bool:
        """Whether it is certainly above zero: only then does growth from it mean anything."""
        return self.range is not None and self.range.within(POSITIVE)

    def all_notes(self, indicator: Indicator) -> list[Note]:
        """Return its notes, and one more if it may be zero."""
        if self.range is None or self.is_positive:
            return self.notes
        return [*self.notes, BaselineMayBeZero(indicator.id, self.period)]


def _grown(current: Figure, allowed: Range, baseline: _Baseline, times: int = 1) -> Comparison:
    """Compare a figure with the accepted growth, multiplied by the baseline.

    Nothing is divided, so gaps are in the unit of the indicator. For growth over several years the
    accepted growth is multiplied by itself `times` times.

    Growth from a baseline that is unknown or may be zero never decides: no value is accepted for
    sure, and every value is accepted perhaps. An indicator that can grow is not negative.
    """
    if baseline.range is not None and baseline.is_positive:
        factor = power_within(allowed, times)
        sure = factor and times_every(factor, baseline.range)
        perhaps = times_some(power(allowed, times), baseline.range)
    else:
        sure, perhaps = None, NOT_NEGATIVE if allowed.low is not None else EVERYTHING
    return Comparison(current.period, current.range, sure, perhaps, baseline.range)


def _grown_yearly(
    indicator: Indicator, years: list[Figure], allowed: Range
) -> tuple[list[Comparison], list[Note]]:
    """Compare each year with the year before; return the comparisons and the notes."""
    comparisons: list[Comparison] = []
    notes: list[Note] = []
    baseline = _Baseline.of(years[0])
    for year in years[1:]:
        comparison = _grown(year, allowed, baseline)
        comparisons.append(comparison)
        notes += baseline.all_notes(indicator)
        fulfilling = _fulfilling(_in_unit(indicator, comparison))
        baseline = evolve(_Baseline.of(year), range=fulfilling)
    return comparisons, notes


def _fulfilling(comparison: Comparison) -> Range:
    """Return the values that a figure can still take if it is accepted; all if none can be."""
    accepted_values = comparison.perhaps and common((comparison.possible, comparison.perhaps))
    return accepted_values or comparison.possible


def factors(percent: Range) -> Range:
    """Return the factors that growth by some percent multiplies by: 50 % more is times 3/2.

    Args:
        percent: the growth, in percent.
    """
    low, high = (None if end is None else 1 + end / 100 for end in (percent.low, percent.high))
    return Range(low, high, low_open=percent.low_open, high_open=percent.high_open)


def _baseline(
    program: Program,
    indicator: Indicator,
    period: Period,
    figure: Callable[[Period], Figure],
    asking: Asking,
) -> _Baseline:
    """Return the number that the baseline period achieved or, if the reading says so, planned.

    H6 says "tăng ít nhất 50% số lượng người so với giai đoạn 2021-2025"; H9 says the same about
    enterprises.
    """
    planning = program.planned(indicator, period)
    if planning is None:
        return _Baseline.of(figure(period), NoPlannedBaseline(indicator.id, period))
    if not asking.yes(PLANNED_BASELINE):
        return _Baseline.of(figure(period))
    unit = program.resolve(planning, asking).unit
    if unit != indicator.unit:
        return _Baseline(
            period, None, [], [UnitsDiffer(indicator.id, period, indicator.unit, unit)]
        )
    return _Baseline(period, worded(planning.bound), [], [])
