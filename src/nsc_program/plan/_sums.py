"""Targets whose planned numbers add up to that of another target (giao chỉ tiêu từng năm)."""

from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from itertools import pairwise
from typing import NamedTuple

from nsc_program.errors import Problem
from nsc_program.plan._bases import During, Reached
from nsc_program.plan._bounds import worded
from nsc_program.plan._indicators import Indicator
from nsc_program.plan._target_consistency import contradiction
from nsc_program.plan._targets import Phase, Target
from nsc_program.values._periods import Period, unite
from nsc_program.values._range_arithmetic import plus_some


class _Part(NamedTuple):
    """A target whose number is added, with its place in the phase, and the period of its total."""

    place: int
    target: Target
    period: Period


def sum_problems(
    phase: Phase, indicators: Mapping[str, Indicator]
) -> Iterator[tuple[int, Problem]]:
    """Yield what does not fit between targets and the target that they add up to.

    Args:
        phase: the phase of the targets.
        indicators: the indicators of the plan, by id.

    Yields:
        The place of a target in the phase, and the problem.
    """
    targets = {target.id: target for target in phase.targets}
    sums: dict[str, list[_Part]] = {}
    for index, target in enumerate(phase.targets):
        if target.adds_up_to is None:
            continue
        whole = targets.get(target.adds_up_to)
        period = _period_of(target, phase)
        if whole is None or period is None or not _can_add_up(target, whole, phase, indicators):
            yield index, _not_a_term(target.adds_up_to)
        else:
            sums.setdefault(whole.id, []).append(_Part(index, target, period))
    for name, parts in sums.items():
        yield from _problems_of_sum(phase, targets[name], parts)


def _period_of(target: Target, phase: Phase) -> Period | None:
    """Return the period of the total that a target sets; `None` if it does not set one."""
    match target.basis:
        case Reached():
            return phase.period
        case During(period):
            return period
        case _:
            return None


def _can_add_up(
    part: Target, whole: Target, phase: Phase, indicators: Mapping[str, Indicator]
) -> bool:
    """Return whether both set totals of the same counts, and the part is of fewer days."""
    names = part.indicator_ids
    counts = all(name in indicators and indicators[name].accumulates for name in names)
    period = _period_of(part, phase)
    return counts and part.indicator == whole.indicator and period != _period_of(whole, phase)


def _problems_of_sum(
    phase: Phase, whole: Target, parts: Sequence[_Part]
) -> Iterator[tuple[int, Problem]]:
    """Yield a problem if parts leave out days, share days, or add up to another number."""
    last = parts[-1].place
    periods = sorted(part.period for part in parts)
    of_whole = _period_of(whole, phase)
    shares_days = any(left.meets(right) for left, right in pairwise(periods))
    if shares_days or unite(periods) != (of_whole,):
        yield last, _other_days(whole.id)
    elif reduce(plus_some, (worded(part.target.bound) for part in parts)) != worded(whole.bound):
        yield last, _other_sum(whole.id)


def _not_a_term(whole: str) -> Problem:
    return contradiction(
        "not-a-term",
        f"không cộng vào {whole!r} được: cần một mục tiêu khác cùng giai đoạn, cùng chỉ tiêu đếm, "
        "của nhiều ngày hơn; sửa adds_up_to",
        f"it cannot add up to {whole!r}: that must be another target of the phase, a total of the "
        "same count over more days; correct adds_up_to",
    )


def _other_days(whole: str) -> Problem:
    return contradiction(
        "other-days",
        f"các kỳ cộng thành {whole!r} bị trùng ngày hoặc thiếu ngày; sửa basis",
        f"the periods that add up to {whole!r} share days or leave days out; correct the bases",
    )


def _other_sum(whole: str) -> Problem:
    return contradiction(
        "other-sum",
        f"các số cộng lại không bằng số của {whole!r}; sửa một trong các số",
        f"the numbers do not add up to that of {whole!r}; correct one of them",
    )
