"""Baselines: the numbers that a change starts from, and the numbers that are accepted then."""

from typing import Self, final

from attrs import frozen

from nsc_program.figures._figures import Figure
from nsc_program.plan._bases import Basis, Difference
from nsc_program.plan._indicators import NOT_NEGATIVE, Indicator
from nsc_program.values._periods import Period
from nsc_program.values._range_arithmetic import (
    plus_every,
    plus_some,
    power,
    power_within,
    times_every,
    times_some,
    without_negative,
)
from nsc_program.values._ranges import EVERYTHING, Range
from nsc_program.verdicts._notes import BaselineMayBeZero, Note

POSITIVE = Range.above(0)
"""The numbers above zero."""


@final
@frozen
class Baseline:
    """The baseline of a change.

    Attributes:
        basis: the basis of the target.
        period: the period of the baseline.
        range: the values that it can take; `None` for a planned number in another unit.
        figures: the figure that it was taken from; empty for a planned number.
        notes: the notes on where it was taken from.
    """

    basis: Basis
    period: Period
    range: Range | None
    figures: list[Figure]
    notes: list[Note]

    @classmethod
    def of(cls, basis: Basis, figure: Figure, *notes: Note) -> Self:
        """Return the baseline that a figure gives.

        Args:
            basis: the basis of the target.
            figure: the figure.
            notes: notes on why the figure was taken.
        """
        return cls(basis, figure.period, figure.range, [figure], [*notes])

    @property
    def has_meaning(self) -> bool:
        """Whether a change from it means anything: in percent, only if it is above zero."""
        if self.range is None or isinstance(self.basis, Difference):
            return self.range is not None
        return self.range.within(POSITIVE)

    def all_notes(self, indicator: Indicator) -> list[Note]:
        """Return its notes, and one more if growth may start from zero.

        Args:
            indicator: the indicator that grows.
        """
        if self.range is None or self.has_meaning:
            return self.notes
        return [*self.notes, BaselineMayBeZero(indicator.id, self.period)]

    def changed(self, steps: Range, times: int) -> tuple[Range | None, Range]:
        """Return the numbers that a change accepts from every baseline, and from some baseline.

        Growth from a baseline that is unknown or may be zero never decides: no value is accepted
        for sure, and every value is accepted perhaps. An indicator that can grow is not negative.

        Args:
            steps: the accepted steps, as factors or differences.
            times: how many times a factor is multiplied by itself, for growth over several years.
        """
        if self.range is None or not self.has_meaning:
            return None, NOT_NEGATIVE if steps.low is not None else EVERYTHING
        if isinstance(self.basis, Difference):
            return plus_every(steps, self.range), plus_some(steps, self.range)
        factors = without_negative(steps)
        factor = power_within(factors, times)
        sure = factor and times_every(factor, self.range)
        return sure, times_some(power(factors, times), self.range)
