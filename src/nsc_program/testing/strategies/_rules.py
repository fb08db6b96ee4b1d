"""Counting rules over the library's classes of records."""

from collections.abc import Iterator, Sequence
from datetime import date
from enum import Enum
from functools import cache
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
from nsc_program.plan._counting import BY_RECORD, Counting, NotMet
from nsc_program.records._fields import RecordField, record_fields
from nsc_program.records._records import RECORD_CLASSES, Record
from nsc_program.values._ranges import Range

_OF_EVERY_RULE = ("id", "recorded_on", "annulled", "verified", "document")


def _described(kind: type[Record]) -> list[RecordField]:
    """Return the fields that a rule can name."""
    return [item for name, item in record_fields(kind).items() if name not in _OF_EVERY_RULE]


def _days(kind: type[Record]) -> list[str]:
    return [item.name for item in _described(kind) if item.base is date]


COUNTABLE: tuple[type[Record], ...] = tuple(kind for kind in RECORD_CLASSES if _days(kind))
"""The classes that rules can count: those with a day."""


def _conditions_on(described: RecordField) -> Iterator[Condition]:
    """Yield a few conditions on a field."""
    name, base = described.name, described.base
    is_enum = isinstance(base, type) and issubclass(base, Enum)
    values: list[Any] = [member.value for member in base] if is_enum else []
    if described.several and described.optional and is_enum:
        yield from (Includes(name, value) for value in values)
        yield from (HasAtLeast(name, number) for number in range(1, len(values) + 1))
    elif is_enum:
        yield from (OneOf(name, value) for value in values)
        yield from (OneOf(name, values[:size]) for size in range(2, len(values) + 1))
    elif base is bool:
        yield from (OneOf(name, value) for value in (True, False))
    elif base is str and not described.several and described.thing is None:
        yield OneOf(name, "made up")
    elif base is int:
        yield from (Within(name, Range.at_least(2)), Within(name, Range(1, 4)))
    if described.optional and base is not date:
        yield Given(name)


def conditions_of(kind: type[Record]) -> Sequence[Sequence[Condition]]:
    """Return the conditions that records of a class can be asked, in a list for each field."""
    return _conditions_of(cast(Any, kind))


@cache
def _conditions_of(kind: Any) -> Sequence[Sequence[Condition]]:
    asked = (tuple(_conditions_on(described)) for described in _described(kind))
    return [conditions for conditions in asked if conditions]


def _events(kind: type[Record]) -> list[Event]:
    days = _days(kind)
    return [*map(AllOf, days), AllOf(days), FirstOf(days)]


@st.composite
def _rules_of(draw: DrawFn, kind: type[Record]) -> Counting:
    keys = [item.name for item in _described(kind) if item.thing is not None]
    asked = (
        draw(st.sampled_from((None, None, None, *conditions))) for conditions in conditions_of(kind)
    )
    return Counting(
        of=kind,
        each=draw(st.sampled_from((*keys, BY_RECORD))),
        on=draw(st.sampled_from(_events(kind))),
        until=draw(st.sampled_from((None, None, *_days(kind)))),
        where=tuple(condition for condition in asked if condition is not None),
    )


def counting_rules(kind: type[Record] | None = None) -> SearchStrategy[Counting]:
    """Draw counting rules.

    Args:
        kind: The class of records that they count; `None` for any class of the library.

    Returns:
        A strategy for rules with any key, days and conditions.
    """
    kinds = COUNTABLE if kind is None else (kind,)
    return st.one_of([_rules_of(chosen) for chosen in kinds])


def conditions(kind: type[Any]) -> SearchStrategy[Any]:
    """Draw conditions of one class; also on fields of records that an embedder defines."""
    every = (one for of in COUNTABLE for asked in conditions_of(of) for one in asked)
    own = [one for one in every if type(one) is kind]
    return st.sampled_from([*own, *(evolve(one, field="made_up") for one in own)])


def events(kind: type[Any]) -> SearchStrategy[Any]:
    """Draw days on which records are counted, of one class."""
    every = [event for of in COUNTABLE for event in _events(of)]
    return st.sampled_from([event for event in every if type(event) is kind])


def not_met() -> SearchStrategy[NotMet]:
    """Draw conditions that a record did not meet."""
    every = [(of, one) for of in COUNTABLE for asked in conditions_of(of) for one in asked]
    values: SearchStrategy[str | bool | int] = st.sampled_from(("made up", True, 1))
    return st.tuples(st.sampled_from(every), values).map(lambda drawn: NotMet(*drawn[0], drawn[1]))
