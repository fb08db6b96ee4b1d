"""Measure what one outcome of a sweep costs, over one decision.

    python benchmarks/sweep.py

The yardstick decides the target of each outcome once, under one reading that leads to the outcome.
It gives the same statuses.
"""

import sys
from datetime import date
from fractions import Fraction
from typing import Any

from rounds import Row, paired, show, times

from nsc_program import HANOI, NATIONAL, Reading, Register, Support, tally
from nsc_program.figures import Figures
from nsc_program.plan import WORDING, Program
from nsc_program.values import Range
from nsc_program.verdicts import Outcome, sweep
from nsc_program.verdicts._evaluation import decide

DAY = date(2025, 12, 31)
SUPPORTS = 1480


def _figures(program: Program) -> Figures:
    supports = [
        Support(
            id=f"s{number}",
            enterprise=f"SAMPLE-{number:04}",
            started_on=date(2024, 1, 1),
            completed_on=date(2024, 6, 30),
        )
        for number in range(SUPPORTS)
    ]
    return tally(program, Register.complete_through(DAY, supports), as_of=DAY)


def _within(tolerances: Range) -> Fraction:
    """Return a tolerance of a range, which has both ends."""
    return ((tolerances.low or Fraction(0)) + (tolerances.high or Fraction(0))) / 2


def _reading(outcome: Outcome) -> Reading:
    """Return a reading that leads to an outcome."""
    answers = {asked.question: asked.answer for asked in outcome.answers}
    wording: dict[str, Any] = {name: answers[name] for name in answers if name in WORDING}
    if outcome.tolerance is not None:
        wording["tolerance"] = _within(outcome.tolerance)
    own = {name: str(answer) for name, answer in answers.items() if name not in WORDING}
    return Reading(**wording, choices=own)


def _row(name: str, program: Program) -> Row:
    figures = _figures(program)
    decisions = [
        (swept.target.id, _reading(outcome), outcome.status)
        for swept in sweep(program, figures).targets
        for outcome in swept.outcomes
    ]
    for target, reading, status in decisions:
        if decide(program, target, figures, reading).status is not status:
            sys.exit("a decision gives another status than the sweep")

    def theirs() -> None:
        for target, reading, _ in decisions:
            _ = decide(program, target, figures, reading).status

    ratio = paired(times(20, lambda: sweep(program, figures)), times(20, theirs))
    what = f"sweep {name}'s plan, each of {len(decisions)} outcomes"
    return Row(what, "a decision under one reading", ratio, 1.3)


if __name__ == "__main__":
    sys.exit(show(_row(*plan) for plan in (("Hanoi", HANOI), ("the nation", NATIONAL))))
