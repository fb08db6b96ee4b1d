"""How many different things happened within some days: each key once, and what has no key by its number."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from itertools import chain
from typing import NamedTuple, TypeAlias, final

from attrs import define, field

from nsc_program.records._counting import happened
from nsc_program.records._records import AnyRecord
from nsc_program.values._periods import Period
from nsc_program.values._validators import head_of


class Crowd(NamedTuple):
    """Things without keys that one record stands for: the people of a headcount."""

    size: int
    verified: bool


class Size(NamedTuple):
    """How many different things there are.

    Attributes:
        verified: how many are certain.
        unverified: how many more there may be.
        unnamed: how many of both have no key.
    """

    verified: int
    unverified: int
    unnamed: int


@final
@define
class _Count:
    """Different things: keys that are verified, keys that may not be, and crowds by the ids of their records."""

    verified: set[str] = field(factory=set)
    others: set[str] = field(factory=set)
    crowds: dict[str, Crowd] = field(factory=dict)

    def add(self, key: str, size: int, *, verified: bool) -> None:
        """Add one thing by its key or, with a size, a crowd by its record's id."""
        if size:
            self.crowds[key] = Crowd(size, verified)
        else:
            (self.verified if verified else self.others).add(key)

    def size(self) -> Size:
        """Count them, each once."""
        unverified = self.others - self.verified
        sure = len(self.verified) + sum(
            crowd.size for crowd in self.crowds.values() if crowd.verified
        )
        unsure = len(unverified) + sum(
            crowd.size for crowd in self.crowds.values() if not crowd.verified
        )
        for key, record in named_of(self.crowds, chain(self.verified, unverified)):
            if self.crowds[record].verified and key in self.verified:
                sure -= 1  # twice verified
            else:
                unsure -= 1
        return Size(sure, unsure, sum(crowd.size for crowd in self.crowds.values()))


def named_of(crowds: Mapping[str, Crowd], keys: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Give the keys of people in some crowds, with the ids of their records: a plain fact may tell of one."""
    for key in keys if crowds else ():
        record, number = head_of(key) or ("", 0)
        if record in crowds and number <= crowds[record].size:
            yield key, record


Counts: TypeAlias = Mapping[tuple[str, Period], Size]
"""Counts by indicator and period."""


def count(
    wanted: Mapping[str, Collection[Period]], records: Iterable[AnyRecord], as_of: date
) -> Counts:
    """Count what happened by the close of a day, by indicator and period."""
    counts = {
        (indicator, period): _Count() for indicator, periods in wanted.items() for period in periods
    }
    places = {
        indicator: [
            (period.first, min(period.end, as_of), counts[indicator, period]) for period in periods
        ]
        for indicator, periods in wanted.items()
    }
    for indicator, key, on, verified, unnamed in chain.from_iterable(map(happened, records)):
        for first, last, found in places.get(indicator, ()):
            if first <= on <= last:
                found.add(key, unnamed, verified=verified)
    return {place: found.size() for place, found in counts.items()}
