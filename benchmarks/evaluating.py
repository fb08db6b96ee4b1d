"""Measure an evaluation of Hanoi's plan, and what one target costs in a large plan.

    python benchmarks/evaluating.py

The yardstick of an evaluation is one plain function over a table of the ten targets. It knows the
plan by heart and explains as much: the range of each figure, the range that is accepted for sure
and the one that is accepted perhaps, the base of growth, the questions asked with their answers,
and a status. It gives the same under several readings and for every register here.
"""

import sys
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from fractions import Fraction
from itertools import product
from math import ceil, floor
from typing import Any, NamedTuple, TypeAlias

from rounds import Row, Work, paired, show, times

from nsc_program import HANOI, Period, Register, Support, Training, evaluate, tally
from nsc_program.figures import Figures
from nsc_program.plan import (
    AllOf,
    Answer,
    AtLeast,
    Choice,
    Citation,
    Counting,
    Document,
    Indicator,
    Phase,
    Program,
    Question,
    Reading,
    Target,
    Unit,
)
from nsc_program.records import Completeness
from nsc_program.values import Range, Text
from nsc_program.verdicts import Evaluation

Pair: TypeAlias = tuple[int | None, int | None]
Answers: TypeAlias = Mapping[str, Any]

FIRST, SECOND = "2021-2025", "2026-2030"
LAST_DAYS = {FIRST: date(2025, 12, 31), SECOND: date(2030, 12, 31)}
YEARS = {FIRST: Period.of_years(2021, 2025), SECOND: Period.of_years(2026, 2030)}
DAYS = (date(2024, 6, 30), date(2025, 12, 31), date(2030, 12, 31))
SUPPORTS = (0, 3, 1424, 1480, 2300)
READINGS = (
    Reading(),
    Reading(strict=False, may_exceed=False, plain_is_floor=False, tolerance=Fraction(1, 50)),
    Reading(planned_baseline=True, choices={"support-event": "start"}),
    Reading(planned_baseline=True, choices={"trained": "participations"}),
)

SUPPORTED = dict(
    zip(
        product(("completion", "start"), ("any", "city"), ("no", "yes")),
        (
            "supported",
            "supported/cooperatives",
            "supported/city",
            "supported/city/cooperatives",
            "supported/started",
            "supported/started/cooperatives",
            "supported/started/city",
            "supported/started/city/cooperatives",
        ),
        strict=True,
    )
)
SUPPORT = ("support-event", "support-level", "cooperatives")


class Line(NamedTuple):
    """A line of the table: a target with its words.

    Attributes:
        target: the id of the target.
        phase: the phase.
        questions: the questions about what is counted.
        counted: what is counted, by the answers.
        words: how the number is worded, or growth.
        number: the number.
        planned: what the earlier phase planned, for growth.
    """

    target: str
    phase: str
    questions: tuple[str, ...]
    counted: Mapping[tuple[Any, ...], str]
    words: str
    number: int
    planned: int = 0


TABLE = (
    Line(
        "2021-2025/trained",
        FIRST,
        ("trained",),
        {("persons",): "trained/persons", ("participations",): "trained/participations"},
        "over",
        2000,
    ),
    Line(
        "2021-2025/experts",
        FIRST,
        ("expert-standard",),
        {("trained",): "experts/trained", ("certified",): "experts/certified"},
        "at least",
        20,
    ),
    Line("2021-2025/supported", FIRST, SUPPORT, SUPPORTED, "about", 1500),
    Line(
        "2021-2025/models",
        FIRST,
        ("solutions", "national-models"),
        {
            ("recognised", "no"): "models/city",
            ("recognised", "yes"): "models/city/with-national",
            ("several", "no"): "models/city/several",
            ("several", "yes"): "models/city/several/with-national",
            ("all-four", "no"): "models/city/all-four",
            ("all-four", "yes"): "models/city/all-four/with-national",
        },
        "at least",
        15,
    ),
    Line("2021-2025/bodies", FIRST, (), {(): "bodies"}, "at least", 2),
    Line("2026-2030/trained", SECOND, (), {(): "trained/persons"}, "growth", 50, 2000),
    Line("2026-2030/experts", SECOND, (), {(): "experts/certified"}, "bare", 40),
    Line(
        "2026-2030/experts-international",
        SECOND,
        ("expert-levels",),
        {("either",): "experts/either-level", ("both",): "experts/both-levels"},
        "about",
        10,
    ),
    Line("2026-2030/supported", SECOND, SUPPORT, SUPPORTED, "growth", 50, 1500),
    Line(
        "2026-2030/models",
        SECOND,
        ("solutions",),
        {
            ("recognised",): "models/nation",
            ("several",): "models/nation/several",
            ("all-four",): "models/nation/all-four",
        },
        "at least",
        20,
    ),
)

Explained: TypeAlias = tuple[
    str, str, Pair, Pair | None, Pair | None, Pair | None, dict[str, Any], str
]


def by_hand(
    figures: Mapping[tuple[str, str], Pair], answers: Answers, as_of: date
) -> list[Explained]:
    """Decide the targets of Hanoi's plan in plain Python, and explain each decision."""
    results: list[Explained] = []
    for target, phase, questions, counted, words, number, planned in TABLE:
        asked = {question: answers[question] for question in questions}
        indicator = counted[tuple(asked.values())]
        possible = figures[indicator, phase]
        base: Pair | None = None
        sure: Pair | None
        perhaps: Pair | None
        if words == "growth":
            asked["planned_baseline"] = answers["planned_baseline"]
            base = figures[indicator, FIRST]
            if asked["planned_baseline"]:
                base = planned, planned
                if indicator == "trained/persons":
                    asked["trained"] = answers["trained"]
                    base = base if asked["trained"] == "persons" else None
            sure, perhaps = None, (0, None)
            low, high = base or (None, None)
            if low:
                perhaps = -(-low * (100 + number) // 100), None
                sure = None if high is None else (-(-high * (100 + number) // 100), None)
        else:
            if words == "over":
                asked["strict"] = answers["strict"]
                sure = (number + 1 if asked["strict"] else number), None
            elif words == "about":
                asked["tolerance"] = answers["tolerance"]
                asked["may_exceed"] = answers["may_exceed"]
                slack = number * asked["tolerance"]
                sure = ceil(number - slack), None if asked["may_exceed"] else floor(number + slack)
            elif words == "bare":
                asked["plain_is_floor"] = answers["plain_is_floor"]
                sure = number, (None if asked["plain_is_floor"] else number)
            else:
                sure = number, None
            perhaps = sure
        low, high = possible
        if (
            sure is not None
            and low is not None
            and low >= (sure[0] or 0)
            and (sure[1] is None or (high is not None and high <= sure[1]))
        ):
            status = "attained"
        elif (high is not None and high < (perhaps[0] or 0)) or (
            perhaps[1] is not None and low is not None and low > perhaps[1]
        ):
            status = "missed"
        else:
            status = "pending" if as_of < LAST_DAYS[phase] else "undecided"
        results.append((target, indicator, possible, sure, perhaps, base, asked, status))
    return results


def _pair(numbers: Range) -> Pair:
    low, high = (None if end is None else int(end) for end in (numbers.low, numbers.high))
    return low, high


def _explained(evaluation: Evaluation) -> list[Explained]:
    """Return what an evaluation says in the form of the plain function."""
    found: list[Explained] = []
    for verdict in evaluation.verdicts:
        (compared,) = verdict.comparisons
        numbers = (compared.possible, compared.sure, compared.perhaps, compared.baseline)
        possible, sure, perhaps, base = (each and _pair(each) for each in numbers)
        asked = {each.question: each.answer for each in verdict.asked}
        name, of = verdict.target.id, verdict.indicator.id
        found.append(
            (name, of, possible or (None, None), sure, perhaps, base, asked, verdict.status)
        )
    return found


def _pairs(figures: Figures) -> dict[tuple[str, str], Pair]:
    """Return figures as the plain function takes them: whole numbers as `int`."""
    names = {period: name for name, period in YEARS.items()}
    return {
        (figure.indicator, names[figure.period]): _pair(figure.range)
        for figure in figures.figures
        if figure.period in names
    }


def _answers(reading: Reading) -> Answers:
    wording = {
        name: getattr(reading, name)
        for name in ("tolerance", "may_exceed", "strict", "plain_is_floor", "planned_baseline")
    }
    own = {question.id: question.default for question in HANOI.questions}
    return {**own, **wording, **dict(reading.choices)}


def _register(supports: int, through: date) -> Register:
    """Return supports of each phase, and some trainings; all is claimed complete until a day."""
    records = [
        Support(
            id=f"s{year}-{number}",
            enterprise=f"SAMPLE-{number:04}",
            started_on=date(year, 1, 1),
            completed_on=date(year, 6, 30),
        )
        for year in (2024, 2027)
        for number in range(supports)
    ]
    trainings = [
        Training(id=f"t{number}", headcount=500, on=date(2023, 1, 1) + timedelta(number))
        for number in range(5)
    ]
    return Register.complete_through(through, [*records, *trainings])


def _check(every: list[Figures]) -> None:
    for figures, reading in product(every, READINGS):
        theirs = by_hand(_pairs(figures), _answers(reading), figures.as_of)
        if theirs != _explained(evaluate(HANOI, figures, reading)):
            sys.exit("the plain function says something else")


def _hanoi() -> Row:
    every = [
        tally(HANOI, _register(supports, day), as_of=day) for supports in SUPPORTS for day in DAYS
    ]
    _check(every)
    pairs = [(_pairs(figures), figures.as_of) for figures in every]
    answers = _answers(Reading())

    def ours() -> None:
        for figures in every:
            for verdict in evaluate(HANOI, figures).verdicts:
                _ = verdict.status  # it is found when it is first read

    def theirs() -> None:
        for figures, as_of in pairs:
            by_hand(figures, answers, as_of)

    ratio = paired(times(20, ours), times(20, theirs))
    return Row("evaluate Hanoi's plan", "plain Python that explains as much", ratio, 20)


UNIT = Unit(id="thing", label=Text(vi="thứ", en="thing"))
TITLE = Text(vi="một", en="a")
YES, NO = (Answer(value=value, label=TITLE) for value in ("yes", "no"))
PERIOD = Period.of_years(2021, 2025)
CITED = (Citation(document=Document(id="d", title=TITLE, place="p"), words="at least one"),)


def _plan(number: int) -> Program:
    """Return a plan of so many targets, each with a question and two indicators of its own.

    Every second indicator counts supports, and each target is part of the one before it.
    """
    rule = Counting(of=Support, each="enterprise", on=AllOf("completed_on"))
    questions = tuple(
        Question(id=f"q{place}", phrase=TITLE, answers=(YES, NO)) for place in range(number)
    )
    indicators = tuple(
        Indicator(id=f"i{place}", unit=UNIT, label=TITLE, counting=(rule,) if place % 2 else ())
        for place in range(2 * number)
    )
    targets = tuple(
        Target(
            id=f"x/{place}",
            title=TITLE,
            indicator=Choice(
                (f"q{place}",), ((("yes",), f"i{2 * place}"), (("no",), f"i{2 * place + 1}"))
            ),
            bound=AtLeast(1),
            citations=CITED,
            part_of=f"x/{place - 1}" if place else None,
        )
        for place in range(number)
    )
    return Program(
        id="p",
        edition="e",
        title=TITLE,
        issuer=TITLE,
        indicators=indicators,
        questions=questions,
        phases=(Phase(id="x", period=PERIOD, targets=targets),),
    )


def _works(number: int) -> dict[str, Work]:
    """Return what is done with a plan of so many targets, by name."""
    plan = _plan(number)
    day = PERIOD.end
    register = Register((), [Completeness(each.id, PERIOD) for each in plan.indicators])
    figures = tally(plan, register, as_of=day)
    fields = {
        name: getattr(plan, name)
        for name in ("id", "edition", "title", "issuer", "indicators", "questions", "phases")
    }
    return {
        "evaluate": lambda: evaluate(plan, figures),
        "tally": lambda: tally(plan, register, as_of=day),
        "making a plan": lambda: Program(**fields),
    }


def _of_many_targets() -> Iterator[Row]:
    many, few = _works(1000), _works(100)
    for name, work in many.items():
        ratio = paired(times(3, work), times(30, few[name]))
        yield Row(f"{name}, a target among 1,000", "a target among 100", ratio, 1.1)


def _rows() -> Iterator[Row]:
    yield _hanoi()
    yield from _of_many_targets()


if __name__ == "__main__":
    sys.exit(show(_rows()))
