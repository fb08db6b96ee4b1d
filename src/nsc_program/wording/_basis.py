"""The basis of a number: which figure the words compare with the bound."""

from nsc_program.plan._bases import Basis, During, EachYear, Reached
from nsc_program.wording._alternatives import after_alternatives
from nsc_program.wording._bases_of_change import basis_of_change
from nsc_program.wording._comparisons import is_compared, is_of_now
from nsc_program.wording._days import tag_at
from nsc_program.wording._line import Line
from nsc_program.wording._one_number import Quantity
from nsc_program.wording._reasons import Reason
from nsc_program.wording._rise_or_fall import VERBS, Change, change_of, share_changes
from nsc_program.wording._scope import Years
from nsc_program.wording._surroundings import TIMES, Surroundings
from nsc_program.wording._tags import Tag

_OUT_OF = ("trên", "over")  # 28 giường bệnh trên 10.000 dân
_MULTIPLIED = ("x", "×", "*")
_ONE_OR_TWO = 2
_FEW = 2  # the most words between a unit and the slash after it
_COMPARED = (Tag.SINCE, Tag.PERIOD, Tag.NAMED_YEAR, Tag.FILL, Tag.AVERAGE)


def basis_of(here: Surroundings) -> Basis | Reason:
    """Return the basis of a quantity.

    Args:
        here: The quantity with everything around it.

    Returns:
        The basis, or the reason why the quantity cannot be read.
    """
    return _no_target(here) or _distributed(here) or _of_target(here)


def _of_target(here: Surroundings) -> Basis | Reason:
    """Return the basis of a number that may be a target."""
    change = change_of(here)
    if isinstance(change, Change):
        return _changed(here, change)
    return _level(here) if change is None else change


def _changed(here: Surroundings, change: Change) -> Basis | Reason:
    """Return the basis of a number by which something changes."""
    unclear = here.percent and share_changes(here, change)
    return Reason.SHARE_GROWS if unclear else basis_of_change(here, change)


def _no_target(here: Surroundings) -> Reason | None:
    """Return why a number is not a target; `None` if it may be one."""
    if is_of_now(here):
        return Reason.COMPARISON
    if here.scope.estimated:
        return Reason.ESTIMATE
    return Reason.ONE_YEAR if here.scope.past else None


def _distributed(here: Surroundings) -> Reason | None:
    """Return why a number is not of the whole phase or of all units; `None` if it may be."""
    if _is_from_to(here):
        return Reason.FROM_TO
    if here.scope.excepting:
        return Reason.EXCLUDED
    return Reason.FREQUENCY if here.scope.often else _of_parts(here)


def _of_parts(here: Surroundings) -> Reason | None:
    """Return why a number is not one total; `None` if it may be."""
    if _is_per_unit(here):
        return Reason.PER_UNIT
    if here.scope.respectively:
        return Reason.MARK_UNCLEAR
    return Reason.TIMES if _is_of_unclear_times(here) else None


def _is_from_to(here: Surroundings) -> bool:
    """Return whether it is the upper end of a change: “từ 30% năm 2020 lên 50% …”."""
    before = here.scope.before
    if before is None or not _names_level(here):
        return False
    return tag_at(here.items, before.at - 1, Tag.FROM)


def _names_level(here: Surroundings) -> bool:
    """Return whether “lên” or “còn” stands next to the number."""
    return Tag.ONTO in here.around.words or Tag.LEFT in here.around.words


def _is_per_unit(here: Surroundings) -> bool:
    """Return whether it is for each of several units: “mỗi huyện …”, “các huyện đều có …”."""
    if here.scope.each or here.named(Tag.ALL):
        return True
    return _is_per_unit_after(here) or _is_of_each_before(here)


def _is_per_unit_after(here: Surroundings) -> bool:
    """Return whether “/huyện” or “trên 10.000 dân” follows.

    “2 doanh nghiệp/huyện” is per unit, “20 tổ hợp tác/HTX” is not.
    """
    end = _after_unit(here)
    if _is_more_than_number(here.items, end):
        return here.items[end].text in _OUT_OF
    return _is_divided(here, end)


def _after_unit(here: Surroundings) -> int:
    """Return the index after the unit and its alternative names."""
    return after_alternatives(here.items, here.quantity.unit_at, here.quantity.end)


def _is_more_than_number(items: Line, at: int) -> bool:
    """Return whether “trên” or the like and a number stand here."""
    return tag_at(items, at, Tag.MORE) and tag_at(items, at + 1, Tag.NUMBER)


def _is_divided(here: Surroundings, end: int) -> bool:
    """Return whether a slash that does not divide by years follows after at most a few words."""
    few = 1 if here.quantity.unit == "%" else _FEW
    slash = here.items.other(end, Tag.WORD, Tag.UNIT)
    if slash >= min(end + few, here.scope.stop) or not here.items[slash].has(Tag.SLASH):
        return False
    return not _is_by_years(here, slash)


def _is_by_years(here: Surroundings, slash: int) -> bool:
    """Return whether a slash divides by years alone: “/năm” does, “/năm/huyện” does not."""
    by_years = tag_at(here.items, slash + 1, Tag.YEAR)
    return by_years and not tag_at(here.items, slash + 2, Tag.SLASH)


def _is_of_each_before(here: Surroundings) -> bool:
    """Return whether it is for each of the units before.

    “50% doanh nghiệp áp dụng 01 hệ thống”, “20 doanh nghiệp có trên 50 lao động”.
    """
    before = here.scope.before
    if before is None or not here.scope.beside or here.quantity.times:
        return False
    return _is_multiplied(here) or _is_had_by(here, before)


def _is_multiplied(here: Surroundings) -> bool:
    """Return whether “at least one” or a sign of multiplication stands before the number."""
    return _is_at_least_one(here) or here.items[here.quantity.at - 1].text in _MULTIPLIED


def _is_at_least_one(here: Surroundings) -> bool:
    """Return whether the number is at least one or at least two."""
    return Tag.AT_LEAST in here.around.marks and here.quantity.numbers[0] <= _ONE_OR_TWO


def _is_had_by(here: Surroundings, before: Quantity) -> bool:
    """Return whether each of the units before has the number: “20 doanh nghiệp có …”."""
    has = before.unit == "%" or here.named(Tag.HAVING)
    return has and not here.named(*VERBS)


def _is_of_unclear_times(here: Surroundings) -> bool:
    """Return whether “lần” is an unclear factor: “tăng 2 lần” may mean double or triple."""
    counted = here.quantity.unit in TIMES and not here.factor
    return counted and (_changes(here) or _reaches_times(here))


def _changes(here: Surroundings) -> bool:
    """Return whether a word of change stands before the number, or a comparison after it."""
    return here.named(*VERBS, Tag.ONTO) or here.followed_by(*_COMPARED)


def _reaches_times(here: Surroundings) -> bool:
    """Return whether “đạt” stands before the number, and no word for years after it."""
    return here.reached and not here.followed_by(Tag.SLASH, Tag.YEARLY)


def _level(here: Surroundings) -> Basis | Reason:
    """Return the basis of a number that is not growth."""
    if is_compared(here):
        return Reason.COMPARISON
    return Reason.AVERAGE if here.average else _single_level(here)


def _single_level(here: Surroundings) -> Basis | Reason:
    """Return the basis of a level that is not compared; points are not a level."""
    return Reason.POINTS if here.quantity.points else _clear_level(here)


def _clear_level(here: Surroundings) -> Basis | Reason:
    """Return the basis of a level that is neither compared nor an average."""
    match here.scope.years:
        case Years.NONE:
            return _of_phase(here)
        case Years.UNCLEAR:
            return Reason.YEARS_UNCLEAR
        case _:
            return _of_each_year(here)


def _of_phase(here: Surroundings) -> Basis | Reason:
    """Return the basis of a level that is not for each year.

    A share is a state, so a plan's document can compare a year near it with the phase.
    """
    if here.scope.mixed:
        return Reached() if here.percent else Reason.ONE_YEAR
    return Reached() if here.scope.part is None else During(here.scope.part)


def _of_each_year(here: Surroundings) -> Basis | Reason:
    """Return the basis of a level for each year; “5%/năm” may also be growth."""
    by_slash = here.scope.by_slash and here.quantity.unit == "%"
    return Reason.YEARS_UNCLEAR if by_slash else EachYear()
