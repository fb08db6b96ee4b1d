"""The command: sweeps, comparisons, evidence, and readings given as options."""

from datetime import date
from pathlib import Path

import pytest

from command import SAMPLE, run
from nsc_program import HANOI, Evaluation, Figures, Period, Reading, Register, Status, tally
from nsc_program.serialization import from_json, to_json

pytestmark = pytest.mark.usefixtures("read_and_counted_once")

ON = ("--as-of", "2026-06-30")


class TestSweep:
    @pytest.mark.parametrize(
        ("lang", "words"),
        [
            ("vi", ["theo mọi cách hiểu", "nếu ít nhất 1,34% thì đạt", "Nguồn số liệu"]),
            ("en", ["under every admissible reading", "if at least 1.34%: attained", "Register"]),
        ],
    )
    def test_the_sample(
        self,
        capsys: pytest.CaptureFixture[str],
        monkeypatch: pytest.MonkeyPatch,
        lang: str,
        words: list[str],
    ) -> None:
        monkeypatch.setenv("COLUMNS", "200")

        code, out, err = run(capsys, "sweep", SAMPLE, *ON, "--lang", lang)

        assert (0, "") == (code, err)
        assert [] == [word for word in words if word not in " ".join(out.split())]
        assert all(f"\n{number} " in out for number in range(1, 11))


class TestFigures:
    """The figures of the plan's periods, and of the periods that reports are about."""

    @pytest.mark.parametrize(
        ("lang", "words"),
        [
            (
                "vi",
                [
                    "Số liệu thực hiện Kế hoạch số 149/KH-UBND",
                    "quý I/2026",
                    "92 – 93 doanh nghiệp",
                    "Theo số ước",
                    "chưa được xác minh",
                ],
            ),
            (
                "en",
                [
                    "Figures for plan 149/KH-UBND",
                    "Q1 2026",
                    "92 – 93 enterprises",
                    "If estimates are true",
                    "not verified",
                ],
            ),
        ],
    )
    def test_a_table_has_the_periods_that_are_asked_for(
        self,
        capsys: pytest.CaptureFixture[str],
        monkeypatch: pytest.MonkeyPatch,
        lang: str,
        words: list[str],
    ) -> None:
        monkeypatch.setenv("COLUMNS", "200")
        asked = ("--period", "quý I/2026", "--period", "2026-Q1", "--format", "table")

        code, out, err = run(capsys, "figures", SAMPLE, *ON, *asked, "--lang", lang)

        assert (0, "") == (code, err)
        assert [] == [word for word in words if word not in " ".join(out.split())]
        assert "2021" not in out.partition("═")[2]

    def test_a_table_has_all_periods_of_the_plan_without_the_option(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        out = run(capsys, "figures", SAMPLE, *ON, "--format", "table")[1]

        assert [] == [word for word in ("2021-2025", "2026-2030") if word not in out]

    def test_a_document_has_further_periods_too(self, capsys: pytest.CaptureFixture[str]) -> None:
        own = from_json(run(capsys, "figures", SAMPLE, *ON)[1], Figures)
        asked = ("--period", "2026-Q1", "--period", "2025-12/2026-11")

        code, out, err = run(capsys, "figures", SAMPLE, *ON, *asked)

        assert (0, "") == (code, err)
        found = from_json(out, Figures)
        register = from_json(SAMPLE.read_text(encoding="utf-8"), Register)
        further = (Period.of_quarter(2026, 1), Period.of_report_year(2026, ends=(11, 30)))
        assert found == tally(HANOI, register, as_of=date(2026, 6, 30), periods=further)
        assert {*own.figures} < {*found.figures}

    @pytest.mark.parametrize(
        ("name", "said"),
        [("quý I", "the year is missing"), ("soon", "this does not name a period")],
    )
    def test_a_period_that_is_not_clear_is_refused(
        self, capsys: pytest.CaptureFixture[str], name: str, said: str
    ) -> None:
        code, out, err = run(capsys, "figures", SAMPLE, *ON, "--period", name, "--lang", "en")

        assert (2, "") == (code, out)
        assert f"--period: '{name}': {said}" in err


class TestCompare:
    def test_the_sample(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("COLUMNS", "200")

        code, out, err = run(capsys, "compare", SAMPLE, *ON, "--lang", "en")

        assert (0, "") == (code, err)
        assert (
            "Phase 2021-2025 compared with phase 2026-2030 of plan 149/KH-UBND, as of the close of "
            "2026-06-30; figure not final: 2026-2030" == out.splitlines()[0]
        )
        assert "1,480 – 1,490" in out

    def test_phases_in_the_wrong_order(self, capsys: pytest.CaptureFixture[str]) -> None:
        code, out, err = run(
            capsys,
            "compare",
            SAMPLE,
            *ON,
            "--earlier",
            "2026-2030",
            "--later",
            "2021-2025",
            "--lang",
            "en",
        )

        assert (2, "") == (code, out)
        assert err.endswith(
            "phases: '2026-2030' does not begin before '2021-2025'; give the earlier one first\n"
        )

    def test_an_unknown_phase(self, capsys: pytest.CaptureFixture[str]) -> None:
        code, out, err = run(capsys, "compare", SAMPLE, *ON, "--later", "2031-2035")

        assert (2, "") == (code, out)
        assert err.startswith("nsc-program: --later: ")


class TestEvidence:
    def test_the_sample(self, capsys: pytest.CaptureFixture[str]) -> None:
        code, out, err = run(capsys, "evidence", SAMPLE, "2021-2025/bodies", *ON, "--lang", "en")

        assert (0, "") == (code, err)
        doubt = "not verified, or “serves key products” not recorded"
        assert f"  SAMPLE-B2 ({doubt}): SAMPLE-A0005 2023-05-15" in out.splitlines()
        assert "  assessment body SAMPLE-A0003: it does not serve key products" in out.splitlines()

    def test_an_unknown_target(self, capsys: pytest.CaptureFixture[str]) -> None:
        code, out, err = run(capsys, "evidence", SAMPLE, "2021-2025/body", *ON, "--lang", "en")

        assert (2, "") == (code, out)
        assert "TARGET: no target '2021-2025/body'" in err


class TestReading:
    @pytest.mark.parametrize(
        ("answers", "status"),
        [
            ([], Status.ATTAINED),
            (["tolerance=0"], Status.MISSED),
            (["tolerance=0.01", "tolerance=1/75"], Status.ATTAINED),
            (["tolerance=1,34%"], Status.ATTAINED),
            (["support-level=city", "may_exceed=no"], Status.MISSED),
        ],
    )
    def test_the_sample(
        self, capsys: pytest.CaptureFixture[str], answers: list[str], status: Status
    ) -> None:
        options = [part for answer in answers for part in ("--reading", answer)]

        _, out, _ = run(capsys, "evaluate", SAMPLE, *ON, "--format", "json", *options)

        assert status is from_json(out, Evaluation)["2021-2025/supported"].status

    @pytest.mark.parametrize(
        ("answer", "message"),
        [
            ("strict", "expected a question and its answer, such as strict=no, got 'strict'"),
            ("strict=maybe", "strict: expected yes or no, got 'maybe'"),
            (
                "tolerance=1/0",
                "tolerance: expected a ratio from 0 to 1/10, such as 1/20, 0.05 or 5%, got '1/0'",
            ),
            (
                "tolerance=1e-999999999",
                (
                    "tolerance: expected a ratio from 0 to 1/10, "
                    "such as 1/20, 0.05 or 5%, got '1e-999999999'"
                ),
            ),
        ],
    )
    def test_a_malformed_answer_is_refused(
        self, capsys: pytest.CaptureFixture[str], answer: str, message: str
    ) -> None:
        code, out, err = run(capsys, "evaluate", "x.json", *ON, "--reading", answer, "--lang", "en")

        assert (2, "") == (code, out)
        assert f"nsc-program: --reading: {message}" == err.splitlines()[0]

    @pytest.mark.parametrize(
        ("answer", "message"),
        [
            ("tolerance=1/2", "expected a ratio from 0 to 1/10"),
            ("trained=people", "'people' is not an admissible answer"),
            (
                "train=persons",
                "'train' is not accepted; choose one of 'trained', 'expert-standard',",
            ),
        ],
    )
    def test_an_inadmissible_answer_is_refused(
        self, capsys: pytest.CaptureFixture[str], answer: str, message: str
    ) -> None:
        code, out, err = run(capsys, "evaluate", SAMPLE, *ON, "--reading", answer, "--lang", "en")

        assert (2, "") == (code, out)
        assert err.startswith("nsc-program: --reading: ")
        assert message in err

    def test_an_inadmissible_answer_in_a_file_is_refused(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        path = tmp_path / "reading.json"
        path.write_text(to_json(Reading(choices={"train": "persons"})), encoding="utf-8")

        code, _, err = run(capsys, "evaluate", SAMPLE, *ON, "--reading-from", path)

        assert 2 == code
        assert err.startswith(
            "nsc-program: --reading-from: không nhận 'train'; chọn một trong: 'trained', "
        )
