"""Validators of fields, taken apart into the single ones that they are made of.

This works for `and_`, `optional` and `deep_iterable` of attrs, and for `tuple_of` of this library.
Any other validator stays whole.
"""

import inspect
from collections.abc import Iterable, Iterator, Mapping
from types import FunctionType
from typing import Any, NamedTuple

from attrs.validators import and_, deep_iterable, optional

from nsc_program.values._validators import no_repeats


class Check(NamedTuple):
    """One of the validators of a field.

    Attributes:
        rule: the validator.
        spares_none: whether `None` is not shown to it.
    """

    rule: Any
    spares_none: bool


def checks_of(validator: Any, *, spares_none: bool = False) -> Iterator[Check]:
    """Yield the single validators of a value, taken out of `and_` and `optional`.

    Args:
        validator: the validator of a field; `None` if it does not have one.
        spares_none: whether `None` is not shown to the validator.
    """
    if type(validator) is _AND:
        for part in validator._validators:
            yield from checks_of(part, spares_none=spares_none)
    elif type(validator) is _OPTIONAL:
        yield from checks_of(validator.validator, spares_none=True)
    elif validator is not None:
        yield Check(validator, spares_none)


_AND: type[Any] = type(and_(no_repeats))
_OPTIONAL: type[Any] = type(optional(no_repeats))


def checks_of_items(checks: Iterable[Check]) -> list[Check]:
    """Return the validators of the items of a tuple.

    Args:
        checks: the validators of the tuple.
    """
    return [inner for check in checks for inner in checks_of(_validator_of_items(check.rule))]


def _validator_of_items(rule: Any) -> Any:
    if type(rule) is OF_ITEMS:
        return rule.member_validator
    return closed_over(rule)["validate_item"] if made_by(rule) == "tuple_of" else None


def checks_of_tuple(checks: Iterable[Check]) -> list[Check]:
    """Return the validators of a tuple as a whole.

    Args:
        checks: its validators, some of which look at its items.
    """
    return [inner for check in checks for inner in _of_the_whole(check)]


def _of_the_whole(check: Check) -> Iterable[Check]:
    is_of_items = type(check.rule) is OF_ITEMS
    return checks_of(check.rule.iterable_validator) if is_of_items else (check,)


OF_ITEMS: type[Any] = type(deep_iterable(no_repeats))


def made_by(rule: Any) -> str:
    """Return the name of the library's function that is a validator or made it.

    Args:
        rule: the validator.

    Returns:
        The name; nothing for a validator that is not the library's.
    """
    is_ours = isinstance(rule, FunctionType) and rule.__module__.startswith("nsc_program.")
    return rule.__qualname__.partition(".")[0] if is_ours else ""


def closed_over(rule: Any) -> Mapping[str, Any]:
    """Return what the function that made a validator gave it, by name.

    Args:
        rule: a validator that such a function made.
    """
    return inspect.getclosurevars(rule).nonlocals
