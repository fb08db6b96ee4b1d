"""Findings together with what they are about, as a document keeps them."""

from collections.abc import Iterable
from datetime import date
from typing import Self, final

from attrs import field, frozen

from nsc_program.checks._types import Finding
from nsc_program.values._keys import is_id
from nsc_program.values._validators import is_a, is_date, tuple_of
from nsc_program.values._value import Value
from nsc_program.verdicts._evaluation import Evaluation
from nsc_program.verdicts._results import LIBRARY


@final
@frozen(kw_only=True)
class Findings(Value):
    """Các điểm cần kiểm tra: findings, with the plan and the day that they are about.

    Attributes:
        program: the id of the plan.
        edition: the edition of the plan.
        as_of: the day of judgement.
        library: the name and version of the library that found them.
        findings: the findings, as `findings` returns them.

    >>> from datetime import date
    >>> from nsc_program import HANOI, Register, assess, findings
    >>> evaluation = assess(HANOI, Register(), as_of=date(2024, 6, 30))
    >>> Findings.of(evaluation, findings(evaluation, Register())).findings
    ()
    """

    program: str = field(validator=is_id)
    edition: str = field(validator=is_id)
    as_of: date = field(validator=is_date)
    library: str = field(validator=is_id)
    findings: tuple[Finding, ...] = field(validator=tuple_of(is_a(Finding)))

    @classmethod
    def of(cls, evaluation: Evaluation, findings: Iterable[Finding]) -> Self:
        """Return the findings on an evaluation.

        Args:
            evaluation: the evaluation that they are on.
            findings: the findings, as `findings` returns them.
        """
        return cls(
            program=evaluation.program,
            edition=evaluation.edition,
            as_of=evaluation.as_of,
            library=LIBRARY,
            findings=tuple(findings),
        )
