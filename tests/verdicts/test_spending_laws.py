"""Totals of money, compared with every way to date it.

There are so few days and supports that all ways can be tried.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import product
from typing import Any

from attrs import evolve
from hypothesis import example, given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from drawing import maybe, mostly
from drawing_money import SOURCES, recorded_money, two_phases
from nsc_program import (
    Completeness,
    Period,
    Phase,
    Range,
    Register,
    RejectedRow,
    Support,
    funding,
)
from nsc_program.verdicts import FundingTotal

DAY = timedelta(days=1)
NEW_YEAR = date(2021, 1, 1)
DAYS = [NEW_YEAR + number * DAY for number in range(12)]
LAST = DAYS[-1]
# The phases overlap, and leave out days before and after them.
PLAN = two_phases(Period(DAYS[2], DAYS[5]), Period(DAYS[5], DAYS[8]))


@st.composite
def few_supports(draw: DrawFn) -> list[Support]:
    found = []
    for number in range(draw(st.integers(0, 4))):
        start, end = sorted(draw(st.tuples(*[st.sampled_from(DAYS)] * 2)))
        found.append(
            Support(
                id=f"s{number}",
                enterprise=f"SAMPLE-{number}",
                started_on=start,
                completed_on=draw(st.sampled_from((end, end, None))),
                funding=draw(recorded_money()),
                verified=draw(mostly(usual=True)),
                annulled=draw(mostly(usual=False)),
            )
        )
    return found


@st.composite
def claims(draw: DrawFn) -> Completeness:
    first, last = sorted(draw(st.tuples(*[st.sampled_from(DAYS)] * 2)))
    period = draw(st.sampled_from((Period.until(LAST), Period.until(last), Period(first, last))))
    what = draw(st.sampled_from(("Support", "Support", "supported")))
    return Completeness(what, period, draw(maybe(st.sampled_from(DAYS))))


rows = st.builds(
    RejectedRow,
    what=st.sampled_from(("Support", "Support", "Training")),
    id=st.sampled_from(("s0", "row")),
    recorded_on=maybe(st.sampled_from(DAYS)),
    identified=st.booleans(),
)
registers = st.builds(
    Register, few_supports(), st.lists(claims(), max_size=3), st.lists(rows, max_size=1)
)
days = st.sampled_from(DAYS)
COMPLETE_WITHOUT_MONEY = Register(
    [Support(id="s0", enterprise="SAMPLE-0", started_on=NEW_YEAR, completed_on=LAST)],
    [Completeness("Support", Period.until(LAST))],
)


def spent_on(record: Support, as_of: date) -> list[date]:
    """Return the days that a support's money may be of, up to a far day if it is not completed."""
    end = (
        record.completed_on
        if record.completed_on is not None and record.completed_on <= as_of
        else LAST
    )
    return [day for day in DAYS if record.started_on <= day <= end]


def ways(record: Support, source: str | None, phase: Phase, as_of: date) -> set[int]:
    """Return what one support can add to a total.

    It adds its money on any of its days, and nothing if it is not true.
    """
    money = sum(each.vnd for each in record.funding if each.source == source)
    found = {money if day in phase.period else 0 for day in spent_on(record, as_of)}
    return found if record.verified else found | {0}


def is_unknown(record: Support, source: str | None) -> bool:
    """Say whether a support may have had unrecorded money from a source."""
    listed = {each.source for each in record.funding}
    return source not in listed if source in SOURCES[:2] else not listed


def is_open(
    register: Register, found: FundingTotal, as_of: date, happened: Iterable[Support]
) -> bool:
    """Say whether the register may lack some money of the phase from this source."""
    phase = PLAN.phase(found.phase)
    claimed_on = {
        day
        for claim in register.completeness
        for day in (date.min, *DAYS)
        if claim.what == "Support"
        and day in claim.period
        and day <= min(claim.recorded_on or as_of, as_of)
    }
    return (
        any(day not in claimed_on for day in (date.min, *DAYS) if day <= phase.period.end)
        or any(row.what == "Support" for row in register.unresolved)
        or any(
            is_unknown(each, found.source)
            and any(day in phase.period for day in spent_on(each, as_of))
            for each in happened
        )
    )


def withdrawn(register: Register, happened: Iterable[Support]) -> list[Support]:
    """Return the supports that a row without an id may withdraw; there is at most one such row."""
    unknown = [row for row in register.unresolved if row.what == "Support" and not row.identified]
    return [
        each for row in unknown for each in happened if row.recorded_on and each.recorded_on is None
    ]


def found_in(register: Register, as_of: date) -> Iterator[tuple[FundingTotal, Phase]]:
    return ((each, PLAN.phase(each.phase)) for each in funding(PLAN, register, as_of=as_of))


class TestSoundness:
    """Every way to date the money gives a total in the range, and some way gives each end."""

    @given(registers, days)
    @example(COMPLETE_WITHOUT_MONEY, LAST)
    def test_totals_hold_every_way_and_no_more(self, register: Register, as_of: date) -> None:
        happened = [
            each
            for each in register.current
            if isinstance(each, Support) and each.started_on <= as_of
        ]

        for found, phase in found_in(register, as_of):
            kept = [
                happened,
                *(
                    [each for each in happened if each is not gone]
                    for gone in withdrawn(register, happened)
                ),
            ]
            added = [[ways(each, found.source, phase, as_of) for each in some] for some in kept]
            totals = {sum(each) for some in added for each in product(*some)}
            most = None if is_open(register, found, as_of, happened) else max(totals)
            assert Range(min(totals), most) == found.vnd

    @given(registers, days)
    def test_an_open_end_has_its_reason(self, register: Register, as_of: date) -> None:
        for found, _ in found_in(register, as_of):
            assert (found.vnd.high is None) == bool(
                found.missing or found.rejected or found.not_recorded
            )

    @given(registers, days, days)
    def test_a_later_day_never_widens_a_total(
        self, register: Register, one: date, other: date
    ) -> None:
        earlier, later = sorted((one, other))

        for before, after in zip(
            found_in(register, earlier), found_in(register, later), strict=True
        ):
            assert after[0].vnd.within(before[0].vnd)


class TestLawsOfAllTotals:
    """Order does not matter, no source is lost, and no money is certainly counted twice."""

    @given(registers, days, st.randoms(use_true_random=False))
    def test_the_order_of_records_does_not_matter(
        self,
        register: Register,
        as_of: date,
        random: Any,  # noqa: ANN401
    ) -> None:
        parts: list[list[Any]] = [
            [*register.records],
            [*register.completeness],
            [*register.rejected],
        ]
        for part in parts:
            random.shuffle(part)

        assert funding(PLAN, register, as_of=as_of) == funding(PLAN, Register(*parts), as_of=as_of)

    @given(registers, days)
    def test_no_source_is_lost(self, register: Register, as_of: date) -> None:
        """Each phase has each source of the plan and of the records once."""
        records = [each for each in register.current if isinstance(each, Support)]
        given_ones = {each.source for record in records for each in record.funding}

        found = [(each.phase, each.source) for each in funding(PLAN, register, as_of=as_of)]
        assert len(set(found)) == len(found)
        assert set(product(("one", "two"), {*SOURCES[:2], *given_ones})) == set(found)

    @given(registers, days)
    def test_money_is_certain_in_both_phases_only_where_they_overlap(
        self, register: Register, as_of: date
    ) -> None:
        """If phases share no day, their low ends together do not exceed all the money."""
        apart = evolve(
            PLAN, phases=(PLAN.phases[0], Phase(id="two", period=Period(DAYS[6], DAYS[8])))
        )
        records = [each for each in register.current if isinstance(each, Support)]

        found = funding(apart, register, as_of=as_of)

        for source in SOURCES:
            everything = sum(
                each.vnd for record in records for each in record.funding if each.source == source
            )
            assert everything >= sum(each.vnd.low or 0 for each in found if each.source == source)
