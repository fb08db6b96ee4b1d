"""The rows of the tables of worded targets: a clause and its expected readings, in order."""

from datetime import date
from typing import TypeAlias

from nsc_program import EachYear, Growth, Period, Reached, YearlyGrowth
from nsc_program.plan import Basis, Bound
from nsc_program.wording import Phrase, Reason

Refused: TypeAlias = tuple[Reason, str]
"""The reason why a place is not read, and the words at that place."""
Row: TypeAlias = tuple[str, tuple[Phrase | Refused, ...]]

EACH, YEARLY = EachYear(), YearlyGrowth()
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
