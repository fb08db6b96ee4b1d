"""The layout of a clause: its segments and pieces, and the quantities that stand in them.

A sentence has segments, separated by semicolons, and a segment has pieces, separated by commas and
brackets. A word at some distance from a number governs it only across certain parts of this layout.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import final

from attrs import frozen

from nsc_program.wording._brackets import ends_before, gives_a_time
from nsc_program.wording._days import tag_at
from nsc_program.wording._line import Line
from nsc_program.wording._one_number import Quantity
from nsc_program.wording._tags import Item, Tag

SEPARATORS = (Tag.COMMA, Tag.OPEN, Tag.SEMICOLON, Tag.STOP)
_END_SEGMENT = (Tag.STOP, Tag.SEMICOLON)
_END_PIECE = (*_END_SEGMENT, Tag.COMMA, Tag.OPEN, Tag.CLOSE)
_PART_FROM_LAST = (*_END_PIECE, Tag.COLON, Tag.AND, Tag.THROUGH, Tag.NAMED_YEAR, Tag.PERIOD)
OPENINGS = (
    Tag.YEARLY,
    Tag.ASPIRE,
    Tag.FILL,
    Tag.AND,
    Tag.AVERAGE,
    Tag.THROUGH,
    Tag.PERIOD,
    Tag.NAMED_YEAR,
    Tag.DASH,
    Tag.OTHER,
    Tag.SINCE,
    Tag.NEUTRAL,
    Tag.STRONG,
    Tag.SKIPPED,
    Tag.CLOSE,
    Tag.UNTIL,
    Tag.PART,
    Tag.ALONE,
)
_RATIOS = ("%", "lần", "times")
_BOUND = (Tag.AT_LEAST, Tag.MORE, Tag.ABOUT, Tag.AT_MOST, Tag.LESS, Tag.LEFT)
_BOUND_AFTER = (Tag.SLASH, Tag.UP, Tag.DOWN)
# The effect of each tag that may change what governs the quantities, the first that applies first.
_EFFECTS = {
    **{separator: separator for separator in (*_END_PIECE, Tag.COLON)},
    Tag.YEARLY: Tag.YEARLY,
    Tag.YEAR: Tag.SLASH,
    Tag.THROUGH: Tag.THROUGH,
    Tag.PERIOD: Tag.PERIOD,
    Tag.NAMED_YEAR: Tag.PERIOD,
    Tag.WHOLE: Tag.WHOLE,
    Tag.OFTEN: Tag.OFTEN,
    Tag.EACH: Tag.EACH,
    Tag.WITH: Tag.SOME_YEARS,
    Tag.SUM: Tag.SOME_YEARS,
    Tag.SOME_YEARS: Tag.SOME_YEARS,
    Tag.PART: Tag.SOME_YEARS,
}
# The effects of words that may belong to the quantity before or to the quantities after.
_OF_EITHER = frozenset((Tag.YEARLY, Tag.THROUGH, Tag.PERIOD, Tag.OFTEN, Tag.EACH))
# The tags of the items that may change what governs the quantities.
_GOVERNING = frozenset((*_EFFECTS, Tag.ASPIRE, Tag.RESPECTIVELY, Tag.EXCEPT, Tag.ESTIMATE))
_CHANGES = (Tag.GROW, Tag.PACE, Tag.FALL)
_NEUTRAL = Item(frozenset({Tag.NEUTRAL}), "", 0, 0)


@final
@frozen
class Event:
    """A separator, a word or a quantity that may change what governs the quantities.

    Attributes:
        at: The index of the item; for a quantity, of its first item.
        tag: What happens: a separator, `Tag.NUMBER` for a quantity, or the effect of a word.
            `Tag.SLASH` is “/năm”, `Tag.PERIOD` a period or a year, `Tag.SOME_YEARS` a word that may
            make it unclear whether a number is for each year, `Tag.WORD` any other word.
        item: The item.
        last: The index of the last quantity before it in the segment; `None` without a quantity.
        belongs: Whether it is a word about years or units that belongs to that quantity, and not to
            the quantities after it.
    """

    at: int
    tag: Tag
    item: Item
    last: int | None = None
    belongs: bool = False

    @property
    def owner(self) -> int | None:
        """The index of the quantity that a word belongs to; `None` if it governs those after it."""
        return self.last if self.belongs else None


@final
@frozen
class Layout:
    """The segments and pieces of a clause, with its quantities.

    Attributes:
        items: The items of the clause.
        outer: The same items, with neutral items in place of quantities, of brackets that only give
            a time, and of line breaks that do not end a sentence.
        quantities: The quantities of the clause, in order.
        starts: The index of the first item of each quantity.
        latest: Entry n is the index of the last of the first n quantities to which words after it
            may belong; -1 without such a quantity. A duration does not count: 10 lớp 03 ngày.
        parting: The same, but only for quantities after which the words of the next quantity begin.
    """

    items: Line
    outer: Line
    quantities: Sequence[Quantity]
    starts: Sequence[int]
    latest: Sequence[int]
    parting: Sequence[int]

    def following(self, at: int) -> int:
        """Return the index of the first quantity that starts at `at` or after it."""
        return bisect_left(self.starts, at)

    def start(self, index: int) -> int:
        """Return the start of a quantity; the end of the clause if there is no such quantity."""
        return self.starts[index] if index < len(self.starts) else len(self.items)

    def segment(self, at: int) -> int:
        """Return the start of the segment around `at`."""
        return self.outer.before(at, *_END_SEGMENT) + 1

    def piece(self, at: int) -> int:
        """Return the start of the piece around `at`."""
        return self.outer.before(at, *_END_PIECE) + 1

    def bar(self, at: int) -> int:
        """Return the index before which nothing belongs to a quantity at `at`."""
        return max(self.segment(at), self._end_before(at))

    def _end_before(self, at: int) -> int:
        """Return the end of the last quantity before `at` that parts; 0 without one."""
        last = self.parting[self.following(at)]
        return self.quantities[last].end if last >= 0 else 0

    def last(self, at: int) -> int | None:
        """Return the index of the last quantity before `at` in its segment; `None` without one."""
        index = self.latest[self.following(at)]
        return index if index >= 0 and self.starts[index] >= self.segment(at) else None

    def is_parted(self, at: int) -> bool:
        """Return whether a separator or a time parts `at` from the quantity before."""
        last = self.parting[self.following(at)]
        return last < 0 or self.outer.holds(self.quantities[last].end, at, *_PART_FROM_LAST)

    def is_fresh(self, at: int) -> bool:
        """Return whether only opening words precede `at` in its piece, or since a colon."""
        start = max(self.piece(at), self.outer.before(at, Tag.COLON) + 1)
        last = self.latest[self.following(at)]
        counted = last >= 0 and self.starts[last] >= start
        return not counted and self.outer.other(start, *OPENINGS) >= at

    def is_in_brackets_after_last(self, at: int) -> bool:
        """Return whether `at` stands in brackets that open after a quantity of the segment."""
        bracket = _open_bracket(self.outer, at)
        return bracket >= 0 and self.last(bracket) is not None

    def is_in_time_brackets(self, at: int) -> bool:
        """Return whether `at` stands in brackets that only give a time: (mỗi năm)."""
        bracket = _open_bracket(self.items, at)
        return bracket >= 0 and gives_a_time(self.items, bracket)

    def ends_segment(self, at: int) -> bool:
        """Return whether the segment has no quantity after `at`."""
        following = self.following(at)
        return following == len(self.quantities) or self.items.holds(
            at, self.starts[following], *_END_SEGMENT
        )

    def last_in_piece(self, at: int) -> Quantity | None:
        """Return the last quantity before `at` that ends in its piece; `None` without one."""
        last = self._last_quantity(at)
        return last if last and last.end > self.piece(at) else None

    def _last_quantity(self, at: int) -> Quantity | None:
        """Return the last quantity before `at` in its segment; `None` without one."""
        index = self.last(at)
        return None if index is None else self.quantities[index]

    def belongs_to_last(self, at: int) -> bool:
        """Return whether a word belongs to the quantity before it in the same piece."""
        if self.is_in_time_brackets(at):
            ends = ends_before(self.items, at, *SEPARATORS, Tag.AND, Tag.CLOSE)
            return ends and self.last(at) is not None
        last = self.last_in_piece(at)
        if last is None or tag_at(self.items, at - 1, Tag.AND):
            return False
        return not self.outer.holds(last.end, at, *_CHANGES)

    def governed_before(self, event: Event) -> int | None:
        """Return the index of the quantity before an interval that the interval governs.

        Args:
            event: The interval. In “10 hội thảo, hai năm một lần”, it governs the number before.

        Returns:
            The index of the quantity before; `None` if only those after it are governed.
        """
        return event.last if event.belongs or self.ends_segment(event.at) else None

    def ratio_before(self, event: Event) -> Quantity | None:
        """Return the ratio that a time stands right after; `None` without one.

        Args:
            event: The time: gấp 2 lần năm 2020, 8% năm 2025.
        """
        last = None if event.last is None else self.quantities[event.last]
        if last is None or last.end != event.at:
            return None
        return last if last.points or last.unit in _RATIOS else None

    def lasts(self, index: int) -> bool:
        """Return whether a quantity only adds to the quantity before it: 10 lớp 03 ngày.

        Words after such a quantity are about the quantity before it.
        """
        quantity = self.quantities[index]
        return quantity.dropped or (self._is_short(quantity) and not self._is_bound(quantity))

    def _is_short(self, quantity: Quantity) -> bool:
        """Return whether a quantity is a time after another quantity of its piece."""
        short = tag_at(self.items, quantity.unit_at, Tag.SHORT)
        return short and self.last_in_piece(quantity.at) is not None

    def _is_bound(self, quantity: Quantity) -> bool:
        """Return whether a bound word stands right before or after a quantity."""
        before = tag_at(self.items, quantity.at - 1, *_BOUND)
        return before or tag_at(self.items, quantity.end, *_BOUND_AFTER)

    def events(self) -> tuple[Event, ...]:
        """Return the separators, governing words and quantities of the clause, in order."""
        return tuple(self._event(at, tag) for at, tag in self._places_of_events())

    def _places_of_events(self) -> Iterator[tuple[int, Tag]]:
        """Yield the index of each event, with what happens there."""
        quantities = frozenset(self.starts)
        for at, item in enumerate(self.outer):
            if at in quantities:
                yield at, Tag.NUMBER
            elif not _GOVERNING.isdisjoint(item.tags):
                yield at, self._effect(at, item)

    def _event(self, at: int, tag: Tag) -> Event:
        """Return the event at an index."""
        belongs = tag in _OF_EITHER and self.belongs_to_last(at)
        return Event(at, tag, self.outer[at], self.last(at), belongs)

    def _effect(self, at: int, item: Item) -> Tag:
        """Return the first effect of a separator or word; `Tag.WORD` without one."""
        for tag, effect in _EFFECTS.items():
            if tag in item.tags and self._applies(tag, at):
                return effect
        return Tag.WORD

    def _applies(self, tag: Tag, at: int) -> bool:
        """Return whether a tag has its effect at this place."""
        match tag:
            case Tag.YEAR:
                return tag_at(self.items, at - 1, Tag.SLASH)
            case Tag.WHOLE:
                return self.last(at) is not None
            case Tag.WITH:
                return at == self.piece(at)
            case _:
                return True


def _open_bracket(items: Line, at: int) -> int:
    """Return the index of the bracket that is open at `at`; -1 outside brackets."""
    bracket = items.before(at, Tag.OPEN, Tag.CLOSE)
    return bracket if tag_at(items, bracket, Tag.OPEN) else -1


def layout_of(items: Line, quantities: Sequence[Quantity]) -> Layout:
    """Lay out a clause.

    Args:
        items: The items of the clause.
        quantities: Its quantities, in order.

    Returns:
        The layout.
    """
    starts = tuple(quantity.at for quantity in quantities)
    latest, parting = [-1], [-1]
    layout = Layout(items, _outer(items, quantities), quantities, starts, latest, parting)
    for index, quantity in enumerate(quantities):
        # Whether a quantity counts depends only on the quantities before it.
        counts = not layout.lasts(index)
        latest.append(index if counts else latest[-1])
        parting.append(index if counts and quantity.parts else parting[-1])
    return layout


def _outer(items: Line, quantities: Sequence[Quantity]) -> Line:
    """Return the items with neutral items in place of those that do not shape the clause."""
    outer = Line(items)
    for at in _inner(items, quantities):
        outer[at] = _NEUTRAL
    return outer


def _inner(items: Line, quantities: Sequence[Quantity]) -> set[int]:
    """Return the places of the items that do not shape the clause."""
    inner = {at for quantity in quantities for at in range(quantity.at, quantity.end)}
    for at in range(len(items)):
        if at not in inner:
            inner.update(_shapeless(items, at))
    return inner


def _shapeless(items: Line, at: int) -> tuple[int, ...]:
    """Return the places of the brackets of a time that open here, or of a stop that goes on."""
    if items[at].has(Tag.OPEN) and gives_a_time(items, at):
        return at, items.after(at, Tag.CLOSE)
    goes_on = items[at].has(Tag.STOP) and _goes_on(items, at)
    return (at,) if goes_on else ()


def _goes_on(items: Line, at: int) -> bool:
    """Return whether a stop ends a line and not a sentence: after a colon or a semicolon."""
    ends_line = not items[at].text.strip()
    return ends_line and tag_at(items, at - 1, Tag.COLON, Tag.SEMICOLON)
