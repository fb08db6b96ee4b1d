"""Mistakes in a user's code: type checkers must report exactly the marked lines.

This file is checked, and never run.
"""

from datetime import date
from typing import assert_never

import nsc_program
from nsc_program import (
    HANOI,
    About,
    AtLeast,
    AtMost,
    Between,
    Evaluation,
    Figures,
    LessThan,
    MoreThan,
    Plain,
    Range,
    Reading,
    Register,
    Status,
    Support,
    evaluate,
    tally,
)
from nsc_program.plan import Bound
from nsc_program.serialization import from_json
from nsc_program.values import reconcile
from nsc_program.verdicts import PhaseComparison

DAY = date(2026, 6, 30)


def no_field_is_assigned(support: Support, range_: Range, evaluation: Evaluation) -> None:
    """Values are frozen, so their fields cannot be assigned."""
    support.completed_on = DAY  # refused
    range_.low = None  # refused
    evaluation.phases = ()  # refused
    evaluation["2021-2025/supported"] = evaluation.verdicts[0]  # refused


def no_number_is_a_float() -> None:
    """Numbers are exact, so a float or a text is an error."""
    Range(0.5, 1)  # refused
    AtLeast(0.5)  # refused
    Reading(tolerance=0.05)  # refused
    Range.exactly("3")  # refused


def arguments_are_as_declared(figures: Figures, register: Register) -> None:
    """The names, positions and types of arguments are checked."""
    tally(HANOI, register, DAY)  # refused
    tally(HANOI, register, as_of="2026-06-30")  # refused
    tally(HANOI, register)  # refused
    evaluate(HANOI, register)  # refused
    evaluate(figures, HANOI)  # refused
    evaluate(HANOI, figures, Reading(strict="yes"))  # refused
    Reading(False)  # refused
    Range(1, 2, True)  # refused
    Support("s1", "SAMPLE-1", DAY)  # refused
    Support(id="s1", enterprise="SAMPLE-1")  # refused
    Support(id="s1", enterprise="SAMPLE-1", started_on="2026-06-30")  # refused
    Register([1, 2])  # refused
    Register(completeness=["Support"])  # refused
    reconcile([1, 2])  # refused
    from_json("{}", "Register")  # refused


def results_are_of_their_classes(figures: Figures, changes: PhaseComparison) -> None:
    """A result is not of another class."""
    status: Status = evaluate(HANOI, figures)["2021-2025/supported"]  # refused
    register: Register = from_json("{}", Figures)  # refused
    number: int = Range(1, 2).low  # refused
    changes[0] = changes[1]  # refused
    changes["supported"]  # refused
    evaluate(HANOI, figures)[0]  # refused
    del status, register, number


def names_are_those_of_the_package() -> None:
    """A name that does not exist is an error, although names are imported when they are used."""
    nsc_program.evaluat  # refused
    nsc_program.HANOI.target_s  # refused


def a_bound_is_left_out(bound: Bound) -> str:
    """The `match` leaves out one member."""
    match bound:
        case AtLeast() | MoreThan() | About() | Between() | Plain() | AtMost():
            return "known"
        case _:
            assert_never(bound)  # refused


def a_status_is_left_out(status: Status) -> str:
    """The `match` leaves out one member."""
    match status:
        case Status.ATTAINED | Status.MISSED | Status.PENDING:
            return "known"
        case _:
            assert_never(status)  # refused


def a_class_is_extended() -> None:
    """Value classes are final, because a subclass could change equality."""

    class Strange(LessThan):  # refused
        """A subclass of a final class."""

    del Strange
