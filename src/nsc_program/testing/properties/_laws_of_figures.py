"""Laws about figures: which figures decide a target, and at which number it turns."""

from fractions import Fraction
from itertools import pairwise

from attrs import evolve
from hypothesis import strategies as st

from nsc_program.figures._tally import Figure, Figures, tally
from nsc_program.plan._bounds import Reached
from nsc_program.plan._program import Program
from nsc_program.plan._readings import Reading
from nsc_program.testing.properties._running import Drawing, hold, require
from nsc_program.testing.properties._shared import (
    DECIDED,
    draw_near,
    for_targets,
    judged_days,
    require_kept,
    statuses_of,
)
from nsc_program.testing.strategies import figures, readings
from nsc_program.values._ranges import Range
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

    def law(draw: Drawing, target: str) -> None:
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

    for_targets(program, law)


def nothing_known_decides_nothing(program: Program) -> None:
    """Require that no target is decided before anything is known.

    A target that is decided then cannot be missed, or cannot be attained.

    Args:
        program: The plan.

    Raises:
        AssertionError: If the law does not hold.
    """

    def law(draw: Drawing) -> None:
        nothing = Figures(draw(judged_days(program), "as_of"))
        statuses = statuses_of(program, nothing, draw(readings(program), "reading"))
        for name, status in statuses.items():
            require(
                status not in DECIDED,
                f"{name}: {status} before anything is known; is its number possible?",
            )

    hold(law)


def narrower_figures_keep_what_is_decided(program: Program) -> None:
    """Require that a decided verdict stays the same when a figure becomes narrower.

    This is law 7.

    Args:
        program: The plan.

    Raises:
        AssertionError: If the law does not hold.
    """

    def law(draw: Drawing) -> None:
        drawn, reading = draw(figures(program), "figures"), draw(readings(program), "reading")
        narrower = tuple(_narrower(draw, program, figure) for figure in drawn.figures)
        before = statuses_of(program, drawn, reading)
        after = statuses_of(program, evolve(drawn, figures=narrower), reading)
        require_kept(before, after, "with narrower figures")

    hold(law)


def _narrower(draw: Drawing, program: Program, figure: Figure) -> Figure:
    """Narrow a figure to one of its possible numbers: an end, or a number near an end."""
    indicator = program.indicator(figure.indicator)
    possible = indicator.narrow(figure.range) or figure.range
    ends = [end for end in (possible.low, possible.high) if end is not None] or [Fraction(0)]
    numbers = [end + step for end in ends for step in (0, 1, -1, 1000) if end + step in possible]
    number = draw(st.sampled_from(numbers), "narrower") if numbers else None
    return figure if number is None else evolve(figure, range=Range.exactly(number))


def an_open_verdict_can_go_either_way(program: Program) -> None:
    """Require that a total which is not decided has numbers that attain and numbers that miss.

    This is law 4.

    Args:
        program: The plan.

    Raises:
        AssertionError: If the law does not hold.
    """

    def law(draw: Drawing, target: str) -> None:
        drawn, reading = draw(figures(program), "figures"), draw(readings(program), "reading")
        verdict = decide(program, target, drawn, reading)
        if verdict.status not in DECIDED:
            numbers = _turning(verdict)
            statuses = {_at(program, drawn, reading, verdict, number) for number in numbers}
            require(
                set(DECIDED) <= statuses,
                f"{target}: {verdict.status}, but it could only be {statuses}",
            )

    for_targets(program, law, (Reached,))


def _turning(verdict: Verdict) -> list[Fraction]:
    """Return possible numbers of a total, on both sides of every number where its target turns."""
    (comparison,) = verdict.comparisons
    ranges = [span for span in (comparison.sure, comparison.possible) if span]
    both = {end for span in ranges for end in (span.low, span.high)}
    ends = sorted(end for end in both if end is not None)
    between = [(low + high) / 2 for low, high in pairwise(ends)]
    near = [*between, *(end + step for end in ends for step in (0, 1, -1))]
    possible = [number for number in near if number in comparison.possible]
    narrowed = [verdict.indicator.narrow(Range.exactly(number)) for number in possible]
    return [span.low for span in narrowed if span is not None and span.low is not None]


def _at(
    program: Program, drawn: Figures, reading: Reading, verdict: Verdict, number: Fraction
) -> Status:
    """Return the status of the same target if its total is this number."""
    indicator, period = verdict.indicator.id, verdict.comparisons[0].period
    others = [
        figure
        for figure in drawn.figures
        if (figure.indicator, figure.period) != (indicator, period)
    ]
    total = Figure(indicator, period, Range.exactly(number))
    return decide(
        program, verdict.target.id, evolve(drawn, figures=(*others, total)), reading
    ).status
