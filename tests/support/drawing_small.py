"""Hypothesis strategies for small plans, and for figures near which verdicts turn."""

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from building import AFTER, FIRST, MADE_UP, SECOND, THINGS, small_plan, wanted
from drawing import day_before, maybe, mostly
from nsc_program import (
    About,
    Answer,
    AtLeast,
    Between,
    Choice,
    EachYear,
    Figure,
    Figures,
    Growth,
    MoreThan,
    Period,
    Phase,
    Plain,
    Program,
    Question,
    Range,
    Reached,
    Reading,
    Target,
    Text,
    YearlyGrowth,
)
from nsc_program.plan import Bound

WHICH = Question(
    id="which",
    phrase=MADE_UP,
    answers=(
        Answer(value="all", label=MADE_UP),
        Answer(value="some", label=Text(vi="một số", en="some")),
    ),
)
YEARS = Period.of_years(2021, 2023)
HALF = Fraction(1, 2)
UNITS = (("things", Fraction(1)), ("money", HALF))


class Case(NamedTuple):
    """A small plan with a question of its own, and figures for it."""

    program: Program
    figures: Figures


def _which(other: str) -> Choice:
    return Choice((WHICH.id,), ((("all",), THINGS.id), (("some",), other)))


def _case(draw: DrawFn, found: Mapping[tuple[str, Period], Range], *phases: Phase) -> Case:
    """Draw a case as of the last day, or of the day before, when a phase is still open."""
    as_of = draw(st.sampled_from((AFTER, day_before(phases[-1].period.end))))
    figures = tuple(
        Figure(indicator, period, range_) for (indicator, period), range_ in found.items()
    )
    return Case(small_plan(*phases, questions=(WHICH,)), Figures(as_of, figures))


def _phase(period: Period, *targets: Target) -> Phase:
    return Phase(id="phase", period=period, targets=targets)


@st.composite
def worded(draw: DrawFn, number: int) -> Bound:
    """Draw a bound of about this number; usually one that a tolerance affects."""
    more, about = draw(st.tuples(st.integers(1, 9), mostly(usual=True)))
    rough: list[Bound] = [About(number), Between(number, number + more, about=True)]
    others: list[Bound] = [
        AtLeast(number),
        MoreThan(number),
        Plain(number),
        Between(number, number + more),
    ]
    return draw(st.sampled_from(rough if about else others))


@st.composite
def near(draw: DrawFn, number: Fraction | int, unit: Fraction = Fraction(1)) -> Range:
    """Draw ranges near a number.

    Ranges of whole units have closed ends, those of other units also open ones.
    """
    wide = int(number / unit) // 8 + 2
    low = int(number / unit) + draw(st.integers(-wide, wide))
    more = draw(maybe(st.just(0) | st.integers(0, wide)))
    low_open, high_open = (
        draw(st.tuples(st.booleans(), st.booleans())) if unit != 1 and more != 0 else (False, False)
    )
    return Range(
        max(low, 0) * unit,
        None if more is None else (max(low, 0) + more) * unit,
        low_open=low_open,
        high_open=high_open and more is not None,
    )


@st.composite
def totals(draw: DrawFn) -> Case:
    """Draw cases in which a phase must reach a number of things, either all or some."""
    number = draw(st.integers(1, 60))
    target = wanted(draw(worded(number)), Reached(), _which("things/some"))
    found = {("things", FIRST): draw(near(number)), ("things/some", FIRST): draw(near(number))}
    return _case(draw, found, _phase(FIRST, target))


@st.composite
def states(draw: DrawFn) -> Case:
    """Draw cases in which an amount of money must be there at the end of a phase."""
    number = draw(st.integers(1, 60))
    target = wanted(draw(worded(number)), Reached(), "money")
    return _case(draw, {("money", FIRST): draw(near(number, HALF))}, _phase(FIRST, target))


@st.composite
def shares(draw: DrawFn) -> Case:
    """Draw cases that ask for a share; the share is below zero."""
    number, low, more = draw(
        st.tuples(st.integers(1, 60), st.integers(-6, 6), maybe(st.integers(0, 6)))
    )
    least = low * HALF - number
    found = {("tfp-share", FIRST): Range(least, None if more is None else least + more * HALF)}
    return _case(draw, found, _phase(FIRST, wanted(About(-number), Reached(), "tfp-share")))


@st.composite
def growths(draw: DrawFn) -> Case:
    """Draw cases that ask for a number of things in one phase, and for growth in the next.

    The growth is of the same things or of others.
    """
    number, percent = draw(st.sampled_from((10, 20, 40, 101))), draw(st.sampled_from((10, 20, 50)))
    other = draw(st.sampled_from(("things/some", "occasions")))
    planned = wanted(draw(worded(number)), Reached(), _which(other), "phase/wanted")
    grown = wanted(draw(worded(percent)), Growth(FIRST), "things", "next/wanted")
    now = number * (100 + percent) // 100
    found = {
        ("things", FIRST): near(number),
        (other, FIRST): near(number),
        ("things", SECOND): near(now),
    }
    phases = _phase(FIRST, planned), Phase(id="next", period=SECOND, targets=(grown,))
    return _case(draw, {which: draw(each) for which, each in found.items()}, *phases)


@st.composite
def growths_of_money(draw: DrawFn) -> Case:
    """Draw cases that ask for growth of money."""
    number, percent = draw(st.sampled_from((10, 20, 40))), draw(st.sampled_from((10, 20, 50)))
    now = Fraction(number * (100 + percent), 100)
    found = {("money", FIRST): draw(near(number, HALF)), ("money", SECOND): draw(near(now, HALF))}
    return _case(draw, found, _phase(SECOND, wanted(draw(worded(percent)), Growth(FIRST), "money")))


@st.composite
def each_years(draw: DrawFn) -> Case:
    """Draw cases that ask for a number of things, or an amount of money, in every year."""
    number, (indicator, unit) = draw(st.integers(1, 60)), draw(st.sampled_from(UNITS))
    found = {(indicator, year): draw(near(number, unit)) for year in YEARS.years}
    return _case(draw, found, _phase(YEARS, wanted(draw(worded(number)), EachYear(), indicator)))


@st.composite
def yearly_growths(draw: DrawFn) -> Case:
    """Draw cases that ask for growth of things every year."""
    number, percent = draw(st.sampled_from((10, 40, 100))), draw(st.sampled_from((10, 20, 50)))
    found = {
        ("things", year): draw(near(number * (100 + percent) ** power // 100**power))
        for power, year in enumerate(YEARS.years)
    }
    return _case(draw, found, _phase(YEARS, wanted(draw(worded(percent)), YearlyGrowth())))


def exact_cases() -> SearchStrategy[Case]:
    """Draw cases in which the accepted range changes linearly with the tolerance."""
    return st.one_of(totals(), states(), shares(), growths(), growths_of_money(), each_years())


def wordings() -> SearchStrategy[Reading]:
    """Draw every reading of the small plans, the tolerance often where a verdict turns."""
    parts = st.builds(Fraction, st.integers(0, 12), st.integers(120, 200)) | st.builds(
        lambda number, whole: Fraction(number, 10 * whole + 1),
        st.integers(0, 6),
        st.integers(6, 60),
    )
    names = (
        "may_exceed",
        "strict",
        "plain_is_floor",
        "upper_binds",
        "planned_baseline",
        "each_year",
        "mean_from_year_before",
    )
    return st.builds(
        Reading,
        tolerance=st.sampled_from((Fraction(0), Fraction(1, 10))) | parts,
        choices=st.sampled_from(((), ((WHICH.id, "all"),), ((WHICH.id, "some"),))),
        **{name: st.booleans() for name in names},
    )
