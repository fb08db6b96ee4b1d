"""Made-up indicators, which a plan can have beside those of the library."""

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from nsc_program.catalog._indicators import INDICATORS, PERCENT_UNIT
from nsc_program.plan._indicators import Indicator, Partition, Share, Unit
from nsc_program.plan._targets import Choice
from nsc_program.testing.strategies._values import MADE_UP
from nsc_program.values._ranges import EVERYTHING
from nsc_program.values._text import Text

THING = Unit(id="thing", label=MADE_UP)
BILLION = Unit(id="billion-vnd", label=Text(vi="tỷ đồng", en="billion đồng"), whole=False)
THINGS = Indicator(id="things", unit=THING, label=MADE_UP)
SOME_THINGS = Indicator(id="things/some", unit=THING, label=MADE_UP)
OCCASIONS = Indicator(
    id="occasions", unit=Unit(id="occasion", label=MADE_UP), label=MADE_UP, additive=True
)
MONEY = Indicator(
    id="money",
    unit=BILLION,
    label=MADE_UP,
    accumulates=False,
    partitions=(Partition(id="half", parts=("first half", "second half")),),
)
SHARE = Indicator(
    id="share", unit=PERCENT_UNIT, label=MADE_UP, accumulates=False, domain=EVERYTHING
)
SOME_OF_THINGS = Indicator(
    id="share-of-things",
    unit=PERCENT_UNIT,
    label=MADE_UP,
    accumulates=False,
    share=Share(numerator="things/some", denominator="things"),
)
"""A quotient of two counts, which plans have for its figures; their targets are not about it."""
OWN = (THINGS, SOME_THINGS, OCCASIONS, MONEY, SHARE)
"""The made-up indicators: three counts, a state and a share.

Made-up plans have the library's own indicators too.
"""
OWN_IDS = tuple(indicator.id for indicator in OWN)

ALL_OR_SOME = Choice(("which",), ((("all",), THINGS.id), (("some",), SOME_THINGS.id)))
"""The choice of things by the question "which"."""


def indicators() -> SearchStrategy[Indicator]:
    """Draw the library's own indicators and made-up ones.

    Returns:
        A strategy for indicators: counts, states and shares.
    """
    return st.sampled_from((*OWN, SOME_OF_THINGS, *INDICATORS))
