"""The library's results for the oracle's cases, and what must hold of them."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from nsc_program import Figures, Range, Status, evaluate, tally
from oracle import sayable, worlds
from oracle_cases import BASES, FALLS, Drawing
from oracle_share_cases import OF_SHARES, DrawingShare
from oracle_shares import is_exact, least_ranges
from oracle_terms import Basis, Case, Days, Number, World, judged
from oracle_values import TARGET, indicator_of, period_of, program_of, reading_of, register_of


class Asked(NamedTuple):
    """What a target asks for: a basis, whether a fall if it compares a change, whether a share."""

    basis: Basis
    falling: bool = False
    share: bool = False

    @property
    def name(self) -> str:
        """The name of the cases, which are drawn by it."""
        name = f"falling {self.basis}" if self.falling else self.basis
        return f"{name} of a share" if self.share else name

    def case(self, seed: str) -> Case:
        """Draw a case; the same seed gives the same case."""
        drawing = DrawingShare if self.share else Drawing
        return drawing(seed, self.basis, falling=self.falling).case()


ASKED = (*map(Asked, BASES), *(Asked(basis, falling=True) for basis in FALLS))
SHARES = (
    *(Asked(basis, share=True) for basis in OF_SHARES),
    Asked("difference", falling=True, share=True),
)


class Outcome(NamedTuple):
    """The library's results for a case, and the worlds that the case leaves open."""

    name: str
    case: Case
    worlds: frozenset[World]
    figures: Figures
    status: Status

    @property
    def asked(self) -> Asked:
        """What the target of the case asks for."""
        return Asked(self.case.basis, self.case.falling, share=bool(self.case.shared))

    @property
    def outside(self) -> list[Days]:
        """The periods whose figure excludes the count of some world."""
        columns = zip(judged(self.case), zip(*self.worlds, strict=True), strict=True)
        return [days for days, values in columns if not _holds(range_of(self, days), values)]

    @property
    def too_wide(self) -> list[Days]:
        """The periods in which a share is known less exactly than it must be."""
        if not (self.case.shared and is_exact(self.case)):
            return []
        least = zip(judged(self.case), least_ranges(self.case), strict=True)
        return [days for days, ends in least if range_of(self, days) != Range(*ends)]


def _holds(possible: Range, values: Iterable[Number]) -> bool:
    """Return whether all values are possible."""
    return all(value in possible for value in set(values))


def outcomes(seed: str, asked: Asked, numbers: Iterable[int]) -> Iterator[Outcome]:
    """Yield the results for some cases; the seed and their number name each."""
    for number in numbers:
        case = asked.case(f"{seed}/{asked.name}/{number}")
        name = f"NSC_ORACLE_SEED={seed}, {asked.name} {number}"
        figures = figures_of(case)
        yield Outcome(name, case, worlds(case), figures, _status(case, figures))


def figures_of(case: Case) -> Figures:
    """Return the library's figures for a case."""
    return tally(program_of(case), register_of(case), as_of=case.as_of)


def status_of(case: Case) -> Status:
    """Return the library's status of the target of a case."""
    return _status(case, figures_of(case))


def _status(case: Case, figures: Figures) -> Status:
    return evaluate(program_of(case), figures, reading_of(case.answers))[TARGET].status


def range_of(each: Outcome, days: Days, figures: Figures | None = None) -> Range:
    """Return the library's range over some days, in its own figures or in others."""
    return (figures or each.figures).figure(indicator_of(each.case), period_of(days)).range


def hold(each: Outcome) -> None:
    """Require that the library is right about a case."""
    assert each.worlds, f"{each.name}: {each.case}"
    assert each.status in sayable(each.case, each.worlds), f"{each.name}: {each.case}"
    assert [] == each.outside, f"{each.name}: {each.case}"
    assert [] == each.too_wide, f"{each.name}: {each.case}"
