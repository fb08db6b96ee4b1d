"""The command `compare-plans`."""

from pathlib import Path

import pytest

from command import run
from nsc_program import HANOI, NATIONAL
from nsc_program.serialization import from_json, to_json
from nsc_program.verdicts import PlanComparison, compare_plans


@pytest.fixture
def template(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Path:
    _, text, _ = run(capsys, "plan", "--template")
    path = tmp_path / "plan.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("vi", ("So sánh các kế hoạch", "VN-HN", "1.500")),
        ("en", ("Plans side by side", "VN-HN", "1,500")),
    ],
)
def test_plans_stand_side_by_side(
    capsys: pytest.CaptureFixture[str], template: Path, lang: str, words: tuple[str, ...]
) -> None:
    code, out, err = run(capsys, "compare-plans", "hanoi", "national", template, "--lang", lang)

    assert (0, "") == (code, err)
    assert [] == [word for word in words if word not in out]


def test_the_document_is_that_of_the_library(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "compare-plans", "hanoi", "national", "--format", "json")

    expected = compare_plans([HANOI, NATIONAL])
    assert (0, f"{to_json(expected)}\n") == (code, out)
    assert expected == from_json(out, PlanComparison)


@pytest.mark.parametrize(
    ("plans", "message"),
    [
        (["hanoi"], "PLAN: expected at least two plans to compare, got 1"),
        (["hanoi", "hanoi"], "PLAN: the plan 'hanoi' is given twice"),
        (["hanoi", "nationl"], "nationl: there is no such file or plan"),
    ],
)
def test_what_cannot_be_compared_is_refused(
    capsys: pytest.CaptureFixture[str], plans: list[str], message: str
) -> None:
    code, out, err = run(capsys, "compare-plans", *plans, "--lang", "en")

    assert (2, "") == (code, out)
    assert message in err
