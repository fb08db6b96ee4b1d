"""The terms of the oracle: a small case, in plain values, and the periods that it is about.

It is plain Python, on purpose without a line of the library: the library's verdicts are checked
against it. A case states in plain values what one target asks for and what the evidence is. A
*world* is everything that truly happened. The judge sees only the count or value of each judged
period, so worlds in which these agree are listed once.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import Literal, NamedTuple, TypeAlias

Number: TypeAlias = int | Fraction
World: TypeAlias = tuple[Number, ...]
"""The count or value of each judged period, in their order."""
Truth: TypeAlias = bool | None
"""Whether the target is fulfilled; `None` if that has no meaning, as growth from zero has not."""
Kind: TypeAlias = Literal["distinct", "additive", "state", "fraction", "share"]
Basis: TypeAlias = Literal[
    "reached", "growth", "each year", "yearly growth", "during", "difference", "mean growth"
]
Word: TypeAlias = Literal[
    "at least", "more than", "about", "between", "plain", "at most", "less than"
]

DAY = timedelta(days=1)
HALF_A_YEAR = timedelta(days=182)
MORE = 4
"""In every place that allows it, some worlds have this many things that no fact mentions."""
PARTS = ("north", "south")
"""The parts of everything that is counted: each thing is in exactly one of them."""


class Days(NamedTuple):
    """A period, both days included; `date.min` is the beginning."""

    first: date
    last: date


class Words(NamedTuple):
    """The bound: a number, or two for "between"; a percentage if the basis is growth.

    If the target asks for a fall, it says how far the number falls.
    """

    word: Word
    number: int
    high: int = 0
    about: bool = False


class Answers(NamedTuple):
    """The answers that a reading gives."""

    tolerance: Fraction
    may_exceed: bool
    strict: bool
    plain_is_floor: bool
    upper_binds: bool
    each_year: bool
    mean_from_year_before: bool = True


class Known(NamedTuple):
    """A fact: this key was seen on this day.

    If a record is named, a version of that record says so, which was entered on the given day.
    """

    key: str
    on: date
    verified: bool
    record: str = ""
    entered: date = date.min


class Row(NamedTuple):
    """A rejected row, of a version of a record.

    It stands for at most a given number of things, which happened on any day.
    """

    record: str
    entered: date
    things: int = 1


class Said(NamedTuple):
    """A report: over these days the count was at least `low`, and at most `high` if given.

    It is about all of what is counted, or about one of its two parts (`PARTS`).
    """

    days: Days
    low: Number
    high: Number | None
    issued: date
    verified: bool
    part: str = ""
    issuer: str = ""


class Claim(NamedTuple):
    """A claim, on the day it was made: on these days nothing happened beyond what the facts say."""

    days: Days
    made: date


class Case(NamedTuple):
    """One target, and all the evidence about what it counts.

    Attributes:
        kind: Different things, which may come again; occasions, each counted; a state, in whole
            numbers or in fractions; or a share, in percent, of one number in another.
        domain: The values that a state can have.
        since: The period that growth or a difference is measured from. If it has no first day, it
            stands for the close of its last day.
        since_is_phase: Whether that period is a phase of the plan too.
        falling: Whether the number is asked to fall, not to grow.
        part: The part of the phase that "during" is about.
        shared: The numerator and the denominator of a share: the same target, with the evidence on
            each of them.
    """

    kind: Kind
    domain: tuple[Number, ...]
    phase: Days
    basis: Basis
    since: Days | None
    since_is_phase: bool
    words: Words
    answers: Answers
    as_of: date
    facts: tuple[Known, ...] = ()
    claims: tuple[Claim, ...] = ()
    reports: tuple[Said, ...] = ()
    rows: tuple[Row, ...] = ()
    falling: bool = False
    part: Days | None = None
    shared: "tuple[Case, ...]" = ()


# The periods that a bound is about.


def years(phase: Days) -> tuple[Days, ...]:
    """Return the years of a phase, each from one anniversary of its start to the next."""
    count = (phase.last + DAY).year - phase.first.year
    starts = [phase.first.replace(year=phase.first.year + number) for number in range(count + 1)]
    return tuple(Days(start, following - DAY) for start, following in pairwise(starts))


def judged(case: Case) -> tuple[Days, ...]:
    """Return the periods that the bound is about; the baseline stands before the changed period."""
    if case.basis in ("each year", "yearly growth"):
        return years(case.phase)
    if case.basis == "mean growth":
        return (_mean_since(case), years(case.phase)[-1])
    if case.since is None:
        return (case.part or case.phase,)
    is_close = case.since.first == date.min and not case.domain
    return (case.since, Days(date.min, case.phase.last) if is_close else case.phase)


def are_apart(case: Case) -> bool:
    """Say whether the judged periods do not share a day."""
    return all(before.last < after.first for before, after in pairwise(sorted(judged(case))))


def _mean_since(case: Case) -> Days:
    """Return the year that mean growth starts from: the one before the phase, or its first."""
    first = case.phase.first
    if case.answers.mean_from_year_before:
        return Days(first.replace(year=first.year - 1), first - DAY)
    return years(case.phase)[0]


def repeats(case: Case) -> int:
    """Return how many times growth is repeated from the first judged period to the last."""
    if case.basis != "mean growth":
        return len(judged(case)) - 1
    return len(years(case.phase)) - (not case.answers.mean_from_year_before)


def near(days: Days) -> Days:
    """Return a period, or only its last two years if it has no first day."""
    return Days(max(days.first, days.last - 4 * HALF_A_YEAR), days.last)


def later(day: date, count: int) -> date:
    """Return the same day some years later."""
    return day.replace(year=day.year + count)


def halves(each: Sequence[Days]) -> list[Days]:
    """Return the halves of some years."""
    turns = [year.first + HALF_A_YEAR for year in each]
    parts = [
        (Days(year.first, turn), Days(turn + DAY, year.last))
        for year, turn in zip(each, turns, strict=True)
    ]
    return [half for halves in parts for half in halves]
