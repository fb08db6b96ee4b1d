"""Strategies for figures near the numbers at which targets turn."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import product
from typing import Any, Self, final

from attrs import frozen
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from nsc_program.catalog.hanoi import HANOI
from nsc_program.figures._figures import Figure, Figures, WithEstimates
from nsc_program.plan._bases import TOTALS, Difference, steps
from nsc_program.plan._bounds import worded
from nsc_program.plan._indicators import Indicator
from nsc_program.plan._program import Program
from nsc_program.plan._targets import Target
from nsc_program.testing.strategies._drawing_numbers import numbers_of, step_of
from nsc_program.testing.strategies._fields import CACHED_PLANS, Fields, days_of, judged
from nsc_program.values._periods import Period
from nsc_program.values._ranges import Range

SLACKS = (Fraction(1), Fraction(19, 20), Fraction(9, 10), Fraction(11, 10))
"""The factors by which a tolerance can change a number."""


def _asked_of(program: Program, indicator: Indicator) -> set[Fraction]:
    """Return the numbers in the targets about an indicator, and those numbers after a change."""
    targets = [target for target in program.targets if indicator.id in target.indicator_ids]
    changes = [target for target in targets if not isinstance(target.basis, TOTALS)]
    totals = {end for target in targets if target not in changes for end in _steps(target)}
    starts = totals | {Fraction(100)}
    return totals | {number for target in changes for number in _changed(target, starts)}


def _steps(target: Target) -> set[Fraction]:
    """Return the numbers in the words of a target, as factors or differences for a change."""
    words = steps(target.basis, worded(target.bound))
    return {end for end in (words.low, words.high) if end is not None}


def _changed(target: Target, starts: Iterable[Fraction]) -> Iterator[Fraction]:
    """Yield the numbers to which a change in the words of a target leads from some numbers."""
    for start, step in product(starts, _steps(target)):
        yield start + step if isinstance(target.basis, Difference) else start * step


@lru_cache(maxsize=CACHED_PLANS)
def amounts(program: Program, indicator: Indicator) -> tuple[Fraction, ...]:
    """Return numbers that an indicator can have: small ones, and those near a target's number."""
    turning = {number * slack for number in _asked_of(program, indicator) for slack in SLACKS}
    near = _beside(turning, step_of(indicator))
    numbers = dict.fromkeys((*numbers_of(indicator)[:4], *sorted(near)))
    return tuple(number for number in numbers if number in indicator.domain)


def _beside(numbers: Iterable[Fraction], step: Fraction) -> set[Fraction]:
    """Return the nearest two steps on each side of numbers."""
    return {(number // step + more) * step for number in numbers for more in (-1, 0, 1, 2)}


def _range(low: Fraction, more: int | None, shape: str, indicator: Indicator) -> Range:
    """Return a range that holds a number which the indicator can have."""
    step = step_of(indicator)
    if shape == "at most":
        return Range(None, low)
    high = None if more is None else low + more * step
    if shape == "open" and not indicator.unit.whole and more != 0:
        return Range(low, high, low_open=low + step / 4 in indicator.domain)
    return Range(low, high)


def _wanted(program: Program) -> list[tuple[Indicator, Period]]:
    """Return the indicators of a plan's targets and objectives, with each period of the plan."""
    of_targets = [name for target in program.targets for name in target.indicator_ids]
    of_objectives = [aim.indicator for aim in program.objectives if aim.indicator]
    names = dict.fromkeys([*of_targets, *of_objectives])
    return [(program.indicator(name), period) for name in names for period in program.periods]


@lru_cache(maxsize=CACHED_PLANS)
def figures(program: Program = HANOI) -> SearchStrategy[Figures]:
    """Draw figures near the numbers at which the targets of a plan turn.

    Args:
        program: The plan. The figures are about the indicators of its targets and objectives, and
            are as of a day that it judges.

    Returns:
        A strategy for figures. Some figures are missing. Some are one number, some have no upper
        end, and some have no lower end if the indicator has no least number.
    """
    fields = _FigureFields.of(program)
    return st.binary(min_size=fields.width, max_size=fields.width).map(fields.figures)


_OFTEN = (True, True, True, False)
_SHAPE: Mapping[str, Sequence[Any]] = {
    "known": _OFTEN,
    "more": (0, None, 1, 2, 40),
    "shape": ("from", "from", "open", "at most"),
    "guess": (None, None, None, 0, 1),
}
"""The values of the fields of a figure, except its low end."""


@final
@frozen
class _FigureFields:
    """How to draw the figures of a plan from bytes.

    Attributes:
        program: The plan.
        head: The day, whether any figure is known, and whether the figures name their plan.
        single: The fields of each figure, with its indicator and period.
    """

    program: Program
    head: Fields
    single: tuple[tuple[Indicator, Period, Fields], ...]

    @classmethod
    def of(cls, program: Program) -> Self:
        """Return the fields of the figures that a plan wants."""
        head = Fields.of(as_of=days_of(program), any_known=_OFTEN, by_hand=(False, False, True))
        single = (
            (indicator, period, Fields.of(low=amounts(program, indicator), **_SHAPE))
            for indicator, period in _wanted(program)
        )
        return cls(program, head, tuple(single))

    @property
    def width(self) -> int:
        """The number of bytes that the figures take."""
        return self.head.width + sum(fields.width for _, _, fields in self.single)

    def figures(self, data: bytes) -> Figures:
        """Return the figures that these bytes stand for."""
        common = self.head.values(data)
        known = self.known(data[self.head.width :]) if common["any_known"] else ()
        as_of = judged(self.program, common["as_of"])
        if common["by_hand"]:
            return Figures(as_of, tuple(known))
        plan, edition = self.program.id, self.program.edition
        return Figures(as_of, tuple(known), program=plan, edition=edition)

    def known(self, data: bytes) -> Iterator[Figure]:
        """Yield the figures that are known."""
        for indicator, period, fields in self.single:
            values = fields.values(data)
            data = data[fields.width :]
            if values.pop("known"):
                yield _figure(indicator, period, **values)


def _figure(indicator: Indicator, period: Period, *, guess: int | None, **values: Any) -> Figure:
    """Build a figure, mostly without an estimate."""
    possible = _range(indicator=indicator, **values)
    return Figure(indicator.id, period, possible, (), _estimated(possible, guess, indicator))


def _estimated(possible: Range, guess: int | None, indicator: Indicator) -> WithEstimates | None:
    """Return one possible number as the figure with an estimate; mostly there is no estimate."""
    if guess is None or possible.low is None:
        return None
    estimated = Range.exactly(possible.low + guess * step_of(indicator))
    if estimated == possible or not estimated.within(possible):
        return None
    return WithEstimates(estimated) if indicator.narrow(estimated) == estimated else None
