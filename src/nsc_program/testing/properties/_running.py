"""How a law is run: Hypothesis draws, and a broken law is an `AssertionError` with the least example it found."""

from collections.abc import Callable
from typing import Any, TypeVar

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject, SearchStrategy

T = TypeVar("T")


class Drawing:
    """What a law draws from; each thing drawn is shown under its name if the law does not hold."""

    def __init__(self, data: DataObject) -> None:
        """Draw from Hypothesis' own."""
        self._data = data

    def __call__(self, strategy: SearchStrategy[Any], name: str) -> Any:  # noqa: ANN401  # of whatever is drawn
        """Draw one value."""
        return self._data.draw(strategy, label=name)


def run(check: Callable[[T], None], drawn: SearchStrategy[T], share: float = 1) -> None:
    """Check what is drawn, as many times as a share of what the profile says; how long an example takes is no law.

    Raises:
        AssertionError: as the check does, for the least example.
    """
    profile = settings()

    @settings(
        max_examples=max(1, int(profile.max_examples * share)),
        deadline=None,
        database=None,  # it would keep the examples of all laws and counters under this one function's name
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
        phases=[phase for phase in profile.phases if phase is not Phase.explain],
    )
    @given(drawn)
    def checked(value: T) -> None:
        check(value)

    checked()


def hold(law: Callable[[Drawing], None]) -> None:
    """Run a law that draws what it needs.

    Raises:
        AssertionError: if it does not hold.
    """
    run(lambda data: law(Drawing(data)), st.data())


def require(condition: object, message: str) -> None:
    """Say what does not hold. No `assert`: Python may run without those.

    Raises:
        AssertionError: unless the condition does.
    """
    if not condition:
        raise AssertionError(message)
