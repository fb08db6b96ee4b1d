"""The numbers that are for each year: the reach of “mỗi năm”, “hằng năm” and “/năm”."""

from collections.abc import Iterator, Sequence
from typing import final

from attrs import evolve, frozen

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

    def past_piece(self) -> "_Led":
        """Return the relation after the end of a piece."""
        return evolve(self, years=Years.UNCLEAR) if self.years is Years.OWN else self

    def past_brackets(self) -> "_Led":
        """Return the relation after brackets close."""
        if self.outside is None:
            return self.past_piece()
        return evolve(self, years=self.outside, outside=None)


def years_of(layout: Layout, events: Sequence[Event]) -> list[YearsOf]:
    """Return for each quantity how “mỗi năm”, “hằng năm” or “/năm” relates to it.

    Args:
        layout: The layout of the clause.
        events: Its events, in order.

    Returns:
        The relation for each quantity, in order.
    """
    years: list[YearsOf] = []
    led = _Led()
    for event in events:
        match event.tag:
            case Tag.NUMBER:
                years.append(YearsOf(_years_of_quantity(layout, event, led, years)))
                if _ends_years(layout, event, led):
                    led = evolve(led, years=Years.UNCLEAR)
            case Tag.SLASH if event.last is not None:
                years[event.last] = YearsOf(Years.OWN, by_slash=True)
            case Tag.YEARLY:
                for index, changed in _changes_by_yearly(layout, event, years):
                    years[index] = evolve(years[index], years=changed)
                led = _led_by_yearly(layout, event, led)
            case Tag.OFTEN if event.last is not None and layout.governs_last(event):
                for index in _listed_before(layout, event.last, years):
                    years[index] = evolve(years[index], years=Years.UNCLEAR)
            case _:
                led = _led_past(layout, event, led, years)
    return years


def _years_of_quantity(layout: Layout, event: Event, led: _Led, years: Sequence[YearsOf]) -> Years:
    """Return the relation to a quantity of the words before it."""
    if led.years is Years.LED and led.at >= layout.piece(event.at):
        return Years.OWN
    if led.years is not Years.NONE or event.last is None or layout.is_parted(event.at):
        return led.years
    # 8 lớp/năm với 400 lượt người
    return Years.NONE if years[event.last].years is Years.NONE else Years.UNCLEAR


def _ends_years(layout: Layout, event: Event, led: _Led) -> bool:
    """Return whether a span ends “mỗi năm”: “mỗi năm …, trong 5 năm …”."""
    index = layout.following(event.at)
    if event.last is None or led.years is Years.NONE or not layout.lasts(index):
        return False
    is_span = layout.quantities[index].unit in _SPANS
    return is_span and not layout.belongs_to_last(event.at)


def _led_past(layout: Layout, event: Event, led: _Led, years: Sequence[YearsOf]) -> _Led:
    """Return the relation after a separator, or after a word that is not “mỗi năm”."""
    match event.tag:
        case Tag.STOP:
            return evolve(led, years=Years.NONE, listed=Years.NONE)
        case Tag.SEMICOLON:
            return evolve(led, years=led.listed)
        case Tag.COMMA:
            return led.past_piece()
        case Tag.OPEN:
            inner = led.past_piece()
            return evolve(inner, outside=inner.years)
        case Tag.CLOSE:
            return led.past_brackets()
        case Tag.COLON if event.last is None:
            return evolve(led, listed=led.years if led.years is Years.LED else Years.NONE)
        case Tag.WHOLE:
            return evolve(led, years=Years.NONE)
        case Tag.THROUGH if event.last is not None and not event.belongs:
            return evolve(led, years=Years.NONE)
        case Tag.PERIOD if _clouds_by_time(layout, event, led):
            return evolve(led, years=Years.UNCLEAR)
        case Tag.SOME_YEARS if _clouds(layout, event, led, years):
            return evolve(led, years=Years.UNCLEAR)
        case _:
            return led


def _clouds_by_time(layout: Layout, event: Event, led: _Led) -> bool:
    """Return whether a period makes it unclear if a number is for each year.

    “Mỗi năm …, giai đoạn 2021-2025 …”: the second number may or may not be for each year.
    """
    if event.last is None or led.years is Years.NONE:
        return False
    return not event.belongs and not layout.follows_a_ratio(event)


def _clouds(layout: Layout, event: Event, led: _Led, years: Sequence[YearsOf]) -> bool:
    """Return whether a word makes it unclear if the next numbers are for each year."""
    if event.item.has(Tag.SOME_YEARS):
        return True
    if event.last is None:
        return False
    if led.years is not Years.NONE:
        return event.item.has(Tag.SUM)
    # “…, trong đó”, “…, với”: a part of a number that alone is for each year.
    begins_a_part = event.item.has(Tag.PART) or (
        event.item.has(Tag.WITH) and event.at == layout.piece(event.at)
    )
    return begins_a_part and years[event.last].years is not Years.NONE


def _led_by_yearly(layout: Layout, event: Event, led: _Led) -> _Led:
    """Return the relation of “mỗi năm” to the quantities after it."""
    if not event.belongs:
        years = Years.LED if layout.is_fresh(event.at) else Years.OWN
        return evolve(led, years=years, at=event.at)
    if layout.is_in_time_brackets(event.at):
        return led
    return evolve(led, years=Years.UNCLEAR)


def _changes_by_yearly(
    layout: Layout, event: Event, years: Sequence[YearsOf]
) -> Iterator[tuple[int, Years]]:
    """Yield the relations that “mỗi năm” changes for the quantities before it."""
    if event.last is None or not (event.belongs or _trails(layout, event)):
        return
    for index in _listed_before(layout, event.last, years):
        yield index, Years.UNCLEAR
    in_brackets = layout.is_in_time_brackets(event.at)
    shared = not event.belongs or (not in_brackets and _is_shared(layout, event.at))
    yield event.last, Years.UNCLEAR if shared else Years.OWN


def _listed_before(layout: Layout, last: int, years: Sequence[YearsOf]) -> Iterator[int]:
    """Yield the quantities in a list before a quantity, to which “mỗi năm” may apply as well.

    In “12 phóng sự, 60 tin bài mỗi năm”, it is unclear whether the first number is for each year.
    """
    for index in range(last, 0, -1):
        if years[index - 1].years is not Years.NONE:
            return
        gap_ends = layout.items.other(layout.quantities[index - 1].end, *_LISTED)
        if layout.latest[index + 1] == index and gap_ends < layout.starts[index]:
            return
        yield index - 1


def _is_shared(layout: Layout, at: int) -> bool:
    """Return whether another number follows in the piece, so that “mỗi năm” may be its own."""
    following = layout.following(at)
    if following >= len(layout.starts) or layout.starts[following] - at > _NEAR:
        return False
    return not layout.items.holds(at, layout.starts[following], *SEPARATORS)


def _trails(layout: Layout, event: Event) -> bool:
    """Return whether “mỗi năm” ends a segment on its own: “20 doanh nghiệp, mỗi năm”."""
    after = event.at + 1
    ends = after == len(layout.items) or layout.items[after].has(*SEPARATORS)
    alone = ends and event.at == layout.piece(event.at)
    return alone and event.last is not None and layout.ends_segment(event.at)
