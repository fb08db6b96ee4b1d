"""How a law is run: Hypothesis draws, and a broken law is an `AssertionError` with the least example it found."""

from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject, SearchStrategy


class Drawing:
    """What a law draws from; each thing drawn is shown under its name if the law does not hold."""

    def __init__(self, data: DataObject) -> None:
        """Draw from Hypothesis' own."""
        self._data = data

    def __call__(self, strategy: SearchStrategy[Any], name: str) -> Any:  # noqa: ANN401  # of whatever is drawn
        """Draw one value."""
        return self._data.draw(strategy, label=name)


def hold(law: Callable[[Drawing], None]) -> None:
    """Run a law as often as the profile says; how long an example takes is no law.

    Raises:
        AssertionError: if it does not hold.
    """

    @settings(
        deadline=None,
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
        phases=[phase for phase in Phase if phase is not Phase.explain],
    )
    @given(st.data())
    def held(data: DataObject) -> None:
        law(Drawing(data))

    held()


def require(condition: object, message: str) -> None:
    """Say what does not hold. No `assert`: Python may run without those.

    Raises:
        AssertionError: unless the condition does.
    """
    if not condition:
        raise AssertionError(message)
