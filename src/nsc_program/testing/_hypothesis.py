"""What Hypothesis calls when it is imported where this library is installed: its types get their strategies.

Hypothesis finds it by an entry point of the package, in tests of other projects too. So it imports nothing before it is
called, and only the types then; the strategies are imported when one is asked for.
"""

from functools import cache
from importlib import import_module
from typing import Any

_ROOMS = ("values", "records", "plan", "figures", "verdicts", "checks")


@cache
def public_types() -> tuple[type[Any], ...]:
    """The public types that have fields: by their names in mixed case, so that no plan is imported."""
    attrs = import_module("attrs")
    rooms = (import_module(f"nsc_program.{room}") for room in _ROOMS)
    faces = (
        getattr(room, name)
        for room in rooms
        for name in dir(room)
        if name[0].isupper() and not name.isupper()
    )
    return tuple(each for each in faces if isinstance(each, type) and attrs.has(each))


def register_types() -> None:
    """Let `from_type` draw every public type. Where this library cannot be imported, others' tests must still run."""
    try:
        types = public_types()
    except ImportError:
        return
    register = import_module("hypothesis.strategies").register_type_strategy
    for kind in types:
        register(kind, _drawn)


def _drawn(kind: type[Any]) -> Any:  # noqa: ANN401  # a strategy, or what tells Hypothesis to ask others
    """Values of one of the types; of what is above them too, a `Sequence` say, Hypothesis asks, and is told nothing."""
    if kind not in public_types():
        return NotImplemented
    return import_module("nsc_program.testing.strategies._types").of_type(kind)
