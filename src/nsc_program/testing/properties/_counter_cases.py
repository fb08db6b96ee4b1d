"""The cases that a counter is tried on: registers that Hypothesis draws, each with a day."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from contextlib import suppress
from datetime import date
from enum import Enum
from functools import cached_property
from itertools import chain
from typing import Any, TypeAlias, final

from attrs import evolve, fields, frozen, has
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from nsc_program.errors import InvalidValue
from nsc_program.plan._bases import IN_PERCENT, TOTALS, Change, MeanGrowth, YearlyGrowth
from nsc_program.plan._bounds import worded
from nsc_program.plan._program import Program
from nsc_program.plan._targets import Phase, Target
from nsc_program.records._records import RECORD_CLASSES, AnyRecord, Fact
from nsc_program.records._register import Register
from nsc_program.testing import strategies
from nsc_program.testing.properties._simplest_records import alike, registers_of_one
from nsc_program.testing.strategies._fields import beside, composed
from nsc_program.values._periods import Period, unite

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
    return f"{type(value).__name__}({', '.join(_arguments(value))})"


def _arguments(record: Any) -> Iterator[str]:  # noqa: ANN401  # a value of any attrs class
    """Yield the arguments that make a record, except the defaults."""
    for field in fields(type(record)):
        argument = getattr(record, field.name)
        if argument != field.default:
            yield f"{field.name}={_written(argument)}"


# --- the day ---

MOST_DAYS_AFTER = 400  # more than a year


def days_of(phases: Iterable[Phase], *, after: bool) -> SearchStrategy[date]:
    """Draw days of phases, often turning days; optionally days after the last phase too."""
    periods = [phase.period for phase in phases]
    allowed = list(_prolonged(periods)) if after else periods
    ends = _ends(periods)
    turns = list(_turns_within(periods, allowed))
    often = (st.just(ends[0]), st.sampled_from(ends), st.sampled_from(turns))
    return st.one_of(*often, *map(_days_in, unite(allowed)))


def _days_in(period: Period) -> SearchStrategy[date]:
    """Draw any day of a period."""
    return st.dates(period.first, period.end)


def _turns_within(periods: Sequence[Period], allowed: Sequence[Period]) -> Iterator[date]:
    """Yield the turning days of periods that lie in an allowed period."""
    return (day for day in _turns(periods) if any(day in period for period in allowed))


def _prolonged(periods: Sequence[Period]) -> Iterator[Period]:
    """Yield the periods with an end some time after the last of them."""
    late = beside(max(_ends(periods)), MOST_DAYS_AFTER)
    return (evolve(period, end=late) for period in periods)


def _turns(periods: Sequence[Period]) -> Iterator[date]:
    """Yield the last days of periods, the first days, and the days next to them."""
    edges = [*_ends(periods), *(period.first for period in periods)]
    near = ((beside(day, 1), beside(day, -1)) for day in edges)
    return chain(edges, chain.from_iterable(near))


def _ends(periods: Iterable[Period]) -> list[date]:
    """Return the last days of periods."""
    return [period.end for period in periods]


# --- the registers ---

Stage: TypeAlias = tuple[SearchStrategy[Case], float]
"""A strategy for cases, with its share of the number of examples."""


@final
@frozen
class Stages:
    """The stages of trying a counter; later ones depend on the ids that it has returned so far.

    Attributes:
        program: The plan.
        phases: The phases to count.
        days: A strategy for days.
        returned: The ids that the counter has returned so far.
    """

    program: Program
    phases: Sequence[Phase]
    days: SearchStrategy[date]
    returned: AbstractSet[str]

    def __iter__(self) -> Iterator[Stage]:
        """Yield the stages: all classes together, each counted class, and counts near targets."""
        counted = _indicators_by_class(self._plan)
        yield from self._mixed(tuple(counted))
        for kind, indicators in counted.items():
            if self.returned & set(indicators):
                yield from self._of_class(kind)
        yield from self._near_targets()

    @cached_property
    def _plan(self) -> Program:
        """The counted part of the plan."""
        return _counted_part(self.program, self.phases)

    @property
    def _fixed(self) -> SearchStrategy[date]:
        """One day, so that the smallest example does not depend on the day."""
        return st.just(self.phases[0].period.end)

    def _mixed(self, kinds: Collection[type[AnyRecord]]) -> Iterator[Stage]:
        """Yield the stages with records of all classes."""
        mixed = strategies.registers(self._plan, exact=True, kinds=kinds)
        return ((st.builds(Case, mixed, days), 1) for days in (self._fixed, self.days))

    def _of_class(self, kind: type[AnyRecord]) -> Iterator[Stage]:
        """Yield the stages with records of one class."""
        few = st.sampled_from(registers_of_one(self._plan, kind))
        yield st.builds(Case, few, self._fixed), 2
        yield st.builds(Case, composed(alike, self._plan, kind), self.days), 1

    def _near_targets(self) -> Iterator[Stage]:
        """Yield the stage with counts near the numbers of targets, if there are such targets."""
        near = list(_near(self.program, self.returned))
        if near:
            yield st.builds(Case, st.one_of(near), self.days), 0.25


def _indicators_by_class(plan: Program) -> dict[type[AnyRecord], Collection[str]]:
    """Return the ids of the indicators that records of each class count towards."""
    kinds = dict.fromkeys((*RECORD_CLASSES, *plan.counted_classes))
    counted: dict[type[AnyRecord], Collection[str]] = {
        kind: _counted_from(kind, plan) for kind in kinds
    }
    own = list(_counted_from_facts(plan))
    return counted | {Fact: own} if own else counted


def _counted_from(kind: type[Any], plan: Program) -> list[str]:
    """Return the ids of the indicators that count records of a class."""
    return [indicator.id for indicator in plan.counting(kind)]


def _counted_from_facts(plan: Program) -> Iterator[str]:
    """Yield the ids of the counted indicators that do not have a rule."""
    for indicator in plan.indicators:
        if indicator.accumulates and not indicator.counting:
            yield indicator.id


def _counted_part(program: Program, phases: Iterable[Phase]) -> Program:
    """Return the plan without its targets, with the phases to count first.

    The simplest day of a record is the last day of the first phase.
    """
    in_order = dict.fromkeys((*phases, *program.phases))
    bare = tuple(evolve(phase, targets=()) for phase in in_order)
    return evolve(program, questions=(), phases=bare, past=(), objectives=())


MOST_COUNTED = 30
"""The greatest number of a target near which registers are drawn."""


def _near(program: Program, returned: Collection[str]) -> Iterator[SearchStrategy[Register]]:
    """Yield strategies for registers in which a counted target turns with a few records."""
    for target in _small_targets(program):
        if program.indicator_of(target.id).id in returned:
            yield from _near_target(program, target)


def _small_targets(program: Program) -> Iterator[Target]:
    """Yield the targets that turn with a few records."""
    for phase in program.phases:
        yield from (target for target in phase.targets if _is_small(target, phase))


def _near_target(program: Program, target: Target) -> Iterator[SearchStrategy[Register]]:
    with suppress(InvalidValue):  # the target may not turn at any number
        yield strategies.near_threshold(program, target.id).map(lambda near: near.register)


MOST_GROWTH = 1_000
"""The greatest growth, in per cent of a baseline of a few things."""


def _is_small(target: Target, phase: Phase) -> bool:
    """Tell whether a few records are enough.

    A baseline that overlaps the compared period would take reports, as does that of a day.
    """
    basis, number = target.basis, worded(target.bound).high or 0
    if number > (MOST_GROWTH if isinstance(basis, IN_PERCENT) else MOST_COUNTED):
        return False
    return isinstance(basis, TOTALS) or _lies_apart(basis, phase.period)


def _lies_apart(basis: Change, phase: Period) -> bool:
    """Tell whether a change starts from a baseline that shares no day with what is compared."""
    if isinstance(basis, (YearlyGrowth, MeanGrowth)):
        return False
    return basis.baseline.start is not None and not basis.baseline.meets(phase)
