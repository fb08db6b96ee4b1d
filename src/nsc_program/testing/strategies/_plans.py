"""Strategies for plans, their phases and other parts, and for the readings of a plan.

A plan is built so that its parts always fit together.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import Any

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from nsc_program.catalog._indicators import INDICATORS
from nsc_program.catalog.hanoi import HANOI
from nsc_program.plan._bases import IN_PERCENT
from nsc_program.plan._bounds import Between
from nsc_program.plan._budget import BudgetItem
from nsc_program.plan._program import Program
from nsc_program.plan._questions import Answer, AnswerValue, Question
from nsc_program.plan._readings import Reading
from nsc_program.plan._targets import FundingSource, Objective, Phase, Target
from nsc_program.testing.strategies._fields import CACHED_PLANS, ONE_DAY
from nsc_program.testing.strategies._indicators import OWN, OWN_IDS, SOME_OF_THINGS
from nsc_program.testing.strategies._targets import targets_in
from nsc_program.testing.strategies._values import CITED, MADE_UP, MADE_UP_PLAN
from nsc_program.values._periods import Period
from nsc_program.values._ranges import Range

WHICH = Question(
    id="which",
    phrase=MADE_UP,
    answers=(
        Answer(value="all", label=MADE_UP, attested_by=("made-up",)),
        Answer(value="some", label=MADE_UP),
    ),
)


@lru_cache(maxsize=CACHED_PLANS)
def readings(program: Program = HANOI) -> SearchStrategy[Reading]:
    """Draw readings of a plan.

    Args:
        program: The plan, whose questions are answered or left out.

    Returns:
        A strategy for readings with every answer to each question. The tolerance is often 0, 1/20
        (the default) or 1/10, else a fraction between 0 and 1/10.
    """
    answers = {question.id: _answers_to(question) for question in program.questions}
    return st.builds(
        Reading,
        tolerance=_tolerances(),
        choices=st.fixed_dictionaries({}, optional=answers),
        **{name: st.booleans() for name in _YES_NO},
    )


_YES_NO = (
    "may_exceed",
    "strict",
    "plain_is_floor",
    "upper_binds",
    "planned_baseline",
    "each_year",
    "mean_from_year_before",
    "estimates_decide",
)
"""The fields of a reading that are answered with yes or no."""


def _answers_to(question: Question) -> SearchStrategy[str]:
    """Draw listed answers to a question."""
    return st.sampled_from([str(answer.value) for answer in question.answers])


def _tolerances() -> SearchStrategy[Fraction]:
    """Draw tolerances: those that people use, and any other."""
    usual = st.sampled_from([Fraction(1, 20), Fraction(0), Fraction(1, 10)])
    return usual | st.fractions(0, Fraction(1, 10), max_denominator=10**6)


_TWO = (Period.of_years(2021, 2022), Period.of_years(2023, 2024))
PLANNED = (
    (_TWO[0],),
    _TWO,
    (*_TWO, Period.of_years(2021, 2024)),  # phases may overlap
    (Period(date(2020, 2, 29), date(2023, 2, 27)), Period(date(2023, 2, 28), date(2023, 2, 28))),
    (
        Period(date(2021, 3, 15), date(2021, 8, 2)),
        Period(date(2022, 1, 1), date(2022, 12, 31)),
    ),  # a gap
)
"""The periods of the phases of a made-up plan.

There are one to three phases: of whole years or not, overlapping or apart, one of a single day.
"""


@st.composite
def _phases(draw: DrawFn) -> tuple[Phase, ...]:
    """Draw the phases of a plan."""
    periods = draw(st.sampled_from(PLANNED))
    phases = []
    for place, period in enumerate(periods):
        name = f"phase-{place}"
        targets = targets_in(draw, name, period, periods[:place])
        phases.append(Phase(id=name, period=period, targets=targets))
    return tuple(phases)


def phases() -> SearchStrategy[Phase]:
    """Draw single phases, with targets that fit into them.

    Returns:
        A strategy for phases with up to four targets.
    """
    return _phases().map(lambda drawn: drawn[0])


@st.composite
def objectives(
    draw: DrawFn, name: str = "aim", phases: tuple[str, ...] = ("2021-2025",)
) -> Objective:
    """Draw objectives, which are aims without a number.

    Args:
        draw: Hypothesis passes this.
        name: The id of the objective.
        phases: The ids of the phases that it may belong to; it may belong to the whole plan too.

    Returns:
        A strategy for objectives, with and without an indicator.
    """
    return Objective(
        id=name,
        title=MADE_UP,
        phase=draw(st.sampled_from((None, *phases))),
        indicator=draw(st.sampled_from((None, *OWN_IDS))),
        citations=(CITED,),
    )


def funding_source(name: str) -> FundingSource:
    """Return a funding source that a plan allows."""
    return FundingSource(id=name, label=MADE_UP, citations=(CITED,))


def funding_sources() -> SearchStrategy[FundingSource]:
    """Draw funding sources that a plan may allow.

    Returns:
        A strategy for funding sources.
    """
    return st.sampled_from(("budget", "enterprises")).map(funding_source)


@st.composite
def budget_items(
    draw: DrawFn,
    source: str = "budget",
    periods: tuple[Period, ...] = (Period.of_years(2021, 2021), Period.of_years(2021, 2025)),
) -> BudgetItem:
    """Draw amounts that a plan means to spend.

    Args:
        draw: Hypothesis passes this.
        source: The id of the source of the money.
        periods: The years and phases that the amount may be for.

    Returns:
        A strategy for items of a budget, some of them of 0 đồng.
    """
    return BudgetItem(
        source=source,
        period=draw(st.sampled_from(periods)),
        vnd=draw(st.sampled_from((0, 1, 3 * 10**8, 10**18))),
        citations=(CITED,),
    )


@st.composite
def _budgets(
    draw: DrawFn, sources: Iterable[str], phases: tuple[Phase, ...]
) -> tuple[BudgetItem, ...]:
    """Draw the budget of a plan: for each source some of the phases and of their first years."""
    of_phases = [phase.period for phase in phases]
    years = [Period.of_years(period.first.year, period.first.year) for period in of_phases]
    periods = st.lists(st.sampled_from([*dict.fromkeys((*of_phases, *years))]), unique=True)
    return tuple(
        draw(budget_items(source, (period,)))
        for source in sources
        for period in draw(st.just([]) | periods)
    )


def _some(*names: str) -> SearchStrategy[list[str]]:
    """Draw some of several names."""
    return st.lists(st.sampled_from(names), max_size=len(names), unique=True)


def _past(phases: tuple[Phase, ...], in_force_from: date | None) -> tuple[Phase, ...]:
    """Return the past phases that an edition keeps, with the targets of an earlier edition."""
    if in_force_from is None:
        return ()
    past = (phase for phase in phases if phase.period.end < in_force_from)
    return tuple(
        evolve(phase, targets=tuple(map(_with_other_number, phase.targets))) for phase in past
    )


def _with_other_number(target: Target) -> Target:
    """Double each number of a target, or halve it for a fall, which is not by more than all.

    Targets that can be fulfilled together still can be once all of them are changed so.
    """
    is_fall = isinstance(target.basis, IN_PERCENT) and target.basis.falling
    by = Fraction(1, 2) if is_fall else Fraction(2)
    match target.bound:
        case Between(low, high, about=about):
            return evolve(target, bound=Between(by * low, by * high, about=about), part_of=None)
        case bound:
            return evolve(target, bound=type(bound)(by * bound.number), part_of=None)


@st.composite
def programs(draw: DrawFn) -> Program:
    """Draw small plans whose parts fit together.

    Returns:
        A strategy for plans with every basis and wording, a question of their own, targets that are
        parts, and phases that overlap. Some name a territory, and some are amended editions with
        past phases.
    """
    phases = draw(_phases())
    in_force_from = draw(_days_in_force(phases))
    names = tuple(phase.id for phase in phases)
    sources = draw(_some("budget", "enterprises"))
    return Program(
        **_MADE_UP_PROGRAM,
        in_force_from=in_force_from,
        territory=draw(st.sampled_from((None, "VN-HN"))),
        phases=phases,
        past=_past(phases, in_force_from) if draw(st.booleans()) else (),
        objectives=tuple(draw(objectives(aim, names)) for aim in draw(_some("aim", "another-aim"))),
        funding_sources=tuple(map(funding_source, sources)),
        budget=draw(_budgets(sources, phases)),
    )


_MADE_UP_PROGRAM: Mapping[str, Any] = {
    "id": "made-up",
    "edition": "made-up",
    "title": MADE_UP,
    "issuer": MADE_UP,
    "indicators": (*OWN, SOME_OF_THINGS, *INDICATORS),
    "questions": (WHICH,),
    "citations": (evolve(CITED, document=MADE_UP_PLAN),),
}
"""The fields that every made-up plan has in common."""


def _days_in_force(phases: Iterable[Phase]) -> SearchStrategy[date | None]:
    """Draw the day on which an edition comes into force; `None` for at least two draws in five."""
    after_phases = (phase.period.end + ONE_DAY for phase in phases)
    return st.sampled_from((None, None, *after_phases))


_A_NUMBER: tuple[AnswerValue, ...] = (Fraction(1, 20),)
_ADMISSIBLE: tuple[tuple[AnswerValue, ...], ...] = (
    (True, False),
    ("all", "some"),
    ("only",),
    _A_NUMBER,
)
"""The values of the answers to a question."""


@st.composite
def questions(draw: DrawFn) -> Question:
    """Draw questions that a text leaves open.

    Returns:
        A strategy for questions answered with yes or no, with words, or with a number, which may
        lie anywhere in an interval.
    """
    answers = draw(st.sampled_from(_ADMISSIBLE))
    intervals = st.none() | st.just(Range(0, Fraction(1, 10)))
    return Question(
        id=draw(st.sampled_from(("which", "how"))),
        phrase=MADE_UP,
        answers=tuple(Answer(value=value, label=MADE_UP) for value in answers),
        interval=draw(intervals) if answers is _A_NUMBER else None,
        citations=draw(st.sampled_from(((), (CITED,)))),
    )
