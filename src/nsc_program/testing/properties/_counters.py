"""A counter of one's own, such as an SQL query, held to what this library counts on registers that Hypothesis draws."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import suppress
from datetime import date
from enum import Enum
from itertools import cycle, islice
from typing import Any, Self, TypeAlias, final

from attrs import evolve, fields, frozen, has
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from nsc_program.errors import InvalidValue, Message
from nsc_program.plan._bounds import Growth, YearlyGrowth, worded
from nsc_program.plan._program import Program
from nsc_program.plan._targets import Phase, Target
from nsc_program.records._counting import COUNTED_BY
from nsc_program.records._records import AnyRecord, Fact
from nsc_program.records._register import Register
from nsc_program.testing import strategies
from nsc_program.testing.properties._miscounts import Reached, miscounts
from nsc_program.testing.properties._running import run
from nsc_program.testing.strategies._fields import beside, composed
from nsc_program.testing.strategies._records import kinds_of
from nsc_program.testing.strategies._registers import everything
from nsc_program.values._periods import unite
from nsc_program.values._validators import wrong_type

Counter: TypeAlias = Callable[[Register, date], Mapping[str, int]]
"""A system's own counting: of a register and a day it makes a number for each indicator that it counts, by id."""


_A_STRATEGY = Message(
    "một strategy của Hypothesis cho Register", "a Hypothesis strategy of registers"
)


def check_counter(
    counter: Counter,
    program: Program,
    *,
    phase: str | None = None,
    registers: SearchStrategy[Register] | None = None,
) -> None:
    """Hold a counter to what this library counts: distinct things, in the running phase, by the close of `as_of`.

    The running phase is the one that holds `as_of`; of several the shortest, and of equally long ones the first in the
    plan. `register.records` are all versions of records, `register.current` the latest that are not annulled; every
    version is known, whenever it was entered. What the library's records are counted by is counted from records only,
    a plan's own indicators from `Fact`s.

    The counter is judged on the ids that it returns, and need not return the same ones each time. There are as many
    examples as Hypothesis' profile says with records of all classes, and as many on other days, three times as many for
    each class that it counts, and a quarter as many at the numbers of targets.

    Args:
        counter: is given a register and a day, and returns whole numbers by indicator id.
        program: whose indicators and phases are meant.
        phase: the id of a phase, instead of the running one. `as_of` may then be after its end too, and what happened
            after it does not count.
        registers: what to draw instead of registers in which every count is one number. Where one of these leaves a
            count open, every number that the figure can be is right.

    Raises:
        AssertionError: with the least example found: the number, those that it can be, what counts and what does not.
        UnknownId: if there is no such phase.
        InvalidType: for `registers` that are no strategy.

    >>> from nsc_program import HANOI, Training
    >>> def participations(register: Register, as_of: date) -> dict[str, int]:
    ...     (phase,) = (phase for phase in HANOI.phases if as_of in phase.period)
    ...     days = (each.on for each in register.current if isinstance(each, Training))
    ...     return {"trained/participations": sum(phase.period.first <= day <= as_of for day in days)}
    >>> check_counter(participations, HANOI)
    """
    if registers is not None and not isinstance(registers, SearchStrategy):
        raise wrong_type("registers", _A_STRATEGY, registers)
    phases = program.phases if phase is None else (program.phase(phase),)
    days, returned = _days(phases, after=phase is not None), set[str]()

    def check(case: Case) -> None:
        if type(case.register) is not Register:
            raise wrong_type("registers", _A_STRATEGY, case.register)
        found = counter(case.register, case.as_of)
        reached = Reached(program, _running(phases, case.as_of), case.register, case.as_of)
        wrong = miscounts(found, reached)
        if wrong:  # raised in one place: Hypothesis takes it for one fault, and looks for the least example of any
            raise AssertionError(wrong)
        returned.update(found)

    stages = (
        _stages(program, phases, days, returned)
        if registers is None
        else [(st.builds(Case, registers, days), 1)]
    )
    for cases, share in stages:
        run(check, cases, share)
    if not returned:
        raise AssertionError("the counter never returned an indicator's id, so nothing was checked")


MOST_SHOWN = 8


@final
@frozen(repr=False)
class Case:
    """What a counter is given."""

    register: Register
    as_of: date

    def _repr_pretty_(self, printer: Any, _: bool) -> None:  # noqa: ANN401, FBT001  # as Hypothesis calls it
        printer.text(repr(self))

    def __repr__(self) -> str:
        """Give the records, unless they are too many to look at; no counter asks what is claimed of them."""
        records = getattr(self.register, "records", ())
        few = len(records) <= MOST_SHOWN
        shown = f"[{', '.join(map(_written, records))}]" if few else f"<{len(records)} of them>"
        return f"Case(as_of={self.as_of!r}, records={shown})"


def _written(value: Any) -> str:  # noqa: ANN401  # of whatever a field holds
    """A value as one would write it down: a record without the fields that have their defaults."""
    if isinstance(value, Enum):
        return f"{type(value).__name__}.{value.name}"
    if isinstance(value, tuple):
        return f"({''.join(f'{_written(each)}, ' for each in value)})"
    if not has(type(value)):
        return repr(value)
    held = {each.name: getattr(value, each.name) for each in fields(type(value))}
    usual = {each.name: each.default for each in fields(type(value))}
    said = (f"{name}={_written(given)}" for name, given in held.items() if given != usual[name])
    return f"{type(value).__name__}({', '.join(said)})"


# --- the phase and the day ---


def _running(phases: Collection[Phase], as_of: date) -> Phase:
    """The shortest phase that holds a day; the one that was named, though it is over."""
    holding = [phase for phase in phases if as_of in phase.period] or phases
    return min(holding, key=lambda phase: phase.period.end - phase.period.first)


MOST_DAYS_AFTER = 400  # more than a year


def _days(phases: Iterable[Phase], *, after: bool) -> SearchStrategy[date]:
    """Days of phases: last days, days at which a phase turns, and any; days after the last one too if asked."""
    periods = [phase.period for phase in phases]
    if after:
        late = beside(max(period.end for period in periods), MOST_DAYS_AFTER)
        periods = [evolve(period, end=late) for period in periods]
    ends = [phase.period.end for phase in phases]
    edges = [*ends, *(phase.period.first for phase in phases)]
    near = (beside(day, step) for day in edges for step in (1, -1))
    turns = [day for day in (*edges, *near) if any(day in period for period in periods)]
    return st.one_of(
        st.just(ends[0]),
        st.sampled_from(ends),
        st.sampled_from(turns),
        *(st.dates(each.first, each.end) for each in unite(periods)),
    )


# --- the registers ---


def _stages(
    program: Program,
    phases: Sequence[Phase],
    days: SearchStrategy[date],
    returned: AbstractSet[str],
) -> Iterator[tuple[SearchStrategy[Case], float]]:
    """Cases to draw, each with its share of examples. What they hold depends on what was `returned` so far."""
    plan = _own_part(program, phases)
    own = {indicator.id for indicator in plan.indicators if indicator.accumulates}
    counted: dict[type[AnyRecord], Collection[str]] = {**COUNTED_BY, **({Fact: own} if own else {})}
    mixed = strategies.registers(plan, exact=True, kinds=tuple(counted))
    # On one day first: of two least examples, that one is found which does not depend on the day.
    yield st.builds(Case, mixed, st.just(phases[0].period.end)), 1
    yield st.builds(Case, mixed, days), 1
    for kind, indicators in counted.items():
        if returned & set(indicators):
            yield (
                st.builds(
                    Case, st.sampled_from(_single(plan, kind)), st.just(phases[0].period.end)
                ),
                2,
            )
            yield st.builds(Case, composed(_alike, plan, kind), days), 1
    near = list(_near(program, returned))
    if near:
        yield st.builds(Case, st.one_of(near), days), 0.25


def _own_part(program: Program, phases: Iterable[Phase]) -> Program:
    """The plan without what the library's records are counted by, so that no facts stand beside those.

    The simplest day of a record is the last one of the first phase, so those that are counted in come first.
    """
    recorded = {indicator for indicators in COUNTED_BY.values() for indicator in indicators}
    return evolve(
        program,
        indicators=tuple(each for each in program.indicators if each.id not in recorded),
        questions=(),
        phases=tuple(
            evolve(phase, targets=()) for phase in dict.fromkeys((*phases, *program.phases))
        ),
        past=(),
        objectives=(),
    )


SAME, AKIN, OTHER, LATER = range(4)
"""What a record is: about one thing, about a branch of it, about something else, or a later version of the last."""
KEYS = ("enterprise", "person", "registration", "key")
"""The fields that say what a record is about. Of enterprises the second value is a branch of the first."""
TURNS = range(12)
"""Which of the days at which something turns."""


def _single(plan: Program, kind: type[AnyRecord]) -> Sequence[Register]:
    """Each register of one record, the simplest there is, which counts, but for one field or the day of all its days.

    And those in which a later version changes one field. They are so few that all are tried.
    """
    simplest = _Simplest.of(plan, kind)
    first: dict[str, Any] = {"id": "r0", "recorded_on": None}
    later = {**first, "recorded_on": beside(plan.phases[0].period.end, 1)}
    changes = list(dict.fromkeys(simplest.changes))
    whole = [[simplest.record(first, day=day)] for day in TURNS]
    changed = [[simplest.record(first, {name: value})] for name, value in changes]
    # What lapses counts if all that it takes came before, and no less once it has lapsed.
    lapsed = [
        [simplest.record(first, {flag: True, **simplest.span(day)})]
        for flag in simplest.lapses
        for day in TURNS
    ]
    lapsed += [
        [simplest.record(first, {flag: True}, day=day)] for flag in simplest.lapses for day in TURNS
    ]
    others = [
        [simplest.record(first), simplest.record({**first, "id": "r1"}, key=key)]
        for key in simplest.keys
    ]
    corrected = [
        [simplest.record(first), simplest.record(later, {name: each[1]})]
        for name, each in simplest.values.items()
        if len(each) > 1
    ]
    return [
        Register(records, everything(plan))
        for records in (*whole, *changed, *lapsed, *others, *corrected)
    ]


MOST_ALIKE = 6
MOST_CHANGES = 2
DAYS = (*[0] * 6, *TURNS)
"""The last day of the first phase more often than the others."""


def _alike(draw: DrawFn, plan: Program, kind: type[AnyRecord]) -> Register:
    """Records of one class, each the simplest there is but for a few fields.

    A mistake about one field then shows, where in a record of which all fields are drawn another mostly hides it.
    """
    simplest = _Simplest.of(plan, kind)
    changes = st.lists(st.sampled_from(simplest.changes), max_size=MOST_CHANGES)
    drawn = st.tuples(st.sampled_from((SAME, AKIN, OTHER, LATER)), st.sampled_from(DAYS), changes)
    records: list[AnyRecord] = []
    named: dict[str, Any] = {}
    for place, (how, day, changed) in enumerate(draw(st.lists(drawn, max_size=MOST_ALIKE))):
        if how == LATER and named:
            named = {**named, "recorded_on": beside(plan.phases[0].period.end, place)}
        else:
            named = {"id": f"r{place}", "recorded_on": None}
        records.append(simplest.record(named, dict(changed), day=day, key=_key(how, place)))
    return Register(records, everything(plan))


def _key(how: int, place: int) -> int:
    """Which of the values of a key a record has."""
    return {AKIN: 1, OTHER: -1 - place}.get(how, 0)


@final
@frozen
class _Simplest:
    """The simplest record of a class, and what each of its fields can be instead."""

    make: Callable[..., AnyRecord]
    values: Mapping[str, Sequence[Any]]
    days: AbstractSet[str]

    @classmethod
    def of(cls, plan: Program, kind: type[AnyRecord]) -> Self:
        """Take the values of each field once, the simplest first; of days those at which something turns."""
        found = kinds_of(plan, exact=True)[kind]
        short = {name: tuple(dict.fromkeys(table)) for name, table, _ in found.fields.short}
        # A day that may be missing is so in the last of its values.
        long = {
            name: (*(days[place] for place in TURNS), days[-1])
            for name, days, _ in found.fields.long
        }
        return cls(found.make, short | long, set(long))

    def span(self, day: int) -> dict[str, Any]:
        """The days from which and to which it holds, where it has such."""
        return {name: self.values[name][day] for name in ("one", "two") if name in self.values}

    @property
    def keys(self) -> Sequence[int]:
        """Which values the field has that says what a record is about."""
        return range(
            max((len(each) for name, each in self.values.items() if name in KEYS), default=0)
        )

    @property
    def lapses(self) -> Sequence[str]:
        """The fields that say that it has lapsed."""
        return [name for name in self.values if name in ("lapses", "expires", "withdrawn")]

    @property
    def changes(self) -> Sequence[tuple[str, Any]]:
        """What a field can be instead of the simplest; every field is about as likely to be changed as another."""
        return [
            (name, value)
            for name, each in self.values.items()
            for value in islice(cycle(each[1:]), MANY)
        ]

    def record(
        self,
        named: Mapping[str, Any],
        changed: Mapping[str, Any] | None = None,
        *,
        day: int = 0,
        key: int = 0,
    ) -> AnyRecord:
        """Make a record: its days are all the same, but for what is changed."""
        at = {
            name: day if name in self.days else key if name in KEYS else 0 for name in self.values
        }
        chosen = {name: each[at[name] % len(each)] for name, each in self.values.items()}
        return self.make(**{**named, **chosen, **(changed or {})})


MANY = 24
"""How many changes of one field there are, so that one with few values is changed as often as one with many."""

MOST_COUNTED = 30
"""A target with a larger number takes too many records to draw."""


def _near(program: Program, returned: Collection[str]) -> Iterator[SearchStrategy[Register]]:
    """Registers in which a target that is counted turns, where that takes few records."""
    for phase in program.phases:
        for target in phase.targets:
            if _is_small(target, phase) and program.indicator_of(target.id).id in returned:
                yield from _near_target(program, target)


def _near_target(program: Program, target: Target) -> Iterator[SearchStrategy[Register]]:
    with suppress(InvalidValue):  # it may turn at no number
        yield strategies.near_threshold(program, target.id).map(lambda near: near.register)


MOST_GROWTH = 1_000
"""In percent, of a baseline of a few things."""


def _is_small(target: Target, phase: Phase) -> bool:
    """Whether a few records are enough; where the baseline overlaps the phase there would be reports."""
    match target.basis:
        case Growth(baseline):
            return (
                not baseline.meets(phase.period) and (worded(target.bound).high or 0) <= MOST_GROWTH
            )
        case YearlyGrowth():
            return False
        case _:
            return (worded(target.bound).high or 0) <= MOST_COUNTED
