"""The number of different things that happened within some days.

Each key is counted once; things without keys are counted by their number.
"""

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
    """Things without keys that one record stands for, such as the people of a headcount.

    Attributes:
        size: how many things there are.
        verified: whether the record is verified.
    """

    size: int
    verified: bool


class Size(NamedTuple):
    """The number of different things.

    Attributes:
        verified: how many things are certain.
        unverified: how many more things there may be.
        unnamed: how many things of both kinds are in crowds, without keys of their own.
    """

    verified: int
    unverified: int
    unnamed: int


@final
@define
class _Count:
    """The different things of one indicator and period.

    Attributes:
        verified: the keys that are certain.
        others: the keys that are not verified; they may be among the verified ones too.
        crowds: the crowds, by the ids of their records.
    """

    verified: set[str] = field(factory=set)
    others: set[str] = field(factory=set)
    crowds: dict[str, Crowd] = field(factory=dict)

    def add(self, key: str, size: int, *, verified: bool) -> None:
        """Add one thing by its key or, if a size is given, a crowd by the id of its record."""
        if size:
            self.crowds[key] = Crowd(size, verified)
        else:
            (self.verified if verified else self.others).add(key)

    def size(self) -> Size:
        """Count the things, each once."""
        unverified = self.others - self.verified
        crowds = self.crowds.values()
        sure = len(self.verified) + sum(crowd.size for crowd in crowds if crowd.verified)
        unsure = len(unverified) + sum(crowd.size for crowd in crowds if not crowd.verified)
        for key, record in named_of(self.crowds, chain(self.verified, unverified)):
            # The person was counted twice: by key and in the crowd.
            if self.crowds[record].verified and key in self.verified:
                sure -= 1
            else:
                unsure -= 1
        return Size(sure, unsure, sum(crowd.size for crowd in crowds))


def named_of(crowds: Mapping[str, Crowd], keys: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the keys that name a person in a crowd, each with the id of the crowd's record.

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
    wanted: Mapping[str, Collection[Period]], records: Iterable[AnyRecord], as_of: date
) -> Counts:
    """Count the things that happened by the close of a day, by indicator and period.

    Args:
        wanted: the periods to count over, by the ids of the indicators.
        records: the current records.
        as_of: the last day whose events count.
    """
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
        for first, last, things in places.get(indicator, ()):
            if first <= on <= last:
                things.add(key, unnamed, verified=verified)
    return {place: things.size() for place, things in counts.items()}
