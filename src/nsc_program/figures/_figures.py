"""Figures: the range of values that an indicator can still take over a period."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import final

from attrs import evolve, field, frozen
from attrs.validators import optional

from nsc_program.errors import InvalidValue, Message
from nsc_program.figures._notes import FigureNote
from nsc_program.figures._told import outside_the_domain
from nsc_program.plan._indicators import Indicator
from nsc_program.plan._program import Program
from nsc_program.values._in_notebooks import InNotebooks
from nsc_program.values._keys import is_id
from nsc_program.values._periods import Period
from nsc_program.values._ranges import Range
from nsc_program.values._validators import (
    is_a,
    is_date,
    tuple_of,
)
from nsc_program.values._value import Value


@final
@frozen
class WithEstimates(Value):
    """Theo số ước thực hiện: the values a figure can still take if the estimates are true.

    Attributes:
        range: the values, in the indicator's own unit.
        notes: what the range rests on, and what it lacks.
    """

    range: Range = field(validator=is_a(Range))
    notes: tuple[FigureNote, ...] = field(default=(), validator=tuple_of(is_a(FigureNote)))


@final
@frozen
class Figure(Value):
    """Số liệu: the values that an indicator can still take over a period.

    Attributes:
        indicator: the id of the indicator.
        period: the period.
        range: the values, in the indicator's own unit, without regard to estimates, which can turn
            out to be wrong.
        notes: what the range rests on, and what it lacks.
        with_estimates: the values if the estimates are true; `None` if that makes no difference.
    """

    indicator: str = field(validator=is_id)
    period: Period = field(validator=is_a(Period))
    range: Range = field(validator=is_a(Range))
    notes: tuple[FigureNote, ...] = field(default=(), validator=tuple_of(is_a(FigureNote)))
    with_estimates: WithEstimates | None = field(
        default=None, validator=optional(is_a(WithEstimates))
    )

    @property
    def estimated(self) -> "Figure":
        """The same figure with its estimates taken as final."""
        estimated = self.with_estimates
        if estimated is None:
            return self
        return evolve(self, range=estimated.range, notes=estimated.notes, with_estimates=None)


@final
@frozen(cache_hash=True, repr=False)
class Figures(InNotebooks, Value):
    """The figures as of the close of a day, each for an indicator and a period.

    An indicator without a figure can take any value in its domain.

    Attributes:
        as_of: the day of judgement; the figures are known at its close.
        figures: at most one figure for each indicator and period.
        program: the id of the plan that the figures were made for, filled in by `tally`; `None` for
            figures that were put together by hand, which any plan may use.
        edition: the edition of that plan; `None` if `program` is.

    Raises:
        InvalidValue: if two figures are for the same indicator and period.
    """

    as_of: date = field(validator=is_date)
    figures: tuple[Figure, ...] = field(default=(), validator=tuple_of(is_a(Figure)))
    program: str | None = field(default=None, kw_only=True, validator=optional(is_id))
    edition: str | None = field(default=None, kw_only=True, validator=optional(is_id))

    def __attrs_post_init__(self) -> None:
        """Reject two figures for one indicator and period: `tally` joins evidence beforehand."""
        if len(self._by_subject) < len(self.figures):
            raise InvalidValue.at(
                "figures",
                code="repeated",
                vi="có hai số liệu của cùng một chỉ tiêu và một kỳ; gộp lại trước",
                en="two figures are for the same indicator and period; join them first",
            )

    def __repr__(self) -> str:
        """Return one line, however many figures there are."""
        plan = "" if self.program is None else f" of {self.program}, {self.edition}"
        return f"<Figures{plan} as of {self.as_of}: {len(self.figures):,}>"

    @cached_property
    def _by_subject(self) -> Mapping[tuple[str, Period], Figure]:
        return {(figure.indicator, figure.period): figure for figure in self.figures}

    def check_made_for(self, program: Program) -> None:
        """Raise an error if these figures were made for another plan, or another edition of it.

        Args:
            program: the plan.

        Raises:
            InvalidValue: if they were; the message names the plan they were made for.
        """
        if self.program not in (None, program.id) or self.edition not in (None, program.edition):
            made_for = f"{self.program!r}, {self.edition!r}"
            raise _of_other_plan(made_for, wanted=f"{program.id!r}, {program.edition!r}")

    def figure(self, indicator: Indicator, period: Period) -> Figure:
        """Return the figure for an indicator over a period, narrowed to the indicator's domain.

        In a whole unit, the ends of the range are whole numbers.

        Args:
            indicator: the indicator.
            period: the period.

        Returns:
            The figure; without one here, any value in the domain is possible.

        Raises:
            InvalidValue: if the indicator can take none of the figure's values.
        """
        known = self._by_subject.get((indicator.id, period))
        figure = known or Figure(indicator.id, period, indicator.domain)
        possible = _narrowed(indicator, period, figure.range)
        estimated = figure.with_estimates
        if estimated is None:
            return figure if possible is figure.range else evolve(figure, range=possible)
        narrowed = evolve(estimated, range=_narrowed(indicator, period, estimated.range))
        return evolve(figure, range=possible, with_estimates=other_than(possible, narrowed))


def _narrowed(indicator: Indicator, period: Period, possible: Range) -> Range:
    narrowed = indicator.narrow(possible)
    if narrowed is None:
        source = Message(f"số liệu kỳ {period}", f"the figure for {period}")
        raise outside_the_domain(indicator, possible, source)
    return narrowed


def _of_other_plan(made_for: str, wanted: str) -> InvalidValue:
    return InvalidValue.at(
        "figures",
        code="other-plan",
        vi=f"số liệu được tổng hợp theo kế hoạch {made_for}, không phải {wanted}; "
        "hãy tổng hợp lại theo kế hoạch này",
        en=f"the figures were made for the plan {made_for}, not for {wanted}; "
        "tally them for this plan",
    )


def other_than(possible: Range, estimated: WithEstimates) -> WithEstimates | None:
    """Return the values that include estimates; `None` if they are the same as without.

    Args:
        possible: the values without estimates.
        estimated: the values with them.
    """
    return None if estimated.range == possible else estimated
