"""Money (kinh phí) by source and budget year: planned, spent, and spent since the phase began.

The money of a support counts in the year that the support records (`Support.spending_year`), also
if the support belongs to another phase: work of December is often settled in the next budget.
Without a year, it may have been spent in any year from the one in which the support began. It is
then in the high end of each of these years and in the low end of none, and only the total of the
phase holds it for certain.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from itertools import accumulate
from typing import final

from attrs import field, frozen
from attrs.validators import optional

from nsc_program.figures._territories import part_of
from nsc_program.plan._budget import is_calendar_year, sum_if_known
from nsc_program.plan._program import Program
from nsc_program.plan._targets import Phase
from nsc_program.records._register import Register
from nsc_program.values._periods import Period
from nsc_program.values._ranges import Range
from nsc_program.values._validators import is_a, require, tuple_of, whole_from
from nsc_program.values._value import Value
from nsc_program.verdicts._funding import (
    FundingTotal,
    check_number,
    ids_of_sources,
    last_day_of,
    sources_of,
    total_of,
)
from nsc_program.verdicts._known_supports import Known, known_supports
from nsc_program.verdicts._spent_money import Gaps, Held, Source, Spent, Tally

_AMOUNT = optional(whole_from(0))


def _share(vnd: Range, planned: int | None) -> Range | None:
    """Return the spent part of a planned amount; `None` without an amount, or if that is 0."""
    if not planned:
        return None
    low, high = (None if end is None else end / Fraction(planned) for end in (vnd.low, vnd.high))
    return Range(low, high)


@final
@frozen(kw_only=True)
class FundingYear(Value):
    """Kinh phí một năm: the money from one source in one budget year.

    Attributes:
        year: the budget year, a calendar year.
        vnd: the values that the money spent in the year can take, in whole đồng.
        cumulative: the same for the years from the first one of the phase through this one. Money
            of which the year is unknown counts once in its high end, so do not add the years.
        planned: the budget of the year in đồng; `None` if the plan does not name it.
        planned_cumulative: the budget of the years from the first one of the phase through this
            one; `None` if the plan does not name one of them.
        supports: the number of supports in the low end of `vnd`.
        perhaps: the number of further supports that are only in its high end.
        not_recorded: the number of supports whose money may belong to the year and is not recorded.
    """

    year: int = field(validator=whole_from(1, 9999))
    vnd: Range = field(validator=is_a(Range))
    cumulative: Range = field(validator=is_a(Range))
    planned: int | None = field(validator=_AMOUNT)
    planned_cumulative: int | None = field(validator=_AMOUNT)
    supports: int = field(validator=whole_from(0))
    perhaps: int = field(validator=whole_from(0))
    not_recorded: int = field(validator=whole_from(0))

    @property
    def disbursed(self) -> Range | None:
        """Tỷ lệ giải ngân: the spent part of the budget, as exact ratios; 1 is all of it.

        It is `None` if the plan does not name a budget, or names 0.
        """
        return _share(self.vnd, self.planned)


@final
@frozen(kw_only=True)
class FundingByYear(Value):
    """Kinh phí theo năm: the money from one source, or from all, over one phase and its years.

    The total is that of the supports of the phase, in whatever year their money was spent. The
    years hold all money that was spent in them, for supports of any phase. Where all supports lie
    within the phase, the low ends of its years, of other and of unknown years add up to that of the
    total, unless rejected rows of unknown records may withdraw supports.

    Attributes:
        total: the total of the phase, with its source and everything it rests on.
        planned: the budget of the phase in đồng; `None` if the plan names neither it nor the
            budgets of all its years.
        years: the years of the phase that have begun or have a budget, in order.
        other_years: the part of the total that was spent in years outside the phase.
        unknown_years: the part of the total of which the year is unknown.
    """

    total: FundingTotal = field(validator=is_a(FundingTotal))
    planned: int | None = field(validator=_AMOUNT)
    years: tuple[FundingYear, ...] = field(validator=tuple_of(is_a(FundingYear)))
    other_years: Range = field(validator=is_a(Range))
    unknown_years: Range = field(validator=is_a(Range))

    @property
    def disbursed(self) -> Range | None:
        """Tỷ lệ giải ngân: the spent part of the budget of the phase, as exact ratios.

        It is `None` if the budget is unknown or 0.
        """
        return _share(self.total.vnd, self.planned)


def funding_by_year(
    program: Program, register: Register, *, as_of: date | None = None
) -> tuple[FundingByYear, ...]:
    """Total the money of supports by phase, source and budget year, beside the plan's budget.

    Args:
        program: the plan.
        register: the records, claims of completeness and rejected rows.
        as_of: the last day that counts; `None` for all days.

    Returns:
        The money of each phase and source, in the order of `funding`; after the sources of each
        phase, that of all sources together.

    Raises:
        InvalidType: if `as_of` is not a date.
        InvalidValue: if there are more than 10,000 totals, or if the register is about a territory
            that is not the plan's or a part of it.

    >>> from nsc_program import HANOI, Funding, Support
    >>> day = date(2025, 12, 31)
    >>> settled = Support(
    ...     id="s1",
    ...     enterprise="SAMPLE-1",
    ...     started_on=date(2024, 3, 1),
    ...     completed_on=date(2024, 9, 30),
    ...     funding=(Funding("state-budget", 90_000_000), Funding("other-lawful", 0)),
    ...     spending_year=2025,
    ... )
    >>> register = Register.complete_through(day, [settled])
    >>> budget = funding_by_year(HANOI, register, as_of=day)[0]
    >>> [str(year.vnd) for year in budget.years]
    ['[0, 0]', '[0, 0]', '[0, 0]', '[0, 0]', '[90000000, 90000000]']
    """
    require(Program, "program", program)
    require(Register, "register", register)
    last_day = last_day_of(as_of)
    sources = sources_of(program, register)
    last = max(last_day.year, *_budgeted_years(program), 0)
    shown = {phase.id: _years_through(last, phase.period) for phase in program.phases}
    check_number(len(shown) + sum(map(len, shown.values())), len(sources) + 1)
    money = _Money.of(program, register, last_day)
    return tuple(
        found
        for phase in program.phases
        for found in money.of_phase(phase, shown[phase.id], (*sources, None))
    )


def _budgeted_years(program: Program) -> Iterator[int]:
    """Yield the years that have a budget of their own."""
    for item in program.budget:
        if is_calendar_year(item.period):
            yield item.period.end.year


def _years_through(last: int, period: Period) -> Sequence[int]:
    """Return the years of a period through one year."""
    return range(period.first.year, min(last, period.end.year) + 1)


@final
@frozen(kw_only=True)
class _Money:
    """The money of a register by the year in which it was spent.

    Attributes:
        program: the plan.
        planned: the ids of its sources.
        supports: what is known of supports.
        gaps: what the register lacks.
        recorded: the money of each year that supports record.
        starts: the years in which the supports without a year began, in order.
        begun: the money of the supports without a year that began by each of `starts`.
    """

    program: Program
    planned: Collection[str]
    supports: Sequence[Known]
    gaps: Gaps
    recorded: Mapping[int, Held]
    starts: Sequence[int]
    begun: Sequence[Tally]

    @classmethod
    def of(cls, program: Program, register: Register, as_of: date) -> "_Money":
        """Divide the money of a register by years."""
        planned = ids_of_sources(program)
        gaps = Gaps.of(register, as_of, part_of(program, register))
        supports = known_supports(program, register, as_of)
        by_year: defaultdict[int, list[Known]] = defaultdict(list)
        for support in supports:
            if support.year is not None:
                by_year[support.year].append(support)
        starts = _by_start(supports)
        tallies = (Tally.of(starts[year], planned) for year in starts)
        return cls(
            program=program,
            planned=planned,
            supports=supports,
            gaps=gaps,
            recorded={year: _held(by_year[year], gaps, planned) for year in by_year},
            starts=(*starts,),
            begun=(*accumulate(tallies, Tally.plus),),
        )

    def of_phase(
        self, phase: Phase, years: Sequence[int], sources: Iterable[Source]
    ) -> Iterator[FundingByYear]:
        """Yield the money of a phase from each source."""
        held = [self.recorded.get(year) for year in years]
        single = [*map(self._spent, years, held)]
        cumulative = [*map(self._spent, years, accumulate(held, _together))]
        whole, other, unknown = self._parts(phase)
        for source in sources:
            budgets = [self._planned(source, Period.of_years(year, year)) for year in years]
            so_far = accumulate(budgets, lambda *both: sum_if_known(both))
            both = zip(single, cumulative, strict=True)
            yield FundingByYear(
                total=total_of(phase.id, source, whole),
                planned=self._planned(source, phase.period),
                years=tuple(
                    _year(source, *of_year)
                    for of_year in zip(years, both, zip(budgets, so_far, strict=True), strict=True)
                ),
                other_years=other.vnd(source),
                unknown_years=unknown.vnd(source),
            )

    def _parts(self, phase: Phase) -> Iterator[Spent]:
        """Yield the money of the supports of a phase: all, in other years, in unknown years."""
        own = range(phase.period.first.year, phase.period.end.year + 1)
        others = (each for each in self.supports if each.year is not None and each.year not in own)
        unknown = (each for each in self.supports if each.year is None)
        for supports in (self.supports, others, unknown):
            yield Spent.over(phase, supports, self.gaps, self.planned)

    def _spent(self, last: int, held: Held | None) -> Spent:
        """Return what was spent in some years: the money recorded for them, and perhaps more.

        Money without a year may have been spent through the last of these years, if its support had
        begun by then.
        """
        begun = bisect_right(self.starts, last)
        return Spent(
            held=held or Held(),
            unknown=self.begun[begun - 1] if begun else Tally(),
            planned=self.planned,
            gaps=self.gaps,
            missing=self.gaps.missing(date(last, 12, 31)),
        )

    def _planned(self, source: Source, period: Period) -> int | None:
        """Return the budget of a source; of all sources, if it names that of each of the plan."""
        sources = self.planned if source is None else (source,)
        amounts = (self.program.planned_money(each, period) for each in sources)
        return sum_if_known(amounts) if sources else None


def _by_start(supports: Iterable[Known]) -> Mapping[int, list[Known]]:
    """Return the supports without a year by the year in which they began, in order.

    Several facts may tell of one support; the earliest start is kept.
    """
    first: dict[tuple[str, str], Known] = {}
    for support in supports:
        if support.year is None:
            known = first.setdefault(support.of, support)
            first[support.of] = min(known, support, key=_start)
    by_start: defaultdict[int, list[Known]] = defaultdict(list)
    for support in sorted(first.values(), key=_start):
        by_start[_start(support)].append(support)
    return by_start


def _start(support: Known) -> int:
    return support.days.first.year


def _held(supports: Sequence[Known], gaps: Gaps, planned: Collection[str]) -> Held:
    """Return the money of the supports that record one year."""
    sure = [support for support in supports if support.verified]
    return Held.of(sure, (each for each in supports if not each.verified), gaps, planned)


def _together(one: Held | None, other: Held | None) -> Held | None:
    """Return the money of both; that of one without copying it, if the other is `None`."""
    return one.plus(other) if one and other else one or other


def _year(
    source: Source, year: int, money: tuple[Spent, Spent], budget: tuple[int | None, int | None]
) -> FundingYear:
    """Return the money of one year; each pair is that of the year, and since the phase began."""
    (spent, cumulative), (planned, planned_cumulative) = money, budget
    return FundingYear(
        year=year,
        vnd=spent.vnd(source),
        cumulative=cumulative.vnd(source),
        planned=planned,
        planned_cumulative=planned_cumulative,
        supports=spent.held.sure.listing[source],
        perhaps=spent.perhaps(source),
        not_recorded=spent.not_recorded(source),
    )
