"""The inputs of `nox -s benchmarks -- hostile` are as described, and accepted or refused."""

import sys
from pathlib import Path

import pytest

from tracing import first_traced, untraced

BENCHMARKS = str(Path(__file__).parents[2] / "benchmarks")
sys.path.insert(0, BENCHMARKS)
try:
    from hostile import Cost, exponent, faults, length
    from hostile_inputs import KINDS
finally:
    sys.path.remove(BENCHMARKS)

SIZE = 700


@pytest.mark.parametrize("name", KINDS)
@first_traced
def test_an_input_of_each_kind_is_made_and_processed(name: str) -> None:
    kind = KINDS[name]
    empty, small = kind.make(0), kind.make(SIZE)

    assert empty != small
    kind.take(empty)
    kind.take(small)


def test_a_large_input_has_the_size_asked_for() -> None:
    sizes = {name: length(untraced(kind.make)(30_000)) for name, kind in KINDS.items()}

    assert {} == {name: size for name, size in sizes.items() if not 7_500 <= size <= 90_000}


def costs(*seconds: float, megabytes: float = 1) -> list[Cost]:
    return [Cost(25_000 * 2**at, each, megabytes) for at, each in enumerate(seconds)]


class TestCosts:
    """The benchmark says which cost of a kind is too high."""

    def test_the_growth_of_the_cost_is_measured_as_a_power(self) -> None:
        assert 1 == pytest.approx(exponent(costs(0.1, 0.2, 0.4)))
        assert 2 == pytest.approx(exponent(costs(0.1, 0.4, 1.6)))

    def test_times_that_are_too_short_count_as_flat(self) -> None:
        assert 0 == exponent(costs(0.001, 0.01, 0.1))
        assert [] == faults(costs(0.001, 0.01, 0.1))

    def test_each_fault_is_named(self) -> None:
        assert ["exponent above 1.2", "more than 2 s", "more than 300 MB"] == faults(
            costs(0.2, 1, 5, megabytes=301)
        )
        assert ["killed"] == faults([Cost(25_000, 30, 0, "killed")])
