"""The command: its output, its error messages and its exit codes."""

import io
import json
import os
import runpy
import subprocess
import sys
from pathlib import Path

import pytest
from attrs import evolve

from building import FIRST, bodies, models, report, supports, trainings
from command import SAMPLE, run
from nsc_program import (
    HANOI,
    Completeness,
    Evaluation,
    Fact,
    Period,
    Range,
    Register,
    Status,
    evaluate,
    tally,
)
from nsc_program.cli import main
from nsc_program.records import AnyRecord
from nsc_program.serialization import from_json, to_json

pytestmark = pytest.mark.usefixtures("read_and_counted_once")


class TestEvaluate:
    @pytest.mark.parametrize(
        ("lang", "words"),
        [
            (
                "vi",
                [
                    "Đạt",
                    "Không đạt",
                    "Đang thực",
                    "Chưa đủ căn",
                    "≥ 1.425",
                    "30/6/2026",
                    "phấn đấu",
                ],
            ),
            (
                "en",
                [
                    "Attained",
                    "Missed",
                    "Pending",
                    "Undecided",
                    "≥ 1,425",
                    "2026-06-30",
                    "(aspirational)",
                ],
            ),
        ],
    )
    def test_the_sample_shows_all_four_statuses(
        self, capsys: pytest.CaptureFixture[str], lang: str, words: list[str]
    ) -> None:
        code, out, err = run(capsys, "evaluate", SAMPLE, "--as-of", "2026-06-30", "--lang", lang)

        assert (0, "") == (code, err)
        assert [] == [word for word in words if word not in out]
        assert all(f"\n{number} " in out for number in range(1, 11))

    def test_the_register_of_the_sample_is_named_as_made_up(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert "made-up" in run(capsys, "evaluate", SAMPLE, "--as-of", "2026-06-30")[1]

    def test_vietnamese_is_the_default(self, capsys: pytest.CaptureFixture[str]) -> None:
        default = run(capsys, "evaluate", SAMPLE, "--as-of", "2026-06-30")

        assert default == run(capsys, "evaluate", SAMPLE, "--as-of", "2026-06-30", "--lang", "vi")

    def test_json_is_the_evaluation(self, capsys: pytest.CaptureFixture[str]) -> None:
        _, out, _ = run(capsys, "evaluate", SAMPLE, "--as-of", "2026-06-30", "--format", "json")

        evaluation = from_json(out, Evaluation)
        register = from_json(SAMPLE.read_bytes(), Register)
        assert evaluate(HANOI, tally(HANOI, register, as_of=evaluation.as_of)) == evaluation
        assert Status.ATTAINED is evaluation["2021-2025/supported"].status

    def test_no_line_is_wider_than_the_terminal(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("COLUMNS", "110")

        _, out, _ = run(capsys, "evaluate", SAMPLE, "--as-of", "2026-06-30")

        assert 100 < max(map(len, out.splitlines())) <= 110

    def test_it_reads_standard_input(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(SAMPLE.read_bytes())))

        _, out, _ = run(capsys, "evaluate", "-", "--as-of", "2026-06-30", "--format", "json")

        assert (
            Range.exactly(14)
            == from_json(out, Evaluation)["2021-2025/models"].comparisons[0].possible
        )

    def test_it_warns_of_records_without_effect(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        day, path = models(1)[0].recognised_on, tmp_path / "register.json"
        early = evolve(report("supported", 300, Period.of_years(2019, 2019)), id="r-z-old")
        records: list[AnyRecord] = [Fact("suported", "SAMPLE-1", day), report("suported", 5), early]
        path.write_text(
            to_json(Register(records, [Completeness("pilot_models", FIRST)])), encoding="utf-8"
        )

        code, _, err = run(capsys, "evaluate", path, "--as-of", "2026-06-30", "--lang", "en")

        assert 0 == code
        assert [
            (
                "“pilot_models” is not an indicator of the plan, so what stands under it does not "
                "count"
            ),
            (
                "“suported” is not an indicator of the plan, so what stands under it does not "
                "count (r-suported-2025)"
            ),
            (
                "a report on enterprises supported is for 2019, a period for which the plan has no "
                "figure, so it is not used (r-z-old)"
            ),
        ] == [line.removeprefix(f"nsc-program: {path}: ") for line in err.splitlines()]

    def test_every_kind_of_cell(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """A phase without bodies, undetermined growth, and people known as a headcount."""
        day = models(1)[0].recognised_on
        records: list[AnyRecord] = [*models(14), *bodies(1), *trainings(3), *supports(2)]
        (tmp_path / "register.json").write_text(
            to_json(Register.complete_through(day, records)), encoding="utf-8"
        )

        _, out, _ = run(
            capsys,
            "evaluate",
            tmp_path / "register.json",
            "--as-of",
            day.isoformat(),
            "--lang",
            "en",
        )

        assert "begins on" in out
        assert "unknown" in out


class TestPlan:
    @pytest.mark.parametrize(
        ("lang", "words"),
        [
            ("vi", ["Giai đoạn 2021-2025", "chưa tiếp cận được toàn văn"]),
            ("en", ["has not been seen", "read as 2021-2025"]),
        ],
    )
    def test_it_shows_every_target_with_its_words_and_sources(
        self, capsys: pytest.CaptureFixture[str], lang: str, words: list[str]
    ) -> None:
        code, out, _ = run(capsys, "plan", "--lang", lang)

        assert 0 == code
        assert [] == [word for word in words if word not in out]
        assert [] == [
            indicator.id for indicator in HANOI.indicators if f"\n  {indicator.id}: " not in out
        ]
        for target in HANOI.targets:
            assert f"  {target.id}: " in out
            assert all(citation.words in out for citation in target.citations)


class TestRefusals:
    """A refusal has the exit code 2 and a clear message, without a traceback."""

    def test_a_missing_file(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        code, out, err = run(capsys, "evaluate", tmp_path / "none.json", "--as-of", "2026-06-30")

        assert (2, "") == (code, out)
        assert (
            f"nsc-program: {tmp_path / 'none.json'}: không có tệp hoặc thư mục này; "
            "hãy kiểm tra lại tên và đường dẫn\n" == err
        )

    def test_a_document_with_two_mistakes(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        path = tmp_path / "register.json"
        path.write_text(
            '{"schema": "nsc-program/register/1", "facts": [{"key": 5}], "supports": 1}',
            encoding="utf-8",
        )

        code, out, err = run(capsys, "evaluate", path, "--as-of", "2026-06-30", "--lang", "en")

        assert (2, "") == (code, out)
        assert [
            f"nsc-program: {path}: supports: expected a list, got the number 1",
            f"nsc-program: {path}: facts[0].indicator: it is required",
            f"nsc-program: {path}: facts[0].key: expected text, got a number",
            f"nsc-program: {path}: facts[0].on: it is required",
        ] == err.splitlines()


class TestTheProcess:
    def test_python_m(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sys, "argv", ["nsc-program", "plan"])

        with pytest.raises(SystemExit) as stop:
            runpy.run_module("nsc_program", run_name="__main__")

        assert 0 == stop.value.code
        assert "149/KH-UBND" in capsys.readouterr().out

    @pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
    def test_output_is_utf_8_whatever_the_locale(self, encoding: str) -> None:
        done = subprocess.run(  # noqa: S603  # our own command
            [
                sys.executable,
                "-m",
                "nsc_program",
                "evaluate",
                SAMPLE,
                "--as-of",
                "2026-06-30",
                "--format",
                "json",
            ],
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONIOENCODING": encoding},
        )

        assert "149/KH-UBND" == json.loads(done.stdout.decode("utf-8"))["edition"]
        assert b"" == done.stderr

    def test_a_closed_pipe_ends_it_quietly(self, monkeypatch: pytest.MonkeyPatch) -> None:
        reader, writer = os.pipe()
        os.close(reader)
        with os.fdopen(writer, "w", encoding="utf-8") as stdout:
            monkeypatch.setattr(sys, "stdout", stdout)

            assert 0 == main(["plan"])

    def test_without_output_it_still_runs(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "stdout", None)
        monkeypatch.setattr(sys, "stderr", None)

        assert 0 == main(["plan"])
        assert sys.stdout is not None
        assert sys.stderr is not None
        sys.stdout.close()
        sys.stderr.close()

    def test_a_missing_standard_input_is_refused(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sys, "stdin", None)

        code, _, err = run(capsys, "evaluate", "-", "--as-of", "2026-06-30")

        assert (2, "nsc-program: -: không có dữ liệu vào chuẩn; hãy ghi tên tệp\n") == (code, err)

    def test_output_may_be_any_text_stream(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "stdout", io.StringIO())

        assert 0 == main(["plan"])

    def test_a_file_name_is_escaped(self, capsys: pytest.CaptureFixture[str]) -> None:
        _, _, err = run(capsys, "evaluate", "\x1b[31m.json", "--as-of", "2026-06-30")

        assert err.startswith("nsc-program: \\x1b[31m.json: ")

    def test_a_reader_that_goes_away_is_not_a_failure(self) -> None:
        """`nsc-program plan | head -1` ends quietly."""
        process = subprocess.Popen(  # our own command
            [sys.executable, "-m", "nsc_program", "plan"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        assert process.stdout is not None
        process.stdout.close()

        assert process.stderr is not None
        assert b"" == process.stderr.read()
        process.stderr.close()
        process.wait()
