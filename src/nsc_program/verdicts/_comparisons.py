"""Comparisons: the figures of a target, held against the numbers that its bound accepts.

A basis gives a list of comparisons that must all hold. The status of the target follows from them
alone.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TypeVar, assert_never, cast, final

from attrs import evolve, field, frozen
from attrs.validators import optional

from nsc_program.figures._figures import Figure, Figures
from nsc_program.plan._bases import (
    Basis,
    Difference,
    During,
    EachYear,
    Growth,
    MeanGrowth,
    Reached,
    YearlyGrowth,
)
from nsc_program.plan._indicators import NOT_NEGATIVE, Indicator
from nsc_program.plan._questions import EACH_YEAR, ESTIMATES_DECIDE
from nsc_program.plan._readings import Asking
from nsc_program.plan._wanted import Start, Wanted, in_unit
from nsc_program.values._periods import Period
from nsc_program.values._ranges import EVERYTHING, Range, common
from nsc_program.values._validators import is_a
from nsc_program.values._value import Value
from nsc_program.verdicts._baselines import Baseline
from nsc_program.verdicts._notes import NoPlannedBaseline, Note, UnitsDiffer
from nsc_program.verdicts._status import Status, status_of

_T = TypeVar("_T")


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


def depends_until(comparisons: Iterable[Comparison]) -> date:
    """Return the last day that a target depends on: the last that is compared.

    A baseline ends earlier.

    Args:
        comparisons: the comparisons of the target.
    """
    return max(comparison.period.end for comparison in comparisons)


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


def compare(wanted: Wanted, figures: Figures, asking: Asking) -> Compared:
    """Compare the figures of a target with the numbers that it accepts.

    Args:
        wanted: what the target asks for under the reading.
        figures: the figures of the plan.
        asking: the reading, to which every further question is put.
    """
    found = _Comparing(wanted, figures, asking).found(wanted.target.basis)
    return Compared(
        indicator=wanted.indicator,
        figures=_each_once(found.figures),
        comparisons=tuple(found.comparisons),
        notes=found.all_notes(),
        is_open=figures.as_of < wanted.period.end,
    )


def _each_once(items: Sequence[_T]) -> tuple[_T, ...]:
    """Return items without repetitions; a single one needs no look at all its parts."""
    return tuple(items if len(items) == 1 else dict.fromkeys(items))


def heard(figure: Figure, asking: Asking) -> Figure:
    """Return a figure with or without estimates, as the reading decides.

    The question is asked only if the answer makes a difference.

    Args:
        figure: the figure.
        asking: the reading.
    """
    if figure.with_estimates is None or not asking.yes(ESTIMATES_DECIDE):
        return figure
    return figure.estimated


def _changed(wanted: Wanted, current: Figure, baseline: Baseline, times: int = 1) -> Comparison:
    """Compare a figure with the accepted steps from the baseline.

    Nothing is divided, so gaps are in the unit of the indicator. For growth over several years the
    accepted growth is multiplied by itself `times` times.
    """
    sure, perhaps = (
        numbers and in_unit(wanted.indicator, numbers)
        for numbers in baseline.changed(wanted.steps, times)
    )
    return Comparison(current.period, current.range, sure, perhaps, baseline.range)


def _fulfilling(comparison: Comparison) -> Range:
    """Return the values that a figure can still take if it is accepted; all if none can be."""
    accepted_values = comparison.perhaps and common((comparison.possible, comparison.perhaps))
    return accepted_values or comparison.possible


@final
@frozen
class _Found:
    """The comparisons that a basis makes.

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
        notes = [note for figure in self.figures for note in figure.notes]
        return _each_once([*notes, *self.notes])


@final
@frozen
class _Comparing:
    """One target under one reading, and the figures that it is compared with.

    Attributes:
        wanted: what the target asks for.
        figures: the figures of the plan.
        asking: the reading.
    """

    wanted: Wanted
    figures: Figures
    asking: Asking

    def found(self, basis: Basis) -> _Found:
        """Return the comparisons that a basis makes."""
        match basis:
            case Reached() | During():
                return self._totals([self._figure(self.wanted.period)])
            case EachYear():
                return self._totals(self._years())
            case Growth() | Difference() | MeanGrowth():
                return self._change(cast(Start, self.wanted.start))
            case YearlyGrowth():
                return self._yearly_growth(self._years())
            case _:  # pragma: no cover
                assert_never(basis)

    def _figure(self, period: Period) -> Figure:
        return heard(self.figures.figure(self.wanted.indicator, period), self.asking)

    def _years(self) -> list[Figure]:
        return [self._figure(year) for year in self.wanted.years]

    def _totals(self, figures: Sequence[Figure]) -> _Found:
        """Compare each figure with the accepted numbers themselves."""
        possible = self.wanted.in_unit
        comparisons = [Comparison(each.period, each.range, possible, possible) for each in figures]
        return _Found(comparisons, figures)

    def _change(self, start: Start) -> _Found:
        """Compare the figure of the target's period with a baseline."""
        baseline = self._baseline(start)
        return self._from(baseline, self._figure(self.wanted.period), start.times)

    def _from(self, baseline: Baseline, current: Figure, times: int) -> _Found:
        """Compare a figure with a baseline, over one step or several."""
        comparison = _changed(self.wanted, current, baseline, times)
        notes = baseline.all_notes(self.wanted.indicator)
        return _Found([comparison], [current, *baseline.figures], notes)

    def _yearly_growth(self, years: Sequence[Figure]) -> _Found:
        """Compare each year with the year before, or only the last year with the first.

        A power of the growth is compared, so that no root is needed.
        """
        if self.asking.yes(EACH_YEAR):
            return self._growth_of_each_year(years)
        return self._from(self._baseline_of(years[0]), years[-1], times=len(years) - 1)

    def _growth_of_each_year(self, years: Sequence[Figure]) -> _Found:
        steps = tuple(self._yearly_steps(years))
        comparisons = [comparison for _, comparison in steps]
        indicator = self.wanted.indicator
        notes = [note for baseline, _ in steps for note in baseline.all_notes(indicator)]
        return _Found(comparisons, years, notes)

    def _yearly_steps(self, years: Sequence[Figure]) -> Iterator[tuple[Baseline, Comparison]]:
        """Yield the comparison of each year with the year before, after its baseline."""
        baseline = self._baseline_of(years[0])
        for year in years[1:]:
            comparison = _changed(self.wanted, year, baseline)
            yield baseline, comparison
            baseline = evolve(self._baseline_of(year), range=_fulfilling(comparison))

    def _baseline_of(self, figure: Figure, *notes: Note) -> Baseline:
        return Baseline.of(self.wanted.target.basis, figure, *notes)

    def _baseline(self, start: Start) -> Baseline:
        """Return the number that a change starts from."""
        indicator, period, basis = self.wanted.indicator, start.period, self.wanted.target.basis
        if start.other_unit is not None:
            differ = UnitsDiffer(indicator.id, period, indicator.unit, start.other_unit)
            return Baseline(basis, period, None, [], [differ])
        if start.number is not None:
            return Baseline(basis, period, start.number, [], [])
        missing = [NoPlannedBaseline(indicator.id, period)] if start.is_without_plan else []
        return self._baseline_of(self._figure(period), *missing)
