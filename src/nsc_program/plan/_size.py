"""Limits on the size of a plan: a short text can ask for millions of figures."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from nsc_program.errors import Message, Problem
from nsc_program.plan._bases import YEARLY
from nsc_program.plan._indicators import Indicator
from nsc_program.plan._targets import Phase

MOST_YEARS = 100
"""The most years of a phase with yearly targets."""
MOST_FIGURES = 10_000
"""The most figures that a plan may need: one for each indicator and period."""
MOST_YEARS_HELD = 1_000
"""The most comparisons with single years that the yearly targets of a plan may need together."""


class _Program(Protocol):
    """The parts of a plan that its size depends on."""

    @property
    def indicators(self) -> tuple[Indicator, ...]: ...
    @property
    def phases(self) -> tuple[Phase, ...]: ...


def size_problems(program: _Program) -> Iterator[Problem]:
    """Yield a problem for every limit that a plan exceeds.

    Years are counted without listing them, because a phase may have ten thousand.
    """
    for index, phase in enumerate(program.phases):
        years = phase.period.whole_years
        if phase.is_yearly and years > MOST_YEARS:
            yield _too_many_years(index, phase, years)
    periods, indicators = needed_periods(program.phases), len(program.indicators)
    if periods * indicators > MOST_FIGURES:
        yield _too_many_figures(periods, indicators)
    comparisons = sum(
        _count_yearly_targets(phase) * phase.period.whole_years for phase in program.phases
    )
    if comparisons > MOST_YEARS_HELD:
        yield _too_many_comparisons(comparisons)


def needed_periods(phases: Iterable[Phase]) -> int:
    """Return the number of periods of a plan's figures; years that two phases share count twice."""
    phases = tuple(phases)
    further = {period for phase in phases for period in phase.further_periods}
    periods = {phase.period for phase in phases} | further
    years = {phase.period: phase.period.whole_years for phase in phases if phase.is_yearly}
    whole_plan = 1
    return len(periods) + sum(years.values()) + whole_plan


def _count_yearly_targets(phase: Phase) -> int:
    return sum(1 for target in phase.targets if isinstance(target.basis, YEARLY))


def _too_many_years(index: int, phase: Phase, years: int) -> Problem:
    return Problem(
        ("phases", index),
        "too-many-years",
        Message(
            f"giai đoạn {phase.id!r} có mục tiêu hằng năm và dài {years} năm, "
            f"tối đa là {MOST_YEARS} năm; "
            "hãy chia thành nhiều giai đoạn, hoặc đặt mục tiêu cho cả giai đoạn",
            f"phase {phase.id!r} has yearly targets and {years} years, "
            f"and at most {MOST_YEARS} are allowed; "
            "split it into several phases, or set targets for the whole phase",
        ),
    )


def _too_many_figures(periods: int, indicators: int) -> Problem:
    return Problem(
        (),
        "too-many-figures",
        Message(
            f"kế hoạch cần {periods * indicators} số liệu "
            f"({indicators} chỉ tiêu, mỗi chỉ tiêu {periods} kỳ), "
            f"tối đa là {MOST_FIGURES}; hãy tách thành nhiều kế hoạch",
            f"the plan needs {periods * indicators} figures "
            f"({indicators} indicators over {periods} periods each), "
            f"and at most {MOST_FIGURES} are allowed; split it into several plans",
        ),
    )


def _too_many_comparisons(comparisons: int) -> Problem:
    return Problem(
        (),
        "too-many-years-held",
        Message(
            f"các mục tiêu hằng năm phải so với {comparisons} số liệu của từng năm, "
            f"tối đa là {MOST_YEARS_HELD}; hãy tách thành nhiều kế hoạch",
            f"the yearly targets are compared with {comparisons} figures of single years, "
            f"and at most {MOST_YEARS_HELD} are allowed; split the plan into several",
        ),
    )
