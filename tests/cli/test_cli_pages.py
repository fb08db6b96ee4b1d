"""How wide the output is, when it has colours, and what `--why` adds."""

import sys
from pathlib import Path

import pytest

from command import SAMPLE, run

pytestmark = pytest.mark.usefixtures("read_and_counted_once")

EVALUATE = ("evaluate", SAMPLE, "--as-of", "2026-06-30", "--lang", "en")
GREEN = "\x1b[32mAttained\x1b[0m"


def on_terminal(patch: pytest.MonkeyPatch) -> None:
    """Print on a terminal that shows colours."""
    patch.setattr(sys.stdout, "isatty", lambda: True)
    patch.delenv("NO_COLOR", raising=False)
    patch.setenv("TERM", "xterm")


class TestWidth:
    @pytest.mark.parametrize("width", [40, 80, 99, 100, 140, 200])
    @pytest.mark.parametrize(
        "words",
        [
            EVALUATE,
            (*EVALUATE, "--why"),
            ("sweep", *EVALUATE[1:]),
            ("compare", *EVALUATE[1:]),
            ("check", *EVALUATE[1:]),
            ("funding", *EVALUATE[1:]),
            ("evidence", SAMPLE, "2021-2025/supported", *EVALUATE[2:]),
            ("figures", *EVALUATE[1:], "--format", "table"),
            ("compare-plans", "hanoi", "national"),
            ("plan",),
        ],
        ids=lambda words: f"{words[0]}-{words[-1]}",
    )
    def test_no_line_is_wider(
        self, capsys: pytest.CaptureFixture[str], words: tuple[str | Path, ...], width: int
    ) -> None:
        _, out, _ = run(capsys, *words, "--width", str(width))
        assert max(map(len, out.splitlines())) <= width

    @pytest.mark.parametrize(("columns", "width"), [("80", 80), ("10", 40), ("900", 200)])
    def test_it_is_that_of_the_terminal_within_limits(
        self,
        capsys: pytest.CaptureFixture[str],
        monkeypatch: pytest.MonkeyPatch,
        columns: str,
        width: int,
    ) -> None:
        monkeypatch.setenv("COLUMNS", columns)
        of_terminal = run(capsys, *EVALUATE)
        assert of_terminal == run(capsys, *EVALUATE, "--width", str(width))

    def test_a_file_has_one_width(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        monkeypatch.setenv("COLUMNS", "80")
        run(capsys, *EVALUATE, "-o", tmp_path / "out.txt")
        _, expected, _ = run(capsys, *EVALUATE, "--width", "140")
        assert expected == (tmp_path / "out.txt").read_text(encoding="utf-8")

    @pytest.mark.parametrize("width", ["39", "201", "wide", "10000000000000", "²"])
    def test_another_width_is_refused(self, capsys: pytest.CaptureFixture[str], width: str) -> None:
        code, _, err = run(capsys, *EVALUATE, f"--width={width}")
        assert code == 2
        assert "--width: expected a number of characters from 40 to 200, got" in err


class TestColours:
    def test_a_terminal_shows_them(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        on_terminal(monkeypatch)
        assert GREEN in run(capsys, *EVALUATE)[1]

    @pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
    def test_the_user_may_refuse_them(
        self,
        capsys: pytest.CaptureFixture[str],
        monkeypatch: pytest.MonkeyPatch,
        name: str,
        value: str,
    ) -> None:
        on_terminal(monkeypatch)
        monkeypatch.setenv(name, value)
        assert "\x1b" not in run(capsys, *EVALUATE)[1]
        assert "\x1b" in run(capsys, *EVALUATE, "--color", "always")[1]

    def test_never_and_a_file_are_plain(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        on_terminal(monkeypatch)
        run(capsys, *EVALUATE, "-o", tmp_path / "out.txt")
        assert "\x1b" not in (tmp_path / "out.txt").read_text(encoding="utf-8")
        assert "\x1b" not in run(capsys, *EVALUATE, "--color", "never")[1]

    def test_a_pipe_is_plain_unless_they_are_asked_for(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert "\x1b" not in run(capsys, *EVALUATE)[1]
        assert GREEN in run(capsys, *EVALUATE, "--color", "always")[1]

    @pytest.mark.parametrize("width", ["80", "140"])
    def test_without_them_the_text_is_the_same(
        self, capsys: pytest.CaptureFixture[str], width: str
    ) -> None:
        _, plain, _ = run(capsys, *EVALUATE, "--width", width)
        _, coloured, _ = run(capsys, *EVALUATE, "--width", width, "--color", "always")
        for code in (*"0", "31", "32", "33", "36"):
            coloured = coloured.replace(f"\x1b[{code}m", "")
        assert plain == coloured

    def test_the_evidence_has_the_colour_of_its_status(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        words = ("evidence", SAMPLE, "2021-2025/supported", *EVALUATE[2:], "--color", "always")
        assert GREEN in run(capsys, *words)[1].splitlines()


class TestWhy:
    def test_a_sentence_says_why_and_the_rest_is_asked_for(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        words = (*EVALUATE, "--width", "80")  # blocks, whose lines follow each other
        short, full = (" ".join(run(capsys, *words, *more)[1].split()) for more in ((), ("--why",)))
        assert "--why shows" in short
        assert "--why shows" not in full
        assert "co-operatives do not count" not in short
        assert "co-operatives do not count" in full
