"""The time of each number of a clause: a deadline, or the single year or quarter that it is for."""

from collections.abc import Sequence
from datetime import date
from typing import final

from attrs import evolve, frozen

from nsc_program.values._periods import Period
from nsc_program.wording._days import part_of, tag_at
from nsc_program.wording._layout import Event, Layout
from nsc_program.wording._reasons import Reason
from nsc_program.wording._tags import Tag

AIMS = ("mục tiêu", "chỉ tiêu", "target", "targets")
_WITHIN = ("trong", "in", "during")
_IS = ("là", "is", "are")
_LISTING = (Tag.AND, Tag.COMMA, Tag.SLASH, Tag.DASH)
_NAMES = (Tag.SKIPPED, Tag.LABEL, Tag.NO_PERIOD)
_FILL = (Tag.FILL,)
_SUBJECT = (Tag.WORD, Tag.UNIT, Tag.COUNTED, Tag.HEADS, Tag.FOUNDED, Tag.FILL, Tag.NEUTRAL)


@final
@frozen
class TimeOf:
    """The time of a quantity.

    Attributes:
        through: The last day of a deadline; `None` without one.
        part: The single year or quarter that the quantity is for; `None` without one.
        unclear: Whether a year or quarter stands near the quantity whose part it is unclear.
    """

    through: date | None = None
    part: Period | None = None
    unclear: bool = False

    @property
    def is_mixed(self) -> bool:
        """Whether it is unclear which time it is, or whether it is that of the quantity."""
        return self.unclear or (self.through is not None and self.part is not None)

    def with_also(self, time: "TimeOf") -> "TimeOf":
        """Return this time together with another time of the same quantity."""
        twice = self.part is not None and time.part is not None
        return TimeOf(
            time.through or self.through,
            time.part or self.part,
            self.unclear or time.unclear or twice,
        )

    def past_whole(self) -> "TimeOf":
        """Return this time after “cả giai đoạn” or “lũy kế”: no longer clearly a single year."""
        return self if self.part is None else TimeOf(unclear=True)


@final
@frozen
class _Leading:
    """The time that governs the next quantities.

    Attributes:
        time: The time.
        outside: The time before the brackets opened, which holds again after them; `None` outside
            brackets.
    """

    time: TimeOf = TimeOf()
    outside: TimeOf | None = None

    def past(self, event: Event, time: TimeOf | None) -> "_Leading":
        """Return the time that governs after a separator, or after words that give a time."""
        if time is not None:
            return evolve(self, time=time)
        if event.item.has(Tag.WHOLE):
            return evolve(self, time=self.time.past_whole())
        return self._past_separator(event.tag)

    def _past_separator(self, separator: Tag) -> "_Leading":
        """Return the time that governs after a separator."""
        match separator:
            case Tag.STOP:
                return evolve(self, time=TimeOf())
            case Tag.OPEN:
                return evolve(self, outside=self.time)
            case Tag.CLOSE if self.outside is not None:
                return _Leading(self.outside)
            case _:
                return self


def times_of(layout: Layout, events: Sequence[Event]) -> list[TimeOf]:
    """Return the time of each quantity: “đến năm 2025”, “năm 2023”.

    Args:
        layout: The layout of the clause.
        events: Its events, in order.

    Returns:
        The time of each quantity, in order.
    """
    times: list[TimeOf] = []
    leading = _Leading()
    for event in events:
        time = _time_of(layout, event)
        if event.tag is Tag.NUMBER:
            times.append(leading.time)
        elif time is None or event.owner is None or time == TimeOf():
            leading = leading.past(event, time)
        else:
            times[event.owner] = times[event.owner].with_also(time)
    return times


def _time_of(layout: Layout, event: Event) -> TimeOf | None:
    """Return the time that an event gives to quantities; `None` if it does not change their time.

    A period of several years gives an empty time, which ends the time before it.
    """
    value = event.item.value
    if event.tag is Tag.THROUGH and isinstance(value, date):
        return TimeOf(through=value)
    if event.tag is not Tag.PERIOD or _follows_a_factor(layout, event):
        return None
    part = _part_at(layout, event.at)
    return _of_phase(layout, event.at) if part is None else _of_part(layout, event, part)


def _of_phase(layout: Layout, at: int) -> TimeOf:
    """Return the time of a period of several years: none, unless it goes on after a single year."""
    return TimeOf(unclear=_is_year(layout, at - 2) and tag_at(layout.items, at - 1, Tag.AND))


def _follows_a_factor(layout: Layout, event: Event) -> bool:
    """Return whether a time stands right after a factor or points: gấp 2 lần năm 2020."""
    ratio = layout.ratio_before(event)
    return ratio is not None and ratio.unit != "%"


def _part_at(layout: Layout, at: int) -> Period | None:
    """Return the part of a phase that is named at `at`; `None` for another time."""
    items = layout.items
    if tag_at(items, at - 1, Tag.FROM) or _is_of_a_label(layout, at):
        return None
    alone = tag_at(items, at - 1, Tag.ALONE) or tag_at(items, at + 1, Tag.ALONE)
    return part_of(items[at], several=alone)


def _is_of_a_label(layout: Layout, at: int) -> bool:
    """Return whether a label that is not a word for a target stands before `at`: kế hoạch năm …."""
    labelled = tag_at(layout.items, at - 1, Tag.SOFT_LABEL)
    return labelled and layout.items[at - 1].text not in AIMS


def _of_part(layout: Layout, event: Event, part: Period) -> TimeOf:
    """Return the time of a named part, which may or may not be that of the quantities."""
    clear = _is_clear(layout, event) and not _is_listed(layout, event.at)
    return TimeOf(part=part) if clear else TimeOf(unclear=True)


def _is_clear(layout: Layout, event: Event) -> bool:
    """Return whether a part is clearly the time of the quantity it belongs to, or of the next."""
    if event.owner is not None:
        return _is_next_to(layout, layout.quantities[event.owner].end, event.at)
    return _leads(layout, event.at)


def _is_next_to(layout: Layout, end: int, at: int) -> bool:
    """Return whether nothing but “trong” stands between a quantity and its time."""
    return at == end or (at == end + 1 and _is_one_of(layout, end, (*_WITHIN, "riêng")))


def _is_one_of(layout: Layout, at: int, words: tuple[str, ...]) -> bool:
    """Return whether the item at `at` is one of these words."""
    return at < len(layout.items) and layout.items[at].text in words


def _leads(layout: Layout, at: int) -> bool:
    """Return whether a time leads the quantities after it.

    It opens a piece (“năm 2027 hỗ trợ …”), or ends the subject (“số doanh nghiệp năm 2027 là …”).
    """
    before = layout.items[at - 1] if at else None
    if before is not None and before.text in AIMS:
        return True
    if before is not None and before.has(*_NAMES):
        return False
    return layout.is_fresh(at) or _ends_subject(layout, at)


def _ends_subject(layout: Layout, at: int) -> bool:
    """Return whether a subject stands before a time, and “là”, “đạt” or a colon after it."""
    stated = tag_at(layout.items, at + 1, Tag.ATTAIN, Tag.COLON) or _is_one_of(layout, at + 1, _IS)
    subject = _FILL if layout.items[at].text[0].isdecimal() else _SUBJECT  # early 2027
    is_of_a_part = _is_one_of(layout, at - 1, ("of",))  # the fourth quarter of 2027
    return stated and tag_at(layout.items, at - 1, *subject) and not is_of_a_part


def _is_listed(layout: Layout, at: int) -> bool:
    """Return whether another time stands beside a year: “năm 2026 và 2027”, “năm 2027 trở đi”."""
    before = _is_year(layout, at - 2) and tag_at(layout.items, at - 1, *_LISTING)
    after = _is_time(layout, at + 2) and tag_at(layout.items, at + 1, *_LISTING)
    return before or after or tag_at(layout.items, at + 1, Tag.UP, Tag.DOWN)


def _is_time(layout: Layout, at: int) -> bool:
    """Return whether a time stands here."""
    return tag_at(layout.items, at, Tag.PERIOD, Tag.SOME_YEARS) or _is_year(layout, at)


def _is_year(layout: Layout, at: int) -> bool:
    """Return whether a single year or a quarter stands here, or a number that may be a year."""
    if tag_at(layout.items, at, Tag.NAMED_YEAR):
        return True
    number = tag_at(layout.items, at, Tag.NUMBER)
    return number and layout.items[at].value is Reason.YEAR_OR_NUMBER
