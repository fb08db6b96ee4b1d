"""The worlds of a share: one number out of another, in percent, each with evidence of its own.

The things of the numerator are among those of the denominator, so their number is never larger. If
the denominator is zero, the share can be anything from 0 to 100 %.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import product
from operator import le

from oracle_judge import compared, judge, numbers_of
from oracle_terms import Case, Days, Number, Truth, World, are_apart, judged
from oracle_worlds import agrees, binding, limits, most, rejected, worlds_of_one

_worlds = lru_cache(4)(worlds_of_one)
"""The worlds of a part of a share, which are asked for more than once."""


@lru_cache(4)
def worlds_of_share(case: Case) -> frozenset[World]:
    """Return the share in each judged period, in every world of the numerator and denominator."""
    numerator, denominator = case.shared
    places = [_values(case, days) for days in judged(case)]
    found: set[World] = set()
    for parts, wholes in product(_worlds(numerator), _worlds(denominator)):
        if all(map(le, parts, wholes)):
            shares = zip(places, parts, wholes, strict=True)
            found.update(product(*(values(part, whole) for values, part, whole in shares)))
    return frozenset(found)


def _values(case: Case, days: Days) -> Callable[[Number, Number], Sequence[Number]]:
    """Return the function from numerator and denominator to the values of the share of a period.

    A report about the share is about exactly its own days: the share of a year is not that of the
    phase that ends with the year.
    """
    said = _said(case, days)
    ends = (end for each in said for end in each if end is not None)
    anything = {0, 100, *ends, *numbers_of(case.words, case.answers)}

    @lru_cache(None)
    def values(part: Number, whole: Number) -> Sequence[Number]:
        found = [100 * Fraction(part) / whole] if whole else sorted(anything)
        return [value for value in found if value <= 100 and agrees(said, value)]

    return values


def _said(case: Case, days: Days) -> list[tuple[Number, Number | None]]:
    """Return what the reports about the share of a period say."""
    return list(limits(report for report in binding(case) if report.days == days))


def least_ranges(case: Case) -> Iterator[tuple[Number, Number]]:
    """Yield the least range of the share in each judged period, from one end to the other.

    It is what the least range that holds the share of every world and the reports about the share
    have in common.
    """
    columns = zip(*worlds_of_share(case._replace(reports=())), strict=True)
    for days, values in zip(judged(case), columns, strict=True):
        said = [*_said(case, days), (min(values), max(values))]
        yield max(low for low, _ in said), min(high for _, high in said if high is not None)


def is_exact(case: Case) -> bool:
    """Say whether the range of a share must be the least range.

    The evidence on both parts must be keyed facts and claims, or reports of states; the judged
    periods must not share a day. There are two limits. If the denominator's own
    evidence leaves zero open, and the numerator's does not, then the numerator shows that the
    denominator is not zero; the library looks at each part alone, and says that nothing is decided.
    And the listed worlds may end too early, where a part has no most.
    """
    by_reports = any(part.reports and not part.domain for part in case.shared)
    if by_reports or any(map(rejected, case.shared)) or not are_apart(case):
        return False
    columns = [zip(*_worlds(part), strict=True) for part in case.shared]
    return all(
        _is_listed(case, days, part, whole)
        for days, part, whole in zip(judged(case), *columns, strict=True)
    )


def _is_listed(case: Case, days: Days, parts: Sequence[Number], wholes: Sequence[Number]) -> bool:
    """Say whether the listed numbers of a period show the least and the largest share."""
    numerator, denominator = case.shared
    is_endless = not denominator.domain and max(wholes) == most(denominator, days)
    shows_least = min(parts) == 0 or (min(wholes) > 0 and not is_endless)
    has_most = bool(numerator.domain) or max(parts) < most(numerator, days)
    return shows_least and (has_most or max(parts) >= min(wholes))


def judge_without_gaps(case: Case, listed: Collection[World]) -> set[Truth]:
    """Judge the listed worlds, and those between them in which a share meets a number of the bound.

    A number between the least and the largest share counts as possible, also if no quotient of
    whole numbers equals it.
    """
    columns = [
        set(column) for column in zip(*(compared(case, world) for world in listed), strict=True)
    ]
    numbers = numbers_of(case.words, case.answers)
    filled = [
        {*column, *(number for number in numbers if min(column) < number < max(column))}
        for column in columns
    ]
    plainly = case._replace(basis="reached")
    return {judge(plainly, world) for world in product(*filled)}
