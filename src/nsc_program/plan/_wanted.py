"""What a target asks for under a reading, before any figure is looked at.

It depends on the plan and on the answers alone, so it is found once for many figures.
"""

from collections.abc import Mapping
from functools import cached_property
from typing import Protocol, TypeAlias, final

from attrs import evolve, frozen

from nsc_program.plan._bases import FROM_BASELINE, YEARLY, Basis, During, MeanGrowth, steps
from nsc_program.plan._bounds import accepted, worded
from nsc_program.plan._indicators import Indicator, Unit
from nsc_program.plan._questions import MEAN_FROM_YEAR_BEFORE, PLANNED_BASELINE
from nsc_program.plan._readings import Asked, Asking
from nsc_program.plan._targets import Phase, Target
from nsc_program.values._periods import Period
from nsc_program.values._ranges import Range

AskedBefore: TypeAlias = Mapping[str, Asked]
"""The questions that were asked so far, with their answers, by id and in order."""


class _Program(Protocol):
    """The parts of a plan that a target is read with."""

    def phase_of(self, target_id: str) -> Phase: ...
    def resolve(self, target: Target, asking: Asking) -> Indicator: ...
    def planned(self, indicator: Indicator, period: Period) -> Target | None: ...


@final
@frozen
class Start:
    """Where a change starts from.

    Attributes:
        period: the period of the baseline.
        times: how many times the change is repeated up to the end of the phase: once, or in each
            year for a mean.
        is_without_plan: whether a planned number was looked for, and no single target plans one.
        number: the planned number, if growth starts from it; otherwise `None`.
        other_unit: the unit of the planned number, if growth would start from it but it is in
            another unit than the indicator; otherwise `None`.
    """

    period: Period
    times: int = 1
    is_without_plan: bool = False
    number: Range | None = None
    other_unit: Unit | None = None


@final
@frozen(kw_only=True)
class Wanted:
    """What a target asks for under some answers.

    Attributes:
        target: the target.
        period: the period that it is about: that of its phase, unless its basis says otherwise.
        indicator: the indicator that it is about.
        allowed: the numbers that its bound accepts, in percent for growth, and how far the number
            falls if it is to fall.
        years: the years of the phase, for a target about single years; otherwise none.
        start: where the change starts from; `None` if the target does not ask for a change, or for
            one from year to year.
        asked: the questions that were asked to find this.
    """

    target: Target
    period: Period
    indicator: Indicator
    allowed: Range
    years: tuple[Period, ...]
    start: Start | None
    asked: AskedBefore

    def allowing(self, allowed: Range) -> "Wanted":
        """Return the same with other accepted numbers.

        Args:
            allowed: the numbers.
        """
        return evolve(self, allowed=allowed)

    @cached_property
    def in_unit(self) -> Range | None:
        """The accepted numbers that the indicator's unit has, unless they are about growth."""
        return in_unit(self.indicator, self.allowed)

    @cached_property
    def steps(self) -> Range:
        """The accepted steps from the baseline, as factors or differences."""
        return steps(self.target.basis, self.allowed)


def in_unit(indicator: Indicator, numbers: Range) -> Range | None:
    """Narrow numbers in a whole unit to whole numbers: "above 2,000" is "from 2,001".

    Args:
        indicator: the indicator with the unit.
        numbers: the numbers.

    Returns:
        The numbers that are left; `None` if there are none.
    """
    return numbers.whole() if indicator.unit.whole else numbers


def wanted(program: _Program, target: Target, asking: Asking) -> Wanted:
    """Return what a target asks for.

    Args:
        program: the plan.
        target: a target of the plan.
        asking: the reading, to which every open question is put.
    """
    basis, phase = target.basis, program.phase_of(target.id).period
    indicator = program.resolve(target, asking)
    allowed = accepted(target.bound, asking)
    return Wanted(
        target=target,
        period=_compared(basis, phase, indicator),
        indicator=indicator,
        allowed=allowed,
        years=phase.years if isinstance(basis, YEARLY) else (),
        start=_start(program, indicator, basis, phase, asking),
        asked=asking.so_far,
    )


def _compared(basis: Basis, phase: Period, indicator: Indicator) -> Period:
    """Return the period whose figure is compared with the bound or with the baseline.

    A count up to the close of a day is compared with the count up to the close of the phase, and
    not with that of the phase alone; so is a share, which may be of two counts.
    """
    match basis:
        case During(period):
            return period
        case MeanGrowth():
            return phase.years[-1]
        case _ if isinstance(basis, FROM_BASELINE) and basis.baseline.start is None:
            return phase if indicator.is_of_one_day else Period.until(phase.end)
        case _:
            return phase


def _start(
    program: _Program, indicator: Indicator, basis: Basis, phase: Period, asking: Asking
) -> Start | None:
    """Return the number that a change starts from; `None` for any other basis."""
    if isinstance(basis, MeanGrowth):
        return _start_of_mean(phase, asking)
    if isinstance(basis, FROM_BASELINE):
        return _named_start(program, indicator, basis.baseline, asking)
    return None


def _start_of_mean(phase: Period, asking: Asking) -> Start:
    """Return the year that “tăng bình quân” starts from, and the steps to the last year."""
    years, before = phase.years, phase.year_before
    if before is not None and asking.yes(MEAN_FROM_YEAR_BEFORE):
        return Start(before, times=len(years))
    return Start(years[0], times=len(years) - 1)


def _named_start(program: _Program, indicator: Indicator, period: Period, asking: Asking) -> Start:
    """Return what a period achieved or, if so read, planned.

    H6 says "tăng ít nhất 50% số lượng người so với giai đoạn 2021-2025"; H9 says the same about
    enterprises.
    """
    planning = program.planned(indicator, period)
    if planning is None:
        return Start(period, is_without_plan=True)
    if not asking.yes(PLANNED_BASELINE):
        return Start(period)
    unit = program.resolve(planning, asking).unit
    if unit != indicator.unit:
        return Start(period, other_unit=unit)
    return Start(period, number=worded(planning.bound))
