"""Measures of how far a target is from its number; they are never part of a verdict.

A measure is about one comparison. A verdict over several years has several comparisons; choose one
of them.
"""

from datetime import MAXYEAR, date, timedelta
from fractions import Fraction
from typing import Self, TypeAlias, final

from attrs import field, frozen
from attrs.validators import optional
from dateutil.relativedelta import relativedelta

from nsc_program.errors import InvalidValue
from nsc_program.figures._notes import Estimated
from nsc_program.plan._bases import TOTALS
from nsc_program.plan._indicators import NOT_NEGATIVE
from nsc_program.values._periods import Period
from nsc_program.values._ranges import EVERYTHING, Range, is_above
from nsc_program.values._validators import A_DATE, is_a, is_date, wrong_type
from nsc_program.values._value import Value
from nsc_program.verdicts._comparisons import Comparison
from nsc_program.verdicts._verdict import Verdict

Measured: TypeAlias = Verdict | Comparison
"""A comparison, or a verdict that has just one."""

_ZERO = Fraction(0)
_DAY = timedelta(days=1)


@final
@frozen
class _Floor:
    """A number that a target asks for at least, and how much of it is reached.

    Attributes:
        period: the period of the comparison.
        least: the least that is reached; `None` if it is unknown.
        most: the most that is reached; `None` if it is unknown.
        enough: the number that surely suffices; `None` if no number does.
        hopeful: the number that may suffice, for some baseline of growth.
        is_strict: whether `enough` itself does not suffice, and may be the number that is reached.
        holds: whether the comparison holds.
        is_measured: whether anything is known about the number at all.
    """

    period: Period
    least: Fraction | None
    most: Fraction | None
    enough: Fraction | None
    hopeful: Fraction | None
    is_strict: bool
    holds: bool
    is_measured: bool

    @classmethod
    def of(cls, measured: Measured) -> Self | None:
        """Return the floor of a comparison; `None` if it does not have one."""
        comparison = _only(measured)
        return comparison and cls._of_comparison(comparison, _unmeasured(measured))

    @classmethod
    def _of_comparison(cls, comparison: Comparison, unmeasured: Range) -> Self | None:
        possible, sure, perhaps = comparison.possible, comparison.sure, comparison.perhaps
        if perhaps is None or perhaps.low is None or _has_too_much(comparison):
            return None
        return cls(
            period=comparison.period,
            least=possible.low,
            most=possible.high,
            enough=sure and sure.low,
            hopeful=perhaps.low,
            is_strict=_is_strict(comparison),
            holds=comparison.holds,
            is_measured=possible != unmeasured,
        )

    @property
    def reached(self) -> tuple[Fraction, Fraction] | None:
        """The number that is certainly reached, and the number that surely suffices.

        It is `None` if one of them is unknown, if nothing was measured, or if the second is not
        above zero.
        """
        if not self.is_measured or self.least is None or self.enough is None or self.enough <= 0:
            return None
        return self.least, self.enough


def _only(measured: Measured) -> Comparison | None:
    """Return the only comparison of a verdict; `None` if there are several."""
    comparisons = measured.comparisons if isinstance(measured, Verdict) else (measured,)
    return comparisons[0] if len(comparisons) == 1 else None


def _unmeasured(measured: Measured) -> Range:
    """Return the values that are possible if nothing was measured."""
    domain = measured.indicator.narrow(EVERYTHING) if isinstance(measured, Verdict) else None
    return domain or NOT_NEGATIVE


def _is_strict(comparison: Comparison) -> bool:
    """Return whether the number that suffices is itself not enough, and may be reached."""
    sure = comparison.sure
    return sure is not None and sure.low_open and not comparison.possible.low_open


def _has_too_much(comparison: Comparison) -> bool:
    """Return whether more is reached than is accepted, so that more does not help."""
    return comparison.sure is not None and is_above(comparison.possible, comparison.sure)


def gap(measured: Measured) -> Range | None:
    """Return how many more are needed, in the indicator's own unit, also for growth.

    The low end is the smallest number that could suffice, the high end the largest that could be
    needed. Without a high end, no number is sure to suffice. If the target asks for more than a
    number, as a share of “over 65 %” does, a little more than the high end is needed.

    Args:
        measured: a comparison, or a verdict with one comparison.

    Returns:
        The gap. It is `None` if the target does not ask for at least some number, if there is too
        much already, if no number fulfils the target, and for a verdict of several comparisons.

    >>> period = Period.of_years(2021, 2025)
    >>> gap(Comparison(period, Range(1400, 1480), Range(1500, None), Range(1500, None)))
    Range(20, 100)
    """
    floor = _Floor.of(measured)
    if floor is None:
        return None
    fewest = _up_to(floor.hopeful, floor.most)
    return Range(_ZERO if fewest is None else fewest, _up_to(floor.enough, floor.least))


def _up_to(wanted: Fraction | None, reached: Fraction | None) -> Fraction | None:
    """Return how many more are needed to reach a number; `None` if one of the two is unknown."""
    return None if wanted is None or reached is None else max(wanted - reached, _ZERO)


def margin(measured: Measured) -> Range | None:
    """Return how many counted things may fall away while the target stays surely attained.

    The high end itself may fall away, unless it is open: 66 % is over 65 %, but 1 % less is not. In
    whole numbers the high end is never open, because “over 2,000” is “from 2,001”.

    Args:
        measured: a comparison, or a verdict with one comparison.

    Returns:
        The numbers that may fall away, from 0. It is `None` if the target is not attained or does
        not ask for at least some number, and for a verdict of several comparisons.

    >>> period = Period.of_years(2021, 2025)
    >>> margin(Comparison(period, Range(1480, 1490), Range(1425, None), Range(1425, None)))
    Range(0, 55)
    >>> print(margin(Comparison(period, Range.exactly(66), Range.above(65), Range.above(65))))
    [0, 1)
    """
    floor = _Floor.of(measured)
    if floor is None or not floor.holds or floor.least is None or floor.enough is None:
        return None
    return Range(0, floor.least - floor.enough, high_open=floor.is_strict)


def progress(measured: Measured) -> Fraction | None:
    """Return how much of the way to the target is certainly done, as a ratio.

    The way of a total begins at 0: it is the number that is certainly reached, divided by the
    number that surely suffices. The way of a state that is to rise or fall begins at its baseline,
    and so does that of a count up to the close of a day. Such a ratio is negative if the state
    moves away from the target.

    It is 1 or more only if the target is attained: 2,000 of “over 2,000” people is 2000/2001.

    Args:
        measured: a comparison, which is taken for one of a total, or a verdict with one comparison.

    Returns:
        The ratio. It is `None` if it has no meaning: if nothing was measured, if the target does
        not ask for at least some number above zero and does not name a baseline, if one of the
        numbers is unknown, if enough is reached but the target is not attained, and for a verdict
        of several comparisons.
    """
    comparison = _only(measured)
    if comparison is None or comparison.possible == _unmeasured(measured):
        return None
    if isinstance(measured, Verdict) and _starts_at_baseline(measured, comparison):
        return _ratio(_way_from_baseline(comparison), holds=comparison.holds)
    floor = _Floor.of(measured)
    reached = floor and floor.reached
    return reached and _ratio(reached, holds=comparison.holds)


def _ratio(way: tuple[Fraction, Fraction] | None, *, holds: bool) -> Fraction | None:
    """Return the part of the way that is done; `None` if enough is done but does not count."""
    if way is None:
        return None
    done, whole = way
    return done / whole if holds or done < whole else None


def _starts_at_baseline(verdict: Verdict, comparison: Comparison) -> bool:
    """Return whether a number starts from the baseline, and not from 0 as a count in a phase."""
    is_change = not isinstance(verdict.target.basis, TOTALS)
    return is_change and (not verdict.indicator.accumulates or comparison.period.start is None)


def _way_from_baseline(comparison: Comparison) -> tuple[Fraction, Fraction] | None:
    """Return how far a number is certainly above its baseline, and how far it surely must be.

    For a target that asks for at most some number it is how far below. It is `None` if one of the
    two is unknown, or if the number need not move.
    """
    possible, sure, baseline = comparison.possible, comparison.sure, comparison.baseline
    if sure is None or baseline is None:
        return None
    if sure.low is None:
        return _way(baseline.low, possible.high, sure.high, -1)
    return None if _has_too_much(comparison) else _way(baseline.high, possible.low, sure.low, 1)


def _way(
    start: Fraction | None, reached: Fraction | None, enough: Fraction | None, sign: int
) -> tuple[Fraction, Fraction] | None:
    """Return the way that is done and the whole way, upward or downward."""
    if start is None or reached is None or enough is None or (enough - start) * sign <= 0:
        return None
    return (reached - start) * sign, (enough - start) * sign


@final
@frozen(kw_only=True)
class Pace(Value):
    """Tiến độ: a target compared with a straight line through the days of its period.

    The line is this library's own method. No text of a plan asks for it, and it is not part of a
    verdict.

    Attributes:
        period: the period of the target.
        through: the last day that the data reach.
        expected: the value of the line on that day; at the end of the period the line reaches the
            number that surely suffices.
        reached: the number that is certainly reached.
        months_left: the months from that day to the end of the period, with a fraction of a month.
        needed: how many more are needed in each of these months; `None` if no time is left.
    """

    period: Period = field(validator=is_a(Period))
    through: date = field(validator=is_date)
    expected: Fraction = field(validator=is_a(Fraction))
    reached: Fraction = field(validator=is_a(Fraction))
    months_left: Fraction = field(validator=is_a(Fraction))
    needed: Fraction | None = field(validator=optional(is_a(Fraction)))

    @property
    def ahead(self) -> Fraction:
        """How far the target is ahead of the line; below zero, it is behind as far as is known."""
        return self.reached - self.expected


def pace(measured: Measured, *, through: date) -> Pace | None:
    """Compare the number that is certainly reached with a straight line.

    Args:
        measured: a comparison, or a verdict with one comparison.
        through: the last day that the data reach.

    Returns:
        The pace. It is `None` if it has no meaning: if the target does not ask for at least some
        number above zero, if one of the numbers is unknown, if the indicator is not a count, if
        the figure rests on an estimate of days after `through`, if the period does not begin or
        end on a known day, and for a verdict of several comparisons.

    Raises:
        InvalidType: if `through` is not a date.
        InvalidValue: if `through` is outside the period.
    """
    if type(through) is not date:
        raise wrong_type("through", A_DATE, through)
    floor = _Floor.of(measured)
    reached = floor and floor.reached
    if floor is None or reached is None:
        return None
    if _has_no_pace(measured, through) or not _is_bounded(floor.period):
        return None
    if through not in floor.period:
        raise _outside(through, floor.period)
    return _pace(floor.period, through, *reached)


def _has_no_pace(measured: Measured, through: date) -> bool:
    """Return whether a verdict is about a state, or rests on an estimate of days to come."""
    if not isinstance(measured, Verdict):
        return False
    return not measured.indicator.accumulates or _looks_ahead(measured, through)


def _is_bounded(period: Period) -> bool:
    """Return whether a period begins and ends on a known day."""
    return period.start is not None and period.end.year != MAXYEAR


def _outside(day: date, period: Period) -> InvalidValue:
    return InvalidValue.at(
        "through",
        code="outside-the-period",
        vi=f"ngày {day} không thuộc kỳ {period}",
        en=f"{day} is not a day of {period}",
    )


def _pace(period: Period, through: date, least: Fraction, enough: Fraction) -> Pace:
    """Compare the least that is reached with the line to the number that suffices."""
    left = _months(through + _DAY, period.end + _DAY)
    return Pace(
        period=period,
        through=through,
        expected=enough * _days(period.first, through) / _days(period.first, period.end),
        reached=least,
        months_left=left,
        needed=max(enough - least, _ZERO) / left if left else None,
    )


def _days(first: date, last: date) -> int:
    """Return the number of days from one day to another, both included."""
    return (last - first).days + 1


def _looks_ahead(verdict: Verdict, through: date) -> bool:
    return any(isinstance(note, Estimated) and note.over.end > through for note in verdict.notes)


def _months(first: date, after: date) -> Fraction:
    """Return the months between two days.

    All are counted from the first day: adding a month twice may differ from adding two months.
    """
    passed = relativedelta(after, first)
    number = passed.years * 12 + passed.months
    start, following = (first + relativedelta(months=months) for months in (number, number + 1))
    return number + Fraction((after - start).days, (following - start).days)
