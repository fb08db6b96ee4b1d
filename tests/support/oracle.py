"""All the worlds that the evidence of a small case leaves open, and whether they fulfil the target.

It is plain Python, on purpose without a line of the library: the library's verdicts are checked
against it. A case states in plain values what one target asks for and what the evidence is. A
*world* is everything that truly happened. The judge sees only the count or value of each judged
period, so worlds in which these agree are listed once.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise, product
from math import floor
from operator import add, le
from typing import Literal, NamedTuple, TypeAlias

Number: TypeAlias = int | Fraction
World: TypeAlias = tuple[Number, ...]
"""The count or value of each judged period, in their order."""
Truth: TypeAlias = bool | None
"""Whether the target is fulfilled; `None` if that has no meaning, as growth from zero has not."""
Kind: TypeAlias = Literal["distinct", "additive", "state", "share"]
Basis: TypeAlias = Literal[
    "reached", "growth", "each year", "yearly growth", "during", "difference", "mean growth"
]
Word: TypeAlias = Literal[
    "at least", "more than", "about", "between", "plain", "at most", "less than"
]
_Hits: TypeAlias = tuple[int, ...]

DAY = timedelta(days=1)
MORE = 4
"""In every place that allows it, some worlds have this many things that no fact mentions."""


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
    """A report: over these days the count was at least `low`, and at most `high` if given."""

    days: Days
    low: Number
    high: Number | None
    issued: date
    verified: bool


class Claim(NamedTuple):
    """A claim, on the day it was made: on these days nothing happened beyond what the facts say."""

    days: Days
    made: date


class Case(NamedTuple):
    """One target, and all the evidence about what it counts.

    Attributes:
        kind: Different things, which may come again; occasions, each counted; or a state,
            in whole numbers or in fractions.
        domain: The values that a state can have.
        since: The period that growth or a difference is measured from. If it has no first day, it
            stands for the close of its last day.
        since_is_phase: Whether that period is a phase of the plan too.
        falling: Whether the number is asked to fall, not to grow.
        part: The part of the phase that "during" is about.
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


def _mean_since(case: Case) -> Days:
    """Return the year that mean growth starts from: the one before the phase, or its first."""
    first = case.phase.first
    if case.answers.mean_from_year_before:
        return Days(first.replace(year=first.year - 1), first - DAY)
    return years(case.phase)[0]


def _repeats(case: Case) -> int:
    """Return how many times growth is repeated from the first judged period to the last."""
    if case.basis != "mean growth":
        return len(judged(case)) - 1
    return len(years(case.phase)) - (not case.answers.mean_from_year_before)


# The judge.


def judge(case: Case, world: World) -> Truth:
    """Say whether a world fulfils the target, in everything that the target asks for."""
    bound = case.words, case.answers
    if case.basis in ("reached", "each year", "during"):
        parts = [_reached(*bound, value) for value in world]
    elif case.basis == "difference":
        parts = [_reached(*bound, _apart(case.falling, *world))]
    elif case.basis == "yearly growth" and case.answers.each_year:
        each = _Growing(case.falling, 1)
        parts = [_grown(*bound, each, baseline, now) for baseline, now in pairwise(world)]
    else:
        grows = _Growing(case.falling, _repeats(case))
        parts = [_grown(*bound, grows, world[0], world[-1])]
    return False if False in parts else None if None in parts else True


def _apart(falling: bool, baseline: Number, now: Number) -> Number:
    return baseline - now if falling else now - baseline


class _Growing(NamedTuple):
    """How a number grows: whether downward, and how many times over."""

    falling: bool
    times: int


# Many worlds share a year, and many cases share their bounds.
@lru_cache(10_000)
def _reached(words: Words, answers: Answers, value: Number) -> Truth:
    return fulfilled(words, answers, lambda asked: value - asked)


@lru_cache(100_000)
def _grown(
    words: Words, answers: Answers, growing: _Growing, baseline: Number, now: Number
) -> Truth:
    """Say whether a value has grown or fallen by the percentage, applied `times` times.

    Nothing falls below zero, so a fall of more than 100 % leads to zero.
    """
    falling, times = growing
    if baseline == 0:
        return None

    def over(percent: Number) -> Number:
        share = Fraction(percent) / 100
        asked = baseline * max(Fraction(0), 1 - share if falling else 1 + share) ** times
        return asked - now if falling else now - asked

    return fulfilled(words, answers, over)


def fulfilled(words: Words, answers: Answers, over: Callable[[Number], Number]) -> bool:
    """Say whether a value meets the bound; `over` gives how much it exceeds a number."""
    word, number, high, about = words
    slack = answers.tolerance if about or word == "about" else 0
    match word:
        case "at least":
            return over(number) >= 0
        case "more than":
            return over(number) > 0 or (over(number) == 0 and not answers.strict)
        case "about":
            return over(number * (1 - slack)) >= 0 and (
                answers.may_exceed or over(number * (1 + slack)) <= 0
            )
        case "between":
            return over(number * (1 - slack)) >= 0 and (
                not answers.upper_binds or over(high * (1 + slack)) <= 0
            )
        case "plain":
            return over(number) == 0 or (over(number) > 0 and answers.plain_is_floor)
        case "at most":
            return over(number) <= 0
        case _:  # "less than", the only kind left
            return over(number) < 0


# The evidence.


def is_open(case: Case, day: date) -> bool:
    """Say whether more may have happened, or may still happen, on a day than the facts say."""
    return day > case.as_of or not any(
        claim.days.first <= day <= min(claim.days.last, claim.made) for claim in case.claims
    )


def rejected(case: Case) -> dict[str, Row]:
    """Return the newest rejected row of each record, unless a version entered later settles it."""
    newest = {
        row.record: row for row in sorted(case.rows, key=lambda row: (row.entered, row.things))
    }
    return {
        record: row
        for record, row in newest.items()
        if not any(fact.record == record and fact.entered > row.entered for fact in case.facts)
    }


def told(case: Case) -> list[Known]:
    """Return the facts in force: the latest version of each record.

    A fact is not verified if a later version of its record was rejected.
    """
    facts = sorted(case.facts, key=lambda fact: fact.entered)
    latest = {fact.record or number: fact for number, fact in enumerate(facts)}
    doubted = rejected(case)
    return [
        fact._replace(verified=fact.verified and fact.record not in doubted)
        for fact in latest.values()
    ]


def binding(case: Case) -> list[Said]:
    """Return the reports that are true.

    They are verified, about days that are over, and not replaced by a later report on the same
    subject.
    """
    verified = [
        report for report in case.reports if report.verified and report.days.last <= case.as_of
    ]
    latest: dict[Days | date, date] = {}
    for report in verified:
        latest[_subject(case, report)] = max(
            report.issued, latest.get(_subject(case, report), report.issued)
        )
    return [report for report in verified if report.issued == latest[_subject(case, report)]]


def _subject(case: Case, report: Said) -> Days | date:
    return report.days if case.domain == () else report.days.last


def agrees(report: Said, value: Number) -> bool:
    """Say whether a report is true of a world."""
    return report.low <= value and (report.high is None or value <= report.high)


# The worlds.


def worlds(case: Case) -> frozenset[World]:
    """Yield every world that the evidence leaves open, with counts as far up as `_most` says."""
    return frozenset(_states(case) if case.domain else _counts(case))


def _states(case: Case) -> Iterator[World]:
    """Yield the values for the days that are looked at.

    A day can have any value unless a report says otherwise: days do not depend on each other.
    """
    reports, ends = binding(case), [days.last for days in judged(case)]
    days = list(dict.fromkeys(ends))
    choices = [
        [
            value
            for value in case.domain
            if all(agrees(each, value) for each in reports if each.days.last == day)
        ]
        for day in days
    ]
    for values in product(*choices):
        yield tuple(values[days.index(end)] for end in ends)


def _most(case: Case, days: Days) -> int:
    """Return the largest count of a judged period in the listed worlds.

    Where the law is exact, worlds with larger counts do not matter: all larger counts are judged
    alike. They are above the bound, or above the growth that the bound asks for over the largest
    baseline that is listed. So take a world with a larger count, and remove from that period a
    thing that the facts do not mention there. Facts and claims stay true, that count falls by one,
    and no other judged count falls: years are disjoint, and so are a phase and its baseline, or the
    baseline is certain and holds no such thing. Repeating this leads down to the count listed here,
    and the verdict stays the same.

    A difference is exact on every baseline of a disjoint phase. There, take a thing from both
    periods while both have more than the facts say; that leaves the difference alone. Then only one
    count is larger than the facts say, and the difference is beyond the bound.

    With reports, or with other bases, less is required: a verdict must hold in each listed world,
    and a world that is not listed is only one check less.
    """
    highest = max(case.words.number, case.words.high) * Fraction(11, 10)  # largest tolerance
    known = len(case.facts) + MORE + _things(case)
    changes = case.basis in ("growth", "difference", "mean growth")
    is_last = changes and days == judged(case)[-1]
    match case.basis:
        case "reached" | "each year" | "during":
            return max(floor(highest) + 1, known)
        case "difference":
            return known + (floor(highest) + 1) * (2 if is_last else 1)
        case "growth" | "mean growth" if is_last:
            return floor(known * (1 if case.falling else 1 + highest / 100) ** _repeats(case)) + 1
        case _:
            return known


def _things(case: Case) -> int:
    return sum(row.things for row in rejected(case).values())


class _Column(NamedTuple):
    """Counts of one period, or of the rejected rows: from `low` to `most`, at most up to `stop`."""

    days: Days | None
    low: Number
    most: Number
    stop: Number


def _column(case: Case, days: Days) -> _Column:
    about = [report for report in binding(case) if report.days == days]
    low = max((report.low for report in about), default=0)
    highs = [report.high for report in about if report.high is not None]
    if days in judged(case):
        highs.append(_most(case, days))
    # If only reports look at it, and all say "this or more", counting this far is enough.
    most = min(highs, default=low)
    return _Column(days, low, most, most + bool(highs))


def _counts(case: Case) -> Iterator[World]:
    """Sum what each key may add to each period, and keep the sums that agree with the reports."""
    about = judged(case)
    columns = [
        _column(case, days)
        for days in dict.fromkeys([*about, *(report.days for report in binding(case))])
    ]
    periods = [column.days for column in columns if column.days]
    known, new = _keys(case, periods)
    columns.append(_Column(None, 0, _things(case), _things(case) + 1))
    sums: set[World] = {(0,) * len(columns)}
    for choices in known:
        sums = set().union(*(_added(columns, sums, hits) for hits in choices))
    for hits in new:
        latest = sums
        while latest:
            latest = _added(columns, latest, hits) - sums
            sums |= latest
    places = [periods.index(days) for days in about]
    for total in sums:
        if all(column.low <= value for column, value in zip(columns, total, strict=True)):
            yield tuple(total[place] for place in places)


def _added(columns: list[_Column], sums: set[World], hits: _Hits) -> set[World]:
    """Add one thing to each sum, in the periods in which it counts."""
    _, _, most, stop = zip(*columns, strict=True)
    more = {tuple(map(min, map(add, total, hits), stop)) for total in sums}
    return {total for total in more if all(map(le, total, most))}


def _keys(case: Case, periods: list[Days]) -> tuple[list[set[_Hits]], set[_Hits]]:
    """Return where each key of the facts may count, and where an unknown key may.

    Each is given period by period; the last number is the number of rejected rows that it takes.
    """

    def hits(day: date) -> _Hits:
        return (*(int(days.first <= day <= days.last) for days in periods), 0)

    nothing = (0,) * (len(periods) + 1)
    anywhere = {day: hits(day) for day in turns(case, periods)}
    more = {anywhere[day] for day in anywhere if is_open(case, day)} - {nothing}
    rows: set[_Hits] = {(*each[:-1], 1) for each in anywhere.values() if each != nothing}
    seen = [fact for fact in told(case) if fact.on <= case.as_of]
    again, again_by_rows = (more, rows) if case.kind == "distinct" else (set(), set())
    known = []
    for key in sorted({fact.key for fact in seen}):
        sure = {hits(fact.on) for fact in seen if fact.key == key and fact.verified}
        perhaps = {hits(fact.on) for fact in seen if fact.key == key and not fact.verified}
        known.append(
            _with_rows(case, _unions(_union(nothing, *sure), perhaps | again), again_by_rows)
        )
    new = _with_rows(case, _unions(nothing, more), rows) if case.kind == "distinct" else more | rows
    return known, new - {nothing}


def _with_rows(case: Case, found: set[_Hits], rows: set[_Hits]) -> set[_Hits]:
    """Add where a key may count if rejected rows are about it; each such row is used up."""
    for _ in range(_things(case)):
        found = found | {
            (*_union(each, hits)[:-1], each[-1] + 1) for each in found for hits in rows
        }
    return found


def _union(*each: _Hits) -> _Hits:
    """Return where a key counts that is seen in all these places: in each period once."""
    return tuple(max(hits) for hits in zip(*each, strict=True))


def _unions(start: _Hits, places: Iterable[_Hits]) -> set[_Hits]:
    """Return where a key may count that is seen at the start, and in any of these places or not."""
    found = {start}
    for hits in places:
        found |= {_union(each, hits) for each in found}
    return found


def turns(case: Case, periods: Iterable[Days]) -> set[date]:
    """Return one day of each stretch of days that are alike.

    Such days lie in the same periods, and either all of them are open or all are complete.
    """
    spans = [*periods, *(claim.days for claim in case.claims)]
    ends = [case.as_of, *(claim.made for claim in case.claims), *(days.last for days in spans)]
    return {*(days.first for days in spans), *(end + DAY for end in ends)}


# The verdict.


def sharp(case: Case, listed: Iterable[World]) -> bool:
    """Say whether the verdict must be decided whenever all worlds agree."""
    if case.reports or case.basis == "yearly growth":
        return False
    if rejected(case) and case.basis == "each year":
        return False  # one more thing is in one year only, and each year is told separately
    if case.basis in ("reached", "each year", "during"):
        return True
    baseline, now = judged(case)
    apart = baseline.last < now.first or now.last < baseline.first
    if case.basis == "difference" and apart and not rejected(case) and case.kind != "share":
        return True  # whole numbers have every difference between the least and the largest
    bases = {world[0] for world in listed}
    return len(bases) == 1 and (case.basis == "difference" or bases != {0})


def sayable(case: Case, listed: Iterable[World]) -> set[str]:
    """Return the statuses that are correct for the target.

    They are the status on which all worlds agree and, unless it must be decided, that it is open.
    """
    agreed = {judge(case, world) for world in listed}
    decided = {"attained"} if agreed == {True} else {"missed"} if agreed == {False} else set()
    last = max(days.last for days in judged(case))
    unsettled = {"pending" if case.as_of < last else "undecided"}
    return decided if decided and sharp(case, listed) else decided | unsettled
