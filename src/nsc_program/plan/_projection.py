"""The facts that a record stands for: the counting rules of indicators, applied to one record."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from nsc_program.plan._counting import Counted, NotMet
from nsc_program.plan._indicators import Indicator
from nsc_program.plan._program import Program
from nsc_program.records._reasons import WhyNot
from nsc_program.records._records import AnyRecord, Fact
from nsc_program.values._keys import head


class Happened(NamedTuple):
    """A record in one way of counting in which it happened on some day.

    Attributes:
        indicator: the id of the indicator that counts it.
        key: the key under which a thing is counted once; the id of the record for things without
            keys.
        on: the day on which it happened.
        verified: `False` if it may or may not count.
        unnamed: the number of things without keys; 0 if the thing has a key.
    """

    indicator: str
    key: str
    on: date
    verified: bool
    unnamed: int


def facts(program: Program, record: AnyRecord) -> Iterator[Fact]:
    """Yield the facts that a record stands for in a plan.

    Args:
        program: the plan, whose indicators have the counting rules.
        record: a record of any class.

    Yields:
        One fact for each thing and each indicator that counts it; none if the record is annulled.
        The people of a headcount are not verified where different people are counted: they may
        have been counted elsewhere.

    >>> from nsc_program import HANOI, AssessmentBody
    >>> body = AssessmentBody(
    ...     id="b1",
    ...     registration="SAMPLE-B1",
    ...     strengthened_on=date(2023, 5, 1),
    ...     conforming_since=date(2024, 2, 1),
    ...     serves_key_products=True,
    ... )
    >>> [(fact.indicator, fact.on.isoformat()) for fact in facts(HANOI, body)]
    [('bodies', '2024-02-01')]
    """
    for indicator, key, on, verified, unnamed in happened(program, record):
        if unnamed:
            is_sure = verified and program.indicator(indicator).additive
            for number in range(1, unnamed + 1):
                yield Fact(indicator, head(key, number), on, is_sure)
        else:
            yield Fact(indicator, key, on, verified)


def happened(program: Program, record: AnyRecord) -> Iterator[Happened]:
    """Yield a record in every way of counting of a plan in which it happened on some day.

    Args:
        program: the plan.
        record: a record of any class.
    """
    for indicator in _counting(program, record):
        for on, key, verified, unnamed in counted(indicator, record):
            if not isinstance(on, (WhyNot, NotMet)):
                yield Happened(indicator.id, key, on, verified, unnamed)


def _counting(program: Program, record: AnyRecord) -> Iterable[Indicator]:
    """Return the indicators that may count a record."""
    if isinstance(record, Fact):
        return (item for item in program.indicators if item.id == record.indicator)
    return program.counting(type(record))


def counted(indicator: Indicator, record: AnyRecord) -> Iterator[Counted]:
    """Yield a record under each rule of an indicator, counted or not.

    Args:
        indicator: the indicator.
        record: a record of any class; a fact counts if it is about the indicator.
    """
    if isinstance(record, Fact):
        if record.indicator == indicator.id:
            yield Counted(record.on, record.key, record.verified)
        return
    for rule in indicator.counting:
        if rule.of is type(record):
            yield rule.counted(record)
