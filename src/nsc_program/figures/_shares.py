"""Shares from their parts: a numerator out of a denominator, each with a figure of its own.

The things of the numerator are among those of the denominator. With N in [a, b] and D in [c, d],
the least range that holds every share is [a/d, min(1, b/c)]. If D may be 0, the parts decide
nothing. Shares are never averaged.
"""

from collections.abc import Iterable
from typing import cast, final

from attrs import evolve, frozen

from nsc_program.figures._figures import Figure, Figures, WithEstimates, other_than
from nsc_program.figures._notes import (
    ClaimedComplete,
    Clash,
    FigureNote,
    NotStarted,
    TotalMayBeZero,
    reports_in,
)
from nsc_program.figures._pieces import Piece, told_by
from nsc_program.plan._indicators import Indicator, Share
from nsc_program.plan._program import Program
from nsc_program.values._periods import Period
from nsc_program.values._range_arithmetic import ratio, times_some
from nsc_program.values._ranges import Range, common
from nsc_program.values._reconcile import reconcile

_HUNDRED = Range.exactly(100)


def with_shares(program: Program, figures: Figures) -> Figures:
    """Return figures in which each share follows from its parts too.

    Args:
        program: the plan.
        figures: the figures of all indicators, in which a share rests on reports about it alone.
    """
    shares = {each.id: each for each in program.indicators if each.share is not None}
    if not shares:
        return figures
    return evolve(
        figures,
        figures=tuple(
            _Parts.of(program, shares[figure.indicator], figure.period, figures).joined(figure)
            if figure.indicator in shares
            else figure
            for figure in figures.figures
        ),
    )


@final
@frozen
class _Parts:
    """The figures from which a share follows.

    Attributes:
        indicator: the share.
        numerator: the figure of the part.
        denominator: the figure of the total.
    """

    indicator: Indicator
    numerator: Figure
    denominator: Figure

    @classmethod
    def of(
        cls, program: Program, indicator: Indicator, period: Period, figures: Figures
    ) -> "_Parts":
        """Return the parts of a share over a period."""
        share = cast(Share, indicator.share)
        numerator, denominator = (
            figures.figure(program.indicator(name), period)
            for name in (share.numerator, share.denominator)
        )
        return cls(indicator, numerator, denominator)

    def joined(self, own: Figure) -> Figure:
        """Return the figure of the share from its parts and from the reports about itself."""
        if any(isinstance(note, NotStarted) for note in own.notes):
            return own
        possible, notes = self._known(own)
        if not any(each.with_estimates for each in (own, self.numerator, self.denominator)):
            return evolve(own, range=possible, notes=notes)
        estimated = _Parts(self.indicator, self.numerator.estimated, self.denominator.estimated)
        with_estimates = WithEstimates(*estimated._known(own.estimated))
        return evolve(
            own,
            range=possible,
            notes=notes,
            with_estimates=other_than(possible, with_estimates),
        )

    def _known(self, own: Figure) -> tuple[Range, tuple[FigureNote, ...]]:
        """Return the values that the share can take, and the notes on it."""
        numerator, denominator = self.numerator, self.denominator
        notes = (*own.notes, *numerator.notes, *denominator.notes)
        if 0 in denominator.range:
            return own.range, (*notes, TotalMayBeZero(denominator.indicator, own.period))
        share = times_some(_HUNDRED, ratio(numerator.range, denominator.range))
        domain = self.indicator.domain
        possible, clashing = reconcile((own.range, share, domain))
        if clashing:
            pieces = (
                _piece(own.range, own.notes),
                _piece(share, (*numerator.notes, *denominator.notes)),
                Piece(domain),
            )
            notes = (*notes, Clash(own.indicator, own.period, told_by(clashing, pieces)))
        return common((possible, domain)) or domain, notes


def _piece(possible: Range, notes: Iterable[FigureNote]) -> Piece:
    """Return what figures say, with the evidence that their notes name."""
    every = tuple(notes)
    reports = reports_in(every)
    is_claimed = any(isinstance(note, ClaimedComplete) for note in every)
    return Piece(possible, reports, counted=is_claimed or not reports)
