"""The command and documents: other plans, readings in files, and results for other systems."""

import json
from fractions import Fraction
from hashlib import sha256
from pathlib import Path

import pytest
from attrs import evolve

from building import AFTER, THINGS, plan_of, wanted
from command import SAMPLE, run
from nsc_program import (
    HANOI,
    AtLeast,
    Evaluation,
    Fact,
    Figures,
    Period,
    Program,
    Reading,
    Register,
    Status,
)
from nsc_program.plan import BudgetItem
from nsc_program.serialization import SCHEMAS, digest, from_json, schema, to_json
from nsc_program.verdicts import PhaseComparison, Sweep

pytestmark = pytest.mark.usefixtures("read_and_counted_once")

ON = ("--as-of", "2026-06-30")
PERIOD = Period.of_years(2021, 2025)
PLAN = plan_of(PERIOD, wanted(AtLeast(2)))


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.json"
    path.write_text(to_json(PLAN), encoding="utf-8")
    return path


@pytest.fixture
def register(tmp_path: Path) -> Path:
    rows = [Fact(THINGS.id, f"SAMPLE-{number}", PERIOD.end) for number in range(2)]
    path = tmp_path / "register.json"
    path.write_text(to_json(Register.complete_through(AFTER, rows)), encoding="utf-8")
    return path


def written(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> str:
    """Return the output of a command that succeeds."""
    code, out, err = run(capsys, *arguments)
    assert (0, "") == (code, err)
    return out.removesuffix("\n")


class TestAnotherPlan:
    def test_a_register_is_evaluated_against_it(
        self, capsys: pytest.CaptureFixture[str], plan: Path, register: Path
    ) -> None:
        text = written(
            capsys,
            "evaluate",
            register,
            "--program",
            plan,
            "--as-of",
            "2031-01-01",
            "--format",
            "json",
        )

        assert Status.ATTAINED is from_json(text, Evaluation)["phase/wanted"].status

    @pytest.mark.parametrize("command", ["sweep", "check", "funding"])
    def test_each_command_accepts_it(
        self, capsys: pytest.CaptureFixture[str], plan: Path, register: Path, command: str
    ) -> None:
        written(capsys, command, register, "--program", plan, "--as-of", "2031-01-01")

    def test_it_is_shown(self, capsys: pytest.CaptureFixture[str], plan: Path) -> None:
        assert "phase/wanted" in written(capsys, "plan", plan, "--lang", "en")
        assert to_json(PLAN) == written(capsys, "plan", plan, "--format", "json")

    def test_its_budget_is_shown_with_its_words(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        source = HANOI.funding_sources[0]
        year = Period.of_years(2024, 2024)
        item = BudgetItem(source=source.id, period=year, vnd=1_500_000, citations=source.citations)
        path = tmp_path / "budget.json"
        path.write_text(to_json(evolve(HANOI, budget=(item,))), encoding="utf-8")
        lines = written(capsys, "plan", path).splitlines()

        at = lines.index("Dự toán kinh phí")
        assert lines[at + 1].startswith("  ngân sách nhà nước, 2024: 1,5 triệu đồng: “")
        assert "Dự toán kinh phí" not in written(capsys, "plan")

    def test_hanois_is_the_default(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert HANOI == from_json(written(capsys, "plan", "--format", "json"), Program)

    def test_an_error_in_it_is_reported(
        self, capsys: pytest.CaptureFixture[str], plan: Path, register: Path
    ) -> None:
        plan.write_text(
            to_json(PLAN).replace('"unit": "enterprise"', '"unit": "enterprises"', 1),
            encoding="utf-8",
        )

        code, out, err = run(capsys, "evaluate", register, "--program", plan, *ON)

        assert (2, "") == (code, out)
        sentence = (
            "indicators[0].unit: không có đơn vị tính 'enterprises'; có phải là 'enterprise' không?"
        )
        assert f"nsc-program: {plan}: {sentence}\n" == err


class TestReadings:
    def test_an_option_overrides_a_document(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        reading = Reading(
            strict=False,
            tolerance=Fraction(0),
            choices={"trained": "participations", "cooperatives": "yes"},
        )
        path = tmp_path / "reading.json"
        path.write_text(to_json(reading), encoding="utf-8")
        options = (
            "--reading-from",
            path,
            "--reading",
            "tolerance=1/75",
            "--reading",
            "trained=persons",
        )

        text = written(capsys, "evaluate", SAMPLE, *ON, *options, "--format", "json")

        choices = {"trained": "persons", "cooperatives": "yes"}
        expected = Reading(strict=False, tolerance=Fraction(1, 75), choices=choices)
        assert expected == from_json(text, Evaluation).reading


class TestResults:
    def test_a_sweep_and_a_comparison(self, capsys: pytest.CaptureFixture[str]) -> None:
        swept = from_json(written(capsys, "sweep", SAMPLE, *ON, "--format", "json"), Sweep)
        compared = from_json(
            written(capsys, "compare", SAMPLE, *ON, "--format", "json"), PhaseComparison
        )

        assert ("expert-standard",) == swept["2021-2025/experts"].hinges
        assert ("2021-2025", "2026-2030") == (compared.earlier, compared.later)

    def test_the_digest_covers_three_documents(self, capsys: pytest.CaptureFixture[str]) -> None:
        plan = written(capsys, "plan", "--format", "json")
        figures = written(capsys, "figures", SAMPLE, *ON)
        evaluation = from_json(
            written(capsys, "evaluate", SAMPLE, *ON, "--format", "json"), Evaluation
        )
        documents = (plan, figures, to_json(evaluation.reading))
        lines = (
            json.dumps(json.loads(document), separators=(",", ":"), ensure_ascii=False)
            for document in documents
        )

        assert sha256("".join(f"{line}\n" for line in lines).encode()).hexdigest() == digest(
            evaluation
        )
        assert evaluation.as_of == from_json(figures, Figures).as_of


def test_the_sample_is_that_of_the_documentation(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    code, out, err = run(capsys, "sample", "-o", tmp_path / "register.json", "--lang", "en")

    assert (0, "") == (code, err)
    assert "This register is made up" in out
    assert Path(SAMPLE).read_bytes() == (tmp_path / "register.json").read_bytes()


class TestContract:
    @pytest.mark.parametrize("kind", SCHEMAS, ids=lambda kind: kind.__name__)
    def test_a_schema(self, capsys: pytest.CaptureFixture[str], kind: type) -> None:
        assert schema(kind) == json.loads(written(capsys, "schema", SCHEMAS[kind].split("/")[1]))

    def test_the_cases(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        folder = tmp_path / "new" / "cases"

        names = written(capsys, "conformance", folder).splitlines()

        assert sorted(str(path) for path in folder.iterdir()) == names
        assert {"nsc-program/cases/1"} == {
            json.loads(Path(name).read_bytes())["schema"] for name in names
        }
