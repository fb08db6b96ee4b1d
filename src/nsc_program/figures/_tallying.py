"""Figures: facts, claims of completeness and reports, joined to one range for each indicator."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from itertools import chain
from typing import Protocol, Self, final

from attrs import frozen

from nsc_program.figures._complete_periods import Lost, complete_periods, lost_in_rejected_rows
from nsc_program.figures._counted_states import refuse_counted_states
from nsc_program.figures._counts import Counts, count
from nsc_program.figures._figures import Figure, Figures, WithEstimates, other_than
from nsc_program.figures._joining import Account, Joined, to_count
from nsc_program.figures._reports import Reports
from nsc_program.figures._shares import with_shares
from nsc_program.figures._territories import Known, of_whole, part_of
from nsc_program.plan._indicators import Indicator
from nsc_program.plan._program import Program
from nsc_program.records._register import Register
from nsc_program.values._periods import Period
from nsc_program.values._validators import (
    A_DATE,
    instance_of,
    only,
    require,
    wrong_type,
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
        figures_alone = Figures(self.as_of, every, program=program.id, edition=program.edition)
        return with_shares(program, figures_alone)


def _figures(account: Account, part: str | None) -> Iterator[Figure]:
    """Yield the figure over each period of an account.

    Args:
        account: the account.
        part: the territory of the account if it is only a part of the plan's; else `None`.
    """
    final = account.joined(estimates=False)
    estimated = account.joined(estimates=True) if account.reports.has_estimates else None
    for period in account.periods:
        possible, notes = _known(final, period, part)
        guess = estimated and WithEstimates(*_known(estimated, period, part))
        with_estimates = guess and other_than(possible, guess)
        yield Figure(account.indicator.id, period, possible, notes, with_estimates)


def _known(joined: Joined, period: Period, part: str | None) -> Known:
    """Return what is known of the plan's territory over a period."""
    known = joined.known(period)
    return known if part is None else of_whole(joined.account.indicator, period, known, part)
