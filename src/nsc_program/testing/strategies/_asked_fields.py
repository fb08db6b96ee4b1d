"""The values of fields that the counting rules of a plan ask for."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, final

from attrs import frozen

from nsc_program.plan._conditions import Condition, OneOf, Within
from nsc_program.plan._program import Program
from nsc_program.records._fields import record_fields
from nsc_program.records._records import AnyRecord
from nsc_program.values._validators import YEARS


@final
@frozen
class Asked:
    """What the rules of a plan ask for in records of one class.

    Attributes:
        names: The fields that decide whether a record counts, and as which thing.
        named: The texts and numbers that the rules name, by field.
        exact: Whether a record must say everything that the rules ask for.
    """

    names: frozenset[str]
    named: Mapping[str, Sequence[Any]]
    exact: bool

    def values(self, name: str, values: Sequence[Any]) -> Sequence[Any]:
        """Return the values that a field can have, those that rules name among them."""
        if name not in self.names or isinstance(values[0], date):
            return values
        every = (*values, *self.named.get(name, ()))
        known = tuple(value for value in every if value is not None)
        return known if self.exact and known else every


def asked_of(program: Program, kind: type[AnyRecord], *, exact: bool) -> Asked:
    """Return what the rules of a plan ask for in records of a class."""
    named: dict[str, list[Any]] = {}
    rules = [rule for _, rule in program.rules(kind)]
    for condition in (condition for rule in rules for condition in rule.where):
        described = record_fields(kind)[condition.field]
        values = _named(condition, is_text=described.base is str)
        allowed = (value for value in values if not described.is_year or value in YEARS)
        named.setdefault(condition.field, []).extend(allowed)
    return Asked(frozenset(named) | {rule.each for rule in rules}, named, exact)


def _named(condition: Condition, *, is_text: bool) -> Sequence[Any]:
    """Return texts and numbers that a condition names; enumerations are drawn whole anyway."""
    match condition:
        case OneOf(_, values) if is_text:
            return values
        case Within(_, possible):
            ends = [end for end in (possible.low, possible.high) if end is not None]
            return [int(end) + step for end in ends for step in (0, 1) if int(end) + step > 0]
        case _:
            return ()
