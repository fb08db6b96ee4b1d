"""Options of many commands: `-o`, days in both forms, and `--fail-on`."""

from pathlib import Path

import pytest

from command import SAMPLE, run
from nsc_program.cli._commands import COMMANDS
from nsc_program.cli._grammar import SAVE

pytestmark = pytest.mark.usefixtures("read_and_counted_once")

AS_OF = ("--as-of", "2026-06-30")
PRINTING = {
    "evaluate": (SAMPLE, *AS_OF),
    "sweep": (SAMPLE, *AS_OF),
    "changes": (SAMPLE, "--since", "2026-03-31", *AS_OF),
    "compare": (SAMPLE, *AS_OF),
    "evidence": (SAMPLE, "2021-2025/bodies", *AS_OF),
    "figures": (SAMPLE, *AS_OF),
    "check": (SAMPLE, *AS_OF),
    "funding": (SAMPLE, *AS_OF),
    "plan": ("hanoi",),
    "compare-plans": ("hanoi", "national"),
    "schema": ("program",),
    "completion": ("bash",),
}


class TestSaving:
    @pytest.mark.parametrize("name", PRINTING)
    def test_what_is_printed_may_be_written_to_a_file(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path, name: str
    ) -> None:
        path = tmp_path / "out.txt"
        code, printed, _ = run(capsys, name, *PRINTING[name])
        again, nothing, _ = run(capsys, name, *PRINTING[name], "-o", path)
        assert (code, "") == (again, nothing)
        assert printed == path.read_text(encoding="utf-8")

    def test_every_command_writes_somewhere(self) -> None:
        own = {
            name
            for name, command in COMMANDS.items()
            if SAVE not in command.options
            and not any("-o" in parameter.flags for parameter in command.options)
        }
        assert set() == own
        assert {*PRINTING} == {
            name for name, command in COMMANDS.items() if SAVE in command.options
        } - {"conformance"}

    def test_a_file_that_cannot_be_written_is_refused_before_the_work(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        path = tmp_path / "none" / "out.txt"
        code, out, err = run(capsys, "evaluate", "missing.json", *AS_OF, "-o", path, "--lang", "en")
        assert (2, "") == (code, out)
        assert "there is no such folder" in err


class TestDays:
    @pytest.mark.parametrize("day", ["30/6/2026", "30/06/2026"])
    def test_a_day_may_be_written_as_in_vietnam(
        self, capsys: pytest.CaptureFixture[str], day: str
    ) -> None:
        assert run(capsys, "sweep", SAMPLE, *AS_OF) == run(capsys, "sweep", SAMPLE, "--as-of", day)

    @pytest.mark.parametrize(
        "day", ["31/6/2026", "2026-6-30", "20260630", "6/30/2026", "0000-01-01"]
    )
    def test_another_text_is_not_a_day(self, capsys: pytest.CaptureFixture[str], day: str) -> None:
        code, _, err = run(capsys, "sweep", SAMPLE, "--as-of", day, "--lang", "en")
        assert 2 == code
        assert f"expected a day such as 2026-06-30 or 30/6/2026, got '{day}'" in err


class TestFailing:
    @pytest.mark.parametrize(
        ("words", "expected"),
        [
            ((), 0),
            (("--fail-on", "missed"), 1),
            (("--fail-on", "undecided", "--fail-on", "missed"), 1),
            (("--fail-on", "missed", "--format", "json"), 1),
        ],
    )
    def test_a_status_may_end_with_code_1(
        self, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], expected: int
    ) -> None:
        code, out, _ = run(capsys, "evaluate", SAMPLE, *AS_OF, *words)
        assert expected == code
        assert out

    def test_a_status_that_no_target_has_does_not(self, capsys: pytest.CaptureFixture[str]) -> None:
        before = ("--as-of", "2020-12-31", "--fail-on", "missed", "--fail-on", "attained")
        assert 0 == run(capsys, "evaluate", SAMPLE, *before)[0]

    def test_another_word_is_refused(self, capsys: pytest.CaptureFixture[str]) -> None:
        _, _, err = run(capsys, "evaluate", SAMPLE, *AS_OF, "--fail-on", "mised", "--lang", "en")
        assert "--fail-on" in err
        assert "did you mean 'missed'" in err
