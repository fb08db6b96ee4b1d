"""How far a target is from its number: measures beside a verdict, never part of it.

Each is of one comparison. A verdict over several years has several; pick one of its `comparisons`.
"""

from datetime import MAXYEAR, date, timedelta
from fractions import Fraction
from typing import Self, TypeAlias, final

from attrs import field, frozen
from attrs.validators import optional
from dateutil.relativedelta import relativedelta

from nsc_program.errors import InvalidValue
from nsc_program.figures._notes import Estimated
from nsc_program.values._periods import Period
from nsc_program.values._ranges import Range
from nsc_program.values._validators import A_DATE, is_a, is_date, wrong_type
from nsc_program.values._value import Value
from nsc_program.verdicts._comparisons import Comparison
from nsc_program.verdicts._evaluation import Verdict

Measured: TypeAlias = Verdict | Comparison

_NONE = Fraction(0)
_DAY = timedelta(days=1)


@final
@frozen
class _Floor:
    """What is asked for from below, and what there is of it.

    Attributes:
        least, most: what is reached at least and at most.
        enough: what surely suffices; `None` if no number does.
        hopeful: what may suffice, for some baseline of growth.
        is_strict: whether that number itself is not enough, and may be what is reached.
    """

    period: Period
    least: Fraction | None
    most: Fraction | None
    enough: Fraction | None
    hopeful: Fraction | None
    is_strict: bool
    holds: bool

    @classmethod
    def of(cls, measured: Measured) -> Self | None:
        comparisons = measured.comparisons if isinstance(measured, Verdict) else (measured,)
        found = comparisons[0]
        if (
            len(comparisons) > 1
            or found.perhaps is None
            or found.perhaps.low is None
            or _has_too_much(found)
        ):
            return None
        possible, sure = found.possible, found.sure
        is_strict = sure is not None and sure.low_open and not possible.low_open
        return cls(
            period=found.period,
            least=possible.low,
            most=possible.high,
            enough=sure and sure.low,
            hopeful=found.perhaps.low,
            is_strict=is_strict,
            holds=found.holds,
        )

    @property
    def reached(self) -> tuple[Fraction, Fraction] | None:
        """What is certainly reached, and what surely suffices; `None` if that is not known, or not above zero."""
        if self.least is None or self.enough is None or self.enough <= 0:
            return None
        return self.least, self.enough


def _has_too_much(found: Comparison) -> bool:
    """Whether more is reached than is accepted: more does not help then."""
    least, most = found.possible.low, found.sure and found.sure.high
    return least is not None and most is not None and least > most


def gap(measured: Measured) -> Range | None:
    """How many more are needed: the fewest that could do, to the most that could be needed.

    In the indicator's own unit, also for growth. Without a high end no number is sure to do. Where the number itself
    is not enough (a share of “over 65 %”), a little more is needed. `None` where nothing is asked for from below, where
    there is too much, where no number fulfils the target, and for a verdict of several comparisons.

    >>> period = Period.of_years(2021, 2025)
    >>> gap(Comparison(period, Range(1400, 1480), Range(1500, None), Range(1500, None)))
    Range(20, 100)
    """
    floor = _Floor.of(measured)
    if floor is None:
        return None
    fewest = (
        _NONE
        if floor.most is None or floor.hopeful is None
        else max(floor.hopeful - floor.most, _NONE)
    )
    if floor.enough is None or floor.least is None:
        return Range(fewest, None)
    return Range(fewest, max(floor.enough - floor.least, _NONE))


def margin(measured: Measured) -> Range | None:
    """How many of those counted may fall away, and the target is still surely attained: from none to so many.

    The high end itself may fall away, unless it is open: 66 % are over 65 %, and 1 % less is not over it any more. In
    whole numbers it never is, since over 2,000 is from 2,001. `None` unless it is attained and something is asked for
    from below.

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
    """What is certainly reached, as a part of what surely suffices: 2,000 of “over 2,000” people are 2000/2001.

    It is 1 or more only where the target is attained. `None` where it has no meaning: where nothing above zero is
    asked for from below, or it is not known, and where as much is reached and is not accepted all the same.
    """
    floor = _Floor.of(measured)
    reached = floor and floor.reached
    if floor is None or reached is None:
        return None
    least, enough = reached
    return least / enough if floor.holds or least < enough else None


@final
@frozen(kw_only=True)
class Pace(Value):
    """Tiến độ: how far a target is along a straight line through the days of its period, as far as data reach.

    The line is a method of this library, in no text, and no part of a verdict.

    Attributes:
        through: the last day that the data reach.
        expected: what the line has there, of what surely suffices at its end.
        reached: what is certainly reached.
        months_left: from that day to the end of the period; what is over whole months is a part of one.
        needed: how many a month are then needed; `None` if no time is left.
    """

    period: Period = field(validator=is_a(Period))
    through: date = field(validator=is_date)
    expected: Fraction = field(validator=is_a(Fraction))
    reached: Fraction = field(validator=is_a(Fraction))
    months_left: Fraction = field(validator=is_a(Fraction))
    needed: Fraction | None = field(validator=optional(is_a(Fraction)))

    @property
    def ahead(self) -> Fraction:
        """How far ahead of the line; below zero it is behind, as far as is known."""
        return self.reached - self.expected


def pace(measured: Measured, *, through: date) -> Pace | None:
    """Hold what is certainly reached against a straight line, on the last day that the data reach.

    `None` where it has no meaning: where nothing above zero is asked for from below or it is not known, of what is no
    count, and where the figure rests on an estimate of days to come.

    Raises:
        InvalidType: for a `through` that is not a date.
        InvalidValue: if it is no day of the period.
    """
    if type(through) is not date:
        raise wrong_type("through", A_DATE, through)
    floor = _Floor.of(measured)
    reached = floor and floor.reached
    if floor is None or reached is None:
        return None
    least, enough = reached
    if isinstance(measured, Verdict) and (
        not measured.indicator.accumulates or _looks_ahead(measured, through)
    ):
        return None
    period = floor.period
    if period.start is None or period.end.year == MAXYEAR:
        return None
    if through not in period:
        raise InvalidValue.at(
            "through",
            code="outside-the-period",
            vi=f"ngày {through} không thuộc kỳ {period}",
            en=f"{through} is not a day of {period}",
        )
    behind, whole = (through - period.start).days + 1, (period.end - period.start).days + 1
    left = _months(through + _DAY, period.end + _DAY)
    return Pace(
        period=period,
        through=through,
        expected=enough * behind / whole,
        reached=least,
        months_left=left,
        needed=max(enough - least, _NONE) / left if left else None,
    )


def _looks_ahead(verdict: Verdict, through: date) -> bool:
    return any(isinstance(note, Estimated) and note.over.end > through for note in verdict.notes)


def _months(first: date, after: date) -> Fraction:
    """Months from one day up to another, counted from the first: steps of a month do not add up."""
    passed = relativedelta(after, first)
    number = passed.years * 12 + passed.months
    start, following = (first + relativedelta(months=months) for months in (number, number + 1))
    return number + Fraction((after - start).days, (following - start).days)
