"""What a target asks for under a reading, before any figure is looked at.

It depends on the plan and on the answers alone, so it is found once for many figures.
"""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Protocol, TypeAlias, final

from attrs import evolve, frozen

from nsc_program.plan._bounds import YEARLY, Basis, Growth, accepted, worded
from nsc_program.plan._questions import PLANNED_BASELINE
from nsc_program.plan._readings import Asked, Asking
from nsc_program.plan._targets import Indicator, Phase, Target, Unit
from nsc_program.values._periods import Period
from nsc_program.values._range_arithmetic import factors
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
    """Where growth starts from.

    Attributes:
        period: the period of the baseline.
        is_planned: whether a single target plans a number for this period.
        number: the planned number, if growth starts from it; otherwise `None`.
        other_unit: the unit of the planned number, if growth would start from it but it is in
            another unit than the indicator; otherwise `None`.
    """

    period: Period
    is_planned: bool
    number: Range | None = None
    other_unit: Unit | None = None


@final
@frozen(kw_only=True)
class Wanted:
    """What a target asks for under some answers.

    Attributes:
        target: the target.
        period: the period of its phase.
        indicator: the indicator that it is about.
        allowed: the numbers that its bound accepts, in percent for growth.
        years: the years of the phase, for a target about single years; otherwise none.
        start: where growth over another period starts from; otherwise `None`.
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
    def factors(self) -> Range:
        """The accepted growth, as factors."""
        return factors(self.allowed)

    @cached_property
    def until(self) -> date:
        """The last day that the target depends on."""
        end = self.period.end
        return end if self.start is None else max(end, self.start.period.end)


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
    basis, period = target.basis, program.phase_of(target.id).period
    indicator = program.resolve(target, asking)
    allowed = accepted(target.bound, asking)
    return Wanted(
        target=target,
        period=period,
        indicator=indicator,
        allowed=allowed,
        years=period.years if isinstance(basis, YEARLY) else (),
        start=_start(program, indicator, basis, asking),
        asked=asking.so_far,
    )


def _start(program: _Program, indicator: Indicator, basis: Basis, asking: Asking) -> Start | None:
    """Return the number that growth starts from: what a period achieved or, if so read, planned.

    It is `None` for a basis other than growth over another period.

    H6 says "tăng ít nhất 50% số lượng người so với giai đoạn 2021-2025"; H9 says the same about
    enterprises.
    """
    if not isinstance(basis, Growth):
        return None
    period = basis.baseline
    planning = program.planned(indicator, period)
    if planning is None:
        return Start(period, is_planned=False)
    if not asking.yes(PLANNED_BASELINE):
        return Start(period, is_planned=True)
    unit = program.resolve(planning, asking).unit
    if unit != indicator.unit:
        return Start(period, is_planned=True, other_unit=unit)
    return Start(period, is_planned=True, number=worded(planning.bound))
