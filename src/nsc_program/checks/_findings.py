"""What looks wrong in a register without being refused: each rule a small function that yields its findings."""

from collections.abc import Iterable
from itertools import chain

from nsc_program.checks import _absences, _days, _entries, _plan
from nsc_program.checks._inspected import Inspected, Rule
from nsc_program.checks._types import Finding
from nsc_program.records._register import Register
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
    _days.claims_outdated,
    _plan.unknown_indicators,
    _plan.reports_not_used,
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

WITHOUT_EFFECT: tuple[Rule, ...] = (_plan.unknown_indicators, _plan.reports_not_used)
"""The rules about what the plan has no use for: it may be another plan's, or misspelt."""


def findings(
    evaluation: Evaluation, register: Register, *, rules: Iterable[Rule] = RULES
) -> tuple[Finding, ...]:
    """List what looks wrong in a register although it was accepted: điểm cần kiểm tra.

    A finding changes no figure and no verdict, and none holds a person's key.

    Args:
        evaluation: the result of the register, as `assess` or `evaluate` returned it.
        register: the register that its figures were tallied from.
        rules: the checks to make; all of them unless given.

    Raises:
        InvalidValue: for an evaluation that was read from a document: it holds neither the plan nor
            the figures.
    """
    seen = Inspected(evaluation, register)
    return tuple(dict.fromkeys(chain.from_iterable(rule(seen) for rule in rules)))
