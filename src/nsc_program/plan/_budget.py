"""The budget of a plan (dự toán kinh phí): what it means to spend, by source and by year or phase.

An amount that the plan does not name stays unknown, and is never taken for zero.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TypeAlias, final

from attrs import field, frozen

from nsc_program.errors import Problem
from nsc_program.plan._sources import Citation, are_citations
from nsc_program.plan._target_consistency import contradiction, unknown_id
from nsc_program.values._keys import is_id
from nsc_program.values._periods import Period
from nsc_program.values._validators import is_a, whole_from
from nsc_program.values._value import SimpleValue


@final
@frozen(kw_only=True)
class BudgetItem(SimpleValue):
    """Dự toán: the money that a plan means to spend from one source in one year or one phase.

    Attributes:
        source: the id of a `FundingSource` of the plan.
        period: a calendar year, which is the budget year (năm ngân sách), or exactly the period of
            a phase of the plan.
        vnd: the amount in whole đồng, from 0 to 10^18.
        citations: the words of the documents that carry the amount, at least one quotation.
    """

    source: str = field(validator=is_id)
    period: Period = field(validator=is_a(Period))
    vnd: int = field(validator=whole_from(0, 10**18))
    citations: tuple[Citation, ...] = field(validator=are_citations)


Planned: TypeAlias = Mapping[tuple[str, Period], int]
"""The amounts of a budget in đồng, by source and period."""


def planned_money(planned: Planned, source: str, period: Period) -> int | None:
    """Return the money that a budget plans from a source in a period.

    Args:
        planned: the amounts of the budget.
        source: the id of the source.
        period: a calendar year, or whole calendar years such as a phase.

    Returns:
        The amount for exactly this period, or else the sum of its years; `None` if the budget does
        not name them all.
    """
    if (source, period) in planned:
        return planned[source, period]
    first, last = period.first.year, period.end.year
    if first == last or period != Period.of_years(first, last):
        return None
    years = (Period.of_years(year, year) for year in range(first, last + 1))
    return sum_if_known(planned.get((source, year)) for year in years)


def sum_if_known(amounts: Iterable[int | None]) -> int | None:
    """Return the sum of some amounts; `None` if one of them is unknown.

    Args:
        amounts: the amounts.
    """
    total = 0
    for amount in amounts:
        if amount is None:
            return None
        total += amount
    return total


def budget_problems(
    item: BudgetItem, sources: Collection[str], phases: Collection[Period]
) -> Iterator[Problem]:
    """Yield what does not fit between an item of a budget and its plan.

    The amount of a phase need not be the sum of those of its years: an estimate for a whole phase
    is made once, and a budget is decided for each year.

    Args:
        item: the item.
        sources: the ids of the sources of the plan.
        phases: the periods of its phases.
    """
    if item.source not in sources:
        yield unknown_id("funding source", item.source, tuple(sources))
    if not (is_calendar_year(item.period) or item.period in phases):
        yield contradiction(
            "other-period",
            "dự toán là của một năm (từ ngày 01/01 đến 31/12) hoặc đúng một giai đoạn của kế "
            "hoạch; sửa period",
            "a budget is about one calendar year or about exactly one phase of the plan; "
            "correct period",
        )
    if not item.citations:
        yield contradiction(
            "no-citation",
            "chưa có trích dẫn; ghi vào citations",
            "it has no citation; give one in citations",
        )


def is_calendar_year(period: Period) -> bool:
    """Return whether a period is one calendar year.

    Args:
        period: the period.
    """
    return period == Period.of_years(period.end.year, period.end.year)
