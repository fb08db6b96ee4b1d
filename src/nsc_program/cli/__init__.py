"""The command `nsc-program`: thin, and the only place with files and output."""

import argparse
import io
import os
import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from nsc_program._validators import printable
from nsc_program.cli import _contract, _intake, _plan, _registers, _verdicts
from nsc_program.cli._options import BAD_INPUT, INTERRUPTED, OK, AtFile
from nsc_program.errors import NscError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; give its exit code: 0 done, 1 done with something to look at, 2 bad input or usage."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # it was closed before we began
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115  # as long as we run
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    options = _parser().parse_args(arguments)
    code = OK
    try:
        code, lines = options.run(options)
        for line in lines:  # documents are of several lines and escape what must be; of one is what people read
            sys.stdout.write((line if "\n" in line else printable(line)) + "\n")
        sys.stdout.flush()
    except BrokenPipeError:  # the reader has seen enough, as `head` has
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as problem:
        return _refuse(AtFile(str(problem.filename or "output"), f"{problem.strerror}"))
    except NscError as problem:
        return _refuse(problem)
    return code


def _refuse(problem: NscError) -> int:
    for line in str(problem).splitlines():
        sys.stderr.write(f"nsc-program: {line}\n")
    return BAD_INPUT


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="nsc-program",
        description="Where Hanoi's productivity and quality programme (149/KH-UBND) stands. "
        "Tình hình thực hiện Chương trình năng suất chất lượng của Hà Nội.",
    )
    parser.add_argument("--version", action="version", version=f"nsc-program {version('nsc_program')}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for group in (_verdicts, _intake, _registers, _plan, _contract):
        group.add(commands)
    return parser
