"""The words of change before or after a number: whether it rises or falls by the number."""

from enum import Enum, auto
from typing import final

from nsc_program.wording._comparisons import baseline_of
from nsc_program.wording._days import tag_at
from nsc_program.wording._layout import SEPARATORS
from nsc_program.wording._line import Line
from nsc_program.wording._marks import ends_piece
from nsc_program.wording._one_number import Quantity
from nsc_program.wording._reasons import Reason
from nsc_program.wording._scope import Years
from nsc_program.wording._surroundings import Surroundings
from nsc_program.wording._tags import Item, Tag

VERBS = (Tag.FALL, Tag.GROW, Tag.PACE, Tag.RAISE)
_CHANGES = (Tag.GROW, Tag.ADD, Tag.FALL)
_THEM = "thêm"
_MORE = (_THEM, "có thêm", "thêm được", "phát triển thêm", "hỗ trợ thêm")
_OF_A_SHARE = (Tag.UNIT, Tag.WORD, Tag.FILL, Tag.HEADS, Tag.COUNTED)
_FEW = 3  # the most items between a change and the same change in brackets


@final
class Change(Enum):
    """The direction of a change."""

    RISE = auto()
    FALL = auto()


def change_of(here: Surroundings) -> Change | Reason | None:
    """Return whether a number is that of a change.

    Args:
        here: The quantity with everything around it.

    Returns:
        The direction of the change; `None` for a level; the reason if the change is unclear.
    """
    if _is_again(here):
        return Reason.INCREMENT
    if here.factor:
        return _multiplied(here)
    words = here.around.words
    if Tag.ADD in words and Tag.GROW not in words:
        return _added(here)
    return _fell_to(here) if Tag.LEFT in words else _by_a_verb(here)


def _multiplied(here: Surroundings) -> Change | Reason:
    """Return the same for a factor; a fall by a factor (giảm gấp đôi) has no clear meaning."""
    verb = _nearest(here, here.scope.piece, here.quantity.at)
    return Reason.TIMES if verb is Tag.FALL else Change.RISE


def _by_a_verb(here: Surroundings) -> Change | Reason | None:
    """Return the same for a number without a word of change right before it."""
    verb = _nearest(here, here.scope.piece, here.quantity.at)
    if verb is None:
        return _by_an_earlier_piece(here)
    if here.around.given and verb not in here.around.words:
        return None
    return _fell(here) if verb is Tag.FALL else _rose(here, verb)


def _added(here: Surroundings) -> Change | Reason | None:
    """Return the same for “thêm” next to the number, without “tăng” next to it."""
    if _nearest(here, here.scope.piece, here.quantity.at) is not None and _is_only_more(here):
        return _by_a_verb(here)
    if here.percent:
        return Change.RISE
    return None if _is_founded(here) else _added_since(here)


def _added_since(here: Surroundings) -> Change | Reason:
    """Return the same for an addition: it is a rise over the close of a day, or unclear.

    “Thêm 20 doanh nghiệp so với năm 2020” may be 20 new ones, or 20 more than were new in 2020.
    """
    baseline = baseline_of(here)
    period = baseline and baseline.period
    return Change.RISE if period and period.start is None else Reason.INCREMENT


def _is_only_more(here: Surroundings) -> bool:
    """Return whether “thêm” alone stands next to the number: “tăng số cơ sở thêm 250 cơ sở”."""
    return here.items[_place_of_addition(here)].text == _THEM


def _place_of_addition(here: Surroundings) -> int:
    """Return the index of the last “thêm” before the number."""
    return here.items.before(here.quantity.at, Tag.ADD)


def _is_founded(here: Surroundings) -> bool:
    """Return whether “thêm” counts new foundations: “thêm 20 doanh nghiệp thành lập mới”.

    The number is then the number of foundations, not an increase in the number of enterprises.
    """
    added = here.items[_place_of_addition(here)]
    if not here.followed_by(Tag.FOUNDED) or added.text not in _MORE:
        return False
    return not here.items.holds(here.scope.start, here.scope.stop, Tag.SINCE)


def _fell_to(here: Surroundings) -> Reason | None:
    """Return the same for “còn”.

    “Giảm còn dưới 3%” is a level. With “giảm còn 3%” it is unclear whether less is better.
    """
    return None if here.around.is_ceiling and here.named(Tag.LEFT) else Reason.FALL


def _fell(here: Surroundings) -> Change | Reason:
    """Return the same for “giảm”."""
    if here.around.is_ceiling and _may_fall_to(here):
        return Reason.FALL
    return _by(here, Tag.FALL, Change.FALL)


def _may_fall_to(here: Surroundings) -> bool:
    """Return whether something may fall to the ceiling, and not by it: “giảm dưới 5%”."""
    apart = Tag.FALL not in here.around.words or Tag.DOWN in here.around.marks
    return apart or here.items.holds(here.around.first, here.quantity.at, Tag.UNDER)


def _by(here: Surroundings, verb: Tag, change: Change) -> Change | Reason:
    """Return a change by a number, if it is clear that the number is its size.

    A number of things is the size of a change only if the verb stands next to it. A number of ranks
    is not: a better rank is a smaller number.
    """
    if here.percent or here.quantity.points:
        return change
    ranked = tag_at(here.items, here.quantity.unit_at, Tag.RANK)
    return Reason.INCREMENT if ranked else _next_to(here, verb, change)


def _next_to(here: Surroundings, verb: Tag, change: Change) -> Change | Reason:
    """Return a change by a number of things whose verb must stand next to it.

    “Giảm nghèo cho 200 hộ” does not name a fall by 200.
    """
    apart = verb not in here.around.words and Tag.ADD not in here.around.words
    if apart or here.around.given:
        return Reason.INCREMENT
    return _added_since(here) if here.followed_by(Tag.FOUNDED) else change


def _is_again(here: Surroundings) -> bool:
    """Return whether it is an addition: “10 hội thảo nữa”, “10 doanh nghiệp thêm”."""
    added = here.followed_by(Tag.ADD) and _is_bare_or_last(here)
    return added or _ends_with_again(here)


def _ends_with_again(here: Surroundings) -> bool:
    """Return whether “nữa” stands after the number in its piece."""
    again = here.after(*SEPARATORS, Tag.AGAIN)
    return again < here.scope.stop and here.items[again].has(Tag.AGAIN)


def _is_bare_or_last(here: Surroundings) -> bool:
    """Return whether the number has no unit, or the word after it ends the piece."""
    return not here.quantity.unit or ends_piece(here.items, here.quantity.end + 1)


def _rose(here: Surroundings, verb: Tag) -> Change | Reason | None:
    """Return the same for a verb of growth."""
    raised = verb is Tag.RAISE
    if Tag.ONTO in here.around.words or here.named(Tag.ONTO):
        return Reason.FROM_TO if here.percent and not raised else None
    return _raised(here) if raised else _by(here, verb, Change.RISE)


def _raised(here: Surroundings) -> Change | None:
    """Return the same for “nâng cao”, which is a change only in percent or in points."""
    changes = here.percent or here.quantity.points
    return Change.RISE if changes and not here.reached else None


def _nearest(here: Surroundings, start: int, end: int) -> Tag | None:
    """Return the last verb of change from `start` to before `end`; `None` without a verb.

    A noun after “vào” (vào tăng trưởng) does not count: the number is a contribution to it.
    """
    at = here.items.before(end, *VERBS)
    while at > start and _is_contributed_to(here, at):
        at = here.items.before(at, *VERBS)
    return _verb_of(here.items[at]) if at >= start else None


def _verb_of(item: Item) -> Tag:
    """Return the tag of a verb of change."""
    return next(tag for tag in VERBS if item.has(tag))


def _is_contributed_to(here: Surroundings, at: int) -> bool:
    """Return whether growth at `at` is a noun after “vào”."""
    return here.items[at].has(Tag.PACE) and tag_at(here.items, at - 1, Tag.INTO)


def _by_an_earlier_piece(here: Surroundings) -> Change | Reason | None:
    """Return the same for a verb before the last comma."""
    if _repeats_a_change(here):
        return Reason.NO_BASELINE
    if not here.percent:
        return None
    return Change.RISE if _is_part_of_growth(here) else _by_the_verb_of_a_list(here)


def _by_the_verb_of_a_list(here: Surroundings) -> Change | Reason | None:
    """Return the same for a percentage whose verb stands in an earlier piece.

    “Tăng số doanh nghiệp, hợp tác xã ít nhất 50% …” is growth if the percentage is not a share
    of the things named after it.
    """
    verb = _nearest(here, here.scope.start, here.scope.piece)
    if verb is None or _is_share(here):
        return None
    return _fell(here) if verb is Tag.FALL else Change.RISE


def _is_share(here: Surroundings) -> bool:
    """Return whether things follow a percentage without a baseline."""
    return here.followed_by(*_OF_A_SHARE) and baseline_of(here) is None


def _is_part_of_growth(here: Surroundings) -> bool:
    """Return whether it is a part of yearly growth: “tăng … 7%/năm, trong đó … 9%/năm”."""
    last = here.scope.last
    if last is None or last.unit != "%" or not _is_yearly_part(here):
        return False
    return not here.reached and _grew_on_average(here, last)


def _is_yearly_part(here: Surroundings) -> bool:
    """Return whether it is a part of the number before, and an average for each year."""
    return here.named(Tag.PART) and here.scope.years is Years.OWN and here.average


def _grew_on_average(here: Surroundings, last: Quantity) -> bool:
    """Return whether the quantity before is growth on average."""
    start = here.items.before(last.at, *SEPARATORS) + 1
    grew = _nearest(here, start, last.at) in (Tag.GROW, Tag.PACE)
    return grew and here.items.holds(start, last.at, Tag.AVERAGE)


def _repeats_a_change(here: Surroundings) -> bool:
    """Return whether brackets repeat the change before: “tăng 200 thành viên (khoảng 4%)”."""
    last = here.scope.last
    if last is None or not _opens_with_brackets(here):
        return False
    return _has_change_before(here.items, last.at)


def _has_change_before(items: Line, at: int) -> bool:
    """Return whether a word of change stands among the few words before `at`."""
    return items.holds(max(0, at - _FEW), at, *_CHANGES)


def _opens_with_brackets(here: Surroundings) -> bool:
    """Return whether a bracket opens before the piece, and not for a part of a number."""
    opens = tag_at(here.items, here.scope.piece - 1, Tag.OPEN)
    return opens and not here.items.holds(here.scope.piece, here.around.first, Tag.PART)


def share_changes(here: Surroundings, change: Change) -> bool:
    """Return whether a share changes by a percentage, which may be of points.

    “Tỷ lệ … tăng 5%”, “giảm 5% tỷ lệ …”, “đạt 70%, tăng 5%”, “giảm hộ nghèo 1%”.
    """
    baseline = baseline_of(here)
    if baseline is not None and baseline.of_share:
        return True
    tags = (Tag.SHARE, Tag.POOR) if change is Change.FALL else (Tag.SHARE,)
    return _is_of(here, *tags) or _changes_after_a_share(here)


def _is_of(here: Surroundings, *tags: Tag) -> bool:
    """Return whether a word with one of these tags stands in the piece of the number."""
    end = here.after(*SEPARATORS, Tag.SINCE)
    return here.named(*tags) or here.items.holds(here.quantity.end, end, *tags)


def _changes_after_a_share(here: Surroundings) -> bool:
    """Return whether a piece begins with a change, and a share stands in the piece before."""
    last = here.scope.last
    after_a_share = last is not None and last.unit == "%" and not last.times
    return after_a_share and _opens_with_change(here)


def _opens_with_change(here: Surroundings) -> bool:
    """Return whether the piece of the first number in it begins with a change."""
    opens = here.items[here.scope.piece].has(Tag.GROW, Tag.FALL)
    return here.scope.before is None and opens
