"""Money (kinh phí) by source and phase: the values that each total can take.

The totals come from the funding that supports record. A support records how much money it took, but
not when it was spent: the money belongs to the days from its start to its completion. A total is
therefore a range, like a figure. Money that is not recorded is not zero: the money of a support
from a source of the plan is known only if the support lists the source, with 0 if it had none.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from heapq import nlargest
from itertools import islice
from typing import TypeAlias, final

from attrs import field, frozen

from nsc_program.errors import InvalidValue
from nsc_program.plan._counting import Counting
from nsc_program.plan._program import Program
from nsc_program.plan._projection import facts
from nsc_program.plan._targets import Phase
from nsc_program.records._records import Fact, Funding, Support
from nsc_program.records._register import Register, RejectedRow
from nsc_program.values._periods import MOST_TOLD, Period, earliest_first, gaps, unite_through
from nsc_program.values._ranges import Range
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


@final
@frozen(kw_only=True)
class FundingTotal(Value):
    """Tổng kinh phí: the total of the money from one source over one phase.

    The total has a high end only if nothing is missing, rejected or not recorded. Never add the
    totals of several phases: phases may overlap, and money that may belong to several phases is in
    the high end of each.

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
        InvalidValue: if there are more than 10,000 totals.

    >>> from nsc_program import HANOI
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
    as_of = date.max if as_of is None else as_of
    if type(as_of) is not date:
        raise wrong_type("as_of", A_DATE, as_of)
    supports = (*_supports(register, as_of), *_told_by_facts(program, register, as_of))
    planned = [source.id for source in program.funding_sources]
    recorded = {
        item.source
        for record in register.current
        if isinstance(record, Support)
        for item in record.funding
    }
    others = sorted(recorded.difference(planned))
    _check_number(len(program.phases), len(planned) + len(others))
    claimed = unite_through(register.claims_about(Support.__name__), as_of)
    totals: list[FundingTotal] = []
    for phase in program.phases:
        spent = _Spent.over(phase, supports, register, claimed)
        totals += [spent.total(source, asked=True, lawful=True) for source in planned]
        totals += [spent.total(source, asked=False, lawful=not planned) for source in others]
    return tuple(totals)


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


@final
@frozen
class _Known:
    """The facts known about one support.

    Attributes:
        of: the identity of the support, shared by everything that tells of it.
        days: the days that its money may belong to.
        verified: whether it is verified.
        funding: its money as recorded; empty if that is unknown.
        withdrawable: whether a rejected row of an unknown record may withdraw it.
        vnd: its money by source, in đồng.
    """

    of: tuple[str, str]
    days: Period
    verified: bool
    funding: tuple[Funding, ...]
    withdrawable: bool = False
    vnd: Mapping[str, int] = field(init=False)

    @vnd.default
    def _by_source(self) -> Mapping[str, int]:
        by_source: Counter[str] = Counter()
        for item in self.funding:
            by_source[item.source] += item.vnd
        return by_source

    def is_surely_of(self, phase: Phase) -> bool:
        return self.verified and self.days.within(phase.period)


def _supports(register: Register, as_of: date) -> Iterator[_Known]:
    entered = [earliest_first(row.recorded_on) for row in _rows_of_unknown_records(register)]
    last = max(entered, default=_NEVER)
    for record in register.current:
        if isinstance(record, Support) and record.started_on <= as_of:
            completed = record.completed_on or date.max
            # A completion in the future may come on another day, or never.
            days = Period(record.started_on, completed if completed <= as_of else date.max)
            withdrawable = earliest_first(record.recorded_on) < last
            of = (Support.__name__, record.id)
            yield _Known(of, days, record.verified, record.funding, withdrawable)


_NEVER = earliest_first(None)


def _rows_of_unknown_records(register: Register) -> list[RejectedRow]:
    """Return the rejected rows of supports that do not tell which record they are a version of."""
    return [
        row for row in register.unresolved if row.what == Support.__name__ and not row.identified
    ]


def _told_by_facts(program: Program, register: Register, as_of: date) -> Iterator[_Known]:
    """Yield the supports that only plain facts tell of.

    One end of their days is known, and their money is not.
    """
    rules = {
        indicator.id: rule
        for indicator in program.counting(Support)
        for rule in indicator.counting
        if rule.of is Support
    }
    told = {
        (record.indicator, record.key, record.on): record
        for record in register.current
        if isinstance(record, Fact) and record.indicator in rules and record.on <= as_of
    }
    for record in register.current if told else ():
        if isinstance(record, Support):
            for fact in facts(program, record):
                told.pop((fact.indicator, fact.key, fact.on), None)
    for fact in told.values():
        days = _days_told(rules[fact.indicator], fact.on)
        yield _Known((Fact.__name__, fact.key), days, fact.verified, ())


def _days_told(rule: Counting, on: date) -> Period:
    """Return the days of a support of which the day is known that counts it."""
    return Period(on, date.max) if rule.on.fields == ("started_on",) else Period.until(on)


_Money: TypeAlias = Mapping[str, list[int]]
"""The money that each support has from a source, by source."""


@final
@frozen
class _Spent:
    """The money of one phase, and everything else that its totals depend on.

    Attributes:
        phase: the id of the phase.
        sure: the money that surely belongs to the phase.
        perhaps: the money that may belong to the phase.
        withdrawable: the part of `sure` that rejected rows of unknown records may withdraw.
        supports: the number of supports that belong or may belong to the phase.
        without: the number of these supports that do not record any money.
        rejected: the number of rejected rows of supports.
        unknown: the number of these rows whose records are unknown.
        missing: the days without a claim, up to the end of the phase.
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
        cls, phase: Phase, supports: Iterable[_Known], register: Register, claimed: Sequence[Period]
    ) -> "_Spent":
        meeting = [support for support in supports if support.days.meets(phase.period)]
        sure = [support for support in meeting if support.is_surely_of(phase)]
        return cls(
            phase=phase.id,
            sure=_by_source(sure),
            perhaps=_by_source(support for support in meeting if not support.is_surely_of(phase)),
            withdrawable=_by_source(support for support in sure if support.withdrawable),
            supports=len({support.of for support in meeting}),
            without=len({support.of for support in meeting if not support.funding}),
            rejected=len([row for row in register.unresolved if row.what == Support.__name__]),
            unknown=len(_rows_of_unknown_records(register)),
            missing=tuple(islice(gaps(Period.until(phase.period.end), claimed), MOST_TOLD)),
        )

    def total(self, source: str, *, asked: bool, lawful: bool) -> FundingTotal:
        """Return the total of one source.

        Args:
            source: the id of the source.
            asked: whether the plan lists the source. If it does not, a support that records money
                but does not list the source had nothing from it.
            lawful: whether the plan allows the source.
        """
        sure, perhaps = self.sure.get(source, []), self.perhaps.get(source, [])
        not_recorded = self.supports - len(sure) - len(perhaps) if asked else self.without
        # Each of these rows may withdraw one support, in the worst case one with the most money.
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


def _by_source(supports: Iterable[_Known]) -> _Money:
    money: defaultdict[str, list[int]] = defaultdict(list)
    for support in supports:
        for source, vnd in support.vnd.items():
            money[source].append(vnd)
    return money
