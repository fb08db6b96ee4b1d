"""Plans of made-up indicators, which count by given rules."""

from collections.abc import Sequence

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


def plan_by(rules: Sequence[Counting], *, united: bool) -> Program:
    """Return a plan with an indicator for each rule, and with one that unites those of one thing.

    Rules that look at one field share their keys; several rules of one indicator unite them.
    """
    own = [counted_by(rule, name=f"made-up/{place}") for place, rule in enumerate(rules)]
    alike = [rule for rule in rules if rule.key.thing and rule.key.thing == rules[0].key.thing]
    both = [counted_by(*alike)] if united and alike else []
    return plan(*own, *both)
