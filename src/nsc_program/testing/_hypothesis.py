"""Register a strategy for every public type as soon as Hypothesis is imported.

Hypothesis finds `register_types` through an entry point of this package, and calls it in the tests
of unrelated projects too. This module therefore imports nothing until it is called, and then only
the types. The strategies are imported when a test first asks for one.
"""

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from typing import Any

_ROOMS = ("values", "records", "plan", "figures", "verdicts", "checks")


@cache
def public_types() -> tuple[type[Any], ...]:
    """Return every public type that has fields."""
    attrs = import_module("attrs")
    return tuple(
        value for value in _public_values() if isinstance(value, type) and attrs.has(value)
    )


def _public_values() -> Iterator[object]:
    """Yield the public values with names in mixed case; a plan's name is in capitals."""
    for room_name in _ROOMS:
        room = import_module(f"nsc_program.{room_name}")
        for name in dir(room):
            # To look up a plan would import it.
            if name[0].isupper() and not name.isupper():
                yield getattr(room, name)


def register_types() -> None:
    """Let `from_type` draw every public type.

    Nothing is registered if this library cannot be imported, so that the tests of an unrelated
    project still run.
    """
    try:
        types = public_types()
    except ImportError:
        return
    register = import_module("hypothesis.strategies").register_type_strategy
    for kind in types:
        register(kind, _strategy_of)


def _strategy_of(kind: type[Any]) -> Any:  # noqa: ANN401  # a strategy or `NotImplemented`
    """Return the strategy for a public type.

    Hypothesis also asks for the types above a public type, such as `Sequence`. The answer for
    those is `NotImplemented`.
    """
    if kind not in public_types():
        return NotImplemented
    return import_module("nsc_program.testing.strategies._types").of_type(kind)
