"""What the command reads and writes: files whole or not at all, and nothing but files."""

import os
import signal
import stat
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex
from types import FrameType
from typing import NoReturn, TypeVar

from nsc_program.cli._words import at, refusal
from nsc_program.records._register import Register
from nsc_program.serialization import from_json, from_toml, to_json

T = TypeVar("T")

_ENDING = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
"""What ends a process that is asked to stop; Ctrl-C is an exception already."""


# --- names, as they are given ---


def file_name(text: str) -> str:
    """Take the name of a file to read; `-` is standard input."""
    if not text:
        raise refusal(
            "empty-name",
            "tên tệp để trống; hãy ghi tên tệp",
            "the name of the file is empty; write it",
        )
    if "\0" in text:
        raise refusal(
            "name-with-nul",
            "tên tệp có ký tự NUL; hãy bỏ đi",
            "the name holds a NUL character; remove it",
        )
    return text


def input_file(text: str) -> Path:
    """Take the path of a file to read."""
    return Path(file_name(text))


def output_file(text: str) -> Path:
    """Take the path of a file to write, and decide now whether it can be: not after an hour of work."""
    with at(_new_name(text)):
        if text.endswith(("/", "/.", os.sep)):
            raise refusal(
                "a-folder",
                "đây là tên thư mục; cần tên một tệp",
                "it is the name of a folder; name a file",
            )
        writable(Path(text))
    return Path(text)


def output_folder(text: str) -> Path:
    """Take the path of a folder to write to, which need not be there yet."""
    with at(_new_name(text)):
        _check_folder(_nearest(Path(text)))
    return Path(text)


def _new_name(text: str) -> str:
    """Take a name that every program can read again."""
    try:
        file_name(text).encode()
    except UnicodeEncodeError:
        vi, en = (
            "tên tệp không đúng mã UTF-8; hãy đặt tên khác",
            "the name is not UTF-8; give another",
        )
        raise refusal("name-not-utf-8", vi, en) from None
    return text


def _nearest(path: Path) -> Path:
    """Return the path, or the innermost folder around it that is there."""
    return next((each for each in (path, *path.parents) if _is_there(each)), path)


def _is_there(path: Path) -> bool:
    try:
        path.stat()
    except FileNotFoundError:
        return False
    return True


# --- reading ---


def read_document(name: str, kind: type[T]) -> T:
    """Read a document of a class: TOML by its name, otherwise JSON."""
    read = from_toml if name.lower().endswith(".toml") else from_json
    with at(name):
        return read(_read(name), kind)


def read_register(name: str) -> Register:
    """Read a register."""
    return read_document(name, Register)


def _read(name: str) -> bytes:
    if name != "-":
        return Path(name).read_bytes()
    if sys.stdin is None:
        raise refusal(
            "no-input",
            "không có dữ liệu vào chuẩn; hãy ghi tên tệp",
            "there is no standard input; name a file",
        )
    binary = getattr(
        sys.stdin, "buffer", None
    )  # an embedding program may have put text in its place
    return sys.stdin.read().encode() if binary is None else binary.read()


# --- writing ---


def write_register(path: Path, register: Register) -> None:
    """Write a register whole or not at all."""
    text = f"{to_json(register)}\n"
    with replacing(path) as part:
        part.write_text(text, encoding="utf-8")


def writable(path: Path) -> Path:
    """Return the file that writing to a path makes or replaces.

    Raises:
        OSError: if the system does not say what is there: a loop of links, a name that is too long.
        NscError: if what is there must not be replaced, or nothing can be made there.
    """
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        target = Path(os.path.realpath(path))
        _check_folder(target.parent)
        return target
    target = Path(os.path.realpath(path))
    _check_file(target, mode)
    _check_folder(target.parent)
    return target


def _check_file(target: Path, mode: int) -> None:
    """Refuse what is not a file, or is protected. The super-user is refused too: the permissions say what is meant."""
    if stat.S_ISDIR(mode):
        raise refusal("a-folder", "đây là thư mục; cần tên một tệp", "it is a folder; name a file")
    if not stat.S_ISREG(mode):
        raise refusal(
            "not-a-file", "đây không phải là tệp; hãy chọn một tệp", "it is not a file; name a file"
        )
    if not mode & 0o222 or not os.access(target, os.W_OK):
        raise refusal(
            "read-only",
            "tệp chỉ cho phép đọc; hãy đổi quyền của tệp hoặc chọn tên khác",
            "the file is read-only; change its permissions or name another",
        )


def _check_folder(folder: Path) -> None:
    """Refuse a folder in which no file can be made."""
    try:
        mode = folder.stat().st_mode
    except FileNotFoundError:
        vi, en = (
            "không có thư mục này; hãy tạo thư mục trước",
            "there is no such folder; make it first",
        )
        raise refusal("no-such-folder", vi, en) from None
    if not stat.S_ISDIR(mode):
        raise refusal("not-a-folder", "đây không phải là thư mục", "it is not a folder")
    if not os.access(folder, os.W_OK | os.X_OK):
        raise refusal(
            "folder-read-only",
            "không có quyền ghi vào thư mục; hãy đổi quyền hoặc chọn thư mục khác",
            "the folder cannot be written to; change its permissions or name another",
        )


@contextmanager
def replacing(path: Path, *, private: bool = False) -> Iterator[Path]:
    """Give a file to write to, which replaces another if all goes well, with the permissions that it had.

    A private one can be read by nobody else. Whatever ends the process in between, a signal too, it is removed.

    Raises:
        Refused: if there is something at the path that must not be replaced, or nothing can be written there.
    """
    with at(str(path)), _ending_tidily():
        target = writable(path)
        part = target.with_name(f".nsc-{token_hex(8)}")
        try:
            part.touch(0o600, exist_ok=False)
            yield part
            if not private:
                part.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
            _settle(part)
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)


def _settle(part: Path) -> None:
    """Wait until a file is on the device: after a power cut there is the old one or the new one, never an empty one."""
    with part.open("rb+") as file:
        os.fsync(file.fileno())


def _umask() -> int:
    """Return what permissions new files do not get; it can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


@contextmanager
def _ending_tidily() -> Iterator[None]:
    """Let the signals that end the process be an exception meanwhile, so that what was begun is removed.

    A program around this one keeps the handlers that it has; only the main thread can have any.
    """
    is_main = threading.current_thread() is threading.main_thread()
    ours = [each for each in _ENDING if is_main and signal.getsignal(each) is signal.SIG_DFL]
    try:
        for each in ours:
            signal.signal(each, _end)
        yield
    finally:
        for each in ours:
            signal.signal(each, signal.SIG_DFL)


def _end(number: int, _: FrameType | None) -> NoReturn:
    """End with the code that a shell gives for the signal: unlike a death by it, this runs what others do at exit."""
    raise SystemExit(128 + number)
