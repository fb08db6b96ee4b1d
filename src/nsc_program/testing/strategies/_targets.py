"""Strategies for targets, their bounds and bases; targets of one phase can be met together."""

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from nsc_program.catalog._indicators import INDICATORS
from nsc_program.catalog.hanoi import HANOI
from nsc_program.plan._bases import (
    IN_PERCENT,
    TOTALS,
    Basis,
    Change,
    Difference,
    During,
    EachYear,
    Growth,
    MeanGrowth,
    Reached,
    YearlyGrowth,
)
from nsc_program.plan._bounds import (
    About,
    AtLeast,
    AtMost,
    Between,
    Bound,
    LessThan,
    MoreThan,
    Plain,
    worded,
)
from nsc_program.plan._fulfilment import unfulfillable
from nsc_program.plan._indicators import Indicator
from nsc_program.plan._targets import Choice, Phase, Target
from nsc_program.testing.strategies._fields import ONE_DAY
from nsc_program.testing.strategies._indicators import ALL_OR_SOME, MONEY, OWN, OWN_IDS, SHARE
from nsc_program.testing.strategies._values import CITED, MADE_UP
from nsc_program.values._periods import Period


@st.composite
def bounds(draw: DrawFn, *, positive: bool = False, whole: bool = False) -> Bound:
    """Draw bounds of every wording.

    Args:
        draw: Hypothesis passes this.
        positive: Whether the numbers are above zero; otherwise some are negative or zero.
        whole: Whether the numbers are whole; otherwise some are halves.

    Returns:
        A strategy for bounds.
    """
    low = draw(_low_numbers(positive=positive, whole=whole))
    more, kind = draw(st.tuples(st.integers(1, 30), st.integers(0, 7)))
    if kind < len(_ONE_NUMBER):
        return _ONE_NUMBER[kind](low)
    return Between(low, low + more, about=kind > len(_ONE_NUMBER))


_ONE_NUMBER = (AtLeast, MoreThan, About, Plain, AtMost, LessThan)
"""The wordings with one number."""


def _low_numbers(*, positive: bool, whole: bool) -> SearchStrategy[Fraction]:
    """Draw the only number of a bound, or the lower one of two."""
    numbers = st.integers(1, 60) if positive else st.integers(1, 60) | st.integers(-9, 60)
    scales = (1,) if whole else (1, 1, 2)
    return st.builds(Fraction, numbers, st.sampled_from(scales))


def bases() -> SearchStrategy[Basis]:
    """Draw bases of targets.

    Returns:
        A strategy for every basis, about Hanoi's second phase; changes start from its first phase.
    """
    first, second = (phase.period for phase in HANOI.phases[:2])
    return st.sampled_from(_bases_in(second, (first,)))


_OFTEN = 4
"""How often a total is drawn beside each other basis."""


def _bases_in(period: Period, earlier: Iterable[Period]) -> list[Basis]:
    """Return the bases of targets over a period, the total several times."""
    totals: list[Basis] = [Reached()] * _OFTEN
    return [*totals, *_yearly(period), *_from_baselines(period, earlier)]


def _yearly(period: Period) -> Iterator[Basis]:
    """Yield the bases about single years, or about the only part of a period without years."""
    years = period.years
    yield During(years[-1] if years else period)
    if years:
        yield EachYear()
    if len(years) > 1:
        yield from (kind(falling=falling) for kind in _EACH_OR_MEAN for falling in (False, True))


_EACH_OR_MEAN = (YearlyGrowth, MeanGrowth)


def _from_baselines(period: Period, earlier: Iterable[Period]) -> Iterator[Change]:
    """Yield the changes from each baseline that ends before the last day of the period."""
    before = _before(period)
    for baseline in (*earlier, before, Period.until(before.end)):
        if baseline.end < period.end:
            for falling in (False, True):
                yield Growth(baseline, falling=falling)
                yield Difference(baseline, falling=falling)


def _before(period: Period) -> Period:
    """Return the days from 2015 up to a period, or the period if it begins earlier."""
    start = date(2015, 1, 1)
    return Period(start, period.first - ONE_DAY) if period.first > start else period


def _about(indicators: Iterable[Indicator], basis: Basis) -> list[str | Choice]:
    """Return the indicators that a target on this basis can be about.

    A share cannot grow in percent.
    """
    in_percent = isinstance(basis, IN_PERCENT)
    return [
        ALL_OR_SOME,
        *(indicator.id for indicator in indicators if indicator.may_grow or not in_percent),
    ]


def targets_in(
    draw: DrawFn, phase: str, period: Period, earlier: tuple[Period, ...]
) -> tuple[Target, ...]:
    """Draw up to four targets of a phase; a target may be part of the target before it."""
    bases = _bases_in(period, earlier)
    targets: list[Target] = []
    for place in range(draw(st.integers(0, 4))):
        drawn = _target(draw, f"{phase}/{place}", bases)
        target = _fulfillable_with(targets, period, drawn)
        is_part = draw(st.booleans())
        whole = targets[-1] if targets and is_part else None
        targets.append(_part_of(whole, target))
    return tuple(targets)


def _target(draw: DrawFn, target_id: str, bases: list[Basis]) -> Target:
    """Draw a target on one of several bases."""
    basis = draw(st.sampled_from(bases))
    about = draw(st.sampled_from(_about((*OWN, *INDICATORS), basis)))
    return Target(
        id=target_id,
        title=MADE_UP,
        indicator=about,
        basis=basis,
        bound=draw(_bounds_for(basis, about)),
        citations=(CITED,),
        aspirational=draw(st.sampled_from((False, False, True))),
    )


def _part_of(whole: Target | None, target: Target) -> Target:
    """Return a target as a part of another target, if it fits into the other."""
    if whole is None or not _fits(target.bound, whole.bound):
        return target
    return evolve(target, part_of=whole.id)


_BY_ID = {indicator.id: indicator for indicator in (*OWN, *INDICATORS)}


def _fulfillable_with(targets: Iterable[Target], period: Period, target: Target) -> Target:
    """Return the target, with its limit reversed if it contradicts the other targets.

    A lower limit above everything that the other targets allow becomes an upper limit, and an
    upper limit below everything that they ask for becomes a lower limit. The target is then not
    narrower than they are.
    """
    phase = Phase(id="phase", period=period, targets=(*targets, target))
    if any(unfulfillable([((), phase)], _BY_ID)):
        return evolve(target, bound=_reversed(target.bound))
    return target


def _reversed(bound: Bound) -> Bound:
    """Return an upper limit for a lower one, and a lower limit for an upper one."""
    match bound:
        case AtMost(number) | LessThan(number):
            return AtLeast(number)
        case Between(low):
            return AtMost(low)
        case _:
            return AtMost(bound.number)


def _bounds_for(basis: Basis, about: str | Choice) -> SearchStrategy[Bound]:
    """Draw bounds that can be attained and missed.

    The numbers are whole if the things are, and only the total of a share has numbers below zero.
    """
    whole = not isinstance(basis, IN_PERCENT) and about not in (SHARE.id, MONEY.id)
    return bounds(positive=not isinstance(basis, TOTALS) or about != SHARE.id, whole=whole)


def _fits(part: Bound, whole: Bound) -> bool:
    """Tell whether a part asks for at most as much as its whole."""
    least, most = worded(part).low, worded(whole).high
    return least is not None and most is not None and least <= most


def targets() -> SearchStrategy[Target]:
    """Draw single targets of Hanoi's first phase.

    Returns:
        A strategy for targets on every basis, some part of a target, some aspirational.
    """
    return st.builds(
        Target,
        id=st.just("2021-2025/made-up"),
        title=st.just(MADE_UP),
        indicator=st.sampled_from([ALL_OR_SOME, *OWN_IDS]),
        bound=bounds(),
        basis=st.sampled_from(_bases_in(HANOI.phases[0].period, ())),
        citations=st.just((CITED,)),
        part_of=st.none() | st.just("2021-2025/whole"),
        aspirational=st.booleans(),
    )
