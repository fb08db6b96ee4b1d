"""The rows of the tables of worded targets: a clause and its expected readings, in order."""

from datetime import date
from typing import TypeAlias

from nsc_program import EachYear, Growth, Period, Reached, YearlyGrowth
from nsc_program.plan import Basis, Bound, Difference, During, MeanGrowth
from nsc_program.wording import Phrase, Reason

Refused: TypeAlias = tuple[Reason, str]
"""The reason why a place is not read, and the words at that place."""
Row: TypeAlias = tuple[str, tuple[Phrase | Refused, ...]]

EACH, YEARLY, MEAN = EachYear(), YearlyGrowth(), MeanGrowth()
YEARLY_FALL, MEAN_FALL = YearlyGrowth(falling=True), MeanGrowth(falling=True)
END_2025, END_2030 = date(2025, 12, 31), date(2030, 12, 31)


def p(
    bound: Bound,
    unit: str,
    basis: Basis = Reached(),
    *,
    through: date | None = None,
    aspires: bool = False,
) -> Phrase:
    return Phrase(bound, basis, unit=unit, through=through, aspirational=aspires)


def no(reason: Reason, words: str) -> Refused:
    return reason, words


def since(first: int, last: int) -> Growth:
    return Growth(baseline=Period.of_years(first, last))


def fall_since(first: int, last: int) -> Growth:
    return Growth(Period.of_years(first, last), falling=True)


def more_than_in(first: int, last: int) -> Difference:
    return Difference(Period.of_years(first, last))


def less_than_in(first: int, last: int) -> Difference:
    return Difference(Period.of_years(first, last), falling=True)


def more_than_on(year: int, month: int, day: int) -> Difference:
    return Difference(Period.until(date(year, month, day)))


def year(number: int) -> During:
    return During(Period.of_years(number, number))


def close_of(number: int) -> Period:
    return Period.until(date(number, 12, 31))
