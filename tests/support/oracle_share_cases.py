"""Small cases about a share for the oracle, drawn at random."""

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from itertools import count
from typing import NamedTuple

from oracle_cases import KINDS, Drawing, World
from oracle_terms import (
    HALF_A_YEAR,
    Basis,
    Case,
    Days,
    Kind,
    Known,
    Number,
    Said,
    Words,
    judged,
    years,
)
from oracle_worlds import told

OF_SHARES: tuple[Basis, ...] = ("reached", "each year", "during", "difference")
"""The bases that a share may have: growth in percent is not defined for it."""
COUNTED: tuple[Kind, ...] = tuple(kind for kind in KINDS if kind != "fraction")
STATES_OF_PART, STATES_OF_WHOLE = tuple(range(6)), tuple(range(11))
ONE = Words("at least", 1)


class Evidence(NamedTuple):
    """A number that a share is made of: the evidence on it, and the world that it is true of."""

    case: Case
    truth: World


class DrawingShare(Drawing):
    """Draw one case about a share: a target, and two numbers with evidence of their own."""

    def __init__(self, seed: str, basis: Basis, *, falling: bool = False) -> None:
        """Begin; the same seed gives the same case."""
        super().__init__(seed, basis, falling=falling, kinds=("share",))
        self.seed = seed
        self.by_reports = self.chance(30)

    def case(self) -> Case:
        """Draw a target, a day, and the evidence by then."""
        target = self.target()
        (part, of_part), (whole, of_whole) = self.parts(target)
        reports = tuple(self.reports_on(target, of_part, of_whole))
        return target._replace(shared=(part, whole), reports=reports)

    def parts(self, target: Case) -> tuple[Evidence, Evidence]:
        """Draw the evidence on both numbers, until the numerator is nowhere above the other."""
        periods = {*judged(target), *years(target.phase), target.phase}
        drawn = (self.two_numbers(target, f"{self.seed}/{attempt}") for attempt in count())
        return next(
            (part, whole)
            for part, whole in drawn
            if all(part.truth(days) <= whole.truth(days) for days in periods)
        )

    def two_numbers(self, target: Case, seed: str) -> tuple[Evidence, Evidence]:
        """Draw the evidence on the numerator and on the denominator, which may be too small."""
        part = DrawingPart(f"{seed}/numerator", self.basis).known(target, STATES_OF_PART)
        among = told(part.case)
        whole = DrawingWhole(f"{seed}/denominator", self.basis, among)
        return part, whole.known(target, STATES_OF_WHOLE)

    # The target.

    @property
    def lengths(self) -> Sequence[int]:
        """The numbers of years that a phase may have."""
        return (1, 2, 2) if self.basis == "each year" else (1, 2, 3)

    def numbers(self) -> tuple[int, int]:
        """Draw the number of a bound, in percent or percentage points, and a step from it."""
        numbers = (5, 10, 20, 25, 50) if self.changes else (25, 50, 60, 75, 80)
        return self.one(numbers), self.one((5, 10))

    # The reports about the share itself.

    def reports_on(self, target: Case, of_part: World, of_whole: World) -> Iterator[Said]:
        """Draw reports, mostly about judged periods, some about longer periods that end with them.

        A share of nothing can have any value.
        """
        for days in judged(target) if self.by_reports else ():
            about = self.one((days, days, _longer(days)))
            part, whole = of_part(about), of_whole(about)
            value = 100 * Fraction(part) / whole if whole else self.anything(target)
            yield from self.said(target, about, min(value, 100))

    def anything(self, case: Case) -> Number:
        return self.one((0, case.words.number, 100))

    def around(self, case: Case, value: Number) -> tuple[Number, Number]:  # noqa: ARG002  # the base needs it
        """Draw a share below and a share above another one."""
        less, more = self.one((0, 5, 20)), self.one((0, 5, 20))
        return max(value - less, 0), min(value + more, 100)


def _longer(days: Days) -> Days:
    """Return a longer period with the same end."""
    return Days(max(days.first, date.min + HALF_A_YEAR) - HALF_A_YEAR, days.last)


class DrawingPart(Drawing):
    """Draw the evidence on the numerator of a share."""

    def __init__(self, seed: str, basis: Basis) -> None:
        """Begin; the same seed gives the same evidence."""
        super().__init__(seed, basis, kinds=COUNTED)
        self.by_reports = self.chance(80 if self.kind == "state" else 25)

    def known(self, target: Case, states: tuple[int, ...]) -> Evidence:
        """Draw evidence on a number that the target is not about itself, and the truth about it."""
        domain = states if self.kind == "state" else ()
        own = target._replace(kind=self.kind, domain=domain, words=ONE, falling=False)
        return Evidence(*self.with_evidence(own))

    def with_rows(self, case: Case) -> Case:
        """Let rows be rejected in some of the cases only."""
        return super().with_rows(case) if self.of_rows.randrange(3) == 0 else case


class DrawingWhole(DrawingPart):
    """Draw the evidence on the denominator of a share; the things of the numerator are in it."""

    def __init__(self, seed: str, basis: Basis, among: Sequence[Known]) -> None:
        """Begin, with the facts of the numerator."""
        super().__init__(seed, basis)
        self.among = among

    def facts(self, case: Case) -> Iterator[Known]:
        for number, fact in enumerate(self.among):
            key = number if self.kind == "additive" else fact.key
            yield Known(f"part {key}", fact.on, fact.verified)
        yield from super().facts(case)

    def with_rows(self, case: Case) -> Case:
        """Leave the facts as they are: no row of the denominator is rejected."""
        return case
