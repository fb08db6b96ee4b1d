"""One draw for a whole record: what makes registers quick to draw, and small when they fail.

A strategy for each field costs a draw for each; a register of fifty records is then a thousand draws. Here a record is
a few bytes, and each field takes its own of them as the index of its value. So nothing is ever drawn and thrown away,
and Hypothesis, which makes bytes smaller one by one, moves each field to the first of its values: that is the simplest.
"""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from itertools import cycle, islice
from typing import Any, Concatenate, ParamSpec, Self, TypeVar, final, overload

from attrs import frozen
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from nsc_program.plan._program import Program

BYTE = 1 << 8

KEPT = 64
"""Of how many plans strategies are kept: they cost more to make than to draw from, and plans are drawn too."""


@final
@frozen
class Fields:
    """Fields of a record, each with its values and its place among the bytes: of one byte, or of two for more values.

    >>> fields = Fields.of(kind=("enterprise", "household"), on=Days((date(2025, 12, 31),), date(2021, 1, 1), 1826))
    >>> fields.values(bytes([1, 0, 0]))
    {'kind': 'household', 'on': datetime.date(2025, 12, 31)}
    """

    short: tuple[tuple[str, tuple[Any, ...], int], ...]
    long: tuple[tuple[str, Sequence[Any], int], ...]

    @classmethod
    def of(cls, **fields: Sequence[Any]) -> Self:
        """Give each field its place; what stands for one byte is looked up in a table."""
        few = [(name, values) for name, values in fields.items() if len(values) <= BYTE]
        many = [(name, values) for name, values in fields.items() if len(values) > BYTE]
        return cls(
            tuple(
                (name, tuple(islice(cycle(values), BYTE)), place)
                for place, (name, values) in enumerate(few)
            ),
            tuple(
                (name, values, len(few) + 2 * place) for place, (name, values) in enumerate(many)
            ),
        )

    @property
    def width(self) -> int:
        """How many bytes there are."""
        return len(self.short) + 2 * len(self.long)

    def values(self, drawn: bytes) -> dict[str, Any]:
        """What these bytes stand for; more bytes than there are fields for mean nothing."""
        found = {name: table[drawn[at]] for name, table, at in self.short}
        for name, values, at in self.long:
            found[name] = values[(drawn[at] * BYTE + drawn[at + 1]) % len(values)]
        return found


@final
class Days(Sequence[date]):
    """Days as the values of a field: every day of a stretch, and half of all draws a day at which something turns."""

    def __init__(self, turns: Sequence[date], first: date, many: int) -> None:
        """Give the `turns`, the simplest first, and `many` days from the `first` on."""
        self._turns, self._first, self._many = turns, first, many

    def __len__(self) -> int:
        """Count the turns as often as the other days."""
        return 2 * self._many

    @overload
    def __getitem__(self, index: int) -> date: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[date]: ...
    def __getitem__(self, index: int | slice) -> date | Sequence[date]:
        """Give a turn in the first half, any day in the second."""
        if isinstance(index, slice):
            return [self[each] for each in range(len(self))[index]]
        place = range(len(self))[index]
        if place < self._many:
            return self._turns[place % len(self._turns)]
        return self._first + timedelta(days=place - self._many)


def mostly(usual: object, *others: object) -> tuple[object, ...]:
    """One value about three times in four, else one of the others."""
    return (*[usual] * (3 * len(others)), *others)


ONE_DAY = timedelta(days=1)
MOST_DAYS = 30_000
"""How many days two bytes can tell apart, twice."""


def turns(program: Program) -> tuple[date, ...]:
    """The days at which something turns: the first and the last of each period, the days beside them, a year's turn.

    The first is the end of the first phase, which is when people ask.
    """
    ends = [phase.period.end for phase in program.phases]
    firsts = [period.first for period in program.periods]
    edges = [*ends, *firsts, *(period.end for period in program.periods)]
    beside = [
        day + step for day in edges for step in (-ONE_DAY, ONE_DAY) if date.min < day < date.max
    ]
    return tuple(dict.fromkeys([*edges, *beside]))


def days_of(program: Program) -> Days:
    """The days from two years before a program begins to two years after it ends, its turns often."""
    whole = program.period
    first = date.fromordinal(max(whole.first.toordinal() - 730, 1))
    last = min(whole.end.toordinal() + 730, date.max.toordinal())
    return Days(turns(program), first, min(last - first.toordinal() + 1, MOST_DAYS))


def judged(program: Program, day: date) -> date:
    """The day, or the first one that an edition which was not in force yet judges."""
    return max(day, program.in_force_from or day)


def drawn(fields: Fields, make: Any) -> SearchStrategy[Any]:
    """Values that `make` makes of fields."""
    return st.binary(min_size=fields.width, max_size=fields.width).map(
        lambda each: make(**fields.values(each))
    )


P = ParamSpec("P")
T = TypeVar("T")


def composed(
    make: Callable[Concatenate[DrawFn, P], T], *args: P.args, **kwargs: P.kwargs
) -> SearchStrategy[T]:
    """What a function draws. Hypothesis shows the arguments of its own `composite`, and a plan fills many pages."""

    def values(draw: DrawFn) -> T:
        return make(draw, *args, **kwargs)

    if make.__name__.isidentifier():  # what Hypothesis shows of it
        values.__name__ = values.__qualname__ = make.__name__.strip("_")
    return st.composite(values)()


def beside(day: date, days: int) -> date:
    """The day so many days after another, or the last or first there is."""
    return date.fromordinal(
        min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal())
    )
