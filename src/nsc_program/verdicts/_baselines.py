"""Baselines: the numbers that growth starts from, and the numbers that growth accepts then."""

from typing import Self, final

from attrs import frozen

from nsc_program.figures._tally import Figure
from nsc_program.plan._targets import NOT_NEGATIVE, Indicator
from nsc_program.values._periods import Period
from nsc_program.values._range_arithmetic import power, power_within, times_every, times_some
from nsc_program.values._ranges import EVERYTHING, Range
from nsc_program.verdicts._notes import BaselineMayBeZero, Note

POSITIVE = Range.above(0)
"""The numbers above zero."""


@final
@frozen
class Baseline:
    """The baseline of growth.

    Attributes:
        period: the period of the baseline.
        range: the values that it can take; `None` for a planned number in another unit.
        figures: the figure that it was taken from; empty for a planned number.
        notes: the notes on where it was taken from.
    """

    period: Period
    range: Range | None
    figures: list[Figure]
    notes: list[Note]

    @classmethod
    def of(cls, figure: Figure, *notes: Note) -> Self:
        """Return the baseline that a figure gives.

        Args:
            figure: the figure.
            notes: notes on why the figure was taken.
        """
        return cls(figure.period, figure.range, [figure], [*notes])

    @property
    def is_positive(self) -> bool:
        """Whether it is certainly above zero: only then does growth from it mean anything."""
        return self.range is not None and self.range.within(POSITIVE)

    def all_notes(self, indicator: Indicator) -> list[Note]:
        """Return its notes, and one more if it may be zero.

        Args:
            indicator: the indicator that grows.
        """
        if self.range is None or self.is_positive:
            return self.notes
        return [*self.notes, BaselineMayBeZero(indicator.id, self.period)]

    def grown(self, allowed: Range, times: int) -> tuple[Range | None, Range]:
        """Return the numbers that growth accepts from every baseline, and from some baseline.

        Growth from a baseline that is unknown or may be zero never decides: no value is accepted
        for sure, and every value is accepted perhaps. An indicator that can grow is not negative.

        Args:
            allowed: the accepted factors of growth.
            times: how many times the growth is multiplied by itself, for growth over several years.
        """
        if self.range is None or not self.is_positive:
            return None, NOT_NEGATIVE if allowed.low is not None else EVERYTHING
        factor = power_within(allowed, times)
        sure = factor and times_every(factor, self.range)
        return sure, times_some(power(allowed, times), self.range)
