"""A plan of two phases with two sources of money, and the money that supports record."""

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from building import MADE_UP, small_plan
from drawing import mostly
from nsc_program import Citation, Funding, FundingSource, Period, Phase, Program
from nsc_program.catalog import ARTICLE

SOURCES = ("a", "b", "c")
"""The sources of money; the last one is not in the plan."""
CITED = (Citation(document=ARTICLE, words="made up"),)


def two_phases(one: Period, two: Period) -> Program:
    """Return a plan with two phases and two sources of money."""
    return evolve(
        small_plan(Phase(id="one", period=one), Phase(id="two", period=two)),
        funding_sources=tuple(
            FundingSource(id=name, label=MADE_UP, citations=CITED) for name in SOURCES[:2]
        ),
    )


@st.composite
def recorded_money(draw: DrawFn) -> tuple[Funding, ...]:
    """Draw what a support records: usually from both sources of the plan, or from any."""
    of_any = st.builds(Funding, st.sampled_from(SOURCES), st.integers(0, 9))
    some = st.lists(of_any, min_size=1, max_size=2)
    of_each = st.tuples(
        *(st.builds(Funding, st.just(name), st.integers(0, 9)) for name in SOURCES[:2])
    )
    return tuple(draw(of_each | some)) if draw(mostly(usual=True)) else ()
