"""The words that govern a number from a distance: hằng năm, mỗi huyện, đến năm 2025, phấn đấu.

Each pass takes the layout of the clause with its events, and returns one value for each quantity.
"""

from collections import defaultdict
from collections.abc import Sequence
from itertools import repeat
from typing import TypeAlias, final

from attrs import evolve, frozen

from nsc_program.wording._layout import Event, Layout, layout_of
from nsc_program.wording._line import Line
from nsc_program.wording._one_number import Quantity
from nsc_program.wording._scope import Scope
from nsc_program.wording._tags import Tag, Tags
from nsc_program.wording._time_of import TimeOf, times_of
from nsc_program.wording._years import YearsOf, years_of

_OF_SEGMENT = frozenset((Tag.RESPECTIVELY, Tag.EXCEPT, Tag.ESTIMATE))
_BRACKETS = (Tag.OPEN, Tag.CLOSE)
_RATES = (Tag.EACH, Tag.OFTEN)
_END_SEGMENT = (Tag.STOP, Tag.SEMICOLON)

_Events: TypeAlias = tuple[Event, ...]


def scopes_of(items: Line, quantities: Sequence[Quantity]) -> tuple[Scope, ...]:
    """Return the scope of each quantity of a clause.

    Args:
        items: The items of the clause.
        quantities: Its quantities, in order.

    Returns:
        A scope for each quantity.
    """
    layout = layout_of(items, quantities)
    events = layout.events()
    governing = map(
        _Governing,
        years_of(layout, events),
        times_of(layout, events),
        _rates(layout, events),
        _of_segments(layout, events),
        _aspirations(events),
        _pasts(layout, events),
    )
    return tuple(map(_scope, repeat(layout), quantities, governing))


@final
@frozen
class _Governing:
    """What governs one quantity: the results of the passes."""

    years: YearsOf
    time: TimeOf
    rates: Tags
    of_segment: Tags
    aspirational: bool
    past: bool


def _scope(layout: Layout, quantity: Quantity, governing: _Governing) -> Scope:
    """Combine the place of a quantity with what governs it."""
    return evolve(
        _place(layout, quantity),
        years=governing.years.years,
        by_slash=governing.years.by_slash,
        through=governing.time.through,
        part=governing.time.part,
        mixed=governing.time.is_mixed,
        each=Tag.EACH in governing.rates,
        often=Tag.OFTEN in governing.rates,
        respectively=Tag.RESPECTIVELY in governing.of_segment,
        excepting=Tag.EXCEPT in governing.of_segment,
        estimated=Tag.ESTIMATE in governing.of_segment,
        aspirational=governing.aspirational,
        past=governing.past,
    )


def _place(layout: Layout, quantity: Quantity) -> Scope:
    """Return the scope of a quantity that no word governs."""
    at = quantity.at
    start, last = layout.bar(at), layout.last(at)
    return Scope(
        start=start,
        piece=max(layout.piece(at), start),
        stop=_stop(layout, quantity),
        last=None if last is None else layout.quantities[last],
        before=layout.last_in_piece(at),
        beside=not layout.is_parted(at),
    )


def _stop(layout: Layout, quantity: Quantity) -> int:
    """Return the index before which items may belong to a quantity."""
    end = layout.items.after(quantity.end, *_END_SEGMENT)
    return min(end, layout.start(layout.following(quantity.at) + 1))


def _aspirations(events: _Events) -> list[bool]:
    """Return for each quantity whether “phấn đấu” stands before it in its sentence."""
    aspirations: list[bool] = []
    aspires = False
    for event in events:
        if event.tag is Tag.NUMBER:
            aspirations.append(aspires)
        elif event.tag is Tag.STOP or event.item.has(Tag.ASPIRE):
            aspires = event.tag is not Tag.STOP
    return aspirations


def _of_segments(layout: Layout, events: _Events) -> list[Tags]:
    """Return for each quantity the tags that hold for every quantity of its segment."""
    tags: defaultdict[int, Tags] = defaultdict(frozenset)
    for event in events:
        tags[layout.segment(event.at)] |= event.item.tags & _OF_SEGMENT
    return [tags[layout.segment(start)] for start in layout.starts]


def _pasts(layout: Layout, events: _Events) -> list[bool]:
    """Return for each quantity whether it is a past figure: “đạt 40% (năm 2020 là 22%)”."""
    pasts: list[bool] = []
    past = False
    for event in events:
        if event.tag is Tag.NUMBER:
            pasts.append(past)
        elif event.tag in _BRACKETS:
            past = False
        elif _is_of_the_past(layout, event):
            if event.owner is None:
                past = True
            else:
                pasts[event.owner] = True
    return pasts


def _is_of_the_past(layout: Layout, event: Event) -> bool:
    """Return whether an event is a year in brackets after a quantity."""
    return event.item.has(Tag.NAMED_YEAR) and layout.is_in_brackets_after_last(event.at)


def _rates(layout: Layout, events: _Events) -> list[Tags]:
    """Return for each quantity whether “mỗi huyện” or “hằng tháng” governs it."""
    rates: list[Tags] = []
    rate: Tags = frozenset()
    for event in events:
        if event.tag is Tag.NUMBER:
            rates.append(rate)
        elif event.tag in _END_SEGMENT:
            rate = frozenset()
        elif event.tag in _RATES:
            rate |= {event.tag}
            governed = _rated_before(layout, event)
            if governed is not None:
                rates[governed] |= {event.tag}
    return rates


def _rated_before(layout: Layout, event: Event) -> int | None:
    """Return the index of the quantity before that a rate governs as well; `None` without one."""
    return layout.governed_before(event) if event.tag is Tag.OFTEN else event.owner
