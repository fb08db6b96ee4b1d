"""Collect values by their keys."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


def grouped(pairs: Iterable[tuple[K, V]]) -> Mapping[K, list[V]]:
    """Return the values of each key, in their order.

    Args:
        pairs: the keys with their values.

    >>> dict(grouped([("DN", 1), ("HTX", 2), ("DN", 3)]))
    {'DN': [1, 3], 'HTX': [2]}
    """
    values: defaultdict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        values[key].append(value)
    return values
