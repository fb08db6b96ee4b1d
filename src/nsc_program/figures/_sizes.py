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
    certain = [crowd for crowd in crowds if crowd.verified]
    if adds_up:
        least = verified + sum(crowd.together for crowd in certain) - sum(apart)
    else:
        least = max([verified, *(crowd.size for crowd in certain)])
    unnamed = sum(crowd.together for crowd in crowds)
    most = verified + others + unnamed - len(apart)
    return Size(least, most - least, unnamed)
