"""What Hypothesis calls when it is imported where this library is installed: its types get their strategies.

Hypothesis finds it by an entry point of the package. The strategies themselves are imported when one is asked for.
"""

from typing import Any

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

import nsc_program


def public_types() -> tuple[type[Any], ...]:
    """The public types that have fields."""
    faces = (getattr(nsc_program, name) for name in dir(nsc_program))
    return tuple(each for each in faces if isinstance(each, type) and attrs.has(each))


def register_types() -> None:
    """Let `from_type` draw every public type."""
    for kind in public_types():
        st.register_type_strategy(kind, _drawn)


def _drawn(kind: type[Any]) -> SearchStrategy[Any]:
    from nsc_program.strategies import _types  # noqa: PLC0415  # importing Hypothesis stays light

    return _types.of_type(kind)
