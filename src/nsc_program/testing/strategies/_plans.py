"""Plans: what they ask for, and how it may be read. Every plan fits together by how it is built."""

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
from nsc_program.testing.strategies._fields import KEPT, ONE_DAY
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
"""What made-up plans are about, beside the library's own indicators: counts, a state and a share."""

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
    """The library's own indicators, and made-up ones: counts, states and shares."""
    return st.sampled_from((*OWN, *INDICATORS))


@st.composite
def bounds(draw: DrawFn, *, positive: bool = False, whole: bool = False) -> Bound:
    """Every wording, of numbers above zero or of any, of whole numbers or of halves too."""
    number = draw(st.integers(1, 60) if positive else st.integers(1, 60) | st.integers(-9, 60))
    scales = (1,) if whole else (1, 1, 2)
    scale, more, kind = draw(
        st.tuples(st.sampled_from(scales), st.integers(1, 30), st.integers(0, 7))
    )
    low = Fraction(number, scale)
    if kind > 5:  # noqa: PLR2004  # six wordings have one number, and one has two and may be rough
        return Between(low, low + more, about=kind == 7)  # noqa: PLR2004  # see above
    return (AtLeast, MoreThan, About, Plain, AtMost, LessThan)[kind](low)


def bases() -> SearchStrategy[Basis]:
    """Every basis: the total, growth over a phase before, each year, yearly growth."""
    return st.sampled_from((Reached(), Growth(HANOI.phases[0].period), EachYear(), YearlyGrowth()))


@lru_cache(maxsize=KEPT)
def readings(program: Program = HANOI) -> SearchStrategy[Reading]:
    """Every reading of a program: all its questions, the tolerance often at an end or the default."""
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
    yearly: list[Basis] = [EachYear()] if years else []
    return [
        Reached(),
        *yearly,
        *([YearlyGrowth()] if years > 1 else []),
        # From a baseline that ends with the phase, the growth of a state is that of one figure over itself.
        *(Growth(since) for since in (*earlier, before) if since.end != period.end),
    ]


def _about(known: Iterable[Indicator], basis: Basis) -> list[str | Choice]:
    """What a target on this basis can be about: growth is not of shares."""
    is_growth = isinstance(basis, (Growth, YearlyGrowth))
    return [
        ALL_OR_SOME,
        *(indicator.id for indicator in known if indicator.may_grow or not is_growth),
    ]


def _targets_in(
    draw: DrawFn, phase: str, period: Period, earlier: tuple[Period, ...]
) -> tuple[Target, ...]:
    """Up to four targets of a phase; a later one may be a part of the one before it."""
    targets: list[Target] = []
    for place in range(draw(st.integers(0, 4))):
        basis = draw(st.sampled_from(_bases_in(period, earlier)))
        about = draw(st.sampled_from(_about((*OWN, *INDICATORS), basis)))
        bound = draw(_bounds_for(basis, about))
        part, aspirational = draw(st.tuples(st.booleans(), st.sampled_from((False, False, True))))
        target = _beside(
            targets,
            period,
            Target(
                id=f"{phase}/{place}",
                title=MADE_UP,
                indicator=about,
                basis=basis,
                bound=bound,
                citations=(CITED,),
                aspirational=aspirational,
            ),
        )
        whole = targets[-1] if part and targets and _fits(target.bound, targets[-1].bound) else None
        targets.append(evolve(target, part_of=whole and whole.id))
    return tuple(targets)


_KNOWN = {indicator.id: indicator for indicator in (*OWN, *INDICATORS)}


def _beside(targets: Iterable[Target], period: Period, target: Target) -> Target:
    """A target as it can be fulfilled together with others: where it cannot, its number is the other kind of limit.

    A least number above all that the others allow is taken for a most one, and a most one below all that they ask for
    for a least one; so it is no narrower than they are.
    """
    phase = Phase(id="phase", period=period, targets=(*targets, target))
    return (
        evolve(target, bound=_turned(target.bound))
        if any(unfulfillable([((), phase)], _KNOWN))
        else target
    )


def _turned(bound: Bound) -> Bound:
    match bound:
        case AtMost(number) | LessThan(number):
            return AtLeast(number)
        case Between(low):
            return AtMost(low)
        case _:
            return AtMost(bound.number)


def _bounds_for(basis: Basis, about: str | Choice) -> SearchStrategy[Bound]:
    """Numbers that can be reached and missed: of whole things whole ones, and none below zero but of shares."""
    growth = isinstance(basis, (Growth, YearlyGrowth))
    return bounds(
        positive=growth or about != SHARE.id, whole=not growth and about not in (SHARE.id, MONEY.id)
    )


def _fits(part: Bound, whole: Bound) -> bool:
    """Whether a part asks for no more than its whole."""
    least, most = worded(part).low, worded(whole).high
    return least is not None and most is not None and least <= most


def targets() -> SearchStrategy[Target]:
    """Targets by themselves, of Hanoi's first phase."""
    period = HANOI.phases[0].period
    found = st.builds(
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
        found,
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
"""When the phases of a made-up plan are: one or more, of whole years and not, with a common day, apart, of one day."""


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
    """Phases by themselves, with targets that fit into them."""
    return _phases().map(lambda drawn: drawn[0])


@st.composite
def objectives(
    draw: DrawFn, name: str = "aim", phases: tuple[str, ...] = ("2021-2025",)
) -> Objective:
    """Aims without a number, of the whole programme or of a phase, some with an indicator."""
    return Objective(
        id=name,
        title=MADE_UP,
        phase=draw(st.sampled_from((None, *phases))),
        indicator=draw(st.sampled_from((None, *(indicator.id for indicator in OWN)))),
        citations=(CITED,),
    )


def funding_source(name: str) -> FundingSource:
    """A source of money that a plan allows."""
    return FundingSource(id=name, label=MADE_UP, citations=(CITED,))


def funding_sources() -> SearchStrategy[FundingSource]:
    """Sources of money that a plan may allow."""
    return st.sampled_from(("budget", "enterprises")).map(funding_source)


def _some(*names: str) -> SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(names), max_size=len(names), unique=True)


def _past(phases: tuple[Phase, ...], in_force_from: date | None) -> tuple[Phase, ...]:
    """What an edition keeps of the phases that were over before it."""
    if in_force_from is None:
        return ()
    over = (phase for phase in phases if phase.period.end < in_force_from)
    return tuple(
        evolve(phase, targets=tuple(_more(target) for target in phase.targets)) for phase in over
    )


def _more(target: Target) -> Target:
    """The same where each number of it was twice as large: what could be fulfilled together still can."""
    match target.bound:
        case Between(low, high, about=about):
            return evolve(target, bound=Between(2 * low, 2 * high, about=about), part_of=None)
        case bound:
            return evolve(target, bound=type(bound)(2 * bound.number), part_of=None)


@st.composite
def programs(draw: DrawFn) -> Program:
    """Small plans that fit together: every basis and wording, a question of their own, parts, phases that overlap."""
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
    """Questions that a text leaves open: of yes or no, of words, of a number in an interval."""
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
