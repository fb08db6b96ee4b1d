"""What Hypothesis gets for a type: the strategy of a public type, and nothing for any other."""

from collections.abc import Sequence

from hypothesis import find
from hypothesis import strategies as st

from nsc_program import Period
from nsc_program.testing._hypothesis import _strategy_of


def test_a_public_type_has_a_strategy() -> None:
    assert isinstance(find(st.from_type(Period), lambda _: True), Period)


def test_a_type_above_public_types_is_left_to_hypothesis() -> None:
    assert NotImplemented is _strategy_of(Sequence)
