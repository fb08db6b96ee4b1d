"""Figures that follow a register while it grows, without counting all of it again."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from functools import reduce
from operator import or_
from typing import Any, final

from nsc_program.figures._columns import Column, Decider, columns_of, deciders_of
from nsc_program.figures._complete_periods import Lost, lost_in_rejected_rows
from nsc_program.figures._counted_states import refuse_counted_states
from nsc_program.figures._counts import Counts, by_indicator, sharing_keys
from nsc_program.figures._figures import Figure, Figures
from nsc_program.figures._kept import Changes, Kept
from nsc_program.figures._sheet import Sheet
from nsc_program.figures._tallying import Evidence, Heard, all_periods, check_arguments
from nsc_program.plan._counting import Counting
from nsc_program.plan._indicators import Indicator
from nsc_program.plan._program import Program
from nsc_program.records._base import Record
from nsc_program.records._completeness import Completeness
from nsc_program.records._records import AnyRecord, Fact
from nsc_program.records._register import Register
from nsc_program.records._rejected_rows import RejectedRow
from nsc_program.values._periods import Period


@final
class RunningTally:
    """Số liệu cập nhật dần: the figures of a register to which a service keeps adding.

    They always equal `tally(program, register, as_of=…)` of everything that was added. An added
    record costs the same however many records there are; only a report or a claim that brings a new
    period to count over makes the next figures count everything again. Not for use by several
    threads at once.

    >>> from nsc_program import HANOI, Support
    >>> running = RunningTally(HANOI, Register(), as_of=date(2025, 12, 31))
    >>> running.add(
    ...     Support(
    ...         id="s1",
    ...         enterprise="SAMPLE-1",
    ...         started_on=date(2024, 3, 1),
    ...         completed_on=date(2024, 9, 30),
    ...     )
    ... )
    >>> supported, phase = HANOI.indicator("supported"), HANOI.phase("2021-2025").period
    >>> print(running.figures.figure(supported, phase).range)
    [1, ∞)
    """

    def __init__(
        self, program: Program, register: Register, *, as_of: date, periods: Iterable[Period] = ()
    ) -> None:
        """Begin with a register, which may be empty.

        Args:
            program: the plan.
            register: the records, claims of completeness, reports and rejected rows so far.
            as_of: the day of judgement; the figures are known at its close.
            periods: further periods to count over.

        Raises:
            InvalidType: if `as_of` is not a date, and for arguments of other classes.
            InvalidValue: if the register has a fact of a state, or is about a territory that is not
                the plan's or a part of it.
        """
        check_arguments(program, register, as_of)
        self._program, self._as_of = program, as_of
        self._periods = all_periods(program, periods)
        self._kept = Kept(register)
        self._heard: Sequence[Heard] = ()
        self._wanted: Mapping[str, Collection[Period]] = {}
        self._groups: Sequence[_Group] = ()
        self._made: dict[str, tuple[Figure, ...]] = {}

    @property
    def register(self) -> Register:
        """Everything that was added, as one register; it is put together when it is asked for."""
        return self._kept.register

    def add(self, *entries: AnyRecord | Completeness | RejectedRow) -> None:
        """Add versions of records, facts, claims of completeness and rejected rows.

        An entry that was added before changes nothing. Nothing is added if one entry is refused.

        Args:
            entries: the entries, in any order.

        Raises:
            InvalidType: for an entry of any other class.
            InvalidValue: for a fact of a state, and for records of two classes with one name.
            RegisterConflict: if two versions of one record have the same date and differ.
        """
        added = _register_of(entries)
        refuse_counted_states(self._program, added.records)
        before = self._kept.heard
        changes = self._kept.add(added)
        if self._kept.heard is not before:
            self._heard = ()
        for group in self._groups:
            if group.change(changes):
                self._forget(group.indicators)

    def _forget(self, indicators: Iterable[Indicator]) -> None:
        for indicator in indicators:
            self._made.pop(indicator.id, None)

    @property
    def figures(self) -> Figures:
        """The figures of everything that was added.

        Raises:
            InvalidValue: if a count is a number that its indicator cannot take.
        """
        evidence = Evidence.of(self._program, self._kept.heard, self._as_of, self._periods)
        if not self._heard:
            self._hear(evidence)
        for group in self._groups:
            if any(indicator.id not in self._made for indicator in group.indicators):
                self._make(evidence, group)
        figures = (self._made[indicator.id] for indicator in self._program.indicators)
        return evidence.all_figures(self._program, figures)

    def _hear(self, evidence: Evidence) -> None:
        """Hear the reports and the claims anew, and count anew over other periods than before."""
        self._made.clear()
        heard = [evidence.heard(indicator) for indicator in self._program.indicators]
        wanted = {each.indicator.id: each.places for each in heard}
        if wanted != self._wanted:
            self._groups, self._wanted = self._counted(wanted), wanted
        self._heard = heard

    def _counted(self, wanted: Mapping[str, Collection[Period]]) -> Sequence["_Group"]:
        """Count all records over some periods."""
        by_class: defaultdict[type, list[Any]] = defaultdict(list)
        for record in self._kept.current():
            by_class[type(record)].append(record)
        facts = by_indicator(by_class[Fact])
        return [
            _Group(columns_of(sharing, wanted, self._as_of), by_class, facts)
            for sharing in sharing_keys(self._program.indicators)
        ]

    def _make(self, evidence: Evidence, group: "_Group") -> None:
        """Make the figures of a group of indicators."""
        counts = group.counts()
        for heard in self._heard:
            indicator = heard.indicator
            if indicator in group.indicators:
                figures = evidence.figures(heard, counts, self._lost(indicator))
                self._made[indicator.id] = tuple(figures)

    def _lost(self, indicator: Indicator) -> Lost:
        """Return what rejected rows may change in the count of an indicator."""
        return lost_in_rejected_rows(indicator, self._kept.heard, self._kept.withdrawn)


def _register_of(entries: Iterable[AnyRecord | Completeness | RejectedRow]) -> Register:
    """Return a register of some entries; it refuses entries of any other class."""
    by_kind: dict[type, list[Any]] = {Completeness: [], RejectedRow: []}
    records: list[Any] = []
    for entry in entries:
        by_kind.get(type(entry), records).append(entry)
    return Register(records, by_kind[Completeness], by_kind[RejectedRow])


@final
class _Group:
    """What is counted of indicators that share keys, and the masks from which it comes.

    A key counts for what any of its records counts for, so the masks of its records are kept, each
    with the number of these records.
    """

    def __init__(
        self,
        columns: list[Column],
        by_class: Mapping[type, Sequence[Any]],
        facts: Mapping[str, Sequence[Fact]],
    ) -> None:
        """Count the records of each class that the indicators count, and the facts about them."""
        self.indicators = [column.indicator for column in columns]
        self._sheet = Sheet(columns)
        self._deciders: defaultdict[type, list[Decider]] = defaultdict(list)
        for decider in deciders_of(columns):
            self._deciders[decider.of].append(decider)
        self._parts: Counter[tuple[str, int]] = Counter()
        self._crowds: Counter[tuple[int, int]] = Counter()
        self._distinct: set[int] = set()
        self._numbers: list[list[int]] = []
        for kind in self._deciders:
            self._count(by_class[kind], 1)
        self._count_facts(self._sheet.facts_of(facts))
        self._numbers = self._sheet.numbers()

    def counts(self) -> Counts:
        """Return how many things each indicator counts in each period."""
        return dict(self._sheet.sizes_of(self._numbers, +self._crowds))

    def change(self, changes: Changes) -> bool:
        """Change what is counted, and return whether it may have changed.

        Args:
            changes: records as they counted before and after something was added.
        """
        changed = [pair for pair in changes if any(map(self._is_counted, pair))]
        for before, after in changed:
            if isinstance(after, Fact):
                self._count_facts([after])
            else:
                self._count([before] if before else [], -1)
                self._count([after] if after else [], 1)
        return bool(changed)

    def _is_counted(self, record: AnyRecord | None) -> bool:
        """Return whether an indicator of the group counts records like this one."""
        if isinstance(record, Fact):
            return self._sheet.is_about(record)
        return type(record) in self._deciders

    def _count(self, records: Sequence[Any], times: int) -> None:
        """Count records of one class once more, or once less."""
        for decider in self._deciders.get(type(records[0]), ()) if records else ():
            for alike in decider.alike(records):
                for mask, record in zip(decider.masks(alike), alike, strict=False):
                    self._count_thing(decider.first, record, mask, times)

    def _count_thing(self, rule: Counting, record: Record, mask: int, times: int) -> None:
        """Count the thing that a record is about, or the things without keys."""
        key, unnamed = rule.thing(record)
        if not unnamed:
            self._count_key(key, mask, times)
        elif mask:
            self._crowds[unnamed, mask] += times
            self._sheet.crowds[key, rule.of, rule.each] = unnamed, mask if times > 0 else 0

    def _count_facts(self, facts: Iterable[Fact]) -> None:
        """Count plain facts, which are never changed."""
        for fact in facts:
            self._count_key(fact.key, self._sheet.mask_of(fact), 1)
            self._sheet.note_head(fact)

    def _count_key(self, key: str, mask: int, times: int) -> None:
        """Count a key for what one more record counts for, or for what one record less does."""
        self._distinct.add(mask)
        self._parts[key, mask] += times
        if not self._parts[key, mask]:
            del self._parts[key, mask]
        before = self._sheet.masks.get(key, 0)
        after = before | mask if times > 0 else self._united(key)
        self._sheet.masks[key] = after
        if self._numbers and before != after:
            self._sheet.shift(self._numbers, before, -1)
            self._sheet.shift(self._numbers, after, 1)

    def _united(self, key: str) -> int:
        """Return what a key counts for."""
        return reduce(or_, (mask for mask in self._distinct if (key, mask) in self._parts), 0)
