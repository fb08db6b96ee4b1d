"""What stands at some distance from a number and still governs it: hằng năm, mỗi huyện, đến năm 2025, phấn đấu."""

from datetime import date
from typing import TypeAlias, final

from attrs import define, evolve

from nsc_program.wording._brackets import ends_before, gives_a_time
from nsc_program.wording._days import tag_at
from nsc_program.wording._line import Line
from nsc_program.wording._quantities import Quantity
from nsc_program.wording._scope import Scope, Years
from nsc_program.wording._tags import Item, Tag

SEPARATORS = (Tag.COMMA, Tag.OPEN, Tag.SEMICOLON, Tag.STOP)
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
_RATIOS = ("%", "lần", "times")
_BOUND = (Tag.AT_LEAST, Tag.MORE, Tag.ABOUT, Tag.AT_MOST, Tag.LESS, Tag.LEFT)
_BOUND_BEHIND = (Tag.SLASH, Tag.UP, Tag.DOWN)
_SPANS = ("năm", "năm tới")
_OF_ALL = {Tag.RESPECTIVELY: "respectively", Tag.EXCEPT: "excepting", Tag.ESTIMATE: "estimated"}
_NEAR = 12  # how many words may stand between “mỗi năm” and a second number that it could be about


_Outside: TypeAlias = tuple[Years, date | None, bool]


@define
class _State:
    years: Years = Years.NONE
    years_at: int = -1
    through: date | None = None
    one_year: bool = False
    aspirational: bool = False
    each: bool = False
    often: bool = False
    listed: Years = Years.NONE  # what stands before a colon governs the list after it
    fresh: bool = True  # nothing but openings in this piece so far
    grows: bool = False  # a verb since the last quantity in this piece
    segment: int = 0
    piece: int = 0
    bar: int = 0  # nothing before it belongs to the next quantity
    last: Quantity | None = None  # in this segment
    parted: bool = True  # from the last quantity
    outside: _Outside | None = None  # what held before a bracket holds after it
    inside: bool = False  # a bracket that says something of the last quantity
    past: bool = False  # a year was named in it
    of_time: bool = False  # a bracket that says when, and nothing else

    def end_segment(self, at: int) -> None:
        self.years = self.listed  # “phấn đấu” reaches over semicolons
        self.each, self.often, self.last = False, False, None
        self.segment = self.bar = at + 1
        self.end_piece(at)

    def end_sentence(self, at: int) -> None:
        self.listed, self.through, self.one_year = Years.NONE, None, False
        self.aspirational = False
        self.end_segment(at)

    def end_piece(self, at: int) -> None:
        if self.years is Years.OWN:
            self.years = Years.UNCLEAR
        self.piece, self.fresh, self.grows, self.parted = at + 1, True, False, True

    def bracket(self, at: int, *, opens: bool) -> None:
        self.end_piece(at)
        self.inside, self.past = opens and self.last is not None, False
        if opens:
            self.outside = self.years, self.through, self.one_year
        elif self.outside is not None:
            self.years, self.through, self.one_year = self.outside
            self.outside = None

    def colon(self) -> None:
        self.fresh = self.parted = True
        if self.last is None:
            self.listed = self.years if self.years is Years.LED else Years.NONE

    def pass_quantity(self, quantity: Quantity) -> None:
        self.last, self.fresh, self.grows = quantity, False, False
        if quantity.parts:
            self.bar, self.parted = quantity.end, False

    def own_years(self) -> Years:
        return Years.OWN if self.years is Years.LED and self.years_at >= self.piece else self.years


@final
class Scopes:
    """One pass over the items, quantity by quantity."""

    def __init__(self, items: Line, quantities: list[Quantity]) -> None:
        """Look at these."""
        self._items = items
        self._quantities = quantities
        self._state = _State()
        self._found: list[Scope] = []
        self._kept: list[int] = []  # the quantities that what follows may belong to
        self._all: set[str] = set()  # what is so of every quantity of this segment

    def found(self) -> list[Scope]:
        """The scope of each quantity."""
        at = 0
        for index, quantity in enumerate(self._quantities):
            self._see(at, quantity.at)
            self._found.append(self._scope(index))
            self._pass(index, quantity)
            at = quantity.end
        self._see(at, len(self._items))
        self._close_segment()
        return self._found

    def _pass(self, index: int, quantity: Quantity) -> None:
        if not self._lasts(quantity):
            self._kept.append(index)
            self._state.pass_quantity(quantity)
        elif self._spans_years(quantity):
            self._state.years = Years.UNCLEAR

    def _lasts(self, quantity: Quantity) -> bool:
        """Whether it only says more of the quantity before, and what follows is about that: 10 lớp 03 ngày."""
        at, last = quantity.at, self._state.last
        if quantity.dropped or last is None or last.end <= self._state.piece:
            return quantity.dropped
        bound = tag_at(self._items, at - 1, *_BOUND) or tag_at(
            self._items, quantity.end, *_BOUND_BEHIND
        )
        return tag_at(self._items, quantity.unit_at, Tag.SHORT) and not bound

    def _spans_years(self, quantity: Quantity) -> bool:
        """“Mỗi năm …, trong 5 năm …”: no longer each year."""
        years = quantity.unit in _SPANS and self._state.years is not Years.NONE
        return years and self._state.last is not None and not self._belongs_to_last(quantity.at)

    def _last_scope(self) -> Scope:
        return self._found[self._kept[-1]]

    def _scope(self, index: int) -> Scope:
        state = self._state
        stop = self._stop(index)
        piece = max(state.piece, state.bar)
        before = state.last if state.last is not None and state.last.end > state.piece else None
        years = state.own_years()
        if years is Years.NONE and not state.parted and self._last_scope().years is not Years.NONE:
            years = Years.UNCLEAR  # 8 lớp/năm với 400 lượt người
        return Scope(
            start=state.bar,
            piece=piece,
            stop=stop,
            years=years,
            through=state.through,
            aspirational=state.aspirational,
            each=state.each,
            often=state.often,
            one_year=state.one_year,
            last=state.last,
            before=before,
            beside=not state.parted,
            past=state.past,
        )

    def _stop(self, index: int) -> int:
        last = (
            self._quantities[index + 1].at
            if index + 1 < len(self._quantities)
            else len(self._items)
        )
        return min(last, self._items.after(self._quantities[index].end, Tag.SEMICOLON, Tag.STOP))

    def _see(self, first: int, last: int) -> None:
        state = self._state
        for at in range(first, last):
            item = self._items[at]
            if self._goes_on(at):
                continue
            if item.has(Tag.STOP, Tag.SEMICOLON):
                self._close_segment()
                (state.end_sentence if item.has(Tag.STOP) else state.end_segment)(at)
            elif item.has(Tag.OPEN, Tag.CLOSE):
                self._bracket(at, opens=item.has(Tag.OPEN))
            elif item.has(Tag.COMMA):
                state.end_piece(at)
            elif item.has(Tag.COLON):
                state.colon()
            else:
                self._word(at, item)
                state.fresh = state.fresh and item.has(*_OPENINGS)

    def _goes_on(self, at: int) -> bool:
        """Whether a line ends here and the sentence does not: behind a colon or a semicolon."""
        ends_line = self._items[at].has(Tag.STOP) and not self._items[at].text.strip()
        return ends_line and tag_at(self._items, at - 1, Tag.COLON, Tag.SEMICOLON)

    def _bracket(self, at: int, *, opens: bool) -> None:
        state = self._state
        if opens and gives_a_time(self._items, at):
            state.of_time = True
        elif state.of_time:
            state.of_time = False
        else:
            state.bracket(at, opens=opens)

    def _word(self, at: int, item: Item) -> None:
        state = self._state
        if item.has(Tag.YEARLY):
            self._yearly(at)
        elif item.has(Tag.YEAR) and tag_at(self._items, at - 1, Tag.SLASH):
            self._by_slash()
        elif item.has(Tag.THROUGH) and isinstance(item.value, date):
            self._through(at, item.value)
        elif item.has(Tag.PERIOD, Tag.NAMED_YEAR):
            self._period(at, item)
        elif item.has(Tag.WHOLE) and state.last is not None:
            state.years = Years.NONE
        elif item.has(Tag.OFTEN):
            self._often(at)
        elif item.has(Tag.EACH):
            self._each(at)
        elif self._clouds_years(at, item):
            state.years = Years.UNCLEAR
        state.parted = state.parted or item.has(Tag.AND, Tag.THROUGH, Tag.NAMED_YEAR, Tag.PERIOD)
        state.aspirational = state.aspirational or item.has(Tag.ASPIRE)
        state.grows = state.grows or item.has(Tag.GROW, Tag.PACE, Tag.FALL)
        self._all |= {flag for tag, flag in _OF_ALL.items() if item.has(tag)}

    def _belongs_to_last(self, at: int) -> bool:
        """Whether what stands here, after a quantity in the same piece, belongs to that one and not to the next."""
        state = self._state
        if state.of_time:
            return state.last is not None and ends_before(
                self._items, at, *SEPARATORS, Tag.AND, Tag.CLOSE
            )
        if state.last is None or state.last.end <= state.piece or state.grows:
            return False
        return not tag_at(self._items, at - 1, Tag.AND)

    def _clouds_years(self, at: int, item: Item) -> bool:
        """Whether nobody knows from here on if a number is of each year."""
        summed = (
            item.has(Tag.SUM)
            and self._state.last is not None
            and self._state.years is not Years.NONE
        )
        return (
            summed
            or item.has(Tag.SOME_YEARS)
            or (self._begins_a_part(at, item) and self._of_years())
        )

    def _begins_a_part(self, at: int, item: Item) -> bool:
        """“…, trong đó”, “…, với”."""
        return item.has(Tag.PART) or (at == self._state.piece and item.has(Tag.WITH))

    def _of_years(self) -> bool:
        """Whether the number before alone is one of each year, so that nobody knows what a part of it is."""
        yearly = self._state.last is not None and self._last_scope().years is not Years.NONE
        return yearly and self._state.years is Years.NONE

    def _change(self, **changes: object) -> None:
        self._found[self._kept[-1]] = evolve(self._last_scope(), **changes)  # type: ignore[arg-type]

    def _by_slash(self) -> None:
        if self._state.last is not None:
            self._change(years=Years.OWN, by_slash=True)

    def _yearly(self, at: int) -> None:
        state = self._state
        if not self._belongs_to_last(at):
            if self._trails(at):
                self._cloud_the_listed()
                self._change(years=Years.UNCLEAR)
            state.years, state.years_at = (Years.LED if state.fresh else Years.OWN), at
            return
        shared = not state.of_time and self._shared(at)
        self._cloud_the_listed()
        self._change(years=Years.UNCLEAR if shared else Years.OWN)
        if not state.of_time:
            state.years = Years.UNCLEAR  # of what follows nobody knows

    def _cloud_the_listed(self) -> None:
        """Of “12 phóng sự, 60 tin bài mỗi năm” nobody knows whether the first is of each year too."""
        index, kept = self._kept[-1], len(self._kept) - 1
        while index > 0 and self._found[index - 1].years is Years.NONE:
            counts = kept >= 0 and self._kept[kept] == index
            kept -= counts
            unlisted = self._items.other(self._quantities[index - 1].end, *_LISTED)
            if counts and unlisted < self._quantities[index].at:
                return
            index -= 1
            self._found[index] = evolve(self._found[index], years=Years.UNCLEAR)

    def _shared(self, at: int) -> bool:
        """Whether another number follows in the same piece, so that nobody knows whose word it is."""
        following = len(self._found)
        if following >= len(self._quantities) or self._quantities[following].at - at > _NEAR:
            return False
        return not self._items.holds(at, self._quantities[following].at, *SEPARATORS)

    def _through(self, at: int, day: date) -> None:
        if self._belongs_to_last(at):
            self._change(through=day)
            return
        self._state.through, self._state.one_year = day, False
        if self._state.last is not None:
            self._state.years = Years.NONE

    def _period(self, at: int, item: Item) -> None:
        state = self._state
        if state.inside and item.has(Tag.NAMED_YEAR):
            self._past(at)
        if state.last is not None and state.last.end == at and state.last.unit in _RATIOS:
            return  # gấp 2 lần năm 2020, 8% năm 2025
        if (
            state.last is not None
            and state.years is not Years.NONE
            and not self._belongs_to_last(at)
        ):
            state.years = (
                Years.UNCLEAR
            )  # mỗi năm …, giai đoạn 2021-2025 …: no longer each year, or still
        alone = item.has(Tag.NAMED_YEAR) and not tag_at(
            self._items, at - 1, Tag.FROM, Tag.SOFT_LABEL
        )
        if alone and self._belongs_to_last(at):
            self._change(one_year=True)
        else:
            state.through, state.one_year = None, alone

    def _past(self, at: int) -> None:
        if self._belongs_to_last(at):
            self._change(past=True)
        else:
            self._state.past = True

    def _each(self, at: int) -> None:
        if self._belongs_to_last(at):
            self._change(each=True)
        self._state.each = True

    def _often(self, at: int) -> None:
        """“10 hội thảo hằng tháng”, “10 hội thảo, hai năm một lần”."""
        if self._state.last is not None and (
            self._belongs_to_last(at) or self._is_last_of_segment(at)
        ):
            self._cloud_the_listed()
            self._change(often=True)
        self._state.often = True

    def _trails(self, at: int) -> bool:
        """“20 doanh nghiệp, mỗi năm”, with nothing behind it that it could be about."""
        alone = at == self._state.piece and (
            at + 1 == len(self._items) or self._items[at + 1].has(*SEPARATORS)
        )
        return alone and self._state.last is not None and self._is_last_of_segment(at)

    def _is_last_of_segment(self, at: int) -> bool:
        following = len(self._found)
        if following == len(self._quantities):
            return True
        return self._items.holds(at, self._quantities[following].at, Tag.STOP, Tag.SEMICOLON)

    def _close_segment(self) -> None:
        index = len(self._found) - 1
        while self._all and index >= 0 and self._quantities[index].at >= self._state.segment:
            self._found[index] = evolve(self._found[index], **dict.fromkeys(self._all, True))  # type: ignore[arg-type]
            index -= 1
        self._all = set()
