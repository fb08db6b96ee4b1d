"""The entry to counting: the modules that count are imported by the first count.

So a program that names `tally` does not wait for them before it counts.
"""

from collections.abc import Iterable
from datetime import date

from nsc_program import figures, plan, records, values


def tally(
    program: "plan.Program",
    register: "records.Register",
    *,
    as_of: date,
    periods: "Iterable[values.Period]" = (),
) -> "figures.Figures":
    """Return the range of values that each indicator of a plan can still take in each period.

    Every way of counting is an indicator of its own, so this needs no reading.

    If the register is about a part of the plan's territory, a count is at least what the register
    says, and may be any greater number. A state or a share may have any value.

    Args:
        program: the plan; its periods are its phases, their years and the baselines of growth.
        register: the records, claims of completeness, reports and rejected rows.
        as_of: the day of judgement; the figures are known at its close.
        periods: further periods to count over, such as a reporting year (1/12-30/11) or a quarter.

    Returns:
        A figure for each indicator and period, the plan's own periods first.

    Raises:
        InvalidType: if `as_of` is not a date, or a datetime: only a day has a close; and for
            arguments of other classes.
        InvalidValue: if the register has a fact of a state, counts to a number that its indicator
            cannot take, or is about a territory that is not the plan's or a part of it.
    """
    from nsc_program.figures._tallying import counted  # noqa: PLC0415  # see the head of this module

    return counted(program, register, as_of, periods)
