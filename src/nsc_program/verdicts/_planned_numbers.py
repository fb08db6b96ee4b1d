"""The numbers that plans set for one indicator, and what can be compared of them."""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import Any, ClassVar, final

from attrs import field, fields, frozen

from nsc_program.errors import InvalidValue
from nsc_program.plan._bases import FROM_BASELINE, TOTALS, YEARLY, Basis, During, Reached
from nsc_program.plan._indicators import Indicator
from nsc_program.plan._targets import Target
from nsc_program.values._keys import is_id
from nsc_program.values._periods import Period
from nsc_program.values._validators import is_a, tuple_of
from nsc_program.values._value import Value
from nsc_program.verdicts._incomparable import PlansDiffer
from nsc_program.verdicts._phase_comparison import length


@final
@frozen(kw_only=True)
class PlannedNumber(Value):
    """A number that a plan sets for an indicator.

    Attributes:
        target: the target with its bound, its basis and the words of the plan.
        period: the period that it is about: that of its phase, or the part that its basis names.
        indicators: every indicator that the target may be about, as the plan defines them; the one
            of the default answers comes first.
    """

    target: Target = field(validator=is_a(Target))
    period: Period = field(validator=is_a(Period))
    indicators: tuple[Indicator, ...] = field(validator=tuple_of(is_a(Indicator)))

    def __attrs_post_init__(self) -> None:
        """Reject other indicators than those of the target."""
        wanted = self.target.indicator_ids
        if wanted != tuple(indicator.id for indicator in self.indicators):
            raise _other_indicators(", ".join(map(repr, wanted)))


def _other_indicators(wanted: str) -> InvalidValue:
    return InvalidValue.at(
        "indicators",
        code="other-indicators",
        vi=f"cần đúng các chỉ tiêu của mục tiêu, theo thứ tự: {wanted}",
        en=f"expected the indicators of the target, in their order: {wanted}",
    )


@final
@frozen(kw_only=True)
class PlanSide(Value):
    """The numbers of one plan for an indicator.

    Attributes:
        plan: the id of the plan.
        numbers: its numbers, in the order of the plan; empty if it does not set any.
    """

    plan: str = field(validator=is_id)
    numbers: tuple[PlannedNumber, ...] = field(validator=tuple_of(is_a(PlannedNumber)))


@final
@frozen(kw_only=True)
class NumberPair(Value):
    """Two numbers of two plans for days that they share, and why they cannot be compared.

    Attributes:
        plans: the ids of the two plans.
        targets: the ids of the two targets; empty if no number of one plan shares days with a
            number of the other.
        differences: the reasons why the two numbers cannot be compared; none if they can.
    """

    FOLLOWS: ClassVar = ("comparable",)

    plans: tuple[str, ...] = field(validator=tuple_of(is_id))
    targets: tuple[str, ...] = field(validator=tuple_of(is_id))
    differences: tuple[PlansDiffer, ...] = field(validator=tuple_of(is_a(PlansDiffer)))

    @property
    def comparable(self) -> bool:
        """Whether the two numbers mean the same."""
        return not self.differences


def most_pairs(sides: Sequence[PlanSide]) -> int:
    """Return how many pairs of numbers there are, for days that they share or not.

    Args:
        sides: the numbers of each plan.
    """
    counts = [len(side.numbers) for side in sides]
    every, within = sum(counts) ** 2, sum(count**2 for count in counts)
    return (every - within) // 2


def pairs_of(left: PlanSide, right: PlanSide) -> Iterator[NumberPair]:
    """Yield the pairs of numbers of two plans for days that they share.

    Args:
        left: the numbers of one plan.
        right: the numbers of the other.
    """
    if not (left.numbers or right.numbers):
        return
    plans = left.plan, right.plan
    both = product(left.numbers, right.numbers)
    meeting = [pair for pair in both if pair[0].period.meets(pair[1].period)]
    for one, other in meeting:
        targets = one.target.id, other.target.id
        differences = tuple(_differences(one, other))
        yield NumberPair(plans=plans, targets=targets, differences=differences)
    if not meeting:
        yield NumberPair(plans=plans, targets=(), differences=(PlansDiffer.NUMBER,))


def _differences(one: PlannedNumber, other: PlannedNumber) -> Iterator[PlansDiffer]:
    """Yield the reasons why two numbers cannot be compared."""
    if one.target.indicator != other.target.indicator:
        # Both may be about the indicator of the row, but not under the same answers.
        yield PlansDiffer.CHOICE
    yield from _of_indicators(one, other)
    if _kind(one.target.basis) != _kind(other.target.basis):
        yield PlansDiffer.BASIS
    elif _baseline(one.target.basis) != _baseline(other.target.basis):
        yield PlansDiffer.BASELINE
    if not all(isinstance(number.target.basis, YEARLY) for number in (one, other)):
        yield from _of_periods(one, other)


def _kind(basis: Basis) -> tuple[type[Basis], bool]:
    """Return the kind of a number; a total of a part of a phase is a total like any other."""
    if isinstance(basis, TOTALS):
        return (Reached if isinstance(basis, During) else type(basis)), False
    return type(basis), basis.falling


def _baseline(basis: Basis) -> Period | None:
    """Return the baseline that a basis names."""
    return basis.baseline if isinstance(basis, FROM_BASELINE) else None


def _of_indicators(one: PlannedNumber, other: PlannedNumber) -> Iterator[PlansDiffer]:
    """Yield the differences between what two plans call by the same ids."""
    definitions = {indicator.id: indicator for indicator in other.indicators}
    shared = [
        (indicator, definitions[indicator.id])
        for indicator in one.indicators
        if indicator.id in definitions
    ]
    if any(left.unit.id != right.unit.id for left, right in shared):
        yield PlansDiffer.UNIT
    if any(_way(left) != _way(right) for left, right in shared):
        yield PlansDiffer.COUNTING
    if any(_may_be_another(left, right) for left, right in shared):
        yield PlansDiffer.NAME


def _way(indicator: Indicator) -> list[Any]:
    """Return how an indicator is counted or measured: everything but its names and its limits."""
    ways = (attribute for attribute in fields(Indicator) if attribute.name not in _NAMES)
    return [getattr(indicator, attribute.name) for attribute in ways]


_NAMES = ("id", "unit", "label", "domain")


def _may_be_another(left: Indicator, right: Indicator) -> bool:
    """Return whether only a name says what is counted, and the plans use different names."""
    return not left.counting and not right.counting and left.label != right.label


def _of_periods(one: PlannedNumber, other: PlannedNumber) -> Iterator[PlansDiffer]:
    """Yield the reason if counts are about phases of another length, or states about another day.

    Numbers about single years do not depend on the length of the phase.
    """
    if all(indicator.accumulates for indicator in (*one.indicators, *other.indicators)):
        if length(one.period) != length(other.period):
            yield PlansDiffer.LENGTH
    elif one.period.end != other.period.end:
        yield PlansDiffer.DAY
