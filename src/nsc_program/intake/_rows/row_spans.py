"""Find the days of a row that lie too far apart, or too near, for what happened between them.

A certificate of three years that expires in 2072 has a slip of the pen, and money is not spent
before its work begins.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from nsc_program.intake._headings.columns import Values

_YEAR = timedelta(366)
_SPANS: Mapping[str, tuple[str, timedelta, timedelta]] = {
    "completed_on": ("started_on", timedelta(0), 10 * _YEAR),
    "expires_on": ("certified_on", timedelta(28), 15 * _YEAR),
    "conforming_until": ("conforming_since", timedelta(28), 40 * _YEAR),
}
"""The last day of each span: the name of its first day, and how long it takes at least and most."""
_MOST_YEARS_BEHIND = 1
"""The last bills of a piece of work may be paid in the year after it."""


def odd_spans(values: Values) -> Iterator[str]:
    """Give the names of the last days, and of the year of spending, that do not fit their row.

    Args:
        values: the values of the row, by the names of columns.

    >>> days = {"certified_on": date(2024, 3, 11), "expires_on": date(2072, 3, 11)}
    >>> list(odd_spans(days)), list(odd_spans({**days, "expires_on": date(2027, 3, 11)}))
    (['expires_on'], [])
    """
    for last, (first, least, most) in _SPANS.items():
        span = _span(values.get(first), values.get(last))
        if span is not None and not least <= span <= most:
            yield last
    if _is_spent_at_another_time(values):
        yield "spending_year"


def _span(first: object, last: object) -> timedelta | None:
    """Return how long it is from one day to a later one; `None` without both."""
    if not isinstance(first, date) or not isinstance(last, date) or last < first:
        return None
    return last - first


def _is_spent_at_another_time(values: Values) -> bool:
    """Tell whether money was spent in a year before the work, or long after it."""
    year, first, last = map(values.get, ("spending_year", "started_on", "completed_on"))
    if not isinstance(year, int) or not isinstance(first, date):
        return False
    is_late = isinstance(last, date) and year > last.year + _MOST_YEARS_BEHIND
    return year < first.year or is_late
