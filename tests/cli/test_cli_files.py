"""The command writes files whole or not at all, keeps permissions, and replaces only files."""

import io
import os
import stat
import sys
from pathlib import Path

import pytest

from building import supports
from command import run
from nsc_program import Register
from nsc_program.serialization import to_json


@pytest.fixture
def register(tmp_path: Path) -> Path:
    path = tmp_path / "register.json"
    path.write_text(to_json(Register(supports(3))), encoding="utf-8")
    return path


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


class TestOutput:
    def test_a_new_file_gets_the_usual_permissions(
        self, capsys: pytest.CaptureFixture[str], register: Path
    ) -> None:
        out = register.with_name("out.json")

        assert 0 == run(capsys, "merge", register, "-o", out)[0]

        assert mode(register) == mode(out)
        assert {register, out} == set(register.parent.iterdir())

    def test_a_file_keeps_its_permissions(
        self, capsys: pytest.CaptureFixture[str], register: Path
    ) -> None:
        register.chmod(0o600)

        run(capsys, "merge", register, "-o", register)

        assert 0o600 == mode(register)

    def test_a_link_stays_a_link(self, capsys: pytest.CaptureFixture[str], register: Path) -> None:
        link = register.with_name("link.json")
        link.symlink_to(register)

        run(capsys, "merge", register, "-o", link)

        assert link.is_symlink()
        assert register.read_text(encoding="utf-8").endswith("}\n")

    def test_a_link_to_nothing_is_followed(
        self, capsys: pytest.CaptureFixture[str], register: Path
    ) -> None:
        link = register.with_name("link.json")
        link.symlink_to("new.json")

        assert 0 == run(capsys, "merge", register, "-o", link)[0]

        assert link.is_symlink()
        assert register.with_name("new.json").is_file()

    def test_a_failure_leaves_nothing_behind(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, register: Path
    ) -> None:
        def full(*_: object, **__: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(Path, "write_text", full)

        code, _, err = run(capsys, "merge", register, "-o", register)

        assert 2 == code
        assert (
            f"nsc-program: {register}: thiết bị lưu trữ đã đầy; hãy giải phóng dung lượng\n" == err
        )
        assert [register] == list(register.parent.iterdir())
        assert register.read_bytes()


class TestRefusedOutput:
    """The output is refused before any work is done, and nothing is replaced."""

    @pytest.fixture
    def folder(self, monkeypatch: pytest.MonkeyPatch, register: Path) -> Path:
        folder = register.parent
        monkeypatch.chdir(folder)
        (folder / "loop").symlink_to("loop")
        (folder / "to-nowhere").symlink_to("none/out.json")
        (folder / "locked.json").write_text("kept", encoding="utf-8")
        (folder / "locked.json").chmod(0o444)
        (folder / "to-locked").symlink_to("locked.json")
        os.mkfifo(folder / "pipe")
        return folder

    NAMES = pytest.mark.parametrize(
        ("out", "message"),
        [
            (".", "this is a folder; give the name of a file"),
            ("..", "this is a folder; give the name of a file"),
            ("", "the file name is empty; give a name"),
            ("new/", "this is the name of a folder; give the name of a file"),
            ("none/out.json", "there is no such folder; create it first"),
            ("to-nowhere", "there is no such folder; create it first"),
            (
                "register.json/out.json",
                "part of the path is a file, not a folder; check the path",
            ),
            ("loop", "the symbolic links form a loop; choose another path"),
            ("loop/out.json", "the symbolic links form a loop; choose another path"),
            ("locked.json", "the file is read-only; change its permissions or choose another"),
            ("to-locked", "the file is read-only; change its permissions or choose another"),
            ("pipe", "this is not a file; choose a file"),
            (os.devnull, "this is not a file; choose a file"),
            ("n" * 300, "the name is too long; choose a shorter one"),
            ("a\0b", "the name contains a NUL character; remove it"),
            ("\udcff.json", "the name is not valid UTF-8; choose another"),
        ],
    )

    @NAMES
    def test_a_register(
        self, capsys: pytest.CaptureFixture[str], folder: Path, out: str, message: str
    ) -> None:
        before = sorted(folder.iterdir())

        code, printed, err = run(capsys, "merge", "not-read.json", "-o", out, "--lang", "en")

        assert (2, "") == (code, printed)
        assert err.splitlines()[0].startswith("nsc-program: -o/--output: ")
        assert err.splitlines()[0].endswith(f": {message}")
        assert (before, "kept") == (
            sorted(folder.iterdir()),
            (folder / "locked.json").read_text(encoding="utf-8"),
        )

    @NAMES
    def test_in_vietnamese(
        self, capsys: pytest.CaptureFixture[str], folder: Path, out: str, message: str
    ) -> None:
        code, _, err = run(capsys, "merge", "not-read.json", "-o", out)

        assert 2 == code
        assert folder.is_dir()
        assert message not in err

    def test_a_workbook_of_rejected_rows(
        self, capsys: pytest.CaptureFixture[str], folder: Path
    ) -> None:
        code, _, err = run(
            capsys, "intake", "support", "not.csv", "-o", "o.json", "--problems", "none/p.xlsx"
        )

        assert (2, []) == (code, list(folder.glob("*.xlsx")))
        assert (
            "nsc-program: --problems: none/p.xlsx: không có thư mục này; hãy tạo thư mục trước\n"
            == err
        )

    def test_the_same_file_twice(self, capsys: pytest.CaptureFixture[str], folder: Path) -> None:
        code, _, err = run(
            capsys, "intake", "support", "not.csv", "-o", "o.xlsx", "--problems", folder / "o.xlsx"
        )

        assert 2 == code
        assert "--output và --problems phải là những tệp khác nhau\n" in err

    @pytest.mark.parametrize(
        ("out", "message"),
        [
            ("loop/cases", "the symbolic links form a loop; choose another path"),
            ("register.json", "this is not a folder"),
            ("register.json/cases", "part of the path is a file, not a folder; check the path"),
            ("", "the file name is empty; give a name"),
        ],
    )
    def test_conformance_cases(
        self, capsys: pytest.CaptureFixture[str], folder: Path, out: str, message: str
    ) -> None:
        code, printed, err = run(capsys, "conformance", out, "--lang", "en")

        assert (2, "", True) == (code, printed, folder.is_dir())
        assert err.splitlines()[0].startswith("nsc-program: FOLDER: ")
        assert err.splitlines()[0].endswith(f": {message}")

    def test_all_cases_are_written_or_none(
        self, capsys: pytest.CaptureFixture[str], folder: Path
    ) -> None:
        run(capsys, "conformance", "cases")
        first, *_, last = sorted((folder / "cases").iterdir())
        first.write_text("kept", encoding="utf-8")
        last.chmod(0o444)

        code, _, err = run(capsys, "conformance", "cases")

        assert (2, "kept") == (code, first.read_text(encoding="utf-8"))
        assert err.startswith(f"nsc-program: cases/{last.name}: ")

    def test_a_folder_without_permission(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, folder: Path
    ) -> None:
        """The super-user may write everywhere, so the answer of the system is simulated."""
        monkeypatch.setattr(os, "access", lambda *_: False)

        code, _, err = run(capsys, "merge", "not-read.json", "-o", "new.json", "--lang", "en")

        assert (2, False) == (code, (folder / "new.json").exists())
        assert err.endswith(
            ": the folder cannot be written to; change its permissions or choose another\n"
        )

    def test_a_path_that_changes_during_the_work(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, folder: Path
    ) -> None:
        """The path is checked again before anything is replaced."""
        out = folder / "out.json"

        class Slow:
            @property
            def buffer(self) -> io.BytesIO:
                out.mkdir()
                return io.BytesIO(to_json(Register()).encode())

        monkeypatch.setattr(sys, "stdin", Slow())

        code, _, err = run(capsys, "merge", "-", "-o", out)

        assert (2, f"nsc-program: {out}: đây là thư mục; cần tên một tệp\n") == (code, err)

    def test_a_workbook_with_another_ending(self, capsys: pytest.CaptureFixture[str]) -> None:
        code, _, err = run(
            capsys, "intake", "support", "r.csv", "--problems", "out.csv", "--lang", "en"
        )

        assert 2 == code
        assert (
            "nsc-program: --problems: expected the name of an .xlsx file, got 'out.csv'"
            == err.splitlines()[0]
        )


class TestRefusedInput:
    @pytest.mark.parametrize(
        ("name", "message"),
        [
            ("", "REGISTER.json: the file name is empty; give a name"),
            ("a\0b", "REGISTER.json: the name contains a NUL character; remove it"),
            (".", ".: this is a folder; give the name of a file"),
            ("n" * 300, f"{'n' * 300}: the name is too long; choose a shorter one"),
            (
                "register.json/x",
                "register.json/x: part of the path is a file, not a folder; check the path",
            ),
            ("\udcff", "\\udcff: there is no such file or folder; check the name and the path"),
        ],
    )
    def test_a_register(
        self,
        capsys: pytest.CaptureFixture[str],
        monkeypatch: pytest.MonkeyPatch,
        register: Path,
        name: str,
        message: str,
    ) -> None:
        monkeypatch.chdir(register.parent)

        code, printed, err = run(capsys, "check", name, "--lang", "en")

        assert (2, "") == (code, printed)
        assert f"nsc-program: {message}" == err.splitlines()[0]

    def test_standard_input_may_be_a_text_stream(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, register: Path
    ) -> None:
        """An embedding program may replace standard input."""
        monkeypatch.setattr(sys, "stdin", io.StringIO(to_json(Register())))

        assert 0 == run(capsys, "merge", "-", "-o", register)[0]


class TestSecrets:
    @pytest.mark.parametrize(
        ("content", "message"),
        [
            (
                "not hexadecimal",
                "the secret must be written in hexadecimal digits, two for each byte",
            ),
            (
                "abcd",
                "the secret is too short; use at least 32 bytes, that is 64 hexadecimal digits",
            ),
        ],
    )
    def test_an_invalid_secret(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path, content: str, message: str
    ) -> None:
        secret, rows, out = tmp_path / "secret", tmp_path / "rows.csv", tmp_path / "out.json"
        secret.write_text(content, encoding="ascii")
        rows.write_text("Mã,Mã cán bộ,Ngày\nt1,001099012345,2024-06-30\n", encoding="utf-8")

        code, _, err = run(
            capsys, "intake", "training", rows, "-o", out, "--secret", secret, "--lang", "en"
        )

        assert (2, f"nsc-program: --secret: {secret}: {message}\n", False) == (
            code,
            err,
            out.exists(),
        )
