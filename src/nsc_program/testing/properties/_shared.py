"""The parts that the laws share: verdicts by target, and what a law draws for one target."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TypeAlias, cast, get_args

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from nsc_program.errors import InvalidValue
from nsc_program.figures._figures import Figure, Figures
from nsc_program.figures._notes import Clash
from nsc_program.plan._bases import Basis
from nsc_program.plan._program import Program
from nsc_program.plan._readings import Reading
from nsc_program.testing.properties._running import Drawing, hold, require
from nsc_program.testing.strategies import Near, days, figures, near_threshold, readings
from nsc_program.testing.strategies._fields import judged
from nsc_program.verdicts._assess import evaluate
from nsc_program.verdicts._status import Status
from nsc_program.verdicts._verdict import Verdict

Law: TypeAlias = Callable[[Program], None]
"""A law about a plan: a function that raises `AssertionError` for a plan that breaks it."""
Statuses: TypeAlias = dict[str, Status]
"""The status of each target, by the target's id."""

DECIDED = (Status.ATTAINED, Status.MISSED)


def statuses_of(program: Program, tallied: Figures, reading: Reading) -> Statuses:
    """Return the status of every target."""
    verdicts = evaluate(program, tallied, reading)
    return {name: verdict.status for name, verdict in verdicts.items()}


def has_clash(evidence: Figure | Verdict) -> bool:
    """Tell whether the pieces of evidence contradict each other."""
    return any(isinstance(note, Clash) for note in evidence.notes)


def require_kept(before: Statuses, after: Statuses, change: str) -> None:
    """Require that every decided status stays the same.

    Raises:
        AssertionError: If a status that was decided has changed.
    """
    for name, status in before.items():
        if status in DECIDED:
            require(after[name] is status, f"{name}: {status}, and {after[name]} {change}")


def for_targets(
    program: Program,
    law: Callable[[Drawing, str], None],
    on: tuple[type[Basis], ...] = get_args(Basis),
) -> None:
    """Run a law about single targets on some bases; a plan without them cannot break it.

    Raises:
        AssertionError: If the law does not hold.
    """
    ids = [target.id for target in program.targets if isinstance(target.basis, on)]
    if ids:
        hold(lambda draw: law(draw, draw(st.sampled_from(ids), "target")))


def draw_near(draw: Drawing, program: Program, target: str, reading: Reading) -> Near | None:
    """Draw a register near a target's number, or return `None` if the target does not turn."""
    try:
        near = near_threshold(program, target, reading=reading)
    except InvalidValue:
        return None
    return cast(Near, draw(near, "near"))


def draw_figures_and_reading(draw: Drawing, program: Program) -> tuple[Figures, Reading]:
    """Draw figures near the numbers of a plan, and a reading of it."""
    return draw(figures(program), "figures"), draw(readings(program), "reading")


def judged_days(program: Program) -> SearchStrategy[date]:
    """Draw days that the edition of a plan judges."""
    return days(program).map(partial(judged, program))
