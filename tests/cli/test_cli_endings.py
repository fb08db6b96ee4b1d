"""How the command ends: asked to stop, interrupted, or with streams that take nothing more."""

import io
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType

import pytest

from building import supports
from command import SAMPLE, run
from nsc_program import Register
from nsc_program.cli import _files, main
from nsc_program.cli._files import replacing
from nsc_program.serialization import to_json

COMMAND = (sys.executable, "-m", "nsc_program")
ON = ("--as-of", "2026-06-30")
FULL = Path("/dev/full")


@pytest.fixture
def register(tmp_path: Path) -> Path:
    path = tmp_path / "register.json"
    path.write_text(to_json(Register(supports(3))), encoding="utf-8")
    return path


class TestAskedToStop:
    """No file is left behind, and the code is the one that a shell reports for the signal."""

    @pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
    def test_while_a_file_is_written(
        self, monkeypatch: pytest.MonkeyPatch, register: Path, number: signal.Signals
    ) -> None:
        def write(path: Path, *_: object, **__: object) -> None:
            path.write_bytes(b"half")
            os.kill(os.getpid(), number)

        monkeypatch.setattr(Path, "write_text", write)

        with pytest.raises(SystemExit) as stop:
            main(["merge", str(register), "-o", str(register)])

        assert 128 + number == stop.value.code
        assert ([register], signal.SIG_DFL) == (
            list(register.parent.iterdir()),
            signal.getsignal(number),
        )
        assert b"half" != register.read_bytes()

    def test_while_it_waits_for_input(self, tmp_path: Path) -> None:
        """No file has been begun, so the signal ends the process as usual."""
        pipe, out = tmp_path / "pipe", tmp_path / "out.json"
        os.mkfifo(pipe)
        command = [*COMMAND, "merge", str(pipe), "-o", str(out)]
        # The pipe opens once the command reads from it.
        with subprocess.Popen(command) as process, pipe.open("w"):  # noqa: S603
            process.send_signal(signal.SIGTERM)
            process.wait()

        assert (-signal.SIGTERM, [pipe]) == (process.returncode, list(tmp_path.iterdir()))

    # The interruption leaves files open that were about to be closed.
    @pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
    def test_at_every_step_of_writing(self, register: Path) -> None:
        """The file is then the old one or the new one, whole, and no other file is left."""
        before, after = register.read_text(encoding="utf-8"), "new"
        seen, step, asked = set(), 0, [0]
        while asked:
            step += 1
            register.write_text(before, encoding="utf-8")
            with asked_at(step) as asked, suppress(SystemExit), replacing(register) as part:
                part.write_text(after, encoding="utf-8")
            signal.signal(signal.SIGTERM, signal.SIG_DFL)  # it may not have been restored
            assert [register] == list(register.parent.iterdir()), step
            seen.add(register.read_text(encoding="utf-8"))

        assert {before, after} == seen
        assert 100 < step

    def test_a_handler_of_an_embedding_program_is_left_alone(
        self, monkeypatch: pytest.MonkeyPatch, register: Path
    ) -> None:
        heard = []
        previous = signal.signal(signal.SIGTERM, lambda number, _: heard.append(number))

        def write(path: Path, *_: object, **__: object) -> None:
            path.write_bytes(b"all of it")
            os.kill(os.getpid(), signal.SIGTERM)

        monkeypatch.setattr(Path, "write_text", write)
        try:
            assert 0 == main(["merge", str(register), "-o", str(register)])
        finally:
            signal.signal(signal.SIGTERM, previous)

        assert ([signal.SIGTERM], b"all of it") == (heard, register.read_bytes())

    def test_other_threads_set_no_handlers(self, register: Path) -> None:
        codes: list[int] = []
        out = register.with_name("out.json")
        thread = threading.Thread(
            target=lambda: codes.append(main(["merge", str(register), "-o", str(out)]))
        )
        thread.start()
        thread.join()

        assert ([0], True) == (codes, out.exists())

    def test_no_temporary_file_is_left_by_a_workbook(self, tmp_path: Path) -> None:
        """A workbook leaves no temporary file in the folder of the system, during work or after."""
        rows = tmp_path / "rows.csv"
        rows.write_text("Mã,MST,Bắt đầu,Kết thúc\ns1,SAMPLE-1,x,\n", encoding="utf-8")
        (tmp_path / "parts").mkdir()
        stopping = (
            "import os, signal, sys\n"
            "from xlsxwriter.worksheet import Worksheet\n"
            "def stop(*_):\n"
            "    assert not os.listdir(os.environ['TMPDIR'])\n"
            "    os.kill(os.getpid(), signal.SIGTERM)\n"
            "Worksheet._write_row = stop\n"
            "from nsc_program.cli import main\n"
            "sys.exit(main())\n"
        )
        words = ["intake", "support", "rows.csv", "-o", "o.json", "--problems", "p.xlsx"]

        done = subprocess.run(  # noqa: S603
            [sys.executable, "-c", stopping, *words],
            cwd=tmp_path,
            env={**os.environ, "TMPDIR": str(tmp_path / "parts")},
            capture_output=True,
            check=False,
        )

        assert (143, b"") == (done.returncode, done.stderr)
        assert ["parts", "rows.csv"] == sorted(path.name for path in tmp_path.rglob("*"))


@contextmanager
def asked_at(step: int) -> Iterator[list[int]]:
    """Ask the process to stop at a given step of writing a file.

    The steps are the points at which Python checks for signals: at the beginning of a function, and
    before and after a function that is written in C.

    Yields:
        A list that holds the step once the process was asked to stop there.
    """
    asked: list[int] = []
    passed = 0

    # Coverage cannot be measured inside a profile function.
    def count(_: FrameType, event: str, __: object) -> None:  # pragma: no cover
        nonlocal passed
        if event != "return" and signal.getsignal(signal.SIGTERM) is _files._end and not asked:
            passed += 1
            if passed == step:
                asked.append(step)
                _files._end(signal.SIGTERM, None)

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        yield asked
    finally:
        sys.setprofile(before)


class TestInterrupted:
    def test_an_interruption_gives_a_code_and_no_traceback(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        class Interrupted:
            @property
            def buffer(self) -> object:
                raise KeyboardInterrupt

        monkeypatch.setattr(sys, "stdin", Interrupted())

        assert 130 == main(["evaluate", "-", *ON])

    def test_nothing_is_left_behind(self, monkeypatch: pytest.MonkeyPatch, register: Path) -> None:
        def write(path: Path, *_: object, **__: object) -> None:
            path.write_bytes(b"half")
            raise KeyboardInterrupt

        monkeypatch.setattr(Path, "write_text", write)

        assert 130 == main(["merge", str(register), "-o", str(register)])
        assert [register] == list(register.parent.iterdir())


class TestOutput:
    def test_a_reader_that_goes_away_does_not_change_the_code(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        reader, writer = os.pipe()
        os.close(reader)
        with os.fdopen(writer, "w", encoding="utf-8") as stdout:
            monkeypatch.setattr(sys, "stdout", stdout)

            assert 1 == main(["check", str(SAMPLE), *ON])

    @pytest.mark.parametrize(
        "words", [["plan"], ["check", str(SAMPLE), *ON], ["--help"], ["--version"]]
    )
    def test_a_full_device_is_a_refusal(self, words: list[str]) -> None:
        with FULL.open("wb") as full:
            done = subprocess.run(  # noqa: S603
                [*COMMAND, *words], stdout=full, stderr=subprocess.PIPE, check=False
            )

        message = "nsc-program: đầu ra chuẩn: thiết bị lưu trữ đã đầy; hãy giải phóng dung lượng\n"
        assert (2, message) == (done.returncode, done.stderr.decode())


class TestComplaints:
    """If an error message cannot be written, the exit code still reports the error."""

    WORDS = pytest.mark.parametrize(
        ("words", "code"),
        [
            ([], 2),
            (["plan", "--zzz"], 2),
            (["check", "none.json"], 2),
            (["check", str(SAMPLE), *ON], 1),
        ],
    )

    @WORDS
    def test_a_full_device(self, words: list[str], code: int) -> None:
        with FULL.open("wb") as full:
            done = subprocess.run(  # noqa: S603
                [*COMMAND, *words], stdout=subprocess.DEVNULL, stderr=full, check=False
            )

        assert code == done.returncode

    @WORDS
    def test_a_reader_that_went_away(self, words: list[str], code: int) -> None:
        reader, writer = os.pipe()
        os.close(reader)
        done = subprocess.run(  # noqa: S603
            [*COMMAND, *words], stdout=subprocess.DEVNULL, stderr=writer, check=False
        )
        os.close(writer)

        assert code == done.returncode

    @WORDS
    def test_a_stream_closed_by_an_embedding_program(
        self, monkeypatch: pytest.MonkeyPatch, words: list[str], code: int
    ) -> None:
        closed = io.StringIO()
        closed.close()
        monkeypatch.setattr(sys, "stderr", closed)

        assert code == main(words)

    def test_warnings_too(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        path = tmp_path / "register.json"
        path.write_text(
            to_json(Register()).replace(
                "{", '{"facts": [{"indicator": "no", "key": "k", "on": "2024-01-01"}],', 1
            )
        )

        code, _, err = run(capsys, "evaluate", path, *ON)

        assert 0 == code
        assert err.startswith(f"nsc-program: {path}: ")
