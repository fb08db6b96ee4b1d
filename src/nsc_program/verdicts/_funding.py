"""Money (kinh phí) by source and phase: what each total can be, from the funding that supports record.

A support records how much money it took and not when it was spent: its money is of its days, from the start to the
completion. So a total is a range, as a figure is, and money that nobody recorded is not zero: what a support had from a
source of the plan is known only if the support lists the source, with 0 if that is what it had.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from heapq import nlargest
from itertools import islice
from typing import TypeAlias, final

from attrs import field, frozen

from nsc_program.errors import InvalidValue
from nsc_program.plan._program import Program
from nsc_program.plan._targets import Phase
from nsc_program.records._counting import facts
from nsc_program.records._records import Fact, Funding, Support
from nsc_program.records._register import Register, RejectedRow
from nsc_program.records._ways import COOPERATIVES, SUPPORT_EVENT, SUPPORT_LEVEL, ways
from nsc_program.values._periods import MOST_TOLD, Period, earliest_first, gaps, unite_through
from nsc_program.values._ranges import Range
from nsc_program.values._validators import (
    A_DATE,
    is_a,
    is_bool,
    is_text,
    tuple_of,
    whole_from,
    wrong_type,
)
from nsc_program.values._value import Value


@final
@frozen(kw_only=True)
class FundingTotal(Value):
    """Tổng kinh phí: what the money from one source can be over one phase, and what that rests on.

    The high end is there only if nothing is missing, rejected or not recorded. Phases may overlap, and what may be of
    several is in the high end of each, so totals of phases are never added.

    Attributes:
        source: the id of one of the plan's sources, or of another that the register gives.
        vnd: in whole đồng.
        lawful: the plan names the source among those that it allows, or names none. Another may be misspelt.
        supports: how many supports the low end is made of: verified, and all their days are in the phase.
        perhaps: how many more are in the high end only: not verified, not completed, or on days outside the phase too.
        not_recorded: how many supports are or may be of the phase and do not list the source. Nobody is asked about a
            source outside the plan, so of such a one these are the supports that record no money at all.
        rejected: how many rows of supports could not be read, each of which may be of the phase. Where nobody knows of
            which record one is a version, it may withdraw any that was entered before it, and the low end is without.
        missing: the days up to the end of the phase of which nobody claims that all supports are recorded. Days before
            the phase are among them: a support that began then may go on into it. Of more than 50 periods, the
            first 50 are told.
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


def funding(
    program: Program, register: Register, *, as_of: date | None = None
) -> tuple[FundingTotal, ...]:
    """Total the money of supports by phase and source, at the close of a day or, without one, of all days.

    In each phase the plan's sources come first, then any other that the register gives, so that no money is lost.
    Money is money, whatever kind of enterprise it was for and at whatever level.

    Raises:
        InvalidType: for an `as_of` that is not a date.
        InvalidValue: if more than 10,000 totals are wanted.

    >>> from nsc_program import HANOI
    >>> given, day = (Funding("state-budget", 90_000_000), Funding("other-lawful", 0)), date(2025, 12, 31)
    >>> inside = Support(id="s1", enterprise="SAMPLE-1", started_on=date(2024, 3, 1), completed_on=day, funding=given)
    >>> going_on = Support(id="s2", enterprise="SAMPLE-2", started_on=date(2025, 9, 1), funding=given)
    >>> register = Register.complete_through(day, [inside, going_on])
    >>> for total in funding(HANOI, register, as_of=day)[:2]:
    ...     print(total.phase, total.source, total.vnd)
    2021-2025 state-budget [90000000, 180000000]
    2021-2025 other-lawful [0, 0]
    """
    as_of = date.max if as_of is None else as_of
    if type(as_of) is not date:
        raise wrong_type("as_of", A_DATE, as_of)
    known = (*_supports(register, as_of), *_told_by_facts(register, as_of))
    planned = [source.id for source in program.funding_sources]
    given = {
        each.source
        for record in register.current
        if isinstance(record, Support)
        for each in record.funding
    }
    others = sorted(given.difference(planned))
    _refuse_too_many(len(program.phases), len(planned) + len(others))
    claimed = unite_through(register.claims_about(Support.__name__), as_of)
    return tuple(
        spent.total(source, asked=asked, lawful=asked or not planned)
        for phase in program.phases
        for spent in [_Spent.over(phase, known, register, claimed)]
        for sources, asked in ((planned, True), (others, False))
        for source in sources
    )


MOST_TOTALS = 10_000
"""How many totals there may be: one for each phase and source."""


def _refuse_too_many(phases: int, sources: int) -> None:
    if phases * sources > MOST_TOTALS:
        raise InvalidValue.at(
            code="too-many-totals",
            vi=f"kinh phí cần {phases * sources} số tổng ({phases} giai đoạn, mỗi giai đoạn {sources} nguồn), "
            f"tối đa là {MOST_TOTALS}; hãy dùng ít nguồn hơn, hoặc tách kế hoạch",
            en=f"funding needs {phases * sources} totals ({sources} sources in {phases} phases each), and at most "
            f"{MOST_TOTALS} are allowed; use fewer sources, or split the plan",
        )


@final
@frozen
class _Known:
    """What is known of one support: the days that its money may be of, and the money if it is recorded.

    Attributes:
        of: the same for all that tells of one support.
        withdrawable: whether a row that nobody knows the record of may withdraw it.
        vnd: its money by source.
    """

    of: tuple[str, str]
    days: Period
    verified: bool
    funding: tuple[Funding, ...]
    withdrawable: bool = False
    vnd: Mapping[str, int] = field(init=False)

    @vnd.default
    def _by_source(self) -> Mapping[str, int]:
        found: Counter[str] = Counter()
        for each in self.funding:
            found[each.source] += each.vnd
        return found

    def is_surely_of(self, phase: Phase) -> bool:
        return self.verified and self.days.within(phase.period)


def _supports(register: Register, as_of: date) -> Iterator[_Known]:
    last = max(
        (earliest_first(row.recorded_on) for row in _rows_of_unknown_records(register)),
        default=_NEVER,
    )
    for record in register.current:
        if isinstance(record, Support) and record.started_on <= as_of:
            completed = record.completed_on or date.max
            # A completion that is still to come may come at another time, or never.
            days = Period(record.started_on, completed if completed <= as_of else date.max)
            withdrawable = earliest_first(record.recorded_on) < last
            yield _Known(
                (Support.__name__, record.id), days, record.verified, record.funding, withdrawable
            )


_NEVER = earliest_first(None)


def _rows_of_unknown_records(register: Register) -> list[RejectedRow]:
    """The rows of supports that nobody knows the records of."""
    return [
        row for row in register.unresolved if row.what == Support.__name__ and not row.identified
    ]


_SUPPORTED = ways("supported", SUPPORT_EVENT, SUPPORT_LEVEL, COOPERATIVES)


def _told_by_facts(register: Register, as_of: date) -> Iterator[_Known]:
    """Supports that only plain facts tell of: one end of their days is known, and nothing of their money."""
    events = {indicator: event for (event, *_), indicator in _SUPPORTED.items()}
    told = {
        (each.indicator, each.key, each.on): each
        for each in register.current
        if isinstance(each, Fact) and each.indicator in events and each.on <= as_of
    }
    for record in register.current if told else ():
        if isinstance(record, Support):
            for fact in facts(record):
                told.pop((fact.indicator, fact.key, fact.on), None)
    for fact in told.values():
        days = (
            Period(fact.on, date.max)
            if events[fact.indicator] == "start"
            else Period.until(fact.on)
        )
        yield _Known((Fact.__name__, fact.key), days, fact.verified, ())


_Money: TypeAlias = Mapping[str, list[int]]
"""By source, the money that each support has from it; those without any are left out."""


@final
@frozen
class _Spent:
    """All that bears on the totals of one phase: the money that is surely of it, and that which may be.

    Attributes:
        withdrawable: of the sure money, that of supports which rows of unknown records may withdraw.
        supports: how many are or may be of the phase.
        without: how many of them record no money from any source.
    """

    phase: str
    sure: _Money
    perhaps: _Money
    withdrawable: _Money
    supports: int
    without: int
    rejected: int
    unknown: int
    missing: tuple[Period, ...]

    @classmethod
    def over(
        cls, phase: Phase, known: Iterable[_Known], register: Register, claimed: Sequence[Period]
    ) -> "_Spent":
        meeting = [each for each in known if each.days.meets(phase.period)]
        sure = [each for each in meeting if each.is_surely_of(phase)]
        return cls(
            phase=phase.id,
            sure=_by_source(sure),
            perhaps=_by_source(each for each in meeting if not each.is_surely_of(phase)),
            withdrawable=_by_source(each for each in sure if each.withdrawable),
            supports=len({each.of for each in meeting}),
            without=len({each.of for each in meeting if not each.funding}),
            rejected=sum(row.what == Support.__name__ for row in register.unresolved),
            unknown=len(_rows_of_unknown_records(register)),
            missing=tuple(islice(gaps(Period.until(phase.period.end), claimed), MOST_TOLD)),
        )

    def total(self, source: str, *, asked: bool, lawful: bool) -> FundingTotal:
        """Total a source; of one that the plan does not ask about, what a support does not list it did not have."""
        sure, perhaps = self.sure.get(source, []), self.perhaps.get(source, [])
        not_recorded = self.supports - len(sure) - len(perhaps) if asked else self.without
        # Each of so many rows may withdraw one support: at most those with the most money.
        withdrawn = nlargest(self.unknown, self.withdrawable.get(source, []))
        most = None if self.missing or self.rejected or not_recorded else sum(sure) + sum(perhaps)
        return FundingTotal(
            source=source,
            phase=self.phase,
            vnd=Range(sum(sure) - sum(withdrawn), most),
            lawful=lawful,
            supports=len(sure),
            perhaps=len(perhaps),
            not_recorded=not_recorded,
            rejected=self.rejected,
            missing=self.missing,
        )


def _by_source(known: Iterable[_Known]) -> _Money:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for each in known:
        for source, vnd in each.vnd.items():
            found[source].append(vnd)
    return found
