"""Reports, facts and claims of a few days, and what all families of reports say, in plain Python.

There are so few of them that every family can be tried.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from fractions import Fraction
from itertools import chain, combinations
from typing import NamedTuple

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from building import AFTER, OCCASIONS
from drawing import maybe, mostly
from nsc_program import Fact, Period, Range, ReportedFigure

DAY = timedelta(days=1)
NEW_YEAR = date(2021, 1, 1)
SHORT = Period(NEW_YEAR + 2 * DAY, NEW_YEAR + 6 * DAY)


@st.composite
def periods_nearby(draw: DrawFn) -> Period:
    first, last = sorted(draw(st.tuples(st.integers(0, 8), st.integers(0, 8))))
    return Period(
        None if draw(mostly(usual=False)) else NEW_YEAR + first * DAY, NEW_YEAR + last * DAY
    )


values = st.builds(
    lambda low, more: Range(low, None if more is None else low + more),
    st.integers(0, 5),
    maybe(st.integers(0, 3)),
)


@st.composite
def few_reports(draw: DrawFn) -> list[ReportedFigure]:
    """Draw reports over different periods; the phase itself is not one of them."""
    found = draw(st.lists(periods_nearby(), max_size=6, unique=True))
    return [
        ReportedFigure(
            id=f"r{number}", indicator=OCCASIONS.id, period=period, value=draw(values), issued=AFTER
        )
        for number, period in enumerate(found)
        if period != SHORT
    ]


@st.composite
def few_facts(draw: DrawFn) -> list[Fact]:
    """Draw facts on a few days; keys never repeat, so they are occasions too."""
    found = draw(st.lists(st.tuples(st.integers(0, 8), st.booleans()), max_size=4))
    return [
        Fact("occasions", f"K{number}", NEW_YEAR + day * DAY, verified)
        for number, (day, verified) in enumerate(found)
    ]


class Part(NamedTuple):
    """A statement about some days."""

    days: set[date]
    low: Fraction | int
    high: Fraction | int | None


def days_of(period: Period) -> set[date]:
    """Return the days that could matter."""
    return {
        NEW_YEAR + number * DAY for number in range(-1, 10) if NEW_YEAR + number * DAY in period
    }


def runs(days: set[date]) -> list[set[date]]:
    """Return the same days, each run of consecutive days by itself."""
    found: list[set[date]] = []
    for day in sorted(days):
        if found and day - DAY in found[-1]:
            found[-1].add(day)
        else:
            found.append({day})
    return found


def counted(found: Iterable[Fact], days: set[date], claimed: set[date]) -> Part:
    here = [fact for fact in found if fact.on in days]
    verified = {fact.key for fact in here if fact.verified}
    return Part(days, len(verified), len({fact.key for fact in here}) if days <= claimed else None)


def families(parts: list[Part]) -> Iterator[tuple[Part, ...]]:
    return chain.from_iterable(combinations(parts, count) for count in range(1, len(parts) + 1))


def bounds(parts: list[Part], *, adds_up: bool) -> Iterator[Range]:
    """Return the sums of the heaviest disjoint family in the phase and of the lightest cover."""
    phase = days_of(SHORT)
    inside = [part for part in parts if part.days <= phase]
    disjoint = [
        each
        for each in families(inside)
        if sum(len(part.days) for part in each) == len(_days(each))
    ]
    sums = [sum(part.low for part in each) for each in disjoint if adds_up or len(each) == 1]
    yield Range.at_least(max(sums, default=0))
    limited = [Part(part.days, 0, part.high) for part in parts if part.high is not None]
    yield from [
        Range(0, sum(part.high or 0 for part in each))
        for each in families(limited)
        if phase <= _days(each)
    ]


def _days(family: Iterable[Part]) -> set[date]:
    return set().union(*(part.days for part in family))
