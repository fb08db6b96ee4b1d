"""The entry to evaluation: the modules that decide are imported by the first evaluation.

So a program that names `evaluate` does not wait for them before it evaluates.
"""

from datetime import date

from nsc_program import figures, plan, records, verdicts
from nsc_program.figures._tally import tally
from nsc_program.plan._readings import Reading


def assess(
    program: "plan.Program",
    register: "records.Register",
    *,
    as_of: date,
    reading: Reading = Reading(),
) -> "verdicts.Evaluation":
    """Decide every target of a plan from a register: `tally`, then `evaluate`.

    Args:
        program: the plan.
        register: the records, claims of completeness, reports and rejected rows.
        as_of: the day of judgement.
        reading: how to understand the plan's ambiguous words.

    Returns:
        The verdict on each target, with the questions it rests on.

    Raises:
        InvalidType: if `as_of` is not a date.
        UnknownId: if the reading answers a question that the plan does not have.
        InvalidValue: for the reasons given at `tally` and `evaluate`.

    >>> from nsc_program import HANOI, Register
    >>> assess(HANOI, Register(), as_of=date(2024, 6, 30))["2021-2025/supported"].status.value
    'pending'
    """
    return evaluate(program, tally(program, register, as_of=as_of), reading)


def evaluate(
    program: "plan.Program", figures: "figures.Figures", reading: Reading = Reading()
) -> "verdicts.Evaluation":
    """Decide every target of a plan from its figures, under one reading.

    Args:
        program: the plan.
        figures: the figures for this plan, as `tally` returns them.
        reading: how to understand the plan's ambiguous words.

    Returns:
        The verdict on each target, with the questions it rests on.

    Raises:
        UnknownId: if the reading answers a question that the plan does not have.
        InvalidValue: if the reading gives an answer that is not admissible, if this edition of the
            plan was not in force yet on the day of judgement, or if the figures were made for
            another plan.
    """
    from nsc_program.verdicts._evaluation import evaluated  # noqa: PLC0415  # see the module's head

    return evaluated(program, figures, reading)
