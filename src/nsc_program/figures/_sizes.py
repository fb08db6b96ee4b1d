"""The number of different things that keys and crowds stand for."""

from collections.abc import Collection
from typing import NamedTuple


class Crowd(NamedTuple):
    """Things without keys that one record stands for, such as the people of a headcount.

    Attributes:
        size: how many things there are.
        verified: whether the record surely counts.
        times: how many records have crowds like this one.
    """

    size: int
    verified: bool
    times: int = 1

    @property
    def together(self) -> int:
        """How many things there are in all these crowds."""
        return self.size * self.times


class Size(NamedTuple):
    """The number of different things.

    Attributes:
        verified: how many things there are at least.
        unverified: how many more things there may be whose records do not surely count.
        repeated: how many more things there may be if no thing of a verified crowd is counted
            elsewhere too.
        unnamed: how many things are in crowds, without keys of their own.
    """

    verified: int
    unverified: int
    repeated: int
    unnamed: int

    @property
    def most(self) -> int:
        """How many things there are at most."""
        return self.verified + self.unverified + self.repeated


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
    certain = [crowd for crowd in crowds if crowd.verified]
    crowded = Crowded(
        largest=max((crowd.size for crowd in certain), default=0),
        certain=sum(crowd.together for crowd in certain),
        every=sum(crowd.together for crowd in crowds),
    )
    return size_of(verified, others, crowded, apart, adds_up=adds_up)


class Crowded(NamedTuple):
    """How many things are in crowds.

    Attributes:
        largest: how many are in the largest verified crowd.
        certain: how many are in all verified crowds together.
        every: how many are in all crowds together.
    """

    largest: int
    certain: int
    every: int


def size_of(
    verified: int, others: int, crowded: Crowded, apart: Collection[bool], *, adds_up: bool
) -> Size:
    """Return how many things keys and crowds stand for together; see `sized`.

    Args:
        verified: the number of keys that surely count.
        others: the number of further keys.
        crowded: how many things are in the crowds.
        apart: as for `sized`.
        adds_up: whether the things of different records are different.
    """
    together = verified + crowded.certain - sum(apart)
    least = together if adds_up else max(verified, crowded.largest)
    doubtful = others + crowded.every - crowded.certain - (len(apart) - sum(apart))
    return Size(least, doubtful, together - least, crowded.every)
