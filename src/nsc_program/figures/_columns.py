"""What records count for, as masks: one bit for each indicator and period.

Conditions look at few different combinations of values, so each rule is decided once for each
combination, and each combination of days is looked up once.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from functools import partial, reduce
from itertools import repeat
from operator import attrgetter, mul, or_
from typing import Any, TypeAlias, final

from attrs import frozen

from nsc_program.plan._conditions import Event
from nsc_program.plan._counting import Counting
from nsc_program.plan._indicators import Indicator
from nsc_program.records._base import Record
from nsc_program.values._periods import Period


class PeriodsOf(dict[date, int]):
    """The masks of the periods in which days lie, with a bit for each period; made once a day."""

    def __init__(self, periods: Iterable[Period], as_of: date) -> None:
        """Begin without masks.

        Args:
            periods: the periods.
            as_of: the last day that counts.
        """
        super().__init__()
        self.periods = tuple(periods)
        self._spans = [(period.first, min(period.end, as_of)) for period in self.periods]

    def __missing__(self, day: date) -> int:
        """Return the mask of a day."""
        mask = 0
        for place, (first, last) in enumerate(self._spans):
            if first <= day <= last:
                mask |= 1 << place
        self[day] = mask
        return mask


@final
@frozen
class Column:
    """The places of one indicator in a mask, which has one bit for each indicator and period.

    Attributes:
        indicator: the indicator.
        periods: the periods of its figures, with the masks of days. Columns with the same periods
            share them.
        offset: the place of the first period.
    """

    indicator: Indicator
    periods: PeriodsOf
    offset: int

    @property
    def rules(self) -> tuple[Counting, ...]:
        """The counting rules of the indicator."""
        return self.indicator.counting


def columns_of(
    indicators: Iterable[Indicator], wanted: Mapping[str, Collection[Period]], as_of: date
) -> list[Column]:
    """Give each indicator its places in a mask, one after the other."""
    columns: list[Column] = []
    shared: dict[tuple[Period, ...], PeriodsOf] = {}
    offset = 0
    for indicator in indicators:
        periods = tuple(wanted[indicator.id])
        if periods not in shared:
            shared[periods] = PeriodsOf(periods, as_of)
        columns.append(Column(indicator, shared[periods], offset))
        offset += len(periods)
    return columns


class _PeriodsByDays(dict[Any, int]):
    """The masks of the periods in which records count, by the days that their rules look at."""

    def __init__(self, rule: Counting, periods: PeriodsOf) -> None:
        """Begin without masks, for all rules that look at the same days as this one."""
        super().__init__()
        self._rule, self._periods = rule, periods
        self.looked_at = rule.days

    def __missing__(self, days: Any) -> int:
        """Return the mask of the periods that hold the day on which a record counts."""
        on = self._rule.happened_on(days)
        mask = self[days] = self._periods[on] if isinstance(on, date) else 0
        return mask


_Timing: TypeAlias = tuple[Event, str | None, int]
"""The days that a rule looks at, and the identity of the periods that it is counted over."""


@final
class Decider:
    """The rules that count one field of one class, decided once for each combination of values."""

    def __init__(self, columns: Iterable[Column], of: type[Record], each: str) -> None:
        """Take the rules of some columns that count one field of one class."""
        self.of = of
        self.rules = [
            (column, rule)
            for column in columns
            for rule in column.rules
            if rule.of is of and rule.each == each
        ]
        _, self.first = self.rules[0]
        fields = dict.fromkeys(name for _, rule in self.rules for name in rule.looks_at)
        self.values = attrgetter("verified", *fields)
        self.width = width_of(columns)
        self.periods = {
            _timing(column, rule): _PeriodsByDays(rule, column.periods)
            for column, rule in self.rules
        }

    def alike(self, records: Sequence[Record]) -> Iterable[list[Record]]:
        """Group records by the values that the conditions look at."""
        groups: dict[Any, list[Record]] = {}
        for combination, record in zip(map(self.values, records), records, strict=True):
            group = groups.get(combination)
            if group is None:
                groups[combination] = [record]
            else:
                group.append(record)
        return groups.values()

    def masks(self, group: list[Record]) -> Iterable[int]:
        """Return what each record of a group counts for; nothing if no rule counts the group.

        The mask of the periods of a day, times a number with a bit at the offset of each column,
        has a copy for each column.
        """
        by_timing = []
        for timing, factor in self._factors(group[0]).items():
            periods = self.periods[timing]
            of_days = map(periods.__getitem__, map(periods.looked_at, group))
            by_timing.append(map(mul, of_days, repeat(factor)))
        return reduce(partial(map, or_), by_timing) if by_timing else ()

    def _factors(self, record: Record) -> Mapping[_Timing, int]:
        """Return a bit at the offset of each column that counts records with these values."""
        factors: dict[_Timing, int] = {}
        for column, rule in self.rules:
            not_met, is_sure = rule.asked(record)
            if not_met is None:
                timing = _timing(column, rule)
                offset = column.offset + (0 if is_sure else self.width)
                factors[timing] = factors.get(timing, 0) | 1 << offset
        return factors


def deciders_of(columns: Sequence[Column]) -> list[Decider]:
    """Return a decider for each field of each class that the rules of some columns count."""
    counted = dict.fromkeys((rule.of, rule.each) for column in columns for rule in column.rules)
    return [Decider(columns, of, each) for of, each in counted]


def _timing(column: Column, rule: Counting) -> _Timing:
    return rule.on, rule.until, id(column.periods)


def width_of(columns: Iterable[Column]) -> int:
    """Return the number of places in a mask."""
    return sum(len(column.periods.periods) for column in columns)
