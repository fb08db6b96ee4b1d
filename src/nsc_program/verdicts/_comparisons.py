"""Comparisons: the figures of a target, held against the numbers that its bound accepts.

A basis gives a list of comparisons that must all hold. The status of the target follows from them
alone.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import assert_never, final

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
from nsc_program.plan._questions import EACH_YEAR, ESTIMATES_DECIDE, PLANNED_BASELINE
from nsc_program.plan._readings import Asking
from nsc_program.plan._targets import NOT_NEGATIVE, Indicator, Target
from nsc_program.values._periods import Period
from nsc_program.values._ranges import EVERYTHING, Range, common
from nsc_program.values._validators import is_a
from nsc_program.values._value import Value
from nsc_program.verdicts._baselines import Baseline, factors
from nsc_program.verdicts._notes import NoPlannedBaseline, Note, UnitsDiffer
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
    target = program.target(target_id)
    comparing = _Comparing(
        program=program,
        figures=figures,
        asking=asking,
        period=program.phase_of(target_id).period,
        indicator=program.resolve(target, asking),
        allowed=accepted(target.bound, asking),
    )
    return comparing.compared(target.basis)


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


def _in_unit(indicator: Indicator, comparison: Comparison) -> Comparison:
    """Narrow a comparison in a whole unit to whole numbers: "above 2,000" is "from 2,001"."""
    if not indicator.unit.whole:
        return comparison
    sure, perhaps = (
        numbers and numbers.whole() for numbers in (comparison.sure, comparison.perhaps)
    )
    return evolve(comparison, sure=sure, perhaps=perhaps)


def _grown(current: Figure, allowed: Range, baseline: Baseline, times: int = 1) -> Comparison:
    """Compare a figure with the accepted growth, multiplied by the baseline.

    Nothing is divided, so gaps are in the unit of the indicator. For growth over several years the
    accepted growth is multiplied by itself `times` times.
    """
    sure, perhaps = baseline.grown(allowed, times)
    return Comparison(current.period, current.range, sure, perhaps, baseline.range)


def _fulfilling(comparison: Comparison) -> Range:
    """Return the values that a figure can still take if it is accepted; all if none can be."""
    accepted_values = comparison.perhaps and common((comparison.possible, comparison.perhaps))
    return accepted_values or comparison.possible


@final
@frozen
class _Found:
    """The comparisons that a basis makes, before they are narrowed to whole numbers.

    Attributes:
        comparisons: the comparisons.
        figures: the figures that were compared, some of them perhaps twice.
        notes: the notes on the baselines.
    """

    comparisons: Sequence[Comparison]
    figures: Sequence[Figure]
    notes: Sequence[Note] = ()

    def all_notes(self) -> tuple[Note, ...]:
        """Return the notes on the figures and on the baselines, each once."""
        notes_of_figures = [note for figure in self.figures for note in figure.notes]
        return tuple(dict.fromkeys((*notes_of_figures, *self.notes)))


@final
@frozen(kw_only=True)
class _Comparing:
    """One target under one reading, and everything that its comparisons are made from.

    Attributes:
        program: the plan.
        figures: the figures of the plan.
        asking: the reading.
        period: the period of the target's phase.
        indicator: the indicator that the target is about.
        allowed: the numbers that its bound accepts.
    """

    program: Program
    figures: Figures
    asking: Asking
    period: Period
    indicator: Indicator
    allowed: Range

    def compared(self, basis: Basis) -> Compared:
        """Return the comparisons that a basis makes, and what they rest on."""
        found = self._found(basis)
        in_unit = tuple(_in_unit(self.indicator, each) for each in found.comparisons)
        return Compared(
            indicator=self.indicator,
            figures=tuple(dict.fromkeys(found.figures)),
            comparisons=in_unit,
            notes=found.all_notes(),
            is_open=self.figures.as_of < depends_until(basis, in_unit),
        )

    def _found(self, basis: Basis) -> _Found:
        match basis:
            case Reached():
                return self._totals([self._figure(self.period)])
            case EachYear():
                return self._totals(self._years())
            case Growth(baseline):
                return self._growth(self._baseline(baseline))
            case YearlyGrowth():
                return self._yearly_growth(self._years())
            case _:  # pragma: no cover
                assert_never(basis)

    def _figure(self, period: Period) -> Figure:
        return heard(self.figures.figure(self.indicator, period), self.asking)

    def _years(self) -> list[Figure]:
        return [self._figure(year) for year in self.period.years]

    def _totals(self, figures: Sequence[Figure]) -> _Found:
        """Compare each figure with the accepted numbers themselves."""
        allowed = self.allowed
        comparisons = [Comparison(each.period, each.range, allowed, allowed) for each in figures]
        return _Found(comparisons, figures)

    def _growth(self, baseline: Baseline) -> _Found:
        """Compare the figure of the phase with a baseline."""
        current = self._figure(self.period)
        comparison = _grown(current, factors(self.allowed), baseline)
        figures = [current, *baseline.figures]
        return _Found([comparison], figures, baseline.all_notes(self.indicator))

    def _yearly_growth(self, years: Sequence[Figure]) -> _Found:
        """Compare each year with the year before, or only the last year with the first."""
        if self.asking.yes(EACH_YEAR):
            return self._growth_of_each_year(years)
        return self._mean_growth(years[0], years[-1], times=len(years) - 1)

    def _mean_growth(self, first: Figure, last: Figure, times: int) -> _Found:
        """Compare the last year with a power of the growth, so that no root is needed."""
        baseline = Baseline.of(first)
        comparison = _grown(last, factors(self.allowed), baseline, times)
        return _Found([comparison], [last, first], baseline.all_notes(self.indicator))

    def _growth_of_each_year(self, years: Sequence[Figure]) -> _Found:
        steps = tuple(self._yearly_steps(years))
        comparisons = [comparison for _, comparison in steps]
        notes = [note for baseline, _ in steps for note in baseline.all_notes(self.indicator)]
        return _Found(comparisons, years, notes)

    def _yearly_steps(self, years: Sequence[Figure]) -> Iterator[tuple[Baseline, Comparison]]:
        """Yield the comparison of each year with the year before, after its baseline."""
        allowed = factors(self.allowed)
        baseline = Baseline.of(years[0])
        for year in years[1:]:
            comparison = _grown(year, allowed, baseline)
            yield baseline, comparison
            fulfilling = _fulfilling(_in_unit(self.indicator, comparison))
            baseline = evolve(Baseline.of(year), range=fulfilling)

    def _baseline(self, period: Period) -> Baseline:
        """Return the number that a period achieved or, if the reading says so, planned.

        H6 says "tăng ít nhất 50% số lượng người so với giai đoạn 2021-2025"; H9 says the same about
        enterprises.
        """
        planning = self.program.planned(self.indicator, period)
        if planning is None:
            missing = NoPlannedBaseline(self.indicator.id, period)
            return Baseline.of(self._figure(period), missing)
        if self.asking.yes(PLANNED_BASELINE):
            return self._planned_baseline(planning, period)
        return Baseline.of(self._figure(period))

    def _planned_baseline(self, planning: Target, period: Period) -> Baseline:
        """Return the number that a target planned, unless it is in another unit."""
        own, unit = self.indicator.unit, self.program.resolve(planning, self.asking).unit
        if unit == own:
            return Baseline(period, worded(planning.bound), [], [])
        differ = UnitsDiffer(self.indicator.id, period, own, unit)
        return Baseline(period, None, [], [differ])
