"""Write to standard output and standard error, even if they take nothing more."""

import io
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from nsc_program.cli._words import Refused, named, of_system
from nsc_program.errors import Message
from nsc_program.values._validators import printable


class Painted(str):
    """A line whose control characters are escaped already, and which may have colours."""

    __slots__ = ()


_OUTPUT = Message("đầu ra chuẩn", "standard output")


def prepare() -> None:
    """Make both streams accept Vietnamese text, and discard the output to a closed stream."""
    for name in ("stdout", "stderr"):
        _open_if_closed(name)
    for stream in (sys.stdout, sys.stderr):
        _accept_vietnamese(stream)


def _open_if_closed(name: str) -> None:
    """Put a stream that discards its text in the place of a closed stream."""
    if getattr(sys, name) is None:
        setattr(sys, name, _nowhere())


def _accept_vietnamese(stream: TextIO) -> None:
    """Make a stream write UTF-8; one that an embedding program has put in place is left alone."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _nowhere() -> TextIO:
    """Open a stream that discards its text; it stays open as long as the command runs."""
    return Path(os.devnull).open("w", encoding="utf-8")


def put(lines: Iterable[str]) -> None:
    """Print texts, each followed by a line break.

    A text of several lines is a document, which escapes its own control characters. In a text of
    one line, which is for people to read, they are escaped here. A reader that goes away, such as
    `head`, has seen enough, so the rest is discarded.

    Args:
        lines: the texts.

    Raises:
        Refused: if standard output takes no more, for example because the device is full.
    """
    try:
        _write(lines)
    except BrokenPipeError:
        _abandon(sys.stdout)
    except OSError as problem:
        _abandon(sys.stdout)
        raise Refused(*named(_OUTPUT, [of_system(problem)])) from None


def _write(lines: Iterable[str]) -> None:
    """Write texts to standard output, each with a line break after it."""
    for text in printed(lines):
        sys.stdout.write(text)
    sys.stdout.flush()


def printed(lines: Iterable[str]) -> Iterator[str]:
    """Return texts as they are printed: escaped, each with a line break after it.

    Args:
        lines: the texts.
    """
    return (f"{_escaped(line)}\n" for line in lines)


def _escaped(text: str) -> str:
    """Escape the control characters of a text of one line; documents are left as they are."""
    return text if isinstance(text, Painted) or "\n" in text else printable(text)


def complain(line: str) -> None:
    """Write an error or a warning to standard error, after the name of the command.

    Args:
        line: one line, whose control characters are escaped.
    """
    say(f"nsc-program: {printable(line)}")


def say(text: str) -> None:
    """Write to standard error; if it takes no more, the text is discarded.

    Args:
        text: the text, of any number of lines.
    """
    try:
        sys.stderr.write(f"{text}\n")
        sys.stderr.flush()
    except (OSError, ValueError):  # ValueError: an embedding program has closed it
        _abandon(sys.stderr)


def _abandon(stream: TextIO) -> None:
    """Discard what a stream still holds: the interpreter would fail to write it at exit."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    with suppress(OSError, ValueError):
        os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
