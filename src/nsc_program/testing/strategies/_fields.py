"""Draw a whole record at once, so that registers are quick to draw and small when a test fails.

A strategy for each field would cost one draw for each field, and a register of fifty records would
take a thousand draws. Here a record is a few bytes, and each field takes its own bytes as the index
of its value. No draw is ever discarded. Hypothesis shrinks the bytes one by one, which moves each
field towards the first of its values: the simplest.
"""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from itertools import cycle, islice
from typing import Any, Concatenate, ParamSpec, Self, TypeVar, final, overload

from attrs import frozen
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from nsc_program.plan._program import Program
from nsc_program.values._periods import Period

BYTE = 1 << 8

CACHED_PLANS = 64
"""The number of plans whose strategies are cached.

A strategy costs more to build than to draw from, and plans are drawn too.
"""


@final
@frozen
class Fields:
    """The fields of a record, each with its values and its place among the bytes.

    A field with up to 256 values takes one byte. A field with more values takes two.

    Attributes:
        short: name, table of 256 values, and place of each field of one byte.
        long: name, values, and place of the first byte of each field of two bytes.

    >>> days = Days((date(2025, 12, 31),), date(2021, 1, 1), 1826)
    >>> fields = Fields.of(kind=("enterprise", "household"), on=days)
    >>> fields.values(bytes([1, 0, 0]))
    {'kind': 'household', 'on': datetime.date(2025, 12, 31)}
    """

    short: tuple[tuple[str, tuple[Any, ...], int], ...]
    long: tuple[tuple[str, Sequence[Any], int], ...]

    @classmethod
    def of(cls, **fields: Sequence[Any]) -> Self:
        """Give each field its place; a field of one byte gets a table to look its value up in."""
        few = [name for name, values in fields.items() if len(values) <= BYTE]
        many = [name for name, values in fields.items() if len(values) > BYTE]
        return cls(
            tuple((name, _table(fields[name]), place) for place, name in enumerate(few)),
            tuple((name, fields[name], len(few) + 2 * place) for place, name in enumerate(many)),
        )

    @property
    def width(self) -> int:
        """The number of bytes that a record takes."""
        return len(self.short) + 2 * len(self.long)

    def values(self, data: bytes) -> dict[str, Any]:
        """Return the values that these bytes stand for; bytes beyond the width are ignored."""
        values = {name: table[data[place]] for name, table, place in self.short}
        for name, choices, place in self.long:
            index = data[place] * BYTE + data[place + 1]
            values[name] = choices[index % len(choices)]
        return values


def _table(values: Sequence[Any]) -> tuple[Any, ...]:
    """Return values that are repeated until there is one for each byte."""
    return tuple(islice(cycle(values), BYTE))


@final
class Days(Sequence[date]):
    """The days that a field can have: half of all draws give a turning day, half any day."""

    def __init__(self, turns: Sequence[date], first: date, many: int) -> None:
        """Take the `turns`, the simplest first, and the `many` days that begin with `first`."""
        self._turns, self._first, self._many = turns, first, many

    def __len__(self) -> int:
        """Count the turning days as often as all days."""
        return 2 * self._many

    @overload
    def __getitem__(self, index: int) -> date: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[date]: ...
    def __getitem__(self, index: int | slice) -> date | Sequence[date]:
        """Return a turning day in the first half, and any day in the second."""
        if isinstance(index, slice):
            return [self[place] for place in range(len(self))[index]]
        place = range(len(self))[index]
        if place < self._many:
            return self._turns[place % len(self._turns)]
        return self._first + timedelta(days=place - self._many)


def mostly(usual: object, *others: object) -> tuple[object, ...]:
    """Return values of which the usual one is drawn about three times in four."""
    return (*[usual] * (3 * len(others)), *others)


ONE_DAY = timedelta(days=1)
_TWO_YEARS = 730
MOST_DAYS = 30_000
"""The number of days that two bytes can tell apart, counted twice."""


def turning_days(program: Program) -> tuple[date, ...]:
    """Return the first and last day of each period, and the days next to them.

    The last day of the first phase comes first, because that is the day people ask about.
    """
    edges = _edges(program)
    inner_edges = [day for day in edges if date.min < day < date.max]
    neighbours = [day + step for day in inner_edges for step in (-ONE_DAY, ONE_DAY)]
    return tuple(dict.fromkeys([*edges, *neighbours]))


def _edges(program: Program) -> list[date]:
    """Return the last days of phases, then the first and the last days of all periods."""
    ends = [phase.period.end for phase in program.phases]
    firsts = [period.first for period in program.periods]
    return [*ends, *firsts, *(period.end for period in program.periods)]


def days_of(program: Program) -> Days:
    """Return the days from two years before a plan to two years after it, turning days often."""
    first, last = beside(program.period.first, -_TWO_YEARS), beside(program.period.end, _TWO_YEARS)
    return Days(turning_days(program), first, min((last - first).days + 1, MOST_DAYS))


def judged(program: Program, day: date) -> date:
    """Return the day, or the first day of the edition if the edition was not yet in force."""
    return max(day, program.in_force_from or day)


def from_fields(fields: Fields, make: Any) -> SearchStrategy[Any]:
    """Return a strategy for the values that `make` builds from fields."""
    drawn = st.binary(min_size=fields.width, max_size=fields.width)
    return drawn.map(lambda data: make(**fields.values(data)))


P = ParamSpec("P")
T = TypeVar("T")


def composed(
    make: Callable[Concatenate[DrawFn, P], T], *args: P.args, **kwargs: P.kwargs
) -> SearchStrategy[T]:
    """Return a strategy for the values that a function draws.

    Hypothesis prints every argument of a function under `composite`, and a plan fills many pages.
    """

    def values(draw: DrawFn) -> T:
        return make(draw, *args, **kwargs)

    if make.__name__.isidentifier():  # Hypothesis prints the strategy under this name
        values.__name__ = values.__qualname__ = make.__name__.strip("_")
    return st.composite(values)()


def beside(day: date, days: int) -> date:
    """Return the day that lies `days` days after a day, or the nearest day that can be written."""
    ordinal = day.toordinal() + days
    return date.fromordinal(min(max(ordinal, date.min.toordinal()), date.max.toordinal()))


def between(day_one: date, day_two: date, over: str) -> Period:
    """Return the period between two days, or all days until the second if `over` is "until"."""
    return Period.until(day_two) if over == "until" else Period(*sorted((day_one, day_two)))
