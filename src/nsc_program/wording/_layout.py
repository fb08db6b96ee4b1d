"""The layout of a clause: its segments and pieces, and the quantities that stand in them.

A sentence has segments, separated by semicolons, and a segment has pieces, separated by commas and
brackets. A word at some distance from a number governs it only across certain parts of this layout.
"""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from typing import final

from attrs import frozen

from nsc_program.wording._brackets import ends_before, gives_a_time
from nsc_program.wording._days import tag_at
from nsc_program.wording._line import Line
from nsc_program.wording._quantities import Quantity
from nsc_program.wording._tags import Item, Tag

SEPARATORS = (Tag.COMMA, Tag.OPEN, Tag.SEMICOLON, Tag.STOP)
_END_SEGMENT = (Tag.STOP, Tag.SEMICOLON)
_END_PIECE = (*_END_SEGMENT, Tag.COMMA, Tag.OPEN, Tag.CLOSE)
_PART_FROM_LAST = (*_END_PIECE, Tag.COLON, Tag.AND, Tag.THROUGH, Tag.NAMED_YEAR, Tag.PERIOD)
_OPENINGS = (
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
)
_RATIOS = ("%", "lần", "times")
_BOUND = (Tag.AT_LEAST, Tag.MORE, Tag.ABOUT, Tag.AT_MOST, Tag.LESS, Tag.LEFT)
_BOUND_AFTER = (Tag.SLASH, Tag.UP, Tag.DOWN)
_SEPARATING = (*_END_PIECE, Tag.COLON)
_CLOUDING = (Tag.SUM, Tag.SOME_YEARS, Tag.PART)
# The effects of words that may belong to the quantity before or to the quantities after.
_OF_EITHER = frozenset((Tag.YEARLY, Tag.THROUGH, Tag.PERIOD, Tag.OFTEN, Tag.EACH))
# The tags of the items that may change what governs the quantities.
_GOVERNING = frozenset(
    (
        *_SEPARATING,
        *_CLOUDING,
        Tag.YEARLY,
        Tag.YEAR,
        Tag.THROUGH,
        Tag.PERIOD,
        Tag.NAMED_YEAR,
        Tag.WHOLE,
        Tag.OFTEN,
        Tag.EACH,
        Tag.WITH,
        Tag.ASPIRE,
        Tag.RESPECTIVELY,
        Tag.EXCEPT,
        Tag.ESTIMATE,
    )
)
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

    def segment(self, at: int) -> int:
        """Return the start of the segment around `at`."""
        return self.outer.before(at, *_END_SEGMENT) + 1

    def piece(self, at: int) -> int:
        """Return the start of the piece around `at`."""
        return self.outer.before(at, *_END_PIECE) + 1

    def bar(self, at: int) -> int:
        """Return the index before which nothing belongs to a quantity at `at`."""
        last = self.parting[self.following(at)]
        end = self.quantities[last].end if last >= 0 else 0
        return max(self.segment(at), end)

    def last(self, at: int) -> int | None:
        """Return the index of the last quantity before `at` in its segment; `None` without one."""
        index = self.latest[self.following(at)]
        in_segment = index >= 0 and self.starts[index] >= self.segment(at)
        return index if in_segment else None

    def is_parted(self, at: int) -> bool:
        """Return whether a separator or a time parts `at` from the quantity before."""
        last = self.parting[self.following(at)]
        return last < 0 or self.outer.holds(self.quantities[last].end, at, *_PART_FROM_LAST)

    def is_fresh(self, at: int) -> bool:
        """Return whether only opening words precede `at` in its piece, or since a colon."""
        start = max(self.piece(at), self.outer.before(at, Tag.COLON) + 1)
        last = self.latest[self.following(at)]
        if last >= 0 and self.starts[last] >= start:
            return False
        return self.outer.other(start, *_OPENINGS) >= at

    def is_in_brackets_after_last(self, at: int) -> bool:
        """Return whether `at` stands in brackets that open after a quantity of the segment."""
        bracket = self.outer.before(at, Tag.OPEN, Tag.CLOSE)
        opens = bracket >= 0 and self.outer[bracket].has(Tag.OPEN)
        return opens and self.last(bracket) is not None

    def is_in_time_brackets(self, at: int) -> bool:
        """Return whether `at` stands in brackets that only give a time: (mỗi năm)."""
        bracket = self.items.before(at, Tag.OPEN, Tag.CLOSE)
        opens = bracket >= 0 and self.items[bracket].has(Tag.OPEN)
        return opens and gives_a_time(self.items, bracket)

    def ends_segment(self, at: int) -> bool:
        """Return whether the segment has no quantity after `at`."""
        following = self.following(at)
        if following == len(self.quantities):
            return True
        return self.items.holds(at, self.starts[following], *_END_SEGMENT)

    def belongs_to_last(self, at: int) -> bool:
        """Return whether a word belongs to the quantity before it in the same piece."""
        last = self.last(at)
        if last is None:
            return False
        if self.is_in_time_brackets(at):
            return ends_before(self.items, at, *SEPARATORS, Tag.AND, Tag.CLOSE)
        piece, end = self.piece(at), self.quantities[last].end
        changes = self.outer.holds(max(piece, end), at, Tag.GROW, Tag.PACE, Tag.FALL)
        return end > piece and not changes and not tag_at(self.items, at - 1, Tag.AND)

    def governs_last(self, event: Event) -> bool:
        """Return whether an interval is of the last number: “10 hội thảo, hai năm một lần”."""
        return event.belongs or (event.last is not None and self.ends_segment(event.at))

    def follows_a_ratio(self, event: Event) -> bool:
        """Return whether a time stands right after a ratio: gấp 2 lần năm 2020, 8% năm 2025."""
        if event.last is None:
            return False
        last = self.quantities[event.last]
        return last.end == event.at and last.unit in _RATIOS

    def lasts(self, index: int) -> bool:
        """Return whether a quantity only adds to the quantity before it: 10 lớp 03 ngày.

        Words after such a quantity are about the quantity before it.
        """
        quantity = self.quantities[index]
        at, last = quantity.at, self.last(quantity.at)
        if quantity.dropped or last is None or self.quantities[last].end <= self.piece(at):
            return quantity.dropped
        bound_before = tag_at(self.items, at - 1, *_BOUND)
        bound = bound_before or tag_at(self.items, quantity.end, *_BOUND_AFTER)
        return tag_at(self.items, quantity.unit_at, Tag.SHORT) and not bound

    def events(self) -> tuple[Event, ...]:
        """Return the separators, governing words and quantities of the clause, in order."""
        quantities = frozenset(self.starts)
        return tuple(
            self._event(at, item, is_quantity=at in quantities)
            for at, item in enumerate(self.outer)
            if at in quantities or not _GOVERNING.isdisjoint(item.tags)
        )

    def _event(self, at: int, item: Item, *, is_quantity: bool) -> Event:
        """Return the event of one item."""
        last = self.last(at)
        if is_quantity:
            return Event(at, Tag.NUMBER, item, last)
        separator = next((tag for tag in _SEPARATING if tag in item.tags), None)
        if separator is not None:
            return Event(at, separator, item, last)
        effect = self._effect(at, item, last)
        return Event(at, effect, item, last, effect in _OF_EITHER and self.belongs_to_last(at))

    def _effect(self, at: int, item: Item, last: int | None) -> Tag:
        """Return the first effect of a word."""
        if Tag.YEARLY in item.tags:
            return Tag.YEARLY
        if Tag.YEAR in item.tags and tag_at(self.items, at - 1, Tag.SLASH):
            return Tag.SLASH
        if Tag.THROUGH in item.tags and isinstance(item.value, date):
            return Tag.THROUGH
        if item.has(Tag.PERIOD, Tag.NAMED_YEAR):
            return Tag.PERIOD
        if Tag.WHOLE in item.tags and last is not None:
            return Tag.WHOLE
        if Tag.OFTEN in item.tags:
            return Tag.OFTEN
        if Tag.EACH in item.tags:
            return Tag.EACH
        begins_a_part = Tag.WITH in item.tags and at == self.piece(at)
        return Tag.SOME_YEARS if begins_a_part or item.has(*_CLOUDING) else Tag.WORD


def layout_of(items: Line, quantities: Sequence[Quantity]) -> Layout:
    """Lay out a clause.

    Args:
        items: The items of the clause.
        quantities: Its quantities, in order.

    Returns:
        The layout.
    """
    outer = _outer(items, quantities)
    starts = [quantity.at for quantity in quantities]
    latest, parting = [-1], [-1]
    for index, quantity in enumerate(quantities):
        # Whether a quantity counts depends only on the quantities before it.
        before = Layout(items, outer, quantities, starts, latest, parting)
        counts = not before.lasts(index)
        latest.append(index if counts else latest[-1])
        parting.append(index if counts and quantity.parts else parting[-1])
    return Layout(items, outer, tuple(quantities), tuple(starts), tuple(latest), tuple(parting))


def _outer(items: Line, quantities: Sequence[Quantity]) -> Line:
    """Return the items with neutral items in place of those that do not shape the clause."""
    outer = Line(items)
    inner: set[int] = set()
    for quantity in quantities:
        inner.update(range(quantity.at, quantity.end))
    for at, item in enumerate(items):
        if at in inner:
            continue
        if Tag.OPEN in item.tags and gives_a_time(items, at):
            inner |= {at, items.after(at, Tag.CLOSE)}
        elif Tag.STOP in item.tags and _goes_on(items, at):
            inner.add(at)
    for at in inner:
        outer[at] = _NEUTRAL
    return outer


def _goes_on(items: Line, at: int) -> bool:
    """Return whether a stop ends a line and not a sentence: after a colon or a semicolon."""
    ends_line = not items[at].text.strip()
    return ends_line and tag_at(items, at - 1, Tag.COLON, Tag.SEMICOLON)
