"""Find the numbers at which a target turns from missed to attained, or back."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import cached_property
from itertools import chain
from math import ceil
from typing import TypeAlias, final

from attrs import frozen
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from nsc_program.errors import InvalidValue, Message
from nsc_program.figures._figures import Figure, Figures
from nsc_program.plan._bases import (
    IN_PERCENT,
    TOTALS,
    Basis,
    Difference,
    EachYear,
    MeanGrowth,
    YearlyGrowth,
)
from nsc_program.plan._bounds import worded
from nsc_program.plan._indicators import Indicator
from nsc_program.plan._program import Program
from nsc_program.plan._questions import MOST_TOLERANCE
from nsc_program.plan._readings import Asking, Reading
from nsc_program.plan._targets import Target
from nsc_program.plan._wanted import Wanted, wanted
from nsc_program.testing.strategies._drawing_numbers import numbers_of
from nsc_program.values._periods import Period
from nsc_program.values._ranges import Range
from nsc_program.verdicts._comparisons import Comparison
from nsc_program.verdicts._evaluation import decide

Values: TypeAlias = Mapping[Period, Fraction]
"""The value of an indicator over each period that a target is about."""


@final
@frozen
class ReadTarget:
    """A target under a reading.

    Attributes:
        program: The plan.
        id: The id of the target.
        reading: The reading.
    """

    program: Program
    id: str
    reading: Reading

    @cached_property
    def target(self) -> Target:
        """The target."""
        return self.program.target(self.id)

    @property
    def basis(self) -> Basis:
        """The basis of the target."""
        return self.target.basis

    @cached_property
    def wanted(self) -> Wanted:
        """What it asks for."""
        return wanted(self.program, self.target, Asking(self.reading))

    @property
    def period(self) -> Period:
        """The period whose figure is compared, unless each year's is."""
        return self.wanted.period

    @property
    def indicator(self) -> Indicator:
        """The indicator that it is about."""
        return self.wanted.indicator

    def comparisons(self, values: Values) -> Sequence[Comparison]:
        """Return what the target compares, given exact values over some periods."""
        figures = tuple(self._figure(period, number) for period, number in values.items())
        known = Figures(self.program.period.end, figures)
        return decide(self.program, self.id, known, self.reading).comparisons

    def _figure(self, period: Period, number: Fraction) -> Figure:
        """Return the figure of an exact value."""
        return Figure(self.indicator.id, period, Range.exactly(number))

    def accepted(self, values: Values, period: Period) -> Range | None:
        """Return the numbers accepted over a period, given the values over other periods."""
        compared = self.comparisons(values)
        accepted = (comparison.sure for comparison in compared if comparison.period == period)
        return next(accepted, None)


def simplest(indicator: Indicator) -> Fraction:
    """Return a number that an indicator can have, above 0 if possible."""
    numbers = numbers_of(indicator)
    return next((number for number in numbers if number > 0), numbers[0])


# --- targets that do not turn ---

MOST_GROWTH = 10**12

_TOO_MANY_DIGITS = Message(
    "ngưỡng là số quá lớn, không viết ra được", "it turns at numbers too large to write down"
)
_UNDECIDED = Message(
    "theo cách hiểu này không có gì quyết định, nên không có ngưỡng",
    "nothing decides it under this reading, so it does not turn at any number",
)


def check_turns(target: ReadTarget) -> None:
    """Raise for a target that does not turn at any number that its indicator can have.

    Raises:
        InvalidValue: If it does not turn.
    """
    if _grows_too_far(target):
        raise _refusal(target, "too-many-digits", _TOO_MANY_DIGITS)
    for comparison in target.comparisons(_simplest_values(target)):
        _check_comparison(target, comparison)


def _simplest_values(target: ReadTarget) -> Values:
    """Return the same simple value over every period of the plan, and a baseline with room."""
    periods = (*target.program.periods, target.period)
    values = dict.fromkeys(periods, simplest(target.indicator))
    start = target.wanted.start
    return values if start is None else {**values, start.period: _baselines(target)[0]}


def _grows_too_far(target: ReadTarget) -> bool:
    """Tell whether growth over years reaches numbers that are too large to write down.

    Falls begin there.
    """
    basis = target.basis
    if not isinstance(basis, (YearlyGrowth, MeanGrowth)):
        return False
    return (_room(target) if basis.falling else _growth_over_years(target)) > MOST_GROWTH


def _growth_over_years(target: ReadTarget) -> Fraction:
    """Return a number that is not reached by growth over the years of the phase."""
    return (worded(target.target.bound).high or Fraction(0)) ** len(target.wanted.years)


def _check_comparison(target: ReadTarget, comparison: Comparison) -> None:
    """Raise for a comparison that no number of the indicator changes."""
    if comparison.says_nothing:
        raise _refusal(target, "undecided", _UNDECIDED)
    if comparison.sure is not None and _is_settled(target, comparison.sure):
        raise _refusal(target, "no-turn", _no_turn(target.indicator))


def _is_settled(target: ReadTarget, accepted: Range) -> bool:
    """Tell whether the indicator can have no accepted number, or only accepted ones.

    Growth can always go either way.
    """
    indicator, basis = target.indicator, target.basis
    if isinstance(basis, IN_PERCENT) and not basis.falling:
        return False
    return indicator.narrow(accepted) is None or indicator.domain.within(accepted)


def _no_turn(indicator: Indicator) -> Message:
    """Say that no number of an indicator changes a verdict."""
    return Message(
        f"không có số nào mà chỉ tiêu {indicator.id!r} nhận được làm đổi kết luận",
        f"no possible value of {indicator.id!r} changes its verdict",
    )


def _refusal(target: ReadTarget, code: str, why: Message) -> InvalidValue:
    """Return the error about a target that does not turn."""
    vi, en = f"mục tiêu {target.id!r}: {why.vi}", f"target {target.id!r}: {why.en}"
    return InvalidValue.at(code=code, vi=vi, en=en)


# --- the numbers ---


@final
@frozen
class Turn:
    """A number at which a target turns.

    Attributes:
        values: The values over the other periods that the target is about.
        period: The period in which it turns.
        number: The number over this period.
        accepted: The numbers that are accepted over this period.
    """

    values: Values
    period: Period
    number: Fraction
    accepted: Range | None

    def accepts(self, count: Fraction) -> bool:
        """Tell whether the target is attained with a count."""
        return self.accepted is not None and count in self.accepted


def turn_of(draw: DrawFn, target: ReadTarget) -> Turn:
    """Draw the values over the other periods that a target is about, and a turn in one period."""
    values, period = _case(draw, target)
    accepted = target.accepted(values, period)
    number = draw(st.sampled_from(_turns(accepted, values)))
    return Turn(values, period, number, accepted)


def _case(draw: DrawFn, target: ReadTarget) -> tuple[Values, Period]:
    """Draw the period in which a target turns, and the values over its other periods."""
    match target.basis:
        case EachYear():
            return _in_one_year(draw, target)
        case YearlyGrowth():
            return _in_last_year(draw, target)
        case _:
            start = target.wanted.start
            baseline = {start.period: draw(st.sampled_from(_baselines(target)))} if start else {}
            return baseline, target.period


def _baselines(target: ReadTarget) -> Sequence[Fraction]:
    """Return small numbers for a baseline, which leave room for a fall."""
    room, indicator = _room(target), target.indicator
    small = [room + number for number in range(1, 13) if room + number in indicator.domain]
    return small or [simplest(indicator)]


def _room(target: ReadTarget) -> Fraction:
    """Return the number above which a baseline can fall as far as the target asks, in each year."""
    basis, asked = target.basis, _most_asked(target)
    if isinstance(basis, TOTALS) or not basis.falling:
        return Fraction(0)
    if isinstance(basis, Difference):
        return asked
    return _room_for_years(target, asked) if isinstance(basis, YearlyGrowth) else Fraction(0)


def _most_asked(target: ReadTarget) -> Fraction:
    """Return the largest number in the words of a target, with the largest tolerance."""
    words = worded(target.target.bound)
    number = words.low if words.high is None else words.high
    return Fraction(ceil((number or 0) * (1 + MOST_TOLERANCE)))


def _room_for_years(target: ReadTarget, percentage: Fraction) -> Fraction:
    """Return a number that is still above zero after it has fallen in each year but the last.

    What is left of it is halved in each year, which is more than rounding takes away.
    """
    left = 1 - percentage / 100
    if left <= 0:
        return Fraction(MOST_GROWTH + 1)
    return Fraction(ceil((2 / left) ** (len(target.wanted.years) - 1)))


def _in_one_year(draw: DrawFn, target: ReadTarget) -> tuple[Values, Period]:
    """Draw the year in which a target of each year turns; the other years have accepted values."""
    years = target.wanted.years
    turning = draw(st.sampled_from(years))
    others = [year for year in years if year != turning]
    return {year: _accepted_number(target, {}, year) for year in others}, turning


def _in_last_year(draw: DrawFn, target: ReadTarget) -> tuple[Values, Period]:
    """Draw the first year's value; the years up to the last one change by accepted steps."""
    first, *between, last = target.wanted.years
    values = {first: draw(st.sampled_from(_baselines(target)))}
    for year in between:
        values[year] = _accepted_number(target, values, year)
    return values, last


def _accepted_number(target: ReadTarget, values: Values, period: Period) -> Fraction:
    """Return an accepted number near a turn, or the simplest number if none is accepted."""
    indicator, accepted = target.indicator, target.accepted(values, period)
    near = _near_turns(accepted, values)
    possible = (number for number in near if number in indicator.domain)
    return next(
        (number for number in possible if accepted is not None and number in accepted),
        simplest(indicator),
    )


def _near_turns(accepted: Range | None, values: Values) -> list[Fraction]:
    """Return the turns, the numbers half a step beside them, and the middle between them."""
    turns = _turns(accepted, values)
    near = chain.from_iterable(map(_with_halves, turns))
    return [*near, (min(turns) + max(turns)) / 2]


def _with_halves(number: Fraction) -> tuple[Fraction, Fraction, Fraction]:
    """Return a number and the numbers half a step above and below it."""
    half = Fraction(1, 2)
    return number, number + half, number - half


def _turns(accepted: Range | None, values: Values) -> list[Fraction]:
    """Return the ends of the accepted numbers, or the baseline's number if none is accepted."""
    ends = (accepted.low, accepted.high) if accepted else ()
    baseline = [*values.values()][-1:] or [Fraction(0)]
    return [end for end in ends if end is not None] or baseline
