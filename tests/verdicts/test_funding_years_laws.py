"""Money by budget year, compared with every way in which the gaps may turn out.

There are so few years and supports that all ways can be tried.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import product
from typing import TypeAlias

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from drawing import maybe, mostly
from drawing_money import CITED, recorded_money, two_phases
from nsc_program import (
    Completeness,
    Funding,
    Period,
    Phase,
    Range,
    Register,
    RejectedRow,
    Support,
)
from nsc_program.plan import BudgetItem
from nsc_program.verdicts import FundingByYear, funding, funding_by_year

YEARS = range(2020, 2026)
"""The years of all days; money may be spent in each of them, and after them."""
DAYS = [date(year, month, day) for year in YEARS for month, day in ((1, 1), (7, 1), (12, 31))]
# The phases share a year, and leave out years before and after them.
PLAN = two_phases(Period.of_years(2021, 2022), Period.of_years(2022, 2024))


@st.composite
def few_supports(draw: DrawFn) -> list[Support]:
    found = []
    for number in range(draw(st.integers(0, 3))):
        start, end = sorted(draw(st.tuples(*[st.sampled_from(DAYS)] * 2)))
        found.append(
            Support(
                id=f"s{number}",
                enterprise=f"SAMPLE-{number}",
                started_on=start,
                completed_on=draw(st.sampled_from((end, end, None))),
                funding=draw(recorded_money()),
                spending_year=draw(maybe(st.sampled_from(YEARS))),
                verified=draw(mostly(usual=True)),
            )
        )
    return found


claims = st.builds(
    Completeness,
    st.sampled_from(("Support", "Support", "supported")),
    st.sampled_from(DAYS).map(Period.until),
)
rows = st.builds(
    RejectedRow,
    what=st.sampled_from(("Support", "Training")),
    id=st.just("row"),
    recorded_on=st.sampled_from(DAYS),
    identified=st.booleans(),
)
registers = st.builds(
    Register, few_supports(), st.lists(claims, max_size=2), st.lists(rows, max_size=1)
)
days = st.sampled_from(DAYS)

World: TypeAlias = tuple[int, ...]
"""What each support has spent in the years that are asked about, once all is known."""


def spent_in(record: Support, as_of: date) -> Sequence[int]:
    """Return the years in which a support may have spent its money."""
    year = record.spending_year
    told = year is not None and record.started_on.year <= year <= as_of.year
    return [year] if told and year is not None else range(record.started_on.year, 2030)


def money(record: Support, source: str | None) -> int:
    return sum(each.vnd for each in record.funding if source in (None, each.source))


def may_lack(record: Support, source: str | None) -> bool:
    """Say whether a support may have had money from a source that it does not record."""
    listed = {each.source for each in record.funding}
    asked = {None: {"a", "b"}, "c": set()}.get(source, {source})
    return not listed or not asked <= listed


def test_what_a_support_may_lack() -> None:
    support = Support(id="s1", enterprise="SAMPLE-1", started_on=DAYS[0])
    from_a = evolve(support, funding=(Funding("a", 1),))
    asked = ("a", "b", "c", None)

    assert [True] * 4 == [may_lack(support, source) for source in asked]
    assert [False, True, False, True] == [may_lack(from_a, source) for source in asked]


def happened_by(register: Register, as_of: date) -> list[Support]:
    records = [each for each in register.current if isinstance(each, Support)]
    return [each for each in records if each.started_on <= as_of]


def worlds(
    register: Register, source: str | None, asked: Sequence[int], as_of: date
) -> Iterator[int]:
    """Yield the money that was spent in some years, for each way in which the gaps turn out."""
    happened = happened_by(register, as_of)
    rows = [row for row in register.unresolved if row.what == "Support" and not row.identified]
    for gone in (None, *(each for each in happened for _ in rows)):
        ways = (
            {money(each, source) * (year in asked) for year in spent_in(each, as_of)}
            | ({0} if not each.verified or each is gone else set())
            for each in happened
        )
        yield from map(sum, product(*ways))


def is_open(register: Register, source: str | None, asked: Sequence[int], as_of: date) -> bool:
    """Say whether money may have been spent in some years that no record tells of."""
    claimed = [claim.period.end for claim in register.completeness if claim.what == "Support"]
    complete = max((min(day, as_of) for day in claimed), default=date.min)
    return (
        complete < date(asked[-1], 12, 31)
        or any(row.what == "Support" for row in register.unresolved)
        or any(
            may_lack(each, source) and set(asked) & {*spent_in(each, as_of)}
            for each in happened_by(register, as_of)
        )
    )


def truth(register: Register, source: str | None, asked: Sequence[int], as_of: date) -> Range:
    """Return the least range that holds the money in every way."""
    sums = [*worlds(register, source, asked, as_of)]
    return Range(min(sums), None if is_open(register, source, asked, as_of) else max(sums))


def low(*ranges: Range) -> int:
    return sum(int(each.low or 0) for each in ranges)


def added(ranges: Iterable[Range]) -> Range:
    """Add ranges end by end."""
    ranges = [*ranges]
    ends = [each.high for each in ranges]
    known = [end for end in ends if end is not None]
    return Range(low(*ranges), sum(known) if len(known) == len(ends) else None)


class TestSoundness:
    """Whatever year money turns out to be of, the sum is in the range, and each end is attained."""

    @given(registers, days)
    def test_years_hold_every_way_and_no_more(self, register: Register, as_of: date) -> None:
        for found in funding_by_year(PLAN, register, as_of=as_of):
            source, years = found.total.source, [year.year for year in found.years]
            for place, year in enumerate(found.years):
                assert truth(register, source, [year.year], as_of) == year.vnd
                assert truth(register, source, years[: place + 1], as_of) == year.cumulative

    @given(registers, days)
    def test_the_total_of_all_sources_holds_the_sum_of_the_sources(
        self, register: Register, as_of: date
    ) -> None:
        by_phase: dict[str, list[FundingByYear]] = {}
        for found in funding_by_year(PLAN, register, as_of=as_of):
            by_phase.setdefault(found.total.phase, []).append(found)
        for *sources, whole in by_phase.values():
            ranges = [found.total.vnd for found in sources]
            assert whole.total.source is None
            assert whole.total.vnd.within(added(ranges))


class TestAgreement:
    """The years of a phase agree with its total, which stays what it was without years."""

    @given(registers, days)
    def test_totals_are_those_of_funding(self, register: Register, as_of: date) -> None:
        found = [each.total for each in funding_by_year(PLAN, register, as_of=as_of)]

        assert funding(PLAN, register, as_of=as_of) == tuple(
            each for each in found if each.source is not None
        )

    @given(registers, days)
    def test_a_year_does_not_move_money_to_another_phase(
        self, register: Register, as_of: date
    ) -> None:
        without = Register(
            [
                evolve(each, spending_year=None) if isinstance(each, Support) else each
                for each in register.records
            ],
            register.completeness,
            register.rejected,
        )

        assert funding(PLAN, without, as_of=as_of) == funding(PLAN, register, as_of=as_of)

    @given(few_supports())
    def test_years_and_unknown_years_add_up_to_the_total(self, supports: list[Support]) -> None:
        """One phase holds all supports here, and everything is completed and claimed complete."""
        supports = [evolve(each, completed_on=DAYS[-1]) for each in supports]
        plan = evolve(PLAN, phases=(Phase(id="all", period=Period.of_years(2020, 2025)),))
        register = Register(supports, [Completeness("Support", Period.until(DAYS[-1]))])

        for found in funding_by_year(plan, register, as_of=DAYS[-1]):
            years = [year.vnd for year in found.years]
            assert low(found.total.vnd) == low(*years, found.unknown_years, found.other_years)
            assert Range.exactly(0).within(found.other_years)
            assert found.total.vnd.high == found.years[-1].cumulative.high

    @given(registers, days)
    def test_money_without_years_is_all_in_unknown_years(
        self, register: Register, as_of: date
    ) -> None:
        records = [
            evolve(each, spending_year=None) if isinstance(each, Support) else each
            for each in register.records
        ]
        blank = Register(records, register.completeness, register.rejected)

        for found in funding_by_year(PLAN, blank, as_of=as_of):
            assert found.total.vnd == found.unknown_years
            assert 0 == low(found.other_years, *(year.vnd for year in found.years))

    @given(registers, days, days)
    def test_a_later_day_never_widens_a_year(
        self, register: Register, one: date, other: date
    ) -> None:
        earlier, later = sorted((one, other))

        for before, after in zip(
            funding_by_year(PLAN, register, as_of=earlier),
            funding_by_year(PLAN, register, as_of=later),
            strict=True,
        ):
            assert len(before.years) <= len(after.years)
            for old, new in zip(before.years, after.years, strict=False):
                assert new.vnd.within(old.vnd)
                assert new.cumulative.within(old.cumulative)


class TestBudget:
    """A share is exact, and a budget that is not named is unknown."""

    @given(registers, days, st.integers(0, 9))
    def test_a_share_is_what_was_spent_of_the_budget(
        self, register: Register, as_of: date, vnd: int
    ) -> None:
        plan = evolve(
            PLAN,
            budget=(
                BudgetItem(
                    source="a", period=Period.of_years(2021, 2021), vnd=vnd, citations=CITED
                ),
            ),
        )
        for found in funding_by_year(plan, register, as_of=as_of):
            assert (None, None) == (found.planned, found.disbursed)
            for year in found.years:
                is_planned = (year.year, found.total.source) == (2021, "a")
                assert (vnd if is_planned else None) == year.planned
                share, planned = year.disbursed, year.planned or 0
                assert (share is None) == (planned == 0)
                assert share is None or (year.vnd.low or 0) == (share.low or 0) * planned
