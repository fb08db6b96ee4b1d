"""Hold a counter of your own, such as an SQL query, to the counts of this library.

Hypothesis draws the registers that both count.
"""

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
from nsc_program.records._records import RECORD_CLASSES, AnyRecord, Fact
from nsc_program.records._register import Register
from nsc_program.testing import strategies
from nsc_program.testing.properties._miscounts import Reached, miscounts
from nsc_program.testing.properties._running import run
from nsc_program.testing.strategies._drawing_records import kind_of
from nsc_program.testing.strategies._drawing_registers import everything
from nsc_program.testing.strategies._fields import beside, composed
from nsc_program.values._periods import unite
from nsc_program.values._validators import wrong_type

Counter: TypeAlias = Callable[[Register, date], Mapping[str, int]]
"""A system's own counting.

A counter is called with a register and a day. It returns a number for each indicator that it
counts, by the id of the indicator.
"""

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
    """Hold a counter to the counts of this library.

    A count is the number of distinct things in the running phase by the close of `as_of`. The
    running phase is the phase that holds `as_of`: of several the shortest, and of equally long ones
    the first in the plan. `register.records` holds all versions of the records, and
    `register.current` the latest versions that are not annulled. Every version is known, whenever
    it was entered. The indicators that the library's records count towards are counted from records
    only; a plan's own indicators are counted from `Fact`s.

    The counter is judged on the ids that it returns, and may return different ids on each call.
    The number of examples in Hypothesis' profile is drawn once with records of all classes on a
    fixed day, once on other days, and three times for each class that the counter counts. A quarter
    of that number is drawn near the numbers of targets.

    Args:
        counter: A function from a register and a day to whole numbers by the id of the indicator.
        program: The plan whose indicators and phases are counted.
        phase: The id of a phase to count instead of the running one. `as_of` may then also be after
            the end of that phase; things that happened after the end do not count.
        registers: A strategy to draw from instead of registers in which every count is one number.
            If a drawn register leaves a count open, every number that the figure can have is right.

    Raises:
        AssertionError: If the counter is wrong: gives the smallest example, with the counter's
            number, the possible numbers, what counts, and what is left out.
        UnknownId: If the plan does not have the phase.
        InvalidType: If `registers` is not a strategy of registers.

    >>> from nsc_program import HANOI, Training
    >>> def participations(register: Register, as_of: date) -> dict[str, int]:
    ...     (phase,) = (phase for phase in HANOI.phases if as_of in phase.period)
    ...     trainings = [each for each in register.current if isinstance(each, Training)]
    ...     in_phase = [each for each in trainings if phase.period.first <= each.on <= as_of]
    ...     return {"trained/participations": len(in_phase)}
    >>> check_counter(participations, HANOI)
    """
    if registers is not None and not isinstance(registers, SearchStrategy):
        raise wrong_type("registers", _A_STRATEGY, registers)
    phases = program.phases if phase is None else (program.phase(phase),)
    days, returned = _days(phases, after=phase is not None), set[str]()

    def check(case: Case) -> None:
        if type(case.register) is not Register:
            raise wrong_type("registers", _A_STRATEGY, case.register)
        numbers = counter(case.register, case.as_of)
        reached = Reached(program, _running(phases, case.as_of), case.register, case.as_of)
        wrong = miscounts(numbers, reached)
        if wrong:
            # Hypothesis takes all errors raised here for one fault, and shrinks to one example.
            raise AssertionError(wrong)
        returned.update(numbers)

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
    """The arguments of one call of a counter.

    Attributes:
        register: The register.
        as_of: The day.
    """

    register: Register
    as_of: date

    def _repr_pretty_(self, printer: Any, _: bool) -> None:  # noqa: ANN401, FBT001  # as Hypothesis calls it
        printer.text(repr(self))

    def __repr__(self) -> str:
        """Return the day and the records, or only the number of the records if they are many."""
        records = getattr(self.register, "records", ())
        few = len(records) <= MOST_SHOWN
        shown = f"[{', '.join(map(_written, records))}]" if few else f"<{len(records)} of them>"
        return f"Case(as_of={self.as_of!r}, records={shown})"


def _written(value: Any) -> str:  # noqa: ANN401  # a field may hold any value
    """Return a value as Python code; a record leaves out the fields that have their defaults."""
    if isinstance(value, Enum):
        return f"{type(value).__name__}.{value.name}"
    if isinstance(value, tuple):
        return f"({''.join(f'{_written(item)}, ' for item in value)})"
    if not has(type(value)):
        return repr(value)
    pairs = [(field, getattr(value, field.name)) for field in fields(type(value))]
    arguments = (
        f"{field.name}={_written(argument)}"
        for field, argument in pairs
        if argument != field.default
    )
    return f"{type(value).__name__}({', '.join(arguments)})"


# --- the phase and the day ---


def _running(phases: Collection[Phase], as_of: date) -> Phase:
    """Return the shortest phase that holds a day, or the phase that was named if it is over."""
    holding = [phase for phase in phases if as_of in phase.period] or phases
    return min(holding, key=lambda phase: phase.period.end - phase.period.first)


MOST_DAYS_AFTER = 400  # more than a year


def _days(phases: Iterable[Phase], *, after: bool) -> SearchStrategy[date]:
    """Draw days of phases, often turning days; optionally days after the last phase too."""
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
        *(st.dates(period.first, period.end) for period in unite(periods)),
    )


# --- the registers ---


def _stages(
    program: Program,
    phases: Sequence[Phase],
    days: SearchStrategy[date],
    returned: AbstractSet[str],
) -> Iterator[tuple[SearchStrategy[Case], float]]:
    """Yield strategies for cases, each with its share of examples.

    Later ones depend on the ids that the counter has `returned` so far.
    """
    plan = _counted_part(program, phases)
    own = {
        indicator.id
        for indicator in plan.indicators
        if indicator.accumulates and not indicator.counting
    }
    counted: dict[type[AnyRecord], Collection[str]] = {
        kind: [indicator.id for indicator in plan.counting(kind)]
        for kind in dict.fromkeys((*RECORD_CLASSES, *plan.counted_classes))
    }
    if own:
        counted[Fact] = own
    mixed = strategies.registers(plan, exact=True, kinds=tuple(counted))
    # A fixed day comes first, so that the smallest example does not depend on the day.
    fixed = st.just(phases[0].period.end)
    yield st.builds(Case, mixed, fixed), 1
    yield st.builds(Case, mixed, days), 1
    for kind, indicators in counted.items():
        if returned & set(indicators):
            yield st.builds(Case, st.sampled_from(_single(plan, kind)), fixed), 2
            yield st.builds(Case, composed(_alike, plan, kind), days), 1
    near = list(_near(program, returned))
    if near:
        yield st.builds(Case, st.one_of(near), days), 0.25


def _counted_part(program: Program, phases: Iterable[Phase]) -> Program:
    """Return the plan without its targets, with the phases to count first.

    The simplest day of a record is the last day of the first phase.
    """
    return evolve(
        program,
        questions=(),
        phases=tuple(
            evolve(phase, targets=()) for phase in dict.fromkeys((*phases, *program.phases))
        ),
        past=(),
        objectives=(),
    )


SAME, AKIN, OTHER, LATER = range(4)
"""A record is about the same thing, a branch of it, or another thing, or is a later version."""
KEYS = ("enterprise", "person", "registration", "key")
"""The fields that name what a record is about.

The second value of an enterprise is a branch of the first.
"""
TURNS = range(12)
"""The places of the turning days that are tried."""


def _single(plan: Program, kind: type[AnyRecord]) -> Sequence[Register]:
    """Return registers of one simple record that counts, with one field or its day changed.

    There are also registers with a second record, or with a later version that changes one field.
    The registers are few enough to try all of them.
    """
    simplest = _Simplest.of(plan, kind)
    first: dict[str, Any] = {"id": "r0", "recorded_on": None}
    later = {**first, "recorded_on": beside(plan.phases[0].period.end, 1)}
    changes = list(dict.fromkeys(simplest.changes))
    whole = [[simplest.record(first, day=day)] for day in TURNS]
    changed = [[simplest.record(first, {name: value})] for name, value in changes]
    # A thing that lapses counts if it met its conditions before, even once it has lapsed.
    lapses = [(flag, day) for flag in simplest.lapses for day in TURNS]
    lapsed_early = [
        [simplest.record(first, {flag: True, **simplest.span(day)})] for flag, day in lapses
    ]
    lapsed = [[simplest.record(first, {flag: True}, day=day)] for flag, day in lapses]
    pairs = [
        [simplest.record(first), simplest.record({**first, "id": "r1"}, key=key)]
        for key in simplest.keys
    ]
    corrected = [
        [simplest.record(first), simplest.record(later, {name: values[1]})]
        for name, values in simplest.values.items()
        if len(values) > 1
    ]
    return [
        Register(records, everything(plan))
        for records in (*whole, *changed, *lapsed_early, *lapsed, *pairs, *corrected)
    ]


MOST_ALIKE = 6
MOST_CHANGES = 2
DAYS = (*[0] * 6, *TURNS)
"""The places to draw from: the last day of the first phase more often than the other days."""


def _alike(draw: DrawFn, plan: Program, kind: type[AnyRecord]) -> Register:
    """Draw records of one class, each with only a few fields that differ from the simplest.

    A mistake about one field then shows. If all fields were drawn, another field would mostly hide
    it.
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
    """Return the place of a record's key among the values of the key."""
    return {AKIN: 1, OTHER: -1 - place}.get(how, 0)


@final
@frozen
class _Simplest:
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
        short = {name: tuple(dict.fromkeys(table)) for name, table, _ in drawn.fields.short}
        # The last value of an optional day is `None`.
        long = {name: _few_days(days) for name, days, _ in drawn.fields.long}
        return cls(drawn.make, short | long, set(long))

    def span(self, day: int) -> dict[str, Any]:
        """Return the first and last day on which a record holds, if it has them."""
        names = [name for name in ("day_one", "day_two") if name in self.values]
        return {name: self.values[name][day] for name in names}

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
        places = {name: key if name in KEYS else 0 for name in self.values}
        places.update(dict.fromkeys(self.days, day))
        chosen = {name: values[places[name] % len(values)] for name, values in self.values.items()}
        return self.make(**{**named, **chosen, **(changed or {})})


def _few_days(days: Sequence[Any]) -> Sequence[Any]:
    return (*(days[place] for place in TURNS), days[-1])


MANY = 24
"""The number of changes of one field: a field with few values is changed as often as others."""

MOST_COUNTED = 30
"""The greatest number of a target near which registers are drawn."""


def _near(program: Program, returned: Collection[str]) -> Iterator[SearchStrategy[Register]]:
    """Yield strategies for registers in which a counted target turns with a few records."""
    for phase in program.phases:
        for target in phase.targets:
            if _is_small(target, phase) and program.indicator_of(target.id).id in returned:
                yield from _near_target(program, target)


def _near_target(program: Program, target: Target) -> Iterator[SearchStrategy[Register]]:
    with suppress(InvalidValue):  # the target may not turn at any number
        yield strategies.near_threshold(program, target.id).map(lambda near: near.register)


MOST_GROWTH = 1_000
"""The greatest growth, in per cent of a baseline of a few things."""


def _is_small(target: Target, phase: Phase) -> bool:
    """Tell whether a few records are enough.

    A baseline that overlaps the phase would take reports.
    """
    number = worded(target.bound).high or 0
    match target.basis:
        case Growth(baseline):
            return number <= MOST_GROWTH and not baseline.meets(phase.period)
        case YearlyGrowth():
            return False
        case _:
            return number <= MOST_COUNTED
