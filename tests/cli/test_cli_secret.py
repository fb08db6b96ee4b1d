"""The command `secret`: a new file that only its owner may read."""

import os
from pathlib import Path

import pytest

from command import run
from nsc_program import pseudonym


def test_it_is_drawn_for_its_owner_only(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    first, second = tmp_path / "first.hex", tmp_path / "second.hex"
    for path in (first, second):
        assert (0, "", "") == run(capsys, "secret", "-o", path)
        assert 0o600 == path.stat().st_mode & 0o777
        assert pseudonym(bytes.fromhex(path.read_text(encoding="ascii")), "000000000012")
    assert first.read_text(encoding="ascii") != second.read_text(encoding="ascii")


@pytest.mark.parametrize(
    ("lang", "message"),
    [
        ("vi", "đã có tệp này; hãy chọn tên khác"),
        ("en", "this file exists already; choose another name"),
    ],
)
def test_an_existing_file_is_not_replaced(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, lang: str, message: str
) -> None:
    path = tmp_path / "secret.hex"
    path.write_text("kept", encoding="ascii")
    code, out, err = run(capsys, "secret", "-o", path, "--lang", lang)
    assert (2, "", f"nsc-program: {path}: {message}\n") == (code, out, err)
    assert "kept" == path.read_text(encoding="ascii")


def test_nothing_stays_if_it_cannot_be_written(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    code, _, err = run(capsys, "secret", "-o", tmp_path / "secret.hex", "--lang", "en")
    assert code == 2
    assert "no space left" in err
    assert [] == [*tmp_path.iterdir()]


def test_it_is_never_printed(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "secret", "--lang", "en")
    assert (2, "") == (code, out)
    assert "-o/--output is missing" in err
