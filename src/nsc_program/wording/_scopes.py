"""The words that govern a number from a distance: hằng năm, mỗi huyện, đến năm 2025, phấn đấu.

Each pass takes the layout of the clause with its events, and returns one value for each quantity.
"""

from collections.abc import Sequence
from datetime import date
from typing import TypeAlias, final

from attrs import evolve, frozen

from nsc_program.wording._days import tag_at
from nsc_program.wording._layout import Event, Layout, layout_of
from nsc_program.wording._line import Line
from nsc_program.wording._quantities import Quantity
from nsc_program.wording._scope import Scope
from nsc_program.wording._tags import Tag
from nsc_program.wording._years import YearsOf, years_of

_OF_SEGMENT = frozenset((Tag.RESPECTIVELY, Tag.EXCEPT, Tag.ESTIMATE))

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
    years = years_of(layout, events)
    times = _times(layout, events)
    rates = _rates(layout, events)
    of_segments = _of_segments(layout, events)
    aspirations = _aspirations(events)
    pasts = _pasts(layout, events)
    return tuple(
        _scope(
            layout,
            quantity,
            years=years[index],
            time=times[index],
            rate=rates[index],
            of_segment=of_segments[index],
            aspirational=aspirations[index],
            past=pasts[index],
        )
        for index, quantity in enumerate(quantities)
    )


def _scope(
    layout: Layout,
    quantity: Quantity,
    *,
    years: YearsOf,
    time: "_TimeOf",
    rate: "_RateOf",
    of_segment: frozenset[Tag],
    aspirational: bool,
    past: bool,
) -> Scope:
    """Combine the results of the passes for one quantity."""
    at = quantity.at
    index = layout.last(at)
    last = None if index is None else layout.quantities[index]
    piece = layout.piece(at)
    return Scope(
        start=layout.bar(at),
        piece=max(piece, layout.bar(at)),
        stop=_stop(layout, quantity),
        years=years.years,
        through=time.through,
        aspirational=aspirational,
        each=rate.each,
        often=rate.often,
        one_year=time.one_year,
        by_slash=years.by_slash,
        respectively=Tag.RESPECTIVELY in of_segment,
        excepting=Tag.EXCEPT in of_segment,
        estimated=Tag.ESTIMATE in of_segment,
        last=last,
        before=last if last is not None and last.end > piece else None,
        beside=not layout.is_parted(at),
        past=past,
    )


def _stop(layout: Layout, quantity: Quantity) -> int:
    """Return the index before which items may belong to a quantity."""
    following = layout.following(quantity.at) + 1
    starts = layout.starts
    end = starts[following] if following < len(starts) else len(layout.items)
    return min(end, layout.items.after(quantity.end, Tag.SEMICOLON, Tag.STOP))


def _aspirations(events: _Events) -> list[bool]:
    """Return for each quantity whether “phấn đấu” stands before it in its sentence."""
    aspirations: list[bool] = []
    aspires = False
    for event in events:
        if event.tag is Tag.NUMBER:
            aspirations.append(aspires)
        elif event.tag is Tag.STOP:
            aspires = False
        elif event.item.has(Tag.ASPIRE):
            aspires = True
    return aspirations


def _of_segments(layout: Layout, events: _Events) -> list[frozenset[Tag]]:
    """Return for each quantity the tags that hold for every quantity of its segment."""
    tags: dict[int, frozenset[Tag]] = {}
    for event in events:
        segment_tags = event.item.tags & _OF_SEGMENT
        if segment_tags:
            segment = layout.segment(event.at)
            tags[segment] = tags.get(segment, frozenset()) | segment_tags
    return [tags.get(layout.segment(start), frozenset()) for start in layout.starts]


def _pasts(layout: Layout, events: _Events) -> list[bool]:
    """Return for each quantity whether it is a past figure: “đạt 40% (năm 2020 là 22%)”."""
    pasts: list[bool] = []
    past = False
    for event in events:
        if event.tag is Tag.NUMBER:
            pasts.append(past)
        elif event.tag in (Tag.OPEN, Tag.CLOSE):
            past = False
        elif event.item.has(Tag.NAMED_YEAR) and layout.is_in_brackets_after_last(event.at):
            if event.belongs and event.last is not None:
                pasts[event.last] = True
            else:
                past = True
    return pasts


@final
@frozen
class _RateOf:
    """Whether a quantity is for each of several units, and whether it is for an interval."""

    each: bool = False
    often: bool = False


def _rates(layout: Layout, events: _Events) -> list[_RateOf]:
    """Return for each quantity whether “mỗi huyện” or “hằng tháng” governs it."""
    rates: list[_RateOf] = []
    rate = _RateOf()
    for event in events:
        match event.tag:
            case Tag.NUMBER:
                rates.append(rate)
            case Tag.STOP | Tag.SEMICOLON:
                rate = _RateOf()
            case Tag.EACH:
                rate = evolve(rate, each=True)
                if event.belongs and event.last is not None:
                    rates[event.last] = evolve(rates[event.last], each=True)
            case Tag.OFTEN:
                rate = evolve(rate, often=True)
                if event.last is not None and layout.governs_last(event):
                    rates[event.last] = evolve(rates[event.last], often=True)
            case _:
                pass
    return rates


@final
@frozen
class _TimeOf:
    """The time of a quantity: the last day of a deadline, or whether it is of a single year."""

    through: date | None = None
    one_year: bool = False


def _times(layout: Layout, events: _Events) -> list[_TimeOf]:
    """Return the time of each quantity: “đến năm 2025”, “năm 2023”."""
    times: list[_TimeOf] = []
    time, outside = _TimeOf(), None
    for event in events:
        match event.tag:
            case Tag.NUMBER:
                times.append(time)
            case Tag.STOP:
                time = _TimeOf()
            case Tag.OPEN:
                outside = time
            case Tag.CLOSE:
                time, outside = (time if outside is None else outside), None
            case Tag.THROUGH:
                day = event.item.value if isinstance(event.item.value, date) else None
                if event.belongs and event.last is not None:
                    times[event.last] = evolve(times[event.last], through=day)
                else:
                    time = _TimeOf(day)
            case Tag.PERIOD if not layout.follows_a_ratio(event):
                before = tag_at(layout.items, event.at - 1, Tag.FROM, Tag.SOFT_LABEL)
                one_year = event.item.has(Tag.NAMED_YEAR) and not before
                if one_year and event.belongs and event.last is not None:
                    times[event.last] = evolve(times[event.last], one_year=True)
                else:
                    time = _TimeOf(one_year=one_year)
            case _:
                pass
    return times
