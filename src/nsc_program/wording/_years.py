"""The numbers that are for each year: the reach of “mỗi năm”, “hằng năm” and “/năm”."""

from collections.abc import Iterator, Sequence
from typing import final

from attrs import define, evolve, field, frozen

from nsc_program.wording._layout import SEPARATORS, Event, Layout
from nsc_program.wording._scope import Years
from nsc_program.wording._tags import Tag

_LISTED = (
    Tag.COMMA,
    Tag.AND,
    Tag.AT_LEAST,
    Tag.MORE,
    Tag.ABOUT,
    Tag.AT_MOST,
    Tag.LESS,
    Tag.FROM,
    Tag.FILL,
)
_SEPARATORS = (*SEPARATORS, Tag.CLOSE)
_SPANS = ("năm", "năm tới")
_NEAR = 12  # the most words between “mỗi năm” and a second number that it may be about


@final
@frozen
class YearsOf:
    """How a word such as “mỗi năm” relates to a quantity.

    Attributes:
        years: The relation.
        by_slash: Whether the word is “/năm”.
    """

    years: Years = Years.NONE
    by_slash: bool = False


@final
@frozen
class _Led:
    """How the last word such as “mỗi năm” relates to the quantities after it.

    Attributes:
        years: The relation.
        at: The index of that word; -1 if there was none.
        listed: The relation to the list after a colon, which holds until the end of the sentence.
        outside: The relation before the brackets opened, which holds again after them; `None`
            outside brackets.
    """

    years: Years = Years.NONE
    at: int = -1
    listed: Years = Years.NONE
    outside: Years | None = None

    @property
    def leads(self) -> bool:
        """Whether such a word relates to the quantities after it, clearly or not."""
        return self.years is not Years.NONE

    def past_piece(self) -> "_Led":
        """Return the relation after the end of a piece."""
        return self.unclear() if self.years is Years.OWN else self

    def past_brackets(self) -> "_Led":
        """Return the relation after brackets close."""
        if self.outside is None:
            return self.past_piece()
        return evolve(self, years=self.outside, outside=None)

    def into_brackets(self) -> "_Led":
        """Return the relation after brackets open."""
        inner = self.past_piece()
        return evolve(inner, outside=inner.years)

    def onto_list(self) -> "_Led":
        """Return the relation after a colon that begins a list."""
        return evolve(self, listed=Years.LED if self.years is Years.LED else Years.NONE)

    def unclear(self) -> "_Led":
        """Return the relation after a word that makes it unclear."""
        return evolve(self, years=Years.UNCLEAR)

    def ended(self) -> "_Led":
        """Return the relation after a word that ends it."""
        return evolve(self, years=Years.NONE)

    def past(self, separator: Tag) -> "_Led":
        """Return the relation after a separator."""
        match separator:
            case Tag.STOP:
                return evolve(self, years=Years.NONE, listed=Years.NONE)
            case Tag.SEMICOLON:
                return evolve(self, years=self.listed)
            case Tag.OPEN:
                return self.into_brackets()
            case Tag.CLOSE:
                return self.past_brackets()
            case _:
                return self.past_piece()


def years_of(layout: Layout, events: Sequence[Event]) -> list[YearsOf]:
    """Return for each quantity how “mỗi năm”, “hằng năm” or “/năm” relates to it.

    Args:
        layout: The layout of the clause.
        events: Its events, in order.

    Returns:
        The relation for each quantity, in order.
    """
    walk = _Walk(layout)
    for event in events:
        walk.pass_by(event)
    return walk.years


@final
@define
class _Walk:
    """The walk along the events of a clause.

    Attributes:
        layout: The layout of the clause.
        years: The relation of each quantity that was passed.
        led: The relation of the last word such as “mỗi năm” to the quantities ahead.
    """

    layout: Layout
    years: list[YearsOf] = field(factory=list)
    led: _Led = _Led()

    def pass_by(self, event: Event) -> None:
        """Take one event into account."""
        match event.tag:
            case Tag.NUMBER:
                self._pass_quantity(event)
            case Tag.YEARLY:
                self._pass_yearly(event)
            case Tag.SLASH if event.last is not None:
                self.years[event.last] = YearsOf(Years.OWN, by_slash=True)
            case Tag.OFTEN:
                self._pass_interval(event)
            case Tag.COLON if event.last is None:
                self.led = self.led.onto_list()
            case separator if separator in _SEPARATORS:
                self.led = self.led.past(separator)
            case _:
                self._pass_word(event)

    def _relate(self, index: int, years: Years) -> None:
        """Change the relation to a quantity that was passed."""
        self.years[index] = evolve(self.years[index], years=years)

    def _pass_quantity(self, event: Event) -> None:
        """Note the relation to a quantity."""
        self.years.append(YearsOf(self._ahead(event)))
        if self._ends_years(event):
            self.led = self.led.unclear()

    def _ahead(self, event: Event) -> Years:
        """Return the relation to a quantity of the words before it."""
        if self._is_led(event.at):
            return Years.OWN
        return self.led.years if self.led.leads else self._from_before(event)

    def _is_led(self, at: int) -> bool:
        """Return whether “mỗi năm” leads the piece around `at`."""
        return self.led.years is Years.LED and self.led.at >= self.layout.piece(at)

    def _from_before(self, event: Event) -> Years:
        """Return the relation to a quantity that no word leads: 8 lớp/năm với 400 lượt người."""
        if event.last is None or self.layout.is_parted(event.at):
            return Years.NONE
        return Years.UNCLEAR if self._is_related(event.last) else Years.NONE

    def _is_related(self, index: int) -> bool:
        """Return whether “mỗi năm” may apply to a quantity that was passed."""
        return self.years[index].years is not Years.NONE

    def _ends_years(self, event: Event) -> bool:
        """Return whether a span ends “mỗi năm”: “mỗi năm …, trong 5 năm …”."""
        if event.last is None or not self.led.leads:
            return False
        return self._is_span(event.at) and not self.layout.belongs_to_last(event.at)

    def _is_span(self, at: int) -> bool:
        """Return whether the quantity at `at` is a number of years."""
        index = self.layout.following(at)
        return self.layout.lasts(index) and self.layout.quantities[index].unit in _SPANS

    def _pass_interval(self, event: Event) -> None:
        """Note that an interval such as “hằng tháng” may govern the quantities before it."""
        governed = self.layout.governed_before(event)
        if governed is not None:
            for index in self._listed_before(governed):
                self._relate(index, Years.UNCLEAR)

    def _pass_yearly(self, event: Event) -> None:
        """Note the relation of “mỗi năm” to the quantities before and after it."""
        if event.last is not None and (event.belongs or self._trails(event)):
            for index in self._listed_before(event.last):
                self._relate(index, Years.UNCLEAR)
            self._relate(event.last, self._behind(event))
        self.led = self._led_by_yearly(event)

    def _behind(self, event: Event) -> Years:
        """Return the relation of “mỗi năm” to the quantity right before it."""
        own = event.belongs and self._is_own(event.at)
        return Years.OWN if own else Years.UNCLEAR

    def _is_own(self, at: int) -> bool:
        """Return whether “mỗi năm” can only be about the quantity right before it."""
        return self.layout.is_in_time_brackets(at) or not self._is_shared(at)

    def _led_by_yearly(self, event: Event) -> _Led:
        """Return the relation of “mỗi năm” to the quantities after it."""
        if event.belongs:
            in_brackets = self.layout.is_in_time_brackets(event.at)
            return self.led if in_brackets else self.led.unclear()
        years = Years.LED if self.layout.is_fresh(event.at) else Years.OWN
        return evolve(self.led, years=years, at=event.at)

    def _listed_before(self, last: int) -> Iterator[int]:
        """Yield the quantities in a list before a quantity, to which “mỗi năm” may apply as well.

        In “12 phóng sự, 60 tin bài mỗi năm”, it is unclear whether the first number is for each
        year.
        """
        for index in range(last - 1, -1, -1):
            if self._is_related(index) or self._is_parted(index):
                return
            yield index

    def _is_parted(self, index: int) -> bool:
        """Return whether a quantity and the next one are not members of one list."""
        counts = self.layout.latest[index + 2] == index + 1
        return counts and not self._is_listed(index)

    def _is_listed(self, index: int) -> bool:
        """Return whether only words of a list stand between a quantity and the next one."""
        gap_ends = self.layout.items.other(self.layout.quantities[index].end, *_LISTED)
        return gap_ends >= self.layout.starts[index + 1]

    def _is_shared(self, at: int) -> bool:
        """Return whether another number follows in the piece, so that “mỗi năm” may be its own."""
        layout = self.layout
        following = layout.following(at)
        if following == len(layout.starts):
            return False
        start = layout.starts[following]
        return start - at <= _NEAR and not layout.items.holds(at, start, *SEPARATORS)

    def _trails(self, event: Event) -> bool:
        """Return whether “mỗi năm” ends a segment on its own: “20 doanh nghiệp, mỗi năm”."""
        alone = self._heads_piece(event.at) and self._ends_piece(event.at)
        return alone and self.layout.ends_segment(event.at)

    def _heads_piece(self, at: int) -> bool:
        """Return whether a piece begins with the item at `at`."""
        return at == self.layout.piece(at)

    def _ends_piece(self, at: int) -> bool:
        """Return whether a separator, or nothing, follows the item at `at`."""
        items = self.layout.items
        return at + 1 == len(items) or items[at + 1].has(*SEPARATORS)

    def _pass_word(self, event: Event) -> None:
        """Note that a word may end “mỗi năm”, or make it unclear."""
        if _ends_leading(event):
            self.led = self.led.ended()
        elif self._clouds(event):
            self.led = self.led.unclear()

    def _clouds(self, event: Event) -> bool:
        """Return whether a word makes it unclear if the next numbers are for each year."""
        if event.tag is Tag.PERIOD:
            return self._clouds_by_time(event)
        return event.tag is Tag.SOME_YEARS and self._clouds_by_part(event)

    def _clouds_by_time(self, event: Event) -> bool:
        """Return whether a period makes it unclear if a number is for each year.

        “Mỗi năm …, giai đoạn 2021-2025 …”: the second number may or may not be for each year.
        """
        if event.last is None or event.belongs or not self.led.leads:
            return False
        return self.layout.ratio_before(event) is None

    def _clouds_by_part(self, event: Event) -> bool:
        """Return whether it is unclear if the parts or the sum of a number are for each year."""
        if event.last is None or event.item.has(Tag.SOME_YEARS):
            return event.item.has(Tag.SOME_YEARS)
        if self.led.leads:
            return event.item.has(Tag.SUM)
        # “…, trong đó”, “…, với”: a part of a number that alone is for each year.
        return self._begins_a_part(event) and self._is_related(event.last)

    def _begins_a_part(self, event: Event) -> bool:
        """Return whether “trong đó” stands here, or “với” at the head of a piece."""
        heads = event.item.has(Tag.WITH) and self._heads_piece(event.at)
        return heads or event.item.has(Tag.PART)


def _ends_leading(event: Event) -> bool:
    """Return whether “mỗi năm” does not lead the numbers after a word: “cả giai đoạn”."""
    ends_by_day = event.tag is Tag.THROUGH and event.last is not None
    return event.tag is Tag.WHOLE or (ends_by_day and not event.belongs)
