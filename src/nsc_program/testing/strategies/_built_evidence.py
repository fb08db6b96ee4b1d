"""Build registers in which indicators have given values, known without counting.

The things that count are built first, each with its day. Decoys are then put beside them: the same
things named again, and things that must not count. A state or a share has reports instead of
records.
"""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from fractions import Fraction
from functools import lru_cache
from itertools import combinations
from typing import final

from attrs import evolve, frozen
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from nsc_program.plan._indicators import Indicator
from nsc_program.plan._program import Program
from nsc_program.records._base import Record
from nsc_program.records._records import AnyRecord, Fact
from nsc_program.records._register import Register
from nsc_program.records._reports import ReportedFigure
from nsc_program.testing.strategies._drawing_registers import everything
from nsc_program.testing.strategies._fields import beside
from nsc_program.testing.strategies._turning_numbers import Values
from nsc_program.testing.strategies._witnesses import asks_for_a_number, never_counted, witness
from nsc_program.values._periods import Period

MOST_RECORDS = 4_000
"""The greatest total that is recorded thing by thing; a greater total is reported."""


def evidence(draw: DrawFn, program: Program, indicator: Indicator, values: Values) -> Register:
    """Return a complete register of things and decoys, or else reports without claims."""
    if not _is_recorded(indicator, values):
        return Register(_reports(indicator, values))
    records: list[AnyRecord] = []
    for period, number in values.items():
        records += _things(indicator, period, int(number))
    return Register([*records, *_decoys(draw, indicator, values)], everything(program))


def _is_recorded(indicator: Indicator, values: Values) -> bool:
    """Tell whether the things are recorded one by one: few things, in periods that lie apart."""
    if not indicator.accumulates or sum(values.values()) > MOST_RECORDS:
        return False
    return not any(period.meets(other) for period, other in combinations(values, 2))


# --- things ---


def record_of(indicator: Indicator, key: str, name: str, on: date) -> AnyRecord:
    """Return a record of one thing that an indicator counts.

    The record is a fact if the indicator does not have a counting rule, or if the rule asks for a
    number of things: one record would then be many things.
    """
    if not indicator.counting or asks_for_a_number(indicator.counting[0]):
        return Fact(indicator.id, key, on)
    return witness(indicator.counting[0], key, name, on)


def _key(place: int) -> str:
    """Return the key of a thing; the first thing is an enterprise that can have branches."""
    return "0100000001" if place == 0 else f"K{place}"


@lru_cache(maxsize=8)  # an entry may hold thousands of records
def _things(indicator: Indicator, period: Period, many: int) -> tuple[AnyRecord, ...]:
    """Return a number of things in a period, on its first day and on its last day in turn."""
    return tuple(_thing(indicator, period, place) for place in range(many))


def _thing(indicator: Indicator, period: Period, place: int) -> AnyRecord:
    """Return one of the things in a period."""
    day = period.end if place % 2 else period.first
    return record_of(indicator, _key(place), f"r{place} to {period.end}", day)


# --- decoys ---

SAME_THING, BRANCH, NEVER_COUNTED, OUTSIDE = range(4)
"""The kinds of decoys."""


@final
@frozen
class _Decoy:
    """How a record that changes no count is made.

    Attributes:
        indicator: The indicator whose count it does not change.
        place: The number of the decoy.
        period: The period beside whose things it stands.
        at_end: Whether it stands at the end of the period, and not at its beginning.
        kind: The kind of decoy.
    """

    indicator: Indicator
    place: int
    period: Period
    at_end: bool
    kind: int

    @property
    def _day(self) -> date:
        """The last or first day of the period."""
        return self.period.end if self.at_end else self.period.first

    @property
    def names_again(self) -> bool:
        """Whether it names a thing that counts already; an additive count has no such things."""
        return self.kind in (SAME_THING, BRANCH) and not self.indicator.additive

    def of_the_same(self) -> AnyRecord:
        """Name the first thing again."""
        key = _named_again(self.indicator, branch=self.kind == BRANCH)
        return self._named(key, self._day)

    def outside(self, days: Sequence[date]) -> AnyRecord:
        """Name a thing on the first or second of the days outside the periods."""
        first_two = days[:2]
        return self._named(f"N{self.place}", first_two[-1 if self.at_end else 0])

    def uncounted(self) -> list[Record]:
        """Name a thing in versions that never count."""
        return _uncounted(self.indicator, self._named(f"N{self.place}", self._day))

    def _named(self, key: str, day: date) -> AnyRecord:
        """Return a record of the thing with a key."""
        return record_of(self.indicator, key, f"decoy-{self.place}", day)


def _decoys(draw: DrawFn, indicator: Indicator, values: Values) -> list[AnyRecord]:
    """Draw records that change no count.

    They name a thing again, lie next to the periods, or never count.
    """
    outside = _outside(values)
    decoys: list[AnyRecord] = []
    for place in range(draw(st.integers(0, 4))):
        decoy = _Decoy(indicator, place, *draw(_choices(values)))
        decoys += _made(decoy, values, outside)
    return decoys


def _choices(values: Values) -> SearchStrategy[tuple[Period, bool, int]]:
    """Draw a period, whether to stand at its end, and a kind of decoy."""
    kinds = st.integers(SAME_THING, OUTSIDE)
    return st.tuples(st.sampled_from(tuple(values)), st.booleans(), kinds)


def _made(decoy: _Decoy, values: Values, outside: Sequence[date]) -> Sequence[AnyRecord]:
    """Return the records of a decoy, of another kind if its own kind is not possible."""
    if decoy.names_again and values[decoy.period] > 0:
        return [decoy.of_the_same()]
    if decoy.kind == OUTSIDE and outside:
        return [decoy.outside(outside)]
    return decoy.uncounted()


def _outside(periods: Collection[Period]) -> list[date]:
    """Return the days next to a period that do not lie in any of the periods."""
    near = [day for period in periods for day in (beside(period.first, -1), beside(period.end, 1))]
    return [day for day in near if not _is_in_any(day, periods)]


def _is_in_any(day: date, periods: Collection[Period]) -> bool:
    """Tell whether a day lies in one of the periods."""
    return any(day in period for period in periods)


def _uncounted(indicator: Indicator, record: AnyRecord) -> list[Record]:
    """Return versions of a record that never count; a fact always counts."""
    if isinstance(record, Fact):
        return []
    return never_counted(indicator.counting[0], record)


def _named_again(indicator: Indicator, *, branch: bool) -> str:
    """Return the key of the first thing, or the code of its branch if it is an enterprise."""
    has_branches = any(rule.key.folds for rule in indicator.counting)
    return f"{_key(0)}-001" if branch and has_branches else _key(0)


# --- reports ---


def _reports(indicator: Indicator, values: Values) -> Iterator[AnyRecord]:
    """Yield a report of each number, mostly after a report that it replaces."""
    for place, (period, number) in enumerate(values.items()):
        last = _report(indicator, f"last-{place}", period, number)
        yield from _replaced(last, f"first-{place}", _neighbours(indicator, number))
        yield last


def _report(indicator: Indicator, name: str, period: Period, number: Fraction) -> ReportedFigure:
    """Return a report of a number, issued on the day after its period."""
    issued = beside(period.end, 1)
    return ReportedFigure(
        id=name, indicator=indicator.id, period=period, value=number, issued=issued
    )


def _neighbours(indicator: Indicator, number: Fraction) -> list[Fraction]:
    """Return the numbers next to a number that an indicator can have."""
    return [near for near in (number + 1, number - 1) if near in indicator.domain]


def _replaced(
    report: ReportedFigure, name: str, numbers: Sequence[Fraction]
) -> Iterator[ReportedFigure]:
    """Yield an earlier report of another number, if there is such a number and an earlier day."""
    if numbers and report.period.end < date.max:
        yield evolve(report, id=name, value=numbers[0], issued=report.period.end)
