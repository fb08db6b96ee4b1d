"""Small cases for the oracle, drawn at random."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from fractions import Fraction
from itertools import pairwise
from random import Random
from typing import TypeAlias, TypeVar, get_args

from oracle_judge import numbers_of
from oracle_terms import (
    DAY,
    HALF_A_YEAR,
    MORE,
    PARTS,
    Answers,
    Basis,
    Case,
    Claim,
    Days,
    Kind,
    Known,
    Number,
    Row,
    Said,
    Word,
    Words,
    halves,
    judged,
    later,
    near,
    years,
)
from oracle_worlds import is_open, rejected, told

T = TypeVar("T")
World: TypeAlias = Callable[[Days], Number]
"""The true count or value of each period."""
BASES: tuple[Basis, ...] = get_args(Basis)
FALLS: tuple[Basis, ...] = ("growth", "difference", "yearly growth", "mean growth")
"""The bases that may also ask for a fall."""
WORDS: tuple[Word, ...] = get_args(Word)
STARTS = (date(2021, 1, 1), date(2021, 7, 1), date(2023, 12, 15))
STATES: tuple[Kind, ...] = ("state", "fraction")
KINDS: tuple[Kind, ...] = (*3 * ("distinct", "additive"), *STATES)
TOLERANCES = (Fraction(0), Fraction(1, 20), Fraction(1, 10), Fraction(1, 10))
STATE: tuple[Number, ...] = tuple(range(10))
ENTERED = (date.min, date(2026, 1, 5), date(2026, 6, 30))


class Drawing:
    """Draw one case, step by step.

    The evidence is true of one world, which is drawn with it and then forgotten.
    """

    def __init__(
        self, seed: str, basis: Basis, *, falling: bool = False, kinds: Sequence[Kind] = KINDS
    ) -> None:
        """Begin; the same seed gives the same case."""
        self.random = Random(seed)  # noqa: S311  # not secret, and repeatable
        self.basis = basis
        self.falling = falling
        self.kind = self.one(kinds)
        self.by_reports = self.chance(80 if self.kind in STATES else 50)
        self.shared_out = self.by_reports and self.chance(40)
        self.of_closes = Random(f"{seed}/closes")  # noqa: S311  # separate: other cases stay
        self.of_rows = Random(f"{seed}/rows")  # noqa: S311  # separate: other cases stay
        self.of_parts = Random(f"{seed}/parts")  # noqa: S311  # separate: other cases stay
        self.norths: dict[Days | date, int] = {}

    def one(self, things: Sequence[T]) -> T:
        return self.random.choice(things)

    def chance(self, percent: int) -> bool:
        return self.random.randrange(100) < percent

    def case(self) -> Case:
        """Draw a target, a day, and the evidence by then."""
        case, _ = self.with_evidence(self.target())
        return case

    def target(self) -> Case:
        """Draw a target and a day, without evidence."""
        phase, words, answers = self.phase(), self.words(), self.answers()
        return Case(
            kind=self.kind,
            domain={"state": STATE, "fraction": self.fractions(words, answers)}.get(self.kind, ()),
            phase=phase,
            basis=self.basis,
            since=self.since(phase) if self.basis in ("growth", "difference") else None,
            since_is_phase=self.chance(50),
            words=words,
            answers=answers,
            as_of=self.as_of(phase),
            falling=self.falling,
            part=self.part(phase) if self.basis == "during" else None,
        )

    def with_evidence(self, case: Case) -> tuple[Case, World]:
        """Draw the evidence on a target, and the world that it is true of."""
        if not case.domain:
            case = case._replace(facts=tuple(self.facts(case)), claims=tuple(self.claims(case)))
            case = self.with_rows(case) if self.of_rows.randrange(100) < 35 else case
        came_to = self.states(case) if case.domain else self.counts(case)
        return case._replace(reports=tuple(self.reports(case, came_to))), came_to

    # The target.

    def phase(self) -> Days:
        first, count = self.one(STARTS), self.one(self.lengths)
        return Days(first, later(first, count) - DAY)

    @property
    def lengths(self) -> Sequence[int]:
        """The numbers of years that a phase may have."""
        return (2, 3, 3) if self.basis in ("yearly growth", "mean growth") else (1, 2, 3)

    @property
    def grows(self) -> bool:
        return self.basis in ("growth", "yearly growth", "mean growth")

    @property
    def changes(self) -> bool:
        return self.grows or self.basis == "difference"

    def part(self, phase: Days) -> Days:
        """Draw a part of a phase: mostly a year, or half a year, more years, or a day."""
        each = years(phase)
        several = [Days(each[0].first, each[-1].last), Days(each[0].first, each[0].first)]
        return self.one([*3 * each, *halves(each), *several])

    def since(self, phase: Days) -> Days:
        """Draw a baseline that ends before the phase: mostly before it, or overlapping it.

        It may be the close of a day, mostly of the day before the phase.
        """
        first = phase.first
        if self.of_closes.randrange(100) < 30:
            closes = (*3 * [first - DAY], first + HALF_A_YEAR)
            return Days(date.min, self.of_closes.choice(closes))
        before = [(-2, 0), (-1, 0), (-3, -1)]
        turns = [
            (later(first, start), later(first, end))
            for start, end in (*3 * before, (-1, 1), (0, 1))
        ]
        turns += 2 * [(first - HALF_A_YEAR, first + HALF_A_YEAR)]
        turns += [(first, first + HALF_A_YEAR)]
        start, end = self.one([turn for turn in turns if turn[1] <= phase.last])
        return Days(start, end - DAY)

    def words(self) -> Words:
        """Draw the numbers of a bound: percentages for growth, and numbers for everything else."""
        number, more = self.numbers()
        word: Word = self.one((*WORDS, "about", "between"))
        if word != "between":
            return Words(word, number)
        number = min(number, 50) if self.falling else number
        return Words(word, number, number + more * self.random.randint(1, 2), self.chance(67))

    def numbers(self) -> tuple[int, int]:
        """Draw the number of a bound, and a step from it to a second number."""
        if not self.grows:
            return self.one((1, 2, 3, 4)), 1
        return self.one(self.percentages), self.one((10, 25 if self.falling else 50))

    @property
    def percentages(self) -> Sequence[int]:
        """The percentages of a bound: nothing falls by more than all of it."""
        if self.falling:
            return (10, 25, 50, 100)
        return (10, 25, 50) if self.basis == "mean growth" else (10, 50, 100, 150)

    def answers(self) -> Answers:
        tolerance, fields = self.one(TOLERANCES), Answers._fields[1:-1]
        answers = Answers(tolerance, *(self.chance(50) for _ in fields))
        if self.basis != "mean growth":
            return answers
        return answers._replace(mean_from_year_before=self.chance(50))

    def fractions(self, words: Words, answers: Answers) -> tuple[Number, ...]:
        """Draw values of a fractional state, near the bound and far from it."""
        numbers = numbers_of(words, answers)
        if not self.changes:
            return tuple(sorted({0, *numbers, 7}))
        changed = (self.changed(base, number) for base in (1, 2) for number in numbers)
        return tuple(sorted({0, 1, 2, 7, *(number for number in changed if number >= 0)}))

    def changed(self, baseline: Number, number: Number) -> Number:
        """Change a baseline once by the number of a bound."""
        signed = -number if self.falling else number
        return baseline * (1 + Fraction(signed) / 100) if self.grows else baseline + signed

    def as_of(self, phase: Days) -> date:
        """Draw the day of judgement.

        It is mostly the end of the phase or of a year, sometimes within a year or before them all.
        """
        ends = [year.last for year in years(phase)]
        return self.one(
            [
                *7 * [phase.last + 2 * HALF_A_YEAR],
                phase.last,
                *ends,
                ends[0] - HALF_A_YEAR,
                phase.first - DAY,
            ]
        )

    # The evidence.

    def day(self, case: Case) -> date:
        """Draw a day in one of the periods that matter, or beside the phase."""
        phase, each = case.phase, years(case.phase)
        beside = (
            Days(phase.first - DAY, phase.first - DAY),
            Days(phase.last + DAY, phase.last + HALF_A_YEAR),
        )
        bases = [near(judged(case)[0])] * 3 * len(each) if _is_from_outside(case) else []
        return self.day_in(self.one([*2 * (*each, *each[1:], *each[2:]), *bases, *beside]))

    def day_in(self, days: Days) -> date:
        """Draw a day of a period, often the first or the last."""
        first, last = days
        return self.one((first, last, first + self.random.randint(0, (last - first).days) * DAY))

    def facts(self, case: Case) -> Iterator[Known]:
        verified = self.one((70, 90, 100))
        for number in range(
            self.random.randint(0, 4) if self.by_reports else self.random.randint(1, 6)
        ):
            key = number if case.kind == "additive" else self.random.randint(1, 4)
            yield Known(f"k{key}", self.day(case), verified=self.chance(verified))

    def with_rows(self, case: Case) -> Case:
        """Give some facts as records, in one or two versions, and let some rows be rejected."""
        facts = [
            fact
            for place, fact in enumerate(case.facts)
            for fact in self.versions(case, fact, f"r{place}")
        ]
        records = sorted({fact.record for fact in facts if fact.record}) or ["new"]
        rows = [
            Row(
                self.of_rows.choice([*records, "new", "other"]),
                self.of_rows.choice(ENTERED),
                self.of_rows.choice((1, 1, 2)),
            )
            for _ in range(self.of_rows.randint(1, 2))
        ]
        return case._replace(facts=tuple(facts), rows=tuple(rows))

    def versions(self, case: Case, fact: Known, name: str) -> Iterator[Known]:
        """Draw a fact by itself, or its record, sometimes after a version that may be wrong.

        Only the name of that earlier version is certain.
        """
        if self.of_rows.randrange(2):
            yield fact
            return
        before, entered = sorted(self.of_rows.sample(ENTERED, 2))
        occasion = case.kind == "additive"  # which is known by its record
        if self.of_rows.randrange(2):
            on = self.of_rows.choice(years(case.phase)).last
            yield Known(name if occasion else "k1", on, verified=True, record=name, entered=before)
        yield fact._replace(key=name if occasion else fact.key, record=name, entered=entered)

    def claims(self, case: Case) -> Iterator[Claim]:
        """Draw one claim over everything, some over parts of the phase, or two over any days.

        Of the last there may be fewer, and they may be made on any day.
        """
        end = case.phase.last + 4 * HALF_A_YEAR
        if self.shared_out:
            yield from (Claim(days, end) for days in _parts(case) if self.chance(50))
            return
        if self.chance(30 if self.by_reports else 80):
            yield Claim(
                Days(date.min, end), self.one((*4 * [end], self.day_in(case.phase), self.day(case)))
            )
            return
        for _ in range(self.random.randint(0, 2)):
            first, last = sorted((self.day(case), self.day(case)))
            yield Claim(
                Days(self.one((first, date.min)), last), self.one((end, end, self.day(case)))
            )

    def reports(self, case: Case, came_to: World) -> Iterator[Said]:
        for days in self.reported(case) if self.by_reports else ():
            said = self.said(case, days, came_to(days))
            yield from self.issued(case, days, came_to(days), tuple(said))

    def counts(self, case: Case) -> World:
        """Draw the world: the verified facts, some others, and a few more things on open days."""
        happened = [
            fact
            for fact in told(case)
            if fact.on <= case.as_of and (fact.verified or self.chance(50))
        ]
        days = [day for day in (self.day(case) for _ in range(9)) if is_open(case, day)]
        more = [
            (self.one(("k1", f"n{number}")), day)
            for number, day in enumerate(days[: self.random.randint(2, MORE)])
        ]
        if case.kind == "additive":
            more = [(f"n{number}", day) for number, (_, day) in enumerate(more)]
        more += [
            (f"u{number}", self.day(case))
            for number, _ in enumerate(rejected(case))
            if self.chance(50)
        ]
        events = [*((fact.key, fact.on) for fact in happened), *more]
        return lambda period: len({key for key, on in events if period.first <= on <= period.last})

    def states(self, case: Case) -> World:
        """Draw the world: a value for each day, with roughly the change that is asked for."""
        on: defaultdict[date, Number] = defaultdict(lambda: self.one(case.domain))
        place = self.random.randint(1, 3)
        for days in judged(case) if self.changes else ():
            on[days.last] = case.domain[place]
            asked = self.changed(case.domain[place], case.words.number)
            place = bisect_left(case.domain, asked) + self.random.randint(-1, 1)
            place = max(min(place, len(case.domain) - 1), 0)
        return lambda period: on[period.last]

    def reported(self, case: Case) -> Sequence[Days]:
        """Draw the periods to report.

        They are those without a claim, the years, parts of the phase, or the judged periods.

        Judged periods may be reported exactly, or with periods beside them and around them.
        """
        each, (first, last) = years(case.phase), case.phase
        if case.domain:
            return self.one((each, judged(case), judged(case)))
        if self.shared_out:
            return [
                days for days in _parts(case) if days not in [claim.days for claim in case.claims]
            ]
        pairs = [Days(year.first, following.last) for year, following in pairwise(each)]
        apart = [Days(year.first - HALF_A_YEAR, year.last - HALF_A_YEAR) for year in each]
        wider = [
            Days(first - HALF_A_YEAR, last),
            Days(first, last + HALF_A_YEAR),
            Days(later(first, -2), last),
        ]
        parts, wider = (
            [*each, *halves(each), *2 * pairs],
            [*apart, *wider, Days(date.min, last), case.phase],
        )
        several, some = [self.one(parts) for _ in range(4)], self.random.randint(1, 3)
        return self.one(
            (each, several, [self.one([*4 * judged(case), *each, *wider]) for _ in range(some)])
        )

    def said(self, case: Case, days: Days, value: Number) -> Iterator[Said]:
        """Draw what a report says: the truth if it is verified and not replaced by a later one.

        An estimate is not verified, or replaced: whether it is true when it is in force is unknown.
        """
        if self.chance(15):
            false = self.report(case, days, self.anything(case), self.random.randint(-200, 300))
            yield false._replace(verified=False)
            return
        yield self.report(case, days, value, self.random.randint(1, 300))
        if self.chance(20):
            yield self.report(
                case,
                days,
                self.anything(case),
                self.one((0, -100 if days.last <= case.as_of else 0)),
            )

    def issued(
        self, case: Case, days: Days, value: Number, said: tuple[Said, ...]
    ) -> Iterator[Said]:
        """Let some reports be issued by two bodies, or add reports on one part or on both.

        The body that issued a report decides which reports it replaces, so all of them are true.
        """
        drawn = self.of_parts.randrange(100)
        if drawn < 85 or case.kind == "fraction":
            yield from said
        elif drawn < 92:
            yield from (each._replace(issuer="a") for each in said)
            yield from (each._replace(issuer="b") for each in self.said(case, days, value))
        else:
            yield from said if drawn < 94 else ()
            # All reports about the same days divide the number alike.
            about = days.last if case.domain else days
            north = self.norths.setdefault(about, self.of_parts.randint(0, int(value)))
            values = dict(zip(PARTS, (north, value - north), strict=True))
            for part in self.of_parts.choice((PARTS, PARTS, PARTS[:1])):
                told = self.said(case, days, values[part])
                yield from (each._replace(part=part) for each in told)

    def anything(self, case: Case) -> Number:
        return self.one(case.domain or STATE)

    def report(self, case: Case, days: Days, value: Number, after: int) -> Said:
        """Draw a report of a value: the value itself, a range around it, it or more, it or less."""
        low, high = self.around(case, value)
        ends = self.one((*3 * [(value, value)], *2 * [(low, high)], (low, None), (0, high)))
        return Said(days, *ends, days.last + after * DAY, verified=True)

    def around(self, case: Case, value: Number) -> tuple[Number, Number]:
        """Draw a value below and a value above another one, at most two steps from it."""
        values = case.domain or tuple(range(20))
        place = values.index(value)
        less, more = self.random.randint(0, 2), self.random.randint(0, 2)
        return values[max(place - less, 0)], values[min(place + more, len(values) - 1)]


def _is_from_outside(case: Case) -> bool:
    """Say whether the baseline is a period of its own, and not a year of the phase."""
    return case.since is not None or case.basis == "mean growth"


def _parts(case: Case) -> Sequence[Days]:
    """Return the years of the phase, or the halves of its only year."""
    each = years(case.phase)
    return each if each[1:] else halves(each)
