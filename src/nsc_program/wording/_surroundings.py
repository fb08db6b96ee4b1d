"""A quantity of a clause with everything around it: its scope, bound words and words of change."""

from typing import final

from attrs import frozen

from nsc_program.wording._days import tag_at
from nsc_program.wording._layout import SEPARATORS
from nsc_program.wording._line import Line
from nsc_program.wording._marks import Around, after_years, ends_piece
from nsc_program.wording._one_number import Quantity
from nsc_program.wording._scope import Scope
from nsc_program.wording._tags import Item, Tag

TIMES = ("lần", "times")
_OF_TIME = (Tag.YEARLY, Tag.PERIOD, Tag.NAMED_YEAR, Tag.NUMBER, Tag.YEAR, Tag.COMMA)


@final
@frozen
class Surroundings:
    """A quantity with everything around it.

    Attributes:
        items: The items of the clause.
        quantity: The quantity.
        scope: The words that govern the quantity from a distance.
        around: The bound words and the words of change next to the quantity.
    """

    items: Line
    quantity: Quantity
    scope: Scope
    around: Around

    @property
    def factor(self) -> bool:
        """Whether the number is a factor: gấp đôi, gấp 2 lần."""
        multiplied = self.quantity.unit in TIMES and Tag.TIMES in self.around.words
        return self.quantity.times or multiplied

    @property
    def percent(self) -> bool:
        """Whether the number is a percentage or a factor."""
        return self.factor or self.quantity.unit == "%"

    def named(self, *tags: Tag) -> bool:
        """Return whether a word with one of these tags stands before the number in its piece."""
        return self.items.holds(self.scope.piece, self.quantity.at, *tags)

    def followed_by(self, *tags: Tag) -> bool:
        """Return whether an item with one of these tags stands right after the number."""
        return tag_at(self.items, self.quantity.end, *tags)

    def after(self, *tags: Tag) -> int:
        """Return the index of the first item with one of these tags after the number.

        Args:
            *tags: The tags.

        Returns:
            The index; the number of items if no such item follows.
        """
        return self.items.after(self.quantity.end, *tags)

    def item_after(self, distance: int = 0) -> Item | None:
        """Return the item at a distance after the number; `None` after the end of the clause."""
        at = self.quantity.end + distance
        return self.items[at] if at < len(self.items) else None

    @property
    def reached(self) -> bool:
        """Whether “đạt” stands before the number: a level."""
        at = self.around.first - 1
        return tag_at(self.items, at, Tag.ATTAIN) and at >= self.scope.piece

    @property
    def average(self) -> bool:
        """Whether the number is an average."""
        before = self.items.holds(self._start_of_piece(), self.quantity.at, Tag.AVERAGE)
        return before or self.averaged_after or self._averaged_ahead

    @property
    def _averaged_ahead(self) -> bool:
        """Whether the piece before is “bình quân” with words about time alone."""
        at = self.items.before(self.scope.piece, Tag.AVERAGE)
        return at >= 0 and self.items.other(at + 1, *_OF_TIME) >= self.scope.piece

    @property
    def averaged_after(self) -> bool:
        """Whether “bình quân” after the number and “/năm” ends the piece."""
        at = after_years(self.items, self.quantity)
        return tag_at(self.items, at, Tag.AVERAGE) and ends_piece(self.items, at + 1)

    def _start_of_piece(self) -> int:
        """Return the start of its piece.

        The piece of “bình quân của 01 hợp tác xã là 200 triệu đồng” starts before the 01.
        """
        before = self.scope.before
        if before is None or not self.scope.beside or 1 not in before.numbers:
            return self.scope.piece
        return self.items.before(before.at, *SEPARATORS) + 1
