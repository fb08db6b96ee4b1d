"""Comparison of plans: what each asks for, indicator by indicator, and what can be compared.

It rests on the plans alone. Numbers stand beside each other as the plans have them, and nothing is
scaled: where two numbers do not mean the same, the reasons are given.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import combinations
from typing import ClassVar, final, overload

from attrs import field, frozen
from attrs.validators import optional

from nsc_program.errors import InvalidValue
from nsc_program.plan._bases import During
from nsc_program.plan._indicators import Indicator
from nsc_program.plan._program import Program
from nsc_program.values._in_notebooks import InNotebooks
from nsc_program.values._keys import is_id
from nsc_program.values._territories import is_territory
from nsc_program.values._text import Text
from nsc_program.values._validators import instance_of, is_a, only, tuple_of
from nsc_program.values._value import Value
from nsc_program.verdicts._planned_numbers import (
    NumberPair,
    PlannedNumber,
    PlanSide,
    most_pairs,
    pairs_of,
)
from nsc_program.verdicts._results import LIBRARY, of_indicator

MOST_PAIRS = 10_000
"""The most pairs of numbers of two plans for one indicator."""


@final
@frozen(kw_only=True)
class ComparedPlan(Value):
    """One plan of a comparison.

    Attributes:
        id: the id of the plan.
        edition: its edition.
        title: its title.
        issuer: the authority that issued it.
        territory: the code of the territory that it is about; `None` if it does not name one. Plans
            of a city and of the nation ask for numbers of different sizes, which is not a reason
            against comparing what they mean.
    """

    id: str = field(validator=is_id)
    edition: str = field(validator=is_id)
    title: Text = field(validator=is_a(Text))
    issuer: Text = field(validator=is_a(Text))
    territory: str | None = field(default=None, validator=optional(is_territory))


@final
@frozen(kw_only=True)
class ComparedIndicator(Value):
    """One indicator in several plans.

    Attributes:
        indicator: the indicator, as the first plan with a number for it defines it.
        sides: the numbers of each plan, in the order of the plans.

    Raises:
        InvalidValue: if a number is about other indicators, or if there are more than 10,000 pairs
            of numbers of two plans.
    """

    FOLLOWS: ClassVar = ("pairs",)

    indicator: Indicator = field(validator=is_a(Indicator))
    sides: tuple[PlanSide, ...] = field(validator=tuple_of(is_a(PlanSide)))

    def __attrs_post_init__(self) -> None:
        """Reject numbers about other indicators, and too many pairs before they are made."""
        for side in self.sides:
            if not all(_is_about(number, self.indicator) for number in side.numbers):
                raise _not_about(self.indicator, side)
        pairs = most_pairs(self.sides)
        if pairs > MOST_PAIRS:
            raise _too_many(self.indicator, pairs)

    @cached_property
    def pairs(self) -> tuple[NumberPair, ...]:
        """The pairs of numbers of two plans for days that they share."""
        two = combinations(self.sides, 2)
        return tuple(pair for sides in two for pair in pairs_of(*sides))


@final
@frozen(kw_only=True, repr=False)
class PlanComparison(InNotebooks, Value, Sequence[ComparedIndicator]):
    """So sánh các kế hoạch: several plans side by side, indicator by indicator.

    A comparison is a sequence of indicators. Each has `sides`, one for each plan with its numbers,
    and `pairs` of numbers that are about the same days. Its document can be understood without any
    other document.

    Attributes:
        library: the name and version of the library that made the comparison.
        plans: the plans, in the order in which they were given.
        indicators: each indicator that a target of one of the plans is about.

    Raises:
        InvalidValue: if the sides of an indicator are not those of the plans, in their order.
    """

    library: str = field(validator=is_id)
    plans: tuple[ComparedPlan, ...] = field(validator=tuple_of(is_a(ComparedPlan)))
    indicators: tuple[ComparedIndicator, ...] = field(validator=tuple_of(is_a(ComparedIndicator)))

    def __attrs_post_init__(self) -> None:
        """Reject an indicator whose sides are not those of the plans."""
        plans = [plan.id for plan in self.plans]
        for place, compared in enumerate(self.indicators):
            if plans != [side.plan for side in compared.sides]:
                raise _other_sides(place)

    def __repr__(self) -> str:
        """Return one line with the plans and the number of indicators."""
        plans = ", ".join(plan.id for plan in self.plans[:3])
        return f"<PlanComparison of {len(self.plans)} plans ({plans}): {len(self)} indicators>"

    @overload
    def __getitem__(self, index: int) -> ComparedIndicator: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[ComparedIndicator, ...]: ...
    def __getitem__(self, index: int | slice) -> ComparedIndicator | tuple[ComparedIndicator, ...]:
        """Return one indicator, or a slice of them."""
        return self.indicators[index]

    def indicator(self, indicator_id: str) -> ComparedIndicator:
        """Return one indicator in all plans.

        Args:
            indicator_id: the id of the indicator.

        Raises:
            UnknownId: if no target of the plans is about an indicator of this id.
        """
        return of_indicator(indicator_id, self.indicators)

    def __len__(self) -> int:
        """Return the number of indicators."""
        return len(self.indicators)


def _other_sides(place: int) -> InvalidValue:
    return InvalidValue.at(
        "indicators",
        place,
        "sides",
        code="other-plans",
        vi="cần đúng một phần cho mỗi kế hoạch, theo thứ tự của plans",
        en="expected one side for each plan, in the order of plans",
    )


def compare_plans(programs: Iterable[Program]) -> PlanComparison:
    """Set plans side by side: the numbers of each for every indicator, and what can be compared.

    Two numbers are compared if their periods share days. Nothing is evaluated, and no number is
    scaled to another period or another territory.

    Args:
        programs: the plans, at least two, such as those of a city, of the nation and of another
            province; one edition of each.

    Returns:
        The comparison, with the indicators in the order of the plans' targets.

    Raises:
        InvalidType: for an item that is not a plan.
        InvalidValue: for fewer than two plans, for two editions of one plan, and for plans with
            more than 10,000 pairs of numbers for one indicator.

    >>> from nsc_program import HANOI, NATIONAL
    >>> experts = compare_plans([HANOI, NATIONAL]).indicator("experts/certified")
    >>> [(*pair.targets, pair.comparable) for pair in experts.pairs][-1]
    ('2026-2030/experts', '2026-2030/experts', True)
    """
    plans = tuple(only("programs", instance_of("Program"), Program, programs))
    _check_plans([plan.id for plan in plans])
    numbers = [list(_numbers(plan)) for plan in plans]
    compared = (_compared(indicator, plans, numbers) for indicator in _indicators(numbers))
    return PlanComparison(
        library=LIBRARY, plans=tuple(map(_in_short, plans)), indicators=tuple(compared)
    )


def _check_plans(names: Sequence[str]) -> None:
    """Refuse fewer than two plans, and two editions of one plan."""
    if len(names) < len(("one", "another")):
        raise InvalidValue.at(
            code="too-few-plans",
            vi=f"cần ít nhất hai kế hoạch để so sánh, nhận được {len(names)}",
            en=f"expected at least two plans to compare, got {len(names)}",
        )
    for place, name in enumerate(names):
        if name in names[:place]:
            raise InvalidValue.at(
                code="repeated",
                vi=f"kế hoạch {name!r} có hai lần; hãy chọn một lần ban hành, sửa đổi",
                en=f"the plan {name!r} is given twice; choose one edition of it",
            )


def _is_about(number: PlannedNumber, indicator: Indicator) -> bool:
    """Return whether a number is about an indicator under some answers."""
    return indicator.id in number.target.indicator_ids


def _not_about(indicator: Indicator, side: PlanSide) -> InvalidValue:
    return InvalidValue.at(
        "sides",
        code="other-indicators",
        vi=f"cần các con số về chỉ tiêu {indicator.id!r}, nhưng kế hoạch {side.plan!r} có con số "
        "về chỉ tiêu khác",
        en=f"expected numbers about {indicator.id!r}, but one of {side.plan!r} is about something "
        "else",
    )


def _too_many(indicator: Indicator, pairs: int) -> InvalidValue:
    return InvalidValue.at(
        code="too-many-pairs",
        vi=f"chỉ tiêu {indicator.id!r} có {pairs} cặp con số để so sánh, tối đa là {MOST_PAIRS}; "
        "hãy so sánh ít kế hoạch hơn mỗi lần",
        en=f"{indicator.id!r} has {pairs} pairs of numbers to compare, but at most {MOST_PAIRS} "
        "are allowed; compare fewer plans at a time",
    )


def _in_short(plan: Program) -> ComparedPlan:
    return ComparedPlan(
        id=plan.id,
        edition=plan.edition,
        title=plan.title,
        issuer=plan.issuer,
        territory=plan.territory,
    )


def _numbers(plan: Program) -> Iterator[PlannedNumber]:
    """Yield the numbers of a plan, in order."""
    for phase in plan.phases:
        for target in phase.targets:
            indicators = tuple(map(plan.indicator, target.indicator_ids))
            period = target.basis.period if isinstance(target.basis, During) else phase.period
            yield PlannedNumber(target=target, period=period, indicators=indicators)


def _indicators(numbers: Iterable[Sequence[PlannedNumber]]) -> Iterable[Indicator]:
    """Return the indicators that targets are about under the default answers, each id once."""
    found: dict[str, Indicator] = {}
    for of_plan in numbers:
        for number in of_plan:
            indicator, *_ = number.indicators
            found.setdefault(indicator.id, indicator)
    return found.values()


def _compared(
    indicator: Indicator, plans: Iterable[Program], numbers: Iterable[Sequence[PlannedNumber]]
) -> ComparedIndicator:
    """Return what each plan asks for about an indicator."""
    sides = (
        PlanSide(
            plan=plan.id, numbers=tuple(each for each in of_plan if _is_about(each, indicator))
        )
        for plan, of_plan in zip(plans, numbers, strict=True)
    )
    return ComparedIndicator(indicator=indicator, sides=tuple(sides))
