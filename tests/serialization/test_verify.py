"""A result that was kept is verified against the plan and the figures that it rests on."""

import re
from datetime import date

import pytest
from attrs import evolve

from nsc_program import (
    HANOI,
    Evaluation,
    Fact,
    Figures,
    InvalidType,
    InvalidValue,
    Program,
    Reading,
    Register,
    compare_phases,
    evaluate,
    sweep,
    tally,
)
from nsc_program.serialization import digest, from_json, to_json, verify
from nsc_program.verdicts._results import Result

DAY = date(2026, 6, 30)
FIGURES = tally(HANOI, Register(), as_of=DAY)
OTHER = tally(HANOI, Register([Fact("supported", "SAMPLE-1", date(2024, 1, 5))]), as_of=DAY)
EVALUATION = evaluate(HANOI, FIGURES, Reading(strict=False))
RESULTS: list[Result] = [
    EVALUATION,
    sweep(HANOI, FIGURES),
    compare_phases(EVALUATION, "2021-2025", "2026-2030"),
]
EACH = pytest.mark.parametrize("result", RESULTS, ids=lambda result: type(result).__name__)


def stored(result: Result) -> Result:
    """Return a result as it comes back from its document."""
    return from_json(to_json(result), type(result))


@EACH
def test_a_result_rests_on_its_inputs(result: Result) -> None:
    verify(result, HANOI, FIGURES)
    verify(stored(result), HANOI, FIGURES)


@EACH
@pytest.mark.parametrize(
    ("program", "figures"), [(HANOI, OTHER), (evolve(HANOI, edition="another"), FIGURES)]
)
def test_other_inputs_are_noticed(result: Result, program: Program, figures: Figures) -> None:
    with pytest.raises(InvalidValue, match=r"^digest: the result has the digest '.*', but the"):
        verify(stored(result), program, figures)


@EACH
def test_an_altered_result_is_noticed(result: Result) -> None:
    altered = evolve(stored(result), program="another")

    assert digest(result) == digest(altered)
    with pytest.raises(InvalidValue, match=r"^the result was altered; evaluate again$"):
        verify(altered, HANOI, FIGURES)


def test_a_number_that_was_altered_in_the_document_is_noticed() -> None:
    text = to_json(EVALUATION)
    altered, count = re.subn(r'"low": 1425\b', '"low": 1424', text)

    assert 0 < count
    with pytest.raises(InvalidValue, match=r"^the result was altered; evaluate again$"):
        verify(from_json(altered, Evaluation), HANOI, FIGURES)


def test_a_result_of_another_version_is_verified_by_its_digest() -> None:
    other = evolve(stored(EVALUATION), library="nsc_program 99.0.0", title=HANOI.title)
    verify(other, HANOI, FIGURES)

    with pytest.raises(InvalidValue, match=r"give those that it was made from"):
        verify(other, HANOI, OTHER)


def test_arguments_of_other_classes_are_refused() -> None:
    with pytest.raises(InvalidType, match=r"^result: expected a Result, got str"):
        verify("", HANOI, FIGURES)  # type: ignore[arg-type]
    with pytest.raises(InvalidType, match=r"^program: expected a Program, got Figures"):
        verify(EVALUATION, FIGURES, HANOI)  # type: ignore[arg-type]
    with pytest.raises(InvalidType, match=r"^figures: expected a Figures, got Program"):
        verify(EVALUATION, HANOI, HANOI)  # type: ignore[arg-type]
