"""Laws about figures: which figures decide a target, and at which number it turns."""

from fractions import Fraction
from functools import partial
from itertools import pairwise

from attrs import evolve
from hypothesis import strategies as st

from nsc_program.figures._figures import Figure, Figures
from nsc_program.figures._tally import tally
from nsc_program.plan._bases import During, Reached
from nsc_program.plan._program import Program
from nsc_program.testing.properties._running import Drawing, hold, require
from nsc_program.testing.properties._shared import (
    DECIDED,
    draw_figures_and_reading,
    draw_near,
    for_targets,
    judged_days,
    require_kept,
    statuses_of,
)
from nsc_program.testing.strategies import readings
from nsc_program.values._ranges import Range
from nsc_program.verdicts._comparisons import Comparison
from nsc_program.verdicts._evaluation import decide
from nsc_program.verdicts._status import Status
from nsc_program.verdicts._verdict import Verdict


def turns_at_its_number(program: Program) -> None:
    """Require that each target turns exactly at the number that its words accept.

    It must do so under every reading that decides it. This is law 5.

    Args:
        program: The plan.

    Raises:
        AssertionError: If the law does not hold.
    """
    for_targets(program, partial(_turns_at_its_number, program))


def _turns_at_its_number(program: Program, draw: Drawing, target: str) -> None:
    """Require that a target is decided by whether its count is on the accepted side."""
    reading = draw(readings(program), "reading")
    near = draw_near(draw, program, target, reading)
    if near is None:
        return
    tallied = tally(program, near.register, as_of=near.as_of)
    status = decide(program, target, tallied, reading).status
    expected = Status.ATTAINED if near.attained else Status.MISSED
    require(
        status is expected, f"{target}: {status} at {near.count}, and it turns at {near.number}"
    )


def nothing_known_decides_nothing(program: Program) -> None:
    """Require that no target is decided before anything is known.

    A target that is decided then cannot be missed, or cannot be attained.

    Args:
        program: The plan.

    Raises:
        AssertionError: If the law does not hold.
    """
    hold(partial(_nothing_known_decides_nothing, program))


def _nothing_known_decides_nothing(program: Program, draw: Drawing) -> None:
    """Require that without figures no status is decided."""
    nothing = Figures(draw(judged_days(program), "as_of"))
    statuses = statuses_of(program, nothing, draw(readings(program), "reading"))
    for name, status in statuses.items():
        require(
            status not in DECIDED,
            f"{name}: {status} before anything is known; is its number possible?",
        )


def narrower_figures_keep_what_is_decided(program: Program) -> None:
    """Require that a decided verdict stays the same when a figure becomes narrower.

    This is law 7.

    Args:
        program: The plan.

    Raises:
        AssertionError: If the law does not hold.
    """
    hold(partial(_narrower_figures_keep_what_is_decided, program))


def _narrower_figures_keep_what_is_decided(program: Program, draw: Drawing) -> None:
    """Require that decided statuses stay the same when each figure becomes one number."""
    drawn, reading = draw_figures_and_reading(draw, program)
    narrower = tuple(_narrower(draw, program, figure) for figure in drawn.figures)
    before = statuses_of(program, drawn, reading)
    after = statuses_of(program, evolve(drawn, figures=narrower), reading)
    require_kept(before, after, "with narrower figures")


def _narrower(draw: Drawing, program: Program, figure: Figure) -> Figure:
    """Narrow a figure to one of its possible numbers: an end, or a number near an end."""
    possible = program.indicator(figure.indicator).narrow(figure.range) or figure.range
    numbers = [number for number in _near_ends(possible) if number in possible]
    narrower = [Range.exactly(number) for number in numbers] or [figure.range]
    return evolve(figure, range=draw(st.sampled_from(narrower), "narrower"))


def _near_ends(possible: Range) -> list[Fraction]:
    """Return the ends of a range, or 0 if it has no end, and numbers near them."""
    ends = [end for end in (possible.low, possible.high) if end is not None] or [Fraction(0)]
    return [end + step for end in ends for step in (0, 1, -1, 1000)]


def an_open_verdict_can_go_either_way(program: Program) -> None:
    """Require that a total which is not decided has numbers that attain and numbers that miss.

    This is law 4.

    Args:
        program: The plan.

    Raises:
        AssertionError: If the law does not hold.
    """
    for_targets(program, partial(_an_open_verdict_can_go_either_way, program), (Reached, During))


def _an_open_verdict_can_go_either_way(program: Program, draw: Drawing, target: str) -> None:
    """Require that single numbers attain and miss a total that is not decided."""
    drawn, reading = draw_figures_and_reading(draw, program)
    verdict = decide(program, target, drawn, reading)
    if verdict.status in DECIDED:
        return
    totals = (_with_total(drawn, verdict, number) for number in _turning(verdict))
    statuses = {decide(program, target, known, reading).status for known in totals}
    require(
        set(DECIDED) <= statuses, f"{target}: {verdict.status}, but it could only be {statuses}"
    )


def _turning(verdict: Verdict) -> list[Fraction]:
    """Return possible numbers of a total, on both sides of every number where its target turns."""
    (comparison,) = verdict.comparisons
    around = (number for number in _around(_ends(comparison)) if number in comparison.possible)
    narrowed = (verdict.indicator.narrow(Range.exactly(number)) for number in around)
    return [span.low for span in narrowed if span is not None and span.low is not None]


def _ends(comparison: Comparison) -> list[Fraction]:
    """Return the ends of the numbers that are accepted and possible, in order."""
    ranges = [span for span in (comparison.sure, comparison.possible) if span]
    ends = {end for span in ranges for end in (span.low, span.high)}
    return sorted(end for end in ends if end is not None)


def _around(ends: list[Fraction]) -> list[Fraction]:
    """Return the numbers halfway between ends, the ends, and the numbers next to them."""
    between = [(low + high) / 2 for low, high in pairwise(ends)]
    return [*between, *(end + step for end in ends for step in (0, 1, -1))]


def _with_total(drawn: Figures, verdict: Verdict, number: Fraction) -> Figures:
    """Return figures in which the total of a target is a certain number."""
    about = verdict.indicator.id, verdict.comparisons[0].period
    others = [figure for figure in drawn.figures if (figure.indicator, figure.period) != about]
    return evolve(drawn, figures=(*others, Figure(*about, Range.exactly(number))))
