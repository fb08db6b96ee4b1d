"""The command `completion`: what the Tab key of a shell offers."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from command import run
from nsc_program.cli._commands import COMMANDS
from nsc_program.values import Lang

SHELLS = ("bash", "zsh", "fish")
BASH = shutil.which("bash") or "bash"
_ASK = """
source "$0"
COMP_WORDS=("$@" "")
COMP_CWORD=$#
eval "$(complete -p nsc-program | sed 's/.*-F \\([^ ]*\\) .*/\\1/')"
printf '%s\\n' "${COMPREPLY[@]}"
"""


def script(capsys: pytest.CaptureFixture[str], shell: str, lang: Lang = "vi") -> str:
    """Return the script of a shell."""
    code, out, err = run(capsys, "completion", shell, "--lang", lang)
    assert (0, "") == (code, err)
    return out


@pytest.mark.parametrize("shell", SHELLS)
def test_every_command_and_option_is_there(capsys: pytest.CaptureFixture[str], shell: str) -> None:
    text = script(capsys, shell)
    assert [] == [name for name in COMMANDS if name not in text]
    flags = {
        flag.strip("-")
        for command in COMMANDS.values()
        for option in command.options
        for flag in option.flags
    }
    assert [] == [flag for flag in flags if flag not in text]


@pytest.mark.parametrize(("lang", "words"), [("vi", "so sánh hai giai đoạn"), ("en", "two phases")])
def test_the_descriptions_are_in_the_language(
    capsys: pytest.CaptureFixture[str], lang: Lang, words: str
) -> None:
    assert words in script(capsys, "zsh", lang)


def test_zsh_finds_the_command_in_the_first_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert script(capsys, "zsh").startswith("#compdef nsc-program\n")


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ((), {"evaluate", "intake", "completion"}),
        (("evaluate", "r.json", "--format"), {"table", "json"}),
        (("report", "r.json", "--format"), {"md", "docx", "sdmx"}),
        (("intake",), {"support", "training", "pilot-model"}),
        (("completion",), {*SHELLS}),
    ],
)
def test_bash_offers_the_words_that_fit(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, words: tuple[str, ...], offered: set[str]
) -> None:
    path = tmp_path / "completion.bash"
    path.write_text(script(capsys, "bash"), encoding="utf-8")
    asked = subprocess.run(  # noqa: S603  # a script of this library
        [BASH, "-c", _ASK, str(path), "nsc-program", *words],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert offered <= {*asked.stdout.split()}


def test_the_extra_is_named_if_it_is_not_installed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "shtab", None)
    code, out, err = run(capsys, "completion", "bash", "--lang", "en")
    assert (2, "") == (code, out)
    assert "nsc-program: this needs shtab: pip install 'nsc_program[completion]'\n" == err


def test_no_command_has_a_flag_twice() -> None:
    for command in COMMANDS.values():
        flags = [flag for option in command.options for flag in option.flags]
        assert sorted(flags) == sorted({*flags})
