"""Read and write files, each of which is written whole or not at all.

Only regular files are replaced.
"""

import os
import signal
import stat
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import NoReturn, TextIO, TypeVar

from nsc_program.cli._exit_codes import STOPPED
from nsc_program.cli._words import at, refusal
from nsc_program.records._register import Register
from nsc_program.serialization import from_json, from_toml, to_json

T = TypeVar("T")

_ENDING = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
"""The signals that ask a process to end; Ctrl-C is already an exception in Python."""


# --- names, as they are given ---


def file_name(text: str) -> str:
    """Accept the name of a file to read; `-` is standard input.

    Args:
        text: the name as it was given.

    Raises:
        InvalidValue: if the name is empty or contains a NUL character.
    """
    if not text:
        raise refusal(
            "empty-name",
            "tên tệp để trống; hãy ghi tên tệp",
            "the file name is empty; give a name",
        )
    if "\0" in text:
        raise refusal(
            "name-with-nul",
            "tên tệp có ký tự NUL; hãy bỏ đi",
            "the name contains a NUL character; remove it",
        )
    return text


def input_file(text: str) -> Path:
    """Accept the path of a file to read.

    Args:
        text: the path as it was given.

    Raises:
        InvalidValue: if the path is empty or contains a NUL character.
    """
    return Path(file_name(text))


def output_file(text: str) -> Path:
    """Accept the path of a file to write, after checking that it can be written.

    The check comes first, so that it does not fail after an hour of work.

    Args:
        text: the path as it was given.

    Raises:
        Refused: if nothing can be written there.
    """
    with at(_new_name(text)):
        _refuse_folder(text)
        writable(Path(text))
    return Path(text)


def _refuse_folder(text: str) -> None:
    """Refuse a path that is written as that of a folder."""
    if text.endswith(("/", "/.", os.sep)):
        raise refusal(
            "a-folder",
            "đây là tên thư mục; cần tên một tệp",
            "this is the name of a folder; give the name of a file",
        )


def output_folder(text: str) -> Path:
    """Accept the path of a folder to write to, which need not exist yet.

    Args:
        text: the path as it was given.

    Raises:
        Refused: if no folder can be made or used there.
    """
    with at(_new_name(text)):
        _check_folder(_nearest(Path(text)))
    return Path(text)


def _new_name(text: str) -> str:
    """Accept a name that every program can read again: one in UTF-8."""
    try:
        file_name(text).encode()
    except UnicodeEncodeError:
        vi, en = (
            "tên tệp không đúng mã UTF-8; hãy đặt tên khác",
            "the name is not valid UTF-8; choose another",
        )
        raise refusal("name-not-utf-8", vi, en) from None
    return text


def _nearest(path: Path) -> Path:
    """Return the path if it exists, otherwise its innermost parent that exists."""
    return next((folder for folder in (path, *path.parents) if _exists(folder)), path)


def _exists(path: Path) -> bool:
    """Return whether a path exists."""
    return _mode(path) is not None


def _mode(path: Path) -> int | None:
    """Return the kind and the permissions of a path; `None` if it does not exist.

    Other errors than its absence are raised.
    """
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None


# --- reading ---


def read_document(name: str, kind: type[T]) -> T:
    """Read a document: TOML if the name ends in `.toml`, otherwise JSON.

    Args:
        name: the name of the file; `-` is standard input.
        kind: the class of the document.

    Raises:
        Refused: if the file cannot be read, or is not such a document.
    """
    parse = from_toml if name.lower().endswith(".toml") else from_json
    with at(name):
        return parse(_read(name), kind)


def read_register(name: str) -> Register:
    """Read a register.

    Args:
        name: the name of the file; `-` is standard input.

    Raises:
        Refused: if the file cannot be read, or is not a register.
    """
    return read_document(name, Register)


def text_in(path: Path) -> str:
    """Return the text of a file, without the mark that some programs put in front of it.

    Args:
        path: the file.

    Raises:
        Refused: if the file cannot be read, or is not in UTF-8.
    """
    with at(str(path)):
        try:
            return path.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError:
            raise refusal(
                "not-utf-8",
                "tệp phải là văn bản mã hóa UTF-8; hãy lưu lại tệp ở dạng này",
                "the file must be text in UTF-8; save it in this form",
            ) from None


def _read(name: str) -> bytes:
    """Return the content of a file or of standard input."""
    return _standard_input() if name == "-" else Path(name).read_bytes()


def _standard_input() -> bytes:
    """Return the content of standard input."""
    if sys.stdin is None:
        raise refusal(
            "no-input",
            "không có dữ liệu vào chuẩn; hãy ghi tên tệp",
            "there is no standard input; give the name of a file",
        )
    return _bytes_of(sys.stdin)


def _bytes_of(stream: TextIO) -> bytes:
    """Return the content of a stream, which an embedding program may have replaced by text."""
    binary = getattr(stream, "buffer", None)
    return stream.read().encode() if binary is None else binary.read()


# --- writing ---


def write_register(path: Path, register: Register) -> None:
    """Write a register whole or not at all.

    Args:
        path: the file to make or replace.
        register: the register to write.

    Raises:
        Refused: if the file cannot be written.
    """
    text = f"{to_json(register)}\n"
    with replacing(path) as part:
        part.write_text(text, encoding="utf-8")


def write_secret(path: Path, text: str) -> None:
    """Write a new file that only its owner may read; an existing file is never replaced.

    Args:
        path: the file to make.
        text: the text to write.

    Raises:
        Refused: if the file exists, or cannot be written.
    """
    with at(str(path)), _ending_tidily():
        made = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with os.fdopen(made, "w", encoding="ascii") as file:
                file.write(text)
                file.flush()
                os.fsync(made)
        except BaseException:
            path.unlink()
            raise


def writable(path: Path) -> Path:
    """Return the file that is made or replaced by writing to a path, with all links followed.

    Args:
        path: the path to write to.

    Raises:
        OSError: if the system cannot tell what is there, for example because of a loop of links or
            a name that is too long.
        NscError: if the existing file must not be replaced, or no file can be made there.
    """
    mode = _mode(path)
    target = Path(os.path.realpath(path))
    if mode is not None:
        _check_file(target, mode)
    _check_folder(target.parent)
    return target


def _check_file(target: Path, mode: int) -> None:
    """Refuse anything but a regular file that may be written.

    A read-only file is refused to the super-user too, since its permissions state the intention.
    """
    if stat.S_ISDIR(mode):
        raise refusal(
            "a-folder",
            "đây là thư mục; cần tên một tệp",
            "this is a folder; give the name of a file",
        )
    if not stat.S_ISREG(mode):
        raise refusal(
            "not-a-file",
            "đây không phải là tệp; hãy chọn một tệp",
            "this is not a file; choose a file",
        )
    if not mode & 0o222 or not os.access(target, os.W_OK):
        raise refusal(
            "read-only",
            "tệp chỉ cho phép đọc; hãy đổi quyền của tệp hoặc chọn tên khác",
            "the file is read-only; change its permissions or choose another",
        )


def _check_folder(folder: Path) -> None:
    """Refuse a folder in which no file can be made."""
    mode = _mode(folder)
    if mode is None:
        raise refusal(
            "no-such-folder",
            "không có thư mục này; hãy tạo thư mục trước",
            "there is no such folder; create it first",
        )
    if not stat.S_ISDIR(mode):
        raise refusal("not-a-folder", "đây không phải là thư mục", "this is not a folder")
    if not os.access(folder, os.W_OK | os.X_OK):
        raise refusal(
            "folder-read-only",
            "không có quyền ghi vào thư mục; hãy đổi quyền hoặc chọn thư mục khác",
            "the folder cannot be written to; change its permissions or choose another",
        )


@contextmanager
def replacing(path: Path, *, private: bool = False) -> Iterator[Path]:
    """Give a temporary file to write to, which takes the place of a file if all goes well.

    The new file has the permissions of the file that it replaces. If anything ends the process in
    between, even a signal, the temporary file is removed.

    Args:
        path: the file to make or replace.
        private: whether only its owner may read the new file.

    Yields:
        The path of the temporary file, in the same folder.

    Raises:
        Refused: if the existing file must not be replaced, or nothing can be written there.
    """
    with at(str(path)), _ending_tidily():
        target = writable(path)
        part = target.with_name(f".nsc-{os.urandom(8).hex()}")
        try:
            part.touch(0o600, exist_ok=False)
            yield part
            if not private:
                part.chmod(_permissions(target))
            _settle(part)
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)


def _settle(part: Path) -> None:
    """Wait until a file is on the device, so that a power cut leaves a whole file, old or new."""
    with part.open("rb+") as file:
        os.fsync(file.fileno())


def _permissions(target: Path) -> int:
    """Return the permissions of the file that is replaced, or those that a new file gets."""
    return target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()


def _umask() -> int:
    """Return the permissions that new files do not get, which can only be read by setting them."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


@contextmanager
def _ending_tidily() -> Iterator[None]:
    """Turn the signals that end the process into an exception, so that clean-up code runs.

    The handlers of an embedding program are left alone. Only the main thread can have handlers.
    """
    unhandled = _unhandled()
    try:
        for number in unhandled:
            signal.signal(number, _end)
        yield
    finally:
        for number in unhandled:
            signal.signal(number, signal.SIG_DFL)


def _unhandled() -> list[signal.Signals]:
    """Return the signals that end the process and can get a handler."""
    is_main = threading.current_thread() is threading.main_thread()
    return [number for number in _ENDING if is_main and signal.getsignal(number) is signal.SIG_DFL]


def _end(number: int, _: FrameType | None) -> NoReturn:
    """End with the code that a shell reports for the signal, after running all clean-up code."""
    raise SystemExit(STOPPED + number)
