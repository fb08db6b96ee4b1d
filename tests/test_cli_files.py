"""What the command does to files: whole or not at all, with their permissions, and nothing but files."""

import os
import stat
import sys
from pathlib import Path

import pytest

from building import supports
from nsc_program import Register
from nsc_program.cli import main
from nsc_program.serialization import to_json
from test_cli import SAMPLE, run


@pytest.fixture
def register(tmp_path: Path) -> Path:
    path = tmp_path / "register.json"
    path.write_text(to_json(Register(supports(3))), encoding="utf-8")
    return path


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


class TestOutput:
    def test_a_new_file_gets_the_permissions_of_any(self, capsys: pytest.CaptureFixture[str], register: Path) -> None:
        out = register.with_name("out.json")

        assert 0 == run(capsys, "merge", register, "-o", out)[0]

        assert mode(register) == mode(out)
        assert {register, out} == set(register.parent.iterdir())

    def test_a_file_keeps_its_permissions(self, capsys: pytest.CaptureFixture[str], register: Path) -> None:
        register.chmod(0o600)

        run(capsys, "merge", register, "-o", register)

        assert 0o600 == mode(register)

    def test_a_link_stays_a_link(self, capsys: pytest.CaptureFixture[str], register: Path) -> None:
        link = register.with_name("link.json")
        link.symlink_to(register)

        run(capsys, "merge", register, "-o", link)

        assert link.is_symlink()
        assert register.read_text(encoding="utf-8").endswith("}\n")

    @pytest.mark.parametrize(
        ("out", "message"),
        [
            (".", "there is something that is no file"),
            ("", "there is something that is no file"),
            ("none/out.json", "No such file or directory"),
            (os.devnull, "there is something that is no file"),
        ],
    )
    def test_what_is_no_file_is_left_alone(
        self,
        capsys: pytest.CaptureFixture[str],
        monkeypatch: pytest.MonkeyPatch,
        register: Path,
        out: str,
        message: str,
    ) -> None:
        monkeypatch.chdir(register.parent)

        code, _, err = run(capsys, "merge", register, "-o", out)

        assert (2, f"nsc-program: {Path(out)}: {message}\n") == (code, err)
        assert [register] == list(register.parent.iterdir())

    def test_a_failure_leaves_nothing_behind(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, register: Path
    ) -> None:
        def full(*_: object, **__: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(Path, "write_text", full)

        code, _, err = run(capsys, "merge", register, "-o", register)

        assert (2, "nsc-program: output: No space left on device\n") == (code, err)
        assert [register] == list(register.parent.iterdir())
        assert register.read_bytes()

    def test_a_workbook_that_is_named_otherwise(self, capsys: pytest.CaptureFixture[str]) -> None:
        with pytest.raises(SystemExit):
            main(["intake", "support", "rows.csv", "-o", "out.json", "--problems", "out.csv"])

        assert "expected the name of an .xlsx file, got 'out.csv'" in capsys.readouterr().err


class TestSecrets:
    @pytest.mark.parametrize(
        ("content", "message"),
        [
            ("not hexadecimal", "the secret is not written in hexadecimal digits, two for each byte"),
            ("abcd", "secret: expected at least 32 bytes, got 2"),
        ],
    )
    def test_a_secret_that_is_none(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path, content: str, message: str
    ) -> None:
        secret, rows, out = tmp_path / "secret", tmp_path / "rows.csv", tmp_path / "out.json"
        secret.write_text(content, encoding="ascii")
        rows.write_text("Mã,Mã cán bộ,Ngày\nt1,001099012345,2024-06-30\n", encoding="utf-8")

        code, _, err = run(capsys, "intake", "training", rows, "-o", out, "--secret", secret)

        assert (2, f"nsc-program: {secret}: {message}\n", False) == (code, err, out.exists())


class TestEnds:
    def test_an_interruption_is_no_traceback(self, monkeypatch: pytest.MonkeyPatch) -> None:
        class Interrupted:
            @property
            def buffer(self) -> object:
                raise KeyboardInterrupt

        monkeypatch.setattr(sys, "stdin", Interrupted())

        assert 130 == main(["evaluate", "-", "--as-of", "2026-06-30"])

    def test_a_reader_that_goes_away_changes_no_code(self, monkeypatch: pytest.MonkeyPatch) -> None:
        reader, writer = os.pipe()
        os.close(reader)
        with os.fdopen(writer, "w", encoding="utf-8") as stdout:
            monkeypatch.setattr(sys, "stdout", stdout)

            assert 1 == main(["check", str(SAMPLE), "--as-of", "2026-06-30"])
