"""The number of different things that happened within some days.

Each key is counted once; things without keys are counted by their number.

Conditions look at few different combinations of values, so each rule is decided once for each
combination. What a key counts for is one whole number, a mask: it has a bit for each indicator and
period, and the masks of the records with one key are united by `|`. So a record costs the same
however many rules and periods there are.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any, TypeAlias

from nsc_program.figures._columns import columns_of, deciders_of
from nsc_program.figures._sheet import Sheet
from nsc_program.figures._sizes import Size
from nsc_program.plan._indicators import Indicator
from nsc_program.records._records import AnyRecord, Fact
from nsc_program.values._periods import Period

Counts: TypeAlias = Mapping[tuple[str, Period], Size]
"""Counts by indicator and period."""


def count(
    indicators: Iterable[Indicator],
    wanted: Mapping[str, Collection[Period]],
    records: Iterable[AnyRecord],
    as_of: date,
) -> Counts:
    """Count the things that happened by the close of a day, by indicator and period.

    Args:
        indicators: the indicators, with their counting rules.
        wanted: the periods to count over, by the ids of the indicators.
        records: the current records.
        as_of: the last day whose events count.
    """
    by_class: defaultdict[type, list[Any]] = defaultdict(list)
    for record in records:
        by_class[type(record)].append(record)
    facts = by_indicator(by_class[Fact])
    counts: dict[tuple[str, Period], Size] = {}
    for sharing in sharing_keys(indicators):
        columns = columns_of(sharing, wanted, as_of)
        sheet = Sheet(columns)
        for decider in deciders_of(columns):
            sheet.add(decider, by_class[decider.of])
        sheet.add_facts(facts)
        counts.update(sheet.sizes())
    return counts


def by_indicator(facts: Iterable[Fact]) -> Mapping[str, list[Fact]]:
    """Return plain facts by the indicator that they are about.

    Args:
        facts: the facts.
    """
    grouped: defaultdict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        grouped[fact.indicator].append(fact)
    return grouped


def sharing_keys(indicators: Iterable[Indicator]) -> list[list[Indicator]]:
    """Group indicators: those whose rules count a field that they share come together."""
    groups: dict[object, list[Indicator]] = {}
    for indicator in indicators:
        fields: set[object] = {(rule.of, rule.each) for rule in indicator.counting}
        fields = fields or {indicator.id}
        sharing = {id(groups[each]): groups[each] for each in fields if each in groups}
        group, *others = list(sharing.values()) or [[]]
        for other in others:
            group += other
            fields.update(each for each, held in groups.items() if held is other)
        group.append(indicator)
        groups.update(dict.fromkeys(fields, group))
    return list({id(group): group for group in groups.values()}.values())
