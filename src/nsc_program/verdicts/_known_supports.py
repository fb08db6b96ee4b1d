"""The supports whose money counts: what records and plain facts tell of each."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import final

from attrs import field, frozen

from nsc_program.plan._counting import Counting
from nsc_program.plan._program import Program
from nsc_program.plan._projection import facts
from nsc_program.plan._targets import Phase
from nsc_program.records._records import Fact, Funding, Support
from nsc_program.records._register import Register
from nsc_program.records._rejected_rows import RejectedRow
from nsc_program.values._periods import Period, earliest_first


@final
@frozen
class Known:
    """The facts known about one support.

    Attributes:
        of: the identity of the support, shared by everything that tells of it.
        days: the days that its money may belong to.
        verified: whether it is verified.
        funding: its money as recorded; empty if that is unknown.
        withdrawable: whether a rejected row of an unknown record may withdraw it.
        year: the year in which its money was spent; `None` if that is unknown.
        vnd: its money by source, in đồng.
    """

    of: tuple[str, str]
    days: Period
    verified: bool
    funding: tuple[Funding, ...]
    withdrawable: bool = False
    year: int | None = None
    vnd: Mapping[str, int] = field(init=False)

    @vnd.default
    def _by_source(self) -> Mapping[str, int]:
        by_source: dict[str, int] = {}
        for item in self.funding:
            by_source[item.source] = by_source.get(item.source, 0) + item.vnd
        return by_source

    def is_surely_of(self, phase: Phase) -> bool:
        """Return whether the money surely belongs to a phase.

        Args:
            phase: the phase.
        """
        return self.verified and self.days.within(phase.period)


def known_supports(program: Program, register: Register, as_of: date) -> tuple[Known, ...]:
    """Return everything that a register tells of supports, in records and in plain facts.

    Args:
        program: the plan.
        register: the register.
        as_of: the last day that counts.
    """
    return (*_recorded(register, as_of), *_told_by_facts(program, register, as_of))


def _recorded(register: Register, as_of: date) -> Iterator[Known]:
    """Yield the supports that a register records and that began by a day."""
    unknown = of_unknown_records(rejected_supports(register))
    entered = [earliest_first(row.recorded_on) for row in unknown]
    last = max(entered, default=_NEVER)
    for support in recorded_supports(register):
        if support.started_on <= as_of:
            yield Known(
                of=(Support.__name__, support.id),
                days=_days(support, as_of),
                verified=support.verified,
                funding=support.funding,
                withdrawable=earliest_first(support.recorded_on) < last,
                year=_year(support, as_of),
            )


_NEVER = earliest_first(None)


def _year(support: Support, as_of: date) -> int | None:
    """Return the year in which the money of a support was spent; `None` if that is unknown.

    No money is spent before the year in which the support begins, so such a year is a slip. A year
    that has not begun may turn out otherwise, like a completion in the future.
    """
    year = support.spending_year
    is_possible = year is not None and support.started_on.year <= year <= as_of.year
    return year if is_possible else None


def _days(support: Support, as_of: date) -> Period:
    """Return the days that the money of a support may belong to."""
    completed = support.completed_on
    # A completion in the future may come on another day, or never.
    end = date.max if completed is None or completed > as_of else completed
    return Period(support.started_on, end)


def recorded_supports(register: Register) -> Iterator[Support]:
    """Yield the latest versions of the supports in a register that are not annulled.

    Args:
        register: the register.
    """
    return (record for record in register.current if isinstance(record, Support))


def rejected_supports(register: Register) -> list[RejectedRow]:
    """Return the rejected rows of supports that no later record settles.

    Args:
        register: the register.
    """
    return [row for row in register.unresolved if row.what == Support.__name__]


def of_unknown_records(rows: Iterable[RejectedRow]) -> list[RejectedRow]:
    """Return the rejected rows that do not tell which record they are a version of.

    Args:
        rows: the rejected rows.
    """
    return [row for row in rows if not row.identified]


def _told_by_facts(program: Program, register: Register, as_of: date) -> Iterator[Known]:
    """Yield the supports that only plain facts tell of.

    One end of their days is known, and their money is not.
    """
    rules = _rules(program)
    for fact in _facts_alone(program, register, rules):
        if fact.on <= as_of:
            days = _days_told(rules[fact.indicator], fact.on)
            yield Known((Fact.__name__, fact.key), days, fact.verified, ())


def _rules(program: Program) -> Mapping[str, Counting]:
    """Return the rule by which each indicator counts supports, by the id of the indicator."""
    return {indicator.id: rule for indicator, rule in program.rules(Support)}


def _facts_alone(
    program: Program, register: Register, indicators: Collection[str]
) -> Iterable[Fact]:
    """Return the plain facts of some indicators that no support of the register gives too."""
    told = {
        (record.indicator, record.key, record.on): record
        for record in register.current
        if isinstance(record, Fact) and record.indicator in indicators
    }
    for support in recorded_supports(register) if told else ():
        for fact in facts(program, support):
            told.pop((fact.indicator, fact.key, fact.on), None)
    return told.values()


def _days_told(rule: Counting, on: date) -> Period:
    """Return the days of a support of which the day is known that counts it."""
    return Period(on, date.max) if rule.on.fields == ("started_on",) else Period.until(on)
