"""The targets that set a total, from which growth over the planned number starts."""

from collections.abc import Iterable, Iterator

from nsc_program.plan._bases import During, Reached
from nsc_program.plan._targets import Phase, Target
from nsc_program.values._periods import Period


def planned_in(phases: Iterable[Phase]) -> dict[Period, dict[str, list[Target]]]:
    """Return the targets that set totals, by the period of the total and by indicator.

    Args:
        phases: phases of a plan.
    """
    planned: dict[Period, dict[str, list[Target]]] = {}
    for phase in phases:
        planned.setdefault(phase.period, {})
        for period, target in _setting_totals(phase):
            for indicator in target.indicator_ids:
                planned.setdefault(period, {}).setdefault(indicator, []).append(target)
    return planned


def _setting_totals(phase: Phase) -> Iterator[tuple[Period, Target]]:
    """Yield the targets of a phase that set totals, each after the period of its total."""
    for target in phase.targets:
        match target.basis:
            case Reached():
                yield phase.period, target
            case During(period):
                yield period, target
            case _:
                pass
