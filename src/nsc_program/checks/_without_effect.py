"""The findings that every evaluation is worth a warning of, without the modules of the others."""

from typing import TYPE_CHECKING

from nsc_program.checks._inspected import Inspected, Rule, found_by
from nsc_program.checks._plan import (
    reports_left_out,
    reports_not_used,
    unknown_indicators,
    unknown_parts,
)
from nsc_program.records._register import Register
from nsc_program.verdicts._evaluation import Evaluation

if TYPE_CHECKING:
    from nsc_program.checks._types import Finding

_RULES: tuple[Rule, ...] = (
    unknown_indicators,
    unknown_parts,
    reports_not_used,
    reports_left_out,
)


def without_effect(evaluation: Evaluation, register: Register) -> "tuple[Finding, ...]":
    """Return the findings about entries that no figure uses; they may be misspelt, for example.

    Args:
        evaluation: the evaluation of the register.
        register: the register.
    """
    return found_by(_RULES, Inspected(evaluation, register))
