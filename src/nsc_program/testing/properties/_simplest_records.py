"""The simplest records of a class, with a few fields changed.

A mistake of a counter about one field shows in them. If all fields were drawn, another field would
mostly hide it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from itertools import chain, cycle, islice, product
from typing import Any, Self, TypeAlias, final

from attrs import frozen
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from nsc_program.plan._program import Program
from nsc_program.records._records import AnyRecord
from nsc_program.records._register import Register
from nsc_program.testing.strategies._drawing_records import kind_of
from nsc_program.testing.strategies._drawing_registers import everything
from nsc_program.testing.strategies._fields import Fields, beside

Few: TypeAlias = list[AnyRecord]
"""The one or two records of a register."""

SAME, AKIN, OTHER, LATER = range(4)
"""A record is about the same thing, a branch of it, or another thing, or is a later version."""
KEYS = ("enterprise", "person", "registration", "key")
"""The fields that name what a record is about.

The second value of an enterprise is a branch of the first.
"""
TURNS = range(12)
"""The places of the turning days that are tried."""
SPAN = ("day_one", "day_two")
"""The fields that hold the first and last day on which a record holds."""


FIRST: Mapping[str, Any] = {"id": "r0", "recorded_on": None}
"""The fields that identify the first record."""


def registers_of_one(plan: Program, kind: type[AnyRecord]) -> Sequence[Register]:
    """Return registers of one simple record that counts, with one field or its day changed.

    There are also registers with a second record, or with a later version that changes one field.
    The registers are few enough to try all of them.
    """
    simplest = Simplest.of(plan, kind)
    tried = chain(
        _on_turning_days(simplest),
        _with_one_change(simplest),
        _lapsed_later(simplest),
        _lapsed(simplest),
        _pairs(simplest),
        _corrected(simplest, beside(plan.phases[0].period.end, 1)),
    )
    return [Register(records, everything(plan)) for records in tried]


def _on_turning_days(simplest: "Simplest") -> Iterator[Few]:
    """Yield the simplest record on each turning day."""
    return ([simplest.record(FIRST, day=day)] for day in TURNS)


def _with_one_change(simplest: "Simplest") -> Iterator[Few]:
    """Yield the simplest record with each other value of each field."""
    for name, value in dict.fromkeys(simplest.changes):
        yield [simplest.record(FIRST, {name: value})]


def _lapsed_later(simplest: "Simplest") -> Iterator[Few]:
    """Yield records that hold until a turning day, and have lapsed since.

    A thing that lapses counts if it met its conditions before, even once it has lapsed.
    """
    for flag, day in product(simplest.lapses, TURNS):
        yield [simplest.record(FIRST, {flag: True, **simplest.span(day)})]


def _lapsed(simplest: "Simplest") -> Iterator[Few]:
    """Yield records that have lapsed, with all their days on a turning day."""
    for flag, day in product(simplest.lapses, TURNS):
        yield [simplest.record(FIRST, {flag: True}, day=day)]


def _pairs(simplest: "Simplest") -> Iterator[Few]:
    """Yield two records, the second about each thing that a record can be about."""
    for key in simplest.keys:
        yield [simplest.record(FIRST), simplest.record({**FIRST, "id": "r1"}, key=key)]


def _corrected(simplest: "Simplest", on: date) -> Iterator[Few]:
    """Yield a record and a later version of it that changes one field."""
    later = {**FIRST, "recorded_on": on}
    for name, values in simplest.values.items():
        if len(values) > 1:
            yield [simplest.record(FIRST), simplest.record(later, {name: values[1]})]


MOST_ALIKE = 6
MOST_CHANGES = 2
DAYS = (*[0] * 6, *TURNS)
"""The places to draw from: the last day of the first phase more often than the other days."""


def alike(draw: DrawFn, plan: Program, kind: type[AnyRecord]) -> Register:
    """Draw records of one class, each with only a few fields that differ from the simplest."""
    simplest = Simplest.of(plan, kind)
    drawn = draw(st.lists(_differences(simplest), max_size=MOST_ALIKE))
    named = _named((how for how, _, _ in drawn), plan.phases[0].period.end)
    records = (
        simplest.different(name, difference, place)
        for place, (name, difference) in enumerate(zip(named, drawn, strict=True))
    )
    return Register(records, everything(plan))


Difference: TypeAlias = tuple[int, int, list[tuple[str, Any]]]
"""What a record is about, the place of its day, and the fields that are changed."""


def _differences(simplest: "Simplest") -> SearchStrategy[Difference]:
    """Draw how a record differs from the simplest one."""
    changes = st.lists(st.sampled_from(simplest.changes), max_size=MOST_CHANGES)
    return st.tuples(st.sampled_from((SAME, AKIN, OTHER, LATER)), st.sampled_from(DAYS), changes)


def _named(hows: Iterable[int], day: date) -> Iterator[Mapping[str, Any]]:
    """Yield the id and the day of entry of each record; a later version repeats the id."""
    named: Mapping[str, Any] = {}
    for place, how in enumerate(hows):
        if how == LATER and named:
            named = {**named, "recorded_on": beside(day, place)}
        else:
            named = {**FIRST, "id": f"r{place}"}
        yield named


def _key(how: int, place: int) -> int:
    """Return the place of a record's key among the values of the key."""
    return {AKIN: 1, OTHER: -1 - place}.get(how, 0)


@final
@frozen
class Simplest:
    """The simplest record of a class, and the other values of its fields.

    Attributes:
        make: A function from the values of the fields to a record.
        values: The values of each field, the simplest first.
        days: The names of the fields that hold a day.
    """

    make: Callable[..., AnyRecord]
    values: Mapping[str, Sequence[Any]]
    days: AbstractSet[str]

    @classmethod
    def of(cls, plan: Program, kind: type[AnyRecord]) -> Self:
        """Take each value of each field once, the simplest first, but only the turning days."""
        drawn = kind_of(plan, kind, exact=True)
        days = {name: _few_days(days) for name, days, _ in drawn.fields.long}
        return cls(drawn.make, _different_values(drawn.fields) | days, set(days))

    def span(self, day: int) -> dict[str, Any]:
        """Return the first and last day on which a record holds, if it has them."""
        return {name: self.values[name][day] for name in SPAN if name in self.values}

    @property
    def keys(self) -> Sequence[int]:
        """The places of the values of the field that names what a record is about."""
        sizes = [len(values) for name, values in self.values.items() if name in KEYS]
        return range(max(sizes, default=0))

    @property
    def lapses(self) -> Sequence[str]:
        """The fields that say whether a record has lapsed."""
        return [name for name in self.values if name in ("lapses", "expires", "withdrawn")]

    @property
    def changes(self) -> Sequence[tuple[str, Any]]:
        """Each field with its other values; all fields are about equally likely to be changed."""
        return [
            (name, value)
            for name, values in self.values.items()
            for value in islice(cycle(values[1:]), MANY)
        ]

    def record(
        self,
        named: Mapping[str, Any],
        changed: Mapping[str, Any] | None = None,
        *,
        day: int = 0,
        key: int = 0,
    ) -> AnyRecord:
        """Build a record whose days are all the same, except for the changed fields."""
        return self.make(**{**named, **self._values_at(day, key), **(changed or {})})

    def different(self, named: Mapping[str, Any], how: Difference, place: int) -> AnyRecord:
        """Build the record at a place among others, with its differences from the simplest."""
        about, day, changed = how
        return self.record(named, dict(changed), day=day, key=_key(about, place))

    def _values_at(self, day: int, key: int) -> dict[str, Any]:
        """Return a value for each field: its simplest, or the one at the place for days or keys."""
        places = dict.fromkeys(KEYS, key) | dict.fromkeys(self.days, day)
        return {
            name: values[places.get(name, 0) % len(values)] for name, values in self.values.items()
        }


def _different_values(fields: Fields) -> dict[str, Sequence[Any]]:
    """Return the values of the fields of one byte, each value once."""
    return {name: tuple(dict.fromkeys(table)) for name, table, _ in fields.short}


def _few_days(days: Sequence[Any]) -> Sequence[Any]:
    """Return the turning days that are tried, and the last value, `None` for an optional day."""
    return (*(days[place] for place in TURNS), days[-1])


MANY = 24
"""The number of changes of one field: a field with few values is changed as often as others."""
