"""If evidence contradicts itself, an unknown piece of it is wrong, and the truth stays possible."""

import os
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import NamedTuple, TypeAlias

import pytest
from attrs import evolve

from nsc_program import (
    HANOI,
    AtLeast,
    Completeness,
    EachYear,
    Fact,
    Figure,
    Growth,
    Period,
    Phase,
    Program,
    Range,
    Reached,
    Register,
    ReportedFigure,
    Target,
    tally,
)
from nsc_program.figures import Clash, WithEstimates

SEED, CASES = os.environ["NSC_ORACLE_SEED"], int(os.environ["NSC_ORACLE_CASES"])
YEARS = 4
FIRST, AS_OF = 2001, date(2006, 6, 30)
KINDS = {"trained/participations": "additive", "trained/persons": "distinct"}
_Happened: TypeAlias = tuple[str, date]


def plan(indicator: str) -> Program:
    """Return a plan with targets about every year, about several years, and about a baseline.

    The baseline is not a phase of the plan.
    """
    like = HANOI.targets[0]

    def target(name: str, basis: Reached | EachYear | Growth) -> Target:
        return Target(
            id=name,
            title=like.title,
            indicator=indicator,
            basis=basis,
            bound=AtLeast(1),
            citations=like.citations,
        )

    phases = (
        Phase(
            id="all",
            period=Period.of_years(FIRST, FIRST + YEARS - 1),
            targets=(
                target("all/years", EachYear()),
                target("all/growth", Growth(Period.of_years(FIRST + 1, FIRST + 2))),
            ),
        ),
        Phase(
            id="start",
            period=Period.of_years(FIRST, FIRST + 1),
            targets=(target("start/total", Reached()),),
        ),
        Phase(
            id="longer",
            period=Period.of_years(FIRST - 1, FIRST + YEARS),
            targets=(target("longer/x", Reached()),),
        ),
    )
    own = (HANOI.indicator(indicator),)
    return evolve(HANOI, indicators=own, phases=phases, questions=(), objectives=(), past=())


PLANS = {indicator: plan(indicator) for indicator in KINDS}


class Case(NamedTuple):
    """The truth, and a register in which exactly one piece of evidence is wrong.

    Attributes:
        wrong: The report that is wrong; `None` if the count is wrong.
    """

    indicator: str
    happened: list[_Happened]
    register: Register
    wrong: ReportedFigure | None

    def truth(self, period: Period) -> int:
        return len({key for key, day in self.happened if day in period})


class Drawing:
    """One case, drawn step by step."""

    def __init__(self, seed: str) -> None:
        self.random = Random(seed)  # noqa: S311  # not secret, and repeatable
        self.indicator = self.random.choice(list(KINDS))

    def day(self) -> date:
        return date(FIRST, 1, 1) + timedelta(days=self.random.randrange(365 * YEARS))

    def happened(self) -> list[_Happened]:
        """Draw things; distinct things may come again."""
        many = self.random.randrange(10)
        found = [(f"K{number}", self.day()) for number in range(many)]
        if KINDS[self.indicator] == "distinct":
            found += [(key, self.day()) for key, _ in found if self.random.random() < 0.5]
        return found

    def period(self) -> Period:
        """Draw a period, usually of whole years, otherwise of any days."""
        if self.random.random() < 0.75:
            first, last = sorted(self.random.choices(range(FIRST, FIRST + YEARS), k=2))
            return Period.of_years(first, last)
        start, end = sorted((self.day(), self.day()))
        return Period(None if self.random.random() < 0.2 else start, end)

    def counted(
        self, happened: list[_Happened], *, wrong: bool
    ) -> tuple[list[Fact], list[Completeness]]:
        """Draw facts and claims, either true or of another world."""
        world = self.happened() if wrong else happened
        claims = [
            Completeness(self.indicator, self.period()) for _ in range(self.random.randrange(3))
        ]
        held = [
            (key, day)
            for key, day in world
            if any(day in claim.period for claim in claims) or self.random.random() < 0.5
        ]
        return [Fact(self.indicator, key, day) for key, day in held], claims

    def report(self, number: int, happened: list[_Happened], *, wrong: bool) -> ReportedFigure:
        period = self.period()
        true = len({key for key, day in happened if day in period})
        value = self.random.randrange(14) if wrong else true
        less, more = (self.random.choice((0, 0, 0, 1, 3)) for _ in range(2))
        said = self.random.choice(
            (Range(max(0, value - less), value + more), Range(max(0, value - less), None))
        )
        estimate, again = self.random.random() < (0.5 if wrong else 0.1), self.random.random() < 0.1
        return ReportedFigure(
            id=f"r{number}",
            indicator=self.indicator,
            period=period,
            value=said,
            issued=AS_OF - timedelta(days=again),
            estimate=estimate,
        )

    def case(self) -> Case:
        happened = self.happened()
        many = self.random.randrange(1, 7)
        wrong = self.random.randrange(many + 1)
        reports = [self.report(number, happened, wrong=number == wrong) for number in range(many)]
        facts, claims = self.counted(happened, wrong=wrong == many)
        register = Register([*facts, *reports], claims)
        return Case(self.indicator, happened, register, reports[wrong] if wrong < many else None)


class Outcome(NamedTuple):
    """The library's figures for a case."""

    name: str
    case: Case
    figures: tuple[Figure, ...]

    @property
    def clashes(self) -> bool:
        return any(isinstance(note, Clash) for each in self.figures for note in each.notes)

    @property
    def clashes_with_estimates(self) -> bool:
        return any(isinstance(note, Clash) for each in self._estimated for note in each.notes)

    @property
    def _estimated(self) -> list[WithEstimates]:
        return [each.with_estimates for each in self.figures if each.with_estimates is not None]

    @property
    def without(self) -> list[Figure]:
        """Return the figures that exclude what truly happened."""
        return [each for each in self.figures if self.case.truth(each.period) not in each.range]

    @property
    def without_estimated(self) -> list[Figure]:
        """Return the figures with estimates that exclude what truly happened."""
        estimated = ((each, each.with_estimates or each) for each in self.figures)
        return [
            each for each, other in estimated if self.case.truth(each.period) not in other.range
        ]


def outcomes(seed: str, count: int) -> Iterator[Outcome]:
    for number in range(count):
        name = f"NSC_ORACLE_SEED={seed}, one false piece {number}"
        case = Drawing(f"{seed}/one false piece/{number}").case()
        yield Outcome(name, case, tally(PLANS[case.indicator], case.register, as_of=AS_OF).figures)


@pytest.fixture(scope="module")
def fixed() -> list[Outcome]:
    return list(outcomes("fixed", 1000))


class TestOneFalsePiece:
    """If one piece of evidence is wrong and a clash is noted, every figure allows the truth.

    The law is about the figures of the indicator. A piece is one report, or everything that was
    counted of the indicator. A clash with estimates is noted with them; if an estimate is wrong,
    every figure without estimates allows the truth.
    """

    def test_the_law_holds_in_fixed_cases(self, fixed: list[Outcome]) -> None:
        for each in fixed:
            _hold(each)

    def test_the_law_holds_in_new_cases(self) -> None:
        for each in outcomes(SEED, CASES):
            _hold(each)


def _hold(each: Outcome) -> None:
    wrong = each.case.wrong
    if each.clashes or (wrong is not None and wrong.estimated):
        assert [] == each.without, f"{each.name}: {each.case}"
    if each.clashes_with_estimates:
        assert [] == each.without_estimated, f"{each.name}: {each.case}"


class TestCoverage:
    """The fixed cases cover what the law is about."""

    @pytest.mark.parametrize("indicator", KINDS)
    @pytest.mark.parametrize("wrong", ["a report", "an estimate", "the count"])
    def test_clashes_of_each_kind_and_piece_occur(
        self, fixed: list[Outcome], indicator: str, wrong: str
    ) -> None:
        clashing = [each for each in fixed if each.clashes or each.clashes_with_estimates]
        assert 2 <= sum(
            each.case.indicator == indicator and _kind(each.case.wrong) == wrong
            for each in clashing
        )

    def test_the_false_piece_alone_would_exclude_the_truth(self, fixed: list[Outcome]) -> None:
        """Otherwise the law would be trivial."""
        reported = (each for each in fixed if each.clashes and each.case.wrong is not None)
        assert 50 <= sum(_is_false(each.case) for each in reported)


def _kind(wrong: ReportedFigure | None) -> str:
    return "the count" if wrong is None else "an estimate" if wrong.estimated else "a report"


def _is_false(case: Case) -> bool:
    return case.wrong is not None and case.truth(case.wrong.period) not in case.wrong.value
