"""The items of a clause in order, with an index of their tags."""

from bisect import bisect_left
from collections.abc import Hashable, Iterable
from typing import final

from nsc_program.wording._tags import Item, Tag


@final
class Line(list[Item]):
    """The items of a clause, in order.

    A clause has many numbers, and the reader asks about the same stretch of items for each of them.
    The places of each set of tags are therefore listed once. Reading then takes time in proportion
    to the length of the clause, whatever the clause contains.
    """

    def __init__(self, items: Iterable[Item] = ()) -> None:
        """Take the items. Further items may be added only before the first lookup."""
        super().__init__(items)
        self._places: dict[Hashable, list[int]] = {}

    def _tagged(self, tags: tuple[Tag, ...]) -> list[int]:
        """Return the indices of the items with one of these tags."""
        places = self._places.get(tags)
        if places is None:
            wanted = frozenset(tags)
            places = [at for at, item in enumerate(self) if not wanted.isdisjoint(item.tags)]
            self._places[tags] = places
        return places

    def _untagged(self, tags: tuple[Tag, ...]) -> list[int]:
        """Return the indices of the items without any of these tags."""
        key = (None, *tags)
        places = self._places.get(key)
        if places is None:
            unwanted = frozenset(tags)
            places = [at for at, item in enumerate(self) if unwanted.isdisjoint(item.tags)]
            self._places[key] = places
        return places

    def _worded(self, words: tuple[str, ...]) -> list[int]:
        """Return the indices of the items whose text is one of these words."""
        places = self._places.get(words)
        if places is None:
            places = [at for at, item in enumerate(self) if item.text in words]
            self._places[words] = places
        return places

    def after(self, start: int, *tags: Tag) -> int:
        """Return the index of the first item with one of these tags.

        Args:
            start: The first index that is considered.
            *tags: The tags.

        Returns:
            The index; the number of items if no such item follows.
        """
        places = self._tagged(tags)
        at = bisect_left(places, start)
        return places[at] if at < len(places) else len(self)

    def before(self, end: int, *tags: Tag) -> int:
        """Return the index of the last item with one of these tags.

        Args:
            end: The index before which to look.
            *tags: The tags.

        Returns:
            The index; -1 if no such item precedes `end`.
        """
        places = self._tagged(tags)
        at = bisect_left(places, end)
        return places[at - 1] if at else -1

    def holds(self, start: int, end: int, *tags: Tag) -> bool:
        """Return whether an item from `start` to before `end` has one of these tags."""
        return self.after(start, *tags) < end

    def other(self, start: int, *tags: Tag) -> int:
        """Return the index of the first item without any of these tags.

        Args:
            start: The first index that is considered.
            *tags: The tags.

        Returns:
            The index; the number of items if no such item follows.
        """
        places = self._untagged(tags)
        at = bisect_left(places, start)
        return places[at] if at < len(places) else len(self)

    def last_word(self, end: int, words: tuple[str, ...]) -> int:
        """Return the index of the last item whose text is one of these words.

        Args:
            end: The index before which to look.
            words: The texts.

        Returns:
            The index; -1 if no such item precedes `end`.
        """
        places = self._worded(words)
        at = bisect_left(places, end)
        return places[at - 1] if at else -1
