"""Run a law with Hypothesis.

A broken law raises `AssertionError` with the smallest example that Hypothesis found.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject, SearchStrategy

T = TypeVar("T")


class Drawing:
    """The source of a law's values; Hypothesis shows each value by its name if the law fails."""

    def __init__(self, data: DataObject) -> None:
        """Take the object that Hypothesis draws from."""
        self._data = data

    def __call__(self, strategy: SearchStrategy[Any], name: str) -> Any:  # noqa: ANN401  # a value of any type
        """Draw one value."""
        return self._data.draw(strategy, label=name)


def run(check: Callable[[T], None], values: SearchStrategy[T], share: float = 1) -> None:
    """Check drawn values: a share of the number of examples that the profile sets.

    There is no deadline for a single example.

    Raises:
        AssertionError: If the check raises it; the example is then the smallest one.
    """

    @_share_of_profile(share)
    @given(values)
    def checked(value: T) -> None:
        check(value)

    checked()


def _share_of_profile(share: float) -> settings:
    """Return the settings of the profile, with a share of its number of examples."""
    profile = settings()
    return settings(
        max_examples=max(1, int(profile.max_examples * share)),
        deadline=None,
        # A database would mix up the examples of all laws and counters, under one name.
        database=None,
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
        phases=[phase for phase in profile.phases if phase is not Phase.explain],
    )


def hold(law: Callable[[Drawing], None]) -> None:
    """Run a law that draws its own values.

    Raises:
        AssertionError: If the law does not hold.
    """
    run(lambda data: law(Drawing(data)), st.data())


def require(condition: object, message: str) -> None:
    """Raise with a message unless a condition holds; Python may run without `assert`.

    Raises:
        AssertionError: If the condition is false.
    """
    if not condition:
        raise AssertionError(message)
