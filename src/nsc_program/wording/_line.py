"""The items of a clause in a row, with an index: what stands between two of them is looked up, never searched."""

from bisect import bisect_left
from collections.abc import Callable, Hashable
from typing import final

from nsc_program.wording._tags import Item, Tag


@final
class Line(list[Item]):
    """Items in their order.

    A clause has many numbers, and each asks about the same stretch of items. The places of a tag are therefore listed
    once, so that reading takes time in proportion to the clause whatever is in it.
    """

    _places: dict[Hashable, list[int]]

    def _where(self, key: Hashable, test: Callable[[Item], bool]) -> list[int]:
        if not hasattr(self, "_places"):
            self._places = {}
        if key not in self._places:
            self._places[key] = [at for at, item in enumerate(self) if test(item)]
        return self._places[key]

    def _tagged(self, tags: tuple[Tag, ...]) -> list[int]:
        return self._where(tags, lambda item: item.has(*tags))

    def after(self, start: int, *tags: Tag) -> int:
        """Return the index of the first item from `start` on with one of these tags; the length if there is none."""
        places = self._tagged(tags)
        at = bisect_left(places, start)
        return places[at] if at < len(places) else len(self)

    def before(self, end: int, *tags: Tag) -> int:
        """Return the index of the last item before `end` with one of these tags; -1 if there is none."""
        places = self._tagged(tags)
        at = bisect_left(places, end)
        return places[at - 1] if at else -1

    def holds(self, start: int, end: int, *tags: Tag) -> bool:
        """Return whether an item from `start` to before `end` has one of these tags."""
        return self.after(start, *tags) < end

    def other(self, start: int, *tags: Tag) -> int:
        """Return the index of the first item from `start` on with none of these tags; the length if there is none."""
        places = self._where((None, *tags), lambda item: not item.has(*tags))
        at = bisect_left(places, start)
        return places[at] if at < len(places) else len(self)

    def last_word(self, end: int, words: tuple[str, ...]) -> int:
        """Return the index of the last item before `end` with one of these texts; -1 if there is none."""
        places = self._where(words, lambda item: item.text in words)
        at = bisect_left(places, end)
        return places[at - 1] if at else -1
