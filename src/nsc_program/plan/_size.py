"""How much a plan may ask for: small texts can ask for millions of figures, and nobody would wait for them."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from nsc_program.errors import Message, Problem
from nsc_program.plan._bounds import YEARLY, Growth
from nsc_program.plan._targets import Indicator, Phase

MOST_YEARS = 100
"""How many years a phase with yearly targets may have."""
MOST_FIGURES = 10_000
"""How many figures a plan may need: one for each indicator and period."""
MOST_YEARS_HELD = 1_000
"""How many figures of single years the yearly targets of a plan may be held against together."""


class _Program(Protocol):
    @property
    def indicators(self) -> tuple[Indicator, ...]: ...
    @property
    def phases(self) -> tuple[Phase, ...]: ...


def size_problems(program: _Program) -> Iterator[Problem]:
    """Yield what a plan asks too much of. Years are counted and not made: a phase may have ten thousand."""
    for at, phase in enumerate(program.phases):
        years = phase.period.whole_years
        if phase.is_yearly and years > MOST_YEARS:
            yield _too_many_years(at, phase, years)
    periods, indicators = needed_periods(program.phases), len(program.indicators)
    if periods * indicators > MOST_FIGURES:
        yield _too_many_figures(periods, indicators)
    held = sum(_yearly_targets(phase) * phase.period.whole_years for phase in program.phases)
    if held > MOST_YEARS_HELD:
        yield _too_many_years_held(held)


def needed_periods(phases: Iterable[Phase]) -> int:
    """Count the periods of a plan's figures; years that two phases share count twice."""
    phases = tuple(phases)
    targets = (target for phase in phases for target in phase.targets)
    bases = {target.basis.baseline for target in targets if isinstance(target.basis, Growth)}
    years = {phase.period: phase.period.whole_years for phase in phases if phase.is_yearly}
    return len({phase.period for phase in phases} | bases) + sum(years.values()) + 1


def _yearly_targets(phase: Phase) -> int:
    return sum(isinstance(target.basis, YEARLY) for target in phase.targets)


def _too_many_years(at: int, phase: Phase, years: int) -> Problem:
    return Problem(
        ("phases", at),
        "too-many-years",
        Message(
            f"giai đoạn {phase.id!r} có mục tiêu hằng năm và dài {years} năm, tối đa là {MOST_YEARS} năm; "
            "hãy chia thành nhiều giai đoạn, hoặc đặt mục tiêu cho cả giai đoạn",
            f"phase {phase.id!r} has yearly targets and {years} years, and at most {MOST_YEARS} are allowed; "
            "split it into several phases, or set targets for the whole phase",
        ),
    )


def _too_many_figures(periods: int, indicators: int) -> Problem:
    return Problem(
        (),
        "too-many-figures",
        Message(
            f"kế hoạch cần {periods * indicators} số liệu ({indicators} chỉ tiêu, mỗi chỉ tiêu {periods} kỳ), "
            f"tối đa là {MOST_FIGURES}; hãy tách thành nhiều kế hoạch",
            f"the plan needs {periods * indicators} figures ({indicators} indicators over {periods} periods each), "
            f"and at most {MOST_FIGURES} are allowed; split it into several plans",
        ),
    )


def _too_many_years_held(held: int) -> Problem:
    return Problem(
        (),
        "too-many-years-held",
        Message(
            f"các mục tiêu hằng năm phải so với {held} số liệu của từng năm, tối đa là {MOST_YEARS_HELD}; "
            "hãy tách thành nhiều kế hoạch",
            f"the yearly targets are held against {held} figures of single years, and at most {MOST_YEARS_HELD} are "
            "allowed; split the plan into several",
        ),
    )
