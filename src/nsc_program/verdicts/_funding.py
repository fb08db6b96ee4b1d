"""Money (kinh phí) by source and phase: the values that each total can take.

The totals come from the funding that supports record. A support records how much money it took, but
not when it was spent: the money belongs to the days from its start to its completion. A total is
therefore a range, like a figure. Money that is not recorded is not zero: the money of a support
from a source of the plan is known only if the support lists the source, with 0 if it had none.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from heapq import nlargest
from itertools import islice
from typing import TypeAlias, final

from attrs import field, frozen
from attrs.validators import optional

from nsc_program.errors import InvalidValue
from nsc_program.figures._territories import part_of
from nsc_program.plan._program import Program
from nsc_program.plan._targets import Phase
from nsc_program.records._records import Support
from nsc_program.records._register import Register
from nsc_program.values._periods import MOST_TOLD, Period, gaps, unite_through
from nsc_program.values._ranges import Range
from nsc_program.values._territories import is_territory
from nsc_program.values._validators import (
    A_DATE,
    is_a,
    is_bool,
    is_text,
    require,
    tuple_of,
    whole_from,
    wrong_type,
)
from nsc_program.values._value import Value
from nsc_program.verdicts._known_supports import (
    Known,
    known_supports,
    of_unknown_records,
    recorded_supports,
    rejected_supports,
)


@final
@frozen(kw_only=True)
class FundingTotal(Value):
    """Tổng kinh phí: the total of the money from one source over one phase.

    The total has a high end only if nothing is missing, rejected or not recorded, and the register
    is not about a part of the plan's territory only. Never add the totals of several phases: phases
    may overlap, and money that may belong to several phases is in the high end of each.

    Attributes:
        source: the id of a source of the plan, or of another source that the register gives.
        phase: the id of the phase.
        vnd: the values that the total can take, in whole đồng.
        lawful: whether the plan allows the source, or does not list its sources. A source that it
            does not allow may be misspelt.
        supports: the number of supports in the low end: they are verified, and all their days are
            in the phase.
        perhaps: the number of further supports that are only in the high end: they are not
            verified, not completed, or have days outside the phase.
        not_recorded: the number of supports that belong or may belong to the phase and do not list
            the source. Supports need not list a source outside the plan, so for such a source it
            is the number of supports that do not record any money.
        rejected: the number of rejected rows of supports, each of which may belong to the phase. A
            row that does not tell which record it is a version of may withdraw any support that
            was entered before it, so that support is left out of the low end.
        missing: the periods up to the end of the phase over which the register is not claimed to
            hold all supports; only the first 50 if there are more. Days before the phase are
            among them, because a support that began then may go on into the phase.
        part: the territory of the register if it is only a part of the plan's, so that there may be
            more money elsewhere; else `None`.
    """

    source: str = field(validator=is_text)
    phase: str = field(validator=is_text)
    vnd: Range = field(validator=is_a(Range))
    lawful: bool = field(validator=is_bool)
    supports: int = field(validator=whole_from(0))
    perhaps: int = field(validator=whole_from(0))
    not_recorded: int = field(validator=whole_from(0))
    rejected: int = field(validator=whole_from(0))
    missing: tuple[Period, ...] = field(validator=tuple_of(is_a(Period)))
    part: str | None = field(default=None, validator=optional(is_territory))


def funding(
    program: Program, register: Register, *, as_of: date | None = None
) -> tuple[FundingTotal, ...]:
    """Total the money of supports by phase and source.

    All supports count, whatever the kind of the enterprise and the level of the support.

    Args:
        program: the plan.
        register: the records, claims of completeness and rejected rows.
        as_of: the last day that counts; `None` for all days.

    Returns:
        A total for each phase and source. In each phase the sources of the plan come first, then
        all other sources that the register gives, so that no money is lost.

    Raises:
        InvalidType: if `as_of` is not a date.
        InvalidValue: if there are more than 10,000 totals, or if the register is about a territory
            that is not the plan's or a part of it.

    >>> from nsc_program import HANOI, Funding
    >>> day = date(2025, 12, 31)
    >>> money = (Funding("state-budget", 90_000_000), Funding("other-lawful", 0))
    >>> inside = Support(
    ...     id="s1",
    ...     enterprise="SAMPLE-1",
    ...     started_on=date(2024, 3, 1),
    ...     completed_on=day,
    ...     funding=money,
    ... )
    >>> going_on = Support(
    ...     id="s2", enterprise="SAMPLE-2", started_on=date(2025, 9, 1), funding=money
    ... )
    >>> register = Register.complete_through(day, [inside, going_on])
    >>> for total in funding(HANOI, register, as_of=day)[:2]:
    ...     print(total.phase, total.source, total.vnd)
    2021-2025 state-budget [90000000, 180000000]
    2021-2025 other-lawful [0, 0]
    """
    require(Program, "program", program)
    require(Register, "register", register)
    last_day = _last_day(as_of)
    planned = [source.id for source in program.funding_sources]
    others = sorted(_recorded_sources(register).difference(planned))
    _check_number(len(program.phases), len(planned) + len(others))
    phases = _spent_in_phases(program, register, last_day)
    return tuple(total for spent in phases for total in spent.totals(planned, others))


def _last_day(as_of: date | None) -> date:
    if as_of is None:
        return date.max
    if type(as_of) is not date:
        raise wrong_type("as_of", A_DATE, as_of)
    return as_of


def _spent_in_phases(program: Program, register: Register, as_of: date) -> "list[_Spent]":
    """Return the money of each phase."""
    supports = known_supports(program, register, as_of)
    gaps_of_register = _Gaps.of(register, as_of, part_of(program, register))
    return [_Spent.over(phase, supports, gaps_of_register) for phase in program.phases]


def _recorded_sources(register: Register) -> set[str]:
    return {item.source for support in recorded_supports(register) for item in support.funding}


MOST_TOTALS = 10_000
"""The largest number of totals: there is one for each phase and source."""


def _check_number(phases: int, sources: int) -> None:
    if phases * sources > MOST_TOTALS:
        raise InvalidValue.at(
            code="too-many-totals",
            vi=f"kinh phí cần {phases * sources} số tổng ({phases} giai đoạn, mỗi giai đoạn "
            f"{sources} nguồn), tối đa là {MOST_TOTALS}; hãy dùng ít nguồn hơn, hoặc tách kế hoạch",
            en=f"funding needs {phases * sources} totals ({sources} sources in each of {phases} "
            f"phases), but at most {MOST_TOTALS} are allowed; use fewer sources, or split the plan",
        )


_Money: TypeAlias = Mapping[str, list[int]]
"""The money that each support has from a source, by source."""


@final
@frozen
class _Gaps:
    """What a register lacks about supports.

    Attributes:
        rejected: the number of rejected rows of supports.
        unknown: the number of these rows whose records are unknown.
        claimed: the periods over which the register is claimed to hold all supports, united.
        part: the territory of the register if it is only a part of the plan's; else `None`.
    """

    rejected: int
    unknown: int
    claimed: Sequence[Period]
    part: str | None

    @classmethod
    def of(cls, register: Register, as_of: date, part: str | None) -> "_Gaps":
        rows = rejected_supports(register)
        claimed = unite_through(register.claims_about(Support.__name__), as_of)
        return cls(len(rows), len(of_unknown_records(rows)), claimed, part)

    def missing(self, end: date) -> tuple[Period, ...]:
        """Return the first periods without a claim, up to a day."""
        return tuple(islice(gaps(Period.until(end), self.claimed), MOST_TOLD))


@final
@frozen(kw_only=True)
class _Spent:
    """The money of one phase, and everything else that its totals depend on.

    Attributes:
        phase: the id of the phase.
        sure: the money that surely belongs to the phase.
        perhaps: the money that may belong to the phase.
        withdrawable: the part of `sure` that rejected rows of unknown records may withdraw.
        supports: the number of supports that belong or may belong to the phase.
        without: the number of these supports that do not record any money.
        gaps: what the register lacks.
        missing: the days without a claim, up to the end of the phase.
    """

    phase: str
    sure: _Money
    perhaps: _Money
    withdrawable: _Money
    supports: int
    without: int
    gaps: _Gaps
    missing: tuple[Period, ...]

    @classmethod
    def over(cls, phase: Phase, supports: Iterable[Known], gaps: _Gaps) -> "_Spent":
        meeting = [support for support in supports if support.days.meets(phase.period)]
        sure = [support for support in meeting if support.is_surely_of(phase)]
        perhaps = [support for support in meeting if not support.is_surely_of(phase)]
        return cls(
            phase=phase.id,
            sure=_by_source(sure),
            perhaps=_by_source(perhaps),
            withdrawable=_by_source(support for support in sure if support.withdrawable),
            supports=_number(meeting),
            without=_number(support for support in meeting if not support.funding),
            gaps=gaps,
            missing=gaps.missing(phase.period.end),
        )

    def totals(self, planned: Sequence[str], others: Iterable[str]) -> Iterator[FundingTotal]:
        """Yield the total of each source.

        Args:
            planned: the ids of the sources of the plan; a support that may belong to the phase and
                does not list one of them does not tell how much came from it.
            others: the ids of all other sources that the register gives; a support that records
                money but does not list one of them had nothing from it.
        """
        for source in planned:
            not_recorded = self.supports - len(self._sure(source)) - len(self._perhaps(source))
            yield self._total(source, not_recorded, lawful=True)
        for source in others:
            yield self._total(source, self.without, lawful=not planned)

    def _sure(self, source: str) -> Sequence[int]:
        return self.sure.get(source, ())

    def _perhaps(self, source: str) -> Sequence[int]:
        return self.perhaps.get(source, ())

    def _total(self, source: str, not_recorded: int, *, lawful: bool) -> FundingTotal:
        return FundingTotal(
            source=source,
            phase=self.phase,
            vnd=Range(self._least(source), self._most(source, not_recorded)),
            lawful=lawful,
            supports=len(self._sure(source)),
            perhaps=len(self._perhaps(source)),
            not_recorded=not_recorded,
            rejected=self.gaps.rejected,
            missing=self.missing,
            part=self.gaps.part,
        )

    def _least(self, source: str) -> int:
        """Return the least that a total can be.

        Each row of an unknown record may withdraw one support, in the worst case one with the most
        money.
        """
        withdrawn = nlargest(self.gaps.unknown, self.withdrawable.get(source, ()))
        return sum(self._sure(source)) - sum(withdrawn)

    def _most(self, source: str, not_recorded: int) -> int | None:
        """Return the most that a total can be; `None` if something is missing."""
        if self.missing or self.gaps.rejected or not_recorded or self.gaps.part:
            return None
        return sum(self._sure(source)) + sum(self._perhaps(source))


def _number(supports: Iterable[Known]) -> int:
    """Return the number of different supports."""
    return len({support.of for support in supports})


def _by_source(supports: Iterable[Known]) -> _Money:
    money: defaultdict[str, list[int]] = defaultdict(list)
    for support in supports:
        for source, vnd in support.vnd.items():
            money[source].append(vnd)
    return money
