"""Verify a result that was kept: that it rests on given inputs, and says what they lead to."""

from nsc_program.errors import InvalidValue
from nsc_program.figures._figures import Figures
from nsc_program.plan._program import Program
from nsc_program.serialization._writing import digest, digest_of
from nsc_program.values._validators import require, shown
from nsc_program.verdicts._results import LIBRARY, Result


def verify(result: Result, program: Program, figures: Figures) -> None:
    """Verify that a result rests on a plan and figures, and says what they lead to.

    The digest of a result names what it rests on, and does not protect its verdicts: these are
    decided again and compared. Another version of the library may have decided otherwise, so a
    result of another version is only verified by its digest; `result.library` names the version.

    Args:
        result: an `Evaluation`, a `Sweep` or a `PhaseComparison`, also one that was read from a
            document.
        program: the plan.
        figures: the figures.

    Raises:
        InvalidType: for arguments of other classes.
        InvalidValue: if the digest is not that of the plan, the figures and the reading of the
            result (`other-inputs`), or if the same version of the library decides otherwise
            (`other-content`).

    >>> from datetime import date
    >>> from nsc_program import HANOI, Evaluation, Register, evaluate, tally
    >>> from nsc_program.serialization import from_json, to_json
    >>> figures = tally(HANOI, Register(), as_of=date(2024, 6, 30))
    >>> document = to_json(evaluate(HANOI, figures))
    >>> verify(from_json(document, Evaluation), HANOI, figures)
    >>> altered = document.replace("2021-2030", "2021-2040")
    >>> verify(from_json(altered, Evaluation), HANOI, figures)
    Traceback (most recent call last):
      ...
    nsc_program.errors.InvalidValue: the result was altered; evaluate again
    """
    require(Result, "result", result)
    require(Program, "program", program)
    require(Figures, "figures", figures)
    given = digest(result)
    expected = digest_of(program, figures, getattr(result, "reading", None))
    if given != expected:
        raise _other_inputs(given, expected)
    if result.library == LIBRARY and result != _decided(result, program, figures):
        raise _altered()


def _decided(result: Result, program: Program, figures: Figures) -> Result:
    """Return what a plan and figures lead to."""
    from nsc_program.verdicts._evaluation import Evaluation, evaluated  # noqa: PLC0415
    from nsc_program.verdicts._phase_comparison import (  # noqa: PLC0415
        PhaseComparison,
        compare_phases,
    )
    from nsc_program.verdicts._sweep import sweep  # noqa: PLC0415

    match result:
        case Evaluation():
            return evaluated(program, figures, result.reading)
        case PhaseComparison():
            evaluation = evaluated(program, figures, result.reading)
            return compare_phases(evaluation, result.earlier, result.later)
        case _:
            return sweep(program, figures)


def _other_inputs(given: str, expected: str) -> InvalidValue:
    return InvalidValue.at(
        "digest",
        code="other-inputs",
        vi=f"kết quả có mã băm {shown(given)}, còn kế hoạch, số liệu và cách hiểu này có "
        f"{shown(expected)}; hãy dùng đúng kế hoạch và số liệu của kết quả",
        en=f"the result has the digest {shown(given)}, but the plan, the figures and its reading "
        f"have {shown(expected)}; give those that it was made from",
    )


def _altered() -> InvalidValue:
    return InvalidValue.at(
        code="other-content",
        vi="kết quả đã bị sửa; hãy đánh giá lại",
        en="the result was altered; evaluate again",
    )
