"""Strategies for plans and their parts, and for the readings of a plan.

A plan is built so that its parts always fit together.
"""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from functools import lru_cache

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from nsc_program.catalog._indicators import INDICATORS, PERCENT_UNIT
from nsc_program.catalog.hanoi import HANOI
from nsc_program.plan._bounds import (
    About,
    AtLeast,
    AtMost,
    Basis,
    Between,
    Bound,
    EachYear,
    Growth,
    LessThan,
    MoreThan,
    Plain,
    Reached,
    YearlyGrowth,
    worded,
)
from nsc_program.plan._fulfilment import unfulfillable
from nsc_program.plan._program import Program
from nsc_program.plan._readings import Answer, AnswerValue, Question, Reading
from nsc_program.plan._targets import (
    Choice,
    FundingSource,
    Indicator,
    Objective,
    Phase,
    Target,
    Unit,
)
from nsc_program.testing.strategies._fields import CACHED_PLANS, ONE_DAY
from nsc_program.testing.strategies._values import CITED, MADE_UP, MADE_UP_PLAN
from nsc_program.values._periods import Period
from nsc_program.values._ranges import EVERYTHING, Range
from nsc_program.values._text import Text

THING = Unit(id="thing", label=MADE_UP)
BILLION = Unit(id="billion-vnd", label=Text(vi="tỷ đồng", en="billion đồng"), whole=False)
THINGS = Indicator(id="things", unit=THING, label=MADE_UP)
SOME_THINGS = Indicator(id="things/some", unit=THING, label=MADE_UP)
OCCASIONS = Indicator(
    id="occasions", unit=Unit(id="occasion", label=MADE_UP), label=MADE_UP, additive=True
)
MONEY = Indicator(id="money", unit=BILLION, label=MADE_UP, accumulates=False)
SHARE = Indicator(
    id="share", unit=PERCENT_UNIT, label=MADE_UP, accumulates=False, domain=EVERYTHING
)
OWN = (THINGS, SOME_THINGS, OCCASIONS, MONEY, SHARE)
"""The made-up indicators: three counts, a state and a share.

Made-up plans have the library's own indicators too.
"""

WHICH = Question(
    id="which",
    phrase=MADE_UP,
    answers=(
        Answer(value="all", label=MADE_UP, attested_by=("made-up",)),
        Answer(value="some", label=MADE_UP),
    ),
)
ALL_OR_SOME = Choice(("which",), ((("all",), THINGS.id), (("some",), SOME_THINGS.id)))


def indicators() -> SearchStrategy[Indicator]:
    """Draw the library's own indicators and made-up ones.

    Returns:
        A strategy for indicators: counts, states and shares.
    """
    return st.sampled_from((*OWN, *INDICATORS))


@st.composite
def bounds(draw: DrawFn, *, positive: bool = False, whole: bool = False) -> Bound:
    """Draw bounds of every wording.

    Args:
        draw: Hypothesis passes this.
        positive: Whether the numbers are above zero; otherwise some are negative or zero.
        whole: Whether the numbers are whole; otherwise some are halves.

    Returns:
        A strategy for bounds.
    """
    number = draw(st.integers(1, 60) if positive else st.integers(1, 60) | st.integers(-9, 60))
    scales = (1,) if whole else (1, 1, 2)
    scale, more, kind = draw(
        st.tuples(st.sampled_from(scales), st.integers(1, 30), st.integers(0, 7))
    )
    low = Fraction(number, scale)
    with_one_number = (AtLeast, MoreThan, About, Plain, AtMost, LessThan)
    if kind < len(with_one_number):
        return with_one_number[kind](low)
    return Between(low, low + more, about=kind > len(with_one_number))


def bases() -> SearchStrategy[Basis]:
    """Draw bases of targets.

    Returns:
        A strategy for the total, growth over an earlier phase, each year, and yearly growth.
    """
    return st.sampled_from((Reached(), Growth(HANOI.phases[0].period), EachYear(), YearlyGrowth()))


@lru_cache(maxsize=CACHED_PLANS)
def readings(program: Program = HANOI) -> SearchStrategy[Reading]:
    """Draw readings of a plan.

    Args:
        program: The plan, whose questions are answered or left out.

    Returns:
        A strategy for readings with every answer to each question. The tolerance is often 0, 1/20
        (the default) or 1/10, else a fraction between 0 and 1/10.
    """
    answers = {
        question.id: st.sampled_from([str(answer.value) for answer in question.answers])
        for question in program.questions
    }
    tolerances = st.sampled_from([Fraction(1, 20), Fraction(0), Fraction(1, 10)])
    yes_no = (
        "may_exceed",
        "strict",
        "plain_is_floor",
        "upper_binds",
        "planned_baseline",
        "each_year",
        "estimates_decide",
    )
    return st.builds(
        Reading,
        tolerance=tolerances | st.fractions(0, Fraction(1, 10), max_denominator=10**6),
        choices=st.fixed_dictionaries({}, optional=answers),
        **{name: st.booleans() for name in yes_no},
    )


# --- targets ---


def _bases_in(period: Period, earlier: Iterable[Period]) -> list[Basis]:
    before = (
        Period(date(2015, 1, 1), period.first - ONE_DAY)
        if period.first > date(2015, 1, 1)
        else period
    )
    years = len(period.years)
    each_year: list[Basis] = [EachYear()] if years else []
    yearly_growth: list[Basis] = [YearlyGrowth()] if years > 1 else []
    return [
        Reached(),
        *each_year,
        *yearly_growth,
        # If the baseline ended with the phase, a state would be compared with itself.
        *(Growth(baseline) for baseline in (*earlier, before) if baseline.end != period.end),
    ]


def _about(indicators: Iterable[Indicator], basis: Basis) -> list[str | Choice]:
    """Return the indicators that a target on this basis can be about; a share cannot grow."""
    is_growth = isinstance(basis, (Growth, YearlyGrowth))
    return [
        ALL_OR_SOME,
        *(indicator.id for indicator in indicators if indicator.may_grow or not is_growth),
    ]


def _targets_in(
    draw: DrawFn, phase: str, period: Period, earlier: tuple[Period, ...]
) -> tuple[Target, ...]:
    """Draw up to four targets of a phase; a target may be part of the target before it."""
    targets: list[Target] = []
    for place in range(draw(st.integers(0, 4))):
        basis = draw(st.sampled_from(_bases_in(period, earlier)))
        about = draw(st.sampled_from(_about((*OWN, *INDICATORS), basis)))
        bound = draw(_bounds_for(basis, about))
        part, aspirational = draw(st.tuples(st.booleans(), st.sampled_from((False, False, True))))
        target = Target(
            id=f"{phase}/{place}",
            title=MADE_UP,
            indicator=about,
            basis=basis,
            bound=bound,
            citations=(CITED,),
            aspirational=aspirational,
        )
        target = _fulfillable_with(targets, period, target)
        whole = targets[-1] if targets else None
        if part and whole and _fits(target.bound, whole.bound):
            target = evolve(target, part_of=whole.id)
        targets.append(target)
    return tuple(targets)


_BY_ID = {indicator.id: indicator for indicator in (*OWN, *INDICATORS)}


def _fulfillable_with(targets: Iterable[Target], period: Period, target: Target) -> Target:
    """Return the target, with its limit reversed if it contradicts the other targets.

    A lower limit above everything that the other targets allow becomes an upper limit, and an
    upper limit below everything that they ask for becomes a lower limit. The target is then not
    narrower than they are.
    """
    phase = Phase(id="phase", period=period, targets=(*targets, target))
    if any(unfulfillable([((), phase)], _BY_ID)):
        return evolve(target, bound=_reversed(target.bound))
    return target


def _reversed(bound: Bound) -> Bound:
    match bound:
        case AtMost(number) | LessThan(number):
            return AtLeast(number)
        case Between(low):
            return AtMost(low)
        case _:
            return AtMost(bound.number)


def _bounds_for(basis: Basis, about: str | Choice) -> SearchStrategy[Bound]:
    """Draw bounds that can be attained and missed.

    The numbers are whole if the things are, and only a share has numbers below zero.
    """
    growth = isinstance(basis, (Growth, YearlyGrowth))
    whole = not growth and about not in (SHARE.id, MONEY.id)
    return bounds(positive=growth or about != SHARE.id, whole=whole)


def _fits(part: Bound, whole: Bound) -> bool:
    """Tell whether a part asks for at most as much as its whole."""
    least, most = worded(part).low, worded(whole).high
    return least is not None and most is not None and least <= most


def targets() -> SearchStrategy[Target]:
    """Draw single targets of Hanoi's first phase.

    Returns:
        A strategy for targets on every basis, some part of a target, some aspirational.
    """
    period = HANOI.phases[0].period
    totals = st.builds(
        Target,
        id=st.just("2021-2025/made-up"),
        title=st.just(MADE_UP),
        indicator=st.sampled_from([ALL_OR_SOME, *(indicator.id for indicator in OWN)]),
        bound=bounds(),
        citations=st.just((CITED,)),
        part_of=st.none() | st.just("2021-2025/whole"),
        aspirational=st.booleans(),
    )
    return st.builds(
        lambda target, basis: evolve(target, basis=basis),
        totals,
        st.sampled_from(_bases_in(period, ())),
    )


# --- phases and programs ---

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
    periods = draw(st.sampled_from(PLANNED))
    return tuple(
        Phase(
            id=f"phase-{place}",
            period=period,
            targets=_targets_in(draw, f"phase-{place}", period, periods[:place]),
        )
        for place, period in enumerate(periods)
    )


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
        indicator=draw(st.sampled_from((None, *(indicator.id for indicator in OWN)))),
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


def _some(*names: str) -> SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(names), max_size=len(names), unique=True)


def _past(phases: tuple[Phase, ...], in_force_from: date | None) -> tuple[Phase, ...]:
    """Return the past phases that an edition keeps, with the targets of an earlier edition."""
    if in_force_from is None:
        return ()
    past = (phase for phase in phases if phase.period.end < in_force_from)
    return tuple(evolve(phase, targets=tuple(map(_doubled, phase.targets))) for phase in past)


def _doubled(target: Target) -> Target:
    """Double each number of a target.

    Targets that can be fulfilled together still can be once all of them are doubled.
    """
    match target.bound:
        case Between(low, high, about=about):
            return evolve(target, bound=Between(2 * low, 2 * high, about=about), part_of=None)
        case bound:
            return evolve(target, bound=type(bound)(2 * bound.number), part_of=None)


@st.composite
def programs(draw: DrawFn) -> Program:
    """Draw small plans whose parts fit together.

    Returns:
        A strategy for plans with every basis and wording, a question of their own, targets that are
        parts, and phases that overlap. Some are amended editions with past phases.
    """
    phases = draw(_phases())
    editions = st.sampled_from((None, None, *(phase.period.end + ONE_DAY for phase in phases)))
    in_force_from = draw(editions)
    names = tuple(phase.id for phase in phases)
    return Program(
        id="made-up",
        edition="made-up",
        in_force_from=in_force_from,
        title=MADE_UP,
        issuer=MADE_UP,
        indicators=(*OWN, *INDICATORS),
        questions=(WHICH,),
        phases=phases,
        past=_past(phases, in_force_from) if draw(st.booleans()) else (),
        objectives=tuple(draw(objectives(aim, names)) for aim in draw(_some("aim", "another-aim"))),
        funding_sources=tuple(map(funding_source, draw(_some("budget", "enterprises")))),
        citations=(evolve(CITED, document=MADE_UP_PLAN),),
    )


@st.composite
def questions(draw: DrawFn) -> Question:
    """Draw questions that a text leaves open.

    Returns:
        A strategy for questions answered with yes or no, with words, or with a number, which may
        lie anywhere in an interval.
    """
    admissible: list[tuple[AnswerValue, ...]] = [
        (True, False),
        ("all", "some"),
        ("only",),
        (Fraction(1, 20),),
    ]
    answers = draw(st.sampled_from(admissible))
    is_number = type(answers[0]) is Fraction
    return Question(
        id=draw(st.sampled_from(("which", "how"))),
        phrase=MADE_UP,
        answers=tuple(Answer(value=value, label=MADE_UP) for value in answers),
        interval=draw(st.none() | st.just(Range(0, Fraction(1, 10)))) if is_number else None,
        citations=draw(st.sampled_from(((), (CITED,)))),
    )
