"""What a number is compared with: the baseline that the words name, a plan, or the present."""

from nsc_program.wording._days import tag_at
from nsc_program.wording._layout import SEPARATORS
from nsc_program.wording._line import Line
from nsc_program.wording._one_number import Quantity
from nsc_program.wording._surroundings import Surroundings
from nsc_program.wording._tags import Baseline, Tag

_SHARED = ("là", "được")  # 50% là doanh nghiệp nhỏ: a share, not growth
_WHOLE = 100
_FEW = 3  # the most items between a word of change and its number
_PLANS = ("kế hoạch", "mục tiêu", "chỉ tiêu", "dự toán")
_SET = ("đề", "giao")  # kế hoạch đề ra, chỉ tiêu giao
_NOW_BEHIND = ("hiện nay", "hiện tại")
_NOW = (*_NOW_BEHIND, "hiện có", "hiện đạt", "đến nay", "cho đến nay", "tính đến nay")
_BEYOND = ("vượt", "exceed")


def baseline_of(here: Surroundings) -> Baseline | None:
    """Return the baseline that is named after the number, or before it; `None` without one."""
    if here.factor and here.followed_by(Tag.PERIOD, Tag.NAMED_YEAR):
        return Baseline.of(here.items[here.quantity.end].value)
    at = _comparison_of(here)
    value = here.items[at].value if at >= here.scope.start else None
    return value if isinstance(value, Baseline) else None


def _comparison_of(here: Surroundings) -> int:
    """Return the index of the comparison after the number, or else of the last one before it."""
    after = here.after(Tag.SINCE)
    return after if after < here.scope.stop else here.items.before(here.quantity.at, Tag.SINCE)


def is_compared(here: Surroundings) -> bool:
    """Return whether it has a baseline of its own, or is compared with a plan or another time."""
    return _has_own_baseline(here) or _is_beyond_a_plan(here) or _is_beyond_a_time(here)


def _is_beyond_a_time(here: Surroundings) -> bool:
    """Return whether it is compared with a time: “cao hơn năm trước 7%”, “vượt cùng kỳ 20%”."""
    before = range(here.scope.start + 1, here.quantity.at)
    times = (at for at in before if here.items[at].has(*_TIMES))
    return any(here.items[at - 1].text.endswith(_BEYOND_A_TIME) for at in times)


_TIMES = (Tag.YEAR_BEFORE, Tag.NO_PERIOD, Tag.NAMED_YEAR, Tag.PERIOD)
_BEYOND_A_TIME = ("hơn", "vượt", "than")


def _has_own_baseline(here: Surroundings) -> bool:
    """Return whether a baseline is named that does not belong to the quantity before.

    In “tăng 10% so với …, 100% …”, the baseline belongs to the first number only.
    """
    baseline = baseline_of(here)
    if baseline is None:
        return False
    return not here.percent if baseline.of_total else not _shares_baseline(here)


def _shares_baseline(here: Surroundings) -> bool:
    """Return whether the baseline belongs to the quantity before."""
    last = here.scope.last
    if last is None or not _may_have_it(here, last) or _grows_too(here):
        return False
    return not _is_compared_after(here, _end_of_piece(here, last))


def _may_have_it(here: Surroundings, last: Quantity) -> bool:
    """Return whether the baseline may be that of the quantity before, and not of this one.

    It is in “tăng 10% so với …, 100% …” and in “tăng 200 doanh nghiệp so với …, đạt 500 …”.
    """
    return last.unit == "%" or (here.reached and _is_a_change(here.items, last.at))


def _is_a_change(items: Line, at: int) -> bool:
    """Return whether a word of change stands among the few words before `at`."""
    return items.holds(max(0, at - _FEW), at, Tag.GROW, Tag.FALL)


def _is_compared_after(here: Surroundings, start: int) -> bool:
    """Return whether a comparison stands from `start` on where it may belong to the quantity."""
    return here.items.holds(start, here.scope.stop, Tag.SINCE)


def _end_of_piece(here: Surroundings, last: Quantity) -> int:
    """Return the end of the piece of the quantity before, or of the quantity in the same piece."""
    parted = here.items.after(last.end, *SEPARATORS)
    return parted if parted < here.scope.piece else last.end


def _grows_too(here: Surroundings) -> bool:
    """Return whether it is growth with the baseline of the number before: “…, hợp tác xã 50%”."""
    following = here.item_after()
    is_share = following is not None and following.text in _SHARED
    return here.percent and not is_share


def _is_beyond_a_plan(here: Surroundings) -> bool:
    """Return whether it is compared with a plan: “vượt 10% kế hoạch”, “90% kế hoạch đề ra”."""
    may_be = here.percent and here.followed_by(Tag.NO_PERIOD)
    return may_be and (_exceeds(here) or _is_of_a_plan(here))


def _exceeds(here: Surroundings) -> bool:
    """Return whether a bound word such as “vượt” opens the words of the number."""
    first = here.items[here.around.first]
    return first.has(Tag.MORE) and first.text.startswith(_BEYOND)


def _is_of_a_plan(here: Surroundings) -> bool:
    """Return whether a plan that was set follows, or the number is more than the whole plan."""
    names_plan = here.items[here.quantity.end].text in _PLANS
    return names_plan and (_is_set(here) or here.quantity.numbers[0] > _WHOLE)


def _is_set(here: Surroundings) -> bool:
    """Return whether “đề ra” stands after the word for a plan."""
    following = here.item_after(1)
    return following is not None and following.text in _SET


def is_of_now(here: Surroundings) -> bool:
    """Return whether it is a present figure: “hiện nay 22%”, “22% hiện nay”."""
    if _follows_now(here) or _opens_with_now(here):
        return True
    following = here.item_after()
    return following is not None and following.text in _NOW_BEHIND


def _follows_now(here: Surroundings) -> bool:
    """Return whether “hiện nay” stands before the number in its piece."""
    at = here.quantity.at
    start = max(here.scope.piece, here.items.before(at, Tag.AND))
    return here.items.last_word(at, _NOW) >= start


def _opens_with_now(here: Surroundings) -> bool:
    """Return whether “hiện nay” alone is the piece before: “hiện nay, 22% …”."""
    now = here.scope.piece - 2
    if now < 0 or here.items[now].text not in _NOW:
        return False
    return now == 0 or tag_at(here.items, now - 1, *SEPARATORS)
