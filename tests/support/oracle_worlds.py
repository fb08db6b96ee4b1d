"""The worlds that facts, claims, reports and rejected rows leave open.

Here a number is counted or reported by itself; `oracle_shares` joins two of them.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction
from itertools import product
from math import floor
from operator import add, le
from typing import NamedTuple, TypeAlias

from oracle_terms import (
    DAY,
    MORE,
    PARTS,
    Case,
    Days,
    Known,
    Number,
    Row,
    Said,
    World,
    judged,
    repeats,
)

_Hits: TypeAlias = tuple[int, ...]
_Subject: TypeAlias = tuple[Days | date, str, str]
_Limits: TypeAlias = tuple[Number, Number | None]

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

    They are verified, about days that are over, and not replaced by a later report of the same
    issuer on the same subject.
    """
    verified = [
        report for report in case.reports if report.verified and report.days.last <= case.as_of
    ]
    latest: dict[_Subject, date] = {}
    for report in verified:
        latest[_subject(case, report)] = max(
            report.issued, latest.get(_subject(case, report), report.issued)
        )
    return [report for report in verified if report.issued == latest[_subject(case, report)]]


def _subject(case: Case, report: Said) -> _Subject:
    return report.days if case.domain == () else report.days.last, report.part, report.issuer


def limits(reports: Iterable[Said]) -> Iterator[_Limits]:
    """Yield the least and the most that the reports about one period say.

    Each report about the whole says it. The reports about the parts say it together: a part without
    a report can be any number.
    """
    of_parts: dict[str, list[Said]] = {}
    for report in reports:
        if report.part:
            of_parts.setdefault(report.part, []).append(report)
        else:
            yield report.low, report.high
    ends = [_limits(each) for each in of_parts.values()]
    highs = [high for _, high in ends if high is not None]
    yield sum(low for low, _ in ends), sum(highs) if len(highs) == len(PARTS) else None


def _limits(reports: list[Said]) -> _Limits:
    """Return the least and the most that reports about one part say."""
    highs = [report.high for report in reports if report.high is not None]
    return max(report.low for report in reports), min(highs, default=None)


def agrees(said: Iterable[_Limits], value: Number) -> bool:
    """Say whether what is said is true of a world."""
    return all(low <= value and (high is None or value <= high) for low, high in said)


# The worlds.


def worlds_of_one(case: Case) -> frozenset[World]:
    """Return every world that the evidence leaves open, with counts as far up as `most` says."""
    return frozenset(_states(case) if case.domain else _counts(case))


def _states(case: Case) -> Iterator[World]:
    """Yield the values for the days that are looked at.

    A day can have any value unless a report says otherwise: days do not depend on each other.
    """
    reports, ends = binding(case), [days.last for days in judged(case)]
    days = list(dict.fromkeys(ends))
    said = [list(limits(each for each in reports if each.days.last == day)) for day in days]
    choices = [[value for value in case.domain if agrees(each, value)] for each in said]
    for values in product(*choices):
        yield tuple(values[days.index(end)] for end in ends)


def most(case: Case, days: Days) -> int:
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
            return floor(known * (1 if case.falling else 1 + highest / 100) ** repeats(case)) + 1
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
    said = list(limits(report for report in binding(case) if report.days == days))
    low = max(least for least, _ in said)
    highs = [high for _, high in said if high is not None]
    if days in judged(case):
        highs.append(most(case, days))
    # If only reports look at it, and all say "this or more", counting this far is enough.
    last = min(highs, default=low)
    return _Column(days, low, last, last + bool(highs))


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
