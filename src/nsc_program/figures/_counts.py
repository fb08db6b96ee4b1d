"""The number of different things that happened within some days.

Each key is counted once; things without keys are counted by their number.

Conditions look at few different combinations of values, so each rule is decided once for each
combination. What a key counts for is one whole number, a mask: it has a bit for each indicator and
period, and the masks of the records with one key are united by `|`. So a record costs the same
however many rules and periods there are.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial, reduce
from itertools import repeat
from operator import attrgetter, mul, or_
from typing import Any, NamedTuple, TypeAlias, final

from attrs import define, field, frozen

from nsc_program.plan._conditions import Event
from nsc_program.plan._counting import Counting
from nsc_program.plan._targets import Indicator
from nsc_program.records._records import AnyRecord, Fact, Record
from nsc_program.values._periods import Period
from nsc_program.values._validators import head_of


class Crowd(NamedTuple):
    """Things without keys that one record stands for, such as the people of a headcount.

    Attributes:
        size: how many things there are.
        verified: whether the record surely counts.
    """

    size: int
    verified: bool


class Size(NamedTuple):
    """The number of different things.

    Attributes:
        verified: how many things there are at least.
        unverified: how many more things there may be.
        unnamed: how many things are in crowds, without keys of their own.
    """

    verified: int
    unverified: int
    unnamed: int


def sized(
    verified: int, others: int, crowds: Collection[Crowd], apart: Collection[bool], *, adds_up: bool
) -> Size:
    """Return how many things keys and crowds stand for together.

    Two crowds may be the same things, and so may a crowd and the things with keys; but the things
    of one crowd are different. So different things are at least as many as the largest verified
    crowd. Records are always different, so all of their crowds add up.

    Args:
        verified: the number of keys that surely count.
        others: the number of further keys.
        crowds: the crowds.
        apart: an item for each key that names a thing of a crowd, which is therefore counted twice:
            whether both the key and the crowd are verified.
        adds_up: whether the things of different records are different.
    """
    sizes = [crowd.size for crowd in crowds if crowd.verified]
    if adds_up:
        least = verified + sum(sizes) - sum(1 for is_sure in apart if is_sure)
    else:
        least = max([verified, *sizes])
    unnamed = sum(crowd.size for crowd in crowds)
    most = verified + others + unnamed - len(apart)
    return Size(least, most - least, unnamed)


def named_of(crowds: Mapping[str, Crowd], keys: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the keys that name a thing of a crowd, each with the id of the crowd's record.

    A plain fact may name a person of a headcount: its key is the id of the record and a number.

    Args:
        crowds: the crowds, by the ids of their records.
        keys: the keys to look at.
    """
    for key in keys if crowds else ():
        record, number = head_of(key) or ("", 0)
        if record in crowds and number <= crowds[record].size:
            yield key, record


Counts: TypeAlias = Mapping[tuple[str, Period], Size]
"""Counts by indicator and period."""


def count(
    indicators: Iterable[Indicator],
    wanted: Mapping[str, Collection[Period]],
    records: Iterable[AnyRecord],
    as_of: date,
) -> Counts:
    """Count the things that happened by the close of a day, by indicator and period.

    Args:
        indicators: the indicators, with their counting rules.
        wanted: the periods to count over, by the ids of the indicators.
        records: the current records.
        as_of: the last day whose events count.
    """
    by_class: defaultdict[type, list[Any]] = defaultdict(list)
    for record in records:
        by_class[type(record)].append(record)
    counts: dict[tuple[str, Period], Size] = {}
    for sharing in _sharing_keys(indicators):
        columns = _columns(sharing, wanted, as_of)
        sheet = _Sheet(columns)
        for of, each in {(rule.of, rule.each) for column in columns for rule in column.rules}:
            sheet.add(_Decider(columns, of, each), by_class[of])
        sheet.add_facts(by_class[Fact])
        counts.update(sheet.sizes())
    return counts


def _sharing_keys(indicators: Iterable[Indicator]) -> list[list[Indicator]]:
    """Group indicators: those whose rules count a field that they share come together."""
    groups: list[tuple[set[object], list[Indicator]]] = []
    for indicator in indicators:
        fields: set[object] = {(rule.of, rule.each) for rule in indicator.counting}
        fields = fields or {indicator.id}
        members = [indicator]
        apart = []
        for group in groups:
            if group[0].isdisjoint(fields):
                apart.append(group)
            else:
                fields, members = fields | group[0], [*group[1], *members]
        groups = [*apart, (fields, members)]
    return [members for _, members in groups]


class _PeriodsOf(dict[date, int]):
    """The masks of the periods in which days lie, with a bit for each period; made once a day."""

    def __init__(self, periods: Iterable[Period], as_of: date) -> None:
        """Begin without masks.

        Args:
            periods: the periods.
            as_of: the last day that counts.
        """
        super().__init__()
        self.periods = tuple(periods)
        self._spans = [(period.first, min(period.end, as_of)) for period in self.periods]

    def __missing__(self, day: date) -> int:
        """Return the mask of a day."""
        mask = 0
        for place, (first, last) in enumerate(self._spans):
            if first <= day <= last:
                mask |= 1 << place
        self[day] = mask
        return mask


@final
@frozen
class _Column:
    """The places of one indicator in a mask, which has one bit for each indicator and period.

    Attributes:
        indicator: the indicator.
        periods: the periods of its figures, with the masks of days. Columns with the same periods
            share them.
        offset: the place of the first period.
    """

    indicator: Indicator
    periods: _PeriodsOf
    offset: int

    @property
    def rules(self) -> tuple[Counting, ...]:
        """The counting rules of the indicator."""
        return self.indicator.counting


def _columns(
    indicators: Iterable[Indicator], wanted: Mapping[str, Collection[Period]], as_of: date
) -> list[_Column]:
    """Give each indicator its places in a mask, one after the other."""
    columns: list[_Column] = []
    shared: dict[tuple[Period, ...], _PeriodsOf] = {}
    offset = 0
    for indicator in indicators:
        periods = tuple(wanted[indicator.id])
        days = shared.setdefault(periods, _PeriodsOf(periods, as_of))
        columns.append(_Column(indicator, days, offset))
        offset += len(periods)
    return columns


class _PeriodsByDays(dict[Any, int]):
    """The masks of the periods in which records count, by the days that their rules look at."""

    def __init__(self, rule: Counting, periods: _PeriodsOf) -> None:
        """Begin without masks, for all rules that look at the same days as this one."""
        super().__init__()
        self._rule, self._periods = rule, periods
        self.looked_at = rule.days

    def __missing__(self, days: Any) -> int:
        """Return the mask of the periods that hold the day on which a record counts."""
        on = self._rule.happened_on(days)
        mask = self[days] = self._periods[on] if isinstance(on, date) else 0
        return mask


_Timing: TypeAlias = tuple[Event, str | None, int]
"""The days that a rule looks at, and the identity of the periods that it is counted over."""


@final
class _Decider:
    """The rules that count one field of one class, decided once for each combination of values."""

    def __init__(self, columns: Iterable[_Column], of: type[Record], each: str) -> None:
        """Take the rules of some columns that count one field of one class."""
        self.rules = [
            (column, rule)
            for column in columns
            for rule in column.rules
            if rule.of is of and rule.each == each
        ]
        _, self.first = self.rules[0]
        fields = dict.fromkeys(name for _, rule in self.rules for name in rule.looks_at)
        self.values = attrgetter("verified", *fields)
        self.width = _width(columns)
        self.periods = {
            _timing(column, rule): _PeriodsByDays(rule, column.periods)
            for column, rule in self.rules
        }

    def alike(self, records: Sequence[Record]) -> Iterable[list[Record]]:
        """Group records by the values that the conditions look at."""
        groups: dict[Any, list[Record]] = {}
        for combination, record in zip(map(self.values, records), records, strict=True):
            group = groups.get(combination)
            if group is None:
                groups[combination] = [record]
            else:
                group.append(record)
        return groups.values()

    def masks(self, group: list[Record]) -> Iterable[int]:
        """Return what each record of a group counts for; nothing if no rule counts the group.

        The mask of the periods of a day, times a number with a bit at the offset of each column,
        has a copy for each column.
        """
        by_timing = []
        for timing, factor in self._factors(group[0]).items():
            periods = self.periods[timing]
            of_days = map(periods.__getitem__, map(periods.looked_at, group))
            by_timing.append(map(mul, of_days, repeat(factor)))
        return reduce(partial(map, or_), by_timing) if by_timing else ()

    def _factors(self, record: Record) -> Mapping[_Timing, int]:
        """Return a bit at the offset of each column that counts records with these values."""
        factors: dict[_Timing, int] = {}
        for column, rule in self.rules:
            not_met, is_sure = rule.asked(record)
            if not_met is None:
                timing = _timing(column, rule)
                offset = column.offset + (0 if is_sure else self.width)
                factors[timing] = factors.get(timing, 0) | 1 << offset
        return factors


def _timing(column: _Column, rule: Counting) -> _Timing:
    return rule.on, rule.until, id(column.periods)


@final
@define
class _Sheet:
    """What is counted of indicators that share keys.

    Attributes:
        columns: the places of the indicators.
        masks: what each key counts for: in the low half of the mask where it surely counts, and in
            the high half where it may count.
        crowds: the number of things of each record without a key, and what they count for.
    """

    columns: list[_Column]
    masks: dict[str, int] = field(factory=dict)
    crowds: dict[tuple[str, type], tuple[int, int]] = field(factory=dict)

    def add(self, decider: _Decider, records: Sequence[Record]) -> None:
        """Add records of the class that a decider decides."""
        rule = decider.first
        may_lack_a_key = rule.number is not None or rule.key.optional
        unite = self._unite_things if may_lack_a_key else _unite_keys
        united: dict[str, int] = {}
        for group in decider.alike(records):
            unite(rule, group, decider.masks(group), united)
        for branch, counted in rule.key.folded(united):
            united[counted] = united.get(counted, 0) | united.pop(branch)
        self._add_masks(united)

    def _unite_things(
        self, rule: Counting, group: list[Record], masks: Iterable[int], united: dict[str, int]
    ) -> None:
        """Add records that may stand for things without keys."""
        for mask, record in zip(masks, group, strict=False):
            if mask:
                key, unnamed = rule.thing(record)
                if unnamed:
                    self.crowds[key, rule.of] = unnamed, mask
                else:
                    united[key] = united.get(key, 0) | mask

    def _add_masks(self, united: dict[str, int]) -> None:
        """Add what the keys of one class count for."""
        if not self.masks:
            self.masks = united
            return
        for key, mask in united.items():
            self.masks[key] = self.masks.get(key, 0) | mask

    def add_facts(self, facts: Iterable[Fact]) -> None:
        """Add the plain facts about the indicators."""
        columns = {column.indicator.id: column for column in self.columns}
        width = _width(self.columns)
        for fact in facts:
            if fact.indicator in columns:
                column = columns[fact.indicator]
                mask = column.periods[fact.on] << column.offset + (0 if fact.verified else width)
                if mask:
                    self.masks[fact.key] = self.masks.get(fact.key, 0) | mask

    def sizes(self) -> Iterator[tuple[tuple[str, Period], Size]]:
        """Yield the number of things of each indicator and period."""
        width = _width(self.columns)
        numbers_of_keys = [[0, 0] for _ in range(width)]
        for mask, times in Counter(self.masks.values()).items():
            for place, is_sure in _places(mask, width):
                numbers_of_keys[place][0 if is_sure else 1] += times
        crowds: list[list[Crowd]] = [[] for _ in range(width)]
        for size, mask in self.crowds.values():
            for place, is_sure in _places(mask, width):
                crowds[place].append(Crowd(size, is_sure))
        apart = self._counted_twice(width)
        for column in self.columns:
            adds_up = column.indicator.additive
            for place, period in enumerate(column.periods.periods, column.offset):
                sure, others = numbers_of_keys[place]
                counted = sized(sure, others, crowds[place], apart[place], adds_up=adds_up)
                yield (column.indicator.id, period), counted

    def _counted_twice(self, width: int) -> list[list[bool]]:
        """Return, by place, the keys that name a thing of a crowd, as `sized` takes them."""
        apart: list[list[bool]] = [[] for _ in range(width)]
        by_id: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        for (record, _), crowd in self.crowds.items():
            by_id[record].append(crowd)
        for key, mask in self.masks.items() if by_id else ():
            record, number = head_of(key) or ("", 0)
            of_crowds: dict[int, bool] = {}
            for size, of_crowd in by_id.get(record, ()):
                if number <= size:
                    of_crowds |= dict(_places(of_crowd, width))
            for place, is_sure in _places(mask, width):
                if place in of_crowds:
                    apart[place].append(is_sure and of_crowds[place])
        return apart


def _unite_keys(
    rule: Counting, group: list[Record], masks: Iterable[int], united: dict[str, int]
) -> None:
    """Add records that all have a key."""
    keys = map(attrgetter(rule.each), group)
    for mask, key in zip(masks, keys, strict=False):
        if mask:
            united[key] = united.get(key, 0) | mask


def _width(columns: Iterable[_Column]) -> int:
    return sum(len(column.periods.periods) for column in columns)


def _places(mask: int, width: int) -> Iterator[tuple[int, bool]]:
    """Yield the places of a mask, each with whether something surely counts there."""
    sure = mask & ((1 << width) - 1)
    either = sure | mask >> width
    while either:
        lowest = either & -either
        yield lowest.bit_length() - 1, bool(sure & lowest)
        either ^= lowest
