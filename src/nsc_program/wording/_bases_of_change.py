"""The basis of a change: what the number is compared with, and whether it is for each year."""

from nsc_program.plan._bases import Basis, Difference, Growth, MeanGrowth, YearlyGrowth
from nsc_program.values._periods import Period
from nsc_program.wording._comparisons import baseline_of
from nsc_program.wording._days import tag_at
from nsc_program.wording._layout import OPENINGS
from nsc_program.wording._line import Line
from nsc_program.wording._places import BOUNDS
from nsc_program.wording._reasons import Reason
from nsc_program.wording._rise_or_fall import VERBS, Change
from nsc_program.wording._scope import Years
from nsc_program.wording._surroundings import Surroundings
from nsc_program.wording._tags import Baseline, Tag

_ADVERB = "on average"
_OF_TIME = (Tag.YEARLY, Tag.PERIOD, Tag.NAMED_YEAR, Tag.COMMA)


def basis_of_change(here: Surroundings, change: Change) -> Basis | Reason:
    """Return the basis of a change.

    Args:
        here: The quantity with everything around it.
        change: The direction of the change.

    Returns:
        The basis, or the reason why it is unclear or not in the model.
    """
    baseline = baseline_of(here)
    falling = change is Change.FALL
    if baseline is None or baseline.year_before:
        return _from_year_to_year(here, baseline, falling=falling)
    if baseline.period is None:
        return baseline.reason or Reason.BASELINE_UNHELD
    return _unclear(here) or _over(here, baseline.period, falling=falling)


def _over(here: Surroundings, since: Period, *, falling: bool) -> Basis:
    """Return the basis of a change over a baseline, in percent or by a number."""
    return (Growth if here.percent else Difference)(since, falling=falling)


def _unclear(here: Surroundings) -> Reason | None:
    """Return why a change over a baseline is unclear; `None` if it is clear."""
    if here.scope.years is Years.OWN:
        return Reason.YEARS_UNCLEAR
    if _may_be_a_level(here):
        return Reason.COMPARISON
    return Reason.AVERAGE if here.average else None


def _may_be_a_level(here: Surroundings) -> bool:
    """Return whether a change is worded by a verb, with “đạt” before the number.

    “Tăng số doanh nghiệp đạt 50% so với …” may mean 50 % more, or half. “Tăng chi hằng năm đạt 2%”
    may mean 2 % more, or a share of 2 %.
    """
    by_a_verb = not here.factor and not here.named(Tag.PACE)
    return by_a_verb and here.reached


def _from_year_to_year(
    here: Surroundings, baseline: Baseline | None, *, falling: bool
) -> Basis | Reason:
    """Return the basis of a change without a period to compare with."""
    if here.factor:
        return Reason.NO_BASELINE
    if here.scope.years is Years.OWN:
        return _of_years(here, falling=falling)
    if baseline is None:
        return Reason.NO_BASELINE if here.scope.years is Years.NONE else Reason.YEARS_UNCLEAR
    return _over_year_before(here, falling=falling)


def _over_year_before(here: Surroundings, *, falling: bool) -> Basis | Reason:
    """Return the basis of “năm sau tăng … so với năm trước”."""
    following = here.items.holds(here.scope.start, here.quantity.at, Tag.NEXT_YEAR)
    return _of_years(here, falling=falling) if following else Reason.BASELINE_UNHELD


def _of_years(here: Surroundings, *, falling: bool) -> Basis | Reason:
    """Return the basis of a change from year to year, which must be in percent."""
    if not here.percent:
        return Reason.YEARLY_CHANGE
    return Reason.NO_BASELINE if _may_be_a_level(here) else _in_each_year(here, falling=falling)


def _in_each_year(here: Surroundings, *, falling: bool) -> Basis | Reason:
    """Return the basis of a change in percent, in each year or on average."""
    if not here.average:
        return YearlyGrowth(falling=falling)
    return MeanGrowth(falling=falling) if _is_mean(here) else Reason.AVERAGE


def _is_mean(here: Surroundings) -> bool:
    """Return whether “bình quân” is about the change, and not about the thing that changes.

    It is in “tăng bình quân 7%/năm” and in “bình quân mỗi năm tăng 7%”. It may not be in “thu nhập
    bình quân tăng 7%/năm”.
    """
    if here.averaged_after:
        return True
    at = here.items.before(here.quantity.at, Tag.AVERAGE)
    return _opens_piece(here, at) or _follows_a_change(here, at) or _qualifies(here.items, at)


def _opens_piece(here: Surroundings, at: int) -> bool:
    """Return whether “bình quân” opens its piece, and is not about a noun beside it."""
    opens = here.items.other(here.scope.piece, *OPENINGS) >= at
    return opens and not _has_noun(here, at)


def _has_noun(here: Surroundings, at: int) -> bool:
    """Return whether a noun stands between “bình quân” and the word of change after it."""
    if here.items[at].text == _ADVERB or _is_of_time(here.items, at + 1):
        return False
    verb = here.items.after(at, *VERBS)
    return at + 1 < verb < here.quantity.at


def _is_of_time(items: Line, at: int) -> bool:
    """Return whether words about time stand here: mỗi năm, giai đoạn 2026-2030, 5 năm."""
    counted = tag_at(items, at, Tag.NUMBER) and tag_at(items, at + 1, Tag.YEAR, Tag.PERIOD)
    return counted or tag_at(items, at, *_OF_TIME)


def _follows_a_change(here: Surroundings, at: int) -> bool:
    """Return whether “bình quân” stands right after a verb of change, or after its noun."""
    verb = here.items.before(at, *VERBS)
    if verb < here.scope.piece:
        return False
    return here.items[verb].has(Tag.PACE) or _is_next(here.items, verb, at)


def _is_next(items: Line, verb: int, at: int) -> bool:
    """Return whether only bound words and filler words stand between a verb and `at`."""
    return items.other(verb + 1, *BOUNDS, Tag.FILL, Tag.YEARLY) >= at


def _qualifies(items: Line, at: int) -> bool:
    """Return whether “average” stands right before a word of change: “average growth”."""
    return items[at].has(Tag.QUALIFIER) and tag_at(items, at + 1, *VERBS)
