"""Standard output and standard error: what becomes of what they do not take."""

import io
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from nsc_program.cli._words import Refused, named, of_system
from nsc_program.errors import Message
from nsc_program.values._validators import printable

_OUTPUT = Message("đầu ra chuẩn", "standard output")


def prepare() -> None:
    """Make both streams fit for the words of both languages; one that was closed before we began leads nowhere."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115  # as long as we run
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def put(lines: Iterable[str]) -> None:
    """Print lines: of several lines are documents, which escape what must be; of one is what people read.

    Raises:
        Refused: if the output takes no more, a full device say. A reader that goes away has seen enough, as `head` has.
    """
    try:
        for line in lines:
            sys.stdout.write((line if "\n" in line else printable(line)) + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        _abandon(sys.stdout)
    except OSError as problem:
        _abandon(sys.stdout)
        raise Refused(*named(_OUTPUT, [of_system(problem)])) from None


def complain(line: str) -> None:
    """Say on standard error what is wrong, or must be known and is not a reason to stop."""
    say(f"nsc-program: {printable(line)}")


def say(text: str) -> None:
    """Write to standard error; where that takes no more, nobody reads it, and nothing else changes."""
    try:
        sys.stderr.write(f"{text}\n")
        sys.stderr.flush()
    except (OSError, ValueError):  # the second: an embedding program has closed it
        _abandon(sys.stderr)


def _abandon(stream: TextIO) -> None:
    """Let the rest of what a stream holds lead nowhere: at its end the interpreter tries again, and fails."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    with suppress(OSError, ValueError):
        os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
