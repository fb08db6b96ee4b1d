"""The number of different things that happened within some days.

Each key is counted once; things without keys are counted by their number.

Conditions look at few different combinations of values, so each rule is decided once for each
combination. What a key counts for is one whole number, a mask: it has a bit for each indicator and
period, and the masks of the records with one key are united by `|`. So a record costs the same
however many rules and periods there are.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date
from itertools import count as numbers
from operator import attrgetter
from typing import Any, NamedTuple, TypeAlias, final

from attrs import define, field, frozen

from nsc_program.plan._counting import Counting
from nsc_program.plan._targets import Indicator
from nsc_program.records._fields import RecordField
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
    for sharing in sharing_keys(indicators):
        columns = _columns(sharing, wanted, as_of)
        sheet = _Sheet(columns)
        for of, each in {(rule.of, rule.each) for column in columns for rule in column.rules}:
            sheet.add(_Decider(columns, of, each), by_class[of])
        sheet.add_facts(by_class[Fact])
        counts.update(sheet.sizes())
    return counts


def sharing_keys(indicators: Iterable[Indicator]) -> list[list[Indicator]]:
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


@final
@frozen
class _Column:
    """The places of one indicator in a mask, which has one bit for each indicator and period.

    Attributes:
        indicator: the indicator.
        spans: each period with its place, its first day, and its last day up to the day whose close
            is judged.
    """

    indicator: Indicator
    spans: tuple[tuple[Period, int, date, date], ...]

    @property
    def rules(self) -> tuple[Counting, ...]:
        """The counting rules of the indicator."""
        return self.indicator.counting

    def bits(self, day: date) -> int:
        """Return the mask of the periods in which a day lies."""
        mask = 0
        for _, place, first, last in self.spans:
            if first <= day <= last:
                mask |= 1 << place
        return mask


def _columns(
    indicators: Iterable[Indicator], wanted: Mapping[str, Collection[Period]], as_of: date
) -> list[_Column]:
    """Give each indicator its places in a mask, one after the other."""
    columns: list[_Column] = []
    places = numbers(0)
    for indicator in indicators:
        spans = (
            (period, next(places), period.first, min(period.end, as_of))
            for period in wanted[indicator.id]
        )
        columns.append(_Column(indicator, tuple(spans)))
    return columns


class _BitsByDays(dict[Any, int]):
    """The masks of records, by the days that their rules look at; each mask is made once."""

    def __init__(self, rule: Counting, columns: list[tuple[_Column, int]]) -> None:
        """Begin without masks.

        Args:
            rule: one of the rules that look at these days.
            columns: the columns that count the records, each with the shift of its mask.
        """
        super().__init__()
        self._rule, self._columns = rule, columns

    def __missing__(self, days: Any) -> int:
        """Return the mask of the columns whose periods hold the day on which a record counts."""
        day = self._rule.happened_on(days)
        mask = 0
        if isinstance(day, date):
            for column, shift in self._columns:
                mask |= column.bits(day) << shift
        self[days] = mask
        return mask


_Timed: TypeAlias = list[tuple[Callable[[Any], Any], _BitsByDays]]
"""Masks by days, each with the function that gets these days from a record."""


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

    def decide(self, record: Record) -> _Timed:
        """Return what records with the values of this record count for, by their days."""
        counting: defaultdict[tuple[object, str | None], list[tuple[_Column, int]]]
        counting, rules = defaultdict(list), {}
        for column, rule in self.rules:
            not_met, is_sure = rule.asked(record)
            if not_met is None:
                timing = rule.on, rule.until
                rules[timing] = rule
                counting[timing].append((column, 0 if is_sure else self.width))
        return [(rule.days, _BitsByDays(rule, counting[timing])) for timing, rule in rules.items()]


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

    def add(self, decider: _Decider, records: Iterable[Record]) -> None:
        """Add records of the class that a decider decides."""
        masks, decided, values, rule = (
            self.masks,
            dict[Any, _Timed](),
            decider.values,
            decider.first,
        )
        get_key, counted_as = attrgetter(rule.each), _CountedAs(rule.key)
        has_numbers = rule.number is not None
        for record in records:
            combination = values(record)
            timed = decided.get(combination)
            if timed is None:
                timed = decided[combination] = decider.decide(record)
            mask = 0
            for days, bits_by_days in timed:
                mask |= bits_by_days[days(record)]
            if not mask:
                continue
            key = get_key(record)
            if has_numbers or key is None:
                key, unnamed = rule.thing(record)
                if unnamed:
                    self.crowds[key, rule.of] = unnamed, mask
                    continue
            else:
                key = counted_as[key]
            masks[key] = masks.get(key, 0) | mask

    def add_facts(self, facts: Iterable[Fact]) -> None:
        """Add the plain facts about the indicators."""
        columns = {column.indicator.id: column for column in self.columns}
        width = _width(self.columns)
        for fact in facts:
            if fact.indicator in columns:
                mask = columns[fact.indicator].bits(fact.on) << (0 if fact.verified else width)
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
            for period, place, *_ in column.spans:
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


class _CountedAs(dict[str, str]):
    """The keys under which things are counted; each is worked out once."""

    def __init__(self, described: RecordField) -> None:
        """Begin without keys, for the values of a field."""
        super().__init__()
        self._described = described

    def __missing__(self, key: str) -> str:
        """Return the key under which a thing is counted."""
        counted = self[key] = self._described.counted_as(key)
        return counted


def _width(columns: Iterable[_Column]) -> int:
    return sum(len(column.spans) for column in columns)


def _places(mask: int, width: int) -> Iterator[tuple[int, bool]]:
    """Yield the places of a mask, each with whether something surely counts there."""
    sure = mask & ((1 << width) - 1)
    either = sure | mask >> width
    while either:
        lowest = either & -either
        yield lowest.bit_length() - 1, bool(sure & lowest)
        either ^= lowest
