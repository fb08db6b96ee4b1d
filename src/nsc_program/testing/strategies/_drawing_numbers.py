"""The numbers that reports about an indicator can give, the simplest first."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import Any

from nsc_program.plan._indicators import Indicator
from nsc_program.records._reports import ReportedFigure
from nsc_program.testing.strategies._fields import CACHED_PLANS, between
from nsc_program.values._periods import Period
from nsc_program.values._ranges import Range


def _reported(
    indicators: Mapping[str, Indicator],
    *,
    day_one: date,
    day_two: date,
    period: Period | None,
    over: str,
    indicator: str,
    **rest: Any,
) -> ReportedFigure:
    """Report on a period of the plan, or else on a period that two days give."""
    about = period or between(day_one, day_two, over)
    return _report(about, indicators[indicator], **rest)


def _report(
    period: Period,
    indicator: Indicator,
    *,
    issued: date,
    number: int,
    less: Fraction,
    more: int,
    shape: str,
    early: bool,
    divided: int,
    **rest: Any,
) -> ReportedFigure:
    """Report a number that the indicator can have, or a range around it."""
    numbers = numbers_of(indicator)
    value = _shaped(shape, numbers[number % len(numbers)], less, more)
    day = issued if early else max(issued, period.end)
    part = _part(indicator, divided)
    return ReportedFigure(
        indicator=indicator.id, period=period, value=value, issued=day, part=part, **rest
    )


def _part(indicator: Indicator, number: int) -> str | None:
    """Return a part of the indicator, or `None` for all of it; mostly it is all of it."""
    parts = [part for partition in indicator.partitions for part in partition.parts]
    return parts[number] if number < len(parts) else None


def _shaped(shape: str, value: Fraction, less: Fraction, more: int) -> Range:
    """Return the range of a shape around a number."""
    match shape:
        case "exactly":
            return Range(value, value)
        case "within":
            return Range(value - less, value + more)
        case "at least":
            return Range(value, None)
        case _:
            return Range(None, value)


@lru_cache(maxsize=CACHED_PLANS)
def numbers_of(indicator: Indicator) -> tuple[Fraction, ...]:
    """Return a few numbers that an indicator can have, the simplest first.

    They are 0 and numbers near it; halves are among them unless the unit is a whole thing.
    """
    domain = indicator.narrow(indicator.domain) or indicator.domain
    step = step_of(indicator)
    start = next(number for number in (Fraction(0), *_inside(domain, step)) if number in domain)
    around = (start + sign * place * step for place in range(7) for sign in (1, -1))
    return tuple(dict.fromkeys(number for number in around if number in domain))


def step_of(indicator: Indicator) -> Fraction:
    """Return the step between the numbers that are drawn for an indicator."""
    return Fraction(1) if indicator.unit.whole else Fraction(1, 2)


def _inside(domain: Range, step: Fraction) -> tuple[Fraction, ...]:
    """Return numbers near the ends of a range, at least one of which lies in the range."""
    low, high = domain.low, domain.high
    if low is not None and high is not None:
        return low, high, (low + high) / 2
    if low is not None:
        return low, low + step
    top = high or Fraction(0)
    return top, top - step
