"""Laws about readings: the sweep over all of them, the tolerance, and the baseline of growth."""

from collections.abc import Iterable
from typing import cast

from attrs import evolve
from hypothesis import strategies as st

from nsc_program.figures._tally import Figure, Figures
from nsc_program.plan._bounds import Growth
from nsc_program.plan._program import Program
from nsc_program.plan._readings import LEAST_TOLERANCE, MOST_TOLERANCE, Reading
from nsc_program.testing.properties._running import Drawing, hold, require
from nsc_program.testing.properties._shared import for_targets, statuses_of
from nsc_program.testing.strategies import figures, readings
from nsc_program.values._ranges import Range
from nsc_program.verdicts._evaluation import decide
from nsc_program.verdicts._status import Status
from nsc_program.verdicts._sweep import sweep

RANK = {Status.MISSED: 0, Status.PENDING: 1, Status.UNDECIDED: 1, Status.ATTAINED: 2}


def a_sweep_is_every_reading(program: Program) -> None:
    """Require that a sweep gives the status that each single reading gives.

    A status that the sweep calls settled is then the same under all readings. This is law 8.

    Args:
        program: The plan.

    Raises:
        AssertionError: If the law does not hold.
    """

    def law(draw: Drawing) -> None:
        drawn, reading = draw(figures(program), "figures"), draw(readings(program), "reading")
        swept, statuses = sweep(program, drawn), statuses_of(program, drawn, reading)
        answers = {question.id: reading.answer(question) for question in swept.questions}
        for name, status in statuses.items():
            outcomes = [outcome for outcome in swept[name].outcomes if outcome.agrees(answers)]
            in_sweep = {outcome.status for outcome in outcomes}
            require(
                in_sweep == {status},
                f"{name}: {status} under this reading, and {in_sweep} in the sweep",
            )

    hold(law)


def more_tolerance_lowers_nothing(program: Program) -> None:
    """Require that no status falls as the tolerance grows: missed, then open, then attained.

    This is law 9.

    Args:
        program: The plan.

    Raises:
        AssertionError: If the law does not hold.
    """

    def law(draw: Drawing) -> None:
        drawn, reading = draw(figures(program), "figures"), draw(readings(program), "reading")
        tolerances = st.fractions(LEAST_TOLERANCE, MOST_TOLERANCE, max_denominator=10_000)
        small, large = sorted(draw(st.tuples(tolerances, tolerances), "tolerances"))
        less = statuses_of(program, drawn, evolve(reading, tolerance=small))
        more = statuses_of(program, drawn, evolve(reading, tolerance=large))
        for name in less:
            require(
                RANK[less[name]] <= RANK[more[name]],
                f"{name}: {less[name]} at {small}, {more[name]} at {large}",
            )

    hold(law)


def growth_has_no_scale(program: Program) -> None:
    """Require that growth has the same status when both phases have twice as much.

    The baseline is the number that was achieved, not a planned one. This is law 6.

    Args:
        program: The plan.

    Raises:
        AssertionError: If the law does not hold.
    """

    def law(draw: Drawing, target: str) -> None:
        reading = evolve(draw(readings(program), "reading"), planned_baseline=False)
        pairs = st.lists(st.integers(0, 40), min_size=2, max_size=2)
        numbers = draw(pairs, "baseline and phase")
        status = _grown(program, target, reading, numbers)
        doubled = _grown(program, target, reading, [2 * number for number in numbers])
        require(
            status is doubled,
            f"{target}: {status} from {numbers}, and {doubled} from twice as much",
        )

    for_targets(program, law, (Growth,))


def _grown(program: Program, target: str, reading: Reading, numbers: Iterable[int]) -> Status:
    """Return the status of a growth target, given the numbers of its baseline and its phase."""
    basis = cast(Growth, program.target(target).basis)
    indicator = program.indicator_of(target, reading).id
    periods = basis.baseline, program.phase_of(target).period
    by_period = {
        period: Figure(indicator, period, Range.exactly(number))
        for period, number in zip(periods, numbers, strict=True)
    }
    all_figures = Figures(program.period.end, tuple(by_period.values()))
    return decide(program, target, all_figures, reading).status
