"""What keys and crowds count for: the masks of records with one key, united."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from operator import attrgetter
from typing import Any, final

from attrs import define, field

from nsc_program.figures._columns import Column, Decider, width_of
from nsc_program.figures._sizes import Crowd, Size, sized
from nsc_program.plan._counting import Counting
from nsc_program.records._base import Record
from nsc_program.records._records import Fact
from nsc_program.values._keys import head_of, is_head
from nsc_program.values._periods import Period


@final
@define
class Sheet:
    """What is counted of indicators that share keys.

    Attributes:
        columns: the places of the indicators.
        masks: what each key counts for: in the low half of the mask where it surely counts, and in
            the high half where it may count.
        crowds: the number of things of each record without a key, and what they count for.
        heads: the keys that name one person of a headcount; only plain facts have such keys.
    """

    columns: list[Column]
    masks: dict[str, int] = field(factory=dict)
    crowds: dict[tuple[str, type, str], tuple[int, int]] = field(factory=dict)
    heads: list[str] = field(factory=list)

    @cached_property
    def width(self) -> int:
        """The number of places."""
        return width_of(self.columns)

    def add(self, decider: Decider, records: Sequence[Record]) -> None:
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
                    self.crowds[key, rule.of, rule.each] = unnamed, mask
                else:
                    united[key] = united.get(key, 0) | mask

    def _add_masks(self, united: dict[str, int]) -> None:
        """Add what the keys of one class count for."""
        if not self.masks:
            self.masks = united
            return
        for key, mask in united.items():
            if mask:
                self.masks[key] = self.masks.get(key, 0) | mask

    def add_facts(self, facts: Mapping[str, Iterable[Fact]]) -> None:
        """Add the plain facts about the indicators, from the facts by indicator."""
        for fact in self.facts_of(facts):
            self._add_masks({fact.key: self.mask_of(fact)})
            self.note_head(fact)

    def facts_of(self, facts: Mapping[str, Iterable[Fact]]) -> Iterator[Fact]:
        """Yield the facts about the indicators, from the facts by indicator."""
        return chain.from_iterable(facts.get(name, ()) for name in self._by_indicator)

    def is_about(self, fact: Fact) -> bool:
        """Return whether a plain fact is about one of the indicators."""
        return fact.indicator in self._by_indicator

    def mask_of(self, fact: Fact) -> int:
        """Return what a plain fact about one of the indicators counts for."""
        column = self._by_indicator[fact.indicator]
        return column.periods[fact.on] << column.offset + (0 if fact.verified else self.width)

    @cached_property
    def _by_indicator(self) -> Mapping[str, Column]:
        return {column.indicator.id: column for column in self.columns}

    def note_head(self, fact: Fact) -> None:
        """Keep the key of a fact if it names one person of a headcount."""
        if is_head(fact.key):
            self.heads.append(fact.key)

    def sizes(self) -> Iterator[tuple[tuple[str, Period], Size]]:
        """Yield the number of things of each indicator and period."""
        return self.sizes_of(self.numbers(), Counter(self.crowds.values()))

    def sizes_of(
        self, keys: Sequence[Sequence[int]], alike: Mapping[tuple[int, int], int]
    ) -> Iterator[tuple[tuple[str, Period], Size]]:
        """Yield the number of things of each indicator and period.

        Args:
            keys: the number of keys at each place that surely count, and of the others.
            alike: how many crowds have each size and mask.
        """
        crowds, apart = self._crowds_by_place(alike), self._named_twice()
        for column in self.columns:
            for place, period in enumerate(column.periods.periods, column.offset):
                adds_up = column.indicator.additive
                sure, others = keys[place]
                size = sized(sure, others, crowds[place], apart[place], adds_up=adds_up)
                yield (column.indicator.id, period), size

    def places(self, mask: int) -> Iterator[tuple[int, bool]]:
        """Yield the places of a mask, each with whether something surely counts there."""
        sure = mask & ((1 << self.width) - 1)
        either = sure | mask >> self.width
        while either:
            lowest = either & -either
            yield lowest.bit_length() - 1, bool(sure & lowest)
            either ^= lowest

    def _by_place(self) -> list[list[Any]]:
        return [[] for _ in range(self.width)]

    def numbers(self) -> list[list[int]]:
        """Return the number of keys at each place that surely count, and of the others."""
        numbers = [[0, 0] for _ in range(self.width)]
        for mask, times in Counter(self.masks.values()).items():
            self.shift(numbers, mask, times)
        return numbers

    def shift(self, numbers: Sequence[list[int]], mask: int, times: int) -> None:
        """Count a mask some more times in the numbers of keys, or fewer times."""
        for place, is_sure in self.places(mask):
            numbers[place][0 if is_sure else 1] += times

    def _crowds_by_place(self, alike: Mapping[tuple[int, int], int]) -> list[list[Crowd]]:
        """Return the crowds that count at each place."""
        crowds: list[list[Crowd]] = self._by_place()
        for (size, mask), times in alike.items():
            for place, is_sure in self.places(mask):
                crowds[place].append(Crowd(size, is_sure, times))
        return crowds

    def _named_twice(self) -> list[list[bool]]:
        """Return, by place, the keys that name a thing of a crowd, as `sized` takes them."""
        twice: list[list[bool]] = self._by_place()
        by_id: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        for (record, *_), crowd in self.crowds.items() if self.heads else ():
            by_id[record].append(crowd)
        heads = ((key, head_of(key)) for key in dict.fromkeys(self.heads))
        for key, (record, number) in ((key, head) for key, head in heads if head):
            of_crowds = self._places_of_crowds(by_id.get(record, ()), number)
            for place, is_sure in self.places(self.masks.get(key, 0)):
                if place in of_crowds:
                    twice[place].append(is_sure and of_crowds[place])
        return twice

    def _places_of_crowds(
        self, crowds: Iterable[tuple[int, int]], number: int
    ) -> Mapping[int, bool]:
        """Return the places of the crowds that have a thing of a number."""
        places: dict[int, bool] = {}
        for size, mask in crowds:
            if number <= size:
                places.update(self.places(mask))
        return places


def _unite_keys(
    rule: Counting, group: list[Record], masks: Iterable[int], united: dict[str, int]
) -> None:
    """Add records that all have a key."""
    keys = map(attrgetter(rule.each), group)
    kept: dict[int, int] = {}  # equal masks share one number
    for mask, key in zip(masks, keys, strict=False):
        if mask:
            either = united.get(key, 0) | mask
            united[key] = kept.setdefault(either, either)
