"""Laws about readings: the sweep over all of them, the tolerance, and the baseline of a change."""

from collections.abc import Iterable, Mapping
from functools import partial

from attrs import evolve
from hypothesis import strategies as st

from nsc_program.figures._figures import Figure, Figures
from nsc_program.plan._bases import Difference, Growth, MeanGrowth
from nsc_program.plan._program import Program
from nsc_program.plan._questions import LEAST_TOLERANCE, MOST_TOLERANCE, AnswerValue
from nsc_program.plan._readings import Asking, Reading
from nsc_program.plan._wanted import wanted
from nsc_program.testing.properties._running import Drawing, hold, require
from nsc_program.testing.properties._shared import (
    draw_figures_and_reading,
    for_targets,
    statuses_of,
)
from nsc_program.testing.strategies import readings
from nsc_program.values._periods import Period
from nsc_program.values._ranges import Range
from nsc_program.verdicts._evaluation import decide
from nsc_program.verdicts._status import Status
from nsc_program.verdicts._sweep import TargetSweep, sweep

RANK = {Status.MISSED: 0, Status.PENDING: 1, Status.UNDECIDED: 1, Status.ATTAINED: 2}


def a_sweep_is_every_reading(program: Program) -> None:
    """Require that a sweep gives the status that each single reading gives.

    A status that the sweep calls settled is then the same under all readings. This is law 8.

    Args:
        program: The plan.

    Raises:
        AssertionError: If the law does not hold.
    """
    hold(partial(_a_sweep_is_every_reading, program))


def _a_sweep_is_every_reading(program: Program, draw: Drawing) -> None:
    """Require that the outcomes which agree with one reading have its status."""
    drawn, reading = draw_figures_and_reading(draw, program)
    swept = sweep(program, drawn)
    answers = {question.id: reading.answer(question) for question in swept.questions}
    for name, status in statuses_of(program, drawn, reading).items():
        in_sweep = _statuses_under(answers, swept[name])
        require(
            in_sweep == {status},
            f"{name}: {status} under this reading, and {in_sweep} in the sweep",
        )


def _statuses_under(answers: Mapping[str, AnswerValue], swept: TargetSweep) -> set[Status]:
    """Return the statuses of the outcomes that agree with answers to all questions."""
    return {outcome.status for outcome in swept.outcomes if outcome.agrees(answers)}


def more_tolerance_lowers_nothing(program: Program) -> None:
    """Require that no status falls as the tolerance grows: missed, then open, then attained.

    This is law 9.

    Args:
        program: The plan.

    Raises:
        AssertionError: If the law does not hold.
    """
    hold(partial(_more_tolerance_lowers_nothing, program))


def _more_tolerance_lowers_nothing(program: Program, draw: Drawing) -> None:
    """Require that no status is lower at the larger of two tolerances."""
    drawn, reading = draw_figures_and_reading(draw, program)
    small, large = sorted(draw(st.tuples(_TOLERANCES, _TOLERANCES), "tolerances"))
    less = statuses_of(program, drawn, evolve(reading, tolerance=small))
    more = statuses_of(program, drawn, evolve(reading, tolerance=large))
    for name in less:
        require(
            RANK[less[name]] <= RANK[more[name]],
            f"{name}: {less[name]} at {small}, {more[name]} at {large}",
        )


_TOLERANCES = st.fractions(LEAST_TOLERANCE, MOST_TOLERANCE, max_denominator=10_000)


def growth_has_no_scale(program: Program) -> None:
    """Require that growth has the same status when both periods have twice as much.

    The baseline is the number that was achieved, not a planned one. This is law 6.

    Args:
        program: The plan.

    Raises:
        AssertionError: If the law does not hold.
    """
    for_targets(program, partial(_growth_has_no_scale, program), (Growth, MeanGrowth))


def _growth_has_no_scale(program: Program, draw: Drawing, target: str) -> None:
    """Require that a status stays the same when the baseline and the phase are doubled."""
    reading, numbers = _draw_achieved(draw, program)
    status = _changed(program, target, reading, numbers)
    doubled = _changed(program, target, reading, [2 * number for number in numbers])
    require(
        status is doubled, f"{target}: {status} from {numbers}, and {doubled} from twice as much"
    )


def differences_have_no_level(program: Program) -> None:
    """Require that a difference has the same status when both periods have as much more.

    The baseline is the number that was achieved, not a planned one. This is law 6.

    Args:
        program: The plan.

    Raises:
        AssertionError: If the law does not hold.
    """
    for_targets(program, partial(_differences_have_no_level, program), (Difference,))


def _differences_have_no_level(program: Program, draw: Drawing, target: str) -> None:
    """Require that a status stays the same when the baseline and the phase are raised alike."""
    reading, numbers = _draw_achieved(draw, program)
    more = draw(st.integers(1, 40), "more")
    status = _changed(program, target, reading, numbers)
    raised = _changed(program, target, reading, [number + more for number in numbers])
    require(
        status is raised,
        f"{target}: {status} from {numbers}, and {raised} from {more} more",
    )


def _draw_achieved(draw: Drawing, program: Program) -> tuple[Reading, list[int]]:
    """Draw a reading that looks at achieved baselines, and the numbers of two periods."""
    reading = evolve(draw(readings(program), "reading"), planned_baseline=False)
    pairs = st.lists(st.integers(0, 40), min_size=2, max_size=2)
    return reading, draw(pairs, "baseline and phase")


def _changed(program: Program, target: str, reading: Reading, numbers: Iterable[int]) -> Status:
    """Return the status of a change, given the numbers of its baseline and of what is compared."""
    indicator = program.indicator_of(target, reading).id
    # If the baseline is the phase itself, the number of the phase holds.
    by_period = dict(zip(_compared_periods(program, target, reading), numbers, strict=True))
    grown = (
        Figure(indicator, period, Range.exactly(number)) for period, number in by_period.items()
    )
    known = Figures(program.period.end, tuple(grown))
    return decide(program, target, known, reading).status


def _compared_periods(program: Program, target: str, reading: Reading) -> list[Period]:
    """Return the baseline of a change, and the period that is compared with it."""
    asked = wanted(program, program.target(target), Asking(reading))
    return [*(start.period for start in (asked.start,) if start), asked.period]
