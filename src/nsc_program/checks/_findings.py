"""The rules that yield findings, and the function that applies them."""

from collections.abc import Iterable

from nsc_program.checks import _absences, _claims, _days, _entries, _plan
from nsc_program.checks._inspected import Inspected, Rule, found_by
from nsc_program.checks._types import Finding
from nsc_program.figures._territories import part_of
from nsc_program.records._register import Register
from nsc_program.values._validators import require
from nsc_program.verdicts._evaluation import Evaluation

RULES: tuple[Rule, ...] = (
    _absences.experts_not_trained,
    _absences.models_not_supported,
    _absences.enterprises_not_listed,
    _absences.rows_rejected,
    _days.supports_across_phases,
    _days.outside_phases,
    _days.keys_in_two_phases,
    _days.recorded_beforehand,
    _days.spent_before_start,
    _claims.claims_outdated,
    _plan.unknown_indicators,
    _plan.unknown_parts,
    _plan.reports_not_used,
    _plan.reports_left_out,
    _plan.clashing_evidence,
    _plan.parts_too_large,
    _plan.unlawful_sources,
    _entries.wrong_check_digits,
    _entries.kinds_that_differ,
    _entries.conditions_apart,
    _entries.keys_changed,
    _entries.entered_twice,
    _entries.keys_alike,
)
"""Every rule, in the order of the findings."""


def findings(
    evaluation: Evaluation, register: Register, *, rules: Iterable[Rule] | None = None
) -> tuple[Finding, ...]:
    """Return the entries of a register that look wrong but are not rejected (điểm cần kiểm tra).

    Findings do not change figures or verdicts, and never hold a person's key.

    Args:
        evaluation: the result of the register, as `assess` or `evaluate` returned it.
        register: the register that the figures of the evaluation were tallied from.
        rules: the rules to apply; all rules if they are left out.

    Returns:
        The findings, each once, in the order of the rules.

    Raises:
        InvalidType: for arguments of other classes.
        InvalidValue: for an evaluation that was read from a document, because it holds neither the
            plan nor the figures; and for a register about a territory that is not the plan's or a
            part of it.
    """
    require(Evaluation, "evaluation", evaluation)
    require(Register, "register", register)
    part_of(evaluation.made_from().program, register)
    return found_by(RULES if rules is None else rules, Inspected(evaluation, register))
