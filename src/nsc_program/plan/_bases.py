"""Bases: the number that is compared with the bound of a target.

The set is small and closed. A wording that fits none of them is not forced into one.
"""

from datetime import date
from typing import TypeAlias, assert_never, final

from attrs import field, frozen

from nsc_program.values._periods import Period
from nsc_program.values._range_arithmetic import factors, negated
from nsc_program.values._ranges import Range
from nsc_program.values._validators import is_a, is_bool
from nsc_program.values._value import SimpleValue


@final
@frozen
class Reached(SimpleValue):
    """The basis of most targets: the total of a count over the phase, or a state at its end."""


@final
@frozen
class During(SimpleValue):
    """The basis “năm 2027”: the total of a count over a part of the phase, or a state at its end.

    The numbers that a plan assigns to the single years of a phase (giao chỉ tiêu năm) are targets
    with this basis.

    Attributes:
        period: the part of the phase.
    """

    period: Period = field(validator=is_a(Period))


def closing(baseline: Period | date) -> Period:
    """Return a baseline as a period; a day, or a period of one day, becomes all days through it.

    Args:
        baseline: the period or the day.
    """
    if isinstance(baseline, Period):
        return Period.until(baseline.end) if baseline.start == baseline.end else baseline
    return Period.until(baseline)


@final
@frozen
class Growth(SimpleValue):
    """The basis “tăng … % so với giai đoạn …”: the growth of the phase over a baseline, in percent.

    The bound is in percent: `AtLeast(50)` means at least 50 % more than in the baseline. If the
    number falls (“giảm 10 % so với năm 2020”), the bound is on the size of the fall.

    Attributes:
        baseline: the period to compare with; it may lie before the plan. A day stands for its
            close (“so với cuối năm 2025”) and is kept as the period of all days through it; a
            count is then compared as the total up to the close of the phase.
        falling: `True` for “giảm”: the bound accepts how far the number falls.
    """

    baseline: Period = field(converter=closing, validator=is_a(Period))
    falling: bool = field(default=False, kw_only=True, validator=is_bool)


@final
@frozen
class Difference(SimpleValue):
    """The basis “tăng thêm … so với năm …”: how far the phase is above a baseline, as a number.

    The bound is in the unit of the indicator: `AtLeast(250)` means at least 250 more than in the
    baseline. For a share it is in percentage points (điểm phần trăm).

    Attributes:
        baseline: the period or the day to compare with, as that of `Growth`.
        falling: `True` for “giảm”: the bound accepts how far the number falls.
    """

    baseline: Period = field(converter=closing, validator=is_a(Period))
    falling: bool = field(default=False, kw_only=True, validator=is_bool)


@final
@frozen
class EachYear(SimpleValue):
    """The basis “mỗi năm”: the total of a count over each year, or a state at the end of each year.

    A year begins on an anniversary of the phase's start.
    """


@final
@frozen
class YearlyGrowth(SimpleValue):
    """The basis “hằng năm tăng”: the growth from year to year.

    The bound is in percent. The first year of the phase has no year before it in the phase, so it
    serves as a baseline only.

    Attributes:
        falling: `True` for “hằng năm giảm”: the bound accepts how far the number falls.
    """

    falling: bool = field(default=False, kw_only=True, validator=is_bool)


@final
@frozen
class MeanGrowth(SimpleValue):
    """The basis “tăng bình quân … %/năm”: the mean growth for each year of the phase.

    The bound is in percent. The mean is the growth that, repeated every year, leads from the first
    number to the last year of the phase. Growth starts from the year before the phase or from its
    first year, as the question `mean_from_year_before` is answered.

    Attributes:
        falling: `True` for “giảm bình quân”: the bound accepts how far the number falls.
    """

    falling: bool = field(default=False, kw_only=True, validator=is_bool)


Basis: TypeAlias = Reached | During | Growth | Difference | EachYear | YearlyGrowth | MeanGrowth
"""The number that is compared with the bound of a target."""

Change: TypeAlias = Growth | Difference | YearlyGrowth | MeanGrowth
"""The bases that compare a number with an earlier one."""

YEARLY = (EachYear, YearlyGrowth, MeanGrowth)
"""The bases that compare single years, of a phase that consists of whole years."""
TOTALS = (Reached, During, EachYear)
"""The bases that compare a number itself with the bound."""
IN_PERCENT = (Growth, YearlyGrowth, MeanGrowth)
"""The bases whose bound is in percent."""
FROM_BASELINE = (Growth, Difference)
"""The bases that name their baseline."""


def further_periods(basis: Basis, phase: Period) -> tuple[Period, ...]:
    """Return the periods that a basis needs figures of, besides the phase and its single years.

    The years are left out because a phase may have ten thousand.

    Args:
        basis: the basis of a target.
        phase: the period of its phase.
    """
    match basis:
        case During(period):
            return (period,)
        case Growth(baseline) | Difference(baseline):
            return (baseline,) if baseline.start else (baseline, Period.until(phase.end))
        case MeanGrowth():
            return (phase.year_before,) if phase.year_before else ()
        case Reached() | EachYear() | YearlyGrowth():
            return ()
        case _:  # pragma: no cover
            assert_never(basis)


def last_day(basis: Basis, phase: Period) -> date:
    """Return the last day that a basis compares: that of the phase, or of the part that it names.

    Args:
        basis: the basis of a target.
        phase: the period of its phase.
    """
    return basis.period.end if isinstance(basis, During) else phase.end


def steps(basis: Basis, allowed: Range) -> Range:
    """Return the steps from a baseline that lead to an accepted number.

    Args:
        basis: the basis of a target.
        allowed: the numbers that its bound accepts.

    Returns:
        The factors for a change in percent: 50 % more is times 3/2, and 10 % less is times 9/10.
        The differences for a change by a number. The accepted numbers themselves for a total.
    """
    if isinstance(basis, TOTALS):
        return allowed
    signed = negated(allowed) if basis.falling else allowed
    return signed if isinstance(basis, Difference) else factors(signed)
