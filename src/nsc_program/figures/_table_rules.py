"""Counting rules as expressions over the columns of a table.

What a row counts for is a grade: 2 where it surely counts, 1 where it may count, and 0 where it
does not. The grade of a key is the greatest grade of its rows, so one maximum unites them.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import reduce
from operator import and_, or_
from typing import Any, TypeAlias

import narwhals.stable.v2 as nw

from nsc_program.plan._conditions import (
    AllOf,
    Condition,
    Event,
    HasAtLeast,
    Includes,
    OneOf,
    Within,
)
from nsc_program.plan._counting import Counting
from nsc_program.values._ranges import Range

Frame: TypeAlias = "nw.LazyFrame[Any]"
"""A table whose expressions are computed when a result is asked for."""

JOINER = ";"
"""The sign between the values of a field with several values, which a table holds as one text."""
BRANCH = "^[0-9]{10}-?(?:[1-9][0-9][0-9]|0[1-9][0-9]|00[1-9])$"
"""The code of a branch, in a form that means the same on every engine."""
_HEAD_OFFICE = 10
_LARGEST = 2**63 - 1


def one_if(flag: nw.Expr) -> nw.Expr:
    """Return 1 where a flag is true and 0 where it is not; some engines cannot add flags up.

    Args:
        flag: the flag, which is never null.
    """
    return flag.cast(nw.Int32).cast(nw.Int64)


def asked_by(rule: Counting) -> tuple[str, ...]:
    """Return the columns that a rule looks at, besides those that every rule looks at.

    Args:
        rule: the rule.
    """
    number = () if rule.number is None else (rule.number,)
    until = () if rule.until is None else (rule.until,)
    return tuple(dict.fromkeys((rule.each, *number, *rule.on.fields, *until, *rule.looks_at)))


def grade(where: Iterable[Condition]) -> nw.Expr:
    """Return what a row counts for by its conditions, whenever it happened.

    Args:
        where: the conditions.
    """
    stands = ~nw.col("annulled")
    answers = [(_is_met(condition), nw.col(condition.field)) for condition in where]
    possible = _every([stands, *(met | column.is_null() for met, column in answers)])
    certain = _every([stands, nw.col("verified"), *(met for met, _ in answers)])
    return (possible.cast(nw.Int32) + certain.cast(nw.Int32)).cast(nw.Int8)


def _every(flags: Iterable[nw.Expr]) -> nw.Expr:
    return reduce(and_, flags)


def _some(flags: Iterable[nw.Expr]) -> nw.Expr:
    return reduce(or_, flags)


def _is_met(condition: Condition) -> nw.Expr:
    """Return whether the answer of a condition is yes; an unknown value is not a yes."""
    return _answer(condition).fill_null(value=False)


def _answer(condition: Condition) -> nw.Expr:
    """Return the answer of a condition, which is null or no for an unknown value."""
    column = nw.col(condition.field)
    match condition:
        case OneOf(_, values):
            return _some([column == value for value in values])
        case Includes(_, value):
            return _includes(column, value)
        case HasAtLeast(_, number):
            return _number_of_values(column) >= number
        case Within(_, numbers):
            return _is_within(column, numbers)
        case _:
            return ~column.is_null()


def _nothing(column: nw.Expr) -> nw.Expr:
    return column.is_null() & ~column.is_null()


def _includes(column: nw.Expr, value: str) -> nw.Expr:
    if JOINER in value:
        return _nothing(column)
    sign = nw.lit(JOINER)
    joined = nw.concat_str(sign, column, sign)
    return joined.str.contains(f"{JOINER}{value}{JOINER}", literal=True)


def _number_of_values(column: nw.Expr) -> nw.Expr:
    """Return the number of values in a text that joins them; an empty text has no value."""
    joined = column.str.replace_all(JOINER, "", literal=True)
    signs = column.str.len_chars().cast(nw.Int64) - joined.str.len_chars().cast(nw.Int64)
    return nw.when(column == "").then(nw.lit(0)).otherwise(signs + 1)


def _is_within(column: nw.Expr, numbers: Range) -> nw.Expr:
    """Return whether a whole number lies in a range; databases hold them up to 2^63 - 1."""
    whole = numbers.whole()
    if whole is None:
        return _nothing(column)
    low = -_LARGEST if whole.low is None else max(int(whole.low), -_LARGEST)
    high = _LARGEST if whole.high is None else min(int(whole.high), _LARGEST)
    return _nothing(column) if low > high else (column >= low) & (column <= high)


def happened(on: Event, until: str | None, first: date, last: date) -> nw.Expr:
    """Return whether a row is counted on a day from the first to the last.

    Args:
        on: the days of the rule.
        until: the column with the last day of validity; `None` if nothing ends.
        first: the first day.
        last: the last day.
    """
    unite, has_come = (_every, _some) if isinstance(on, AllOf) else (_some, _every)
    days = [nw.col(name) for name in on.fields]
    by_then = unite([(day <= last).fill_null(value=False) for day in days])
    # A day that has not come is not before the first day, as by_then decides about it.
    is_first = isinstance(on, AllOf)
    not_before = has_come([(day >= first).fill_null(value=not is_first) for day in days])
    return by_then & not_before & _is_valid(unite, days, until)


def _is_valid(
    unite: Callable[[Iterable[nw.Expr]], nw.Expr], days: Sequence[nw.Expr], until: str | None
) -> nw.Expr:
    """Return whether the validity had not ended on the day on which a row is counted."""
    if until is None:
        return nw.lit(value=True)
    end = nw.col(until)
    return unite([(day <= end).fill_null(value=False) for day in days]) | end.is_null()


def key_and_size(rule: Counting) -> tuple[nw.Expr, nw.Expr]:
    """Return the key of the thing that a row is about, and 0 or the number of things without keys.

    Things without keys have a key that no other thing can have: it begins with two spaces.

    Args:
        rule: a rule that counts the things.
    """
    key = nw.col(rule.each)
    unnamed, size = key.is_null(), nw.lit(1)
    if rule.number is not None:
        number = nw.col(rule.number).cast(nw.Int64)
        has_number = (number != 0).fill_null(value=False)
        unnamed, size = unnamed | has_number, nw.when(has_number).then(number).otherwise(1)
    of_record = nw.concat_str(nw.lit(f"  {rule.of.__name__}  "), nw.col("id"))
    named = _folded(key) if rule.key.folds else key
    return (
        nw.when(unnamed).then(of_record).otherwise(named),
        nw.when(unnamed).then(size.cast(nw.Int64)).otherwise(0),
    )


def has_unnamed(rule: Counting) -> bool:
    """Return whether a row may stand for things without keys.

    Args:
        rule: a rule that counts the things.
    """
    return rule.key.optional or rule.number is not None


def named_key(rule: Counting) -> nw.Expr:
    """Return the key of the thing that a row is about, if every row has one.

    Args:
        rule: a rule that counts the things.
    """
    return _folded(nw.col(rule.each)) if rule.key.folds else nw.col(rule.each)


def _folded(key: nw.Expr) -> nw.Expr:
    """Return the code of the head office for the code of a branch."""
    is_branch = key.str.contains(BRANCH).fill_null(value=False)
    return nw.when(is_branch).then(key.str.slice(0, _HEAD_OFFICE)).otherwise(key)
