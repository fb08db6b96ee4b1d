"""Counting rules over the library's classes of records."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from itertools import chain
from typing import Any, cast

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from nsc_program.plan._conditions import (
    AllOf,
    Condition,
    Event,
    FirstOf,
    Given,
    HasAtLeast,
    Includes,
    OneOf,
    Within,
)
from nsc_program.plan._counting import BY_RECORD, Counting, NotMet, askable
from nsc_program.records._base import Record
from nsc_program.records._fields import RecordField
from nsc_program.records._records import RECORD_CLASSES
from nsc_program.values._ranges import Range


def _days(kind: type[Record]) -> list[str]:
    return [item.name for item in askable(kind) if item.is_day]


COUNTABLE: tuple[type[Record], ...] = tuple(kind for kind in RECORD_CLASSES if _days(kind))
"""The classes that rules can count: those with a day."""


def _conditions_on(described: RecordField) -> Iterator[Condition]:
    """Yield a few conditions on a field."""
    yield from _about_values(described)
    if described.optional and described.base is not date:
        yield Given(described.name)


def _about_values(described: RecordField) -> Iterator[Condition]:
    """Yield conditions on the value of a field."""
    name, base = described.name, described.base
    if described.members:
        yield from _about_members(described, [member.value for member in described.members])
    elif base is bool:
        yield from (OneOf(name, value) for value in (True, False))
    elif described.is_year:
        yield Within(name, Range(2022, 2024))
    elif base is int:
        yield from (Within(name, Range.at_least(2)), Within(name, Range(1, 4)))
    elif _is_plain_text(described):
        yield OneOf(name, "made up")


def _is_plain_text(described: RecordField) -> bool:
    """Tell whether a field holds one text that does not name a thing."""
    return described.base is str and not described.several and described.thing is None


def _about_members(described: RecordField, values: Sequence[str]) -> Iterator[Condition]:
    """Yield conditions on a field that holds a member of an enumeration, or several."""
    if described.several and described.optional:
        yield from (Includes(described.name, value) for value in values)
        yield from (HasAtLeast(described.name, place) for place, _ in enumerate(values, 1))
    else:
        yield from (OneOf(described.name, value) for value in values)
        yield from (OneOf(described.name, values[:size]) for size in range(2, len(values) + 1))


def conditions_of(kind: type[Record]) -> Sequence[Sequence[Condition]]:
    """Return the conditions that records of a class can be asked, in a list for each field."""
    return _conditions_of(cast(Any, kind))


@cache
def _conditions_of(kind: Any) -> Sequence[Sequence[Condition]]:
    asked = (tuple(_conditions_on(described)) for described in askable(kind))
    return [conditions for conditions in asked if conditions]


def _events(kind: type[Record]) -> list[Event]:
    days = _days(kind)
    return [*map(AllOf, days), AllOf(days), FirstOf(days)]


@st.composite
def _rules_of(draw: DrawFn, kind: type[Record]) -> Counting:
    """Draw a rule that counts records of a class."""
    return Counting(
        of=kind,
        each=draw(st.sampled_from(_keys(kind))),
        on=draw(st.sampled_from(_events(kind))),
        until=draw(st.sampled_from((None, None, *_days(kind)))),
        where=tuple(_drawn_conditions(draw, kind)),
    )


def _keys(kind: type[Record]) -> list[str]:
    """Return the fields that name a thing to count, and the key of a rule that counts records."""
    return [*(item.name for item in askable(kind) if item.thing is not None), BY_RECORD]


def _drawn_conditions(draw: DrawFn, kind: type[Record]) -> Iterator[Condition]:
    """Draw at most one condition on each field, and leave out many fields."""
    for conditions in conditions_of(kind):
        condition = draw(st.sampled_from((None, None, None, *conditions)))
        if condition is not None:
            yield condition


def counting_rules(kind: type[Record] | None = None) -> SearchStrategy[Counting]:
    """Draw counting rules.

    Args:
        kind: The class of records that they count; `None` for any class of the library.

    Returns:
        A strategy for rules with any key, days and conditions.
    """
    kinds = COUNTABLE if kind is None else (kind,)
    return st.one_of([_rules_of(chosen) for chosen in kinds])


def _every_condition() -> Iterator[tuple[type[Record], Condition]]:
    """Yield each condition, after the class of records that it is about."""
    for of in COUNTABLE:
        yield from ((of, condition) for asked in conditions_of(of) for condition in asked)


def conditions(kind: type[Any]) -> SearchStrategy[Any]:
    """Draw conditions of one class; also on fields of records that an embedder defines."""
    own = [condition for _, condition in _every_condition() if type(condition) is kind]
    return st.sampled_from([*own, *(evolve(condition, field="made_up") for condition in own)])


def events(kind: type[Any]) -> SearchStrategy[Any]:
    """Draw days on which records are counted, of one class."""
    every = chain.from_iterable(map(_events, COUNTABLE))
    return st.sampled_from([event for event in every if type(event) is kind])


def not_met() -> SearchStrategy[NotMet]:
    """Draw conditions that a record did not meet."""
    every = st.sampled_from(list(_every_condition()))
    values: SearchStrategy[str | bool | int] = st.sampled_from(("made up", True, 1))
    return st.tuples(every, values).map(lambda drawn: NotMet(*drawn[0], drawn[1]))
