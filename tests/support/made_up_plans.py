"""Plans of made-up indicators, which count by given rules."""

from attrs import evolve

from nsc_program import HANOI, Indicator, Phase, Program, Text, Unit
from nsc_program.plan import Counting

_NAME = Text(vi="ví dụ", en="made up")
_THING = Unit(id="thing", label=_NAME)
PHASES = (Phase.of_years(2021, 2025), Phase.of_years(2026, 2030))


def counted_by(*rules: Counting, name: str = "made-up") -> Indicator:
    """Return an indicator that counts by some rules."""
    return Indicator(id=name, unit=_THING, label=_NAME, counting=rules)


def plan(*indicators: Indicator) -> Program:
    """Return a plan of two phases with some indicators, and without targets."""
    return evolve(
        HANOI,
        id="made-up",
        indicators=indicators,
        questions=(),
        phases=PHASES,
        objectives=(),
        funding_sources=(),
        citations=(),
    )
