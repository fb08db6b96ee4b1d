"""The words of change before or after a number: whether it is growth, an addition or a fall."""

from nsc_program.wording._comparisons import baseline_of
from nsc_program.wording._days import tag_at
from nsc_program.wording._layout import SEPARATORS
from nsc_program.wording._line import Line
from nsc_program.wording._marks import ends_piece
from nsc_program.wording._one_number import Quantity
from nsc_program.wording._scope import Years
from nsc_program.wording._surroundings import Surroundings
from nsc_program.wording._tags import Item, Tag
from nsc_program.wording._values import Reason

VERBS = (Tag.GROW, Tag.PACE, Tag.RAISE, Tag.FALL)
_CHANGES = (Tag.GROW, Tag.ADD, Tag.FALL)
_CEILINGS = frozenset((Tag.AT_MOST, Tag.LESS, Tag.DOWN))
_MORE = ("thêm", "có thêm", "thêm được", "phát triển thêm", "hỗ trợ thêm")
_OF_A_SHARE = (Tag.UNIT, Tag.WORD, Tag.FILL, Tag.HEADS, Tag.COUNTED)
_FEW = 3  # the most items between a change and the same change in brackets


def change_of(here: Surroundings) -> bool | Reason:
    """Return whether a number is growth.

    Args:
        here: The quantity with everything around it.

    Returns:
        True for growth, false for a level; the reason if the model has no such change.
    """
    if _is_again(here):
        return Reason.INCREMENT
    if here.factor:
        return True
    words = here.around.words
    if Tag.ADD in words and not (here.percent and Tag.GROW in words):
        return _added(here)
    return _fell(here) if Tag.LEFT in words else _by_a_verb(here)


def _by_a_verb(here: Surroundings) -> bool | Reason:
    """Return the same for a number without a word of change right before it."""
    verb = _nearest(here, here.scope.piece, here.quantity.at)
    if verb is None:
        return _by_an_earlier_piece(here)
    if here.around.given and verb not in here.around.words:
        return False
    return _fell(here) if verb is Tag.FALL else _rose(here, verb)


def _added(here: Surroundings) -> bool | Reason:
    """Return the same for “thêm” next to the number."""
    if here.percent:
        return True
    return False if _is_founded(here) else Reason.INCREMENT


def _is_founded(here: Surroundings) -> bool:
    """Return whether “thêm” counts new foundations: “thêm 20 doanh nghiệp thành lập mới”.

    The number is then the number of foundations, not an increase in the number of enterprises.
    """
    added = here.items.before(here.quantity.at, Tag.ADD)
    if not here.followed_by(Tag.FOUNDED) or here.items[added].text not in _MORE:
        return False
    return not here.items.holds(here.scope.start, here.scope.stop, Tag.SINCE)


def _fell(here: Surroundings) -> bool | Reason:
    """Return the same for “giảm”.

    “Giảm còn dưới 3%” is a level. With “giảm còn 3%” it is unclear whether less is better.
    """
    bounded = not _CEILINGS.isdisjoint(here.around.marks)
    return False if bounded and here.named(Tag.LEFT) else Reason.FALL


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


def _rose(here: Surroundings, verb: Tag) -> bool | Reason:
    """Return the same for a verb of growth."""
    raised = verb is Tag.RAISE
    if Tag.ONTO in here.around.words or here.named(Tag.ONTO):
        return Reason.FROM_TO if here.percent and not raised else False
    if here.percent:
        return not (raised and here.reached)
    return False if raised else Reason.INCREMENT


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


def _by_an_earlier_piece(here: Surroundings) -> bool | Reason:
    """Return the same for a verb before the last comma."""
    repeated = _as_the_change_before(here)
    if repeated is not None or not here.percent:
        return repeated or False
    return True if _is_part_of_growth(here) else _by_the_verb_of_a_list(here)


def _by_the_verb_of_a_list(here: Surroundings) -> bool | Reason:
    """Return the same for a percentage whose verb stands in an earlier piece.

    “Tăng số doanh nghiệp, hợp tác xã ít nhất 50% …” is growth if the percentage is not a share
    of the things named after it.
    """
    verb = _nearest(here, here.scope.start, here.scope.piece)
    if verb is None or _is_share(here):
        return False
    return Reason.FALL if verb is Tag.FALL else True


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


def _as_the_change_before(here: Surroundings) -> Reason | None:
    """Return the problem of a change given twice: “tăng 200 thành viên (khoảng 4%)”."""
    verb = _verb_before_brackets(here)
    if verb is None:
        return None
    if verb.has(Tag.FALL):
        return Reason.FALL
    return Reason.NO_BASELINE if here.percent else Reason.INCREMENT


def _verb_before_brackets(here: Surroundings) -> Item | None:
    """Return the word of change of the quantity before, if brackets repeat the change."""
    last = here.scope.last
    if last is None or not _opens_with_brackets(here):
        return None
    return _change_before(here.items, last.at)


def _change_before(items: Line, at: int) -> Item | None:
    """Return the first word of change among the few words before `at`; `None` without one."""
    return next((item for item in items[max(0, at - _FEW) : at] if item.has(*_CHANGES)), None)


def _opens_with_brackets(here: Surroundings) -> bool:
    """Return whether a bracket opens before the piece, and not for a part of a number."""
    opens = tag_at(here.items, here.scope.piece - 1, Tag.OPEN)
    return opens and not here.items.holds(here.scope.piece, here.around.first, Tag.PART)


def share_grows(here: Surroundings) -> bool:
    """Return whether a share grows: “tỷ lệ … tăng 5%”, “đạt 70%, tăng 5%”."""
    return here.named(Tag.SHARE) or _grows_after_a_share(here)


def _grows_after_a_share(here: Surroundings) -> bool:
    """Return whether a piece begins with growth, and a share stands in the piece before."""
    last = here.scope.last
    after_a_share = last is not None and last.unit == "%" and not last.times
    return after_a_share and _opens_with_growth(here)


def _opens_with_growth(here: Surroundings) -> bool:
    """Return whether the piece of the first number in it begins with growth."""
    return here.scope.before is None and here.items[here.scope.piece].has(Tag.GROW)
