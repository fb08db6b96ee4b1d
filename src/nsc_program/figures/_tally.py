"""Figures: facts, claims of completeness and reports, joined to one range for each indicator."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from itertools import chain
from typing import Protocol, Self, final

from attrs import evolve, field, frozen
from attrs.validators import optional

from nsc_program.errors import InvalidValue, Message
from nsc_program.figures._complete_periods import Lost, complete_periods, lost_in_rejected_rows
from nsc_program.figures._counted_states import refuse_counted_states
from nsc_program.figures._counts import Counts, count
from nsc_program.figures._joining import Account, Joined, to_count
from nsc_program.figures._notes import FigureNote
from nsc_program.figures._reports import Reports, outside_the_domain
from nsc_program.figures._territories import Known, of_whole, part_of
from nsc_program.plan._program import Program
from nsc_program.plan._targets import Indicator
from nsc_program.records._register import Register
from nsc_program.values._keys import is_id
from nsc_program.values._periods import Period
from nsc_program.values._ranges import Range
from nsc_program.values._validators import (
    A_DATE,
    instance_of,
    is_a,
    is_date,
    only,
    require,
    tuple_of,
    wrong_type,
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


@final
@frozen(cache_hash=True, repr=False)
class Figures(Value):
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
        return evolve(figure, range=possible, with_estimates=_other_than(possible, narrowed))


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


def counted(
    program: Program, register: Register, as_of: date, periods: Iterable[Period]
) -> Figures:
    """Count what `tally` counts.

    Args:
        program: the plan.
        register: the register.
        as_of: the day of judgement.
        periods: further periods to count over.
    """
    check_arguments(program, register, as_of)
    return figures_of(program, register, as_of, periods, _Objects(program, register, as_of))


class Source(Protocol):
    """Where things are counted: in the records of a register, or in tables."""

    def counts(self, wanted: Mapping[str, Collection[Period]]) -> Counts:
        """Count the things of each indicator over some periods.

        Args:
            wanted: the periods, by the ids of the indicators.
        """

    def lost(self, indicator: Indicator) -> Lost:
        """Return what rejected rows may change in the count of an indicator.

        Args:
            indicator: the indicator.
        """


@final
@frozen
class _Objects:
    """The records of a register, as a place to count in."""

    program: Program
    register: Register
    as_of: date

    def counts(self, wanted: Mapping[str, Collection[Period]]) -> Counts:
        """Count the things of each indicator over some periods."""
        return count(self.program.indicators, wanted, self.register.current, self.as_of)

    def lost(self, indicator: Indicator) -> Lost:
        """Return what rejected rows may change in the count of an indicator."""
        return lost_in_rejected_rows(indicator, self.register, self.register.things_withdrawn)


def check_arguments(program: Program, register: Register, as_of: date) -> None:
    """Raise an error for arguments of other classes, and for facts of states.

    Args:
        program: the plan.
        register: the register.
        as_of: the day of judgement.

    Raises:
        InvalidType: for an argument of another class.
        InvalidValue: for a fact of a state, and for a register about another territory.
    """
    require(Program, "program", program)
    require(Register, "register", register)
    if type(as_of) is not date:
        raise wrong_type("as_of", A_DATE, as_of)
    part_of(program, register)
    refuse_counted_states(program, register.current)


def figures_of(
    program: Program, register: Register, as_of: date, periods: Iterable[Period], source: Source
) -> Figures:
    """Join what was counted with the claims and the reports of a register.

    Args:
        program: the plan.
        register: the register with the claims and reports.
        as_of: the day of judgement.
        periods: further periods to count over.
        source: where things are counted.
    """
    evidence = Evidence.of(program, register, as_of, all_periods(program, periods))
    heard = list(map(evidence.heard, program.indicators))
    counts = source.counts({each.indicator.id: each.places for each in heard})
    figures = (evidence.figures(each, counts, source.lost(each.indicator)) for each in heard)
    return evidence.all_figures(program, figures)


def all_periods(program: Program, further: Iterable[Period]) -> tuple[Period, ...]:
    """Return the periods of a plan and some further periods, each once.

    Args:
        program: the plan.
        further: the further periods.
    """
    checked = only("periods", instance_of("Period"), Period, further)
    return tuple(dict.fromkeys((*program.periods, *checked)))


@final
@frozen
class Heard:
    """The evidence on one indicator that is known before anything is counted.

    Attributes:
        indicator: the indicator.
        reports: the reports on it.
        claimed: the periods over which the register is complete.
        places: the periods to count over.
    """

    indicator: Indicator
    reports: Reports
    claimed: tuple[Period, ...]
    places: tuple[Period, ...]


@final
@frozen
class Evidence:
    """A register as of a day, and the periods of the figures.

    Attributes:
        register: the register with the claims and reports.
        as_of: the day of judgement.
        periods: the periods of the figures.
        part: the territory of the register if it is only a part of the plan's; else `None`.
    """

    register: Register
    as_of: date
    periods: tuple[Period, ...]
    part: str | None

    @classmethod
    def of(
        cls, program: Program, register: Register, as_of: date, periods: tuple[Period, ...]
    ) -> Self:
        """Return the evidence on a plan's figures.

        Args:
            program: the plan.
            register: the register with the claims and reports.
            as_of: the day of judgement.
            periods: the periods of the figures.
        """
        return cls(register, as_of, periods, part_of(program, register))

    def heard(self, indicator: Indicator) -> Heard:
        """Return what claims and reports say about an indicator.

        Args:
            indicator: the indicator.
        """
        claimed = complete_periods(indicator, self.register, self.as_of)
        reports = Reports.on(indicator, self.register, self.as_of)
        places = to_count(self.periods, reports, claimed)
        return Heard(indicator, reports, claimed, places)

    def figures(self, heard: Heard, counts: Counts, lost: Lost) -> Iterator[Figure]:
        """Yield the figure of an indicator over each period.

        Args:
            heard: what claims and reports say about it.
            counts: what was counted.
            lost: what rejected rows may change in the count.
        """
        account = Account(
            indicator=heard.indicator,
            as_of=self.as_of,
            reports=heard.reports,
            claimed=heard.claimed,
            counts=counts,
            lost=lost,
            periods=self.periods,
            places=heard.places,
        )
        yield from _figures(account, self.part)

    def all_figures(self, program: Program, figures: Iterable[Iterable[Figure]]) -> Figures:
        """Return the figures of a plan.

        Args:
            program: the plan.
            figures: the figures of each indicator.
        """
        every = tuple(chain.from_iterable(figures))
        return Figures(self.as_of, every, program=program.id, edition=program.edition)


def _figures(account: Account, part: str | None) -> Iterator[Figure]:
    """Yield the figure over each period of an account.

    Args:
        account: the account.
        part: the territory of the account if it is only a part of the plan's; else `None`.
    """
    final = account.joined(estimates=False)
    estimated = account.joined(estimates=True) if account.reports.estimates else None
    for period in account.periods:
        possible, notes = _known(final, period, part)
        guess = estimated and WithEstimates(*_known(estimated, period, part))
        with_estimates = guess and _other_than(possible, guess)
        yield Figure(account.indicator.id, period, possible, notes, with_estimates)


def _known(joined: Joined, period: Period, part: str | None) -> Known:
    """Return what is known of the plan's territory over a period."""
    known = joined.known(period)
    return known if part is None else of_whole(joined.account.indicator, period, known, part)


def _other_than(possible: Range, estimated: WithEstimates) -> WithEstimates | None:
    """Return the values that include estimates; `None` if they are the same as without."""
    return None if estimated.range == possible else estimated
